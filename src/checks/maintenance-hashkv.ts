// Owns the check that HashKV answers for a revision that is asked for, while others write.
import type { Check } from './check.ts';

export const maintenanceHashkv: Check = {
  id: 'maintenance-hashkv',
  run: async ({ first, prefix }) => {
    const { header } = await first.client.put(`${prefix}a`).value('1').exec();
    const at = await first.hashKv(header.revision);
    await first.client.put(`${prefix}a`).value('2').exec();
    const again = await first.hashKv(header.revision);
    return at.hash !== 0 && at.hash === again.hash
      ? 'a hash at the asked revision'
      : `hashes ${at.hash} and ${again.hash} at one revision`;
  },
};
