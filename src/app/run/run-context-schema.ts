// Owns reading a run's context back from its journal.
// Must not believe it: what another process left there is parsed to the last field.
import { z } from 'zod';
import { EtcdMigrateError } from '../../errors.ts';
import { depths } from '../../manifest/schema.ts';
import { ReportRelease } from '../../report/parts.ts';
import type { RunContext } from './run-context.ts';

const amount = z.number().nonnegative();

const rehearsal = z.strictObject({
  depth: z.enum(depths),
  seed: z.int(),
  tls: z.boolean().exactOptional(),
  auth: z.boolean().exactOptional(),
  workload: z.strictObject({
    clients: z.int().positive(),
    rate: z.number().positive(),
    keys: z.int().positive(),
    valueBytes: z.tuple([z.int().positive(), z.int().positive()]),
    mix: z.strictObject({
      put: amount,
      get: amount,
      getSerializable: amount,
      range: amount,
      cas: amount,
      delete: amount,
    }),
  }),
  thresholds: z.strictObject({
    longestWriteGapMs: amount,
    longestReadGapMs: amount,
    failedOperations: amount,
    unknownOperations: amount,
    p99Ms: amount.exactOptional(),
  }),
  timeLimits: z.strictObject({ gateMs: amount, soakMs: amount, dwellMs: amount, totalMs: amount }),
});

const finding = z.strictObject({
  id: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  where: z
    .strictObject({ file: z.string(), line: z.int().exactOptional(), column: z.int().exactOptional() })
    .exactOptional(),
  evidence: z.string().exactOptional(),
  fix: z.string().exactOptional(),
  learnMore: z.string().exactOptional(),
});

const runContextSchema = z.strictObject({
  driver: z.string(),
  manifest: z.strictObject({ name: z.string(), rehearsal }),
  assumed: z.array(z.string()),
  atBest: z.enum(['pass', 'fail', 'inconclusive']),
  findings: z.array(finding),
  releases: z.array(ReportRelease),
  binaries: z.record(z.string(), z.string()),
  tree: z.array(z.string()),
  startedAt: z.iso.datetime(),
  startedAtUs: z.number(),
}) satisfies z.ZodType<RunContext>;

/** Throws `journal-damaged` with the first place that is not as it must be. */
export function parseRunContext(value: unknown): RunContext {
  const parsed = runContextSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new EtcdMigrateError(
    'journal-damaged',
    `What the journal keeps of the manifest and the releases is damaged: context.${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}. Nothing was changed.`,
  );
}

/** Name of the driver that made the run's cluster, also where the rest of the context is damaged. */
export function driverOf(context: unknown): string | undefined {
  return z.looseObject({ driver: z.string() }).safeParse(context).data?.driver;
}
