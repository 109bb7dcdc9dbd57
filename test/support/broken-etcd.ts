// Owns building etcd with a planted defect, from the catalog's pinned modules: what the judges are there to find.
// Must not know which judge finds it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { compilerFlags } from '../../src/releases/sources/go-toolchain.ts';
import { giveWay } from './go-tool.ts';

const exec = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/broken-etcd');
const module = 'go.etcd.io/etcd/server/v3';
const version = '3.7.1';
/** etcd's server compiled anew where two cores are shared. */
const BUILD_LIMIT_MS = 15 * 60_000;

/**
 * - `lost-write`: every thousandth revision is acknowledged and told to watchers, but not stored;
 * - `silent-write`: the same, and watchers are not told either;
 * - `dropped-event`: every hundredth revision is stored, but watchers are not told;
 * - `stale-read`: linearizable reads do not ask the other members;
 * - `short-lease`: leases end after half of their time.
 */
export type Defect = 'lost-write' | 'silent-write' | 'dropped-event' | 'stale-read' | 'short-lease';

interface Patch {
  readonly file: string;
  /** Must stand in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

/** Chosen when linking, so that the packages are compiled once for all defects. */
const patches: readonly Patch[] = [
  {
    file: 'storage/mvcc/kvstore_txn.go',
    from: '\ttw.tx.UnsafeSeqPut(schema.Key, ibytes, d)\n\ttw.s.kvindex.Put(key, idxRev)\n',
    to: [
      '\tif (Defect == "lost-write" || Defect == "silent-write") && rev%1000 == 0 {',
      '\t\ttw.changes = append(tw.changes, kv)',
      '\t\treturn',
      '\t}',
      '\ttw.tx.UnsafeSeqPut(schema.Key, ibytes, d)',
      '\ttw.s.kvindex.Put(key, idxRev)',
      '',
    ].join('\n'),
  },
  {
    file: 'storage/mvcc/watchable_store_txn.go',
    from: '\ttw.s.notify(rev, evs)\n',
    to: [
      '\tif !(Defect == "dropped-event" && rev%100 == 0) && !(Defect == "silent-write" && rev%1000 == 0) {',
      '\t\ttw.s.notify(rev, evs)',
      '\t}',
      '',
    ].join('\n'),
  },
  {
    file: 'storage/mvcc/watchable_store_txn.go',
    from: 'func (tw *watchableStoreTxnWrite) End() {',
    to: '// Defect is set when linking.\nvar Defect string\n\nfunc (tw *watchableStoreTxnWrite) End() {',
  },
  {
    file: 'etcdserver/v3_server.go',
    from: '\tif !r.Serializable {\n\t\terr = s.read.LinearizableReadNotify(ctx)',
    to: '\tif !r.Serializable && mvcc.Defect != "stale-read" {\n\t\terr = s.read.LinearizableReadNotify(ctx)',
  },
  {
    file: 'lease/lease.go',
    from: '\tnewExpiry := time.Now().Add(extend + time.Duration(l.getRemainingTTL())*time.Second)\n',
    to: [
      '\tnewExpiry := time.Now().Add(extend + time.Duration(l.getRemainingTTL())*time.Second)',
      '\tif Defect == "short-lease" {',
      '\t\tnewExpiry = time.Now().Add(extend + time.Duration(l.getRemainingTTL())*time.Second/2)',
      '\t}',
      '',
    ].join('\n'),
  },
  {
    file: 'lease/lease.go',
    from: 'type Lease struct {',
    to: '// Defect is set when linking.\nvar Defect string\n\ntype Lease struct {',
  },
];

/** Path of an etcd 3.7.1 that has this defect; built once, kept in the tests' cache. */
export async function brokenEtcd(defect: Defect): Promise<string> {
  const stamp = createHash('sha256').update(JSON.stringify(patches)).digest('hex').slice(0, 12);
  const path = join(cache, `etcd-${version}-${defect}-${stamp}`);
  if (existsSync(path)) return path;
  const sources = await patchedSources(stamp);
  const building = `${path}.${process.pid}`;
  const variables = ['storage/mvcc', 'lease'].map((name) => `-X ${module}/${name}.Defect=${defect}`);
  const ldflags = ['-s', '-w', ...variables].join(' ');
  await go(['build', ...compilerFlags, '-buildvcs=false', '-ldflags', ldflags, '-o', building, module], sources);
  await rename(building, path);
  return path;
}

/** The pinned modules with etcd's server module replaced by a patched copy. Go forbids overlays of its module cache. */
async function patchedSources(stamp: string): Promise<string> {
  const directory = join(cache, `sources-${version}-${stamp}`);
  if (existsSync(directory)) return directory;
  await mkdir(cache, { recursive: true });
  const making = await mkdtemp(join(cache, 'sources-'));
  try {
    for (const file of ['go.mod', 'go.sum']) {
      await copyFile(join(root, 'src/catalog/go-modules', version, file), join(making, file));
    }
    await go(['mod', 'download', `${module}@v${version}`], making);
    const original = (await go(['list', '-m', '-f', '{{.Dir}}', module], making)).trim();
    const server = join(making, 'server');
    await cp(original, server, { recursive: true });
    await makeWritable(server);
    for (const patch of patches) await apply(patch, server);
    await go(['mod', 'edit', '-replace', `${module}=./server`], making);
    await rename(making, directory);
    return directory;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Files of Go's module cache are read-only, and copies of them too. */
async function makeWritable(directory: string): Promise<void> {
  for (const folder of ['.', 'storage/mvcc', 'etcdserver', 'lease']) await chmod(join(directory, folder), 0o755);
  for (const { file } of patches) await chmod(join(directory, file), 0o644);
}

async function apply({ file, from, to }: Patch, server: string): Promise<void> {
  const path = join(server, file);
  const parts = (await readFile(path, 'utf8')).split(from);
  if (parts.length !== 2)
    throw new Error(`${file} of etcd ${version} has ${parts.length - 1} places to patch, not one`);
  await writeFile(path, parts.join(to));
}

async function go(args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0' };
  const running = exec('go', [...args], { cwd, env, timeout: BUILD_LIMIT_MS, maxBuffer: 64 * 2 ** 20 });
  giveWay(running.child.pid);
  return (await running).stdout;
}
