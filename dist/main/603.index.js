export const id = 603;
export const ids = [603];
export const modules = {

/***/ 80347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ev: () => (/* binding */ planOnly),
  zv: () => (/* binding */ recordOf),
  IS: () => (/* binding */ rehearsalReport)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/src/catalog/load.js + 6 modules
var load = __webpack_require__(86583);
// EXTERNAL MODULE: ./lib/src/engine/undoing.js
var undoing = __webpack_require__(92003);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
;// CONCATENATED MODULE: ./lib/src/judge/check.js
/**
 * Whether a state was observed as planned: each of these checks through each voter, and as many of them on the new
 * release as the state says. Anything less is not an observation of that state.
 */
function isWholeObservation({ to, upgraded, voters }, checks, results) {
    // A step that was observed again counts as it was seen last.
    const releases = new Map(results.map(({ member, release }) => [member, release]));
    const seen = new Set(results.map(({ member, check }) => `${check} through ${member}`));
    return (releases.size === voters &&
        [...releases.values()].filter((release) => release === to).length === upgraded &&
        [...releases.keys()].every((member) => checks.every((check) => seen.has(`${check} through ${member}`))));
}

// EXTERNAL MODULE: ./lib/src/judge/overall.js
var judge_overall = __webpack_require__(23967);
// EXTERNAL MODULE: ./lib/src/plan/tree.js
var tree = __webpack_require__(94026);
// EXTERNAL MODULE: ./lib/src/plan/weave.js
var weave = __webpack_require__(43970);
// EXTERNAL MODULE: ./lib/src/app/envelope.js
var envelope = __webpack_require__(31932);
;// CONCATENATED MODULE: ./lib/src/app/report-making.js
// Owns turning what happened into the one report, and the rehearsal record beside it.
// Must not decide the verdict (judge/overall.ts) nor render (report/).









/** The envelope of `plan`: nothing was run. */
function planOnly(made) {
    const { plan, manifest, assumed, atBest } = made;
    const best = atBest === 'pass' ? '' : ` It takes a risk that the manifest accepts: its rehearsal is ${atBest} at best.`;
    return (0,envelope/* envelope */.RE)('plan', {
        cluster: manifest.name,
        reason: `The plan was made; nothing was run.${best}`,
        pointOfNoReturn: pointOfNoReturnOf(plan),
        nextSteps: ['Run `etcd-migrate preflight` to rehearse this plan.'],
        planDigest: plan.digest,
        ...endsOf(plan),
        seed: manifest.rehearsal.seed,
        depth: manifest.rehearsal.depth,
        steps: stepsOf(plan),
        findings: [...made.findings],
        plan: {
            schemaVersion: plan.schemaVersion,
            upgrade: { ...plan.upgrade },
            legs: plan.legs.map((leg) => ({ ...leg })),
            digest: plan.digest,
            assumed: [...assumed],
            atBest,
        },
    });
}
async function rehearsalReport(end) {
    const { run, outcome, judged } = end;
    const { plan, context } = run;
    const records = await run.journal.read();
    const durations = new Map();
    for (const record of records) {
        if (record.type === 'step-finished')
            durations.set(record.step, record.durationMs);
        // A roll-back's own report tells what it undid; to a run that went on after it those steps are yet to be done.
        if (run.mode !== 'rollback')
            for (const id of (0,undoing/* undoneBy */.xN)(record, plan))
                durations.delete(id);
    }
    const checks = await readChecks(run.directory.checks);
    const checkIds = (0,load/* loadCatalog */.a)().checks.map(({ check }) => check);
    const planned = (0,weave/* executableSteps */.s)(plan).flatMap(({ planned: { id, step } }) => step.kind === 'observe' ? [{ id, state: step.state }] : []);
    const overall = judged
        ? (0,judge_overall/* overallVerdict */.B)({
            engine: {
                outcome: outcome.outcome,
                wanted: run.mode === 'rollback' ? 'rolled-back' : 'reached-target',
                message: outcome.message,
                ...(outcome.code ? { code: outcome.code } : {}),
            },
            checks: [...checks.values()].flat(),
            plannedObservations: run.mode === 'rollback' ? 0 : planned.length,
            seenObservations: planned.filter(({ id, state }) => isWholeObservation(state, checkIds, checks.get(id) ?? []))
                .length,
            expectedJudges: judged.expectedJudges,
            judges: judged.verdicts,
            findings: context.findings,
            atBest: context.atBest,
        })
        : undefined;
    const interruption = outcome.code ?? 'interrupted';
    const finishedAt = new Date(end.clock.wallMs()).toISOString();
    return {
        schemaVersion: 1,
        tool: envelope/* tool */.z6,
        mode: run.mode,
        cluster: context.manifest.name,
        verdict: overall?.verdict ?? 'error',
        failureReason: overall ? overall.failureReason : interruption,
        reason: overall?.reason ?? outcome.message,
        ...(outcome.evidence.length > 0 ? { evidence: [...outcome.evidence] } : {}),
        clusterState: `${judged ? 'The throw-away cluster at its end' : 'The throw-away cluster now'}: ${outcome.clusterState}`,
        pointOfNoReturn: pointOfNoReturnOf(plan),
        nextSteps: nextStepsOf(overall, run),
        planDigest: plan.digest,
        ...endsOf(plan),
        startedAt: context.startedAt,
        finishedAt,
        // Not the difference of the wall times: that clock may have jumped.
        durationMs: (end.clock.monotonicUs() - context.startedAtUs) / 1000,
        seed: context.manifest.rehearsal.seed,
        depth: context.manifest.rehearsal.depth,
        releases: [...context.releases],
        timings: { ...outcome.timings },
        steps: stepsOf(plan, outcome, durations, judged),
        checks: [...checks.values()].flat(),
        ...(judged
            ? {
                judges: judged.verdicts.map((verdict) => ({
                    ...verdict,
                    violations: verdict.violations.map(({ message, records: proof }) => ({ message, records: [...proof] })),
                })),
                availability: judged.availability,
            }
            : {}),
        findings: [...context.findings],
    };
}
function recordOf(report, run, clock) {
    return {
        schemaVersion: 1,
        planDigest: run.plan.digest,
        verdict: report.verdict,
        failureReason: report.failureReason,
        binaries: Object.fromEntries(run.context.releases.map((release) => [release.version, { ...release.sha256 }])),
        platform: run.context.releases[0]?.platform ?? `${process.platform}-${process.arch}`,
        toolVersion: envelope/* tool */.z6.version,
        finishedAt: report.finishedAt ?? new Date(clock.wallMs()).toISOString(),
        assumed: [...run.context.assumed],
    };
}
function endsOf(plan) {
    const { hops } = plan.upgrade;
    return { from: hops[0]?.from ?? '', to: hops.at(-1)?.to ?? '' };
}
/** The step that replaces the last old member of each minor hop. */
function pointOfNoReturnOf(plan) {
    return plan.upgrade.hops
        .filter((hop) => hop.kind === 'minor')
        .map((hop) => {
        const last = hop.steps.filter(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade').at(-1);
        return `step ${last?.id ?? '?'} (${hop.from} → ${hop.to})`;
    })
        .join(', ');
}
function stepsOf(plan, outcome, durations, judged) {
    const ended = new Map(outcome?.steps.map((step) => [step.id, step]));
    const steps = (0,tree/* treeLines */.Ww)(plan).map(({ id, title, depth, part }) => {
        const durationMs = durations?.get(id) ?? ended.get(id)?.durationMs;
        const detail = ended.get(id)?.detail;
        const clients = judged?.clients.get(id);
        return {
            id,
            title,
            depth,
            part,
            status: durations?.has(id) ? 'ok' : (ended.get(id)?.status ?? 'not-run'),
            ...(durationMs === undefined ? {} : { durationMs }),
            ...(detail === undefined ? {} : { detail }),
            ...(clients === undefined ? {} : { clients }),
        };
    });
    return steps.map((line) => (line.part === 'hop' ? { ...line, ...summedUp(line.id, steps) } : line));
}
/** A hop is as well as its steps are, and took as long as they did. */
function summedUp(hop, steps) {
    const own = steps.filter((step) => step.id.startsWith(`${hop}.`));
    const spent = own.flatMap((step) => (step.durationMs === undefined ? [] : [step.durationMs]));
    const status = own.some((step) => step.status === 'failed')
        ? 'failed'
        : own.every((step) => step.status === 'ok')
            ? 'ok'
            : 'not-run';
    return { status, ...(spent.length === 0 ? {} : { durationMs: spent.reduce((sum, ms) => sum + ms, 0) }) };
}
function nextStepsOf(overall, run) {
    if (overall === undefined) {
        return [
            `etcd-migrate status --output ${run.directory.path}`,
            'then resume, rollback or cleanup, with the same --output',
        ];
    }
    if (run.mode === 'rollback' && overall.verdict === 'pass') {
        return ['Nothing is proven about the way forward: run `etcd-migrate preflight` again, to its end.'];
    }
    if (overall.verdict === 'pass') {
        return [
            'Keep rehearsal.json: it proves this plan with these binaries.',
            'Take a backup, then upgrade by this plan.',
        ];
    }
    if (overall.failureReason === null)
        return [];
    return [errors/* failures */.e9[overall.failureReason].hint];
}
/** Results by step id. A step that was repeated after an interruption counts with its last results and all its failures. */
async function readChecks(file) {
    const bySteps = new Map();
    let text;
    try {
        text = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return bySteps;
        throw error;
    }
    // The last piece is empty, or a line that a crash tore.
    for (const line of text.split('\n').slice(0, -1)) {
        const { step, results } = JSON.parse(line);
        const failedBefore = (bySteps.get(step) ?? []).filter((result) => !result.ok);
        bySteps.set(step, [...failedBefore, ...results]);
    }
    return bySteps;
}


/***/ }),

/***/ 68645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EV: () => (/* binding */ expectationOf),
/* harmony export */   KE: () => (/* binding */ findLine),
/* harmony export */   L5: () => (/* binding */ symptomOf),
/* harmony export */   QU: () => (/* binding */ knownBadFor),
/* harmony export */   fi: () => (/* binding */ hopRuleOf),
/* harmony export */   hG: () => (/* binding */ snapshotCountOf),
/* harmony export */   y7: () => (/* binding */ settingOf)
/* harmony export */ });
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86583);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66182);


function findLine(line, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return catalog.lines.find((candidate) => candidate.line === line);
}
/** The rule of one minor hop, by lines. */
function hopRuleOf(from, to, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return catalog.hops.find((hop) => hop.from === from && hop.to === to);
}
/** etcd's own default for --snapshot-count on a line; undefined for an unknown line. */
function snapshotCountOf(line, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return findLine(line, catalog)?.snapshotCount;
}
/** Value of an etcd setting by its flag name, from whichever channel etcd would read; undefined where it is not set. */
function settingOf(settings, flag) {
    // With a configuration file etcd ignores flags and environment altogether.
    if (settings.configFile !== undefined) {
        const value = settings.configFile[flag];
        return value === undefined || value === null ? undefined : String(value);
    }
    return settings.flags[flag] ?? settings.environment[environmentNameOf(flag)];
}
function environmentNameOf(flag) {
    return `ETCD_${flag.toUpperCase().replaceAll('-', '_')}`;
}
function bites(range, context) {
    switch (range.onlyWith) {
        case undefined:
            return true;
        case 'auth':
            return context.auth;
        case 'single-member':
            return context.voters === 1;
        case 'learners':
            return context.learners;
        // The engine never defragments, and it makes data directories with mode 0700 itself.
        case 'defragment':
        case 'data-dir-mode':
            return false;
        case 'default-logger':
            return settingOf(context.settings, 'logger') !== 'zap';
        case 'flag':
            return (range.flags ?? []).some((flag) => settingOf(context.settings, flag) !== undefined);
        case 'hop-3.5':
            return context.entering.includes('3.5');
        case 'hop-3.6':
            return context.entering.includes('3.6');
    }
}
/** Known-bad ranges that hold for a release in this context; most severe first. */
function knownBadFor(version, context, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    const affected = (range) => range.affected.some(({ first, last }) => (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(first, version) <= 0 && (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, last) <= 0);
    return catalog.knownBad
        .filter((range) => affected(range) && bites(range, context))
        .sort((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'));
}
/**
 * The known trouble that etcd's own lines name; the first match in the catalog's order. From 3.5 on the lines are JSON,
 * so quotes are looked for both as they are and escaped.
 */
function symptomOf(lines, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return catalog.symptoms.find((symptom) => {
        const pattern = new RegExp(symptom.pattern, 'i');
        return lines.some((line) => pattern.test(line) || pattern.test(line.replaceAll('\\"', '"')));
    });
}
/** What a compatibility check must show through a member of a line; undefined for a check the catalog does not know. */
function expectationOf(check, line, settings, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    const expectation = catalog.checks.find((candidate) => candidate.check === check);
    if (expectation === undefined)
        return undefined;
    // Only the gateway differs by channel, and only until the file says otherwise (K11).
    const byFile = settings?.configFile !== undefined && settings.configFile['enable-grpc-gateway'] !== true;
    const { expected } = expectation;
    return (byFile ? expected[`${line}+config-file`] : undefined) ?? expected[line] ?? expected['*'];
}


/***/ }),

/***/ 23967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ overallVerdict),
/* harmony export */   o: () => (/* binding */ exitCodeOfVerdict)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns how one verdict is made of everything that was found: the only place where a run can become a "pass".
// Must not know how the parts were measured. Anything missing is never a pass.

/** Lost or wrong data weighs more than a failed step, and that more than waiting clients. */
const gravest = [
    'durability',
    'hash',
    'linearizability',
    'serializable-reads',
    'mutual-exclusion',
    'watch',
    'lease',
    'availability',
    'coverage',
    'assumptions',
];
/** Decides. Order: violations of data, the engine's own end, checks, the other judges, findings, then what is not known. */
function overallVerdict(evidence) {
    const failed = byGravity(evidence.judges.filter((judge) => judge.verdict === 'fail'));
    const data = failed.find((judge) => judge.judge !== 'availability' && judge.judge !== 'assumptions');
    if (data)
        return fail(data.failureReason ?? 'internal-error', data.summary);
    if (evidence.engine.outcome !== evidence.engine.wanted) {
        const { code = 'internal-error', message } = evidence.engine;
        // A full disk or a stolen port must not be held against the release.
        if (_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failures */ .e9[code].kind === 'environment')
            return { verdict: 'error', failureReason: code, reason: message };
        return fail(code, message);
    }
    const wrong = evidence.checks.filter((check) => !check.ok);
    const [firstWrong] = wrong;
    if (firstWrong) {
        const more = wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : '';
        return fail('check-failed', `Check ${firstWrong.check} through ${firstWrong.member} in ${firstWrong.state}: expected ${firstWrong.expected}, saw ${sightOf(firstWrong)}${more}.`);
    }
    const [otherFailed] = failed;
    if (otherFailed)
        return fail(otherFailed.failureReason ?? 'internal-error', otherFailed.summary);
    const blocking = evidence.findings.find((finding) => finding.severity === 'error');
    if (blocking)
        return fail('finding-blocks', blocking.message);
    const missing = evidence.expectedJudges.filter((name) => !evidence.judges.some((judge) => judge.judge === name));
    if (missing.length > 0)
        return doubt('too-few-operations', `No verdict from: ${missing.join(', ')}.`);
    if (evidence.seenObservations < evidence.plannedObservations) {
        return doubt('too-few-operations', `Only ${evidence.seenObservations} of ${evidence.plannedObservations} planned states were observed.`);
    }
    const [unsure] = byGravity(evidence.judges.filter((judge) => judge.verdict === 'inconclusive'));
    if (unsure)
        return doubt(unsure.failureReason ?? 'too-few-operations', unsure.summary);
    if (evidence.atBest !== 'pass')
        return doubt('accepted-risk', 'The manifest accepted a risk, so this is no proof.');
    return { verdict: 'pass', failureReason: null, reason: 'Every step, check and judge agrees.' };
}
/** A check that threw saw nothing; its error says more than that. */
function sightOf({ seen, error }) {
    return error === undefined ? seen : `${seen}: ${error}`;
}
function byGravity(judges) {
    const rank = (judge) => {
        const index = gravest.indexOf(judge.judge);
        return index === -1 ? gravest.length : index;
    };
    return [...judges].sort((a, b) => rank(a) - rank(b));
}
function fail(failureReason, reason) {
    // A judge may name a code of another kind (a time-out); the verdict is what was decided here.
    return { verdict: 'fail', failureReason, reason };
}
function doubt(failureReason, reason) {
    return { verdict: 'inconclusive', failureReason, reason };
}
/** Exit code of a verdict: the table's, except that a fail is never less than 1 and a doubt never a pass. */
function exitCodeOfVerdict(verdict, failureReason) {
    if (verdict === 'pass')
        return 0;
    if (verdict === 'fail')
        return 1;
    if (verdict === 'inconclusive')
        return 4;
    return _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failures */ .e9[failureReason ?? 'internal-error'].exitCode;
}


/***/ }),

/***/ 94026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ renderTree),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Ww: () => (/* binding */ treeLines)
/* harmony export */ });
/* unused harmony export stateWords */
/* harmony import */ var _catalog_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66182);
/* harmony import */ var _weave_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43970);
// Owns the words of a plan: one title a step and the numbered tree, the same in terminal, journal, report and tests.
// Must not know colours, widths or what happened when the plan ran.


function deploymentWords({ release, overrides }) {
    const extra = Object.entries(overrides).map(([flag, value]) => `${flag} ${value}`);
    return extra.length === 0 ? release : `${release} with ${extra.join(', ')}`;
}
/** E.g. "3.5.33→3.6.14 mixed 1/3"; the `state` of check results has the same words. */
function stateWords({ phase, from, to, upgraded, voters }) {
    return phase === 'mixed' || phase === 'hold'
        ? `${from}→${to} ${phase} ${upgraded}/${voters}`
        : `${from}→${to} ${phase}`;
}
/** One gate by its name, more by their number: their names stand in the plan's JSON and in every gate's own lines. */
function gateWords(gates) {
    const [first] = gates;
    return gates.length === 1 && first !== undefined ? first.name : `${gates.length} gates`;
}
/** What a step does, in one line without its number. */
function titleOf(step) {
    switch (step.kind) {
        case 'verify':
            return `verify ${step.title}: ${gateWords(step.gates)}`;
        case 'stage':
            return `stage ${step.release} on every member`;
        case 'switch-member': {
            const to = deploymentWords(step.to);
            switch (step.purpose) {
                case 'upgrade':
                    return `switch member ${step.ordinal} to ${to}`;
                case 'prepare':
                    return `prepare member ${step.ordinal}: restart on ${to}`;
                case 'roll-back':
                    return `roll a member back to ${to}`;
                case 'disturb':
                    return `restart a member on ${to}`;
            }
            break;
        }
        case 'renew-raft-snapshots':
            return `renew the raft snapshot of every member (${step.reason}; one every ${step.snapshotCount} entries)`;
        case 'hold':
            return `hold before the point of no return: soak ${step.soakMs / 1000} s, then ${gateWords(step.gates)}`;
        case 'wait-cluster-version':
            return `wait until the cluster version is ${step.line}`;
        case 'observe':
            return `observe ${stateWords(step.state)}`;
        case 'kill-member':
            return step.select === 'leader' ? 'kill the leader and let it come back' : 'kill a follower and let it come back';
    }
}
function hopTitle(hop) {
    return hop.kind === 'minor'
        ? `upgrade ${(0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(hop.from)} → ${(0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(hop.to)}: ${hop.from} → ${hop.to}`
        : `patch ${hop.from} → ${hop.to}: ${hop.reason}`;
}
/** Hops, steps and steps of legs in execution order. */
function treeLines(plan) {
    const steps = (0,_weave_js__WEBPACK_IMPORTED_MODULE_1__/* .executableSteps */ .s)(plan);
    return plan.upgrade.hops.flatMap((hop) => [
        { id: hop.id, title: hopTitle(hop), depth: 0, part: 'hop' },
        ...steps
            .filter((step) => step.hop === hop)
            .map(({ planned, part, depth }) => ({ id: planned.id, title: titleOf(planned.step), depth, part })),
    ]);
}
/** The tree as text, one line a step; `annotate` adds words behind a line. No trailing newline. */
function renderTree(plan, annotate) {
    return treeLines(plan)
        .map(({ id, title, depth }) => {
        const note = annotate?.(id);
        return `${'  '.repeat(depth)}${id} ${title}${note === undefined || note === '' ? '' : `  ${note}`}`;
    })
        .join('\n');
}


/***/ }),

/***/ 35693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ sha256OfFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
// Owns sha256 of files.
// Must not know what the files are.



/** Lower-case hexadecimal sha256 of a file's content. Errors are those of node:fs. */
async function sha256OfFile(path, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path), hash, signal ? { signal } : {});
    return hash.digest('hex');
}


/***/ })

};
