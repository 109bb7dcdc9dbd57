// Owns the comparison of the settings that a member's process runs with and those that the plan gives it.
// Must not know in which channel either has them: it is about what they come to.
import { loadCatalog } from '../../catalog/load.ts';
import { effectiveSettings } from '../../plan/effective-settings.ts';
import type { Deployment, EffectiveSettings } from '../../plan/steps.ts';
import { bounded } from '../bounded.ts';
import { inspectLimitMs } from '../limits.ts';
import type { Member } from '../ports.ts';
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
 * Whether the member's process has the plan's settings with these overrides, and no others: a wrapper around the binary
 * can take some away and add its own, and what is rehearsed then is not what the plan says. Settings that cannot be seen
 * open nothing, but where the driver never sees any: the planner has told that then, and the verdict is no pass.
 */
export async function lookAtSettings(
  run: Run,
  member: Member,
  overrides: Deployment['overrides'],
): Promise<{ readonly open: boolean; readonly said: string }> {
  const { driver, plan } = run.options;
  const { settings } = await bounded(run.bounds, `The host of ${member.name}`, inspectLimitMs, (s) =>
    driver.inspect(member, s),
  );
  if (settings === null) {
    return { open: !driver.capabilities.has('see-settings'), said: 'its settings cannot be seen from here' };
  }
  const wanted = {
    ...plan.upgrade.settings,
    ...effectiveSettings({ flags: overrides, environment: {} }, loadCatalog()),
  };
  const differences = differencesFrom(wanted, effectiveSettings(settings, loadCatalog()));
  if (differences.length > 0) return { open: false, said: `runs with other settings: ${differences.join(', ')}` };
  const laidOver = Object.entries(overrides).map(([flag, value]) => `${flag} ${value}`);
  return {
    open: true,
    said: `runs with the plan's settings${laidOver.length === 0 ? '' : `, laid over by ${laidOver.join(', ')}`}`,
  };
}

function differencesFrom(wanted: EffectiveSettings, has: EffectiveSettings): readonly string[] {
  const flags = [...new Set([...Object.keys(wanted), ...Object.keys(has)])].sort();
  return flags.flatMap((flag) => {
    const [planned, running] = [wanted, has].map((side) => (Object.hasOwn(side, flag) ? side[flag] : undefined));
    return planned === running ? [] : [`${flag} is ${inWords(running)}, planned ${inWords(planned)}`];
  });
}

const inWords = (value: string | undefined): string => (value === undefined ? 'not set' : value || 'empty');
