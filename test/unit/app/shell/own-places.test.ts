// Owns: a checkout that is not trusted leads no writing elsewhere, and brings no binaries as a cache.
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireOwnPlaces } from '../../../../src/app/shell/own-places.ts';

let place: string;
let workspace: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-places-'));
  workspace = join(place, 'workspace');
  mkdirSync(join(workspace, 'out/runs'), { recursive: true });
  mkdirSync(join(place, 'elsewhere'));
  writeFileSync(join(workspace, 'out/report.json'), '{}');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const places = (output: string, cache = '../cache', confinedTo: string | null = workspace): Promise<void> =>
  requireOwnPlaces({ confinedTo, outputDir: join(workspace, output), cacheDir: join(workspace, cache) });
const refused = expect.objectContaining({ code: 'usage' });

describe('a ref that is not trusted', () => {
  it.each(['out', 'new', 'new/deeper', '../elsewhere'])('has its output in %s', async (output) => {
    await expect(places(output)).resolves.toBeUndefined();
  });

  it('leaves the output directory of a workflow to the workflow, wherever it leads', async () => {
    symlinkSync(join(place, 'elsewhere'), join(place, 'linked'));
    await expect(places('../linked')).resolves.toBeUndefined();
  });

  it.each([
    ['out', '..', 'out-link'],
    ['the directory above it', '../elsewhere', 'out-link/deeper'],
    ['a place that is not there yet', '../elsewhere/new', 'out-link'],
  ])('does not lead it elsewhere by a link: %s', async (_, target, output) => {
    symlinkSync(target, join(workspace, 'out-link'));
    await expect(places(output)).rejects.toThrow(refused);
    expect(existsSync(join(place, 'elsewhere/new'))).toBe(false);
  });

  it.each(['out/history.jsonl', 'out/runs/proofs.json'])('has no link in it: %s', async (link) => {
    symlinkSync(join(place, 'elsewhere/written'), join(workspace, link));
    await expect(places('out')).rejects.toThrow(link);
  });

  it('brings no binaries as the cache', async () => {
    await expect(places('out', 'cache')).rejects.toThrow(refused);
    await expect(places('out', '.')).rejects.toThrow(refused);
  });
});

it('a workspace that is named by a link is the same workspace', async () => {
  // A runner may name it so, while the working directory is the real one.
  const named = join(place, 'named');
  symlinkSync(workspace, named);
  symlinkSync(join(place, 'elsewhere/written'), join(workspace, 'out/history.jsonl'));
  await expect(places('out', '../cache', named)).rejects.toThrow('out/history.jsonl');
  await expect(places('new', 'cache', named)).rejects.toThrow(refused);
});

it('one that is trusted may have links and a cache of its own', async () => {
  symlinkSync(join(place, 'elsewhere'), join(workspace, 'out-link'));
  await expect(places('out-link', 'cache', null)).resolves.toBeUndefined();
});
