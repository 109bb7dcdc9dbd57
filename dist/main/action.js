import { n as exitCodeOf, t as EtcdMigrateError } from "./errors.js";
import { a as notice, c as setSecret, i as getState, l as warning, n as getInput, o as saveState, r as getMultilineInput, s as setOutput, t as error, u as summary } from "./npm/actions-core.js";
import { a as keepNurserySmall, f as version, i as createRedactor, n as composition, o as backupOutput, s as defaultManifest, t as requireOwnPlaces, u as settle } from "./own-places.js";
import { u as explained } from "./lookups.js";
import { t as present } from "./present.js";
import { c as plainLine, l as plainLines, n as inertLine, t as cut } from "./escape.js";
import { a as ANNOTATION_MESSAGE_LIMIT, c as titleOf, i as renderProgress, o as CHECK_RUN_TEXT_LIMIT_BYTES, r as renderMarkdown, s as SUMMARY_LIMIT_BYTES } from "./report-files.js";
import { verifyBackup } from "./verify-backup.js";
import { preflight } from "./preflight.js";
import { cleanup } from "./cleanup.js";
import { n as runDirectory } from "./run-directory.js";
import { t as asKnownError } from "./report-error.js";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";

// src/github/context.ts
async function readEventContext() {
	const { context } = await import("./npm/actions-github.js").then((n) => n.t);
	return {
		eventName: context.eventName ?? "",
		ref: context.ref ?? "",
		sha: context.sha ?? "",
		runId: context.runId,
		serverUrl: context.serverUrl,
		apiUrl: context.apiUrl,
		...repositoryOf(() => context.repo),
		payload: context.payload
	};
}
function repositoryOf(read) {
	try {
		const { owner, repo } = read();
		return { repository: {
			owner,
			repo
		} };
	} catch {
		return {};
	}
}
function headShaOf(context) {
	const { payload } = context;
	return textAt(payload, "pull_request", "head", "sha") ?? textAt(payload, "merge_group", "head_sha") ?? textAt(payload, "workflow_run", "head_sha") ?? context.sha;
}
function comesFromFork(context) {
	const { payload } = context;
	if (at(payload, "pull_request") === void 0) return false;
	const head = textAt(payload, "pull_request", "head", "repo", "full_name");
	const base = textAt(payload, "pull_request", "base", "repo", "full_name") ?? textAt(payload, "repository", "full_name");
	return head === void 0 || base === void 0 || head.toLowerCase() !== base.toLowerCase();
}
function assertTrustedEvent(context) {
	if (context.eventName !== "pull_request_target" || !comesFromFork(context)) return;
	const head = textAt(context.payload, "pull_request", "head", "repo", "full_name") ?? "a deleted repository";
	throw new EtcdMigrateError("untrusted-event", `The event is pull_request_target and the pull request comes from the fork ${head}: its manifest would run with this repository's secrets and token. Nothing was run.`);
}
const REF_EVENTS = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"workflow_dispatch"
]);
function trustOf(context, inputs) {
	if (!REF_EVENTS.has(context.eventName) || context.ref === "") return "untrusted";
	if (context.eventName === "workflow_dispatch" || context.eventName === "schedule") return "trusted";
	const branch = textAt(context.payload, "repository", "default_branch");
	if (branch !== void 0 && context.ref === `refs/heads/${branch}`) return "trusted";
	return inputs.trustedRefs.some((ref) => context.ref === (ref.startsWith("refs/") ? ref : `refs/heads/${ref}`)) ? "trusted" : "untrusted";
}
function at(value, ...path) {
	return path.reduce((node, key) => typeof node === "object" && node !== null ? node[key] : void 0, value);
}
function textAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "string" && found !== "" ? found : void 0;
}

// src/github/inputs.ts
const actionModes = ["preflight", "verify-backup"];
function readActionInputs() {
	const githubToken = text("github-token");
	if (githubToken !== void 0) setSecret(githubToken);
	const given = {
		manifest: text("manifest"),
		output: text("output"),
		cache: text("cache"),
		offline: flag("offline"),
		workingDirectory: text("working-directory"),
		githubToken,
		checkName: text("check-name")
	};
	return {
		mode: modeOf(text("mode")),
		...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== void 0)),
		trustedRefs: getMultilineInput("trusted-refs").filter((ref) => ref !== ""),
		checkRun: flag("check-run") ?? true,
		annotations: flag("annotations") ?? true
	};
}
function text(name) {
	const value = getInput(name);
	return value === "" ? void 0 : value;
}
function flag(name) {
	const value = text(name);
	if (value === void 0) return void 0;
	if (/^(true|True|TRUE)$/.test(value)) return true;
	if (/^(false|False|FALSE)$/.test(value)) return false;
	throw new EtcdMigrateError("usage", `The input ${name} must be true or false, not ${JSON.stringify(value)}.`, { hint: `Correct the input ${name} of the step in the workflow.` });
}
function modeOf(value) {
	const mode = actionModes.find((known) => known === value);
	if (mode !== void 0) return mode;
	const what = value === void 0 ? "The input mode is missing" : `The input mode is ${JSON.stringify(value)}`;
	throw new EtcdMigrateError("usage", `${what}; it must be one of: ${actionModes.join(", ")}.`, { hint: `Set \`mode: ${actionModes[0]}\` in the step of the workflow, or another of them.` });
}
function maskSecrets(values) {
	for (const value of values) for (const line of [value, ...value.split(/\r\n|\r|\n/)]) if (line.trim() !== "") setSecret(line);
}

// src/github/annotations.ts
const places = {
	error: 10,
	warning: 10,
	note: 10 - 1
};
const TITLE_LIMIT$1 = 255;
function annotationsOf(report, prefix = "") {
	const all = [...verdictAnnotation(report), ...(report.findings ?? []).map((finding) => findingAnnotation(finding, prefix))];
	return [
		"error",
		"warning",
		"note"
	].flatMap((level) => {
		const mine = all.filter((annotation) => annotation.level === level);
		if (mine.length <= places[level]) return mine;
		const shown = mine.slice(0, places[level] - 1);
		const rest = mine.length - shown.length;
		return [...shown, {
			level,
			title: `${rest} more`,
			message: `${rest} more findings are in the job summary.`
		}];
	});
}
function verdictAnnotation(report) {
	if (report.verdict === "pass") return [];
	const [next] = report.nextSteps;
	const message = next === void 0 ? report.reason : `${report.reason}\n${next}`;
	const code = report.failureReason === null ? "" : ` [${report.failureReason}]`;
	return [{
		level: "error",
		title: `${titleOf(report)}${code}`,
		message
	}];
}
function findingAnnotation(finding, prefix) {
	const { where } = finding;
	const { title, fix } = explained(finding);
	const parts = [
		finding.message,
		finding.evidence && `Seen: ${finding.evidence}`,
		fix && `Fix: ${fix}`
	];
	return {
		level: finding.severity,
		title: title === finding.id ? title : `${title} [${finding.id}]`,
		message: parts.filter((part) => part !== void 0 && part !== "").join("\n"),
		...present({ file: where === void 0 ? void 0 : prefix === "" ? where.file : `${prefix}/${where.file}` }),
		...present({
			line: where?.line,
			column: where?.column
		})
	};
}
const write = {
	error,
	warning,
	note: notice
};
function annotate(annotations) {
	for (const { level, title, message, file, line, column } of annotations) write[level](cut(plainLines(message).join("\n"), ANNOTATION_MESSAGE_LIMIT), {
		title: cut(plainLine(title), TITLE_LIMIT$1),
		...present({
			file: file === void 0 ? void 0 : plainLine(file),
			startLine: line,
			startColumn: column
		})
	});
}

// src/github/summary.ts
async function publishSummary(report) {
	try {
		const markdown = renderMarkdown(report, { limit: SUMMARY_LIMIT_BYTES });
		await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
	} catch (error) {
		sayUnpublished("job summary", error);
	}
}
function sayUnpublished(surface, error) {
	const why = error instanceof Error ? error.message : String(error);
	notice(`The ${surface} was not published: ${cut(plainLine(why), 500)}. The verdict is not affected.`);
}

// src/github/outputs.ts
function setOutputs(report, paths) {
	const { planDigest } = report.mode === "verify-backup" ? {} : report;
	setOutput("verdict", report.verdict);
	setOutput("failure-reason", report.failureReason ?? "");
	setOutput("plan-digest", planDigest ?? "");
	setOutput("report-path", paths.report ?? "");
	setOutput("record-path", paths.record ?? "");
	setOutput("attestations-path", paths.attestations ?? "");
}
async function reportFailure(error, options) {
	const known = error instanceof EtcdMigrateError ? error : new EtcdMigrateError("internal-error", error instanceof Error ? error.stack ?? error.message : String(error));
	const made = {
		schemaVersion: 1,
		tool: {
			name: "etcd-migrate",
			version
		},
		mode: options.mode ?? "preflight",
		verdict: "error",
		failureReason: known.code,
		reason: known.message,
		nextSteps: [known.hint],
		findings: [...findingsOf(known)]
	};
	const report = options.redactor.report(made);
	if (options.publisher === void 0) {
		await publishSummary(report);
		const all = annotationsOf(report, options.workingDirectory ?? "");
		annotate(options.annotations === false ? all.slice(0, 1) : all);
	} else await options.publisher.finished(report);
	setOutputs(report, {});
	return exitCodeOf(known.code);
}
function findingsOf(error) {
	const { findings } = error.details;
	return Array.isArray(findings) ? findings : [];
}

// src/github/check-run.ts
const TITLE_LIMIT = 255;
function conclusionOf(report) {
	if (report.failureReason === "interrupted" || report.failureReason === "terminated") return "cancelled";
	return {
		pass: "success",
		fail: "failure",
		inconclusive: "action_required",
		error: "failure"
	}[report.verdict];
}
function runningState(run, hops) {
	const last = hops.at(-1);
	const title = last === void 0 ? run.title : `${run.title}: ${last.done} of ${last.of} steps`;
	return {
		status: "in_progress",
		...present({ external_id: run.planDigest }),
		output: {
			title: cut(plainLine(title), TITLE_LIMIT),
			summary: renderProgress({
				title: run.title,
				tree: run.tree,
				hops
			}, CHECK_RUN_TEXT_LIMIT_BYTES)
		}
	};
}
function completedState(report) {
	const { planDigest } = report.mode === "verify-backup" ? {} : report;
	const details = renderMarkdown(report, {
		limit: CHECK_RUN_TEXT_LIMIT_BYTES,
		part: "details"
	});
	return {
		status: "completed",
		conclusion: conclusionOf(report),
		...present({ external_id: planDigest }),
		output: {
			title: cut(plainLine(titleOf(report)), TITLE_LIMIT),
			summary: renderMarkdown(report, {
				limit: CHECK_RUN_TEXT_LIMIT_BYTES,
				part: "top"
			}),
			...details.trim() === "" ? {} : { text: details }
		}
	};
}
const abandonedState = {
	status: "completed",
	conclusion: "cancelled",
	output: {
		title: "The run ended before its verdict",
		summary: "The step was cancelled or its process was killed. Nothing was proven; run it again."
	}
};

// src/github/check-run-client.ts
const defaultLimits = {
	requestMs: 1e4,
	backoffMs: [1e3, 3e3]
};
var CheckRunError = class extends Error {
	permanent;
	constructor(message, permanent) {
		super(message);
		this.name = "CheckRunError";
		this.permanent = permanent;
	}
};
async function openCheckRuns(token, context, limits = defaultLimits) {
	const { repository } = context;
	if (repository === void 0) throw new CheckRunError("no repository is known (GITHUB_REPOSITORY)", true);
	const { getOctokit } = await import("./npm/actions-github.js").then((n) => n.t);
	const { checks } = getOctokit(token, {
		baseUrl: context.apiUrl,
		log: {
			debug: () => {},
			info: () => {},
			warn: () => {},
			error: () => {}
		}
	}).rest;
	const details_url = `${context.serverUrl}/${repository.owner}/${repository.repo}/actions/runs/${context.runId}`;
	const send = async (call, backoffMs) => {
		for (let attempt = 0;; attempt += 1) {
			const signal = AbortSignal.timeout(limits.requestMs);
			try {
				return await call(signal);
			} catch (error) {
				const known = signal.aborted ? new CheckRunError(`GitHub did not answer within ${limits.requestMs / 1e3} s`, false) : asCheckRunError(error);
				const pause = backoffMs[attempt];
				if (known.permanent || pause === void 0) throw known;
				await setTimeout(pause);
			}
		}
	};
	return {
		create: (name, state) => send(async (signal) => {
			return (await checks.create({
				...repository,
				...state,
				name,
				head_sha: headShaOf(context),
				details_url,
				request: { signal }
			})).data.id;
		}, []),
		update: (check_run_id, state) => send(async (signal) => {
			await checks.update({
				...repository,
				...state,
				check_run_id,
				request: { signal }
			});
		}, limits.backoffMs)
	};
}
function asCheckRunError(error) {
	const status = error.status;
	if (typeof status === "number" && error.response !== void 0) {
		const permanent = status >= 400 && status < 500 && status !== 408 && status !== 429;
		return new CheckRunError(`GitHub answered ${status}${status === 401 || status === 403 || status === 404 ? "; the token needs `checks: write`, which forks do not get" : ""}`, permanent);
	}
	const cause = error.cause?.message;
	return new CheckRunError(`GitHub could not be reached: ${String(cause ?? error.message ?? error)}`, false);
}

// src/github/state.ts
const states = {
	outputDirectory: "output-directory",
	checkRun: "check-run"
};
function saveOutputDirectory(directory) {
	saveState(states.outputDirectory, directory);
}
function savedOutputDirectory() {
	const directory = getState(states.outputDirectory);
	return directory === "" ? void 0 : directory;
}
async function closeAbandonedCheckRun(inputs, context, limits = defaultLimits) {
	const id = getState(states.checkRun);
	if (id === "" || inputs.githubToken === void 0) return;
	try {
		await (await openCheckRuns(inputs.githubToken, context, limits)).update(Number(id), abandonedState);
	} catch (error) {
		notice(`The check run was left open: ${error instanceof Error ? error.message : String(error)}.`);
	}
}

// src/github/publisher.ts
function createGitHubPublisher(inputs, context, options) {
	const { redactor } = options;
	const checkRun = createCheckRunPublisher(inputs, context, options);
	let announced;
	const hops = [];
	return {
		started: async (run) => {
			announced = redactRun(run, redactor);
			checkRun.progress(runningState(announced, []), announced.cluster);
		},
		hopFinished: async (progress) => {
			hops.push({
				...progress,
				hop: redactor.text(progress.hop)
			});
			if (announced !== void 0) checkRun.progress(runningState(announced, hops), announced.cluster);
		},
		finished: async (report) => {
			const safe = redactor.report(report);
			await publishSummary(safe);
			if (inputs.annotations) annotate(annotationsOf(safe, prefixOf(inputs.workingDirectory)));
			await checkRun.finish(completedState(safe), safe.cluster);
		}
	};
}
function redactRun(run, redactor) {
	return {
		...run,
		title: redactor.text(run.title),
		tree: redactor.text(run.tree),
		...present({ cluster: run.cluster === void 0 ? void 0 : redactor.text(run.cluster) })
	};
}
function prefixOf(workingDirectory) {
	return (workingDirectory ?? "").replace(/^\.\/+/, "").replace(/\/+$/, "").replace(/^\.$/, "");
}
function createCheckRunPublisher(inputs, context, options) {
	const { githubToken } = inputs;
	if (!inputs.checkRun || githubToken === void 0) return {
		progress: () => {},
		finish: async () => {}
	};
	let client;
	let id;
	let refused = false;
	let noticed = false;
	let finishing = false;
	let queue = Promise.resolve();
	const nameFor = (cluster) => inputs.checkName ?? `etcd-migrate / ${inputs.mode}${cluster === void 0 ? "" : ` (${cut(plainLine(cluster), 60)})`}`;
	const put = async (state, cluster) => {
		if (refused) return;
		try {
			client ??= await openCheckRuns(githubToken, context, options.limits ?? defaultLimits);
			if (id === void 0) {
				id = await client.create(nameFor(cluster), state);
				saveState(states.checkRun, String(id));
			} else await client.update(id, state);
			if (state.status === "completed") saveState(states.checkRun, "");
		} catch (error) {
			refused = error instanceof CheckRunError && error.permanent;
			if (!noticed) sayUnpublished("check run", error);
			noticed = true;
		}
	};
	return {
		progress: (state, cluster) => {
			queue = queue.then(async () => {
				if (!finishing) await put(state, cluster);
			});
		},
		finish: async (state, cluster) => {
			finishing = true;
			await queue;
			await put(state, cluster);
		}
	};
}

// src/app/shell/action.ts
async function runAction(outside) {
	const redactor = createMaskingRedactor();
	let inputs;
	let publisher;
	try {
		inputs = readActionInputs();
		if (inputs.githubToken !== void 0) redactor.add(inputs.githubToken);
		const context = await readEventContext();
		publisher = createGitHubPublisher(inputs, context, { redactor });
		assertTrustedEvent(context);
		const surroundings = {
			...outside,
			...composition(outside),
			redactor,
			workingDirectory: resolve(outside.workingDirectory, inputs.workingDirectory ?? ".")
		};
		const trusted = trustOf(context, inputs) === "trusted";
		if (inputs.mode === "verify-backup") {
			keepNurserySmall();
			const named = {
				manifest: defaultManifest,
				output: backupOutput,
				...inputs,
				trusted
			};
			const settings = settle(named, surroundings);
			await requireOwnPlaces(settings);
			saveOutputDirectory(settings.outputDir);
			const { reportJson: report, attestations } = runDirectory(settings.outputDir);
			return await verifyBackup(settings, surroundings, { files: [] }, [publisher, outputsOf({
				report,
				attestations
			})]);
		}
		const settings = settle({
			...inputs,
			trusted
		}, surroundings);
		await requireOwnPlaces(settings);
		saveOutputDirectory(settings.outputDir);
		const { reportJson: report, record } = runDirectory(settings.outputDir);
		return await preflight(settings, surroundings, [publisher, outputsOf({
			report,
			record
		})]);
	} catch (error) {
		const known = asKnownError(error);
		sayInert(outside, redactor, `${known.code}: ${known.message}\nNext: ${known.hint}`);
		return await reportFailure(error, {
			redactor,
			...present({
				mode: inputs === void 0 ? void 0 : inputs.mode,
				publisher,
				annotations: inputs === void 0 ? void 0 : inputs.annotations,
				workingDirectory: inputs?.workingDirectory
			})
		});
	}
}
async function runPost(outside) {
	const redactor = createMaskingRedactor();
	const outputDir = savedOutputDirectory();
	if (outputDir === void 0) return 0;
	const surroundings = {
		...outside,
		...composition(outside),
		redactor
	};
	try {
		await closeAbandonedCheckRun(readActionInputs(), await readEventContext());
		await cleanup(settle({ output: outputDir }, surroundings), surroundings);
		return 0;
	} catch (error) {
		const known = asKnownError(error);
		sayInert(outside, redactor, `${known.code}: ${known.message}\nNext: ${known.hint}`);
		return exitCodeOf(known.code);
	}
}
function sayInert(outside, redactor, text) {
	for (const line of redactor.text(text).split("\n")) outside.errorStream.write(`${inertLine(line)}\n`);
}
function createMaskingRedactor() {
	const redactor = createRedactor();
	return {
		...redactor,
		add: (secret) => {
			redactor.add(secret);
			maskSecrets([secret]);
		}
	};
}
function outputsOf(paths) {
	return {
		started: async () => {},
		hopFinished: async () => {},
		finished: async (report) => setOutputs(report, paths)
	};
}

export { runAction, runPost };