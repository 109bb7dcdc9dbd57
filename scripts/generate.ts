// Owns writing every generated file (`npm run generate`), or with --check naming those that no longer fit their source.
// Must not know how a file is made: one generator each in scripts/generate/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actionInputs } from './generate/action-inputs.ts';
import { actionOutputs } from './generate/action-outputs.ts';
import { failureCodes } from './generate/failure-codes.ts';
import { findingPage } from './generate/findings.ts';
import type { Generator } from './generate/generator.ts';
import { knownIssuePage } from './generate/known-issues.ts';
import { manifestReference } from './generate/manifest-reference.ts';
import { jsonSchemas } from './generate/schemas.ts';

const generators: readonly Generator[] = [
  jsonSchemas,
  manifestReference,
  failureCodes,
  findingPage,
  knownIssuePage,
  actionInputs,
  actionOutputs,
];

const root = fileURLToPath(new URL('..', import.meta.url));

function read(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function main(argv: readonly string[]): number {
  const unknown = argv.find((argument) => argument !== '--check');
  if (unknown !== undefined) {
    process.stderr.write(`generate: unknown argument ${unknown}; the only one is --check\n`);
    return 2;
  }
  const check = argv.includes('--check');
  let failed = false;
  for (const generator of generators) {
    try {
      for (const { path, content } of generator(read)) {
        if (read(path) === content) continue;
        if (check) {
          process.stderr.write(`generate: ${path} does not fit its source; run \`npm run generate\`\n`);
          failed = true;
        } else {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), content);
          process.stdout.write(`generate: wrote ${path}\n`);
        }
      }
    } catch (error) {
      process.stderr.write(`generate: ${error instanceof Error ? error.message : String(error)}\n`);
      failed = true;
    }
  }
  return failed ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
