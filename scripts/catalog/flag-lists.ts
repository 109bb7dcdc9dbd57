// Owns reading the lists of flags that releases take, and the ranges of releases that follow from them.
// Must not know the catalog that they are compared with.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions } from '../../src/catalog/version.ts';

/** Release → its flags without dashes; releases in ascending order. */
export type FlagLists = ReadonlyMap<string, ReadonlySet<string>>;

export function readFlagLists(directory: string): FlagLists {
  const releases = readdirSync(directory)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -'.txt'.length))
    .sort(compareVersions);
  return new Map(
    releases.map((release) => [release, flagsIn(readFileSync(join(directory, `${release}.txt`), 'utf8'))]),
  );
}

function flagsIn(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(/^--/, '')),
  );
}

/** The runs of listed releases that know the flag: a back-port leaves a gap where a newer line begins. */
export function knownIn(lists: FlagLists, flag: string): readonly { readonly first: string; readonly last: string }[] {
  const known: { first: string; last: string }[] = [];
  let isOpen = false;
  for (const [release, flags] of lists) {
    const run = known.at(-1);
    if (!flags.has(flag)) isOpen = false;
    else if (isOpen && run !== undefined) run.last = release;
    else {
      known.push({ first: release, last: release });
      isOpen = true;
    }
  }
  return known;
}
