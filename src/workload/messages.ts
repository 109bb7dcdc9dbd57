// Owns what the tool and the process of its clients say to each other, and how an error crosses over.
// Must not know how messages travel.
import type { Credentials } from '../engine/ports.ts';
import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import type { Endpoint } from '../etcd/application-client.ts';
import type { WorkloadSettings } from '../manifest/resolve.ts';
import type { LogFields } from '../platform/ports.ts';
import type { Unread } from './read-back.ts';
import type { WorkloadTotals } from './workload.ts';

export interface StartRequest {
  readonly what: 'start';
  readonly endpoints: readonly Endpoint[];
  readonly credentials: Credentials;
  readonly settings: WorkloadSettings;
  readonly seed: number;
  /** Of the history that the tool writes. */
  readonly segment: number;
  readonly streams: boolean;
  readonly compactEveryMs?: number;
}

export type Request =
  | StartRequest
  | { readonly what: 'totals' | 'pause-streams' | 'resume-streams' | 'stop' }
  | { readonly what: 'read-back'; readonly members: readonly Endpoint[] };

/** What a request comes to, where it has an answer. */
export interface Result {
  readonly totals?: WorkloadTotals;
  readonly unread?: readonly Unread[];
}

export type ToClients =
  | { readonly kind: 'request'; readonly number: number; readonly request: Request }
  /** The records that were sent last are written, or wait where there is room for more. */
  | { readonly kind: 'taken' };

export type FromClients =
  /** Whole lines; the next are sent once these are taken. */
  | { readonly kind: 'records'; readonly lines: string }
  | {
      readonly kind: 'log';
      readonly level: 'debug' | 'info' | 'warn' | 'error';
      readonly message: string;
      readonly fields: LogFields;
    }
  | { readonly kind: 'done'; readonly number: number; readonly result: Result }
  | { readonly kind: 'failed'; readonly number: number; readonly failure: ToldFailure };

/** An error as it crosses over. */
export interface ToldFailure {
  readonly message: string;
  /** Absent: it is no failure that we know. */
  readonly known?: {
    readonly code: FailureCode;
    readonly hint: string;
    readonly details: Readonly<Record<string, unknown>>;
  };
}

export function toldFailure(error: unknown): ToldFailure {
  if (!(error instanceof EtcdMigrateError)) return { message: String(error instanceof Error ? error.stack : error) };
  const { message, code, hint, details } = error;
  return { message, known: { code, hint, details } };
}

export function failureTold({ message, known }: ToldFailure): Error {
  if (known === undefined) return new Error(message);
  return new EtcdMigrateError(known.code, message, { hint: known.hint, details: known.details });
}
