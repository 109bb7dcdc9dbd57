// Owns parsing a manifest that names no other file, in one call: the app reads those files between the two halves.
// Must not know any key.
import { draftManifest, judgeManifest, type ParsedManifest } from '../../src/manifest/parse.ts';

/** `file` is only shown. Throws as the two halves do. */
export function parseManifest(bytes: Uint8Array, file: string): ParsedManifest {
  return judgeManifest(draftManifest(bytes, file));
}
