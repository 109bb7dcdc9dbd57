// Owns the layout of the output directory.
// Must not know what is in the files.
import { join } from 'node:path';

/**
 * The file keeps what `verify-backup` proved, run after run. It belongs to no single run, so that one from elsewhere
 * may be put there first.
 */
export const proofHistoryName = 'proofs.json';

export interface RunDirectory {
  readonly path: string;
  /** The file that says that the directory is ours. */
  readonly marker: string;
  readonly reportJson: string;
  readonly reportMarkdown: string;
  readonly reportHtml: string;
  readonly junit: string;
  readonly record: string;
  readonly history: string;
  readonly journal: string;
  readonly checks: string;
  readonly attestations: string;
  readonly logs: string;
  readonly runs: string;
  readonly lock: string;
  /** Room for a few words about a run's end on a disk that is full by then. */
  readonly lastWord: string;
}

export function runDirectory(path: string): RunDirectory {
  return {
    path,
    // The marker is not called `.etcd-migrate`: that is the default output directory itself, which `--output .` would
    // find beside it.
    marker: join(path, '.etcd-migrate-output'),
    reportJson: join(path, 'report.json'),
    reportMarkdown: join(path, 'report.md'),
    reportHtml: join(path, 'report.html'),
    junit: join(path, 'junit.xml'),
    record: join(path, 'rehearsal.json'),
    history: join(path, 'history.jsonl'),
    journal: join(path, 'journal.jsonl'),
    checks: join(path, 'checks.jsonl'),
    attestations: join(path, 'attestations'),
    logs: join(path, 'logs'),
    runs: join(path, 'runs'),
    lock: join(path, 'run.lock'),
    lastWord: join(path, 'run.end'),
  };
}
