// Owns `init`: writes a commented manifest and asks nothing it can find out itself.
// Must not replace a file that is there unless it was told to.

import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { loadCatalog } from '../../catalog/load.ts';
import { compareLines } from '../../catalog/version.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { renderTemplate } from '../../manifest/template.ts';
import { writeFileAtomic } from '../../platform/files.ts';
import { present } from '../../present.ts';
import type { InitReport } from '../../report/model.ts';
import { done, sayJson } from '../shell/envelope.ts';
import type { RunSettings } from '../shell/run-settings.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { askLiveCluster } from './etcdctl-environment.ts';

export async function init(
  settings: RunSettings,
  surroundings: Surroundings,
  options: { readonly force?: boolean },
): Promise<number> {
  const shown = relative(surroundings.workingDirectory, settings.manifestFile) || settings.manifestFile;
  const there = await kindOf(settings.manifestFile);
  // Replacing works by renaming, which would take a device's place as well.
  if (there === 'other') {
    throw new EtcdMigrateError('usage', `${shown} is a directory or no regular file; nothing was changed.`, {
      hint: 'Name a file with --manifest.',
    });
  }
  if (!options.force && there === 'file') {
    throw new EtcdMigrateError('usage', `${shown} exists already; nothing was changed.`, {
      hint: 'Use --force to replace it, or --manifest to write another file.',
    });
  }
  const lines = loadCatalog()
    .lines.map((line) => line.line)
    .sort(compareLines);
  const newest = lines.at(-1) ?? '';
  const asked = await askLiveCluster(surroundings);
  const facts = asked !== undefined && 'from' in asked ? asked : undefined;
  const notFoundOut = asked !== undefined && 'why' in asked ? asked.why : null;
  // Without a cluster to look at, the line before the newest is where most people start from.
  const from = facts?.from ?? lines.at(-2) ?? newest;
  await writeFileAtomic(
    settings.manifestFile,
    renderTemplate({
      from,
      to: newest,
      ...present({ members: facts?.voters, connection: facts?.connection }),
    }),
  );
  const said = `${shown} written${facts === undefined ? '' : ` from what ${facts.connection.endpoints.join(', ')} say`}.`;
  const next = `etcd-migrate plan ${shown}`;
  if (notFoundOut !== null) {
    // A manifest without what the cluster says is still the better start than none.
    const warning = `warning: the live cluster of ETCDCTL_ENDPOINTS could not be read, so \`from\`, \`members\` and \`connection\` are not from it.`;
    surroundings.errorStream.write(surroundings.redactor.text(`${warning}\n${notFoundOut}\n`));
  }
  surroundings.errorStream.write(`${said}\nNext: ${next}\n`);
  const part = { manifest: settings.manifestFile, readFrom: [...(facts?.connection.endpoints ?? [])], notFoundOut };
  const report: InitReport = {
    ...done,
    mode: 'init',
    verdict: 'pass',
    reason: said,
    nextSteps: [next],
    from,
    to: newest,
    init: part,
  };
  sayJson(report, settings, surroundings);
  return 0;
}

/** What cannot be looked at counts as absent: writing it then says why. */
async function kindOf(path: string): Promise<'file' | 'other' | 'absent'> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch {
    return 'absent';
  }
}
