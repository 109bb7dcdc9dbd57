// Owns how a table made from action.yml gets between its two markers in README.md.
// Must not know what the table says.
import { parse } from 'yaml';
import { z } from 'zod';
import type { GeneratedFile, ReadFile } from './generator.ts';
import { table } from './markdown.ts';

export interface ActionTable<Action> {
  /** The table's name, as in its markers: `<!-- inputs:start -->`. */
  readonly name: string;
  /** What the table is made of. */
  readonly action: z.ZodType<Action>;
  readonly rows: (action: Action) => readonly (readonly string[])[];
}

export function actionTable<Action>(
  read: ReadFile,
  { name, action, rows }: ActionTable<Action>,
): readonly GeneratedFile[] {
  const [first, last] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const readme = read('README.md');
  if (readme === undefined) {
    throw new Error(`README.md is missing; it holds the table of ${name} between ${first} and ${last}`);
  }
  const text = read('action.yml');
  if (text === undefined) throw new Error(`action.yml is missing; the table of ${name} in README.md is made from it`);
  const start = readme.indexOf(first);
  const end = readme.indexOf(last);
  if (start === -1 || end < start) throw new Error(`README.md must have the lines ${first} and, below it, ${last}`);
  const checked = action.safeParse(parse(text));
  if (!checked.success) throw new Error(`action.yml: ${z.prettifyError(checked.error)}`);
  const made = table(rows(checked.data));
  const content = `${readme.slice(0, start + first.length)}\n\n${made}\n\n${readme.slice(end)}`;
  return [{ path: 'README.md', content }];
}
