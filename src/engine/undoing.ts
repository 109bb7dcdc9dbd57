// Owns which steps a roll-back undoes, and since when: what the journal says of them before that no longer counts.
// Must not carry out a roll-back (roll-back.ts) nor look at the cluster.
import type { Hop, Plan } from '../plan/steps.ts';
import { executableSteps } from '../plan/weave.ts';
import type { JournalRecord } from './journal.ts';

const prefix = 'rollback';

/** Ids of a roll-back's own steps; `attempt` keeps those of one run apart. */
export function rollBackStepId(hop: Hop, attempt: number, number: number): string {
  return `${prefix}.${hop.id}.${attempt}.${number}`;
}

/**
 * The steps that are undone once this is journaled: those of a roll-back's hop, from the first that changes a member on.
 * What came before only looked, and a roll-back that was refused or stopped before its first switch undid nothing.
 */
export function undoneBy(record: JournalRecord, plan: Plan): readonly string[] {
  if (!isUndoing(record)) return [];
  const [, hopId] = record.step.split('.');
  const steps = executableSteps(plan).filter(({ hop }) => hop.id === hopId);
  const first = steps.findIndex(
    ({ planned: { step } }) => step.kind === 'switch-member' || step.kind === 'renew-raft-snapshots',
  );
  return first < 0 ? [] : steps.slice(first).map(({ planned }) => planned.id);
}

/** The records that still say something about a step: of the plan's steps only those after the last roll-back's changes. */
export function recordsAbout(step: string, records: readonly JournalRecord[]): readonly JournalRecord[] {
  const counting = isRollBackStep(step) ? records : records.slice(records.findLastIndex(isUndoing) + 1);
  return counting.filter((record) => 'step' in record && record.step === step);
}

function isUndoing(record: JournalRecord): record is Extract<JournalRecord, { readonly type: 'switch-intended' }> {
  return record.type === 'switch-intended' && isRollBackStep(record.step);
}

/** Whether a step is a roll-back's own and not the plan's. */
export function isRollBackStep(step: string): boolean {
  return step.startsWith(`${prefix}.`);
}
