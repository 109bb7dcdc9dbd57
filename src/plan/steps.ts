// Owns the shape of a plan: pure data that can be printed, digested, approved, journaled and replayed.
// Must not know how a step is carried out (engine/) nor how a plan is found (planner.ts).
import type { GateName } from './gates.ts';

/** A member's settings that belong to etcd itself, by channel; never names, URLs, directories or certificates' paths. */
export interface EtcdSettings {
  /** Command-line flags without the leading dashes. */
  readonly flags: Readonly<Record<string, string>>;
  /** Environment variables (`ETCD_…`). */
  readonly environment: Readonly<Record<string, string>>;
  /** Keys of an etcd configuration file. etcd then ignores flags and environment. */
  readonly configFile?: Readonly<Record<string, unknown>>;
}

/** The channels in which the members have their settings: all in the same, but for those that `own` names. */
export interface ClusterSettings {
  readonly shared: EtcdSettings;
  /** A member's own settings by its name, in place of the shared ones. */
  readonly own: Readonly<Record<string, EtcdSettings>>;
}

/** Flag → value in one form, whichever channel it is from: what etcd does with it, and the same on every member. */
export type EffectiveSettings = Readonly<Record<string, string>>;

/** What runs on a member: an exact release, the settings, and flags that this step alone adds. */
export interface Deployment {
  /** Exact version, e.g. "3.5.33". */
  readonly release: string;
  /**
   * Flag → value, in place of the settings' for this deployment only (a preparation); empty in normal operation. It
   * takes the channel in which the member has that setting.
   */
  readonly overrides: Readonly<Record<string, string>>;
}

export interface GateSpec {
  readonly name: GateName;
  readonly timeoutMs: number;
}

/** A step's own facts. `kind` is closed: the engine has one handler for each. */
export type Step =
  /** Gates only: nothing is changed. */
  | { readonly kind: 'verify'; readonly title: string; readonly gates: readonly GateSpec[] }
  /** Put a release in place on every member; no downtime. */
  | { readonly kind: 'stage'; readonly release: string }
  /**
   * Put the deployment on the next member that does not run it yet: unhealthy or outdated first, then followers,
   * the leader last (its leadership moved away and verified first). `ordinal` counts members that will run it after.
   */
  | {
      readonly kind: 'switch-member';
      readonly purpose: 'upgrade' | 'prepare' | 'roll-back' | 'disturb';
      readonly ordinal: number;
      readonly to: Deployment;
      readonly gates: readonly GateSpec[];
    }
  /**
   * Make every member take a raft snapshot newer than the index read when the step began, by raft entries that move
   * no revision (lease grant and revoke). Proof: newest `.snap` index ≥ that index, on every member. K21, K22.
   */
  | {
      readonly kind: 'renew-raft-snapshots';
      readonly reason: 'K21' | 'K22';
      /** The `--snapshot-count` that members run with now: so many entries make a snapshot. */
      readonly snapshotCount: number;
      readonly timeoutMs: number;
    }
  /** Before the last old member: soak, then every gate again. */
  | { readonly kind: 'hold'; readonly soakMs: number; readonly gates: readonly GateSpec[] }
  /** Wait until every member reports the cluster version (and, from 3.6 on, the storage version) of this line. */
  | { readonly kind: 'wait-cluster-version'; readonly line: string; readonly timeoutMs: number }
  /** Rehearsal only: run the compatibility checks through every member and let clients work for a while. */
  | {
      readonly kind: 'observe';
      readonly state: ClusterState;
      readonly dwellMs: number;
      /** Acknowledged writes that clients must have made in it, however long that takes. */
      readonly writes?: number;
    }
  /** Rehearsal only: leadership goes to a member that runs this release. */
  | { readonly kind: 'lead'; readonly release: string; readonly timeoutMs: number }
  /** Rehearsal only: kill a member without warning and let it come back as it was. */
  | { readonly kind: 'kill-member'; readonly select: 'leader' | 'follower'; readonly gates: readonly GateSpec[] };

/** The facts of one kind of step. */
export type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

/** Where in a hop the cluster stands, in words that reports use. */
export interface ClusterState {
  readonly phase: 'source' | 'mixed' | 'hold' | 'target';
  readonly from: string;
  readonly to: string;
  /** Members on `to`, and voters in all. */
  readonly upgraded: number;
  readonly voters: number;
  /** The release of the member that leads all the time, where the state is about that. */
  readonly leads?: string;
}

/** One step with its number in the printed tree, e.g. "2.3" or "2.3.1". */
export interface PlannedStep {
  readonly id: string;
  readonly step: Step;
}

/** A step from one release to the next: a minor (`3.5.33 → 3.6.14`) or a patch to reach a floor. */
export interface Hop {
  readonly id: string;
  readonly kind: 'minor' | 'patch';
  readonly from: string;
  readonly to: string;
  /** Why a patch hop is there; empty for minors. */
  readonly reason: string;
  readonly steps: readonly PlannedStep[];
}

/** What production runs too. The digest is of this and of nothing else, but for its times (digest.ts). */
export interface UpgradePlan {
  readonly catalogVersion: string;
  readonly voters: number;
  readonly settings: EffectiveSettings;
  readonly hops: readonly Hop[];
}

/** Steps that only a rehearsal weaves in, right after the upgrade step `after`. */
export interface Leg {
  readonly id: string;
  readonly title: string;
  readonly after: string;
  readonly steps: readonly PlannedStep[];
}

export interface Plan {
  readonly schemaVersion: 2;
  readonly upgrade: UpgradePlan;
  /** Where each member has `upgrade.settings` from; rules on channels and drivers read it, the digest does not. */
  readonly channels: ClusterSettings;
  readonly legs: readonly Leg[];
  /** `sha256:…` over what clients and etcd meet of `upgrade`. */
  readonly digest: string;
}
