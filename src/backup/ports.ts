// Owns what the proof of a backup needs of the world, with its semantics.
// Must not import an adapter.
import type { Credentials, Member } from '../engine/ports.ts';
import type { CheckResult } from '../judge/check.ts';

export interface RestoreRequest {
  /** Path of the snapshot; only read. */
  readonly snapshot: string;
  /** Exact release whose tool restores and whose etcd then serves. */
  readonly release: string;
  readonly voters: number;
  /** Whether the file has no hash that the tool could check. */
  readonly skipHashCheck: boolean;
  /** Number of restores that will stand at once: there must be room for all before the first. */
  readonly atOnce: number;
  /** Whether authentication is on in the snapshot. */
  readonly auth: boolean;
  /** Bytes of the database by its own account: members get a quota that it fits into. */
  readonly databaseBytes: number;
  /** Revisions to raise by in a watch-safe restore, which marks all before as compacted; absent: it is not one. */
  readonly bumpRevision?: bigint;
}

/** A throw-away cluster that holds what a backup held. Disposing it removes members, data and directories. */
export interface RestoredCluster extends AsyncDisposable {
  readonly members: readonly Member[];
  /** Credentials of an administrator: with authentication by certificate, as nobody knows a password. */
  readonly credentials: Credentials;
  /** Credentials of a client that is no user; equal to the administrator's without authentication. */
  readonly anonymous: Credentials;
  /** Milliseconds that etcd's own tool took for all members, and that the members took until they served. */
  readonly restoreMs: number;
  readonly startMs: number;
}

/** Throws `restore-failed` with the tool's words, `member-start-failed` with etcd's, or the host's trouble. */
export type Restore = (request: RestoreRequest, signal?: AbortSignal) => Promise<RestoredCluster>;

/**
 * A test that the owner of the data wrote, made on what was restored; `ended` says in words how. Throws `tool-failed`.
 */
export type OwnTest = (cluster: RestoredCluster) => Promise<{ readonly ok: boolean; readonly ended: string }>;

/** What the catalog says of a release that must refuse a snapshot. */
export interface KnownRefusal {
  readonly knownAs: string;
  /** Regular expression that etcd's words match. */
  readonly pattern: string;
  readonly remedy: string;
}

/**
 * Gives the release itself that wrote it, or else the newest of its line that can be had here. Throws
 * `release-unobtainable`.
 */
export type ReleaseFor = (line: string, madeBy: string | undefined, signal?: AbortSignal) => Promise<string>;

export interface Trial {
  readonly members: readonly { readonly name: string; readonly clientUrl: string; readonly release: string }[];
  readonly credentials: Credentials;
  readonly state: string;
  /** Bytes that a check may have to stream. */
  readonly databaseBytes: number;
}

/** Does through each member what applications do; one result for each of `checks` and member, whatever happens. */
export interface TryUse {
  readonly checks: readonly string[];
  run(trial: Trial, signal?: AbortSignal): Promise<readonly CheckResult[]>;
}
