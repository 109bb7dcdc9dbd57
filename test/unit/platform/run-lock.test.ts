// Owns the proof that one live process at most has an output directory, and that nobody is taken for dead who may live.
// Must not know what a run is.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isListening } from '../../../src/platform/lock-socket.ts';
import { identify } from '../../../src/platform/process-identity.ts';
import { lockDirectory, lookAtLock } from '../../../src/platform/run-lock.ts';
import { identifySelf } from '../../../src/platform/self.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const place = () => join(directory, 'run.lock');

/** A claim as another process has left it. */
async function claimOf(change: Readonly<Record<string, unknown>>): Promise<void> {
  mkdirSync(place(), { recursive: true });
  const owner = { ...(await identifySelf()), purpose: 'preflight', host: 'ci-7', socket: null, pidNamespace: null };
  writeFileSync(join(place(), '0001'), JSON.stringify({ ...owner, ...change }));
}

/** Another process takes the lock and keeps it. */
async function holder(): Promise<ChildProcess> {
  const module = join(import.meta.dirname, '../../../src/platform/run-lock.ts');
  const script = `const { lockDirectory } = await import(${JSON.stringify(module)}); await lockDirectory(${JSON.stringify(directory)}, 'preflight'); console.log('has it'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error('the holder has ended')));
  });
  return child;
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

it('lets one owner in, names it to the next, and says when it is released', async () => {
  const lock = await lockDirectory(directory, 'preflight');
  expect(await lookAtLock(directory)).toMatchObject({ is: 'held', owner: { purpose: 'preflight', pid: process.pid } });
  await expect(lockDirectory(directory, 'resume')).rejects.toMatchObject({
    code: 'run-in-progress',
    message: expect.stringContaining(`still going on: preflight, process ${process.pid} on ${hostname()}`),
  });
  await lock[Symbol.asyncDispose]();
  expect(readdirSync(place()).sort()).toEqual(['0001', '0001.released']);
  expect(await lookAtLock(directory)).toEqual({ is: 'free' });
  const again = await lockDirectory(directory, 'resume');
  // What counts stays; what came before it goes.
  expect(readdirSync(place()).filter((name) => /^\d+$/.test(name))).toEqual(['0002']);
  await again[Symbol.asyncDispose]();
  expect(readdirSync(place()).sort()).toEqual(['0002', '0002.released']);
});

it('is held by a frozen process, and free when that is gone, however it went', async () => {
  const other = await holder();
  const gone = ended(other);
  try {
    process.kill(other.pid ?? 0, 'SIGSTOP');
    await expect(lockDirectory(directory, 'cleanup')).rejects.toMatchObject({
      message: expect.stringContaining(`preflight, process ${other.pid}`),
    });
  } finally {
    other.kill('SIGKILL');
  }
  await gone;
  expect(await lookAtLock(directory)).toEqual({ is: 'free' });
  await using _ = await lockDirectory(directory, 'cleanup');
});

it('is held by a socket, whatever the pid in it means here: another container counts its own', async () => {
  const other = await holder();
  try {
    const path = join(place(), '0001');
    const owner = JSON.parse(readFileSync(path, 'utf8'));
    for (const alien of [{ pid: 2 ** 22 + 1 }, { pid: process.pid, startTime: '1', pidNamespace: 'pid:[1]' }]) {
      writeFileSync(path, JSON.stringify({ ...owner, ...alien }));
      await expect(lockDirectory(directory, 'resume')).rejects.toMatchObject({ code: 'run-in-progress' });
    }
  } finally {
    other.kill('SIGKILL');
  }
});

const onLinux = it.skipIf(process.platform !== 'linux');

onLinux('crosses pid namespaces: there the holder has another pid, and keeps the lock all the same', async () => {
  const module = join(import.meta.dirname, '../../../src/platform/run-lock.ts');
  const script = `const { lockDirectory } = await import(${JSON.stringify(module)}); await lockDirectory(${JSON.stringify(directory)}, 'resume').then(() => console.log('took it'), (error) => console.log(error.code));`;
  await using _ = await lockDirectory(directory, 'preflight');
  const child = spawn('unshare', [
    '--pid',
    '--fork',
    '--mount-proc',
    process.execPath,
    '--input-type=module',
    '-e',
    script,
  ]);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const code = await ended(child);
  // Who may make no namespace shows nothing.
  if (code !== 0) return expect(process.getuid?.()).not.toBe(0);
  expect(said.trim()).toBe('run-in-progress');
});

it.each([
  ['of another boot, or host', { bootId: 'another', pid: 1, startTime: 'long ago' }],
  ['of another container, where there are no sockets', { pidNamespace: 'pid:[1]' }],
])(
  'of an owner %s nothing is known: only who says that he has ended, and can show it, takes over',
  async (_, change) => {
    await claimOf(change);
    expect(await lookAtLock(directory)).toMatchObject({ is: 'not-seen', owner: { host: 'ci-7' } });
    const refused = {
      code: 'run-in-progress',
      message: expect.stringContaining('whether it still works cannot be seen from here'),
      hint: expect.stringContaining('--take-over'),
    };
    await expect(lockDirectory(directory, 'resume')).rejects.toMatchObject(refused);
    const stillWorks = new Error('it still works');
    await expect(lockDirectory(directory, 'resume', { prove: () => Promise.reject(stillWorks) })).rejects.toBe(
      stillWorks,
    );
    // That somebody tried takes nothing away from it.
    await expect(lockDirectory(directory, 'resume')).rejects.toMatchObject(refused);
    const proofs: string[] = [];
    const taken = await lockDirectory(directory, 'resume', { prove: async () => void proofs.push('proven') });
    expect(proofs).toEqual(['proven']);
    await taken[Symbol.asyncDispose]();
  },
);

it('never takes over from one that lives, whatever a person says', async () => {
  await using _ = await lockDirectory(directory, 'preflight');
  const proofs: string[] = [];
  await expect(
    lockDirectory(directory, 'resume', { prove: async () => void proofs.push('proven') }),
  ).rejects.toMatchObject({ code: 'run-in-progress' });
  expect(proofs).toEqual([]);
});

it('without sockets a pid of the same container tells: dead, even if it lives again as another process', async () => {
  const own = (await import('node:fs')).readlinkSync('/proc/self/ns/pid');
  const other = spawn('sleep', ['60']);
  try {
    const identity = await identify(other.pid ?? 0);
    await claimOf({ ...identity, pidNamespace: own });
    await expect(lockDirectory(directory, 'cleanup')).rejects.toMatchObject({ code: 'run-in-progress' });
    await claimOf({ ...identity, startTime: `${identity?.startTime}0`, pidNamespace: own });
    await using _ = await lockDirectory(directory, 'cleanup');
  } finally {
    other.kill('SIGKILL');
  }
});

it.each(['{}', 'null', '{"pid": 1', '{"process": 4711, "host": "ci-7"}'])(
  'does not take a claim of another shape for a dead one: %s',
  async (text) => {
    mkdirSync(place());
    writeFileSync(join(place(), '0001'), text);
    await expect(lockDirectory(directory, 'cleanup')).rejects.toMatchObject({
      code: 'run-in-progress',
      message: expect.stringContaining('whether its owner still works here is not known'),
    });
    expect(readdirSync(place())).toEqual(['0001']);
  },
);

it('lets exactly one of many win a lock whose owner is dead', async () => {
  const other = await holder();
  const gone = ended(other);
  other.kill('SIGKILL');
  await gone;
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory, 'race')));
  const winners = results.filter((result) => result.status === 'fulfilled');
  expect(winners).toHaveLength(1);
  await winners[0]?.value[Symbol.asyncDispose]();
});

it('at no moment has more than one of many that come and go', async () => {
  let inside = 0;
  let most = 0;
  let entries = 0;
  const visitor = async (): Promise<void> => {
    for (let round = 0; round < 12; round++) {
      const lock = await lockDirectory(directory, 'race').catch(() => null);
      if (lock === null) continue;
      inside += 1;
      entries += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside -= 1;
      await lock[Symbol.asyncDispose]();
    }
  };
  await Promise.all(Array.from({ length: 6 }, visitor));
  expect(most).toBe(1);
  expect(entries).toBeGreaterThan(3);
});

it('has room for a directory with a long name', async () => {
  const long = join(directory, 'a'.repeat(120));
  mkdirSync(long);
  const lock = await lockDirectory(long, 'preflight');
  const [socket = ''] = readdirSync(join(long, 'run.lock')).filter((name) => name.endsWith('.sock'));
  expect(await isListening(join(long, 'run.lock'), socket)).toBe(true);
  await expect(lockDirectory(long, 'resume')).rejects.toMatchObject({ code: 'run-in-progress' });
  await lock[Symbol.asyncDispose]();
});
