export const id = 427;
export const ids = [427];
export const modules = {

/***/ 22427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oW: () => (/* binding */ obtainReleases),
  X4: () => (/* binding */ openReleaseStore),
  IH: () => (/* binding */ reportRelease)
});

// UNUSED EXPORTS: releasesOf

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
;// CONCATENATED MODULE: ./lib/src/releases/go-modules.js
// Owns where the pinned go.mod and go.sum files lie, in the source tree as well as beside the bundle.
// Must not know what is built from them.



/** Seen from src/releases/ (and lib/), from dist/main/index.js, and from a bundle at dist/index.js. */
const candidates = ['../catalog/go-modules', './catalog/go-modules'];
/**
 * The directory that holds `<version>/go.mod` and `<version>/go.sum`, as seen from the running module's own URL.
 * Throws `internal-error` if it was not shipped.
 */
function goModulesDirectory(module = import.meta.url) {
    const paths = candidates.map((candidate) => (0,external_node_url_.fileURLToPath)(new URL(candidate, module)));
    const found = paths.find((path) => (0,external_node_fs_.existsSync)(path));
    if (found === undefined) {
        throw new errors/* EtcdMigrateError */.A8('internal-error', `The pinned Go modules are missing: neither ${paths.join(' nor ')} exists.`);
    }
    return found;
}

// EXTERNAL MODULE: ./lib/src/releases/platform.js
var releases_platform = __webpack_require__(64978);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./lib/src/manifest/schema.js + 2 modules
var schema = __webpack_require__(31480);
// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/releases/digest.js
var digest = __webpack_require__(35693);
;// CONCATENATED MODULE: ./lib/src/releases/source.js
const isRefusal = (answer) => 'refused' in answer;

;// CONCATENATED MODULE: ./lib/src/releases/cache.js
// Owns the cache of verified binaries: one directory per release and platform, with a manifest of what was verified.
// Must not know how binaries are obtained, nor run them.








const EntryManifest = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    version: schemas/* string */.YjP(),
    platform: schemas/* string */.YjP(),
    /** Where the binaries came from once. */
    source: schemas/* enum */.k5n(schema/* sources */.Tj),
    sha256: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['etcd', 'etcdctl', 'etcdutl']), schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/)),
    provenance: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    obtainedAt: iso/* datetime */.w$(),
});
function createReleaseCache(cacheDir, platform) {
    const entryDirectory = (version) => (0,external_node_path_.join)(cacheDir, version, (0,releases_platform/* platformName */.$r)(platform));
    const entryOf = (directory, manifest) => ({
        directory,
        manifest,
        tools: Object.fromEntries(Object.entries(manifest.sha256).map(([tool, sha256]) => [
            tool,
            { path: (0,external_node_path_.join)(directory, (0,releases_platform/* toolFile */.HV)(tool, platform)), sha256 },
        ])),
    });
    const peek = async (wanted, allowed) => {
        const directory = entryDirectory(wanted.version);
        const manifest = await readManifest(directory);
        if (isRefusal(manifest))
            return manifest;
        if (manifest.version !== wanted.version || manifest.platform !== (0,releases_platform/* platformName */.$r)(platform)) {
            return damaged(`${directory} says that it is ${manifest.version} for ${manifest.platform}`);
        }
        if (!allowed(manifest.source)) {
            return { refused: `${directory} came from ${manifest.source}, which \`releases.sources\` does not allow` };
        }
        const absent = wanted.tools.find((tool) => manifest.sha256[tool] === undefined);
        if (absent !== undefined)
            return { refused: `${directory} has no ${absent}` };
        const entry = entryOf(directory, manifest);
        for (const { path } of Object.values(entry.tools)) {
            if (!(await exists(path)))
                return damaged(`${path} is missing`);
        }
        return entry;
    };
    return {
        entryDirectory,
        peek,
        read: async (wanted, allowed, signal) => {
            const entry = await peek(wanted, allowed);
            if (isRefusal(entry))
                return entry;
            for (const { path, sha256 } of Object.values(entry.tools)) {
                const found = await digestOf(path, signal);
                if (found !== sha256)
                    return damaged(`${path} has sha256 ${found}, but ${sha256} was recorded`);
            }
            return entry;
        },
        install: async (directory, facts) => {
            const target = entryDirectory(facts.version);
            const manifest = { schemaVersion: 1, platform: (0,releases_platform/* platformName */.$r)(platform), ...facts };
            try {
                await (0,files/* writeFileAtomic */.Zf)((0,external_node_path_.join)(directory, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
                // Two renames, because a directory cannot be renamed over one with content. Readers see one or the other.
                await renameIfThere(target, `${directory}.before`);
                await (0,promises_.rename)(directory, target);
            }
            catch (error) {
                throw (0,files/* fileError */.zS)(error, 'Writing the cache entry', target);
            }
            return entryOf(target, manifest);
        },
        setAside: async (version) => {
            const directory = entryDirectory(version);
            const aside = `${directory}.damaged`;
            try {
                await (0,promises_.rm)(aside, { recursive: true, force: true });
                await renameIfThere(directory, aside);
            }
            catch (error) {
                throw (0,files/* fileError */.zS)(error, 'Setting aside', directory);
            }
            return aside;
        },
    };
}
const damaged = (what) => ({ refused: `damaged: ${what}`, damaged: true });
async function readManifest(directory) {
    const path = (0,external_node_path_.join)(directory, 'manifest.json');
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return { refused: `nothing in ${directory}` };
        if (code === 'EISDIR')
            return damaged(`${path} is not a file`);
        throw (0,files/* fileError */.zS)(error, 'Reading', path);
    }
    let content;
    try {
        content = JSON.parse(text);
    }
    catch (error) {
        return damaged(`${path} is not JSON (${error.message})`);
    }
    const parsed = EntryManifest.safeParse(content);
    if (parsed.success)
        return parsed.data;
    const [first] = parsed.error.issues;
    return damaged(`${path} is not a cache manifest (${first?.path.join('.') ?? ''}: ${first?.message ?? ''})`);
}
async function exists(path) {
    try {
        await (0,promises_.access)(path);
        return true;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return false;
        throw (0,files/* fileError */.zS)(error, 'Reading', path);
    }
}
async function digestOf(path, signal) {
    try {
        return await (0,digest/* sha256OfFile */.V)(path, signal);
    }
    catch (error) {
        throw (0,files/* fileError */.zS)(error, 'Reading', path);
    }
}
async function renameIfThere(from, to) {
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
    }
}

// EXTERNAL MODULE: ./node_modules/proper-lockfile/index.js
var proper_lockfile = __webpack_require__(83648);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/src/releases/workspace.js
// Owns temporary directories for downloads and builds, and removing those whose owner died.
// Must not know what is put into them.






/** Nothing that we do to obtain a release lasts that long, so an older directory is nobody's. */
const OLDEST_MS = 24 * 3_600_000;
const NAME = /^(?<host>.+)\.(?<pid>\d+)\.[0-9a-f]{8}$/;
/** A new directory under `parent`, named after this process so that a later one can tell whether it is still wanted. */
async function createWorkspace(parent) {
    const directory = (0,external_node_path_.join)(parent, `${(0,external_node_os_.hostname)()}.${process.pid}.${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
    await makeDirectory(directory);
    return { directory, [Symbol.asyncDispose]: () => removeTree(directory) };
}
/** Makes a directory and its parents. Throws `no-permission` or `no-space`, also where a file is in the way. */
async function makeDirectory(directory) {
    try {
        await (0,promises_.mkdir)(directory, { recursive: true });
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOTDIR' || code === 'EEXIST') {
            throw new errors/* EtcdMigrateError */.A8('no-permission', `${directory} cannot be made: a file is in its place or above it.`, {
                hint: 'Choose another directory with --cache, or move the file away.',
                cause: error,
            });
        }
        throw (0,files/* fileError */.zS)(error, 'Making the directory', directory);
    }
}
/** Removes the workspaces of dead processes. A directory of another machine (shared cache) goes after a day only. */
async function sweepWorkspaces(parent, clock) {
    let names;
    try {
        names = await (0,promises_.readdir)(parent);
    }
    catch (error) {
        // A file in the way is reported by whoever makes the first directory there.
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return [];
        throw (0,files/* fileError */.zS)(error, 'Reading the directory', parent);
    }
    const removed = [];
    for (const name of names) {
        // Whatever else stands here is not ours: with `--cache .` this is somebody's own `tmp`.
        const owner = NAME.exec(name)?.groups;
        if (owner === undefined)
            continue;
        const directory = (0,external_node_path_.join)(parent, name);
        const abandoned = owner['host'] === (0,external_node_os_.hostname)() && !isAlive(Number(owner['pid']));
        if (abandoned || (await isOld(directory, clock))) {
            await removeTree(directory);
            removed.push(directory);
        }
    }
    return removed;
}
async function isOld(directory, clock) {
    try {
        return clock.wallMs() - (await (0,promises_.stat)(directory)).mtimeMs > OLDEST_MS;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return false;
        throw (0,files/* fileError */.zS)(error, 'Looking at', directory);
    }
}
async function removeTree(directory) {
    try {
        // A killed build's last children may still write for a moment.
        await (0,promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
    catch (error) {
        throw (0,files/* fileError */.zS)(error, 'Removing', directory);
    }
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // EPERM: there is such a process, it is just not ours.
        return error.code === 'EPERM';
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/cache-lock.js
// Owns the promise that one process at a time obtains a release for a cache.
// Must not be needed for correctness: entries appear by an atomic rename; the lock only saves doing the work twice.





/** A dead owner's lock is taken over after this long; a live one touches it five times as often. */
const STALE_MS = 10_000;
const RETRY_MS = 250;
/** Longer than the slowest build that we allow. */
const LONGEST_WAIT_MS = 20 * 60_000;
/** Waits at most 20 minutes, then throws `release-unobtainable`; throws the signal's reason on abort. */
async function lockEntry({ path, clock, signal, onWait }) {
    const begunUs = clock.monotonicUs();
    await makeDirectory((0,external_node_path_.dirname)(path));
    for (;;) {
        signal.throwIfAborted();
        try {
            let lost = false;
            const release = await (0,proper_lockfile.lock)(path, {
                realpath: false,
                stale: STALE_MS,
                update: STALE_MS / 5,
                onCompromised: () => {
                    // This process was frozen and another took over: both then install, one after the other, the same release.
                    lost = true;
                },
            });
            return { [Symbol.asyncDispose]: async () => (lost ? undefined : await release()) };
        }
        catch (error) {
            if (error.code !== 'ELOCKED')
                throw (0,files/* fileError */.zS)(error, 'Locking', `${path}.lock`);
        }
        if (clock.monotonicUs() - begunUs > LONGEST_WAIT_MS * 1000) {
            throw new errors/* EtcdMigrateError */.A8('release-unobtainable', `Another process has held ${path}.lock for ${LONGEST_WAIT_MS / 60_000} minutes; nothing was changed.`);
        }
        onWait();
        await clock.sleep(RETRY_MS, signal);
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/progress.js
const SHORTEST_US = 200_000;
const HEARTBEAT_MS = 1_000;
/**
 * Runs `work` and repeats the last thing it told, with the time so far, whenever it is silent for a second: a compiler
 * that says nothing for a minute must not look like a hang.
 */
async function withProgress({ clock, onProgress, release }, signal, work) {
    const begunUs = clock.monotonicUs();
    let last;
    let shownUs = Number.NEGATIVE_INFINITY;
    const show = () => {
        if (last === undefined)
            return;
        shownUs = clock.monotonicUs();
        onProgress({ ...last, elapsedMs: Math.round((shownUs - begunUs) / 1000) });
    };
    const tellFor = (source) => (activity, detail, bytes) => {
        const changed = last?.activity !== activity || last.source !== source;
        last = {
            release,
            source,
            activity,
            detail,
            ...(bytes === undefined ? {} : { bytes: bytes.done }),
            ...(bytes?.total === undefined ? {} : { totalBytes: bytes.total }),
        };
        if (changed || clock.monotonicUs() - shownUs >= SHORTEST_US)
            show();
    };
    const done = new AbortController();
    const heartbeat = beat(clock, AbortSignal.any([signal, done.signal]), () => {
        if (clock.monotonicUs() - shownUs >= (HEARTBEAT_MS - 100) * 1000)
            show();
    });
    try {
        return await work(tellFor);
    }
    finally {
        done.abort();
        await heartbeat;
    }
}
async function beat(clock, signal, each) {
    while (!signal.aborted) {
        try {
            await clock.sleep(HEARTBEAT_MS, signal);
        }
        catch (error) {
            if (signal.aborted)
                return;
            throw error;
        }
        each();
    }
}

;// CONCATENATED MODULE: ./lib/src/platform/download.js
// Owns fetching over HTTP: proxies, redirects, deadlines, sha256 of what was written. Outcomes are values, not errors.
// Must not know what is fetched, nor decide whether an outcome is a failure.




/** An address that has not answered by then is unreachable: name lookup, connection, redirects and headers together. */
const ANSWER_LIMIT_MS = 5_000;
/** A transfer that stands still that long will not go on. */
const STALL_LIMIT_MS = 15_000;
const MOST_REDIRECTS = 5;
/** `environment`: HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in either case, are honoured. */
function createHttpClient(environment) {
    let shared;
    const proxy = (name) => environment[name.toLowerCase()] ?? environment[name] ?? '';
    /** Asks and follows redirects; rejects when no headers came in time. */
    const ask = async (method, url, signal, follow) => {
        // Loaded late: `--version` must not pay for it.
        const { Agent, EnvHttpProxyAgent, request } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
        const [httpProxy, httpsProxy] = [proxy('HTTP_PROXY'), proxy('HTTPS_PROXY')];
        // Without a proxy the plain agent: the other one prints a warning that it is experimental.
        shared ??=
            httpProxy || httpsProxy
                ? new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy: proxy('NO_PROXY'), bodyTimeout: STALL_LIMIT_MS })
                : new Agent({ bodyTimeout: STALL_LIMIT_MS });
        let current = new URL(url);
        for (let redirects = 0;; redirects += 1) {
            const response = await request(current, {
                method,
                signal,
                dispatcher: shared,
                // Compressed in transit, a .tar.gz would not have its published checksum.
                headers: { 'accept-encoding': 'identity', 'user-agent': 'etcd-migrate' },
            });
            // A connection may break before anybody reads the body; the reader still sees it, but it must not end the process.
            response.body.on('error', () => { });
            const location = response.headers.location;
            if (!follow || response.statusCode < 300 || response.statusCode > 399 || typeof location !== 'string') {
                return response;
            }
            await response.body.dump();
            if (redirects === MOST_REDIRECTS)
                throw new Error(`more than ${MOST_REDIRECTS} redirects`);
            const next = new URL(location, current);
            if (current.protocol === 'https:' && next.protocol !== 'https:') {
                throw new Error(`redirected from https to ${next.protocol}//${next.host}`);
            }
            current = next;
        }
    };
    /** `ask` within the limit. The limit ends with the headers; the body has its own. */
    const answer = async (method, url, signal, follow) => {
        signal.throwIfAborted();
        const late = new AbortController();
        const timer = setTimeout(() => late.abort(new Error(`no answer within ${ANSWER_LIMIT_MS / 1000} s`)), ANSWER_LIMIT_MS);
        try {
            return await ask(method, url, AbortSignal.any([signal, late.signal]), follow);
        }
        catch (error) {
            signal.throwIfAborted();
            return { outcome: 'unreachable', reason: reasonOf(error) };
        }
        finally {
            clearTimeout(timer);
        }
    };
    const discard = (response) => response.body.dump().then(() => { }, 
    // Nobody wants the body of such an answer, nor how it ended.
    () => { });
    return {
        exists: async (url, signal) => {
            const response = await answer('HEAD', url, signal, false);
            if ('outcome' in response)
                return response;
            await discard(response);
            return response.statusCode < 400 ? { outcome: 'present' } : { outcome: 'absent', status: response.statusCode };
        },
        readText: async (url, maxBytes, signal) => {
            const response = await answer('GET', url, signal, true);
            if ('outcome' in response)
                return response;
            if (response.statusCode !== 200) {
                await discard(response);
                return { outcome: 'absent', status: response.statusCode };
            }
            const chunks = [];
            let bytes = 0;
            try {
                for await (const chunk of response.body) {
                    bytes += chunk.length;
                    if (bytes > maxBytes)
                        return { outcome: 'broken', reason: `more than ${maxBytes} bytes` };
                    chunks.push(chunk);
                }
            }
            catch (error) {
                signal.throwIfAborted();
                return { outcome: 'broken', reason: reasonOf(error) };
            }
            return { outcome: 'text', text: Buffer.concat(chunks).toString('utf8') };
        },
        save: async (url, file, signal, onBytes) => {
            const response = await answer('GET', url, signal, true);
            if ('outcome' in response)
                return response;
            if (response.statusCode !== 200) {
                await discard(response);
                return { outcome: 'absent', status: response.statusCode };
            }
            const length = Number(response.headers['content-length']);
            return writeBody(response, Number.isFinite(length) ? length : undefined, file, signal, onBytes);
        },
    };
}
async function writeBody(response, total, file, signal, onBytes) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    try {
        const handle = await (0,promises_.open)(file, 'wx');
        try {
            for await (const chunk of response.body) {
                hash.update(chunk);
                await handle.writeFile(chunk);
                bytes += chunk.length;
                onBytes(bytes, total);
            }
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        signal.throwIfAborted();
        const translated = (0,files/* fileError */.zS)(error, 'Writing', file);
        if (translated instanceof errors/* EtcdMigrateError */.A8)
            throw translated;
        const of = total === undefined ? '' : ` of ${total}`;
        return { outcome: 'broken', reason: `${reasonOf(error)} after ${bytes}${of} bytes` };
    }
    return { outcome: 'saved', sha256: hash.digest('hex'), bytes };
}
/** undici hides the cause ("ENOTFOUND github.com") one level down, and behind an AggregateError for several addresses. */
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error instanceof AggregateError && error.errors.length > 0)
        return error.errors.map(reasonOf).join(', ');
    if (error.cause instanceof Error)
        return reasonOf(error.cause);
    return error.message || error.name;
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/cache.js

/** `allowed`: whether binaries that came from that source once may be used. */
function createCacheSource(cache, allowed) {
    return {
        name: 'cache',
        fillsCache: false,
        probe: async (wanted) => {
            const offered = new Set();
            for (const each of wanted) {
                if (!isRefusal(await cache.peek(each, allowed)))
                    offered.add(each.version);
            }
            return { offered };
        },
        obtain: async (wanted, { tell, signal }) => {
            tell('verifying', 'the digests of the cached binaries');
            const entry = await cache.read(wanted, allowed, signal);
            if (isRefusal(entry))
                return entry;
            const { version, source, provenance } = entry.manifest;
            return {
                version,
                directory: entry.directory,
                source: `cache (${source})`,
                tools: entry.tools,
                provenance: { ...provenance, obtainedAt: entry.manifest.obtainedAt },
            };
        },
    };
}

// EXTERNAL MODULE: ./lib/src/platform/exec.js
var exec = __webpack_require__(11567);
;// CONCATENATED MODULE: ./lib/src/releases/binary-check.js
// Owns the proof that a file really is etcd, etcdctl or etcdutl of one version: it runs the tool's own version command.
// Must not know where the file came from; whoever calls has verified its digest first, where there is one.


/** A version command prints and exits; a binary that takes longer is not etcd. */
const VERSION_LIMIT_MS = 10_000;
const commands = {
    etcd: { args: ['--version'], prints: /^etcd Version: (\S+)/m },
    etcdctl: { args: ['version'], prints: /^etcdctl version: (\S+)/m },
    etcdutl: { args: ['version'], prints: /^etcdutl version: (\S+)/m },
};
/**
 * Throws `binary-invalid` when the file does not run or does not answer as the tool does within 10 s, and
 * `binary-version-mismatch` when it says another version.
 */
async function checkBinary(binary, path, signal) {
    const { tool, version } = binary;
    const where = `${binary.path} (${tool} ${version} from ${binary.source})`;
    const { args, prints } = commands[tool];
    const command = `${tool} ${args.join(' ')}`;
    let output;
    try {
        output = await (0,exec/* run */.e)(binary.path, args, {
            // Nothing of the caller's ETCD_* may reach it. etcdctl of 3.3 answers "version" only to API 3.
            env: { ...(path === undefined ? {} : { PATH: path }), ETCDCTL_API: '3' },
            timeoutMs: VERSION_LIMIT_MS,
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${where} is not a working ${tool}: ${error.message}`, {
            cause: error,
        });
    }
    const said = prints.exec(output.stdout)?.[1];
    if (output.exitCode !== 0 || said === undefined) {
        const words = firstWords(`${output.stdout}\n${output.stderr}`);
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${where} is not a working ${tool}: "${command}" ended with exit code ${output.exitCode} and ${words}.`);
    }
    if (said !== version) {
        throw new errors/* EtcdMigrateError */.A8('binary-version-mismatch', `${where} says that it is ${said}, not ${version}.`, {
            details: { tool, expected: version, said },
        });
    }
}
function firstWords(output) {
    const line = output
        .split('\n')
        .map((each) => each.trim())
        .find((each) => each !== '');
    return line === undefined ? 'printed nothing' : `printed "${line.slice(0, 160)}"`;
}

;// CONCATENATED MODULE: ./lib/src/releases/verify.js


/** Throws `binary-invalid` or `binary-version-mismatch`. `searchPath` is PATH for the tools' own version commands. */
async function verifyTools(wanted, paths, source, searchPath, { tell, signal }) {
    const tools = {};
    for (const tool of wanted.tools) {
        const path = paths[tool];
        if (path === undefined)
            throw new Error(`source ${source} gave etcd ${wanted.version} without ${tool}`);
        tell('verifying', tool);
        // Hashed first: what is recorded is what was there before it ran.
        const sha256 = await (0,digest/* sha256OfFile */.V)(path, signal);
        await checkBinary({ tool, path, version: wanted.version, source }, searchPath, signal);
        tools[tool] = { path, sha256 };
    }
    return tools;
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/cached.js
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
// Owns the way of a fetched binary into the cache: workspace, fetch, verify, install. The same for every outside source.
// Must not know where binaries come from.







function createCachedSource(fetcher, options) {
    const { cache, platform, clock } = options;
    /** Moves the tools, and nothing else that the fetcher left behind, into one directory. */
    const collect = async (workspace, wanted, fetched) => {
        const entry = (0,external_node_path_.join)(workspace, 'entry');
        try {
            await (0,promises_.mkdir)(entry);
            for (const tool of wanted.tools)
                await (0,promises_.rename)(fetched.tools[tool] ?? '', (0,external_node_path_.join)(entry, (0,releases_platform/* toolFile */.HV)(tool, platform)));
        }
        catch (error) {
            throw (0,files/* fileError */.zS)(error, 'Writing', entry);
        }
        return entry;
    };
    return {
        name: fetcher.name,
        fillsCache: true,
        probe: fetcher.probe,
        obtain: async (wanted, context) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const workspace = __addDisposableResource(env_1, await createWorkspace(options.workspaces), true);
                const fetched = await fetcher.fetch(wanted, { ...context, directory: workspace.directory });
                if (isRefusal(fetched))
                    return fetched;
                const verified = await verifyTools(wanted, fetched.tools, fetcher.name, options.searchPath, context);
                const installed = await cache.install(await collect(workspace.directory, wanted, fetched), {
                    version: wanted.version,
                    source: fetcher.name,
                    sha256: Object.fromEntries(Object.entries(verified).map(([tool, { sha256 }]) => [tool, sha256])),
                    provenance: fetched.provenance,
                    obtainedAt: new Date(clock.wallMs()).toISOString(),
                });
                return {
                    version: wanted.version,
                    directory: installed.directory,
                    source: fetcher.name,
                    tools: installed.tools,
                    provenance: fetched.provenance,
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
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/apt-sources.js
// Owns reading apt's lists of sources, in both of their formats, to find this machine's Debian mirror.
// Must not run apt, nor take over what would weaken its checks (`trusted=yes`, `Allow-Insecure`).
/** The first mirror that gives the machine's own Debian suite (its codename), component main. */
function findDebianMirror(files, codename) {
    const entries = files.flatMap(({ name, text }) => (name.endsWith('.sources') ? readDeb822(text) : readOneLine(text)));
    const entry = entries.find(({ suites, components }) => suites.includes(codename) && components.includes('main'));
    const [uri] = entry?.uris ?? [];
    return uri === undefined ? undefined : { uri, signedBy: entry?.signedBy };
}
function readDeb822(text) {
    const stanzas = text
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .join('\n')
        .split(/\n\s*\n/);
    return stanzas.flatMap((stanza) => {
        const fields = new Map();
        let last = '';
        for (const line of stanza.split('\n')) {
            const [, name, value] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
            if (name !== undefined) {
                last = name.toLowerCase();
                fields.set(last, value ?? '');
            }
            else if (/^\s/.test(line))
                fields.set(last, `${fields.get(last)} ${line.trim()}`);
        }
        const words = (name) => (fields.get(name) ?? '').split(/\s+/).filter((word) => word !== '');
        if (!words('types').includes('deb') || fields.get('enabled')?.toLowerCase() === 'no')
            return [];
        const signedBy = fields.get('signed-by')?.trim();
        return [
            {
                uris: words('uris'),
                suites: words('suites'),
                components: words('components'),
                // A key can also stand in the stanza itself; apt's own trusted keys are then asked instead.
                signedBy: signedBy?.startsWith('/') ? signedBy : undefined,
            },
        ];
    });
}
function readOneLine(text) {
    return text.split('\n').flatMap((line) => {
        const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
        if (match === null)
            return [];
        const [, options = '', uri = '', suite = '', components = ''] = match;
        const signedBy = /(?:^|\s)signed-by=(\/\S+)/.exec(options)?.[1];
        return [{ uris: [uri], suites: [suite], components: components.trim().split(/\s+/), signedBy }];
    });
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/command.js
// Owns running the programs that a source builds on, and telling their words apart: a full disk or a wrong checksum
// ends the search, anything else is a reason to ask the next source. Must not know the programs.






/** Runs it; an exit code other than 0, a time-out or a missing program is a refusal with the last words. */
async function attempt(command) {
    const { program, args, signal, ...options } = command;
    const name = `${program} ${args.find((arg) => /^[a-z]/.test(arg)) ?? ''}`.trim();
    let result;
    try {
        result = await (0,exec/* run */.e)(program, args, { ...options, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* EtcdMigrateError */.A8 && error.code === 'tool-failed')
            return { refused: error.message };
        throw error;
    }
    if (result.exitCode === 0)
        return result;
    const words = `${result.stderr}\n${result.stdout}`;
    const full = linesFrom(words, /no space left on device|disk quota exceeded/i);
    if (full)
        throw new errors/* EtcdMigrateError */.A8('no-space', `${name} ran out of disk space${inDirectory(command)}: ${full}`);
    const wrong = linesFrom(words, /checksum mismatch|SECURITY ERROR|Hash Sum mismatch/i);
    if (wrong)
        throw new errors/* EtcdMigrateError */.A8('checksum-mismatch', `${name} refused what it fetched: ${wrong}`);
    return { refused: `${name} failed with exit code ${result.exitCode}: ${lastLines(words)}` };
}
/** The output of a command that has to succeed, without blanks around it. */
async function outputOf(command) {
    const result = await attempt(command);
    return isRefusal(result) ? result : result.stdout.trim();
}
/** Which of these programs are not on PATH. */
async function missingPrograms(programs, searchPath) {
    const directories = (searchPath ?? '').split(external_node_path_.delimiter).filter((directory) => directory !== '');
    const missing = [];
    for (const program of programs) {
        const found = await Promise.all(directories.map((directory) => isExecutable((0,external_node_path_.join)(directory, program))));
        if (!found.includes(true))
            missing.push(program);
    }
    return missing;
}
async function isExecutable(path) {
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        // Whatever the reason, this is not a program that we can run.
        return false;
    }
}
/** The variables of an environment that are set, by name. */
function pick(environment, names) {
    const entries = names.map((name) => [name, environment[name]]);
    return Object.fromEntries(entries.filter((entry) => entry[1] !== undefined));
}
/** What any program of ours may need from the caller: where programs are, proxies, certificates. No tokens. */
const ordinaryVariables = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'LOCALAPPDATA',
    'SystemRoot',
    'TMPDIR',
    'TMP',
    'TEMP',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
];
const inDirectory = ({ cwd }) => (cwd === undefined ? '' : ` in ${cwd}`);
const LINES_SHOWN = 3;
function linesOf(words) {
    const lines = words.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '');
}
const lastLines = (words) => linesOf(words).slice(-LINES_SHOWN).join(' | ').slice(-600) || 'no output';
/** The first line that matches and what follows; undefined when none does. */
function linesFrom(words, pattern) {
    const lines = linesOf(words);
    const at = lines.findIndex((line) => pattern.test(line));
    return at < 0
        ? undefined
        : lines
            .slice(at, at + LINES_SHOWN)
            .join(' | ')
            .slice(0, 600);
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/debian.js
// Owns Debian's own packages of etcd: fetched by apt with private state, so without root and without changing the
// machine. apt verifies the archive's signatures with the machine's own Debian keys. Must not install anything.








const programs = ['apt-get', 'apt-cache', 'apt-config', 'dpkg-deb', 'dpkg'];
/** etcdutl is in etcd-server from 3.5 on. */
const debian_packages = ['etcd-server', 'etcd-client'];
const architectures = {
    amd64: 'amd64',
    arm64: 'arm64',
    ppc64le: 'ppc64el',
    s390x: 's390x',
};
const LISTS_LIMIT_MS = 120_000;
const QUESTION_LIMIT_MS = 10_000;
const DOWNLOAD_LIMIT_MS = 300_000;
function createDebianSource({ platform, environment, etc, http }) {
    const env = { ...pick(environment, ordinaryVariables), LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
    /** What this machine lacks to use Debian packages, or its mirror. */
    const findMirror = async () => {
        if (platform.os !== 'linux')
            return { refused: 'Debian packages are for Linux' };
        const missing = await missingPrograms(programs, environment.PATH);
        if (missing.length > 0)
            return { refused: `not on PATH: ${missing.join(', ')}` };
        const release = (await readIfThere((0,external_node_path_.join)(etc, 'os-release'))) ?? '';
        const codename = /^VERSION_CODENAME="?([a-z]+)"?$/m.exec(release)?.[1];
        if (!/^ID="?debian"?$/m.test(release) || codename === undefined)
            return { refused: 'this machine is not Debian' };
        const mirror = findDebianMirror(await readSources((0,external_node_path_.join)(etc, 'apt')), codename);
        return mirror ?? { refused: `apt's sources of this machine name no mirror of Debian ${codename}` };
    };
    /** apt itself takes twice its limit to give up an address that is silent, so it is asked for here first. */
    const findMirrorTrouble = async ({ uri }, suite, signal) => {
        if (!/^https?:/.test(uri))
            return undefined;
        const answer = await http.exists(`${uri.replace(/\/+$/, '')}/dists/${suite}/InRelease`, signal);
        if (answer.outcome !== 'unreachable')
            return undefined;
        const dump = ['dump', '--no-empty', '--format', '%f=%v%n', 'Acquire'];
        const settings = await outputOf({ program: 'apt-config', args: dump, env, timeoutMs: QUESTION_LIMIT_MS, signal });
        // With a proxy of apt's own, only apt can tell.
        if (typeof settings === 'string' && /::Proxy(-Auto-Detect)?(::\S+)?=/i.test(settings))
            return undefined;
        return { refused: `the mirror ${uri} cannot be reached (${answer.reason})` };
    };
    return {
        name: 'debian',
        probe: async (wanted) => {
            const mirror = await findMirror();
            if (isRefusal(mirror))
                return { offered: new Set(), refused: mirror.refused };
            return { offered: new Set(wanted.filter(({ known }) => known?.debian).map(({ version }) => version)) };
        },
        fetch: async (wanted, { directory, tell, signal }) => {
            const entry = wanted.known?.debian;
            if (entry === undefined)
                return { refused: `no Debian package of ${wanted.version} is known` };
            const mirror = await findMirror();
            if (isRefusal(mirror))
                return mirror;
            const silent = await findMirrorTrouble(mirror, entry.suite, signal);
            if (silent)
                return silent;
            const root = (0,external_node_path_.join)(directory, 'apt');
            const config = await writeAptState(root, mirror, entry.suite, platform);
            const apt = { env, cwd: root, signal, onLine: (line) => tell('downloading', line) };
            tell('downloading', `package lists of Debian ${entry.suite}`);
            const update = ['-c', config, 'update'];
            const updated = await attempt({ ...apt, program: 'apt-get', args: update, timeoutMs: LISTS_LIMIT_MS });
            if (isRefusal(updated))
                return updated;
            const provenance = { mirror: mirror.uri, suite: entry.suite };
            for (const name of debian_packages) {
                const args = ['-c', config, 'madison', name];
                const madison = await outputOf({ ...apt, program: 'apt-cache', args, timeoutMs: QUESTION_LIMIT_MS });
                if (typeof madison !== 'string')
                    return madison;
                const version = packageVersionOf(madison, wanted);
                if (version === undefined)
                    return { refused: `Debian ${entry.suite} has no ${name} ${wanted.version} (any more)` };
                const download = ['-c', config, 'download', `${name}=${version}`];
                const done = await attempt({ ...apt, program: 'apt-get', args: download, timeoutMs: DOWNLOAD_LIMIT_MS });
                if (isRefusal(done))
                    return done;
                provenance[name] = version;
            }
            tell('unpacking', debian_packages.join(' and '));
            const unpacked = (0,external_node_path_.join)(root, 'unpacked');
            for (const file of (await (0,promises_.readdir)(root)).filter((each) => each.endsWith('.deb'))) {
                provenance[`${file} sha256`] = await (0,digest/* sha256OfFile */.V)((0,external_node_path_.join)(root, file), signal);
                const extract = ['-x', (0,external_node_path_.join)(root, file), unpacked];
                const done = await attempt({ ...apt, program: 'dpkg-deb', args: extract, timeoutMs: LISTS_LIMIT_MS });
                if (isRefusal(done))
                    return done;
            }
            const paths = wanted.tools.map((tool) => [tool, (0,external_node_path_.join)(unpacked, 'usr/bin', (0,releases_platform/* toolFile */.HV)(tool, platform))]);
            return { tools: Object.fromEntries(paths), provenance };
        },
    };
}
/** A build of exactly this upstream release; rebuilds differ by processor ("3.4.23-4+b4"). */
function packageVersionOf(madison, { version }) {
    const versions = madison.split('\n').map((line) => line.split('|')[1]?.trim() ?? '');
    return versions.find((each) => each.startsWith(version) && /^([-+~].*)?$/.test(each.slice(version.length)));
}
async function writeAptState(root, mirror, suite, platform) {
    const config = (0,external_node_path_.join)(root, 'apt.conf');
    const options = [
        `arch=${architectures[platform.arch]}`,
        ...(mirror.signedBy === undefined ? [] : [`signed-by=${mirror.signedBy}`]),
    ];
    try {
        await (0,promises_.mkdir)((0,external_node_path_.join)(root, 'state/lists/partial'), { recursive: true });
        await (0,promises_.mkdir)((0,external_node_path_.join)(root, 'cache/archives/partial'), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(root, 'sources.list'), `deb [${options.join(' ')}] ${mirror.uri} ${suite} main\n`);
        await (0,promises_.writeFile)(config, aptConfig(root));
    }
    catch (error) {
        throw (0,files/* fileError */.zS)(error, 'Writing', root);
    }
    return config;
}
/** Read after the machine's own settings, whose proxies stay and whose hooks must not run. */
const aptConfig = (root) => `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets::deb::DEP-11;
#clear Acquire::IndexTargets::deb::CNF;
Dir::Etc::sourcelist "${root}/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State "${root}/state";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "${root}/cache";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::AllowDowngradeToInsecureRepositories "false";
Acquire::AllowWeakRepositories "false";
Acquire::Languages "none";
Acquire::PDiffs "false";
Acquire::Retries "0";
Acquire::http::Timeout "5";
Acquire::https::Timeout "5";
`;
async function readSources(apt) {
    const parts = (0,external_node_path_.join)(apt, 'sources.list.d');
    const names = await (0,promises_.readdir)(parts).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw (0,files/* fileError */.zS)(error, 'Reading', parts);
    });
    const paths = [(0,external_node_path_.join)(apt, 'sources.list'), ...names.sort().map((name) => (0,external_node_path_.join)(parts, name))];
    const texts = await Promise.all(paths.map(async (name) => ({ name, text: await readIfThere(name) })));
    return texts.flatMap(({ name, text }) => text !== undefined && /\.(list|sources)$/.test(name) ? [{ name, text }] : []);
}
async function readIfThere(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw (0,files/* fileError */.zS)(error, 'Reading', path);
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/go-toolchain.js


/** The pinned go.mod files say so too. */
const OLDEST = [1, 26];
const go_toolchain_QUESTION_LIMIT_MS = 5_000;
/** How modules are fetched and where they are kept: the user's own settings, wherever Go finds them. */
const kept = [
    'GOPROXY',
    'GONOPROXY',
    'GOSUMDB',
    'GONOSUMDB',
    'GOPRIVATE',
    'GOINSECURE',
    'GOMODCACHE',
    'GOCACHE',
    'GOPATH',
    'GOTOOLCHAIN',
];
/** What a user may set in the environment for Go itself. */
const variables = [...ordinaryVariables, ...kept, 'GOENV', 'GOROOT', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'];
async function findGo(environment, signal) {
    const output = await outputOf({
        program: 'go',
        args: ['env', '-json', 'GOVERSION', ...kept],
        env: pick(environment, variables),
        timeoutMs: go_toolchain_QUESTION_LIMIT_MS,
        signal,
    });
    if (typeof output !== 'string')
        return { refused: `no usable Go (${output.refused})` };
    const settings = JSON.parse(output);
    const version = settings.GOVERSION ?? '';
    const [, major, minor] = /^go(\d+)\.(\d+)/.exec(version) ?? [];
    if (Number(major) !== OLDEST[0] || Number(minor) < OLDEST[1]) {
        return { refused: `Go ${OLDEST.join('.')} or newer is needed, and PATH has ${version || 'none'}` };
    }
    return {
        version,
        env: {
            ...pick(environment, ordinaryVariables),
            ...pick(settings, kept),
            // An empty GOFLAGS would let Go look into its settings file.
            GOENV: 'off',
            GOFLAGS: '-mod=readonly',
            GOWORK: 'off',
            GO111MODULE: 'on',
            CGO_ENABLED: '0',
        },
        proxies: (settings.GOPROXY ?? '').split(/[,|]/).filter((each) => /^https?:/.test(each)),
    };
}
/** Why no module proxy answers; undefined when one does, or when there is none to ask. Any answer will do. */
async function findProxyTrouble({ proxies }, http, signal) {
    const answers = await Promise.all(proxies.map((proxy) => http.exists(`${proxy.replace(/\/+$/, '')}/`, signal)));
    const reasons = answers.flatMap((answer) => (answer.outcome === 'unreachable' ? [answer.reason] : []));
    if (answers.length === 0 || reasons.length < answers.length)
        return undefined;
    return { refused: `the module proxy ${proxies.join(', ')} cannot be reached (${reasons.join(', ')})` };
}
const isGo = (answer) => !isRefusal(answer);

;// CONCATENATED MODULE: ./lib/src/releases/sources/go.js
// Owns building etcd from Go modules: from the catalog's pinned go.mod and complete go.sum, read-only, static.
// Must not let Go add or change a module: go.sum is what makes the binary etcd's own.










/** Cold caches and a slow machine: 90 s were measured on two busy cores. */
const BUILD_LIMIT_MS = 10 * 60_000;
function createGoSource({ goModulesDir, platform, environment, http }) {
    let toolchain;
    /** Looked for once; a refusal is not remembered, because it may have been an abort's. */
    const requireGo = async (signal) => {
        const found = toolchain ?? (await findGo(environment, signal));
        if (isGo(found))
            toolchain = found;
        return found;
    };
    const packagesOf = (wanted) => {
        const packages = wanted.known?.go?.packages ?? {};
        const chosen = wanted.tools.flatMap((tool) => (packages[tool] ? [[tool, packages[tool]]] : []));
        const pinned = ['go.mod', 'go.sum'].every((file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(goModulesDir, wanted.version, file)));
        if (!pinned || chosen.length < wanted.tools.length) {
            return { refused: `no pinned Go modules for ${wanted.version} in the catalog` };
        }
        return Object.fromEntries(chosen);
    };
    return {
        name: 'go',
        probe: async (wanted, signal) => {
            const go = await requireGo(signal);
            if (isRefusal(go))
                return { offered: new Set(), refused: go.refused };
            return {
                offered: new Set(wanted.filter((each) => !isRefusal(packagesOf(each))).map(({ version }) => version)),
            };
        },
        fetch: async (wanted, { directory, tell, signal }) => {
            const packages = packagesOf(wanted);
            if (isRefusal(packages))
                return packages;
            const go = await requireGo(signal);
            if (isRefusal(go))
                return go;
            const module = (0,external_node_path_.join)(directory, 'module');
            const built = (0,external_node_path_.join)(directory, 'built');
            // Go's own temporary files too: a killed build then leaves nothing outside of this directory.
            const temporary = (0,external_node_path_.join)(directory, 'go-tmp');
            await makeDirectory(temporary);
            await copyModule((0,external_node_path_.join)(goModulesDir, wanted.version), module);
            tell('probing', 'the module proxy');
            const trouble = await findProxyTrouble(go, http, signal);
            // Without a proxy the build may still succeed, from the modules that this machine has got already.
            const env = {
                ...go.env,
                GOOS: platform.os,
                GOARCH: platform.arch,
                GOTMPDIR: temporary,
                ...(trouble ? { GOPROXY: 'off' } : {}),
            };
            const tools = {};
            for (const [tool, name] of Object.entries(packages)) {
                const out = (0,external_node_path_.join)(built, (0,releases_platform/* toolFile */.HV)(tool, platform));
                const result = await attempt({
                    program: 'go',
                    args: ['build', '-v', '-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', out, name],
                    cwd: module,
                    env,
                    timeoutMs: BUILD_LIMIT_MS,
                    signal,
                    onLine: tellBuild(tool, tell),
                });
                if (isRefusal(result))
                    return trouble ? { refused: `${trouble.refused}, and ${result.refused}` } : result;
                tools[tool] = out;
            }
            return {
                tools,
                provenance: {
                    go: go.version,
                    modules: await rootModules(module),
                    goSumSha256: await (0,digest/* sha256OfFile */.V)((0,external_node_path_.join)(module, 'go.sum')),
                },
            };
        },
    };
}
async function copyModule(from, to) {
    try {
        await makeDirectory(to);
        for (const file of ['go.mod', 'go.sum'])
            await (0,promises_.copyFile)((0,external_node_path_.join)(from, file), (0,external_node_path_.join)(to, file));
    }
    catch (error) {
        throw (0,files/* fileError */.zS)(error, 'Copying the pinned Go modules to', to);
    }
}
/** `go build -v` names each package as it compiles it, and modules while they are downloaded. */
function tellBuild(tool, tell) {
    let compiled = 0;
    tell('building', tool);
    return (line) => {
        const download = /^go: downloading (.+)$/.exec(line)?.[1];
        if (download) {
            tell('downloading', `Go module ${download}`);
            return;
        }
        compiled += 1;
        tell('building', `${tool}, ${compiled} packages compiled`);
    };
}
/** etcd's own modules among the pinned ones, "go.etcd.io/etcd/server/v3@v3.5.33 …". */
async function rootModules(module) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(module, 'go.mod'), 'utf8');
    const found = text.matchAll(/^\s*(?:require )?(go\.etcd\.io\/etcd(?:\/\S+)?) (v\S+)/gm);
    return [...found].map(([, path, version]) => `${path}@${version}`).join(' ');
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/image.js
// Owns etcd binaries out of a container image, by whatever engine the `docker` command talks to.
// Must not run the image: a container is created, never started, and its files are copied out.







const ENGINE_LIMIT_MS = 5_000;
const PULL_LIMIT_MS = 300_000;
const COPY_LIMIT_MS = 60_000;
/** Where etcd's own images keep them, and where many others do. */
const folders = ['/usr/local/bin', '/usr/bin'];
/** What `docker image inspect` says, as far as we read it; an image that was never pushed has no repository digest. */
const Inspected = schemas/* tuple */.PVZ([schemas/* object */.Ikc({ Id: schemas/* string */.YjP().min(1), RepoDigests: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() })]);
function createImageSource({ image, platform, environment }) {
    const env = pick(environment, [
        ...ordinaryVariables,
        'DOCKER_HOST',
        'DOCKER_CONFIG',
        'DOCKER_CERT_PATH',
        'DOCKER_TLS_VERIFY',
        'DOCKER_CONTEXT',
        'XDG_RUNTIME_DIR',
    ]);
    const docker = (args, timeoutMs, signal, onLine) => ({ program: 'docker', args, env, timeoutMs, signal, ...(onLine ? { onLine } : {}) });
    /** Undefined when an engine answers. */
    const findTrouble = async (signal) => {
        if (platform.os !== 'linux')
            return { refused: 'images hold Linux binaries' };
        const answer = await outputOf(docker(['version', '--format', '{{.Server.Version}}'], ENGINE_LIMIT_MS, signal));
        return typeof answer === 'string' ? undefined : { refused: `no container engine answers (${answer.refused})` };
    };
    return {
        name: 'image',
        probe: async (wanted, signal) => {
            const trouble = await findTrouble(signal);
            if (trouble)
                return { offered: new Set(), refused: trouble.refused };
            // Whether a tag exists is known only by pulling it.
            return { offered: new Set(wanted.map(({ version }) => version)) };
        },
        fetch: async ({ version, tools }, { directory, tell, signal }) => {
            const trouble = await findTrouble(signal);
            if (trouble)
                return trouble;
            const tagged = `${image}:v${version}`;
            const inspect = ['image', 'inspect', tagged];
            let inspected = await outputOf(docker(inspect, COPY_LIMIT_MS, signal));
            if (typeof inspected !== 'string') {
                tell('downloading', tagged);
                const pull = ['pull', '--platform', `${platform.os}/${platform.arch}`, tagged];
                const pulled = await attempt(docker(pull, PULL_LIMIT_MS, signal, (line) => tell('downloading', line)));
                if (isRefusal(pulled))
                    return pulled;
                inspected = await outputOf(docker(inspect, COPY_LIMIT_MS, signal));
                if (typeof inspected !== 'string')
                    return inspected;
            }
            const parsed = Inspected.safeParse(readJson(inspected));
            if (!parsed.success)
                return { refused: `docker image inspect ${tagged} gave no image id` };
            const [{ Id: id, RepoDigests: digests }] = parsed.data;
            const [digest] = digests ?? [];
            tell('unpacking', tagged);
            // By its id, so that a tag that moves meanwhile cannot matter. An image without a command needs some word here.
            const container = await outputOf(docker(['create', id, 'etcd'], COPY_LIMIT_MS, signal));
            if (typeof container !== 'string')
                return container;
            try {
                const out = (0,external_node_path_.join)(directory, 'image');
                await (0,promises_.mkdir)(out).catch((error) => {
                    throw (0,files/* fileError */.zS)(error, 'Making the directory', out);
                });
                const found = {};
                for (const tool of tools) {
                    const path = (0,external_node_path_.join)(out, (0,releases_platform/* toolFile */.HV)(tool, platform));
                    const reasons = [];
                    for (const folder of folders) {
                        if (found[tool])
                            break;
                        const copy = ['cp', '--follow-link', `${container}:${folder}/${tool}`, path];
                        const copied = await attempt(docker(copy, COPY_LIMIT_MS, signal));
                        if (isRefusal(copied))
                            reasons.push(copied.refused);
                        else
                            found[tool] = path;
                    }
                    if (!found[tool])
                        return { refused: `${tagged} holds no ${tool} (${reasons.join(', ')})` };
                }
                return {
                    tools: found,
                    provenance: { image: tagged, imageId: id, ...(digest === undefined ? {} : { digest }) },
                };
            }
            finally {
                // Not the caller's signal: the container must go also after an abort.
                await attempt(docker(['rm', '--force', container], COPY_LIMIT_MS, new AbortController().signal));
            }
        },
    };
}
function readJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // Not JSON, so not an answer; the caller says so.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/local.js
// Owns binaries that the user already has: a directory per release, used where they are.
// Must not copy, change or cache them.





function createLocalSource({ local, platform, searchPath }) {
    return {
        name: 'local',
        fillsCache: false,
        // An entry that names a bad directory is still offered: obtaining it then says what is wrong with it, while a
        // silent step to the next source would run another binary than the one that was named.
        probe: async (wanted) => ({
            offered: new Set(wanted.map(({ version }) => version).filter((version) => local[version] !== undefined)),
        }),
        obtain: async (wanted, context) => {
            const named = local[wanted.version];
            if (named === undefined)
                return { refused: 'no entry in `releases.local`' };
            const directory = (0,external_node_path_.resolve)(named);
            const paths = Object.fromEntries(wanted.tools.map((tool) => [tool, (0,external_node_path_.join)(directory, (0,releases_platform/* toolFile */.HV)(tool, platform))]));
            for (const path of Object.values(paths))
                await requireExecutable(path, directory, wanted.version);
            return {
                version: wanted.version,
                directory,
                source: 'local',
                tools: await verifyTools(wanted, paths, 'local', searchPath, context),
                provenance: { directory },
            };
        },
    };
}
async function requireExecutable(path, directory, version) {
    try {
        await (0,promises_.access)(path, promises_.constants.R_OK | promises_.constants.X_OK);
    }
    catch (error) {
        const reason = error.code === 'ENOENT' ? 'does not exist' : 'cannot be read and run';
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `\`releases.local\` names ${directory} for etcd ${version}, but ${path} ${reason}.`, { cause: error });
    }
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/src/releases/archive.js
// Owns taking the tools out of a release archive, a tar.gz or a zip: those files and nothing else.
// Must not trust names inside the archive, nor know where it came from (its checksum was verified before).






const hint = 'Whoever published the archive published a broken one: correct the mirror, or name another source in `releases`.';
/**
 * Writes each wanted file to `directory` under its last name. Throws `binary-invalid` when the archive cannot be read,
 * lacks one of them, or holds a name that leads outside.
 */
async function unpack({ archive, directory, wanted, origin = (0,external_node_path_.basename)(archive) }) {
    const found = new Set();
    try {
        await (0,promises_.mkdir)(directory, { recursive: true });
        const visit = (name, isFile) => {
            if (/^([/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..')) {
                throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${origin} holds "${name}", which leads outside of it.`, { hint });
            }
            if (!isFile || !wanted.includes(name))
                return false;
            found.add(name);
            return true;
        };
        if (archive.endsWith('.zip'))
            await unpackZip(archive, directory, visit);
        else
            await unpackTar(archive, directory, visit);
    }
    catch (error) {
        const translated = (0,files/* fileError */.zS)(error, 'Unpacking into', directory);
        if (translated instanceof errors/* EtcdMigrateError */.A8)
            throw translated;
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${origin} cannot be unpacked although its checksum is right: ${error.message}. Nothing of it was kept.`, { hint, cause: error });
    }
    const missing = wanted.filter((name) => !found.has(name));
    if (missing.length > 0) {
        throw new errors/* EtcdMigrateError */.A8('binary-invalid', `${origin} does not hold ${missing.join(', ')}.`, { hint });
    }
}
async function unpackTar(archive, directory, visit) {
    const { extract } = await __webpack_require__.e(/* import() */ 697).then(__webpack_require__.bind(__webpack_require__, 98697));
    let refused;
    await extract({
        file: archive,
        cwd: directory,
        strip: 1,
        // Otherwise a truncated archive is a warning.
        strict: true,
        preserveOwner: false,
        filter: (name, entry) => {
            try {
                return visit(name, 'type' in entry && (entry.type === 'File' || entry.type === 'OldFile'));
            }
            catch (error) {
                refused ??= error;
                return false;
            }
        },
    });
    if (refused !== undefined)
        throw refused;
}
async function unpackZip(archive, directory, visit) {
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    const zip = await openPromise(archive);
    try {
        for await (const entry of zip.eachEntry()) {
            if (!visit(entry.fileName, !entry.fileName.endsWith('/')))
                continue;
            const path = (0,external_node_path_.join)(directory, (0,external_node_path_.basename)(entry.fileName));
            await (0,external_node_stream_promises_.pipeline)(await zip.openReadStreamPromise(entry), (0,external_node_fs_.createWriteStream)(path, { flags: 'wx' }));
            await (0,promises_.chmod)(path, 0o755);
        }
    }
    finally {
        zip.close();
    }
}

;// CONCATENATED MODULE: ./lib/src/releases/checksums.js
const LINE = /^([0-9a-fA-F]{64})[ \t]+[ *]?(\S+)$/;
/** The published sha256 of a file, lower case; a refusal when the list has none, or two different ones. */
function findChecksum(list, file) {
    const lines = list.split(/\r?\n/).filter((line) => line.trim() !== '');
    const entries = lines.flatMap((line) => {
        const match = LINE.exec(line.trim());
        return match?.[1] && match[2] ? [{ sha256: match[1].toLowerCase(), name: match[2].replace(/^\.\//, '') }] : [];
    });
    if (entries.length === 0)
        return { refused: 'SHA256SUMS is not a list of checksums' };
    const sums = new Set(entries.filter(({ name }) => name === file).map(({ sha256 }) => sha256));
    const [sum] = sums;
    if (sum === undefined)
        return { refused: `SHA256SUMS has no line for ${file}` };
    if (sums.size > 1)
        return { refused: `SHA256SUMS has ${sums.size} different sums for ${file}` };
    return sum;
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/published.js
// Owns etcd's published release files: SHA256SUMS first, then the archive that it vouches for. GitHub's layout, on
// GitHub or on a mirror of it. Must not run what it unpacks.





/** etcd's own lists have less than 4 kB. */
const LARGEST_LIST_BYTES = 1_000_000;
/** All questions of one probe end together. */
const PROBE_LIMIT_MS = 5_000;
const PROBES_AT_ONCE = 8;
function createPublishedSource(options) {
    const { name, platform, http } = options;
    const base = options.baseUrl.replace(/\/+$/, '');
    const urlOf = (version, file) => `${base}/v${version}/${file}`;
    /** Found out once: an address that does not answer is not asked again for the next release. */
    let unreachable;
    const refuse = (url, failed) => {
        if (failed.outcome === 'absent')
            return { refused: `${url} answered ${failed.status}` };
        if (failed.outcome === 'broken')
            return { refused: `${url} broke off: ${failed.reason}` };
        unreachable = `${base} cannot be reached (${failed.reason})`;
        return { refused: unreachable };
    };
    const probe = async (wanted, signal) => {
        if (unreachable)
            return { offered: new Set(), refused: unreachable };
        const ofCatalog = options.complete ? wanted.filter(({ known }) => known) : [];
        const others = wanted.filter((each) => !ofCatalog.includes(each));
        const offered = new Set();
        let answered = false;
        // One of the catalog's releases stands for all of them: what is asked is whether the address answers.
        const questions = [...ofCatalog.slice(-1), ...others];
        const limit = new AbortController();
        const timer = setTimeout(() => limit.abort(new Error('limit')), PROBE_LIMIT_MS);
        const askNext = async () => {
            for (let next = questions.shift(); next && !unreachable; next = questions.shift()) {
                const url = urlOf(next.version, 'SHA256SUMS');
                const answer = await http.exists(url, AbortSignal.any([signal, limit.signal]));
                if (answer.outcome === 'unreachable')
                    refuse(url, answer);
                else
                    answered = true;
                if (answer.outcome !== 'present')
                    continue;
                if (ofCatalog.includes(next))
                    for (const { version } of ofCatalog)
                        offered.add(version);
                else
                    offered.add(next.version);
            }
        };
        try {
            await Promise.all(Array.from({ length: PROBES_AT_ONCE }, askNext));
        }
        catch (error) {
            // Releases that were not asked for in time are not offered; that is no failure.
            if (!limit.signal.aborted || signal.aborted)
                throw error;
            if (!answered)
                unreachable ??= `${base} cannot be reached (no answer within ${PROBE_LIMIT_MS / 1000} s)`;
        }
        finally {
            clearTimeout(timer);
        }
        return { offered, ...(unreachable === undefined ? {} : { refused: unreachable }) };
    };
    return {
        name,
        probe,
        fetch: async ({ version, tools }, { directory, tell, signal }) => {
            if (unreachable)
                return { refused: unreachable };
            const folder = `etcd-v${version}-${(0,releases_platform/* platformName */.$r)(platform)}`;
            const file = `${folder}.${platform.os === 'linux' ? 'tar.gz' : 'zip'}`;
            const listUrl = urlOf(version, 'SHA256SUMS');
            tell('downloading', 'SHA256SUMS');
            const list = await http.readText(listUrl, LARGEST_LIST_BYTES, signal);
            if (list.outcome !== 'text')
                return refuse(listUrl, list);
            const published = findChecksum(list.text, file);
            if (typeof published !== 'string')
                return { refused: `${published.refused} (${listUrl})` };
            const url = urlOf(version, file);
            const archive = (0,external_node_path_.join)(directory, file);
            const saved = await http.save(url, archive, signal, (done, total) => tell('downloading', file, { done, total }));
            if (saved.outcome !== 'saved')
                return refuse(url, saved);
            if (saved.sha256 !== published) {
                throw new errors/* EtcdMigrateError */.A8('checksum-mismatch', `${url} has sha256 ${saved.sha256}, but ${listUrl} says ${published}. It was not unpacked and not kept.`, { details: { url, published, found: saved.sha256, bytes: saved.bytes } });
            }
            tell('unpacking', file);
            const files = tools.map((tool) => (0,releases_platform/* toolFile */.HV)(tool, platform));
            const unpacked = (0,external_node_path_.join)(directory, 'unpacked');
            await unpack({ archive, origin: url, directory: unpacked, wanted: files.map((each) => `${folder}/${each}`) });
            return {
                tools: Object.fromEntries(tools.map((tool) => [tool, (0,external_node_path_.join)(unpacked, (0,releases_platform/* toolFile */.HV)(tool, platform))])),
                provenance: { url, sha256: published, checksums: listUrl },
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/releases/sources/index.js









const GITHUB = 'https://github.com/etcd-io/etcd/releases/download';
/** etcd's own registry. */
const IMAGE = 'gcr.io/etcd-development/etcd';
/** One object per source that is allowed and configured. */
function createSources(options, cache, workspaces) {
    const { platform, local, environment, clock, mirror } = options;
    const searchPath = environment.PATH;
    const http = createHttpClient(environment);
    const cached = (fetcher) => createCachedSource(fetcher, { cache, workspaces, platform, clock, searchPath });
    const github = options.githubBaseUrl ?? GITHUB;
    const make = {
        local: () => createLocalSource({ local, platform, searchPath }),
        cache: () => createCacheSource(cache, originAllowed(options.sources)),
        github: () => cached(createPublishedSource({ name: 'github', baseUrl: github, complete: true, platform, http })),
        mirror: () => mirror === undefined
            ? undefined
            : cached(createPublishedSource({ name: 'mirror', baseUrl: mirror, complete: false, platform, http })),
        go: () => cached(createGoSource({ goModulesDir: options.goModulesDir ?? goModulesDirectory(), platform, environment, http })),
        debian: () => cached(createDebianSource({ platform, environment, etc: '/etc', http })),
        image: () => cached(createImageSource({ image: options.image ?? IMAGE, platform, environment })),
    };
    return options.sources.flatMap((name) => make[name]() ?? []);
}
/**
 * Whether the cache may hand out binaries of that origin: where outside sources are listed, only theirs, or else the
 * allow-list could be passed by through an earlier run with a longer list.
 */
function originAllowed(sources) {
    const outside = sources.filter((name) => name !== 'local' && name !== 'cache');
    return (origin) => outside.length === 0 || outside.includes(origin);
}

;// CONCATENATED MODULE: ./lib/src/releases/store.js
var store_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var store_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
// Owns the order in which sources are asked for a release, and what is said when none of them has it.
// Must not know how a source works (sources/), what a release is used for, or process.env.









function createReleaseStore(options) {
    const { platform, clock, log } = options;
    const onProgress = options.onProgress ?? (() => { });
    const cache = createReleaseCache(options.cacheDir, platform);
    const workspaces = (0,external_node_path_.join)(options.cacheDir, 'tmp');
    const sources = createSources(options, cache, workspaces).filter(({ name }) => !options.offline || name === 'local' || name === 'cache');
    const underWay = new Map();
    let sweeping;
    const describe = (version) => ({
        version,
        tools: options.catalog.lines.find(({ line }) => version.startsWith(`${line}.`))?.tools ?? allTools,
        known: options.catalog.releases.find((each) => each.version === version),
    });
    const sweepOnce = () => {
        sweeping ??= sweepWorkspaces(workspaces, clock).then((removed) => {
            for (const directory of removed)
                log.info(`Removed ${directory}, left behind by an interrupted run.`);
        });
        return sweeping;
    };
    const ask = async (source, wanted, tried, context) => {
        context.signal.throwIfAborted();
        const answer = await source.obtain(wanted, { tell: context.tellFor(source.name), signal: context.signal });
        if (!isRefusal(answer))
            return answer;
        tried.push({ source: source.name, reason: answer.refused });
        log.debug(`etcd ${wanted.version}: ${source.name}: ${answer.refused}`);
        return undefined;
    };
    const lock = (version, tellFor, signal) => lockEntry({
        path: cache.entryDirectory(version),
        clock,
        signal,
        onWait: () => tellFor('cache')('waiting', `another process is obtaining etcd ${version}`),
    });
    /** The cache again, now that nobody else writes to it: another process may have filled it, or it is damaged. */
    const askCacheAgain = async (wanted, context) => {
        const source = sources.find(({ name }) => name === 'cache');
        const answer = await source?.obtain(wanted, { tell: context.tellFor('cache'), signal: context.signal });
        if (answer === undefined || !isRefusal(answer))
            return answer;
        if (answer.damaged) {
            const aside = await cache.setAside(wanted.version);
            log.warn(`The cached etcd ${wanted.version} is ${answer.refused}. Moved to ${aside}; the release is obtained anew.`);
        }
        return undefined;
    };
    const obtainNow = async (wanted, tellFor, signal) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const tried = [];
            const context = { tellFor, signal };
            const firstWriter = sources.findIndex(({ fillsCache }) => fillsCache);
            const readers = firstWriter < 0 ? sources : sources.slice(0, firstWriter);
            for (const source of readers) {
                const obtained = await ask(source, wanted, tried, context);
                if (obtained)
                    return obtained;
            }
            if (firstWriter < 0)
                throw unobtainable(wanted.version, tried, options);
            await sweepOnce();
            // Taken only here, because a cache that is read and never written needs no lock and may be read-only.
            const _lock = store_addDisposableResource(env_1, await lock(wanted.version, tellFor, signal), true);
            if (readers.some(({ name }) => name === 'cache')) {
                const appeared = await askCacheAgain(wanted, context);
                if (appeared)
                    return appeared;
            }
            for (const source of sources.slice(firstWriter)) {
                const obtained = await ask(source, wanted, tried, context);
                if (obtained)
                    return obtained;
            }
            throw unobtainable(wanted.version, tried, options);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = store_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    };
    return {
        probe: (versions, signal) => withProgress({ clock, onProgress, release: null }, signal, async (tellFor) => {
            const names = sources.map(({ name }) => name).join(', ');
            tellFor(null)('probing', `which of ${versions.length} releases can be had from ${names}`);
            const wanted = versions.map(describe);
            const answers = await Promise.all(sources.map((source) => source.probe(wanted, signal)));
            const first = new Map();
            for (const [index, { name }] of sources.entries()) {
                const answer = answers[index];
                if (answer?.refused)
                    log.debug(`No releases from ${name}: ${answer.refused}`);
                for (const version of answer?.offered ?? [])
                    if (!first.has(version))
                        first.set(version, name);
            }
            return first;
        }),
        obtain: async (version, signal) => {
            const before = underWay.get(version);
            const obtain = async () => {
                // The same release twice at once: the second finds it in the cache. The first one's failure is not ours.
                await before?.catch(() => { });
                return withProgress({ clock, onProgress, release: version }, signal, (tellFor) => obtainNow(describe(version), tellFor, signal));
            };
            const mine = obtain();
            underWay.set(version, mine);
            try {
                return await mine;
            }
            finally {
                if (underWay.get(version) === mine)
                    underWay.delete(version);
            }
        },
    };
}
const allTools = ['etcd', 'etcdctl', 'etcdutl'];
function unobtainable(version, tried, options) {
    const platform = (0,releases_platform/* platformName */.$r)(options.platform);
    const limits = options.offline ? ' offline, where only local and cache are asked' : '';
    const why = tried.map(({ source, reason }) => `${source}: ${reason}`).join('; ');
    return new errors/* EtcdMigrateError */.A8('release-unobtainable', `etcd ${version} for ${platform} cannot be obtained${limits}. Tried ${why || 'no source, for none is allowed'}.`, { details: { release: version, platform, tried } });
}

;// CONCATENATED MODULE: ./lib/src/app/plan/release-supply.js



function openReleaseStore({ releases }, settings, surroundings, catalog, tools) {
    const { sources, local, mirror, image } = releases;
    return createReleaseStore({
        cacheDir: settings.cacheDir,
        sources,
        local,
        ...(mirror === undefined ? {} : { mirror }),
        ...(image === undefined ? {} : { image }),
        goModulesDir: goModulesDirectory(),
        offline: settings.offline,
        catalog,
        platform: (0,releases_platform/* thisPlatform */.gA)(),
        clock: tools.clock,
        log: tools.log,
        environment: surroundings.environment,
        onProgress: (progress) => tools.progress.now(describe(progress)),
    });
}
function describe(progress) {
    if (progress.release === null)
        return `asking ${progress.source ?? 'all sources'}: ${progress.detail}`;
    const bytes = progress.bytes === undefined
        ? ''
        : ` ${megabytes(progress.bytes)}${progress.totalBytes === undefined ? '' : ` of ${megabytes(progress.totalBytes)}`}`;
    return `etcd ${progress.release} from ${progress.source ?? '?'}: ${progress.activity} ${progress.detail}${bytes}`;
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
/** Every release of the plan, in plan order, each once. */
function releasesOf(plan) {
    return [...new Set(plan.upgrade.hops.flatMap((hop) => [hop.from, hop.to]))];
}
/** Obtains what the plan needs and nothing else. */
async function obtainReleases(plan, store, tools, signal) {
    const obtained = [];
    const wanted = releasesOf(plan);
    for (const [index, version] of wanted.entries()) {
        tools.progress.now(`etcd ${version} (${index + 1} of ${wanted.length})`);
        const release = await store.obtain(version, signal);
        tools.progress.line(`etcd ${version} from ${release.source}, verified`);
        obtained.push(release);
    }
    return obtained;
}
/** As reports name it. */
function reportRelease({ version, source, tools }) {
    return {
        version,
        source,
        sha256: Object.fromEntries(Object.entries(tools).map(([name, file]) => [name, file.sha256])),
        platform: (0,releases_platform/* platformName */.$r)((0,releases_platform/* thisPlatform */.gA)()),
    };
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
