// Owns reading what `status` said out of its JSON.
// Must not take the envelope of an error for an answer.
import { RunReport } from '../../src/report/model.ts';

/** Throws where it is no report; undefined where it is another mode's or an error. */
export function statusOf(stdout: string) {
  const report = RunReport.parse(JSON.parse(stdout));
  return report.mode === 'status' && report.verdict !== 'error' ? report.status : undefined;
}
