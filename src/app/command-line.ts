// Owns the command line: commands, options, help and completion; each command hands over to its mode's file.
// Must not hold any mode's logic. The contract is stable: other people's scripts rely on it (README, "Command line").
import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { EtcdMigrateError, failures } from '../errors.ts';
import { createRedactor } from '../report/redact.ts';
import { addCompletion } from './completion.ts';
import { formats, type RunOptions, type RunSettings, settle } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';

type Mode = (settings: RunSettings, surroundings: Surroundings, options: RunOptions & InitOptions) => Promise<number>;

interface InitOptions {
  readonly force?: boolean;
}

interface ModeDefinition {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
  /** Loaded late, so that `--version` and `--help` stay quick. */
  readonly load: () => Promise<Mode>;
}

const modes: readonly ModeDefinition[] = [
  {
    name: 'init',
    summary: 'write a commented manifest',
    example: 'etcd-migrate init --manifest etcd-migration.yaml',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'plan',
    summary: 'print the plan without running anything',
    example: 'etcd-migrate plan --format json | jq -r .planDigest',
    load: async () => (await import('./plan.ts')).plan,
  },
  {
    name: 'preflight',
    summary: 'rehearse the whole upgrade and its roll-backs on throw-away real clusters',
    example: 'etcd-migrate preflight examples/three-members/etcd-migration.yaml',
    load: async () => {
      const { preflight } = await import('./preflight.ts');
      return (settings, surroundings) => preflight(settings, surroundings);
    },
  },
  {
    name: 'status',
    summary: 'say where an interrupted run and its cluster stand',
    example: 'etcd-migrate status --output .etcd-migrate',
    load: async () => (await import('./status.ts')).status,
  },
  {
    name: 'resume',
    summary: 'go on with an interrupted run',
    example: 'etcd-migrate resume --output .etcd-migrate',
    load: async () => (await import('./resume.ts')).resume,
  },
  {
    name: 'rollback',
    summary: 'bring an interrupted run back to the release its hop started from',
    example: 'etcd-migrate rollback --output .etcd-migrate',
    load: async () => (await import('./rollback.ts')).rollback,
  },
  {
    name: 'cleanup',
    summary: 'remove what runs whose owner is dead have left behind',
    example: 'etcd-migrate cleanup --output .etcd-migrate',
    load: async () => (await import('./cleanup.ts')).cleanup,
  },
];

/** Runs one command and returns the exit code; never throws for what the user did wrong. */
export async function runCommandLine(
  argv: readonly string[],
  outside: Omit<Surroundings, 'redactor'>,
): Promise<number> {
  const surroundings: Surroundings = { ...outside, redactor: createRedactor() };
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
    const command = program
      .command(mode.name)
      .summary(mode.summary)
      .description(capitalised(mode.summary))
      .argument('[MANIFEST]', 'manifest (default: etcd-migration.yaml in the current folder)')
      .option('--manifest <FILE>', 'the same as the argument')
      .option('--output <DIR>', "holds the run's state and its reports (default: .etcd-migrate)")
      .addOption(new Option('--format <FORMAT>', 'of standard output').choices(formats).default('text'))
      .option('--cache <DIR>', 'where etcd binaries are kept (default: etcd-migrate in the user cache)')
      .option('--offline', 'use local paths and the cache only')
      .option('--verbose', 'say more on standard error')
      .option('--no-color', 'plain text')
      .addHelpText('after', `\nExample:\n  $ ${mode.example}`);
    if (mode.name === 'init') command.option('--force', 'replace an existing manifest');
    command.action(async (argument: string | undefined, options: RunOptions & InitOptions) => {
      if (argument !== undefined && options.manifest !== undefined && argument !== options.manifest) {
        program.error(`error: two manifests given: ${argument} and --manifest ${options.manifest}`);
      }
      for (const [name, value] of [
        ['argument MANIFEST', argument],
        ['option --manifest', options.manifest],
        ['option --output', options.output],
        ['option --cache', options.cache],
      ] as const) {
        // A shell's variable that is not set: the current directory is never what was meant.
        if (value === '') program.error(`error: the ${name} is empty`);
      }
      const settings = settle({ ...options, ...(argument === undefined ? {} : { manifest: argument }) }, surroundings);
      try {
        exitCode = await (await mode.load())(settings, surroundings, options);
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
  if (!['init', 'plan', 'preflight'].includes(mode)) return reason;
  return new EtcdMigrateError(reason.code, `${reason.message} Nothing was started yet.`, { hint: 'Run it again.' });
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
