import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EtcdMigrateError } from '../../../src/errors.ts';
import { defaults } from '../../../src/manifest/defaults.ts';
import { type ResolvedManifest, resolveManifest } from '../../../src/manifest/resolve.ts';
import { parseManifest } from '../../support/parse-manifest.ts';

const encoder = new TextEncoder();
const valid = 'from: "3.5"\nto: "3.7"\n';

function resolve(text: string, files: { configFile?: string } = {}): ResolvedManifest {
  return resolveManifest(parseManifest(encoder.encode(text), 'm.yaml'), files);
}

test('the least manifest resolves to the table of defaults', () => {
  const { valueSize, ...workload } = defaults.rehearsal.workload;
  expect(resolve(valid)).toEqual({
    name: 'etcd',
    from: '3.5',
    to: '3.7',
    voters: 3,
    memberNames: ['m1', 'm2', 'm3'],
    settings: { shared: { flags: {}, environment: {} }, own: {} },
    settingPlaces: { shared: {}, own: {} },
    rehearsal: {
      depth: 'standard',
      seed: 1,
      workload: { ...workload, valueBytes: [valueSize, valueSize] },
      thresholds: defaults.rehearsal.thresholds,
      timeLimits: defaults.rehearsal.timeLimits,
    },
    releases: { sources: defaults.releases.sources, local: {} },
    accept: [],
  });
});

test('every key of the full manifest arrives', () => {
  const text = readFileSync(new URL('../../fixtures/manifest/full.yaml', import.meta.url), 'utf8');
  expect(resolve(text)).toEqual({
    name: 'payments',
    from: '3.5.16',
    to: '3.7',
    hops: ['3.5.33', '3.6.14'],
    voters: 3,
    memberNames: ['etcd-1', 'etcd-2', 'etcd-3'],
    settings: {
      shared: {
        flags: { 'quota-backend-bytes': '8589934592', 'auto-compaction-retention': '1h', 'pre-vote': 'true' },
        environment: { ETCD_HEARTBEAT_INTERVAL: '200' },
      },
      own: {
        'etcd-3': {
          flags: { 'quota-backend-bytes': '8589934592', 'heartbeat-interval': '200' },
          environment: { ETCD_AUTO_COMPACTION_RETENTION: '1h', ETCD_PRE_VOTE: '1' },
        },
      },
    },
    settingPlaces: {
      shared: {
        'quota-backend-bytes': { file: 'm.yaml', line: 9, column: 26 },
        'auto-compaction-retention': { file: 'm.yaml', line: 10, column: 32 },
        'pre-vote': { file: 'm.yaml', line: 11, column: 15 },
        ETCD_HEARTBEAT_INTERVAL: { file: 'm.yaml', line: 13, column: 30 },
      },
      own: {
        'etcd-3': {
          'quota-backend-bytes': { file: 'm.yaml', line: 16, column: 37 },
          'heartbeat-interval': { file: 'm.yaml', line: 16, column: 69 },
          ETCD_AUTO_COMPACTION_RETENTION: { file: 'm.yaml', line: 17, column: 54 },
          ETCD_PRE_VOTE: { file: 'm.yaml', line: 17, column: 75 },
        },
      },
    },
    connection: {
      endpoints: ['https://etcd-1.example:2379', 'https://etcd-2.example:2379'],
      tls: { caFile: 'ca.pem', certEnv: 'ETCD_CERT', keyEnv: 'ETCD_KEY', serverName: 'etcd.example' },
      auth: { username: 'root', passwordEnv: 'ETCD_PASSWORD' },
    },
    rehearsal: {
      depth: 'deep',
      seed: 42,
      tls: true,
      auth: true,
      workload: {
        clients: 16,
        rate: 250,
        keys: 128,
        valueBytes: [16, 4096],
        mix: { ...defaults.rehearsal.workload.mix, put: 50, delete: 0 },
      },
      thresholds: {
        longestWriteGapMs: 2000,
        longestReadGapMs: 1500,
        failedOperations: 1,
        unknownOperations: 5,
        p99Ms: 400,
      },
      timeLimits: { gateMs: 30000, soakMs: 0, dwellMs: 1000, totalMs: 3600000 },
    },
    releases: {
      sources: ['local', 'cache', 'mirror'],
      local: { '3.5.16': '/opt/etcd-3.5.16' },
      mirror: 'https://mirror.example/etcd',
      image: 'registry.example/etcd',
    },
    accept: [{ risk: 'known-bad', reason: 'production has run on it for years' }],
  });
});

test('hops lose the ends that repeat `from` and `to`, and nothing else', () => {
  expect(resolve(`${valid}hops: ["3.5", "3.6", "3.7"]\n`).hops).toEqual(['3.6']);
  expect(resolve(`${valid}hops: ["3.6"]\n`).hops).toEqual(['3.6']);
  expect(resolve(`${valid}hops: ["3.5.33", "3.6", "3.7.1"]\n`).hops).toEqual(['3.5.33', '3.6', '3.7.1']);
  expect(resolve('from: "3.6"\nto: "3.7"\nhops: ["3.6", "3.7"]\n').hops).toEqual([]);
});

describe('an etcd configuration file', () => {
  const withFile = `${valid}etcd: {configFile: etcd.yaml}\n`;

  test('gives its settings, without those that belong to one member, and says so', () => {
    const text =
      'name: infra1\ndata-dir: /var/lib/etcd\nsnapshot-count: 5000\nclient-transport-security:\n  cert-file: x\n';
    const { settings, notes } = resolve(withFile, { configFile: `\ufeff${text}` });
    expect(settings.shared).toEqual({ flags: {}, environment: {}, configFile: { 'snapshot-count': 5000 } });
    expect(notes?.map(({ severity, where }) => [severity, where?.file, where?.line])).toEqual([
      ['note', 'etcd.yaml', 1],
      ['note', 'etcd.yaml', 2],
      ['note', 'etcd.yaml', 4],
    ]);
  });

  test('may be empty', () => {
    expect(resolve(withFile, { configFile: '# nothing\n' }).settings.shared.configFile).toEqual({});
  });

  test('is read without regard to case, as etcd reads it: a production path in capitals is none of a rehearsal', () => {
    const text = 'Data-Dir: /var/lib/etcd\nSnapshot-Count: 5000\nSocket-Options:\n  Reuse-Port: true\n';
    const { settings, notes } = resolve(withFile, { configFile: text });
    expect(settings.shared.configFile).toEqual({ 'snapshot-count': 5000, 'socket-options': { 'reuse-port': true } });
    expect(notes?.map(({ where }) => where?.line)).toEqual([1]);
  });

  test.for(['- a\n', 'just text\n', 'a: [\n', 'a: 1\na: 2\n', 'a: 1\nA: 2\n', 'a: {b: 1, B: 2}\n'])(
    'is refused as %j, located in that file',
    (text) => {
      let error: unknown;
      try {
        resolve(withFile, { configFile: text });
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(EtcdMigrateError);
      expect((error as EtcdMigrateError).code).toBe('manifest-invalid');
      expect((error as EtcdMigrateError).message).toMatch(/\netcd\.yaml:\d+:\d+: /);
    },
  );

  test('whose text the caller forgot is a bug of ours, not of the manifest', () => {
    expect(() => resolve(withFile)).toThrow(expect.objectContaining({ code: 'internal-error' }));
  });
});
