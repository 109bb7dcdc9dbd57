// Owns what only a rehearsal does between the steps of an upgrade: observing, rolling back and forward, disturbing.
// Must not change the upgrade's own steps: every leg leaves the cluster in the state in which it found it.
import type { Depth } from '../manifest/resolve.ts';
import { type HopFacts, memberGates, recoveryGates, sourceDeployment } from './hop-steps.ts';
import { type Disturbance, killsAt } from './mutators.ts';
import type { ClusterState, Deployment, Hop, Leg, PlannedStep, Step, StepOf } from './steps.ts';

export interface LegFacts extends HopFacts {
  readonly depth: Depth;
  readonly seed: number;
  readonly dwellMs: number;
}

/** A place in a hop where the cluster rests: after this step it is in that state. */
interface Place {
  readonly after: string;
  readonly state: ClusterState;
}

/**
 * Legs of a hop, in the order in which they run. Ids are made from the step they follow: legs "1.5.a", "1.5.b", their
 * steps "1.5.a1", "1.5.a2", so that they stay the same when other steps gain or lose legs.
 *
 * A patch hop is only observed: within a line etcd may go back at any time, so there is no window to prove.
 *
 * @param isFirst whether the upgrade begins with this hop: else its source was looked at a moment ago, as the target of
 *                the hop before it.
 * @param isLast whether the upgrade ends with this hop: no gate of a next hop then looks at what the last state left.
 */
export function legsOf(
  hop: Hop,
  facts: LegFacts,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): readonly Leg[] {
  const { voters, depth, seed, dwellMs } = facts;
  const places = placesOf(hop, voters).filter(({ state }) => isFirst || state.phase !== 'source');
  const minor = hop.kind === 'minor';
  const kills =
    minor && depth === 'deep'
      ? killsAt(
          seed,
          places.map((place) => place.after),
          voters,
        )
      : new Map<string, Disturbance>();
  return places.flatMap((place) => {
    const observe: Step = { kind: 'observe', state: place.state, ...stayAt(place.state, isLast, facts) };
    const verify: Step = { kind: 'verify', title: 'after all of it', gates: recoveryGates(facts) };
    const ends = isLast && place.state.phase === 'target';
    const legs: { readonly title: string; readonly steps: readonly Step[] }[] = [
      { title: 'clients and checks', steps: ends ? [observe, verify] : [observe] },
    ];
    if (minor && newMayLeadAt(place.state, depth)) {
      const lead = (release: string): Step => ({ kind: 'lead', release, timeoutMs: facts.gateMs });
      legs.push({
        title: `${hop.to} leads, while members of ${hop.from} run`,
        steps: [lead(hop.to), { kind: 'observe', state: { ...place.state, leads: hop.to }, dwellMs }, lead(hop.from)],
      });
    }
    const select = kills.get(place.after);
    if (select !== undefined) {
      legs.push({ title: `kill the ${select}`, steps: [{ kind: 'kill-member', select, gates: recoveryGates(facts) }] });
    }
    if (minor && rollsBackAt(place.state, depth)) {
      legs.push({
        title: `roll back ${place.state.upgraded} of ${voters} and forward again`,
        steps: roundTrip(hop, place.state.upgraded, facts),
      });
    }
    return legs.map(({ title, steps }, index) => legOf(place.after, index, title, steps));
  });
}

function legOf(after: string, index: number, title: string, steps: readonly Step[]): Leg {
  const id = `${after}.${String.fromCharCode('a'.charCodeAt(0) + index)}`;
  return { id, title, after, steps: steps.map((step, at): PlannedStep => ({ id: `${id}${at + 1}`, step })) };
}

function placesOf(hop: Hop, voters: number): readonly Place[] {
  const { from, to } = hop;
  const state = (phase: ClusterState['phase'], upgraded: number): ClusterState => ({
    phase,
    from,
    to,
    upgraded,
    voters,
  });
  const last = hop.steps.length - 1;
  let upgraded = 0;
  return hop.steps.flatMap(({ id, step }, index): readonly Place[] => {
    if (index === 0) return [{ after: id, state: state('source', 0) }];
    if (index === last) return [{ after: id, state: state('target', voters) }];
    if (step.kind === 'switch-member' && step.purpose === 'upgrade') {
      upgraded = step.ordinal;
      // The count of the hold is observed there, when it has lasted for a while, and not also just before it.
      const isHeldNext = hop.steps[index + 1]?.step.kind === 'hold';
      return upgraded < voters && !isHeldNext ? [{ after: id, state: state('mixed', upgraded) }] : [];
    }
    // A single member holds in its source state, which was observed already.
    if (step.kind === 'hold' && upgraded > 0) return [{ after: id, state: state('hold', upgraded) }];
    return [];
  });
}

/**
 * What is wrong only once everybody runs the new release shows in time and writes: the upgrade's last state gets more
 * of both than any other. One write in 400 that is lost was not met by the 160 writes of a state that lasts 3 s.
 */
const lastStay = { dwellMs: 15_000, writes: 1_000 };

function stayAt(
  { phase }: ClusterState,
  isLast: boolean,
  { depth, dwellMs }: LegFacts,
): Pick<StepOf<'observe'>, 'dwellMs' | 'writes'> {
  if (!isLast || phase !== 'target' || depth === 'quick') return { dwellMs };
  return { dwellMs: Math.max(dwellMs, lastStay.dwellMs), writes: lastStay.writes };
}

/** Old members that follow a new leader meet what no follower sends them. The leader is upgraded last, so it has to be asked. */
function newMayLeadAt({ phase }: ClusterState, depth: Depth): boolean {
  return depth !== 'quick' && (phase === 'mixed' || phase === 'hold');
}

/**
 * `standard` goes back from the first mixed state and from the hold, where all but one member are new; `deep` from
 * every mixed count.
 */
function rollsBackAt({ phase, upgraded }: ClusterState, depth: Depth): boolean {
  if (depth === 'quick') return false;
  return phase === 'hold' || (phase === 'mixed' && (depth === 'deep' || upgraded === 1));
}

/** All upgraded members back to what the hop started from, one by one, a look at the source state, and forward again. */
function roundTrip(hop: Hop, upgraded: number, facts: LegFacts): readonly Step[] {
  const { voters, dwellMs } = facts;
  const gates = memberGates(facts);
  const source = sourceDeployment(hop);
  const target: Deployment = { release: hop.to, overrides: {} };
  const counts = Array.from({ length: upgraded }, (_, index) => index + 1);
  return [
    ...counts.map(
      (count): Step => ({
        kind: 'switch-member',
        purpose: 'roll-back',
        ordinal: voters - upgraded + count,
        to: source,
        gates,
      }),
    ),
    { kind: 'observe', state: { phase: 'source', from: hop.from, to: hop.to, upgraded: 0, voters }, dwellMs },
    ...counts.map((count): Step => ({ kind: 'switch-member', purpose: 'upgrade', ordinal: count, to: target, gates })),
  ];
}
