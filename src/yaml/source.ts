// Owns what the reader is told of a file: its name, the ids of its mistakes, and whether messages may quote it.
// Must not know any kind of file.
import type { Finding, FindingId, Location } from '../findings.ts';

/** Everything that can be wrong with a file before anybody asks what its keys mean. The list is closed. */
export type YamlMistake =
  | 'syntax'
  | 'tab-indentation'
  | 'too-deep'
  | 'too-long'
  | 'alias'
  | 'alias-bomb'
  | 'duplicate-key'
  | 'key-not-text'
  | 'merge-key'
  | 'unknown-key';

export interface YamlSource {
  /** The file's name as messages show it. */
  readonly file: string;
  /** The id of the finding on such a mistake. */
  readonly idOf: (mistake: YamlMistake) => FindingId;
  /**
   * Whether messages may show pieces of the file. They may not where it may be any file of the machine: a message with
   * a place and without the text is enough for whoever has the file, and tells nothing to whoever has not.
   */
  readonly mayQuote: boolean;
  /** What to do where the reader itself knows nothing better. */
  readonly fix: {
    readonly forSyntax: string;
    readonly forSize: string;
  };
}

export function mistake(
  source: YamlSource,
  kind: YamlMistake,
  where: Location,
  message: string,
  fix: string,
): Finding & { readonly where: Location } {
  return { id: source.idOf(kind), severity: 'error', message, where, fix };
}
