// Owns `npm run bench [-- NAME…]`: runs each figure of bench/ as a process of its own, prints one table, and keeps it in
// bench/results.md, section by section.
// Must not know how a figure is measured. A run of a part of a section leaves that section as it is.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { formatResults, mergeSections, parseResults, type Section, sections, tableHead } from '../bench/results.ts';

const root = join(import.meta.dirname, '..');
const resultFile = join(root, 'bench', 'results.md');
const HEARTBEAT_MS = 1_500;
const figures = sections.flatMap((section) => section.figures);

interface Measured {
  readonly rows: readonly string[];
  readonly met: boolean;
}

/** The rows that a figure prints on standard output; its progress goes to standard error. */
async function measure(name: string): Promise<Measured> {
  console.error(`\n▶ ${name}`);
  const begun = Date.now();
  let lastOutput = begun;
  const child = spawn(process.execPath, [join(root, 'bench', `${name}.ts`)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heartbeat = setInterval(() => {
    if (Date.now() - lastOutput < HEARTBEAT_MS) return;
    lastOutput = Date.now();
    console.error(`  … ${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
  }, 250);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    lastOutput = Date.now();
    process.stderr.write(chunk);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(heartbeat);
  const rows = output.split('\n').filter((line) => line.startsWith('| '));
  if (rows.length === 0) return { rows: [`| ${name} | – | not measured (exit code ${code}) | missed |`], met: false };
  return { rows, met: code === 0 };
}

function machine(releases: readonly string[]): string {
  const [cpu] = cpus();
  const versions: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = versions as { version: string };
  return [
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'})`,
    `${(totalmem() / 2 ** 30).toFixed(1)} GiB of memory`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    `etcd ${releases.join(', ')}`,
    `etcd-migrate ${version}`,
  ].join(' · ');
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !figures.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Figures: ${figures.join(', ')}.`);
  process.exit(2);
}
const earlier = existsSync(resultFile) ? parseResults(readFileSync(resultFile, 'utf8')) : [];
const whole: Section[] = [];
const measured: Measured[] = [];
for (const { title, figures: all, releases } of sections) {
  const wanted = all.filter((name) => asked.length === 0 || asked.includes(name));
  const these: Measured[] = [];
  for (const name of wanted) these.push(await measure(name));
  measured.push(...these);
  if (wanted.length < all.length) continue;
  const rows = these.flatMap((each) => each.rows);
  whole.push({ title, date: new Date().toISOString(), machine: machine(releases), rows });
}
console.log(`\n${[...tableHead, ...measured.flatMap(({ rows }) => rows)].join('\n')}`);
if (whole.length > 0) {
  writeFileSync(resultFile, formatResults(mergeSections(earlier, whole)));
  console.log(`\nKept in bench/results.md: ${whole.map(({ title }) => title).join(', ')}.`);
}
process.exitCode = measured.every(({ met }) => met) ? 0 : 1;
