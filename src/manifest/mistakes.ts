// Owns how mistakes in a manifest are said: one error that lists them all, each with its place and what to do.
// Must not know how mistakes are found.
import { EtcdMigrateError } from '../errors.ts';
import type { Finding } from '../findings.ts';

/** Details hold every finding; the text stays readable. */
const MAX_LISTED = 50;

/** `file:line:column: what is wrong` and, below it, what to do. */
function renderFinding(finding: Finding): string {
  const where = finding.where;
  const place =
    where === undefined
      ? ''
      : `${[where.file, where.line, where.column].filter((part) => part !== undefined).join(':')}: `;
  const level = finding.severity === 'error' ? '' : `${finding.severity}: `;
  const fix = finding.fix === undefined ? '' : `\n    fix: ${finding.fix}`;
  return `${place}${level}${finding.message}${fix}`;
}

/** One error for all mistakes of a file. */
export function mistakesError(
  code: 'manifest-invalid' | 'manifest-unreadable',
  file: string,
  findings: readonly Finding[],
): EtcdMigrateError {
  const count = findings.filter((finding) => finding.severity === 'error').length;
  const head =
    code === 'manifest-unreadable'
      ? `${file} cannot be read as a manifest:`
      : `${file} has ${count} mistake${count === 1 ? '' : 's'}:`;
  const listed = findings.slice(0, MAX_LISTED).map(renderFinding);
  const left = findings.length - listed.length;
  const more = left > 0 ? [`… and ${left} more`] : [];
  return new EtcdMigrateError(code, [head, ...listed, ...more].join('\n'), { details: { findings } });
}
