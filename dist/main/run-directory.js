import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_picocolors } from "./npm/picocolors.js";
import { t as createLogUpdate } from "./npm/log-update.js";
import { join } from "node:path";

// src/app/shell/progress.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const HEARTBEAT_MS = 1500;
const LIVE_REFRESH_MS = 200;
const FRAMES = [
	"⠋",
	"⠙",
	"⠹",
	"⠸",
	"⠼",
	"⠴",
	"⠦",
	"⠧",
	"⠇",
	"⠏"
];
function startProgress(surroundings, clock, color) {
	const stream = surroundings.errorStream;
	const colors = import_picocolors.default.createColors(color);
	const begun = clock.monotonicUs();
	const elapsed = () => `${((clock.monotonicUs() - begun) / 1e6).toFixed(0).padStart(4)} s`;
	const live = stream.isTTY === true && !surroundings.insideActions ? createLogUpdate(stream, { showCursor: true }) : void 0;
	let current = "";
	let frame = 0;
	let lastWrittenUs = begun;
	let inGroup = false;
	const write = (text) => {
		live?.clear();
		stream.write(`${text}\n`);
		lastWrittenUs = clock.monotonicUs();
	};
	const refresh = () => {
		if (current === "") return;
		if (live) {
			frame = (frame + 1) % FRAMES.length;
			const width = (stream.columns ?? 80) - 1;
			live(`${FRAMES[frame]} ${elapsed()}  ${current}`.slice(0, width));
		} else if (clock.monotonicUs() - lastWrittenUs >= HEARTBEAT_MS * 1e3) write(`${elapsed()}  … ${current}`);
	};
	const timer = setInterval(refresh, live ? LIVE_REFRESH_MS : HEARTBEAT_MS / 3);
	timer.unref();
	const endGroup = () => {
		if (inGroup && surroundings.insideActions) write("::endgroup::");
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
		}
	};
}

// src/app/shell/tools.ts
function openTools(settings, surroundings, clock) {
	const progress = startProgress(surroundings, clock, settings.errorColor);
	const colors = import_picocolors.default.createColors(settings.errorColor);
	const line = (paint) => (message, fields = {}) => {
		const details = Object.entries(fields).map(([key, value]) => ` ${key}=${String(value)}`);
		progress.line(`${paint(message)}${colors.dim(details.join(""))}`);
	};
	return {
		clock,
		log: {
			debug: settings.verbose ? line(colors.dim) : () => {},
			info: line(String),
			warn: line(colors.yellow),
			error: line(colors.red)
		},
		progress,
		[Symbol.dispose]: () => progress[Symbol.dispose]()
	};
}

// src/app/run/run-directory.ts
const proofHistoryName = "proofs.json";
function runDirectory(path) {
	return {
		path,
		marker: join(path, ".etcd-migrate-output"),
		reportJson: join(path, "report.json"),
		reportMarkdown: join(path, "report.md"),
		reportHtml: join(path, "report.html"),
		junit: join(path, "junit.xml"),
		record: join(path, "rehearsal.json"),
		history: join(path, "history.jsonl"),
		journal: join(path, "journal.jsonl"),
		checks: join(path, "checks.jsonl"),
		attestations: join(path, "attestations"),
		logs: join(path, "logs"),
		runs: join(path, "runs"),
		lock: join(path, "run.lock"),
		lastWord: join(path, "run.end")
	};
}

export { runDirectory as n, openTools as r, proofHistoryName as t };