// Owns how a key of the manifest is declared: with its power, its default, in groups, with a shape that errors can name.
// Must not hold any key.

import { z } from 'zod';
import { present } from '../present.ts';
import { type Declared, powersOf, restrictionOf } from './powers.ts';

/** What every key says of itself beside its type. */
interface Notes {
  /** What somebody could do with it who may change the manifest and nothing else. */
  readonly power: Declared;
  readonly examples: readonly [unknown, ...unknown[]];
}

interface OptionalNotes extends Notes {
  readonly default?: unknown;
  /** The default in words, where it is not a value. */
  readonly otherwise?: string;
  /** Another key without which this one means nothing: where that is ignored, this one is too. */
  readonly fallsWith?: readonly [string, ...string[]];
}

function showDefault(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, weight]) => `${key} ${weight}`)
    .join(', ');
}

/** A key that must be there. */
export function required<T extends z.ZodType>(schema: T, text: string, { power, examples }: Notes): T {
  const had = powersOf(power);
  return schema.meta({
    description: described(text, restrictionOf(had, isMapping(schema))),
    powers: had,
    examples: [...examples],
  });
}

/** An optional key. Its default stands in the JSON schema and the reference page, taken from the one table. */
export function optional<T extends z.ZodType>(schema: T, text: string, notes: OptionalNotes): z.ZodOptional<T> {
  const { default: value, otherwise, examples, power, fallsWith } = notes;
  const shown = value === undefined ? otherwise : showDefault(value);
  const had = powersOf(power);
  return schema.optional().meta({
    description: described(text, restrictionOf(had, isMapping(schema)), shown),
    powers: had,
    ...present({ fallsWith, default: value }),
    examples: [...examples],
  });
}

/** An optional group of keys; each of them declares its own power. */
export function group<T extends z.ZodType>(schema: T, text: string): z.ZodOptional<T> {
  return schema.optional().meta({ description: text });
}

/** An optional list of groups, or a mapping of them by a name. */
export function groups<T extends z.ZodType>(
  schema: T,
  text: string,
  { otherwise, examples }: Pick<OptionalNotes, 'otherwise' | 'examples'>,
): z.ZodOptional<T> {
  return schema.optional().meta({ description: described(text, undefined, otherwise), examples: [...examples] });
}

/** The default stands last, where the reference page takes it off. */
function described(text: string, restriction: string | undefined, otherwise?: string): string {
  return [text, restriction, otherwise === undefined ? undefined : `Default: ${otherwise}.`]
    .filter((part) => part !== undefined)
    .join(' ');
}

function isMapping(schema: z.ZodType): boolean {
  return schema instanceof z.ZodRecord;
}

/** A text with a shape. `expected` names the shape in error messages and in editors. */
export function shaped(pattern: RegExp, expected: string) {
  return z.string().regex(pattern, expected).meta({ patternErrorMessage: expected });
}

export const Text = z.string().min(1);
export const Whole = (min: number, max?: number) => (max === undefined ? z.int().min(min) : z.int().min(min).max(max));
export const Url = z.url({ protocol: /^https?$/ });
