// What the proofs of the past look like: in one line, and as a chart.
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { lineChart } from '../../../src/report/chart.ts';
import type { ProofReport } from '../../../src/report/model.ts';
import { sparkline } from '../../../src/report/sparkline.ts';
import { trendLine } from '../../../src/report/trend.ts';

type Proof = NonNullable<ProofReport['trend']>[number];
const proof = (recoveryMs: number | null): Proof => ({
  file: 'a.db',
  verdict: recoveryMs === null ? 'fail' : 'pass',
  provenAt: '2026-11-28T12:00:00.000Z',
  bytes: 1,
  ageMs: null,
  recoveryMs,
});

describe('the line', () => {
  it('counts passes, and shows how long their recoveries took', () => {
    expect(trendLine([proof(1000), proof(null), proof(8000), proof(4000)])).toEqual({
      text: '3 of the last 4 proofs passed; a recovery took 1.0 s to 8.0 s',
      curve: '▂█▅',
    });
  });

  it('says nothing of a first proof, and shows no curve of one', () => {
    expect(trendLine([proof(1000)])).toBeUndefined();
    expect(trendLine([proof(null), proof(1000)])).toEqual({ text: '1 of the last 2 proofs passed', curve: '' });
  });

  it('begins at nothing', () => {
    expect(sparkline([0, 50, 100])).toBe('▁▅█');
    expect(sparkline([100, 100])).toBe('██');
    expect(sparkline([0])).toBe('▁');
  });
});

describe('the chart', () => {
  const hour = 3_600_000;
  const points = (values: readonly (number | null)[]) =>
    values.map((value, index) => ({ atMs: index * hour, value, good: value !== null, label: `<&"${index}` }));
  const elements = (svg: string): Map<string, Record<string, string>[]> => {
    const found = new Map<string, Record<string, string>[]>();
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      found.set(name, [...(found.get(name) ?? []), attributes as Record<string, string>]);
    });
    parser.write(svg).close();
    return found;
  };

  it('has a dot for each that is good, higher for more, and a cross at the bottom for each that is not', () => {
    const found = elements(lineChart({ title: 'a & b', points: points([10, 20, null, 5]), format: String }));
    const dots = (found.get('circle') ?? []).map(({ cy }) => Number(cy));
    expect(dots).toHaveLength(3);
    expect(dots[1]).toBeLessThan(dots[0] ?? 0);
    expect(dots[2]).toBeGreaterThan(dots[0] ?? 0);
    const crosses = (found.get('path') ?? []).filter((each) => each['class'] === 'bad');
    expect(crosses).toHaveLength(1);
  });

  it('of one moment, and of nothing but failures, is still a chart', () => {
    for (const values of [[3], [null], [null, null]]) {
      expect(lineChart({ title: 't', points: points(values), format: String })).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
