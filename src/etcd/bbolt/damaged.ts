// Owns the one error for a file that is not a whole bbolt database.
// Must not know what makes a database whole (meta.ts, pages.ts, database.ts).
import { EtcdMigrateError } from '../../errors.ts';

export function damaged(how: string): EtcdMigrateError {
  return new EtcdMigrateError('etcd-refused', `The database snapshot cannot be read: ${how}.`, {
    details: { class: 'corrupt', how },
  });
}

/** Tells what is damaged, in a few words; undefined for any other error. */
export function damageIn(error: unknown): string | undefined {
  if (!(error instanceof EtcdMigrateError) || error.details['class'] !== 'corrupt') return undefined;
  return String(error.details['how'] ?? error.message);
}
