// Owns the proof that a file really is etcd, etcdctl or etcdutl of one version: it runs the tool's own version command.
// Must not know where the file came from; whoever calls has verified its digest first, where there is one.

import { EtcdMigrateError } from '../errors.ts';
import { run } from '../platform/exec.ts';
import { present } from '../present.ts';
import type { ToolName } from './platform.ts';

/** A version command prints and exits; a binary that takes longer is not etcd. */
const VERSION_LIMIT_MS = 10_000;

const commands: Readonly<Record<ToolName, { args: readonly string[]; prints: RegExp }>> = {
  etcd: { args: ['--version'], prints: /^etcd Version: (\S+)/m },
  etcdctl: { args: ['version'], prints: /^etcdctl version: (\S+)/m },
  etcdutl: { args: ['version'], prints: /^etcdutl version: (\S+)/m },
};

export interface CheckedBinary {
  readonly tool: ToolName;
  readonly path: string;
  readonly version: string;
  /** Where the binary came from, for the message. */
  readonly source: string;
}

/**
 * Throws `binary-invalid` when the file does not run or does not answer as the tool does within 10 s, and
 * `binary-version-mismatch` when it says another version.
 */
export async function checkBinary(binary: CheckedBinary, path: string | undefined, signal: AbortSignal): Promise<void> {
  const { tool, version } = binary;
  const where = `${binary.path} (${tool} ${version} from ${binary.source})`;
  const { args, prints } = commands[tool];
  const command = `${tool} ${args.join(' ')}`;
  let output: { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };
  try {
    output = await run(binary.path, args, {
      // Nothing of the caller's ETCD_* may reach the tool. etcdctl of 3.3 answers "version" only to API 3.
      env: { ...present({ PATH: path }), ETCDCTL_API: '3' },
      timeoutMs: VERSION_LIMIT_MS,
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    throw new EtcdMigrateError('binary-invalid', `${where} is not a working ${tool}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const said = prints.exec(output.stdout)?.[1];
  if (output.exitCode !== 0 || said === undefined) {
    const words = firstWords(`${output.stdout}\n${output.stderr}`);
    throw new EtcdMigrateError(
      'binary-invalid',
      `${where} is not a working ${tool}: "${command}" ended with exit code ${output.exitCode} and ${words}.`,
    );
  }
  if (said !== version) {
    throw new EtcdMigrateError('binary-version-mismatch', `${where} says that it is ${said}, not ${version}.`, {
      details: { tool, expected: version, said },
    });
  }
}

function firstWords(output: string): string {
  const line = output
    .split('\n')
    .map((each) => each.trim())
    .find((each) => each !== '');
  return line === undefined ? 'printed nothing' : `printed "${line.slice(0, 160)}"`;
}
