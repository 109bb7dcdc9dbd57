// The file alone: what real snapshots of every line hold, and that no damaged one is taken for whole.
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveFile } from '../../src/backup/file-link.ts';
import { connectMember } from '../../src/etcd/member-client.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createRandom } from '../../src/platform/random.ts';
import { type BareCluster, startBareCluster } from '../support/bare-cluster.ts';
import { damages } from '../support/damages.ts';
import { describeWithEtcd, etcdBinary } from '../support/etcd-binaries.ts';
import { fill, saveSnapshot, turnOnAuth } from '../support/snapshots.ts';

const seedsPerDamage = 18;
/** Of each line. */
const goodSnapshots = 50;
const call = { deadlineMs: 20_000 };

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-backup-file-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const prove = (path: string, expected?: Parameters<typeof proveFile>[1]['expected']) =>
  proveFile(path, { clock: systemClock, progress: () => {}, expected });

async function addAndRemoveLearner(url: string): Promise<void> {
  const client = connectMember(url, {});
  try {
    const request = { peerURLs: ['http://127.0.0.1:1'], isLearner: true };
    const { member } = await client.unary<{ member: { ID: string } }>('Cluster', 'memberAdd', request, call);
    await client.unary('Cluster', 'memberRemove', { ID: member.ID }, call);
  } finally {
    client.close();
  }
}

async function liveFacts(cluster: BareCluster) {
  const client = connectMember(cluster.members[0]?.url ?? '', {});
  try {
    const all = { key: Buffer.from([0]), range_end: Buffer.from([0]), count_only: true };
    const { count, header } = await client.unary<{ count: string; header: { revision: string } }>(
      'KV',
      'range',
      all,
      call,
    );
    const { hash } = await client.unary<{ hash: number }>('Maintenance', 'hashKv', { revision: header.revision }, call);
    return { keys: Number(count), revision: Number(header.revision), hash };
  } finally {
    client.close();
  }
}

for (const release of ['3.4.31', '3.5.33', '3.6.14', '3.7.1']) {
  describeWithEtcd([release], `snapshots of etcd ${release}`, () => {
    it('are read from the file alone as the live member says: revision, keys, and HashKV', async () => {
      await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      await cluster.start(member);
      for (let seed = 1; seed <= 6; seed++) {
        const path = join(directory, `${release}-${seed}.db`);
        if (seed > 1) await fill(member, seed);
        await saveSnapshot(member, release, path);
        const live = await liveFacts(cluster);
        const { link, facts } = await prove(path);
        expect(link, `seed ${seed}`).toMatchObject({ verdict: 'pass', failureReason: null });
        expect(facts?.keySpace, `seed ${seed}`).toMatchObject(live);
        expect(facts?.members).toMatchObject([{ name: 'm1', isLearner: false }]);
        expect(facts?.clusterVersion).toBe(release.replace(/\d+$/, '0'));
        expect(facts?.storageVersion).toBe(release < '3.6' ? null : release.replace(/\d+$/, '0'));
      }
    });

    it(`${goodSnapshots} good ones are all taken for whole, whatever has happened to the store`, async () => {
      await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      await cluster.start(member);
      const path = join(directory, `${release}-good.db`);
      const authFrom = goodSnapshots - 10;
      for (let seed = 1; seed <= goodSnapshots; seed++) {
        // Every second: the same store once more is another file too.
        if (seed < authFrom && seed % 2 === 1) await fill(member, 1000 + seed);
        // A learner that came and went: it never ran, and takes part in no vote.
        if (seed === 5) await addAndRemoveLearner(member.url);
        if (seed === authFrom) await turnOnAuth(member);
        await saveSnapshot(member, release, path, seed < authFrom ? undefined : 'root:secret-of-root');
        const { link } = await prove(path);
        expect(link, `seed ${seed}`).toMatchObject({ verdict: 'pass', failureReason: null });
      }
    });

    describe('damaged', () => {
      it.each(Object.keys(damages))('%s: none is taken for whole', async (name) => {
        const whole = await readFile(join(directory, `${release}-1.db`));
        const rich = await readFile(join(directory, `${release}-4.db`));
        let damaged = 0;
        for (let seed = 0; seed < seedsPerDamage; seed++) {
          const original = seed % 2 === 0 ? whole : rich;
          const bytes = damages[name]?.(Buffer.from(original), createRandom(seed).fork(name)) ?? original;
          if (bytes.equals(original)) continue;
          damaged++;
          const path = join(directory, `${release}-damaged.db`);
          await writeFile(path, bytes);
          const { link } = await prove(path);
          expect(link, `seed ${seed}`).toMatchObject({
            name: 'file',
            verdict: 'fail',
            failureReason: 'backup-corrupt',
          });
        }
        expect(damaged).toBeGreaterThan(seedsPerDamage / 3);
      });

      it('without its hash it is no pass: nothing tells a changed value', async () => {
        const whole = await readFile(join(directory, `${release}-4.db`));
        const path = join(directory, `${release}-bare.db`);
        await writeFile(path, whole.subarray(0, -32));
        const { link } = await prove(path);
        expect(link).toMatchObject({ verdict: 'inconclusive', failureReason: 'no-integrity-hash' });
      });
    });
  });
}

describeWithEtcd(['3.6.14'], 'a snapshot that is whole', () => {
  it('is foreign only where somebody says what it should be', async () => {
    const path = join(directory, '3.6.14-4.db');
    const { facts, sha256 } = await prove(path);
    const { revision, hash } = facts?.keySpace ?? { revision: 0, hash: 0 };
    const memberIds = facts?.members.map(({ id }) => id) ?? [];
    const right = { source: 'the sidecar', sha256: sha256 ?? '', revision, hash, memberIds };
    expect((await prove(path, right)).link.verdict).toBe('pass');
    for (const [wrong, complaint] of [
      [{ sha256: '00' }, /Its SHA-256 is/],
      [{ revision: revision + 1 }, /It is of revision/],
      [{ hash: hash + 1 }, /The hash of its keys is/],
      [{ memberIds: ['1f'] }, /It is of the cluster of members/],
    ] as const) {
      const { link } = await prove(path, { ...right, ...wrong });
      expect(link).toMatchObject({ verdict: 'fail', failureReason: 'backup-foreign' });
      expect(link.evidence[0]).toMatch(complaint);
    }
  });

  it('is said to be packed when it is packed', async () => {
    const path = join(directory, 'packed.db');
    await writeFile(path, gzipSync(await readFile(join(directory, '3.6.14-4.db'))));
    const { link } = await prove(path);
    expect(link.failureReason).toBe('backup-corrupt');
    expect(link.evidence[0]).toBe('The file is gzip data, not a database: unpack it first');
  });

  it('is not judged when it changes while it is read', async () => {
    const path = join(directory, 'changing.db');
    await copyFile(join(directory, '3.6.14-4.db'), path);
    const proof = proveFile(path, {
      clock: systemClock,
      progress: () => void writeFile(path, 'x', { flag: 'a' }),
    });
    await expect(proof).rejects.toMatchObject({ code: 'backup-changed' });
    await expect(prove(join(directory, 'none.db'))).rejects.toMatchObject({ code: 'backup-unreadable' });
    await expect(prove(directory)).rejects.toMatchObject({ code: 'backup-unreadable' });
  });
});
