// Owns saying what is wrong with a file's YAML syntax, and where people should look for it.
// Must not know what the file means.
import { type Document, visit, type YAMLError } from 'yaml';
import type { Finding, Location } from '../findings.ts';
import { bareUpTo } from './phrase.ts';
import { mistake, type YamlSource } from './source.ts';

export function syntaxFinding(error: YAMLError, where: Location, source: YamlSource): Finding {
  const told = syntaxTexts.find(({ code, said }) => code === error.code && (said?.test(error.message) ?? true));
  // The parser's own words may quote the file.
  const words = source.mayQuote ? `Not valid YAML: ${bareUpTo(error.message, MAX_PARSER_WORDS)}.` : 'Not valid YAML.';
  return mistake(source, 'syntax', where, told?.message ?? words, told?.fix ?? source.fix.forSyntax);
}

/** Enough for every sentence of the parser; it may quote the file. */
const MAX_PARSER_WORDS = 200;

interface SyntaxText {
  readonly code: YAMLError['code'];
  /** What the parser says of this mistake, where one code stands for several. */
  readonly said?: RegExp;
  readonly message: string;
  readonly fix: string;
}

/** What we say of the common mistakes; for the rare ones the parser's own words are kept. */
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
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    message: 'The key that begins here goes on over the next line.',
    fix: 'write key: value; this line may lack its ": "',
  },
  { code: 'TAG_RESOLVE_FAILED', message: 'YAML tags such as !foo are not supported.', fix: 'remove the tag' },
  { code: 'BAD_SCALAR_START', message: 'A value cannot begin with this character.', fix: 'quote the value' },
  {
    code: 'BAD_DQ_ESCAPE',
    message: 'Unknown escape sequence in a double-quoted text.',
    fix: 'write \\\\ for a backslash, or use single quotes',
  },
];

/** Where to look for the mistake. */
export function syntaxOffset(error: YAMLError, document: Document.Parsed): number {
  return isUnclosedQuote(error) ? quoteBefore(error.pos[0], document) : error.pos[0];
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
