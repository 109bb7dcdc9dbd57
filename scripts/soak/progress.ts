// Owns what a part of the soak has come to so far, case by case, on disk: a part that is stopped goes on from there, as
// long as the sources are the same. Must not know the parts, nor decide what counts as a soak.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Counts } from '../../bench/soak-result.ts';

const Kept = z.strictObject({
  /** Digest of the sources that all of it belongs to. */
  sources: z.string(),
  /** Time in which the part was under way, all its beginnings together. */
  spentMs: z.number(),
  /** Names of the cases that passed. Others are run again. */
  passed: z.array(z.string()),
});
type Kept = z.infer<typeof Kept>;

export interface Progress {
  /** How many cases had passed before this beginning. */
  readonly passedBefore: number;
  readonly spentBeforeMs: number;
  hasPassed(name: string): boolean;
  /** Remembers how a case ended, on disk, before the next one begins. */
  ended(name: string, outcome: keyof Counts): void;
  /** Forgets all of it: the part came to its end, whatever that was. */
  finish(): void;
}

/** @param file where it is kept; what it holds of other sources is begun anew. Throws where it holds something else. */
export function openProgress(file: string, sources: string, now: () => number = Date.now): Progress {
  const before = read(file, sources);
  const passed = new Set(before.passed);
  const begunMs = now();
  return {
    passedBefore: passed.size,
    spentBeforeMs: before.spentMs,
    hasPassed: (name) => passed.has(name),
    ended: (name, outcome) => {
      if (outcome === 'passed') passed.add(name);
      const kept: Kept = { sources, spentMs: before.spentMs + now() - begunMs, passed: [...passed] };
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(kept));
      renameSync(`${file}.new`, file);
    },
    finish: () => rmSync(file, { force: true }),
  };
}

function read(file: string, sources: string): Kept {
  const nothing: Kept = { sources, spentMs: 0, passed: [] };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
    throw error;
  }
  const kept = Kept.parse(JSON.parse(text));
  return kept.sources === sources ? kept : nothing;
}

/** Where the progress of a part of a size is kept. */
export const progressFile = (root: string, part: string, size: string): string =>
  join(root, 'node_modules/.cache/etcd-migrate-soak', `${part}-${size}.json`);
