// Counts which damages of a snapshot etcd's own tool notices, and which we do: `etcdutl snapshot status` is what people
// take for a proof, `snapshot restore` what they find out with too late.
// Usage: node bench/bare-tool.ts [SEEDS]
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { proveFile } from '../src/backup/file-link.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createRandom } from '../src/platform/random.ts';
import { startBareCluster } from '../test/support/bare-cluster.ts';
import { damages } from '../test/support/damages.ts';
import { etcdBinary, testRelease, toolPath } from '../test/support/etcd-binaries.ts';
import { fill, saveSnapshot } from '../test/support/snapshots.ts';
import { say, sayRow } from './figure.ts';

const release = '3.6.14';
const seeds = Number(process.argv[2] ?? 20);
/** A damaged meta page can make the tool wait for ever. */
const toolLimitMs = 20_000;

const run = promisify(execFile);
const directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-bench-bare-tool-'));
try {
  const path = join(directory, 'whole.db');
  {
    await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
    const [member] = cluster.members;
    if (member === undefined) throw new Error('no member');
    await cluster.start(member);
    for (const seed of [1, 2, 3]) await fill(member, seed);
    await saveSnapshot(member, release, path);
  }
  const whole = await readFile(path);
  const etcdutl = toolPath(await testRelease(release), 'etcdutl');
  const damaged = join(directory, 'damaged.db');
  const noticedBy = (...args: string[]): Promise<boolean> =>
    run(etcdutl, args, { timeout: toolLimitMs, killSignal: 'SIGKILL' }).then(
      () => false,
      () => true,
    );
  for (const [name, damage] of Object.entries(damages)) {
    say(name);
    const noticed = { status: 0, restore: 0, ours: 0, all: 0 };
    for (let seed = 0; seed < seeds; seed++) {
      const bytes = damage(Buffer.from(whole), createRandom(seed).fork(name));
      if (bytes.equals(whole)) continue;
      await writeFile(damaged, bytes);
      noticed.all++;
      // It opens the file for writing, so each tool gets its own.
      if (await noticedBy('snapshot', 'status', damaged)) noticed.status++;
      await writeFile(damaged, bytes);
      const data = join(directory, 'data');
      if (await noticedBy('snapshot', 'restore', damaged, '--data-dir', data)) noticed.restore++;
      await rm(data, { recursive: true, force: true });
      await writeFile(damaged, bytes);
      const { link } = await proveFile(damaged, { clock: systemClock, progress: () => {} });
      if (link.verdict === 'fail') noticed.ours++;
    }
    const { status, restore, ours, all } = noticed;
    sayRow({
      figure: `damage "${name}", noticed of ${all}`,
      bar: 'ours: all',
      got: `\`snapshot status\` ${status}, \`snapshot restore\` ${restore}, ours ${ours}`,
      met: ours === all,
    });
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
