// Owns the commented manifest that `init` writes.
// Must not know how the facts were found out, nor write files.
import { defaults, sources } from './defaults.ts';
import { Manifest } from './schema.ts';
import { readVersion } from './versions.ts';

/** Where editors find the JSON schema. */
export const MANIFEST_SCHEMA_URL =
  'https://raw.githubusercontent.com/etcd-migrate/etcd-migrate/v0/schemas/manifest.schema.json';

/** What `init` found out by itself. */
export interface TemplateFacts {
  /** A line or an exact release; the line before `to` when nothing is known. */
  readonly from?: string;
  readonly to: string;
  readonly members?: number | readonly string[];
  readonly connection?: Pick<NonNullable<Manifest['connection']>, 'endpoints' | 'tls' | 'auth'>;
}

const shown = Manifest.shape;
const about = (key: keyof typeof shown): string => shown[key].meta()?.description ?? '';

/** A manifest that parses and, beyond the facts, resolves to the defaults. Every line is worth reading. */
export function renderTemplate(facts: TemplateFacts): string {
  const { depth, seed, workload, thresholds, timeLimits } = defaults.rehearsal;
  const members = facts.members ?? defaults.members;
  const knowsMembers = facts.members !== undefined;
  const mix = Object.entries(workload.mix).map(([name, weight]) => `${name}: ${weight}`);
  return `# yaml-language-server: $schema=${MANIFEST_SCHEMA_URL}
#
# What etcd-migrate shall rehearse. Only \`from\` and \`to\` are needed; what is commented out
# below is the default, or an example. Next: \`etcd-migrate plan\`, then \`etcd-migrate preflight\`.

# Versions stand in quotes: YAML reads 3.10 as 3.1. "3.5" is the newest release of that line.
${facts.from === undefined ? `# ${about('from')}\n` : ''}from: ${JSON.stringify(facts.from ?? lineBefore(facts.to))}
to: ${JSON.stringify(facts.to)}

# ${about('name')}
# name: ${defaults.name}

# Voting members of the rehearsed cluster: how many, or a list of names. As many as production has.
${knowsMembers ? '' : '# '}members: ${JSON.stringify(members)}

# Settings of the members, as in production, so that a removed flag is found here and not there.
# etcd:
#   flags:
#     quota-backend-bytes: 8589934592
#     auto-compaction-retention: 1h

${connectionBlock(facts.connection)}
rehearsal:
  # quick: the upgrade alone; standard: and its roll-backs; deep: roll-backs everywhere and crashes.
  depth: ${depth}
  # seed: ${seed}
  # Rehearse with TLS and with users, when production has them and no live cluster is connected that says so.
  # tls: false
  # auth: false
  # workload:
  #   clients: ${workload.clients}
  #   rate: ${workload.rate}          # operations per second in all
  #   keys: ${workload.keys}
  #   valueSize: ${workload.valueSize}      # bytes, or [smallest, largest]
  #   mix: { ${mix.join(', ')} }
  # What clients may feel before the verdict is "fail".
  # thresholds:
  #   longestWriteGapMs: ${thresholds.longestWriteGapMs}
  #   longestReadGapMs: ${thresholds.longestReadGapMs}
  #   failedOperations: ${thresholds.failedOperations}
  #   unknownOperations: ${thresholds.unknownOperations}
  # timeLimits:
  #   gateMs: ${timeLimits.gateMs}      # one gate
  #   soakMs: ${timeLimits.soakMs}       # hold before the last old member
  #   dwellMs: ${timeLimits.dwellMs}      # clients work in each state
  #   totalMs: ${timeLimits.totalMs}   # the whole rehearsal

# Backups that \`etcd-migrate verify-backup\` proves by restoring them.
# backups:
#   files: ["backups/*.db"]
#   policy: { rpoMinutes: 1440, rtoMinutes: 15 }

# Where etcd binaries may come from, tried in this order.
# releases:
#   sources: [${sources.join(', ')}]

# Risks taken knowingly, each with a reason. The verdict is then inconclusive at best.
# accept:
#   - risk: below-floor
#     reason: why that is acceptable here
`;
}

function connectionBlock(known: TemplateFacts['connection']): string {
  const comment = known === undefined ? '# ' : '';
  const urls = known?.endpoints ?? ['https://etcd-1.example:2379'];
  const lines = ['connection:', '  endpoints:', ...urls.map((url) => `    - ${JSON.stringify(url)}`)];
  const credentials = [
    known?.tls === undefined
      ? '#   tls: { caFile: ca.pem, certEnv: ETCD_CERT, keyEnv: ETCD_KEY }'
      : `  tls: ${flow(known.tls)}`,
    known?.auth === undefined
      ? '#   auth: { username: root, passwordEnv: ETCD_PASSWORD }'
      : `  auth: ${flow(known.auth)}`,
  ];
  return `# The live cluster, so that the plan fits it. It is only read from.
${lines.map((line) => comment + line).join('\n')}
${['# Credentials come from files or environment variables, never from the manifest:', ...credentials].join('\n')}
`;
}

function flow(values: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `{ ${entries.join(', ')} }`;
}

/** "3.7" and "3.7.1" → "3.6". */
function lineBefore(version: string): string {
  const read = readVersion(version);
  return read === undefined ? version : `${read.major}.${Math.max(0, read.minor - 1)}`;
}
