// Owns turning YAML text into plain data that remembers where each key and value stands, within bounds.
// Must not know what the keys mean: the manifest and an etcd configuration file are both read with it.
import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type ParsedNode,
  Parser,
  visit,
  type YAMLError,
} from 'yaml';
import type { Finding, Location } from '../findings.ts';
import { bare, showPath } from './phrase.ts';

export type Path = readonly (string | number)[];

export interface YamlFile {
  /** Maps, lists, texts, numbers, booleans and null; undefined when the file holds no value. */
  readonly value: unknown;
  /** Where the value at the path stands; where it does not exist, its nearest ancestor. */
  readonly locate: (path: Path) => Location;
  /** Where the key at the path stands; for a list item, the item. */
  readonly locateKey: (path: Path) => Location;
  /** A scalar exactly as written, e.g. `3.10` for the number 3.1; undefined for maps and lists. */
  readonly sourceOf: (path: Path) => string | undefined;
  /** Mistakes of syntax and structure, in the order of the file. */
  readonly findings: readonly Finding[];
  /** First line at which the syntax is broken; what was read from there on is a guess. */
  readonly brokenFromLine: number;
}

/** Far above any real file, far below what exhausts the stack or the memory: measured < 1 s for the worst input. */
const MAX_TOKENS = 100_000;
const MAX_DEPTH = 64;
/** Values that aliases may add in all. A "billion laughs" file passes it within milliseconds. */
const MAX_ALIASED_VALUES = 10_000;
const ALIAS_BOMB = 'rule/manifest-alias-bomb';

/** Reads one YAML document. Never throws: every mistake is a finding with its place. */
export function readYaml(text: string, file: string): YamlFile {
  const withTabs = readOnce(text, file);
  if (!withTabs.hasTabs) return withTabs.result;
  // One blank for one tab keeps every column, so the rest of the file can still be judged.
  const tabs = tabIndentedLines(text);
  const again = readOnce(replaceTabs(text, tabs), file).result;
  const first = tabs[0] ?? 1;
  const others = tabs.length > 1 ? ` (and on ${tabs.length - 1} more line${tabs.length > 2 ? 's' : ''})` : '';
  const finding: Finding = {
    id: 'rule/manifest-tab-indentation',
    severity: 'error',
    message: `This line is indented with a tab${others}; YAML allows only spaces.`,
    where: { file, line: first, column: 1 },
    fix: 'indent with two spaces for each level',
  };
  return { ...again, findings: [finding, ...again.findings] };
}

function tabIndentedLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (/^ *\t\s*\S/.test(line) ? [index + 1] : []));
}

function replaceTabs(text: string, lines: readonly number[]): string {
  const wanted = new Set(lines);
  return text
    .split('\n')
    .map((line, index) =>
      wanted.has(index + 1) ? line.replace(/^[ \t]+/, (indent) => ' '.repeat(indent.length)) : line,
    )
    .join('\n');
}

function readOnce(text: string, file: string): { result: YamlFile; hasTabs: boolean } {
  const lineCounter = new LineCounter();
  const at = (offset: number): Location => {
    const { line, col } = lineCounter.linePos(Math.max(0, Math.min(offset, text.length)));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const composed = compose(text, lineCounter, at);
  if ('tooBig' in composed) return { result: unreadable(composed.tooBig), hasTabs: false };
  const [document, second] = composed.documents;
  if (document === undefined) return { result: { ...unreadable(), findings: [] }, hasTabs: false };

  const placeOf = (error: YAMLError) => at(isUnclosedQuote(error) ? quoteBefore(error.pos[0], document) : error.pos[0]);
  const findings = [...document.errors, ...document.warnings].map((error) => syntaxFinding(error, placeOf(error)));
  if (second !== undefined) {
    findings.push({
      id: 'rule/manifest-several-documents',
      severity: 'error',
      message: 'A second YAML document begins here; a manifest is one document.',
      where: at(second.contents?.range[0] ?? second.range[0]),
      fix: 'keep one document, or one file for each cluster',
    });
  }
  const reader = new Reader(file, at);
  const value = document.contents === null ? undefined : reader.read(document.contents, [], 0);
  const lines = document.errors.map((error) => placeOf(error).line ?? 1);
  const brokenFromLine = reader.exhausted ? 1 : Math.min(Number.POSITIVE_INFINITY, ...lines);
  // Keys and aliases behind a syntax error were read by guess.
  const certain = reader.findings.filter(
    (finding) => finding.id === ALIAS_BOMB || (finding.where?.line ?? 0) < brokenFromLine,
  );
  return {
    result: {
      value: document.contents === null || isEmptyScalar(document.contents) ? undefined : value,
      locate: (path) => reader.locate(path, 'value'),
      locateKey: (path) => reader.locate(path, 'key'),
      sourceOf: (path) => reader.sourceOf(path),
      findings: [...findings, ...certain].sort(byPlace),
      brokenFromLine,
    },
    hasTabs: document.errors.some((error) => error.code === 'TAB_AS_INDENT'),
  };
}

function isUnclosedQuote(error: YAMLError): boolean {
  return error.code === 'MISSING_CHAR' && error.message.includes('quote');
}

/** The parser notices an unclosed quote where the file ends; people look for it where it begins. */
function quoteBefore(offset: number, document: Document.Parsed): number {
  let start = offset;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < offset && range[1] >= offset - 1) start = range[0];
    },
  });
  return start;
}

function isEmptyScalar(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.source ?? '') === '';
}

function unreadable(finding?: Finding): YamlFile {
  const file = finding?.where?.file ?? '';
  return {
    value: undefined,
    locate: () => ({ file, line: 1, column: 1 }),
    locateKey: () => ({ file, line: 1, column: 1 }),
    sourceOf: () => undefined,
    findings: finding === undefined ? [] : [finding],
    brokenFromLine: 1,
  };
}

export function byPlace(a: Finding, b: Finding): number {
  return (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0);
}

type Composed = { readonly documents: readonly Document.Parsed[] } | { readonly tooBig: Finding };

/**
 * The lexer and parser keep their own stack and stop where we say; only the composer recurses. So depth and size are
 * bounded before it runs: 100,000 nested brackets would otherwise abort the process, not throw.
 */
function compose(text: string, lineCounter: LineCounter, at: (offset: number) => Location): Composed {
  lineCounter.addNewLine(0);
  const lexer = new Lexer();
  const parser = new Parser(lineCounter.addNewLine);
  const tokens = [];
  let count = 0;
  for (const lexeme of lexer.lex(text)) {
    count += 1;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // One entry for each open collection.
    if (parser.stack.length > MAX_DEPTH) {
      return {
        tooBig: bound(
          'rule/manifest-too-deep',
          `Values are nested more than ${MAX_DEPTH} levels deep here.`,
          at(parser.offset),
        ),
      };
    }
    if (count > MAX_TOKENS) {
      return {
        tooBig: bound(
          'rule/manifest-too-long',
          `The file has more than ${MAX_TOKENS} YAML tokens; reading stopped here.`,
          at(parser.offset),
        ),
      };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
  return { documents: [...composer.compose(tokens, true, text.length)] as Document.Parsed[] };
}

function bound(id: string, message: string, where: Location): Finding {
  return { id, severity: 'error', message, where, fix: 'a manifest needs a few dozen lines; see `etcd-migrate init`' };
}

function syntaxFinding(error: YAMLError, where: Location): Finding {
  const told = syntaxTexts.find(({ code, said }) => code === error.code && (said?.test(error.message) ?? true));
  return {
    id: 'rule/manifest-syntax',
    severity: 'error',
    message: told?.message ?? `Not valid YAML: ${bare(error.message)}.`,
    where,
    fix: told?.fix ?? 'compare the line with what `etcd-migrate init` writes',
  };
}

interface SyntaxText {
  readonly code: YAMLError['code'];
  /** Where one code stands for several mistakes. */
  readonly said?: RegExp;
  readonly message: string;
  readonly fix: string;
}

/** The parser's own words are kept for the rare cases; these are the common ones. */
const syntaxTexts: readonly SyntaxText[] = [
  {
    code: 'BAD_INDENT',
    said: /^Flow/,
    message: 'A [ or { that was opened above is not closed before this line.',
    fix: 'add the missing ] or }',
  },
  {
    code: 'BAD_INDENT',
    message: 'The indentation here fits no level above it.',
    fix: 'keys of one group begin in the same column',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    message: 'A second ": " on one line.',
    fix: 'put the inner key on its own indented line, or quote the whole value',
  },
  {
    code: 'MISSING_CHAR',
    said: /quote/,
    message: 'A quoted text is not closed.',
    fix: 'add the missing quotation mark',
  },
  {
    code: 'MISSING_CHAR',
    said: /map keys/,
    message: 'This line has no ": ", so it is not a key with a value.',
    fix: 'write key: value',
  },
  { code: 'TAG_RESOLVE_FAILED', message: 'YAML tags such as !foo are not supported.', fix: 'remove the tag' },
  { code: 'BAD_SCALAR_START', message: 'A value cannot begin with this character.', fix: 'quote the value' },
  {
    code: 'BAD_DQ_ESCAPE',
    message: 'Unknown escape sequence in a double-quoted text.',
    fix: 'write \\\\ for a backslash, or use single quotes',
  },
];

interface Place {
  readonly key: Location;
  readonly value: Location;
  readonly source: string | undefined;
}

/** Walks the composed nodes once, in the order of the file. */
class Reader {
  readonly findings: Finding[] = [];
  readonly #file: string;
  readonly #at: (offset: number) => Location;
  readonly #places = new Map<string, Place>();
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #open = new Set<ParsedNode>();
  /** Place of the outermost alias being followed. */
  #alias: Location | undefined;
  #aliasedValues = 0;
  /** Set once the aliases expand beyond bounds: nothing more is read then. */
  exhausted = false;

  constructor(file: string, at: (offset: number) => Location) {
    this.#file = file;
    this.#at = at;
  }

  locate(path: Path, what: 'key' | 'value'): Location {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = this.#places.get(keyOf(path.slice(0, length)));
      if (place !== undefined) return place[what];
    }
    return { file: this.#file, line: 1, column: 1 };
  }

  sourceOf(path: Path): string | undefined {
    return this.#places.get(keyOf(path))?.source;
  }

  read(node: ParsedNode | null, path: Path, keyOffset: number): unknown {
    const key = this.#at(keyOffset);
    if (node === null) {
      this.#places.set(keyOf(path), { key, value: key, source: undefined });
      return null;
    }
    const value = isEmptyScalar(node) ? key : this.#at(node.range[0]);
    const source = isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    this.#places.set(keyOf(path), { key, value, source });
    if (this.#alias !== undefined) this.#aliasedValues += 1;
    if (this.#aliasedValues > MAX_ALIASED_VALUES) return this.#stop(this.#alias ?? value);
    if (isAlias(node)) return this.#follow(node.source, node.range[0], path, keyOffset);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return node.value;
    this.#open.add(node);
    const result = isSeq(node)
      ? this.#readList(node.items, path)
      : isMap(node)
        ? this.#readMap(node.items, path)
        : null;
    this.#open.delete(node);
    return result;
  }

  #readList(items: readonly ParsedNode[], path: Path): unknown[] {
    const list: unknown[] = [];
    for (const [index, item] of items.entries()) {
      if (this.exhausted) break;
      list.push(this.read(item, [...path, index], item.range[0]));
    }
    return list;
  }

  #readMap(items: readonly { key: ParsedNode; value: ParsedNode | null }[], path: Path): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (const { key, value } of items) {
      if (this.exhausted) break;
      const offset = key.range[0];
      const name = this.#keyName(key);
      if (name === undefined) continue;
      if (Object.hasOwn(map, name)) {
        const first = this.locate([...path, name], 'key').line;
        this.#report(
          'rule/manifest-duplicate-key',
          offset,
          `${showPath([...path, name])} is set twice; the first is on line ${first}.`,
          'keep one of the two',
        );
        continue;
      }
      map[name] = this.read(value, [...path, name], offset);
    }
    return map;
  }

  /** Undefined when the key cannot be one; the reason is reported then. */
  #keyName(key: ParsedNode): string | undefined {
    const offset = key.range[0];
    if (!isScalar(key)) {
      this.#report(
        'rule/manifest-key-not-text',
        offset,
        'A key must be a plain text, not a list, mapping or alias.',
        'write the key out',
      );
      return undefined;
    }
    if (typeof key.value !== 'string') {
      const source = key.source ?? '';
      const what = key.value === null ? 'empty' : `the ${typeof key.value} ${bare(source)}`;
      this.#report(
        'rule/manifest-key-not-text',
        offset,
        `A key must be a text; this one is ${what}.`,
        key.value === null ? 'name the key' : `quote it: "${bare(source)}"`,
      );
      return undefined;
    }
    if (key.value === '<<') {
      this.#report(
        'rule/manifest-merge-key',
        offset,
        'Merge keys (<<) are not supported.',
        'write the keys out where they are needed',
      );
      return undefined;
    }
    if (key.value === '__proto__') {
      this.#report('rule/manifest-unknown-key', offset, 'Unknown key `__proto__`.', 'remove it');
      return undefined;
    }
    return key.value;
  }

  #follow(name: string, offset: number, path: Path, keyOffset: number): unknown {
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.#report(
        'rule/manifest-alias',
        offset,
        `The alias *${bare(name)} has no anchor &${bare(name)} above it.`,
        'write the value out, or quote it if the * belongs to it',
      );
      return null;
    }
    if (this.#open.has(target)) {
      this.#report(
        'rule/manifest-alias',
        offset,
        `The alias *${bare(name)} stands inside its own anchor.`,
        'write the value out',
      );
      return null;
    }
    const outer = this.#alias;
    this.#alias ??= this.#at(offset);
    const value = this.read(target, path, keyOffset);
    this.#alias = outer;
    return value;
  }

  #stop(where: Location): null {
    if (!this.exhausted) {
      this.exhausted = true;
      this.findings.push({
        id: ALIAS_BOMB,
        severity: 'error',
        message: `Aliases expand to more than ${MAX_ALIASED_VALUES} values; reading stopped.`,
        where,
        fix: 'write the values out instead of nesting aliases',
      });
    }
    return null;
  }

  #report(id: string, offset: number, message: string, fix: string): void {
    this.findings.push({ id, severity: 'error', message, where: this.#at(offset), fix });
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}
