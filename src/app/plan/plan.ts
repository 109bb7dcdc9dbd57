// Owns `plan`: prints the plan without running anything.
// Must not make the plan itself (plan-making.ts) nor write to the output directory.
import { renderTree } from '../../plan/tree.ts';
import { systemClock } from '../../platform/clock.ts';
import { planOnly } from '../rehearse/report-making.ts';
import { sayJson } from '../shell/envelope.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { openTools } from '../shell/tools.ts';
import { makePlan } from './plan-making.ts';

export async function plan(settings: RunSettings, surroundings: Surroundings): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const made = await makePlan(settings, surroundings, tools);
  tools.progress.now('');
  if (settings.format === 'json') {
    sayJson(planOnly(made), settings, surroundings);
    return 0;
  }
  const tree = renderTree(made.plan);
  const assumed = made.assumed.map((line) => `assumed: ${line}`);
  const findings = made.findings.map((finding) => `${finding.severity}: ${finding.message}`);
  const best = made.atBest === 'pass' ? [] : [`verdict of its rehearsal: ${made.atBest} at best`];
  const notes = [...assumed, ...findings, ...best];
  const body = settings.format === 'markdown' ? `\`\`\`text\n${tree}\n\`\`\`` : tree;
  surroundings.writeOut([...notes, ...(notes.length > 0 ? [''] : []), body, ''].join('\n'));
  return 0;
}
