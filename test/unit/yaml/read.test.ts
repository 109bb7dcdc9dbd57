// Owns: YAML is read with its places, many documents of one file, whatever kind of file it is.
import { describe, expect, test } from 'vitest';
import type { FindingId } from '../../../src/findings.ts';
import { readYaml, type YamlDocuments } from '../../../src/yaml/read.ts';
import type { YamlMistake, YamlSource } from '../../../src/yaml/source.ts';

const source = (more: Partial<YamlSource> = {}): YamlSource => ({
  file: 'k8s.yaml',
  idOf: (mistake: YamlMistake) => `rule/scan-${mistake}` as string as FindingId,
  mayQuote: true,
  fix: { forSyntax: 'ask etcd', forSize: 'split the file' },
  ...more,
});

const read = (text: string, more?: Partial<YamlSource>): YamlDocuments => readYaml(text, source(more));
const findings = (text: string, more?: Partial<YamlSource>) => read(text, more).flatMap((each) => each.findings);

describe('several documents', () => {
  const text = '# first\nkind: Service\n---\nkind: StatefulSet\nspec: {replicas: 3}\n---\n# nothing\n';

  test('each has its value, where it begins and where its keys stand in the file', () => {
    const documents = read(text);
    expect(documents.map(({ value }) => value)).toEqual([
      { kind: 'Service' },
      { kind: 'StatefulSet', spec: { replicas: 3 } },
      undefined,
    ]);
    expect(documents.map(({ begin }) => begin.line)).toEqual([2, 4, 6]);
    expect(documents[1]?.locate(['spec', 'replicas'])).toEqual({ file: 'k8s.yaml', line: 5, column: 18 });
    expect(documents[1]?.locateKey(['kind'])).toEqual({ file: 'k8s.yaml', line: 4, column: 1 });
    expect(documents.flatMap(({ findings: told }) => told)).toEqual([]);
  });

  test('a mistake is told at its own document and leaves the others alone', () => {
    const [first, second, third] = read('a: 1\n---\nb: "x\n---\nc: 3\nc: 4\n');
    expect(first.findings).toEqual([]);
    expect(second?.findings).toMatchObject([{ id: 'rule/scan-syntax', where: { line: 3 } }]);
    expect(third).toBeUndefined();
    const [, broken, whole] = read('a: 1\n---\nb: 1\nb: 2\n---\nc: 3\n');
    expect(broken?.findings).toMatchObject([{ id: 'rule/scan-duplicate-key', where: { line: 4 } }]);
    expect([whole?.value, whole?.findings]).toEqual([{ c: 3 }, []]);
  });

  test('an anchor of one document means nothing in the next', () => {
    expect(findings('a: &x 1\n---\nb: *x\n')).toMatchObject([{ id: 'rule/scan-alias', where: { line: 3 } }]);
  });

  test('tabs are told at the first document that is indented with them, and all are read all the same', () => {
    const [first, second] = read('a: 1\n---\nb:\n\tc: 1\n');
    expect(first.findings).toEqual([]);
    expect(second?.findings).toMatchObject([{ id: 'rule/scan-tab-indentation', where: { line: 4, column: 1 } }]);
    expect(second?.value).toEqual({ b: { c: 1 } });
  });
});

test('a file without a document is one without a value', () => {
  expect(read('')).toMatchObject([{ value: undefined, findings: [] }]);
  expect(read('# only a comment\n')).toMatchObject([{ value: undefined, findings: [] }]);
});

test.for([
  ['a: 1\nb c\nd: 2\n', 'syntax'],
  ['a:\n\tb: 1\n', 'tab-indentation'],
  ['['.repeat(100), 'too-deep'],
  ['a:\n'.repeat(100_000), 'too-long'],
  ['a: *b\n', 'alias'],
  ['a: 1\na: 2\n', 'duplicate-key'],
  ['3: a\n', 'key-not-text'],
  ['<<: {a: 1}\n', 'merge-key'],
  ['__proto__: 1\n', 'unknown-key'],
] as const)('%j is told under the id that the reader was given', ([text, mistake]) => {
  expect(findings(text.slice(0, 400_000)).map(({ id }) => id)).toEqual([`rule/scan-${mistake}`]);
});

test('an alias bomb of one document leaves the others alone, also where all mistakes have one id', () => {
  const bomb = Array.from({ length: 20 }, (_, index) => {
    const inner = index === 0 ? 'x' : `*l${index - 1}`;
    return `l${index}: &l${index} [${Array.from({ length: 9 }, () => inner).join(', ')}]\n`;
  }).join('');
  const [first, second] = read(`a: 1\na: 2\n${bomb}---\nb: 1\n`, {
    idOf: () => 'rule/scan-yaml' as string as FindingId,
  });
  expect(first.findings).toMatchObject([{ id: 'rule/scan-yaml', message: expect.stringContaining('Aliases expand') }]);
  expect([second?.value, second?.findings]).toEqual([{ b: 1 }, []]);
});

test('advice that depends on the file is that of whoever reads it', () => {
  expect(findings('['.repeat(100))[0]?.fix).toBe('split the file');
  expect(findings('%FOO\n---\na: 1\n')[0]?.fix).toBe('ask etcd');
});

describe('a file that must not be quoted', () => {
  test.for([
    'a: *hunter2\n',
    'hunter2: &hunter2 [*hunter2]\n',
    'hunter2: 1\nhunter2: 2\n',
    '0x4711: hunter2\n',
    'token: !hunter2 x\n',
    'token: @hunter2\n',
    '%hunter2 hunter2\n---\na: 1\n',
    'token: "hunter2\n',
    'hunter2\nhunter2: a: b\n',
    '[hunter2, {hunter2\n',
    '"\\q hunter2": 1\n',
    '&hunter2 *hunter2\n',
  ])('is told its mistakes without a piece of it: %j', (text) => {
    const told = findings(text, { mayQuote: false });
    expect(told.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toMatch(/hunter2|4711/);
    // Each must be one that has a place, or nobody could find it.
    for (const { where } of told) expect(where?.line).toBeGreaterThan(0);
  });
});
