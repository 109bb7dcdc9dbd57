// Owns `preflight`: manifest in, rehearsed upgrade out.
// Must not start anything itself (rehearse-plan.ts).
import { renderTree } from '../../plan/tree.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Publisher } from '../../report/publisher.ts';
import { makePlan } from '../plan/plan-making.ts';
import type { RunContext } from '../run/run-context.ts';
import { runDirectory } from '../run/run-directory.ts';
import { refuseForeignDirectory } from '../shell/output-directory.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { openTools } from '../shell/tools.ts';
import { rehearsePlan } from './rehearse-plan.ts';

/** Rehearses what the manifest asks for and returns the exit code. */
export async function preflight(
  settings: RunSettings,
  surroundings: Surroundings,
  publishers: readonly Publisher[] = [],
): Promise<number> {
  using tools = openTools(settings, surroundings, systemClock);
  const startedAtUs = tools.clock.monotonicUs();
  const startedAt = new Date(tools.clock.wallMs()).toISOString();
  // A foreign directory is refused before the minutes that the rest takes.
  await refuseForeignDirectory(runDirectory(settings.outputDir));
  const made = await makePlan(settings, surroundings, tools);
  const context: RunContext = {
    driver: made.driver.name,
    manifest: { name: made.manifest.name, rehearsal: made.manifest.rehearsal },
    assumed: made.assumed,
    atBest: made.atBest,
    findings: made.findings,
    releases: [],
    binaries: {},
    tree: renderTree(made.plan).split('\n'),
    startedAt,
    startedAtUs,
  };
  return await rehearsePlan(made, context, { settings, surroundings, publishers, tools });
}
