// Owns writing down that a process which somebody else has started is the member's from now on.
// Must not stop or start anything, nor judge whether that process is the right one: who calls this has.
import { EtcdMigrateError } from '../../errors.ts';
import { nameDeployment, sameDeployment } from '../../plan/deployment.ts';
import type { Deployment } from '../../plan/steps.ts';
import { identityLine } from '../../platform/process-identity.ts';
import { makeTransaction } from './making.ts';
import type { MemberHost } from './member-host.ts';
import { mayStillChange } from './progress.ts';
import { listTransactions } from './transactions.ts';

/**
 * A transaction that has ended from its beginning: its marks name the process as if its script had started it. Throws
 * `switch-refused` where that process does not run there any more, or another transaction is under way.
 */
export async function adopt(member: MemberHost, identity: string, deployment: Deployment): Promise<void> {
  const { host, places, service, name } = member;
  const refused = (why: string): EtcdMigrateError =>
    new EtcdMigrateError(
      'switch-refused',
      `What runs on ${name} was not taken over as ${nameDeployment(deployment)}: ${why}. Nothing was changed there.`,
    );
  const transactions = await listTransactions(host.files, places);
  const newest = transactions.at(-1);
  if (newest !== undefined && (await mayStillChange(host, places, newest))) throw refused('a switch is under way');
  const current = await service.identity();
  if (current === null || identityLine(current.process) !== identity)
    throw refused('another process runs there by now');
  const own = transactions.find(({ number }) => number === current.transaction)?.request;
  if (own !== undefined && sameDeployment(own.deployment, deployment)) return;
  if (current.transaction !== null) throw refused('it was started as something else');
  const { seconds } = await host.now();
  const order = { action: 'adopt', deployment, expected: current.process, mayBeGone: false } as const;
  const marks = { begun: `${seconds}\n`, process: `${identity}\n`, started: `${seconds}\n` };
  if ((await makeTransaction(member, newest?.number ?? 0, order, marks)) === null) throw refused('a switch was begun');
}
