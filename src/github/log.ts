// Owns printing text of others in a job's log.
// Must not know what it says.
import { randomBytes } from 'node:crypto';
import { info } from '@actions/core';

/** Prints so that no line can act as a workflow command, even one with `::` or `##[` at its start. */
export function printVerbatim(text: string): void {
  const token = `etcd-migrate-${randomBytes(16).toString('hex')}`;
  info(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`);
}
