// Owns: text, JSON and JUnit keep their contracts.
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { count, duration } from '../../../src/report/format.ts';
import { renderHtml } from '../../../src/report/html.ts';
import { renderJson } from '../../../src/report/json.ts';
import { renderJunit } from '../../../src/report/junit.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { ProofReport, type RehearsalReport, RunReport } from '../../../src/report/model.ts';
import { createRedactor } from '../../../src/report/redact.ts';
import { renderText } from '../../../src/report/text.ts';
import { inconclusive, panicking, passing, samples } from '../../fixtures/report/samples.ts';

function parseXml(xml: string): SaxesTagPlain[] {
  const tags: SaxesTagPlain[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => tags.push(tag as SaxesTagPlain));
  parser.write(xml).close();
  return tags;
}

describe('text', () => {
  it('answers in its first line and repeats the answer where a terminal ends', () => {
    const lines = renderText(panicking, { color: false }).trimEnd().split('\n');
    expect(lines[0]).toBe('✘ Not safe: etcd 3.5.33 → 3.7.1 (prod-eu1)');
    expect(lines.at(-1)).toBe(lines[0]);
  });

  it('has no escape sequence without colour, and some with it', () => {
    expect(renderText(passing, { color: false })).not.toContain('\u001b');
    expect(renderText(passing, { color: true })).toContain('\u001b[');
  });

  it('lets no line of the cluster reach a runner as a workflow command or a terminal as a sequence', () => {
    const evidence = ['::set-env name=X::y', '\u001b[2J gone', 'a\r::error::b', '\u202eesrever'];
    const lines = renderText({ ...panicking, evidence, reason: '::stop-commands::x' }, { color: false }).split('\n');
    expect(lines.filter((line) => line.trim().startsWith('::'))).toEqual([]);
    expect(lines).toContain('  │ \\u{1b}[2J gone');
    expect(lines.join('')).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

describe('json', () => {
  it.each(Object.entries(samples))('%s validates against the schema that is published', (_, report) => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(z.toJSONSchema(RunReport));
    const parsed: unknown = JSON.parse(renderJson(report));
    expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
    expect(parsed).toEqual(report);
  });

  it('has the fields of a mode in reports of that mode alone', () => {
    const accepts = (report: object): boolean => RunReport.safeParse(report).success;
    const { tool, schemaVersion, reason, nextSteps } = passing;
    const said = { tool, schemaVersion, reason, nextSteps };
    const cleanup = { ...said, mode: 'cleanup', verdict: 'pass', failureReason: null };
    expect(accepts({ ...cleanup, cleanup: { removed: [], leftAlone: [] } })).toBe(true);
    expect(accepts({ ...cleanup, verdict: 'error', failureReason: 'usage' })).toBe(true);
    // Neither done nor failed, failed and yet done, judged though it judges nothing, of a mode that is not there.
    expect(accepts(cleanup)).toBe(false);
    expect(accepts({ ...cleanup, verdict: 'error', cleanup: { removed: [], leftAlone: [] } })).toBe(false);
    expect(accepts({ ...cleanup, cleanup: { removed: [], leftAlone: [] }, verdict: 'fail' })).toBe(false);
    expect(accepts({ ...passing, mode: 'upgrade' })).toBe(false);
    expect(accepts({ ...passing, backups: [] })).toBe(false);
    expect(accepts({ ...samples.backups, steps: [] })).toBe(false);
  });

  it('refuses to print a report that breaks its schema', () => {
    const broken = { ...passing, verdict: 'fine' } as unknown as RunReport;
    expect(() => renderJson(broken)).toThrow(/verdict/);
  });
});

describe('junit', () => {
  it('has one case for the verdict, each judge, each step and each check in each state', () => {
    const cases = parseXml(renderJunit(panicking)).filter((tag) => tag.name === 'testcase');
    expect(cases).toHaveLength(1 + 7 + 18 + 17 * 4);
    const tags = parseXml(renderJunit(panicking));
    expect(tags.filter((tag) => tag.name === 'failure').map((tag) => tag.attributes.type)).toEqual([
      'member-start-failed',
      'availability-violated',
      'step-failed',
      'check-failed',
    ]);
  });

  it('never lets an inconclusive run look like a good one', () => {
    const tags = parseXml(renderJunit(inconclusive));
    expect(tags.filter((tag) => tag.name === 'error').map((tag) => tag.attributes.type)).toEqual([
      'client-gap',
      'client-gap',
    ]);
    expect(tags.filter((tag) => tag.name === 'skipped')).toEqual([]);
  });

  it('is well-formed where a name is a word that builders of XML take for a value of their own', () => {
    const steps = ['true', '', '0', '#text', '@name'].map((id) => ({
      id,
      title: '',
      depth: 0,
      part: 'upgrade',
      status: 'ok',
      durationMs: 0,
    })) as NonNullable<RehearsalReport['steps']>;
    const names = parseXml(renderJunit({ ...passing, cluster: 'true', judges: [], checks: [], steps }))
      .filter((tag) => tag.name === 'testcase' && tag.attributes.classname === 'etcd-migrate.steps')
      .map((tag) => [tag.attributes.name?.trim(), tag.attributes.time]);
    expect(names).toEqual(steps.map(({ id }) => [id, '0']));
  });

  it('is well-formed whatever etcd printed', () => {
    const hostile = ']]></system-err><x a="&\u0000\u0001\u001b\ufffe\ud800\u0085">';
    const report: RehearsalReport = {
      ...panicking,
      reason: hostile,
      evidence: [hostile],
      cluster: hostile,
      steps: [{ id: hostile, title: hostile, depth: 0, part: 'upgrade', status: 'failed', detail: hostile }],
    };
    expect(parseXml(renderJunit(report)).filter((tag) => tag.name === 'x')).toEqual([]);
  });
});

describe('a cluster of which nobody knows the side', () => {
  const report: RunReport = { ...panicking, pointOfNoReturn: 'step 1.6 (3.5.33 → 3.6.14)', side: 'unknown' };
  const words = 'it is not known on which side of it the cluster is: do not start the old release';

  it.each([
    ['text', renderText(report, { color: false }).replace(/\s+/g, ' ')],
    ['markdown', renderMarkdown(report)],
    ['html', renderHtml(report)],
    ['junit', renderJunit(report)],
  ])('says so as %s', (_, output) => expect(output).toContain(words));

  it('says so as json', () => expect(JSON.parse(renderJson(report))).toMatchObject({ side: 'unknown' }));
});

describe('figures', () => {
  it.each([
    [0, '0 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 0 s'],
    [214_300, '3 min 34 s'],
    [3_599_600, '1 h 0 min'],
    [7_380_000, '2 h 3 min'],
  ])('%d ms reads %s', (ms, text) => expect(duration(ms)).toBe(text));

  it('groups thousands', () =>
    expect([0, 999, 1000, 1_234_567].map(count)).toEqual(['0', '999', '1,000', '1,234,567']));
});

describe('redaction', () => {
  const secret = 'pa"ss/wörd<&>|1';

  it('takes a secret out in every form in which it may appear, before it is escaped', () => {
    const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret), Buffer.from(secret).toString('base64')];
    const redactor = createRedactor([secret]);
    const report = redactor.report({
      ...panicking,
      reason: forms.join(' '),
      evidence: forms,
      judges: [
        {
          judge: 'watch',
          verdict: 'fail',
          summary: secret,
          judged: 1,
          violationCount: 1,
          violations: [{ message: secret, records: [{ key: secret, [secret]: [secret] }] }],
        },
      ],
    });
    const all = JSON.stringify(report);
    for (const form of forms) expect(all).not.toContain(JSON.stringify(form).slice(1, -1));
    expect(all).toContain('***');
  });

  it('takes out each line of a key file', () => {
    const key = '-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END KEY-----';
    expect(createRedactor([key]).text('log: MIIEvQIBADANBg.')).toBe('log: ***.');
  });

  it('leaves the closed words alone, even when a password is one of them', () => {
    const report = createRedactor(['pass', 'ok', 'upgrade', '']).report(passing);
    expect(report.verdict).toBe('pass');
    expect(report.steps?.[0]?.status).toBe('ok');
    expect(RunReport.safeParse(report).success).toBe(true);
  });

  it('leaves the side and the state of a run alone, and takes a secret out of what its members said', () => {
    const status = {
      runId: 'r1',
      begunBy: '1.0.0',
      state: 'interrupted',
      stepsDone: 1,
      steps: 2,
      nextStep: '1.2',
      inFlight: null,
      side: 'unknown',
      wayBack: 'unknown',
      isMade: true,
      commands: ['resume', 'cleanup'],
      cluster: { sentence: 'm1 said hunter2' },
    } as const;
    const said: Extract<RunReport, { mode: 'status'; verdict: 'inconclusive' }> = {
      schemaVersion: 1,
      tool: { name: 'etcd-migrate', version: '1.0.0' },
      mode: 'status',
      verdict: 'inconclusive',
      failureReason: null,
      reason: 'This is no verdict.',
      nextSteps: [],
      planDigest: 'sha256:0',
      from: '3.5.33',
      to: '3.6.14',
      status: { ...status, commands: [...status.commands] },
    };
    const redacted = createRedactor(['unknown', 'interrupted', 'resume', 'hunter2']).report(said);
    expect(redacted.status).toEqual({ ...said.status, cluster: { sentence: 'm1 said ***' } });
    expect(createRedactor(['before']).report({ ...passing, side: 'before' }).side).toBe('before');
  });
});

it('a password that is a word of ours takes nothing out of a proof of a backup', () => {
  const words = ['etcd', 'file', 'restore', 'time', 'recorded', '2026', 'pass'];
  const redacted = createRedactor(words).report(samples.backups);
  expect(ProofReport.parse(redacted).backups?.[0]?.links.map(({ name }) => name)).toEqual([
    ...['file', 'restore', 'content', 'use', 'time'],
  ]);
  expect(redacted.backups?.[0]?.rpo?.by).toBe('recorded');
  expect(redacted.trend?.[0]?.provenAt).toBe('2026-11-24T04:17:09.000Z');
  expect(JSON.stringify(redacted.backups?.[0]?.links[1]?.evidence)).not.toContain('etcd');
});
