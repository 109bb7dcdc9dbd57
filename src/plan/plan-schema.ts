// Owns reading a plan back: its shape to the last field, and whether it is the plan that its digest names.
// Must not make plans. test/unit/plan/plan-schema.test.ts keeps the shapes and the types of steps.ts one.
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { loadCatalog } from '../catalog/load.ts';
import { digestOf } from './digest.ts';
import { effectiveSettings } from './effective-settings.ts';
import { type GateName, gates } from './gates.ts';
import type { ClusterSettings, Deployment, Plan } from './steps.ts';

const id = z.string().min(1);
const line = z.string().regex(/^\d+\.\d+$/, 'no line such as 3.5');
/** A release becomes part of paths, so nothing else may pass for one. */
const release = z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'no exact release such as 3.5.33');
const whole = z.int().nonnegative();
const counted = z.int().positive();
const ms = z.number().nonnegative();

const etcdSettingsSchema = z.strictObject({
  flags: z.record(z.string(), z.string()),
  environment: z.record(z.string(), z.string()),
  configFile: z.record(z.string(), z.unknown()).exactOptional(),
});

export const clusterSettingsSchema = z.strictObject({
  shared: etcdSettingsSchema,
  own: z.record(z.string(), etcdSettingsSchema),
}) satisfies z.ZodType<ClusterSettings>;

export const deploymentSchema = z.strictObject({
  release,
  overrides: z.record(z.string(), z.string()),
}) satisfies z.ZodType<Deployment>;

const gateList = z.array(z.strictObject({ name: z.enum(Object.keys(gates) as GateName[]), timeoutMs: ms }));

const clusterState = z.strictObject({
  phase: z.enum(['source', 'mixed', 'hold', 'target']),
  from: release,
  to: release,
  upgraded: whole,
  voters: counted,
  leads: release.exactOptional(),
});

const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('verify'), title: z.string(), gates: gateList }),
  z.strictObject({ kind: z.literal('stage'), release }),
  z.strictObject({
    kind: z.literal('switch-member'),
    purpose: z.enum(['upgrade', 'prepare', 'roll-back', 'disturb']),
    ordinal: counted,
    to: deploymentSchema,
    gates: gateList,
  }),
  z.strictObject({
    kind: z.literal('renew-raft-snapshots'),
    reason: z.enum(['K21', 'K22']),
    snapshotCount: counted,
    timeoutMs: ms,
  }),
  z.strictObject({ kind: z.literal('hold'), soakMs: ms, gates: gateList }),
  z.strictObject({ kind: z.literal('wait-cluster-version'), line, timeoutMs: ms }),
  z.strictObject({ kind: z.literal('observe'), state: clusterState, dwellMs: ms, writes: counted.exactOptional() }),
  z.strictObject({ kind: z.literal('lead'), release, timeoutMs: ms }),
  z.strictObject({ kind: z.literal('kill-member'), select: z.enum(['leader', 'follower']), gates: gateList }),
]);

const steps = z.array(z.strictObject({ id, step: stepSchema })).min(1);

export const planSchema = z.strictObject({
  schemaVersion: z.literal(2),
  upgrade: z.strictObject({
    catalogVersion: z.string(),
    voters: counted,
    settings: z.record(z.string(), z.string()),
    hops: z
      .array(
        z.strictObject({ id, kind: z.enum(['minor', 'patch']), from: release, to: release, reason: z.string(), steps }),
      )
      .min(1),
  }),
  channels: clusterSettingsSchema,
  legs: z.array(z.strictObject({ id, title: z.string(), after: id, steps })),
  digest: z.string(),
}) satisfies z.ZodType<Plan>;

/**
 * What is not as a plan must be beyond its shape, or undefined: its digest is not that of its content, or a step or leg
 * could not be told from another or would never be carried out. Legs are not in the digest.
 */
export function contradictionIn(plan: Plan): string | undefined {
  const found = digestOf(plan.upgrade);
  if (found !== plan.digest) return `it is labelled ${plan.digest}, but its content gives ${found}`;
  const different = differentChannels(plan);
  if (different !== undefined) return different;
  const upgradeIds = plan.upgrade.hops.flatMap((hop) => hop.steps.map((planned) => planned.id));
  const ids = [...upgradeIds, ...plan.legs.flatMap((leg) => leg.steps.map((planned) => planned.id))];
  const twice = ids.find((each, index) => ids.indexOf(each) !== index);
  if (twice !== undefined) return `it has two steps ${twice}`;
  const lost = plan.legs.find(({ after }) => !upgradeIds.includes(after));
  if (lost !== undefined) return `its leg ${lost.id} follows step ${lost.after}, which it does not have`;
  return undefined;
}

/**
 * The digest is of what the channels come to, and not of them. What another catalog made of them cannot be made again
 * here, and only then they are taken as they are.
 */
function differentChannels({ upgrade, channels }: Plan): string | undefined {
  const catalog = loadCatalog();
  if (upgrade.catalogVersion !== catalog.catalogVersion) return undefined;
  const wrong = [channels.shared, ...Object.values(channels.own)].some(
    (settings) => canonicalize(effectiveSettings(settings, catalog)) !== canonicalize(upgrade.settings),
  );
  return wrong ? 'its members are given other settings than it says' : undefined;
}
