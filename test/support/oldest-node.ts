// Owns the oldest Node that package.json promises to work with, as npm has it, in the cache that all tests share.
// Must not know what is run with it.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { repository } from './command.ts';
import { testCacheDirectory } from './etcd-binaries.ts';

const run = promisify(execFile);

/** "20.11" of ">=20.11". */
export function oldestLine(): string {
  const { engines } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  return engines.node.replace('>=', '');
}

/** Path of its executable. Throws what npm says where it cannot be had. */
export async function oldestNode(): Promise<string> {
  const directory = join(testCacheDirectory, `node-${oldestLine()}`);
  const binary = join(directory, 'package', 'bin', 'node');
  if (await answers(binary)) return binary;
  mkdirSync(testCacheDirectory, { recursive: true });
  const own = mkdtempSync(`${directory}-`);
  try {
    const name = `node-${process.platform}-${process.arch}@~${oldestLine()}`;
    const { stdout } = await run('npm', ['pack', name, '--json', '--pack-destination', own], { cwd: own });
    const versions = JSON.parse(stdout) as readonly { filename: string }[];
    const [packed] = versions;
    if (packed === undefined) throw new Error(`npm has no ${name}`);
    await extract({ file: join(own, packed.filename), cwd: own, filter: (path) => path === 'package/bin/node' });
    rmSync(join(own, packed.filename));
    rmSync(directory, { recursive: true, force: true });
    renameSync(own, directory);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    throw error;
  }
  return binary;
}

async function answers(binary: string): Promise<boolean> {
  return await run(binary, ['--version']).then(
    ({ stdout }) => stdout.startsWith(`v${oldestLine()}.`),
    () => false,
  );
}
