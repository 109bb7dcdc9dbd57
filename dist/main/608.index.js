export const id = 608;
export const ids = [608];
export const modules = {

/***/ 43347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  preflight: () => (/* binding */ preflight)
});

// UNUSED EXPORTS: rehearsePlan

// EXTERNAL MODULE: ./lib/package.json
var lib_package = __webpack_require__(36594);
// EXTERNAL MODULE: ./lib/src/drivers/process/runs.js
var runs = __webpack_require__(72632);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/plan/tree.js
var tree = __webpack_require__(94026);
// EXTERNAL MODULE: ./lib/src/platform/clock.js
var clock = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/src/platform/journal-file.js
var journal_file = __webpack_require__(71622);
// EXTERNAL MODULE: ./lib/src/platform/process-identity.js
var process_identity = __webpack_require__(62380);
// EXTERNAL MODULE: ./lib/src/platform/run-lock.js
var run_lock = __webpack_require__(62353);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/platform/exec.js
var exec = __webpack_require__(11567);
;// CONCATENATED MODULE: ./lib/src/releases/ignored-settings.js
// Owns asking a release's own binary which environment variables and configuration keys it takes no notice of.
// Must not know what any setting means, nor start a member: etcd is given a mistake that ends it after it has read them.





/** etcd has read its settings and ended long before. */
const TRIAL_LIMIT_MS = 10_000;
/**
 * Names of variables and configuration keys ("group.key" within a group) that this etcd silently does without (K9): a variable it does not know
 * costs one warning in its log, a key not even that. Flags are left out: etcd refuses those it does not know.
 *
 * @param binary path of a verified etcd.
 * Throws `tool-failed` when the binary's answer cannot be understood: then nothing is known, which is no "all taken".
 */
async function ignoredSettings(binary, { environment, configFile }, signal) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'etcd-migrate-settings-'));
    const ask = (args, variables) => answerOf(binary, directory, args, variables, signal);
    try {
        const ignored = [];
        // One at a time: of several mistakes etcd names only the first.
        for (const variable of Object.keys(environment)) {
            if (await ignoresVariable(ask, variable, environment[variable]))
                ignored.push(variable);
        }
        ignored.push(...(await ignoredKeys(ask, (0,external_node_path_.join)(directory, 'etcd.json'), configFile ?? {}, [])));
        return ignored;
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
/** Checked once everything else has been read; the same words from 3.3 to 3.7. */
const ENDS_AFTER_VARIABLES = { args: ['--listen-client-urls=http://127.0.0.1:1'], says: /advertise-client-urls/ };
async function ignoresVariable(ask, variable, value) {
    const answer = await ask(ENDS_AFTER_VARIABLES.args, { [variable]: value });
    if (/unrecognized environment variable/.test(answer))
        return true;
    // A value that etcd refuses is not ignored either; it will say so when it is started.
    if (ENDS_AFTER_VARIABLES.says.test(answer) || answer.includes(variable))
        return false;
    throw notUnderstood(variable, answer);
}
/** Keys below `path`; of an ignored group only the group. */
async function ignoredKeys(ask, file, group, path) {
    const ignored = [];
    for (const [key, value] of Object.entries(group)) {
        const here = [...path, key];
        if (await ignoresKey(ask, file, here))
            ignored.push(here.join('.'));
        else if (isGroup(value))
            ignored.push(...(await ignoredKeys(ask, file, value, here)));
    }
    return ignored;
}
/** A list of lists fits no field of etcd's configuration, so a key that etcd knows makes it refuse the file. */
async function ignoresKey(ask, file, path) {
    const misfit = path.reduceRight((value, key) => ({ [key]: value }), [[]]);
    await (0,promises_.writeFile)(file, JSON.stringify({ ...misfit, 'listen-peer-urls': 'no URL' }));
    const answer = await ask([`--config-file=${file}`], {});
    if (/cannot unmarshal/.test(answer))
        return false;
    if (/setting up listen-peer-urls/.test(answer))
        return true;
    throw notUnderstood(path.join('.'), answer);
}
function isGroup(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function notUnderstood(setting, answer) {
    return new errors/* EtcdMigrateError */.A8('tool-failed', `Whether etcd takes the setting ${setting} cannot be told from its answer: ${answer.trim().slice(-500) || 'none'}`);
}
async function answerOf(binary, directory, args, variables, signal) {
    const { exitCode, stdout, stderr } = await (0,exec/* run */.e)(binary, args, {
        cwd: directory,
        // Nothing of the caller's ETCD_* may reach it.
        env: variables,
        timeoutMs: TRIAL_LIMIT_MS,
        signal,
    });
    const answer = `${stdout}\n${stderr}`;
    if (exitCode === 0)
        throw notUnderstood(args.join(' '), answer);
    return answer;
}

;// CONCATENATED MODULE: ./lib/src/app/plan/lost-settings.js
// Owns the findings on etcd settings that a release of the plan silently does without (K9).
// Must not know how a binary is asked (releases/ignored-settings.ts).


const learnMore = 'https://etcd.io/docs/latest/upgrades/';
/** Asks every release, in the order of the plan. A setting that is lost on the way blocks; one that never was warns. */
async function findLostSettings(releases, settings, places, say, signal) {
    const count = Object.keys({ ...settings.environment, ...settings.configFile }).length;
    if (count === 0)
        return [];
    const answers = [];
    for (const { version, tools } of releases) {
        const binary = tools['etcd']?.path;
        if (binary === undefined)
            throw new errors/* EtcdMigrateError */.A8('internal-error', `No binary of etcd ${version} was obtained.`);
        say(`asking etcd ${version} which of ${count} settings it takes`);
        answers.push({ version, ignored: new Set(await ignoredSettings(binary, settings, signal)) });
    }
    const names = new Set(answers.flatMap(({ ignored }) => [...ignored]));
    return [...names].flatMap((name) => findingFor(name, answers, places[name] ?? places[name.split('.')[0] ?? name]));
}
function findingFor(name, answers, where) {
    const versions = (those) => those.map(({ version }) => version).join(', ');
    // A group that is ignored takes its keys with it.
    const group = name.split('.')[0] ?? name;
    const ignores = ({ ignored }) => ignored.has(name) || ignored.has(group);
    const begins = answers.findIndex((answer) => !ignores(answer));
    const place = { ...(where === undefined ? {} : { where }), learnMore };
    const evidence = (who) => `each etcd of the plan was asked, and ${who} took no notice of ${name}`;
    const taking = answers[begins];
    if (taking === undefined) {
        return [
            {
                ...place,
                id: 'rule/setting-ignored',
                severity: 'warning',
                message: `${name} is known to no etcd of this plan (${versions(answers)}): it has no effect, before or after.`,
                evidence: evidence('every one'),
                fix: 'correct its name, or remove it',
            },
        ];
    }
    const lost = answers.slice(begins).find(ignores);
    if (lost !== undefined) {
        return [
            {
                ...place,
                id: 'rule/setting-lost',
                severity: 'error',
                message: `${name} works on etcd ${taking.version}, but etcd ${lost.version} does not know it and starts without it, silently.`,
                evidence: evidence(`etcd ${lost.version}`),
                fix: `replace it by what etcd ${lost.version} calls it, or remove it, before the upgrade; then rehearse again`,
            },
        ];
    }
    if (begins === 0)
        return [];
    const before = versions(answers.slice(0, begins));
    return [
        {
            ...place,
            id: 'rule/setting-takes-effect',
            severity: 'warning',
            message: `${name} has no effect on etcd ${before}; it begins to work with etcd ${taking.version}.`,
            evidence: evidence(`etcd ${before}`),
            fix: 'make sure that it is wanted from then on',
        },
    ];
}

// EXTERNAL MODULE: ./lib/src/app/plan/plan-making.js + 11 modules
var plan_making = __webpack_require__(77234);
// EXTERNAL MODULE: ./lib/src/app/plan/release-supply.js + 23 modules
var release_supply = __webpack_require__(22427);
// EXTERNAL MODULE: ./lib/src/app/run/dead-runs.js
var dead_runs = __webpack_require__(75495);
// EXTERNAL MODULE: ./lib/src/app/run/finishing.js
var finishing = __webpack_require__(4909);
// EXTERNAL MODULE: ./lib/src/app/run/run-directory.js
var run_directory = __webpack_require__(25019);
// EXTERNAL MODULE: ./lib/src/app/run/run-id.js
var run_id = __webpack_require__(71011);
// EXTERNAL MODULE: ./lib/src/app/shell/output-directory.js
var output_directory = __webpack_require__(27048);
// EXTERNAL MODULE: ./lib/src/app/shell/tools.js + 1 modules
var shell_tools = __webpack_require__(61186);
// EXTERNAL MODULE: ./lib/src/app/rehearse/provisioning.js + 14 modules
var provisioning = __webpack_require__(47400);
// EXTERNAL MODULE: ./lib/src/app/rehearse/rehearsal.js + 74 modules
var rehearsal = __webpack_require__(88667);
;// CONCATENATED MODULE: ./lib/src/app/rehearse/preflight.js
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
        const tools = __addDisposableResource(env_1, (0,shell_tools/* openTools */.a)(settings, surroundings, clock/* systemClock */.m), false);
        const startedAtUs = tools.clock.monotonicUs();
        const startedAt = new Date(tools.clock.wallMs()).toISOString();
        // Before the minutes that the rest takes.
        await (0,output_directory/* refuseForeignDirectory */.Mi)((0,run_directory/* runDirectory */.x)(settings.outputDir));
        const made = await (0,plan_making/* makePlan */.C)(settings, surroundings, tools);
        const context = {
            manifest: made.manifest,
            assumed: made.assumed,
            atBest: made.atBest,
            findings: made.findings,
            releases: [],
            binaries: {},
            tree: (0,tree/* renderTree */.B6)(made.plan).split('\n'),
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
        const directory = (0,run_directory/* runDirectory */.x)(settings.outputDir);
        await (0,output_directory/* ownOutputDirectory */.NI)(directory);
        const _lock = __addDisposableResource(env_2, await (0,run_lock/* lockDirectory */.Z)(directory.path, 'preflight'), true);
        await (0,dead_runs/* removeDeadRuns */.P$)(directory, progress);
        await (0,dead_runs/* removeEarlierEvidence */.ww)(directory);
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
        const runId = (0,run_id/* newRunId */.F)(clock);
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
        return await (0,finishing/* finishRun */.J)(frame, async () => {
            const releases = await (0,release_supply/* obtainReleases */.oW)(made.plan, made.store, tools, surroundings.signal);
            const { settings: etcd, settingPlaces } = made.manifest;
            const lost = await findLostSettings(releases, etcd, settingPlaces, (doing) => progress.now(doing), surroundings.signal);
            for (const finding of lost)
                progress.line(`${finding.severity}: ${finding.message}`);
            frame.context = {
                ...context,
                ...suppliedBy(releases, made.assumed),
                findings: [...context.findings, ...lost],
            };
            return await rehearseOn(made, frame, runId, tools);
        }, () => (0,runs/* removeRun */.s2)(directory.path, runId, { keepLogsIn: directory.logs }));
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
    const owner = await (0,process_identity/* identifySelf */.L0)();
    const journal = (0,journal_file/* createJournalFile */.W)(directory.journal);
    await journal.append({
        seq: 1,
        at: new Date(clock.wallMs()).toISOString(),
        type: 'run-started',
        runId,
        toolVersion: lib_package/* version */.rE,
        mode: 'preflight',
        plan: made.plan,
        owner,
        context: frame.context,
    });
    const { memberNames } = made.manifest;
    const release = firstReleaseOf(made.plan);
    frame.progress.now(`starting ${made.plan.upgrade.voters} members of etcd ${release}`);
    const cluster = await (0,provisioning/* openProvisioner */.d9)(directory, frame.context, tools).provision({
        runId,
        voters: made.plan.upgrade.voters,
        ...(memberNames === undefined ? {} : { memberNames }),
        settings: made.plan.upgrade.settings,
        release,
        tls: made.tls,
        auth: made.auth,
    }, surroundings.signal);
    const { report } = await (0,rehearsal/* rehearse */.K)({
        mode: 'preflight',
        plan: made.plan,
        context: frame.context,
        cluster,
        directory,
        journal,
        completed: new Set(),
        isCarriedOut: false,
        publishers: frame.publishers,
    }, { ...tools, signal: surroundings.signal });
    return report;
}
function suppliedBy(releases, assumed) {
    return {
        releases: releases.map((release) => ({
            ...(0,release_supply/* reportRelease */.IH)(release),
            ...(assumed.some((line) => line.includes(release.version)) ? { assumed: true } : {}),
        })),
        binaries: Object.fromEntries(releases.flatMap((release) => (release.tools['etcd'] ? [[release.version, release.tools['etcd'].path]] : []))),
    };
}
function firstReleaseOf(plan) {
    const [first] = plan.upgrade.hops;
    if (first === undefined)
        throw new errors/* EtcdMigrateError */.A8('internal-error', 'The plan has no hop.');
    return first.from;
}
function titleFor(made) {
    return `Rehearsing etcd ${firstReleaseOf(made.plan)} → ${made.plan.upgrade.hops.at(-1)?.to} (${made.manifest.name})`;
}


/***/ }),

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

/***/ 67142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction),
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
;// CONCATENATED MODULE: ./lib/src/github/context.js
// Owns what the workflow's event means for us: which commit a check run belongs to, and whether its files are trusted.
// Must not call GitHub; the decisions are pure, `readEventContext` alone reads the runner's environment.

/** Loads octokit with it (one package): only the action calls this, never the command line. */
async function readEventContext() {
    const { context } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 92413));
    return {
        eventName: context.eventName ?? '',
        ref: context.ref ?? '',
        sha: context.sha ?? '',
        runId: context.runId,
        serverUrl: context.serverUrl,
        apiUrl: context.apiUrl,
        ...repositoryOf(() => context.repo),
        payload: context.payload,
    };
}
/** @actions/github throws where neither environment nor payload names a repository. */
function repositoryOf(read) {
    try {
        const { owner, repo } = read();
        return { repository: { owner, repo } };
    }
    catch {
        return {};
    }
}
/** The commit that a check run must be attached to: GITHUB_SHA of a pull request is a merge that nobody looks at. */
function headShaOf(context) {
    const { payload } = context;
    return (textAt(payload, 'pull_request', 'head', 'sha') ??
        textAt(payload, 'merge_group', 'head_sha') ??
        textAt(payload, 'workflow_run', 'head_sha') ??
        context.sha);
}
/** True where the pull request's files come from another repository; a deleted fork has no repository at all. */
function comesFromFork(context) {
    const { payload } = context;
    if (at(payload, 'pull_request') === undefined)
        return false;
    const head = textAt(payload, 'pull_request', 'head', 'repo', 'full_name');
    const base = textAt(payload, 'pull_request', 'base', 'repo', 'full_name') ?? textAt(payload, 'repository', 'full_name');
    return head === undefined || base === undefined || head.toLowerCase() !== base.toLowerCase();
}
/**
 * `pull_request_target` runs with secrets and a writable token; a manifest of a fork must not be run there.
 * Which files a workflow checked out cannot be known, so every such event of a fork is refused.
 */
function assertTrustedEvent(context) {
    if (context.eventName !== 'pull_request_target' || !comesFromFork(context))
        return;
    const head = textAt(context.payload, 'pull_request', 'head', 'repo', 'full_name') ?? 'a deleted repository';
    throw new errors/* EtcdMigrateError */.A8('untrusted-event', `The event is pull_request_target and the pull request comes from the fork ${head}: its manifest would run with this repository's secrets and token. Nothing was run.`);
}
// Events whose ref is what was pushed, scheduled or chosen by someone with write access. All others (pull_request and
// its target, issue_comment, workflow_run, …) either carry a proposal or run on the default branch *about* one.
const REF_EVENTS = new Set(['push', 'schedule', 'workflow_dispatch']);
/** Whether manifest keys that name a binary or where one comes from may be obeyed. Unknown means untrusted. */
function trustOf(context, inputs) {
    if (!REF_EVENTS.has(context.eventName) || context.ref === '')
        return 'untrusted';
    // A schedule runs on the default branch alone, and its payload need not say which that is.
    if (context.eventName === 'workflow_dispatch' || context.eventName === 'schedule')
        return 'trusted';
    const branch = textAt(context.payload, 'repository', 'default_branch');
    if (branch !== undefined && context.ref === `refs/heads/${branch}`)
        return 'trusted';
    const listed = inputs.trustedRefs.some((ref) => context.ref === (ref.startsWith('refs/') ? ref : `refs/heads/${ref}`));
    return listed ? 'trusted' : 'untrusted';
}
function at(value, ...path) {
    return path.reduce((node, key) => (typeof node === 'object' && node !== null ? node[key] : undefined), value);
}
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' && found !== '' ? found : undefined;
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(57264);
;// CONCATENATED MODULE: ./lib/src/github/inputs.js
// Owns the action's inputs: reading, checking and masking them.
// Must not know what a mode does with them, nor give defaults to what the manifest may set.


const actionModes = ['preflight', 'verify-backup'];
/** Masks the credentials before anything else is looked at. Throws `usage` naming the input. */
function readActionInputs() {
    const githubToken = inputs_text('github-token');
    if (githubToken !== undefined)
        (0,core/* setSecret */.Pq)(githubToken);
    const given = {
        manifest: inputs_text('manifest'),
        output: inputs_text('output'),
        cache: inputs_text('cache'),
        offline: flag('offline'),
        workingDirectory: inputs_text('working-directory'),
        githubToken,
        checkName: inputs_text('check-name'),
    };
    return {
        mode: modeOf(inputs_text('mode')),
        ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
        trustedRefs: (0,core/* getMultilineInput */.q3)('trusted-refs').filter((ref) => ref !== ''),
        checkRun: flag('check-run') ?? true,
        annotations: flag('annotations') ?? true,
    };
}
function inputs_text(name) {
    const value = (0,core/* getInput */.V4)(name);
    return value === '' ? undefined : value;
}
/** The spellings that YAML 1.2 and @actions/core accept; anything else is a mistake, not `false`. */
function flag(name) {
    const value = inputs_text(name);
    if (value === undefined)
        return undefined;
    if (/^(true|True|TRUE)$/.test(value))
        return true;
    if (/^(false|False|FALSE)$/.test(value))
        return false;
    throw new errors/* EtcdMigrateError */.A8('usage', `The input ${name} must be true or false, not ${JSON.stringify(value)}.`, {
        hint: `Correct the input ${name} of the step in the workflow.`,
    });
}
// `required: true` in action.yml is not enforced by the runner.
function modeOf(value) {
    const mode = actionModes.find((known) => known === value);
    if (mode !== undefined)
        return mode;
    const what = value === undefined ? 'The input mode is missing' : `The input mode is ${JSON.stringify(value)}`;
    throw new errors/* EtcdMigrateError */.A8('usage', `${what}; it must be one of: ${actionModes.join(', ')}.`, {
        hint: `Set \`mode: ${actionModes[0]}\` in the step of the workflow, or another of them.`,
    });
}
/** Hides values from the job's log; the runner takes each line on its own, so a key file is masked line by line. */
function maskSecrets(values) {
    for (const value of values) {
        for (const line of [value, ...value.split(/\r\n|\r|\n/)])
            if (line.trim() !== '')
                (0,core/* setSecret */.Pq)(line);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/src/github/log.js
// Owns printing text of others in a job's log.
// Must not know what it says.


/** Prints so that no line can act as a workflow command, even one with `::` or `##[` at its start. */
function printVerbatim(text) {
    const token = `etcd-migrate-${randomBytes(16).toString('hex')}`;
    info(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`);
}

// EXTERNAL MODULE: ./lib/package.json
var lib_package = __webpack_require__(36594);
// EXTERNAL MODULE: ./lib/src/report/budget.js
var budget = __webpack_require__(95508);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
// EXTERNAL MODULE: ./lib/src/report/headline.js
var headline = __webpack_require__(35509);
;// CONCATENATED MODULE: ./lib/src/github/annotations.js
// Owns the annotations of a run: workflow commands, which need no permission and work for forks.
// Must not know where findings come from. GitHub shows ten of a level and step; the verdict is always among them.




/** Notices keep one place free: for the one that says why publishing was cut back. */
const places = {
    error: budget/* ANNOTATIONS_PER_LEVEL_LIMIT */.mu,
    warning: budget/* ANNOTATIONS_PER_LEVEL_LIMIT */.mu,
    note: budget/* ANNOTATIONS_PER_LEVEL_LIMIT */.mu - 1,
};
const TITLE_LIMIT = 255;
/** `prefix` is the working directory as seen from the workspace: GitHub finds files from there. */
function annotationsOf(report, prefix = '') {
    const all = [
        ...verdictAnnotation(report),
        ...(report.findings ?? []).map((finding) => findingAnnotation(finding, prefix)),
    ];
    return ['error', 'warning', 'note'].flatMap((level) => {
        const mine = all.filter((annotation) => annotation.level === level);
        if (mine.length <= places[level])
            return mine;
        const shown = mine.slice(0, places[level] - 1);
        const rest = mine.length - shown.length;
        return [...shown, { level, title: `${rest} more`, message: `${rest} more findings are in the job summary.` }];
    });
}
function verdictAnnotation(report) {
    if (report.verdict === 'pass')
        return [];
    const [next] = report.nextSteps;
    const message = next === undefined ? report.reason : `${report.reason}\n${next}`;
    const code = report.failureReason === null ? '' : ` [${report.failureReason}]`;
    return [{ level: 'error', title: `${(0,headline/* titleOf */.Gg)(report)}${code}`, message }];
}
function findingAnnotation(finding, prefix) {
    const { where } = finding;
    const parts = [
        finding.message,
        finding.evidence && `Seen: ${finding.evidence}`,
        finding.fix && `Fix: ${finding.fix}`,
    ];
    return {
        level: finding.severity,
        title: finding.id,
        message: parts.filter((part) => part !== undefined && part !== '').join('\n'),
        ...(where === undefined ? {} : { file: prefix === '' ? where.file : `${prefix}/${where.file}` }),
        ...(where?.line === undefined ? {} : { line: where.line }),
        ...(where?.column === undefined ? {} : { column: where.column }),
    };
}
const write = { error: core/* error */.z3, warning: core/* warning */.$e, note: core/* notice */.lm };
/** @actions/core escapes what would end the command; control characters and size are ours. */
function annotate(annotations) {
    for (const { level, title, message, file, line, column } of annotations) {
        write[level]((0,report_escape/* cut */.Jj)((0,report_escape/* plainLines */.y1)(message).join('\n'), budget/* ANNOTATION_MESSAGE_LIMIT */.MN), {
            title: (0,report_escape/* cut */.Jj)((0,report_escape/* plainLine */.h0)(title), TITLE_LIMIT),
            ...(file === undefined ? {} : { file: (0,report_escape/* plainLine */.h0)(file) }),
            ...(line === undefined ? {} : { startLine: line }),
            ...(column === undefined ? {} : { startColumn: column }),
        });
    }
}

// EXTERNAL MODULE: ./lib/src/report/markdown.js
var report_markdown = __webpack_require__(12560);
;// CONCATENATED MODULE: ./lib/src/github/summary.js
// Owns the job summary, and the one notice for a surface that could not be published.
// Must not fail: publishing trouble never changes a verdict.




/** Replaces this step's summary. Needs no permission; the report must be redacted already. */
async function publishSummary(report) {
    try {
        const markdown = (0,report_markdown/* renderMarkdown */.G)(report, { limit: budget/* SUMMARY_LIMIT_BYTES */.Jz });
        await core/* summary */.z.emptyBuffer().addRaw(markdown).write({ overwrite: true });
    }
    catch (error) {
        sayUnpublished('job summary', error);
    }
}
function sayUnpublished(surface, error) {
    const why = error instanceof Error ? error.message : String(error);
    (0,core/* notice */.lm)(`The ${surface} was not published: ${(0,report_escape/* cut */.Jj)((0,report_escape/* plainLine */.h0)(why), 500)}. The verdict is not affected.`);
}

;// CONCATENATED MODULE: ./lib/src/github/outputs.js
// Owns the action's outputs: scalars to branch on, and paths for everything large.
// Must not know how the report was made.





function setOutputs(report, paths) {
    (0,core/* setOutput */.uH)('verdict', report.verdict);
    (0,core/* setOutput */.uH)('failure-reason', report.failureReason ?? '');
    (0,core/* setOutput */.uH)('plan-digest', report.planDigest ?? '');
    (0,core/* setOutput */.uH)('report-path', paths.report ?? '');
    (0,core/* setOutput */.uH)('record-path', paths.record ?? '');
    (0,core/* setOutput */.uH)('attestations-path', paths.attestations ?? '');
}
/**
 * Publishes an error that kept a run from making a report: job summary, annotations (each mistake of a manifest at its
 * line), outputs; returns the exit code. Anything but an EtcdMigrateError is a bug and says so. Never rejects.
 */
async function reportFailure(error, options) {
    const known = error instanceof errors/* EtcdMigrateError */.A8
        ? error
        : new errors/* EtcdMigrateError */.A8('internal-error', error instanceof Error ? (error.stack ?? error.message) : String(error));
    const report = options.redactor.report({
        schemaVersion: 1,
        tool: { name: 'etcd-migrate', version: lib_package/* version */.rE },
        mode: options.mode ?? 'preflight',
        verdict: 'error',
        failureReason: known.code,
        reason: known.message,
        nextSteps: [known.hint],
        findings: findingsOf(known),
    });
    if (options.publisher === undefined) {
        await publishSummary(report);
        const all = annotationsOf(report, options.workingDirectory ?? '');
        // The error itself is always said: without a report it is all there is.
        annotate(options.annotations === false ? all.slice(0, 1) : all);
    }
    else
        await options.publisher.finished(report);
    setOutputs(report, {});
    return (0,errors/* exitCodeOf */.FO)(known.code);
}
function findingsOf(error) {
    const { findings } = error.details;
    return Array.isArray(findings) ? findings : [];
}

;// CONCATENATED MODULE: ./lib/src/github/check-run.js
// Owns the bodies of check-run requests: pure data within GitHub's limits.
// Must not send them (check-run-client.ts).




const check_run_TITLE_LIMIT = 255;
/**
 * GitHub counts `success`, `neutral` and `skipped` as passed for a required check. Inconclusive must not open a merge,
 * so it becomes `action_required`: not passed, and told apart from a proven failure. Somebody has to look.
 */
function conclusionOf(report) {
    if (report.failureReason === 'interrupted' || report.failureReason === 'terminated')
        return 'cancelled';
    return { pass: 'success', fail: 'failure', inconclusive: 'action_required', error: 'failure' }[report.verdict];
}
function runningState(run, hops) {
    const last = hops.at(-1);
    const title = last === undefined ? run.title : `${run.title}: ${last.done} of ${last.of} steps`;
    return {
        status: 'in_progress',
        ...(run.planDigest === undefined ? {} : { external_id: run.planDigest }),
        output: {
            title: (0,report_escape/* cut */.Jj)((0,report_escape/* plainLine */.h0)(title), check_run_TITLE_LIMIT),
            summary: (0,report_markdown/* renderProgress */.E)({ title: run.title, tree: run.tree, hops }, budget/* CHECK_RUN_TEXT_LIMIT_BYTES */.TF),
        },
    };
}
function completedState(report) {
    const details = (0,report_markdown/* renderMarkdown */.G)(report, { limit: budget/* CHECK_RUN_TEXT_LIMIT_BYTES */.TF, part: 'details' });
    return {
        status: 'completed',
        conclusion: conclusionOf(report),
        ...(report.planDigest === undefined ? {} : { external_id: report.planDigest }),
        output: {
            title: (0,report_escape/* cut */.Jj)((0,report_escape/* plainLine */.h0)((0,headline/* titleOf */.Gg)(report)), check_run_TITLE_LIMIT),
            summary: (0,report_markdown/* renderMarkdown */.G)(report, { limit: budget/* CHECK_RUN_TEXT_LIMIT_BYTES */.TF, part: 'top' }),
            ...(details.trim() === '' ? {} : { text: details }),
        },
    };
}
/** What is left of a run whose process was killed: said by the action's post step. */
const abandonedState = {
    status: 'completed',
    conclusion: 'cancelled',
    output: {
        title: 'The run ended before its verdict',
        summary: 'The step was cancelled or its process was killed. Nothing was proven; run it again.',
    },
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/src/github/check-run-client.js
// Owns sending check runs to GitHub: time limits, retries, and telling "not allowed" from "not now".
// Must not know what is in them. Loads octokit only when it is made, which needs a token.


const defaultLimits = { requestMs: 10_000, backoffMs: [1000, 3000] };
/** GitHub said no, or could not be asked. `permanent`: asking again is of no use. */
class CheckRunError extends Error {
    permanent;
    constructor(message, permanent) {
        super(message);
        this.name = 'CheckRunError';
        this.permanent = permanent;
    }
}
/** Both methods reject with CheckRunError only. */
async function openCheckRuns(token, context, limits = defaultLimits) {
    const { repository } = context;
    if (repository === undefined)
        throw new CheckRunError('no repository is known (GITHUB_REPOSITORY)', true);
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const quiet = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
    const { checks } = getOctokit(token, { baseUrl: context.apiUrl, log: quiet }).rest;
    const details_url = `${context.serverUrl}/${repository.owner}/${repository.repo}/actions/runs/${context.runId}`;
    const send = async (call, backoffMs) => {
        for (let attempt = 0;; attempt += 1) {
            const signal = AbortSignal.timeout(limits.requestMs);
            try {
                return await call(signal);
            }
            catch (error) {
                const known = signal.aborted
                    ? new CheckRunError(`GitHub did not answer within ${limits.requestMs / 1000} s`, false)
                    : asCheckRunError(error);
                const pause = backoffMs[attempt];
                if (known.permanent || pause === undefined)
                    throw known;
                await (0,promises_.setTimeout)(pause);
            }
        }
    };
    return {
        create: (name, state) => send(async (signal) => {
            const answer = await checks.create({
                ...repository,
                ...state,
                name,
                head_sha: headShaOf(context),
                details_url,
                request: { signal },
            });
            return answer.data.id;
        }, []),
        update: (check_run_id, state) => send(async (signal) => {
            await checks.update({ ...repository, ...state, check_run_id, request: { signal } });
        }, limits.backoffMs),
    };
}
function asCheckRunError(error) {
    const status = error.status;
    if (typeof status === 'number' && error.response !== undefined) {
        // 422 is our own mistake and 401, 403, 404 are the token's: none gets better by asking again.
        const permanent = status >= 400 && status < 500 && status !== 408 && status !== 429;
        const allowed = status === 401 || status === 403 || status === 404;
        return new CheckRunError(`GitHub answered ${status}${allowed ? '; the token needs `checks: write`, which forks do not get' : ''}`, permanent);
    }
    const cause = error.cause?.message;
    return new CheckRunError(`GitHub could not be reached: ${String(cause ?? error.message ?? error)}`, false);
}

;// CONCATENATED MODULE: ./lib/src/github/state.js
// Owns what the action's main step tells its post step, and the check run that a killed main step leaves open.
// Must not know how a run's files are cleaned up (app/).



const states = { outputDirectory: 'output-directory', checkRun: 'check-run' };
/** Say it before anything is started: the post step must find what a killed run left. */
function saveOutputDirectory(directory) {
    (0,core/* saveState */.LZ)(states.outputDirectory, directory);
}
function savedOutputDirectory() {
    const directory = (0,core/* getState */.Gu)(states.outputDirectory);
    return directory === '' ? undefined : directory;
}
/** Completes a check run that still says "in progress" although nobody works on it. Never throws. */
async function closeAbandonedCheckRun(inputs, context, limits = defaultLimits) {
    const id = (0,core/* getState */.Gu)(states.checkRun);
    if (id === '' || inputs.githubToken === undefined)
        return;
    try {
        await (await openCheckRuns(inputs.githubToken, context, limits)).update(Number(id), abandonedState);
    }
    catch (error) {
        (0,core/* notice */.lm)(`The check run was left open: ${error instanceof Error ? error.message : String(error)}.`);
    }
}

;// CONCATENATED MODULE: ./lib/src/github/publisher.js
// Owns telling GitHub how a run goes: job summary, annotations, check run. It degrades and never fails the job.
// Must not decide anything about the run; redaction comes before rendering, so that escaping cannot hide a secret.







function createGitHubPublisher(inputs, context, options) {
    const { redactor } = options;
    const checkRun = createCheckRunPublisher(inputs, context, options);
    let announced;
    const hops = [];
    return {
        started: async (run) => {
            announced = redactRun(run, redactor);
            checkRun.progress(runningState(announced, []), announced.cluster);
        },
        hopFinished: async (progress) => {
            hops.push({ ...progress, hop: redactor.text(progress.hop) });
            if (announced !== undefined)
                checkRun.progress(runningState(announced, hops), announced.cluster);
        },
        finished: async (report) => {
            const safe = redactor.report(report);
            await publishSummary(safe);
            if (inputs.annotations) {
                annotate(annotationsOf(safe, prefixOf(inputs.workingDirectory)));
            }
            await checkRun.finish(completedState(safe), safe.cluster);
        },
    };
}
function redactRun(run, redactor) {
    return {
        ...run,
        title: redactor.text(run.title),
        tree: redactor.text(run.tree),
        ...(run.cluster === undefined ? {} : { cluster: redactor.text(run.cluster) }),
    };
}
function prefixOf(workingDirectory) {
    return (workingDirectory ?? '')
        .replace(/^\.\/+/, '')
        .replace(/\/+$/, '')
        .replace(/^\.$/, '');
}
function createCheckRunPublisher(inputs, context, options) {
    const { githubToken } = inputs;
    if (!inputs.checkRun || githubToken === undefined)
        return { progress: () => { }, finish: async () => { } };
    let client;
    let id;
    let refused = false;
    let noticed = false;
    let finishing = false;
    let queue = Promise.resolve();
    const nameFor = (cluster) => inputs.checkName ??
        `etcd-migrate / ${inputs.mode}${cluster === undefined ? '' : ` (${(0,report_escape/* cut */.Jj)((0,report_escape/* plainLine */.h0)(cluster), 60)})`}`;
    const put = async (state, cluster) => {
        if (refused)
            return;
        try {
            client ??= await openCheckRuns(githubToken, context, options.limits ?? defaultLimits);
            if (id === undefined) {
                id = await client.create(nameFor(cluster), state);
                (0,core/* saveState */.LZ)(states.checkRun, String(id));
            }
            else
                await client.update(id, state);
            if (state.status === 'completed')
                (0,core/* saveState */.LZ)(states.checkRun, '');
        }
        catch (error) {
            refused = error instanceof CheckRunError && error.permanent;
            if (!noticed)
                sayUnpublished('check run', error);
            noticed = true;
        }
    };
    return {
        progress: (state, cluster) => {
            queue = queue.then(async () => {
                // What was still waiting when the verdict came is old news.
                if (!finishing)
                    await put(state, cluster);
            });
        },
        finish: async (state, cluster) => {
            finishing = true;
            await queue;
            await put(state, cluster);
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/github/index.js
// Owns the one door to GitHub for app/ and entry/.
// Must not hold logic.







// EXTERNAL MODULE: ./lib/src/platform/memory.js
var memory = __webpack_require__(99877);
// EXTERNAL MODULE: ./lib/src/report/redact.js
var redact = __webpack_require__(66048);
// EXTERNAL MODULE: ./lib/src/app/backups/verify-backup.js + 16 modules
var verify_backup = __webpack_require__(44103);
// EXTERNAL MODULE: ./lib/src/app/rehearse/preflight.js + 2 modules
var preflight = __webpack_require__(43347);
// EXTERNAL MODULE: ./lib/src/app/run/cleanup.js
var cleanup = __webpack_require__(91644);
// EXTERNAL MODULE: ./lib/src/app/run/run-directory.js
var run_directory = __webpack_require__(25019);
// EXTERNAL MODULE: ./lib/src/app/shell/report-error.js
var report_error = __webpack_require__(65610);
// EXTERNAL MODULE: ./lib/src/app/shell/run-settings.js
var run_settings = __webpack_require__(19558);
;// CONCATENATED MODULE: ./lib/src/app/shell/action.js
// Owns the action's main step and its post step: inputs to settings, a mode, outputs.
// Must not hold any mode's logic nor talk to GitHub itself (github/).












/** Runs the step and returns the exit code. Outputs are always set; errors are annotated. */
async function runAction(outside) {
    const redactor = createMaskingRedactor();
    let inputs;
    let publisher;
    try {
        inputs = readActionInputs();
        if (inputs.githubToken !== undefined)
            redactor.add(inputs.githubToken);
        const context = await readEventContext();
        publisher = createGitHubPublisher(inputs, context, { redactor });
        assertTrustedEvent(context);
        const surroundings = {
            ...outside,
            redactor,
            workingDirectory: (0,external_node_path_.resolve)(outside.workingDirectory, inputs.workingDirectory ?? '.'),
        };
        const trusted = trustOf(context, inputs) === 'trusted';
        if (inputs.mode === 'verify-backup') {
            (0,memory/* keepNurserySmall */.j)();
            // The manifest says which backups, so here it is never optional.
            const named = { manifest: run_settings/* defaultManifest */.D8, output: run_settings/* backupOutput */.kA, ...inputs, trusted };
            const settings = (0,run_settings/* settle */.G9)(named, surroundings);
            saveOutputDirectory(settings.outputDir);
            const { reportJson: report, attestations } = (0,run_directory/* runDirectory */.x)(settings.outputDir);
            return await (0,verify_backup.verifyBackup)(settings, surroundings, { files: [] }, [
                publisher,
                outputsOf({ report, attestations }),
            ]);
        }
        const settings = (0,run_settings/* settle */.G9)({ ...inputs, trusted }, surroundings);
        saveOutputDirectory(settings.outputDir);
        const { reportJson: report, record } = (0,run_directory/* runDirectory */.x)(settings.outputDir);
        return await (0,preflight.preflight)(settings, surroundings, [publisher, outputsOf({ report, record })]);
    }
    catch (error) {
        const known = (0,report_error/* asKnownError */.c)(error);
        sayInert(outside, redactor, `${known.code}: ${known.message}\nNext: ${known.hint}`);
        return await reportFailure(error, {
            redactor,
            ...(inputs === undefined ? {} : { mode: inputs.mode }),
            ...(publisher === undefined ? {} : { publisher }),
            ...(inputs === undefined ? {} : { annotations: inputs.annotations }),
            ...(inputs?.workingDirectory === undefined ? {} : { workingDirectory: inputs.workingDirectory }),
        });
    }
}
/** Removes what a cancelled or killed main step left behind. Never fails the job for it. */
async function runPost(outside) {
    const redactor = createMaskingRedactor();
    const outputDir = savedOutputDirectory();
    if (outputDir === undefined)
        return 0;
    const surroundings = { ...outside, redactor };
    try {
        // First, and never throwing: a cleanup that fails must not leave a check run that is in progress for ever.
        await closeAbandonedCheckRun(readActionInputs(), await readEventContext());
        await (0,cleanup.cleanup)((0,run_settings/* settle */.G9)({ output: outputDir }, surroundings), surroundings);
        return 0;
    }
    catch (error) {
        const known = (0,report_error/* asKnownError */.c)(error);
        sayInert(outside, redactor, `${known.code}: ${known.message}\nNext: ${known.hint}`);
        return (0,errors/* exitCodeOf */.FO)(known.code);
    }
}
/** Inside a workflow a line of foreign text may look like a command to the runner. */
function sayInert(outside, redactor, text) {
    for (const line of redactor.text(text).split('\n'))
        outside.errorStream.write(`${(0,report_escape/* inertLine */.Fq)(line)}\n`);
}
/** What the redactor learns, the runner masks in the job's log too. */
function createMaskingRedactor() {
    const redactor = (0,redact/* createRedactor */.l)();
    return {
        ...redactor,
        add: (secret) => {
            redactor.add(secret);
            maskSecrets([secret]);
        },
    };
}
function outputsOf(paths) {
    return {
        started: async () => { },
        hopFinished: async () => { },
        finished: async (report) => setOutputs(report, paths),
    };
}


/***/ }),

/***/ 19558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ defaultManifest),
/* harmony export */   Fx: () => (/* binding */ formats),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   kA: () => (/* binding */ backupOutput),
/* harmony export */   vi: () => (/* binding */ defaultOutput)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
// Owns where a run reads and writes: the paths and switches that the command line and the action's inputs share.
// Must not know what is in the files.


const defaultManifest = 'etcd-migration.yaml';
const defaultOutput = '.etcd-migrate';
/** Of the proof of backups: beside the record of a rehearsal, and apart from it. */
const backupOutput = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(defaultOutput, 'backups');
const formats = ['text', 'json', 'markdown'];
function settle(options, surroundings) {
    const { environment, workingDirectory } = surroundings;
    const cacheRoot = environment['XDG_CACHE_HOME'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment['HOME'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache');
    const colored = (options.color ?? true) && environment['NO_COLOR'] === undefined;
    return {
        manifestGiven: options.manifest !== undefined,
        manifestFile: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.manifest ?? defaultManifest),
        outputDir: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.output ?? defaultOutput),
        cacheDir: options.cache === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cacheRoot, 'etcd-migrate') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.cache),
        offline: options.offline ?? false,
        format: options.format ?? 'text',
        color: colored && surroundings.outIsTTY === true,
        errorColor: colored && surroundings.errorStream.isTTY === true,
        verbose: options.verbose ?? false,
        trusted: options.trusted ?? true,
    };
}


/***/ }),

/***/ 22117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   Lw: () => (/* binding */ compareWritten),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   jd: () => (/* binding */ exactRelease),
/* harmony export */   lp: () => (/* binding */ lineOrRelease)
/* harmony export */ });
// Owns comparing versions as people write them: lines and exact releases. `latest` compares with nothing.
// Must not know which releases exist (catalog/).
/** As semver has it: a number with a leading zero orders nowhere, and one of 20 digits is none to a computer. */
const lineOrRelease = /^((0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4}))?|latest)$/;
const exactRelease = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;
/** Undefined for `latest` and for anything that is not a version. */
function readVersion(text) {
    if (text === 'latest' || !lineOrRelease.test(text))
        return undefined;
    const [major = 0, minor = 0, patch] = text.split('.').map(Number);
    return { major, minor, ...(patch === undefined ? {} : { patch }) };
}
/** Below zero when `a` is older. Zero also when one of two versions of one line is floating: it is not known then. */
function compareWritten(a, b) {
    const byLine = a.major - b.major || a.minor - b.minor;
    if (byLine !== 0 || a.patch === undefined || b.patch === undefined)
        return byLine;
    return a.patch - b.patch;
}
function lineOf(version) {
    return `${version.major}.${version.minor}`;
}


/***/ }),

/***/ 99877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ keepNurserySmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);
// Owns what V8 is told about memory.
// Must not know why less is wanted.

/**
 * Keeps the heap's nursery at the size that it has: short-lived objects by the million, such as the entries of a large
 * database, would otherwise make it grow to three times 16 MiB, for hardly any time saved (a proof of 1.4 GB: 40 MB less).
 */
function keepNurserySmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
}


/***/ }),

/***/ 66048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony export REDACTED */
const REDACTED = '***';
/** A line of a multi-line secret (a key file) is a secret too; shorter ones would take out ordinary words. */
const SHORTEST_LINE = 8;
// Ours, from closed lists: a password that happens to be "pass" must not turn a verdict into `***`.
const OURS = new Set([
    'schemaVersion',
    'tool',
    'mode',
    'verdict',
    'failureReason',
    'planDigest',
    'status',
    'part',
    'severity',
    'sha256',
    'platform',
    'startedAt',
    'finishedAt',
    'kind',
    'by',
    'hashBy',
    'proven',
    'takenAt',
    'provenAt',
    'binaries',
]);
/** Redacts each secret as it is, and as it looks in a URL, in JSON, in base64, and line by line. */
function createRedactor(secrets = []) {
    const forms = new Set();
    // Longest first, so that a part never uncovers the rest.
    let ordered = [];
    const add = (secret) => {
        for (const form of formsOf(secret))
            if (form.trim() !== '')
                forms.add(form);
        ordered = [...forms].sort((a, b) => b.length - a.length);
    };
    for (const secret of secrets)
        add(secret);
    const text = (value) => ordered.reduce((rest, form) => rest.replaceAll(form, REDACTED), value);
    const deep = (value, ours) => {
        if (typeof value === 'string')
            return text(value);
        if (Array.isArray(value))
            return value.map((item) => deep(item, ours));
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [
            ours ? key : text(key),
            ours && (OURS.has(key) || (key === 'name' && isLink(value))) ? item : deep(item, ours && key !== 'records'),
        ]));
    };
    return { add, text, report: (report) => deep(report, true) };
}
/** Its name is from a closed list too; other names are not ours. */
function isLink(value) {
    return 'verdict' in value && 'evidence' in value && 'durationMs' in value;
}
function formsOf(secret) {
    if (secret.trim() === '')
        return [];
    const whole = [secret, secret.trim()];
    const lines = secret.split(/\r\n|\r|\n/).filter((line) => line.trim().length >= SHORTEST_LINE);
    return [...whole, ...lines].flatMap((form) => [
        form,
        encodeURIComponent(form.replace(/\p{Cs}/gu, '\ufffd')),
        JSON.stringify(form).slice(1, -1),
        Buffer.from(form, 'utf8').toString('base64'),
    ]);
}


/***/ }),

/***/ 36594:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"rE":"0.1.0","h_":"Rehearse etcd upgrades and their roll-backs on throw-away real clusters, and say with evidence whether they are safe."}');

/***/ })

};
