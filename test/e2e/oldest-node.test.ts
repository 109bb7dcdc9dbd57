// The bundle on the oldest Node that package.json promises: a whole rehearsal, since what is missing there is met late.
import { expect, it } from 'vitest';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { oldestLine, oldestNode } from '../support/oldest-node.ts';
import { expectMachineKeptUp } from '../support/overloaded.ts';
import { openWorkplace, smallSnapshots } from '../support/rehearsal.ts';

const releases = ['3.6.14', '3.7.1'] as const;
const manifest = `from: "3.6.14"
to: "3.7.1"
${smallSnapshots}rehearsal:
  depth: quick
  timeLimits: { dwellMs: 200, soakMs: 500 }
`;

describeWithEtcd(releases, `the bundle on Node ${oldestLine()}`, () => {
  it('rehearses, judges and reports', async ({ skip }) => {
    let program: string;
    try {
      program = await oldestNode();
    } catch (error) {
      if (process.env['CI'] === 'true') throw error;
      return skip(`that Node cannot be had here: ${String(error).split('\n')[0]}`);
    }
    using place = openWorkplace();
    await place.manifest(manifest, releases);
    const { exitCode, stderr } = await place.run(['preflight'], { program });
    const report = place.report();
    expectMachineKeptUp(report);
    expect({ exitCode, reason: report.reason }, stderr.slice(-2_000)).toEqual({
      exitCode: 0,
      reason: 'Every step, check and judge agrees.',
    });
  });
});
