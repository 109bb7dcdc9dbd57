// Owns the proof that the simulated driver keeps the contract that the process driver keeps.
// Must not hold checks of its own: they are shared.

import { sameForAll } from '../../../src/plan/channels.ts';
import { createRandom } from '../../../src/platform/random.ts';
import { driverConformance } from '../../support/driver-conformance.ts';
import { createSimulatedAccess } from '../../support/simulated/access.ts';
import { createSimulatedProvisioner } from '../../support/simulated/provisioner.ts';
import { VirtualClock } from '../../support/simulated/virtual-clock.ts';

driverConformance('simulated', async () => {
  const clock = new VirtualClock();
  const provisioner = createSimulatedProvisioner(clock, createRandom(7));
  const runId = 'conformance';
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  // Time passes in the background while the suite awaits the driver.
  clock.after(0, () => undefined);
  const driven = clock.drive(ended, Number.POSITIVE_INFINITY);
  const keepAlive = (): void => void clock.after(1_000, keepAlive);
  keepAlive();
  return {
    provisioner,
    spec: {
      runId,
      voters: 3,
      settings: sameForAll({ flags: {}, environment: {} }),
      release: '3.5.33',
      tls: false,
      auth: false,
    },
    to: '3.6.14',
    failing: {
      deployment: { release: '3.6.14', overrides: { 'no-such-flag': '1' } },
      code: 2,
      words: /flag provided but not defined/,
    },
    tellsChanges: true,
    pause: (ms) => clock.sleep(ms),
    access: () => createSimulatedAccess(provisioner.worldOf(runId)),
    wallMs: () => clock.wallMs(),
    [Symbol.asyncDispose]: async () => {
      end();
      await driven;
    },
  };
});
