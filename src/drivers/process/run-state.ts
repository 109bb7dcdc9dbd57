// Owns where a run keeps its cluster on disk, and `cluster.json`: all that is needed to take the members over.
// Must not start, stop or look at processes.
import { chmod, lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Credentials, Member, MemberAddress } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { clusterSettingsSchema } from '../../plan/plan-schema.ts';
import type { ClusterSettings } from '../../plan/steps.ts';
import { syncDirectory, writeFileAtomic } from '../../platform/files.ts';
import { type ProcessIdentity, processIdentity } from '../../platform/process-identity.ts';
import type { MemberPlaces } from '../host/transactions.ts';

const MARKER_FILE = 'etcd-migrate-run.json';
/** No run has such a name. */
const UNFINISHED = '.new-';
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export interface RunState {
  readonly schemaVersion: 3;
  readonly runId: string;
  readonly createdAt: string;
  /** The process that made the cluster. Who works on it later holds the lock of the output directory. */
  readonly owner: ProcessIdentity;
  readonly members: readonly MemberAddress[];
  readonly settings: ClusterSettings;
  /** Made for this run only; the file is readable by its owner alone. */
  readonly credentials: Credentials;
  /** etcd's ids of the members by name, in hexadecimal, as etcd prints them. Null until every member has answered once. */
  readonly memberIds: Readonly<Record<string, string>> | null;
}

/** A member is checked when it is read back, because its name becomes a directory and its URLs are called. */
const memberSchema = z.strictObject({
  name: z.string().regex(SAFE_NAME),
  clientUrl: z.url({ protocol: /^https?$/ }),
  peerUrl: z.url({ protocol: /^https?$/ }),
}) satisfies z.ZodType<MemberAddress>;

const credentialsSchema = z.strictObject({
  tls: z
    .strictObject({
      caPem: z.string(),
      certPem: z.string().exactOptional(),
      keyPem: z.string().exactOptional(),
      serverName: z.string().exactOptional(),
    })
    .exactOptional(),
  user: z.strictObject({ name: z.string(), password: z.string() }).exactOptional(),
}) satisfies z.ZodType<Credentials>;

const versioned = z.looseObject({ schemaVersion: z.unknown() });
const runStateSchema = z.strictObject({
  schemaVersion: z.literal(3),
  runId: z.string().regex(SAFE_NAME),
  createdAt: z.string(),
  owner: processIdentity,
  members: z.array(memberSchema).min(1),
  settings: clusterSettingsSchema,
  credentials: credentialsSchema,
  memberIds: z.record(z.string(), z.string().regex(/^[0-9a-f]{1,16}$/)).nullable(),
}) satisfies z.ZodType<RunState>;

/** The members with their ids; null while the cluster is not whole yet. Throws `journal-damaged` where one has no id. */
export function membersOf({ runId, members, memberIds }: RunState): readonly Member[] | null {
  if (memberIds === null) return null;
  return members.map((member) => {
    const id = Object.hasOwn(memberIds, member.name) ? memberIds[member.name] : undefined;
    if (id !== undefined) return { ...member, id: BigInt(`0x${id}`) };
    throw new EtcdMigrateError('journal-damaged', `What is written down of run ${runId} has no id of ${member.name}.`);
  });
}

export interface RunPaths {
  readonly directory: string;
  /** Proves that the directory is ours: without it nothing below is ever removed. */
  readonly marker: string;
  readonly state: string;
  readonly hostScript: string;
  readonly launchScript: string;
  readonly toolScript: string;
  /** Identity line of the command that works for the run itself, or did last. */
  readonly tool: string;
  /** While it exists no transaction starts a process. */
  readonly closing: string;
  readonly releases: string;
  readonly tls: string;
  readonly members: string;
}

export interface MemberPaths extends MemberPlaces {
  readonly data: string;
  /** etcd's bbolt file, which its process locks. */
  readonly database: string;
  /** Identity line of the tool that works on the data, or did last. */
  readonly tool: string;
}

/** Names become directories: anything else than letters, digits, dots, dashes and underscores is a bug upstream. */
export function requireSafeName(name: string, what: string): string {
  if (!SAFE_NAME.test(name)) throw new EtcdMigrateError('internal-error', `"${name}" cannot be the name of a ${what}.`);
  return name;
}

export function runsDirectory(stateDir: string): string {
  return join(stateDir, 'runs');
}

export function runPaths(stateDir: string, runId: string): RunPaths {
  const directory = join(runsDirectory(stateDir), requireSafeName(runId, 'run'));
  return {
    directory,
    marker: join(directory, MARKER_FILE),
    state: join(directory, 'cluster.json'),
    hostScript: join(directory, 'host.sh'),
    launchScript: join(directory, 'launch.sh'),
    toolScript: join(directory, 'tool.sh'),
    tool: join(directory, 'tool'),
    closing: join(directory, 'closing'),
    releases: join(directory, 'releases'),
    tls: join(directory, 'tls'),
    members: join(directory, 'members'),
  };
}

export function memberPaths(run: RunPaths, name: string): MemberPaths {
  const directory = join(run.members, requireSafeName(name, 'member'));
  return {
    directory,
    data: join(directory, 'data'),
    database: join(directory, 'data', 'member', 'snap', 'db'),
    log: join(directory, 'etcd.log'),
    hostLog: join(directory, 'host.log'),
    transactions: join(directory, 'transactions'),
    claims: join(directory, 'claims'),
    tool: join(directory, 'tool'),
  };
}

/** Makes a directory for our eyes only; file errors become ours. A file in the way counts as "cannot be written". */
export async function makePrivateDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  } catch (error) {
    throw writingFailed(path, await realCause(path, error));
  }
}

/**
 * Finds out why a directory could not be made: on a read-only file system Node's recursive mkdir says "no such file",
 * so the first missing one is made by itself.
 */
async function realCause(path: string, error: unknown): Promise<unknown> {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return error;
  const parent = dirname(path);
  try {
    await mkdir(path, { mode: 0o700 });
    return error;
  } catch (plain) {
    if ((plain as NodeJS.ErrnoException).code === 'ENOENT' && parent !== path) return realCause(parent, plain);
    return plain;
  }
}

/**
 * Makes the directory of a new run. It appears with its marker in it or not at all, so that a crash at any moment leaves
 * no directory that later looks like somebody else's.
 */
export async function makeRunDirectory(paths: RunPaths): Promise<void> {
  const runId = basename(paths.directory);
  const unfinished = unfinishedDirectory(paths);
  await makePrivateDirectory(unfinished);
  try {
    await writeFileAtomic(join(unfinished, MARKER_FILE), `${JSON.stringify({ madeBy: 'etcd-migrate', runId })}\n`);
    await rename(unfinished, paths.directory);
    await syncDirectory(dirname(paths.directory));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw writingFailed(paths.directory, error);
  }
}

/**
 * Where a run's directory is until its marker is in it. A process that is killed in that moment leaves it, and whoever
 * removes the run removes it too.
 */
function unfinishedDirectory({ directory }: RunPaths): string {
  return join(dirname(directory), `${UNFINISHED}${basename(directory)}`);
}

/** Whether the directory of a run was begun and not finished: it is a real one, with nothing but its marker to come. */
async function isUnfinished(paths: RunPaths): Promise<boolean> {
  try {
    const path = unfinishedDirectory(paths);
    if (!(await lstat(path)).isDirectory()) return false;
    return (await readdir(path)).every((name) => name.startsWith(MARKER_FILE));
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

/** Removes what `makeRunDirectory` left unfinished, and nothing else that may have its name. */
export async function removeUnfinished(paths: RunPaths): Promise<void> {
  if (await isUnfinished(paths)) await rm(unfinishedDirectory(paths), { recursive: true, force: true });
}

/** What stands at a run's place: nothing, a run that this tool made, or something else, which nobody may touch. */
export async function ownershipOf(paths: RunPaths): Promise<'absent' | 'ours' | 'foreign'> {
  try {
    for (const directory of [dirname(paths.directory), paths.directory]) {
      // A link would lead the removal to somebody else's files.
      if (!(await lstat(directory)).isDirectory()) return 'foreign';
    }
  } catch (error) {
    if (isAbsence(error)) return 'absent';
    throw error;
  }
  try {
    if (!(await lstat(paths.marker)).isFile()) return 'foreign';
    const marker = JSON.parse(await readFile(paths.marker, 'utf8')) as { madeBy?: unknown; runId?: unknown } | null;
    return marker?.madeBy === 'etcd-migrate' && marker.runId === basename(paths.directory) ? 'ours' : 'foreign';
  } catch (error) {
    if (isAbsence(error) || error instanceof SyntaxError) return 'foreign';
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Errors of writing below `path`, named after their cause. */
export function writingFailed(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (error instanceof EtcdMigrateError) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new EtcdMigrateError('no-space', `${path} cannot be written: the disk is full.`, { cause: error });
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return new EtcdMigrateError('no-permission', `${path} cannot be written: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  return error;
}

export async function writeRunState(paths: RunPaths, state: RunState): Promise<void> {
  try {
    await writeFileAtomic(paths.state, `${JSON.stringify(state, null, 2)}\n`, 0o600);
  } catch (error) {
    throw writingFailed(paths.state, error);
  }
}

/** What was written down of a run. Null when the run does not exist or was broken off before its first line. */
export async function readRunState(paths: RunPaths): Promise<RunState | null> {
  let text: string;
  try {
    text = await readFile(paths.state, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new EtcdMigrateError('journal-damaged', `${paths.state} is not readable JSON.`, { cause: error });
  }
  const version = versioned.safeParse(content);
  if (version.success && version.data.schemaVersion !== runStateSchema.shape.schemaVersion.value) {
    throw new EtcdMigrateError('journal-damaged', `${paths.state} was written by another version of etcd-migrate.`);
  }
  const parsed = runStateSchema.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the whole';
    throw new EtcdMigrateError('journal-damaged', `${paths.state} is damaged: ${where}: ${issue?.message ?? ''}.`);
  }
  if (parsed.data.runId !== basename(paths.directory)) {
    throw new EtcdMigrateError('journal-damaged', `${paths.state} is of another run: ${parsed.data.runId}.`);
  }
  return parsed.data;
}

export interface RunsFound {
  readonly ours: readonly string[];
  /** Names of everything else below `runs/`. */
  readonly foreign: readonly string[];
}

/** What stands below `runs/`. Where `runs` itself is no real directory, all of it is foreign and nothing is listed. */
export async function runsIn(stateDir: string): Promise<RunsFound> {
  const directory = runsDirectory(stateDir);
  try {
    if (!(await lstat(directory)).isDirectory()) return { ours: [], foreign: [] };
    const names = (await readdir(directory)).sort();
    const runs = await Promise.all(names.map((name) => runOf(stateDir, name)));
    return {
      ours: [...new Set(runs.filter((run) => run !== null))],
      foreign: names.filter((_, index) => runs[index] === null),
    };
  } catch (error) {
    if (isAbsence(error)) return { ours: [], foreign: [] };
    throw error;
  }
}

/** The id of the run to which an entry of `runs/` belongs, its directory or an unfinished one; null where it is foreign. */
async function runOf(stateDir: string, name: string): Promise<string | null> {
  const isBegun = name.startsWith(UNFINISHED);
  const runId = isBegun ? name.slice(UNFINISHED.length) : name;
  if (!SAFE_NAME.test(runId)) return null;
  const paths = runPaths(stateDir, runId);
  return (isBegun ? await isUnfinished(paths) : (await ownershipOf(paths)) === 'ours') ? runId : null;
}
