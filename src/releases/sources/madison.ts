// Owns reading what `apt-cache madison` lists: the versions of a package.
// Must not run it.
import type { WantedRelease } from '../source.ts';

/** Finds a build of exactly this upstream release; rebuilds differ by processor ("3.4.23-4+b4"). */
export function packageVersionOf(madison: string, { version }: Pick<WantedRelease, 'version'>): string | undefined {
  const versions = madison.split('\n').map((line) => line.split('|')[1]?.trim() ?? '');
  return versions.find((each) => each.startsWith(version) && /^([-+~].*)?$/.test(each.slice(version.length)));
}
