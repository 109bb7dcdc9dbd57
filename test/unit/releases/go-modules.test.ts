// The pinned Go modules are complete, belong to the catalog, and are found from the bundle.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { goModulesDirectory } from '../../../src/releases/go-modules.ts';

const directory = goModulesDirectory();
const versions = readdirSync(directory);

it('is found beside the bundle, wherever that lies, and missed by name', async () => {
  const root = await mkdtemp(join(tmpdir(), 'etcd-migrate-dist-'));
  try {
    const moduleAt = (path: string): string => pathToFileURL(join(root, path)).href;
    expect(() => goModulesDirectory(moduleAt('dist/main/index.js'))).toThrow(join(root, 'dist/catalog/go-modules'));
    await mkdir(join(root, 'dist/catalog/go-modules'), { recursive: true });
    for (const path of ['dist/main/index.js', 'dist/index.js']) {
      expect(goModulesDirectory(moduleAt(path))).toBe(join(root, 'dist/catalog/go-modules'));
    }
  } finally {
    await rm(root, { recursive: true });
  }
});

it('covers the newest release of every maintained line that this build knows', () => {
  expect(versions).toEqual(expect.arrayContaining(['3.4.31', '3.5.33', '3.6.14', '3.7.0', '3.7.1']));
});

it.each(versions)('%s: the module of exactly that release, with a checksum for every module it requires', (version) => {
  const release = loadCatalog().releases.find((each) => each.version === version);
  expect(release?.go, 'its packages stand in the catalog').toBeDefined();
  const mod = readFileSync(join(directory, version, 'go.mod'), 'utf8');
  const sum = readFileSync(join(directory, version, 'go.sum'), 'utf8');
  expect(existsSync(join(directory, version, 'go.work'))).toBe(false);
  expect(mod).not.toMatch(/^\s*(replace|exclude)\b/m);
  expect(/^go (.+)$/m.exec(mod)?.[1], 'Go 1.26 is what README promises to be enough').toBe('1.26.0');
  const required = [...mod.matchAll(/^\t(\S+) (v\S+)/gm), ...mod.matchAll(/^require (\S+) (v\S+)/gm)];
  expect(required.length).toBeGreaterThan(20);
  for (const [, module, wanted] of required) expect(sum).toContain(`${module} ${wanted}/go.mod h1:`);
  const etcd = required.filter(([, module]) =>
    /^go\.etcd\.io\/etcd(\/(server|etcdctl|etcdutl)\/v3)?$/.test(module ?? ''),
  );
  expect(etcd.length).toBe(version.startsWith('3.4.') ? 1 : 3);
  for (const [, module, wanted] of etcd) {
    expect(sum).toContain(`${module} ${wanted} h1:`);
    if (module !== 'go.etcd.io/etcd') expect(wanted).toBe(`v${version}`);
  }
});
