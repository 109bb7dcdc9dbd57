// Owns the rules on `releases` and `accept`: lists without repetition, and settings that take effect.
// Must not know how releases are obtained.
import type { Draft, Remark } from '../draft.ts';
import { quote } from '../phrase.ts';

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

/** A source that is listed but has no address, or has an address but is not listed, is never used. */
export function usedSources(draft: Draft): readonly Remark[] {
  const listed = draft.list(['releases', 'sources']);
  if (listed.length === 0) return [];
  return ['local', 'mirror'].flatMap((source): Remark[] => {
    const isListed = listed.includes(source);
    const isSet = draft.has(['releases', source]);
    if (isListed === isSet) return [];
    if (isListed) {
      return [
        {
          rule: 'source-without-place',
          path: ['releases', 'sources', listed.indexOf(source)],
          message: `The source ${quote(source)} is listed, but \`releases.${source}\` does not say where it is.`,
          fix: `add \`releases.${source}\`, or remove it from the list`,
        },
      ];
    }
    return [
      {
        rule: 'unused-source',
        path: ['releases', source],
        atKey: true,
        severity: 'warning',
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
