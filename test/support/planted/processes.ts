// Owns what is planted for the judge of processes.
import { choose, insertedAfter, type Planting } from './planting.ts';

const ends = [
  { code: 'member-crashed', verdict: 'fail' },
  { code: 'member-killed', verdict: 'inconclusive' },
  { code: 'member-ended', verdict: 'inconclusive' },
] as const;

export const processPlantings: readonly Planting[] = ends.map(({ code, verdict }) => ({
  kind: `a member that ends without being asked to: ${code}`,
  judges: ['processes'],
  verdict,
  plant: (records, random) => {
    const after = choose(
      random,
      records.filter((record) => record.k === 'mark' && record.event === 'step-start'),
    );
    if (after?.k !== 'mark') return undefined;
    const { at, step = '' } = after;
    const change = { k: 'mark', at, event: 'member-changed', step, member: 'm2', code, message: 'm2 ended' } as const;
    return insertedAfter(records, after, change);
  },
}));
