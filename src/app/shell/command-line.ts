// Owns the command line: commands, options, help and completion; each command hands over to its mode's file.
// Must not hold any mode's logic. The contract is stable: other people's scripts rely on it (README, "Command line").

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { EtcdMigrateError, failures } from '../../errors.ts';
import { exactRelease as release } from '../../manifest/versions.ts';
import { keepNurserySmall } from '../../platform/memory.ts';
import { present } from '../../present.ts';
import type { RunMode } from '../../report/model.ts';
import { createRedactor } from '../../report/redact.ts';
import { addCompletion } from './completion.ts';
import { type Composition, composition } from './composition.ts';
import { requireOwnPlaces } from './own-places.ts';
import { backupOutput, defaultOutput, formats, type RunOptions, type RunSettings, settle } from './run-settings.ts';
import type { ProcessSurroundings, Surroundings } from './surroundings.ts';

type Mode = (settings: RunSettings, surroundings: Surroundings, options: CommandOptions) => Promise<number>;

/** The options of all commands together: what the common ones take, and what some take beside. */
interface CommandOptions extends RunOptions {
  readonly force?: boolean;
  readonly untrusted?: boolean;
  readonly release?: string;
  readonly members?: number;
  readonly attestations?: string;
  readonly within?: number;
  readonly out?: string;
  readonly keep?: number;
  readonly acceptFound?: Readonly<Record<string, string>>;
  readonly takeOver?: string;
  readonly endpoints?: readonly string[];
  readonly cacert?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly servername?: string;
  readonly user?: string;
  readonly passwordFile?: string;
  readonly passwordEnv?: string;
  /** The arguments of a command that takes files. */
  readonly files?: readonly string[];
}

interface ModeDefinition {
  readonly name: RunMode;
  readonly summary: string;
  readonly example: string;
  /** Whether the command takes files and patterns as arguments, and its manifest by the option alone. */
  readonly takesFiles?: boolean;
  /** Default of --output. */
  readonly output?: string;
  /** Further options of the command's own. */
  readonly options?: readonly Option[];
  /** The mode is loaded late, so that `--version` and `--help` stay quick. */
  readonly load: () => Promise<Mode>;
}

/** The modes that do what a manifest says have this option. */
const untrusted = new Option(
  '--untrusted',
  'ignore what only a trusted manifest may say, as the action does for forks',
);

/** The modes that go on with a run have this option. */
const acceptFound = new Option(
  '--accept-found <MEMBER@RELEASE,...>',
  'take over what somebody else has started there, if it is that release',
).argParser(releasesByMember);

/** And those that need the lock of a run that is there have this one. */
const takeOver = new Option(
  '--take-over <RUN>',
  'the owner of this run, on another host or from before a reboot, works no more',
);

const modes: readonly ModeDefinition[] = [
  {
    name: 'init',
    summary: 'write a commented manifest',
    example: 'etcd-migrate init --manifest etcd-migration.yaml',
    options: [new Option('--force', 'replace an existing manifest')],
    load: async () => (await import('../plan/init.ts')).init,
  },
  {
    name: 'plan',
    summary: 'print the plan without running anything',
    example: 'etcd-migrate plan --format json | jq -r .planDigest',
    options: [untrusted],
    load: async () => (await import('../plan/plan.ts')).plan,
  },
  {
    name: 'preflight',
    summary: 'rehearse the whole upgrade and its roll-backs on throw-away real clusters',
    example: 'etcd-migrate preflight examples/three-members/etcd-migration.yaml',
    options: [untrusted],
    load: async () => {
      const { preflight } = await import('../rehearse/preflight.ts');
      return (settings, surroundings) => preflight(settings, surroundings);
    },
  },
  {
    name: 'verify-backup',
    summary: 'prove that backups restore, by restoring and comparing them',
    example: "etcd-migrate verify-backup 'backups/*.db'",
    takesFiles: true,
    output: backupOutput,
    options: [
      untrusted,
      new Option(
        '--release <VERSION>',
        'exact etcd release that restores (default: newest of the line that wrote it)',
      ).argParser(releaseOf),
      new Option('--members <N>', 'members of the throw-away cluster (default: 1)').argParser(memberCount),
      new Option('--attestations <DIR>', 'restore nothing: accept backups by what attests them there').conflicts([
        ...['release', 'members'],
      ]),
      new Option('--within <HOURS>', 'oldest proof that --attestations accepts (default: 24)').argParser(positiveCount),
    ],
    load: async () => {
      keepNurserySmall();
      const { verifyBackup } = await import('../backups/verify-backup.ts');
      return async (settings, surroundings, { files = [], release, members, attestations, within }) => {
        if (attestations !== undefined) {
          const { acceptBackups } = await import('../backups/accept.ts');
          return acceptBackups(settings, surroundings, { files, attestations, withinHours: within ?? 24 });
        }
        if (within !== undefined) {
          throw new EtcdMigrateError('usage', '--within does nothing without --attestations.');
        }
        return verifyBackup(settings, surroundings, {
          files,
          ...present({ release, members }),
        });
      };
    },
  },
  {
    name: 'backup',
    summary: 'take a backup from a follower of a live cluster',
    example:
      'etcd-migrate backup --endpoints https://etcd-1:2379,https://etcd-2:2379 --cacert ca.pem --out backups/today.db',
    options: [
      new Option(
        '--endpoints <URL,...>',
        "client URLs of the members (default: the manifest's `connection`)",
      ).argParser(listOf),
      new Option('--out <FILE>', 'where the backup shall stand; its sidecar stands beside it').makeOptionMandatory(),
      new Option('--keep <N>', 'backups of this cluster that stay in that directory (default: all)').argParser(
        positiveCount,
      ),
      new Option('--cacert <FILE>', 'PEM file of the certificate authority'),
      new Option('--cert <FILE>', 'PEM file of the client certificate'),
      new Option('--key <FILE>', 'PEM file of the client key'),
      new Option('--servername <NAME>', 'name to verify server certificates against'),
      new Option('--user <NAME>', 'user to log in as'),
      new Option('--password-file <FILE>', 'file that holds the password'),
      new Option('--password-env <NAME>', 'environment variable that holds the password'),
    ],
    load: async () => {
      keepNurserySmall();
      const { backup } = await import('../backups/backup.ts');
      return (settings, surroundings, { out = '', ...options }) => backup(settings, surroundings, { ...options, out });
    },
  },
  {
    name: 'status',
    summary: 'say where an interrupted run and its cluster stand',
    example: 'etcd-migrate status --output .etcd-migrate',
    load: async () => (await import('../run/status.ts')).status,
  },
  {
    name: 'resume',
    summary: 'go on with an interrupted run',
    example: 'etcd-migrate resume --output .etcd-migrate',
    options: [acceptFound, takeOver],
    load: async () => (await import('../run/resume.ts')).resume,
  },
  {
    name: 'rollback',
    summary: 'bring an interrupted run back to the release its hop started from',
    example: 'etcd-migrate rollback --output .etcd-migrate',
    options: [acceptFound, takeOver],
    load: async () => (await import('../run/rollback.ts')).rollback,
  },
  {
    name: 'cleanup',
    summary: 'remove what runs whose owner is dead have left behind',
    example: 'etcd-migrate cleanup --output .etcd-migrate',
    options: [takeOver],
    load: async () => (await import('../run/cleanup.ts')).cleanup,
  },
];

/** Runs one command and returns the exit code; never throws for what the user did wrong. */
export async function runCommandLine(
  argv: readonly string[],
  outside: ProcessSurroundings,
  parts: Composition = composition(outside),
): Promise<number> {
  const surroundings: Surroundings = { ...outside, ...parts, redactor: createRedactor() };
  let exitCode = 0;
  const program = new Command('etcd-migrate')
    .description(packageJson.description)
    .version(packageJson.version, '--version', 'print the version')
    .exitOverride()
    .showHelpAfterError('(etcd-migrate --help shows the commands and their options)')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: surroundings.writeOut,
      writeErr: (text) => surroundings.errorStream.write(text),
    })
    .addHelpText(
      'after',
      `\nExamples:\n${modes.map((mode) => `  $ ${mode.example}`).join('\n')}\n  $ source <(etcd-migrate complete bash)`,
    );
  for (const mode of modes) {
    const command = program.command(mode.name).summary(mode.summary).description(capitalised(mode.summary));
    if (mode.takesFiles) {
      command
        .argument('[FILE...]', 'backup files, or patterns in quotes')
        .option('--manifest <FILE>', 'for its `backups` and `releases` (default: none)');
    } else {
      command
        .argument('[MANIFEST]', 'manifest (default: etcd-migration.yaml in the current folder)')
        .option('--manifest <FILE>', 'the same as the argument');
    }
    command
      .option('--output <DIR>', `holds the run's state and its reports (default: ${mode.output ?? defaultOutput})`)
      .addOption(new Option('--format <FORMAT>', 'of standard output').choices(formats).default('text'))
      .option('--cache <DIR>', 'where etcd binaries are kept (default: etcd-migrate in the user cache)')
      .option('--offline', 'use local paths and the cache only')
      .option('--verbose', 'say more on standard error')
      .option('--no-color', 'plain text')
      .addHelpText('after', `\nExample:\n  $ ${mode.example}`);
    for (const option of mode.options ?? []) command.addOption(option);
    command.action(async (given: string | readonly string[] | undefined, options: CommandOptions) => {
      const files = typeof given === 'object' ? given : [];
      const argument = typeof given === 'object' ? undefined : given;
      if (argument !== undefined && options.manifest !== undefined && argument !== options.manifest) {
        program.error(`error: two manifests given: ${argument} and --manifest ${options.manifest}`);
      }
      for (const [name, value] of [
        ['argument MANIFEST', argument],
        ...files.map((file) => ['argument FILE', file] as const),
        ['option --manifest', options.manifest],
        ['option --output', options.output],
        ['option --cache', options.cache],
      ] as const) {
        // An empty value comes from a shell's variable that is not set: the current directory is never what was meant.
        if (value === '') program.error(`error: the ${name} is empty`);
      }
      const settings = settle(
        {
          ...present({ output: mode.output }),
          ...options,
          ...present({ manifest: argument }),
          trusted: options.untrusted !== true,
        },
        surroundings,
      );
      try {
        await requireOwnPlaces(settings);
        exitCode = await (await mode.load())(settings, surroundings, { ...options, files });
      } catch (error) {
        const { reportError } = await import('./report-error.ts');
        exitCode = reportError(interruptionOf(mode.name, surroundings) ?? error, mode.name, settings, surroundings);
      }
    });
  }
  if (addCompletion(program, argv, surroundings)) return 0;
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : failures.usage.exitCode;
  }
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return failures.usage.exitCode;
  }
  return exitCode;
}

/** Whatever fails after a signal fails because of it. */
function interruptionOf(mode: string, { signal }: Surroundings): EtcdMigrateError | undefined {
  const reason: unknown = signal.aborted ? signal.reason : undefined;
  if (!(reason instanceof EtcdMigrateError)) return undefined;
  // A rehearsal that has begun reports its own interruption (finishing.ts).
  const whole: Readonly<Record<string, string>> = {
    init: 'Nothing was started yet.',
    plan: 'Nothing was started yet.',
    preflight: 'Nothing was started yet.',
    backup: 'No backup was taken, and nothing was left of it.',
    'verify-backup': 'The throw-away cluster was removed; nothing was proven, and the backups are as they were.',
  };
  const state = whole[mode];
  if (state === undefined) return reason;
  return new EtcdMigrateError(reason.code, `${reason.message} ${state}`, { hint: 'Run it again.' });
}

function releaseOf(text: string): string {
  if (release.test(text)) return text;
  throw new InvalidArgumentError('It must be an exact release such as 3.5.33.');
}

function listOf(text: string): string[] {
  const urls = text.split(',').map((url) => url.trim());
  if (urls.every((url) => url !== '')) return urls;
  throw new InvalidArgumentError('It must be a list with commas between its parts.');
}

function releasesByMember(text: string): Readonly<Record<string, string>> {
  const pairs = listOf(text).map((each) => each.split('@'));
  const isWhole = pairs.every(([member = '', version = '', ...more]) => {
    return member !== '' && release.test(version) && more.length === 0;
  });
  if (!isWhole) throw new InvalidArgumentError('It must be MEMBER@RELEASE, as m2@3.5.33, with commas between several.');
  return Object.fromEntries(pairs);
}

function positiveCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, 1 or more.');
}

/** The bounds are those of the manifest's `backups.members`. */
function memberCount(text: string): number {
  if (/^[1-9]$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number from 1 to 9.');
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
