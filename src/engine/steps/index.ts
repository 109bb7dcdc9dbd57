// Owns the table from step kind to handler.
// Must not hold a handler's logic.
import type { Run } from '../run-state.ts';
import { hold } from './hold.ts';
import { killMember } from './kill-member.ts';
import { lead } from './lead.ts';
import { observe } from './observe.ts';
import { renewalGoal, renewRaftSnapshots } from './renew-raft-snapshots.ts';
import { stage } from './stage.ts';
import { switchMember } from './switch-member.ts';
import { verify } from './verify.ts';
import { waitClusterVersion } from './wait-cluster-version.ts';

/** Facts that count from the step's first beginning; journaled before anything is changed, so that a resume keeps them. */
export async function factsOf(run: Run): Promise<Readonly<Record<string, string>>> {
  return run.step.planned.step.kind === 'renew-raft-snapshots' ? await renewalGoal(run) : {};
}

/** Carries out one step and says in a few words what it did. Throws what ends the run. */
export async function carryOut(run: Run): Promise<string> {
  const { step } = run.step.planned;
  switch (step.kind) {
    case 'verify':
      return await verify(run, step);
    case 'stage':
      return await stage(run, step);
    case 'switch-member':
      return await switchMember(run, step);
    case 'renew-raft-snapshots':
      return await renewRaftSnapshots(run, step);
    case 'hold':
      return await hold(run, step);
    case 'wait-cluster-version':
      return await waitClusterVersion(run, step);
    case 'observe':
      return await observe(run, step);
    case 'lead':
      return await lead(run, step);
    case 'kill-member':
      return await killMember(run, step);
  }
}
