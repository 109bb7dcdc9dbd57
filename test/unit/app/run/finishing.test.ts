import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishRun, type RunFrame } from '../../../../src/app/run/finishing.ts';
import { runDirectory } from '../../../../src/app/run/run-directory.ts';
import { runStarted } from '../../../../src/engine/journal.ts';
import { recover } from '../../../../src/engine/recover.ts';
import { EtcdMigrateError } from '../../../../src/errors.ts';
import { systemClock } from '../../../../src/platform/clock.ts';
import { createJournalFile } from '../../../../src/platform/journal-file.ts';
import type { RehearsalReport } from '../../../../src/report/model.ts';
import type { Publisher } from '../../../../src/report/publisher.ts';
import { createRedactor } from '../../../../src/report/redact.ts';
import { makePlan } from '../../../support/simulated-plans.ts';

const passing: RehearsalReport = {
  schemaVersion: 1,
  tool: { name: 'etcd-migrate', version: '0.0.0' },
  mode: 'preflight',
  verdict: 'pass',
  failureReason: null,
  reason: 'Every step, check and judge agrees.',
  nextSteps: [],
};

let path: string;
let lines: string[];
beforeEach(() => {
  lines = [];
  path = mkdtempSync(join(tmpdir(), 'etcd-migrate-finish-'));
});
afterEach(() => rmSync(path, { recursive: true }));

interface Given {
  readonly report?: Partial<RehearsalReport>;
  readonly signal?: AbortSignal;
  readonly publisher?: Partial<Publisher>;
  readonly remove?: () => Promise<void>;
}

function finish(mode: RunFrame['mode'], given: Given = {}): Promise<number> {
  const { signal = new AbortController().signal, publisher, remove = async () => undefined } = given;
  const frame = {
    mode,
    directory: runDirectory(path),
    publishers: publisher ? [publisher] : [],
    clock: systemClock,
    plan: { schemaVersion: 2, upgrade: { hops: [] }, legs: [], digest: 'digest' },
    settings: { format: 'json', color: false },
    surroundings: { redactor: createRedactor(), signal, writeOut: () => undefined },
    progress: {
      now: () => undefined,
      group: () => undefined,
      endGroup: () => undefined,
      line: (text: string) => lines.push(text),
    },
    context: { manifest: { name: 'test' }, releases: [], assumed: [] },
  };
  const end = (how: 'remove' | 'leave'): Promise<void> => (how === 'remove' ? remove() : Promise.resolve());
  return finishRun(frame as unknown as RunFrame, async () => ({ ...passing, mode, ...given.report }), end);
}

async function beginJournal(): Promise<void> {
  await createJournalFile(runDirectory(path).journal).append({
    seq: 1,
    at: '2026-01-01T00:00:00.000Z',
    ...runStarted({
      runId: 'r',
      toolVersion: '0',
      plan: makePlan(),
      mode: 'preflight',
      owner: { pid: 1, bootId: 'none', startTime: '0' },
      context: {},
    }),
  });
}

/** Aborted as by Ctrl-C. */
const pressed = (): AbortSignal => AbortSignal.abort(new EtcdMigrateError('interrupted', 'SIGINT received.'));
const never = (): Promise<never> => new Promise(() => undefined);
const brokenOff: Partial<RehearsalReport> = {
  verdict: 'error',
  failureReason: 'interrupted',
  clusterState: 'three members',
};

test('a run is over for its journal when its report is written, and its cluster goes only then', async () => {
  await beginJournal();
  let seen: unknown;
  const remove = async (): Promise<void> => {
    seen = {
      report: existsSync(join(path, 'report.json')),
      ...recover(await createJournalFile(runDirectory(path).journal).read()),
    };
  };
  expect(await finish('preflight', { remove })).toBe(0);
  expect(seen).toMatchObject({ report: true, reported: 'pass' });
});

test('a run that was broken off keeps its cluster and can be resumed', async () => {
  await beginJournal();
  const remove = (): Promise<never> => Promise.reject(new Error('removed'));
  expect(await finish('preflight', { report: brokenOff, signal: pressed(), remove })).toBe(130);
  expect(recover(await createJournalFile(runDirectory(path).journal).read()).reported).toBeUndefined();
  expect(lines.join()).not.toContain('removed');
});

test('Ctrl-C after a run of no verdict was reported does not keep a cluster that nobody can resume', async () => {
  let removed = false;
  const remove = async (): Promise<void> => {
    removed = true;
  };
  const report: Partial<RehearsalReport> = {
    verdict: 'error',
    failureReason: 'no-space',
    clusterState: 'three members',
  };
  expect(await finish('preflight', { report, signal: pressed(), remove })).toBe(130);
  expect(removed).toBe(true);
});

test('an interrupted job does not wait for GitHub, and says so', async () => {
  expect(await finish('preflight', { report: brokenOff, signal: pressed(), publisher: { finished: never } })).toBe(130);
  expect(lines.join('\n')).toContain('publishing was broken off');
});

test('an interrupt while the cluster is removed ends the wait; the verdict that was reported stands', async () => {
  const stop = new AbortController();
  const remove = (): Promise<never> => {
    stop.abort(new EtcdMigrateError('terminated', 'SIGTERM received.'));
    return never();
  };
  expect(await finish('preflight', { signal: stop.signal, remove })).toBe(143);
  expect(lines.join('\n')).toContain('could not be removed: interrupted');
  expect(JSON.parse(readFileSync(join(path, 'report.json'), 'utf8'))).toMatchObject({ verdict: 'pass' });
});

test('a cluster that cannot be removed is told by the report, on the disk and to publishers, with what to do', async () => {
  const published: RehearsalReport[] = [];
  const remove = (): Promise<never> =>
    Promise.reject(new EtcdMigrateError('run-in-progress', 'Process 7 works on m1.'));
  const finished = async (report: unknown): Promise<void> => void published.push(report as RehearsalReport);
  expect(await finish('preflight', { remove, publisher: { finished } })).toBe(0);
  const report = JSON.parse(readFileSync(join(path, 'report.json'), 'utf8')) as RehearsalReport;
  expect(report.verdict).toBe('pass');
  expect(report.nextSteps).toEqual([
    `Remove the throw-away cluster, which is still there (Process 7 works on m1): \`etcd-migrate cleanup --output ${path}\`.`,
  ]);
  expect(published).toEqual([report]);
});

test('a report that cannot be written again does not take back what was written and published', async () => {
  const published: unknown[] = [];
  const remove = async (): Promise<never> => {
    rmSync(join(path, 'report.json'));
    mkdirSync(join(path, 'report.json'));
    throw new Error('the disk went away');
  };
  const finished = async (report: unknown): Promise<void> => void published.push(report);
  expect(await finish('preflight', { remove, publisher: { finished } })).toBe(0);
  expect(published).toMatchObject([{ verdict: 'pass' }]);
  expect(lines.join('\n')).toContain('could not be written again');
});

test('a rehearsal that passes leaves the record that proves its plan', async () => {
  expect(await finish('preflight')).toBe(0);
  const record: unknown = JSON.parse(readFileSync(join(path, 'rehearsal.json'), 'utf8'));
  expect(record).toMatchObject({ verdict: 'pass', planDigest: 'digest' });
});

test('a roll-back leaves its report but no record: it proves nothing of the plan', async () => {
  expect(await finish('rollback')).toBe(0);
  expect(existsSync(join(path, 'report.json'))).toBe(true);
  expect(existsSync(join(path, 'rehearsal.json'))).toBe(false);
});
