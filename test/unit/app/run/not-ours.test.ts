// What is not ours is never removed, replaced or stopped by, whatever directory a person names.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDirectory } from '../../../../src/app/run/run-directory.ts';
import { ownOutputDirectory } from '../../../../src/app/shell/output-directory.ts';
import { createProcessProvisioner } from '../../../../src/drivers/process/provisioner.ts';
import { listRuns, removeRun } from '../../../../src/drivers/process/runs.ts';
import { sameForAll } from '../../../../src/plan/channels.ts';
import { systemClock } from '../../../../src/platform/clock.ts';
import { createRandom } from '../../../../src/platform/random.ts';
import { runInProcess } from '../../../support/in-process.ts';
import { silentLog } from '../../../support/silent-log.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-not-ours-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const cli = (...args: string[]) => runInProcess(args, { cwd: place });
const write = (path: string, text = 'precious'): void => {
  mkdirSync(join(place, path, '..'), { recursive: true });
  writeFileSync(join(place, path), text);
};
const read = (path: string): string => readFileSync(join(place, path), 'utf8');
const manifest = (): void => write('etcd-migration.yaml', 'from: "3.5"\nto: "3.7"\n');

/** A run as a killed process leaves it: provisioned up to the question for its binaries. */
async function halfMadeRun(runId: string, stateDir = place): Promise<void> {
  let asked = (): void => {};
  const reached = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const provisioner = createProcessProvisioner({
    stateDir,
    binaries: () => {
      asked();
      return new Promise(() => {});
    },
    clock: systemClock,
    log: silentLog,
    random: createRandom(1),
  });
  const settings = sameForAll({ flags: {}, environment: {} });
  void provisioner.provision({ runId, voters: 1, settings, release: '3.6.14', tls: false, auth: false });
  await reached;
}

test('cleanup of a project that has a runs folder of its own removes nothing', async () => {
  write('runs/exp-42/weights.bin');
  const { exitCode, stderr } = await cli('cleanup', '--output', '.');
  expect(exitCode).toBe(0);
  expect(read('runs/exp-42/weights.bin')).toBe('precious');
  expect(stderr).toContain('not an output directory of etcd-migrate');
  expect(readdirSync(place)).toEqual(['runs']);
});

test('cleanup of our own directory leaves foreign folders and links alone, names them, and removes our dead run', async () => {
  await ownOutputDirectory(runDirectory(place));
  write('elsewhere/weights.bin');
  write('runs/exp-42/weights.bin');
  // Even something that looks like a cluster of ours.
  write('runs/exp-43/cluster.json', '{"schemaVersion": 1}');
  symlinkSync(join(place, 'elsewhere'), join(place, 'runs/linked'));
  await halfMadeRun('dead');
  symlinkSync(join(place, 'runs/dead'), join(place, 'runs/alias'));
  const { exitCode, stderr } = await cli('cleanup', '--output', '.');
  expect(exitCode).toBe(0);
  expect(readdirSync(join(place, 'runs'))).toEqual(['alias', 'exp-42', 'exp-43', 'linked']);
  expect([read('elsewhere/weights.bin'), read('runs/exp-42/weights.bin')]).toEqual(['precious', 'precious']);
  for (const name of ['alias', 'exp-42', 'exp-43', 'linked']) expect(stderr).toContain(join('runs', name));
  expect(stderr).toContain('1 removed');
});

test('a runs folder that is a link is not followed', async () => {
  await ownOutputDirectory(runDirectory(place));
  await halfMadeRun('dead', join(place, 'other'));
  symlinkSync(join(place, 'other/runs'), join(place, 'runs'));
  expect((await cli('cleanup', '--output', '.')).exitCode).toBe(0);
  expect(existsSync(join(place, 'other/runs/dead/cluster.json'))).toBe(true);
  await expect(removeRun(place, 'dead')).rejects.toMatchObject({ code: 'no-permission' });
  expect(existsSync(join(place, 'other/runs/dead/cluster.json'))).toBe(true);
});

test('a run killed in the middle of provisioning is ours, also when its state was never written', async () => {
  await halfMadeRun('dead');
  rmSync(join(place, 'runs/dead/cluster.json'));
  rmSync(join(place, 'runs/dead/members'), { recursive: true });
  expect(await listRuns(place)).toEqual(['dead']);
  await removeRun(place, 'dead');
  expect(readdirSync(join(place, 'runs'))).toEqual([]);
});

test.each([
  ['report.json'],
  ['junit.xml'],
  ['history.jsonl'],
  ['logs/app.log'],
  ['run.lock'],
  ['runs/exp-42/weights.bin'],
])('preflight into a directory that has a foreign %s is refused with exit 2 and changes nothing', async (file) => {
  manifest();
  write(file);
  const before = readdirSync(place);
  const { exitCode, stderr } = await cli('preflight', '--output', '.', '--offline');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('usage');
  expect(stderr).toContain(file.split('/')[0]);
  expect(read(file)).toBe('precious');
  expect(readdirSync(place)).toEqual(before);
});

test.each(['resume', 'rollback', 'status'])('%s does not take a foreign journal for a run', async (mode) => {
  write('journal.jsonl', '{}\n');
  const { exitCode, stderr } = await cli(mode, '--output', '.');
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('nothing-to-resume')]);
  expect(readdirSync(place)).toEqual(['journal.jsonl']);
});

test('a directory is adopted once and stays ours; a copy of the name alone does not make one ours', async () => {
  const directory = runDirectory(join(place, 'out'));
  await ownOutputDirectory(directory);
  write('out/report.json');
  await ownOutputDirectory(directory);
  write('other/report.json');
  write('other/.etcd-migrate-output', 'something else');
  await expect(ownOutputDirectory(runDirectory(join(place, 'other')))).rejects.toMatchObject({ code: 'usage' });
});

test.each([
  ['cleanup', '--output'],
  ['preflight', '--output'],
  ['plan', '--manifest'],
  ['preflight', '--cache'],
])('%s %s with an empty text (an unset variable of a shell) is a usage error', async (mode, option) => {
  manifest();
  const { exitCode, stderr } = await cli(mode, option, '');
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
  expect(readdirSync(place)).toEqual(['etcd-migration.yaml']);
});

test('an empty manifest argument is a usage error too', async () => {
  manifest();
  expect((await cli('plan', '')).exitCode).toBe(2);
});
