// Owns reading how far a transaction has come: the marks that its host script has made, and who holds the member.
// Must not make a mark but `failed abandoned`, which says that the script never ran and never will.
import { join } from 'node:path';
import { identityLine, type ProcessIdentity, parseIdentityLine } from '../../platform/process-identity.ts';
import { identifySelf } from '../../platform/self.ts';
import type { Host, HostFiles } from './ports.ts';
import { directoryOf, type MemberPlaces, type Transaction, transactionName } from './transactions.ts';

/**
 * Why a transaction has started nothing. The list is closed: the host script knows no other reason, but for
 * `abandoned`, which is ours.
 */
const failures = ['late', 'changed', 'superseded', 'stop', 'closing', 'start', 'abandoned'] as const;
export type Failure = (typeof failures)[number];

export interface Progress {
  /** The newest claim that a script of this transaction has made. Null: none has begun to work. */
  readonly claim: Claim | null;
  /** Seconds on the host's own clock, as all times here. */
  readonly begun: number | null;
  /** `seen`: what was found in place of what was expected; the whole mark where the reason is none of ours. */
  readonly failed: { readonly reason: Failure | 'unknown'; readonly seen: string } | null;
  readonly stopped: { readonly at: number; readonly logBytes: number } | null;
  readonly process: ProcessIdentity | null;
  readonly started: number | null;
  /** How the process ended, as the shell has it: an exit code, 128 + n for signal n. */
  readonly exit: number | null;
}

export async function readProgress(
  files: HostFiles,
  places: MemberPlaces,
  { number }: Pick<Transaction, 'number'>,
): Promise<Progress> {
  const mark = (name: string) => files.read(join(directoryOf(places, number), name));
  // Later marks are read first: what is read last is then at least as new as what was read before it.
  const exit = await mark('exit');
  const started = await mark('started');
  const process = await mark('process');
  const stopped = await mark('stopped');
  const failed = await mark('failed');
  const begun = await mark('begun');
  const claim = await newestClaim(files, places, number);
  const [stoppedAt, logBytes] = stopped?.trim().split(/\s+/) ?? [];
  return {
    claim,
    begun: begun === null ? null : Number(begun),
    failed: failed === null ? null : parseFailure(failed),
    stopped: stoppedAt === undefined ? null : { at: Number(stoppedAt), logBytes: Number(logBytes ?? 0) },
    process: process === null ? null : parseIdentityLine(process),
    started: started === null ? null : Number(started),
    exit: exit === null ? null : Number(exit),
  };
}

function parseFailure(text: string): NonNullable<Progress['failed']> {
  const [word = '', ...seen] = text.trim().split(' ');
  const reason = failures.find((each) => each === word);
  return reason === undefined ? { reason: 'unknown', seen: text.trim() } : { reason, seen: seen.join(' ') };
}

/**
 * - `not-begun`: no script has claimed the member for it, and its maker is dead; one may have been started just before.
 * - `under-way`: a live process is at it, or about to start its script.
 * - `broken-off`: its script has died in the middle, and goes on when it is run again.
 * - `ended`: a process was started, or nothing will be.
 */
export type Phase = 'not-begun' | 'under-way' | 'broken-off' | 'ended';

export async function phaseOf(host: Host, { request }: Transaction, progress: Progress): Promise<Phase> {
  if (progress.process !== null || progress.failed !== null) return 'ended';
  if (progress.claim !== null) return (await isAtWork(host, progress.claim)) ? 'under-way' : 'broken-off';
  return (await host.isAlive(request.creator)) ? 'under-way' : 'not-begun';
}

/** Whether who made this claim lives; he may have released it, and then waits for the end of what he has started. */
export async function isAtWork(host: Pick<Host, 'isAlive'>, { owner }: Claim): Promise<boolean> {
  return owner !== null && (await host.isAlive(owner));
}

/** Whether an onlooker, who cannot abandon it, must expect that something still happens by itself. */
export async function mayStillChange(host: Host, places: MemberPlaces, transaction: Transaction): Promise<boolean> {
  const phase = await phaseOf(host, transaction, await readProgress(host.files, places, transaction));
  if (phase !== 'not-begun') return phase === 'under-way';
  const { notAfter } = transaction.request;
  const now = await host.now();
  return now.bootId === notAfter.bootId && now.seconds < notAfter.seconds;
}

/**
 * Makes sure that no script of this transaction will ever do anything. False: one is at it, or another has the member.
 */
export async function abandon(host: Host, places: MemberPlaces, transaction: Transaction): Promise<boolean> {
  const { files } = host;
  const last = await newestClaim(files, places);
  if (last?.released === false && (await isAtWork(host, last))) return false;
  const path = join(places.claims, transactionName((last?.number ?? 0) + 1));
  const claim = `${transactionName(transaction.number)} ${identityLine(await identifySelf())}\n`;
  if (!(await files.create(path, claim))) return false;
  // The marks are read under the claim: a script that was quicker has made its marks by now, and a later one will see
  // ours.
  const progress = await readProgress(files, places, transaction);
  const isOpen = progress.process === null && progress.failed === null;
  if (isOpen) await files.write(join(transaction.directory, 'failed'), 'abandoned\n');
  await files.write(`${path}.released`, '');
  return isOpen;
}

export interface Claim {
  readonly number: number;
  readonly transaction: number;
  /** Null where the file does not name one. That is as good as a dead owner, and the host script takes it so too. */
  readonly owner: ProcessIdentity | null;
  readonly released: boolean;
}

/** The newest claim on the member: of the transaction with number `of`, or of any transaction without it. */
async function newestClaim(files: HostFiles, places: MemberPlaces, of?: number): Promise<Claim | null> {
  const names = await files.list(places.claims);
  for (const name of names
    .filter((each) => /^\d{4}$/.test(each))
    .sort()
    .toReversed()) {
    const text = (await files.read(join(places.claims, name))) ?? '';
    const [, transaction, line = ''] = /^(\d+) (.*)$/.exec(text.trim()) ?? [];
    if (of !== undefined && Number(transaction) !== of) continue;
    const released = names.includes(`${name}.released`);
    return { number: Number(name), transaction: Number(transaction), owner: parseIdentityLine(line), released };
  }
  return null;
}
