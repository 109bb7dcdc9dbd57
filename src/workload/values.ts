// Owns the values that clients write: unique in the whole history, of a wanted size, and provably undamaged.
// Must not know keys, operations or etcd.
import { createHash } from 'node:crypto';

/** Short name of a value, which stands for it in the history: `v<segment>.<number>`. */
export type ValueId = string;

export function valueId(segment: number, number: number): ValueId {
  return `v${segment}.${number}`;
}

/** Makes the text of a value: its id and size, then padding that follows from them. At least as long as those need. */
export function valueText(id: ValueId, sizeBytes: number): string {
  const unit = `${id}:${sizeBytes}|`;
  return sizeBytes <= unit.length ? unit : unit.repeat(Math.ceil(sizeBytes / unit.length)).slice(0, sizeBytes);
}

/**
 * Gives the id of a value that was read. Anything that is not exactly a value of ours, and whole, is
 * `damaged:<digest>`.
 */
export function identifyValue(text: string): string {
  const [unit, id = '', size = ''] = /^(v\d+\.\d+):(\d+)\|/.exec(text) ?? [];
  const whole = unit !== undefined && text.length === Math.max(Number(size), unit.length);
  if (whole && text === valueText(id, Number(size))) return id;
  return `damaged:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}
