import { expect, test } from 'vitest';
import { identifyValue, valueId, valueText } from '../../../src/workload/values.ts';

test('a value has its size and gives its id back', () => {
  for (const size of [1, 5, 6, 64, 1000, 100_000]) {
    const id = valueId(2, 417);
    const text = valueText(id, size);
    expect(text.length).toBe(Math.max(size, `v2.417:${size}|`.length));
    expect(identifyValue(text)).toBe('v2.417');
  }
});

test('values of different operations never have the same text, however small', () => {
  const texts = new Set<string>();
  for (let segment = 1; segment <= 3; segment += 1) {
    for (let number = 0; number < 200; number += 1) texts.add(valueText(valueId(segment, number), 1));
  }
  expect(texts.size).toBe(600);
});

test('a value that is not exactly as written is called damaged', () => {
  const text = valueText('v1.7', 64);
  const damaged = [
    text.slice(0, -1).concat('x'),
    text.replace('v1.7', 'v1.8'),
    `${text}y`,
    '',
    'hello',
    text.replace('|', ''),
    `x${text}`,
    text.replace(':64|', ':064|'),
  ];
  for (const each of damaged) expect(identifyValue(each)).toMatch(/^damaged:[0-9a-f]{16}$/);
  expect(identifyValue('a')).not.toBe(identifyValue('b'));
});

test('a value that was cut short or lengthened is called damaged', () => {
  const text = valueText('v1.7', 64);
  for (const length of [10, 20, 63]) expect(identifyValue(text.slice(0, length))).toMatch(/^damaged:/);
  expect(identifyValue(valueText('v1.7', 65).slice(0, 64))).toMatch(/^damaged:/);
  expect(identifyValue(text.repeat(2))).toMatch(/^damaged:/);
  const unit = valueText('v1.7', 1);
  expect(identifyValue(unit.repeat(3))).toMatch(/^damaged:/);
  expect(identifyValue('v1.7:999999999999|')).toMatch(/^damaged:/);
});
