// Owns how the one report leaves a run: its files, and what standard output says.
// Must not decide anything of it.
import { writeFileAtomic } from '../../platform/files.ts';
import { renderHtml } from '../../report/html.ts';
import { renderJson } from '../../report/json.ts';
import { renderJunit } from '../../report/junit.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import type { JudgedReport } from '../../report/model.ts';
import { renderText } from '../../report/text.ts';
import type { RunDirectory } from '../run/run-directory.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';

const whole = { limit: Number.POSITIVE_INFINITY };

export async function writeReports(report: JudgedReport, directory: RunDirectory): Promise<void> {
  await writeFileAtomic(directory.reportJson, renderJson(report));
  await writeFileAtomic(directory.reportMarkdown, renderMarkdown(report, whole));
  await writeFileAtomic(directory.reportHtml, renderHtml(report));
  await writeFileAtomic(directory.junit, renderJunit(report));
}

export function sayReport(report: JudgedReport, { format, color }: RunSettings, { writeOut }: Surroundings): void {
  if (format === 'json') writeOut(renderJson(report));
  else if (format === 'markdown') writeOut(renderMarkdown(report, whole));
  else writeOut(renderText(report, { color }));
}
