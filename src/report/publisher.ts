// Owns the port through which the program tells the outside world how a run goes.
// Must not know who listens: GitHub, a terminal, several of them or nobody.
import type { JudgedReport } from './model.ts';

export interface RunAnnouncement {
  /** "Rehearsing etcd 3.5.33 → 3.7.1 (prod-eu1)" */
  readonly title: string;
  /** The digest is absent where nothing is planned. */
  readonly planDigest?: string;
  /** The manifest's `name`, which tells runs for several clusters on one commit apart. */
  readonly cluster?: string;
  /** What will be done, line by line: the printed plan (plan/tree.ts), or the backups. */
  readonly tree: string;
}

export interface HopProgress {
  /** "3.5.33 → 3.6.14" */
  readonly hop: string;
  /** Steps of the whole plan that are behind us, and all of them. */
  readonly done: number;
  readonly of: number;
  readonly elapsedMs: number;
}

/**
 * Publishing never changes a verdict: no method rejects. `started` and `hopFinished` return at once and must not hold
 * up the engine; `finished` waits for what is still to be sent, and no longer than the publisher's own time limit.
 */
export interface Publisher {
  started(run: RunAnnouncement): Promise<void>;
  hopFinished(progress: HopProgress): Promise<void>;
  finished(report: JudgedReport): Promise<void>;
}
