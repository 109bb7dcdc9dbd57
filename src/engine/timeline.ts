// Owns what members say of themselves all the while clients work: who answers, on which release, under whom, in which term.
// Must not look at hosts, nor make anything of what it sees: judges do (judge/timeline.ts).
import type { Log } from '../platform/ports.ts';
import { present } from '../present.ts';
import { type Bounds, bounded, inOneLine, isInterruption, over } from './bounded.ts';
import { timelineLookMs, timelinePauseMs } from './limits.ts';
import type { ClusterView, Member } from './ports.ts';

/** What one look at a member showed, where that is other than what it showed before. Times in monotonic microseconds. */
export interface Sighting {
  readonly at: number;
  /** When the last look that was answered began; absent where none was. */
  readonly since?: number;
  /**
   * With a term that is younger than all before: when the last look began at which anybody showed the youngest of those.
   * Absent where none had been shown.
   */
  readonly termSince?: number;
  readonly member: string;
  /** Absent where it did not answer. */
  readonly answer?: {
    readonly release: string;
    readonly term: bigint;
    /** A member's name, or the id of one that is none of these; null where it knows no leader. */
    readonly leader: string | null;
  };
  readonly error?: string;
}

export interface TimelineOptions {
  readonly view: Pick<ClusterView, 'status'>;
  readonly members: readonly Member[];
  readonly bounds: Bounds;
  readonly log: Log;
  readonly tell: (sighting: Sighting) => void;
}

/**
 * Asks each member about once a second, each by itself: one that does not answer must not hide what the others do.
 * Disposing asks all once more and tells it in any case, so that nothing of the time until then is missing; again, it
 * does nothing.
 */
export function watchTimeline({ view, members, bounds, log, tell }: TimelineOptions): AsyncDisposable {
  const { clock } = bounds;
  const ending = new AbortController();
  const signal = AbortSignal.any([bounds.signal, ending.signal]);
  const seen = new Map<string, { readonly told: string; readonly answeredAt?: number }>();
  let youngest: { readonly term: bigint; readonly shownAt: number } | undefined;

  /** When the youngest term before was shown last, where this one is younger. */
  const noteTerm = (term: bigint, begun: number): number | undefined => {
    const before = youngest;
    if (before === undefined || term > before.term) youngest = { term, shownAt: begun };
    else if (term === before.term) youngest = { term, shownAt: Math.max(before.shownAt, begun) };
    return before !== undefined && term > before.term ? before.shownAt : undefined;
  };

  const nameOf = (id: bigint): string | null =>
    id === 0n ? null : (members.find((member) => member.id === id)?.name ?? id.toString(16));

  const look = async (member: Member, within: Bounds, when: 'between' | 'last' = 'between'): Promise<void> => {
    const begun = clock.monotonicUs();
    const before = seen.get(member.name);
    let answer: Sighting['answer'];
    let error: string | undefined;
    try {
      const status = await bounded(within, `Status of ${member.name}`, timelineLookMs, (s) => view.status(member, s));
      answer = { release: status.version, term: status.raftTerm, leader: nameOf(status.leaderId) };
    } catch (failure) {
      if (isInterruption(failure)) return;
      error = inOneLine(failure);
    }
    const termSince = answer && noteTerm(answer.term, begun);
    const told = answer === undefined ? 'silent' : `${answer.release} ${answer.term} ${answer.leader}`;
    const answeredAt = answer === undefined ? before?.answeredAt : begun;
    seen.set(member.name, { told, ...present({ answeredAt }) });
    if (told === before?.told && when !== 'last') return;
    tell({
      at: clock.monotonicUs(),
      member: member.name,
      ...present({ since: before?.answeredAt, termSince, answer, error }),
    });
  };
  const watch = async (member: Member): Promise<void> => {
    try {
      while (!signal.aborted) {
        await look(member, { clock, signal });
        await clock.sleep(timelinePauseMs, signal);
      }
    } catch (error) {
      // The sleep ends with the watch.
      if (!signal.aborted) log.warn(`What ${member.name} says of itself is not watched any more: ${inOneLine(error)}`);
    }
  };
  const watching = members.map(watch);
  const end = async (): Promise<void> => {
    ending.abort(over);
    await Promise.all(watching);
    if (!bounds.signal.aborted) await Promise.all(members.map((member) => look(member, bounds, 'last')));
  };
  let ended: Promise<void> | undefined;
  return {
    [Symbol.asyncDispose]: () => {
      ended ??= end();
      return ended;
    },
  };
}
