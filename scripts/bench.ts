// Owns `npm run bench [NAME…]`: runs each figure of bench/ as a process of its own, prints one table, keeps it.
// Must not know how a figure is measured. A run of chosen figures alone leaves bench/results.md as it is.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { releases } from '../bench/figure.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, 'bench', 'results.md');
const HEARTBEAT_MS = 1_500;
/** In the order of the table. */
const figures = ['gap', 'example', 'quick', 'judge', 'backup', 'bare-tool', 'version'] as const;

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
  if (rows.length === 0) return { rows: [`| ${name} | | not measured (exit code ${code}) | missed |`], met: false };
  return { rows, met: code === 0 };
}

function machine(): string {
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
const unknown = asked.filter((name) => !(figures as readonly string[]).includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Figures: ${figures.join(', ')}.`);
  process.exit(2);
}
const measured: Measured[] = [];
for (const name of figures) if (asked.length === 0 || asked.includes(name)) measured.push(await measure(name));
const table = ['| figure | bar | got | ok |', '|---|---|---|---|', ...measured.flatMap(({ rows }) => rows)].join('\n');
console.log(`\n${table}`);
if (asked.length === 0) {
  const head = '# Figures\n\nWritten by `npm run bench`; do not edit.';
  writeFileSync(results, `${head}\n\n${new Date().toISOString()}\n\n${machine()}\n\n${table}\n`);
  console.log('\nKept in bench/results.md.');
}
process.exitCode = measured.every(({ met }) => met) ? 0 : 1;
