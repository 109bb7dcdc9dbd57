// Owns: every key of the manifest declares its power, and what an untrusted ref may not use follows from that alone.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type JsonSchema, manifestJsonSchema } from '../../../src/manifest/expectation.ts';
import { group, groups, optional, required, Text } from '../../../src/manifest/keys.ts';
import { leaves, weigh } from '../../../src/manifest/power-walk.ts';
import { powers } from '../../../src/manifest/powers.ts';

/** Keys that say nothing of their power. */
function undeclared(schema: JsonSchema): readonly string[] {
  return leaves(schema)
    .filter(({ schema: leaf }) => leaf.powers === undefined)
    .map(({ path }) => path.join('.'));
}

const schemaOf = (shape: z.ZodType): JsonSchema => z.toJSONSchema(shape, { io: 'input' }) as JsonSchema;
const examples: [string] = ['x'];

describe('a declaration of each key', () => {
  test('stands in the schema', () => {
    expect(undeclared(manifestJsonSchema())).toEqual([]);
    expect(leaves(manifestJsonSchema()).length).toBeGreaterThan(60);
  });

  test('is missed at a key, in a group, in a list, in a mapping, and where only the group has one', () => {
    const key = z.string().meta({ description: 'Declares nothing.' });
    const declared = required(Text, 'Declares.', { power: 'harmless', examples });
    const shape = z.strictObject({
      declared,
      key,
      group: group(z.strictObject({ declared, key }), 'A group.'),
      list: groups(z.array(z.strictObject({ declared, key })), 'A list.', { examples }),
      mapping: group(z.record(z.string(), z.strictObject({ declared, key })), 'A mapping.'),
      above: optional(z.strictObject({ key }), 'A group that declares.', { power: 'harmless', examples }),
      either: z.union([z.string(), z.strictObject({ declared })]),
    });
    expect(undeclared(schemaOf(shape))).toEqual([
      ...['key', 'group.key', 'list.[].key', 'mapping.*.key', 'above.key', 'either'],
    ]);
  });

  test('that is missing is no permission', () => {
    const schema = schemaOf(z.strictObject({ key: z.string().optional() }));
    expect(() => weigh(schema, { key: 'x' })).toThrow(expect.objectContaining({ code: 'internal-error' }));
  });

  test('names a power of the closed list, for keys of each', () => {
    const declared = leaves(manifestJsonSchema()).flatMap(({ schema }) => schema.powers ?? []);
    expect(new Set(declared)).toEqual(new Set(Object.keys(powers)));
  });

  test('is made for what names commands, files, hosts, variables and binaries', () => {
    const harmless = leaves(manifestJsonSchema())
      .filter(({ schema }) => schema.powers?.length === 0)
      .map(({ path, schema }) => `${path.join('.')}: ${schema.description}`);
    // Words that a harmless key has no reason to be described with.
    expect(harmless.filter((text) => /\bcommand\b|environment variable|relative to|PEM|\bURL\b/i.test(text))).toEqual(
      [],
    );
  });
});

describe('what is ignored', () => {
  const cluster = z.strictObject({
    name: optional(Text, 'x', { power: 'harmless', examples }),
    host: required(Text, 'x', { power: 'is-sent-credentials', examples }),
    command: optional(Text, 'x', { power: 'runs-command', examples }),
  });
  const schema = schemaOf(
    z.strictObject({
      run: optional(Text, 'x', { power: 'runs-command', examples }),
      file: optional(Text, 'x', { power: 'reads-path', examples }),
      both: optional(Text, 'x', { power: ['reads-path', 'writes'], examples }),
      cluster: group(cluster, 'x'),
      tools: group(z.strictObject({ run: optional(Text, 'x', { power: 'runs-command', examples }) }), 'x'),
      clusters: groups(z.array(cluster), 'x', { examples }),
      named: group(
        z.record(z.string(), z.strictObject({ run: optional(Text, 'x', { power: 'writes', examples }) })),
        'x',
      ),
    }),
  );

  test('is the key alone, and the group where it cannot be without it', () => {
    const { kept, ignored, named } = weigh(schema, {
      run: 'a',
      file: 'b',
      both: 'c',
      cluster: { name: 'd', host: 'e', command: 'f' },
      tools: { run: 'g' },
      clusters: [{ name: 'h', host: 'i' }],
      named: { j: { run: 'k' } },
    });
    expect(kept).toEqual({ file: 'b', tools: {}, clusters: [], named: { j: {} } });
    expect(ignored).toEqual([
      { path: ['run'], powers: ['runs-command'] },
      { path: ['both'], powers: ['writes'] },
      { path: ['cluster'], powers: ['is-sent-credentials'] },
      { path: ['tools', 'run'], powers: ['runs-command'] },
      { path: ['clusters', 0], powers: ['is-sent-credentials'] },
      { path: ['named', 'j', 'run'], powers: ['writes'] },
    ]);
    // Nothing is asked of the path of a key that nobody obeys.
    expect(named).toEqual([{ path: ['file'], name: 'b' }]);
  });

  test('is no reason to stumble over what is not valid', () => {
    for (const value of [
      null,
      undefined,
      3,
      'x',
      [],
      { cluster: 'x', run: 3, clusters: { a: 1 }, file: [1], odd: {} },
    ]) {
      expect(() => weigh(schema, value)).not.toThrow();
    }
  });
});
