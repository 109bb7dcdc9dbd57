// Owns one look at a member's host, and how its silence is told from all that etcd may be blamed for.
// Must not decide what follows: whoever looks does.
import { EtcdMigrateError } from '../errors.ts';
import { type Bounds, bounded } from './bounded.ts';
import { inspectLimitMs } from './limits.ts';
import type { ClusterDriver, HostFacts, MemberAddress } from './ports.ts';

/** Throws `member-lost`, for which `isHostSilent` holds, where the host does not answer in time. */
export async function lookAtHost(
  driver: Pick<ClusterDriver, 'inspect'>,
  bounds: Bounds,
  member: MemberAddress,
  limitMs: number = inspectLimitMs,
): Promise<HostFacts> {
  try {
    return await bounded(bounds, `The host of ${member.name}`, limitMs, (signal) => driver.inspect(member, signal));
  } catch (error) {
    if (!(error instanceof EtcdMigrateError) || error.code !== 'member-lost') throw error;
    const { message, hint } = error;
    throw new EtcdMigrateError('member-lost', message, { hint, details: { ...error.details, host: member.name } });
  }
}

/** Whether it is the host that has not answered: that says nothing of what runs there. */
export function isHostSilent(error: unknown): boolean {
  return error instanceof EtcdMigrateError && error.code === 'member-lost' && error.details['host'] !== undefined;
}
