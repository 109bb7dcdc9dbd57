// Owns where the pinned go.mod and go.sum files lie, in the source tree as well as beside the bundle.
// Must not know what is built from them.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EtcdMigrateError } from '../errors.ts';

/** The folder as seen from src/releases/, from a file of dist/main/, and from a bundle at dist/index.js. */
const candidates = ['../catalog/go-modules', './catalog/go-modules'] as const;

/**
 * The directory that holds `<version>/go.mod` and `<version>/go.sum`, as seen from the running module's own URL.
 * Throws `internal-error` if it was not shipped.
 */
export function goModulesDirectory(module: string = import.meta.url): string {
  const paths = candidates.map((candidate) => fileURLToPath(new URL(candidate, module)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) {
    throw new EtcdMigrateError(
      'internal-error',
      `The pinned Go modules are missing: neither ${paths.join(' nor ')} exists.`,
    );
  }
  return found;
}
