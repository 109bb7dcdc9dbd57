// Owns the parts that reports are made of: findings, steps, checks, judges, releases, backups, and what one mode says alone.
// Must not know which report a part stands in (model.ts), nor how it is rendered.
import { z } from 'zod';

const Where = z.strictObject({ file: z.string(), line: z.int().optional(), column: z.int().optional() });

export const ReportFinding = z
  .strictObject({
    id: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    message: z.string(),
    where: Where.optional(),
    evidence: z.string().optional(),
    fix: z.string().optional(),
    learnMore: z.string().optional(),
  })
  .meta({ id: 'finding' });

export const ReportRelease = z
  .strictObject({
    version: z.string(),
    source: z.string().describe('Where the binaries came from, e.g. "go", "cache (go)", "github".'),
    /** Tool name → sha256 of the binary. */
    sha256: z.record(z.string(), z.string()),
    platform: z.string(),
    assumed: z.boolean().optional().describe('True when a floating `from` was resolved to this release.'),
  })
  .meta({ id: 'release' });

/** One line of the plan tree, with what happened. Legs of a rehearsal are nested under the step they follow. */
export const ReportStep = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    depth: z.int(),
    part: z.enum(['hop', 'upgrade', 'leg']),
    status: z.enum(['not-run', 'ok', 'failed']),
    durationMs: z.number().optional(),
    detail: z.string().optional(),
    /** Client operations during the step. */
    clients: z
      .strictObject({
        operations: z.int(),
        failed: z.int(),
        unknown: z.int(),
        longestWriteGapMs: z.number().nullable(),
        longestReadGapMs: z.number().nullable(),
        p50Ms: z.number().nullable(),
        p95Ms: z.number().nullable(),
        p99Ms: z.number().nullable(),
        p999Ms: z.number().nullable(),
      })
      .optional(),
  })
  .meta({ id: 'step' });

export const ReportCheck = z.strictObject({
  check: z.string(),
  state: z.string(),
  member: z.string(),
  release: z.string(),
  expected: z.string(),
  seen: z.string(),
  ok: z.boolean(),
  durationMs: z.number(),
  error: z.string().optional(),
  disturbed: z
    .array(z.string())
    .readonly()
    .optional()
    .describe('What earlier tries saw, which met another leader or a time in which the machine stood still.'),
});

export const ReportJudge = z.strictObject({
  judge: z.string(),
  verdict: z.enum(['pass', 'fail', 'inconclusive']),
  summary: z.string(),
  judged: z.int(),
  violations: z.array(z.strictObject({ message: z.string(), records: z.array(z.unknown()) })),
  violationCount: z.int(),
  failureReason: z.string().optional(),
});

export const ReportAvailability = z.strictObject({
  longestWriteGapMs: z.number().nullable(),
  longestReadGapMs: z.number().nullable(),
  /** Step in which the longest write gap began. */
  longestWriteGapStep: z.string().nullable(),
  operations: z.int(),
  ok: z.int(),
  failed: z.int(),
  unknown: z.int(),
  retried: z.int(),
});

/** What only `plan` says: the whole plan as data, and what it rests on. */
export const PlanPart = z.strictObject({
  schemaVersion: z.literal(2),
  upgrade: z
    .record(z.string(), z.unknown())
    .describe('What production runs too; the digest covers this part alone, but for its times, titles and reasons.'),
  channels: z
    .record(z.string(), z.unknown())
    .describe(
      "Where members have their settings from: flags, environment or configuration file, `shared` or a member's `own`.",
    ),
  legs: z.array(z.record(z.string(), z.unknown())),
  digest: z.string(),
  assumed: z.array(z.string()).describe('What the plan takes for granted, e.g. "from 3.5 is taken as 3.5.33".'),
  atBest: z
    .enum(['pass', 'fail', 'inconclusive'])
    .describe('The best verdict that a rehearsal of this plan can reach.'),
});

/** What only `init` says. */
export const InitPart = z.strictObject({
  manifest: z.string().describe('Path of the file that was written.'),
  readFrom: z.array(z.string()).describe('Endpoints of the live cluster whose facts it holds.'),
  notFoundOut: z
    .string()
    .nullable()
    .describe('Why the live cluster could not be read; null when it was, or none is known.'),
});

export const Side = z.enum(['before', 'after', 'unknown']);
export const unknownSide = 'unknown: nothing proves either, so the old release must not be started.';

/** What only `status` says. */
export const StatusPart = z.strictObject({
  runId: z.string(),
  begunBy: z
    .string()
    .describe('Version of etcd-migrate that began the run; any version that reads its journal may go on with it.'),
  state: z.enum(['running', 'interrupted', 'not-seen', 'reached-target', 'rolled-back', 'held', 'failed', 'ended']),
  stepsDone: z.int(),
  steps: z.int(),
  nextStep: z.string().nullable(),
  inFlight: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('A switch that was begun and of which no end is known.'),
  side: Side.describe(`Of the point of no return of the hop under way; ${unknownSide}`),
  isMade: z.boolean().describe('False while its cluster is being made, and where the run ended in the middle of that.'),
  remains: z
    .boolean()
    .optional()
    .describe(
      'Whether members of an ended run, or what belongs to them, are still there; absent where that cannot be seen.',
    ),
  wayBack: z
    .enum(['open', 'shut', 'unknown'])
    .describe('Whether the hop under way could be undone now; only open is a proof.'),
  unjudged: z
    .string()
    .optional()
    .describe('How the engine ended, where the run broke off before it was judged and reported.'),
  verdict: z.string().optional().describe('The verdict of a run that has ended.'),
  commands: z.array(z.string()).describe('Modes that can take it from here.'),
  cluster: z.record(z.string(), z.unknown()).optional().describe('Absent once the run has ended.'),
});

/** What only `cleanup` says. */
export const CleanupPart = z.strictObject({
  removed: z.array(z.string()).describe('Ids of the runs that were removed.'),
  leftAlone: z.array(z.string()).describe('Paths among the runs that are none of ours.'),
});

/** One link of the chain that proves a backup. */
export const ReportLink = z.strictObject({
  name: z.enum(['file', 'restore', 'content', 'use', 'time']),
  verdict: z.enum(['pass', 'fail', 'inconclusive']),
  evidence: z.array(z.string()).describe('What was seen; the first line says why the link is no pass.'),
  failureReason: z.string().nullable(),
  durationMs: z.number(),
});

/** What was proven about which bytes by which binaries: whoever relies on the backup compares digest and age. */
export const Attestation = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('etcd-migrate/backup'),
  sha256: z.string().describe('Of the whole file.'),
  bytes: z.int(),
  revision: z.int(),
  hash: z.int().describe("etcd's HashKV at that revision."),
  keys: z.int(),
  memberIds: z.array(z.string()).describe('Ids of the members of the cluster that the backup is of, hexadecimal.'),
  clusterId: z.string().nullable().describe('As its sidecar says; null without one.'),
  proven: z.array(z.enum(['file', 'restore', 'content', 'use', 'time'])),
  expectations: z.int().describe("How many of the manifest's `backups.expect` it met."),
  ownTest: z.boolean().describe("Whether the manifest's `backups.test` was made on it."),
  expectedSha256: z
    .string()
    .describe('Of what `backups.expect` and `backups.test` were: SHA-256 of their canonical JSON.'),
  members: z.int().describe('How many it was restored for.'),
  otherReleases: z
    .record(z.string(), z.record(z.string(), z.string()))
    .describe('Releases of `backups.releases`, which restored it too or refused it as they must: tool → sha256.'),
  recoveryMs: z.number().describe('What bringing it, restoring it and starting its members took.'),
  release: z.string().describe('That restored and served it.'),
  binaries: z.record(z.string(), z.string()).describe('Tool → sha256.'),
  platform: z.string(),
  toolVersion: z.string(),
  takenAt: z.iso.datetime().nullable().describe('Null where nobody recorded it.'),
  provenAt: z.iso.datetime(),
});

export const ReportBackup = z.strictObject({
  file: z.string(),
  bytes: z.int().nullable(),
  sha256: z.string().nullable(),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'error']),
  failureReason: z.string().nullable(),
  reason: z.string(),
  release: z.string().nullable().describe('That restored and served it.'),
  revision: z.int().nullable(),
  keys: z.int().nullable(),
  links: z.array(ReportLink),
  rpo: z
    .strictObject({
      ageMs: z.number(),
      by: z.enum(['recorded', 'file-time']).describe('file-time: a copy renews it, so the data may be older.'),
      limitMs: z.number().nullable(),
    })
    .nullable(),
  rto: z
    .strictObject({
      fetchMs: z.number().nullable().describe('What `backups.fetch` took, for all that it brought; null without it.'),
      restoreMs: z.number(),
      startMs: z.number(),
      totalMs: z.number(),
      limitMs: z.number().nullable(),
    })
    .nullable(),
  attestation: Attestation.nullable().describe('Only of a backup whose every link holds.'),
});

/** One proof of the past, or of this run. */
export const ReportProof = z.strictObject({
  file: z.string(),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'error']),
  provenAt: z.iso.datetime(),
  bytes: z.int().nullable(),
  ageMs: z.number().nullable(),
  recoveryMs: z.number().nullable(),
});

/** What only `backup` says: the file, its sidecar, and what the sidecar holds. */
export const BackupPart = z.strictObject({
  file: z.string(),
  sidecar: z.string().describe('Path of the JSON beside it, with the facts below.'),
  schemaVersion: z.literal(1),
  kind: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  revision: z.int(),
  hash: z.int().describe("etcd's HashKV at that revision."),
  hashBy: z.enum(['member', 'file']).describe('file: the cluster had compacted since, so the member cannot say.'),
  clusterId: z.string(),
  members: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  etcd: z.string(),
  takenFrom: z.string(),
  takenAt: z.iso.datetime(),
  toolVersion: z.string(),
  removed: z.array(z.string()).describe('Older backups of this cluster that went.'),
});

export type Attestation = z.infer<typeof Attestation>;
export type ReportAvailability = z.infer<typeof ReportAvailability>;
export type ReportBackup = z.infer<typeof ReportBackup>;
export type ReportCheck = z.infer<typeof ReportCheck>;
export type ReportFinding = z.infer<typeof ReportFinding>;
export type ReportProof = z.infer<typeof ReportProof>;
export type ReportRelease = z.infer<typeof ReportRelease>;
export type ReportStep = z.infer<typeof ReportStep>;
