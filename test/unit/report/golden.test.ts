// Owns: what the four outputs look like, byte for byte, for realistic runs.
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/report/json.ts';
import { renderJunit } from '../../../src/report/junit.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { renderText } from '../../../src/report/text.ts';
import { samples } from '../../fixtures/report/samples.ts';

describe.each(Object.entries(samples))('%s', (name, report) => {
  it.each([
    ['txt', renderText(report, { color: false })],
    ['md', renderMarkdown(report)],
    ['xml', renderJunit(report)],
    ['json', renderJson(report)],
  ])('as .%s', async (extension, output) => {
    await expect(output).toMatchFileSnapshot(`../../golden/report/${name}.${extension}`);
    expect(output).toContain(name === 'backups' ? '2026-11-26.db' : '3.5.33');
  });
});
