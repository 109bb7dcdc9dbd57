export const id = 658;
export const ids = [658];
export const modules = {

/***/ 24211:
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

/***/ 37662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ defaults),
/* harmony export */   T: () => (/* binding */ sources)
/* harmony export */ });
// Owns the default of every optional manifest key: schema texts, reference page, template and resolver read this table.
// Must not know how a default is shown or applied.
/** Where etcd binaries may come from, in the order in which they are tried. */
const sources = ['local', 'cache', 'github', 'mirror', 'go', 'debian', 'image'];
const defaults = {
    version: 1,
    name: 'etcd',
    members: 3,
    rehearsal: {
        depth: 'standard',
        seed: 1,
        workload: {
            clients: 8,
            rate: 100,
            keys: 64,
            valueSize: 64,
            mix: { put: 40, get: 20, getSerializable: 15, range: 5, cas: 15, delete: 5 },
        },
        thresholds: { longestWriteGapMs: 5000, longestReadGapMs: 5000, failedOperations: 0, unknownOperations: 20 },
        timeLimits: { gateMs: 60_000, soakMs: 3000, dwellMs: 2000, totalMs: 2_700_000 },
    },
    backups: { choose: 'newest', sampleSize: 3, members: 1 },
    releases: { sources },
};


/***/ }),

/***/ 31480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _8: () => (/* binding */ Manifest),
  oT: () => (/* binding */ ManifestOfBackups),
  Tj: () => (/* reexport */ defaults/* sources */.T)
});

// UNUSED EXPORTS: acceptable, depths

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./lib/src/manifest/defaults.js
var defaults = __webpack_require__(37662);
;// CONCATENATED MODULE: ./lib/src/manifest/keys.js
// Owns how a key of the manifest is declared: optional with its default, in groups, with a shape that errors can name.
// Must not hold any key.

function showDefault(value) {
    if (Array.isArray(value))
        return value.join(', ');
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    return Object.entries(value)
        .map(([key, weight]) => `${key} ${weight}`)
        .join(', ');
}
/** An optional key. Its default stands in the JSON schema and the reference page, taken from the one table. */
function optional(schema, text, notes) {
    const { default: value, otherwise, examples } = notes;
    const shown = value === undefined ? otherwise : showDefault(value);
    return schema.optional().meta({
        description: shown === undefined ? text : `${text} Default: ${shown}.`,
        ...(value === undefined ? {} : { default: value }),
        examples: [...examples],
    });
}
/** An optional group of keys. */
function group(schema, text) {
    return schema.optional().meta({ description: text });
}
/** A text with a shape. `expected` names the shape in error messages and in editors. */
function shaped(pattern, expected) {
    return schemas/* string */.YjP().regex(pattern, expected).meta({ patternErrorMessage: expected });
}
const Text = schemas/* string */.YjP().min(1);
const Whole = (min, max) => (max === undefined ? schemas/* int */.Whr().min(min) : schemas/* int */.Whr().min(min).max(max));
const Url = schemas/* url */.OZ5({ protocol: /^https?$/ });

// EXTERNAL MODULE: ./lib/src/manifest/versions.js
var versions = __webpack_require__(22117);
;// CONCATENATED MODULE: ./lib/src/manifest/backups-schema.js
// Owns the shape of the manifest's `backups`: which are proven, what they must keep to, and who is called.
// Must not know any other key.




const backupChoices = ['newest', 'all', 'sample'];
const Backups = schemas/* strictObject */.rej({
    fetch: optional(schemas/* array */.YOg(Text).min(1), 'Command with its arguments, run without a shell, that brings backups and their sidecars into the directory that it runs in; `files` then name what it brought. Ignored for untrusted refs.', {
        otherwise: 'none, the files are there already',
        examples: [['aws', 's3', 'cp', '--recursive', 's3://backups/etcd/2026-11-28/', '.']],
    }),
    take: group(schemas/* strictObject */.rej({
        directory: Text.meta({
            description: 'Directory of the backups, relative to the manifest; the name of the file says when it was taken. In a workflow: one that outlasts the job.',
            examples: ['backups'],
        }),
        keep: optional(Whole(1, 100_000), 'How many backups of this cluster stay there, with the one just taken.', {
            otherwise: 'all',
            examples: [14],
        }),
    }), 'Takes a backup from `connection` first, from a follower, and proves it. Older ones go only behind its pass. Ignored for untrusted refs.'),
    files: optional(schemas/* array */.YOg(Text).min(1), 'Backup files: paths, and patterns such as `backups/**/*.db`, relative to the manifest, or to what `fetch` brought. May be left out beside `take`, whose backup is proven in any case; with `choose: newest` it is often the same.', { otherwise: 'only what `take` takes', examples: [['backups/*.db']] }),
    choose: optional(schemas/* enum */.k5n(backupChoices), 'Which of them to prove, by when they were taken: the newest, all, or a sample, which is the newest and others at random.', { default: defaults/* defaults */.N.backups.choose, examples: ['all'] }),
    sampleSize: optional(Whole(2, 1000), 'How many make a sample, the newest among them.', {
        default: defaults/* defaults */.N.backups.sampleSize,
        examples: [5],
    }),
    clusterId: optional(shaped(/^[0-9a-f]{1,16}$/, 'a cluster id as etcd prints it: at most 16 hexadecimal digits, in lower case'), 'Cluster that every backup must be of, as its sidecar says; without a sidecar nobody can tell.', { otherwise: 'any, or that of `connection`', examples: ['cdf818194e3a8c32'] }),
    sha256: optional(schemas/* record */.g1P(Text, shaped(/^[0-9a-fA-F]{64}$/, 'a SHA-256: 64 hexadecimal digits')), 'Name of a file, without directories → SHA-256 that it must have; beside what a sidecar or `FILE.sha256` says. With it, every file that is proven must be named.', { examples: [{ '2026-11-28.db': '12d2890bc50644dbe5bc3cd7342487e6a811eb68d15e3dd7cd50a6df04aa67e9' }] }),
    members: optional(Whole(1, 9), 'Members of the throw-away cluster that a backup is restored into.', {
        default: defaults/* defaults */.N.backups.members,
        examples: [3],
    }),
    policy: group(schemas/* strictObject */.rej({
        rpoMinutes: optional(Whole(1), 'Oldest data that are acceptable (recovery point objective), minutes.', {
            otherwise: 'not judged',
            examples: [1440],
        }),
        rpoRevisions: optional(Whole(0), 'By how many revisions the live cluster of `connection` may be ahead of a backup.', { otherwise: 'not judged', examples: [100_000] }),
        rtoMinutes: optional(Whole(1), 'Longest recovery that is acceptable (recovery time objective), minutes.', {
            otherwise: 'not judged',
            examples: [15],
        }),
        provenWithinHours: optional(Whole(1), 'Oldest proof that is acceptable, hours: beyond it `plan`, `preflight` and `backup` warn. Proofs are found in `history`.', { otherwise: 'not judged', examples: [48] }),
    }), 'What a backup must keep to, beyond being whole.'),
    releases: optional(schemas/* array */.YOg(shaped(versions/* exactRelease */.jd, 'an exact release such as 3.5.33')).min(1), 'Exact releases that must be able to restore every backup too, such as the one before and the target of an upgrade. What etcd cannot do there is expected and said.', { otherwise: 'none but the one that wrote it', examples: [['3.5.33', '3.6.14']] }),
    expect: optional(schemas/* array */.YOg(schemas/* strictObject */.rej({
        prefix: optional(Text, 'Keys that begin so. It is shown in reports.', {
            otherwise: 'none; `key` names one',
            examples: ['/registry/pods/'],
        }),
        atLeast: optional(Whole(0), 'Fewest keys.', { otherwise: 'none', examples: [10] }),
        atMost: optional(Whole(0), 'Most keys.', { otherwise: 'any number', examples: [5000] }),
        key: optional(Text, 'One key, which must be there. It is shown in reports; its value never is.', {
            otherwise: 'none; `prefix` names many',
            examples: ['/registry/namespaces/kube-system'],
        }),
        matches: optional(Text, 'Regular expression (JavaScript) that the value of `key`, as UTF-8, must match.', {
            otherwise: 'any value',
            examples: ['^v1'],
        }),
    }))
        .min(1), 'Keys that every backup must hold.', { otherwise: 'nothing', examples: [[{ prefix: '/registry/pods/', atLeast: 10 }]] }),
    test: optional(schemas/* array */.YOg(Text).min(1), "Command with its arguments, run without a shell in the manifest's directory, against the restored cluster: `ETCDCTL_ENDPOINTS` and, with authentication, `ETCDCTL_CACERT`, `ETCDCTL_CERT` and `ETCDCTL_KEY` name it. A backup passes only if it ends with exit code 0, within an hour. What it prints goes to the log of the run. Ignored for untrusted refs.", { otherwise: 'none', examples: [['./check-restored.sh']] }),
    notify: optional(schemas/* array */.YOg(Text).min(1), "Command with its arguments, run without a shell in the manifest's directory, when a run that has begun ends without a pass and was not interrupted: `ETCD_MIGRATE_VERDICT`, `ETCD_MIGRATE_FAILURE_REASON`, `ETCD_MIGRATE_REASON` and `ETCD_MIGRATE_REPORT` (a file, or empty) say why. Ignored for untrusted refs.", { otherwise: 'none', examples: [['./page-somebody.sh']] }),
    history: optional(Text, 'JSON file, relative to the manifest, that keeps what every run proved: for trends, and for `policy.provenWithinHours`. Keep it between runs, in an artifact, a branch or a cache.', { otherwise: '`proofs.json` in the output directory', examples: ['backups/proofs.json'] }),
});

;// CONCATENATED MODULE: ./lib/src/manifest/schema.js
// Owns the manifest's shape: the one source of its types, its JSON schema and its reference page.
// Must not know files, YAML or etcd releases (parse.ts, resolve.ts).






const acceptable = ['below-floor', 'auth-during-hop', 'known-bad'];
const depths = ['quick', 'standard', 'deep'];
/** A version as people write it: a line ("3.5"), an exact release ("3.5.33") or `latest`. Never a number: 3.10 is 3.1. */
const WantedVersion = shaped(versions/* lineOrRelease */.lp, 'a quoted line such as "3.5", an exact release such as "3.5.33", or "latest"');
const VariableName = shaped(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable (letters, digits and underscores)');
const Etcd = schemas/* strictObject */.rej({
    flags: optional(schemas/* record */.g1P(shaped(/^[a-z][a-z0-9-]*$/, 'a flag name without leading dashes, such as snapshot-count'), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY(), schemas/* number */.aig()])), 'etcd command-line flags, without dashes. Flags for names, addresses, directories and certificates are set by etcd-migrate.', { examples: [{ 'quota-backend-bytes': 8589934592, 'auto-compaction-retention': '1h' }] }),
    environment: optional(schemas/* record */.g1P(shaped(/^ETCD_[A-Z0-9_]+$/, 'a variable name such as ETCD_QUOTA_BACKEND_BYTES'), schemas/* string */.YjP()), 'etcd environment variables. A setting belongs either here or in `flags`, never in both.', { examples: [{ ETCD_HEARTBEAT_INTERVAL: '100' }] }),
    configFile: optional(Text, 'An etcd YAML configuration file, relative to the manifest. etcd then ignores flags and environment.', { examples: ['etcd.conf.yaml'] }),
});
const Connection = schemas/* strictObject */.rej({
    endpoints: schemas/* array */.YOg(Url)
        .min(1)
        .meta({
        description: 'Client URLs of the live cluster: one of every member. Only read from.',
        examples: [['https://etcd-1.example:2379', 'https://etcd-2.example:2379']],
    }),
    tls: group(schemas/* strictObject */.rej({
        caFile: optional(Text, 'PEM file of the certificate authority.', { examples: ['/etc/etcd/ca.pem'] }),
        certFile: optional(Text, 'PEM file of the client certificate.', { examples: ['/etc/etcd/client.pem'] }),
        keyFile: optional(Text, 'PEM file of the client key.', { examples: ['/etc/etcd/client-key.pem'] }),
        caEnv: optional(VariableName, 'Environment variable that holds the CA as PEM.', { examples: ['ETCD_CA'] }),
        certEnv: optional(VariableName, 'Environment variable that holds the client certificate as PEM.', {
            examples: ['ETCD_CERT'],
        }),
        keyEnv: optional(VariableName, 'Environment variable that holds the client key as PEM.', {
            examples: ['ETCD_KEY'],
        }),
        serverName: optional(Text, 'Name to verify the server certificate against.', {
            otherwise: 'the host of the endpoint',
            examples: ['etcd.example'],
        }),
    }), 'Certificates for the live cluster, by file or by environment variable.'),
    auth: group(schemas/* strictObject */.rej({
        username: Text.meta({ description: 'User to read the live cluster as.', examples: ['root'] }),
        passwordEnv: optional(VariableName, 'Environment variable that holds the password.', {
            examples: ['ETCD_PASSWORD'],
        }),
        passwordFile: optional(Text, 'File that holds the password.', { examples: ['/run/secrets/etcd-password'] }),
    }), 'User and password of the live cluster; the password by file or by environment variable, never in the manifest.'),
});
const weight = (what, value) => optional(Whole(0, 100), what, { default: value, examples: [value] });
const { workload, thresholds, timeLimits } = defaults/* defaults */.N.rehearsal;
const Workload = schemas/* strictObject */.rej({
    clients: optional(Whole(1, 64), 'Concurrent clients.', { default: workload.clients, examples: [16] }),
    rate: optional(Whole(1, 5000), 'Operations per second in all, open loop.', {
        default: workload.rate,
        examples: [200],
    }),
    keys: optional(Whole(1, 100_000), 'Keys the clients work on.', { default: workload.keys, examples: [256] }),
    valueSize: optional(schemas/* union */.KCZ([Whole(1, 1_000_000), schemas/* tuple */.PVZ([Whole(1, 1_000_000), Whole(1, 1_000_000)])]), 'Bytes of a value, or [smallest, largest].', { default: workload.valueSize, examples: [256, [64, 4096]] }),
    mix: group(schemas/* strictObject */.rej({
        put: weight('Writes of one key.', workload.mix.put),
        get: weight('Linearizable reads of one key.', workload.mix.get),
        getSerializable: weight('Serializable reads of one key.', workload.mix.getSerializable),
        range: weight('Reads of all keys under a prefix.', workload.mix.range),
        cas: weight('Compare-and-swap transactions.', workload.mix.cas),
        delete: weight('Deletions of one key.', workload.mix.delete),
    }), 'Weights of the operations. One left out keeps its default weight; 0 turns it off.'),
});
const Thresholds = schemas/* strictObject */.rej({
    longestWriteGapMs: optional(Whole(1, 600_000), 'Longest time without an acknowledged write, milliseconds.', {
        default: thresholds.longestWriteGapMs,
        examples: [2000],
    }),
    longestReadGapMs: optional(Whole(1, 600_000), 'Longest time without an acknowledged read, milliseconds.', {
        default: thresholds.longestReadGapMs,
        examples: [2000],
    }),
    failedOperations: optional(Whole(0), 'Operations that may fail in the whole rehearsal.', {
        default: thresholds.failedOperations,
        examples: [0],
    }),
    unknownOperations: optional(Whole(0), 'Operations whose outcome may stay unknown.', {
        default: thresholds.unknownOperations,
        examples: [20],
    }),
    p99Ms: optional(Whole(1, 600_000), 'p99 of any step, milliseconds.', { otherwise: 'not judged', examples: [500] }),
});
const TimeLimits = schemas/* strictObject */.rej({
    gateMs: optional(Whole(1000, 3_600_000), 'How long a gate may take, milliseconds.', {
        default: timeLimits.gateMs,
        examples: [120_000],
    }),
    soakMs: optional(Whole(0, 3_600_000), 'How long to hold before the last old member, milliseconds.', {
        default: timeLimits.soakMs,
        examples: [60_000],
    }),
    dwellMs: optional(Whole(0, 3_600_000), 'How long clients work in each state, milliseconds.', {
        default: timeLimits.dwellMs,
        examples: [10_000],
    }),
    totalMs: optional(Whole(10_000, 86_400_000), 'The whole rehearsal, milliseconds.', {
        default: timeLimits.totalMs,
        examples: [3_600_000],
    }),
});
const Rehearsal = schemas/* strictObject */.rej({
    depth: optional(schemas/* enum */.k5n(depths), 'quick: the upgrade alone; standard: and its roll-backs; deep: roll-backs everywhere and crashes.', { default: defaults/* defaults */.N.rehearsal.depth, examples: ['quick'] }),
    seed: optional(Whole(0, 2 ** 31 - 1), 'Seed of workload and disturbances.', {
        default: defaults/* defaults */.N.rehearsal.seed,
        examples: [42],
    }),
    tls: optional(schemas/* boolean */.zMY(), 'Rehearse with TLS.', { otherwise: 'as the live cluster, or false', examples: [true] }),
    auth: optional(schemas/* boolean */.zMY(), 'Rehearse with authentication enabled.', {
        otherwise: 'as the live cluster, or false',
        examples: [true],
    }),
    workload: group(Workload, 'What the clients do while members are replaced.'),
    thresholds: group(Thresholds, 'What clients may feel before the verdict is "fail".'),
    timeLimits: group(TimeLimits, 'How long things may take.'),
});
const Releases = schemas/* strictObject */.rej({
    sources: optional(schemas/* array */.YOg(schemas/* enum */.k5n(defaults/* sources */.T)).min(1), 'Where etcd binaries may come from, in this order.', {
        default: defaults/* sources */.T,
        examples: [['cache', 'github']],
    }),
    local: optional(schemas/* record */.g1P(shaped(versions/* exactRelease */.jd, 'an exact release such as 3.5.33'), Text), 'Exact release → directory with its binaries.', { examples: [{ '3.5.33': '/opt/etcd-3.5.33' }] }),
    mirror: optional(Url, "Base URL with the layout of etcd's GitHub releases.", {
        examples: ['https://mirror.example/etcd/releases/download'],
    }),
    image: optional(Text, 'Container image without tag.', { examples: ['registry.example/etcd'] }),
});
const Manifest = schemas/* strictObject */.rej({
    version: optional(schemas/* literal */.euz(1), 'Version of this format.', { default: defaults/* defaults */.N.version, examples: [1] }),
    name: optional(shaped(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and dashes, at most 63'), 'Names the cluster in reports.', { default: defaults/* defaults */.N.name, examples: ['payments'] }),
    from: WantedVersion.meta({
        description: 'What the cluster runs now: a line, an exact release, or "latest". A manifest for backups alone has neither this nor `to`.',
        examples: ['3.5', '3.5.33'],
    }),
    to: WantedVersion.meta({
        description: 'What it shall run: a line, an exact release, or "latest".',
        examples: ['3.7', '3.7.1'],
    }),
    hops: optional(schemas/* array */.YOg(WantedVersion).min(1), 'Stop-overs in order, one for each minor, when the planner shall not choose them. `from` and `to` may be left out.', { otherwise: 'chosen by the planner', examples: [['3.6.14']] }),
    members: optional(schemas/* union */.KCZ([
        Whole(1, 9),
        schemas/* array */.YOg(shaped(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'a name of letters, digits, dots, dashes and underscores'))
            .min(1)
            .max(9),
    ]), 'Number of voting members, or their names.', { default: defaults/* defaults */.N.members, examples: [5, ['etcd-1', 'etcd-2', 'etcd-3']] }),
    etcd: group(Etcd, 'Settings of the members, as in production.'),
    connection: group(Connection, 'How to read the live cluster. Credentials come from the environment or from files.'),
    rehearsal: group(Rehearsal, 'How thoroughly to rehearse, with which clients, and what they may feel.'),
    backups: group(Backups, 'Which backups `verify-backup` proves, and what they must keep to.'),
    releases: group(Releases, 'How to obtain etcd. Keys that name a binary are ignored for untrusted refs.'),
    accept: optional(schemas/* array */.YOg(schemas/* strictObject */.rej({
        risk: schemas/* enum */.k5n(acceptable).meta({ description: 'The risk.', examples: ['below-floor'] }),
        // Blanks around it do not count, else ten of them were a reason.
        reason: shaped(/\S[\s\S]{8,}\S/, 'a text of at least 10 characters').meta({
            description: 'Why it is acceptable here, at least 10 characters.',
            examples: ['Say here why it is acceptable.'],
        }),
    })), 'Risks taken knowingly. The verdict is then inconclusive at best.', { examples: [[{ risk: 'below-floor', reason: 'The floor release is not in our mirror.' }]] }),
});
/** Backups need no upgrade: a manifest with `backups` may leave both of its ends out. */
const ManifestOfBackups = Manifest.partial({ from: true, to: true });


/***/ })

};
