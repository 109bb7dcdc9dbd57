export const id = 644;
export const ids = [644];
export const modules = {

/***/ 91644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanup: () => (/* binding */ cleanup)
/* harmony export */ });
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35498);
/* harmony import */ var _platform_run_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62353);
/* harmony import */ var _shell_envelope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38235);
/* harmony import */ var _shell_output_directory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27048);
/* harmony import */ var _shell_tools_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61186);
/* harmony import */ var _dead_runs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75495);
/* harmony import */ var _run_directory_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25019);
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
// Owns `cleanup`: removes what runs whose owner is dead have left behind.







/** Throws `run-in-progress` while the owner lives. Nothing to remove is a success. */
async function cleanup(settings, surroundings) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const tools = __addDisposableResource(env_1, (0,_shell_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .openTools */ .a)(settings, surroundings, _platform_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m), false);
        const directory = (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_5__/* .runDirectory */ .x)(settings.outputDir);
        const ours = await (0,_shell_output_directory_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutputDirectory */ .lR)(directory);
        const { removed, leftAlone } = ours ? await removeLocked() : { removed: [], leftAlone: [] };
        const why = ours ? '' : ', which is not an output directory of etcd-migrate';
        const said = removed.length === 0 ? `nothing to remove in ${directory.path}${why}` : `${removed.length} removed`;
        tools.progress.line(said);
        const cleanup = { removed: [...removed], leftAlone: [...leftAlone] };
        (0,_shell_envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .sayJson */ .mx)((0,_shell_envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .envelope */ .RE)('cleanup', { reason: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`, nextSteps: [], cleanup }), settings, surroundings);
        return 0;
        async function removeLocked() {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const _lock = __addDisposableResource(env_2, await (0,_platform_run_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .lockDirectory */ .Z)(directory.path, 'cleanup'), true);
                return await (0,_dead_runs_js__WEBPACK_IMPORTED_MODULE_4__/* .removeDeadRuns */ .P$)(directory, tools.progress);
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

/***/ 75495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ removeDeadRuns),
/* harmony export */   sL: () => (/* binding */ resumableRun),
/* harmony export */   ww: () => (/* binding */ removeEarlierEvidence)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72632);
/* harmony import */ var _engine_recover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51229);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54891);
/* harmony import */ var _platform_journal_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71622);
// Owns removing what dead and earlier runs left in an output directory. The caller holds the directory's lock, so every
// run that is found there has no living owner.






/** Names a run that could still be resumed before it is thrown away, and what it leaves alone. */
async function removeDeadRuns(directory, progress) {
    const leftAlone = await (0,_drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .listForeign */ .Ty)(directory.path);
    for (const path of leftAlone) {
        progress.line(`left alone: ${path} does not carry the marker of a run of etcd-migrate`);
    }
    const runs = await (0,_drivers_process_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .listRuns */ .v)(directory.path);
    if (runs.length === 0)
        return { removed: [], leftAlone };
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
    return { removed: runs, leftAlone };
}
/**
 * Removes what earlier runs recorded and said: were this run killed, an old "pass" would stand beside its journal. The
 * members' logs stay.
 */
async function removeEarlierEvidence(directory) {
    const { history, checks, journal, reportJson, reportMarkdown, reportHtml, junit, record } = directory;
    for (const path of [record, reportJson, reportMarkdown, reportHtml, junit, history, checks, journal]) {
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        }
        catch (error) {
            throw (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .pathError */ .g$)(error, 'Removing', path);
        }
    }
}
/** The run of this directory's journal, when it has begun and is not over; undefined otherwise. */
async function resumableRun(directory) {
    try {
        const recovery = (0,_engine_recover_js__WEBPACK_IMPORTED_MODULE_2__/* .recover */ .l)(await (0,_platform_journal_file_js__WEBPACK_IMPORTED_MODULE_5__/* .createJournalFile */ .W)(directory.journal).read());
        return recovery.reported === undefined ? recovery : undefined;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8 && ['nothing-to-resume', 'journal-damaged'].includes(error.code))
            return undefined;
        throw error;
    }
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

/***/ 38235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RE: () => (/* binding */ envelope),
/* harmony export */   mx: () => (/* binding */ sayJson),
/* harmony export */   z6: () => (/* binding */ tool)
/* harmony export */ });
/* harmony import */ var _package_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36594);
/* harmony import */ var _report_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69695);
// Owns the envelope of the modes that run no rehearsal, and how it reaches standard output.
// Must not know what any mode does.


const tool = { name: 'etcd-migrate', version: _package_json__WEBPACK_IMPORTED_MODULE_0__/* .version */ .rE };
/** Without a failure: `init`, `plan`, `cleanup` and `backup` did what they are for; `status` judges nothing. */
function envelope(mode, own) {
    const verdict = mode === 'status' ? 'inconclusive' : 'pass';
    return { schemaVersion: 1, tool, mode, verdict, failureReason: null, ...own };
}
/** Says the envelope where JSON was asked for; other formats are the mode's own. */
function sayJson(report, settings, surroundings) {
    if (settings.format !== 'json')
        return;
    surroundings.writeOut((0,_report_json_js__WEBPACK_IMPORTED_MODULE_1__/* .renderJson */ .h)(surroundings.redactor.report(report)));
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

/***/ 35498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
// Owns the real clock.
// Must not know what is being timed.

const systemClock = {
    wallMs: () => Date.now(),
    // CLOCK_MONOTONIC: the same origin for all processes of one boot, so history segments of a resumed run compare.
    monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
    sleep: async (ms, signal) => {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal ? { signal } : {});
        }
        catch (error) {
            throw signal?.aborted ? signal.reason : error;
        }
    },
};


/***/ }),

/***/ 54891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y1: () => (/* binding */ readFileBounded),
/* harmony export */   Zf: () => (/* binding */ writeFileAtomic),
/* harmony export */   g$: () => (/* binding */ pathError),
/* harmony export */   zS: () => (/* binding */ fileError)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
// Owns writing files so that a crash leaves the old or the new content, and turning file errors into ours.
// Must not know what the files mean.




const codes = {
    ENOSPC: 'no-space',
    EDQUOT: 'no-space',
    EACCES: 'no-permission',
    EPERM: 'no-permission',
    EROFS: 'no-permission',
};
/** Maps an error of node:fs to ours where the table knows it; returns others unchanged. */
function fileError(error, doing, path) {
    const code = codes[error.code ?? ''];
    if (code === undefined)
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8(code, `${doing} ${path} failed: ${error.message}`, { cause: error });
}
const unusable = new Set([
    'EISDIR',
    'ERR_FS_EISDIR',
    'ENOTDIR',
    'EEXIST',
    'ENOENT',
    'ENOTEMPTY',
    'ELOOP',
    'ENAMETOOLONG',
]);
/** As `fileError`, for a path that a person chose: one that cannot be used at all is told too, as `no-permission`. */
function pathError(error, doing, path) {
    if (!unusable.has(error.code ?? ''))
        return fileError(error, doing, path);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('no-permission', `${doing} ${path} failed: ${error.message}`, {
        hint: hintFor(doing),
        cause: error,
    });
}
function hintFor(doing) {
    return doing === 'Reading'
        ? 'Give the user that runs etcd-migrate access to the path named above, or name another.'
        : 'Choose another path, or move away what is in its place.';
}
/** Replaces a file's content in one step: temporary file beside it, fsync, rename. Creates its directory. */
async function writeFileAtomic(path, content, mode = 0o644) {
    const temporary = `${path}.${process.pid}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.tmp`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, 'wx', mode);
        try {
            await handle.writeFile(content);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (error) {
        // Where the directory itself is unusable there is nothing to remove, and that error would cover the real one.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true }).catch(() => { });
        throw pathError(error, 'Writing', path);
    }
}
/** Reads a file of at most `maxBytes`; a larger one, or a directory, throws a plain Error before it is read. */
async function readFileBounded(path, maxBytes) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
    if (!facts.isFile())
        throw new Error('it is not a regular file');
    if (facts.size > maxBytes)
        throw new Error(`it has ${facts.size} bytes, more than ${maxBytes}`);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
}


/***/ }),

/***/ 69695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30360);
// Owns the report for machines: the envelope that scripts rely on.
// Must not know any other output.

/** Validates on the way out: a report that breaks its own schema is a bug that must not reach a script. */
function renderJson(report) {
    return `${JSON.stringify(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .RunReport */ .ek.parse(report), null, 2)}\n`;
}


/***/ }),

/***/ 30360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pw: () => (/* binding */ ReportLink),
/* harmony export */   Tn: () => (/* binding */ Attestation),
/* harmony export */   ek: () => (/* binding */ RunReport)
/* harmony export */ });
/* unused harmony exports ReportFinding, ReportRelease, ReportStep, ReportCheck, ReportJudge, ReportAvailability, PlanPart, InitPart, StatusPart, CleanupPart, ReportBackup, ReportProof, BackupPart, RehearsalRecord */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
// Owns the one model that every output is made of: the envelope of every mode's JSON.
// Must not know how it is rendered nor who publishes it.

const Where = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional(), column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional() });
const ReportFinding = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'note']),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    where: Where.optional(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    fix: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    learnMore: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const ReportRelease = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Where the binaries came from, e.g. "go", "cache (go)", "github".'),
    /** Tool name → sha256 of the binary. */
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional().describe('True when a floating `from` was resolved to this release.'),
});
/** One line of the plan tree, with what happened. Legs of a rehearsal are nested under the step they follow. */
const ReportStep = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    depth: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    part: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['hop', 'upgrade', 'leg']),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['not-run', 'ok', 'failed']),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    detail: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    /** Client operations during the step. */
    clients: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        operations: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        failed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        unknown: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        longestWriteGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        longestReadGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p50Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p95Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p99Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p999Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    })
        .optional(),
});
const ReportCheck = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    check: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    member: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    release: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    expected: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    seen: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    error: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const ReportJudge = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    judge: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive']),
    summary: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    judged: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    violations: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), records: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()) })),
    violationCount: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const ReportAvailability = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    longestWriteGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    longestReadGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    /** Step in which the longest write gap began. */
    longestWriteGapStep: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    operations: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    failed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    unknown: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    retried: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
});
/** What only `plan` says: the whole plan as data, and what it rests on. */
const PlanPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    upgrade: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).describe('What production runs too; the digest covers this part alone.'),
    legs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J())),
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('What the plan takes for granted, e.g. "from 3.5 is taken as 3.5.33".'),
    atBest: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive'])
        .describe('The best verdict that a rehearsal of this plan can reach.'),
});
/** What only `init` says. */
const InitPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    manifest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Path of the file that was written.'),
    readFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Endpoints of the live cluster whose facts it holds.'),
    notFoundOut: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .nullable()
        .describe('Why the live cluster could not be read; null when it was, or none is known.'),
});
/** What only `status` says. */
const StatusPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    runId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['running', 'interrupted', 'reached-target', 'rolled-back', 'held', 'failed', 'ended']),
    stepsDone: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    nextStep: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    inFlight: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J())
        .nullable()
        .describe('A switch that was begun and of which no end is known.'),
    side: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['before', 'after']).describe('Of the point of no return of the hop under way.'),
    unjudged: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .optional()
        .describe('How the engine ended, where the run broke off before it was judged and reported.'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe('The verdict of a run that has ended.'),
    commands: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Modes that can take it from here.'),
    cluster: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).optional().describe('Absent once the run has ended.'),
});
/** What only `cleanup` says. */
const CleanupPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    removed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Ids of the runs that were removed.'),
    leftAlone: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Paths among the runs that are none of ours.'),
});
/** One link of the chain that proves a backup. */
const ReportLink = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['file', 'restore', 'content', 'use', 'time']),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive']),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('What was seen; the first line says why the link is no pass.'),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
});
/** What was proven about which bytes by which binaries: whoever relies on the backup compares digest and age. */
const Attestation = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('etcd-migrate/backup'),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Of the whole file.'),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    hash: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe("etcd's HashKV at that revision."),
    keys: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    memberIds: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Ids of the members of the cluster that the backup is of, hexadecimal.'),
    clusterId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('As its sidecar says; null without one.'),
    proven: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['file', 'restore', 'content', 'use', 'time'])),
    expectations: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe("How many of the manifest's `backups.expect` it met."),
    ownTest: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().describe("Whether the manifest's `backups.test` was made on it."),
    expectedSha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('Of what `backups.expect` and `backups.test` were: SHA-256 of their canonical JSON.'),
    members: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe('How many it was restored for.'),
    otherReleases: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))
        .describe('Releases of `backups.releases`, which restored it too or refused it as they must: tool → sha256.'),
    recoveryMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().describe('What bringing it, restoring it and starting its members took.'),
    release: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('That restored and served it.'),
    binaries: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Tool → sha256.'),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    takenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().nullable().describe('Null where nobody recorded it.'),
    provenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
});
const ReportBackup = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    release: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('That restored and served it.'),
    revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    keys: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    links: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportLink),
    rpo: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ageMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        by: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['recorded', 'file-time']).describe('file-time: a copy renews it, so the data may be older.'),
        limitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    })
        .nullable(),
    rto: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        fetchMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable().describe('What `backups.fetch` took, for all that it brought; null without it.'),
        restoreMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        startMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        totalMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        limitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    })
        .nullable(),
    attestation: Attestation.nullable().describe('Only of a backup whose every link holds.'),
});
/** One proof of the past, or of this run. */
const ReportProof = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    provenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    ageMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    recoveryMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
});
/** What only `backup` says: the file, its sidecar, and what the sidecar holds. */
const BackupPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sidecar: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Path of the JSON beside it, with the facts below.'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    hash: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe("etcd's HashKV at that revision."),
    hashBy: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['member', 'file']).describe('file: the cluster had compacted since, so the member cannot say.'),
    clusterId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    members: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    etcd: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    takenFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    takenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    removed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Older backups of this cluster that went.'),
});
const RunReport = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('etcd-migrate'), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The manifest's `name`. */
    cluster: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .nullable()
        .describe('A failure code (docs/failure-codes.md), or null for a pass and for `status`, which judges nothing.'),
    /** Why, in one sentence. */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** etcd's own last lines or the last observation, when something failed. */
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    /** Where the cluster stands now and on which side of the point of no return. */
    clusterState: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    pointOfNoReturn: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe('After which step the old release no longer starts.'),
    nextSteps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    planDigest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    from: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().optional(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().optional(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    seed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional(),
    depth: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    releases: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportRelease).optional(),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportStep).optional(),
    checks: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportCheck).optional(),
    judges: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportJudge).optional(),
    availability: ReportAvailability.optional(),
    /** Where the time went, sums in milliseconds: what etcd itself needs, whoever does the upgrade. */
    timings: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ stopMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), startMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), flipWaitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), preparationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })
        .optional(),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportFinding).optional(),
    plan: PlanPart.optional(),
    init: InitPart.optional(),
    status: StatusPart.optional(),
    cleanup: CleanupPart.optional(),
    backup: BackupPart.optional(),
    backups: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportBackup).optional().describe('What only `verify-backup` says.'),
    trend: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportProof)
        .optional()
        .describe("Proofs of this cluster's backups by this run and those before, oldest first."),
});
/** `rehearsal.json`: only this record with verdict "pass" proves a rehearsal; a digest alone proves a plan. */
const RehearsalRecord = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    planDigest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Release → tool → sha256. */
    binaries: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    /** What the rehearsal took for granted, e.g. "from 3.5 is 3.5.33". */
    assumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});


/***/ })

};
