// Owns the manifest's shape: the one source of its types, its JSON schema and its reference page.
// Must not know files, YAML or etcd releases (parse.ts, resolve.ts).
import { z } from 'zod';
import { defaults, sources } from './defaults.ts';
import { exactRelease, lineOrRelease } from './versions.ts';

export { sources };
export const acceptable = ['below-floor', 'auth-during-hop', 'known-bad'] as const;
export const backupChoices = ['newest', 'all', 'sample'] as const;
export const depths = ['quick', 'standard', 'deep'] as const;

/** What editors and the reference page show beside the type. */
interface Notes {
  readonly examples: readonly [unknown, ...unknown[]];
  readonly default?: unknown;
  /** In words, where the default is not a value. */
  readonly otherwise?: string;
}

function showDefault(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, weight]) => `${key} ${weight}`)
    .join(', ');
}

/** An optional key. Its default stands in the JSON schema and the reference page, taken from the one table. */
function optional<T extends z.ZodType>(schema: T, text: string, notes: Notes): z.ZodOptional<T> {
  const { default: value, otherwise, examples } = notes;
  const shown = value === undefined ? otherwise : showDefault(value);
  return schema.optional().meta({
    description: shown === undefined ? text : `${text} Default: ${shown}.`,
    ...(value === undefined ? {} : { default: value }),
    examples: [...examples],
  });
}

/** An optional group of keys. */
function group<T extends z.ZodType>(schema: T, text: string): z.ZodOptional<T> {
  return schema.optional().meta({ description: text });
}

/** A text with a shape. `expected` names the shape in error messages and in editors. */
function shaped(pattern: RegExp, expected: string) {
  return z.string().regex(pattern, expected).meta({ patternErrorMessage: expected });
}

const Text = z.string().min(1);
const Whole = (min: number, max?: number) => (max === undefined ? z.int().min(min) : z.int().min(min).max(max));
const Url = z.url({ protocol: /^https?$/ });

/** A version as people write it: a line ("3.5"), an exact release ("3.5.33") or `latest`. Never a number: 3.10 is 3.1. */
const WantedVersion = shaped(
  lineOrRelease,
  'a quoted line such as "3.5", an exact release such as "3.5.33", or "latest"',
);
const VariableName = shaped(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  'the name of an environment variable (letters, digits and underscores)',
);

const Etcd = z.strictObject({
  flags: optional(
    z.record(
      shaped(/^[a-z][a-z0-9-]*$/, 'a flag name without leading dashes, such as snapshot-count'),
      z.union([z.string(), z.boolean(), z.number()]),
    ),
    'etcd command-line flags, without dashes. Flags for names, addresses, directories and certificates are set by etcd-migrate.',
    { examples: [{ 'quota-backend-bytes': 8589934592, 'auto-compaction-retention': '1h' }] },
  ),
  environment: optional(
    z.record(shaped(/^ETCD_[A-Z0-9_]+$/, 'a variable name such as ETCD_QUOTA_BACKEND_BYTES'), z.string()),
    'etcd environment variables. A setting belongs either here or in `flags`, never in both.',
    { examples: [{ ETCD_HEARTBEAT_INTERVAL: '100' }] },
  ),
  configFile: optional(
    Text,
    'An etcd YAML configuration file, relative to the manifest. etcd then ignores flags and environment.',
    { examples: ['etcd.conf.yaml'] },
  ),
});

const Connection = z.strictObject({
  endpoints: z
    .array(Url)
    .min(1)
    .meta({
      description: 'Client URLs of the live cluster: one of every member. Only read from.',
      examples: [['https://etcd-1.example:2379', 'https://etcd-2.example:2379']],
    }),
  tls: group(
    z.strictObject({
      caFile: optional(Text, 'PEM file of the certificate authority.', { examples: ['/etc/etcd/ca.pem'] }),
      certFile: optional(Text, 'PEM file of the client certificate.', { examples: ['/etc/etcd/client.pem'] }),
      keyFile: optional(Text, 'PEM file of the client key.', { examples: ['/etc/etcd/client-key.pem'] }),
      caEnv: optional(VariableName, 'Environment variable that holds the CA as PEM.', { examples: ['ETCD_CA'] }),
      certEnv: optional(VariableName, 'Environment variable that holds the client certificate as PEM.', {
        examples: ['ETCD_CERT'],
      }),
      keyEnv: optional(VariableName, 'Environment variable that holds the client key as PEM.', {
        examples: ['ETCD_KEY'],
      }),
      serverName: optional(Text, 'Name to verify the server certificate against.', {
        otherwise: 'the host of the endpoint',
        examples: ['etcd.example'],
      }),
    }),
    'Certificates for the live cluster, by file or by environment variable.',
  ),
  auth: group(
    z.strictObject({
      username: Text.meta({ description: 'User to read the live cluster as.', examples: ['root'] }),
      passwordEnv: optional(VariableName, 'Environment variable that holds the password.', {
        examples: ['ETCD_PASSWORD'],
      }),
      passwordFile: optional(Text, 'File that holds the password.', { examples: ['/run/secrets/etcd-password'] }),
    }),
    'User and password of the live cluster; the password by file or by environment variable, never in the manifest.',
  ),
});

const weight = (what: string, value: number) => optional(Whole(0, 100), what, { default: value, examples: [value] });
const { workload, thresholds, timeLimits } = defaults.rehearsal;

const Workload = z.strictObject({
  clients: optional(Whole(1, 64), 'Concurrent clients.', { default: workload.clients, examples: [16] }),
  rate: optional(Whole(1, 5000), 'Operations per second in all, open loop.', {
    default: workload.rate,
    examples: [200],
  }),
  keys: optional(Whole(1, 100_000), 'Keys the clients work on.', { default: workload.keys, examples: [256] }),
  valueSize: optional(
    z.union([Whole(1, 1_000_000), z.tuple([Whole(1, 1_000_000), Whole(1, 1_000_000)])]),
    'Bytes of a value, or [smallest, largest].',
    { default: workload.valueSize, examples: [256, [64, 4096]] },
  ),
  mix: group(
    z.strictObject({
      put: weight('Writes of one key.', workload.mix.put),
      get: weight('Linearizable reads of one key.', workload.mix.get),
      getSerializable: weight('Serializable reads of one key.', workload.mix.getSerializable),
      range: weight('Reads of all keys under a prefix.', workload.mix.range),
      cas: weight('Compare-and-swap transactions.', workload.mix.cas),
      delete: weight('Deletions of one key.', workload.mix.delete),
    }),
    'Weights of the operations. One left out keeps its default weight; 0 turns it off.',
  ),
});

const Thresholds = z.strictObject({
  longestWriteGapMs: optional(Whole(1, 600_000), 'Longest time without an acknowledged write, milliseconds.', {
    default: thresholds.longestWriteGapMs,
    examples: [2000],
  }),
  longestReadGapMs: optional(Whole(1, 600_000), 'Longest time without an acknowledged read, milliseconds.', {
    default: thresholds.longestReadGapMs,
    examples: [2000],
  }),
  failedOperations: optional(Whole(0), 'Operations that may fail in the whole rehearsal.', {
    default: thresholds.failedOperations,
    examples: [0],
  }),
  unknownOperations: optional(Whole(0), 'Operations whose outcome may stay unknown.', {
    default: thresholds.unknownOperations,
    examples: [20],
  }),
  p99Ms: optional(Whole(1, 600_000), 'p99 of any step, milliseconds.', { otherwise: 'not judged', examples: [500] }),
});

const TimeLimits = z.strictObject({
  gateMs: optional(Whole(1000, 3_600_000), 'How long a gate may take, milliseconds.', {
    default: timeLimits.gateMs,
    examples: [120_000],
  }),
  soakMs: optional(Whole(0, 3_600_000), 'How long to hold before the last old member, milliseconds.', {
    default: timeLimits.soakMs,
    examples: [60_000],
  }),
  dwellMs: optional(Whole(0, 3_600_000), 'How long clients work in each state, milliseconds.', {
    default: timeLimits.dwellMs,
    examples: [10_000],
  }),
  totalMs: optional(Whole(10_000, 86_400_000), 'The whole rehearsal, milliseconds.', {
    default: timeLimits.totalMs,
    examples: [3_600_000],
  }),
});

const Rehearsal = z.strictObject({
  depth: optional(
    z.enum(depths),
    'quick: the upgrade alone; standard: and its roll-backs; deep: roll-backs everywhere and crashes.',
    { default: defaults.rehearsal.depth, examples: ['quick'] },
  ),
  seed: optional(Whole(0, 2 ** 31 - 1), 'Seed of workload and disturbances.', {
    default: defaults.rehearsal.seed,
    examples: [42],
  }),
  tls: optional(z.boolean(), 'Rehearse with TLS.', { otherwise: 'as the live cluster, or false', examples: [true] }),
  auth: optional(z.boolean(), 'Rehearse with authentication enabled.', {
    otherwise: 'as the live cluster, or false',
    examples: [true],
  }),
  workload: group(Workload, 'What the clients do while members are replaced.'),
  thresholds: group(Thresholds, 'What clients may feel before the verdict is "fail".'),
  timeLimits: group(TimeLimits, 'How long things may take.'),
});

const Releases = z.strictObject({
  sources: optional(z.array(z.enum(sources)).min(1), 'Where etcd binaries may come from, in this order.', {
    default: sources,
    examples: [['cache', 'github']],
  }),
  local: optional(
    z.record(shaped(exactRelease, 'an exact release such as 3.5.33'), Text),
    'Exact release → directory with its binaries.',
    { examples: [{ '3.5.33': '/opt/etcd-3.5.33' }] },
  ),
  mirror: optional(Url, "Base URL with the layout of etcd's GitHub releases.", {
    examples: ['https://mirror.example/etcd/releases/download'],
  }),
  image: optional(Text, 'Container image without tag.', { examples: ['registry.example/etcd'] }),
});

const Backups = z.strictObject({
  fetch: optional(
    z.array(Text).min(1),
    'Command with its arguments, run without a shell, that brings backups and their sidecars into the directory that it runs in; `files` then name what it brought. Ignored for untrusted refs.',
    {
      otherwise: 'none, the files are there already',
      examples: [['aws', 's3', 'cp', '--recursive', 's3://backups/etcd/2026-11-28/', '.']],
    },
  ),
  take: group(
    z.strictObject({
      directory: Text.meta({
        description:
          'Directory of the backups, relative to the manifest; the name of the file says when it was taken. In a workflow: one that outlasts the job.',
        examples: ['backups'],
      }),
      keep: optional(Whole(1, 100_000), 'How many backups of this cluster stay there, with the one just taken.', {
        otherwise: 'all',
        examples: [14],
      }),
    }),
    'Takes a backup from `connection` first, from a follower, and proves it. Older ones go only behind its pass. Ignored for untrusted refs.',
  ),
  files: optional(
    z.array(Text).min(1),
    'Backup files: paths, and patterns such as `backups/**/*.db`, relative to the manifest, or to what `fetch` brought. May be left out beside `take`, whose backup is proven in any case; with `choose: newest` it is often the same.',
    { otherwise: 'only what `take` takes', examples: [['backups/*.db']] },
  ),
  choose: optional(
    z.enum(backupChoices),
    'Which of them to prove, by when they were taken: the newest, all, or a sample, which is the newest and others at random.',
    { default: defaults.backups.choose, examples: ['all'] },
  ),
  sampleSize: optional(Whole(2, 1000), 'How many make a sample, the newest among them.', {
    default: defaults.backups.sampleSize,
    examples: [5],
  }),
  clusterId: optional(
    shaped(/^[0-9a-f]{1,16}$/, 'a cluster id as etcd prints it: at most 16 hexadecimal digits, in lower case'),
    'Cluster that every backup must be of, as its sidecar says; without a sidecar nobody can tell.',
    { otherwise: 'any, or that of `connection`', examples: ['cdf818194e3a8c32'] },
  ),
  sha256: optional(
    z.record(Text, shaped(/^[0-9a-fA-F]{64}$/, 'a SHA-256: 64 hexadecimal digits')),
    'Name of a file, without directories → SHA-256 that it must have; beside what a sidecar or `FILE.sha256` says. With it, every file that is proven must be named.',
    { examples: [{ '2026-11-28.db': '12d2890bc50644dbe5bc3cd7342487e6a811eb68d15e3dd7cd50a6df04aa67e9' }] },
  ),
  members: optional(Whole(1, 9), 'Members of the throw-away cluster that a backup is restored into.', {
    default: defaults.backups.members,
    examples: [3],
  }),
  policy: group(
    z.strictObject({
      rpoMinutes: optional(Whole(1), 'Oldest data that are acceptable (recovery point objective), minutes.', {
        otherwise: 'not judged',
        examples: [1440],
      }),
      rpoRevisions: optional(
        Whole(0),
        'By how many revisions the live cluster of `connection` may be ahead of a backup.',
        { otherwise: 'not judged', examples: [100_000] },
      ),
      rtoMinutes: optional(Whole(1), 'Longest recovery that is acceptable (recovery time objective), minutes.', {
        otherwise: 'not judged',
        examples: [15],
      }),
      provenWithinHours: optional(
        Whole(1),
        'Oldest proof that is acceptable, hours: beyond it `plan`, `preflight` and `backup` warn. Proofs are found in `history`.',
        { otherwise: 'not judged', examples: [48] },
      ),
    }),
    'What a backup must keep to, beyond being whole.',
  ),
  releases: optional(
    z.array(shaped(exactRelease, 'an exact release such as 3.5.33')).min(1),
    'Exact releases that must be able to restore every backup too, such as the one before and the target of an upgrade. What etcd cannot do there is expected and said.',
    { otherwise: 'none but the one that wrote it', examples: [['3.5.33', '3.6.14']] },
  ),
  expect: optional(
    z
      .array(
        z.strictObject({
          prefix: optional(Text, 'Keys that begin so. It is shown in reports.', {
            otherwise: 'none; `key` names one',
            examples: ['/registry/pods/'],
          }),
          atLeast: optional(Whole(0), 'Fewest keys.', { otherwise: 'none', examples: [10] }),
          atMost: optional(Whole(0), 'Most keys.', { otherwise: 'any number', examples: [5000] }),
          key: optional(Text, 'One key, which must be there. It is shown in reports; its value never is.', {
            otherwise: 'none; `prefix` names many',
            examples: ['/registry/namespaces/kube-system'],
          }),
          matches: optional(Text, 'Regular expression (JavaScript) that the value of `key`, as UTF-8, must match.', {
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
    "Command with its arguments, run without a shell in the manifest's directory, against the restored cluster: `ETCDCTL_ENDPOINTS` and, with authentication, `ETCDCTL_CACERT`, `ETCDCTL_CERT` and `ETCDCTL_KEY` name it. A backup passes only if it ends with exit code 0, within an hour. What it prints goes to the log of the run. Ignored for untrusted refs.",
    { otherwise: 'none', examples: [['./check-restored.sh']] },
  ),
  notify: optional(
    z.array(Text).min(1),
    "Command with its arguments, run without a shell in the manifest's directory, when a run that has begun ends without a pass and was not interrupted: `ETCD_MIGRATE_VERDICT`, `ETCD_MIGRATE_FAILURE_REASON`, `ETCD_MIGRATE_REASON` and `ETCD_MIGRATE_REPORT` (a file, or empty) say why. Ignored for untrusted refs.",
    { otherwise: 'none', examples: [['./page-somebody.sh']] },
  ),
  history: optional(
    Text,
    'JSON file, relative to the manifest, that keeps what every run proved: for trends, and for `policy.provenWithinHours`. Keep it between runs, in an artifact, a branch or a cache.',
    { otherwise: '`proofs.json` in the output directory', examples: ['backups/proofs.json'] },
  ),
});

export const Manifest = z.strictObject({
  version: optional(z.literal(1), 'Version of this format.', { default: defaults.version, examples: [1] }),
  name: optional(
    shaped(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and dashes, at most 63'),
    'Names the cluster in reports.',
    { default: defaults.name, examples: ['payments'] },
  ),
  from: WantedVersion.meta({
    description:
      'What the cluster runs now: a line, an exact release, or "latest". A manifest for backups alone has neither this nor `to`.',
    examples: ['3.5', '3.5.33'],
  }),
  to: WantedVersion.meta({
    description: 'What it shall run: a line, an exact release, or "latest".',
    examples: ['3.7', '3.7.1'],
  }),
  hops: optional(
    z.array(WantedVersion).min(1),
    'Stop-overs in order, one for each minor, when the planner shall not choose them. `from` and `to` may be left out.',
    { otherwise: 'chosen by the planner', examples: [['3.6.14']] },
  ),
  members: optional(
    z.union([
      Whole(1, 9),
      z
        .array(shaped(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'a name of letters, digits, dots, dashes and underscores'))
        .min(1)
        .max(9),
    ]),
    'Number of voting members, or their names.',
    { default: defaults.members, examples: [5, ['etcd-1', 'etcd-2', 'etcd-3']] },
  ),
  etcd: group(Etcd, 'Settings of the members, as in production.'),
  connection: group(Connection, 'How to read the live cluster. Credentials come from the environment or from files.'),
  rehearsal: group(Rehearsal, 'How thoroughly to rehearse, with which clients, and what they may feel.'),
  backups: group(Backups, 'Which backups `verify-backup` proves, and what they must keep to.'),
  releases: group(Releases, 'How to obtain etcd. Keys that name a binary are ignored for untrusted refs.'),
  accept: optional(
    z.array(
      z.strictObject({
        risk: z.enum(acceptable).meta({ description: 'The risk.', examples: ['below-floor'] }),
        // Blanks around it do not count, else ten of them were a reason.
        reason: shaped(/\S[\s\S]{8,}\S/, 'a text of at least 10 characters').meta({
          description: 'Why it is acceptable here, at least 10 characters.',
          examples: ['Say here why it is acceptable.'],
        }),
      }),
    ),
    'Risks taken knowingly. The verdict is then inconclusive at best.',
    { examples: [[{ risk: 'below-floor', reason: 'The floor release is not in our mirror.' }]] },
  ),
});

/** Backups need no upgrade: a manifest with `backups` may leave both of its ends out. */
export const ManifestOfBackups = Manifest.partial({ from: true, to: true });

export type Manifest = z.infer<typeof ManifestOfBackups>;
