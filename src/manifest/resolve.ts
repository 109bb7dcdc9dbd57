// Owns the resolved manifest: every default filled in, ready for the planner and the app.
// Must not know releases (the planner resolves versions) nor read files or the environment.
import type { EtcdSettings } from '../plan/steps.ts';
import type { acceptable, depths, Manifest, sources } from './schema.ts';

export type Depth = (typeof depths)[number];
export type Source = (typeof sources)[number];
export type AcceptableRisk = (typeof acceptable)[number];

export interface WorkloadSettings {
  readonly clients: number;
  /** Operations per second in all. */
  readonly rate: number;
  readonly keys: number;
  /** Smallest and largest value, bytes. */
  readonly valueBytes: readonly [number, number];
  /** Weights, not percentages. */
  readonly mix: Readonly<Record<'put' | 'get' | 'getSerializable' | 'range' | 'cas' | 'delete', number>>;
}

export interface Thresholds {
  readonly longestWriteGapMs: number;
  readonly longestReadGapMs: number;
  readonly failedOperations: number;
  readonly unknownOperations: number;
  /** Not judged when absent. */
  readonly p99Ms?: number;
}

export interface ResolvedManifest {
  readonly name: string;
  /** As written: a line, an exact release, or "latest". */
  readonly from: string;
  readonly to: string;
  readonly hops?: readonly string[];
  readonly voters: number;
  readonly memberNames?: readonly string[];
  readonly settings: EtcdSettings;
  readonly connection?: Manifest['connection'];
  readonly rehearsal: {
    readonly depth: Depth;
    readonly seed: number;
    /** Undefined: as the live cluster, or without. */
    readonly tls?: boolean;
    readonly auth: boolean;
    readonly workload: WorkloadSettings;
    readonly thresholds: Thresholds;
    readonly timeLimits: {
      readonly gateMs: number;
      readonly soakMs: number;
      readonly dwellMs: number;
      readonly totalMs: number;
    };
  };
  readonly releases: {
    readonly sources: readonly Source[];
    readonly local: Readonly<Record<string, string>>;
    readonly mirror?: string;
    readonly image?: string;
  };
  readonly accept: readonly { readonly risk: AcceptableRisk; readonly reason: string }[];
}
