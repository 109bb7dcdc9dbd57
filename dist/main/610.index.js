export const id = 610;
export const ids = [610];
export const modules = {

/***/ 38235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RE: () => (/* binding */ envelope),
/* harmony export */   mx: () => (/* binding */ sayJson),
/* harmony export */   z6: () => (/* binding */ tool)
/* harmony export */ });
/* harmony import */ var _package_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36594);
/* harmony import */ var _report_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69695);
// Owns the envelope of the modes that run no rehearsal, and how it reaches standard output.
// Must not know what any mode does.


const tool = { name: 'etcd-migrate', version: _package_json__WEBPACK_IMPORTED_MODULE_0__/* .version */ .rE };
/** Without a failure: `init`, `plan`, `cleanup` and `backup` did what they are for; `status` judges nothing. */
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

/***/ 69695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30360);
// Owns the report for machines: the envelope that scripts rely on.
// Must not know any other output.

/** Validates on the way out: a report that breaks its own schema is a bug that must not reach a script. */
function renderJson(report) {
    return `${JSON.stringify(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .RunReport */ .ek.parse(report), null, 2)}\n`;
}


/***/ }),

/***/ 30360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pw: () => (/* binding */ ReportLink),
/* harmony export */   Tn: () => (/* binding */ Attestation),
/* harmony export */   ek: () => (/* binding */ RunReport)
/* harmony export */ });
/* unused harmony exports ReportFinding, ReportRelease, ReportStep, ReportCheck, ReportJudge, ReportAvailability, PlanPart, InitPart, StatusPart, CleanupPart, ReportBackup, ReportProof, BackupPart, RehearsalRecord */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
// Owns the one model that every output is made of: the envelope of every mode's JSON.
// Must not know how it is rendered nor who publishes it.

const Where = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional(), column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional() });
const ReportFinding = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'note']),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    where: Where.optional(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    fix: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    learnMore: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const ReportRelease = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Where the binaries came from, e.g. "go", "cache (go)", "github".'),
    /** Tool name → sha256 of the binary. */
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional().describe('True when a floating `from` was resolved to this release.'),
});
/** One line of the plan tree, with what happened. Legs of a rehearsal are nested under the step they follow. */
const ReportStep = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    depth: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    part: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['hop', 'upgrade', 'leg']),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['not-run', 'ok', 'failed']),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    detail: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    /** Client operations during the step. */
    clients: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        operations: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        failed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        unknown: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        longestWriteGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        longestReadGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p50Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p95Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p99Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p999Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    })
        .optional(),
});
const ReportCheck = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    check: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    member: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    release: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    expected: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    seen: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    error: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const ReportJudge = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    judge: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive']),
    summary: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    judged: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    violations: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), records: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()) })),
    violationCount: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const ReportAvailability = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    longestWriteGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    longestReadGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    /** Step in which the longest write gap began. */
    longestWriteGapStep: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    operations: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    failed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    unknown: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    retried: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
});
/** What only `plan` says: the whole plan as data, and what it rests on. */
const PlanPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    upgrade: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).describe('What production runs too; the digest covers this part alone.'),
    legs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J())),
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('What the plan takes for granted, e.g. "from 3.5 is taken as 3.5.33".'),
    atBest: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive'])
        .describe('The best verdict that a rehearsal of this plan can reach.'),
});
/** What only `init` says. */
const InitPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    manifest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Path of the file that was written.'),
    readFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Endpoints of the live cluster whose facts it holds.'),
    notFoundOut: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .nullable()
        .describe('Why the live cluster could not be read; null when it was, or none is known.'),
});
/** What only `status` says. */
const StatusPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    runId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['running', 'interrupted', 'reached-target', 'rolled-back', 'held', 'failed', 'ended']),
    stepsDone: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    nextStep: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    inFlight: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J())
        .nullable()
        .describe('A switch that was begun and of which no end is known.'),
    side: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['before', 'after']).describe('Of the point of no return of the hop under way.'),
    unjudged: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .optional()
        .describe('How the engine ended, where the run broke off before it was judged and reported.'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe('The verdict of a run that has ended.'),
    commands: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Modes that can take it from here.'),
    cluster: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).optional().describe('Absent once the run has ended.'),
});
/** What only `cleanup` says. */
const CleanupPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    removed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Ids of the runs that were removed.'),
    leftAlone: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Paths among the runs that are none of ours.'),
});
/** One link of the chain that proves a backup. */
const ReportLink = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['file', 'restore', 'content', 'use', 'time']),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive']),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('What was seen; the first line says why the link is no pass.'),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
});
/** What was proven about which bytes by which binaries: whoever relies on the backup compares digest and age. */
const Attestation = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('etcd-migrate/backup'),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Of the whole file.'),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    hash: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe("etcd's HashKV at that revision."),
    keys: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    memberIds: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Ids of the members of the cluster that the backup is of, hexadecimal.'),
    clusterId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('As its sidecar says; null without one.'),
    proven: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['file', 'restore', 'content', 'use', 'time'])),
    expectations: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe("How many of the manifest's `backups.expect` it met."),
    ownTest: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().describe("Whether the manifest's `backups.test` was made on it."),
    expectedSha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('Of what `backups.expect` and `backups.test` were: SHA-256 of their canonical JSON.'),
    members: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe('How many it was restored for.'),
    otherReleases: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))
        .describe('Releases of `backups.releases`, which restored it too or refused it as they must: tool → sha256.'),
    recoveryMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().describe('What bringing it, restoring it and starting its members took.'),
    release: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('That restored and served it.'),
    binaries: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Tool → sha256.'),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    takenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().nullable().describe('Null where nobody recorded it.'),
    provenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
});
const ReportBackup = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    release: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('That restored and served it.'),
    revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    keys: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    links: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportLink),
    rpo: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ageMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        by: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['recorded', 'file-time']).describe('file-time: a copy renews it, so the data may be older.'),
        limitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    })
        .nullable(),
    rto: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        fetchMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable().describe('What `backups.fetch` took, for all that it brought; null without it.'),
        restoreMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        startMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        totalMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        limitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    })
        .nullable(),
    attestation: Attestation.nullable().describe('Only of a backup whose every link holds.'),
});
/** One proof of the past, or of this run. */
const ReportProof = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    provenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    ageMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    recoveryMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
});
/** What only `backup` says: the file, its sidecar, and what the sidecar holds. */
const BackupPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sidecar: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Path of the JSON beside it, with the facts below.'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    hash: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe("etcd's HashKV at that revision."),
    hashBy: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['member', 'file']).describe('file: the cluster had compacted since, so the member cannot say.'),
    clusterId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    members: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    etcd: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    takenFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    takenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    removed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Older backups of this cluster that went.'),
});
const RunReport = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('etcd-migrate'), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The manifest's `name`. */
    cluster: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .nullable()
        .describe('A failure code (docs/failure-codes.md), or null for a pass and for `status`, which judges nothing.'),
    /** Why, in one sentence. */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** etcd's own last lines or the last observation, when something failed. */
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    /** Where the cluster stands now and on which side of the point of no return. */
    clusterState: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    pointOfNoReturn: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe('After which step the old release no longer starts.'),
    nextSteps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    planDigest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    from: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().optional(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().optional(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    seed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional(),
    depth: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    releases: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportRelease).optional(),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportStep).optional(),
    checks: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportCheck).optional(),
    judges: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportJudge).optional(),
    availability: ReportAvailability.optional(),
    /** Where the time went, sums in milliseconds: what etcd itself needs, whoever does the upgrade. */
    timings: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ stopMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), startMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), flipWaitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), preparationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })
        .optional(),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportFinding).optional(),
    plan: PlanPart.optional(),
    init: InitPart.optional(),
    status: StatusPart.optional(),
    cleanup: CleanupPart.optional(),
    backup: BackupPart.optional(),
    backups: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportBackup).optional().describe('What only `verify-backup` says.'),
    trend: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportProof)
        .optional()
        .describe("Proofs of this cluster's backups by this run and those before, oldest first."),
});
/** `rehearsal.json`: only this record with verdict "pass" proves a rehearsal; a digest alone proves a plan. */
const RehearsalRecord = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    planDigest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Release → tool → sha256. */
    binaries: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    /** What the rehearsal took for granted, e.g. "from 3.5 is 3.5.33". */
    assumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});


/***/ })

};
