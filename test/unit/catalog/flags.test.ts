import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { knownIn, readFlagLists } from '../../../scripts/catalog/flag-lists.ts';
import { fileKeyOf, flagOfFileKey, flagOfVariable, variableOf } from '../../../src/catalog/flag-names.ts';
import { findFlag, whyOwned } from '../../../src/catalog/flags.ts';
import { loadCatalog } from '../../../src/catalog/load.ts';

const { lists, owners, groups, flags, refusals } = loadCatalog().flags;
const listed = readFlagLists(fileURLToPath(new URL('../../fixtures/etcd-flags', import.meta.url)));

describe('the catalog of flags', () => {
  test('has every flag of every list, in the releases that list it, and in no others', () => {
    expect(lists.map(({ release }) => release)).toEqual([...listed.keys()]);
    const inLists = new Set([...listed.values()].flatMap((names) => [...names]));
    const unlisted = flags.filter(({ flag }) => !inLists.has(flag));
    // etcd's --help does not show these; each says where it is from.
    expect(unlisted.map(({ flag }) => flag)).toEqual(['config-file', 'h', 'help', 'version']);
    for (const { source, verified } of unlisted) expect([source, verified]).not.toContain(undefined);
    expect(flags.filter(({ flag }) => inLists.has(flag)).map(({ flag, known }) => [flag, known])).toEqual(
      [...inLists].sort().map((flag) => [flag, knownIn(listed, flag)]),
    );
  });

  test('tells a back-port from what was never gone', () => {
    expect(findFlag('snapshot-count')?.known).toEqual([{ first: '3.3.0', last: '3.7.1' }]);
    expect(findFlag('enable-v2')?.known).toEqual([{ first: '3.3.0', last: '3.5.33' }]);
    expect(findFlag('auth-token-ttl')?.known).toEqual([
      { first: '3.3.25', last: '3.3.27' },
      { first: '3.4.23', last: '3.7.1' },
    ]);
  });

  test('names an owner with a reason for each, and no flag or key of a file twice', () => {
    const named = [...flags, ...groups].map(({ owner }) => owner).filter((owner) => owner !== 'user');
    expect([...new Set(named)].sort()).toEqual(Object.keys(owners).sort());
    expect(new Set(flags.map(({ flag }) => flag)).size).toBe(flags.length);
    const keys = flags.flatMap(({ flag }) => fileKeyOf(flag)?.join('.') ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    // Only the user's own settings are ever compared: the others need no such mark.
    for (const { flag, owner, names, ownParts } of flags) {
      if (names !== undefined || ownParts !== undefined) expect(owner, flag).toBe('user');
    }
    for (const { flag } of refusals) expect(findFlag(flag), flag).toBeDefined();
  });

  test('what a rehearsal sets itself is one list, for manifests and for its members', () => {
    // Both lists had these.
    for (const flag of ['name', 'data-dir', 'listen-peer-urls', 'initial-cluster', 'cert-file', 'log-outputs'])
      expect(whyOwned(flag), flag).toBeDefined();
    // Only manifests were refused these; members would have been started with them.
    for (const flag of ['proxy', 'proxy-read-timeout', 'discovery-user', 'discovery-fallback', 'version', 'help', 'h'])
      expect(whyOwned(flag), flag).toBeDefined();
    // Neither list had the certificate files of 3.3.
    for (const flag of ['ca-file', 'peer-ca-file']) expect(whyOwned(flag), flag).toContain('K9');
    for (const group of ['client-transport-security', 'peer-transport-security', 'discovery-config'])
      expect(whyOwned(group), group).toBeDefined();
    for (const flag of ['snapshot-count', 'experimental-initial-corrupt-check', 'constructor', 'no-such-flag'])
      expect(whyOwned(flag), flag).toBeUndefined();
  });
});

describe('the names of a setting', () => {
  test('lead from each to the others', () => {
    for (const { flag } of flags) {
      expect(flagOfVariable(variableOf(flag))).toBe(flag);
      const key = fileKeyOf(flag);
      if (key !== undefined) expect(flagOfFileKey(key)).toBe(flag);
    }
    expect(variableOf('snapshot-count')).toBe('ETCD_SNAPSHOT_COUNT');
  });

  test('are those of a configuration file where it has its own', () => {
    expect(fileKeyOf('snapshot-count')).toEqual(['snapshot-count']);
    expect(fileKeyOf('socket-reuse-port')).toEqual(['socket-options', 'reuse-port']);
    expect(fileKeyOf('peer-client-cert-auth')).toEqual(['peer-transport-security', 'client-cert-auth']);
    expect(fileKeyOf('experimental-snapshot-catchup-entries')).toEqual(['experimental-snapshot-catch-up-entries']);
    expect(fileKeyOf('raft-read-timeout')).toBeUndefined();
    expect(flagOfFileKey(['socket-options', 'reuse-address'])).toBe('socket-reuse-address');
    expect(flagOfFileKey(['no-such-group', 'key'])).toBe('no-such-group.key');
    expect(fileKeyOf('no-such-flag')).toEqual(['no-such-flag']);
  });
});
