// Owns what is planted for the watch judge: events swapped, repeated, dropped, made up.
import {
  choose,
  insertedAfter,
  isEvent,
  isWatch,
  owedEvents,
  type Planting,
  rechecks,
  replaced,
  successors,
} from './planting.ts';

export const watchPlantings: readonly Planting[] = [
  {
    kind: 'two events swapped',
    judges: ['watch'],
    verdict: 'fail',
    plant: (records, random) => {
      const plain = new Set(owedEvents(records, false));
      const next = successors(records);
      const first = choose(
        random,
        [...plain].filter((event) => {
          const after = next.get(event);
          return after !== undefined && plain.has(after);
        }),
      );
      const second = first && next.get(first);
      if (first === undefined || second === undefined) return undefined;
      return records.map((record) =>
        record === first ? { ...second, at: first.at } : record === second ? { ...first, at: second.at } : record,
      );
    },
  },
  {
    kind: 'an event twice',
    judges: ['watch'],
    verdict: 'fail',
    plant: (records, random) => {
      const event = choose(random, owedEvents(records, false));
      return event && insertedAfter(records, event, { ...event });
    },
  },
  {
    kind: 'an event dropped',
    judges: ['watch'],
    verdict: 'fail',
    plant: (records, random) => {
      const event = choose(random, owedEvents(records, false));
      return event && records.filter((record) => record !== event);
    },
  },
  {
    kind: 'an old event again after a reconnect',
    judges: ['watch'],
    verdict: 'fail',
    plant: (records, random) => {
      const recheckOf = rechecks(records);
      const started = new Set<string>();
      const reopened = choose(
        random,
        records.filter(isWatch).filter(({ event, watcher }) => {
          if (event === 'put') started.add(watcher);
          return event === 'opened' && started.has(watcher);
        }),
      );
      if (reopened === undefined) return undefined;
      const before = records.slice(0, records.indexOf(reopened)).filter(isEvent);
      const old = choose(
        random,
        before.filter((event) => event.watcher === reopened.watcher && recheckOf(event) === undefined),
      );
      return old && insertedAfter(records, reopened, { ...old, at: reopened.at + 1 });
    },
  },
  {
    kind: 'an event with a value that nobody wrote',
    judges: ['watch'],
    verdict: 'fail',
    plant: (records, random) => {
      const event = choose(
        random,
        owedEvents(records, false).filter(({ event }) => event === 'put'),
      );
      return event && replaced(records, event, { ...event, val: 'v77.1' });
    },
  },
  {
    kind: 'an event dropped that a raw watch saw',
    judges: ['watch'],
    verdict: 'inconclusive',
    plant: (records, random) => {
      const event = choose(random, owedEvents(records, true));
      return event && records.filter((record) => record !== event);
    },
  },
  {
    kind: 'an event dropped that a raw watch lacks too',
    judges: ['watch'],
    verdict: 'fail',
    plant: (records, random) => {
      const event = choose(random, owedEvents(records, true));
      const recheck = event && rechecks(records)(event);
      if (event === undefined || recheck === undefined) return undefined;
      const seen = (recheck.seen ?? []).filter((rev) => rev !== event.rev);
      return replaced(records, recheck, { ...recheck, seen }).filter((record) => record !== event);
    },
  },
];
