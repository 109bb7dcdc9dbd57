// Owns: the table of finding ids is closed on both sides, and every number of a known issue that people meet is explained.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingPage } from '../../scripts/generate/findings.ts';
import { knownIssuePage } from '../../scripts/generate/known-issues.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { explained, findingTable } from '../../src/findings.ts';

const root = join(import.meta.dirname, '../..');
const read = (pattern: string): { readonly file: string; readonly text: string }[] =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const code = read('src/**/*.ts').filter(({ file }) => file !== 'src/findings.ts');

/**
 * Every id that code makes, prefixes left out; rules on the manifest leave theirs to src/manifest/draft.ts, readers of a
 * file name its mistakes, and powers the rule that refuses them.
 */
function idsIn(sources: typeof code): Set<string> {
  const whole = sources.flatMap(({ text }) => [...text.matchAll(/'(rule\/[a-z0-9-]*[a-z0-9])'/g)].map(([, id]) => id));
  const rules = sources
    .filter(({ file }) => file.startsWith('src/manifest/rules/'))
    .flatMap(({ text }) => [...text.matchAll(/\brule: ([^\n]+),\n/g)].map(([, value]) => value ?? ''))
    .flatMap((value) => [...value.matchAll(/'([a-z0-9-]+)'/g)].map(([, rule]) => `rule/manifest-${rule}`));
  const mistakes = sources
    .filter(({ file }) => /^src\/yaml\/(source|text)\.ts$|^src\/manifest\/yaml-files\.ts$/.test(file))
    .flatMap(({ text }) => [...text.matchAll(/^export type \w+Mistake =([^;]*);|idOf\(('[a-z-]+')\)/gm)])
    .flatMap(([, union, one]) => [...(union ?? one ?? '').matchAll(/'([a-z0-9-]+)'/g)])
    .map(([, mistake]) => `rule/manifest-${mistake}`);
  const refused = sources
    .filter(({ file }) => file === 'src/manifest/powers.ts')
    .flatMap(({ text }) => [...text.matchAll(/\brule: '([a-z-]+)'/g)].map(([, rule]) => `rule/${rule}`));
  return new Set([...whole, ...rules, ...mistakes, ...refused].filter((id) => id !== undefined));
}

describe('the table of finding ids', () => {
  // Which key of the manifest an id is about says nothing of who makes it.
  const made = idsIn(code.filter(({ file }) => file !== 'src/plan/objections.ts'));

  it('has every id that a rule, the planner or the app makes', () => {
    expect(made.size).toBeGreaterThan(60);
    expect([...idsIn(code)].filter((id) => !Object.hasOwn(findingTable, id))).toEqual([]);
  });

  it('has no id that nothing makes', () => {
    expect(Object.keys(findingTable).filter((id) => !made.has(id))).toEqual([]);
  });

  it.each(Object.entries(findingTable))('%s says in a sentence what to do', (id, { title, help }) => {
    expect(id).toMatch(/^rule\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title).toMatch(/[^.]$/);
    expect(help).toMatch(/^[A-Z].*\.$/);
  });

  it('speaks where a finding has no words of its own, and never over them', () => {
    const { help, title } = findingTable['rule/members'];
    const severity = 'warning';
    expect(explained({ id: 'rule/members', severity })).toEqual({ title, fix: help });
    expect(explained({ id: 'rule/members', severity, fix: 'Buy a third.' })).toEqual({ title, fix: 'Buy a third.' });
    const unknown = 'rule/of-another-version';
    expect(explained({ id: unknown, severity })).toEqual({ title: unknown, fix: undefined });
  });

  it('gives a note no advice that it does not have itself', () => {
    const { title } = findingTable['rule/known-bad'];
    expect(explained({ id: 'rule/known-bad', severity: 'note' })).toEqual({ title, fix: undefined });
  });

  it('is a page with every id and its title', () => {
    const [page] = findingPage();
    for (const [id, { severity, title }] of Object.entries(findingTable)) {
      expect(page?.content.split(`| \`${id}\` | ${severity} | ${title} |`), id).toHaveLength(2);
    }
  });
});

describe('the page of known issues', () => {
  const page = knownIssuePage()[0]?.content ?? '';
  const explainedThere = new Set([
    ...[...page.matchAll(/^### (K\d+)$/gm)].map(([, id]) => id),
    ...[...page.matchAll(/<a id="b\d+"><\/a>(B\d+)/g)].map(([, id]) => id),
  ]);

  it('explains every number that a text of the program, its catalog or its documentation names', () => {
    const texts = [
      ...code,
      ...read('src/**/*.json'),
      ...read('*.md'),
      ...read('docs/*.md'),
      ...read('examples/**/*.md'),
    ];
    const named = texts
      .filter(({ file }) => file !== 'docs/known-issues.md')
      .flatMap(({ file, text }) => [...text.matchAll(/\b[KB]\d{1,2}\b/g)].map(([id]) => ({ file, id })));
    expect(new Set(named.map(({ id }) => id)).size).toBeGreaterThan(60);
    expect(named.filter(({ id }) => !explainedThere.has(id))).toEqual([]);
  });

  it('is where every finding and every fact of the catalog that names a number leads', () => {
    const { hops, symptoms, restores } = loadCatalog();
    const facts = [
      ...hops.flatMap(({ preparations, freezes }) => [...preparations, ...freezes]),
      ...symptoms.filter(({ knownAs }) => /^[KB]\d+$/.test(knownAs)),
      ...restores.refused,
    ];
    const named = [
      ...facts.map(({ knownAs }) => knownAs),
      ...Object.values(findingTable).flatMap((each) => each.knownAs),
    ];
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((id) => !explainedThere.has(id))).toEqual([]);
  });

  it('has what nobody may do while both lines run under the finding that says so', () => {
    const freezes = new Set(loadCatalog().hops.flatMap((hop) => hop.freezes.map(({ knownAs }) => knownAs)));
    expect([...freezes].sort()).toEqual([...findingTable['rule/freeze'].knownAs].sort());
  });
});
