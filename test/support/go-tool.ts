// Owns getting a test tool that is published as a Go module only, built once into the tests' cache.
// Must not know what the tool is for.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const cache = resolve(import.meta.dirname, '../../node_modules/.cache/test-tools');
/** The largest takes minutes where two cores are shared. */
export const GO_TOOL_LIMIT_MS = 10 * 60_000;

export type GoTool = { readonly path: string } | { readonly missing: string };

/**
 * `package@version` as a program. Where Go is missing the test cannot be run and says why; with CI=true it fails
 * instead, because there a test that is not run would go unnoticed.
 */
export async function goTool(packageAtVersion: string): Promise<GoTool> {
  const [packagePath = '', version = ''] = packageAtVersion.split('@');
  const path = join(cache, `${basename(packagePath)}-${version}`);
  if (existsSync(path)) return { path };
  const building = `${path}.${process.pid}`;
  try {
    await mkdir(building, { recursive: true });
    await exec('go', ['install', packageAtVersion], {
      env: { ...process.env, GOBIN: building, GOFLAGS: '' },
      timeout: GO_TOOL_LIMIT_MS,
    });
    await rename(join(building, basename(packagePath)), path);
    return { path };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && process.env['CI'] !== 'true') {
      return { missing: `${basename(packagePath)} needs Go to be built, and go is not in PATH` };
    }
    throw error;
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}
