// Owns what the proof of a backup needs of the world, with its semantics.
// Must not import an adapter.
import type { Credentials, Member } from '../engine/ports.ts';

export interface RestoreRequest {
  /** Path of the snapshot; only read. */
  readonly snapshot: string;
  /** Exact release whose tool restores and whose etcd then serves. */
  readonly release: string;
  readonly voters: number;
  /** The file has no hash that the tool could check. */
  readonly skipHashCheck: boolean;
  /** Authentication is on in the snapshot. */
  readonly auth: boolean;
  /** Watch-safe restore: raise the revision by so much and mark all before as compacted. */
  readonly bumpRevision?: bigint;
}

/** A throw-away cluster that holds what a backup held. Disposing it removes members, data and directories. */
export interface RestoredCluster extends AsyncDisposable {
  readonly members: readonly Member[];
  /** Of an administrator: with authentication by certificate, as nobody knows a password. */
  readonly credentials: Credentials;
  /** Milliseconds that etcd's own tool took for all members, and that the members took until they served. */
  readonly restoreMs: number;
  readonly startMs: number;
}

/** Throws `restore-failed` with the tool's words, `member-start-failed` with etcd's, or the host's trouble. */
export type Restore = (request: RestoreRequest, signal?: AbortSignal) => Promise<RestoredCluster>;
