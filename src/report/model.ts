// Owns the one model that every output is made of: the envelope of every mode's JSON, and the record of a rehearsal.
// Must not know how it is rendered nor who publishes it.
import { z } from 'zod';
import {
  BackupPart,
  CleanupPart,
  InitPart,
  PlanPart,
  ReportAvailability,
  ReportBackup,
  ReportCheck,
  ReportFinding,
  ReportJudge,
  ReportProof,
  ReportRelease,
  ReportStep,
  Side,
  StatusPart,
  unknownSide,
} from './parts.ts';

// The parts that several modes share, in the order in which people read a report.
const opening = {
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('etcd-migrate'), version: z.string() }),
};
const cluster = z.string().describe("The manifest's `name`.");
const Verdict = z.enum(['pass', 'fail', 'inconclusive', 'error']);
const judgement = {
  verdict: Verdict,
  failureReason: z.string().nullable().describe('A failure code (docs/failure-codes.md), or null for a pass.'),
  reason: z.string().describe('Why, in one sentence.'),
};
/** How a mode answers that judges nothing and did what it is for. */
const done = { verdict: z.literal('pass'), failureReason: z.null(), reason: z.string() };
const pointOfNoReturn = z.string().describe('After which step the old release no longer starts.');
const nextSteps = z.array(z.string());
const times = {
  startedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  durationMs: z.number().optional(),
};
const findings = z.array(ReportFinding).optional();

/** How far a rehearsal came decides what of it is there: one whose manifest has mistakes has no plan yet. */
export const RehearsalReport = z.strictObject({
  ...opening,
  mode: z.enum(['preflight', 'resume', 'rollback']),
  cluster: cluster.optional(),
  ...judgement,
  evidence: z
    .array(z.string())
    .optional()
    .describe("etcd's own last lines or the last observation, when something failed."),
  clusterState: z
    .string()
    .optional()
    .describe('Where the cluster stands now and on which side of the point of no return.'),
  pointOfNoReturn: pointOfNoReturn.optional(),
  side: Side.optional().describe(`On which side of it the cluster was at the end of the run; ${unknownSide}`),
  nextSteps,
  planDigest: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  ...times,
  seed: z.int().optional(),
  depth: z.string().optional(),
  releases: z.array(ReportRelease).optional(),
  steps: z.array(ReportStep).optional(),
  checks: z.array(ReportCheck).optional(),
  judges: z.array(ReportJudge).optional(),
  availability: ReportAvailability.optional(),
  timings: z
    .strictObject({ stopMs: z.number(), startMs: z.number(), flipWaitMs: z.number(), preparationMs: z.number() })
    .optional()
    .describe('Where the time went, sums in milliseconds: what etcd itself needs, whoever does the upgrade.'),
  findings,
});

export const ProofReport = z.strictObject({
  ...opening,
  mode: z.literal('verify-backup'),
  cluster: cluster.optional(),
  ...judgement,
  nextSteps,
  ...times,
  releases: z.array(ReportRelease).optional(),
  findings,
  backups: z.array(ReportBackup).optional().describe('Absent where none was found, or none could be looked at.'),
  trend: z
    .array(ReportProof)
    .optional()
    .describe("Proofs of this cluster's backups by this run and those before, oldest first."),
});

export const PlanReport = z.strictObject({
  ...opening,
  mode: z.literal('plan'),
  cluster,
  ...done,
  pointOfNoReturn,
  nextSteps,
  planDigest: z.string(),
  from: z.string(),
  to: z.string(),
  seed: z.int(),
  depth: z.string(),
  steps: z.array(ReportStep),
  findings,
  plan: PlanPart,
});

export const InitReport = z.strictObject({
  ...opening,
  mode: z.literal('init'),
  ...done,
  nextSteps,
  from: z.string(),
  to: z.string(),
  init: InitPart,
});

/** `status` did what it is for, and says nothing of whether an upgrade is safe: scripts must not take it for a pass. */
const StatusReport = z.strictObject({
  ...opening,
  mode: z.literal('status'),
  ...done,
  verdict: z.literal('inconclusive'),
  clusterState: z.string().optional(),
  nextSteps,
  planDigest: z.string(),
  from: z.string(),
  to: z.string(),
  status: StatusPart,
});

const CleanupReport = z.strictObject({
  ...opening,
  mode: z.literal('cleanup'),
  ...done,
  nextSteps,
  cleanup: CleanupPart,
});

export const BackupReport = z.strictObject({
  ...opening,
  mode: z.literal('backup'),
  ...done,
  nextSteps,
  backup: BackupPart,
});

/** What a mode that judges nothing says where it could not do what it is for. */
const failed = <Mode extends string>(mode: Mode) =>
  z.strictObject({
    ...opening,
    mode: z.literal(mode),
    ...judgement,
    verdict: z.literal('error'),
    failureReason: z.string().describe('A failure code (docs/failure-codes.md).'),
    nextSteps,
    findings,
  });

/** The envelope of every mode's JSON: `mode` says which fields there are. */
export const RunReport = z.discriminatedUnion('mode', [
  RehearsalReport,
  ProofReport,
  z.discriminatedUnion('verdict', [PlanReport, failed('plan')]),
  z.discriminatedUnion('verdict', [InitReport, failed('init')]),
  z.discriminatedUnion('verdict', [StatusReport, failed('status')]),
  z.discriminatedUnion('verdict', [CleanupReport, failed('cleanup')]),
  z.discriminatedUnion('verdict', [BackupReport, failed('backup')]),
]);

export type RehearsalReport = z.infer<typeof RehearsalReport>;
export type ProofReport = z.infer<typeof ProofReport>;
export type PlanReport = z.infer<typeof PlanReport>;
export type InitReport = z.infer<typeof InitReport>;
export type StatusReport = z.infer<typeof StatusReport>;
export type CleanupReport = z.infer<typeof CleanupReport>;
export type BackupReport = z.infer<typeof BackupReport>;
export type RunReport = z.infer<typeof RunReport>;
export type RunMode = RunReport['mode'];
export type Verdict = z.infer<typeof Verdict>;
/** The reports that are rendered for people, kept as files and published. */
export type JudgedReport = RehearsalReport | ProofReport;

/** `rehearsal.json`: only this record with verdict "pass" proves a rehearsal; a digest alone proves a plan. */
export const RehearsalRecord = z.strictObject({
  schemaVersion: z.literal(1),
  planDigest: z.string(),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'error']),
  failureReason: z.string().nullable(),
  /** Release → tool → sha256. */
  binaries: z.record(z.string(), z.record(z.string(), z.string())),
  platform: z.string(),
  toolVersion: z.string(),
  finishedAt: z.iso.datetime(),
  /** What the rehearsal took for granted, e.g. "from 3.5 is 3.5.33". */
  assumed: z.array(z.string()),
});
export type RehearsalRecord = z.infer<typeof RehearsalRecord>;
