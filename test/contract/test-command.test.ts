// The test command itself, on a terminal: it is never silent for long, and it closes with one line of counts.
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { expect, it } from 'vitest';
import { repository } from '../support/command.ts';
import { silenceMeter } from '../support/rehearsal.ts';

const MAX_SILENCE_MS = 2_000;

it('shows progress while a part is silent and ends with the counts', async () => {
  const meter = silenceMeter(() => terminal.pid);
  let screen = '';
  // The type check is the part that prints nothing of its own.
  const terminal = spawn(process.execPath, [join(repository, 'scripts/test.ts'), 'types'], {
    cwd: repository,
    cols: 120,
    rows: 40,
    env: { ...process.env },
  });
  terminal.onData((text) => {
    screen += text;
    meter.heard(text);
  });
  await new Promise<void>((resolve) => {
    terminal.onExit(() => resolve());
  });
  const { ms, after } = meter.longest();
  expect(ms, `silent after: ${after}`).toBeLessThanOrEqual(MAX_SILENCE_MS);
  expect(screen.trimEnd().split('\n').at(-1)?.trim()).toMatch(/^\d+ passed, \d+ failed, \d+ skipped$/);
});
