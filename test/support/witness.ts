// Owns an outside witness of a rehearsal's cluster: it writes through the members' gateways, reads again what was
// acknowledged, and looks at their processes by itself.
// Must not use the program's clients, its records, or what it says of itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WitnessedMember {
  readonly name: string;
  readonly clientUrl: string;
}

export interface Sightings {
  readonly acknowledged: number;
  /** Acknowledged keys that a later linearizable read did not have. */
  readonly lost: readonly string[];
  /** The most processes that worked on one member's data at the same time. */
  readonly mostOnOne: number;
  /** The most members that had no process at the same time, once all had one. */
  readonly mostDown: number;
}

export interface Witness {
  readonly members: readonly WitnessedMember[];
  /** Pid of the etcd that works on a member's data; undefined where none does. */
  pidOf(member: string): number | undefined;
  /** The release that the member says it runs; undefined where it does not answer. */
  releaseOf(member: WitnessedMember): Promise<string | undefined>;
  /** Its release and the cluster's version, by what it says itself; undefined where it does not answer. */
  versionsOf(
    member: WitnessedMember,
  ): Promise<{ readonly etcdserver: string; readonly etcdcluster: string } | undefined>;
  ask(member: WitnessedMember, path: string, body: object): Promise<Record<string, unknown>>;
  stop(): Promise<Sightings>;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `run` is the run's directory, whose members are made already. */
export function openWitness(run: string): Witness {
  const { members } = JSON.parse(readFileSync(join(run, 'cluster.json'), 'utf8')) as {
    members: readonly WitnessedMember[];
  };
  const acknowledged = new Set<string>();
  const lost = new Set<string>();
  let [mostOnOne, mostDown, isOver, isRemoved, wereAllUp, next] = [0, 0, false, false, false, 0];

  const ask = async (member: WitnessedMember, path: string, body: object): Promise<Record<string, unknown>> => {
    const signal = AbortSignal.timeout(3_000);
    const answer = await fetch(`${member.clientUrl}${path}`, { method: 'POST', body: JSON.stringify(body), signal });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const versionsOf: Witness['versionsOf'] = async ({ clientUrl }) => {
    const answer = await fetch(`${clientUrl}/version`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    return answer === null ? undefined : ((await answer.json()) as { etcdserver: string; etcdcluster: string });
  };
  const pidsOf = (member: string): readonly number[] => {
    const data = `--data-dir=${join(run, 'members', member, 'data')}`;
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          const [program, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
          return program?.endsWith('/etcd') === true && args.includes(data);
        } catch {
          return false;
        }
      })
      .map(Number);
  };
  const each = async (ms: number, look: () => Promise<void>): Promise<void> => {
    while (!isOver) {
      // A member that does not answer is no news.
      await look().catch(() => undefined);
      await pause(ms);
    }
  };
  const loops = [
    each(20, async () => {
      const key = `witness/${String(next++).padStart(6, '0')}`;
      const member = members[next % members.length];
      if (member === undefined) return;
      await ask(member, '/v3/kv/put', { key: base64(key), value: base64(key) });
      acknowledged.add(key);
    }),
    each(400, async () => {
      const before = [...acknowledged];
      const member = members[next % members.length];
      if (member === undefined) return;
      const range = { key: base64('witness/'), range_end: base64('witness0'), keys_only: true };
      const { kvs = [] } = (await ask(member, '/v3/kv/range', range)) as { kvs?: readonly { key: string }[] };
      const found = new Set(kvs.map(({ key }) => Buffer.from(key, 'base64').toString()));
      for (const key of before) if (!found.has(key)) lost.add(key);
    }),
    each(100, async () => {
      const counts = members.map(({ name }) => pidsOf(name).length);
      // The run is over, and its members are being removed.
      isRemoved ||= existsSync(join(run, 'closing')) || !existsSync(join(run, 'cluster.json'));
      if (isRemoved) return;
      wereAllUp ||= counts.every((count) => count > 0);
      mostOnOne = Math.max(mostOnOne, ...counts);
      if (wereAllUp) mostDown = Math.max(mostDown, counts.filter((count) => count === 0).length);
    }),
  ];
  return {
    members,
    pidOf: (member) => pidsOf(member)[0],
    releaseOf: async (member) => (await versionsOf(member))?.etcdserver,
    versionsOf,
    ask,
    stop: async () => {
      isOver = true;
      await Promise.all(loops);
      return { acknowledged: acknowledged.size, lost: [...lost], mostOnOne, mostDown };
    },
  };
}
