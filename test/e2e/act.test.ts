// Owns: the example workflow, run by a real workflow runner, rehearses a real upgrade and says so everywhere.
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testRelease } from '../support/etcd-binaries.ts';
import { startFakeGitHub } from '../support/fake-github.ts';
import { goTool } from '../support/go-tool.ts';
import { expectMachineKeptUp } from '../support/overloaded.ts';

const root = resolve(import.meta.dirname, '../..');
const LIMIT_MS = 15 * 60_000;

interface ActLine {
  readonly command?: string;
  readonly msg?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly jobResult?: string;
  readonly stepResult?: string;
}

describe('the example workflow under act', () => {
  it('passes, with summary, outputs and a check run that follows the hops', {
    timeout: LIMIT_MS,
  }, async ({ skip }) => {
    const act = await goTool('github.com/nektos/act@v0.2.89');
    if ('missing' in act) return skip(act.missing);
    const versions = ['3.5.33', '3.6.14'];
    const releases = await Promise.all(versions.map(testRelease));
    const binaries = Object.fromEntries(releases.map(({ version, directory }) => [version, directory]));
    await using github = await startFakeGitHub();
    const home = await mkdtemp(join(tmpdir(), 'act-'));
    try {
      const repository = join(home, 'repository');
      for (const part of ['action.yml', 'dist', '.github']) {
        await cp(join(root, part), join(repository, part), { recursive: true });
      }
      const manifest = join(repository, 'examples/three-members/etcd-migration.yaml');
      await mkdir(dirname(manifest), { recursive: true });
      await writeFile(manifest, manifestWith(binaries));
      await writeFile(join(home, 'event.json'), JSON.stringify({ repository: { default_branch: 'main' } }));
      // act runs whatever `node` is first in PATH.
      await mkdir(join(home, 'bin'));
      await symlink(process.execPath, join(home, 'bin/node'));
      const env = {
        HOME: home,
        PATH: `${join(home, 'bin')}:${process.env['PATH'] ?? ''}`,
      };
      await run('git', ['init', '-q', '-b', 'main'], repository, env);
      const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid'];
      await run('git', ['add', '-f', '.'], repository, env);
      await run('git', [...identity, 'commit', '-q', '-m', 'test'], repository, env);
      // Never contacted: act takes the repository's name from it.
      await run('git', ['remote', 'add', 'origin', 'https://github.com/example/infra.git'], repository, env);
      const { exitCode, output } = await run(
        act.path,
        [
          'workflow_dispatch',
          '-e',
          join(home, 'event.json'),
          '-W',
          '.github/workflows/preflight-example.yml',
          '-P',
          'ubuntu-latest=-self-hosted',
          '-s',
          'GITHUB_TOKEN=ghs_canary_of_act_0001',
          '--env',
          `GITHUB_API_URL=${github.url}`,
          '--json',
          '--no-cache-server',
        ],
        repository,
        env,
      );
      const lines = output.split('\n').flatMap(parsed);
      const tail = lines
        .map((line) => line.msg ?? '')
        .slice(-30)
        .join('\n');
      const outputs = Object.fromEntries(
        lines.filter((line) => line.command === 'set-output').map((line) => [line.name, line.arg]),
      );
      expectMachineKeptUp({ failureReason: outputs['failure-reason'], reason: tail });
      expect(exitCode, tail).toBe(0);
      expect(outputs).toMatchObject({ verdict: 'pass', 'failure-reason': '' });
      expect(outputs['plan-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
      const summaries = lines
        .filter((line) => line.command === 'summary')
        .map((line) => line.content ?? line.arg ?? '');
      expect(summaries.join('\n')).toContain('## ✅ Safe: etcd 3.5.33 → 3.6.14');
      expect(lines.filter((line) => line.command === 'error')).toEqual([]);
      expect(github.requests.flatMap((request) => request.mistakes)).toEqual([]);
      expect(github.requests.at(0)?.body).toMatchObject({ status: 'in_progress' });
      expect(github.requests.at(-1)?.body).toMatchObject({ status: 'completed', conclusion: 'success' });
      expect(github.everything()).not.toContain('ghs_canary_of_act_0001');
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });
});

function manifestWith(binaries: Readonly<Record<string, string>>): string {
  const local = Object.entries(binaries).map(([version, path]) => `    "${version}": ${JSON.stringify(path)}`);
  return [
    'name: under-act',
    'from: "3.5.33"',
    'to: "3.6.14"',
    'rehearsal:',
    '  depth: quick',
    'releases:',
    '  sources: [local]',
    '  local:',
    ...local,
    '',
  ].join('\n');
}

function parsed(line: string): ActLine[] {
  try {
    return [JSON.parse(line) as ActLine];
  } catch {
    return [];
  }
}

async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const timer = setTimeout(() => child.kill('SIGTERM'), LIMIT_MS - 60_000);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(timer);
  return { exitCode, output };
}
