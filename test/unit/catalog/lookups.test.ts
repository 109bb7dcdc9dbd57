import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { expectationOf, type KnownBadContext, knownBadFor, symptomOf } from '../../../src/catalog/lookups.ts';

const plain: KnownBadContext = {
  auth: false,
  voters: 3,
  learners: false,
  settings: {},
  entering: [],
};
const idsOf = (version: string, change: Partial<KnownBadContext> = {}) =>
  knownBadFor(version, { ...plain, ...change }).map((range) => range.id);

describe('knownBadFor', () => {
  test('both ends of a closed range are in it, their neighbours are not', () => {
    expect(idsOf('3.5.0')).toContain('B13');
    expect(idsOf('3.5.2')).toContain('B13');
    expect(idsOf('3.5.3')).not.toContain('B13');
  });
  test('authentication, a single member, a flag and the hop each bring their own', () => {
    expect(idsOf('3.5.3')).not.toContain('B15');
    expect(idsOf('3.5.3', { auth: true })).toContain('B15');
    expect(idsOf('3.5.4')).not.toContain('B10');
    expect(idsOf('3.5.4', { voters: 1 })).toContain('B10');
    expect(idsOf('3.4.9')).not.toContain('B08');
    expect(idsOf('3.4.9', { settings: { 'auth-token-ttl': '300' } })).toContain('B08');
    expect(idsOf('3.5.30')).not.toContain('B30');
    expect(idsOf('3.5.30', { entering: ['3.6'] })).toContain('B30');
    expect(idsOf('3.4.23', { entering: ['3.5'] })).toContain('B46');
  });
  test('3.4.29 is bad with the default logger only', () => {
    expect(idsOf('3.4.29')).toContain('B20');
    expect(idsOf('3.4.29', { settings: { logger: 'zap' } })).not.toContain('B20');
    expect(idsOf('3.4.29', { settings: { logger: 'capnslog' } })).toContain('B20');
  });
  test('blocking ranges come first', () => {
    const severities = knownBadFor('3.4.23', plain).map((range) => range.severity);
    expect(severities[0]).toBe('block');
    expect(severities).toEqual([...severities].sort());
  });
});

describe('symptomOf', () => {
  // Lines as etcd 3.3–3.7 really wrote them (rulebook), among others.
  test.each([
    ['K21', 'panic: unmarshal should never fail (proto: cannot parse invalid wire-format data)'],
    ['K21', 'panic: unmarshal should never fail (proto:\u00a0cannot parse invalid wire-format data)'],
    [
      'K22',
      '{"level":"panic","msg":"detected disallowed v2 WAL for stage --v2-deprecation=write-only","method":"QGET"}',
    ],
    [
      'K8',
      '{"level":"fatal","error":"detected disallowed custom content in v2store for stage --v2-deprecation=write-only"}',
    ],
    ['K1', 'panic: not implemented'],
    ['K2', 'panic: ConfChange type should be either AddNode, RemoveNode or UpdateNode'],
    ['K5', 'invalid downgrade; server version is not allowed to join when downgrade is enabled'],
    ['K6', '"discovery failed","error":"membership: too many learner members in cluster"'],
    ['K9', 'flag provided but not defined: -enable-v2'],
    [
      'K10',
      'conflicting environment variable "ETCD_NAME" is shadowed by corresponding command-line flag (either unset)',
    ],
    ['K16', '"msg":"invalid downgrade; server version is lower than determined cluster version"'],
    ['K16', 'cluster cannot be downgraded (current version: 3.3.25 is lower than determined cluster version: 3.4).'],
    ['K23', '{"msg":"bootstrap failed","error":"version \\"3.7.0\\" is not supported"}'],
    ['K29', '{"level":"warn","msg":"server error","error":"the member has been permanently removed from the cluster"}'],
    ['B06', 'panic: walpb: crc mismatch'],
    ['port-taken', 'listen tcp 127.0.0.1:2379: bind: address already in use'],
    ['disk-full', 'write /data/member/wal/0.tmp: no space left on device'],
    ['data-directory', '"error":"cannot access data directory: mkdir /x: permission denied"'],
  ])('names %s', (knownAs, line) => {
    const symptom = symptomOf(['{"level":"info","msg":"starting"}', line, 'goroutine 1 [running]:']);
    expect(symptom?.knownAs).toBe(knownAs);
    expect(symptom?.remedy).toBeTruthy();
  });
  test('says nothing about ordinary lines', () => {
    expect(symptomOf(['{"level":"info","msg":"ready to serve client requests"}', ''])).toBeUndefined();
    expect(symptomOf([])).toBeUndefined();
  });
  test('every pattern is a valid expression', () => {
    for (const { pattern } of loadCatalog().symptoms) expect(() => new RegExp(pattern, 'i')).not.toThrow();
  });
});

describe('expectationOf', () => {
  test('falls back to what holds everywhere', () => {
    expect(expectationOf('http-gateway', '3.3')).toBe('/v3beta answers');
    expect(expectationOf('http-gateway', '3.7')).toBe('/v3 answers');
    expect(expectationOf('http-version', '3.5')).toBe('etcdserver, etcdcluster');
    expect(expectationOf('http-version', '3.6')).toBe('etcdserver, etcdcluster, storage');
    expect(expectationOf('no-such-check', '3.6')).toBeUndefined();
  });
  test('3.4 with a configuration file has no gateway unless the file asks for it (K11)', () => {
    const byFile = (configFile: Record<string, unknown>) => ({ flags: {}, environment: {}, configFile });
    expect(expectationOf('http-gateway', '3.4', byFile({}))).toBe('/v3 is off');
    expect(expectationOf('http-gateway', '3.4', byFile({ 'enable-grpc-gateway': true }))).toBe('/v3 answers');
    expect(expectationOf('http-gateway', '3.5', byFile({}))).toBe('/v3 answers');
  });
});
