// Owns the report as GitHub Markdown: job summary, check run, report.md.
// Must not know who publishes it; everything that others wrote passes through escape.ts.
import { markdownTable } from 'markdown-table';
import { explained } from '../findings.ts';
import { fitSections, type Section } from './budget.ts';
import { tableOf } from './check-table.ts';
import { cut, markdownBlock, markdownCode, markdownLink, markdownProse, markdownText } from './escape.ts';
import { answerOf, count, counted, duration, measured, verdictWords } from './format.ts';
import { circumstancesOf, headlineOf } from './headline.ts';
import { SUMMARY_LIMIT_BYTES } from './limits.ts';
import type { JudgedReport, ProofReport, RehearsalReport } from './model.ts';
import { treeLines } from './tree.ts';
import { trendLine } from './trend.ts';

export interface MarkdownOptions {
  /** Most UTF-8 bytes of the result; at least SMALLEST_LIMIT_BYTES. Default: a job summary's. */
  readonly limit?: number;
  /** `top`: what must be read; `details`: the rest. GitHub shows a check run in these two halves. Default both. */
  readonly part?: 'all' | 'top' | 'details';
}

const CELL_LIMIT = 300;

export function renderMarkdown(report: JudgedReport, options: MarkdownOptions = {}): string {
  const { part = 'all' } = options;
  const own = ownSections(report);
  const top = [headSection(report), evidenceSection(report), findingsSection(report), ...own.top];
  const details = [...own.details, releasesSection(report)];
  const sections = [...(part === 'details' ? [] : top), ...(part === 'top' ? [] : details)];
  return fitSections(sections, options.limit ?? SUMMARY_LIMIT_BYTES, cutNote);
}

/** What only reports of this mode hold. */
function ownSections(report: JudgedReport): { readonly top: Section[]; readonly details: Section[] } {
  switch (report.mode) {
    case 'preflight':
    case 'resume':
    case 'rollback':
      return {
        top: [judgesSection(report)],
        details: [planSection(report), checksSection(report), clientsSection(report)],
      };
    case 'verify-backup':
      return { top: [backupsSection(report), trendSection(report)], details: [] };
  }
}

function cutNote(shortened: readonly string[], omitted: readonly string[]): string {
  const parts = [
    shortened.length === 0 ? '' : `shortened: ${shortened.join(', ')}`,
    omitted.length === 0 ? '' : `left out: ${omitted.join(', ')}`,
  ].filter((part) => part !== '');
  return `> ✂️ Cut to GitHub's size limit; ${parts.join('; ')}. The whole report is in \`report.json\`.`;
}

function headSection(report: JudgedReport): Section {
  const head = headlineOf(report);
  const { icon } = verdictWords(report.verdict);
  const title = `## ${icon} ${markdownText(head.title)}`;
  const facts = head.facts.map(({ label, text }) => `- **${label}:** ${markdownProse(text)}`).join('\n');
  const why = head.facts[0] === undefined ? '' : `- **Why:** ${markdownProse(cut(head.facts[0].text, 120))}`;
  const next =
    head.nextSteps.length === 0
      ? ''
      : `**Next**\n\n${head.nextSteps.map((step, index) => `${index + 1}. ${markdownProse(step)}`).join('\n')}`;
  const { planDigest } = report.mode === 'verify-backup' ? {} : report;
  const plan = planDigest === undefined ? '' : `plan ${markdownCode(cut(planDigest, 80))} · `;
  const origin = `<sub>${plan}${markdownText(circumstancesOf(report))}</sub>`;
  return {
    name: 'the first lines',
    importance: 0,
    required: true,
    rungs: [
      () => joined([title, facts, next, origin]),
      () => joined([title, why]),
      () => `## ${icon} ${answerOf(report)}: ${report.mode === 'verify-backup' ? 'backups' : 'etcd upgrade'}`,
    ],
  };
}

function evidenceSection(report: JudgedReport): Section {
  const { evidence: lines = [] } = report.mode === 'verify-backup' ? {} : report;
  const block = (limit: number) => () =>
    joined([
      lines.length > limit ? `### Evidence (the last ${limit} of ${lines.length} lines)` : '### Evidence',
      markdownBlock(lines.slice(-limit).map((line) => cut(line, 2000))),
    ]);
  return { name: 'evidence', importance: 1, rungs: lines.length === 0 ? [] : [block(200), block(20), block(5)] };
}

function findingsSection(report: JudgedReport): Section {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  const icons = { error: '❌', warning: '⚠️', note: 'ℹ️' } as const;
  const findings = [...(report.findings ?? [])].sort((a, b) => rank[a.severity] - rank[b.severity]);
  const list = (limit: number, short: boolean) => () => {
    const lines = findings.slice(0, limit).map((finding) => {
      const where = finding.where === undefined ? '' : ` (${markdownCode(placeOf(finding.where))})`;
      const line = `- ${icons[finding.severity]} ${markdownCode(cut(finding.id, CELL_LIMIT))} ${markdownProse(cut(finding.message, 1000))}${where}`;
      if (short) return line;
      const { fix } = explained(finding);
      const more = [
        finding.evidence === undefined ? '' : `  - Seen: ${markdownProse(cut(finding.evidence, 1000))}`,
        fix === undefined ? '' : `  - Fix: ${markdownProse(cut(fix, 1000))}`,
        finding.learnMore === undefined ? '' : `  - More: ${markdownLink(cut(finding.learnMore, 500))}`,
      ];
      return [line, ...more].filter((text) => text !== '').join('\n');
    });
    const rest = findings.length - limit;
    return joined([
      `### Findings (${findings.length})`,
      lines.join('\n'),
      rest > 0 ? `… and ${counted(rest, 'finding')} more.` : '',
    ]);
  };
  const rungs = [list(Number.POSITIVE_INFINITY, false), list(50, false), list(50, true), list(10, true)];
  return { name: 'findings', importance: 2, rungs: findings.length === 0 ? [] : rungs };
}

function backupsSection({ backups = [] }: ProofReport): Section {
  const rank = { fail: 0, error: 1, inconclusive: 2, pass: 3 } as const;
  const sorted = [...backups].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
  const render = (backupLimit: number, lineLimit: number) => () =>
    joined([
      '### Backups',
      ...sorted
        .slice(0, backupLimit)
        .map(({ file, verdict, sha256, links, reason }) =>
          joined([
            `${verdictWords(verdict).icon} ${markdownCode(cut(file, CELL_LIMIT))}${sha256 === null ? '' : ` · sha256 ${markdownCode(cut(sha256, 80))}`}`,
            links.length === 0
              ? markdownProse(cut(reason, 600))
              : table([
                  ['', 'link', 'took', 'seen'],
                  ...links.map((link) => [
                    verdictWords(link.verdict).icon,
                    link.name,
                    duration(link.durationMs),
                    link.evidence.slice(0, lineLimit).map(cell).join('<br>'),
                  ]),
                ]),
          ]),
        ),
      sorted.length > backupLimit ? `… and ${counted(sorted.length - backupLimit, 'backup')} more.` : '',
    ]);
  const rungs = [render(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY), render(50, 3), render(10, 1)];
  return { name: 'backups', importance: 3, rungs: backups.length === 0 ? [] : rungs };
}

function trendSection({ trend = [] }: ProofReport): Section {
  const said = trendLine(trend);
  const rungs = said === undefined ? [] : [() => joined([`### Over time\n\n${said.text}. ${said.curve}`.trimEnd()])];
  return { name: 'proofs of the past', importance: 6, rungs };
}

function judgesSection(report: RehearsalReport): Section {
  const rank = { fail: 0, inconclusive: 1, pass: 2 } as const;
  const judges = [...(report.judges ?? [])].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
  const render = (violationLimit: number, rowLimit: number) => () => {
    const shown = judges.slice(0, rowLimit);
    const rows = shown.map((judge) => [
      verdictWords(judge.verdict).icon,
      cell(judge.judge),
      cell(judge.summary),
      count(judge.judged),
    ]);
    const violations = shown
      .filter((judge) => judge.violations.length > 0 && violationLimit > 0)
      .map((judge) => {
        const first = judge.violations
          .slice(0, violationLimit)
          .map((violation) => `  - ${markdownProse(cut(violation.message, 600))}`);
        return [
          `- ${markdownCode(cut(judge.judge, 60))}: ${counted(judge.violationCount, 'violation')}`,
          ...first,
        ].join('\n');
      });
    return joined([
      '### Judges',
      table([['', 'judge', 'says', 'judged'], ...rows]),
      violations.join('\n'),
      judges.length > rowLimit ? `… and ${counted(judges.length - rowLimit, 'judge')} more.` : '',
    ]);
  };
  const rungs = [render(10, 100), render(2, 100), render(0, 100), render(0, 10)];
  return { name: 'judges', importance: 3, rungs: judges.length === 0 ? [] : rungs };
}

function planSection(report: RehearsalReport): Section {
  const steps = report.steps ?? [];
  const ran = steps.filter((step) => step.status !== 'not-run').length;
  const failed = steps.filter((step) => step.status === 'failed').length;
  const summary = `Plan: ${ran} of ${counted(steps.length, 'step')} ran${failed === 0 ? '' : `, ${failed} failed`}`;
  const fold = (lines: readonly string[]) => folded(summary, markdownBlock(lines), failed > 0);
  const upgrade = steps.filter((step) => step.part === 'upgrade' || step.status === 'failed');
  const shallow = steps.filter((step) => step.depth === 0 || step.status === 'failed');
  return {
    name: 'plan',
    importance: 4,
    rungs:
      steps.length === 0
        ? []
        : [
            () => fold(treeLines(steps.map((step) => shortened(step, 1000)))),
            () => fold(treeLines(upgrade.map((step) => shortened(step, 120)))),
            () => fold(treeLines(shallow.slice(0, 100).map((step) => shortened(step, 80)))),
          ],
  };
}

function shortened<S extends { title: string; id: string; detail?: string | undefined }>(step: S, limit: number): S {
  const detail = step.detail === undefined ? {} : { detail: cut(step.detail, limit) };
  return { ...step, id: cut(step.id, 40), title: cut(step.title, limit), ...detail };
}

function checksSection(report: RehearsalReport): Section {
  const checks = tableOf(report.checks ?? []);
  const matrix = (limit: number) =>
    table([
      ['check', ...checks.states.map((state) => cell(state))],
      ...checks.rows
        .slice(0, limit)
        .map((row) => [
          cell(row.check),
          ...row.cells.map(({ run, differing }) =>
            run === 0 ? '–' : differing.length === 0 ? '✔' : `✘ ${cell(differing.join(', '))}`,
          ),
        ]),
    ]);
  const rows = (limit: number) =>
    table([
      ['check', 'state', 'member', 'expected', 'seen'],
      ...checks.deviations
        .slice(0, limit)
        .map((deviation) => [
          cell(deviation.check),
          cell(deviation.state),
          cell(`${deviation.member} (${deviation.release})`),
          cell(deviation.expected),
          cell(deviation.error === undefined ? deviation.seen : `${deviation.seen}: ${deviation.error}`),
        ]),
    ]);
  const title = '### Compatibility checks';
  const summary = markdownText(`${checks.summary}.`);
  const more = (limit: number): string =>
    checks.deviations.length > limit ? `… and ${checks.deviations.length - limit} more results that differ.` : '';
  const none = checks.deviations.length === 0;
  const render = (limit: number, withMatrix: boolean) => () =>
    joined([title, summary, none || !withMatrix ? '' : matrix(limit), none ? '' : rows(limit), more(limit)]);
  const rungs = [
    render(Number.POSITIVE_INFINITY, true),
    render(50, true),
    render(10, false),
    () => joined([title, summary]),
  ];
  return { name: 'compatibility checks', importance: 5, rungs: (report.checks ?? []).length === 0 ? [] : rungs };
}

function clientsSection(report: RehearsalReport): Section {
  const steps = (report.steps ?? []).flatMap((step) =>
    step.clients === undefined ? [] : [{ step, seen: step.clients }],
  );
  const header = ['step', 'operations', 'failed', 'unknown', 'write gap', 'read gap', 'p50', 'p95', 'p99', 'p99.9'];
  const rows = (limit: number) =>
    steps
      .slice(0, limit)
      .map(({ step, seen }) => [
        cell(`${cut(step.id, 40)} ${cut(step.title, 60)}`),
        count(seen.operations),
        count(seen.failed),
        count(seen.unknown),
        measured(seen.longestWriteGapMs),
        measured(seen.longestReadGapMs),
        measured(seen.p50Ms),
        measured(seen.p95Ms),
        measured(seen.p99Ms),
        measured(seen.p999Ms),
      ]);
  const render = (limit: number) => () =>
    folded('What clients felt, step by step', table([header, ...rows(limit)]), false);
  return {
    name: 'client figures per step',
    importance: 7,
    rungs: steps.length === 0 ? [] : [render(Number.POSITIVE_INFINITY), render(50)],
  };
}

function releasesSection(report: JudgedReport): Section {
  const releases = report.releases ?? [];
  const rows = releases.flatMap((release) =>
    Object.entries(release.sha256).map(([tool, sha256]) => [
      cell(release.assumed === true ? `${release.version} (assumed)` : release.version),
      cell(tool),
      cell(release.platform),
      cell(release.source),
      markdownCode(cut(sha256, 80)),
    ]),
  );
  const brief = releases.map((release) => markdownCode(cut(release.version, 40))).slice(0, 50);
  const header = ['release', 'binary', 'platform', 'from', 'sha256'];
  return {
    name: 'versions and digests',
    importance: 6,
    rungs:
      releases.length === 0
        ? []
        : [
            () => folded('Versions and digests', table([header, ...rows]), false),
            () => `Releases: ${brief.join(', ')}`,
          ],
  };
}

function placeOf(where: { file: string; line?: number | undefined; column?: number | undefined }): string {
  const parts = [cut(where.file, CELL_LIMIT), where.line, where.line === undefined ? undefined : where.column];
  return parts.filter((part) => part !== undefined).join(':');
}

function cell(text: string): string {
  return markdownText(cut(text, CELL_LIMIT));
}

function table(rows: readonly (readonly string[])[]): string {
  // Columns are aligned while that stays readable: one long cell would pad every row.
  const aligned = Math.max(...rows.flat().map((text) => text.length)) <= 80;
  return markdownTable(rows, { alignDelimiters: aligned });
}

/** `summary` is ours alone: it stands inside HTML. */
function folded(summary: string, body: string, open: boolean): string {
  return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What a check run shows while its run still goes on. */
export interface Progress {
  readonly title: string;
  readonly tree: string;
  readonly hops: readonly {
    readonly hop: string;
    readonly done: number;
    readonly of: number;
    readonly elapsedMs: number;
  }[];
}

export function renderProgress(progress: Progress, limit: number): string {
  const hops = progress.hops.map(
    (hop) =>
      `- ✔ ${markdownText(cut(hop.hop, CELL_LIMIT))}: ${hop.done} of ${counted(hop.of, 'step')}, ${duration(hop.elapsedMs)}`,
  );
  const sections: Section[] = [
    {
      name: 'hops',
      importance: 0,
      required: true,
      rungs: [
        () => joined([markdownText(cut(progress.title, 200)), hops.join('\n')]),
        () => joined(['Rehearsing.', hops.slice(-1).join('\n')]),
        () => 'Rehearsing.',
      ],
    },
    {
      name: 'plan',
      importance: 1,
      rungs: progress.tree === '' ? [] : [() => folded('Plan', markdownBlock(progress.tree.split('\n')), false)],
    },
  ];
  return fitSections(sections, limit, cutNote);
}
