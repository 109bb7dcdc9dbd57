// Owns making dist/ from src/: rolldown's chunks, the protos that are read at run time, launchers, third-party notices.
// `--check` builds beside dist/ and says which files differ.
// Must not bundle sources that do not type-check, nor a package whose licence it cannot show.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { licensePlugin } from 'rolldown-license-plugin';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const out = check ? mkdtempSync(join(tmpdir(), 'etcd-migrate-dist-')) : join(root, 'dist');
const MAX_DIST_BYTES = 6 * 1024 * 1024;
const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** One bundle serves all; these files only pick the entry. Node prints its experimental warnings elsewhere. */
const launchers = { cli: 'cli', action: 'action', post: 'post', clients: 'clients' } as const;

async function build(): Promise<void> {
  // rolldown drops types unread: what doesn't type-check must not become a bundle.
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' });
  if (!check) rmSync(out, { recursive: true, force: true });
  await bundle(join(out, 'main'));
  // etcd3 loads rpc.proto when it is imported, and rpc.proto names the other two, which only protobufjs finds out.
  for (const proto of ['rpc.proto', 'kv.proto', 'auth.proto']) {
    put(join('main/proto', proto), readFileSync(join(root, 'node_modules/etcd3/proto', proto)));
  }
  cpSync(join(root, 'src/catalog/go-modules'), join(out, 'catalog/go-modules'), { recursive: true });
  for (const [folder, entry] of Object.entries(launchers)) {
    put(
      `${folder}/index.js`,
      `#!/usr/bin/env node\nimport { ${entry} } from '../main/index.js';\n\nawait ${entry}();\n`,
    );
  }
  put('package.json', `${JSON.stringify({ type: 'module' })}\n`);
  const bytes = filesOf(out).reduce((sum, file) => sum + readFileSync(join(out, file)).length, 0);
  if (bytes > MAX_DIST_BYTES) throw new Error(`dist/ has ${bytes} bytes, more than ${MAX_DIST_BYTES}`);
  console.log(`dist: ${filesOf(out).length} files, ${(bytes / 1024).toFixed(0)} KiB`);
}

/**
 * The bundle stays readable: names and lines stay, each module stands under its path, and packages stand apart from us
 * in `npm/`, so that a diff of dist/ shows whose code changed. Comments go, a third of the bytes; licences are in the
 * notices.
 */
async function bundle(directory: string): Promise<void> {
  const made = await rolldown({
    cwd: root,
    input: { index: 'src/entry/main.ts' },
    platform: 'node',
    transform: {
      target: 'node20',
      // etcd3 is CommonJS and finds its protos, in the folder beside its own, by `__dirname`.
      define: { __dirname: 'import.meta.dirname' },
    },
    plugins: [notices],
    onLog: (level, log, handle) => handle(level === 'warn' ? 'error' : level, log),
  });
  await made.write({
    dir: directory,
    format: 'esm',
    minify: false,
    comments: false,
    chunkFileNames: '[name].js',
    codeSplitting: {
      groups: [{ debugName: 'packages', test: /node_modules/, name: (id) => join('npm', packageOf(id)) }],
    },
  });
  await made.close();
}

function packageOf(module: string): string {
  const [scopeOrName = '', name = ''] = module.slice(module.lastIndexOf('node_modules/')).split('/').slice(1);
  return scopeOrName.startsWith('@') ? `${scopeOrName.slice(1)}-${name}` : scopeOrName;
}

/** Packages that name their licence and ship no text of it; a new one has to be looked at before it is bundled. */
const withoutText: ReadonlySet<string> = new Set(['@bomb.sh/tab']);

/** Fails where a bundled package names no licence, or has no text of one. */
const notices: Plugin = licensePlugin({
  failOnUnlicensed: true,
  done(packages, context) {
    const silent = packages.filter(({ name, licenseText }) => licenseText.trim() === '' && !withoutText.has(name));
    if (silent.length > 0) throw new Error(`No text of a licence: ${silent.map(({ name }) => name).join(', ')}`);
    const source = packages
      .map(({ name, version, license, licenseText }) => `${name} ${version}\n${license}\n\n${licenseText.trim()}\n`)
      .join('\n\n');
    context.emitFile({ type: 'asset', fileName: NOTICES, source });
  },
});

function put(name: string, content: string | Uint8Array): void {
  const path = join(out, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .sort();
}

function compare(): string[] {
  const committed = join(root, 'dist');
  const names = new Set([...filesOf(out), ...(existsSync(committed) ? filesOf(committed) : [])]);
  return [...names].filter((name) => {
    const [fresh, old] = [join(out, name), join(committed, name)];
    return !existsSync(fresh) || !existsSync(old) || !readFileSync(fresh).equals(readFileSync(old));
  });
}

await build();
if (check) {
  const different = compare();
  rmSync(out, { recursive: true, force: true });
  if (different.length > 0) {
    console.error(`dist/ is not what src/ builds; run npm run build. Different: ${different.join(', ')}`);
    process.exit(1);
  }
  console.log('dist/ is what src/ builds');
}
