// Owns the report as JUnit XML: the verdict, one case per judge, per step, and per check in each state.
// Must not know any CI system beyond what all of them read.
import XMLBuilder from 'fast-xml-builder';
import { cut, plainLine, xmlText } from './escape.ts';
import { headlineOf, pointOfNoReturn } from './headline.ts';
import type { JudgedReport, ProofReport, RehearsalReport, Verdict } from './model.ts';
import { type ReportCheck, ReportLink } from './parts.ts';

const MESSAGE_LIMIT = 2000;

interface Ending {
  readonly kind: 'failure' | 'error';
  readonly message: string;
  readonly type: string;
}

interface Case {
  readonly className: string;
  readonly name: string;
  readonly durationMs?: number | undefined;
  /** What made it no pass; `skipped` where it was never reached; undefined where it passed. */
  readonly ending?: Ending | 'skipped' | undefined;
  readonly standardOutput?: string | undefined;
  readonly standardError?: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/**
 * Inconclusive is an `<error>`, never `<skipped>`: CI systems count skipped as fine, and a rehearsal that proved
 * nothing must not look like one that did. Only steps that were never reached are skipped.
 */
export function renderJunit(report: JudgedReport): string {
  const suites = [verdictSuite(report), ...ownSuites(report)];
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'etcd-migrate',
      ...countsOf(suites.flatMap(({ cases }) => cases)),
      testsuite: suites.map(({ name, cases }) => ({
        '@name': name,
        ...countsOf(cases),
        testcase: cases.map(element),
      })),
    },
  };
  return builder.build(document).trimEnd();
}

function ownSuites(report: JudgedReport): Suite[] {
  switch (report.mode) {
    case 'preflight':
    case 'resume':
    case 'rollback':
      return [...judgesSuite(report), ...stepsSuite(report), ...checksSuite(report)];
    case 'verify-backup':
      return backupSuites(report);
  }
}

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  format: true,
  ignoreAttributes: false,
  // A step whose name is "true" would otherwise become an attribute without a value, which is no XML.
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});

function countsOf(cases: readonly Case[]): Record<string, number> {
  const of = (kind: string): number =>
    cases.filter(({ ending }) => (typeof ending === 'object' ? ending.kind : ending) === kind).length;
  return { '@tests': cases.length, '@failures': of('failure'), '@errors': of('error'), '@skipped': of('skipped') };
}

function element({ className, name, durationMs, ending, standardOutput, standardError }: Case): object {
  return {
    '@classname': className,
    '@name': name,
    '@time': durationMs === undefined ? undefined : durationMs / 1000,
    skipped: ending === 'skipped' ? '' : undefined,
    ...(typeof ending === 'object' && { [ending.kind]: { '@message': ending.message, '@type': ending.type } }),
    'system-out': standardOutput,
    'system-err': standardError,
  };
}

/** How a verdict ends its case; a pass is no ending. */
function endingOf(verdict: Verdict, why: string, failureReason: string | null | undefined): Ending | undefined {
  if (verdict === 'pass') return undefined;
  return {
    kind: verdict === 'fail' ? 'failure' : 'error',
    message: message(why),
    type: name(failureReason ?? verdict),
  };
}

function verdictSuite(report: JudgedReport): Suite {
  const { evidence = [] } = report.mode === 'verify-backup' ? {} : report;
  const { verdict, reason, failureReason, durationMs } = report;
  const place = report.mode === 'verify-backup' || report.side === undefined ? '' : pointOfNoReturn(report);
  const only: Case = {
    className: 'etcd-migrate',
    name: name(headlineOf(report).title.replace(/^[^:]*: /, '')),
    durationMs,
    ending: endingOf(verdict, reason, failureReason),
    standardOutput: place === '' ? undefined : xmlText(`Point of no return: ${message(place)}`),
    ...(evidence.length > 0 && { standardError: xmlText(evidence.slice(-200).join('\n')) }),
  };
  return { name: 'verdict', cases: [only] };
}

/** A suite for each backup: its links, and those that the chain did not come to. */
function backupSuites({ backups = [] }: ProofReport): Suite[] {
  const className = 'etcd-migrate.backups';
  return backups.map(({ file, verdict, reason, failureReason, links }) => ({
    name: name(`backup ${file}`),
    cases: [
      { className, name: 'verdict', ending: endingOf(verdict, reason, failureReason) },
      ...ReportLink.shape.name.options.map((linkName): Case => {
        const link = links.find((each) => each.name === linkName);
        if (link === undefined) return { className, name: linkName, ending: 'skipped' };
        const seen = link.evidence[0] ?? link.name;
        return {
          className,
          name: linkName,
          durationMs: link.durationMs,
          ending: endingOf(link.verdict, seen, link.failureReason),
        };
      }),
    ],
  }));
}

function judgesSuite({ judges }: RehearsalReport): Suite[] {
  if (judges === undefined) return [];
  const cases = judges.map(({ judge, verdict, summary, failureReason, violations }): Case => {
    return {
      className: 'etcd-migrate.judges',
      name: name(judge),
      ending: endingOf(verdict, summary, failureReason),
      ...(violations.length > 0 && {
        standardError: xmlText(violations.map((violation) => message(violation.message)).join('\n')),
      }),
    };
  });
  return [{ name: 'judges', cases }];
}

function stepsSuite({ steps }: RehearsalReport): Suite[] {
  if (steps === undefined) return [];
  const cases = steps.map(({ id, title, durationMs, status, detail = 'the step failed' }): Case => {
    const endings = { ok: undefined, 'not-run': 'skipped', failed: endingOf('fail', detail, 'step-failed') } as const;
    return { className: 'etcd-migrate.steps', name: name(`${id} ${title}`), durationMs, ending: endings[status] };
  });
  return [{ name: 'steps', cases }];
}

/** One case for each check in each state, whatever the number of members it was made on. */
function checksSuite({ checks }: RehearsalReport): Suite[] {
  if (checks === undefined) return [];
  const results = new Map<string, ReportCheck[]>();
  for (const check of checks) {
    const key = JSON.stringify([check.check, check.state]);
    results.set(key, [...(results.get(key) ?? []), check]);
  }
  const cases = [...results.values()].flatMap((same): Case[] => {
    const [first] = same;
    if (first === undefined) return [];
    const wrong = same
      .filter(({ ok }) => !ok)
      .map(
        ({ member, release, expected, seen, error }) =>
          `${member} (${release}): expected ${expected}, seen ${seen}${error === undefined ? '' : `: ${error}`}`,
      );
    return [
      {
        className: `etcd-migrate.checks.${name(first.check)}`,
        name: name(first.state),
        durationMs: same.reduce((sum, { durationMs }) => sum + durationMs, 0),
        ending: wrong.length === 0 ? undefined : endingOf('fail', wrong.join('; '), 'check-failed'),
      },
    ];
  });
  return [{ name: 'checks', cases }];
}

function name(text: string): string {
  return cut(plainLine(text), 200);
}

function message(text: string): string {
  return cut(plainLine(text), MESSAGE_LIMIT);
}
