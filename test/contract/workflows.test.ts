// Owns: our workflows are clean and ask for no more than they need.
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  readonly id?: string;
  readonly uses?: string;
  readonly if?: string;
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

  describe('the recipes for keeping proofs', () => {
    const page = 'docs/proof-history.md';
    /** Those that are steps, not a piece of a manifest. */
    const recipes = [...readFileSync(resolve(root, page), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
      .map(([, text]) => parse(text ?? '') as unknown)
      .filter((recipe): recipe is Step[] => Array.isArray(recipe));

    it(
      'are clean under actionlint, before and behind the proof',
      async ({ skip }) => {
        const tool = await goTool('github.com/rhysd/actionlint/cmd/actionlint@v1.7.12');
        if ('missing' in tool) return skip(tool.missing);
        const verify = { id: 'verify', uses: './', with: { mode: 'verify-backup' } };
        // A repository of its own that has our action, so that the outputs which the recipes name are looked for in it.
        const place = mkdtempSync(resolve(tmpdir(), 'etcd-migrate-recipes-'));
        try {
          for (const name of ['.git', '.github/workflows']) mkdirSync(resolve(place, name), { recursive: true });
          for (const name of ['action.yml', 'dist']) symlinkSync(resolve(root, name), resolve(place, name));
          const files = recipes.map(([before, ...behind], number) => {
            const jobs = { job: { 'runs-on': 'ubuntu-latest', steps: [before, verify, ...behind] } };
            const file = resolve(place, `.github/workflows/${number}.yml`);
            writeFileSync(file, JSON.stringify({ on: { workflow_dispatch: {} }, jobs }));
            return file;
          });
          expect(files).toHaveLength(3);
          await promisify(execFile)(tool.path, files, { cwd: place });
        } finally {
          rmSync(place, { recursive: true });
        }
      },
      GO_TOOL_LIMIT_MS,
    );

    it('have what the example does in a cache', () => {
      const steps = workflow('backup-example.yml').jobs['verify-backup']?.steps ?? [];
      const cached = (all: readonly Step[]) => all.filter(({ uses }) => uses?.startsWith('actions/cache/'));
      const said = cached(recipes.flat()).map(({ uses, with: given }) => ({ uses, with: given }));
      expect(said).toHaveLength(2);
      expect(cached(steps).map(({ uses, with: given }) => ({ uses, with: given }))).toEqual(said);
    });
  });

  it.each([
    ['backup-example.yml', 'verify-backup'],
    ['verify-backup.yml', 'verify'],
  ])('%s brings the proofs of earlier runs before it proves, and saves them however that ends', (name, job) => {
    const steps = workflow(name).jobs[job]?.steps ?? [];
    const at = (found: (step: Step) => boolean): number => steps.findIndex(found);
    const restore = at(({ uses }) => uses?.startsWith('actions/cache/restore@') === true);
    const save = at(({ uses }) => uses?.startsWith('actions/cache/save@') === true);
    const verify = at(({ id }) => id === 'verify');
    expect(restore).toBeGreaterThan(-1);
    expect(verify).toBeGreaterThan(restore);
    expect(save).toBeGreaterThan(verify);
    const { path, key, 'restore-keys': begins } = steps[restore]?.with ?? {};
    expect(steps[save]?.with).toEqual({ path, key });
    expect(steps[save]?.if).toMatch(/^always\(\) && /);
    // What is restored is the newest whose key begins so. One that ended in a name would also fit longer names.
    expect(String(key).startsWith(String(begins))).toBe(true);
    expect(begins).toMatch(/-run-$/);
  });

  it('the example of backups keeps the file that its manifest names', () => {
    const manifest = 'examples/backups/etcd-migration.yaml';
    const { backups } = parse(readFileSync(resolve(root, manifest), 'utf8')) as { backups: { history: string } };
    const steps = workflow('backup-example.yml').jobs['verify-backup']?.steps ?? [];
    const restore = steps.find(({ uses }) => uses?.startsWith('actions/cache/restore@'));
    expect(steps.find(({ id }) => id === 'verify')?.with?.['manifest']).toBe(manifest);
    expect(resolve(root, String(restore?.with?.['path']))).toBe(resolve(root, manifest, '..', backups.history));
  });

  it('the example asks for the check run’s permission and no other', () => {
    expect(workflow('preflight-example.yml').jobs['preflight']?.permissions).toEqual({
      contents: 'read',
      checks: 'write',
    });
  });
});
