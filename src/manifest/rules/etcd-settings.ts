// Owns the rules on `etcd`: what etcd would ignore, refuse, or read differently from what was written.
// Must not know which flags each release has; the rehearsal finds out.
import { flagOfVariable } from '../../catalog/flag-names.ts';
import { whyOwned } from '../../catalog/flags.ts';
import { bare, join, showPath } from '../../yaml/phrase.ts';
import type { Draft, Remark } from '../draft.ts';

export function ownedSettings(draft: Draft): readonly Remark[] {
  const flags = draft.keys(['etcd', 'flags']).map((key) => ({ key, group: 'flags', flag: key }));
  const variables = draft
    .keys(['etcd', 'environment'])
    .map((key) => ({ key, group: 'environment', flag: flagOfVariable(key) }));
  return [...flags, ...variables].flatMap(({ key, group, flag }) => {
    const why = whyOwned(flag);
    if (why === undefined) return [];
    const path = ['etcd', group, key];
    return [
      {
        rule: 'owned-setting',
        path,
        atKey: true,
        message: `${showPath(path)} cannot be set in the manifest: ${why}.`,
        fix: 'remove the line',
      },
    ];
  });
}

/** etcd reads a configuration file instead of flags and environment, not in addition to them. */
export function configFileAlone(draft: Draft): readonly Remark[] {
  if (!draft.has(['etcd', 'configFile'])) return [];
  const beside = ['flags', 'environment'].filter((group) => draft.keys(['etcd', group]).length > 0);
  if (beside.length === 0) return [];
  return [
    {
      rule: 'config-file-alone',
      path: ['etcd', 'configFile'],
      atKey: true,
      message: `With \`etcd.configFile\`, etcd ignores ${join(
        beside.map((group) => `\`etcd.${group}\``),
        'and',
      )}.`,
      fix: 'move those settings into the file, or remove `configFile`',
    },
  ];
}

/** Measured on 3.4.31, 3.5.33, 3.6.14 and 3.7.1: "conflicting environment variable is shadowed …", exit 1. */
export function flagAndVariable(draft: Draft): readonly Remark[] {
  const flags = draft.keys(['etcd', 'flags']);
  return draft.keys(['etcd', 'environment']).flatMap((variable) => {
    const flag = flagOfVariable(variable);
    if (!flags.includes(flag)) return [];
    return [
      {
        rule: 'flag-and-variable',
        path: ['etcd', 'environment', variable],
        atKey: true,
        message: `${variable} is also set as the flag \`${flag}\`: etcd refuses to start with both.`,
        fix: 'keep one of the two',
      },
    ];
  });
}

/** A flag reaches etcd as text. A number that YAML reads differently from how it is written would arrive changed. */
export function numbersAsWritten(draft: Draft): readonly Remark[] {
  return draft.keys(['etcd', 'flags']).flatMap((flag) => {
    const path = ['etcd', 'flags', flag];
    const value = draft.number(path);
    const source = draft.yaml.sourceOf(path);
    if (value === undefined || source === undefined || String(value) === source) return [];
    return [
      {
        rule: 'number-changed',
        path,
        message: `${showPath(path)} is written ${bare(source)} but YAML reads it as ${value}.`,
        fix: `quote it: "${bare(source)}"`,
      },
    ];
  });
}
