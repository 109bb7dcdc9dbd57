// Owns reading the small JSON files that stand beside backups: there or not, whole or not, of the shape that is wanted.
// Must not know any of them.
import type { z } from 'zod';
import type { EtcdMigrateError } from '../errors.ts';
import { pathError, readFileBounded } from '../platform/files.ts';

/** Makes the error of a file that is there and is not what it should be; `why` follows its path. */
export type Invalid = (why: string) => EtcdMigrateError;

/** The result is undefined where there is no file. Throws `invalid` for what is no file or too large. */
export async function readSmallFile(path: string, mostBytes: number, invalid: Invalid): Promise<string | undefined> {
  try {
    return Buffer.from(await readFileBounded(path, mostBytes)).toString();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === undefined) throw invalid(`is none: ${message}`);
    throw pathError(error, 'Reading', path);
  }
}

/** Reads as `readSmallFile` does, and throws `invalid` for what is no JSON, too. */
export async function readJsonFile(path: string, mostBytes: number, invalid: Invalid): Promise<unknown> {
  const text = await readSmallFile(path, mostBytes, invalid);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('is no JSON');
  }
}

/** Throws `invalid` with the first place that is not as the shape wants it. */
export function shapedAs<T extends z.ZodType>(shape: T, json: unknown, invalid: Invalid): z.infer<T> {
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`is damaged: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
}
