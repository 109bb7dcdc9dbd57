// Owns a tool process for tests: adopts a run and begins a switch, so that the test can kill it in the middle.
// Arguments: state directory, run id, member name, release.
import { testProvisioner } from './cluster.ts';

const [stateDir = '', runId = '', memberName = '', release = ''] = process.argv.slice(2);
const { driver } = await testProvisioner(stateDir).adopt(runId);
const member = (await driver.inventory()).find(({ name }) => name === memberName);
if (member === undefined) throw new Error(`no member ${memberName}`);
await driver.stage(member, release);
process.stdout.write('switching\n');
await driver.switchTo(member, { release, overrides: {} });
process.stdout.write('switched\n');
