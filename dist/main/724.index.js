export const id = 724;
export const ids = [724];
export const modules = {

/***/ 70724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   acceptBackups: () => (/* binding */ acceptBackups)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _backup_attestation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99983);
/* harmony import */ var _backup_file_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33998);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
/* harmony import */ var _judge_overall_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23967);
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35498);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54891);
/* harmony import */ var _platform_random_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11665);
/* harmony import */ var _releases_digest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35693);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48570);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(99249);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(18173);
/* harmony import */ var _live_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(16782);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(91942);
/* harmony import */ var _said_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(76353);
/* harmony import */ var _wishes_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(88511);
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
// Owns `verify-backup --attestations`: backups that were proven before are accepted by what attests them.
// Must not restore anything, nor write: the proof's own directory stays as it is.
















/** The exit code of the worst. Throws `attestation-invalid`, and what keeps a file from being read. */
async function acceptBackups(settings, surroundings, { files, attestations, withinHours }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const tools = __addDisposableResource(env_1, (0,_tools_js__WEBPACK_IMPORTED_MODULE_15__/* .openTools */ .a)(settings, surroundings, _platform_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .m), false);
        const { clock } = tools;
        const startedAt = new Date(clock.wallMs()).toISOString();
        const wanted = await (0,_wishes_js__WEBPACK_IMPORTED_MODULE_14__/* .settleWishes */ .Tt)(settings, surroundings, { files }, (0,_platform_random_js__WEBPACK_IMPORTED_MODULE_7__/* .createRandom */ .s)(clock.wallMs() % 2 ** 31));
        const found = await (0,_files_js__WEBPACK_IMPORTED_MODULE_10__/* .findBackupFiles */ .j)(wanted.files, wanted.filesDir, wanted.choice);
        const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(surroundings.workingDirectory, attestations);
        if (found.length === 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('usage', 'No backup was named.', { hint: 'Name the backups that shall be accepted.' });
        }
        const { connection, baseDir } = wanted;
        const demand = {
            ...{ withinMs: withinHours * 3_600_000, policy: wanted.policy, clusterId: wanted.clusterId },
            ...{ asked: (0,_wishes_js__WEBPACK_IMPORTED_MODULE_14__/* .askedOf */ .iN)(wanted), live: connection && (await (0,_live_js__WEBPACK_IMPORTED_MODULE_11__/* .lookAtLiveCluster */ .Z)(connection, baseDir, surroundings)) },
        };
        const backups = [];
        for (const file of found) {
            const { expected } = await (0,_said_js__WEBPACK_IMPORTED_MODULE_13__/* .saidOf */ .J)(file.path, wanted);
            backups.push(await accept(file, expected, { ...demand, directory }, surroundings, tools));
        }
        const finishedAt = new Date(clock.wallMs()).toISOString();
        const durationMs = Date.parse(finishedAt) - Date.parse(startedAt);
        const { cluster, findings } = wanted;
        const report = surroundings.redactor.report((0,_report_js__WEBPACK_IMPORTED_MODULE_12__/* .reportOfBackups */ .vD)(backups, {
            ...{ findings, releases: [], startedAt, finishedAt, durationMs },
            ...(cluster === undefined ? {} : { cluster }),
        }));
        tools.progress.now('');
        (0,_report_files_js__WEBPACK_IMPORTED_MODULE_9__/* .sayReport */ .e)(report, settings, surroundings);
        return (0,_judge_overall_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodeOfVerdict */ .o)(report.verdict, report.failureReason);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
async function accept({ path, shown }, expected, { directory, ...demand }, { signal }, { clock, progress }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        progress.now(`reading ${shown}`);
        const opened = __addDisposableResource(env_2, await (0,_backup_file_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .openForReading */ .s)(path), true);
        const identity = await opened.stat();
        const bytes = identity.size;
        const sha256 = await (0,_releases_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .sha256OfFile */ .V)(path, signal).catch((error) => {
            throw (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_6__/* .pathError */ .g$)(error, 'Reading', path);
        });
        await (0,_backup_file_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .requireUnchanged */ .j)(path, identity);
        const attestation = await (0,_backup_attestation_js__WEBPACK_IMPORTED_MODULE_1__/* .readAttestation */ .V6)(directory, sha256);
        const judged = expected?.sha256 === undefined || expected.sha256 === sha256
            ? (0,_backup_attestation_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeAttestation */ .qX)(attestation, { ...demand, sha256, bytes, nowMs: clock.wallMs() })
            : strange(`Its SHA-256 is ${sha256}; ${expected.source} says ${expected.sha256}.`);
        return {
            ...{ file: shown, bytes, sha256, ...judged, links: [], rpo: null, rto: null },
            release: attestation?.release ?? null,
            revision: attestation?.revision ?? null,
            keys: attestation?.keys ?? null,
            attestation: judged.verdict === 'pass' ? (attestation ?? null) : null,
        };
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
/** What the file link would say of it: another file under this one's name. */
function strange(reason) {
    return { verdict: 'fail', failureReason: 'backup-foreign', reason };
}


/***/ }),

/***/ 18173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ findBackupFiles)
/* harmony export */ });
/* unused harmony export chosenOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var tinyglobby__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73382);
/* harmony import */ var _backup_partials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59783);
/* harmony import */ var _backup_sidecar_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65071);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(54891);
// Owns which backup files are meant: paths and patterns in, files out.
// Must not open them.








/**
 * Every file once, oldest first by what its sidecar records, or by its own time. A name that exists is that file,
 * whatever characters are in it. Throws `usage` naming what matches nothing: a job that proves no backup must not look
 * like one that did; and `no-permission` for a directory that may hold some and cannot be read.
 */
async function findBackupFiles(wanted, baseDir, choice) {
    const found = new Map();
    for (const name of wanted) {
        const there = await modifiedMs((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(baseDir, name));
        const isPattern = there === undefined || (there === closed && (0,tinyglobby__WEBPACK_IMPORTED_MODULE_7__/* .isDynamicPattern */ .ey)(name));
        const names = isPattern ? await matching(name, baseDir) : [name];
        let any = false;
        for (const shown of names) {
            const named = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(baseDir, shown);
            const modified = await modifiedMs(named);
            if (modified === undefined)
                continue; // removed in this moment, or what a rotation has just renamed
            any = true;
            const path = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(named).catch(() => named); // why it cannot be read is said when it is
            found.set(path, { path, shown, timeMs: (await recordedMs(path)) ?? modified });
        }
        if (!any) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .EtcdMigrateError */ .A8('usage', `${name} matches no file in ${baseDir}.`, {
                hint: 'Name backup files, or patterns that match some.',
            });
        }
    }
    const sorted = [...found.values()].sort((a, b) => a.timeMs - b.timeMs || a.path.localeCompare(b.path));
    return chosenOf(sorted, choice);
}
/** `sorted`: oldest first, and so is what is chosen. */
function chosenOf(sorted, choice) {
    const newest = sorted.slice(-1);
    if (choice.of !== 'sample')
        return choice.of === 'newest' ? newest : sorted;
    const others = sorted.slice(0, -1);
    const drawn = new Set(newest);
    while (drawn.size < Math.min(choice.size, sorted.length))
        drawn.add(choice.random.pick(others));
    return sorted.filter((each) => drawn.has(each));
}
/**
 * Without what stands beside backups: their sidecars and checksums, and what is still being written. A directory that
 * cannot be read, which the library passes over, is told: the newest backup may be in it.
 */
async function matching(pattern, cwd) {
    let unread;
    const readDirectory = (directory, options, done) => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, options, (error, entries) => {
            if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
                unread ??= { directory: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(directory), error };
            done(error, entries);
        });
    };
    const fs = { readdir: readDirectory };
    const names = await (0,tinyglobby__WEBPACK_IMPORTED_MODULE_7__/* .glob */ .TI)(pattern, { cwd, fs, onlyFiles: true, expandDirectories: false, dot: true });
    if (unread !== undefined)
        throw (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_6__/* .pathError */ .g$)(unread.error, 'Reading', unread.directory);
    const all = new Set(names);
    const isBeside = (name) => {
        const backup = /^(.+)\.(?:json|sha256)$/s.exec(name)?.[1];
        return backup !== undefined && all.has(backup);
    };
    return names.filter((name) => !(0,_backup_partials_js__WEBPACK_IMPORTED_MODULE_3__/* .isPartial */ .mt)(name) && !isBeside(name));
}
/** A damaged sidecar is told when the backup is proven. */
async function recordedMs(path) {
    const sidecar = await (0,_backup_sidecar_js__WEBPACK_IMPORTED_MODULE_4__/* .readSidecar */ .YD)(path).catch(() => undefined);
    return sidecar && Date.parse(sidecar.takenAt);
}
/** The time of what is out of reach: it counts as the oldest. */
const closed = 0;
async function modifiedMs(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).mtimeMs;
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(error.code ?? ''))
            return undefined;
        // It is there; why it cannot be read is said when it is.
        if (error.code === 'EACCES')
            return closed;
        throw error;
    }
}


/***/ }),

/***/ 91942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ backupReport),
/* harmony export */   RS: () => (/* binding */ trendOf),
/* harmony export */   dO: () => (/* binding */ proofRecords),
/* harmony export */   vD: () => (/* binding */ reportOfBackups)
/* harmony export */ });
/* harmony import */ var _backup_attestation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99983);
/* harmony import */ var _backup_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70592);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _releases_platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64978);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31932);
// Owns turning the proofs of backups into the one report, and into attestations.
// Must not decide any verdict (backup/links.ts) nor render (report/).





/** The worst verdict is the report's: a backup that fails weighs more than one of which nothing could be said. */
const gravity = ['fail', 'error', 'inconclusive', 'pass'];
function backupReport(run) {
    const backups = run.proven.map((each) => reportBackup(each, run));
    const hints = new Map(run.proven.flatMap(({ proof }) => (proof instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8 ? [[proof.code, proof.hint]] : [])));
    return reportOfBackups(backups, run, hints);
}
/** `hints`: what to do, where it is known better than by the failure code alone. */
function reportOfBackups(backups, run, hints = new Map()) {
    const worst = gravity
        .map((verdict) => backups.find((each) => each.verdict === verdict))
        .find((each) => each !== undefined);
    if (worst === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('internal-error', 'A report of no backup was asked for.');
    const others = backups.length - 1;
    return {
        schemaVersion: 1,
        tool: _envelope_js__WEBPACK_IMPORTED_MODULE_4__/* .tool */ .z6,
        mode: 'verify-backup',
        ...(run.cluster === undefined ? {} : { cluster: run.cluster }),
        verdict: worst.verdict,
        failureReason: worst.failureReason,
        reason: others === 0 ? worst.reason : `${worst.file}: ${worst.reason}`,
        nextSteps: nextSteps(backups, hints),
        startedAt: run.startedAt,
        finishedAt: run.finishedAt,
        durationMs: run.durationMs,
        releases: [...run.releases],
        ...(run.findings.length === 0 ? {} : { findings: [...run.findings] }),
        backups: [...backups],
    };
}
function nextSteps(backups, hints) {
    const reasons = new Set(backups.flatMap(({ failureReason }) => (failureReason === null ? [] : [failureReason])));
    if (reasons.size === 0)
        return ['Keep the attestation with the backup: it says what was proven about which bytes, and when.'];
    return [...reasons].map((reason) => hints.get(reason) ?? _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failures */ .e9[reason].hint);
}
function reportBackup({ shown, proof, links: before = [] }, run) {
    if (proof instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8) {
        return {
            ...{ file: shown, bytes: null, sha256: null, verdict: 'error', failureReason: proof.code, reason: proof.message },
            ...{
                release: null,
                revision: null,
                keys: null,
                links: reportLinks(before),
                rpo: null,
                rto: null,
                attestation: null,
            },
        };
    }
    const { bytes, sha256, verdict, failureReason, reason, release, links, rpo, rto } = proof;
    return {
        ...{ file: shown, bytes, sha256, verdict, failureReason, reason, release },
        revision: proof.facts?.keySpace.revision ?? null,
        keys: proof.facts?.keySpace.keys ?? null,
        links: reportLinks(links),
        rpo: rpo && { ...rpo },
        rto: rto && { ...rto },
        attestation: attestationOf(proof, run),
    };
}
function reportLinks(links) {
    return links.map((link) => ({ ...link, evidence: [...link.evidence] }));
}
function attestationOf(proof, { releases, finishedAt, asked }) {
    const { verdict, facts, sha256, bytes, release, takenAt, clusterId, rto } = proof;
    if (verdict !== 'pass' || facts === null || sha256 === null || release === null || rto === null)
        return null;
    const { revision, hash, keys } = facts.keySpace;
    const binariesOf = (which) => {
        const binaries = releases.find(({ version }) => version === which)?.sha256;
        if (binaries === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('internal-error', `No digests of etcd ${which} are known.`);
        return binaries;
    };
    const others = asked.otherReleases.filter((other) => other !== release);
    return {
        ...{ schemaVersion: 1, kind: 'etcd-migrate/backup', sha256, bytes, revision, hash, keys },
        memberIds: facts.members.map(({ id }) => id),
        clusterId,
        proven: [..._backup_links_js__WEBPACK_IMPORTED_MODULE_1__/* .linkNames */ .JP],
        ...{ expectations: asked.expect.length, ownTest: asked.test !== undefined },
        expectedSha256: (0,_backup_attestation_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOfExpected */ .GG)(asked),
        ...{ members: asked.members, recoveryMs: rto.totalMs },
        otherReleases: Object.fromEntries(others.map((other) => [other, binariesOf(other)])),
        ...{ release, binaries: binariesOf(release), platform: (0,_releases_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .platformName */ .$r)((0,_releases_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .thisPlatform */ .gA)()), toolVersion: _envelope_js__WEBPACK_IMPORTED_MODULE_4__/* .tool */ .z6.version },
        takenAt: takenAt === null ? null : new Date(takenAt).toISOString(),
        provenAt: finishedAt,
    };
}
/** What is remembered of a run, as proofs of the backups of `cluster`. */
function proofRecords({ backups = [], finishedAt }, cluster) {
    if (finishedAt === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('internal-error', 'A run without an end has no record.');
    return backups.map(({ file, sha256, verdict, failureReason, bytes, release, rpo, rto, revision, keys }) => ({
        ...{ cluster: cluster ?? null, file, sha256, verdict, failureReason, provenAt: finishedAt },
        ...{ bytes, revision, keys, release, ageMs: rpo?.ageMs ?? null, recoveryMs: rto?.totalMs ?? null },
    }));
}
/** As many as a chart can show. */
const mostOfTrend = 100;
/** Of one cluster, oldest first; none of files of which nobody says that they are of one. */
function trendOf(history, cluster) {
    if (cluster === undefined)
        return [];
    return history
        .filter((proof) => proof.cluster === cluster)
        .slice(-mostOfTrend)
        .map(({ file, verdict, provenAt, bytes, ageMs, recoveryMs }) => ({
        ...{ file, verdict, provenAt, bytes, ageMs, recoveryMs },
    }));
}


/***/ }),

/***/ 76353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ saidOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _backup_sidecar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
// Owns what is said of a backup beside it and in the manifest: which bytes it is, of which cluster and moment.
// Must not compare it with the file (backup/file-link.ts).



/**
 * Throws `sidecar-invalid` for what is damaged or contradicts itself, and for a file that a list of digests leaves out: it
 * may be misspelt there, and would pass unseen.
 */
async function saidOf(path, { sha256 }) {
    const beside = await (0,_backup_sidecar_js__WEBPACK_IMPORTED_MODULE_1__/* .readChecksum */ .IM)(path);
    const digest = sha256[(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)];
    if (digest === undefined && Object.keys(sha256).length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('sidecar-invalid', `\`backups.sha256\` of the manifest has no digest of ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)}.`, {
            hint: 'Add the digest of every backup that is to be proven, or leave `backups.sha256` out.',
        });
    }
    return (0,_backup_sidecar_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedBy */ .w7)(await (0,_backup_sidecar_js__WEBPACK_IMPORTED_MODULE_1__/* .readSidecar */ .YD)(path), [
        ...(beside === undefined ? [] : [beside]),
        ...(digest === undefined ? [] : [{ source: 'the manifest', sha256: digest }]),
    ], path);
}


/***/ }),

/***/ 99983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ digestOfExpected),
/* harmony export */   V6: () => (/* binding */ readAttestation),
/* harmony export */   qX: () => (/* binding */ judgeAttestation)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98799);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39798);
/* harmony import */ var _report_model_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30360);
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88686);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70592);
/* harmony import */ var _live_cluster_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(32660);
// Owns when an attestation is accepted in place of a new proof: by the digest of the file, and by age.
// Must not prove anything, nor trust more than it says: it is not signed, and is worth what its place is worth.









/** Hexadecimal SHA-256 of what was expected, in any order of its keys. */
function digestOfExpected({ expect, test }) {
    const canonical = (0,canonicalize__WEBPACK_IMPORTED_MODULE_7__/* ["default"] */ .A)({ expect, test: test ?? null });
    if (canonical === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('internal-error', 'What is expected has no canonical form.');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonical).digest('hex');
}
/** Whatever it attests. Undefined where there is none. Throws `attestation-invalid`. */
async function readAttestation(directory, sha256) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, `${sha256}.json`);
    const invalid = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('attestation-invalid', `${path} ${why}.`);
    const json = await (0,_json_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readJsonFile */ .JE)(path, 1024 * 1024, invalid);
    return json === undefined ? undefined : (0,_json_file_js__WEBPACK_IMPORTED_MODULE_5__/* .shapedAs */ .A6)(_report_model_js__WEBPACK_IMPORTED_MODULE_4__/* .Attestation */ .Tn, json, invalid);
}
/** Clocks of two machines are never quite the same. */
const clockToleranceMs = 60_000;
/** A pass takes the same bytes, every link, and a proof and data that are young enough. */
function judgeAttestation(attestation, { sha256, bytes, nowMs, withinMs, policy, clusterId, asked, live }) {
    const refused = (reason) => ({ verdict: 'fail', failureReason: 'backup-not-proven', reason });
    if (attestation === undefined)
        return refused(`Nothing attests the backup with SHA-256 ${sha256}.`);
    if (attestation.sha256 !== sha256 || attestation.bytes !== bytes) {
        return refused(`What is named after SHA-256 ${sha256} attests another file, with ${attestation.sha256}.`);
    }
    const missing = _links_js__WEBPACK_IMPORTED_MODULE_6__/* .linkNames */ .JP.filter((name) => !attestation.proven.includes(name));
    if (missing.length > 0)
        return refused(`It attests nothing of ${missing.join(', ')}.`);
    if (clusterId !== undefined && attestation.clusterId !== clusterId) {
        return refused(`It attests a backup of cluster ${attestation.clusterId ?? 'unknown'}, not of ${clusterId}.`);
    }
    const unproven = whatLacks(attestation, asked);
    if (unproven !== undefined)
        return refused(unproven);
    const ageMs = nowMs - Date.parse(attestation.provenAt);
    if (ageMs < -clockToleranceMs)
        return refused(`It was proven at ${attestation.provenAt}, which is later than now.`);
    if (ageMs > withinMs)
        return refused(`It was proven ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(ageMs)} ago; ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(withinMs)} are accepted.`);
    const { rpoMs, rtoMs } = policy;
    if (rtoMs !== undefined && attestation.recoveryMs > rtoMs) {
        const reason = `A recovery took ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(attestation.recoveryMs)}; policy allows ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(rtoMs)}.`;
        return { verdict: 'fail', failureReason: 'restore-too-slow', reason };
    }
    const beside = besideLive(attestation, policy, live);
    if (beside.broken !== undefined) {
        const { verdict, reason: failureReason, why } = beside.broken;
        return { verdict, failureReason, reason: `${why}.` };
    }
    if (rpoMs !== undefined) {
        if (attestation.takenAt === null) {
            const reason = 'It was proven, but nobody recorded when it was taken.';
            return { verdict: 'inconclusive', failureReason: 'backup-age-unknown', reason };
        }
        const dataMs = nowMs - Date.parse(attestation.takenAt);
        if (dataMs > rpoMs) {
            const reason = `Its data are ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(dataMs)} old; policy allows ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(rpoMs)}.`;
            return { verdict: 'fail', failureReason: 'backup-stale', reason };
        }
    }
    const reason = `It was proven ${(0,_report_format_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(Math.max(0, ageMs))} ago, by etcd ${attestation.release}, and is the same file.`;
    return { verdict: 'pass', failureReason: null, reason: [reason, ...beside.seen.map(inSentence)].join(' ') };
}
function whatLacks(attestation, asked) {
    const { expect, test, members, otherReleases } = asked;
    if ((expect.length > 0 || test !== undefined) && attestation.expectedSha256 !== digestOfExpected(asked)) {
        return 'What the manifest expects of it, or its own test, was another when it was proven.';
    }
    if (attestation.members < members) {
        return `It was restored for ${attestation.members} members; the manifest asks for ${members}.`;
    }
    const missing = otherReleases.filter((release) => release !== attestation.release && attestation.otherReleases[release] === undefined);
    return missing.length === 0 ? undefined : `Nothing was proven of it with etcd ${missing.join(', ')}.`;
}
function besideLive({ revision, memberIds, clusterId }, { rpoRevisions }, live) {
    if (live === undefined && rpoRevisions === undefined)
        return { seen: [] };
    const facts = { keySpace: { revision }, members: memberIds.map((id) => ({ id })) };
    return (0,_live_cluster_js__WEBPACK_IMPORTED_MODULE_8__/* .compareWithLive */ ._)(facts, live ?? 'no `connection` names it', {
        ...(clusterId === null ? {} : { clusterId }),
        ...(rpoRevisions === undefined ? {} : { rpoRevisions }),
    });
}
function inSentence(seen) {
    return `${seen.charAt(0).toUpperCase()}${seen.slice(1).replace(/\.$/, '')}.`;
}


/***/ }),

/***/ 70592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   JP: () => (/* binding */ linkNames),
/* harmony export */   cJ: () => (/* binding */ verdictOfChain)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns what the proof of a backup is made of: links in order, each with its evidence, and the verdict of the chain.
// Must not know how any link is proven.

const linkNames = ['file', 'restore', 'content', 'use', 'time'];
/**
 * The first link that fails decides, then the first that is inconclusive. A pass takes every link; a chain that ends
 * early without a link that failed is a bug.
 */
function verdictOfChain(links) {
    const broken = links.find(({ verdict }) => verdict === 'fail') ?? links.find(({ verdict }) => verdict === 'inconclusive');
    const whole = linkNames.every((name, index) => links[index]?.name === name);
    if (!whole && broken?.verdict !== 'fail') {
        const names = links.map(({ name }) => name).join(', ');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('internal-error', `The proof of a backup ended after the links ${names}.`);
    }
    if (broken === undefined)
        return { verdict: 'pass', failureReason: null, reason: 'Every link of its proof holds.' };
    const { name, verdict, failureReason, evidence } = broken;
    const why = evidence[0] ?? _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failures */ .e9[failureReason ?? 'internal-error'].title;
    return {
        verdict,
        failureReason: failureReason ?? 'internal-error',
        reason: `The ${name} link: ${why.replace(/\.$/, '')}.`,
    };
}
/** A link with its verdict made of what was wrong: nothing wrong is a pass. */
function linkOf(name, found, durationMs) {
    const { wrong, seen, code } = found;
    return {
        name,
        verdict: wrong.length === 0 ? 'pass' : 'fail',
        evidence: [...wrong, ...seen],
        failureReason: wrong.length === 0 ? null : code,
        durationMs,
    };
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
