import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { holdersOf, memberNamesOf, sameForAll, settingsOf } from '../../../src/plan/channels.ts';
import { differencesBetween, differenceWords, effectiveSettings } from '../../../src/plan/effective-settings.ts';
import type { EtcdSettings } from '../../../src/plan/steps.ts';

const none: EtcdSettings = { flags: {}, environment: {} };
const effective = (settings: Partial<EtcdSettings>) => effectiveSettings({ ...none, ...settings }, loadCatalog());

describe('what settings come to', () => {
  test('is read from the channel that etcd reads', () => {
    const flags = { 'snapshot-count': '5' };
    expect(effective({ flags })).toEqual({ 'snapshot-count': '5' });
    expect(effective({ environment: { ETCD_SNAPSHOT_COUNT: '6' } })).toEqual({ 'snapshot-count': '6' });
    expect(effective({ flags, environment: { ETCD_MAX_WALS: '3' }, configFile: { 'snapshot-count': 7 } })).toEqual({
      'snapshot-count': '7',
    });
    expect(effective({ flags, environment: { ETCD_MAX_WALS: '3' }, configFile: {} })).toEqual({});
    // etcd 3.3 takes the flag and warns; later lines do not start.
    expect(effective({ flags, environment: { ETCD_SNAPSHOT_COUNT: '6' } })).toEqual({ 'snapshot-count': '5' });
  });

  test('an empty variable and a key without a value set nothing; a default that is written down does', () => {
    expect(effective({ environment: { ETCD_SNAPSHOT_COUNT: '' } })).toEqual({});
    expect(effective({ configFile: { 'snapshot-count': null, 'socket-options': { 'reuse-port': null } } })).toEqual({});
    expect(effective({ flags: { 'snapshot-count': '100000', 'strict-reconfig-check': 'true' } })).toEqual({
      'snapshot-count': '100000',
      'strict-reconfig-check': 'true',
    });
  });

  test("has the flags' names where a file has its own", () => {
    const configFile = {
      'socket-options': { 'reuse-port': true },
      'experimental-snapshot-catch-up-entries': 5000,
      'some-group': { inner: { key: [1, 2] } },
    };
    expect(effective({ configFile })).toEqual({
      'experimental-snapshot-catchup-entries': '5000',
      'socket-reuse-port': 'true',
      'some-group.inner.key': '1,2',
    });
  });

  test('is nothing where a file has a flag under a name that etcd does not read there', () => {
    expect(effective({ configFile: { 'socket-reuse-port': true, 'raft-read-timeout': '5s' } })).toEqual({});
    const flags = { 'socket-reuse-port': 'true' };
    const settings = { shared: { ...none, flags }, own: { m3: { ...none, configFile: flags } } };
    const differences = differencesBetween(holdersOf(settings, memberNamesOf(3)), loadCatalog());
    expect(differences.map(differenceWords)).toEqual(['socket-reuse-port is true on m1 and m2, but not set on m3']);
  });

  test('keeps a time that is no number as it is written, for etcd to refuse', () => {
    expect(effective({ configFile: { 'grpc-keepalive-timeout': Number.POSITIVE_INFINITY } })).toEqual({
      'grpc-keepalive-timeout': 'Infinity',
    });
  });

  test('is without what belongs to one member or names a host or path of its own', () => {
    const flags = {
      'data-dir': '/var/lib/etcd',
      'listen-client-urls': 'https://10.0.0.1:2379',
      'cert-file': '/etc/etcd.pem',
      'host-whitelist': 'etcd-1.example',
      'experimental-distributed-tracing-address': '10.0.0.9:4317',
      'experimental-distributed-tracing-instance-id': 'etcd-1',
      'experimental-distributed-tracing-service-name': 'etcd',
      'auth-token': 'jwt,ttl=5m,pub-key=/etc/jwt.pub,priv-key=/etc/jwt.key,sign-method=RS256',
    };
    const shown = {
      'auth-token': 'jwt,sign-method=RS256,ttl=5m',
      'experimental-distributed-tracing-service-name': 'etcd',
    };
    expect(effective({ flags })).toEqual(shown);
    expect(
      effective({ configFile: { ...flags, 'client-transport-security': { 'cert-file': '/x', 'auto-tls': true } } }),
    ).toEqual(shown);
  });
});

describe('members', () => {
  const shared: EtcdSettings = { flags: { 'snapshot-count': '5000' }, environment: {} };
  const m3: EtcdSettings = { flags: {}, environment: { ETCD_SNAPSHOT_COUNT: '5000' } };

  test('have their own settings or the shared ones', () => {
    const settings = { shared, own: { m3 } };
    expect([settingsOf(settings, 'm1'), settingsOf(settings, 'm3')]).toEqual([shared, m3]);
    expect(settingsOf(settings, 'constructor')).toBe(shared);
    const names = memberNamesOf(3);
    expect(holdersOf(settings, names)).toEqual([
      { members: ['m1', 'm2'], settings: shared },
      { members: ['m3'], settings: m3 },
    ]);
    expect(holdersOf({ shared: none, own: { m1: m3, m2: m3, m3 } }, names).map(({ members }) => members)).toEqual([
      ['m1'],
      ['m2'],
      ['m3'],
    ]);
    expect(holdersOf(sameForAll(shared), names)).toEqual([{ members: names, settings: shared }]);
    expect(memberNamesOf(2, ['a', 'b'])).toEqual(['a', 'b']);
  });

  test('do not differ where only the channel does', () => {
    const holders = holdersOf({ shared, own: { m3 } }, memberNamesOf(3));
    expect(differencesBetween(holders, loadCatalog())).toEqual([]);
  });

  test('that differ are told by name, flag and value', () => {
    const own = {
      m2: { flags: {}, environment: { ETCD_SNAPSHOT_COUNT: '7', ETCD_METRICS: 'a\nb\u001b' } },
      m3: { flags: { 'snapshot-count': '5000', 'feature-gates': '' }, environment: {} },
    };
    const words = differencesBetween(holdersOf({ shared, own }, memberNamesOf(3)), loadCatalog()).map(differenceWords);
    expect(words).toEqual([
      'feature-gates is not set on m1 and m2, but empty on m3',
      'metrics is not set on m1 and m3, but a\\nb\\u001b on m2',
      'snapshot-count is 5000 on m1 and m3, but 7 on m2',
    ]);
  });
});
