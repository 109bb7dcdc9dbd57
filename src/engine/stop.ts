// Owns how a step says that the run ends here: failed (the cluster is settled) or held (nobody may go on by himself).
// Must not know what stopped it.

import { EtcdMigrateError, type FailureCode } from '../errors.ts';
import { present } from '../present.ts';

/**
 * These codes never lead to an automatic roll-back: nobody knows which side is right, or whether quorum would survive.
 */
const heldCodes: ReadonlySet<FailureCode> = new Set([
  'hash-mismatch',
  'downgrade-in-progress',
  'member-lost',
  'side-unknown',
]);

export interface StopDetails {
  /** Whether the run is held although the code alone would not say so. */
  readonly hold?: boolean;
  readonly evidence?: readonly string[];
  /** The gate that did not open. */
  readonly gate?: string;
  readonly cause?: unknown;
}

/** An error that ends the run at this step. */
export function stop(code: FailureCode, message: string, details: StopDetails = {}): EtcdMigrateError {
  return new EtcdMigrateError(code, message, {
    ...present({ cause: details.cause }),
    details: {
      hold: details.hold ?? heldCodes.has(code),
      evidence: details.evidence ?? [],
      ...present({ gate: details.gate }),
    },
  });
}

/** Whether the cluster has to be left exactly as it is. */
export function isHold(error: unknown): boolean {
  if (!(error instanceof EtcdMigrateError)) return false;
  const { hold } = error.details;
  return hold === true || heldCodes.has(error.code);
}

export function evidenceOf(error: unknown): readonly string[] {
  if (!(error instanceof EtcdMigrateError)) return [];
  const { evidence } = error.details;
  return Array.isArray(evidence) ? evidence.filter((line): line is string => typeof line === 'string') : [];
}
