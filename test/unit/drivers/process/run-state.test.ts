// Owns the proof that `cluster.json` is parsed and not believed: its names become directories, its URLs are called.
// Must not start anything.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  makeRunDirectory,
  type RunState,
  readRunState,
  runPaths,
  writeRunState,
} from '../../../../src/drivers/process/run-state.ts';
import { listForeign, listRuns, removeRun } from '../../../../src/drivers/process/runs.ts';
import { sameForAll } from '../../../../src/plan/channels.ts';

let place: string;
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-run-state-'));
  await makeRunDirectory(runPaths(place, 'run'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const state: RunState = {
  schemaVersion: 3,
  runId: 'run',
  createdAt: '2026-01-01T00:00:00.000Z',
  owner: { pid: 4711, bootId: 'this', startTime: '12' },
  members: [{ name: 'm1', clientUrl: 'https://127.0.0.1:12379', peerUrl: 'https://127.0.0.1:12380' }],
  settings: sameForAll({ flags: { 'snapshot-count': '1000' }, environment: {} }),
  credentials: { tls: { caPem: 'ca', certPem: 'cert', keyPem: 'key', serverName: 'localhost' } },
  memberIds: { m1: '8e9e05c52164694d' },
};

test.each<[string, Partial<RunState>]>([
  ['with certificates', {}],
  ['with a user', { credentials: { user: { name: 'root', password: 'secret' } } }],
  [
    'in the open',
    { credentials: {}, members: [{ name: 'm1', clientUrl: 'http://127.0.0.1:1', peerUrl: 'http://127.0.0.1:2' }] },
  ],
])('a cluster %s is read back as it was written', async (_, given) => {
  const paths = runPaths(place, 'run');
  await writeRunState(paths, { ...state, ...given });
  expect(await readRunState(paths)).toEqual({ ...state, ...given });
});

test('none is none', async () => {
  expect(await readRunState(runPaths(place, 'run'))).toBeNull();
});

test.each<[string, object, RegExp]>([
  [
    'a member whose name leads elsewhere',
    { members: [{ ...state.members[0], name: '../../m1' }] },
    /damaged: members\.0\.name/,
  ],
  [
    'a member that is called by no URL of etcd',
    { members: [{ ...state.members[0], clientUrl: 'file:///etc' }] },
    /damaged: members\.0\.clientUrl/,
  ],
  ['no members', { members: [] }, /damaged: members/],
  ['no owner', { owner: undefined }, /damaged: owner/],
  ['settings that are none', { settings: { flags: { 'max-wals': 5 } } }, /damaged: settings/],
  ['an id that is none', { memberIds: { m1: 'yes' } }, /damaged: memberIds/],
  ['a field that nobody reads', { trusted: true }, /damaged: /],
  ['another run', { runId: 'other' }, /is of another run: other/],
  ['another version', { schemaVersion: 1, stages: [] }, /written by another version/],
])('%s is not taken over', async (_, damage, words) => {
  const paths = runPaths(place, 'run');
  await writeRunState(paths, state);
  const content = { ...JSON.parse(readFileSync(paths.state, 'utf8')), ...damage };
  writeFileSync(paths.state, JSON.stringify(content));
  await expect(readRunState(paths)).rejects.toMatchObject({
    code: 'journal-damaged',
    message: expect.stringMatching(words),
  });
});

test('what a process left that was killed while it made the directory of a run is found, and removed with the run', async () => {
  const unfinished = join(place, 'runs', '.new-killed');
  mkdirSync(unfinished);
  writeFileSync(join(unfinished, 'etcd-migrate-run.json.4711.0a1b2c3d.tmp'), '{');
  expect(await listRuns(place)).toContain('killed');
  expect(await listForeign(place)).toEqual([]);
  await removeRun(place, 'killed');
  expect(readdirSync(join(place, 'runs'))).toEqual(['run']);
});

test('a directory that only has the name of an unfinished one, and holds something else, is left alone', async () => {
  const foreign = join(place, 'runs', '.new-mine');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'notes.txt'), 'mine');
  expect(await listRuns(place)).toEqual(['run']);
  expect(await listForeign(place)).toEqual([foreign]);
  await removeRun(place, 'mine');
  expect(readdirSync(foreign)).toEqual(['notes.txt']);
});
