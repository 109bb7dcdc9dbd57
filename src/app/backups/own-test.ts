// Owns running the manifest's own test of a restored backup: the cluster named as etcdctl wants it.
// Must not judge how it ended.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnTest } from '../../backup/ports.ts';
import { openWorkspace } from '../../drivers/workspace.ts';
import type { Credentials } from '../../engine/ports.ts';
import { pathError } from '../../platform/files.ts';
import type { RunDirectory } from '../run/run-directory.ts';
import { newRunId } from '../run/run-id.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import type { Tools } from '../shell/tools.ts';
import { runOwnCommand } from './own-command.ts';

/** The time that a test of all keys of a large cluster may take. */
const limitMs = 60 * 60_000;

/** `cwd` is the manifest's directory. The command's output goes to the log of the run, never into a report. */
export function ownTest(
  command: readonly string[],
  cwd: string,
  directory: RunDirectory,
  surroundings: Surroundings,
  tools: Tools,
): OwnTest {
  return async ({ members, credentials }) => {
    await using workspace = await openWorkspace(directory.path, newRunId(tools.clock));
    const variables = {
      ETCDCTL_API: '3',
      ETCDCTL_ENDPOINTS: members.map(({ clientUrl }) => clientUrl).join(','),
      ...(await certificates(credentials, workspace.directory)),
    };
    const says = 'backups.test';
    const { ok, ended, lines } = await runOwnCommand(
      // What names the cluster in production must not reach it: etcdctl looks up ETCDCTL_DISCOVERY_SRV first.
      { command, cwd, variables, without: 'ETCDCTL_', timeoutMs: limitMs, says, workspace },
      surroundings,
      tools,
    );
    for (const line of lines) tools.progress.line(`${says}: ${line}`);
    return { ok, ended: `${command[0]} of \`backups.test\` ${ended}` };
  };
}

async function certificates({ tls }: Credentials, directory: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, pem] of Object.entries({ CACERT: tls?.caPem, CERT: tls?.certPem, KEY: tls?.keyPem })) {
    if (pem === undefined) continue;
    const path = join(directory, `${name.toLowerCase()}.pem`);
    try {
      await writeFile(path, pem, { mode: 0o600 });
    } catch (error) {
      throw pathError(error, 'Writing', path);
    }
    found[`ETCDCTL_${name}`] = path;
  }
  return found;
}
