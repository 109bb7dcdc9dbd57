// Owns the check that the list of alarms can be read and is empty.
// Must not raise or disarm any.
import type { Check } from './check.ts';

export const maintenanceAlarms: Check = {
  id: 'maintenance-alarms',
  run: async ({ first: { client } }) => {
    const { alarms } = await client.maintenance.alarm({ action: 'Get', memberID: '0', alarm: 'None' });
    return alarms.length === 0 ? 'no alarm' : alarms.map(({ alarm }) => `alarm ${alarm}`).join(', ');
  },
};
