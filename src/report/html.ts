// Owns the report as one HTML file that needs nothing else: the Markdown report, and charts that Markdown cannot show.
// Must not make others' text harmless itself: in the Markdown report it is.
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type ChartPoint, lineChart } from './chart.ts';
import { plainLine } from './escape.ts';
import { count, duration, verdictWords } from './format.ts';
import { headlineOf } from './headline.ts';
import { renderMarkdown } from './markdown.ts';
import type { JudgedReport } from './model.ts';
import type { ReportProof } from './parts.ts';

/** The page runs no script and loads nothing from elsewhere: whatever slipped through could do nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

export function renderHtml(report: JudgedReport): string {
  const markdown = renderMarkdown(report, { limit: Number.POSITIVE_INFINITY });
  // HTML in our Markdown is ours: `<details>`, `<br>`, `<sub>`, `<code>`.
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const title = plainLine(headlineOf(report).title).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    body,
    ...(report.mode === 'verify-backup' ? charts(report.trend) : []),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function charts(trend: readonly ReportProof[] = []): string[] {
  if (trend.length === 0) return [];
  const points = (value: (proof: ReportProof) => number | null): ChartPoint[] =>
    trend.map((proof) => ({
      atMs: Date.parse(proof.provenAt),
      value: value(proof),
      good: proof.verdict === 'pass',
      label: `${proof.provenAt} ${proof.file}: ${verdictWords(proof.verdict).answer}`,
    }));
  const charted = (title: string, values: ChartPoint[], format: (value: number) => string): string =>
    `<figure><figcaption>${title}</figcaption>\n${lineChart({ title, points: values, format })}</figure>`;
  return [
    '<h3>Charts</h3>',
    charted(
      'How long a recovery took',
      points(({ recoveryMs }) => recoveryMs),
      duration,
    ),
    charted(
      'Size of the backup, MB',
      points(({ bytes }) => bytes && bytes / 1e6),
      (value) => (value < 10 ? value.toFixed(1) : count(Math.round(value))),
    ),
    '<p>A dot is a backup that was proven, a cross one that was not.</p>',
  ];
}

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0; }
th, td { border: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; }
pre { overflow-x: auto; padding: .8rem; background: #8881; }
code { font-size: .9em; overflow-wrap: anywhere; }
figure { margin: 1.5rem 0; }
svg { width: 100%; height: auto; font-size: 12px; fill: currentColor; }
svg .grid { stroke: currentColor; stroke-opacity: .15; }
svg .curve { fill: none; stroke: #2f81f7; stroke-width: 1.5; }
svg .good { fill: #2f81f7; }
svg .bad { fill: none; stroke: #d1242f; stroke-width: 2; }
`;
