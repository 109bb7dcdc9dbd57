// Owns: inputs are read as given, wrong ones are named, credentials are masked before anything else.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { EtcdMigrateError } from '../../../src/errors.ts';
import { maskSecrets, readActionInputs } from '../../../src/github/inputs.ts';
import { reportFailure, setOutputs } from '../../../src/github/outputs.ts';
import { createRedactor } from '../../../src/report/redact.ts';
import { passing } from '../../fixtures/report/samples.ts';

let printed = '';
beforeEach(() => {
  printed = '';
  vi.stubEnv('GITHUB_OUTPUT', '');
  vi.stubEnv('GITHUB_STEP_SUMMARY', '');
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const give = (inputs: Record<string, string>): void => {
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
};

interface ActionFile {
  inputs: Record<string, { default?: string }>;
  outputs: Record<string, unknown>;
}
const action = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8')) as ActionFile;

describe('inputs', () => {
  it('leave to the manifest what was not given', () => {
    give({ mode: 'preflight' });
    expect(readActionInputs()).toEqual({ mode: 'preflight', trustedRefs: [], checkRun: true, annotations: true });
  });

  it('are all read', () => {
    give({
      mode: 'preflight',
      manifest: 'a.yaml',
      output: 'out',
      cache: 'cache',
      offline: 'true',
      'working-directory': 'eu1',
      'trusted-refs': 'release\n refs/tags/v1 \n\n',
      'github-token': 'ghs_x',
      'check-run': 'false',
      'check-name': 'upgrade',
      annotations: 'False',
    });
    expect(readActionInputs()).toEqual({
      mode: 'preflight',
      manifest: 'a.yaml',
      output: 'out',
      cache: 'cache',
      offline: true,
      workingDirectory: 'eu1',
      trustedRefs: ['release', 'refs/tags/v1'],
      githubToken: 'ghs_x',
      checkRun: false,
      checkName: 'upgrade',
      annotations: false,
    });
    expect(printed).toBe('::add-mask::ghs_x\n');
  });

  it.each([
    [{}, 'The input mode is missing; it must be one of: preflight, verify-backup.'],
    [{ mode: 'upgrade' }, 'The input mode is "upgrade"'],
    [{ mode: 'preflight', offline: 'yes' }, 'The input offline must be true or false, not "yes".'],
  ] as [Record<string, string>, string][])('%j are a mistake that is named', (inputs, message) => {
    give(inputs);
    expect(() => readActionInputs()).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringContaining(message) }),
    );
  });

  it('mask the token even when another input is wrong', () => {
    give({ mode: 'nonsense', 'github-token': 'ghs_secret' });
    expect(() => readActionInputs()).toThrow();
    expect(printed).toContain('::add-mask::ghs_secret');
  });

  it('mask each line of a key', () => {
    maskSecrets(['BEGIN\nline two\n']);
    expect(printed).toContain('::add-mask::line two\n');
  });
});

describe('action.yml', () => {
  it('has a default for the token alone: any other could not be told from a wish', () => {
    const defaults = Object.entries(action.inputs).filter(([, input]) => input.default !== undefined);
    expect(defaults.map(([name]) => name)).toEqual(['github-token']);
  });

  it('has exactly the inputs that are read and the outputs that are set', () => {
    const source = readFileSync(new URL('../../../src/github/inputs.ts', import.meta.url), 'utf8');
    const read = [...source.matchAll(/(?:text|flag|getMultilineInput)\('([a-z-]+)'\)/g)].map((match) => match[1]);
    expect([...new Set(read)].sort()).toEqual(Object.keys(action.inputs).sort());
    setOutputs(passing, { report: 'report.json', record: 'rehearsal.json' });
    const set = [...printed.matchAll(/^::set-output name=([a-z-]+)::/gm)].map((match) => match[1]);
    expect(set).toEqual(Object.keys(action.outputs));
    give({ mode: 'nonsense' });
    expect(() => readActionInputs()).toThrow('it must be one of: preflight, verify-backup.');
  });
});

describe('a failure before there is a report', () => {
  it('is annotated with each mistake at its place, and gives the exit code of the table', async () => {
    const error = new EtcdMigrateError('manifest-invalid', '2 mistakes with hunter2', {
      details: {
        findings: [
          {
            id: 'rule/unknown-key',
            severity: 'error',
            message: 'form?',
            where: { file: 'm.yaml', line: 2, column: 3 },
          },
        ],
      },
    });
    const code = await reportFailure(error, { redactor: createRedactor(['hunter2']), workingDirectory: 'eu1' });
    expect(code).toBe(2);
    expect(printed).toContain('::error title=Could not tell%3A etcd upgrade [manifest-invalid]::2 mistakes with ***');
    expect(printed).toContain('::error title=rule/unknown-key,file=eu1/m.yaml,line=2,col=3::form?');
    expect(printed).toContain('::set-output name=verdict::error');
    expect(printed).toContain('::set-output name=failure-reason::manifest-invalid');
    expect(printed).not.toContain('hunter2');
  });

  it('of any other kind is a bug and says so', async () => {
    expect(await reportFailure(new TypeError('x is undefined'), { redactor: createRedactor() })).toBe(3);
    expect(printed).toContain('[internal-error]');
  });
});
