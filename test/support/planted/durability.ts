// Owns what is planted for the durability judge: acknowledged writes lost, undone, brought back.
import type { FinalEntry, HistoryRecord } from '../../../src/judge/history.ts';
import type { Random } from '../../../src/platform/ports.ts';
import {
  choose,
  doubtfulKeys,
  isOperation,
  listedKeys,
  type Planting,
  replaced,
  versionsOf,
  wrote,
} from './planting.ts';

function lifeOf(
  [key, val, mod]: FinalEntry,
  { create, version }: { readonly create: string; readonly version: string },
): FinalEntry {
  return [key, val, mod, create, version];
}

/** Changes, on every member, when some key was created and how often it was written since; twice at least, and no doubt. */
function withLives(
  records: readonly HistoryRecord[],
  random: Random,
  change: (create: string, version: number, mod: string) => readonly [create: string, version: string],
): HistoryRecord[] | undefined {
  const doubtful = doubtfulKeys(records);
  const entries = records.filter((record) => record.k === 'final').flatMap(({ kvs }) => kvs);
  const [chosen] =
    choose(
      random,
      entries.filter(([key, , , , version]) => !doubtful.has(key) && Number(version) > 1),
    ) ?? [];
  if (chosen === undefined) return undefined;
  const changed = (entry: FinalEntry): FinalEntry => {
    const [key, , mod, before = '', count] = entry;
    if (key !== chosen) return entry;
    const [create, version] = change(before, Number(count), mod);
    return lifeOf(entry, { create, version });
  };
  return records.map((record) => (record.k === 'final' ? { ...record, kvs: record.kvs.map(changed) } : record));
}

export const durabilityPlantings: readonly Planting[] = [
  {
    kind: 'an acknowledged write missing at the end',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => {
      const doubtful = doubtfulKeys(records);
      const versions = versionsOf(records);
      const entry = choose(
        random,
        listedKeys(records).filter(({ key, mod }) => !doubtful.has(key) && versions.get(key)?.at(-1)?.rev === mod),
      );
      if (entry === undefined) return undefined;
      const { final, key } = entry;
      return replaced(records, final, { ...final, kvs: final.kvs.filter(([name]) => name !== key) });
    },
  },
  {
    kind: 'an acknowledged write undone at the end',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => {
      const versions = versionsOf(records);
      const entry = choose(
        random,
        listedKeys(records).filter(({ key, mod }) => {
          const known = versions.get(key) ?? [];
          return known.at(-1)?.rev === mod && known.at(-2)?.val != null;
        }),
      );
      const older = entry && versions.get(entry.key)?.at(-2);
      if (entry === undefined || older?.val == null) return undefined;
      const old = [entry.key, older.val, String(older.rev)] as const;
      return replaced(records, entry.final, {
        ...entry.final,
        kvs: entry.final.kvs.map((each) => (each[0] === entry.key ? old : each)),
      });
    },
  },
  {
    kind: 'an acknowledged write lost and overwritten',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => withLives(records, random, (create, version) => [create, String(version - 1)]),
  },
  {
    kind: 'a write that nobody made, overwritten',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => withLives(records, random, (create, version) => [create, String(version + 1)]),
  },
  {
    kind: 'acknowledged writes lost, and the key created anew',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => withLives(records, random, (_, __, mod) => [mod, '1']),
  },
  {
    kind: 'a deletion lost and overwritten',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => {
      const doubtful = doubtfulKeys(records);
      const reborn = [...versionsOf(records)].flatMap(([key, known]) => {
        const deletion = known.findLastIndex(({ val }) => val === null);
        const before = known.slice(0, deletion);
        const born = before.findLastIndex(({ val }) => val === null) + 1;
        const first = known[born];
        const lives = deletion > born && deletion < known.length - 1 && first !== undefined && !doubtful.has(key);
        return lives ? [{ key, create: String(first.rev), version: String(known.length - born - 1) }] : [];
      });
      const chosen = choose(random, reborn);
      return (
        chosen &&
        records.map((record) =>
          record.k === 'final'
            ? { ...record, kvs: record.kvs.map((each) => (each[0] === chosen.key ? lifeOf(each, chosen) : each)) }
            : record,
        )
      );
    },
  },
  {
    kind: 'the last revisions gone',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => {
      const final = choose(
        random,
        records.filter((record) => record.k === 'final'),
      );
      const newest = Math.max(
        ...records
          .filter(isOperation)
          .filter(wrote)
          .map(({ rev }) => Number(rev)),
      );
      return final && replaced(records, final, { ...final, rev: String(newest - 1) });
    },
  },
  {
    kind: 'a deleted key back at the end',
    judges: ['durability'],
    verdict: 'fail',
    plant: (records, random) => {
      const listed = new Set(listedKeys(records).map(({ key }) => key));
      const [key, known] = choose(
        random,
        [...versionsOf(records)].filter(
          ([name, all]) => !listed.has(name) && all.at(-1)?.val === null && all.at(-2)?.val != null,
        ),
      ) ?? ['', []];
      const before = known.at(-2);
      const final = choose(
        random,
        records.filter((record) => record.k === 'final'),
      );
      if (before?.val == null || final === undefined) return undefined;
      return replaced(records, final, { ...final, kvs: [...final.kvs, [key, before.val, String(before.rev)]] });
    },
  },
  {
    kind: 'no final listing through one member',
    judges: ['durability'],
    verdict: 'inconclusive',
    plant: (records, random) => {
      const { member } =
        choose(
          random,
          records.filter((record) => record.k === 'final'),
        ) ?? {};
      return records.filter((record) => record.k !== 'final' || record.member !== member);
    },
  },
];
