// Owns histories whose clients were heard late: the same records, behind marks of the engine that are younger.
// Must not change any record.
import type { HistoryRecord } from '../../src/judge/history.ts';

/** What the tool itself records, at once; everything else comes from its clients, in their own order. */
export function isTheTools(record: HistoryRecord): boolean {
  if (record.k === 'mark') return !['workload-start', 'workload-end', 'stalled'].includes(record.event);
  return record.k === 'segment' || record.k === 'seen';
}

function timeOf(record: HistoryRecord): number {
  if (record.k === 'op') return record.end ?? record.start;
  return 'at' in record ? record.at : Number.POSITIVE_INFINITY;
}

/** The same records, those of the clients as late as `lagMs`, and never before the marks that they stood behind. */
export function late(history: readonly HistoryRecord[], lagMs: number): HistoryRecord[] {
  const segments: HistoryRecord[][] = [];
  for (const record of history) {
    if (record.k === 'segment') segments.push([]);
    segments.at(-1)?.push(record);
  }
  return segments.flatMap((records) => {
    const tools = records.filter(isTheTools);
    const all: HistoryRecord[] = [];
    for (const record of records.filter((each) => !isTheTools(each))) {
      while (tools[0] !== undefined && timeOf(tools[0]) < timeOf(record) + lagMs * 1000)
        all.push(...tools.splice(0, 1));
      all.push(record);
    }
    return [...all, ...tools];
  });
}
