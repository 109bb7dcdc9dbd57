// Owns saying what the schema found wrong, in terms of the file: place, what was expected, what stands there, the fix.
// Must not know rules that span several keys (rules/).

import type { z } from 'zod';
import type { Finding } from '../findings.ts';
import { present } from '../present.ts';
import { bare, join, type Path, quote, showPath } from '../yaml/phrase.ts';
import type { YamlDocument } from '../yaml/read.ts';
import { expectation, type JsonSchema, keysAt, pathsOfKey, schemaAt } from './expectation.ts';
import { nearest } from './nearest.ts';
import { exactRelease, lineOrRelease } from './versions.ts';

type Issue = z.core.$ZodIssue;

/** Every issue of the schema as a finding with its place. `value` is what was validated. */
export function issueFindings(issues: readonly Issue[], value: unknown, yaml: YamlDocument): Finding[] {
  const leaves = issues.flatMap((issue) => flatten(issue, []));
  const unknown = leaves.flatMap(({ issue, path }) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ path, key, meant: meantKey(path, key) })) : [],
  );
  const renamed = new Set(unknown.map(({ path, meant }) => JSON.stringify([...path, meant ?? null])));
  return [
    ...unknown.map(({ path, key, meant }) => unknownKey(path, key, meant, yaml)),
    ...leaves
      .filter(({ issue }) => issue.code !== 'unrecognized_keys')
      // A required key that is there under a misspelt name is one mistake, not two.
      .filter(({ path }) => !(valueAt(value, path) === undefined && renamed.has(JSON.stringify(path))))
      .map(({ issue, path }) =>
        issue.code === 'invalid_key' ? wrongKey(path, yaml) : wrongValue(path, valueAt(value, path), yaml),
      ),
  ];
}

interface Leaf {
  readonly issue: Issue;
  readonly path: Path;
}

/** A union's issues are those of the branch whose type was meant; where no type fits, the union itself is the issue. */
function flatten(issue: Issue, base: Path): Leaf[] {
  const path = [...base, ...issue.path.filter((part) => typeof part !== 'symbol')];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const meant = issue.errors.find((branch) =>
    branch.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'),
  );
  return meant === undefined ? [{ issue, path }] : meant.flatMap((inner) => flatten(inner, path));
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return undefined;
    current = (current as Record<string | number, unknown>)[part];
  }
  return current;
}

function meantKey(path: Path, key: string): string | undefined {
  return pathsOfKey(key).length > 0 ? undefined : nearest(key, keysAt(path));
}

function unknownKey(path: Path, key: string, meant: string | undefined, yaml: YamlDocument): Finding {
  const elsewhere = pathsOfKey(key).map((place) => place.slice(0, -1));
  const group = path.length === 0 ? '' : ` in ${showPath(path)}`;
  const fix =
    key === 'password'
      ? 'the password itself never stands in the manifest: name a variable with `passwordEnv` or a file with `passwordFile`'
      : meant !== undefined
        ? `did you mean \`${meant}\`?`
        : elsewhere.length > 0
          ? `\`${key}\` belongs ${join(elsewhere.map(placeName), 'or')}`
          : `valid keys here: ${keysAt(path).join(', ')}`;
  return {
    id: 'rule/manifest-unknown-key',
    severity: 'error',
    message: `Unknown key ${showPath([key])}${group}.`,
    where: yaml.locateKey([...path, key]),
    fix,
  };
}

function placeName(path: Path): string {
  return path.length === 0 ? 'to the top level' : `under ${showPath(path)}`;
}

function wrongKey(path: Path, yaml: YamlDocument): Finding {
  const group = path.slice(0, -1);
  const key = String(path.at(-1));
  const names = schemaAt(group)?.propertyNames;
  const dashes = /^--?([a-z][a-z0-9-]*)$/.exec(key)?.[1];
  return {
    id: 'rule/manifest-wrong-key',
    severity: 'error',
    message: `A key of ${showPath(group)} must be ${names === undefined ? 'another' : expectation(names)}, not ${quote(key)}.`,
    where: yaml.locateKey(path),
    ...present({ fix: dashes === undefined ? undefined : `write ${dashes}` }),
  };
}

function wrongValue(path: Path, value: unknown, yaml: YamlDocument): Finding {
  const schema = schemaAt(path) ?? {};
  const name = path.length === 0 ? 'The manifest' : showPath(path);
  const source = yaml.sourceOf(path);
  if (value === undefined) return missingKey(path, schema, yaml);
  if (value === null) {
    return {
      id: 'rule/manifest-missing-value',
      severity: 'error',
      message: `${name} has no value; it must be ${expectation(schema)}.`,
      where: yaml.locate(path),
      fix: 'give it a value, or remove the key',
    };
  }
  if (isVersion(schema) && typeof value === 'number') return unquotedVersion(path, value, source, yaml);
  const found = isSecret(path) ? 'what stands here (not shown, it may be a secret)' : describe(value, source);
  const fix = isSecret(path)
    ? undefined
    : typeof value === 'string'
      ? suggestion(schema, value, String(path.at(-1)).endsWith('Ms'))
      : quotation(schema, value, source);
  return {
    id: 'rule/manifest-wrong-value',
    severity: 'error',
    message: `${name} must be ${expectation(schema)}, not ${found}.`,
    where: yaml.locate(path),
    ...present({ fix }),
  };
}

function missingKey(path: Path, schema: JsonSchema, yaml: YamlDocument): Finding {
  const group = path.slice(0, -1);
  const example = schema.examples?.[0];
  return {
    id: 'rule/manifest-missing-key',
    severity: 'error',
    message: `${showPath(path)} is missing; it must be ${expectation(schema)}.`,
    where: group.length === 0 ? yaml.locate([]) : yaml.locateKey(group),
    ...present({ fix: example === undefined ? undefined : `add ${String(path.at(-1))}: ${JSON.stringify(example)}` }),
  };
}

/** `3.10` is 3.1 to YAML: the classic that makes a tool upgrade to the wrong release. */
function unquotedVersion(path: Path, value: number, source: string | undefined, yaml: YamlDocument): Finding {
  const written = bare(source ?? String(value));
  const key = path.at(-1);
  const misread = written === String(value) ? 'YAML would read 3.10 as 3.1' : `YAML reads it as ${value}`;
  return {
    id: 'rule/manifest-version-not-quoted',
    severity: 'error',
    message: `${showPath(path)} is the number ${written}, not a version: ${misread}.`,
    where: yaml.locate(path),
    fix: `quote it: ${typeof key === 'string' ? `${key}: ` : ''}"${written}"`,
  };
}

function isVersion(schema: JsonSchema): boolean {
  return schema.pattern?.includes('latest') ?? false;
}

/** Somebody may have put the secret itself where its variable or file should be named. */
function isSecret(path: Path): boolean {
  return path[0] === 'connection' && (path[1] === 'auth' || path[1] === 'tls') && path.length > 2;
}

function describe(value: unknown, source: string | undefined): string {
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quote(withoutUserInfo(value))}`;
  if (typeof value === 'number') {
    const written = bare(source ?? String(value));
    return `the number ${written}${written === String(value) ? '' : ` (which YAML reads as ${value})`}`;
  }
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'a mapping';
  return String(value);
}

/**
 * A text without the user and password of an address. It is searched by index and not by pattern: a text of 1 MiB must
 * not take quadratic time.
 */
function withoutUserInfo(text: string): string {
  const at = text.lastIndexOf('@');
  if (at === -1) return text;
  const authority = text.indexOf('://') + 3;
  return `${authority > 2 && authority <= at ? text.slice(0, authority) : ''}…@${text.slice(at + 1)}`;
}

/** A longer text is no slip of the finger, and patterns that search in it would take quadratic time. */
const MAX_MEANT = 100;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** What was most likely meant. */
function suggestion(schema: JsonSchema, value: string, isDuration: boolean): string | undefined {
  if (value.length > MAX_MEANT) return undefined;
  const choices = schema.enum ?? [];
  const meant = nearest(value, choices);
  if (meant !== undefined) return `did you mean ${JSON.stringify(meant)}?`;
  if (isVersion(schema)) return versionSuggestion(value);
  const types = (schema.anyOf ?? [schema]).map(({ type }) => type);
  if (types.includes('boolean') && /^(true|yes|on|y)$/i.test(value)) return 'write true, without quotes';
  if (types.includes('boolean') && /^(false|no|off|n)$/i.test(value)) return 'write false, without quotes';
  const duration = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
  const unit = UNITS[duration?.[2] ?? ''];
  if (isDuration && unit !== undefined) return `write ${Number(duration?.[1]) * unit} (milliseconds)`;
  if ((types.includes('integer') || schema.const !== undefined) && /^\d{1,9}$/.test(value))
    return `write ${value}, without quotes`;
  if (schema.format === 'uri' && /^[\w.-]+(:\d+)?$/.test(value)) return `write https://${value} or http://${value}`;
  if (types.includes('array')) return `write a list: [${quote(value)}]`;
  return undefined;
}

/** The advice to quote a number or boolean, where its very text would do. */
function quotation(schema: JsonSchema, value: unknown, source: string | undefined): string | undefined {
  const isPlain = schema.type === 'string' && schema.enum === undefined && schema.format === undefined;
  if (!isPlain || (typeof value !== 'number' && typeof value !== 'boolean')) return undefined;
  const written = source ?? String(value);
  const fits = schema.pattern === undefined || new RegExp(schema.pattern).test(written);
  return fits ? `quote it: "${bare(written)}"` : undefined;
}

function versionSuggestion(value: string): string | undefined {
  const found = (/\d+\.\d+\.\d+/.exec(value) ?? /\d+\.\d+/.exec(value))?.[0];
  const written = found?.replace(/\b0+(?=\d)/g, '');
  if (written === undefined || !lineOrRelease.test(written)) return undefined;
  return exactRelease.test(written) ? `write "${written}"` : `write "${written}" for the newest release of that line`;
}
