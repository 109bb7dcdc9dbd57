export const id = 234;
export const ids = [234];
export const modules = {

/***/ 93748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ staleProofFindings)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _backup_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84069);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39798);
/* harmony import */ var _run_run_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25019);
/* harmony import */ var _shell_run_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19558);
/* harmony import */ var _wishes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88511);
// Owns the warning of the modes that read a manifest that no backup has been proven for too long.
// Must not prove anything: it looks at what earlier runs left behind.







/** None where the manifest's policy does not ask. */
async function staleProofFindings({ manifest, locate }, { manifestFile }, { workingDirectory }, clock) {
    const limitMs = manifest.backups?.provenWithinMs;
    if (limitMs === undefined)
        return [];
    const path = (0,_wishes_js__WEBPACK_IMPORTED_MODULE_6__/* .proofHistoryOf */ .M_)(manifest, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(manifestFile)) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workingDirectory, _shell_run_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .backupOutput */ .kA, _run_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .proofHistoryName */ .g);
    const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workingDirectory, path) || path;
    const stale = (message) => [
        {
            id: 'rule/backup-proof-stale',
            severity: 'warning',
            message,
            where: locate(['backups', 'policy', 'provenWithinHours']),
            fix: 'Run `etcd-migrate verify-backup`, and find out why its schedule did not, or where its history is kept.',
        },
    ];
    let history;
    try {
        history = await (0,_backup_history_js__WEBPACK_IMPORTED_MODULE_1__/* .readHistory */ .Lu)(path);
    }
    catch (error) {
        // What is kept for trends must not keep a backup from being taken.
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8) || error.kind === 'bug')
            throw error;
        return stale(`Nobody knows when a backup of ${manifest.name} was proven: ${error.message}`);
    }
    const provenMs = (0,_backup_history_js__WEBPACK_IMPORTED_MODULE_1__/* .lastPassMs */ .Qz)(history, manifest.name, clock.wallMs());
    const ageMs = provenMs === undefined ? undefined : clock.wallMs() - provenMs;
    if (ageMs !== undefined && ageMs <= limitMs)
        return [];
    const when = ageMs === undefined
        ? `No proof of a backup of ${manifest.name} is known: ${shown} has none`
        : `The last backup of ${manifest.name} that was proven was so ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(ageMs)} ago`;
    return stale(`${when}; policy allows ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(limitMs)}.`);
}


/***/ }),

/***/ 77234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makePlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/catalog/load.js + 7 modules
var load = __webpack_require__(52339);
// EXTERNAL MODULE: ./lib/src/catalog/version.js
var catalog_version = __webpack_require__(66182);
// EXTERNAL MODULE: ./lib/src/errors.js
var src_errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/manifest/mistakes.js
var mistakes = __webpack_require__(70133);
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

// EXTERNAL MODULE: ./lib/src/app/backups/staleness.js
var staleness = __webpack_require__(93748);
// EXTERNAL MODULE: ./lib/src/app/plan/live-cluster.js
var live_cluster = __webpack_require__(24211);
// EXTERNAL MODULE: ./lib/src/app/plan/manifest-file.js + 21 modules
var manifest_file = __webpack_require__(53553);
// EXTERNAL MODULE: ./lib/src/app/plan/release-supply.js + 23 modules
var release_supply = __webpack_require__(22427);
;// CONCATENATED MODULE: ./lib/src/app/plan/plan-making.js
// Owns the way from a manifest file to a plan: read, probe what can be had, read the live cluster, plan.
// Must not plan itself (plan/) nor run anything.












/** Throws the `manifest-*` errors, `plan-refused` (findings in details) and `connection-failed`. */
async function makePlan(settings, surroundings, tools) {
    const read = await (0,manifest_file/* loadManifestFile */.K)(settings.manifestFile, surroundings.workingDirectory, settings.trusted);
    const stale = await (0,staleness/* staleProofFindings */.q)(read, settings, surroundings, tools.clock);
    const loaded = { ...read, findings: [...read.findings, ...stale] };
    const { manifest } = loaded;
    const { from, to } = endsOf(loaded);
    for (const finding of loaded.findings)
        tools.progress.line(`${finding.severity}: ${finding.message}`);
    const catalog = (0,load/* loadCatalog */.a)();
    const store = (0,release_supply/* openReleaseStore */.X4)(manifest, settings, surroundings, catalog, tools);
    tools.progress.now('looking which etcd releases can be had here');
    const wanted = catalog.releases.map((release) => release.version);
    const exact = [from, to, ...(manifest.hops ?? [])].filter((version) => version.split('.').length === 3);
    const obtainable = await store.probe([...new Set([...wanted, ...exact])], surroundings.signal);
    const live = manifest.connection
        ? await (0,live_cluster/* readLiveCluster */.hr)(manifest.connection, surroundings, (0,external_node_path_.dirname)(settings.manifestFile))
        : undefined;
    const request = {
        from,
        to,
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
        await sayWhyUnobtainable(result.findings, catalog, store, [from, ...(manifest.hops ?? []), to], obtainable, surroundings.signal);
        const findings = [...result.findings, ...loaded.findings].map((finding) => located(finding, loaded.locate));
        const errors = findings.filter((finding) => finding.severity === 'error');
        throw new src_errors/* EtcdMigrateError */.A8('plan-refused', errors
            .map((finding) => `${placeOf(finding)}${finding.message}${finding.fix ? ` ${finding.fix}` : ''}`)
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
/** A manifest for backups alone has none. */
function endsOf({ manifest: { from, to }, locate }) {
    if (from !== undefined && to !== undefined)
        return { from, to };
    const where = locate([]);
    throw (0,mistakes/* mistakesError */.w6)('manifest-invalid', where.file, [
        {
            id: 'rule/manifest-missing-key',
            severity: 'error',
            message: '`from` and `to` are missing: this manifest is for backups alone.',
            where,
            fix: 'add from: "3.5" and to: "3.7"',
        },
    ]);
}
/**
 * The planner only knows that nothing can be had; each source knows why. Asking for the newest release of the line that
 * is missing makes the store throw `release-unobtainable` with every source and its reason.
 */
async function sayWhyUnobtainable(findings, catalog, store, wantedReleases, obtainable, signal) {
    // A request that is wrong in itself stays wrong, whatever can be had.
    const errors = findings.filter((finding) => finding.severity === 'error');
    if (!errors.every((finding) => finding.id === 'rule/release-unobtainable'))
        return;
    for (const wanted of wantedReleases) {
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
function placeOf(finding) {
    if (!finding.where)
        return '';
    return `${finding.where.file}:${finding.where.line ?? 1}:${finding.where.column ?? 1}: `;
}


/***/ })

};
