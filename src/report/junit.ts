// Owns the report as JUnit XML: the verdict, one case per judge, per step, and per check in each state.
// Must not know any CI system beyond what all of them read.
import type { Builder } from 'junit-report-builder';
import junit from 'junit-report-builder';
import { cut, plainLine, xmlText } from './escape.ts';
import { headlineOf } from './headline.ts';
import { ReportLink, type RunReport } from './model.ts';

// The package is CommonJS with the types of its ES build: at run time the default import is the builder itself.
const builder = junit as unknown as Builder;

const MESSAGE_LIMIT = 2000;

/**
 * Inconclusive is an `<error>`, never `<skipped>`: CI systems count skipped as fine, and a rehearsal that proved
 * nothing must not look like one that did. Only steps that were never reached are skipped.
 */
export function renderJunit(report: RunReport): string {
  const root = builder.newBuilder().name('etcd-migrate');
  addVerdict(root, report);
  addBackups(root, report);
  addJudges(root, report);
  addSteps(root, report);
  addChecks(root, report);
  return root.build();
}

type Root = Builder;

function addVerdict(root: Root, report: RunReport): void {
  const suite = root.testSuite().name('verdict');
  const test = suite
    .testCase()
    .className('etcd-migrate')
    .name(name(headlineOf(report).title.replace(/^[^:]*: /, '')));
  if (report.durationMs !== undefined) test.time(report.durationMs / 1000);
  const why = message(report.reason);
  if (report.verdict === 'fail') test.failure(why, report.failureReason ?? 'fail');
  if (report.verdict === 'inconclusive' || report.verdict === 'error') {
    test.error(why, report.failureReason ?? report.verdict);
  }
  if (report.evidence !== undefined && report.evidence.length > 0) {
    test.standardError(xmlText(report.evidence.slice(-200).join('\n')));
  }
}

/** A suite for each backup: its links, and those that the chain did not come to. */
function addBackups(root: Root, { backups = [] }: RunReport): void {
  for (const backup of backups) {
    const suite = root.testSuite().name(name(`backup ${backup.file}`));
    const whole = suite.testCase().className('etcd-migrate.backups').name('verdict');
    const why = message(backup.reason);
    if (backup.verdict === 'fail') whole.failure(why, backup.failureReason ?? 'fail');
    if (backup.verdict === 'inconclusive' || backup.verdict === 'error') {
      whole.error(why, backup.failureReason ?? backup.verdict);
    }
    for (const linkName of ReportLink.shape.name.options) {
      const test = suite.testCase().className('etcd-migrate.backups').name(linkName);
      const link = backup.links.find((each) => each.name === linkName);
      if (link === undefined) {
        test.skipped();
        continue;
      }
      test.time(link.durationMs / 1000);
      const seen = message(link.evidence[0] ?? link.name);
      if (link.verdict === 'fail') test.failure(seen, link.failureReason ?? 'fail');
      if (link.verdict === 'inconclusive') test.error(seen, link.failureReason ?? 'inconclusive');
    }
  }
}

function addJudges(root: Root, report: RunReport): void {
  if (report.judges === undefined) return;
  const suite = root.testSuite().name('judges');
  for (const judge of report.judges) {
    const test = suite.testCase().className('etcd-migrate.judges').name(name(judge.judge));
    if (judge.verdict === 'fail') test.failure(message(judge.summary), name(judge.failureReason ?? 'fail'));
    if (judge.verdict === 'inconclusive')
      test.error(message(judge.summary), name(judge.failureReason ?? 'inconclusive'));
    if (judge.violations.length > 0) {
      test.standardError(xmlText(judge.violations.map((violation) => message(violation.message)).join('\n')));
    }
  }
}

function addSteps(root: Root, report: RunReport): void {
  if (report.steps === undefined) return;
  const suite = root.testSuite().name('steps');
  for (const step of report.steps) {
    const test = suite
      .testCase()
      .className('etcd-migrate.steps')
      .name(name(`${step.id} ${step.title}`));
    if (step.durationMs !== undefined) test.time(step.durationMs / 1000);
    if (step.status === 'failed') test.failure(message(step.detail ?? 'the step failed'), 'step-failed');
    if (step.status === 'not-run') test.skipped();
  }
}

function addChecks(root: Root, report: RunReport): void {
  if (report.checks === undefined) return;
  const suite = root.testSuite().name('checks');
  const cases = new Map<string, NonNullable<RunReport['checks']>>();
  for (const check of report.checks) {
    const key = JSON.stringify([check.check, check.state]);
    cases.set(key, [...(cases.get(key) ?? []), check]);
  }
  for (const results of cases.values()) {
    const [first] = results;
    if (first === undefined) continue;
    const test = suite
      .testCase()
      .className(`etcd-migrate.checks.${name(first.check)}`)
      .name(name(first.state));
    test.time(results.reduce((sum, result) => sum + result.durationMs, 0) / 1000);
    const wrong = results.filter((result) => !result.ok);
    if (wrong.length > 0) {
      const lines = wrong.map(
        ({ member, release, expected, seen, error }) =>
          `${member} (${release}): expected ${expected}, seen ${seen}${error === undefined ? '' : `: ${error}`}`,
      );
      test.failure(message(lines.join('; ')), 'check-failed');
    }
  }
}

function name(text: string): string {
  return cut(plainLine(text), 200);
}

function message(text: string): string {
  return cut(plainLine(text), MESSAGE_LIMIT);
}
