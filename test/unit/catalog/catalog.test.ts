import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import { expectationOf, findLine, hopRuleOf, snapshotCountOf } from '../../../src/catalog/lookups.ts';
import { HopsFile, KnownBadFile, ReleasesFile } from '../../../src/catalog/schema.ts';
import {
  compareLines,
  compareVersions,
  highestOf,
  lineAfter,
  lineOf,
  minorsBetween,
} from '../../../src/catalog/version.ts';

const catalog = loadCatalog();
const versions = new Set(catalog.releases.map((release) => release.version));

describe('the data', () => {
  test('every fact has a source that names something', () => {
    const facts = [
      ...catalog.lines,
      ...catalog.releases,
      ...catalog.hops.flatMap((hop) => [
        hop.floor,
        ...hop.preparations,
        ...hop.freezes,
        ...(hop.authBlocks === null ? [] : [hop.authBlocks]),
      ]),
      ...catalog.knownBad,
      ...catalog.knownIssues,
      ...catalog.symptoms,
      ...catalog.checks,
    ];
    expect(facts.length).toBeGreaterThan(200);
    expect(facts.filter((fact) => fact.source.trim().length < 5)).toEqual([]);
  });

  test('known issues count from K1 without a gap, each with sentences of its own', () => {
    const { knownIssues } = catalog;
    expect(knownIssues.map(({ id }) => id)).toEqual(knownIssues.map((_, index) => `K${index + 1}`));
    expect(new Set(knownIssues.map(({ problem }) => problem)).size).toBe(knownIssues.length);
    for (const { id, problem, advice } of knownIssues) {
      for (const text of [problem, advice]) expect(text, id).toMatch(/^(etcd|v2|[A-Z0-9`]).*\.$/);
    }
  });

  test('lines follow each other without a gap, and a hop leads from each to the next', () => {
    const lines = catalog.lines.map((line) => line.line);
    expect(lines).toEqual(['3.3', '3.4', '3.5', '3.6', '3.7']);
    expect(catalog.hops.map(({ from, to }) => [from, to])).toEqual(
      lines.slice(0, -1).map((line) => [line, lineAfter(line)]),
    );
  });

  test('releases are unique, belong to a known line and come in ascending order with dates', () => {
    const listed = catalog.releases.map((release) => release.version);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual([...listed].sort(compareVersions));
    for (const release of catalog.releases) {
      const line = findLine(lineOf(release.version));
      expect(line, release.version).toBeDefined();
      expect(release.date, release.version).toBeDefined();
      expect((release.date ?? '') >= (line?.firstRelease ?? '9'), release.version).toBe(true);
    }
  });

  test('floors are releases of their own source line, not below the official floor, not known-bad for the hop', () => {
    for (const { from, to, floor } of catalog.hops) {
      expect(versions.has(floor.release), floor.release).toBe(true);
      expect(lineOf(floor.release)).toBe(from);
      if (floor.official !== null) expect(compareVersions(floor.official, floor.release)).toBeLessThanOrEqual(0);
      expect(floor.since).toBe(catalog.releases.find((release) => release.version === floor.release)?.date);
      const blocking = catalog.knownBad.filter(
        (range) =>
          range.severity === 'block' &&
          (range.onlyWith === undefined || range.onlyWith === `hop-${to}`) &&
          range.affected.some(
            ({ first, last }) =>
              compareVersions(first, floor.release) <= 0 && compareVersions(floor.release, last) <= 0,
          ),
      );
      expect(blocking, floor.release).toEqual([]);
    }
  });

  test('known-bad ranges are ordered, stay within one line, end before their fix and have unique ids', () => {
    const ids = catalog.knownBad.map((range) => range.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(48);
    for (const { id, affected, fixedIn, onlyWith, flags } of catalog.knownBad) {
      expect(affected.length, id).toBeGreaterThan(0);
      expect(fixedIn.length, id).toBeGreaterThan(0);
      expect(onlyWith === 'flag', id).toBe(flags !== undefined);
      for (const { first, last } of affected) {
        expect(lineOf(first), id).toBe(lineOf(last));
        expect(compareVersions(first, last), id).toBeLessThanOrEqual(0);
        expect(versions.has(first), `${id} ${first}`).toBe(true);
        expect(versions.has(last), `${id} ${last}`).toBe(true);
        const fix = fixedIn.find((version) => lineOf(version) === lineOf(first));
        if (fix !== undefined) expect(compareVersions(last, fix), id).toBeLessThan(0);
      }
    }
  });

  test('each range ends right below its fix, so no bad release is forgotten between them', () => {
    for (const { id, affected, fixedIn } of catalog.knownBad) {
      for (const { last } of affected) {
        const fix = fixedIn.find((version) => lineOf(version) === lineOf(last));
        if (fix === undefined || !versions.has(fix)) continue;
        const between = [...versions].filter(
          (version) => compareVersions(version, last) > 0 && compareVersions(version, fix) < 0,
        );
        expect(between, id).toEqual([]);
      }
    }
  });

  test('what can be built with Go names one package for each tool of its line', () => {
    const buildable = catalog.releases.filter((release) => release.go !== undefined);
    expect(buildable.map((release) => release.version)).toEqual([
      '3.4.31',
      '3.5.30',
      '3.5.31',
      '3.5.32',
      '3.5.33',
      '3.6.10',
      '3.6.11',
      '3.6.12',
      '3.6.13',
      '3.6.14',
      '3.7.0',
      '3.7.1',
    ]);
    for (const { version, go } of buildable) {
      expect(Object.keys(go?.packages ?? {}), version).toEqual(findLine(lineOf(version))?.tools);
    }
  });

  test('Debian packages carry the version that they are listed for', () => {
    const packaged = catalog.releases.filter((release) => release.debian !== undefined);
    expect(packaged.map((release) => [release.version, release.debian?.suite])).toEqual([
      ['3.3.25', 'bullseye'],
      ['3.4.23', 'bookworm'],
      ['3.5.16', 'trixie'],
      ['3.5.30', 'forky'],
    ]);
    for (const { version, debian } of packaged) expect(debian?.packageVersion.split(/[+-]/)[0]).toBe(version);
  });

  test('checks have unique ids and an expectation for every line', () => {
    const ids = catalog.checks.map((check) => check.check);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      for (const { line } of catalog.lines) expect(expectationOf(id, line), `${id} on ${line}`).toBeTruthy();
    }
  });

  test('the preparation that lowers the snapshot count says to what', () => {
    const lowering = catalog.hops.flatMap((hop) =>
      hop.preparations.filter((preparation) => preparation.id === 'restart-with-low-snapshot-count'),
    );
    expect(lowering.length).toBe(2);
    for (const preparation of lowering) expect(preparation.snapshotCount).toBeGreaterThan(0);
  });
});

describe('the schema refuses', () => {
  const fact = { source: 'somewhere', verified: 'read' };
  test('a fact without a source', () => {
    expect(
      ReleasesFile.safeParse({
        catalogVersion: '2026-01-01.1',
        lines: [],
        releases: [{ version: '3.5.1', verified: 'read' }],
      }).success,
    ).toBe(false);
  });
  test('a line where an exact version belongs, and an unknown key', () => {
    const range = {
      id: 'B99',
      affected: [{ first: '3.5.0', last: '3.5.1' }],
      fixedIn: ['3.5.2'],
      problem: 'p',
      bites: 'b',
      severity: 'warn',
      ...fact,
    };
    expect(KnownBadFile.safeParse({ ranges: [range] }).success).toBe(true);
    expect(
      KnownBadFile.safeParse({ ranges: [{ ...range, affected: [{ first: '3.5', last: '3.5.1' }] }] }).success,
    ).toBe(false);
    expect(KnownBadFile.safeParse({ ranges: [{ ...range, severty: 'block' }] }).success).toBe(false);
  });
  test('a hop without a floor', () => {
    expect(
      HopsFile.safeParse({ hops: [{ from: '3.5', to: '3.6', preparations: [], freezes: [], authBlocks: null }] })
        .success,
    ).toBe(false);
  });
});

describe('versions and lines', () => {
  test('compare by number, not by text', () => {
    expect(compareVersions('3.5.9', '3.5.33')).toBeLessThan(0);
    expect(compareLines('3.10', '3.9')).toBeGreaterThan(0);
    expect(highestOf(['3.5.9', '3.5.33', '3.5.4'])).toBe('3.5.33');
    expect(highestOf([])).toBeUndefined();
    expect(lineAfter('3.9')).toBe('3.10');
    expect(minorsBetween('3.5', '3.7')).toBe(2);
    expect(minorsBetween('3.7', '4.0')).toBeNaN();
  });
  test('a line knows its default snapshot count; an unknown line is unknown', () => {
    expect(snapshotCountOf('3.5')).toBe(100_000);
    expect(snapshotCountOf('3.6')).toBe(10_000);
    expect(snapshotCountOf('3.8')).toBeUndefined();
    expect(hopRuleOf('3.4', '3.6')).toBeUndefined();
  });
});
