// Owns bench/soak.md, the dated result of `npm run test:soak`: how it is written and read, and which sources it is for.
// Must not know what a soak does.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface SoakResult extends Counts {
  /** ISO time at which it ended. */
  readonly date: string;
  readonly durationSeconds: number;
  /** Digest of the sources that it ran on: see `digestOfSources`. */
  readonly sources: string;
  readonly parts: readonly ({ readonly name: string } & Counts)[];
}

/** `sha256:…` over the paths and contents of src/**, in order of their paths. */
export function digestOfSources(repository: string): string {
  const root = join(repository, 'src');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return `sha256:${hash.digest('hex')}`;
}

export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

export function formatSoakResult(result: SoakResult): string {
  const rows = result.parts.map((part) => `| ${part.name} | ${part.passed} | ${part.failed} | ${part.skipped} |`);
  return `# Soak

Written by \`npm run test:soak\`; do not edit.

- date: ${result.date}
- duration: ${result.durationSeconds} s
- sources: ${result.sources}
- result: ${formatCounts(result)}

| part | passed | failed | skipped |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** Throws an Error that names what is missing or contradicts itself. */
export function parseSoakResult(text: string): SoakResult {
  const field = (name: string, shape: RegExp): RegExpExecArray => {
    const line = text.match(new RegExp(`^- ${name}: (.*)$`, 'm'))?.[1];
    if (line === undefined) throw new Error(`the line "- ${name}: …" is missing`);
    const match = shape.exec(line);
    if (match === null) throw new Error(`"${line}" is no ${name}`);
    return match;
  };
  const date = field('date', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)[0];
  if (Number.isNaN(Date.parse(date))) throw new Error(`"${date}" is no date`);
  const durationSeconds = Number(field('duration', /^(\d+) s$/)[1]);
  const sources = field('sources', /^sha256:[0-9a-f]{64}$/)[0];
  const [, passed, failed, skipped] = field('result', /^(\d+) passed, (\d+) failed, (\d+) skipped$/).map(Number);
  const parts = [...text.matchAll(/^\| ([a-z-]+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map((row) => ({
    ...{ name: row[1] ?? '', passed: Number(row[2]), failed: Number(row[3]), skipped: Number(row[4]) },
  }));
  const counts = { passed: passed ?? 0, failed: failed ?? 0, skipped: skipped ?? 0 };
  const sum = sumOf(parts);
  if (formatCounts(sum) !== formatCounts(counts)) {
    throw new Error(`the parts add up to ${formatCounts(sum)}, the result says ${formatCounts(counts)}`);
  }
  return { date, durationSeconds, sources, parts, ...counts };
}

export function sumOf(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts): number => counts.reduce((total, each) => total + each[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
