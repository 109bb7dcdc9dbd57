import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { lastWords, wallMsOf } from '../../../../src/drivers/process/log-lines.ts';
import { hostTroubleOf } from '../../../../src/drivers/process/start-failure.ts';

describe('log lines', () => {
  it('reads the time of both formats', () => {
    const expected = Date.UTC(2026, 10, 22, 10, 11, 12, 123);
    for (const line of [
      '{"level":"info","ts":"2026-11-22T10:11:12.123Z","caller":"x","msg":"y"}',
      '{"level":"info","ts":"2026-11-22T10:11:12.123456Z","caller":"x","msg":"y"}',
      '{"level":"info","ts":"2026-11-22T12:11:12.123+0200","caller":"x","msg":"y"}',
      '2026-11-22 10:11:12.123456 I | etcdmain: etcd Version: 3.4.31',
    ]) {
      expect(wallMsOf(line)).toBe(expected);
    }
    expect(wallMsOf('goroutine 1 [running]:')).toBeNull();
    expect(wallMsOf('')).toBeNull();
  });

  it('makes a zap line readable and leaves others alone', () => {
    expect(lastWords('{"level":"fatal","ts":"t","caller":"c","msg":"discovery failed","error":"too many"}')).toEqual([
      'fatal: discovery failed; error: too many',
    ]);
    expect(lastWords('{"a":1}')).toEqual(['{"a":1}']);
    expect(lastWords('{broken')).toEqual(['{broken']);
  });

  it('keeps the panic and its first goroutine lines, not the end of a long stack', () => {
    const stack = Array.from({ length: 200 }, (_, index) => `\tframe ${index}`);
    const words = lastWords(
      [
        '{"level":"info","msg":"before"}',
        'panic: unmarshal should never fail',
        '',
        'goroutine 133 [running]:',
        ...stack,
      ].join('\n'),
    );
    expect(words).toContain('panic: unmarshal should never fail');
    expect(words).toContain('goroutine 133 [running]:');
    expect(words).toContain('info: before');
    expect(words).not.toContain('\tframe 100');
    expect(words.length).toBeLessThanOrEqual(20);
  });

  it('keeps the unknown flag, not the page of help after it', () => {
    const help = Array.from({ length: 400 }, (_, index) => `  --flag-${index}`);
    const words = lastWords(['flag provided but not defined: -nonsense', 'Usage:', ...help].join('\n'));
    expect(words[0]).toBe('flag provided but not defined: -nonsense');
    expect(words).not.toContain('  --flag-399');
  });

  it('gives the last lines when there is no reason to find', () => {
    const lines = Array.from({ length: 50 }, (_, index) => `line ${index}`);
    expect(lastWords(lines.join('\n'))).toEqual(lines.slice(-20));
    expect(lastWords('')).toEqual([]);
  });

  it('blames the host only in its own words', async () => {
    // No disk is too full for nothing at all, so that only the lines are left to blame.
    const hostTroubleIn = (lines: readonly string[]) => hostTroubleOf(lines, tmpdir(), 0);
    expect(await hostTroubleIn(['fatal: discovery failed; error: listen tcp: bind: address already in use'])).toBe(
      'port-taken',
    );
    expect(await hostTroubleIn(['panic: write /x: no space left on device'])).toBe('no-space');
    // bbolt of 3.6.14, as it printed it on a full disk.
    expect(
      await hostTroubleIn(['writeAt failed, offset: 24576: %!w(*fs.PathError=&{write /data/member/snap/db 28})']),
    ).toBe('no-space');
    expect(await hostTroubleIn(['fatal: cannot access data directory: open /x: permission denied'])).toBe(
      'no-permission',
    );
    expect(
      await hostTroubleIn(['etcdserver: permission denied', 'panic: unmarshal should never fail']),
    ).toBeUndefined();
  });
});
