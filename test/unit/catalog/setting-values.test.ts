import { describe, expect, test } from 'vitest';
import { normalized, normalizedFileValue, typedForFile } from '../../../src/catalog/setting-values.ts';

type Form = Parameters<typeof normalized>[0];

describe('one text for all ways to write a value', () => {
  test.each([
    ['number', ['10', '0xa', '0xA', '012', '0o12', '0b1010', '1_0', '+10'], '10'],
    ['number', ['-5'], '-5'],
    ['number', ['0', '00', '0x0'], '0'],
    ['number', ['18446744073709551615'], '18446744073709551615'],
    ['boolean', ['true', '1', 't', 'T', 'TRUE', 'True'], 'true'],
    ['boolean', ['false', '0', 'f', 'F', 'FALSE', 'False'], 'false'],
    ['duration', ['5m', '300s', '4m60s', '300000ms', '0.5m270s'], '5m'],
    ['duration', ['1.5h', '90m', '1h30m'], '90m'],
    ['duration', ['1500ms', '1.5s', '1500000us', '1500000µs'], '1500ms'],
    ['duration', ['0', '0s', '0h'], '0'],
    ['duration', ['-1m', '-60s'], '-1m'],
    ['list', ['b,a', 'b, a', ' b ,a,'], 'b,a'],
    ['set', ['b,a', 'a,b', 'a, b,a'], 'a,b'],
    ['text', ['1h'], '1h'],
  ] as [Form, string[], string][])('%s %j is %s', (form, texts, one) => {
    for (const text of texts) expect(normalized(form, text), text).toBe(one);
  });

  test('what etcd would refuse stays as it was written', () => {
    for (const text of ['09', 'ten', '0x', '1.5', '']) expect(normalized('number', text), text).toBe(text);
    for (const text of ['yes', 'on', 'tRUE', '']) expect(normalized('boolean', text), text).toBe(text);
    for (const text of ['5', '5 m', 'm', '5d', '.5h', '']) expect(normalized('duration', text), text).toBe(text);
  });

  test('a file is typed, its durations are nanoseconds', () => {
    expect(normalizedFileValue('duration', 300_000_000_000)).toBe('5m');
    expect(normalizedFileValue('number', 8_589_934_592)).toBe('8589934592');
    expect(normalizedFileValue('boolean', true)).toBe('true');
    expect(normalizedFileValue('list', ['b', 'a'])).toBe('b,a');
    expect(normalizedFileValue('text', 'x')).toBe('x');
    expect(normalizedFileValue('text', [{ b: 1, a: [2] }])).toBe('[{"a":[2],"b":1}]');
  });

  test('and leads back to the same', () => {
    for (const [form, text] of [
      ['number', '0x10'],
      ['boolean', 'T'],
      ['duration', '1h30m'],
      ['list', 'b, a'],
      ['set', 'b,a'],
      ['text', '1h'],
    ] as [Form, string][]) {
      expect(normalizedFileValue(form, typedForFile(form, text)), text).toBe(normalized(form, text));
    }
    expect(typedForFile('number', '7')).toBe(7);
    expect(typedForFile('boolean', 'false')).toBe(false);
    expect(typedForFile('duration', '5m')).toBe(300_000_000_000);
    expect(typedForFile('list', 'b, a')).toEqual(['b', 'a']);
    expect(typedForFile('number', 'ten')).toBe('ten');
  });
});
