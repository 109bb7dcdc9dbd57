// Owns the manifest's shape: the one source of its types, its JSON schema and its reference page.
// Must not know files, YAML or etcd releases (parse.ts, resolve.ts).
import { z } from 'zod';
import { Backups } from './backups-schema.ts';
import { defaults, sources } from './defaults.ts';
import { group, groups, optional, required, shaped, Text, Url, Whole } from './keys.ts';
import { exactRelease, lineOrRelease } from './versions.ts';

export { sources };
export const acceptable = ['below-floor', 'auth-during-hop', 'known-bad'] as const;
export const depths = ['quick', 'standard', 'deep'] as const;

/** A version as people write it: a line ("3.5"), an exact release ("3.5.33") or `latest`. Never a number: 3.10 is 3.1. */
const WantedVersion = shaped(
  lineOrRelease,
  'a quoted line such as "3.5", an exact release such as "3.5.33", or "latest"',
);
const VariableName = shaped(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  'the name of an environment variable (letters, digits and underscores)',
);

const MemberName = shaped(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,
  'a name of letters, digits, dots, dashes and underscores',
);

const Channels = z.strictObject({
  flags: optional(
    z.record(
      shaped(/^[a-z][a-z0-9-]*$/, 'a flag name without leading dashes, such as snapshot-count'),
      z.union([z.string(), z.boolean(), z.number()]),
    ),
    'etcd command-line flags, without dashes. Flags for names, addresses, directories and certificates are set by etcd-migrate.',
    { power: 'reads-path', examples: [{ 'quota-backend-bytes': 8589934592, 'auto-compaction-retention': '1h' }] },
  ),
  environment: optional(
    z.record(shaped(/^ETCD_[A-Z0-9_]+$/, 'a variable name such as ETCD_QUOTA_BACKEND_BYTES'), z.string()),
    'etcd environment variables. A setting belongs either here or in `flags`, never in both.',
    { power: 'reads-path', examples: [{ ETCD_HEARTBEAT_INTERVAL: '100' }] },
  ),
  configFile: optional(
    Text,
    'An etcd YAML configuration file, relative to the manifest. etcd then ignores flags and environment.',
    { power: 'reads-path', examples: ['etcd.conf.yaml'] },
  ),
});

const Etcd = Channels.extend({
  members: groups(
    z.record(MemberName, Channels),
    'Members that have the same settings elsewhere: by their name (`m1`, `m2`, … when `members` is a number) the flags, environment or configFile that each has in place of those above.',
    { examples: [{ 'etcd-3': { environment: { ETCD_QUOTA_BACKEND_BYTES: '8589934592' } } }] },
  ),
});

const Connection = z.strictObject({
  endpoints: required(z.array(Url).min(1), 'Client URLs of the live cluster: one of every member. Only read from.', {
    power: 'is-sent-credentials',
    examples: [['https://etcd-1.example:2379', 'https://etcd-2.example:2379']],
  }),
  tls: group(
    z.strictObject({
      caFile: optional(Text, 'PEM file of the certificate authority.', {
        power: ['is-sent-credentials', 'reads-path'],
        examples: ['/etc/etcd/ca.pem'],
      }),
      certFile: optional(Text, 'PEM file of the client certificate.', {
        power: ['is-sent-credentials', 'reads-path'],
        examples: ['/etc/etcd/client.pem'],
      }),
      keyFile: optional(Text, 'PEM file of the client key.', {
        power: ['is-sent-credentials', 'reads-path'],
        examples: ['/etc/etcd/client-key.pem'],
      }),
      caEnv: optional(VariableName, 'Environment variable that holds the CA as PEM.', {
        power: 'is-sent-credentials',
        examples: ['ETCD_CA'],
      }),
      certEnv: optional(VariableName, 'Environment variable that holds the client certificate as PEM.', {
        power: 'is-sent-credentials',
        examples: ['ETCD_CERT'],
      }),
      keyEnv: optional(VariableName, 'Environment variable that holds the client key as PEM.', {
        power: 'is-sent-credentials',
        examples: ['ETCD_KEY'],
      }),
      serverName: optional(Text, 'Name to verify the server certificate against.', {
        power: 'is-sent-credentials',
        otherwise: 'the host of the endpoint',
        examples: ['etcd.example'],
      }),
    }),
    'Certificates for the live cluster, by file or by environment variable.',
  ),
  auth: group(
    z.strictObject({
      username: required(Text, 'User to read the live cluster as.', {
        power: 'is-sent-credentials',
        examples: ['root'],
      }),
      passwordEnv: optional(VariableName, 'Environment variable that holds the password.', {
        power: 'is-sent-credentials',
        examples: ['ETCD_PASSWORD'],
      }),
      passwordFile: optional(Text, 'File that holds the password.', {
        power: ['is-sent-credentials', 'reads-path'],
        examples: ['/run/secrets/etcd-password'],
      }),
    }),
    'User and password of the live cluster; the password by file or by environment variable, never in the manifest.',
  ),
});

const weight = (what: string, value: number) =>
  optional(Whole(0, 100), what, { power: 'harmless', default: value, examples: [value] });
const { workload, thresholds, timeLimits } = defaults.rehearsal;

const Workload = z.strictObject({
  clients: optional(Whole(1, 64), 'Concurrent clients.', {
    power: 'harmless',
    default: workload.clients,
    examples: [16],
  }),
  rate: optional(Whole(1, 5000), 'Operations per second in all, open loop.', {
    power: 'harmless',
    default: workload.rate,
    examples: [200],
  }),
  keys: optional(Whole(1, 100_000), 'Keys the clients work on.', {
    power: 'harmless',
    default: workload.keys,
    examples: [256],
  }),
  valueSize: optional(
    z.union([Whole(1, 1_000_000), z.tuple([Whole(1, 1_000_000), Whole(1, 1_000_000)])]),
    'Bytes of a value, or [smallest, largest].',
    { power: 'harmless', default: workload.valueSize, examples: [256, [64, 4096]] },
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
    power: 'harmless',
    default: thresholds.longestWriteGapMs,
    examples: [2000],
  }),
  longestReadGapMs: optional(Whole(1, 600_000), 'Longest time without an acknowledged read, milliseconds.', {
    power: 'harmless',
    default: thresholds.longestReadGapMs,
    examples: [2000],
  }),
  failedOperations: optional(Whole(0), 'Operations that may fail in the whole rehearsal.', {
    power: 'harmless',
    default: thresholds.failedOperations,
    examples: [0],
  }),
  unknownOperations: optional(Whole(0), 'Operations whose outcome may stay unknown.', {
    power: 'harmless',
    default: thresholds.unknownOperations,
    examples: [20],
  }),
  p99Ms: optional(Whole(1, 600_000), 'p99 of any step, milliseconds.', {
    power: 'harmless',
    otherwise: 'not judged',
    examples: [500],
  }),
});

const TimeLimits = z.strictObject({
  gateMs: optional(Whole(1000, 3_600_000), 'How long a gate may take, milliseconds.', {
    power: 'harmless',
    default: timeLimits.gateMs,
    examples: [120_000],
  }),
  soakMs: optional(Whole(0, 3_600_000), 'How long to hold before the last old member, milliseconds.', {
    power: 'harmless',
    default: timeLimits.soakMs,
    examples: [60_000],
  }),
  dwellMs: optional(Whole(0, 3_600_000), 'How long clients work in each state, milliseconds.', {
    power: 'harmless',
    default: timeLimits.dwellMs,
    examples: [10_000],
  }),
  totalMs: optional(Whole(10_000, 86_400_000), 'The whole rehearsal, milliseconds.', {
    power: 'harmless',
    default: timeLimits.totalMs,
    examples: [3_600_000],
  }),
});

const Rehearsal = z.strictObject({
  depth: optional(
    z.enum(depths),
    'quick: the upgrade alone; standard: and its roll-backs; deep: roll-backs everywhere and crashes.',
    { power: 'harmless', default: defaults.rehearsal.depth, examples: ['quick'] },
  ),
  seed: optional(Whole(0, 2 ** 31 - 1), 'Seed of workload and disturbances.', {
    power: 'harmless',
    default: defaults.rehearsal.seed,
    examples: [42],
  }),
  tls: optional(z.boolean(), 'Rehearse with TLS.', {
    power: 'harmless',
    otherwise: 'as the live cluster, or false',
    examples: [true],
  }),
  auth: optional(z.boolean(), 'Rehearse with authentication enabled.', {
    power: 'harmless',
    otherwise: 'as the live cluster, or false',
    examples: [true],
  }),
  workload: group(Workload, 'What the clients do while members are replaced.'),
  thresholds: group(Thresholds, 'What clients may feel before the verdict is "fail".'),
  timeLimits: group(TimeLimits, 'How long things may take.'),
});

const Releases = z.strictObject({
  sources: optional(z.array(z.enum(sources)).min(1), 'Where etcd binaries may come from, in this order.', {
    power: 'harmless',
    default: sources,
    examples: [['cache', 'github']],
  }),
  local: optional(
    z.record(shaped(exactRelease, 'an exact release such as 3.5.33'), Text),
    'Exact release → directory with its binaries.',
    { power: 'names-binary', examples: [{ '3.5.33': '/opt/etcd-3.5.33' }] },
  ),
  mirror: optional(Url, "Base URL with the layout of etcd's GitHub releases.", {
    power: 'names-binary',
    examples: ['https://mirror.example/etcd/releases/download'],
  }),
  image: optional(Text, 'Container image without tag.', { power: 'names-binary', examples: ['registry.example/etcd'] }),
});

export const Manifest = z.strictObject({
  version: optional(z.literal(1), 'Version of this format.', {
    power: 'harmless',
    default: defaults.version,
    examples: [1],
  }),
  name: optional(
    shaped(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and dashes, at most 63'),
    'Names the cluster in reports.',
    { power: 'harmless', default: defaults.name, examples: ['payments'] },
  ),
  from: required(
    WantedVersion,
    'What the cluster runs now: a line, an exact release, or "latest". A manifest for backups alone has neither this nor `to`.',
    { power: 'harmless', examples: ['3.5', '3.5.33'] },
  ),
  to: required(WantedVersion, 'What it shall run: a line, an exact release, or "latest".', {
    power: 'harmless',
    examples: ['3.7', '3.7.1'],
  }),
  hops: optional(
    z.array(WantedVersion).min(1),
    'Stop-overs in order, one for each minor, when the planner shall not choose them. `from` and `to` may be left out.',
    { power: 'harmless', otherwise: 'chosen by the planner', examples: [['3.6.14']] },
  ),
  members: optional(
    z.union([Whole(1, 9), z.array(MemberName).min(1).max(9)]),
    'Number of voting members, or their names.',
    { power: 'harmless', default: defaults.members, examples: [5, ['etcd-1', 'etcd-2', 'etcd-3']] },
  ),
  etcd: group(Etcd, 'Settings of the members, as in production.'),
  connection: group(Connection, 'How to read the live cluster. Credentials come from the environment or from files.'),
  rehearsal: group(Rehearsal, 'How thoroughly to rehearse, with which clients, and what they may feel.'),
  backups: group(Backups, 'Which backups `verify-backup` proves, and what they must keep to.'),
  releases: group(Releases, 'How to obtain etcd.'),
  accept: groups(
    z.array(
      z.strictObject({
        risk: required(z.enum(acceptable), 'The risk.', { power: 'harmless', examples: ['below-floor'] }),
        // Blanks around it do not count, else ten of them were a reason.
        reason: required(
          shaped(/\S[\s\S]{8,}\S/, 'a text of at least 10 characters'),
          'Why it is acceptable here, at least 10 characters.',
          { power: 'harmless', examples: ['Say here why it is acceptable.'] },
        ),
      }),
    ),
    'Risks taken knowingly. The verdict is then inconclusive at best.',
    { examples: [[{ risk: 'below-floor', reason: 'The floor release is not in our mirror.' }]] },
  ),
});

/** Backups need no upgrade: a manifest with `backups` may leave both of its ends out. */
export const ManifestOfBackups = Manifest.partial({ from: true, to: true });

export type Manifest = z.infer<typeof ManifestOfBackups>;
