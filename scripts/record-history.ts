// Owns recording what real clients see on a real three-member cluster while members stop, die and come back. Judges'
// tests plant violations into it.
// Must not judge what it records, nor be run by a test: the history is a fixture, and a person decides to replace it.
//
//   node scripts/record-history.ts ETCD-BINARY [OUTPUT.jsonl.gz]
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createApplicationClient } from '../src/etcd/application-client.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createRandom } from '../src/platform/random.ts';
import { openRecorder, type Recorder } from '../src/workload/recorder.ts';
import { startWorkload } from '../src/workload/workload.ts';
import { type BareCluster, type BareMember, startBareCluster } from '../test/support/bare-cluster.ts';
import { silentLog } from '../test/support/silent-log.ts';

const workingMs = 1500;

async function recordHashes(cluster: BareCluster, recorder: Recorder, step: string): Promise<void> {
  await using client = createApplicationClient(cluster.members, {}, 'hashes');
  const [first] = client.members;
  const rev = first === undefined ? '0' : (await first.client.get('app/hash').exec()).header.revision;
  const hashes: Record<string, number> = {};
  for (const { member, client: one, hashKv } of client.members) {
    // This read is linearizable: afterwards the member has applied the revision.
    await one.get('app/hash').exec();
    const { hash } = await hashKv(rev);
    hashes[member] = hash;
  }
  recorder.record({ k: 'hash', at: systemClock.monotonicUs(), rev, step, hashes });
}

async function observe(recorder: Recorder, step: string): Promise<void> {
  await recorder.mark('step-start', { step, state: `state ${step}` });
  await systemClock.sleep(workingMs);
  await recorder.mark('step-end', { step });
}

async function disturb(cluster: BareCluster, recorder: Recorder): Promise<void> {
  const [first, second, third] = cluster.members as readonly [BareMember, BareMember, BareMember];
  const scenes = [
    { step: '1', member: first, signal: 'SIGTERM' },
    { step: '2', member: second, signal: 'SIGKILL' },
    { step: '3', member: third, signal: 'SIGTERM' },
  ] as const;
  for (const { step, member, signal } of scenes) {
    await recorder.mark('step-start', { step });
    await recorder.mark('switch-start', { step, member: member.member });
    await cluster.stop(member, signal);
    await cluster.start(member);
    await recorder.mark('switch-end', { step, member: member.member });
    await recorder.mark('step-end', { step });
    await observe(recorder, `${step}.a1`);
    await recordHashes(cluster, recorder, step);
  }
}

async function record(binary: string, output: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-record-'));
  const file = join(directory, 'history.jsonl');
  try {
    await using cluster = await startBareCluster({ binary, voters: 3 });
    await using recorder = await openRecorder(file, systemClock);
    await using workload = await startWorkload({
      endpoints: cluster.members,
      credentials: {},
      settings: {
        clients: 6,
        rate: 80,
        keys: 24,
        valueBytes: [32, 256],
        mix: { put: 40, get: 20, getSerializable: 15, range: 5, cas: 15, delete: 5 },
      },
      random: createRandom(1),
      recorder,
      clock: systemClock,
      log: silentLog,
      streams: true,
      compactEveryMs: 3000,
    });
    await observe(recorder, '0.a1');
    await disturb(cluster, recorder);
    // Whoever disturbed them here did it on purpose.
    for (const { member } of cluster.members) await recorder.mark('process-unchanged', { member });
    await workload.stop();
    await workload.readBack(cluster.members);
    console.log(`operations: ${JSON.stringify(await workload.totals())}`);
  } finally {
    const history = await readFile(file);
    const packed = gzipSync(history, { level: 9 });
    await writeFile(output, packed);
    console.log(`${output}: ${history.length} bytes, ${packed.length} packed`);
    await rm(directory, { recursive: true, force: true });
  }
}

const [binary, output = 'test/fixtures/history/three-members-restarts.jsonl.gz'] = process.argv.slice(2);
if (binary === undefined) {
  console.error('usage: node scripts/record-history.ts ETCD-BINARY [OUTPUT.jsonl.gz]');
  process.exitCode = 2;
} else {
  await record(resolve(binary), output);
}
