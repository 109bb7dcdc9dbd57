// Owns removing what dead and earlier runs left in an output directory. The caller holds the directory's lock, so every
// run that is found there has no living owner.
// Must not remove what carries no marker of ours.
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Remains, ThrowAwaySource } from '../../drivers/cluster-source.ts';
import type { Recovery } from '../../engine/recover.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { pathError } from '../../platform/files.ts';
import { createJournalFile } from '../../platform/journal-file.ts';
import { driverNamed, nothingObtained, openSource } from '../rehearse/provisioning.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';
import { recoverRun } from './recovery.ts';
import { driverOf } from './run-context-schema.ts';
import type { RunDirectory } from './run-directory.ts';

export interface Removed {
  readonly removed: readonly string[];
  readonly leftAlone: readonly string[];
}

/**
 * Removes what dead runs left. A run that could still be resumed is named before it is thrown away, and so is what is
 * left alone. Throws `driver-unknown` before anything is removed where the run was begun with a driver that is not here,
 * and is not known to be over.
 */
export async function removeDeadRuns(
  directory: RunDirectory,
  surroundings: Pick<Surroundings, 'drivers'>,
  tools: Pick<Tools, 'clock' | 'log' | 'progress'>,
): Promise<Removed> {
  const { progress } = tools;
  const earlier = await earlierRun(directory, surroundings, tools);
  const driver = earlier.is === 'none' ? undefined : earlier.driver;
  // A cluster of a driver that is not here lives where nobody can look: its journal is the only trace of it, and stays.
  if (driver !== undefined) driverNamed(surroundings.drivers, driver);
  const found = await remainsOf(directory, surroundings, tools);
  const runs = found.flatMap(({ remains }) => remains.runs);
  // What one driver keeps in the directory is foreign to the others.
  const leftAlone = [...new Set(found.flatMap(({ remains }) => remains.foreign))].filter(
    (path) => !runs.includes(basename(path)),
  );
  for (const path of leftAlone) {
    progress.line(`left alone: ${path} does not carry the marker of a run of etcd-migrate`);
  }
  if (earlier.is === 'unreadable' && runs.length > 0) {
    progress.line(`warning: whether a run could have been resumed here is not known: ${earlier.why}`);
  }
  for (const { source, remains } of found) {
    for (const runId of remains.runs) {
      if (earlier.is === 'resumable' && earlier.recovery.runId === runId) {
        progress.line(
          `removing run ${runId}, which was interrupted after ${earlier.recovery.completed.size} steps and could have been resumed`,
        );
      } else {
        progress.line(`removing what run ${runId} left behind`);
      }
      await source.remove(runId);
    }
  }
  return { removed: runs, leftAlone };
}

interface Found {
  readonly source: ThrowAwaySource;
  readonly remains: Remains;
}

/** Asks every driver that there is: a run may have been begun with any. */
async function remainsOf(
  directory: RunDirectory,
  { drivers }: Pick<Surroundings, 'drivers'>,
  tools: Pick<Tools, 'clock' | 'log'>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const driver of drivers) {
    const source = await openSource(driver, directory, nothingObtained, tools);
    found.push({ source, remains: await source.remains() });
  }
  return found;
}

/**
 * Removes what earlier runs recorded and said: were this run killed, an old "pass" would stand beside its journal. The
 * members' logs stay.
 */
export async function removeEarlierEvidence(directory: RunDirectory): Promise<void> {
  const { history, checks, journal, reportJson, reportMarkdown, reportHtml, junit, record, lastWord } = directory;
  for (const path of [record, reportJson, reportMarkdown, reportHtml, junit, history, checks, journal, lastWord]) {
    try {
      await rm(path, { force: true });
    } catch (error) {
      throw pathError(error, 'Removing', path);
    }
  }
}

/**
 * What this directory holds: no run that is not over, one that can be resumed, or one whose journal we cannot read.
 * `driver`: what its cluster was made with, as far as the journal says.
 */
export type EarlierRun =
  | { readonly is: 'none' }
  | { readonly is: 'resumable'; readonly recovery: Recovery; readonly driver: string | undefined }
  | { readonly is: 'unreadable'; readonly why: string; readonly driver: string | undefined };

export async function earlierRun(
  directory: RunDirectory,
  surroundings: Pick<Surroundings, 'drivers'>,
  tools: Pick<Tools, 'clock' | 'log'>,
): Promise<EarlierRun> {
  let driver: string | undefined;
  try {
    const raw = await createJournalFile(directory.journal).read();
    driver = driverOf(z.looseObject({ context: z.unknown() }).safeParse(raw[0]).data?.context);
    const recovery = await recoverRun(directory);
    return recovery.reported === undefined ? { is: 'resumable', recovery, driver } : { is: 'none' };
  } catch (error) {
    if (!(error instanceof EtcdMigrateError)) throw error;
    if (error.code === 'nothing-to-resume') return { is: 'none' };
    if (error.code !== 'journal-damaged' && error.code !== 'journal-format') throw error;
    // Another version may be able to go on with the run, as long as its members are there, or where nobody here can look.
    const isHere = driver === undefined || surroundings.drivers.some(({ name }) => name === driver);
    const found = await remainsOf(directory, surroundings, tools);
    const isOver = isHere && found.every(({ remains }) => remains.runs.length === 0);
    return isOver ? { is: 'none' } : { is: 'unreadable', why: error.message, driver };
  }
}
