// Owns the judgement that no acknowledged write was lost: what every member holds at the end, and what strict reads saw.
// Must not judge the order in real time (linearizability.ts).
import type { FinalRecord, HistoryRecord } from './history.ts';
import { absent, type Ledger } from './ledger.ts';
import { minimumWrites } from './minimums.ts';
import { spreadRanges } from './range-sightings.ts';
import type { Timeline } from './timeline.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import type { Sighting, Versions } from './versions.ts';
import { amount, failed, passed, unsure, Violations } from './violations.ts';

const name = 'durability';

/** @param expectedMembers members whose final listing must be there; without it, at least one member's */
export function createDurabilityJudge(
  ledger: Ledger,
  versions: () => Versions,
  timeline: Timeline,
  expectedMembers: readonly string[] | undefined,
): Judge {
  const finals = new Map<string, FinalRecord[]>();
  return {
    name,
    observe: (record: HistoryRecord) => {
      ledger.observe(record);
      timeline.observe(record);
      // A listing of before a crash may be cut short, and more was written since: the members are listed again.
      if (record.k === 'segment') finals.clear();
      if (record.k !== 'final') return;
      const previous = finals.get(record.member);
      if (previous === undefined || previous.at(-1)?.complete === true) finals.set(record.member, [record]);
      else previous.push(record);
    },
    verdict: () => judge(ledger, versions(), timeline, finals, expectedMembers),
  };
}

function judge(
  ledger: Ledger,
  versions: Versions,
  timeline: Timeline,
  finals: ReadonlyMap<string, readonly FinalRecord[]>,
  expectedMembers: readonly string[] | undefined,
): JudgeVerdict {
  const violations = new Violations(timeline);
  let writes = 0;
  let newest = -1;
  for (let row = 0; row < ledger.length; row++) {
    if (!ledger.wrote(row)) continue;
    writes++;
    if (newest < 0 || ledger.rev(row) > ledger.rev(newest)) newest = row;
  }
  for (const [member, records] of finals) judgeListing(ledger, versions, member, records, newest, violations);
  judgeReads(ledger, versions, violations);
  if (violations.count > 0) return failed(name, writes, violations, 'durability-violated');

  const complete = [...finals].filter(([, records]) => records.at(-1)?.complete === true).map(([member]) => member);
  const missing = (expectedMembers ?? [...finals.keys()]).filter((member) => !complete.includes(member));
  if (missing.length > 0 || complete.length === 0) {
    const who = missing.length > 0 ? missing.join(', ') : 'any member';
    return unsure(name, writes, 'history-incomplete', `The final listing through ${who} is missing or not complete.`);
  }
  if (writes < minimumWrites) {
    return unsure(
      name,
      writes,
      'too-few-operations',
      `Only ${amount(writes, 'write')} had an effect; ${minimumWrites} are needed.`,
    );
  }
  return passed(name, writes, `${amount(writes, 'acknowledged write')}, none lost on ${complete.join(', ')}.`);
}

function judgeListing(
  ledger: Ledger,
  versions: Versions,
  member: string,
  records: readonly FinalRecord[],
  newest: number,
  violations: Violations,
): void {
  const seen = new Set<number>();
  let earliest = Number.POSITIVE_INFINITY;
  let at = 0;
  for (const record of records) {
    const rev = Number(record.rev);
    earliest = Math.min(earliest, rev);
    at = Math.max(at, record.at);
    for (const [keyName, val, mod, create, version] of record.kvs) {
      const key = ledger.keys.number(keyName);
      seen.add(key);
      const sighting = { key, val: ledger.value(val), mod: Number(mod), rev, end: record.at };
      const where = 'At the end';
      report(where, sighting, versions, violations, ledger, [only(record, keyName)]);
      if (create === undefined || version === undefined) continue;
      const life = { create: Number(create), version: Number(version) };
      judgeLife(where, sighting, life, versions, violations, ledger, record);
    }
    if (newest >= 0 && rev < ledger.rev(newest)) {
      violations.add(
        `At the end, ${member} is at revision ${rev}, although revision ${ledger.rev(newest)} was acknowledged`,
        () => [ledger.record(newest), { ...record, kvs: [] }],
      );
    }
  }
  if (records.at(-1)?.complete !== true) return;
  for (let key = 0; key < ledger.keys.size; key++) {
    if (seen.has(key)) continue;
    const sighting = { key, val: absent, mod: 0, rev: earliest, end: at };
    const listing = records.slice(-1).map((record) => ({ ...record, kvs: [] }));
    report('At the end', sighting, versions, violations, ledger, listing);
  }
}

/**
 * etcd counts the writes of a key since it was created. A write that was acknowledged and is not in that count was lost,
 * even where another has overwritten what it would have left.
 */
function judgeLife(
  where: string,
  { key, mod, end }: Sighting,
  { create, version }: { readonly create: number; readonly version: number },
  versions: Versions,
  violations: Violations,
  ledger: Ledger,
  record: FinalRecord,
): void {
  const name = ledger.keys.name(key);
  const rows: number[] = [];
  let known = 0;
  for (const write of versions.of(key)) {
    if (write.rev < create || write.rev > mod) continue;
    if (write.row !== undefined) rows.push(write.row);
    if (write.val !== absent) known++;
    else {
      violations.add(
        `${where}: ${name} lives since revision ${create}, although revision ${write.rev} deleted it`,
        () => [...rows.slice(-1).map((row) => ledger.record(row)), only(record, name)],
      );
    }
  }
  const most = known + versions.unseenWrites(key);
  if (version < known || version > most) {
    const may = version < known ? `${known} were acknowledged or seen` : `at most ${most} can have been`;
    violations.add(`${where}: ${name} was written ${version} times since revision ${create}, but ${may}`, () => [
      ...rows.slice(-5).map((row) => ledger.record(row)),
      only(record, name),
    ]);
  }
  // The key was created anew, so it was not there just before.
  const before: Sighting = { key, val: absent, mod: 0, rev: create - 1, end };
  report(`${where}, created at ${create}`, before, versions, violations, ledger, [only(record, name)]);
}

/** Reads in between: a strict read that misses an acknowledged write of an older revision shows it lost, if only for then. */
function judgeReads(ledger: Ledger, versions: Versions, violations: Violations): void {
  const look = (row: number, key: number, val: number, mod: number): void => {
    const sighting = { key, val, mod, rev: ledger.rev(row), end: ledger.end(row) };
    const wrong = versions.contradiction(sighting);
    const { lost } = wrong ?? {};
    if (wrong === undefined || lost === undefined) return;
    violations.add(`Read by operation ${ledger.id(row)}: ${wrong.message}`, () => [
      ledger.record(lost),
      ledger.record(row),
    ]);
  };
  for (let row = 0; row < ledger.length; row++) {
    if (ledger.kind(row) === 'get' && ledger.outcome(row) === 'ok') {
      look(row, ledger.key(row), ledger.gotVal(row), ledger.gotMod(row));
    }
  }
  const { first, row, val, mod } = spreadRanges(ledger);
  for (let key = 0; key + 1 < first.length; key++) {
    for (let i = first[key] as number; i < (first[key + 1] as number); i++) {
      look(row[i] as number, key, val[i] as number, mod[i] as number);
    }
  }
}

function report(
  where: string,
  sighting: Sighting,
  versions: Versions,
  violations: Violations,
  ledger: Ledger,
  records: readonly HistoryRecord[],
): void {
  const wrong = versions.contradiction(sighting);
  // Linearizability judges the answer of that deletion, which is what was wrong.
  if (wrong === undefined || wrong.misanswered !== undefined) return;
  violations.add(`${where}: ${wrong.message}`, () => [...wrong.rows.map((row) => ledger.record(row)), ...records]);
}

/** A final record with the one entry that matters. */
function only(record: FinalRecord, key: string): FinalRecord {
  return { ...record, kvs: record.kvs.filter(([name]) => name === key) };
}
