// Owns the list of all ways in which a right history is made wrong; each file beside it holds one judge's.
import { assumptionPlantings } from './assumptions.ts';
import { availabilityPlantings } from './availability.ts';
import { coveragePlantings } from './coverage.ts';
import { durabilityPlantings } from './durability.ts';
import { failedWritePlantings } from './failed-writes.ts';
import { hashPlantings } from './hash.ts';
import { leasePlantings } from './lease.ts';
import { linearizabilityPlantings } from './linearizability.ts';
import { mutualExclusionPlantings } from './mutual-exclusion.ts';
import type { Planting } from './planting.ts';
import { processPlantings } from './processes.ts';
import { serializableReadPlantings } from './serializable-reads.ts';
import { watchPlantings } from './watch.ts';

export { crashPlantings } from './after-crash.ts';
export type { Planting } from './planting.ts';

export const plantings: readonly Planting[] = [
  ...durabilityPlantings,
  ...linearizabilityPlantings,
  ...serializableReadPlantings,
  ...failedWritePlantings,
  ...watchPlantings,
  ...leasePlantings,
  ...mutualExclusionPlantings,
  ...hashPlantings,
  ...processPlantings,
  ...availabilityPlantings,
  ...assumptionPlantings,
  ...coveragePlantings,
];
