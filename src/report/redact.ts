// Owns taking credentials out of everything that leaves the process.
// Must not know where the credentials came from.
import type { RunReport } from './model.ts';

export interface Redactor {
  /** Learns one more credential, e.g. when it has been read from the environment. */
  add(secret: string): void;
  text(text: string): string;
  /** Takes the credentials out of every string of a report, except out of closed words and digests. */
  report<Report extends RunReport>(report: Report): Report;
}

const REDACTED = '***';

/** A line of a multi-line secret (a key file) is a secret too; shorter ones would take out ordinary words. */
const SHORTEST_LINE = 8;

// These fields hold words of closed lists: a password that happens to be "pass" must not turn a verdict into `***`.
const OURS: ReadonlySet<string> = new Set([
  'schemaVersion',
  'tool',
  'mode',
  'verdict',
  'failureReason',
  'planDigest',
  'status',
  'side',
  'wayBack',
  'isMade',
  'remains',
  'state',
  'unjudged',
  'commands',
  'atBest',
  'part',
  'severity',
  'sha256',
  'platform',
  'startedAt',
  'finishedAt',
  'kind',
  'by',
  'hashBy',
  'proven',
  'takenAt',
  'provenAt',
  'binaries',
]);

/** Redacts each secret as it is, and as it looks in a URL, in JSON, in base64, and line by line. */
export function createRedactor(secrets: Iterable<string> = []): Redactor {
  const forms = new Set<string>();
  // The longest forms are replaced first, so that a part never uncovers the rest.
  let ordered: readonly string[] = [];
  const add = (secret: string): void => {
    for (const form of formsOf(secret)) if (form.trim() !== '') forms.add(form);
    ordered = [...forms].sort((a, b) => b.length - a.length);
  };
  for (const secret of secrets) add(secret);
  const text = (value: string): string => ordered.reduce((rest, form) => rest.replaceAll(form, REDACTED), value);
  const deep = (value: unknown, ours: boolean): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map((item) => deep(item, ours));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        ours ? key : text(key),
        ours && isClosed(key, item, value) ? item : deep(item, ours && key !== 'records'),
      ]),
    );
  };
  return { add, text, report: (report) => deep(report, true) as typeof report };
}

/** The status of a step is a closed word; the part `status` of a report holds what members said. */
function isClosed(key: string, item: unknown, holder: object): boolean {
  if (key === 'status' && typeof item !== 'string') return false;
  return OURS.has(key) || (key === 'name' && isLink(holder));
}

/** The name of a link is from a closed list too; every other name may hold what others wrote. */
function isLink(value: object): boolean {
  return 'verdict' in value && 'evidence' in value && 'durationMs' in value;
}

function formsOf(secret: string): string[] {
  if (secret.trim() === '') return [];
  const whole = [secret, secret.trim()];
  const lines = secret.split(/\r\n|\r|\n/).filter((line) => line.trim().length >= SHORTEST_LINE);
  return [...whole, ...lines].flatMap((form) => [
    form,
    encodeURIComponent(form.replace(/\p{Cs}/gu, '\ufffd')),
    JSON.stringify(form).slice(1, -1),
    Buffer.from(form, 'utf8').toString('base64'),
  ]);
}
