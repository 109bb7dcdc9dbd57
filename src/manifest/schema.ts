// Owns the manifest's shape: the one source of its types, its JSON schema and its reference page.
// Must not know files, YAML or etcd releases (load.ts, resolve.ts).
import { z } from 'zod';

/** A version as people write it: a line ("3.5"), an exact release ("3.5.33") or `latest`. Never a number: 3.10 is 3.1. */
const WantedVersion = z
  .string()
  .regex(/^(\d+\.\d+(\.\d+)?|latest)$/, 'a quoted line such as "3.5", an exact release such as "3.5.33", or "latest"');

const Milliseconds = (what: string, min: number, max: number) => z.int().min(min).max(max).describe(what);

export const acceptable = ['below-floor', 'auth-during-hop', 'known-bad', 'unsupported-line'] as const;
export const sources = ['local', 'cache', 'github', 'mirror', 'go', 'debian', 'image'] as const;
export const depths = ['quick', 'standard', 'deep'] as const;

const Etcd = z.strictObject({
  flags: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/, 'a flag name without leading dashes'),
      z.union([z.string(), z.boolean(), z.number()]),
    )
    .optional()
    .describe('etcd command-line flags, without dashes.'),
  environment: z
    .record(z.string().regex(/^ETCD_[A-Z0-9_]+$/, 'a variable name such as ETCD_QUOTA_BACKEND_BYTES'), z.string())
    .optional()
    .describe('etcd environment variables.'),
  configFile: z
    .string()
    .optional()
    .describe('An etcd YAML configuration file, relative to the manifest. etcd then ignores flags and environment.'),
});

const Connection = z.strictObject({
  endpoints: z
    .array(z.url({ protocol: /^https?$/ }))
    .min(1)
    .describe('Client URLs of the live cluster. Only read from.'),
  tls: z
    .strictObject({
      caFile: z.string().optional().describe('PEM file of the certificate authority.'),
      certFile: z.string().optional().describe('PEM file of the client certificate.'),
      keyFile: z.string().optional().describe('PEM file of the client key.'),
      caEnv: z.string().optional().describe('Environment variable that holds the CA as PEM.'),
      certEnv: z.string().optional().describe('Environment variable that holds the client certificate as PEM.'),
      keyEnv: z.string().optional().describe('Environment variable that holds the client key as PEM.'),
      serverName: z.string().optional().describe('Name to verify the server certificate against.'),
    })
    .optional(),
  auth: z
    .strictObject({
      username: z.string().min(1),
      passwordEnv: z.string().optional().describe('Environment variable that holds the password.'),
      passwordFile: z.string().optional().describe('File that holds the password.'),
    })
    .optional(),
});

const Workload = z.strictObject({
  clients: z.int().min(1).max(64).optional().describe('Concurrent clients. Default 8.'),
  rate: z.int().min(1).max(5000).optional().describe('Operations per second in all, open loop. Default 100.'),
  keys: z.int().min(1).max(100_000).optional().describe('Keys the clients work on. Default 64.'),
  valueSize: z
    .union([z.int().min(1).max(1_000_000), z.tuple([z.int().min(1), z.int().max(1_000_000)])])
    .optional()
    .describe('Bytes of a value, or [smallest, largest]. Default 64.'),
  mix: z
    .strictObject({
      put: z.int().min(0).max(100).optional(),
      get: z.int().min(0).max(100).optional(),
      getSerializable: z.int().min(0).max(100).optional(),
      range: z.int().min(0).max(100).optional(),
      cas: z.int().min(0).max(100).optional(),
      delete: z.int().min(0).max(100).optional(),
    })
    .optional()
    .describe('Weights of the operations. Default put 40, get 20, getSerializable 15, range 5, cas 15, delete 5.'),
});

const Thresholds = z.strictObject({
  longestWriteGapMs: Milliseconds('Longest time without an acknowledged write. Default 5000.', 1, 600_000).optional(),
  longestReadGapMs: Milliseconds('Longest time without an acknowledged read. Default 5000.', 1, 600_000).optional(),
  failedOperations: z.int().min(0).optional().describe('Operations that may fail in the whole rehearsal. Default 0.'),
  unknownOperations: z.int().min(0).optional().describe('Operations whose outcome may stay unknown. Default 20.'),
  p99Ms: Milliseconds('p99 of any step. Not judged unless set.', 1, 600_000).optional(),
});

export const Manifest = z.strictObject({
  version: z.literal(1).optional().describe('Version of this format. Default 1.'),
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and dashes')
    .optional()
    .describe('Names the cluster in reports. Default "etcd".'),
  from: WantedVersion.describe('What the cluster runs now.'),
  to: WantedVersion.describe('What it shall run.'),
  hops: z
    .array(WantedVersion)
    .optional()
    .describe('Exact stop-overs, in order, when the planner shall not choose them.'),
  members: z
    .union([
      z.int().min(1).max(9),
      z
        .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/))
        .min(1)
        .max(9),
    ])
    .optional()
    .describe('Number of voting members, or their names. Default 3.'),
  etcd: Etcd.optional().describe('Settings of the members, as in production.'),
  connection: Connection.optional().describe(
    'How to read the live cluster. Credentials come from the environment or from files.',
  ),
  rehearsal: z
    .strictObject({
      depth: z
        .enum(depths)
        .optional()
        .describe(
          'quick: the upgrade alone; standard: and its roll-backs; deep: roll-backs everywhere and crashes. Default standard.',
        ),
      seed: z
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .optional()
        .describe('Seed of workload and disturbances. Default 1.'),
      tls: z.boolean().optional().describe('Rehearse with TLS. Default: as the live cluster, or false.'),
      auth: z.boolean().optional().describe('Rehearse with authentication enabled. Default false.'),
      workload: Workload.optional(),
      thresholds: Thresholds.optional(),
      timeLimits: z
        .strictObject({
          gateMs: Milliseconds('How long a gate may take. Default 60000.', 1000, 3_600_000).optional(),
          soakMs: Milliseconds('How long to hold before the last old member. Default 3000.', 0, 3_600_000).optional(),
          dwellMs: Milliseconds('How long clients work in each state. Default 2000.', 0, 3_600_000).optional(),
          totalMs: Milliseconds('The whole rehearsal. Default 2700000 (45 minutes).', 10_000, 86_400_000).optional(),
        })
        .optional(),
    })
    .optional(),
  releases: z
    .strictObject({
      sources: z
        .array(z.enum(sources))
        .min(1)
        .optional()
        .describe('Where etcd binaries may come from, in this order. Default: all.'),
      local: z
        .record(z.string().regex(/^\d+\.\d+\.\d+$/), z.string())
        .optional()
        .describe('Exact release → directory with its binaries.'),
      mirror: z
        .url({ protocol: /^https?$/ })
        .optional()
        .describe("Base URL with the layout of etcd's GitHub releases."),
      image: z.string().optional().describe('Container image without tag, e.g. registry.example/etcd.'),
    })
    .optional()
    .describe('How to obtain etcd. Keys that name a binary are ignored for untrusted refs.'),
  accept: z
    .array(
      z.strictObject({ risk: z.enum(acceptable), reason: z.string().min(10, 'a reason of at least 10 characters') }),
    )
    .optional()
    .describe('Risks taken knowingly. The verdict is then inconclusive at best.'),
});

export type Manifest = z.infer<typeof Manifest>;
