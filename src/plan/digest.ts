// Owns the plan digest: the name under which a plan is rehearsed, approved and carried out, and what it stands for.
// Must not know legs, channels, seeds, endpoints, names or drivers: two runs of one upgrade share one digest.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Deployment, GateSpec, Hop, PlannedStep, Step, UpgradePlan } from './steps.ts';

/** `sha256:<hex>` over the RFC 8785 canonical JSON of what clients and etcd meet; independent of key order. */
export function digestOf(upgrade: UpgradePlan): string {
  return digestOfJson(metBy(upgrade));
}

/** `sha256:<hex>` over the canonical JSON of a value as it is read back from a file. */
export function digestOfJson(value: unknown): string {
  const canonical = canonicalize(JSON.parse(JSON.stringify(value)));
  if (canonical === undefined) throw new TypeError('what is digested is always representable as JSON');
  return `sha256:${createHash('sha256').update(canonical).digest('hex')}`;
}

/**
 * Every field of a plan is named below and put into the digest or left out: its words (titles, reasons), and its pace.
 * How long a gate may take, how long the hold soaks and how long clients are watched is for each run to choose.
 * A field that is new in steps.ts does not compile until it is decided upon: it would be left over.
 */
function metBy(upgrade: UpgradePlan): unknown {
  const { catalogVersion, voters, settings, hops, ...left } = upgrade;
  nothing(left);
  return { catalogVersion, voters, settings, hops: hops.map(metByHop) };
}

function metByHop(hop: Hop): unknown {
  const { id, kind, from, to, reason: _words, steps, ...left } = hop;
  nothing(left);
  return { id, kind, from, to, steps: steps.map(metByPlanned) };
}

function metByPlanned(planned: PlannedStep): unknown {
  const { id, step, ...left } = planned;
  nothing(left);
  return { id, ...metByStep(step) };
}

function metByStep(step: Step): object {
  switch (step.kind) {
    case 'verify': {
      const { kind, title: _words, gates, ...left } = step;
      nothing(left);
      return { kind, gates: gates.map(gateName) };
    }
    case 'stage': {
      const { kind, release, ...left } = step;
      nothing(left);
      return { kind, release };
    }
    case 'switch-member': {
      const { kind, purpose, ordinal, to, gates, ...left } = step;
      nothing(left);
      return { kind, purpose, ordinal, to: metByDeployment(to), gates: gates.map(gateName) };
    }
    case 'renew-raft-snapshots': {
      const { kind, reason: _words, snapshotCount, timeoutMs: _pace, ...left } = step;
      nothing(left);
      return { kind, snapshotCount };
    }
    case 'hold': {
      const { kind, soakMs: _pace, gates, ...left } = step;
      nothing(left);
      return { kind, gates: gates.map(gateName) };
    }
    case 'wait-cluster-version': {
      const { kind, line, timeoutMs: _pace, ...left } = step;
      nothing(left);
      return { kind, line };
    }
    case 'observe': {
      const { kind, state, dwellMs: _pace, writes = null, ...left } = step;
      nothing(left);
      const { phase, from, to, upgraded, voters, leads = null, ...leftOfState } = state;
      nothing(leftOfState);
      return { kind, state: { phase, from, to, upgraded, voters, leads }, writes };
    }
    case 'lead': {
      const { kind, release, timeoutMs: _pace, ...left } = step;
      nothing(left);
      return { kind, release };
    }
    case 'kill-member': {
      const { kind, select, gates, ...left } = step;
      nothing(left);
      return { kind, select, gates: gates.map(gateName) };
    }
  }
}

function metByDeployment(deployment: Deployment): unknown {
  const { release, overrides, ...left } = deployment;
  nothing(left);
  return { release, overrides };
}

function gateName(gate: GateSpec): string {
  const { name, timeoutMs: _pace, ...left } = gate;
  nothing(left);
  return name;
}

/** Compiles only while nothing is left. A field that no type knows is not met by anybody. */
function nothing(_left: Readonly<Record<string, never>>): void {}
