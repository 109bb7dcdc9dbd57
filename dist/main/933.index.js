export const id = 933;
export const ids = [933];
export const modules = {

/***/ 68061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ removeDeadRuns),
/* harmony export */   ww: () => (/* binding */ removeEarlierEvidence)
/* harmony export */ });
/* unused harmony export resumableRun */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72632);
/* harmony import */ var _engine_recover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51229);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54891);
/* harmony import */ var _platform_journal_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71622);
// Owns removing what dead and earlier runs left in an output directory. The caller holds the directory's lock, so every
// run that is found there has no living owner.






/** Names a run that could still be resumed before it is thrown away. Returns how many were removed. */
async function removeDeadRuns(directory, progress) {
    const runs = await (0,_drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .listRuns */ .v)(directory.path);
    if (runs.length === 0)
        return 0;
    const resumable = await resumableRun(directory);
    for (const runId of runs) {
        if (resumable?.runId === runId) {
            progress.line(`removing run ${runId}, which was interrupted after ${resumable.completed.size} steps and could have been resumed`);
        }
        else {
            progress.line(`removing what run ${runId} left behind`);
        }
        await (0,_drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .removeRun */ .s2)(directory.path, runId, { keepLogsIn: directory.logs });
    }
    return runs.length;
}
/**
 * Removes what earlier runs recorded and said: were this run killed, an old "pass" would stand beside its journal. The
 * members' logs stay.
 */
async function removeEarlierEvidence(directory) {
    const { history, checks, journal, reportJson, reportMarkdown, junit, record } = directory;
    for (const path of [record, reportJson, reportMarkdown, junit, history, checks, journal]) {
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        }
        catch (error) {
            throw (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .fileError */ .zS)(error, 'Removing', path);
        }
    }
}
/** The run of this directory's journal, when it has begun and not finished; undefined otherwise. */
async function resumableRun(directory) {
    try {
        const recovery = (0,_engine_recover_js__WEBPACK_IMPORTED_MODULE_2__/* .recover */ .l)(await (0,_platform_journal_file_js__WEBPACK_IMPORTED_MODULE_5__/* .createJournalFile */ .W)(directory.journal).read());
        return recovery.finished === undefined ? recovery : undefined;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8 && ['nothing-to-resume', 'journal-damaged'].includes(error.code))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 25933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   preflight: () => (/* binding */ preflight)
/* harmony export */ });
/* unused harmony export rehearsePlan */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _package_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36594);
/* harmony import */ var _drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72632);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65071);
/* harmony import */ var _plan_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94026);
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35498);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(54891);
/* harmony import */ var _platform_journal_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(71622);
/* harmony import */ var _platform_process_identity_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(62380);
/* harmony import */ var _platform_run_lock_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62353);
/* harmony import */ var _releases_platform_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(64978);
/* harmony import */ var _dead_runs_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(68061);
/* harmony import */ var _finishing_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(77014);
/* harmony import */ var _plan_making_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(34407);
/* harmony import */ var _provisioning_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(9680);
/* harmony import */ var _rehearsal_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(25138);
/* harmony import */ var _release_supply_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(78231);
/* harmony import */ var _run_directory_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(74629);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(99249);
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
// Owns `preflight`: manifest in, rehearsed upgrade out.




















/** Rehearses what the manifest asks for and returns the exit code. */
async function preflight(settings, surroundings, publishers = []) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const tools = __addDisposableResource(env_1, (0,_tools_js__WEBPACK_IMPORTED_MODULE_19__/* .openTools */ .a)(settings, surroundings, _platform_clock_js__WEBPACK_IMPORTED_MODULE_6__/* .systemClock */ .m), false);
        const startedAtUs = tools.clock.monotonicUs();
        const startedAt = new Date(tools.clock.wallMs()).toISOString();
        const made = await (0,_plan_making_js__WEBPACK_IMPORTED_MODULE_14__/* .makePlan */ .C)(settings, surroundings, tools);
        const context = {
            manifest: made.manifest,
            assumed: made.assumed,
            atBest: made.atBest,
            findings: made.findings,
            releases: [],
            binaries: {},
            tree: (0,_plan_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .renderTree */ .B6)(made.plan).split('\n'),
            startedAt,
            startedAtUs,
        };
        return await rehearsePlan(made, context, { settings, surroundings, publishers, tools });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Rehearses a plan that is already made. */
async function rehearsePlan(made, context, by) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { settings, surroundings, publishers, tools } = by;
        const { clock, progress } = tools;
        const directory = (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_18__/* .runDirectory */ .x)(settings.outputDir);
        await prepare(directory);
        const _lock = __addDisposableResource(env_2, await (0,_platform_run_lock_js__WEBPACK_IMPORTED_MODULE_10__/* .lockDirectory */ .Z)(directory.path, 'preflight'), true);
        await (0,_dead_runs_js__WEBPACK_IMPORTED_MODULE_12__/* .removeDeadRuns */ .P$)(directory, progress);
        await (0,_dead_runs_js__WEBPACK_IMPORTED_MODULE_12__/* .removeEarlierEvidence */ .ww)(directory);
        progress.line(`plan ${made.plan.digest}`);
        for (const line of context.tree)
            progress.line(line);
        const announcement = {
            title: titleFor(made),
            planDigest: made.plan.digest,
            cluster: made.manifest.name,
            tree: context.tree.join('\n'),
        };
        await Promise.all(publishers.map((publisher) => publisher.started(announcement)));
        const runId = newRunId(clock);
        const frame = {
            mode: 'preflight',
            plan: made.plan,
            context,
            directory,
            publishers,
            settings,
            surroundings,
            clock,
            progress,
        };
        return await (0,_finishing_js__WEBPACK_IMPORTED_MODULE_13__/* .finishRun */ .J)(frame, async () => {
            const releases = await (0,_release_supply_js__WEBPACK_IMPORTED_MODULE_17__/* .obtainReleases */ .oW)(made.plan, made.store, tools, surroundings.signal);
            frame.context = { ...context, ...suppliedBy(releases, made.assumed) };
            return await rehearseOn(made, frame, runId, tools);
        }, () => (0,_drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .removeRun */ .s2)(directory.path, runId, { keepLogsIn: directory.logs }));
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_2);
        if (result_1)
            await result_1;
    }
}
async function rehearseOn(made, frame, runId, tools) {
    const { directory, surroundings, clock } = frame;
    const owner = await (0,_platform_process_identity_js__WEBPACK_IMPORTED_MODULE_9__/* .identifySelf */ .L0)();
    const journal = (0,_platform_journal_file_js__WEBPACK_IMPORTED_MODULE_8__/* .createJournalFile */ .W)(directory.journal);
    await journal.append({
        seq: 1,
        at: new Date(clock.wallMs()).toISOString(),
        type: 'run-started',
        runId,
        toolVersion: _package_json__WEBPACK_IMPORTED_MODULE_2__/* .version */ .rE,
        mode: 'preflight',
        plan: made.plan,
        owner,
        context: frame.context,
    });
    const { memberNames } = made.manifest;
    const release = firstReleaseOf(made.plan);
    frame.progress.now(`starting ${made.plan.upgrade.voters} members of etcd ${release}`);
    const cluster = await (0,_provisioning_js__WEBPACK_IMPORTED_MODULE_15__/* .openProvisioner */ .d)(directory, frame.context, tools).provision({
        runId,
        voters: made.plan.upgrade.voters,
        ...(memberNames === undefined ? {} : { memberNames }),
        settings: made.plan.upgrade.settings,
        release,
        tls: made.tls,
        auth: made.manifest.rehearsal.auth,
    }, surroundings.signal);
    const { report } = await (0,_rehearsal_js__WEBPACK_IMPORTED_MODULE_16__/* .rehearse */ .K)({
        mode: 'preflight',
        plan: made.plan,
        context: frame.context,
        cluster,
        directory,
        journal,
        completed: new Set(),
        publishers: frame.publishers,
    }, { ...tools, signal: surroundings.signal });
    return report;
}
async function prepare(directory) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(directory.path, { recursive: true });
    }
    catch (error) {
        throw (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_7__/* .fileError */ .zS)(error, 'Making', directory.path);
    }
}
function suppliedBy(releases, assumed) {
    return {
        releases: releases.map((release) => ({
            version: release.version,
            source: release.source,
            sha256: Object.fromEntries(Object.entries(release.tools).map(([name, file]) => [name, file.sha256])),
            platform: (0,_releases_platform_js__WEBPACK_IMPORTED_MODULE_11__/* .platformName */ .$r)((0,_releases_platform_js__WEBPACK_IMPORTED_MODULE_11__/* .thisPlatform */ .gA)()),
            ...(assumed.some((line) => line.includes(release.version)) ? { assumed: true } : {}),
        })),
        binaries: Object.fromEntries(releases.flatMap((release) => (release.tools['etcd'] ? [[release.version, release.tools['etcd'].path]] : []))),
    };
}
function firstReleaseOf(plan) {
    const [first] = plan.upgrade.hops;
    if (first === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .EtcdMigrateError */ .A8('internal-error', 'The plan has no hop.');
    return first.from;
}
function titleFor(made) {
    return `Rehearsing etcd ${firstReleaseOf(made.plan)} → ${made.plan.upgrade.hops.at(-1)?.to} (${made.manifest.name})`;
}
/** Sorts by start; the tail keeps two runs of one second apart. */
function newRunId(clock) {
    const stamp = new Date(clock.wallMs())
        .toISOString()
        .replaceAll(/[-:]|\..*/g, '')
        .toLowerCase();
    return `${stamp}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex')}`;
}


/***/ })

};
