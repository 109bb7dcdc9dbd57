// Owns fitting a report into GitHub's size limits: cut the least important first, and say what was cut.
// Must not know what the sections say.
import { SMALLEST_LIMIT_BYTES } from './limits.ts';

/** A part of a report, in the order in which it is read. */
export interface Section {
  /** What is missing when it is cut, e.g. "releases and digests". */
  readonly name: string;
  /** The section with the smallest number is kept longest. */
  readonly importance: number;
  /** The same content from full to shortest; after the last one the section is left out, unless it is required. */
  readonly rungs: readonly (() => string)[];
  /** The last rung of a required section always stays. */
  readonly required?: boolean;
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/**
 * Joins the sections with blank lines in at most `limitBytes` UTF-8 bytes. What is too long goes down one rung at a
 * time, always in the least important section that still can. `note` renders the line that names what was shortened or
 * left out.
 */
export function fitSections(
  sections: readonly Section[],
  limitBytes: number,
  note: (shortened: readonly string[], omitted: readonly string[]) => string,
): string {
  const slots = sections.map((section) => ({ section, rung: 0, text: section.rungs[0]?.() ?? '' }));
  const order = [...slots].sort((a, b) => b.section.importance - a.section.importance);
  for (;;) {
    const shortened = slots.filter((slot) => slot.rung > 0 && slot.rung < slot.section.rungs.length);
    const omitted = slots.filter((slot) => slot.section.rungs.length > 0 && slot.rung >= slot.section.rungs.length);
    const cutNote =
      shortened.length + omitted.length === 0
        ? ''
        : note(
            shortened.map((slot) => slot.section.name),
            omitted.map((slot) => slot.section.name),
          );
    const whole = [...slots.map((slot) => slot.text), cutNote].filter((text) => text !== '').join('\n\n');
    if (byteLength(whole) + 1 <= limitBytes) return `${whole}\n`;
    const next = order.find((slot) => slot.rung < slot.section.rungs.length - (slot.section.required ? 1 : 0));
    if (next === undefined) {
      throw new RangeError(
        `A report cannot be cut to ${limitBytes} bytes; at least ${SMALLEST_LIMIT_BYTES} are needed.`,
      );
    }
    next.rung += 1;
    next.text = next.section.rungs[next.rung]?.() ?? '';
  }
}
