// Owns how much of a thousand-fold count one run of the tests tries, and which part of it: all of it in the soak, a
// sample elsewhere. Its seed follows the commit, so that every commit tries others and each can be replayed.
import { execFileSync } from 'node:child_process';
import { createRandom } from '../../src/platform/random.ts';
import { repository } from './command.ts';

/** Whether everything is tried, as the soak does. */
export const isFull = process.env.ETCD_MIGRATE_TEST_COUNTS === 'full';

/** From $ETCD_MIGRATE_TEST_SEED, or the first 32 bits of the commit. Throws where there is neither. */
export function seedOfTests(): number {
  const given = process.env.ETCD_MIGRATE_TEST_SEED;
  if (given !== undefined) {
    if (!/^\d+$/.test(given)) throw new Error(`ETCD_MIGRATE_TEST_SEED is a whole number, not ${given}`);
    return Number(given);
  }
  return Number.parseInt(commit().slice(0, 8), 16);
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: repository, encoding: 'utf8' });
  } catch (error) {
    throw new Error(
      'Samples are drawn by the commit, and git knows none here: set ETCD_MIGRATE_TEST_SEED to a number.',
      {
        cause: error,
      },
    );
  }
}

/** How often something is tried: `all` in the soak, `some` elsewhere. */
export const countOf = (all: number, some: number): number => (isFull ? all : Math.min(all, some));

/** `all` of them in the soak; elsewhere `some`, in their order. `what` keeps samples of one seed independent. */
export function sampleOf<T>(what: string, all: readonly T[], some: number): readonly T[] {
  if (isFull || all.length <= some) return all;
  const random = createRandom(seedOfTests()).fork(what);
  const left = all.map((_, index) => index);
  const chosen = Array.from({ length: some }, () => left.splice(random.int(left.length), 1)[0] ?? 0);
  return chosen.sort((a, b) => a - b).map((index) => all[index] as T);
}

/** `sampleOf` each kind, so that every kind is met. */
export function sampleOfKinds<T>(
  what: string,
  all: readonly T[],
  kindOf: (each: T) => string,
  some: number,
): readonly T[] {
  return [...Map.groupBy(all, kindOf)].flatMap(([kind, those]) => sampleOf(`${what}: ${kind}`, those, some));
}

/** Seeds below `of` in the order in which they are tried: in the soak from 0 on, elsewhere a sample of the first `all` first. */
export function seedsOf(what: string, all: number, some: number, of: number): readonly number[] {
  const seeds = Array.from({ length: of }, (_, seed) => seed);
  const first = sampleOf(what, seeds.slice(0, all), some);
  return [...first, ...seeds.filter((seed) => !first.includes(seed))];
}

/** Where `some` numbers in a row begin, out of those from 0 to `all`: at 0 in the soak, which takes them all. */
export const windowOf = (what: string, all: number, some: number): number =>
  isFull || all <= some
    ? 0
    : createRandom(seedOfTests())
        .fork(what)
        .int(all - some + 1);
