// Owns the rules on `releases` and `accept`: lists without repetition, and settings that take effect.
// Must not know how releases are obtained.

import { quote } from '../../yaml/phrase.ts';
import { sources } from '../defaults.ts';
import type { Draft, Remark } from '../draft.ts';

export function duplicateSources(draft: Draft): readonly Remark[] {
  const listed = draft.list(['releases', 'sources']);
  return listed.flatMap((source, index) => {
    if (typeof source !== 'string' || listed.indexOf(source) === index) return [];
    return [
      {
        rule: 'duplicate-source',
        path: ['releases', 'sources', index],
        message: `The source ${quote(source)} is listed twice.`,
        fix: 'list each source once, in the order in which to try them',
      },
    ];
  });
}

/** A place that is named but whose source is not listed is never used; so is a listed source without a place. */
export function usedSources(draft: Draft): readonly Remark[] {
  const listed = draft.list(['releases', 'sources']);
  // The whole list is the default written out: nobody meant to name a mirror by it.
  if (listed.length === 0 || sources.every((source) => listed.includes(source))) return [];
  return (['local', 'mirror'] as const).flatMap((source): Remark[] => {
    const index = listed.indexOf(source);
    const isSet = draft.has(['releases', source]);
    if (index !== -1 && !isSet) {
      return [
        {
          rule: 'source-without-place',
          path: ['releases', 'sources', index],
          message: `The source ${quote(source)} is listed, but \`releases.${source}\` does not say where it is.`,
          fix: `add \`releases.${source}\`, or remove it from the list`,
        },
      ];
    }
    if (index !== -1 || !isSet) return [];
    return [
      {
        rule: 'unused-source',
        path: ['releases', source],
        atKey: true,
        message: `\`releases.${source}\` is never used: \`releases.sources\` does not list ${quote(source)}.`,
        fix: `add ${quote(source)} to \`releases.sources\``,
      },
    ];
  });
}

export function duplicateRisks(draft: Draft): readonly Remark[] {
  const risks = draft.list(['accept']).map((_, index) => draft.text(['accept', index, 'risk']));
  return risks.flatMap((risk, index) => {
    if (risk === undefined || risks.indexOf(risk) === index) return [];
    return [
      {
        rule: 'duplicate-risk',
        path: ['accept', index, 'risk'],
        message: `The risk ${quote(risk)} is accepted twice.`,
        fix: 'keep one entry, with the whole reason',
      },
    ];
  });
}
