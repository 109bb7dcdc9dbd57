// Owns what an entry hands to the app: everything of the process that a mode may use.
// Must not read process.* itself (entry/ does) nor know any mode.

import type { Redactor } from '../../report/redact.ts';

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** Machine-readable output only. */
  readonly writeOut: (text: string) => void;
  /** Whether a person looks at it: then it may have colours. Absent: no. */
  readonly outIsTTY?: boolean;
  /** Everything for people. */
  readonly errorStream: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** Aborts with an EtcdMigrateError `interrupted` or `terminated`. */
  readonly signal: AbortSignal;
  /** Learns every credential that is read, and takes them out of whatever leaves the process. */
  readonly redactor: Redactor;
  /** `::group::` lines and no live line. */
  readonly insideActions: boolean;
}
