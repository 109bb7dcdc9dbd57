export const id = 606;
export const ids = [606];
export const modules = {

/***/ 11606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCommandLine: () => (/* binding */ runCommandLine)
/* harmony export */ });
/* harmony import */ var _bomb_sh_tab_commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1283);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48179);
/* harmony import */ var _package_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36594);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
/* harmony import */ var _report_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66048);
/* harmony import */ var _report_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3929);
/* harmony import */ var _run_settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40793);
// Owns the command line: commands, options, help and completion; each command hands over to its mode's file.
// Must not hold any mode's logic. The contract is stable: other people's scripts rely on it (README, "Command line").







const modes = [
    {
        name: 'init',
        summary: 'write a commented manifest',
        example: 'etcd-migrate init --manifest etcd-migration.yaml',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(364), __webpack_require__.e(686), __webpack_require__.e(843), __webpack_require__.e(702)]).then(__webpack_require__.bind(__webpack_require__, 97702))).init,
    },
    {
        name: 'plan',
        summary: 'print the plan without running anything',
        example: 'etcd-migrate plan --format json | jq -r .planDigest',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(364), __webpack_require__.e(104), __webpack_require__.e(235), __webpack_require__.e(686), __webpack_require__.e(574), __webpack_require__.e(843), __webpack_require__.e(407), __webpack_require__.e(433)]).then(__webpack_require__.bind(__webpack_require__, 9531))).plan,
    },
    {
        name: 'preflight',
        summary: 'rehearse the whole upgrade and its roll-backs on throw-away real clusters',
        example: 'etcd-migrate preflight examples/three-members/etcd-migration.yaml',
        load: async () => {
            const { preflight } = await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(364), __webpack_require__.e(104), __webpack_require__.e(644), __webpack_require__.e(235), __webpack_require__.e(686), __webpack_require__.e(797), __webpack_require__.e(574), __webpack_require__.e(418), __webpack_require__.e(843), __webpack_require__.e(407), __webpack_require__.e(933)]).then(__webpack_require__.bind(__webpack_require__, 25933));
            return (settings, surroundings) => preflight(settings, surroundings);
        },
    },
    {
        name: 'status',
        summary: 'say where an interrupted run and its cluster stand',
        example: 'etcd-migrate status --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(364), __webpack_require__.e(104), __webpack_require__.e(644), __webpack_require__.e(686), __webpack_require__.e(797), __webpack_require__.e(574), __webpack_require__.e(418), __webpack_require__.e(846)]).then(__webpack_require__.bind(__webpack_require__, 85846))).status,
    },
    {
        name: 'resume',
        summary: 'go on with an interrupted run',
        example: 'etcd-migrate resume --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(364), __webpack_require__.e(104), __webpack_require__.e(644), __webpack_require__.e(686), __webpack_require__.e(797), __webpack_require__.e(574), __webpack_require__.e(418), __webpack_require__.e(647)]).then(__webpack_require__.bind(__webpack_require__, 9647))).resume,
    },
    {
        name: 'rollback',
        summary: 'bring an interrupted run back to the release its hop started from',
        example: 'etcd-migrate rollback --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(364), __webpack_require__.e(104), __webpack_require__.e(644), __webpack_require__.e(686), __webpack_require__.e(797), __webpack_require__.e(574), __webpack_require__.e(418), __webpack_require__.e(228)]).then(__webpack_require__.bind(__webpack_require__, 24228))).rollback,
    },
    {
        name: 'cleanup',
        summary: 'remove what runs whose owner is dead have left behind',
        example: 'etcd-migrate cleanup --output .etcd-migrate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(921), __webpack_require__.e(104), __webpack_require__.e(797), __webpack_require__.e(190)]).then(__webpack_require__.bind(__webpack_require__, 61190))).cleanup,
    },
];
/** Runs one command and returns the exit code; never throws for what the user did wrong. */
async function runCommandLine(argv, outside) {
    const surroundings = { ...outside, redactor: (0,_report_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .createRedactor */ .l)() };
    let exitCode = 0;
    const program = new commander__WEBPACK_IMPORTED_MODULE_1__/* .Command */ .uB('etcd-migrate')
        .description(_package_json__WEBPACK_IMPORTED_MODULE_2__/* .description */ .h_)
        .version(_package_json__WEBPACK_IMPORTED_MODULE_2__/* .version */ .rE, '--version', 'print the version')
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
            .addOption(new commander__WEBPACK_IMPORTED_MODULE_1__/* .Option */ .c$('--format <FORMAT>', 'of standard output').choices(_run_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .formats */ .F).default('text'))
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
            const settings = (0,_run_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .settle */ .G)({ ...options, ...(argument === undefined ? {} : { manifest: argument }) }, surroundings);
            try {
                exitCode = await (await mode.load())(settings, surroundings, options);
            }
            catch (error) {
                exitCode = (0,_report_error_js__WEBPACK_IMPORTED_MODULE_5__/* .reportError */ .N7)(error, mode.name, settings, surroundings);
            }
        });
    }
    (0,_bomb_sh_tab_commander__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(program);
    try {
        await program.parseAsync([...argv], { from: 'user' });
    }
    catch (error) {
        if (!(error instanceof commander__WEBPACK_IMPORTED_MODULE_1__/* .CommanderError */ .b7))
            throw error;
        return error.exitCode === 0 ? 0 : _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .failures */ .e9.usage.exitCode;
    }
    if (argv.length === 0) {
        program.outputHelp({ error: true });
        return _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .failures */ .e9.usage.exitCode;
    }
    return exitCode;
}
function capitalised(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}


/***/ }),

/***/ 3929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N7: () => (/* binding */ reportError),
/* harmony export */   ZV: () => (/* binding */ errorReport),
/* harmony export */   cM: () => (/* binding */ asKnownError)
/* harmony export */ });
/* harmony import */ var _package_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36594);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
// Owns how an error at the top is said: text for people on standard error, the envelope on standard output.
// Must not decide whether something is an error.


/** The envelope of a mode that could not come to a verdict. */
function errorReport(error, mode) {
    const findings = (error.details['findings'] ?? []);
    return {
        schemaVersion: 1,
        tool: { name: 'etcd-migrate', version: _package_json__WEBPACK_IMPORTED_MODULE_0__/* .version */ .rE },
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
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8)
        return error;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('internal-error', `A bug in etcd-migrate: ${text}`, { cause: error });
}
/** Says the error and returns the exit code. */
function reportError(error, mode, settings, surroundings) {
    const known = asKnownError(error);
    const { redactor } = surroundings;
    surroundings.errorStream.write(redactor.text(`\netcd-migrate ${mode}: ${known.code}\n${known.message}\n\nNext: ${known.hint}\n`));
    if (settings.format === 'json')
        surroundings.writeOut(`${JSON.stringify(redactor.report(errorReport(known, mode)), null, 2)}\n`);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodeOf */ .FO)(known.code);
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
    return {
        manifestFile: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.manifest ?? 'etcd-migration.yaml'),
        outputDir: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.output ?? '.etcd-migrate'),
        cacheDir: options.cache === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cacheRoot, 'etcd-migrate') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, options.cache),
        offline: options.offline ?? false,
        format: options.format ?? 'text',
        color: (options.color ?? true) && environment['NO_COLOR'] === undefined && surroundings.errorStream.isTTY === true,
        verbose: options.verbose ?? false,
        trusted: options.trusted ?? true,
    };
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
