// Owns the proof that the storms of faults see an engine that breaks a safety invariant: each is taken out of a copy of
// the sources, and the storms must say so.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/platform/exec.ts';
import { repository } from '../support/command.ts';
import { sampleOf } from '../support/sample.ts';

interface Edit {
  /** Below src/engine. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

interface Mutant {
  readonly invariant: string;
  /** All of them: what is looked at twice is broken in both places. */
  readonly edits: readonly Edit[];
  /** What the storms must say. */
  readonly says: RegExp;
}

const mutants: readonly Mutant[] = [
  {
    invariant: 'no second member is stopped while another is down',
    edits: [
      {
        file: 'selection.ts',
        from: 'if (down.length > 0) {',
        to: 'if (down.length > 99) {',
      },
      {
        file: 'before-stop.ts',
        from: 'const objections = conditions.flatMap((condition) => condition(look));',
        to: 'const objections: Objection[] = [];',
      },
    ],
    says: /was stopped while m\d was known to be down|stopped, which leaves/,
  },
  {
    invariant: 'a quorum of the listed voters is left',
    edits: [
      {
        file: 'before-stop.ts',
        from: '  membersListed,\n  quorumLeft,\n',
        to: '',
      },
    ],
    says: /was stopped, which leaves \d of \d listed voters/,
  },
  {
    invariant: 'the old release is not started after the flip, nor the side said that is not so',
    edits: [
      {
        file: 'side.ts',
        from: "  if (hop.kind !== 'minor') return 'before';",
        to: "  return 'before';",
      },
    ],
    says: /after a member had said cluster version|to be '3\.\d'/,
  },
  {
    invariant: 'no end that nobody asked for is without a word',
    edits: [
      {
        file: 'processes.ts',
        from: 'if (host.changing === true || host.running === null) return null;',
        to: 'return null;',
      },
    ],
    says: /ended by itself as process \d+, and nobody was told|there is no end to it/,
  },
  {
    invariant: 'nothing is changed before the journal knows of it',
    edits: [
      {
        file: 'switching.ts',
        from: "  await run.journal.append({ type: 'switch-intended', ...intent });\n",
        to: '',
      },
    ],
    says: /was touched without a journaled intent/,
  },
  {
    invariant: 'every run comes to an end or can be resumed to one',
    edits: [
      {
        file: 'bringing-back.ts',
        from: 'const owed = isDown ? startable(member, run.journal.records) : [];',
        to: 'const owed: readonly Deployment[] = isDown && run.members.length > 99 ? startable(member, run.journal.records) : [];',
      },
    ],
    says: /there is no end to it/,
  },
  {
    invariant: 'leadership is moved before its member is stopped',
    edits: [
      {
        file: 'steps/switch-member.ts',
        from: '    if (up) await moveLeadershipAway(run, member);\n',
        to: '',
      },
    ],
    says: /was stopped without moving leadership|there is no end to it/,
  },
];

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'etcd-migrate-mutants-'));
  for (const part of [
    'src',
    'test/support',
    'test/property/engine-faults.test.ts',
    'package.json',
    'vitest.config.ts',
  ]) {
    mkdirSync(dirname(join(place, part)), { recursive: true });
    cpSync(join(repository, part), join(place, part), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(place, 'node_modules'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What the storms say of the sources as they stand in the copy. */
async function storms(): Promise<{ readonly exitCode: number | null; readonly said: string }> {
  const vitest = join(place, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--project=property', 'test/property/engine-faults.test.ts', '-t', 'no safety rule'];
  const environment = {
    PATH: process.env['PATH'] ?? '',
    FORCE_COLOR: '0',
    ETCD_MIGRATE_TEST_SEED: '1',
    ETCD_MIGRATE_SIMULATION_FIRST: '1',
    ETCD_MIGRATE_SIMULATION_RUNS: '1500',
  };
  const { exitCode, stdout, stderr } = await run(process.execPath, args, {
    cwd: place,
    env: environment,
    timeoutMs: 280_000,
  });
  return { exitCode, said: stdout + stderr };
}

/** All in the soak, elsewhere one of them. */
test.each(sampleOf('mutants of the engine', mutants, 1))('$invariant', async ({ edits, says }) => {
  const originals = new Map<string, string>();
  try {
    for (const { file, from, to } of edits) {
      const path = join(place, 'src', 'engine', file);
      const text = readFileSync(path, 'utf8');
      expect(text.split(from), `${file} has what is taken out once`).toHaveLength(2);
      originals.set(path, text);
      writeFileSync(path, text.replace(from, to));
    }
    const { exitCode, said } = await storms();
    expect(exitCode, said.slice(-3_000)).toBe(1);
    expect(said).toMatch(says);
  } finally {
    for (const [path, text] of originals) writeFileSync(path, text);
  }
});
