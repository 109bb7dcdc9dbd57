// Owns the report for machines: the envelope that scripts rely on.
// Must not know any other output.
import { RunReport } from './model.ts';

/** The report is validated on its way out: one that breaks its own schema is a bug that must not reach a script. */
export function renderJson(report: RunReport): string {
  return `${JSON.stringify(RunReport.parse(report), null, 2)}\n`;
}
