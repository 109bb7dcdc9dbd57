// Owns telling GitHub how a run goes: job summary, annotations, check run. It degrades and never fails the job.
// Must not decide anything about the run; redaction comes before rendering, so that escaping cannot hide a secret.

import { saveState } from '@actions/core';
import { present } from '../present.ts';
import { cut, plainLine } from '../report/escape.ts';
import type { HopProgress, Publisher, RunAnnouncement } from '../report/publisher.ts';
import type { Redactor } from '../report/redact.ts';
import { annotate, annotationsOf } from './annotations.ts';
import { type CheckRunState, completedState, runningState } from './check-run.ts';
import {
  type CheckRunClient,
  CheckRunError,
  type CheckRunLimits,
  defaultLimits,
  openCheckRuns,
} from './check-run-client.ts';
import type { EventContext } from './context.ts';
import type { ActionInputs } from './inputs.ts';
import { states } from './state.ts';
import { publishSummary, sayUnpublished } from './summary.ts';

export interface GitHubPublisherOptions {
  readonly redactor: Redactor;
  readonly limits?: CheckRunLimits;
}

export function createGitHubPublisher(
  inputs: Pick<ActionInputs, 'githubToken' | 'checkRun' | 'checkName' | 'annotations' | 'workingDirectory' | 'mode'>,
  context: EventContext,
  options: GitHubPublisherOptions,
): Publisher {
  const { redactor } = options;
  const checkRun = createCheckRunPublisher(inputs, context, options);
  let announced: RunAnnouncement | undefined;
  const hops: HopProgress[] = [];
  return {
    started: async (run) => {
      announced = redactRun(run, redactor);
      checkRun.progress(runningState(announced, []), announced.cluster);
    },
    hopFinished: async (progress) => {
      hops.push({ ...progress, hop: redactor.text(progress.hop) });
      if (announced !== undefined) checkRun.progress(runningState(announced, hops), announced.cluster);
    },
    finished: async (report) => {
      const safe = redactor.report(report);
      await publishSummary(safe);
      if (inputs.annotations) {
        annotate(annotationsOf(safe, prefixOf(inputs.workingDirectory)));
      }
      await checkRun.finish(completedState(safe), safe.cluster);
    },
  };
}

function redactRun(run: RunAnnouncement, redactor: Redactor): RunAnnouncement {
  return {
    ...run,
    title: redactor.text(run.title),
    tree: redactor.text(run.tree),
    ...present({ cluster: run.cluster === undefined ? undefined : redactor.text(run.cluster) }),
  };
}

function prefixOf(workingDirectory: string | undefined): string {
  return (workingDirectory ?? '')
    .replace(/^\.\/+/, '')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '');
}

interface CheckRunPublisher {
  /** Returns at once; the request is made in the background, one after the other. */
  progress(state: CheckRunState, cluster: string | undefined): void;
  finish(state: CheckRunState, cluster: string | undefined): Promise<void>;
}

function createCheckRunPublisher(
  inputs: Pick<ActionInputs, 'githubToken' | 'checkRun' | 'checkName' | 'mode'>,
  context: EventContext,
  options: GitHubPublisherOptions,
): CheckRunPublisher {
  const { githubToken } = inputs;
  if (!inputs.checkRun || githubToken === undefined) return { progress: () => {}, finish: async () => {} };
  let client: CheckRunClient | undefined;
  let id: number | undefined;
  let refused = false;
  let noticed = false;
  let finishing = false;
  let queue: Promise<void> = Promise.resolve();

  const nameFor = (cluster: string | undefined): string =>
    inputs.checkName ??
    `etcd-migrate / ${inputs.mode}${cluster === undefined ? '' : ` (${cut(plainLine(cluster), 60)})`}`;
  const put = async (state: CheckRunState, cluster: string | undefined): Promise<void> => {
    if (refused) return;
    try {
      client ??= await openCheckRuns(githubToken, context, options.limits ?? defaultLimits);
      if (id === undefined) {
        id = await client.create(nameFor(cluster), state);
        saveState(states.checkRun, String(id));
      } else await client.update(id, state);
      if (state.status === 'completed') saveState(states.checkRun, '');
    } catch (error) {
      refused = error instanceof CheckRunError && error.permanent;
      if (!noticed) sayUnpublished('check run', error);
      noticed = true;
    }
  };
  return {
    progress: (state, cluster) => {
      queue = queue.then(async () => {
        // What was still waiting when the verdict came is old news.
        if (!finishing) await put(state, cluster);
      });
    },
    finish: async (state, cluster) => {
      finishing = true;
      await queue;
      await put(state, cluster);
    },
  };
}
