// Owns running every check through every member of one state: bounded in time and load, nothing left behind or out.
// Must not know any particular check, nor where expectations come from.
import type { Credentials } from '../engine/ports.ts';
import { createApplicationClient, type Endpoint } from '../etcd/application-client.ts';
import type { CheckResult } from '../judge/check.ts';
import type { Clock, Random } from '../platform/ports.ts';
import { type Stall, watchStalls } from '../platform/stalls.ts';
import type { Check, CheckTarget } from './check.ts';
import { checks as allChecks } from './index.ts';

/** Longest time of one check, unless said otherwise; more where a database is large, as one check streams all of it. */
const checkTimeoutMs = 10_000;
/** Number of checks of one member that run at once, unless said otherwise; members run side by side. */
const standardConcurrency = 4;

export interface CheckedMember {
  readonly name: string;
  readonly clientUrl: string;
  /** Exact release that the member runs. */
  readonly release: string;
}

export interface RunChecksOptions {
  readonly members: readonly CheckedMember[];
  /** Printable state, copied to every result. */
  readonly state: string;
  /** What the catalog expects of a check through that member of that release; undefined: it does not know the check. */
  readonly expectationOf: (check: string, release: string, member: string) => string | undefined;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal?: AbortSignal;
  /** Checks of one member at once. A large store that is hashed or streamed keeps the others waiting. */
  readonly concurrency?: number;
  /** Longest that one check may take, milliseconds. */
  readonly timeoutMs?: number;
  /** Checks to run; all of `index.ts` unless given. */
  readonly checks?: readonly Check[];
}

async function bounded(
  work: Promise<string>,
  { clock, signal, timeoutMs = checkTimeoutMs }: RunChecksOptions,
): Promise<string> {
  const timer = new AbortController();
  const ending = signal === undefined ? timer.signal : AbortSignal.any([timer.signal, signal]);
  const timeout = clock.sleep(timeoutMs, ending).then(() => {
    throw new Error(`no result within ${timeoutMs} ms`);
  });
  timeout.catch(() => undefined);
  try {
    return await Promise.race([work, timeout]);
  } finally {
    timer.abort();
  }
}

/** How often a check is tried whose tries are each disturbed. */
const tries = 3;
/** A stall is told by a timer of 100 ms. */
const noticedWithinMs = 150;
/** Members know the new leader a second after an election. */
const afterElectionMs = 1_000;
const termDeadlineMs = 1_000;

/**
 * Null where each of the tries met a time in which this process stood still, or another leader: a late or refused answer
 * says nothing of a release then. A check that is right counts, whatever it met.
 */
async function runUndisturbed(
  check: Check,
  target: CheckTarget,
  member: string,
  options: RunChecksOptions,
  stalls: readonly Stall[],
): Promise<CheckResult | null> {
  const disturbed: string[] = [];
  while (disturbed.length < tries) {
    const began = options.clock.monotonicUs();
    const term = await termOf(target);
    // What a try before has left behind must not be met by the next.
    const result = await runOne(
      check,
      { ...target, prefix: `${target.prefix}${disturbed.length + 1}/` },
      member,
      options,
    );
    const told = disturbed.length === 0 ? result : { ...result, disturbed };
    if (result.ok) return told;
    // The stall may only be over now, and be told in a moment.
    await options.clock.sleep(noticedWithinMs, options.signal);
    const after = await termOf(target);
    const hasNewLeader = term !== null && after !== null && term !== after;
    if (!hasNewLeader && !stalls.some(({ to }) => to >= began)) return told;
    disturbed.push(result.error ?? result.seen);
    if (hasNewLeader) await options.clock.sleep(afterElectionMs, options.signal);
  }
  return null;
}

/** The raft term that the member knows of; null where it does not say, which excuses nothing. */
async function termOf({ first, prefix }: CheckTarget): Promise<string | null> {
  try {
    const call = first.client.get(`${prefix}term`).serializable(true);
    const { header } = await call.options({ deadline: Date.now() + termDeadlineMs }).exec();
    return header.raft_term;
  } catch {
    return null;
  }
}

async function runOne(
  check: Check,
  target: CheckTarget,
  member: string,
  options: RunChecksOptions,
): Promise<CheckResult> {
  const { clock, state } = options;
  const began = clock.monotonicUs();
  const expected = options.expectationOf(check.id, target.release, member);
  const base = { check: check.id, state, member, release: target.release, expected: expected ?? 'unknown' };
  try {
    const seen = await bounded(check.run(target), options);
    const durationMs = (clock.monotonicUs() - began) / 1000;
    if (expected !== undefined) return { ...base, seen, ok: seen === expected, durationMs };
    return { ...base, seen, ok: false, durationMs, error: 'the catalog has no expectation for this check' };
  } catch (error) {
    options.signal?.throwIfAborted();
    const durationMs = (clock.monotonicUs() - began) / 1000;
    return {
      ...base,
      seen: 'error',
      ok: false,
      durationMs,
      error: error instanceof Error ? error.message : String(error),
    };
  }
}

async function checkMember(
  member: CheckedMember,
  run: string,
  options: RunChecksOptions,
  stalls: readonly Stall[],
): Promise<CheckResult[]> {
  const endpoint: readonly Endpoint[] = [{ member: member.name, url: member.clientUrl }];
  await using one = createApplicationClient(endpoint, options.credentials, `check-1-${member.name}`);
  await using two = createApplicationClient(endpoint, options.credentials, `check-2-${member.name}`);
  const [first] = one.members;
  const [second] = two.members;
  if (first === undefined || second === undefined) return [];
  const prefix = `app/check/${member.name}/${run}/`;
  const { release } = member;
  const waiting = [...(options.checks ?? allChecks)];
  const order = new Map(waiting.map((check, index) => [check.id, index]));
  const results: CheckResult[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const target: CheckTarget = {
        release,
        first,
        second,
        prefix: `${prefix}${check.id}/`,
        credentials: options.credentials,
        clock: options.clock,
      };
      const result = await runUndisturbed(check, target, member.name, options, stalls);
      if (result !== null) results.push(result);
    }
  };
  // The slow check goes first: everything else fits beside it.
  waiting.sort((a, b) => Number(b.id === 'lease-expiry') - Number(a.id === 'lease-expiry'));
  try {
    await Promise.all(Array.from({ length: options.concurrency ?? standardConcurrency }, work));
  } finally {
    // Keys that stay behind because the member has gone do no harm: whoever calls gives each run another random.
    await first.client
      .delete()
      .prefix(prefix)
      .exec()
      .catch(() => undefined);
  }
  return results.sort((a, b) => (order.get(a.check) ?? 0) - (order.get(b.check) ?? 0));
}

/**
 * One result for each check and member, whatever happens: a check that throws or hangs is a result that is not ok. A
 * check that was wrong or late while this process stood still, or another leader was elected, is made again, and has no
 * result where that happens always. Takes about 4 s (a lease has to expire). Rejects only with the signal's reason.
 */
export async function runChecks(options: RunChecksOptions): Promise<CheckResult[]> {
  options.signal?.throwIfAborted();
  const run = options.random.int(2 ** 31).toString(36);
  const stalls: Stall[] = [];
  const ending = new AbortController();
  const watching = watchStalls(options.clock, ending.signal, (stall) => stalls.push(stall));
  try {
    const results = await Promise.all(options.members.map((member) => checkMember(member, run, options, stalls)));
    return results.flat();
  } finally {
    ending.abort();
    await watching;
  }
}
