export const id = 241;
export const ids = [241];
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

/***/ 48726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/backup/sidecar.js
var backup_sidecar = __webpack_require__(24934);
;// CONCATENATED MODULE: ./lib/src/backup/retention.js
// Owns which backups go when a newer one is there: the oldest of the same cluster in the same directory, and their sidecars.
// Must not remove a file without a sidecar of ours, nor one of another cluster.





/**
 * Paths of the backups that were removed, oldest first. `keep` is at least 1 and counts what was just taken, which stays
 * whatever the clocks say.
 */
async function removeOldBackups(taken, clusterId, keep) {
    const directory = (0,external_node_path_.dirname)(taken);
    const names = await (0,promises_.readdir)(directory);
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
    for (const { path } of old) {
        try {
            await (0,promises_.rm)(path, { force: true });
            await (0,promises_.rm)((0,backup_sidecar/* sidecarPathOf */.Me)(path), { force: true });
        }
        catch (error) {
            throw (0,files/* pathError */.g$)(error, 'Removing', path);
        }
    }
    return old.map(({ path }) => path);
}
/** Somebody else's JSON beside somebody else's file is none of ours. */
async function sidecarOf(path) {
    try {
        return await (0,backup_sidecar/* readSidecar */.YD)(path);
    }
    catch (error) {
        if (error instanceof errors/* EtcdMigrateError */.A8 && error.code === 'sidecar-invalid')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/src/backup/source-member.js

const pollMs = 200;
const caughtUpMs = 30_000;
/** Throws `connection-failed` where no member answers, and `gate-failed` where the chosen one does not catch up. */
async function chooseSource(members, view, clock, signal) {
    const asked = await Promise.allSettled(members.map(async (member) => ({ member, status: await view.status(member, signal) })));
    signal?.throwIfAborted();
    const answers = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    // A learner may be far behind, and etcd serves no snapshot from it.
    const voters = answers.filter(({ status }) => !status.isLearner);
    const leader = voters.find(({ status }) => status.memberId === status.leaderId);
    // The furthest is caught up the soonest.
    const followers = voters
        .filter(({ status }) => status.memberId !== status.leaderId && status.leaderId !== 0n)
        .sort((a, b) => (a.status.raftAppliedIndex < b.status.raftAppliedIndex ? 1 : -1));
    const [chosen] = leader === undefined ? followers : [...followers, leader];
    if (chosen === undefined) {
        const why = asked.map((each, index) => {
            const name = members[index]?.clientUrl;
            if (each.status === 'rejected')
                return each.reason.message;
            return each.value.status.isLearner ? `${name} is a learner` : `${name} knows no leader`;
        });
        throw new errors/* EtcdMigrateError */.A8('connection-failed', `No member can give a backup:\n${why.join('\n')}`, {
            hint: 'Name endpoints of voting members of a cluster that has a leader.',
        });
    }
    const { member, status } = chosen;
    // Linearizable: it answers once it has applied everything that was committed when it was asked.
    await view.read(member, 'linearizable', signal);
    // Without the leader's own word, what the member knows to be committed.
    const wanted = leader?.status.raftAppliedIndex ?? status.raftIndex;
    const begunUs = clock.monotonicUs();
    for (;;) {
        const { raftAppliedIndex } = await view.status(member, signal);
        if (raftAppliedIndex >= wanted)
            break;
        if ((clock.monotonicUs() - begunUs) / 1000 > caughtUpMs) {
            throw new errors/* EtcdMigrateError */.A8('gate-failed', `${member.clientUrl} has applied ${raftAppliedIndex} of ${wanted} after ${caughtUpMs / 1000} s; no backup was taken.`, { hint: 'Look why this member lags behind its leader, or name another endpoint.' });
        }
        await clock.sleep(pollMs, signal);
    }
    return { member, version: status.version, role: chosen === leader ? 'leader' : 'follower' };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/src/etcd/facts.js
var etcd_facts = __webpack_require__(35918);
// EXTERNAL MODULE: ./lib/src/etcd/member-client.js
var member_client = __webpack_require__(75135);
// EXTERNAL MODULE: ./lib/src/etcd/errors.js
var etcd_errors = __webpack_require__(49626);
;// CONCATENATED MODULE: ./lib/src/etcd/snapshot-stream.js

/** Gigabytes over a slow line. */
const deadlineMs = 6 * 60 * 60_000;
async function* streamSnapshot(client, member, signal) {
    try {
        const parts = client.stream('Maintenance', 'snapshot', {}, { deadlineMs, signal });
        for await (const { blob, remaining_bytes } of parts) {
            yield { bytes: blob, remainingBytes: Number(remaining_bytes) };
        }
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,etcd_errors/* etcdCallError */.z)(`The snapshot of ${member.name} at ${member.clientUrl}`, error);
    }
}

// EXTERNAL MODULE: ./lib/src/backup/file-link.js + 7 modules
var file_link = __webpack_require__(5470);
// EXTERNAL MODULE: ./lib/src/backup/partials.js
var partials = __webpack_require__(59783);
;// CONCATENATED MODULE: ./lib/src/backup/take.js
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
// Owns taking a backup: streamed to disk, looked through, compared with the member, and only then put in its place.
// Must not replace or remove a file that is there.












/**
 * The sidecar of the backup that now stands at `path`. Whatever else happens, nothing does: a backup is there whole,
 * flushed and looked through, or not at all. Throws `usage` where something stands there already.
 */
async function takeBackup(options) {
    const { path, clock, signal, progress, source } = options;
    const { member } = source;
    const temporary = (0,partials/* partialPathOf */._y)(path);
    const beside = (0,partials/* partialPathOf */._y)((0,backup_sidecar/* sidecarPathOf */.Me)(path));
    const client = (0,member_client/* connectMember */.R)(member.clientUrl, options.credentials);
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        for (const name of await (0,partials/* removeDeadPartials */.Jk)((0,external_node_path_.dirname)(path))) {
            options.line(`removed ${name}, which a backup that was killed left behind`);
        }
        for (const name of [path, (0,backup_sidecar/* sidecarPathOf */.Me)(path)])
            await requireAbsent(name);
        const clusterId = await (0,etcd_facts/* readClusterId */.mI)(client, member, signal);
        const takenAt = new Date(clock.wallMs()).toISOString();
        const { sha256, bytes } = await save(client, member, temporary, options);
        const { link: file, facts } = await (0,file_link/* proveFile */.N)(temporary, { clock, progress, signal });
        if (file.verdict !== 'pass' || facts === null) {
            throw new errors/* EtcdMigrateError */.A8('backup-corrupt', `What ${member.clientUrl} sent is no whole snapshot, and was not kept: ${file.evidence[0]}`, { hint: 'Take it again, from another member if it happens again.' });
        }
        const hashBy = await compareWithMember(client, member, facts, signal);
        const { revision, hash } = facts.keySpace;
        const sidecar = {
            ...{ schemaVersion: 1, kind: 'etcd-migrate/backup-sidecar', sha256, bytes, revision, hash, hashBy, clusterId },
            members: facts.members.map(({ id, name }) => ({ id, name })),
            ...{ etcd: source.version, takenFrom: member.clientUrl, takenAt, toolVersion: options.toolVersion },
        };
        // First: a backup whose sidecar is missing is worth less than a sidecar whose backup is.
        await (0,files/* writeFileAtomic */.Zf)(beside, `${JSON.stringify(sidecar, null, 2)}\n`);
        await putInPlace(beside, (0,backup_sidecar/* sidecarPathOf */.Me)(path));
        try {
            await putInPlace(temporary, path);
        }
        catch (error) {
            await (0,promises_.rm)((0,backup_sidecar/* sidecarPathOf */.Me)(path), { force: true });
            throw error;
        }
        return sidecar;
    }
    catch (error) {
        throw (0,files/* pathError */.g$)(error, 'Writing', path);
    }
    finally {
        client.close();
        for (const name of [temporary, beside])
            await (0,promises_.rm)(name, { force: true });
    }
}
async function save(client, member, path, { progress, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let written = 0;
        const file = __addDisposableResource(env_1, await (0,promises_.open)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL, 0o600), true);
        for await (const { bytes, remainingBytes } of streamSnapshot(client, member, signal)) {
            if (written === 0)
                await requireRoom(path, bytes.length + remainingBytes);
            hash.update(bytes);
            await writeAll(file, bytes);
            written += bytes.length;
            progress(`${written} of ${written + remainingBytes} bytes from ${member.clientUrl}`);
        }
        await file.sync();
        return { sha256: hash.digest('hex'), bytes: written };
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
async function writeAll(file, bytes) {
    for (let at = 0; at < bytes.length;)
        at += (await file.write(bytes, at)).bytesWritten;
}
async function requireRoom(path, needed) {
    const { bavail, bsize } = await (0,promises_.statfs)((0,external_node_path_.dirname)(path));
    const free = bavail * bsize;
    if (free >= needed)
        return;
    throw new errors/* EtcdMigrateError */.A8('no-space', `The backup needs ${needed} bytes in ${(0,external_node_path_.dirname)(path)}, where ${free} are free; nothing was kept of it.`, { details: { needed, free } });
}
/** The member's own HashKV at the backup's revision, unless it has compacted since: it then hashes less. */
async function compareWithMember(client, member, { keySpace, compactRevision }, signal) {
    let live;
    try {
        live = await (0,etcd_facts/* readHashKv */.Md)(client, member, BigInt(keySpace.revision), signal);
    }
    catch (error) {
        if (error instanceof errors/* EtcdMigrateError */.A8 && error.details['class'] === 'compacted')
            return 'file';
        throw error;
    }
    if (live.compactRevision !== BigInt(compactRevision))
        return 'file';
    if (live.hash === keySpace.hash)
        return 'member';
    throw new errors/* EtcdMigrateError */.A8('hash-mismatch', `At revision ${keySpace.revision} ${member.clientUrl} holds what hashes to ${live.hash}; the backup that it sent hashes to ${keySpace.hash}, and was not kept.`);
}
async function requireAbsent(path) {
    const there = await (0,promises_.lstat)(path).then(() => true, (error) => error.code !== 'ENOENT');
    if (there)
        throw existsAlready(path);
}
/** link() fails where the name exists: of two that take a backup to one place, one says so. */
async function putInPlace(temporary, path) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        try {
            await (0,promises_.link)(temporary, path);
        }
        catch (error) {
            throw error.code === 'EEXIST' ? existsAlready(path) : error;
        }
        const directory = __addDisposableResource(env_2, await (0,promises_.open)((0,external_node_path_.dirname)(path), 'r'), true);
        await directory.sync();
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function existsAlready(path) {
    return new errors/* EtcdMigrateError */.A8('usage', `${path} exists already; no backup was taken.`, {
        hint: 'Name a new file with --out; a backup never replaces another.',
    });
}

// EXTERNAL MODULE: ./lib/src/etcd/member-access.js + 2 modules
var member_access = __webpack_require__(10646);
// EXTERNAL MODULE: ./lib/src/platform/clock.js
var platform_clock = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/src/app/envelope.js
var envelope = __webpack_require__(31932);
// EXTERNAL MODULE: ./lib/src/app/live-cluster.js
var live_cluster = __webpack_require__(60017);
// EXTERNAL MODULE: ./lib/src/app/manifest-file.js + 22 modules
var manifest_file = __webpack_require__(80811);
// EXTERNAL MODULE: ./lib/src/app/tools.js + 1 modules
var app_tools = __webpack_require__(99249);
;// CONCATENATED MODULE: ./lib/src/app/backup.js
var backup_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var backup_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
        const tools = backup_addDisposableResource(env_1, (0,app_tools/* openTools */.a)(settings, surroundings, platform_clock/* systemClock */.m), false);
        const { progress, clock } = tools;
        const { signal, workingDirectory } = surroundings;
        const { connection, baseDir } = await connectionOf(settings, surroundings, options);
        const credentials = await (0,live_cluster/* readCredentials */.L1)(connection, surroundings, baseDir);
        const members = connection.endpoints.map((url) => {
            (0,member_client/* requireMemberUrl */.L)(url);
            return { name: url, clientUrl: url, peerUrl: url };
        });
        const access = backup_addDisposableResource(env_1, (0,member_access/* createMemberAccess */.J)(credentials), true);
        progress.now('asking the members');
        const source = await chooseSource(members, access, clock, signal);
        progress.line(`from ${source.member.clientUrl}, a ${source.role} on etcd ${source.version}`);
        const path = (0,external_node_path_.resolve)(workingDirectory, options.out);
        const sidecar = await takeBackup({
            ...{ source, credentials, path, clock, signal, toolVersion: envelope/* tool */.z6.version },
            progress: (doing) => progress.now(doing),
            line: (text) => progress.line(text),
        });
        const removed = options.keep === undefined ? [] : await removeOldBackups(path, sidecar.clusterId, options.keep);
        progress.now('');
        for (const old of removed)
            progress.line(`removed ${old}`);
        const shown = (0,external_node_path_.relative)(workingDirectory, path) || path;
        const backupPart = { file: path, sidecar: (0,backup_sidecar/* sidecarPathOf */.Me)(path), ...sidecar, removed: [...removed] };
        const report = (0,envelope/* envelope */.RE)('backup', {
            reason: `${shown} holds revision ${sidecar.revision} of cluster ${sidecar.clusterId}, ${sidecar.bytes} bytes.`,
            nextSteps: [`Run \`etcd-migrate verify-backup ${shown}\` to prove that it restores.`],
            backup: backupPart,
        });
        (0,envelope/* sayJson */.mx)(report, settings, surroundings);
        if (settings.format !== 'json') {
            const hashBy = sidecar.hashBy === 'member' ? 'as the member itself says' : 'by the file alone: the member has compacted since';
            surroundings.writeOut(surroundings.redactor.text(`${report.reason}\nsha256 ${sidecar.sha256}\nHashKV ${sidecar.hash} (${hashBy})\n\nNext: ${report.nextSteps[0]}\n`));
        }
        return 0;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = backup_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function connectionOf(settings, { workingDirectory }, options) {
    const { endpoints, cacert, cert, key, servername, user, passwordFile, passwordEnv } = options;
    if (endpoints === undefined) {
        if (!settings.manifestGiven) {
            throw new errors/* EtcdMigrateError */.A8('usage', 'No cluster was named.', {
                hint: 'Name its members with --endpoints, or a manifest with a `connection`.',
            });
        }
        const { manifest } = await (0,manifest_file/* loadManifestFile */.K)(settings.manifestFile, workingDirectory, settings.trusted);
        if (manifest.connection !== undefined) {
            return { connection: manifest.connection, baseDir: (0,external_node_path_.dirname)(settings.manifestFile) };
        }
        throw new errors/* EtcdMigrateError */.A8('usage', `${settings.manifestFile} has no \`connection\`.`, {
            hint: 'Write one into the manifest, or name the members with --endpoints.',
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
    const connection = {
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
    return { connection, baseDir: workingDirectory };
}


/***/ }),

/***/ 60017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ readCredentials),
/* harmony export */   hr: () => (/* binding */ readLiveCluster)
/* harmony export */ });
/* unused harmony export requireEveryVoter */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _catalog_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66182);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
/* harmony import */ var _etcd_member_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10646);
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
// Owns reading the live cluster that a manifest's `connection` names: facts for the planner, nothing written.
// Must not change anything; credentials are read here and go nowhere else.





/** Throws `connection-failed` naming each endpoint that did not answer. `baseDir`: where relative file names start. */
async function readLiveCluster(connection, surroundings, baseDir) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const credentials = await readCredentials(connection, surroundings, baseDir);
        const access = __addDisposableResource(env_1, (0,_etcd_member_access_js__WEBPACK_IMPORTED_MODULE_4__/* .createMemberAccess */ .J)(credentials), true);
        const members = connection.endpoints.map((url) => ({ name: url, clientUrl: url, peerUrl: url }));
        const answers = await Promise.allSettled(members.map((member) => access.status(member, surroundings.signal)));
        // An interruption fails every call that is under way; no endpoint is to blame for it.
        surroundings.signal.throwIfAborted();
        const failed = answers.flatMap((answer, index) => answer.status === 'rejected' ? [`${members[index]?.name}: ${answer.reason.message}`] : []);
        const [first] = members;
        if (failed.length > 0 || first === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('connection-failed', `Not every endpoint of the live cluster answers:\n${failed.join('\n')}`);
        }
        const releases = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.version] : []));
        const listed = await access.memberList(first, surroundings.signal);
        const seen = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.memberId] : []));
        requireEveryVoter(listed, seen);
        const supportsDowngrade = releases.some((release) => (0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareLines */ .lZ)((0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_2__/* .lineOf */ .cA)(release), '3.5') >= 0);
        const peers = listed.flatMap((member) => {
            const [peerUrl] = member.peerUrls;
            return peerUrl === undefined ? [] : [{ name: member.name, clientUrl: first.clientUrl, peerUrl }];
        });
        const jobs = supportsDowngrade
            ? await Promise.allSettled(peers.map((member) => access.downgradeEnabled(member, surroundings.signal)))
            : [];
        const active = jobs.some((job) => job.status === 'fulfilled' && job.value === true);
        return {
            releases,
            voters: listed.filter((member) => !member.isLearner).length,
            learners: listed.filter((member) => member.isLearner).length,
            // A client certificate may be a login too (its common name): then nothing is known here.
            ...(credentials.user === undefined && credentials.tls?.certPem !== undefined
                ? {}
                : { auth: credentials.user !== undefined }),
            // Peer ports are often closed to clients: then this stays unknown here and the engine's own gate decides.
            ...(active || jobs.every((job) => job.status === 'fulfilled') ? { downgradeJob: active } : {}),
            tls: first.clientUrl.startsWith('https:'),
        };
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
/** A member that nobody asked may run another release. Throws `connection-failed` naming those that no endpoint reached. */
function requireEveryVoter(listed, seen) {
    // A learner is refused for being one (plan/planner.ts), whatever it runs.
    const voters = listed.filter(({ isLearner }) => !isLearner);
    const unseen = voters.filter(({ id }) => !seen.includes(id));
    if (unseen.length === 0)
        return;
    const names = unseen.map(({ id, name }) => name || id.toString(16)).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('connection-failed', `\`connection.endpoints\` reach ${voters.length - unseen.length} of the live cluster's ${voters.length} voting members: what ${names} run${unseen.length === 1 ? 's' : ''} is unknown.`, { hint: 'Name an endpoint of each member in `connection.endpoints`.' });
}
/** Throws `connection-failed` naming what cannot be read. Secrets are made known to the redactor. */
async function readCredentials(connection, surroundings, baseDir) {
    const { tls, auth } = connection;
    const read = async (what, file, variable) => {
        if (file !== undefined) {
            try {
                return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(baseDir, file), 'utf8');
            }
            catch (cause) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('connection-failed', `The ${what} cannot be read from ${file}.`, { cause });
            }
        }
        if (variable === undefined)
            return undefined;
        const value = surroundings.environment[variable];
        if (value === undefined || value === '') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('connection-failed', `The ${what} should be in the environment variable ${variable}, which is empty.`);
        }
        return value;
    };
    const caPem = await read('certificate authority', tls?.caFile, tls?.caEnv);
    const certPem = await read('client certificate', tls?.certFile, tls?.certEnv);
    const keyPem = await read('client key', tls?.keyFile, tls?.keyEnv);
    if (tls !== undefined && caPem === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('connection-failed', 'connection.tls names no certificate authority (caFile or caEnv).');
    }
    const password = await read('password', auth?.passwordFile, auth?.passwordEnv);
    for (const secret of [keyPem, password])
        if (secret !== undefined)
            surroundings.redactor.add(secret);
    return {
        ...(caPem === undefined
            ? {}
            : {
                tls: {
                    caPem,
                    ...(certPem === undefined ? {} : { certPem }),
                    ...(keyPem === undefined ? {} : { keyPem }),
                    ...(tls?.serverName === undefined ? {} : { serverName: tls.serverName }),
                },
            }),
        ...(auth === undefined || password === undefined
            ? {}
            : { user: { name: auth.username, password: password.replace(/\r?\n$/, '') } }),
    };
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


/***/ })

};
