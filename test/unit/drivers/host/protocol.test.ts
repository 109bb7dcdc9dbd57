// The protocol of transactions by itself: real host scripts, whose member is a process that only sleeps.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launch } from '../../../../src/drivers/host/launching.ts';
import { localHost } from '../../../../src/drivers/host/local-host.ts';
import type { MemberHost } from '../../../../src/drivers/host/member-host.ts';
import type { Host } from '../../../../src/drivers/host/ports.ts';
import { bringAbout } from '../../../../src/drivers/host/switching.ts';
import {
  createTransaction,
  listTransactions,
  type Transaction,
  type TransactionRequest,
} from '../../../../src/drivers/host/transactions.ts';
import { spawnedService } from '../../../../src/drivers/process/spawned-service.ts';
import { systemClock } from '../../../../src/platform/clock.ts';
import { bootId, identify, identityLine, type ProcessIdentity } from '../../../../src/platform/process-identity.ts';
import { identifySelf } from '../../../../src/platform/self.ts';
import { eventually } from '../../../support/cluster.ts';

const OLD = { release: '3.5.33', overrides: {} };
const NEW = { release: '3.6.14', overrides: {} };
const LIMITS = { stopMs: 5_000, startGraceMs: 1_000 };
const DEAD: ProcessIdentity = { pid: 1, bootId: 'the boot before', startTime: '1' };

let directory: string;
let host: Host;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'etcd-migrate-host-'));
  host = localHost(systemClock);
  await mkdir(join(directory, 'transactions'));
  await mkdir(join(directory, 'claims'));
  await writeFile(join(directory, 'sleeper'), '');
});
afterEach(async () => {
  await eventually('everything ends', 20_000, async () => {
    // Again and again: a script may be about to start one.
    for (const pid of sleepers()) process.kill(pid, 'SIGKILL');
    return mentioning(directory).length === 0 ? true : undefined;
  });
  await rm(directory, { recursive: true, force: true });
});

function memberHost(changes: Partial<MemberHost> = {}): MemberHost {
  const places = {
    directory,
    transactions: join(directory, 'transactions'),
    claims: join(directory, 'claims'),
    log: join(directory, 'log'),
    hostLog: join(directory, 'host.log'),
  };
  const own = changes.host ?? host;
  return {
    name: 'm1',
    host: own,
    service: spawnedService(
      own,
      places,
      { launcher: join(directory, 'launch.sh'), database: join(directory, 'data', 'member', 'snap', 'db') },
      systemClock,
    ),
    places,
    script: join(directory, 'host.sh'),
    closing: join(directory, 'closing'),
    clock: systemClock,
    limits: LIMITS,
    answers: async () => true,
    lastWords: async () => ({ lines: [] }),
    command: () => ({ argv: sleeper(), environment: environment() }),
    ...changes,
  };
}

/** One process that never ends, and whose command line names this test's directory. */
const sleeper = (): string[] => ['tail', '-f', join(directory, 'sleeper')];
const environment = (path = '/usr/bin:/bin'): Record<string, string> => ({ PATH: path });

function mentioning(text: string): string[] {
  return execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(text));
}

/** What the transactions have started, without their scripts. */
function sleepers(): number[] {
  return mentioning(join(directory, 'sleeper'))
    .filter((line) => /^\s*\d+ tail /.test(line))
    .map((line) => Number.parseInt(line, 10));
}

async function request(changes: Partial<TransactionRequest> = {}): Promise<TransactionRequest> {
  const { bootId: boot, seconds } = await host.now();
  return {
    schemaVersion: 1,
    action: 'switch',
    deployment: NEW,
    argv: sleeper(),
    environment: environment(),
    expected: null,
    mayBeGone: false,
    notAfter: { bootId: boot, seconds: Math.ceil(seconds) + 60 },
    creator: DEAD,
    ...changes,
  };
}

async function place(after: number, changes: Partial<TransactionRequest> = {}): Promise<Transaction> {
  const whole = await request(changes);
  const made = await createTransaction(host.files, memberHost().places, after, LIMITS, () => ({ request: whole }));
  if (made === null) throw new Error('the number is taken');
  return made;
}

const mark = (number: number, name: string): string => join(directory, 'transactions', `000${number}`, name);
/** Until its script has let go of the member, and the process is what it was to become. */
async function start(): Promise<number> {
  expect(await bringAbout(memberHost(), { action: 'switch', deployment: OLD })).toMatchObject({ outcome: 'running' });
  return await eventually('it runs', 20_000, async () => {
    const released = (await readdir(join(directory, 'claims'))).some((name) => name.endsWith('.released'));
    return released ? sleepers()[0] : undefined;
  });
}

const change = (member: MemberHost) => bringAbout(member, { action: 'switch', deployment: NEW });

it('refuses to stop what it did not expect to find, and says what it saw', async () => {
  const pid = await start();
  // Whoever decided had looked at a moment when nothing ran.
  const member = memberHost();
  const blind = { ...member, service: { ...member.service, identity: async () => null } };
  await expect(change(blind)).rejects.toMatchObject({
    code: 'switch-refused',
    message: expect.stringMatching(
      new RegExp(`m1 refused .* 3\\.6\\.14: nothing was to run there, but process ${pid} does .*Nothing was changed`),
    ),
  });
  expect(sleepers()).toEqual([pid]);
});

it('refuses to start beside what was expected and is gone, and says so', async () => {
  const member = memberHost();
  const gone = { process: { ...DEAD, bootId: await bootId() }, transaction: 1 };
  const late = { ...member, service: { ...member.service, identity: async () => gone } };
  await expect(change(late)).rejects.toMatchObject({
    code: 'switch-refused',
    message: expect.stringContaining('process 1 was to run there, but nothing runs. Nothing was changed'),
  });
  expect(sleepers()).toEqual([]);
});

it.each([
  ['its time is up', async () => ({ bootId: await bootId(), seconds: -60 })],
  ['it was made before the last reboot', async () => ({ bootId: 'the boot before', seconds: 1e9 })],
])('refuses to begin when %s', async (_, now) => {
  const pid = await start();
  await expect(change(memberHost({ host: { ...host, now } }))).rejects.toMatchObject({
    code: 'switch-refused',
    message: expect.stringMatching(/after its time was up, and refused it\. Nothing was changed/),
  });
  expect(sleepers()).toEqual([pid]);
});

it('does not begin a transaction that a later one has overtaken', async () => {
  const overtaken = await place(0);
  await place(1);
  await launch(memberHost(), overtaken);
  await eventually('the script gives up', 20_000, () => readFile(mark(1, 'failed'), 'utf8').catch(() => undefined));
  expect(await readFile(mark(1, 'failed'), 'utf8')).toBe('superseded\n');
  expect(sleepers()).toEqual([]);
});

it('becomes no process any more once a later transaction has begun, as when its script was killed and it was slow', async () => {
  const member = memberHost();
  const [launcher = '', text = ''] = Object.entries(member.service.programs)[0] ?? [];
  await writeFile(launcher, text);
  const become = async (number: number): Promise<boolean> => {
    const transaction = join(directory, 'transactions', `000${number}`);
    const trace = join(directory, `became-${number}`);
    const args = [launcher, transaction, member.closing, member.places.log, 'touch', trace];
    spawnSync('/bin/sh', args, { env: environment() });
    return (await readdir(directory)).includes(`became-${number}`);
  };
  for (const number of [1, 2, 3]) await place(number - 1);
  for (const number of [1, 2]) await writeFile(mark(number, 'begun'), '1\n');
  expect([await become(1), await become(2)]).toEqual([false, true]);
});

it('starts one process, however often the script of one transaction is run at once', async () => {
  const made = await place(0, { creator: await identifySelf() });
  await Promise.all([1, 2, 3, 4, 5].map(() => launch(memberHost(), made)));
  expect(await change(memberHost())).toMatchObject({ outcome: 'running' });
  await launch(memberHost(), made);
  await systemClock.sleep(300);
  expect(sleepers()).toHaveLength(1);
  expect(await listTransactions(host.files, memberHost().places)).toHaveLength(1);
});

it('goes on after a reboot between stop and start, with the same transaction', async () => {
  await place(0);
  await writeFile(mark(1, 'begun'), '1000\n');
  await writeFile(mark(1, 'stopped'), '1001 0\n');
  await writeFile(join(directory, 'claims', '0001'), `0001 ${identityLine(DEAD)}\n`);
  expect(await change(memberHost())).toMatchObject({ outcome: 'running' });
  expect(await readdir(join(directory, 'transactions'))).toEqual(['0001']);
  const started = await eventually('it runs', 20_000, async () => (sleepers().length > 0 ? sleepers() : undefined));
  expect(started).toHaveLength(1);
});

it('does not go on with a stop after which somebody else has started something', async () => {
  const pid = await start();
  const stopping = await place(1, { expected: DEAD });
  await writeFile(mark(2, 'begun'), '1000\n');
  await launch(memberHost(), stopping);
  await eventually('the script gives up', 20_000, () => readFile(mark(2, 'failed'), 'utf8').catch(() => undefined));
  expect(await readFile(mark(2, 'failed'), 'utf8')).toMatch(new RegExp(`^changed ${pid} `));
  expect(sleepers()).toEqual([pid]);
});

it('goes another way after a stop that was begun, whether what was to stop has ended meanwhile or not', async () => {
  for (const endsMeanwhile of [false, true]) {
    const pid = await start();
    const number = (await listTransactions(host.files, memberHost().places)).length + 1;
    await place(number - 1, { expected: DEAD });
    // Its script was killed right after the mark.
    await writeFile(mark(number, 'begun'), '1000\n');
    await writeFile(join(directory, 'claims', `000${number}`), `000${number} ${identityLine(DEAD)}\n`);
    const member = memberHost();
    const identity = async () => {
      const running = await member.service.identity();
      if (endsMeanwhile && sleepers().includes(pid)) process.kill(pid, 'SIGKILL');
      return running;
    };
    const other = { ...OLD, overrides: { 'snapshot-count': String(number) } };
    const service = { ...member.service, identity };
    expect(await bringAbout({ ...member, service }, { action: 'switch', deployment: other })).toMatchObject({
      outcome: 'running',
    });
    const [left, ...more] = await eventually('it runs alone', 20_000, async () => {
      const all = sleepers();
      return all.length > 0 && !all.includes(pid) ? all : undefined;
    });
    expect(left).not.toBe(pid);
    expect(more).toEqual([]);
  }
});

it('takes a process of before a reboot for dead, even if its pid and start time live again', async () => {
  const bystander = spawn('sleep', ['60']);
  try {
    const pid = bystander.pid ?? 0;
    await place(0);
    await writeFile(mark(1, 'process'), `${pid} the-boot-before ${(await identify(pid))?.startTime}\n`);
    expect(await memberHost().service.identity()).toBeNull();
    expect(await change(memberHost())).toMatchObject({ outcome: 'running' });
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  } finally {
    bystander.kill('SIGKILL');
  }
});

it('abandons what was never begun, and its script does nothing when it comes after all', async () => {
  const never = await place(0);
  const pid = await start();
  await launch(memberHost(), never);
  await systemClock.sleep(300);
  expect(await readFile(mark(1, 'failed'), 'utf8')).toBe('abandoned\n');
  expect(sleepers()).toEqual([pid]);
});

it('waits for the script of another transaction that has the member, until its own time is up', async () => {
  const made = await place(0, {
    notAfter: { ...(await host.now()), seconds: Math.ceil((await host.now()).seconds) + 2 },
  });
  // Whoever holds it lives: this process.
  await writeFile(join(directory, 'claims', '0001'), `0009 ${identityLine(await identifySelf())}\n`);
  await launch(memberHost(), made);
  await eventually('the script gives up', 20_000, async () =>
    mentioning(join(directory, 'host.sh')).length === 0 ? true : undefined,
  );
  expect((await readdir(join(directory, 'transactions', '0001'))).sort()).toEqual(['order', 'request.json']);
  expect(sleepers()).toEqual([]);
});

it('says so when the host gives a reason that it does not know', async () => {
  const member = memberHost();
  // The script of a later version.
  const verbs = `${member.service.verbs}\nservice_stop() { fail "eclipse of the sun"; }\n`;
  await expect(change({ ...member, service: { ...member.service, verbs } })).rejects.toMatchObject({
    code: 'journal-damaged',
    message: expect.stringContaining('"eclipse of the sun"'),
  });
});

it.each([
  ['No space left on device', 'no-space', /The disk of m1 was full .*No space left on device/],
  ['something else', 'member-lost', /m1 has ended, and its host could not start 3\.6\.14; see .*host\.log/],
])('believes the host that a start failed over "%s", whatever room there is by now', async (words, code, message) => {
  const member = memberHost();
  const verbs = `${member.service.verbs}\nservice_start() { echo "launch.sh: printf: ${words}" >&2; return 1; }\n`;
  const failing = change({ ...member, service: { ...member.service, verbs } });
  await expect(failing).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

it('takes a claim that cannot be read for one of the dead', async () => {
  await writeFile(join(directory, 'claims', '0001'), '');
  await start();
  expect(await readdir(join(directory, 'claims'))).toContain('0002');
});

it.each([
  ['is cut off', (text: string) => text.slice(0, 40), /is not JSON/],
  ['has a pid that is a word', (text: string) => text.replace(/"pid":\d+/, '"pid":"one"'), /\(creator\.pid: /],
  ['has no command', (text: string) => text.replace(/"argv":\[.*?\]/, '"argv":[]'), /\(argv: /],
])('does not act on a request that %s', async (_, damage, message) => {
  await place(0);
  const path = mark(1, 'request.json');
  await writeFile(path, damage(await readFile(path, 'utf8')));
  await expect(change(memberHost())).rejects.toMatchObject({
    code: 'journal-damaged',
    message: expect.stringMatching(message),
  });
  expect(sleepers()).toEqual([]);
});

it('forces each mark to the disk, and then its name, before it goes on', async () => {
  const tools = join(directory, 'tools');
  await mkdir(tools);
  await writeFile(join(tools, 'sync'), `#!/bin/sh\necho "$PPID $*" >> ${directory}/synced\nexec /bin/sync "$@"\n`);
  await chmod(join(tools, 'sync'), 0o755);
  const command = () => ({ argv: sleeper(), environment: environment(`${tools}:/usr/bin:/bin`) });
  expect(await change(memberHost({ command }))).toMatchObject({ outcome: 'running' });
  // Made when the last mark is on the disk.
  const released = join(directory, 'claims', '0001.released');
  await eventually('the script lets go', 20_000, () => readFile(released, 'utf8').catch(() => undefined));
  const transaction = join(directory, 'transactions', '0001');
  const lines = (await readFile(join(directory, 'synced'), 'utf8')).trim().split('\n');
  // Of the script, and of what becomes the process, which goes on beside it.
  const [script = '', other = ''] = new Set(lines.map((line) => line.split(' ')[0]));
  const forcedBy = (pid: string): string[] =>
    lines.filter((line) => line.startsWith(`${pid} `)).map((line) => line.split(' ')[1]?.replace(/\.\d+$/, '') ?? '');
  const claims = join(directory, 'claims');
  const marks = ['begun', 'stopped', 'started'].flatMap((name) => [join(transaction, name), transaction]);
  expect(forcedBy(script)).toEqual([join(claims, 'draft'), claims, ...marks]);
  expect(forcedBy(other)).toEqual([join(transaction, 'process'), transaction]);
});

it('hands on arguments as they are: nothing of them is read by a shell', async () => {
  const odd = ["it's", '$(touch evil)', '`touch evil`', 'two\nlines\n', '*', '', '-n', '"; touch evil; "'];
  const printing = 'for each in "$@"; do printf "%s\\0" "$each"; done > "$0.args"; exec sleep 60';
  const argv = ['/bin/sh', '-c', printing, join(directory, 'odd'), ...odd];
  expect(await change(memberHost({ command: () => ({ argv, environment: environment() }) }))).toMatchObject({
    outcome: 'running',
  });
  const seen = await eventually('it has started', 20_000, async () => {
    const text = await readFile(join(directory, 'odd.args'), 'utf8').catch(() => '');
    return text.endsWith('\0') ? text : undefined;
  });
  expect(seen.split('\0').slice(0, -1)).toEqual(odd);
  expect(await readdir(directory)).not.toContain('evil');
  const running = await memberHost().service.identity();
  if (running !== null) process.kill(running.process.pid, 'SIGKILL');
});
