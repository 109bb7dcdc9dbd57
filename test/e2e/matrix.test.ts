// Quick rehearsals that must pass: every minor hop, with TLS and a login, with one member and with five. The soak tries all
// of them, a run of the tests one of each kind; 3.4 → 3.6 and 3.6 → 3.7 are rehearsed in other files each time.
import { expect, it } from 'vitest';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { expectMachineKeptUp, tryAgain } from '../support/overloaded.ts';
import { openWorkplace, smallSnapshots } from '../support/rehearsal.ts';
import { sampleOfKinds } from '../support/sample.ts';
import { runsLeft } from '../support/trouble.ts';

interface Hop {
  readonly kind: 'line' | 'security' | 'size';
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly members: number;
  readonly rehearsal: string;
}

const hops: readonly Hop[] = [
  { kind: 'line', name: '3.3 → 3.4', from: '3.3.25', to: '3.4.31', members: 3, rehearsal: '' },
  { kind: 'line', name: '3.4 → 3.5', from: '3.4.31', to: '3.5.33', members: 3, rehearsal: '' },
  {
    kind: 'security',
    name: '3.5 → 3.6 with TLS and a login',
    from: '3.5.33',
    to: '3.6.14',
    members: 3,
    rehearsal: '  tls: true\n  auth: true\n',
  },
  { kind: 'size', name: 'one member', from: '3.6.14', to: '3.7.1', members: 1, rehearsal: '' },
  { kind: 'size', name: 'five members', from: '3.6.14', to: '3.7.1', members: 5, rehearsal: '' },
];

/**
 * etcd 3.3 may answer the first renewal of a lease with "no such lease", where its leader has not applied the grant yet
 * (etcd issue 13675): locks and elections alike, in the first second of the five that the lease has. On a busy machine
 * that happens: the rehearsal must not call it a pass, and is made again.
 */
const leaseNotApplied = /^(lock|election) .* lost it 4\d\d\d ms early \(Lease \d+ is expired or revoked\)/;

for (const { name, from, to, members, rehearsal } of sampleOfKinds('quick rehearsals', hops, ({ kind }) => kind, 1)) {
  describeWithEtcd([from, to], `a quick rehearsal of ${name}`, () => {
    it('passes, with every judge heard', async () => {
      using place = openWorkplace();
      await place.manifest(
        `from: "${from}"
to: "${to}"
members: ${members}
${smallSnapshots}rehearsal:
  depth: quick
${rehearsal}  timeLimits: { dwellMs: 1500, soakMs: 500 }
`,
        [from, to],
      );
      const { exitCode, stderr } = await place.run(['preflight']);
      const report = place.report();
      expectMachineKeptUp(report);
      if (from.startsWith('3.3.') && leaseNotApplied.test(report.reason ?? '')) tryAgain(report);
      expect({ exitCode, verdict: report.verdict, reason: report.reason }, stderr.slice(-3000)).toEqual({
        exitCode: 0,
        verdict: 'pass',
        reason: 'Every step, check and judge agrees.',
      });
      expect(report.steps?.filter(({ status }) => status !== 'ok')).toEqual([]);
      expect(report.judges?.map(({ verdict }) => verdict)).toEqual(Array(11).fill('pass'));
      expect(new Set(report.checks?.map(({ member }) => member)).size).toBe(members);
      expect(report.clusterState).toContain(members === 1 ? `m1 runs ${to}` : `m${members} run ${to}`);
      expect(place.processes()).toEqual([]);
      expect(runsLeft(place)).toEqual([]);
    });
  });
}
