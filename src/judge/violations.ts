// Owns the collection of violations: counts all, keeps the first ten, and says of each where it was seen.
// Must not know any judge's rules.
import type { FailureCode } from '../errors.ts';
import type { HistoryRecord } from './history.ts';
import { placeInWords } from './place.ts';
import type { Span, Timeline } from './timeline.ts';
import type { JudgeVerdict, Violation } from './verdict.ts';

const kept = 10;
const recordsKept = 6;

/** What else a message is to say of the records. */
interface About {
  /** The record whose place is told; without it the last one that proves the violation. Null: no place is. */
  readonly record?: HistoryRecord | null;
  /** What happened to members in this time is told as well. */
  readonly during?: Span;
}

interface Entry extends Violation {
  readonly about: About;
}

export class Violations {
  count = 0;
  readonly #timeline: Timeline | undefined;
  readonly #entries: Entry[] = [];

  /** @param timeline knows the place of every record; it may learn more after a violation was added */
  constructor(timeline?: Timeline) {
    this.#timeline = timeline;
  }

  /** `records` is only called for violations that are kept: rebuilding records costs. */
  add(message: string, records: () => readonly HistoryRecord[], about: () => About = () => ({})): void {
    this.count++;
    if (this.#entries.length >= kept) return;
    this.#entries.push({ message, records: records().slice(0, recordsKept), about: about() });
  }

  get first(): readonly Violation[] {
    return this.#entries.map((entry) => ({ message: this.#told(entry), records: entry.records }));
  }

  /** First message, and how many more there are: for summaries. */
  headline(): string {
    const [first] = this.#entries;
    if (!first) return 'no violation';
    const said = this.#told(first);
    return this.count > 1 ? `${said} (and ${this.count - 1} more)` : said;
  }

  #told({ message, records, about }: Entry): string {
    const { record = records.at(-1) ?? null, during } = about;
    const place = (record && this.#timeline?.placeOf(record)) ?? {};
    const meanwhile = (during && this.#timeline?.troubleIn(during)) ?? [];
    const where = placeInWords(place);
    const more = meanwhile.length > 4 ? ` and ${meanwhile.length - 4} others` : '';
    const cause = meanwhile.length === 0 ? '' : `meanwhile ${meanwhile.slice(0, 4).join(', ')}${more}`;
    return [message, where, cause].filter((each) => each !== '').join('; ');
  }
}

export function passed(judge: string, judged: number, summary: string): JudgeVerdict {
  return { judge, verdict: 'pass', summary, judged, violations: [], violationCount: 0 };
}

export function failed(judge: string, judged: number, violations: Violations, reason: FailureCode): JudgeVerdict {
  return {
    judge,
    verdict: 'fail',
    summary: violations.headline(),
    judged,
    violations: violations.first,
    violationCount: violations.count,
    failureReason: reason,
  };
}

/** What was seen is kept even where it proves nothing: a doubt with evidence is of more use than one without. */
export function unsure(
  judge: string,
  judged: number,
  reason: FailureCode,
  summary: string,
  seen = new Violations(),
): JudgeVerdict {
  return {
    judge,
    verdict: 'inconclusive',
    summary,
    judged,
    violations: seen.first,
    violationCount: seen.count,
    failureReason: reason,
  };
}

const count = new Intl.NumberFormat('en-US');
/** "1,234 writes". */
export const amount = (n: number, unit: string): string =>
  `${count.format(n)} ${unit}${n === 1 ? '' : unit.endsWith('s') ? 'es' : 's'}`;
/** Microseconds for people. */
export const duration = (us: number): string =>
  us < 10_000
    ? `${(us / 1000).toFixed(1)} ms`
    : us < 10_000_000
      ? `${Math.round(us / 1000)} ms`
      : `${(us / 1e6).toFixed(1)} s`;
