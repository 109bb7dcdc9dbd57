// Owns the judgement of serializable reads: old is allowed, but only real versions, never the future, never backwards.
// Must not demand freshness: a serializable read promises none.
import { rowsWhere, sortedRows } from './column.ts';
import type { HistoryRecord } from './history.ts';
import type { Ledger } from './ledger.ts';
import { minimumReads } from './minimums.ts';
import type { Timeline } from './timeline.ts';
import type { Judge, JudgeVerdict } from './verdict.ts';
import type { Versions } from './versions.ts';
import { amount, failed, passed, unsure, Violations } from './violations.ts';

const name = 'serializable-reads';

export function createSerializableReadsJudge(ledger: Ledger, versions: () => Versions, timeline: Timeline): Judge {
  return {
    name,
    observe: (record: HistoryRecord) => {
      ledger.observe(record);
      timeline.observe(record);
    },
    verdict: () => judge(ledger, versions(), timeline),
  };
}

function judge(ledger: Ledger, versions: Versions, timeline: Timeline): JudgeVerdict {
  const violations = new Violations(timeline);
  const reads = rowsWhere(
    ledger.length,
    (row) => ledger.kind(row) === 'get-serializable' && ledger.outcome(row) === 'ok',
  );
  for (const row of reads) {
    const [key, val, mod] = [ledger.key(row), ledger.gotVal(row), ledger.gotMod(row)];
    const wrong = versions.contradiction({ key, val, mod, rev: ledger.rev(row), end: ledger.end(row) });
    // Who reads after a deletion that had answered wrongly, reads what is there; linearizability judges that answer.
    if (wrong === undefined || wrong.misanswered !== undefined) continue;
    violations.add(`Serializable read ${ledger.id(row)}: ${wrong.message}`, () =>
      [...wrong.rows, row].map((each) => ledger.record(each)),
    );
  }
  judgeFuture(ledger, reads, violations);
  for (let member = 0; member < ledger.members.size; member++) judgeMember(ledger, member, violations);

  if (violations.count > 0) return failed(name, reads.length, violations, 'linearizability-violated');
  if (reads.length < minimumReads) {
    return unsure(
      name,
      reads.length,
      'too-few-operations',
      `Only ${amount(reads.length, 'serializable read')} answered; ${minimumReads} are needed.`,
    );
  }
  return passed(
    name,
    reads.length,
    `${amount(reads.length, 'serializable read')}: real versions, never backwards through one member.`,
  );
}

/** A store revision is of the future when a write that began after the answer is known to have made it or an older one. */
function judgeFuture(ledger: Ledger, reads: Int32Array, violations: Violations): void {
  const byStart = sortedRows(
    rowsWhere(ledger.length, (row) => ledger.wrote(row)),
    (row) => -ledger.start(row),
  );
  const byEnd = sortedRows(reads.slice(), (row) => -ledger.end(row));
  // From the end of time backwards: the smallest revision among writes that had not begun when a read was answered.
  let next = 0;
  let smallest = -1;
  for (const row of byEnd) {
    while (next < byStart.length && ledger.start(byStart[next] as number) > ledger.end(row)) {
      const write = byStart[next++] as number;
      if (smallest < 0 || ledger.rev(write) < ledger.rev(smallest)) smallest = write;
    }
    if (smallest < 0 || ledger.rev(row) < ledger.rev(smallest)) continue;
    const later = smallest;
    violations.add(
      `Serializable read ${ledger.id(row)} answered for revision ${ledger.rev(row)} before the write of revision ${ledger.rev(later)} had begun`,
      () => [ledger.record(later), ledger.record(row)],
    );
  }
}

/**
 * Revisions through one member never go back while its process lives. A restart sets the mark to nothing: after SIGKILL
 * a member may know fewer commits than before, which etcd permits a serializable read to show.
 */
function judgeMember(ledger: Ledger, member: number, violations: Violations): void {
  const restarts = restartsOf(ledger, ledger.members.name(member));
  const alive = (row: number): boolean =>
    ledger.member(row) === member &&
    ledger.outcome(row) === 'ok' &&
    !restarts.some((span) => overlaps(ledger, row, span));
  const rows = rowsWhere(ledger.length, alive);
  const byEnd = sortedRows(rows.slice(), (row) => ledger.end(row));
  const byStart = sortedRows(rows, (row) => ledger.start(row));
  let ended = 0;
  let newest = -1;
  let life = 0;
  for (const row of byStart) {
    while (life < restarts.length && (restarts[life]?.to ?? 0) <= ledger.start(row)) {
      // Whatever ended before the restart no longer counts.
      while (ended < byEnd.length && ledger.end(byEnd[ended] as number) <= (restarts[life]?.to ?? 0)) ended++;
      newest = -1;
      life++;
    }
    while (ended < byEnd.length && ledger.end(byEnd[ended] as number) < ledger.start(row)) {
      const earlier = byEnd[ended++] as number;
      if (newest < 0 || ledger.rev(earlier) > ledger.rev(newest)) newest = earlier;
    }
    if (ledger.kind(row) !== 'get-serializable' || newest < 0 || ledger.rev(row) >= ledger.rev(newest)) continue;
    const before = newest;
    violations.add(
      `Serializable read ${ledger.id(row)} went back to revision ${ledger.rev(row)} after revision ${ledger.rev(before)} through the same member`,
      () => [ledger.record(before), ledger.record(row)],
    );
  }
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function restartsOf(ledger: Ledger, member: string): Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  for (const mark of ledger.marks) {
    if (mark.member !== member) continue;
    if (mark.event === 'switch-start') from = mark.at;
    else if (mark.event === 'switch-end' && from !== undefined) {
      spans.push({ from, to: mark.at });
      from = undefined;
    }
  }
  if (from !== undefined) spans.push({ from, to: Number.POSITIVE_INFINITY });
  return spans;
}

function overlaps(ledger: Ledger, row: number, span: Span): boolean {
  return ledger.start(row) <= span.to && ledger.end(row) >= span.from;
}
