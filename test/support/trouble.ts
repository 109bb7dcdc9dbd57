// Owns what every kind of trouble must look like from outside: its code, one clear message, nothing left behind.
// Must not know any kind of trouble itself.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type FailureCode, failures } from '../../src/errors.ts';
import type { ObtainedRelease } from '../../src/releases/store.ts';
import { RehearsalReport } from '../../src/report/model.ts';
import type { CommandOptions, CommandResult } from './command.ts';
import { expectMachineKeptUp } from './overloaded.ts';
import type { Workplace } from './rehearsal.ts';

export interface Trouble {
  readonly report: RehearsalReport;
  readonly result: CommandResult;
}

/** Runs `preflight`, which must end with this verdict and code, say so once, and leave nothing running and no run. */
export async function troubleOf(
  place: Workplace,
  verdict: 'fail' | 'error',
  code: FailureCode,
  options: Partial<CommandOptions> = {},
  args: readonly string[] = [],
): Promise<Trouble> {
  const result = await place.run(['preflight', '--format', 'json', ...args], options);
  return { report: expectTrouble(place, result, verdict, code), result };
}

export function expectTrouble(
  place: Workplace,
  result: CommandResult,
  verdict: 'fail' | 'error',
  code: FailureCode,
): RehearsalReport {
  const tail = `${result.stdout.slice(0, 3000)}\n${result.stderr.slice(-4000)}`;
  const report = RehearsalReport.parse(JSON.parse(result.stdout));
  if (report.failureReason !== code) expectMachineKeptUp(report);
  expect({ verdict: report.verdict, code: report.failureReason, exitCode: result.exitCode }, tail).toEqual({
    verdict,
    code,
    exitCode: verdict === 'fail' ? 1 : failures[code].exitCode,
  });
  expect(report.reason).not.toMatch(/undefined|\[object|\n\s+at /);
  expect(report.nextSteps.length).toBeGreaterThanOrEqual(1);
  // What failed before there was a run to report on is said, not written.
  if (existsSync(join(place.output, 'report.json'))) expect(place.report()).toEqual(report);
  expect(place.processes(), tail).toEqual([]);
  expect(runsLeft(place), tail).toEqual([]);
  const lock = join(place.output, 'run.lock');
  expect(existsSync(lock) ? readdirSync(lock).filter((name) => name.endsWith('.sock')) : []).toEqual([]);
  return report;
}

export function runsLeft(place: Workplace): string[] {
  const runs = join(place.output, 'runs');
  return existsSync(runs) ? readdirSync(runs) : [];
}

/** A directory for `releases.local` with this etcd (a script's text, or a binary's path) beside the release's other tools. */
export function standIn(place: Workplace, etcd: string, release: ObtainedRelease): string {
  const directory = join(place.directory, `stand-in-${release.version}`);
  mkdirSync(directory);
  if (etcd.startsWith('#!')) {
    writeFileSync(join(directory, 'etcd'), etcd);
    chmodSync(join(directory, 'etcd'), 0o755);
  } else symlinkSync(etcd, join(directory, 'etcd'));
  for (const [tool, { path }] of Object.entries(release.tools)) {
    if (tool !== 'etcd') symlinkSync(path, join(directory, tool));
  }
  return directory;
}

/** One judge's word in a report. */
export function judgeIn(report: RehearsalReport, name: string): NonNullable<RehearsalReport['judges']>[number] {
  const judge = report.judges?.find((each) => each.judge === name);
  if (judge === undefined) throw new Error(`no judge ${name} in the report: ${JSON.stringify(report).slice(0, 2000)}`);
  return judge;
}

/** Every line of the kept journal as JSON: it must be readable whatever happened. */
export function journalOf(place: Workplace): { readonly type: string; readonly durationMs?: number }[] {
  return readFileSync(join(place.output, 'journal.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { type: string; durationMs?: number });
}
