// Owns making text of unknown origin (names, keys, etcd's log lines) harmless in terminals, Markdown and XML.
// Must not know where the text stands in a report.

// Control characters, and those that reorder or hide text (bidirectional overrides, zero-width, line separators),
// non-characters and lone surrogates: XML forbids some, terminals obey others.
const UNSAFE = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
/** This character keeps GitHub from turning `@name`, `#12` and `https://…` into mentions, references and links. */
const BREAK = '\u200b';

/** One line: line ends become spaces, unsafe characters become visible as `\u{1b}`. */
export function plainLine(text: string): string {
  return visible(text.replace(/\r\n|[\r\n]/g, ' ').replace(/\t/g, ' '));
}

/** Lines of a text, each made safe; line ends of every kind separate. */
export function plainLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => visible(line.replace(/\t/g, '  ')));
}

function visible(text: string): string {
  return text.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * Inline Markdown that shows exactly `text`: no emphasis, link, HTML, table cell, mention or reference can come of it.
 * Pipes and backslashes become entities because GitHub's table scanner reads `\\|` as the end of a cell.
 */
export function markdownText(text: string): string {
  const safe = plainLine(text)
    .replace(/@(?=\S)/g, `@${BREAK}`)
    .replace(/(#|GH-)(?=\d)/gi, `$1${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/www(?=\.)/gi, `$&${BREAK}`)
    .replace(/(mailto|xmpp)(?=:)/gi, `$&${BREAK}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\\/g, '&#92;')
    .replace(/\|/g, '&#124;')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/[`*[\]~$]/g, '\\$&');
  // At the start of a list item these would open a heading, list or rule.
  return safe
    .replace(/^\s+/, '')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** As `markdownText`, but what stands between two backticks is shown as code: for sentences. */
export function markdownProse(text: string): string {
  const prose = plainLine(text)
    .split(/`([^`]+)`/)
    .map((part, index) => {
      if (index % 2 === 1) return markdownCode(part);
      const shown = markdownText(part);
      // Spaces around a code span are part of the sentence.
      return index > 0 && /^\s/.test(part) ? ` ${shown}` : shown;
    })
    .join('')
    .trim();
  // An empty list item under a line of text would make that line a heading.
  return prose === '' ? '–' : prose;
}

/** Keeps a line of a log from being read as a workflow command (`::error::`, `##[error]`) by an Actions runner. */
export function inertLine(line: string): string {
  return line.replace(/^(\s*)::/, `$1${BREAK}::`).replace(/##(?=\[)/g, `##${BREAK}`);
}

/** Inline code that shows exactly `text`. Falls back to `<code>` where a code span could not hold it in a table. */
export function markdownCode(text: string): string {
  const line = plainLine(text).trim();
  if (line === '') return '–';
  return /[`|\\]/.test(line) ? `<code>${markdownText(line)}</code>` : `\`${line}\``;
}

/** A fenced block whose fence is longer than any run of backticks inside. */
export function markdownBlock(lines: readonly string[], language = 'text'): string {
  const body = lines.flatMap(plainLines);
  const longest = Math.max(
    2,
    ...body.map((line) => Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))),
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...body, fence].join('\n');
}

/** A link, only for plain https addresses; anything else is shown as text. */
export function markdownLink(address: string): string {
  return /^https:\/\/[\w.-]+(?:\/[\w./#?=&%~+-]*)?$/.test(address) ? `<${address}>` : markdownText(address);
}

/** XML text: the builder escapes markup; characters that XML forbids become visible. Keeps line ends. */
export function xmlText(text: string): string {
  return plainLines(text).join('\n');
}

/** Cuts to at most `limit` characters without splitting one, and says so with an ellipsis. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  // A cut within a surrogate pair would leave half of a character.
  const code = text.charCodeAt(end - 1);
  return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
}
