// Owns the view that rules have of a manifest that may still have mistakes: values by path, checked for their type.
// Must not know any rule.
import { type Finding, type FindingId, findingTable } from '../findings.ts';
import type { Path } from '../yaml/phrase.ts';
import type { YamlDocument } from '../yaml/read.ts';

/** What a rule found; the place is that of the path. */
export interface Remark {
  /** Its finding id without the prefix `rule/manifest-`; the table of ids says how grave it is. */
  readonly rule: ManifestRule;
  readonly path: Path;
  /** Whether the finding points at the key rather than at its value. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly fix: string;
}

type ManifestRule = FindingId extends infer Id ? (Id extends `rule/manifest-${infer Rule}` ? Rule : never) : never;

/** A rule gets the draft and returns what it found. It reads only values of the right type: the schema tells the rest. */
export type Rule = (draft: Draft) => readonly Remark[];

export class Draft {
  readonly #value: unknown;
  readonly yaml: YamlDocument;

  constructor(value: unknown, yaml: YamlDocument) {
    this.#value = value;
    this.yaml = yaml;
  }

  get(path: Path): unknown {
    let current = this.#value;
    for (const part of path) {
      if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return undefined;
      current = (current as Record<string | number, unknown>)[part];
    }
    return current;
  }

  has(path: Path): boolean {
    return this.get(path) !== undefined;
  }

  text(path: Path): string | undefined {
    const value = this.get(path);
    return typeof value === 'string' ? value : undefined;
  }

  number(path: Path): number | undefined {
    const value = this.get(path);
    return typeof value === 'number' ? value : undefined;
  }

  list(path: Path): readonly unknown[] {
    const value = this.get(path);
    return Array.isArray(value) ? value : [];
  }

  /** Keys of the mapping at the path; none when it is no mapping. */
  keys(path: Path): readonly string[] {
    const value = this.get(path);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  }
}

export function remarkFinding(remark: Remark, yaml: YamlDocument): Finding {
  const id = `rule/manifest-${remark.rule}` as const;
  return {
    id,
    severity: findingTable[id].severity,
    message: remark.message,
    where: remark.atKey === true ? yaml.locateKey(remark.path) : yaml.locate(remark.path),
    fix: remark.fix,
  };
}
