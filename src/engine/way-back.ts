// Owns the demand that whoever goes back has the proof that the cluster version has not moved, and the wait for it.
// Must not change anything: without the proof it refuses.
import { lineOf } from '../catalog/version.ts';
import type { EtcdMigrateError } from '../errors.ts';
import type { Hop } from '../plan/steps.ts';
import { type Bounds, elapsedMs, throwIfInterrupted } from './bounded.ts';
import { contactLimitMs, pollMaximumMs } from './limits.ts';
import type { EngineOptions } from './options.ts';
import type { Member } from './ports.ts';
import { emit, type Run } from './run-state.ts';
import { evidenceInWords, lastSwitchIntended, lookAtSide, type Side, type Sighting, sideOf } from './side.ts';
import { stop } from './stop.ts';

export interface WayBack {
  readonly options: EngineOptions;
  readonly bounds: Bounds;
  readonly members: readonly Member[];
  readonly hop: Hop;
}

/**
 * What live state says, without the journal: looks again until it says anything, at most `waitMs`. The member `stopped`
 * counts as having no process: the side is then the one that its old binary will meet.
 */
export async function seenSide(
  { options, bounds, members, hop }: WayBack,
  { waitMs, stopped }: { readonly waitMs: number; readonly stopped?: Member },
): Promise<Sighting> {
  const { clock, signal } = bounds;
  const about = { hop, lastSwitchIntended: false };
  const begin = clock.monotonicUs();
  for (;;) {
    const sighting = await lookAtSide(options, bounds, members, about);
    const seen = sighting.members.map((each) =>
      each.name === stopped?.name ? ({ ...each, runs: 'nothing' } as const) : each,
    );
    const side = sideOf({ ...about, members: seen });
    if (side !== 'unknown' || elapsedMs(clock, begin) >= waitMs) return { ...sighting, side };
    const message = `waiting for proof that the cluster version has not moved: ${evidenceInWords(sighting.members)}`;
    emit({ options }, { type: 'progress', message });
    await clock.sleep(pollMaximumMs, signal).catch((error: unknown) => {
      throwIfInterrupted(signal);
      throw error;
    });
  }
}

/**
 * Returns only with the proof. Throws `past-point-of-no-return`, or `side-unknown` (a hold) where for `contactLimitMs`
 * nothing proved either; `sofar` says what was changed, for the message.
 */
export async function requireWayBack(
  wayBack: WayBack,
  { lastSwitchIntended, sofar }: { readonly lastSwitchIntended: boolean; readonly sofar: string },
): Promise<void> {
  const { hop } = wayBack;
  const { side, members } = await seenSide(wayBack, { waitMs: contactLimitMs });
  if (side === 'before') return;
  const name = `${hop.from} → ${hop.to}`;
  if (side === 'after') {
    const isOld = (version: string): boolean => lineOf(version) === lineOf(hop.from);
    const reported = members.find(({ clusterVersion }) => clusterVersion !== null && !isOld(clusterVersion));
    const why = reported
      ? `the cluster version is ${lineOf(reported.clusterVersion ?? hop.to)}`
      : 'no member runs the old release any more';
    throw pastIt(hop, why, sofar);
  }
  const seen = evidenceInWords(members);
  if (lastSwitchIntended) {
    throw pastIt(hop, `its last switch was begun, and nothing that could be seen disproves it: ${seen}`, sofar);
  }
  throw stop(
    'side-unknown',
    `Nothing proves that the cluster version has not moved, so it is not known on which side of the point of no return of ${name} the cluster is (${seen}). Past it ${hop.from} would not start, so ${sofar}. Do not start ${hop.from} until \`status\` knows.`,
  );
}

function pastIt(hop: Hop, why: string, sofar: string): EtcdMigrateError {
  return stop(
    'past-point-of-no-return',
    `Hop ${hop.from} → ${hop.to} is past the point of no return (${why}): ${hop.from} would not start, so ${sofar}.`,
  );
}

/** The side of the step's hop at this moment, by one look and the journal. */
export async function sideNow({ options, bounds, members, step, journal }: Run): Promise<Side> {
  const about = { hop: step.hop, lastSwitchIntended: lastSwitchIntended(step.hop, journal.records) };
  return (await lookAtSide(options, bounds, members, about)).side;
}
