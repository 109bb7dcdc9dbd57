// Owns the demand that whoever goes back has the proof that the way is open, and the wait for it.
// Must not change anything: without the proof it refuses.
import type { EtcdMigrateError } from '../errors.ts';
import type { Hop } from '../plan/steps.ts';
import { type Bounds, throwIfInterrupted, waitingTime } from './bounded.ts';
import { contactLimitMs, pollMaximumMs } from './limits.ts';
import type { EngineOptions } from './options.ts';
import type { Member } from './ports.ts';
import { emit, type Run } from './run-state.ts';
import { type About, aboutHop, evidenceInWords, lookAtSide, type Side, type Sighting, sideOf } from './side.ts';
import { stop } from './stop.ts';
import { type WayBack, wayBackOf } from './way-back.ts';

export interface Ground {
  readonly options: EngineOptions;
  readonly bounds: Bounds;
  readonly members: readonly Member[];
  readonly hop: Hop;
}

/** What the journal says of the hop, for the time in which live state says nothing. */
export type Journaled = Omit<About, 'hop'>;

export interface WaySighting extends Sighting {
  readonly way: WayBack;
}

/**
 * Looks again until the way is known to be open or shut, at most `waitMs`. The member `stopped` counts as having no
 * process: the way is then the one that its old binary will meet. The journal counts only where the time is over.
 */
export async function seenWayBack(
  { options, bounds, members, hop }: Ground,
  journaled: Journaled,
  { waitMs, stopped }: { readonly waitMs: number; readonly stopped?: Member },
): Promise<WaySighting> {
  const { clock, signal } = bounds;
  const waited = waitingTime(clock, waitMs);
  for (;;) {
    const sighting = await lookAtSide(options, bounds, members, { hop, lastSwitchIntended: false });
    const seen = sighting.members.map((each) =>
      each.name === stopped?.name ? ({ ...each, runs: 'nothing' } as const) : each,
    );
    const judge = (lastSwitchIntended: boolean): WaySighting => {
      const side = sideOf({ hop, lastSwitchIntended, members: seen });
      const about = { hop, lastSwitchIntended, brokenBack: journaled.brokenBack };
      return { ...sighting, side, way: wayBackOf({ ...about, side, members: seen }) };
    };
    const now = judge(false);
    if (now.way.is !== 'unknown') return now;
    if (waited() >= waitMs) return judge(journaled.lastSwitchIntended);
    const message = `waiting for proof that the way back is open: ${evidenceInWords(sighting.members)}`;
    emit({ options }, { type: 'progress', message });
    await clock.sleep(pollMaximumMs, signal).catch((error: unknown) => {
      throwIfInterrupted(signal);
      throw error;
    });
  }
}

/**
 * Returns only with the proof. Throws what shuts the way (`past-point-of-no-return`, `downgrade-in-progress`,
 * `roll-back-broken`), or a hold where for `contactLimitMs` nothing proved that it is open: `side-unknown`, and
 * `member-lost` where the side is known. `sofar` says what was changed, for the message.
 */
export async function requireWayBack(ground: Ground, journaled: Journaled, sofar: string): Promise<void> {
  const sighting = await seenWayBack(ground, journaled, { waitMs: contactLimitMs });
  if (sighting.way.is !== 'open') throw refusal(ground.hop, sighting, sofar);
}

function refusal({ from, to }: Hop, { way, side, members }: WaySighting, sofar: string): EtcdMigrateError {
  const name = `${from} → ${to}`;
  const why = way.is === 'open' ? '' : way.why;
  if (way.is === 'shut') {
    if (way.code === 'past-point-of-no-return') {
      const message = `Hop ${name} is past the point of no return (${why}): ${from} would not start, so ${sofar}.`;
      return stop(way.code, message);
    }
    return stop(way.code, `The way back of hop ${name} is shut: ${why}; so ${sofar}.`, { hold: true });
  }
  if (side !== 'unknown') {
    return stop('member-lost', `Whether the way back of hop ${name} is open is not known: ${why}; so ${sofar}.`);
  }
  return stop(
    'side-unknown',
    `Nothing proves that the cluster version has not moved, so it is not known on which side of the point of no return of ${name} the cluster is (${evidenceInWords(members)}). Past it ${from} would not start, so ${sofar}. Do not start ${from} until \`status\` knows.`,
  );
}

/** The side of the step's hop at this moment, by one look and the journal. */
export async function sideNow({ options, bounds, members, step, journal }: Run): Promise<Side> {
  return (await lookAtSide(options, bounds, members, aboutHop(step.hop, journal.records))).side;
}
