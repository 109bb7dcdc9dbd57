// Owns a member of the simulated cluster: what its host and its store hold, and how its next starts shall end.
// Must not know the other members (world.ts).
import type { HostFacts, HostTrouble, Member } from '../../../src/engine/ports.ts';
import type { Deployment } from '../../../src/plan/steps.ts';

/** How a process ends that does not start. */
export interface Refusal {
  readonly code: number;
  readonly lines: readonly string[];
  readonly hostTrouble?: HostTrouble;
}

export type ProcessState = 'starting' | 'ready' | 'hung';

export interface SimulatedProcess {
  readonly deployment: Deployment;
  readonly pid: number;
  state: ProcessState;
  /** Null where a transaction has started it. */
  readonly foreign: ForeignStart | null;
}

/** What somebody else has started. */
export interface ForeignStart {
  readonly executable: string;
  /** Flags beside those that a transaction would give. */
  readonly flags: Readonly<Record<string, string>>;
  isAdopted: boolean;
}

export interface SimulatedMember {
  readonly member: Member;
  readonly id: bigint;
  process: SimulatedProcess | null;
  lastExit: HostFacts['lastExit'];
  /** What was to run here last, whether or not it does. */
  deployed: Deployment;
  /** Persisted, and applied, raft index. */
  logIndex: number;
  applied: number;
  /** Until then the member does not apply what others commit. */
  lagsUntilMs: number;
  snapshots: { term: bigint; index: bigint }[];
  compactRevision: number;
  /** Members as its store has them, rightly or not; null: as they are. */
  stored: readonly { readonly id: bigint; readonly isLearner: boolean }[] | null;
  /** What its store calls removed, rightly or not. */
  removedIds: readonly bigint[];
  /** Its data differ from what the log says. */
  isCorrupt: boolean;
  freeBytes: number;
  walRoomBytes: number;
  /** It learns of a new leader so much later. */
  hearsAfterMs: number;
  readySinceMs: number;
  downSinceMs: number;
  readonly log: { readonly atMs: number; readonly line: string }[];
  /** Host transactions run one after the other. */
  transaction: Promise<unknown>;
  transactionsUnderWay: number;
  /** How the next starts of a release end, oldest first: seeded by tests. */
  readonly startFaults: StartFault[];
}

export type StartFault = { readonly release?: string } & (
  | ({ readonly kind: 'exits' } & Refusal)
  | { readonly kind: 'hangs' }
  | { readonly kind: 'slow'; readonly startMs: number }
  | { readonly kind: 'crashes-later'; readonly afterMs: number }
);

/** A member that runs and has applied everything. */
export function newMember(facts: {
  readonly name: string;
  /** Among the members, from 0. */
  readonly index: number;
  readonly release: string;
  readonly pid: number;
  readonly appliedIndex: number;
  /** Wall time of its first log line. */
  readonly atMs: number;
}): SimulatedMember {
  const { name, index, release, pid, appliedIndex, atMs } = facts;
  const deployment: Deployment = { release, overrides: {} };
  const id = 0xa0n + BigInt(index);
  return {
    member: { name, id, clientUrl: `http://sim/${name}/client`, peerUrl: `http://sim/${name}/peer` },
    id,
    process: { deployment, pid, state: 'ready', foreign: null },
    lastExit: 'none',
    deployed: deployment,
    logIndex: appliedIndex,
    applied: appliedIndex,
    lagsUntilMs: 0,
    snapshots: [],
    compactRevision: -1,
    stored: null,
    removedIds: [],
    isCorrupt: false,
    freeBytes: 1e9,
    walRoomBytes: 1e9,
    hearsAfterMs: 0,
    readySinceMs: 0,
    downSinceMs: Number.POSITIVE_INFINITY,
    log: [{ atMs, line: `{"level":"info","msg":"starting etcd ${release}"}` }],
    transaction: Promise.resolve(),
    transactionsUnderWay: 0,
    startFaults: [],
  };
}
