// The place of a record, and what members did meanwhile: by what was seen of them, and no more than that.
import { describe, expect, test } from 'vitest';
import type { HistoryRecord, SeenRecord } from '../../../src/judge/history.ts';
import { placeInWords } from '../../../src/judge/place.ts';
import { Timeline } from '../../../src/judge/timeline.ts';
import { get, mark, put, segment } from '../../support/history-records.ts';

const s = 1_000_000;
const look = (member: string, at: number, facts: Partial<SeenRecord> = {}): SeenRecord => ({
  k: 'seen',
  at: at * s,
  member,
  since: (at - 1) * s,
  release: '3.5.33',
  term: '2',
  leader: 'm2',
  ...facts,
});
const silent = (member: string, at: number, since: number): SeenRecord => ({
  k: 'seen',
  at: at * s,
  since: since * s,
  member,
  error: 'no answer',
});

const three = [look('m1', 1), look('m2', 1), look('m3', 1)];

function timelineOf(...records: readonly HistoryRecord[]): Timeline {
  const timeline = new Timeline();
  for (const record of [segment(), ...records]) timeline.observe(record);
  return timeline;
}

const upgradedFirst = [
  ...three,
  mark('step-start', 9 * s, { step: '1.2' }),
  mark('switch-start', 10 * s, { member: 'm1', release: '3.6.14' }),
  mark('switch-end', 12 * s, { member: 'm1' }),
  mark('step-end', 13 * s, { step: '1.2' }),
  mark('step-start', 14 * s, { step: '1.3' }),
  look('m1', 15, { release: '3.6.14' }),
];

describe('the place of a record', () => {
  const words = (timeline: Timeline, at: number, via?: string): string =>
    placeInWords(
      timeline.placeOf(put('k', 'v', 2, at * s, { end: at * s, ...(via === undefined ? {} : { via }) })) ?? {},
    );

  test('names member, release, step, state and who led', () => {
    const timeline = timelineOf(...upgradedFirst);
    expect(words(timeline, 5, 'm1')).toBe('seen through m1 (3.5.33), all on 3.5.33, led by m2 (3.5.33)');
    expect(words(timeline, 20, 'm1')).toBe(
      'seen through m1 (3.6.14) in step 1.3, 1 of 3 on 3.6.14, led by m2 (3.5.33)',
    );
    expect(words(timeline, 20)).toBe('seen in step 1.3, 1 of 3 on 3.6.14, led by m2 (3.5.33)');
  });

  test('a member that is being switched is on either, and on the new one as soon as that is done', () => {
    const timeline = timelineOf(...upgradedFirst);
    expect(words(timeline, 11, 'm1')).toBe(
      'seen through m1 (3.5.33 → 3.6.14) in step 1.2, all on 3.5.33, led by m2 (3.5.33)',
    );
    expect(words(timeline, 12.5, 'm1')).toContain('m1 (3.6.14) in step 1.2, 1 of 3 on 3.6.14');
  });

  test('the leader is the one of the youngest term; between two looks it may be either', () => {
    const timeline = timelineOf(...three, look('m3', 8, { term: '4', leader: 'm3', termSince: 7 * s }));
    expect(words(timeline, 6)).toContain('led by m2 (3.5.33)');
    expect(words(timeline, 7.5)).toContain('led by m2 (3.5.33) or m3 (3.5.33)');
    expect(words(timeline, 9)).toContain('led by m3 (3.5.33)');
  });

  test('leadership that the run moved counts from then on', () => {
    const timeline = timelineOf(...three, mark('leader-moved', 5 * s, { member: 'm1' }));
    expect(words(timeline, 6)).toContain('led by m1');
  });

  test('where nothing was seen, nothing is said', () => {
    expect(words(timelineOf(), 5)).toBe('');
    expect(words(timelineOf(), 5, 'm1')).toBe('seen through m1');
    expect(timelineOf().placeOf(segment())).toBeNull();
  });

  test('a release that is no version is named, and not counted', () => {
    const timeline = timelineOf(look('m1', 1, { release: 'own build' }), look('m2', 1));
    expect(words(timeline, 5, 'm1')).toBe('seen through m1 (own build), led by m2 (3.5.33)');
  });
});

describe('what members did meanwhile', () => {
  const span = { from: 10 * s, to: 40 * s };

  test('nothing, where they were as before', () => expect(timelineOf(...three).troubleIn(span)).toEqual([]));

  test('one that did not answer, for how long', () => {
    const timeline = timelineOf(...three, silent('m3', 22, 20), look('m3', 35, { since: 20 * s }));
    expect(timeline.troubleIn(span)).toEqual(['m3 did not answer for 15.0 s']);
    expect(timeline.troubleIn({ from: 0, to: 5 * s })).toEqual([]);
  });

  test('one without a leader', () => {
    const { leader: _, ...alone } = look('m1', 20);
    const timeline = timelineOf(...three, alone, look('m1', 39));
    expect(timeline.troubleIn(span)).toEqual(['m1 knew no leader for 20.0 s']);
  });

  test('a switch of ours is named as one, and not as silence', () => {
    const timeline = timelineOf(
      ...three,
      mark('switch-start', 20 * s, { member: 'm3', release: '3.6.14' }),
      silent('m3', 21, 19),
      mark('switch-end', 23 * s, { member: 'm3' }),
      look('m3', 24, { release: '3.6.14', since: 19 * s }),
    );
    expect(timeline.troubleIn(span)).toEqual(['m3 was being switched to 3.6.14']);
  });

  test('neighbouring looks are not counted twice', () => {
    const { leader: _, ...alone } = look('m1', 12);
    const looks = [12, 13, 14, 15, 16].map((at, index) => ({
      ...alone,
      at: at * s,
      since: (at - 1) * s,
      term: `${3 + index}`,
    }));
    const timeline = timelineOf(...three, ...looks, look('m1', 17, { term: '9' }));
    expect(timeline.troubleIn({ from: 10 * s, to: 20 * s })[0]).toBe('m1 knew no leader for 6.0 s');
  });

  test('a switch that came to no end is over with its step, or with the process that made it', () => {
    const begun = [
      ...three,
      mark('step-start', 9 * s, { step: '1.2' }),
      mark('switch-start', 10 * s, { member: 'm3', release: '3.6.14' }),
    ];
    const later = [silent('m3', 22, 20), look('m3', 35, { since: 20 * s })];
    const failed = timelineOf(...begun, mark('step-end', 18 * s, { step: '1.2' }), ...later);
    const killed = timelineOf(...begun, segment(2, 18 * s), ...later);
    for (const timeline of [failed, killed]) {
      expect(timeline.troubleIn({ from: 19 * s, to: 40 * s })).toEqual(['m3 did not answer for 15.0 s']);
      const place = timeline.placeOf(put('k', 'v', 2, 19 * s, { via: 'm3' }));
      expect(place?.release).toBe('3.5.33');
    }
  });

  test('elections are counted by terms, and ours are told apart', () => {
    const timeline = timelineOf(
      ...three,
      look('m1', 20, { term: '100', leader: 'm3', termSince: 19 * s }),
      look('m2', 20, { term: '100', leader: 'm3' }),
      mark('leader-moved', 25 * s, { member: 'm1' }),
      look('m1', 26, { term: '101', leader: 'm1', termSince: 25 * s }),
    );
    expect(timeline.troubleIn(span)).toEqual(['99 elections began, 1 of them by this run']);
    expect(timeline.elections).toEqual([
      { from: 19 * s, to: 20 * s, terms: 98 },
      { from: 25 * s, to: 26 * s, terms: 1 },
    ]);
  });

  test('what changed without being asked to', () => {
    const timeline = timelineOf(
      ...three,
      mark('member-changed', 20 * s, { member: 'm1', message: 'm1 ended by itself' }),
    );
    expect(timeline.troubleIn(span)).toEqual(['m1 ended by itself']);
  });
});

describe('an election', () => {
  test('is none where a member that is cut off raises its own term, until somebody leads in one', () => {
    const { leader: _, ...alone } = look('m3', 20, { term: '7', termSince: 19 * s });
    const raised = [alone, { ...alone, at: 25 * s, term: '12', termSince: 24 * s }];
    expect(timelineOf(...three, ...raised).elections).toEqual([]);
    const led = look('m1', 30, { term: '13', leader: 'm1', termSince: 29 * s });
    expect(timelineOf(...three, ...raised, led).elections).toEqual([{ from: 29 * s, to: 30 * s, terms: 11 }]);
  });

  test('between two processes of ours lies where nobody looked, and not before', () => {
    const { since: _, ...first } = look('m1', 50, { term: '3' });
    const timeline = timelineOf(...three, mark('step-start', 40 * s, { step: '1.2' }), segment(2, 48 * s), first);
    expect(timeline.elections).toEqual([{ from: 37 * s, to: 50 * s, terms: 1 }]);
  });

  test('that goes on leaves nobody who leads', () => {
    const alone = ['m1', 'm2', 'm3'].map((member) => {
      const { leader: _, ...rest } = look(member, 20, { term: '3', termSince: 19 * s });
      return rest;
    });
    const timeline = timelineOf(...three, ...alone);
    const led = (at: number) => timeline.placeOf(put('k', 'v', 2, at * s))?.led;
    expect([led(10), led(21)]).toEqual(['m2 (3.5.33)', undefined]);
  });
});

test('records that say nothing of members change nothing', () => {
  const timeline = timelineOf(...three, get('k', null, 1, 5 * s), put('k', 'v', 2, 6 * s));
  expect(timeline.elections).toEqual([]);
});
