// Owns what the tool's process and its simulated hosts say to each other over the IPC channel between them.
// Must not know what any call does.
import { EtcdMigrateError, type FailureCode } from '../../../../src/errors.ts';

export interface Call {
  readonly id: number;
  /** `<port>.<method>`, e.g. "driver.switchTo". */
  readonly name: string;
  /** Without signals: whoever waits stops waiting, the hosts go on. */
  readonly args: readonly unknown[];
}

export type Answer = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly failure: { readonly code: FailureCode; readonly message: string } }
);

export function failureOf(error: unknown): { readonly code: FailureCode; readonly message: string } {
  if (error instanceof EtcdMigrateError) return { code: error.code, message: error.message };
  return { code: 'internal-error', message: `The simulated hosts have a bug: ${String(error)}` };
}

export function errorOf({ code, message }: { readonly code: FailureCode; readonly message: string }): EtcdMigrateError {
  return new EtcdMigrateError(code, message);
}
