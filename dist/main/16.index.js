export const id = 16;
export const ids = [16];
export const modules = {

/***/ 27048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mi: () => (/* binding */ refuseForeignDirectory),
/* harmony export */   NI: () => (/* binding */ ownOutputDirectory),
/* harmony export */   lR: () => (/* binding */ isOutputDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54891);
// Owns the question whether an output directory is ours: nothing in one that is not may be replaced or removed.
// Must not know what the files in it hold.




const SIGNATURE = 'Signature: etcd-migrate output directory';
const MARKER_TEXT = `${SIGNATURE}
# etcd-migrate replaces and removes the reports, histories and runs in this directory.
# Without this file it leaves the directory alone.
`;
/**
 * Makes the directory, or adopts one that has nothing of the names that a run writes. Throws as `refuseForeignDirectory`
 * does.
 */
async function ownOutputDirectory(directory) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory.path, { recursive: true });
    }
    catch (error) {
        throw unusable(error, 'Making', directory.path);
    }
    await refuseForeignDirectory(directory);
    if (!(await isOutputDirectory(directory)))
        await (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeFileAtomic */ .Zf)(directory.marker, MARKER_TEXT);
}
/**
 * Throws `usage` where the directory has files of the names that a run writes and no marker of ours: a person's own
 * `report.json` must not be replaced. Writes nothing.
 */
async function refuseForeignDirectory(directory) {
    // In this order: a run that begins at the same moment writes its marker before anything else.
    const taken = await namesTaken(directory);
    if (taken.length === 0 || (await isOutputDirectory(directory)))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('usage', `${directory.path} has ${taken.join(', ')}, but was not made by etcd-migrate: a run would replace or remove what is not its own.`, { hint: 'Name a new or empty directory with --output.' });
}
/** Whether a run of this tool has made or adopted the directory. Throws `usage` where it is a file. */
async function isOutputDirectory(directory) {
    try {
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(directory.marker)).isFile())
            return false;
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(directory.marker, 'utf8')).startsWith(SIGNATURE);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return false;
        throw unusable(error, 'Reading', directory.path);
    }
}
async function namesTaken({ path: _, marker: __, ...files }) {
    const found = await Promise.all(Object.values(files).map(async (file) => ((await exists(file)) ? [file] : [])));
    return found.flat().map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file));
}
async function exists(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path);
        return true;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return false;
        throw unusable(error, 'Looking at', (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    }
}
/** A file where the directory should be, or above it, is a slip of the command line. */
function unusable(error, doing, path) {
    if (!['ENOTDIR', 'EEXIST'].includes(error.code ?? '')) {
        return (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_3__/* .pathError */ .g$)(error, doing, path);
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('usage', `${path} cannot be the output directory: a file is in its place or above it.`, {
        hint: 'Name a directory with --output.',
        cause: error,
    });
}


/***/ }),

/***/ 74705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ makePrivateDirectory),
/* harmony export */   L6: () => (/* binding */ makeRunDirectory),
/* harmony export */   Ot: () => (/* binding */ runPaths),
/* harmony export */   UN: () => (/* binding */ runsIn),
/* harmony export */   VL: () => (/* binding */ ownershipOf),
/* harmony export */   WL: () => (/* binding */ runsDirectory),
/* harmony export */   e3: () => (/* binding */ writeRunState),
/* harmony export */   q9: () => (/* binding */ requireSafeName),
/* harmony export */   wm: () => (/* binding */ writingFailed),
/* harmony export */   xz: () => (/* binding */ readRunState),
/* harmony export */   zj: () => (/* binding */ memberPaths)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54891);
// Owns where a run keeps its cluster on disk, and `cluster.json`: all that is needed to take the members over.
// Must not start, stop or look at processes.




const MARKER_FILE = 'etcd-migrate-run.json';
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
/** Names become directories: anything else than letters, digits, dots, dashes and underscores is a bug upstream. */
function requireSafeName(name, what) {
    if (!SAFE_NAME.test(name))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('internal-error', `"${name}" cannot be the name of a ${what}.`);
    return name;
}
function runsDirectory(stateDir) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateDir, 'runs');
}
function runPaths(stateDir, runId) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runsDirectory(stateDir), requireSafeName(runId, 'run'));
    return {
        directory,
        marker: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, MARKER_FILE),
        state: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'cluster.json'),
        hostScript: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'host.sh'),
        toolScript: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'tool.sh'),
        tool: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'tool'),
        closing: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'closing'),
        releases: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'releases'),
        tls: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'tls'),
        members: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'members'),
    };
}
function memberPaths(run, name) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(run.members, requireSafeName(name, 'member'));
    return {
        directory,
        data: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'data'),
        log: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'etcd.log'),
        hostLog: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'host.log'),
        transactions: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'transactions'),
        tool: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'tool'),
    };
}
/** Makes a directory for our eyes only; file errors become ours. A file in the way counts as "cannot be written". */
async function makePrivateDirectory(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true, mode: 0o700 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, 0o700);
    }
    catch (error) {
        throw writingFailed(path, await realCause(path, error));
    }
}
/** On a read-only file system Node's recursive mkdir says "no such file": make the first missing one by itself. */
async function realCause(path, error) {
    if (error.code !== 'ENOENT')
        return error;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode: 0o700 });
        return error;
    }
    catch (plain) {
        if (plain.code === 'ENOENT' && parent !== path)
            return realCause(parent, plain);
        return plain;
    }
}
/**
 * Makes the directory of a new run. It appears with its marker in it or not at all, so that a crash at any moment leaves
 * no directory that later looks like somebody else's.
 */
async function makeRunDirectory(paths) {
    const runId = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(paths.directory);
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(paths.directory), `.new-${runId}`);
    await makePrivateDirectory(unfinished);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(unfinished, MARKER_FILE), `${JSON.stringify({ madeBy: 'etcd-migrate', runId })}\n`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(unfinished, paths.directory);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(unfinished, { recursive: true, force: true });
        throw writingFailed(paths.directory, error);
    }
}
/** What stands at a run's place: nothing, a run that this tool made, or something else, which nobody may touch. */
async function ownershipOf(paths) {
    try {
        for (const directory of [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(paths.directory), paths.directory]) {
            // A link would lead the removal to somebody else's files.
            if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(directory)).isDirectory())
                return 'foreign';
        }
    }
    catch (error) {
        if (isAbsence(error))
            return 'absent';
        throw error;
    }
    try {
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(paths.marker)).isFile())
            return 'foreign';
        const marker = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(paths.marker, 'utf8'));
        return marker?.madeBy === 'etcd-migrate' && marker.runId === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(paths.directory) ? 'ours' : 'foreign';
    }
    catch (error) {
        if (isAbsence(error) || error instanceof SyntaxError)
            return 'foreign';
        throw error;
    }
}
function isAbsence(error) {
    return ['ENOENT', 'ENOTDIR'].includes(error.code ?? '');
}
/** Errors of writing below `path`, named after their cause. */
function writingFailed(path, error) {
    const code = error.code ?? '';
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8)
        return error;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('no-space', `${path} cannot be written: the disk is full.`, { cause: error });
    }
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('no-permission', `${path} cannot be written: ${error.message}.`, {
            cause: error,
        });
    }
    return error;
}
async function writeRunState(paths, state) {
    try {
        await (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeFileAtomic */ .Zf)(paths.state, `${JSON.stringify(state, null, 2)}\n`, 0o600);
    }
    catch (error) {
        throw writingFailed(paths.state, error);
    }
}
/** Null when the run does not exist or was broken off before its first line. */
async function readRunState(paths) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(paths.state, 'utf8');
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
            return null;
        throw error;
    }
    try {
        const state = JSON.parse(text);
        if (state.schemaVersion === 1)
            return state;
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('journal-damaged', `${paths.state} is not readable JSON.`, { cause: error });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('journal-damaged', `${paths.state} was written by another version of etcd-migrate.`);
}
/** What stands below `runs/`. Where `runs` itself is no real directory, all of it is foreign and nothing is listed. */
async function runsIn(stateDir) {
    const directory = runsDirectory(stateDir);
    try {
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(directory)).isDirectory())
            return { ours: [], foreign: [] };
        const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory)).sort();
        const owned = await Promise.all(names.map(async (name) => SAFE_NAME.test(name) && (await ownershipOf(runPaths(stateDir, name))) === 'ours'));
        return {
            ours: names.filter((_, index) => owned[index]),
            foreign: names.filter((_, index) => !owned[index]),
        };
    }
    catch (error) {
        if (isAbsence(error))
            return { ours: [], foreign: [] };
        throw error;
    }
}


/***/ }),

/***/ 72632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ty: () => (/* binding */ listForeign),
/* harmony export */   s2: () => (/* binding */ removeRun),
/* harmony export */   v: () => (/* binding */ listRuns),
/* harmony export */   yr: () => (/* binding */ destroyRun)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35498);
/* harmony import */ var _platform_kill_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29507);
/* harmony import */ var _platform_process_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62380);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74705);
/* harmony import */ var _transactions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28975);
// Owns the end of a run: stop every process it ever recorded, keep the logs, remove the directory; and finding runs.
// Must not signal a process that is not recorded with its start time, nor remove a directory without a run's marker.








/** Ids of every run of ours below `<stateDir>/runs`, oldest first; half-made ones too. */
async function listRuns(stateDir) {
    const runs = await Promise.all((await (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .runsIn */ .UN)(stateDir)).ours.map(async (runId) => {
        const state = await (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readRunState */ .xz)((0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .runPaths */ .Ot)(stateDir, runId)).catch(() => null);
        return { runId, createdAt: state?.createdAt ?? '' };
    }));
    return runs.sort((a, b) => a.createdAt.localeCompare(b.createdAt)).map(({ runId }) => runId);
}
/** Paths of what stands among the runs but is none of ours. */
async function listForeign(stateDir) {
    return (await (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .runsIn */ .UN)(stateDir)).foreign.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .runsDirectory */ .WL)(stateDir), name));
}
/**
 * Stops and removes a run. Throws `run-in-progress` while the process that made it still lives, unless that is this
 * one. A run that is not there is a success.
 */
async function removeRun(stateDir, runId, options = {}) {
    const paths = (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .runPaths */ .Ot)(stateDir, runId);
    // Damaged state must not keep us from cleaning up: what runs is recorded elsewhere.
    const state = await (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readRunState */ .xz)(paths).catch(() => null);
    if (state !== null && state.owner.pid !== process.pid && (await (0,_platform_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(state.owner))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('run-in-progress', `Run ${runId} belongs to process ${state.owner.pid}, which is still running; nothing was removed.`);
    }
    await destroyRun(paths, options);
}
const POLL_MS = 50;
const KILL_LIMIT_MS = 10_000;
const SCRIPT_LIMIT_MS = 5_000;
/** Stops and removes everything of the run. Throws `no-permission` and touches nothing where the directory is not ours. */
async function destroyRun(paths, options = {}) {
    const ownership = await (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .ownershipOf */ .VL)(paths);
    if (ownership === 'absent')
        return;
    if (ownership === 'foreign') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('no-permission', `${paths.directory} does not carry the marker of a run of etcd-migrate; it was left alone.`, { hint: 'Look at it, and remove it by hand if it is not needed.' });
    }
    const clock = options.clock ?? _platform_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m;
    // From now on no transaction starts a process. A full disk cannot take the note; the loop below does without.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(paths.closing, '').catch(() => { });
    await stopAll(paths, clock, options.graceMs ?? 2_000);
    try {
        // What is large goes first: a full disk then has room for the logs.
        for (const member of await namesIn(paths.members))
            await removeAll((0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .memberPaths */ .zj)(paths, member).data);
        if (options.keepLogsIn !== undefined)
            await keepLogs(paths, options.keepLogsIn);
        // The marker goes last: a removal that is broken off must be recognised by the next one.
        for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(paths.directory)) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(paths.directory, name);
            if (path !== paths.marker)
                await removeAll(path);
        }
        await removeAll(paths.directory);
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8 ? error : (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .writingFailed */ .wm)(paths.directory, error);
    }
}
async function removeAll(directory) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
async function stopAll(paths, clock, graceMs) {
    const begun = clock.monotonicUs();
    const waitedMs = () => (clock.monotonicUs() - begun) / 1000;
    const told = new Set();
    for (;;) {
        // Looked for in every round: a transaction under way may start one more process.
        const live = await liveProcesses(paths);
        if (live.length === 0)
            return;
        for (const { process: found, kind } of live) {
            if (kind === 'tool') {
                // At once and with its children, as an interruption does: what it makes goes with the run.
                (0,_platform_kill_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .killTree */ .T)(found.pid);
            }
            else if (kind === 'script') {
                // It ends by itself: its old process goes away and it may not start another. Killed at the wrong moment, it
                // would leave a process that nobody has written down.
                if (waitedMs() > graceMs + SCRIPT_LIMIT_MS)
                    signalTo(found, 'SIGKILL');
            }
            else if (waitedMs() > graceMs) {
                signalTo(found, 'SIGKILL');
            }
            else if (!told.has(found.pid)) {
                told.add(found.pid);
                signalTo(found, 'SIGTERM');
                // A paused process would never see it.
                signalTo(found, 'SIGCONT');
            }
        }
        if (waitedMs() > graceMs + KILL_LIMIT_MS) {
            const left = live.map(({ name, process: found }) => `${name} (process ${found.pid})`).join(', ');
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('member-stop-failed', `These did not end within ${KILL_LIMIT_MS / 1000} s after SIGKILL: ${left}. ${paths.directory} was left in place.`);
        }
        await clock.sleep(POLL_MS);
    }
}
/** Live members and tools, and host scripts that have not started theirs yet. The others end with their member. */
async function liveProcesses(paths) {
    const live = [];
    const addTool = async (name, record) => {
        const tool = await (0,_transactions_js__WEBPACK_IMPORTED_MODULE_7__/* .readIdentity */ .xN)(record);
        if (tool !== null && (await (0,_platform_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(tool)))
            live.push({ name, process: tool, kind: 'tool' });
    };
    await addTool('a command', paths.tool);
    for (const member of await namesIn(paths.members)) {
        await addTool(`the tool of ${member}`, (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .memberPaths */ .zj)(paths, member).tool);
        for (const transaction of await (0,_transactions_js__WEBPACK_IMPORTED_MODULE_7__/* .listTransactions */ .QR)((0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .memberPaths */ .zj)(paths, member))) {
            const progress = await (0,_transactions_js__WEBPACK_IMPORTED_MODULE_7__/* .readProgress */ .gQ)(transaction);
            if (progress.process !== null && progress.exit === null && (await (0,_platform_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(progress.process))) {
                live.push({ name: member, process: progress.process, kind: 'member' });
            }
            else if (progress.host !== null && (await (0,_transactions_js__WEBPACK_IMPORTED_MODULE_7__/* .isUnderWay */ .gn)(transaction, progress))) {
                live.push({ name: member, process: progress.host, kind: 'script' });
            }
        }
    }
    return live;
}
function signalTo({ pid }, signal) {
    try {
        process.kill(pid, signal);
    }
    catch (error) {
        if (error.code !== 'ESRCH')
            throw error;
    }
}
async function keepLogs(paths, target) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(target, { recursive: true });
        for (const member of await namesIn(paths.members)) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)((0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .memberPaths */ .zj)(paths, member).log, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, `${member}.log`)).catch((error) => {
                if (error.code !== 'ENOENT')
                    throw error;
            });
        }
    }
    catch (error) {
        throw (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .writingFailed */ .wm)(target, error);
    }
}
async function namesIn(directory) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true })).filter((it) => it.isDirectory()).map((it) => it.name);
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(error.code ?? ''))
            return [];
        throw error;
    }
}


/***/ }),

/***/ 28975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ hostSeconds),
/* harmony export */   P7: () => (/* binding */ startHost),
/* harmony export */   QR: () => (/* binding */ listTransactions),
/* harmony export */   XJ: () => (/* binding */ HOST_START_LIMIT_MS),
/* harmony export */   e9: () => (/* binding */ abandon),
/* harmony export */   gQ: () => (/* binding */ readProgress),
/* harmony export */   gn: () => (/* binding */ isUnderWay),
/* harmony export */   kU: () => (/* binding */ configFileIn),
/* harmony export */   uE: () => (/* binding */ mayStillChange),
/* harmony export */   xN: () => (/* binding */ readIdentity),
/* harmony export */   zS: () => (/* binding */ createTransaction)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54891);
/* harmony import */ var _platform_process_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62380);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74705);
// Owns the numbered transactions of a member on disk: making one, starting its host script, reading how far it came.
// Must not wait for anything nor know what a good end is (switching.ts).







const CONFIG_FILE = 'etcd.yaml';
/** Oldest first. */
async function listTransactions(paths) {
    let names;
    try {
        names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(paths.transactions);
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return [];
        throw error;
    }
    const numbers = names
        .filter((name) => /^\d{4,}$/.test(name))
        .map(Number)
        .sort((a, b) => a - b);
    return Promise.all(numbers.map(async (number) => {
        const directory = directoryOf(paths, number);
        const request = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'request.json'), 'utf8'));
        return { number, directory, request };
    }));
}
/**
 * Makes the transaction that follows number `after`. Null when somebody else made it in the same moment: look again.
 * It is written beside its place and renamed into it, so it is there whole or not at all, and of two callers exactly
 * one wins.
 */
async function createTransaction(paths, after, make) {
    const number = after + 1;
    const directory = directoryOf(paths, number);
    const { request, configFile } = make(directory);
    await (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .makePrivateDirectory */ .Dn)(paths.transactions);
    let draft;
    try {
        draft = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(paths.transactions, 'draft-'));
        if (configFile !== undefined)
            await (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFileAtomic */ .Zf)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(draft, CONFIG_FILE), configFile, 0o600);
        await (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFileAtomic */ .Zf)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(draft, 'request.json'), JSON.stringify(request), 0o600);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, directory);
    }
    catch (error) {
        if (draft !== undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft, { recursive: true, force: true });
        if (['EEXIST', 'ENOTEMPTY'].includes(error.code ?? ''))
            return null;
        throw (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .writingFailed */ .wm)(directory, error);
    }
    return { number, directory, request };
}
function configFileIn(directory) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, CONFIG_FILE);
}
/** Starts the transaction's host script in a session of its own and lets go of it. */
async function startHost(paths, transaction, start) {
    const { request } = transaction;
    const log = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(paths.hostLog, 'a', 0o600).catch((error) => {
        throw (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .writingFailed */ .wm)(paths.hostLog, error);
    });
    try {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('/bin/sh', [
            start.hostScript,
            transaction.directory,
            start.closing,
            paths.log,
            request.action === 'kill' ? 'KILL' : 'TERM',
            String(start.stopLimitMs),
            String(start.old?.pid ?? 0),
            start.old?.startTime ?? '-',
            ...request.argv,
        ], {
            cwd: paths.directory,
            env: { ...start.environment },
            detached: true,
            stdio: ['ignore', log.fd, log.fd],
        });
        await new Promise((resolve, reject) => {
            child.once('spawn', resolve);
            child.once('error', (error) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('tool-failed', `/bin/sh cannot be started: ${error.message}`, { cause: error })));
        });
        child.unref();
    }
    finally {
        await log.close();
    }
}
/** Makes sure that the script of this transaction never runs, unless it already does. True when it never will. */
async function abandon(transaction) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(transaction.directory, 'claim'));
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw (0,_run_state_js__WEBPACK_IMPORTED_MODULE_6__/* .writingFailed */ .wm)(transaction.directory, error);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(transaction.directory, 'failed'), 'abandoned\n');
    return true;
}
async function readProgress({ directory }) {
    // Later files first: what is read last is then at least as new as what was read before it.
    const exit = await readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'exit'));
    const started = await readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'started'));
    const process = await readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'process'));
    const stopped = await readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'stopped'));
    const failed = await readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'failed'));
    const begun = await readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'begun'));
    const host = await readText((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'host'));
    const [stoppedAt, logBytes] = stopped?.trim().split(/\s+/) ?? [];
    return {
        claimed: host !== null || (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'claim'))),
        host: parseIdentity(host),
        begun: begun === null ? null : Number(begun),
        failed: failed === null ? null : failed.trim(),
        stopped: stoppedAt === undefined ? null : { at: Number(stoppedAt), logBytes: Number(logBytes ?? 0) },
        process: parseIdentity(process),
        started: started === null ? null : Number(started),
        exit: exit === null ? null : Number(exit),
    };
}
/** From making a transaction to its script's first sign of life. */
const HOST_START_LIMIT_MS = 10_000;
/**
 * Whether an onlooker must expect that something still happens. Unlike the transaction's own watcher he cannot abandon
 * it: a script that its dead creator started just before may not have given a sign of life yet.
 */
async function mayStillChange(transaction, wallMs) {
    const progress = await readProgress(transaction);
    if (await isUnderWay(transaction, progress))
        return true;
    if (progress.process !== null || progress.failed !== null || progress.host !== null)
        return false;
    // A clock that was set back says nothing about the age, and then long silence is assumed.
    const ageMs = wallMs - (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(transaction.directory, 'request.json'))).mtimeMs;
    return ageMs >= 0 && ageMs < HOST_START_LIMIT_MS;
}
/** Whether the script may still do something about this transaction. */
async function isUnderWay(transaction, progress) {
    if (progress.process !== null || progress.failed !== null)
        return false;
    if (progress.host !== null)
        return (0,_platform_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(progress.host);
    return (0,_platform_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(transaction.request.creator);
}
/** The clock of the host script: /proc/uptime where there is one, otherwise whole seconds. */
async function hostSeconds(wallMs) {
    const uptime = await readText('/proc/uptime');
    return uptime === null ? Math.floor(wallMs() / 1000) : Number(uptime.split(' ')[0]);
}
function directoryOf(paths, number) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(paths.transactions, String(number).padStart(4, '0'));
}
/** Of "<pid> <start time>" in a file; null where there is none. */
async function readIdentity(path) {
    return parseIdentity(await readText(path));
}
function parseIdentity(text) {
    const match = /^(\d+) (.*)$/.exec(text?.trim() ?? '');
    if (match)
        return { pid: Number(match[1]), startTime: match[2] ?? '' };
    // Ended before its start time could be read.
    return /^\d+$/.test(text?.trim() ?? '') ? { pid: Number(text?.trim()), startTime: '' } : null;
}
async function readText(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return null;
        throw error;
    }
}
async function exists(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        return true;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return false;
        throw error;
    }
}


/***/ }),

/***/ 802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   nw: () => (/* binding */ validateRecords)
/* harmony export */ });
/* unused harmony export parseJournal */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns the records of the append-only journal and what can be concluded from them.
// Must not know where the lines are kept (JournalStore) nor talk to a cluster.


const deployment = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ release: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), overrides: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) });
const owner = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ pid: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), startTime: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const common = { seq: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(), at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() };
const recordSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('type', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ...common,
        type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('run-started'),
        runId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        toolVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        mode: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        plan: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
            schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
            upgrade: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ voters: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), hops: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })) }),
            legs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
            digest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        }),
        owner,
        context: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...common, type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('run-resumed'), purpose: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['resume', 'rollback']), owner }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ...common,
        type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('step-started'),
        step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        facts: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ...common,
        type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('switch-intended'),
        step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        member: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        from: deployment.nullable(),
        to: deployment,
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ...common,
        type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('switch-ended'),
        step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        member: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['running', 'exited', 'unknown']),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...common, type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('step-finished'), step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), durationMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...common, type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('step-failed'), step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), code: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...common, type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('member-restored'), step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), member: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), to: deployment }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...common, type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('run-interrupted'), step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(), reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ...common,
        type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('run-finished'),
        outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['reached-target', 'rolled-back', 'held', 'failed']),
        message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        code: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        step: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        evidence: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...common, type: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('run-reported'), verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
]);
/**
 * Checks what a store returned: shapes, and `seq` from 1 without gaps. Throws `journal-damaged` and names the first
 * bad record: nobody may act on a history with holes.
 */
function validateRecords(raw) {
    return raw.map((value, index) => {
        const parsed = recordSchema.safeParse(value);
        if (!parsed.success) {
            const issue = parsed.error.issues[0];
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('journal-damaged', `Record ${index + 1} of the journal is not a journal record: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. Nothing was changed.`);
        }
        if (parsed.data.seq !== index + 1) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('journal-damaged', `Record ${index + 1} of the journal has number ${parsed.data.seq}: records are missing or doubled. Nothing was changed.`);
        }
        return value;
    });
}
/** The text of a journal, one JSON object a line, as records. A torn last line (no newline) is dropped: it was never durable. */
function parseJournal(text) {
    const lines = text.split('\n');
    lines.pop(); // after the last newline: empty, or torn
    return validateRecords(lines.map((line, index) => {
        try {
            return JSON.parse(line);
        }
        catch (error) {
            throw new EtcdMigrateError('journal-damaged', `Line ${index + 1} of the journal is not JSON.`, {
                cause: error,
            });
        }
    }));
}
/** Reads and validates what is there, then appends with the next number. Throws `journal-damaged`. */
async function openJournal(store, clock) {
    const records = [...validateRecords(await store.read())];
    let tail = Promise.resolve();
    return {
        records,
        append: (entry) => {
            const write = async () => {
                const at = new Date(clock.wallMs()).toISOString();
                const record = { seq: records.length + 1, at, ...entry };
                await store.append(record);
                records.push(record);
            };
            // After a failed write the number of the next record would be a guess: every later append fails with it.
            tail = tail.then(write);
            const result = tail;
            result.catch(() => undefined);
            return result;
        },
    };
}


/***/ }),

/***/ 51229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ currentHop),
/* harmony export */   l: () => (/* binding */ recover)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(802);
/* harmony import */ var _undoing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92003);
// Owns what a killed run left behind, as far as its journal knows.
// Must not trust the journal over the live cluster: the journal says what was meant, live state what is.



/** Reads a journal. Throws `nothing-to-resume` where no run began, `journal-damaged` where records are wrong. */
function recover(records) {
    const [first] = (0,_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .validateRecords */ .nw)(records);
    if (first?.type !== 'run-started') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('nothing-to-resume', 'The journal has no beginning of a run; no cluster was touched.');
    }
    const completed = new Set();
    let inFlight;
    let finished;
    let reported;
    for (const record of records) {
        if (record.type === 'step-finished' && !(0,_undoing_js__WEBPACK_IMPORTED_MODULE_2__/* .isRollBackStep */ .jQ)(record.step))
            completed.add(record.step);
        for (const id of (0,_undoing_js__WEBPACK_IMPORTED_MODULE_2__/* .undoneBy */ .xN)(record, first.plan))
            completed.delete(id);
        if (record.type === 'switch-intended')
            inFlight = { step: record.step, member: record.member, to: record.to };
        if (record.type === 'switch-ended' && record.outcome !== 'unknown')
            inFlight = undefined;
        if (record.type === 'run-finished')
            finished = record.outcome;
        // Not by being taken up: a failure that was not judged yet must not be forgotten because somebody tried.
        if (record.type === 'step-started')
            finished = undefined;
        if (record.type === 'run-reported')
            reported = record.verdict;
    }
    return {
        runId: first.runId,
        mode: first.mode,
        plan: first.plan,
        context: first.context,
        completed,
        ...(inFlight ? { inFlight } : {}),
        side: sideByJournal(first.plan, completed, inFlight),
        ...(finished ? { finished } : {}),
        ...(reported === undefined ? {} : { reported }),
    };
}
/** After, from the moment the hop's last switch was intended: its new process may have been up, and the flip begun. */
function sideByJournal(plan, completed, inFlight) {
    const hop = currentHop(plan, completed);
    if (hop?.kind !== 'minor')
        return 'before';
    const last = hop.steps.findLast(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade');
    return last && (completed.has(last.id) || inFlight?.step === last.id) ? 'after' : 'before';
}
/** The hop of the first upgrade step that is not finished; the last hop when all are. */
function currentHop(plan, completed) {
    const { hops } = plan.upgrade;
    return hops.find((hop) => hop.steps.some(({ id }) => !completed.has(id))) ?? hops.at(-1);
}


/***/ }),

/***/ 92003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ rollBackStepId),
/* harmony export */   jQ: () => (/* binding */ isRollBackStep),
/* harmony export */   ql: () => (/* binding */ recordsAbout),
/* harmony export */   xN: () => (/* binding */ undoneBy)
/* harmony export */ });
/* harmony import */ var _plan_weave_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43970);

const prefix = 'rollback';
/** Ids of a roll-back's own steps; `attempt` keeps those of one run apart. */
function rollBackStepId(hop, attempt, number) {
    return `${prefix}.${hop.id}.${attempt}.${number}`;
}
/**
 * The steps that are undone once this is journaled: those of a roll-back's hop, from the first that changes a member on.
 * What came before only looked, and a roll-back that was refused or stopped before its first switch undid nothing.
 */
function undoneBy(record, plan) {
    if (!isUndoing(record))
        return [];
    const [, hopId] = record.step.split('.');
    const steps = (0,_plan_weave_js__WEBPACK_IMPORTED_MODULE_0__/* .executableSteps */ .s)(plan).filter(({ hop }) => hop.id === hopId);
    const first = steps.findIndex(({ planned: { step } }) => step.kind === 'switch-member' || step.kind === 'renew-raft-snapshots');
    return first < 0 ? [] : steps.slice(first).map(({ planned }) => planned.id);
}
/** The records that still say something about a step: of the plan's steps only those after the last roll-back's changes. */
function recordsAbout(step, records) {
    const counting = isRollBackStep(step) ? records : records.slice(records.findLastIndex(isUndoing) + 1);
    return counting.filter((record) => 'step' in record && record.step === step);
}
function isUndoing(record) {
    return record.type === 'switch-intended' && isRollBackStep(record.step);
}
/** Whether a step is a roll-back's own and not the plan's. */
function isRollBackStep(step) {
    return step.startsWith(`${prefix}.`);
}


/***/ }),

/***/ 43970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ executableSteps)
/* harmony export */ });
/** Upgrade and legs in execution order. A plan without legs is what production runs. */
function executableSteps(plan) {
    const legsAfter = new Map();
    for (const leg of plan.legs)
        legsAfter.set(leg.after, [...(legsAfter.get(leg.after) ?? []), leg]);
    return plan.upgrade.hops.flatMap((hop) => hop.steps.flatMap((planned) => [
        { planned, hop, part: 'upgrade', depth: 1 },
        ...(legsAfter.get(planned.id) ?? []).flatMap((leg) => leg.steps.map((step) => ({ planned: step, hop, part: 'leg', leg, depth: 2 }))),
    ]));
}


/***/ }),

/***/ 11567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
/* harmony import */ var _kill_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29507);
// Owns running other programs to their end: the only importer of @actions/exec.
// Must not know what the programs are, nor decide whether an exit code is a failure.


/** By its path, which POSIX systems all have: looking for a name, @actions/io prints on standard output what it cannot read. */
const SHELL = '/bin/sh';
// @actions/exec cannot end a child, and a wait without an end is not allowed here. So a shell says its pid first and
// then becomes the program: the pid stays the same, and the program's own output begins after the first line. Nobody
// types anything: a program that reads its standard input (`mail`) would wait for ever.
const SAY_PID_THEN_BECOME = 'if command -v "$1" >/dev/null; then echo "$$ found"; else echo "$$ missing"; fi; shift; exec "$@" </dev/null';
/** Of one stream, and of one line; beyond, the program is ended. A string of V8 has at most half a GiB. */
const MOST_OUTPUT_MIB = { stream: 256, line: 16 };
/**
 * Runs a program without a shell's word splitting and returns its output, whatever the exit code.
 * Throws `tool-failed` when it cannot be started, prints without end, or does not end within `timeoutMs` (it is then
 * killed), and the signal's reason on abort.
 */
async function run(command, args, options) {
    // Loaded late: `--version` must not pay for it.
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 81260));
    options.signal?.throwIfAborted();
    let pid = 0;
    let found = false;
    const stop = new AbortController();
    const timer = setTimeout(() => {
        stop.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('tool-failed', `${command} did not end within ${options.timeoutMs / 1000} s and was killed`));
    }, options.timeoutMs);
    const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
    const kill = () => {
        if (pid > 0)
            (0,_kill_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .killTree */ .T)(pid);
    };
    signal.addEventListener('abort', kill, { once: true });
    const bounded = () => {
        const printed = { stream: 0, line: 0 };
        return (data) => {
            printed.stream += data.length;
            printed.line = data.includes(0x0a) ? 0 : printed.line + data.length;
            for (const what of ['stream', 'line']) {
                const most = MOST_OUTPUT_MIB[what];
                if (printed[what] < most * 2 ** 20)
                    continue;
                stop.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('tool-failed', `${command} printed ${most} MiB in one ${what} and was killed`));
            }
        };
    };
    try {
        const output = await getExecOutput(SHELL, ['-c', SAY_PID_THEN_BECOME, 'sh', command, ...(options.by ?? []), command, ...args], {
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            ...(options.env === undefined ? {} : { env: { ...options.env } }),
            silent: true,
            ignoreReturnCode: true,
            listeners: {
                stdline: (line) => {
                    if (pid > 0) {
                        options.onLine?.(line);
                        return;
                    }
                    const [number, state] = line.split(' ');
                    pid = Number(number);
                    found = state === 'found';
                    if (signal.aborted)
                        kill();
                },
                errline: (line) => options.onLine?.(line),
                stdout: bounded(),
                stderr: bounded(),
            },
        });
        signal.throwIfAborted();
        const stdout = output.stdout.slice(output.stdout.indexOf('\n') + 1);
        const refused = output.exitCode === 127 || output.exitCode === 126;
        if (refused && !(options.anyExitCode && found)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('tool-failed', `${command} could not be run: ${output.stderr.trim() || 'not found'}`);
        }
        return { exitCode: output.exitCode, stdout, stderr: output.stderr };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('tool-failed', `${command} could not be run: ${error.message}`, {
            cause: error,
        });
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', kill);
    }
}


/***/ }),

/***/ 71622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ createJournalFile)
/* harmony export */ });
/* unused harmony export readJournalFile */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
/* harmony import */ var _json_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7270);
// Owns an append-only file of JSON lines that is on the disk when `append` resolves.
// Must not know what the records mean: the engine validates them.



/**
 * The journal of one run; the file is made by the first append. A last line without its newline was never
 * acknowledged: reading leaves it out, the first append cuts it off. Throws `journal-damaged` where a complete line is
 * not JSON, `no-space` and `no-permission` where the file cannot be written.
 */
function createJournalFile(file) {
    const lines = (0,_json_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .createJsonLines */ .I)(file, 'The journal');
    return { append: (record) => lines.append(record), read: () => readJournalFile(file) };
}
/** Reads a journal that somebody else may be writing; empty when there is none. */
async function readJournalFile(file) {
    try {
        return parseLines(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'), file);
    }
    catch (error) {
        if (!isErrno(error))
            throw error;
        if (error.code === 'ENOENT')
            return [];
        const code = error.code === 'EACCES' || error.code === 'EPERM' ? 'no-permission' : 'journal-damaged';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8(code, `The journal ${file} cannot be read: ${error.message}.`, { cause: error });
    }
}
function parseLines(text, file) {
    const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
    lines.pop();
    return lines.map((line, index) => {
        try {
            return JSON.parse(line);
        }
        catch (error) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('journal-damaged', `Line ${index + 1} of ${file} is not JSON; nothing was changed.`, {
                cause: error,
            });
        }
    });
}
function isErrno(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string';
}


/***/ }),

/***/ 7270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ createJsonLines)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
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
// Owns appending JSON lines to a file: each is on the disk when `append` resolves, and a line that a crash tore is cut off.
// Must not know what the records mean.




/**
 * The file is made by the first append, which also cuts off a last line without its newline: that was never
 * acknowledged. `what` names the file in errors ("The journal"): `no-space` and `no-permission`.
 */
function createJsonLines(file, what) {
    /** Flags to open it with for a look at its end; null while the end is known to be whole. */
    let repair = 'a+';
    return {
        append: (record) => explained(file, what, async () => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                if (repair !== null)
                    await cutTornTail(file, repair);
                // Until this record is whole. Never made anew: a journal that lost its beginning would be none.
                repair = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_APPEND;
                // Opened for each record, a few dozen a run, so that nobody has to close the file.
                const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_APPEND), true);
                await handle.appendFile(`${JSON.stringify(record)}\n`);
                await handle.sync();
                repair = null;
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
        }),
    };
}
async function cutTornTail(file, flags) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const handle = __addDisposableResource(env_2, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, flags, 0o600), true);
        const bytes = await handle.readFile();
        const complete = bytes.lastIndexOf(0x0a) + 1;
        if (complete < bytes.length)
            await handle.truncate(complete);
        const directory = __addDisposableResource(env_2, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), 'r'), true);
        await directory.sync(); // the name is part of what must survive
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
async function explained(file, what, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!isErrno(error))
            throw error;
        const code = error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'no-space' : 'no-permission';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8(code, `${what} ${file} cannot be written: ${error.message}.`, { cause: error });
    }
}
function isErrno(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string';
}


/***/ }),

/***/ 29507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ killTree)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/src/platform/process-tree.js
// Owns finding the processes that a process has started, and what they have started in turn.
// Must not signal any.


/** Pids of all living descendants, parents first. A process whose parent has ended is nobody's descendant any more. */
function descendantsOf(pid) {
    const pairs = process.platform === 'linux' ? fromProc() : fromPs();
    const family = [pid];
    for (const member of family) {
        for (const [child, parent] of pairs)
            if (parent === member && !family.includes(child))
                family.push(child);
    }
    return family.slice(1);
}
function fromProc() {
    return (0,external_node_fs_.readdirSync)('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => {
        try {
            const stat = (0,external_node_fs_.readFileSync)(`/proc/${name}/stat`, 'utf8');
            // The command name is in parentheses and may itself contain spaces and parentheses.
            return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
        }
        catch {
            return []; // it ended between the two calls
        }
    });
}
function fromPs() {
    const text = (0,external_node_child_process_.execFileSync)('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8', timeout: 2_000 });
    return text.split('\n').flatMap((line) => {
        const [pid, parent] = line.trim().split(/\s+/).map(Number);
        return pid !== undefined && parent !== undefined ? [[pid, parent]] : [];
    });
}

;// CONCATENATED MODULE: ./lib/src/platform/kill-tree.js
// Owns ending a program together with what it has started.
// Must not decide who has to end.

/**
 * At once, with what it has started: a killed `go build` would leave its compilers at work. A process group of its own would be
 * simpler, but @actions/exec starts none, and no shell does without a terminal (dash: "job control turned off").
 */
function killTree(pid) {
    const family = new Set([pid]);
    try {
        // Stopped, they start no more: once a look finds nobody new, that is all of them.
        for (const member of family) {
            signalIfAlive(member, 'SIGSTOP');
            for (const each of descendantsOf(member))
                family.add(each);
        }
    }
    catch {
        // Where nobody can look, the program alone is better than nothing.
    }
    for (const member of family)
        signalIfAlive(member, 'SIGKILL');
}
function signalIfAlive(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch (error) {
        // What became another user's (sudo) is not ours to end; the others are, and who waits for it says so.
        if (!['ESRCH', 'EPERM'].includes(error.code ?? ''))
            throw error;
    }
}


/***/ }),

/***/ 62380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L0: () => (/* binding */ identifySelf),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   ls: () => (/* binding */ identify)
/* harmony export */ });
/* unused harmony export startTimeOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11567);
// Owns telling one process from another that got the same pid later: pid plus start time.
// Must not signal anything.



/** Null when no process has this pid now. Linux: field 22 of /proc/<pid>/stat; elsewhere `ps -o lstart=`. */
async function startTimeOf(pid) {
    if (process.platform === 'linux') {
        try {
            const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/stat`, 'utf8');
            // The command name is in parentheses and may itself contain spaces and parentheses.
            const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
            // A zombie has ended; it only waits for its parent to notice.
            return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
        }
        catch (error) {
            const code = error.code;
            if (code === 'ENOENT' || code === 'ESRCH')
                return null;
            throw error;
        }
    }
    const { exitCode, stdout } = await (0,_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e)('ps', ['-o', 'lstart=', '-p', String(pid)], { timeoutMs: 5_000 });
    return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}
async function identify(pid) {
    const startTime = await startTimeOf(pid);
    return startTime === null ? null : { pid, startTime };
}
/** This process; it always finds itself, or the platform is one that we do not know. */
async function identifySelf() {
    const self = await identify(process.pid);
    if (self === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('internal-error', 'This process cannot find its own start time.');
    return self;
}
/** Whether exactly that process still runs. */
async function isAlive(process) {
    return (await startTimeOf(process.pid)) === process.startTime;
}


/***/ }),

/***/ 62353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ lockDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54891);
/* harmony import */ var _process_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62380);
// Owns the lock of an output directory: at most one live process works in it.
// Must not know what the run is. A lock whose owner is dead is taken over.






const LOCK_FILE = 'run.lock';
/** Whoever holds it may remove a dead lock. Without it, two that find one could each remove the other's fresh one. */
const TAKEOVER_FILE = 'run.lock.takeover';
const ATTEMPTS = 20;
/** Throws `run-in-progress` while a live process holds the lock. */
async function lockDirectory(directory, purpose) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, LOCK_FILE);
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, `${LOCK_FILE}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`);
    const self = { ...(await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .identifySelf */ .L0)()), purpose };
    await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFileAtomic */ .Zf)(own, JSON.stringify(self));
    try {
        for (let attempt = 1; !(await claim(own, path)); attempt++) {
            const owner = await readOwner(path);
            if ((owner !== null && (await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(owner))) || attempt === ATTEMPTS) {
                const who = owner === null ? 'somebody' : `${owner.purpose}, process ${owner.pid}`;
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('run-in-progress', `${directory} belongs to a run that is still going on: ${who}.`);
            }
            await removeDeadLock(own, path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, TAKEOVER_FILE));
        }
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(own, { force: true });
    }
    return { [Symbol.asyncDispose]: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true }) };
}
/** link() fails where the name exists: of many at once exactly one succeeds. */
async function claim(own, path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(own, path);
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}
async function removeDeadLock(own, path, takeover) {
    if (!(await claim(own, takeover))) {
        // Its holder needs a millisecond; one that died in that millisecond must not keep everybody out.
        const holder = await readOwner(takeover);
        if (holder === null || !(await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(holder)))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(takeover, { force: true });
        return;
    }
    try {
        // Nobody can replace a lock that exists, so what is found dead here is still the one that is removed.
        const owner = await readOwner(path);
        if (owner === null || !(await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(owner)))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(takeover, { force: true });
    }
}
/** Null where there is no lock, or one that a crash left unreadable. */
async function readOwner(path) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8'));
    }
    catch (error) {
        if (error.code === 'ENOENT' || error instanceof SyntaxError)
            return null;
        throw error;
    }
}


/***/ })

};
