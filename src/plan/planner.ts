// Owns the way from a request to a plan: facts in, a plan or the reasons against it out. Pure.
// Must not know where facts come from, nor carry anything out.
import { findLine, hopRuleOf, knownBadFor } from '../catalog/lookups.ts';
import type { Catalog } from '../catalog/schema.ts';
import { compareVersions, highestOf, lineOf } from '../catalog/version.ts';
import { judgeDifferences, judgeFreezes, judgeRefusals } from './channel-rules.ts';
import { type Holder, holdersOf, memberNamesOf } from './channels.ts';
import { digestOf } from './digest.ts';
import { effectiveSettings } from './effective-settings.ts';
import { hopOf } from './hop-steps.ts';
import { legsOf } from './legs.ts';
import { collectObjections, type Objections } from './objections.ts';
import { rehearsableLegs, seesSettings } from './rehearsable.ts';
import { type LiveFacts, type PlanRequest, type PlanResult, rehearsedSecurity } from './request.ts';
import { findRoute, type Stage } from './route.ts';
import type { EffectiveSettings, UpgradePlan } from './steps.ts';

export type { LiveFacts, PlanRequest, PlanResult } from './request.ts';

/**
 * A plan from `from` to `to`, or every reason against one. Refuses what is unsafe; what the manifest accepts knowingly
 * becomes a warning and makes the verdict inconclusive at best.
 */
export function planUpgrade(request: PlanRequest, catalog: Catalog): PlanResult {
  const objections = collectObjections(request.accept);
  judgeCluster(request, objections);
  const holders = holdersOf(request.settings, memberNamesOf(request.voters, request.memberNames));
  judgeDifferences(holders, catalog, objections);
  // The settings come to the same for every holder, or the plan is refused. Where every member has its own, the first
  // holder's stand for the shared ones, which nobody has: whoever reads the plan back compares all of them with it.
  const shared = holders[0]?.settings ?? request.settings.shared;
  const settings = effectiveSettings(shared, catalog);
  const route = findRoute(request, settings, catalog, objections);
  if (route !== undefined) {
    for (const stage of route.stages) judgeStage(stage, request, holders, catalog, objections);
    judgeRefusals(
      route.stages.flatMap((stage) => [stage.from, stage.to]),
      holders,
      catalog,
      objections,
    );
    judgeTarget(route.stages, request, settings, catalog, objections);
  }
  if (route === undefined || objections.refused) return { ok: false, findings: objections.findings };
  for (const risk of new Set(request.accept)) {
    if (!objections.taken.has(risk)) {
      objections.add(
        'note',
        'rule/accept-unused',
        `\`accept\` names ${risk}, but this plan does not take that risk.`,
        'Remove the entry.',
      );
    }
  }

  const { gateMs, soakMs, dwellMs } = request.timeLimits;
  const { voters, depth, seed } = request;
  const facts = { voters, settings, gateMs, soakMs, dwellMs, depth, seed };
  const hops = route.stages.map((stage, index) => hopOf(String(index + 1), stage, facts, catalog));
  const upgrade: UpgradePlan = { catalogVersion: catalog.catalogVersion, voters, settings, hops };
  const wanted = hops.flatMap((hop, index) =>
    legsOf(hop, facts, { isFirst: index === 0, isLast: index === hops.length - 1 }),
  );
  const legs = rehearsableLegs(wanted, request.capabilities, objections);
  const isWhole = seesSettings(request.capabilities, objections) && legs.length === wanted.length;
  return {
    ok: true,
    plan: {
      schemaVersion: 2,
      upgrade,
      channels: { shared, own: request.settings.own },
      legs,
      digest: digestOf(upgrade),
    },
    findings: objections.findings,
    assumed: route.assumed,
    atBest: objections.taken.size > 0 || !isWhole ? 'inconclusive' : 'pass',
  };
}

function judgeCluster(request: PlanRequest, objections: Objections): void {
  const { voters, live } = request;
  if (voters === 1) {
    objections.add(
      'warning',
      'rule/members',
      'A single member has no rolling upgrade: clients wait at every restart, and there is no mixed state to go back from.',
    );
  } else if (voters === 2) {
    objections.add(
      'warning',
      'rule/members',
      'Two members lose their quorum whenever one restarts: clients wait each time. Three members would not.',
    );
  }
  if (live === undefined) return;
  if (live.voters !== voters) {
    objections.add(
      'error',
      'rule/live-cluster',
      `The manifest has ${voters} members, but the live cluster has ${live.voters} voting members.`,
      `Write \`members: ${live.voters}\`.`,
    );
  }
  if (live.learners > 0) {
    objections.add(
      'error',
      'rule/live-cluster',
      `The live cluster has ${live.learners} learner${live.learners === 1 ? '' : 's'}; membership must not be under change during an upgrade (K2, K6).`,
      'Promote or remove them first.',
    );
  }
  if (live.downgradeJob === true) {
    objections.add(
      'error',
      'rule/live-cluster',
      'The live cluster has a downgrade job enabled; a 3.5 member that restarts now refuses to start (K5).',
      'Cancel it while every member is up, and see that it is gone on each.',
    );
  }
  if (live.downgradeJob === undefined) {
    objections.add(
      'note',
      'rule/live-cluster',
      'Whether the live cluster has a downgrade job enabled (K5) could not be read: its peer ports did not answer from here.',
    );
  }
  judgeSecurity(request, live, objections);
}

/** A rehearsal without what production has proves nothing about production. */
function judgeSecurity({ tls, auth }: PlanRequest, live: LiveFacts, objections: Objections): void {
  for (const [name, said, is] of [
    ['tls', tls, live.tls],
    ['auth', auth, live.auth],
  ] as const) {
    if (said !== false || is !== true) continue;
    objections.add(
      'error',
      'rule/live-security',
      `The live cluster has ${name === 'tls' ? 'TLS' : 'authentication'}, but \`rehearsal.${name}\` turns it off for the rehearsal.`,
      `Remove the line, or write \`${name}: true\`.`,
    );
  }
  if (live.auth === undefined && auth === undefined) {
    objections.add(
      'warning',
      'rule/live-security',
      'Whether the live cluster has authentication enabled cannot be told: a client certificate may be its login, or the read that would tell failed. The rehearsed cluster has none.',
      'Write `rehearsal: {auth: true}` or `{auth: false}`, as production has it.',
    );
  }
}

/** What speaks against a hop whatever its releases are: authentication, and settings that break its freezes. */
function judgeStage(
  stage: Stage,
  request: PlanRequest,
  holders: readonly Holder[],
  catalog: Catalog,
  objections: Objections,
): void {
  if (stage.kind === 'patch') return;
  const [from, to] = [lineOf(stage.from), lineOf(stage.to)];
  const rule = hopRuleOf(from, to, catalog);
  if (rule === undefined) throw new TypeError(`the catalog has no hop ${from} → ${to}`);
  if (rule.authBlocks !== null && rehearsedSecurity(request).auth) {
    objections.risk(
      'auth-during-hop',
      'rule/auth-during-hop',
      `With authentication enabled ${from} → ${to} cannot be rolled: ${rule.authBlocks.reason}.`,
      'Disable authentication for the time of this hop.',
    );
  }
  judgeFreezes(rule, holders, objections);
}

function judgeTarget(
  stages: readonly Stage[],
  request: PlanRequest,
  settings: EffectiveSettings,
  catalog: Catalog,
  objections: Objections,
): void {
  const target = stages.at(-1)?.to;
  if (target === undefined) return;
  const line = findLine(lineOf(target), catalog);
  if (line?.support === 'ended') {
    objections.add(
      'warning',
      'rule/line-support',
      `The target line ${line.line} is out of support. ${line.supportNote}`,
    );
  }
  const known = catalog.releases.map((release) => release.version);
  for (const release of new Set(stages.flatMap((stage) => [stage.from, stage.to]))) {
    const newest = highestOf(known.filter((version) => lineOf(version) === lineOf(release)));
    if (newest !== undefined && compareVersions(release, newest) > 0) {
      objections.add(
        'note',
        'rule/catalog-age',
        `etcd ${release} is newer than this catalog (${catalog.catalogVersion}), which knows ${lineOf(release)} up to ${newest}.`,
      );
    }
  }
  const context = {
    auth: rehearsedSecurity(request).auth,
    voters: request.voters,
    learners: false,
    settings,
    entering: [],
  };
  for (const range of knownBadFor(target, context, catalog).filter(({ severity }) => severity === 'warn')) {
    const fixed = highestOf(range.fixedIn.filter((version) => lineOf(version) === lineOf(target)));
    objections.add(
      'note',
      'rule/known-bad',
      `The target ${target} has a known weakness: ${range.problem} (${range.id}${fixed === undefined ? '' : `, fixed in ${fixed}`}).`,
    );
  }
}
