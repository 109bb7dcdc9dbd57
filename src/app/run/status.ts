// Owns `status`: says where a run and its cluster stand. Reads only; needs no lock, so it also works beside a live run.
// Must not change anything, nor count on what it reads to be at rest.

import { markdownTable } from 'markdown-table';
import type { ThrowAwaySource } from '../../drivers/cluster-source.ts';
import { type ClusterDescription, describeCluster, sideInWords } from '../../engine/describe.ts';
import { wayBackOf } from '../../engine/way-back.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { titleOf } from '../../plan/tree.ts';
import { executableSteps } from '../../plan/weave.ts';
import { systemClock } from '../../platform/clock.ts';
import { lookAtLock, ownerInWords } from '../../platform/run-lock.ts';
import { present } from '../../present.ts';
import { driverNamed, openSource } from '../rehearse/provisioning.ts';
import { done, sayJson } from '../shell/envelope.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { openTools } from '../shell/tools.ts';
import { begunByAnother, requireRun } from './interrupted-run.ts';
import { recoverRun } from './recovery.ts';
import { parseRunContext } from './run-context-schema.ts';
import { runDirectory } from './run-directory.ts';
import { waysOn } from './ways-on.ts';

/**
 * Throws `nothing-to-resume` where no run has ever been, `journal-damaged` and `journal-format` where its journal
 * cannot be trusted.
 */
export async function status(settings: RunSettings, surroundings: Surroundings): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const directory = runDirectory(settings.outputDir);
  await requireRun(directory);
  const recovery = await recoverRun(directory);
  const lock = await lookAtLock(directory.path);
  const running = lock.is === 'held';
  const begunBy = begunByAnother(recovery);
  const steps = executableSteps(recovery.plan);
  const next = steps.find(({ planned: { id } }) => !recovery.completed.has(id))?.planned;
  const { finished, reported } = recovery;
  // Until its report is written a run whose engine has ended is as unfinished as any other: nobody judged it.
  const state =
    reported === undefined
      ? lock.is === 'free'
        ? 'interrupted'
        : running
          ? 'running'
          : 'not-seen'
      : (finished ?? 'ended');
  const unjudged = reported === undefined ? finished : undefined;
  const { hop } = recovery.about;
  const cluster = reported === undefined ? await look() : undefined;
  const isMade = reported !== undefined || cluster !== undefined;
  // Of a run that has ended nothing should be there any more.
  const remains = reported === undefined ? undefined : await hasRemains();
  const side = cluster?.side ?? recovery.side;
  const wayBack = cluster?.wayBack ?? wayBackOf({ ...recovery.about, side, members: [] });
  const isIdle = state === 'interrupted' || state === 'not-seen';
  const onlyCleanup = remains === true || (isIdle && !isMade);
  const ways: readonly string[] = onlyCleanup ? ['cleanup'] : isIdle ? waysOn(wayBack.is) : [];
  const commands = ways.map((way) => (state === 'not-seen' ? `${way} --take-over ${recovery.runId}` : way));
  if (settings.format === 'json') {
    const status = {
      runId: recovery.runId,
      begunBy: recovery.toolVersion,
      state,
      stepsDone: recovery.completed.size,
      steps: steps.length,
      nextStep: next?.id ?? null,
      inFlight: recovery.inFlight ? { ...recovery.inFlight } : null,
      side,
      wayBack: wayBack.is,
      ...present({ unjudged, verdict: reported, remains }),
      isMade,
      commands,
      ...(cluster ? { cluster: plainJson(cluster) } : {}),
    } as const;
    const { hops } = recovery.plan.upgrade;
    sayJson(
      {
        ...done,
        mode: 'status',
        verdict: 'inconclusive',
        reason: `Run ${recovery.runId}: ${state}, ${recovery.completed.size} of ${steps.length} steps done. This is no verdict of it.`,
        ...(cluster ? { clusterState: cluster.sentence } : {}),
        nextSteps: commands.map((command) => `etcd-migrate ${command} --output ${directory.path}`),
        planDigest: recovery.plan.digest,
        from: hops[0]?.from ?? '',
        to: hops.at(-1)?.to ?? '',
        status,
      },
      settings,
      surroundings,
    );
    return 0;
  }
  const table = cluster
    ? markdownTable([
        ['member', 'health', 'runs', 'cluster version', 'leader', 'revision', 'applied index'],
        ...cluster.members.map((member) => [
          member.name,
          member.health,
          member.running?.release ?? '-',
          member.clusterVersion ?? '-',
          member.isLeader ? 'yes' : '',
          String(member.revision ?? '-'),
          String(member.raftAppliedIndex ?? '-'),
        ]),
      ])
    : '';
  const lines = [
    `run ${recovery.runId}: ${state}, ${recovery.completed.size} of ${steps.length} steps done`,
    ...(begunBy === undefined ? [] : [`warning: ${begunBy}`]),
    ...(lock.is === 'not-seen' && reported === undefined
      ? [`warning: whether ${ownerInWords(lock.owner)}, still works on it cannot be seen from here`]
      : []),
    ...(isMade
      ? []
      : [running ? 'making the cluster' : 'it ended while its cluster was being made, which nobody can take over']),
    ...(remains === true ? ['warning: members of it, or what belongs to them, are still there'] : []),
    ...(reported === undefined ? [] : [`verdict: ${reported}`]),
    ...(recovery.untold === null ? [] : [`thrown away, which its journal could not take any more: ${recovery.untold}`]),
    ...(unjudged === undefined
      ? []
      : [
          recovery.isAnswered
            ? `carried out (${unjudged}), but not judged yet: resume goes on with that`
            : `ended (${unjudged}), and not judged: resume tries again from there`,
        ]),
    ...(next && finished === undefined && reported === undefined
      ? [`next step: ${next.id} ${titleOf(next.step)}`]
      : []),
    ...(recovery.inFlight
      ? [
          `in flight: ${recovery.inFlight.member} was being switched to ${recovery.inFlight.to.release} in step ${recovery.inFlight.step}`,
        ]
      : []),
    ...(cluster ? [`cluster: ${cluster.sentence}`, sideInWords(hop, side, wayBack), '', table] : []),
    ...(commands.length > 0 ? ['', `next: etcd-migrate ${commands.join(' | ')} --output ${directory.path}`] : []),
  ];
  surroundings.writeOut(`${lines.join('\n')}\n`);
  return 0;

  async function sourceOf(): Promise<ThrowAwaySource> {
    const context = parseRunContext(recovery.context);
    return await openSource(driverNamed(surroundings.drivers, context.driver), directory, context, tools);
  }

  /** Undefined where nobody can say: what has ended is told all the same. */
  async function hasRemains(): Promise<boolean | undefined> {
    try {
      return (await (await sourceOf()).remains()).runs.includes(recovery.runId);
    } catch (error) {
      if (error instanceof EtcdMigrateError) return undefined;
      throw error;
    }
  }

  /** Undefined where the cluster was not made whole. */
  async function look(): Promise<ClusterDescription | undefined> {
    const source = await sourceOf();
    const adopted = await source.adopt(recovery.runId, surroundings.signal).catch((error: unknown) => {
      if (error instanceof EtcdMigrateError && error.code === 'cluster-not-made') return undefined;
      throw error;
    });
    if (adopted === undefined) return undefined;
    try {
      await using access = adopted.connect();
      // Live state has the last word: a switch that was only intended closes no way back (design: live over journal).
      return await describeCluster(adopted.driver, access, recovery.about, {
        clock: systemClock,
        signal: surroundings.signal,
      });
    } finally {
      await adopted.end('leave');
    }
  }
}

/** Revisions and ids are 64-bit: as numbers a reader would round them. */
function plainJson({ members, sentence }: ClusterDescription): Record<string, unknown> {
  const text = (_: string, each: unknown): unknown => (typeof each === 'bigint' ? each.toString() : each);
  return JSON.parse(JSON.stringify({ members, sentence }, text));
}
