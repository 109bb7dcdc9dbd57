// Owns what the schema expects at a path, in words, and which keys it knows: read from the generated JSON schema.
// Must not know what a file holds.
import { z } from 'zod';
import { join, type Path } from '../yaml/phrase.ts';
import type { Power } from './powers.ts';
import { Manifest } from './schema.ts';

/** The part of JSON schema that the manifest's schema uses. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | false;
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  /** A keyword of ours: what can be done with a key; none where it is harmless, absent where it holds other keys. */
  readonly powers?: readonly Power[];
  /** A keyword of ours: where the key stands that this one needs. */
  readonly fallsWith?: readonly string[];
}

let cached: JsonSchema | undefined;

/** The manifest's JSON schema, made on first use: only errors, untrusted manifests and generators need it. */
export function manifestJsonSchema(): JsonSchema {
  cached ??= z.toJSONSchema(Manifest, { io: 'input', target: 'draft-2020-12' }) as JsonSchema;
  return cached;
}

/** The schema of the value at a path; undefined where the schema knows no such place. */
export function schemaAt(path: Path, from: JsonSchema = manifestJsonSchema()): JsonSchema | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return from;
  for (const branch of from.anyOf ?? [from]) {
    const next = child(branch, part);
    const found = next === undefined ? undefined : schemaAt(rest, next);
    if (found !== undefined) return found;
  }
  return undefined;
}

function child(schema: JsonSchema, part: string | number): JsonSchema | undefined {
  if (typeof part === 'number') {
    return schema.prefixItems?.[part] ?? (schema.items === false ? undefined : schema.items);
  }
  const own = schema.properties;
  if (own !== undefined && Object.hasOwn(own, part)) return own[part];
  return schema.additionalProperties === false ? undefined : schema.additionalProperties;
}

/** Keys that a mapping at the path may have; empty for free-form mappings. */
export function keysAt(path: Path): readonly string[] {
  return Object.keys(schemaAt(path)?.properties ?? {});
}

/** Every path of the schema that ends in the key, e.g. `depth` → [['rehearsal', 'depth']]. */
export function pathsOfKey(key: string, from: JsonSchema = manifestJsonSchema(), path: readonly string[] = []): Path[] {
  return Object.entries(from.properties ?? {}).flatMap(([name, schema]) => [
    ...(name === key ? [[...path, name]] : []),
    ...pathsOfKey(key, schema, [...path, name]),
  ]);
}

/** What a value must be, to be read after "must be". */
export function expectation(schema: JsonSchema): string {
  if (schema.patternErrorMessage !== undefined) return schema.patternErrorMessage;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined)
    return join(
      schema.enum.map((item) => JSON.stringify(item)),
      'or',
    );
  if (schema.anyOf !== undefined) return schema.anyOf.map(expectation).join(', or ');
  if (Array.isArray(schema.type))
    return join(
      schema.type.map((type) => simple({ type })),
      'or',
    );
  return simple(schema);
}

function simple(schema: JsonSchema): string {
  switch (schema.type) {
    case 'string':
      return schema.format === 'uri' ? 'a URL that begins with http:// or https://' : text(schema.minLength ?? 0);
    case 'integer':
      return `a whole number${range(schema)}`;
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return list(schema);
    default:
      return schema.properties === undefined
        ? 'a mapping (indented `key: value` lines)'
        : `a mapping with any of the keys ${Object.keys(schema.properties).join(', ')}`;
  }
}

function text(minLength: number): string {
  if (minLength === 0) return 'a text';
  return minLength === 1 ? 'a text that is not empty' : `a text of at least ${minLength} characters`;
}

function range({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema): string {
  return maximum >= Number.MAX_SAFE_INTEGER ? ` of at least ${minimum}` : ` from ${minimum} to ${maximum}`;
}

function list(schema: JsonSchema): string {
  if (schema.prefixItems !== undefined) return `a list of ${schema.prefixItems.map(expectation).join(' and ')}`;
  const { minItems = 0, maxItems } = schema;
  const size =
    maxItems === undefined ? (minItems === 0 ? '' : ` of at least ${minItems}`) : ` of ${minItems} to ${maxItems}`;
  const item = schema.items === undefined || schema.items === false ? '' : `, each ${expectation(schema.items)}`;
  return `a list${size}${item}`;
}
