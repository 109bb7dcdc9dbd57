// Owns bringing the catalog's flags up to the lists of what each release takes: `known` follows from them alone.
// Must not be run by the program itself, nor decide who owns a flag: a flag that is new in a list is named and left to a person.
//
//   node scripts/refresh-flags.ts [DIRECTORY]     one `<release>.txt` for each release, a `--flag` a line
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownIn, readFlagLists } from './catalog/flag-lists.ts';

const root = join(import.meta.dirname, '..');
const file = join(root, 'src/catalog/flags.json');

interface Flags {
  readonly lists: readonly { readonly release: string }[];
  readonly flags: readonly { readonly flag: string; readonly known: unknown; readonly source?: string }[];
}

function main([directory = join(root, 'test/fixtures/etcd-flags')]: readonly string[]): number {
  const lists = readFlagLists(directory);
  const catalog = JSON.parse(readFileSync(file, 'utf8')) as Flags;
  const named = new Set(catalog.flags.map(({ flag }) => flag));
  const strangers = [...new Set([...lists.values()].flatMap((flags) => [...flags]))].filter((flag) => !named.has(flag));
  const undescribed = [...lists.keys()].filter((release) => !catalog.lists.some((list) => list.release === release));
  if (strangers.length > 0 || undescribed.length > 0) {
    for (const flag of strangers) process.stderr.write(`flags.json has no --${flag}: add it, with value and owner\n`);
    for (const release of undescribed) process.stderr.write(`flags.json does not say how ${release} was listed\n`);
    return 1;
  }
  const flags = catalog.flags.map((each) =>
    each.source === undefined ? { ...each, known: knownIn(lists, each.flag) } : each,
  );
  writeFileSync(file, `${JSON.stringify({ ...catalog, flags }, null, 2)}\n`);
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', file]);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
