// Owns this process's own identity.
// Must not identify any other (process-identity.ts).
import { EtcdMigrateError } from '../errors.ts';
import { identify, type ProcessIdentity } from './process-identity.ts';

/** This process; it always finds itself, or the platform is one that we do not know. */
export async function identifySelf(): Promise<ProcessIdentity> {
  const self = await identify(process.pid);
  if (self === null) throw new EtcdMigrateError('internal-error', 'This process cannot find its own start time.');
  return self;
}
