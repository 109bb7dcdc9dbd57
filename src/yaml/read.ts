// Owns turning YAML text into plain data that remembers where each key and value stands, within bounds.
// Must not know what the keys mean, nor which files there are: whoever reads one gives the ids of its mistakes.
import { Composer, type Document, Lexer, LineCounter, Parser, type YAMLError } from 'yaml';
import { byPlace, type Finding, type Location } from '../findings.ts';
import type { Path } from './phrase.ts';
import { mistake, type YamlSource } from './source.ts';
import { syntaxFinding, syntaxOffset } from './syntax.ts';
import { isEmptyScalar, YamlWalk } from './walk.ts';

/** One document of a file. */
export interface YamlDocument {
  /** Maps, lists, texts, numbers, booleans and null; undefined when the document holds no value. */
  readonly value: unknown;
  /** Where its content begins. */
  readonly begin: Location;
  /** Where the value at the path stands; where it does not exist, its nearest ancestor. */
  readonly locate: (path: Path) => Location;
  /** Where the key at the path stands; for a list item, the item. */
  readonly locateKey: (path: Path) => Location;
  /** A scalar exactly as written, e.g. `3.10` for the number 3.1; undefined for maps and lists. */
  readonly sourceOf: (path: Path) => string | undefined;
  /** Mistakes of syntax and structure, in the order of the file. */
  readonly findings: readonly Finding[];
  /** First line of the file at which the syntax is broken; what was read from there on is a guess. */
  readonly brokenFromLine: number;
}

/** The documents of a file, at least one: a file without any document is one without a value. */
export type YamlDocuments = readonly [YamlDocument, ...YamlDocument[]];

/**
 * This is far above any real file and far below what exhausts the stack or the memory: the worst input takes 2 s on a
 * busy two-core machine.
 */
const MAX_TOKENS = 100_000;
const MAX_DEPTH = 64;

/** Reads every document of a file. Never throws: every mistake is a finding with its place, at its document. */
export function readYaml(text: string, source: YamlSource): YamlDocuments {
  const read = readOnce(text, source);
  if (read.tabsIn === undefined) return read.documents;
  // One blank for one tab keeps every column, so the rest of the file can still be judged.
  const tabs = tabIndentedLines(text);
  const first = tabs[0] ?? 1;
  const others = tabs.length > 1 ? ` (and on ${tabs.length - 1} more line${tabs.length > 2 ? 's' : ''})` : '';
  const finding = mistake(
    source,
    'tab-indentation',
    { file: source.file, line: first, column: 1 },
    `This line is indented with a tab${others}; YAML allows only spaces.`,
    'indent with two spaces for each level',
  );
  const [one, ...more] = readOnce(replaceTabs(text, tabs), source).documents;
  const told = (document: YamlDocument, index: number): YamlDocument =>
    index === read.tabsIn ? { ...document, findings: [finding, ...document.findings] } : document;
  return [told(one, 0), ...more.map((document, index) => told(document, index + 1))];
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

interface Read {
  readonly documents: YamlDocuments;
  /** The first document that is indented with tabs, by its position. */
  readonly tabsIn: number | undefined;
}

function readOnce(text: string, source: YamlSource): Read {
  const { file } = source;
  const lineCounter = new LineCounter();
  const at = (offset: number): Location => {
    const { line, col } = lineCounter.linePos(Math.max(0, Math.min(offset, text.length)));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const composed = compose(text, lineCounter, at, source);
  if ('tooBig' in composed) return { documents: [unreadable(composed.tooBig)], tabsIn: undefined };
  const tabsIn = composed.documents.findIndex(({ errors }) => errors.some(({ code }) => code === 'TAB_AS_INDENT'));
  const [first, ...others] = composed.documents.map((document) => readDocument(document, at, source));
  if (first === undefined) throw new Error('the composer makes a document of any text');
  return { documents: [first, ...others], tabsIn: tabsIn === -1 ? undefined : tabsIn };
}

function readDocument(document: Document.Parsed, at: (offset: number) => Location, source: YamlSource): YamlDocument {
  const { contents, errors, warnings, range } = document;
  const placeOf = (error: YAMLError) => at(syntaxOffset(error, document));
  const walk = new YamlWalk(source, at);
  const value = contents === null ? undefined : walk.readDocument(contents);
  const lines = errors.map((error) => placeOf(error).line ?? 1);
  const bombs = walk.bomb === undefined ? [] : [walk.bomb];
  const brokenFromLine = bombs.length > 0 ? 1 : Math.min(Number.POSITIVE_INFINITY, ...lines);
  // Keys and aliases behind a syntax error were read by guess.
  const certain = walk.findings.filter(({ where }) => (where.line ?? 0) < brokenFromLine);
  const syntax = [...errors, ...warnings].map((error) => syntaxFinding(error, placeOf(error), source));
  return {
    value: contents === null || isEmptyScalar(contents) ? undefined : value,
    begin: at(contents?.range[0] ?? range[0]),
    locate: (path) => walk.locate(path, 'value'),
    locateKey: (path) => walk.locate(path, 'key'),
    sourceOf: (path) => walk.sourceOf(path),
    findings: [...syntax, ...bombs, ...certain].sort(byPlace),
    brokenFromLine,
  };
}

function unreadable(finding: Finding & { readonly where: Location }): YamlDocument {
  const begin = { file: finding.where.file, line: 1, column: 1 };
  return {
    value: undefined,
    begin,
    locate: () => begin,
    locateKey: () => begin,
    sourceOf: () => undefined,
    findings: [finding],
    brokenFromLine: 1,
  };
}

type Composed =
  | { readonly documents: readonly Document.Parsed[] }
  | { readonly tooBig: Finding & { readonly where: Location } };

/**
 * The lexer and parser keep their own stack and stop where we say; only the composer recurses. So depth and size are
 * bounded before it runs: 100,000 nested brackets would otherwise abort the process, not throw.
 */
function compose(
  text: string,
  lineCounter: LineCounter,
  at: (offset: number) => Location,
  source: YamlSource,
): Composed {
  lineCounter.addNewLine(0);
  const lexer = new Lexer();
  const parser = new Parser(lineCounter.addNewLine);
  const tokens = [];
  let count = 0;
  for (const lexeme of lexer.lex(text)) {
    count += 1;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack has one entry for each open collection.
    if (parser.stack.length > MAX_DEPTH) {
      return {
        tooBig: mistake(
          source,
          'too-deep',
          at(parser.offset),
          `Values are nested more than ${MAX_DEPTH} levels deep here.`,
          source.fix.forSize,
        ),
      };
    }
    if (count > MAX_TOKENS) {
      return {
        tooBig: mistake(
          source,
          'too-long',
          at(parser.offset),
          `The file has more than ${MAX_TOKENS} YAML tokens; reading stopped here.`,
          source.fix.forSize,
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
