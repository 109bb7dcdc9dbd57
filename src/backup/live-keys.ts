// Owns counting the keys that live at the end of a history of puts and deletions, in bounded memory whatever their number.
// Must not keep any key: 64 bits of its hash stand for it (a million keys collide with a chance of 1 in 40 million).

/** The table has at most so many slots: 16 MiB, and half as much again while it is made larger. */
const mostSlots = 2 ** 20;
const fullest = 0.7;
const dead = 0;

/**
 * Counts one share of all keys: those whose hash falls into it. Where the table would outgrow its bounds, the share is
 * halved, and the history has to be told once more for each share that is left over.
 */
export class LiveKeys {
  #shares: number;
  readonly #share: number;
  readonly #mostSlots: number;
  #high = new Uint32Array(1024);
  #low = new Uint32Array(1024);
  /** Group of a live key plus one; 0 for a deleted one. */
  #group = new Uint32Array(1024);
  /** Number of the entry that wrote the key last. */
  #entry = new Uint32Array(1024);
  /** A hash of zero marks an empty slot; no key has it. */
  #used = 0;

  constructor({ shares = 1, share = 0, slots = mostSlots } = {}) {
    this.#shares = shares;
    this.#share = share;
    this.#mostSlots = slots;
  }

  /** The number of shares into which the keys had to be cut. */
  get shares(): number {
    return this.#shares;
  }

  /** The share that is counted here; the first is told the history before anybody knows how many there are. */
  get share(): number {
    return this.#share;
  }

  /** Entry `entry` of the history wrote the key, which counts in `group`. */
  put(key: Uint8Array, group: number, entry: number): void {
    this.#set(key, group + 1, entry);
  }

  delete(key: Uint8Array): void {
    this.#set(key, dead, 0);
  }

  /** Tells each live key of this share: the group it counts in, and the entry that wrote it last. */
  each(tell: (group: number, entry: number) => void): void {
    for (const [slot, group] of this.#group.entries()) {
      if (group !== dead) tell(group - 1, this.#entry[slot] as number);
    }
  }

  #set(key: Uint8Array, value: number, entry: number): void {
    const [high, low] = hash(key);
    if (high % this.#shares !== this.#share) return;
    const slot = this.#slotOf(high, low);
    if (this.#low[slot] === 0 && this.#high[slot] === 0) {
      this.#high[slot] = high;
      this.#low[slot] = low;
      this.#used++;
    }
    this.#group[slot] = value;
    this.#entry[slot] = entry;
    if (this.#used > this.#low.length * fullest) this.#makeRoom();
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#low.length - 1;
    let slot = low & mask;
    while (
      (this.#low[slot] !== 0 || this.#high[slot] !== 0) &&
      (this.#low[slot] !== low || this.#high[slot] !== high)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #makeRoom(): void {
    const before = { high: this.#high, low: this.#low, group: this.#group, entry: this.#entry };
    // Only the first share may be cut: the others are told afterwards, by the shares that it came to.
    const cut = this.#share === 0 && this.#low.length >= this.#mostSlots;
    if (cut) this.#shares *= 2;
    const slots = cut ? this.#low.length : this.#low.length * 2;
    this.#high = new Uint32Array(slots);
    this.#low = new Uint32Array(slots);
    this.#group = new Uint32Array(slots);
    this.#entry = new Uint32Array(slots);
    this.#used = 0;
    for (let old = 0; old < before.low.length; old++) {
      const high = before.high[old] as number;
      const low = before.low[old] as number;
      if ((low === 0 && high === 0) || high % this.#shares !== this.#share) continue;
      const slot = this.#slotOf(high, low);
      this.#high[slot] = high;
      this.#low[slot] = low;
      this.#group[slot] = before.group[old] as number;
      this.#entry[slot] = before.entry[old] as number;
      this.#used++;
    }
  }
}

/** Hashes to two lanes of 32 bits, mixed as MurmurHash3's finalizer does; never both zero. */
function hash(key: Uint8Array): readonly [high: number, low: number] {
  let high = 0x9e3779b9 ^ key.length;
  let low = 0x85ebca6b;
  for (let at = 0; at < key.length; at++) {
    const byte = key[at] as number;
    high = Math.imul(high ^ byte, 0x9e3779b1);
    low = Math.imul((low ^ byte) + high, 0x5f356495);
  }
  high = mix(high ^ (low >>> 15));
  low = mix(low ^ (high >>> 13));
  return [high, low === 0 && high === 0 ? 1 : low];
}

function mix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
