// Owns `preflight`: manifest in, rehearsed upgrade out.
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { createJournalFile } from '../platform/journal-file.ts';
import { systemClock } from '../platform/clock.ts';
import { lockDirectory } from '../platform/run-lock.ts';
import { identify } from '../platform/process-identity.ts';
import { EtcdMigrateError } from '../errors.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { renderTree } from '../plan/tree.ts';
import { thisPlatform, platformName } from '../releases/platform.ts';
import type { Publisher } from '../report/publisher.ts';
import { finishRun } from './finishing.ts';
import { removeDeadRuns } from './dead-runs.ts';
import { makePlan } from './plan-making.ts';
import { openProvisioner } from './provisioning.ts';
import { rehearse, type RehearsalRun } from './rehearsal.ts';
import { obtainReleases } from './release-supply.ts';
import type { RunContext } from './run-context.ts';
import { runDirectory } from './run-directory.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';
import { openTools } from './tools.ts';

/** Runs one rehearsal and returns the exit code. */
export async function preflight(
  settings: RunSettings,
  surroundings: Surroundings,
  _options: unknown = {},
  publishers: readonly Publisher[] = [],
): Promise<number> {
  const clock = systemClock;
  using tools = openTools(settings, surroundings, clock);
  const { progress, log } = tools;
  const directory = runDirectory(settings.outputDir);
  const startedAt = new Date(clock.wallMs()).toISOString();
  const startedAtUs = clock.monotonicUs();
  const made = await makePlan(settings, surroundings, tools);
  await mkdir(directory.path, { recursive: true });
  await using _lock = await lockDirectory(directory.path, 'preflight');
  await removeDeadRuns(directory, progress);
  progress.line(`plan ${made.plan.digest}`);
  const tree = renderTree(made.plan);
  for (const line of tree.split('\n')) progress.line(line);
  const context: RunContext = {
    manifest: made.manifest,
    assumed: made.assumed,
    atBest: made.atBest,
    findings: made.findings,
    releases: [],
    binaries: {},
    startedAt,
    startedAtUs,
  };
  const [first] = made.plan.upgrade.hops;
  if (first === undefined) throw new EtcdMigrateError('internal-error', 'The plan has no hop.');
  const announcement = {
    title: `Rehearsing etcd ${first.from} → ${made.plan.upgrade.hops.at(-1)?.to} (${made.manifest.name})`,
    planDigest: made.plan.digest,
    tree,
  };
  await Promise.all(publishers.map((publisher) => publisher.started(announcement)));
  return await finishRun({ mode: 'preflight', plan: made.plan, context, directory, publishers, settings, surroundings, clock, progress }, async (update) => {
    const releases = await obtainReleases(made.plan, made.store, tools, surroundings.signal);
    const supplied: RunContext = {
      ...context,
      releases: releases.map((release) => ({
        version: release.version,
        source: release.source,
        sha256: Object.fromEntries(Object.entries(release.tools).map(([name, file]) => [name, file.sha256])),
        platform: platformName(thisPlatform()),
        ...(made.assumed.some((line) => line.includes(release.version)) ? { assumed: true } : {}),
      })),
      binaries: Object.fromEntries(releases.map((release) => [release.version, release.tools['etcd']?.path ?? ''])),
    };
    update(supplied);
    const runId = `${new Date(clock.wallMs()).toISOString().replaceAll(/[-:]|\..*/g, '').toLowerCase()}-${randomBytes(3).toString('hex')}`;
    const owner = await identify(process.pid);
    if (owner === null) throw new EtcdMigrateError('internal-error', 'This process cannot find its own start time.');
    await rm(directory.history, { force: true });
    await rm(directory.checks, { force: true });
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
      context: supplied,
    });
    const provisioner = openProvisioner(settings, supplied, tools);
    progress.now(`starting ${made.plan.upgrade.voters} members of etcd ${first.from}`);
    const { memberNames } = made.manifest;
    const cluster = await provisioner.provision(
      {
        runId,
        voters: made.plan.upgrade.voters,
        ...(memberNames === undefined ? {} : { memberNames }),
        settings: made.plan.upgrade.settings,
        release: first.from,
        tls: made.tls,
        auth: made.manifest.rehearsal.auth,
      },
      surroundings.signal,
    );
    const run: RehearsalRun = {
      mode: 'preflight',
      plan: made.plan,
      context: supplied,
      cluster,
      directory,
      journal,
      completed: new Set(),
      publishers,
    };
    const { report } = await rehearse(run, { clock, log, progress, signal: surroundings.signal });
    return { report, runId };
  });
}
