// Owns the steps of one hop: gates, preparations, members one by one, the hold before the point of no return.
// Must not know how releases are chosen (route.ts) nor what a rehearsal weaves in (legs.ts).
import { hopRuleOf } from '../catalog/lookups.ts';
import type { Catalog } from '../catalog/schema.ts';
import { lineOf } from '../catalog/version.ts';
import type { GateName } from './gates.ts';
import type { Stage } from './route.ts';
import { effectiveSnapshotCount } from './snapshot-count.ts';
import type { Deployment, EffectiveSettings, GateSpec, Hop, PlannedStep, Step } from './steps.ts';

/** Lease grant and revoke at concurrency 128 made 1180 entries a second on two busy cores; a tenth of that is allowed for. */
const SLOWEST_ENTRIES_PER_MS = 0.118;

export interface HopFacts {
  readonly voters: number;
  readonly settings: EffectiveSettings;
  readonly gateMs: number;
  readonly soakMs: number;
}

/** With fewer than three voters no member can be spared, so no margin can be asked for. */
function gateSpecs(names: readonly GateName[], { voters, gateMs }: HopFacts): readonly GateSpec[] {
  return names.filter((name) => name !== 'quorum-margin' || voters >= 3).map((name) => ({ name, timeoutMs: gateMs }));
}

/** Gates after a member was changed; legs use the same. */
export function memberGates(facts: HopFacts): readonly GateSpec[] {
  return gateSpecs(
    ['member-running', 'raft-caught-up', 'member-reads', 'member-writes', 'no-alarm', 'hash-equal', 'members-healthy'],
    facts,
  );
}

/** Gates after a member was killed and came back. */
export function recoveryGates(facts: HopFacts): readonly GateSpec[] {
  return gateSpecs(['members-healthy', 'quorum-margin', 'no-alarm', 'hash-equal'], facts);
}

const entryGates: readonly GateName[] = [
  'members-healthy',
  'quorum-margin',
  'versions-uniform',
  'settings-as-planned',
  'no-alarm',
  'no-learner',
  'no-downgrade-job',
  'disk-space',
  'hash-equal',
];
const holdGates: readonly GateName[] = [
  'members-healthy',
  'quorum-margin',
  'no-alarm',
  'no-downgrade-job',
  'hash-equal',
];
/** After the last switch `versions-uniform` asks for the target. */
const exitGates: readonly GateName[] = [
  'members-healthy',
  'quorum-margin',
  'versions-uniform',
  'settings-as-planned',
  'no-alarm',
  'no-learner',
  'no-downgrade-job',
  'hash-equal',
];

/** Writes come right before the hashes, which then prove them equal. */
function entryGatesOf(stage: Stage, catalog: Catalog): readonly GateName[] {
  const preparations = hopRuleOf(lineOf(stage.from), lineOf(stage.to), catalog)?.preparations ?? [];
  if (!preparations.some(({ id }) => id === 'members-write')) return entryGates;
  return entryGates.flatMap((name) => (name === 'hash-equal' ? ['members-write', name] : [name]));
}

function switches(
  purpose: 'upgrade' | 'prepare',
  to: Deployment,
  ordinals: readonly number[],
  facts: HopFacts,
): readonly Step[] {
  return ordinals.map((ordinal) => ({ kind: 'switch-member', purpose, ordinal, to, gates: memberGates(facts) }));
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** The catalog's preparations of a minor hop. */
function preparationSteps(stage: Stage, facts: HopFacts, catalog: Catalog): readonly Step[] {
  const steps: Step[] = [];
  let snapshotCount = effectiveSnapshotCount(facts.settings, stage.from, catalog);
  for (const preparation of hopRuleOf(lineOf(stage.from), lineOf(stage.to), catalog)?.preparations ?? []) {
    if (preparation.onlyAbove !== undefined && snapshotCount <= preparation.onlyAbove) continue;
    switch (preparation.id) {
      case 'members-write':
        break; // a gate before the hop (entryGatesOf)
      case 'restart-with-low-snapshot-count':
        snapshotCount = Math.min(snapshotCount, preparation.snapshotCount ?? snapshotCount);
        steps.push(
          ...switches(
            'prepare',
            { release: stage.from, overrides: { 'snapshot-count': String(snapshotCount) } },
            upTo(facts.voters),
            facts,
          ),
        );
        break;
      case 'renew-raft-snapshots':
        steps.push({
          kind: 'renew-raft-snapshots',
          reason: preparation.knownAs === 'K22' ? 'K22' : 'K21',
          snapshotCount,
          timeoutMs: facts.gateMs + Math.ceil(snapshotCount / SLOWEST_ENTRIES_PER_MS),
        });
        break;
      case 'members-bucket-clean':
        steps.push({
          kind: 'verify',
          title: "every member's stored member list",
          gates: gateSpecs(['members-bucket-clean'], facts),
        });
        break;
    }
  }
  return steps;
}

/** The deployment that members of a hop run before they are switched: its preparations' overrides are still there. */
export function sourceDeployment(hop: Hop): Deployment {
  const prepared = hop.steps.findLast(({ step }) => step.kind === 'switch-member' && step.purpose === 'prepare');
  return prepared?.step.kind === 'switch-member' ? prepared.step.to : { release: hop.from, overrides: {} };
}

/**
 * One hop. The hold stands before the last member of a minor, because the cluster version flips up to 4 s after it
 * (K16) and the old release no longer starts then. A patch has no such point, so it has no hold.
 */
export function hopOf(id: string, stage: Stage, facts: HopFacts, catalog: Catalog): Hop {
  const { voters, gateMs, soakMs } = facts;
  const minor = stage.kind === 'minor';
  const target: Deployment = { release: stage.to, overrides: {} };
  const steps: readonly Step[] = [
    {
      kind: 'verify',
      title: 'before the hop',
      gates: gateSpecs(minor ? entryGatesOf(stage, catalog) : entryGates, facts),
    },
    { kind: 'stage', release: stage.to },
    ...(minor ? preparationSteps(stage, facts, catalog) : []),
    ...switches('upgrade', target, upTo(voters - 1), facts),
    ...(minor ? [{ kind: 'hold' as const, soakMs, gates: gateSpecs(holdGates, facts) }] : []),
    ...switches('upgrade', target, [voters], facts),
    ...(minor ? [{ kind: 'wait-cluster-version' as const, line: lineOf(stage.to), timeoutMs: gateMs }] : []),
    { kind: 'verify', title: 'after the hop', gates: gateSpecs(exitGates, facts) },
  ];
  return {
    id,
    kind: stage.kind,
    from: stage.from,
    to: stage.to,
    reason: stage.reason,
    steps: steps.map((step, index): PlannedStep => ({ id: `${id}.${index + 1}`, step })),
  };
}
