import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EtcdMigrateError } from '../../../../src/errors.ts';
import { runInProcess } from '../../../support/in-process.ts';
import { parseManifest } from '../../../support/parse-manifest.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-init-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** A port on which nobody answers. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}

test.each([
  ['that nobody answers', async () => ({ ETCDCTL_ENDPOINTS: `127.0.0.1:${await closedPort()}` })],
  ['that are no URLs', async () => ({ ETCDCTL_ENDPOINTS: 'unix://x,%%%' })],
  [
    'whose certificate authority is not there',
    async () => ({ ETCDCTL_ENDPOINTS: `127.0.0.1:${await closedPort()}`, ETCDCTL_CACERT: 'nothing.pem' }),
  ],
])('endpoints %s cost a warning, not the manifest', async (_, environmentOf) => {
  const environment = await environmentOf();
  const { exitCode, stdout, stderr } = await runInProcess(['init', '--format', 'json'], { cwd: place, environment });
  expect(stderr).toContain('warning: the live cluster of ETCDCTL_ENDPOINTS could not be read');
  expect(exitCode).toBe(0);
  const { manifest } = parseManifest(readFileSync(join(place, 'etcd-migration.yaml')), 'm.yaml');
  expect(manifest.connection).toBeUndefined();
  const { init } = JSON.parse(stdout);
  expect(init.readFrom).toEqual([]);
  expect(init.notFoundOut).toEqual(expect.any(String));
});

test('an interruption writes nothing', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const stop = new AbortController();
    server.once('connection', () => stop.abort(new EtcdMigrateError('interrupted', 'SIGINT received.')));
    const environment = { ETCDCTL_ENDPOINTS: `127.0.0.1:${address.port}` };
    const { exitCode } = await runInProcess(['init'], { cwd: place, environment, signal: stop.signal });
    expect(exitCode).toBe(130);
    expect(() => readFileSync(join(place, 'etcd-migration.yaml'))).toThrow();
  } finally {
    server.close();
  }
});
