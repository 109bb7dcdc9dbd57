// Owns the table of the action's inputs in README.md, between its two markers.
// Must not hold an input itself; those are action.yml.
import { parse } from 'yaml';
import { z } from 'zod';
import type { GeneratedFile, ReadFile } from './generator.ts';
import { code, table } from './markdown.ts';

const START = '<!-- inputs:start -->';
const END = '<!-- inputs:end -->';

const Action = z.looseObject({
  inputs: z.record(
    z.string(),
    z.looseObject({ description: z.string(), required: z.boolean().optional(), default: z.string().optional() }),
  ),
});

export function actionInputs(read: ReadFile): readonly GeneratedFile[] {
  const readme = read('README.md');
  if (readme === undefined)
    throw new Error(`README.md is missing; it holds the table of inputs between ${START} and ${END}`);
  const action = read('action.yml');
  if (action === undefined) throw new Error('action.yml is missing; the table of inputs in README.md is made from it');
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) throw new Error(`README.md must have the lines ${START} and, below it, ${END}`);
  const content = `${readme.slice(0, start + START.length)}\n\n${inputTable(action)}\n\n${readme.slice(end)}`;
  return [{ path: 'README.md', content }];
}

function inputTable(action: string): string {
  const checked = Action.safeParse(parse(action));
  if (!checked.success) throw new Error(`action.yml: ${z.prettifyError(checked.error)}`);
  const rows = Object.entries(checked.data.inputs).map(([name, input]) => [
    code(name),
    input.description,
    input.required === true
      ? '**required**'
      : input.default === undefined || input.default === ''
        ? '–'
        : code(input.default),
  ]);
  return table([['Input', 'Meaning', 'Default'], ...rows]);
}
