// The application's client on a real member that has forgotten its logins.
import { expect, it } from 'vitest';
import { createApplicationClient, type Watcher } from '../../src/etcd/application-client.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { eventually, startTestCluster } from '../support/cluster.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';

for (const release of ['3.4.31', '3.5.33', '3.6.14', '3.7.1']) {
  describeWithEtcd([release], `etcd ${release}: watches after a restart that forgot the login`, () => {
    it('a refused watch neither blocks those behind it nor keeps the old login', async () => {
      await using cluster = await startTestCluster({ release, voters: 1, tls: true, auth: true });
      const [member] = cluster.members;
      if (member === undefined) throw new Error('no member');
      await using client = createApplicationClient(
        [{ member: member.name, url: member.clientUrl }],
        cluster.credentials,
      );
      const open = (key: string): { readonly watcher: Watcher; readonly seen: string[] } => {
        const seen: string[] = [];
        const watcher = client.pool.watch().key(key).watcher();
        watcher.on('connected', () => void seen.push('connected'));
        watcher.on('error', (error) => void seen.push(error.message));
        watcher.on('put', ({ value }) => void seen.push(value.toString()));
        return { watcher, seen };
      };
      const before = open('before');
      await eventually('the first watch is open', 60_000, async () => before.seen[0]);
      // What is not yet in the database when it is killed, a login too, comes back from its log.
      await client.pool.put('before').value('written');
      await eventually('the first watch delivers', 60_000, async () => before.seen[1]);
      await systemClock.sleep(1000);
      await cluster.driver.killAndRestart(member);
      await eventually('etcd refuses the watch with its old login', 60_000, async () =>
        before.seen.find((word) => /auth|permission/.test(word)),
      );
      // Behind the refused one, on the stream that was refused, and all at once.
      const after = ['a', 'b', 'c'].map(open);
      await eventually('the watches behind it are open', 60_000, async () =>
        after.every(({ seen }) => seen.includes('connected')) ? true : undefined,
      );
      for (const key of ['a', 'b', 'c']) await client.pool.put(key).value(`value of ${key}`);
      await eventually('they deliver', 60_000, async () =>
        after.every(({ seen }) => seen.some((word) => word.startsWith('value'))) ? true : undefined,
      );
      expect(after.map(({ seen }) => seen.at(-1))).toEqual(['value of a', 'value of b', 'value of c']);
      for (const { watcher } of after) await watcher.cancel();
    });
  });
}
