// Owns fifty upgrades of real members whose tool is frozen or killed at random moments, each with an outside witness: they
// come to the target or back to the source, nothing acknowledged is lost, `status` is true, and so is the verdict.
// Must not know the plan's steps: a moment is a number of milliseconds.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../src/platform/ports.ts';
import { createRandom } from '../../src/platform/random.ts';
import type { RehearsalReport } from '../../src/report/model.ts';
import type { RunningCommand } from '../../test/support/command.ts';
import { smallSnapshots, type Workplace } from '../../test/support/rehearsal.ts';
import { statusOf } from '../../test/support/status-of.ts';
import { openWitness, type Witness } from '../../test/support/witness.ts';
import { type Case, inWorkplace, type Part } from './part.ts';

const [FROM, TO] = ['3.6.14', '3.7.1'] as const;
const manifest = `from: "${FROM}"
to: "${TO}"
${smallSnapshots}rehearsal:
  depth: quick
  timeLimits: { dwellMs: 500, soakMs: 2000 }
`;

/** A run lasts some twenty seconds from its first step on; where it ends before it is struck, it was not. */
const withinMs = 18_000;
const longestFreezeMs = 7_900;
const kinds = ['untouched', 'frozen', 'frozen', 'killed', 'killed'] as const;
type Kind = (typeof kinds)[number];

export const randomStrikes: Part = {
  lanes: 1,
  cases: (size) =>
    Array.from({ length: size === 'full' ? 50 : kinds.length }, (_, seed): Case => {
      const kind = kinds[seed % kinds.length] as Kind;
      return { name: `seed ${seed}, ${kind}`, run: () => inWorkplace((place) => strike(place, seed, kind)) };
    }),
};

async function strike(place: Workplace, seed: number, kind: Kind): Promise<void> {
  const random = createRandom(seed).fork('random strikes');
  await place.manifest(manifest, [FROM, TO]);
  const command = place.start(['preflight']);
  const witness = await witnessOf(place, command);
  const releases = watchReleases(witness);
  const lives = kind === 'killed' ? await killed(place, command, witness, random) : await left(command, kind, random);
  const { exitCode, stderr } = await lives.last.ended;
  const seen = await witness.stop();
  const ended = releases.stop();
  const report = place.report();
  const told = `${report.verdict}, ${report.failureReason}: ${report.reason}\n${stderr.slice(-2_000)}`;
  assert.deepEqual(seen.lost, [], told);
  assert.ok(seen.acknowledged > 50, told);
  assert.equal(seen.mostOnOne, 1, told);
  assert.ok(seen.mostDown <= 1, `${seen.mostDown} members were down at the same time\n${told}`);
  const goal = lives.backwards ? FROM : TO;
  assert.deepEqual(ended, [goal, goal, goal], told);
  assert.ok(report.clusterState?.includes(`run ${goal}`), told);
  expectTrueVerdict(report, lives.gaps > 0, told);
  // A run that was over when it was killed had said so itself, but for its exit.
  if (!lives.wasOver) assert.equal(exitCode, lives.gaps > 0 ? 4 : 0, told);
  if (!lives.wasOver) assert.deepEqual(place.processes(), []);
}

/** Nobody did anything to this cluster: nothing may be found wrong with it, and only clients that were away are a doubt. */
function expectTrueVerdict(report: RehearsalReport, wereAway: boolean, told: string): void {
  const expected = wereAway ? ['inconclusive', 'client-gap'] : ['pass', null];
  assert.deepEqual([report.verdict, report.failureReason], expected, told);
  const others = report.judges?.filter(({ judge, verdict }) => verdict !== 'pass' && judge !== 'availability') ?? [];
  const said = others.map(({ judge, summary }) => `${judge}: ${summary}`);
  assert.deepEqual(said, [], told);
}

interface Lives {
  readonly last: RunningCommand;
  /** How often clients were away. */
  readonly gaps: number;
  readonly backwards: boolean;
  readonly wasOver: boolean;
}

async function left(command: RunningCommand, kind: Kind, random: Random): Promise<Lives> {
  if (kind === 'frozen') {
    await Promise.race([sleep(random.int(withinMs)), command.ended]);
    command.kill('SIGSTOP');
    await sleep(500 + random.int(longestFreezeMs - 500));
    command.kill('SIGCONT');
  }
  return { last: command, gaps: 0, backwards: false, wasOver: false };
}

async function killed(place: Workplace, first: RunningCommand, witness: Witness, random: Random): Promise<Lives> {
  const kills = 1 + random.int(3);
  let last = first;
  let gaps = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const hasEnded = await Promise.race([sleep(random.int(withinMs), false), last.ended.then(() => true)]);
    if (hasEnded) break;
    last.kill('SIGKILL');
    if ((await last.ended).signal !== 'SIGKILL') break;
    const side = await expectTrueStatus(place, witness);
    if (side === 'over') return { last, gaps, backwards: false, wasOver: true };
    gaps += 1;
    if (kill === kills && side === 'before' && random.int(2) === 0) {
      return { last: place.start(['rollback']), gaps, backwards: true, wasOver: false };
    }
    last = place.start(['resume']);
  }
  return { last, gaps, backwards: false, wasOver: false };
}

/** What `status` says of members and of the side, against what the members say themselves once nothing changes any more. */
async function expectTrueStatus(place: Workplace, witness: Witness): Promise<'before' | 'after' | 'unknown' | 'over'> {
  // A switch that was under way comes to its end on the host.
  await sleep(12_000);
  const status = statusOf((await place.run(['status', '--format', 'json'])).stdout);
  assert.ok(status, 'status gave no answer');
  const told = JSON.stringify(status);
  if (status.commands?.includes('resume') !== true) return 'over';
  const versions = await Promise.all(witness.members.map((member) => witness.versionsOf(member)));
  const rows = (status.cluster?.['members'] ?? []) as readonly { name: string; version: string | null }[];
  assert.deepEqual(
    rows.map(({ name, version }) => [name, version]),
    witness.members.map(({ name }, index) => [name, versions[index]?.etcdserver ?? null]),
    told,
  );
  const isPast = versions.some((each) => each?.etcdcluster.startsWith('3.7') === true);
  if (status.side === 'before') assert.equal(isPast, false, told);
  if (status.side === 'after') assert.equal(isPast, true, told);
  return status.side ?? 'unknown';
}

async function witnessOf(place: Workplace, command: RunningCommand): Promise<Witness> {
  let ended = false;
  void command.ended.then(() => {
    ended = true;
  });
  const journal = join(place.output, 'journal.jsonl');
  while (!existsSync(journal) || !readFileSync(journal, 'utf8').includes('"step-started"')) {
    assert.ok(!ended, 'it ended before its first step');
    await sleep(50);
  }
  return openWitness(join(place.output, 'runs', readdirSync(join(place.output, 'runs'))[0] ?? ''));
}

/** What each member ran when it was last heard. */
function watchReleases(witness: Witness): { readonly stop: () => readonly (string | undefined)[] } {
  const last = new Map<string, string>();
  const look = async (): Promise<void> => {
    await Promise.all(
      witness.members.map(async (member) => {
        const release = await witness.releaseOf(member);
        if (release !== undefined) last.set(member.name, release);
      }),
    );
  };
  const timer = setInterval(() => void look().catch(() => undefined), 500);
  return {
    stop: () => {
      clearInterval(timer);
      return witness.members.map(({ name }) => last.get(name));
    },
  };
}
