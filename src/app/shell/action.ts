// Owns the action's main step and its post step: inputs to settings, a mode, outputs.
// Must not hold any mode's logic nor talk to GitHub itself (github/).

import { resolve } from 'node:path';
import { exitCodeOf } from '../../errors.ts';
import {
  assertTrustedEvent,
  closeAbandonedCheckRun,
  createGitHubPublisher,
  maskSecrets,
  type OutputPaths,
  readActionInputs,
  readEventContext,
  reportFailure,
  savedOutputDirectory,
  saveOutputDirectory,
  setOutputs,
  trustOf,
} from '../../github/index.ts';
import { keepNurserySmall } from '../../platform/memory.ts';
import { present } from '../../present.ts';
import { inertLine } from '../../report/escape.ts';
import type { JudgedReport } from '../../report/model.ts';
import type { Publisher } from '../../report/publisher.ts';
import { createRedactor, type Redactor } from '../../report/redact.ts';
import { verifyBackup } from '../backups/verify-backup.ts';
import { preflight } from '../rehearse/preflight.ts';
import { cleanup } from '../run/cleanup.ts';
import { runDirectory } from '../run/run-directory.ts';
import { composition } from './composition.ts';
import { requireOwnPlaces } from './own-places.ts';
import { asKnownError } from './report-error.ts';
import { backupOutput, defaultManifest, settle } from './run-settings.ts';
import type { ProcessSurroundings, Surroundings } from './surroundings.ts';

/** Runs the step and returns the exit code. Outputs are always set; errors are annotated. */
export async function runAction(outside: ProcessSurroundings): Promise<number> {
  const redactor = createMaskingRedactor();
  let inputs: ReturnType<typeof readActionInputs> | undefined;
  let publisher: Publisher | undefined;
  try {
    inputs = readActionInputs();
    if (inputs.githubToken !== undefined) redactor.add(inputs.githubToken);
    const context = await readEventContext();
    publisher = createGitHubPublisher(inputs, context, { redactor });
    assertTrustedEvent(context);
    const surroundings: Surroundings = {
      ...outside,
      ...composition(outside),
      redactor,
      workingDirectory: resolve(outside.workingDirectory, inputs.workingDirectory ?? '.'),
    };
    const trusted = trustOf(context, inputs) === 'trusted';
    if (inputs.mode === 'verify-backup') {
      keepNurserySmall();
      // The manifest says which backups, so here it is never optional.
      const named = { manifest: defaultManifest, output: backupOutput, ...inputs, trusted };
      const settings = settle(named, surroundings);
      await requireOwnPlaces(settings);
      saveOutputDirectory(settings.outputDir);
      const { reportJson: report, attestations } = runDirectory(settings.outputDir);
      return await verifyBackup(settings, surroundings, { files: [] }, [
        publisher,
        outputsOf({ report, attestations }),
      ]);
    }
    const settings = settle({ ...inputs, trusted }, surroundings);
    await requireOwnPlaces(settings);
    saveOutputDirectory(settings.outputDir);
    const { reportJson: report, record } = runDirectory(settings.outputDir);
    return await preflight(settings, surroundings, [publisher, outputsOf({ report, record })]);
  } catch (error) {
    const known = asKnownError(error);
    sayInert(outside, redactor, `${known.code}: ${known.message}\nNext: ${known.hint}`);
    return await reportFailure(error, {
      redactor,
      ...present({
        mode: inputs === undefined ? undefined : inputs.mode,
        publisher,
        annotations: inputs === undefined ? undefined : inputs.annotations,
        workingDirectory: inputs?.workingDirectory,
      }),
    });
  }
}

/** Removes what a cancelled or killed main step left behind. Never fails the job for it. */
export async function runPost(outside: ProcessSurroundings): Promise<number> {
  const redactor = createMaskingRedactor();
  const outputDir = savedOutputDirectory();
  if (outputDir === undefined) return 0;
  const surroundings: Surroundings = { ...outside, ...composition(outside), redactor };
  try {
    // The check run is closed first, and without throwing: a cleanup that fails must not leave it in progress for ever.
    await closeAbandonedCheckRun(readActionInputs(), await readEventContext());
    await cleanup(settle({ output: outputDir }, surroundings), surroundings);
    return 0;
  } catch (error) {
    const known = asKnownError(error);
    sayInert(outside, redactor, `${known.code}: ${known.message}\nNext: ${known.hint}`);
    return exitCodeOf(known.code);
  }
}

/** Writes foreign text so that no line of it looks like a command to the workflow's runner. */
function sayInert(outside: Pick<Surroundings, 'errorStream'>, redactor: Redactor, text: string): void {
  for (const line of redactor.text(text).split('\n')) outside.errorStream.write(`${inertLine(line)}\n`);
}

/** What the redactor learns, the runner masks in the job's log too. */
function createMaskingRedactor(): Redactor {
  const redactor = createRedactor();
  return {
    ...redactor,
    add: (secret) => {
      redactor.add(secret);
      maskSecrets([secret]);
    },
  };
}

function outputsOf(paths: OutputPaths): Publisher {
  return {
    started: async () => {},
    hopFinished: async () => {},
    finished: async (report: JudgedReport) => setOutputs(report, paths),
  };
}
