// On a disk that is full to the last byte a run's end is told all the same, in the room that was taken at its beginning.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLastWord, reserveLastWord, writeLastWord } from '../../src/platform/last-word.ts';
import { mountDisk } from '../support/small-disk.ts';

it('is written where nothing else can be, and read back whole', async ({ skip }) => {
  const place = mkdtempSync(join(tmpdir(), 'etcd-migrate-word-'));
  try {
    const disk = join(place, 'disk');
    using mounted = mountDisk(disk, 'size=64k');
    if (mounted === null) return skip('mounting a file system is not permitted here');
    const file = join(disk, 'run.end');
    await reserveLastWord(file);
    expect(await readLastWord(file)).toBeNull();
    expect(() => writeFileSync(join(disk, 'fill'), Buffer.alloc(1 << 20, 1))).toThrow(/ENOSPC/);
    await expect(reserveLastWord(join(disk, 'another'))).rejects.toMatchObject({ code: 'no-space' });
    await writeLastWord(file, { runId: 'r1', verdict: 'error' });
    expect(await readLastWord(file)).toEqual({ runId: 'r1', verdict: 'error' });
    await expect(writeLastWord(file, { why: 'x'.repeat(5_000) })).rejects.toThrow(RangeError);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
