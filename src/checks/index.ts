// Owns the list of all compatibility checks: adding one is one file, one line here, and one entry in catalog/checks.json.
// Must not know how they are run (run.ts).
import type { Check } from './check.ts';
import { deleteKey } from './delete.ts';
import { election } from './election.ts';
import { get } from './get.ts';
import { httpGateway } from './http-gateway.ts';
import { httpMetrics } from './http-metrics.ts';
import { httpVersion } from './http-version.ts';
import { leaseExpiry } from './lease-expiry.ts';
import { leaseKeepalive } from './lease-keepalive.ts';
import { lock } from './lock.ts';
import { login } from './login.ts';
import { maintenanceAlarms } from './maintenance-alarms.ts';
import { maintenanceHashkv } from './maintenance-hashkv.ts';
import { maintenanceSnapshot } from './maintenance-snapshot.ts';
import { maintenanceStatus } from './maintenance-status.ts';
import { notFound } from './not-found.ts';
import { put } from './put.ts';
import { rangeOptions } from './range-options.ts';
import { transaction } from './transaction.ts';
import { watchCompacted } from './watch-compacted.ts';
import { watchNow } from './watch-now.ts';
import { watchPast } from './watch-past.ts';

/** The checks stand in the order of the report's table. */
export const checks: readonly Check[] = [
  put,
  get,
  deleteKey,
  notFound,
  rangeOptions,
  transaction,
  leaseExpiry,
  leaseKeepalive,
  watchNow,
  watchPast,
  watchCompacted,
  lock,
  election,
  login,
  maintenanceStatus,
  maintenanceHashkv,
  maintenanceAlarms,
  maintenanceSnapshot,
  httpGateway,
  httpVersion,
  httpMetrics,
];
