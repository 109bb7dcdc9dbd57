// Owns the open-loop schedule: what each client does and when it is due, decided before anything is sent.
// Must not know time, etcd, nor how long anything takes: a slow cluster must not thin out its own load.
import { idsPerSegment, type OperationKind } from '../judge/history.ts';
import type { WorkloadSettings } from '../manifest/resolve.ts';
import type { Random } from '../platform/ports.ts';
import { groupCount, groupPrefix, keyName } from './keys.ts';
import { valueId } from './values.ts';

export interface PlannedOperation {
  /** Number that is unique in the whole history, over all segments. */
  readonly id: number;
  /** When the operation is due, in monotonic microseconds. */
  readonly dueUs: number;
  /** Index of the client. */
  readonly client: number;
  /**
   * Counts the operations of this kind. Members are asked in turn, as etcd's own clients do it by default: so each
   * member meets each kind of request all the time, whatever the number of clients.
   */
  readonly turn?: number;
  readonly op: OperationKind;
  /** The key; for a range the prefix. */
  readonly key: string;
  /** What put and cas write. */
  readonly value?: { readonly id: string; readonly sizeBytes: number };
  /** Whether a cas compares with a revision that is known to be outdated, to see comparisons fail too. */
  readonly outdated?: boolean;
}

const kinds = {
  put: 'put',
  get: 'get',
  getSerializable: 'get-serializable',
  range: 'range',
  cas: 'cas',
  delete: 'delete',
} as const satisfies Record<keyof WorkloadSettings['mix'], OperationKind>;

function weighted(mix: WorkloadSettings['mix']): readonly OperationKind[] {
  return (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((name) =>
    Array.from({ length: mix[name] }, () => kinds[name]),
  );
}

/** Plans an endless, strictly ordered sequence: one operation in each interval of 1/rate, at a random moment of it. */
export function* planOperations(
  settings: WorkloadSettings,
  random: Random,
  segment: number,
  startUs: number,
): Generator<PlannedOperation, never> {
  const choices = weighted(settings.mix);
  const intervalUs = 1_000_000 / settings.rate;
  const [smallest, largest] = settings.valueBytes;
  const turns = new Map<OperationKind, number>();
  for (let number = 0; ; number += 1) {
    const op = random.pick(choices);
    const turn = turns.get(op) ?? 0;
    turns.set(op, turn + 1);
    const writes = op === 'put' || op === 'cas';
    yield {
      id: segment * idsPerSegment + number,
      dueUs: Math.floor(startUs + (number + random.next()) * intervalUs),
      client: random.int(settings.clients),
      turn,
      op,
      key: op === 'range' ? groupPrefix(random.int(groupCount(settings.keys))) : keyName(random.int(settings.keys)),
      ...(writes && {
        value: { id: valueId(segment, number), sizeBytes: smallest + random.int(largest - smallest + 1) },
      }),
      ...(op === 'cas' && random.next() < 0.1 && { outdated: true }),
    };
  }
}
