// The file alone: what real snapshots of every line hold, and that no damaged one is taken for whole.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveFile } from '../../src/backup/file-link.ts';
import { expectedBy, readSidecar, Sidecar, sidecarPathOf } from '../../src/backup/sidecar.ts';
import type { SnapshotFacts } from '../../src/backup/snapshot.ts';
import { connectMember } from '../../src/etcd/member-client.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createRandom } from '../../src/platform/random.ts';
import { type BareCluster, startBareCluster } from '../support/bare-cluster.ts';
import { availableOf, damages } from '../support/damages.ts';
import { describeWithEtcd, etcdBinary } from '../support/etcd-binaries.ts';
import { countOf, isFull, seedsOf, windowOf } from '../support/sample.ts';
import { fill, saveSnapshot, turnOnAuth } from '../support/snapshots.ts';
import { happen, membersOf, startLearner, turnOffAuth } from '../support/store-history.ts';

const releases = ['3.4.31', '3.5.33', '3.6.14', '3.7.1'];
/** Of each release, one after the other; the first is of a store that nobody wrote to. */
const snapshots = [1, 2, 3, 4, 5, 6];
/** Of each kind and each release: all of these in the soak, a few of them elsewhere. */
const damagesInSoak = 13;
const damagedPerKind = countOf(damagesInSoak, 3);
/** Some kinds cannot give so many that differ; the share of those that must is the same in the soak and elsewhere. */
const damagedInAll = Math.floor((1000 * damagedPerKind) / damagesInSoak);
/** Of each release: of all turns of its history in the soak, elsewhere of some in a row, in which each change comes twice. */
const turnsInSoak = 50;
const goodSnapshots = countOf(turnsInSoak, 20);
/** What happened to a store before its first snapshot: 10, 20 or 30 turns, for a young store is small. */
const turnsBefore = goodSnapshots === turnsInSoak ? 0 : 10 * (1 + windowOf('good snapshots', 3, 1));
/** Files of one cluster beside the sidecar of another. */
const foreignPairs = 72;
/** Of the good ones: with authentication. */
const auth = { from: countOf(31, 12), until: countOf(45, 17) };
/** Of the good ones: other clusters' files, for sidecars that they do not belong to. */
const kept = [1, 2, 3];
const root = { name: 'root', password: 'secret-of-root' };
const call = { deadlineMs: 20_000 };

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-backup-file-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const prove = (path: string, expected?: Parameters<typeof proveFile>[1]['expected']) =>
  proveFile(path, { clock: systemClock, progress: () => {}, expected });

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

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What tells one store from another, however its pages lie. */
function stateOf({ keySpace, compactRevision, members, leases, auth }: SnapshotFacts): string {
  const { revision, hash, keys } = keySpace;
  return JSON.stringify({ revision, hash, keys, compactRevision, members, leases, auth });
}

/** Digests of the damaged files of all kinds and releases. */
const damagedFiles = new Set<string>();

/** Where only one thing can be said of a damage. */
const says: Readonly<Record<string, RegExp>> = {
  'a bit flipped in a value': /^The hash behind the database is not that of the database$/,
  'a value overwritten': /^The hash behind the database is not that of the database$/,
  'a bit flipped in its hash': /^The hash behind the database is not that of the database$/,
  'cut within its hash': /^\d+ bytes follow the database, which are neither its hash/,
  'bytes behind it': /^\d+ bytes follow the snapshot, which was whole without them$/,
  'packed with gzip': /^The file is gzip data, not a database: unpack it first$/,
  'cut and packed with gzip': /^The file is gzip data, not a database: unpack it first$/,
  'packed with gzip and cut': /^The file is gzip data, not a database: unpack it first$/,
  nothing: /^The file is empty$/,
  'a page of a web server': /^The file is an HTML or XML page, not a database/,
  'an error of an object store': /^The file is an HTML or XML page, not a database/,
};

for (const release of releases) {
  describeWithEtcd([release], `snapshots of etcd ${release}`, () => {
    it('are read from the file alone as the live member says: revision, keys, and HashKV', async () => {
      await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1 });
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      for (const seed of snapshots) {
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
      const flags = ['--strict-reconfig-check=false', '--bcrypt-cost', '4'];
      await using cluster = await startBareCluster({ binary: await etcdBinary(release), voters: 1, flags });
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      const files = new Set<string | null>();
      const stores = new Map<string, SnapshotFacts>();
      let learner: Awaited<ReturnType<typeof startLearner>> | undefined;
      for (let turn = 1; turn <= turnsBefore; turn++) await happen(member, turn, {});
      for (let seed = 1; seed <= goodSnapshots; seed++) {
        if (seed === 4) learner = await startLearner(cluster);
        if (seed === 6) await learner?.promote();
        if (seed === 8) await learner?.remove();
        if (seed === auth.from) await turnOnAuth(member);
        if (seed === auth.until) await turnOffAuth(member, { user: root });
        const guarded = seed >= auth.from && seed < auth.until;
        const credentials = guarded ? { user: root } : {};
        await happen(member, turnsBefore + seed, credentials);
        const path = join(directory, `${release}-good${kept.includes(seed) ? `-${seed}` : ''}.db`);
        await saveSnapshot(member, release, path, guarded ? `${root.name}:${root.password}` : undefined);
        const { link, sha256, facts } = await prove(path);
        expect(link, `seed ${seed}`).toMatchObject({ verdict: 'pass', failureReason: null });
        if (facts === null) throw new Error('nothing was read');
        const members = await membersOf(member, credentials);
        expect(facts.members.map(({ id, name, isLearner }) => ({ id, name, isLearner }))).toEqual(
          expect.arrayContaining(members),
        );
        expect([facts.members.length, facts.auth.enabled], `seed ${seed}`).toEqual([members.length, guarded]);
        files.add(sha256);
        stores.set(stateOf(facts), facts);
      }
      expect([files.size, stores.size]).toEqual([goodSnapshots, goodSnapshots]);
      const many = (is: (facts: SnapshotFacts) => boolean) => [...stores.values()].filter(is).length;
      expect({
        learners: many(({ members }) => members.some(({ isLearner }) => isLearner)),
        voters: many(({ members }) => members.length === 2 && !members.some(({ isLearner }) => isLearner)),
        guarded: many((facts) => facts.auth.enabled),
      }).toEqual({ learners: 2, voters: 2, guarded: auth.until - auth.from });
      for (const is of [
        ({ leases }: SnapshotFacts) => leases.length > 0,
        ({ compactRevision }: SnapshotFacts) => compactRevision > 0,
        ({ databaseBytes }: SnapshotFacts) => databaseBytes > 1_000_000,
      ]) {
        // A store of few turns is small yet in half of them.
        expect(many(is)).toBeGreaterThan(goodSnapshots / (isFull ? 2 : 4));
      }
    });

    describe('damaged', () => {
      let originals: readonly Buffer[];
      beforeAll(async () => {
        originals = await Promise.all(snapshots.map((seed) => readFile(join(directory, `${release}-${seed}.db`))));
      });

      it.each(Object.entries(damages))('%s: none is taken for whole', async (name, damage) => {
        const seen = new Set(originals.map(digestOf));
        const whole = seen.size;
        const wanted = Math.min(damagedPerKind, availableOf(name, whole));
        const seeds = seedsOf(`${release} ${name}`, damagesInSoak, wanted, damagesInSoak * 4);
        for (const seed of seeds) {
          if (seen.size === whole + wanted) break;
          const original = Buffer.from(originals[seed % whole] ?? '');
          const bytes = damage(original, createRandom(seed).fork(`${release} ${name}`));
          const digest = digestOf(bytes);
          if (seen.has(digest)) continue;
          seen.add(digest);
          damagedFiles.add(digest);
          const path = join(directory, `${release}-damaged.db`);
          await rm(path, { force: true }); // a file that is emptied and filled again takes ext4 five times as long
          await writeFile(path, bytes);
          const { link } = await prove(path);
          expect(link, `seed ${seed}`).toMatchObject({
            name: 'file',
            verdict: 'fail',
            failureReason: 'backup-corrupt',
          });
          expect(link.evidence[0], `seed ${seed}`).toMatch(says[name] ?? /damage|database|snapshot|empty/);
        }
        expect(seen.size - whole).toBe(wanted);
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

describeWithEtcd(releases, 'snapshots of every release', () => {
  it(`were damaged in ${damagedInAll} ways at least, no two of which are the same file`, () => {
    expect(damagedFiles.size).toBeGreaterThanOrEqual(damagedInAll);
  });

  describe('beside the sidecar of another', () => {
    interface Named {
      readonly path: string;
      readonly cluster: string;
      readonly sidecar: Sidecar;
    }
    const all: Named[] = [];
    beforeAll(async () => {
      for (const release of releases) {
        for (const seed of snapshots) all.push(await named(`${release}-${seed}.db`, `${release}, first`));
        for (const seed of kept) all.push(await named(`${release}-good-${seed}.db`, `${release}, second`));
      }
    });

    /** The sidecar as `backup` writes it: what the file holds, and what the member said of itself. */
    async function named(file: string, cluster: string): Promise<Named> {
      const path = join(directory, file);
      const { facts, sha256, bytes } = await prove(path);
      if (facts === null) throw new Error(`${file} is not whole`);
      const { revision, hash } = facts.keySpace;
      const sidecar = Sidecar.parse({
        schemaVersion: 1,
        kind: 'etcd-migrate/backup-sidecar',
        sha256,
        bytes,
        revision,
        hash,
        hashBy: 'member',
        members: facts.members.map(({ id, name }) => ({ id, name })),
        clusterId: digestOf(Buffer.from(cluster)).slice(0, 16),
        etcd: facts.clusterVersion,
        takenFrom: 'http://127.0.0.1:2379',
        takenAt: new Date().toISOString(),
        toolVersion: '0.0.0',
      });
      return { path, cluster, sidecar };
    }

    async function proveAs(file: Named, { sidecar }: Named) {
      const path = join(directory, 'named.db');
      await rm(path, { force: true });
      await copyFile(file.path, path);
      await writeFile(sidecarPathOf(path), JSON.stringify(sidecar));
      return (await prove(path, expectedBy(await readSidecar(path), [], path).expected)).link;
    }

    it('each is taken for what it is beside its own', async () => {
      for (const each of all) expect(await proveAs(each, each)).toMatchObject({ verdict: 'pass', failureReason: null });
    });

    it("another cluster's: none is taken for the one that is meant", async () => {
      const random = createRandom(1);
      const pairs = new Set<string>();
      while (pairs.size < foreignPairs) {
        const [file, meant] = [random.pick(all), random.pick(all)];
        const pair = `${file.path} as ${meant.path}`;
        if (file.cluster === meant.cluster || pairs.has(pair)) continue;
        pairs.add(pair);
        const link = await proveAs(file, meant);
        expect(link, pair).toMatchObject({ name: 'file', verdict: 'fail', failureReason: 'backup-foreign' });
        expect(link.evidence[0], pair).toMatch(/^It is of the cluster of members .*; named\.db\.json says /);
      }
    });

    it("an older one under the newer's name: none is taken for the newer", async () => {
      let pairs = 0;
      for (const [index, older] of all.entries()) {
        for (const newer of all.slice(index + 1).filter(({ cluster }) => cluster === older.cluster)) {
          pairs++;
          const link = await proveAs(older, newer);
          const pair = `${older.path} as ${newer.path}`;
          expect(link, pair).toMatchObject({ name: 'file', verdict: 'fail', failureReason: 'backup-foreign' });
          expect(link.evidence[0], pair).toMatch(/^Its SHA-256 is [0-9a-f]{64}; named\.db\.json says [0-9a-f]{64}$/);
        }
      }
      expect(pairs).toBe(releases.length * (15 + 3));
    });
  });
});

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

  it('is not judged when it changes while it is read', async () => {
    const path = join(directory, 'changing.db');
    await copyFile(join(directory, '3.6.14-4.db'), path);
    const proof = proveFile(path, {
      clock: systemClock,
      progress: () => void writeFile(path, 'x', { flag: 'a' }),
    });
    await expect(proof).rejects.toMatchObject({ code: 'backup-changed' });
    const vanishing = proveFile(path, { clock: systemClock, progress: () => rmSync(path, { force: true }) });
    await expect(vanishing).rejects.toMatchObject({
      code: 'backup-changed',
      message: expect.stringContaining('vanished while it was read'),
    });
    await expect(prove(join(directory, 'none.db'))).rejects.toMatchObject({ code: 'backup-unreadable' });
    await expect(prove(directory)).rejects.toMatchObject({ code: 'backup-unreadable' });
  });
});
