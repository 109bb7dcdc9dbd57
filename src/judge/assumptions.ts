// Owns the judgement whether the history is one that the other judges may judge at all.
// Must not judge etcd: whatever fails here is our own recording, not the cluster.
import { type HistoryRecord, idsPerSegment, lastWrites, type MarkRecord, type OperationRecord } from './history.ts';
import type { Ledger } from './ledger.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import { amount, failed, passed, unsure, Violations } from './violations.ts';

export const assumptionsName = 'assumptions';

export interface AssumptionsJudge extends Judge {
  /** Whether times of all segments compare; false after a reboot. Valid after the last record. */
  timesCompare(): boolean;
}

/** Due times are met by timers that may fire a moment early. */
const earlyUs = 5_000;

export function createAssumptionsJudge(ledger: Ledger): AssumptionsJudge {
  const violations = new Violations();
  let records = 0;
  let torn = 0;
  let lastAt = 0;
  let segmentAt: number | undefined;
  let counted = newCount();
  let untold = 0;

  const check = (record: HistoryRecord): void => {
    switch (record.k) {
      case 'unreadable':
        if (record.torn) torn++;
        else violations.add(`Line ${record.line} is no record: ${record.reason}`, () => [record]);
        return;
      case 'segment': {
        const previous = ledger.segments.at(-2);
        const expected = (previous?.n ?? 0) + 1;
        if (record.n !== expected)
          violations.add(`Segment ${record.n} follows where ${expected} should`, () => [record]);
        if (previous?.boot === record.boot && record.at < lastAt) {
          violations.add(`Segment ${record.n} begins before the records in front of it`, () => [record]);
        }
        segmentAt = record.at;
        counted = newCount();
        break;
      }
      case 'op': {
        const { start, end, due } = record;
        if (end !== undefined && end < start)
          violations.add(`Operation ${record.id} ends before it starts`, () => [record]);
        if (due > start + earlyUs) violations.add(`Operation ${record.id} starts before it is due`, () => [record]);
        if (segmentAt !== undefined && start < segmentAt) {
          violations.add(`Operation ${record.id} starts before its segment`, () => [record]);
        }
        lastAt = Math.max(lastAt, end ?? start);
        count(record, counted);
        break;
      }
      case 'mark':
        if (record.at < (segmentAt ?? 0)) violations.add('A mark lies before its segment', () => [record]);
        lastAt = Math.max(lastAt, record.at);
        if (record.event !== 'workload-end') break;
        if (record.operations === undefined) untold++;
        else checkCount(record, record.operations, counted, violations);
        break;
    }
    if (segmentAt === undefined) {
      violations.add('The history does not begin with a segment', () => [record]);
      segmentAt = 0;
    }
  };

  const timesCompare = (): boolean => new Set(ledger.segments.map((segment) => segment.boot)).size <= 1;

  const verdict = (): JudgeVerdict => {
    checkIds(ledger, violations);
    for (const record of ledger.repeatedValues) {
      violations.add(`Value ${record.val} of operation ${record.id} was written before`, () => [record]);
    }
    if (violations.count > 0) return failed(assumptionsName, records, violations, 'history-invalid');
    if (records === 0) return unsure(assumptionsName, 0, 'history-incomplete', 'The history is empty.');
    if (!timesCompare()) {
      return unsure(
        assumptionsName,
        records,
        'client-gap',
        'The machine was rebooted in between, so times before and after do not compare.',
      );
    }
    if (untold > 0) {
      return unsure(
        assumptionsName,
        records,
        'history-incomplete',
        'The end of the workload does not say how many operations there were, so some may be missing.',
      );
    }
    const lost = torn > 0 ? `, ${amount(torn, 'line')} cut off by a crash` : '';
    return passed(
      assumptionsName,
      records,
      `${amount(records, 'record')} in ${amount(ledger.segments.length, 'segment')}${lost}.`,
    );
  };

  return {
    name: assumptionsName,
    observe: (record) => {
      ledger.observe(record);
      records++;
      check(record);
    },
    verdict,
    timesCompare,
  };
}

interface Count {
  all: number;
  /** Without the last writes, whose ids stand apart. */
  planned: number;
  highest: number;
}

const newCount = (): Count => ({ all: 0, planned: 0, highest: -1 });

function count({ id }: OperationRecord, counted: Count): void {
  counted.all++;
  const number = id % idsPerSegment;
  if (number >= lastWrites) return;
  counted.planned++;
  counted.highest = Math.max(counted.highest, number);
}

/** Where the workload ended in good order each operation has its record; an id may not be twice, so counting is enough. */
function checkCount(end: MarkRecord, operations: number, counted: Count, violations: Violations): void {
  const planned = counted.highest + 1;
  if (counted.all !== operations) {
    violations.add(`There are ${amount(counted.all, 'record')} of ${amount(operations, 'operation')}`, () => [end]);
  } else if (counted.planned !== planned) {
    violations.add(`There are ${amount(counted.planned, 'record')} of ${planned} planned operations`, () => [end]);
  }
}

function checkIds(ledger: Ledger, violations: Violations): void {
  const ids = Float64Array.from({ length: ledger.length }, (_, row) => ledger.id(row)).sort();
  for (let i = 1; i < ids.length; i++) {
    const id = ids[i] as number;
    if (id !== ids[i - 1]) continue;
    violations.add(`Two operations have the id ${id}`, () => {
      const records: HistoryRecord[] = [];
      for (let row = 0; row < ledger.length && records.length < 2; row++) {
        if (ledger.id(row) === id) records.push(ledger.record(row));
      }
      return records;
    });
  }
}
