export const id = 929;
export const ids = [929];
export const modules = {

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
/* harmony export */   Z: () => (/* binding */ errorReport),
/* harmony export */   c: () => (/* binding */ asKnownError),
/* harmony export */   reportError: () => (/* binding */ reportError)
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


/***/ })

};
