// Owns: whatever keys, names and etcd's log lines contain, reports keep their size, their shape and their first line.
// The oracle is a real GFM parser: what it sees must be what was meant, not what the text tried to be.
import fc from 'fast-check';
import type { Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { plainLine } from '../../../src/report/escape.ts';
import { renderJunit } from '../../../src/report/junit.ts';
import { SMALLEST_LIMIT_BYTES } from '../../../src/report/limits.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { RehearsalReport } from '../../../src/report/model.ts';
import { renderText } from '../../../src/report/text.ts';

const nasty = fc.constantFrom(
  '@octocat',
  '@org/team',
  '| a | b |',
  'a\\|b',
  '\\\\|',
  '```\n# out',
  '`x`',
  '``',
  '`|`',
  '<script>alert(1)</script>',
  '</details>',
  '<!-- ',
  '<img src=x onerror=y>',
  '[a](javascript:x)',
  '![a](http://evil/x.png)',
  'http://evil.example',
  'www.evil.example',
  'mail@evil.example',
  '#12',
  'GH-12',
  '# heading',
  '- item',
  '+ item',
  '12. item',
  '---',
  '===',
  '> quote',
  '[^1]: note',
  '[x]: http://evil',
  '~~~',
  '~gone~',
  '$x$',
  '**b** __i__ *i* _i_',
  '\n\n## new',
  '\r::error::x',
  '::error::x',
  '##[error]x',
  '\u001b[31m',
  '\u0000',
  '\u202e',
  '\ud800',
  '&lt;',
  '&#64;x',
  '    code',
  '\t',
  ' ',
);
const hostile = fc
  .array(fc.oneof(nasty, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 5 })
  .map((parts) => parts.join(''));
const figure = fc.double({ min: 0, max: 1e9, noNaN: true });
const natural = fc.nat({ max: 1_000_000 });
const verdict = fc.constantFrom('pass', 'fail', 'inconclusive' as const);
const optional = { requiredKeys: [] as never[] };

const finding = fc
  .record(
    {
      where: fc.record({ file: hostile, line: natural, column: natural }),
      evidence: hostile,
      fix: hostile,
      learnMore: hostile,
    },
    optional,
  )
  .chain((rest) =>
    fc
      .record({
        id: hostile,
        severity: fc.constantFrom('error', 'warning', 'note' as const),
        message: hostile,
      })
      .map((base) => ({ ...base, ...rest })),
  );
const step = fc.record({
  id: hostile,
  title: hostile,
  depth: fc.nat({ max: 12 }),
  part: fc.constantFrom('upgrade', 'leg' as const),
  status: fc.constantFrom('not-run', 'ok', 'failed' as const),
  durationMs: figure,
  detail: hostile,
  clients: fc.record({
    operations: natural,
    failed: natural,
    unknown: natural,
    longestWriteGapMs: fc.option(figure),
    longestReadGapMs: fc.option(figure),
    p50Ms: fc.option(figure),
    p95Ms: fc.option(figure),
    p99Ms: fc.option(figure),
    p999Ms: fc.option(figure),
  }),
});
const check = fc.record({
  check: hostile,
  state: hostile,
  member: hostile,
  release: hostile,
  expected: hostile,
  seen: hostile,
  ok: fc.boolean(),
  durationMs: figure,
  error: hostile,
});
const judge = fc.record({
  judge: hostile,
  verdict,
  summary: hostile,
  judged: natural,
  violations: fc.array(fc.record({ message: hostile, records: fc.constant([]) }), { maxLength: 4 }),
  violationCount: natural,
});

const anyReport: fc.Arbitrary<RehearsalReport> = fc.record({
  schemaVersion: fc.constant(1 as const),
  tool: fc.record({ name: fc.constant('etcd-migrate' as const), version: hostile }),
  mode: fc.constant('preflight'),
  cluster: hostile,
  verdict: fc.constantFrom('pass', 'fail', 'inconclusive', 'error' as const),
  failureReason: fc.option(fc.constant('gate-failed')),
  reason: hostile,
  evidence: fc.array(hostile, { maxLength: 6 }),
  clusterState: hostile,
  pointOfNoReturn: hostile,
  nextSteps: fc.array(hostile, { maxLength: 8 }),
  planDigest: hostile,
  from: hostile,
  to: hostile,
  seed: natural,
  depth: hostile,
  durationMs: figure,
  releases: fc.array(
    fc.record({
      version: hostile,
      source: hostile,
      platform: hostile,
      sha256: fc.dictionary(hostile, hostile, { maxKeys: 3, noNullPrototype: true }),
    }),
    { maxLength: 3 },
  ),
  steps: fc.array(step, { maxLength: 8 }),
  checks: fc.array(check, { maxLength: 8 }),
  judges: fc.array(judge, { maxLength: 4 }),
  availability: fc.record({
    longestWriteGapMs: fc.option(figure),
    longestReadGapMs: fc.option(figure),
    longestWriteGapStep: fc.option(hostile),
    operations: natural,
    ok: natural,
    failed: natural,
    unknown: natural,
    retried: natural,
  }),
  findings: fc.array(finding, { maxLength: 5 }),
}) as unknown as fc.Arbitrary<RehearsalReport>;

function parse(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function* walk(node: Nodes, inHtmlCode = { open: false }): Generator<{ node: Nodes; inHtmlCode: boolean }> {
  if (node.type === 'html' && node.value === '<code>') inHtmlCode.open = true;
  if (node.type === 'html' && node.value === '</code>') inHtmlCode.open = false;
  yield { node, inHtmlCode: inHtmlCode.open };
  if ('children' in node) for (const child of node.children) yield* walk(child, inHtmlCode);
}

function shown(node: Nodes): string {
  const text =
    'value' in node
      ? node.type === 'html'
        ? ''
        : node.value
      : 'children' in node
        ? node.children.map(shown).join('')
        : '';
  return text.replaceAll('\u200b', '');
}

const OUR_HTML = /^(<details( open)?><summary>[^<>&|`]*<\/summary>|<\/details>|<\/?sub>|<\/?code>)$/;
const OUR_HEADINGS = /^(Evidence|Findings|Judges|Compatibility checks)/;

describe('hostile text', () => {
  it('never becomes a heading, HTML, link, image, mention or table cell of its own', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const tree = parse(renderMarkdown(report));
        for (const { node, inHtmlCode } of walk(tree)) {
          if (node.type === 'heading' && node.depth !== 2) expect(shown(node)).toMatch(OUR_HEADINGS);
          if (node.type === 'html') expect(node.value).toMatch(OUR_HTML);
          if (node.type === 'text' && !inHtmlCode) expect(node.value).not.toMatch(/@[\w-]|#\d|GH-\d/i);
          if (node.type === 'link') expect(report.findings?.map((one) => one.learnMore)).toContain(node.url);
          expect([
            'image',
            'imageReference',
            'linkReference',
            'definition',
            'footnoteReference',
            'footnoteDefinition',
            'thematicBreak',
            'blockquote',
            'emphasis',
            'delete',
            'break',
          ]).not.toContain(node.type);
        }
        const headings = [...walk(tree)].filter(({ node }) => node.type === 'heading' && node.depth < 3);
        expect(headings).toHaveLength(1);
        for (const { node } of walk(tree)) {
          if (node.type !== 'code') continue;
          expect(node.lang).toBe('text');
        }
      }),
      { numRuns: 250 },
    );
  });

  it('shows in a table cell exactly what it was', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, summary) => {
        const judges = [
          { judge: name, verdict: 'pass' as const, summary, judged: 7, violations: [], violationCount: 0 },
        ];
        const report: RehearsalReport = {
          schemaVersion: 1,
          tool: { name: 'etcd-migrate', version: '1' },
          mode: 'preflight',
          verdict: 'pass',
          failureReason: null,
          reason: 'r',
          nextSteps: [],
          judges,
        };
        const table = [...walk(parse(renderMarkdown(report)))].find(({ node }) => node.type === 'table')?.node as Table;
        const cells = (table.children[1]?.children ?? []).map((cell) => shown(cell));
        const original = (text: string): string => plainLine(text).trim().replaceAll('\u200b', '');
        expect(cells.map((text) => text.trim())).toEqual(['✅', original(name), original(summary), '7']);
      }),
      { numRuns: 500 },
    );
  });

  it('never makes a report longer than its limit nor moves the verdict from the first line', () => {
    fc.assert(
      fc.property(
        anyReport,
        fc.integer({ min: SMALLEST_LIMIT_BYTES, max: 20_000 }),
        fc.constantFrom('all', 'top', 'details' as const),
        fc.integer({ min: 1, max: 400 }),
        (report, limit, part, times) => {
          const large: RehearsalReport = {
            ...report,
            reason: report.reason.repeat(times),
            cluster: (report.cluster ?? '').repeat(times),
            evidence: (report.evidence ?? []).map((line) => line.repeat(times)),
          };
          const markdown = renderMarkdown(large, { limit, part });
          expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(limit);
          if (part !== 'details')
            expect(markdown).toMatch(/^## (✅ Safe|❌ Not safe|⚠️ Not proven|💥 Could not tell): etcd/);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('never puts a terminal sequence or a workflow command into the text', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = renderText(report, { color: false });
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|##\[/u);
        expect(text.split('\n').filter((line) => line.trim().startsWith('::'))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('never breaks the XML', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const names = new Set<string>();
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('opentag', (tag) => names.add(tag.name));
        parser.write(renderJunit(report)).close();
        const known = ['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped', 'system-err'];
        expect([...names].filter((name) => !known.includes(name))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is generated as reports that the schema accepts', () => {
    fc.assert(fc.property(anyReport, (report) => RehearsalReport.safeParse(report).success));
  });
});
