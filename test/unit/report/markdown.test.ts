// Owns: the Markdown report says first what must be known, and fits GitHub's limits to the byte.
import { describe, expect, it } from 'vitest';
import { fitSections } from '../../../src/report/budget.ts';
import { CHECK_RUN_TEXT_LIMIT_BYTES, SMALLEST_LIMIT_BYTES, SUMMARY_LIMIT_BYTES } from '../../../src/report/limits.ts';
import { renderMarkdown, renderProgress } from '../../../src/report/markdown.ts';
import type { RehearsalReport } from '../../../src/report/model.ts';
import { inconclusive, panicking, passing } from '../../fixtures/report/samples.ts';

const many = (n: number): RehearsalReport => ({
  ...panicking,
  findings: Array.from({ length: n }, (_, index) => ({
    id: `rule/made-${index}`,
    severity: index === n - 1 ? ('error' as const) : ('note' as const),
    message: `finding number ${index} ${'x'.repeat(400)}`,
  })),
});

describe('the first lines', () => {
  it('answer safe or not, why, what clients felt, the point of no return and what next', () => {
    const lines = renderMarkdown(panicking).split('\n');
    expect(lines[0]).toBe('## ❌ Not safe: etcd 3.5.33 → 3.7.1 (prod-eu1)');
    const top = lines.slice(0, 14).join('\n');
    expect(top).toContain('- **Why:** m2 did not start on 3.7.1');
    expect(top).toContain('(member-start-failed)');
    expect(top).toContain('longest gap in writes 6.2 s (step 2.3), in reads 412 ms; 39,120 operations, 9 failed');
    expect(top).toContain('- **Point of no return:** After step 2.6');
    expect(top).toContain('1. Let the plan renew the raft snapshots');
  });

  it('never call an inconclusive run safe', () => {
    expect(renderMarkdown(inconclusive)).toMatch(/^## ⚠️ Not proven: /);
    expect(renderMarkdown(passing)).toMatch(/^## ✅ Safe: /);
    expect(renderMarkdown({ ...passing, verdict: 'error', failureReason: 'no-space' })).toMatch(
      /^## 💥 Could not tell: /,
    );
  });

  it('quote the panic of a member that died', () => {
    expect(renderMarkdown(panicking)).toContain('panic: unmarshal should never fail (proto:');
  });
});

describe('the check table', () => {
  it('is one line when all is as the catalog expects', () => {
    const report = renderMarkdown(passing);
    expect(report).toContain('17 checks × 8 states × 3 members: all 408 as expected.');
    expect(report).not.toContain('| gateway');
  });

  it('shows the rows that differ, and only those', () => {
    const report = renderMarkdown(panicking);
    expect(report).toContain('1 of 204 results differ from the catalog');
    expect(report).toMatch(/\| gateway \| ✔ +\| ✘ m1/);
    expect(report).not.toMatch(/\| lock /);
  });
});

describe('the size budget', () => {
  it('cuts nothing at the exact size, and something one byte below it', () => {
    const whole = renderMarkdown(panicking);
    const size = Buffer.byteLength(whole);
    expect(renderMarkdown(panicking, { limit: size })).toBe(whole);
    const smaller = renderMarkdown(panicking, { limit: size - 1 });
    expect(Buffer.byteLength(smaller)).toBeLessThan(size);
    expect(smaller).toContain("Cut to GitHub's size limit; left out: client figures per step");
  });

  it.each([SUMMARY_LIMIT_BYTES, CHECK_RUN_TEXT_LIMIT_BYTES, 10_000, SMALLEST_LIMIT_BYTES])(
    'holds a limit of %d bytes and keeps the verdict',
    (limit) => {
      const report = renderMarkdown(many(20_000), { limit });
      expect(Buffer.byteLength(report)).toBeLessThanOrEqual(limit);
      expect(report).toMatch(/^## ❌ Not safe: /);
      expect(report).toContain("Cut to GitHub's size limit");
    },
  );

  it('keeps errors longer than notes', () => {
    expect(renderMarkdown(many(2000), { limit: 8000 })).toContain('rule/made-1999');
  });

  it('counts bytes, not characters', () => {
    const text = '→'.repeat(100);
    const sections = [{ name: 'a', importance: 0, rungs: [() => text] }];
    expect(fitSections(sections, 301, () => 'cut')).toBe(`${text}\n`);
    expect(fitSections(sections, 300, () => 'cut')).toBe('cut\n');
  });

  it('goes down the least important section first, and stops as soon as it fits', () => {
    const sections = [
      { name: 'dear', importance: 1, rungs: [() => 'd'.repeat(50), () => 'd'] },
      { name: 'cheap', importance: 2, rungs: [() => 'c'.repeat(50), () => 'c'.repeat(10)] },
    ];
    const note = (shortened: readonly string[], omitted: readonly string[]): string =>
      `-${shortened.join()}-${omitted.join()}`;
    expect(fitSections(sections, 103, note)).toBe(`${'d'.repeat(50)}\n\n${'c'.repeat(50)}\n`);
    expect(fitSections(sections, 102, note)).toBe(`${'d'.repeat(50)}\n\n${'c'.repeat(10)}\n\n-cheap-\n`);
    expect(fitSections(sections, 62, note)).toBe(`${'d'.repeat(50)}\n\n--cheap\n`);
    expect(fitSections(sections, 20, note)).toBe('d\n\n-dear-cheap\n');
  });

  it('says so when even the required part does not fit', () => {
    const sections = [{ name: 'a', importance: 0, required: true, rungs: [() => 'long enough'] }];
    expect(() => fitSections(sections, 5, () => '')).toThrow(RangeError);
  });
});

describe('progress', () => {
  it('names the hops that are behind us and cuts the plan first', () => {
    const progress = {
      title: 'Rehearsing etcd 3.5.33 → 3.7.1',
      tree: 'step\n'.repeat(30_000),
      hops: [{ hop: '3.5.33 → 3.6.14', done: 9, of: 18, elapsedMs: 61_000 }],
    };
    const text = renderProgress(progress, CHECK_RUN_TEXT_LIMIT_BYTES);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(CHECK_RUN_TEXT_LIMIT_BYTES);
    expect(text).toContain('- ✔ 3.5.33 → 3.6.14: 9 of 18 steps, 1 min 1 s');
    expect(text).toContain('left out: plan');
  });
});
