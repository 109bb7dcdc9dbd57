// Owns the values that clients write: unique in the whole history, of a wanted size, and provably undamaged.
// Must not know keys, operations or etcd.
import { createHash } from 'node:crypto';

/** Short name of a value, which stands for it in the history: `v<segment>.<number>`. */
export type ValueId = string;

export function valueId(segment: number, number: number): ValueId {
  return `v${segment}.${number}`;
}

/** The text of a value: its id, then padding that follows from the id. At least as long as the id needs. */
export function valueText(id: ValueId, sizeBytes: number): string {
  const unit = `${id}|`;
  return sizeBytes <= unit.length ? unit : unit.repeat(Math.ceil(sizeBytes / unit.length)).slice(0, sizeBytes);
}

/** The id of a value that was read. Anything that is not exactly a value of ours is `damaged:<digest>`. */
export function identifyValue(text: string): string {
  const end = text.indexOf('|');
  const id = text.slice(0, Math.max(end, 0));
  if (/^v\d+\.\d+$/.test(id) && text === valueText(id, text.length)) return id;
  return `damaged:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}
