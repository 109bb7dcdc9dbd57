// Owns: the committed result of the soak can be read, and a reader is told when it is about other sources than these.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOfSources, formatSoakResult, parseSoakResult, type SoakResult } from '../../bench/soak-result.ts';

const root = resolve(import.meta.dirname, '../..');
const file = join(root, 'bench/soak.md');

const example: SoakResult = {
  date: '2026-03-01T04:05:06.789Z',
  durationSeconds: 5400,
  sources: `sha256:${'0a'.repeat(32)}`,
  parts: [
    { name: 'simulation', passed: 2, failed: 0, skipped: 0 },
    { name: 'crash-matrix', passed: 100, failed: 1, skipped: 2 },
  ],
  ...{ passed: 102, failed: 1, skipped: 2 },
};

describe('the result of the soak', () => {
  it('is read as it was written', () => {
    expect(parseSoakResult(formatSoakResult(example))).toEqual(example);
  });

  it.each([
    ['no date', /^- date:.*\n/m, '', 'date'],
    ['a date that is none', /2026-03/, '2026-33', 'date'],
    ['no duration', /5400 s/, 'long', 'duration'],
    ['a digest cut short', /0a\n/, '\n', 'sources'],
    ['a count that is none', /102 passed/, 'all passed', 'result'],
    ['a part left out', /^\| simulation.*\n/m, '', 'add up'],
    ['a polished result', /1 failed/, '0 failed', 'add up'],
  ])('is refused with %s', (_, found, put, complaint) => {
    const text = formatSoakResult(example);
    const damaged = text.replace(found, put);
    expect(damaged).not.toBe(text);
    expect(() => parseSoakResult(damaged)).toThrow(complaint);
  });

  it('is whole where it is committed, and says so when it belongs to other sources or is missing', () => {
    if (!existsSync(file)) {
      expect(example.sources, 'the digest of today can be made').not.toBe(digestOfSources(root));
      console.log('There is no bench/soak.md: the soak has not been run on any sources. Run `npm run test:soak`.');
      return;
    }
    const { sources, date } = parseSoakResult(readFileSync(file, 'utf8'));
    if (sources !== digestOfSources(root)) {
      console.log(`bench/soak.md of ${date} no longer belongs to these sources: run \`npm run test:soak\`.`);
    }
  });
});
