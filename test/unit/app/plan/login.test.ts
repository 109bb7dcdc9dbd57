import { expect, test } from 'vitest';
import { asksForLogin } from '../../../../src/app/plan/login.ts';
import { EtcdMigrateError } from '../../../../src/errors.ts';

const failing = (code: 'connection-failed' | 'member-lost') => () =>
  Promise.reject(new EtcdMigrateError(code, 'etcdserver: user name is empty'));
const answered = () => Promise.resolve({ revision: 1n });

test('a cluster that answers Status to anybody is not therefore one without authentication', async () => {
  expect(await asksForLogin({}, failing('connection-failed'))).toBe(true);
  expect(await asksForLogin({}, failing('member-lost'))).toBeUndefined();
  expect(await asksForLogin({}, answered)).toBe(false);
  expect(await asksForLogin({ tls: { caPem: 'ca' } }, answered)).toBe(false);
});

test('a user is a login, and a certificate may be one', async () => {
  expect(await asksForLogin({ user: { name: 'root', password: 'x' } }, answered)).toBe(true);
  expect(await asksForLogin({ tls: { caPem: 'ca', certPem: 'cert', keyPem: 'key' } }, answered)).toBeUndefined();
});
