// Owns the rules on `backups`: expectations that nothing or everything fits.
// Must not know how a backup is proven.
import type { Draft, Remark } from '../draft.ts';
import { quote } from '../phrase.ts';

export function expectedKeys(draft: Draft): readonly Remark[] {
  return draft.list(['backups', 'expect']).flatMap((_, index): Remark[] => {
    const path = ['backups', 'expect', index];
    const prefix = draft.text([...path, 'prefix']);
    const [least, most] = [draft.number([...path, 'atLeast']), draft.number([...path, 'atMost'])];
    if (prefix === undefined) return [];
    if (!draft.has([...path, 'atLeast']) && !draft.has([...path, 'atMost'])) {
      return [
        {
          rule: 'expects-nothing',
          path,
          message: `Any number of keys below ${quote(prefix)} would do.`,
          fix: 'say how many there must be: `atLeast`, `atMost` or both',
        },
      ];
    }
    if (least === undefined || most === undefined || least <= most) return [];
    return [
      {
        rule: 'expects-impossible',
        path: [...path, 'atMost'],
        message: `No backup has at least ${least} and at most ${most} keys below ${quote(prefix)}.`,
        fix: 'correct one of the two',
      },
    ];
  });
}
