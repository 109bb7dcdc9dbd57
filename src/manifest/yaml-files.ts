// Owns how the two YAML files that a manifest consists of are read: one document each, mistakes as `rule/manifest-…`.
// Must not know what their keys mean (schema.ts, config-file.ts).
import { byPlace, type Finding } from '../findings.ts';
import { readYaml, type YamlDocument } from '../yaml/read.ts';
import type { YamlMistake, YamlSource } from '../yaml/source.ts';
import { decodeText, type TextMistake } from '../yaml/text.ts';
import { mistakesError } from './mistakes.ts';

const idOf = <M extends YamlMistake | TextMistake | 'several-documents'>(mistake: M) =>
  `rule/manifest-${mistake}` as const;

/** Reads a manifest's YAML. Throws `manifest-unreadable` for what is no text file. `file` is only shown. */
export function readManifestYaml(bytes: Uint8Array, file: string): YamlDocument {
  const decoded = decodeText(bytes, { file, idOf });
  if (!('text' in decoded)) throw mistakesError('manifest-unreadable', file, [decoded]);
  return readOneDocument(decoded.text, {
    file,
    idOf,
    mayQuote: true,
    fix: {
      forSyntax: 'compare the line with what `etcd-migrate init` writes',
      forSize: 'a manifest needs a few dozen lines; see `etcd-migrate init`',
    },
  });
}

/**
 * Reads the YAML of an etcd configuration file. Its path may lead to any file, whose text must then not stand in a log.
 */
export function readConfigYaml(bytes: Uint8Array, file: string): YamlDocument | Finding {
  const decoded = decodeText(bytes, { file, idOf });
  return 'text' in decoded ? readConfigText(decoded.text, file) : decoded;
}

export function readConfigText(text: string, file: string): YamlDocument {
  const fix = `compare ${file} with etcd's own sample, etcd.conf.yml.sample`;
  return readOneDocument(text, { file, idOf, mayQuote: false, fix: { forSyntax: fix, forSize: fix } });
}

function readOneDocument(text: string, source: YamlSource): YamlDocument {
  const [document, second] = readYaml(text, source);
  if (second === undefined) return document;
  const several: Finding = {
    id: idOf('several-documents'),
    severity: 'error',
    message: 'A second YAML document begins here; this file must hold one.',
    where: second.begin,
    fix: 'keep one document, or one file for each cluster',
  };
  return { ...document, findings: [...document.findings, several].sort(byPlace) };
}
