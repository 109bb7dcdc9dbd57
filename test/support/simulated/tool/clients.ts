// Owns the clients of a simulated rehearsal: writes and reads through every member in turn, each with its record.
// Must not pretend: they watch nothing, hold no locks and know no compatibility checks, so no such rehearsal is a pass.
import type { Clients } from '../../../../src/app/rehearse/clients.ts';
import type { FinalEntry, OperationRecord } from '../../../../src/judge/history.ts';
import { idsPerSegment } from '../../../../src/judge/history.ts';
import { keyName } from '../../../../src/workload/keys.ts';
import { valueId } from '../../../../src/workload/values.ts';
import type { Stored } from './hosts.ts';
import type { Line } from './line.ts';

const pauseMs = 20;
const keys = 10;

type Listing = { readonly rev: number; readonly kvs: readonly Stored[] };
type Kind = 'put' | 'get' | 'get-serializable';

/** `runOf`: which run the clients of this process belong to; known once its cluster is. */
export function simulatedClients(line: Line, runOf: () => Promise<string>): Clients {
  return {
    start: async ({ endpoints, recorder, clock }) => {
      const runId = await runOf();
      const ending = new AbortController();
      const tally = { due: 0, ok: 0, failed: 0, unknown: 0, writes: 0 };
      const memberAt = (index: number) => {
        const { member: name, url } = endpoints[index % endpoints.length] ?? { member: '', url: '' };
        return { name, clientUrl: url, peerUrl: url };
      };
      const kinds: readonly Kind[] = ['put', 'get', 'get-serializable'];
      const operate = async (number: number): Promise<void> => {
        const op = kinds[number % kinds.length] ?? 'put';
        const key = keyName(number % keys);
        const start = clock.monotonicUs();
        const id = recorder.segment * idsPerSegment + number;
        const val = op === 'put' ? valueId(recorder.segment, number) : undefined;
        const base = { k: 'op', id, client: 'c0', op, key, due: start, ...(val === undefined ? {} : { val }) } as const;
        let record: OperationRecord | undefined;
        // As applications do: the next member where one does not answer. What fails here has had no effect.
        for (let tries = 1; record?.outcome !== 'ok' && tries <= endpoints.length; tries++) {
          const via = memberAt(Math.floor(number / kinds.length) + tries);
          const sent = { start: clock.monotonicUs(), via: via.name, tries };
          try {
            const answer = await ask(runId, op, key, via, val ?? '');
            record = { ...base, ...sent, end: clock.monotonicUs(), outcome: 'ok', ...answer };
          } catch (error) {
            record = { ...base, ...sent, end: clock.monotonicUs(), outcome: 'failed', error: String(error) };
          }
        }
        if (record === undefined) return;
        tally.due += 1;
        tally[record.outcome] += 1;
        if (record.outcome === 'ok' && op === 'put') tally.writes += 1;
        recorder.record(record);
      };
      const run = async (): Promise<void> => {
        for (let number = 0; !ending.signal.aborted; number++) {
          await operate(number);
          await recorder.ready();
          await clock.sleep(pauseMs);
        }
      };
      await recorder.mark('workload-start');
      const running = run();
      let stopped: Promise<void> | undefined;
      const stop = (): Promise<void> => {
        ending.abort();
        stopped ??= running.then(() => recorder.mark('workload-end', { operations: tally.due }));
        return stopped;
      };
      return {
        running,
        totals: async () => tally,
        pauseStreams: async () => undefined,
        resumeStreams: async () => undefined,
        stop,
        abort: async () => ending.abort(),
        readBack: async (members) => {
          for (const { member, url } of members) {
            const via = { name: member, clientUrl: url, peerUrl: url };
            const { rev, kvs } = await line.call<Listing>('clients.list', runId, via, 'linearizable');
            const entries = kvs.map(
              ({ key, val, mod, create, version }): FinalEntry => [
                key,
                val,
                ...([mod, create, version].map(String) as [string, string, string]),
              ],
            );
            const at = clock.monotonicUs();
            recorder.record({ k: 'final', member, rev: String(rev), at, kvs: entries, complete: true });
          }
          await recorder.flush();
          return [];
        },
        [Symbol.asyncDispose]: stop,
      };
    },
    check: async () => [],
  };

  async function ask(
    runId: string,
    op: Kind,
    key: string,
    via: { readonly name: string },
    val: string,
  ): Promise<Pick<OperationRecord, 'rev' | 'got'>> {
    if (op === 'put') return { rev: String(await line.call<number>('clients.put', runId, via, key, val)) };
    const mode = op === 'get' ? 'linearizable' : 'serializable';
    const { rev, kvs } = await line.call<Listing>('clients.list', runId, via, mode);
    const found = kvs.find((each) => each.key === key);
    return { rev: String(rev), got: found ? { val: found.val, mod: String(found.mod) } : null };
  }
}
