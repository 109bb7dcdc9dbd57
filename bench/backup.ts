// Measures what the proof of a large backup costs beside etcd's own tools and servers: time, memory.
// Usage: node bench/backup.ts [KEYS]
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMember } from '../src/etcd/member-client.ts';
import { ReportBackup } from '../src/report/parts.ts';
import { startBareCluster } from '../test/support/bare-cluster.ts';
import { bundle } from '../test/support/command.ts';
import { etcdBinary, testCacheDirectory } from '../test/support/etcd-binaries.ts';
import { saveSnapshot } from '../test/support/snapshots.ts';
import { say, sayRow } from './figure.ts';

const release = '3.6.14';
const keys = Number(process.argv[2] ?? 1_000_000);
const valueBytes = 1000;
const perTransaction = 100;
const writers = 8;
const shareBar = 0.15;
const rssBarBytes = 200_000_000;

const directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-bench-backup-'));
try {
  const path = join(directory, 'large.db');
  await makeBackup(path);
  const bytes = (await stat(path)).size;
  say(`${keys} keys, ${(bytes / 1e9).toFixed(2)} GB`);
  // Twice: what the first reads from the disk, the second has in memory.
  for (const temperature of ['after writing', 'again']) {
    const { backup, peakBytes, wallMs } = await prove(path);
    const runsMs = ['restore', 'content', 'use'].reduce((sum, name) => sum + durationOf(backup, name), 0);
    const share = (wallMs - runsMs) / runsMs;
    const parts = backup.links.map(({ name, durationMs }) => `${name} ${(durationMs / 1000).toFixed(1)}`).join(', ');
    sayRow({
      figure: `proof of a backup of ${keys} keys, ${(bytes / 1e9).toFixed(2)} GB, ${temperature}: own time over the runs of etcdutl (twice) and of the members they made`,
      bar: `≤ ${shareBar}`,
      got: `${share.toFixed(2)} (${((wallMs - runsMs) / 1000).toFixed(1)} s over ${(runsMs / 1000).toFixed(1)} s; links: ${parts} s)`,
      met: share <= shareBar,
    });
    sayRow({
      figure: `memory of that proof, ${temperature}`,
      bar: `≤ ${rssBarBytes / 1e6} MB`,
      got: `${(peakBytes / 1e6).toFixed(0)} MB at its peak`,
      met: peakBytes <= rssBarBytes,
    });
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}

async function makeBackup(path: string): Promise<void> {
  const flags = ['--quota-backend-bytes', String(8 * 2 ** 30), '--unsafe-no-fsync', '--snapshot-count', '10000'];
  await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1, flags });
  const [member] = cluster.members;
  if (member === undefined) throw new Error('no member');
  await cluster.start(member);
  let next = 0;
  const write = async (): Promise<void> => {
    const client = connectMember(member.url, {});
    while (next < keys) {
      const first = next;
      next += perTransaction;
      const success = Array.from({ length: Math.min(perTransaction, keys - first) }, (_, index) => ({
        request_put: {
          key: Buffer.from(nameOf(first + index)),
          value: Buffer.alloc(valueBytes, first + index),
        },
      }));
      await client.unary('KV', 'txn', { compare: [], success, failure: [] }, { deadlineMs: 60_000 });
      if (first % 100_000 === 0) say(`${first} keys written`);
    }
    client.close();
  };
  await Promise.all(Array.from({ length: writers }, write));
  await saveSnapshot(member, release, path);
}

/** One in forty is in a prefix small enough to be compared key for key, and nearly as large as such a one can be. */
function nameOf(number: number): string {
  const kind = number % 40 === 0 ? 'configmaps' : 'pods';
  return `/registry/${kind}/ns-${number % 500}/${number}`;
}

async function prove(path: string) {
  const args = ['verify-backup', path, '--release', release, '--cache', testCacheDirectory, '--offline'];
  const output = join(directory, 'output');
  const begun = performance.now();
  const child = spawn(process.execPath, [bundle, ...args, '--output', output], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', (text: Buffer) => process.stderr.write(text));
  let peakBytes = 0;
  const looking = setInterval(() => {
    void readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => {
        peakBytes = Math.max(peakBytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
      },
      () => undefined, // it has ended
    );
  }, 100);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(looking);
  const wallMs = performance.now() - begun;
  const report = JSON.parse(await readFile(join(output, 'report.json'), 'utf8'));
  if (code !== 0) throw new Error(`exit code ${code}: ${report.reason}`);
  return { backup: ReportBackup.parse(report.backups[0]), peakBytes, wallMs };
}

function durationOf(backup: ReportBackup, name: string): number {
  return backup.links.find((link) => link.name === name)?.durationMs ?? Number.NaN;
}
