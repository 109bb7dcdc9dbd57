// Owns finding what lives of a run: every process that it has written down and that has not ended.
// Must not signal any, nor believe a file to say more than which process it is: what is damaged must still be removable.
import { readdir } from 'node:fs/promises';
import { isAlive, type ProcessIdentity, parseIdentityLine, sameProcess } from '../../platform/process-identity.ts';
import { localFiles } from '../host/local-host.ts';
import { readProgress } from '../host/progress.ts';
import { transactionNumbers } from '../host/transactions.ts';
import { memberPaths, type RunPaths } from './run-state.ts';

export interface LiveProcess {
  readonly name: string;
  readonly process: ProcessIdentity;
  readonly kind: 'member' | 'tool' | 'script';
}

/**
 * Live members and tools, and host scripts that have no live member: one that has not started it yet, or is writing down
 * how it has ended. A script with a live member is left out, because it ends with it.
 */
export async function liveProcesses(paths: RunPaths): Promise<readonly LiveProcess[]> {
  const live: LiveProcess[] = [];
  const addTool = async (name: string, record: string): Promise<void> => {
    const tool = await readTool(record);
    if (tool !== null && (await isAlive(tool))) live.push({ name, process: tool, kind: 'tool' });
  };
  await addTool('a command', paths.tool);
  for (const member of await directoriesIn(paths.members)) {
    const own = memberPaths(paths, member);
    await addTool(`the tool of ${member}`, own.tool);
    for (const number of await transactionNumbers(localFiles, own)) {
      const { process, failed, claim } = await readProgress(localFiles, own, { number });
      if (process !== null && (await isAlive(process))) {
        live.push({ name: member, process, kind: 'member' });
      } else if (failed === null && claim?.owner && (await isAlive(claim.owner))) {
        live.push({ name: member, process: claim.owner, kind: 'script' });
      }
    }
  }
  return live;
}

/**
 * Whether the run has started this process for that member, or as its tool. Each is written down before it becomes what
 * it is, so the answer does not depend on whether it lives by now.
 */
export async function isRecorded(paths: RunPaths, member: string, process: ProcessIdentity): Promise<boolean> {
  const own = memberPaths(paths, member);
  const recorded = [await readTool(own.tool)];
  for (const number of await transactionNumbers(localFiles, own)) {
    recorded.push((await readProgress(localFiles, own, { number })).process);
  }
  return recorded.some((each) => each !== null && sameProcess(each, process));
}

/** Which process a tool is, or was last; null where none was written down. */
export async function readTool(record: string): Promise<ProcessIdentity | null> {
  const line = await localFiles.read(record);
  return line === null ? null : parseIdentityLine(line);
}

export async function directoriesIn(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory, { withFileTypes: true })).filter((it) => it.isDirectory()).map((it) => it.name);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
