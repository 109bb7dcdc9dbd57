// Owns clients that hold leases: some kept alive for long, some abandoned on purpose, their keys looked at all along.
// Must not know what a lease's history proves (judge/).
import type { LeaseRecord } from '../judge/history.ts';
import { present } from '../present.ts';
import type { WorkloadClient } from './client.ts';
import { leasePrefix } from './keys.ts';
import { type LeaseSession, openLease } from './lease-session.ts';
import { messageOf } from './outcome.ts';
import { askAny, rest, type Session, untilEnded, within } from './session.ts';

/** A kept lease lives long enough to outlive the restart of a member, streams and all. */
const keptTtlSeconds = 10;
/** etcd raises anything below one and a half election timeouts (1.5 s) to that. */
const abandonedTtlSeconds = 2;
const lookEveryMs = 500;
const abandonEveryMs = 4000;
const startOverAfterMs = 200;
/** etcd looks for expired leases every 500 ms; a change of leader starts the TTL anew, once per change. */
const goneWithinMs = 30_000;
const callMs = 6000;

type Note = (event: LeaseRecord['event'], facts?: Partial<Omit<LeaseRecord, 'k' | 'event'>>) => void;

/** Takes one linearizable look at a key; nothing is recorded when nobody answered. Returns whether the key is there. */
async function look(session: Session, client: WorkloadClient, key: string, note: Note): Promise<boolean | undefined> {
  const { clock } = session;
  let start = 0;
  try {
    const { kvs, header } = await askAny(client, (member) => {
      start = clock.monotonicUs();
      return member.client
        .get(key)
        .options({ deadline: Date.now() + 1500 })
        .exec();
    });
    const seen = kvs.length > 0;
    const via = present({ via: session.memberOf(header) });
    note(seen ? 'key-seen' : 'key-gone', { key, start, at: clock.monotonicUs(), ...via });
    return seen;
  } catch (error) {
    session.log.debug('looking at a leased key failed', { key, error: messageOf(error) });
    return undefined;
  }
}

async function lookUntilGone(session: Session, client: WorkloadClient, key: string, note: Note): Promise<void> {
  const untilUs = session.clock.monotonicUs() + goneWithinMs * 1000;
  while (session.clock.monotonicUs() < untilUs) {
    if ((await look(session, client, key, note)) === false) return;
    await session.clock.sleep(lookEveryMs / 2);
  }
}

function noteFor(session: Session, client: WorkloadClient, lease: string): Note {
  return (event, facts = {}) =>
    session.recorder.record({
      k: 'lease',
      lease,
      client: client.name,
      at: session.clock.monotonicUs(),
      event,
      ...facts,
    });
}

/**
 * A grant that fails leaves a record, too: else leases that nobody gets any more would look like leases nobody wanted.
 */
async function grantedOrNoted<T>(session: Session, client: WorkloadClient, grant: () => Promise<T>): Promise<T> {
  try {
    return await grant();
  } catch (error) {
    noteFor(session, client, '')('grant-failed', { error: messageOf(error) });
    throw error;
  }
}

async function keepOne(session: Session, client: WorkloadClient, key: string): Promise<void> {
  const lease: LeaseSession = await grantedOrNoted(session, client, () =>
    within(openLease(client.application, keptTtlSeconds, session.clock), callMs, 'lease'),
  );
  const note = noteFor(session, client, lease.id);
  let lost: string | undefined;
  void lease.lost.then((reason) => {
    lost = reason;
    note('lost', { error: reason });
  });
  lease.onRenewed(({ startUs, atUs, ttlMs, header }) =>
    note('renewed', { start: startUs, at: atUs, ttlMs, ...present({ via: session.memberOf(header) }) }),
  );
  lease.onRenewalFailed((error) => note('renewal-failed', { error }));
  note('granted', { start: lease.grant.startUs, at: lease.grant.atUs, ttlMs: keptTtlSeconds * 1000, key });
  try {
    await lease.lease.put(key).value(lease.id).exec();
    while (!session.signal.aborted && lost === undefined) {
      await look(session, client, key, note);
      await rest(session, lookEveryMs);
    }
  } finally {
    if (lost === undefined) {
      note('revoked', { start: session.clock.monotonicUs() });
      await within(lease.revoke(), callMs, 'revoking a lease').catch(() => undefined);
    }
  }
  await lookUntilGone(session, client, key, note);
}

/** Grants a lease, puts a key, never renews, and looks until the key is gone. */
async function abandonOne(session: Session, client: WorkloadClient, key: string): Promise<void> {
  const { clock } = session;
  const { pool } = client.application;
  const start = clock.monotonicUs();
  const { ID, TTL } = await grantedOrNoted(session, client, () =>
    pool.leaseClient.leaseGrant({ TTL: abandonedTtlSeconds }),
  );
  const note = noteFor(session, client, ID);
  note('granted', { start, at: clock.monotonicUs(), ttlMs: Number(TTL) * 1000, key });
  note('abandoned', { key });
  await pool.put(key).value(ID).lease(ID).exec();
  await lookUntilGone(session, client, key, note);
}

/** Does the work, and tells whether it went well. */
async function tolerate(session: Session, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    session.log.debug('a lease client starts over', { error: messageOf(error) });
    return false;
  }
}

/** Three clients keep one lease each for as long as the session lasts, by streams; then they revoke it. */
export async function runKeptLeases(session: Session): Promise<void> {
  const keepers = session.clients.slice(0, 3).map(async (client, index) => {
    for (let round = 0; !session.signal.aborted; round += 1) {
      const key = `${leasePrefix}${session.label}/kept-${index}-${round}`;
      await tolerate(session, () => keepOne(session, client, key));
      await rest(session, startOverAfterMs);
    }
  });
  await Promise.all(keepers);
}

/** Lets one short lease after another go, without any stream; and one more as soon as the session ends. */
export async function runAbandonedLeases(session: Session): Promise<void> {
  const letGo = (name: string, round: number): Promise<boolean> => {
    const client = session.clients[round % session.clients.length] as WorkloadClient;
    const key = `${leasePrefix}${session.label}/abandoned-${name}`;
    return tolerate(session, () => abandonOne(session, client, key));
  };
  const oneAfterAnother = async (): Promise<void> => {
    for (let round = 0; !session.signal.aborted; round += 1) {
      const went = await letGo(String(round), round);
      await rest(session, went ? abandonEveryMs : startOverAfterMs);
    }
  };
  // The one before it may take another 2 s to end: they wait beside each other.
  const last = untilEnded(session).then(() => letGo('last', 0));
  await Promise.all([oneAfterAnother(), last]);
}
