// Owns what is planted for the coverage judge: states and members that nobody looked at.
import type { HistoryRecord, OperationRecord } from '../../../src/judge/history.ts';
import type { Random } from '../../../src/platform/ports.ts';
import { choose, isEvent, isOperation, type Planting } from './planting.ts';

/** Where some observed state after the first begins: with the change of the cluster before it. */
function beginOfSomeState(records: readonly HistoryRecord[], random: Random): number | undefined {
  const states = records.flatMap((record, index) => (record.k === 'mark' && record.state !== undefined ? [index] : []));
  const state = choose(random, states.slice(1));
  return state && records.findLastIndex((record, index) => index < state && isChange(record));
}

const isChange = (record: HistoryRecord): boolean =>
  record.k === 'mark' && (record.event === 'switch-end' || record.state !== undefined);

/** From one state on: what is missing, however much there was before. */
function lacking(what: string, lacks: (record: HistoryRecord) => boolean): Planting {
  return {
    kind: `no ${what} from some state on`,
    judges: ['coverage'],
    verdict: 'inconclusive',
    plant: (records, random) => {
      const from = beginOfSomeState(records, random);
      return from === undefined ? undefined : records.filter((record, index) => index < from || !lacks(record));
    },
  };
}

/** From one state on: what one member answered, the next one answers. */
function diverted(what: string, ops: readonly OperationRecord['op'][]): Planting {
  return {
    kind: `no ${what} through one member from some state on`,
    judges: ['coverage'],
    verdict: 'inconclusive',
    plant: (records, random) => {
      const from = beginOfSomeState(records, random) ?? Number.POSITIVE_INFINITY;
      const [member, other] = random.pick([
        ['m1', 'm2'],
        ['m2', 'm3'],
        ['m3', 'm1'],
      ] as const);
      const mine = (record: HistoryRecord): record is OperationRecord =>
        isOperation(record) && ops.includes(record.op) && record.via === member;
      return records.map((record, index) => (index >= from && mine(record) ? { ...record, via: other } : record));
    },
  };
}

export const coveragePlantings: readonly Planting[] = [
  {
    kind: 'no read but through one member',
    judges: ['coverage'],
    verdict: 'inconclusive',
    plant: (records, random) => {
      const via = random.pick(['m1', 'm2', 'm3']);
      const isRead = ({ op }: OperationRecord): boolean => op === 'get' || op === 'get-serializable' || op === 'range';
      return records.map((record) => (isOperation(record) && isRead(record) ? { ...record, via } : record));
    },
  },
  diverted('linearizable read', ['get', 'range']),
  diverted('write', ['put', 'cas', 'delete']),
  diverted('serializable read', ['get-serializable']),
  lacking('lock released', (record) => record.k === 'hold' && record.kind === 'lock'),
  lacking('leadership released', (record) => record.k === 'hold' && record.kind === 'election'),
  lacking('lease renewed nor seen', (record) => record.k === 'lease'),
  lacking('event of a watch', (record) => isEvent(record)),
  {
    kind: 'no state observed',
    judges: ['coverage'],
    verdict: 'inconclusive',
    plant: (records) => records.filter((record) => record.k !== 'mark' || record.state === undefined),
  },
];
