// Owns reading what is known of the run in an output directory: its journal, and its last word where the journal could
// not be written any more.
// Must not look at the cluster.
import { z } from 'zod';
import { type Recovery, recover } from '../../engine/recover.ts';
import { createJournalFile } from '../../platform/journal-file.ts';
import { readLastWord, writeLastWord } from '../../platform/last-word.ts';
import type { RunDirectory } from './run-directory.ts';

const lastWord = z.strictObject({ runId: z.string(), verdict: z.string(), why: z.string() });

export interface RecoveredRun extends Recovery {
  /** Why the journal does not tell of the run's end; null where it does, or where the run has none. */
  readonly untold: string | null;
}

/** Throws as `recover` does. */
export async function recoverRun(directory: RunDirectory): Promise<RecoveredRun> {
  const recovery = recover(await createJournalFile(directory.journal).read());
  const word = lastWord.safeParse(await readLastWord(directory.lastWord));
  if (recovery.reported !== undefined || !word.success || word.data.runId !== recovery.runId) {
    return { ...recovery, untold: null };
  }
  return { ...recovery, reported: word.data.verdict, untold: word.data.why };
}

/** Tells of the end of a run whose journal takes no more. */
export async function tellUntold(directory: RunDirectory, runId: string, verdict: string, why: string): Promise<void> {
  await writeLastWord(directory.lastWord, { runId, verdict, why: why.slice(0, 1_000) });
}
