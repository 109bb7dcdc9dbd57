// Owns docs/manifest.md: every key of the manifest with its type, default, meaning and example.
// Must not hold a fact about a key itself; those are src/manifest/schema.ts and defaults.ts.
import { expectation, type JsonSchema, manifestJsonSchema } from '../../src/manifest/expectation.ts';
import { leaves } from '../../src/manifest/power-walk.ts';
import { type Power, powers } from '../../src/manifest/powers.ts';
import { MANIFEST_SCHEMA_URL, renderTemplate } from '../../src/manifest/template.ts';
import type { GeneratedFile } from './generator.ts';
import { code, GENERATED, table } from './markdown.ts';

export function manifestReference(): readonly GeneratedFile[] {
  const content = `# The manifest

${GENERATED}
<!-- Source: src/manifest/schema.ts, src/manifest/backups-schema.ts, src/manifest/defaults.ts, src/manifest/template.ts -->

\`etcd-migration.yaml\` says what to rehearse. Two lines are enough:

\`\`\`yaml
from: "3.5"
to: "3.7"
\`\`\`

Versions stand in quotes, because YAML reads \`3.10\` as the number 3.1. Every mistake in a manifest is reported at once,
with file, line and column; the exit code is then 2. Editors with a YAML language server complete and check keys when the
first line is

\`\`\`yaml
# yaml-language-server: $schema=${MANIFEST_SCHEMA_URL}
\`\`\`

A manifest is one YAML document of at most 1 MiB in UTF-8, with or without a byte order mark. Anchors and aliases work;
merge keys (\`<<\`) and tags (\`!foo\`) do not. Relative paths begin at the manifest's directory.

${sections(manifestJsonSchema(), [])
  .map(({ title, text }) => `## ${title}\n\n${text}\n`)
  .join('\n')}
## Refs that are not trusted

Whoever may change the manifest may not thereby run commands on the runner. Each key declares what could be done with it,
and on a ref that is not trusted (a pull request, or a branch that is neither the default one nor in the action's input
\`trusted-refs\`) this becomes of it, told at the key's place:

${powerTable()}

Inside the workspace means: with every symbolic link followed, for the manifest itself, \`etcd.configFile\`, the files of
\`backups.files\` and what stands beside them. A path that leads outside is an error and not ignored, because without the
file something else would be planned, rehearsed or proven. For the same reason a setting of etcd whose value may name a
file, because it has a slash in it and is no web address, is an error there; so is a configuration file with a key that
etcd 3.3 to 3.7 does not have, which may be another program's. Messages about an etcd configuration file never quote it. A group that cannot be without an ignored key is ignored as a whole: \`connection\`, \`backups.take\`.

The command line trusts its manifest; with \`--untrusted\` it does not, and the workspace is then the
current directory, or that of the workflow.

## The template

\`etcd-migrate init\` writes this, filled in with what it can find out:

\`\`\`yaml
${renderTemplate({ from: '3.5', to: '3.7' })}\`\`\`
`;
  return [{ path: 'docs/manifest.md', content }];
}

/** The table of powers: what each means, what becomes of a key that has it, and which keys those are. */
function powerTable(): string {
  const all = leaves(manifestJsonSchema());
  const rows = (Object.keys(powers) as Power[]).map((power) => {
    const keys = all.filter(({ schema }) => schema.powers?.includes(power)).map(({ path }) => code(path.join('.')));
    const end = powers[power].untrusted === 'ignored' ? 'ignored, with a warning' : 'an error outside of the workspace';
    return [`It ${powers[power].means}`, end, keys.join(', ')];
  });
  return table([['What a key can do', 'On such a ref', 'Keys'], ...rows]);
}

interface Section {
  readonly title: string;
  readonly text: string;
}

/** One section for each group of keys, outermost first. */
function sections(schema: JsonSchema, path: readonly string[]): Section[] {
  const entries = Object.entries(schema.properties ?? {});
  const rows = entries.map(([key, value]) => row(key, value, [...path, key], schema.required ?? []));
  const about = path.length === 0 ? '' : `${sentence(schema)}\n\n`;
  const text = `${about}${table([['Key', 'Value', 'Default', 'Meaning', 'Example'], ...rows])}`;
  const title = path.length === 0 ? 'Top level' : code(path.join('.'));
  const inner = entries.flatMap(([key, value]) => groupsOf(value, [...path, key]));
  return [{ title, text }, ...inner];
}

function groupsOf(schema: JsonSchema, path: readonly string[]): Section[] {
  if (schema.properties !== undefined) return sections(schema, path);
  const { items } = schema;
  return items !== undefined && items !== false && items.properties !== undefined
    ? sections({ ...items, description: schema.description ?? '' }, [...path.slice(0, -1), `${path.at(-1)}[]`])
    : [];
}

function row(key: string, schema: JsonSchema, path: readonly string[], required: readonly string[]): string[] {
  if (schema.description === undefined) throw new Error(`src/manifest/schema.ts: ${path.join('.')} has no description`);
  const isGroup = schema.properties !== undefined;
  const example = schema.examples?.[0];
  if (!isGroup && example === undefined) throw new Error(`src/manifest/schema.ts: ${path.join('.')} has no example`);
  const absent = required.includes(key) ? '**required**' : (otherwise(schema.description) ?? '–');
  return [
    code(key),
    isGroup ? 'see below' : valueText(schema),
    schema.default === undefined ? absent : code(compact(schema.default)),
    sentence(schema),
    isGroup ? '' : code(`${key}: ${compact(example)}`),
  ];
}

function valueText(schema: JsonSchema): string {
  const { items } = schema;
  if (items !== undefined && items !== false && items.properties !== undefined) return 'a list, see below';
  return expectation(schema);
}

/** The description ends in its default, which has a column of its own here. */
function sentence({ description = '' }: JsonSchema): string {
  return description.replace(/ Default: .*$/, '');
}

function otherwise(description: string): string | undefined {
  return / Default: (.*)\.$/.exec(description)?.[1];
}

/** YAML in one line: JSON with blanks. */
function compact(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(compact).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${/^\d/.test(key) ? JSON.stringify(key) : key}: ${compact(item)}`,
  );
  return `{ ${entries.join(', ')} }`;
}
