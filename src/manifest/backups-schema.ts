// Owns the shape of the manifest's `backups`: which are proven, what they must keep to, and who is called.
// Must not know any other key.
import { z } from 'zod';
import { defaults } from './defaults.ts';
import { group, groups, optional, required, shaped, Text, Whole } from './keys.ts';
import { exactRelease } from './versions.ts';

export const backupChoices = ['newest', 'all', 'sample'] as const;

export const Backups = z.strictObject({
  fetch: optional(
    z.array(Text).min(1),
    'Command with its arguments, run without a shell, that brings backups and their sidecars into the directory that it runs in; `files` then name what it brought.',
    {
      power: 'runs-command',
      otherwise: 'none, the files are there already',
      examples: [['aws', 's3', 'cp', '--recursive', 's3://backups/etcd/2026-11-28/', '.']],
    },
  ),
  take: group(
    z.strictObject({
      directory: required(
        Text,
        'Directory of the backups, relative to the manifest; the name of the file says when it was taken. In a workflow: one that outlasts the job.',
        // To take one is to log in to the live cluster.
        { power: ['is-sent-credentials', 'writes'], examples: ['backups'] },
      ),
      keep: optional(Whole(1, 100_000), 'How many backups of this cluster stay there, with the one just taken.', {
        power: 'writes',
        otherwise: 'all',
        examples: [14],
      }),
    }),
    'Takes a backup from `connection` first, from a follower, and proves it. Older ones go only behind its pass.',
  ),
  files: optional(
    z.array(Text).min(1),
    'Backup files: paths, and patterns such as `backups/**/*.db`, relative to the manifest, or to what `fetch` brought. May be left out beside `take`, whose backup is proven in any case; with `choose: newest` it is often the same.',
    { power: 'reads-path', otherwise: 'only what `take` takes', examples: [['backups/*.db']] },
  ),
  choose: optional(
    z.enum(backupChoices),
    'Which of them to prove, by when they were taken: the newest, all, or a sample, which is the newest and others at random.',
    { power: 'harmless', default: defaults.backups.choose, examples: ['all'] },
  ),
  sampleSize: optional(Whole(2, 1000), 'How many make a sample, the newest among them.', {
    power: 'harmless',
    default: defaults.backups.sampleSize,
    examples: [5],
  }),
  clusterId: optional(
    shaped(/^[0-9a-f]{1,16}$/, 'a cluster id as etcd prints it: at most 16 hexadecimal digits, in lower case'),
    'Cluster that every backup must be of, as its sidecar says; without a sidecar nobody can tell.',
    { power: 'harmless', otherwise: 'any, or that of `connection`', examples: ['cdf818194e3a8c32'] },
  ),
  sha256: optional(
    z.record(Text, shaped(/^[0-9a-fA-F]{64}$/, 'a SHA-256: 64 hexadecimal digits')),
    'Name of a file, without directories → SHA-256 that it must have; beside what a sidecar or `FILE.sha256` says. With it, every file that is proven must be named.',
    {
      power: 'harmless',
      examples: [{ '2026-11-28.db': '12d2890bc50644dbe5bc3cd7342487e6a811eb68d15e3dd7cd50a6df04aa67e9' }],
    },
  ),
  members: optional(Whole(1, 9), 'Members of the throw-away cluster that a backup is restored into.', {
    power: 'harmless',
    default: defaults.backups.members,
    examples: [3],
  }),
  policy: group(
    z.strictObject({
      rpoMinutes: optional(Whole(1), 'Oldest data that are acceptable (recovery point objective), minutes.', {
        power: 'harmless',
        otherwise: 'not judged',
        examples: [1440],
      }),
      rpoRevisions: optional(
        Whole(0),
        'By how many revisions the live cluster of `connection` may be ahead of a backup.',
        { power: 'harmless', otherwise: 'not judged', examples: [100_000] },
      ),
      rtoMinutes: optional(Whole(1), 'Longest recovery that is acceptable (recovery time objective), minutes.', {
        power: 'harmless',
        otherwise: 'not judged',
        examples: [15],
      }),
      provenWithinHours: optional(
        Whole(1),
        'Oldest proof that is acceptable, hours: beyond it `plan`, `preflight` and `backup` warn. Proofs are found in `history`.',
        {
          power: 'harmless',
          // Without a file that is known nobody knows when a proof was made.
          fallsWith: ['backups', 'history'],
          otherwise: 'not judged',
          examples: [48],
        },
      ),
    }),
    'What a backup must keep to, beyond being whole.',
  ),
  releases: optional(
    z.array(shaped(exactRelease, 'an exact release such as 3.5.33')).min(1),
    'Exact releases that must be able to restore every backup too, such as the one before and the target of an upgrade. What etcd cannot do there is expected and said.',
    { power: 'harmless', otherwise: 'none but the one that wrote it', examples: [['3.5.33', '3.6.14']] },
  ),
  expect: groups(
    z
      .array(
        z.strictObject({
          prefix: optional(Text, 'Keys that begin so. It is shown in reports.', {
            power: 'harmless',
            otherwise: 'none; `key` names one',
            examples: ['/registry/pods/'],
          }),
          atLeast: optional(Whole(0), 'Fewest keys.', { power: 'harmless', otherwise: 'none', examples: [10] }),
          atMost: optional(Whole(0), 'Most keys.', { power: 'harmless', otherwise: 'any number', examples: [5000] }),
          key: optional(Text, 'One key, which must be there. It is shown in reports; its value never is.', {
            power: 'harmless',
            otherwise: 'none; `prefix` names many',
            examples: ['/registry/namespaces/kube-system'],
          }),
          matches: optional(Text, 'Regular expression (JavaScript) that the value of `key`, as UTF-8, must match.', {
            power: 'harmless',
            otherwise: 'any value',
            examples: ['^v1'],
          }),
        }),
      )
      .min(1),
    'Keys that every backup must hold.',
    { otherwise: 'nothing', examples: [[{ prefix: '/registry/pods/', atLeast: 10 }]] },
  ),
  test: optional(
    z.array(Text).min(1),
    "Command with its arguments, run without a shell in the manifest's directory, against the restored cluster: `ETCDCTL_ENDPOINTS` and, with authentication, `ETCDCTL_CACERT`, `ETCDCTL_CERT` and `ETCDCTL_KEY` name it. A backup passes only if it ends with exit code 0, within an hour. What it prints goes to the log of the run.",
    { power: 'runs-command', otherwise: 'none', examples: [['./check-restored.sh']] },
  ),
  notify: optional(
    z.array(Text).min(1),
    "Command with its arguments, run without a shell in the manifest's directory, when a run that has begun ends without a pass and was not interrupted: `ETCD_MIGRATE_VERDICT`, `ETCD_MIGRATE_FAILURE_REASON`, `ETCD_MIGRATE_REASON` and `ETCD_MIGRATE_REPORT` (a file, or empty) say why.",
    { power: 'runs-command', otherwise: 'none', examples: [['./page-somebody.sh']] },
  ),
  history: optional(
    Text,
    'JSON file, relative to the manifest, that keeps what every run proved: for trends, and for `policy.provenWithinHours`. Keep it between runs, in an artifact, a branch or a cache.',
    { power: 'writes', otherwise: '`proofs.json` in the output directory', examples: ['backups/proofs.json'] },
  ),
});
