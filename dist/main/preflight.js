import { l as renderTree } from "./needs.js";
import { n as systemClock } from "./clock.js";
import { t as makePlan } from "./plan-making.js";
import { n as runDirectory, r as openTools } from "./run-directory.js";
import { l as reserveLastWord, n as ownOutputDirectory, nt as createJournalFile, r as refuseForeignDirectory, rt as lockDirectory } from "./output-directory.js";
import { c as runStarted, h as openSource, p as driverNamed } from "./undoing.js";
import { t as EtcdMigrateError } from "./errors.js";
import { t as identifySelf } from "./self.js";
import { t as holdersOf } from "./channels.js";
import { t as present } from "./present.js";
import { c as run } from "./plan-schema.js";
import { r as reportRelease, t as obtainReleases } from "./release-supply.js";
import { n as finishRun, r as requireCapable, t as rehearse } from "./rehearsal.js";
import { n as removeDeadRuns, r as removeEarlierEvidence } from "./dead-runs.js";
import { t as newRunId } from "./run-id.js";
import { r as tool } from "./envelope.js";
import { t as _usingCtx } from "./usingCtx.js";
import { join } from "node:path";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";

// src/releases/ignored-settings.ts
const TRIAL_LIMIT_MS = 1e4;
async function ignoredSettings(binary, { environment, configFile }, signal) {
	const directory = await mkdtemp(join(tmpdir(), "etcd-migrate-settings-"));
	const ask = (args, variables) => answerOf(binary, directory, args, variables, signal);
	try {
		const ignored = [];
		for (const variable of Object.keys(environment)) if (await ignoresVariable(ask, variable, environment[variable])) ignored.push(variable);
		ignored.push(...await ignoredKeys(ask, join(directory, "etcd.json"), configFile ?? {}, []));
		return ignored;
	} finally {
		await rm(directory, {
			recursive: true,
			force: true
		});
	}
}
const ENDS_AFTER_VARIABLES = {
	args: ["--listen-client-urls=http://127.0.0.1:1"],
	says: /advertise-client-urls/
};
async function ignoresVariable(ask, variable, value) {
	const answer = await ask(ENDS_AFTER_VARIABLES.args, { [variable]: value });
	if (/unrecognized environment variable/.test(answer)) return true;
	if (ENDS_AFTER_VARIABLES.says.test(answer) || answer.includes(variable)) return false;
	throw notUnderstood(variable, answer);
}
async function ignoredKeys(ask, file, group, path) {
	const ignored = [];
	for (const [key, value] of Object.entries(group)) {
		const here = [...path, key];
		if (await ignoresKey(ask, file, here)) ignored.push(here.join("."));
		else if (isGroup(value)) ignored.push(...await ignoredKeys(ask, file, value, here));
	}
	return ignored;
}
async function ignoresKey(ask, file, path) {
	const misfit = path.reduceRight((value, key) => ({ [key]: value }), [[]]);
	await writeFile(file, JSON.stringify({
		...misfit,
		"listen-peer-urls": "no URL"
	}));
	const answer = await ask([`--config-file=${file}`], {});
	if (/cannot unmarshal/.test(answer)) return false;
	if (/setting up listen-peer-urls/.test(answer)) return true;
	throw notUnderstood(path.join("."), answer);
}
function isGroup(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function notUnderstood(setting, answer) {
	return new EtcdMigrateError("tool-failed", `Whether etcd takes the setting ${setting} cannot be told from its answer: ${answer.trim().slice(-500) || "none"}`);
}
async function answerOf(binary, directory, args, variables, signal) {
	const { exitCode, stdout, stderr } = await run(binary, args, {
		cwd: directory,
		env: variables,
		timeoutMs: TRIAL_LIMIT_MS,
		signal
	});
	const answer = `${stdout}\n${stderr}`;
	if (exitCode === 0) throw notUnderstood(args.join(" "), answer);
	return answer;
}

// src/app/plan/lost-settings.ts
const learnMore = "https://etcd.io/docs/latest/upgrades/";
async function findLostSettings(releases, settled, say, signal) {
	const channels = holdersOf(settled.settings, settled.memberNames).map((holder) => quietOf(holder.settings));
	const named = channels.flatMap(({ environment, configFile }) => Object.keys({
		...environment,
		...configFile
	}));
	const count = new Set(named).size;
	if (count === 0) return [];
	const answers = [];
	for (const { version, tools } of releases) {
		const binary = tools["etcd"]?.path;
		if (binary === void 0) throw new EtcdMigrateError("internal-error", `No binary of etcd ${version} was obtained.`);
		say(`asking etcd ${version} which of ${count} settings it takes`);
		const ignored = /* @__PURE__ */ new Set();
		for (const each of channels) for (const name of await ignoredSettings(binary, each, signal)) ignored.add(name);
		answers.push({
			version,
			ignored
		});
	}
	return [...new Set(answers.flatMap(({ ignored }) => [...ignored]))].flatMap((name) => findingFor(name, answers, placeOf(name, settled)));
}
function quietOf(settings) {
	return settings.configFile === void 0 ? settings : {
		...settings,
		environment: {}
	};
}
function placeOf(name, { settings, settingPlaces }) {
	const group = name.split(".")[0] ?? name;
	const holder = [{
		has: settings.shared,
		places: settingPlaces.shared
	}, ...Object.entries(settings.own).map(([member, has]) => ({
		has,
		places: settingPlaces.own[member] ?? {}
	}))].find(({ has }) => {
		const { environment, configFile = {} } = quietOf(has);
		return Object.hasOwn(environment, name) || Object.hasOwn(configFile, group);
	});
	return holder?.places[name] ?? holder?.places[group];
}
function findingFor(name, answers, where) {
	const versions = (those) => those.map(({ version }) => version).join(", ");
	const group = name.split(".")[0] ?? name;
	const ignores = ({ ignored }) => ignored.has(name) || ignored.has(group);
	const begins = answers.findIndex((answer) => !ignores(answer));
	const place = {
		...present({ where }),
		learnMore
	};
	const evidence = (who) => `each etcd of the plan was asked, and ${who} took no notice of ${name}`;
	const taking = answers[begins];
	if (taking === void 0) return [{
		...place,
		id: "rule/setting-ignored",
		severity: "warning",
		message: `${name} is known to no etcd of this plan (${versions(answers)}): it has no effect, before or after.`,
		evidence: evidence("every one"),
		fix: "correct its name, or remove it"
	}];
	const lost = answers.slice(begins).find(ignores);
	if (lost !== void 0) return [{
		...place,
		id: "rule/setting-lost",
		severity: "error",
		message: `${name} works on etcd ${taking.version}, but etcd ${lost.version} does not know it and starts without it, silently.`,
		evidence: evidence(`etcd ${lost.version}`),
		fix: `replace it by what etcd ${lost.version} calls it, or remove it, before the upgrade; then rehearse again`
	}];
	if (begins === 0) return [];
	const before = versions(answers.slice(0, begins));
	return [{
		...place,
		id: "rule/setting-takes-effect",
		severity: "warning",
		message: `${name} has no effect on etcd ${before}; it begins to work with etcd ${taking.version}.`,
		evidence: evidence(`etcd ${before}`),
		fix: "make sure that it is wanted from then on"
	}];
}

// src/app/rehearse/rehearse-plan.ts
async function rehearsePlan(made, context, by) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { settings, surroundings, publishers, tools } = by;
		const { clock, progress } = tools;
		const directory = runDirectory(settings.outputDir);
		const driver = driverNamed(surroundings.drivers, context.driver);
		const start = {
			plan: made.plan,
			wanted: "reached-target",
			completed: /* @__PURE__ */ new Set(),
			isCarriedOut: false
		};
		requireCapable(start, driver.capabilities);
		await ownOutputDirectory(directory);
		_usingCtx$2.a(await lockDirectory(directory.path, "preflight"));
		await removeDeadRuns(directory, surroundings, tools);
		await removeEarlierEvidence(directory);
		await reserveLastWord(directory.lastWord);
		progress.line(`plan ${made.plan.digest}`);
		for (const line of context.tree) progress.line(line);
		const announcement = {
			title: titleFor(made),
			planDigest: made.plan.digest,
			cluster: made.manifest.name,
			tree: context.tree.join("\n")
		};
		await Promise.all(publishers.map((publisher) => publisher.started(announcement)));
		const runId = newRunId(clock);
		const frame = {
			mode: "preflight",
			plan: made.plan,
			context,
			directory,
			publishers,
			settings,
			surroundings,
			clock,
			progress
		};
		let source;
		let cluster;
		return await finishRun(frame, async () => {
			const releases = await obtainReleases(made.plan, made.store, tools, surroundings.signal);
			const lost = await findLostSettings(releases, made.manifest, (doing) => progress.now(doing), surroundings.signal);
			for (const finding of lost) progress.line(`${finding.severity}: ${finding.message}`);
			frame.context = {
				...context,
				...suppliedBy(releases, made.assumed),
				findings: [...context.findings, ...lost]
			};
			await beginJournal(frame, runId);
			source = await openSource(driver, directory, frame.context, tools);
			frame.progress.now(`starting ${made.plan.upgrade.voters} members of etcd ${firstReleaseOf(made.plan)}`);
			cluster = await source.open(specOf(made, runId), surroundings.signal);
			return await rehearseOn(cluster, frame, tools);
		}, async (how) => await (cluster ? cluster.end(how) : how === "remove" ? source?.remove(runId) : void 0));
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
async function beginJournal({ directory, clock, plan, context }, runId) {
	const owner = await identifySelf();
	await createJournalFile(directory.journal).append({
		seq: 1,
		at: new Date(clock.wallMs()).toISOString(),
		...runStarted({
			runId,
			toolVersion: tool.version,
			mode: "preflight",
			plan,
			owner,
			context
		})
	});
}
function specOf({ plan, manifest, tls, auth }, runId) {
	const { voters } = plan.upgrade;
	const { memberNames } = manifest;
	return {
		runId,
		voters,
		memberNames,
		settings: plan.channels,
		release: firstReleaseOf(plan),
		tls,
		auth
	};
}
async function rehearseOn(cluster, frame, tools) {
	const { directory, surroundings, plan, context } = frame;
	const { report } = await rehearse({
		mode: "preflight",
		plan,
		context,
		cluster,
		directory,
		journal: createJournalFile(directory.journal),
		completed: /* @__PURE__ */ new Set(),
		isCarriedOut: false,
		publishers: frame.publishers
	}, {
		...tools,
		clients: surroundings.clients,
		signal: surroundings.signal
	});
	return report;
}
function suppliedBy(releases, assumed) {
	return {
		releases: releases.map((release) => ({
			...reportRelease(release),
			...assumed.some((line) => line.split(" ").includes(release.version)) ? { assumed: true } : {}
		})),
		binaries: Object.fromEntries(releases.flatMap((release) => release.tools["etcd"] ? [[release.version, release.tools["etcd"].path]] : []))
	};
}
function firstReleaseOf(plan) {
	const [first] = plan.upgrade.hops;
	if (first === void 0) throw new EtcdMigrateError("internal-error", "The plan has no hop.");
	return first.from;
}
function titleFor(made) {
	return `Rehearsing etcd ${firstReleaseOf(made.plan)} → ${made.plan.upgrade.hops.at(-1)?.to} (${made.manifest.name})`;
}

// src/app/rehearse/preflight.ts
async function preflight(settings, surroundings, publishers = []) {
	try {
		var _usingCtx$1 = _usingCtx();
		const tools = _usingCtx$1.u(openTools(settings, surroundings, systemClock));
		const startedAtUs = tools.clock.monotonicUs();
		const startedAt = new Date(tools.clock.wallMs()).toISOString();
		await refuseForeignDirectory(runDirectory(settings.outputDir));
		const made = await makePlan(settings, surroundings, tools);
		const context = {
			driver: made.driver.name,
			manifest: {
				name: made.manifest.name,
				rehearsal: made.manifest.rehearsal
			},
			assumed: made.assumed,
			atBest: made.atBest,
			findings: made.findings,
			releases: [],
			binaries: {},
			tree: renderTree(made.plan).split("\n"),
			startedAt,
			startedAtUs
		};
		return await rehearsePlan(made, context, {
			settings,
			surroundings,
			publishers,
			tools
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}

export { preflight };