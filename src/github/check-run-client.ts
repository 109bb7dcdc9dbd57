// Owns sending check runs to GitHub: time limits, retries, and telling "not allowed" from "not now".
// Must not know what is in them. Loads octokit only when it is made, which needs a token.
import { setTimeout as delay } from 'node:timers/promises';
import type { CheckRunState } from './check-run.ts';
import { type EventContext, headShaOf } from './context.ts';

export interface CheckRunLimits {
  /** How long one request may take, in milliseconds. */
  readonly requestMs: number;
  /** Pauses in milliseconds before each repetition of an update; a creation is not repeated, as it could create two. */
  readonly backoffMs: readonly number[];
}

export const defaultLimits: CheckRunLimits = { requestMs: 10_000, backoffMs: [1000, 3000] };

/** GitHub said no, or could not be asked. Where that is `permanent`, asking again is of no use. */
export class CheckRunError extends Error {
  readonly permanent: boolean;

  constructor(message: string, permanent: boolean) {
    super(message);
    this.name = 'CheckRunError';
    this.permanent = permanent;
  }
}

export interface CheckRunClient {
  create(name: string, state: CheckRunState): Promise<number>;
  update(id: number, state: CheckRunState): Promise<void>;
}

/** Both methods reject with CheckRunError only. */
export async function openCheckRuns(
  token: string,
  context: EventContext,
  limits: CheckRunLimits = defaultLimits,
): Promise<CheckRunClient> {
  const { repository } = context;
  if (repository === undefined) throw new CheckRunError('no repository is known (GITHUB_REPOSITORY)', true);
  const { getOctokit } = await import('@actions/github');
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const { checks } = getOctokit(token, { baseUrl: context.apiUrl, log: quiet }).rest;
  const details_url = `${context.serverUrl}/${repository.owner}/${repository.repo}/actions/runs/${context.runId}`;

  const send = async <T>(call: (signal: AbortSignal) => Promise<T>, backoffMs: readonly number[]): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      const signal = AbortSignal.timeout(limits.requestMs);
      try {
        return await call(signal);
      } catch (error) {
        const known = signal.aborted
          ? new CheckRunError(`GitHub did not answer within ${limits.requestMs / 1000} s`, false)
          : asCheckRunError(error);
        const pause = backoffMs[attempt];
        if (known.permanent || pause === undefined) throw known;
        await delay(pause);
      }
    }
  };

  return {
    create: (name, state) =>
      send(async (signal) => {
        const answer = await checks.create({
          ...repository,
          ...state,
          name,
          head_sha: headShaOf(context),
          details_url,
          request: { signal },
        });
        return answer.data.id;
      }, []),
    update: (check_run_id, state) =>
      send(async (signal) => {
        await checks.update({ ...repository, ...state, check_run_id, request: { signal } });
      }, limits.backoffMs),
  };
}

function asCheckRunError(error: unknown): CheckRunError {
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number' && (error as { response?: unknown }).response !== undefined) {
    // 422 is our own mistake and 401, 403, 404 are the token's: none gets better by asking again.
    const permanent = status >= 400 && status < 500 && status !== 408 && status !== 429;
    const allowed = status === 401 || status === 403 || status === 404;
    return new CheckRunError(
      `GitHub answered ${status}${allowed ? '; the token needs `checks: write`, which forks do not get' : ''}`,
      permanent,
    );
  }
  const cause = (error as { cause?: { message?: unknown } }).cause?.message;
  return new CheckRunError(`GitHub could not be reached: ${String(cause ?? (error as Error).message ?? error)}`, false);
}
