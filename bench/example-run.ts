// Owns running the README's example with the bundle, its binaries at hand: nothing is downloaded or built in the time.
// Must not know what is measured in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RehearsalReport } from '../src/report/model.ts';
import { repository } from '../test/support/command.ts';
import { openWorkplace } from '../test/support/rehearsal.ts';
import { releases } from './figure.ts';

export interface ExampleRun {
  /** From the start of the process to its end. */
  readonly wallMs: number;
  readonly report: RehearsalReport;
}

/** Throws when the example does not pass: a figure of a failed rehearsal says nothing. */
export async function runExample(depth: 'quick' | 'standard'): Promise<ExampleRun> {
  const example = readFileSync(join(repository, 'examples/three-members/etcd-migration.yaml'), 'utf8');
  const manifest = example.replace(/^( *depth:) *\w+/m, `$1 ${depth}`);
  using place = openWorkplace();
  await place.manifest(manifest, releases);
  const begun = performance.now();
  const { exitCode, stdout } = await place.run(['preflight'], {
    onOutput: (stream, text) => {
      if (stream === 'stderr') process.stderr.write(text);
    },
  });
  const wallMs = performance.now() - begun;
  const report = place.report();
  if (exitCode !== 0 || report.depth !== depth) throw new Error(`the example at ${depth} did not pass:\n${stdout}`);
  return { wallMs, report };
}
