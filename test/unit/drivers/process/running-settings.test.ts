import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runningSettings } from '../../../../src/drivers/process/running-settings.ts';
import { bootId, identify, type ProcessIdentity } from '../../../../src/platform/process-identity.ts';

const onLinux = test.skipIf(process.platform !== 'linux');

/** A process that lives as long as `use` takes, with these arguments and variables. */
async function living(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  use: (identity: ProcessIdentity) => Promise<void>,
  cwd = '/',
): Promise<void> {
  const argv = ['-e', 'setInterval(() => {}, 1000)', '--', ...args];
  const child = spawn(process.execPath, argv, { env, cwd, stdio: 'ignore' });
  try {
    await new Promise((resolve) => child.once('spawn', resolve));
    const identity = await identify(child.pid ?? 0);
    if (identity === null) throw new Error('the process has gone');
    await use(identity);
  } finally {
    child.kill('SIGKILL');
  }
}

onLinux('flags are read as etcd reads them: one dash or two, the value behind = or after it', async () => {
  const args = ['--name=m1', '-snapshot-count', '5000', '--pre-vote', '--initial-cluster=m1=http://a'];
  await living(args, {}, async (identity) => {
    expect((await runningSettings(identity))?.flags).toMatchObject({
      name: 'm1',
      'snapshot-count': '5000',
      'pre-vote': 'true',
      'initial-cluster': 'm1=http://a',
    });
  });
});

onLinux('what the process was really started with is seen, in each channel', async () => {
  const place = mkdtempSync(join(tmpdir(), 'etcd-migrate-settings-'));
  const file = join(place, 'etcd.yaml');
  writeFileSync(file, 'snapshot-count: 700\n');
  try {
    await living(['--snapshot-count=5000'], { ETCD_LOG_LEVEL: 'warn', OTHER: 'x' }, async (identity) => {
      expect(await runningSettings(identity)).toMatchObject({
        flags: { 'snapshot-count': '5000' },
        environment: { ETCD_LOG_LEVEL: 'warn' },
      });
      expect((await runningSettings(identity))?.environment).not.toHaveProperty('OTHER');
    });
    await living([`--config-file=${file}`], {}, async (identity) => {
      expect((await runningSettings(identity))?.configFile).toEqual({ 'snapshot-count': 700 });
      // A file that is gone is not the same as no settings.
      rmSync(file);
      expect(await runningSettings(identity)).toBeNull();
    });
  } finally {
    rmSync(place, { recursive: true });
  }
});

onLinux(
  'a configuration file that is no YAML any more shows no settings, and keeps nothing else of the host from being seen',
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'etcd-migrate-settings-'));
    const file = join(place, 'etcd.yaml');
    writeFileSync(file, 'snapshot-count: [700\n');
    try {
      await living([`--config-file=${file}`], {}, async (identity) =>
        expect(await runningSettings(identity)).toBeNull(),
      );
    } finally {
      rmSync(place, { recursive: true });
    }
  },
);

onLinux('a configuration file that the process names from its own directory is read there', async () => {
  const place = mkdtempSync(join(tmpdir(), 'etcd-migrate-settings-'));
  writeFileSync(join(place, 'etcd.yaml'), 'snapshot-count: 700\n');
  try {
    const use = async (identity: ProcessIdentity) =>
      expect((await runningSettings(identity))?.configFile).toEqual({ 'snapshot-count': 700 });
    await living(['--config-file=etcd.yaml'], {}, use, place);
  } finally {
    rmSync(place, { recursive: true });
  }
});

onLinux('of a process that is gone, or that got the pid later, nothing is seen', async () => {
  await living(['--name=x'], {}, async (identity) => {
    expect(await runningSettings({ ...identity, startTime: '1' })).toBeNull();
  });
  expect(await runningSettings({ pid: 2 ** 22 + 1, bootId: await bootId(), startTime: '1' })).toBeNull();
});

onLinux(
  'of a wrapper that waits for the etcd that it has started, nothing is seen: that one has settings of its own',
  async () => {
    const child = spawn('/bin/sh', ['-c', 'sleep 60 & wait', 'etcd', '--name=m1'], {
      env: {},
      stdio: 'ignore',
      detached: true,
    });
    try {
      await new Promise((resolve) => child.once('spawn', resolve));
      const identity = await identify(child.pid ?? 0);
      if (identity === null) throw new Error('the process has gone');
      await vi.waitFor(async () => expect(await runningSettings(identity)).toBeNull());
    } finally {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    }
  },
);
