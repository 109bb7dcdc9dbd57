// Owns the table of the action's inputs in README.md.
// Must not hold an input itself; those are action.yml.
import { z } from 'zod';
import { actionTable } from './action-table.ts';
import type { GeneratedFile, ReadFile } from './generator.ts';
import { code } from './markdown.ts';

const Action = z.looseObject({
  inputs: z.record(
    z.string(),
    z.looseObject({ description: z.string(), required: z.boolean().optional(), default: z.string().optional() }),
  ),
});

export function actionInputs(read: ReadFile): readonly GeneratedFile[] {
  return actionTable(read, { name: 'inputs', action: Action, rows });
}

function rows({ inputs }: z.infer<typeof Action>): readonly (readonly string[])[] {
  const all = Object.entries(inputs).map(([name, input]) => [
    code(name),
    input.description,
    input.required === true
      ? '**required**'
      : input.default === undefined || input.default === ''
        ? '–'
        : code(input.default),
  ]);
  return [['Input', 'Meaning', 'Default'], ...all];
}
