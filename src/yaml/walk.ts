// Owns the walk over composed YAML nodes: plain data out, the place of each value kept, aliases bounded.
// Must not know how the nodes were made (read.ts) nor what the keys mean.
import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode } from 'yaml';
import type { Location } from '../findings.ts';
import { bare, type Path, showPath } from './phrase.ts';
import { mistake, type YamlMistake, type YamlSource } from './source.ts';

/** Values that aliases may add in all. A "billion laughs" file passes it within milliseconds. */
const MAX_ALIASED_VALUES = 10_000;
/** Name of the document's own place. */
const ROOT = '';

export function isEmptyScalar(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '';
}

/** Places form a tree and no map of whole paths: long keys above many values would take their product in memory. */
interface Place {
  readonly key: Location;
  readonly value: Location;
  readonly source: string | undefined;
  readonly children: Map<string | number, Place>;
}

/** Walks the composed nodes once, in the order of the file. */
export class YamlWalk {
  readonly findings: ReturnType<typeof mistake>[] = [];
  readonly #source: YamlSource;
  readonly #at: (offset: number) => Location;
  readonly #top = new Map<string | number, Place>();
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #open = new Set<ParsedNode>();
  /** Place of the outermost alias being followed. */
  #alias: Location | undefined;
  #aliasedValues = 0;
  /** Set once the aliases expand beyond bounds: nothing more is read then. */
  bomb: ReturnType<typeof mistake> | undefined;

  constructor(source: YamlSource, at: (offset: number) => Location) {
    this.#source = source;
    this.#at = at;
  }

  locate(path: Path, what: 'key' | 'value'): Location {
    return this.#find(path).nearest?.[what] ?? { file: this.#source.file, line: 1, column: 1 };
  }

  sourceOf(path: Path): string | undefined {
    return this.#find(path).exact?.source;
  }

  /** The place at the path, and the deepest one on the way to it. */
  #find(path: Path): { readonly exact: Place | undefined; readonly nearest: Place | undefined } {
    let nearest: Place | undefined;
    let exact = this.#top.get(ROOT);
    for (const part of path) {
      if (exact === undefined) break;
      nearest = exact;
      exact = exact.children.get(part);
    }
    return { exact, nearest: exact ?? nearest };
  }

  readDocument(contents: ParsedNode): unknown {
    return this.#read(contents, [], 0, this.#top, ROOT);
  }

  #read(
    node: ParsedNode | null,
    path: Path,
    keyOffset: number,
    siblings: Map<string | number, Place>,
    part: string | number,
  ): unknown {
    const key = this.#at(keyOffset);
    const value = node === null || isEmptyScalar(node) ? key : this.#at(node.range[0]);
    const source = isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    const children = new Map<string | number, Place>();
    siblings.set(part, { key, value, source, children });
    if (node === null) return null;
    if (this.#alias !== undefined) this.#aliasedValues += 1;
    if (this.#aliasedValues > MAX_ALIASED_VALUES) return this.#stop(this.#alias ?? value);
    if (isAlias(node)) return this.#follow(node.source, node.range[0], path, keyOffset, siblings, part);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return node.value;
    this.#open.add(node);
    const result = isSeq(node)
      ? this.#readList(node.items, path, children)
      : isMap(node)
        ? this.#readMap(node.items, path, children)
        : null;
    this.#open.delete(node);
    return result;
  }

  #readList(items: readonly ParsedNode[], path: Path, places: Map<string | number, Place>): unknown[] {
    const list: unknown[] = [];
    for (const [index, item] of items.entries()) {
      if (this.bomb !== undefined) break;
      list.push(this.#read(item, [...path, index], item.range[0], places, index));
    }
    return list;
  }

  #readMap(
    items: readonly { key: ParsedNode; value: ParsedNode | null }[],
    path: Path,
    places: Map<string | number, Place>,
  ): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (const { key, value } of items) {
      if (this.bomb !== undefined) break;
      const offset = key.range[0];
      const name = this.#keyName(key);
      if (name === undefined) continue;
      if (Object.hasOwn(map, name)) {
        const first = this.locate([...path, name], 'key').line;
        this.#report(
          'duplicate-key',
          offset,
          `${this.#quoted(showPath([...path, name]), 'This key')} is set twice; the first is on line ${first}.`,
          'keep one of the two',
        );
        continue;
      }
      map[name] = this.#read(value, [...path, name], offset, places, name);
    }
    return map;
  }

  /** The key as a text. Undefined when it cannot be a key; the reason is reported then. */
  #keyName(key: ParsedNode): string | undefined {
    const offset = key.range[0];
    if (!isScalar(key)) {
      this.#report(
        'key-not-text',
        offset,
        'A key must be a plain text, not a list, mapping or alias.',
        'write the key out',
      );
      return undefined;
    }
    if (typeof key.value !== 'string') {
      const source = bare(key.source ?? '');
      const what =
        key.value === null ? 'empty' : this.#quoted(`the ${typeof key.value} ${source}`, `a ${typeof key.value}`);
      this.#report(
        'key-not-text',
        offset,
        `A key must be a text; this one is ${what}.`,
        key.value === null ? 'name the key' : this.#quoted(`quote it: "${source}"`, 'quote it'),
      );
      return undefined;
    }
    if (key.value === '<<') {
      this.#report(
        'merge-key',
        offset,
        'Merge keys (<<) are not supported.',
        'write the keys out where they are needed',
      );
      return undefined;
    }
    if (key.value === '__proto__') {
      this.#report('unknown-key', offset, 'Unknown key `__proto__`.', 'remove it');
      return undefined;
    }
    return key.value;
  }

  #follow(
    name: string,
    offset: number,
    path: Path,
    keyOffset: number,
    siblings: Map<string | number, Place>,
    part: string | number,
  ): unknown {
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.#report(
        'alias',
        offset,
        this.#quoted(
          `The alias *${bare(name)} has no anchor &${bare(name)} above it.`,
          'This alias has no anchor above it.',
        ),
        'write the value out, or quote it if the * belongs to it',
      );
      return null;
    }
    if (this.#open.has(target)) {
      this.#report(
        'alias',
        offset,
        `${this.#quoted(`The alias *${bare(name)}`, 'This alias')} stands inside its own anchor.`,
        'write the value out',
      );
      return null;
    }
    const outer = this.#alias;
    this.#alias ??= this.#at(offset);
    const value = this.#read(target, path, keyOffset, siblings, part);
    this.#alias = outer;
    return value;
  }

  #stop(where: Location): null {
    this.bomb ??= mistake(
      this.#source,
      'alias-bomb',
      where,
      `Aliases expand to more than ${MAX_ALIASED_VALUES} values; reading stopped.`,
      'write the values out instead of nesting aliases',
    );
    return null;
  }

  #report(kind: YamlMistake, offset: number, message: string, fix: string): void {
    this.findings.push(mistake(this.#source, kind, this.#at(offset), message, fix));
  }

  /** A piece of the file for a message, or what stands for it where the file must not be quoted. */
  #quoted(piece: string, otherwise: string): string {
    return this.#source.mayQuote ? piece : otherwise;
  }
}
