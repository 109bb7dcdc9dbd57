// Owns the check that a member tells its version, its leader and its revision.
// Must not wait for a leader: a member of a healthy state has one.
import type { Check } from './check.ts';

export const maintenanceStatus: Check = {
  id: 'maintenance-status',
  run: async ({ first: { client }, release }) => {
    const { version, leader, header } = await client.maintenance.status();
    if (version !== release) return `version ${version} instead of ${release}`;
    return leader !== '0' && BigInt(header.revision) > 0n
      ? 'version, leader and revision'
      : `leader ${leader}, revision ${header.revision}`;
  },
};
