export const id = 372;
export const ids = [372];
export const modules = {

/***/ 9531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _plan_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94026);
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35498);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31932);
/* harmony import */ var _plan_making_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82639);
/* harmony import */ var _report_making_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80347);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99249);
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
        const tools = __addDisposableResource(env_1, (0,_tools_js__WEBPACK_IMPORTED_MODULE_5__/* .openTools */ .a)(settings, surroundings, _platform_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m), false);
        const made = await (0,_plan_making_js__WEBPACK_IMPORTED_MODULE_3__/* .makePlan */ .C)(settings, surroundings, tools);
        tools.progress.now('');
        if (settings.format === 'json') {
            (0,_envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .sayJson */ .mx)((0,_report_making_js__WEBPACK_IMPORTED_MODULE_4__/* .planOnly */ .Ev)(made), settings, surroundings);
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

/***/ 99249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ openTools)
});

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./node_modules/log-update/index.js + 19 modules
var log_update = __webpack_require__(50569);
;// CONCATENATED MODULE: ./lib/src/app/progress.js
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

;// CONCATENATED MODULE: ./lib/src/app/tools.js
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

/***/ 9568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
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

;// CONCATENATED MODULE: ./lib/src/platform/exec.js
// Owns running other programs to their end: the only importer of @actions/exec.
// Must not know what the programs are, nor decide whether an exit code is a failure.


/** By its path, which POSIX systems all have: looking for a name, @actions/io prints on standard output what it cannot read. */
const SHELL = '/bin/sh';
// @actions/exec cannot end a child, and a wait without an end is not allowed here. So a shell says its pid first and
// then becomes the program: the pid stays the same, and the program's own output begins after the first line.
const SAY_PID_THEN_BECOME = 'echo "$$"; exec "$@"';
/**
 * Runs a program without a shell's word splitting and returns its output, whatever the exit code.
 * Throws `tool-failed` when it cannot be started or does not end within `timeoutMs` (it is then killed), and the
 * signal's reason on abort.
 */
async function run(command, args, options) {
    // Loaded late: `--version` must not pay for it.
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 81260));
    options.signal?.throwIfAborted();
    let pid = 0;
    const stop = new AbortController();
    const timer = setTimeout(() => {
        stop.abort(new errors/* EtcdMigrateError */.A8('tool-failed', `${command} did not end within ${options.timeoutMs / 1000} s and was killed`));
    }, options.timeoutMs);
    const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
    const kill = () => {
        if (pid > 0)
            killTree(pid);
    };
    signal.addEventListener('abort', kill, { once: true });
    try {
        const output = await getExecOutput(SHELL, ['-c', SAY_PID_THEN_BECOME, 'sh', command, ...args], {
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
                    pid = Number(line);
                    if (signal.aborted)
                        kill();
                },
                errline: (line) => options.onLine?.(line),
            },
        });
        signal.throwIfAborted();
        const stdout = output.stdout.slice(output.stdout.indexOf('\n') + 1);
        if (output.exitCode === 127 || output.exitCode === 126) {
            throw new errors/* EtcdMigrateError */.A8('tool-failed', `${command} could not be run: ${output.stderr.trim() || 'not found'}`);
        }
        return { exitCode: output.exitCode, stdout, stderr: output.stderr };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* EtcdMigrateError */.A8)
            throw error;
        throw new errors/* EtcdMigrateError */.A8('tool-failed', `${command} could not be run: ${error.message}`, {
            cause: error,
        });
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', kill);
    }
}
/**
 * With what it has started: a killed `go build` would leave its compilers at work. A process group of its own would be
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
        if (error.code !== 'ESRCH')
            throw error;
    }
}


/***/ })

};
