import { o as __toESM } from "./rolldown-runtime.js";
import { w as writeFileAtomic } from "./own-places.js";
import { t as micromark } from "./npm/micromark.js";
import { n as gfmHtml, t as gfm } from "./npm/micromark-extension-gfm.js";
import { n as utcTime, t as linear } from "./npm/d3-scale.js";
import { t as line } from "./npm/d3-shape.js";
import { a as markdownLink, c as plainLine, i as markdownCode, l as plainLines, n as inertLine, o as markdownProse, r as markdownBlock, s as markdownText, t as cut, u as xmlText } from "./escape.js";
import { _ as verdictWords, f as answerOf, g as measured, h as duration, m as counted, p as count, u as explained } from "./lookups.js";
import { t as markdownTable } from "./npm/markdown-table.js";
import { i as renderJson, s as ReportLink } from "./envelope.js";
import { t as Builder } from "./npm/fast-xml-builder.js";
import { t as require_picocolors } from "./npm/picocolors.js";

// src/report/chart.ts
const size = {
	width: 720,
	height: 220
};
const margin = {
	top: 12,
	right: 16,
	bottom: 28,
	left: 76
};
const ticks = {
	across: 6,
	up: 4
};
function lineChart({ title, points, format }) {
	const times = points.map(({ atMs }) => atMs);
	const values = points.flatMap(({ value }) => value === null ? [] : [value]);
	const x = utcTime().domain(padded(Math.min(...times), Math.max(...times))).range([margin.left, size.width - margin.right]);
	const y = linear().domain([0, Math.max(0, ...values) || 1]).nice(ticks.up).range([size.height - margin.bottom, margin.top]);
	const path = line().defined(({ value }) => value !== null).x(({ atMs }) => x(atMs)).y(({ value }) => y(value ?? 0))([...points]);
	const say = x.tickFormat(ticks.across);
	return [
		`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${markup(title)}">`,
		`<title>${markup(title)}</title>`,
		...y.ticks(ticks.up).map((tick) => `<line class="grid" x1="${margin.left}" x2="${size.width - margin.right}" y1="${at(y(tick))}" y2="${at(y(tick))}"/><text x="${margin.left - 8}" y="${at(y(tick) + 4)}" text-anchor="end">${markup(format(tick))}</text>`),
		...x.ticks(ticks.across).map((tick) => `<text x="${at(x(tick))}" y="${size.height - 8}" text-anchor="middle">${markup(say(tick))}</text>`),
		path === null ? "" : `<path class="curve" d="${path}"/>`,
		...points.map((point) => mark(point, x(point.atMs), y(point.value ?? 0))),
		"</svg>"
	].join("\n");
}
function padded(from, to) {
	const more = from === to ? 18e5 : 0;
	return [new Date(from - more), new Date(to + more)];
}
function mark({ good, label }, x, y) {
	return `<g>${good ? `<circle class="good" cx="${at(x)}" cy="${at(y)}" r="3"/>` : `<path class="bad" d="M${at(x - 4)},${at(y - 4)}l8,8m0,-8l-8,8"/>`}<title>${markup(label)}</title></g>`;
}
function at(place) {
	return place.toFixed(1);
}
function markup(text) {
	return xmlText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;");
}

// src/report/headline.ts
const NAME_LIMIT = 60;
const SENTENCE_LIMIT = 600;
const NEXT_STEPS_LIMIT = 6;
function headlineOf(report) {
	const { failureReason, reason, nextSteps } = report;
	const facts = [{
		label: "Why",
		text: failureReason === null ? reason : `${reason} (${failureReason})`
	}, ...report.mode === "verify-backup" ? [] : rehearsalFacts(report)];
	return {
		title: titleOf(report),
		facts: facts.filter(({ text }) => text !== "").map(({ label, text }) => ({
			label,
			text: cut(text, SENTENCE_LIMIT)
		})),
		nextSteps: nextSteps.slice(0, NEXT_STEPS_LIMIT).map((step) => cut(step, SENTENCE_LIMIT))
	};
}
function rehearsalFacts(report) {
	return [
		{
			label: "Clients",
			text: clientsFelt(report)
		},
		{
			label: "Point of no return",
			text: report.side === "unknown" ? pointOfNoReturn(report) : report.pointOfNoReturn ?? ""
		},
		{
			label: "Cluster",
			text: report.clusterState ?? ""
		}
	];
}
function titleOf(report) {
	return `${answerOf(report)}: ${subjectOf(report)}${clusterOf(report)}`;
}
function subjectOf(report) {
	switch (report.mode) {
		case "preflight":
		case "resume":
		case "rollback": return upgradeSubject(report);
		case "verify-backup": return backupSubject(report);
	}
}
function upgradeSubject({ from, to }) {
	const hop = [from, to].filter((version) => version !== void 0).map((version) => cut(version, 30));
	return hop.length === 0 ? "etcd upgrade" : `etcd ${hop.join(" → ")}`;
}
function clusterOf({ cluster }) {
	return cluster === void 0 ? "" : ` (${cut(cluster, NAME_LIMIT)})`;
}
function backupSubject({ backups = [] }) {
	const [only, ...others] = backups;
	if (only === void 0) return "backups";
	if (others.length === 0) return `backup ${cut(only.file, NAME_LIMIT)}`;
	const proven = backups.filter(({ verdict }) => verdict === "pass").length;
	return `${counted(backups.length, "backup")}, ${count(proven)} of them proven`;
}
const sides = {
	before: "the cluster is before that of the hop under way",
	after: "the cluster is past that of the hop under way",
	unknown: "it is not known on which side of it the cluster is: do not start the old release"
};
function pointOfNoReturn({ pointOfNoReturn: place, side }) {
	if (place === void 0 || place === "" || side === void 0) return place ?? "";
	return `${place}; ${sides[side]}`;
}
function clientsFelt({ availability: seen }) {
	if (seen === void 0) return "";
	if (seen.operations === 0) return "no client operation was recorded";
	const gap = (ms) => ms === null ? "not measurable" : duration(ms);
	const where = seen.longestWriteGapStep === null ? "" : ` (step ${seen.longestWriteGapStep})`;
	const unknown = seen.unknown === 0 ? "" : `, ${count(seen.unknown)} of unknown outcome`;
	const retried = seen.retried === 0 ? "" : `, ${count(seen.retried)} retried`;
	return `longest gap in writes ${gap(seen.longestWriteGapMs)}${where}, in reads ${gap(seen.longestReadGapMs)}; ${count(seen.operations)} operations, ${count(seen.failed)} failed${unknown}${retried}`;
}
function circumstancesOf(report) {
	const { depth, seed } = report.mode === "verify-backup" ? {} : report;
	return [
		report.durationMs === void 0 ? void 0 : duration(report.durationMs),
		depth === void 0 ? void 0 : cut(depth, NAME_LIMIT),
		seed === void 0 ? void 0 : `seed ${seed}`,
		report.finishedAt,
		`${report.tool.name} ${cut(report.tool.version, NAME_LIMIT)}`
	].filter((part) => part !== void 0).join(" · ");
}

// src/report/limits.ts
const SUMMARY_LIMIT_BYTES = 1048576;
const CHECK_RUN_TEXT_LIMIT_BYTES = 65535;
const ANNOTATION_MESSAGE_LIMIT = 4096;
const SMALLEST_LIMIT_BYTES = 1024;

// src/report/budget.ts
function byteLength(text) {
	return Buffer.byteLength(text, "utf8");
}
function fitSections(sections, limitBytes, note) {
	const slots = sections.map((section) => ({
		section,
		rung: 0,
		text: section.rungs[0]?.() ?? ""
	}));
	const order = [...slots].sort((a, b) => b.section.importance - a.section.importance);
	for (;;) {
		const shortened = slots.filter((slot) => slot.rung > 0 && slot.rung < slot.section.rungs.length);
		const omitted = slots.filter((slot) => slot.section.rungs.length > 0 && slot.rung >= slot.section.rungs.length);
		const cutNote = shortened.length + omitted.length === 0 ? "" : note(shortened.map((slot) => slot.section.name), omitted.map((slot) => slot.section.name));
		const whole = [...slots.map((slot) => slot.text), cutNote].filter((text) => text !== "").join("\n\n");
		if (byteLength(whole) + 1 <= limitBytes) return `${whole}\n`;
		const next = order.find((slot) => slot.rung < slot.section.rungs.length - (slot.section.required ? 1 : 0));
		if (next === void 0) throw new RangeError(`A report cannot be cut to ${limitBytes} bytes; at least ${SMALLEST_LIMIT_BYTES} are needed.`);
		next.rung += 1;
		next.text = next.section.rungs[next.rung]?.() ?? "";
	}
}

// src/report/check-table.ts
function tableOf(checks) {
	const states = [...new Set(checks.map((check) => check.state))];
	const names = [...new Set(checks.map((check) => check.check))];
	const members = new Set(checks.map((check) => check.member)).size;
	const deviations = checks.filter((check) => !check.ok);
	const size = `${counted(names.length, "check")} × ${counted(states.length, "state")} × ${counted(members, "member")}`;
	const byCell = /* @__PURE__ */ new Map();
	for (const check of checks) {
		const cell = cellKey(check.check, check.state);
		byCell.set(cell, [...byCell.get(cell) ?? [], check]);
	}
	const differing = new Set(deviations.map((check) => check.check));
	const result = deviations.length === 0 ? `all ${checks.length} as expected` : `${deviations.length} of ${checks.length} results differ from the catalog`;
	const again = checks.filter(({ disturbed }) => disturbed !== void 0).length;
	return {
		summary: `${size}: ${result}${again === 0 ? "" : `, ${again} of them made again, as another leader was elected or the machine stood still`}`,
		states,
		rows: names.filter((check) => differing.has(check)).map((check) => ({
			check,
			cells: states.map((state) => {
				const results = byCell.get(cellKey(check, state)) ?? [];
				return {
					run: results.length,
					differing: results.filter((result) => !result.ok).map((r) => r.member)
				};
			})
		})),
		deviations
	};
}
function cellKey(check, state) {
	return JSON.stringify([check, state]);
}

// src/report/tree.ts
const marks = {
	ok: "✔",
	failed: "✘",
	"not-run": "·"
};
function treeLines(steps) {
	const shown = steps.map((step) => ({
		step,
		label: `${"  ".repeat(Math.max(0, Math.min(step.depth, 8)))}${plainLine(step.id)} ${plainLine(step.title)}`
	}));
	const width = Math.min(84, Math.max(0, ...shown.map(({ label }) => [...label].length)));
	return shown.map(({ step, label }) => {
		const time = step.durationMs === void 0 ? "" : duration(step.durationMs);
		const detail = step.detail === void 0 ? "" : `  ${plainLine(step.detail)}`;
		const padding = " ".repeat(Math.max(0, width - [...label].length));
		return `${marks[step.status]} ${label}${padding}  ${time.padStart(10)}${detail}`.trimEnd();
	});
}

// src/report/sparkline.ts
const blocks = [..."▁▂▃▄▅▆▇█"];
function sparkline(values) {
	const most = Math.max(...values);
	return values.map((value) => blocks[most <= 0 ? 0 : Math.min(blocks.length - 1, Math.floor(value / most * blocks.length))]).join("");
}

// src/report/trend.ts
function trendLine(trend) {
	if (trend.length < 2) return void 0;
	const passed = trend.filter(({ verdict }) => verdict === "pass").length;
	const times = recoveries(trend);
	const text = `${count(passed)} of the last ${count(trend.length)} proofs passed`;
	if (times.length < 2) return {
		text,
		curve: ""
	};
	return {
		text: `${text}; a recovery took ${`${duration(Math.min(...times))} to ${duration(Math.max(...times))}`}`,
		curve: sparkline(times)
	};
}
function recoveries(trend) {
	return trend.flatMap(({ verdict, recoveryMs }) => verdict === "pass" && recoveryMs !== null ? [recoveryMs] : []);
}

// src/report/markdown.ts
const CELL_LIMIT = 300;
function renderMarkdown(report, options = {}) {
	const { part = "all" } = options;
	const own = ownSections(report);
	const top = [
		headSection(report),
		evidenceSection(report),
		findingsSection(report),
		...own.top
	];
	const details = [...own.details, releasesSection(report)];
	const sections = [...part === "details" ? [] : top, ...part === "top" ? [] : details];
	return fitSections(sections, options.limit ?? 1048576, cutNote);
}
function ownSections(report) {
	switch (report.mode) {
		case "preflight":
		case "resume":
		case "rollback": return {
			top: [judgesSection(report)],
			details: [
				planSection(report),
				checksSection(report),
				clientsSection(report)
			]
		};
		case "verify-backup": return {
			top: [backupsSection(report), trendSection(report)],
			details: []
		};
	}
}
function cutNote(shortened, omitted) {
	return `> ✂️ Cut to GitHub's size limit; ${[shortened.length === 0 ? "" : `shortened: ${shortened.join(", ")}`, omitted.length === 0 ? "" : `left out: ${omitted.join(", ")}`].filter((part) => part !== "").join("; ")}. The whole report is in \`report.json\`.`;
}
function headSection(report) {
	const head = headlineOf(report);
	const { icon } = verdictWords(report.verdict);
	const title = `## ${icon} ${markdownText(head.title)}`;
	const facts = head.facts.map(({ label, text }) => `- **${label}:** ${markdownProse(text)}`).join("\n");
	const why = head.facts[0] === void 0 ? "" : `- **Why:** ${markdownProse(cut(head.facts[0].text, 120))}`;
	const next = head.nextSteps.length === 0 ? "" : `**Next**\n\n${head.nextSteps.map((step, index) => `${index + 1}. ${markdownProse(step)}`).join("\n")}`;
	const { planDigest } = report.mode === "verify-backup" ? {} : report;
	const origin = `<sub>${planDigest === void 0 ? "" : `plan ${markdownCode(cut(planDigest, 80))} · `}${markdownText(circumstancesOf(report))}</sub>`;
	return {
		name: "the first lines",
		importance: 0,
		required: true,
		rungs: [
			() => joined([
				title,
				facts,
				next,
				origin
			]),
			() => joined([title, why]),
			() => `## ${icon} ${answerOf(report)}: ${report.mode === "verify-backup" ? "backups" : "etcd upgrade"}`
		]
	};
}
function evidenceSection(report) {
	const { evidence: lines = [] } = report.mode === "verify-backup" ? {} : report;
	const block = (limit) => () => joined([lines.length > limit ? `### Evidence (the last ${limit} of ${lines.length} lines)` : "### Evidence", markdownBlock(lines.slice(-limit).map((line) => cut(line, 2e3)))]);
	return {
		name: "evidence",
		importance: 1,
		rungs: lines.length === 0 ? [] : [
			block(200),
			block(20),
			block(5)
		]
	};
}
function findingsSection(report) {
	const rank = {
		error: 0,
		warning: 1,
		note: 2
	};
	const icons = {
		error: "❌",
		warning: "⚠️",
		note: "ℹ️"
	};
	const findings = [...report.findings ?? []].sort((a, b) => rank[a.severity] - rank[b.severity]);
	const list = (limit, short) => () => {
		const lines = findings.slice(0, limit).map((finding) => {
			const where = finding.where === void 0 ? "" : ` (${markdownCode(placeOf(finding.where))})`;
			const line = `- ${icons[finding.severity]} ${markdownCode(cut(finding.id, CELL_LIMIT))} ${markdownProse(cut(finding.message, 1e3))}${where}`;
			if (short) return line;
			const { fix } = explained(finding);
			return [line, ...[
				finding.evidence === void 0 ? "" : `  - Seen: ${markdownProse(cut(finding.evidence, 1e3))}`,
				fix === void 0 ? "" : `  - Fix: ${markdownProse(cut(fix, 1e3))}`,
				finding.learnMore === void 0 ? "" : `  - More: ${markdownLink(cut(finding.learnMore, 500))}`
			]].filter((text) => text !== "").join("\n");
		});
		const rest = findings.length - limit;
		return joined([
			`### Findings (${findings.length})`,
			lines.join("\n"),
			rest > 0 ? `… and ${counted(rest, "finding")} more.` : ""
		]);
	};
	const rungs = [
		list(Number.POSITIVE_INFINITY, false),
		list(50, false),
		list(50, true),
		list(10, true)
	];
	return {
		name: "findings",
		importance: 2,
		rungs: findings.length === 0 ? [] : rungs
	};
}
function backupsSection({ backups = [] }) {
	const rank = {
		fail: 0,
		error: 1,
		inconclusive: 2,
		pass: 3
	};
	const sorted = [...backups].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
	const render = (backupLimit, lineLimit) => () => joined([
		"### Backups",
		...sorted.slice(0, backupLimit).map(({ file, verdict, sha256, links, reason }) => joined([`${verdictWords(verdict).icon} ${markdownCode(cut(file, CELL_LIMIT))}${sha256 === null ? "" : ` · sha256 ${markdownCode(cut(sha256, 80))}`}`, links.length === 0 ? markdownProse(cut(reason, 600)) : table([[
			"",
			"link",
			"took",
			"seen"
		], ...links.map((link) => [
			verdictWords(link.verdict).icon,
			link.name,
			duration(link.durationMs),
			link.evidence.slice(0, lineLimit).map(cell).join("<br>")
		])])])),
		sorted.length > backupLimit ? `… and ${counted(sorted.length - backupLimit, "backup")} more.` : ""
	]);
	const rungs = [
		render(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
		render(50, 3),
		render(10, 1)
	];
	return {
		name: "backups",
		importance: 3,
		rungs: backups.length === 0 ? [] : rungs
	};
}
function trendSection({ trend = [] }) {
	const said = trendLine(trend);
	return {
		name: "proofs of the past",
		importance: 6,
		rungs: said === void 0 ? [] : [() => joined([`### Over time\n\n${said.text}. ${said.curve}`.trimEnd()])]
	};
}
function judgesSection(report) {
	const rank = {
		fail: 0,
		inconclusive: 1,
		pass: 2
	};
	const judges = [...report.judges ?? []].sort((a, b) => rank[a.verdict] - rank[b.verdict]);
	const render = (violationLimit, rowLimit) => () => {
		const shown = judges.slice(0, rowLimit);
		const rows = shown.map((judge) => [
			verdictWords(judge.verdict).icon,
			cell(judge.judge),
			cell(judge.summary),
			count(judge.judged)
		]);
		const violations = shown.filter((judge) => judge.violations.length > 0 && violationLimit > 0).map((judge) => {
			const first = judge.violations.slice(0, violationLimit).map((violation) => `  - ${markdownProse(cut(violation.message, 600))}`);
			return [`- ${markdownCode(cut(judge.judge, 60))}: ${counted(judge.violationCount, "violation")}`, ...first].join("\n");
		});
		return joined([
			"### Judges",
			table([[
				"",
				"judge",
				"says",
				"judged"
			], ...rows]),
			violations.join("\n"),
			judges.length > rowLimit ? `… and ${counted(judges.length - rowLimit, "judge")} more.` : ""
		]);
	};
	const rungs = [
		render(10, 100),
		render(2, 100),
		render(0, 100),
		render(0, 10)
	];
	return {
		name: "judges",
		importance: 3,
		rungs: judges.length === 0 ? [] : rungs
	};
}
function planSection(report) {
	const steps = report.steps ?? [];
	const ran = steps.filter((step) => step.status !== "not-run").length;
	const failed = steps.filter((step) => step.status === "failed").length;
	const summary = `Plan: ${ran} of ${counted(steps.length, "step")} ran${failed === 0 ? "" : `, ${failed} failed`}`;
	const fold = (lines) => folded(summary, markdownBlock(lines), failed > 0);
	const upgrade = steps.filter((step) => step.part === "upgrade" || step.status === "failed");
	const shallow = steps.filter((step) => step.depth === 0 || step.status === "failed");
	return {
		name: "plan",
		importance: 4,
		rungs: steps.length === 0 ? [] : [
			() => fold(treeLines(steps.map((step) => shortened(step, 1e3)))),
			() => fold(treeLines(upgrade.map((step) => shortened(step, 120)))),
			() => fold(treeLines(shallow.slice(0, 100).map((step) => shortened(step, 80))))
		]
	};
}
function shortened(step, limit) {
	const detail = step.detail === void 0 ? {} : { detail: cut(step.detail, limit) };
	return {
		...step,
		id: cut(step.id, 40),
		title: cut(step.title, limit),
		...detail
	};
}
function checksSection(report) {
	const checks = tableOf(report.checks ?? []);
	const matrix = (limit) => table([["check", ...checks.states.map((state) => cell(state))], ...checks.rows.slice(0, limit).map((row) => [cell(row.check), ...row.cells.map(({ run, differing }) => run === 0 ? "–" : differing.length === 0 ? "✔" : `✘ ${cell(differing.join(", "))}`)])]);
	const rows = (limit) => table([[
		"check",
		"state",
		"member",
		"expected",
		"seen"
	], ...checks.deviations.slice(0, limit).map((deviation) => [
		cell(deviation.check),
		cell(deviation.state),
		cell(`${deviation.member} (${deviation.release})`),
		cell(deviation.expected),
		cell(deviation.error === void 0 ? deviation.seen : `${deviation.seen}: ${deviation.error}`)
	])]);
	const title = "### Compatibility checks";
	const summary = markdownText(`${checks.summary}.`);
	const more = (limit) => checks.deviations.length > limit ? `… and ${checks.deviations.length - limit} more results that differ.` : "";
	const none = checks.deviations.length === 0;
	const render = (limit, withMatrix) => () => joined([
		title,
		summary,
		none || !withMatrix ? "" : matrix(limit),
		none ? "" : rows(limit),
		more(limit)
	]);
	const rungs = [
		render(Number.POSITIVE_INFINITY, true),
		render(50, true),
		render(10, false),
		() => joined([title, summary])
	];
	return {
		name: "compatibility checks",
		importance: 5,
		rungs: (report.checks ?? []).length === 0 ? [] : rungs
	};
}
function clientsSection(report) {
	const steps = (report.steps ?? []).flatMap((step) => step.clients === void 0 ? [] : [{
		step,
		seen: step.clients
	}]);
	const header = [
		"step",
		"operations",
		"failed",
		"unknown",
		"write gap",
		"read gap",
		"p50",
		"p95",
		"p99",
		"p99.9"
	];
	const rows = (limit) => steps.slice(0, limit).map(({ step, seen }) => [
		cell(`${cut(step.id, 40)} ${cut(step.title, 60)}`),
		count(seen.operations),
		count(seen.failed),
		count(seen.unknown),
		measured(seen.longestWriteGapMs),
		measured(seen.longestReadGapMs),
		measured(seen.p50Ms),
		measured(seen.p95Ms),
		measured(seen.p99Ms),
		measured(seen.p999Ms)
	]);
	const render = (limit) => () => folded("What clients felt, step by step", table([header, ...rows(limit)]), false);
	return {
		name: "client figures per step",
		importance: 7,
		rungs: steps.length === 0 ? [] : [render(Number.POSITIVE_INFINITY), render(50)]
	};
}
function releasesSection(report) {
	const releases = report.releases ?? [];
	const rows = releases.flatMap((release) => Object.entries(release.sha256).map(([tool, sha256]) => [
		cell(release.assumed === true ? `${release.version} (assumed)` : release.version),
		cell(tool),
		cell(release.platform),
		cell(release.source),
		markdownCode(cut(sha256, 80))
	]));
	const brief = releases.map((release) => markdownCode(cut(release.version, 40))).slice(0, 50);
	const header = [
		"release",
		"binary",
		"platform",
		"from",
		"sha256"
	];
	return {
		name: "versions and digests",
		importance: 6,
		rungs: releases.length === 0 ? [] : [() => folded("Versions and digests", table([header, ...rows]), false), () => `Releases: ${brief.join(", ")}`]
	};
}
function placeOf(where) {
	return [
		cut(where.file, CELL_LIMIT),
		where.line,
		where.line === void 0 ? void 0 : where.column
	].filter((part) => part !== void 0).join(":");
}
function cell(text) {
	return markdownText(cut(text, CELL_LIMIT));
}
function table(rows) {
	const aligned = Math.max(...rows.flat().map((text) => text.length)) <= 80;
	return markdownTable(rows, { alignDelimiters: aligned });
}
function folded(summary, body, open) {
	return `<details${open ? " open" : ""}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
function joined(parts) {
	return parts.filter((part) => part !== "").join("\n\n");
}
function renderProgress(progress, limit) {
	const hops = progress.hops.map((hop) => `- ✔ ${markdownText(cut(hop.hop, CELL_LIMIT))}: ${hop.done} of ${counted(hop.of, "step")}, ${duration(hop.elapsedMs)}`);
	const sections = [{
		name: "hops",
		importance: 0,
		required: true,
		rungs: [
			() => joined([markdownText(cut(progress.title, 200)), hops.join("\n")]),
			() => joined(["Rehearsing.", hops.slice(-1).join("\n")]),
			() => "Rehearsing."
		]
	}, {
		name: "plan",
		importance: 1,
		rungs: progress.tree === "" ? [] : [() => folded("Plan", markdownBlock(progress.tree.split("\n")), false)]
	}];
	return fitSections(sections, limit, cutNote);
}

// src/report/html.ts
const policy = "default-src 'none'; style-src 'unsafe-inline'";
function renderHtml(report) {
	const markdown = renderMarkdown(report, { limit: Number.POSITIVE_INFINITY });
	const body = micromark(markdown, {
		allowDangerousHtml: true,
		extensions: [gfm()],
		htmlExtensions: [gfmHtml()]
	});
	const title = plainLine(headlineOf(report).title).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
	return [
		"<!doctype html>",
		"<html lang=\"en\">",
		"<head>",
		"<meta charset=\"utf-8\">",
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
		`<title>${title}</title>`,
		`<style>${style}</style>`,
		"</head>",
		"<body>",
		"<main>",
		body,
		...report.mode === "verify-backup" ? charts(report.trend) : [],
		"</main>",
		"</body>",
		"</html>",
		""
	].join("\n");
}
function charts(trend = []) {
	if (trend.length === 0) return [];
	const points = (value) => trend.map((proof) => ({
		atMs: Date.parse(proof.provenAt),
		value: value(proof),
		good: proof.verdict === "pass",
		label: `${proof.provenAt} ${proof.file}: ${verdictWords(proof.verdict).answer}`
	}));
	const charted = (title, values, format) => `<figure><figcaption>${title}</figcaption>\n${lineChart({
		title,
		points: values,
		format
	})}</figure>`;
	return [
		"<h3>Charts</h3>",
		charted("How long a recovery took", points(({ recoveryMs }) => recoveryMs), duration),
		charted("Size of the backup, MB", points(({ bytes }) => bytes && bytes / 1e6), (value) => value < 10 ? value.toFixed(1) : count(Math.round(value))),
		"<p>A dot is a backup that was proven, a cross one that was not.</p>"
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

// src/report/junit.ts
const MESSAGE_LIMIT = 2e3;
function renderJunit(report) {
	const suites = [verdictSuite(report), ...ownSuites(report)];
	const document = {
		"?xml": {
			"@version": "1.0",
			"@encoding": "UTF-8"
		},
		testsuites: {
			"@name": "etcd-migrate",
			...countsOf(suites.flatMap(({ cases }) => cases)),
			testsuite: suites.map(({ name, cases }) => ({
				"@name": name,
				...countsOf(cases),
				testcase: cases.map(element)
			}))
		}
	};
	return builder.build(document).trimEnd();
}
function ownSuites(report) {
	switch (report.mode) {
		case "preflight":
		case "resume":
		case "rollback": return [
			...judgesSuite(report),
			...stepsSuite(report),
			...checksSuite(report)
		];
		case "verify-backup": return backupSuites(report);
	}
}
const builder = new Builder({
	attributeNamePrefix: "@",
	format: true,
	ignoreAttributes: false,
	suppressBooleanAttributes: false,
	suppressEmptyNode: true
});
function countsOf(cases) {
	const of = (kind) => cases.filter(({ ending }) => (typeof ending === "object" ? ending.kind : ending) === kind).length;
	return {
		"@tests": cases.length,
		"@failures": of("failure"),
		"@errors": of("error"),
		"@skipped": of("skipped")
	};
}
function element({ className, name, durationMs, ending, standardOutput, standardError }) {
	return {
		"@classname": className,
		"@name": name,
		"@time": durationMs === void 0 ? void 0 : durationMs / 1e3,
		skipped: ending === "skipped" ? "" : void 0,
		...typeof ending === "object" && { [ending.kind]: {
			"@message": ending.message,
			"@type": ending.type
		} },
		"system-out": standardOutput,
		"system-err": standardError
	};
}
function endingOf(verdict, why, failureReason) {
	if (verdict === "pass") return void 0;
	return {
		kind: verdict === "fail" ? "failure" : "error",
		message: message(why),
		type: name(failureReason ?? verdict)
	};
}
function verdictSuite(report) {
	const { evidence = [] } = report.mode === "verify-backup" ? {} : report;
	const { verdict, reason, failureReason, durationMs } = report;
	const place = report.mode === "verify-backup" || report.side === void 0 ? "" : pointOfNoReturn(report);
	return {
		name: "verdict",
		cases: [{
			className: "etcd-migrate",
			name: name(headlineOf(report).title.replace(/^[^:]*: /, "")),
			durationMs,
			ending: endingOf(verdict, reason, failureReason),
			standardOutput: place === "" ? void 0 : xmlText(`Point of no return: ${message(place)}`),
			...evidence.length > 0 && { standardError: xmlText(evidence.slice(-200).join("\n")) }
		}]
	};
}
function backupSuites({ backups = [] }) {
	const className = "etcd-migrate.backups";
	return backups.map(({ file, verdict, reason, failureReason, links }) => ({
		name: name(`backup ${file}`),
		cases: [{
			className,
			name: "verdict",
			ending: endingOf(verdict, reason, failureReason)
		}, ...ReportLink.shape.name.options.map((linkName) => {
			const link = links.find((each) => each.name === linkName);
			if (link === void 0) return {
				className,
				name: linkName,
				ending: "skipped"
			};
			const seen = link.evidence[0] ?? link.name;
			return {
				className,
				name: linkName,
				durationMs: link.durationMs,
				ending: endingOf(link.verdict, seen, link.failureReason)
			};
		})]
	}));
}
function judgesSuite({ judges }) {
	if (judges === void 0) return [];
	return [{
		name: "judges",
		cases: judges.map(({ judge, verdict, summary, failureReason, violations }) => {
			return {
				className: "etcd-migrate.judges",
				name: name(judge),
				ending: endingOf(verdict, summary, failureReason),
				...violations.length > 0 && { standardError: xmlText(violations.map((violation) => message(violation.message)).join("\n")) }
			};
		})
	}];
}
function stepsSuite({ steps }) {
	if (steps === void 0) return [];
	return [{
		name: "steps",
		cases: steps.map(({ id, title, durationMs, status, detail = "the step failed" }) => {
			const endings = {
				ok: void 0,
				"not-run": "skipped",
				failed: endingOf("fail", detail, "step-failed")
			};
			return {
				className: "etcd-migrate.steps",
				name: name(`${id} ${title}`),
				durationMs,
				ending: endings[status]
			};
		})
	}];
}
function checksSuite({ checks }) {
	if (checks === void 0) return [];
	const results = /* @__PURE__ */ new Map();
	for (const check of checks) {
		const key = JSON.stringify([check.check, check.state]);
		results.set(key, [...results.get(key) ?? [], check]);
	}
	return [{
		name: "checks",
		cases: [...results.values()].flatMap((same) => {
			const [first] = same;
			if (first === void 0) return [];
			const wrong = same.filter(({ ok }) => !ok).map(({ member, release, expected, seen, error }) => `${member} (${release}): expected ${expected}, seen ${seen}${error === void 0 ? "" : `: ${error}`}`);
			return [{
				className: `etcd-migrate.checks.${name(first.check)}`,
				name: name(first.state),
				durationMs: same.reduce((sum, { durationMs }) => sum + durationMs, 0),
				ending: wrong.length === 0 ? void 0 : endingOf("fail", wrong.join("; "), "check-failed")
			}];
		})
	}];
}
function name(text) {
	return cut(plainLine(text), 200);
}
function message(text) {
	return cut(plainLine(text), MESSAGE_LIMIT);
}

// src/report/text.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const LABEL_WIDTH = 20;
const REPEAT_TITLE_FROM_LINES = 40;
function renderText(report, options) {
	const c = import_picocolors.default.createColors(options.color);
	const paints = {
		pass: c.green,
		fail: c.red,
		inconclusive: c.yellow,
		error: c.red
	};
	const paint = paints[report.verdict];
	const head = headlineOf(report);
	const title = c.bold(paint(`${verdictWords(report.verdict).mark} ${plainLine(head.title)}`));
	const heading = (text) => c.bold(text);
	const lines = [
		[
			title,
			"",
			...head.facts.flatMap(({ label, text }) => labelled(label, plainLine(text), c.dim)),
			...head.nextSteps.flatMap((step, index) => labelled(index === 0 ? "Next" : "", `${index + 1}. ${plainLine(step)}`, c.dim))
		],
		evidenceLines(report).map((line, index) => index === 0 ? heading(line) : `  ${c.dim("│")} ${line}`),
		findingLines(report, {
			error: c.red,
			warning: c.yellow,
			note: c.dim
		}, heading),
		...ownLines(report, paints, heading),
		releaseLines(report, heading),
		[c.dim(plainLine(originOf(report)))]
	].filter((lines) => lines.length > 0).flatMap((part, index) => index === 0 ? part : ["", ...part]);
	if (lines.length >= REPEAT_TITLE_FROM_LINES) lines.push("", title);
	return `${lines.map(inertLine).join("\n")}\n`;
}
function ownLines(report, paints, heading) {
	switch (report.mode) {
		case "preflight":
		case "resume":
		case "rollback": return [
			judgeLines(report, paints, heading),
			planLines(report, heading),
			checkLines(report, heading),
			clientLines(report, heading)
		];
		case "verify-backup": return [backupLines(report, paints, heading), trendLines(report, heading)];
	}
}
function originOf(report) {
	const { planDigest } = report.mode === "verify-backup" ? {} : report;
	return `${planDigest === void 0 ? "" : `plan ${planDigest} · `}${circumstancesOf(report)}`;
}
function labelled(label, text, dim) {
	return wrap(text, 78).map((line, index) => `  ${dim((index === 0 ? label : "").padEnd(LABEL_WIDTH))}${line}`);
}
function wrap(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && line.length + 1 + word.length > width) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return [...lines, line];
}
function evidenceLines(report) {
	const { evidence = [] } = report.mode === "verify-backup" ? {} : report;
	const lines = evidence.flatMap(plainLines);
	return lines.length === 0 ? [] : ["Evidence", ...lines];
}
function findingLines(report, paint, heading) {
	const findings = report.findings ?? [];
	if (findings.length === 0) return [];
	const rank = {
		error: 0,
		warning: 1,
		note: 2
	};
	const lines = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]).flatMap((finding) => {
		const { where } = finding;
		const place = where === void 0 ? "" : `  ${[
			where.file,
			where.line,
			where.column
		].filter((p) => p !== void 0).join(":")}`;
		const indented = (label, text) => text === void 0 ? [] : wrap(`${label}${plainLine(text)}`, 94).map((line) => `      ${line}`);
		return [
			`  ${paint[finding.severity](finding.severity.padEnd(7))} ${plainLine(finding.id)}${plainLine(place)}`,
			...indented("", finding.message),
			...indented("seen: ", finding.evidence),
			...indented("fix: ", explained(finding).fix),
			...indented("more: ", finding.learnMore)
		];
	});
	return [heading(`Findings (${findings.length})`), ...lines];
}
function backupLines({ backups = [] }, paint, heading) {
	return backups.flatMap(({ file, verdict, sha256, links, reason }, index) => [
		...index === 0 ? [] : [""],
		`${paint[verdict](verdictWords(verdict).mark)} ${heading(plainLine(file))}`,
		...sha256 === null ? [] : [`    sha256 ${plainLine(sha256)}`],
		...links.length === 0 ? wrap(plainLine(reason), 96).map((line) => `    ${line}`) : [],
		...links.flatMap((link) => {
			const head = `  ${paint[link.verdict](verdictWords(link.verdict).mark)} ${link.name.padEnd(8)}${duration(link.durationMs).padStart(10)}  `;
			return link.evidence.flatMap((line) => wrap(plainLine(line), 77)).map((line, number) => `${number === 0 ? head : " ".repeat(23)}${line}`);
		})
	]);
}
function trendLines({ trend = [] }, heading) {
	const said = trendLine(trend);
	return said === void 0 ? [] : [heading("Over time"), `  ${said.text}  ${said.curve}`.trimEnd()];
}
function judgeLines(report, paint, heading) {
	const judges = report.judges ?? [];
	if (judges.length === 0) return [];
	const width = Math.max(...judges.map((judge) => plainLine(judge.judge).length));
	return [heading("Judges"), ...judges.flatMap((judge) => [
		`  ${paint[judge.verdict](verdictWords(judge.verdict).mark)} ${plainLine(judge.judge).padEnd(width)}  ${plainLine(judge.summary)}`,
		...judge.violations.slice(0, 3).map((violation) => `      ${plainLine(violation.message)}`),
		...judge.violationCount > 3 ? [`      … ${counted(judge.violationCount, "violation")} in all`] : []
	])];
}
function planLines(report, heading) {
	const steps = report.steps ?? [];
	return steps.length === 0 ? [] : [heading("Plan"), ...treeLines(steps).map((line) => `  ${line}`)];
}
function checkLines(report, heading) {
	if ((report.checks ?? []).length === 0) return [];
	const checks = tableOf(report.checks ?? []);
	return [
		heading("Compatibility checks"),
		`  ${checks.summary}`,
		...checks.deviations.flatMap((check) => [
			`  ✘ ${plainLine(check.check)}  ${plainLine(check.state)}  ${plainLine(check.member)} (${plainLine(check.release)})`,
			`      expected ${plainLine(check.expected)}`,
			`      seen     ${plainLine(check.error === void 0 ? check.seen : `${check.seen}: ${check.error}`)}`
		])
	];
}
function clientLines(report, heading) {
	const steps = (report.steps ?? []).flatMap((step) => step.clients === void 0 ? [] : [{
		step,
		seen: step.clients
	}]);
	if (steps.length === 0) return [];
	const rows = [[
		"step",
		"operations",
		"failed",
		"unknown",
		"write gap",
		"read gap",
		"p50",
		"p99",
		"p99.9"
	], ...steps.map(({ step, seen }) => [
		plainLine(step.id),
		count(seen.operations),
		count(seen.failed),
		count(seen.unknown),
		measured(seen.longestWriteGapMs),
		measured(seen.longestReadGapMs),
		measured(seen.p50Ms),
		measured(seen.p99Ms),
		measured(seen.p999Ms)
	])];
	return [heading("What clients felt"), ...columns(rows)];
}
function releaseLines(report, heading) {
	const rows = (report.releases ?? []).flatMap((release) => Object.entries(release.sha256).map(([tool, sha256]) => [
		plainLine(release.assumed === true ? `${release.version} (assumed)` : release.version),
		plainLine(tool),
		plainLine(release.source),
		plainLine(sha256)
	]));
	return rows.length === 0 ? [] : [heading("Versions and digests"), ...columns(rows)];
}
function columns(rows) {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
	return rows.map((row) => `  ${row.map((text, column) => /^[\d–]/.test(text) && column > 0 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}

// src/app/rehearse/report-files.ts
const whole = { limit: Number.POSITIVE_INFINITY };
async function writeReports(report, directory) {
	await writeFileAtomic(directory.reportJson, renderJson(report));
	await writeFileAtomic(directory.reportMarkdown, renderMarkdown(report, whole));
	await writeFileAtomic(directory.reportHtml, renderHtml(report));
	await writeFileAtomic(directory.junit, renderJunit(report));
}
function sayReport(report, { format, color }, { writeOut }) {
	if (format === "json") writeOut(renderJson(report));
	else if (format === "markdown") writeOut(renderMarkdown(report, whole));
	else writeOut(renderText(report, { color }));
}

export { ANNOTATION_MESSAGE_LIMIT as a, titleOf as c, renderProgress as i, writeReports as n, CHECK_RUN_TEXT_LIMIT_BYTES as o, renderMarkdown as r, SUMMARY_LIMIT_BYTES as s, sayReport as t };