// Owns bench/soak.md, the dated results of `npm run test:soak`: how they are written and read, and for which sources.
// Must not know what a soak does.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Parts are run together or one by one, so each says when it was and for which sources it holds. */
export interface SoakPart extends Counts {
  readonly name: string;
  /** ISO time at which it ended. */
  readonly date: string;
  readonly durationSeconds: number;
  /** Digest of the sources that it ran on: see `digestOfSources`. */
  readonly sources: string;
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

export function formatSoakResult(parts: readonly SoakPart[]): string {
  const rows = parts.map(
    ({ name, passed, failed, skipped, durationSeconds, date, sources }) =>
      `| ${name} | ${passed} | ${failed} | ${skipped} | ${durationSeconds} s | ${date} | ${sources} |`,
  );
  return `# Soak

Written by \`npm run test:soak\`; do not edit. Each part says when it ended and on which sources (\`src/\`) it ran.

- result: ${formatCounts(sumOf(parts))}

| part | passed | failed | skipped | duration | ended | sources |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

const row =
  /^\| ([a-z-]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) s \| (\d{4}-\d\d-\d\dT[\d:.]+Z) \| (sha256:[0-9a-f]{64}) \|$/;

/** Throws an Error that names what is missing or contradicts itself. */
export function parseSoakResult(text: string): readonly SoakPart[] {
  const said = /^- result: (.*)$/m.exec(text)?.[1];
  if (said === undefined) throw new Error('the line "- result: …" is missing');
  const lines = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| part '));
  const parts = lines.map((line): SoakPart => {
    const [, name, passed, failed, skipped, durationSeconds, date, sources] = row.exec(line) ?? [];
    if (name === undefined || date === undefined || sources === undefined) throw new Error(`"${line}" is no part`);
    if (Number.isNaN(Date.parse(date))) throw new Error(`"${date}" is no date`);
    const counts = { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
    return { name, ...counts, durationSeconds: Number(durationSeconds), date, sources };
  });
  const sum = formatCounts(sumOf(parts));
  if (sum !== said) throw new Error(`the parts add up to ${sum}, the result says ${said}`);
  return parts;
}

/** The parts as they stand after some were run again: in the order of `order`, the others left as they were. */
export function mergeParts(
  before: readonly SoakPart[],
  again: readonly SoakPart[],
  order: readonly string[],
): readonly SoakPart[] {
  const newest = (name: string): SoakPart | undefined => [...again, ...before].find((part) => part.name === name);
  return order.map(newest).filter((part) => part !== undefined);
}

/** A soak that takes longer is run too seldom. */
const LONGEST_PART_SECONDS = 60 * 60;
const LONGEST_SOAK_SECONDS = 150 * 60;

/** What keeps these results from being a soak of the sources `today`, a sentence each; nothing where they are one. */
export function soakComplaints(kept: readonly SoakPart[], names: readonly string[], today: string): readonly string[] {
  const complaints = names
    .filter((name) => !kept.some((part) => part.name === name))
    .map((name) => `${name} was never run.`);
  for (const { name, date, sources, passed, failed, skipped, durationSeconds } of kept) {
    if (sources !== today)
      complaints.push(`${name} of ${date} is of other sources (${sources}) than today's (${today}).`);
    if (failed > 0 || skipped > 0 || passed === 0) {
      complaints.push(`${name} is not green: ${formatCounts({ passed, failed, skipped })}.`);
    }
    if (durationSeconds > LONGEST_PART_SECONDS) {
      complaints.push(`${name} took ${durationSeconds} s, more than ${LONGEST_PART_SECONDS} s.`);
    }
  }
  const all = kept.reduce((total, { durationSeconds }) => total + durationSeconds, 0);
  if (all > LONGEST_SOAK_SECONDS) complaints.push(`All of it took ${all} s, more than ${LONGEST_SOAK_SECONDS} s.`);
  return complaints;
}

export function sumOf(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts): number => counts.reduce((total, each) => total + each[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
