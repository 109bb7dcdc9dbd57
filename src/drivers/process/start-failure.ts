// Owns naming why etcd did not start, from its own last lines.
// Must not decide what follows from it.
import type { HostTrouble } from '../../engine/ports.ts';

const patterns: readonly (readonly [RegExp, HostTrouble])[] = [
  [/address already in use/i, 'port-taken'],
  [/no space left on device|disk quota exceeded/i, 'no-space'],
  [/permission denied|read-only file system|cannot access data directory|operation not permitted/i, 'no-permission'],
];

/** Undefined when the lines do not blame the host. */
export function hostTroubleIn(lines: readonly string[]): HostTrouble | undefined {
  for (const line of lines) {
    // etcd's own "permission denied" of a client call is not the host's.
    if (line.includes('etcdserver: permission denied')) continue;
    for (const [pattern, trouble] of patterns) if (pattern.test(line)) return trouble;
  }
  return undefined;
}
