// Owns shell completion: what @bomb.sh/tab makes of commander's definitions, names of files, and safe scripts.
// Must not run a command nor read a file's content.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { EtcdMigrateError } from '../../errors.ts';
import type { Surroundings } from './surroundings.ts';

const COMPLETE = 'complete';

/** Adds `complete`. True when the command line asked for a script, which has then been printed. */
export function addCompletion(program: Command, argv: readonly string[], surroundings: Surroundings): boolean {
  const root = tab(program);
  const word = (argv.at(-1) ?? '').replace(/^--[a-z]+=/, '');
  const offer =
    (directoriesOnly: boolean) =>
    (complete: (value: string, description: string) => void): void => {
      for (const name of namesFor(word, surroundings.workingDirectory, directoriesOnly)) complete(name, '');
    };
  for (const command of root.commands.values()) {
    for (const [name, directoriesOnly] of [
      ['manifest', false],
      ['output', true],
      ['cache', true],
    ] as const) {
      const known = command.options.get(name);
      if (known !== undefined) command.option(name, known.description, offer(directoriesOnly));
    }
    for (const name of ['MANIFEST', 'FILE']) if (command.arguments.has(name)) command.argument(name, offer(false));
  }
  const [first, shell] = argv;
  if (first !== COMPLETE || argv.length !== 2 || (shell !== 'bash' && shell !== 'zsh')) return false;
  const script = printed(() => root.setup(program.name(), program.name(), shell));
  surroundings.writeOut(`${shell === 'bash' ? safeBash(script) : safeZsh(script)}\n`);
  return true;
}

/** Names that begin with the word, as they are to be typed; directories end in a slash. */
function namesFor(word: string, workingDirectory: string, directoriesOnly: boolean): readonly string[] {
  const folder = word.slice(0, word.lastIndexOf('/') + 1);
  const begun = word.slice(folder.length);
  try {
    return readdirSync(resolve(workingDirectory, folder || '.'), { withFileTypes: true })
      .filter((entry) => entry.name.startsWith(begun) && (begun !== '' || !entry.name.startsWith('.')))
      .filter((entry) => !directoriesOnly || entry.isDirectory())
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`);
  } catch {
    // Nothing can be offered for a folder that cannot be read; the command itself will say why.
    return [];
  }
}

/** Catches what the library prints, as it prints its scripts itself. */
function printed(work: () => void): string {
  const lines: string[] = [];
  const log = console.log;
  console.log = (line: string) => lines.push(line);
  try {
    work();
  } finally {
    console.log = log;
  }
  return lines.join('\n');
}

/**
 * The library's script gives the typed line to `eval`, and its answers, names of files too, to `compgen -W`, which
 * expands them.
 */
function safeBash(script: string): string {
  return [
    [/^readonly /gm, ''],
    [
      /^ {4}requestComp=[\s\S]*?^ {4}out=\$\(eval "\$requestComp" 2>\/dev\/null\)$/m,
      `    out=$(etcd-migrate complete -- "\${words[@]:1:cword}" 2>/dev/null)`,
    ],
    [
      /^ {4}COMPREPLY=\( \$\(compgen -W "\$\{completions\[\*\]\}" -- "\$cur"\) \)$/m,
      `    # Matched here: compgen would expand what it is given.
    local each part="$cur"
    [[ "$cur" == -*=* ]] && part="\${cur#*=}"
    COMPREPLY=()
    for each in "\${completions[@]}"; do
        [[ -n "$each" && "$each" == "$part"* ]] && COMPREPLY+=("$each")
    done
    [[ -e "\${COMPREPLY[0]}" ]] && compopt -o filenames 2>/dev/null
    return 0`,
    ],
  ].reduce((text, [pattern, safe]) => replaced(text, pattern as RegExp, safe as string), script);
}

/** In zsh only the part before a `=` reaches `eval` as it was typed. */
function safeZsh(script: string): string {
  return replaced(script, /flagPrefix="-P \$\{BASH_REMATCH\}"/, `flagPrefix="-P \${(q)BASH_REMATCH}"`);
}

function replaced(script: string, unsafe: RegExp, safe: string): string {
  const text = script.replace(unsafe, () => safe);
  if (text === script) throw new EtcdMigrateError('internal-error', 'The completion script is not as it was known.');
  return text;
}
