// Owns making dist/ from src/: tsc to lib/, ncc to one bundle, and the assets that ncc does not see.
// `--check` builds beside dist/ and says which files differ.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import ncc from '@vercel/ncc';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const out = check ? mkdtempSync(join(tmpdir(), 'etcd-migrate-dist-')) : join(root, 'dist');
const MAX_DIST_BYTES = 8 * 1024 * 1024;

/** One bundle serves all three; these files only pick the entry. Node prints its experimental warnings elsewhere. */
const launchers = { cli: 'cli', action: 'action', post: 'post' } as const;

async function build(): Promise<void> {
  rmSync(join(root, 'lib'), { recursive: true, force: true });
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  const { code, assets } = await ncc(join(root, 'lib/src/entry/main.js'), {
    minify: false,
    sourceMap: false,
    cache: false,
    esm: true,
    quiet: true,
    license: 'THIRD-PARTY-NOTICES.txt',
    filterAssetBase: root,
  });
  if (!check) rmSync(out, { recursive: true, force: true });
  const put = (name: string, content: string | Uint8Array): void => {
    const path = join(out, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  put('main/index.js', code);
  for (const [name, asset] of Object.entries(assets)) {
    // grpc-js drags in protos of services that are never loaded here.
    if (/(^|\/)(xds|protoc-gen-validate)\//.test(name) || name.endsWith('channelz.proto')) continue;
    put(join('main', name), asset.source);
  }
  // rpc.proto imports these two by name, which only protobufjs knows at run time (vercel/ncc#898).
  for (const proto of ['kv.proto', 'auth.proto']) {
    put(join('main', proto), readFileSync(join(root, 'node_modules/etcd3/proto', proto)));
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
