// Owns the curve of one figure over time, as SVG.
// Must not know which figure it is.
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { xmlText } from './escape.ts';

export interface ChartPoint {
  /** Wall time of the point in milliseconds. */
  readonly atMs: number;
  /** Null where there was no figure; the point then stands at the bottom. */
  readonly value: number | null;
  /** A good point is a dot, any other a cross. */
  readonly good: boolean;
  /** The text that a reader sees who points at it. */
  readonly label: string;
}

export interface ChartOptions {
  readonly title: string;
  readonly points: readonly ChartPoint[];
  readonly format: (value: number) => string;
}

const size = { width: 720, height: 220 };
const margin = { top: 12, right: 16, bottom: 28, left: 76 };
const ticks = { across: 6, up: 4 };

/** The chart takes the colours of the text around it. Its points are in the order of time. */
export function lineChart({ title, points, format }: ChartOptions): string {
  const times = points.map(({ atMs }) => atMs);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const x = scaleUtc()
    .domain(padded(Math.min(...times), Math.max(...times)))
    .range([margin.left, size.width - margin.right]);
  const y = scaleLinear()
    .domain([0, Math.max(0, ...values) || 1])
    .nice(ticks.up)
    .range([size.height - margin.bottom, margin.top]);
  const curve = line<ChartPoint>()
    .defined(({ value }) => value !== null)
    .x(({ atMs }) => x(atMs))
    .y(({ value }) => y(value ?? 0));
  const path = curve([...points]);
  const say = x.tickFormat(ticks.across);
  return [
    `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${markup(title)}">`,
    `<title>${markup(title)}</title>`,
    ...y
      .ticks(ticks.up)
      .map(
        (tick) =>
          `<line class="grid" x1="${margin.left}" x2="${size.width - margin.right}" y1="${at(y(tick))}" y2="${at(y(tick))}"/>` +
          `<text x="${margin.left - 8}" y="${at(y(tick) + 4)}" text-anchor="end">${markup(format(tick))}</text>`,
      ),
    ...x
      .ticks(ticks.across)
      .map(
        (tick) => `<text x="${at(x(tick))}" y="${size.height - 8}" text-anchor="middle">${markup(say(tick))}</text>`,
      ),
    path === null ? '' : `<path class="curve" d="${path}"/>`,
    ...points.map((point) => mark(point, x(point.atMs), y(point.value ?? 0))),
    '</svg>',
  ].join('\n');
}

/** An axis of a single moment would have no width: it gets an hour. */
function padded(from: number, to: number): [Date, Date] {
  const more = from === to ? 1_800_000 : 0;
  return [new Date(from - more), new Date(to + more)];
}

function mark({ good, label }: ChartPoint, x: number, y: number): string {
  const shape = good
    ? `<circle class="good" cx="${at(x)}" cy="${at(y)}" r="3"/>`
    : `<path class="bad" d="M${at(x - 4)},${at(y - 4)}l8,8m0,-8l-8,8"/>`;
  return `<g>${shape}<title>${markup(label)}</title></g>`;
}

function at(place: number): string {
  return place.toFixed(1);
}

function markup(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
