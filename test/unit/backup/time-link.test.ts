// How old and how slow a backup may be, and when nobody can say.
import { describe, expect, it } from 'vitest';
import { proveTime, type TakenAt } from '../../../src/backup/time-link.ts';
import type { BackupPolicy } from '../../../src/manifest/resolve.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-28T12:00:00Z');
const told = (policy: BackupPolicy, by: TakenAt['by'], ageMs: number) =>
  proveTime({ restoreMs: 4_000, startMs: 1_000 }, { wallMs: now - ageMs, by }, policy, now);

describe('the time link', () => {
  it('gives both figures by stage, whatever policy says', () => {
    const { link, rpo, rto } = told({}, 'recorded', 2 * hour);
    expect(link).toMatchObject({ name: 'time', verdict: 'pass', failureReason: null });
    expect(rpo).toEqual({ ageMs: 2 * hour, by: 'recorded', limitMs: null });
    expect(rto).toEqual({ fetchMs: null, restoreMs: 4_000, startMs: 1_000, totalMs: 5_000, limitMs: null });
    expect(link.evidence).toEqual([
      'recovery takes 5.0 s: 4.0 s to restore, 1.0 s to start',
      'its data are 2 h 0 min old',
    ]);
  });

  it('counts what it took to bring the backup here', () => {
    const times = { fetchMs: 60_000, restoreMs: 4_000, startMs: 1_000 };
    const { link, rto } = proveTime(times, { wallMs: now, by: 'recorded' }, { rtoMs: 64_999 }, now);
    expect(rto).toEqual({ ...times, totalMs: 65_000, limitMs: 64_999 });
    expect(link).toMatchObject({ verdict: 'fail', failureReason: 'restore-too-slow' });
    expect(link.evidence[1]).toBe(
      'recovery takes 1 min 5 s: 1 min 0 s to bring it here, 4.0 s to restore, 1.0 s to start',
    );
  });

  it.each([
    ['older than allowed, as recorded', { rpoMs: hour }, 'recorded', 2 * hour, 'fail', 'backup-stale'],
    ['older than allowed, by the file', { rpoMs: hour }, 'file-time', 2 * hour, 'fail', 'backup-stale'],
    ['young enough, as recorded', { rpoMs: 3 * hour }, 'recorded', 2 * hour, 'pass', null],
    [
      'young enough by the file alone',
      { rpoMs: 3 * hour },
      'file-time',
      2 * hour,
      'inconclusive',
      'backup-age-unknown',
    ],
    ['from the future', { rpoMs: hour }, 'recorded', -hour, 'inconclusive', 'backup-age-unknown'],
    ['from the future, without a policy', {}, 'recorded', -hour, 'inconclusive', 'backup-age-unknown'],
    ['a moment ahead of our clock', { rpoMs: hour }, 'recorded', -1_000, 'pass', null],
    ['slower than allowed', { rtoMs: 4_999 }, 'recorded', hour, 'fail', 'restore-too-slow'],
    ['quick enough', { rtoMs: 5_000 }, 'recorded', hour, 'pass', null],
    ['too old and too slow: the data weigh more', { rpoMs: 1, rtoMs: 1 }, 'recorded', hour, 'fail', 'backup-stale'],
  ] as const)('%s', (_, policy, by, ageMs, verdict, failureReason) => {
    expect(told(policy, by, ageMs).link).toMatchObject({ verdict, failureReason });
  });
});
