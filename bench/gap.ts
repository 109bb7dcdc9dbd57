// Measures what clients feel: the same roll 3.5 → 3.6 by the same engine under the same workload, once as we do it (leader
// moved, SIGTERM) and once with SIGKILL and the leader left where it is. Usage: node bench/gap.ts [ROLLS OF EACH KIND]
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createEngineEvents } from '../src/app/rehearse/engine-events.ts';
import type { Progress } from '../src/app/shell/progress.ts';
import { type JournalRecord, runStarted } from '../src/engine/journal.ts';
import type { JournalStore } from '../src/engine/ports.ts';
import { runPlan } from '../src/engine/run.ts';
import { availabilityReport } from '../src/judge/availability.ts';
import { createJudges } from '../src/judge/index.ts';
import { readHistory } from '../src/judge/read-history.ts';
import { judgeHistory } from '../src/judge/run.ts';
import { defaults } from '../src/manifest/defaults.ts';
import { executableSteps } from '../src/plan/weave.ts';
import { systemClock as clock } from '../src/platform/clock.ts';
import { createRandom } from '../src/platform/random.ts';
import type { RehearsalReport } from '../src/report/model.ts';
import { openRecorder } from '../src/workload/recorder.ts';
import { startWorkload } from '../src/workload/workload.ts';
import { startTestCluster, type TestCluster } from '../test/support/cluster.ts';
import { digestsOf } from '../test/support/etcd-binaries.ts';
import { silentLog as log } from '../test/support/silent-log.ts';
import { makePlan } from '../test/support/simulated-plans.ts';
import { median, say, sayRow, spread } from './figure.ts';

const bar = 0.15;
const rolls = Number(process.argv[2] ?? 7);
const [from, to] = ['3.5.33', '3.6.14'] as const;
type Kind = 'ours' | 'killed';
type Ports = Pick<TestCluster, 'driver' | 'access'>;

/** SIGKILL instead of SIGTERM; the engine is told that the leader moved, but nobody moves it. */
function killing({ driver, access }: Ports): Ports {
  let pretended: { readonly real: bigint; readonly told: bigint } | undefined;
  return {
    driver: {
      ...driver,
      switchTo: async (member, deployment, options) => {
        const { process: victim } = await driver.inspect(member, options?.signal);
        if (victim === null) throw new Error(`${member.name} has no process to kill`);
        pretended = undefined;
        process.kill(victim.pid, 'SIGKILL');
        while ((await driver.inspect(member, options?.signal)).running !== 'nothing') await clock.sleep(5);
        // What the engine has seen there is gone by now, and not by another's hand.
        const { finds: _, ...rest } = options ?? {};
        return driver.switchTo(member, deployment, rest);
      },
    },
    access: {
      ...access,
      moveLeader: async (leader, receiver, signal) => {
        pretended = { real: (await access.status(leader, signal)).leaderId, told: receiver.id };
      },
      status: async (member, signal) => {
        const status = await access.status(member, signal);
        return status.leaderId === pretended?.real ? { ...status, leaderId: pretended.told } : status;
      },
    },
  };
}

function memoryJournal(): JournalStore {
  const records: JournalRecord[] = [];
  return {
    append: async (record) => {
      records.push(record);
    },
    read: async () => records,
  };
}

const progress: Progress = {
  line: (text) => say(`  ${text}`),
  now: () => undefined,
  group: (title) => say(`  ${title}`),
  endGroup: () => undefined,
  [Symbol.dispose]: () => undefined,
};

async function roll(kind: Kind, seed: number): Promise<NonNullable<RehearsalReport['availability']>> {
  await using cluster = await startTestCluster({ release: from });
  const plan = makePlan({ from, to, timeLimits: { gateMs: 60_000, soakMs: 1_000, dwellMs: 1_000 } });
  const file = join(cluster.stateDir, 'history.jsonl');
  await using recorder = await openRecorder(file, clock);
  const { valueSize, ...settings } = defaults.rehearsal.workload;
  await using workload = await startWorkload({
    endpoints: cluster.members.map(({ name, clientUrl }) => ({ member: name, url: clientUrl })),
    credentials: cluster.credentials,
    // More operations than in the example: a gap can be no finer than the time between two writes.
    settings: { ...settings, rate: 200, valueBytes: [valueSize, valueSize] },
    random: createRandom(seed),
    recorder,
    clock,
    log,
    streams: true,
  });
  const { driver, access } = kind === 'ours' ? cluster : killing(cluster);
  const journal = memoryJournal();
  const owner = { pid: process.pid, bootId: '', startTime: '' };
  const start = runStarted({ runId: 'bench', toolVersion: '', mode: 'bench', plan, owner, context: {} });
  await journal.append({ seq: 1, at: new Date(clock.wallMs()).toISOString(), ...start });
  const outcome = await runPlan({
    plan,
    steps: executableSteps(plan),
    driver,
    view: access,
    control: access,
    observer: { observe: ({ dwellMs }, _members, signal) => clock.sleep(dwellMs, signal) },
    journal,
    events: createEngineEvents({ recorder, progress, publishers: [], clock, plan }),
    clock,
    log,
    signal: new AbortController().signal,
    digests: await digestsOf([from, to]),
    symptomOf: () => undefined,
  });
  if (outcome.outcome !== 'reached-target') throw new Error(`the roll ended ${outcome.outcome}: ${outcome.message}`);
  await workload.stop();
  await recorder.flush();
  const judges = createJudges({ thresholds: defaults.rehearsal.thresholds });
  await judgeHistory(readHistory(createInterface({ input: createReadStream(file) })), judges);
  return availabilityReport(judges).totals;
}

const gaps: Record<Kind, number[]> = { ours: [], killed: [] };
const failures: Record<Kind, { failed: number; unknown: number; operations: number }> = {
  ours: { failed: 0, unknown: 0, operations: 0 },
  killed: { failed: 0, unknown: 0, operations: 0 },
};
for (let round = 1; round <= rolls; round++) {
  for (const kind of ['ours', 'killed'] as const) {
    say(`roll ${round} of ${rolls}, ${kind}`);
    const { longestWriteGapMs, longestWriteGapStep, failed, unknown, operations } = await roll(kind, round);
    if (longestWriteGapMs === null) throw new Error('no write was acknowledged');
    gaps[kind].push(longestWriteGapMs);
    failures[kind].failed += failed;
    failures[kind].unknown += unknown;
    failures[kind].operations += operations;
    say(
      `  longest gap ${longestWriteGapMs.toFixed(0)} ms in step ${longestWriteGapStep}, ${failed} failed, ${unknown} unknown`,
    );
  }
}
const ratio = median(gaps.ours) / median(gaps.killed);
sayRow({
  figure:
    'longest gap in acknowledged writes of our roll 3.5 → 3.6, over the same roll with SIGKILL and no leader move',
  bar: `≤ ${bar}`,
  got:
    `${ratio.toFixed(2)} (${median(gaps.ours).toFixed(0)} ms over ${median(gaps.killed).toFixed(0)} ms, medians of ${rolls}; ` +
    `${spread(gaps.ours)} and ${spread(gaps.killed)})`,
  met: ratio <= bar,
});
const inWords = ({ failed, unknown, operations }: (typeof failures)[Kind]): string =>
  `${failed} failed, ${unknown} unknown of ${operations}`;
sayRow({
  figure: 'failed client operations in our roll',
  bar: '0',
  got: `${inWords(failures.ours)} (with SIGKILL: ${inWords(failures.killed)})`,
  met: failures.ours.failed === 0,
});
