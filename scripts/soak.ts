// Owns `npm run test:soak [-- PART… --tiny]`: what is too long for `npm test`, with a line at least every 2 s and dated
// results in bench/soak.md, part by part. A part that is stopped goes on where it was. A tiny run leaves the results as
// they are: it is no soak. `--check` runs nothing: it fails unless the results are of today's sources.
// Must not know how a case is tried (soak/).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Counts,
  digestOfSources,
  formatCounts,
  formatSoakResult,
  mergeParts,
  parseSoakResult,
  type SoakPart,
  soakComplaints,
  sumOf,
} from '../bench/soak-result.ts';
import { EtcdMigrateError } from '../src/errors.ts';
import { counts } from './soak/counts.ts';
import { crashMatrix } from './soak/crash-matrix.ts';
import type { Case, Part } from './soak/part.ts';
import { openProgress, progressFile } from './soak/progress.ts';
import { randomStrikes } from './soak/random-strikes.ts';
import { rehearsalMatrix } from './soak/rehearsals.ts';
import { simulation } from './soak/simulation.ts';

const root = join(import.meta.dirname, '..');
const resultFile = join(root, 'bench', 'soak.md');
const HEARTBEAT_MS = 1_500;
/** The parts of the soak, the likeliest to fail first. */
const parts: Readonly<Record<string, Part>> = {
  rehearsals: rehearsalMatrix,
  'crash-matrix': crashMatrix,
  'random-strikes': randomStrikes,
  counts,
  simulation,
};

const begun = Date.now();
const elapsed = (since: number): string => `${Math.round((Date.now() - since) / 1000)} s`;

async function runCase(each: Case): Promise<keyof Counts> {
  const start = Date.now();
  const heartbeat = setInterval(
    () => console.log(`  … ${each.name}: ${elapsed(start)} (${elapsed(begun)} in all)`),
    HEARTBEAT_MS,
  );
  try {
    await each.run();
    console.log(`  ✓ ${each.name} (${elapsed(start)})`);
    return 'passed';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof EtcdMigrateError && error.code === 'release-unobtainable') {
      console.log(`  - ${each.name}: not run: ${reason}`);
      return 'skipped';
    }
    console.log(`  ✗ ${each.name} (${elapsed(start)})\n${reason.replace(/^/gm, '    ')}`);
    return 'failed';
  } finally {
    clearInterval(heartbeat);
  }
}

/** Hands out a part's cases one after the other to whoever asks: several lanes share them. */
async function* casesOf(part: Part): AsyncGenerator<Case, void> {
  yield* part.cases(size);
}

async function runPart(name: string, part: Part): Promise<SoakPart> {
  const progress = openProgress(progressFile(root, name, size), sources);
  console.log(`\n▶ ${name} (${size})`);
  if (progress.passedBefore > 0)
    console.log(`  goes on: ${progress.passedBefore} cases had passed before it was stopped`);
  const start = Date.now();
  const counted = { passed: 0, failed: 0, skipped: 0 };
  const cases = casesOf(part);
  await Promise.all(
    Array.from({ length: part.lanes }, async () => {
      for (let next = await cases.next(); !next.done; next = await cases.next()) {
        const each = next.value;
        const isDone = progress.hasPassed(each.name) && !each.isNeededByOthers;
        const outcome = isDone ? 'passed' : await runCase(each);
        if (!isDone) progress.ended(each.name, outcome);
        counted[outcome] += 1;
      }
    }),
  );
  progress.finish();
  console.log(`  ${name}: ${formatCounts(counted)}`);
  const durationSeconds = Math.round((progress.spentBeforeMs + Date.now() - start) / 1000);
  return { name, ...counted, durationSeconds, date: new Date().toISOString(), sources };
}

const keptResults = (): readonly SoakPart[] =>
  existsSync(resultFile) ? parseSoakResult(readFileSync(resultFile, 'utf8')) : [];

/** Keeps a result at once, so that a part that has ended stays so when the next one is stopped. */
function keep(result: SoakPart): void {
  if (sources !== digestOfSources(root)) {
    console.log('\nThe sources changed meanwhile, so this result belongs to none: bench/soak.md is left as it is.');
    return;
  }
  writeFileSync(resultFile, formatSoakResult(mergeParts(keptResults(), [result], Object.keys(parts))));
  console.log('  Kept in bench/soak.md.');
}

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const size = flags.includes('--tiny') ? 'tiny' : 'full';
const unknown = [
  ...flags.filter((flag) => flag !== '--tiny' && flag !== '--check'),
  ...asked.filter((name) => parts[name] === undefined),
];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}; flags: --tiny, --check.`);
  process.exit(2);
}
const sources = digestOfSources(root);
if (flags.includes('--check')) {
  const complaints = soakComplaints(keptResults(), Object.keys(parts), sources);
  for (const complaint of complaints) console.log(`✗ bench/soak.md: ${complaint}`);
  if (complaints.length === 0) console.log(`✓ bench/soak.md is of ${sources}, whole and green.`);
  process.exit(complaints.length === 0 ? 0 : 1);
}
const results: SoakPart[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const result = await runPart(name, part);
  results.push(result);
  if (size === 'full') keep(result);
}
if (size !== 'full') console.log('\nNot a whole soak: bench/soak.md is left as it is.');
const total = sumOf(results);
console.log(formatCounts(total));
process.exitCode = total.failed === 0 ? 0 : 1;
