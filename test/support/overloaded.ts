// Owns what becomes of a test whose rehearsal could not judge because its own machine stood still.
// Must not know what is rehearsed.

const overloaded = 'machine-overloaded';
export const TRIES_WHERE_OVERLOADED = 3;

/**
 * How vitest tries every test of `e2e` and `integration`: where this machine stood still a rehearsal cannot judge, says so,
 * and is made again, as its users would. Nothing else is tried again: only who finds this throws these words.
 */
export const againWhereOverloaded = {
  count: TRIES_WHERE_OVERLOADED - 1,
  condition: new RegExp(`^${overloaded}: `),
};

interface Ended {
  readonly failureReason?: string | null | undefined;
  readonly reason?: string | undefined;
}

/**
 * Whether its own machine kept a rehearsal from judging: it says so, or could not even see in time what runs on it.
 */
export const isOverloaded = ({ failureReason, reason = '' }: Ended): boolean =>
  failureReason === overloaded || (failureReason === 'member-lost' && /The host of m\d has not answered/.test(reason));

/** Has the test made again where the rehearsal could not judge. */
export function expectMachineKeptUp(ended: Ended): void {
  if (isOverloaded(ended)) tryAgain(ended);
}

/** Has the test made again, whatever a rehearsal ended with. */
export function tryAgain({ reason }: Ended): never {
  throw new Error(`${overloaded}: ${reason}`);
}
