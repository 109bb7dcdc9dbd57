export const id = 685;
export const ids = [685];
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

/***/ 71011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ newRunId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// Owns how runs are named.
// Must not know what a run is.

/** Sorts by start; the tail keeps two runs of one second apart. */
function newRunId(clock) {
    const stamp = new Date(clock.wallMs())
        .toISOString()
        .replaceAll(/[-:]|\..*/g, '')
        .toLowerCase();
    return `${stamp}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(3).toString('hex')}`;
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
