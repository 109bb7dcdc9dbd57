// Owns the report for a terminal.
// Must not know whether it is one: the caller says whether colours are wanted.
import pc from 'picocolors';
import { explained } from '../findings.ts';
import { tableOf } from './check-table.ts';
import { inertLine, plainLine, plainLines } from './escape.ts';
import { count, counted, duration, measured, verdictWords } from './format.ts';
import { circumstancesOf, headlineOf } from './headline.ts';
import type { JudgedReport, ProofReport, RehearsalReport, Verdict } from './model.ts';
import { treeLines } from './tree.ts';
import { trendLine } from './trend.ts';

export interface TextOptions {
  readonly color: boolean;
}

const WIDTH = 100;
const LABEL_WIDTH = 20;
/** A terminal shows the end first: longer reports repeat their title there. */
const REPEAT_TITLE_FROM_LINES = 40;

export function renderText(report: JudgedReport, options: TextOptions): string {
  const c = pc.createColors(options.color);
  const paints = { pass: c.green, fail: c.red, inconclusive: c.yellow, error: c.red };
  const paint = paints[report.verdict];
  const head = headlineOf(report);
  const title = c.bold(paint(`${verdictWords(report.verdict).mark} ${plainLine(head.title)}`));
  const heading = (text: string): string => c.bold(text);
  const parts = [
    [
      title,
      '',
      ...head.facts.flatMap(({ label, text }) => labelled(label, plainLine(text), c.dim)),
      ...head.nextSteps.flatMap((step, index) =>
        labelled(index === 0 ? 'Next' : '', `${index + 1}. ${plainLine(step)}`, c.dim),
      ),
    ],
    // The bar also keeps a runner from reading an etcd log line as a workflow command.
    evidenceLines(report).map((line, index) => (index === 0 ? heading(line) : `  ${c.dim('│')} ${line}`)),
    findingLines(report, { error: c.red, warning: c.yellow, note: c.dim }, heading),
    ...ownLines(report, paints, heading),
    releaseLines(report, heading),
    [c.dim(plainLine(originOf(report)))],
  ].filter((lines) => lines.length > 0);
  const lines = parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
  if (lines.length >= REPEAT_TITLE_FROM_LINES) lines.push('', title);
  return `${lines.map(inertLine).join('\n')}\n`;
}

type Paint = (text: string) => string;

/** What only reports of this mode hold. */
function ownLines(report: JudgedReport, paints: Record<Verdict, Paint>, heading: Paint): string[][] {
  switch (report.mode) {
    case 'preflight':
    case 'resume':
    case 'rollback':
      return [
        judgeLines(report, paints, heading),
        planLines(report, heading),
        checkLines(report, heading),
        clientLines(report, heading),
      ];
    case 'verify-backup':
      return [backupLines(report, paints, heading), trendLines(report, heading)];
  }
}

function originOf(report: JudgedReport): string {
  const { planDigest } = report.mode === 'verify-backup' ? {} : report;
  return `${planDigest === undefined ? '' : `plan ${planDigest} · `}${circumstancesOf(report)}`;
}

function labelled(label: string, text: string, dim: Paint): string[] {
  return wrap(text, WIDTH - LABEL_WIDTH - 2).map(
    (line, index) => `  ${dim((index === 0 ? label : '').padEnd(LABEL_WIDTH))}${line}`,
  );
}

/** Lines break at spaces only: a digest or a path stays in one piece. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function evidenceLines(report: JudgedReport): string[] {
  const { evidence = [] } = report.mode === 'verify-backup' ? {} : report;
  const lines = evidence.flatMap(plainLines);
  return lines.length === 0 ? [] : ['Evidence', ...lines];
}

function findingLines(
  report: JudgedReport,
  paint: Record<'error' | 'warning' | 'note', Paint>,
  heading: Paint,
): string[] {
  const findings = report.findings ?? [];
  if (findings.length === 0) return [];
  const rank = { error: 0, warning: 1, note: 2 } as const;
  const lines = [...findings]
    .sort((a, b) => rank[a.severity] - rank[b.severity])
    .flatMap((finding) => {
      const { where } = finding;
      const place =
        where === undefined
          ? ''
          : `  ${[where.file, where.line, where.column].filter((p) => p !== undefined).join(':')}`;
      const indented = (label: string, text: string | undefined): string[] =>
        text === undefined ? [] : wrap(`${label}${plainLine(text)}`, WIDTH - 6).map((line) => `      ${line}`);
      return [
        `  ${paint[finding.severity](finding.severity.padEnd(7))} ${plainLine(finding.id)}${plainLine(place)}`,
        ...indented('', finding.message),
        ...indented('seen: ', finding.evidence),
        ...indented('fix: ', explained(finding).fix),
        ...indented('more: ', finding.learnMore),
      ];
    });
  return [heading(`Findings (${findings.length})`), ...lines];
}

/** Every backup is shown with all that the links of its proof saw. */
function backupLines({ backups = [] }: ProofReport, paint: Record<Verdict, Paint>, heading: Paint): string[] {
  return backups.flatMap(({ file, verdict, sha256, links, reason }, index) => [
    ...(index === 0 ? [] : ['']),
    `${paint[verdict](verdictWords(verdict).mark)} ${heading(plainLine(file))}`,
    ...(sha256 === null ? [] : [`    sha256 ${plainLine(sha256)}`]),
    ...(links.length === 0 ? wrap(plainLine(reason), WIDTH - 4).map((line) => `    ${line}`) : []),
    ...links.flatMap((link) => {
      const head = `  ${paint[link.verdict](verdictWords(link.verdict).mark)} ${link.name.padEnd(8)}${duration(link.durationMs).padStart(10)}  `;
      const lines = link.evidence.flatMap((line) => wrap(plainLine(line), WIDTH - 23));
      return lines.map((line, number) => `${number === 0 ? head : ' '.repeat(23)}${line}`);
    }),
  ]);
}

function trendLines({ trend = [] }: ProofReport, heading: Paint): string[] {
  const said = trendLine(trend);
  return said === undefined ? [] : [heading('Over time'), `  ${said.text}  ${said.curve}`.trimEnd()];
}

function judgeLines(report: RehearsalReport, paint: Record<Verdict, Paint>, heading: Paint): string[] {
  const judges = report.judges ?? [];
  if (judges.length === 0) return [];
  const width = Math.max(...judges.map((judge) => plainLine(judge.judge).length));
  return [
    heading('Judges'),
    ...judges.flatMap((judge) => [
      `  ${paint[judge.verdict](verdictWords(judge.verdict).mark)} ${plainLine(judge.judge).padEnd(width)}  ${plainLine(judge.summary)}`,
      ...judge.violations.slice(0, 3).map((violation) => `      ${plainLine(violation.message)}`),
      ...(judge.violationCount > 3 ? [`      … ${counted(judge.violationCount, 'violation')} in all`] : []),
    ]),
  ];
}

function planLines(report: RehearsalReport, heading: Paint): string[] {
  const steps = report.steps ?? [];
  return steps.length === 0 ? [] : [heading('Plan'), ...treeLines(steps).map((line) => `  ${line}`)];
}

function checkLines(report: RehearsalReport, heading: Paint): string[] {
  if ((report.checks ?? []).length === 0) return [];
  const checks = tableOf(report.checks ?? []);
  return [
    heading('Compatibility checks'),
    `  ${checks.summary}`,
    ...checks.deviations.flatMap((check) => [
      `  ✘ ${plainLine(check.check)}  ${plainLine(check.state)}  ${plainLine(check.member)} (${plainLine(check.release)})`,
      `      expected ${plainLine(check.expected)}`,
      `      seen     ${plainLine(check.error === undefined ? check.seen : `${check.seen}: ${check.error}`)}`,
    ]),
  ];
}

function clientLines(report: RehearsalReport, heading: Paint): string[] {
  const steps = (report.steps ?? []).flatMap((step) =>
    step.clients === undefined ? [] : [{ step, seen: step.clients }],
  );
  if (steps.length === 0) return [];
  const rows = [
    ['step', 'operations', 'failed', 'unknown', 'write gap', 'read gap', 'p50', 'p99', 'p99.9'],
    ...steps.map(({ step, seen }) => [
      plainLine(step.id),
      count(seen.operations),
      count(seen.failed),
      count(seen.unknown),
      measured(seen.longestWriteGapMs),
      measured(seen.longestReadGapMs),
      measured(seen.p50Ms),
      measured(seen.p99Ms),
      measured(seen.p999Ms),
    ]),
  ];
  return [heading('What clients felt'), ...columns(rows)];
}

function releaseLines(report: JudgedReport, heading: Paint): string[] {
  const rows = (report.releases ?? []).flatMap((release) =>
    Object.entries(release.sha256).map(([tool, sha256]) => [
      plainLine(release.assumed === true ? `${release.version} (assumed)` : release.version),
      plainLine(tool),
      plainLine(release.source),
      plainLine(sha256),
    ]),
  );
  return rows.length === 0 ? [] : [heading('Versions and digests'), ...columns(rows)];
}

/** The first column stands to the left; in the others, what looks like a figure stands to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    `  ${row
      .map((text, column) =>
        /^[\d–]/.test(text) && column > 0 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
      )
      .join('  ')}`.trimEnd(),
  );
}
