// Owns the rehearsal of a plan that is made: releases obtained, journal begun, cluster opened, run finished.
// Must not know where the plan came from.

import type { ThrowAwayCluster, ThrowAwaySource } from '../../drivers/cluster-source.ts';
import type { ClusterSpec } from '../../drivers/throw-away.ts';
import { runStarted } from '../../engine/journal.ts';
import { EtcdMigrateError } from '../../errors.ts';
import type { Plan } from '../../plan/steps.ts';
import { createJournalFile } from '../../platform/journal-file.ts';
import { reserveLastWord } from '../../platform/last-word.ts';
import { lockDirectory } from '../../platform/run-lock.ts';
import { identifySelf } from '../../platform/self.ts';
import type { ObtainedRelease } from '../../releases/store.ts';
import type { RehearsalReport } from '../../report/model.ts';
import type { Publisher } from '../../report/publisher.ts';
import { findLostSettings } from '../plan/lost-settings.ts';
import type { MadePlan } from '../plan/plan-making.ts';
import { obtainReleases, reportRelease } from '../plan/release-supply.ts';
import { requireCapable } from '../run/conduct.ts';
import { removeDeadRuns, removeEarlierEvidence } from '../run/dead-runs.ts';
import { finishRun, type RunFrame } from '../run/finishing.ts';
import type { RunContext } from '../run/run-context.ts';
import { runDirectory } from '../run/run-directory.ts';
import { newRunId } from '../run/run-id.ts';
import { tool } from '../shell/envelope.ts';
import { ownOutputDirectory } from '../shell/output-directory.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';
import { driverNamed, openSource } from './provisioning.ts';
import { rehearse } from './rehearsal.ts';

interface Rehearsing {
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
  const driver = driverNamed(surroundings.drivers, context.driver);
  const start = {
    plan: made.plan,
    wanted: 'reached-target',
    completed: new Set<string>(),
    isCarriedOut: false,
  } as const;
  requireCapable(start, driver.capabilities);
  await ownOutputDirectory(directory);
  await using _lock = await lockDirectory(directory.path, 'preflight');
  await removeDeadRuns(directory, surroundings, tools);
  await removeEarlierEvidence(directory);
  await reserveLastWord(directory.lastWord);
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
  let source: ThrowAwaySource | undefined;
  let cluster: ThrowAwayCluster | undefined;
  return await finishRun(
    frame,
    async () => {
      const releases = await obtainReleases(made.plan, made.store, tools, surroundings.signal);
      const lost = await findLostSettings(releases, made.manifest, (doing) => progress.now(doing), surroundings.signal);
      for (const finding of lost) progress.line(`${finding.severity}: ${finding.message}`);
      frame.context = {
        ...context,
        ...suppliedBy(releases, made.assumed),
        findings: [...context.findings, ...lost],
      };
      await beginJournal(frame, runId);
      source = await openSource(driver, directory, frame.context, tools);
      frame.progress.now(`starting ${made.plan.upgrade.voters} members of etcd ${firstReleaseOf(made.plan)}`);
      cluster = await source.open(specOf(made, runId), surroundings.signal);
      return await rehearseOn(cluster, frame, tools);
    },
    // The source knows what is there of a cluster that could not be made whole.
    async (how) => await (cluster ? cluster.end(how) : how === 'remove' ? source?.remove(runId) : undefined),
  );
}

async function beginJournal({ directory, clock, plan, context }: RunFrame, runId: string): Promise<void> {
  const owner = await identifySelf();
  await createJournalFile(directory.journal).append({
    seq: 1,
    at: new Date(clock.wallMs()).toISOString(),
    ...runStarted({ runId, toolVersion: tool.version, mode: 'preflight', plan, owner, context }),
  });
}

function specOf({ plan, manifest, tls, auth }: MadePlan, runId: string): ClusterSpec {
  const { voters } = plan.upgrade;
  const { memberNames } = manifest;
  return { runId, voters, memberNames, settings: plan.channels, release: firstReleaseOf(plan), tls, auth };
}

async function rehearseOn(cluster: ThrowAwayCluster, frame: RunFrame, tools: Tools): Promise<RehearsalReport> {
  const { directory, surroundings, plan, context } = frame;
  const { report } = await rehearse(
    {
      mode: 'preflight',
      plan,
      context,
      cluster,
      directory,
      journal: createJournalFile(directory.journal),
      completed: new Set(),
      isCarriedOut: false,
      publishers: frame.publishers,
    },
    { ...tools, clients: surroundings.clients, signal: surroundings.signal },
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
      ...(assumed.some((line) => line.split(' ').includes(release.version)) ? { assumed: true } : {}),
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
