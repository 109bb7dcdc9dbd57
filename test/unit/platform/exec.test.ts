import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { run } from '../../../src/platform/exec.ts';
import { identify } from '../../../src/platform/process-identity.ts';

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it('returns both streams and the exit code, whatever it is', async () => {
  const lines: string[] = [];
  const result = await run('sh', ['-c', 'echo one; echo "two  words"; echo three >&2; exit 3'], {
    timeoutMs: 10_000,
    onLine: (line) => lines.push(line),
  });
  expect(result).toEqual({ exitCode: 3, stdout: 'one\ntwo  words\n', stderr: 'three\n' });
  expect(lines.sort()).toEqual(['one', 'three', 'two  words']);
});

it('passes arguments as they are, without a shell in between', async () => {
  const hostile = ['a b', '$HOME', '`id`', "it's", '*', ''];
  const { stdout } = await run('printf', ['%s\\n', ...hostile], { timeoutMs: 10_000 });
  expect(stdout).toBe(`${hostile.join('\n')}\n`);
});

it('gives the child the given environment and no more', async () => {
  const { stdout } = await run('env', [], { timeoutMs: 10_000, env: { PATH: process.env.PATH ?? '', ONLY: 'this' } });
  expect(stdout).toContain('ONLY=this');
  expect(stdout).not.toContain('HOME=');
});

it('kills a child that does not end in time, and says so', async () => {
  let pid = 0;
  const running = run('sh', ['-c', 'echo $$; exec sleep 60'], {
    timeoutMs: 500,
    onLine: (line) => {
      pid = Number(line);
    },
  });
  await expect(running).rejects.toMatchObject({ code: 'tool-failed', message: expect.stringContaining('did not end') });
  expect(pid).toBeGreaterThan(0);
  expect(alive(pid)).toBe(false);
});

it('kills the child on abort and rejects with the reason', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  let pid = 0;
  const running = run('sh', ['-c', 'echo $$; exec sleep 60'], {
    timeoutMs: 60_000,
    signal: controller.signal,
    onLine: (line) => {
      pid = Number(line);
      controller.abort(reason);
    },
  });
  await expect(running).rejects.toBe(reason);
  expect(alive(pid)).toBe(false);
});

it('kills what the child has started as well: compilers must not outlive a build that was broken off', async () => {
  const controller = new AbortController();
  const pids: number[] = [];
  const running = run('sh', ['-c', 'sh -c "sleep 60 & echo \\$!; echo \\$\\$; wait" & echo $$; wait'], {
    timeoutMs: 60_000,
    signal: controller.signal,
    onLine: (line) => {
      pids.push(Number(line));
      if (pids.length === 3) controller.abort(new Error('enough'));
    },
  });
  await expect(running).rejects.toThrow('enough');
  expect(pids).toHaveLength(3);
  // Orphans may stay as zombies until somebody collects them; those have ended.
  await expect.poll(() => Promise.all(pids.map(identify))).toEqual([null, null, null]);
});

it('names a program that is not there', async () => {
  await expect(run('no-such-program-here', [], { timeoutMs: 5_000 })).rejects.toMatchObject({
    code: 'tool-failed',
    message: expect.stringContaining('no-such-program-here'),
  });
});

it('says nothing on standard output when PATH holds a directory that cannot be read: JSON is there', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-path-'));
  const path = process.env.PATH;
  const said = vi.spyOn(console, 'log');
  const written = vi.spyOn(process.stdout, 'write');
  try {
    // Root may read everything; a link to itself nobody can follow.
    symlinkSync(join(directory, 'loop'), join(directory, 'loop'));
    process.env.PATH = `${join(directory, 'loop')}:${path}`;
    expect(await run('echo', ['x'], { timeoutMs: 10_000 })).toMatchObject({ exitCode: 0, stdout: 'x\n' });
    expect([...said.mock.calls, ...written.mock.calls]).toEqual([]);
  } finally {
    process.env.PATH = path;
    said.mockRestore();
    written.mockRestore();
    rmSync(directory, { recursive: true });
  }
});

it('a program that reads its standard input finds its end', async () => {
  await expect(run('cat', [], { timeoutMs: 10_000 })).resolves.toMatchObject({ exitCode: 0, stdout: '' });
});

it("somebody's own program may end with 127, and be killed; one that is not there could not be run", async () => {
  const own = { timeoutMs: 10_000, anyExitCode: true };
  const script = 'echo secret >&2; no-such-command';
  await expect(run('sh', ['-c', script], own)).resolves.toMatchObject({ exitCode: 127 });
  await expect(run('sh', ['-c', script], { timeoutMs: 10_000 })).rejects.toMatchObject({ code: 'tool-failed' });
  await expect(run('sh', ['-c', 'kill -9 $$'], own)).resolves.toMatchObject({ exitCode: null });
  await expect(run('no-such-command', [], own)).rejects.toMatchObject({
    code: 'tool-failed',
    message: expect.stringMatching(/^no-such-command could not be run/),
  });
});

it('a line without end ends the program that prints it', async () => {
  const endless = "while :; do printf '%65536s' x; done";
  await expect(run('sh', ['-c', endless], { timeoutMs: 60_000 })).rejects.toMatchObject({
    code: 'tool-failed',
    message: expect.stringContaining('printed 16 MiB in one line'),
  });
});

it('runs a program by another that becomes it, and still knows whether it is there', async () => {
  const by = ['/bin/sh', '-c', 'echo first; exec "$@"', 'sh'];
  const options = { timeoutMs: 10_000, anyExitCode: true, by };
  expect(await run('echo', ['a  b'], options)).toMatchObject({ exitCode: 0, stdout: 'first\na  b\n' });
  await expect(run('no-such-program', [], options)).rejects.toMatchObject({
    code: 'tool-failed',
    message: expect.stringContaining('no-such-program could not be run'),
  });
});
