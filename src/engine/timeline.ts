// Owns what members say of themselves all the while clients work: who answers, on which release, under whom, in which term.
// Must not look at hosts, nor make anything of what it sees: judges do (judge/timeline.ts).
import type { Log } from '../platform/ports.ts';
import { present } from '../present.ts';
import { type Bounds, bounded, inOneLine, isInterruption, over } from './bounded.ts';
import { timelineLookMs, timelinePauseMs } from './limits.ts';
import type { ClusterView, Member } from './ports.ts';
import { quorumOf } from './survey.ts';

/** What one look at a member showed, where that is other than what it showed before. Times in monotonic microseconds. */
export interface Sighting {
  readonly at: number;
  /** When the last look that was answered began; absent where none was. */
  readonly since?: number;
  /**
   * The term that it shows was not elected before: a majority had shown younger ones in looks that began by then. Absent
   * where no majority had been heard of yet.
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

/** When a look began at which a member showed a term. */
interface Shown {
  readonly term: bigint;
  readonly at: number;
}

/** Of each member; a term is asked about when it is new. */
const termsKept = 20;

export interface TimelineOptions {
  readonly view: Pick<ClusterView, 'status'>;
  readonly members: readonly Member[];
  readonly bounds: Bounds;
  readonly log: Log;
  readonly tell: (sighting: Sighting) => void;
}

/**
 * Asks each member about once a second, each by itself: one that does not answer must not hide what the others do.
 * Disposing asks all once more, so that nothing of the time until then is missing; again, it does nothing.
 */
export function watchTimeline({ view, members, bounds, log, tell }: TimelineOptions): AsyncDisposable {
  const { clock } = bounds;
  const ending = new AbortController();
  const signal = AbortSignal.any([bounds.signal, ending.signal]);
  const seen = new Map<string, { readonly told: string; readonly answeredAt?: number }>();
  const shown = new Map<string, Shown[]>();

  /** When a majority had not yet come to this term, at the latest; undefined where too few had been heard by then. */
  const termSince = (term: bigint): number | undefined => {
    const last = members.flatMap(({ name }) => (shown.get(name) ?? []).findLast((each) => each.term < term) ?? []);
    // Whoever elects is past the younger terms, and a majority elects: the term began after so many had shown those.
    return last.map(({ at }) => at).sort((x, y) => x - y)[quorumOf(members.length) - 1];
  };
  const note = (member: string, term: bigint, at: number): void => {
    const terms = shown.get(member) ?? [];
    const same = terms.findIndex((each) => each.term === term);
    if (same >= 0) terms.splice(same, 1);
    terms.push({ term, at });
    terms.sort((x, y) => Number(x.term - y.term));
    shown.set(member, terms.slice(-termsKept));
  };

  const nameOf = (id: bigint): string | null =>
    id === 0n ? null : (members.find((member) => member.id === id)?.name ?? id.toString(16));

  const look = async (member: Member, within: Bounds): Promise<void> => {
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
    if (answer !== undefined) note(member.name, answer.term, begun);
    const told = answer === undefined ? 'silent' : `${answer.release} ${answer.term} ${answer.leader}`;
    const answeredAt = answer === undefined ? before?.answeredAt : begun;
    seen.set(member.name, { told, ...present({ answeredAt }) });
    if (told === before?.told) return;
    tell({
      at: clock.monotonicUs(),
      member: member.name,
      ...present({ since: before?.answeredAt, termSince: answer && termSince(answer.term), answer, error }),
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
    if (!bounds.signal.aborted) await Promise.all(members.map((member) => look(member, bounds)));
  };
  let ended: Promise<void> | undefined;
  return {
    [Symbol.asyncDispose]: () => {
      ended ??= end();
      return ended;
    },
  };
}
