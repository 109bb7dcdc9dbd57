// Owns that clients which nobody answers say so by name: a cluster that is silent is no bug of the tool.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaults } from '../../../src/manifest/defaults.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createRandom } from '../../../src/platform/random.ts';
import { startWorkloadApart } from '../../../src/workload/own-process.ts';
import { openRecorder } from '../../../src/workload/recorder.ts';
import { clientsProgram } from '../../support/in-process.ts';
import { silentLog } from '../../support/silent-log.ts';

test('clients of members that are frozen tell which members they wait for, and call it no bug', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-silent-'));
  // As a stopped process has it: the kernel takes connections, and nobody answers on them.
  const frozen = createServer();
  await new Promise<void>((resolve) => frozen.listen(0, '127.0.0.1', resolve));
  const address = frozen.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  try {
    await using recorder = await openRecorder(join(directory, 'history.jsonl'), systemClock);
    const starting = startWorkloadApart(clientsProgram, {
      endpoints: [{ member: 'm1', url: `http://127.0.0.1:${address.port}` }],
      credentials: {},
      settings: { clients: 1, rate: 10, keys: 4, valueBytes: [16, 16], mix: defaults.rehearsal.workload.mix },
      random: createRandom(1),
      recorder,
      clock: systemClock,
      log: silentLog,
      streams: true,
      runOf: directory,
    });
    await expect(starting).rejects.toMatchObject({
      code: 'member-lost',
      message: expect.stringContaining('none of m1'),
    });
  } finally {
    frozen.close();
    rmSync(directory, { recursive: true });
  }
});
