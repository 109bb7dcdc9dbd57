// Owns the search for a linearization of one key's operations: Wing and Gong's, with Lowe's memory of visited states.
// Must not know histories or how operations were recorded.

/** The key as one etcd store would hold it. Value -1 stands for "no such key". */
interface State {
  readonly val: number;
  /** 0 while there is no key; NaN when an unknown write whose revision nobody saw made it. */
  readonly mod: number;
  /** The newest revision that any operation so far has shown. */
  readonly floor: number;
}

export interface KeyOperation {
  readonly kind: 'put' | 'cas' | 'delete' | 'get';
  readonly start: number;
  /** Infinity while the end was never seen. */
  readonly end: number;
  /** Revision of the answer, where there is one: of the write itself for writes, of the store for all others. */
  readonly rev?: number;
  /** put and cas: the value written. get: the value read, -1 for none. */
  readonly val: number;
  /** get: mod revision read, where known. */
  readonly mod?: number;
  /** cas: the mod revision compared with; 0 for "no such key". */
  readonly expect?: number;
  /** cas that did not hold: what it found instead, where that was asked for; -1 and 0 for no such key. */
  readonly found?: { readonly val: number; readonly mod: number };
  /** cas: whether it held. delete: whether there was a key. Absent when the outcome is unknown. */
  readonly effective?: boolean;
  /** The caller's name for the operation. */
  readonly row: number;
}

export interface SearchLimits {
  /** Operations tried, all attempts together; deterministic, unlike a clock. */
  readonly maxTries: number;
}

export type SearchResult =
  | { readonly linearizable: true }
  /** `stuck` is an operation that no attempt could place, from the attempt that got furthest. */
  | { readonly linearizable: false; readonly stuck: KeyOperation | undefined; readonly bounded: boolean };

export interface Revisions {
  /** The smallest revision above `rev` that no known write made. */
  nextFree(rev: number): number;
  /** Whether a known write made this revision. */
  isKnown(rev: number): boolean;
}

/** How many unknown writes in a row may be needed to explain one answer: only unknown cas can build on one another. */
const longestChain = 3;

/**
 * @param required operations that took effect: acknowledged ones, and unknown ones whose revision was seen (end: never)
 * @param unknown writes that may have taken effect once, at any time after their start, or never
 *
 * An unknown write is only tried where the next operation can't be explained without it: one that explains nothing
 * need not have happened, and moving it later harms nobody, except where it would leave the gap in the revisions that
 * it needs. Only a cas that did not hold and does not say what it found fits both before and after such a write.
 */
export function searchLinearization(
  required: readonly KeyOperation[],
  unknown: readonly KeyOperation[],
  revisions: Revisions,
  limits: SearchLimits,
): SearchResult {
  return new Search(required, unknown, revisions, limits).run();
}

interface Choice {
  /** Unknown operations to apply first, as indices. */
  readonly before: readonly number[];
  readonly operation: number;
  readonly state: State;
}

interface Branch {
  readonly choices: readonly Choice[];
  next: number;
  readonly trailLength: number;
  readonly low: number;
  readonly state: State;
}

class Search {
  readonly #required: readonly KeyOperation[];
  readonly #unknown: readonly KeyOperation[];
  readonly #revisions: Revisions;
  readonly #maxTries: number;
  readonly #done: Uint8Array;
  readonly #used: Uint8Array;
  /** Smallest order of any operation from here on, in order of start. */
  readonly #laterOrder: Float64Array;
  readonly #readValues = new Set<number>();
  #low = 0;
  #state: State = { val: -1, mod: 0, floor: 0 };
  /** What was applied, to take it back: required as index, unknown as -1 - index. */
  readonly #trail: number[] = [];
  readonly #branches: Branch[] = [];
  readonly #visited = new Set<string>();
  #tries = 0;
  #furthest = -1;
  #stuck: KeyOperation | undefined;

  constructor(
    required: readonly KeyOperation[],
    unknown: readonly KeyOperation[],
    revisions: Revisions,
    limits: SearchLimits,
  ) {
    this.#required = [...required].sort((a, b) => a.start - b.start);
    this.#unknown = [...unknown].sort((a, b) => a.start - b.start);
    this.#revisions = revisions;
    this.#maxTries = limits.maxTries;
    this.#done = new Uint8Array(required.length);
    this.#used = new Uint8Array(unknown.length);
    this.#laterOrder = new Float64Array(required.length + 1).fill(Number.POSITIVE_INFINITY);
    for (let i = required.length - 1; i >= 0; i--) {
      const operation = this.#required[i] as KeyOperation;
      this.#laterOrder[i] = Math.min(this.#laterOrder[i + 1] as number, orderOf(operation));
      if (operation.kind === 'get') this.#readValues.add(operation.val);
      if (operation.found !== undefined) this.#readValues.add(operation.found.val);
    }
  }

  run(): SearchResult {
    for (;;) {
      while (this.#low < this.#required.length && this.#done[this.#low] === 1) this.#low++;
      if (this.#low === this.#required.length) return { linearizable: true };
      if (++this.#tries > this.#maxTries) return { linearizable: false, stuck: this.#stuck, bounded: true };
      const choices = this.#choices();
      const [only] = choices;
      if (choices.length > 1 && !this.#seenBefore()) {
        const state = this.#state;
        this.#branches.push({ choices, next: 1, trailLength: this.#trail.length, low: this.#low, state });
        this.#apply(only as Choice);
      } else if (choices.length === 1) this.#apply(only as Choice);
      else if (!this.#backtrack()) return { linearizable: false, stuck: this.#stuck, bounded: false };
    }
  }

  /** Ways to go on. One only when the others can't lead further. */
  #choices(): Choice[] {
    const candidates: number[] = [];
    let firstEnd = Number.POSITIVE_INFINITY;
    let i = this.#low;
    for (; i < this.#required.length; i++) {
      const operation = this.#required[i] as KeyOperation;
      if (operation.start > firstEnd) break;
      if (this.#done[i] === 1) continue;
      candidates.push(i);
      firstEnd = Math.min(firstEnd, operation.end);
    }
    // Whoever has a revision may only go when no other with a smaller one is left.
    let order = this.#laterOrder[i] as number;
    for (const index of candidates) order = Math.min(order, orderOf(this.#required[index] as KeyOperation));

    const direct: Choice[] = [];
    const blocked: number[] = [];
    for (const index of candidates) {
      const operation = this.#required[index] as KeyOperation;
      if (operation.start > firstEnd || (operation.rev !== undefined && orderOf(operation) > order)) continue;
      const state = this.#after(this.#state, operation);
      if (state === undefined) blocked.push(index);
      // Something that changes nothing and fits now can't be placed better later.
      else if (pins(operation)) return [{ before: [], operation: index, state }];
      else direct.push({ before: [], operation: index, state });
    }
    if (direct.length === 0 && this.#trail.length > this.#furthest) {
      this.#furthest = this.#trail.length;
      const [first] = blocked.length > 0 ? blocked : candidates;
      this.#stuck = first === undefined ? undefined : this.#required[first];
    }
    const vague = direct
      .map(({ operation }) => operation)
      .filter((index) => !changes(this.#required[index] as KeyOperation));
    for (const index of [...blocked, ...vague]) this.#explain(index, firstEnd, this.#state, [], direct);
    return direct;
  }

  /** Adds the ways in which unknown writes make a blocked operation possible. */
  #explain(index: number, firstEnd: number, state: State, before: readonly number[], into: Choice[]): void {
    const operation = this.#required[index] as KeyOperation;
    const tried = new Set<string>();
    for (let u = 0; u < this.#unknown.length; u++) {
      const write = this.#unknown[u] as KeyOperation;
      if (write.start > firstEnd) break;
      if (this.#used[u] === 1 || before.includes(u)) continue;
      // A later link of a chain must be a cas that needs the link before it.
      if (before.length > 0 && write.kind !== 'cas') continue;
      const alike = this.#class(write);
      if (tried.has(alike)) continue;
      tried.add(alike);
      const next = this.#afterUnknown(state, write);
      if (next === undefined) continue;
      const chain = [...before, u];
      const after = this.#after(next, operation);
      if (after !== undefined) into.push({ before: chain, operation: index, state: after });
      else if (chain.length < longestChain) this.#explain(index, firstEnd, next, chain, into);
    }
  }

  /** Unknown writes of one class have the same effect, and the earliest is as good as any. */
  #class(write: KeyOperation): string {
    if (write.kind === 'delete') return 'delete';
    const value = this.#readValues.has(write.val) ? write.val : 'unseen';
    return write.kind === 'cas' ? `cas ${write.expect} ${value}` : `put ${value}`;
  }

  #after(state: State, operation: KeyOperation): State | undefined {
    const { rev } = operation;
    const makes = changes(operation);
    if (rev !== undefined && (makes ? rev <= state.floor : rev < state.floor)) return undefined;
    const floor = rev ?? state.floor;
    switch (operation.kind) {
      case 'get':
        return shows(state, operation.val, operation.mod) ? { val: state.val, mod: state.mod, floor } : undefined;
      case 'put':
        return { val: operation.val, mod: rev ?? Number.NaN, floor };
      case 'cas': {
        if (operation.effective === false) {
          const { found } = operation;
          if (state.mod === operation.expect) return undefined;
          if (found !== undefined && !shows(state, found.val, found.mod)) return undefined;
          return { val: state.val, mod: state.mod, floor };
        }
        return this.#holds(state, operation.expect ?? 0)
          ? { val: operation.val, mod: rev ?? Number.NaN, floor }
          : undefined;
      }
      case 'delete': {
        if (operation.effective !== undefined && operation.effective !== (state.val !== -1)) return undefined;
        return { val: -1, mod: 0, floor };
      }
    }
  }

  /** The state after an unknown write that took effect; undefined when it can't have, or changed nothing. */
  #afterUnknown(state: State, write: KeyOperation): State | undefined {
    if (write.kind === 'delete' && state.val === -1) return undefined;
    if (write.kind === 'cas' && !this.#holds(state, write.expect ?? 0)) return undefined;
    const floor = this.#revisions.nextFree(state.floor);
    return write.kind === 'delete' ? { val: -1, mod: 0, floor } : { val: write.val, mod: Number.NaN, floor };
  }

  /** A version of unknown revision may have any revision that no known write made. */
  #holds(state: State, expect: number): boolean {
    return Number.isNaN(state.mod) ? expect > 0 && !this.#revisions.isKnown(expect) : state.mod === expect;
  }

  #apply(choice: Choice): void {
    for (const u of choice.before) {
      this.#used[u] = 1;
      this.#trail.push(-1 - u);
    }
    this.#done[choice.operation] = 1;
    this.#trail.push(choice.operation);
    this.#state = choice.state;
  }

  #backtrack(): boolean {
    for (;;) {
      const branch = this.#branches.at(-1);
      if (branch === undefined) return false;
      while (this.#trail.length > branch.trailLength) {
        const applied = this.#trail.pop() as number;
        if (applied < 0) this.#used[-1 - applied] = 0;
        else this.#done[applied] = 0;
      }
      this.#low = branch.low;
      this.#state = branch.state;
      const choice = branch.choices[branch.next++];
      if (choice !== undefined) {
        this.#apply(choice);
        return true;
      }
      this.#branches.pop();
    }
  }

  /** Whether this very situation was left without success before. The question is only asked where ways part. */
  #seenBefore(): boolean {
    const { val, mod, floor } = this.#state;
    let key = `${this.#low}/${val}/${mod}/${floor}/`;
    // Whatever was placed beyond the first open operation overlaps it.
    const open = this.#required[this.#low] as KeyOperation;
    for (let i = this.#low + 1; i < this.#required.length; i++) {
      if ((this.#required[i] as KeyOperation).start > open.end) break;
      if (this.#done[i] === 1) key += `${i},`;
    }
    key += '/';
    for (let u = 0; u < this.#used.length; u++) if (this.#used[u] === 1) key += `${u},`;
    if (this.#visited.has(key)) return true;
    this.#visited.add(key);
    return false;
  }
}

function changes(operation: KeyOperation): boolean {
  return operation.kind === 'put' || (operation.kind !== 'get' && operation.effective !== false);
}

/** Whether an operation fits exactly one state of the key and leaves it as it is. */
function pins(operation: KeyOperation): boolean {
  return !changes(operation) && (operation.kind !== 'cas' || operation.found !== undefined);
}

function shows(state: State, val: number, mod: number | undefined): boolean {
  if (state.val !== val) return false;
  return val === -1 || mod === undefined || Number.isNaN(state.mod) || state.mod === mod;
}

/** Writes come before everything else that shows their revision. An operation without a revision may stand anywhere. */
function orderOf(operation: KeyOperation): number {
  if (operation.rev === undefined) return Number.POSITIVE_INFINITY;
  return operation.rev * 2 + (changes(operation) ? 0 : 1);
}
