// Owns the records of `history.jsonl`: what clients did and saw, one JSON object a line.
// Must not know who wrote them; judges fold over them and nothing else.

/** All times are microseconds on the machine's monotonic clock. Revisions are decimal strings (64 bit). */
export type HistoryRecord =
  | SegmentRecord
  | MarkRecord
  | OperationRecord
  | WatchRecord
  | LeaseRecord
  | HoldRecord
  | HashRecord
  | SeenRecord
  | FinalRecord
  | UnreadableRecord;

/**
 * A new process of ours began (1) recording; times of one boot are comparable across segments. Values that a segment
 * writes begin with `v<n>.`. A process that was killed loses its clients' last records (two tenths of a second, or what they
 * did while it stood still) and the operations in flight, so after a crash a value of an earlier segment may have no
 * operation record. Clients have a process of their own: their records may stand behind younger marks of the tool.
 */
export interface SegmentRecord {
  readonly k: 'segment';
  readonly n: number;
  readonly at: number;
  /** ISO wall time, for people. */
  readonly wall: string;
  /** Identifies the boot; a change makes times incomparable. */
  readonly boot: string;
}

/** The engine entered or left a step, touched a member, or moved the leader. */
export interface MarkRecord {
  readonly k: 'mark';
  readonly at: number;
  readonly event:
    | 'step-start'
    | 'step-end'
    | 'switch-start'
    | 'switch-end'
    | 'leader-moved'
    /** Another member leads than a moment ago. Of histories that were begun before there were `seen` records. */
    | 'leader-seen'
    /** At the end of an observation: who leads, as at its beginning. */
    | 'led'
    /** At the end of a step: the member still has the process that the run's own acts gave it. */
    | 'process-unchanged'
    /** It ended or was replaced, by nobody of the run. */
    | 'member-changed'
    | 'workload-start'
    | 'workload-end'
    /** Our own process was not scheduled from `from` to `at`. */
    | 'stalled';
  /** Step id of the plan. */
  readonly step?: string;
  readonly member?: string;
  /** On `switch-start`: what the member is to run. */
  readonly release?: string;
  /** On `step-start` of a step that observes: the state in words, e.g. "3.5.33 → 3.6.14 mixed 1/3". */
  readonly state?: string;
  /** On such a `step-start`: the release that must lead all the time. On `led`: the one that does. */
  readonly leads?: string;
  /** On such a `step-start`: the acknowledged writes that it must see. */
  readonly writes?: number;
  /** On `member-changed`: what that means, by its failure code, and in words without a full stop. */
  readonly code?: string;
  readonly message?: string;
  /** On `stalled`. */
  readonly from?: number;
  /** On `workload-end`: operations of the segment, each with one record. */
  readonly operations?: number;
}

export const idsPerSegment = 1_000_000_000;
export const lastWrites = 999_999_000;

export type OperationKind = 'put' | 'delete' | 'get' | 'get-serializable' | 'range' | 'cas';
/** `unknown`: it may or may not have taken effect, now or later. */
export type Outcome = 'ok' | 'failed' | 'unknown';

/** One client operation, retries of provably unsent attempts included (`tries`). */
export interface OperationRecord {
  readonly k: 'op';
  /** Segment · 10⁹ + a number that counts from 0; the two last writes that end a workload count from `lastWrites`. */
  readonly id: number;
  readonly client: string;
  readonly op: OperationKind;
  readonly key: string;
  /** Value written by put and cas; unique in the whole history. */
  readonly val?: string;
  /** cas: the mod revision that it compared with; absent where the operation was given up before anybody said. */
  readonly expect?: string;
  /** Intended start (open loop): latency counts from here. */
  readonly due: number;
  /** When the request that got the answer was first sent. */
  readonly start: number;
  /** The end is absent where nobody saw it. */
  readonly end?: number;
  readonly outcome: Outcome;
  /** Header revision of the answer. */
  readonly rev?: string;
  /** get: null = no such key. cas: whether the comparison held. */
  readonly got?: { readonly val: string; readonly mod: string } | null;
  readonly swapped?: boolean;
  /** delete: whether there was a key; only then `rev` is the revision of the deletion. */
  readonly deleted?: boolean;
  /** range: keys with their values and mod revisions, in key order. `key` is the prefix. */
  readonly kvs?: readonly (readonly [key: string, val: string, mod: string])[];
  /** Member that answered, where known. */
  readonly via?: string;
  readonly tries?: number;
  readonly error?: string;
}

export interface WatchRecord {
  readonly k: 'watch';
  readonly watcher: string;
  readonly at: number;
  readonly event: 'opened' | 'put' | 'delete' | 'progress' | 'lost' | 'closed' | 'rechecked';
  /** Watched prefix; on `opened`. */
  readonly prefix?: string;
  /** First revision the watcher must see; on `opened`. On events: the event's mod revision. */
  readonly rev?: string;
  readonly key?: string;
  readonly val?: string;
  /** Member that delivered the event, where known. */
  readonly via?: string;
  /**
   * On `rechecked`: a raw watch from `rev` through `upTo` saw exactly these mod revisions of the prefix; with `error`
   * it could not be made.
   */
  readonly upTo?: string;
  readonly seen?: readonly string[];
  readonly error?: string;
}

export interface LeaseRecord {
  readonly k: 'lease';
  /** The id is empty on `grant-failed`. */
  readonly lease: string;
  readonly client: string;
  readonly at: number;
  readonly event:
    | 'granted'
    | 'grant-failed'
    | 'renewed'
    | 'renewal-failed'
    | 'abandoned'
    | 'revoked'
    | 'key-seen'
    | 'key-gone'
    | 'lost';
  readonly ttlMs?: number;
  readonly key?: string;
  /** When the request whose answer this is was sent. */
  readonly start?: number;
  /** Member that answered, where known. */
  readonly via?: string;
  readonly error?: string;
}

/** A lock or leadership as its holder saw it. `token` is the fencing revision. */
export interface HoldRecord {
  readonly k: 'hold';
  readonly kind: 'lock' | 'election';
  readonly name: string;
  readonly holder: string;
  readonly at: number;
  readonly event: 'requested' | 'acquired' | 'released' | 'lost' | 'failed';
  /** released: when the release was sent; without it `at` counts as that moment. */
  readonly start?: number;
  /** lost: until when the lease was provably alive; the holder stops then at the latest. */
  readonly validUntil?: number;
  readonly token?: string;
  readonly error?: string;
}

/** What a member said of itself, asked about once a second; there is a record where that was other than before. */
export interface SeenRecord {
  readonly k: 'seen';
  /** When it had answered, or was waited for no longer. */
  readonly at: number;
  /** When the last look that it had answered before began: what is new has come about since. Absent: there was none. */
  readonly since?: number;
  /** Its term was not elected before: a majority had shown younger ones by then. Absent where none had been heard of yet. */
  readonly termSince?: number;
  readonly member: string;
  /** Absent, with all that follows: it did not answer. */
  readonly release?: string;
  /** Raft term. */
  readonly term?: string;
  /** Whom it calls leader: the member's name, or the id of one that is none of the members. Absent: it knows none. */
  readonly leader?: string;
  /** Why it did not answer, in one line. */
  readonly error?: string;
}

export interface HashRecord {
  readonly k: 'hash';
  readonly at: number;
  readonly rev: string;
  readonly step?: string;
  /** Member name → HashKV at `rev`. */
  readonly hashes: Readonly<Record<string, number>>;
  /** Member name → the release that it ran then. */
  readonly releases?: Readonly<Record<string, string>>;
}

export type FinalEntry = readonly [key: string, val: string, mod: string, create?: string, version?: string];

/** What one member held at the end, read linearizably through it, for every key of the workload. */
export interface FinalRecord {
  readonly k: 'final';
  readonly member: string;
  readonly rev: string;
  readonly at: number;
  /** With etcd's own count of the writes since the key was created, and when that was. */
  readonly kvs: readonly FinalEntry[];
  /** Set on the last record of this member's read-back: all keys have been listed. */
  readonly complete?: boolean;
}

/** This record is never written: it stands for a line that could not be read, so that a judge can say so. */
export interface UnreadableRecord {
  readonly k: 'unreadable';
  /** Counts from 1. */
  readonly line: number;
  readonly reason: string;
  /** The line is the last one of a process that was killed: that is expected, and only counted. */
  readonly torn: boolean;
}
