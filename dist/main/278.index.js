export const id = 278;
export const ids = [278];
export const modules = {

/***/ 82782:
/***/ ((__unused_webpack_module, exports) => {

/*! crc32.js (C) 2014-present SheetJS -- http://sheetjs.com */
/* vim: set ts=2: */
/*exported CRC32C */
var CRC32C;
(function (factory) {
	/*jshint ignore:start */
	/*eslint-disable */
	if(typeof DO_NOT_EXPORT_CRC === 'undefined') {
		if(true) {
			factory(exports);
		} else {}
	} else {
		factory(CRC32C = {});
	}
	/*eslint-enable */
	/*jshint ignore:end */
}(function(CRC32C) {
CRC32C.version = '1.2.2';
/*global Int32Array */
function signed_crc_table() {
	var c = 0, table = new Array(256);

	for(var n =0; n != 256; ++n){
		c = n;
		c = ((c&1) ? (-2097792136 ^ (c >>> 1)) : (c >>> 1));
		c = ((c&1) ? (-2097792136 ^ (c >>> 1)) : (c >>> 1));
		c = ((c&1) ? (-2097792136 ^ (c >>> 1)) : (c >>> 1));
		c = ((c&1) ? (-2097792136 ^ (c >>> 1)) : (c >>> 1));
		c = ((c&1) ? (-2097792136 ^ (c >>> 1)) : (c >>> 1));
		c = ((c&1) ? (-2097792136 ^ (c >>> 1)) : (c >>> 1));
		c = ((c&1) ? (-2097792136 ^ (c >>> 1)) : (c >>> 1));
		c = ((c&1) ? (-2097792136 ^ (c >>> 1)) : (c >>> 1));
		table[n] = c;
	}

	return typeof Int32Array !== 'undefined' ? new Int32Array(table) : table;
}

var T0 = signed_crc_table();
function slice_by_16_tables(T) {
	var c = 0, v = 0, n = 0, table = typeof Int32Array !== 'undefined' ? new Int32Array(4096) : new Array(4096) ;

	for(n = 0; n != 256; ++n) table[n] = T[n];
	for(n = 0; n != 256; ++n) {
		v = T[n];
		for(c = 256 + n; c < 4096; c += 256) v = table[c] = (v >>> 8) ^ T[v & 0xFF];
	}
	var out = [];
	for(n = 1; n != 16; ++n) out[n - 1] = typeof Int32Array !== 'undefined' ? table.subarray(n * 256, n * 256 + 256) : table.slice(n * 256, n * 256 + 256);
	return out;
}
var TT = slice_by_16_tables(T0);
var T1 = TT[0],  T2 = TT[1],  T3 = TT[2],  T4 = TT[3],  T5 = TT[4];
var T6 = TT[5],  T7 = TT[6],  T8 = TT[7],  T9 = TT[8],  Ta = TT[9];
var Tb = TT[10], Tc = TT[11], Td = TT[12], Te = TT[13], Tf = TT[14];
function crc32_bstr(bstr, seed) {
	var C = seed ^ -1;
	for(var i = 0, L = bstr.length; i < L;) C = (C>>>8) ^ T0[(C^bstr.charCodeAt(i++))&0xFF];
	return ~C;
}

function crc32_buf(B, seed) {
	var C = seed ^ -1, L = B.length - 15, i = 0;
	for(; i < L;) C =
		Tf[B[i++] ^ (C & 255)] ^
		Te[B[i++] ^ ((C >> 8) & 255)] ^
		Td[B[i++] ^ ((C >> 16) & 255)] ^
		Tc[B[i++] ^ (C >>> 24)] ^
		Tb[B[i++]] ^ Ta[B[i++]] ^ T9[B[i++]] ^ T8[B[i++]] ^
		T7[B[i++]] ^ T6[B[i++]] ^ T5[B[i++]] ^ T4[B[i++]] ^
		T3[B[i++]] ^ T2[B[i++]] ^ T1[B[i++]] ^ T0[B[i++]];
	L += 15;
	while(i < L) C = (C>>>8) ^ T0[(C^B[i++])&0xFF];
	return ~C;
}

function crc32_str(str, seed) {
	var C = seed ^ -1;
	for(var i = 0, L = str.length, c = 0, d = 0; i < L;) {
		c = str.charCodeAt(i++);
		if(c < 0x80) {
			C = (C>>>8) ^ T0[(C^c)&0xFF];
		} else if(c < 0x800) {
			C = (C>>>8) ^ T0[(C ^ (192|((c>>6)&31)))&0xFF];
			C = (C>>>8) ^ T0[(C ^ (128|(c&63)))&0xFF];
		} else if(c >= 0xD800 && c < 0xE000) {
			c = (c&1023)+64; d = str.charCodeAt(i++)&1023;
			C = (C>>>8) ^ T0[(C ^ (240|((c>>8)&7)))&0xFF];
			C = (C>>>8) ^ T0[(C ^ (128|((c>>2)&63)))&0xFF];
			C = (C>>>8) ^ T0[(C ^ (128|((d>>6)&15)|((c&3)<<4)))&0xFF];
			C = (C>>>8) ^ T0[(C ^ (128|(d&63)))&0xFF];
		} else {
			C = (C>>>8) ^ T0[(C ^ (224|((c>>12)&15)))&0xFF];
			C = (C>>>8) ^ T0[(C ^ (128|((c>>6)&63)))&0xFF];
			C = (C>>>8) ^ T0[(C ^ (128|(c&63)))&0xFF];
		}
	}
	return ~C;
}
CRC32C.table = T0;
// $FlowIgnore
CRC32C.bstr = crc32_bstr;
// $FlowIgnore
CRC32C.buf = crc32_buf;
// $FlowIgnore
CRC32C.str = crc32_str;
}));


/***/ }),

/***/ 37823:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

// minimal library entry point.


module.exports = __webpack_require__(66579);


/***/ }),

/***/ 14037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/backup/sidecar.js
var backup_sidecar = __webpack_require__(24934);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/platform/clock.js
var clock = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
;// CONCATENATED MODULE: ./lib/src/report/backup-taken.js
// Owns what `backup` says for people: what the new file holds, what it is recognised by, and what comes next.
// Must not know how it was taken.


function renderTakenText({ reason, nextSteps, backup }) {
    const lines = [
        reason,
        `sha256 ${backup.sha256}`,
        `HashKV ${backup.hash} (${hashedBy(backup)})`,
        '',
        ...nextSteps.map((step) => `Next: ${step}`),
    ];
    return `${lines.map(report_escape/* plainLine */.h0).join('\n')}\n`;
}
function renderTakenMarkdown({ verdict, reason, nextSteps, backup }) {
    const lines = [
        `## ${(0,format/* verdictWords */.L2)(verdict).icon} Backup taken`,
        '',
        `- ${(0,report_escape/* markdownProse */.h$)(reason)}`,
        `- **SHA-256:** ${(0,report_escape/* markdownCode */.D9)(backup.sha256)}`,
        `- **HashKV:** ${(0,report_escape/* markdownText */.p7)(`${backup.hash} (${hashedBy(backup)})`)}`,
        ...backup.removed.map((path) => `- **Removed:** ${(0,report_escape/* markdownCode */.D9)(path)}`),
        '',
        '**Next**',
        '',
        ...nextSteps.map((step, index) => `${index + 1}. ${(0,report_escape/* markdownProse */.h$)(step)}`),
    ];
    return `${lines.join('\n')}\n`;
}
function hashedBy({ hashBy }) {
    return hashBy === 'member' ? 'as the member itself says' : 'by the file alone: the member has compacted since';
}

// EXTERNAL MODULE: ./lib/src/app/plan/manifest-file.js + 21 modules
var manifest_file = __webpack_require__(53553);
// EXTERNAL MODULE: ./lib/src/app/shell/envelope.js
var envelope = __webpack_require__(38235);
// EXTERNAL MODULE: ./lib/src/app/shell/tools.js + 1 modules
var shell_tools = __webpack_require__(61186);
// EXTERNAL MODULE: ./lib/src/app/backups/live.js + 3 modules
var live = __webpack_require__(16782);
// EXTERNAL MODULE: ./lib/src/app/backups/older.js + 1 modules
var older = __webpack_require__(37456);
// EXTERNAL MODULE: ./lib/src/app/backups/staleness.js
var staleness = __webpack_require__(93748);
;// CONCATENATED MODULE: ./lib/src/app/backups/backup.js
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
// Owns `backup`: takes one from a live cluster.
// Must not prove that it restores (verify-backup.ts).











/** Takes one backup and returns the exit code. Throws what keeps it from that; then none is there. */
async function backup(settings, surroundings, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const tools = __addDisposableResource(env_1, (0,shell_tools/* openTools */.a)(settings, surroundings, clock/* systemClock */.m), false);
        const { progress } = tools;
        const { workingDirectory } = surroundings;
        const { connection, baseDir } = await connectionOf(settings, surroundings, options, tools);
        const path = (0,external_node_path_.resolve)(workingDirectory, options.out);
        const sidecar = await (0,live/* takeFromCluster */.K)(connection, baseDir, path, surroundings, tools);
        const { keep } = options;
        const removed = keep === undefined ? [] : await (0,older/* removeOlderBackups */.k)(path, sidecar.clusterId, keep, tools);
        progress.now('');
        const shown = (0,external_node_path_.relative)(workingDirectory, path) || path;
        const backup = { file: path, sidecar: (0,backup_sidecar/* sidecarPathOf */.Me)(path), ...sidecar, removed: [...removed] };
        const report = (0,envelope/* envelope */.RE)('backup', {
            reason: `${shown} holds revision ${sidecar.revision} of cluster ${sidecar.clusterId}, ${sidecar.bytes} bytes.`,
            nextSteps: [`Run \`etcd-migrate verify-backup ${shown}\` to prove that it restores.`],
            backup,
        });
        (0,envelope/* sayJson */.mx)(report, settings, surroundings);
        if (settings.format !== 'json') {
            const render = settings.format === 'markdown' ? renderTakenMarkdown : renderTakenText;
            const shareable = surroundings.redactor.report(report);
            surroundings.writeOut(render({ ...shareable, backup: shareable.backup ?? backup }));
        }
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
/** Of the command line, or else of the manifest, which is read in any case: its policy may have something to say. */
async function connectionOf(settings, surroundings, options, { clock, log }) {
    const { workingDirectory } = surroundings;
    const { manifestGiven, manifestFile, trusted } = settings;
    const named = connectionNamed(options);
    if (named === undefined && !manifestGiven) {
        throw new errors/* EtcdMigrateError */.A8('usage', 'No cluster was named.', {
            hint: 'Name its members with --endpoints, or a manifest with a `connection`.',
        });
    }
    const loaded = manifestGiven ? await (0,manifest_file/* loadManifestFile */.K)(manifestFile, workingDirectory, trusted) : undefined;
    if (loaded !== undefined) {
        for (const { message } of await (0,staleness/* staleProofFindings */.q)(loaded, settings, surroundings, clock))
            log.warn(message);
    }
    if (named !== undefined)
        return { connection: named, baseDir: workingDirectory };
    const connection = loaded?.manifest.connection;
    if (connection !== undefined)
        return { connection, baseDir: (0,external_node_path_.dirname)(manifestFile) };
    throw new errors/* EtcdMigrateError */.A8('usage', `${manifestFile} has no \`connection\`.`, {
        hint: 'Write one into the manifest, or name the members with --endpoints.',
    });
}
/** Undefined where the command line names no members. */
function connectionNamed(options) {
    const { endpoints, cacert, cert, key, servername, user, passwordFile, passwordEnv } = options;
    if (endpoints === undefined) {
        const own = { cacert, cert, key, servername, user, passwordFile, passwordEnv };
        const [strange] = Object.entries(own).find(([, value]) => value !== undefined) ?? [];
        if (strange === undefined)
            return undefined;
        const option = `--${strange.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
        throw new errors/* EtcdMigrateError */.A8('usage', `${option} goes with --endpoints, and no member was named.`, {
            hint: 'Name the members with --endpoints too, or write all of it into the `connection` of the manifest.',
        });
    }
    if ((cert === undefined) !== (key === undefined)) {
        throw new errors/* EtcdMigrateError */.A8('usage', 'A client certificate needs both --cert and --key.');
    }
    if (user !== undefined && passwordFile === undefined && passwordEnv === undefined) {
        throw new errors/* EtcdMigrateError */.A8('usage', `User ${user} has no password.`, {
            hint: 'Name it by --password-file or --password-env; a command line is no place for it.',
        });
    }
    const tls = {
        ...(cacert === undefined ? {} : { caFile: cacert }),
        ...(cert === undefined ? {} : { certFile: cert }),
        ...(key === undefined ? {} : { keyFile: key }),
        ...(servername === undefined ? {} : { serverName: servername }),
    };
    return {
        endpoints: [...endpoints],
        ...(Object.keys(tls).length === 0 ? {} : { tls }),
        ...(user === undefined
            ? {}
            : {
                auth: {
                    username: user,
                    ...(passwordFile === undefined ? {} : { passwordFile }),
                    ...(passwordEnv === undefined ? {} : { passwordEnv }),
                },
            }),
    };
}


/***/ }),

/***/ 37456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ removeOlderBackups)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/backup/sidecar.js
var sidecar = __webpack_require__(24934);
;// CONCATENATED MODULE: ./lib/src/backup/retention.js
// Owns which backups go when a newer one is there: the oldest of the same cluster in the same directory, and their sidecars.
// Must not remove a file without a sidecar of ours, nor one of another cluster.





/**
 * One that cannot be removed keeps no other. `keep` is at least 1 and counts what was just taken, which stays whatever
 * the clocks say.
 */
async function removeOldBackups(taken, clusterId, keep) {
    const directory = (0,external_node_path_.dirname)(taken);
    const names = await (0,promises_.readdir)(directory).catch((error) => {
        throw (0,files/* pathError */.g$)(error, 'Reading', directory);
    });
    const found = [];
    for (const name of names) {
        const path = (0,external_node_path_.join)(directory, name);
        if (path === taken || !names.includes(`${name}.json`))
            continue;
        const sidecar = await sidecarOf(path);
        if (sidecar?.clusterId === clusterId)
            found.push({ path, sidecar });
    }
    found.sort((a, b) => Date.parse(a.sidecar.takenAt) - Date.parse(b.sidecar.takenAt));
    const old = found.slice(0, Math.max(0, found.length + 1 - keep));
    const removed = [];
    const stayed = [];
    for (const { path } of old) {
        try {
            await (0,promises_.rm)(path, { force: true });
            await (0,promises_.rm)((0,sidecar/* sidecarPathOf */.Me)(path), { force: true });
            removed.push(path);
        }
        catch (error) {
            const known = (0,files/* pathError */.g$)(error, 'Removing', path);
            if (!(known instanceof errors/* EtcdMigrateError */.A8))
                throw known;
            stayed.push(known);
        }
    }
    return { removed, stayed };
}
/** Somebody else's JSON beside somebody else's file is none of ours. */
async function sidecarOf(path) {
    try {
        return await (0,sidecar/* readSidecar */.YD)(path);
    }
    catch (error) {
        if (error instanceof errors/* EtcdMigrateError */.A8 && error.code === 'sidecar-invalid')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/src/app/backups/older.js
// Owns what is said of older backups that go, or should have gone, behind a newer one.
// Must not choose which go (backup/retention.ts).


/** Paths of those that are gone. Those that stay are told and no more: the newer one stands whole all the same. */
async function removeOlderBackups(taken, clusterId, keep, { progress, log }) {
    try {
        const { removed, stayed } = await removeOldBackups(taken, clusterId, keep);
        for (const path of removed)
            progress.line(`removed ${path}`);
        for (const { message } of stayed)
            log.warn(`warning: an older backup stays: ${message}`);
        return removed;
    }
    catch (error) {
        if (!(error instanceof errors/* EtcdMigrateError */.A8) || error.kind === 'bug')
            throw error;
        log.warn(`warning: older backups could not be removed: ${error.message}`);
        return [];
    }
}


/***/ }),

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

/***/ 84069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   Pc: () => (/* binding */ addToHistory),
/* harmony export */   Qz: () => (/* binding */ lastPassMs)
/* harmony export */ });
/* unused harmony exports ProofRecord, ProofHistory */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83648);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64377);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54891);
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88686);
// Owns what is remembered of the proofs of earlier runs: a small JSON file that the user keeps wherever he likes.
// Must not know how a report shows it.







/** Of one backup by one run. */
const ProofRecord = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    /** The manifest's name; null for a proof without one. */
    cluster: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    file: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    provenAt: zod__WEBPACK_IMPORTED_MODULE_7__/* .datetime */ .w$(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().nullable(),
    revision: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().nullable(),
    keys: zod__WEBPACK_IMPORTED_MODULE_6__/* .int */ .Whr().nullable(),
    /** That restored it. */
    release: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Of its data, milliseconds. */
    ageMs: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().nullable(),
    /** How long a recovery took, milliseconds. */
    recoveryMs: zod__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig().nullable(),
});
const ProofHistory = zod__WEBPACK_IMPORTED_MODULE_6__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz('etcd-migrate/backup-history'),
    /** Oldest first. */
    proofs: zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(ProofRecord),
});
/** A year of three proofs a day, with room. */
const mostProofs = 1_500;
/** Each takes a few hundred bytes. */
const mostBytes = 4 * 1024 * 1024;
/** Oldest first; none where the file does not exist. Throws `backup-history-invalid`. */
async function readHistory(path) {
    const invalid = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('backup-history-invalid', `${path} ${why}. It was left as it is.`);
    const json = await (0,_json_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readJsonFile */ .JE)(path, mostBytes, invalid);
    return json === undefined ? [] : (0,_json_file_js__WEBPACK_IMPORTED_MODULE_5__/* .shapedAs */ .A6)(ProofHistory, json, invalid).proofs;
}
/** Adds to what is there by then, and returns all. The newest pass of a cluster stays however many others follow it. */
async function addToHistory(named, added) {
    // Replaced in one step: a link would be replaced, and what it leads to left as it was.
    const path = await behindLinks(named);
    const release = await lockFile(path);
    try {
        const all = [...(await readHistory(path)), ...added];
        const kept = all.slice(-mostProofs);
        const passes = new Map(all.filter(({ verdict }) => verdict === 'pass').map((proof) => [proof.cluster, proof]));
        const older = [...passes.values()].filter((proof) => !kept.includes(proof));
        const proofs = [...older, ...kept];
        const history = { schemaVersion: 1, kind: 'etcd-migrate/backup-history', proofs };
        await (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFileAtomic */ .Zf)(path, `${JSON.stringify(history, null, 2)}\n`);
        return proofs;
    }
    finally {
        await release();
    }
}
/** Of two runs that end at once, each adds its own. */
async function lockFile(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        return await (0,proper_lockfile__WEBPACK_IMPORTED_MODULE_2__.lock)(path, {
            ...{ realpath: false, stale: 10_000, retries: { retries: 60, minTimeout: 50, maxTimeout: 250 } },
            // This process was frozen for longer than that: the file is then written whole by one, then by the other.
            onCompromised: () => undefined,
        });
    }
    catch (error) {
        if (error.code !== 'ELOCKED')
            throw (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .pathError */ .g$)(error, 'Locking', `${path}.lock`);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('run-in-progress', `${path} is being written by another run, or ${path}.lock was left.`);
    }
}
/** Clocks of two machines are never quite the same. */
const clockToleranceMs = 60_000;
/** When a cluster's backup passed last, wall milliseconds; what says that it will be in the future says nothing. */
function lastPassMs(history, cluster, nowMs) {
    const times = history
        .filter((proof) => proof.cluster === cluster && proof.verdict === 'pass')
        .map(({ provenAt }) => Date.parse(provenAt))
        .filter((time) => time <= nowMs + clockToleranceMs);
    return times.length === 0 ? undefined : Math.max(...times);
}
async function behindLinks(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch {
        // It, or what it leads to, does not exist yet.
        const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(path).catch(() => undefined);
        return target === undefined ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), target);
    }
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

/***/ 11665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ createRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// Owns the seeded generator: mulberry32, 32 bits of state, enough for workloads and disturbances (never for secrets).
// Must not know what is drawn.

function createRandom(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    const int = (below) => Math.floor(next() * below);
    return {
        seed,
        next,
        int,
        pick: (items) => {
            if (items.length === 0)
                throw new RangeError('pick from an empty list');
            return items[int(items.length)];
        },
        fork: (label) => createRandom((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${seed}/${label}`).digest().readUInt32LE(0)),
    };
}


/***/ }),

/***/ 33330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Fq: () => (/* binding */ inertLine),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   h$: () => (/* binding */ markdownProse),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   xK: () => (/* binding */ xmlText),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
// Owns making text of unknown origin (names, keys, etcd's log lines) harmless in terminals, Markdown and XML.
// Must not know where the text stands in a report.
// Control characters, and those that reorder or hide text (bidirectional overrides, zero-width, line separators),
// non-characters and lone surrogates: XML forbids some, terminals obey others.
const UNSAFE = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
/** Keeps GitHub from turning `@name`, `#12` and `https://…` into mentions, references and links. */
const BREAK = '\u200b';
/** One line: line ends become spaces, unsafe characters become visible as `\u{1b}`. */
function plainLine(text) {
    return visible(text.replace(/\r\n|[\r\n]/g, ' ').replace(/\t/g, ' '));
}
/** Lines of a text, each made safe; line ends of every kind separate. */
function plainLines(text) {
    return text.split(/\r\n|\r|\n/).map((line) => visible(line.replace(/\t/g, '  ')));
}
function visible(text) {
    return text.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
/**
 * Inline Markdown that shows exactly `text`: no emphasis, link, HTML, table cell, mention or reference can come of it.
 * Pipes and backslashes become entities because GitHub's table scanner reads `\\|` as the end of a cell.
 */
function markdownText(text) {
    const safe = plainLine(text)
        .replace(/@(?=\S)/g, `@${BREAK}`)
        .replace(/(#|GH-)(?=\d)/gi, `$1${BREAK}`)
        .replace(/:(?=\/\/)/g, `:${BREAK}`)
        .replace(/www(?=\.)/gi, `$&${BREAK}`)
        .replace(/(mailto|xmpp)(?=:)/gi, `$&${BREAK}`)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\\/g, '&#92;')
        .replace(/\|/g, '&#124;')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
        .replace(/[`*[\]~$]/g, '\\$&');
    // At the start of a list item these would open a heading, list or rule.
    return safe
        .replace(/^\s+/, '')
        .replace(/^[#+-]/, '\\$&')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
/** As `markdownText`, but what stands between two backticks is shown as code: for sentences. */
function markdownProse(text) {
    const prose = plainLine(text)
        .split(/`([^`]+)`/)
        .map((part, index) => {
        if (index % 2 === 1)
            return markdownCode(part);
        const shown = markdownText(part);
        // Spaces around a code span are part of the sentence.
        return index > 0 && /^\s/.test(part) ? ` ${shown}` : shown;
    })
        .join('')
        .trim();
    // An empty list item under a line of text would make that line a heading.
    return prose === '' ? '–' : prose;
}
/** Keeps a line of a log from being read as a workflow command (`::error::`, `##[error]`) by an Actions runner. */
function inertLine(line) {
    return line.replace(/^(\s*)::/, `$1${BREAK}::`).replace(/##(?=\[)/g, `##${BREAK}`);
}
/** Inline code that shows exactly `text`. Falls back to `<code>` where a code span could not hold it in a table. */
function markdownCode(text) {
    const line = plainLine(text).trim();
    if (line === '')
        return '–';
    return /[`|\\]/.test(line) ? `<code>${markdownText(line)}</code>` : `\`${line}\``;
}
/** A fenced block whose fence is longer than any run of backticks inside. */
function markdownBlock(lines, language = 'text') {
    const body = lines.flatMap(plainLines);
    const longest = Math.max(2, ...body.map((line) => Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...body, fence].join('\n');
}
/** A link, only for plain https addresses; anything else is shown as text. */
function markdownLink(address) {
    return /^https:\/\/[\w.-]+(?:\/[\w./#?=&%~+-]*)?$/.test(address) ? `<${address}>` : markdownText(address);
}
/** XML text: the builder escapes markup; characters that XML forbids become visible. Keeps line ends. */
function xmlText(text) {
    return plainLines(text).join('\n');
}
/** Cuts to at most `limit` characters without splitting one, and says so with an ellipsis. */
function cut(text, limit) {
    if (text.length <= limit)
        return text;
    const end = limit - 1;
    // Never half of a surrogate pair.
    const code = text.charCodeAt(end - 1);
    return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
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


/***/ })

};
