// Owns the rules on `members`.
// Must not know how members are made.

import { quote } from '../../yaml/phrase.ts';
import type { Draft, Remark } from '../draft.ts';

/** The most members that the schema allows; etcd's own advice is 7 at most. */
export const MAX_MEMBERS = 9;

export function duplicateNames(draft: Draft): readonly Remark[] {
  const names = draft.list(['members']);
  return names.flatMap((name, index): Remark[] => {
    const first = names.indexOf(name);
    if (first === index || typeof name !== 'string') return [];
    return [
      {
        rule: 'duplicate-member',
        path: ['members', index],
        message: `The member name ${quote(name)} is listed twice.`,
        fix: 'give every member its own name',
      },
    ];
  });
}

export function voterCount(draft: Draft): readonly Remark[] {
  const count = draft.number(['members']) ?? draft.list(['members']).length;
  if (count === 1) {
    return [
      {
        rule: 'single-member',
        path: ['members'],
        message: 'With one member every switch stops the whole cluster: clients will wait each time.',
        fix: 'use 3 members, or expect gaps and set rehearsal.thresholds accordingly',
      },
    ];
  }
  // Above the most that are allowed the schema speaks.
  if (!Number.isInteger(count) || count < 2 || count > MAX_MEMBERS || count % 2 === 1) return [];
  return [
    {
      rule: 'even-members',
      path: ['members'],
      message: `${count} members bear no more failures than ${count - 1} do, and need one more vote for every write.`,
      fix: `use ${count - 1} or ${count + 1} members, unless production really has ${count}`,
    },
  ];
}
