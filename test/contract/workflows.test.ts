// Owns: our workflows are clean and ask for no more than they need.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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

  it('the example asks for the check run’s permission and no other', () => {
    expect(workflow('preflight-example.yml').jobs['preflight']?.permissions).toEqual({
      contents: 'read',
      checks: 'write',
    });
  });
});
