// Owns the check that a call without a login is answered only where authentication is off.
// Must not change users nor call AuthStatus (K1).
import { createApplicationClient } from '../etcd/application-client.ts';
import type { Check } from './check.ts';

/** What etcd says to a caller it does not know; with a client certificate it looks for a user of that name. */
const refusals = /user name is empty|user name not found|invalid auth token|permission denied|authentication failed/;

export const login: Check = {
  id: 'login',
  run: async ({ first, prefix, credentials }) => {
    const { user, ...withoutUser } = credentials;
    await first.client.put(`${prefix}key`).value('value').exec();
    await using stranger = createApplicationClient([first], withoutUser, `stranger-${first.member}`);
    const answered = await stranger.pool
      .get(`${prefix}key`)
      .exec()
      .then(
        () => true,
        (error: Error) => {
          if (refusals.test(error.message)) return false;
          throw error;
        },
      );
    if (answered === (user === undefined)) return 'asked for exactly where authentication is on';
    return answered ? 'a call without a login was answered' : 'a call without a login was refused';
  },
};
