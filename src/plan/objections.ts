// Owns which key of the manifest each finding of the planner is about, and collects them while a plan is made.
// Must not know how a plan is found.

import type { Finding, FindingId, Severity } from '../findings.ts';
import type { AcceptableRisk } from '../manifest/resolve.ts';
import { present } from '../present.ts';

/** Finding id → the manifest key that it is about; the app points at the key's line. */
const planFindings = {
  'rule/from': 'from',
  'rule/to': 'to',
  'rule/hops': 'hops',
  'rule/release-unobtainable': 'to',
  'rule/live-cluster': 'from',
  'rule/live-security': 'rehearsal',
  'rule/members': 'members',
  'rule/below-floor': 'from',
  'rule/known-bad': 'to',
  'rule/auth-during-hop': 'rehearsal',
  'rule/line-support': 'to',
  'rule/freeze': 'to',
  'rule/freeze-broken': 'etcd',
  'rule/settings-differ': 'etcd',
  'rule/setting-refused': 'etcd',
  'rule/catalog-age': 'to',
  'rule/accept-unused': 'accept',
  'rule/not-rehearsed': 'rehearsal',
} as const satisfies Partial<Record<FindingId, string>>;

export type PlanFindingId = keyof typeof planFindings;

/** The manifest key of a planner's finding; undefined for findings of others. */
export function manifestKeyOf(id: string): string | undefined {
  return (planFindings as Readonly<Record<string, string | undefined>>)[id];
}

export interface Objections {
  readonly findings: readonly Finding[];
  readonly refused: boolean;
  /** Risks that this plan really takes because the manifest accepts them. */
  readonly taken: ReadonlySet<AcceptableRisk>;
  add(severity: Severity, id: PlanFindingId, message: string, fix?: string): void;
  /** Adds an error, or a warning and a taken risk where the manifest accepts it. True when accepted. */
  risk(risk: AcceptableRisk, id: PlanFindingId, message: string, fix: string): boolean;
}

export function collectObjections(accept: readonly AcceptableRisk[]): Objections {
  const findings: Finding[] = [];
  const taken = new Set<AcceptableRisk>();
  const add: Objections['add'] = (severity, id, message, fix) => {
    const repeated = findings.some((finding) => finding.id === id && finding.message === message);
    if (!repeated) findings.push({ id, severity, message, ...present({ fix }) });
  };
  return {
    findings,
    taken,
    get refused() {
      return findings.some((finding) => finding.severity === 'error');
    },
    add,
    risk(risk, id, message, fix) {
      if (!accept.includes(risk)) {
        add('error', id, message, `${fix} Or accept it knowingly: \`accept: [{risk: ${risk}, reason: …}]\`.`);
        return false;
      }
      taken.add(risk);
      add('warning', id, `${message} Accepted by the manifest: the verdict is inconclusive at best.`, fix);
      return true;
    },
  };
}
