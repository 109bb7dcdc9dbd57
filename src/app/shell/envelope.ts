// Owns the envelope of the modes that run no rehearsal, and how it reaches standard output.
// Must not know what any mode does.
import packageJson from '../../../package.json' with { type: 'json' };
import { renderJson } from '../../report/json.ts';
import type { RunReport } from '../../report/model.ts';
import type { RunSettings } from './run-settings.ts';
import type { Surroundings } from './surroundings.ts';

export const tool = { name: 'etcd-migrate', version: packageJson.version } as const;

/** How the report of a mode begins that judges nothing and did what it is for. */
export const done = { schemaVersion: 1, tool, failureReason: null } as const;

/** Says the envelope where JSON was asked for; other formats are the mode's own. */
export function sayJson(report: RunReport, settings: RunSettings, surroundings: Surroundings): void {
  if (settings.format !== 'json') return;
  surroundings.writeOut(renderJson(surroundings.redactor.report(report)));
}
