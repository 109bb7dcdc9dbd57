// Every planted violation is caught by the judge whose matter it is, in real histories and in generated ones.
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { HistoryRecord } from '../../src/judge/history.ts';
import { createJudges } from '../../src/judge/index.ts';
import { readHistory } from '../../src/judge/read-history.ts';
import { judgeHistory } from '../../src/judge/run.ts';
import type { JudgeVerdict } from '../../src/judge/verdict.ts';
import { createRandom } from '../../src/platform/random.ts';
import { generateHistory } from '../support/history-generator.ts';
import { crashPlantings, type Planting, plantings } from '../support/planted/index.ts';
import { countOf, seedsOf } from '../support/sample.ts';

const fixtures = new URL('../fixtures/history/', import.meta.url);
/** Of each kind in each history: all of these in the soak, a few of them elsewhere. */
const inAll = 20;
const perKind = countOf(inAll, 4);
const thresholds = { longestWriteGapMs: 5000, longestReadGapMs: 5000, failedOperations: 20, unknownOperations: 2000 };

async function judge(records: Iterable<HistoryRecord>): Promise<JudgeVerdict[]> {
  return judgeHistory(records, createJudges({ thresholds, expectedMembers: ['m1', 'm2', 'm3'] }));
}

const notPassed = (verdicts: readonly JudgeVerdict[]): string[] =>
  verdicts.filter(({ verdict }) => verdict !== 'pass').map((each) => `${each.judge}: ${each.verdict}: ${each.summary}`);

interface Subject {
  readonly name: string;
  readonly load: () => Promise<readonly HistoryRecord[]>;
}

const recorded: Subject[] = readdirSync(fixtures)
  .filter((file) => file.endsWith('.jsonl.gz'))
  .map((file) => ({
    name: `recorded ${file}`,
    load: async () => {
      const records: HistoryRecord[] = [];
      const text = gunzipSync(readFileSync(new URL(file, fixtures))).toString();
      for await (const record of readHistory(text.split('\n'))) records.push(record);
      return records;
    },
  }));
const generated: Subject[] = [1, 2].map((seed) => ({
  name: `generated from seed ${seed}`,
  load: async () => generateHistory({ seed, operations: 1500, keys: 16, unknown: 0.005 }),
}));

test('there is a recorded history to plant into', () => expect(recorded.length).toBeGreaterThan(0));

describe.each([...recorded, ...generated])('$name', ({ load }) => {
  test('passes untouched', async () => {
    expect(notPassed(await judge(await load()))).toEqual([]);
  });

  test.each(plantings.map((planting) => ({ ...planting })))('$kind', async (planting) => {
    await expectCaught(planting, await load());
  });
});

describe.each([1, 2])('resumed after a crash, generated from seed %i', (seed) => {
  const records = generateHistory({ seed, operations: 4000, keys: 16, unknown: 0.001, crash: true });

  test('passes untouched, but for the time in which nobody looked', async () => {
    expect(notPassed(await judge(records)).map((each) => each.split(':')[0])).toEqual(['availability']);
  });

  test.each(crashPlantings.map((planting) => ({ ...planting })))('$kind', async (planting) => {
    await expectCaught(planting, records);
  });
});

async function expectCaught({ kind, judges, verdict, plant }: Planting, records: readonly HistoryRecord[]) {
  let planted = 0;
  for (const seed of seedsOf(kind, inAll, perKind, inAll * 10)) {
    if (planted === perKind) break;
    const wrong = plant(records, createRandom(seed).fork(kind));
    if (wrong === undefined) continue;
    planted++;
    const verdicts = await judge(wrong);
    // A judge that may not judge has found nothing.
    const own = verdicts.filter(({ judge: name, summary }) => judges.includes(name) && !summary.startsWith('May not'));
    const said = own.map((each) => each.verdict);
    expect(said, `seed ${seed}: ${JSON.stringify(notPassed(verdicts))}`).toContain(verdict);
    if (verdict === 'inconclusive') expect(said).not.toContain('fail');
  }
  // A history has not always a place for each kind (no deleted key at the end, say); all together must have.
  places.set(kind, (places.get(kind) ?? 0) + planted);
}

const places = new Map<string, number>();
test('every kind was planted often enough', () => {
  const rare = [...plantings, ...crashPlantings]
    .filter(({ kind }) => (places.get(kind) ?? 0) < perKind)
    .map(({ kind }) => kind);
  expect(rare).toEqual([]);
});
