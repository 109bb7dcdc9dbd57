// Owns the way from a manifest's bytes to a manifest, or to one error that lists every mistake with its place.
// Must not read files; defaults are filled in later (resolve.ts).
import { byPlace, type Finding, type Location } from '../findings.ts';
import type { Path } from '../yaml/phrase.ts';
import { Draft, remarkFinding } from './draft.ts';
import { issueFindings } from './issues.ts';
import { mistakesError } from './mistakes.ts';
import { holdersIn } from './rules/etcd-settings.ts';
import { rules } from './rules/index.ts';
import { Manifest, ManifestOfBackups } from './schema.ts';
import { readManifestYaml } from './yaml-files.ts';

export interface ParsedManifest {
  readonly manifest: Manifest;
  /** The file's name as it was given, for messages. */
  readonly file: string;
  /** Where the value at a path stands; where it does not exist, its nearest ancestor. */
  readonly locate: (path: Path) => Location;
  /** What is allowed but likely not wanted. */
  readonly warnings: readonly Finding[];
}

/** A manifest that was read but not yet judged. */
export interface ManifestDraft {
  readonly file: string;
  readonly draft: Draft;
  /** The etcd configuration files that are named, and where: to be read before the manifest is judged. */
  readonly configFiles: readonly NamedConfigFile[];
}

export interface NamedConfigFile {
  /** The member that has it alone; undefined for `etcd.configFile`. */
  readonly member?: string;
  /** The key that names it, e.g. `etcd.configFile`. */
  readonly key: Path;
  readonly name: string;
  readonly where: Location;
}

/** Reads a manifest without judging it. Throws `manifest-unreadable`. */
export function draftManifest(bytes: Uint8Array, file: string): ManifestDraft {
  const yaml = readManifestYaml(bytes, file);
  const draft = new Draft(yaml.value, yaml);
  const configFiles = holdersIn(draft).flatMap(({ member, path }): readonly NamedConfigFile[] => {
    const key = [...path, 'configFile'];
    const name = draft.text(key);
    if (!name) return [];
    const named = { key, name, where: yaml.locate(key) };
    return [member === undefined ? named : { ...named, member }];
  });
  return { file, draft, configFiles };
}

/**
 * Makes a manifest of a draft. Throws `manifest-invalid` with every mistake, `beside` among them: those of the files
 * that the manifest names.
 */
export function judgeManifest({ file, draft }: ManifestDraft, beside: readonly Finding[] = []): ParsedManifest {
  const { yaml } = draft;
  if (yaml.value === undefined) {
    throw mistakesError('manifest-invalid', file, yaml.findings.length > 0 ? yaml.findings : [emptyFile(file)]);
  }
  const checked = (isForBackupsAlone(draft) ? ManifestOfBackups : Manifest).safeParse(yaml.value);
  const meaning = [
    ...(checked.success ? [] : issueFindings(checked.error.issues, yaml.value, yaml)),
    ...rules.flatMap((rule) => rule(draft)).map((remark) => remarkFinding(remark, yaml)),
  ];
  const told = new Set(yaml.findings.map(placeKey));
  const certain = meaning.filter((finding) => {
    // A value that could not be read is one mistake, not two.
    if (told.has(placeKey(finding))) return false;
    // Behind a syntax error the text is read by guess: only what stands before it is certain to be a mistake.
    if (yaml.brokenFromLine === Number.POSITIVE_INFINITY) return true;
    return (finding.where?.line ?? 0) < yaml.brokenFromLine && finding.id !== 'rule/manifest-missing-key';
  });
  const here = [...yaml.findings, ...certain, ...beside.filter(({ where }) => where?.file === file)].sort(byPlace);
  const findings = [...here, ...beside.filter(({ where }) => where?.file !== file)];
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0 || !checked.success) throw mistakesError('manifest-invalid', file, findings);
  return { manifest: checked.data, file, locate: yaml.locate, warnings: findings };
}

function isForBackupsAlone(draft: Draft): boolean {
  return draft.has(['backups']) && !['from', 'to', 'hops'].some((key) => draft.has([key]));
}

function placeKey({ where }: Finding): string {
  return `${where?.line}:${where?.column}`;
}

function emptyFile(file: string): Finding {
  return {
    id: 'rule/manifest-empty',
    severity: 'error',
    message: 'The manifest is empty (or has comments only); `from` and `to` are needed.',
    where: { file, line: 1, column: 1 },
    fix: 'write from: "3.5" and to: "3.7", or run `etcd-migrate init`',
  };
}
