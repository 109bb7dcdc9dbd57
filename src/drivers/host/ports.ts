// Owns what the protocol of transactions needs of a host, and of the service there that keeps a member's process.
// Must not know any host or service: local processes are one, systemd, Docker and the kubelet are others.
import type { ProcessIdentity } from '../../platform/process-identity.ts';
import type { TransactionRequest } from './transactions.ts';

/** The files of a host. What is written is on its disk, with its name, when the call resolves. */
export interface HostFiles {
  /** Names in a directory, in no order; empty where there is none. */
  list(directory: string): Promise<readonly string[]>;
  /** The content of a file; null where there is no such file. */
  read(path: string): Promise<string | null>;
  /**
   * Replaces a file by write and rename, so that whoever reads sees the old content or the new. Throws `no-space`,
   * `no-permission`.
   */
  write(path: string, content: string): Promise<void>;
  /**
   * Writes as `write` does, but never over something: false means that the name is taken. Of several callers exactly
   * one gets true.
   */
  create(path: string, content: string): Promise<boolean>;
  /** Makes a directory with these files, which is there whole or not at all. False means that the name is taken. */
  place(directory: string, files: Readonly<Record<string, string>>): Promise<boolean>;
  /** What has that name; null where nothing has. */
  stat(path: string): Promise<{ readonly sizeBytes: number } | null>;
  freeBytes(directory: string): Promise<number>;
}

/** A moment on a host's own clock: seconds since that boot, or since 1970 where a host does not count them. */
export interface HostTime {
  readonly bootId: string;
  readonly seconds: number;
}

export interface HostProgram {
  readonly argv: readonly [string, ...string[]];
  readonly directory: string;
  /** The program's whole environment: nothing of ours leaks in. */
  readonly environment: Readonly<Record<string, string>>;
  /** Both of its streams are appended here. */
  readonly log: string;
}

/** The machine that members live on. */
export interface Host {
  readonly files: HostFiles;
  now(): Promise<HostTime>;
  isAlive(process: ProcessIdentity): Promise<boolean>;
  /** Starts a program that outlives us, in a session of its own. Resolves when it has been started. */
  launch(program: HostProgram): Promise<void>;
}

export interface Running {
  readonly process: ProcessIdentity;
  /** The transaction that put it there. Null means that it runs, but that no transaction of ours has put it there. */
  readonly transaction: number | null;
}

export interface Exit {
  /** Code and signal are both null where the process has ended and nobody saw how. */
  readonly code: number | null;
  readonly signal: string | null;
}

/**
 * What keeps one member's process ("service" is the field's word). Stopping and starting belong to transactions, which
 * must survive our death, so these two exist on the host alone: as shell functions, beside those of the other two.
 */
export interface Service {
  /**
   * Shell functions for the host script, which has defined `$member`, `$number`, `$tx`, `$log`, `$closing` and the
   * functions of host-script.ts. They are constant text: what comes from a manifest, from etcd or from the host reaches
   * it as arguments and files only.
   *
   *     service_identity    sets $seen to the identity line of what runs, and $seen_from to the number of its
   *                         transaction; both are empty when nothing runs, and $seen_from when it is none of ours
   *     service_stop SIGNAL tells it to end and to stay away; does not wait
   *     service_start ARGS  starts this transaction's deployment and sets $process to its identity line, or fails
   *     service_last_exit   sets $exit to how $process ended, as a shell has it; empties it where nobody will see.
   *                         Where something else than this script is the parent, it waits for the grace at most, and
   *                         calls `give_up` before it tells of an end within it
   */
  readonly verbs: string;
  /** Path → text of what the verbs run; the files are put there before the verbs are called. */
  readonly programs: Readonly<Record<string, string>>;
  /** ARGS of `service_start`. */
  startArguments(request: TransactionRequest): readonly string[];
  identity(): Promise<Running | null>;
  /** How the process before the one that runs has ended. Null: none has ended yet. */
  lastExit(): Promise<Exit | null>;
}
