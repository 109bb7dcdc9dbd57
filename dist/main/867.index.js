export const id = 867;
export const ids = [867];
export const modules = {

/***/ 8867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandLine: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./lib/package.json
var lib_package = __webpack_require__(36594);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/report/redact.js
var redact = __webpack_require__(66048);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@bomb.sh/tab/dist/commander.mjs + 2 modules
var commander = __webpack_require__(1283);
;// CONCATENATED MODULE: ./lib/src/app/completion.js
// Owns shell completion: what @bomb.sh/tab makes of commander's definitions, names of files, and safe scripts.
// Must not run a command nor read a file's content.




const COMPLETE = 'complete';
/** Adds `complete`. True when the command line asked for a script, which has then been printed. */
function addCompletion(program, argv, surroundings) {
    const root = (0,commander/* default */.A)(program);
    const word = (argv.at(-1) ?? '').replace(/^--[a-z]+=/, '');
    const offer = (directoriesOnly) => (complete) => {
        for (const name of namesFor(word, surroundings.workingDirectory, directoriesOnly))
            complete(name, '');
    };
    for (const command of root.commands.values()) {
        for (const [name, directoriesOnly] of [
            ['manifest', false],
            ['output', true],
            ['cache', true],
        ]) {
            const known = command.options.get(name);
            if (known !== undefined)
                command.option(name, known.description, offer(directoriesOnly));
        }
        if (command.arguments.has('MANIFEST'))
            command.argument('MANIFEST', offer(false));
    }
    const [first, shell] = argv;
    if (first !== COMPLETE || argv.length !== 2 || (shell !== 'bash' && shell !== 'zsh'))
        return false;
    const script = printed(() => root.setup(program.name(), program.name(), shell));
    surroundings.writeOut(`${shell === 'bash' ? safeBash(script) : safeZsh(script)}\n`);
    return true;
}
/** Names that begin with the word, as they are to be typed; directories end in a slash. */
function namesFor(word, workingDirectory, directoriesOnly) {
    const folder = word.slice(0, word.lastIndexOf('/') + 1);
    const begun = word.slice(folder.length);
    try {
        return (0,external_node_fs_.readdirSync)((0,external_node_path_.resolve)(workingDirectory, folder || '.'), { withFileTypes: true })
            .filter((entry) => entry.name.startsWith(begun) && (begun !== '' || !entry.name.startsWith('.')))
            .filter((entry) => !directoriesOnly || entry.isDirectory())
            .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`);
    }
    catch {
        // Nothing can be offered for a folder that cannot be read; the command itself will say why.
        return [];
    }
}
/** The library prints its scripts itself. */
function printed(work) {
    const lines = [];
    const log = console.log;
    console.log = (line) => lines.push(line);
    try {
        work();
    }
    finally {
        console.log = log;
    }
    return lines.join('\n');
}
/** The library's script gives the typed line to `eval`, and its answers to `compgen -W`, which expands them: names of files too. */
function safeBash(script) {
    return [
        [/^readonly /gm, ''],
        [
            /^ {4}requestComp=[\s\S]*?^ {4}out=\$\(eval "\$requestComp" 2>\/dev\/null\)$/m,
            `    out=$(etcd-migrate complete -- "\${words[@]:1:cword}" 2>/dev/null)`,
        ],
        [
            /^ {4}COMPREPLY=\( \$\(compgen -W "\$\{completions\[\*\]\}" -- "\$cur"\) \)$/m,
            `    # Matched here: compgen would expand what it is given.
    local each part="$cur"
    [[ "$cur" == -*=* ]] && part="\${cur#*=}"
    COMPREPLY=()
    for each in "\${completions[@]}"; do
        [[ -n "$each" && "$each" == "$part"* ]] && COMPREPLY+=("$each")
    done
    [[ -e "\${COMPREPLY[0]}" ]] && compopt -o filenames 2>/dev/null
    return 0`,
        ],
    ].reduce((text, [pattern, safe]) => replaced(text, pattern, safe), script);
}
/** Here only the part before a `=` reaches `eval` as it was typed. */
function safeZsh(script) {
    return replaced(script, /flagPrefix="-P \$\{BASH_REMATCH\}"/, `flagPrefix="-P \${(q)BASH_REMATCH}"`);
}
function replaced(script, unsafe, safe) {
    const text = script.replace(unsafe, () => safe);
    if (text === script)
        throw new errors/* EtcdMigrateError */.A8('internal-error', 'The completion script is not as it was known.');
    return text;
}

// EXTERNAL MODULE: ./lib/src/app/report-error.js
var report_error = __webpack_require__(3929);
// EXTERNAL MODULE: ./lib/src/app/run-settings.js
var run_settings = __webpack_require__(40793);
;// CONCATENATED MODULE: ./lib/src/app/command-line.js
// Owns the command line: commands, options, help and completion; each command hands over to its mode's file.
// Must not hold any mode's logic. The contract is stable: other people's scripts rely on it (README, "Command line").







const modes = [
    {
        name: 'init',
        summary: 'write a commented manifest',
        example: 'etcd-migrate init --manifest etcd-migration.yaml',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(686), __webpack_require__.e(305), __webpack_require__.e(11), __webpack_require__.e(183)]).then(__webpack_require__.bind(__webpack_require__, 8183))).init,
    },
    {
        name: 'plan',
        summary: 'print the plan without running anything',
        example: 'etcd-migrate plan --format json | jq -r .planDigest',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(235), __webpack_require__.e(305), __webpack_require__.e(603), __webpack_require__.e(11), __webpack_require__.e(639), __webpack_require__.e(372)]).then(__webpack_require__.bind(__webpack_require__, 9531))).plan,
    },
    {
        name: 'preflight',
        summary: 'rehearse the whole upgrade and its roll-backs on throw-away real clusters',
        example: 'etcd-migrate preflight examples/three-members/etcd-migration.yaml',
        load: async () => {
            const { preflight } = await Promise.all(/* import() */[__webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(644), __webpack_require__.e(235), __webpack_require__.e(305), __webpack_require__.e(203), __webpack_require__.e(603), __webpack_require__.e(276), __webpack_require__.e(11), __webpack_require__.e(639), __webpack_require__.e(812)]).then(__webpack_require__.bind(__webpack_require__, 21812));
            return (settings, surroundings) => preflight(settings, surroundings);
        },
    },
    {
        name: 'status',
        summary: 'say where an interrupted run and its cluster stand',
        example: 'etcd-migrate status --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(644), __webpack_require__.e(305), __webpack_require__.e(203), __webpack_require__.e(603), __webpack_require__.e(276), __webpack_require__.e(846)]).then(__webpack_require__.bind(__webpack_require__, 85846))).status,
    },
    {
        name: 'resume',
        summary: 'go on with an interrupted run',
        example: 'etcd-migrate resume --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(644), __webpack_require__.e(305), __webpack_require__.e(203), __webpack_require__.e(603), __webpack_require__.e(276), __webpack_require__.e(647)]).then(__webpack_require__.bind(__webpack_require__, 9647))).resume,
    },
    {
        name: 'rollback',
        summary: 'bring an interrupted run back to the release its hop started from',
        example: 'etcd-migrate rollback --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(644), __webpack_require__.e(305), __webpack_require__.e(203), __webpack_require__.e(603), __webpack_require__.e(276), __webpack_require__.e(228)]).then(__webpack_require__.bind(__webpack_require__, 24228))).rollback,
    },
    {
        name: 'cleanup',
        summary: 'remove what runs whose owner is dead have left behind',
        example: 'etcd-migrate cleanup --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(104), __webpack_require__.e(203), __webpack_require__.e(190)]).then(__webpack_require__.bind(__webpack_require__, 61190))).cleanup,
    },
];
/** Runs one command and returns the exit code; never throws for what the user did wrong. */
async function runCommandLine(argv, outside) {
    const surroundings = { ...outside, redactor: (0,redact/* createRedactor */.l)() };
    let exitCode = 0;
    const program = new esm/* Command */.uB('etcd-migrate')
        .description(lib_package/* description */.h_)
        .version(lib_package/* version */.rE, '--version', 'print the version')
        .exitOverride()
        .showHelpAfterError('(etcd-migrate --help shows the commands and their options)')
        .showSuggestionAfterError()
        .configureOutput({
        writeOut: surroundings.writeOut,
        writeErr: (text) => surroundings.errorStream.write(text),
    })
        .addHelpText('after', `\nExamples:\n${modes.map((mode) => `  $ ${mode.example}`).join('\n')}\n  $ source <(etcd-migrate complete bash)`);
    for (const mode of modes) {
        const command = program
            .command(mode.name)
            .summary(mode.summary)
            .description(capitalised(mode.summary))
            .argument('[MANIFEST]', 'manifest (default: etcd-migration.yaml in the current folder)')
            .option('--manifest <FILE>', 'the same as the argument')
            .option('--output <DIR>', "holds the run's state and its reports (default: .etcd-migrate)")
            .addOption(new esm/* Option */.c$('--format <FORMAT>', 'of standard output').choices(run_settings/* formats */.F).default('text'))
            .option('--cache <DIR>', 'where etcd binaries are kept (default: etcd-migrate in the user cache)')
            .option('--offline', 'use local paths and the cache only')
            .option('--verbose', 'say more on standard error')
            .option('--no-color', 'plain text')
            .addHelpText('after', `\nExample:\n  $ ${mode.example}`);
        if (mode.name === 'init')
            command.option('--force', 'replace an existing manifest');
        command.action(async (argument, options) => {
            if (argument !== undefined && options.manifest !== undefined && argument !== options.manifest) {
                program.error(`error: two manifests given: ${argument} and --manifest ${options.manifest}`);
            }
            for (const [name, value] of [
                ['argument MANIFEST', argument],
                ['option --manifest', options.manifest],
                ['option --output', options.output],
                ['option --cache', options.cache],
            ]) {
                // A shell's variable that is not set: the current directory is never what was meant.
                if (value === '')
                    program.error(`error: the ${name} is empty`);
            }
            const settings = (0,run_settings/* settle */.G)({ ...options, ...(argument === undefined ? {} : { manifest: argument }) }, surroundings);
            try {
                exitCode = await (await mode.load())(settings, surroundings, options);
            }
            catch (error) {
                exitCode = (0,report_error/* reportError */.N7)(interruptionOf(mode.name, surroundings) ?? error, mode.name, settings, surroundings);
            }
        });
    }
    if (addCompletion(program, argv, surroundings))
        return 0;
    try {
        await program.parseAsync([...argv], { from: 'user' });
    }
    catch (error) {
        if (!(error instanceof esm/* CommanderError */.b7))
            throw error;
        return error.exitCode === 0 ? 0 : errors/* failures */.e9.usage.exitCode;
    }
    if (argv.length === 0) {
        program.outputHelp({ error: true });
        return errors/* failures */.e9.usage.exitCode;
    }
    return exitCode;
}
/** Whatever fails after a signal fails because of it. */
function interruptionOf(mode, { signal }) {
    const reason = signal.aborted ? signal.reason : undefined;
    if (!(reason instanceof errors/* EtcdMigrateError */.A8))
        return undefined;
    // A rehearsal that has begun reports its own interruption (finishing.ts).
    if (!['init', 'plan', 'preflight'].includes(mode))
        return reason;
    return new errors/* EtcdMigrateError */.A8(reason.code, `${reason.message} Nothing was started yet.`, { hint: 'Run it again.' });
}
function capitalised(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}


/***/ }),

/***/ 31932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RE: () => (/* binding */ envelope),
/* harmony export */   mx: () => (/* binding */ sayJson),
/* harmony export */   z6: () => (/* binding */ tool)
/* harmony export */ });
/* harmony import */ var _package_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36594);
/* harmony import */ var _report_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87923);
// Owns the envelope of the modes that run no rehearsal, and how it reaches standard output.
// Must not know what any mode does.


const tool = { name: 'etcd-migrate', version: _package_json__WEBPACK_IMPORTED_MODULE_0__/* .version */ .rE };
/** Without a failure: `init`, `plan` and `cleanup` did what they are for; `status` judges nothing. */
function envelope(mode, own) {
    const verdict = mode === 'status' ? 'inconclusive' : 'pass';
    return { schemaVersion: 1, tool, mode, verdict, failureReason: null, ...own };
}
/** Says the envelope where JSON was asked for; other formats are the mode's own. */
function sayJson(report, settings, surroundings) {
    if (settings.format !== 'json')
        return;
    surroundings.writeOut((0,_report_json_js__WEBPACK_IMPORTED_MODULE_1__/* .renderJson */ .h)(surroundings.redactor.report(report)));
}


/***/ }),

/***/ 3929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N7: () => (/* binding */ reportError),
/* harmony export */   ZV: () => (/* binding */ errorReport),
/* harmony export */   cM: () => (/* binding */ asKnownError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31932);
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

/***/ 40793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ formats),
/* harmony export */   G: () => (/* binding */ settle)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
// Owns where a run reads and writes: the paths and switches that the command line and the action's inputs share.
// Must not know what is in the files.


const formats = ['text', 'json', 'markdown'];
function settle(options, surroundings) {
    const { environment, workingDirectory } = surroundings;
    const cacheRoot = environment['XDG_CACHE_HOME'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment['HOME'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache');
    const colored = (options.color ?? true) && environment['NO_COLOR'] === undefined;
    return {
        manifestFile: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.manifest ?? 'etcd-migration.yaml'),
        outputDir: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.output ?? '.etcd-migrate'),
        cacheDir: options.cache === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cacheRoot, 'etcd-migrate') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.cache),
        offline: options.offline ?? false,
        format: options.format ?? 'text',
        color: colored && surroundings.outIsTTY === true,
        errorColor: colored && surroundings.errorStream.isTTY === true,
        verbose: options.verbose ?? false,
        trusted: options.trusted ?? true,
    };
}


/***/ }),

/***/ 87923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ renderJson)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./lib/src/report/model.js
// Owns the one model that every output is made of: the envelope of every mode's JSON.
// Must not know how it is rendered nor who publishes it.

const Where = schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr().optional(), column: schemas/* int */.Whr().optional() });
const ReportFinding = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    severity: schemas/* enum */.k5n(['error', 'warning', 'note']),
    message: schemas/* string */.YjP(),
    where: Where.optional(),
    evidence: schemas/* string */.YjP().optional(),
    fix: schemas/* string */.YjP().optional(),
    learnMore: schemas/* string */.YjP().optional(),
});
const ReportRelease = schemas/* strictObject */.rej({
    version: schemas/* string */.YjP(),
    source: schemas/* string */.YjP().describe('Where the binaries came from, e.g. "go", "cache (go)", "github".'),
    /** Tool name → sha256 of the binary. */
    sha256: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    platform: schemas/* string */.YjP(),
    assumed: schemas/* boolean */.zMY().optional().describe('True when a floating `from` was resolved to this release.'),
});
/** One line of the plan tree, with what happened. Legs of a rehearsal are nested under the step they follow. */
const ReportStep = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    depth: schemas/* int */.Whr(),
    part: schemas/* enum */.k5n(['hop', 'upgrade', 'leg']),
    status: schemas/* enum */.k5n(['not-run', 'ok', 'failed']),
    durationMs: schemas/* number */.aig().optional(),
    detail: schemas/* string */.YjP().optional(),
    /** Client operations during the step. */
    clients: schemas/* strictObject */.rej({
        operations: schemas/* int */.Whr(),
        failed: schemas/* int */.Whr(),
        unknown: schemas/* int */.Whr(),
        longestWriteGapMs: schemas/* number */.aig().nullable(),
        longestReadGapMs: schemas/* number */.aig().nullable(),
        p50Ms: schemas/* number */.aig().nullable(),
        p95Ms: schemas/* number */.aig().nullable(),
        p99Ms: schemas/* number */.aig().nullable(),
        p999Ms: schemas/* number */.aig().nullable(),
    })
        .optional(),
});
const ReportCheck = schemas/* strictObject */.rej({
    check: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    member: schemas/* string */.YjP(),
    release: schemas/* string */.YjP(),
    expected: schemas/* string */.YjP(),
    seen: schemas/* string */.YjP(),
    ok: schemas/* boolean */.zMY(),
    durationMs: schemas/* number */.aig(),
    error: schemas/* string */.YjP().optional(),
});
const ReportJudge = schemas/* strictObject */.rej({
    judge: schemas/* string */.YjP(),
    verdict: schemas/* enum */.k5n(['pass', 'fail', 'inconclusive']),
    summary: schemas/* string */.YjP(),
    judged: schemas/* int */.Whr(),
    violations: schemas/* array */.YOg(schemas/* strictObject */.rej({ message: schemas/* string */.YjP(), records: schemas/* array */.YOg(schemas/* unknown */.L5J()) })),
    violationCount: schemas/* int */.Whr(),
    failureReason: schemas/* string */.YjP().optional(),
});
const ReportAvailability = schemas/* strictObject */.rej({
    longestWriteGapMs: schemas/* number */.aig().nullable(),
    longestReadGapMs: schemas/* number */.aig().nullable(),
    /** Step in which the longest write gap began. */
    longestWriteGapStep: schemas/* string */.YjP().nullable(),
    operations: schemas/* int */.Whr(),
    ok: schemas/* int */.Whr(),
    failed: schemas/* int */.Whr(),
    unknown: schemas/* int */.Whr(),
    retried: schemas/* int */.Whr(),
});
/** What only `plan` says: the whole plan as data, and what it rests on. */
const PlanPart = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    upgrade: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).describe('What production runs too; the digest covers this part alone.'),
    legs: schemas/* array */.YOg(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())),
    digest: schemas/* string */.YjP(),
    assumed: schemas/* array */.YOg(schemas/* string */.YjP()).describe('What the plan takes for granted, e.g. "from 3.5 is taken as 3.5.33".'),
    atBest: schemas/* enum */.k5n(['pass', 'fail', 'inconclusive'])
        .describe('The best verdict that a rehearsal of this plan can reach.'),
});
/** What only `init` says. */
const InitPart = schemas/* strictObject */.rej({
    manifest: schemas/* string */.YjP().describe('Path of the file that was written.'),
    readFrom: schemas/* array */.YOg(schemas/* string */.YjP()).describe('Endpoints of the live cluster whose facts it holds.'),
    notFoundOut: schemas/* string */.YjP()
        .nullable()
        .describe('Why the live cluster could not be read; null when it was, or none is known.'),
});
/** What only `status` says. */
const StatusPart = schemas/* strictObject */.rej({
    runId: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['running', 'interrupted', 'reached-target', 'rolled-back', 'held', 'failed', 'ended']),
    stepsDone: schemas/* int */.Whr(),
    steps: schemas/* int */.Whr(),
    nextStep: schemas/* string */.YjP().nullable(),
    inFlight: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())
        .nullable()
        .describe('A switch that was begun and of which no end is known.'),
    side: schemas/* enum */.k5n(['before', 'after']).describe('Of the point of no return of the hop under way.'),
    unjudged: schemas/* string */.YjP()
        .optional()
        .describe('How the engine ended, where the run broke off before it was judged and reported.'),
    verdict: schemas/* string */.YjP().optional().describe('The verdict of a run that has ended.'),
    commands: schemas/* array */.YOg(schemas/* string */.YjP()).describe('Modes that can take it from here.'),
    cluster: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).optional().describe('Absent once the run has ended.'),
});
/** What only `cleanup` says. */
const CleanupPart = schemas/* strictObject */.rej({
    removed: schemas/* array */.YOg(schemas/* string */.YjP()).describe('Ids of the runs that were removed.'),
    leftAlone: schemas/* array */.YOg(schemas/* string */.YjP()).describe('Paths among the runs that are none of ours.'),
});
const RunReport = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    tool: schemas/* strictObject */.rej({ name: schemas/* literal */.euz('etcd-migrate'), version: schemas/* string */.YjP() }),
    mode: schemas/* string */.YjP(),
    /** The manifest's `name`. */
    cluster: schemas/* string */.YjP().optional(),
    verdict: schemas/* enum */.k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: schemas/* string */.YjP()
        .nullable()
        .describe('A failure code (docs/failure-codes.md), or null for a pass and for `status`, which judges nothing.'),
    /** Why, in one sentence. */
    reason: schemas/* string */.YjP(),
    /** etcd's own last lines or the last observation, when something failed. */
    evidence: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    /** Where the cluster stands now and on which side of the point of no return. */
    clusterState: schemas/* string */.YjP().optional(),
    pointOfNoReturn: schemas/* string */.YjP().optional().describe('After which step the old release no longer starts.'),
    nextSteps: schemas/* array */.YOg(schemas/* string */.YjP()),
    planDigest: schemas/* string */.YjP().optional(),
    from: schemas/* string */.YjP().optional(),
    to: schemas/* string */.YjP().optional(),
    startedAt: iso/* datetime */.w$().optional(),
    finishedAt: iso/* datetime */.w$().optional(),
    durationMs: schemas/* number */.aig().optional(),
    seed: schemas/* int */.Whr().optional(),
    depth: schemas/* string */.YjP().optional(),
    releases: schemas/* array */.YOg(ReportRelease).optional(),
    steps: schemas/* array */.YOg(ReportStep).optional(),
    checks: schemas/* array */.YOg(ReportCheck).optional(),
    judges: schemas/* array */.YOg(ReportJudge).optional(),
    availability: ReportAvailability.optional(),
    /** Where the time went, sums in milliseconds: what etcd itself needs, whoever does the upgrade. */
    timings: schemas/* strictObject */.rej({ stopMs: schemas/* number */.aig(), startMs: schemas/* number */.aig(), flipWaitMs: schemas/* number */.aig(), preparationMs: schemas/* number */.aig() })
        .optional(),
    findings: schemas/* array */.YOg(ReportFinding).optional(),
    plan: PlanPart.optional(),
    init: InitPart.optional(),
    status: StatusPart.optional(),
    cleanup: CleanupPart.optional(),
});
/** `rehearsal.json`: only this record with verdict "pass" proves a rehearsal; a digest alone proves a plan. */
const RehearsalRecord = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    planDigest: schemas/* string */.YjP(),
    verdict: schemas/* enum */.k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: schemas/* string */.YjP().nullable(),
    /** Release → tool → sha256. */
    binaries: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())),
    platform: schemas/* string */.YjP(),
    toolVersion: schemas/* string */.YjP(),
    finishedAt: iso/* datetime */.w$(),
    /** What the rehearsal took for granted, e.g. "from 3.5 is 3.5.33". */
    assumed: schemas/* array */.YOg(schemas/* string */.YjP()),
});

;// CONCATENATED MODULE: ./lib/src/report/json.js
// Owns the report for machines: the envelope that scripts rely on.
// Must not know any other output.

/** Validates on the way out: a report that breaks its own schema is a bug that must not reach a script. */
function renderJson(report) {
    return `${JSON.stringify(RunReport.parse(report), null, 2)}\n`;
}


/***/ }),

/***/ 66048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony export REDACTED */
const REDACTED = '***';
/** A line of a multi-line secret (a key file) is a secret too; shorter ones would take out ordinary words. */
const SHORTEST_LINE = 8;
// Ours, from closed lists: a password that happens to be "pass" must not turn a verdict into `***`.
const OURS = new Set([
    'schemaVersion',
    'tool',
    'mode',
    'verdict',
    'failureReason',
    'planDigest',
    'status',
    'part',
    'severity',
    'sha256',
    'platform',
    'startedAt',
    'finishedAt',
]);
/** Redacts each secret as it is, and as it looks in a URL, in JSON, in base64, and line by line. */
function createRedactor(secrets = []) {
    const forms = new Set();
    // Longest first, so that a part never uncovers the rest.
    let ordered = [];
    const add = (secret) => {
        for (const form of formsOf(secret))
            if (form.trim() !== '')
                forms.add(form);
        ordered = [...forms].sort((a, b) => b.length - a.length);
    };
    for (const secret of secrets)
        add(secret);
    const text = (value) => ordered.reduce((rest, form) => rest.replaceAll(form, REDACTED), value);
    const deep = (value, ours) => {
        if (typeof value === 'string')
            return text(value);
        if (Array.isArray(value))
            return value.map((item) => deep(item, ours));
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [
            ours ? key : text(key),
            ours && OURS.has(key) ? item : deep(item, ours && key !== 'records'),
        ]));
    };
    return { add, text, report: (report) => deep(report, true) };
}
function formsOf(secret) {
    if (secret.trim() === '')
        return [];
    const whole = [secret, secret.trim()];
    const lines = secret.split(/\r\n|\r|\n/).filter((line) => line.trim().length >= SHORTEST_LINE);
    return [...whole, ...lines].flatMap((form) => [
        form,
        encodeURIComponent(form.replace(/\p{Cs}/gu, '\ufffd')),
        JSON.stringify(form).slice(1, -1),
        Buffer.from(form, 'utf8').toString('base64'),
    ]);
}


/***/ }),

/***/ 36594:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"rE":"0.1.0","h_":"Rehearse etcd upgrades and their roll-backs on throw-away real clusters, and say with evidence whether they are safe."}');

/***/ })

};
