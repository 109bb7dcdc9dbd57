// Owns the bodies of check-run requests: pure data within GitHub's limits.
// Must not send them (check-run-client.ts).
import { present } from '../present.ts';

import { cut, plainLine } from '../report/escape.ts';
import { titleOf } from '../report/headline.ts';
import { CHECK_RUN_TEXT_LIMIT_BYTES } from '../report/limits.ts';
import { renderMarkdown, renderProgress } from '../report/markdown.ts';
import type { JudgedReport } from '../report/model.ts';
import type { HopProgress, RunAnnouncement } from '../report/publisher.ts';

export type Conclusion = 'success' | 'failure' | 'action_required' | 'cancelled';

export interface CheckRunOutput {
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
}

export interface CheckRunState {
  readonly status: 'in_progress' | 'completed';
  readonly conclusion?: Conclusion;
  readonly external_id?: string;
  readonly output: CheckRunOutput;
}

const TITLE_LIMIT = 255;

/**
 * GitHub counts `success`, `neutral` and `skipped` as passed for a required check. An inconclusive run must not open a
 * merge, so it becomes `action_required`: not passed, and told apart from a proven failure. Somebody has to look.
 */
function conclusionOf(report: JudgedReport): Conclusion {
  if (report.failureReason === 'interrupted' || report.failureReason === 'terminated') return 'cancelled';
  return ({ pass: 'success', fail: 'failure', inconclusive: 'action_required', error: 'failure' } as const)[
    report.verdict
  ];
}

export function runningState(run: RunAnnouncement, hops: readonly HopProgress[]): CheckRunState {
  const last = hops.at(-1);
  const title = last === undefined ? run.title : `${run.title}: ${last.done} of ${last.of} steps`;
  return {
    status: 'in_progress',
    ...present({ external_id: run.planDigest }),
    output: {
      title: cut(plainLine(title), TITLE_LIMIT),
      summary: renderProgress({ title: run.title, tree: run.tree, hops }, CHECK_RUN_TEXT_LIMIT_BYTES),
    },
  };
}

export function completedState(report: JudgedReport): CheckRunState {
  const { planDigest } = report.mode === 'verify-backup' ? {} : report;
  const details = renderMarkdown(report, { limit: CHECK_RUN_TEXT_LIMIT_BYTES, part: 'details' });
  return {
    status: 'completed',
    conclusion: conclusionOf(report),
    ...present({ external_id: planDigest }),
    output: {
      title: cut(plainLine(titleOf(report)), TITLE_LIMIT),
      summary: renderMarkdown(report, { limit: CHECK_RUN_TEXT_LIMIT_BYTES, part: 'top' }),
      ...(details.trim() === '' ? {} : { text: details }),
    },
  };
}

/** What is left of a run whose process was killed: said by the action's post step. */
export const abandonedState: CheckRunState = {
  status: 'completed',
  conclusion: 'cancelled',
  output: {
    title: 'The run ended before its verdict',
    summary: 'The step was cancelled or its process was killed. Nothing was proven; run it again.',
  },
};
