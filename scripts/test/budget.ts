// Owns how long `npm test` may take from nothing on two cores, and what is said of the time that it took.
// Must not measure it.
import { failedOnce, type Outcome, total } from './outcome.ts';

export const BUDGET_SECONDS = 15 * 60;
const SLOWEST_SHOWN = 10;

/** Above the budget there is a warning, above twice that a failure: a slow machine is no broken program. */
export function judgeTime(seconds: number): { readonly said: string; readonly outcome: Outcome } {
  const said = `All of it took ${seconds} s of ${BUDGET_SECONDS} s.`;
  const none = total([]);
  if (seconds <= BUDGET_SECONDS) return { said, outcome: none };
  if (seconds <= 2 * BUDGET_SECONDS) return { said: `⚠ ${said} Look at the slowest files.`, outcome: none };
  return { said: `✗ ${said} That is more than twice as long as it may take.`, outcome: failedOnce };
}

/** The slowest files, a line each. */
export function slowestOf({ files }: Outcome): readonly string[] {
  return files
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST_SHOWN)
    .map(({ path, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${path}`);
}
