// Owns `npm run test:soak [-- PART… --tiny]`: what is too long for `npm test`, with a line at least every 2 s and dated
// results in bench/soak.md, part by part. A tiny run leaves them as they are: it is no soak.
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
  sumOf,
} from '../bench/soak-result.ts';
import { EtcdMigrateError } from '../src/errors.ts';
import { crashMatrix } from './soak/crash-matrix.ts';
import type { Case, Part } from './soak/part.ts';
import { rehearsalMatrix } from './soak/rehearsals.ts';
import { simulation } from './soak/simulation.ts';

const root = join(import.meta.dirname, '..');
const HEARTBEAT_MS = 1_500;
/** The likeliest to fail first. */
const parts: Readonly<Record<string, Part>> = {
  rehearsals: rehearsalMatrix,
  'crash-matrix': crashMatrix,
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

/** One after the other to whoever asks: several lanes share it. */
async function* casesOf(part: Part): AsyncGenerator<Case, void> {
  yield* part.cases(size);
}

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const size = flags.includes('--tiny') ? 'tiny' : 'full';
const unknown = [...flags.filter((flag) => flag !== '--tiny'), ...asked.filter((name) => parts[name] === undefined)];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}; flag: --tiny.`);
  process.exit(2);
}
const sources = digestOfSources(root);
const results: SoakPart[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n▶ ${name} (${size})`);
  const start = Date.now();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const cases = casesOf(part);
  await Promise.all(
    Array.from({ length: part.lanes }, async () => {
      for (let next = await cases.next(); !next.done; next = await cases.next()) {
        counts[await runCase(next.value)] += 1;
      }
    }),
  );
  const durationSeconds = Math.round((Date.now() - start) / 1000);
  results.push({ name, ...counts, durationSeconds, date: new Date().toISOString(), sources });
  console.log(`  ${name}: ${formatCounts(counts)}`);
}
if (size !== 'full') console.log('\nNot a whole soak: bench/soak.md is left as it is.');
else if (sources !== digestOfSources(root)) {
  console.log('\nThe sources changed meanwhile, so this result belongs to none: bench/soak.md is left as it is.');
} else {
  const file = join(root, 'bench', 'soak.md');
  const before = existsSync(file) ? parseSoakResult(readFileSync(file, 'utf8')) : [];
  writeFileSync(file, formatSoakResult(mergeParts(before, results, Object.keys(parts))));
  console.log('\nKept in bench/soak.md.');
}
const total = sumOf(results);
console.log(formatCounts(total));
process.exitCode = total.failed === 0 ? 0 : 1;
