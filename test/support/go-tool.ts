// Owns getting a test tool that is published as a Go module only, built once into the tests' cache.
// Must not know what the tool is for.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { compilerFlags } from '../../src/releases/sources/go-toolchain.ts';

const defaultCache = resolve(import.meta.dirname, '../../node_modules/.cache/test-tools');
/** The largest takes minutes where two cores are shared. */
export const GO_TOOL_LIMIT_MS = 10 * 60_000;
/** A quiet test runner would look hung. */
const TELL_EVERY_MS = 1_500;

export type GoTool = { readonly path: string } | { readonly missing: string };

export interface GoToolOptions {
  readonly cache?: string;
  /** Where `go` is looked for, as in PATH. */
  readonly searchPath?: string;
  readonly tell?: (line: string) => void;
}

/**
 * `package@version` as a program. Where Go is missing the test cannot be run and says why; with CI=true it fails
 * instead, because there a test that is not run would go unnoticed.
 */
export async function goTool(packageAtVersion: string, options: GoToolOptions = {}): Promise<GoTool> {
  const { cache = defaultCache, tell = (line) => process.stderr.write(`${line}\n`) } = options;
  const [packagePath = '', version = ''] = packageAtVersion.split('@');
  const name = basename(packagePath);
  const path = join(cache, `${name}-${version}`);
  if (existsSync(path)) return { path };
  const building = `${path}.${process.pid}`;
  const begun = Date.now();
  const telling = setInterval(() => {
    tell(`building ${name} ${version} with go install, ${Math.round((Date.now() - begun) / 1000)} s`);
  }, TELL_EVERY_MS);
  try {
    await mkdir(building, { recursive: true });
    await install(packageAtVersion, building, options.searchPath ?? process.env['PATH'] ?? '');
    await rename(join(building, name), path);
    return { path };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && process.env['CI'] !== 'true') {
      return { missing: `${name} needs Go to be built, and go is not in PATH` };
    }
    throw error;
  } finally {
    clearInterval(telling);
    await rm(building, { recursive: true, force: true });
  }
}

/** A build beside rehearsals leaves the cores to them: their members would be late, and nobody could say whose fault it is. */
export function giveWay(pid: number | undefined): void {
  if (pid !== undefined) setPriority(pid, 10);
}

/**
 * As releases/sources/go.ts builds etcd: where both are built, Go compiles its own library once, which is half a minute.
 */
const asEtcdIsBuilt = {
  flags: [...compilerFlags, '-ldflags', '-s -w'],
  environment: { CGO_ENABLED: '0', GOFLAGS: '' },
};

/** `go install` into a directory. Rejects with Go's own last words, or with ENOENT where there is no Go. */
async function install(packageAtVersion: string, directory: string, searchPath: string): Promise<void> {
  const child = spawn('go', ['install', ...asEtcdIsBuilt.flags, packageAtVersion], {
    env: { ...process.env, ...asEtcdIsBuilt.environment, PATH: searchPath, GOBIN: directory },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: GO_TOOL_LIMIT_MS,
  });
  giveWay(child.pid);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-4_000);
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`go install ${packageAtVersion} ended with ${signal ?? `exit code ${code}`}: ${said}`));
    });
  });
}
