// Owns how a gate is waited for: look, tell, pause, look again, until it opens or its time is over.
// Must not know what any gate looks at (gates/).

import { EtcdMigrateError } from '../errors.ts';
import { memberInWords, releasesInWords } from '../judge/place.ts';
import { type GateName, gates } from '../plan/gates.ts';
import type { GateSpec } from '../plan/steps.ts';
import { present } from '../present.ts';
import { awake, elapsedMs, inOneLine, isInterruption, over, seconds, throwIfInterrupted } from './bounded.ts';
import type { Condition, GateSubject, Observation } from './gates/condition.ts';
import { beginCondition } from './gates/index.ts';
import { isHostSilent } from './host.ts';
import { heartbeatMs, pollMaximumMs, pollMinimumMs } from './limits.ts';
import { knownProcess } from './processes.ts';
import { emit, type Run } from './run-state.ts';
import { stop } from './stop.ts';

/** Passes the gates of that member first, then the cluster's. Throws on the first that stays shut. */
export async function passGates(run: Run, specs: readonly GateSpec[], subject: GateSubject = {}): Promise<void> {
  const ofMember = specs.filter((spec) => gates[spec.name].scope === 'member');
  const ofCluster = specs.filter((spec) => gates[spec.name].scope === 'cluster');
  for (const spec of ofMember) {
    const members = subject.member ? [subject.member] : run.members;
    for (const member of members) await passGate(run, spec, { ...subject, member });
  }
  for (const spec of ofCluster) await passGate(run, spec, subject.wanted ? { wanted: subject.wanted } : {});
}

async function passGate(run: Run, spec: GateSpec, subject: GateSubject): Promise<void> {
  const condition = beginCondition(spec.name, run, subject);
  await waitUntil(
    run,
    { name: spec.name, timeoutMs: spec.timeoutMs, ...(subject.member ? { member: subject.member.name } : {}) },
    condition,
  );
}

export interface WaitSpec {
  readonly name: string;
  readonly timeoutMs: number;
  readonly member?: string;
}

/** Waits for a named condition; tells of it at least each second. Returns what was seen when it opened. */
export async function waitUntil(run: Run, spec: WaitSpec, condition: Condition): Promise<string> {
  const { clock, signal } = run.bounds;
  const begin = clock.monotonicUs();
  const about = {
    step: run.step.planned,
    gate: spec.name,
    ...present({ member: spec.member }),
  };
  let last: Observation = { open: false, observation: 'nothing seen yet' };
  let pauseMs = pollMinimumMs;
  const tell = (): void =>
    emit(run, { type: 'gate-waiting', ...about, observation: last.observation, elapsedMs: elapsedMs(clock, begin) });
  const heartbeat = new AbortController();
  // A gate's time is that in which somebody could look: a tool that stood still looks again before it gives up.
  let lostMs = 0;
  const beats = beat(run, heartbeat.signal, (lost) => {
    lostMs += lost;
    tell();
  });
  const waited = (): number => elapsedMs(clock, begin) - lostMs;
  try {
    for (;;) {
      throwIfInterrupted(signal);
      last = await look(condition, last);
      if (last.open) {
        emit(run, { type: 'gate-opened', ...about, observation: last.observation, elapsedMs: elapsedMs(clock, begin) });
        return last.observation;
      }
      // That we stood still is told by the beats, which may only now come to their turn.
      if (waited() >= spec.timeoutMs) await pause(run, 1);
      if (waited() >= spec.timeoutMs) {
        throw stop(
          last.code ?? 'gate-failed',
          `Gate ${spec.name}${subjectOf(run, spec)} did not open within ${seconds(spec.timeoutMs)}, in step ${placeOf(run)}: ${last.observation}`,
          { gate: spec.name, ...present({ hold: last.hold }) },
        );
      }
      await pause(run, Math.min(pauseMs, Math.max(1, spec.timeoutMs - waited())));
      pauseMs = Math.min(pauseMs * 1.5, pollMaximumMs);
    }
  } finally {
    heartbeat.abort(over);
    await beats;
  }
}

/** What the member runs, by our own acts: a gate that stays shut must not be held against another release. */
function releaseOf({ journal }: Run, member: string): string | undefined {
  return knownProcess(member, journal.records)?.deployment.release;
}

function subjectOf(run: Run, { member }: WaitSpec): string {
  return member === undefined ? '' : ` for ${memberInWords(member, releaseOf(run, member))}`;
}

/** "1.4 with 1 of 3 on 3.6.14". Who leads is in the state of the cluster, which every end of a run is told with. */
function placeOf(run: Run): string {
  const state = releasesInWords(run.members.map(({ name }) => releaseOf(run, name)));
  return `${run.step.planned.id}${state === undefined ? '' : ` with ${state}`}`;
}

/** Whether the error says that a gate of one member alone stayed shut: that member is at fault, and no other. */
export function isMembersOwn(error: EtcdMigrateError): boolean {
  const { gate } = error.details;
  return typeof gate === 'string' && Object.hasOwn(gates, gate) && gates[gate as GateName].scope === 'member';
}

/** Sleeps; an interrupt ends it with the interruption. */
export async function pause(run: Run, ms: number): Promise<void> {
  const { clock, signal } = run.bounds;
  throwIfInterrupted(signal);
  try {
    await clock.sleep(ms, signal);
  } catch (error) {
    throwIfInterrupted(signal);
    throw error;
  }
}

async function look(condition: Condition, before: Observation): Promise<Observation> {
  try {
    return await condition();
  } catch (error) {
    if (isInterruption(error) || isFinal(error)) throw error;
    if (!(error instanceof EtcdMigrateError)) throw error;
    const seen = before.observation.replace(/;? ?last error: .*$/, '');
    return {
      open: false,
      // A host that does not answer says nothing of the release: what runs there may be as it should.
      ...(isHostSilent(error) && { code: 'member-lost', hold: true }),
      observation:
        seen === '' || seen === 'nothing seen yet'
          ? `last error: ${inOneLine(error)}`
          : `${seen}; last error: ${inOneLine(error)}`,
    };
  }
}

/** Whether the error is a finding that more waiting cannot change. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof EtcdMigrateError && (error.code === 'hash-mismatch' || error.code === 'downgrade-in-progress')
  );
}

/** Tells each beat how long this process stood still in it, milliseconds. */
async function beat(run: Run, signal: AbortSignal, tell: (lostMs: number) => void): Promise<void> {
  const { clock } = run.bounds;
  while (!signal.aborted) {
    const begun = clock.monotonicUs();
    try {
      await clock.sleep(heartbeatMs, signal);
    } catch {
      return; // the wait is over
    }
    tell(elapsedMs(clock, begun) - Math.ceil(awake(clock, begun, heartbeatMs).ms));
  }
}
