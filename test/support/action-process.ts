// Owns running the committed bundle as GitHub's runner does: inputs and files by environment, an empty workspace.
// Must not import our sources: what it runs is dist/ alone, away from node_modules.
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ActionRunOptions {
  readonly inputs: Readonly<Record<string, string>>;
  /** Files of the workspace, by relative path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Symbolic links of the workspace, by relative path; what they lead to. */
  readonly links?: Readonly<Record<string, string>>;
  readonly eventName?: string;
  readonly event?: unknown;
  readonly ref?: string;
  readonly apiUrl?: string;
  /** What the workflow puts into the step's `env`. */
  readonly env?: Readonly<Record<string, string>>;
  /** State that the main step left, for `post`. */
  readonly state?: Readonly<Record<string, string>>;
  readonly step?: 'action' | 'post';
}

export interface ActionRun {
  readonly exitCode: number | null;
  /** Both streams, as the job's log would hold them, workflow commands included. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Everything that the run left on disk, by path. */
  readonly written: Readonly<Record<string, string>>;
}

/** Ends the child after `timeoutMs`; a run that hangs fails its test with exit code null. */
export async function runAction(options: ActionRunOptions, timeoutMs = 60_000): Promise<ActionRun> {
  const home = await mkdtemp(join(tmpdir(), 'action-'));
  try {
    const at = (name: string): string => join(home, name);
    await cp(join(root, 'dist'), at('bundle'), { recursive: true });
    await mkdir(at('workspace'));
    for (const name of ['output', 'state', 'summary', 'event.json']) await writeFile(at(name), '');
    await writeFile(at('event.json'), JSON.stringify(options.event ?? {}));
    for (const [path, content] of Object.entries(options.files ?? {})) {
      await mkdir(dirname(join(at('workspace'), path)), { recursive: true });
      await writeFile(join(at('workspace'), path), content, { mode: 0o755 });
    }
    for (const [path, target] of Object.entries(options.links ?? {})) {
      await symlink(target, join(at('workspace'), path));
    }
    const child = spawn(process.execPath, [join(at('bundle'), options.step ?? 'action', 'index.js')], {
      cwd: at('workspace'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH ?? '',
        HOME: home,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_API_URL: options.apiUrl ?? 'http://127.0.0.1:9',
        GITHUB_SERVER_URL: 'https://github.example',
        GITHUB_REPOSITORY: 'example/infra',
        GITHUB_RUN_ID: '42',
        GITHUB_SHA: '9'.repeat(40),
        GITHUB_REF: options.ref ?? 'refs/pull/7/merge',
        GITHUB_EVENT_NAME: options.eventName ?? 'pull_request',
        GITHUB_EVENT_PATH: at('event.json'),
        GITHUB_OUTPUT: at('output'),
        GITHUB_STATE: at('state'),
        GITHUB_STEP_SUMMARY: at('summary'),
        GITHUB_WORKSPACE: at('workspace'),
        ...prefixed('INPUT_', options.inputs),
        ...prefixed('STATE_', options.state ?? {}, (name) => name),
        ...options.env,
      },
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += String(chunk)));
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    clearTimeout(timer);
    return {
      exitCode,
      log,
      outputs: keyValues(await readFile(at('output'), 'utf8')),
      state: keyValues(await readFile(at('state'), 'utf8')),
      summary: await readFile(at('summary'), 'utf8'),
      written: await contentOf(at('workspace')),
    };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function prefixed(
  prefix: string,
  values: Readonly<Record<string, string>>,
  spell = (name: string): string => name.toUpperCase(),
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${spell(name)}`, value]));
}

/** The runner's file commands: `name<<delimiter`, lines, delimiter. The last value of a name counts. */
function keyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const match of text.matchAll(/^([^\n]*?)<<(ghadelimiter_[^\n]+)\n([\s\S]*?)\n\2$/gm)) {
    values[match[1] ?? ''] = match[3] ?? '';
  }
  return values;
}

async function contentOf(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file.slice(directory.length + 1), await readFile(file, 'utf8')] as const),
    ),
  );
}
