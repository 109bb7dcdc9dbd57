// Owns what the planner is asked and what it answers.
// Must not know where the facts come from (manifest, live cluster, release sources) nor how a plan is found.
import type { Finding } from '../findings.ts';
import type { AcceptableRisk, Depth } from '../manifest/resolve.ts';
import type { Capability } from './needs.ts';
import type { ClusterSettings, Plan } from './steps.ts';

/** What a live cluster said when it was read; the rehearsed cluster is made in its image. */
export interface LiveFacts {
  /** The exact releases that its members run, one entry a member or without repeats. */
  readonly releases: readonly string[];
  readonly voters: number;
  readonly learners: number;
  /** Whether its clients connect by https. */
  readonly tls: boolean;
  /** Undefined where it cannot be told. */
  readonly auth?: boolean;
  /** Undefined where the peers could not be asked. */
  readonly downgradeJob?: boolean;
}

export interface PlanRequest {
  /** A line, an exact release or `latest`. */
  readonly from: string;
  readonly to: string;
  /** Stop-overs between `from` and `to`, in order; the planner chooses them when absent. */
  readonly hops?: readonly string[];
  readonly voters: number;
  /** Names of the members; `m1`, `m2`, … when absent. */
  readonly memberNames?: readonly string[];
  readonly settings: ClusterSettings;
  readonly accept: readonly AcceptableRisk[];
  readonly depth: Depth;
  readonly seed: number;
  readonly timeLimits: { readonly gateMs: number; readonly soakMs: number; readonly dwellMs: number };
  /** The capabilities of the driver that the rehearsal would use. */
  readonly capabilities: ReadonlySet<Capability>;
  /** Exact releases whose binaries can be had. */
  readonly obtainable: ReadonlySet<string>;
  /** TLS and authentication as the manifest says; undefined: as the live cluster, or without. */
  readonly tls?: boolean;
  readonly auth?: boolean;
  readonly live?: LiveFacts;
}

export type PlanResult =
  | {
      readonly ok: true;
      readonly plan: Plan;
      /** Warnings and notes; never an error. */
      readonly findings: readonly Finding[];
      /** What was taken for granted, e.g. "from 3.5 is taken as 3.5.33". */
      readonly assumed: readonly string[];
      /** `inconclusive` when the plan holds a risk that was accepted, or lacks a leg that cannot be rehearsed. */
      readonly atBest: 'pass' | 'inconclusive';
    }
  /** `findings` holds at least one error. */
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Whether the rehearsed cluster has TLS and authentication. */
export function rehearsedSecurity({ tls, auth, live }: Pick<PlanRequest, 'tls' | 'auth' | 'live'>): {
  readonly tls: boolean;
  readonly auth: boolean;
} {
  return { tls: tls ?? live?.tls ?? false, auth: auth ?? live?.auth ?? false };
}
