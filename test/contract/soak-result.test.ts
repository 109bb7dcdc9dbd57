// Owns: the committed result of the soak is whole and green, and a reader is told when it is about other sources.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  digestOfSources,
  formatSoakResult,
  mergeParts,
  parseSoakResult,
  type SoakPart,
  soakComplaints,
} from '../../bench/soak-result.ts';

const root = resolve(import.meta.dirname, '../..');
const parts = ['rehearsals', 'crash-matrix', 'random-strikes', 'counts', 'simulation'];

const part = (name: string, counts: Partial<SoakPart> = {}): SoakPart => ({
  name,
  passed: 2,
  failed: 0,
  skipped: 0,
  durationSeconds: 5400,
  date: '2026-03-01T04:05:06.789Z',
  sources: `sha256:${'0a'.repeat(32)}`,
  ...counts,
});
const example = [part('rehearsals'), part('crash-matrix', { passed: 100, failed: 1, skipped: 2 })];

describe('the result of the soak', () => {
  it('is read as it was written', () => {
    expect(parseSoakResult(formatSoakResult(example))).toEqual(example);
  });

  it.each([
    ['no result', /^- result:.*\n/m, '', 'result'],
    ['a date that is none', /2026-03/, '2026-33', 'date'],
    ['no duration', /5400 s/, 'long', 'is no part'],
    ['a digest cut short', /0a \|/, ' |', 'is no part'],
    ['a part left out', /^\| rehearsals.*\n/m, '', 'add up'],
    ['a polished result', /1 failed/, '0 failed', 'add up'],
    ['a polished part', /\| 1 \| 2 \|/, '| 0 | 2 |', 'add up'],
  ])('is refused with %s', (_, found, put, complaint) => {
    const text = formatSoakResult(example);
    const damaged = text.replace(found, put);
    expect(damaged).not.toBe(text);
    expect(() => parseSoakResult(damaged)).toThrow(complaint);
  });

  it('takes parts that were run again, and leaves the others', () => {
    const again = [part('simulation'), part('crash-matrix', { passed: 103 })];
    expect(mergeParts(example, again, parts)).toEqual([example[0], again[1], again[0]]);
  });

  it('belongs to these sources only where every part does, is green, and took no longer than it may', () => {
    const today = `sha256:${'1b'.repeat(32)}`;
    const whole = parts.map((name) => part(name, { sources: today, durationSeconds: 1275 }));
    const complaints = (changed: Partial<SoakPart>) =>
      soakComplaints([{ ...(whole[0] as SoakPart), ...changed }, ...whole.slice(1)], parts, today);
    expect(complaints({})).toEqual([]);
    expect(complaints({ sources: part('x').sources })).toEqual([
      expect.stringMatching(/^rehearsals of .* other sources/),
    ]);
    expect(complaints({ failed: 1 })).toEqual([expect.stringContaining('not green: 2 passed, 1 failed')]);
    expect(complaints({ skipped: 1 })).toEqual([expect.stringContaining('not green')]);
    expect(complaints({ passed: 0 })).toEqual([expect.stringContaining('not green')]);
    expect(complaints({ durationSeconds: 3601 })).toEqual([expect.stringMatching(/^rehearsals took 3601 s/)]);
    expect(complaints({ durationSeconds: 3901 })[1]).toMatch(/^All of it took 9001 s/);
    expect(soakComplaints(whole.slice(1), parts, today)).toEqual(['rehearsals was never run.']);
  });

  it('is committed with every part and nothing but passes, and says so when one belongs to other sources', () => {
    const committed = parseSoakResult(readFileSync(join(root, 'bench/soak.md'), 'utf8'));
    expect(committed.map(({ name }) => name)).toEqual(parts);
    expect(committed.filter(({ failed, skipped, passed }) => failed > 0 || skipped > 0 || passed === 0)).toEqual([]);
    // A change of the sources need not wait for a soak of them: `npm run test:soak -- --check` is what fails then.
    for (const complaint of soakComplaints(committed, parts, digestOfSources(root))) {
      console.log(`bench/soak.md: ${complaint}`);
    }
  });
});
