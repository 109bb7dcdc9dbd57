// Owns the shape of a generator: sources in, whole files out.
// Must not know any generator.

export interface GeneratedFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly content: string;
}

/** Reads a committed file; undefined when there is none. */
export type ReadFile = (path: string) => string | undefined;

/** Pure but for `read`. Throws an Error that says what is missing where. */
export type Generator = (read: ReadFile) => readonly GeneratedFile[];
