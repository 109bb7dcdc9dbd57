export const id = 472;
export const ids = [472];
export const modules = {

/***/ 43001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _plan_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94026);
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35498);
/* harmony import */ var _rehearse_report_making_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78000);
/* harmony import */ var _shell_envelope_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38235);
/* harmony import */ var _shell_tools_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61186);
/* harmony import */ var _plan_making_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77234);
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
// Owns `plan`: prints the plan without running anything.






async function plan(settings, surroundings) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const tools = __addDisposableResource(env_1, (0,_shell_tools_js__WEBPACK_IMPORTED_MODULE_5__/* .openTools */ .a)(settings, surroundings, _platform_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m), false);
        const made = await (0,_plan_making_js__WEBPACK_IMPORTED_MODULE_4__/* .makePlan */ .C)(settings, surroundings, tools);
        tools.progress.now('');
        if (settings.format === 'json') {
            (0,_shell_envelope_js__WEBPACK_IMPORTED_MODULE_3__/* .sayJson */ .mx)((0,_rehearse_report_making_js__WEBPACK_IMPORTED_MODULE_2__/* .planOnly */ .Ev)(made), settings, surroundings);
            return 0;
        }
        const tree = (0,_plan_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTree */ .B6)(made.plan);
        const assumed = made.assumed.map((line) => `assumed: ${line}`);
        const findings = made.findings.map((finding) => `${finding.severity}: ${finding.message}`);
        const best = made.atBest === 'pass' ? [] : [`verdict of its rehearsal: ${made.atBest} at best`];
        const notes = [...assumed, ...findings, ...best];
        const body = settings.format === 'markdown' ? `\`\`\`text\n${tree}\n\`\`\`` : tree;
        surroundings.writeOut([...notes, ...(notes.length > 0 ? [''] : []), body, ''].join('\n'));
        return 0;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}


/***/ }),

/***/ 78000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ev: () => (/* binding */ planOnly),
  zv: () => (/* binding */ recordOf),
  IS: () => (/* binding */ rehearsalReport)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/src/catalog/load.js + 7 modules
var load = __webpack_require__(52339);
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
// EXTERNAL MODULE: ./lib/src/app/shell/envelope.js
var envelope = __webpack_require__(38235);
;// CONCATENATED MODULE: ./lib/src/app/rehearse/report-making.js
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

/***/ 25019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ proofHistoryName),
/* harmony export */   x: () => (/* binding */ runDirectory)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
// Owns the layout of the output directory.
// Must not know what is in the files.

/** Of what `verify-backup` proved, run after run; no run's own, so that one from elsewhere may be put there first. */
const proofHistoryName = 'proofs.json';
function runDirectory(path) {
    return {
        path,
        // Not `.etcd-migrate`: that is the default output directory itself, which `--output .` would find beside it.
        marker: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, '.etcd-migrate-output'),
        reportJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'report.json'),
        reportMarkdown: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'report.md'),
        reportHtml: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'report.html'),
        junit: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'junit.xml'),
        record: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'rehearsal.json'),
        history: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'history.jsonl'),
        journal: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'journal.jsonl'),
        checks: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'checks.jsonl'),
        attestations: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'attestations'),
        logs: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'logs'),
        runs: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'runs'),
        lock: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'run.lock'),
    };
}


/***/ }),

/***/ 61186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ openTools)
});

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./node_modules/log-update/index.js + 19 modules
var log_update = __webpack_require__(50569);
;// CONCATENATED MODULE: ./lib/src/app/shell/progress.js
// Owns what a person sees while a run is under way: finished lines, and one live line (terminal) or a heartbeat (CI).
// Must not know what is being done; never writes to standard output.


/** A silent tool looks dead: something is written at least this often. */
const HEARTBEAT_MS = 1_500;
const LIVE_REFRESH_MS = 200;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
function startProgress(surroundings, clock, color) {
    const stream = surroundings.errorStream;
    const colors = picocolors.createColors(color);
    const begun = clock.monotonicUs();
    const elapsed = () => `${((clock.monotonicUs() - begun) / 1_000_000).toFixed(0).padStart(4)} s`;
    const live = stream.isTTY === true && !surroundings.insideActions
        ? // The cursor stays: hidden, it would have to be given back on every way out, a SIGKILL included.
            (0,log_update/* createLogUpdate */.SY)(stream, { showCursor: true })
        : undefined;
    let current = '';
    let frame = 0;
    let lastWrittenUs = begun;
    let inGroup = false;
    const write = (text) => {
        live?.clear();
        stream.write(`${text}\n`);
        lastWrittenUs = clock.monotonicUs();
    };
    const refresh = () => {
        if (current === '')
            return;
        if (live) {
            frame = (frame + 1) % FRAMES.length;
            const width = (stream.columns ?? 80) - 1;
            live(`${FRAMES[frame]} ${elapsed()}  ${current}`.slice(0, width));
        }
        else if (clock.monotonicUs() - lastWrittenUs >= HEARTBEAT_MS * 1000) {
            write(`${elapsed()}  … ${current}`);
        }
    };
    const timer = setInterval(refresh, live ? LIVE_REFRESH_MS : HEARTBEAT_MS / 3);
    timer.unref();
    const endGroup = () => {
        if (inGroup && surroundings.insideActions)
            write('::endgroup::');
        inGroup = false;
    };
    return {
        line: (text) => write(`${colors.dim(elapsed())}  ${text}`),
        now: (text) => {
            current = text;
            refresh();
        },
        group: (title) => {
            endGroup();
            write(surroundings.insideActions ? `::group::${title}` : `${colors.dim(elapsed())}  ${colors.bold(title)}`);
            inGroup = true;
        },
        endGroup,
        [Symbol.dispose]: () => {
            clearInterval(timer);
            live?.clear();
            endGroup();
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/app/shell/tools.js
// Owns the few things every mode works with: clock, log and progress.


function openTools(settings, surroundings, clock) {
    const progress = startProgress(surroundings, clock, settings.errorColor);
    const colors = picocolors.createColors(settings.errorColor);
    // Through the progress, so that a log line never lands in the middle of the live line.
    const line = (paint) => (message, fields = {}) => {
        const details = Object.entries(fields).map(([key, value]) => ` ${key}=${String(value)}`);
        progress.line(`${paint(message)}${colors.dim(details.join(''))}`);
    };
    const log = {
        debug: settings.verbose ? line(colors.dim) : () => { },
        info: line(String),
        warn: line(colors.yellow),
        error: line(colors.red),
    };
    return { clock, log, progress, [Symbol.dispose]: () => progress[Symbol.dispose]() };
}


/***/ }),

/***/ 68645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ restoresWatchSafe),
/* harmony export */   EV: () => (/* binding */ expectationOf),
/* harmony export */   KE: () => (/* binding */ findLine),
/* harmony export */   L5: () => (/* binding */ symptomOf),
/* harmony export */   QU: () => (/* binding */ knownBadFor),
/* harmony export */   fi: () => (/* binding */ hopRuleOf),
/* harmony export */   hG: () => (/* binding */ snapshotCountOf),
/* harmony export */   wk: () => (/* binding */ refusedRestoreOf),
/* harmony export */   y7: () => (/* binding */ settingOf)
/* harmony export */ });
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52339);
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
/** Whether a release's own tool can restore so that clients which watch are told of what they missed. */
function restoresWatchSafe(release, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    const since = catalog.restores.watchSafe.find(({ line }) => line === (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(release))?.since;
    return since !== undefined && (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(release, since) >= 0;
}
/** Why members of a release must refuse a snapshot of a line; undefined where they must take it. */
function refusedRestoreOf(made, release, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return catalog.restores.refused.find((each) => each.made === made && each.with === (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(release));
}


/***/ }),

/***/ 92003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ rollBackStepId),
/* harmony export */   jQ: () => (/* binding */ isRollBackStep),
/* harmony export */   ql: () => (/* binding */ recordsAbout),
/* harmony export */   xN: () => (/* binding */ undoneBy)
/* harmony export */ });
/* harmony import */ var _plan_weave_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43970);

const prefix = 'rollback';
/** Ids of a roll-back's own steps; `attempt` keeps those of one run apart. */
function rollBackStepId(hop, attempt, number) {
    return `${prefix}.${hop.id}.${attempt}.${number}`;
}
/**
 * The steps that are undone once this is journaled: those of a roll-back's hop, from the first that changes a member on.
 * What came before only looked, and a roll-back that was refused or stopped before its first switch undid nothing.
 */
function undoneBy(record, plan) {
    if (!isUndoing(record))
        return [];
    const [, hopId] = record.step.split('.');
    const steps = (0,_plan_weave_js__WEBPACK_IMPORTED_MODULE_0__/* .executableSteps */ .s)(plan).filter(({ hop }) => hop.id === hopId);
    const first = steps.findIndex(({ planned: { step } }) => step.kind === 'switch-member' || step.kind === 'renew-raft-snapshots');
    return first < 0 ? [] : steps.slice(first).map(({ planned }) => planned.id);
}
/** The records that still say something about a step: of the plan's steps only those after the last roll-back's changes. */
function recordsAbout(step, records) {
    const counting = isRollBackStep(step) ? records : records.slice(records.findLastIndex(isUndoing) + 1);
    return counting.filter((record) => 'step' in record && record.step === step);
}
function isUndoing(record) {
    return record.type === 'switch-intended' && isRollBackStep(record.step);
}
/** Whether a step is a roll-back's own and not the plan's. */
function isRollBackStep(step) {
    return step.startsWith(`${prefix}.`);
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

/***/ 43970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ executableSteps)
/* harmony export */ });
/** Upgrade and legs in execution order. A plan without legs is what production runs. */
function executableSteps(plan) {
    const legsAfter = new Map();
    for (const leg of plan.legs)
        legsAfter.set(leg.after, [...(legsAfter.get(leg.after) ?? []), leg]);
    return plan.upgrade.hops.flatMap((hop) => hop.steps.flatMap((planned) => [
        { planned, hop, part: 'upgrade', depth: 1 },
        ...(legsAfter.get(planned.id) ?? []).flatMap((leg) => leg.steps.map((step) => ({ planned: step, hop, part: 'leg', leg, depth: 2 }))),
    ]));
}


/***/ }),

/***/ 11567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
/* harmony import */ var _kill_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29507);
// Owns running other programs to their end: the only importer of @actions/exec.
// Must not know what the programs are, nor decide whether an exit code is a failure.


/** By its path, which POSIX systems all have: looking for a name, @actions/io prints on standard output what it cannot read. */
const SHELL = '/bin/sh';
// @actions/exec cannot end a child, and a wait without an end is not allowed here. So a shell says its pid first and
// then becomes the program: the pid stays the same, and the program's own output begins after the first line. Nobody
// types anything: a program that reads its standard input (`mail`) would wait for ever.
const SAY_PID_THEN_BECOME = 'if command -v "$1" >/dev/null; then echo "$$ found"; else echo "$$ missing"; fi; shift; exec "$@" </dev/null';
/** Of one stream, and of one line; beyond, the program is ended. A string of V8 has at most half a GiB. */
const MOST_OUTPUT_MIB = { stream: 256, line: 16 };
/**
 * Runs a program without a shell's word splitting and returns its output, whatever the exit code.
 * Throws `tool-failed` when it cannot be started, prints without end, or does not end within `timeoutMs` (it is then
 * killed), and the signal's reason on abort.
 */
async function run(command, args, options) {
    // Loaded late: `--version` must not pay for it.
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 81260));
    options.signal?.throwIfAborted();
    let pid = 0;
    let found = false;
    const stop = new AbortController();
    const timer = setTimeout(() => {
        stop.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('tool-failed', `${command} did not end within ${options.timeoutMs / 1000} s and was killed`));
    }, options.timeoutMs);
    const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
    const kill = () => {
        if (pid > 0)
            (0,_kill_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .killTree */ .T)(pid);
    };
    signal.addEventListener('abort', kill, { once: true });
    const bounded = () => {
        const printed = { stream: 0, line: 0 };
        return (data) => {
            printed.stream += data.length;
            printed.line = data.includes(0x0a) ? 0 : printed.line + data.length;
            for (const what of ['stream', 'line']) {
                const most = MOST_OUTPUT_MIB[what];
                if (printed[what] < most * 2 ** 20)
                    continue;
                stop.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('tool-failed', `${command} printed ${most} MiB in one ${what} and was killed`));
            }
        };
    };
    try {
        const output = await getExecOutput(SHELL, ['-c', SAY_PID_THEN_BECOME, 'sh', command, ...(options.by ?? []), command, ...args], {
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            ...(options.env === undefined ? {} : { env: { ...options.env } }),
            silent: true,
            ignoreReturnCode: true,
            listeners: {
                stdline: (line) => {
                    if (pid > 0) {
                        options.onLine?.(line);
                        return;
                    }
                    const [number, state] = line.split(' ');
                    pid = Number(number);
                    found = state === 'found';
                    if (signal.aborted)
                        kill();
                },
                errline: (line) => options.onLine?.(line),
                stdout: bounded(),
                stderr: bounded(),
            },
        });
        signal.throwIfAborted();
        const stdout = output.stdout.slice(output.stdout.indexOf('\n') + 1);
        const refused = output.exitCode === 127 || output.exitCode === 126;
        if (refused && !(options.anyExitCode && found)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('tool-failed', `${command} could not be run: ${output.stderr.trim() || 'not found'}`);
        }
        return { exitCode: output.exitCode, stdout, stderr: output.stderr };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('tool-failed', `${command} could not be run: ${error.message}`, {
            cause: error,
        });
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', kill);
    }
}


/***/ }),

/***/ 29507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ killTree)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/src/platform/process-tree.js
// Owns finding the processes that a process has started, and what they have started in turn.
// Must not signal any.


/** Pids of all living descendants, parents first. A process whose parent has ended is nobody's descendant any more. */
function descendantsOf(pid) {
    const pairs = process.platform === 'linux' ? fromProc() : fromPs();
    const family = [pid];
    for (const member of family) {
        for (const [child, parent] of pairs)
            if (parent === member && !family.includes(child))
                family.push(child);
    }
    return family.slice(1);
}
function fromProc() {
    return (0,external_node_fs_.readdirSync)('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => {
        try {
            const stat = (0,external_node_fs_.readFileSync)(`/proc/${name}/stat`, 'utf8');
            // The command name is in parentheses and may itself contain spaces and parentheses.
            return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
        }
        catch {
            return []; // it ended between the two calls
        }
    });
}
function fromPs() {
    const text = (0,external_node_child_process_.execFileSync)('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8', timeout: 2_000 });
    return text.split('\n').flatMap((line) => {
        const [pid, parent] = line.trim().split(/\s+/).map(Number);
        return pid !== undefined && parent !== undefined ? [[pid, parent]] : [];
    });
}

;// CONCATENATED MODULE: ./lib/src/platform/kill-tree.js
// Owns ending a program together with what it has started.
// Must not decide who has to end.

/**
 * At once, with what it has started: a killed `go build` would leave its compilers at work. A process group of its own would be
 * simpler, but @actions/exec starts none, and no shell does without a terminal (dash: "job control turned off").
 */
function killTree(pid) {
    const family = new Set([pid]);
    try {
        // Stopped, they start no more: once a look finds nobody new, that is all of them.
        for (const member of family) {
            signalIfAlive(member, 'SIGSTOP');
            for (const each of descendantsOf(member))
                family.add(each);
        }
    }
    catch {
        // Where nobody can look, the program alone is better than nothing.
    }
    for (const member of family)
        signalIfAlive(member, 'SIGKILL');
}
function signalIfAlive(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch (error) {
        // What became another user's (sudo) is not ours to end; the others are, and who waits for it says so.
        if (!['ESRCH', 'EPERM'].includes(error.code ?? ''))
            throw error;
    }
}


/***/ }),

/***/ 35693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ sha256OfFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
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
// Owns sha256 of files.
// Must not know what the files are.


const chunkBytes = 1 << 20;
/** Lower-case hexadecimal sha256 of a file's content. Errors are those of node:fs. */
async function sha256OfFile(path, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        // One buffer for all of it: a stream's own are garbage that grows with the file.
        const chunk = Buffer.allocUnsafe(chunkBytes);
        const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path), true);
        for (;;) {
            signal?.throwIfAborted();
            const { bytesRead } = await file.read(chunk, 0, chunkBytes);
            if (bytesRead === 0)
                return hash.digest('hex');
            hash.update(chunk.subarray(0, bytesRead));
        }
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
}


/***/ }),

/***/ 39798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   jh: () => (/* binding */ measured),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/** "850 ms", "1.2 s", "3 min 34 s". */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** A duration that may not have been measurable. */
function measured(ms) {
    return ms === null || ms === undefined ? '–' : duration(ms);
}
/** 48213 → "48,213": grouped by hand, so that every machine prints the same. */
function count(n) {
    return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** "1 check", "9 checks". */
function counted(n, noun) {
    return `${count(n)} ${noun}${n === 1 ? '' : 's'}`;
}
const words = {
    pass: { icon: '✅', mark: '✔', answer: 'Safe' },
    fail: { icon: '❌', mark: '✘', answer: 'Not safe' },
    inconclusive: { icon: '⚠️', mark: '?', answer: 'Not proven' },
    error: { icon: '💥', mark: '!', answer: 'Could not tell' },
};
function verdictWords(verdict) {
    return words[verdict];
}
/** Answers "can we rely on it?". */
const backupAnswers = {
    pass: 'Proven to restore',
    fail: 'Not to be relied on',
    inconclusive: 'Not proven',
    error: 'Could not tell',
};
/**
 * The answer in a report's title. Only a rehearsal may say "Safe": a plan that was made, or a run that was rolled
 * back as wished, is a success and proves nothing about the upgrade.
 */
function answerOf(report) {
    if (report.mode === 'verify-backup')
        return backupAnswers[report.verdict];
    if (report.verdict !== 'pass')
        return words[report.verdict].answer;
    if (report.mode === 'preflight' || report.mode === 'resume')
        return words.pass.answer;
    return report.mode === 'plan' ? 'Planned, nothing run' : 'Done';
}


/***/ }),

/***/ 98799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ canonicalize)
/* harmony export */ });
function hasLoneSurrogate (value) {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);

    if (code >= 0xD800 && code <= 0xDBFF) {
      if (i === value.length - 1) {
        return true;
      }
      const next = value.charCodeAt(i + 1);
      if (!(next >= 0xDC00 && next <= 0xDFFF)) {
        return true;
      }
      i++;
    } else if (code >= 0xDC00 && code <= 0xDFFF) {
      return true;
    }
  }

  return false;
}

function canonicalize (object, seen = new Set()) {
  if (typeof object === 'number' && isNaN(object)) {
    throw new Error('NaN is not allowed');
  }

  if (typeof object === 'number' && !isFinite(object)) {
    throw new Error('Infinity is not allowed');
  }

  if (typeof object === 'string' && hasLoneSurrogate(object)) {
    throw new Error('Lone surrogate is not allowed');
  }

  if (object === null || typeof object !== 'object') {
    return JSON.stringify(object);
  }

  if (typeof object.toJSON === 'function') {
    if (seen.has(object)) {
      throw new Error('Circular reference detected');
    }
    seen.add(object);
    const result = canonicalize(object.toJSON(), seen);
    seen.delete(object);
    return result;
  }

  if (seen.has(object)) {
    throw new Error('Circular reference detected');
  }
  seen.add(object);

  let result;
  if (Array.isArray(object)) {
    const values = object.map((cv) => {
      const value = cv === undefined || typeof cv === 'symbol' ? null : cv;
      return canonicalize(value, seen);
    });
    result = `[${values.join(',')}]`;
  } else {
    const parts = [];
    for (const key of Object.keys(object).sort()) {
      if (object[key] === undefined || typeof object[key] === 'symbol') {
        continue;
      }
      parts.push(`${canonicalize(key)}:${canonicalize(object[key], seen)}`);
    }
    result = `{${parts.join(',')}}`;
  }

  seen.delete(object);
  return result;
}


/***/ })

};
