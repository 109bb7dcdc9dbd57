// Owns: a part of the soak that was stopped goes on where it was, and only on the sources that it began with.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProgress, progressFile } from '../../scripts/soak/progress.ts';

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'etcd-migrate-soak-'));
  file = progressFile(root, 'crash-matrix', 'full');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** One beginning that is stopped after these cases; each takes a second. */
function stoppedAfter(sources: string, ...cases: readonly (readonly [string, 'passed' | 'failed' | 'skipped'])[]) {
  let nowMs = 0;
  const progress = openProgress(file, sources, () => nowMs);
  for (const [name, outcome] of cases) {
    nowMs += 1000;
    progress.ended(name, outcome);
  }
  return progress;
}

describe('a part that was stopped', () => {
  it('runs again what had not passed, and adds up its time', () => {
    stoppedAfter('a', ['one', 'passed'], ['two', 'failed'], ['three', 'skipped']);
    stoppedAfter('a', ['two', 'passed']);
    const again = openProgress(file, 'a');
    expect(['one', 'two', 'three', 'four'].filter((name) => again.hasPassed(name))).toEqual(['one', 'two']);
    expect([again.passedBefore, again.spentBeforeMs]).toEqual([2, 4000]);
  });

  it('begins anew on other sources, and after it came to its end', () => {
    stoppedAfter('a', ['one', 'passed']);
    expect(openProgress(file, 'b')).toMatchObject({ passedBefore: 0, spentBeforeMs: 0 });
    stoppedAfter('a', ['two', 'passed']).finish();
    expect(openProgress(file, 'a')).toMatchObject({ passedBefore: 0, spentBeforeMs: 0 });
  });

  it('is not taken from a file that holds something else', () => {
    stoppedAfter('a', ['one', 'passed']);
    writeFileSync(file, '{"sources":"a"}');
    expect(() => openProgress(file, 'a')).toThrow();
  });
});
