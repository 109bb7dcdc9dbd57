// Owns: the committed figures are whole and each meets its bar; a section that is measured again replaces the earlier.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatResults, mergeSections, parseResults, type Section, sections } from '../../bench/results.ts';

const root = resolve(import.meta.dirname, '../..');

const section = (title: string, more: Partial<Section> = {}): Section => ({
  title,
  date: '2026-03-01T04:05:06.789Z',
  machine: '2 cores (Some CPU) · Node 24.0.0',
  rows: ['| time of it | ≤ 3 | 2.58 (1 ms over 2 ms) | met |', '| gap | – | not measured (exit code 1) | missed |'],
  ...more,
});
const example = [section('Upgrades'), section('Backups')];

describe('the figures', () => {
  it('are read as they were written', () => {
    expect(parseResults(formatResults(example))).toEqual(example);
    expect(parseResults(formatResults([]))).toEqual([]);
  });

  it.each([
    ['a date that is none', /2026-03/, '2026-33', 'date'],
    ['a figure without a verdict', / \| met \|/, ' | |', 'is no figure'],
    ['a line of another kind', /^\| gap/m, 'gap', 'is no figure'],
    ['words of somebody else', /do not edit/, 'please edit', 'is not as'],
  ])('are refused with %s', (_, found, put, complaint) => {
    const text = formatResults(example);
    const damaged = text.replace(found, put);
    expect(damaged).not.toBe(text);
    expect(() => parseResults(damaged)).toThrow(complaint);
  });

  it('of a section that is measured again take the place of the earlier ones, and leave the others', () => {
    const again = section('Upgrades', { date: '2026-04-01T00:00:00.000Z' });
    expect(mergeSections(example, [again])).toEqual([again, example[1]]);
    expect(mergeSections([], [section('Backups')])).toEqual([section('Backups')]);
  });

  it('are each of one program that is there', () => {
    const names = sections.flatMap(({ figures }) => figures);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !existsSync(join(root, 'bench', `${name}.ts`)))).toEqual([]);
  });

  it('are committed, for every section, and none misses its bar', () => {
    const committed = parseResults(readFileSync(join(root, 'bench/results.md'), 'utf8'));
    expect(committed.map(({ title }) => title)).toEqual(sections.map(({ title }) => title));
    const rows = committed.flatMap((each) => each.rows);
    expect(rows.length).toBeGreaterThanOrEqual(sections.flatMap(({ figures }) => figures).length);
    expect(rows.filter((row) => !row.endsWith(' | met |'))).toEqual([]);
  });
});
