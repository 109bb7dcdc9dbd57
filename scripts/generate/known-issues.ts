// Owns docs/known-issues.md: every K and B number that messages, plans and reports name, and etcd's own last words.
// Must not hold a fact itself; those are the catalog (src/catalog/).
import { loadCatalog } from '../../src/catalog/load.ts';
import type { GeneratedFile } from './generator.ts';
import { code, GENERATED, table } from './markdown.ts';

const page = 'known-issues.md';

/** The link to an issue, for other pages of docs/. */
export function issueLink(id: string): string {
  return `[${id}](${page}#${id.toLowerCase()})`;
}

const verifiedAs = { measured: 'run on real binaries', read: "read in etcd's source", published: 'published' } as const;

export function knownIssuePage(): readonly GeneratedFile[] {
  const { knownIssues, knownBad, symptoms, catalogVersion } = loadCatalog();
  const issues = knownIssues.map(
    ({ id, concerns, problem, advice, source, verified }) =>
      `### ${id}\n\n*${concerns}.* ${problem}\n\n**What to do:** ${advice}\n\nSource: ${source} (${verifiedAs[verified]}).\n`,
  );
  const bad = knownBad.map(({ id, affected, fixedIn, problem, bites, severity, source }) => [
    `<a id="${id.toLowerCase()}"></a>${id}`,
    affected.map(({ first, last }) => (first === last ? first : `${first} to ${last}`)).join(', '),
    fixedIn.length === 0 ? 'none' : fixedIn.join(', '),
    problem,
    bites,
    severity === 'block' ? 'refused' : 'told',
    source,
  ]);
  const words = symptoms.map(({ knownAs, pattern, explanation, remedy }) => [
    /^[KB]\d+$/.test(knownAs) ? issueLink(knownAs) : knownAs,
    code(pattern),
    explanation,
    remedy,
  ]);
  const content = `# Known issues of etcd

${GENERATED}
<!-- Source: src/catalog/known-issues.json, known-bad.json, symptoms.json (catalog ${catalogVersion}) -->

Messages, plans and reports name a known issue by its number. \`K\` is a trap of an upgrade or of a way back, \`B\` a range
of releases with a bad fault.

## Traps

${issues.join('\n')}
## Bad releases

A release that is *refused* is neither start, stop-over nor target of a plan, unless the manifest accepts the risk
\`known-bad\`. Some faults bite under a condition only, e.g. with authentication; the planner looks for it.

${table([['Number', 'Releases', 'Fixed in', 'What is wrong', 'When it bites', 'A plan', 'Source'], ...bad])}

## What etcd's last words mean

When a member ends, its last log lines are searched for these patterns, and the report explains them.

${table([['Known as', 'Pattern', 'What it means', 'What to do'], ...words])}
`;
  return [{ path: `docs/${page}`, content }];
}
