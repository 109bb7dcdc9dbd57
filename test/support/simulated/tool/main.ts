// Owns the process of a tool that is put together with the simulated driver: the command line itself, unchanged.
// Must not do anything that the product's own entry does not do. Its parent has the hosts (hosts.ts).
import { runCommandLine } from '../../../../src/app/shell/command-line.ts';
import { ofThisProcess } from '../../../../src/entry/this-process.ts';
import type { Capability } from '../../../../src/plan/needs.ts';
import { simulatedClients } from './clients.ts';
import { simulatedDriver } from './driver.ts';
import { openLine } from './line.ts';

const line = openLine();
const [capabilities = '', ...args] = process.argv.slice(2);
const driver = simulatedDriver(line, new Set(capabilities.split(',') as Capability[]));
const outputDir = args[args.indexOf('--output') + 1] ?? '';
// One directory has one run.
const runOf = async (): Promise<string> => (await line.call<string[]>('source.remains', outputDir))[0] ?? '';
const exitCode = await runCommandLine(args, ofThisProcess(), {
  drivers: [driver],
  clients: simulatedClients(line, runOf),
});
process.exit(exitCode);
