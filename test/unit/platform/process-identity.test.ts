import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { bootId, identify, identityLine, isAlive, parseIdentityLine } from '../../../src/platform/process-identity.ts';
import { identifySelf } from '../../../src/platform/self.ts';

it('takes a process for dead when it has ended, has another start time, or is of another boot', async () => {
  const self = await identifySelf();
  expect(self).toMatchObject({ pid: process.pid, bootId: await bootId() });
  expect(await isAlive(self)).toBe(true);
  expect(await isAlive({ ...self, startTime: `${self.startTime}0` })).toBe(false);
  expect(await isAlive({ ...self, bootId: 'the boot before' })).toBe(false);
  const child = spawn('sleep', ['60']);
  const known = await identify(child.pid ?? 0);
  if (known === null) throw new Error('the child has not started');
  expect(await isAlive(known)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await isAlive(known)).toBe(false);
});

it.each([
  { pid: 42, bootId: '8d320a6e-b39d-436d-ba69-16e29fef9159', startTime: '183100' },
  // As `ps` tells it.
  { pid: 1, bootId: 'B', startTime: 'Mon Nov 3 10:00:00 2026' },
  // It had ended before anybody could look.
  { pid: 7, bootId: 'B', startTime: '' },
])('reads back the line that it has written: %j', (identity) => {
  expect(parseIdentityLine(`${identityLine(identity)}\n`)).toEqual(identity);
});

it.each(['', 'one B 2', '0 B 2', '12', '-3 B 2'])('is no identity: "%s"', (text) => {
  expect(parseIdentityLine(text)).toBeNull();
});
