// Owns what a transaction of one member says: who makes it, until when it counts, and the command of its deployment.
// Must not carry it out (launching.ts) nor decide that it is wanted (switching.ts, adopting.ts).
import type { Deployment } from '../../plan/steps.ts';
import { identifySelf } from '../../platform/self.ts';
import { present } from '../../present.ts';
import type { MemberHost } from './member-host.ts';
import { configFileIn, createTransaction, type Transaction, type TransactionRequest } from './transactions.ts';

/** Time from making a transaction to the first act of its script: a script that has not begun by then never acts. */
export const BEGIN_LIMIT_MS = 15_000;

interface Order extends Pick<TransactionRequest, 'action' | 'expected' | 'mayBeGone'> {
  readonly deployment: Deployment;
}

/** Null when somebody else made the transaction after number `after` in the same moment. */
export async function makeTransaction(
  { host, places, limits, command }: MemberHost,
  after: number,
  { action, deployment, expected, mayBeGone }: Order,
  marks: Readonly<Record<string, string>> = {},
): Promise<Transaction | null> {
  const creator = await identifySelf();
  const { bootId, seconds } = await host.now();
  const notAfter = { bootId, seconds: Math.ceil(seconds + BEGIN_LIMIT_MS / 1000) };
  return createTransaction(
    host.files,
    places,
    after,
    limits,
    (directory) => {
      const { argv, environment, configFile } = command(deployment, configFileIn(directory));
      return {
        request: {
          schemaVersion: 1,
          action,
          deployment: { release: deployment.release, overrides: { ...deployment.overrides } },
          argv: [...argv],
          environment: { ...environment },
          expected,
          mayBeGone,
          notAfter,
          creator,
        },
        ...present({ configFile }),
      };
    },
    marks,
  );
}
