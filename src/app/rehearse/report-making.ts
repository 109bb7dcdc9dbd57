// Owns turning what happened into the one report, and the rehearsal record beside it.
// Must not decide the verdict (judge/overall.ts) nor render (report/).

import { z } from 'zod';
import { loadCatalog } from '../../catalog/load.ts';
import { validateRecords } from '../../engine/journal.ts';
import type { EngineOutcome } from '../../engine/options.ts';
import { undoneBy } from '../../engine/undoing.ts';
import { EtcdMigrateError, type FailureCode, failures } from '../../errors.ts';
import { type CheckResult, lackOfObservation } from '../../judge/check.ts';
import { type Overall, overallVerdict } from '../../judge/overall.ts';
import type { Plan } from '../../plan/steps.ts';
import { treeLines } from '../../plan/tree.ts';
import { executableSteps } from '../../plan/weave.ts';
import { readJsonLines } from '../../platform/json-lines.ts';
import type { Clock } from '../../platform/ports.ts';
import { present } from '../../present.ts';
import type { PlanReport, RehearsalRecord, RehearsalReport } from '../../report/model.ts';
import { ReportCheck, type ReportStep } from '../../report/parts.ts';
import type { MadePlan } from '../plan/plan-making.ts';
import type { RehearsalRun } from '../run/run-context.ts';
import { waysOn } from '../run/ways-on.ts';
import { done, tool } from '../shell/envelope.ts';
import { stateInWords } from './engine-events.ts';
import type { Judged } from './judging.ts';

/** The envelope of `plan`: nothing was run. */
export function planOnly(made: MadePlan): PlanReport {
  const { plan, manifest, assumed, atBest } = made;
  const best = atBest === 'pass' ? '' : ` Its rehearsal is ${atBest} at best, as the findings say.`;
  return {
    ...done,
    mode: 'plan',
    verdict: 'pass',
    cluster: manifest.name,
    reason: `The plan was made; nothing was run.${best}`,
    pointOfNoReturn: pointOfNoReturnOf(plan),
    nextSteps: ['Run `etcd-migrate preflight` to rehearse this plan.'],
    planDigest: plan.digest,
    ...endsOf(plan),
    seed: manifest.rehearsal.seed,
    depth: manifest.rehearsal.depth,
    steps: stepsOf(plan),
    findings: [...made.findings],
    plan: {
      schemaVersion: plan.schemaVersion,
      upgrade: { ...plan.upgrade },
      channels: { ...plan.channels },
      legs: plan.legs.map((leg) => ({ ...leg })),
      digest: plan.digest,
      assumed: [...assumed],
      atBest,
    },
  };
}

export interface RehearsalEnd {
  readonly run: RehearsalRun;
  readonly outcome: EngineOutcome;
  /** What the judges found; absent when the run was interrupted, as nothing is judged then. */
  readonly judged: Judged | undefined;
  readonly clock: Clock;
}

export async function rehearsalReport(end: RehearsalEnd): Promise<RehearsalReport> {
  const { run, outcome, judged } = end;
  const { plan, context } = run;
  const records = validateRecords(await run.journal.read());
  const durations = new Map<string, number>();
  for (const record of records) {
    if (record.type === 'step-finished') durations.set(record.step, record.durationMs);
    // A roll-back's own report tells what it undid; to a run that went on after it those steps are yet to be done.
    if (run.mode !== 'rollback') for (const id of undoneBy(record, plan)) durations.delete(id);
  }
  const checks = await readChecks(run.directory.checks);
  const checkIds = loadCatalog().checks.map(({ check }) => check);
  const planned = executableSteps(plan).flatMap(({ planned: { id, step } }) =>
    step.kind === 'observe' ? [{ id, state: step.state }] : [],
  );
  const overall: Overall | undefined = judged
    ? overallVerdict({
        engine: {
          outcome: outcome.outcome,
          wanted: run.mode === 'rollback' ? 'rolled-back' : 'reached-target',
          message: outcome.message,
          ...(outcome.code ? { code: outcome.code } : {}),
        },
        checks: [...checks.values()].flat(),
        unobserved: (run.mode === 'rollback' ? [] : planned).flatMap(({ id, state }) => {
          const lack = lackOfObservation(state, checkIds, checks.get(id) ?? []);
          return lack === null ? [] : [`${stateInWords(state)} (step ${id}) has ${lack}`];
        }),
        expectedJudges: judged.expectedJudges,
        judges: judged.verdicts,
        findings: context.findings,
        atBest: context.atBest,
      })
    : undefined;
  const interruption: FailureCode = outcome.code ?? 'interrupted';
  const finishedAt = new Date(end.clock.wallMs()).toISOString();
  return {
    schemaVersion: 1,
    tool,
    mode: run.mode,
    cluster: context.manifest.name,
    verdict: overall?.verdict ?? 'error',
    failureReason: overall ? overall.failureReason : interruption,
    reason: overall?.reason ?? outcome.message,
    ...(outcome.evidence.length > 0 ? { evidence: [...outcome.evidence] } : {}),
    clusterState: `${judged ? 'The throw-away cluster at its end' : 'The throw-away cluster now'}: ${outcome.clusterState}`,
    pointOfNoReturn: pointOfNoReturnOf(plan),
    side: outcome.pointOfNoReturn,
    nextSteps: nextStepsOf(overall, run, outcome),
    planDigest: plan.digest,
    ...endsOf(plan),
    startedAt: context.startedAt,
    finishedAt,
    // The duration is not the difference of the wall times: that clock may have jumped.
    durationMs: (end.clock.monotonicUs() - context.startedAtUs) / 1000,
    seed: context.manifest.rehearsal.seed,
    depth: context.manifest.rehearsal.depth,
    releases: [...context.releases],
    timings: { ...outcome.timings },
    steps: stepsOf(plan, outcome, durations, judged),
    checks: [...checks.values()].flat(),
    ...(judged
      ? {
          judges: judged.verdicts.map((verdict) => ({
            ...verdict,
            violations: verdict.violations.map(({ message, records: proof }) => ({ message, records: [...proof] })),
          })),
          availability: judged.availability,
        }
      : {}),
    findings: [...context.findings],
  };
}

export function recordOf(
  report: RehearsalReport,
  run: Pick<RehearsalRun, 'context' | 'plan'>,
  clock: Clock,
): RehearsalRecord {
  return {
    schemaVersion: 1,
    planDigest: run.plan.digest,
    verdict: report.verdict,
    failureReason: report.failureReason,
    binaries: Object.fromEntries(run.context.releases.map((release) => [release.version, { ...release.sha256 }])),
    platform: run.context.releases[0]?.platform ?? `${process.platform}-${process.arch}`,
    toolVersion: tool.version,
    finishedAt: report.finishedAt ?? new Date(clock.wallMs()).toISOString(),
    assumed: [...run.context.assumed],
  };
}

function endsOf(plan: Plan): { from: string; to: string } {
  const { hops } = plan.upgrade;
  return { from: hops[0]?.from ?? '', to: hops.at(-1)?.to ?? '' };
}

/** The step that replaces the last old member of each minor hop. */
function pointOfNoReturnOf(plan: Plan): string {
  return plan.upgrade.hops
    .filter((hop) => hop.kind === 'minor')
    .map((hop) => {
      const last = hop.steps.filter(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade').at(-1);
      return `step ${last?.id ?? '?'} (${hop.from} → ${hop.to})`;
    })
    .join(', ');
}

function stepsOf(
  plan: Plan,
  outcome?: EngineOutcome,
  durations?: ReadonlyMap<string, number>,
  judged?: Judged,
): ReportStep[] {
  const ended = new Map(outcome?.steps.map((step) => [step.id, step]));
  const steps = treeLines(plan).map(({ id, title, depth, part }): ReportStep => {
    const durationMs = durations?.get(id) ?? ended.get(id)?.durationMs;
    const detail = ended.get(id)?.detail;
    const clients = judged?.clients.get(id);
    return {
      id,
      title,
      depth,
      part,
      status: durations?.has(id) ? 'ok' : (ended.get(id)?.status ?? 'not-run'),
      ...present({ durationMs, detail, clients }),
    };
  });
  return steps.map((line) => (line.part === 'hop' ? { ...line, ...summedUp(line.id, steps) } : line));
}

/** A hop is as well as its steps are, and took as long as they did. */
function summedUp(hop: string, steps: readonly ReportStep[]): Pick<ReportStep, 'status' | 'durationMs'> {
  const own = steps.filter((step) => step.id.startsWith(`${hop}.`));
  const spent = own.flatMap((step) => (step.durationMs === undefined ? [] : [step.durationMs]));
  const status = own.some((step) => step.status === 'failed')
    ? 'failed'
    : own.every((step) => step.status === 'ok')
      ? 'ok'
      : 'not-run';
  return { status, ...(spent.length === 0 ? {} : { durationMs: spent.reduce((sum, ms) => sum + ms, 0) }) };
}

function nextStepsOf(overall: Overall | undefined, run: RehearsalRun, outcome: EngineOutcome): string[] {
  if (overall === undefined) {
    const ways = waysOn(outcome.wayBack);
    return [
      `etcd-migrate status --output ${run.directory.path}`,
      `then ${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}, with the same --output`,
    ];
  }
  if (run.mode === 'rollback' && overall.verdict === 'pass') {
    return ['Nothing is proven about the way forward: run `etcd-migrate preflight` again, to its end.'];
  }
  if (overall.verdict === 'pass') {
    return [
      'Keep rehearsal.json: it proves this plan with these binaries.',
      'Take a backup, then upgrade by this plan.',
    ];
  }
  if (overall.failureReason === null) return [];
  return [failures[overall.failureReason].hint];
}

/** Errors call the file by this name. */
export const checksFileName = "The checks' results";

/**
 * Results by step id. A step that was repeated after an interruption counts with its last results and all its failures.
 */
async function readChecks(file: string): Promise<ReadonlyMap<string, readonly CheckResult[]>> {
  const bySteps = new Map<string, readonly CheckResult[]>();
  for (const [index, line] of (await readJsonLines(file, checksFileName)).entries()) {
    const parsed = checksOfStep.safeParse(line);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new EtcdMigrateError(
        'journal-damaged',
        `Line ${index + 1} of ${file} is no result of checks: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
      );
    }
    const { step, results } = parsed.data;
    const failedBefore = (bySteps.get(step) ?? []).filter((result) => !result.ok);
    bySteps.set(step, [...failedBefore, ...results]);
  }
  return bySteps;
}

const checksOfStep = z.strictObject({
  step: z.string(),
  results: z.array(
    ReportCheck.extend({
      error: z.string().exactOptional(),
      disturbed: z.array(z.string()).readonly().exactOptional(),
    }) satisfies z.ZodType<CheckResult>,
  ),
});
