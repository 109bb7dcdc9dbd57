// Owns the check of the HTTP gateway: under which path it answers a range, if at all.
// Must not judge which answer is right for a line: catalog/checks.json says it.
import { present } from '../present.ts';
import type { Check, CheckTarget } from './check.ts';
import { callHttp } from './http.ts';

async function answers({ first, prefix, credentials }: CheckTarget, root: '/v3' | '/v3beta'): Promise<boolean> {
  const call = (path: 'auth/authenticate' | 'kv/range', body: unknown, token?: string) =>
    callHttp({ base: first.url, path: `${root}/${path}`, credentials, body, ...present({ token }) });
  let token: string | undefined;
  if (credentials.user) {
    const { status, body } = await call('auth/authenticate', credentials.user);
    if (status === 404) return false;
    ({ token } = JSON.parse(body) as { token?: string });
  }
  const key = `${prefix}key`;
  const { status, body } = await call('kv/range', { key: Buffer.from(key).toString('base64') }, token);
  if (status === 404) return false;
  const { kvs } = JSON.parse(body) as { kvs?: { value?: string }[] };
  if (status === 200 && kvs?.[0]?.value === Buffer.from('value').toString('base64')) return true;
  throw new Error(`${root}/kv/range answered ${status}: ${body.slice(0, 200)}`);
}

export const httpGateway: Check = {
  id: 'http-gateway',
  run: async (target) => {
    await target.first.client.put(`${target.prefix}key`).value('value').exec();
    if (await answers(target, '/v3')) return '/v3 answers';
    return (await answers(target, '/v3beta')) && target.release.startsWith('3.3.') ? '/v3beta answers' : '/v3 is off';
  },
};
