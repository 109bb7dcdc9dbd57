// Owns the crash matrix on real etcd: the tool is killed at every step boundary and in the middle of every switch of a
// hop, and goes on from there, forwards and (before the point of no return) backwards. Must not know the plan's steps:
// an undisturbed run's journal says where it can be killed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RehearsalReport } from '../../src/report/model.ts';
import type { RunningCommand } from '../../test/support/command.ts';
import type { Workplace } from '../../test/support/rehearsal.ts';
import { type Case, inWorkplace, type Part, type Size } from './part.ts';

interface Hop {
  readonly from: string;
  readonly to: string;
  /** Whether the tool is killed at every point of it, or at one of each sort. */
  readonly everyPoint: boolean;
}

/** What a journal line must say for the tool to be killed then, and how long after it. */
interface CrashPoint {
  readonly type: 'step-finished' | 'switch-intended';
  readonly step: string;
  readonly delayMs: number;
  /** Whether the way back is open: decided by the last switch, which may end either way when the tool dies in it. */
  readonly wayBack: 'open' | 'shut' | 'either';
}

interface JournalLine {
  readonly type: string;
  readonly step?: string;
}

const hops: readonly Hop[] = [
  { from: '3.5.33', to: '3.6.14', everyPoint: true },
  { from: '3.6.14', to: '3.7.1', everyPoint: false },
];
/**
 * Milliseconds after the start of a switch: while the old process stops, and while the new one starts. A switch takes
 * 1.5 to 3 s at `quick`.
 */
const midSwitchMs = [0, 800];
const pollMs = 10;

export const crashMatrix: Part = {
  // A case mostly waits, and its clients' waiting times are not judged: they have a gap in any case.
  lanes: 2,
  async *cases(size) {
    for (const hop of hops) {
      let found: (points: readonly CrashPoint[]) => void = () => undefined;
      const points = new Promise<readonly CrashPoint[]>((resolve) => {
        found = resolve;
      });
      yield {
        name: `${hop.from} → ${hop.to}, undisturbed`,
        isNeededByOthers: true,
        run: async () => {
          try {
            found(await crashPointsOf(hop));
          } finally {
            found([]);
          }
        },
      };
      for (const point of chosen(await points, hop, size)) yield* casesOf(hop, point);
    }
  },
};

function chosen(points: readonly CrashPoint[], hop: Hop, size: Size): readonly CrashPoint[] {
  if (size === 'full' && hop.everyPoint) return points;
  const first = points.find(({ type }) => type === 'switch-intended');
  const either = points.find(({ wayBack }) => wayBack === 'either');
  const shut = points.find(({ wayBack }) => wayBack === 'shut');
  return [first, either, shut].filter((point) => point !== undefined);
}

/** Finds the points by a run that nobody kills; it must pass, or no other case means anything. */
async function crashPointsOf(hop: Hop): Promise<readonly CrashPoint[]> {
  const points: CrashPoint[] = [];
  await inWorkplace(async (place) => {
    await prepare(place, hop);
    const { exitCode, stdout } = await place.run(['preflight']);
    assert.equal(exitCode, 0, stdout);
    const lines = journalOf(place).filter(({ type }) => type === 'step-finished' || type === 'switch-intended');
    const lastSwitch = lines.findLastIndex(({ type }) => type === 'switch-intended');
    for (const [index, { type, step = '' }] of lines.slice(0, -1).entries()) {
      if (type === 'step-finished') {
        points.push({ type, step, delayMs: 0, wayBack: index < lastSwitch ? 'open' : 'shut' });
      } else if (type === 'switch-intended') {
        const wayBack = index < lastSwitch ? 'open' : 'either';
        points.push(...midSwitchMs.map((delayMs) => ({ type, step, delayMs, wayBack }) as const));
      }
    }
  });
  return points;
}

function* casesOf(hop: Hop, point: CrashPoint): Iterable<Case> {
  const where =
    point.type === 'step-finished' ? `after ${point.step}` : `${point.delayMs} ms into the switch of ${point.step}`;
  const name = `${hop.from} → ${hop.to}, killed ${where}`;
  yield {
    name: `${name}, resumed`,
    run: () =>
      inWorkplace(async (place) => {
        await crash(place, hop, point);
        await resume(place, hop);
      }),
  };
  yield {
    name: `${name}, rolled back`,
    run: () =>
      inWorkplace(async (place) => {
        await crash(place, hop, point);
        await goBack(place, hop, point);
      }),
  };
}

async function prepare(place: Workplace, { from, to }: Hop): Promise<void> {
  const limits = 'timeLimits: { dwellMs: 200, soakMs: 1000 }';
  await place.manifest(`from: "${from}"\nto: "${to}"\nrehearsal:\n  depth: quick\n  ${limits}`, [from, to]);
}

async function crash(place: Workplace, hop: Hop, point: CrashPoint): Promise<void> {
  await prepare(place, hop);
  const command = place.start(['preflight']);
  await journaled(place, command, point);
  await sleep(point.delayMs);
  command.kill('SIGKILL');
  const { signal } = await command.ended;
  assert.equal(signal, 'SIGKILL', 'the tool was gone before it was killed');
}

async function resume(place: Workplace, hop: Hop): Promise<void> {
  const { exitCode, stderr } = await place.run(['resume']);
  const report = place.report();
  expectNothingLost(report, stderr);
  assert.equal(exitCode, 4, `clients were away, so no pass; nothing is wrong, so no fail\n${stderr.slice(-3000)}`);
  assert.deepEqual(
    report.steps?.filter((step) => step.status !== 'ok'),
    [],
  );
  assert.ok(report.clusterState?.includes(`run ${hop.to}`), report.clusterState);
  assert.deepEqual(place.processes(), []);
}

/**
 * Goes back to the source where the way back is open. Where it is shut, the tool says so and the way forward stays
 * open.
 */
async function goBack(place: Workplace, hop: Hop, point: CrashPoint): Promise<void> {
  const { exitCode, stderr } = await place.run(['rollback']);
  const report = place.report();
  const refused = report.failureReason === 'past-point-of-no-return';
  if (point.wayBack !== 'either')
    assert.equal(refused, point.wayBack === 'shut', `${report.reason}\n${stderr.slice(-3000)}`);
  if (refused) return await resume(place, hop);
  expectNothingLost(report, stderr);
  assert.equal(exitCode, 4, `${report.reason}\n${stderr.slice(-3000)}`);
  assert.ok(report.clusterState?.includes(`run ${hop.from}`), report.clusterState);
  assert.deepEqual(place.processes(), []);
}

function expectNothingLost(report: RehearsalReport, stderr: string): void {
  const failed = report.judges?.filter(({ verdict }) => verdict === 'fail');
  assert.deepEqual(failed, [], `${report.reason}\n${stderr.slice(-3000)}`);
  assert.equal(report.judges?.find(({ judge }) => judge === 'durability')?.verdict, 'pass', report.reason);
}

async function journaled(place: Workplace, command: RunningCommand, point: CrashPoint): Promise<void> {
  let ended = false;
  const end = command.ended.then((result) => {
    ended = true;
    return result;
  });
  while (!journalOf(place).some(({ type, step }) => type === point.type && step === point.step)) {
    if (ended) assert.fail(`the run ended before it came to ${point.step}:\n${(await end).stderr.slice(-3000)}`);
    await sleep(pollMs);
  }
}

/** Reads whole lines only: the last one may be half written. */
function journalOf(place: Workplace): JournalLine[] {
  let text: string;
  try {
    text = readFileSync(join(place.output, 'journal.jsonl'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as JournalLine);
}
