export const id = 34;
export const ids = [34];
export const modules = {

/***/ 15646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ requireRun),
/* harmony export */   X: () => (/* binding */ continueRun)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72632);
/* harmony import */ var _engine_recover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51229);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35498);
/* harmony import */ var _platform_journal_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71622);
/* harmony import */ var _platform_process_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62380);
/* harmony import */ var _platform_run_lock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62353);
/* harmony import */ var _rehearse_provisioning_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(47400);
/* harmony import */ var _rehearse_rehearsal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(88667);
/* harmony import */ var _shell_output_directory_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(27048);
/* harmony import */ var _shell_tools_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(61186);
/* harmony import */ var _finishing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4909);
/* harmony import */ var _run_directory_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(25019);
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
// Owns going on with an interrupted run, forwards (`resume`) or backwards (`rollback`): both adopt the same members.














/** Adopts the members, goes on under clients, judges over all segments, and removes the cluster. */
async function continueRun(mode, settings, surroundings, publishers = []) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const clock = _platform_clock_js__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m;
        const tools = __addDisposableResource(env_1, (0,_shell_tools_js__WEBPACK_IMPORTED_MODULE_13__/* .openTools */ .a)(settings, surroundings, clock), false);
        const directory = (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_12__/* .runDirectory */ .x)(settings.outputDir);
        await requireRun(directory);
        const _lock = __addDisposableResource(env_1, await (0,_platform_run_lock_js__WEBPACK_IMPORTED_MODULE_7__/* .lockDirectory */ .Z)(directory.path, mode), true);
        const journal = (0,_platform_journal_file_js__WEBPACK_IMPORTED_MODULE_5__/* .createJournalFile */ .W)(directory.journal);
        const records = await journal.read();
        const recovery = (0,_engine_recover_js__WEBPACK_IMPORTED_MODULE_2__/* .recover */ .l)(records);
        const { finished, reported } = recovery;
        if (reported !== undefined) {
            const ending = finished === undefined ? '' : `${finished}, `;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('nothing-to-resume', `Run ${recovery.runId} in ${directory.path} has ended: ${ending}verdict ${reported}.`);
        }
        // Killed while it was judged: what the engine did stands. A roll-back may still follow what did not reach the target.
        const isCarriedOut = mode === 'resume' && finished !== undefined;
        const reportMode = isCarriedOut && finished === 'rolled-back' ? 'rollback' : mode;
        const context = recovery.context;
        const owner = await (0,_platform_process_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .identifySelf */ .L0)();
        tools.progress.line(isCarriedOut
            ? `${mode} of run ${recovery.runId}: it was carried out (${finished}) and is now judged`
            : `${mode} of run ${recovery.runId}: ${recovery.completed.size} steps are behind it`);
        const frame = {
            mode: reportMode,
            plan: recovery.plan,
            context,
            directory,
            publishers,
            settings,
            surroundings,
            clock,
            progress: tools.progress,
        };
        return await (0,_finishing_js__WEBPACK_IMPORTED_MODULE_11__/* .finishRun */ .J)(frame, async () => {
            const cluster = await (0,_rehearse_provisioning_js__WEBPACK_IMPORTED_MODULE_8__/* .openProvisioner */ .d9)(directory, context, tools).adopt(recovery.runId, surroundings.signal);
            await journal.append({
                seq: records.length + 1,
                at: new Date(clock.wallMs()).toISOString(),
                type: 'run-resumed',
                purpose: mode,
                owner,
            });
            const { report } = await (0,_rehearse_rehearsal_js__WEBPACK_IMPORTED_MODULE_9__/* .rehearse */ .K)({
                mode: reportMode,
                plan: recovery.plan,
                context,
                cluster,
                directory,
                journal,
                completed: recovery.completed,
                isCarriedOut,
                publishers,
            }, { ...tools, signal: surroundings.signal });
            return report;
        }, () => (0,_drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .removeRun */ .s2)(directory.path, recovery.runId, { keepLogsIn: directory.logs }));
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
/** Throws `nothing-to-resume` where no run has ever been. */
async function requireRun(directory) {
    if (!(await (0,_shell_output_directory_js__WEBPACK_IMPORTED_MODULE_10__/* .isOutputDirectory */ .lR)(directory))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('nothing-to-resume', `${directory.path} is not an output directory of etcd-migrate.`);
    }
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(directory.journal);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('nothing-to-resume', `There is no run in ${directory.path}.`, { cause });
    }
}


/***/ }),

/***/ 68034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var _interrupted_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15646);
// Owns `rollback`: brings an interrupted run back to the release that its hop started from.

function rollback(settings, surroundings) {
    return (0,_interrupted_run_js__WEBPACK_IMPORTED_MODULE_0__/* .continueRun */ .X)('rollback', settings, surroundings);
}


/***/ })

};
