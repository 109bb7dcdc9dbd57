// Standard output and standard error of the committed bundle when they are closed, full, or a terminal.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundle, startCommand } from '../support/command.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-streams-'));
  // Refused with a long answer on standard output, and with exit code 2.
  writeFileSync(join(place, 'etcd-migration.yaml'), `from: "3.5"\nto: "3.7"\n${'x: 1\n'.repeat(9000)}`);
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** In bash; the exit code is that of the first program of a pipe. */
function shell(line: string): { status: number | null; stderr: string } {
  const script = `etcd-migrate() { "$NODE" "$BUNDLE" "$@"; }\n${line}\nexit $PIPESTATUS`;
  const { status, stderr } = spawnSync('bash', ['-c', script], {
    cwd: place,
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, BUNDLE: bundle },
  });
  return { status, stderr };
}

it('a reader that goes away ends it quietly, with the exit code of the work', () => {
  const gone = shell('etcd-migrate plan --format json 2>err | true');
  expect(readFileSync(join(place, 'err'), 'utf8')).not.toMatch(/EPIPE|^\s+at /m);
  expect(gone.status).toBe(2);
  expect(shell('etcd-migrate --help | true')).toEqual({ status: 0, stderr: '' });
  expect(shell('etcd-migrate cleanup --format json 2>&1 | true').status).toBe(0);
});

it('a full standard output is said and exits 3', () => {
  const { status, stderr } = shell('etcd-migrate cleanup --format json >/dev/full');
  expect(stderr).toContain('no-space');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(3);
});

it('Ctrl-C while a live cluster does not answer exits 130, not "connection failed"', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    writeFileSync(
      join(place, 'etcd-migration.yaml'),
      `from: "3.5"\nto: "3.7"\nconnection: {endpoints: ["http://127.0.0.1:${address.port}"]}\n`,
    );
    const connected = new Promise<void>((resolve) => server.once('connection', () => resolve()));
    const command = startCommand(['plan', '--offline', '--cache', join(place, 'cache')], { cwd: place });
    await connected;
    command.kill('SIGINT');
    const { exitCode, stderr } = await command.ended;
    expect(stderr).toContain('interrupted');
    expect(stderr).not.toContain('connection-failed');
    expect(exitCode).toBe(130);
  } finally {
    server.close();
  }
});

it('a terminal keeps its cursor', async () => {
  writeFileSync(join(place, 'etcd-migration.yaml'), 'from: "3.5"\nto: "3.7"\n');
  const terminal = spawn(process.execPath, [bundle, 'plan', '--offline', '--no-color', '--cache', 'none'], {
    cwd: place,
    env: process.env,
  });
  let screen = '';
  terminal.onData((text) => {
    screen += text;
  });
  await new Promise((resolve) => terminal.onExit(resolve));
  expect(screen).toContain('release-unobtainable');
  expect(screen).not.toContain('\u001b[?25l');
  expect(screen.split('\u001b').some((piece) => /^\[[\d;]+m/.test(piece))).toBe(false);
});

it('works with both streams closed', () => {
  expect(() =>
    execFileSync('sh', ['-c', `"${process.execPath}" "${bundle}" cleanup >&- 2>&-`], { cwd: place }),
  ).not.toThrow();
});
