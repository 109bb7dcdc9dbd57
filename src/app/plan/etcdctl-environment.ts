// Owns what `init` learns of a live cluster through the variables that etcdctl reads too.
// Must not write anything; a password goes into the reading alone, never into the manifest.

import { resolve } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import { present } from '../../present.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { type Connection, readLiveCluster } from './live-cluster.ts';

const PASSWORD_VARIABLE = 'ETCDCTL_PASSWORD';

export interface FoundOut {
  readonly from: string;
  readonly voters: number;
  readonly connection: Connection;
}

/** The result is undefined where no cluster is named, and has `why` where the named one could not be read. */
export async function askLiveCluster(
  surroundings: Surroundings,
): Promise<FoundOut | { readonly why: string } | undefined> {
  const { environment, workingDirectory, signal } = surroundings;
  const connection = connectionOf(environment, workingDirectory);
  if (connection === undefined) return undefined;
  const wrong = connection.endpoints.find((endpoint) => !/^https?:/.test(endpoint) || !URL.canParse(endpoint));
  if (wrong !== undefined)
    return { why: `ETCDCTL_ENDPOINTS names ${JSON.stringify(wrong)}, which is no http or https URL.` };
  try {
    // etcdctl takes the password behind the name as well.
    const password = environment[PASSWORD_VARIABLE] ?? environment['ETCDCTL_USER']?.split(':').slice(1).join(':');
    const live = await readLiveCluster(
      connection,
      { ...surroundings, environment: { ...environment, [PASSWORD_VARIABLE]: password } },
      workingDirectory,
    );
    const [from, other] = [...new Set(live.releases)];
    if (from === undefined || other !== undefined) return { why: 'Its members do not run one release.' };
    return { from, voters: live.voters, connection };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EtcdMigrateError && error.kind !== 'bug') return { why: error.message };
    throw error;
  }
}

function connectionOf(environment: Surroundings['environment'], workingDirectory: string): Connection | undefined {
  const value = (name: string): string | undefined => environment[`ETCDCTL_${name}`] || undefined;
  const file = (name: string): string | undefined => {
    const path = value(name);
    // The path becomes absolute here, as the manifest may be written elsewhere.
    return path === undefined ? undefined : resolve(workingDirectory, path);
  };
  const named = value('ENDPOINTS');
  if (named === undefined) return undefined;
  const [caFile, certFile, keyFile] = [file('CACERT'), file('CERT'), file('KEY')];
  const scheme = caFile === undefined && certFile === undefined ? 'http' : 'https';
  const username = value('USER')?.split(':')[0];
  const endpoints = named
    .split(',')
    .map((endpoint) => endpoint.trim())
    .map((endpoint) => (endpoint.includes('://') ? endpoint : `${scheme}://${endpoint}`));
  return {
    endpoints,
    // Certificates beside an http endpoint are not used, and a manifest that names them is refused for it.
    ...(caFile === undefined || !endpoints.every((endpoint) => endpoint.startsWith('https:'))
      ? {}
      : {
          tls: {
            caFile,
            ...present({ certFile, keyFile }),
          },
        }),
    ...present({ auth: username === undefined ? undefined : { username, passwordEnv: PASSWORD_VARIABLE } }),
  };
}
