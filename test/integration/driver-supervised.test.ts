// A driver over a supervisor that restarts what ends, as systemd, Docker and the kubelet do: the conformance suite and
// the kill cases on real etcd, and what only such a service can show.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { eventually } from '../support/cluster.ts';
import { driverConformance, type Setup } from '../support/driver-conformance.ts';
import { driverKillCases } from '../support/driver-kill-cases.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { type HostSubject, hostSubject } from '../support/host-subject.ts';
import { endSupervisors, supervisedService } from '../support/supervised/service.ts';

const FROM = '3.5.33';
const TO = '3.6.14';
/** How long the end of a new process counts as a start that failed; afterwards the supervisor is left to itself. */
const GRACE_MS = 2_000;

describeWithEtcd([FROM, TO], 'supervised members', () => {
  driverConformance(
    'supervised driver, etcd 3.5 → 3.6',
    () =>
      hostSubject({
        from: FROM,
        to: TO,
        startGraceMs: GRACE_MS,
        serviceOf: (host, own, run) => supervisedService(host, own, join(run.directory, 'supervisor.sh')),
        end: endSupervisors,
      }),
    (setup) => {
      driverKillCases(setup);
      supervision(setup);
    },
  );
});

function supervision(setup: () => Setup<HostSubject>): void {
  it('restarts what crashed later: another process of the same deployment, which no switch has made', async () => {
    const { driver, member, facts, from } = setup();
    const { pid } = await crashed(setup());
    const again = await eventually('the supervisor restarts it', 10_000, async () => {
      const seen = await facts();
      return seen.process !== null && seen.process.pid !== pid ? seen : undefined;
    });
    expect(again).toMatchObject({ running: from, changing: false, lastExit: { code: null, signal: 'SIGKILL' } });
    // It runs already, so nothing is done to it.
    expect(await driver.switchTo(member, from)).toEqual({ outcome: 'running', stopMs: 0, startMs: 0 });
    expect((await facts()).process).toEqual(again.process);
  });

  it('switches what its supervisor has restarted in between', async () => {
    const { subject, driver, member, facts, to, access } = setup();
    const { pid } = await crashed(setup());
    await eventually('the supervisor restarts it', 10_000, async () => {
      const seen = await facts();
      return seen.process !== null && seen.process.pid !== pid ? seen : undefined;
    });
    expect(await driver.switchTo(member, to)).toMatchObject({ outcome: 'running' });
    expect((await facts()).running).toEqual(to);
    expect(await subject.liveProcesses(member)).toBe(1);
    expect((await access.status(member)).version).toBe(TO);
  });

  it('keeps down what did not survive its start, instead of letting it be tried for ever', async () => {
    const { subject, driver, member, facts } = setup();
    const { deployment, code } = subject.failing;
    expect(await driver.switchTo(member, deployment)).toMatchObject({ outcome: 'exited', code });
    const lines = async (): Promise<number> => {
      let count = 0;
      for await (const _ of driver.logs(member, 0)) count += 1;
      return count;
    };
    const written = await lines();
    // Ten times what the supervisor waits before it starts again.
    await systemClock.sleep(1_000);
    expect(await facts()).toMatchObject({ running: 'nothing', process: null });
    expect(await lines()).toBe(written);
  });
}

/** Past the grace of its start, the member's process is killed by somebody else. */
async function crashed({ facts }: Setup): Promise<{ readonly pid: number }> {
  await systemClock.sleep(GRACE_MS + 500);
  const seen = await facts();
  if (seen.process === null) throw new Error('no process');
  const { pid } = seen.process;
  process.kill(pid, 'SIGKILL');
  return { pid };
}
