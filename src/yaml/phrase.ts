// Owns how values and keys from the user's file are shown in messages: quoted, short, and free of control characters.
// Must not know which mistake is being told.

/** The way to a value: keys, and positions in lists. */
export type Path = readonly (string | number)[];

const MAX_SHOWN = 60;
/** Control and direction characters that JSON leaves alone but that change what a terminal shows. */
const UNSHOWABLE = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;

function escapeUnshowable(text: string): string {
  return text.replace(UNSHOWABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text in double quotes, cut after 60 characters. */
export function quote(text: string): string {
  return quoteUpTo(text, MAX_SHOWN);
}

function quoteUpTo(text: string, max: number): string {
  const cut = text.length > max ? `${text.slice(0, max)}…` : text;
  return escapeUnshowable(JSON.stringify(cut));
}

/** A source text without quotes, cut after 60 characters. */
export function bare(text: string): string {
  return bareUpTo(text, MAX_SHOWN);
}

/** Shows a source text as `bare` does, for texts that are longer by nature. */
export function bareUpTo(text: string, max: number): string {
  return quoteUpTo(text, max).slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
}

/** A key or path in back quotes: `rehearsal.workload.rate`, `hops[1]`, `etcd.flags["a b"]`. */
export function showPath(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/.test(part)) text += text === '' ? part : `.${part}`;
    else text += text === '' && path.length === 1 ? bare(part) : `[${quote(part)}]`;
  }
  return `\`${text}\``;
}

/** Joins words for a sentence: "a", "a or b", "a, b or c". */
export function join(items: readonly string[], word: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}
