// Owns the judgement over what was done to a simulated cluster: which safety invariant was broken, when and how.
// Must not prevent anything: it writes down what it saw.
import { compareLines, lineOf } from '../../../src/catalog/version.ts';
import type { JournalRecord } from '../../../src/engine/journal.ts';
import type { MemberAddress } from '../../../src/engine/ports.ts';
import type { Deployment, Hop, Plan } from '../../../src/plan/steps.ts';
import { executableSteps } from '../../../src/plan/weave.ts';
import type { SimulatedMember } from './member.ts';
import type { World } from './world.ts';

/** Knowledge older than this is no excuse for stopping a second member. */
const knowledgeMs = 10_000;
/** A new leader is known to all members within this. */
const hearsayMs = 300;

interface Look {
  readonly atMs: number;
  readonly wasUp: boolean;
}

interface Change {
  readonly member: string;
  readonly to: Deployment;
  /** Number of the journal's last record at that time. */
  readonly seq: number;
}

export class Monitor {
  readonly violations: string[] = [];
  readonly #world: World;
  readonly #journal: () => readonly JournalRecord[];
  readonly #looks = new Map<string, Look[]>();
  readonly #busy = new Set<string>();
  #voters = 0;
  readonly #lines = new Set<string>();
  /** Of the upgrade and of roll-backs; a leg leaves the cluster as it found it. */
  readonly #changes: Change[] = [];
  /** By member: releases that were to run there at some time. */
  readonly #ran = new Map<string, Set<string>>();

  constructor(world: World, journal: () => readonly JournalRecord[]) {
    this.#world = world;
    this.#journal = journal;
  }

  /** The engine was told by a member that the cluster has so many voters. */
  listed(voters: number): void {
    this.#voters = voters;
  }

  /** The engine was told by a member which version the cluster has. */
  reported(clusterVersion: string): void {
    this.#lines.add(lineOf(clusterVersion));
  }

  /**
   * Processes that the engine knew, that ended by none of its acts, and that it never told of, although it has finished a
   * step that it began after that.
   */
  untold(): readonly string[] {
    const records = this.#journal();
    const starts = records.flatMap((r) => (r.type === 'step-started' ? [{ seq: r.seq, atMs: Date.parse(r.at) }] : []));
    const lastWhole = starts.findLast(({ seq }) => records.some((r) => r.type === 'step-finished' && r.seq > seq));
    return records.flatMap((known): readonly string[] => {
      if (known.type !== 'process-known') return [];
      const endedMs = this.#world.ended.get(Number(known.identity.split(' ')[1]))?.atMs;
      const later = records.slice(known.seq).filter((r) => 'member' in r && r.member === known.member);
      const next = later.find((r) => r.type === 'switch-intended' || r.type === 'process-known');
      // Up to our next act, or to where we have certainly looked again.
      const untilMs = next === undefined ? (lastWhole?.atMs ?? 0) : Date.parse(next.at);
      if (endedMs === undefined || endedMs >= untilMs) return [];
      const isTold = later.some((r) => r.type === 'process-changed');
      return isTold ? [] : [`${known.member} ended by itself as ${known.identity}, and nobody was told`];
    });
  }

  /** The engine asked a member for its status, at this moment, and got this. */
  looked(member: MemberAddress, wasUp: boolean): void {
    const looks = this.#looks.get(member.name) ?? [];
    this.#looks.set(member.name, [...looks.slice(-99), { atMs: this.#world.clock.nowMs, wasUp }]);
  }

  /** A member is about to be stopped, started or killed, until `done`. */
  changing(member: MemberAddress, to: Deployment | null, done: Promise<unknown>): void {
    const target = this.#world.find(member);
    this.#expectJournaled(member, to);
    const others = [...this.#busy].filter((name) => name !== member.name);
    if (others.length > 0) this.#violate(`${member.name} was touched while ${others.join(', ')} was being changed`);
    if (this.#world.isReady(target) && this.#world.members.length > 2) {
      this.#expectOthersUp(target);
      this.#expectListedQuorum(target);
      if (to !== null) this.#expectNotLeading(target);
    }
    if (to !== null) {
      this.#expectNoOldAfterFlip(target, to);
      this.#expectNoLeap(target, to);
      this.#expectHeld(target, to);
      this.#remember(member, to);
    }
    this.#busy.add(member.name);
    const free = (): void => {
      this.#busy.delete(member.name);
    };
    done.then(free, free);
  }

  /** Anything else that changes the cluster: a step must have been journaled and not be over. */
  mutating(what: string): void {
    const last = this.#journal().findLast((record) => 'step' in record);
    if (!last || last.type === 'step-finished' || last.type === 'step-failed') {
      this.#violate(`${what} without a journaled step under way`);
    }
  }

  #expectJournaled(member: MemberAddress, to: Deployment | null): void {
    const last = this.#journal().findLast((r) => 'member' in r && r.member === member.name);
    const isIntended = last?.type === 'switch-intended' && (to === null || last.to.release === to.release);
    if (!isIntended) this.#violate(`${member.name} was touched without a journaled intent`);
  }

  /** A release that a member never ran comes to it by the upgrade alone, not as the way back of anything else. */
  #expectNoLeap(target: SimulatedMember, to: Deployment): void {
    const { name } = target.member;
    const ran = this.#ran.get(name) ?? new Set();
    this.#ran.set(name, ran.add(target.deployed.release));
    const id = this.#intentOf(name);
    const plan = this.#plan();
    if (plan === undefined || ran.has(to.release)) return;
    const planned = executableSteps(plan).find((each) => each.planned.id === id)?.planned.step;
    // A roll-back's own steps are in no plan.
    const goesForward = planned !== undefined && !(planned.kind === 'switch-member' && planned.purpose === 'prepare');
    if (!goesForward) this.#violate(`${name} was put on ${to.release}, which it never ran, by step ${id}`);
  }

  /** Invariant: the last old member of a minor hop is replaced only after a hold that nothing was changed since. */
  #expectHeld(target: SimulatedMember, to: Deployment): void {
    const hop = this.#plan()?.upgrade.hops.find((each) => each.kind === 'minor' && each.to === to.release);
    const hold = hop?.steps.find(({ step }) => step.kind === 'hold');
    // One that is down cannot be held for. An earlier switch of it that came to nothing is the same switch.
    if (!hop || !hold || target.process === null || !this.#isLastOld(target, hop)) return;
    const changed = this.#changes.findLast(
      (each) => each.member !== target.member.name || each.to.release !== to.release,
    );
    const held = this.#journal().findLast((record) => record.type === 'step-finished' && record.step === hold.id);
    if (held === undefined || held.seq <= (changed?.seq ?? 0)) {
      this.#violate(`${target.member.name}, the last old member, was replaced without a hold after the last change`);
    }
  }

  #isLastOld(target: SimulatedMember, hop: Hop): boolean {
    const isNew = ({ process, deployed }: SimulatedMember): boolean =>
      compareLines(lineOf((process?.deployment ?? deployed).release), lineOf(hop.to)) >= 0;
    return this.#world.members.every((member) => isNew(member) !== (member === target));
  }

  #remember(member: MemberAddress, to: Deployment): void {
    const step = this.#intentOf(member.name);
    if (this.#plan()?.legs.some((leg) => leg.steps.some(({ id }) => id === step))) return;
    this.#changes.push({ member: member.name, to, seq: this.#journal().length });
  }

  /** The step that was to change the member last. */
  #intentOf(member: string): string {
    return this.#lastIntent(member)?.step ?? '';
  }

  /** When its last change was journaled, by the world's clock; now, where it was not. */
  #decidedAt(member: string): number {
    const { clock } = this.#world;
    const intent = this.#lastIntent(member);
    return intent === undefined ? clock.nowMs : clock.nowMs - (clock.wallMs() - Date.parse(intent.at));
  }

  #lastIntent(member: string): Extract<JournalRecord, { readonly type: 'switch-intended' }> | undefined {
    return this.#journal().findLast(
      (r): r is Extract<JournalRecord, { readonly type: 'switch-intended' }> =>
        r.type === 'switch-intended' && r.member === member,
    );
  }

  #plan(): Plan | undefined {
    const [first] = this.#journal();
    return first?.type === 'run-started' ? first.plan : undefined;
  }

  #expectOthersUp(target: SimulatedMember): void {
    // The call may have come late, which whoever decided could not know.
    const decidedMs = this.#decidedAt(target.member.name);
    for (const other of this.#world.members) {
      if (other === target || this.#world.isReady(other)) continue;
      const look = this.#lookBy(decidedMs, other);
      const knew = look !== undefined && (!look.wasUp || other.downSinceMs < look.atMs);
      if (knew || decidedMs - other.downSinceMs > knowledgeMs) {
        this.#violate(`${target.member.name} was stopped while ${other.member.name} was known to be down`);
      }
    }
  }

  /** The last look at a member that whoever decided then could know. */
  #lookBy(decidedMs: number, { member }: SimulatedMember): Look | undefined {
    return this.#looks.get(member.name)?.findLast(({ atMs }) => atMs <= decidedMs);
  }

  /** Of the voters that the engine was told of, three and more, the stop leaves a quorum of those that it saw up. */
  #expectListedQuorum(target: SimulatedMember): void {
    if (this.#voters < 3) return;
    const decidedMs = this.#decidedAt(target.member.name);
    const up = this.#world.members.filter((m) => m !== target && this.#lookBy(decidedMs, m)?.wasUp);
    if (up.length >= Math.floor(this.#voters / 2) + 1) return;
    this.#violate(`${target.member.name} was stopped, which leaves ${up.length} of ${this.#voters} listed voters`);
  }

  /** Once a member has said that the cluster has the new version, the old release is not started any more. */
  #expectNoOldAfterFlip(target: SimulatedMember, to: Deployment): void {
    const newer = [...this.#lines].find((line) => compareLines(line, lineOf(to.release)) > 0);
    if (newer === undefined) return;
    this.#violate(`${target.member.name} was put on ${to.release} after a member had said cluster version ${newer}`);
  }

  #expectNotLeading(target: SimulatedMember): void {
    if (this.#world.leader !== target) return;
    // The call may have come late, which whoever decided could not know.
    const decidedMs = this.#decidedAt(target.member.name);
    const looks = this.#world.members.map((member) => this.#lookBy(decidedMs, member)).filter((l) => l?.wasUp);
    const couldKnow = looks.filter((l) => l !== undefined && l.atMs > this.#world.leaderSinceMs + hearsayMs);
    if (couldKnow.length >= this.#world.quorum)
      this.#violate(`the leader ${target.member.name} was stopped without moving leadership`);
  }

  #violate(text: string): void {
    this.violations.push(`${Math.round(this.#world.clock.nowMs)} ms: ${text}`);
  }
}
