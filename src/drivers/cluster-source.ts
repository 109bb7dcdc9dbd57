// Owns where clusters come from: what a driver's source gives the app, and how the app lets go of it.
// Must not know any driver. The list of those that there are is index.ts.
import type { Clock, ClusterControl, ClusterDriver, ClusterView, Credentials, Log, Random } from '../engine/ports.ts';
import type { Capability } from '../plan/needs.ts';
import type { ClusterSpec } from './throw-away.ts';

/** A cluster that a run works on. `Ends` are the ways in which it may be ended: production's can only be left. */
export interface Cluster<Ends extends 'remove' | 'leave' = 'leave'> {
  readonly driver: ClusterDriver;
  readonly credentials: Credentials;
  /** What etcd itself is asked through, as administrator. Whoever opened it disposes of it. */
  connect(): ClusterView & ClusterControl & AsyncDisposable;
  /**
   * `remove` stops the members and deletes all that belongs to them; `leave` lets go of them as they are. This is a
   * property and no method, because a cluster that can only be left must not pass for one that can be removed.
   */
  readonly end: (how: Ends) => Promise<void>;
}

export type ThrowAwayCluster = Cluster<'remove' | 'leave'>;

/** A throw-away cluster that was just made. */
export interface FreshCluster extends ThrowAwayCluster {
  /** The credentials of a client that stands for no etcd user. */
  readonly anonymous: Credentials;
  /** Milliseconds that etcd's own tool took to make the data directories from a backup; 0 without one. */
  readonly restoreMs: number;
}

/** Gives a run its cluster, and gives the same one to the process that goes on with the run. */
export interface ClusterSource<Spec, Given extends Cluster> {
  open(spec: Spec, signal?: AbortSignal): Promise<Given>;
  /** The members of an interrupted run, dead or alive; never starts or stops any. Throws `cluster-not-made`. */
  adopt(runId: string, signal?: AbortSignal): Promise<Given>;
}

/** What stands where throw-away clusters are kept. */
export interface Remains {
  /** Ids of runs that this source made, oldest first; half-made ones too. */
  readonly runs: readonly string[];
  /** What stands there that this source did not make, by the names that people know it by. */
  readonly foreign: readonly string[];
}

export interface ThrowAwaySource extends ClusterSource<ClusterSpec, ThrowAwayCluster> {
  open(spec: ClusterSpec, signal?: AbortSignal): Promise<FreshCluster>;
  remains(): Promise<Remains>;
  /**
   * Removes what a run left, whole or half-made. A run that is not there is a success. Throws `run-in-progress` while
   * the process that made it still lives, unless that is this one.
   */
  remove(runId: string): Promise<void>;
}

/** Where a source may keep what its clusters need, and what it works with. */
export interface SourcePlace {
  readonly stateDir: string;
  /** Members' logs go here when their cluster is removed, or could not be made. */
  readonly logs: string;
  /** Path of the verified etcd executable of an exact release. */
  readonly binaries: (release: string) => Promise<string>;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
}

/** One line of the list of drivers. */
export interface ThrowAwayDriver {
  /** The driver's name as journals have it: `resume` finds the driver of its run by it. */
  readonly name: string;
  readonly capabilities: ReadonlySet<Capability>;
  source(place: SourcePlace): Promise<ThrowAwaySource>;
}
