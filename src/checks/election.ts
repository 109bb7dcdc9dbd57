// Owns the check that an election has one leader at a time, by the client library's own election.
// Must not judge whether two ever led while members restarted: judge/ does, from the workload's elections.
import type { Check } from './check.ts';

const ttlSeconds = 5;
const lookMs = 200;

export const election: Check = {
  id: 'election',
  run: async ({ first, second, prefix, clock }) => {
    const candidate = (client: typeof first.client, name: string) => {
      const campaign = client.namespace(prefix).election('leader', ttlSeconds).campaign(name);
      return { campaign, elected: campaign.wait() };
    };
    const one = candidate(first.client, 'one');
    await one.elected;
    const two = candidate(second.client, 'two');
    const early = await Promise.race([two.elected.then(() => true), clock.sleep(lookMs).then(() => false)]);
    const leader = await second.client.namespace(prefix).election('leader', ttlSeconds).leader();
    await one.campaign.resign();
    await two.elected;
    await two.campaign.resign();
    if (early) return 'two leaders at once';
    return leader === 'one' ? 'second leader waits for the first' : `leader "${leader}" while "one" leads`;
  },
};
