// Owns into which groups keys are counted: by their first segments, as Kubernetes and most others lay them out.
// Must not print anything: whether names may be shown is the manifest's to say.

const slash = 0x2f;

/** A store may have a prefix for each of its keys, and then nobody looks at one of them. */
const mostPrefixes = 20_000;

/** The groups of one store: beyond `most` of them, keys count in the nearest outer one that there is. */
export class Prefixes {
  readonly #most: number;
  readonly #known = new Set<string>();

  constructor(most = mostPrefixes) {
    this.#most = most;
  }

  /** Of a key that the store has; while there is room, its group is one from then on. */
  add(key: Uint8Array): string {
    const prefix = groupOf(key);
    if (this.#known.size < this.#most) this.#known.add(prefix);
    return this.#nearest(prefix);
  }

  /** Of a key that somebody shows, with the groups as they are. */
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

/**
 * `/registry/pods/a/b` → `/registry/pods/`, `app/x` → `app/`, `config` → `` (keys without a slash). Bytes that are no
 * UTF-8 become U+FFFD, so such prefixes may share a group; counts stay right.
 */
export function groupOf(key: Uint8Array): string {
  const segments = key[0] === slash ? 3 : 1;
  let end = -1;
  for (let found = 0; found < segments; found++) {
    const next = key.indexOf(slash, end + 1);
    if (next < 0) break;
    end = next;
  }
  return Buffer.from(key.buffer, key.byteOffset, end + 1).toString();
}
