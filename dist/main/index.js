import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 85675:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http2");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 30714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 65071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ EtcdMigrateError),
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   e9: () => (/* binding */ failures)
/* harmony export */ });
// Owns the one error class and the closed table of failure codes that docs, exit codes and `failure-reason` share.
// Must not know who reports an error or how.
const input = (title, hint) => ({ kind: 'input', exitCode: 2, title, hint });
const environment = (title, hint) => ({
    kind: 'environment',
    exitCode: 3,
    title,
    hint,
});
const verdict = (title, hint) => ({ kind: 'verdict', exitCode: 1, title, hint });
const inconclusive = (title, hint) => ({
    kind: 'inconclusive',
    exitCode: 4,
    title,
    hint,
});
/** Every way in which a run can end other than "pass". Closed: scripts branch on these names. */
const failures = {
    // The manifest or the command line is wrong (exit 2).
    usage: input('The command line is wrong', 'Run `etcd-migrate --help` for the commands and their options.'),
    'manifest-missing': input('The manifest does not exist', 'Run `etcd-migrate init` to write one, or name it with --manifest.'),
    'manifest-unreadable': input('The manifest cannot be read', 'The manifest must be a readable UTF-8 text file of at most 1 MiB.'),
    'manifest-invalid': input('The manifest has mistakes', 'Correct the lines named above; `etcd-migrate init` shows a valid manifest.'),
    'sidecar-invalid': input('What stands beside a backup is no sidecar', 'Put the right sidecar beside the backup, or remove it: the backup is then judged without it.'),
    'attestation-invalid': input('An attestation of a backup is damaged', 'Bring it again from where the backup was proven, or prove the backup anew.'),
    'backup-history-invalid': input('What keeps the proofs of earlier runs is damaged', 'Restore the file that is named above, or remove it: the history then begins anew.'),
    'plan-refused': input('No safe plan exists for this request', 'Change `from`, `to` or `hops` as the findings say.'),
    'untrusted-event': input('The workflow event may not run this manifest', 'Use `pull_request` instead of `pull_request_target` for manifests that come from a fork.'),
    'nothing-to-resume': input('There is no run to resume here', 'Name the directory of the interrupted run with --output.'),
    'past-point-of-no-return': input('The run is past the point of no return', 'The last old member is gone, so the old release no longer starts; go forward with `etcd-migrate resume`.'),
    // The world around us does not allow the run (exit 3).
    'release-unobtainable': environment('An etcd release cannot be obtained', 'See which sources were tried and why each failed; name a mirror or a local path in `releases`.'),
    'checksum-mismatch': environment('A download does not have its published checksum', 'Do not run it. Check the mirror; delete nothing by hand: the bad file was not kept.'),
    'binary-invalid': environment('A binary is not a working etcd', 'Point `releases.local` at a directory with etcd, etcdctl and (3.5 and later) etcdutl.'),
    'binary-version-mismatch': environment('A binary is of another version than it should be', 'Point `releases.local` at the right release, or remove the entry.'),
    'no-space': environment('A disk is full', 'Free space in the directory named above and run again.'),
    'no-permission': environment('A file or directory cannot be used', 'Give the user that runs etcd-migrate access to the path named above.'),
    'port-taken': environment('A port is already in use', 'Stop the process that holds the port named above, or let etcd-migrate choose ports itself.'),
    'run-in-progress': environment('Another run owns this output directory', 'Wait for it to finish, or choose another --output.'),
    'journal-damaged': environment('The journal of the run is damaged', 'Keep a copy of the output directory for examination; `etcd-migrate cleanup` then removes the members.'),
    'connection-failed': environment('The live cluster cannot be reached', 'Check `connection` in the manifest: endpoints, certificates and credentials.'),
    'tool-failed': environment('A command that etcd-migrate needs failed', 'See what it printed, in the message or in the log of the run.'),
    'backup-unreadable': environment('A backup cannot be read', 'Look at the disk or the network that it is on; copy it elsewhere, and run again.'),
    'backup-changed': environment('A backup changed while it was proven', 'Wait until whatever writes it is done, and run again.'),
    'etcd-refused': environment('A member refused a call', "The message quotes etcd's own words; look at the member named above."),
    'time-limit': environment('The run took longer than it may', 'Raise `rehearsal.timeLimits.totalMs`, or choose a smaller depth.'),
    'member-lost': environment('Contact with a member was lost', 'Look at what the member wrote to its log last, in `logs` of the output directory.'),
    // The rehearsal or the cluster says no (exit 1).
    'member-start-failed': verdict('A member did not start on the new release', "See etcd's own last lines in the report; the member is back on its old release."),
    'member-stop-failed': verdict('A member did not stop in time', "See the member's log in the output directory."),
    'gate-failed': verdict('A gate did not open in time', 'The report names the gate and what was last observed.'),
    'hash-mismatch': verdict('Members hold different data', 'Nobody knows which side is right: hold, keep every data directory, and compare backups.'),
    'downgrade-in-progress': verdict('A downgrade job is active in the cluster', 'Cancel it while every member is up, then run again.'),
    'raft-snapshot-stale': verdict('A member has no fresh raft snapshot', 'The next release would die on old raft entries; renew the snapshots first.'),
    'members-bucket-stale': verdict("A member's stored member list is wrong", 'Restart every member once more on a release with the fix, then run again.'),
    'check-failed': verdict('A compatibility check did not behave as the catalog expects', 'See in the report which check it was, what it expected, and what it saw.'),
    'backup-corrupt': verdict('A backup is damaged', 'Restore from another backup, and look for what damaged this one before the next is taken.'),
    'restore-failed': verdict('A backup cannot be restored', "Read the tool's own last lines; restore from another backup."),
    'backup-content-differs': verdict('A restored cluster holds something else than its backup', 'Do not rely on this backup; keep it and the evidence, and report it: restoring must not change data.'),
    'backup-unexpected-keys': verdict('A backup does not hold what the manifest expects', 'Find out whether the keys were lost before the backup was taken, or correct `backups.expect`.'),
    'backup-not-proven': verdict('No proof of a backup is accepted', 'Prove it: run `etcd-migrate verify-backup` on it, and bring its attestation.'),
    'backup-test-failed': verdict("The manifest's own test of a restored backup failed", 'See what it printed in the log of the run; correct the data, or `backups.test`.'),
    'backup-stale': verdict('A backup is older than policy allows', 'Find out why no newer one was taken, and take one now with `etcd-migrate backup`.'),
    'restore-too-slow': verdict('A recovery takes longer than policy allows', 'Restore on faster disks, keep the database smaller, or change the policy if a longer outage is acceptable.'),
    'backup-foreign': verdict('A backup is not the one that was meant', 'Find out which cluster and which moment this file is of, and where the right one is.'),
    'durability-violated': verdict('An acknowledged write was lost', 'Do not upgrade with these binaries; keep the evidence directory.'),
    'linearizability-violated': verdict('Clients saw an impossible history', 'Do not upgrade with these binaries; keep the evidence directory.'),
    'watch-violated': verdict('A watch missed, repeated or reordered events', 'See the watch judge in the report for the first wrong event.'),
    'lease-violated': verdict('A lease ended too early or lived too long', 'See the lease judge in the report for the first wrong lease.'),
    'mutual-exclusion-violated': verdict('Two clients held one lock or leadership at once', 'See the mutual-exclusion judge in the report.'),
    'availability-violated': verdict('Clients waited or failed more than the thresholds allow', 'See the availability table; change the thresholds only if your clients can bear it.'),
    'history-invalid': verdict('The recorded history contradicts itself', 'No verdict can rest on it; keep `history.jsonl` and report it as a bug of etcd-migrate.'),
    'finding-blocks': verdict('A finding of severity error blocks the upgrade', 'See the findings in the report.'),
    // Not enough is known to say yes (exit 4).
    'too-few-operations': inconclusive('Too few operations to judge', 'Run longer, or raise `rehearsal.workload.rate`.'),
    'history-incomplete': inconclusive('The recorded history ends too early or leaves out something that a judge needs', 'Run it again in one piece, to the end.'),
    'client-library-anomaly': inconclusive("The application's watch delivered something else than etcd's own history holds", 'See the watch judge: a raw watch proves what etcd stored; check the client library, then run again.'),
    'no-integrity-hash': inconclusive('Nothing in the backup tells whether its values are unchanged', 'Take backups with `etcdctl snapshot save` or `etcd-migrate backup`, which put a hash behind the data.'),
    'backup-origin-unknown': inconclusive('Nobody can say which cluster a backup is of', 'Take backups with `etcd-migrate backup`, whose sidecar records the cluster.'),
    'backup-age-unknown': inconclusive('Nobody can say how old the data of a backup are', 'Take backups with `etcd-migrate backup`, whose sidecar records the moment.'),
    'client-gap': inconclusive('The clients were not running the whole time', 'The run was resumed; run it again in one piece for a full verdict.'),
    'accepted-risk': inconclusive('The plan contains a risk that the manifest accepted', 'Remove the cause and the `accept` entry for a full verdict.'),
    'machine-overloaded': inconclusive('This machine was too busy to say what clients would have felt', 'Run it again where fewer other processes compete for the processors.'),
    'judge-timeout': inconclusive('A judge ran out of time', 'Lower the workload rate or raise `rehearsal.timeLimits`.'),
    // Somebody stopped us.
    interrupted: {
        kind: 'interrupted',
        exitCode: 130,
        title: 'Interrupted',
        hint: 'Run `etcd-migrate status` to see the cluster, then `resume`, `rollback` or `cleanup`.',
    },
    terminated: {
        kind: 'interrupted',
        exitCode: 143,
        title: 'Terminated',
        hint: 'Run `etcd-migrate status` to see the cluster, then `resume`, `rollback` or `cleanup`.',
    },
    'internal-error': {
        kind: 'bug',
        exitCode: 3,
        title: 'A bug in etcd-migrate',
        hint: 'Please report it with the journal of the run.',
    },
};
/** The only error class that leaves a module. `message` says what, where, and what state the cluster is in now. */
class EtcdMigrateError extends Error {
    code;
    kind;
    hint;
    details;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'EtcdMigrateError';
        this.code = code;
        this.kind = failures[code].kind;
        this.hint = options.hint ?? failures[code].hint;
        this.details = options.details ?? {};
    }
}
/** Exit code of a failure. */
function exitCodeOf(code) {
    return failures[code].exitCode;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  XI: () => (/* reexport */ action),
  xw: () => (/* reexport */ cli),
  bE: () => (/* reexport */ post)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(78474);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __nccwpck_require__(65071);
;// CONCATENATED MODULE: ./lib/src/entry/signals.js
// Owns the meaning of SIGINT and SIGTERM: the first asks for a tidy end, a second one ends the process at once.
// Must not know what is under way.


const signals = { SIGINT: 'interrupted', SIGTERM: 'terminated' };
function abortOnSignals() {
    const controller = new AbortController();
    // Every bounded wait listens to it; dozens at once are normal and no leak.
    (0,external_node_events_.setMaxListeners)(0, controller.signal);
    for (const [signal, code] of Object.entries(signals)) {
        process.on(signal, () => {
            if (controller.signal.aborted)
                process.exit((0,errors/* exitCodeOf */.FO)(code));
            controller.abort(new errors/* EtcdMigrateError */.A8(code, `${signal} received.`));
        });
    }
    return controller.signal;
}

;// CONCATENATED MODULE: ./lib/src/entry/standard-output.js
// Owns standard output that nobody reads any more, or that cannot be written.
// Must not know what is written.

/**
 * Writes to standard output. A reader that went away (`| head`) wants no more, and the exit code stays that of the work.
 * Anything else, a full disk above all, leaves a script with half an answer: that is said, and the exit code tells it.
 */
function standardOutput() {
    let lost = false;
    const failed = (error) => {
        if (lost)
            return;
        lost = true;
        if (error.code === 'EPIPE')
            return;
        const code = error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'no-space' : 'no-permission';
        process.stderr.write(`\netcd-migrate: ${code}\nStandard output could not be written: ${error.message}.\n`);
        // Last, so that no verdict that comes later covers it.
        process.once('exit', () => {
            process.exitCode = (0,errors/* exitCodeOf */.FO)(code);
        });
    };
    process.stdout.on('error', failed);
    // Nobody to tell it to.
    process.stderr.on('error', () => { });
    return (text) => {
        if (lost)
            return;
        try {
            process.stdout.write(text);
        }
        catch (error) {
            // Before Node 22 a file's error is thrown.
            failed(error);
        }
    };
}

;// CONCATENATED MODULE: ./lib/src/entry/this-process.js


function ofThisProcess() {
    return {
        environment: process.env,
        workingDirectory: process.cwd(),
        writeOut: standardOutput(),
        outIsTTY: process.stdout.isTTY === true,
        errorStream: process.stderr,
        signal: abortOnSignals(),
        insideActions: process.env.GITHUB_ACTIONS === 'true',
    };
}

;// CONCATENATED MODULE: ./lib/src/entry/action.js
// Owns the process of the action's main step: environment and signals in, exit code out.
// Must not hold any logic: app/action.ts does.

const LINGER_MS = 2_000;
async function action() {
    const { runAction } = await Promise.all(/* import() */[__nccwpck_require__.e(377), __nccwpck_require__.e(686), __nccwpck_require__.e(104), __nccwpck_require__.e(695), __nccwpck_require__.e(746), __nccwpck_require__.e(648), __nccwpck_require__.e(553), __nccwpck_require__.e(752), __nccwpck_require__.e(260), __nccwpck_require__.e(264), __nccwpck_require__.e(822), __nccwpck_require__.e(474), __nccwpck_require__.e(575), __nccwpck_require__.e(616), __nccwpck_require__.e(631), __nccwpck_require__.e(88), __nccwpck_require__.e(339), __nccwpck_require__.e(215), __nccwpck_require__.e(782), __nccwpck_require__.e(10), __nccwpck_require__.e(267), __nccwpck_require__.e(18)]).then(__nccwpck_require__.bind(__nccwpck_require__, 25828));
    const surroundings = ofThisProcess();
    process.exitCode = await runAction(surroundings);
    if (surroundings.signal.aborted)
        process.exit();
    // As in cli.ts: what is still open after that is a leak, and must not keep the job from ending.
    setTimeout(() => process.exit(), LINGER_MS).unref();
}

;// CONCATENATED MODULE: ./lib/src/entry/cli.js
// Owns the process of the command line: argv in, exit code out.
// Must not hold any logic: app/command-line.ts does.

/** Output is on its way by then; what is still open after that is a leak. */
const cli_LINGER_MS = 2_000;
async function cli() {
    const { runCommandLine } = await Promise.all(/* import() */[__nccwpck_require__.e(729), __nccwpck_require__.e(867)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8867));
    const surroundings = ofThisProcess();
    process.exitCode = await runCommandLine(process.argv.slice(2), surroundings);
    // Clients of an interrupted run are still connected; a person who pressed Ctrl-C does not wait for them.
    if (surroundings.signal.aborted)
        process.exit();
    // A connection that was left open must not keep a finished run from ending; the timer itself keeps nothing alive.
    setTimeout(() => process.exit(), cli_LINGER_MS).unref();
}

;// CONCATENATED MODULE: ./lib/src/entry/post.js
// Owns the process of the action's post step.
// Must not hold any logic: app/action.ts does.

async function post() {
    const { runPost } = await Promise.all(/* import() */[__nccwpck_require__.e(377), __nccwpck_require__.e(686), __nccwpck_require__.e(104), __nccwpck_require__.e(695), __nccwpck_require__.e(746), __nccwpck_require__.e(648), __nccwpck_require__.e(553), __nccwpck_require__.e(752), __nccwpck_require__.e(260), __nccwpck_require__.e(264), __nccwpck_require__.e(822), __nccwpck_require__.e(474), __nccwpck_require__.e(575), __nccwpck_require__.e(616), __nccwpck_require__.e(631), __nccwpck_require__.e(88), __nccwpck_require__.e(339), __nccwpck_require__.e(215), __nccwpck_require__.e(782), __nccwpck_require__.e(10), __nccwpck_require__.e(267), __nccwpck_require__.e(18)]).then(__nccwpck_require__.bind(__nccwpck_require__, 25828));
    process.exitCode = await runPost(ofThisProcess());
}

;// CONCATENATED MODULE: ./lib/src/entry/main.js
// Owns the list of entries of the one bundle.
// Must not run anything by being loaded: the launchers in dist/ call one of these.




var __webpack_exports__action = __webpack_exports__.XI;
var __webpack_exports__cli = __webpack_exports__.xw;
var __webpack_exports__post = __webpack_exports__.bE;
export { __webpack_exports__action as action, __webpack_exports__cli as cli, __webpack_exports__post as post };
