// Owns the forms of etcd's setting values: one text for all ways to write the same value, and how a file types it.
// Must not know which setting has which form (flags.json).
import canonicalize from 'canonicalize';
import type { Flag } from './schema.ts';

type Form = Flag['value'];

/** The units of durations, with their length in nanoseconds. */
const units: readonly (readonly [string, bigint])[] = [
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1_000n],
  ['ns', 1n],
];

/** Gives the one text of a flag's or variable's value. What etcd would refuse is left as it was written. */
export function normalized(form: Form, text: string): string {
  switch (form) {
    case 'number':
      return numberIn(text)?.toString() ?? text;
    case 'boolean':
      return booleanIn(text)?.toString() ?? text;
    case 'duration': {
      const nanoseconds = durationIn(text);
      return nanoseconds === undefined ? text : durationText(nanoseconds);
    }
    case 'list':
      return itemsOf(text).join(',');
    case 'set':
      return [...new Set(itemsOf(text))].sort().join(',');
    case 'text':
      return text;
  }
}

/** Gives the one text of a configuration file's value, which is typed: durations are nanoseconds there. */
export function normalizedFileValue(form: Form, value: unknown): string {
  if (form === 'duration' && Number.isFinite(value)) return durationText(BigInt(Math.trunc(value as number)));
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return normalized(form, value.join(','));
  return typeof value === 'object' ? (canonicalize(value) ?? '') : normalized(form, String(value));
}

/** Gives a flag's value as a configuration file has it. What is of no form stays text, for etcd to refuse. */
export function typedForFile(form: Form, text: string): unknown {
  switch (form) {
    case 'number': {
      const number = numberIn(text);
      return number === undefined ? text : Number(number);
    }
    case 'boolean':
      return booleanIn(text) ?? text;
    case 'duration': {
      const nanoseconds = durationIn(text);
      return nanoseconds === undefined ? text : Number(nanoseconds);
    }
    case 'list':
      return itemsOf(text);
    // Sets are one text with commas, in files too: `cors`, `host-whitelist`, `feature-gates`.
    case 'set':
    case 'text':
      return text;
  }
}

function itemsOf(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Reads a text as Go's strconv.ParseBool does. */
function booleanIn(text: string): boolean | undefined {
  if (/^(1|t|T|true|TRUE|True)$/.test(text)) return true;
  return /^(0|f|F|false|FALSE|False)$/.test(text) ? false : undefined;
}

/** Reads a text as Go's strconv.ParseInt does with base 0: 0x10 and 0b1 are numbers, and 010 is eight. */
function numberIn(text: string): bigint | undefined {
  const match = /^([+-]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.exec(text.replaceAll('_', ''));
  if (match === null) return undefined;
  const [, sign, digits = ''] = match;
  const magnitude = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return sign === '-' ? -magnitude : magnitude;
}

/** Reads a text such as "5m", "1h30m", "1.5h" or "0" as Go's time.ParseDuration does, in nanoseconds. */
function durationIn(text: string): bigint | undefined {
  if (text === '0') return 0n;
  if (!/^[+-]?(\d+(\.\d*)?(h|ms|m|s|us|µs|μs|ns))+$/.test(text)) return undefined;
  let sum = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(/(\d+)(?:\.(\d*))?(h|ms|m|s|us|µs|μs|ns)/g)) {
    const size = units.find(([name]) => name === unit.replace(/[µμ]/, 'u'))?.[1] ?? 1n;
    sum += BigInt(whole) * size + (BigInt(fraction === '' ? '0' : fraction) * size) / 10n ** BigInt(fraction.length);
  }
  return text.startsWith('-') ? -sum : sum;
}

/** Writes a duration in the largest unit that needs no fraction: "5m", "90m", "1500ms", "0". */
function durationText(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0';
  const [name, size] = units.find(([, each]) => nanoseconds % each === 0n) ?? ['ns', 1n];
  return `${nanoseconds / size}${name}`;
}
