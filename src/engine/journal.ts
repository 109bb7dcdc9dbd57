// Owns the records of the append-only journal and what can be concluded from them.
// Must not know where the lines are kept (JournalStore) nor talk to a cluster.
import { z } from 'zod';
import { EtcdMigrateError } from '../errors.ts';
import { digestOfJson } from '../plan/digest.ts';
import { deploymentSchema, planSchema } from '../plan/plan-schema.ts';
import type { Deployment, Plan } from '../plan/steps.ts';
import type { Clock, JournalStore } from './ports.ts';

/**
 * The format of the records below. It changes with their shape or meaning, and with that of the plan; versions of this
 * tool that share it go on with each other's runs.
 */
const journalFormat = 2 as const;

/** One line of `journal.jsonl`. `seq` counts from 1 without gaps; `at` is wall time, for people. */
export type JournalRecord = { readonly seq: number; readonly at: string } & JournalEntry;

export type JournalEntry =
  /** First record: everything that `resume` needs besides the live cluster. */
  | {
      readonly type: 'run-started';
      readonly format: typeof journalFormat;
      readonly runId: string;
      readonly toolVersion: string;
      readonly mode: string;
      readonly plan: Plan;
      readonly owner: { readonly pid: number; readonly bootId: string; readonly startTime: string };
      /** The resolved manifest and whatever the app needs to build its ports again; no secrets. */
      readonly context: unknown;
      /** `contentDigest` of the two: the plan's own digest names neither legs nor times nor what a verdict rests on. */
      readonly content: string;
    }
  | {
      readonly type: 'run-resumed';
      readonly purpose: 'resume' | 'rollback';
      readonly owner: { readonly pid: number; readonly bootId: string; readonly startTime: string };
    }
  | { readonly type: 'step-started'; readonly step: string; readonly facts?: Readonly<Record<string, string>> }
  /** Written before a member is touched. */
  | {
      readonly type: 'switch-intended';
      readonly step: string;
      readonly member: string;
      readonly from: Deployment | null;
      readonly to: Deployment;
    }
  /**
   * `unknown`: we were stopped while the switch was under way. `refused`: the host was not as it was when that was decided,
   * and changed nothing.
   */
  | {
      readonly type: 'switch-ended';
      readonly step: string;
      readonly member: string;
      readonly outcome: 'running' | 'exited' | 'unknown' | 'refused';
    }
  | { readonly type: 'step-finished'; readonly step: string; readonly durationMs: number }
  | { readonly type: 'step-failed'; readonly step: string; readonly code: string; readonly message: string }
  | { readonly type: 'member-restored'; readonly step: string; readonly member: string; readonly to: Deployment }
  /** The process that a member has by our own act, or that it had when the run began. */
  | {
      readonly type: 'process-known';
      readonly step: string | null;
      readonly member: string;
      readonly identity: string;
      readonly deployment: Deployment;
    }
  /** A member's process ended, or was replaced, and none of our acts did it. */
  | {
      readonly type: 'process-changed';
      readonly step: string | null;
      readonly member: string;
      readonly code: string;
      readonly what: string;
    }
  /** A process that somebody else has started is the member's from now on; `process-known` follows. */
  | {
      readonly type: 'process-adopted';
      readonly member: string;
      readonly identity: string;
      readonly deployment: Deployment;
      readonly what: string;
    }
  /** Going back was tried in this hop and did not work: nobody goes back here again. */
  | {
      readonly type: 'way-back-broken';
      readonly step: string;
      readonly hop: string;
      readonly member: string;
      readonly why: string;
    }
  | { readonly type: 'run-interrupted'; readonly step: string | null; readonly reason: string }
  /** The engine has ended. The run is over only with the next record: its clients are still to be read back and judged. */
  | {
      readonly type: 'run-finished';
      readonly outcome: 'reached-target' | 'rolled-back' | 'held' | 'failed';
      readonly message?: string;
      readonly code?: string;
      readonly step?: string;
      readonly evidence?: readonly string[];
    }
  /** The report is written; nothing is left to be resumed. */
  | { readonly type: 'run-reported'; readonly verdict: string };

type RunStarted = Extract<JournalEntry, { readonly type: 'run-started' }>;

/** The first record of a run. */
export function runStarted(begun: Omit<RunStarted, 'type' | 'format' | 'content'>): RunStarted {
  return { type: 'run-started', format: journalFormat, ...begun, content: contentDigest(begun) };
}

/** Names all that a run began with, so that a journal which lost a leg or a finding is not judged as a whole one. */
export function contentDigest({ plan, context }: Pick<RunStarted, 'plan' | 'context'>): string {
  return digestOfJson({ plan, context });
}

const owner = z.object({ pid: z.number(), bootId: z.string(), startTime: z.string() });
const common = { seq: z.number().int().positive(), at: z.string() };
const recordSchema: z.ZodType<JournalRecord> = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('run-started'),
    format: z.literal(journalFormat),
    runId: z.string(),
    toolVersion: z.string(),
    mode: z.string(),
    plan: planSchema,
    owner,
    context: z.unknown(),
    content: z.string(),
  }),
  z.object({ ...common, type: z.literal('run-resumed'), purpose: z.enum(['resume', 'rollback']), owner }),
  z.object({
    ...common,
    type: z.literal('step-started'),
    step: z.string(),
    facts: z.record(z.string(), z.string()).exactOptional(),
  }),
  z.object({
    ...common,
    type: z.literal('switch-intended'),
    step: z.string(),
    member: z.string(),
    from: deploymentSchema.nullable(),
    to: deploymentSchema,
  }),
  z.object({
    ...common,
    type: z.literal('switch-ended'),
    step: z.string(),
    member: z.string(),
    outcome: z.enum(['running', 'exited', 'unknown', 'refused']),
  }),
  z.object({ ...common, type: z.literal('step-finished'), step: z.string(), durationMs: z.number() }),
  z.object({ ...common, type: z.literal('step-failed'), step: z.string(), code: z.string(), message: z.string() }),
  z.object({
    ...common,
    type: z.literal('member-restored'),
    step: z.string(),
    member: z.string(),
    to: deploymentSchema,
  }),
  z.object({
    ...common,
    type: z.literal('process-known'),
    step: z.string().nullable(),
    member: z.string(),
    identity: z.string(),
    deployment: deploymentSchema,
  }),
  z.object({
    ...common,
    type: z.literal('process-changed'),
    step: z.string().nullable(),
    member: z.string(),
    code: z.string(),
    what: z.string(),
  }),
  z.object({
    ...common,
    type: z.literal('process-adopted'),
    member: z.string(),
    identity: z.string(),
    deployment: deploymentSchema,
    what: z.string(),
  }),
  z.object({
    ...common,
    type: z.literal('way-back-broken'),
    step: z.string(),
    hop: z.string(),
    member: z.string(),
    why: z.string(),
  }),
  z.object({ ...common, type: z.literal('run-interrupted'), step: z.string().nullable(), reason: z.string() }),
  z.object({
    ...common,
    type: z.literal('run-finished'),
    outcome: z.enum(['reached-target', 'rolled-back', 'held', 'failed']),
    message: z.string().exactOptional(),
    code: z.string().exactOptional(),
    step: z.string().exactOptional(),
    evidence: z.array(z.string()).exactOptional(),
  }),
  z.object({ ...common, type: z.literal('run-reported'), verdict: z.string() }),
]);

/**
 * The one way from what a store returned to records: shapes, and `seq` from 1 without gaps. Throws `journal-format` for
 * a journal of another format, and `journal-damaged` naming the first bad record: nobody may act on a history with holes.
 */
export function validateRecords(raw: readonly unknown[]): readonly JournalRecord[] {
  requireOurFormat(raw[0]);
  return raw.map((value, index) => {
    const parsed = recordSchema.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new EtcdMigrateError(
        'journal-damaged',
        `Record ${index + 1} of the journal is not a journal record: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. Nothing was changed.`,
      );
    }
    if (parsed.data.seq !== index + 1) {
      throw new EtcdMigrateError(
        'journal-damaged',
        `Record ${index + 1} of the journal has number ${parsed.data.seq}: records are missing or doubled. Nothing was changed.`,
      );
    }
    return parsed.data;
  });
}

const opening = z.looseObject({
  type: z.literal('run-started'),
  format: z.unknown().optional(),
  toolVersion: z.unknown().optional(),
});

/**
 * Refuses another format by name, before anything else is read: its records may look like ours and mean something else.
 */
function requireOurFormat(first: unknown): void {
  const begun = opening.safeParse(first);
  if (!begun.success || begun.data.format === journalFormat) return;
  const { format, toolVersion } = begun.data;
  const name = typeof format === 'number' ? `of format ${format}` : 'without a format number';
  const isVersion = typeof toolVersion === 'string' && /^[0-9A-Za-z.+-]{1,40}$/.test(toolVersion);
  const [writer, advice] = isVersion
    ? [`etcd-migrate ${toolVersion}`, `etcd-migrate ${toolVersion}`]
    : ['an unknown version of etcd-migrate', 'the version that wrote it'];
  throw new EtcdMigrateError(
    'journal-format',
    `The journal is ${name}, written by ${writer}; this version reads format ${journalFormat}. Nothing was changed: go on with ${advice}.`,
  );
}

/** The journal of one run, open for more. */
export interface Journal {
  /** Everything so far, in order. */
  readonly records: readonly JournalRecord[];
  /** Numbers and stamps the entry; durable when it resolves. Calls are carried out one after the other. */
  append(entry: JournalEntry): Promise<void>;
}

/** Reads and validates what is there, then appends with the next number. Throws `journal-format` and `journal-damaged`. */
export async function openJournal(store: JournalStore, clock: Clock): Promise<Journal> {
  const records = [...validateRecords(await store.read())];
  let tail: Promise<void> = Promise.resolve();
  return {
    records,
    append: (entry) => {
      const write = async (): Promise<void> => {
        const at = new Date(clock.wallMs()).toISOString();
        const record: JournalRecord = { seq: records.length + 1, at, ...entry };
        await store.append(record);
        records.push(record);
      };
      // After a failed write the number of the next record would be a guess: every later append fails with it.
      tail = tail.then(write);
      const result = tail;
      result.catch(() => undefined);
      return result;
    },
  };
}
