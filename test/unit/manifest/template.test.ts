import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveManifest } from '../../../src/manifest/resolve.ts';
import { MANIFEST_SCHEMA_URL, renderTemplate } from '../../../src/manifest/template.ts';
import { parseManifest } from '../../support/parse-manifest.ts';

const encoder = new TextEncoder();
const parse = (text: string) => parseManifest(encoder.encode(text), 'm.yaml');
const resolve = (text: string) => resolveManifest(parse(text), {});

/** Takes the comment sign off every line that holds a key or a list item. */
function uncomment(template: string): string {
  return template
    .split('\n')
    .map((line) => {
      const bare = line.replace(/^(\s*)# /, '$1');
      const isSetting = /^\s*(- [\w"]|[a-z][A-Za-z0-9-]*:(\s|$))/.test(bare) && !bare.includes('quick: the');
      return isSetting && !bare.includes('$schema') ? bare : line;
    })
    .join('\n');
}

describe('the template of init', () => {
  test('resolves to the defaults, without a warning', () => {
    const template = renderTemplate({ from: '3.5', to: '3.7' });
    expect(parse(template).warnings).toEqual([]);
    expect(resolve(template)).toEqual(resolve('from: "3.5"\nto: "3.7"\n'));
  });

  test('shows as defaults what are defaults: with every line taken in, only the examples differ', () => {
    const whole = uncomment(renderTemplate({ from: '3.5', to: '3.7' }));
    const resolved = resolve(whole);
    const standard = resolve('from: "3.5"\nto: "3.7"\n');
    expect(whole).toMatch(/^ {2}thresholds:\n {4}longestWriteGapMs/m);
    expect(resolved.rehearsal).toEqual({ ...standard.rehearsal, tls: false, auth: false });
    expect(resolved.releases).toEqual(standard.releases);
    expect([resolved.name, resolved.voters]).toEqual([standard.name, standard.voters]);
    // The examples are there too, so this is no comparison of nothing with nothing.
    expect(resolved.connection?.auth?.passwordEnv).toBe('ETCD_PASSWORD');
    expect(resolved.settings.shared.flags['auto-compaction-retention']).toBe('1h');
    expect(resolved.accept).toHaveLength(1);
  });

  test('takes in what is known', () => {
    const endpoints = ['http://10.0.0.1:2379', 'http://10.0.0.2:2379'];
    const byCount = resolve(renderTemplate({ from: '3.5.16', to: '3.6', members: 5, connection: { endpoints } }));
    expect(byCount).toMatchObject({ from: '3.5.16', to: '3.6', voters: 5, connection: { endpoints } });
    const connection = {
      endpoints: ['https://10.0.0.1:2379'],
      tls: { caFile: '/a "b"/ca.pem', certFile: 'c.pem', keyFile: 'k.pem' },
      auth: { username: 'root', passwordEnv: 'ETCDCTL_PASSWORD' },
    };
    expect(resolve(renderTemplate({ to: '3.6', connection })).connection).toEqual(connection);
    const byName = resolve(renderTemplate({ from: '3.5', to: '3.6', members: ['a-1', 'a-2', 'a-3'] }));
    expect(byName.memberNames).toEqual(['a-1', 'a-2', 'a-3']);
  });

  test('starts one line below the target when nothing is known', () => {
    expect(resolve(renderTemplate({ to: '3.7' })).from).toBe('3.6');
    expect(resolve(renderTemplate({ to: '3.10.2' })).from).toBe('3.9');
  });

  test('names the schema for editors in its first line', () => {
    const [first] = renderTemplate({ to: '3.7' }).split('\n');
    expect(first).toBe(`# yaml-language-server: $schema=${MANIFEST_SCHEMA_URL}`);
  });
});

test.for(['minimal', 'three-members'])('examples/%s is valid, goes from 3.5 to 3.7 and warns of nothing', (name) => {
  const file = new URL(`../../../examples/${name}/etcd-migration.yaml`, import.meta.url);
  const parsed = parseManifest(readFileSync(file), 'etcd-migration.yaml');
  expect(parsed.warnings).toEqual([]);
  expect(resolveManifest(parsed, {})).toMatchObject({ from: '3.5', to: '3.7', voters: 3 });
});
