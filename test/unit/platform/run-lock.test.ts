import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bootId, identify } from '../../../src/platform/process-identity.ts';
import { lockDirectory } from '../../../src/platform/run-lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it('lets one owner in, names it to the next, and leaves nothing behind', async () => {
  const lock = await lockDirectory(directory, 'preflight');
  await expect(lockDirectory(directory, 'resume')).rejects.toMatchObject({
    code: 'run-in-progress',
    message: expect.stringMatching(new RegExp(`preflight, process ${process.pid}`)),
  });
  await lock[Symbol.asyncDispose]();
  expect(readdirSync(directory)).toEqual([]);
  const again = await lockDirectory(directory, 'resume');
  await again[Symbol.asyncDispose]();
});

it('takes over from an owner that is dead, even if its pid lives again as another process', async () => {
  const other = spawn('sleep', ['60']);
  try {
    const pid = other.pid ?? 0;
    const identity = await identify(pid);
    expect(identity).not.toBeNull();
    const startTime = identity?.startTime;
    const lock = { pid, bootId: await bootId(), startTime, purpose: 'preflight' };
    writeFileSync(join(directory, 'run.lock'), JSON.stringify(lock));
    await expect(lockDirectory(directory, 'cleanup')).rejects.toMatchObject({ code: 'run-in-progress' });
    writeFileSync(join(directory, 'run.lock'), JSON.stringify({ ...lock, startTime: `${startTime}0` }));
    const taken = await lockDirectory(directory, 'cleanup');
    await taken[Symbol.asyncDispose]();
  } finally {
    other.kill('SIGKILL');
  }
});

it('takes over from an owner of before a reboot, even if its pid and start time live again', async () => {
  const lock = { ...(await identify(process.pid)), bootId: 'the boot before', purpose: 'preflight' };
  writeFileSync(join(directory, 'run.lock'), JSON.stringify(lock));
  const taken = await lockDirectory(directory, 'cleanup');
  await taken[Symbol.asyncDispose]();
});

it('takes over from a lock that a crash left unreadable', async () => {
  writeFileSync(join(directory, 'run.lock'), '{"pid": 1');
  const lock = await lockDirectory(directory, 'cleanup');
  await lock[Symbol.asyncDispose]();
  expect(readdirSync(directory)).toEqual([]);
});

it.each(['{}', 'null', '{"process": 4711, "host": "ci-7"}'])(
  'does not take a lock of another shape for a dead one: %s',
  async (text) => {
    writeFileSync(join(directory, 'run.lock'), text);
    await expect(lockDirectory(directory, 'cleanup')).rejects.toMatchObject({
      code: 'run-in-progress',
      message: expect.stringContaining('whether its owner still works here is not known'),
    });
    expect(readdirSync(directory)).toEqual(['run.lock']);
  },
);

it('lets exactly one of many win a dead lock', async () => {
  writeFileSync(
    join(directory, 'run.lock'),
    JSON.stringify({ pid: 1, bootId: 'another', startTime: 'long ago', purpose: 'preflight' }),
  );
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory, 'race')));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
});
