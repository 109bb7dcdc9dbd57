export const id = 646;
export const ids = [646];
export const modules = {

/***/ 25500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ damageIn),
/* harmony export */   q: () => (/* binding */ damaged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns the one error for a file that is not a whole bbolt database.

function damaged(how) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('etcd-refused', `The database snapshot cannot be read: ${how}.`, {
        details: { class: 'corrupt', how },
    });
}
/** What is damaged, in a few words; undefined for any other error. */
function damageIn(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8) || error.details['class'] !== 'corrupt')
        return undefined;
    return String(error.details['how'] ?? error.message);
}


/***/ }),

/***/ 14426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ lengthOf),
  q: () => (/* binding */ openDatabase)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/src/etcd/bbolt/damaged.js
var damaged = __webpack_require__(25500);
;// CONCATENATED MODULE: ./lib/src/etcd/bbolt/meta.js
// Owns bbolt's two meta pages: which are whole, and which is the newest.
// Must not know pages of any other kind.


// Layout: go.etcd.io/bbolt internal/common (page.go, meta.go); the same since 2013. Little endian.
const MAGIC = 0xed0cdaed;
const VERSION = 2;
const FLAG_META = 0x04;
const META_BYTES = 64;
const NO_FREELIST = 0xffffffffffffffffn;
const pageHeaderBytes = 16;
/** Throws `etcd-refused` of class `corrupt` when neither meta page is whole. `size` in bytes. */
function readMetas(fd, size) {
    const first = metaAt(fd, 0, size);
    // The second meta page starts at the page size, which a broken first page cannot tell: try every power of two.
    const sizes = first ? [first.pageSize] : Array.from({ length: 8 }, (_, power) => 512 << power);
    const second = sizes
        .map((pageSize) => ({ pageSize, meta: metaAt(fd, pageSize, size) }))
        .find(({ meta, pageSize }) => meta?.pageSize === pageSize)?.meta;
    const [newest] = [first, second]
        .filter((meta) => meta !== undefined && meta !== null)
        .sort((a, b) => (a.transaction < b.transaction ? 1 : -1));
    if (newest === undefined)
        throw (0,damaged/* damaged */.q)('no valid meta page; is it a bbolt file at all?');
    return { newest, damagedPages: [first, second].flatMap((meta, page) => (meta ? [] : [page])) };
}
function metaAt(fd, position, size) {
    const length = pageHeaderBytes + META_BYTES;
    if (position + length > size)
        return null;
    const page = Buffer.alloc(length);
    if ((0,external_node_fs_.readSync)(fd, page, 0, length, position) !== length)
        return null;
    return parseMeta(page);
}
function parseMeta(page) {
    if ((page.readUInt16LE(8) & FLAG_META) === 0)
        return null;
    const meta = page.subarray(pageHeaderBytes);
    if (meta.readUInt32LE(0) !== MAGIC || meta.readUInt32LE(4) !== VERSION)
        return null;
    if (meta.readBigUInt64LE(56) !== fnv64a(meta.subarray(0, 56)))
        return null;
    const pageSize = meta.readUInt32LE(8);
    if (pageSize < 512 || pageSize > 0x10000 || (pageSize & (pageSize - 1)) !== 0)
        return null;
    const freelist = meta.readBigUInt64LE(32);
    return {
        pageSize,
        root: meta.readBigUInt64LE(16),
        freelist: freelist === NO_FREELIST ? null : freelist,
        highWater: meta.readBigUInt64LE(40),
        transaction: meta.readBigUInt64LE(48),
    };
}
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK_64 = 0xffffffffffffffffn;
/** FNV-1a, 64 bits: bbolt's checksum of a meta page. */
function fnv64a(bytes) {
    let hash = FNV_OFFSET;
    for (const byte of bytes)
        hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK_64;
    return hash;
}

;// CONCATENATED MODULE: ./lib/src/etcd/bbolt/pages.js
// Owns reading one page with its overflow and the elements on it; every offset is checked.
// Must not know how pages hang together (tree.ts).



// Layout: go.etcd.io/bbolt internal/common (page.go); the same since 2013. Little endian.
const FLAG_BRANCH = 0x01;
const FLAG_LEAF = 0x02;
const FLAG_FREELIST = 0x10;
const ELEMENT_BYTES = 16;
const LEAF_IS_BUCKET = 0x01;
/** A count of 65535 says that the real one stands in the first eight bytes of the list. */
const COUNT_ELSEWHERE = 0xffff;
/** Reads pages of one file, and remembers which it has read: no page hangs in the tree twice. */
class PageReader {
    #fd;
    #size;
    #meta;
    #seen;
    constructor(fd, size, meta) {
        this.#fd = fd;
        this.#size = size;
        this.#meta = meta;
        this.#seen = new Uint8Array(Math.ceil(Number(meta.highWater) / 8));
    }
    hasSeen(id) {
        return ((this.#seen[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
    }
    /** Into `buffer` where that is large enough; the answer holds until the next page is read into it. */
    tree(id, buffer) {
        return parsePage(id, this.#raw(id, buffer));
    }
    /** Numbers of the free pages, where a list of them is stored. */
    freelist() {
        const { freelist } = this.#meta;
        if (freelist === null)
            return null;
        const page = this.#raw(freelist, Buffer.alloc(this.#meta.pageSize));
        if (page.readUInt16LE(8) !== FLAG_FREELIST)
            throw (0,damaged/* damaged */.q)(`page ${freelist} is not the list of free pages`);
        const short = page.readUInt16LE(10);
        const long = short === COUNT_ELSEWHERE;
        const from = pageHeaderBytes + (long ? 8 : 0);
        if (from > page.length)
            throw (0,damaged/* damaged */.q)(`the list of free pages has no room for its length`);
        const count = long ? Number(page.readBigUInt64LE(pageHeaderBytes)) : short;
        if (from + count * 8 > page.length)
            throw (0,damaged/* damaged */.q)(`the list of free pages claims ${count} pages`);
        return Array.from({ length: count }, (_, index) => page.readBigUInt64LE(from + index * 8));
    }
    #raw(id, buffer) {
        const { pageSize, highWater } = this.#meta;
        if (id < 2n || id >= highWater)
            throw (0,damaged/* damaged */.q)(`page ${id} is outside the database of ${highWater} pages`);
        const first = this.#bytes(id, pageSize, buffer);
        if (first.readBigUInt64LE(0) !== id)
            throw (0,damaged/* damaged */.q)(`page ${id} calls itself page ${first.readBigUInt64LE(0)}`);
        const overflow = first.readUInt32LE(12);
        if (id + BigInt(overflow) >= highWater)
            throw (0,damaged/* damaged */.q)(`page ${id} has no end`);
        for (let page = Number(id); page <= Number(id) + overflow; page++) {
            if (this.hasSeen(page))
                throw (0,damaged/* damaged */.q)(`page ${page} hangs in the tree twice`);
            this.#seen[page >> 3] |= 1 << (page & 7);
        }
        return overflow === 0 ? first : this.#bytes(id, (overflow + 1) * pageSize, buffer);
    }
    #bytes(id, length, buffer) {
        const position = Number(id) * this.#meta.pageSize;
        if (position + length > this.#size)
            throw (0,damaged/* damaged */.q)(`page ${id} is behind the end of the file of ${this.#size} bytes`);
        const target = length <= buffer.length ? buffer.subarray(0, length) : Buffer.allocUnsafe(length);
        if ((0,external_node_fs_.readSync)(this.#fd, target, 0, length, position) !== length) {
            throw (0,damaged/* damaged */.q)(`the file ends within ${length} bytes at ${position}`);
        }
        return target;
    }
}
function parsePage(id, bytes) {
    if (bytes.length < pageHeaderBytes)
        throw (0,damaged/* damaged */.q)(`a page has only ${bytes.length} bytes`);
    const flags = bytes.readUInt16LE(8);
    const count = bytes.readUInt16LE(10);
    if (flags !== FLAG_BRANCH && flags !== FLAG_LEAF) {
        throw (0,damaged/* damaged */.q)(`page ${id} is of kind ${flags} where the tree goes on`);
    }
    if (pageHeaderBytes + count * ELEMENT_BYTES > bytes.length)
        throw (0,damaged/* damaged */.q)(`page ${id} claims ${count} elements`);
    return { id, bytes, kind: flags === FLAG_BRANCH ? 'branch' : 'leaf', count };
}
function branchAt({ bytes, id }, index) {
    const at = pageHeaderBytes + index * ELEMENT_BYTES;
    const from = at + bytes.readUInt32LE(at);
    const to = from + bytes.readUInt32LE(at + 4);
    if (to > bytes.length)
        throw (0,damaged/* damaged */.q)(`element ${index} of page ${id} ends behind its page`);
    return { key: bytes.subarray(from, to), child: bytes.readBigUInt64LE(at + 8) };
}
function leafAt({ bytes, id }, index) {
    const at = pageHeaderBytes + index * ELEMENT_BYTES;
    const from = at + bytes.readUInt32LE(at + 4);
    const middle = from + bytes.readUInt32LE(at + 8);
    const to = middle + bytes.readUInt32LE(at + 12);
    if (to > bytes.length)
        throw (0,damaged/* damaged */.q)(`element ${index} of page ${id} ends behind its page`);
    return {
        key: bytes.subarray(from, middle),
        value: bytes.subarray(middle, to),
        isBucket: (bytes.readUInt32LE(at) & LEAF_IS_BUCKET) !== 0,
    };
}

;// CONCATENATED MODULE: ./lib/src/etcd/bbolt/database.js
// Owns reading a bbolt database file: its buckets, the entries of each, and whether all of it hangs together.
// Must not know etcd's buckets. A damaged or foreign file gives an error, never a wrong answer. Read-only.




/** The file stays the caller's: open for reading as long as the database is read, and closed by whoever opened it. */
function openDatabase(fd) {
    const sizeBytes = (0,external_node_fs_.fstatSync)(fd).size;
    const { newest: meta, damagedPages } = readMetas(fd, sizeBytes);
    if (Number(meta.highWater) * meta.pageSize > sizeBytes) {
        throw (0,damaged/* damaged */.q)(`${meta.highWater} pages of ${meta.pageSize} bytes do not fit into its ${sizeBytes} bytes`);
    }
    const pages = new PageReader(fd, sizeBytes, meta);
    const roots = new Map();
    const top = pages.tree(meta.root, Buffer.alloc(meta.pageSize));
    for (const { key, value, isBucket } of leaves(top, pages, meta)) {
        const name = key.toString('latin1');
        if (!isBucket)
            throw (0,damaged/* damaged */.q)(`"${name}" stands beside the buckets`);
        if (value.length < 16)
            throw (0,damaged/* damaged */.q)(`bucket ${name} has a header of ${value.length} bytes`);
        roots.set(name, Buffer.from(value));
    }
    return {
        meta,
        sizeBytes,
        damagedMetas: damagedPages,
        buckets: [...roots.keys()],
        *entries(bucket) {
            const header = roots.get(bucket);
            if (header === undefined)
                return;
            const root = header.readBigUInt64LE(0);
            // Root 0: the bucket is so small that its only page stands inline, right behind the header.
            const page = root === 0n ? parsePage(0n, header.subarray(16)) : pages.tree(root, Buffer.alloc(meta.pageSize));
            for (const { key, value, isBucket } of leaves(page, pages, meta)) {
                if (isBucket)
                    throw (0,damaged/* damaged */.q)(`bucket ${bucket} holds another bucket`);
                yield { key, value };
            }
        },
        requireEveryPage: () => requireEveryPage(pages, meta),
    };
}
/** Depth first, in order of keys; each page's keys ascend and keep to what its parent says. */
function* leaves(root, pages, meta) {
    const way = [];
    /** One for each depth: what lies above stays readable while pages below come and go. */
    const buffers = [];
    const enter = (page, lower, upper) => {
        requireOrder(page, lower, upper);
        if (page.kind === 'branch' && page.count === 0)
            throw (0,damaged/* damaged */.q)(`page ${page.id} leads nowhere`);
        way.push({ page, upper, index: 0 });
    };
    enter(root, undefined, undefined);
    for (let frame = way.at(-1); frame !== undefined; frame = way.at(-1)) {
        const { page, upper, index } = frame;
        if (index === page.count) {
            way.pop();
            continue;
        }
        frame.index++;
        if (page.kind === 'leaf') {
            yield leafAt(page, index);
            continue;
        }
        const { key, child } = branchAt(page, index);
        const next = index + 1 < page.count ? branchAt(page, index + 1).key : upper;
        const depth = way.length;
        buffers[depth] ??= Buffer.alloc(meta.pageSize);
        enter(pages.tree(child, buffers[depth]), key, next);
    }
}
function requireOrder(page, lower, upper) {
    const keyAt = (index) => (page.kind === 'leaf' ? leafAt(page, index) : branchAt(page, index)).key;
    let before;
    for (let index = 0; index < page.count; index++) {
        const key = keyAt(index);
        if (before === undefined) {
            if (lower !== undefined && Buffer.compare(lower, key) > 0) {
                throw (0,damaged/* damaged */.q)(`page ${page.id} begins before its place in the tree`);
            }
        }
        else if (Buffer.compare(before, key) >= 0)
            throw (0,damaged/* damaged */.q)(`the keys of page ${page.id} do not ascend`);
        before = key;
    }
    if (before !== undefined && upper !== undefined && Buffer.compare(before, upper) >= 0) {
        throw (0,damaged/* damaged */.q)(`page ${page.id} ends behind its place in the tree`);
    }
}
function requireEveryPage(pages, meta) {
    const free = pages.freelist();
    // Without a list every page outside the tree is free, whatever is on it.
    if (free === null)
        return;
    const isFree = new Set(free.map(Number));
    if (isFree.size !== free.length)
        throw (0,damaged/* damaged */.q)('a page is free twice');
    for (let id = 2; id < Number(meta.highWater); id++) {
        const inTree = pages.hasSeen(id);
        if (inTree === isFree.has(id))
            throw (0,damaged/* damaged */.q)(`page ${id} is ${inTree ? 'in use and free' : 'neither in use nor free'}`);
    }
}
/** Bytes that the database takes by its own account: what a snapshot of it has, before its hash. */
function lengthOf({ highWater, pageSize }) {
    return Number(highWater) * pageSize;
}


/***/ }),

/***/ 49626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   VS: () => (/* binding */ classifyEtcdError),
/* harmony export */   oy: () => (/* binding */ answerTo),
/* harmony export */   zO: () => (/* binding */ etcdCallError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns the table from gRPC and etcd errors to the few classes that callers branch on, and to our own errors.
// Must not decide whether a call is repeated: the gate or step that calls does.

/** Words of etcd (api/v3rpc/rpctypes/error.go, equal from 3.3 to 3.7), more telling than the gRPC code they ride on. */
const byMessage = [
    [/invalid auth token|revision of auth store is old/, 'token-expired'],
    [/authentication is not enabled/, 'auth-disabled'],
    [/authentication failed|permission denied|user name is empty|invalid auth management/, 'denied'],
    [/required revision has been compacted/, 'compacted'],
    [/required revision is a future revision/, 'future-revision'],
    [/database space exceeded/, 'no-space'],
    [/corrupt cluster|data inconsistency/, 'corrupt'],
    [/etcdserver: leader changed/, 'leader-changed'],
    [/etcdserver: no leader/, 'no-leader'],
    [/etcdserver: not leader/, 'not-leader'],
    [/etcdserver: not capable/, 'not-capable'],
    [/etcdserver: too many requests/, 'overloaded'],
    [/etcdserver: request timed out|timed out, waiting for the applied index/, 'timeout'],
    [/requested lease not found|(user|role) name not found|member not found/, 'not-found'],
    [/(user|role) name already exists|lease already exists/, 'already-exists'],
    // grpc-js reports a handshake that fails as a dropped connection; these words are OpenSSL's and Node's.
    [/self-signed certificate|unable to verify|certificate has expired|Hostname\/IP does not match|ERR_TLS/, 'denied'],
    [/bad certificate|certificate required|unknown ca|handshake failure/i, 'denied'],
    [/server stopped|connect ECONN|ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Connection dropped/, 'unreachable'],
];
/** grpc status codes, https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const byCode = {
    1: 'cancelled',
    4: 'timeout',
    5: 'not-found',
    6: 'already-exists',
    7: 'denied',
    8: 'overloaded',
    12: 'not-implemented',
    14: 'unreachable',
    16: 'denied',
};
/** Class of an error that grpc-js or etcd3 threw. The message decides before the code does. */
function classifyEtcdError(error) {
    const message = wordsOf(error);
    for (const [pattern, found] of byMessage)
        if (pattern.test(message))
            return found;
    // etcd3 drops the numeric code but keeps it in front of the message: "14 UNAVAILABLE: …".
    const code = error.code ?? Number(/(?:^|: )(\d{1,2}) [A-Z_]+: /.exec(message)?.[1]);
    return (typeof code === 'number' ? byCode[code] : undefined) ?? 'refused';
}
/** Failure code of each class: silence is `member-lost`, wrong credentials are the user's, the rest is etcd's "no". */
const failureCodes = {
    unreachable: 'member-lost',
    timeout: 'member-lost',
    cancelled: 'member-lost',
    'no-leader': 'member-lost',
    'leader-changed': 'member-lost',
    overloaded: 'member-lost',
    denied: 'connection-failed',
    'token-expired': 'connection-failed',
    'auth-disabled': 'connection-failed',
};
/** Our error for a call that failed: `what` names the call and the member ("Status of m2 at http://…"). */
function etcdCallError(what, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8)
        return error;
    const found = classifyEtcdError(error);
    const words = wordsOf(error);
    const hint = hints[found];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8(failureCodes[found] ?? 'etcd-refused', `${what}: ${words}`, {
        cause: error,
        details: { class: found },
        ...(hint === undefined ? {} : { hint }),
    });
}
/** A member's own "no" to a question. */
class Refusal {
    words;
    class;
    constructor(words, found) {
        this.words = words;
        this.class = found;
    }
}
/**
 * What a member answers, or its "no": that is an answer too, where the question is what it holds. Throws where nobody
 * answered.
 */
async function answerTo(question) {
    try {
        return await question;
    }
    catch (error) {
        const found = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8 ? error.details['class'] : undefined;
        const { message } = error;
        if (found === undefined || failureCodes[found] === failureCodes.unreachable)
            throw error;
        // Of a broken stream nobody knows more; etcd's own words say who speaks.
        if (found === 'refused' && !message.includes('etcdserver:'))
            throw error;
        return new Refusal(message, found);
    }
}
const hints = {
    'auth-disabled': 'A user is configured but the cluster has authentication turned off: remove the user, or turn authentication on.',
};
/** One line. grpc-js ends its words with an empty "Resolution note". */
function wordsOf(error) {
    const { details, message } = error;
    const words = typeof details === 'string' && details !== '' ? details : message;
    return (typeof words === 'string' ? words : String(error))
        .replace(/ *Resolution note: *$/, '')
        .replace(/\s+/g, ' ')
        .trim();
}


/***/ }),

/***/ 35918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ PROBE_KEY),
/* harmony export */   LA: () => (/* binding */ readMemberList),
/* harmony export */   Md: () => (/* binding */ readHashKv),
/* harmony export */   TZ: () => (/* binding */ readDowngradeEnabled),
/* harmony export */   f1: () => (/* binding */ readProbe),
/* harmony export */   mI: () => (/* binding */ readClusterId),
/* harmony export */   q2: () => (/* binding */ readVersions),
/* harmony export */   rk: () => (/* binding */ readStatus),
/* harmony export */   tv: () => (/* binding */ readAlarms)
/* harmony export */ });
/* unused harmony export READ_DEADLINE_MS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49626);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98673);



/** Promise of ClusterView: longer silence is `member-lost`. */
const READ_DEADLINE_MS = 5_000;
/** The one key that the engine itself reads and writes. */
const PROBE_KEY = 'etcd-migrate/probe';
/** Maintenance.Status. Releases before 3.4 send no applied index: there it equals the committed one. */
async function readStatus(client, member, signal) {
    const answer = await call(client, member, 'Status', 'Maintenance', 'status', {}, signal);
    const raftIndex = BigInt(answer.raftIndex);
    const applied = BigInt(answer.raftAppliedIndex);
    return {
        memberId: BigInt(answer.header.member_id),
        version: answer.version,
        leaderId: BigInt(answer.leader),
        raftTerm: BigInt(answer.raftTerm),
        raftIndex,
        raftAppliedIndex: applied === 0n ? raftIndex : applied,
        revision: BigInt(answer.header.revision),
        databaseBytes: Number(answer.dbSize),
        isLearner: answer.isLearner,
        errors: answer.errors,
    };
}
/** Hexadecimal, as etcd prints it. */
async function readClusterId(client, member, signal) {
    const { header } = await call(client, member, 'Status', 'Maintenance', 'status', {}, signal);
    return BigInt.asUintN(64, BigInt(header.cluster_id)).toString(16);
}
/** Cluster.MemberList as this member knows it; linearizable from 3.5 on (the field is unknown before). */
async function readMemberList(client, via, signal) {
    const answer = await call(client, via, 'MemberList', 'Cluster', 'memberList', { linearizable: true }, signal);
    return answer.members.map((listed) => ({
        id: BigInt(listed.ID),
        name: listed.name,
        peerUrls: listed.peerURLs,
        isLearner: listed.isLearner,
    }));
}
async function readAlarms(client, via, signal) {
    const answer = await call(client, via, 'Alarm list', 'Maintenance', 'alarm', { action: 'GET' }, signal);
    return answer.alarms.map(({ memberID, alarm }) => ({ memberId: BigInt(memberID), alarm: alarm.toUpperCase() }));
}
/**
 * Maintenance.HashKV at one revision; `compactRevision` is 0n where nothing was compacted before it.
 * The raw method, because etcd3's wrapper calls a name that does not exist.
 */
async function readHashKv(client, member, revision, signal) {
    if (revision < 1n) {
        // 0 would mean "your own latest": members under load would then be compared at different revisions.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('internal-error', `HashKV needs a pinned revision, not ${revision}.`);
    }
    const answer = await call(client, member, `HashKV at revision ${revision}`, 'Maintenance', 'hashKv', { revision: revision.toString() }, signal);
    // -1 while nothing was compacted.
    const compactRevision = BigInt(answer.compact_revision);
    return { hash: answer.hash, compactRevision: compactRevision < 0n ? 0n : compactRevision };
}
/** A range over the probe key: it proves the path, whether or not the key exists. */
async function readProbe(client, member, mode, signal) {
    const answer = await call(client, member, `A ${mode} read`, 'KV', 'range', { key: Buffer.from(PROBE_KEY), serializable: mode === 'serializable' }, signal);
    return { revision: BigInt(answer.header.revision) };
}
/** GET /version on the client URL. `storage` is there from 3.6 on. */
async function readVersions(member, credentials, signal) {
    const { status, body } = await (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .getFromMember */ .D)(member.clientUrl, '/version', credentials, READ_DEADLINE_MS, signal);
    const parsed = status === 200 ? parseObject(body) : null;
    const { etcdserver, etcdcluster, storage } = parsed ?? {};
    if (typeof etcdserver !== 'string' || typeof etcdcluster !== 'string') {
        throw unexpected(`GET /version of ${member.name} at ${member.clientUrl}`, status, body);
    }
    return {
        server: etcdserver,
        cluster: etcdcluster,
        ...(typeof storage === 'string' && storage !== '' ? { storage } : {}),
    };
}
/** GET peer /downgrade/enabled: true or false from 3.5 on, null (404) before. */
async function readDowngradeEnabled(member, credentials, signal) {
    const { status, body } = await (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .getFromMember */ .D)(member.peerUrl, '/downgrade/enabled', credentials, READ_DEADLINE_MS, signal);
    if (status === 404)
        return null;
    const word = body.trim();
    if (status === 200 && (word === 'true' || word === 'false'))
        return word === 'true';
    throw unexpected(`GET /downgrade/enabled of ${member.name} at ${member.peerUrl}`, status, body);
}
async function call(client, member, name, service, method, request, signal) {
    try {
        return await client.unary(service, method, request, { deadlineMs: READ_DEADLINE_MS, signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .etcdCallError */ .zO)(`${name} of ${member.name} at ${member.clientUrl}`, error);
    }
}
function parseObject(body) {
    try {
        const parsed = JSON.parse(body);
        return typeof parsed === 'object' && parsed !== null ? parsed : null;
    }
    catch {
        return null;
    }
}
function unexpected(what, status, body) {
    const words = body.replace(/\s+/g, ' ').trim().slice(0, 200);
    // 5xx: the member lives but cannot answer now (no leader, shutting down), which is the same as silence.
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8(status >= 500 ? 'member-lost' : 'etcd-refused', `${what}: HTTP ${status} "${words}"`, {
        details: { status },
    });
}


/***/ }),

/***/ 98673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ getFromMember)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49626);
// Owns the two plain HTTP reads of a member that gRPC does not offer: /version and peer /downgrade/enabled.
// Must not read anything else: GET /health writes to the raft log of members below 3.6 and later kills 3.6 (K19, K22).




const BODY_LIMIT_BYTES = 64 * 1024;
/** One GET on a new connection. Throws `member-lost` without an answer within `deadlineMs`, the reason on abort. */
async function getFromMember(base, path, credentials, deadlineMs, signal) {
    const url = new URL(path, base);
    const what = `GET ${url.href}`;
    signal?.throwIfAborted();
    const timeout = new AbortController();
    const timer = setTimeout(() => {
        timeout.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('member-lost', `${what}: no answer within ${deadlineMs / 1000} s.`));
    }, deadlineMs);
    const both = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
    try {
        return await new Promise((resolve, reject) => {
            const send = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
            const request = send(url, { agent: false, signal: both, ...tlsOptions(url, credentials) }, (response) => {
                const chunks = [];
                let bytes = 0;
                response.on('data', (chunk) => {
                    bytes += chunk.length;
                    if (bytes > BODY_LIMIT_BYTES)
                        response.destroy(new Error(`the answer is longer than ${BODY_LIMIT_BYTES} bytes`));
                    else
                        chunks.push(chunk);
                });
                response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
                response.on('error', reject);
            });
            request.on('error', reject);
            request.end();
        });
    }
    catch (error) {
        both.throwIfAborted();
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .etcdCallError */ .zO)(what, error);
    }
    finally {
        clearTimeout(timer);
    }
}
function tlsOptions(url, { tls }) {
    if (tls === undefined || url.protocol !== 'https:')
        return {};
    return {
        ca: tls.caPem,
        ...(tls.certPem === undefined ? {} : { cert: tls.certPem }),
        ...(tls.keyPem === undefined ? {} : { key: tls.keyPem }),
        // Without one, Node verifies the certificate against the host of the URL.
        ...(tls.serverName === undefined ? {} : { servername: tls.serverName }),
    };
}


/***/ }),

/***/ 10646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ createMemberAccess)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/etcd/errors.js
var etcd_errors = __webpack_require__(49626);
// EXTERNAL MODULE: ./lib/src/etcd/facts.js
var facts = __webpack_require__(35918);
;// CONCATENATED MODULE: ./lib/src/etcd/control.js



const WRITE_DEADLINE_MS = 7_000;
/** etcd waits up to an election time-out per try for the new leader. */
const MOVE_DEADLINE_MS = 10_000;
/** Grant + revoke pairs in flight; 128 made 10,400 entries in 8.8 s (rulebook K21) and is far below etcd's own limit. */
const CHURN_CONCURRENCY = 128;
/** A lease that is granted but not revoked (we died in between) goes away by itself after this. */
const CHURN_TTL_SECONDS = 60;
/** Sent to the leader, the only member that accepts it. Returns once the target leads or etcd gave up. */
async function moveLeader(client, leader, to, signal) {
    try {
        await client.unary('Maintenance', 'moveLeader', { targetID: to.id.toString() }, { deadlineMs: MOVE_DEADLINE_MS, signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,etcd_errors/* etcdCallError */.zO)(`MoveLeader of ${leader.name} at ${leader.clientUrl} to member ${to.id.toString(16)}`, error);
    }
}
/** Writes the member's name under the probe key. Returns the revision of that write. */
async function writeProbe(client, member, signal) {
    try {
        const answer = await client.unary('KV', 'put', { key: Buffer.from(facts/* PROBE_KEY */.B8), value: Buffer.from(member.name) }, { deadlineMs: WRITE_DEADLINE_MS, signal });
        return { revision: BigInt(answer.header.revision) };
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,etcd_errors/* etcdCallError */.zO)(`The probe write through ${member.name} at ${member.clientUrl}`, error);
    }
}
/**
 * At least `entries` raft entries, two per pair. Stops at the first call that fails and says how far it came; whoever
 * resumes looks at the raft snapshots and asks for what is still missing.
 */
async function churnLeases(client, member, entries, signal) {
    const pairs = Math.ceil(entries / 2);
    let begun = 0;
    let done = 0;
    const failures = [];
    const options = { deadlineMs: WRITE_DEADLINE_MS, signal };
    const work = async () => {
        while (begun < pairs && failures.length === 0) {
            begun++;
            try {
                const lease = await client.unary('Lease', 'leaseGrant', { TTL: String(CHURN_TTL_SECONDS), ID: '0' }, options);
                await client.unary('Lease', 'leaseRevoke', { ID: lease.ID }, options);
                done++;
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(CHURN_CONCURRENCY, pairs) }, work));
    signal?.throwIfAborted();
    if (failures.length > 0) {
        const cause = (0,etcd_errors/* etcdCallError */.zO)(`Lease grant and revoke through ${member.name} at ${member.clientUrl}`, failures[0]);
        throw new errors/* EtcdMigrateError */.A8(cause.code, `${cause.message} (after ${done * 2} of ${entries} raft entries)`, {
            cause,
            hint: cause.hint,
            details: { ...cause.details, entriesDone: done * 2 },
        });
    }
}

// EXTERNAL MODULE: ./lib/src/etcd/member-client.js
var member_client = __webpack_require__(75135);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/etcd/bbolt/database.js + 2 modules
var bbolt_database = __webpack_require__(14426);
;// CONCATENATED MODULE: ./lib/src/etcd/stored-members.js
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
// Owns reading one member's v3 buckets of members: stream a snapshot to a temporary file, check it, read the buckets.
// Must not compare it with anything: that is a gate's work (K6, K7, K29).








const SNAPSHOT_DEADLINE_MS = 60_000;
const SHA256_BYTES = 32;
/** Each sorted by id. An empty bucket is an empty list; a database without a bucket throws `etcd-refused`. */
async function readStoredMembers(client, member, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const what = `The stored members of ${member.name} at ${member.clientUrl}`;
        const file = __addDisposableResource(env_1, await openNameless(), true);
        await downloadSnapshot(client, what, file, signal);
        const database = (0,bbolt_database/* openDatabase */.q)(file.fd);
        const read = (bucket, parse) => {
            if (!database.buckets.includes(bucket)) {
                throw new errors/* EtcdMigrateError */.A8('etcd-refused', `${what}: its database has no bucket ${bucket}.`);
            }
            return Array.from(database.entries(bucket), ({ key, value }) => parse(key, value));
        };
        return {
            members: read('members', (key, value) => parseStoredMember(what, key, value)),
            removedIds: read('members_removed', (key) => parseId(what, key)),
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
 * A temporary file without a name, which POSIX keeps as long as it is open: whatever kills us, no copy of the database,
 * which holds users' secrets, is left behind.
 */
async function openNameless() {
    const path = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `etcd-migrate-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}.db`);
    let file;
    try {
        file = await (0,promises_.open)(path, 'wx+', 0o600);
        await (0,promises_.unlink)(path);
        return file;
    }
    catch (error) {
        await file?.close();
        throw (0,files/* fileError */.zS)(error, 'Writing', path);
    }
}
/** The stream ends with the SHA-256 of all that came before: without it the snapshot is cut off. */
async function downloadSnapshot(client, what, file, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let tail = Buffer.alloc(0);
    let bytes = 0;
    try {
        const messages = client.stream('Maintenance', 'snapshot', {}, { deadlineMs: SNAPSHOT_DEADLINE_MS, signal });
        for await (const { blob } of messages) {
            await file.write(blob);
            bytes += blob.length;
            const seen = Buffer.concat([tail, blob]);
            const hashed = Math.max(0, seen.length - SHA256_BYTES);
            hash.update(seen.subarray(0, hashed));
            tail = seen.subarray(hashed);
        }
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,etcd_errors/* etcdCallError */.zO)(what, (0,files/* fileError */.zS)(error, 'Writing', 'a temporary snapshot'));
    }
    if (tail.length < SHA256_BYTES || !hash.digest().equals(tail)) {
        throw new errors/* EtcdMigrateError */.A8('member-lost', `${what}: the snapshot broke off after ${bytes} bytes.`);
    }
    await file.truncate(bytes - SHA256_BYTES);
}
/** Value: JSON; its own id is beyond 2^53, so only the key is exact. */
function parseStoredMember(what, key, value) {
    const id = parseId(what, key);
    try {
        const parsed = JSON.parse(value.toString());
        return { id, isLearner: parsed.isLearner === true };
    }
    catch {
        throw notMember(what, key); // a value that is not JSON is not etcd's
    }
}
/** Keys of both buckets are ids in hexadecimal. */
function parseId(what, key) {
    const name = key.toString('latin1');
    if (!/^[0-9a-f]{1,16}$/.test(name))
        throw notMember(what, key);
    return BigInt(`0x${name}`);
}
function notMember(what, key) {
    const name = key.toString('latin1').slice(0, 40);
    return new errors/* EtcdMigrateError */.A8('etcd-refused', `${what}: the entry "${name}" is not a member.`);
}

;// CONCATENATED MODULE: ./lib/src/etcd/member-access.js




/** Everything the engine asks of etcd itself. Dispose it to close the connections. */
function createMemberAccess(credentials) {
    const clients = new Map();
    const to = (member) => {
        let client = clients.get(member.clientUrl);
        if (client === undefined) {
            (0,member_client/* requireMemberUrl */.L)(member.clientUrl);
            client = (0,member_client/* connectMember */.R)(member.clientUrl, credentials);
            clients.set(member.clientUrl, client);
        }
        return client;
    };
    return {
        status: async (member, signal) => (0,facts/* readStatus */.rk)(to(member), member, signal),
        versions: async (member, signal) => (0,facts/* readVersions */.q2)(member, credentials, signal),
        memberList: async (via, signal) => (0,facts/* readMemberList */.LA)(to(via), via, signal),
        alarms: async (via, signal) => (0,facts/* readAlarms */.tv)(to(via), via, signal),
        hashKv: async (member, revision, signal) => (0,facts/* readHashKv */.Md)(to(member), member, revision, signal),
        read: async (member, mode, signal) => (0,facts/* readProbe */.f1)(to(member), member, mode, signal),
        downgradeEnabled: async (member, signal) => (0,facts/* readDowngradeEnabled */.TZ)(member, credentials, signal),
        storedMembers: async (member, signal) => readStoredMembers(to(member), member, signal),
        moveLeader: async (leader, target, signal) => moveLeader(to(leader), leader, target, signal),
        probeWrite: async (member, signal) => writeProbe(to(member), member, signal),
        churnLeases: async (member, entries, signal) => churnLeases(to(member), member, entries, signal),
        [Symbol.asyncDispose]: async () => {
            for (const client of clients.values())
                client.close();
            clients.clear();
        },
    };
}


/***/ }),

/***/ 75135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requireMemberUrl),
/* harmony export */   R: () => (/* binding */ connectMember)
/* harmony export */ });
/* harmony import */ var cockatiel__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66090);
/* harmony import */ var etcd3__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24415);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35498);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49626);
// Owns the connection to one member: TLS, login, deadlines, and raw unary and streaming calls to that member alone.
// Must not know what the calls mean (facts.ts, control.ts) nor repeat an operation.





/**
 * Connects lazily. No circuit breaker and no retry (etcd3's default breaker turns a 150 ms restart into 5 s), and a
 * short reconnect back-off for the same reason. The receive limit is lifted: 4 MiB is less than one large range.
 */
function connectMember(url, credentials) {
    const { tls, user } = credentials;
    const client = new etcd3__WEBPACK_IMPORTED_MODULE_0__.Etcd3({
        hosts: url,
        faultHandling: { host: () => cockatiel__WEBPACK_IMPORTED_MODULE_4__.noop, global: cockatiel__WEBPACK_IMPORTED_MODULE_4__.noop },
        grpcOptions: {
            'grpc.max_receive_message_length': -1,
            'grpc.initial_reconnect_backoff_ms': 50,
            'grpc.min_reconnect_backoff_ms': 50,
            'grpc.max_reconnect_backoff_ms': 500,
            'grpc.use_local_subchannel_pool': 1,
            ...(tls?.serverName === undefined ? {} : { 'grpc.ssl_target_name_override': tls.serverName }),
        },
        ...(tls === undefined
            ? {}
            : {
                credentials: {
                    rootCertificate: Buffer.from(tls.caPem),
                    ...(tls.keyPem === undefined ? {} : { privateKey: Buffer.from(tls.keyPem) }),
                    ...(tls.certPem === undefined ? {} : { certChain: Buffer.from(tls.certPem) }),
                },
            }),
    });
    const pool = client.maintenance.client;
    let token = null;
    const callOnce = async (service, method, request, options, loginToken) => {
        options.signal?.throwIfAborted();
        // The error travels as a value: thrown, etcd3 would close the channel and retype the error without its code.
        const outcome = await pool.withConnection(service, ({ client: grpc, metadata }) => {
            if (loginToken !== null)
                metadata.set('token', loginToken);
            return new Promise((resolve) => {
                const call = grpc[method].call(grpc, request, metadata, { deadline: _platform_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.wallMs() + options.deadlineMs }, (error, response) => {
                    options.signal?.removeEventListener('abort', cancel);
                    resolve({ error, response });
                });
                const cancel = () => call.cancel();
                options.signal?.addEventListener('abort', cancel, { once: true });
            });
        });
        if (outcome.error === null)
            return outcome.response;
        options.signal?.throwIfAborted();
        throw outcome.error;
    };
    const login = (options) => {
        if (user === undefined)
            return null;
        if (token === null) {
            // Shared by all calls that wait for it, so no single caller's abort may end it.
            const attempt = callOnce('Auth', 'authenticate', { name: user.name, password: user.password }, { deadlineMs: options.deadlineMs }, null).then((answer) => answer.token, (error) => {
                if (token === attempt)
                    token = null;
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .etcdCallError */ .zO)(`Login of user ${user.name} at ${url}`, error);
            });
            token = attempt;
            attempt.catch(() => { });
        }
        return token;
    };
    /** A restarted member has forgotten its simple tokens, so one new login is part of the login, not a retry. */
    const withLogin = async (options, call) => {
        const used = login(options);
        try {
            return await call(await used);
        }
        catch (error) {
            if (used === null || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .classifyEtcdError */ .VS)(error) !== 'token-expired')
                throw error;
            if (token === used)
                token = null;
            return await call(await login(options));
        }
    };
    return {
        url,
        unary: (service, method, request, options) => withLogin(options, (loginToken) => callOnce(service, method, request, options, loginToken)),
        async *stream(service, method, request, options) {
            const open = (loginToken) => pool.withConnection(service, ({ client: grpc, metadata }) => {
                if (loginToken !== null)
                    metadata.set('token', loginToken);
                const deadline = _platform_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.wallMs() + options.deadlineMs;
                return grpc[method].call(grpc, request, metadata, { deadline });
            });
            options.signal?.throwIfAborted();
            // The first message proves the login; only until then may a forgotten token be renewed.
            const begin = async (loginToken) => {
                const call = await open(loginToken);
                const cancel = () => call.cancel();
                options.signal?.addEventListener('abort', cancel, { once: true });
                const messages = call[Symbol.asyncIterator]();
                try {
                    return { call, cancel, messages, first: await messages.next() };
                }
                catch (error) {
                    options.signal?.removeEventListener('abort', cancel);
                    throw error;
                }
            };
            try {
                const { call, cancel, messages, first } = await withLogin(options, begin);
                try {
                    for (let next = first; !next.done; next = await messages.next())
                        yield next.value;
                }
                finally {
                    options.signal?.removeEventListener('abort', cancel);
                    call.cancel();
                }
            }
            catch (error) {
                options.signal?.throwIfAborted();
                throw error;
            }
        },
        close: () => client.close(),
    };
}
/** Refuses what cannot be a member's URL before anything connects. */
function requireMemberUrl(url) {
    try {
        const parsed = new URL(url);
        if (parsed.protocol === 'http:' || parsed.protocol === 'https:')
            return parsed;
    }
    catch {
        // Falls through to the one message for both mistakes.
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('connection-failed', `"${url}" is not an http or https URL of an etcd member.`);
}


/***/ })

};
