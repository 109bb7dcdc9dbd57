// Owns the fourth link: applications can live with the restored cluster, and those that come back to it are told.
// Must not know any particular check (checks/), nor restore anything itself.
import { randomBytes } from 'node:crypto';
import { EtcdMigrateError } from '../errors.ts';
import { addAdministrator } from '../etcd/auth.ts';
import { answerTo, Refusal } from '../etcd/errors.ts';
import type { CheckResult } from '../judge/check.ts';
import type { Clock } from '../platform/ports.ts';
import { type Link, linkOf } from './links.ts';
import type { Restore, RestoredCluster, RestoreRequest, TryUse } from './ports.ts';
import { attemptRestore } from './restore-link.ts';
import type { SnapshotFacts } from './snapshot.ts';
import { lookWatchSafe } from './watch-safe.ts';

export interface UseOptions {
  readonly tryUse: TryUse;
  readonly restore: Restore;
  /** Whether the release's tool can restore for clients that watch (catalog/restores.json). */
  readonly watchSafe: boolean;
  readonly clock: Clock;
  readonly progress: (doing: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Proves the link, and disposes the cluster, whose room the second restore needs. */
export async function proveUse(
  facts: SnapshotFacts,
  request: RestoreRequest,
  cluster: RestoredCluster,
  options: UseOptions,
): Promise<Link> {
  const { clock } = options;
  const startUs = clock.monotonicUs();
  const wrong: string[] = [];
  const seen: string[] = [];
  await tryAll(request, cluster, options, wrong, seen);
  if (wrong.length > 0 && facts.alarms > 0) {
    wrong.unshift(
      `the backup carries ${facts.alarms === 1 ? 'an alarm' : `${facts.alarms} alarms`}, so that a restored cluster refuses writes until somebody compacts, defragments and disarms (\`etcdctl alarm disarm\`)`,
    );
  }
  await cluster[Symbol.asyncDispose]();
  if (options.watchSafe) {
    options.progress('restoring it once more, for clients that watch');
    const outcome = await attemptRestore({ ...request, atOnce: 1, bumpRevision }, options.restore, options.signal);
    if (outcome instanceof EtcdMigrateError) {
      wrong.push(`restored once more, for clients that watch: ${outcome.message}`);
    } else {
      await using second = outcome;
      const found = await lookWatchSafe(facts, second, bumpRevision, options);
      wrong.push(...found.wrong);
      seen.push(...found.seen);
    }
  } else {
    seen.push(
      `the tool of ${request.release} cannot raise the revision: restart every client that watches after a restore`,
    );
  }
  return linkOf('use', { wrong, seen, code: 'check-failed' }, (clock.monotonicUs() - startUs) / 1000);
}

/**
 * The number is that of etcd's own guide (op-guide/recovery): more than any cluster writes between a backup and its
 * loss.
 */
const bumpRevision = 1_000_000_000n;

async function tryAll(
  { release, auth, databaseBytes }: RestoreRequest,
  cluster: RestoredCluster,
  { tryUse, progress, signal }: UseOptions,
  wrong: string[],
  seen: string[],
): Promise<void> {
  const [via] = cluster.members;
  if (via === undefined) throw new Error('a restored cluster without members');
  let { credentials } = cluster;
  if (auth) {
    // The checks log in as a user of our own, as nobody knows a password: it is added in the throw-away cluster alone,
    // and after its content was compared.
    const user = {
      name: `etcd-migrate-${randomBytes(6).toString('hex')}`,
      password: randomBytes(24).toString('base64url'),
    };
    const added = await answerTo(addAdministrator(via, cluster.credentials, user, signal));
    if (added instanceof Refusal) {
      wrong.push(`a user for the checks could not be added: ${added.words}`);
      return;
    }
    credentials = { ...cluster.anonymous, user };
  }
  progress('using it as applications do');
  const members = cluster.members.map(({ name, clientUrl }) => ({ name, clientUrl, release }));
  const results = await tryUse.run({ members, credentials, state: `restored by ${release}`, databaseBytes }, signal);
  for (const { name } of members) {
    const missing = tryUse.checks.filter((id) => !results.some((each) => each.member === name && each.check === id));
    if (missing.length > 0) wrong.push(`${name}: no result of ${missing.join(', ')}`);
  }
  wrong.push(...results.filter(({ ok }) => !ok).map(inWords));
  const ok = results.filter((result) => result.ok).length;
  seen.push(
    `${ok} of ${results.length} checks of reads, writes, watches, leases, locks and login behave as on ${release}`,
  );
}

function inWords({ check, member, expected, seen, error }: CheckResult): string {
  return `${member}: check ${check}: expected ${expected}, saw ${error === undefined ? seen : `${seen}: ${error}`}`;
}
