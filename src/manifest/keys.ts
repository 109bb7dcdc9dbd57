// Owns how a key of the manifest is declared: optional with its default, in groups, with a shape that errors can name.
// Must not hold any key.
import { z } from 'zod';

/** What editors and the reference page show beside the type. */
interface Notes {
  readonly examples: readonly [unknown, ...unknown[]];
  readonly default?: unknown;
  /** In words, where the default is not a value. */
  readonly otherwise?: string;
}

function showDefault(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, weight]) => `${key} ${weight}`)
    .join(', ');
}

/** An optional key. Its default stands in the JSON schema and the reference page, taken from the one table. */
export function optional<T extends z.ZodType>(schema: T, text: string, notes: Notes): z.ZodOptional<T> {
  const { default: value, otherwise, examples } = notes;
  const shown = value === undefined ? otherwise : showDefault(value);
  return schema.optional().meta({
    description: shown === undefined ? text : `${text} Default: ${shown}.`,
    ...(value === undefined ? {} : { default: value }),
    examples: [...examples],
  });
}

/** An optional group of keys. */
export function group<T extends z.ZodType>(schema: T, text: string): z.ZodOptional<T> {
  return schema.optional().meta({ description: text });
}

/** A text with a shape. `expected` names the shape in error messages and in editors. */
export function shaped(pattern: RegExp, expected: string) {
  return z.string().regex(pattern, expected).meta({ patternErrorMessage: expected });
}

export const Text = z.string().min(1);
export const Whole = (min: number, max?: number) => (max === undefined ? z.int().min(min) : z.int().min(min).max(max));
export const Url = z.url({ protocol: /^https?$/ });
