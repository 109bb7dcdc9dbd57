// Owns what a manifest of a ref that is not trusted may not say, which follows from the powers that its keys declare.
// Must not hold a list of keys (schema.ts), nor know which paths are inside the workspace (untrusted-paths.ts).
import type { Finding, Location } from '../findings.ts';
import type { Path } from '../yaml/phrase.ts';
import { manifestJsonSchema } from './expectation.ts';
import { leaves, weigh } from './power-walk.ts';
import { type Power, powers } from './powers.ts';
import type { Manifest } from './schema.ts';

export const howToBeTrusted =
  'Run from the default branch, dispatch by hand, or list the ref in the action input trusted-refs.';

/** The manifest without what is ignored for its powers, and one warning for each key, at its place. */
export function withoutPowers(
  manifest: Manifest,
  locate: (path: Path) => Location,
): { readonly manifest: Manifest; readonly findings: readonly Finding[] } {
  const { kept, ignored } = weigh(manifestJsonSchema(), manifest);
  const gone = new Set(ignored.map(({ path }) => path.join('.')));
  const companions = leaves(manifestJsonSchema()).filter(
    ({ path, schema }) => schema.fallsWith && gone.has(schema.fallsWith.join('.')) && holds(manifest, path),
  );
  const findings = ignored.map(({ path, powers: had }) => {
    const name = path.join('.');
    const beside = companions
      .filter(({ schema }) => schema.fallsWith?.join('.') === name)
      .map((companion) => `, and with it ${companion.path.join('.')}`);
    return warning(name, beside.join(''), had, locate(path));
  });
  const order = Object.keys(powers);
  const firstPower = (index: number): number => order.indexOf(ignored[index]?.powers[0] ?? '');
  return {
    manifest: companions.reduce<unknown>((rest, { path }) => without(rest, path), kept) as Manifest,
    findings: findings
      .map((finding, index) => ({ finding, rank: firstPower(index) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ finding }) => finding),
  };
}

function warning(name: string, beside: string, had: readonly Power[], where: Location): Finding {
  const [first = 'writes', ...others] = had;
  const refused = [powers[first].refused, ...others.map((power) => powers[power].refused)].join(', nor to ');
  return {
    id: `rule/${powers[first].rule}`,
    severity: 'warning',
    message: `${name} is ignored${beside}: this ref is not trusted to ${refused}.`,
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
