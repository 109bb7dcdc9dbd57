// Owns the table of the action's outputs in README.md.
// Must not hold an output itself; those are action.yml.
import { z } from 'zod';
import { actionTable } from './action-table.ts';
import type { GeneratedFile, ReadFile } from './generator.ts';
import { code } from './markdown.ts';

const Action = z.looseObject({ outputs: z.record(z.string(), z.looseObject({ description: z.string() })) });

export function actionOutputs(read: ReadFile): readonly GeneratedFile[] {
  return actionTable(read, { name: 'outputs', action: Action, rows });
}

function rows({ outputs }: z.infer<typeof Action>): readonly (readonly string[])[] {
  return [
    ['Output', 'Meaning'],
    ...Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
  ];
}
