// Owns what is said of a transaction that started nothing, or whose script is gone.
// Must not decide what follows from it.
import { join } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import { nameDeployment } from '../../plan/deployment.ts';
import type { Deployment } from '../../plan/steps.ts';
import { identityLine, type ProcessIdentity, parseIdentityLine } from '../../platform/process-identity.ts';
import type { MemberHost } from './member-host.ts';
import type { Failure, Progress } from './progress.ts';
import type { Transaction } from './transactions.ts';

/** Whether the transaction failed because the host did not find what it needs. */
export function isRefusal(reason: Failure | 'unknown'): boolean {
  return reason === 'late' || reason === 'changed' || reason === 'superseded';
}

/** The error of a `failed` mark. `seen`: what the host found in place of what was expected. */
export function switchFailed(
  member: MemberHost,
  transaction: Transaction,
  progress: Progress,
  reason: Exclude<Failure, 'abandoned'> | 'unknown',
  seen: string,
): EtcdMigrateError {
  const { name } = member;
  const to = nameDeployment(transaction.request.deployment);
  const untouched = progress.begun === null ? 'Nothing was changed there.' : `${stateOf(progress)}.`;
  switch (reason) {
    case 'late':
      return new EtcdMigrateError(
        'switch-refused',
        `The host of ${name} came to the switch to ${to} after its time was up, and refused it. ${untouched}`,
      );
    case 'changed':
      return new EtcdMigrateError(
        'switch-refused',
        `The host of ${name} refused the switch to ${to}: ${expectation(transaction)}, but ${sight(seen)}. ${untouched}`,
        { details: { member: name, expected: transaction.request.expected, seen } },
      );
    case 'superseded':
      return new EtcdMigrateError(
        'switch-refused',
        `The switch of ${name} to ${to} was overtaken by a later one, and was not carried out. ${untouched}`,
      );
    case 'closing':
      return new EtcdMigrateError('member-lost', `${name} was not started: its run is being removed.`);
    case 'stop':
      return new EtcdMigrateError(
        'member-stop-failed',
        `${name} did not end within ${member.limits.stopMs / 1000} s after SIGTERM. It was not killed and nothing new ` +
          'was started; it may still end by itself.',
      );
    case 'unknown':
      return new EtcdMigrateError(
        'journal-damaged',
        `The host of ${name} gave a reason for not switching to ${to} that this version does not know: "${seen}". Last ` +
          `seen: ${stateOf(progress)}.`,
      );
    case 'start':
      return new EtcdMigrateError(
        'member-lost',
        `${name} has ended, and its host could not start ${to}; see ${member.places.hostLog}. The member is down.`,
      );
  }
}

/** The error of a switch that was decided upon while something else ran there, or nothing did. */
export function notAsDecided(
  { name }: MemberHost,
  wanted: Deployment,
  finds: string | null,
  found: ProcessIdentity | null,
): EtcdMigrateError {
  const seen = found === null ? 'nothing' : identityLine(found);
  const ran = finds === null ? 'nothing ran there' : `process ${finds.split(' ')[0]} ran there`;
  return new EtcdMigrateError(
    'switch-refused',
    `${name} was to be switched to ${nameDeployment(wanted)} when ${ran}, but ${sight(seen)} by now. Nothing was changed there.`,
    { details: { member: name, expected: finds, seen } },
  );
}

/** The error of a switch that would have to stop what somebody else has started. */
export function isNotOurs({ name }: MemberHost, wanted: Deployment, found: ProcessIdentity): EtcdMigrateError {
  return new EtcdMigrateError(
    'switch-refused',
    `${name} was not switched to ${nameDeployment(wanted)}: process ${found.pid} works on its data, which this run has not started. Nothing was changed there.`,
    { details: { member: name, seen: identityLine(found) } },
  );
}

/**
 * Why nothing can be written beside the member, which is nearly always a full disk; undefined where something can. A disk
 * that others have made room on meanwhile was full all the same, where the host's own words say so.
 */
export async function diskTrouble({ name, host, places }: MemberHost): Promise<unknown> {
  try {
    await host.files.write(join(places.directory, 'probe'), 'x'.repeat(8192));
  } catch (error) {
    return error;
  }
  const words = ((await host.files.read(places.hostLog)) ?? '').trimEnd().split('\n').slice(-5);
  const full = words.findLast((line) => /No space left on device|Disk quota exceeded/.test(line));
  if (full === undefined) return undefined;
  return new EtcdMigrateError('no-space', `The disk of ${name} was full when ${places.directory} was written: ${full}`);
}

/** The error of a script that ended without a mark that says why. */
export function scriptVanished(
  { name, places }: MemberHost,
  transaction: Transaction,
  progress: Progress,
): EtcdMigrateError {
  return new EtcdMigrateError(
    'member-lost',
    `The script that switches ${name} to ${nameDeployment(transaction.request.deployment)} ended without a result; ` +
      `see ${places.hostLog}. Last seen: ${stateOf(progress)}.`,
  );
}

/** What is known of the old process and the new one, in words. */
export function stateOf(progress: Progress): string {
  if (progress.process !== null) return `process ${progress.process.pid} was started but does not answer`;
  if (progress.stopped !== null) return 'the old process has ended, the new one is not started';
  return progress.begun === null ? 'nothing has begun' : 'the old process was told to end and had not ended';
}

function expectation({ request: { expected } }: Transaction): string {
  return expected === null ? 'nothing was to run there' : `process ${expected.pid} was to run there`;
}

function sight(seen: string): string {
  if (seen === 'nothing') return 'nothing runs';
  const process = parseIdentityLine(seen);
  return process === null ? `it found "${seen}"` : `process ${process.pid} does (${identityLine(process)})`;
}
