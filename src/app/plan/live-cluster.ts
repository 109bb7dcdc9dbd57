// Owns reading the live cluster that a manifest's `connection` names: facts for the planner, nothing written.
// Must not change anything; credentials are read here and go nowhere else.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compareLines, lineOf } from '../../catalog/version.ts';
import type { Credentials } from '../../engine/ports.ts';
import { EtcdMigrateError } from '../../errors.ts';
import { createMemberAccess } from '../../etcd/member-access.ts';
import type { ResolvedManifest } from '../../manifest/resolve.ts';
import type { LiveFacts } from '../../plan/request.ts';
import { present } from '../../present.ts';
import type { Surroundings } from '../shell/surroundings.ts';
import { membersAt, peersListedBy } from './endpoint-members.ts';
import { downgradeJobBy, requireEveryVoter } from './every-voter.ts';
import { asksForLogin } from './login.ts';

export type Connection = NonNullable<ResolvedManifest['connection']>;

/** Throws `connection-failed` naming each endpoint that did not answer. `baseDir`: where relative file names start. */
export async function readLiveCluster(
  connection: Connection,
  surroundings: Surroundings,
  baseDir: string,
): Promise<LiveFacts> {
  const credentials = await readCredentials(connection, surroundings, baseDir);
  await using access = createMemberAccess(credentials);
  const members = membersAt(connection.endpoints);
  const answers = await Promise.allSettled(members.map((member) => access.status(member, surroundings.signal)));
  // An interruption fails every call that is under way; no endpoint is to blame for it.
  surroundings.signal.throwIfAborted();
  const failed = answers.flatMap((answer, index) =>
    answer.status === 'rejected' ? [`${members[index]?.name}: ${(answer.reason as Error).message}`] : [],
  );
  const [first] = members;
  if (failed.length > 0 || first === undefined) {
    throw new EtcdMigrateError(
      'connection-failed',
      `Not every endpoint of the live cluster answers:\n${failed.join('\n')}`,
    );
  }
  const releases = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.version] : []));
  const listed = await access.memberList(first, surroundings.signal);
  const seen = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.memberId] : []));
  requireEveryVoter(listed, seen);
  const supportsDowngrade = releases.some((release) => compareLines(lineOf(release), '3.5') >= 0);
  const peers = peersListedBy(first, listed);
  const jobs = supportsDowngrade
    ? await Promise.allSettled(peers.map((member) => access.downgradeEnabled(member, surroundings.signal)))
    : undefined;
  const downgradeJob = jobs === undefined ? false : downgradeJobBy(jobs, listed.length);
  const auth = await asksForLogin(credentials, () => access.read(first, 'serializable', surroundings.signal));
  surroundings.signal.throwIfAborted();
  return {
    releases,
    voters: listed.filter((member) => !member.isLearner).length,
    learners: listed.filter((member) => member.isLearner).length,
    // Peer ports are often closed to clients: then this stays unknown here and the engine's own gate decides.
    ...present({ auth, downgradeJob }),
    tls: first.clientUrl.startsWith('https:'),
  };
}

/** Throws `connection-failed` naming what cannot be read. Secrets are made known to the redactor. */
export async function readCredentials(
  connection: Connection,
  surroundings: Surroundings,
  baseDir: string,
): Promise<Credentials> {
  const { tls, auth } = connection;
  const read = async (
    what: string,
    file: string | undefined,
    variable: string | undefined,
  ): Promise<string | undefined> => {
    if (file !== undefined) {
      try {
        return await readFile(resolve(baseDir, file), 'utf8');
      } catch (cause) {
        throw new EtcdMigrateError('connection-failed', `The ${what} cannot be read from ${file}.`, { cause });
      }
    }
    if (variable === undefined) return undefined;
    const value = surroundings.environment[variable];
    if (value === undefined || value === '') {
      throw new EtcdMigrateError(
        'connection-failed',
        `The ${what} should be in the environment variable ${variable}, which is empty.`,
      );
    }
    return value;
  };
  const caPem = await read('certificate authority', tls?.caFile, tls?.caEnv);
  const certPem = await read('client certificate', tls?.certFile, tls?.certEnv);
  const keyPem = await read('client key', tls?.keyFile, tls?.keyEnv);
  if (tls !== undefined && caPem === undefined) {
    throw new EtcdMigrateError('connection-failed', 'connection.tls names no certificate authority (caFile or caEnv).');
  }
  const password = await read('password', auth?.passwordFile, auth?.passwordEnv);
  for (const secret of [keyPem, password]) if (secret !== undefined) surroundings.redactor.add(secret);
  return {
    ...present({
      tls:
        caPem === undefined
          ? undefined
          : {
              caPem,
              ...present({ certPem, keyPem, serverName: tls?.serverName }),
            },
    }),
    ...(auth === undefined || password === undefined
      ? {}
      : { user: { name: auth.username, password: password.replace(/\r?\n$/, '') } }),
  };
}
