// Settings that etcd silently does without (K9): the real binaries say which, before anything is rehearsed.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findLostSettings } from '../../src/app/plan/lost-settings.ts';
import { sameForAll } from '../../src/plan/channels.ts';
import type { EtcdSettings } from '../../src/plan/steps.ts';
import { ignoredSettings } from '../../src/releases/ignored-settings.ts';
import { describeWithEtcd, etcdBinary } from '../support/etcd-binaries.ts';

const settings: EtcdSettings = {
  flags: {},
  environment: {
    ETCD_SNAPSHOT_COUNT: '1000',
    ETCD_HEARTBEAT_INTERVAL: 'not a number: refused, not ignored',
    ETCD_EXPERIMENTAL_INITIAL_CORRUPT_CHECK: 'true',
    ETCD_FEATURE_GATES: 'InitialCorruptCheck=true',
    ETCD_NO_SUCH_THING: '1',
  },
  configFile: {
    'snapshot-count': 1000,
    'auto-compaction-retention': '1h',
    cors: '*',
    'cipher-suites': ['TLS_AES_128_GCM_SHA256'],
    'experimental-initial-corrupt-check': true,
    'feature-gates': 'InitialCorruptCheck=true',
    'no-such-thing': 1,
  },
};

const ignoredBy: Readonly<Record<string, readonly string[]>> = {
  '3.4.31': ['ETCD_FEATURE_GATES', 'ETCD_NO_SUCH_THING', 'feature-gates', 'no-such-thing'],
  '3.5.33': ['ETCD_FEATURE_GATES', 'ETCD_NO_SUCH_THING', 'feature-gates', 'no-such-thing'],
  '3.6.14': ['ETCD_NO_SUCH_THING', 'no-such-thing'],
  '3.7.1': [
    'ETCD_EXPERIMENTAL_INITIAL_CORRUPT_CHECK',
    'ETCD_NO_SUCH_THING',
    'experimental-initial-corrupt-check',
    'no-such-thing',
  ],
};

for (const [release, expected] of Object.entries(ignoredBy)) {
  describeWithEtcd([release], `etcd ${release}: settings it takes no notice of`, () => {
    it('are named, variables and keys, and no others', async () => {
      const ignored = await ignoredSettings(await etcdBinary(release), settings, AbortSignal.timeout(60_000));
      expect(ignored).toEqual(expected);
    });
  });
}

describeWithEtcd(['3.7.1'], 'groups of keys', () => {
  it('are looked into: the key that is lost is named, not the group', async () => {
    const configFile = { 'socket-options': { 'reuse-port': true, 'reuse-prot': true }, 'no-group': { key: 1 } };
    const ignored = await ignoredSettings(
      await etcdBinary('3.7.1'),
      { flags: {}, environment: {}, configFile },
      AbortSignal.timeout(60_000),
    );
    expect(ignored).toEqual(['socket-options.reuse-prot', 'no-group']);
  });
});

it('an etcd whose answer cannot be understood is an error, never "nothing is ignored"', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lost-settings-'));
  try {
    const odd = join(directory, 'etcd');
    await writeFile(odd, '#!/bin/sh\necho hello; exit 1\n');
    await chmod(odd, 0o755);
    for (const kind of ['environment', 'configFile'] as const) {
      const some = { flags: {}, environment: {}, [kind]: { ETCD_SOMETHING: '1' } };
      await expect(ignoredSettings(odd, some, AbortSignal.timeout(10_000))).rejects.toMatchObject({
        code: 'tool-failed',
        message: expect.stringContaining('ETCD_SOMETHING'),
      });
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

describeWithEtcd(['3.5.33', '3.6.14', '3.7.1'], 'findings on lost settings', (releases) => {
  const places = { ETCD_FEATURE_GATES: { file: 'm.yaml', line: 4, column: 3 } };
  const findings = (versions: readonly string[], environment: Record<string, string>) =>
    findLostSettings(
      versions.map((version) => releases.get(version) as never),
      {
        settings: sameForAll({ flags: {}, environment }),
        memberNames: ['m1'],
        settingPlaces: { shared: places, own: {} },
      },
      () => undefined,
      AbortSignal.timeout(60_000),
    );

  it('a setting that works before and not after blocks', async () => {
    const lost = { ETCD_EXPERIMENTAL_INITIAL_CORRUPT_CHECK: 'true' };
    expect(await findings(['3.5.33', '3.6.14'], lost)).toEqual([]);
    expect(await findings(['3.5.33', '3.6.14', '3.7.1'], lost)).toMatchObject([
      { id: 'rule/setting-lost', severity: 'error', message: expect.stringMatching(/3\.5\.33.*3\.7\.1.*silently/) },
    ]);
  });

  it('each member is asked for in its own channels, and a variable beside a file counts for nothing', async () => {
    const settings = {
      shared: { flags: { 'experimental-corrupt-check-time': '5m' }, environment: {} },
      own: {
        m2: { flags: {}, environment: { ETCD_EXPERIMENTAL_CORRUPT_CHECK_TIME: '5m' } },
        m3: {
          flags: {},
          environment: { ETCD_NO_SUCH_THING: '1' },
          configFile: { 'experimental-corrupt-check-time': 300_000_000_000 },
        },
      },
    };
    const where = (line: number) => ({ file: 'm.yaml', line, column: 5 });
    const settingPlaces = {
      shared: { 'experimental-corrupt-check-time': where(3) },
      own: {
        m2: { ETCD_EXPERIMENTAL_CORRUPT_CHECK_TIME: where(6) },
        m3: { 'experimental-corrupt-check-time': { file: 'm3.yaml', line: 1, column: 1 } },
      },
    };
    const found = await findLostSettings(
      ['3.6.14', '3.7.1'].map((version) => releases.get(version) as never),
      { settings, memberNames: ['m1', 'm2', 'm3'], settingPlaces },
      () => undefined,
      AbortSignal.timeout(60_000),
    );
    expect(found).toMatchObject([
      { id: 'rule/setting-lost', message: expect.stringContaining('ETCD_EXPERIMENTAL_CORRUPT'), where: where(6) },
      {
        id: 'rule/setting-lost',
        message: expect.stringMatching(/^experimental-corrupt-check-time /),
        where: { file: 'm3.yaml', line: 1, column: 1 },
      },
    ]);
  });

  it('one that only begins to work, and one that never does, warn', async () => {
    const odd = { ETCD_FEATURE_GATES: 'x=true', ETCD_NO_SUCH_THING: '1', ETCD_SNAPSHOT_COUNT: '1000' };
    expect(await findings(['3.5.33', '3.6.14'], odd)).toMatchObject([
      { id: 'rule/setting-takes-effect', severity: 'warning', where: places.ETCD_FEATURE_GATES },
      { id: 'rule/setting-ignored', severity: 'warning', message: expect.stringContaining('3.5.33, 3.6.14') },
    ]);
  });
});
