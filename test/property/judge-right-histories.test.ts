// Right histories pass, whatever the share of unknown and failed operations, restarts and crashes of the recorder.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJudges } from '../../src/judge/index.ts';
import { judgeHistory } from '../../src/judge/run.ts';
import { generateHistory } from '../support/history-generator.ts';

const thresholds = { longestWriteGapMs: 5000, longestReadGapMs: 5000, failedOperations: 1e6, unknownOperations: 1e6 };

test('no false alarm', async () => {
  const shape = {
    seed: fc.nat(),
    keys: fc.integer({ min: 1, max: 60 }),
    clients: fc.integer({ min: 1, max: 16 }),
    unknown: fc.constantFrom(0, 0.01, 0.1, 0.4),
    failed: fc.constantFrom(0, 0.05),
    restarts: fc.integer({ min: 0, max: 6 }),
    rate: fc.constantFrom(80, 200),
    crash: fc.boolean(),
  };
  await fc.assert(
    fc.asyncProperty(fc.record(shape), async (options) => {
      const records = generateHistory({ operations: options.crash ? 3000 : 1500, ...options });
      const verdicts = await judgeHistory(records, createJudges({ thresholds, expectedMembers: ['m1', 'm2', 'm3'] }));
      const stated = (judge: string): boolean =>
        (judge === 'availability' && options.crash) || (judge === 'hash' && options.restarts === 0);
      const alarms = verdicts.filter(({ judge, verdict }) => verdict !== (stated(judge) ? 'inconclusive' : 'pass'));
      expect(alarms.map(({ judge, verdict, summary }) => ({ judge, verdict, summary }))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
