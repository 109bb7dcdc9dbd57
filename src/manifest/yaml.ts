// Owns turning YAML text into plain data that remembers where each key and value stands, within bounds.
// Must not know what the keys mean: the manifest and an etcd configuration file are both read with it.
import { Composer, type Document, Lexer, LineCounter, Parser, type YAMLError } from 'yaml';
import type { Finding, Location } from '../findings.ts';
import { byPlace } from './mistakes.ts';
import type { Path } from './phrase.ts';
import { ALIAS_BOMB, isEmptyScalar, YamlReader } from './yaml-reader.ts';
import { syntaxFinding, syntaxOffset } from './yaml-syntax.ts';

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

/** Far above any real file, far below what exhausts the stack or the memory: the worst input takes 2 s on a busy two-core machine. */
const MAX_TOKENS = 100_000;
const MAX_DEPTH = 64;

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

  const placeOf = (error: YAMLError) => at(syntaxOffset(error, document));
  const findings = [...document.errors, ...document.warnings].map((error) => syntaxFinding(error, placeOf(error)));
  if (second !== undefined) {
    findings.push({
      id: 'rule/manifest-several-documents',
      severity: 'error',
      message: 'A second YAML document begins here; this file must hold one.',
      where: at(second.contents?.range[0] ?? second.range[0]),
      fix: 'keep one document, or one file for each cluster',
    });
  }
  const reader = new YamlReader(file, at);
  const value = document.contents === null ? undefined : reader.readDocument(document.contents);
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
