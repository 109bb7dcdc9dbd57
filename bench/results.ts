// Owns bench/results.md, the dated figures of `npm run bench`: which belong together, how they are written and read.
// Must not know how a figure is measured.
import { releases } from './figure.ts';

interface Kind {
  readonly title: string;
  /** Programs of bench/, in the order of their rows. */
  readonly figures: readonly string[];
  readonly releases: readonly string[];
}

/** Each takes long enough to be run without the others. */
export const sections: readonly Kind[] = [
  { title: 'Upgrades', figures: ['gap', 'standing', 'example', 'quick', 'judge', 'version'], releases },
  { title: 'Backups', figures: ['backup', 'bare-tool'], releases: ['3.6.14'] },
];

/** Sections are measured together or one by one, so each says when that was, and on what. */
export interface Section {
  readonly title: string;
  /** ISO time at which it ended. */
  readonly date: string;
  readonly machine: string;
  /** `| figure | bar | got | met |`, as the programs print them. */
  readonly rows: readonly string[];
}

export const tableHead = ['| figure | bar | got | ok |', '|---|---|---|---|'] as const;

const opening = `# Figures

Written by \`npm run bench\`; do not edit. Each section says when it was measured, and on what.
`;

export function formatResults(all: readonly Section[]): string {
  const texts = all.map(
    ({ title, date, machine, rows }) =>
      `\n## ${title}\n\n${date}\n\n${machine}\n\n${[...tableHead, ...rows].join('\n')}\n`,
  );
  return `${opening}${texts.join('')}`;
}

const row = /^\| [^|]+ \| [^|]* \| [^|]+ \| (met|missed) \|$/;

/** Throws an Error that names what is not as it is written. */
export function parseResults(text: string): readonly Section[] {
  const [, ...parts] = text.split(/^## /m);
  const all = parts.map((part): Section => {
    const [title = '', , date = '', , machine = '', , ...lines] = part.trimEnd().split('\n');
    if (Number.isNaN(Date.parse(date))) throw new Error(`${title}: "${date}" is no date`);
    const rows = lines.slice(tableHead.length);
    for (const line of rows) if (!row.test(line)) throw new Error(`${title}: "${line}" is no figure`);
    return { title, date, machine, rows };
  });
  if (formatResults(all) !== text) throw new Error('it is not as `npm run bench` writes it');
  return all;
}

/** The sections as they stand after some were measured again. */
export function mergeSections(before: readonly Section[], again: readonly Section[]): readonly Section[] {
  const newest = (kind: Kind): Section | undefined => [...again, ...before].find(({ title }) => title === kind.title);
  return sections.map(newest).filter((section) => section !== undefined);
}
