// What a backup is beside the live cluster: of it or not, and how far behind.
import { describe, expect, it } from 'vitest';
import { compareWithLive, type LiveCluster } from '../../../src/backup/live-cluster.ts';

const live: LiveCluster = { revision: 500n, clusterId: 'cafe', memberIds: ['a1', 'b2'] };
const member = (id: string) => ({ id, name: '', peerUrls: [], isLearner: false });
const backup = (revision: number, ...ids: string[]) => ({ keySpace: { revision }, members: ids.map(member) });

describe('a backup beside the live cluster', () => {
  it('is behind by as many revisions as were written since', () => {
    expect(compareWithLive(backup(480, 'a1', 'gone'), live, {})).toEqual({
      seen: ['the live cluster is 20 revisions ahead of it'],
    });
    expect(compareWithLive(backup(500, 'a1'), live, { rpoRevisions: 0 }).broken).toBeUndefined();
  });

  it('is too far behind for policy', () => {
    const { broken } = compareWithLive(backup(480, 'a1'), live, { rpoRevisions: 19 });
    expect(broken).toMatchObject({ verdict: 'fail', reason: 'backup-stale' });
    expect(broken?.why).toBe('The live cluster is 20 revisions ahead of it; policy allows 19');
    expect(compareWithLive(backup(480, 'a1'), live, { rpoRevisions: 20 }).broken).toBeUndefined();
  });

  it('is of another cluster by its sidecar, or where it shares no member', () => {
    for (const [file, clusterId] of [
      [backup(480, 'a1'), 'beef'],
      [backup(480, 'c3'), undefined],
      [backup(480), undefined],
    ] as const) {
      const { broken } = compareWithLive(file, live, clusterId === undefined ? {} : { clusterId });
      expect(broken).toMatchObject({ verdict: 'fail', reason: 'backup-foreign' });
    }
    // Every member may have been replaced since: the sidecar knows.
    expect(compareWithLive(backup(480, 'c3'), live, { clusterId: 'cafe' }).broken).toBeUndefined();
  });

  it('is of a revision that the live cluster never had', () => {
    const { broken } = compareWithLive(backup(501, 'a1'), live, {});
    expect(broken).toMatchObject({ verdict: 'fail', reason: 'backup-foreign' });
    expect(broken?.why).toMatch(/lost data, or was restored from an older backup/);
  });

  it('of a cluster that could not be asked, policy on revisions is not met', () => {
    expect(compareWithLive(backup(480, 'a1'), 'no route', {})).toEqual({
      seen: ['the live cluster could not be asked: no route'],
    });
    const { broken } = compareWithLive(backup(480, 'a1'), 'no route', { rpoRevisions: 10 });
    expect(broken).toMatchObject({ verdict: 'inconclusive', reason: 'backup-age-unknown' });
  });
});
