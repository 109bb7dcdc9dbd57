// Owns docs/findings.md: every finding id with what it means, by what it is about.
// Must not hold an id itself; the table is src/findings.ts.
import { type FindingDefinition, findingTable } from '../../src/findings.ts';
import type { GeneratedFile } from './generator.ts';
import { issueLink } from './known-issues.ts';
import { code, GENERATED, table } from './markdown.ts';

/** An id belongs to the first section whose prefix it has. */
const sections = [
  { prefix: 'rule/manifest-', title: 'The manifest' },
  { prefix: 'rule/untrusted-', title: 'What the manifest of an untrusted ref may not use' },
  { prefix: 'rule/backup-', title: 'Proofs of backups' },
  { prefix: 'rule/', title: 'The plan, the live cluster and its settings' },
] as const;

export function findingPage(): readonly GeneratedFile[] {
  const entries: [string, FindingDefinition][] = Object.entries(findingTable);
  const parts = sections.map((section) => {
    const rows = entries
      .filter(([id]) => sections.find(({ prefix }) => id.startsWith(prefix)) === section)
      .map(([id, { severity, title, help, knownAs }]) => [
        code(id),
        severity,
        title,
        help,
        knownAs.map(issueLink).join(', '),
      ]);
    const header = ['Id', 'Severity', 'What it means', 'What to do next', 'Known as'];
    return `## ${section.title}\n\n${table([header, ...rows])}\n`;
  });
  const content = `# Findings

${GENERATED}
<!-- Source: src/findings.ts -->

A finding is what a rule saw in the manifest, in the plan or in the live cluster, with its place where it has one. It is
named by one of these ids, in \`findings\` of \`report.json\`, in reports, and in GitHub's annotations. The list is closed:
scripts may branch on it. The severity is the gravest that a finding of the id comes with; a risk that the manifest
accepts (\`accept\`) becomes a warning, and what is only told is a note. A finding of severity error ends the run
with the failure code \`manifest-invalid\`, \`plan-refused\` or \`finding-blocks\` ([failure codes](failure-codes.md)).

${parts.join('\n')}`;
  return [{ path: 'docs/findings.md', content }];
}
