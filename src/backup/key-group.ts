// Owns which group a key counts in by itself: its first segments, as Kubernetes and most others lay keys out.
// Must not know the other keys of a store (prefixes.ts).

const slash = 0x2f;

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
