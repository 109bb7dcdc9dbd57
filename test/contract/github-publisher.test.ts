// Owns: what really goes over HTTP to GitHub, and that no trouble there reaches the run.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventContext } from '../../src/github/context.ts';
import { createGitHubPublisher } from '../../src/github/publisher.ts';
import { closeAbandonedCheckRun } from '../../src/github/state.ts';
import type { RehearsalReport } from '../../src/report/model.ts';
import type { Publisher } from '../../src/report/publisher.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { inconclusive, panicking, passing } from '../fixtures/report/samples.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github.ts';

const TOKEN = 'ghs_canary_0123456789';
/** Longer than any answer of the fake takes on a machine that does other things too. */
const limits = { requestMs: 20_000, backoffMs: [5, 5] };
const run = {
  title: 'Rehearsing etcd 3.5.33 → 3.7.1',
  planDigest: 'sha256:1',
  tree: '1 hop\n  1.1 step',
  cluster: 'eu1',
};
const hop = { hop: '3.5.33 → 3.6.14', done: 9, of: 18, elapsedMs: 61_000 };

let printed = '';
let summaryFile = '';
let stateFile = '';

beforeAll(async () => {
  // One for all tests: @actions/core remembers the path of its summary for the life of the process.
  const directory = await mkdtemp(join(tmpdir(), 'publisher-'));
  summaryFile = join(directory, 'summary.md');
  stateFile = join(directory, 'state');
  return () => rm(directory, { recursive: true });
});
beforeEach(async () => {
  await Promise.all([writeFile(summaryFile, ''), writeFile(stateFile, '')]);
  vi.stubEnv('GITHUB_STEP_SUMMARY', summaryFile);
  vi.stubEnv('GITHUB_STATE', stateFile);
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function contextOf(apiUrl: string): EventContext {
  return {
    eventName: 'pull_request',
    ref: 'refs/pull/7/merge',
    sha: '9'.repeat(40),
    runId: 42,
    serverUrl: 'https://github.example',
    apiUrl,
    repository: { owner: 'example', repo: 'infra' },
    payload: { pull_request: { head: { sha: '1'.repeat(40) } } },
  };
}

function publisherFor(apiUrl: string, secrets: string[] = [TOKEN], more = {}, within = limits): Publisher {
  const inputs = { mode: 'preflight' as const, githubToken: TOKEN, checkRun: true, annotations: true, ...more };
  return createGitHubPublisher(inputs, contextOf(apiUrl), { redactor: createRedactor(secrets), limits: within });
}

/** The engine works on for a while and the requests go out behind its back: until `heard`, or for a quarter second. */
async function wholeRun(publisher: Publisher, report: RehearsalReport = passing, heard?: () => boolean): Promise<void> {
  await publisher.started(run);
  await publisher.hopFinished(hop);
  if (heard === undefined) await new Promise((resolve) => setTimeout(resolve, 250));
  else await vi.waitUntil(heard, { timeout: 20_000 });
  await publisher.finished(report);
}

const noticesIn = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('::notice'));
const notices = (): string[] => noticesIn(printed).filter((line) => line.includes('was not published'));
const mistakes = (github: FakeGitHub): string[] => github.requests.flatMap((request) => [...request.mistakes]);

describe('the check run', () => {
  it('is made on the head of the pull request, follows the hops and is completed with the verdict', async () => {
    await using github = await startFakeGitHub();
    await wholeRun(publisherFor(github.url), panicking, () => github.requests.length === 2);
    expect(mistakes(github)).toEqual([]);
    expect(github.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /repos/example/infra/check-runs',
      'PATCH /repos/example/infra/check-runs/4711',
      'PATCH /repos/example/infra/check-runs/4711',
    ]);
    expect(github.requests.map(({ body }) => [body['status'], body['conclusion']])).toEqual([
      ['in_progress', undefined],
      ['in_progress', undefined],
      ['completed', 'failure'],
    ]);
    expect(github.requests[0]?.body).toMatchObject({
      name: 'etcd-migrate / preflight (eu1)',
      head_sha: '1'.repeat(40),
      external_id: 'sha256:1',
      details_url: 'https://github.example/example/infra/actions/runs/42',
    });
    expect(notices()).toEqual([]);
    expect(await readFile(summaryFile, 'utf8')).toMatch(/^## ❌ Not safe/);
    expect(printed).toContain('::error title=Not safe%3A etcd 3.5.33 → 3.7.1 (prod-eu1) [member-start-failed]::');
  });

  it('does not pass for an inconclusive run', async () => {
    await using github = await startFakeGitHub();
    await wholeRun(publisherFor(github.url), inconclusive);
    expect(github.requests.at(-1)?.body['conclusion']).toBe('action_required');
  });

  it('is completed at once when the run never started', async () => {
    await using github = await startFakeGitHub();
    await publisherFor(github.url).finished({ ...passing, verdict: 'error', failureReason: 'manifest-invalid' });
    expect(github.requests.map(({ method, body }) => [method, body['conclusion']])).toEqual([['POST', 'failure']]);
    expect(mistakes(github)).toEqual([]);
  });

  it('is cut to what GitHub takes', async () => {
    await using github = await startFakeGitHub();
    const evidence = Array.from({ length: 700 }, (_, index) => `${index} ${'z'.repeat(100)}`);
    const findings = Array.from({ length: 51 }, (_, index) => ({
      id: `rule/${index}`,
      severity: 'error' as const,
      message: 'w'.repeat(1500),
    }));
    await wholeRun(publisherFor(github.url), { ...panicking, evidence, findings });
    expect(mistakes(github)).toEqual([]);
    const output = github.requests.at(-1)?.body['output'] as { summary: string; annotations?: unknown };
    expect(output.summary.length).toBeGreaterThan(10_000);
    expect(output.summary).toContain("Cut to GitHub's size limit");
    expect(output.annotations).toBeUndefined();
  });

  it('is not made without a token, nor when it is not wanted', async () => {
    await using github = await startFakeGitHub();
    const context = contextOf(github.url);
    const redactor = createRedactor();
    const inputs = { mode: 'preflight' as const, checkRun: true, annotations: false };
    await wholeRun(createGitHubPublisher(inputs, context, { redactor, limits }));
    await wholeRun(publisherFor(github.url, [], { checkRun: false }));
    expect(github.requests).toEqual([]);
    expect(await readFile(summaryFile, 'utf8')).toMatch(/^## ✅ Safe/);
  });
});

describe('trouble with GitHub', () => {
  it.each([401, 403, 404, 422])('%d is asked once, said once, and nothing else', async (status) => {
    await using github = await startFakeGitHub({ fail: () => status });
    await wholeRun(publisherFor(github.url));
    expect(github.requests).toHaveLength(1);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain(`GitHub answered ${status}`);
    expect(await readFile(summaryFile, 'utf8')).toMatch(/^## ✅ Safe/);
    expect(printed).not.toContain('::error');
  });

  it('a 500 in between does not keep the verdict from arriving', async () => {
    await using github = await startFakeGitHub({ fail: (request) => (request === 0 ? 500 : undefined) });
    await wholeRun(publisherFor(github.url));
    expect(github.requests.at(-1)?.body).toMatchObject({ status: 'completed', conclusion: 'success' });
    expect(notices()).toHaveLength(1);
  });

  it('an update is repeated a few times', async () => {
    await using github = await startFakeGitHub({ fail: (request) => (request > 0 ? 502 : undefined) });
    const publisher = publisherFor(github.url);
    await publisher.started(run);
    await vi.waitFor(() => expect(github.requests).toHaveLength(1));
    await publisher.finished(passing);
    expect(github.requests.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH']);
    expect(notices()).toHaveLength(1);
  });

  it('creating is not repeated: it could create two', async () => {
    await using github = await startFakeGitHub({ fail: () => 502 });
    await publisherFor(github.url).finished(passing);
    expect(github.requests.map(({ method }) => method)).toEqual(['POST']);
  });

  it('a refused connection costs a notice', async () => {
    const github = await startFakeGitHub();
    const { url } = github;
    await github[Symbol.asyncDispose]();
    await wholeRun(publisherFor(url));
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('could not be reached');
  });

  it('a slow server holds nothing up', async () => {
    const delayMs = 60_000;
    await using github = await startFakeGitHub({ delayMs });
    const within = { ...limits, requestMs: 1_000 };
    const publisher = publisherFor(github.url, [TOKEN], {}, within);
    const started = performance.now();
    // The engine is not held up at all: no limit has run out yet, let alone been told.
    await publisher.started(run);
    await publisher.hopFinished(hop);
    expect(notices()).toEqual([]);
    await publisher.finished(passing);
    // The end is held up by a few time limits, never by the server's own pace.
    expect(performance.now() - started).toBeLessThan(delayMs / 2);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('did not answer within 1 s');
  });

  it('a summary file that cannot be written costs a notice', async () => {
    await rm(summaryFile);
    await mkdir(summaryFile);
    await using github = await startFakeGitHub();
    await wholeRun(publisherFor(github.url));
    await rm(summaryFile, { recursive: true });
    expect(notices()).toHaveLength(1);
    expect(github.requests.at(-1)?.body['conclusion']).toBe('success');
  });
});

describe('secrets', () => {
  it('leave in no body, summary or annotation, whatever they are made of', async () => {
    const secret = 'ca<na>ry|pa`ss_wo*rd';
    const report: RehearsalReport = {
      ...panicking,
      reason: `login failed for ${secret}`,
      evidence: [`--password=${secret}`],
      cluster: secret,
      findings: [{ id: 'rule/x', severity: 'warning', message: secret, where: { file: `${secret}.yaml`, line: 1 } }],
    };
    await using github = await startFakeGitHub();
    const publisher = publisherFor(github.url, [TOKEN, secret]);
    await publisher.started({ ...run, cluster: secret, title: `Rehearsing ${secret}`, tree: secret });
    await publisher.hopFinished({ ...hop, hop: secret });
    await publisher.finished(report);
    const everything = [github.everything(), printed, await readFile(summaryFile, 'utf8')].join('\n');
    expect(everything).toContain('***');
    for (const part of [secret, TOKEN, 'ca&lt;na', 'ca<na', 'pa\\`ss', 'wo\\*rd'])
      expect(everything).not.toContain(part);
  });
});

describe('a killed run', () => {
  it('has its check run closed by the post step', async () => {
    await using github = await startFakeGitHub();
    vi.stubEnv('STATE_check-run', '4711');
    await closeAbandonedCheckRun({ githubToken: TOKEN }, contextOf(github.url), limits);
    expect(mistakes(github)).toEqual([]);
    expect(github.requests[0]?.body).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
  });

  it('leaves its number behind as soon as there is one, and takes it back with the verdict', async () => {
    await using github = await startFakeGitHub();
    const publisher = publisherFor(github.url);
    await publisher.started(run);
    await vi.waitFor(async () => expect(await readFile(stateFile, 'utf8')).toContain('4711'));
    await publisher.finished(passing);
    expect((await readFile(stateFile, 'utf8')).trimEnd().split('\n').at(-2)).toBe('');
  });
});

describe('the fake GitHub', () => {
  it.each([
    [{ name: 'x' }, "must have required property 'head_sha'"],
    [{ name: 'x', head_sha: 'a', output: { title: 't' } }, "must have required property 'summary'"],
    [{ name: 'x', head_sha: 'a', output: { title: 't', summary: 's'.repeat(65_536) } }, '65535'],
    [{ name: 'x', head_sha: 'a', conclusion: 'passed' }, 'allowed values'],
    [{ name: 'x', head_sha: 'a', status: 'completed' }, 'completed needs a conclusion'],
    [
      {
        name: 'x',
        head_sha: 'a',
        output: {
          title: 't',
          summary: 's',
          annotations: Array.from({ length: 51 }, () => ({
            path: 'p',
            start_line: 1,
            end_line: 1,
            annotation_level: 'notice',
            message: 'm',
          })),
        },
      },
      '50 items',
    ],
  ])('%#: refuses what GitHub refuses', async (body, why) => {
    await using github = await startFakeGitHub();
    const answer = await fetch(`${github.url}/repos/o/r/check-runs`, { method: 'POST', body: JSON.stringify(body) });
    expect(answer.status).toBe(422);
    expect(github.requests[0]?.mistakes.join()).toContain(why);
  });
});
