// Owns the plan tree as it ran: numbered, indented, each step with its measured duration.
// Must not know how the planner numbers steps; it prints the ids that it gets.
import { plainLine } from './escape.ts';
import { duration } from './format.ts';
import type { ReportStep } from './parts.ts';

const marks: Record<ReportStep['status'], string> = { ok: '✔', failed: '✘', 'not-run': '·' };

/** Every step is one line; the widths are those of the longest id and title. */
export function treeLines(steps: readonly ReportStep[]): string[] {
  const shown = steps.map((step) => ({
    step,
    label: `${'  '.repeat(Math.max(0, Math.min(step.depth, 8)))}${plainLine(step.id)} ${plainLine(step.title)}`,
  }));
  const width = Math.min(84, Math.max(0, ...shown.map(({ label }) => [...label].length)));
  return shown.map(({ step, label }) => {
    const time = step.durationMs === undefined ? '' : duration(step.durationMs);
    const detail = step.detail === undefined ? '' : `  ${plainLine(step.detail)}`;
    const padding = ' '.repeat(Math.max(0, width - [...label].length));
    return `${marks[step.status]} ${label}${padding}  ${time.padStart(10)}${detail}`.trimEnd();
  });
}
