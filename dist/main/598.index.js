export const id = 598;
export const ids = [598];
export const modules = {

/***/ 47598:
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
// EXTERNAL MODULE: ./lib/src/manifest/versions.js
var versions = __webpack_require__(22117);
// EXTERNAL MODULE: ./lib/src/platform/memory.js
var memory = __webpack_require__(99877);
// EXTERNAL MODULE: ./lib/src/report/redact.js
var redact = __webpack_require__(66048);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@bomb.sh/tab/dist/commander.mjs + 2 modules
var commander = __webpack_require__(1283);
;// CONCATENATED MODULE: ./lib/src/app/shell/completion.js
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
        for (const name of ['MANIFEST', 'FILE'])
            if (command.arguments.has(name))
                command.argument(name, offer(false));
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

// EXTERNAL MODULE: ./lib/src/app/shell/run-settings.js
var run_settings = __webpack_require__(19558);
;// CONCATENATED MODULE: ./lib/src/app/shell/command-line.js
// Owns the command line: commands, options, help and completion; each command hands over to its mode's file.
// Must not hold any mode's logic. The contract is stable: other people's scripts rely on it (README, "Command line").








const modes = [
    {
        name: 'init',
        summary: 'write a commented manifest',
        example: 'etcd-migrate init --manifest etcd-migration.yaml',
        options: [new esm/* Option */.c$('--force', 'replace an existing manifest')],
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(686), __webpack_require__.e(703), __webpack_require__.e(658), __webpack_require__.e(77)]).then(__webpack_require__.bind(__webpack_require__, 69077))).init,
    },
    {
        name: 'plan',
        summary: 'print the plan without running anything',
        example: 'etcd-migrate plan --format json | jq -r .planDigest',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(746), __webpack_require__.e(648), __webpack_require__.e(703), __webpack_require__.e(658), __webpack_require__.e(88), __webpack_require__.e(427), __webpack_require__.e(234), __webpack_require__.e(472)]).then(__webpack_require__.bind(__webpack_require__, 43001))).plan,
    },
    {
        name: 'preflight',
        summary: 'rehearse the whole upgrade and its roll-backs on throw-away real clusters',
        example: 'etcd-migrate preflight examples/three-members/etcd-migration.yaml',
        load: async () => {
            const { preflight } = await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(695), __webpack_require__.e(746), __webpack_require__.e(648), __webpack_require__.e(703), __webpack_require__.e(756), __webpack_require__.e(16), __webpack_require__.e(658), __webpack_require__.e(858), __webpack_require__.e(88), __webpack_require__.e(431), __webpack_require__.e(427), __webpack_require__.e(234), __webpack_require__.e(685)]).then(__webpack_require__.bind(__webpack_require__, 43347));
            return (settings, surroundings) => preflight(settings, surroundings);
        },
    },
    {
        name: 'verify-backup',
        summary: 'prove that backups restore, by restoring and comparing them',
        example: "etcd-migrate verify-backup 'backups/*.db'",
        takesFiles: true,
        output: run_settings/* backupOutput */.kA,
        options: [
            new esm/* Option */.c$('--release <VERSION>', 'exact etcd release that restores (default: newest of the line that wrote it)').argParser(releaseOf),
            new esm/* Option */.c$('--members <N>', 'members of the throw-away cluster (default: 1)').argParser(memberCount),
            new esm/* Option */.c$('--attestations <DIR>', 'restore nothing: accept backups by what attests them there').conflicts([
                ...['release', 'members'],
            ]),
            new esm/* Option */.c$('--within <HOURS>', 'oldest proof that --attestations accepts (default: 24)').argParser(positiveCount),
        ],
        load: async () => {
            (0,memory/* keepNurserySmall */.j)();
            const { verifyBackup } = await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(695), __webpack_require__.e(746), __webpack_require__.e(648), __webpack_require__.e(553), __webpack_require__.e(703), __webpack_require__.e(756), __webpack_require__.e(16), __webpack_require__.e(658), __webpack_require__.e(858), __webpack_require__.e(88), __webpack_require__.e(427), __webpack_require__.e(782), __webpack_require__.e(103)]).then(__webpack_require__.bind(__webpack_require__, 44103));
            return async (settings, surroundings, { files = [], release, members, attestations, within }) => {
                if (attestations !== undefined) {
                    const { acceptBackups } = await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(695), __webpack_require__.e(746), __webpack_require__.e(553), __webpack_require__.e(703), __webpack_require__.e(756), __webpack_require__.e(658), __webpack_require__.e(88), __webpack_require__.e(782), __webpack_require__.e(724)]).then(__webpack_require__.bind(__webpack_require__, 70724));
                    return acceptBackups(settings, surroundings, { files, attestations, withinHours: within ?? 24 });
                }
                if (within !== undefined) {
                    throw new errors/* EtcdMigrateError */.A8('usage', '--within does nothing without --attestations.');
                }
                return verifyBackup(settings, surroundings, {
                    files,
                    ...(release === undefined ? {} : { release }),
                    ...(members === undefined ? {} : { members }),
                });
            };
        },
    },
    {
        name: 'backup',
        summary: 'take a backup from a follower of a live cluster',
        example: 'etcd-migrate backup --endpoints https://etcd-1:2379,https://etcd-2:2379 --cacert ca.pem --out backups/today.db',
        options: [
            new esm/* Option */.c$('--endpoints <URL,...>', "client URLs of the members (default: the manifest's `connection`)").argParser(listOf),
            new esm/* Option */.c$('--out <FILE>', 'where the backup shall stand; its sidecar stands beside it').makeOptionMandatory(),
            new esm/* Option */.c$('--keep <N>', 'backups of this cluster that stay in that directory (default: all)').argParser(positiveCount),
            new esm/* Option */.c$('--cacert <FILE>', 'PEM file of the certificate authority'),
            new esm/* Option */.c$('--cert <FILE>', 'PEM file of the client certificate'),
            new esm/* Option */.c$('--key <FILE>', 'PEM file of the client key'),
            new esm/* Option */.c$('--servername <NAME>', 'name to verify server certificates against'),
            new esm/* Option */.c$('--user <NAME>', 'user to log in as'),
            new esm/* Option */.c$('--password-file <FILE>', 'file that holds the password'),
            new esm/* Option */.c$('--password-env <NAME>', 'environment variable that holds the password'),
        ],
        load: async () => {
            (0,memory/* keepNurserySmall */.j)();
            const { backup } = await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(746), __webpack_require__.e(648), __webpack_require__.e(703), __webpack_require__.e(658), __webpack_require__.e(88), __webpack_require__.e(782), __webpack_require__.e(278)]).then(__webpack_require__.bind(__webpack_require__, 14037));
            return (settings, surroundings, { out = '', ...options }) => backup(settings, surroundings, { ...options, out });
        },
    },
    {
        name: 'status',
        summary: 'say where an interrupted run and its cluster stand',
        example: 'etcd-migrate status --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(695), __webpack_require__.e(703), __webpack_require__.e(756), __webpack_require__.e(16), __webpack_require__.e(858), __webpack_require__.e(431), __webpack_require__.e(808)]).then(__webpack_require__.bind(__webpack_require__, 9808))).status,
    },
    {
        name: 'resume',
        summary: 'go on with an interrupted run',
        example: 'etcd-migrate resume --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(695), __webpack_require__.e(703), __webpack_require__.e(756), __webpack_require__.e(16), __webpack_require__.e(858), __webpack_require__.e(431), __webpack_require__.e(561)]).then(__webpack_require__.bind(__webpack_require__, 70561))).resume,
    },
    {
        name: 'rollback',
        summary: 'bring an interrupted run back to the release its hop started from',
        example: 'etcd-migrate rollback --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(686), __webpack_require__.e(104), __webpack_require__.e(695), __webpack_require__.e(703), __webpack_require__.e(756), __webpack_require__.e(16), __webpack_require__.e(858), __webpack_require__.e(431), __webpack_require__.e(34)]).then(__webpack_require__.bind(__webpack_require__, 68034))).rollback,
    },
    {
        name: 'cleanup',
        summary: 'remove what runs whose owner is dead have left behind',
        example: 'etcd-migrate cleanup --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(104), __webpack_require__.e(16), __webpack_require__.e(644)]).then(__webpack_require__.bind(__webpack_require__, 91644))).cleanup,
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
        const command = program.command(mode.name).summary(mode.summary).description(capitalised(mode.summary));
        if (mode.takesFiles) {
            command
                .argument('[FILE...]', 'backup files, or patterns in quotes')
                .option('--manifest <FILE>', 'for its `backups` and `releases` (default: none)');
        }
        else {
            command
                .argument('[MANIFEST]', 'manifest (default: etcd-migration.yaml in the current folder)')
                .option('--manifest <FILE>', 'the same as the argument');
        }
        command
            .option('--output <DIR>', `holds the run's state and its reports (default: ${mode.output ?? run_settings/* defaultOutput */.vi})`)
            .addOption(new esm/* Option */.c$('--format <FORMAT>', 'of standard output').choices(run_settings/* formats */.Fx).default('text'))
            .option('--cache <DIR>', 'where etcd binaries are kept (default: etcd-migrate in the user cache)')
            .option('--offline', 'use local paths and the cache only')
            .option('--verbose', 'say more on standard error')
            .option('--no-color', 'plain text')
            .addHelpText('after', `\nExample:\n  $ ${mode.example}`);
        for (const option of mode.options ?? [])
            command.addOption(option);
        command.action(async (given, options) => {
            const files = typeof given === 'object' ? given : [];
            const argument = typeof given === 'object' ? undefined : given;
            if (argument !== undefined && options.manifest !== undefined && argument !== options.manifest) {
                program.error(`error: two manifests given: ${argument} and --manifest ${options.manifest}`);
            }
            for (const [name, value] of [
                ['argument MANIFEST', argument],
                ...files.map((file) => ['argument FILE', file]),
                ['option --manifest', options.manifest],
                ['option --output', options.output],
                ['option --cache', options.cache],
            ]) {
                // A shell's variable that is not set: the current directory is never what was meant.
                if (value === '')
                    program.error(`error: the ${name} is empty`);
            }
            const settings = (0,run_settings/* settle */.G9)({
                ...(mode.output === undefined ? {} : { output: mode.output }),
                ...options,
                ...(argument === undefined ? {} : { manifest: argument }),
            }, surroundings);
            try {
                exitCode = await (await mode.load())(settings, surroundings, { ...options, files });
            }
            catch (error) {
                const { reportError } = await Promise.all(/* import() */[__webpack_require__.e(377), __webpack_require__.e(610)]).then(__webpack_require__.bind(__webpack_require__, 65610));
                exitCode = reportError(interruptionOf(mode.name, surroundings) ?? error, mode.name, settings, surroundings);
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
    const whole = {
        init: 'Nothing was started yet.',
        plan: 'Nothing was started yet.',
        preflight: 'Nothing was started yet.',
        backup: 'No backup was taken, and nothing was left of it.',
        'verify-backup': 'The throw-away cluster was removed; nothing was proven, and the backups are as they were.',
    };
    const state = whole[mode];
    if (state === undefined)
        return reason;
    return new errors/* EtcdMigrateError */.A8(reason.code, `${reason.message} ${state}`, { hint: 'Run it again.' });
}
function releaseOf(text) {
    if (versions/* exactRelease */.jd.test(text))
        return text;
    throw new esm/* InvalidArgumentError */.Di('It must be an exact release such as 3.5.33.');
}
function listOf(text) {
    const urls = text.split(',').map((url) => url.trim());
    if (urls.every((url) => url !== ''))
        return urls;
    throw new esm/* InvalidArgumentError */.Di('It must be a list of URLs with commas between them.');
}
function positiveCount(text) {
    if (/^[1-9]\d{0,5}$/.test(text))
        return Number(text);
    throw new esm/* InvalidArgumentError */.Di('It must be a whole number, 1 or more.');
}
/** As the manifest's `backups.members`. */
function memberCount(text) {
    if (/^[1-9]$/.test(text))
        return Number(text);
    throw new esm/* InvalidArgumentError */.Di('It must be a number from 1 to 9.');
}
function capitalised(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}


/***/ }),

/***/ 19558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ defaultManifest),
/* harmony export */   Fx: () => (/* binding */ formats),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   kA: () => (/* binding */ backupOutput),
/* harmony export */   vi: () => (/* binding */ defaultOutput)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
// Owns where a run reads and writes: the paths and switches that the command line and the action's inputs share.
// Must not know what is in the files.


const defaultManifest = 'etcd-migration.yaml';
const defaultOutput = '.etcd-migrate';
/** Of the proof of backups: beside the record of a rehearsal, and apart from it. */
const backupOutput = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(defaultOutput, 'backups');
const formats = ['text', 'json', 'markdown'];
function settle(options, surroundings) {
    const { environment, workingDirectory } = surroundings;
    const cacheRoot = environment['XDG_CACHE_HOME'] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment['HOME'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.cache');
    const colored = (options.color ?? true) && environment['NO_COLOR'] === undefined;
    return {
        manifestGiven: options.manifest !== undefined,
        manifestFile: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.manifest ?? defaultManifest),
        outputDir: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.output ?? defaultOutput),
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

/***/ 22117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   Lw: () => (/* binding */ compareWritten),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   jd: () => (/* binding */ exactRelease),
/* harmony export */   lp: () => (/* binding */ lineOrRelease)
/* harmony export */ });
// Owns comparing versions as people write them: lines and exact releases. `latest` compares with nothing.
// Must not know which releases exist (catalog/).
/** As semver has it: a number with a leading zero orders nowhere, and one of 20 digits is none to a computer. */
const lineOrRelease = /^((0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4}))?|latest)$/;
const exactRelease = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;
/** Undefined for `latest` and for anything that is not a version. */
function readVersion(text) {
    if (text === 'latest' || !lineOrRelease.test(text))
        return undefined;
    const [major = 0, minor = 0, patch] = text.split('.').map(Number);
    return { major, minor, ...(patch === undefined ? {} : { patch }) };
}
/** Below zero when `a` is older. Zero also when one of two versions of one line is floating: it is not known then. */
function compareWritten(a, b) {
    const byLine = a.major - b.major || a.minor - b.minor;
    if (byLine !== 0 || a.patch === undefined || b.patch === undefined)
        return byLine;
    return a.patch - b.patch;
}
function lineOf(version) {
    return `${version.major}.${version.minor}`;
}


/***/ }),

/***/ 99877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ keepNurserySmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);
// Owns what V8 is told about memory.
// Must not know why less is wanted.

/**
 * Keeps the heap's nursery at the size that it has: short-lived objects by the million, such as the entries of a large
 * database, would otherwise make it grow to three times 16 MiB, for hardly any time saved (a proof of 1.4 GB: 40 MB less).
 */
function keepNurserySmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
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
    'kind',
    'by',
    'hashBy',
    'proven',
    'takenAt',
    'provenAt',
    'binaries',
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
            ours && (OURS.has(key) || (key === 'name' && isLink(value))) ? item : deep(item, ours && key !== 'records'),
        ]));
    };
    return { add, text, report: (report) => deep(report, true) };
}
/** Its name is from a closed list too; other names are not ours. */
function isLink(value) {
    return 'verdict' in value && 'evidence' in value && 'durationMs' in value;
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
