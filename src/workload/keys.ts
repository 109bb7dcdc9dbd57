// Owns where the workload keeps its keys: one prefix per purpose, so that judges and other users tell them apart.
// Must not know what is stored there.

export const keyValuePrefix = 'app/kv/';
export const leasePrefix = 'app/lease/';
export const lockPrefix = 'app/lock/';
export const electionPrefix = 'app/election/';

/** Keys of one group share a prefix, so that a prefix read is one atomic look at several keys. */
const keysPerGroup = 8;

export function groupCount(keys: number): number {
  return Math.ceil(keys / keysPerGroup);
}

export function groupPrefix(group: number): string {
  return `${keyValuePrefix}${String(group).padStart(5, '0')}/`;
}

/** Key number `index`, from 0. */
export function keyName(index: number): string {
  return `${groupPrefix(Math.floor(index / keysPerGroup))}${index % keysPerGroup}`;
}
