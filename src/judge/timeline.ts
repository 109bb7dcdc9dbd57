// Owns what became of the members while clients worked: who was up, on which release, under whom, in which step; and so
// the place of any record.
// Must not judge: a member that does not answer may well be one that the run itself has stopped.
import { present } from '../present.ts';
import type { HistoryRecord, MarkRecord, SeenRecord } from './history.ts';
import { memberInWords, type Place, releasesInWords } from './place.ts';

/** Microseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Elections that ended with a leader; they lie between two looks. */
export interface Election extends Span {
  /** How many terms began. */
  readonly terms: number;
}

/** A look takes up to 2 s, and comes a second after the one before: for so long nobody may have seen a new term. */
const unseenUs = 3_000_000;

interface Switch {
  readonly from: number;
  to: number;
  readonly release: string | undefined;
  /** Whether the member ran that at its end; false also where nobody knows. */
  isDone: boolean;
}

interface Step {
  readonly id: string;
  readonly from: number;
  to: number;
}

/** Every judge that needs it feeds it with every record; the same record twice in a row counts once. */
export class Timeline {
  readonly #looks = new Map<string, SeenRecord[]>();
  readonly #switches = new Map<string, Switch[]>();
  readonly #moves: MarkRecord[] = [];
  readonly #changes: MarkRecord[] = [];
  readonly #steps: Step[] = [];
  readonly #elections: Election[] = [];
  /** The youngest term that had a leader. */
  #term: bigint | undefined;
  /** From when on nobody of the segment before may have seen it. */
  #unseenFrom = 0;
  #lastAt = 0;
  #last: HistoryRecord | undefined;

  observe(record: HistoryRecord): void {
    if (record === this.#last) return;
    this.#last = record;
    if (record.k === 'seen') this.#seen(record);
    else if (record.k === 'segment') {
      this.#unseenFrom = Math.max(0, this.#lastAt - unseenUs);
      this.#closeStep(record.at);
    } else if (record.k === 'mark') this.#mark(record);
    if ('at' in record) this.#lastAt = record.at;
  }

  /** Every election of a leader that was seen, whoever asked for it. */
  get elections(): readonly Election[] {
    return this.#elections;
  }

  /** Where the record was made; null for one that says nothing of a moment. */
  placeOf(record: HistoryRecord): Place | null {
    switch (record.k) {
      case 'op':
        return this.#placeAt(record.end ?? record.start, record.via);
      case 'watch':
      case 'lease':
        return this.#placeAt(record.at, record.via);
      case 'final':
        return this.#placeAt(record.at, record.member);
      case 'hold':
      case 'hash':
      case 'mark':
        return this.#placeAt(record.at, undefined);
      default:
        return null;
    }
  }

  /** What happened to members meanwhile that clients may have felt, each in words without a full stop. */
  troubleIn(span: Span): readonly string[] {
    const said: string[] = [];
    for (const member of this.#members()) {
      const switches = (this.#switches.get(member) ?? []).filter((each) => overlap(each, span) > 0);
      if (switches.length > 0) {
        const [release] = switches.map((each) => each.release);
        said.push(`${member} was being switched${release === undefined ? '' : ` to ${release}`}`);
      } else {
        const silent = this.#lasted(member, span, ({ release }) => release === undefined);
        if (silent > 0) said.push(`${member} did not answer for ${seconds(silent)}`);
      }
      const alone = this.#lasted(member, span, ({ release, leader }) => release !== undefined && leader === undefined);
      if (alone > 0) said.push(`${member} knew no leader for ${seconds(alone)}`);
    }
    const terms = this.#elections.reduce((sum, each) => (overlap(each, span) > 0 ? sum + each.terms : sum), 0);
    const moved = this.#moves.filter(({ at }) => span.from <= at && at <= span.to).length;
    if (terms > 0) {
      said.push(
        `${terms === 1 ? 'an election' : `${terms} elections`} began, ${moved === 0 ? 'none' : moved} of them by this run`,
      );
    }
    for (const { at, message } of this.#changes) {
      if (message !== undefined && span.from <= at && at <= span.to) said.push(message);
    }
    return said;
  }

  #placeAt(at: number, member: string | undefined): Place {
    return present({
      member,
      release: member === undefined ? undefined : this.#releaseAt(member, at),
      step: this.#steps.findLast(({ from, to }) => from <= at && at < to)?.id,
      state: this.#stateAt(at),
      led: this.#leadersAt(at),
    });
  }

  #members(): readonly string[] {
    return [...new Set([...this.#looks.keys(), ...this.#switches.keys()])].sort();
  }

  /** Where the member was being switched, nobody knows which of the two has answered. */
  #releaseAt(member: string, at: number): string | undefined {
    const switches = this.#switches.get(member) ?? [];
    const under = switches.find(({ from, to }) => from <= at && at <= to);
    const before = this.#settledAt(member, under === undefined ? at : under.from);
    if (under?.release === undefined || under.release === before) return before;
    return before === undefined ? under.release : `${before} → ${under.release}`;
  }

  #settledAt(member: string, at: number): string | undefined {
    const look = this.#looks.get(member)?.findLast((each) => each.at <= at && each.release !== undefined);
    const made = this.#switches
      .get(member)
      ?.findLast(({ to, release, isDone }) => to <= at && isDone && release !== undefined);
    return made !== undefined && made.to > (look?.at ?? 0) ? made.release : look?.release;
  }

  #stateAt(at: number): string | undefined {
    return releasesInWords(this.#members().map((member) => this.#settledAt(member, at)));
  }

  #leadersAt(at: number): string | undefined {
    const names = [this.#leaderBy(at)];
    // The change lay before or after this moment.
    for (const each of this.#elections) if (each.from < at && at < each.to) names.push(this.#leaderBy(each.to));
    const known = [...new Set(names.filter((each) => each !== undefined))];
    if (known.length === 0) return undefined;
    return known.map((name) => memberInWords(name, this.#releaseAt(name, at))).join(' or ');
  }

  /**
   * By what members had said last until then: the youngest term counts, and what the run itself has moved since. Undefined
   * where none of them named a leader: who had led before leads no more.
   */
  #leaderBy(at: number): string | undefined {
    let best: { readonly term: bigint; readonly at: number; readonly leader: string } | undefined;
    for (const looks of this.#looks.values()) {
      const look = looks.findLast((each) => each.at <= at);
      if (look?.leader === undefined) continue;
      const term = BigInt(look.term ?? 0);
      if (best === undefined || term > best.term || (term === best.term && look.at > best.at)) {
        best = { term, at: look.at, leader: look.leader };
      }
    }
    const moved = this.#moves.findLast((each) => each.at <= at);
    return moved?.member !== undefined && moved.at > (best?.at ?? 0) ? moved.member : best?.leader;
  }

  /** Microseconds of the span in which the member was like that; it may have been so since the look before. */
  #lasted(member: string, span: Span, like: (look: SeenRecord) => boolean): number {
    const looks = this.#looks.get(member) ?? [];
    let [sum, until] = [0, span.from];
    looks.forEach((look, index) => {
      if (!like(look)) return;
      const to = Math.min(span.to, looks[index + 1]?.at ?? Number.POSITIVE_INFINITY);
      // Neighbours reach back into each other.
      sum += Math.max(0, to - Math.max(until, look.since ?? look.at));
      until = Math.max(until, to);
    });
    return sum;
  }

  #seen(record: SeenRecord): void {
    const looks = this.#looks.get(record.member);
    if (looks) looks.push(record);
    else this.#looks.set(record.member, [record]);
    if (record.term === undefined) return;
    const term = BigInt(record.term);
    const before = this.#term;
    if (before !== undefined && term <= before) return;
    // A member that is cut off may raise its own term for long: what nobody leads in is no election.
    if (record.leader === undefined) return;
    if (before !== undefined) {
      const from = record.termSince ?? this.#unseenFrom;
      this.#elections.push({ from, to: record.at, terms: Number(term - before) });
    }
    this.#term = term;
  }

  #mark(record: MarkRecord): void {
    const { at, event, member, step } = record;
    switch (event) {
      case 'step-start':
        this.#closeStep(at);
        if (step !== undefined) this.#steps.push({ id: step, from: at, to: Number.POSITIVE_INFINITY });
        return;
      case 'step-end':
        this.#closeStep(at);
        return;
      case 'switch-start': {
        if (member === undefined) return;
        this.#closeSwitches(at);
        const begun = { from: at, to: Number.POSITIVE_INFINITY, release: record.release, isDone: false };
        const switches = this.#switches.get(member);
        if (switches) switches.push(begun);
        else this.#switches.set(member, [begun]);
        return;
      }
      case 'switch-end':
        this.#closeSwitches(at, true);
        return;
      case 'leader-moved':
        this.#moves.push(record);
        return;
      case 'member-changed':
        this.#changes.push(record);
        return;
    }
  }

  /** A step's end is the end of its switches, too, however they ended. */
  #closeStep(at: number): void {
    this.#closeSwitches(at);
    const last = this.#steps.at(-1);
    if (last !== undefined && last.to > at) last.to = at;
  }

  /** One member is switched at a time. */
  #closeSwitches(at: number, isDone = false): void {
    for (const switches of this.#switches.values()) {
      const last = switches.at(-1);
      if (last === undefined || last.to <= at) continue;
      last.to = at;
      last.isDone = isDone;
    }
  }
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

function seconds(us: number): string {
  return `${(us / 1e6).toFixed(1)} s`;
}
