import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { composition } from '../../../../src/app/shell/composition.ts';
import { clientsProgram, runInProcess } from '../../../support/in-process.ts';

test('a backup is not begun to be proven where no driver can restore one, and which capability is missing is said', async () => {
  const place = mkdtempSync(join(tmpdir(), 'etcd-migrate-restoring-'));
  try {
    writeFileSync(join(place, 'a.db'), 'not looked at');
    const standard = composition({ clientsProgram });
    const [driver] = standard.drivers;
    if (driver === undefined) throw new Error('no driver is listed');
    const parts = { ...standard, drivers: [{ ...driver, capabilities: new Set(['stop-start', 'kill'] as const) }] };
    const { exitCode, stderr } = await runInProcess(['verify-backup', 'a.db', '--output', 'out'], {
      cwd: place,
      parts,
    });
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining('capability-missing')]);
    expect(stderr).toContain('restore-data');
    expect(readdirSync(place)).toEqual(['a.db']);
  } finally {
    rmSync(place, { recursive: true });
  }
});
