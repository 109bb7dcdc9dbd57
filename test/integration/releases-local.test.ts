// Real etcd binaries as the tests get them.
import { expect, it } from 'vitest';
import { describeWithEtcd, etcdBinary, toolPath } from '../support/etcd-binaries.ts';

describeWithEtcd(['3.5.33'], 'etcd for tests', (releases) => {
  it('is the asked version, with all tools of its line and their digests', async () => {
    const release = releases.get('3.5.33');
    expect(Object.keys(release?.tools ?? {}).sort()).toEqual(['etcd', 'etcdctl', 'etcdutl']);
    for (const { sha256 } of Object.values(release?.tools ?? {})) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await etcdBinary('3.5.33')).toBe(release && toolPath(release, 'etcd'));
  });
});
