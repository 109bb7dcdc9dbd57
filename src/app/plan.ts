// Owns `plan`: prints the plan without running anything.
import { renderTree } from '../plan/tree.ts';
import { systemClock } from '../platform/clock.ts';
import { createLineLog } from '../platform/log.ts';
import type { RunReport } from '../report/model.ts';
import { makePlan } from './plan-making.ts';
import { startProgress } from './progress.ts';
import { planOnly } from './report-making.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';

export async function plan(settings: RunSettings, surroundings: Surroundings): Promise<number> {
  using progress = startProgress(surroundings, systemClock, settings.color);
  const log = createLineLog({
    write: (line) => surroundings.errorStream.write(line),
    clock: systemClock,
    color: settings.color,
    debug: settings.verbose,
  });
  const made = await makePlan(settings, surroundings, { progress, clock: systemClock, log });
  progress.now('');
  if (settings.format === 'json') {
    const report: RunReport = planOnly(made);
    surroundings.writeOut(`${JSON.stringify({ ...report, plan: made.plan }, null, 2)}\n`);
    return 0;
  }
  const tree = renderTree(made.plan);
  const assumed = made.assumed.map((line) => `assumed: ${line}`);
  const findings = made.findings.map((finding) => `${finding.severity}: ${finding.message}`);
  const notes = [...assumed, ...findings];
  const body = settings.format === 'markdown' ? `\`\`\`text\n${tree}\n\`\`\`` : tree;
  surroundings.writeOut([...notes, ...(notes.length > 0 ? [''] : []), body, ''].join('\n'));
  return 0;
}
