// Owns the words of a plan: one title a step and the numbered tree, the same in terminal, journal, report and tests.
// Must not know colours, widths or what happened when the plan ran.
import { lineOf } from '../catalog/version.ts';
import type { ClusterState, Deployment, GateSpec, Hop, Plan, Step } from './steps.ts';
import { executableSteps } from './weave.ts';

export interface TreeLine {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  /** Hops head the tree; they are no steps themselves. */
  readonly part: 'hop' | 'upgrade' | 'leg';
}

function deploymentWords({ release, overrides }: Deployment): string {
  const extra = Object.entries(overrides).map(([flag, value]) => `${flag} ${value}`);
  return extra.length === 0 ? release : `${release} with ${extra.join(', ')}`;
}

/** E.g. "3.5.33→3.6.14 mixed 1/3"; the `state` of check results has the same words. */
function stateWords({ phase, from, to, upgraded, voters, leads }: ClusterState): string {
  const who = leads === undefined ? '' : `, ${leads} leads`;
  return phase === 'mixed' || phase === 'hold'
    ? `${from}→${to} ${phase} ${upgraded}/${voters}${who}`
    : `${from}→${to} ${phase}${who}`;
}

/**
 * A single gate is shown by its name, more of them by their number: their names stand in the plan's JSON and in every
 * gate's own lines.
 */
function gateWords(gates: readonly GateSpec[]): string {
  const [first] = gates;
  return gates.length === 1 && first !== undefined ? first.name : `${gates.length} gates`;
}

/** What a step does, in one line without its number. */
export function titleOf(step: Step): string {
  switch (step.kind) {
    case 'verify':
      return `verify ${step.title}: ${gateWords(step.gates)}`;
    case 'stage':
      return `stage ${step.release} on every member`;
    case 'switch-member': {
      const to = deploymentWords(step.to);
      switch (step.purpose) {
        case 'upgrade':
          return `switch member ${step.ordinal} to ${to}`;
        case 'prepare':
          return `prepare member ${step.ordinal}: restart on ${to}`;
        case 'roll-back':
          return `roll a member back to ${to}`;
        case 'disturb':
          return `restart a member on ${to}`;
      }
      break;
    }
    case 'renew-raft-snapshots':
      return `renew the raft snapshot of every member (${step.reason}; one every ${step.snapshotCount} entries)`;
    case 'hold':
      return `hold before the point of no return: soak ${step.soakMs / 1000} s, then ${gateWords(step.gates)}`;
    case 'wait-cluster-version':
      return `wait until the cluster version is ${step.line}`;
    case 'observe':
      return `observe ${stateWords(step.state)}${step.writes === undefined ? '' : `: ${step.dwellMs / 1000} s and ${step.writes} writes at least`}`;
    case 'lead':
      return `let a member on ${step.release} lead`;
    case 'kill-member':
      return step.select === 'leader' ? 'kill the leader and let it come back' : 'kill a follower and let it come back';
  }
}

function hopTitle(hop: Hop): string {
  return hop.kind === 'minor'
    ? `upgrade ${lineOf(hop.from)} → ${lineOf(hop.to)}: ${hop.from} → ${hop.to}`
    : `patch ${hop.from} → ${hop.to}: ${hop.reason}`;
}

/** Hops, steps and steps of legs in execution order. */
export function treeLines(plan: Plan): readonly TreeLine[] {
  const steps = executableSteps(plan);
  return plan.upgrade.hops.flatMap((hop) => [
    { id: hop.id, title: hopTitle(hop), depth: 0, part: 'hop' as const },
    ...steps
      .filter((step) => step.hop === hop)
      .map(({ planned, part, depth }) => ({ id: planned.id, title: titleOf(planned.step), depth, part })),
  ]);
}

/** The tree as text, one line a step; `annotate` adds words behind a line. No trailing newline. */
export function renderTree(plan: Plan, annotate?: (id: string) => string | undefined): string {
  return treeLines(plan)
    .map(({ id, title, depth }) => {
      const note = annotate?.(id);
      return `${'  '.repeat(depth)}${id} ${title}${note === undefined || note === '' ? '' : `  ${note}`}`;
    })
    .join('\n');
}
