// Owns the walk over a manifest by the powers that its keys declare: what is ignored, which paths it has read.
// Must not hold a list of keys (schema.ts), nor say anything to anybody (untrusted.ts, untrusted-paths.ts).
import { EtcdMigrateError } from '../errors.ts';
import { type Path, showPath } from '../yaml/phrase.ts';
import type { JsonSchema } from './expectation.ts';
import { type Power, powers } from './powers.ts';

/** A text of the manifest that names a file, or files by a pattern, from the manifest's directory. */
export interface NamedPath {
  readonly path: Path;
  readonly name: string;
}

/** A value that etcd gets, in whose directory no path of ours begins. */
export interface Setting {
  readonly path: Path;
  readonly value: unknown;
}

/** Every key that holds a value and no other keys, outermost first; items of lists are `[]`, keys of mappings `*`. */
export function leaves(
  schema: JsonSchema,
  path: readonly string[] = [],
): readonly { readonly path: readonly string[]; readonly schema: JsonSchema }[] {
  const inner = innerOf(schema);
  if (inner.length === 0) return [{ path, schema }];
  return inner.flatMap(([key, child]) => leaves(child, [...path, key]));
}

function innerOf(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  const own = Object.entries(schema.properties ?? {});
  const { items, additionalProperties } = schema;
  if (items && innerOf(items).length > 0) own.push(['[]', items]);
  if (additionalProperties && innerOf(additionalProperties).length > 0) own.push(['*', additionalProperties]);
  return own;
}

/** A key, or a group that cannot be without one, and the powers for which it is ignored. */
export interface Ignored {
  readonly path: Path;
  readonly powers: readonly [Power, ...Power[]];
}

/** What the walk over a value comes to. */
export interface Weighed {
  /** Undefined where the whole value is ignored. */
  readonly kept: unknown;
  readonly ignored: readonly Ignored[];
  readonly named: readonly NamedPath[];
  readonly settings: readonly Setting[];
}

/**
 * Takes out of a value what is ignored for its powers. It need not be valid: what the schema refuses is left as it is.
 */
export function weigh(schema: JsonSchema, value: unknown, path: Path = []): Weighed {
  if (innerOf(schema).length === 0) return weighLeaf(schema, value, path);
  const nothing: Weighed = { kept: value, ignored: [], named: [], settings: [] };
  // A value of the wrong type is left to the schema, which says so.
  if (typeof value !== 'object' || value === null) return nothing;
  const parts = Array.isArray(value)
    ? value.map((item, index) => [index, schema.items || undefined, item] as const)
    : Object.entries(value).map(([key, item]) => [key, schemaOfKey(schema, key), item] as const);
  const inner = parts.map(([part, child, item]) => ({
    part,
    // A key that is unknown is a mistake that the schema tells, and nobody obeys it.
    ...(child === undefined ? { ...nothing, kept: item } : weigh(child, item, [...path, part])),
  }));
  const needed = inner.filter(({ part, kept }) => kept === undefined && schema.required?.includes(String(part)));
  // What is left of a group would not be one: `connection` without endpoints is none.
  const [first, ...others] = unique(needed.flatMap(({ ignored }) => ignored.flatMap((each) => each.powers)));
  if (first !== undefined) return { ...nothing, kept: undefined, ignored: [{ path, powers: [first, ...others] }] };
  const left = inner.filter(({ kept }) => kept !== undefined);
  return {
    kept: Array.isArray(value)
      ? left.map(({ kept }) => kept)
      : Object.fromEntries(left.map(({ part, kept }) => [part, kept])),
    ignored: inner.flatMap(({ ignored }) => ignored),
    named: inner.flatMap(({ named }) => named),
    settings: inner.flatMap(({ settings }) => settings),
  };
}

function schemaOfKey({ properties = {}, additionalProperties }: JsonSchema, key: string): JsonSchema | undefined {
  return Object.hasOwn(properties, key) ? properties[key] : additionalProperties || undefined;
}

function weighLeaf({ powers: declared }: JsonSchema, value: unknown, path: Path): Weighed {
  // A key whose power nobody has declared must not be obeyed; a test demands a declaration of each.
  if (declared === undefined) {
    throw new EtcdMigrateError('internal-error', `The key ${showPath(path)} of the manifest declares no power.`);
  }
  const nothing = { ignored: [], named: [], settings: [] };
  const [first, ...others] = declared.filter((power) => powers[power].untrusted === 'ignored');
  if (first !== undefined) return { ...nothing, kept: undefined, ignored: [{ path, powers: [first, ...others] }] };
  if (declared.length === 0) return { ...nothing, kept: value };
  return { ...nothing, kept: value, named: texts(value, path), settings: settingsOf(value, path) };
}

function texts(value: unknown, path: Path): readonly NamedPath[] {
  if (typeof value === 'string') return [{ path, name: value }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((name, index) => (typeof name === 'string' ? [{ path: [...path, index], name }] : []));
}

function settingsOf(value: unknown, path: Path): readonly Setting[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([key, setting]) => ({ path: [...path, key], value: setting }));
}

/** Each power once, in the order of the table. */
function unique(found: readonly Power[]): readonly Power[] {
  return (Object.keys(powers) as Power[]).filter((power) => found.includes(power));
}
