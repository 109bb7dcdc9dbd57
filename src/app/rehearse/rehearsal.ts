// Owns one rehearsal from a running cluster to a report: clients, engine, checks and judges wired together.
// Must not know how the cluster came to be, nor who reads the report.

import { setMaxListeners } from 'node:events';
import { expectationOf } from '../../catalog/lookups.ts';
import { lineOf } from '../../catalog/version.ts';
import { lookAfterwards } from '../../engine/bringing-back.ts';
import type { EngineOutcome } from '../../engine/options.ts';
import type { ClusterDriver, Events, HostFacts, Observer } from '../../engine/ports.ts';
import { isFound } from '../../engine/survey.ts';
import { type Sighting, watchTimeline } from '../../engine/timeline.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { settingsOf } from '../../plan/channels.ts';
import { createJsonLines } from '../../platform/json-lines.ts';
import type { Clock, Log } from '../../platform/ports.ts';
import { createRandom } from '../../platform/random.ts';
import { present } from '../../present.ts';
import type { RehearsalReport } from '../../report/model.ts';
import { openRecorder, type Recorder } from '../../workload/recorder.ts';
import type { Workload } from '../../workload/workload.ts';
import { bringUp, conduct } from '../run/conduct.ts';
import type { RehearsalRun } from '../run/run-context.ts';
import { interruptedFirst, orInterrupted, untilInterrupted } from '../shell/interruptible.ts';
import type { Progress } from '../shell/progress.ts';
import { asKnownError } from '../shell/report-error.ts';
import type { Clients } from './clients.ts';
import { createEngineEvents, stateInWords } from './engine-events.ts';
import { judgeRun } from './judging.ts';
import { checksFileName, rehearsalReport } from './report-making.ts';
import { digestsOf } from './verified-binaries.ts';

const WRITES_LOOK_MS = 200;
const COMPACT_EVERY_MS = 3_000;

export interface RehearsalTools {
  readonly clock: Clock;
  readonly log: Log;
  readonly progress: Progress;
  readonly clients: Clients;
  /** Aborts on an interruption by a person or the runner. */
  readonly signal: AbortSignal;
}

export interface RehearsalResult {
  readonly report: RehearsalReport;
  readonly outcome: EngineOutcome;
}

/**
 * Runs the engine under live clients, reads everything back, judges, and makes the report. An interrupted run is
 * reported without judging: its journal, history and members stay for `resume` and `rollback`.
 */
export async function rehearse(run: RehearsalRun, tools: RehearsalTools): Promise<RehearsalResult> {
  const { clock, log, progress, clients } = tools;
  const { manifest } = run.context;
  const limit = AbortSignal.timeout(manifest.rehearsal.timeLimits.totalMs);
  const signal = AbortSignal.any([tools.signal, limit]);
  const members = await run.cluster.driver.inventory(signal);
  await using access = run.cluster.connect();
  const recorder = await openRecorder(run.directory.history, clock);
  const keepStreams = manifest.rehearsal.depth !== 'quick';
  const events = createEngineEvents({ recorder, progress, publishers: run.publishers, clock, plan: run.plan });
  // Where nobody sees any more what clients feel, nothing more is done to their cluster.
  const halt = new AbortController();
  const whileHeard = AbortSignal.any([signal, halt.signal]);
  setMaxListeners(0, signal, whileHeard);
  const session = {
    plan: run.plan,
    completed: run.completed,
    ...present({ acceptFound: run.acceptFound }),
    digests: digestsOf(run.context.releases),
    access,
    journal: run.journal,
    events,
    clock,
    log,
    signal: whileHeard,
  };
  if (run.mode !== 'preflight') {
    progress.now('looking after members without a process');
    await bringUp({ ...session, cluster: run.cluster });
  }
  await using timeline = watchTimeline({
    view: access,
    members,
    bounds: { clock, signal: tools.signal },
    log,
    tell: seenBy(recorder),
  });
  progress.now('starting clients');
  const starting = clients.start({
    endpoints: members.map((member) => ({ member: member.name, url: member.clientUrl })),
    credentials: run.cluster.credentials,
    settings: manifest.rehearsal.workload,
    random: createRandom(manifest.rehearsal.seed).fork(`workload/${run.completed.size}`),
    recorder,
    clock,
    log,
    streams: keepStreams,
    runOf: run.directory.path,
    // Clients compact as Kubernetes does all the time; watches and hash comparisons then meet compacted revisions.
    ...(keepStreams ? { compactEveryMs: COMPACT_EVERY_MS } : {}),
  });
  const workload = await orInterrupted(starting, tools.signal, clock);
  const streamTrouble: unknown[] = [];
  const driver = keepStreams
    ? run.cluster.driver
    : pausingStreams(run.cluster.driver, workload, (error) => streamTrouble.push(error));
  const engine = conduct({
    ...session,
    wanted: run.mode === 'rollback' ? 'rolled-back' : 'reached-target',
    isCarriedOut: run.isCarriedOut,
    cluster: { driver },
    observer: observerFor(run, tools, events, {
      segment: recorder.segment,
      writes: async () => (await workload.totals()).writes,
    }),
  });
  // A history that can no longer be written ends the run as much as the engine's own trouble.
  const outcome = await Promise.race([engine, workload.running.then(() => engine)]).catch(async (error: unknown) => {
    halt.abort(error);
    await engine.catch(() => undefined);
    await letGo(workload, recorder, log);
    throw error;
  });
  if (tools.signal.aborted) return await breakOff(outcome);
  if (outcome.outcome === 'interrupted') {
    await letGo(workload, recorder, log);
    throw new EtcdMigrateError(
      'time-limit',
      `The rehearsal did not end within rehearsal.timeLimits.totalMs (${manifest.rehearsal.timeLimits.totalMs} ms). ${outcome.clusterState}`,
    );
  }
  const [trouble] = streamTrouble;
  if (trouble !== undefined && outcome.outcome === 'reached-target') {
    await letGo(workload, recorder, log);
    throw new EtcdMigrateError(
      'tool-failed',
      `The clients' watches and leases could not be opened again after a switch, so nothing was judged: ${String(trouble)}`,
      { cause: trouble, hint: "Look at the members' logs in the output directory; run it again at depth standard." },
    );
  }
  const concluded = await untilInterrupted(conclude(), tools.signal, clock);
  return concluded === interruptedFirst ? await breakOff(outcome) : concluded;

  async function conclude(): Promise<RehearsalResult> {
    progress.now('stopping clients and reading every key back through every member');
    await workload.stop();
    await timeline[Symbol.asyncDispose]();
    const unread = await workload.readBack(members.map(({ name, clientUrl }) => ({ member: name, url: clientUrl })));
    const { journal } = run;
    const changed = await lookAfterwards({ driver, journal, events, clock, log, signal: tools.signal }, members);
    await workload[Symbol.asyncDispose]();
    await recorder.close();
    // What ended is told, and judged, as what it is.
    const silent = unread.filter(({ member }) => !changed.includes(member));
    progress.now('judging the history');
    const judged = await judgeRun(
      run,
      members.map((member) => member.name),
    );
    const evidence = silent.map(({ member, why }) => `${member} did not let the clients' data be read back: ${why}`);
    const seen = { ...outcome, evidence: [...outcome.evidence, ...evidence] };
    return { report: await rehearsalReport({ run, outcome: seen, judged, clock }), outcome: seen };
  }

  /** Ends at once: seconds count, and the process ends anyway. Clients are not waited for, and nothing is judged. */
  async function breakOff(ended: EngineOutcome): Promise<RehearsalResult> {
    await recorder.close();
    const broken = interruptedOutcome(ended, tools.signal);
    return { report: await rehearsalReport({ run, outcome: broken, judged: undefined, clock }), outcome: broken };
  }
}

/**
 * Turns the engine's end into an interruption. What it had come to is in the journal, where `resume` finds and judges
 * it; here it is only told.
 */
function interruptedOutcome(outcome: EngineOutcome, signal: AbortSignal): EngineOutcome {
  if (outcome.outcome === 'interrupted') return outcome;
  const reason = asKnownError(signal.reason);
  const had = `The engine had ended (${outcome.outcome}): ${outcome.message}`;
  const message = `${reason.message} ${had} What the clients saw is not judged yet: resume goes on with that.`;
  return { ...outcome, outcome: 'interrupted', code: reason.code, message };
}

/** Closes everything on the way out of a failure, which trouble on the way must not hide. Nothing is judged then. */
async function letGo(workload: Workload, recorder: Recorder, log: Log): Promise<void> {
  for (const close of [() => workload.abort(), () => recorder.close()]) {
    try {
      await close();
    } catch (error) {
      log.debug(`closing after a failure: ${String(error)}`);
    }
  }
}

function seenBy(recorder: Recorder): (sighting: Sighting) => void {
  return ({ at, since, termSince, member, answer, error }) => {
    const said = answer && {
      release: answer.release,
      term: answer.term.toString(),
      leader: answer.leader ?? undefined,
    };
    recorder.record({ k: 'seen', at, member, ...present({ since, termSince, error, ...said }) });
  };
}

/** Runs the checks through every member, lets clients work, and keeps the results where a resumed run finds them. */
function observerFor(
  run: RehearsalRun,
  tools: RehearsalTools,
  events: Events & { currentStep(): string },
  { segment, writes: written }: { readonly segment: number; readonly writes: () => Promise<number> },
): Observer {
  // A crash may have torn the file's last line, which must not be glued to ours.
  const kept = createJsonLines(run.directory.checks, checksFileName);
  let looks = 0;
  return {
    observe: async ({ state, dwellMs, writes }, members, signal) => {
      const label = stateInWords(state);
      const before = await written();
      looks += 1;
      tools.progress.now(`${label}: compatibility checks through every member`);
      const began = tools.clock.monotonicUs();
      const facts = await Promise.all(
        members.map(async (member) => ({ member, host: await run.cluster.driver.inspect(member, signal) })),
      );
      const results = await tools.clients.check({
        members: facts.map(({ member, host }) => ({
          name: member.name,
          clientUrl: member.clientUrl,
          release: releaseOn(host),
        })),
        state: label,
        expectationOf: (check, release, member) =>
          expectationOf(check, lineOf(release), settingsOf(run.plan.channels, member)),
        credentials: run.cluster.credentials,
        clock: tools.clock,
        // A process that was killed in this very step has left keys behind, which are no fault of any release.
        random: createRandom(run.context.manifest.rehearsal.seed).fork(
          `checks/${events.currentStep()}/${segment}/${looks}`,
        ),
        ...(signal ? { signal } : {}),
      });
      await kept.append({ step: events.currentStep(), results });
      const wrong = results.filter((result) => !result.ok).length;
      const again = results.filter((result) => result.disturbed !== undefined).length;
      tools.progress.line(
        `    ${label}: ${results.length} checks, ${wrong === 0 ? 'all as expected' : `${wrong} NOT as expected`}${again === 0 ? '' : `, ${again} of them made again, as another leader was elected or this machine stood still`}`,
      );
      const spentMs = (tools.clock.monotonicUs() - began) / 1000;
      await tools.clock.sleep(Math.max(0, dwellMs - spentMs), signal);
      for (let done = (await written()) - before; done < writes; done = (await written()) - before) {
        tools.progress.now(`${label}: ${done} of ${writes} acknowledged writes`);
        await tools.clock.sleep(WRITES_LOOK_MS, signal);
      }
    },
  };
}

function releaseOn({ running }: HostFacts): string {
  if (running === null || isFound(running)) return 'not seen';
  return running === 'nothing' ? 'not running' : running.release;
}

/** `quick` lets go of the clients' streams before a member stops, which saves etcd's own 7 s of waiting for them. */
function pausingStreams(driver: ClusterDriver, workload: Workload, onTrouble: (error: unknown) => void): ClusterDriver {
  // Streams that do not come back are our clients' trouble; what became of the member is another matter.
  const reopen = (): Promise<void> => workload.resumeStreams().catch(onTrouble);
  return {
    capabilities: driver.capabilities,
    inventory: (signal) => driver.inventory(signal),
    inspect: (member, signal) => driver.inspect(member, signal),
    stage: (member, release, signal) => driver.stage(member, release, signal),
    digestOf: (member, release, signal) => driver.digestOf(member, release, signal),
    adopt: (member, process, deployment, signal) => driver.adopt(member, process, deployment, signal),
    killAndRestart: (member, options) => driver.killAndRestart(member, options),
    logs: (member, sinceWallMs) => driver.logs(member, sinceWallMs),
    switchTo: async (member, deployment, options) => {
      await workload.pauseStreams();
      const result = await driver.switchTo(member, deployment, options).catch(async (error: unknown) => {
        await reopen();
        throw error;
      });
      await reopen();
      return result;
    },
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
}
