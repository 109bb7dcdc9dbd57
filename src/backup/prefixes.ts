// Owns into which groups keys are counted: by their first segments, as Kubernetes and most others lay them out.
// Must not print anything: whether names may be shown is the manifest's to say.
import { groupOf } from './key-group.ts';

/** A store may have a prefix for each of its keys, and then nobody looks at one of them. */
const mostPrefixes = 20_000;

/** The groups of one store: beyond `most` of them, keys count in the nearest outer one that there is. */
export class Prefixes {
  readonly #most: number;
  readonly #known = new Set<string>();

  constructor(most = mostPrefixes) {
    this.#most = most;
  }

  /** Gives the group of a key that the store has; while there is room, its own prefix is one from then on. */
  add(key: Uint8Array): string {
    const prefix = groupOf(key);
    if (this.#known.size < this.#most) this.#known.add(prefix);
    return this.#nearest(prefix);
  }

  /** Gives the group of a key that somebody shows, with the groups as they are. */
  of(key: Uint8Array): string {
    return this.#nearest(groupOf(key));
  }

  #nearest(prefix: string): string {
    let nearest = prefix;
    while (nearest !== '' && !this.#known.has(nearest)) {
      nearest = nearest.slice(0, nearest.slice(0, -1).lastIndexOf('/') + 1);
    }
    return nearest;
  }
}
