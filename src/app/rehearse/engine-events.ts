// Owns what happens to the engine's events: marks in the history, lines for people, news for publishers.
// Must not influence the run: a listener that fails is not the engine's trouble.
import type { EngineEvent, Events } from '../../engine/ports.ts';
import type { Side } from '../../engine/side.ts';
import type { MarkRecord } from '../../judge/history.ts';
import type { ClusterState, Plan, StepOf } from '../../plan/steps.ts';
import { titleOf } from '../../plan/tree.ts';
import type { Clock } from '../../platform/ports.ts';
import { present } from '../../present.ts';
import type { Publisher } from '../../report/publisher.ts';
import type { Recorder } from '../../workload/recorder.ts';
import type { Progress } from '../shell/progress.ts';

export interface EngineEventsOptions {
  readonly recorder: Recorder;
  readonly progress: Progress;
  readonly publishers: readonly Publisher[];
  readonly clock: Clock;
  readonly plan: Plan;
}

/** A state as checks, marks and judges name it. */
export function stateInWords({ from, to, phase, upgraded, voters, leads }: ClusterState): string {
  return `${from} → ${to} ${phase} ${upgraded}/${voters}${leads === undefined ? '' : `, ${leads} leads`}`;
}

/** What the judge of coverage is told of a state that is about to be observed. */
function observedBy({ state, writes }: StepOf<'observe'>): Pick<MarkRecord, 'state' | 'leads' | 'writes'> {
  return { state: stateInWords(state), ...present({ leads: state.leads, writes }) };
}

const sideTold: Readonly<Record<Side, string>> = {
  before: 'before the point of no return: the old release still starts',
  after: 'past the point of no return: the old release no longer starts on this hop',
  unknown: 'it is not known on which side of the point of no return the cluster is: do not start the old release',
};

/** Remembers the step under way, for records that only make sense with it. */
export function createEngineEvents(options: EngineEventsOptions): Events & { currentStep(): string } {
  const { recorder, progress, publishers, clock } = options;
  const begun = clock.monotonicUs();
  let current = '';
  let heading = '';
  /** Changes of members, which are told by whoever looks. */
  const told = new Set<string>();
  // A history that cannot be written is reported when the recorder is closed; here it must not stop the engine.
  const mark = (
    event: MarkRecord['event'],
    facts: Pick<MarkRecord, 'step' | 'member' | 'release' | 'state' | 'leads' | 'writes' | 'code' | 'message'>,
  ): void => {
    recorder.mark(event, facts).catch(() => undefined);
  };
  const hopTitle = (id: string): string => {
    const hop = options.plan.upgrade.hops.find((each) => each.id === id);
    return hop ? `${hop.from} → ${hop.to}` : id;
  };
  const hopFinished = (done: number, of: number): void => {
    const elapsedMs = (clock.monotonicUs() - begun) / 1000;
    // A publisher's promise never rejects (report/publisher.ts).
    for (const publisher of publishers) void publisher.hopFinished({ hop: hopTitle(heading), done, of, elapsedMs });
  };
  const emit = (event: EngineEvent): void => {
    switch (event.type) {
      case 'step-started': {
        const { id, step } = event.step;
        current = id;
        mark('step-start', { step: id, ...(step.kind === 'observe' && observedBy(step)) });
        const hop = id.split('.')[0] ?? id;
        if (hop !== heading) {
          if (heading !== '') hopFinished(event.number - 1, event.total);
          heading = hop;
          progress.group(`hop ${hop}: ${hopTitle(hop)}`);
        }
        progress.now(`step ${event.number} of ${event.total}: ${id} ${titleOf(step)}`);
        return;
      }
      case 'step-finished':
        mark('step-end', { step: event.step.id });
        progress.line(`✓ ${event.step.id} ${titleOf(event.step.step)} (${(event.durationMs / 1000).toFixed(1)} s)`);
        return;
      case 'step-failed':
        mark('step-end', { step: event.step.id });
        progress.line(`✗ ${event.step.id} ${titleOf(event.step.step)}: ${event.message}`);
        return;
      case 'gate-waiting':
        progress.now(
          `${event.step.id} gate ${event.gate}${event.member ? ` of ${event.member}` : ''}: ${event.observation}`,
        );
        return;
      case 'gate-opened':
        return;
      case 'member-switching':
        mark('switch-start', { step: current, member: event.member, release: event.to.release });
        progress.line(`    ${current} ${event.member}: stopping, then starting ${event.to.release}`);
        progress.now(`${current} ${event.member}: stopping, then starting ${event.to.release}`);
        return;
      case 'member-switched':
        mark('switch-end', { step: current, member: event.member });
        progress.line(
          `    ${event.member} runs ${event.to.release} (stop ${(event.stopMs / 1000).toFixed(1)} s, start ${(event.startMs / 1000).toFixed(1)} s)`,
        );
        return;
      case 'process-unchanged':
        mark('process-unchanged', { member: event.member });
        return;
      case 'member-changed':
        if (told.has(event.message)) return;
        told.add(event.message);
        mark('member-changed', { step: current, member: event.member, code: event.code, message: event.message });
        progress.line(`    ${event.message}`);
        return;
      case 'member-adopted':
        progress.line(`    ${event.message}`);
        return;
      case 'led':
        mark('led', { step: current, leads: event.release });
        return;
      case 'leader-moved':
        mark('leader-moved', { step: current, member: event.to });
        progress.line(`    leadership moved from ${event.from} to ${event.to}`);
        return;
      case 'hash-compared':
        recorder.record({
          k: 'hash',
          at: clock.monotonicUs(),
          step: current,
          rev: event.revision.toString(),
          hashes: event.hashes,
          releases: event.releases,
        });
        return;
      case 'progress':
        progress.now(`${current} ${event.message}`);
        return;
      case 'point-of-no-return':
        progress.line(`    ${sideTold[event.side]}`);
        return;
    }
  };
  return { emit, currentStep: () => current };
}
