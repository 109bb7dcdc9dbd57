import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishRun, type RunFrame } from '../../../src/app/finishing.ts';
import { runDirectory } from '../../../src/app/run-directory.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import type { RunReport } from '../../../src/report/model.ts';
import { createRedactor } from '../../../src/report/redact.ts';

const passing: RunReport = {
  ...{ schemaVersion: 1, tool: { name: 'etcd-migrate', version: '0.0.0' }, mode: 'preflight' },
  ...{ verdict: 'pass', failureReason: null, reason: 'Every step, check and judge agrees.', nextSteps: [] },
};

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'etcd-migrate-finish-'));
});
afterEach(() => rmSync(path, { recursive: true }));

function finish(mode: RunFrame['mode']): Promise<number> {
  const frame = {
    ...{ mode, directory: runDirectory(path), publishers: [], clock: systemClock },
    plan: { schemaVersion: 1, upgrade: { hops: [] }, legs: [], digest: 'digest' },
    settings: { format: 'json', color: false },
    surroundings: { redactor: createRedactor(), signal: new AbortController().signal, writeOut: () => undefined },
    progress: { line: () => undefined, now: () => undefined, group: () => undefined, endGroup: () => undefined },
    context: { manifest: { name: 'test' }, releases: [], assumed: [] },
  };
  return finishRun(
    frame as unknown as RunFrame,
    async () => ({ ...passing, mode }),
    async () => undefined,
  );
}

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
