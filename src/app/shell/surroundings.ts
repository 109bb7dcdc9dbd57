// Owns what a mode may use: what an entry hands over of its process, and what the app is put together from.
// Must not read process.* itself (entry/ does) nor know any mode.

import type { Redactor } from '../../report/redact.ts';
import type { Composition } from './composition.ts';

/** What an entry hands over. */
export interface ProcessSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  /** Writes to standard output, which is for machines alone. */
  readonly writeOut: (text: string) => void;
  /** Whether a person looks at standard output, which may then have colours. Absent: no. */
  readonly outIsTTY?: boolean;
  /** The stream for everything that people read. */
  readonly errorStream: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** Aborts with an EtcdMigrateError `interrupted` or `terminated`. */
  readonly signal: AbortSignal;
  /** Whether GitHub Actions shows the log: it then has `::group::` lines and no live line. */
  readonly insideActions: boolean;
  /** The module that Node runs for a rehearsal's clients, which have a process of their own. */
  readonly clientsProgram: string;
}

export interface Surroundings extends ProcessSurroundings, Composition {
  /** Learns every credential that is read, and takes them out of whatever leaves the process. */
  readonly redactor: Redactor;
}
