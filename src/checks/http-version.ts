// Owns the check of what GET /version tells.
// Must not judge which names are right for a line: catalog/checks.json says it.
import type { Check } from './check.ts';
import { callHttp } from './http.ts';

const order = ['etcdserver', 'etcdcluster', 'storage'];

export const httpVersion: Check = {
  id: 'http-version',
  run: async ({ first: { url }, release, credentials }) => {
    const { status, body } = await callHttp({ base: url, path: '/version', credentials });
    if (status !== 200) return `status ${status}`;
    const facts = JSON.parse(body) as Record<string, string>;
    if (facts.etcdserver !== release) return `etcdserver ${facts.etcdserver} instead of ${release}`;
    return Object.keys(facts)
      .sort((a, b) => order.indexOf(a) - order.indexOf(b))
      .join(', ');
  },
};
