// Measures the judges: 1,000,000 recorded operations of eight clients, judged from a file by a process of its own.
// Usage: node bench/judge.ts [OPERATIONS]. Prints one row of the figures table; exits 1 when a bar is missed.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createJudges } from '../src/judge/index.ts';
import { readHistory } from '../src/judge/read-history.ts';
import { judgeHistory } from '../src/judge/run.ts';
import { streamHistory } from '../test/support/history-generator.ts';

const bars = { seconds: 20, megabytes: 500 };
const self = fileURLToPath(import.meta.url);

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly verdicts: readonly string[];
}

/** Writes the history and resolves with the number of its records. */
async function write(file: string, operations: number): Promise<number> {
  const stream = createWriteStream(file, { highWaterMark: 1024 * 1024 });
  let records = 0;
  let lines: string[] = [];
  // The simulation does not wait, so the stream's buffer holds the file; this process is not the measured one.
  streamHistory({ seed: 1, operations, clients: 8, keys: 256, rate: 2000, unknown: 0.005, restarts: 12 }, (record) => {
    records++;
    lines.push(JSON.stringify(record));
    if (lines.length < 10_000) return;
    stream.write(`${lines.join('\n')}\n`);
    lines = [];
  });
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.end(`${lines.join('\n')}\n`, resolve);
  });
  return records;
}

async function judge(file: string): Promise<Measured> {
  const start = process.hrtime.bigint();
  const thresholds = { longestWriteGapMs: 5000, longestReadGapMs: 5000, failedOperations: 0, unknownOperations: 1e9 };
  const judges = createJudges({ thresholds, expectedMembers: ['m1', 'm2', 'm3'] });
  const lines = createInterface({ input: createReadStream(file) });
  const verdicts = await judgeHistory(readHistory(lines), judges);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  return {
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
    verdicts: verdicts.map((each) => `${each.judge}: ${each.verdict}: ${each.summary}`),
  };
}

async function main(argument: string | undefined, file: string | undefined): Promise<void> {
  if (argument === 'judge' && file !== undefined) {
    process.stdout.write(JSON.stringify(await judge(file)));
    return;
  }
  const operations = Number(argument ?? 1_000_000);
  const directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-bench-'));
  try {
    const history = join(directory, 'history.jsonl');
    process.stderr.write(`writing a history of ${operations} operations …\n`);
    const records = await write(history, operations);
    process.stderr.write(`${records} records, ${Math.round(statSync(history).size / 1e6)} MB; judging …\n`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [self, 'judge', history], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the judging process ended with ${status}: ${stderr}`);
    const measured = JSON.parse(stdout) as Measured;
    for (const verdict of measured.verdicts) process.stderr.write(`  ${verdict}\n`);
    const { seconds, cpuSeconds, megabytes } = measured;
    const met = seconds <= bars.seconds && megabytes <= bars.megabytes;
    const got = `${seconds.toFixed(1)} s (CPU ${cpuSeconds.toFixed(1)} s), ${Math.round(megabytes)} MB`;
    process.stdout.write(
      `| ${operations} recorded operations (${records} records) judged | ≤ ${bars.seconds} s, ≤ ${bars.megabytes} MB | ${got} | ${met ? 'met' : 'missed'} |\n`,
    );
    if (!met || measured.verdicts.some((verdict) => !verdict.includes(': pass: '))) process.exitCode = 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

await main(process.argv[2], process.argv[3]);
