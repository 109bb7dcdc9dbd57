// Owns every port through which the engine touches the world, with its semantics.
// Must not import an adapter: the same engine drives a rehearsal and production, and only the driver differs.
import type { Capability } from '../plan/needs.ts';
import type { ClusterState, Deployment, EtcdSettings, PlannedStep } from '../plan/steps.ts';
import type { JournalRecord } from './journal.ts';
import type { Side } from './side.ts';

export type { Clock, Log, Random } from '../platform/ports.ts';

/** Where a member is asked. Names are unique within the cluster and stable across restarts. */
export interface MemberAddress {
  readonly name: string;
  /** The URL the engine's own calls go to: this member's and no other's. */
  readonly clientUrl: string;
  readonly peerUrl: string;
}

/** A member as its driver knows it. */
export interface Member extends MemberAddress {
  /** etcd's own id of it, which no other member of the cluster ever has had or gets. */
  readonly id: bigint;
}

/** A process of a member. */
export interface MemberProcess {
  readonly pid: number;
  /** Opaque; the same for this process and for no other, whoever gets its pid later, after a reboot too. */
  readonly identity: string;
}

/** An etcd on a member's data that none of our acts has started: whether it is what we would start is not known yet. */
export interface FoundProcess {
  /** The sha256 of its executable, in hexadecimal; null where that cannot be read. */
  readonly executable: string | null;
}

/** How a process ended. Code and signal are both null where nobody saw it. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: string | null;
  /** Set when etcd's own last words blame the host and not the release. */
  readonly hostTrouble?: HostTrouble;
}

/**
 * What is to be seen on a member's host, whether or not etcd answers. Null always means the same: it cannot be seen from
 * here. What was seen and is not there has a word of its own, so that nobody takes the one for the other.
 */
export interface HostFacts {
  /** `nothing`: no etcd process works on the member's data. */
  readonly running: Deployment | FoundProcess | 'nothing' | null;
  /** The process of what `running` says; null also where nothing runs. */
  readonly process: MemberProcess | null;
  /** The settings that this process has, with names, URLs and directories; null also where nothing runs. */
  readonly settings: EtcdSettings | null;
  /** The settings that our last act gave the member's process, whatever runs there; null also where there was no act. */
  readonly given: EtcdSettings | null;
  /**
   * Whether a `switchTo` or `killAndRestart` (of this process or of one that died) is still under way on the host.
   * Where that cannot be seen, the engine waits for the longest that one can take.
   */
  readonly changing: boolean | null;
  /** How the process before the running one ended. `none`: there was none. */
  readonly lastExit: ProcessEnd | 'none' | null;
  /** `member/snap/*.snap`, newest last. Term and index come from the file names. */
  readonly raftSnapshots: readonly { readonly term: bigint; readonly index: bigint }[] | null;
  readonly databaseBytes: number | null;
  /** The room on the file system that the database is on. */
  readonly freeBytes: number | null;
  /**
   * The room for etcd's next WAL segment: what is free on the file system that the WAL is on, and what etcd has reserved
   * there for it already.
   */
  readonly walRoomBytes: number | null;
}

/** Trouble of a member's host, by its failure code. */
export type HostTrouble = 'port-taken' | 'no-space' | 'no-permission';

export interface SwitchOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * What the decision rests on: the identity of the process that ran there, or null where nothing did. Where the host finds
   * something else, the switch is refused: it may have ended, or been started, by another hand.
   */
  readonly finds?: string | null;
}

/** How a switch ended on the host. The driver does not know whether etcd is healthy, only whether it still runs. */
export type SwitchResult =
  | { readonly outcome: 'running'; readonly stopMs: number; readonly startMs: number }
  /** The new process ended by itself. `lastLines` are etcd's own words, newest last. */
  | {
      readonly outcome: 'exited';
      readonly code: number | null;
      readonly signal: string | null;
      readonly lastLines: readonly string[];
      readonly stopMs: number;
      /** Set when etcd's own words blame the host and not the release; such an end says nothing about the upgrade. */
      readonly hostTrouble?: HostTrouble;
    };

/**
 * Everything the engine may do to a member's host. Knows nothing of gates, rules or GitHub. Methods are idempotent
 * (that makes resume possible), never retry (the engine owns time), and return no etcd data (ClusterView does).
 */
export interface ClusterDriver extends AsyncDisposable {
  readonly capabilities: ReadonlySet<Capability>;
  inventory(signal?: AbortSignal): Promise<readonly Member[]>;
  inspect(member: MemberAddress, signal?: AbortSignal): Promise<HostFacts>;
  /** Puts the release in place beside the running one; no downtime. What is in place already stays as it is. */
  stage(member: MemberAddress, release: string, signal?: AbortSignal): Promise<void>;
  /** The sha256, in hexadecimal, of the release's etcd as it lies there now, read anew; null where none is in place. */
  digestOf(member: MemberAddress, release: string, signal?: AbortSignal): Promise<string | null>;
  /**
   * One transaction: afterwards the member's process is the deployment's, or has exited. Finishes on the host even if
   * we die in the middle. Running that deployment already is a success that changes nothing. Waits at least 20 s for
   * the old process to stop (8 s is etcd's own grace for open streams), then fails with `member-stop-failed`. Fails with
   * `switch-refused`, and has changed nothing, where the host is not as it was when the call looked at it, or as
   * `finds` says, or where a process that was found there has not been adopted.
   * Resolves 'running' once the new process has opened its client port or `startGraceMs` has passed while it lives.
   */
  switchTo(member: MemberAddress, deployment: Deployment, options?: SwitchOptions): Promise<SwitchResult>;
  /**
   * From now on the process that was found there counts as started by us as this deployment. Stops and starts nothing.
   * Fails with `switch-refused` where another runs there by now, or a switch is under way.
   */
  adopt(member: MemberAddress, process: MemberProcess, deployment: Deployment, signal?: AbortSignal): Promise<void>;
  /** Sends SIGKILL, then starts what was running. Needs the capability 'kill'. */
  killAndRestart(member: MemberAddress, options?: SwitchOptions): Promise<SwitchResult>;
  /** etcd's own log lines since a wall time (milliseconds), oldest first. */
  logs(member: MemberAddress, sinceWallMs: number): AsyncIterable<string>;
}

/** How to connect to a cluster as its administrator. Secrets live here and in memory only. */
export interface Credentials {
  readonly tls?: {
    readonly caPem: string;
    readonly certPem?: string;
    readonly keyPem?: string;
    readonly serverName?: string;
  };
  readonly user?: { readonly name: string; readonly password: string };
}

/** Answer of Maintenance.Status from one member. */
export interface MemberStatus {
  readonly memberId: bigint;
  readonly version: string;
  /** 0n while there is no leader. */
  readonly leaderId: bigint;
  readonly raftTerm: bigint;
  /** Highest committed index the member knows. */
  readonly raftIndex: bigint;
  /** Highest applied index; equal to raftIndex where the release does not report it (3.3). */
  readonly raftAppliedIndex: bigint;
  readonly revision: bigint;
  readonly databaseBytes: number;
  readonly isLearner: boolean;
  readonly errors: readonly string[];
}

export interface ListedMember {
  readonly id: bigint;
  /** Empty for a member that was added but never started. */
  readonly name: string;
  readonly peerUrls: readonly string[];
  readonly isLearner: boolean;
}

export interface StoredMember {
  readonly id: bigint;
  readonly isLearner: boolean;
}

/** What a member's own v3 store says about membership; 3.6 believes it. */
export interface StoredMembership {
  readonly members: readonly StoredMember[];
  /** Ids that may never come back. A listed member among them is a lie that 3.6 acts on (K29). */
  readonly removedIds: readonly bigint[];
}

/**
 * Facts about etcd, each read from exactly the member that is named. Never retries. Throws `EtcdMigrateError`
 * `member-lost` when the member does not answer within its own deadline (5 s unless said otherwise).
 * Never calls GET /health (K19, K22) nor AuthStatus (K1).
 */
export interface ClusterView {
  status(member: MemberAddress, signal?: AbortSignal): Promise<MemberStatus>;
  /** Asks GET /version; `storage` is there from 3.6 on. */
  versions(member: MemberAddress, signal?: AbortSignal): Promise<{ server: string; cluster: string; storage?: string }>;
  memberList(via: MemberAddress, signal?: AbortSignal): Promise<readonly ListedMember[]>;
  alarms(via: MemberAddress, signal?: AbortSignal): Promise<readonly { memberId: bigint; alarm: string }[]>;
  /** Both numbers come from the named member at exactly that revision; compacted or future revisions throw. */
  hashKv(
    member: MemberAddress,
    revision: bigint,
    signal?: AbortSignal,
  ): Promise<{ hash: number; compactRevision: bigint }>;
  read(
    member: MemberAddress,
    mode: 'serializable' | 'linearizable',
    signal?: AbortSignal,
  ): Promise<{ revision: bigint }>;
  /** Asks GET /downgrade/enabled at the member's peer URL; null where the release has no such thing (before 3.5). */
  downgradeEnabled(member: MemberAddress, signal?: AbortSignal): Promise<boolean | null>;
  /** The v3 buckets `members` and `members_removed`, from a streamed snapshot (bounded: 60 s). */
  storedMembers(member: MemberAddress, signal?: AbortSignal): Promise<StoredMembership>;
}

/** The few things the engine does through etcd's own API. A time-out means unknown: re-read, then decide. */
export interface ClusterControl {
  /** The call is sent to the current leader. */
  moveLeader(leader: MemberAddress, to: { readonly id: bigint }, signal?: AbortSignal): Promise<void>;
  /** Writes the probe key through the member. Returns the revision after it. */
  probeWrite(member: MemberAddress, signal?: AbortSignal): Promise<{ revision: bigint }>;
  /**
   * Makes `entries` raft entries that move no revision, by pairs of lease grant and revoke, with bounded concurrency.
   * Whoever resumes it asks for what is still missing.
   */
  churnLeases(member: MemberAddress, entries: number, signal?: AbortSignal): Promise<void>;
}

export interface JournalStore {
  /** The record is durable (fsync) when the call resolves. */
  append(record: JournalRecord): Promise<void>;
  /** The lines as they lie there; `validateRecords` (journal.ts) makes records of them. */
  read(): Promise<readonly unknown[]>;
}

/** What the engine tells while it works. Listeners never influence the run; their errors are logged and dropped. */
export type EngineEvent =
  | { readonly type: 'step-started'; readonly step: PlannedStep; readonly number: number; readonly total: number }
  | { readonly type: 'step-finished'; readonly step: PlannedStep; readonly durationMs: number }
  | { readonly type: 'step-failed'; readonly step: PlannedStep; readonly code: string; readonly message: string }
  | {
      readonly type: 'gate-waiting';
      readonly step: PlannedStep;
      readonly gate: string;
      readonly member?: string;
      readonly observation: string;
      readonly elapsedMs: number;
    }
  | {
      readonly type: 'gate-opened';
      readonly step: PlannedStep;
      readonly gate: string;
      readonly member?: string;
      readonly observation: string;
      readonly elapsedMs: number;
    }
  /** These two come just before and after the engine changes a member. Judges use their times. */
  | { readonly type: 'member-switching'; readonly member: string; readonly to: Deployment }
  | {
      readonly type: 'member-switched';
      readonly member: string;
      readonly to: Deployment;
      readonly stopMs: number;
      readonly startMs: number;
    }
  /** At the end of a step: the member still has the process that our own acts gave it. */
  | { readonly type: 'process-unchanged'; readonly member: string }
  /**
   * A member's process ended, or was replaced, by none of our acts. `message` is without a full stop. It may be told more
   * than once, by whoever looks next.
   */
  | { readonly type: 'member-changed'; readonly member: string; readonly code: string; readonly message: string }
  /** What somebody else has started on the member is the run's own from now on. `message` is without a full stop. */
  | { readonly type: 'member-adopted'; readonly member: string; readonly message: string }
  /** A member of this release led, at the beginning and at the end of an observation. */
  | { readonly type: 'led'; readonly release: string }
  | { readonly type: 'leader-moved'; readonly from: string; readonly to: string }
  | {
      readonly type: 'hash-compared';
      readonly revision: bigint;
      readonly hashes: Readonly<Record<string, number>>;
      /** What each member ran then. */
      readonly releases: Readonly<Record<string, string>>;
    }
  | { readonly type: 'progress'; readonly message: string }
  | { readonly type: 'point-of-no-return'; readonly side: Side };

export interface Events {
  emit(event: EngineEvent): void;
}

/** A state to observe, for so long at least, and until clients have made so many acknowledged writes in it. */
export interface Stay {
  readonly state: ClusterState;
  readonly dwellMs: number;
  readonly writes: number;
}

/** Carries out `observe` steps. Production plans have none. */
export interface Observer {
  observe(stay: Stay, members: readonly Member[], signal?: AbortSignal): Promise<void>;
}
