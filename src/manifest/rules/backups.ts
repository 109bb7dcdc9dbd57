// Owns the rules on `backups`: nothing to prove, nowhere to take one from, expectations that nothing or everything fits.
// Must not know how a backup is proven.

import { quote } from '../../yaml/phrase.ts';
import type { Draft, Remark } from '../draft.ts';

export function someBackups(draft: Draft): readonly Remark[] {
  if (draft.keys(['backups']).length === 0 || draft.has(['backups', 'files']) || draft.has(['backups', 'take']))
    return [];
  return [
    {
      rule: 'no-backups',
      path: ['backups'],
      atKey: true,
      message: '`backups` says neither which files to prove nor that one shall be taken.',
      fix: 'add `files: ["backups/*.db"]`, or `take: {directory: backups}`',
    },
  ];
}

export function takenFromCluster(draft: Draft): readonly Remark[] {
  if (!draft.has(['backups', 'take']) || draft.has(['connection'])) return [];
  return [
    {
      rule: 'take-without-connection',
      path: ['backups', 'take'],
      atKey: true,
      message: '`backups.take` takes a backup from the live cluster, but the manifest has no `connection`.',
      fix: 'add `connection: {endpoints: [...]}`, or remove `take`',
    },
  ];
}

export function revisionsOfCluster(draft: Draft): readonly Remark[] {
  const path = ['backups', 'policy', 'rpoRevisions'];
  if (!draft.has(path) || draft.has(['connection'])) return [];
  return [
    {
      rule: 'revisions-without-connection',
      path,
      atKey: true,
      message: '`rpoRevisions` counts from the live cluster, but the manifest has no `connection`.',
      fix: 'add `connection: {endpoints: [...]}`, or use `rpoMinutes`',
    },
  ];
}

export function sampledBackups(draft: Draft): readonly Remark[] {
  if (!draft.has(['backups', 'sampleSize']) || draft.text(['backups', 'choose']) === 'sample') return [];
  return [
    {
      rule: 'sample-not-chosen',
      path: ['backups', 'sampleSize'],
      atKey: true,
      message: '`sampleSize` does nothing: `choose` is not `sample`.',
      fix: 'write `choose: sample`, or remove `sampleSize`',
    },
  ];
}

export function expectedKeys(draft: Draft): readonly Remark[] {
  return draft.list(['backups', 'expect']).flatMap((_, index): readonly Remark[] => {
    const path = ['backups', 'expect', index];
    const [byKey, byPrefix] = [draft.has([...path, 'key']), draft.has([...path, 'prefix'])];
    if (byKey !== byPrefix) return byKey ? oneKey(draft, path) : manyKeys(draft, path);
    return [
      {
        rule: 'expects-nothing',
        path,
        message: byKey ? 'One expectation cannot have both `key` and `prefix`.' : 'It names no keys.',
        fix: byKey ? 'make two of it' : 'add `prefix`, with `atLeast` or `atMost`, or `key`',
      },
    ];
  });
}

function oneKey(draft: Draft, path: readonly (string | number)[]): readonly Remark[] {
  const counts = ['atLeast', 'atMost'].filter((name) => draft.has([...path, name]));
  const [count] = counts;
  if (count !== undefined) {
    return [
      {
        rule: 'expects-impossible',
        path: [...path, count],
        message: `\`${count}\` counts keys below a \`prefix\`; \`key\` names one.`,
        fix: 'remove it, or write `prefix` in place of `key`',
      },
    ];
  }
  const pattern = draft.text([...path, 'matches']);
  try {
    new RegExp(pattern ?? '', 'u');
    return [];
  } catch (error) {
    return [
      {
        rule: 'invalid-pattern',
        path: [...path, 'matches'],
        message: `${quote(pattern ?? '')} is no regular expression: ${(error as Error).message}.`,
        fix: 'correct it; it is a regular expression as JavaScript has them',
      },
    ];
  }
}

function manyKeys(draft: Draft, path: readonly (string | number)[]): readonly Remark[] {
  const prefix = draft.text([...path, 'prefix']);
  const [least, most] = [draft.number([...path, 'atLeast']), draft.number([...path, 'atMost'])];
  if (prefix === undefined) return [];
  if (draft.has([...path, 'matches'])) {
    return [
      {
        rule: 'expects-impossible',
        path: [...path, 'matches'],
        message: '`matches` is about the value of one `key`; `prefix` names many.',
        fix: 'remove it, or write `key` in place of `prefix`',
      },
    ];
  }
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
}
