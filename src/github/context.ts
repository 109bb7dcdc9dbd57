// Owns what the workflow's event means for us: which commit a check run belongs to, and whether its files are trusted.
// Must not call GitHub; the decisions are pure, `readEventContext` alone reads the runner's environment.
import { EtcdMigrateError } from '../errors.ts';

/** The part of @actions/github's context that decisions are made of. */
export interface EventContext {
  readonly eventName: string;
  readonly ref: string;
  readonly sha: string;
  readonly runId: number;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** The repository is absent outside a workflow. */
  readonly repository?: { readonly owner: string; readonly repo: string };
  readonly payload: Readonly<Record<string, unknown>>;
}

export type Trust = 'trusted' | 'untrusted';

/** The package loads octokit too, so only the action calls this, never the command line. */
export async function readEventContext(): Promise<EventContext> {
  const { context } = await import('@actions/github');
  return {
    eventName: context.eventName ?? '',
    ref: context.ref ?? '',
    sha: context.sha ?? '',
    runId: context.runId,
    serverUrl: context.serverUrl,
    apiUrl: context.apiUrl,
    ...repositoryOf(() => context.repo),
    payload: context.payload,
  };
}

/** @actions/github throws where neither environment nor payload names a repository. */
function repositoryOf(read: () => { owner: string; repo: string }): Pick<EventContext, 'repository'> {
  try {
    const { owner, repo } = read();
    return { repository: { owner, repo } };
  } catch {
    return {};
  }
}

/** The commit that a check run must be attached to: GITHUB_SHA of a pull request is a merge that nobody looks at. */
export function headShaOf(context: EventContext): string {
  const { payload } = context;
  return (
    textAt(payload, 'pull_request', 'head', 'sha') ??
    textAt(payload, 'merge_group', 'head_sha') ??
    textAt(payload, 'workflow_run', 'head_sha') ??
    context.sha
  );
}

/** True where the pull request's files come from another repository; a deleted fork has no repository at all. */
function comesFromFork(context: EventContext): boolean {
  const { payload } = context;
  if (at(payload, 'pull_request') === undefined) return false;
  const head = textAt(payload, 'pull_request', 'head', 'repo', 'full_name');
  const base =
    textAt(payload, 'pull_request', 'base', 'repo', 'full_name') ?? textAt(payload, 'repository', 'full_name');
  return head === undefined || base === undefined || head.toLowerCase() !== base.toLowerCase();
}

/**
 * `pull_request_target` runs with secrets and a writable token; a manifest of a fork must not be run there.
 * Which files a workflow checked out cannot be known, so every such event of a fork is refused.
 */
export function assertTrustedEvent(context: EventContext): void {
  if (context.eventName !== 'pull_request_target' || !comesFromFork(context)) return;
  const head = textAt(context.payload, 'pull_request', 'head', 'repo', 'full_name') ?? 'a deleted repository';
  throw new EtcdMigrateError(
    'untrusted-event',
    `The event is pull_request_target and the pull request comes from the fork ${head}: its manifest would run with this repository's secrets and token. Nothing was run.`,
  );
}

// Events whose ref is what was pushed, scheduled or chosen by someone with write access. All others (pull_request and
// its target, issue_comment, workflow_run, …) either carry a proposal or run on the default branch *about* one.
const REF_EVENTS: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch']);

/** Whether manifest keys that have a power may be obeyed (manifest/powers.ts). What nobody knows is untrusted. */
export function trustOf(context: EventContext, inputs: { readonly trustedRefs: readonly string[] }): Trust {
  if (!REF_EVENTS.has(context.eventName) || context.ref === '') return 'untrusted';
  // A schedule runs on the default branch alone, and its payload need not say which that is.
  if (context.eventName === 'workflow_dispatch' || context.eventName === 'schedule') return 'trusted';
  const branch = textAt(context.payload, 'repository', 'default_branch');
  if (branch !== undefined && context.ref === `refs/heads/${branch}`) return 'trusted';
  const listed = inputs.trustedRefs.some(
    (ref) => context.ref === (ref.startsWith('refs/') ? ref : `refs/heads/${ref}`),
  );
  return listed ? 'trusted' : 'untrusted';
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined),
    value,
  );
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
