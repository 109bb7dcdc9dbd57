// Owns what a manifest of a ref that is not trusted may not say, which follows from the powers that its keys declare.
// Must not hold a list of keys (schema.ts), nor know which paths are inside the workspace (untrusted-paths.ts).
import type { Finding, Location } from '../findings.ts';
import type { Path } from '../yaml/phrase.ts';
import { manifestJsonSchema } from './expectation.ts';
import { type Ignored, leaves, weigh } from './power-walk.ts';
import { powers } from './powers.ts';
import type { Manifest } from './schema.ts';

export const howToBeTrusted =
  'Run from the default branch, dispatch by hand, or list the ref in the action input trusted-refs.';

/** The manifest without what is ignored for its powers, and one warning for each key, at its place. */
export function withoutPowers(
  manifest: Manifest,
  locate: (path: Path) => Location,
): { readonly manifest: Manifest; readonly findings: readonly Finding[] } {
  const schema = manifestJsonSchema();
  const { kept, ignored } = weigh(schema, manifest);
  const companions = leaves(schema).filter(({ path }) => holds(manifest, path));
  const fallenWith = (path: Path): readonly Path[] =>
    companions.filter((each) => each.schema.fallsWith?.join('.') === path.join('.')).map((each) => each.path);
  const order = Object.keys(powers);
  const told = [...ignored].sort((a, b) => order.indexOf(a.powers[0]) - order.indexOf(b.powers[0]));
  return {
    manifest: ignored.flatMap(({ path }) => fallenWith(path)).reduce(without, kept) as Manifest,
    findings: told.map((each) => warning(each, fallenWith(each.path), locate(each.path))),
  };
}

function warning({ path, powers: had }: Ignored, companions: readonly Path[], where: Location): Finding {
  const beside = companions.map((companion) => `, and with it ${companion.join('.')}`).join('');
  const refused = had.map((power) => powers[power].refused).join(', nor to ');
  return {
    id: `rule/${powers[had[0]].rule}`,
    severity: 'warning',
    message: `${path.join('.')} is ignored${beside}: this ref is not trusted to ${refused}.`,
    where,
    fix: howToBeTrusted,
  };
}

function holds(value: unknown, path: Path): boolean {
  const [part, ...rest] = path;
  if (part === undefined) return value !== undefined;
  return typeof value === 'object' && value !== null && holds((value as Record<string, unknown>)[part], rest);
}

function without(value: unknown, path: Path): unknown {
  const [part = '', ...rest] = path;
  if (typeof value !== 'object' || value === null) return value;
  const { [part]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [part]: without(inner, rest) };
}
