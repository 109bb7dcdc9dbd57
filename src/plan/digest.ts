// Owns the plan digest: the name under which a plan is rehearsed, approved and carried out.
// Must not know legs, seeds, endpoints, names or drivers: two runs of one upgrade share one digest.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { UpgradePlan } from './steps.ts';

/** `sha256:<hex>` over the RFC 8785 canonical JSON of the upgrade part; independent of key order. */
export function digestOf(upgrade: UpgradePlan): string {
  const canonical = canonicalize(upgrade);
  if (canonical === undefined) throw new TypeError('an upgrade plan is always representable as JSON');
  return `sha256:${createHash('sha256').update(canonical).digest('hex')}`;
}
