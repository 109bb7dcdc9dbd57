// The bounded search and the brute force agree on thousands of tiny histories, right and wrong ones.
import { expect, test } from 'vitest';
import { type KeyOperation, searchLinearization } from '../../src/judge/wgl.ts';
import type { Random } from '../../src/platform/ports.ts';
import { createRandom } from '../../src/platform/random.ts';
import { bruteForce } from '../support/brute-force.ts';
import { countOf, windowOf } from '../support/sample.ts';

const inAll = 20_000;
const histories = countOf(inAll, 4_000);

interface Tiny {
  readonly required: KeyOperation[];
  readonly unknown: KeyOperation[];
}

/** What one store would have answered, then perhaps falsified. */
function tinyHistory(random: Random, withRevisions: boolean): Tiny {
  const operations: { operation: KeyOperation; point: number; unknown: boolean; applies: boolean }[] = [];
  const count = 2 + random.int(5);
  for (let i = 0; i < count; i++) {
    const start = random.int(20);
    const point = start + random.int(6);
    const kind = random.pick(['put', 'put', 'cas', 'delete', 'get', 'get'] as const);
    const unknown = kind !== 'get' && random.next() < 0.35;
    const end = unknown ? Number.POSITIVE_INFINITY : point + random.int(6);
    const val = kind === 'put' || kind === 'cas' ? i : -1;
    operations.push({
      operation: { kind, start, end, val, row: i },
      point,
      unknown,
      applies: !unknown || random.next() < 0.5,
    });
  }
  let rev = 1 + random.int(3);
  let state = { val: -1, mod: 0 };
  const required: KeyOperation[] = [];
  const unknown: KeyOperation[] = [];
  for (const { operation, unknown: inDoubt, applies } of operations.sort((a, b) => a.point - b.point)) {
    const expect = operation.kind === 'cas' ? { expect: random.next() < 0.7 ? state.mod : random.int(rev + 1) } : {};
    if (inDoubt) unknown.push({ ...operation, ...expect });
    if (!applies) continue;
    // Other keys' writes move the revision as well.
    if (random.next() < 0.3) rev++;
    const effective =
      operation.kind === 'put' ||
      (operation.kind === 'cas' && expect.expect === state.mod) ||
      (operation.kind === 'delete' && state.val !== -1);
    const seen = state;
    if (effective) state = operation.kind === 'delete' ? { val: -1, mod: 0 } : { val: operation.val, mod: ++rev };
    if (effective && operation.kind === 'delete') rev++;
    if (inDoubt) continue;
    required.push({
      ...operation,
      ...expect,
      ...(operation.kind === 'get' && { val: seen.val, ...(withRevisions && { mod: seen.mod }) }),
      ...(operation.kind !== 'get' && operation.kind !== 'put' && { effective }),
      ...(operation.kind === 'cas' && !effective && withRevisions && random.next() < 0.5 && { found: seen }),
      ...(withRevisions && { rev }),
    });
  }
  return { required: random.next() < 0.6 ? falsify(required, random) : required, unknown };
}

function falsify(required: readonly KeyOperation[], random: Random): KeyOperation[] {
  if (required.length === 0) return [];
  const victim = random.pick(required);
  const change = (operation: KeyOperation): KeyOperation => {
    const dice = random.next();
    if (operation.kind === 'get' && dice < 0.5) return { ...operation, val: random.int(6) - 1 };
    if (operation.effective !== undefined && dice < 0.7) {
      const { found: _, ...rest } = operation;
      return { ...rest, effective: !operation.effective };
    }
    if (operation.rev !== undefined && dice < 0.8)
      return { ...operation, rev: Math.max(1, operation.rev - 1 + random.int(3)) };
    const start = random.int(20);
    return { ...operation, start, end: start + random.int(6) };
  };
  return required.map((operation) => (operation === victim ? change(operation) : operation));
}

function revisionsOf(required: readonly KeyOperation[]): Set<number> {
  const writes = required.filter(({ kind, effective }) => kind === 'put' || (kind !== 'get' && effective === true));
  return new Set(writes.flatMap(({ rev }) => (rev === undefined ? [] : [rev])));
}

test.each([
  { name: 'with revisions', withRevisions: true },
  { name: 'by values alone', withRevisions: false },
])('search and brute force agree, $name', ({ withRevisions }) => {
  let right = 0;
  let wrong = 0;
  const first = windowOf('tiny histories', inAll, histories);
  for (let seed = first; seed < first + histories; seed++) {
    const { required, unknown } = tinyHistory(createRandom(seed), withRevisions);
    const known = revisionsOf(required);
    const revisions = {
      isKnown: (rev: number) => known.has(rev),
      nextFree: (rev: number) => {
        let next = rev + 1;
        while (known.has(next)) next++;
        return next;
      },
    };
    const expected = bruteForce(required, unknown, known);
    const found = searchLinearization(required, unknown, revisions, { maxTries: 100_000 });
    expect(found.linearizable, `seed ${seed}: ${JSON.stringify({ required, unknown })}`).toBe(expected);
    if (expected) right++;
    else wrong++;
  }
  // Neither kind is rare, so agreeing means something.
  expect(Math.min(right, wrong) / histories).toBeGreaterThan(0.15);
});

test('gives up after its tries instead of running for ever, and says so', () => {
  const required: KeyOperation[] = [];
  for (let i = 0; i < 12; i++) required.push({ kind: 'put', start: 0, end: 100, val: i, row: i });
  required.push({ kind: 'get', start: 200, end: 201, val: 77, row: 99 });
  const revisions = { isKnown: () => false, nextFree: (rev: number) => rev + 1 };
  const result = searchLinearization(required, [], revisions, { maxTries: 1000 });
  expect(result).toMatchObject({ linearizable: false, bounded: true });
});
