// Owns what the owner of the data expects of every backup of them: numbers of keys, single keys, a test of his own.
// Must not print a value, nor a key that the manifest does not name.
import { runInNewContext } from 'node:vm';
import type { FailureCode } from '../errors.ts';
import { countKeys, readKey } from '../etcd/contents.ts';
import { connectMember } from '../etcd/member-client.ts';
import type { KeyExpectation } from '../manifest/resolve.ts';
import type { OwnTest, RestoredCluster } from './ports.ts';
import type { SnapshotFacts } from './snapshot.ts';

export interface Expectations {
  readonly keys: readonly KeyExpectation[];
  readonly test?: OwnTest | undefined;
}

export interface Met {
  readonly wrong: readonly string[];
  readonly seen: readonly string[];
  readonly code: FailureCode;
}

/** Asks the first member alone: that all hold the same was compared before. */
export async function meetExpectations(
  { keySpace }: SnapshotFacts,
  cluster: RestoredCluster,
  { keys, test }: Expectations,
  signal: AbortSignal | undefined,
): Promise<Met> {
  const [member] = cluster.members;
  if (member === undefined) throw new Error('a restored cluster without members');
  const wrong: string[] = [];
  const seen: string[] = [];
  const revision = BigInt(keySpace.revision);
  const client = connectMember(member.clientUrl, cluster.credentials);
  try {
    for (const expected of keys) {
      if ('key' in expected) {
        const found = await readKey(client, member, { key: Buffer.from(expected.key), revision }, signal);
        const objection = objectionTo(expected, found?.value);
        if (objection !== undefined) wrong.push(objection);
        else seen.push(`${expected.key} is there${expected.matches === undefined ? '' : ', with a value as expected'}`);
        continue;
      }
      const { prefix, atLeast, atMost } = expected;
      const there = await countKeys(client, member, { revision, prefix: Buffer.from(prefix) }, signal);
      if (there < atLeast) wrong.push(`${there} keys below ${prefix}; at least ${atLeast} are expected`);
      else if (there > atMost) wrong.push(`${there} keys below ${prefix}; at most ${atMost} are expected`);
      else seen.push(`${there} keys below ${prefix}, as expected`);
    }
  } finally {
    client.close();
  }
  // The test may take long, and write: it is made only where everything else is in order.
  if (wrong.length > 0 || test === undefined) return { wrong, seen, code: 'backup-unexpected-keys' };
  const { ok, ended } = await test(cluster);
  const code = 'backup-test-failed';
  return ok ? { wrong, seen: [...seen, ended], code } : { wrong: [ended], seen, code };
}

function objectionTo(
  { key, matches }: { readonly key: string; readonly matches?: string },
  value: Buffer | undefined,
): string | undefined {
  if (value === undefined) return `${key} is not there`;
  if (matches === undefined) return undefined;
  const found = matchWithin(matches, value.toString());
  // The message does not show the expression, which may itself be the value.
  if (found === undefined)
    return `the value of ${key} could not be compared with \`matches\` within ${matchLimitMs} ms`;
  return found ? undefined : `the value of ${key} is not as its \`matches\` says`;
}

/** Some expressions take years on some texts. */
const matchLimitMs = 5_000;

/** The result is undefined where it takes too long. */
function matchWithin(pattern: string, text: string): boolean | undefined {
  try {
    return runInNewContext('new RegExp(pattern, "u").test(text)', { pattern, text }, { timeout: matchLimitMs });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}
