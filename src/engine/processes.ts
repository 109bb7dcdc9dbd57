// Owns which process each member has by our own acts, and what it means when it has another one.
// Must not watch (sentinel.ts) nor undo anything (bringing-back.ts).
import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import type { Deployment } from '../plan/steps.ts';
import { inOneLine, isInterruption } from './bounded.ts';
import { lookAtHost } from './host.ts';
import type { JournalRecord } from './journal.ts';
import type { HostFacts, Member, ProcessEnd } from './ports.ts';
import type { Run } from './run-state.ts';
import { stop } from './stop.ts';
import { isFound, seenRunning } from './survey.ts';

export interface KnownProcess {
  readonly identity: string;
  readonly deployment: Deployment;
  /** Wall time of the record. */
  readonly sinceWallMs: number;
}

/** A change that none of our acts made. */
export interface UnaskedChange {
  readonly member: Member;
  readonly known: KnownProcess;
  /**
   * `restarted`: what one of our acts or its service has started runs there, in another process. `replaced`: a process
   * runs there that none of them has started.
   */
  readonly kind: 'ended' | 'restarted' | 'replaced';
  /** What was started again; null where nothing of ours was. */
  readonly now: Deployment | null;
  /** Null where that cannot be seen. */
  readonly end: ProcessEnd | null;
}

/**
 * The process that the member had last by one of our acts, or when the run began. Undefined while one of our acts on it
 * is under way, or has an end that nobody saw.
 */
export function knownProcess(member: string, records: readonly JournalRecord[]): KnownProcess | undefined {
  const last = actsOn(member, records).at(-1);
  return last?.type === 'process-known' ? knownBy(last) : undefined;
}

function knownBy({
  identity,
  deployment,
  at,
}: Extract<JournalRecord, { readonly type: 'process-known' }>): KnownProcess {
  return { identity, deployment, sinceWallMs: Date.parse(at) };
}

type Act = Extract<JournalRecord, { readonly type: 'process-known' | 'switch-intended' }>;

/** In order, without those that the host refused: they changed nothing. */
function actsOn(member: string, records: readonly JournalRecord[]): readonly Act[] {
  const acts: Act[] = [];
  for (const record of records) {
    if (!('member' in record) || record.member !== member) continue;
    if (record.type === 'process-known' || record.type === 'switch-intended') acts.push(record);
    if (record.type === 'switch-ended' && record.outcome === 'refused') acts.pop();
  }
  return acts;
}

/** Whether the last act on the member began to stop what runs there, and nobody saw the end of that. */
export function isBeingStopped({ name }: Member, records: readonly JournalRecord[]): boolean {
  const last = actsOn(name, records).at(-1);
  return last?.type === 'switch-intended' && last.from !== null && !hasEnded(last, records);
}

/**
 * What may be started on a member that has no process, where our own last act was to replace it or to start one: what
 * that act has started, where it was seen to; otherwise what ran before, and then what it was to start.
 */
export function startable({ name }: Member, records: readonly JournalRecord[]): readonly Deployment[] {
  const acts = actsOn(name, records);
  const last = acts.at(-1);
  if (last?.type !== 'switch-intended') return [];
  const end = records.slice(last.seq).find((r) => r.type === 'switch-ended' && r.member === name);
  if (end?.type === 'switch-ended' && end.outcome === 'running') return [last.to];
  const before = acts.findLast((act) => act.type === 'process-known');
  return before?.type === 'process-known' ? [before.deployment, last.to] : [last.to];
}

function hasEnded({ seq, member }: Act, records: readonly JournalRecord[]): boolean {
  return records.slice(seq).some((r) => r.type === 'switch-ended' && r.member === member && r.outcome !== 'unknown');
}

/** Null where the member still has the process that is known, and where that cannot be seen. */
export function changeOf(member: Member, known: KnownProcess, host: HostFacts): UnaskedChange | null {
  // An act that is under way on the host is one of an earlier process of ours: its end is awaited elsewhere.
  if (host.changing === true || host.running === null) return null;
  const end = host.lastExit === 'none' ? null : host.lastExit;
  if (host.running === 'nothing') return { member, known, kind: 'ended', end, now: null };
  if (isFound(host.running)) return { member, known, kind: 'replaced', end, now: null };
  if (host.process === null || host.process.identity === known.identity) return null;
  return { member, known, kind: 'restarted', end, now: host.running };
}

/** What has changed since the process was known; null also where nothing is known, or the host could not be looked at. */
export function changeSince(
  records: readonly JournalRecord[],
  member: Member,
  host: HostFacts | null,
): UnaskedChange | null {
  const known = knownProcess(member.name, records);
  return known === undefined || host === null ? null : changeOf(member, known, host);
}

/** The error that ends a step because of it. */
export function unasked(change: UnaskedChange): EtcdMigrateError {
  return new EtcdMigrateError('member-ended', `${change.member.name} has changed without being asked to.`, {
    details: { unasked: true, change },
  });
}

/** Journals the process that the member has now. Where it cannot be seen nothing is known, and nothing compared. */
export async function rememberProcess(
  run: Pick<Run, 'options' | 'bounds' | 'journal'>,
  member: Member,
  step: string | null,
): Promise<void> {
  let host: HostFacts;
  try {
    host = await lookAtHost(run.options.driver, run.bounds, member);
  } catch (error) {
    if (isInterruption(error)) throw error;
    run.options.log.warn(`The process of ${member.name} could not be looked at`, { error: inOneLine(error) });
    return;
  }
  const deployment = seenRunning({ host });
  if (host.process === null || deployment === undefined) return;
  const { identity } = host.process;
  await run.journal.append({ type: 'process-known', step, member: member.name, identity, deployment });
}

/** Signals by which a process ends over its own fault. */
const ownFaults: ReadonlySet<string> = new Set([
  'SIGSEGV',
  'SIGABRT',
  'SIGBUS',
  'SIGILL',
  'SIGFPE',
  'SIGSYS',
  'SIGTRAP',
]);

/** Whether a line is one of those in which etcd, or Go, says that it gives up. */
export function isLastWord(line: string): boolean {
  return /^panic: |^fatal error: |"level":"(fatal|panic|dpanic)"|^\[signal SIG/.test(line);
}

/**
 * The code of an end that nobody asked for. By its own exit code, signal or words: its own doing. By a signal that
 * others send: theirs. Where nobody saw it: neither. The host's own trouble is the host's.
 */
export function codeOfEnd(end: ProcessEnd | null, lines: readonly string[]): FailureCode {
  if (end?.hostTrouble !== undefined) return end.hostTrouble;
  if (lines.some(isLastWord)) return 'member-crashed';
  if (end === null || (end.code === null && end.signal === null)) return 'member-ended';
  if (end.signal !== null) return ownFaults.has(end.signal) ? 'member-crashed' : 'member-killed';
  // etcd ends with 0 where it was asked to, by whatever.
  return end.code === 0 ? 'member-killed' : 'member-crashed';
}

/** The hold where somebody else has started what runs there. `why`: what of it matters, without a full stop. */
export function notOurs({ name }: Member, why: string): EtcdMigrateError {
  return stop('member-not-ours', `On ${name} runs what this run has not started: ${why}.`, { hold: true });
}

export function isNotOurs(error: unknown): error is EtcdMigrateError {
  return error instanceof EtcdMigrateError && error.code === 'member-not-ours';
}

export function endInWords(end: ProcessEnd | null): string {
  if (end === null || (end.code === null && end.signal === null)) return 'how was not seen';
  return end.signal === null ? `with exit code ${end.code}` : `by ${end.signal}`;
}
