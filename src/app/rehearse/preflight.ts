// Owns `preflight`: manifest in, rehearsed upgrade out.
import packageJson from '../../../package.json' with { type: 'json' };
import { removeRun } from '../../drivers/process/runs.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Plan } from '../../plan/steps.ts';
import { renderTree } from '../../plan/tree.ts';
import { systemClock } from '../../platform/clock.ts';
import { createJournalFile } from '../../platform/journal-file.ts';
import { identifySelf } from '../../platform/process-identity.ts';
import { lockDirectory } from '../../platform/run-lock.ts';
import type { ObtainedRelease } from '../../releases/store.ts';
import type { RunReport } from '../../report/model.ts';
import type { Publisher } from '../../report/publisher.ts';
import { findLostSettings } from '../plan/lost-settings.ts';
import { type MadePlan, makePlan } from '../plan/plan-making.ts';
import { obtainReleases, reportRelease } from '../plan/release-supply.ts';
import { removeDeadRuns, removeEarlierEvidence } from '../run/dead-runs.ts';
import { finishRun, type RunFrame } from '../run/finishing.ts';
import type { RunContext } from '../run/run-context.ts';
import { runDirectory } from '../run/run-directory.ts';
import { newRunId } from '../run/run-id.ts';
import { ownOutputDirectory, refuseForeignDirectory } from '../shell/output-directory.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { openTools, type Tools } from '../shell/tools.ts';
import { openProvisioner } from './provisioning.ts';
import { rehearse } from './rehearsal.ts';

/** Rehearses what the manifest asks for and returns the exit code. */
export async function preflight(
  settings: RunSettings,
  surroundings: Surroundings,
  publishers: readonly Publisher[] = [],
): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const startedAtUs = tools.clock.monotonicUs();
  const startedAt = new Date(tools.clock.wallMs()).toISOString();
  // Before the minutes that the rest takes.
  await refuseForeignDirectory(runDirectory(settings.outputDir));
  const made = await makePlan(settings, surroundings, tools);
  const context: RunContext = {
    manifest: made.manifest,
    assumed: made.assumed,
    atBest: made.atBest,
    findings: made.findings,
    releases: [],
    binaries: {},
    tree: renderTree(made.plan).split('\n'),
    startedAt,
    startedAtUs,
  };
  return await rehearsePlan(made, context, { settings, surroundings, publishers, tools });
}

export interface Rehearsing {
  readonly settings: RunSettings;
  readonly surroundings: Surroundings;
  readonly publishers: readonly Publisher[];
  readonly tools: Tools;
}

/** Rehearses a plan that is already made. */
export async function rehearsePlan(made: MadePlan, context: RunContext, by: Rehearsing): Promise<number> {
  const { settings, surroundings, publishers, tools } = by;
  const { clock, progress } = tools;
  const directory = runDirectory(settings.outputDir);
  await ownOutputDirectory(directory);
  await using _lock = await lockDirectory(directory.path, 'preflight');
  await removeDeadRuns(directory, progress);
  await removeEarlierEvidence(directory);
  progress.line(`plan ${made.plan.digest}`);
  for (const line of context.tree) progress.line(line);
  const announcement = {
    title: titleFor(made),
    planDigest: made.plan.digest,
    cluster: made.manifest.name,
    tree: context.tree.join('\n'),
  };
  await Promise.all(publishers.map((publisher) => publisher.started(announcement)));
  const runId = newRunId(clock);
  const frame: RunFrame = {
    mode: 'preflight',
    plan: made.plan,
    context,
    directory,
    publishers,
    settings,
    surroundings,
    clock,
    progress,
  };
  return await finishRun(
    frame,
    async () => {
      const releases = await obtainReleases(made.plan, made.store, tools, surroundings.signal);
      const { settings: etcd, settingPlaces } = made.manifest;
      const lost = await findLostSettings(
        releases,
        etcd,
        settingPlaces,
        (doing) => progress.now(doing),
        surroundings.signal,
      );
      for (const finding of lost) progress.line(`${finding.severity}: ${finding.message}`);
      frame.context = {
        ...context,
        ...suppliedBy(releases, made.assumed),
        findings: [...context.findings, ...lost],
      };
      return await rehearseOn(made, frame, runId, tools);
    },
    () => removeRun(directory.path, runId, { keepLogsIn: directory.logs }),
  );
}

async function rehearseOn(made: MadePlan, frame: RunFrame, runId: string, tools: Tools): Promise<RunReport> {
  const { directory, surroundings, clock } = frame;
  const owner = await identifySelf();
  const journal = createJournalFile(directory.journal);
  await journal.append({
    seq: 1,
    at: new Date(clock.wallMs()).toISOString(),
    type: 'run-started',
    runId,
    toolVersion: packageJson.version,
    mode: 'preflight',
    plan: made.plan,
    owner,
    context: frame.context,
  });
  const { memberNames } = made.manifest;
  const release = firstReleaseOf(made.plan);
  frame.progress.now(`starting ${made.plan.upgrade.voters} members of etcd ${release}`);
  const cluster = await openProvisioner(directory, frame.context, tools).provision(
    {
      runId,
      voters: made.plan.upgrade.voters,
      ...(memberNames === undefined ? {} : { memberNames }),
      settings: made.plan.upgrade.settings,
      release,
      tls: made.tls,
      auth: made.auth,
    },
    surroundings.signal,
  );
  const { report } = await rehearse(
    {
      mode: 'preflight',
      plan: made.plan,
      context: frame.context,
      cluster,
      directory,
      journal,
      completed: new Set(),
      isCarriedOut: false,
      publishers: frame.publishers,
    },
    { ...tools, signal: surroundings.signal },
  );
  return report;
}

function suppliedBy(
  releases: readonly ObtainedRelease[],
  assumed: readonly string[],
): Pick<RunContext, 'releases' | 'binaries'> {
  return {
    releases: releases.map((release) => ({
      ...reportRelease(release),
      ...(assumed.some((line) => line.includes(release.version)) ? { assumed: true } : {}),
    })),
    binaries: Object.fromEntries(
      releases.flatMap((release) => (release.tools['etcd'] ? [[release.version, release.tools['etcd'].path]] : [])),
    ),
  };
}

function firstReleaseOf(plan: Plan): string {
  const [first] = plan.upgrade.hops;
  if (first === undefined) throw new EtcdMigrateError('internal-error', 'The plan has no hop.');
  return first.from;
}

function titleFor(made: MadePlan): string {
  return `Rehearsing etcd ${firstReleaseOf(made.plan)} → ${made.plan.upgrade.hops.at(-1)?.to} (${made.manifest.name})`;
}
