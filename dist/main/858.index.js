export const id = 858;
export const ids = [858];
export const modules = {

/***/ 47400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d9: () => (/* binding */ openProvisioner),
  SM: () => (/* binding */ requireAsVerified)
});

// UNUSED EXPORTS: verifiedBinaries

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/etcd/auth.js
var auth = __webpack_require__(29435);
// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/platform/process-identity.js
var process_identity = __webpack_require__(62380);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/src/drivers/process/certificates.js
// Owns the certificates of one rehearsal: an authority, one server pair for all members, one client pair.
// Must not be used for anything that outlives the run.



const HOUR_MS = 3_600_000;
const VALID_MS = 30 * 24 * HOUR_MS;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/**
 * Writes ca.pem, server.pem and server.key (mode 0600) into the directory and returns the clients' pairs.
 *
 * @param user etcd user that the administrator's certificate stands for, where nobody knows a password
 */
async function makeCertificates(directory, clock, user) {
    // Loaded late: most runs have no TLS, and the library needs its metadata shim first.
    await __webpack_require__.e(/* import() */ 477).then(__webpack_require__.t.bind(__webpack_require__, 80477, 19));
    const x509 = await __webpack_require__.e(/* import() */ 927).then(__webpack_require__.t.bind(__webpack_require__, 8927, 19));
    x509.cryptoProvider.set(external_node_crypto_.webcrypto);
    const { subtle } = external_node_crypto_.webcrypto;
    const now = clock.wallMs();
    // An hour back: a clock that is set right during the run must not make them "not yet valid".
    const validity = { notBefore: new Date(now - HOUR_MS), notAfter: new Date(now + VALID_MS) };
    const newKeys = () => subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
    const keyPem = async (keys) => `${x509.PemConverter.encode(await subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')}\n`;
    const caKeys = await newKeys();
    const ca = await x509.X509CertificateGenerator.createSelfSigned({
        serialNumber: '01',
        name: 'O=etcd-migrate rehearsal, CN=authority',
        ...validity,
        signingAlgorithm: ALGORITHM,
        keys: caKeys,
        extensions: [
            new x509.BasicConstraintsExtension(true, 0, true),
            new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        ],
    });
    const issue = async (serialNumber, unit, commonName = '') => {
        const keys = await newKeys();
        const certificate = await x509.X509CertificateGenerator.create({
            serialNumber,
            // A common name only where it is meant: etcd takes it for a user's, and its HTTP gateway refuses such certificates.
            subject: `O=etcd-migrate rehearsal, OU=${unit}${commonName}`,
            issuer: ca.subject,
            ...validity,
            signingAlgorithm: ALGORITHM,
            publicKey: keys.publicKey,
            signingKey: caKeys.privateKey,
            extensions: [
                new x509.BasicConstraintsExtension(false, undefined, true),
                new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
                // Both uses: members are each other's clients, and the gateway is a client of its own member.
                new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']),
                new x509.SubjectAlternativeNameExtension([
                    { type: 'ip', value: '127.0.0.1' },
                    { type: 'dns', value: 'localhost' },
                ]),
            ],
        });
        return { certPem: `${certificate.toString('pem')}\n`, keyPem: await keyPem(keys) };
    };
    const server = await issue('02', 'member');
    const client = await issue('03', 'administrator', user === undefined ? '' : `, CN=${user}`);
    const caPem = `${ca.toString('pem')}\n`;
    await (0,files/* writeFileAtomic */.Zf)((0,external_node_path_.join)(directory, 'ca.pem'), caPem, 0o600);
    await (0,files/* writeFileAtomic */.Zf)((0,external_node_path_.join)(directory, 'server.pem'), server.certPem, 0o600);
    await (0,files/* writeFileAtomic */.Zf)((0,external_node_path_.join)(directory, 'server.key'), server.keyPem, 0o600);
    return {
        administrator: { caPem, ...client },
        anonymous: user === undefined ? { caPem, ...client } : { caPem, ...(await issue('04', 'client')) },
    };
}

// EXTERNAL MODULE: ./lib/src/etcd/http.js
var http = __webpack_require__(98673);
;// CONCATENATED MODULE: ./lib/src/drivers/process/etcd-command.js
// Owns how a member's process is started: argv, environment and configuration file from the user's settings, the
// deployment's overrides and the host's own names, URLs and directories. Pure.
// Must not know releases: every line from 3.3 to 3.7 takes the same base settings.

/**
 * Settings that belong to the host, not to etcd's behaviour. The user's own are dropped: in a rehearsal they would
 * point at production's directories, addresses and certificates.
 */
const hostOwned = new Set([
    'name',
    'data-dir',
    'wal-dir',
    'config-file',
    'listen-peer-urls',
    'listen-client-urls',
    'listen-client-http-urls',
    'listen-metrics-urls',
    'advertise-client-urls',
    'initial-advertise-peer-urls',
    'initial-cluster',
    'initial-cluster-state',
    'initial-cluster-token',
    'discovery',
    'discovery-endpoints',
    'discovery-token',
    'discovery-srv',
    'discovery-srv-name',
    'discovery-proxy',
    'force-new-cluster',
    'cert-file',
    'key-file',
    'client-cert-file',
    'client-key-file',
    'client-cert-auth',
    'client-crl-file',
    'client-cert-allowed-hostname',
    'trusted-ca-file',
    'auto-tls',
    'client-transport-security',
    'peer-cert-file',
    'peer-key-file',
    'peer-client-cert-file',
    'peer-client-key-file',
    'peer-client-cert-auth',
    'peer-trusted-ca-file',
    'peer-cert-allowed-cn',
    'peer-cert-allowed-hostname',
    'peer-crl-file',
    'peer-auto-tls',
    'peer-transport-security',
    // The log must come to us.
    'log-output',
    'log-outputs',
    'enable-log-rotation',
    'log-rotation-config-json',
]);
/** The user's settings that a rehearsal sets itself, as the user wrote them. */
function hostOwnedSettings(settings) {
    return [
        ...Object.keys(settings.flags).filter((flag) => hostOwned.has(flag)),
        ...Object.keys(settings.environment).filter((variable) => hostOwned.has(flagOf(variable))),
        ...Object.keys(settings.configFile ?? {}).filter((key) => hostOwned.has(key)),
    ];
}
function etcdCommand(facts) {
    const { settings, deployment } = facts;
    const flags = without(settings.flags, (flag) => hostOwned.has(flag));
    const environment = without(settings.environment, (variable) => hostOwned.has(flagOf(variable)));
    const own = baseSettings(facts);
    if (settings.configFile !== undefined) {
        const config = {
            ...without(settings.configFile, (key) => hostOwned.has(key)),
            ...own,
            ...tlsSections(facts.tlsDirectory),
        };
        for (const [key, value] of Object.entries(deployment.overrides))
            config[key] = typed(value);
        return {
            // etcd ignores the other flags then, but it still refuses those that it does not know: as in production.
            argv: [facts.binary, ...render(flags), `--config-file=${facts.configFilePath}`],
            environment,
            configFile: `${JSON.stringify(config, null, 2)}\n`,
        };
    }
    const laidOver = { ...flags };
    for (const [flag, value] of Object.entries(deployment.overrides)) {
        // The same setting as flag and as variable makes etcd ≥ 3.4 exit 1, even when they are equal (K10).
        if (variableOf(flag) in environment)
            environment[variableOf(flag)] = value;
        else
            laidOver[flag] = value;
    }
    return { argv: [facts.binary, ...render({ ...own, ...tlsFlags(facts.tlsDirectory), ...laidOver })], environment };
}
function baseSettings({ member, members, dataDirectory, clusterToken }) {
    return {
        name: member.name,
        'data-dir': dataDirectory,
        'listen-client-urls': member.clientUrl,
        'advertise-client-urls': member.clientUrl,
        'listen-peer-urls': member.peerUrl,
        'initial-advertise-peer-urls': member.peerUrl,
        'initial-cluster': members.map(({ name, peerUrl }) => `${name}=${peerUrl}`).join(','),
        'initial-cluster-token': clusterToken,
        // Looked at only while the data directory is empty.
        'initial-cluster-state': 'new',
    };
}
function tlsFlags(directory) {
    if (directory === undefined)
        return {};
    const files = {
        cert: (0,external_node_path_.join)(directory, 'server.pem'),
        key: (0,external_node_path_.join)(directory, 'server.key'),
        ca: (0,external_node_path_.join)(directory, 'ca.pem'),
    };
    return {
        'cert-file': files.cert,
        'key-file': files.key,
        'trusted-ca-file': files.ca,
        'client-cert-auth': 'true',
        'peer-cert-file': files.cert,
        'peer-key-file': files.key,
        'peer-trusted-ca-file': files.ca,
        'peer-client-cert-auth': 'true',
    };
}
function tlsSections(directory) {
    if (directory === undefined)
        return {};
    const section = {
        'cert-file': (0,external_node_path_.join)(directory, 'server.pem'),
        'key-file': (0,external_node_path_.join)(directory, 'server.key'),
        'trusted-ca-file': (0,external_node_path_.join)(directory, 'ca.pem'),
        'client-cert-auth': true,
    };
    return { 'client-transport-security': section, 'peer-transport-security': section };
}
function render(flags) {
    return Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
}
/** etcd's configuration file is typed; overrides are text. */
function typed(value) {
    if (/^\d+$/.test(value))
        return Number(value);
    return value === 'true' || value === 'false' ? value === 'true' : value;
}
function flagOf(variable) {
    return variable
        .replace(/^ETCD_/, '')
        .toLowerCase()
        .replaceAll('_', '-');
}
function variableOf(flag) {
    return `ETCD_${flag.toUpperCase().replaceAll('-', '_')}`;
}
function without(record, dropped) {
    return Object.fromEntries(Object.entries(record).filter(([key]) => !dropped(key)));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/src/plan/deployment.js
var deployment = __webpack_require__(58413);
;// CONCATENATED MODULE: ./lib/src/drivers/process/listening.js
// Owns telling whether a process itself listens on a port: an answer alone may come from a stranger that took it.
// Must not connect to anything.

/** State "LISTEN" in /proc/net/tcp. */
const LISTEN = '0A';
/**
 * Whether the process or one of its descendants (a wrapper script's etcd) holds the listening socket of a TCP port.
 * Null where that cannot be seen: without /proc.
 */
async function holdsPort(pid, port) {
    const wanted = await listeningInodes(port);
    if (wanted === null)
        return null;
    const links = wanted.map((inode) => `socket:[${inode}]`);
    for (const candidate of await withDescendants(pid)) {
        for (const descriptor of await namesIn(`/proc/${candidate}/fd`)) {
            const target = await (0,promises_.readlink)(`/proc/${candidate}/fd/${descriptor}`).catch(() => '');
            if (links.includes(target))
                return true;
        }
    }
    return false;
}
async function listeningInodes(port) {
    const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
    const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((path) => (0,promises_.readFile)(path, 'utf8').catch(() => null)));
    if (tables[0] === null)
        return null;
    return tables
        .flatMap((table) => table?.split('\n').slice(1) ?? [])
        .map((line) => line.trim().split(/\s+/))
        .filter(([, local, , state]) => local?.endsWith(suffix) && state === LISTEN)
        .map((fields) => fields[9] ?? '');
}
async function withDescendants(pid) {
    const found = [pid];
    for (const parent of found) {
        const children = await (0,promises_.readFile)(`/proc/${parent}/task/${parent}/children`, 'utf8').catch(() => '');
        found.push(...children.split(' ').filter(Boolean).map(Number));
    }
    return found;
}
async function namesIn(directory) {
    return (0,promises_.readdir)(directory).catch(() => []);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/src/drivers/process/log-lines.js
// Owns reading etcd's two log formats (capnslog text up to 3.4, zap JSON from 3.4 on) line by line. Pure.
// Must not know files.
/** Wall time of a line in milliseconds, or null: continuation lines (panics, flag help) carry none. */
function wallMsOf(line) {
    // zap: {"level":"info","ts":"2026-11-22T10:11:12.123Z",…}, with microseconds and an offset from 3.6 on.
    const zap = /"ts":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d):?(\d\d)"|"ts":"([^"]+Z)"/.exec(line);
    const iso = zap?.[4] ?? (zap ? `${zap[1]}${zap[2]}:${zap[3]}` : null);
    // capnslog: "2026-11-22 10:11:12.123456 I | etcdmain: …" in local time; members run with TZ=UTC.
    const text = iso ?? /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d+) [A-Z] \|/.exec(line)?.slice(1, 3).join('T').concat('Z');
    const time = text === undefined ? Number.NaN : Date.parse(text);
    return Number.isNaN(time) ? null : time;
}
/** A zap line as a person reads it: level, message, error and the few fields that tell why. Others unchanged. */
function readableLine(line) {
    if (!line.startsWith('{'))
        return line;
    let entry;
    try {
        entry = JSON.parse(line);
    }
    catch {
        return line;
    }
    const { level, msg } = entry;
    if (typeof level !== 'string' || typeof msg !== 'string')
        return line;
    const told = ['error', 'reason', 'type', 'method', 'cluster-version', 'server-version', 'stage']
        .filter((field) => entry[field] !== undefined)
        .map((field) => `${field}: ${typeof entry[field] === 'string' ? entry[field] : JSON.stringify(entry[field])}`);
    return [`${level}: ${msg}`, ...told].join('; ');
}
/** Where the real reason begins; what etcd prints after it is a stack or a page of help. */
const REASONS = [
    /^panic: /,
    /^fatal error: /,
    /"level":"(panic|fatal)"/,
    /flag provided but not defined/,
    /error verifying flags/,
    /invalid value .* for flag/,
    /conflicting environment variable/,
    /couldn't load|error setting up|listen tcp .*: bind/,
];
const AFTER_REASON = 6;
/**
 * The lines of one start that say why it ended, oldest first, at most `limit`: what came before the first reason, the
 * reason itself and the first lines after it; without a reason simply the last lines.
 */
function lastWords(text, limit = 20) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const reason = lines.findIndex((line) => REASONS.some((pattern) => pattern.test(line)));
    if (reason < 0)
        return lines.slice(-limit).map(readableLine);
    const panic = lines.findIndex((line, index) => index >= reason && /^(panic|fatal error): /.test(line));
    // zap logs a panic and then Go prints it: keep both, the second has the type and the goroutine.
    const end = Math.min(lines.length, Math.max(reason, panic) + 1 + AFTER_REASON);
    return lines.slice(Math.max(0, end - limit), end).map(readableLine);
}

;// CONCATENATED MODULE: ./lib/src/drivers/process/member-log.js
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
// Owns reading a member's log file: the last words of one start, and the lines since a moment.
// Must not write it (the host script appends both streams of etcd to it).




/** The reason stands near the beginning of a start that failed, or near its end: both are looked at. */
const HEAD_BYTES = 64 * 1024;
const TAIL_BYTES = 256 * 1024;
/** Lines of the start whose output begins at byte `from`; empty when there is no log. */
async function readLastWords(path, from) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path, 'r'), true);
            const { size } = await file.stat();
            const text = async (start, end) => {
                const buffer = Buffer.alloc(Math.max(0, end - start));
                const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
                return buffer.subarray(0, bytesRead).toString();
            };
            if (size - from <= HEAD_BYTES + TAIL_BYTES)
                return lastWords(await text(from, size));
            return lastWords(`${await text(from, from + HEAD_BYTES)}\n${await text(size - TAIL_BYTES, size)}`);
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
    catch (error) {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    }
}
/** Lines from the first one that is not older than `sinceWallMs`, to the end of the file as it is now. */
async function* readLogSince(path, sinceWallMs) {
    const stream = (0,external_node_fs_.createReadStream)(path);
    const lines = (0,external_node_readline_.createInterface)({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
    let reached = false;
    try {
        for await (const line of lines) {
            // Lines without a time belong to the line before them.
            const wallMs = wallMsOf(line);
            if (wallMs !== null)
                reached = wallMs >= sinceWallMs;
            if (reached)
                yield line;
        }
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
    }
    finally {
        lines.close();
        stream.destroy();
    }
}

// EXTERNAL MODULE: ./lib/src/drivers/process/run-state.js
var run_state = __webpack_require__(74705);
;// CONCATENATED MODULE: ./lib/src/drivers/process/start-failure.js
// Owns naming why etcd did not start, from its own last lines and its disk, and telling it of a cluster being made.
// Must not decide what follows from it.


const patterns = [
    [/address already in use/i, 'port-taken'],
    // bbolt of 3.6 and later prints the number of the error alone: 28 is ENOSPC, 122 EDQUOT.
    [/no space left on device|disk quota exceeded|&\{write \S+ (28|122)\}/i, 'no-space'],
    [/permission denied|read-only file system|cannot access data directory|operation not permitted/i, 'no-permission'],
];
/** Undefined when the lines do not blame the host. */
function hostTroubleIn(lines) {
    for (const line of lines) {
        // etcd's own "permission denied" of a client call is not the host's.
        if (line.includes('etcdserver: permission denied'))
            continue;
        for (const [pattern, trouble] of patterns)
            if (pattern.test(line))
                return trouble;
    }
    return undefined;
}
/** A segment of etcd's write-ahead log, which it reserves when it starts (server/storage/wal/wal.go, SegmentSizeBytes). */
const segmentBytes = 64 * 1024 * 1024;
/** One page of etcd's database: when that does not fit, its log may not either, and tells nothing of it. */
const pageBytes = 4096;
/**
 * As `hostTroubleIn`; where the lines blame nobody, the disk may be to blame: its log is what a full disk tears first.
 *
 * @param neededBytes free space below which it is; by default a page, or a whole segment when etcd ended without a
 *   single word, which it never does while it can write its log
 */
async function hostTroubleOf(lines, directory, neededBytes = lines.length === 0 ? segmentBytes : pageBytes) {
    const said = hostTroubleIn(lines);
    if (said !== undefined)
        return said;
    const { bavail, bsize } = await (0,promises_.statfs)(directory);
    return bavail * bsize < neededBytes ? 'no-space' : undefined;
}
/** The end of a new member together with the host's part in it: it needs a segment of its own, whatever another frees. */
async function blameNewMember(result, directory) {
    const trouble = result.hostTrouble ?? (await hostTroubleOf(result.lastLines, directory, segmentBytes));
    return trouble === undefined ? result : { ...result, hostTrouble: trouble };
}
/** The error of a member that ended while its cluster was being made. */
function startFailed(member, directory, release, result) {
    const end = result.signal === null ? `exit code ${result.code ?? 'unknown'}` : result.signal;
    const words = result.lastLines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${result.lastLines.join('\n')}`;
    // The words may be torn or missing: a full disk takes no log either.
    const disk = result.hostTrouble === 'no-space' ? `The disk that holds ${directory} is full. ` : '';
    return new errors/* EtcdMigrateError */.A8(result.hostTrouble ?? 'member-start-failed', `${member.name} (etcd ${release}, ${member.clientUrl}) ended with ${end} while the cluster was being made; ` +
        `all members were stopped and removed. ${disk}${words}`, {
        details: { member: member.name, release, code: result.code, signal: result.signal, lastLines: result.lastLines },
        ...(result.hostTrouble === undefined ? { hint: "Correct what etcd's own last lines name, and run again." } : {}),
    });
}

// EXTERNAL MODULE: ./lib/src/drivers/process/transactions.js
var process_transactions = __webpack_require__(28975);
;// CONCATENATED MODULE: ./lib/src/drivers/process/switching.js
// Owns bringing one member's process to what is wanted: join a transaction that is under way, or make a new one, and
// watch it to its end. The host script does the work; when we are stopped here, it still finishes.
// Must not know gates, and nothing of etcd but whether it answers GET /version.











const POLL_MS = 40;
/** Slack for a busy machine on top of the limits that the script itself keeps. */
const WATCH_SLACK_MS = 15_000;
/** The script notices etcd's end at once and needs this long to write it down. */
const EXIT_RECORD_LIMIT_MS = 2_000;
async function bringAbout(host, wanted, signal) {
    for (;;) {
        signal?.throwIfAborted();
        const transactions = await (0,process_transactions/* listTransactions */.QR)(host.paths);
        const newest = transactions.at(-1);
        if (newest !== undefined) {
            const progress = await (0,process_transactions/* readProgress */.gQ)(newest);
            const underWay = await (0,process_transactions/* isUnderWay */.gn)(newest, progress);
            const sameGoal = (0,deployment/* sameDeployment */.q)(newest.request.deployment, wanted.deployment) &&
                (wanted.action === 'switch' || newest.request.action === 'kill');
            const alive = !underWay && progress.process !== null && (await (0,process_identity/* isAlive */._n)(progress.process));
            if (alive && sameGoal && wanted.action === 'switch' && (await hasSettled(host, progress, signal))) {
                // Running already: this call changes nothing.
                return { outcome: 'running', stopMs: 0, startMs: 0 };
            }
            if (underWay || (alive && sameGoal && wanted.action === 'switch')) {
                const result = await watch(host, newest, signal);
                if (sameGoal && result !== null)
                    return result;
                continue;
            }
        }
        const current = await currentProcess(transactions);
        const creator = await (0,process_identity/* identify */.ls)(process.pid);
        if (creator === null)
            throw new errors/* EtcdMigrateError */.A8('internal-error', 'This process cannot find its own start time.');
        let environment = {};
        const made = await (0,process_transactions/* createTransaction */.zS)(host.paths, newest?.number ?? 0, (directory) => {
            const command = host.command(wanted.deployment, (0,process_transactions/* configFileIn */.kU)(directory));
            environment = command.environment;
            return {
                request: { ...wanted, argv: command.argv, creator },
                ...(command.configFile === undefined ? {} : { configFile: command.configFile }),
            };
        });
        if (made === null)
            continue;
        await (0,process_transactions/* startHost */.P7)(host.paths, made, {
            hostScript: host.run.hostScript,
            closing: host.run.closing,
            stopLimitMs: host.limits.stopMs,
            old: current?.process ?? null,
            // UTC, so that the text log's times can be compared.
            environment: { ...environment, PATH: host.searchPath, TZ: 'UTC', HOME: host.paths.directory },
        });
        const result = await watch(host, made, signal);
        if (result !== null)
            return result;
    }
}
/** Whether a live process is past its start: it answers, or its grace is over and the gates decide. */
async function hasSettled(host, progress, signal) {
    const now = await (0,process_transactions/* hostSeconds */.Eb)(() => host.clock.wallMs());
    const aliveMs = millisecondsBetween(progress.started ?? progress.stopped?.at ?? null, now);
    return aliveMs > host.limits.startGraceMs || host.answers(signal);
}
/** The newest transaction whose process was started and still lives. */
async function currentProcess(transactions) {
    for (const transaction of transactions.toReversed()) {
        const progress = await (0,process_transactions/* readProgress */.gQ)(transaction);
        if (progress.process !== null && progress.exit === null && (await (0,process_identity/* isAlive */._n)(progress.process))) {
            return { transaction, process: progress.process };
        }
    }
    return null;
}
/** Null when the transaction never ran and never will: make another. */
async function watch(host, transaction, signal) {
    const { clock, limits, member } = host;
    const begun = clock.monotonicUs();
    const waitedMs = () => (clock.monotonicUs() - begun) / 1000;
    const limitMs = limits.stopMs + limits.startGraceMs + WATCH_SLACK_MS;
    for (;;) {
        const progress = await (0,process_transactions/* readProgress */.gQ)(transaction);
        if (progress.failed !== null)
            return throwFailed(host, progress.failed);
        if (progress.process !== null) {
            const result = await look(host, transaction, progress, progress.process, signal);
            if (result !== null)
                return result;
        }
        else if (!(await (0,process_transactions/* isUnderWay */.gn)(transaction, progress)) || (!progress.claimed && waitedMs() > process_transactions/* HOST_START_LIMIT_MS */.XJ)) {
            const again = await (0,process_transactions/* readProgress */.gQ)(transaction);
            if (again.process === null && again.failed === null) {
                if (!again.claimed && (await (0,process_transactions/* abandon */.e9)(transaction)))
                    return null;
                if (again.host !== null || waitedMs() > process_transactions/* HOST_START_LIMIT_MS */.XJ)
                    throw await hostVanished(host, transaction);
            }
        }
        if (waitedMs() > limitMs) {
            throw new errors/* EtcdMigrateError */.A8('member-lost', `The switch of ${member.name} to ${transaction.request.deployment.release} has not ended after ` +
                `${Math.round(waitedMs() / 1000)} s; last seen: ${describe(progress)}. It may still finish by itself.`);
        }
        await clock.sleep(POLL_MS, signal);
    }
}
/** One look at a transaction whose process was started; null while it neither answers nor has ended. */
async function look(host, transaction, progress, process, signal) {
    const stopMs = millisecondsBetween(progress.begun, progress.stopped?.at ?? null);
    const sinceStartMs = async () => millisecondsBetween(progress.started ?? progress.stopped?.at ?? null, await (0,process_transactions/* hostSeconds */.Eb)(() => host.clock.wallMs()));
    if (progress.exit === null && (await (0,process_identity/* isAlive */._n)(process))) {
        const answered = await host.answers(signal);
        // A stranger may hold the port and answer while ours is about to give up.
        const ours = answered && (await holdsPort(process.pid, Number(new URL(host.member.clientUrl).port))) !== false;
        if (ours && (await (0,process_identity/* isAlive */._n)(process))) {
            return { outcome: 'running', stopMs, startMs: await sinceStartMs() };
        }
        if (!ours && (await sinceStartMs()) > host.limits.startGraceMs) {
            return { outcome: 'running', stopMs, startMs: await sinceStartMs() };
        }
        return null;
    }
    const exit = progress.exit ?? (await exitRecord(host, transaction));
    const lastLines = await readLastWords(host.paths.log, progress.stopped?.logBytes ?? 0);
    const trouble = await hostTroubleOf(lastLines, host.paths.directory);
    return {
        outcome: 'exited',
        ...exitOf(exit),
        lastLines,
        stopMs,
        ...(trouble === undefined ? {} : { hostTrouble: trouble }),
    };
}
/** The exit code that the script writes right after the end; null when the script itself was killed. */
async function exitRecord(host, transaction) {
    for (let waitedMs = 0; waitedMs < EXIT_RECORD_LIMIT_MS; waitedMs += POLL_MS) {
        const { exit, host: script } = await (0,process_transactions/* readProgress */.gQ)(transaction);
        if (exit !== null)
            return exit;
        if (script === null || !(await (0,process_identity/* isAlive */._n)(script)))
            break;
        await host.clock.sleep(POLL_MS);
    }
    return (await (0,process_transactions/* readProgress */.gQ)(transaction)).exit;
}
/** Exit code as the shell has it → code or signal. */
function exitOf(exit) {
    if (exit === null || exit <= 128)
        return { code: exit, signal: null };
    const signal = Object.entries(external_node_os_.constants.signals).find(([, number]) => number === exit - 128)?.[0];
    return signal === undefined ? { code: exit, signal: null } : { code: null, signal };
}
function throwFailed({ member, limits }, failed) {
    if (failed === 'abandoned')
        return null;
    if (failed === 'closing') {
        throw new errors/* EtcdMigrateError */.A8('member-lost', `${member.name} was not started: its run is being removed.`);
    }
    throw new errors/* EtcdMigrateError */.A8('member-stop-failed', `${member.name} did not end within ${limits.stopMs / 1000} s after SIGTERM. It was not killed and nothing new was ` +
        'started; it may still end by itself.');
}
async function hostVanished({ member, paths }, transaction) {
    // The script gives up when it cannot write, which is nearly always a full disk.
    const probe = (0,external_node_path_.join)(paths.directory, 'probe');
    try {
        await (0,promises_.writeFile)(probe, 'x'.repeat(8192));
    }
    catch (error) {
        return (0,run_state/* writingFailed */.wm)(paths.directory, error);
    }
    finally {
        await (0,promises_.rm)(probe, { force: true });
    }
    return new errors/* EtcdMigrateError */.A8('member-lost', `The script that switches ${member.name} to ${transaction.request.deployment.release} ended without a result; ` +
        `see ${paths.hostLog}. The member may be down.`);
}
function describe(progress) {
    if (progress.process !== null)
        return `process ${progress.process.pid} was started but does not answer`;
    if (progress.stopped !== null)
        return 'the old process has ended, the new one is not started';
    return progress.begun === null ? 'nothing has begun' : 'the old process has not ended';
}
function millisecondsBetween(from, to) {
    return from === null || to === null ? 0 : Math.max(0, Math.round((to - from) * 1000));
}

;// CONCATENATED MODULE: ./lib/src/drivers/process/inspection.js
// Owns what is to be seen on a member's host: its process, its files, its disk.
// Must not ask etcd anything.




async function inspectMember(paths, wallMs) {
    // Before the process: what changes in between was then still under way.
    const changing = await isChanging(paths, wallMs);
    const transactions = await (0,process_transactions/* listTransactions */.QR)(paths);
    const current = await currentProcess(transactions);
    const { bavail, bsize } = await (0,promises_.statfs)(paths.directory);
    return {
        // Pid and start time are the process we started; its argv says less, since a wrapper may become something else.
        running: current?.transaction.request.deployment ?? null,
        pid: current?.process.pid ?? null,
        changing,
        lastExit: await lastExit(transactions, current?.transaction ?? null),
        raftSnapshots: await raftSnapshotsIn((0,external_node_path_.join)(paths.data, 'member', 'snap')),
        databaseBytes: await sizeOf((0,external_node_path_.join)(paths.data, 'member', 'snap', 'db')),
        freeBytes: bavail * bsize,
    };
}
async function isChanging(paths, wallMs) {
    const newest = (await (0,process_transactions/* listTransactions */.QR)(paths)).at(-1);
    return newest !== undefined && (await (0,process_transactions/* mayStillChange */.uE)(newest, wallMs));
}
async function lastExit(transactions, current) {
    for (const transaction of transactions.toReversed()) {
        if (transaction.number === current?.number)
            continue;
        const { exit, process } = await (0,process_transactions/* readProgress */.gQ)(transaction);
        if (exit !== null)
            return exitOf(exit);
        // Its parent was killed too, so nobody saw how it ended.
        if (process !== null)
            return { code: null, signal: null };
    }
    return null;
}
/** `<term>-<index>.snap`, both 16 hexadecimal digits; `*.snap.db` are databases received from the leader. */
async function raftSnapshotsIn(directory) {
    let names;
    try {
        names = await (0,promises_.readdir)(directory);
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
            return [];
        throw error;
    }
    return names
        .map((name) => /^([0-9a-f]{16})-([0-9a-f]{16})\.snap$/.exec(name))
        .filter((match) => match !== null)
        .map(([, term, index]) => ({ term: BigInt(`0x${term}`), index: BigInt(`0x${index}`) }))
        .sort((a, b) => (a.index === b.index ? 0 : a.index < b.index ? -1 : 1));
}
async function sizeOf(path) {
    try {
        return (await (0,promises_.stat)(path)).size;
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
            return 0;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/src/drivers/process/runs.js
var runs = __webpack_require__(72632);
;// CONCATENATED MODULE: ./lib/src/drivers/process/staging.js
// Owns putting an etcd binary into the run's own directory, so that a cleaned cache cannot break a resume.
// Must not know where releases come from.





function stagedBinary(run, release) {
    return (0,external_node_path_.join)(run.releases, (0,run_state/* requireSafeName */.q9)(release, 'release'), 'etcd');
}
async function isStaged(run, release) {
    try {
        await (0,promises_.access)(stagedBinary(run, release), promises_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
/**
 * Already there: nothing changes. A copy (shared blocks where the file system can), in place by a rename: through a
 * link, whoever overwrites the original in place would change what was verified and staged.
 */
async function stageBinary(run, release, source) {
    if (await isStaged(run, release))
        return;
    try {
        await (0,promises_.access)(source, promises_.constants.X_OK);
    }
    catch (error) {
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${source} (etcd ${release}) cannot be executed.`, { cause: error });
    }
    const target = stagedBinary(run, release);
    const draft = `${target}.${process.pid}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
    await (0,run_state/* makePrivateDirectory */.Dn)((0,external_node_path_.join)(run.releases, release));
    try {
        await (0,promises_.copyFile)(source, draft, promises_.constants.COPYFILE_FICLONE);
        await (0,promises_.chmod)(draft, 0o755);
        await (0,promises_.rename)(draft, target);
    }
    catch (error) {
        await (0,promises_.rm)(draft, { force: true });
        throw (0,run_state/* writingFailed */.wm)(target, error);
    }
}

;// CONCATENATED MODULE: ./lib/src/drivers/process/driver.js
// Owns the ClusterDriver over local processes.
// Must not make clusters (provisioner.ts) nor know gates. Letting go of it leaves the members running.










const ANSWER_LIMIT_MS = 1_000;
function createProcessDriver(options) {
    const { paths, state, clock } = options;
    const hostOf = (named) => {
        const member = state.members.find(({ name }) => name === named.name);
        if (member === undefined) {
            throw new errors/* EtcdMigrateError */.A8('internal-error', `Run ${state.runId} has no member ${named.name}.`);
        }
        const own = (0,run_state/* memberPaths */.zj)(paths, member.name);
        return {
            member,
            run: paths,
            paths: own,
            clock,
            limits: options.limits,
            searchPath: options.searchPath,
            answers: (signal) => answers(member, state.credentials, signal),
            command: (deployment, configFilePath) => etcdCommand({
                member,
                members: state.members,
                dataDirectory: own.data,
                clusterToken: state.runId,
                settings: state.settings,
                deployment,
                binary: stagedBinary(paths, deployment.release),
                configFilePath,
                ...(state.credentials.tls === undefined ? {} : { tlsDirectory: paths.tls }),
            }),
        };
    };
    const stage = async (release, signal) => {
        signal?.throwIfAborted();
        if (await isStaged(paths, release))
            return;
        await stageBinary(paths, release, await options.binaries(release));
    };
    const signalMember = async (named, signal) => {
        const host = hostOf(named);
        const current = await currentProcess(await (0,process_transactions/* listTransactions */.QR)(host.paths));
        if (current === null)
            throw new errors/* EtcdMigrateError */.A8('member-lost', `${named.name} has no live process.`);
        process.kill(current.process.pid, signal);
    };
    return {
        runId: state.runId,
        directory: paths.directory,
        capabilities: new Set(['stop-start', 'kill', 'pause']),
        inventory: async () => state.members,
        inspect: async (member) => inspectMember(hostOf(member).paths, clock.wallMs()),
        stage: async (member, release, signal) => {
            hostOf(member);
            await stage(release, signal);
        },
        switchTo: async (member, deployment, signal) => {
            const host = hostOf(member);
            // Before anything stops: a release that cannot be had must not cost a member.
            await stage(deployment.release, signal);
            return bringAbout(host, { action: 'switch', deployment }, signal);
        },
        killAndRestart: async (member, signal) => {
            const host = hostOf(member);
            return bringAbout(host, { action: 'kill', deployment: await lastDeployment(host) }, signal);
        },
        logs: (member, sinceWallMs) => readLogSince(hostOf(member).paths.log, sinceWallMs),
        pause: (member) => signalMember(member, 'SIGSTOP'),
        unpause: (member) => signalMember(member, 'SIGCONT'),
        destroy: (removal = {}) => (0,runs/* destroyRun */.yr)(paths, { clock, ...removal }),
        // The run may be resumed: whoever wants the members gone calls destroy.
        [Symbol.asyncDispose]: async () => { },
    };
}
/** What runs, or ran last. */
async function lastDeployment({ paths, member }) {
    const transactions = await (0,process_transactions/* listTransactions */.QR)(paths);
    const last = (await currentProcess(transactions))?.transaction ?? transactions.at(-1);
    if (last === undefined)
        throw new errors/* EtcdMigrateError */.A8('member-lost', `${member.name} has never been started.`);
    return last.request.deployment;
}
/** GET /version is answered only once etcd serves clients; its port opens before it has read its log. */
async function answers(member, credentials, signal) {
    try {
        const { status } = await (0,http/* getFromMember */.D)(member.clientUrl, '/version', credentials, ANSWER_LIMIT_MS, signal);
        return status === 200;
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof errors/* EtcdMigrateError */.A8)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/src/drivers/process/free-ports.js
// Owns choosing ports on 127.0.0.1 that nobody uses and no other run will take.
// Must not start anything; the choice is a promise only until somebody else binds the port.


/** Below Linux's range for outgoing connections (32768 and up), which would steal a port while its member restarts. */
const LOWEST_PORT = 20_000;
const HIGHEST_PORT = 32_000;
/**
 * A run takes the first ports of one block. While one of its members is down, the others hold their ports, so another
 * run that probes the block finds it taken and cannot slip into the gap.
 */
const PORT_BLOCK = 32;
const TRIES = 200;
/** `count` consecutive free ports at the start of a block. Throws `port-taken` when no block is free. */
async function choosePorts(count, random, signal) {
    const blocks = Math.floor((HIGHEST_PORT - LOWEST_PORT) / PORT_BLOCK);
    for (let attempt = 0; attempt < TRIES; attempt++) {
        signal?.throwIfAborted();
        const ports = portsFrom(LOWEST_PORT + random.int(blocks) * PORT_BLOCK, count);
        if ((await firstTaken(ports)) === null)
            return ports;
    }
    throw new errors/* EtcdMigrateError */.A8('port-taken', `No ${count} free ports on 127.0.0.1 between ${LOWEST_PORT} and ${HIGHEST_PORT} after ${TRIES} tries.`);
}
/** Throws `port-taken` naming the first port that is in use. */
async function requireFree(ports) {
    const taken = await firstTaken(ports);
    if (taken !== null) {
        throw new errors/* EtcdMigrateError */.A8('port-taken', `Port ${taken} on 127.0.0.1 is already in use by another process; no member was started.`, { details: { port: taken } });
    }
}
function portsFrom(first, count) {
    return Array.from({ length: count }, (_, index) => first + index);
}
async function firstTaken(ports) {
    for (const port of ports)
        if (!(await canBind(port)))
            return port;
    return null;
}
function canBind(port) {
    return new Promise((resolve) => {
        const server = (0,external_node_net_.createServer)();
        server.once('error', () => resolve(false));
        server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
    });
}

// EXTERNAL MODULE: ./lib/src/drivers/process/host-script.js
var host_script = __webpack_require__(44438);
// EXTERNAL MODULE: ./lib/src/etcd/member-access.js + 2 modules
var member_access = __webpack_require__(10646);
;// CONCATENATED MODULE: ./lib/src/drivers/process/readiness.js
var readiness_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var readiness_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






const readiness_POLL_MS = 100;
/**
 * Until every member answers Status with a leader, and knows the cluster version (before that it refuses some calls).
 * Throws `member-start-failed`, or the host's trouble, as soon as a member ends or when the time is up.
 */
async function waitUntilReady(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { members, clock, release, limitMs, signal } = options;
        const access = readiness_addDisposableResource(env_1, (0,member_access/* createMemberAccess */.J)(options.credentials), true);
        const begun = clock.monotonicUs();
        for (;;) {
            const observed = await Promise.all(members.map((member) => missingAt(access, member, signal)));
            // After the answers: what answered on the port of a dead member was a stranger.
            await requireAlive(options);
            const missing = observed.filter((observation) => observation !== null);
            if (missing.length === 0)
                return;
            const waitedMs = (clock.monotonicUs() - begun) / 1000;
            if (waitedMs > limitMs) {
                throw new errors/* EtcdMigrateError */.A8('member-start-failed', `The cluster of ${members.length} members on etcd ${release} is not ready after ${Math.round(waitedMs / 1000)} s; ` +
                    `all members were stopped and removed. Last seen: ${missing.join('; ')}.`, { hint: "See the members' logs in the output directory." });
            }
            await clock.sleep(readiness_POLL_MS, signal);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = readiness_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** What is still missing at a member, or null. */
async function missingAt(view, member, signal) {
    try {
        const { leaderId } = await view.status(member, signal);
        if (leaderId === 0n)
            return `${member.name} knows no leader`;
        const { cluster } = await view.versions(member, signal);
        return /^\d+\.\d+/.test(cluster) ? null : `${member.name} reports the cluster version "${cluster}"`;
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof errors/* EtcdMigrateError */.A8)
            return `${member.name}: ${error.message}`;
        throw error;
    }
}
async function requireAlive({ paths, members, release, clock }) {
    const ended = [];
    for (const member of members) {
        const own = (0,run_state/* memberPaths */.zj)(paths, member.name);
        const { running, lastExit } = await inspectMember(own, clock.wallMs());
        if (running !== null)
            continue;
        const lastLines = await readLastWords(own.log, 0);
        const exit = { code: lastExit?.code ?? null, signal: lastExit?.signal ?? null, lastLines, stopMs: 0 };
        ended.push({ member, result: await blameNewMember({ outcome: 'exited', ...exit }, own.directory) });
    }
    // Several end for one reason, and not each finds the words for it.
    const telling = ended.find(({ result }) => result.hostTrouble !== undefined) ?? ended[0];
    if (telling !== undefined)
        throw startFailed(telling.member, paths.directory, release, telling.result);
}

// EXTERNAL MODULE: ./lib/src/drivers/process/tool.js
var process_tool = __webpack_require__(74348);
;// CONCATENATED MODULE: ./lib/src/drivers/process/restore.js
// Owns making members' data directories from a snapshot, with etcd's own tool: room for them, and the tool's own words.
// Must not judge the snapshot, nor start members.






/** Gigabytes on a slow disk. */
const RESTORE_LIMIT_MS = 60 * 60_000;
const LAST_LINES = 20;
/**
 * Of one member after the other: each copies the whole database. Throws `no-space` before anything is written where the
 * disk cannot hold them, and `restore-failed` with the tool's own words.
 */
async function restoreMembers(paths, members, clusterToken, restore, signal) {
    await requireRoom(paths, members.length, restore);
    for (const member of members) {
        const { data, tool } = (0,run_state/* memberPaths */.zj)(paths, member.name);
        // Empty until now. The tool of 3.4 refuses a directory that is there.
        await (0,promises_.rmdir)(data);
        const lines = [];
        const args = argumentsFor(member, members, data, clusterToken, restore);
        const { exitCode } = await (0,process_tool/* runTool */.q)(paths, tool, [restore.tool, ...args], {
            env: { ETCDCTL_API: '3' },
            timeoutMs: RESTORE_LIMIT_MS,
            ...(signal === undefined ? {} : { signal }),
            onLine: (line) => {
                lines.push(line);
                if (lines.length > LAST_LINES)
                    lines.shift();
            },
        });
        if (exitCode === 0)
            continue;
        const trouble = await hostTroubleOf(lines, paths.directory);
        const words = lines.length === 0 ? 'It printed nothing.' : `Its last lines:\n${lines.join('\n')}`;
        throw new errors/* EtcdMigrateError */.A8(trouble ?? 'restore-failed', `${restore.tool} ended with exit code ${exitCode} while it restored ${restore.snapshot} for ${member.name}; what it had made was removed. ${words}`, { details: { exitCode, lastLines: lines } });
    }
}
function argumentsFor(member, members, dataDirectory, clusterToken, { snapshot, skipHashCheck, bumpRevision }) {
    return [
        ...['snapshot', 'restore', snapshot, '--data-dir', dataDirectory, '--name', member.name],
        ...['--initial-cluster', members.map(({ name, peerUrl }) => `${name}=${peerUrl}`).join(',')],
        ...['--initial-cluster-token', clusterToken, '--initial-advertise-peer-urls', member.peerUrl],
        ...(skipHashCheck ? ['--skip-hash-check'] : []),
        ...(bumpRevision === undefined ? [] : ['--bump-revision', String(bumpRevision), '--mark-compacted']),
    ];
}
/**
 * Each member's database, which etcd copies whole, and two segments of its write-ahead log: the one that the tool makes,
 * and the one that etcd reserves beside it when it starts.
 */
async function requireRoom(paths, members, { snapshot, atOnce }) {
    let bytes;
    try {
        bytes = (await (0,promises_.stat)(snapshot)).size;
    }
    catch (error) {
        throw (0,files/* pathError */.g$)(error, 'Reading', snapshot);
    }
    const needed = atOnce * members * (bytes + 2 * segmentBytes);
    const { bavail, bsize } = await (0,promises_.statfs)(paths.directory);
    const free = bavail * bsize;
    if (free >= needed)
        return;
    const each = members === 1 ? 'one member' : `${members} members`;
    const count = atOnce === 1 ? each : `${each}, ${atOnce} times at once,`;
    throw new errors/* EtcdMigrateError */.A8('no-space', `Restoring ${snapshot} for ${count} needs ${needed} bytes in ${paths.directory}, where ${free} are free; it was not begun.`, { details: { needed, free } });
}

;// CONCATENATED MODULE: ./lib/src/drivers/process/provisioner.js
// Owns making a throw-away cluster of local processes, and taking one over after a crash.
// Must not leave anything behind when it fails: a cluster is there whole or not at all.
















const PORT_ATTEMPTS = 5;
const DEFAULT_SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
function createProcessProvisioner(options) {
    const { clock, log } = options;
    const readyLimitMs = options.readyLimitMs ?? 60_000;
    const open = (paths, state) => ({
        driver: createProcessDriver({
            paths,
            state,
            clock,
            binaries: options.binaries,
            limits: { stopMs: options.stopLimitMs ?? 30_000, startGraceMs: options.startGraceMs ?? 10_000 },
            searchPath: options.searchPath ?? DEFAULT_SEARCH_PATH,
        }),
        credentials: state.credentials,
    });
    return {
        provision: async (spec, signal) => {
            signal?.throwIfAborted();
            const paths = (0,run_state/* runPaths */.Ot)(options.stateDir, spec.runId);
            await requireNew(paths, spec.runId);
            const dropped = hostOwnedSettings(spec.settings);
            if (dropped.length > 0)
                log.warn(`A rehearsal sets these itself, yours are left out: ${dropped.join(', ')}`);
            const random = options.random.fork(`ports/${spec.runId}/${process.pid}`);
            for (let attempt = 1;; attempt++) {
                try {
                    const ports = await portsFor(spec, options.firstPort, random, signal);
                    const prepared = await prepare(paths, spec, ports, clock);
                    const { anonymous } = prepared;
                    let { state } = prepared;
                    const beginUs = clock.monotonicUs();
                    if (spec.restore)
                        await restoreMembers(paths, state.members, spec.runId, spec.restore, signal);
                    const restoreMs = spec.restore ? (clock.monotonicUs() - beginUs) / 1000 : 0;
                    const members = open(paths, state);
                    await startAll(members.driver, state.members, spec.release, signal);
                    const ready = { paths, members: state.members, release: spec.release, clock, signal, limitMs: readyLimitMs };
                    await waitUntilReady({ ...ready, credentials: state.credentials });
                    if (spec.auth) {
                        state = await turnOnAuthentication(state, signal);
                        // Members apply it one after the other; until then they refuse the login.
                        await waitUntilReady({ ...ready, credentials: state.credentials });
                    }
                    state = { ...state, provisioned: true };
                    await (0,run_state/* writeRunState */.e3)(paths, state);
                    return { ...open(paths, state), anonymous, restoreMs };
                }
                catch (error) {
                    const portsGone = error instanceof errors/* EtcdMigrateError */.A8 && error.code === 'port-taken';
                    const again = portsGone && options.firstPort === undefined && attempt < PORT_ATTEMPTS;
                    await (0,runs/* destroyRun */.yr)(paths, {
                        clock,
                        graceMs: 0,
                        ...(again || options.failureLogsIn === undefined ? {} : { keepLogsIn: options.failureLogsIn }),
                    });
                    if (!again)
                        throw error;
                    log.debug('Somebody took a port in the same moment; trying others', { attempt });
                }
            }
        },
        adopt: async (runId, signal) => {
            signal?.throwIfAborted();
            const paths = (0,run_state/* runPaths */.Ot)(options.stateDir, runId);
            const state = await (0,run_state/* readRunState */.xz)(paths);
            if (state === null || !state.provisioned) {
                throw new errors/* EtcdMigrateError */.A8('nothing-to-resume', `${paths.directory} holds no cluster that could be taken over.`);
            }
            // Nothing is written: `status` looks at a cluster while another process works on it.
            return open(paths, state);
        },
    };
}
async function requireNew(paths, runId) {
    try {
        await (0,promises_.stat)(paths.directory);
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
            return;
        throw error;
    }
    throw new errors/* EtcdMigrateError */.A8('run-in-progress', `Run ${runId} already exists in ${paths.directory}.`);
}
async function portsFor(spec, firstPort, random, signal) {
    if (firstPort === undefined)
        return choosePorts(spec.voters * 2, random, signal);
    const ports = portsFrom(firstPort, spec.voters * 2);
    await requireFree(ports);
    return ports;
}
/** Everything on disk that members need. Written before any starts: a crash from here on can be cleaned up. */
async function prepare(paths, spec, ports, clock) {
    const owner = await (0,process_identity/* identify */.ls)(process.pid);
    if (owner === null)
        throw new errors/* EtcdMigrateError */.A8('internal-error', 'This process cannot find its own start time.');
    const url = (index) => `${spec.tls ? 'https' : 'http'}://127.0.0.1:${ports[index]}`;
    const members = Array.from({ length: spec.voters }, (_, index) => ({
        name: (0,run_state/* requireSafeName */.q9)(spec.memberNames?.[index] ?? `m${index + 1}`, 'member'),
        clientUrl: url(index * 2),
        peerUrl: url(index * 2 + 1),
    }));
    await (0,run_state/* makeRunDirectory */.L6)(paths);
    const tls = spec.tls ? await makeCertificates(paths.tls, clock, spec.restore?.asUser) : undefined;
    // A name and not the address: TLS has no server name for addresses, and Node warns about it on every connection.
    const credentialsOf = (pair) => pair === undefined ? {} : { tls: { ...pair, serverName: 'localhost' } };
    const state = {
        schemaVersion: 1,
        runId: spec.runId,
        createdAt: new Date(clock.wallMs()).toISOString(),
        owner,
        members,
        settings: spec.settings,
        credentials: credentialsOf(tls?.administrator),
        provisioned: false,
    };
    await (0,run_state/* writeRunState */.e3)(paths, state);
    try {
        await (0,files/* writeFileAtomic */.Zf)(paths.hostScript, host_script/* hostScript */.Q, 0o700);
    }
    catch (error) {
        throw (0,run_state/* writingFailed */.wm)(paths.hostScript, error);
    }
    for (const { name } of members)
        await (0,run_state/* makePrivateDirectory */.Dn)((0,run_state/* memberPaths */.zj)(paths, name).data);
    return { state, anonymous: credentialsOf(tls?.anonymous) };
}
async function startAll(driver, members, release, signal) {
    for (const member of members)
        await driver.stage(member, release, signal);
    // One failure stops the wait for the others: without it they wait for their quorum in vain.
    const stop = new AbortController();
    const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
    const failures = [];
    const start = async (member) => {
        try {
            const result = await driver.switchTo(member, { release, overrides: {} }, both);
            if (result.outcome === 'exited') {
                throw startFailed(member, driver.directory, release, await blameNewMember(result, driver.directory));
            }
        }
        catch (error) {
            failures.push(error);
            stop.abort();
        }
    };
    await Promise.all(members.map(start));
    signal?.throwIfAborted();
    if (failures.length > 0)
        throw failures[0];
}
async function turnOnAuthentication(state, signal) {
    const [via] = state.members;
    if (via === undefined)
        throw new errors/* EtcdMigrateError */.A8('internal-error', 'A cluster without members was asked for.');
    const user = { name: 'root', password: (0,external_node_crypto_.randomBytes)(24).toString('base64url') };
    await (0,auth/* enableAuthentication */.S)(via, state.credentials, user, signal);
    return { ...state, credentials: { ...state.credentials, user } };
}

// EXTERNAL MODULE: ./lib/src/platform/random.js
var random = __webpack_require__(11665);
// EXTERNAL MODULE: ./lib/src/releases/digest.js
var digest = __webpack_require__(35693);
;// CONCATENATED MODULE: ./lib/src/app/rehearse/provisioning.js
// Owns the wiring of the process provisioner: where its runs live and which binaries it starts.




function openProvisioner(directory, context, tools) {
    return createProcessProvisioner({
        stateDir: directory.path,
        failureLogsIn: directory.logs,
        binaries: verifiedBinaries(context),
        clock: tools.clock,
        log: tools.log,
        random: (0,random/* createRandom */.s)(process.pid),
    });
}
/**
 * Path of a release's etcd, which must still be what was verified: hops stage their binary minutes after that, a resume
 * days after, and the rehearsal record names the digest. Throws `checksum-mismatch` and `binary-invalid`.
 */
function verifiedBinaries(obtained) {
    return async (version) => {
        const path = obtained.binaries[version];
        const verified = obtained.releases.find((release) => release.version === version)?.sha256['etcd'];
        if (path === undefined || verified === undefined) {
            throw new errors/* EtcdMigrateError */.A8('internal-error', `No binary of etcd ${version} was obtained.`);
        }
        await requireAsVerified(path, version, verified);
        return path;
    };
}
/** Throws `checksum-mismatch` for a binary that was replaced since its digest was verified, `binary-invalid` for none. */
async function requireAsVerified(path, version, verified) {
    const found = await (0,digest/* sha256OfFile */.V)(path).catch((cause) => {
        const why = cause.message;
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `etcd ${version} was verified, but cannot be read now: ${why}.`, {
            cause,
        });
    });
    if (found !== verified) {
        throw new errors/* EtcdMigrateError */.A8('checksum-mismatch', `${path} (etcd ${version}) was replaced after it was verified: its sha256 is ${found}, it was ${verified}. It was not run.`, { hint: 'Leave the binaries alone while a rehearsal runs, and start it again.' });
    }
}


/***/ }),

/***/ 65610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ errorReport),
/* harmony export */   c: () => (/* binding */ asKnownError),
/* harmony export */   reportError: () => (/* binding */ reportError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38235);
// Owns how an error at the top is said: text for people on standard error, the envelope on standard output.
// Must not decide whether something is an error.


/** The envelope of a mode that could not come to a verdict. */
function errorReport(error, mode) {
    const findings = (error.details['findings'] ?? []);
    return {
        schemaVersion: 1,
        tool: _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .tool */ .z6,
        mode,
        verdict: 'error',
        failureReason: error.code,
        reason: error.message,
        nextSteps: [error.hint],
        ...(findings.length === 0
            ? {}
            : { findings: findings.map((finding) => ({ ...finding })) }),
    };
}
/** Anything that is not ours is a bug and says so. */
function asKnownError(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8)
        return error;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('internal-error', `A bug in etcd-migrate: ${text}`, { cause: error });
}
/** Says the error and returns the exit code. */
function reportError(error, mode, settings, surroundings) {
    const known = asKnownError(error);
    const { redactor } = surroundings;
    surroundings.errorStream.write(redactor.text(`\netcd-migrate ${mode}: ${known.code}\n${known.message}\n\nNext: ${known.hint}\n`));
    (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .sayJson */ .mx)(errorReport(known, mode), settings, surroundings);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodeOf */ .FO)(known.code);
}


/***/ }),

/***/ 70524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ checks)
});

;// CONCATENATED MODULE: ./lib/src/checks/delete.js
const deleteKey = {
    id: 'delete',
    run: async ({ first: { client }, prefix }) => {
        await client.put(`${prefix}a`).value('1').exec();
        await client.put(`${prefix}b`).value('2').exec();
        const { deleted } = await client.delete().key(`${prefix}a`).exec();
        const left = await client.getAll().prefix(prefix).keys();
        const one = deleted === '1' && left.length === 1 && left[0] === `${prefix}b`;
        return one ? 'one key deleted' : `${deleted} keys deleted, ${left.length} left`;
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/election.js
const ttlSeconds = 5;
const lookMs = 200;
const election = {
    id: 'election',
    run: async ({ first, second, prefix, clock }) => {
        const candidate = (client, name) => {
            const campaign = client.namespace(prefix).election('leader', ttlSeconds).campaign(name);
            return { campaign, elected: campaign.wait() };
        };
        const one = candidate(first.client, 'one');
        await one.elected;
        const two = candidate(second.client, 'two');
        const early = await Promise.race([two.elected.then(() => true), clock.sleep(lookMs).then(() => false)]);
        const leader = await second.client.namespace(prefix).election('leader', ttlSeconds).leader();
        await one.campaign.resign();
        await two.elected;
        await two.campaign.resign();
        if (early)
            return 'two leaders at once';
        return leader === 'one' ? 'second leader waits for the first' : `leader "${leader}" while "one" leads`;
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/get.js
const get = {
    id: 'get',
    run: async ({ first: { client }, prefix }) => {
        const key = `${prefix}key`;
        // Not text: bytes must come back as they went.
        const value = Buffer.from([0, 1, 127, 128, 255]);
        await client.put(key).value(value).exec();
        const linearizable = await client.get(key).buffer();
        const serializable = await client.get(key).serializable(true).buffer();
        const same = linearizable?.equals(value) === true && serializable?.equals(value) === true;
        return same ? 'the value that was put' : `${linearizable?.toString('hex')} and ${serializable?.toString('hex')}`;
    },
};

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./lib/src/checks/http.js
// Owns plain HTTP calls of checks: one connection each, closed at once, since etcd waits 7 s for open ones when it stops.
// Must not call /health: on members below 3.6 it writes to the raft log and later kills 3.6 members (K19, K22).


const timeoutMs = 5000;
function callHttp({ base, path, credentials, body, token, }) {
    const url = new URL(path, base);
    const { tls } = credentials;
    const send = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    return new Promise((resolve, reject) => {
        const request = send(url, {
            method: body === undefined ? 'GET' : 'POST',
            agent: false,
            signal: AbortSignal.timeout(timeoutMs),
            headers: token === undefined ? {} : { authorization: token },
            ...(tls && {
                ca: tls.caPem,
                ...(tls.certPem !== undefined && { cert: tls.certPem }),
                ...(tls.keyPem !== undefined && { key: tls.keyPem }),
                ...(tls.serverName !== undefined && { servername: tls.serverName }),
            }),
        }, (response) => {
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
            response.on('error', reject);
        });
        request.on('error', reject);
        request.end(body === undefined ? undefined : JSON.stringify(body));
    });
}

;// CONCATENATED MODULE: ./lib/src/checks/http-gateway.js

async function answers({ first, prefix, credentials }, root) {
    const call = (path, body, token) => callHttp({ base: first.url, path: `${root}/${path}`, credentials, body, ...(token !== undefined && { token }) });
    let token;
    if (credentials.user) {
        const { status, body } = await call('auth/authenticate', credentials.user);
        if (status === 404)
            return false;
        ({ token } = JSON.parse(body));
    }
    const key = `${prefix}key`;
    const { status, body } = await call('kv/range', { key: Buffer.from(key).toString('base64') }, token);
    if (status === 404)
        return false;
    const { kvs } = JSON.parse(body);
    if (status === 200 && kvs?.[0]?.value === Buffer.from('value').toString('base64'))
        return true;
    throw new Error(`${root}/kv/range answered ${status}: ${body.slice(0, 200)}`);
}
const httpGateway = {
    id: 'http-gateway',
    run: async (target) => {
        await target.first.client.put(`${target.prefix}key`).value('value').exec();
        if (await answers(target, '/v3'))
            return '/v3 answers';
        return (await answers(target, '/v3beta')) && target.release.startsWith('3.3.') ? '/v3beta answers' : '/v3 is off';
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/http-metrics.js

const httpMetrics = {
    id: 'http-metrics',
    run: async ({ first: { url }, credentials }) => {
        const { status, body } = await callHttp({ base: url, path: '/metrics', credentials });
        if (status !== 200)
            return `status ${status}`;
        return /^etcd_server_has_leader .*$/m.exec(body)?.[0] ?? 'no etcd_server_has_leader';
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/http-version.js

const order = ['etcdserver', 'etcdcluster', 'storage'];
const httpVersion = {
    id: 'http-version',
    run: async ({ first: { url }, release, credentials }) => {
        const { status, body } = await callHttp({ base: url, path: '/version', credentials });
        if (status !== 200)
            return `status ${status}`;
        const facts = JSON.parse(body);
        if (facts.etcdserver !== release)
            return `etcdserver ${facts.etcdserver} instead of ${release}`;
        return Object.keys(facts)
            .sort((a, b) => order.indexOf(a) - order.indexOf(b))
            .join(', ');
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/lease-expiry.js
/** etcd raises it to one and a half election timeouts; it looks for expired leases every 500 ms. */
const lease_expiry_ttlSeconds = 1;
const lookEveryMs = 100;
const leaseExpiry = {
    id: 'lease-expiry',
    run: async ({ first: { client }, prefix, clock }) => {
        const key = `${prefix}key`;
        // Before the grant is sent: however late the answers are, etcd cannot have granted earlier.
        const sentUs = clock.monotonicUs();
        const { ID, TTL } = await client.leaseClient.leaseGrant({ TTL: lease_expiry_ttlSeconds });
        await client.put(key).value('leased').lease(ID).exec();
        const ttlMs = Number(TTL) * 1000;
        while ((await client.get(key).exec()).kvs.length > 0)
            await clock.sleep(lookEveryMs);
        const livedMs = (clock.monotonicUs() - sentUs) / 1000;
        return livedMs >= ttlMs ? 'key gone after its lease' : `key gone ${Math.round(livedMs)} ms into ${ttlMs} ms`;
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/lease-keepalive.js
const lease_keepalive_ttlSeconds = 5;
/** Long enough that a lease which was not renewed shows it, in whole seconds. */
const waitMs = 1_500;
const leaseKeepalive = {
    id: 'lease-keepalive',
    run: async ({ first: { client }, prefix, clock }) => {
        const lease = client.lease(lease_keepalive_ttlSeconds, { autoKeepAlive: false });
        try {
            await lease.put(`${prefix}key`).value('leased').exec();
            const ID = await lease.grant();
            await clock.sleep(waitMs);
            const { TTL } = await lease.keepaliveOnce();
            if (Number(TTL) !== lease_keepalive_ttlSeconds)
                return `renewed to ${TTL} s of ${lease_keepalive_ttlSeconds} s`;
            const left = await client.leaseClient.leaseTimeToLive({ ID, keys: true });
            if (Number(left.TTL) < lease_keepalive_ttlSeconds - 1)
                return `${left.TTL} s left right after a renewal to ${TTL} s`;
            return left.keys.length === 1 ? 'renewed to its full TTL' : `${left.keys.length} keys on the lease`;
        }
        finally {
            await lease.revoke().catch(() => undefined);
        }
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/lock.js
const lock_ttlSeconds = 5;
const lock = {
    id: 'lock',
    run: async ({ first, second, prefix }) => {
        const key = `${prefix}lock`;
        const one = await first.client.lock(key).ttl(lock_ttlSeconds).acquire();
        const refused = await second.client
            .lock(key)
            .ttl(lock_ttlSeconds)
            .acquire()
            .then(async (other) => {
            await other.release();
            return false;
        }, (error) => {
            if (error.message.includes('Failed to acquire a lock'))
                return true;
            throw error;
        });
        await one.release();
        const two = await second.client.lock(key).ttl(lock_ttlSeconds).acquire();
        await two.release();
        return refused ? 'second holder waits for the first' : 'two holders at once';
    },
};

// EXTERNAL MODULE: ./lib/src/etcd/application-client.js
var application_client = __webpack_require__(72283);
;// CONCATENATED MODULE: ./lib/src/checks/login.js
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
// Owns the check that a call without a login is answered only where authentication is off.
// Must not change users nor call AuthStatus (K1).

/** What etcd says to a caller it does not know; with a client certificate it looks for a user of that name. */
const refusals = /user name is empty|user name not found|invalid auth token|permission denied|authentication failed/;
const login = {
    id: 'login',
    run: async ({ first, prefix, credentials }) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { user, ...withoutUser } = credentials;
            await first.client.put(`${prefix}key`).value('value').exec();
            const stranger = __addDisposableResource(env_1, (0,application_client/* createApplicationClient */.U)([first], withoutUser, `stranger-${first.member}`), true);
            const answered = await stranger.pool
                .get(`${prefix}key`)
                .exec()
                .then(() => true, (error) => {
                if (refusals.test(error.message))
                    return false;
                throw error;
            });
            if (answered === (user === undefined))
                return 'asked for exactly where authentication is on';
            return answered ? 'a call without a login was answered' : 'a call without a login was refused';
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
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/maintenance-alarms.js
const maintenanceAlarms = {
    id: 'maintenance-alarms',
    run: async ({ first: { client } }) => {
        const { alarms } = await client.maintenance.alarm({ action: 'Get', memberID: '0', alarm: 'None' });
        return alarms.length === 0 ? 'no alarm' : alarms.map(({ alarm }) => `alarm ${alarm}`).join(', ');
    },
};

// EXTERNAL MODULE: ./lib/src/etcd/errors.js
var errors = __webpack_require__(49626);
;// CONCATENATED MODULE: ./lib/src/checks/maintenance-hashkv.js
// Owns the check that HashKV answers for a revision that is asked for, while others write.

/** A compaction between two answers changes what a hash covers; more than this many in a row is no coincidence. */
const ATTEMPTS = 5;
const maintenanceHashkv = {
    id: 'maintenance-hashkv',
    run: async ({ first, prefix }) => {
        for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
            const { header } = await first.client.put(`${prefix}a`).value('1').exec();
            try {
                const at = await first.hashKv(header.revision);
                await first.client.put(`${prefix}a`).value('2').exec();
                const again = await first.hashKv(header.revision);
                if (at.compact_revision !== again.compact_revision)
                    continue;
                return at.hash !== 0 && at.hash === again.hash
                    ? 'a hash at the asked revision'
                    : `hashes ${at.hash} and ${again.hash} at one revision, compacted at ${at.compact_revision}`;
            }
            catch (error) {
                if ((0,errors/* classifyEtcdError */.VS)(error) !== 'compacted')
                    throw error;
            }
        }
        return `compacted ${ATTEMPTS} times between two answers`;
    },
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/src/checks/maintenance-snapshot.js
// Owns the check that a snapshot can be streamed and carries the SHA-256 of itself at its end.

const digestBytes = 32;
const maintenanceSnapshot = {
    id: 'maintenance-snapshot',
    run: async ({ first }) => {
        const stream = await first.snapshot();
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let tail = Buffer.alloc(0);
        let bytes = 0;
        await new Promise((resolve, reject) => {
            stream.on('data', ({ blob }) => {
                bytes += blob.length;
                const all = Buffer.concat([tail, blob]);
                const keep = Math.max(all.length - digestBytes, 0);
                hash.update(all.subarray(0, keep));
                tail = all.subarray(keep);
            });
            stream.on('error', reject);
            stream.on('end', () => resolve());
        });
        return bytes > digestBytes && hash.digest().equals(tail)
            ? 'stream ends with its sha256'
            : `${bytes} bytes that do not end with their sha256`;
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/maintenance-status.js
const maintenanceStatus = {
    id: 'maintenance-status',
    run: async ({ first: { client }, release }) => {
        const { version, leader, header } = await client.maintenance.status();
        if (version !== release)
            return `version ${version} instead of ${release}`;
        return leader !== '0' && BigInt(header.revision) > 0n
            ? 'version, leader and revision'
            : `leader ${leader}, revision ${header.revision}`;
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/not-found.js
const notFound = {
    id: 'not-found',
    run: async ({ first: { client }, prefix }) => {
        const { kvs, count, more } = await client.get(`${prefix}nothing`).exec();
        return kvs.length === 0 && count === '0' && !more ? 'no key, count 0' : `${kvs.length} keys, count ${count}`;
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/put.js
const put = {
    id: 'put',
    run: async ({ first: { client }, prefix }) => {
        const key = `${prefix}key`;
        await client.put(key).value('before').exec();
        const { header } = await client.put(key).value('after').exec();
        // Other clients write too: what counts is the history of this key around the revision of the answer.
        const at = await client.get(key).revision(header.revision).exec();
        const justBefore = await client
            .get(key)
            .revision(String(BigInt(header.revision) - 1n))
            .exec();
        const grew = at.kvs[0]?.mod_revision === header.revision &&
            at.kvs[0].value.toString() === 'after' &&
            at.kvs[0].version === '2' &&
            justBefore.kvs[0]?.value.toString() === 'before';
        return grew ? 'revision grows by one' : `mod revision ${at.kvs[0]?.mod_revision} after revision ${header.revision}`;
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/range-options.js
const rangeOptions = {
    id: 'range-options',
    run: async ({ first: { client }, prefix }) => {
        let past = '';
        for (const name of ['a', 'b', 'c', 'd', 'e']) {
            const { header } = await client.put(`${prefix}${name}`).value(name).exec();
            if (name === 'c')
                past = header.revision;
        }
        const all = () => client.getAll().prefix(prefix);
        const names = (kvs) => kvs.map(({ key }) => key.toString().slice(prefix.length)).join('');
        const limited = await all().limit(2).exec();
        const descending = await all().sort('Key', 'Descend').exec();
        const oldest = await all().sort('Create', 'Ascend').limit(1).exec();
        const end = `${prefix.slice(0, -1)}0`;
        const range = { key: Buffer.from(prefix), range_end: Buffer.from(end) };
        const keysOnly = await client.kv.range({ ...range, keys_only: true });
        const countOnly = await client.kv.range({ ...range, count_only: true });
        const atPast = await all().revision(past).exec();
        const honoured = [
            ['limit', names(limited.kvs) === 'ab' && limited.more && limited.count === '5'],
            ['order', names(descending.kvs) === 'edcba' && names(oldest.kvs) === 'a'],
            ['keys-only', names(keysOnly.kvs) === 'abcde' && keysOnly.kvs.every(({ value }) => value.length === 0)],
            ['count-only', countOnly.kvs.length === 0 && countOnly.count === '5'],
            ['revision', names(atPast.kvs) === 'abc'],
        ];
        const broken = honoured.filter(([, ok]) => !ok).map(([name]) => name);
        return broken.length === 0
            ? 'limit, order, keys-only, count-only and revision honoured'
            : `not honoured: ${broken.join(', ')}`;
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/transaction.js
const transaction = {
    id: 'transaction',
    run: async ({ first: { client }, prefix }) => {
        const key = `${prefix}key`;
        const create = () => client
            .if(key, 'Create', '==', 0)
            .then(client.put(key).value('created'))
            .else(client.get(key), client.put(`${prefix}else`).value('taken'))
            .commit();
        const first = await create();
        const elseBefore = await client.get(`${prefix}else`).string();
        const second = await create();
        const byValue = await client.if(key, 'Value', '==', 'created').then(client.delete().key(key)).commit();
        const picked = first.succeeded &&
            elseBefore === null &&
            !second.succeeded &&
            second.responses[0]?.response_range.kvs[0]?.value.toString() === 'created' &&
            (await client.get(`${prefix}else`).string()) === 'taken' &&
            byValue.succeeded &&
            (await client.get(key).string()) === null;
        return picked
            ? 'the comparison picks the branch'
            : `first ${first.succeeded}, second ${second.succeeded}, by value ${byValue.succeeded}`;
    },
};

// EXTERNAL MODULE: ./lib/src/etcd/compacted-watch.js
var compacted_watch = __webpack_require__(81207);
;// CONCATENATED MODULE: ./lib/src/checks/watch-compacted.js
// Owns the check that a watch from a revision that is compacted ends with the reason, so that clients list again.

/** Enough to make revision 1 compacted, and too little to trouble anybody else. */
const compactedRevision = '2';
const watchCompacted = {
    id: 'watch-compacted',
    run: async ({ first: { client }, prefix }) => {
        await client.put(`${prefix}a`).value('1').exec();
        await client.put(`${prefix}a`).value('2').exec();
        await client.kv.compact({ revision: compactedRevision }).catch((error) => {
            if (!error.message.includes('required revision has been compacted'))
                throw error;
        });
        // The member has applied the compaction once it answers this.
        await client.get(`${prefix}a`).exec();
        const answer = await (0,compacted_watch/* watchFromCompacted */.a)(client, Buffer.from(`${prefix}a`), 1n);
        if (answer.told === 'events')
            return 'events of a compacted revision';
        const known = answer.compactRevision >= BigInt(compactedRevision);
        return known ? 'cancelled as compacted' : `cancelled with compact revision ${answer.compactRevision}`;
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/watching.js
/** Opens a watch of the prefix, does `act` once it is there, and waits for `count` events; the runner bounds the wait. */
async function collect({ client }, prefix, from, count, act) {
    const builder = client.watch().prefix(prefix);
    const watcher = (from === undefined ? builder : builder.startRevision(from)).watcher();
    const events = [];
    try {
        await new Promise((resolve, reject) => {
            watcher.on('error', reject);
            watcher.on('disconnected', reject);
            watcher.on('connected', () => void act().catch(reject));
            watcher.on('data', (response) => {
                for (const { type, kv } of response.events) {
                    const deleted = String(type).toLowerCase() === 'delete';
                    const key = kv.key.toString().slice(prefix.length);
                    events.push({ type: deleted ? 'delete' : 'put', key, rev: BigInt(kv.mod_revision) });
                }
                if (events.length >= count)
                    resolve();
            });
        });
    }
    finally {
        // Not awaited: a lost connection would never answer, and the client is closed soon.
        void watcher.cancel().catch(() => undefined);
    }
    return events;
}
/** "events in order", or the events as they came. */
function inOrder(events, wanted) {
    const words = events.map(({ type, key }) => `${type} ${key}`);
    const growing = events.every(({ rev }, index) => index === 0 || rev > (events[index - 1]?.rev ?? 0n));
    const same = words.length === wanted.length && words.every((word, index) => word === wanted[index]);
    return growing && same
        ? 'events in order'
        : events.map(({ type, key, rev }) => `${type} ${key} at ${rev}`).join(', ');
}

;// CONCATENATED MODULE: ./lib/src/checks/watch-now.js

const watchNow = {
    id: 'watch-now',
    run: async ({ first, second: { client }, prefix }) => {
        await client.put(`${prefix}before`).value('not to be seen').exec();
        // The member must have it applied, else the watch begins before it.
        await first.client.get(`${prefix}before`).exec();
        const events = await collect(first, prefix, undefined, 3, async () => {
            await client.put(`${prefix}a`).value('1').exec();
            await client.put(`${prefix}b`).value('2').exec();
            await client.delete().key(`${prefix}a`).exec();
        });
        return inOrder(events, ['put a', 'put b', 'delete a']);
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/watch-past.js

const watchPast = {
    id: 'watch-past',
    run: async ({ first, second: { client }, prefix }) => {
        await client.put(`${prefix}before`).value('not to be seen').exec();
        const { header } = await client.put(`${prefix}a`).value('1').exec();
        await client.put(`${prefix}b`).value('2').exec();
        await client.delete().key(`${prefix}a`).exec();
        const events = await collect(first, prefix, header.revision, 4, async () => {
            await client.put(`${prefix}c`).value('3').exec();
        });
        return inOrder(events, ['put a', 'put b', 'delete a', 'put c']);
    },
};

;// CONCATENATED MODULE: ./lib/src/checks/index.js





















/** In the order of the report's table. */
const checks = [
    put,
    get,
    deleteKey,
    notFound,
    rangeOptions,
    transaction,
    leaseExpiry,
    leaseKeepalive,
    watchNow,
    watchPast,
    watchCompacted,
    lock,
    election,
    login,
    maintenanceStatus,
    maintenanceHashkv,
    maintenanceAlarms,
    maintenanceSnapshot,
    httpGateway,
    httpVersion,
    httpMetrics,
];


/***/ }),

/***/ 61591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ runChecks)
/* harmony export */ });
/* harmony import */ var _etcd_application_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72283);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70524);
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


/** Of one check; more where a database is large, as one of them streams all of it. */
const checkTimeoutMs = 10_000;
/** Checks of one member that run at once, unless said otherwise; members run side by side. */
const standardConcurrency = 4;
async function bounded(work, { clock, signal, timeoutMs = checkTimeoutMs }) {
    const timer = new AbortController();
    const ending = signal === undefined ? timer.signal : AbortSignal.any([timer.signal, signal]);
    const timeout = clock.sleep(timeoutMs, ending).then(() => {
        throw new Error(`no result within ${timeoutMs} ms`);
    });
    timeout.catch(() => undefined);
    try {
        return await Promise.race([work, timeout]);
    }
    finally {
        timer.abort();
    }
}
async function runOne(check, target, member, options) {
    const { clock, state } = options;
    const began = clock.monotonicUs();
    const expected = options.expectationOf(check.id, target.release);
    const base = { check: check.id, state, member, release: target.release, expected: expected ?? 'unknown' };
    try {
        const seen = await bounded(check.run(target), options);
        const durationMs = (clock.monotonicUs() - began) / 1000;
        if (expected !== undefined)
            return { ...base, seen, ok: seen === expected, durationMs };
        return { ...base, seen, ok: false, durationMs, error: 'the catalog has no expectation for this check' };
    }
    catch (error) {
        options.signal?.throwIfAborted();
        const durationMs = (clock.monotonicUs() - began) / 1000;
        return {
            ...base,
            seen: 'error',
            ok: false,
            durationMs,
            error: error instanceof Error ? error.message : String(error),
        };
    }
}
async function checkMember(member, run, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const endpoint = [{ member: member.name, url: member.clientUrl }];
        const one = __addDisposableResource(env_1, (0,_etcd_application_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createApplicationClient */ .U)(endpoint, options.credentials, `check-1-${member.name}`), true);
        const two = __addDisposableResource(env_1, (0,_etcd_application_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createApplicationClient */ .U)(endpoint, options.credentials, `check-2-${member.name}`), true);
        const [first] = one.members;
        const [second] = two.members;
        if (first === undefined || second === undefined)
            return [];
        const prefix = `app/check/${member.name}/${run}/`;
        const { release } = member;
        const waiting = [...(options.checks ?? _index_js__WEBPACK_IMPORTED_MODULE_1__/* .checks */ .A)];
        const order = new Map(waiting.map((check, index) => [check.id, index]));
        const results = [];
        const work = async () => {
            for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
                const target = {
                    ...{ release, first, second, prefix: `${prefix}${check.id}/` },
                    ...{ credentials: options.credentials, clock: options.clock },
                };
                results.push(await runOne(check, target, member.name, options));
            }
        };
        // The slow one first: everything else fits beside it.
        waiting.sort((a, b) => Number(b.id === 'lease-expiry') - Number(a.id === 'lease-expiry'));
        try {
            await Promise.all(Array.from({ length: options.concurrency ?? standardConcurrency }, work));
        }
        finally {
            // Keys that stay behind because the member has gone do no harm: every run has a prefix of its own.
            await first.client
                .delete()
                .prefix(prefix)
                .exec()
                .catch(() => undefined);
        }
        return results.sort((a, b) => (order.get(a.check) ?? 0) - (order.get(b.check) ?? 0));
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
 * One result for each check and member, whatever happens: a check that throws or hangs is a result that is not ok.
 * Takes about 4 s (a lease has to expire). Rejects only with the signal's reason.
 */
async function runChecks(options) {
    options.signal?.throwIfAborted();
    const run = options.random.int(2 ** 31).toString(36);
    const results = await Promise.all(options.members.map((member) => checkMember(member, run, options)));
    return results.flat();
}


/***/ }),

/***/ 44438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toolScript),
/* harmony export */   Q: () => (/* binding */ hostScript)
/* harmony export */ });
// Owns the POSIX shell script that carries out one transaction on a member's host and then stays as etcd's parent.
// Must not know etcd: it stops one process, starts another, and writes down what happened.
/** Shell function `look PID`, shared by the scripts that write down which process they are or have started. */
const shellLook = `# Sets $start to the start time of process $1, or to nothing when it has ended (a zombie has).
look() {
  start=
  if [ -r /proc/self/stat ]; then
    read -r stat 2>/dev/null < "/proc/$1/stat" || return 0
    stat=\${stat##*) }
    case $stat in Z*|X*) return 0 ;; esac
    set -- $stat
    shift 19
    start=$1
  else
    start=$(ps -o lstart= -p "$1" 2>/dev/null | sed 's/^ *//; s/ *$//')
  fi
}
`;
/**
 * The script runs in a session of its own, so neither our death nor a Ctrl-C reaches it or etcd. It finishes what it
 * began and tells through files in its transaction directory, each put in place by a rename:
 *
 *     claim/    made first: a transaction runs at most once, or is abandoned
 *     host      "<pid> <start time>" of the script
 *     begun     seconds since boot
 *     failed    "<reason>": nothing was started (`stop`: the old process did not end in time; `closing`; `abandoned`)
 *     stopped   "<seconds since boot> <size of etcd.log>"
 *     process   "<pid> <start time>" of the new process
 *     started   seconds since boot
 *     exit      exit code as the shell has it: 128 + n for signal n
 *
 * Never SIGKILL on its own account: a member that does not stop is reported, not shot.
 */
const hostScript = `#!/bin/sh
# One transaction on one member. Written and started by etcd-migrate; finishes even when etcd-migrate is gone.
tx=$1 closing=$2 log=$3 signal=$4 limit_ms=$5 old_pid=$6 old_start=$7
shift 7

put() { printf '%s\\n' "$2" > "$tx/$1.tmp" && mv "$tx/$1.tmp" "$tx/$1"; }

${shellLook}
# Sets $now to seconds since boot, or since 1970 where /proc is missing: only differences are used.
clock() {
  if [ -r /proc/uptime ]; then read -r now rest < /proc/uptime; else now=$(date +%s); fi
}

mkdir "$tx/claim" 2>/dev/null || exit 0
look $$
put host "$$ $start" || exit 1
clock
put begun "$now" || exit 1

if [ "$old_pid" != 0 ]; then
  look "$old_pid"
  if [ -n "$start" ] && [ "$start" = "$old_start" ]; then
    kill "-$signal" "$old_pid" 2>/dev/null
    kill -CONT "$old_pid" 2>/dev/null
    waited=0
    while look "$old_pid"; [ -n "$start" ] && [ "$start" = "$old_start" ]; do
      if [ "$waited" -ge "$limit_ms" ]; then
        put failed stop
        exit 1
      fi
      # Some sleeps take whole seconds only.
      if sleep 0.05 2>/dev/null; then waited=$((waited + 50)); else sleep 1; waited=$((waited + 1000)); fi
    done
  fi
fi

clock
put stopped "$now $(wc -c 2>/dev/null < "$log" || echo 0)" || exit 1
if [ -e "$closing" ]; then
  put failed closing
  exit 0
fi

"$@" < /dev/null >> "$log" 2>&1 &
pid=$!
look "$pid"
# A process that cannot be written down could never be stopped again.
put process "$pid $start" || { kill -KILL "$pid"; exit 1; }
clock
put started "$now"
wait "$pid"
put exit "$?"
`;
/**
 * Becomes a tool that works for a run, after it has written "<pid> <start time>" to a file: whoever removes the run
 * ends it then, also when we died meanwhile. It looks for `closing` after that, and the remover for the file after he
 * made `closing`, so one of them sees the other.
 */
const toolScript = `#!/bin/sh
# Runs one tool that belongs to a run. Written and started by etcd-migrate.
${shellLook}
# In a subshell: a variable that the tool's environment has under the same name would be changed for it.
(
  look $$
  printf '%s\\n' "$$ $start" > "$1.tmp" && mv "$1.tmp" "$1"
) || exit 1
[ -e "$2" ] && exit 1
shift 2
exec "$@"
`;


/***/ }),

/***/ 74348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ runTool)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
/* harmony import */ var _platform_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11567);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54891);
/* harmony import */ var _host_script_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44438);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74705);
/* harmony import */ var _transactions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28975);
// Owns running a tool that belongs to a run: it is written down there, so that whoever removes the run ends it.
// Must not know what the tool is for.






/** As `run`. `record`: the file that says which process it is; of one of the places where runs.ts looks for it. */
async function runTool(paths, record, [command, ...args], options) {
    try {
        await (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFileAtomic */ .Zf)(paths.toolScript, _host_script_js__WEBPACK_IMPORTED_MODULE_5__/* .toolScript */ .E, 0o700);
    }
    catch (error) {
        throw (0,_run_state_js__WEBPACK_IMPORTED_MODULE_3__/* .writingFailed */ .wm)(paths.toolScript, error);
    }
    const by = ['/bin/sh', paths.toolScript, record, paths.closing];
    const result = await (0,_platform_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)(command, args, { ...options, by });
    if (result.exitCode === 0 || (await (0,_transactions_js__WEBPACK_IMPORTED_MODULE_4__/* .readIdentity */ .xN)(record)) !== null)
        return result;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('tool-failed', `${command} was not started, as ${record} could not be written: ${result.stderr.trim() || 'nobody says why'}`);
}


/***/ }),

/***/ 72283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ callDeadlineMs),
/* harmony export */   U: () => (/* binding */ createApplicationClient)
/* harmony export */ });
/* harmony import */ var cockatiel__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66090);
/* harmony import */ var etcd3__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24415);
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35498);
// Owns the etcd3 client as a careful application configures it: every endpoint, its own retries, short reconnects.
// Must not know what is done with it (workload/, checks/) nor administer a cluster (member-access.ts).



/**
 * Longest wait for one call, milliseconds. Above an election and a member's restart (1–2 s), and below the 7 s after
 * which etcd itself gives up a proposal: an application does not hang as long as a server that has lost its leader.
 */
const callDeadlineMs = 5000;
/** Tries the next endpoint when a call never reached one; anything else may have happened and is the caller's. */
function unsentAgain(endpoints) {
    if (endpoints === 1)
        return cockatiel__WEBPACK_IMPORTED_MODULE_2__.noop;
    return (0,cockatiel__WEBPACK_IMPORTED_MODULE_2__.retry)((0,cockatiel__WEBPACK_IMPORTED_MODULE_2__.handleWhen)((error) => /No connection established/.test(error.message)), { maxAttempts: 6, backoff: new cockatiel__WEBPACK_IMPORTED_MODULE_2__.ConstantBackoff(20) });
}
function optionsFor(hosts, credentials, name) {
    const { tls, user } = credentials;
    return {
        hosts,
        ...(tls && {
            credentials: {
                rootCertificate: Buffer.from(tls.caPem),
                ...(tls.keyPem !== undefined && { privateKey: Buffer.from(tls.keyPem) }),
                ...(tls.certPem !== undefined && { certChain: Buffer.from(tls.certPem) }),
            },
        }),
        ...(user && { auth: { username: user.name, password: user.password } }),
        // The defaults open a circuit breaker for 5 s, which makes a 150 ms restart a 5 s one, and retry writes whose
        // outcome is in doubt. The application owns its retries.
        faultHandling: {
            host: () => cockatiel__WEBPACK_IMPORTED_MODULE_2__.noop,
            global: unsentAgain(hosts.length),
            watchBackoff: new cockatiel__WEBPACK_IMPORTED_MODULE_2__.ConstantBackoff(100).next(),
        },
        defaultCallOptions: (context) => (context.isStream ? {} : { deadline: Date.now() + callDeadlineMs }),
        grpcOptions: {
            'grpc.initial_reconnect_backoff_ms': 50,
            'grpc.min_reconnect_backoff_ms': 50,
            'grpc.max_reconnect_backoff_ms': 250,
            // 4 MB by default, which is less than a prefix of large values.
            'grpc.max_receive_message_length': -1,
            // Notices a frozen host. etcd closes connections that ping more often than every 5 s.
            'grpc.keepalive_time_ms': 10_000,
            'grpc.keepalive_timeout_ms': 5000,
            // gRPC shares connections between channels with equal options: a name of its own is a connection of its own,
            // as separate processes have.
            'grpc.primary_user_agent': name,
            ...(tls?.serverName !== undefined && {
                'grpc.ssl_target_name_override': tls.serverName,
                'grpc.default_authority': tls.serverName,
            }),
        },
    };
}
/** The library with two calls that it gets wrong, and the inner parts that are mended below. */
class OpenClient extends etcd3__WEBPACK_IMPORTED_MODULE_0__.Etcd3 {
    get #loginHolder() {
        return this.pool;
    }
    get login() {
        return this.#loginHolder.authenticator;
    }
    set login(login) {
        this.#loginHolder.authenticator = login;
    }
    get hosts() {
        return this.pool.hosts;
    }
    get watchStream() {
        return this.watchManager;
    }
    call(service, method, payload) {
        return this.pool.exec(service, method, payload);
    }
    snapshot() {
        return this.pool.withConnection('Maintenance', ({ client, metadata }) => {
            const service = client;
            return service.snapshot({}, metadata);
        });
    }
}
/**
 * The library closes the channel of an endpoint when one call on it fails, and with it every other call and stream
 * that was about to begin ("Channel closed before call started"). A gRPC channel reconnects by itself.
 */
function keepChannels(client) {
    for (const host of client.hosts) {
        const [reset, close] = [host.resetAllServices.bind(host), host.close.bind(host)];
        host.resetAllServices = () => undefined;
        host.close = () => {
            host.resetAllServices = reset;
            close();
        };
    }
}
/**
 * A new stream, with a new login, after etcd refused to create a watch. The library leaves the refused watch at the
 * head of its queue, so that none behind it is ever created; and the stream goes on with the login of its start, which
 * a restarted member has forgotten, so that etcd would refuse those too. Watches that did exist on the stream resume.
 */
function renewRefusedStream(client) {
    const stream = client.watchStream;
    const own = stream.handleCreatedResponse.bind(stream);
    stream.handleCreatedResponse = (response) => {
        own(response);
        if (!response.canceled)
            return;
        client.login.invalidateMetadata();
        stream.handleError(new Error(`A watch was refused: ${response.cancel_reason}`));
    };
}
/** Refusals that come so soon after a login were sent before it, or reach a member that has not applied it yet. */
const newLoginMs = 1000;
const askAgainMs = 50;
/**
 * One new login however many calls were refused. The library logs in again for each refused call in flight: after the
 * restart of a member, which forgets its tokens, so many password hashes (80 ms each) stall etcd for seconds. Each
 * connection has a login of its own, through its own member: elsewhere a new token may not have arrived yet.
 */
function calmLogin(client) {
    const own = client.login;
    let current;
    let knownSinceUs;
    let refused = false;
    client.login = {
        getMetadata: async () => {
            if (refused) {
                refused = false;
                await _platform_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.sleep(askAgainMs);
            }
            current ??= own.getMetadata().then((metadata) => {
                knownSinceUs = _platform_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.monotonicUs();
                return metadata;
            }, (error) => {
                current = undefined;
                throw new Error(`No login: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
            });
            return current;
        },
        invalidateMetadata: () => {
            const isNew = knownSinceUs === undefined || _platform_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.monotonicUs() - knownSinceUs < newLoginMs * 1000;
            if (isNew) {
                refused = true;
                return;
            }
            knownSinceUs = undefined;
            current = undefined;
            own.invalidateMetadata();
        },
    };
}
/** @param name distinguishes connections of several clients in one process, e.g. "c3". */
function createApplicationClient(endpoints, credentials, name = 'application') {
    const pool = new OpenClient(optionsFor(endpoints.map(({ url }) => url), credentials, name));
    const connections = endpoints.map(({ member, url }) => ({
        ...{ member, url },
        client: new OpenClient(optionsFor([url], credentials, name)),
    }));
    for (const client of [pool, ...connections.map((each) => each.client)]) {
        if (credentials.user)
            calmLogin(client);
        keepChannels(client);
        renewRefusedStream(client);
    }
    const members = connections.map(({ member, url, client }) => ({
        ...{ member, url, client },
        hashKv: (revision) => client.call('Maintenance', 'hashKv', { revision }),
        snapshot: () => client.snapshot(),
    }));
    const close = () => {
        for (const { client } of members)
            client.close();
        pool.close();
    };
    return { members, pool, close, [Symbol.asyncDispose]: async () => close() };
}


/***/ }),

/***/ 29435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ addAdministrator),
/* harmony export */   S: () => (/* binding */ enableAuthentication)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49626);
/* harmony import */ var _member_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75135);


const AUTH_DEADLINE_MS = 10_000;
/**
 * Makes the user `root` with the role `root` and enables authentication, as `etcdctl auth enable` does. Calling it
 * again after it broke off halfway goes on where it stopped.
 */
async function enableAuthentication(via, credentials, root, signal) {
    const { user: _unused, ...withoutUser } = credentials;
    await inSteps(via, withoutUser, signal, async (step) => {
        await step('userAdd', { name: root.name, password: root.password });
        await step('roleAdd', { name: 'root' });
        await step('userGrantRole', { user: root.name, role: 'root' });
        await step('authEnable', {});
    });
}
/** A further user with the role `root`, made by an administrator, where authentication is on. */
async function addAdministrator(via, administrator, user, signal) {
    await inSteps(via, administrator, signal, async (step) => {
        await step('userAdd', { name: user.name, password: user.password });
        await step('userGrantRole', { user: user.name, role: 'root' });
    });
}
/** What is there already counts as done. */
async function inSteps(via, credentials, signal, work) {
    const client = (0,_member_client_js__WEBPACK_IMPORTED_MODULE_1__/* .connectMember */ .R)(via.clientUrl, credentials);
    try {
        await work(async (method, request) => {
            try {
                await client.unary('Auth', method, request, { deadlineMs: AUTH_DEADLINE_MS, signal });
            }
            catch (error) {
                signal?.throwIfAborted();
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .classifyEtcdError */ .VS)(error) !== 'already-exists') {
                    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .etcdCallError */ .zO)(`${method} through ${via.name} at ${via.clientUrl}`, error);
                }
            }
        });
    }
    finally {
        client.close();
    }
}


/***/ }),

/***/ 81207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ watchFromCompacted)
/* harmony export */ });
/** Opens a watch on one key from a revision, and waits for the first that comes: its end, or events. */
async function watchFromCompacted(client, key, revision) {
    const stream = await client.watchClient.watch();
    try {
        return await new Promise((resolve, reject) => {
            stream.on('error', reject);
            stream.on('data', ({ canceled, compact_revision, events }) => {
                if (events.length > 0)
                    resolve({ told: 'events' });
                if (canceled)
                    resolve({ told: 'compacted', compactRevision: BigInt(compact_revision) });
            });
            stream.write({ create_request: { key, start_revision: revision.toString() } });
        });
    }
    finally {
        stream.cancel();
    }
}


/***/ }),

/***/ 58413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ nameDeployment),
/* harmony export */   q: () => (/* binding */ sameDeployment)
/* harmony export */ });
function sameDeployment(left, right) {
    if (left.release !== right.release)
        return false;
    const keys = Object.keys(left.overrides);
    return (keys.length === Object.keys(right.overrides).length &&
        keys.every((key) => left.overrides[key] === right.overrides[key]));
}
/** "3.6.14", with the overrides when there are any; "nothing" where nothing runs. */
function nameDeployment(deployment) {
    if (deployment === null)
        return 'nothing';
    const overrides = Object.entries(deployment.overrides).map(([flag, value]) => `--${flag}=${value}`);
    return [deployment.release, ...overrides].join(' ');
}


/***/ })

};
