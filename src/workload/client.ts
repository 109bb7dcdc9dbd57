// Owns one application client: its order of endpoints, its retries, and the one record that each operation leaves.
// Must not know when operations are due nor what other clients do.

import { type ApplicationClient, callDeadlineMs, type MemberConnection } from '../etcd/application-client.ts';
import type { OperationKind, OperationRecord } from '../judge/history.ts';
import type { Clock } from '../platform/ports.ts';
import { present } from '../present.ts';
import { type Answer, perform } from './operations.ts';
import { type Certainty, certaintyOf, messageOf } from './outcome.ts';
import type { PlannedOperation } from './schedule.ts';

/** Longest time from the first attempt to the last answer, retries included. */
const operationDeadlineMs = 5000;
/** A read that hangs is asked elsewhere; a write that hangs may have happened and must not be sent again. */
const readAttemptMs = 1500;
/** A last attempt gets at least this, else its deadline would put in doubt what was never sent. */
const shortestAttemptMs = 500;
/** How long a member that refused or hung is asked last. */
const avoidRefusingMs = 100;
const avoidHangingMs = 2000;

const reads: ReadonlySet<OperationKind> = new Set(['get', 'get-serializable', 'range']);

/** What clients of one process learned about keys; compare-and-swap starts from it, as applications' caches do. */
export type KnownRevisions = Map<string, string>;

export interface WorkloadClient {
  readonly name: string;
  readonly application: ApplicationClient;
  /** Never throws: every operation ends in exactly one record. */
  run(operation: PlannedOperation): Promise<OperationRecord>;
  /** Gives the members in the order in which they are asked: number `first` in front, or the client's own. */
  order(first?: number): readonly MemberConnection[];
}

function learn(known: KnownRevisions, operation: PlannedOperation, answer: Answer): void {
  const note = (key: string, mod: string): void => {
    if (BigInt(mod) > BigInt(known.get(key) ?? '0')) known.set(key, mod);
  };
  const { op, key } = operation;
  if (answer.rev !== undefined && (op === 'put' || answer.swapped === true)) note(key, answer.rev);
  if (op === 'delete' || (op === 'get' && answer.got === null)) known.delete(key);
  if (op !== 'get-serializable' && answer.got) note(key, answer.got.mod);
  for (const [name, , mod] of answer.kvs ?? []) note(name, mod);
}

function outdate(revision: string): string {
  return String(BigInt(revision) > 1n ? BigInt(revision) - 1n : 1n);
}

export function createWorkloadClient(
  name: string,
  application: ApplicationClient,
  preferred: number,
  known: KnownRevisions,
  clock: Clock,
): WorkloadClient {
  const { members } = application;
  const avoidUntilUs = new Map<string, number>();

  const order = (first = preferred): readonly MemberConnection[] => {
    const rotated = members.map((_, index) => members[(index + first) % members.length] as MemberConnection);
    const now = clock.monotonicUs();
    const avoided = ({ member }: MemberConnection): boolean => (avoidUntilUs.get(member) ?? 0) > now;
    return [...rotated.filter((each) => !avoided(each)), ...rotated.filter(avoided)];
  };

  const run = async (operation: PlannedOperation): Promise<OperationRecord> => {
    const isRead = reads.has(operation.op);
    const current = known.get(operation.key) ?? '0';
    const expect = operation.op !== 'cas' ? undefined : operation.outdated ? outdate(current) : current;
    const base = {
      k: 'op' as const,
      id: operation.id,
      client: name,
      op: operation.op,
      key: operation.key,
      ...(operation.value && { val: operation.value.id }),
      ...present({ expect }),
      due: operation.dueUs,
    };
    const giveUpUs = clock.monotonicUs() + operationDeadlineMs * 1000;
    let tried = new Set<MemberConnection>();
    for (let tries = 1; ; tries += 1) {
      let member = order(operation.turn).find((each) => !tried.has(each));
      if (member === undefined) {
        // After a whole round without luck the client pauses for a moment, and then begins from the front again.
        tried = new Set();
        await clock.sleep(Math.min(20 * tries, 100));
        member = order(operation.turn)[0] as MemberConnection;
      }
      tried.add(member);
      const start = clock.monotonicUs();
      const leftMs = Math.max((giveUpUs - start) / 1000, shortestAttemptMs);
      try {
        const answer = await perform(
          operation,
          expect,
          member,
          Math.min(leftMs, isRead ? readAttemptMs : callDeadlineMs),
        );
        const end = clock.monotonicUs();
        learn(known, operation, answer);
        return { ...base, start, end, outcome: 'ok', ...answer, via: member.member, ...(tries > 1 && { tries }) };
      } catch (error) {
        const end = clock.monotonicUs();
        const certainty: Certainty = certaintyOf(error);
        const tail = { via: member.member, ...(tries > 1 && { tries }), error: messageOf(error) };
        const avoidMs = /deadline exceeded/i.test(tail.error) ? avoidHangingMs : avoidRefusingMs;
        if (certainty !== 'refused') avoidUntilUs.set(member.member, end + avoidMs * 1000);
        // The record has no `end`: the write may take effect at any time from `start` on.
        if (certainty === 'doubtful' && !isRead) return { ...base, start, outcome: 'unknown', ...tail };
        if (certainty === 'refused' || end >= giveUpUs) return { ...base, start, end, outcome: 'failed', ...tail };
      }
    }
  };
  return { name, application, run, order };
}
