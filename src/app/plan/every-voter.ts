// Owns what a live cluster's members say together: it holds only where every one of them has said it.
// Must not ask them.
import type { ListedMember } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';

/**
 * A member that nobody asked may run another release. Throws `connection-failed` naming those that no endpoint reached.
 */
export function requireEveryVoter(listed: readonly ListedMember[], seen: readonly bigint[]): void {
  // A learner is refused for being one (plan/planner.ts), whatever it runs.
  const voters = listed.filter(({ isLearner }) => !isLearner);
  const unseen = voters.filter(({ id }) => !seen.includes(id));
  if (unseen.length === 0) return;
  const names = unseen.map(({ id, name }) => name || id.toString(16)).join(', ');
  throw new EtcdMigrateError(
    'connection-failed',
    `\`connection.endpoints\` reach ${voters.length - unseen.length} of the live cluster's ${voters.length} voting members: what ${names} run${unseen.length === 1 ? 's' : ''} is unknown.`,
    { hint: 'Name an endpoint of each member in `connection.endpoints`.' },
  );
}

/** Whether a job is active; undefined unless every one of the `members` said that none is. */
export function downgradeJobBy(
  answers: readonly PromiseSettledResult<boolean | null>[],
  members: number,
): boolean | undefined {
  const said = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : null));
  if (said.includes(true)) return true;
  return said.length === members && said.every((each) => each === false) ? false : undefined;
}
