// Owns the check × state table: rows that differ from the catalog in full, the rest counted.
// Must not know how a table is drawn.
import { counted } from './format.ts';
import type { ReportCheck } from './parts.ts';

export interface CheckTable {
  /** "17 checks × 9 states × 3 members: all as expected" */
  readonly summary: string;
  /** Printable states in the order in which they were first seen. */
  readonly states: readonly string[];
  /** One row for each check that differs somewhere; one cell for each state. */
  readonly rows: readonly { readonly check: string; readonly cells: readonly CheckCell[] }[];
  /** Every single result that differs, in order. */
  readonly deviations: readonly ReportCheck[];
}

export interface CheckCell {
  readonly run: number;
  /** Names of the members on which the result differed. */
  readonly differing: readonly string[];
}

export function tableOf(checks: readonly ReportCheck[]): CheckTable {
  const states = [...new Set(checks.map((check) => check.state))];
  const names = [...new Set(checks.map((check) => check.check))];
  const members = new Set(checks.map((check) => check.member)).size;
  const deviations = checks.filter((check) => !check.ok);
  const size = `${counted(names.length, 'check')} × ${counted(states.length, 'state')} × ${counted(members, 'member')}`;
  const byCell = new Map<string, ReportCheck[]>();
  for (const check of checks) {
    const cell = cellKey(check.check, check.state);
    byCell.set(cell, [...(byCell.get(cell) ?? []), check]);
  }
  const differing = new Set(deviations.map((check) => check.check));
  const result =
    deviations.length === 0
      ? `all ${checks.length} as expected`
      : `${deviations.length} of ${checks.length} results differ from the catalog`;
  const again = checks.filter(({ disturbed }) => disturbed !== undefined).length;
  const disturbed =
    again === 0 ? '' : `, ${again} of them made again, as another leader was elected or the machine stood still`;
  return {
    summary: `${size}: ${result}${disturbed}`,
    states,
    rows: names
      .filter((check) => differing.has(check))
      .map((check) => ({
        check,
        cells: states.map((state) => {
          const results = byCell.get(cellKey(check, state)) ?? [];
          return { run: results.length, differing: results.filter((result) => !result.ok).map((r) => r.member) };
        }),
      })),
    deviations,
  };
}

function cellKey(check: string, state: string): string {
  return JSON.stringify([check, state]);
}
