import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../src/platform/clock.ts';
import { sweepWorkspaces } from '../../../src/releases/workspace.ts';

test("with a cache in a project's own folder, what is old in its tmp is not swept: only our workspaces are", async () => {
  const parent = mkdtempSync(join(tmpdir(), 'etcd-migrate-sweep-'));
  try {
    const ours = 'another-machine.1.00000000';
    for (const name of ['notes', ours]) mkdirSync(join(parent, name));
    writeFileSync(join(parent, 'draft.txt'), 'precious');
    const longAgo = new Date('2020-01-01T00:00:00Z');
    for (const name of ['notes', ours, 'draft.txt']) utimesSync(join(parent, name), longAgo, longAgo);
    expect(await sweepWorkspaces(parent, systemClock)).toEqual([join(parent, ours)]);
    expect(readdirSync(parent).sort()).toEqual(['draft.txt', 'notes']);
  } finally {
    rmSync(parent, { recursive: true });
  }
});
