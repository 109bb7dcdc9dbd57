// Owns the check that metrics are served and say that the member has a leader.
// Must not judge any other metric.
import type { Check } from './check.ts';
import { callHttp } from './http.ts';

export const httpMetrics: Check = {
  id: 'http-metrics',
  run: async ({ first: { url }, credentials }) => {
    const { status, body } = await callHttp({ base: url, path: '/metrics', credentials });
    if (status !== 200) return `status ${status}`;
    return /^etcd_server_has_leader .*$/m.exec(body)?.[0] ?? 'no etcd_server_has_leader';
  },
};
