// Owns clients that compete for locks and leaderships, and records who believed to hold what, from when until when.
// Must not know whether two of them ever held at once (judge/).
import type { ApplicationClient } from '../etcd/application-client.ts';
import type { HoldRecord } from '../judge/history.ts';
import type { WorkloadClient } from './client.ts';
import { electionPrefix, lockPrefix } from './keys.ts';
import { type LeaseSession, openLease } from './lease-session.ts';
import { messageOf } from './outcome.ts';
import { rest, type Session, within } from './session.ts';

const ttlSeconds = 5;
const callMs = 6000;
const acquireWithinMs = 20_000;

/** Resolves with the fencing revision once held; undefined when the session ends first. */
type Recipe = (
  session: Session,
  application: ApplicationClient,
  lease: LeaseSession,
  name: string,
) => Promise<string | undefined>;

function assertAlive(lease: LeaseSession, session: Session): void {
  if (session.clock.monotonicUs() >= lease.validUntilUs()) throw new Error('the lease ended while waiting');
}

/**
 * This is etcd3's own lock(): create the key if nobody has, else come back later. It is written out here because lock()
 * gives neither the revision (the fencing token) nor word of a lost lease.
 */
const lockRecipe: Recipe = async (session, { pool }, lease, name) => {
  const untilUs = session.clock.monotonicUs() + acquireWithinMs * 1000;
  while (!session.signal.aborted && session.clock.monotonicUs() < untilUs) {
    const { header, succeeded } = await pool
      .if(name, 'Create', '==', 0)
      .then(pool.put(name).value(lease.id).lease(lease.id))
      .commit();
    assertAlive(lease, session);
    if (succeeded) return header.revision;
    await rest(session, 50 + session.random.int(50));
  }
  if (session.signal.aborted) return undefined;
  throw new Error(`not acquired within ${acquireWithinMs} ms`);
};

/** Waits by a watch until the key is deleted, and looks again after a second in any case: a watch may miss it. */
async function waitForDelete(session: Session, { pool }: ApplicationClient, key: Buffer, fromRevision: string) {
  const watcher = pool.watch().key(key).startRevision(fromRevision).only('delete').watcher();
  const deleted = new Promise<void>((resolve) => {
    watcher.on('delete', () => resolve());
    watcher.on('error', () => resolve());
  });
  await Promise.race([deleted, rest(session, 1000)]);
  await within(watcher.cancel(), 1000, 'cancelling a watch').catch(() => undefined);
}

/** This is etcd's official election: a key per candidate, the oldest leads, each waits for the one before. */
const electionRecipe: Recipe = async (session, application, lease, name) => {
  const { pool } = application;
  const key = `${name}/${lease.id}`;
  const { header } = await pool
    .if(key, 'Create', '==', 0)
    .then(pool.put(key).value(session.label).lease(lease.id))
    .commit();
  const untilUs = session.clock.monotonicUs() + acquireWithinMs * 1000;
  while (!session.signal.aborted && session.clock.monotonicUs() < untilUs) {
    const before = await pool
      .getAll()
      .prefix(`${name}/`)
      .maxCreateRevision(String(BigInt(header.revision) - 1n))
      .sort('Create', 'Descend')
      .limit(1)
      .exec();
    assertAlive(lease, session);
    const [previous] = before.kvs;
    if (previous === undefined) return header.revision;
    await waitForDelete(session, application, previous.key, String(BigInt(before.header.revision) + 1n));
  }
  if (session.signal.aborted) return undefined;
  throw new Error(`not elected within ${acquireWithinMs} ms`);
};

async function holdOnce(
  session: Session,
  client: WorkloadClient,
  kind: HoldRecord['kind'],
  name: string,
  recipe: Recipe,
): Promise<void> {
  const { clock } = session;
  const note = (event: HoldRecord['event'], facts: Partial<HoldRecord> = {}): void =>
    session.recorder.record({ k: 'hold', kind, name, holder: client.name, at: clock.monotonicUs(), event, ...facts });

  note('requested');
  let lease: LeaseSession | undefined;
  try {
    lease = await within(openLease(client.application, ttlSeconds, clock), callMs, 'lease');
    const token = await recipe(session, client.application, lease, name);
    if (token === undefined) {
      note('failed', { error: 'the workload pauses' });
      return;
    }
    note('acquired', { token });
    const work = session.clock.sleep(50 + session.random.int(300), session.signal).catch(() => undefined);
    const lost = await Promise.race([work.then(() => undefined), lease.lost]);
    // A client that was not scheduled in time knows so by its clock, and stopped then.
    const untilUs = lease.validUntilUs();
    if (lost !== undefined || clock.monotonicUs() >= untilUs) {
      note('lost', {
        token,
        at: Math.min(clock.monotonicUs(), untilUs),
        validUntil: untilUs,
        error: lost ?? 'the lease ended',
      });
    } else {
      // The release is noted before the request is sent: from here on the client no longer acts as holder.
      note('released', { token });
    }
  } catch (error) {
    note('failed', { error: messageOf(error) });
  } finally {
    if (lease !== undefined) await within(lease.revoke(), callMs, 'revoking a lease').catch(() => undefined);
  }
}

/**
 * Runs two locks and two elections, with three contenders each where there are so many clients, until the session ends.
 */
export async function runHolds(session: Session): Promise<void> {
  const contests = [
    { kind: 'lock', name: `${lockPrefix}0`, recipe: lockRecipe },
    { kind: 'lock', name: `${lockPrefix}1`, recipe: lockRecipe },
    { kind: 'election', name: `${electionPrefix}0`, recipe: electionRecipe },
    { kind: 'election', name: `${electionPrefix}1`, recipe: electionRecipe },
  ] as const;
  const contender = async (contest: (typeof contests)[number], client: WorkloadClient): Promise<void> => {
    const named = { ...client, name: `${client.name}/${contest.name}` };
    while (!session.signal.aborted) {
      await holdOnce(session, named, contest.kind, contest.name, contest.recipe);
      await rest(session, 20 + session.random.int(200));
    }
  };
  await Promise.all(
    contests.flatMap((contest, index) =>
      Array.from({ length: 3 }, (_, place) => {
        const client = session.clients[(index * 3 + place) % session.clients.length] as WorkloadClient;
        return contender(contest, { ...client, name: `${client.name}.${place}` });
      }),
    ),
  );
}
