// Owns the comparison of HashKV over all members at one pinned revision.
// Must not compare anything else: revision 0 or the newest compares members at different moments (false alarms).
import { dissentIn, dissentInWords } from '../../judge/dissent.ts';
import { bounded } from '../bounded.ts';
import { readLimitMs } from '../limits.ts';
import { emit, type Run } from '../run-state.ts';
import { stop } from '../stop.ts';
import { highest } from '../survey.ts';
import type { Condition, Observation } from './condition.ts';

interface Answer {
  readonly member: string;
  readonly hash: number;
  readonly compactRevision: bigint;
}

/**
 * The pin is the highest revision any member reports, and counts once every member has applied it; it must still be
 * above every compact revision when the answers are in; a compaction that overtook it asks for a new pin. Unequal
 * hashes are read once more at the same pin before they are believed.
 */
export function hashEqual(run: Run): Condition {
  let pin: bigint | null = null;
  const repin = (observation: string, code?: 'hash-mismatch'): Observation => {
    pin = null;
    return { open: false, observation, ...(code ? { code } : {}) };
  };

  return async () => {
    const revisions = await Promise.all(
      run.members.map(async (member) => {
        const status = await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (s) =>
          run.options.view.status(member, s),
        );
        return { member: member.name, revision: status.revision, release: status.version };
      }),
    );
    pin ??= highest(
      revisions.map(({ revision }) => revision),
      0n,
    );
    const wanted = pin;
    const behind = revisions.filter(({ revision }) => revision < wanted);
    if (behind.length > 0) {
      const names = behind.map(({ member, revision }) => `${member} at ${revision}`);
      return { open: false, observation: `waiting for revision ${wanted}: ${names.join(', ')}` };
    }
    let first: readonly Answer[];
    try {
      first = await hashAll(run, wanted);
    } catch (error) {
      pin = null; // compacted meanwhile, or a member is away: the next look pins anew
      throw error;
    }
    if (overtaken(first, wanted)) return repin(`a compaction overtook revision ${wanted}`);
    const releases = Object.fromEntries(revisions.map(({ member, release }) => [member, release]));
    if (equal(first)) return opened(run, first, wanted, releases);

    const second = await hashAll(run, wanted);
    if (overtaken(second, wanted)) return repin(`a compaction overtook revision ${wanted}`);
    if (equal(second)) return opened(run, second, wanted, releases);
    const seen = second.map(({ member, hash }) => `${member} ${hash}`).join(', ');
    if (new Set(second.map(({ compactRevision }) => compactRevision)).size > 1) {
      // Members are in the middle of a compaction, which is no proof of a difference, and no pass either.
      return repin(`HashKV differs at revision ${wanted} while a compaction runs: ${seen}`, 'hash-mismatch');
    }
    const hashes = tell(run, second, wanted, releases);
    const dissent = dissentIn(hashes);
    const who = dissent === null ? '' : `${dissentInWords(dissent, releases)}; `;
    throw stop('hash-mismatch', `HashKV differs at revision ${wanted}, read twice: ${who}${seen}.`);
  };
}

function hashAll(run: Run, revision: bigint): Promise<readonly Answer[]> {
  return Promise.all(
    run.members.map(async (member) => ({
      member: member.name,
      ...(await bounded(run.bounds, `HashKV of ${member.name}`, readLimitMs, (s) =>
        run.options.view.hashKv(member, revision, s),
      )),
    })),
  );
}

/**
 * K13: 3.5 and later accept the compact revision itself and then answer -1, as they do when nothing was ever compacted.
 */
function overtaken(answers: readonly Answer[], pin: bigint): boolean {
  return answers.some(({ compactRevision }) => compactRevision >= pin);
}

function equal(answers: readonly Answer[]): boolean {
  return new Set(answers.map(({ hash }) => hash)).size === 1;
}

type Releases = Readonly<Record<string, string>>;

function opened(run: Run, answers: readonly Answer[], pin: bigint, releases: Releases): Observation {
  tell(run, answers, pin, releases);
  return { open: true, observation: `HashKV is equal on ${answers.length} members at revision ${pin}` };
}

function tell(
  run: Run,
  answers: readonly Answer[],
  revision: bigint,
  releases: Releases,
): Readonly<Record<string, number>> {
  const hashes = Object.fromEntries(answers.map(({ member, hash }) => [member, hash]));
  emit(run, { type: 'hash-compared', revision, hashes, releases });
  return hashes;
}
