// Owns counts and latencies of the operations of one stretch of time.
// Must not know which stretch.
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import type { OperationRecord } from './history.ts';

export interface Percentiles {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly p999Ms: number | null;
}

/** Latency counts from when the operation was due, so a stall is felt by all that had to wait for it. */
export class Latencies {
  operations = 0;
  ok = 0;
  failed = 0;
  unknown = 0;
  retried = 0;
  /** The latency in microseconds, to three significant digits. */
  readonly #histogram: RecordableHistogram = createHistogram();

  add(record: OperationRecord): void {
    this.operations++;
    this[record.outcome]++;
    if ((record.tries ?? 1) > 1) this.retried++;
    // A failed operation may be quick: it must not make the others look better.
    if (record.outcome === 'failed' || record.end === undefined) return;
    this.#histogram.record(Math.max(1, Math.round(record.end - record.due)));
  }

  percentiles(): Percentiles {
    const at = (percentile: number): number | null =>
      this.#histogram.count === 0 ? null : this.#histogram.percentile(percentile) / 1000;
    return { p50Ms: at(50), p95Ms: at(95), p99Ms: at(99), p999Ms: at(99.9) };
  }
}
