// The report as HTML: one file that needs nothing else, and in which others' text does nothing.
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html.ts';
import { samples } from '../../fixtures/report/samples.ts';

describe.each(Object.entries(samples))('%s', (_, report) => {
  it('is one document that loads nothing', () => {
    const html = renderHtml(report);
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<img|<iframe|src=|@import|url\(/i);
    expect(html).toContain('<table>');
  });

  it("shows others' text and nothing that it tried to be", () => {
    const attack = '<img src=x onerror=alert(1)></title><script>alert(1)</script> **b** [a](javascript:x)';
    const link = {
      name: 'file' as const,
      verdict: 'fail' as const,
      failureReason: null,
      durationMs: 1,
      evidence: [attack],
    };
    const all = {
      cluster: attack,
      reason: attack,
      nextSteps: [attack],
      findings: [{ id: attack, severity: 'warning' as const, message: attack, where: { file: attack }, fix: attack }],
    };
    const { backups = [], trend = [] } = report.mode === 'verify-backup' ? report : {};
    const html = renderHtml(
      report.mode === 'verify-backup'
        ? {
            ...report,
            ...all,
            backups: backups.map((each) => ({ ...each, file: attack, links: [link] })),
            trend: trend.map((each) => ({ ...each, file: attack })),
          }
        : { ...report, ...all, evidence: [attack] },
    );
    expect(html).not.toMatch(/<script|<img|<strong>b|href="javascript/i);
    expect(html).toContain('alert(1)');
    expect(html.match(/<title>/g)).toHaveLength(1 + (trend.length === 0 ? 0 : 2 + 2 * trend.length));
  });
});

it('of backups has a chart of recoveries and one of sizes', () => {
  const html = renderHtml(samples.backups);
  expect(html.match(/<svg /g)).toHaveLength(2);
  expect(html).toContain('How long a recovery took');
  expect(html).toContain('2026-11-26.db: Not safe');
});
