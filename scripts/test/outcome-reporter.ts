// Owns a reporter of vitest that writes an `Outcome` as JSON to $ETCD_MIGRATE_TEST_OUTCOME.
// Must not print anything: vitest's own reporter does.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { root } from './command.ts';
import { inWords, type Outcome } from './outcome.ts';

/**
 * The seconds of a file with its hooks and the time in which its releases and modules were brought, but without waiting
 * for a worker.
 */
function secondsOf(module: TestModule): number {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
  return (environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration) / 1000;
}

// biome-ignore lint/style/noDefaultExport: vitest takes a reporter's default export
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let [passed, failed, skipped] = [0, errors.length, 0];
    for (const module of modules) {
      const before = failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'skipped') skipped += 1;
        else failed += 1;
      }
      // A file that could not be loaded, and a hook that failed, fail without a failed test; they still count.
      if (!module.ok() && failed === before) failed += 1;
    }
    const files = modules.map((module) => ({ path: relative(root, module.moduleId), seconds: secondsOf(module) }));
    const outcome: Outcome = { passed, failed, skipped, files };
    const file = process.env.ETCD_MIGRATE_TEST_OUTCOME;
    if (file === undefined) throw new Error(`ETCD_MIGRATE_TEST_OUTCOME names no file for ${inWords(outcome)}`);
    writeFileSync(file, JSON.stringify(outcome));
  }
}
