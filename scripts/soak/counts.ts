// Owns the soak of what `npm test` tries a sample of: damaged and good snapshots, proofs of every release, kills and
// signals, broken builds, planted violations, generated manifests, requests and histories, all of them.
// Must not know what these test files check.
import type { Case, Part } from './part.ts';
import { runTestFile } from './vitest-case.ts';

interface Counted {
  readonly project: string;
  readonly file: string;
  readonly isTiny?: true;
}

const files: readonly Counted[] = [
  { project: 'e2e', file: 'e2e/faults' },
  { project: 'e2e', file: 'e2e/interruption' },
  { project: 'e2e', file: 'e2e/matrix' },
  { project: 'e2e', file: 'e2e/trouble-broken-build' },
  { project: 'e2e', file: 'e2e/trouble-machine' },
  { project: 'e2e', file: 'e2e/trouble-target' },
  { project: 'integration', file: 'integration/backup-file' },
  { project: 'integration', file: 'integration/backup-proof' },
  { project: 'integration', file: 'integration/backup-restore' },
  { project: 'property', file: 'property/engine-mutants' },
  { project: 'property', file: 'property/judge-planted-violations' },
  { project: 'property', file: 'property/manifest', isTiny: true },
  { project: 'property', file: 'property/plan' },
  { project: 'property', file: 'property/judge-wgl', isTiny: true },
];

export const counts: Part = {
  lanes: 2,
  cases: (size) =>
    files
      .filter(({ isTiny }) => size === 'full' || isTiny)
      .map(
        ({ project, file }): Case => ({ name: `all counts of ${file}`, run: () => runTestFile(size, project, file) }),
      ),
};
