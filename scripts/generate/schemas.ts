// Owns the JSON schemas under schemas/: what editors and other people's scripts check against.
// Must not hold a shape itself; those are the zod schemas in src/.
import { z } from 'zod';
import { ProofHistory } from '../../src/backup/history.ts';
import { Sidecar } from '../../src/backup/sidecar.ts';
import { Manifest } from '../../src/manifest/schema.ts';
import { RehearsalRecord, RunReport } from '../../src/report/model.ts';
import { Attestation } from '../../src/report/parts.ts';
import type { GeneratedFile } from './generator.ts';

const BASE = 'https://raw.githubusercontent.com/etcd-migrate/etcd-migrate/v0/schemas';

export function jsonSchemas(): readonly GeneratedFile[] {
  return [
    jsonSchema('manifest', 'etcd-migrate manifest (etcd-migration.yaml)', Manifest, ends),
    jsonSchema('report', "etcd-migrate report (report.json, the envelope of every mode's JSON)", RunReport),
    jsonSchema('rehearsal', 'etcd-migrate rehearsal record (rehearsal.json)', RehearsalRecord),
    jsonSchema('attestation', 'etcd-migrate attestation of a backup (attestations/<sha256>.json)', Attestation),
    jsonSchema('backup-sidecar', 'etcd-migrate sidecar of a backup (<backup>.json)', Sidecar),
    jsonSchema('proofs', 'etcd-migrate history of proofs (proofs.json)', ProofHistory),
  ];
}

/** `from` and `to`, or neither where there are only backups to prove, as src/manifest/parse.ts has it. */
const ends = {
  required: undefined,
  anyOf: [{ required: ['from'] }, { required: ['backups'] }],
  dependentRequired: { from: ['to'], to: ['from'], hops: ['from', 'to'] },
};

/** Makes the JSON schema of a shape; `beside` replaces what zod makes of it. */
function jsonSchema(name: string, title: string, shape: z.ZodType, beside: object = {}): GeneratedFile {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12', override: withoutOurs });
  const whole = { $schema, $id: `${BASE}/${name}.schema.json`, title, ...schema, ...beside };
  return { path: `schemas/${name}.schema.json`, content: `${JSON.stringify(whole, null, 2)}\n` };
}

/** What keys say of themselves to this program; a validator would take it for keywords that it does not know. */
function withoutOurs({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void {
  for (const ours of ['powers', 'fallsWith']) delete jsonSchema[ours];
}
