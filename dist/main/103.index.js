export const id = 103;
export const ids = [103];
export const modules = {

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
/* harmony import */ var _shell_envelope_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38235);
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
        tool: _shell_envelope_js__WEBPACK_IMPORTED_MODULE_4__/* .tool */ .z6,
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
        ...{ release, binaries: binariesOf(release), platform: (0,_releases_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .platformName */ .$r)((0,_releases_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .thisPlatform */ .gA)()), toolVersion: _shell_envelope_js__WEBPACK_IMPORTED_MODULE_4__/* .tool */ .z6.version },
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

/***/ 44103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyBackup: () => (/* binding */ verifyBackup)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/backup/history.js
var backup_history = __webpack_require__(84069);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/etcd/errors.js
var etcd_errors = __webpack_require__(49626);
;// CONCATENATED MODULE: ./lib/src/etcd/contents.js


const deadlineMs = 60_000;
const everything = Buffer.from([0]);
/** Live keys at a revision, by a range that counts; with a prefix those below it. */
async function countKeys(client, member, { revision, prefix = Buffer.alloc(0) }, signal) {
    const request = { ...rangeOf(prefix), revision: revision.toString(), count_only: true, serializable: true };
    const { count } = await call(client, member, 'A counting range', 'KV', 'range', request, signal);
    return Number(count);
}
/** One key as it was at a revision; undefined where it was not. */
async function readKey(client, member, { key, revision }, signal) {
    const request = { key, revision: revision.toString(), serializable: true };
    const { kvs } = await call(client, member, 'A range', 'KV', 'range', request, signal);
    const [found] = kvs;
    return found && { modRevision: BigInt(found.mod_revision), value: found.value };
}
/** Every key below a prefix (all where it is empty) as it was at a revision, in order, `pageKeys` a call. */
async function* readRange(client, member, { prefix, revision, pageKeys }, signal) {
    const range = rangeOf(prefix);
    for (let from = range.key;;) {
        const request = { ...range, key: from, revision: revision.toString(), limit: pageKeys, serializable: true };
        const { kvs, more } = await call(client, member, 'A range', 'KV', 'range', request, signal);
        for (const pair of kvs)
            yield servedKey(pair);
        const last = kvs.at(-1);
        if (!more)
            return;
        // Asked on, it would never end.
        if (last === undefined || Buffer.compare(last.key, from) < 0) {
            throw new errors/* EtcdMigrateError */.A8('etcd-refused', `${member.name} says that more keys follow, and shows none.`, {
                details: { class: 'corrupt' },
            });
        }
        from = Buffer.concat([last.key, Buffer.of(0)]);
    }
}
function servedKey({ key, value, create_revision, mod_revision, version, lease }) {
    return {
        ...{ key, value, version: BigInt(version), lease: lease === '0' ? undefined : hexadecimal(lease) },
        ...{ createRevision: BigInt(create_revision), modRevision: BigInt(mod_revision) },
    };
}
/** Ids in hexadecimal. */
async function listLeases(client, member, signal) {
    const { leases } = await call(client, member, 'LeaseLeases', 'Lease', 'leaseLeases', {}, signal);
    return leases.map(({ ID }) => hexadecimal(ID)).sort();
}
/** A 64-bit id, which an answer has as a signed decimal. */
function hexadecimal(id) {
    return BigInt.asUintN(64, BigInt(id)).toString(16);
}
/** Names of all users, and the roles of each. */
async function listUsers(client, member, signal) {
    const ask = (method, request) => call(client, member, 'Reading users', 'Auth', method, request, signal);
    const found = [];
    for (const name of (await ask('userList', {})).users) {
        found.push({ name, roles: (await ask('userGet', { name })).roles });
    }
    return found;
}
/** Names of all roles, and what each may do. That of `root` may do everything, whatever is stored of it. */
async function listRoles(client, member, signal) {
    const ask = (method, request) => call(client, member, 'Reading roles', 'Auth', method, request, signal);
    const found = [];
    for (const name of (await ask('roleList', {})).roles) {
        // etcd3 spells them in its own way: "Read".
        const { perm } = await ask('roleGet', {
            role: name,
        });
        found.push({
            name,
            grants: perm.map(({ permType, key, range_end }) => ({
                permission: permType.toUpperCase(),
                key,
                rangeEnd: range_end,
            })),
        });
    }
    return found;
}
function rangeOf(prefix) {
    return prefix.length === 0 ? { key: everything, range_end: everything } : { key: prefix, range_end: endOf(prefix) };
}
/** The first key behind all that begin with the prefix. */
function endOf(prefix) {
    const last = prefix.findLastIndex((byte) => byte !== 0xff);
    if (last < 0)
        return everything;
    const end = Buffer.from(prefix.subarray(0, last + 1));
    end[last] = end[last] + 1;
    return end;
}
async function call(client, member, name, service, method, request, signal) {
    try {
        return await client.unary(service, method, request, { deadlineMs, signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,etcd_errors/* etcdCallError */.zO)(`${name} of ${member.name} at ${member.clientUrl}`, error);
    }
}

// EXTERNAL MODULE: ./lib/src/etcd/facts.js
var etcd_facts = __webpack_require__(35918);
// EXTERNAL MODULE: ./lib/src/etcd/member-client.js
var member_client = __webpack_require__(75135);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
;// CONCATENATED MODULE: ./lib/src/backup/expectations.js
// Owns what the owner of the data expects of every backup of them: numbers of keys, single keys, a test of his own.
// Must not print a value, nor a key that the manifest does not name.



/** Through the first member: that all hold the same was compared before. */
async function meetExpectations({ keySpace }, cluster, { keys, test }, signal) {
    const [member] = cluster.members;
    if (member === undefined)
        throw new Error('a restored cluster without members');
    const wrong = [];
    const seen = [];
    const revision = BigInt(keySpace.revision);
    const client = (0,member_client/* connectMember */.R)(member.clientUrl, cluster.credentials);
    try {
        for (const expected of keys) {
            if ('key' in expected) {
                const found = await readKey(client, member, { key: Buffer.from(expected.key), revision }, signal);
                const objection = objectionTo(expected, found?.value);
                if (objection !== undefined)
                    wrong.push(objection);
                else
                    seen.push(`${expected.key} is there${expected.matches === undefined ? '' : ', with a value as expected'}`);
                continue;
            }
            const { prefix, atLeast, atMost } = expected;
            const there = await countKeys(client, member, { revision, prefix: Buffer.from(prefix) }, signal);
            if (there < atLeast)
                wrong.push(`${there} keys below ${prefix}; at least ${atLeast} are expected`);
            else if (there > atMost)
                wrong.push(`${there} keys below ${prefix}; at most ${atMost} are expected`);
            else
                seen.push(`${there} keys below ${prefix}, as expected`);
        }
    }
    finally {
        client.close();
    }
    // It may take long, and write: only where everything else is in order.
    if (wrong.length > 0 || test === undefined)
        return { wrong, seen, code: 'backup-unexpected-keys' };
    const { ok, ended } = await test(cluster);
    const code = 'backup-test-failed';
    return ok ? { wrong, seen: [...seen, ended], code } : { wrong: [ended], seen, code };
}
function objectionTo({ key, matches }, value) {
    if (value === undefined)
        return `${key} is not there`;
    if (matches === undefined)
        return undefined;
    const found = matchWithin(matches, value.toString());
    // The expression itself may be the value.
    if (found === undefined)
        return `the value of ${key} could not be compared with \`matches\` within ${matchLimitMs} ms`;
    return found ? undefined : `the value of ${key} is not as its \`matches\` says`;
}
/** Some expressions take years on some texts. */
const matchLimitMs = 5_000;
/** Undefined where it takes too long. */
function matchWithin(pattern, text) {
    try {
        return (0,external_node_vm_.runInNewContext)('new RegExp(pattern, "u").test(text)', { pattern, text }, { timeout: matchLimitMs });
    }
    catch (error) {
        if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/src/backup/links.js
var links = __webpack_require__(70592);
// EXTERNAL MODULE: ./lib/src/backup/prefix-digests.js
var prefix_digests = __webpack_require__(3721);
// EXTERNAL MODULE: ./lib/src/backup/stored-auth.js
var stored_auth = __webpack_require__(39305);
;// CONCATENATED MODULE: ./lib/src/backup/content-link.js
// Owns the third link: what the restored members serve is what the file holds, key for key, lease for lease.
// Must not print keys or values (expectations.ts names those of the manifest): hashes and counts say enough.









/** Of the groups with most keys: a range counts its keys in etcd's index, so counting them all costs little. */
const countedPrefixes = 20;
async function proveContent(facts, cluster, { clock, startedUs, expect, signal }) {
    const beginUs = clock.monotonicUs();
    const wrong = [];
    const seen = [];
    for (const member of cluster.members) {
        const client = (0,member_client/* connectMember */.R)(member.clientUrl, cluster.credentials);
        try {
            const agedSeconds = () => (clock.monotonicUs() - startedUs) / 1_000_000;
            for (const { what, take } of looksAt(facts, client, member, agedSeconds, signal)) {
                const compared = await (0,etcd_errors/* answerTo */.oy)(take());
                if (compared instanceof etcd_errors/* Refusal */.P_) {
                    wrong.push(`${member.name} does not serve what the file holds: ${what}: ${compared.words}`);
                    continue;
                }
                for (const { what, expected, found } of compared) {
                    if (expected === found)
                        seen.push(`${member.name}: ${what} ${found}`);
                    else
                        wrong.push(`${member.name}: ${what} is ${found}; the file says ${expected}`);
                }
            }
        }
        finally {
            client.close();
        }
    }
    const durationMs = () => (clock.monotonicUs() - beginUs) / 1000;
    // What the file never held is no fault of the restore: only looked at where that is in order.
    if (wrong.length > 0)
        return (0,links/* linkOf */.IJ)('content', { wrong, seen, code: 'backup-content-differs' }, durationMs());
    const met = await meetExpectations(facts, cluster, expect, signal);
    return (0,links/* linkOf */.IJ)('content', { ...met, seen: [...seen, ...met.seen] }, durationMs());
}
/** In order: leases before anything that takes time. One that has not run out by the end of the call must be there. */
function looksAt(facts, client, member, agedSeconds, signal) {
    const { keySpace, auth, compactRevision } = facts;
    const revision = BigInt(keySpace.revision);
    const one = (what, expected, found) => ({
        what,
        take: async () => [{ what, expected, found: await found() }],
    });
    return [
        {
            what: 'leases',
            take: async () => {
                const there = new Set(await listLeases(client, member, signal));
                const known = new Set(facts.leases.map(({ id }) => id));
                const aged = agedSeconds();
                const strange = [...there].filter((id) => !known.has(id)).length;
                const missing = facts.leases.filter(({ id, ttlSeconds }) => ttlSeconds > aged && !there.has(id)).length;
                return [
                    { what: 'number of leases that the file has not', expected: '0', found: String(strange) },
                    { what: `number of the file's ${known.size} leases that are missing`, expected: '0', found: String(missing) },
                ];
            },
        },
        {
            what: `HashKV at revision ${revision}`,
            take: async () => {
                const served = await (0,etcd_facts/* readHashKv */.Md)(client, member, revision, signal);
                return [
                    { what: `HashKV at revision ${revision}`, expected: String(keySpace.hash), found: String(served.hash) },
                    { what: 'compact revision', expected: String(compactRevision), found: String(served.compactRevision) },
                ];
            },
        },
        one('number of keys', String(keySpace.keys), async () => String(await countKeys(client, member, { revision }, signal))),
        one('number of the largest prefixes with another count', '0', async () => String(await differingPrefixes(facts, client, member, signal))),
        ...digestsOf(facts, client, member, signal),
        one(`number of ${keySpace.sample.length} sampled keys with another value`, '0', async () => String(await differingSamples(facts, client, member, signal))),
        one('number of alarms', String(facts.alarms), async () => String((await (0,etcd_facts/* readAlarms */.tv)(client, member, signal)).length)),
        one('users', sameAs(auth.users, 'names and roles', true), async () => {
            const served = await listUsers(client, member, signal);
            return sameAs(served, 'names and roles', (0,stored_auth/* digestOfUsers */.iC)(served) === (0,stored_auth/* digestOfUsers */.iC)(auth.users));
        }),
        one('roles', sameAs(auth.roles, 'names and permissions', true), async () => {
            const served = await listRoles(client, member, signal);
            return sameAs(served, 'names and permissions', (0,stored_auth/* digestOfRoles */.DT)(served) === (0,stored_auth/* digestOfRoles */.DT)(auth.roles));
        }),
    ];
}
/** Their names are not printed. */
function sameAs({ length }, by, same) {
    return `${length}, by ${same ? 'the same' : 'other'} ${by}`;
}
/** A prefix's range has the keys of its group, and of every group that begins with it. */
async function differingPrefixes({ keySpace }, client, member, signal) {
    const groups = keySpace.keysByPrefix;
    // Keys without a slash have no prefix of their own, and bytes that are no UTF-8 cannot be asked for by their name.
    const asked = groups.filter(([name]) => name !== '' && !name.includes('\ufffd')).slice(0, countedPrefixes);
    let differing = 0;
    for (const [name] of asked) {
        const expected = groups.reduce((sum, [other, keys]) => (other.startsWith(name) ? sum + keys : sum), 0);
        const range = { revision: BigInt(keySpace.revision), prefix: Buffer.from(name) };
        if ((await countKeys(client, member, range, signal)) !== expected)
            differing++;
    }
    return differing;
}
/** Of the prefixes that are small enough to be read whole; of the others HashKV, counts and samples have to do. */
function digestsOf({ keySpace }, client, member, signal) {
    const { digested, digests: held, keysByPrefix } = keySpace;
    if (digested.length === 0)
        return [];
    const digestedPrefixes = [...held.prefixes];
    const compared = `${digestedPrefixes.length} of ${keysByPrefix.length} compared`;
    const what = `number of prefixes with another digest of their keys (${compared})`;
    const take = async () => {
        const differing = new Set();
        for (const range of digested) {
            const served = new prefix_digests/* PrefixDigests */.Sz();
            const asked = { ...range, prefix: Buffer.from(range.prefix), revision: BigInt(keySpace.revision) };
            for await (const pair of readRange(client, member, asked, signal))
                served.add(keySpace.prefixes.of(pair.key), pair);
            const inRange = digestedPrefixes.filter((prefix) => prefix.startsWith(range.prefix));
            for (const prefix of [...inRange, ...served.prefixes]) {
                if (served.of(prefix) !== held.of(prefix))
                    differing.add(prefix);
            }
        }
        return [{ what, expected: '0', found: String(differing.size) }];
    };
    return [{ what, take }];
}
async function differingSamples({ keySpace }, client, member, signal) {
    let differing = 0;
    for (const { key, modRevision, valueSha256 } of keySpace.sample) {
        const found = await readKey(client, member, { key, revision: BigInt(keySpace.revision) }, signal);
        const digest = found && (0,external_node_crypto_.createHash)('sha256').update(found.value).digest('hex');
        if (found?.modRevision !== BigInt(modRevision) || digest !== valueSha256)
            differing++;
    }
    return differing;
}

// EXTERNAL MODULE: ./lib/src/backup/file-identity.js
var file_identity = __webpack_require__(33998);
// EXTERNAL MODULE: ./lib/src/backup/file-link.js + 7 modules
var file_link = __webpack_require__(5470);
// EXTERNAL MODULE: ./lib/src/catalog/version.js
var catalog_version = __webpack_require__(66182);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
;// CONCATENATED MODULE: ./lib/src/backup/restore-link.js
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
// Owns the second link: etcd's own tool restores the file, and the release starts on what it restored; and so do the
// other releases that were asked for, where etcd can.
// Must not look at the data (content-link.ts).


/** What the backup, and not this machine, is to blame for. */
const ofTheBackup = new Set(['restore-failed', 'member-start-failed']);
/** Throws what is this machine's trouble: no room, no permission, no port. */
async function attemptRestore(request, restore, signal) {
    try {
        return await restore(request, signal);
    }
    catch (error) {
        if (error instanceof errors/* EtcdMigrateError */.A8 && ofTheBackup.has(error.code))
            return error;
        throw error;
    }
}
/** Judges the restore that the request asked for, and makes and judges those by the other releases. */
async function proveRestore(request, outcome, options) {
    const { clock, startedUs, refusalOf, progress } = options;
    const linkOf = (verdict, evidence, failureReason) => ({
        ...{ name: 'restore', verdict, evidence, failureReason },
        durationMs: (clock.monotonicUs() - startedUs) / 1000,
    });
    if (outcome instanceof errors/* EtcdMigrateError */.A8) {
        const known = refusalOf(request.release);
        const evidence = [outcome.message, ...(known === undefined ? [] : [`${known.knownAs}: ${known.remedy}`])];
        return { cluster: null, link: linkOf('fail', evidence, outcome.code) };
    }
    const { madeBy } = options;
    const seen = [
        inWords(request, outcome),
        ...(madeBy === undefined || madeBy === request.release ? [] : [`etcd ${madeBy} had written it`]),
    ];
    try {
        for (const release of options.others) {
            progress(`restoring it with etcd ${release}`);
            const other = await tryOther({ ...request, release, atOnce: 1 }, options);
            if (other.wrong !== undefined) {
                await outcome[Symbol.asyncDispose]();
                return { cluster: null, link: linkOf('fail', [other.wrong.why, ...seen], other.wrong.code) };
            }
            seen.push(other.seen);
        }
    }
    catch (error) {
        await outcome[Symbol.asyncDispose]();
        throw error;
    }
    return { cluster: outcome, link: linkOf('pass', seen, null) };
}
async function tryOther(request, { clock, restore, refusalOf, compare, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const startedUs = clock.monotonicUs();
        const outcome = await attemptRestore(request, restore, signal);
        const known = refusalOf(request.release);
        if (outcome instanceof errors/* EtcdMigrateError */.A8) {
            // Only what the catalog says, in the words that it says: another failure is one.
            if (known !== undefined && new RegExp(known.pattern).test(outcome.message)) {
                return { seen: `etcd ${request.release} refuses it, as expected (${known.knownAs}): ${known.remedy}` };
            }
            return { wrong: { why: outcome.message, code: outcome.code } };
        }
        const cluster = __addDisposableResource(env_1, outcome, true);
        const [why] = await compare(cluster, startedUs);
        if (why !== undefined)
            return { wrong: { why: `with etcd ${request.release}: ${why}`, code: 'backup-content-differs' } };
        const surprise = known === undefined ? '' : `, although ${known.knownAs} says that it cannot`;
        return { seen: `${inWords(request, cluster)}, with the same content${surprise}` };
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
function inWords({ voters, release }, { restoreMs, startMs }) {
    const members = voters === 1 ? 'one member' : `${voters} members`;
    return `restored for ${members} by the tool of ${release} in ${(0,format/* duration */.p0)(restoreMs)}, served by etcd ${release} after ${(0,format/* duration */.p0)(startMs)} more`;
}

;// CONCATENATED MODULE: ./lib/src/backup/restore-ahead.js
// Owns the restore that begins while the file is still being read: by which release, and what comes of it.
// Must not judge it (restore-link.ts).



/**
 * A restore that begins as soon as the hash behind the database fits: reading every key takes as long as etcd's tool
 * does. Disposing it before its end stops it and removes what it made.
 */
function restoringAhead(request, tools) {
    const stop = new AbortController();
    const signal = tools.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, tools.signal]);
    let work;
    let taken = false;
    const restore = async (early, skipHashCheck) => {
        const line = lineThatWrote(early);
        const release = request.release ?? (await tools.releaseFor(requireLine(line, request.path), request.madeBy, signal));
        const restoring = {
            ...{ snapshot: request.path, release, voters: request.voters, skipHashCheck },
            // The first stands until the last of the others is gone, and only then is it used.
            atOnce: request.otherReleases.some((other) => other !== release) ? 2 : 1,
            ...{ auth: early.auth.enabled, databaseBytes: early.databaseBytes },
        };
        const startedUs = tools.clock.monotonicUs();
        return { restoring, startedUs, outcome: await attemptRestore(restoring, tools.restore, signal) };
    };
    return {
        begin: (early, skipHashCheck) => {
            work ??= restore(early, skipHashCheck);
            work.catch(() => undefined); // told by `end`
        },
        end: async () => {
            if (work === undefined)
                throw new errors/* EtcdMigrateError */.A8('internal-error', 'A restore was waited for that never began.');
            const done = await work;
            taken = true;
            return done;
        },
        [Symbol.asyncDispose]: async () => {
            if (taken)
                return;
            stop.abort(new errors/* EtcdMigrateError */.A8('interrupted', 'The restore is not needed any more.'));
            const done = await work?.catch(() => undefined); // it leaves nothing, whatever ended it
            if (done !== undefined && !(done.outcome instanceof errors/* EtcdMigrateError */.A8))
                await done.outcome[Symbol.asyncDispose]();
        },
    };
}
/** From 3.6 on the store says it itself; before, the cluster's version does, once it had one. */
function lineThatWrote({ storageVersion, clusterVersion }) {
    const version = storageVersion ?? clusterVersion;
    return version === null ? undefined : (0,catalog_version/* lineOf */.cA)(version);
}
function requireLine(line, path) {
    if (line !== undefined)
        return line;
    throw new errors/* EtcdMigrateError */.A8('usage', `${path} does not say which etcd wrote it: the store has no version yet.`, {
        hint: 'Name the release with --release.',
    });
}

;// CONCATENATED MODULE: ./lib/src/backup/time-link.js

function proveTime({ fetchMs = null, restoreMs, startMs, }, taken, policy, nowMs) {
    const totalMs = (fetchMs ?? 0) + restoreMs + startMs;
    const rto = { fetchMs, restoreMs, startMs, totalMs, limitMs: policy.rtoMs ?? null };
    const fetched = fetchMs === null ? '' : `${(0,format/* duration */.p0)(fetchMs)} to bring it here, `;
    const rpo = { ageMs: ageAt(nowMs, taken.wallMs), by: taken.by, limitMs: policy.rpoMs ?? null };
    const told = [
        `recovery takes ${(0,format/* duration */.p0)(totalMs)}: ${fetched}${(0,format/* duration */.p0)(restoreMs)} to restore, ${(0,format/* duration */.p0)(startMs)} to start`,
        ageOf(rpo),
    ];
    const broken = tooOldOrSlow(rpo, rto);
    return {
        rpo,
        rto,
        link: {
            name: 'time',
            verdict: broken?.verdict ?? 'pass',
            evidence: [...(broken ? [broken.why] : []), ...told],
            failureReason: broken?.reason ?? null,
            durationMs: 0,
        },
    };
}
function tooOldOrSlow(rpo, rto) {
    if (rpo.limitMs !== null && rpo.ageMs > rpo.limitMs) {
        const why = `its data are ${(0,format/* duration */.p0)(rpo.ageMs)} old; policy allows ${(0,format/* duration */.p0)(rpo.limitMs)}`;
        return { verdict: 'fail', reason: 'backup-stale', why };
    }
    if (rto.limitMs !== null && rto.totalMs > rto.limitMs) {
        const why = `a recovery takes ${(0,format/* duration */.p0)(rto.totalMs)}; policy allows ${(0,format/* duration */.p0)(rto.limitMs)}`;
        return { verdict: 'fail', reason: 'restore-too-slow', why };
    }
    if (rpo.ageMs < 0 || (rpo.limitMs !== null && rpo.by === 'file-time')) {
        const why = rpo.ageMs < 0
            ? `its time is ${(0,format/* duration */.p0)(-rpo.ageMs)} in the future, so nobody can say how old its data are`
            : `only the file's own time says that its data are ${(0,format/* duration */.p0)(rpo.ageMs)} old, and a copy renews that`;
        return { verdict: 'inconclusive', reason: 'backup-age-unknown', why };
    }
    return undefined;
}
/** Clocks of two machines are never quite the same. */
const clockToleranceMs = 60_000;
function ageAt(nowMs, takenMs) {
    const ageMs = nowMs - takenMs;
    return ageMs < 0 && ageMs > -clockToleranceMs ? 0 : ageMs;
}
function ageOf({ ageMs, by }) {
    if (ageMs < 0)
        return 'its time is later than now';
    if (by === 'recorded')
        return `its data are ${(0,format/* duration */.p0)(ageMs)} old`;
    return `its data are at least ${(0,format/* duration */.p0)(ageMs)} old, by the time of the file`;
}

// EXTERNAL MODULE: ./lib/src/etcd/auth.js
var etcd_auth = __webpack_require__(29435);
// EXTERNAL MODULE: ./lib/src/etcd/application-client.js
var application_client = __webpack_require__(72283);
// EXTERNAL MODULE: ./lib/src/etcd/compacted-watch.js
var compacted_watch = __webpack_require__(81207);
;// CONCATENATED MODULE: ./lib/src/backup/watch-safe.js
var watch_safe_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var watch_safe_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
// Owns the proof that a client which watched before the loss is told after a watch-safe restore, and can list again.
// Must not restore anything itself.






/** Far more than etcd needs to refuse a watch. */
const answerMs = 30_000;
/** Through every member: revisions go on above all that clients can know, and everything they know counts as compacted. */
async function lookWatchSafe({ keySpace }, cluster, bumpRevision, { clock, signal }) {
    const wrong = [];
    const known = BigInt(keySpace.revision);
    const raised = BigInt(keySpace.newestEntry) + bumpRevision;
    for (const member of cluster.members) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const client = (0,member_client/* connectMember */.R)(member.clientUrl, cluster.credentials);
            const application = watch_safe_addDisposableResource(env_1, (0,application_client/* createApplicationClient */.U)([{ member: member.name, url: member.clientUrl }], cluster.credentials, `watch-safe-${member.name}`), true);
            try {
                const say = (what) => wrong.push(`${member.name}: ${what}`);
                const { revision } = await (0,etcd_facts/* readStatus */.rk)(client, member, signal);
                if (revision < raised)
                    say(`its revision after a watch-safe restore is ${revision}, not ${raised}`);
                const read = await (0,etcd_errors/* answerTo */.oy)(countKeys(client, member, { revision: known }, signal));
                if (!(read instanceof etcd_errors/* Refusal */.P_))
                    say(`a read at the old revision ${known} was answered`);
                else if (read.class !== 'compacted')
                    say(`a read at the old revision ${known}: ${read.words}`);
                // Where revisions do not go on above it, a watch from there waits for what is still to come.
                if (revision >= raised) {
                    const watching = (0,compacted_watch/* watchFromCompacted */.a)(application.pool, keySpace.sample[0]?.key ?? Buffer.from([0]), known + 1n);
                    const what = `a watch from revision ${known + 1n}`;
                    const answer = await (0,etcd_errors/* answerTo */.oy)(within(watching, clock, signal).catch((error) => {
                        signal?.throwIfAborted();
                        throw (0,etcd_errors/* etcdCallError */.zO)(`${what} through ${member.name}`, error);
                    }));
                    if (answer instanceof etcd_errors/* Refusal */.P_)
                        say(answer.words);
                    else if (answer === undefined)
                        say(`${what} was not told within ${answerMs} ms that it is gone`);
                    else if (answer.told !== 'compacted' || answer.compactRevision < known) {
                        say(`${what} got ${JSON.stringify(answer, bigintsAsText)}`);
                    }
                }
                // At that revision: leases run out meanwhile, and take their keys with them.
                const keys = await (0,etcd_errors/* answerTo */.oy)(countKeys(client, member, { revision: raised }, signal));
                if (keys instanceof etcd_errors/* Refusal */.P_)
                    say(`a new list after a watch-safe restore: ${keys.words}`);
                else if (keys !== keySpace.keys) {
                    say(`a new list after a watch-safe restore has ${keys} keys; the file has ${keySpace.keys}`);
                }
            }
            finally {
                client.close();
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = watch_safe_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    const seen = wrong.length > 0
        ? []
        : [
            `restored with its revision raised by ${bumpRevision}: a watch and a read at revision ${known} are told "compacted", and a new list has all ${keySpace.keys} keys`,
        ];
    return { wrong, seen };
}
async function within(work, clock, signal) {
    const done = new AbortController();
    const ending = signal === undefined ? done.signal : AbortSignal.any([done.signal, signal]);
    const late = clock.sleep(answerMs, ending).then(() => undefined);
    late.catch(() => undefined);
    try {
        return await Promise.race([work, late]);
    }
    finally {
        done.abort();
        work.catch(() => undefined);
    }
}
function bigintsAsText(_key, value) {
    return typeof value === 'bigint' ? value.toString() : value;
}

;// CONCATENATED MODULE: ./lib/src/backup/use-link.js
var use_link_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var use_link_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
// Owns the fourth link: applications can live with the restored cluster, and those that come back to it are told.
// Must not know any particular check (checks/), nor restore anything itself.







/** Disposes the cluster, whose room the second restore needs. */
async function proveUse(facts, request, cluster, options) {
    const { clock } = options;
    const startUs = clock.monotonicUs();
    const wrong = [];
    const seen = [];
    await tryAll(request, cluster, options, wrong, seen);
    if (wrong.length > 0 && facts.alarms > 0) {
        wrong.unshift(`the backup carries ${facts.alarms === 1 ? 'an alarm' : `${facts.alarms} alarms`}, so that a restored cluster refuses writes until somebody compacts, defragments and disarms (\`etcdctl alarm disarm\`)`);
    }
    await cluster[Symbol.asyncDispose]();
    if (options.watchSafe) {
        options.progress('restoring it once more, for clients that watch');
        const outcome = await attemptRestore({ ...request, atOnce: 1, bumpRevision }, options.restore, options.signal);
        if (outcome instanceof errors/* EtcdMigrateError */.A8) {
            wrong.push(`restored once more, for clients that watch: ${outcome.message}`);
        }
        else {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const second = use_link_addDisposableResource(env_1, outcome, true);
                const found = await lookWatchSafe(facts, second, bumpRevision, options);
                wrong.push(...found.wrong);
                seen.push(...found.seen);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = use_link_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }
    }
    else {
        seen.push(`the tool of ${request.release} cannot raise the revision: restart every client that watches after a restore`);
    }
    return (0,links/* linkOf */.IJ)('use', { wrong, seen, code: 'check-failed' }, (clock.monotonicUs() - startUs) / 1000);
}
/** As etcd's own guide has it (op-guide/recovery): more than any cluster writes between a backup and its loss. */
const bumpRevision = 1000000000n;
async function tryAll({ release, auth, databaseBytes }, cluster, { tryUse, progress, signal }, wrong, seen) {
    const [via] = cluster.members;
    if (via === undefined)
        throw new Error('a restored cluster without members');
    let { credentials } = cluster;
    if (auth) {
        // A user of our own, as nobody knows a password: in the throw-away cluster alone, and after its content was compared.
        const user = {
            name: `etcd-migrate-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`,
            password: (0,external_node_crypto_.randomBytes)(24).toString('base64url'),
        };
        const added = await (0,etcd_errors/* answerTo */.oy)((0,etcd_auth/* addAdministrator */.$)(via, cluster.credentials, user, signal));
        if (added instanceof etcd_errors/* Refusal */.P_) {
            wrong.push(`a user for the checks could not be added: ${added.words}`);
            return;
        }
        credentials = { ...cluster.anonymous, user };
    }
    progress('using it as applications do');
    const members = cluster.members.map(({ name, clientUrl }) => ({ name, clientUrl, release }));
    const results = await tryUse.run({ members, credentials, state: `restored by ${release}`, databaseBytes }, signal);
    for (const { name } of members) {
        const missing = tryUse.checks.filter((id) => !results.some((each) => each.member === name && each.check === id));
        if (missing.length > 0)
            wrong.push(`${name}: no result of ${missing.join(', ')}`);
    }
    wrong.push(...results.filter(({ ok }) => !ok).map(use_link_inWords));
    const ok = results.filter((result) => result.ok).length;
    seen.push(`${ok} of ${results.length} checks of reads, writes, watches, leases, locks and login behave as on ${release}`);
}
function use_link_inWords({ check, member, expected, seen, error }) {
    return `${member}: check ${check}: expected ${expected}, saw ${error === undefined ? seen : `${seen}: ${error}`}`;
}

;// CONCATENATED MODULE: ./lib/src/backup/prove.js
var prove_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var prove_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/**
 * Throws what is this machine's trouble, or the command line's, never what the backup is to blame for; `backup-changed`
 * where another file stands there at the end.
 */
async function proveBackup(request, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, signal } = tools;
        const ahead = prove_addDisposableResource(env_1, restoringAhead(request, tools), true);
        const file = await (0,file_link/* proveFile */.N)(request.path, {
            ...{ clock, expected: request.expected, progress: tools.progress, signal },
            ...{ clusterId: request.clusterId, live: request.live, rpoRevisions: request.policy.rpoRevisions },
            hashFits: (early) => ahead.begin(early, false),
        });
        tools.ended(file.link);
        const chain = { links: [file.link], release: null, rpo: null, rto: null };
        if (file.link.verdict !== 'fail' && file.facts !== null) {
            try {
                await proveFurther(chain, { file, facts: file.facts }, ahead, request, tools);
            }
            catch (error) {
                signal?.throwIfAborted();
                await (0,file_identity/* requireUnchanged */.j)(request.path, file.identity);
                throw error;
            }
            // Each restore opens it by its name: what another file made of one is nothing of this one's.
            await (0,file_identity/* requireUnchanged */.j)(request.path, file.identity);
        }
        const { path, takenAt, expected } = request;
        const { bytes, sha256, facts } = file;
        return {
            ...{ path, bytes, sha256, facts, clusterId: expected?.clusterId ?? null },
            takenAt: takenAt?.by === 'recorded' ? takenAt.wallMs : null,
            ...{ ...chain, ...(0,links/* verdictOfChain */.cJ)(chain.links) },
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = prove_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** All links behind that of the file, up to the first that fails. */
async function proveFurther(chain, { file, facts }, ahead, request, tools) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, signal } = tools;
        const add = (link) => {
            chain.links.push(link);
            tools.ended(link);
            return link.verdict !== 'fail';
        };
        ahead.begin(facts, true);
        tools.progress('restoring it');
        const { restoring, startedUs, outcome } = await ahead.end();
        const { release } = restoring;
        chain.release = release;
        const content = (cluster, since, expect) => proveContent(facts, cluster, { clock, startedUs: since, expect, signal });
        const line = lineThatWrote(facts);
        const restored = await proveRestore(restoring, outcome, {
            ...tools,
            startedUs,
            madeBy: request.madeBy,
            others: request.otherReleases.filter((other) => other !== release),
            refusalOf: (by) => (line === undefined ? undefined : tools.refusalOf(line, by)),
            compare: async (cluster, since) => {
                const { verdict, evidence } = await content(cluster, since, { keys: [] });
                return verdict === 'pass' ? [] : evidence;
            },
        });
        if (!add(restored.link) || restored.cluster === null)
            return;
        const cluster = prove_addDisposableResource(env_2, restored.cluster, true);
        const { restoreMs, startMs } = cluster;
        tools.progress('comparing what it serves with the file');
        if (!add(await content(cluster, startedUs, request.expect)))
            return;
        const watchSafe = tools.restoresWatchSafe(release);
        if (!add(await proveUse(facts, restoring, cluster, { ...tools, watchSafe })))
            return;
        const taken = request.takenAt ?? { wallMs: file.modifiedMs, by: 'file-time' };
        const { fetchMs } = request;
        const { link, rpo, rto } = proveTime({ fetchMs, restoreMs, startMs }, taken, request.policy, clock.wallMs());
        add(link);
        chain.rpo = rpo;
        chain.rto = rto;
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = prove_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

// EXTERNAL MODULE: ./lib/src/judge/overall.js
var overall = __webpack_require__(23967);
// EXTERNAL MODULE: ./lib/src/platform/clock.js
var platform_clock = __webpack_require__(35498);
// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/platform/random.js
var platform_random = __webpack_require__(11665);
// EXTERNAL MODULE: ./lib/src/platform/run-lock.js
var run_lock = __webpack_require__(62353);
// EXTERNAL MODULE: ./lib/src/app/rehearse/report-files.js + 4 modules
var report_files = __webpack_require__(26543);
// EXTERNAL MODULE: ./lib/src/app/run/dead-runs.js
var dead_runs = __webpack_require__(75495);
// EXTERNAL MODULE: ./lib/src/app/run/run-directory.js
var run_directory = __webpack_require__(25019);
// EXTERNAL MODULE: ./lib/src/app/shell/output-directory.js
var output_directory = __webpack_require__(27048);
// EXTERNAL MODULE: ./lib/src/app/shell/tools.js + 1 modules
var shell_tools = __webpack_require__(61186);
// EXTERNAL MODULE: ./lib/src/drivers/process/run-state.js
var run_state = __webpack_require__(74705);
// EXTERNAL MODULE: ./lib/src/drivers/process/runs.js
var runs = __webpack_require__(72632);
// EXTERNAL MODULE: ./lib/src/app/run/run-id.js
var run_id = __webpack_require__(71011);
// EXTERNAL MODULE: ./lib/src/drivers/process/tool.js
var tool = __webpack_require__(74348);
// EXTERNAL MODULE: ./lib/src/platform/exec.js
var exec = __webpack_require__(11567);
;// CONCATENATED MODULE: ./lib/src/app/backups/own-command.js


const lastLines = 20;
/** How it ended, and its last lines without secrets. Throws `tool-failed` where it cannot be run or does not end. */
async function runOwnCommand({ command: [command = '', ...args], cwd, variables = {}, without, timeoutMs, says, run: paths }, { environment, signal, redactor }, { progress }) {
    const inherited = Object.entries(environment).filter(([name]) => without === undefined || !name.startsWith(without));
    const lines = [];
    const options = {
        cwd,
        env: Object.fromEntries([...inherited, ...Object.entries(variables)].filter((entry) => entry[1] !== undefined)),
        timeoutMs,
        signal,
        anyExitCode: true,
        onLine: (line) => {
            const shown = redactor.text(line);
            progress.now(`${says}: ${shown}`);
            lines.push(shown);
            if (lines.length > lastLines)
                lines.shift();
        },
    };
    const { exitCode } = await (paths === undefined
        ? (0,exec/* run */.e)(command, args, options)
        : (0,tool/* runTool */.q)(paths, paths.tool, [command, ...args], options));
    const ended = exitCode === null ? 'was killed by a signal' : `ended with exit code ${exitCode}`;
    return { ok: exitCode === 0, ended, lines };
}

;// CONCATENATED MODULE: ./lib/src/app/backups/fetch.js
// Owns bringing backups by the manifest's own command, into a directory that goes with the run.
// Must not know what the command does, nor look at what it brought.








/** Terabytes over a slow line. */
const limitMs = 24 * 60 * 60_000;
/** Disposing it removes what was brought: it holds every secret that the cluster held. Throws `tool-failed`. */
async function fetchBackups([command = '', ...args], directory, surroundings, tools) {
    const runId = (0,run_id/* newRunId */.F)(tools.clock);
    const paths = (0,run_state/* runPaths */.Ot)(directory.path, runId);
    const fetched = (0,external_node_path_.join)(paths.directory, 'fetched');
    const remove = () => (0,runs/* removeRun */.s2)(directory.path, runId);
    await (0,run_state/* makeRunDirectory */.L6)(paths);
    try {
        await (0,promises_.mkdir)(fetched, { mode: 0o700 });
        tools.progress.now(`bringing the backups: ${command}`);
        const beginUs = tools.clock.monotonicUs();
        const { ok, ended, lines } = await runOwnCommand({ command: [command, ...args], cwd: fetched, timeoutMs: limitMs, says: 'bringing the backups', run: paths }, surroundings, tools);
        const fetchMs = (tools.clock.monotonicUs() - beginUs) / 1000;
        if (ok)
            return { directory: fetched, fetchMs, [Symbol.asyncDispose]: remove };
        const words = lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.join('\n')}`;
        // Its arguments may be addresses with secrets in them.
        throw new errors/* EtcdMigrateError */.A8('tool-failed', `${command} of \`backups.fetch\` ${ended}; what it had brought was removed. ${words}`, { hint: 'Correct `backups.fetch`, or what it needs in the environment.' });
    }
    catch (error) {
        await remove();
        throw (0,files/* pathError */.g$)(error, 'Making', fetched);
    }
}

// EXTERNAL MODULE: ./lib/src/app/backups/files.js
var backups_files = __webpack_require__(18173);
// EXTERNAL MODULE: ./lib/src/app/backups/live.js + 3 modules
var backups_live = __webpack_require__(16782);
// EXTERNAL MODULE: ./lib/src/app/backups/older.js + 1 modules
var older = __webpack_require__(37456);
;// CONCATENATED MODULE: ./lib/src/app/backups/fresh.js
// Owns the backup that `verify-backup` takes itself: its name, and which older ones go once it is proven.
// Must not prove it.





/** Undefined where none was asked for. Throws what keeps it from being taken: there is then nothing fresh to prove. */
async function takeFresh({ take, connection, baseDir, cluster = 'etcd' }, surroundings, tools) {
    if (take === undefined)
        return undefined;
    if (connection === undefined) {
        throw new errors/* EtcdMigrateError */.A8('internal-error', 'A manifest with `backups.take` was let through without `connection`.');
    }
    const at = new Date(tools.clock.wallMs()).toISOString().replace(/[-:.]/g, '');
    const path = (0,external_node_path_.join)((0,external_node_path_.resolve)(baseDir, take.directory), `${cluster}-${at}.db`);
    const { clusterId } = await (0,backups_live/* takeFromCluster */.K)(connection, baseDir, path, surroundings, tools);
    // As findBackupFiles names it, which follows links.
    return { file: { path: await (0,promises_.realpath)(path), shown: (0,external_node_path_.relative)(baseDir, path) }, clusterId };
}
/** Only behind a pass: until then the older ones may be the last that restore. */
async function removeOlder({ file, clusterId }, proven, { take }, tools) {
    const passed = proven.some(({ proof }) => !(proof instanceof errors/* EtcdMigrateError */.A8) && proof.path === file.path && proof.verdict === 'pass');
    if (take?.keep !== undefined && passed)
        await (0,older/* removeOlderBackups */.k)(file.path, clusterId, take.keep, tools);
}

// EXTERNAL MODULE: ./lib/src/app/shell/report-error.js
var report_error = __webpack_require__(65610);
;// CONCATENATED MODULE: ./lib/src/app/backups/notify.js
// Owns calling somebody when backups are not proven: the manifest's `backups.notify`.
// Must not change what the run came to.



const notify_limitMs = 5 * 60_000;
/** Does the work, and calls for anything but a pass; not for an interruption, of which somebody knows. */
async function notifying(notice, surroundings, tools, work) {
    if (notice === undefined)
        return work();
    let report;
    try {
        report = await work();
    }
    catch (error) {
        const known = (0,report_error/* asKnownError */.c)(error);
        if (!surroundings.signal.aborted) {
            await notify_call(surroundings.redactor.report((0,report_error/* errorReport */.Z)(known, 'verify-backup')), '', notice, surroundings, tools);
        }
        throw error;
    }
    if (report.verdict !== 'pass')
        await notify_call(report, notice.reportJson, notice, surroundings, tools);
    return report;
}
/**
 * A call that nobody hears is said as loudly as the log allows. It belongs to no run: when we die meanwhile, it goes on
 * for as long as it likes and tells somebody, where a removal of ours would cut it off.
 */
async function notify_call({ verdict, failureReason, reason }, reportJson, { command, cwd }, surroundings, tools) {
    const variables = {
        ETCD_MIGRATE_VERDICT: verdict,
        ETCD_MIGRATE_FAILURE_REASON: failureReason ?? '',
        ETCD_MIGRATE_REASON: reason,
        ETCD_MIGRATE_REPORT: reportJson,
    };
    const warn = (why) => tools.log.warn(`warning: backups.notify ${why}: nobody may know of this run`);
    try {
        const asked = { command, cwd, variables, timeoutMs: notify_limitMs, says: 'backups.notify' };
        const { ok, ended, lines } = await runOwnCommand(asked, surroundings, tools);
        if (!ok)
            warn(`${ended} (${lines.at(-1) ?? 'it printed nothing'})`);
    }
    catch (error) {
        if (!(error instanceof errors/* EtcdMigrateError */.A8) || error.kind === 'bug')
            throw error;
        warn(`failed: ${error.message}`);
    }
}

;// CONCATENATED MODULE: ./lib/src/app/backups/own-test.js
// Owns running the manifest's own test of a restored backup: the cluster named as etcdctl wants it.
// Must not judge how it ended.







/** What a test of all keys of a large cluster may take. */
const own_test_limitMs = 60 * 60_000;
/** `cwd`: the manifest's directory. The command's output goes to the log of the run, never into a report. */
function ownTest(command, cwd, directory, surroundings, tools) {
    return async ({ members, credentials }) => {
        const runId = (0,run_id/* newRunId */.F)(tools.clock);
        const paths = (0,run_state/* runPaths */.Ot)(directory.path, runId);
        try {
            await (0,run_state/* makeRunDirectory */.L6)(paths);
            const variables = {
                ETCDCTL_API: '3',
                ETCDCTL_ENDPOINTS: members.map(({ clientUrl }) => clientUrl).join(','),
                ...(await certificates(credentials, paths.directory)),
            };
            const says = 'backups.test';
            const { ok, ended, lines } = await runOwnCommand(
            // What names the cluster in production must not reach it: etcdctl looks up ETCDCTL_DISCOVERY_SRV first.
            { command, cwd, variables, without: 'ETCDCTL_', timeoutMs: own_test_limitMs, says, run: paths }, surroundings, tools);
            for (const line of lines)
                tools.progress.line(`${says}: ${line}`);
            return { ok, ended: `${command[0]} of \`backups.test\` ${ended}` };
        }
        finally {
            await (0,runs/* removeRun */.s2)(directory.path, runId);
        }
    };
}
async function certificates({ tls }, directory) {
    const found = {};
    for (const [name, pem] of Object.entries({ CACERT: tls?.caPem, CERT: tls?.certPem, KEY: tls?.keyPem })) {
        if (pem === undefined)
            continue;
        const path = (0,external_node_path_.join)(directory, `${name.toLowerCase()}.pem`);
        try {
            await (0,promises_.writeFile)(path, pem, { mode: 0o600 });
        }
        catch (error) {
            throw (0,files/* pathError */.g$)(error, 'Writing', path);
        }
        found[`ETCDCTL_${name}`] = path;
    }
    return found;
}

// EXTERNAL MODULE: ./lib/src/catalog/load.js + 7 modules
var load = __webpack_require__(52339);
// EXTERNAL MODULE: ./lib/src/catalog/lookups.js
var lookups = __webpack_require__(68645);
// EXTERNAL MODULE: ./lib/src/checks/index.js + 23 modules
var checks = __webpack_require__(70524);
// EXTERNAL MODULE: ./lib/src/checks/run.js
var run = __webpack_require__(61591);
// EXTERNAL MODULE: ./lib/src/app/plan/release-supply.js + 23 modules
var release_supply = __webpack_require__(22427);
// EXTERNAL MODULE: ./lib/src/app/rehearse/provisioning.js + 14 modules
var provisioning = __webpack_require__(47400);
;// CONCATENATED MODULE: ./lib/src/app/backups/restore.js


/** `Restore` of backup/ports.ts. */
function throwAwayRestore(options) {
    const { provisioner, clock } = options;
    return async (request, signal) => {
        const tools = (await options.releaseOf(request.release, signal)).tools;
        // etcdctl restores up to 3.5, where it is deprecated; etcdutl from 3.5 on.
        const tool = tools['etcdutl'] ?? tools['etcdctl'];
        if (tool === undefined) {
            throw new errors/* EtcdMigrateError */.A8('release-unobtainable', `etcd ${request.release} came without etcdutl and etcdctl.`);
        }
        await (0,provisioning/* requireAsVerified */.SM)(tool.path, request.release, tool.sha256);
        const beginUs = clock.monotonicUs();
        const { driver, credentials, anonymous, restoreMs } = await provisioner.provision({
            runId: options.newRunId(),
            voters: request.voters,
            settings: { flags: quotaFor(request.databaseBytes), environment: {} },
            release: request.release,
            tls: request.auth,
            auth: false,
            restore: {
                snapshot: request.snapshot,
                tool: tool.path,
                skipHashCheck: request.skipHashCheck,
                atOnce: request.atOnce,
                ...(request.bumpRevision === undefined ? {} : { bumpRevision: request.bumpRevision }),
                ...(request.auth ? { asUser: 'root' } : {}),
            },
        }, signal);
        return {
            members: await driver.inventory(),
            credentials,
            anonymous,
            restoreMs,
            startMs: (clock.monotonicUs() - beginUs) / 1000 - restoreMs,
            [Symbol.asyncDispose]: () => driver.destroy({ graceMs: 0 }),
        };
    };
}
/** etcd's own default (server/embed/config.go: DefaultQuotaBytes), which a database may fill and no more. */
const defaultQuotaBytes = 2 * 1024 ** 3;
/** A database beyond half the default came from members with a larger quota; with less, writes would be refused. */
function quotaFor(databaseBytes) {
    return databaseBytes * 2 <= defaultQuotaBytes ? {} : { 'quota-backend-bytes': String(databaseBytes * 2) };
}

;// CONCATENATED MODULE: ./lib/src/app/backups/proof-tools.js











function openProof({ settings, surroundings, tools, directory, releases }) {
    const { clock, progress } = tools;
    const { signal } = surroundings;
    const catalog = (0,load/* loadCatalog */.a)();
    const store = (0,release_supply/* openReleaseStore */.X4)({ releases }, settings, surroundings, catalog, tools);
    const random = (0,platform_random/* createRandom */.s)(clock.wallMs() % 2 ** 31);
    const known = new Map();
    const obtained = { binaries: {}, releases: [] };
    const restore = throwAwayRestore({
        provisioner: (0,provisioning/* openProvisioner */.d9)(directory, obtained, tools),
        releaseOf: async (version) => {
            const before = known.get(version);
            if (before !== undefined)
                return before;
            const release = await store.obtain(version, signal);
            known.set(version, release);
            progress.line(`etcd ${version} from ${release.source}, verified`);
            obtained.releases.push((0,release_supply/* reportRelease */.IH)(release));
            if (release.tools['etcd'] !== undefined)
                obtained.binaries[version] = release.tools['etcd'].path;
            return release;
        },
        clock,
        newRunId: () => (0,run_id/* newRunId */.F)(clock),
    });
    const proofTools = {
        clock,
        restore,
        releaseFor: newestOf(store, signal),
        restoresWatchSafe: lookups/* restoresWatchSafe */.AD,
        refusalOf: lookups/* refusedRestoreOf */.wk,
        tryUse: {
            checks: triedChecks.map(({ id }) => id),
            run: ({ members, credentials, state, databaseBytes }) => (0,run/* runChecks */.J)({
                timeoutMs: 10_000 + databaseBytes / slowestBytesPerMs,
                ...(databaseBytes > largeBytes ? { concurrency: 1 } : {}),
                checks: triedChecks,
                ...{ members, credentials, state, clock, random, signal },
                expectationOf: (check, release) => (0,lookups/* expectationOf */.EV)(check, (0,catalog_version/* lineOf */.cA)(release)),
            }),
        },
        progress: (doing) => progress.now(doing),
        ended: ({ name, verdict, evidence, durationMs }) => {
            const why = verdict === 'pass' ? '' : `: ${evidence[0]}`;
            progress.line(`${name}: ${verdict} (${(durationMs / 1000).toFixed(1)} s)${why}`);
        },
        signal,
    };
    return { proofTools, obtained: obtained.releases };
}
/** All but the one that streams a whole snapshot through this process: a restored store is small enough only by luck. */
const triedChecks = checks/* checks */.A.filter(({ id }) => id !== 'maintenance-snapshot');
/** Of a store that is hashed within a second: a larger one would keep checks waiting for each other. */
const largeBytes = 100_000_000;
/** 10 MB/s: what a busy machine still streams, for a check that takes all of the database. */
const slowestBytesPerMs = 10_000;
/** Of a line, the one that was named, or the newest that can be had; where none can, the store says of the newest why. */
function newestOf(store, signal) {
    return async (line, madeBy) => {
        const known = (0,load/* loadCatalog */.a)()
            .releases.map(({ version }) => version)
            .filter((version) => (0,catalog_version/* lineOf */.cA)(version) === line);
        const there = await store.probe(known, signal);
        if (madeBy !== undefined && known.includes(madeBy) && there.has(madeBy))
            return madeBy;
        const newest = (0,catalog_version/* highestOf */.gG)(known.filter((version) => there.has(version))) ?? (0,catalog_version/* highestOf */.gG)(known);
        if (newest !== undefined)
            return newest;
        throw new errors/* EtcdMigrateError */.A8('release-unobtainable', `No release of etcd ${line} is known to this catalog.`, {
            hint: 'Name the release with --release, or use a newer etcd-migrate.',
        });
    };
}

// EXTERNAL MODULE: ./lib/src/app/backups/report.js
var backups_report = __webpack_require__(91942);
// EXTERNAL MODULE: ./lib/src/app/backups/said.js
var said = __webpack_require__(76353);
// EXTERNAL MODULE: ./lib/src/app/backups/wishes.js
var backups_wishes = __webpack_require__(88511);
;// CONCATENATED MODULE: ./lib/src/app/backups/verify-backup.js
var verify_backup_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var verify_backup_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
// Owns `verify-backup`: backup files in, each proven or not.
// Must not hold any link of the proof (backup/).

























/** Proves each file, whatever comes of the others, and returns the exit code of the worst. */
async function verifyBackup(settings, surroundings, options, publishers = []) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const tools = verify_backup_addDisposableResource(env_1, (0,shell_tools/* openTools */.a)(settings, surroundings, platform_clock/* systemClock */.m), false);
        const { clock, progress } = tools;
        const directory = (0,run_directory/* runDirectory */.x)(settings.outputDir);
        const wishes = await (0,backups_wishes/* settleWishes */.Tt)(settings, surroundings, options, (0,platform_random/* createRandom */.s)(clock.wallMs() % 2 ** 31)).catch((error) => error);
        const report = await notifying(noticeOf(wishes, directory), surroundings, tools, async () => {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                await refuseRehearsal(directory);
                // An earlier pass must not stand beside whatever keeps this run from one.
                const early = (await (0,output_directory/* isOutputDirectory */.lR)(directory)) ? await lock(directory) : undefined;
                const _early = verify_backup_addDisposableResource(env_2, early, true);
                if (early !== undefined)
                    await removeEarlierProofs(directory);
                if (wishes instanceof Error)
                    throw wishes;
                const wanted = wishes;
                for (const { severity, message } of wanted.findings)
                    progress.line(`${severity}: ${message}`);
                // Before anything is begun: what the command line names wrongly is told at once.
                if (wanted.fetch === undefined && wanted.take === undefined) {
                    await (0,backups_files/* findBackupFiles */.j)(wanted.files, wanted.filesDir, wanted.choice);
                }
                const history = await (0,backup_history/* readHistory */.Lu)(wanted.history);
                await (0,output_directory/* ownOutputDirectory */.NI)(directory);
                const _lock = verify_backup_addDisposableResource(env_2, early === undefined ? await lock(directory) : undefined, true);
                await (0,dead_runs/* removeDeadRuns */.P$)(directory, progress);
                const proven = await proveAll(wanted, { settings, surroundings, tools, directory }, publishers);
                const made = surroundings.redactor.report((0,backups_report/* backupReport */.HZ)(proven.run));
                const findings = [...(made.findings ?? []), ...(await remember(wanted, made))];
                const { remembered } = wanted;
                const trend = (0,backups_report/* trendOf */.RS)([...history, ...(0,backups_report/* proofRecords */.dO)(made, remembered)], remembered);
                const report = {
                    ...made,
                    ...(findings.length === 0 ? {} : { findings }),
                    ...(trend.length === 0 ? {} : { trend }),
                };
                await (0,report_files/* writeReports */.L)(report, directory);
                await writeAttestations(report, directory);
                await Promise.all(publishers.map((publisher) => publisher.finished(report)));
                if (proven.taken !== undefined)
                    await removeOlder(proven.taken, proven.run.proven, wanted, tools);
                return report;
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_1 = verify_backup_disposeResources(env_2);
                if (result_1)
                    await result_1;
            }
        });
        (0,report_files/* sayReport */.e)(report, settings, surroundings);
        progress.line(`reports: ${directory.path}`);
        return (0,overall/* exitCodeOfVerdict */.o)(report.verdict, report.failureReason);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        verify_backup_disposeResources(env_1);
    }
}
function lock({ path }) {
    return (0,run_lock/* lockDirectory */.Z)(path, 'verify-backup');
}
/** Nobody can be called by a manifest that cannot be read. */
function noticeOf(wishes, { reportJson }) {
    if (wishes instanceof Error || wishes.notify === undefined)
        return undefined;
    return { command: wishes.notify, cwd: wishes.baseDir, reportJson };
}
async function proveAll(wanted, frame, publishers) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const { surroundings, tools, directory } = frame;
        const { clock, progress } = tools;
        const { cluster, connection, baseDir } = wanted;
        const startedAtUs = clock.monotonicUs();
        const startedAt = new Date(clock.wallMs()).toISOString();
        const taken = await takeFresh(wanted, surroundings, tools);
        const fetched = verify_backup_addDisposableResource(env_3, wanted.fetch && (await fetchBackups(wanted.fetch, directory, surroundings, tools)), true);
        const found = await (0,backups_files/* findBackupFiles */.j)(wanted.files, fetched?.directory ?? wanted.filesDir, wanted.choice);
        const files = taken === undefined ? found : [...found.filter(({ path }) => path !== taken.file.path), taken.file];
        const announcement = {
            title: `Proving ${files.length === 1 ? 'one backup' : `${files.length} backups`}`,
            ...(cluster === undefined ? {} : { cluster }),
            tree: files.map(({ shown }) => shown).join('\n'),
        };
        await Promise.all(publishers.map((publisher) => publisher.started(announcement)));
        const live = connection && (() => (0,backups_live/* lookAtLiveCluster */.Z)(connection, baseDir, surroundings));
        const test = wanted.test && ownTest(wanted.test, baseDir, directory, surroundings, tools);
        const { proofTools, obtained } = openProof({ ...frame, releases: wanted.releases });
        const proven = [];
        for (const file of files) {
            progress.group(file.shown);
            const fetchMs = file === taken?.file ? undefined : fetched?.fetchMs;
            proven.push(await prove(file, { wanted, live, test, fetchMs }, proofTools));
            progress.endGroup();
        }
        progress.now('');
        const finishedAt = new Date(clock.wallMs()).toISOString();
        const durationMs = (clock.monotonicUs() - startedAtUs) / 1000;
        const run = {
            asked: (0,backups_wishes/* askedOf */.iN)(wanted),
            proven,
            findings: wanted.findings,
            releases: obtained,
            startedAt,
            finishedAt,
            durationMs,
        };
        return { run: { ...run, ...(cluster === undefined ? {} : { cluster }) }, taken };
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_2 = verify_backup_disposeResources(env_3);
        if (result_2)
            await result_2;
    }
}
/** A proof that could not be remembered is still one; that later runs will miss it is said. */
async function remember({ history, remembered }, report) {
    try {
        await (0,backup_history/* addToHistory */.Pc)(history, (0,backups_report/* proofRecords */.dO)(report, remembered));
        return [];
    }
    catch (error) {
        if (!(error instanceof errors/* EtcdMigrateError */.A8) || error.kind === 'bug')
            throw error;
        const message = `This run could not be added to the history of proofs: ${error.message}`;
        return [{ id: 'rule/backup-history-not-kept', severity: 'warning', message, where: { file: history } }];
    }
}
/** The record of a rehearsal must not be removed by the proof of a backup, nor stand beside another mode's report. */
async function refuseRehearsal(directory) {
    if ((await (0,dead_runs/* resumableRun */.sL)(directory)) === undefined)
        return;
    throw new errors/* EtcdMigrateError */.A8('usage', `${directory.path} holds a rehearsal that was interrupted and can be resumed; nothing in it was changed.`, { hint: 'Name another directory with --output.' });
}
/** Were this run killed, an old proof would stand beside the new file. */
async function removeEarlierProofs({ reportJson, reportMarkdown, reportHtml, junit, attestations, }) {
    for (const path of [reportJson, reportMarkdown, reportHtml, junit, attestations]) {
        try {
            await (0,promises_.rm)(path, { force: true, recursive: path === attestations });
        }
        catch (error) {
            throw (0,files/* pathError */.g$)(error, 'Removing', path);
        }
    }
}
async function prove(file, { wanted, live, test, fetchMs }, tools) {
    const { shown, path } = file;
    const links = [];
    const ended = (link) => {
        links.push(link);
        tools.ended(link);
    };
    const { voters, release, policy, otherReleases, clusterId } = wanted;
    try {
        const request = {
            ...{ path, voters, policy, otherReleases, expect: { keys: wanted.expect, test }, fetchMs },
            ...(release === undefined ? {} : { release }),
            ...(live === undefined ? {} : { live }),
            ...(clusterId === undefined ? {} : { clusterId }),
            ...(await (0,said/* saidOf */.J)(path, wanted)),
        };
        return { shown, proof: await proveBackup(request, { ...tools, ended }) };
    }
    catch (error) {
        tools.signal?.throwIfAborted();
        // A bug stays one; what this machine or a file refuses leaves the other backups their chance.
        if (!(error instanceof errors/* EtcdMigrateError */.A8) || error.kind === 'bug' || error.kind === 'interrupted')
            throw error;
        // Of a file that is another one now, nothing is.
        return { shown, proof: error, links: error.code === 'backup-changed' ? [] : links };
    }
}
async function writeAttestations({ backups = [] }, { attestations }) {
    for (const { attestation } of backups) {
        if (attestation === null)
            continue;
        await (0,files/* writeFileAtomic */.Zf)((0,external_node_path_.join)(attestations, `${attestation.sha256}.json`), `${JSON.stringify(attestation, null, 2)}\n`);
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


/***/ })

};
