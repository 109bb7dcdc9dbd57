export const id = 782;
export const ids = [782];
export const modules = {

/***/ 16782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ lookAtLiveCluster),
  K: () => (/* binding */ takeFromCluster)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
;// CONCATENATED MODULE: ./lib/src/backup/source-member.js

const pollMs = 200;
const caughtUpMs = 30_000;
/** Throws `connection-failed` where no member answers, and `gate-failed` where the chosen one does not catch up. */
async function chooseSource(members, view, clock, signal) {
    const asked = await Promise.allSettled(members.map(async (member) => ({ member, status: await view.status(member, signal) })));
    signal?.throwIfAborted();
    const answers = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    // A learner may be far behind, and etcd serves no snapshot from it.
    // A leader that the others have left behind says so for a while, and nothing linearizable is read from its side. Of
    // the others, the furthest is caught up the soonest.
    const voters = answers
        .filter(({ status }) => !status.isLearner)
        .sort((a, b) => descending(a.status.raftTerm, b.status.raftTerm) ||
        descending(a.status.raftAppliedIndex, b.status.raftAppliedIndex));
    const leader = voters.find(({ status }) => status.memberId === status.leaderId);
    const followers = voters.filter(({ status }) => status.memberId !== status.leaderId && status.leaderId !== 0n);
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
function descending(a, b) {
    return a === b ? 0 : a < b ? 1 : -1;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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
        throw (0,etcd_errors/* etcdCallError */.zO)(`The snapshot of ${member.name} at ${member.clientUrl}`, error);
    }
}

// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/backup/file-link.js + 7 modules
var file_link = __webpack_require__(5470);
// EXTERNAL MODULE: ./lib/src/backup/partials.js
var partials = __webpack_require__(59783);
// EXTERNAL MODULE: ./lib/src/backup/sidecar.js
var backup_sidecar = __webpack_require__(24934);
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
// EXTERNAL MODULE: ./lib/src/app/envelope.js
var envelope = __webpack_require__(31932);
// EXTERNAL MODULE: ./lib/src/app/live-cluster.js
var live_cluster = __webpack_require__(60017);
;// CONCATENATED MODULE: ./lib/src/app/backups/live.js
var live_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var live_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/** Takes a backup to `path`. `baseDir`: where relative names of certificates start. Throws what keeps it from that. */
async function takeFromCluster(connection, baseDir, path, surroundings, { clock, progress }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal } = surroundings;
        const credentials = await (0,live_cluster/* readCredentials */.L1)(connection, surroundings, baseDir);
        const access = live_addDisposableResource(env_1, (0,member_access/* createMemberAccess */.J)(credentials), true);
        progress.now('asking the members');
        try {
            const source = await chooseSource(membersOf(connection), access, clock, signal);
            progress.line(`from ${source.member.clientUrl}, a ${source.role} on etcd ${source.version}`);
            return await takeBackup({
                ...{ source, credentials, path, clock, signal, toolVersion: envelope/* tool */.z6.version },
                progress: (doing) => progress.now(doing),
                line: (text) => progress.line(text),
            });
        }
        catch (error) {
            // A member that we started has its log with us; a live one has not.
            if (!(error instanceof errors/* EtcdMigrateError */.A8) || error.code !== 'member-lost')
                throw error;
            throw new errors/* EtcdMigrateError */.A8('connection-failed', `${error.message} No backup was taken.`, {
                hint: 'Look at the member that is named, and at the network between it and here; then take the backup again.',
                cause: error,
            });
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = live_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Why in words where nobody answers: what the backups themselves prove does not depend on it. */
async function lookAtLiveCluster(connection, baseDir, surroundings) {
    const { signal } = surroundings;
    let credentials;
    try {
        credentials = await (0,live_cluster/* readCredentials */.L1)(connection, surroundings, baseDir);
    }
    catch (error) {
        return whyOf(error);
    }
    const answers = await Promise.allSettled(membersOf(connection).map((member) => askMember(member, credentials, signal)));
    signal.throwIfAborted();
    const facts = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const [first, ...others] = facts;
    if (first === undefined) {
        return answers.flatMap((answer) => (answer.status === 'rejected' ? [whyOf(answer.reason)] : [])).join('; ');
    }
    const strange = others.find(({ clusterId }) => clusterId !== first.clusterId);
    if (strange !== undefined) {
        return `the endpoints are of two clusters, ${first.clusterId} and ${strange.clusterId}`;
    }
    return facts.reduce((newest, each) => (each.revision > newest.revision ? each : newest));
}
async function askMember(member, credentials, signal) {
    const client = (0,member_client/* connectMember */.R)(member.clientUrl, credentials);
    try {
        // Status would say what this member has, which may lag behind.
        const { revision } = await (0,etcd_facts/* readProbe */.f1)(client, member, 'linearizable', signal);
        const clusterId = await (0,etcd_facts/* readClusterId */.mI)(client, member, signal);
        const memberIds = (await (0,etcd_facts/* readMemberList */.LA)(client, member, signal)).map(({ id }) => id.toString(16));
        return { revision, clusterId, memberIds };
    }
    finally {
        client.close();
    }
}
function membersOf({ endpoints }) {
    return endpoints.map((url) => {
        (0,member_client/* requireMemberUrl */.L)(url);
        return { name: url, clientUrl: url, peerUrl: url };
    });
}
/** A bug stays one. */
function whyOf(error) {
    if (error instanceof errors/* EtcdMigrateError */.A8 && error.kind !== 'bug')
        return error.message;
    throw error;
}


/***/ }),

/***/ 33998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ requireUnchanged),
/* harmony export */   s: () => (/* binding */ openForReading)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54891);
// Owns opening a backup for reading, and telling later whether the same file still stands there.
// Must not read what is in it.




/** Throws `backup-unreadable` or `no-permission`. */
async function openForReading(path) {
    let file;
    try {
        // Without waiting: a named pipe has nobody at its other end.
        file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    }
    catch (error) {
        const { code, message } = error;
        if (code !== 'ENOENT' && code !== 'ENXIO')
            throw (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_3__/* .pathError */ .g$)(error, 'Reading', path);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('backup-unreadable', `${path} cannot be read: ${message}.`, { cause: error });
    }
    if ((await file.stat()).isFile())
        return file;
    await file.close();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('backup-unreadable', `${path} is not a regular file.`, { hint: 'Name a snapshot file.' });
}
/** By name, as whoever restores it opens it by that. Throws `backup-changed`. */
async function requireUnchanged(path, before) {
    const now = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined); // gone, or out of reach: told below
    const same = now !== undefined && now.ino === before.ino && now.dev === before.dev;
    if (same && now.size === before.size && now.mtimeMs === before.mtimeMs && now.ctimeMs === before.ctimeMs)
        return;
    const what = now === undefined ? 'vanished' : same ? 'changed' : 'was replaced';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('backup-changed', `${path} ${what} while it was read; nothing was proven of it.`);
}


/***/ }),

/***/ 5470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ proveFile)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/etcd/bbolt/damaged.js
var damaged = __webpack_require__(25500);
// EXTERNAL MODULE: ./lib/src/etcd/bbolt/database.js + 2 modules
var bbolt_database = __webpack_require__(14426);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/src/backup/file-digest.js
// Owns a backup file as bytes: its SHA-256, and whether the hash that etcd puts behind a snapshot is there and fits.
// Must not know what a database holds.

const hashBytes = 32;
const chunkBytes = 1 << 20;
/**
 * Reads the file once, from its beginning to `bytes`, its length when it was opened.
 *
 * @param databaseBytes length of the database by its own account, at most `bytes`
 */
async function digestFile(file, { bytes, databaseBytes }, progress, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let read = 0;
    const digestUpTo = async (end) => {
        while (read < end) {
            signal?.throwIfAborted();
            const { bytesRead } = await file.read(chunk, 0, Math.min(chunkBytes, end - read), read);
            if (bytesRead === 0)
                return; // cut short meanwhile: whoever opened it compares the lengths
            hash.update(chunk.subarray(0, bytesRead));
            read += bytesRead;
            progress(read, bytes);
        }
    };
    await digestUpTo(databaseBytes);
    const expected = hash.copy().digest();
    const behind = Buffer.alloc(Math.min(hashBytes, bytes - databaseBytes));
    await file.read(behind, 0, behind.length, databaseBytes);
    await digestUpTo(bytes);
    const integrity = integrityOf(bytes - databaseBytes, behind.equals(expected));
    return { bytes: read, sha256: hash.digest('hex'), integrity };
}
/** bbolt grows its file by whole pages, and the smallest page has 512 bytes (as etcdutl's own rule has it). */
const smallestPage = 512;
function integrityOf(more, fits) {
    if (more === hashBytes)
        return fits ? 'matches' : 'differs';
    if (fits)
        return 'followed-by-more';
    return more % smallestPage === 0 ? 'absent' : 'impossible-size';
}

// EXTERNAL MODULE: ./lib/src/backup/file-identity.js
var file_identity = __webpack_require__(33998);
;// CONCATENATED MODULE: ./lib/src/backup/foreign-formats.js
// Owns what else a file that is no database may be, by its first bytes: for a message that helps.
const packed = (name) => ({ name, advice: 'unpack it first' });
const encrypted = (name) => ({ name, advice: 'decrypt it first' });
/** First bytes in hexadecimal. */
const signatures = [
    ['1f8b', packed('gzip data')],
    ['28b52ffd', packed('Zstandard data')],
    ['504b0304', packed('a ZIP archive')],
    ['425a68', packed('bzip2 data')],
    ['fd377a585a', packed('XZ data')],
    ['6167652d656e6372797074696f6e2e6f7267', encrypted('a file encrypted with age')],
    ['85', encrypted('a file encrypted with PGP')],
];
const texts = [
    [/^-----BEGIN PGP/, encrypted('a file encrypted with PGP')],
    [/^[^<]{257}ustar/, packed('a tar archive')],
    [
        /^\s*<(!doctype html|html|\?xml)/i,
        { name: 'an HTML or XML page', advice: 'see why the store answered with a page instead of the file' },
    ],
    [/^\s*[{[]/, { name: 'JSON', advice: 'see whether the store answered with an error instead of the file' }],
];
/** So many bytes of the file `tellFormat` looks at. */
const headBytes = 512;
/** Undefined for bytes that look like nothing known. */
function tellFormat(head) {
    const hex = head.toString('hex');
    const text = head.toString('latin1');
    return (signatures.find(([signature]) => hex.startsWith(signature))?.[1] ??
        texts.find(([pattern]) => pattern.test(text))?.[1]);
}

// EXTERNAL MODULE: ./lib/src/backup/live-cluster.js
var live_cluster = __webpack_require__(32660);
// EXTERNAL MODULE: ./node_modules/crc-32/crc32c.js
var crc32c = __webpack_require__(82782);
// EXTERNAL MODULE: ./lib/src/platform/random.js
var random = __webpack_require__(11665);
// EXTERNAL MODULE: ./node_modules/protobufjs/minimal.js
var minimal = __webpack_require__(37823);
;// CONCATENATED MODULE: ./lib/src/backup/key-value.js
// Owns the two encodings of etcd's key space: revisions as bucket keys, and `mvccpb.KeyValue` as their values.
// Must not know which entries belong together (key-space.ts).


const revisionBytes = 17;
const separator = 0x5f;
const tombstone = 0x74;
/** Throws `backup-corrupt` for bytes that are no revision. */
function parseRevision(key) {
    const isTombstone = key.length === revisionBytes + 1 && key[revisionBytes] === tombstone;
    if ((key.length !== revisionBytes && !isTombstone) || key[8] !== separator) {
        throw corrupt(`an entry of the key space has the key ${key.subarray(0, 24).toString('hex')}, which is no revision`);
    }
    return { main: wholeNumber(key, 0), sub: wholeNumber(key, 9), isTombstone };
}
/** Revisions count from 1: beyond 2^53 there is none, but damage. */
function wholeNumber(bytes, at) {
    const high = bytes.readUInt32BE(at);
    if (high > 0x1fffff)
        throw corrupt(`revision ${bytes.readBigUInt64BE(at)} is beyond all that can be`);
    return high * 0x1_0000_0000 + bytes.readUInt32BE(at + 4);
}
const nothing = new Uint8Array(0);
/** Throws `backup-corrupt` for bytes that are no KeyValue. */
function parseKeyValue(bytes) {
    let [key, value] = [nothing, nothing];
    let [createRevision, modRevision, version] = [0, 0, 0];
    let lease;
    try {
        const reader = minimal.Reader.create(bytes);
        while (reader.pos < reader.len) {
            const tag = reader.uint32();
            switch (tag) {
                case 0x0a:
                    key = reader.bytes();
                    break;
                case 0x10:
                    createRevision = Number(reader.int64());
                    break;
                case 0x18:
                    modRevision = Number(reader.int64());
                    break;
                case 0x20:
                    version = Number(reader.int64());
                    break;
                case 0x2a:
                    value = reader.bytes();
                    break;
                case 0x30:
                    lease = wholeVarint(bytes, reader);
                    break;
                default:
                    throw new RangeError(`field ${tag >>> 3} of wire type ${tag & 7}`);
            }
        }
    }
    catch (error) {
        throw corrupt(`a value of the key space is no key-value pair (${error.message})`);
    }
    return { key, createRevision, modRevision, version, value, lease };
}
/** Lease ids take 63 bits, which the reader's numbers do not have. Hexadecimal; undefined for 0. */
function wholeVarint(bytes, reader) {
    const from = reader.pos;
    reader.skip();
    let id = 0n;
    for (let at = reader.pos - 1; at >= from; at--)
        id = (id << 7n) | BigInt(bytes[at] & 0x7f);
    return id === 0n ? undefined : BigInt.asUintN(64, id).toString(16);
}
function corrupt(how) {
    return new errors/* EtcdMigrateError */.A8('backup-corrupt', `The snapshot is damaged: ${how}.`, { details: { how } });
}

;// CONCATENATED MODULE: ./lib/src/backup/live-keys.js
// Owns counting the keys that live at the end of a history of puts and deletions, in bounded memory whatever their number.
// Must not keep any key: 64 bits of its hash stand for it (a million keys collide with a chance of 1 in 40 million).
/** Slots of the table at most: 16 MiB, and half as much again while it is made larger. */
const mostSlots = 2 ** 20;
const fullest = 0.7;
const dead = 0;
/**
 * Counts one share of all keys: those whose hash falls into it. Where the table would outgrow its bounds, the share is
 * halved, and the history has to be told once more for each share that is left over.
 */
class LiveKeys {
    #shares;
    #share;
    #mostSlots;
    #high = new Uint32Array(1024);
    #low = new Uint32Array(1024);
    /** Group of a live key plus one; 0 for a deleted one. */
    #group = new Uint32Array(1024);
    /** Number of the entry that wrote it last. */
    #entry = new Uint32Array(1024);
    /** A hash of zero marks an empty slot; no key has it. */
    #used = 0;
    constructor({ shares = 1, share = 0, slots = mostSlots } = {}) {
        this.#shares = shares;
        this.#share = share;
        this.#mostSlots = slots;
    }
    /** Into how many shares the keys had to be cut. */
    get shares() {
        return this.#shares;
    }
    /** Which of them this counts; the first is told the history before anybody knows how many there are. */
    get share() {
        return this.#share;
    }
    /** Entry `entry` of the history wrote the key, which counts in `group`. */
    put(key, group, entry) {
        this.#set(key, group + 1, entry);
    }
    delete(key) {
        this.#set(key, dead, 0);
    }
    /** Each live key of this share: the group it counts in, and the entry that wrote it last. */
    each(tell) {
        for (const [slot, group] of this.#group.entries()) {
            if (group !== dead)
                tell(group - 1, this.#entry[slot]);
        }
    }
    #set(key, value, entry) {
        const [high, low] = hash(key);
        if (high % this.#shares !== this.#share)
            return;
        const slot = this.#slotOf(high, low);
        if (this.#low[slot] === 0 && this.#high[slot] === 0) {
            this.#high[slot] = high;
            this.#low[slot] = low;
            this.#used++;
        }
        this.#group[slot] = value;
        this.#entry[slot] = entry;
        if (this.#used > this.#low.length * fullest)
            this.#makeRoom();
    }
    #slotOf(high, low) {
        const mask = this.#low.length - 1;
        let slot = low & mask;
        while ((this.#low[slot] !== 0 || this.#high[slot] !== 0) &&
            (this.#low[slot] !== low || this.#high[slot] !== high)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
    #makeRoom() {
        const before = { high: this.#high, low: this.#low, group: this.#group, entry: this.#entry };
        // Only the first share may be cut: the others are told afterwards, by the shares that it came to.
        const cut = this.#share === 0 && this.#low.length >= this.#mostSlots;
        if (cut)
            this.#shares *= 2;
        const slots = cut ? this.#low.length : this.#low.length * 2;
        this.#high = new Uint32Array(slots);
        this.#low = new Uint32Array(slots);
        this.#group = new Uint32Array(slots);
        this.#entry = new Uint32Array(slots);
        this.#used = 0;
        for (let old = 0; old < before.low.length; old++) {
            const high = before.high[old];
            const low = before.low[old];
            if ((low === 0 && high === 0) || high % this.#shares !== this.#share)
                continue;
            const slot = this.#slotOf(high, low);
            this.#high[slot] = high;
            this.#low[slot] = low;
            this.#group[slot] = before.group[old];
            this.#entry[slot] = before.entry[old];
            this.#used++;
        }
    }
}
/** Two lanes of 32 bits, mixed as MurmurHash3's finalizer does; never both zero. */
function hash(key) {
    let high = 0x9e3779b9 ^ key.length;
    let low = 0x85ebca6b;
    for (let at = 0; at < key.length; at++) {
        const byte = key[at];
        high = Math.imul(high ^ byte, 0x9e3779b1);
        low = Math.imul((low ^ byte) + high, 0x5f356495);
    }
    high = mix(high ^ (low >>> 15));
    low = mix(low ^ (high >>> 13));
    return [high, low === 0 && high === 0 ? 1 : low];
}
function mix(word) {
    let mixed = word ^ (word >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
}

// EXTERNAL MODULE: ./lib/src/backup/prefix-digests.js
var prefix_digests = __webpack_require__(3721);
;// CONCATENATED MODULE: ./lib/src/backup/prefixes.js
// Owns into which groups keys are counted: by their first segments, as Kubernetes and most others lay them out.
// Must not print anything: whether names may be shown is the manifest's to say.
const slash = 0x2f;
/** A store may have a prefix for each of its keys, and then nobody looks at one of them. */
const mostPrefixes = 20_000;
/** The groups of one store: beyond `most` of them, keys count in the nearest outer one that there is. */
class Prefixes {
    #most;
    #known = new Set();
    constructor(most = mostPrefixes) {
        this.#most = most;
    }
    /** Of a key that the store has; while there is room, its group is one from then on. */
    add(key) {
        const prefix = groupOf(key);
        if (this.#known.size < this.#most)
            this.#known.add(prefix);
        return this.#nearest(prefix);
    }
    /** Of a key that somebody shows, with the groups as they are. */
    of(key) {
        return this.#nearest(groupOf(key));
    }
    #nearest(prefix) {
        let nearest = prefix;
        while (nearest !== '' && !this.#known.has(nearest)) {
            nearest = nearest.slice(0, nearest.slice(0, -1).lastIndexOf('/') + 1);
        }
        return nearest;
    }
}
/**
 * `/registry/pods/a/b` → `/registry/pods/`, `app/x` → `app/`, `config` → `` (keys without a slash). Bytes that are no
 * UTF-8 become U+FFFD, so such prefixes may share a group; counts stay right.
 */
function groupOf(key) {
    const segments = key[0] === slash ? 3 : 1;
    let end = -1;
    for (let found = 0; found < segments; found++) {
        const next = key.indexOf(slash, end + 1);
        if (next < 0)
            break;
        end = next;
    }
    return Buffer.from(key.buffer, key.byteOffset, end + 1).toString();
}

;// CONCATENATED MODULE: ./lib/src/backup/key-space.js
// Owns what the key space of a snapshot holds: its revisions, how many keys live, by prefix, and etcd's own hash of it.
// Must not know files or other buckets.








/** Enough that a wrong index shows; few enough that asking for them takes no time. */
const sampleSize = 64;
/** Beyond, leases are not told apart any more: a store may have one for each of millions of keys. */
const mostGroups = 50_000;
/** So often the event loop gets its turn: signals and progress. */
const entriesBetweenBreaths = 4096;
/**
 * Reads every entry of the bucket `key`, twice and, for each further million keys, once more; `entries` gives them anew
 * each time. Throws `backup-corrupt` for entries that contradict themselves.
 *
 * @param compactRevision what the store has compacted, or is about to; 0 for nothing
 */
async function readKeySpace(entries, compactRevision, breathe) {
    const each = async (take) => {
        let number = 0;
        for (const entry of entries()) {
            take(entry, number);
            if (++number % entriesBetweenBreaths === 0)
                await breathe(number);
        }
        return number;
    };
    // By prefix and lease together: a table of live keys holds one number for each.
    const groups = new Map();
    const prefixes = new Prefixes();
    let newestEntry = 0;
    const first = new LiveKeys();
    const count = await each((entry, number) => {
        newestEntry = Math.max(newestEntry, tell(entry, number, first, groups, prefixes));
    });
    const counts = [];
    const newest = new Uint8Array(Math.ceil(count / 8));
    const settle = (group, number) => {
        counts[group] = (counts[group] ?? 0) + 1;
        newest[number >> 3] |= 1 << (number & 7);
    };
    first.each(settle);
    for (let share = 1; share < first.shares; share++) {
        const keys = new LiveKeys({ shares: first.shares, share });
        await each((entry, number) => void tell(entry, number, keys, groups, prefixes));
        keys.each(settle);
    }
    const living = [...groups.values()].filter(({ number }) => (counts[number] ?? 0) > 0);
    const leases = new Set(living.flatMap(({ lease }) => (lease === undefined ? [] : [lease])));
    const byPrefix = new Map();
    for (const { prefix, number } of living)
        byPrefix.set(prefix, (byPrefix.get(prefix) ?? 0) + (counts[number] ?? 0));
    const keysByPrefix = [...byPrefix].sort((a, b) => b[1] - a[1]);
    // 3.4 removes a deletion at the compacted revision itself, which may have been the newest entry of all.
    const revision = Math.max(1, compactRevision, newestEntry);
    const keys = keysByPrefix.reduce((sum, [, each]) => sum + each, 0);
    const digested = (0,prefix_digests/* chooseRanges */.YU)(sizesOf([...groups.values()], byPrefix));
    const isDigested = (0,prefix_digests/* within */.ux)(digested);
    const digests = new prefix_digests/* PrefixDigests */.Sz();
    const sample = new Sample((0,random/* createRandom */.s)(revision % 2 ** 31));
    const lives = (entry) => {
        sample.offer(entry);
        if (digested.length === 0)
            return;
        const pair = parseKeyValue(entry.value);
        const prefix = prefixes.of(pair.key);
        if (isDigested(prefix))
            digests.add(prefix, pair);
    };
    const isNewest = (number) => (newest[number >> 3] & (1 << (number & 7))) !== 0;
    return {
        ...{ revision, newestEntry, entries: count, keys, leases, prefixes, keysByPrefix, digested, digests },
        hash: await hashKv(each, { compactRevision, isNewest, anyLives: keys > 0 }, lives),
        sample: sample.keys,
    };
}
/**
 * etcd's HashKV (server/storage/mvcc/hash.go): CRC-32C over the bucket's name and its entries, without those that a
 * compaction removes sooner or later: below its revision everything but each living key's newest, and a deletion at it.
 */
async function hashKv(each, by, live) {
    let hash = crc32c.str('key');
    await each((entry, number) => {
        const { key, value } = entry;
        const { main, isTombstone } = parseRevision(key);
        if (by.isNewest(number))
            live(entry);
        if (main <= by.compactRevision && by.anyLives && !by.isNewest(number))
            return;
        if (main === by.compactRevision && isTombstone)
            return;
        hash = crc32c.buf(value, crc32c.buf(key, hash));
    });
    return hash >>> 0;
}
/** Algorithm R: each live key is as likely in it as any other. */
class Sample {
    keys = [];
    #random;
    #offered = 0;
    constructor(random) {
        this.#random = random;
    }
    offer({ value }) {
        this.#offered++;
        const place = this.#offered <= sampleSize ? this.#offered - 1 : this.#random.int(this.#offered);
        if (place >= sampleSize)
            return;
        const pair = parseKeyValue(value);
        this.keys[place] = {
            key: Buffer.from(pair.key),
            modRevision: pair.modRevision,
            valueSha256: (0,external_node_crypto_.createHash)('sha256').update(pair.value).digest('hex'),
        };
    }
}
function tell({ key, value }, number, keys, groups, prefixes) {
    const { main, isTombstone } = parseRevision(key);
    const pair = parseKeyValue(value);
    if (pair.key.length === 0)
        throw key_space_corrupt(`revision ${main} names no key`);
    if (isTombstone) {
        keys.delete(pair.key);
        return main;
    }
    const { createRevision, modRevision, version, lease } = pair;
    if (modRevision !== main || createRevision > main || createRevision < 1 || version < 1) {
        throw key_space_corrupt(`revision ${main} calls itself ${modRevision}, created at ${createRevision} and written ${version} times`);
    }
    const prefix = prefixes.add(pair.key);
    const told = groups.size < mostGroups ? lease : undefined;
    const name = `${told ?? ''} ${prefix}`;
    let group = groups.get(name);
    if (group === undefined) {
        group = { number: groups.size, prefix, lease: told, entries: 0, bytes: 0 };
        groups.set(name, group);
    }
    if (keys.share === 0) {
        group.entries++;
        group.bytes += value.length;
    }
    keys.put(pair.key, group.number, number);
    return main;
}
function sizesOf(groups, keys) {
    const sizes = new Map();
    for (const { prefix, entries, bytes } of groups) {
        const before = sizes.get(prefix) ?? { entries: 0, bytes: 0 };
        const total = { entries: before.entries + entries, bytes: before.bytes + bytes };
        sizes.set(prefix, { prefix, ...total, keys: keys.get(prefix) ?? 0 });
    }
    return [...sizes.values()];
}
function key_space_corrupt(how) {
    return new errors/* EtcdMigrateError */.A8('backup-corrupt', `The snapshot is damaged: ${how}.`, { details: { how } });
}

// EXTERNAL MODULE: ./lib/src/backup/stored-auth.js
var stored_auth = __webpack_require__(39305);
// EXTERNAL MODULE: ./lib/src/backup/stored-fields.js
var stored_fields = __webpack_require__(67390);
;// CONCATENATED MODULE: ./lib/src/backup/snapshot.js
// Owns what a snapshot holds beside its key space: the store's own record, members, leases, users and roles.
// Must not judge it (file-link.ts).






/** Throws as `readSnapshot` does; what it does not look at may be damaged still. */
function readEarlyFacts(fd) {
    const database = openWhole(fd);
    return factsOf(database, snapshot_all(database, 'meta'));
}
/** Buckets that every etcd since 3.3 makes when it starts (server/storage/schema/bucket.go). */
const required = ['auth', 'authRoles', 'authUsers', 'cluster', 'key', 'lease', 'members', 'meta'];
/** Those that `factsOf` and the key space read. */
const read = new Set([...required, 'alarm']);
/**
 * Reads every page of the database. The file stays open and unchanged. Throws `etcd-refused` of class `corrupt` or
 * `backup-corrupt` where it is damaged.
 */
async function readSnapshot(fd, breathe) {
    const database = openWhole(fd);
    const meta = snapshot_all(database, 'meta');
    const compaction = compactionOf(meta);
    let isFirst = true;
    const entries = () => {
        // A database remembers what it has read, to find pages that hang in it twice.
        const each = (isFirst ? database : (0,bbolt_database/* openDatabase */.q)(fd)).entries('key');
        isFirst = false;
        return each;
    };
    const keySpace = await readKeySpace(entries, compaction.compactRevision, breathe);
    const facts = { ...factsOf(database, meta), ...compaction, keySpace };
    const known = new Set(facts.leases.map(({ id }) => id));
    const strange = [...keySpace.leases].filter((id) => !known.has(id)).length;
    // etcd removes a lease and its keys in one transaction: such keys would stay for ever.
    if (strange > 0)
        throw snapshot_corrupt(`its keys hang on ${strange} leases that it does not have`);
    for (const name of database.buckets)
        if (!read.has(name))
            countOf(database, name);
    database.requireEveryPage();
    return facts;
}
function openWhole(fd) {
    const database = (0,bbolt_database/* openDatabase */.q)(fd);
    const missing = required.filter((name) => !database.buckets.includes(name));
    if (missing.length > 0)
        throw snapshot_corrupt(`it has no bucket ${missing.join(', ')}, so it is no etcd database`);
    return database;
}
/** A server that opens the store goes on with a compaction that was begun. */
function compactionOf(meta) {
    const revisionOf = (key) => {
        const value = meta.get(key);
        return value === undefined ? 0 : parseRevision(value).main;
    };
    const [scheduled, finished] = [revisionOf('scheduledCompactRev'), revisionOf('finishedCompactRev')];
    return { compactRevision: Math.max(scheduled, finished), compactionDone: scheduled <= finished };
}
function factsOf(database, meta) {
    const auth = snapshot_all(database, 'auth');
    return {
        databaseBytes: (0,bbolt_database/* lengthOf */.Y)(database.meta),
        pageSize: database.meta.pageSize,
        damagedMetas: database.damagedMetas,
        storageVersion: meta.get('storageVersion')?.toString('latin1') ?? null,
        clusterVersion: snapshot_all(database, 'cluster').get('clusterVersion')?.toString('latin1') ?? null,
        members: [...snapshot_all(database, 'members')].map(([id, value]) => memberOf(id, value)),
        leases: Array.from(database.entries('lease'), leaseOf),
        auth: {
            enabled: auth.get('authEnabled')?.[0] === 1,
            users: Array.from(database.entries('authUsers'), stored_auth/* userOf */.Z5),
            roles: Array.from(database.entries('authRoles'), stored_auth/* roleOf */.kp),
        },
        alarms: countOf(database, 'alarm'),
    };
}
function memberOf(id, value) {
    try {
        const { name, peerURLs, isLearner } = JSON.parse(value.toString());
        const peerUrls = Array.isArray(peerURLs) ? peerURLs.map(String) : [];
        return { id, name: typeof name === 'string' ? name : '', peerUrls, isLearner: isLearner === true };
    }
    catch {
        throw snapshot_corrupt(`the record of member ${id} is no JSON`); // the text itself may be anything
    }
}
/** `leasepb.Lease` (server/lease/leasepb/lease.proto): id, time to live, and what a checkpoint says is left of it. */
function leaseOf({ key, value }) {
    const id = key.toString('hex').replace(/^0+(?=.)/, '');
    let [ttl, remaining] = [0, 0];
    (0,stored_fields/* readFields */.q)(`lease ${id}`, value, (tag, reader) => {
        if (tag === 0x10)
            ttl = Number(reader.int64());
        else if (tag === 0x18)
            remaining = Number(reader.int64());
        else
            return false;
        return true;
    });
    return { id, ttlSeconds: remaining > 0 ? remaining : ttl };
}
function snapshot_all(database, bucket) {
    return new Map(Array.from(database.entries(bucket), ({ key, value }) => [key.toString('latin1'), Buffer.from(value)]));
}
function countOf(database, bucket) {
    let entries = 0;
    for (const _ of database.entries(bucket))
        entries++;
    return entries;
}
function snapshot_corrupt(how) {
    return new errors/* EtcdMigrateError */.A8('backup-corrupt', `The snapshot is damaged: ${how}.`, { details: { how } });
}

;// CONCATENATED MODULE: ./lib/src/backup/file-link.js
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









/** Throws for a file that cannot be read at all, and `backup-changed` for one that changes meanwhile. */
async function proveFile(path, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const startUs = options.clock.monotonicUs();
        const file = __addDisposableResource(env_1, await (0,file_identity/* openForReading */.s)(path), true);
        const before = await file.stat();
        const bytes = before.size;
        let seen;
        try {
            seen = await look(file, bytes, options);
        }
        catch (cause) {
            const { code, message } = cause;
            // Of the disk or the network behind it; ours have no such code.
            if (cause instanceof errors/* EtcdMigrateError */.A8 || typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code))
                throw cause;
            throw new errors/* EtcdMigrateError */.A8('backup-unreadable', `${path} cannot be read: ${message}.`, { cause });
        }
        await (0,file_identity/* requireUnchanged */.j)(path, before);
        const own = brokenBy(seen, options.expected);
        const beside = await besideLive(seen, options);
        // What certainly fails weighs more than what nobody can tell.
        const origin = own?.verdict === 'fail' ? undefined : originOf(options);
        const all = [own, origin, beside.broken].filter((each) => each !== undefined);
        const broken = all.find(({ verdict }) => verdict === 'fail') ?? all[0];
        return {
            bytes,
            identity: before,
            modifiedMs: before.mtimeMs,
            integrity: seen.digest?.integrity ?? null,
            sha256: seen.digest?.sha256 ?? null,
            facts: seen.facts ?? null,
            link: {
                name: 'file',
                verdict: broken?.verdict ?? 'pass',
                evidence: [
                    ...(broken ? [broken.why] : []),
                    ...file_link_tell(bytes, seen.digest, seen.facts),
                    ...toldBy(options.expected, own),
                    ...beside.seen,
                ],
                failureReason: broken?.reason ?? null,
                durationMs: (options.clock.monotonicUs() - startUs) / 1000,
            },
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
/**
 * A file without a hash of its own is still proven by that of its keys, as the cluster that it is of gave it. By a digest it
 * is not: that may have been made of a copy that was damaged already.
 */
function brokenBy({ broken, digest, facts }, expected) {
    if (broken !== undefined)
        return broken;
    if (digest === undefined || facts === undefined)
        return undefined;
    const strange = unexpected(digest, facts, expected);
    if (strange !== undefined || digest.integrity !== 'absent')
        return strange;
    if (expected?.hash !== undefined && expected.revision !== undefined)
        return undefined;
    const why = 'No hash stands behind the database, as in a copied member/snap/db: its structure is whole, but nothing in the file tells a changed value, nor does a digest that was made of the copy';
    return { verdict: 'inconclusive', reason: 'no-integrity-hash', why };
}
/** A snapshot names its members, but not its cluster. */
function originOf({ clusterId, expected }) {
    if (clusterId === undefined || clusterId === expected?.clusterId)
        return undefined;
    if (expected?.clusterId === undefined) {
        const why = `Nothing beside it says of which cluster it is; it must be of ${clusterId}`;
        return { verdict: 'inconclusive', reason: 'backup-origin-unknown', why };
    }
    const why = `It is of cluster ${expected.clusterId}, by what ${expected.source} says; it must be of ${clusterId}`;
    return { verdict: 'fail', reason: 'backup-foreign', why };
}
async function besideLive({ broken, facts }, { live, expected, rpoRevisions }) {
    if (broken !== undefined || facts === undefined)
        return { seen: [] };
    if (live === undefined && rpoRevisions === undefined)
        return { seen: [] };
    const { clusterId } = expected ?? {};
    return (0,live_cluster/* compareWithLive */._)(facts, (await live?.()) ?? 'no `connection` names it', {
        ...(clusterId === undefined ? {} : { clusterId }),
        ...(rpoRevisions === undefined ? {} : { rpoRevisions }),
    });
}
function toldBy(expected, broken) {
    if (broken !== undefined)
        return [];
    if (expected !== undefined)
        return [`all of it as ${expected.source} says`];
    return [
        'it has no sidecar and no checksum: nothing says whether it is the file, of the cluster and the moment, that is meant',
    ];
}
async function look(file, bytes, options) {
    if (bytes === 0)
        return { broken: file_link_corrupt('The file is empty') };
    let databaseBytes;
    try {
        databaseBytes = (0,bbolt_database/* lengthOf */.Y)((0,bbolt_database/* openDatabase */.q)(file.fd).meta);
    }
    catch (error) {
        const damage = damageOf(error);
        const format = tellFormat((await file.read(Buffer.alloc(Math.min(headBytes, bytes)), 0, undefined, 0)).buffer);
        const is = format && `The file is ${format.name}, not a database: ${format.advice}`;
        return { broken: file_link_corrupt(is ?? `The file is no whole database: ${damage}`) };
    }
    const digest = await digestFile(file, { bytes, databaseBytes }, (read) => options.progress(`reading ${percent(read, bytes)} of ${bytes} bytes`), options.signal);
    const torn = tornBy(digest, databaseBytes);
    if (torn !== undefined)
        return { digest, broken: torn };
    let facts;
    try {
        if (digest.integrity === 'matches')
            options.hashFits?.(readEarlyFacts(file.fd));
        facts = await readSnapshot(file.fd, async (entries) => {
            options.signal?.throwIfAborted();
            options.progress(`${entries} revisions read`);
            await (0,promises_.setImmediate)();
        });
    }
    catch (error) {
        return { digest, broken: file_link_corrupt(`The database is damaged: ${damageOf(error)}`) };
    }
    const [page] = facts.damagedMetas;
    if (page !== undefined)
        return { digest, facts, broken: file_link_corrupt(`Page ${page}, one of the two that say where everything is, is damaged`) };
    return { digest, facts };
}
function tornBy({ integrity, bytes }, databaseBytes) {
    const more = bytes - databaseBytes;
    switch (integrity) {
        case 'differs':
            return file_link_corrupt('The hash behind the database is not that of the database');
        case 'followed-by-more':
            return file_link_corrupt(`${more - 32} bytes follow the snapshot, which was whole without them`);
        case 'impossible-size':
            return file_link_corrupt(`${more} bytes follow the database, which are neither its hash (32) nor room that it has to grow`);
        default:
            return undefined;
    }
}
/** A right hash says that the file is what its writer wrote; only these say that it is the one that is meant. */
function unexpected(digest, facts, expected) {
    if (expected === undefined)
        return undefined;
    const { source, sha256, revision, hash, memberIds } = expected;
    const foreign = (why) => ({ verdict: 'fail', reason: 'backup-foreign', why });
    const ids = facts.members.map(({ id }) => id).sort();
    if (memberIds !== undefined && ids.join() !== [...memberIds].sort().join()) {
        return foreign(`It is of the cluster of members ${ids.join(', ')}; ${source} says ${memberIds.join(', ')}`);
    }
    if (sha256 !== undefined && sha256.toLowerCase() !== digest.sha256) {
        return foreign(`Its SHA-256 is ${digest.sha256}; ${source} says ${sha256}`);
    }
    if (revision !== undefined && revision !== facts.keySpace.revision) {
        return foreign(`It is of revision ${facts.keySpace.revision}; ${source} says ${revision}`);
    }
    if (hash !== undefined && hash !== facts.keySpace.hash) {
        return foreign(`The hash of its keys is ${facts.keySpace.hash}; ${source} says ${hash}`);
    }
    return undefined;
}
function file_link_tell(bytes, digest, facts) {
    const lines = [digest === undefined ? `${bytes} bytes` : `${bytes} bytes, sha256 ${digest.sha256}`];
    if (digest?.integrity === 'matches')
        lines.push("etcd's own hash behind the database fits");
    if (digest?.integrity === 'absent')
        lines.push('no hash stands behind the database');
    if (facts === undefined)
        return lines;
    const { keySpace, members, leases, auth } = facts;
    const line = facts.storageVersion ?? facts.clusterVersion;
    lines.push(`${line === null ? 'a store without a version' : `a store of etcd ${line}`} at revision ${keySpace.revision}, compacted up to ${facts.compactRevision}`, `${keySpace.keys} keys in ${keySpace.entries} revisions, HashKV ${keySpace.hash}`, `${members.length} members, ${leases.length} leases, authentication ${auth.enabled ? 'on' : 'off'} with ${auth.users.length} users and ${auth.roles.length} roles`);
    if (facts.alarms > 0)
        lines.push(`${facts.alarms} alarms raised: a restored cluster starts with them`);
    return lines;
}
function damageOf(error) {
    const damage = (0,damaged/* damageIn */.d)(error);
    if (damage !== undefined)
        return damage;
    if (error instanceof errors/* EtcdMigrateError */.A8 && error.code === 'backup-corrupt')
        return String(error.details['how']);
    throw error;
}
function file_link_corrupt(why) {
    return { verdict: 'fail', reason: 'backup-corrupt', why };
}
function percent(part, whole) {
    return `${Math.floor((part / whole) * 100)} %`;
}


/***/ }),

/***/ 32660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ compareWithLive)
/* harmony export */ });
/**
 * `live`: in words why the cluster could not be asked, where it could not. `clusterId`: by the backup's sidecar; without
 * one a backup is of a cluster with which it shares a member.
 */
function compareWithLive({ keySpace, members, }, live, { clusterId, rpoRevisions }) {
    if (typeof live === 'string') {
        const unasked = `the live cluster could not be asked: ${live}`;
        if (rpoRevisions === undefined)
            return { seen: [unasked] };
        const why = `Nobody can say how many revisions it is behind: ${unasked}`;
        return { broken: { verdict: 'inconclusive', reason: 'backup-age-unknown', why }, seen: [] };
    }
    const isOfIt = clusterId === undefined ? members.some(({ id }) => live.memberIds.includes(id)) : clusterId === live.clusterId;
    if (!isOfIt) {
        const own = clusterId === undefined ? `members ${members.map(({ id }) => id).join(', ')}` : `cluster ${clusterId}`;
        const theirs = clusterId === undefined ? `members ${live.memberIds.join(', ')}` : `cluster ${live.clusterId}`;
        return failing('backup-foreign', `It is of ${own}; the live cluster is ${theirs}`);
    }
    const behind = live.revision - BigInt(keySpace.revision);
    if (behind < 0n) {
        const why = `It is of revision ${keySpace.revision}, but the live cluster only at ${live.revision}: that has lost data, or was restored from an older backup`;
        return failing('backup-foreign', why);
    }
    if (rpoRevisions !== undefined && behind > BigInt(rpoRevisions)) {
        return failing('backup-stale', `The live cluster is ${behind} revisions ahead of it; policy allows ${rpoRevisions}`);
    }
    return { seen: [`the live cluster is ${behind} revisions ahead of it`] };
}
function failing(reason, why) {
    return { broken: { verdict: 'fail', reason, why }, seen: [] };
}


/***/ }),

/***/ 59783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ removeDeadPartials),
/* harmony export */   _y: () => (/* binding */ partialPathOf),
/* harmony export */   mt: () => (/* binding */ isPartial)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
// Owns the files that backups are written to until they are whole, and removing those of dead processes.
// Must not touch any other file.




/** Of one host: on a shared disk another's process cannot be looked for. */
const host = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)().replace(/[^A-Za-z0-9]/g, '');
const ours = /\.partial-([A-Za-z0-9]*)-(\d+)-[0-9a-f]{8}$/;
/** Beside its place, so that it can be linked there. */
function partialPathOf(path) {
    const name = `${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)}.partial-${host}-${process.pid}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), name);
}
/** Whether a name is one of theirs, whoever writes it. */
function isPartial(name) {
    return ours.test(name);
}
/** Names of what dead processes of this host left in the directory; removed. */
async function removeDeadPartials(directory) {
    const dead = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(directory)).filter((name) => {
        const [, of, pid] = ours.exec(name) ?? [];
        return of === host && !isAlive(Number(pid));
    });
    for (const name of dead)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name), { force: true });
    return dead;
}
/** A pid that was given anew leaves the file for a later time. */
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code !== 'ESRCH';
    }
}


/***/ }),

/***/ 3721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sz: () => (/* binding */ PrefixDigests),
/* harmony export */   YU: () => (/* binding */ chooseRanges),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// Owns digests of live keys by prefix: which prefixes are small enough to be read whole, and a sum that no order changes.
// Must not read files or members: the first give keys by revision, the second by name.

/**
 * Of all ranges together, with what has been overwritten in them: more takes longer to read through us than etcd's own
 * hash of everything, and too much memory.
 */
const mostBytes = 32 * 2 ** 20;
const mostKeys = 50_000;
const pageBytes = 2 ** 20;
const pageKeys = 1000;
/** Each is a call at least; a store may have a prefix for each of its keys. */
const mostRanges = 100;
/** Everything if that fits; else, of the prefixes with most keys, as many as fit, the smallest first. */
function chooseRanges(sizes) {
    const all = sizes.reduce(sum, { prefix: '', ...nothing });
    if (all.bytes <= mostBytes && all.keys <= mostKeys)
        return all.keys === 0 ? [] : [rangeOf(all)];
    const ranges = withNested(sizes)
        // Keys without a slash have no range of their own, nor have bytes that are no UTF-8.
        .filter(({ prefix, keys }) => keys > 0 && prefix !== '' && !prefix.includes('\ufffd'))
        .sort((a, b) => b.keys - a.keys)
        .slice(0, mostRanges)
        .sort((a, b) => a.bytes - b.bytes);
    let left = { bytes: mostBytes, keys: mostKeys };
    const fits = ({ bytes, keys }) => {
        const then = { bytes: left.bytes - bytes, keys: left.keys - keys };
        if (then.bytes < 0 || then.keys < 0)
            return false;
        left = then;
        return true;
    };
    return ranges.filter(fits).map(rangeOf);
}
const nothing = { entries: 0, bytes: 0, keys: 0 };
function sum(into, of) {
    const { prefix } = into;
    return { prefix, entries: into.entries + of.entries, bytes: into.bytes + of.bytes, keys: into.keys + of.keys };
}
function rangeOf({ prefix, entries, bytes }) {
    return { prefix, pageKeys: Math.max(1, Math.min(pageKeys, Math.floor((pageBytes * entries) / bytes))) };
}
/** A range over a prefix has the keys of those that begin with it, too. */
function withNested(sizes) {
    const all = new Map(sizes.map((size) => [size.prefix, size]));
    for (const size of sizes) {
        for (let end = size.prefix.indexOf('/') + 1; end > 0 && end < size.prefix.length;) {
            const outer = all.get(size.prefix.slice(0, end));
            if (outer !== undefined)
                all.set(outer.prefix, sum(outer, size));
            end = size.prefix.indexOf('/', end) + 1;
        }
    }
    return [...all.values()];
}
/**
 * Whether keys of a prefix (prefixes.ts) are in one of the ranges; remembers what it was asked. Ranges are named by
 * prefixes that are UTF-8, so one that is not can only begin with them where its bytes do.
 */
function within(ranges) {
    const known = new Map();
    return (prefix) => {
        let answer = known.get(prefix);
        if (answer === undefined) {
            answer = ranges.some((range) => prefix.startsWith(range.prefix));
            known.set(prefix, answer);
        }
        return answer;
    };
}
/** By prefix (prefixes.ts), sums of the keys' hashes: the same for the same keys, in whatever order they come. */
class PrefixDigests {
    #sums = new Map();
    /** Those that have keys. */
    get prefixes() {
        return this.#sums.keys();
    }
    add(prefix, pair) {
        this.#sums.set(prefix, BigInt.asUintN(64, (this.#sums.get(prefix) ?? 0n) + hashOf(pair)));
    }
    /** Undefined where no key has the prefix. */
    of(prefix) {
        return this.#sums.get(prefix);
    }
}
/** 64 bits: against damage, not against somebody who would make two stores of the same sum. */
function hashOf({ key, value, createRevision, modRevision, version, lease }) {
    const numbers = [key.length, value.length, createRevision, modRevision, version, lease ?? ''].join(' ');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${numbers}\n`).update(key).update(value).digest().readBigUInt64BE();
}


/***/ }),

/***/ 24934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ readChecksum),
/* harmony export */   Me: () => (/* binding */ sidecarPathOf),
/* harmony export */   YD: () => (/* binding */ readSidecar),
/* harmony export */   w7: () => (/* binding */ expectedBy)
/* harmony export */ });
/* unused harmony exports Sidecar, checksumPathOf */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88686);
// Owns what stands beside a backup: which bytes it is, of which cluster, of which revision and moment.
// Must not know how a backup is taken or proven.




/** A thousand members' worth. */
const mostBytes = 1024 * 1024;
const sha256 = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const Sidecar = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('etcd-migrate/backup-sidecar'),
    sha256,
    bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    revision: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    /** HashKV at that revision. */
    hash: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    /** Who says so: the member itself, or only the file because the cluster had compacted since. */
    hashBy: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['member', 'file']),
    /** Hexadecimal. */
    clusterId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    members: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
    etcd: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Client URL that it was taken from. */
    takenFrom: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** When the member began to send it: nothing newer is in it. */
    takenAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
});
function sidecarPathOf(backup) {
    return `${backup}.json`;
}
/** Undefined where there is none, or another tool's. Throws `sidecar-invalid` for one that is damaged. */
async function readSidecar(backup) {
    const path = sidecarPathOf(backup);
    const invalid = invalidAt(path);
    const json = await (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readJsonFile */ .JE)(path, mostBytes, invalid);
    return json === undefined || !looksLikeOurs(json) ? undefined : (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .shapedAs */ .A6)(Sidecar, json, invalid);
}
function invalidAt(path) {
    return (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('sidecar-invalid', `${path} ${why}.`);
}
/** By its kind, or, where that is damaged, by what no other tool writes together. */
function looksLikeOurs(json) {
    if (typeof json !== 'object' || json === null)
        return false;
    return (('kind' in json && json.kind === Sidecar.shape.kind.value) ||
        ('sha256' in json && 'takenAt' in json && 'hashBy' in json));
}
function checksumPathOf(backup) {
    return `${backup}.sha256`;
}
/** The digest that `sha256sum` wrote beside a backup, if it did. Throws `sidecar-invalid` for what names another file. */
async function readChecksum(backup) {
    const path = checksumPathOf(backup);
    const text = await (0,_json_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readSmallFile */ .EW)(path, mostBytes, invalidAt(path));
    if (text === undefined)
        return undefined;
    const lines = text.split('\n').map((line) => /^\\?([0-9a-fA-F]{64})(?:\s+\*?(.+?))?\s*$/.exec(line));
    const own = lines.find((line) => line !== null && (line[2] === undefined || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(line[2]) === (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(backup)));
    if (own?.[1] !== undefined)
        return { source: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path), sha256: own[1].toLowerCase() };
    throw invalidAt(path)(`has no SHA-256 of ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(backup)}`);
}
/**
 * What the file link compares, what the time link counts from, and which etcd wrote it: by a sidecar, by digests that were written down, or by
 * none. Throws `sidecar-invalid` where they contradict each other.
 */
function expectedBy(sidecar, checksums, backup) {
    // As it is called where the backup is: reports go elsewhere.
    const source = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(sidecarPathOf(backup));
    const digests = [...(sidecar === undefined ? [] : [{ source, sha256: sidecar.sha256 }]), ...checksums];
    const [first] = digests;
    if (first === undefined)
        return {};
    const other = digests.find(({ sha256 }) => sha256 !== first.sha256);
    if (other !== undefined) {
        const two = `${first.source} names ${first.sha256}, ${other.source} names ${other.sha256}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('sidecar-invalid', `Of ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(backup)} there are two digests: ${two}.`);
    }
    if (sidecar === undefined)
        return { expected: first };
    const { sha256: digest, revision, hash, clusterId, members } = sidecar;
    return {
        expected: {
            source,
            ...{ sha256: digest, revision, hash, clusterId },
            memberIds: members.map(({ id }) => id),
        },
        takenAt: { wallMs: Date.parse(sidecar.takenAt), by: 'recorded' },
        madeBy: sidecar.etcd,
    };
}


/***/ }),

/***/ 39305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ digestOfRoles),
/* harmony export */   Z5: () => (/* binding */ userOf),
/* harmony export */   iC: () => (/* binding */ digestOfUsers),
/* harmony export */   kp: () => (/* binding */ roleOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _stored_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67390);
// Owns how a store keeps its users and roles, and when two accounts of them are the same.
// Must not print any name.


/** `authpb.User` (api/authpb/auth.proto). Passwords are salted hashes that no member serves. */
function userOf({ key, value }) {
    const roles = [];
    (0,_stored_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readFields */ .q)('user', value, (tag, reader) => {
        if (tag !== 0x1a)
            return false;
        roles.push(reader.string());
        return true;
    });
    return { name: key.toString(), roles };
}
/** `authpb.Role`. */
function roleOf({ key, value }) {
    const grants = [];
    (0,_stored_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readFields */ .q)('role', value, (tag, reader) => {
        if (tag !== 0x12)
            return false;
        grants.push(grantOf(Buffer.from(reader.bytes())));
        return true;
    });
    return { name: key.toString(), grants };
}
/** `authpb.Permission.Type`, by its number. */
const permissions = ['READ', 'WRITE', 'READWRITE'];
function grantOf(value) {
    let [permission, key, rangeEnd] = ['READ', Buffer.alloc(0), Buffer.alloc(0)];
    (0,_stored_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .readFields */ .q)('role', value, (tag, reader) => {
        if (tag === 0x08)
            permission = permissions[reader.int32()] ?? 'unknown';
        else if (tag === 0x12)
            key = Buffer.from(reader.bytes());
        else if (tag === 0x1a)
            rangeEnd = Buffer.from(reader.bytes());
        else
            return false;
        return true;
    });
    return { permission, key, rangeEnd };
}
/** Equal for the same users with the same roles, in whatever order. */
function digestOfUsers(users) {
    return digest(users.map(({ name, roles }) => [name, [...roles].sort()]));
}
/** Equal for the same roles with the same permissions; etcd answers for `root` itself, whatever is stored of it. */
function digestOfRoles(roles) {
    return digest(roles.map(({ name, grants }) => [
        name,
        name === 'root'
            ? []
            : grants
                .map(({ permission, key, rangeEnd }) => [permission, key.toString('hex'), rangeEnd.toString('hex')].join())
                .sort(),
    ]));
}
function digest(rows) {
    const sorted = rows.map((row) => JSON.stringify(row)).sort();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(sorted.join('\n')).digest('hex');
}


/***/ }),

/***/ 67390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ readFields)
/* harmony export */ });
/* harmony import */ var protobufjs_minimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37823);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
// Owns reading the records that a store keeps as protobuf messages, field by field.
// Must not know any message.


/**
 * `field` reads a field that it knows, and says whether it did; others are passed over. Throws `backup-corrupt` for what
 * is no message.
 */
function readFields(what, value, field) {
    try {
        const reader = protobufjs_minimal_js__WEBPACK_IMPORTED_MODULE_0__.Reader.create(value);
        while (reader.pos < reader.len) {
            const tag = reader.uint32();
            if (!field(tag, reader))
                reader.skipType(tag & 7);
        }
    }
    catch (error) {
        const how = `the record of a ${what} is none (${error.message})`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('backup-corrupt', `The snapshot is damaged: ${how}.`, { details: { how } });
    }
}


/***/ })

};
