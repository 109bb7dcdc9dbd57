// Owns `init`: writes a commented manifest and asks nothing it can find out itself.
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { loadCatalog } from '../catalog/load.ts';
import { compareLines } from '../catalog/version.ts';
import { EtcdMigrateError } from '../errors.ts';
import { renderTemplate } from '../manifest/template.ts';
import { writeFileAtomic } from '../platform/files.ts';
import { envelope, sayJson } from './envelope.ts';
import { readLiveCluster } from './live-cluster.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';

/** etcd's own name for a cluster that a person can reach from here (etcdctl reads it too). */
const ENDPOINTS_VARIABLE = 'ETCDCTL_ENDPOINTS';

export async function init(
  settings: RunSettings,
  surroundings: Surroundings,
  options: { readonly force?: boolean },
): Promise<number> {
  const shown = relative(surroundings.workingDirectory, settings.manifestFile) || settings.manifestFile;
  const present = await kindOf(settings.manifestFile);
  // Replacing works by renaming, which would take a device's place as well.
  if (present === 'other') {
    throw new EtcdMigrateError('usage', `${shown} is a directory or no regular file; nothing was changed.`, {
      hint: 'Name a file with --manifest.',
    });
  }
  if (!options.force && present === 'file') {
    throw new EtcdMigrateError('usage', `${shown} exists already; nothing was changed.`, {
      hint: 'Use --force to replace it, or --manifest to write another file.',
    });
  }
  const lines = loadCatalog()
    .lines.map((line) => line.line)
    .sort(compareLines);
  const newest = lines.at(-1) ?? '';
  const facts = await liveFacts(surroundings);
  // Without a cluster to look at, the line before the newest is where most people start from.
  const from = facts?.from ?? lines.at(-2) ?? newest;
  await writeFileAtomic(
    settings.manifestFile,
    renderTemplate({
      from,
      to: newest,
      ...(facts === undefined ? {} : { members: facts.voters, endpoints: facts.endpoints }),
    }),
  );
  const said = `${shown} written${facts === undefined ? '' : ` from what ${facts.endpoints.join(', ')} say`}.`;
  const next = `etcd-migrate plan ${shown}`;
  surroundings.errorStream.write(`${said}\nNext: ${next}\n`);
  const part = { manifest: settings.manifestFile, readFrom: facts?.endpoints ?? [], notFoundOut: null };
  sayJson(envelope('init', { reason: said, nextSteps: [next], from, to: newest, init: part }), settings, surroundings);
  return 0;
}

async function liveFacts(
  surroundings: Surroundings,
): Promise<{ from: string; voters: number; endpoints: string[] } | undefined> {
  const named = surroundings.environment[ENDPOINTS_VARIABLE];
  if (named === undefined || named === '') return undefined;
  const endpoints = named.split(',').map((endpoint) => (endpoint.includes('://') ? endpoint : `http://${endpoint}`));
  const live = await readLiveCluster({ endpoints }, surroundings, surroundings.workingDirectory);
  const [release] = live.releases;
  if (release === undefined) return undefined;
  return { from: release, voters: live.voters, endpoints };
}

/** What cannot be looked at counts as absent: writing it then says why. */
async function kindOf(path: string): Promise<'file' | 'other' | 'absent'> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch {
    return 'absent';
  }
}
