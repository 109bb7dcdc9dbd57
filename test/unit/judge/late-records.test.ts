// Clients have a process of their own, so what they saw may stand in the history behind marks of the engine that are younger:
// by a tenth of a second as a rule, by many where the tool stood still. No verdict may hang on that.
import { expect, test } from 'vitest';
import { availabilityReport } from '../../../src/judge/availability.ts';
import type { HistoryRecord } from '../../../src/judge/history.ts';
import { createJudges } from '../../../src/judge/index.ts';
import { judgeHistory } from '../../../src/judge/run.ts';
import { defaults } from '../../../src/manifest/defaults.ts';
import { generateHistory } from '../../support/history-generator.ts';
import { isTheTools, late } from '../../support/late-history.ts';

const { thresholds } = defaults.rehearsal;

async function verdictsOf(history: readonly HistoryRecord[]) {
  const judges = createJudges({ thresholds });
  const verdicts = await judgeHistory(history, judges);
  return { verdicts, availability: availabilityReport(judges) };
}

test.each([
  ['whole', {}],
  ['with restarts', { restarts: 3 }],
  ['in two segments', { restarts: 2, crash: true }],
])('a history %s is judged alike, however late its clients were heard', async (_, options) => {
  for (const seed of [1, 2, 3]) {
    const history = generateHistory({ seed, operations: 6000, ...options });
    const expected = await verdictsOf(history);
    for (const lagMs of [150, 8_000]) {
      const records = late(history, lagMs);
      expect(records.length).toBe(history.length);
      expect(await verdictsOf(records), `seed ${seed}, ${lagMs} ms`).toEqual(expected);
    }
  }
});

test('a process that was killed before any record of its clients was written had clients all the same', async () => {
  const history = generateHistory({ seed: 1, operations: 6000, crash: true });
  const second = history.findLastIndex(({ k }) => k === 'segment');
  const records = history.filter((record, index) => index >= second || isTheTools(record));
  const { verdicts } = await verdictsOf(records);
  expect(verdicts.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  expect(verdicts.find(({ judge }) => judge === 'availability')).toMatchObject({ failureReason: 'client-gap' });
});
