// Owns the subject of the conformance suite and the kill cases for drivers whose members are real processes here.
// Must not know what keeps the processes.
import { join } from 'node:path';
import type { ServiceMaker } from '../../src/drivers/process/driver.ts';
import { memberPaths, runPaths } from '../../src/drivers/process/run-state.ts';
import { createMemberAccess } from '../../src/etcd/member-access.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { processesMentioning, testProvisioner, testSpec, testStateDir } from './cluster.ts';
import type { KillCaseSubject } from './driver-kill-cases.ts';
import { letScriptDie, mortal } from './mortal-service.ts';

export interface HostSubjectOptions {
  readonly from: string;
  readonly to: string;
  readonly startGraceMs?: number;
  readonly serviceOf: ServiceMaker;
  /** Before the run is removed. */
  end?(membersDirectory: string): Promise<void>;
}

export interface HostSubject extends KillCaseSubject {
  readonly runDirectory: string;
}

export async function hostSubject(options: HostSubjectOptions): Promise<HostSubject> {
  const { from, to, startGraceMs, serviceOf } = options;
  const stateDir = await testStateDir();
  const accesses: AsyncDisposable[] = [];
  const spec = testSpec({ release: from });
  const run = runPaths(stateDir.path, spec.runId);
  return {
    provisioner: testProvisioner(stateDir.path, {
      serviceOf: (...facts) => mortal(serviceOf(...facts)),
      ...(startGraceMs === undefined ? {} : { startGraceMs }),
    }),
    spec,
    to,
    runDirectory: run.directory,
    failing: {
      deployment: { release: to, overrides: { 'no-such-flag': 'true' } },
      code: 2,
      words: /flag provided but not defined: -no-such-flag/,
    },
    tellsChanges: true,
    pause: (ms) => systemClock.sleep(ms),
    access: ({ credentials }) => {
      const access = createMemberAccess(credentials);
      accesses.push(access);
      return access;
    },
    wallMs: () => systemClock.wallMs(),
    letScriptDie: ({ name }, death) => letScriptDie(memberPaths(run, name).directory, death),
    liveProcesses: async ({ name }) => {
      const using = await processesMentioning(`--data-dir=${memberPaths(run, name).data}`);
      // Not the scripts that are told which command to start.
      return using.filter((line) => line.split(' ')[1]?.endsWith('/etcd')).length;
    },
    [Symbol.asyncDispose]: async () => {
      for (const access of accesses) await access[Symbol.asyncDispose]();
      await options.end?.(join(run.directory, 'members'));
      await stateDir[Symbol.asyncDispose]();
    },
  };
}
