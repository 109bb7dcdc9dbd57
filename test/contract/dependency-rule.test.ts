// The dependency rule of docs/architecture.md, read from the imports themselves.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const src = join(root, 'src');

const pureCore = [
  'yaml',
  'catalog',
  'manifest',
  'plan',
  'rules',
  'scan',
  'judge',
  'report',
  'errors.ts',
  'findings.ts',
  'present.ts',
  'platform/ports.ts',
];
const adapters = ['etcd', 'drivers', 'releases', 'repo', 'workload', 'checks', 'backup', 'github'];

/** Node modules without sockets, processes or files. */
const pureNodeModules = new Set(['node:crypto', 'node:perf_hooks', 'node:util', 'node:assert']);

/** Package → the only places that may import it. */
const keepers: Readonly<Record<string, readonly string[]>> = {
  etcd3: ['etcd'],
  cockatiel: ['etcd'],
  '@actions/core': ['github'],
  '@actions/github': ['github'],
  '@actions/exec': ['platform'],
  'node:child_process': ['drivers', 'releases', 'platform', 'workload/own-process.ts'],
  commander: ['app'],
  // A live etcd's own file is data and no file of the user's: nobody is told places in it.
  yaml: ['yaml', 'drivers/process/running-settings.ts'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import of the sources; relative ones as paths below src/, others as package names. */
function importsOf(): Import[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((from) => {
    const text = readFileSync(join(src, from), 'utf8');
    const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    return specifiers.map((specifier) => ({
      from,
      to: specifier.startsWith('.')
        ? relative(src, join(src, dirname(from), specifier))
        : specifier.startsWith('node:')
          ? specifier
          : specifier
              .split('/')
              .slice(0, specifier.startsWith('@') ? 2 : 1)
              .join('/'),
    }));
  });
}

const within = (path: string, places: readonly string[]): boolean =>
  places.some((place) => path === place || path.startsWith(`${place}/`));
const isOurs = (path: string): boolean => path.endsWith('.ts') || path.endsWith('.json');
const imports = importsOf();
const broken = (rule: (edge: Import) => boolean): string[] =>
  imports.filter(rule).map(({ from, to }) => `${from} imports ${to}`);

describe('dependency rule', () => {
  it('reads a believable number of imports', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  it('lets the pure core import only itself and pure modules', () => {
    expect(
      broken(({ from, to }) => {
        if (!within(from, pureCore)) return false;
        if (to.startsWith('node:')) return !pureNodeModules.has(to);
        return isOurs(to) && !within(to, [...pureCore, '../package.json']);
      }),
    ).toEqual([]);
  });

  it('lets the reader of YAML know of no file that it reads', () => {
    expect(
      broken(({ from, to }) => within(from, ['yaml']) && isOurs(to) && !within(to, ['yaml', 'findings.ts'])),
    ).toEqual([]);
  });

  it('lets the engine touch the world only through its own ports', () => {
    expect(
      broken(({ from, to }) => {
        if (!within(from, ['engine'])) return false;
        if (to.startsWith('node:')) return !pureNodeModules.has(to);
        return isOurs(to) ? !within(to, ['engine', ...pureCore]) : to !== 'zod';
      }),
    ).toEqual([]);
  });

  it('keeps adapters apart: they may import etcd and platform, never each other', () => {
    expect(
      broken(({ from, to }) => {
        const [home = ''] = from.split('/');
        if (!adapters.includes(home) || !isOurs(to)) return false;
        return !within(to, [home, 'etcd', 'platform', 'engine', ...pureCore, '../package.json']);
      }),
    ).toEqual([]);
  });

  it('lets adapters know of the engine its ports only', () => {
    expect(
      broken(({ from, to }) => {
        const [home = ''] = from.split('/');
        return (
          adapters.includes(home) && within(to, ['engine']) && to !== 'engine/ports.ts' && to !== 'engine/journal.ts'
        );
      }),
    ).toEqual([]);
  });

  it('keeps platform below everything else', () => {
    expect(
      broken(({ from, to }) => {
        if (!within(from, ['platform']) || !isOurs(to)) return false;
        return !within(to, ['platform', 'errors.ts', 'present.ts', 'engine/ports.ts', 'engine/journal.ts']);
      }),
    ).toEqual([]);
  });

  it('lets no file outside of src/drivers name a driver: the list of those that there are is drivers/index.ts', () => {
    const folders = readdirSync(join(src, 'drivers'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders).toContain('process');
    const named = new RegExp(`drivers/(?:${folders.join('|')})/`);
    const naming = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !within(file, ['drivers']))
      .filter((file) => named.test(readFileSync(join(src, file), 'utf8')));
    expect(naming).toEqual([]);
    const listing = broken(({ from, to }) => to === 'drivers/index.ts' && !within(from, ['app/shell/composition.ts']));
    expect(listing).toEqual([]);
  });

  it('lets only entries import the app, and nothing import an entry', () => {
    expect(broken(({ from, to }) => within(to, ['app']) && !within(from, ['app', 'entry']))).toEqual([]);
    expect(broken(({ from, to }) => within(to, ['entry']) && !within(from, ['entry']))).toEqual([]);
  });

  it.each(Object.entries(keepers))('lets only its keepers import %s', (name, places) => {
    expect(broken(({ from, to }) => to === name && !within(from, places))).toEqual([]);
  });

  it('reads process.env and process.argv in entry/ alone', () => {
    const readers = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !within(file, ['entry']))
      .filter((file) =>
        /\bprocess\.(env|argv)\b/.test(readFileSync(join(src, file), 'utf8').replaceAll(/^\s*(\/\/|\*).*$/gm, '')),
      );
    expect(readers).toEqual([]);
  });

  it('opens every source file with two lines that say what it owns', () => {
    const unowned = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => !/^\/\/ Owns /.test(readFileSync(join(src, file), 'utf8')));
    expect(unowned).toEqual([]);
  });
});
