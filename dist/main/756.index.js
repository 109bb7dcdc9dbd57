export const id = 756;
export const ids = [756];
export const modules = {

/***/ 26543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ sayReport),
  L: () => (/* binding */ writeReports)
});

// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./node_modules/micromark/index.js + 43 modules
var micromark = __webpack_require__(15951);
// EXTERNAL MODULE: ./node_modules/micromark-extension-gfm/index.js + 13 modules
var micromark_extension_gfm = __webpack_require__(89363);
// EXTERNAL MODULE: ./node_modules/d3-scale/dist/d3-scale.mjs + 6 modules
var d3_scale = __webpack_require__(90704);
// EXTERNAL MODULE: ./node_modules/d3-shape/dist/d3-shape.mjs + 1 modules
var d3_shape = __webpack_require__(76879);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
;// CONCATENATED MODULE: ./lib/src/report/chart.js
// Owns the curve of one figure over time, as SVG.
// Must not know which figure it is.



const size = { width: 720, height: 220 };
const margin = { top: 12, right: 16, bottom: 28, left: 76 };
const ticks = { across: 6, up: 4 };
/** In the colours of the text around it. Points are in the order of time. */
function lineChart({ title, points, format }) {
    const times = points.map(({ atMs }) => atMs);
    const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
    const x = (0,d3_scale/* scaleUtc */.Pp)()
        .domain(padded(Math.min(...times), Math.max(...times)))
        .range([margin.left, size.width - margin.right]);
    const y = (0,d3_scale/* scaleLinear */.m4)()
        .domain([0, Math.max(0, ...values) || 1])
        .nice(ticks.up)
        .range([size.height - margin.bottom, margin.top]);
    const curve = (0,d3_shape/* line */.n8)()
        .defined(({ value }) => value !== null)
        .x(({ atMs }) => x(atMs))
        .y(({ value }) => y(value ?? 0));
    const path = curve([...points]);
    const say = x.tickFormat(ticks.across);
    return [
        `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${markup(title)}">`,
        `<title>${markup(title)}</title>`,
        ...y
            .ticks(ticks.up)
            .map((tick) => `<line class="grid" x1="${margin.left}" x2="${size.width - margin.right}" y1="${at(y(tick))}" y2="${at(y(tick))}"/>` +
            `<text x="${margin.left - 8}" y="${at(y(tick) + 4)}" text-anchor="end">${markup(format(tick))}</text>`),
        ...x
            .ticks(ticks.across)
            .map((tick) => `<text x="${at(x(tick))}" y="${size.height - 8}" text-anchor="middle">${markup(say(tick))}</text>`),
        path === null ? '' : `<path class="curve" d="${path}"/>`,
        ...points.map((point) => mark(point, x(point.atMs), y(point.value ?? 0))),
        '</svg>',
    ].join('\n');
}
/** A single moment is an hour wide. */
function padded(from, to) {
    const more = from === to ? 1_800_000 : 0;
    return [new Date(from - more), new Date(to + more)];
}
function mark({ good, label }, x, y) {
    const shape = good
        ? `<circle class="good" cx="${at(x)}" cy="${at(y)}" r="3"/>`
        : `<path class="bad" d="M${at(x - 4)},${at(y - 4)}l8,8m0,-8l-8,8"/>`;
    return `<g>${shape}<title>${markup(label)}</title></g>`;
}
function at(place) {
    return place.toFixed(1);
}
function markup(text) {
    return (0,report_escape/* xmlText */.xK)(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}

// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
// EXTERNAL MODULE: ./lib/src/report/headline.js
var headline = __webpack_require__(35509);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var report_markdown = __webpack_require__(12560);
;// CONCATENATED MODULE: ./lib/src/report/html.js
// Owns the report as one HTML file that needs nothing else: the Markdown report, and charts that Markdown cannot show.
// Must not make others' text harmless itself: in the Markdown report it is.







/** No script, nothing from elsewhere: whatever slipped through could do nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";
function renderHtml(report) {
    const markdown = (0,report_markdown/* renderMarkdown */.G)(report, { limit: Number.POSITIVE_INFINITY });
    // HTML in our Markdown is ours: `<details>`, `<br>`, `<sub>`, `<code>`.
    const body = (0,micromark/* micromark */.yt)(markdown, { allowDangerousHtml: true, extensions: [(0,micromark_extension_gfm/* gfm */.T)()], htmlExtensions: [(0,micromark_extension_gfm/* gfmHtml */.I)()] });
    const title = (0,report_escape/* plainLine */.h0)((0,headline/* headlineOf */.gD)(report).title).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${title}</title>`,
        `<style>${style}</style>`,
        '</head>',
        '<body>',
        '<main>',
        body,
        ...charts(report),
        '</main>',
        '</body>',
        '</html>',
        '',
    ].join('\n');
}
function charts({ trend = [] }) {
    if (trend.length === 0)
        return [];
    const points = (value) => trend.map((proof) => ({
        atMs: Date.parse(proof.provenAt),
        value: value(proof),
        good: proof.verdict === 'pass',
        label: `${proof.provenAt} ${proof.file}: ${(0,format/* verdictWords */.L2)(proof.verdict).answer}`,
    }));
    const charted = (title, values, format) => `<figure><figcaption>${title}</figcaption>\n${lineChart({ title, points: values, format })}</figure>`;
    return [
        '<h3>Charts</h3>',
        charted('How long a recovery took', points(({ recoveryMs }) => recoveryMs), format/* duration */.p0),
        charted('Size of the backup, MB', points(({ bytes }) => bytes && bytes / 1e6), (value) => (value < 10 ? value.toFixed(1) : (0,format/* count */.U9)(Math.round(value)))),
        '<p>A dot is a backup that was proven, a cross one that was not.</p>',
    ];
}
const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0; }
th, td { border: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; }
pre { overflow-x: auto; padding: .8rem; background: #8881; }
code { font-size: .9em; overflow-wrap: anywhere; }
figure { margin: 1.5rem 0; }
svg { width: 100%; height: auto; font-size: 12px; fill: currentColor; }
svg .grid { stroke: currentColor; stroke-opacity: .15; }
svg .curve { fill: none; stroke: #2f81f7; stroke-width: 1.5; }
svg .good { fill: #2f81f7; }
svg .bad { fill: none; stroke: #d1242f; stroke-width: 2; }
`;

// EXTERNAL MODULE: ./lib/src/report/json.js
var json = __webpack_require__(69695);
// EXTERNAL MODULE: ./node_modules/junit-report-builder/dist/index.js
var dist = __webpack_require__(51072);
// EXTERNAL MODULE: ./lib/src/report/model.js
var model = __webpack_require__(30360);
;// CONCATENATED MODULE: ./lib/src/report/junit.js




// The package is CommonJS with the types of its ES build: at run time the default import is the builder itself.
const builder = dist;
const MESSAGE_LIMIT = 2000;
/**
 * Inconclusive is an `<error>`, never `<skipped>`: CI systems count skipped as fine, and a rehearsal that proved
 * nothing must not look like one that did. Only steps that were never reached are skipped.
 */
function renderJunit(report) {
    const root = builder.newBuilder().name('etcd-migrate');
    addVerdict(root, report);
    addBackups(root, report);
    addJudges(root, report);
    addSteps(root, report);
    addChecks(root, report);
    return root.build();
}
function addVerdict(root, report) {
    const suite = root.testSuite().name('verdict');
    const test = suite
        .testCase()
        .className('etcd-migrate')
        .name(junit_name((0,headline/* headlineOf */.gD)(report).title.replace(/^[^:]*: /, '')));
    if (report.durationMs !== undefined)
        test.time(report.durationMs / 1000);
    const why = message(report.reason);
    if (report.verdict === 'fail')
        test.failure(why, report.failureReason ?? 'fail');
    if (report.verdict === 'inconclusive' || report.verdict === 'error') {
        test.error(why, report.failureReason ?? report.verdict);
    }
    if (report.evidence !== undefined && report.evidence.length > 0) {
        test.standardError((0,report_escape/* xmlText */.xK)(report.evidence.slice(-200).join('\n')));
    }
}
/** A suite for each backup: its links, and those that the chain did not come to. */
function addBackups(root, { backups = [] }) {
    for (const backup of backups) {
        const suite = root.testSuite().name(junit_name(`backup ${backup.file}`));
        const whole = suite.testCase().className('etcd-migrate.backups').name('verdict');
        const why = message(backup.reason);
        if (backup.verdict === 'fail')
            whole.failure(why, backup.failureReason ?? 'fail');
        if (backup.verdict === 'inconclusive' || backup.verdict === 'error') {
            whole.error(why, backup.failureReason ?? backup.verdict);
        }
        for (const linkName of model/* ReportLink */.Pw.shape.name.options) {
            const test = suite.testCase().className('etcd-migrate.backups').name(linkName);
            const link = backup.links.find((each) => each.name === linkName);
            if (link === undefined) {
                test.skipped();
                continue;
            }
            test.time(link.durationMs / 1000);
            const seen = message(link.evidence[0] ?? link.name);
            if (link.verdict === 'fail')
                test.failure(seen, link.failureReason ?? 'fail');
            if (link.verdict === 'inconclusive')
                test.error(seen, link.failureReason ?? 'inconclusive');
        }
    }
}
function addJudges(root, report) {
    if (report.judges === undefined)
        return;
    const suite = root.testSuite().name('judges');
    for (const judge of report.judges) {
        const test = suite.testCase().className('etcd-migrate.judges').name(junit_name(judge.judge));
        if (judge.verdict === 'fail')
            test.failure(message(judge.summary), junit_name(judge.failureReason ?? 'fail'));
        if (judge.verdict === 'inconclusive')
            test.error(message(judge.summary), junit_name(judge.failureReason ?? 'inconclusive'));
        if (judge.violations.length > 0) {
            test.standardError((0,report_escape/* xmlText */.xK)(judge.violations.map((violation) => message(violation.message)).join('\n')));
        }
    }
}
function addSteps(root, report) {
    if (report.steps === undefined)
        return;
    const suite = root.testSuite().name('steps');
    for (const step of report.steps) {
        const test = suite
            .testCase()
            .className('etcd-migrate.steps')
            .name(junit_name(`${step.id} ${step.title}`));
        if (step.durationMs !== undefined)
            test.time(step.durationMs / 1000);
        if (step.status === 'failed')
            test.failure(message(step.detail ?? 'the step failed'), 'step-failed');
        if (step.status === 'not-run')
            test.skipped();
    }
}
function addChecks(root, report) {
    if (report.checks === undefined)
        return;
    const suite = root.testSuite().name('checks');
    const cases = new Map();
    for (const check of report.checks) {
        const key = JSON.stringify([check.check, check.state]);
        cases.set(key, [...(cases.get(key) ?? []), check]);
    }
    for (const results of cases.values()) {
        const [first] = results;
        if (first === undefined)
            continue;
        const test = suite
            .testCase()
            .className(`etcd-migrate.checks.${junit_name(first.check)}`)
            .name(junit_name(first.state));
        test.time(results.reduce((sum, result) => sum + result.durationMs, 0) / 1000);
        const wrong = results.filter((result) => !result.ok);
        if (wrong.length > 0) {
            const lines = wrong.map(({ member, release, expected, seen, error }) => `${member} (${release}): expected ${expected}, seen ${seen}${error === undefined ? '' : `: ${error}`}`);
            test.failure(message(lines.join('; ')), 'check-failed');
        }
    }
}
function junit_name(text) {
    return (0,report_escape/* cut */.Jj)((0,report_escape/* plainLine */.h0)(text), 200);
}
function message(text) {
    return (0,report_escape/* cut */.Jj)((0,report_escape/* plainLine */.h0)(text), MESSAGE_LIMIT);
}

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./lib/src/report/check-table.js
var check_table = __webpack_require__(39568);
// EXTERNAL MODULE: ./lib/src/report/tree.js
var tree = __webpack_require__(32101);
// EXTERNAL MODULE: ./lib/src/report/trend.js
var report_trend = __webpack_require__(59154);
;// CONCATENATED MODULE: ./lib/src/report/text.js
// Owns the report for a terminal.
// Must not know whether it is one: the caller says whether colours are wanted.







const WIDTH = 100;
const LABEL_WIDTH = 20;
/** A terminal shows the end first: longer reports repeat their title there. */
const REPEAT_TITLE_FROM_LINES = 40;
function renderText(report, options) {
    const c = picocolors.createColors(options.color);
    const paint = { pass: c.green, fail: c.red, inconclusive: c.yellow, error: c.red }[report.verdict];
    const head = (0,headline/* headlineOf */.gD)(report);
    const title = c.bold(paint(`${(0,format/* verdictWords */.L2)(report.verdict).mark} ${(0,report_escape/* plainLine */.h0)(head.title)}`));
    const heading = (text) => c.bold(text);
    const parts = [
        [
            title,
            '',
            ...head.facts.flatMap(({ label, text }) => labelled(label, (0,report_escape/* plainLine */.h0)(text), c.dim)),
            ...head.nextSteps.flatMap((step, index) => labelled(index === 0 ? 'Next' : '', `${index + 1}. ${(0,report_escape/* plainLine */.h0)(step)}`, c.dim)),
        ],
        // The bar also keeps a runner from reading an etcd log line as a workflow command.
        evidenceLines(report).map((line, index) => (index === 0 ? heading(line) : `  ${c.dim('│')} ${line}`)),
        findingLines(report, { error: c.red, warning: c.yellow, note: c.dim }, heading),
        backupLines(report, { pass: c.green, fail: c.red, inconclusive: c.yellow, error: c.red }, heading),
        trendLines(report, heading),
        judgeLines(report, { pass: c.green, fail: c.red, inconclusive: c.yellow }, heading),
        planLines(report, heading),
        checkLines(report, heading),
        clientLines(report, heading),
        releaseLines(report, heading),
        [
            c.dim((0,report_escape/* plainLine */.h0)([report.planDigest === undefined ? '' : `plan ${report.planDigest} · `, (0,headline/* circumstancesOf */.c1)(report)].join(''))),
        ],
    ].filter((lines) => lines.length > 0);
    const lines = parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
    if (lines.length >= REPEAT_TITLE_FROM_LINES)
        lines.push('', title);
    return `${lines.map(report_escape/* inertLine */.Fq).join('\n')}\n`;
}
function labelled(label, text, dim) {
    return wrap(text, WIDTH - LABEL_WIDTH - 2).map((line, index) => `  ${dim((index === 0 ? label : '').padEnd(LABEL_WIDTH))}${line}`);
}
/** Breaks at spaces only: a digest or a path stays in one piece. */
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}
function evidenceLines(report) {
    const lines = (report.evidence ?? []).flatMap(report_escape/* plainLines */.y1);
    return lines.length === 0 ? [] : ['Evidence', ...lines];
}
function findingLines(report, paint, heading) {
    const findings = report.findings ?? [];
    if (findings.length === 0)
        return [];
    const rank = { error: 0, warning: 1, note: 2 };
    const lines = [...findings]
        .sort((a, b) => rank[a.severity] - rank[b.severity])
        .flatMap((finding) => {
        const { where } = finding;
        const place = where === undefined
            ? ''
            : `  ${[where.file, where.line, where.column].filter((p) => p !== undefined).join(':')}`;
        const indented = (label, text) => text === undefined ? [] : wrap(`${label}${(0,report_escape/* plainLine */.h0)(text)}`, WIDTH - 6).map((line) => `      ${line}`);
        return [
            `  ${paint[finding.severity](finding.severity.padEnd(7))} ${(0,report_escape/* plainLine */.h0)(finding.id)}${(0,report_escape/* plainLine */.h0)(place)}`,
            ...indented('', finding.message),
            ...indented('seen: ', finding.evidence),
            ...indented('fix: ', finding.fix),
            ...indented('more: ', finding.learnMore),
        ];
    });
    return [heading(`Findings (${findings.length})`), ...lines];
}
/** Each with all that its links saw. */
function backupLines({ backups = [] }, paint, heading) {
    return backups.flatMap(({ file, verdict, sha256, links, reason }, index) => [
        ...(index === 0 ? [] : ['']),
        `${paint[verdict]((0,format/* verdictWords */.L2)(verdict).mark)} ${heading((0,report_escape/* plainLine */.h0)(file))}`,
        ...(sha256 === null ? [] : [`    sha256 ${(0,report_escape/* plainLine */.h0)(sha256)}`]),
        ...(links.length === 0 ? wrap((0,report_escape/* plainLine */.h0)(reason), WIDTH - 4).map((line) => `    ${line}`) : []),
        ...links.flatMap((link) => {
            const head = `  ${paint[link.verdict]((0,format/* verdictWords */.L2)(link.verdict).mark)} ${link.name.padEnd(8)}${(0,format/* duration */.p0)(link.durationMs).padStart(10)}  `;
            const lines = link.evidence.flatMap((line) => wrap((0,report_escape/* plainLine */.h0)(line), WIDTH - 23));
            return lines.map((line, number) => `${number === 0 ? head : ' '.repeat(23)}${line}`);
        }),
    ]);
}
function trendLines({ trend = [] }, heading) {
    const said = (0,report_trend/* trendLine */.M)(trend);
    return said === undefined ? [] : [heading('Over time'), `  ${said.text}  ${said.curve}`.trimEnd()];
}
function judgeLines(report, paint, heading) {
    const judges = report.judges ?? [];
    if (judges.length === 0)
        return [];
    const width = Math.max(...judges.map((judge) => (0,report_escape/* plainLine */.h0)(judge.judge).length));
    return [
        heading('Judges'),
        ...judges.flatMap((judge) => [
            `  ${paint[judge.verdict]((0,format/* verdictWords */.L2)(judge.verdict).mark)} ${(0,report_escape/* plainLine */.h0)(judge.judge).padEnd(width)}  ${(0,report_escape/* plainLine */.h0)(judge.summary)}`,
            ...judge.violations.slice(0, 3).map((violation) => `      ${(0,report_escape/* plainLine */.h0)(violation.message)}`),
            ...(judge.violationCount > 3 ? [`      … ${(0,format/* counted */.hS)(judge.violationCount, 'violation')} in all`] : []),
        ]),
    ];
}
function planLines(report, heading) {
    const steps = report.steps ?? [];
    return steps.length === 0 ? [] : [heading('Plan'), ...(0,tree/* treeLines */.W)(steps).map((line) => `  ${line}`)];
}
function checkLines(report, heading) {
    if ((report.checks ?? []).length === 0)
        return [];
    const checks = (0,check_table/* tableOf */.c)(report.checks ?? []);
    return [
        heading('Compatibility checks'),
        `  ${checks.summary}`,
        ...checks.deviations.flatMap((check) => [
            `  ✘ ${(0,report_escape/* plainLine */.h0)(check.check)}  ${(0,report_escape/* plainLine */.h0)(check.state)}  ${(0,report_escape/* plainLine */.h0)(check.member)} (${(0,report_escape/* plainLine */.h0)(check.release)})`,
            `      expected ${(0,report_escape/* plainLine */.h0)(check.expected)}`,
            `      seen     ${(0,report_escape/* plainLine */.h0)(check.error === undefined ? check.seen : `${check.seen}: ${check.error}`)}`,
        ]),
    ];
}
function clientLines(report, heading) {
    const steps = (report.steps ?? []).flatMap((step) => step.clients === undefined ? [] : [{ step, seen: step.clients }]);
    if (steps.length === 0)
        return [];
    const rows = [
        ['step', 'operations', 'failed', 'unknown', 'write gap', 'read gap', 'p50', 'p99', 'p99.9'],
        ...steps.map(({ step, seen }) => [
            (0,report_escape/* plainLine */.h0)(step.id),
            (0,format/* count */.U9)(seen.operations),
            (0,format/* count */.U9)(seen.failed),
            (0,format/* count */.U9)(seen.unknown),
            (0,format/* measured */.jh)(seen.longestWriteGapMs),
            (0,format/* measured */.jh)(seen.longestReadGapMs),
            (0,format/* measured */.jh)(seen.p50Ms),
            (0,format/* measured */.jh)(seen.p99Ms),
            (0,format/* measured */.jh)(seen.p999Ms),
        ]),
    ];
    return [heading('What clients felt'), ...columns(rows)];
}
function releaseLines(report, heading) {
    const rows = (report.releases ?? []).flatMap((release) => Object.entries(release.sha256).map(([tool, sha256]) => [
        (0,report_escape/* plainLine */.h0)(release.assumed === true ? `${release.version} (assumed)` : release.version),
        (0,report_escape/* plainLine */.h0)(tool),
        (0,report_escape/* plainLine */.h0)(release.source),
        (0,report_escape/* plainLine */.h0)(sha256),
    ]));
    return rows.length === 0 ? [] : [heading('Versions and digests'), ...columns(rows)];
}
/** First column to the left, figures to the right where they look like figures. */
function columns(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    return rows.map((row) => `  ${row
        .map((text, column) => /^[\d–]/.test(text) && column > 0 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0))
        .join('  ')}`.trimEnd());
}

;// CONCATENATED MODULE: ./lib/src/app/rehearse/report-files.js
// Owns how the one report leaves a run: its files, and what standard output says.
// Must not decide anything of it.






const whole = { limit: Number.POSITIVE_INFINITY };
async function writeReports(report, directory) {
    await (0,files/* writeFileAtomic */.Zf)(directory.reportJson, (0,json/* renderJson */.h)(report));
    await (0,files/* writeFileAtomic */.Zf)(directory.reportMarkdown, (0,report_markdown/* renderMarkdown */.G)(report, whole));
    await (0,files/* writeFileAtomic */.Zf)(directory.reportHtml, renderHtml(report));
    await (0,files/* writeFileAtomic */.Zf)(directory.junit, renderJunit(report));
}
function sayReport(report, { format, color }, { writeOut }) {
    if (format === 'json')
        writeOut((0,json/* renderJson */.h)(report));
    else if (format === 'markdown')
        writeOut((0,report_markdown/* renderMarkdown */.G)(report, whole));
    else
        writeOut(renderText(report, { color }));
}


/***/ }),

/***/ 25019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ proofHistoryName),
/* harmony export */   x: () => (/* binding */ runDirectory)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
// Owns the layout of the output directory.
// Must not know what is in the files.

/** Of what `verify-backup` proved, run after run; no run's own, so that one from elsewhere may be put there first. */
const proofHistoryName = 'proofs.json';
function runDirectory(path) {
    return {
        path,
        // Not `.etcd-migrate`: that is the default output directory itself, which `--output .` would find beside it.
        marker: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, '.etcd-migrate-output'),
        reportJson: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'report.json'),
        reportMarkdown: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'report.md'),
        reportHtml: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'report.html'),
        junit: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'junit.xml'),
        record: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'rehearsal.json'),
        history: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'history.jsonl'),
        journal: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'journal.jsonl'),
        checks: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'checks.jsonl'),
        attestations: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'attestations'),
        logs: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'logs'),
        runs: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'runs'),
        lock: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, 'run.lock'),
    };
}


/***/ }),

/***/ 61186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ openTools)
});

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./node_modules/log-update/index.js + 19 modules
var log_update = __webpack_require__(50569);
;// CONCATENATED MODULE: ./lib/src/app/shell/progress.js
// Owns what a person sees while a run is under way: finished lines, and one live line (terminal) or a heartbeat (CI).
// Must not know what is being done; never writes to standard output.


/** A silent tool looks dead: something is written at least this often. */
const HEARTBEAT_MS = 1_500;
const LIVE_REFRESH_MS = 200;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
function startProgress(surroundings, clock, color) {
    const stream = surroundings.errorStream;
    const colors = picocolors.createColors(color);
    const begun = clock.monotonicUs();
    const elapsed = () => `${((clock.monotonicUs() - begun) / 1_000_000).toFixed(0).padStart(4)} s`;
    const live = stream.isTTY === true && !surroundings.insideActions
        ? // The cursor stays: hidden, it would have to be given back on every way out, a SIGKILL included.
            (0,log_update/* createLogUpdate */.SY)(stream, { showCursor: true })
        : undefined;
    let current = '';
    let frame = 0;
    let lastWrittenUs = begun;
    let inGroup = false;
    const write = (text) => {
        live?.clear();
        stream.write(`${text}\n`);
        lastWrittenUs = clock.monotonicUs();
    };
    const refresh = () => {
        if (current === '')
            return;
        if (live) {
            frame = (frame + 1) % FRAMES.length;
            const width = (stream.columns ?? 80) - 1;
            live(`${FRAMES[frame]} ${elapsed()}  ${current}`.slice(0, width));
        }
        else if (clock.monotonicUs() - lastWrittenUs >= HEARTBEAT_MS * 1000) {
            write(`${elapsed()}  … ${current}`);
        }
    };
    const timer = setInterval(refresh, live ? LIVE_REFRESH_MS : HEARTBEAT_MS / 3);
    timer.unref();
    const endGroup = () => {
        if (inGroup && surroundings.insideActions)
            write('::endgroup::');
        inGroup = false;
    };
    return {
        line: (text) => write(`${colors.dim(elapsed())}  ${text}`),
        now: (text) => {
            current = text;
            refresh();
        },
        group: (title) => {
            endGroup();
            write(surroundings.insideActions ? `::group::${title}` : `${colors.dim(elapsed())}  ${colors.bold(title)}`);
            inGroup = true;
        },
        endGroup,
        [Symbol.dispose]: () => {
            clearInterval(timer);
            live?.clear();
            endGroup();
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/app/shell/tools.js
// Owns the few things every mode works with: clock, log and progress.


function openTools(settings, surroundings, clock) {
    const progress = startProgress(surroundings, clock, settings.errorColor);
    const colors = picocolors.createColors(settings.errorColor);
    // Through the progress, so that a log line never lands in the middle of the live line.
    const line = (paint) => (message, fields = {}) => {
        const details = Object.entries(fields).map(([key, value]) => ` ${key}=${String(value)}`);
        progress.line(`${paint(message)}${colors.dim(details.join(''))}`);
    };
    const log = {
        debug: settings.verbose ? line(colors.dim) : () => { },
        info: line(String),
        warn: line(colors.yellow),
        error: line(colors.red),
    };
    return { clock, log, progress, [Symbol.dispose]: () => progress[Symbol.dispose]() };
}


/***/ }),

/***/ 68645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ restoresWatchSafe),
/* harmony export */   EV: () => (/* binding */ expectationOf),
/* harmony export */   KE: () => (/* binding */ findLine),
/* harmony export */   L5: () => (/* binding */ symptomOf),
/* harmony export */   QU: () => (/* binding */ knownBadFor),
/* harmony export */   fi: () => (/* binding */ hopRuleOf),
/* harmony export */   hG: () => (/* binding */ snapshotCountOf),
/* harmony export */   wk: () => (/* binding */ refusedRestoreOf),
/* harmony export */   y7: () => (/* binding */ settingOf)
/* harmony export */ });
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52339);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66182);


function findLine(line, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return catalog.lines.find((candidate) => candidate.line === line);
}
/** The rule of one minor hop, by lines. */
function hopRuleOf(from, to, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return catalog.hops.find((hop) => hop.from === from && hop.to === to);
}
/** etcd's own default for --snapshot-count on a line; undefined for an unknown line. */
function snapshotCountOf(line, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return findLine(line, catalog)?.snapshotCount;
}
/** Value of an etcd setting by its flag name, from whichever channel etcd would read; undefined where it is not set. */
function settingOf(settings, flag) {
    // With a configuration file etcd ignores flags and environment altogether.
    if (settings.configFile !== undefined) {
        const value = settings.configFile[flag];
        return value === undefined || value === null ? undefined : String(value);
    }
    return settings.flags[flag] ?? settings.environment[environmentNameOf(flag)];
}
function environmentNameOf(flag) {
    return `ETCD_${flag.toUpperCase().replaceAll('-', '_')}`;
}
function bites(range, context) {
    switch (range.onlyWith) {
        case undefined:
            return true;
        case 'auth':
            return context.auth;
        case 'single-member':
            return context.voters === 1;
        case 'learners':
            return context.learners;
        // The engine never defragments, and it makes data directories with mode 0700 itself.
        case 'defragment':
        case 'data-dir-mode':
            return false;
        case 'default-logger':
            return settingOf(context.settings, 'logger') !== 'zap';
        case 'flag':
            return (range.flags ?? []).some((flag) => settingOf(context.settings, flag) !== undefined);
        case 'hop-3.5':
            return context.entering.includes('3.5');
        case 'hop-3.6':
            return context.entering.includes('3.6');
    }
}
/** Known-bad ranges that hold for a release in this context; most severe first. */
function knownBadFor(version, context, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    const affected = (range) => range.affected.some(({ first, last }) => (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(first, version) <= 0 && (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, last) <= 0);
    return catalog.knownBad
        .filter((range) => affected(range) && bites(range, context))
        .sort((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'));
}
/**
 * The known trouble that etcd's own lines name; the first match in the catalog's order. From 3.5 on the lines are JSON,
 * so quotes are looked for both as they are and escaped.
 */
function symptomOf(lines, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return catalog.symptoms.find((symptom) => {
        const pattern = new RegExp(symptom.pattern, 'i');
        return lines.some((line) => pattern.test(line) || pattern.test(line.replaceAll('\\"', '"')));
    });
}
/** What a compatibility check must show through a member of a line; undefined for a check the catalog does not know. */
function expectationOf(check, line, settings, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    const expectation = catalog.checks.find((candidate) => candidate.check === check);
    if (expectation === undefined)
        return undefined;
    // Only the gateway differs by channel, and only until the file says otherwise (K11).
    const byFile = settings?.configFile !== undefined && settings.configFile['enable-grpc-gateway'] !== true;
    const { expected } = expectation;
    return (byFile ? expected[`${line}+config-file`] : undefined) ?? expected[line] ?? expected['*'];
}
/** Whether a release's own tool can restore so that clients which watch are told of what they missed. */
function restoresWatchSafe(release, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    const since = catalog.restores.watchSafe.find(({ line }) => line === (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(release))?.since;
    return since !== undefined && (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(release, since) >= 0;
}
/** Why members of a release must refuse a snapshot of a line; undefined where they must take it. */
function refusedRestoreOf(made, release, catalog = (0,_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCatalog */ .a)()) {
    return catalog.restores.refused.find((each) => each.made === made && each.with === (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(release));
}


/***/ }),

/***/ 23967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ overallVerdict),
/* harmony export */   o: () => (/* binding */ exitCodeOfVerdict)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns how one verdict is made of everything that was found: the only place where a run can become a "pass".
// Must not know how the parts were measured. Anything missing is never a pass.

/** Lost or wrong data weighs more than a failed step, and that more than waiting clients. */
const gravest = [
    'durability',
    'hash',
    'linearizability',
    'serializable-reads',
    'mutual-exclusion',
    'watch',
    'lease',
    'availability',
    'coverage',
    'assumptions',
];
/** Decides. Order: violations of data, the engine's own end, checks, the other judges, findings, then what is not known. */
function overallVerdict(evidence) {
    const failed = byGravity(evidence.judges.filter((judge) => judge.verdict === 'fail'));
    const data = failed.find((judge) => judge.judge !== 'availability' && judge.judge !== 'assumptions');
    if (data)
        return fail(data.failureReason ?? 'internal-error', data.summary);
    if (evidence.engine.outcome !== evidence.engine.wanted) {
        const { code = 'internal-error', message } = evidence.engine;
        // A full disk or a stolen port must not be held against the release.
        if (_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failures */ .e9[code].kind === 'environment')
            return { verdict: 'error', failureReason: code, reason: message };
        return fail(code, message);
    }
    const wrong = evidence.checks.filter((check) => !check.ok);
    const [firstWrong] = wrong;
    if (firstWrong) {
        const more = wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : '';
        return fail('check-failed', `Check ${firstWrong.check} through ${firstWrong.member} in ${firstWrong.state}: expected ${firstWrong.expected}, saw ${sightOf(firstWrong)}${more}.`);
    }
    const [otherFailed] = failed;
    if (otherFailed)
        return fail(otherFailed.failureReason ?? 'internal-error', otherFailed.summary);
    const blocking = evidence.findings.find((finding) => finding.severity === 'error');
    if (blocking)
        return fail('finding-blocks', blocking.message);
    const missing = evidence.expectedJudges.filter((name) => !evidence.judges.some((judge) => judge.judge === name));
    if (missing.length > 0)
        return doubt('too-few-operations', `No verdict from: ${missing.join(', ')}.`);
    if (evidence.seenObservations < evidence.plannedObservations) {
        return doubt('too-few-operations', `Only ${evidence.seenObservations} of ${evidence.plannedObservations} planned states were observed.`);
    }
    const [unsure] = byGravity(evidence.judges.filter((judge) => judge.verdict === 'inconclusive'));
    if (unsure)
        return doubt(unsure.failureReason ?? 'too-few-operations', unsure.summary);
    if (evidence.atBest !== 'pass')
        return doubt('accepted-risk', 'The manifest accepted a risk, so this is no proof.');
    return { verdict: 'pass', failureReason: null, reason: 'Every step, check and judge agrees.' };
}
/** A check that threw saw nothing; its error says more than that. */
function sightOf({ seen, error }) {
    return error === undefined ? seen : `${seen}: ${error}`;
}
function byGravity(judges) {
    const rank = (judge) => {
        const index = gravest.indexOf(judge.judge);
        return index === -1 ? gravest.length : index;
    };
    return [...judges].sort((a, b) => rank(a) - rank(b));
}
function fail(failureReason, reason) {
    // A judge may name a code of another kind (a time-out); the verdict is what was decided here.
    return { verdict: 'fail', failureReason, reason };
}
function doubt(failureReason, reason) {
    return { verdict: 'inconclusive', failureReason, reason };
}
/** Exit code of a verdict: the table's, except that a fail is never less than 1 and a doubt never a pass. */
function exitCodeOfVerdict(verdict, failureReason) {
    if (verdict === 'pass')
        return 0;
    if (verdict === 'fail')
        return 1;
    if (verdict === 'inconclusive')
        return 4;
    return _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failures */ .e9[failureReason ?? 'internal-error'].exitCode;
}


/***/ }),

/***/ 11665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ createRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// Owns the seeded generator: mulberry32, 32 bits of state, enough for workloads and disturbances (never for secrets).
// Must not know what is drawn.

function createRandom(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    const int = (below) => Math.floor(next() * below);
    return {
        seed,
        next,
        int,
        pick: (items) => {
            if (items.length === 0)
                throw new RangeError('pick from an empty list');
            return items[int(items.length)];
        },
        fork: (label) => createRandom((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${seed}/${label}`).digest().readUInt32LE(0)),
    };
}


/***/ }),

/***/ 35693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ sha256OfFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
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
// Owns sha256 of files.
// Must not know what the files are.


const chunkBytes = 1 << 20;
/** Lower-case hexadecimal sha256 of a file's content. Errors are those of node:fs. */
async function sha256OfFile(path, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        // One buffer for all of it: a stream's own are garbage that grows with the file.
        const chunk = Buffer.allocUnsafe(chunkBytes);
        const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path), true);
        for (;;) {
            signal?.throwIfAborted();
            const { bytesRead } = await file.read(chunk, 0, chunkBytes);
            if (bytesRead === 0)
                return hash.digest('hex');
            hash.update(chunk.subarray(0, bytesRead));
        }
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


/***/ }),

/***/ 95508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ SUMMARY_LIMIT_BYTES),
/* harmony export */   MN: () => (/* binding */ ANNOTATION_MESSAGE_LIMIT),
/* harmony export */   TF: () => (/* binding */ CHECK_RUN_TEXT_LIMIT_BYTES),
/* harmony export */   WK: () => (/* binding */ fitSections),
/* harmony export */   mu: () => (/* binding */ ANNOTATIONS_PER_LEVEL_LIMIT)
/* harmony export */ });
/* unused harmony exports SMALLEST_LIMIT_BYTES, byteLength */
// Owns fitting a report into GitHub's size limits: cut the least important first, and say what was cut.
// Must not know what the sections say.
/** $GITHUB_STEP_SUMMARY: above it the whole upload is dropped (actions/runner: AttachmentSizeLimit = 1024 * 1024). */
const SUMMARY_LIMIT_BYTES = 1024 * 1024;
/** `output.summary` and `output.text` of a check run (GitHub's OpenAPI, maxLength). We count bytes: never less. */
const CHECK_RUN_TEXT_LIMIT_BYTES = 65_535;
/** Workflow-command annotations of one level and step (actions/runner: _maxCountPerIssueType). */
const ANNOTATIONS_PER_LEVEL_LIMIT = 10;
/** Message of one workflow-command annotation (actions/runner cuts it there). */
const ANNOTATION_MESSAGE_LIMIT = 4096;
/** Below this not even the verdict is sure to fit. */
const SMALLEST_LIMIT_BYTES = 1024;
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
/**
 * Joins the sections with blank lines in at most `limitBytes` UTF-8 bytes. Goes down one rung at a time, always in the
 * least important section that still can. `note` renders the line that names what was shortened or left out.
 */
function fitSections(sections, limitBytes, note) {
    const slots = sections.map((section) => ({ section, rung: 0, text: section.rungs[0]?.() ?? '' }));
    const order = [...slots].sort((a, b) => b.section.importance - a.section.importance);
    for (;;) {
        const shortened = slots.filter((slot) => slot.rung > 0 && slot.rung < slot.section.rungs.length);
        const omitted = slots.filter((slot) => slot.section.rungs.length > 0 && slot.rung >= slot.section.rungs.length);
        const cutNote = shortened.length + omitted.length === 0
            ? ''
            : note(shortened.map((slot) => slot.section.name), omitted.map((slot) => slot.section.name));
        const whole = [...slots.map((slot) => slot.text), cutNote].filter((text) => text !== '').join('\n\n');
        if (byteLength(whole) + 1 <= limitBytes)
            return `${whole}\n`;
        const next = order.find((slot) => slot.rung < slot.section.rungs.length - (slot.section.required ? 1 : 0));
        if (next === undefined) {
            throw new RangeError(`A report cannot be cut to ${limitBytes} bytes; at least ${SMALLEST_LIMIT_BYTES} are needed.`);
        }
        next.rung += 1;
        next.text = next.section.rungs[next.rung]?.() ?? '';
    }
}


/***/ }),

/***/ 39568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ tableOf)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39798);
// Owns the check × state table: rows that differ from the catalog in full, the rest counted.
// Must not know how a table is drawn.

function tableOf(checks) {
    const states = [...new Set(checks.map((check) => check.state))];
    const names = [...new Set(checks.map((check) => check.check))];
    const members = new Set(checks.map((check) => check.member)).size;
    const deviations = checks.filter((check) => !check.ok);
    const size = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(names.length, 'check')} × ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(states.length, 'state')} × ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(members, 'member')}`;
    const byCell = new Map();
    for (const check of checks) {
        const cell = cellKey(check.check, check.state);
        byCell.set(cell, [...(byCell.get(cell) ?? []), check]);
    }
    const differing = new Set(deviations.map((check) => check.check));
    return {
        summary: deviations.length === 0
            ? `${size}: all ${checks.length} as expected`
            : `${size}: ${deviations.length} of ${checks.length} results differ from the catalog`,
        states,
        rows: names
            .filter((check) => differing.has(check))
            .map((check) => ({
            check,
            cells: states.map((state) => {
                const results = byCell.get(cellKey(check, state)) ?? [];
                return { run: results.length, differing: results.filter((result) => !result.ok).map((r) => r.member) };
            }),
        })),
        deviations,
    };
}
function cellKey(check, state) {
    return JSON.stringify([check, state]);
}


/***/ }),

/***/ 33330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Fq: () => (/* binding */ inertLine),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   h$: () => (/* binding */ markdownProse),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   xK: () => (/* binding */ xmlText),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
// Owns making text of unknown origin (names, keys, etcd's log lines) harmless in terminals, Markdown and XML.
// Must not know where the text stands in a report.
// Control characters, and those that reorder or hide text (bidirectional overrides, zero-width, line separators),
// non-characters and lone surrogates: XML forbids some, terminals obey others.
const UNSAFE = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
/** Keeps GitHub from turning `@name`, `#12` and `https://…` into mentions, references and links. */
const BREAK = '\u200b';
/** One line: line ends become spaces, unsafe characters become visible as `\u{1b}`. */
function plainLine(text) {
    return visible(text.replace(/\r\n|[\r\n]/g, ' ').replace(/\t/g, ' '));
}
/** Lines of a text, each made safe; line ends of every kind separate. */
function plainLines(text) {
    return text.split(/\r\n|\r|\n/).map((line) => visible(line.replace(/\t/g, '  ')));
}
function visible(text) {
    return text.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
/**
 * Inline Markdown that shows exactly `text`: no emphasis, link, HTML, table cell, mention or reference can come of it.
 * Pipes and backslashes become entities because GitHub's table scanner reads `\\|` as the end of a cell.
 */
function markdownText(text) {
    const safe = plainLine(text)
        .replace(/@(?=\S)/g, `@${BREAK}`)
        .replace(/(#|GH-)(?=\d)/gi, `$1${BREAK}`)
        .replace(/:(?=\/\/)/g, `:${BREAK}`)
        .replace(/www(?=\.)/gi, `$&${BREAK}`)
        .replace(/(mailto|xmpp)(?=:)/gi, `$&${BREAK}`)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\\/g, '&#92;')
        .replace(/\|/g, '&#124;')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
        .replace(/[`*[\]~$]/g, '\\$&');
    // At the start of a list item these would open a heading, list or rule.
    return safe
        .replace(/^\s+/, '')
        .replace(/^[#+-]/, '\\$&')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
/** As `markdownText`, but what stands between two backticks is shown as code: for sentences. */
function markdownProse(text) {
    const prose = plainLine(text)
        .split(/`([^`]+)`/)
        .map((part, index) => {
        if (index % 2 === 1)
            return markdownCode(part);
        const shown = markdownText(part);
        // Spaces around a code span are part of the sentence.
        return index > 0 && /^\s/.test(part) ? ` ${shown}` : shown;
    })
        .join('')
        .trim();
    // An empty list item under a line of text would make that line a heading.
    return prose === '' ? '–' : prose;
}
/** Keeps a line of a log from being read as a workflow command (`::error::`, `##[error]`) by an Actions runner. */
function inertLine(line) {
    return line.replace(/^(\s*)::/, `$1${BREAK}::`).replace(/##(?=\[)/g, `##${BREAK}`);
}
/** Inline code that shows exactly `text`. Falls back to `<code>` where a code span could not hold it in a table. */
function markdownCode(text) {
    const line = plainLine(text).trim();
    if (line === '')
        return '–';
    return /[`|\\]/.test(line) ? `<code>${markdownText(line)}</code>` : `\`${line}\``;
}
/** A fenced block whose fence is longer than any run of backticks inside. */
function markdownBlock(lines, language = 'text') {
    const body = lines.flatMap(plainLines);
    const longest = Math.max(2, ...body.map((line) => Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...body, fence].join('\n');
}
/** A link, only for plain https addresses; anything else is shown as text. */
function markdownLink(address) {
    return /^https:\/\/[\w.-]+(?:\/[\w./#?=&%~+-]*)?$/.test(address) ? `<${address}>` : markdownText(address);
}
/** XML text: the builder escapes markup; characters that XML forbids become visible. Keeps line ends. */
function xmlText(text) {
    return plainLines(text).join('\n');
}
/** Cuts to at most `limit` characters without splitting one, and says so with an ellipsis. */
function cut(text, limit) {
    if (text.length <= limit)
        return text;
    const end = limit - 1;
    // Never half of a surrogate pair.
    const code = text.charCodeAt(end - 1);
    return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
}


/***/ }),

/***/ 39798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   jh: () => (/* binding */ measured),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/** "850 ms", "1.2 s", "3 min 34 s". */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** A duration that may not have been measurable. */
function measured(ms) {
    return ms === null || ms === undefined ? '–' : duration(ms);
}
/** 48213 → "48,213": grouped by hand, so that every machine prints the same. */
function count(n) {
    return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** "1 check", "9 checks". */
function counted(n, noun) {
    return `${count(n)} ${noun}${n === 1 ? '' : 's'}`;
}
const words = {
    pass: { icon: '✅', mark: '✔', answer: 'Safe' },
    fail: { icon: '❌', mark: '✘', answer: 'Not safe' },
    inconclusive: { icon: '⚠️', mark: '?', answer: 'Not proven' },
    error: { icon: '💥', mark: '!', answer: 'Could not tell' },
};
function verdictWords(verdict) {
    return words[verdict];
}
/** Answers "can we rely on it?". */
const backupAnswers = {
    pass: 'Proven to restore',
    fail: 'Not to be relied on',
    inconclusive: 'Not proven',
    error: 'Could not tell',
};
/**
 * The answer in a report's title. Only a rehearsal may say "Safe": a plan that was made, or a run that was rolled
 * back as wished, is a success and proves nothing about the upgrade.
 */
function answerOf(report) {
    if (report.mode === 'verify-backup')
        return backupAnswers[report.verdict];
    if (report.verdict !== 'pass')
        return words[report.verdict].answer;
    if (report.mode === 'preflight' || report.mode === 'resume')
        return words.pass.answer;
    return report.mode === 'plan' ? 'Planned, nothing run' : 'Done';
}


/***/ }),

/***/ 35509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   c1: () => (/* binding */ circumstancesOf),
/* harmony export */   gD: () => (/* binding */ headlineOf)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39798);
// Owns the first lines of every report: safe or not, why, what clients feel, the point of no return, what next.
// Must not know Markdown nor terminals; it gives raw text that the renderers escape.


// Bounds of what others wrote, so that the first lines stay the first lines whatever is in them.
const NAME_LIMIT = 60;
const SENTENCE_LIMIT = 600;
const NEXT_STEPS_LIMIT = 6;
function headlineOf(report) {
    const facts = [];
    const add = (label, text) => {
        if (text !== undefined && text !== '')
            facts.push({ label, text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(text, SENTENCE_LIMIT) });
    };
    add('Why', report.failureReason === null ? report.reason : `${report.reason} (${report.failureReason})`);
    add('Clients', clientsFelt(report));
    add('Point of no return', report.pointOfNoReturn);
    add('Cluster', report.clusterState);
    return {
        title: titleOf(report),
        facts,
        nextSteps: report.nextSteps.slice(0, NEXT_STEPS_LIMIT).map((step) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(step, SENTENCE_LIMIT)),
    };
}
function titleOf(report) {
    if (report.mode === 'verify-backup')
        return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .answerOf */ .ut)(report)}: ${backupSubject(report)}${clusterOf(report)}`;
    const hop = [report.from, report.to].filter((version) => version !== undefined).map((version) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(version, 30));
    const subject = hop.length === 0 ? 'etcd upgrade' : `etcd ${hop.join(' → ')}`;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .answerOf */ .ut)(report)}: ${subject}${clusterOf(report)}`;
}
function clusterOf({ cluster }) {
    return cluster === undefined ? '' : ` (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(cluster, NAME_LIMIT)})`;
}
/** Every backup has its own verdict below; the title's is the worst of them. */
function backupSubject({ backups = [] }) {
    const [only, ...others] = backups;
    if (only === undefined)
        return 'backups';
    if (others.length === 0)
        return `backup ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(only.file, NAME_LIMIT)}`;
    const proven = backups.filter(({ verdict }) => verdict === 'pass').length;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(backups.length, 'backup')}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(proven)} of them proven`;
}
function clientsFelt(report) {
    const seen = report.availability;
    if (seen === undefined)
        return undefined;
    if (seen.operations === 0)
        return 'no client operation was recorded';
    const gap = (ms) => (ms === null ? 'not measurable' : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(ms));
    const where = seen.longestWriteGapStep === null ? '' : ` (step ${seen.longestWriteGapStep})`;
    const unknown = seen.unknown === 0 ? '' : `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(seen.unknown)} of unknown outcome`;
    const retried = seen.retried === 0 ? '' : `, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(seen.retried)} retried`;
    return (`longest gap in writes ${gap(seen.longestWriteGapMs)}${where}, in reads ${gap(seen.longestReadGapMs)}; ` +
        `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(seen.operations)} operations, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(seen.failed)} failed${unknown}${retried}`);
}
/** "3 min 34 s · standard · seed 7 · etcd-migrate 0.1.0": what was run, in one line. */
function circumstancesOf(report) {
    return [
        report.durationMs === undefined ? undefined : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(report.durationMs),
        report.depth === undefined ? undefined : (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(report.depth, NAME_LIMIT),
        report.seed === undefined ? undefined : `seed ${report.seed}`,
        report.finishedAt,
        `${report.tool.name} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)(report.tool.version, NAME_LIMIT)}`,
    ]
        .filter((part) => part !== undefined)
        .join(' · ');
}


/***/ }),

/***/ 12560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderProgress),
/* harmony export */   G: () => (/* binding */ renderMarkdown)
/* harmony export */ });
/* harmony import */ var markdown_table__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(735);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95508);
/* harmony import */ var _check_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39568);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39798);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35509);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32101);
/* harmony import */ var _trend_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59154);
// Owns the report as GitHub Markdown: job summary, check run, report.md.
// Must not know who publishes it; everything that others wrote passes through escape.ts.








const CELL_LIMIT = 300;
function renderMarkdown(report, options = {}) {
    const top = [
        headSection(report),
        evidenceSection(report),
        findingsSection(report),
        backupsSection(report),
        trendSection(report),
        judgesSection(report),
    ];
    const details = [planSection(report), checksSection(report), clientsSection(report), releasesSection(report)];
    const part = options.part ?? 'all';
    const sections = [...(part === 'details' ? [] : top), ...(part === 'top' ? [] : details)];
    return (0,_budget_js__WEBPACK_IMPORTED_MODULE_5__/* .fitSections */ .WK)(sections, options.limit ?? _budget_js__WEBPACK_IMPORTED_MODULE_5__/* .SUMMARY_LIMIT_BYTES */ .Jz, cutNote);
}
function cutNote(shortened, omitted) {
    const parts = [
        shortened.length === 0 ? '' : `shortened: ${shortened.join(', ')}`,
        omitted.length === 0 ? '' : `left out: ${omitted.join(', ')}`,
    ].filter((part) => part !== '');
    return `> ✂️ Cut to GitHub's size limit; ${parts.join('; ')}. The whole report is in \`report.json\`.`;
}
function headSection(report) {
    const head = (0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .headlineOf */ .gD)(report);
    const { icon } = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L2)(report.verdict);
    const title = `## ${icon} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownText */ .p7)(head.title)}`;
    const facts = head.facts.map(({ label, text }) => `- **${label}:** ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownProse */ .h$)(text)}`).join('\n');
    const why = head.facts[0] === undefined ? '' : `- **Why:** ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownProse */ .h$)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(head.facts[0].text, 120))}`;
    const next = head.nextSteps.length === 0
        ? ''
        : `**Next**\n\n${head.nextSteps.map((step, index) => `${index + 1}. ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownProse */ .h$)(step)}`).join('\n')}`;
    const plan = report.planDigest === undefined ? '' : `plan ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(report.planDigest, 80))} · `;
    const origin = `<sub>${plan}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownText */ .p7)((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .circumstancesOf */ .c1)(report))}</sub>`;
    return {
        name: 'the first lines',
        importance: 0,
        required: true,
        rungs: [
            () => joined([title, facts, next, origin]),
            () => joined([title, why]),
            () => `## ${icon} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .answerOf */ .ut)(report)}: ${report.backups === undefined ? 'etcd upgrade' : 'backups'}`,
        ],
    };
}
function evidenceSection(report) {
    const lines = report.evidence ?? [];
    const block = (limit) => () => joined([
        lines.length > limit ? `### Evidence (the last ${limit} of ${lines.length} lines)` : '### Evidence',
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownBlock */ .dI)(lines.slice(-limit).map((line) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(line, 2000))),
    ]);
    return { name: 'evidence', importance: 1, rungs: lines.length === 0 ? [] : [block(200), block(20), block(5)] };
}
function findingsSection(report) {
    const rank = { error: 0, warning: 1, note: 2 };
    const icons = { error: '❌', warning: '⚠️', note: 'ℹ️' };
    const findings = [...(report.findings ?? [])].sort((a, b) => rank[a.severity] - rank[b.severity]);
    const list = (limit, short) => () => {
        const lines = findings.slice(0, limit).map((finding) => {
            const where = finding.where === undefined ? '' : ` (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)(placeOf(finding.where))})`;
            const line = `- ${icons[finding.severity]} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(finding.id, CELL_LIMIT))} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownProse */ .h$)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(finding.message, 1000))}${where}`;
            if (short)
                return line;
            const more = [
                finding.evidence === undefined ? '' : `  - Seen: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownProse */ .h$)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(finding.evidence, 1000))}`,
                finding.fix === undefined ? '' : `  - Fix: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownProse */ .h$)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(finding.fix, 1000))}`,
                finding.learnMore === undefined ? '' : `  - More: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownLink */ .iQ)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(finding.learnMore, 500))}`,
            ];
            return [line, ...more].filter((text) => text !== '').join('\n');
        });
        const rest = findings.length - limit;
        return joined([
            `### Findings (${findings.length})`,
            lines.join('\n'),
            rest > 0 ? `… and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(rest, 'finding')} more.` : '',
        ]);
    };
    const rungs = [list(Number.POSITIVE_INFINITY, false), list(50, false), list(50, true), list(10, true)];
    return { name: 'findings', importance: 2, rungs: findings.length === 0 ? [] : rungs };
}
function backupsSection({ backups = [] }) {
    const rank = { fail: 0, error: 1, inconclusive: 2, pass: 3 };
    const sorted = [...backups].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
    const render = (backupLimit, lineLimit) => () => joined([
        '### Backups',
        ...sorted
            .slice(0, backupLimit)
            .map(({ file, verdict, sha256, links, reason }) => joined([
            `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L2)(verdict).icon} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(file, CELL_LIMIT))}${sha256 === null ? '' : ` · sha256 ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(sha256, 80))}`}`,
            links.length === 0
                ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownProse */ .h$)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(reason, 600))
                : table([
                    ['', 'link', 'took', 'seen'],
                    ...links.map((link) => [
                        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L2)(link.verdict).icon,
                        link.name,
                        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(link.durationMs),
                        link.evidence.slice(0, lineLimit).map(cell).join('<br>'),
                    ]),
                ]),
        ])),
        sorted.length > backupLimit ? `… and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(sorted.length - backupLimit, 'backup')} more.` : '',
    ]);
    const rungs = [render(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY), render(50, 3), render(10, 1)];
    return { name: 'backups', importance: 3, rungs: backups.length === 0 ? [] : rungs };
}
function trendSection({ trend = [] }) {
    const said = (0,_trend_js__WEBPACK_IMPORTED_MODULE_4__/* .trendLine */ .M)(trend);
    const rungs = said === undefined ? [] : [() => joined([`### Over time\n\n${said.text}. ${said.curve}`.trimEnd()])];
    return { name: 'proofs of the past', importance: 6, rungs };
}
function judgesSection(report) {
    const rank = { fail: 0, inconclusive: 1, pass: 2 };
    const judges = [...(report.judges ?? [])].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
    const render = (violationLimit, rowLimit) => () => {
        const shown = judges.slice(0, rowLimit);
        const rows = shown.map((judge) => [
            (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictWords */ .L2)(judge.verdict).icon,
            cell(judge.judge),
            cell(judge.summary),
            (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(judge.judged),
        ]);
        const violations = shown
            .filter((judge) => judge.violations.length > 0 && violationLimit > 0)
            .map((judge) => {
            const first = judge.violations
                .slice(0, violationLimit)
                .map((violation) => `  - ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownProse */ .h$)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(violation.message, 600))}`);
            return [
                `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(judge.judge, 60))}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(judge.violationCount, 'violation')}`,
                ...first,
            ].join('\n');
        });
        return joined([
            '### Judges',
            table([['', 'judge', 'says', 'judged'], ...rows]),
            violations.join('\n'),
            judges.length > rowLimit ? `… and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(judges.length - rowLimit, 'judge')} more.` : '',
        ]);
    };
    const rungs = [render(10, 100), render(2, 100), render(0, 100), render(0, 10)];
    return { name: 'judges', importance: 3, rungs: judges.length === 0 ? [] : rungs };
}
function planSection(report) {
    const steps = report.steps ?? [];
    const ran = steps.filter((step) => step.status !== 'not-run').length;
    const failed = steps.filter((step) => step.status === 'failed').length;
    const summary = `Plan: ${ran} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(steps.length, 'step')} ran${failed === 0 ? '' : `, ${failed} failed`}`;
    const fold = (lines) => folded(summary, (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownBlock */ .dI)(lines), failed > 0);
    const upgrade = steps.filter((step) => step.part === 'upgrade' || step.status === 'failed');
    const shallow = steps.filter((step) => step.depth === 0 || step.status === 'failed');
    return {
        name: 'plan',
        importance: 4,
        rungs: steps.length === 0
            ? []
            : [
                () => fold((0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .treeLines */ .W)(steps.map((step) => shortened(step, 1000)))),
                () => fold((0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .treeLines */ .W)(upgrade.map((step) => shortened(step, 120)))),
                () => fold((0,_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .treeLines */ .W)(shallow.slice(0, 100).map((step) => shortened(step, 80)))),
            ],
    };
}
function shortened(step, limit) {
    const detail = step.detail === undefined ? {} : { detail: (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(step.detail, limit) };
    return { ...step, id: (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(step.id, 40), title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(step.title, limit), ...detail };
}
function checksSection(report) {
    const checks = (0,_check_table_js__WEBPACK_IMPORTED_MODULE_0__/* .tableOf */ .c)(report.checks ?? []);
    const matrix = (limit) => table([
        ['check', ...checks.states.map((state) => cell(state))],
        ...checks.rows
            .slice(0, limit)
            .map((row) => [
            cell(row.check),
            ...row.cells.map(({ run, differing }) => run === 0 ? '–' : differing.length === 0 ? '✔' : `✘ ${cell(differing.join(', '))}`),
        ]),
    ]);
    const rows = (limit) => table([
        ['check', 'state', 'member', 'expected', 'seen'],
        ...checks.deviations
            .slice(0, limit)
            .map((deviation) => [
            cell(deviation.check),
            cell(deviation.state),
            cell(`${deviation.member} (${deviation.release})`),
            cell(deviation.expected),
            cell(deviation.error === undefined ? deviation.seen : `${deviation.seen}: ${deviation.error}`),
        ]),
    ]);
    const title = '### Compatibility checks';
    const summary = (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownText */ .p7)(`${checks.summary}.`);
    const more = (limit) => checks.deviations.length > limit ? `… and ${checks.deviations.length - limit} more results that differ.` : '';
    const none = checks.deviations.length === 0;
    const render = (limit, withMatrix) => () => joined([title, summary, none || !withMatrix ? '' : matrix(limit), none ? '' : rows(limit), more(limit)]);
    const rungs = [
        render(Number.POSITIVE_INFINITY, true),
        render(50, true),
        render(10, false),
        () => joined([title, summary]),
    ];
    return { name: 'compatibility checks', importance: 5, rungs: (report.checks ?? []).length === 0 ? [] : rungs };
}
function clientsSection(report) {
    const steps = (report.steps ?? []).flatMap((step) => step.clients === undefined ? [] : [{ step, seen: step.clients }]);
    const header = ['step', 'operations', 'failed', 'unknown', 'write gap', 'read gap', 'p50', 'p95', 'p99', 'p99.9'];
    const rows = (limit) => steps
        .slice(0, limit)
        .map(({ step, seen }) => [
        cell(`${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(step.id, 40)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(step.title, 60)}`),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(seen.operations),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(seen.failed),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(seen.unknown),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .measured */ .jh)(seen.longestWriteGapMs),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .measured */ .jh)(seen.longestReadGapMs),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .measured */ .jh)(seen.p50Ms),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .measured */ .jh)(seen.p95Ms),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .measured */ .jh)(seen.p99Ms),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .measured */ .jh)(seen.p999Ms),
    ]);
    const render = (limit) => () => folded('What clients felt, step by step', table([header, ...rows(limit)]), false);
    return {
        name: 'client figures per step',
        importance: 7,
        rungs: steps.length === 0 ? [] : [render(Number.POSITIVE_INFINITY), render(50)],
    };
}
function releasesSection(report) {
    const releases = report.releases ?? [];
    const rows = releases.flatMap((release) => Object.entries(release.sha256).map(([tool, sha256]) => [
        cell(release.assumed === true ? `${release.version} (assumed)` : release.version),
        cell(tool),
        cell(release.platform),
        cell(release.source),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(sha256, 80)),
    ]));
    const brief = releases.map((release) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownCode */ .D9)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(release.version, 40))).slice(0, 50);
    const header = ['release', 'binary', 'platform', 'from', 'sha256'];
    return {
        name: 'versions and digests',
        importance: 6,
        rungs: releases.length === 0
            ? []
            : [
                () => folded('Versions and digests', table([header, ...rows]), false),
                () => `Releases: ${brief.join(', ')}`,
            ],
    };
}
function placeOf(where) {
    const parts = [(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(where.file, CELL_LIMIT), where.line, where.line === undefined ? undefined : where.column];
    return parts.filter((part) => part !== undefined).join(':');
}
function cell(text) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownText */ .p7)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(text, CELL_LIMIT));
}
function table(rows) {
    // Aligned while that stays readable; one long cell would pad every row.
    const aligned = Math.max(...rows.flat().map((text) => text.length)) <= 80;
    return (0,markdown_table__WEBPACK_IMPORTED_MODULE_7__/* .markdownTable */ .Q)(rows, { alignDelimiters: aligned });
}
/** `summary` is ours alone: it stands inside HTML. */
function folded(summary, body, open) {
    return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
function joined(parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
function renderProgress(progress, limit) {
    const hops = progress.hops.map((hop) => `- ✔ ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownText */ .p7)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(hop.hop, CELL_LIMIT))}: ${hop.done} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(hop.of, 'step')}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(hop.elapsedMs)}`);
    const sections = [
        {
            name: 'hops',
            importance: 0,
            required: true,
            rungs: [
                () => joined([(0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownText */ .p7)((0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .cut */ .Jj)(progress.title, 200)), hops.join('\n')]),
                () => joined(['Rehearsing.', hops.slice(-1).join('\n')]),
                () => 'Rehearsing.',
            ],
        },
        {
            name: 'plan',
            importance: 1,
            rungs: progress.tree === '' ? [] : [() => folded('Plan', (0,_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownBlock */ .dI)(progress.tree.split('\n')), false)],
        },
    ];
    return (0,_budget_js__WEBPACK_IMPORTED_MODULE_5__/* .fitSections */ .WK)(sections, limit, cutNote);
}


/***/ }),

/***/ 32101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ treeLines)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39798);
// Owns the plan tree as it ran: numbered, indented, each step with its measured duration.
// Must not know how the planner numbers steps; it prints the ids that it gets.


const marks = { ok: '✔', failed: '✘', 'not-run': '·' };
/** One line a step; the widths are those of the longest id and title. */
function treeLines(steps) {
    const shown = steps.map((step) => ({
        step,
        label: `${'  '.repeat(Math.max(0, Math.min(step.depth, 8)))}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h0)(step.id)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h0)(step.title)}`,
    }));
    const width = Math.min(84, Math.max(0, ...shown.map(({ label }) => [...label].length)));
    return shown.map(({ step, label }) => {
        const time = step.durationMs === undefined ? '' : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(step.durationMs);
        const detail = step.detail === undefined ? '' : `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h0)(step.detail)}`;
        const padding = ' '.repeat(Math.max(0, width - [...label].length));
        return `${marks[step.status]} ${label}${padding}  ${time.padStart(10)}${detail}`.trimEnd();
    });
}


/***/ }),

/***/ 59154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ trendLine)
/* harmony export */ });
/* unused harmony export sparkline */
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39798);
// Owns what the proofs of the past say in one line: how many passed, and how long a recovery took, as a curve of blocks.
// Must not read them from anywhere.

/** Undefined where there is nothing to compare with. */
function trendLine(trend) {
    if (trend.length < 2)
        return undefined;
    const passed = trend.filter(({ verdict }) => verdict === 'pass').length;
    const times = recoveries(trend);
    const text = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(passed)} of the last ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(trend.length)} proofs passed`;
    if (times.length < 2)
        return { text, curve: '' };
    const span = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(Math.min(...times))} to ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(Math.max(...times))}`;
    return { text: `${text}; a recovery took ${span}`, curve: sparkline(times) };
}
function recoveries(trend) {
    return trend.flatMap(({ verdict, recoveryMs }) => (verdict === 'pass' && recoveryMs !== null ? [recoveryMs] : []));
}
const blocks = [...'▁▂▃▄▅▆▇█'];
/** From nothing, not from the smallest: the eye compares heights. */
function sparkline(values) {
    const most = Math.max(...values);
    return values
        .map((value) => blocks[most <= 0 ? 0 : Math.min(blocks.length - 1, Math.floor((value / most) * blocks.length))])
        .join('');
}


/***/ })

};
