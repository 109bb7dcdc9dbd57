import { expect, test } from 'vitest';
import { settle } from '../../../../src/app/shell/run-settings.ts';
import type { Surroundings } from '../../../../src/app/shell/surroundings.ts';

const settingsOf = (outIsTTY: boolean, isTTY: boolean, environment = {}, color = true) => {
  const surroundings = { environment, workingDirectory: '/', outIsTTY, errorStream: { isTTY } };
  const settings = settle({ color }, surroundings as unknown as Surroundings);
  return [settings.color, settings.errorColor];
};

test('a report that a terminal sends to a file has no escape codes: each stream has its own colours', () => {
  expect(settingsOf(false, true)).toEqual([false, true]);
  expect(settingsOf(true, false)).toEqual([true, false]);
  expect(settingsOf(true, true)).toEqual([true, true]);
  expect(settingsOf(true, true, { NO_COLOR: '1' })).toEqual([false, false]);
  expect(settingsOf(true, true, {}, false)).toEqual([false, false]);
});

test('a manifest that is not trusted is confined to what was checked out, or to where somebody works', () => {
  const confinedTo = (trusted: boolean | undefined, environment = {}): string | null => {
    const surroundings = { environment, workingDirectory: '/srv/clusters', errorStream: {} };
    return settle(trusted === undefined ? {} : { trusted }, surroundings as unknown as Surroundings).confinedTo;
  };
  expect(confinedTo(false, { GITHUB_WORKSPACE: '/work' })).toBe('/work');
  expect(confinedTo(false, { GITHUB_WORKSPACE: '' })).toBe('/srv/clusters');
  expect(confinedTo(false)).toBe('/srv/clusters');
  expect(confinedTo(true, { GITHUB_WORKSPACE: '/work' })).toBeNull();
  expect(confinedTo(undefined)).toBeNull();
});
