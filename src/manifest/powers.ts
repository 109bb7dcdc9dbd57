// Owns the closed list of powers that a key of the manifest can have, and what becomes of each on an untrusted ref.
// Must not know any key: schema.ts declares which has which, untrusted.ts takes them away.

/** What a power is, and what a ref that is not trusted may still do with it. */
interface PowerDefinition {
  /** What somebody can do with such a key, to be read after "The key". */
  readonly means: string;
  /**
   * Whether such a key is ignored, with a warning, or obeyed inside the workspace alone, with an error outside of it.
   */
  readonly untrusted: 'ignored' | 'confined';
  /** The rule of the finding on it: its id without the prefix `rule/`. */
  readonly rule: string;
  /** What the finding says, to be read after "this ref is not trusted to". */
  readonly refused: string;
}

/** The powers, in the order in which findings tell them. */
export const powers = {
  'names-binary': {
    means: 'names a binary, or where one comes from',
    untrusted: 'ignored',
    rule: 'untrusted-binary-source',
    refused: 'name binaries',
  },
  'is-sent-credentials': {
    means: 'says which host is sent credentials, or which credentials',
    untrusted: 'ignored',
    rule: 'untrusted-connection',
    refused: 'choose where credentials are sent',
  },
  writes: {
    means: 'says where files are written or removed',
    untrusted: 'ignored',
    rule: 'untrusted-path',
    refused: 'choose where files are written',
  },
  'runs-command': {
    means: 'is a command that is run',
    untrusted: 'ignored',
    rule: 'untrusted-command',
    refused: 'run a command',
  },
  // Such a key is not ignored: without the file, what is planned, rehearsed or proven would be something else, and pass
  // for it.
  'reads-path': {
    means: 'names a file that is read',
    untrusted: 'confined',
    rule: 'untrusted-path',
    refused: 'read outside of the workspace',
  },
} as const satisfies Readonly<Record<string, PowerDefinition>>;

export type Power = keyof typeof powers;

/** What a key says of itself where it is declared: that nothing can be done with it, or what. */
export type Declared = 'harmless' | Power | readonly [Power, ...Power[]];

/** The powers as they stand in the schema: none for a harmless key. */
export function powersOf(declared: Declared): readonly Power[] {
  if (declared === 'harmless') return [];
  return typeof declared === 'string' ? [declared] : declared;
}

/** What a ref that is not trusted may not do with a key of such powers; undefined for a harmless one. */
export function restrictionOf(had: readonly Power[], isMapping: boolean): string | undefined {
  if (had.length === 0) return undefined;
  if (had.some((power) => powers[power].untrusted === 'ignored')) return 'Ignored for untrusted refs.';
  return isMapping
    ? 'For untrusted refs: no value that may name a file.'
    : 'For untrusted refs: inside the workspace only.';
}
