// Owns the job summary, and the one notice for a surface that could not be published.
// Must not fail: publishing trouble never changes a verdict.
import { notice, summary } from '@actions/core';
import { cut, plainLine } from '../report/escape.ts';
import { SUMMARY_LIMIT_BYTES } from '../report/limits.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { JudgedReport } from '../report/model.ts';

/** Replaces this step's summary, which needs no permission. The report must be redacted already. */
export async function publishSummary(report: JudgedReport): Promise<void> {
  try {
    const markdown = renderMarkdown(report, { limit: SUMMARY_LIMIT_BYTES });
    await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
  } catch (error) {
    sayUnpublished('job summary', error);
  }
}

export function sayUnpublished(surface: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  notice(`The ${surface} was not published: ${cut(plainLine(why), 500)}. The verdict is not affected.`);
}
