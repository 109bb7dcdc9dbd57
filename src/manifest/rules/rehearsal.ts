// Owns the rules on `rehearsal`: settings that contradict each other or leave nothing to judge.
// Must not know how the workload runs.
import { defaults } from '../defaults.ts';
import type { Draft, Remark } from '../draft.ts';

const mixPath = ['rehearsal', 'workload', 'mix'] as const;

export function valueSizeOrder(draft: Draft): readonly Remark[] {
  const path = ['rehearsal', 'workload', 'valueSize'];
  const smallest = draft.number([...path, 0]);
  const largest = draft.number([...path, 1]);
  if (smallest === undefined || largest === undefined || smallest <= largest) return [];
  return [
    {
      rule: 'value-size-order',
      path,
      message: `\`rehearsal.workload.valueSize\` is [smallest, largest], but ${smallest} is more than ${largest}.`,
      fix: `write [${largest}, ${smallest}]`,
    },
  ];
}

export function usableMix(draft: Draft): readonly Remark[] {
  if (draft.keys(mixPath).length === 0) return [];
  const weight = (name: keyof typeof defaults.rehearsal.workload.mix) =>
    draft.number([...mixPath, name]) ?? defaults.rehearsal.workload.mix[name];
  const writes = weight('put') + weight('cas') + weight('delete');
  const reads = weight('get') + weight('getSerializable') + weight('range');
  if (writes + reads === 0) {
    return [
      {
        rule: 'empty-mix',
        path: mixPath,
        atKey: true,
        message: 'All weights of `rehearsal.workload.mix` are 0: the clients would do nothing.',
        fix: 'give at least one operation a weight, or remove `mix`',
      },
    ];
  }
  if (writes > 0 && reads > 0) return [];
  const [absent, judged] = writes === 0 ? ['writes', 'durability'] : ['reads', 'linearizability'];
  return [
    {
      rule: 'one-sided-mix',
      path: mixPath,
      atKey: true,
      message: `\`rehearsal.workload.mix\` has no ${absent}: ${judged} cannot be judged, so the verdict is inconclusive at best.`,
      fix: `give one of the ${absent} a weight`,
    },
  ];
}

export function limitsFit(draft: Draft): readonly Remark[] {
  const path = (name: string) => ['rehearsal', 'timeLimits', name];
  const total = draft.number(path('totalMs')) ?? defaults.rehearsal.timeLimits.totalMs;
  return (['gateMs', 'soakMs', 'dwellMs'] as const).flatMap((name) => {
    const part = draft.number(path(name));
    if (part === undefined || part < total) return [];
    return [
      {
        rule: 'limit-over-total',
        path: path(name),
        message: `\`${name}\` is ${part}, which leaves nothing of the whole rehearsal's ${total} ms (\`totalMs\`).`,
        fix: 'lower it, or raise `totalMs`',
      },
    ];
  });
}
