// Owns the numbered transactions of a member on its host: what one says, making one, finding them.
// Must not carry one out (host-script.ts) nor wait for it (switching.ts).
import { join } from 'node:path';
import { z } from 'zod';
import { EtcdMigrateError } from '../../errors.ts';
import { identityLine, processIdentity } from '../../platform/process-identity.ts';
import type { HostFiles } from './ports.ts';

/** Where the protocol keeps what it knows of one member, on that member's host. */
export interface MemberPlaces {
  readonly directory: string;
  readonly transactions: string;
  readonly claims: string;
  /** What the member's process prints. */
  readonly log: string;
  /** What the host script prints, which is nothing as long as all is well. */
  readonly hostLog: string;
}

const transactionRequest = z.object({
  schemaVersion: z.literal(1),
  /** `adopt`: nothing was done, but for writing down whose process it is. */
  action: z.enum(['switch', 'kill', 'adopt']),
  deployment: z.object({ release: z.string().min(1), overrides: z.record(z.string(), z.string()) }),
  argv: z.array(z.string()).min(1),
  /** The whole environment of the script and of the new process. */
  environment: z.record(z.string(), z.string()),
  /** The process that the host must still find before it stops anything. Null: nothing runs. */
  expected: processIdentity.nullable(),
  /** Whether an earlier transaction has begun to stop it, so that it is no surprise when it has ended meanwhile. */
  mayBeGone: z.boolean(),
  /** A moment on the host's own clock: a script that has not begun by then never will. */
  notAfter: z.object({ bootId: z.string().min(1), seconds: z.number().int() }),
  /** Who made it: while that process lives, the script may still be about to start. */
  creator: processIdentity,
});
export type TransactionRequest = Readonly<z.infer<typeof transactionRequest>>;

export interface Transaction {
  readonly number: number;
  readonly directory: string;
  readonly request: TransactionRequest;
}

/** Limits that the host script and its watcher keep alike. */
export interface SwitchLimits {
  /** How long the old process may take to end. At least 20 s: 8.2 s are etcd's own with open streams. */
  readonly stopMs: number;
  /**
   * After this long alive without an answer, the new process counts as running and the gates decide. Until then its end
   * counts as a start that failed.
   */
  readonly startGraceMs: number;
}

const CONFIG_FILE = 'etcd.yaml';

/** The numbers of the member's transactions, oldest first. */
export async function transactionNumbers(files: HostFiles, places: MemberPlaces): Promise<readonly number[]> {
  const names = await files.list(places.transactions);
  return names
    .filter((name) => /^\d{4}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** The member's transactions, oldest first. Throws `journal-damaged` where one cannot be understood. */
export async function listTransactions(files: HostFiles, places: MemberPlaces): Promise<readonly Transaction[]> {
  const numbers = await transactionNumbers(files, places);
  return Promise.all(numbers.map((number) => readTransaction(files, places, number)));
}

async function readTransaction(files: HostFiles, places: MemberPlaces, number: number): Promise<Transaction> {
  const directory = directoryOf(places, number);
  const path = join(directory, 'request.json');
  const damaged = (what: string, cause?: unknown): EtcdMigrateError =>
    new EtcdMigrateError(
      'journal-damaged',
      `${path} ${what}. Nobody can say what was started there; nothing was changed.`,
      { cause },
    );
  const text = await files.read(path);
  if (text === null) throw damaged('is missing');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw damaged('is not JSON', error);
  }
  const parsed = transactionRequest.safeParse(content);
  if (parsed.success) return { number, directory, request: parsed.data };
  const [issue] = parsed.error.issues;
  throw damaged(`is no request for a transaction (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`);
}

/**
 * Makes the transaction that follows number `after`. Null when somebody else made it in the same moment: look again.
 * Throws `no-space`, `no-permission`.
 */
export async function createTransaction(
  files: HostFiles,
  places: MemberPlaces,
  after: number,
  limits: SwitchLimits,
  make: (directory: string) => { readonly request: TransactionRequest; readonly configFile?: string },
  /** Marks that it has from its beginning, by name. */
  marks: Readonly<Record<string, string>> = {},
): Promise<Transaction | null> {
  const number = after + 1;
  const directory = directoryOf(places, number);
  const { request, configFile } = make(directory);
  const placed = await files.place(directory, {
    'request.json': JSON.stringify(request),
    order: orderFor(request, limits),
    ...(configFile === undefined ? {} : { [CONFIG_FILE]: configFile }),
    ...marks,
  });
  return placed ? { number, directory, request } : null;
}

/** What the host script reads of a request, a line each: a shell has no JSON. */
function orderFor({ action, expected, mayBeGone, notAfter }: TransactionRequest, limits: SwitchLimits): string {
  return [
    action === 'kill' ? 'KILL' : 'TERM',
    Math.round(limits.stopMs),
    Math.round(limits.startGraceMs),
    `${notAfter.bootId} ${notAfter.seconds}`,
    expected === null ? 'nothing' : identityLine(expected),
    mayBeGone ? 'may-be-gone' : 'must-run',
    '',
  ].join('\n');
}

export function configFileIn(directory: string): string {
  return join(directory, CONFIG_FILE);
}

/** A transaction's name, which is its number as the host script has it. */
export function transactionName(number: number): string {
  return String(number).padStart(4, '0');
}

export function directoryOf(places: MemberPlaces, number: number): string {
  return join(places.transactions, transactionName(number));
}
