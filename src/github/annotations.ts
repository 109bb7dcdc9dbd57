// Owns the annotations of a run: workflow commands, which need no permission and work for forks.
// Must not know where findings come from. GitHub shows ten of a level and step; the verdict is always among them.

import { error, notice, warning } from '@actions/core';
import { explained, type Severity } from '../findings.ts';
import { present } from '../present.ts';
import { cut, plainLine, plainLines } from '../report/escape.ts';
import { titleOf } from '../report/headline.ts';
import { ANNOTATION_MESSAGE_LIMIT, ANNOTATIONS_PER_LEVEL_LIMIT } from '../report/limits.ts';
import type { JudgedReport } from '../report/model.ts';
import type { ReportFinding } from '../report/parts.ts';

export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Notices keep one place free, for the notice that says why publishing was cut back. */
const places: Record<Severity, number> = {
  error: ANNOTATIONS_PER_LEVEL_LIMIT,
  warning: ANNOTATIONS_PER_LEVEL_LIMIT,
  note: ANNOTATIONS_PER_LEVEL_LIMIT - 1,
};
const TITLE_LIMIT = 255;

/** `prefix` is the working directory as seen from the workspace: GitHub finds files from there. */
export function annotationsOf(report: JudgedReport, prefix = ''): Annotation[] {
  const all = [
    ...verdictAnnotation(report),
    ...(report.findings ?? []).map((finding) => findingAnnotation(finding, prefix)),
  ];
  return (['error', 'warning', 'note'] as const).flatMap((level) => {
    const mine = all.filter((annotation) => annotation.level === level);
    if (mine.length <= places[level]) return mine;
    const shown = mine.slice(0, places[level] - 1);
    const rest = mine.length - shown.length;
    return [...shown, { level, title: `${rest} more`, message: `${rest} more findings are in the job summary.` }];
  });
}

function verdictAnnotation(report: JudgedReport): Annotation[] {
  if (report.verdict === 'pass') return [];
  const [next] = report.nextSteps;
  const message = next === undefined ? report.reason : `${report.reason}\n${next}`;
  const code = report.failureReason === null ? '' : ` [${report.failureReason}]`;
  return [{ level: 'error', title: `${titleOf(report)}${code}`, message }];
}

/** GitHub shows the title of an annotation in bold: what a finding means stands there, and its id behind it. */
function findingAnnotation(finding: ReportFinding, prefix: string): Annotation {
  const { where } = finding;
  const { title, fix } = explained(finding);
  const parts = [finding.message, finding.evidence && `Seen: ${finding.evidence}`, fix && `Fix: ${fix}`];
  return {
    level: finding.severity,
    title: title === finding.id ? title : `${title} [${finding.id}]`,
    message: parts.filter((part) => part !== undefined && part !== '').join('\n'),
    ...present({ file: where === undefined ? undefined : prefix === '' ? where.file : `${prefix}/${where.file}` }),
    ...present({ line: where?.line, column: where?.column }),
  };
}

const write = { error, warning, note: notice } as const;

/** @actions/core escapes what would end the command; control characters and size are ours. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const { level, title, message, file, line, column } of annotations) {
    write[level](cut(plainLines(message).join('\n'), ANNOTATION_MESSAGE_LIMIT), {
      title: cut(plainLine(title), TITLE_LIMIT),
      ...present({ file: file === undefined ? undefined : plainLine(file), startLine: line, startColumn: column }),
    });
  }
}
