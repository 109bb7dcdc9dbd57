// Owns a cluster in memory: hosts, processes, a raft-like log, leaders, the cluster version, acknowledged writes.
// Must not know the engine, nor which faults a test wants: both act through its methods.
import { compareLines, lineOf } from '../../../src/catalog/version.ts';
import type { ListedMember, MemberAddress } from '../../../src/engine/ports.ts';
import { settingsOf } from '../../../src/plan/channels.ts';
import type { ClusterSettings, Deployment } from '../../../src/plan/steps.ts';
import type { Random } from '../../../src/platform/ports.ts';
import { type ForeignStart, newMember, type Refusal, type SimulatedMember, type SimulatedProcess } from './member.ts';
import { refusalOf, snapshotCountOf } from './releases.ts';
import type { WorldClock } from './world-clock.ts';

export interface WorldOptions {
  readonly clock: WorldClock;
  readonly random: Random;
  readonly names: readonly string[];
  readonly release: string;
  readonly settings: ClusterSettings;
  /** 3.4's /health probes wrote v2 requests before the run (K22). */
  readonly v2Requests?: boolean;
  /** Milliseconds between the application's writes; 0 for none. */
  readonly writeEveryMs?: number;
  /** Milliseconds between compactions; 0 for none. */
  readonly compactEveryMs?: number;
  /** Milliseconds that each process takes to stop; drawn when absent: mostly about 1 s, sometimes 8 s. */
  readonly stopMs?: number;
  /** Snapshot files appear so much after they are due. */
  readonly snapshotDelayMs?: number;
}

const monitorPeriodMs = 4_000; // K16: etcd's own monitor
const switchOnInterval = 1_000;

export class World {
  readonly clock: WorldClock;
  readonly random: Random;
  readonly settings: ClusterSettings;
  readonly members: readonly SimulatedMember[];
  readonly options: WorldOptions;
  clusterLine: string;
  storageLine: string;
  downgradeEnabled = false;
  /** A wrapper around the binary loses the flags that a deployment adds. */
  dropsOverrides = false;
  /** The flags that a wrapper around a release's binary adds. */
  wrapped: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
  /** By "member/release": the sha256 of what lies there in place of what was staged; null where nothing does any more. */
  readonly replaced = new Map<string, string | null>();
  /** Members that are listed beside those of the hosts, whoever added them; none of them runs. */
  readonly foreign: ListedMember[] = [];
  alarms: { memberId: bigint; alarm: string }[] = [];
  leader: SimulatedMember | null = null;
  leaderSinceMs = 0;
  term = 1n;
  commitIndex = 10;
  revision = 1;
  /** Highest index of a v2 request in the log: of a 3.5 (or older) start, and of a v2 read. */
  lastV2Index = 0;
  lastV2ReadIndex = 0;
  /** Index → revision of the log's writes, ascending. */
  readonly writes: { readonly index: number; readonly revision: number; readonly value: string }[] = [];
  /** Values that a client was told are written. */
  readonly acknowledged: string[] = [];
  readonly #flips: { readonly index: number; readonly line: string }[] = [];
  /** By pid: when the process ended, wall time, and whether a transaction ended it. */
  readonly ended = new Map<number, { readonly atMs: number; readonly byTransaction: boolean }>();
  #previousLeader: SimulatedMember | null = null;
  #election: (() => void) | null = null;
  #nextPid = 1000;
  #nextValue = 1;

  constructor(options: WorldOptions) {
    this.options = options;
    this.clock = options.clock;
    this.random = options.random.fork('world');
    this.settings = options.settings;
    this.clusterLine = lineOf(options.release);
    this.storageLine = this.clusterLine;
    this.members = options.names.map((name, index) =>
      newMember({
        name,
        index,
        release: options.release,
        pid: this.#nextPid++,
        appliedIndex: this.commitIndex,
        atMs: this.clock.wallMs() - 1,
      }),
    );
    if (isOld(options.release)) this.lastV2Index = this.commitIndex;
    if (options.v2Requests) this.lastV2ReadIndex = this.commitIndex;
    this.leader = this.members[this.random.int(this.members.length)] ?? null;
    this.#every(monitorPeriodMs, () => this.#monitor(), this.random.next() * monitorPeriodMs);
    if (options.writeEveryMs) this.#every(options.writeEveryMs, () => this.#clientWrite());
    if (options.compactEveryMs) this.#every(options.compactEveryMs, () => this.#compact());
  }

  find(member: MemberAddress): SimulatedMember {
    const found = this.members.find((m) => m.member.name === member.name);
    if (!found) throw new RangeError(`no simulated member ${member.name}`);
    return found;
  }

  get quorum(): number {
    return Math.floor((this.members.length + this.foreign.filter(({ isLearner }) => !isLearner).length) / 2) + 1;
  }

  isReady(member: SimulatedMember): boolean {
    return member.process?.state === 'ready';
  }

  /** Lets the member see what is committed, unless it lags; takes the snapshots that have become due. */
  settle(member: SimulatedMember): void {
    if (!this.isReady(member) || !this.leader || this.clock.nowMs < member.lagsUntilMs) return;
    member.logIndex = this.commitIndex;
    member.applied = this.commitIndex;
    const newest = Number(member.snapshots.at(-1)?.index ?? 0n);
    const settings = settingsOf(this.settings, member.member.name);
    const count = snapshotCountOf(member.process?.deployment ?? member.deployed, settings);
    if (member.applied - newest > count) this.#takeSnapshot(member, member.applied);
  }

  leaderAsSeenBy(member: SimulatedMember): SimulatedMember | null {
    if (!this.leader || member === this.leader) return this.leader;
    return this.clock.nowMs - this.leaderSinceMs >= member.hearsAfterMs ? this.leader : this.#previousLeader;
  }

  /** The cluster version as a member has it that has applied so much: one that lags still reports the old one. */
  clusterLineAt(index: number): string {
    return this.#flips.findLast((flip) => flip.index <= index)?.line ?? lineOf(this.options.release);
  }

  revisionAt(index: number): number {
    for (let at = this.writes.length - 1; at >= 0; at--) {
      const write = this.writes[at];
      if (write && write.index <= index) return write.revision;
    }
    return 1;
  }

  /** Commits `entries` raft entries through a majority; false when there is none. */
  commit(entries: number): boolean {
    const ready = this.members.filter((m) => this.isReady(m));
    if (!this.leader || ready.length < this.quorum) return false;
    for (const member of ready) this.settle(member);
    this.commitIndex += entries;
    const prompt = ready.filter((m) => this.clock.nowMs >= m.lagsUntilMs);
    const late = ready.filter((m) => this.clock.nowMs < m.lagsUntilMs);
    for (const member of [...prompt, ...late.slice(0, Math.max(0, this.quorum - prompt.length))]) {
      member.logIndex = this.commitIndex;
    }
    for (const member of prompt) this.settle(member);
    return true;
  }

  /** A write of one key; its revision, or null when there is no quorum. */
  write(value: string): number | null {
    if (!this.commit(1)) return null;
    this.revision += 1;
    this.writes.push({ index: this.commitIndex, revision: this.revision, value });
    for (const member of this.members) this.settle(member);
    return this.revision;
  }

  /** Acknowledged writes that the cluster does not hold any more. */
  lostWrites(): readonly string[] {
    const held = new Set(this.writes.map(({ value }) => value));
    return this.acknowledged.filter((value) => !held.has(value));
  }

  /** Ends the process, by whatever cause. */
  end(member: SimulatedMember, exit: { code: number | null; signal: string | null }, byTransaction = false): void {
    if (!member.process) return;
    this.ended.set(member.process.pid, { atMs: this.clock.wallMs(), byTransaction });
    member.process = null;
    member.lastExit = exit;
    member.downSinceMs = this.clock.nowMs;
    if (this.leader === member) this.#loseLeader();
    else if (this.#readyCount() < this.quorum) this.#loseLeader();
  }

  /** The process lives and answers nobody. */
  hang(member: SimulatedMember): void {
    if (!member.process) return;
    member.process.state = 'hung';
    member.downSinceMs = this.clock.nowMs;
    if (this.leader === member || this.#readyCount() < this.quorum) this.#loseLeader();
  }

  wake(member: SimulatedMember): void {
    if (member.process?.state === 'hung') this.#becomeReady(member, member.process);
  }

  /**
   * Starts a process, `foreign` by another hand. Resolves with how the release refused to start, or with null when it serves or `graceMs` have
   * passed while it lives.
   */
  async start(
    member: SimulatedMember,
    deployment: Deployment,
    graceMs: number,
    foreign: ForeignStart | null = null,
  ): Promise<Refusal | null> {
    const process: SimulatedProcess = { deployment, pid: this.#nextPid++, state: 'starting', foreign };
    member.process = process;
    member.deployed = deployment;
    member.log.push({
      atMs: this.clock.wallMs(),
      line: `{"level":"info","msg":"starting etcd ${deployment.release}"}`,
    });
    const index = member.startFaults.findIndex((f) => f.release === undefined || f.release === deployment.release);
    const [fault] = index < 0 ? [] : member.startFaults.splice(index, 1);
    const refusal = fault?.kind === 'exits' ? fault : refusalOf(this, member, deployment);
    if (refusal) {
      await this.clock.sleep(100 + this.random.int(400));
      for (const line of refusal.lines) member.log.push({ atMs: this.clock.wallMs(), line });
      if (member.process === process) this.end(member, { code: refusal.code, signal: null });
      return refusal;
    }
    if (fault?.kind === 'hangs') {
      process.state = 'hung';
      await this.clock.sleep(graceMs);
      return null;
    }
    const startMs = fault?.kind === 'slow' ? fault.startMs : 150 + this.random.int(1_100);
    this.clock.after(startMs, () => {
      if (member.process !== process || process.state !== 'starting') return;
      this.#becomeReady(member, process);
      if (fault?.kind === 'crashes-later') {
        this.clock.after(fault.afterMs, () => {
          if (member.process !== process) return;
          member.log.push({ atMs: this.clock.wallMs(), line: 'panic: simulated crash after the start' });
          this.end(member, { code: 2, signal: null });
        });
      }
    });
    await this.clock.sleep(Math.min(startMs, graceMs));
    return null;
  }

  /** Leadership changes hands, on its own or because it was asked to; false when the receiver is not fit. */
  lead(receiver: SimulatedMember): boolean {
    this.settle(receiver);
    if (!this.isReady(receiver) || receiver.logIndex < this.commitIndex || this.#readyCount() < this.quorum)
      return false;
    if (this.leader === receiver) return true;
    this.#install(receiver);
    return true;
  }

  /** After the quorum has become a smaller one: those that are ready may be enough by now. */
  reconsider(): void {
    if (!this.leader) this.#loseLeader();
  }

  #install(leader: SimulatedMember): void {
    this.#previousLeader = this.leader;
    this.leader = leader;
    this.leaderSinceMs = this.clock.nowMs;
    this.term += 1n;
    for (const member of this.members) member.hearsAfterMs = this.random.int(250);
  }

  #loseLeader(): void {
    this.#previousLeader = null;
    this.leader = null;
    this.leaderSinceMs = this.clock.nowMs;
    this.#election?.();
    this.#election = this.clock.after(200 + this.random.int(1_500), () => this.#elect());
  }

  #elect(): void {
    this.#election = null;
    if (this.leader) return;
    const ready = this.members.filter((m) => this.isReady(m));
    if (ready.length < this.quorum) return; // the next member that becomes ready calls again
    const best = Math.max(...ready.map((m) => m.logIndex));
    const candidates = ready.filter((m) => m.logIndex === best);
    // A majority without what was committed would mean that data were taken away from members: then it is lost.
    if (best < this.commitIndex) {
      this.commitIndex = best;
      while ((this.writes.at(-1)?.index ?? 0) > best) this.writes.pop();
      this.revision = this.revisionAt(best);
    }
    this.#install(this.random.pick(candidates));
    for (const member of ready) this.settle(member);
    this.#publish();
  }

  #becomeReady(member: SimulatedMember, process: SimulatedProcess): void {
    process.state = 'ready';
    member.log.push({ atMs: this.clock.wallMs(), line: '{"level":"info","msg":"ready to serve client requests"}' });
    member.readySinceMs = this.clock.nowMs;
    member.downSinceMs = Number.POSITIVE_INFINITY;
    member.applied = Math.min(member.applied, member.logIndex);
    member.lagsUntilMs = this.clock.nowMs + this.random.int(800);
    if (!this.leader) this.#loseLeader();
    this.#publish();
  }

  /** Every start of a 3.5 (or older) member writes its attributes as a v2 request into the log. */
  #publish(): void {
    for (const member of this.members) {
      const { process } = member;
      if (process?.state !== 'ready' || !isOld(process.deployment.release) || this.#published.has(process.pid))
        continue;
      if (!this.commit(1)) continue;
      this.#published.add(process.pid);
      this.lastV2Index = this.commitIndex;
    }
  }
  readonly #published = new Set<number>();

  #monitor(): void {
    if (!this.leader || this.members.some((m) => !this.isReady(m))) return;
    this.storageLine = this.clusterLine;
    const lines = this.members.map((m) => lineOf(m.process?.deployment.release ?? '0.0')).sort(compareLines);
    const [lowest] = lines;
    if (lowest !== undefined && compareLines(lowest, this.clusterLine) > 0 && this.commit(1)) {
      this.clusterLine = lowest;
      this.#flips.push({ index: this.commitIndex, line: lowest });
      this.clock.after(this.random.int(500), () => {
        this.storageLine = this.clusterLine;
      });
    }
  }

  #takeSnapshot(member: SimulatedMember, index: number): void {
    const file = { term: this.term, index: BigInt(index) };
    const save = (): void => {
      if (Number(member.snapshots.at(-1)?.index ?? 0n) >= index) return;
      member.snapshots.push(file);
      if (member.snapshots.length > 5) member.snapshots.shift();
    };
    const delayMs = this.options.snapshotDelayMs ?? 0;
    if (delayMs === 0) save();
    else this.clock.after(delayMs, save);
  }

  #clientWrite(): void {
    const value = `v${this.#nextValue++}`;
    if (this.write(value) !== null) this.acknowledged.push(value);
  }

  #compact(): void {
    if (!this.commit(1)) return;
    const at = this.revision - this.random.int(3);
    for (const member of this.members) {
      // Each member compacts when it applies the entry; not all at the same instant.
      this.clock.after(this.random.int(200), () => {
        if (this.isReady(member)) member.compactRevision = Math.max(member.compactRevision, at);
      });
    }
  }

  #readyCount(): number {
    return this.members.filter((m) => this.isReady(m)).length;
  }

  #every(periodMs: number, work: () => void, firstMs = periodMs): void {
    this.clock.after(firstMs, () => {
      work();
      this.#every(periodMs, work);
    });
  }
}

export const startGraceMs = switchOnInterval * 10;

function isOld(release: string): boolean {
  return compareLines(lineOf(release), '3.5') <= 0;
}
