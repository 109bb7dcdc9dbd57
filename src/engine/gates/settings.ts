// Owns the comparison of the settings that a member's process runs with and those that the plan gives it.
// Must not know in which channel either has them: it is about what they come to.
import { loadCatalog } from '../../catalog/load.ts';
import { effectiveSettings, ownSettings } from '../../plan/effective-settings.ts';
import type { Deployment, EffectiveSettings, Plan } from '../../plan/steps.ts';
import { lookAtHost } from '../host.ts';
import type { HostFacts, Member } from '../ports.ts';
import type { Run } from '../run-state.ts';
import type { Condition } from './condition.ts';

/** Before a hop and after it: by then its preparations' overrides are not there yet, or gone again. */
export function settingsAsPlanned(run: Run): Condition {
  return async () => {
    const looks = await Promise.all(
      run.members.map(async (member) => ({ name: member.name, ...(await lookAtSettings(run, member, {})) })),
    );
    const shut = looks.filter(({ open }) => !open);
    return {
      open: shut.length === 0,
      observation: (shut.length === 0 ? looks : shut).map(({ name, said }) => `${name} ${said}`).join('; '),
    };
  };
}

/**
 * Whether the member's process has the plan's settings with these overrides, those that it was started with beside them,
 * and no others: a wrapper around the binary can take some away and add its own, and what is rehearsed then is not what
 * the plan says, nor what its clients meet. Settings that cannot be seen
 * open nothing, but where the driver never sees any: the planner has told that then, and the verdict is no pass.
 */
export async function lookAtSettings(
  run: Run,
  member: Member,
  overrides: Deployment['overrides'],
): Promise<{ readonly open: boolean; readonly said: string }> {
  const { driver } = run.options;
  const facts = await lookAtHost(driver, run.bounds, member);
  const differences = settingsBesidePlan(run.options.plan, facts, overrides);
  if (differences === null) {
    return { open: !driver.capabilities.has('see-settings'), said: 'does not show its settings' };
  }
  if (differences.length > 0) return { open: false, said: `runs with other settings: ${differences.join(', ')}` };
  const laidOver = Object.entries(overrides).map(([flag, value]) => `${flag} ${value}`);
  return {
    open: true,
    said: `runs with the plan's settings${laidOver.length === 0 ? '' : `, laid over by ${laidOver.join(', ')}`}`,
  };
}

/**
 * What the process on a host has otherwise than the plan with these overrides, or than our last act gave it, each as
 * "snapshot-count is 5000, planned not set". Null where its settings cannot be seen.
 */
export function settingsBesidePlan(
  plan: Plan,
  { settings, given }: Pick<HostFacts, 'settings' | 'given'>,
  overrides: Deployment['overrides'],
): readonly string[] | null {
  if (settings === null) return null;
  const catalog = loadCatalog();
  const wanted = { ...plan.upgrade.settings, ...effectiveSettings({ flags: overrides, environment: {} }, catalog) };
  const ofPlan = differencesFrom(wanted, effectiveSettings(settings, catalog));
  if (given === null) return ofPlan;
  // Names, URLs, directories and certificates are each member's own, and in no plan.
  return [...ofPlan, ...differencesFrom(ownSettings(given, catalog), ownSettings(settings, catalog))];
}

function differencesFrom(wanted: EffectiveSettings, has: EffectiveSettings): readonly string[] {
  const flags = [...new Set([...Object.keys(wanted), ...Object.keys(has)])].sort();
  return flags.flatMap((flag) => {
    const [planned, running] = [wanted, has].map((side) => (Object.hasOwn(side, flag) ? side[flag] : undefined));
    return planned === running ? [] : [`${flag} is ${inWords(running)}, planned ${inWords(planned)}`];
  });
}

const inWords = (value: string | undefined): string => (value === undefined ? 'not set' : value || 'empty');
