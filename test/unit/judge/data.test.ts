// Durability, linearizability and serializable reads on histories of a few lines.
import { describe, expect, test } from 'vitest';
import type { FinalRecord, HistoryRecord } from '../../../src/judge/history.ts';
import { createJudges } from '../../../src/judge/index.ts';
import { judgeHistory } from '../../../src/judge/run.ts';
import type { JudgeVerdict } from '../../../src/judge/verdict.ts';
import { ballast, get, inDoubt, mark, put, remove, segment } from '../../support/history-records.ts';

const thresholds = { longestWriteGapMs: 5000, longestReadGapMs: 5000, failedOperations: 0, unknownOperations: 20 };

/** The verdicts on these records among enough others; `kvs` is what m1 lists at the end beside them. */
async function verdictsOn(
  records: readonly HistoryRecord[],
  kvs: FinalRecord['kvs'] = [],
): Promise<Map<string, JudgeVerdict>> {
  const others = ballast(1_000_000);
  const last = new Map(
    others.filter(({ op }) => op === 'put').map(({ key, val, rev }) => [key, [key, val, rev] as const]),
  );
  const listed = [...last.values()].map(([key, val = '', rev = '']) => [key, val, rev] as const);
  const final: FinalRecord = {
    k: 'final',
    member: 'm1',
    rev: '2000',
    at: 9e9,
    kvs: [...kvs, ...listed],
    complete: true,
  };
  const verdicts = await judgeHistory([segment(), ...records, ...others, final], createJudges({ thresholds }));
  return new Map(verdicts.map((verdict) => [verdict.judge, verdict]));
}

async function said(judge: string, records: readonly HistoryRecord[], kvs: FinalRecord['kvs'] = []): Promise<string> {
  const verdict = (await verdictsOn(records, kvs)).get(judge);
  return `${verdict?.verdict}: ${verdict?.violations.map(({ message }) => message).join('; ')}`;
}

describe('a write of unknown outcome', () => {
  const doubtful = inDoubt(put('k', 'late', 0, 200));
  test('may be seen', async () => {
    const records = [put('k', 'first', 2, 100), doubtful, get('k', ['late', 3], 3, 300)];
    expect(await said('linearizability', records, [['k', 'late', '3']])).toBe('pass: ');
  });
  test('may be a cas of which nobody knows what it compares with', async () => {
    const { val, ...rest } = doubtful;
    const cas: HistoryRecord = { ...rest, op: 'cas', ...(val !== undefined && { val }) };
    const seen = [put('k', 'first', 2, 100), cas, get('k', ['late', 3], 3, 300)];
    expect(await said('linearizability', seen, [['k', 'late', '3']])).toBe('pass: ');
    const missing = [put('k', 'first', 2, 100), cas, get('k', ['first', 2], 2, 300)];
    expect(await said('linearizability', missing, [['k', 'first', '2']])).toBe('pass: ');
  });
  test('may be missing', async () => {
    const records = [put('k', 'first', 2, 100), doubtful, get('k', ['first', 2], 2, 300)];
    expect(await said('durability', records, [['k', 'first', '2']])).toBe('pass: ');
  });
  test('may take effect long after its client gave up', async () => {
    const records = [doubtful, get('k', null, 5, 300), put('k', 'next', 6, 400), get('k', ['late', 7], 7, 5000)];
    expect(await said('linearizability', records, [['k', 'late', '7']])).toBe('pass: ');
  });
  test('takes effect once: what was there before does not come back', async () => {
    const records = [
      ...[put('k', 'first', 2, 100), doubtful, get('k', ['late', 3], 3, 300)],
      get('k', ['first', 2], 4, 400),
    ];
    expect(await said('linearizability', records, [['k', 'late', '3']])).toContain(
      'although revision 3 had written late',
    );
  });
  test('is no excuse before it began', async () => {
    const records = [get('k', ['late', 3], 3, 100), doubtful];
    expect(await said('linearizability', records, [['k', 'late', '3']])).toContain('whose write had not begun yet');
  });
});

describe('a deletion of unknown outcome', () => {
  const records = [put('k', 'first', 2, 100), inDoubt(remove('k', 0, 200))];
  test('explains a missing key', async () => {
    expect(await said('durability', records)).toBe('pass: ');
    expect(await said('linearizability', [...records, get('k', null, 5, 300)])).toBe('pass: ');
  });
  test('explains only one disappearance', async () => {
    const twice = [...records, get('k', null, 5, 300), put('k', 'second', 6, 400), get('k', null, 9, 500)];
    expect(await said('linearizability', twice)).toContain('No order of the operations on k explains operation');
  });
  test('explains nothing that was written long after it', async () => {
    const second = 1_000_000;
    const written = (start: number) => [inDoubt(remove('k', 0, 200)), put('k', 'late', 6, start)];
    expect(await said('durability', written(20 * second))).toBe('pass: ');
    expect(await said('durability', written(40 * second))).toContain('k is missing at revision 2000');
    expect(await said('durability', [...written(40 * second), get('k', null, 9, 41 * second)])).toContain(
      'k is missing at revision 9',
    );
  });
  test('explains nothing when no revision is left for it', async () => {
    expect(await said('linearizability', [...records, get('k', null, 2, 300)])).toMatch(/^fail: /);
  });
});

test('a write that was acknowledged and then never seen again is lost', async () => {
  const records = [put('k', 'first', 2, 100), put('k', 'second', 3, 200)];
  const judged = (await verdictsOn(records, [['k', 'first', '2']])).get('durability');
  expect(judged).toMatchObject({ verdict: 'fail', failureReason: 'durability-violated', violationCount: 1 });
  expect(judged?.violations[0]?.message).toBe(
    'At the end: k holds first (mod revision 2) at revision 2000, although revision 3 had written second; seen through m1',
  );
  expect(judged?.violations[0]?.records).toContainEqual(records[1]);
});

test('a write that failed and is seen all the same is a violation', async () => {
  const { rev: _, ...failed } = put('k', 'refused', 0, 100, { outcome: 'failed' });
  expect(await said('durability', [failed], [['k', 'refused', '5']])).toContain('a write that failed');
});

test('a read that began after a newer answer must not show an older revision', async () => {
  const records = [put('k', 'first', 2, 100), put('other', 'x', 3, 200), get('k', ['first', 2], 2, 300)];
  const message = await said('linearizability', records, [
    ['k', 'first', '2'],
    ['other', 'x', '3'],
  ]);
  expect(message).toContain('saw revision 2 after operation');
});

test('a read of the same moment may show the older revision', async () => {
  const records = [put('k', 'first', 2, 100), put('k', 'second', 3, 200), get('k', ['first', 2], 2, 205)];
  expect(await said('linearizability', records, [['k', 'second', '3']])).toBe('pass: ');
});

test('two writes that claim one revision are a violation', async () => {
  const records = [put('k', 'a', 2, 100), put('l', 'b', 2, 105)];
  expect(
    await said('linearizability', records, [
      ['k', 'a', '2'],
      ['l', 'b', '2'],
    ]),
  ).toContain('Two writes claim revision 2');
});

describe('serializable reads', () => {
  const stale = (got: readonly [string, number] | null, rev: number, start: number, via = 'm2') => ({
    ...get('k', got, rev, start, { via }),
    op: 'get-serializable' as const,
  });
  const writes = [put('k', 'first', 2, 100), put('k', 'second', 3, 200)];
  const end: FinalRecord['kvs'] = [['k', 'second', '3']];
  test('may be old', async () => {
    expect(await said('serializable-reads', [...writes, stale(['first', 2], 2, 900)], end)).toBe('pass: ');
  });
  test('must not go back through one member', async () => {
    const records = [...writes, stale(['second', 3], 3, 800), stale(['first', 2], 2, 900)];
    expect(await said('serializable-reads', records, end)).toContain('went back to revision 2 after revision 3');
  });
  test('may differ between members', async () => {
    const records = [...writes, stale(['second', 3], 3, 800, 'm2'), stale(['first', 2], 2, 900, 'm3')];
    expect(await said('serializable-reads', records, end)).toBe('pass: ');
  });
  test('may go back over a restart', async () => {
    const restart = [mark('switch-start', 850, { member: 'm2' }), mark('switch-end', 880, { member: 'm2' })];
    const records = [...writes, stale(['second', 3], 3, 800), ...restart, stale(['first', 2], 2, 900)];
    expect(await said('serializable-reads', records, end)).toBe('pass: ');
  });
  test('must not know what has not begun', async () => {
    const records = [stale(['first', 2], 2, 50), ...writes];
    expect(await said('serializable-reads', records, end)).toContain('whose write had not begun yet');
  });
});

describe('a process that was killed while it recorded', () => {
  test('may have written values that no record tells of', async () => {
    const first = [put('k', 'v1.1', 2, 100), get('k', ['v1.9', 3], 3, 300), segment(2, 10_000)];
    expect(await said('durability', first, [['k', 'v1.9', '3']])).toBe('pass: ');
    expect(await said('linearizability', first, [['k', 'v1.9', '3']])).toBe('pass: ');
  });
  test('does not excuse values of the living one', async () => {
    const records = [put('k', 'v1.1', 2, 100), segment(2, 10_000), get('k', ['v2.9', 3], 3, 20_000)];
    expect(await said('linearizability', records, [['k', 'v2.9', '3']])).toContain('which nobody wrote');
  });
});

test('a final listing through every expected member is needed', async () => {
  const judges = createJudges({ thresholds, expectedMembers: ['m1', 'm2'] });
  const final: HistoryRecord = { k: 'final', member: 'm1', rev: '2000', at: 9e9, kvs: [] };
  const verdicts = await judgeHistory([segment(), final], judges);
  expect(verdicts[1]).toMatchObject({
    judge: 'durability',
    verdict: 'inconclusive',
    failureReason: 'history-incomplete',
  });
  expect(verdicts[1]?.summary).toContain('m1, m2');
});

test('a final listing that a crash cut short is not taken together with the one of the resumed run', async () => {
  const writes = ballast(1000);
  const kvs = writes.flatMap(({ op, key, val, rev }): [string, string, string][] =>
    op === 'put' && val !== undefined && rev !== undefined ? [[key, val, rev]] : [],
  );
  const newest = new Map(kvs.map((entry) => [entry[0], entry]));
  const cutShort: FinalRecord = { k: 'final', member: 'm1', rev: '500', at: 5e8, kvs: [['ballast/0', 'old', '400']] };
  const whole: FinalRecord = { ...cutShort, rev: '2000', at: 2e9, kvs: [...newest.values()], complete: true };
  const verdicts = await judgeHistory(
    [segment(), ...writes, cutShort, segment(2, 1e9), whole],
    createJudges({ thresholds }),
  );
  const durability = verdicts.find(({ judge }) => judge === 'durability');
  expect(durability?.violations).toEqual([]);
  expect(durability?.verdict).toBe('pass');
});

test('a deletion that says that there was nothing to delete, and has deleted, is named; no write was lost', async () => {
  const records = [
    put('k', 'first', 2, 100),
    remove('k', 3, 200, { deleted: false, via: 'm2' }),
    get('k', null, 3, 300, { via: 'm3' }),
  ];
  const verdicts = await verdictsOn(records);
  expect(verdicts.get('durability')?.verdict).toBe('pass');
  const { verdict, violations = [] } = verdicts.get('linearizability') ?? {};
  expect(verdict).toBe('fail');
  expect(violations[0]?.message).toMatch(
    /^Operation \d+ \(delete\) answered what cannot be: k is missing at revision 3, although revision 2 wrote first; either operation \d+ deleted it at revision 3 and answered deleted = 0, or that write was lost before; seen through m2$/,
  );
  // Who reads after it reads what is there.
  expect(violations.length).toBe(1);
});

test('a write that is lost stays lost where a deletion finds nothing after that, whatever an old one may have done', async () => {
  const lost = [put('k', 'first', 200, 100_000_000), remove('k', 203, 120_000_000, { deleted: false })];
  const other = put('other', 'x', 203, 110_000_000);
  const missing = get('k', null, 204, 130_000_000);
  // The revision of its answer is another's: it is where the store stood, and not a deletion.
  expect(await said('durability', [...lost, other, missing], [['other', 'x', '203']])).toMatch(
    /^fail: .*k is missing at revision \d+, although revision 200 wrote first and nothing deleted it/,
  );
  const old = inDoubt(remove('k', 0, 2_000_000));
  const verdicts = await verdictsOn([old, ...lost, missing]);
  const failed = [...verdicts.values()].filter(({ verdict }) => verdict === 'fail').map(({ judge }) => judge);
  expect(failed).toContain('linearizability');
});

test('a deletion that finds nothing because another one had deleted it is right', async () => {
  const records = [
    put('k', 'first', 2, 100),
    remove('k', 3, 200),
    remove('k', 3, 300, { deleted: false }),
    get('k', null, 3, 400),
  ];
  expect(await said('linearizability', records)).toBe('pass: ');
});
