// Owns the first lines of every report: safe or not, why, what clients feel, the point of no return, what next.
// Must not know Markdown nor terminals; it gives raw text that the renderers escape.
import { cut } from './escape.ts';
import { answerOf, count, counted, duration } from './format.ts';
import type { JudgedReport, ProofReport, RehearsalReport } from './model.ts';

export interface Headline {
  /** "Not safe: etcd 3.5.33 → 3.7.1 (prod-eu1)" */
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly nextSteps: readonly string[];
}

// Bounds of what others wrote, so that the first lines stay the first lines whatever is in them.
const NAME_LIMIT = 60;
const SENTENCE_LIMIT = 600;
const NEXT_STEPS_LIMIT = 6;

export function headlineOf(report: JudgedReport): Headline {
  const { failureReason, reason, nextSteps } = report;
  const facts = [
    { label: 'Why', text: failureReason === null ? reason : `${reason} (${failureReason})` },
    ...(report.mode === 'verify-backup' ? [] : rehearsalFacts(report)),
  ];
  return {
    title: titleOf(report),
    facts: facts
      .filter(({ text }) => text !== '')
      .map(({ label, text }) => ({ label, text: cut(text, SENTENCE_LIMIT) })),
    nextSteps: nextSteps.slice(0, NEXT_STEPS_LIMIT).map((step) => cut(step, SENTENCE_LIMIT)),
  };
}

function rehearsalFacts(report: RehearsalReport): { readonly label: string; readonly text: string }[] {
  return [
    { label: 'Clients', text: clientsFelt(report) },
    // A known side stands in the words about the cluster; that nobody knows it must not stand there alone.
    {
      label: 'Point of no return',
      text: report.side === 'unknown' ? pointOfNoReturn(report) : (report.pointOfNoReturn ?? ''),
    },
    { label: 'Cluster', text: report.clusterState ?? '' },
  ];
}

export function titleOf(report: JudgedReport): string {
  return `${answerOf(report)}: ${subjectOf(report)}${clusterOf(report)}`;
}

function subjectOf(report: JudgedReport): string {
  switch (report.mode) {
    case 'preflight':
    case 'resume':
    case 'rollback':
      return upgradeSubject(report);
    case 'verify-backup':
      return backupSubject(report);
  }
}

function upgradeSubject({ from, to }: RehearsalReport): string {
  const hop = [from, to].filter((version) => version !== undefined).map((version) => cut(version, 30));
  return hop.length === 0 ? 'etcd upgrade' : `etcd ${hop.join(' → ')}`;
}

function clusterOf({ cluster }: JudgedReport): string {
  return cluster === undefined ? '' : ` (${cut(cluster, NAME_LIMIT)})`;
}

/** Every backup has its own verdict below; the title's is the worst of them. */
function backupSubject({ backups = [] }: ProofReport): string {
  const [only, ...others] = backups;
  if (only === undefined) return 'backups';
  if (others.length === 0) return `backup ${cut(only.file, NAME_LIMIT)}`;
  const proven = backups.filter(({ verdict }) => verdict === 'pass').length;
  return `${counted(backups.length, 'backup')}, ${count(proven)} of them proven`;
}

const sides: Readonly<Record<NonNullable<RehearsalReport['side']>, string>> = {
  before: 'the cluster is before that of the hop under way',
  after: 'the cluster is past that of the hop under way',
  unknown: 'it is not known on which side of it the cluster is: do not start the old release',
};

/** After which step it lies, and on which side of it the cluster was last. */
export function pointOfNoReturn({ pointOfNoReturn: place, side }: RehearsalReport): string {
  if (place === undefined || place === '' || side === undefined) return place ?? '';
  return `${place}; ${sides[side]}`;
}

function clientsFelt({ availability: seen }: RehearsalReport): string {
  if (seen === undefined) return '';
  if (seen.operations === 0) return 'no client operation was recorded';
  const gap = (ms: number | null): string => (ms === null ? 'not measurable' : duration(ms));
  const where = seen.longestWriteGapStep === null ? '' : ` (step ${seen.longestWriteGapStep})`;
  const unknown = seen.unknown === 0 ? '' : `, ${count(seen.unknown)} of unknown outcome`;
  const retried = seen.retried === 0 ? '' : `, ${count(seen.retried)} retried`;
  return (
    `longest gap in writes ${gap(seen.longestWriteGapMs)}${where}, in reads ${gap(seen.longestReadGapMs)}; ` +
    `${count(seen.operations)} operations, ${count(seen.failed)} failed${unknown}${retried}`
  );
}

/** "3 min 34 s · standard · seed 7 · etcd-migrate 0.1.0": what was run, in one line. */
export function circumstancesOf(report: JudgedReport): string {
  const { depth, seed } = report.mode === 'verify-backup' ? {} : report;
  return [
    report.durationMs === undefined ? undefined : duration(report.durationMs),
    depth === undefined ? undefined : cut(depth, NAME_LIMIT),
    seed === undefined ? undefined : `seed ${seed}`,
    report.finishedAt,
    `${report.tool.name} ${cut(report.tool.version, NAME_LIMIT)}`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
