// Owns: our workflows are clean and ask for no more than they need.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GO_TOOL_LIMIT_MS, goTool } from '../support/go-tool.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, '.github/workflows');
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, unknown>;
}
interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions: unknown;
  readonly jobs: Record<string, { permissions?: unknown; 'timeout-minutes'?: number; steps: Step[] }>;
}
const workflow = (name: string): Workflow => parse(readFileSync(resolve(folder, name), 'utf8')) as Workflow;

describe('workflows', () => {
  it(
    'are clean under actionlint, which checks our action’s inputs and outputs too',
    async ({ skip }) => {
      const tool = await goTool('github.com/rhysd/actionlint/cmd/actionlint@v1.7.12');
      if ('missing' in tool) return skip(tool.missing);
      const lint = (args: string[]): Promise<unknown> => promisify(execFile)(tool.path, args, { cwd: root });
      await lint(files.map((name) => `.github/workflows/${name}`));
      // The linter does see mistakes: without this a broken call would pass for a clean one.
      await expect(lint(['test/fixtures/github/broken-workflow.yml'])).rejects.toThrow(
        expect.objectContaining({ stdout: expect.stringContaining('input "nonsense" is not defined') }),
      );
    },
    GO_TOOL_LIMIT_MS,
  );

  it.each(files)('%s reads by default, keeps no credentials, and ends', (name) => {
    const { permissions, jobs, on } = workflow(name);
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.keys(on)).not.toContain('pull_request_target');
    for (const job of Object.values(jobs)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      for (const step of job.steps) {
        if (step.uses?.startsWith('actions/checkout@'))
          expect(step.with).toMatchObject({ 'persist-credentials': false });
        // An expression inside a script is code of whoever writes the branch's name.
        expect(step.run ?? '').not.toContain('${{');
      }
    }
  });

  describe('the environment that the callable one sets', () => {
    const step = workflow('verify-backup.yml').jobs['verify']?.steps.find(
      ({ env }) => env?.['ENVIRONMENT'] !== undefined,
    );
    /** What the step prints, and what it writes for the steps behind it. */
    const set = (secret: string) => {
      const directory = mkdtempSync(resolve(tmpdir(), 'etcd-migrate-workflow-'));
      const file = resolve(directory, 'env');
      writeFileSync(file, '');
      try {
        const env = { PATH: process.env['PATH'], ENVIRONMENT: secret, GITHUB_ENV: file };
        const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', step?.run ?? 'exit 9'], { env });
        return { status, stdout: stdout.toString(), written: readFileSync(file, 'utf8') };
      } finally {
        rmSync(directory, { recursive: true });
      }
    };
    const jqMissing = spawnSync('jq', ['--version']).error !== undefined;

    it('has every value whole, and every line of it is masked', ({ skip }) => {
      if (jqMissing) return skip('jq is not in PATH');
      const key = '-----BEGIN KEY-----\nxyz+Q==\n-----END KEY-----\n';
      const { status, stdout, written } = set(JSON.stringify({ ETCD_PASSWORD: '100%', ETCD_KEY: key }));
      expect(status).toBe(0);
      expect(stdout.split('\n').filter(Boolean)).toEqual(
        ['100%25', '-----BEGIN KEY-----', 'xyz+Q==', '-----END KEY-----'].map((line) => `::add-mask::${line}`),
      );
      const mark = /^ETCD_PASSWORD<<(end-[0-9a-f]{32})$/m.exec(written)?.[1];
      expect(written).toBe(`ETCD_PASSWORD<<${mark}\n100%\n${mark}\nETCD_KEY<<${mark}\n${key}\n${mark}\n`);
    });

    it.each(['NAME=value', '["x"]', '{"A": 1}', '{"not a name": "x"}', '{"A\\nB": "x"}'])(
      'is an object of texts, not %s',
      (secret) => {
        expect(set(secret)).toMatchObject({ status: 1, written: '', stdout: expect.stringMatching(/^::error::/) });
      },
    );

    it('may be left out', () => {
      expect(set('')).toEqual({ status: 0, stdout: '', written: '' });
    });
  });

  it('the example asks for the check run’s permission and no other', () => {
    expect(workflow('preflight-example.yml').jobs['preflight']?.permissions).toEqual({
      contents: 'read',
      checks: 'write',
    });
  });
});
