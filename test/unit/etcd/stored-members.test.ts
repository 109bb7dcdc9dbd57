// Owns the proof that looking into a member's database leaves no copy of it behind, whatever kills us.
// Must not read a database (bbolt.test.ts, test/integration).
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MemberClient } from '../../../src/etcd/member-client.ts';
import { readStoredMembers } from '../../../src/etcd/stored-members.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'stored-members-'));
  vi.stubEnv('TMPDIR', directory);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true });
});

test('a kill in the middle of the snapshot leaves no copy of the database: the file has no name by then', async () => {
  const seen: (readonly string[])[] = [];
  async function* blobs(): AsyncGenerator<{ blob: Buffer }> {
    seen.push(readdirSync(directory));
    yield { blob: Buffer.alloc(4096) };
    seen.push(readdirSync(directory));
  }
  const client = { stream: blobs } as unknown as MemberClient;
  const member = { name: 'm1', clientUrl: 'http://127.0.0.1:1', peerUrl: 'http://127.0.0.1:2' };
  await expect(readStoredMembers(client, member)).rejects.toMatchObject({ code: 'member-lost' });
  expect(seen).toEqual([[], []]);
});
