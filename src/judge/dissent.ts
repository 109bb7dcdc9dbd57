// Owns who stands alone where members disagree: the few differ from the many, whoever was asked first.
// Must not know what they disagree about.

import { memberInWords } from './place.ts';

export interface Dissent {
  /** The members that differ; all of them where no answer has a majority, because then nobody knows which is right. */
  readonly differ: readonly string[];
  /** The majority that agrees; empty where there is none. */
  readonly agree: readonly string[];
}

/** Null where all members agree. */
export function dissentIn<T>(answers: Readonly<Record<string, T>>): Dissent | null {
  const members = Object.keys(answers);
  const groups = [...new Set(Object.values(answers))].map((answer) =>
    members.filter((member) => answers[member] === answer),
  );
  if (groups.length < 2) return null;
  const majority = groups.find((group) => group.length * 2 > members.length) ?? [];
  return { differ: members.filter((member) => !majority.includes(member)), agree: majority };
}

/** "m1 (3.6.14) differs from m2 and m3 (3.5.33)"; "m1 and m2 differ from each other". */
export function dissentInWords({ differ, agree }: Dissent, releases: Readonly<Record<string, string>> = {}): string {
  if (agree.length === 0) return `${named(differ, releases)} differ from each other`;
  return `${named(differ, releases)} ${differ.length === 1 ? 'differs' : 'differ'} from ${named(agree, releases)}`;
}

/** Members with their releases, which are said once where all have the same. */
function named(members: readonly string[], releases: Readonly<Record<string, string>>): string {
  const own = members.map((member) => releases[member]);
  const isSame = new Set(own).size === 1;
  if (isSame) return memberInWords(members.join(' and '), own[0]);
  return members.map((member, index) => memberInWords(member, own[index])).join(' and ');
}
