// Owns what V8 is told about memory.
// Must not know why less is wanted.
import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap's nursery at the size that it has: short-lived objects by the million, such as the entries of a large
 * database, would otherwise make it grow to three times 16 MiB, for hardly any time saved (a proof of 1.4 GB: 40 MB less).
 */
export function keepNurserySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
