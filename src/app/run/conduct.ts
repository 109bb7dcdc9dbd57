// Owns the engine with its session: whoever upgrades, rehearses, goes on, goes back or recalls an end comes through here.
// Must not know clients, judges, reports, locks or guards: those stand around it.
import { symptomOf } from '../../catalog/lookups.ts';
import type { Cluster } from '../../drivers/cluster-source.ts';
import type { EngineOptions, EngineOutcome } from '../../engine/options.ts';
import type { ClusterControl, ClusterView } from '../../engine/ports.ts';
import { recallOutcome } from '../../engine/recall.ts';
import { rollBack } from '../../engine/roll-back.ts';
import { bringUp as bringUpMembers, runPlan } from '../../engine/run.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { type Capability, unmetNeeds } from '../../plan/needs.ts';
import type { Plan, PlannedStep } from '../../plan/steps.ts';
import { titleOf } from '../../plan/tree.ts';
import { executableSteps } from '../../plan/weave.ts';

/** What the engine is to do, of a plan that it may have begun in an earlier process. */
export interface Assignment {
  readonly plan: Plan;
  readonly wanted: 'reached-target' | 'rolled-back';
  /** Steps that an earlier process finished. */
  readonly completed: ReadonlySet<string>;
  /** The engine had ended before its process was killed: its end is only recalled from the journal. */
  readonly isCarriedOut: boolean;
}

export interface Session
  extends Assignment,
    Pick<EngineOptions, 'observer' | 'journal' | 'events' | 'clock' | 'log' | 'signal' | 'digests' | 'acceptFound'> {
  readonly cluster: Pick<Cluster, 'driver'>;
  readonly access: ClusterView & ClusterControl;
}

/** Throws as the engine does, and `capability-missing` before it journals or touches anything. */
export async function conduct({ wanted, isCarriedOut, ...session }: Session): Promise<EngineOutcome> {
  requireCapable({ ...session, wanted, isCarriedOut }, session.cluster.driver.capabilities);
  const options = engineOptions(session);
  if (isCarriedOut) return await recallOutcome(options);
  return await (wanted === 'rolled-back' ? rollBack(options) : runPlan(options));
}

/** What comes before the clients of a run that goes on: its members have a process each, as far as that can be. */
export async function bringUp(session: Omit<Session, 'wanted' | 'isCarriedOut'>): Promise<void> {
  await bringUpMembers(engineOptions(session));
}

function engineOptions({ cluster, access, ...session }: Omit<Session, 'wanted' | 'isCarriedOut'>): EngineOptions {
  return {
    ...session,
    steps: executableSteps(session.plan),
    driver: cluster.driver,
    view: access,
    control: access,
    symptomOf: (lines) => symptomOf(lines),
  };
}

/** Throws `capability-missing` naming the first step that a driver with these capabilities could not carry out. */
export function requireCapable(assignment: Assignment, capabilities: ReadonlySet<Capability>): void {
  const [unmet] = unmetNeeds(stepsToDo(assignment), capabilities);
  if (unmet === undefined) return;
  const { planned, capability } = unmet;
  const has = [...capabilities].join(', ') || 'none';
  throw new EtcdMigrateError(
    'capability-missing',
    `Step ${planned.id} (${titleOf(planned.step)}) needs the capability ${capability}, which the driver of this cluster does not have (it has: ${has}). Nothing was journaled or changed.`,
  );
}

/** A roll-back makes its steps when it knows the cluster; each changes members as the plan's own switches do. */
function stepsToDo({ plan, wanted, completed, isCarriedOut }: Assignment): readonly PlannedStep[] {
  if (isCarriedOut) return [];
  const all = executableSteps(plan).map(({ planned }) => planned);
  if (wanted === 'rolled-back') return all.filter(({ step }) => step.kind === 'switch-member');
  return all.filter(({ id }) => !completed.has(id));
}
