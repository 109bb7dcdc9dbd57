// Owns docs/failure-codes.md: every failure code by exit code.
// Must not hold a code itself; the table is src/errors.ts.
import { type FailureDefinition, failures } from '../../src/errors.ts';
import type { GeneratedFile } from './generator.ts';
import { code, GENERATED, table } from './markdown.ts';

const meanings: Readonly<Record<number, string>> = {
  1: 'fail: a verdict or a finding says no',
  2: 'usage or manifest: nothing was run',
  3: 'could not run',
  4: 'inconclusive: not enough is known to say yes',
  5: 'held: the run stopped and waits for a person',
  130: 'interrupted (SIGINT)',
  143: 'terminated (SIGTERM)',
};

export function failureCodes(): readonly GeneratedFile[] {
  const entries: [string, FailureDefinition][] = Object.entries(failures);
  const exitCodes = [...new Set(entries.map(([, { exitCode }]) => exitCode))].sort((a, b) => a - b);
  const sections = exitCodes.map((exitCode) => {
    const meaning = meanings[exitCode];
    if (meaning === undefined)
      throw new Error(`scripts/generate/failure-codes.ts: no meaning for exit code ${exitCode}`);
    const rows = entries
      .filter(([, failure]) => failure.exitCode === exitCode)
      .map(([name, { title, hint }]) => [code(name), title, hint]);
    return `## Exit ${exitCode}: ${meaning}\n\n${table([['Code', 'What it means', 'What to do next'], ...rows])}\n`;
  });
  const content = `# Failure codes

${GENERATED}
<!-- Source: src/errors.ts -->

Every run that does not pass names one of these codes: as \`failureReason\` in \`report.json\` and \`rehearsal.json\`,
as \`failure-reason\` among the action's outputs, and in the text on standard error. The list is closed: scripts may
branch on it. A pass has exit code 0 and no failure code. Exit codes 5 (held), 6 (awaiting approval) and 7 (rolled back)
belong to the upgrade mode.

${sections.join('\n')}`;
  return [{ path: 'docs/failure-codes.md', content }];
}
