// What others do to a real cluster while it is upgraded, each with an outside witness: nothing acknowledged is lost, no
// member has two processes, no more than one is down by our hand, and the run says what happened.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type FailureCode, failures } from '../../src/errors.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { eventually } from '../support/cluster.ts';
import { bundle, type RunningCommand } from '../support/command.ts';
import { cannotCutOff, cutOff } from '../support/cut-off.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { isOverloaded, tryAgain } from '../support/overloaded.ts';
import { openWorkplace, smallSnapshots, type Workplace } from '../support/rehearsal.ts';
import { sampleOf } from '../support/sample.ts';
import { fillUp, mountDisk } from '../support/small-disk.ts';
import { statusOf } from '../support/status-of.ts';
import { openWitness, type Sightings, type Witness, type WitnessedMember } from '../support/witness.ts';

const [FROM, TO] = ['3.6.14', '3.7.1'] as const;
const manifest = `from: "${FROM}"
to: "${TO}"
${smallSnapshots}rehearsal:
  depth: quick
  timeLimits: { dwellMs: 500, soakMs: 12000, gateMs: 30000 }
`;

interface JournalLine {
  readonly type: string;
  readonly step?: string;
  readonly plan?: { readonly upgrade: { readonly hops: readonly { readonly steps: readonly PlannedLine[] }[] } };
}
interface PlannedLine {
  readonly id: string;
  readonly step: { readonly kind: string };
}

interface Scene {
  readonly place: Workplace;
  readonly command: RunningCommand;
  readonly run: string;
  readonly witness: Witness;
  /** A member that runs this release, by what it says itself. */
  memberOn(release: string): Promise<WitnessedMember>;
}

/** What a command of the run that struck, or that went on after it, has to end with. */
interface Ending {
  readonly exitCode: number;
  /** Any of them: what is seen first may differ. */
  readonly codes: readonly (FailureCode | null)[];
  readonly says?: RegExp;
  /** Members that may be without a process at the same time: those that the fault itself ends, and one of ours. */
  readonly down?: number;
}

interface Fault {
  readonly name: string;
  /** Does it, at the hold before the last old member, and gives the command that tells of it. */
  readonly strike: (scene: Scene) => Promise<RunningCommand>;
  readonly ends: Ending;
  /** A line of the history that has to be there. */
  readonly recorded?: RegExp;
  /** What it takes: why that is not there, or what is to be taken down afterwards. */
  readonly takes?: (place: Workplace) => string | Disposable | null;
}

async function signalled(scene: Scene, release: string, signal: NodeJS.Signals): Promise<RunningCommand> {
  const { name } = await scene.memberOn(release);
  process.kill(scene.witness.pidOf(name) ?? 0, signal);
  return scene.command;
}

async function asked(scene: Scene, path: string, body: (member: WitnessedMember) => object): Promise<RunningCommand> {
  const member = await scene.memberOn(FROM);
  // etcd changes no membership before every member has been there for 5 s.
  await eventually(`${path} is taken`, 8_500, () =>
    scene.witness.ask(member, path, body(member)).catch(() => undefined),
  );
  return scene.command;
}

async function toolKilled({ command }: Scene): Promise<void> {
  command.kill('SIGKILL');
  await command.ended;
}

/** The member's own command once more, by our hand. */
function startAgain({ run }: Scene, member: string, argv: readonly string[]): void {
  const [program = '', ...args] = argv;
  spawn(program, args, {
    cwd: join(run, 'members', member),
    stdio: 'ignore',
    detached: true,
    env: { TZ: 'UTC' },
  }).unref();
}

const killed = (what: string): Ending => ({ exitCode: 4, codes: ['member-killed'], says: new RegExp(what), down: 1 });

const faults: readonly Fault[] = [
  {
    name: 'an upgraded member is killed',
    strike: (scene) => signalled(scene, TO, 'SIGKILL'),
    ends: killed(
      'ended by another hand, by SIGKILL, while it ran 3\\.7\\.1.*What ran there, 3\\.7\\.1, was started again',
    ),
  },
  {
    name: 'the last old member is killed',
    strike: (scene) => signalled(scene, FROM, 'SIGKILL'),
    ends: killed(
      'ended by another hand, by SIGKILL, while it ran 3\\.6\\.14.*What ran there, 3\\.6\\.14, was started again',
    ),
  },
  {
    name: 'the last old member crashes',
    strike: (scene) => signalled(scene, FROM, 'SIGSEGV'),
    ends: { exitCode: 1, codes: ['member-crashed'], says: /ended by itself/, down: 1 },
  },
  {
    name: 'a voter is added',
    strike: (scene) => asked(scene, '/v3/cluster/member/add', () => ({ peerURLs: ['http://127.0.0.1:1'] })),
    ends: { exitCode: 3, codes: ['membership-changed'], says: /which this run does not know/, down: 0 },
  },
  {
    name: 'a learner is added',
    strike: (scene) =>
      asked(scene, '/v3/cluster/member/add', () => ({ peerURLs: ['http://127.0.0.1:1'], isLearner: true })),
    ends: { exitCode: 3, codes: ['membership-changed'], says: /which this run does not know|learner/, down: 0 },
  },
  {
    name: 'an alarm is raised',
    strike: async (scene) => {
      const member = await scene.memberOn(FROM);
      const { header } = (await scene.witness.ask(member, '/v3/maintenance/status', {})) as {
        header: { member_id: string };
      };
      return await asked(scene, '/v3/maintenance/alarm', () => ({
        action: 'ACTIVATE',
        alarm: 'NOSPACE',
        memberID: header.member_id,
      }));
    },
    ends: { exitCode: 1, codes: ['alarm-raised', 'gate-failed'], says: /alarm/i, down: 0 },
  },
  {
    name: 'a downgrade job is enabled',
    strike: (scene) => asked(scene, '/v3/maintenance/downgrade', () => ({ action: 'ENABLE', version: '3.5.0' })),
    ends: { exitCode: 1, codes: ['downgrade-in-progress'], says: /downgrade job/, down: 0 },
  },
  {
    name: 'the staged binary is truncated',
    strike: async (scene) => {
      // Never in place: a running process would be ended by that too.
      const old = await scene.memberOn(FROM);
      expect(old.name).toMatch(/^m\d$/);
      const { path, twin } = {
        path: join(scene.run, 'releases', TO, 'etcd'),
        twin: join(scene.run, 'releases', TO, 'twin'),
      };
      const { copyFileSync, renameSync } = await import('node:fs');
      copyFileSync(path, twin);
      truncateSync(twin, 1_000_000);
      renameSync(twin, path);
      return scene.command;
    },
    ends: { exitCode: 3, codes: ['binary-replaced'], says: /not the one that was verified/, down: 0 },
  },
  {
    name: 'the tool and a member are killed, and somebody starts that member again',
    strike: async (scene) => {
      const { name } = await scene.memberOn(TO);
      const pid = scene.witness.pidOf(name) ?? 0;
      const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
      await toolKilled(scene);
      process.kill(pid, 'SIGKILL');
      await eventually('it ends', 10_000, async () => (scene.witness.pidOf(name) === undefined ? true : undefined));
      startAgain(scene, name, argv);
      return scene.place.start(['resume', '--format', 'json']);
    },
    ends: { exitCode: 4, codes: ['member-ended', 'member-killed', 'client-gap'], down: 1 },
  },
  {
    name: 'the machine reboots: the tool and all members end',
    strike: async (scene) => {
      const pids = scene.witness.members.map(({ name }) => scene.witness.pidOf(name) ?? 0);
      await toolKilled(scene);
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await eventually('they end', 10_000, async () =>
        scene.witness.members.every(({ name }) => scene.witness.pidOf(name) === undefined) ? true : undefined,
      );
      const status = statusOf((await scene.place.run(['status', '--format', 'json'])).stdout);
      expect(status).toMatchObject({ state: 'interrupted', side: expect.stringMatching(/before|unknown/) });
      return scene.place.start(['resume', '--format', 'json']);
    },
    ends: { exitCode: 4, codes: ['member-killed', 'member-ended', 'client-gap'], down: 3 },
  },
  {
    name: 'another container goes on with the run while it is going on',
    strike: async (scene) => {
      const args = [
        '--pid',
        '--fork',
        '--mount-proc',
        process.execPath,
        bundle,
        'resume',
        '--output',
        scene.place.output,
      ];
      const other = spawn('unshare', args, { stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      other.stderr.on('data', (chunk) => (said += String(chunk)));
      other.stdout.on('data', (chunk) => (said += String(chunk)));
      const code = await new Promise((resolve) => other.once('close', resolve));
      expect([code, said]).toEqual([3, expect.stringContaining('run-in-progress')]);
      return scene.command;
    },
    ends: { exitCode: 0, codes: [null], down: 1 },
  },
  {
    name: 'a member is frozen for 5 s',
    strike: async (scene) => {
      const { name } = await scene.memberOn(TO);
      const pid = scene.witness.pidOf(name) ?? 0;
      process.kill(pid, 'SIGSTOP');
      await systemClock.sleep(5_000);
      process.kill(pid, 'SIGCONT');
      return scene.command;
    },
    ends: { exitCode: 0, codes: [null], down: 1 },
    recorded: /"k":"seen".*"member":"m\d".*"error":"Status of m\d has not answered for 2 s/,
  },
  {
    name: 'two members are frozen for 8 s',
    strike: async (scene) => {
      const pids = scene.witness.members.slice(0, 2).map(({ name }) => scene.witness.pidOf(name) ?? 0);
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      await systemClock.sleep(8_000);
      for (const pid of pids) process.kill(pid, 'SIGCONT');
      return scene.command;
    },
    ends: {
      exitCode: 1,
      codes: ['availability-violated'],
      says: /No \w+ was acknowledged for .* ms are allowed; meanwhile m1 did not answer for \d/,
      down: 1,
    },
  },
  {
    name: 'the tool is frozen for 7 s, its clients are not',
    strike: async (scene) => {
      scene.command.kill('SIGSTOP');
      await systemClock.sleep(7_000);
      scene.command.kill('SIGCONT');
      return scene.command;
    },
    ends: { exitCode: 0, codes: [null], down: 1 },
  },
  {
    name: 'the process of the clients is killed',
    strike: async (scene) => {
      process.kill(clientsOf(scene.command), 'SIGKILL');
      return scene.command;
    },
    ends: {
      exitCode: 3,
      codes: ['tool-failed'],
      says: /process of the rehearsal's clients has ended \(SIGKILL\)/,
      down: 3,
    },
  },
  {
    name: 'the process of the clients is frozen for 7 s',
    strike: async (scene) => {
      const pid = clientsOf(scene.command);
      process.kill(pid, 'SIGSTOP');
      await systemClock.sleep(7_000);
      process.kill(pid, 'SIGCONT');
      return scene.command;
    },
    ends: { exitCode: 4, codes: ['machine-overloaded'], says: /this machine stood still for/, down: 1 },
  },
  {
    name: 'leadership is moved again and again',
    strike: async (scene) => {
      const until = systemClock.monotonicUs() + 5_000_000;
      while (systemClock.monotonicUs() < until) await moveLeadership(scene.witness).catch(() => undefined);
      return scene.command;
    },
    ends: { exitCode: 0, codes: [null], down: 1 },
    recorded: /"k":"seen".*"term":"\d{2,}"/,
  },
  {
    name: 'a member is cut off from the others for 3 s',
    takes: cannotCutOff,
    strike: async (scene) => {
      const { name } = await scene.memberOn(TO);
      const { members } = JSON.parse(readFileSync(join(scene.run, 'cluster.json'), 'utf8')) as {
        members: readonly { name: string; peerUrl: string }[];
      };
      const ports = new Map(members.map((member) => [member.name, Number(new URL(member.peerUrl).port)]));
      const others = [...ports].filter(([each]) => each !== name).map(([, port]) => port);
      using _cut = cutOff(scene.witness.pidOf(name) ?? 0, ports.get(name) ?? 0, others);
      await systemClock.sleep(3_000);
      return scene.command;
    },
    ends: { exitCode: 0, codes: [null], down: 1 },
    // It answers, and knows no leader.
    recorded: /"k":"seen",(?!.*"leader").*"term"/,
  },
  {
    name: 'the disk is full',
    takes: (place) => mountDisk(place.output, 'size=800m') ?? 'mounting a file system is not permitted here',
    strike: async (scene) => {
      fillUp(join(scene.place.output, 'filler'));
      return scene.command;
    },
    // etcd itself ends where it cannot write.
    ends: { exitCode: 3, codes: ['no-space'], says: /no space|ENOSPC|full/i, down: 3 },
  },
];

/** The pid of the process that a running command has for its clients. */
function clientsOf({ pid }: RunningCommand): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  const own = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('clients/index.js'));
  if (own === undefined) throw new Error(`none of ${children.join(', ')} is the process of the clients`);
  return Number(own);
}

async function moveLeadership({ members, ask }: Witness): Promise<void> {
  const looks = await Promise.all(
    members.map(async (member) => {
      const status = await ask(member, '/v3/maintenance/status', {});
      const { member_id: id } = status['header'] as { member_id: string };
      return { member, id, leads: status['leader'] === id };
    }),
  );
  const leader = looks.find(({ leads }) => leads);
  const other = looks.find(({ leads }) => !leads);
  if (leader && other) await ask(leader.member, '/v3/maintenance/transfer-leadership', { targetID: other.id });
}

describeWithEtcd([FROM, TO], 'faults of a real cluster', () => {
  it.for(sampleOf('faults', faults, 1))('$name', async ({ strike, ends, recorded, takes }, { skip }) => {
    using place = openWorkplace();
    const taken = takes?.(place) ?? null;
    if (typeof taken === 'string') return skip(taken);
    using _taken = taken;
    await place.manifest(manifest, [FROM, TO]);
    const command = place.start(['preflight', '--format', 'json']);
    const scene = await atHold(place, command);
    const telling = await strike(scene);
    const { exitCode, stdout, stderr } = await telling.ended;
    const seen = await scene.witness.stop();
    const report = place.report();
    if (isOverloaded(report) && ends.codes[0] !== report.failureReason) tryAgain(report);
    const words = JSON.stringify({
      reason: report.reason,
      evidence: report.evidence,
      judges: report.judges?.map(({ judge, summary }) => [judge, summary]),
    });
    expect(
      { exitCode, code: report.failureReason },
      `${words}\n${stderr.slice(-2_000)}\n${stdout.slice(0, 500)}`,
    ).toEqual({
      exitCode: ends.exitCode,
      code: expect.toBeOneOf([...ends.codes]),
    });
    for (const code of ends.codes) if (code !== null) expect(Object.hasOwn(failures, code)).toBe(true);
    if (ends.says !== undefined) expect(words).toMatch(ends.says);
    if (recorded !== undefined) {
      const lines = readFileSync(join(place.output, 'history.jsonl'), 'utf8').split('\n');
      expect(lines.filter((line) => recorded.test(line)).length).toBeGreaterThan(0);
    }
    expectUnharmed(seen, ends.down ?? 1);
    expect(place.processes()).toEqual([]);
  });
});

/** The run is at the hold before its last old member, and a witness watches. */
async function atHold(place: Workplace, command: RunningCommand): Promise<Scene> {
  const file = join(place.output, 'journal.jsonl');
  const lines = (): JournalLine[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as JournalLine)
      : [];
  const begun = (kind: string): boolean => {
    const steps = lines()[0]?.plan?.upgrade.hops.flatMap((hop) => hop.steps) ?? [];
    const ids = steps.filter(({ step }) => step.kind === kind).map(({ id }) => id);
    return lines().some(({ type, step }) => type === 'step-started' && step !== undefined && ids.includes(step));
  };
  await eventually('the first member is switched', 120_000, async () => (begun('switch-member') ? true : undefined));
  const run = join(place.output, 'runs', readdirSync(join(place.output, 'runs'))[0] ?? '');
  const witness = openWitness(run);
  await eventually('the hold begins', 120_000, async () => (begun('hold') ? true : undefined));
  await systemClock.sleep(500);
  return {
    place,
    command,
    run,
    witness,
    memberOn: async (release) => {
      for (const member of witness.members) if ((await witness.releaseOf(member)) === release) return member;
      throw new Error(`no member says that it runs ${release}`);
    },
  };
}

function expectUnharmed({ acknowledged, lost, mostOnOne, mostDown }: Sightings, down: number): void {
  expect(lost).toEqual([]);
  expect(acknowledged).toBeGreaterThan(50);
  expect(mostOnOne).toBe(1);
  expect(mostDown).toBeLessThanOrEqual(Math.max(1, down));
}
