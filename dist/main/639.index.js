export const id = 639;
export const ids = [639];
export const modules = {

/***/ 82639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makePlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/catalog/load.js + 6 modules
var load = __webpack_require__(86583);
// EXTERNAL MODULE: ./lib/src/catalog/version.js
var catalog_version = __webpack_require__(66182);
// EXTERNAL MODULE: ./lib/src/errors.js
var src_errors = __webpack_require__(65071);
;// CONCATENATED MODULE: ./lib/src/plan/objections.js
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
    'rule/catalog-age': 'to',
    'rule/accept-unused': 'accept',
};
/** The manifest key of a planner's finding; undefined for findings of others. */
function manifestKeyOf(id) {
    return planFindings[id];
}
function collectObjections(accept) {
    const findings = [];
    const taken = new Set();
    const add = (severity, id, message, fix) => {
        const repeated = findings.some((finding) => finding.id === id && finding.message === message);
        if (!repeated)
            findings.push({ id, severity, message, ...(fix === undefined ? {} : { fix }) });
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

// EXTERNAL MODULE: ./lib/src/catalog/lookups.js
var lookups = __webpack_require__(68645);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize = __webpack_require__(98799);
;// CONCATENATED MODULE: ./lib/src/plan/digest.js
// Owns the plan digest: the name under which a plan is rehearsed, approved and carried out.
// Must not know legs, seeds, endpoints, names or drivers: two runs of one upgrade share one digest.


/** `sha256:<hex>` over the RFC 8785 canonical JSON of the upgrade part; independent of key order. */
function digestOf(upgrade) {
    const canonical = (0,canonicalize/* default */.A)(upgrade);
    if (canonical === undefined)
        throw new TypeError('an upgrade plan is always representable as JSON');
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(canonical).digest('hex')}`;
}

;// CONCATENATED MODULE: ./lib/src/plan/snapshot-count.js
// Owns the question how many raft entries make a snapshot on a member.
// Must not know why a plan needs to know.


/**
 * The `--snapshot-count` that members run with: the settings', else the line's default. etcd takes 0 for its default,
 * and does not start at all with anything that is not a number.
 */
function effectiveSnapshotCount(settings, release, catalog) {
    const set = (0,lookups/* settingOf */.y7)(settings, 'snapshot-count');
    const count = set !== undefined && /^\d+$/.test(set) ? Number(set) : 0;
    return count > 0 ? count : ((0,lookups/* snapshotCountOf */.hG)((0,catalog_version/* lineOf */.cA)(release), catalog) ?? 100_000);
}

;// CONCATENATED MODULE: ./lib/src/plan/hop-steps.js
// Owns the steps of one hop: gates, preparations, members one by one, the hold before the point of no return.
// Must not know how releases are chosen (route.ts) nor what a rehearsal weaves in (legs.ts).



/** Lease grant and revoke at concurrency 128 made 1180 entries a second on two busy cores; a tenth of that is allowed for. */
const SLOWEST_ENTRIES_PER_MS = 0.118;
/** With fewer than three voters no member can be spared, so no margin can be asked for. */
function gateSpecs(names, { voters, gateMs }) {
    return names.filter((name) => name !== 'quorum-margin' || voters >= 3).map((name) => ({ name, timeoutMs: gateMs }));
}
/** Gates after a member was changed; legs use the same. */
function memberGates(facts) {
    return gateSpecs(['member-running', 'raft-caught-up', 'member-reads', 'member-writes', 'no-alarm', 'hash-equal', 'members-healthy'], facts);
}
/** Gates after a member was killed and came back. */
function recoveryGates(facts) {
    return gateSpecs(['members-healthy', 'quorum-margin', 'no-alarm', 'hash-equal'], facts);
}
const entryGates = [
    'members-healthy',
    'quorum-margin',
    'versions-uniform',
    'no-alarm',
    'no-learner',
    'no-downgrade-job',
    'disk-space',
    'hash-equal',
];
const holdGates = [
    'members-healthy',
    'quorum-margin',
    'no-alarm',
    'no-downgrade-job',
    'hash-equal',
];
/** After the last switch `versions-uniform` asks for the target. */
const exitGates = [
    'members-healthy',
    'quorum-margin',
    'versions-uniform',
    'no-alarm',
    'no-learner',
    'no-downgrade-job',
    'hash-equal',
];
/** Writes come right before the hashes, which then prove them equal. */
function entryGatesOf(stage, catalog) {
    const preparations = (0,lookups/* hopRuleOf */.fi)((0,catalog_version/* lineOf */.cA)(stage.from), (0,catalog_version/* lineOf */.cA)(stage.to), catalog)?.preparations ?? [];
    if (!preparations.some(({ id }) => id === 'members-write'))
        return entryGates;
    return entryGates.flatMap((name) => (name === 'hash-equal' ? ['members-write', name] : [name]));
}
function switches(purpose, to, ordinals, facts) {
    return ordinals.map((ordinal) => ({ kind: 'switch-member', purpose, ordinal, to, gates: memberGates(facts) }));
}
function upTo(count) {
    return Array.from({ length: count }, (_, index) => index + 1);
}
/**
 * The catalog's preparations of a minor hop. An override is laid over the settings in whichever channel they use: with
 * a configuration file etcd ignores flags, so the driver puts it into the file (`Deployment.overrides`).
 */
function preparationSteps(stage, facts, catalog) {
    const steps = [];
    let snapshotCount = effectiveSnapshotCount(facts.settings, stage.from, catalog);
    for (const preparation of (0,lookups/* hopRuleOf */.fi)((0,catalog_version/* lineOf */.cA)(stage.from), (0,catalog_version/* lineOf */.cA)(stage.to), catalog)?.preparations ?? []) {
        if (preparation.onlyAbove !== undefined && snapshotCount <= preparation.onlyAbove)
            continue;
        switch (preparation.id) {
            case 'members-write':
                break; // a gate before the hop (entryGatesOf)
            case 'restart-with-low-snapshot-count':
                snapshotCount = Math.min(snapshotCount, preparation.snapshotCount ?? snapshotCount);
                steps.push(...switches('prepare', { release: stage.from, overrides: { 'snapshot-count': String(snapshotCount) } }, upTo(facts.voters), facts));
                break;
            case 'renew-raft-snapshots':
                steps.push({
                    kind: 'renew-raft-snapshots',
                    reason: preparation.knownAs === 'K22' ? 'K22' : 'K21',
                    snapshotCount,
                    timeoutMs: facts.gateMs + Math.ceil(snapshotCount / SLOWEST_ENTRIES_PER_MS),
                });
                break;
            case 'members-bucket-clean':
                steps.push({
                    kind: 'verify',
                    title: "every member's stored member list",
                    gates: gateSpecs(['members-bucket-clean'], facts),
                });
                break;
        }
    }
    return steps;
}
/** The deployment that members of a hop run before they are switched: its preparations' overrides are still there. */
function sourceDeployment(hop) {
    const prepared = hop.steps.findLast(({ step }) => step.kind === 'switch-member' && step.purpose === 'prepare');
    return prepared?.step.kind === 'switch-member' ? prepared.step.to : { release: hop.from, overrides: {} };
}
/**
 * One hop. The hold stands before the last member of a minor, because the cluster version flips up to 4 s after it
 * (K16) and the old release no longer starts then. A patch has no such point, so it has no hold.
 */
function hopOf(id, stage, facts, catalog) {
    const { voters, gateMs, soakMs } = facts;
    const minor = stage.kind === 'minor';
    const target = { release: stage.to, overrides: {} };
    const steps = [
        {
            kind: 'verify',
            title: 'before the hop',
            gates: gateSpecs(minor ? entryGatesOf(stage, catalog) : entryGates, facts),
        },
        { kind: 'stage', release: stage.to },
        ...(minor ? preparationSteps(stage, facts, catalog) : []),
        ...switches('upgrade', target, upTo(voters - 1), facts),
        ...(minor ? [{ kind: 'hold', soakMs, gates: gateSpecs(holdGates, facts) }] : []),
        ...switches('upgrade', target, [voters], facts),
        ...(minor ? [{ kind: 'wait-cluster-version', line: (0,catalog_version/* lineOf */.cA)(stage.to), timeoutMs: gateMs }] : []),
        { kind: 'verify', title: 'after the hop', gates: gateSpecs(exitGates, facts) },
    ];
    return {
        id,
        kind: stage.kind,
        from: stage.from,
        to: stage.to,
        reason: stage.reason,
        steps: steps.map((step, index) => ({ id: `${id}.${index + 1}`, step })),
    };
}

;// CONCATENATED MODULE: ./lib/src/plan/mutators.js
// Owns the seeded disturbances of a deep rehearsal.
// Must not know how a member is killed, nor draw from anything but the seed and the place.

/**
 * Which member to kill at each place, if any. Each place draws for itself, so a plan that gains a step elsewhere keeps
 * its disturbances; at least one place of a hop gets one. One member at a time and only with a member to spare, so
 * the quorum never breaks: none for fewer than three voters.
 */
function killsAt(seed, places, voters) {
    const kills = new Map();
    if (voters < 3)
        return kills;
    for (const place of places) {
        const draw = drawFor(seed, place) % 3;
        if (draw !== 0)
            kills.set(place, draw === 1 ? 'leader' : 'follower');
    }
    const [first] = places;
    if (kills.size === 0 && first !== undefined)
        kills.set(first, drawFor(seed, 'first') % 2 === 0 ? 'leader' : 'follower');
    return kills;
}
function drawFor(seed, place) {
    return (0,external_node_crypto_.createHash)('sha256').update(`${seed}/kill/${place}`).digest().readUInt32LE(0);
}

;// CONCATENATED MODULE: ./lib/src/plan/legs.js


/**
 * Legs of a hop, in the order in which they run. Ids are made from the step they follow: legs "1.5.a", "1.5.b", their
 * steps "1.5.a1", "1.5.a2", so that they stay the same when other steps gain or lose legs.
 *
 * A patch hop is only observed: within a line etcd may go back at any time, so there is no window to prove.
 *
 * @param isLast whether the upgrade ends with this hop: no gate of a next hop then looks at what the last state left.
 */
function legsOf(hop, facts, isLast) {
    const { voters, depth, seed, dwellMs } = facts;
    const places = placesOf(hop, voters);
    const minor = hop.kind === 'minor';
    const kills = minor && depth === 'deep'
        ? killsAt(seed, places.map((place) => place.after), voters)
        : new Map();
    return places.flatMap((place) => {
        const observe = { kind: 'observe', state: place.state, dwellMs };
        const verify = { kind: 'verify', title: 'after all of it', gates: recoveryGates(facts) };
        const ends = isLast && place.state.phase === 'target';
        const legs = [
            { title: 'clients and checks', steps: ends ? [observe, verify] : [observe] },
        ];
        const select = kills.get(place.after);
        if (select !== undefined) {
            legs.push({ title: `kill the ${select}`, steps: [{ kind: 'kill-member', select, gates: recoveryGates(facts) }] });
        }
        if (minor && rollsBackAt(place.state, depth)) {
            legs.push({
                title: `roll back ${place.state.upgraded} of ${voters} and forward again`,
                steps: roundTrip(hop, place.state.upgraded, facts),
            });
        }
        return legs.map(({ title, steps }, index) => legOf(place.after, index, title, steps));
    });
}
function legOf(after, index, title, steps) {
    const id = `${after}.${String.fromCharCode('a'.charCodeAt(0) + index)}`;
    return { id, title, after, steps: steps.map((step, at) => ({ id: `${id}${at + 1}`, step })) };
}
function placesOf(hop, voters) {
    const { from, to } = hop;
    const state = (phase, upgraded) => ({
        phase,
        from,
        to,
        upgraded,
        voters,
    });
    const last = hop.steps.length - 1;
    let upgraded = 0;
    return hop.steps.flatMap(({ id, step }, index) => {
        if (index === 0)
            return [{ after: id, state: state('source', 0) }];
        if (index === last)
            return [{ after: id, state: state('target', voters) }];
        if (step.kind === 'switch-member' && step.purpose === 'upgrade') {
            upgraded = step.ordinal;
            return upgraded < voters ? [{ after: id, state: state('mixed', upgraded) }] : [];
        }
        // A single member holds in its source state, which was observed already.
        if (step.kind === 'hold' && upgraded > 0)
            return [{ after: id, state: state('hold', upgraded) }];
        return [];
    });
}
/**
 * `standard` goes back from the first mixed state and from the hold, where all but one member are new; `deep` from
 * every mixed count. The count of the hold is rolled back there and not also just before it.
 */
function rollsBackAt({ phase, upgraded, voters }, depth) {
    if (depth === 'quick')
        return false;
    if (phase === 'hold')
        return true;
    return phase === 'mixed' && upgraded < voters - 1 && (depth === 'deep' || upgraded === 1);
}
/** All upgraded members back to what the hop started from, one by one, a look at the source state, and forward again. */
function roundTrip(hop, upgraded, facts) {
    const { voters, dwellMs } = facts;
    const gates = memberGates(facts);
    const source = sourceDeployment(hop);
    const target = { release: hop.to, overrides: {} };
    const counts = Array.from({ length: upgraded }, (_, index) => index + 1);
    return [
        ...counts.map((count) => ({
            kind: 'switch-member',
            purpose: 'roll-back',
            ordinal: voters - upgraded + count,
            to: source,
            gates,
        })),
        { kind: 'observe', state: { phase: 'source', from: hop.from, to: hop.to, upgraded: 0, voters }, dwellMs },
        ...counts.map((count) => ({ kind: 'switch-member', purpose: 'upgrade', ordinal: count, to: target, gates })),
    ];
}

;// CONCATENATED MODULE: ./lib/src/plan/request.js
/** Whether the rehearsed cluster has TLS and authentication. */
function rehearsedSecurity({ tls, auth, live }) {
    return { tls: tls ?? live?.tls ?? false, auth: auth ?? live?.auth ?? false };
}

;// CONCATENATED MODULE: ./lib/src/plan/wanted.js
// Owns how versions are written by people: a line, an exact release or `latest`.
// Must not know releases' faults nor the way between them (route.ts).


function isExact(wanted) {
    return /^\d+\.\d+\.\d+$/.test(wanted);
}
/** The line of a line or an exact release. */
function lineOfWanted(wanted) {
    return isExact(wanted) ? (0,catalog_version/* lineOf */.cA)(wanted) : wanted;
}
/** The highest known line of which a release can be had. */
function latestLine(obtainable, catalog) {
    const lines = new Set([...obtainable].map(catalog_version/* lineOf */.cA));
    return catalog.lines
        .map(({ line }) => line)
        .filter((line) => lines.has(line))
        .sort(catalog_version/* compareLines */.lZ)
        .at(-1);
}
/** False, with an error, for a line that this catalog does not cover. */
function knownLine(line, key, catalog, objections) {
    if ((0,lookups/* findLine */.KE)(line, catalog) !== undefined)
        return true;
    const lines = catalog.lines.map((known) => known.line);
    const [oldest, newest] = [lines.at(0) ?? '', lines.at(-1) ?? ''];
    if ((0,catalog_version/* compareLines */.lZ)(line, oldest) < 0) {
        objections.add('error', `rule/${key}`, `\`${key}\` names ${line}, which is not supported: etcd-migrate knows ${oldest} to ${newest}.`, `Upgrade to ${oldest} first, as its own guide says.`);
    }
    else {
        objections.add('error', `rule/${key}`, `\`${key}\` names ${line}, a line that this catalog does not know; it knows ${lines.join(', ')}.`, 'Correct the version, or use a newer etcd-migrate.');
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/src/plan/start.js


/** The start, or undefined with an error. A floating `from` without a live cluster is an assumption and said so. */
function resolveStart(request, catalog, objections, assumed, choose) {
    const { from, obtainable } = request;
    const wanted = from === 'latest' ? latestLine(obtainable, catalog) : from;
    if (wanted === undefined) {
        objections.add('error', 'rule/release-unobtainable', 'No etcd release at all can be had here.');
        return undefined;
    }
    if (!knownLine(lineOfWanted(wanted), 'from', catalog, objections))
        return undefined;
    const live = request.live === undefined ? undefined : liveRelease(request.live.releases, from, catalog, objections);
    if (request.live !== undefined && live === undefined)
        return undefined;
    const start = live ?? (isExact(wanted) ? wanted : choose(wanted));
    if (start === undefined || !obtainable.has(start)) {
        objections.add('error', 'rule/release-unobtainable', start === undefined
            ? `No etcd release of the line ${wanted}, from which the upgrade starts, can be had from any release source here.`
            : `etcd ${start}, from which the upgrade starts, cannot be had from any release source here.`, 'Name a local directory or a mirror in `releases`, or allow more sources.');
        return undefined;
    }
    if (live === undefined && !isExact(from))
        assumed.push(`from ${from} is taken as ${start}`);
    return start;
}
/** The one release that all live members run, checked against what the manifest says. */
function liveRelease(releases, from, catalog, objections) {
    const distinct = [...new Set(releases)];
    const [release] = distinct;
    if (release === undefined || distinct.length > 1) {
        objections.add('error', 'rule/live-cluster', distinct.length === 0
            ? 'No member of the live cluster told its release.'
            : `The members of the live cluster run different releases: ${distinct.join(', ')}.`, 'Bring every member to one release first.');
        return undefined;
    }
    const agrees = from === 'latest' || release === from || (0,catalog_version/* lineOf */.cA)(release) === from;
    if (!agrees) {
        objections.add('error', 'rule/live-cluster', `\`from\` says ${from}, but the live cluster runs ${release}.`, `Write \`from: "${release}"\`.`);
        return undefined;
    }
    return knownLine((0,catalog_version/* lineOf */.cA)(release), 'from', catalog, objections) ? release : undefined;
}

;// CONCATENATED MODULE: ./lib/src/plan/route.js
// Owns which exact releases an upgrade goes through, and why it may not.
// Must not know steps, gates or legs.





/** Every stage from the start to the target, or undefined; then `objections` holds at least one error. */
function findRoute(request, catalog, objections) {
    const walk = createWalk(request, catalog, objections);
    const assumed = [];
    const target = targetLine(request, catalog, objections);
    const start = resolveStart(request, catalog, objections, assumed, (line) => walk.choose(line, target !== undefined && (0,catalog_version/* compareLines */.lZ)(target, line) > 0 ? [(0,catalog_version/* lineAfter */.pD)(line)] : []));
    if (target === undefined || start === undefined)
        return undefined;
    const waypoints = waypointsOf(request, start, target, objections);
    if (waypoints === undefined)
        return undefined;
    const stages = walk.through(start, waypoints);
    return stages === undefined ? undefined : { stages, assumed };
}
function targetLine(request, catalog, objections) {
    if (request.to !== 'latest') {
        const line = lineOfWanted(request.to);
        return knownLine(line, 'to', catalog, objections) ? line : undefined;
    }
    const line = latestLine(request.obtainable, catalog);
    if (line === undefined)
        objections.add('error', 'rule/release-unobtainable', 'No etcd release at all can be had here.');
    return line;
}
/** What to visit after the start: exact releases or lines, one minor apart at most, the target last. */
function waypointsOf(request, start, target, objections) {
    const to = request.to === 'latest' ? target : request.to;
    const from = (0,catalog_version/* lineOf */.cA)(start);
    const minors = (0,catalog_version/* minorsBetween */.V6)(from, target);
    if (minors < 0 || (minors === 0 && isExact(to) && (0,catalog_version/* compareVersions */.Zy)(to, start) < 0)) {
        objections.add('error', 'rule/to', `From ${start} to ${to} is a downgrade; etcd-migrate only goes up.`, 'Swap `from` and `to`, or use the downgrade protocol of etcd 3.6 and later.');
        return undefined;
    }
    if (request.hops === undefined) {
        const between = [];
        for (let line = (0,catalog_version/* lineAfter */.pD)(from); (0,catalog_version/* compareLines */.lZ)(line, target) < 0; line = (0,catalog_version/* lineAfter */.pD)(line))
            between.push(line);
        return [...between, to];
    }
    return explicitWaypoints(request.hops, request.from, start, to, target, objections);
}
function explicitWaypoints(hops, from, start, to, target, objections) {
    const stops = hops.map((hop) => (hop === 'latest' ? target : hop));
    // People like to name the whole way: the start and the target at its ends are no second visit.
    if (stops[0] === start || stops[0] === from)
        stops.shift();
    if (stops.at(-1) === to)
        stops.pop();
    const waypoints = [...stops, to];
    let sound = true;
    let before = start;
    for (const waypoint of waypoints) {
        const [fromLine, toLine] = [lineOfWanted(before), lineOfWanted(waypoint)];
        const minors = (0,catalog_version/* minorsBetween */.V6)(fromLine, toLine);
        const lower = minors < 0 || (minors === 0 && isExact(before) && isExact(waypoint) && (0,catalog_version/* compareVersions */.Zy)(waypoint, before) < 0);
        if (lower) {
            objections.add('error', 'rule/hops', `\`hops\` goes down from ${before} to ${waypoint}.`, 'List the stop-overs in ascending order.');
            sound = false;
        }
        else if (minors === 0 && (before === waypoint || !isExact(waypoint))) {
            objections.add('error', 'rule/hops', `\`hops\` visits ${toLine} twice: ${before}, then ${waypoint}.`, 'Name each stop-over once.');
            sound = false;
        }
        else if (minors !== 0 && minors !== 1) {
            objections.add('error', 'rule/hops', `\`hops\` skips from ${fromLine} to ${toLine}: etcd supports one minor at a time. It does not refuse a skip itself: from 3.4 to 3.6 the first new member kills every old one (K15).`, `Add a stop-over on ${(0,catalog_version/* lineAfter */.pD)(fromLine)}, or leave \`hops\` out.`);
            sound = false;
        }
        before = waypoint;
    }
    return sound ? waypoints : undefined;
}
function createWalk(request, catalog, objections) {
    const { obtainable, settings, voters } = request;
    const { auth } = rehearsedSecurity(request);
    const blocksOf = (version, entering) => (0,lookups/* knownBadFor */.QU)(version, { auth, voters, learners: false, settings, entering }, catalog).filter((range) => range.severity === 'block');
    const obtainableOn = (line) => [...obtainable].filter((version) => (0,catalog_version/* lineOf */.cA)(version) === line);
    const soundOf = (versions, entering) => versions.filter((version) => blocksOf(version, entering).length === 0);
    const choose = (line, entering) => (0,catalog_version/* highestOf */.gG)(soundOf(obtainableOn(line), entering)) ?? (0,catalog_version/* highestOf */.gG)(obtainableOn(line));
    /** The release for a waypoint, or undefined with an error. */
    const land = (waypoint, entering) => {
        const release = isExact(waypoint) ? waypoint : choose(waypoint, entering);
        if (release === undefined || !obtainable.has(release)) {
            const faults = release === undefined ? [] : blocksOf(release, entering);
            // To have it would be no help: that comes first, and the release that people should want instead.
            const wanted = release === undefined ||
                faults.length === 0 ||
                objections.risk('known-bad', 'rule/known-bad', `etcd ${release} is known-bad and may not be landed on: ${describe(faults)}. It cannot be had here either.`, `Choose a release with the fix: ${fixesOf(faults, (0,catalog_version/* lineOf */.cA)(release))}.`);
            if (!wanted)
                return undefined;
            objections.add('error', 'rule/release-unobtainable', isExact(waypoint)
                ? `etcd ${waypoint} cannot be had from any release source here.`
                : `No etcd release of the line ${waypoint} can be had from any release source here.`, 'Name a local directory or a mirror in `releases`, or allow more sources.');
            return undefined;
        }
        const bad = blocksOf(release, entering);
        if (bad.length === 0)
            return release;
        const accepted = objections.risk('known-bad', 'rule/known-bad', `etcd ${release} is known-bad and may not be landed on: ${describe(bad)}.`, `Choose a release with the fix: ${fixesOf(bad, (0,catalog_version/* lineOf */.cA)(release))}.`);
        return accepted ? release : undefined;
    };
    /** The release from which the next line may be entered; pushes the patch stage that leads there. */
    const leave = (current, next, stages) => {
        const line = (0,catalog_version/* lineOf */.cA)(current);
        const rule = (0,lookups/* hopRuleOf */.fi)(line, next, catalog);
        if (rule === undefined)
            throw new TypeError(`the catalog has no hop ${line} → ${next}`);
        const { floor } = rule;
        const below = (0,catalog_version/* compareVersions */.Zy)(current, floor.release) < 0;
        // What is bad for entering the next line alone is what the floor stands for, so below it that is said once.
        const bad = blocksOf(current, below ? [] : [next]);
        if (!below && bad.length === 0)
            return current;
        const higher = obtainableOn(line).filter((version) => (0,catalog_version/* compareVersions */.Zy)(version, current) > 0);
        const fit = soundOf(higher, [next]).filter((version) => (0,catalog_version/* compareVersions */.Zy)(version, floor.release) >= 0);
        const patch = fit.includes(floor.release) ? floor.release : (0,catalog_version/* highestOf */.gG)(fit);
        const why = below ? `${current} is below the floor ${floor.release} for ${next}` : `${current} is known-bad`;
        const because = below ? floor.reason : describe(bad);
        if (patch !== undefined) {
            stages.push({ kind: 'patch', from: current, to: patch, reason: why });
            objections.add('note', below ? 'rule/below-floor' : 'rule/known-bad', `${why}, so ${patch} comes first: ${because}.`);
            return patch;
        }
        const missing = `Neither ${floor.release} nor a later sound release of ${line} can be had here.`;
        if (below &&
            !objections.risk('below-floor', 'rule/below-floor', `${why}: ${because}. ${missing}`, `Make ${floor.release} obtainable (\`releases\`).`)) {
            return undefined;
        }
        if (bad.length === 0)
            return current;
        const better = (0,catalog_version/* highestOf */.gG)(soundOf(higher, []));
        if (better !== undefined) {
            stages.push({ kind: 'patch', from: current, to: better, reason: `${current} is known-bad` });
            return better;
        }
        const accepted = objections.risk('known-bad', 'rule/known-bad', `etcd ${current} is known-bad and no upgrade may start from it: ${describe(bad)}. ${missing}`, `Make a release with the fix obtainable: ${fixesOf(bad, line)}.`);
        return accepted ? current : undefined;
    };
    const through = (start, waypoints) => {
        const stages = [];
        let current = start;
        for (const [index, waypoint] of waypoints.entries()) {
            const line = lineOfWanted(waypoint);
            const after = waypoints.at(index + 1);
            const nextLine = after === undefined ? undefined : lineOfWanted(after);
            const entering = [
                ...(line === (0,catalog_version/* lineOf */.cA)(start) ? [] : [line]),
                // Exact stop-overs below a floor get their patch hop when they are left, so the next hop is judged there.
                ...(nextLine === undefined || nextLine === line || isExact(waypoint) ? [] : [nextLine]),
            ];
            const minor = line !== (0,catalog_version/* lineOf */.cA)(current);
            const ready = minor ? leave(current, line, stages) : current;
            if (ready === undefined)
                return undefined;
            const release = land(waypoint, entering);
            if (release === undefined)
                return undefined;
            if (!minor && (0,catalog_version/* compareVersions */.Zy)(release, ready) <= 0) {
                objections.add('error', index === waypoints.length - 1 ? 'rule/to' : 'rule/hops', release === ready
                    ? `There is nothing to upgrade: the way is already at ${ready} when \`${waypoint}\` is due.`
                    : `The highest ${line} release that can be had here is ${release}, which is below ${ready}.`, 'Name the exact release that the cluster runs in `from` and a higher one in `to`.');
                return undefined;
            }
            stages.push({
                kind: minor ? 'minor' : 'patch',
                from: ready,
                to: release,
                reason: minor ? '' : 'the manifest asks for it',
            });
            current = release;
        }
        const first = stages[0];
        const bad = blocksOf(start, []);
        if (first?.kind === 'patch' && bad.length > 0) {
            objections.add('warning', 'rule/known-bad', `The start ${start} is known-bad itself: ${describe(bad)}. The plan leaves it first, by a patch to ${first.to}.`);
        }
        return stages;
    };
    return { choose, through };
}
function describe(ranges) {
    return ranges.map(({ id, problem }) => `${problem} (${id})`).join('; ');
}
/** The lowest release of the line that has all the fixes. */
function fixesOf(ranges, line) {
    const fixes = ranges.flatMap((range) => range.fixedIn.filter((version) => (0,catalog_version/* lineOf */.cA)(version) === line));
    return (0,catalog_version/* highestOf */.gG)(fixes) ?? `none on ${line}; use a newer line`;
}

;// CONCATENATED MODULE: ./lib/src/plan/planner.js
// Owns the way from a request to a plan: facts in, a plan or the reasons against it out. Pure.
// Must not know where facts come from, nor carry anything out.








/**
 * A plan from `from` to `to`, or every reason against one. Refuses what is unsafe; what the manifest accepts knowingly
 * becomes a warning and makes the verdict inconclusive at best.
 */
function planUpgrade(request, catalog) {
    const objections = collectObjections(request.accept);
    judgeCluster(request, objections);
    const route = findRoute(request, catalog, objections);
    if (route !== undefined) {
        for (const stage of route.stages)
            judgeStage(stage, request, catalog, objections);
        judgeTarget(route.stages, request, catalog, objections);
    }
    if (route === undefined || objections.refused)
        return { ok: false, findings: objections.findings };
    for (const risk of new Set(request.accept)) {
        if (!objections.taken.has(risk)) {
            objections.add('note', 'rule/accept-unused', `\`accept\` names ${risk}, but this plan does not take that risk.`, 'Remove the entry.');
        }
    }
    const { gateMs, soakMs, dwellMs } = request.timeLimits;
    const { voters, settings, depth, seed } = request;
    const facts = { voters, settings, gateMs, soakMs, dwellMs, depth, seed };
    const hops = route.stages.map((stage, index) => hopOf(String(index + 1), stage, facts, catalog));
    const upgrade = { catalogVersion: catalog.catalogVersion, voters, settings, hops };
    return {
        ok: true,
        plan: {
            schemaVersion: 1,
            upgrade,
            legs: hops.flatMap((hop, index) => legsOf(hop, facts, index === hops.length - 1)),
            digest: digestOf(upgrade),
        },
        findings: objections.findings,
        assumed: route.assumed,
        atBest: objections.taken.size > 0 ? 'inconclusive' : 'pass',
    };
}
function judgeCluster(request, objections) {
    const { voters, live } = request;
    if (voters === 1) {
        objections.add('warning', 'rule/members', 'A single member has no rolling upgrade: clients wait at every restart, and there is no mixed state to go back from.');
    }
    else if (voters === 2) {
        objections.add('warning', 'rule/members', 'Two members lose their quorum whenever one restarts: clients wait each time. Three members would not.');
    }
    if (live === undefined)
        return;
    if (live.voters !== voters) {
        objections.add('error', 'rule/live-cluster', `The manifest has ${voters} members, but the live cluster has ${live.voters} voting members.`, `Write \`members: ${live.voters}\`.`);
    }
    if (live.learners > 0) {
        objections.add('error', 'rule/live-cluster', `The live cluster has ${live.learners} learner${live.learners === 1 ? '' : 's'}; membership must not be under change during an upgrade (K2, K6).`, 'Promote or remove them first.');
    }
    if (live.downgradeJob === true) {
        objections.add('error', 'rule/live-cluster', 'The live cluster has a downgrade job enabled; a 3.5 member that restarts now refuses to start (K5).', 'Cancel it while every member is up, and see that it is gone on each.');
    }
    if (live.downgradeJob === undefined) {
        objections.add('note', 'rule/live-cluster', 'Whether the live cluster has a downgrade job enabled (K5) could not be read: its peer ports did not answer from here.');
    }
    judgeSecurity(request, live, objections);
}
/** A rehearsal without what production has proves nothing about production. */
function judgeSecurity({ tls, auth }, live, objections) {
    for (const [name, said, is] of [
        ['tls', tls, live.tls],
        ['auth', auth, live.auth],
    ]) {
        if (said !== false || is !== true)
            continue;
        objections.add('error', 'rule/live-security', `The live cluster has ${name === 'tls' ? 'TLS' : 'authentication'}, but \`rehearsal.${name}\` turns it off for the rehearsal.`, `Remove the line, or write \`${name}: true\`.`);
    }
    if (live.auth === undefined && auth === undefined) {
        objections.add('warning', 'rule/live-security', 'Whether the live cluster has authentication enabled cannot be told: a client certificate may be its login. The rehearsed cluster has none.', 'Write `rehearsal: {auth: true}` or `{auth: false}`, as production has it.');
    }
}
/** What speaks against a hop whatever its releases are: authentication, and settings that break its freezes. */
function judgeStage(stage, request, catalog, objections) {
    if (stage.kind === 'patch')
        return;
    const [from, to] = [(0,catalog_version/* lineOf */.cA)(stage.from), (0,catalog_version/* lineOf */.cA)(stage.to)];
    const rule = (0,lookups/* hopRuleOf */.fi)(from, to, catalog);
    if (rule === undefined)
        throw new TypeError(`the catalog has no hop ${from} → ${to}`);
    if (rule.authBlocks !== null && rehearsedSecurity(request).auth) {
        objections.risk('auth-during-hop', 'rule/auth-during-hop', `With authentication enabled ${from} → ${to} cannot be rolled: ${rule.authBlocks.reason}.`, 'Disable authentication for the time of this hop.');
    }
    for (const freeze of rule.freezes) {
        const broken = (freeze.settings ?? []).find((name) => silentlyOn(request.settings, name));
        if (broken !== undefined) {
            objections.add('error', 'rule/freeze-broken', `The settings turn ${broken} on, which ${from} → ${to} cannot bear: ${freeze.why} (${freeze.knownAs}).`, `Turn ${broken} off on every member first.`);
        }
        else {
            objections.add('note', 'rule/freeze', `While members of ${from} and ${to} run together, do not ${freeze.what}: ${freeze.why} (${freeze.knownAs}).`);
        }
    }
}
/**
 * True where a setting is on in a channel in which a release that does not know it says nothing (K9). As a flag the
 * same setting stops the process with exit 2, which the rehearsal shows in etcd's own words.
 */
function silentlyOn({ environment, configFile }, name) {
    const value = configFile === undefined ? environment[`ETCD_${name.toUpperCase().replaceAll('-', '_')}`] : configFile[name];
    return /^(1|t|true)$/i.test(String(value));
}
function judgeTarget(stages, request, catalog, objections) {
    const target = stages.at(-1)?.to;
    if (target === undefined)
        return;
    const line = (0,lookups/* findLine */.KE)((0,catalog_version/* lineOf */.cA)(target), catalog);
    if (line?.support === 'ended') {
        objections.add('warning', 'rule/line-support', `The target line ${line.line} is out of support. ${line.supportNote}`);
    }
    const known = catalog.releases.map((release) => release.version);
    for (const release of new Set(stages.flatMap((stage) => [stage.from, stage.to]))) {
        const newest = (0,catalog_version/* highestOf */.gG)(known.filter((version) => (0,catalog_version/* lineOf */.cA)(version) === (0,catalog_version/* lineOf */.cA)(release)));
        if (newest !== undefined && (0,catalog_version/* compareVersions */.Zy)(release, newest) > 0) {
            objections.add('note', 'rule/catalog-age', `etcd ${release} is newer than this catalog (${catalog.catalogVersion}), which knows ${(0,catalog_version/* lineOf */.cA)(release)} up to ${newest}.`);
        }
    }
    const context = {
        auth: rehearsedSecurity(request).auth,
        voters: request.voters,
        learners: false,
        settings: request.settings,
        entering: [],
    };
    for (const range of (0,lookups/* knownBadFor */.QU)(target, context, catalog).filter(({ severity }) => severity === 'warn')) {
        const fixed = (0,catalog_version/* highestOf */.gG)(range.fixedIn.filter((version) => (0,catalog_version/* lineOf */.cA)(version) === (0,catalog_version/* lineOf */.cA)(target)));
        objections.add('note', 'rule/known-bad', `The target ${target} has a known weakness: ${range.problem} (${range.id}${fixed === undefined ? '' : `, fixed in ${fixed}`}).`);
    }
}

// EXTERNAL MODULE: ./lib/src/app/live-cluster.js
var live_cluster = __webpack_require__(60017);
;// CONCATENATED MODULE: ./lib/src/manifest/mistakes.js
// Owns how mistakes in a manifest are said: one error that lists them all, each with its place and what to do.
// Must not know how mistakes are found.

/** Details hold every finding; the text stays readable. */
const MAX_LISTED = 50;
/** `file:line:column: what is wrong` and, below it, what to do. */
function renderFinding(finding) {
    const where = finding.where;
    const place = where === undefined
        ? ''
        : `${[where.file, where.line, where.column].filter((part) => part !== undefined).join(':')}: `;
    const level = finding.severity === 'error' ? '' : `${finding.severity}: `;
    const fix = finding.fix === undefined ? '' : `\n    fix: ${finding.fix}`;
    return `${place}${level}${finding.message}${fix}`;
}
/** One error for all mistakes of a file. */
function mistakesError(code, file, findings) {
    const count = findings.filter((finding) => finding.severity === 'error').length;
    const head = code === 'manifest-unreadable'
        ? `${file} cannot be read as a manifest:`
        : `${file} has ${count} mistake${count === 1 ? '' : 's'}:`;
    const listed = findings.slice(0, MAX_LISTED).map(renderFinding);
    const left = findings.length - listed.length;
    const more = left > 0 ? [`… and ${left} more`] : [];
    return new src_errors/* EtcdMigrateError */.A8(code, [head, ...listed, ...more].join('\n'), { details: { findings } });
}
/** In the order of the file. */
function byPlace(a, b) {
    return (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0);
}

;// CONCATENATED MODULE: ./lib/src/manifest/owned-settings.js
// Owns the list of etcd settings that etcd-migrate itself must choose for each member, and why.
// Must not know how they are chosen (drivers/).
const address = 'addresses and ports belong to each member; a rehearsal takes free ones on 127.0.0.1';
const directory = 'every member gets a data directory of its own';
const formation = 'the cluster is formed from `members`';
const certificates = 'certificates are made for the run; use `rehearsal.tls`';
const logging = "members' logs are kept with the run";
const proxy = 'only voting members are rehearsed, no proxies';
const exits = 'etcd would print it and exit';
/** Flag name → why a manifest cannot set it. Names of etcd 3.3 to 3.7 (`etcd --help` of each). */
const owned = {
    name: 'members are named by `members`',
    'config-file': 'name the file with `etcd.configFile`',
    'data-dir': directory,
    'wal-dir': directory,
    'listen-client-urls': address,
    'listen-client-http-urls': address,
    'listen-peer-urls': address,
    'listen-metrics-urls': address,
    'advertise-client-urls': address,
    'initial-advertise-peer-urls': address,
    'initial-cluster': formation,
    'initial-cluster-state': formation,
    'initial-cluster-token': formation,
    'force-new-cluster': formation,
    'cert-file': certificates,
    'key-file': certificates,
    'client-cert-file': certificates,
    'client-key-file': certificates,
    'trusted-ca-file': certificates,
    'client-cert-auth': certificates,
    'client-crl-file': certificates,
    'client-cert-allowed-hostname': certificates,
    'auto-tls': certificates,
    'peer-cert-file': certificates,
    'peer-key-file': certificates,
    'peer-client-cert-file': certificates,
    'peer-client-key-file': certificates,
    'peer-trusted-ca-file': certificates,
    'peer-client-cert-auth': certificates,
    'peer-crl-file': certificates,
    'peer-cert-allowed-cn': certificates,
    'peer-cert-allowed-hostname': certificates,
    'peer-auto-tls': certificates,
    // Groups of a configuration file.
    'client-transport-security': certificates,
    'peer-transport-security': certificates,
    'log-outputs': logging,
    'log-output': logging,
    'enable-log-rotation': logging,
    'log-rotation-config-json': logging,
    version: exits,
    help: exits,
    h: exits,
};
/** Why the flag is not for the manifest to set; undefined when it is. */
function whyOwned(flag) {
    if (Object.hasOwn(owned, flag))
        return owned[flag];
    if (flag === 'discovery' || flag.startsWith('discovery-'))
        return formation;
    if (flag === 'proxy' || flag.startsWith('proxy-'))
        return proxy;
    return undefined;
}
/** `ETCD_SNAPSHOT_COUNT` → `snapshot-count`: etcd derives variable names from flag names in this way. */
function flagOfVariable(variable) {
    return variable
        .replace(/^ETCD_/, '')
        .toLowerCase()
        .replaceAll('_', '-');
}

;// CONCATENATED MODULE: ./lib/src/manifest/phrase.js
// Owns how values and keys from the user's file are shown in messages: quoted, short, and free of control characters.
// Must not know which mistake is being told.
const MAX_SHOWN = 60;
/** Control and direction characters that JSON leaves alone but that change what a terminal shows. */
const UNSHOWABLE = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function escapeUnshowable(text) {
    return text.replace(UNSHOWABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** A text in double quotes, cut after 60 characters. */
function quote(text) {
    return quoteUpTo(text, MAX_SHOWN);
}
function quoteUpTo(text, max) {
    const cut = text.length > max ? `${text.slice(0, max)}…` : text;
    return escapeUnshowable(JSON.stringify(cut));
}
/** A source text without quotes, cut after 60 characters. */
function bare(text) {
    return bareUpTo(text, MAX_SHOWN);
}
/** As `bare`, for texts that are longer by nature. */
function bareUpTo(text, max) {
    return quoteUpTo(text, max).slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
}
/** A key or path in back quotes: `rehearsal.workload.rate`, `hops[1]`, `etcd.flags["a b"]`. */
function showPath(path) {
    let text = '';
    for (const part of path) {
        if (typeof part === 'number')
            text += `[${part}]`;
        else if (/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/.test(part))
            text += text === '' ? part : `.${part}`;
        else
            text += text === '' && path.length === 1 ? bare(part) : `[${quote(part)}]`;
    }
    return `\`${text}\``;
}
/** "a", "a or b", "a, b or c". */
function join(items, word) {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

;// CONCATENATED MODULE: ./lib/src/manifest/text.js

/** Far above any real manifest, so that a wrong path to a big file is told at once. */
const MAX_FILE_BYTES = 1024 * 1024;
/** UTF-8 with or without a byte order mark. Throws `manifest-unreadable`, located to the line where that is possible. */
function decodeText(bytes, file) {
    if (bytes.length > MAX_FILE_BYTES) {
        const mebibytes = (bytes.length / MAX_FILE_BYTES).toFixed(1);
        throw unreadable(file, 'rule/manifest-too-big', `The file is ${mebibytes} MiB; a manifest is at most 1 MiB.`, 'check the path');
    }
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw unreadable(file, 'rule/manifest-not-utf8', 'The file is UTF-16.', 'save it as UTF-8', { line: 1, column: 1 });
    }
    const zero = bytes.indexOf(0);
    if (zero !== -1) {
        throw unreadable(file, 'rule/manifest-binary', 'The file is not a text file: it has a NUL byte here.', 'check the path', placeOf(bytes, zero));
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw unreadable(file, 'rule/manifest-not-utf8', 'This line is not valid UTF-8.', 'save the file as UTF-8', {
            line: firstUndecodableLine(bytes),
        });
    }
}
function placeOf(bytes, offset) {
    const before = bytes.subarray(0, offset);
    return {
        line: before.reduce((line, byte) => (byte === 0x0a ? line + 1 : line), 1),
        column: offset - before.lastIndexOf(0x0a),
    };
}
/** A line break is never part of another UTF-8 character, so lines can be judged one by one. */
function firstUndecodableLine(bytes) {
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
        const end = bytes.indexOf(0x0a, start);
        const stop = end === -1 ? bytes.length : end;
        try {
            new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, stop));
        }
        catch {
            return line;
        }
        start = stop + 1;
    }
    return line;
}
function unreadable(file, id, message, fix, place = {}) {
    const finding = { id, severity: 'error', message, where: { file, ...place }, fix };
    return mistakesError('manifest-unreadable', file, [finding]);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/src/manifest/yaml-reader.js
// Owns the walk over composed YAML nodes: plain data out, the place of each value kept, aliases bounded.
// Must not know how the nodes were made (yaml.ts) nor what the keys mean.


/** Values that aliases may add in all. A "billion laughs" file passes it within milliseconds. */
const MAX_ALIASED_VALUES = 10_000;
/** Name of the document's own place. */
const ROOT = '';
const ALIAS_BOMB = 'rule/manifest-alias-bomb';
function isEmptyScalar(node) {
    return (0,dist/* isScalar */.jn)(node) && node.value === null && (node.source ?? '') === '';
}
/** Walks the composed nodes once, in the order of the file. */
class YamlReader {
    findings = [];
    #file;
    #at;
    #top = new Map();
    #anchors = new Map();
    #open = new Set();
    /** Place of the outermost alias being followed. */
    #alias;
    #aliasedValues = 0;
    /** Set once the aliases expand beyond bounds: nothing more is read then. */
    exhausted = false;
    constructor(file, at) {
        this.#file = file;
        this.#at = at;
    }
    locate(path, what) {
        return this.#find(path).nearest?.[what] ?? { file: this.#file, line: 1, column: 1 };
    }
    sourceOf(path) {
        return this.#find(path).exact?.source;
    }
    /** The place at the path, and the deepest one on the way to it. */
    #find(path) {
        let nearest;
        let exact = this.#top.get(ROOT);
        for (const part of path) {
            if (exact === undefined)
                break;
            nearest = exact;
            exact = exact.children.get(part);
        }
        return { exact, nearest: exact ?? nearest };
    }
    readDocument(contents) {
        return this.#read(contents, [], 0, this.#top, ROOT);
    }
    #read(node, path, keyOffset, siblings, part) {
        const key = this.#at(keyOffset);
        const value = node === null || isEmptyScalar(node) ? key : this.#at(node.range[0]);
        const source = (0,dist/* isScalar */.jn)(node) ? (node.source ?? String(node.value)) : undefined;
        const children = new Map();
        siblings.set(part, { key, value, source, children });
        if (node === null)
            return null;
        if (this.#alias !== undefined)
            this.#aliasedValues += 1;
        if (this.#aliasedValues > MAX_ALIASED_VALUES)
            return this.#stop(this.#alias ?? value);
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#follow(node.source, node.range[0], path, keyOffset, siblings, part);
        if (node.anchor !== undefined)
            this.#anchors.set(node.anchor, node);
        if ((0,dist/* isScalar */.jn)(node))
            return node.value;
        this.#open.add(node);
        const result = (0,dist/* isSeq */.oP)(node)
            ? this.#readList(node.items, path, children)
            : (0,dist/* isMap */.jh)(node)
                ? this.#readMap(node.items, path, children)
                : null;
        this.#open.delete(node);
        return result;
    }
    #readList(items, path, places) {
        const list = [];
        for (const [index, item] of items.entries()) {
            if (this.exhausted)
                break;
            list.push(this.#read(item, [...path, index], item.range[0], places, index));
        }
        return list;
    }
    #readMap(items, path, places) {
        const map = {};
        for (const { key, value } of items) {
            if (this.exhausted)
                break;
            const offset = key.range[0];
            const name = this.#keyName(key);
            if (name === undefined)
                continue;
            if (Object.hasOwn(map, name)) {
                const first = this.locate([...path, name], 'key').line;
                this.#report('rule/manifest-duplicate-key', offset, `${showPath([...path, name])} is set twice; the first is on line ${first}.`, 'keep one of the two');
                continue;
            }
            map[name] = this.#read(value, [...path, name], offset, places, name);
        }
        return map;
    }
    /** Undefined when the key cannot be one; the reason is reported then. */
    #keyName(key) {
        const offset = key.range[0];
        if (!(0,dist/* isScalar */.jn)(key)) {
            this.#report('rule/manifest-key-not-text', offset, 'A key must be a plain text, not a list, mapping or alias.', 'write the key out');
            return undefined;
        }
        if (typeof key.value !== 'string') {
            const source = key.source ?? '';
            const what = key.value === null ? 'empty' : `the ${typeof key.value} ${bare(source)}`;
            this.#report('rule/manifest-key-not-text', offset, `A key must be a text; this one is ${what}.`, key.value === null ? 'name the key' : `quote it: "${bare(source)}"`);
            return undefined;
        }
        if (key.value === '<<') {
            this.#report('rule/manifest-merge-key', offset, 'Merge keys (<<) are not supported.', 'write the keys out where they are needed');
            return undefined;
        }
        if (key.value === '__proto__') {
            this.#report('rule/manifest-unknown-key', offset, 'Unknown key `__proto__`.', 'remove it');
            return undefined;
        }
        return key.value;
    }
    #follow(name, offset, path, keyOffset, siblings, part) {
        const target = this.#anchors.get(name);
        if (target === undefined) {
            this.#report('rule/manifest-alias', offset, `The alias *${bare(name)} has no anchor &${bare(name)} above it.`, 'write the value out, or quote it if the * belongs to it');
            return null;
        }
        if (this.#open.has(target)) {
            this.#report('rule/manifest-alias', offset, `The alias *${bare(name)} stands inside its own anchor.`, 'write the value out');
            return null;
        }
        const outer = this.#alias;
        this.#alias ??= this.#at(offset);
        const value = this.#read(target, path, keyOffset, siblings, part);
        this.#alias = outer;
        return value;
    }
    #stop(where) {
        if (!this.exhausted) {
            this.exhausted = true;
            this.findings.push({
                id: ALIAS_BOMB,
                severity: 'error',
                message: `Aliases expand to more than ${MAX_ALIASED_VALUES} values; reading stopped.`,
                where,
                fix: 'write the values out instead of nesting aliases',
            });
        }
        return null;
    }
    #report(id, offset, message, fix) {
        this.findings.push({ id, severity: 'error', message, where: this.#at(offset), fix });
    }
}

;// CONCATENATED MODULE: ./lib/src/manifest/yaml-syntax.js
// Owns saying what is wrong with a file's YAML syntax, and where people should look for it.
// Must not know what the file means.


function syntaxFinding(error, where) {
    const told = syntaxTexts.find(({ code, said }) => code === error.code && (said?.test(error.message) ?? true));
    return {
        id: 'rule/manifest-syntax',
        severity: 'error',
        message: told?.message ?? `Not valid YAML: ${bareUpTo(error.message, MAX_PARSER_WORDS)}.`,
        where,
        fix: told?.fix ?? 'compare the line with what `etcd-migrate init` writes',
    };
}
/** Enough for every sentence of the parser; it may quote the file. */
const MAX_PARSER_WORDS = 200;
/** The parser's own words are kept for the rare cases; these are the common ones. */
const syntaxTexts = [
    {
        code: 'BAD_INDENT',
        said: /^Flow/,
        message: 'A [ or { that was opened above is not closed before this line.',
        fix: 'add the missing ] or }',
    },
    {
        code: 'BAD_INDENT',
        message: 'The indentation here fits no level above it.',
        fix: 'keys of one group begin in the same column',
    },
    {
        code: 'BLOCK_AS_IMPLICIT_KEY',
        message: 'A second ": " on one line.',
        fix: 'put the inner key on its own indented line, or quote the whole value',
    },
    {
        code: 'MISSING_CHAR',
        said: /quote/,
        message: 'A quoted text is not closed.',
        fix: 'add the missing quotation mark',
    },
    {
        code: 'MISSING_CHAR',
        said: /map keys/,
        message: 'This line has no ": ", so it is not a key with a value.',
        fix: 'write key: value',
    },
    {
        code: 'MULTILINE_IMPLICIT_KEY',
        message: 'The key that begins here goes on over the next line.',
        fix: 'write key: value; this line may lack its ": "',
    },
    { code: 'TAG_RESOLVE_FAILED', message: 'YAML tags such as !foo are not supported.', fix: 'remove the tag' },
    { code: 'BAD_SCALAR_START', message: 'A value cannot begin with this character.', fix: 'quote the value' },
    {
        code: 'BAD_DQ_ESCAPE',
        message: 'Unknown escape sequence in a double-quoted text.',
        fix: 'write \\\\ for a backslash, or use single quotes',
    },
];
/** Where to look for the mistake. */
function syntaxOffset(error, document) {
    return isUnclosedQuote(error) ? quoteBefore(error.pos[0], document) : error.pos[0];
}
function isUnclosedQuote(error) {
    return error.code === 'MISSING_CHAR' && error.message.includes('quote');
}
/** The parser notices an unclosed quote where the file ends; people look for it where it begins. */
function quoteBefore(offset, document) {
    let start = offset;
    (0,dist/* visit */.YR)(document, {
        Scalar(_, { type, range }) {
            if (type?.startsWith('QUOTE') && range && range[0] < offset && range[1] >= offset - 1)
                start = range[0];
        },
    });
    return start;
}

;// CONCATENATED MODULE: ./lib/src/manifest/yaml.js
// Owns turning YAML text into plain data that remembers where each key and value stands, within bounds.
// Must not know what the keys mean: the manifest and an etcd configuration file are both read with it.




/** Far above any real file, far below what exhausts the stack or the memory: the worst input takes 2 s on a busy two-core machine. */
const MAX_TOKENS = 100_000;
const MAX_DEPTH = 64;
/** Reads one YAML document. Never throws: every mistake is a finding with its place. */
function readYaml(text, file) {
    const withTabs = readOnce(text, file);
    if (!withTabs.hasTabs)
        return withTabs.result;
    // One blank for one tab keeps every column, so the rest of the file can still be judged.
    const tabs = tabIndentedLines(text);
    const again = readOnce(replaceTabs(text, tabs), file).result;
    const first = tabs[0] ?? 1;
    const others = tabs.length > 1 ? ` (and on ${tabs.length - 1} more line${tabs.length > 2 ? 's' : ''})` : '';
    const finding = {
        id: 'rule/manifest-tab-indentation',
        severity: 'error',
        message: `This line is indented with a tab${others}; YAML allows only spaces.`,
        where: { file, line: first, column: 1 },
        fix: 'indent with two spaces for each level',
    };
    return { ...again, findings: [finding, ...again.findings] };
}
function tabIndentedLines(text) {
    return text.split('\n').flatMap((line, index) => (/^ *\t\s*\S/.test(line) ? [index + 1] : []));
}
function replaceTabs(text, lines) {
    const wanted = new Set(lines);
    return text
        .split('\n')
        .map((line, index) => wanted.has(index + 1) ? line.replace(/^[ \t]+/, (indent) => ' '.repeat(indent.length)) : line)
        .join('\n');
}
function readOnce(text, file) {
    const lineCounter = new dist/* LineCounter */.HN();
    const at = (offset) => {
        const { line, col } = lineCounter.linePos(Math.max(0, Math.min(offset, text.length)));
        return { file, line: Math.max(1, line), column: Math.max(1, col) };
    };
    const composed = compose(text, lineCounter, at);
    if ('tooBig' in composed)
        return { result: yaml_unreadable(composed.tooBig), hasTabs: false };
    const [document, second] = composed.documents;
    if (document === undefined)
        return { result: { ...yaml_unreadable(), findings: [] }, hasTabs: false };
    const placeOf = (error) => at(syntaxOffset(error, document));
    const findings = [...document.errors, ...document.warnings].map((error) => syntaxFinding(error, placeOf(error)));
    if (second !== undefined) {
        findings.push({
            id: 'rule/manifest-several-documents',
            severity: 'error',
            message: 'A second YAML document begins here; this file must hold one.',
            where: at(second.contents?.range[0] ?? second.range[0]),
            fix: 'keep one document, or one file for each cluster',
        });
    }
    const reader = new YamlReader(file, at);
    const value = document.contents === null ? undefined : reader.readDocument(document.contents);
    const lines = document.errors.map((error) => placeOf(error).line ?? 1);
    const brokenFromLine = reader.exhausted ? 1 : Math.min(Number.POSITIVE_INFINITY, ...lines);
    // Keys and aliases behind a syntax error were read by guess.
    const certain = reader.findings.filter((finding) => finding.id === ALIAS_BOMB || (finding.where?.line ?? 0) < brokenFromLine);
    return {
        result: {
            value: document.contents === null || isEmptyScalar(document.contents) ? undefined : value,
            locate: (path) => reader.locate(path, 'value'),
            locateKey: (path) => reader.locate(path, 'key'),
            sourceOf: (path) => reader.sourceOf(path),
            findings: [...findings, ...certain].sort(byPlace),
            brokenFromLine,
        },
        hasTabs: document.errors.some((error) => error.code === 'TAB_AS_INDENT'),
    };
}
function yaml_unreadable(finding) {
    const file = finding?.where?.file ?? '';
    return {
        value: undefined,
        locate: () => ({ file, line: 1, column: 1 }),
        locateKey: () => ({ file, line: 1, column: 1 }),
        sourceOf: () => undefined,
        findings: finding === undefined ? [] : [finding],
        brokenFromLine: 1,
    };
}
/**
 * The lexer and parser keep their own stack and stop where we say; only the composer recurses. So depth and size are
 * bounded before it runs: 100,000 nested brackets would otherwise abort the process, not throw.
 */
function compose(text, lineCounter, at) {
    lineCounter.addNewLine(0);
    const lexer = new dist/* Lexer */.JG();
    const parser = new dist/* Parser */.iX(lineCounter.addNewLine);
    const tokens = [];
    let count = 0;
    for (const lexeme of lexer.lex(text)) {
        count += 1;
        for (const token of parser.next(lexeme))
            tokens.push(token);
        // One entry for each open collection.
        if (parser.stack.length > MAX_DEPTH) {
            return {
                tooBig: bound('rule/manifest-too-deep', `Values are nested more than ${MAX_DEPTH} levels deep here.`, at(parser.offset)),
            };
        }
        if (count > MAX_TOKENS) {
            return {
                tooBig: bound('rule/manifest-too-long', `The file has more than ${MAX_TOKENS} YAML tokens; reading stopped here.`, at(parser.offset)),
            };
        }
    }
    for (const token of parser.end())
        tokens.push(token);
    const composer = new dist/* Composer */.Dk({
        version: '1.2',
        schema: 'core',
        merge: false,
        uniqueKeys: false,
        prettyErrors: false,
    });
    return { documents: [...composer.compose(tokens, true, text.length)] };
}
function bound(id, message, where) {
    return { id, severity: 'error', message, where, fix: 'a manifest needs a few dozen lines; see `etcd-migrate init`' };
}

;// CONCATENATED MODULE: ./lib/src/manifest/config-file.js
// Owns reading an etcd configuration file into settings that can be rehearsed.
// Must not know etcd's keys beyond those that etcd-migrate sets itself (owned-settings.ts).






/** What is wrong with the file's bytes, located in it; empty where they are a YAML mapping or nothing at all. */
function configFileMistakes(bytes, file) {
    try {
        return mistakesOf(readYaml(decodeText(bytes, file), file), file);
    }
    catch (error) {
        if (error instanceof src_errors/* EtcdMigrateError */.A8)
            return (error.details['findings'] ?? []);
        throw error;
    }
}
/** Throws `manifest-invalid` with all mistakes, located in the file. An empty file is a file without settings. */
function readConfigFile(text, file) {
    const yaml = readYaml(text.replace(/^\ufeff/, ''), file);
    const findings = mistakesOf(yaml, file);
    if (findings.length > 0)
        throw mistakesError('manifest-invalid', file, findings);
    const entries = Object.entries(yaml.value ?? {});
    const kept = entries.filter(([key]) => whyOwned(key) === undefined);
    return {
        settings: Object.fromEntries(kept),
        places: Object.fromEntries(kept.map(([key]) => [key, yaml.locateKey([key])])),
        notes: entries.flatMap(([key]) => noteFor(key, yaml.locateKey([key]))),
    };
}
function mistakesOf(yaml, file) {
    const value = yaml.value ?? {};
    const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
    const shape = {
        id: 'rule/manifest-config-file',
        severity: 'error',
        message: 'An etcd configuration file must be a mapping (`key: value` lines).',
        where: yaml.value === undefined ? { file, line: 1, column: 1 } : yaml.locate([]),
        fix: 'name the right file in `etcd.configFile`',
    };
    const findings = isMapping ? yaml.findings : [...yaml.findings, shape];
    // What is said of manifests (yaml.ts) does not help here.
    return findings.map((finding) => finding.fix?.includes('etcd-migrate init')
        ? { ...finding, fix: `compare ${file} with etcd's own sample, etcd.conf.yml.sample` }
        : finding);
}
function noteFor(key, where) {
    const why = whyOwned(key);
    if (why === undefined)
        return [];
    return [
        {
            id: 'rule/manifest-owned-setting',
            severity: 'note',
            message: `${showPath([key])} is not taken over into the rehearsal: ${why}.`,
            where,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/manifest/draft.js
class Draft {
    #value;
    yaml;
    constructor(value, yaml) {
        this.#value = value;
        this.yaml = yaml;
    }
    get(path) {
        let current = this.#value;
        for (const part of path) {
            if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part))
                return undefined;
            current = current[part];
        }
        return current;
    }
    has(path) {
        return this.get(path) !== undefined;
    }
    text(path) {
        const value = this.get(path);
        return typeof value === 'string' ? value : undefined;
    }
    number(path) {
        const value = this.get(path);
        return typeof value === 'number' ? value : undefined;
    }
    list(path) {
        const value = this.get(path);
        return Array.isArray(value) ? value : [];
    }
    /** Keys of the mapping at the path; none when it is no mapping. */
    keys(path) {
        const value = this.get(path);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    }
}
function remarkFinding(remark, yaml) {
    return {
        id: `rule/manifest-${remark.rule}`,
        severity: remark.severity ?? 'error',
        message: remark.message,
        where: remark.atKey === true ? yaml.locateKey(remark.path) : yaml.locate(remark.path),
        fix: remark.fix,
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./lib/src/manifest/schema.js
var schema = __webpack_require__(78947);
;// CONCATENATED MODULE: ./lib/src/manifest/expectation.js
// Owns what the schema expects at a path, in words, and which keys it knows: read from the generated JSON schema.
// Must not know what a file holds.



let cached;
/** The manifest's JSON schema, made on first use: only errors and generators need it. */
function manifestJsonSchema() {
    cached ??= json_schema_processors/* toJSONSchema */.bl(schema/* Manifest */._8, { io: 'input', target: 'draft-2020-12' });
    return cached;
}
/** The schema of the value at a path; undefined where the schema knows no such place. */
function schemaAt(path, from = manifestJsonSchema()) {
    const [part, ...rest] = path;
    if (part === undefined)
        return from;
    for (const branch of from.anyOf ?? [from]) {
        const next = child(branch, part);
        const found = next === undefined ? undefined : schemaAt(rest, next);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function child(schema, part) {
    if (typeof part === 'number') {
        return schema.prefixItems?.[part] ?? (schema.items === false ? undefined : schema.items);
    }
    const own = schema.properties;
    if (own !== undefined && Object.hasOwn(own, part))
        return own[part];
    return schema.additionalProperties === false ? undefined : schema.additionalProperties;
}
/** Keys that a mapping at the path may have; empty for free-form mappings. */
function keysAt(path) {
    return Object.keys(schemaAt(path)?.properties ?? {});
}
/** Every path of the schema that ends in the key, e.g. `depth` → [['rehearsal', 'depth']]. */
function pathsOfKey(key, from = manifestJsonSchema(), path = []) {
    return Object.entries(from.properties ?? {}).flatMap(([name, schema]) => [
        ...(name === key ? [[...path, name]] : []),
        ...pathsOfKey(key, schema, [...path, name]),
    ]);
}
/** What a value must be, to be read after "must be". */
function expectation(schema) {
    if (schema.patternErrorMessage !== undefined)
        return schema.patternErrorMessage;
    if (schema.const !== undefined)
        return JSON.stringify(schema.const);
    if (schema.enum !== undefined)
        return join(schema.enum.map((item) => JSON.stringify(item)), 'or');
    if (schema.anyOf !== undefined)
        return schema.anyOf.map(expectation).join(', or ');
    if (Array.isArray(schema.type))
        return join(schema.type.map((type) => simple({ type })), 'or');
    return simple(schema);
}
function simple(schema) {
    switch (schema.type) {
        case 'string':
            return schema.format === 'uri' ? 'a URL that begins with http:// or https://' : expectation_text(schema.minLength ?? 0);
        case 'integer':
            return `a whole number${range(schema)}`;
        case 'number':
            return 'a number';
        case 'boolean':
            return 'true or false';
        case 'array':
            return list(schema);
        default:
            return schema.properties === undefined
                ? 'a mapping (indented `key: value` lines)'
                : `a mapping with any of the keys ${Object.keys(schema.properties).join(', ')}`;
    }
}
function expectation_text(minLength) {
    if (minLength === 0)
        return 'a text';
    return minLength === 1 ? 'a text that is not empty' : `a text of at least ${minLength} characters`;
}
function range({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }) {
    return maximum >= Number.MAX_SAFE_INTEGER ? ` of at least ${minimum}` : ` from ${minimum} to ${maximum}`;
}
function list(schema) {
    if (schema.prefixItems !== undefined)
        return `a list of ${schema.prefixItems.map(expectation).join(' and ')}`;
    const { minItems = 0, maxItems } = schema;
    const size = maxItems === undefined ? (minItems === 0 ? '' : ` of at least ${minItems}`) : ` of ${minItems} to ${maxItems}`;
    const item = schema.items === undefined || schema.items === false ? '' : `, each ${expectation(schema.items)}`;
    return `a list${size}${item}`;
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./lib/src/manifest/nearest.js
// Owns finding the word that somebody most likely meant.
// Must not know what the words are for.

/** Longer words are not slips of the finger, and comparing them costs time. */
const MAX_LENGTH = 40;
/** The nearest candidate, or undefined when none is near: at most a third of the letters may differ. */
function nearest(word, candidates) {
    if (word.length > MAX_LENGTH)
        return undefined;
    const wanted = plain(word);
    let best;
    for (const candidate of candidates) {
        const edits = (0,mod/* distance */.Io)(wanted, plain(candidate));
        const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
        // `to` and `cas` are so short that one edit reaches half of all words; letters swapped (`form`) cost two.
        const near = edits <= allowed || sameLetters(wanted, plain(candidate));
        if (near && wanted.length > 1 && (best === undefined || edits < best.edits))
            best = { candidate, edits };
    }
    return best?.candidate;
}
/** `config-file`, `config_file` and `ConfigFile` all mean `configFile`. */
function plain(word) {
    return word.toLowerCase().replace(/[-_\s.]/g, '');
}
function sameLetters(a, b) {
    return [...a].sort().join('') === [...b].sort().join('');
}

// EXTERNAL MODULE: ./lib/src/manifest/versions.js
var versions = __webpack_require__(22117);
;// CONCATENATED MODULE: ./lib/src/manifest/issues.js




/** Every issue of the schema as a finding with its place. `value` is what was validated. */
function issueFindings(issues, value, yaml) {
    const leaves = issues.flatMap((issue) => flatten(issue, []));
    const unknown = leaves.flatMap(({ issue, path }) => issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ path, key, meant: meantKey(path, key) })) : []);
    const renamed = new Set(unknown.map(({ path, meant }) => JSON.stringify([...path, meant ?? null])));
    return [
        ...unknown.map(({ path, key, meant }) => unknownKey(path, key, meant, yaml)),
        ...leaves
            .filter(({ issue }) => issue.code !== 'unrecognized_keys')
            // A required key that is there under a misspelt name is one mistake, not two.
            .filter(({ path }) => !(valueAt(value, path) === undefined && renamed.has(JSON.stringify(path))))
            .map(({ issue, path }) => issue.code === 'invalid_key' ? wrongKey(path, yaml) : wrongValue(path, valueAt(value, path), yaml)),
    ];
}
/** A union's issues are those of the branch whose type was meant; where no type fits, the union itself is the issue. */
function flatten(issue, base) {
    const path = [...base, ...issue.path.filter((part) => typeof part !== 'symbol')];
    if (issue.code !== 'invalid_union')
        return [{ issue, path }];
    const meant = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'));
    return meant === undefined ? [{ issue, path }] : meant.flatMap((inner) => flatten(inner, path));
}
function valueAt(value, path) {
    let current = value;
    for (const part of path) {
        if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part))
            return undefined;
        current = current[part];
    }
    return current;
}
function meantKey(path, key) {
    return pathsOfKey(key).length > 0 ? undefined : nearest(key, keysAt(path));
}
function unknownKey(path, key, meant, yaml) {
    const elsewhere = pathsOfKey(key).map((place) => place.slice(0, -1));
    const group = path.length === 0 ? '' : ` in ${showPath(path)}`;
    const fix = key === 'password'
        ? 'the password itself never stands in the manifest: name a variable with `passwordEnv` or a file with `passwordFile`'
        : meant !== undefined
            ? `did you mean \`${meant}\`?`
            : elsewhere.length > 0
                ? `\`${key}\` belongs ${join(elsewhere.map(placeName), 'or')}`
                : `valid keys here: ${keysAt(path).join(', ')}`;
    return {
        id: 'rule/manifest-unknown-key',
        severity: 'error',
        message: `Unknown key ${showPath([key])}${group}.`,
        where: yaml.locateKey([...path, key]),
        fix,
    };
}
function placeName(path) {
    return path.length === 0 ? 'to the top level' : `under ${showPath(path)}`;
}
function wrongKey(path, yaml) {
    const group = path.slice(0, -1);
    const key = String(path.at(-1));
    const names = schemaAt(group)?.propertyNames;
    const dashes = /^--?([a-z][a-z0-9-]*)$/.exec(key)?.[1];
    return {
        id: 'rule/manifest-wrong-key',
        severity: 'error',
        message: `A key of ${showPath(group)} must be ${names === undefined ? 'another' : expectation(names)}, not ${quote(key)}.`,
        where: yaml.locateKey(path),
        ...(dashes === undefined ? {} : { fix: `write ${dashes}` }),
    };
}
function wrongValue(path, value, yaml) {
    const schema = schemaAt(path) ?? {};
    const name = path.length === 0 ? 'The manifest' : showPath(path);
    const source = yaml.sourceOf(path);
    if (value === undefined)
        return missingKey(path, schema, yaml);
    if (value === null) {
        return {
            id: 'rule/manifest-missing-value',
            severity: 'error',
            message: `${name} has no value; it must be ${expectation(schema)}.`,
            where: yaml.locate(path),
            fix: 'give it a value, or remove the key',
        };
    }
    if (isVersion(schema) && typeof value === 'number')
        return unquotedVersion(path, value, source, yaml);
    const found = isSecret(path) ? 'what stands here (not shown, it may be a secret)' : issues_describe(value, source);
    const fix = isSecret(path)
        ? undefined
        : typeof value === 'string'
            ? suggestion(schema, value, String(path.at(-1)).endsWith('Ms'))
            : quotation(schema, value, source);
    return {
        id: 'rule/manifest-wrong-value',
        severity: 'error',
        message: `${name} must be ${expectation(schema)}, not ${found}.`,
        where: yaml.locate(path),
        ...(fix === undefined ? {} : { fix }),
    };
}
function missingKey(path, schema, yaml) {
    const group = path.slice(0, -1);
    const example = schema.examples?.[0];
    return {
        id: 'rule/manifest-missing-key',
        severity: 'error',
        message: `${showPath(path)} is missing; it must be ${expectation(schema)}.`,
        where: group.length === 0 ? yaml.locate([]) : yaml.locateKey(group),
        ...(example === undefined ? {} : { fix: `add ${String(path.at(-1))}: ${JSON.stringify(example)}` }),
    };
}
/** `3.10` is 3.1 to YAML: the classic that makes a tool upgrade to the wrong release. */
function unquotedVersion(path, value, source, yaml) {
    const written = bare(source ?? String(value));
    const key = path.at(-1);
    const misread = written === String(value) ? 'YAML would read 3.10 as 3.1' : `YAML reads it as ${value}`;
    return {
        id: 'rule/manifest-version-not-quoted',
        severity: 'error',
        message: `${showPath(path)} is the number ${written}, not a version: ${misread}.`,
        where: yaml.locate(path),
        fix: `quote it: ${typeof key === 'string' ? `${key}: ` : ''}"${written}"`,
    };
}
function isVersion(schema) {
    return schema.pattern?.includes('latest') ?? false;
}
/** Somebody may have put the secret itself where its variable or file should be named. */
function isSecret(path) {
    return path[0] === 'connection' && (path[1] === 'auth' || path[1] === 'tls') && path.length > 2;
}
function issues_describe(value, source) {
    if (typeof value === 'string')
        return value === '' ? 'an empty text' : `the text ${quote(withoutUserInfo(value))}`;
    if (typeof value === 'number') {
        const written = bare(source ?? String(value));
        return `the number ${written}${written === String(value) ? '' : ` (which YAML reads as ${value})`}`;
    }
    if (Array.isArray(value))
        return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
    if (typeof value === 'object')
        return 'a mapping';
    return String(value);
}
/** By index, not by pattern: a text of 1 MiB must not take quadratic time. */
function withoutUserInfo(text) {
    const at = text.lastIndexOf('@');
    if (at === -1)
        return text;
    const authority = text.indexOf('://') + 3;
    return `${authority > 2 && authority <= at ? text.slice(0, authority) : ''}…@${text.slice(at + 1)}`;
}
/** A longer text is no slip of the finger, and patterns that search in it would take quadratic time. */
const MAX_MEANT = 100;
const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** What was most likely meant. */
function suggestion(schema, value, isDuration) {
    if (value.length > MAX_MEANT)
        return undefined;
    const choices = schema.enum ?? [];
    const meant = nearest(value, choices);
    if (meant !== undefined)
        return `did you mean ${JSON.stringify(meant)}?`;
    if (isVersion(schema))
        return versionSuggestion(value);
    const types = (schema.anyOf ?? [schema]).map(({ type }) => type);
    if (types.includes('boolean') && /^(true|yes|on|y)$/i.test(value))
        return 'write true, without quotes';
    if (types.includes('boolean') && /^(false|no|off|n)$/i.test(value))
        return 'write false, without quotes';
    const duration = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
    const unit = UNITS[duration?.[2] ?? ''];
    if (isDuration && unit !== undefined)
        return `write ${Number(duration?.[1]) * unit} (milliseconds)`;
    if ((types.includes('integer') || schema.const !== undefined) && /^\d{1,9}$/.test(value))
        return `write ${value}, without quotes`;
    if (schema.format === 'uri' && /^[\w.-]+(:\d+)?$/.test(value))
        return `write https://${value} or http://${value}`;
    if (types.includes('array'))
        return `write a list: [${quote(value)}]`;
    return undefined;
}
/** A number or boolean where its very text would do. */
function quotation(schema, value, source) {
    const isPlain = schema.type === 'string' && schema.enum === undefined && schema.format === undefined;
    if (!isPlain || (typeof value !== 'number' && typeof value !== 'boolean'))
        return undefined;
    const written = source ?? String(value);
    const fits = schema.pattern === undefined || new RegExp(schema.pattern).test(written);
    return fits ? `quote it: "${bare(written)}"` : undefined;
}
function versionSuggestion(value) {
    const found = (/\d+\.\d+\.\d+/.exec(value) ?? /\d+\.\d+/.exec(value))?.[0];
    const written = found?.replace(/\b0+(?=\d)/g, '');
    if (written === undefined || !versions/* lineOrRelease */.lp.test(written))
        return undefined;
    return versions/* exactRelease */.jd.test(written) ? `write "${written}"` : `write "${written}" for the newest release of that line`;
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/connection.js
const tls = ['connection', 'tls'];
const auth = ['connection', 'auth'];
/** Null for what the schema refuses. (`URL.parse` is not in Node 20.) */
function readUrl(text) {
    return /^https?:/.test(text) && URL.canParse(text) ? new URL(text) : null;
}
function endpoints(draft) {
    const urls = draft.list(['connection', 'endpoints']).map((text) => (typeof text === 'string' ? readUrl(text) : null));
    const secure = urls.find((url) => url?.protocol === 'https:') !== undefined;
    const hasTls = draft.keys(tls).length > 0;
    return urls.flatMap((url, index) => {
        if (url === null)
            return [];
        const path = ['connection', 'endpoints', index];
        const remarks = [];
        if (url.username !== '' || url.password !== '') {
            remarks.push({
                rule: 'credentials-in-url',
                path,
                message: 'An endpoint must not carry a user or password: reports show endpoints.',
                fix: 'use `connection.auth` with `passwordEnv` or `passwordFile`',
            });
        }
        if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
            remarks.push({
                rule: 'endpoint-path',
                path,
                message: 'An endpoint is a scheme, a host and a port; this one has more.',
                fix: `write ${url.protocol}//${url.host}`,
            });
        }
        if (url.protocol === 'http:' && (secure || hasTls)) {
            remarks.push({
                rule: 'mixed-endpoints',
                path,
                message: secure
                    ? 'Endpoints mix http:// and https://; all members of a cluster serve the same one.'
                    : 'This endpoint is http://, so `connection.tls` would not be used and the traffic not be encrypted.',
                fix: secure ? 'use https:// for all' : 'use https://, or remove `connection.tls`',
            });
        }
        return remarks;
    });
}
function mirrorCredentials(draft) {
    const url = readUrl(draft.text(['releases', 'mirror']) ?? '');
    if (url === null || (url.username === '' && url.password === ''))
        return [];
    return [
        {
            rule: 'credentials-in-url',
            path: ['releases', 'mirror'],
            message: 'A mirror URL must not carry a user or password: reports show where binaries came from.',
            fix: 'use a mirror that needs none, or `releases.local`',
        },
    ];
}
function fileOrVariable(draft) {
    return ['ca', 'cert', 'key'].flatMap((what) => {
        if (!draft.has([...tls, `${what}File`]) || !draft.has([...tls, `${what}Env`]))
            return [];
        return [
            {
                rule: 'file-and-variable',
                path: [...tls, `${what}Env`],
                atKey: true,
                message: `\`connection.tls\` has both \`${what}File\` and \`${what}Env\`; only one can be used.`,
                fix: 'keep one of the two',
            },
        ];
    });
}
function certificateWithKey(draft) {
    const has = (what) => draft.has([...tls, `${what}File`]) || draft.has([...tls, `${what}Env`]);
    const cert = has('cert');
    if (cert === has('key'))
        return [];
    const [present, absent] = cert ? ['certificate', 'key'] : ['key', 'certificate'];
    const name = cert ? 'key' : 'cert';
    return [
        {
            rule: 'certificate-without-key',
            path: tls,
            atKey: true,
            message: `\`connection.tls\` has a client ${present} but no ${absent}.`,
            fix: `add \`${name}File\` or \`${name}Env\``,
        },
    ];
}
function onePassword(draft) {
    if (typeof draft.get(auth) !== 'object' || draft.get(auth) === null)
        return [];
    const byVariable = draft.has([...auth, 'passwordEnv']);
    const byFile = draft.has([...auth, 'passwordFile']);
    if (byVariable !== byFile)
        return [];
    return [
        {
            rule: byFile ? 'file-and-variable' : 'missing-password',
            path: byFile ? [...auth, 'passwordEnv'] : auth,
            atKey: true,
            message: byFile
                ? '`connection.auth` has both `passwordFile` and `passwordEnv`; only one can be used.'
                : '`connection.auth` does not say where the password is.',
            fix: byFile ? 'keep one of the two' : 'add `passwordEnv: NAME_OF_A_VARIABLE` or `passwordFile: path/to/file`',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/etcd-settings.js


function ownedSettings(draft) {
    const flags = draft.keys(['etcd', 'flags']).map((key) => ({ key, group: 'flags', flag: key }));
    const variables = draft
        .keys(['etcd', 'environment'])
        .map((key) => ({ key, group: 'environment', flag: flagOfVariable(key) }));
    return [...flags, ...variables].flatMap(({ key, group, flag }) => {
        const why = whyOwned(flag);
        if (why === undefined)
            return [];
        const path = ['etcd', group, key];
        return [
            {
                rule: 'owned-setting',
                path,
                atKey: true,
                message: `${showPath(path)} cannot be set in the manifest: ${why}.`,
                fix: 'remove the line',
            },
        ];
    });
}
/** etcd reads a configuration file instead of flags and environment, not in addition to them. */
function configFileAlone(draft) {
    if (!draft.has(['etcd', 'configFile']))
        return [];
    const beside = ['flags', 'environment'].filter((group) => draft.keys(['etcd', group]).length > 0);
    if (beside.length === 0)
        return [];
    return [
        {
            rule: 'config-file-alone',
            path: ['etcd', 'configFile'],
            atKey: true,
            message: `With \`etcd.configFile\`, etcd ignores ${join(beside.map((group) => `\`etcd.${group}\``), 'and')}.`,
            fix: 'move those settings into the file, or remove `configFile`',
        },
    ];
}
/** Measured on 3.4.31, 3.5.33, 3.6.14 and 3.7.1: "conflicting environment variable is shadowed …", exit 1. */
function flagAndVariable(draft) {
    const flags = draft.keys(['etcd', 'flags']);
    return draft.keys(['etcd', 'environment']).flatMap((variable) => {
        const flag = flagOfVariable(variable);
        if (!flags.includes(flag))
            return [];
        return [
            {
                rule: 'flag-and-variable',
                path: ['etcd', 'environment', variable],
                atKey: true,
                message: `${variable} is also set as the flag \`${flag}\`: etcd refuses to start with both.`,
                fix: 'keep one of the two',
            },
        ];
    });
}
/** A flag reaches etcd as text. A number that YAML reads differently from how it is written would arrive changed. */
function numbersAsWritten(draft) {
    return draft.keys(['etcd', 'flags']).flatMap((flag) => {
        const path = ['etcd', 'flags', flag];
        const value = draft.number(path);
        const source = draft.yaml.sourceOf(path);
        if (value === undefined || source === undefined || String(value) === source)
            return [];
        return [
            {
                rule: 'number-changed',
                path,
                message: `${showPath(path)} is written ${bare(source)} but YAML reads it as ${value}.`,
                fix: `quote it: "${bare(source)}"`,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/members.js

/** As in the schema; etcd's own advice is 7 at most. */
const MAX_MEMBERS = 9;
function duplicateNames(draft) {
    const names = draft.list(['members']);
    return names.flatMap((name, index) => {
        const first = names.indexOf(name);
        if (first === index || typeof name !== 'string')
            return [];
        return [
            {
                rule: 'duplicate-member',
                path: ['members', index],
                message: `The member name ${quote(name)} is listed twice.`,
                fix: 'give every member its own name',
            },
        ];
    });
}
function voterCount(draft) {
    const count = draft.number(['members']) ?? draft.list(['members']).length;
    if (count === 1) {
        return [
            {
                rule: 'single-member',
                path: ['members'],
                severity: 'warning',
                message: 'With one member every switch stops the whole cluster: clients will wait each time.',
                fix: 'use 3 members, or expect gaps and set rehearsal.thresholds accordingly',
            },
        ];
    }
    // Above the most that are allowed the schema speaks.
    if (!Number.isInteger(count) || count < 2 || count > MAX_MEMBERS || count % 2 === 1)
        return [];
    return [
        {
            rule: 'even-members',
            path: ['members'],
            severity: 'warning',
            message: `${count} members bear no more failures than ${count - 1} do, and need one more vote for every write.`,
            fix: `use ${count - 1} or ${count + 1} members, unless production really has ${count}`,
        },
    ];
}

// EXTERNAL MODULE: ./lib/src/manifest/defaults.js
var defaults = __webpack_require__(37662);
;// CONCATENATED MODULE: ./lib/src/manifest/rules/rehearsal.js
// Owns the rules on `rehearsal`: settings that contradict each other or leave nothing to judge.
// Must not know how the workload runs.

const mixPath = ['rehearsal', 'workload', 'mix'];
function valueSizeOrder(draft) {
    const path = ['rehearsal', 'workload', 'valueSize'];
    const smallest = draft.number([...path, 0]);
    const largest = draft.number([...path, 1]);
    if (smallest === undefined || largest === undefined || smallest <= largest)
        return [];
    return [
        {
            rule: 'value-size-order',
            path,
            message: `\`rehearsal.workload.valueSize\` is [smallest, largest], but ${smallest} is more than ${largest}.`,
            fix: `write [${largest}, ${smallest}]`,
        },
    ];
}
function usableMix(draft) {
    if (draft.keys(mixPath).length === 0)
        return [];
    const weight = (name) => draft.number([...mixPath, name]) ?? defaults/* defaults */.N.rehearsal.workload.mix[name];
    const writes = weight('put') + weight('cas') + weight('delete');
    const reads = weight('get') + weight('getSerializable') + weight('range');
    if (writes + reads === 0) {
        return [
            {
                rule: 'empty-mix',
                path: mixPath,
                atKey: true,
                message: 'All weights of `rehearsal.workload.mix` are 0: the clients would do nothing.',
                fix: 'give at least one operation a weight, or remove `mix`',
            },
        ];
    }
    if (writes > 0 && reads > 0)
        return [];
    const [absent, judged] = writes === 0 ? ['writes', 'durability'] : ['reads', 'linearizability'];
    return [
        {
            rule: 'one-sided-mix',
            path: mixPath,
            atKey: true,
            severity: 'warning',
            message: `\`rehearsal.workload.mix\` has no ${absent}: ${judged} cannot be judged, so the verdict is inconclusive at best.`,
            fix: `give one of the ${absent} a weight`,
        },
    ];
}
function limitsFit(draft) {
    const path = (name) => ['rehearsal', 'timeLimits', name];
    const total = draft.number(path('totalMs')) ?? defaults/* defaults */.N.rehearsal.timeLimits.totalMs;
    return ['gateMs', 'soakMs', 'dwellMs'].flatMap((name) => {
        const part = draft.number(path(name));
        if (part === undefined || part < total)
            return [];
        return [
            {
                rule: 'limit-over-total',
                path: path(name),
                message: `\`${name}\` is ${part}, which leaves nothing of the whole rehearsal's ${total} ms (\`totalMs\`).`,
                fix: 'lower it, or raise `totalMs`',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/releases.js
// Owns the rules on `releases` and `accept`: lists without repetition, and settings that take effect.
// Must not know how releases are obtained.


function duplicateSources(draft) {
    const listed = draft.list(['releases', 'sources']);
    return listed.flatMap((source, index) => {
        if (typeof source !== 'string' || listed.indexOf(source) === index)
            return [];
        return [
            {
                rule: 'duplicate-source',
                path: ['releases', 'sources', index],
                message: `The source ${quote(source)} is listed twice.`,
                fix: 'list each source once, in the order in which to try them',
            },
        ];
    });
}
/** A place that is named but whose source is not listed is never used; so is a listed source without a place. */
function usedSources(draft) {
    const listed = draft.list(['releases', 'sources']);
    // The whole list is the default written out: nobody meant to name a mirror by it.
    if (listed.length === 0 || defaults/* sources */.T.every((source) => listed.includes(source)))
        return [];
    return ['local', 'mirror'].flatMap((source) => {
        const index = listed.indexOf(source);
        const isSet = draft.has(['releases', source]);
        if (index !== -1 && !isSet) {
            return [
                {
                    rule: 'source-without-place',
                    path: ['releases', 'sources', index],
                    message: `The source ${quote(source)} is listed, but \`releases.${source}\` does not say where it is.`,
                    fix: `add \`releases.${source}\`, or remove it from the list`,
                },
            ];
        }
        if (index !== -1 || !isSet)
            return [];
        return [
            {
                rule: 'unused-source',
                path: ['releases', source],
                atKey: true,
                severity: 'warning',
                message: `\`releases.${source}\` is never used: \`releases.sources\` does not list ${quote(source)}.`,
                fix: `add ${quote(source)} to \`releases.sources\``,
            },
        ];
    });
}
function duplicateRisks(draft) {
    const risks = draft.list(['accept']).map((_, index) => draft.text(['accept', index, 'risk']));
    return risks.flatMap((risk, index) => {
        if (risk === undefined || risks.indexOf(risk) === index)
            return [];
        return [
            {
                rule: 'duplicate-risk',
                path: ['accept', index, 'risk'],
                message: `The risk ${quote(risk)} is accepted twice.`,
                fix: 'keep one entry, with the whole reason',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/versions.js
// Owns the rules on `from`, `to` and `hops`: one way, upwards, one minor at a time.
// Must not know which releases exist, only which lines: between two that are unknown there is nothing to add.




function downgrade(draft) {
    const from = draft.text(['from']);
    const to = draft.text(['to']);
    if (from === undefined || to === undefined)
        return [];
    if (from === to && (0,versions/* readVersion */.$4)(from) !== undefined) {
        return [
            {
                rule: 'nothing-to-do',
                path: ['to'],
                message: `\`to\` is ${quote(to)}, the same as \`from\`: there is nothing to upgrade.`,
                fix: 'name the release that the cluster shall run',
            },
        ];
    }
    const older = (0,versions/* readVersion */.$4)(from);
    const newer = (0,versions/* readVersion */.$4)(to);
    if (older === undefined || newer === undefined || (0,versions/* compareWritten */.Lw)(newer, older) >= 0)
        return [];
    return [
        {
            rule: 'downgrade',
            path: ['to'],
            message: `\`to\` is ${quote(to)}, older than \`from\`, ${quote(from)}: etcd-migrate plans upgrades only.`,
            fix: 'exchange the two; a rehearsal tries the way back by itself (rehearsal.depth: standard)',
        },
    ];
}
/** `hops` lists every minor between `from` and `to`; the two ends may be repeated there or left out. */
function hops(draft) {
    const stops = draft.list(['hops']).map((_, index) => stopAt(draft, ['hops', index]));
    const first = stopAt(draft, ['from']);
    const last = stopAt(draft, ['to']);
    if (stops.length === 0 || stops.includes(undefined))
        return [];
    // A mistake in the ends themselves is told by `downgrade`.
    if (first !== undefined && last !== undefined && (0,versions/* compareWritten */.Lw)(last.version, first.version) < 0)
        return [];
    const path = [first, ...stops, last].filter((stop) => stop !== undefined);
    const pairs = path.slice(1).flatMap((stop, index) => {
        const before = path[index];
        return before === undefined ? [] : [{ before, stop }];
    });
    const disorder = pairs.flatMap(({ before, stop }) => disordered(before, stop));
    // What a list in the wrong order skips says nothing.
    return disorder.length > 0 ? disorder : pairs.flatMap(({ before, stop }) => skipping(before, stop));
}
function stopAt(draft, path) {
    const written = draft.text(path);
    const version = written === undefined ? undefined : (0,versions/* readVersion */.$4)(written);
    return written === undefined || version === undefined ? undefined : { written, version, path };
}
/** A fault before `to` is a fault of the list, so it is shown at the last hop. */
function versions_placeOf(before, stop) {
    return stop.path[0] === 'to' ? before.path : stop.path;
}
function disordered(before, stop) {
    const order = (0,versions/* compareWritten */.Lw)(stop.version, before.version);
    const isRepeated = stop.written === before.written && before.path[0] === 'hops' && stop.path[0] === 'hops';
    if (order > 0 || (order === 0 && !isRepeated))
        return [];
    const message = isRepeated
        ? `\`hops\` lists ${quote(stop.written)} twice.`
        : before.path[0] === 'from'
            ? `${quote(stop.written)} in \`hops\` is older than \`from\`, ${quote(before.written)}.`
            : stop.path[0] === 'to'
                ? `${quote(before.written)} in \`hops\` is newer than \`to\`, ${quote(stop.written)}.`
                : `${quote(stop.written)} in \`hops\` comes after ${quote(before.written)}, but is older.`;
    return [
        {
            rule: 'hops-order',
            path: versions_placeOf(before, stop),
            message,
            fix: 'list the stop-overs from old to new, each once, between `from` and `to`',
        },
    ];
}
function skipping(before, stop) {
    const { major, minor } = before.version;
    const line = (0,versions/* lineOf */.cA)(stop.version);
    if ((0,lookups/* findLine */.KE)(line) === undefined) {
        return [
            {
                rule: 'unknown-line',
                path: stop.path,
                message: `${quote(stop.written)} is of the line ${line}, which this etcd-migrate does not know.`,
                fix: `known lines are ${join((0,load/* loadCatalog */.a)().lines.map((known) => known.line), 'and')}; correct it, or use a newer etcd-migrate`,
            },
        ];
    }
    const skipped = stop.version.major !== major ? [] : missingLines(major, minor, stop.version.minor);
    if (skipped.length === 0)
        return [];
    return [
        {
            rule: 'hops-skip-minor',
            path: versions_placeOf(before, stop),
            message: `\`hops\` goes from ${(0,versions/* lineOf */.cA)(before.version)} to ${(0,versions/* lineOf */.cA)(stop.version)} and skips ${join(skipped, 'and')}: etcd must be upgraded one minor at a time.`,
            fix: `add ${skipped.map(quote).join(', ')}, or remove \`hops\` and let the planner choose`,
        },
    ];
}
/** Lines strictly between two minors; at most a few are named. */
function missingLines(major, from, to) {
    const count = Math.min(Math.max(0, to - from - 1), 5);
    return Array.from({ length: count }, (_, index) => `${major}.${from + index + 1}`);
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/index.js






const rules = [
    downgrade,
    hops,
    duplicateNames,
    voterCount,
    ownedSettings,
    configFileAlone,
    flagAndVariable,
    numbersAsWritten,
    endpoints,
    mirrorCredentials,
    fileOrVariable,
    certificateWithKey,
    onePassword,
    valueSizeOrder,
    usableMix,
    limitsFit,
    duplicateSources,
    usedSources,
    duplicateRisks,
];

;// CONCATENATED MODULE: ./lib/src/manifest/parse.js







/**
 * Parses a manifest that names no other file. `file` is only shown. Throws `manifest-unreadable` (not a text file, too
 * big) or `manifest-invalid`; both carry all findings in `details.findings`, in the order of the file.
 */
function parseManifest(bytes, file) {
    return judgeManifest(draftManifest(bytes, file));
}
/** Throws `manifest-unreadable`. */
function draftManifest(bytes, file) {
    const yaml = readYaml(decodeText(bytes, file), file);
    const draft = new Draft(yaml.value, yaml);
    const path = ['etcd', 'configFile'];
    const name = draft.text(path);
    return { file, draft, ...(name ? { configFile: { name, where: yaml.locate(path) } } : {}) };
}
/** Throws `manifest-invalid` with every mistake, `beside` among them: those of the files that the manifest names. */
function judgeManifest({ file, draft }, beside = []) {
    const { yaml } = draft;
    if (yaml.value === undefined) {
        throw mistakesError('manifest-invalid', file, yaml.findings.length > 0 ? yaml.findings : [emptyFile(file)]);
    }
    const checked = schema/* Manifest */._8.safeParse(yaml.value);
    const meaning = [
        ...(checked.success ? [] : issueFindings(checked.error.issues, yaml.value, yaml)),
        ...rules.flatMap((rule) => rule(draft)).map((remark) => remarkFinding(remark, yaml)),
    ];
    const told = new Set(yaml.findings.map(placeKey));
    const certain = meaning.filter((finding) => {
        // A value that could not be read is one mistake, not two.
        if (told.has(placeKey(finding)))
            return false;
        // Behind a syntax error the text is read by guess: only what stands before it is certain to be a mistake.
        if (yaml.brokenFromLine === Number.POSITIVE_INFINITY)
            return true;
        return (finding.where?.line ?? 0) < yaml.brokenFromLine && finding.id !== 'rule/manifest-missing-key';
    });
    const here = [...yaml.findings, ...certain, ...beside.filter(({ where }) => where?.file === file)].sort(byPlace);
    const findings = [...here, ...beside.filter(({ where }) => where?.file !== file)];
    const errors = findings.filter((finding) => finding.severity === 'error');
    if (errors.length > 0 || !checked.success)
        throw mistakesError('manifest-invalid', file, findings);
    return { manifest: checked.data, file, locate: yaml.locate, warnings: findings };
}
function placeKey({ where }) {
    return `${where?.line}:${where?.column}`;
}
function emptyFile(file) {
    return {
        id: 'rule/manifest-empty',
        severity: 'error',
        message: 'The manifest is empty (or has comments only); `from` and `to` are needed.',
        where: { file, line: 1, column: 1 },
        fix: 'write from: "3.5" and to: "3.7", or run `etcd-migrate init`',
    };
}

;// CONCATENATED MODULE: ./lib/src/manifest/resolve.js
// Owns the resolved manifest: every default filled in, ready for the planner and the app.
// Must not know releases (the planner resolves versions) nor read files or the environment.



/**
 * Fills in every default. `files.configFile` is the text of the file that `etcd.configFile` names, read by the caller;
 * `files.shownAs` is how messages name it, for it is the manifest's directory that its name starts from.
 * Throws `manifest-invalid`, located in that file, when it is not a YAML mapping.
 */
function resolveManifest(parsed, files) {
    const { manifest } = parsed;
    const { rehearsal = {}, releases = {}, members = defaults/* defaults */.N.members } = manifest;
    const config = configFileOf(parsed, files);
    const hops = stopOvers(manifest);
    return {
        name: manifest.name ?? defaults/* defaults */.N.name,
        from: manifest.from,
        to: manifest.to,
        ...(hops === undefined ? {} : { hops }),
        voters: typeof members === 'number' ? members : members.length,
        ...(typeof members === 'number' ? {} : { memberNames: members }),
        settings: {
            flags: mapValues(manifest.etcd?.flags ?? {}, String),
            environment: manifest.etcd?.environment ?? {},
            ...(config === undefined ? {} : { configFile: config.settings }),
        },
        settingPlaces: {
            ...resolve_placesOf(Object.keys(manifest.etcd?.environment ?? {}), (name) => parsed.locate(['etcd', 'environment', name])),
            ...config?.places,
        },
        ...(manifest.connection === undefined ? {} : { connection: manifest.connection }),
        rehearsal: resolveRehearsal(rehearsal),
        releases: {
            sources: releases.sources ?? defaults/* defaults */.N.releases.sources,
            local: releases.local ?? {},
            ...(releases.mirror === undefined ? {} : { mirror: releases.mirror }),
            ...(releases.image === undefined ? {} : { image: releases.image }),
        },
        accept: manifest.accept ?? [],
        ...(config === undefined || config.notes.length === 0 ? {} : { notes: config.notes }),
    };
}
function resolveRehearsal(rehearsal) {
    const standard = defaults/* defaults */.N.rehearsal;
    const { valueSize = standard.workload.valueSize, mix, ...workload } = present(rehearsal.workload);
    const { mix: standardMix, valueSize: _, ...standardWorkload } = standard.workload;
    return {
        depth: rehearsal.depth ?? standard.depth,
        seed: rehearsal.seed ?? standard.seed,
        ...(rehearsal.tls === undefined ? {} : { tls: rehearsal.tls }),
        ...(rehearsal.auth === undefined ? {} : { auth: rehearsal.auth }),
        workload: {
            ...standardWorkload,
            ...workload,
            valueBytes: typeof valueSize === 'number' ? [valueSize, valueSize] : valueSize,
            mix: { ...standardMix, ...present(mix) },
        },
        thresholds: { ...standard.thresholds, ...present(rehearsal.thresholds) },
        timeLimits: { ...standard.timeLimits, ...present(rehearsal.timeLimits) },
    };
}
function resolve_placesOf(names, locate) {
    return Object.fromEntries(names.map((name) => [name, locate(name)]));
}
/** Keys with a value: an undefined one must not cover a default. */
function present(group) {
    const entries = Object.entries(group ?? {}).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries);
}
function mapValues(record, change) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
/** People name the whole way or only what lies between; both mean the same. */
function stopOvers({ hops, from, to }) {
    if (hops === undefined)
        return undefined;
    const start = hops[0] === from ? 1 : 0;
    const end = hops.length > start && hops.at(-1) === to ? hops.length - 1 : hops.length;
    return hops.slice(start, end);
}
function configFileOf(parsed, { configFile: text, shownAs }) {
    const file = parsed.manifest.etcd?.configFile;
    if (file === undefined)
        return undefined;
    if (text === undefined) {
        throw new src_errors/* EtcdMigrateError */.A8('internal-error', `${parsed.file} names ${file}, but its text was not handed over.`);
    }
    return readConfigFile(text, shownAs ?? file);
}

// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
;// CONCATENATED MODULE: ./lib/src/app/manifest-file.js
// Owns reading the manifest and the files it names from disk, and what an untrusted manifest may not say.
// Must not know what the manifest means (manifest/).







const MAX_MANIFEST_BYTES = 1024 * 1024;
/** Reads, parses and resolves. Throws the `manifest-*` errors, with every mistake in `details.findings`. */
async function loadManifestFile(file, workingDirectory, trusted) {
    const shown = (0,external_node_path_.relative)(workingDirectory, file) || file;
    const draft = draftManifest(await readText(file, shown), shown);
    const config = await manifest_file_readConfigFile(draft, (0,external_node_path_.dirname)(file), workingDirectory);
    const parsed = judgeManifest(draft, config.mistakes);
    const manifest = resolveManifest(parsed, config.files);
    const restricted = trusted ? { manifest, findings: [] } : withoutPowers(manifest, parsed.locate);
    return {
        manifest: restricted.manifest,
        findings: [...parsed.warnings, ...(manifest.notes ?? []), ...restricted.findings],
        locate: parsed.locate,
    };
}
/** The file that `etcd.configFile` names. One that cannot be had is a mistake of the manifest like any other. */
async function manifest_file_readConfigFile({ configFile }, baseDir, workingDirectory) {
    if (configFile === undefined)
        return { files: {}, mistakes: [] };
    const path = (0,external_node_path_.resolve)(baseDir, configFile.name);
    const shownAs = (0,external_node_path_.relative)(workingDirectory, path) || path;
    try {
        const bytes = await (0,files/* readFileBounded */.Y1)(path, MAX_MANIFEST_BYTES);
        const configText = Buffer.from(bytes).toString('utf8');
        return { files: { configFile: configText, shownAs }, mistakes: configFileMistakes(bytes, shownAs) };
    }
    catch (error) {
        const { code, message } = error;
        const why = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${message}`;
        const mistake = {
            id: 'rule/manifest-config-file',
            severity: 'error',
            message: `\`etcd.configFile\` names ${quote(configFile.name)}, but ${shownAs} ${why}.`,
            where: configFile.where,
            fix: 'name an etcd YAML configuration file; the path starts in the directory of the manifest',
        };
        return { files: {}, mistakes: [mistake] };
    }
}
async function readText(file, shown) {
    try {
        return await (0,files/* readFileBounded */.Y1)(file, MAX_MANIFEST_BYTES);
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT')
            throw new src_errors/* EtcdMigrateError */.A8('manifest-missing', `${shown} does not exist.`, { cause: error });
        const why = error instanceof Error ? error.message : String(error);
        // Only what is ours to say (not a file, too big) is about its form; the system's errors are about the path.
        const hint = code === undefined ? {} : { hint: 'Check the path, and that the user that runs etcd-migrate may read it.' };
        throw new src_errors/* EtcdMigrateError */.A8('manifest-unreadable', `${shown} cannot be read: ${why}.`, { cause: error, ...hint });
    }
}
/**
 * A pull request may change the manifest, so it must not choose which binaries run here, nor to which host the
 * credentials of `connection` are sent.
 */
function withoutPowers(manifest, locate) {
    const { local, mirror, image, sources } = manifest.releases;
    const named = [
        ...(Object.keys(local).length > 0 ? ['local'] : []),
        ...(mirror === undefined ? [] : ['mirror']),
        ...(image === undefined ? [] : ['image']),
    ];
    const { connection, ...rest } = manifest;
    const fix = 'Run from the default branch, dispatch by hand, or list the ref in the action input trusted-refs.';
    return {
        manifest: { ...rest, releases: { sources, local: {} } },
        findings: [
            ...named.map((key) => ({
                id: 'rule/untrusted-binary-source',
                severity: 'warning',
                message: `releases.${key} is ignored: this ref is not trusted to name binaries.`,
                where: locate(['releases', key]),
                fix,
            })),
            ...(connection === undefined
                ? []
                : [
                    {
                        id: 'rule/untrusted-connection',
                        severity: 'warning',
                        message: 'connection is ignored: this ref is not trusted to choose where credentials are sent.',
                        where: locate(['connection']),
                        fix,
                    },
                ]),
        ],
    };
}

// EXTERNAL MODULE: ./lib/src/app/release-supply.js + 23 modules
var release_supply = __webpack_require__(78231);
;// CONCATENATED MODULE: ./lib/src/app/plan-making.js
// Owns the way from a manifest file to a plan: read, probe what can be had, read the live cluster, plan.
// Must not plan itself (plan/) nor run anything.










/** Throws the `manifest-*` errors, `plan-refused` (findings in details) and `connection-failed`. */
async function makePlan(settings, surroundings, tools) {
    const loaded = await loadManifestFile(settings.manifestFile, surroundings.workingDirectory, settings.trusted);
    const { manifest } = loaded;
    for (const finding of loaded.findings)
        tools.progress.line(`${finding.severity}: ${finding.message}`);
    const catalog = (0,load/* loadCatalog */.a)();
    const store = (0,release_supply/* openReleaseStore */.X4)(manifest, settings, surroundings, catalog, tools);
    tools.progress.now('looking which etcd releases can be had here');
    const wanted = catalog.releases.map((release) => release.version);
    const exact = [manifest.from, manifest.to, ...(manifest.hops ?? [])].filter((version) => version.split('.').length === 3);
    const obtainable = await store.probe([...new Set([...wanted, ...exact])], surroundings.signal);
    const live = manifest.connection
        ? await (0,live_cluster/* readLiveCluster */.h)(manifest.connection, surroundings, (0,external_node_path_.dirname)(settings.manifestFile))
        : undefined;
    const request = {
        from: manifest.from,
        to: manifest.to,
        ...(manifest.hops ? { hops: manifest.hops } : {}),
        voters: manifest.voters,
        settings: manifest.settings,
        accept: manifest.accept.map((entry) => entry.risk),
        depth: manifest.rehearsal.depth,
        seed: manifest.rehearsal.seed,
        timeLimits: manifest.rehearsal.timeLimits,
        obtainable: new Set(obtainable.keys()),
        ...(manifest.rehearsal.tls === undefined ? {} : { tls: manifest.rehearsal.tls }),
        ...(manifest.rehearsal.auth === undefined ? {} : { auth: manifest.rehearsal.auth }),
        ...(live ? { live } : {}),
    };
    const result = planUpgrade(request, catalog);
    if (!result.ok) {
        await sayWhyUnobtainable(result.findings, catalog, store, manifest, obtainable, surroundings.signal);
        const findings = [...result.findings, ...loaded.findings].map((finding) => located(finding, loaded.locate));
        const errors = findings.filter((finding) => finding.severity === 'error');
        throw new src_errors/* EtcdMigrateError */.A8('plan-refused', errors
            .map((finding) => `${plan_making_placeOf(finding)}${finding.message}${finding.fix ? ` ${finding.fix}` : ''}`)
            .join('\n'), {
            details: { findings },
        });
    }
    return {
        manifest,
        plan: result.plan,
        findings: [...loaded.findings, ...result.findings.map((finding) => located(finding, loaded.locate))],
        assumed: result.assumed,
        atBest: result.atBest,
        catalog,
        store,
        ...rehearsedSecurity(request),
    };
}
/**
 * The planner only knows that nothing can be had; each source knows why. Asking for the newest release of the line that
 * is missing makes the store throw `release-unobtainable` with every source and its reason.
 */
async function sayWhyUnobtainable(findings, catalog, store, manifest, obtainable, signal) {
    // A request that is wrong in itself stays wrong, whatever can be had.
    const errors = findings.filter((finding) => finding.severity === 'error');
    if (!errors.every((finding) => finding.id === 'rule/release-unobtainable'))
        return;
    for (const wanted of [manifest.from, ...(manifest.hops ?? []), manifest.to]) {
        const candidates = wanted.split('.').length === 3
            ? [wanted]
            : catalog.releases
                .map((release) => release.version)
                .filter((version) => wanted === 'latest' || (0,catalog_version/* lineOf */.cA)(version) === wanted);
        const newest = (0,catalog_version/* highestOf */.gG)(candidates);
        const missing = newest !== undefined && !candidates.some((version) => obtainable.has(version));
        if (missing)
            await store.obtain(newest, signal);
    }
}
/** A planner's finding speaks of the request; the place in the manifest is the key it comes from. */
function located(finding, locate) {
    if (finding.where !== undefined)
        return finding;
    return { ...finding, where: locate([manifestKeyOf(finding.id) ?? 'to']) };
}
function plan_making_placeOf(finding) {
    if (!finding.where)
        return '';
    return `${finding.where.file}:${finding.where.line ?? 1}:${finding.where.column ?? 1}: `;
}


/***/ }),

/***/ 78231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oW: () => (/* binding */ obtainReleases),
  X4: () => (/* binding */ openReleaseStore)
});

// UNUSED EXPORTS: releasesOf

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
;// CONCATENATED MODULE: ./lib/src/releases/go-modules.js
// Owns where the pinned go.mod and go.sum files lie, in the source tree as well as beside the bundle.
// Must not know what is built from them.



/** Seen from src/releases/ (and lib/), from dist/main/index.js, and from a bundle at dist/index.js. */
const candidates = ['../catalog/go-modules', './catalog/go-modules'];
/**
 * The directory that holds `<version>/go.mod` and `<version>/go.sum`, as seen from the running module's own URL.
 * Throws `internal-error` if it was not shipped.
 */
function goModulesDirectory(module = import.meta.url) {
    const paths = candidates.map((candidate) => (0,external_node_url_.fileURLToPath)(new URL(candidate, module)));
    const found = paths.find((path) => (0,external_node_fs_.existsSync)(path));
    if (found === undefined) {
        throw new errors/* EtcdMigrateError */.A8('internal-error', `The pinned Go modules are missing: neither ${paths.join(' nor ')} exists.`);
    }
    return found;
}

// EXTERNAL MODULE: ./lib/src/releases/platform.js
var releases_platform = __webpack_require__(64978);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./lib/src/manifest/schema.js
var schema = __webpack_require__(78947);
// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/releases/digest.js
var digest = __webpack_require__(35693);
;// CONCATENATED MODULE: ./lib/src/releases/source.js
const isRefusal = (answer) => 'refused' in answer;

;// CONCATENATED MODULE: ./lib/src/releases/cache.js
// Owns the cache of verified binaries: one directory per release and platform, with a manifest of what was verified.
// Must not know how binaries are obtained, nor run them.








const EntryManifest = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    version: schemas/* string */.YjP(),
    platform: schemas/* string */.YjP(),
    /** Where the binaries came from once. */
    source: schemas/* enum */.k5n(schema/* sources */.Tj),
    sha256: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['etcd', 'etcdctl', 'etcdutl']), schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/)),
    provenance: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    obtainedAt: iso/* datetime */.w$(),
});
function createReleaseCache(cacheDir, platform) {
    const entryDirectory = (version) => (0,external_node_path_.join)(cacheDir, version, (0,releases_platform/* platformName */.$r)(platform));
    const entryOf = (directory, manifest) => ({
        directory,
        manifest,
        tools: Object.fromEntries(Object.entries(manifest.sha256).map(([tool, sha256]) => [
            tool,
            { path: (0,external_node_path_.join)(directory, (0,releases_platform/* toolFile */.HV)(tool, platform)), sha256 },
        ])),
    });
    const peek = async (wanted, allowed) => {
        const directory = entryDirectory(wanted.version);
        const manifest = await readManifest(directory);
        if (isRefusal(manifest))
            return manifest;
        if (manifest.version !== wanted.version || manifest.platform !== (0,releases_platform/* platformName */.$r)(platform)) {
            return damaged(`${directory} says that it is ${manifest.version} for ${manifest.platform}`);
        }
        if (!allowed(manifest.source)) {
            return { refused: `${directory} came from ${manifest.source}, which \`releases.sources\` does not allow` };
        }
        const absent = wanted.tools.find((tool) => manifest.sha256[tool] === undefined);
        if (absent !== undefined)
            return { refused: `${directory} has no ${absent}` };
        const entry = entryOf(directory, manifest);
        for (const { path } of Object.values(entry.tools)) {
            if (!(await exists(path)))
                return damaged(`${path} is missing`);
        }
        return entry;
    };
    return {
        entryDirectory,
        peek,
        read: async (wanted, allowed, signal) => {
            const entry = await peek(wanted, allowed);
            if (isRefusal(entry))
                return entry;
            for (const { path, sha256 } of Object.values(entry.tools)) {
                const found = await digestOf(path, signal);
                if (found !== sha256)
                    return damaged(`${path} has sha256 ${found}, but ${sha256} was recorded`);
            }
            return entry;
        },
        install: async (directory, facts) => {
            const target = entryDirectory(facts.version);
            const manifest = { schemaVersion: 1, platform: (0,releases_platform/* platformName */.$r)(platform), ...facts };
            try {
                await (0,files/* writeFileAtomic */.Zf)((0,external_node_path_.join)(directory, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
                // Two renames, because a directory cannot be renamed over one with content. Readers see one or the other.
                await renameIfThere(target, `${directory}.before`);
                await (0,promises_.rename)(directory, target);
            }
            catch (error) {
                throw (0,files/* fileError */.zS)(error, 'Writing the cache entry', target);
            }
            return entryOf(target, manifest);
        },
        setAside: async (version) => {
            const directory = entryDirectory(version);
            const aside = `${directory}.damaged`;
            try {
                await (0,promises_.rm)(aside, { recursive: true, force: true });
                await renameIfThere(directory, aside);
            }
            catch (error) {
                throw (0,files/* fileError */.zS)(error, 'Setting aside', directory);
            }
            return aside;
        },
    };
}
const damaged = (what) => ({ refused: `damaged: ${what}`, damaged: true });
async function readManifest(directory) {
    const path = (0,external_node_path_.join)(directory, 'manifest.json');
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return { refused: `nothing in ${directory}` };
        if (code === 'EISDIR')
            return damaged(`${path} is not a file`);
        throw (0,files/* fileError */.zS)(error, 'Reading', path);
    }
    let content;
    try {
        content = JSON.parse(text);
    }
    catch (error) {
        return damaged(`${path} is not JSON (${error.message})`);
    }
    const parsed = EntryManifest.safeParse(content);
    if (parsed.success)
        return parsed.data;
    const [first] = parsed.error.issues;
    return damaged(`${path} is not a cache manifest (${first?.path.join('.') ?? ''}: ${first?.message ?? ''})`);
}
async function exists(path) {
    try {
        await (0,promises_.access)(path);
        return true;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return false;
        throw (0,files/* fileError */.zS)(error, 'Reading', path);
    }
}
async function digestOf(path, signal) {
    try {
        return await (0,digest/* sha256OfFile */.V)(path, signal);
    }
    catch (error) {
        throw (0,files/* fileError */.zS)(error, 'Reading', path);
    }
}
async function renameIfThere(from, to) {
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
    }
}

// EXTERNAL MODULE: ./node_modules/proper-lockfile/index.js
var proper_lockfile = __webpack_require__(83648);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/src/releases/workspace.js
// Owns temporary directories for downloads and builds, and removing those whose owner died.
// Must not know what is put into them.






/** Nothing that we do to obtain a release lasts that long, so an older directory is nobody's. */
const OLDEST_MS = 24 * 3_600_000;
const NAME = /^(?<host>.+)\.(?<pid>\d+)\.[0-9a-f]{8}$/;
/** A new directory under `parent`, named after this process so that a later one can tell whether it is still wanted. */
async function createWorkspace(parent) {
    const directory = (0,external_node_path_.join)(parent, `${(0,external_node_os_.hostname)()}.${process.pid}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
    await makeDirectory(directory);
    return { directory, [Symbol.asyncDispose]: () => removeTree(directory) };
}
/** Makes a directory and its parents. Throws `no-permission` or `no-space`, also where a file is in the way. */
async function makeDirectory(directory) {
    try {
        await (0,promises_.mkdir)(directory, { recursive: true });
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOTDIR' || code === 'EEXIST') {
            throw new errors/* EtcdMigrateError */.A8('no-permission', `${directory} cannot be made: a file is in its place or above it.`, {
                hint: 'Choose another directory with --cache, or move the file away.',
                cause: error,
            });
        }
        throw (0,files/* fileError */.zS)(error, 'Making the directory', directory);
    }
}
/** Removes the workspaces of dead processes. A directory of another machine (shared cache) goes after a day only. */
async function sweepWorkspaces(parent, clock) {
    let names;
    try {
        names = await (0,promises_.readdir)(parent);
    }
    catch (error) {
        // A file in the way is reported by whoever makes the first directory there.
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return [];
        throw (0,files/* fileError */.zS)(error, 'Reading the directory', parent);
    }
    const removed = [];
    for (const name of names) {
        // Whatever else stands here is not ours: with `--cache .` this is somebody's own `tmp`.
        const owner = NAME.exec(name)?.groups;
        if (owner === undefined)
            continue;
        const directory = (0,external_node_path_.join)(parent, name);
        const abandoned = owner['host'] === (0,external_node_os_.hostname)() && !isAlive(Number(owner['pid']));
        if (abandoned || (await isOld(directory, clock))) {
            await removeTree(directory);
            removed.push(directory);
        }
    }
    return removed;
}
async function isOld(directory, clock) {
    try {
        return clock.wallMs() - (await (0,promises_.stat)(directory)).mtimeMs > OLDEST_MS;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return false;
        throw (0,files/* fileError */.zS)(error, 'Looking at', directory);
    }
}
async function removeTree(directory) {
    try {
        // A killed build's last children may still write for a moment.
        await (0,promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
    catch (error) {
        throw (0,files/* fileError */.zS)(error, 'Removing', directory);
    }
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // EPERM: there is such a process, it is just not ours.
        return error.code === 'EPERM';
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/cache-lock.js
// Owns the promise that one process at a time obtains a release for a cache.
// Must not be needed for correctness: entries appear by an atomic rename; the lock only saves doing the work twice.





/** A dead owner's lock is taken over after this long; a live one touches it five times as often. */
const STALE_MS = 10_000;
const RETRY_MS = 250;
/** Longer than the slowest build that we allow. */
const LONGEST_WAIT_MS = 20 * 60_000;
/** Waits at most 20 minutes, then throws `release-unobtainable`; throws the signal's reason on abort. */
async function lockEntry({ path, clock, signal, onWait }) {
    const begunUs = clock.monotonicUs();
    await makeDirectory((0,external_node_path_.dirname)(path));
    for (;;) {
        signal.throwIfAborted();
        try {
            let lost = false;
            const release = await (0,proper_lockfile.lock)(path, {
                realpath: false,
                stale: STALE_MS,
                update: STALE_MS / 5,
                onCompromised: () => {
                    // This process was frozen and another took over: both then install, one after the other, the same release.
                    lost = true;
                },
            });
            return { [Symbol.asyncDispose]: async () => (lost ? undefined : await release()) };
        }
        catch (error) {
            if (error.code !== 'ELOCKED')
                throw (0,files/* fileError */.zS)(error, 'Locking', `${path}.lock`);
        }
        if (clock.monotonicUs() - begunUs > LONGEST_WAIT_MS * 1000) {
            throw new errors/* EtcdMigrateError */.A8('release-unobtainable', `Another process has held ${path}.lock for ${LONGEST_WAIT_MS / 60_000} minutes; nothing was changed.`);
        }
        onWait();
        await clock.sleep(RETRY_MS, signal);
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/progress.js
const SHORTEST_US = 200_000;
const HEARTBEAT_MS = 1_000;
/**
 * Runs `work` and repeats the last thing it told, with the time so far, whenever it is silent for a second: a compiler
 * that says nothing for a minute must not look like a hang.
 */
async function withProgress({ clock, onProgress, release }, signal, work) {
    const begunUs = clock.monotonicUs();
    let last;
    let shownUs = Number.NEGATIVE_INFINITY;
    const show = () => {
        if (last === undefined)
            return;
        shownUs = clock.monotonicUs();
        onProgress({ ...last, elapsedMs: Math.round((shownUs - begunUs) / 1000) });
    };
    const tellFor = (source) => (activity, detail, bytes) => {
        const changed = last?.activity !== activity || last.source !== source;
        last = {
            release,
            source,
            activity,
            detail,
            ...(bytes === undefined ? {} : { bytes: bytes.done }),
            ...(bytes?.total === undefined ? {} : { totalBytes: bytes.total }),
        };
        if (changed || clock.monotonicUs() - shownUs >= SHORTEST_US)
            show();
    };
    const done = new AbortController();
    const heartbeat = beat(clock, AbortSignal.any([signal, done.signal]), () => {
        if (clock.monotonicUs() - shownUs >= (HEARTBEAT_MS - 100) * 1000)
            show();
    });
    try {
        return await work(tellFor);
    }
    finally {
        done.abort();
        await heartbeat;
    }
}
async function beat(clock, signal, each) {
    while (!signal.aborted) {
        try {
            await clock.sleep(HEARTBEAT_MS, signal);
        }
        catch (error) {
            if (signal.aborted)
                return;
            throw error;
        }
        each();
    }
}

;// CONCATENATED MODULE: ./lib/src/platform/download.js
// Owns fetching over HTTP: proxies, redirects, deadlines, sha256 of what was written. Outcomes are values, not errors.
// Must not know what is fetched, nor decide whether an outcome is a failure.




/** An address that has not answered by then is unreachable: name lookup, connection, redirects and headers together. */
const ANSWER_LIMIT_MS = 5_000;
/** A transfer that stands still that long will not go on. */
const STALL_LIMIT_MS = 15_000;
const MOST_REDIRECTS = 5;
/** `environment`: HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in either case, are honoured. */
function createHttpClient(environment) {
    let shared;
    const proxy = (name) => environment[name.toLowerCase()] ?? environment[name] ?? '';
    /** Asks and follows redirects; rejects when no headers came in time. */
    const ask = async (method, url, signal, follow) => {
        // Loaded late: `--version` must not pay for it.
        const { Agent, EnvHttpProxyAgent, request } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
        const [httpProxy, httpsProxy] = [proxy('HTTP_PROXY'), proxy('HTTPS_PROXY')];
        // Without a proxy the plain agent: the other one prints a warning that it is experimental.
        shared ??=
            httpProxy || httpsProxy
                ? new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy: proxy('NO_PROXY'), bodyTimeout: STALL_LIMIT_MS })
                : new Agent({ bodyTimeout: STALL_LIMIT_MS });
        let current = new URL(url);
        for (let redirects = 0;; redirects += 1) {
            const response = await request(current, {
                method,
                signal,
                dispatcher: shared,
                // Compressed in transit, a .tar.gz would not have its published checksum.
                headers: { 'accept-encoding': 'identity', 'user-agent': 'etcd-migrate' },
            });
            // A connection may break before anybody reads the body; the reader still sees it, but it must not end the process.
            response.body.on('error', () => { });
            const location = response.headers.location;
            if (!follow || response.statusCode < 300 || response.statusCode > 399 || typeof location !== 'string') {
                return response;
            }
            await response.body.dump();
            if (redirects === MOST_REDIRECTS)
                throw new Error(`more than ${MOST_REDIRECTS} redirects`);
            const next = new URL(location, current);
            if (current.protocol === 'https:' && next.protocol !== 'https:') {
                throw new Error(`redirected from https to ${next.protocol}//${next.host}`);
            }
            current = next;
        }
    };
    /** `ask` within the limit. The limit ends with the headers; the body has its own. */
    const answer = async (method, url, signal, follow) => {
        signal.throwIfAborted();
        const late = new AbortController();
        const timer = setTimeout(() => late.abort(new Error(`no answer within ${ANSWER_LIMIT_MS / 1000} s`)), ANSWER_LIMIT_MS);
        try {
            return await ask(method, url, AbortSignal.any([signal, late.signal]), follow);
        }
        catch (error) {
            signal.throwIfAborted();
            return { outcome: 'unreachable', reason: reasonOf(error) };
        }
        finally {
            clearTimeout(timer);
        }
    };
    const discard = (response) => response.body.dump().then(() => { }, 
    // Nobody wants the body of such an answer, nor how it ended.
    () => { });
    return {
        exists: async (url, signal) => {
            const response = await answer('HEAD', url, signal, false);
            if ('outcome' in response)
                return response;
            await discard(response);
            return response.statusCode < 400 ? { outcome: 'present' } : { outcome: 'absent', status: response.statusCode };
        },
        readText: async (url, maxBytes, signal) => {
            const response = await answer('GET', url, signal, true);
            if ('outcome' in response)
                return response;
            if (response.statusCode !== 200) {
                await discard(response);
                return { outcome: 'absent', status: response.statusCode };
            }
            const chunks = [];
            let bytes = 0;
            try {
                for await (const chunk of response.body) {
                    bytes += chunk.length;
                    if (bytes > maxBytes)
                        return { outcome: 'broken', reason: `more than ${maxBytes} bytes` };
                    chunks.push(chunk);
                }
            }
            catch (error) {
                signal.throwIfAborted();
                return { outcome: 'broken', reason: reasonOf(error) };
            }
            return { outcome: 'text', text: Buffer.concat(chunks).toString('utf8') };
        },
        save: async (url, file, signal, onBytes) => {
            const response = await answer('GET', url, signal, true);
            if ('outcome' in response)
                return response;
            if (response.statusCode !== 200) {
                await discard(response);
                return { outcome: 'absent', status: response.statusCode };
            }
            const length = Number(response.headers['content-length']);
            return writeBody(response, Number.isFinite(length) ? length : undefined, file, signal, onBytes);
        },
    };
}
async function writeBody(response, total, file, signal, onBytes) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    try {
        const handle = await (0,promises_.open)(file, 'wx');
        try {
            for await (const chunk of response.body) {
                hash.update(chunk);
                await handle.writeFile(chunk);
                bytes += chunk.length;
                onBytes(bytes, total);
            }
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        signal.throwIfAborted();
        const translated = (0,files/* fileError */.zS)(error, 'Writing', file);
        if (translated instanceof errors/* EtcdMigrateError */.A8)
            throw translated;
        const of = total === undefined ? '' : ` of ${total}`;
        return { outcome: 'broken', reason: `${reasonOf(error)} after ${bytes}${of} bytes` };
    }
    return { outcome: 'saved', sha256: hash.digest('hex'), bytes };
}
/** undici hides the cause ("ENOTFOUND github.com") one level down, and behind an AggregateError for several addresses. */
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error instanceof AggregateError && error.errors.length > 0)
        return error.errors.map(reasonOf).join(', ');
    if (error.cause instanceof Error)
        return reasonOf(error.cause);
    return error.message || error.name;
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/cache.js

/** `allowed`: whether binaries that came from that source once may be used. */
function createCacheSource(cache, allowed) {
    return {
        name: 'cache',
        fillsCache: false,
        probe: async (wanted) => {
            const offered = new Set();
            for (const each of wanted) {
                if (!isRefusal(await cache.peek(each, allowed)))
                    offered.add(each.version);
            }
            return { offered };
        },
        obtain: async (wanted, { tell, signal }) => {
            tell('verifying', 'the digests of the cached binaries');
            const entry = await cache.read(wanted, allowed, signal);
            if (isRefusal(entry))
                return entry;
            const { version, source, provenance } = entry.manifest;
            return {
                version,
                directory: entry.directory,
                source: `cache (${source})`,
                tools: entry.tools,
                provenance: { ...provenance, obtainedAt: entry.manifest.obtainedAt },
            };
        },
    };
}

// EXTERNAL MODULE: ./lib/src/platform/exec.js + 1 modules
var exec = __webpack_require__(9568);
;// CONCATENATED MODULE: ./lib/src/releases/binary-check.js
// Owns the proof that a file really is etcd, etcdctl or etcdutl of one version: it runs the tool's own version command.
// Must not know where the file came from; whoever calls has verified its digest first, where there is one.


/** A version command prints and exits; a binary that takes longer is not etcd. */
const VERSION_LIMIT_MS = 10_000;
const commands = {
    etcd: { args: ['--version'], prints: /^etcd Version: (\S+)/m },
    etcdctl: { args: ['version'], prints: /^etcdctl version: (\S+)/m },
    etcdutl: { args: ['version'], prints: /^etcdutl version: (\S+)/m },
};
/**
 * Throws `binary-invalid` when the file does not run or does not answer as the tool does within 10 s, and
 * `binary-version-mismatch` when it says another version.
 */
async function checkBinary(binary, path, signal) {
    const { tool, version } = binary;
    const where = `${binary.path} (${tool} ${version} from ${binary.source})`;
    const { args, prints } = commands[tool];
    const command = `${tool} ${args.join(' ')}`;
    let output;
    try {
        output = await (0,exec/* run */.e)(binary.path, args, {
            // Nothing of the caller's ETCD_* may reach it. etcdctl of 3.3 answers "version" only to API 3.
            env: { ...(path === undefined ? {} : { PATH: path }), ETCDCTL_API: '3' },
            timeoutMs: VERSION_LIMIT_MS,
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${where} is not a working ${tool}: ${error.message}`, {
            cause: error,
        });
    }
    const said = prints.exec(output.stdout)?.[1];
    if (output.exitCode !== 0 || said === undefined) {
        const words = firstWords(`${output.stdout}\n${output.stderr}`);
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${where} is not a working ${tool}: "${command}" ended with exit code ${output.exitCode} and ${words}.`);
    }
    if (said !== version) {
        throw new errors/* EtcdMigrateError */.A8('binary-version-mismatch', `${where} says that it is ${said}, not ${version}.`, {
            details: { tool, expected: version, said },
        });
    }
}
function firstWords(output) {
    const line = output
        .split('\n')
        .map((each) => each.trim())
        .find((each) => each !== '');
    return line === undefined ? 'printed nothing' : `printed "${line.slice(0, 160)}"`;
}

;// CONCATENATED MODULE: ./lib/src/releases/verify.js


/** Throws `binary-invalid` or `binary-version-mismatch`. `searchPath` is PATH for the tools' own version commands. */
async function verifyTools(wanted, paths, source, searchPath, { tell, signal }) {
    const tools = {};
    for (const tool of wanted.tools) {
        const path = paths[tool];
        if (path === undefined)
            throw new Error(`source ${source} gave etcd ${wanted.version} without ${tool}`);
        tell('verifying', tool);
        // Hashed first: what is recorded is what was there before it ran.
        const sha256 = await (0,digest/* sha256OfFile */.V)(path, signal);
        await checkBinary({ tool, path, version: wanted.version, source }, searchPath, signal);
        tools[tool] = { path, sha256 };
    }
    return tools;
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/cached.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
// Owns the way of a fetched binary into the cache: workspace, fetch, verify, install. The same for every outside source.
// Must not know where binaries come from.







function createCachedSource(fetcher, options) {
    const { cache, platform, clock } = options;
    /** Moves the tools, and nothing else that the fetcher left behind, into one directory. */
    const collect = async (workspace, wanted, fetched) => {
        const entry = (0,external_node_path_.join)(workspace, 'entry');
        try {
            await (0,promises_.mkdir)(entry);
            for (const tool of wanted.tools)
                await (0,promises_.rename)(fetched.tools[tool] ?? '', (0,external_node_path_.join)(entry, (0,releases_platform/* toolFile */.HV)(tool, platform)));
        }
        catch (error) {
            throw (0,files/* fileError */.zS)(error, 'Writing', entry);
        }
        return entry;
    };
    return {
        name: fetcher.name,
        fillsCache: true,
        probe: fetcher.probe,
        obtain: async (wanted, context) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const workspace = __addDisposableResource(env_1, await createWorkspace(options.workspaces), true);
                const fetched = await fetcher.fetch(wanted, { ...context, directory: workspace.directory });
                if (isRefusal(fetched))
                    return fetched;
                const verified = await verifyTools(wanted, fetched.tools, fetcher.name, options.searchPath, context);
                const installed = await cache.install(await collect(workspace.directory, wanted, fetched), {
                    version: wanted.version,
                    source: fetcher.name,
                    sha256: Object.fromEntries(Object.entries(verified).map(([tool, { sha256 }]) => [tool, sha256])),
                    provenance: fetched.provenance,
                    obtainedAt: new Date(clock.wallMs()).toISOString(),
                });
                return {
                    version: wanted.version,
                    directory: installed.directory,
                    source: fetcher.name,
                    tools: installed.tools,
                    provenance: fetched.provenance,
                };
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/apt-sources.js
// Owns reading apt's lists of sources, in both of their formats, to find this machine's Debian mirror.
// Must not run apt, nor take over what would weaken its checks (`trusted=yes`, `Allow-Insecure`).
/** The first mirror that gives the machine's own Debian suite (its codename), component main. */
function findDebianMirror(files, codename) {
    const entries = files.flatMap(({ name, text }) => (name.endsWith('.sources') ? readDeb822(text) : readOneLine(text)));
    const entry = entries.find(({ suites, components }) => suites.includes(codename) && components.includes('main'));
    const [uri] = entry?.uris ?? [];
    return uri === undefined ? undefined : { uri, signedBy: entry?.signedBy };
}
function readDeb822(text) {
    const stanzas = text
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .join('\n')
        .split(/\n\s*\n/);
    return stanzas.flatMap((stanza) => {
        const fields = new Map();
        let last = '';
        for (const line of stanza.split('\n')) {
            const [, name, value] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
            if (name !== undefined) {
                last = name.toLowerCase();
                fields.set(last, value ?? '');
            }
            else if (/^\s/.test(line))
                fields.set(last, `${fields.get(last)} ${line.trim()}`);
        }
        const words = (name) => (fields.get(name) ?? '').split(/\s+/).filter((word) => word !== '');
        if (!words('types').includes('deb') || fields.get('enabled')?.toLowerCase() === 'no')
            return [];
        const signedBy = fields.get('signed-by')?.trim();
        return [
            {
                uris: words('uris'),
                suites: words('suites'),
                components: words('components'),
                // A key can also stand in the stanza itself; apt's own trusted keys are then asked instead.
                signedBy: signedBy?.startsWith('/') ? signedBy : undefined,
            },
        ];
    });
}
function readOneLine(text) {
    return text.split('\n').flatMap((line) => {
        const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
        if (match === null)
            return [];
        const [, options = '', uri = '', suite = '', components = ''] = match;
        const signedBy = /(?:^|\s)signed-by=(\/\S+)/.exec(options)?.[1];
        return [{ uris: [uri], suites: [suite], components: components.trim().split(/\s+/), signedBy }];
    });
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/command.js
// Owns running the programs that a source builds on, and telling their words apart: a full disk or a wrong checksum
// ends the search, anything else is a reason to ask the next source. Must not know the programs.






/** Runs it; an exit code other than 0, a time-out or a missing program is a refusal with the last words. */
async function attempt(command) {
    const { program, args, signal, ...options } = command;
    const name = `${program} ${args.find((arg) => /^[a-z]/.test(arg)) ?? ''}`.trim();
    let result;
    try {
        result = await (0,exec/* run */.e)(program, args, { ...options, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* EtcdMigrateError */.A8 && error.code === 'tool-failed')
            return { refused: error.message };
        throw error;
    }
    if (result.exitCode === 0)
        return result;
    const words = `${result.stderr}\n${result.stdout}`;
    const full = linesFrom(words, /no space left on device|disk quota exceeded/i);
    if (full)
        throw new errors/* EtcdMigrateError */.A8('no-space', `${name} ran out of disk space${inDirectory(command)}: ${full}`);
    const wrong = linesFrom(words, /checksum mismatch|SECURITY ERROR|Hash Sum mismatch/i);
    if (wrong)
        throw new errors/* EtcdMigrateError */.A8('checksum-mismatch', `${name} refused what it fetched: ${wrong}`);
    return { refused: `${name} failed with exit code ${result.exitCode}: ${lastLines(words)}` };
}
/** The output of a command that has to succeed, without blanks around it. */
async function outputOf(command) {
    const result = await attempt(command);
    return isRefusal(result) ? result : result.stdout.trim();
}
/** Which of these programs are not on PATH. */
async function missingPrograms(programs, searchPath) {
    const directories = (searchPath ?? '').split(external_node_path_.delimiter).filter((directory) => directory !== '');
    const missing = [];
    for (const program of programs) {
        const found = await Promise.all(directories.map((directory) => isExecutable((0,external_node_path_.join)(directory, program))));
        if (!found.includes(true))
            missing.push(program);
    }
    return missing;
}
async function isExecutable(path) {
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        // Whatever the reason, this is not a program that we can run.
        return false;
    }
}
/** The variables of an environment that are set, by name. */
function pick(environment, names) {
    const entries = names.map((name) => [name, environment[name]]);
    return Object.fromEntries(entries.filter((entry) => entry[1] !== undefined));
}
/** What any program of ours may need from the caller: where programs are, proxies, certificates. No tokens. */
const ordinaryVariables = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'LOCALAPPDATA',
    'SystemRoot',
    'TMPDIR',
    'TMP',
    'TEMP',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
];
const inDirectory = ({ cwd }) => (cwd === undefined ? '' : ` in ${cwd}`);
const LINES_SHOWN = 3;
function linesOf(words) {
    const lines = words.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '');
}
const lastLines = (words) => linesOf(words).slice(-LINES_SHOWN).join(' | ').slice(-600) || 'no output';
/** The first line that matches and what follows; undefined when none does. */
function linesFrom(words, pattern) {
    const lines = linesOf(words);
    const at = lines.findIndex((line) => pattern.test(line));
    return at < 0
        ? undefined
        : lines
            .slice(at, at + LINES_SHOWN)
            .join(' | ')
            .slice(0, 600);
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/debian.js
// Owns Debian's own packages of etcd: fetched by apt with private state, so without root and without changing the
// machine. apt verifies the archive's signatures with the machine's own Debian keys. Must not install anything.








const programs = ['apt-get', 'apt-cache', 'apt-config', 'dpkg-deb', 'dpkg'];
/** etcdutl is in etcd-server from 3.5 on. */
const debian_packages = ['etcd-server', 'etcd-client'];
const architectures = {
    amd64: 'amd64',
    arm64: 'arm64',
    ppc64le: 'ppc64el',
    s390x: 's390x',
};
const LISTS_LIMIT_MS = 120_000;
const QUESTION_LIMIT_MS = 10_000;
const DOWNLOAD_LIMIT_MS = 300_000;
function createDebianSource({ platform, environment, etc, http }) {
    const env = { ...pick(environment, ordinaryVariables), LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
    /** What this machine lacks to use Debian packages, or its mirror. */
    const findMirror = async () => {
        if (platform.os !== 'linux')
            return { refused: 'Debian packages are for Linux' };
        const missing = await missingPrograms(programs, environment.PATH);
        if (missing.length > 0)
            return { refused: `not on PATH: ${missing.join(', ')}` };
        const release = (await readIfThere((0,external_node_path_.join)(etc, 'os-release'))) ?? '';
        const codename = /^VERSION_CODENAME="?([a-z]+)"?$/m.exec(release)?.[1];
        if (!/^ID="?debian"?$/m.test(release) || codename === undefined)
            return { refused: 'this machine is not Debian' };
        const mirror = findDebianMirror(await readSources((0,external_node_path_.join)(etc, 'apt')), codename);
        return mirror ?? { refused: `apt's sources of this machine name no mirror of Debian ${codename}` };
    };
    /** apt itself takes twice its limit to give up an address that is silent, so it is asked for here first. */
    const findMirrorTrouble = async ({ uri }, suite, signal) => {
        if (!/^https?:/.test(uri))
            return undefined;
        const answer = await http.exists(`${uri.replace(/\/+$/, '')}/dists/${suite}/InRelease`, signal);
        if (answer.outcome !== 'unreachable')
            return undefined;
        const dump = ['dump', '--no-empty', '--format', '%f=%v%n', 'Acquire'];
        const settings = await outputOf({ program: 'apt-config', args: dump, env, timeoutMs: QUESTION_LIMIT_MS, signal });
        // With a proxy of apt's own, only apt can tell.
        if (typeof settings === 'string' && /::Proxy(-Auto-Detect)?(::\S+)?=/i.test(settings))
            return undefined;
        return { refused: `the mirror ${uri} cannot be reached (${answer.reason})` };
    };
    return {
        name: 'debian',
        probe: async (wanted) => {
            const mirror = await findMirror();
            if (isRefusal(mirror))
                return { offered: new Set(), refused: mirror.refused };
            return { offered: new Set(wanted.filter(({ known }) => known?.debian).map(({ version }) => version)) };
        },
        fetch: async (wanted, { directory, tell, signal }) => {
            const entry = wanted.known?.debian;
            if (entry === undefined)
                return { refused: `no Debian package of ${wanted.version} is known` };
            const mirror = await findMirror();
            if (isRefusal(mirror))
                return mirror;
            const silent = await findMirrorTrouble(mirror, entry.suite, signal);
            if (silent)
                return silent;
            const root = (0,external_node_path_.join)(directory, 'apt');
            const config = await writeAptState(root, mirror, entry.suite, platform);
            const apt = { env, cwd: root, signal, onLine: (line) => tell('downloading', line) };
            tell('downloading', `package lists of Debian ${entry.suite}`);
            const update = ['-c', config, 'update'];
            const updated = await attempt({ ...apt, program: 'apt-get', args: update, timeoutMs: LISTS_LIMIT_MS });
            if (isRefusal(updated))
                return updated;
            const provenance = { mirror: mirror.uri, suite: entry.suite };
            for (const name of debian_packages) {
                const args = ['-c', config, 'madison', name];
                const madison = await outputOf({ ...apt, program: 'apt-cache', args, timeoutMs: QUESTION_LIMIT_MS });
                if (typeof madison !== 'string')
                    return madison;
                const version = packageVersionOf(madison, wanted);
                if (version === undefined)
                    return { refused: `Debian ${entry.suite} has no ${name} ${wanted.version} (any more)` };
                const download = ['-c', config, 'download', `${name}=${version}`];
                const done = await attempt({ ...apt, program: 'apt-get', args: download, timeoutMs: DOWNLOAD_LIMIT_MS });
                if (isRefusal(done))
                    return done;
                provenance[name] = version;
            }
            tell('unpacking', debian_packages.join(' and '));
            const unpacked = (0,external_node_path_.join)(root, 'unpacked');
            for (const file of (await (0,promises_.readdir)(root)).filter((each) => each.endsWith('.deb'))) {
                provenance[`${file} sha256`] = await (0,digest/* sha256OfFile */.V)((0,external_node_path_.join)(root, file), signal);
                const extract = ['-x', (0,external_node_path_.join)(root, file), unpacked];
                const done = await attempt({ ...apt, program: 'dpkg-deb', args: extract, timeoutMs: LISTS_LIMIT_MS });
                if (isRefusal(done))
                    return done;
            }
            const paths = wanted.tools.map((tool) => [tool, (0,external_node_path_.join)(unpacked, 'usr/bin', (0,releases_platform/* toolFile */.HV)(tool, platform))]);
            return { tools: Object.fromEntries(paths), provenance };
        },
    };
}
/** A build of exactly this upstream release; rebuilds differ by processor ("3.4.23-4+b4"). */
function packageVersionOf(madison, { version }) {
    const versions = madison.split('\n').map((line) => line.split('|')[1]?.trim() ?? '');
    return versions.find((each) => each.startsWith(version) && /^([-+~].*)?$/.test(each.slice(version.length)));
}
async function writeAptState(root, mirror, suite, platform) {
    const config = (0,external_node_path_.join)(root, 'apt.conf');
    const options = [
        `arch=${architectures[platform.arch]}`,
        ...(mirror.signedBy === undefined ? [] : [`signed-by=${mirror.signedBy}`]),
    ];
    try {
        await (0,promises_.mkdir)((0,external_node_path_.join)(root, 'state/lists/partial'), { recursive: true });
        await (0,promises_.mkdir)((0,external_node_path_.join)(root, 'cache/archives/partial'), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(root, 'sources.list'), `deb [${options.join(' ')}] ${mirror.uri} ${suite} main\n`);
        await (0,promises_.writeFile)(config, aptConfig(root));
    }
    catch (error) {
        throw (0,files/* fileError */.zS)(error, 'Writing', root);
    }
    return config;
}
/** Read after the machine's own settings, whose proxies stay and whose hooks must not run. */
const aptConfig = (root) => `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets::deb::DEP-11;
#clear Acquire::IndexTargets::deb::CNF;
Dir::Etc::sourcelist "${root}/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State "${root}/state";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "${root}/cache";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::AllowDowngradeToInsecureRepositories "false";
Acquire::AllowWeakRepositories "false";
Acquire::Languages "none";
Acquire::PDiffs "false";
Acquire::Retries "0";
Acquire::http::Timeout "5";
Acquire::https::Timeout "5";
`;
async function readSources(apt) {
    const parts = (0,external_node_path_.join)(apt, 'sources.list.d');
    const names = await (0,promises_.readdir)(parts).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw (0,files/* fileError */.zS)(error, 'Reading', parts);
    });
    const paths = [(0,external_node_path_.join)(apt, 'sources.list'), ...names.sort().map((name) => (0,external_node_path_.join)(parts, name))];
    const texts = await Promise.all(paths.map(async (name) => ({ name, text: await readIfThere(name) })));
    return texts.flatMap(({ name, text }) => text !== undefined && /\.(list|sources)$/.test(name) ? [{ name, text }] : []);
}
async function readIfThere(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw (0,files/* fileError */.zS)(error, 'Reading', path);
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/go-toolchain.js


/** The pinned go.mod files say so too. */
const OLDEST = [1, 26];
const go_toolchain_QUESTION_LIMIT_MS = 5_000;
/** How modules are fetched and where they are kept: the user's own settings, wherever Go finds them. */
const kept = [
    'GOPROXY',
    'GONOPROXY',
    'GOSUMDB',
    'GONOSUMDB',
    'GOPRIVATE',
    'GOINSECURE',
    'GOMODCACHE',
    'GOCACHE',
    'GOPATH',
    'GOTOOLCHAIN',
];
/** What a user may set in the environment for Go itself. */
const variables = [...ordinaryVariables, ...kept, 'GOENV', 'GOROOT', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'];
async function findGo(environment, signal) {
    const output = await outputOf({
        program: 'go',
        args: ['env', '-json', 'GOVERSION', ...kept],
        env: pick(environment, variables),
        timeoutMs: go_toolchain_QUESTION_LIMIT_MS,
        signal,
    });
    if (typeof output !== 'string')
        return { refused: `no usable Go (${output.refused})` };
    const settings = JSON.parse(output);
    const version = settings.GOVERSION ?? '';
    const [, major, minor] = /^go(\d+)\.(\d+)/.exec(version) ?? [];
    if (Number(major) !== OLDEST[0] || Number(minor) < OLDEST[1]) {
        return { refused: `Go ${OLDEST.join('.')} or newer is needed, and PATH has ${version || 'none'}` };
    }
    return {
        version,
        env: {
            ...pick(environment, ordinaryVariables),
            ...pick(settings, kept),
            // An empty GOFLAGS would let Go look into its settings file.
            GOENV: 'off',
            GOFLAGS: '-mod=readonly',
            GOWORK: 'off',
            GO111MODULE: 'on',
            CGO_ENABLED: '0',
        },
        proxies: (settings.GOPROXY ?? '').split(/[,|]/).filter((each) => /^https?:/.test(each)),
    };
}
/** Why no module proxy answers; undefined when one does, or when there is none to ask. Any answer will do. */
async function findProxyTrouble({ proxies }, http, signal) {
    const answers = await Promise.all(proxies.map((proxy) => http.exists(`${proxy.replace(/\/+$/, '')}/`, signal)));
    const reasons = answers.flatMap((answer) => (answer.outcome === 'unreachable' ? [answer.reason] : []));
    if (answers.length === 0 || reasons.length < answers.length)
        return undefined;
    return { refused: `the module proxy ${proxies.join(', ')} cannot be reached (${reasons.join(', ')})` };
}
const isGo = (answer) => !isRefusal(answer);

;// CONCATENATED MODULE: ./lib/src/releases/sources/go.js
// Owns building etcd from Go modules: from the catalog's pinned go.mod and complete go.sum, read-only, static.
// Must not let Go add or change a module: go.sum is what makes the binary etcd's own.










/** Cold caches and a slow machine: 90 s were measured on two busy cores. */
const BUILD_LIMIT_MS = 10 * 60_000;
function createGoSource({ goModulesDir, platform, environment, http }) {
    let toolchain;
    /** Looked for once; a refusal is not remembered, because it may have been an abort's. */
    const requireGo = async (signal) => {
        const found = toolchain ?? (await findGo(environment, signal));
        if (isGo(found))
            toolchain = found;
        return found;
    };
    const packagesOf = (wanted) => {
        const packages = wanted.known?.go?.packages ?? {};
        const chosen = wanted.tools.flatMap((tool) => (packages[tool] ? [[tool, packages[tool]]] : []));
        const pinned = ['go.mod', 'go.sum'].every((file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(goModulesDir, wanted.version, file)));
        if (!pinned || chosen.length < wanted.tools.length) {
            return { refused: `no pinned Go modules for ${wanted.version} in the catalog` };
        }
        return Object.fromEntries(chosen);
    };
    return {
        name: 'go',
        probe: async (wanted, signal) => {
            const go = await requireGo(signal);
            if (isRefusal(go))
                return { offered: new Set(), refused: go.refused };
            return {
                offered: new Set(wanted.filter((each) => !isRefusal(packagesOf(each))).map(({ version }) => version)),
            };
        },
        fetch: async (wanted, { directory, tell, signal }) => {
            const packages = packagesOf(wanted);
            if (isRefusal(packages))
                return packages;
            const go = await requireGo(signal);
            if (isRefusal(go))
                return go;
            const module = (0,external_node_path_.join)(directory, 'module');
            const built = (0,external_node_path_.join)(directory, 'built');
            // Go's own temporary files too: a killed build then leaves nothing outside of this directory.
            const temporary = (0,external_node_path_.join)(directory, 'go-tmp');
            await makeDirectory(temporary);
            await copyModule((0,external_node_path_.join)(goModulesDir, wanted.version), module);
            tell('probing', 'the module proxy');
            const trouble = await findProxyTrouble(go, http, signal);
            // Without a proxy the build may still succeed, from the modules that this machine has got already.
            const env = {
                ...go.env,
                GOOS: platform.os,
                GOARCH: platform.arch,
                GOTMPDIR: temporary,
                ...(trouble ? { GOPROXY: 'off' } : {}),
            };
            const tools = {};
            for (const [tool, name] of Object.entries(packages)) {
                const out = (0,external_node_path_.join)(built, (0,releases_platform/* toolFile */.HV)(tool, platform));
                const result = await attempt({
                    program: 'go',
                    args: ['build', '-v', '-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', out, name],
                    cwd: module,
                    env,
                    timeoutMs: BUILD_LIMIT_MS,
                    signal,
                    onLine: tellBuild(tool, tell),
                });
                if (isRefusal(result))
                    return trouble ? { refused: `${trouble.refused}, and ${result.refused}` } : result;
                tools[tool] = out;
            }
            return {
                tools,
                provenance: {
                    go: go.version,
                    modules: await rootModules(module),
                    goSumSha256: await (0,digest/* sha256OfFile */.V)((0,external_node_path_.join)(module, 'go.sum')),
                },
            };
        },
    };
}
async function copyModule(from, to) {
    try {
        await makeDirectory(to);
        for (const file of ['go.mod', 'go.sum'])
            await (0,promises_.copyFile)((0,external_node_path_.join)(from, file), (0,external_node_path_.join)(to, file));
    }
    catch (error) {
        throw (0,files/* fileError */.zS)(error, 'Copying the pinned Go modules to', to);
    }
}
/** `go build -v` names each package as it compiles it, and modules while they are downloaded. */
function tellBuild(tool, tell) {
    let compiled = 0;
    tell('building', tool);
    return (line) => {
        const download = /^go: downloading (.+)$/.exec(line)?.[1];
        if (download) {
            tell('downloading', `Go module ${download}`);
            return;
        }
        compiled += 1;
        tell('building', `${tool}, ${compiled} packages compiled`);
    };
}
/** etcd's own modules among the pinned ones, "go.etcd.io/etcd/server/v3@v3.5.33 …". */
async function rootModules(module) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(module, 'go.mod'), 'utf8');
    const found = text.matchAll(/^\s*(?:require )?(go\.etcd\.io\/etcd(?:\/\S+)?) (v\S+)/gm);
    return [...found].map(([, path, version]) => `${path}@${version}`).join(' ');
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/image.js
// Owns etcd binaries out of a container image, by whatever engine the `docker` command talks to.
// Must not run the image: a container is created, never started, and its files are copied out.







const ENGINE_LIMIT_MS = 5_000;
const PULL_LIMIT_MS = 300_000;
const COPY_LIMIT_MS = 60_000;
/** Where etcd's own images keep them, and where many others do. */
const folders = ['/usr/local/bin', '/usr/bin'];
/** What `docker image inspect` says, as far as we read it; an image that was never pushed has no repository digest. */
const Inspected = schemas/* tuple */.PVZ([schemas/* object */.Ikc({ Id: schemas/* string */.YjP().min(1), RepoDigests: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() })]);
function createImageSource({ image, platform, environment }) {
    const env = pick(environment, [
        ...ordinaryVariables,
        'DOCKER_HOST',
        'DOCKER_CONFIG',
        'DOCKER_CERT_PATH',
        'DOCKER_TLS_VERIFY',
        'DOCKER_CONTEXT',
        'XDG_RUNTIME_DIR',
    ]);
    const docker = (args, timeoutMs, signal, onLine) => ({ program: 'docker', args, env, timeoutMs, signal, ...(onLine ? { onLine } : {}) });
    /** Undefined when an engine answers. */
    const findTrouble = async (signal) => {
        if (platform.os !== 'linux')
            return { refused: 'images hold Linux binaries' };
        const answer = await outputOf(docker(['version', '--format', '{{.Server.Version}}'], ENGINE_LIMIT_MS, signal));
        return typeof answer === 'string' ? undefined : { refused: `no container engine answers (${answer.refused})` };
    };
    return {
        name: 'image',
        probe: async (wanted, signal) => {
            const trouble = await findTrouble(signal);
            if (trouble)
                return { offered: new Set(), refused: trouble.refused };
            // Whether a tag exists is known only by pulling it.
            return { offered: new Set(wanted.map(({ version }) => version)) };
        },
        fetch: async ({ version, tools }, { directory, tell, signal }) => {
            const trouble = await findTrouble(signal);
            if (trouble)
                return trouble;
            const tagged = `${image}:v${version}`;
            const inspect = ['image', 'inspect', tagged];
            let inspected = await outputOf(docker(inspect, COPY_LIMIT_MS, signal));
            if (typeof inspected !== 'string') {
                tell('downloading', tagged);
                const pull = ['pull', '--platform', `${platform.os}/${platform.arch}`, tagged];
                const pulled = await attempt(docker(pull, PULL_LIMIT_MS, signal, (line) => tell('downloading', line)));
                if (isRefusal(pulled))
                    return pulled;
                inspected = await outputOf(docker(inspect, COPY_LIMIT_MS, signal));
                if (typeof inspected !== 'string')
                    return inspected;
            }
            const parsed = Inspected.safeParse(readJson(inspected));
            if (!parsed.success)
                return { refused: `docker image inspect ${tagged} gave no image id` };
            const [{ Id: id, RepoDigests: digests }] = parsed.data;
            const [digest] = digests ?? [];
            tell('unpacking', tagged);
            // By its id, so that a tag that moves meanwhile cannot matter. An image without a command needs some word here.
            const container = await outputOf(docker(['create', id, 'etcd'], COPY_LIMIT_MS, signal));
            if (typeof container !== 'string')
                return container;
            try {
                const out = (0,external_node_path_.join)(directory, 'image');
                await (0,promises_.mkdir)(out).catch((error) => {
                    throw (0,files/* fileError */.zS)(error, 'Making the directory', out);
                });
                const found = {};
                for (const tool of tools) {
                    const path = (0,external_node_path_.join)(out, (0,releases_platform/* toolFile */.HV)(tool, platform));
                    const reasons = [];
                    for (const folder of folders) {
                        if (found[tool])
                            break;
                        const copy = ['cp', '--follow-link', `${container}:${folder}/${tool}`, path];
                        const copied = await attempt(docker(copy, COPY_LIMIT_MS, signal));
                        if (isRefusal(copied))
                            reasons.push(copied.refused);
                        else
                            found[tool] = path;
                    }
                    if (!found[tool])
                        return { refused: `${tagged} holds no ${tool} (${reasons.join(', ')})` };
                }
                return {
                    tools: found,
                    provenance: { image: tagged, imageId: id, ...(digest === undefined ? {} : { digest }) },
                };
            }
            finally {
                // Not the caller's signal: the container must go also after an abort.
                await attempt(docker(['rm', '--force', container], COPY_LIMIT_MS, new AbortController().signal));
            }
        },
    };
}
function readJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // Not JSON, so not an answer; the caller says so.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/local.js
// Owns binaries that the user already has: a directory per release, used where they are.
// Must not copy, change or cache them.





function createLocalSource({ local, platform, searchPath }) {
    return {
        name: 'local',
        fillsCache: false,
        // An entry that names a bad directory is still offered: obtaining it then says what is wrong with it, while a
        // silent step to the next source would run another binary than the one that was named.
        probe: async (wanted) => ({
            offered: new Set(wanted.map(({ version }) => version).filter((version) => local[version] !== undefined)),
        }),
        obtain: async (wanted, context) => {
            const named = local[wanted.version];
            if (named === undefined)
                return { refused: 'no entry in `releases.local`' };
            const directory = (0,external_node_path_.resolve)(named);
            const paths = Object.fromEntries(wanted.tools.map((tool) => [tool, (0,external_node_path_.join)(directory, (0,releases_platform/* toolFile */.HV)(tool, platform))]));
            for (const path of Object.values(paths))
                await requireExecutable(path, directory, wanted.version);
            return {
                version: wanted.version,
                directory,
                source: 'local',
                tools: await verifyTools(wanted, paths, 'local', searchPath, context),
                provenance: { directory },
            };
        },
    };
}
async function requireExecutable(path, directory, version) {
    try {
        await (0,promises_.access)(path, promises_.constants.R_OK | promises_.constants.X_OK);
    }
    catch (error) {
        const reason = error.code === 'ENOENT' ? 'does not exist' : 'cannot be read and run';
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `\`releases.local\` names ${directory} for etcd ${version}, but ${path} ${reason}.`, { cause: error });
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/src/releases/archive.js
// Owns taking the tools out of a release archive, a tar.gz or a zip: those files and nothing else.
// Must not trust names inside the archive, nor know where it came from (its checksum was verified before).






const hint = 'Whoever published the archive published a broken one: correct the mirror, or name another source in `releases`.';
/**
 * Writes each wanted file to `directory` under its last name. Throws `binary-invalid` when the archive cannot be read,
 * lacks one of them, or holds a name that leads outside.
 */
async function unpack({ archive, directory, wanted, origin = (0,external_node_path_.basename)(archive) }) {
    const found = new Set();
    try {
        await (0,promises_.mkdir)(directory, { recursive: true });
        const visit = (name, isFile) => {
            if (/^([/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..')) {
                throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${origin} holds "${name}", which leads outside of it.`, { hint });
            }
            if (!isFile || !wanted.includes(name))
                return false;
            found.add(name);
            return true;
        };
        if (archive.endsWith('.zip'))
            await unpackZip(archive, directory, visit);
        else
            await unpackTar(archive, directory, visit);
    }
    catch (error) {
        const translated = (0,files/* fileError */.zS)(error, 'Unpacking into', directory);
        if (translated instanceof errors/* EtcdMigrateError */.A8)
            throw translated;
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${origin} cannot be unpacked although its checksum is right: ${error.message}. Nothing of it was kept.`, { hint, cause: error });
    }
    const missing = wanted.filter((name) => !found.has(name));
    if (missing.length > 0) {
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${origin} does not hold ${missing.join(', ')}.`, { hint });
    }
}
async function unpackTar(archive, directory, visit) {
    const { extract } = await __webpack_require__.e(/* import() */ 697).then(__webpack_require__.bind(__webpack_require__, 98697));
    let refused;
    await extract({
        file: archive,
        cwd: directory,
        strip: 1,
        // Otherwise a truncated archive is a warning.
        strict: true,
        preserveOwner: false,
        filter: (name, entry) => {
            try {
                return visit(name, 'type' in entry && (entry.type === 'File' || entry.type === 'OldFile'));
            }
            catch (error) {
                refused ??= error;
                return false;
            }
        },
    });
    if (refused !== undefined)
        throw refused;
}
async function unpackZip(archive, directory, visit) {
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    const zip = await openPromise(archive);
    try {
        for await (const entry of zip.eachEntry()) {
            if (!visit(entry.fileName, !entry.fileName.endsWith('/')))
                continue;
            const path = (0,external_node_path_.join)(directory, (0,external_node_path_.basename)(entry.fileName));
            await (0,external_node_stream_promises_.pipeline)(await zip.openReadStreamPromise(entry), (0,external_node_fs_.createWriteStream)(path, { flags: 'wx' }));
            await (0,promises_.chmod)(path, 0o755);
        }
    }
    finally {
        zip.close();
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/checksums.js
const LINE = /^([0-9a-fA-F]{64})[ \t]+[ *]?(\S+)$/;
/** The published sha256 of a file, lower case; a refusal when the list has none, or two different ones. */
function findChecksum(list, file) {
    const lines = list.split(/\r?\n/).filter((line) => line.trim() !== '');
    const entries = lines.flatMap((line) => {
        const match = LINE.exec(line.trim());
        return match?.[1] && match[2] ? [{ sha256: match[1].toLowerCase(), name: match[2].replace(/^\.\//, '') }] : [];
    });
    if (entries.length === 0)
        return { refused: 'SHA256SUMS is not a list of checksums' };
    const sums = new Set(entries.filter(({ name }) => name === file).map(({ sha256 }) => sha256));
    const [sum] = sums;
    if (sum === undefined)
        return { refused: `SHA256SUMS has no line for ${file}` };
    if (sums.size > 1)
        return { refused: `SHA256SUMS has ${sums.size} different sums for ${file}` };
    return sum;
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/published.js
// Owns etcd's published release files: SHA256SUMS first, then the archive that it vouches for. GitHub's layout, on
// GitHub or on a mirror of it. Must not run what it unpacks.





/** etcd's own lists have less than 4 kB. */
const LARGEST_LIST_BYTES = 1_000_000;
/** All questions of one probe end together. */
const PROBE_LIMIT_MS = 5_000;
const PROBES_AT_ONCE = 8;
function createPublishedSource(options) {
    const { name, platform, http } = options;
    const base = options.baseUrl.replace(/\/+$/, '');
    const urlOf = (version, file) => `${base}/v${version}/${file}`;
    /** Found out once: an address that does not answer is not asked again for the next release. */
    let unreachable;
    const refuse = (url, failed) => {
        if (failed.outcome === 'absent')
            return { refused: `${url} answered ${failed.status}` };
        if (failed.outcome === 'broken')
            return { refused: `${url} broke off: ${failed.reason}` };
        unreachable = `${base} cannot be reached (${failed.reason})`;
        return { refused: unreachable };
    };
    const probe = async (wanted, signal) => {
        if (unreachable)
            return { offered: new Set(), refused: unreachable };
        const ofCatalog = options.complete ? wanted.filter(({ known }) => known) : [];
        const others = wanted.filter((each) => !ofCatalog.includes(each));
        const offered = new Set();
        let answered = false;
        // One of the catalog's releases stands for all of them: what is asked is whether the address answers.
        const questions = [...ofCatalog.slice(-1), ...others];
        const limit = new AbortController();
        const timer = setTimeout(() => limit.abort(new Error('limit')), PROBE_LIMIT_MS);
        const askNext = async () => {
            for (let next = questions.shift(); next && !unreachable; next = questions.shift()) {
                const url = urlOf(next.version, 'SHA256SUMS');
                const answer = await http.exists(url, AbortSignal.any([signal, limit.signal]));
                if (answer.outcome === 'unreachable')
                    refuse(url, answer);
                else
                    answered = true;
                if (answer.outcome !== 'present')
                    continue;
                if (ofCatalog.includes(next))
                    for (const { version } of ofCatalog)
                        offered.add(version);
                else
                    offered.add(next.version);
            }
        };
        try {
            await Promise.all(Array.from({ length: PROBES_AT_ONCE }, askNext));
        }
        catch (error) {
            // Releases that were not asked for in time are not offered; that is no failure.
            if (!limit.signal.aborted || signal.aborted)
                throw error;
            if (!answered)
                unreachable ??= `${base} cannot be reached (no answer within ${PROBE_LIMIT_MS / 1000} s)`;
        }
        finally {
            clearTimeout(timer);
        }
        return { offered, ...(unreachable === undefined ? {} : { refused: unreachable }) };
    };
    return {
        name,
        probe,
        fetch: async ({ version, tools }, { directory, tell, signal }) => {
            if (unreachable)
                return { refused: unreachable };
            const folder = `etcd-v${version}-${(0,releases_platform/* platformName */.$r)(platform)}`;
            const file = `${folder}.${platform.os === 'linux' ? 'tar.gz' : 'zip'}`;
            const listUrl = urlOf(version, 'SHA256SUMS');
            tell('downloading', 'SHA256SUMS');
            const list = await http.readText(listUrl, LARGEST_LIST_BYTES, signal);
            if (list.outcome !== 'text')
                return refuse(listUrl, list);
            const published = findChecksum(list.text, file);
            if (typeof published !== 'string')
                return { refused: `${published.refused} (${listUrl})` };
            const url = urlOf(version, file);
            const archive = (0,external_node_path_.join)(directory, file);
            const saved = await http.save(url, archive, signal, (done, total) => tell('downloading', file, { done, total }));
            if (saved.outcome !== 'saved')
                return refuse(url, saved);
            if (saved.sha256 !== published) {
                throw new errors/* EtcdMigrateError */.A8('checksum-mismatch', `${url} has sha256 ${saved.sha256}, but ${listUrl} says ${published}. It was not unpacked and not kept.`, { details: { url, published, found: saved.sha256, bytes: saved.bytes } });
            }
            tell('unpacking', file);
            const files = tools.map((tool) => (0,releases_platform/* toolFile */.HV)(tool, platform));
            const unpacked = (0,external_node_path_.join)(directory, 'unpacked');
            await unpack({ archive, origin: url, directory: unpacked, wanted: files.map((each) => `${folder}/${each}`) });
            return {
                tools: Object.fromEntries(tools.map((tool) => [tool, (0,external_node_path_.join)(unpacked, (0,releases_platform/* toolFile */.HV)(tool, platform))])),
                provenance: { url, sha256: published, checksums: listUrl },
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/index.js









const GITHUB = 'https://github.com/etcd-io/etcd/releases/download';
/** etcd's own registry. */
const IMAGE = 'gcr.io/etcd-development/etcd';
/** One object per source that is allowed and configured. */
function createSources(options, cache, workspaces) {
    const { platform, local, environment, clock, mirror } = options;
    const searchPath = environment.PATH;
    const http = createHttpClient(environment);
    const cached = (fetcher) => createCachedSource(fetcher, { cache, workspaces, platform, clock, searchPath });
    const github = options.githubBaseUrl ?? GITHUB;
    const make = {
        local: () => createLocalSource({ local, platform, searchPath }),
        cache: () => createCacheSource(cache, originAllowed(options.sources)),
        github: () => cached(createPublishedSource({ name: 'github', baseUrl: github, complete: true, platform, http })),
        mirror: () => mirror === undefined
            ? undefined
            : cached(createPublishedSource({ name: 'mirror', baseUrl: mirror, complete: false, platform, http })),
        go: () => cached(createGoSource({ goModulesDir: options.goModulesDir ?? goModulesDirectory(), platform, environment, http })),
        debian: () => cached(createDebianSource({ platform, environment, etc: '/etc', http })),
        image: () => cached(createImageSource({ image: options.image ?? IMAGE, platform, environment })),
    };
    return options.sources.flatMap((name) => make[name]() ?? []);
}
/**
 * Whether the cache may hand out binaries of that origin: where outside sources are listed, only theirs, or else the
 * allow-list could be passed by through an earlier run with a longer list.
 */
function originAllowed(sources) {
    const outside = sources.filter((name) => name !== 'local' && name !== 'cache');
    return (origin) => outside.length === 0 || outside.includes(origin);
}

;// CONCATENATED MODULE: ./lib/src/releases/store.js
var store_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var store_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
// Owns the order in which sources are asked for a release, and what is said when none of them has it.
// Must not know how a source works (sources/), what a release is used for, or process.env.









function createReleaseStore(options) {
    const { platform, clock, log } = options;
    const onProgress = options.onProgress ?? (() => { });
    const cache = createReleaseCache(options.cacheDir, platform);
    const workspaces = (0,external_node_path_.join)(options.cacheDir, 'tmp');
    const sources = createSources(options, cache, workspaces).filter(({ name }) => !options.offline || name === 'local' || name === 'cache');
    const underWay = new Map();
    let sweeping;
    const describe = (version) => ({
        version,
        tools: options.catalog.lines.find(({ line }) => version.startsWith(`${line}.`))?.tools ?? allTools,
        known: options.catalog.releases.find((each) => each.version === version),
    });
    const sweepOnce = () => {
        sweeping ??= sweepWorkspaces(workspaces, clock).then((removed) => {
            for (const directory of removed)
                log.info(`Removed ${directory}, left behind by an interrupted run.`);
        });
        return sweeping;
    };
    const ask = async (source, wanted, tried, context) => {
        context.signal.throwIfAborted();
        const answer = await source.obtain(wanted, { tell: context.tellFor(source.name), signal: context.signal });
        if (!isRefusal(answer))
            return answer;
        tried.push({ source: source.name, reason: answer.refused });
        log.debug(`etcd ${wanted.version}: ${source.name}: ${answer.refused}`);
        return undefined;
    };
    const lock = (version, tellFor, signal) => lockEntry({
        path: cache.entryDirectory(version),
        clock,
        signal,
        onWait: () => tellFor('cache')('waiting', `another process is obtaining etcd ${version}`),
    });
    /** The cache again, now that nobody else writes to it: another process may have filled it, or it is damaged. */
    const askCacheAgain = async (wanted, context) => {
        const source = sources.find(({ name }) => name === 'cache');
        const answer = await source?.obtain(wanted, { tell: context.tellFor('cache'), signal: context.signal });
        if (answer === undefined || !isRefusal(answer))
            return answer;
        if (answer.damaged) {
            const aside = await cache.setAside(wanted.version);
            log.warn(`The cached etcd ${wanted.version} is ${answer.refused}. Moved to ${aside}; the release is obtained anew.`);
        }
        return undefined;
    };
    const obtainNow = async (wanted, tellFor, signal) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const tried = [];
            const context = { tellFor, signal };
            const firstWriter = sources.findIndex(({ fillsCache }) => fillsCache);
            const readers = firstWriter < 0 ? sources : sources.slice(0, firstWriter);
            for (const source of readers) {
                const obtained = await ask(source, wanted, tried, context);
                if (obtained)
                    return obtained;
            }
            if (firstWriter < 0)
                throw unobtainable(wanted.version, tried, options);
            await sweepOnce();
            // Taken only here, because a cache that is read and never written needs no lock and may be read-only.
            const _lock = store_addDisposableResource(env_1, await lock(wanted.version, tellFor, signal), true);
            if (readers.some(({ name }) => name === 'cache')) {
                const appeared = await askCacheAgain(wanted, context);
                if (appeared)
                    return appeared;
            }
            for (const source of sources.slice(firstWriter)) {
                const obtained = await ask(source, wanted, tried, context);
                if (obtained)
                    return obtained;
            }
            throw unobtainable(wanted.version, tried, options);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = store_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    };
    return {
        probe: (versions, signal) => withProgress({ clock, onProgress, release: null }, signal, async (tellFor) => {
            const names = sources.map(({ name }) => name).join(', ');
            tellFor(null)('probing', `which of ${versions.length} releases can be had from ${names}`);
            const wanted = versions.map(describe);
            const answers = await Promise.all(sources.map((source) => source.probe(wanted, signal)));
            const first = new Map();
            for (const [index, { name }] of sources.entries()) {
                const answer = answers[index];
                if (answer?.refused)
                    log.debug(`No releases from ${name}: ${answer.refused}`);
                for (const version of answer?.offered ?? [])
                    if (!first.has(version))
                        first.set(version, name);
            }
            return first;
        }),
        obtain: async (version, signal) => {
            const before = underWay.get(version);
            const obtain = async () => {
                // The same release twice at once: the second finds it in the cache. The first one's failure is not ours.
                await before?.catch(() => { });
                return withProgress({ clock, onProgress, release: version }, signal, (tellFor) => obtainNow(describe(version), tellFor, signal));
            };
            const mine = obtain();
            underWay.set(version, mine);
            try {
                return await mine;
            }
            finally {
                if (underWay.get(version) === mine)
                    underWay.delete(version);
            }
        },
    };
}
const allTools = ['etcd', 'etcdctl', 'etcdutl'];
function unobtainable(version, tried, options) {
    const platform = (0,releases_platform/* platformName */.$r)(options.platform);
    const limits = options.offline ? ' offline, where only local and cache are asked' : '';
    const why = tried.map(({ source, reason }) => `${source}: ${reason}`).join('; ');
    return new errors/* EtcdMigrateError */.A8('release-unobtainable', `etcd ${version} for ${platform} cannot be obtained${limits}. Tried ${why || 'no source, for none is allowed'}.`, { details: { release: version, platform, tried } });
}

;// CONCATENATED MODULE: ./lib/src/app/release-supply.js



function openReleaseStore(manifest, settings, surroundings, catalog, tools) {
    const { sources, local, mirror, image } = manifest.releases;
    return createReleaseStore({
        cacheDir: settings.cacheDir,
        sources,
        local,
        ...(mirror === undefined ? {} : { mirror }),
        ...(image === undefined ? {} : { image }),
        goModulesDir: goModulesDirectory(),
        offline: settings.offline,
        catalog,
        platform: (0,releases_platform/* thisPlatform */.gA)(),
        clock: tools.clock,
        log: tools.log,
        environment: surroundings.environment,
        onProgress: (progress) => tools.progress.now(describe(progress)),
    });
}
function describe(progress) {
    if (progress.release === null)
        return `asking ${progress.source ?? 'all sources'}: ${progress.detail}`;
    const bytes = progress.bytes === undefined
        ? ''
        : ` ${megabytes(progress.bytes)}${progress.totalBytes === undefined ? '' : ` of ${megabytes(progress.totalBytes)}`}`;
    return `etcd ${progress.release} from ${progress.source ?? '?'}: ${progress.activity} ${progress.detail}${bytes}`;
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
/** Every release of the plan, in plan order, each once. */
function releasesOf(plan) {
    return [...new Set(plan.upgrade.hops.flatMap((hop) => [hop.from, hop.to]))];
}
/** Obtains what the plan needs and nothing else. */
async function obtainReleases(plan, store, tools, signal) {
    const obtained = [];
    const wanted = releasesOf(plan);
    for (const [index, version] of wanted.entries()) {
        tools.progress.now(`etcd ${version} (${index + 1} of ${wanted.length})`);
        const release = await store.obtain(version, signal);
        tools.progress.line(`etcd ${version} from ${release.source}, verified`);
        obtained.push(release);
    }
    return obtained;
}


/***/ }),

/***/ 64978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ platformName),
/* harmony export */   HV: () => (/* binding */ toolFile),
/* harmony export */   gA: () => (/* binding */ thisPlatform)
/* harmony export */ });
/* unused harmony export platformOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns the names of operating systems and processors as etcd's releases spell them.
// Must not know where binaries come from.

const systems = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const processors = {
    x64: 'amd64',
    arm64: 'arm64',
    ppc64: 'ppc64le',
    s390x: 's390x',
};
/** The platform of a Node process, by `process.platform` and `process.arch`; undefined where etcd has no release. */
function platformOf(nodePlatform, nodeArch) {
    const os = systems[nodePlatform];
    const arch = processors[nodeArch];
    return os && arch ? { os, arch } : undefined;
}
/** The platform of this process. Throws `release-unobtainable` where etcd has no release for it. */
function thisPlatform() {
    const platform = platformOf(process.platform, process.arch);
    if (platform === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('release-unobtainable', `etcd has no releases for ${process.platform} on ${process.arch}; nothing was run.`, { hint: 'Run etcd-migrate on Linux, macOS or Windows on a processor that etcd is published for.' });
    }
    return platform;
}
/** "linux-amd64". */
const platformName = (platform) => `${platform.os}-${platform.arch}`;
/** File name of a tool's binary. */
const toolFile = (tool, platform) => platform.os === 'windows' ? `${tool}.exe` : tool;


/***/ })

};
