// When a backup is accepted by what attests it, and when it must be proven anew.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AttestationDemand, digestOfExpected, judgeAttestation } from '../../../src/backup/attestation.ts';
import type { ProofReport } from '../../../src/report/model.ts';
import type { Attestation } from '../../../src/report/parts.ts';
import { runInProcess } from '../../support/in-process.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-28T12:00:00Z');
const sha256 = 'a'.repeat(64);
const expected = { expect: [{ prefix: 'app/', atLeast: 1, atMost: 10 }], test: undefined };
const asked = { expect: [], test: undefined, members: 1, otherReleases: [] };
const attested: Attestation = {
  schemaVersion: 1,
  kind: 'etcd-migrate/backup',
  sha256,
  bytes: 6,
  revision: 2,
  hash: 3,
  keys: 4,
  memberIds: ['a1'],
  clusterId: 'cafe',
  proven: ['file', 'restore', 'content', 'use', 'time'],
  expectations: 1,
  ownTest: false,
  expectedSha256: digestOfExpected(expected),
  members: 3,
  otherReleases: { '3.7.1': {} },
  recoveryMs: 90_000,
  release: '3.6.14',
  binaries: {},
  platform: 'linux/amd64',
  toolVersion: '0.1.0',
  takenAt: '2026-11-28T08:00:00.000Z',
  provenAt: '2026-11-28T10:00:00.000Z',
};
const demand: AttestationDemand = {
  sha256,
  bytes: 6,
  nowMs: now,
  withinMs: 24 * hour,
  policy: {},
  asked,
};

const live = { revision: 5n, clusterId: 'cafe', memberIds: ['a1', 'a2'] };

describe('an attestation', () => {
  it('of the same bytes, young enough, is accepted', () => {
    const all = { ...asked, ...expected, members: 3, otherReleases: ['3.6.14', '3.7.1'] };
    const policy = { rpoMs: 5 * hour, rtoMs: 90_000, rpoRevisions: 3 };
    const strict = { ...demand, clusterId: 'cafe', asked: all, live, policy };
    expect(judgeAttestation(attested, strict)).toMatchObject({ verdict: 'pass', failureReason: null });
    expect(judgeAttestation(attested, demand).reason).toMatch(/^It was proven 2 h 0 min ago, by etcd 3\.6\.14/);
  });

  it.each<[string, Partial<Attestation>, Partial<AttestationDemand>, string]>([
    ['is of other bytes', { sha256: 'b'.repeat(64) }, {}, 'backup-not-proven'],
    ['is of another length', { bytes: 7 }, {}, 'backup-not-proven'],
    ['lacks a link', { proven: ['file', 'restore', 'content', 'time'] }, {}, 'backup-not-proven'],
    ['is too old', {}, { withinMs: hour }, 'backup-not-proven'],
    ['is of the future', { provenAt: '2026-11-28T13:00:00.000Z' }, {}, 'backup-not-proven'],
    ['is of another cluster', {}, { clusterId: 'beef' }, 'backup-not-proven'],
    ['is of no cluster that is known', { clusterId: null }, { clusterId: 'cafe' }, 'backup-not-proven'],
    ['was made without the test', {}, { asked: { ...asked, ...expected, test: ['true'] } }, 'backup-not-proven'],
    ['was made with other expectations', {}, { asked: { ...asked, expect: [{ key: 'a' }] } }, 'backup-not-proven'],
    ['was made with fewer members', {}, { asked: { ...asked, members: 5 } }, 'backup-not-proven'],
    ['was made without a release', {}, { asked: { ...asked, otherReleases: ['3.5.33'] } }, 'backup-not-proven'],
    ['took too long', {}, { policy: { rtoMs: 89_000 } }, 'restore-too-slow'],
    ['is too far behind', {}, { live: { ...live, revision: 8n }, policy: { rpoRevisions: 5 } }, 'backup-stale'],
    ['is of another live cluster', {}, { live: { ...live, clusterId: 'beef' } }, 'backup-foreign'],
    ['is ahead of the live cluster', {}, { live: { ...live, revision: 1n } }, 'backup-foreign'],
    ['is of old data', {}, { policy: { rpoMs: 3 * hour } }, 'backup-stale'],
    ['is of data of unknown age', { takenAt: null }, { policy: { rpoMs: 3 * hour } }, 'backup-age-unknown'],
    ['cannot say how far behind', {}, { policy: { rpoRevisions: 5 } }, 'backup-age-unknown'],
  ])('that %s is not', (_, change, more, reason) => {
    const judged = judgeAttestation({ ...attested, ...change }, { ...demand, ...more });
    expect(judged.failureReason).toBe(reason);
    expect(judged.verdict).toBe(reason === 'backup-age-unknown' ? 'inconclusive' : 'fail');
  });

  it('is accepted where the live cluster does not answer and nothing depends on it, and says so', () => {
    expect(judgeAttestation(attested, { ...demand, live: 'no route' })).toMatchObject({
      verdict: 'pass',
      reason: expect.stringMatching(/The live cluster could not be asked: no route\.$/),
    });
  });

  it('that is not there is not', () => {
    expect(judgeAttestation(undefined, demand)).toMatchObject({ verdict: 'fail', failureReason: 'backup-not-proven' });
  });
});

describe('verify-backup --attestations', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-attestation-'));
    await mkdir(join(directory, 'proofs'));
    await writeFile(join(directory, 'a.db'), 'backup');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const digest = createHash('sha256').update('backup').digest('hex');
  const attest = (change: object = {}) =>
    writeFile(
      join(directory, `proofs/${digest}.json`),
      JSON.stringify({ ...attested, sha256: digest, provenAt: new Date(Date.now() - hour).toISOString(), ...change }),
    );
  const accept = async (...args: string[]) => {
    const all = ['verify-backup', ...args, '--attestations', 'proofs', '--format', 'json'];
    const { exitCode, stdout } = await runInProcess(all, { cwd: directory });
    return { exitCode, report: JSON.parse(stdout) as ProofReport };
  };

  it('passes for the same bytes, says what attests them, and leaves nothing behind', async () => {
    await attest();
    const { exitCode, report } = await accept('a.db');
    expect([exitCode, report.verdict]).toEqual([0, 'pass']);
    expect(report.backups?.[0]).toMatchObject({ sha256: digest, links: [], attestation: { sha256: digest } });
    expect((await readdir(directory)).sort()).toEqual(['a.db', 'proofs']);
  });

  it('fails for one byte more, for a proof that is too old, and for one that was damaged', async () => {
    await attest();
    await writeFile(join(directory, 'b.db'), 'backup.');
    const { exitCode, report } = await accept('a.db', 'b.db');
    expect([exitCode, report.failureReason]).toEqual([1, 'backup-not-proven']);
    expect(report.backups?.map(({ file, verdict }) => [file, verdict]).sort()).toEqual([
      ['a.db', 'pass'],
      ['b.db', 'fail'],
    ]);
    await attest({ provenAt: new Date(Date.now() - 25 * hour).toISOString() });
    expect((await accept('a.db')).report.reason).toMatch(/It was proven 25 h 0 min ago; 24 h 0 min are accepted/);
    expect((await accept('a.db', '--within', '26')).exitCode).toBe(0);
    await attest({ proven: 'all' });
    expect(await accept('a.db')).toMatchObject({ exitCode: 2, report: { failureReason: 'attestation-invalid' } });
  });

  it('fails for another file under the name of one that a checksum or the manifest knows', async () => {
    await attest();
    await writeFile(join(directory, 'm.yaml'), `backups: {files: [a.db], sha256: {a.db: "${'F'.repeat(64)}"}}\n`);
    const named = await accept('--manifest', 'm.yaml');
    expect([named.exitCode, named.report.failureReason]).toEqual([1, 'backup-foreign']);
    // Misspelt, the digest would be compared with nothing.
    await writeFile(join(directory, 'm.yaml'), `backups: {files: [a.db], sha256: {A.db: "${'F'.repeat(64)}"}}\n`);
    const misspelt = await accept('--manifest', 'm.yaml');
    expect([misspelt.exitCode, misspelt.report.failureReason]).toEqual([2, 'sidecar-invalid']);
    await writeFile(join(directory, 'a.db.sha256'), `${'e'.repeat(64)}  a.db\n`);
    const beside = await accept('a.db');
    expect([beside.exitCode, beside.report.reason]).toEqual([1, expect.stringContaining('a.db.sha256 says eee')]);
  });

  it('is not mixed with what only a new proof can do', async () => {
    await attest();
    expect((await accept()).report.failureReason).toBe('usage');
    const { exitCode } = await runInProcess(['verify-backup', 'a.db', '--within', '5'], { cwd: directory });
    expect(exitCode).toBe(2);
    const both = ['verify-backup', 'a.db', '--attestations', 'proofs', '--release', '3.6.14'];
    expect((await runInProcess(both, { cwd: directory })).exitCode).toBe(2);
  });
});
