// Owns the rules on `etcd`: what etcd would ignore, refuse, or read differently from what was written.
// Must not know which flags each release has; the rehearsal finds out.
import { flagOfVariable } from '../../catalog/flag-names.ts';
import { whyOwned } from '../../catalog/flags.ts';
import { memberNamesOf } from '../../plan/channels.ts';
import { bare, join, quote, showPath } from '../../yaml/phrase.ts';
import { defaults } from '../defaults.ts';
import type { Draft, Remark } from '../draft.ts';
import { MAX_MEMBERS } from './members.ts';

/** Where settings stand: those of all members, and those that a member has in their place. */
export function holdersIn(draft: Draft): readonly { readonly member?: string; readonly path: readonly string[] }[] {
  const members = ['etcd', 'members'];
  return [{ path: ['etcd'] }, ...draft.keys(members).map((member) => ({ member, path: [...members, member] }))];
}

function everywhere(draft: Draft, rule: (path: readonly string[]) => readonly Remark[]): readonly Remark[] {
  return holdersIn(draft).flatMap(({ path }) => rule(path));
}

/** A member that does not exist would be given its settings in vain. */
export function knownHolders(draft: Draft): readonly Remark[] {
  const count = draft.number(['members']) ?? (draft.has(['members']) ? undefined : defaults.members);
  const listed = draft.list(['members']).filter((name) => typeof name === 'string');
  const names: readonly string[] = count === undefined ? listed : memberNamesOf(Math.min(count, MAX_MEMBERS));
  if (names.length === 0) return [];
  return draft.keys(['etcd', 'members']).flatMap((member) => {
    if (names.includes(member)) return [];
    return [
      {
        rule: 'unknown-key',
        path: ['etcd', 'members', member],
        atKey: true,
        message: `\`etcd.members\` names ${quote(member)}, which is no member.`,
        fix: `use one of ${join(names.map(bare), 'or')}`,
      },
    ];
  });
}

export function ownedSettings(draft: Draft): readonly Remark[] {
  return everywhere(draft, (holder) => {
    const flags = draft.keys([...holder, 'flags']).map((key) => ({ key, group: 'flags', flag: key }));
    const variables = draft
      .keys([...holder, 'environment'])
      .map((key) => ({ key, group: 'environment', flag: flagOfVariable(key) }));
    return [...flags, ...variables].flatMap(({ key, group, flag }) => {
      const why = whyOwned(flag);
      if (why === undefined) return [];
      const path = [...holder, group, key];
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
  });
}

/** etcd reads a configuration file instead of flags and environment, not in addition to them. */
export function configFileAlone(draft: Draft): readonly Remark[] {
  return everywhere(draft, (holder) => {
    const path = [...holder, 'configFile'];
    if (!draft.has(path)) return [];
    const beside = ['flags', 'environment'].map((group) => [...holder, group]);
    const ignored = beside.filter((group) => draft.keys(group).length > 0);
    if (ignored.length === 0) return [];
    return [
      {
        rule: 'config-file-alone',
        path,
        atKey: true,
        message: `With ${showPath(path)}, etcd ignores ${join(ignored.map(showPath), 'and')}.`,
        fix: 'move those settings into the file, or remove `configFile`',
      },
    ];
  });
}

/**
 * etcd refuses both together, as measured on 3.4.31, 3.5.33, 3.6.14 and 3.7.1: "conflicting environment variable is
 * shadowed …", exit 1.
 */
export function flagAndVariable(draft: Draft): readonly Remark[] {
  return everywhere(draft, (holder) => {
    const flags = draft.keys([...holder, 'flags']);
    return draft.keys([...holder, 'environment']).flatMap((variable) => {
      const flag = flagOfVariable(variable);
      if (!flags.includes(flag)) return [];
      return [
        {
          rule: 'flag-and-variable',
          path: [...holder, 'environment', variable],
          atKey: true,
          message: `${variable} is also set as the flag \`${flag}\`: etcd refuses to start with both.`,
          fix: 'keep one of the two',
        },
      ];
    });
  });
}

/** A flag reaches etcd as text. A number that YAML reads differently from how it is written would arrive changed. */
export function numbersAsWritten(draft: Draft): readonly Remark[] {
  return everywhere(draft, (holder) =>
    draft.keys([...holder, 'flags']).flatMap((flag) => {
      const path = [...holder, 'flags', flag];
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
    }),
  );
}
