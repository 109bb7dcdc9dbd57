// Owns how each kind of operation is asked of one member and what of the answer goes into the history.
// Must not know retries, time or pacing.
import { callDeadlineMs, type IKeyValue, type MemberConnection } from '../etcd/application-client.ts';
import type { OperationRecord } from '../judge/history.ts';
import type { PlannedOperation } from './schedule.ts';
import { identifyValue, valueText } from './values.ts';

/** The part of a record that only the answer tells. */
export type Answer = Pick<OperationRecord, 'rev' | 'got' | 'swapped' | 'deleted' | 'kvs'>;

type KeyValue = readonly [key: string, val: string, mod: string];

export function keyValueOf(kv: IKeyValue): KeyValue {
  return [kv.key.toString(), identifyValue(kv.value.toString()), kv.mod_revision];
}

function firstOf(kvs: readonly IKeyValue[]): { val: string; mod: string } | null {
  const [first] = kvs;
  if (first === undefined) return null;
  const [, val, mod] = keyValueOf(first);
  return { val, mod };
}

/** For cas, the mod revision to compare with; "0" means that the key must not exist. */
export type Expectation = string;

/**
 * Sends one request to exactly this member and waits for its answer, at most `timeoutMs`. Throws the library's errors.
 */
export async function perform(
  operation: PlannedOperation,
  expect: Expectation | undefined,
  { client }: MemberConnection,
  timeoutMs: number = callDeadlineMs,
): Promise<Answer> {
  const options = { deadline: Date.now() + timeoutMs };
  const { key, value } = operation;
  const text = value === undefined ? '' : valueText(value.id, value.sizeBytes);
  switch (operation.op) {
    case 'put': {
      const { header } = await client.put(key).value(text).options(options).exec();
      return { rev: header.revision };
    }
    case 'delete': {
      const { header, deleted } = await client.delete().key(key).options(options).exec();
      return { rev: header.revision, deleted: deleted !== '0' };
    }
    case 'get':
    case 'get-serializable': {
      const serializable = operation.op === 'get-serializable';
      const { header, kvs } = await client.get(key).serializable(serializable).options(options).exec();
      return { rev: header.revision, got: firstOf(kvs) };
    }
    case 'range': {
      const { header, kvs } = await client.getAll().prefix(key).options(options).exec();
      return { rev: header.revision, kvs: kvs.map(keyValueOf) };
    }
    case 'cas': {
      const { header, succeeded, responses } = await client
        .if(key, 'Mod', '==', expect ?? '0')
        .then(client.put(key).value(text))
        .else(client.get(key))
        .options(options)
        .commit();
      if (succeeded) return { rev: header.revision, swapped: true };
      return { rev: header.revision, swapped: false, got: firstOf(responses[0]?.response_range.kvs ?? []) };
    }
  }
}
