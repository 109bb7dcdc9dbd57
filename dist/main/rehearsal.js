import { n as exitCodeOf, r as failures, t as EtcdMigrateError } from "./errors.js";
import { t as present } from "./present.js";
import { c as symptomOf, t as expectationOf } from "./lookups.js";
import { _ as string, d as looseObject } from "./npm/zod.js";
import { t as _usingCtx } from "./usingCtx.js";
import { w as writeFileAtomic } from "./own-places.js";
import { t as exitCodeOfVerdict } from "./overall.js";
import { t as createRandom } from "./random.js";
import { n as writeReports, t as sayReport } from "./report-files.js";
import { i as ownSettings, r as effectiveSettings } from "./effective-settings.js";
import { i as isVersion, n as compareVersions, o as lineOf, r as highestOf, t as compareLines } from "./version.js";
import { t as loadCatalog } from "./load.js";
import { i as settingsOf } from "./channels.js";
import { $ as seconds$1, A as leaderMoveLimitMs, B as storedMembersLimitMs, C as surveyStatus, D as inspectLimitMs, E as contactLimitMs, F as recoverLimitMs, G as awake, H as switchLimitMs, I as restoredGateMs, J as inOneLine, K as bounded, L as sentinelPauseMs, M as observeLimitMs, N as raftLagLimit, O as interruptGraceMs, P as readLimitMs, Q as over, R as settleLimitMs, S as surveyCluster, T as lookAtHost, U as timelineLookMs, V as successorLimitMs, W as timelinePauseMs, X as isInterruption, Y as interruption, Z as isUnasked, _ as isFound, b as runningOn, c as removeLastWord, d as aboutHop, et as throwIfInterrupted, f as evidenceInWords, g as highest, h as asked, j as lookLimitMs, k as lastLookMs, m as sideOf, nt as createJournalFile, p as lookAtSide, q as elapsedMs, s as tellUntold, tt as waitingTime, u as currentHop, v as isSilent, w as isHostSilent, x as seenRunning, y as quorumOf, z as stageLimitMs } from "./output-directory.js";
import { a as gates } from "./plan-schema.js";
import { a as executableSteps, g as digestsOf, n as recordsAbout, r as rollBackStepId, s as openJournal, u as createJsonLines } from "./undoing.js";
import { n as errorReport, t as asKnownError } from "./report-error.js";
import { a as rehearsalReport, i as recordOf, n as checksFileName, o as createEngineEvents, s as stateInWords, t as unmetNeeds, u as titleOf } from "./needs.js";
import { n as sameDeployment, t as nameDeployment } from "./deployment.js";
import { n as lastWrites, r as bufferHistory, t as idsPerSegment } from "./history2.js";
import { setMaxListeners } from "node:events";
import { createHistogram } from "node:perf_hooks";
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

// src/engine/way-back.ts
function wayBackOf({ hop, side, members, lastSwitchIntended, brokenBack }) {
	if (hop === void 0) return {
		is: "unknown",
		why: "the plan has no hop"
	};
	if (side === "after") return {
		is: "shut",
		code: "past-point-of-no-return",
		why: whyPastIt({
			hop,
			members,
			lastSwitchIntended
		})
	};
	const jobs = members.flatMap(({ name, downgrade }) => downgrade === "active" ? [name] : []);
	if (jobs.length > 0) return {
		is: "shut",
		code: "downgrade-in-progress",
		why: `a downgrade job is active on ${jobs.join(", ")}, over which a restarted member would not start again (K5)`
	};
	if (brokenBack !== null) return {
		is: "shut",
		code: "roll-back-broken",
		why: brokenBack
	};
	if (side === "unknown") return {
		is: "unknown",
		why: `nothing proves that the cluster version has not moved (${evidenceInWords(members)})`
	};
	const isAsked = members.some(({ downgrade }) => downgrade === "none");
	const isUnheardOf = members.length > 0 && members.every(({ downgrade }) => downgrade === "unheard-of");
	if (isAsked || isUnheardOf) return { is: "open" };
	return {
		is: "unknown",
		why: "no member says whether a downgrade job is active (K5)"
	};
}
function whyPastIt({ hop, members, lastSwitchIntended }) {
	const isOld = (version) => lineOf(version) === lineOf(hop.from);
	const reported = members.find(({ clusterVersion }) => clusterVersion !== null && !isOld(clusterVersion));
	if (reported) return `the cluster version is ${lineOf(reported.clusterVersion ?? hop.to)}`;
	if (members.length > 0 && members.every(({ runs }) => typeof runs !== "string" && !isOld(runs.release)) || !lastSwitchIntended) return "no member runs the old release any more";
	return `its last switch was begun, and nothing that could be seen disproves it: ${evidenceInWords(members)}`;
}

// src/engine/describe.ts
async function describeCluster(driver, view, about, options = {}) {
	const { clock, signal } = options;
	const members = await driver.inventory(signal);
	const limitMs = options.limitMs ?? 1200;
	const limited = clock ? limitSight({
		driver,
		view
	}, clock, limitMs) : {
		driver,
		view
	};
	const bounds = {
		clock: clock ?? unlimitedClock,
		signal: signal ?? new AbortController().signal
	};
	const { survey, side, members: evidence } = await lookAtSide(limited, bounds, members, about, limitMs);
	const rows = await Promise.all(survey.members.map(async ({ member, host, hostError, status, statusError, up }) => {
		let versionsError = null;
		const versions = status ? await limited.view.versions(member, bounds.signal).catch((error) => {
			versionsError = inOneLine(error);
			return null;
		}) : null;
		const errors = [
			hostError,
			statusError,
			versionsError
		].filter((error) => error !== null);
		return {
			name: member.name,
			clientUrl: member.clientUrl,
			health: up ? "healthy" : status ? "no-leader" : healthByHost(host),
			running: seenRunning({ host }) ?? null,
			version: status?.version ?? null,
			clusterVersion: versions?.cluster ?? null,
			storageVersion: versions?.storage ?? null,
			isLeader: survey.leader?.member.name === member.name,
			raftIndex: status?.raftIndex ?? null,
			raftAppliedIndex: status?.raftAppliedIndex ?? null,
			revision: status?.revision ?? null,
			databaseBytes: host?.databaseBytes ?? status?.databaseBytes ?? null,
			freeBytes: host?.freeBytes ?? null,
			error: errors.length > 0 ? errors.join("; ") : null
		};
	}));
	const wayBack = wayBackOf({
		...about,
		side,
		members: evidence
	});
	return {
		members: rows,
		sentence: sentenceOf(survey),
		side,
		wayBack
	};
}
function healthByHost(host) {
	if (host === null || host.running === null) return "unreachable";
	return host.running === "nothing" ? "stopped" : "silent";
}
async function standingOf(options, members, about, limitMs = lastLookMs) {
	const bounds = {
		clock: options.clock,
		signal: new AbortController().signal
	};
	const limited = limitSight(options, options.clock, limitMs);
	const { survey, side, members: evidence } = await lookAtSide(limited, bounds, members, about, limitMs);
	const wayBack = wayBackOf({
		...about,
		side,
		members: evidence
	});
	return {
		sentence: withSide(sentenceOf(survey), about.hop, side, wayBack),
		side,
		wayBack
	};
}
function unknownStanding(error, about) {
	const side = sideOf({
		...about,
		members: []
	});
	const wayBack = wayBackOf({
		...about,
		side,
		members: []
	});
	return {
		sentence: withSide(`The cluster could not be looked at: ${inOneLine(error)}`, about.hop, side, wayBack),
		side,
		wayBack
	};
}
function sideInWords(hop, side, way) {
	if (hop === void 0) return "the plan has no hop";
	const name = `${hop.from} → ${hop.to}`;
	if (hop.kind !== "minor") return `the patch hop ${name} has no point of no return${way.is === "shut" ? `, but the way back to ${hop.from} is shut: ${way.why}` : ""}`;
	switch (side) {
		case "before": return `before the point of no return of ${name}: ${wayInWords(hop, way)}`;
		case "after": return `past the point of no return of ${name}: only forward`;
		case "unknown": return `it is not known on which side of the point of no return of ${name} the cluster is: do not start ${hop.from} until \`status\` knows`;
	}
}
function wayInWords({ from }, way) {
	switch (way.is) {
		case "open": return `the way back to ${from} is open`;
		case "shut": return `the way back to ${from} is shut all the same: ${way.why}`;
		case "unknown": return `whether the way back to ${from} is open is not known: ${way.why}`;
	}
}
function withSide(sentence, hop, side, way) {
	return `${sentence.replace(/\.$/, "")}; ${sideInWords(hop, side, way)}.`;
}
function sentenceOf(survey) {
	const groups = /* @__PURE__ */ new Map();
	for (const { member, host, status } of survey.members) {
		const what = wordsFor(host, status?.version);
		groups.set(what, [...groups.get(what) ?? [], member.name]);
	}
	return `${[...groups].map(([what, names]) => {
		const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join("");
		if (/^\d/.test(what)) return `${list} ${names.length > 1 ? "run" : "runs"} ${what}`;
		return `${list} ${names.length > 1 ? what.replace(/^has/, "have") : what}`;
	}).join(", ")}; ${leaderInWords(survey)}; ${healthInWords(survey)}.`;
}
function leaderInWords(survey) {
	if (survey.leader) return `${survey.leader.member.name} leads`;
	return survey.members.some(isSilent) ? "no leader is known" : "no agreed leader";
}
function healthInWords(survey) {
	const [up, silent, total] = [
		survey.members.filter((m) => m.up).length,
		survey.members.filter(isSilent).length,
		survey.members.length
	];
	const words = [`${up} of ${total} members up`];
	if (silent > 0) words.push(silent === 1 ? "1 does not answer" : `${silent} do not answer`);
	const quorum = quorumOf(total);
	if (up + silent < quorum) words.push("without quorum");
	else if (up < quorum) words.push("whether there is a quorum is not known");
	return words.join(", ");
}
function wordsFor(host, version) {
	if (host === null || host.running === null) return version ?? "cannot be reached";
	if (isFound(host.running)) return version === void 0 ? "has a process that this run has not started" : `${version} (not started by this run)`;
	return host.running === "nothing" ? "has no running process" : nameDeployment(host.running);
}
function limitSight({ driver, view }, clock, limitMs) {
	const limit = (what, signal, call) => bounded({
		clock,
		signal: signal ?? new AbortController().signal
	}, what, limitMs, call);
	return {
		driver: { inspect: (member, signal) => lookAtHost(driver, {
			clock,
			signal: signal ?? new AbortController().signal
		}, member, limitMs) },
		view: {
			status: (member, signal) => limit(`Status of ${member.name}`, signal, (s) => view.status(member, s)),
			versions: (member, signal) => limit(`/version of ${member.name}`, signal, (s) => view.versions(member, s)),
			downgradeEnabled: (member, signal) => limit(`The downgrade state of ${member.name}`, signal, (s) => view.downgradeEnabled(member, s)),
			read: (member, mode, signal) => limit(`A read of ${member.name}`, signal, (s) => view.read(member, mode, s))
		}
	};
}
const unlimitedClock = {
	wallMs: () => 0,
	monotonicUs: () => 0,
	sleep: (_ms, signal) => new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true }))
};

// src/engine/gates/settings.ts
function settingsAsPlanned(run) {
	return async () => {
		const looks = await Promise.all(run.members.map(async (member) => ({
			name: member.name,
			...await lookAtSettings(run, member, {})
		})));
		const shut = looks.filter(({ open }) => !open);
		return {
			open: shut.length === 0,
			observation: (shut.length === 0 ? looks : shut).map(({ name, said }) => `${name} ${said}`).join("; ")
		};
	};
}
async function lookAtSettings(run, member, overrides) {
	const { driver } = run.options;
	const facts = await lookAtHost(driver, run.bounds, member);
	const differences = settingsBesidePlan(run.options.plan, facts, overrides);
	if (differences === null) return {
		open: !driver.capabilities.has("see-settings"),
		said: "does not show its settings"
	};
	if (differences.length > 0) return {
		open: false,
		said: `runs with other settings: ${differences.join(", ")}`
	};
	const laidOver = Object.entries(overrides).map(([flag, value]) => `${flag} ${value}`);
	return {
		open: true,
		said: `runs with the plan's settings${laidOver.length === 0 ? "" : `, laid over by ${laidOver.join(", ")}`}`
	};
}
function settingsBesidePlan(plan, { settings, given }, overrides) {
	if (settings === null) return null;
	const catalog = loadCatalog();
	const ofPlan = differencesFrom({
		...plan.upgrade.settings,
		...effectiveSettings({
			flags: overrides,
			environment: {}
		}, catalog)
	}, effectiveSettings(settings, catalog));
	if (given === null) return ofPlan;
	return [...ofPlan, ...differencesFrom(ownSettings(given, catalog), ownSettings(settings, catalog))];
}
function differencesFrom(wanted, has) {
	return [.../* @__PURE__ */ new Set([...Object.keys(wanted), ...Object.keys(has)])].sort().flatMap((flag) => {
		const [planned, running] = [wanted, has].map((side) => Object.hasOwn(side, flag) ? side[flag] : void 0);
		return planned === running ? [] : [`${flag} is ${inWords$1(running)}, planned ${inWords$1(planned)}`];
	});
}
const inWords$1 = (value) => value === void 0 ? "not set" : value || "empty";

// src/judge/place.ts
function memberInWords(member, release) {
	return release === void 0 ? member : `${member} (${release})`;
}
function releasesInWords(releases) {
	const known = releases.filter((each) => each !== void 0);
	const [only, another] = new Set(known);
	if (only === void 0 || known.length < releases.length) return void 0;
	if (another === void 0) return `all on ${only}`;
	if (!known.every(isVersion)) return void 0;
	const newest = highestOf(known);
	return `${known.filter((each) => each === newest).length} of ${known.length} on ${newest}`;
}
function placeInWords({ member, release, step, state, led }) {
	const said = [
		[member === void 0 ? void 0 : `through ${memberInWords(member, release)}`, step === void 0 ? void 0 : `in step ${step}`].filter((each) => each !== void 0).join(" "),
		state,
		led === void 0 ? void 0 : `led by ${led}`
	].filter((each) => each !== void 0 && each !== "");
	return said.length === 0 ? "" : `seen ${said.join(", ")}`;
}

// src/engine/room.ts
function lackOfRoom({ freeBytes, databaseBytes, walRoomBytes }, { storage }) {
	if (freeBytes === null || databaseBytes === null || walRoomBytes === null) return "not-seen";
	if (freeBytes < databaseBytes) return `${freeBytes} bytes free for a database of ${databaseBytes}`;
	const { bytes } = storage.walSegment;
	if (walRoomBytes < bytes) return `room for ${walRoomBytes} bytes of the next WAL segment, which takes ${bytes}`;
	return null;
}

// src/engine/stop.ts
const heldCodes = /* @__PURE__ */ new Set([
	"hash-mismatch",
	"downgrade-in-progress",
	"member-lost",
	"side-unknown"
]);
function stop(code, message, details = {}) {
	return new EtcdMigrateError(code, message, {
		...present({ cause: details.cause }),
		details: {
			hold: details.hold ?? heldCodes.has(code),
			evidence: details.evidence ?? [],
			...present({ gate: details.gate })
		}
	});
}
function isHold(error) {
	if (!(error instanceof EtcdMigrateError)) return false;
	const { hold } = error.details;
	return hold === true || heldCodes.has(error.code);
}
function evidenceOf(error) {
	if (!(error instanceof EtcdMigrateError)) return [];
	const { evidence } = error.details;
	return Array.isArray(evidence) ? evidence.filter((line) => typeof line === "string") : [];
}

// src/engine/gates/cluster-facts.ts
function versionsUniform(run) {
	const wanted = expectedRelease(run);
	return async () => {
		const wrong = (await fromEach$1(run, "Status", async (member, signal) => {
			const { version } = await run.options.view.status(member, signal);
			return {
				member: member.name,
				version
			};
		})).filter(({ version }) => version !== wanted);
		if (wrong.length === 0) return {
			open: true,
			observation: `all members run ${wanted}`
		};
		return {
			open: false,
			observation: `${wrong.map(({ member, version }) => `${member} runs ${version}`).join(", ")}, wanted ${wanted}`
		};
	};
}
function expectedRelease(run) {
	const { hop, part, leg, planned } = run.step;
	const at = part === "leg" ? leg?.after : planned.id;
	const position = hop.steps.findIndex(({ id }) => id === at);
	const isLastSwitchBefore = hop.steps.slice(position + 1).every(({ step }) => step.kind !== "switch-member" || step.purpose !== "upgrade");
	const anySwitch = hop.steps.some(({ step }) => step.kind === "switch-member" && step.purpose === "upgrade");
	return position >= 0 && anySwitch && isLastSwitchBefore ? hop.to : hop.from;
}
function noAlarm$1(run) {
	return async () => {
		const raised = await fromEach$1(run, "Alarms", (member, signal) => run.options.view.alarms(member, signal));
		const names = new Set(raised.flat().map(({ memberId, alarm }) => `${alarm} on ${memberId.toString(16)}`));
		return names.size === 0 ? {
			open: true,
			observation: "no alarm"
		} : {
			open: false,
			observation: `alarm ${[...names].join(", ")}`
		};
	};
}
function noDowngradeJob$1(run) {
	return async () => {
		const seen = await fromEach$1(run, "The downgrade state", async (member, signal) => {
			const enabled = await run.options.view.downgradeEnabled(member, signal);
			if (enabled !== null) return {
				member: member.name,
				enabled,
				answered: true
			};
			const { version } = await run.options.view.status(member, signal);
			return {
				member: member.name,
				enabled: false,
				answered: compareLines(lineOf(version), "3.5") < 0
			};
		});
		const active = seen.filter(({ enabled }) => enabled).map(({ member }) => member);
		if (active.length > 0) throw stop("downgrade-in-progress", `A downgrade job is active on ${active.join(", ")}: a restarted member would not start again (K5).`);
		const silent = seen.filter(({ answered }) => !answered).map(({ member }) => member);
		if (silent.length > 0) return {
			open: false,
			observation: `${silent.join(", ")} did not say whether a downgrade job is active`
		};
		return {
			open: true,
			observation: "no downgrade job on any member"
		};
	};
}
function diskSpace(run) {
	return async () => {
		const hosts = await Promise.all(run.members.map(async (member) => ({
			member: member.name,
			facts: await lookAtHost(run.options.driver, run.bounds, member)
		})));
		const full = [];
		const unseen = [];
		for (const { member, facts } of hosts) {
			const lack = lackOfRoom(facts, loadCatalog());
			if (lack === "not-seen") unseen.push(member);
			else if (lack !== null) full.push(`${member} has ${lack}`);
		}
		if (full.length > 0) return {
			open: false,
			observation: full.join(", "),
			code: "no-space"
		};
		if (unseen.length > 0) return {
			open: false,
			observation: `the room on ${unseen.join(", ")} cannot be seen from here`
		};
		return {
			open: true,
			observation: "every member has room for a second copy of its database and its next WAL segment"
		};
	};
}
function noLearner(run) {
	return async () => {
		const lists = await fromEach$1(run, "The member list", (member, signal) => run.options.view.memberList(member, signal));
		const learners = new Set(lists.flat().flatMap((m) => m.isLearner ? [m.name || m.id.toString(16)] : []));
		if (learners.size > 0) return {
			open: false,
			observation: `learner: ${[...learners].join(", ")}`
		};
		const short = lists.findIndex((list) => list.length !== run.members.length);
		if (short >= 0) return {
			open: false,
			observation: `${run.members[short]?.name} lists ${lists[short]?.length} members of ${run.members.length}`
		};
		return {
			open: true,
			observation: "no learner"
		};
	};
}
function fromEach$1(run, what, call) {
	return Promise.all(run.members.map((member) => bounded(run.bounds, `${what} of ${member.name}`, readLimitMs, (signal) => call(member, signal))));
}

// src/judge/dissent.ts
function dissentIn(answers) {
	const members = Object.keys(answers);
	const groups = [...new Set(Object.values(answers))].map((answer) => members.filter((member) => answers[member] === answer));
	if (groups.length < 2) return null;
	const majority = groups.find((group) => group.length * 2 > members.length) ?? [];
	return {
		differ: members.filter((member) => !majority.includes(member)),
		agree: majority
	};
}
function dissentInWords({ differ, agree }, releases = {}) {
	if (agree.length === 0) return `${named(differ, releases)} differ from each other`;
	return `${named(differ, releases)} ${differ.length === 1 ? "differs" : "differ"} from ${named(agree, releases)}`;
}
function named(members, releases) {
	const own = members.map((member) => releases[member]);
	if (new Set(own).size === 1) return memberInWords(members.join(" and "), own[0]);
	return members.map((member, index) => memberInWords(member, own[index])).join(" and ");
}

// src/engine/run-state.ts
function emit(run, event) {
	try {
		run.options.events.emit(event);
	} catch (error) {
		run.options.log.warn("A listener of the engine failed; the run goes on", {
			event: event.type,
			error: String(error)
		});
	}
}
function unfinishedSwitch(run) {
	let open;
	for (const record of recordsAbout(run.step.planned.id, run.journal.records)) if (record.type === "switch-intended") open = {
		member: record.member,
		from: open?.member === record.member ? open.from : record.from
	};
	else if (record.type === "member-restored" || record.type === "step-finished") open = void 0;
	return open;
}

// src/engine/gates/hash-equal.ts
function hashEqual(run) {
	let pin = null;
	const repin = (observation, code) => {
		pin = null;
		return {
			open: false,
			observation,
			...code ? { code } : {}
		};
	};
	return async () => {
		const revisions = await Promise.all(run.members.map(async (member) => {
			const status = await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (s) => run.options.view.status(member, s));
			return {
				member: member.name,
				revision: status.revision,
				release: status.version
			};
		}));
		pin ??= highest(revisions.map(({ revision }) => revision), 0n);
		const wanted = pin;
		const behind = revisions.filter(({ revision }) => revision < wanted);
		if (behind.length > 0) return {
			open: false,
			observation: `waiting for revision ${wanted}: ${behind.map(({ member, revision }) => `${member} at ${revision}`).join(", ")}`
		};
		let first;
		try {
			first = await hashAll(run, wanted);
		} catch (error) {
			pin = null;
			throw error;
		}
		if (overtaken(first, wanted)) return repin(`a compaction overtook revision ${wanted}`);
		const releases = Object.fromEntries(revisions.map(({ member, release }) => [member, release]));
		if (equal(first)) return opened(run, first, wanted, releases);
		const second = await hashAll(run, wanted);
		if (overtaken(second, wanted)) return repin(`a compaction overtook revision ${wanted}`);
		if (equal(second)) return opened(run, second, wanted, releases);
		const seen = second.map(({ member, hash }) => `${member} ${hash}`).join(", ");
		if (new Set(second.map(({ compactRevision }) => compactRevision)).size > 1) return repin(`HashKV differs at revision ${wanted} while a compaction runs: ${seen}`, "hash-mismatch");
		const hashes = tell(run, second, wanted, releases);
		const dissent = dissentIn(hashes);
		const who = dissent === null ? "" : `${dissentInWords(dissent, releases)}; `;
		throw stop("hash-mismatch", `HashKV differs at revision ${wanted}, read twice: ${who}${seen}.`);
	};
}
function hashAll(run, revision) {
	return Promise.all(run.members.map(async (member) => ({
		member: member.name,
		...await bounded(run.bounds, `HashKV of ${member.name}`, readLimitMs, (s) => run.options.view.hashKv(member, revision, s))
	})));
}
function overtaken(answers, pin) {
	return answers.some(({ compactRevision }) => compactRevision >= pin);
}
function equal(answers) {
	return new Set(answers.map(({ hash }) => hash)).size === 1;
}
function opened(run, answers, pin, releases) {
	tell(run, answers, pin, releases);
	return {
		open: true,
		observation: `HashKV is equal on ${answers.length} members at revision ${pin}`
	};
}
function tell(run, answers, revision, releases) {
	const hashes = Object.fromEntries(answers.map(({ member, hash }) => [member, hash]));
	emit(run, {
		type: "hash-compared",
		revision,
		hashes,
		releases
	});
	return hashes;
}

// src/engine/gates/health.ts
function membersHealthy(run) {
	return async () => {
		const health = await Promise.all(run.members.map((member) => healthOf(run, member)));
		const complaints = health.flatMap((h) => h.complaint === null ? [] : [`${h.member.name}: ${h.complaint}`]);
		if (complaints.length > 0) return {
			open: false,
			observation: complaints.join("; ")
		};
		const statuses = health.flatMap((h) => h.status ? [h.status] : []);
		if (new Set(statuses.map((status) => status.leaderId)).size !== 1) return {
			open: false,
			observation: "the members do not agree on the leader"
		};
		const committed = highest(statuses.map((status) => status.raftIndex), 0n);
		const lagging = health.filter((h) => h.status && committed - h.status.raftAppliedIndex > 1000n);
		if (lagging.length > 0) return {
			open: false,
			observation: `behind raft index ${committed}: ${lagging.map((h) => `${h.member.name} at ${h.status?.raftAppliedIndex ?? "?"}`).join(", ")}`
		};
		return {
			open: true,
			observation: `all ${health.length} members answer and agree on the leader`
		};
	};
}
function quorumMargin(run) {
	return async () => {
		const { members } = await surveyStatus(run.options.view, run.bounds, run.members);
		const up = members.filter((m) => m.up);
		const names = members.filter((m) => !m.up).map((m) => `${m.member.name} (${m.statusError ?? "knows no leader"})`);
		const observation = `${up.length} of ${members.length} members up${names.length > 0 ? `; not ${names.join(", ")}` : ""}`;
		return {
			open: up.length - 1 >= quorumOf(members.length),
			observation,
			hold: true
		};
	};
}
async function healthOf(run, member) {
	const { view } = run.options;
	let status = null;
	try {
		status = await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (s) => view.status(member, s));
		if (status.leaderId === 0n) return {
			member,
			status,
			complaint: "knows no leader"
		};
		if (status.errors.length > 0) return {
			member,
			status,
			complaint: `reports ${status.errors.join(", ")}`
		};
		await bounded(run.bounds, `A serializable read of ${member.name}`, readLimitMs, (s) => view.read(member, "serializable", s));
		await bounded(run.bounds, `A linearizable read of ${member.name}`, readLimitMs, (s) => view.read(member, "linearizable", s));
		return {
			member,
			status,
			complaint: null
		};
	} catch (error) {
		if (isInterruption(error)) throw error;
		return {
			member,
			status,
			complaint: inOneLine(error)
		};
	}
}

// src/engine/gates/member.ts
function memberRunning(run, subject) {
	const member = memberOf(subject);
	return async () => {
		const status = await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (s) => run.options.view.status(member, s));
		const wanted = subject.wanted?.release;
		if (wanted !== void 0 && status.version !== wanted) return {
			open: false,
			observation: `${member.name} still reports ${status.version}, wanted ${wanted}`
		};
		const settings = await lookAtSettings(run, member, subject.wanted?.overrides ?? {});
		return {
			open: settings.open,
			observation: `${member.name} reports ${status.version}${settings.open ? " and" : ", but"} ${settings.said}`
		};
	};
}
function raftCaughtUp(run, subject) {
	const member = memberOf(subject);
	let goal = null;
	return async () => {
		if (goal === null) {
			const survey = await surveyStatus(run.options.view, run.bounds, run.members);
			if (!survey.leader?.status) return {
				open: false,
				observation: "a majority does not agree on a leader, so the index to reach is unknown"
			};
			goal = survey.leader.status.raftIndex;
		}
		const status = await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (s) => run.options.view.status(member, s));
		const observation = `${member.name} has applied ${status.raftAppliedIndex} of ${goal}`;
		return {
			open: status.raftAppliedIndex >= goal && status.leaderId !== 0n,
			observation
		};
	};
}
function memberReads(run, subject) {
	const member = memberOf(subject);
	return async () => {
		const { view } = run.options;
		const serializable = await bounded(run.bounds, `A serializable read of ${member.name}`, readLimitMs, (s) => view.read(member, "serializable", s));
		const linearizable = await bounded(run.bounds, `A linearizable read of ${member.name}`, readLimitMs, (s) => view.read(member, "linearizable", s));
		if (linearizable.revision < serializable.revision) return {
			open: false,
			observation: `${member.name} read linearizably at ${linearizable.revision} after ${serializable.revision}`
		};
		return {
			open: true,
			observation: `${member.name} reads at revision ${linearizable.revision}`
		};
	};
}
function memberWrites(run, subject) {
	const member = memberOf(subject);
	return async () => ({
		open: true,
		observation: `${member.name} wrote at revision ${await write(run, member)}`
	});
}
function membersWrite(run) {
	const written = /* @__PURE__ */ new Map();
	return async () => {
		for (const member of run.members) if (!written.has(member)) written.set(member, await write(run, member));
		return {
			open: true,
			observation: `written through ${[...written].map(([member, revision]) => `${member.name} at revision ${revision}`).join(", ")}`
		};
	};
}
async function write(run, member) {
	const { revision } = await bounded(run.bounds, `A write through ${member.name}`, readLimitMs, (s) => run.options.control.probeWrite(member, s));
	return revision;
}
function memberOf(subject) {
	if (!subject.member) throw stop("internal-error", `A member gate was asked without a member (wanted ${nameDeployment(subject.wanted ?? null)}).`);
	return subject.member;
}

// src/engine/gates/members-bucket.ts
function membersBucketClean(run) {
	return async () => {
		for (const member of run.members) {
			const complaint = await complaintAbout(run, member);
			if (complaint !== null) return {
				open: false,
				observation: `${member.name} ${complaint}`,
				code: "members-bucket-stale"
			};
		}
		return {
			open: true,
			observation: `every member stores exactly the ${run.members.length} listed members`
		};
	};
}
async function complaintAbout(run, member) {
	const listed = await bounded(run.bounds, `The member list of ${member.name}`, readLimitMs, (s) => run.options.view.memberList(member, s));
	const { members: stored, removedIds } = await bounded(run.bounds, `The stored members of ${member.name}`, storedMembersLimitMs, (s) => run.options.view.storedMembers(member, s));
	if (listed.length !== run.members.length) return `lists ${listed.length} members of ${run.members.length}`;
	const hex = (id) => id.toString(16);
	const listedIds = new Set(listed.map(({ id }) => id));
	const storedIds = new Set(stored.map(({ id }) => id));
	const removed = new Set(removedIds);
	const buried = listed.filter(({ id }) => removed.has(id));
	if (buried.length > 0) return `stores live members as removed: ${buried.map((m) => m.name || hex(m.id)).join(", ")}`;
	const zombies = stored.filter(({ id }) => !listedIds.has(id));
	if (zombies.length > 0) return `stores members that the cluster no longer lists: ${zombies.map((m) => hex(m.id)).join(", ")}`;
	const missing = listed.filter(({ id }) => !storedIds.has(id));
	if (missing.length > 0) return `does not store the members ${missing.map((m) => m.name || hex(m.id)).join(", ")}`;
	const learners = stored.filter((m) => m.isLearner && !listed.some((l) => l.id === m.id && l.isLearner));
	if (learners.length > 0) return `still stores as learner: ${learners.map((m) => hex(m.id)).join(", ")}`;
	return null;
}

// src/engine/gates/index.ts
const table = {
	"members-healthy": membersHealthy,
	"quorum-margin": quorumMargin,
	"versions-uniform": versionsUniform,
	"settings-as-planned": settingsAsPlanned,
	"no-alarm": noAlarm$1,
	"no-downgrade-job": noDowngradeJob$1,
	"hash-equal": hashEqual,
	"members-bucket-clean": membersBucketClean,
	"members-write": membersWrite,
	"disk-space": diskSpace,
	"no-learner": noLearner,
	"member-running": memberRunning,
	"raft-caught-up": raftCaughtUp,
	"member-reads": memberReads,
	"member-writes": memberWrites
};
function beginCondition(name, run, subject) {
	return table[name](run, subject);
}

// src/engine/processes.ts
function knownProcess(member, records) {
	const last = actsOn(member, records).at(-1);
	return last?.type === "process-known" ? knownBy(last) : void 0;
}
function knownBy({ identity, deployment, at }) {
	return {
		identity,
		deployment,
		sinceWallMs: Date.parse(at)
	};
}
function actsOn(member, records) {
	const acts = [];
	for (const record of records) {
		if (!("member" in record) || record.member !== member) continue;
		if (record.type === "process-known" || record.type === "switch-intended") acts.push(record);
		if (record.type === "switch-ended" && record.outcome === "refused") acts.pop();
	}
	return acts;
}
function isBeingStopped({ name }, records) {
	const last = actsOn(name, records).at(-1);
	return last?.type === "switch-intended" && last.from !== null && !hasEnded(last, records);
}
function startable({ name }, records) {
	const acts = actsOn(name, records);
	const last = acts.at(-1);
	if (last?.type !== "switch-intended") return [];
	const end = records.slice(last.seq).find((r) => r.type === "switch-ended" && r.member === name);
	if (end?.type === "switch-ended" && end.outcome === "running") return [last.to];
	const before = acts.findLast((act) => act.type === "process-known");
	return before?.type === "process-known" ? [before.deployment, last.to] : [last.to];
}
function hasEnded({ seq, member }, records) {
	return records.slice(seq).some((r) => r.type === "switch-ended" && r.member === member && r.outcome !== "unknown");
}
function changeOf(member, known, host) {
	if (host.changing === true || host.running === null) return null;
	const end = host.lastExit === "none" ? null : host.lastExit;
	if (host.running === "nothing") return {
		member,
		known,
		kind: "ended",
		end,
		now: null
	};
	if (isFound(host.running)) return {
		member,
		known,
		kind: "replaced",
		end,
		now: null
	};
	if (host.process === null || host.process.identity === known.identity) return null;
	return {
		member,
		known,
		kind: "restarted",
		end,
		now: host.running
	};
}
function changeSince(records, member, host) {
	const known = knownProcess(member.name, records);
	return known === void 0 || host === null ? null : changeOf(member, known, host);
}
function unasked(change) {
	return new EtcdMigrateError("member-ended", `${change.member.name} has changed without being asked to.`, { details: {
		unasked: true,
		change
	} });
}
async function rememberProcess(run, member, step) {
	let host;
	try {
		host = await lookAtHost(run.options.driver, run.bounds, member);
	} catch (error) {
		if (isInterruption(error)) throw error;
		run.options.log.warn(`The process of ${member.name} could not be looked at`, { error: inOneLine(error) });
		return;
	}
	const deployment = seenRunning({ host });
	if (host.process === null || deployment === void 0) return;
	const { identity } = host.process;
	await run.journal.append({
		type: "process-known",
		step,
		member: member.name,
		identity,
		deployment
	});
}
const ownFaults = /* @__PURE__ */ new Set([
	"SIGSEGV",
	"SIGABRT",
	"SIGBUS",
	"SIGILL",
	"SIGFPE",
	"SIGSYS",
	"SIGTRAP"
]);
function isLastWord(line) {
	return /^panic: |^fatal error: |"level":"(fatal|panic|dpanic)"|^\[signal SIG/.test(line);
}
function codeOfEnd(end, lines) {
	if (end?.hostTrouble !== void 0) return end.hostTrouble;
	if (lines.some(isLastWord)) return "member-crashed";
	if (end === null || end.code === null && end.signal === null) return "member-ended";
	if (end.signal !== null) return ownFaults.has(end.signal) ? "member-crashed" : "member-killed";
	return end.code === 0 ? "member-killed" : "member-crashed";
}
function notOurs({ name }, why) {
	return stop("member-not-ours", `On ${name} runs what this run has not started: ${why}.`, { hold: true });
}
function isNotOurs(error) {
	return error instanceof EtcdMigrateError && error.code === "member-not-ours";
}
function endInWords(end) {
	if (end === null || end.code === null && end.signal === null) return "how was not seen";
	return end.signal === null ? `with exit code ${end.code}` : `by ${end.signal}`;
}

// src/engine/gates.ts
async function passGates(run, specs, subject = {}) {
	const ofMember = specs.filter((spec) => gates[spec.name].scope === "member");
	const ofCluster = specs.filter((spec) => gates[spec.name].scope === "cluster");
	for (const spec of ofMember) {
		const members = subject.member ? [subject.member] : run.members;
		for (const member of members) await passGate(run, spec, {
			...subject,
			member
		});
	}
	for (const spec of ofCluster) await passGate(run, spec, subject.wanted ? { wanted: subject.wanted } : {});
}
async function passGate(run, spec, subject) {
	const condition = beginCondition(spec.name, run, subject);
	await waitUntil(run, {
		name: spec.name,
		timeoutMs: spec.timeoutMs,
		...subject.member ? { member: subject.member.name } : {}
	}, condition);
}
async function waitUntil(run, spec, condition) {
	const { clock, signal } = run.bounds;
	const begin = clock.monotonicUs();
	const about = {
		step: run.step.planned,
		gate: spec.name,
		...present({ member: spec.member })
	};
	let last = {
		open: false,
		observation: "nothing seen yet"
	};
	let pauseMs = 100;
	const tell = () => emit(run, {
		type: "gate-waiting",
		...about,
		observation: last.observation,
		elapsedMs: elapsedMs(clock, begin)
	});
	const heartbeat = new AbortController();
	let lostMs = 0;
	const beats = beat(run, heartbeat.signal, (lost) => {
		lostMs += lost;
		tell();
	});
	const waited = () => elapsedMs(clock, begin) - lostMs;
	try {
		for (;;) {
			throwIfInterrupted(signal);
			last = await look$1(condition, last);
			if (last.open) {
				emit(run, {
					type: "gate-opened",
					...about,
					observation: last.observation,
					elapsedMs: elapsedMs(clock, begin)
				});
				return last.observation;
			}
			if (waited() >= spec.timeoutMs) await pause(run, 1);
			if (waited() >= spec.timeoutMs) throw stop(last.code ?? "gate-failed", `Gate ${spec.name}${subjectOf(run, spec)} did not open within ${seconds$1(spec.timeoutMs)}, in step ${placeOf(run)}: ${last.observation}`, {
				gate: spec.name,
				...present({ hold: last.hold })
			});
			await pause(run, Math.min(pauseMs, Math.max(1, spec.timeoutMs - waited())));
			pauseMs = Math.min(pauseMs * 1.5, 500);
		}
	} finally {
		heartbeat.abort(over);
		await beats;
	}
}
function releaseOf({ journal }, member) {
	return knownProcess(member, journal.records)?.deployment.release;
}
function subjectOf(run, { member }) {
	return member === void 0 ? "" : ` for ${memberInWords(member, releaseOf(run, member))}`;
}
function placeOf(run) {
	const state = releasesInWords(run.members.map(({ name }) => releaseOf(run, name)));
	return `${run.step.planned.id}${state === void 0 ? "" : ` with ${state}`}`;
}
function isMembersOwn(error) {
	const { gate } = error.details;
	return typeof gate === "string" && Object.hasOwn(gates, gate) && gates[gate].scope === "member";
}
async function pause(run, ms) {
	const { clock, signal } = run.bounds;
	throwIfInterrupted(signal);
	try {
		await clock.sleep(ms, signal);
	} catch (error) {
		throwIfInterrupted(signal);
		throw error;
	}
}
async function look$1(condition, before) {
	try {
		return await condition();
	} catch (error) {
		if (isInterruption(error) || isFinal(error)) throw error;
		if (!(error instanceof EtcdMigrateError)) throw error;
		const seen = before.observation.replace(/;? ?last error: .*$/, "");
		return {
			open: false,
			...isHostSilent(error) && {
				code: "member-lost",
				hold: true
			},
			observation: seen === "" || seen === "nothing seen yet" ? `last error: ${inOneLine(error)}` : `${seen}; last error: ${inOneLine(error)}`
		};
	}
}
function isFinal(error) {
	return error instanceof EtcdMigrateError && (error.code === "hash-mismatch" || error.code === "downgrade-in-progress");
}
async function beat(run, signal, tell) {
	const { clock } = run.bounds;
	while (!signal.aborted) {
		const begun = clock.monotonicUs();
		try {
			await clock.sleep(900, signal);
		} catch {
			return;
		}
		tell(elapsedMs(clock, begun) - Math.ceil(awake(clock, begun, 900).ms));
	}
}

// src/engine/adopting.ts
async function adoptFound(run, member) {
	const not = (why) => ({
		is: "not-adopted",
		why
	});
	const status = await statusOf(run, member);
	if ("error" in status) return not(`it does not say what it is (${status.error})`);
	const host = await lookAtHost(run.options.driver, run.bounds, member);
	if (!isStillFound(host) || host.process === null) return not("another process runs there by now");
	const { version, memberId } = status;
	if (memberId !== member.id) return not(`it calls itself member ${memberId.toString(16)}, and ${member.name} is ${member.id.toString(16)}`);
	const { hop } = run.step;
	if (version !== hop.from && version !== hop.to) return not(`it runs ${version}, which is neither end of the hop ${hop.from} → ${hop.to}`);
	const asked = run.options.acceptFound?.[member.name];
	if (asked !== void 0 && asked !== version) return not(`it runs ${version}, and ${asked} was to be accepted`);
	const likeness = likenessOf(run, host, deploymentsOf(run, member, version));
	const accepted = likeness.objections.length > 0;
	if (accepted && asked === void 0) return not(`it runs ${version}, but ${likeness.objections.join(", ")}`);
	const { deployment } = likeness;
	const besides = accepted ? `, accepted although ${likeness.objections.join(", ")}` : "";
	const what = `${member.name} runs ${nameDeployment(deployment)}, started by another hand, and is taken over${besides}`;
	const { identity } = host.process;
	await run.journal.append({
		type: "process-adopted",
		member: member.name,
		identity,
		deployment,
		what
	});
	try {
		await run.options.driver.adopt(member, host.process, deployment);
	} catch (error) {
		if (isInterruption(error)) throw error;
		return not(inOneLine(error));
	}
	emit(run, {
		type: "member-adopted",
		member: member.name,
		message: what
	});
	await rememberProcess(run, member, null);
	return {
		is: "adopted",
		deployment,
		accepted
	};
}
async function passAdoptedGates(run, member, { deployment, accepted }) {
	const gates = (accepted ? ["raft-caught-up"] : ["member-running", "raft-caught-up"]).map((name) => ({
		name,
		timeoutMs: restoredGateMs
	}));
	await passGates(run, gates, {
		member,
		wanted: deployment
	});
}
async function statusOf(run, member) {
	const waited = waitingTime(run.bounds.clock, recoverLimitMs);
	for (;;) try {
		return await bounded(run.bounds, `Status of ${member.name}`, readLimitMs, (signal) => run.options.view.status(member, signal));
	} catch (error) {
		if (isInterruption(error)) throw error;
		if (waited() >= 2e4) return { error: inOneLine(error) };
		await pause(run, 500);
	}
}
function isStillFound(host) {
	return isFound(host.running);
}
function deploymentsOf({ journal }, member, release) {
	return [...journal.records.flatMap((record) => {
		if (!("member" in record) || record.member !== member.name) return [];
		if (record.type === "process-known") return [record.deployment];
		return record.type === "switch-intended" ? [...record.from === null ? [] : [record.from], record.to] : [];
	}).toReversed().filter((deployment) => deployment.release === release), {
		release,
		overrides: {}
	}];
}
function likenessOf({ options }, host, candidates) {
	const isBlind = !options.driver.capabilities.has("see-settings");
	return candidates.map((deployment) => {
		const unseen = isBlind ? [] : ["its settings cannot be seen"];
		const ofSettings = settingsBesidePlan(options.plan, host, deployment.overrides) ?? unseen;
		return {
			deployment,
			objections: [...ofExecutable(options.digests[deployment.release], host.running), ...ofSettings]
		};
	}).reduce((nearest, each) => each.objections.length < nearest.objections.length ? each : nearest);
}
function ofExecutable(verified, { executable }) {
	if (executable === null) return ["its executable cannot be read"];
	return executable === verified ? [] : [`its executable is not the one that was verified: its sha256 is ${executable}`];
}

// src/engine/selection.ts
const unseen = "what runs there cannot be seen from here";
function onDeployment(survey, wanted) {
	return survey.members.filter((member) => {
		const running = seenRunning(member);
		return running !== void 0 && sameDeployment(running, wanted);
	});
}
async function surveyWithContact(run) {
	const waited = waitingTime(run.bounds.clock, contactLimitMs);
	for (;;) {
		const survey = await surveyCluster(run.options, run.bounds, run.members);
		const lost = survey.members.filter(({ host }) => host === null || host.running === null);
		if (lost.length === 0) return survey;
		if (waited() >= 3e4) {
			const names = lost.map(({ member, host, hostError }) => `${member.name} (${host ? unseen : hostError ?? "no answer"})`);
			throw stop("member-lost", `Contact with the host of ${names.join(", ")} was lost for ${seconds$1(contactLimitMs)}.`);
		}
		emit(run, {
			type: "progress",
			message: `waiting for the host of ${lost.map(({ member }) => member.name).join(", ")}`
		});
		await pause(run, 500);
	}
}
function requireOurs({ members }) {
	const foreign = members.find(({ host }) => isFound(host?.running));
	if (foreign !== void 0) throw notOurs(foreign.member, "nothing was changed; `resume` looks at what it is");
}
function obstacleTo(survey, name) {
	const others = survey.members.filter(({ member }) => member.name !== name);
	const down = others.filter(({ up }) => !up);
	if (down.length > 0) return `${down.map((each) => {
		const what = isSilent(each) ? "does not answer" : "is down";
		return `${each.member.name} ${what} (${each.statusError ?? "it knows no leader"})`;
	}).join(" and ")}, so no other member may be stopped`;
	if (survey.members.length >= 3 && others.length < quorumOf(survey.members.length)) return `${others.length} of ${survey.members.length} members are no quorum`;
	return null;
}
async function chooseMember(run, to) {
	const waited = waitingTime(run.bounds.clock, recoverLimitMs);
	for (;;) {
		const survey = await surveyWithContact(run);
		requireOurs(survey);
		const done = new Set(onDeployment(survey, to).map(({ member }) => member.name));
		const [first] = survey.members.filter(({ member }) => !done.has(member.name)).sort(byUrgency(survey));
		if (!first) return null;
		const whole = survey.members.every(({ up }) => up) && survey.leader !== null;
		const overdue = waited() >= recoverLimitMs;
		const obstacle = obstacleTo(survey, first.member.name);
		const isEnded = first.host?.running === "nothing";
		if (obstacle === null && (whole || overdue || isEnded)) return {
			chosen: first,
			survey
		};
		if (overdue) {
			const reason = obstacle ?? "the members do not agree on a leader";
			throw stop("gate-failed", `No member can be switched safely: after ${seconds$1(recoverLimitMs)} ${reason}.`, { hold: true });
		}
		emit(run, {
			type: "progress",
			message: `waiting for all members to be up: ${obstacle ?? "no agreement on a leader"}`
		});
		await pause(run, 500);
	}
}
function byUrgency(survey) {
	const isLeader = (m) => survey.leader?.member.name === m.member.name ? 1 : 0;
	const isUp = (m) => m.up ? 1 : 0;
	const release = (m) => seenRunning(m)?.release ?? "0.0.0";
	return (left, right) => isUp(left) - isUp(right) || isLeader(left) - isLeader(right) || compareVersions(release(left), release(right));
}

// src/engine/before-stop.ts
const tries$1 = 3;
const conditions = [
	othersUp,
	othersCaughtUp,
	membersListed,
	quorumLeft,
	noAlarm,
	noDowngradeJob,
	roomLeft,
	binariesAsVerified
];
async function lookBeforeStop(run, member, releases) {
	for (let tried = 1;; tried++) {
		const begun = run.bounds.clock.monotonicUs();
		const verdict = await lookOnce(run, member, releases);
		const tookMs = elapsedMs(run.bounds.clock, begun);
		if (tookMs <= 16e3) return verdict;
		if (tried === tries$1) return {
			...verdict,
			objections: [...verdict.objections, tooOld(tookMs)]
		};
		emit(run, {
			type: "progress",
			message: `looking again before ${member.name} is stopped: ${tooOld(tookMs).message}`
		});
	}
}
async function lookOnce(run, member, releases) {
	const { view } = run.options;
	const [first, lists, alarms, downgrades, binaries] = await Promise.all([
		surveyCluster(run.options, run.bounds, run.members),
		fromEach(run, "The member list", (each, signal) => view.memberList(each, signal)),
		fromEach(run, "Alarms", (each, signal) => view.alarms(each, signal)),
		fromEach(run, "The downgrade state", (each, signal) => view.downgradeEnabled(each, signal)),
		Promise.all([...new Set(releases)].map((release) => lookAtBinary(run, member, release)))
	]);
	const survey = await asked(first, view, run.bounds, ({ name }) => name !== member.name);
	const look = {
		chosen: member,
		inventory: run.members,
		survey,
		lists,
		alarms,
		downgrades,
		binaries
	};
	return {
		survey,
		objections: conditions.flatMap((condition) => condition(look))
	};
}
function tooOld(tookMs) {
	return {
		code: "machine-overloaded",
		message: `the look before the stop took ${seconds$1(tookMs)}, so what it saw first may be otherwise by now`,
		mayPass: true
	};
}
function othersUp({ survey, chosen }) {
	const obstacle = obstacleTo(survey, chosen.name);
	return obstacle === null ? [] : [{
		code: "gate-failed",
		message: obstacle,
		mayPass: true
	}];
}
function othersCaughtUp({ survey, chosen }) {
	const committed = highest(survey.members.flatMap(({ status }) => status === null ? [] : [status.raftIndex]), 0n);
	return othersOf(survey, chosen).flatMap(({ member, status }) => {
		if (status === null || committed - status.raftAppliedIndex <= 1000n) return [];
		return [{
			code: "gate-failed",
			message: `${member.name} has applied ${status.raftAppliedIndex} of ${committed}, so no other member may be stopped`,
			mayPass: true
		}];
	});
}
function membersListed({ lists, inventory, chosen }) {
	const objections = silentOf(lists, chosen, "which members the cluster has");
	const known = new Set(inventory.map(({ id }) => id));
	for (const { by, list } of answered(lists)) {
		const listed = new Set(list.map(({ id }) => id));
		const foreign = list.filter(({ id }) => !known.has(id)).map(nameOf);
		const missing = inventory.filter(({ id }) => !listed.has(id)).map(nameOf);
		const learners = list.filter(({ id, isLearner }) => isLearner && known.has(id)).map(nameOf);
		const said = [
			...foreign.length > 0 ? [`lists ${foreign.join(", ")}, which this run does not know`] : [],
			...missing.length > 0 ? [`does not list ${missing.join(", ")}`] : [],
			...learners.length > 0 ? [`lists ${learners.join(", ")} as learner`] : []
		];
		if (said.length > 0) objections.push({
			code: "membership-changed",
			message: `${by.name} ${said.join(" and ")}`,
			mayPass: false
		});
	}
	return objections;
}
function quorumLeft({ lists, survey, chosen }) {
	const up = new Set(othersOf(survey, chosen).flatMap(({ up, member }) => up ? [member.id] : []));
	return answered(lists).flatMap(({ by, list }) => {
		const voters = list.filter(({ isLearner }) => !isLearner);
		if (voters.length < 3) return [];
		const left = voters.filter(({ id }) => up.has(id)).length;
		if (left >= quorumOf(voters.length)) return [];
		return [{
			code: "gate-failed",
			message: `without ${chosen.name} ${left} of the ${voters.length} voters that ${by.name} lists would be up, which are no quorum`,
			mayPass: true
		}];
	});
}
function noAlarm({ alarms, chosen }) {
	const raised = new Set(answered(alarms).flatMap(({ list }) => list.map(({ memberId, alarm }) => `${alarm} on ${memberId.toString(16)}`)));
	const objections = silentOf(alarms, chosen, "whether there is an alarm");
	if (raised.size > 0) objections.push({
		code: "alarm-raised",
		message: `alarm ${[...raised].join(", ")}`,
		mayPass: false
	});
	return objections;
}
function noDowngradeJob({ downgrades, survey, chosen }) {
	const objections = silentOf(downgrades, chosen, "whether a downgrade job is active");
	const active = answered(downgrades).flatMap(({ by, list }) => list === true ? [by.name] : []);
	if (active.length > 0) {
		const message = `a downgrade job is active on ${active.join(", ")}: a restarted member would not start again (K5)`;
		objections.push({
			code: "downgrade-in-progress",
			message,
			mayPass: false
		});
	}
	for (const { by, list } of answered(downgrades)) {
		const version = survey.members.find(({ member }) => member.name === by.name)?.status?.version;
		if (list !== null || version === void 0 || compareLines(lineOf(version), "3.5") < 0) continue;
		const message = `${by.name} did not say whether a downgrade job is active`;
		objections.push({
			code: "gate-failed",
			message,
			mayPass: true
		});
	}
	return objections;
}
function roomLeft({ survey, chosen }) {
	const host = survey.members.find(({ member }) => member.name === chosen.name)?.host;
	if (!host) return [{
		code: "member-lost",
		message: `the host of ${chosen.name} does not answer`,
		mayPass: true
	}];
	const lack = lackOfRoom(host, loadCatalog());
	if (lack === "not-seen") return [{
		code: "gate-failed",
		message: `the room on ${chosen.name} cannot be seen from here`,
		mayPass: true
	}];
	return lack === null ? [] : [{
		code: "no-space",
		message: `${chosen.name} has ${lack}`,
		mayPass: false
	}];
}
function binariesAsVerified({ binaries, chosen }) {
	return binaries.flatMap(({ release, verified, found }) => {
		if (typeof found === "object" && found !== null) return [{
			code: "gate-failed",
			message: `the binary of ${release} on ${chosen.name} could not be looked at (${found.error})`,
			mayPass: true
		}];
		if (verified !== void 0 && found === verified) return [];
		const what = found === null ? "is not there" : `is not the one that was verified: its sha256 is ${found}`;
		return [{
			code: "binary-replaced",
			message: `the binary of ${release} on ${chosen.name} ${what}`,
			mayPass: false
		}];
	});
}
async function lookAtBinary(run, member, release) {
	const verified = run.options.digests[release];
	try {
		return {
			release,
			verified,
			found: await bounded(run.bounds, `The binary of ${release} on ${member.name}`, inspectLimitMs, (signal) => run.options.driver.digestOf(member, release, signal))
		};
	} catch (error) {
		if (isInterruption(error)) throw error;
		return {
			release,
			verified,
			found: { error: inOneLine(error) }
		};
	}
}
async function fromEach(run, what, call) {
	return await Promise.all(run.members.map(async (by) => {
		try {
			return {
				by,
				answer: await bounded(run.bounds, `${what} of ${by.name}`, readLimitMs, (signal) => call(by, signal))
			};
		} catch (error) {
			if (isInterruption(error)) throw error;
			return {
				by,
				error: inOneLine(error)
			};
		}
	}));
}
function answered(said) {
	return said.flatMap((each) => "answer" in each ? [{
		by: each.by,
		list: each.answer
	}] : []);
}
function silentOf(said, chosen, what) {
	return said.flatMap((each) => {
		if ("answer" in each || each.by.name === chosen.name) return [];
		return [{
			code: "gate-failed",
			message: `${each.by.name} does not say ${what} (${each.error})`,
			mayPass: true
		}];
	});
}
function othersOf(survey, chosen) {
	return survey.members.filter(({ member }) => member.name !== chosen.name);
}
function nameOf({ id, name }) {
	return name === "" ? id.toString(16) : `${name} (${id.toString(16)})`;
}

// src/engine/settle.ts
async function settleHost(options, bounds, member, to, { limitMs, why }) {
	const { clock, signal } = bounds;
	const waited = waitingTime(clock, contactLimitMs);
	let lastContactMs = 0;
	for (;;) {
		let facts = null;
		let missing = "";
		try {
			const seen = await lookAtHost(options.driver, bounds, member);
			if (showsWhatRuns(seen)) facts = seen;
			else missing = "what runs there cannot be seen from here";
		} catch (lost) {
			if (isInterruption(lost)) throw lost;
			missing = inOneLine(lost);
		}
		const waitedMs = waited();
		if (facts) lastContactMs = waitedMs;
		if (facts && facts.changing !== true && (facts.changing === false || isOn(facts, to))) return facts;
		if (facts && facts.changing !== true && waitedMs >= limitMs) return facts;
		if (facts && waitedMs >= Math.max(limitMs, 45e3)) throw stop("member-lost", `The switch of ${member.name} to ${nameDeployment(to)} is still under way on its host after ${seconds$1(settleLimitMs)} (${why}).`);
		if (!facts && waitedMs - lastContactMs >= 3e4) throw stop("member-lost", `How the switch of ${member.name} to ${nameDeployment(to)} ended is unknown (${why}), and its host has been silent for ${seconds$1(contactLimitMs)} (${missing}).`);
		const seen = facts ? `runs ${inWords(facts)}` : `does not answer (${missing})`;
		emit({ options }, {
			type: "progress",
			message: `the switch of ${member.name} is unclear; its host ${seen}`
		});
		throwIfInterrupted(signal);
		await clock.sleep(500, signal).catch((error) => {
			throwIfInterrupted(signal);
			throw error;
		});
	}
}
function showsWhatRuns(facts) {
	return facts.running !== null;
}
function isOn({ running }, to) {
	return running !== "nothing" && !isFound(running) && sameDeployment(running, to);
}
function inWords({ running }) {
	if (isFound(running)) return "something that this run has not started";
	return nameDeployment(running === "nothing" ? null : running);
}
async function settleInFlight(options, bounds, members, journal) {
	const intended = journal.records.findLast((record) => record.type === "switch-intended");
	if (intended?.type !== "switch-intended") return;
	if (journal.records.slice(intended.seq).some((r) => r.type === "switch-ended" && r.member === intended.member && r.outcome !== "unknown")) return;
	const member = members.find(({ name }) => name === intended.member);
	if (member === void 0) {
		const names = members.map(({ name }) => name).join(", ");
		throw stop("member-lost", `How the switch of ${intended.member} to ${nameDeployment(intended.to)} ended is unknown, and it is not among the members (${names}). Nothing was changed.`);
	}
	const ageMs = Math.max(0, options.clock.wallMs() - Date.parse(intended.at));
	await settleHost(options, bounds, member, intended.to, {
		limitMs: Math.max(0, settleLimitMs - ageMs),
		why: "the run before ended in the middle of it"
	});
}

// src/engine/switching.ts
async function changeMember(run, member, from, to, how = "switch") {
	run.memory.acts += 1;
	try {
		const end = await act(run, member, from, to, how);
		if (end.outcome === "running") await rememberProcess(run, member, run.step.planned.id);
		return end;
	} finally {
		run.memory.acts -= 1;
	}
}
async function act(run, member, from, to, how) {
	const { driver, clock } = run.options;
	const step = run.step.planned.id;
	const known = knownProcess(member.name, run.journal.records);
	const decided = present({ finds: from === null ? null : from.process?.identity });
	const intent = {
		step,
		member: member.name,
		from: from?.deployment ?? null,
		to
	};
	await run.journal.append({
		type: "switch-intended",
		...intent
	});
	const sinceWallMs = clock.wallMs();
	emit(run, {
		type: "member-switching",
		member: member.name,
		to
	});
	run.memory.lastSwitched = member.name;
	const ended = await outcomeOf(run, member, how === "kill" ? driver.killAndRestart(member, decided) : driver.switchTo(member, to, decided));
	if (ended instanceof Ended) {
		const { result } = ended;
		run.memory.stopMs += result.stopMs;
		if (result.outcome === "running") run.memory.startMs += result.startMs;
		await run.journal.append({
			type: "switch-ended",
			step,
			member: member.name,
			outcome: result.outcome
		});
		if (result.outcome === "running") {
			emit(run, {
				type: "member-switched",
				member: member.name,
				to,
				stopMs: result.stopMs,
				startMs: result.startMs
			});
			return { outcome: "running" };
		}
		const by = result.signal === null ? `with code ${result.code ?? "unknown"}` : `by signal ${result.signal}`;
		const code = result.hostTrouble ?? "member-start-failed";
		return {
			outcome: "exited",
			code,
			message: `the process of ${nameDeployment(to)} ended ${by}${blame(code)}`,
			lastLines: result.lastLines
		};
	}
	const open = isRefusal(ended.error) ? "refused" : "unknown";
	const journalOpenEnd = () => run.journal.append({
		type: "switch-ended",
		step,
		member: member.name,
		outcome: open
	});
	let facts;
	try {
		facts = await settledHost(run, member, to, ended.error);
	} catch (error) {
		await journalOpenEnd();
		throw error;
	}
	const change = from !== null && known !== void 0 && isRefusal(ended.error) ? changeOf(member, known, facts) : null;
	if (change !== null) {
		await journalOpenEnd();
		throw unasked(change);
	}
	if (facts.running === "nothing" && isRefusal(ended.error)) {
		await journalOpenEnd();
		throw stop("member-lost", `${member.name} has ended, not by our hand: ${inOneLine(ended.error)}`);
	}
	if (facts.running === "nothing") {
		await run.journal.append({
			type: "switch-ended",
			step,
			member: member.name,
			outcome: "exited"
		});
		const lastLines = await lastLinesOf(run, member, sinceWallMs);
		const code = hostTroubleOf(ended.error) ?? "member-start-failed";
		return {
			outcome: "exited",
			code,
			message: `no process runs there (${inOneLine(ended.error)})${blame(code)}`,
			lastLines
		};
	}
	if (isFound(facts.running)) {
		await journalOpenEnd();
		throw notOurs(member, inOneLine(ended.error));
	}
	if (how === "kill" && (!from?.process || facts.process === null)) {
		await journalOpenEnd();
		throw stop("member-lost", `Whether ${member.name} was killed is unknown (${inOneLine(ended.error)}): which process runs there cannot be seen from here.`);
	}
	const isDone = how === "switch" || facts.process?.identity !== from?.process?.identity;
	if (sameDeployment(facts.running, to) && isDone) {
		await run.journal.append({
			type: "switch-ended",
			step,
			member: member.name,
			outcome: "running"
		});
		emit(run, {
			type: "member-switched",
			member: member.name,
			to,
			stopMs: 0,
			startMs: 0
		});
		return { outcome: "running" };
	}
	await journalOpenEnd();
	return {
		outcome: "unchanged",
		error: ended.error
	};
}
const hostTroubles = {
	"port-taken": "another process holds one of its ports",
	"no-space": "its disk is full",
	"no-permission": "it may not use its files"
};
function hostTroubleOf(error) {
	const code = error instanceof EtcdMigrateError ? error.code : "";
	return Object.keys(hostTroubles).find((trouble) => trouble === code);
}
function blame(code) {
	return code === "member-start-failed" ? "" : `: ${hostTroubles[code]}, which says nothing about the release`;
}
var Ended = class {
	result;
	constructor(result) {
		this.result = result;
	}
};
async function outcomeOf(run, member, mutation) {
	const { clock, signal } = run.bounds;
	const answered = mutation.then((result) => new Ended(result), (error) => ({ error }));
	const timer = new AbortController();
	let onInterrupt;
	try {
		const grace = new Promise((resolve) => {
			onInterrupt = () => {
				clock.sleep(interruptGraceMs, timer.signal).then(() => resolve(null), () => void 0);
			};
			if (signal.aborted) onInterrupt();
			else signal.addEventListener("abort", onInterrupt, { once: true });
		});
		const limit = clock.sleep(switchLimitMs, timer.signal).then(() => ({ error: stop("member-lost", `The switch of ${member.name} has not ended within ${seconds$1(switchLimitMs)}.`) }));
		const first = await Promise.race([
			answered,
			limit,
			grace
		]);
		if (first !== null) return first;
	} finally {
		if (onInterrupt) signal.removeEventListener("abort", onInterrupt);
		timer.abort(over);
	}
	await run.journal.append({
		type: "switch-ended",
		step: run.step.planned.id,
		member: member.name,
		outcome: "unknown"
	});
	throw interruption(signal);
}
function settledHost(run, member, to, error) {
	return settleHost(run.options, run.bounds, member, to, {
		limitMs: isAnswer(error) ? 0 : settleLimitMs,
		why: inOneLine(error)
	});
}
function isAnswer(error) {
	return error instanceof EtcdMigrateError && error.code !== "member-lost" && error.code !== "tool-failed";
}
function isRefusal(error) {
	return error instanceof EtcdMigrateError && error.code === "switch-refused";
}
async function lastLinesOf(run, member, sinceWallMs) {
	const lines = [];
	try {
		await bounded(run.bounds, `The log of ${member.name}`, inspectLimitMs, async (signal) => {
			for await (const line of run.options.driver.logs(member, sinceWallMs)) {
				if (signal.aborted) return;
				lines.push(line);
				if (lines.length > 20) lines.shift();
			}
		});
	} catch (error) {
		if (isInterruption(error)) throw error;
		run.options.log.warn(`The log of ${member.name} cannot be read`, { error: inOneLine(error) });
	}
	return lines;
}

// src/engine/way-back-proof.ts
async function seenWayBack({ options, bounds, members, hop }, journaled, { waitMs, stopped }) {
	const { clock, signal } = bounds;
	const waited = waitingTime(clock, waitMs);
	for (;;) {
		const sighting = await lookAtSide(options, bounds, members, {
			hop,
			lastSwitchIntended: false
		});
		const seen = sighting.members.map((each) => each.name === stopped?.name ? {
			...each,
			runs: "nothing"
		} : each);
		const judge = (lastSwitchIntended) => {
			const side = sideOf({
				hop,
				lastSwitchIntended,
				members: seen
			});
			const about = {
				hop,
				lastSwitchIntended,
				brokenBack: journaled.brokenBack
			};
			return {
				...sighting,
				side,
				way: wayBackOf({
					...about,
					side,
					members: seen
				})
			};
		};
		const now = judge(false);
		if (now.way.is !== "unknown") return now;
		if (waited() >= waitMs) return judge(journaled.lastSwitchIntended);
		const message = `waiting for proof that the way back is open: ${evidenceInWords(sighting.members)}`;
		emit({ options }, {
			type: "progress",
			message
		});
		await clock.sleep(500, signal).catch((error) => {
			throwIfInterrupted(signal);
			throw error;
		});
	}
}
async function requireWayBack(ground, journaled, sofar) {
	const sighting = await seenWayBack(ground, journaled, { waitMs: contactLimitMs });
	if (sighting.way.is !== "open") throw refusal(ground.hop, sighting, sofar);
}
function refusal({ from, to }, { way, side, members }, sofar) {
	const name = `${from} → ${to}`;
	const why = way.is === "open" ? "" : way.why;
	if (way.is === "shut") {
		if (way.code === "past-point-of-no-return") {
			const message = `Hop ${name} is past the point of no return (${why}): ${from} would not start, so ${sofar}.`;
			return stop(way.code, message);
		}
		return stop(way.code, `The way back of hop ${name} is shut: ${why}; so ${sofar}.`, { hold: true });
	}
	if (side !== "unknown") return stop("member-lost", `Whether the way back of hop ${name} is open is not known: ${why}; so ${sofar}.`);
	return stop("side-unknown", `Nothing proves that the cluster version has not moved, so it is not known on which side of the point of no return of ${name} the cluster is (${evidenceInWords(members)}). Past it ${from} would not start, so ${sofar}. Do not start ${from} until \`status\` knows.`);
}
async function sideNow({ options, bounds, members, step, journal }) {
	return (await lookAtSide(options, bounds, members, aboutHop(step.hop, journal.records))).side;
}

// src/engine/restoring.ts
const gatesAfterRestoring = [
	"member-running",
	"raft-caught-up",
	"members-healthy"
].map((name) => ({
	name,
	timeoutMs: restoredGateMs
}));
async function restoreAndStop(run, member, old, tried, failure) {
	const said = `${describeFailure(run, failure)}.`;
	const { hop } = run.step;
	const survey = await surveyWithContact(run);
	requireOurs(survey);
	const host = survey.members.find((each) => each.member.name === member.name)?.host;
	const hasEnded = failure.ended && host?.running === "nothing";
	const { side, way, members } = await lookBack(run, member, hasEnded ? 0 : contactLimitMs);
	if (way.is === "shut" && way.code === "downgrade-in-progress") throw end$1({
		...failure,
		code: way.code
	}, `${said} ${old.release} was not started on ${member.name}: ${way.why}.`, true);
	if (goesBack(old, tried)) {
		if (side === "after") throw end$1(failure, `${said} ${member.name} cannot go back to ${old.release}: the cluster version is ${hop.to} already. The other members keep quorum; repair ${member.name} and resume.`, true);
		if (side === "unknown" && !hasEnded) throw end$1(failure, `${said} ${member.name} keeps ${nameDeployment(tried)}: nothing proves that the cluster version has not moved (${evidenceInWords(members)}); past that ${old.release} would not start. Do not start ${old.release} until \`status\` knows.`, true);
	}
	const { objections } = await lookBeforeStop(run, member, [old.release]);
	const objection = objections.find(({ code }) => !hasEnded || code === "binary-replaced");
	if (objection !== void 0) {
		const code = objection.code === "gate-failed" || objection.code === "machine-overloaded" ? failure.code : objection.code;
		throw end$1({
			...failure,
			code
		}, `${said} ${member.name} keeps ${nameDeployment(tried)}: ${objection.message}.`, true);
	}
	const back = await changeMember(run, member, hasEnded ? null : {
		deployment: tried,
		process: host?.process ?? null
	}, old);
	if (back.outcome === "unchanged") throw end$1(failure, `${said} ${member.name} could not be put back on ${nameDeployment(old)} (${inOneLine(back.error)}) and still runs ${nameDeployment(tried)}.`, true);
	if (back.outcome === "exited") {
		if (goesBack(old, tried) && side === "before" && back.code === "member-start-failed") await noteBrokenBack(run, member, `${old.release} did not start again on ${member.name}: ${back.message}`);
		if (!hasEnded) await goForwardAgain(run, member, {
			old,
			tried
		}, said, failure);
		throw end$1({
			...failure,
			evidence: [...failure.evidence, ...back.lastLines]
		}, `${said} Putting ${nameDeployment(old)} back failed as well: ${back.message}. ${member.name} is down; its data is untouched. ${await quorumSentence(run)}`, true);
	}
	await run.journal.append({
		type: "member-restored",
		step: run.step.planned.id,
		member: member.name,
		to: old
	});
	try {
		await passGates(run, gatesAfterRestoring, {
			member,
			wanted: old
		});
	} catch (error) {
		if (isInterruption(error) || !(error instanceof EtcdMigrateError)) throw error;
		if (goesBack(old, tried) && isMembersOwn(error)) await noteBrokenBack(run, member, `${member.name} is not well on ${old.release} again: ${inOneLine(error)}`);
		throw end$1(failure, `${said} ${member.name} runs ${nameDeployment(old)} again, but: ${inOneLine(error)}`, isHold(error));
	}
	const still = onDeployment(await surveyWithContact(run), tried).map((m) => m.member.name);
	const where = still.length === 0 ? `so no member runs ${nameDeployment(tried)} any more` : `and ${still.join(", ")} still run${still.length === 1 ? "s" : ""} ${nameDeployment(tried)}: go on with resume when the cause is gone, or back with rollback`;
	throw end$1(failure, `${said} ${member.name} is back on ${nameDeployment(old)} and healthy, ${where}.`, false);
}
function deploymentBefore(run, member, to) {
	const { hop } = run.step;
	const ran = [];
	let intended;
	for (const record of run.journal.records) if (record.type === "switch-intended" && record.member === member.name) {
		if (record.from) ran.push(record.from);
		intended = record.to;
	} else if (record.type === "switch-ended" && record.member === member.name) {
		if (record.outcome === "running" && intended) ran.push(intended);
	}
	return ran.filter(({ release }) => release === hop.from || release === hop.to).findLast((deployment) => !sameDeployment(deployment, to)) ?? {
		release: hop.from,
		overrides: {}
	};
}
function describeFailure(run, failure) {
	const symptom = run.options.symptomOf(failure.evidence);
	const message = failure.message.replace(/\.$/, "");
	if (!symptom) return message;
	const plain = (text) => text.replace(/\.$/, "");
	const line = failure.evidence.find((each) => run.options.symptomOf([each]) !== void 0);
	return `${message}${line === void 0 ? "" : `: "${line.trim().slice(0, 300)}"`}. This is ${symptom.knownAs}: ${plain(symptom.explanation)}. ${plain(symptom.remedy)}`;
}
function end$1(failure, message, hold) {
	return stop(failure.code, message, {
		hold,
		evidence: failure.evidence
	});
}
async function goForwardAgain(run, member, { old, tried }, said, failure) {
	const { hop } = run.step;
	if (!goesBack(old, tried)) return;
	const { side } = await lookBack(run, member, 0);
	if (side === "before") return;
	if ((await changeMember(run, member, null, tried)).outcome !== "running") return;
	throw end$1(failure, `${said} ${side === "after" ? `The cluster version became ${hop.to} meanwhile, so the old release does not start any more` : `${old.release} did not start, and whether the cluster version has moved is not known`}; ${member.name} runs ${nameDeployment(tried)} again.`, true);
}
async function noteBrokenBack(run, member, why) {
	const { hop, planned } = run.step;
	const said = why.replace(/\.$/, "");
	await run.journal.append({
		type: "way-back-broken",
		step: planned.id,
		hop: hop.id,
		member: member.name,
		why: said
	});
}
function goesBack(old, tried) {
	return compareLines(lineOf(old.release), lineOf(tried.release)) < 0;
}
function lookBack({ options, bounds, members, step }, stopped, waitMs) {
	const ground = {
		options,
		bounds,
		members,
		hop: step.hop
	};
	return seenWayBack(ground, {
		lastSwitchIntended: false,
		brokenBack: null
	}, {
		waitMs,
		stopped
	});
}
async function quorumSentence(run) {
	const survey = await surveyWithContact(run);
	const up = survey.members.filter((m) => m.up).length;
	return survey.leader ? `${up} of ${survey.members.length} members are up and have quorum, with no margin left.` : `${up} of ${survey.members.length} members are up and see no leader.`;
}

// src/engine/bringing-back.ts
async function tellUnaskedEnd(run, { member, known, kind, end, now }, step) {
	const lines = await lastWordsOf(run, {
		member,
		known
	});
	const code = codeOfEnd(end, lines);
	const by = {
		"member-crashed": "by itself",
		"member-killed": "by another hand"
	}[code];
	const again = {
		ended: "",
		restarted: `, and was started again by another hand${now === null || sameDeployment(now, known.deployment) ? "" : ` as ${nameDeployment(now)}`}`,
		replaced: ", and something that this run has not started runs there"
	}[kind];
	const message = `${member.name} ended${by === void 0 ? "" : ` ${by}`}, ${endInWords(end)}, while it ran ${nameDeployment(known.deployment)}${again}`;
	if (!isJournaled(member, message, run.journal.records)) await run.journal.append({
		type: "process-changed",
		step,
		member: member.name,
		code,
		what: message
	});
	emit(run, {
		type: "member-changed",
		member: member.name,
		code,
		message
	});
	return {
		code,
		message,
		lines
	};
}
function isJournaled({ name }, message, records) {
	const last = records.findLast((record) => (record.type === "process-known" || record.type === "process-changed") && record.member === name);
	return last?.type === "process-changed" && last.what === message;
}
async function afterUnaskedChange(run, change) {
	const end = await tellUnaskedEnd(run, change, run.step.planned.id);
	const became = change.kind === "ended" ? (await bringBack(run, change.member, change.known.deployment)).said : "It was left as it runs now";
	const said = describeFailure(run, {
		message: end.message,
		evidence: end.lines
	});
	return stop(end.code, `${said}. ${became}.`, {
		hold: true,
		evidence: end.lines
	});
}
async function bringBackFirst(run, member, deployments) {
	let last = {
		is: "past",
		said: "nothing is known to have run there"
	};
	for (const deployment of deployments) {
		last = await bringBack(run, member, deployment);
		if (last.is !== "past") break;
	}
	return last;
}
async function bringBack(run, member, deployment) {
	const not = (said) => ({
		is: "not-back",
		said
	});
	const { hop } = run.step;
	const name = nameDeployment(deployment);
	const ground = {
		options: run.options,
		bounds: run.bounds,
		members: run.members,
		hop
	};
	if (deployment.release !== hop.to) {
		const { brokenBack: _, ...about } = aboutHop(hop, run.journal.records);
		const { way } = await seenWayBack(ground, {
			...about,
			brokenBack: null
		}, {
			waitMs: 0,
			stopped: member
		});
		if (way.is === "shut") return {
			is: "past",
			said: `${name} was not started there again: ${way.why}`
		};
	}
	const { objections } = await lookBeforeStop(run, member, [deployment.release]);
	const replaced = objections.find(({ code }) => code === "binary-replaced");
	if (replaced !== void 0) return not(`${name} was not started there again: ${replaced.message}`);
	const back = await changeMember(run, member, null, deployment);
	switch (back.outcome) {
		case "running": return {
			is: "back",
			said: `What ran there, ${name}, was started again`
		};
		case "exited": return not(`Started again, ${back.message}; ${member.name} is down, its data is untouched`);
		case "unchanged": return not(`${name} could not be started there again: ${inOneLine(back.error)}`);
	}
}
async function lastWordsOf(run, { member, known }) {
	const [words, lines] = [[], []];
	try {
		await bounded(run.bounds, `The log of ${member.name}`, inspectLimitMs, async (signal) => {
			for await (const line of run.options.driver.logs(member, known.sinceWallMs)) {
				if (signal.aborted) return;
				lines.push(line);
				const dropped = lines.length > 20 ? lines.shift() : void 0;
				if (dropped !== void 0 && isLastWord(dropped) && words.length < 5) words.push(dropped);
			}
		});
	} catch (error) {
		if (isInterruption(error)) throw error;
		run.options.log.warn(`The log of ${member.name} cannot be read`, { error: inOneLine(error) });
	}
	return [...words, ...lines];
}
async function takeUp(run) {
	const troubles = [];
	const found = [];
	for (const member of newestFirst(run)) {
		const known = knownProcess(member.name, run.journal.records);
		const host = await seenOnHost(run, member);
		const change = changeSince(run.journal.records, member, host);
		const end = change && await tellUnaskedEnd(run, change, run.step.planned.id);
		const owed = host?.running === "nothing" && host.changing !== true ? startable(member, run.journal.records) : [];
		if (isFound(host?.running)) found.push(member);
		else if (owed.length > 0) {
			const back = await bringBackFirst(run, member, owed);
			if (back.is === "not-back") troubles.push(stop("member-ended", `${member.name} is down. ${back.said}`, { hold: true }));
		} else if (change?.kind === "ended") {
			const back = await bringBack(run, member, change.known.deployment);
			if (back.is !== "back" && end !== null) troubles.push(stop(end.code, `${end.message}. ${back.said}`, {
				hold: true,
				evidence: end.lines
			}));
		} else {
			const isNew = known === void 0 && !isBeingStopped(member, run.journal.records);
			if (change === null ? isNew : change.kind === "restarted") await rememberProcess(run, member, null);
		}
	}
	const adopted = [];
	for (const member of found) {
		const adoption = await adoptFound(run, member);
		if (adoption.is === "adopted") adopted.push({
			member,
			adoption
		});
		else troubles.push(notOurs(member, adoption.why));
	}
	const first = troubles.find(isNotOurs) ?? troubles[0];
	if (first !== void 0) {
		const said = troubles.map(({ message }) => message.replace(/\.$/, "")).join(". ");
		throw stop(first.code, `${said}.`, {
			hold: true,
			evidence: evidenceOf(first)
		});
	}
	for (const { member, adoption } of adopted) await passAdoptedGates(run, member, adoption);
}
async function lookAfterwards(options, members) {
	const journal = await openJournal(options.journal, options.clock);
	const run = {
		options,
		bounds: {
			clock: options.clock,
			signal: options.signal
		},
		journal
	};
	const changed = [];
	for (const member of members) {
		const change = changeSince(journal.records, member, await seenOnHost(run, member));
		if (change === null) continue;
		await tellUnaskedEnd(run, change, null);
		changed.push(member.name);
	}
	return changed;
}
function newestFirst({ members, journal }) {
	const releaseOf = ({ name }) => knownProcess(name, journal.records)?.deployment.release ?? "0.0.0";
	return [...members].sort((left, right) => compareVersions(releaseOf(right), releaseOf(left)));
}
async function seenOnHost(run, member) {
	try {
		return await lookAtHost(run.options.driver, run.bounds, member);
	} catch (error) {
		if (isInterruption(error)) throw error;
		return null;
	}
}

// src/engine/sentinel.ts
function watchProcesses({ options, bounds, members, journal, memory }) {
	const { clock, signal } = bounds;
	const tripped = new AbortController();
	const stopped = new AbortController();
	const own = {
		clock,
		signal: stopped.signal
	};
	let change = null;
	const lookAt = async (member) => {
		const before = knownProcess(member.name, journal.records);
		if (before === void 0) return "not-compared";
		try {
			const host = await lookAtHost(options.driver, own, member);
			if (knownProcess(member.name, journal.records)?.identity !== before.identity) return "not-compared";
			return changeOf(member, before, host) ?? (host.process?.identity === before.identity ? "unchanged" : "not-compared");
		} catch (error) {
			if (!isInterruption(error)) options.log.debug(`A look at ${member.name} failed`, { error: inOneLine(error) });
			return "not-compared";
		}
	};
	const look = async () => {
		const found = await Promise.all(members.map(lookAt));
		change ??= found.find((each) => typeof each === "object") ?? null;
		if (change !== null && memory.acts === 0) tripped.abort(unasked(change));
		return members.filter((_, index) => found[index] === "unchanged");
	};
	const watch = async () => {
		while (!stopped.signal.aborted && !tripped.signal.aborted) {
			await clock.sleep(sentinelPauseMs, stopped.signal);
			await look();
		}
	};
	let trouble;
	const watching = watch().catch((error) => {
		if (!stopped.signal.aborted) trouble = error;
	});
	return {
		bounds: {
			clock,
			signal: AbortSignal.any([signal, tripped.signal])
		},
		get change() {
			return change;
		},
		look: async () => {
			const unchanged = await look();
			if (trouble !== void 0) throw trouble;
			if (change !== null) throw unasked(change);
			for (const { name } of unchanged) emit({ options }, {
				type: "process-unchanged",
				member: name
			});
		},
		[Symbol.asyncDispose]: async () => {
			stopped.abort(over);
			await watching;
		}
	};
}
function unaskedChangeOf(error) {
	if (!(error instanceof EtcdMigrateError) || !isUnasked(error)) return void 0;
	return error.details["change"];
}

// src/engine/steps/hold.ts
async function hold(run, step) {
	emit(run, {
		type: "point-of-no-return",
		side: await sideNow(run)
	});
	const { clock } = run.bounds;
	for (let left = step.soakMs; left > 0;) {
		const [begun, piece] = [clock.monotonicUs(), Math.min(left, 900)];
		await pause(run, piece);
		left -= awake(clock, begun, piece).ms;
		emit(run, {
			type: "progress",
			message: `holding before the point of no return, ${seconds$1(Math.max(0, left))} left`
		});
	}
	await passGates(run, step.gates);
	return `held for ${seconds$1(step.soakMs)}, all gates open`;
}

// src/engine/steps/kill-member.ts
async function killMember(run, step) {
	const { member, running, kill } = await victimOf(run, step);
	const first = kill === null ? await changeMember(run, member, null, running) : await changeMember(run, member, {
		deployment: running,
		...kill
	}, running, "kill");
	const end = first.outcome === "exited" ? await changeMember(run, member, null, running) : first;
	if (end.outcome === "exited") {
		const message = `${member.name} did not come back on ${nameDeployment(running)} after it was killed: ${end.message}`;
		throw stop(end.code, `${describeFailure(run, {
			message,
			evidence: end.lastLines
		})}. ${member.name} is down; its data is untouched.`, {
			hold: true,
			evidence: end.lastLines
		});
	}
	if (end.outcome === "unchanged") {
		const { error } = end;
		if (!(error instanceof EtcdMigrateError)) throw error;
		throw stop(error.code, `${member.name} was not killed and still runs: ${error.message}`, { cause: error });
	}
	await passGates(run, step.gates, {
		member,
		wanted: running
	});
	if (first.outcome === "exited" && first.code === "member-start-failed") {
		const message = `${member.name} did not come back on ${nameDeployment(running)} after it was killed: ${first.message}`;
		throw stop(first.code, `${describeFailure(run, {
			message,
			evidence: first.lastLines
		})}. Started once more it came up, and runs ${nameDeployment(running)}.`, { evidence: first.lastLines });
	}
	return `${member.name} was killed and came back on ${nameDeployment(running)}`;
}
async function victimOf(run, step) {
	const survey = await surveyWithContact(run);
	requireOurs(survey);
	const open = unfinishedSwitch(run);
	const begun = open && survey.members.find(({ member }) => member.name === open.member);
	if (begun && begun.host?.running === "nothing") {
		const running = open.from ?? {
			release: run.step.hop.from,
			overrides: {}
		};
		return {
			member: begun.member,
			running,
			kill: null
		};
	}
	const { leader } = survey;
	if (!leader) throw stop("gate-failed", "The members do not agree on a leader, so none was killed.", { hold: true });
	const choice = step.select === "leader" || survey.members.length === 1 ? leader : survey.members.find((m) => m.member.name !== leader.member.name);
	const running = choice && seenRunning(choice);
	if (!choice?.host || !running) throw stop("gate-failed", `No ${step.select} runs that could be killed.`, { hold: true });
	const { objections } = await lookBeforeStop(run, choice.member, [running.release]);
	const [objection] = objections;
	if (objection) throw stop(objection.code, `No member was killed: ${objection.message}.`, { hold: true });
	return {
		member: choice.member,
		running,
		kill: { process: choice.host.process }
	};
}

// src/engine/leadership.ts
const attempts = 4;
async function moveLeadershipAway(run, member) {
	if (run.members.length === 1) return;
	let lastError = "no attempt was possible";
	for (let attempt = 0; attempt < attempts; attempt++) {
		const leader = await agreedLeader(run);
		if (leader.member.name !== member.name) return;
		const receiver = await caughtUpReceiver(run, leader, attempt);
		try {
			await bounded(run.bounds, `MoveLeader of ${member.name}`, readLimitMs, (s) => run.options.control.moveLeader(member, { id: receiver.memberId }, s));
		} catch (error) {
			if (isInterruption(error)) throw error;
			lastError = inOneLine(error);
		}
		const successor = await successorOf(run, member);
		if (successor !== null) {
			emit(run, {
				type: "leader-moved",
				from: member.name,
				to: successor
			});
			return;
		}
	}
	throw stop("gate-failed", `Leadership could not be moved away from ${member.name} in ${attempts} attempts (${lastError}); it was not stopped.`);
}
async function moveLeadershipTo(run, release) {
	let lastError = "no attempt was possible";
	for (let attempt = 0; attempt < attempts; attempt++) {
		const leader = await agreedLeader(run);
		if (leader.status?.version === release) return leader.member.name;
		const receiver = await caughtUpReceiver(run, leader, attempt, release);
		try {
			await bounded(run.bounds, `MoveLeader of ${leader.member.name}`, readLimitMs, (s) => run.options.control.moveLeader(leader.member, { id: receiver.memberId }, s));
		} catch (error) {
			if (isInterruption(error)) throw error;
			lastError = inOneLine(error);
		}
		const successor = await successorOf(run, leader.member);
		if (successor !== null) emit(run, {
			type: "leader-moved",
			from: leader.member.name,
			to: successor
		});
	}
	const leader = await agreedLeader(run);
	if (leader.status?.version === release) return leader.member.name;
	throw stop("gate-failed", `No member on ${release} came to lead in ${attempts} attempts (${lastError}).`);
}
async function successorOf(run, member) {
	const { clock } = run.bounds;
	const begin = clock.monotonicUs();
	for (;;) {
		const { leader } = await surveyStatus(run.options.view, run.bounds, run.members);
		if (leader && leader.member.name !== member.name) return leader.member.name;
		if (elapsedMs(clock, begin) >= 5e3) return null;
		await pause(run, 100);
	}
}
async function agreedLeader(run) {
	let leader = null;
	await waitUntil(run, {
		name: "leader-agreed",
		timeoutMs: leaderMoveLimitMs
	}, async () => {
		const survey = await surveyStatus(run.options.view, run.bounds, run.members);
		leader = survey.leader;
		const seen = survey.members.map((m) => `${m.member.name}: ${m.status ? m.status.leaderId.toString(16) : m.statusError}`);
		return leader === null ? {
			open: false,
			observation: `no majority of ${quorumOf(run.members.length)} agrees on a leader (${seen.join(", ")})`
		} : {
			open: true,
			observation: `${leader.member.name} leads`
		};
	});
	if (leader === null) throw stop("internal-error", "The gate leader-agreed opened without a leader.");
	return leader;
}
async function caughtUpReceiver(run, leader, attempt, release) {
	const goal = leader.status?.raftIndex ?? 0n;
	let receiver = null;
	await waitUntil(run, {
		name: "leadership-receiver",
		timeoutMs: leaderMoveLimitMs
	}, async () => {
		const survey = await surveyStatus(run.options.view, run.bounds, run.members);
		const caughtUp = survey.members.filter(({ member, status, up }) => up && status && member.name !== leader.member.name && (release === void 0 || status.version === release) && !status.isLearner && status.raftAppliedIndex >= goal);
		const rested = caughtUp.filter(({ member }) => member.name !== run.memory.lastSwitched);
		const pool = rested.length > 0 ? rested : caughtUp;
		receiver = pool[attempt % Math.max(1, pool.length)]?.status ?? null;
		const seen = survey.members.map((m) => `${m.member.name} at ${m.status?.raftAppliedIndex ?? m.statusError}`);
		return receiver === null ? {
			open: false,
			observation: `no follower${release === void 0 ? "" : ` on ${release}`} has applied ${goal}: ${seen.join(", ")}`
		} : {
			open: true,
			observation: `a follower has applied ${goal}`
		};
	});
	if (receiver === null) throw stop("internal-error", "The gate leadership-receiver opened without a receiver.");
	return receiver;
}

// src/engine/steps/lead.ts
async function lead(run, step) {
	return `${await moveLeadershipTo(run, step.release)} on ${step.release} leads`;
}

// src/engine/steps/observe.ts
const tries = 3;
async function observe(run, step) {
	const { observer } = run.options;
	if (!observer) throw stop("internal-error", `Step ${run.step.planned.id} observes, but this run has no observer.`);
	const { state } = step;
	const { leads } = state;
	for (let tried = 1;; tried++) {
		await look(run, step, observer);
		if (leads === void 0 || await leadsNow(run) === leads) break;
		if (tried === tries) break;
		await moveLeadershipTo(run, leads);
	}
	return `observed the ${state.phase} state, ${state.upgraded} of ${state.voters} on ${state.to}${leads === void 0 ? "" : `, ${leads} leading`}`;
}
async function look(run, { state, dwellMs, writes = 0 }, observer) {
	const limitMs = dwellMs + observeLimitMs;
	await bounded(run.bounds, `The observation of the ${state.phase} state`, limitMs, (signal) => observer.observe({
		state,
		dwellMs,
		writes
	}, run.members, signal));
}
async function leadsNow(run) {
	const release = (await agreedLeader(run)).status?.version;
	if (release !== void 0) emit(run, {
		type: "led",
		release
	});
	return release;
}

// src/engine/steps/renew-raft-snapshots.ts
const budgetFactor = 3;
const chunkMaximum = 2e3;
async function renewalGoal(run) {
	const { members } = await surveyStatus(run.options.view, run.bounds, run.members);
	const silent = members.filter(({ status }) => status === null);
	if (silent.length > 0) {
		const names = silent.map(({ member, statusError }) => `${member.name} (${statusError ?? "no answer"})`);
		throw stop("gate-failed", `The raft index to cover is unknown: ${names.join(", ")} did not answer. Nothing was changed.`);
	}
	return { goal: highest(members.flatMap(({ status }) => status ? [status.raftAppliedIndex] : []), 0n).toString() };
}
async function renewRaftSnapshots(run, step) {
	const { clock } = run.bounds;
	const goal = BigInt(run.facts.goal ?? "-1");
	if (goal < 0n) throw stop("internal-error", `Step ${run.step.planned.id} was journaled without its goal.`);
	const begin = clock.monotonicUs();
	const waited = waitingTime(clock, step.timeoutMs);
	const budget = step.snapshotCount * budgetFactor + 1e3;
	const chunk = Math.min(chunkMaximum, Math.max(100, Math.ceil(step.snapshotCount / 4)));
	let sent = 0;
	let attempt = 0;
	let lastError = "";
	for (;;) {
		const stale = await staleMembers(run, goal);
		if (stale.length === 0) {
			run.memory.preparationMs += elapsedMs(clock, begin);
			return `every member has a raft snapshot at or above index ${goal} (${sent} entries sent)`;
		}
		const spentMs = waited();
		emit(run, {
			type: "progress",
			message: `${step.reason}: ${sent} raft entries sent; ${stale.join("; ")}`
		});
		if (spentMs >= step.timeoutMs) {
			const error = lastError === "" ? "" : `; last error: ${lastError}`;
			throw stop("raft-snapshot-stale", `After ${sent} raft entries not every member has a raft snapshot at or above index ${goal}: ${stale.join("; ")}${error}.`);
		}
		if (sent >= budget) {
			await pause(run, 500);
			continue;
		}
		try {
			sent += chunk;
			await churn(run, attempt, chunk, step.timeoutMs - spentMs);
		} catch (error) {
			if (isInterruption(error)) throw error;
			lastError = inOneLine(error);
			attempt += 1;
			await pause(run, 500);
		}
	}
}
async function churn(run, attempt, entries, limitMs) {
	const { members, leader } = await surveyStatus(run.options.view, run.bounds, run.members);
	const healthy = [...leader ? [leader] : [], ...members.filter((m) => m.up && m !== leader)];
	const via = healthy[attempt % Math.max(1, healthy.length)];
	if (!via) throw stop("gate-failed", "no member is up");
	await bounded(run.bounds, `Lease grants through ${via.member.name}`, Math.max(1, limitMs), (signal) => run.options.control.churnLeases(via.member, entries, signal));
}
async function staleMembers(run, goal) {
	return (await Promise.all(run.members.map(async (member) => {
		let raftSnapshots;
		try {
			({raftSnapshots} = await lookAtHost(run.options.driver, run.bounds, member));
		} catch (error) {
			if (isInterruption(error)) throw error;
			return `${member.name}: ${inOneLine(error)}`;
		}
		if (raftSnapshots === null) throw stop("gate-failed", `The raft snapshots of ${member.name} cannot be seen from here, so nothing could prove that they were renewed; no entries are sent for it.`);
		const newest = highest(raftSnapshots.map(({ index }) => index), -1n);
		return newest >= goal ? null : `${member.name}: newest snapshot ${newest < 0n ? "none" : `at ${newest}`}`;
	}))).filter((complaint) => complaint !== null);
}

// src/engine/steps/stage.ts
async function stage(run, step) {
	for (const member of run.members) await putInPlace(run, member, step.release);
	return `${step.release} is in place on ${run.members.length} members`;
}
async function putInPlace(run, member, release) {
	await bounded(run.bounds, `Staging ${release} on ${member.name}`, stageLimitMs, (signal) => run.options.driver.stage(member, release, signal));
}

// src/engine/held.ts
function holdDueBefore(run, next, to) {
	const { hop, part } = run.step;
	if (hop.kind !== "minor" || part !== "upgrade") return void 0;
	const hold = hop.steps.find((planned) => planned.step.kind === "hold");
	if (hold === void 0) return void 0;
	const { records } = run.journal;
	const legs = new Set(run.options.plan.legs.flatMap((leg) => leg.steps.map(({ id }) => id)));
	const held = records.findLast((r) => r.type === "step-finished" && r.step === hold.id);
	const changed = records.findLast((r) => r.type === "switch-intended" && !legs.has(r.step) && !(r.member === next && sameDeployment(r.to, to)));
	return held === void 0 || changed !== void 0 && changed.seq > held.seq ? hold : void 0;
}

// src/engine/steps/switch-member.ts
const rounds = 6;
async function switchMember(run, step) {
	for (let round = 0; round < rounds; round++) {
		const done = await switchUpTo(run, step);
		if (done !== null) return done;
	}
	throw notStill("to say which members are left", "what was changed is in the journal");
}
async function switchUpTo(run, step) {
	const open = unfinishedSwitch(run);
	const before = await surveyWithContact(run);
	const there = onDeployment(before, step.to);
	if (there.length >= step.ordinal) {
		for (const { member } of there) await verify$1(run, step, member, open?.member === member.name ? open.from ?? deploymentBefore(run, member, step.to) : null);
		await tellSide(run);
		return `${there.length} members run ${nameDeployment(step.to)} already`;
	}
	const switched = [];
	for (;;) {
		const survey = await surveyWithContact(run);
		if (onDeployment(survey, step.to).length >= step.ordinal) break;
		await holdWhereDue(run, step, survey);
		const done = await switchOne(run, step);
		if (done === null) return null;
		switched.push(done);
	}
	await tellSide(run);
	return `${switched.join(", ")} → ${nameDeployment(step.to)}`;
}
async function holdWhereDue(run, step, survey) {
	const done = onDeployment(survey, step.to);
	const [last, ...others] = survey.members.filter((member) => !done.includes(member));
	if (step.purpose !== "upgrade" || !last || !seenRunning(last) || others.length > 0) return;
	const due = holdDueBefore(run, last.member.name, step.to);
	if (!due) return;
	const begin = run.bounds.clock.monotonicUs();
	await run.journal.append({
		type: "step-started",
		step: due.id
	});
	await hold(run, due.step);
	const durationMs = elapsedMs(run.bounds.clock, begin);
	await run.journal.append({
		type: "step-finished",
		step: due.id,
		durationMs
	});
	await run.journal.append({
		type: "step-started",
		step: run.step.planned.id
	});
}
async function switchOne(run, step) {
	const ready = await readyMember(run, step);
	if (ready === null) return null;
	const { member, from } = ready;
	const old = from?.deployment ?? deploymentBefore(run, member, step.to);
	const end = await changeMember(run, member, from, step.to);
	switch (end.outcome) {
		case "running":
			await verify$1(run, step, member, old);
			return member.name;
		case "exited": return await restoreAndStop(run, member, old, step.to, {
			code: end.code === "member-start-failed" ? await ofWayBack(run, step, member, end.code, end.message) : end.code,
			message: `${member.name} did not start on ${nameDeployment(step.to)}: ${end.message}`,
			evidence: end.lastLines,
			ended: true
		});
		case "unchanged": {
			const { error } = end;
			if (!(error instanceof EtcdMigrateError)) throw error;
			if (from === null && isRefusal(error)) return null;
			if (from !== null && error.code === "member-stop-failed") throw await afterSlowStop(run, member, from.deployment, error);
			throw stop(error.code, `${member.name} was not switched and still runs ${nameDeployment(from?.deployment ?? null)}: ${error.message}`, {
				evidence: evidenceOf(error),
				cause: error
			});
		}
	}
}
async function afterSlowStop(run, member, from, error) {
	const held = (became) => stop(error.code, `${member.name} was not switched: ${error.message} ${became}`, {
		hold: true,
		evidence: evidenceOf(error),
		cause: error
	});
	const waited = waitingTime(run.bounds.clock, settleLimitMs);
	for (;;) {
		if (((await surveyWithContact(run)).members.find((each) => each.member.name === member.name)?.host)?.running === "nothing") break;
		if (waited() >= 45e3) return held(`${seconds$1(settleLimitMs)} later it still runs, and may end at any moment: \`resume\` goes on with this member.`);
		emit(run, {
			type: "progress",
			message: `${member.name} was told to stop, and still runs`
		});
		await pause(run, 500);
	}
	const back = await changeMember(run, member, null, from);
	if (back.outcome === "running") return held(`It ended later, and runs ${nameDeployment(from)} again.`);
	return held(`It ended later, and could not be started again: ${back.outcome === "exited" ? back.message : inOneLine(back.error)}. Its data is untouched.`);
}
async function readyMember(run, step) {
	const waited = waitingTime(run.bounds.clock, recoverLimitMs);
	for (let round = 1;; round++) {
		const choice = await chooseMember(run, step.to);
		if (!choice) return null;
		const { member, up } = choice.chosen;
		if (step.purpose === "roll-back") await requireTheWayBack(run, step.to);
		if (up) await moveLeadershipAway(run, member);
		const old = seenRunning(choice.chosen) ?? deploymentBefore(run, member, step.to);
		const releases = [step.to.release, old.release];
		for (const release of releases) await putInPlace(run, member, release);
		const { objections, survey } = await lookBeforeStop(run, member, releases);
		const host = survey.members.find((each) => each.member.name === member.name)?.host ?? null;
		const change = changeSince(run.journal.records, member, host);
		if (change !== null) throw unasked(change);
		const from = runningOn(survey, member);
		const leads = run.members.length > 1 && survey.leader?.member.name === member.name;
		const known = survey.leader !== null || !up || run.members.length === 1;
		if (objections.length === 0 && !leads && known) return {
			member,
			from
		};
		const waitedMs = waited();
		const lasting = objections.find(({ mayPass }) => !mayPass) ?? (waitedMs < 2e4 ? void 0 : objections[0]);
		if (lasting !== void 0) {
			const after = lasting.mayPass ? ` for ${seconds$1(recoverLimitMs)}` : "";
			const messages = [...new Set(objections.map(({ message }) => message))].join("; ");
			throw stop(lasting.code, `${member.name} was not stopped${after}: ${messages}.`, { hold: true });
		}
		if (objections.length === 0 && round >= rounds) throw notStill("to choose a member", "nothing was changed");
		if (objections.length > 0) {
			emit(run, {
				type: "progress",
				message: `waiting to stop ${member.name}: ${objections[0]?.message}`
			});
			await pause(run, 500);
		}
	}
}
function notStill(what, sofar) {
	const message = `The cluster was not still for long enough ${what} in ${rounds} attempts; ${sofar}.`;
	return stop("gate-failed", message, { hold: true });
}
async function requireTheWayBack(run, to) {
	const { hop } = run.step;
	if (lineOf(to.release) === lineOf(hop.to)) return;
	await requireWayBack({
		options: run.options,
		bounds: run.bounds,
		members: run.members,
		hop
	}, aboutHop(hop, run.journal.records), `no further member was switched back to ${to.release}`);
}
async function verify$1(run, step, member, old) {
	const sinceWallMs = run.bounds.clock.wallMs();
	try {
		await passGates(run, step.gates, {
			member,
			wanted: step.to
		});
		if (!(knownProcess(member.name, run.journal.records) !== void 0)) await rememberProcess(run, member, run.step.planned.id);
	} catch (error) {
		const change = unaskedChangeOf(error);
		if (change?.member.name === member.name && old !== null) return await undo({
			...run,
			bounds: run.unwatched
		}, step, change, old);
		if (isInterruption(error) || !(error instanceof EtcdMigrateError) || error.kind === "bug") throw error;
		const host = (await surveyWithContact(run)).members.find((m) => m.member.name === member.name)?.host ?? null;
		const unseen = changeSince(run.journal.records, member, host);
		if (unseen !== null && old !== null) return await undo(run, step, unseen, old);
		if (unseen !== null) throw unasked(unseen);
		const lines = await lastLinesOf(run, member, sinceWallMs);
		const message = `${member.name} on ${nameDeployment(step.to)}: ${error.message}`;
		if (old === null || isHold(error)) throw stop(error.code, `${describeFailure(run, {
			message,
			evidence: lines
		})}. Nothing was undone.`, {
			hold: isHold(error),
			evidence: lines,
			cause: error
		});
		const ended = host?.running === "nothing";
		const code = ended ? "member-start-failed" : error.code;
		const isItsOwn = ended || isMembersOwn(error);
		await restoreAndStop(run, member, old, step.to, {
			code: isItsOwn ? await ofWayBack(run, step, member, code, error.message) : code,
			message,
			evidence: lines,
			ended
		});
	}
}
async function undo(run, step, change, old) {
	const { member } = change;
	const end = await tellUnaskedEnd(run, change, run.step.planned.id);
	const isItsOwn = end.code === "member-crashed";
	await restoreAndStop(run, member, old, step.to, {
		code: isItsOwn ? await ofWayBack(run, step, member, end.code, end.message) : end.code,
		message: end.message,
		evidence: end.lines,
		ended: change.kind === "ended"
	});
}
async function ofWayBack(run, step, member, code, why) {
	const { hop } = run.step;
	if (step.purpose !== "roll-back" || lineOf(step.to.release) === lineOf(hop.to)) return code;
	await noteBrokenBack(run, member, `${member.name} did not come back on ${nameDeployment(step.to)}: ${why}`);
	return "roll-back-broken";
}
async function tellSide(run) {
	const { hop } = run.step;
	if (hop.kind !== "minor") return;
	const side = await sideNow(run);
	if (side !== "before") emit(run, {
		type: "point-of-no-return",
		side
	});
}

// src/engine/steps/verify.ts
async function verify(run, step) {
	await passGates(run, step.gates);
	return `${step.gates.length} gate${step.gates.length === 1 ? "" : "s"} open`;
}

// src/engine/steps/wait-cluster-version.ts
async function waitClusterVersion(run, step) {
	const begin = run.bounds.clock.monotonicUs();
	const spec = {
		name: `cluster-version-${step.line}`,
		timeoutMs: step.timeoutMs
	};
	const seen = await waitUntil(run, spec, async () => {
		const versions = await Promise.all(run.members.map(async (member) => ({
			name: member.name,
			...await bounded(run.bounds, `/version of ${member.name}`, readLimitMs, (s) => run.options.view.versions(member, s))
		})));
		const hasStorage = compareLines(step.line, "3.6") >= 0;
		const late = versions.filter(({ cluster, storage }) => lineOf(cluster) !== step.line || (storage === void 0 || storage === "" ? hasStorage : lineOf(storage) !== step.line));
		if (late.length === 0) return {
			open: true,
			observation: `every member reports cluster version ${step.line}`
		};
		return {
			open: false,
			observation: late.map(({ name, cluster, storage }) => `${name} reports cluster ${cluster}${storage === void 0 ? hasStorage ? ", no storage version" : "" : `, storage ${storage}`}`).join("; ")
		};
	});
	run.memory.flipWaitMs += elapsedMs(run.bounds.clock, begin);
	return seen;
}

// src/engine/steps/index.ts
async function factsOf(run) {
	return run.step.planned.step.kind === "renew-raft-snapshots" ? await renewalGoal(run) : {};
}
async function carryOut(run) {
	const { step } = run.step.planned;
	switch (step.kind) {
		case "verify": return await verify(run, step);
		case "stage": return await stage(run, step);
		case "switch-member": return await switchMember(run, step);
		case "renew-raft-snapshots": return await renewRaftSnapshots(run, step);
		case "hold": return await hold(run, step);
		case "wait-cluster-version": return await waitClusterVersion(run, step);
		case "observe": return await observe(run, step);
		case "lead": return await lead(run, step);
		case "kill-member": return await killMember(run, step);
	}
}

// src/engine/run.ts
async function runPlan(options) {
	return await runSteps(options, await openJournal(options.journal, options.clock), "reached-target");
}
async function bringUp$1(options) {
	const { clock, steps, signal } = options;
	const bounds = {
		clock,
		signal
	};
	const step = steps.find(({ planned }) => !options.completed?.has(planned.id)) ?? steps.at(-1);
	if (step === void 0) return;
	const journal = await openJournal(options.journal, clock);
	try {
		const members = await inventoryOf(options);
		await settleInFlight(options, bounds, members, journal);
		const memory = memoryOf(journal);
		await takeUp({
			options,
			bounds,
			unwatched: bounds,
			members,
			journal,
			facts: {},
			memory,
			step
		});
	} catch (error) {
		if (isInterruption(error) || isNotOurs(error) || !(error instanceof EtcdMigrateError)) throw error;
		options.log.debug("A member could not be brought back before the clients began", { error: inOneLine(error) });
	}
}
async function runSteps(options, journal, goal, ended) {
	const { clock, steps, signal } = options;
	const bounds = {
		clock,
		signal
	};
	const completed = options.completed ?? /* @__PURE__ */ new Set();
	const memory = memoryOf(journal);
	const outcomes = /* @__PURE__ */ new Map();
	for (const id of completed) outcomes.set(id, finishedBefore(journal, id));
	let members = [];
	let current;
	let isRefused = false;
	const finish = async (ending) => {
		const { hop } = current ?? steps.find(({ planned }) => !completed.has(planned.id)) ?? steps.at(-1) ?? {};
		const about = aboutHop(hop, journal.records);
		const standing = await lastLook(options, members, about);
		const { error, ...rest } = ending;
		const step = error === void 0 ? void 0 : current?.planned.id;
		const outcome = {
			...rest,
			...present({ step }),
			evidence: evidenceOf(error),
			clusterState: standing.sentence,
			pointOfNoReturn: standing.side,
			wayBack: standing.wayBack.is,
			steps: steps.map(({ planned }) => outcomes.get(planned.id) ?? {
				id: planned.id,
				status: "not-run"
			}),
			timings: {
				stopMs: memory.stopMs,
				startMs: memory.startMs,
				flipWaitMs: memory.flipWaitMs,
				preparationMs: memory.preparationMs
			}
		};
		try {
			await journal.append(ending.outcome === "interrupted" ? {
				type: "run-interrupted",
				step: step ?? null,
				reason: ending.message
			} : {
				type: "run-finished",
				outcome: ending.outcome,
				message: ending.message,
				evidence: outcome.evidence,
				...present({
					code: ending.error === void 0 ? void 0 : ending.code,
					step
				})
			});
		} catch (failure) {
			options.log.error("The end of the run could not be journaled", { error: inOneLine(failure) });
		}
		return outcome;
	};
	try {
		try {
			var _usingCtx$2 = _usingCtx();
			throwIfInterrupted(signal);
			members = await inventoryOf(options);
			if (ended !== void 0) throw ended;
			await settleInFlight(options, bounds, members, journal);
			const taken = {
				options,
				bounds,
				unwatched: bounds,
				members,
				journal,
				facts: {},
				memory
			};
			const next = steps.find(({ planned }) => !completed.has(planned.id));
			if (next !== void 0) {
				current = next;
				await takeUp({
					...taken,
					step: next
				}).catch((error) => {
					isRefused = isNotOurs(error);
					throw error;
				});
			}
			const sentinel = _usingCtx$2.a(watchProcesses(taken));
			for (const [index, step] of steps.entries()) {
				current = step;
				const { planned } = step;
				if (completed.has(planned.id)) continue;
				throwIfInterrupted(signal);
				const begin = clock.monotonicUs();
				emit({ options }, {
					type: "step-started",
					step: planned,
					number: index + 1,
					total: steps.length
				});
				try {
					const detail = await watchedStep({
						...taken,
						bounds: sentinel.bounds,
						step
					}, sentinel);
					const durationMs = elapsedMs(clock, begin);
					await journal.append({
						type: "step-finished",
						step: planned.id,
						durationMs
					});
					outcomes.set(planned.id, {
						id: planned.id,
						status: "ok",
						durationMs,
						detail
					});
					emit({ options }, {
						type: "step-finished",
						step: planned,
						durationMs
					});
				} catch (error) {
					const durationMs = elapsedMs(clock, begin);
					outcomes.set(planned.id, {
						id: planned.id,
						status: "failed",
						durationMs,
						detail: inOneLine(error)
					});
					throw error;
				}
			}
			return await finish({
				outcome: goal,
				message: goal === "reached-target" ? "The plan was carried out to its end." : "The roll-back was carried out to its end."
			});
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			await _usingCtx$2.d();
		}
	} catch (error) {
		if (isRefused) throw error;
		const ending = endingOf(error);
		if (current && ending.outcome !== "interrupted") {
			const { code, message } = ending;
			try {
				await journal.append({
					type: "step-failed",
					step: current.planned.id,
					code,
					message
				});
			} catch (failure) {
				options.log.error("The failure of the step could not be journaled", { error: inOneLine(failure) });
			}
			emit({ options }, {
				type: "step-failed",
				step: current.planned,
				code,
				message
			});
		}
		return await finish(ending);
	}
}
function endingOf(error) {
	if (!(error instanceof EtcdMigrateError)) return {
		outcome: "failed",
		code: "internal-error",
		message: `A bug in etcd-migrate stopped the run: ${error instanceof Error ? error.stack ?? error.message : String(error)}`,
		error
	};
	const { code, message } = error;
	return {
		outcome: isInterruption(error) ? "interrupted" : isHold(error) ? "held" : "failed",
		code,
		message,
		error
	};
}
async function watchedStep(run, sentinel) {
	try {
		const detail = await runStep(run);
		await sentinel.look();
		return detail;
	} catch (error) {
		const change = unaskedChangeOf(error);
		if (change === void 0) throw error;
		throw await afterUnaskedChange({
			...run,
			bounds: run.unwatched
		}, change);
	}
}
async function runStep(run) {
	const id = run.step.planned.id;
	const earlier = recordsAbout(id, run.journal.records).find((r) => r.type === "step-started" && r.facts !== void 0);
	const facts = earlier?.type === "step-started" && earlier.facts ? earlier.facts : await factsOf(run);
	const entry = Object.keys(facts).length === 0 ? {} : { facts };
	await run.journal.append({
		type: "step-started",
		step: id,
		...entry
	});
	return await carryOut({
		...run,
		facts
	});
}
async function inventoryOf(options) {
	const { clock, signal, driver, plan } = options;
	const timer = new AbortController();
	try {
		const members = await Promise.race([driver.inventory(signal), clock.sleep(inspectLimitMs, timer.signal).then(() => {
			throw new EtcdMigrateError("member-lost", "The inventory of the cluster has not answered for 10 s; nothing was changed.");
		})]);
		if (members.length !== plan.upgrade.voters) throw new EtcdMigrateError("internal-error", `The plan is for ${plan.upgrade.voters} members, the cluster has ${members.length}; nothing was changed.`);
		return members;
	} finally {
		timer.abort(over);
	}
}
async function lastLook(options, members, about) {
	try {
		const limitMs = options.signal.aborted ? lastLookMs : inspectLimitMs;
		return await standingOf(options, members.length > 0 ? members : await lateInventory(options), about, limitMs);
	} catch (error) {
		return unknownStanding(error, about);
	}
}
function lateInventory({ clock, driver }) {
	const signal = new AbortController().signal;
	return bounded({
		clock,
		signal
	}, "The inventory of the cluster", lastLookMs, (s) => driver.inventory(s));
}
function memoryOf(journal) {
	const last = journal.records.findLast((record) => record.type === "switch-intended");
	return {
		lastSwitched: last?.type === "switch-intended" ? last.member : null,
		acts: 0,
		stopMs: 0,
		startMs: 0,
		flipWaitMs: 0,
		preparationMs: 0
	};
}
function finishedBefore(journal, id) {
	const record = journal.records.findLast((r) => r.type === "step-finished" && r.step === id);
	return {
		id,
		status: "ok",
		...record?.type === "step-finished" ? { durationMs: record.durationMs } : {}
	};
}

// src/engine/recall.ts
async function recallOutcome(options) {
	const { clock, signal } = options;
	const journal = await openJournal(options.journal, clock);
	const end = journal.records.findLast((record) => record.type === "run-finished");
	if (end?.type !== "run-finished") throw new EtcdMigrateError("nothing-to-resume", "The journal has no end of the run that could be judged.");
	const completed = options.completed ?? /* @__PURE__ */ new Set();
	const failed = journal.records.findLast((record) => record.type === "step-failed");
	const hop = currentHop(options.plan, completed);
	const about = aboutHop(hop, journal.records);
	const standing = await inventoryOf(options).then((members) => {
		const look = () => standingOf(options, members, about, inspectLimitMs);
		return bounded({
			clock,
			signal
		}, "The look at the cluster", 3 * inspectLimitMs, look);
	}).catch((error) => unknownStanding(error, about));
	return {
		outcome: end.outcome,
		...present({
			code: end.code === void 0 ? void 0 : codeOf$1(end.code),
			step: end.step
		}),
		message: end.message ?? `The run had ended before its process did: ${end.outcome}.`,
		evidence: end.evidence ?? [],
		clusterState: standing.sentence,
		pointOfNoReturn: standing.side,
		wayBack: standing.wayBack.is,
		steps: options.steps.map(({ planned: { id } }) => {
			if (completed.has(id)) return finishedBefore(journal, id);
			if (id !== end.step || failed?.type !== "step-failed") return {
				id,
				status: "not-run"
			};
			return {
				id,
				status: "failed",
				detail: failed.message
			};
		}),
		timings: {
			stopMs: 0,
			startMs: 0,
			flipWaitMs: 0,
			preparationMs: 0
		}
	};
}
function codeOf$1(code) {
	return code in failures ? code : "internal-error";
}

// src/engine/roll-back.ts
async function rollBack(options) {
	const { plan, clock, signal } = options;
	const bounds = {
		clock,
		signal
	};
	const journal = await openJournal(options.journal, clock);
	const hop = currentHop(plan, options.completed ?? /* @__PURE__ */ new Set());
	if (!hop) throw new EtcdMigrateError("nothing-to-resume", "The plan has no hop, so there is nothing to roll back.");
	let notBack;
	try {
		throwIfInterrupted(signal);
		const members = await inventoryOf(options);
		await settleInFlight(options, bounds, members, journal);
		const memory = memoryOf(journal);
		const step = stepOf(hop, options.steps);
		await takeUp({
			options,
			bounds,
			unwatched: bounds,
			members,
			journal,
			facts: {},
			memory,
			step
		}).catch((error) => {
			if (isInterruption(error) || isNotOurs(error)) throw error;
			notBack = error;
		});
		if (notBack === void 0) await requireWayBack({
			options,
			bounds,
			members,
			hop
		}, aboutHop(hop, journal.records), "nothing was changed");
	} catch (error) {
		if (!isInterruption(error) || !signal.aborted) throw error;
	}
	const attempt = journal.records.filter((r) => r.type === "run-resumed" && r.purpose === "rollback").length;
	const steps = rollBackSteps(hop, plan.upgrade.voters, attempt);
	const outcome = await runSteps({
		...options,
		steps,
		completed: /* @__PURE__ */ new Set()
	}, journal, "rolled-back", notBack);
	const kept = plan.upgrade.hops.slice(0, plan.upgrade.hops.indexOf(hop)).map(({ from, to }) => `${from} → ${to}`).join(", ");
	const message = outcome.outcome === "rolled-back" ? `Every member runs ${hop.from}: hop ${hop.from} → ${hop.to} is undone.${kept === "" ? "" : ` Not undone, because finished: ${kept}.`}` : outcome.message;
	return {
		...outcome,
		message
	};
}
function stepOf(hop, steps) {
	const own = steps.find((step) => step.hop.id === hop.id);
	if (own === void 0) throw new EtcdMigrateError("internal-error", `The plan has no step of hop ${hop.id}.`);
	return own;
}
function rollBackSteps(hop, voters, attempt) {
	const forward = hop.steps.find(({ step }) => step.kind === "switch-member")?.step;
	const gates = forward?.kind === "switch-member" ? forward.gates : [];
	return [
		{
			kind: "stage",
			release: hop.from
		},
		{
			kind: "switch-member",
			purpose: "roll-back",
			ordinal: voters,
			to: {
				release: hop.from,
				overrides: {}
			},
			gates
		},
		{
			kind: "verify",
			title: "after the roll-back",
			gates: gates.filter(({ name }) => !name.startsWith("member-") && name !== "raft-caught-up")
		}
	].map((step, index) => ({
		planned: {
			id: rollBackStepId(hop, attempt, index + 1),
			step
		},
		hop,
		part: "upgrade",
		depth: 1
	}));
}

// src/app/run/conduct.ts
async function conduct({ wanted, isCarriedOut, ...session }) {
	requireCapable({
		...session,
		wanted,
		isCarriedOut
	}, session.cluster.driver.capabilities);
	const options = engineOptions(session);
	if (isCarriedOut) return await recallOutcome(options);
	return await (wanted === "rolled-back" ? rollBack(options) : runPlan(options));
}
async function bringUp(session) {
	await bringUp$1(engineOptions(session));
}
function engineOptions({ cluster, access, ...session }) {
	return {
		...session,
		steps: executableSteps(session.plan),
		driver: cluster.driver,
		view: access,
		control: access,
		symptomOf: (lines) => symptomOf(lines)
	};
}
function requireCapable(assignment, capabilities) {
	const [unmet] = unmetNeeds(stepsToDo(assignment), capabilities);
	if (unmet === void 0) return;
	const { planned, capability } = unmet;
	const has = [...capabilities].join(", ") || "none";
	throw new EtcdMigrateError("capability-missing", `Step ${planned.id} (${titleOf(planned.step)}) needs the capability ${capability}, which the driver of this cluster does not have (it has: ${has}). Nothing was journaled or changed.`);
}
function stepsToDo({ plan, wanted, completed, isCarriedOut }) {
	if (isCarriedOut) return [];
	const all = executableSteps(plan).map(({ planned }) => planned);
	if (wanted === "rolled-back") return all.filter(({ step }) => step.kind === "switch-member");
	return all.filter(({ id }) => !completed.has(id));
}

// src/app/shell/interruptible.ts
const interruptedFirst = Symbol("interrupted first");
async function untilInterrupted(work, signal, clock, graceMs = 0) {
	const done = new AbortController();
	const given = new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener("abort", () => resolve(), {
			once: true,
			signal: done.signal
		});
	}).then(async () => {
		if (graceMs > 0) await clock.sleep(graceMs, done.signal).catch(() => void 0);
		return interruptedFirst;
	});
	try {
		return await Promise.race([work, given]);
	} finally {
		done.abort();
		work.catch(() => void 0);
	}
}
async function orInterrupted(work, signal, clock) {
	const ended = await untilInterrupted(work, signal, clock);
	if (ended === interruptedFirst) throw signal.reason;
	return ended;
}

// src/app/run/finishing.ts
const publishGraceMs = 2e3;
const removalGraceMs = 2500;
async function finishRun(frame, work, endCluster) {
	const { progress, surroundings, directory } = frame;
	let report;
	let ended = true;
	try {
		report = await work();
	} catch (error) {
		report = withoutVerdict(frame, error);
		ended = frame.mode === "preflight";
	}
	report = surroundings.redactor.report(report);
	const isOver = ended && !isInterrupted(report);
	let removed = false;
	const end = async (how) => {
		removed = how === "remove";
		if (removed) progress.now("removing the throw-away cluster");
		const ending = await untilInterrupted(endCluster(how), surroundings.signal, frame.clock, removalGraceMs).catch((error) => asKnownError(error).message);
		const why = ending === interruptedFirst ? "interrupted" : ending;
		if (why === void 0) return;
		progress.line(`warning: the throw-away cluster could not be ${removed ? "removed" : "let go of"}: ${why}`);
		if (!removed) return;
		const step = `Remove the throw-away cluster, which is still there (${why.replace(/\.$/, "")}): \`etcd-migrate cleanup --output ${directory.path}\`.`;
		report = surroundings.redactor.report({
			...report,
			nextSteps: [...report.nextSteps, step]
		});
	};
	try {
		await writeAll(report, frame);
	} catch (error) {
		if (!isOver || asKnownError(error).code !== "no-space") throw error;
		await end("remove");
		await writeAll(report, frame);
	}
	const entry = {
		type: "run-reported",
		verdict: report.verdict
	};
	const untold = isOver ? await journalEnd(frame, entry) : null;
	progress.now("");
	progress.endGroup();
	if (!removed) {
		const written = report;
		await end(isOver ? "remove" : "leave");
		if (report !== written) await writeAll(report, frame).catch((error) => progress.line(`warning: the report could not be written again: ${asKnownError(error).message}`));
	}
	await publish(report, frame);
	if (untold !== null) await tellLate(frame, entry);
	else if (isOver) await removeLastWord(directory.lastWord);
	progress.now("");
	sayReport(report, frame.settings, surroundings);
	progress.line(`reports: ${directory.path}`);
	const { aborted, reason } = surroundings.signal;
	if (aborted && reason instanceof EtcdMigrateError) return exitCodeOf(reason.code);
	return exitCodeOfVerdict(report.verdict, report.failureReason);
}
function isInterrupted({ failureReason, clusterState }) {
	return clusterState !== void 0 && (failureReason === "interrupted" || failureReason === "terminated");
}
async function journalEnd(frame, entry) {
	try {
		const journal = await openJournal(createJournalFile(frame.directory.journal), frame.clock);
		if (journal.records.length > 0) await journal.append(entry);
		return null;
	} catch (error) {
		return asKnownError(error).message;
	}
}
async function tellLate(frame, entry) {
	const why = await journalEnd(frame, entry);
	if (why === null) return;
	frame.progress.line(`warning: the end of the run could not be journaled: ${why}`);
	try {
		const [first] = await createJournalFile(frame.directory.journal).read();
		const { runId } = runStartedSchema.parse(first);
		await tellUntold(frame.directory, runId, entry.verdict, why);
	} catch (error) {
		frame.progress.line(`warning: nor could its last word be written: ${asKnownError(error).message}`);
	}
}
const runStartedSchema = looseObject({ runId: string() });
async function publish(report, { publishers, surroundings, clock, progress }) {
	const published = Promise.all(publishers.map((publisher) => publisher.finished(report)));
	if (await untilInterrupted(published, surroundings.signal, clock, publishGraceMs) === interruptedFirst) progress.line(`warning: interrupted, so publishing was broken off after ${publishGraceMs / 1e3} s`);
}
function withoutVerdict(frame, error) {
	const interruption = frame.surroundings.signal.aborted ? frame.surroundings.signal.reason : void 0;
	const known = asKnownError(interruption instanceof EtcdMigrateError ? interruption : error);
	const { plan, context } = frame;
	return {
		...errorReport(known, frame.mode),
		cluster: context.manifest.name,
		planDigest: plan.digest,
		from: plan.upgrade.hops[0]?.from ?? "",
		to: plan.upgrade.hops.at(-1)?.to ?? "",
		startedAt: context.startedAt,
		finishedAt: new Date(frame.clock.wallMs()).toISOString(),
		releases: [...context.releases]
	};
}
async function writeAll(report, frame) {
	const { directory } = frame;
	await writeReports(report, directory);
	if (frame.mode === "rollback") return;
	await writeFileAtomic(directory.record, `${JSON.stringify(recordOf(report, frame, frame.clock), null, 2)}\n`);
}

// src/engine/timeline.ts
function watchTimeline({ view, members, bounds, log, tell }) {
	const { clock } = bounds;
	const ending = new AbortController();
	const signal = AbortSignal.any([bounds.signal, ending.signal]);
	const seen = /* @__PURE__ */ new Map();
	const shown = /* @__PURE__ */ new Map();
	const termSince = (term) => {
		return members.flatMap(({ name }) => (shown.get(name) ?? []).findLast((each) => each.term < term) ?? []).map(({ at }) => at).sort((x, y) => x - y)[quorumOf(members.length) - 1];
	};
	const note = (member, term, at) => {
		const terms = shown.get(member) ?? [];
		const same = terms.findIndex((each) => each.term === term);
		if (same >= 0) terms.splice(same, 1);
		terms.push({
			term,
			at
		});
		terms.sort((x, y) => Number(x.term - y.term));
		shown.set(member, terms.slice(-20));
	};
	const nameOf = (id) => id === 0n ? null : members.find((member) => member.id === id)?.name ?? id.toString(16);
	const look = async (member, within) => {
		const begun = clock.monotonicUs();
		const before = seen.get(member.name);
		let answer;
		let error;
		try {
			const status = await bounded(within, `Status of ${member.name}`, timelineLookMs, (s) => view.status(member, s));
			answer = {
				release: status.version,
				term: status.raftTerm,
				leader: nameOf(status.leaderId)
			};
		} catch (failure) {
			if (isInterruption(failure)) return;
			error = inOneLine(failure);
		}
		if (answer !== void 0) note(member.name, answer.term, begun);
		const told = answer === void 0 ? "silent" : `${answer.release} ${answer.term} ${answer.leader}`;
		const answeredAt = answer === void 0 ? before?.answeredAt : begun;
		seen.set(member.name, {
			told,
			...present({ answeredAt })
		});
		if (told === before?.told) return;
		tell({
			at: clock.monotonicUs(),
			member: member.name,
			...present({
				since: before?.answeredAt,
				termSince: answer && termSince(answer.term),
				answer,
				error
			})
		});
	};
	const watch = async (member) => {
		try {
			while (!signal.aborted) {
				await look(member, {
					clock,
					signal
				});
				await clock.sleep(timelinePauseMs, signal);
			}
		} catch (error) {
			if (!signal.aborted) log.warn(`What ${member.name} says of itself is not watched any more: ${inOneLine(error)}`);
		}
	};
	const watching = members.map(watch);
	const end = async () => {
		ending.abort(over);
		await Promise.all(watching);
		if (!bounds.signal.aborted) await Promise.all(members.map((member) => look(member, bounds)));
	};
	let ended;
	return { [Symbol.asyncDispose]: () => {
		ended ??= end();
		return ended;
	} };
}

// src/judge/read-history.ts
async function* readHistory(lines) {
	let line = 0;
	let broken;
	for await (const text of lines) {
		line++;
		if (text === "") continue;
		const record = parseLine(text, line);
		if (broken !== void 0) {
			yield record.k === "segment" ? broken : {
				...broken,
				torn: false
			};
			broken = void 0;
		}
		if (record.k === "unreadable" && record.torn) broken = record;
		else yield record;
	}
	if (broken !== void 0) yield broken;
}
function parseLine(text, line) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return {
			k: "unreadable",
			line,
			reason: error.message,
			torn: true
		};
	}
	const reason = mistakeIn(value);
	return reason === void 0 ? value : {
		k: "unreadable",
		line,
		reason,
		torn: false
	};
}
const operations = /* @__PURE__ */ new Set([
	"put",
	"delete",
	"get",
	"get-serializable",
	"range",
	"cas"
]);
const outcomes$1 = /* @__PURE__ */ new Set([
	"ok",
	"failed",
	"unknown"
]);
const events = {
	mark: /* @__PURE__ */ new Set([
		"step-start",
		"step-end",
		"switch-start",
		"switch-end",
		"leader-moved",
		"leader-seen",
		"led",
		"process-unchanged",
		"member-changed",
		"workload-start",
		"workload-end",
		"stalled"
	]),
	watch: /* @__PURE__ */ new Set([
		"opened",
		"put",
		"delete",
		"progress",
		"lost",
		"closed",
		"rechecked"
	]),
	lease: /* @__PURE__ */ new Set([
		"granted",
		"grant-failed",
		"renewed",
		"renewal-failed",
		"abandoned",
		"revoked",
		"key-seen",
		"key-gone",
		"lost"
	]),
	hold: /* @__PURE__ */ new Set([
		"requested",
		"acquired",
		"released",
		"lost",
		"failed"
	])
};
function mistakeIn(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return "not an object";
	const record = value;
	switch (record.k) {
		case "op": return mistakeInOperation(record);
		case "segment": return need(record, ["n", "at"], ["wall", "boot"]);
		case "mark": return unknownEvent(record, "mark") ?? need(record, record.event === "stalled" ? ["at", "from"] : ["at"], []);
		case "watch": return unknownEvent(record, "watch") ?? need(record, ["at"], ["watcher"]) ?? mistakeInWatch(record);
		case "lease": return unknownEvent(record, "lease") ?? need(record, ["at"], ["lease", "client"]) ?? mistakeInLease(record);
		case "hold": return unknownEvent(record, "hold") ?? need(record, ["at"], [
			"name",
			"holder",
			"kind"
		]) ?? mistakeInHold(record);
		case "hash": return need(record, ["at"], []) ?? needRevision(record, "rev") ?? mistakeInHashes(record.hashes);
		case "seen": return need(record, ["at"], ["member"]) ?? mistakeInLook(record);
		case "final": return need(record, ["at"], ["member"]) ?? needRevision(record, "rev") ?? mistakeInEntries(record.kvs);
		default: return `unknown kind of record ${JSON.stringify(record.k)}`;
	}
}
function mistakeInOperation(record) {
	const { op, outcome } = record;
	if (!operations.has(op)) return `unknown operation ${JSON.stringify(op)}`;
	if (!outcomes$1.has(outcome)) return `unknown outcome ${JSON.stringify(outcome)}`;
	const common = need(record, [
		"id",
		"due",
		"start"
	], ["client", "key"]);
	if (common !== void 0) return common;
	if ((op === "put" || op === "cas") && typeof record.val !== "string") return `${op} without val`;
	if (op === "cas" && (outcome === "ok" || record.expect !== void 0)) {
		const wrong = needRevision(record, "expect");
		if (wrong !== void 0) return wrong;
	}
	if (record.end !== void 0 && !isTime(record.end)) return "end is not a time";
	const { got } = record;
	if (got !== void 0 && got !== null) {
		if (typeof got !== "object") return "got is not an object";
		const { val, mod } = got;
		if (typeof val !== "string" || !isRevision(mod)) return "got without val or mod";
	}
	if (record.kvs !== void 0) {
		const wrong = mistakeInEntries(record.kvs);
		if (wrong !== void 0) return wrong;
	}
	if (outcome !== "ok") return void 0;
	if (!isTime(record.end)) return "ok without end";
	if (!isRevision(record.rev)) return "ok without rev";
	if (op === "cas" && typeof record.swapped !== "boolean") return "ok cas without swapped";
	if (op === "delete" && typeof record.deleted !== "boolean") return "ok delete without deleted";
	if ((op === "get" || op === "get-serializable") && got === void 0) return `ok ${op} without got`;
	if (op === "range" && record.kvs === void 0) return "ok range without kvs";
}
function mistakeInWatch(record) {
	switch (record.event) {
		case "opened": return need(record, [], ["prefix"]) ?? needRevision(record, "rev");
		case "put": return need(record, [], ["key", "val"]) ?? needRevision(record, "rev");
		case "delete": return need(record, [], ["key"]) ?? needRevision(record, "rev");
		case "rechecked": {
			const { seen, error } = record;
			if (typeof error === "string") return void 0;
			if (!Array.isArray(seen) || !seen.every(isRevision)) return "rechecked without seen";
			return needRevision(record, "rev") ?? needRevision(record, "upTo");
		}
		default: return;
	}
}
function mistakeInLease(record) {
	const { event, key } = record;
	if (event === "granted" && !isTime(record.ttlMs)) return "granted without ttlMs";
	if ((event === "key-seen" || event === "key-gone") && typeof key !== "string") return `${String(event)} without key`;
}
function mistakeInHold(record) {
	if (record.kind !== "lock" && record.kind !== "election") return "kind is neither lock nor election";
	return record.event === "acquired" ? needRevision(record, "token") : void 0;
}
function mistakeInLook({ since, termSince, release, term, leader }) {
	for (const time of [since, termSince]) if (time !== void 0 && !isTime(time)) return "since is not a time";
	if (release === void 0) return term === void 0 && leader === void 0 ? void 0 : "an answer without release";
	if (typeof release !== "string") return "release is not a text";
	if (leader !== void 0 && typeof leader !== "string") return "leader is not a text";
	return isRevision(term) ? void 0 : "an answer without term";
}
function mistakeInHashes(hashes) {
	if (typeof hashes !== "object" || hashes === null) return "hash without hashes";
	return Object.values(hashes).every((hash) => typeof hash === "number") ? void 0 : "a hash is not a number";
}
function mistakeInEntries(entries) {
	if (!Array.isArray(entries)) return "kvs is not a list";
	for (const entry of entries) if (!Array.isArray(entry) || typeof entry[0] !== "string" || typeof entry[1] !== "string" || !isRevision(entry[2]) || !entry.slice(3).every(isRevision)) return "an entry of kvs is not [key, val, mod]";
}
function unknownEvent(record, kind) {
	return events[kind]?.has(record.event) ? void 0 : `unknown event ${JSON.stringify(record.event)} of ${kind}`;
}
function need(record, times, texts) {
	for (const name of times) if (!isTime(record[name])) return `${name} is not a number of at least 0`;
	for (const name of texts) if (typeof record[name] !== "string") return `${name} is not a text`;
}
function needRevision(record, name) {
	return isRevision(record[name]) ? void 0 : `${name} is not a revision`;
}
function isTime(value) {
	return typeof value === "number" && value >= 0 && Number.isFinite(value);
}
function isRevision(value) {
	if (typeof value !== "string" || value.length === 0 || value.length > 16) return false;
	for (let i = 0; i < value.length; i++) {
		const code = value.charCodeAt(i);
		if (code < 48 || code > 57) return false;
	}
	return value.length < 16 || Number(value) <= Number.MAX_SAFE_INTEGER;
}

// src/workload/boot.ts
async function bootId() {
	try {
		return (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
	} catch {
		return `unknown-${randomUUID()}`;
	}
}

// src/workload/recorder.ts
const bufferBytes = 4194304;
function writeFailure(file, error) {
	const code = error.code;
	return new EtcdMigrateError(code === "ENOSPC" || code === "EDQUOT" ? "no-space" : "no-permission", `Cannot write the history of the clients to ${file}: ${error.message}`, {
		cause: error,
		details: { file }
	});
}
async function repair(handle) {
	if (!(await handle.stat()).isFile()) return 0;
	const chunk = Buffer.alloc(1048576);
	let position = 0;
	let lastNewline = -1;
	let lastSegment = 0;
	let rest = "";
	for (;;) {
		const { bytesRead } = await handle.read(chunk, 0, chunk.length, position);
		if (bytesRead === 0) break;
		const newline = chunk.subarray(0, bytesRead).lastIndexOf(10);
		if (newline >= 0) lastNewline = position + newline;
		const lines = (rest + chunk.toString("latin1", 0, bytesRead)).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) {
			if (!line.startsWith("{\"k\":\"segment\"")) continue;
			const record = parseLine(line, 0);
			if (record.k === "segment") lastSegment = record.n;
		}
		position += bytesRead;
	}
	await handle.truncate(lastNewline + 1);
	return lastSegment;
}
async function openRecorder(file, clock) {
	const handle = await open(file, "a+").catch((error) => {
		throw writeFailure(file, error);
	});
	let segment;
	try {
		segment = await repair(handle) + 1;
	} catch (error) {
		await handle.close();
		throw writeFailure(file, error);
	}
	const writer = bufferHistory({
		segment,
		clock,
		bufferBytes,
		write: async (lines) => {
			await handle.appendFile(lines).catch((error) => {
				throw writeFailure(file, error);
			});
		}
	});
	writer.record({
		k: "segment",
		n: segment,
		at: clock.monotonicUs(),
		wall: new Date(clock.wallMs()).toISOString(),
		boot: await bootId()
	});
	let closed;
	const closeOnce = async () => {
		try {
			await writer.end();
			await handle.sync();
		} finally {
			await handle.close();
		}
	};
	const close = () => {
		closed ??= closeOnce();
		return closed;
	};
	return Object.assign(writer, {
		close,
		[Symbol.asyncDispose]: close
	});
}

// src/judge/column.ts
const chunkBits = 15;
const chunkMask = 32767;
var Column = class {
	length = 0;
	#chunks = [];
	#make;
	constructor(make) {
		this.#make = make;
	}
	push(value) {
		const row = this.length++;
		let chunk = this.#chunks[row >> chunkBits];
		if (chunk === void 0) {
			chunk = new this.#make(32768);
			this.#chunks.push(chunk);
		}
		chunk[row & chunkMask] = value;
	}
	get(index) {
		const value = index < this.length ? this.#chunks[index >> chunkBits]?.[index & chunkMask] : void 0;
		if (value === void 0) throw new RangeError(`column has no row ${index}`);
		return value;
	}
	set(index, value) {
		const chunk = index < this.length ? this.#chunks[index >> chunkBits] : void 0;
		if (chunk === void 0) throw new RangeError(`column has no row ${index}`);
		chunk[index & chunkMask] = value;
	}
};
const float64 = () => new Column(Float64Array);
const int32 = () => new Column(Int32Array);
const uint8 = () => new Column(Uint8Array);
var Names = class {
	#numbers = /* @__PURE__ */ new Map();
	#names = [];
	get size() {
		return this.#names.length;
	}
	number(name) {
		const known = this.#numbers.get(name);
		if (known !== void 0) return known;
		const number = this.#names.length;
		this.#names.push(name);
		this.#numbers.set(name, number);
		return number;
	}
	find(name) {
		return this.#numbers.get(name);
	}
	name(number) {
		const name = this.#names[number];
		if (name === void 0) throw new RangeError(`no name has the number ${number}`);
		return name;
	}
};
function rowsWhere(count, keep) {
	let rows = new Int32Array(Math.max(16, count >> 2));
	let length = 0;
	for (let row = 0; row < count; row++) {
		if (!keep(row)) continue;
		if (length === rows.length) {
			const grown = new Int32Array(length * 2);
			grown.set(rows);
			rows = grown;
		}
		rows[length++] = row;
	}
	return rows.subarray(0, length);
}
function sortedRows(rows, key) {
	let sorted = true;
	for (let i = 1; i < rows.length && sorted; i++) sorted = key(rows[i - 1]) <= key(rows[i]);
	return sorted ? rows : rows.sort((a, b) => key(a) - key(b) || a - b);
}

// src/judge/gaps.ts
var Answers = class {
	#times = float64();
	add(at) {
		this.#times.push(at);
	}
	get count() {
		return this.#times.length;
	}
	eachGap(from, to, gap) {
		const times = Float64Array.from({ length: this.#times.length }, (_, i) => this.#times.get(i)).sort();
		let last = from;
		for (const time of times) {
			if (time > last) gap(last, time);
			last = Math.max(last, time);
		}
		if (to > last) gap(last, to);
	}
};
function longer(a, b) {
	if (a === void 0 || b === void 0) return a ?? b;
	return b.to - b.from > a.to - a.from ? b : a;
}

// src/judge/latency.ts
var Latencies = class {
	operations = 0;
	ok = 0;
	failed = 0;
	unknown = 0;
	retried = 0;
	#histogram = createHistogram();
	add(record) {
		this.operations++;
		this[record.outcome]++;
		if ((record.tries ?? 1) > 1) this.retried++;
		if (record.outcome === "failed" || record.end === void 0) return;
		this.#histogram.record(Math.max(1, Math.round(record.end - record.due)));
	}
	percentiles() {
		const at = (percentile) => this.#histogram.count === 0 ? null : this.#histogram.percentile(percentile) / 1e3;
		return {
			p50Ms: at(50),
			p95Ms: at(95),
			p99Ms: at(99),
			p999Ms: at(99.9)
		};
	}
};

// src/judge/minimums.ts
const longestWithoutAbandonedUs = 3e7;
const grantAgainWithinUs = 2e6;
const lostEarlyUs = 5e5;
const leaseSlackUs = 5e6;
const watchSlackUs = 5e6;

// src/judge/stalls.ts
const unendedUs = 5e6;
var Spans = class {
	from = float64();
	to = float64();
	add({ due, start, end = start + unendedUs }) {
		this.from.push(due);
		this.to.push(end);
	}
	all() {
		let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
		for (let i = 0; i < this.from.length; i++) {
			from = Math.min(from, this.from.get(i));
			to = Math.max(to, this.to.get(i));
		}
		return {
			from,
			to
		};
	}
};
var Stalls = class {
	#stalls = [];
	add(mark) {
		this.#stalls.push(mark);
	}
	within({ from, to }) {
		return this.#stalls.reduce((sum, stall) => {
			const began = Math.max(from, stall.from ?? stall.at);
			return sum + Math.max(0, Math.min(to, stall.at) - began);
		}, 0);
	}
	touched({ from, to }) {
		let count = 0;
		for (let i = 0; this.#stalls.length > 0 && i < from.length; i++) {
			const [begin, end] = [from.get(i), to.get(i)];
			if (this.#stalls.some((stall) => (stall.from ?? stall.at) <= end && begin <= stall.at)) count++;
		}
		return count;
	}
	since(from) {
		return this.#stalls.filter(({ at }) => from <= at);
	}
};

// src/judge/violations.ts
const kept$1 = 10;
const recordsKept = 6;
var Violations = class {
	count = 0;
	#timeline;
	#entries = [];
	constructor(timeline) {
		this.#timeline = timeline;
	}
	add(message, records, about = () => ({})) {
		this.count++;
		if (this.#entries.length >= kept$1) return;
		this.#entries.push({
			message,
			records: records().slice(0, recordsKept),
			about: about()
		});
	}
	get first() {
		return this.#entries.map((entry) => ({
			message: this.#told(entry),
			records: entry.records
		}));
	}
	headline() {
		const [first] = this.#entries;
		if (!first) return "no violation";
		const said = this.#told(first);
		return this.count > 1 ? `${said} (and ${this.count - 1} more)` : said;
	}
	#told({ message, records, about }) {
		const { record = records.at(-1) ?? null, during } = about;
		const place = (record && this.#timeline?.placeOf(record)) ?? {};
		const meanwhile = (during && this.#timeline?.troubleIn(during)) ?? [];
		const where = placeInWords(place);
		const more = meanwhile.length > 4 ? ` and ${meanwhile.length - 4} others` : "";
		return [
			message,
			where,
			meanwhile.length === 0 ? "" : `meanwhile ${meanwhile.slice(0, 4).join(", ")}${more}`
		].filter((each) => each !== "").join("; ");
	}
};
function passed(judge, judged, summary) {
	return {
		judge,
		verdict: "pass",
		summary,
		judged,
		violations: [],
		violationCount: 0
	};
}
function failed(judge, judged, violations, reason) {
	return {
		judge,
		verdict: "fail",
		summary: violations.headline(),
		judged,
		violations: violations.first,
		violationCount: violations.count,
		failureReason: reason
	};
}
function unsure(judge, judged, reason, summary, seen = new Violations()) {
	return {
		judge,
		verdict: "inconclusive",
		summary,
		judged,
		violations: seen.first,
		violationCount: seen.count,
		failureReason: reason
	};
}
const count$1 = new Intl.NumberFormat("en-US");
const amount = (n, unit) => `${count$1.format(n)} ${unit}${n === 1 ? "" : unit.endsWith("s") ? "es" : "s"}`;
const duration = (us) => us < 1e4 ? `${(us / 1e3).toFixed(1)} ms` : us < 1e7 ? `${Math.round(us / 1e3)} ms` : `${(us / 1e6).toFixed(1)} s`;

// src/judge/availability.ts
const availabilityName = "availability";
const noGap = {
	longest: void 0,
	felt: void 0,
	stalled: void 0
};
const kept = 6;
function createAvailabilityJudge(timeline, thresholds) {
	return new Availability(timeline, thresholds);
}
function availabilityReport(judges) {
	const judge = judges.find((each) => each instanceof Availability);
	if (judge === void 0) throw new RangeError("no availability judge is among these judges");
	return judge.report();
}
var Availability = class {
	name = availabilityName;
	#timeline;
	#thresholds;
	#all = new Latencies();
	#windows = [];
	#steps = [];
	#statistics = /* @__PURE__ */ new Map();
	#failures = [];
	#unknowns = [];
	#failedSpans = new Spans();
	#unknownSpans = new Spans();
	#stalls = new Stalls();
	#window;
	#segments = 0;
	#ended = false;
	#strictReadsDue = 0;
	#readsDue = 0;
	#writesDue = 0;
	#gaps;
	constructor(timeline, thresholds) {
		this.#timeline = timeline;
		this.#thresholds = thresholds;
	}
	observe(record) {
		this.#timeline.observe(record);
		if (record.k === "op") this.#operation(record);
		else if (record.k === "segment") {
			this.#segments++;
			this.#window = void 0;
			this.#ended = false;
			this.#closeSteps(record.at);
		} else if (record.k === "mark") this.#mark(record);
	}
	verdict() {
		const { operations } = this.#all;
		const gaps = this.#longest();
		const violations = this.#violations(gaps);
		if (violations.count > 0) return failed(availabilityName, operations, violations, "availability-violated");
		const stalled = this.#stalled(gaps);
		if (stalled.count > 0) return unsure(availabilityName, operations, "machine-overloaded", `${stalled.headline()}.`, stalled);
		const [write, read] = [gaps.write.longest, gaps.read.longest];
		if (this.#segments > 1 || this.#windows.length > 1) {
			const pieces = Math.max(this.#segments, this.#windows.length);
			return unsure(availabilityName, operations, "client-gap", `Clients worked in ${pieces} pieces; nobody looked in between.`);
		}
		const [writes, reads] = [this.#answers("write"), this.#answers("read")];
		if (writes < 50 || reads < 50) return unsure(availabilityName, operations, "too-few-operations", `Only ${amount(writes, "write")} and ${amount(reads, "read")} were acknowledged; ${50} and ${50} are needed.`);
		if (!this.#ended) return unsure(availabilityName, operations, "history-incomplete", "The history ends before the clients did.");
		const { failed: errors, unknown } = this.#all;
		return passed(availabilityName, operations, `Longest gap ${lengthOf(write)} in writes, ${lengthOf(read)} in reads; ${errors} failed, ${unknown} unknown of ${amount(operations, "operation")}.`);
	}
	report() {
		const gaps = this.#longest();
		const [write, read] = [gaps.write.longest, gaps.read.longest];
		const { operations, ok, failed: errors, unknown, retried } = this.#all;
		const steps = /* @__PURE__ */ new Map();
		for (const [id, { latencies, write: writeGap, read: readGap }] of this.#statistics) steps.set(id, {
			operations: latencies.operations,
			failed: latencies.failed,
			unknown: latencies.unknown,
			longestWriteGapMs: milliseconds(writeGap),
			longestReadGapMs: milliseconds(readGap),
			...latencies.percentiles()
		});
		return {
			totals: {
				longestWriteGapMs: milliseconds(write),
				longestReadGapMs: milliseconds(read),
				longestWriteGapStep: write === void 0 ? null : this.#stepAt(write.from)?.id ?? null,
				operations,
				ok,
				failed: errors,
				unknown,
				retried
			},
			steps
		};
	}
	#operation(record) {
		this.#gaps = void 0;
		this.#all.add(record);
		const step = this.#stepAt(record.due);
		if (step !== void 0) this.#statistics.get(step.id)?.latencies.add(record);
		if (record.outcome === "failed") this.#failedSpans.add(record);
		if (record.outcome === "unknown") this.#unknownSpans.add(record);
		if (record.outcome === "failed" && this.#failures.length < kept) this.#failures.push(record);
		if (record.outcome === "unknown" && this.#unknowns.length < kept) this.#unknowns.push(record);
		if (this.#window === void 0) {
			this.#window = {
				firstDue: record.due,
				lastDue: record.due,
				writes: new Answers(),
				reads: new Answers(),
				staleReads: new Answers()
			};
			this.#windows.push(this.#window);
		}
		const window = this.#window;
		window.firstDue = Math.min(window.firstDue, record.due);
		window.lastDue = Math.max(window.lastDue, record.due);
		const strict = record.op === "get" || record.op === "range";
		const stale = record.op === "get-serializable";
		if (strict) this.#strictReadsDue++;
		if (strict || stale) this.#readsDue++;
		else this.#writesDue++;
		if (record.outcome !== "ok" || record.end === void 0) return;
		(strict ? window.reads : stale ? window.staleReads : window.writes).add(record.end);
	}
	#mark(record) {
		this.#gaps = void 0;
		switch (record.event) {
			case "workload-start":
				if (this.#ended) this.#window = void 0;
				this.#ended = false;
				return;
			case "workload-end":
				this.#ended = true;
				return;
			case "step-start":
				this.#closeSteps(record.at);
				if (record.step === void 0) return;
				this.#steps.push({
					id: record.step,
					from: record.at,
					to: Number.POSITIVE_INFINITY
				});
				if (!this.#statistics.has(record.step)) this.#statistics.set(record.step, { latencies: new Latencies() });
				return;
			case "step-end":
				this.#closeSteps(record.at);
				return;
			case "stalled":
				this.#stalls.add(record);
				return;
		}
	}
	#closeSteps(at) {
		const last = this.#steps.at(-1);
		if (last !== void 0 && last.to > at) last.to = at;
	}
	#stepAt(time) {
		for (let i = this.#steps.length - 1; i >= 0; i--) {
			const step = this.#steps[i];
			if (step.from <= time) return time < step.to ? step : void 0;
		}
	}
	#answersIn(window, kind) {
		if (kind === "write") return window.writes;
		return this.#strictReadsDue > 0 ? window.reads : window.staleReads;
	}
	#answers(kind) {
		return this.#windows.reduce((sum, window) => sum + this.#answersIn(window, kind).count, 0);
	}
	#longest() {
		this.#gaps ??= {
			write: this.#longestOf("write"),
			read: this.#longestOf("read")
		};
		return this.#gaps;
	}
	#longestOf(kind) {
		if ((kind === "write" ? this.#writesDue : this.#readsDue) === 0) return noGap;
		const { longestWriteGapMs, longestReadGapMs } = this.#thresholds;
		const limitUs = (kind === "write" ? longestWriteGapMs : longestReadGapMs) * 1e3;
		for (const statistics of this.#statistics.values()) delete statistics[kind];
		let longest;
		let felt;
		let stalled;
		for (const window of this.#windows) {
			let step = 0;
			this.#answersIn(window, kind).eachGap(window.firstDue, window.lastDue, (from, to) => {
				const gap = {
					from,
					to
				};
				longest = longer(longest, gap);
				if (to - from > limitUs) {
					if (to - from - this.#stalls.within(gap) > limitUs) felt = longer(felt, gap);
					else stalled = longer(stalled, gap);
				}
				while (step < this.#steps.length && this.#steps[step].to <= from) step++;
				const here = this.#steps[step];
				if (here === void 0 || here.from > from) return;
				const statistics = this.#statistics.get(here.id);
				if (statistics === void 0) return;
				const own = longer(statistics[kind], gap);
				if (own !== void 0) statistics[kind] = own;
			});
		}
		return {
			longest,
			felt,
			stalled
		};
	}
	#stalled({ write, read }) {
		const doubts = new Violations(this.#timeline);
		for (const [what, { stalled }] of [["write", write], ["read", read]]) {
			if (stalled === void 0) continue;
			const stoodStill = duration(this.#stalls.within(stalled));
			doubts.add(`No ${what} was acknowledged for ${lengthOf(stalled)}, but this machine stood still for ${stoodStill}`, () => this.#stalls.since(stalled.from), () => ({ record: null }));
		}
		const { failed: errors, unknown } = this.#all;
		if (errors > this.#thresholds.failedOperations) doubts.add(`${amount(errors, "operation")} failed, but this machine stood still meanwhile`, () => this.#failures, () => ({ record: null }));
		if (unknown > this.#thresholds.unknownOperations) doubts.add(`The outcome of ${amount(unknown, "operation")} is unknown, but this machine stood still meanwhile`, () => this.#unknowns, () => ({ record: null }));
		return doubts;
	}
	#violations({ write, read }) {
		const violations = new Violations(this.#timeline);
		const limits = this.#thresholds;
		const gaps = [{
			what: "write",
			gap: write.felt,
			limitMs: limits.longestWriteGapMs
		}, {
			what: "read",
			gap: read.felt,
			limitMs: limits.longestReadGapMs
		}];
		for (const { what, gap, limitMs } of gaps) {
			if (gap === void 0) continue;
			const step = this.#stepAt(gap.from);
			const where = step === void 0 ? "" : `, beginning in step ${step.id}`;
			violations.add(`No ${what} was acknowledged for ${lengthOf(gap)}${where}; ${limitMs} ms are allowed`, () => [...this.#failures, ...this.#unknowns].filter(({ start }) => gap.from <= start && start <= gap.to), () => ({
				record: null,
				during: gap
			}));
		}
		const { failed: errors, unknown } = this.#all;
		if (errors - this.#stalls.touched(this.#failedSpans) > limits.failedOperations) violations.add(`${amount(errors, "operation")} failed; ${limits.failedOperations} may`, () => this.#failures, () => ({
			record: null,
			during: this.#failedSpans.all()
		}));
		if (unknown - this.#stalls.touched(this.#unknownSpans) > limits.unknownOperations) violations.add(`The outcome of ${amount(unknown, "operation")} is unknown; that of ${limits.unknownOperations} may be`, () => this.#unknowns, () => ({
			record: null,
			during: this.#unknownSpans.all()
		}));
		const { p99Ms: limit } = limits;
		if (limit === void 0) return violations;
		for (const [id, { latencies }] of this.#statistics) {
			const { p99Ms } = latencies.percentiles();
			if (p99Ms !== null && p99Ms > limit) violations.add(`p99 in step ${id} was ${p99Ms.toFixed(1)} ms; ${limit} ms are allowed`, () => []);
		}
		return violations;
	}
};
function milliseconds(gap) {
	return gap === void 0 ? null : (gap.to - gap.from) / 1e3;
}
function lengthOf(gap) {
	return gap === void 0 ? "none" : duration(gap.to - gap.from);
}

// src/judge/assumptions.ts
const assumptionsName = "assumptions";
const earlyUs = 5e3;
function createAssumptionsJudge(ledger) {
	const violations = new Violations();
	let records = 0;
	let torn = 0;
	let lastAt = 0;
	let segmentAt;
	let counted = newCount();
	let untold = 0;
	const check = (record) => {
		switch (record.k) {
			case "unreadable":
				if (record.torn) torn++;
				else violations.add(`Line ${record.line} is no record: ${record.reason}`, () => [record]);
				return;
			case "segment": {
				const previous = ledger.segments.at(-2);
				const expected = (previous?.n ?? 0) + 1;
				if (record.n !== expected) violations.add(`Segment ${record.n} follows where ${expected} should`, () => [record]);
				if (previous?.boot === record.boot && record.at < lastAt) violations.add(`Segment ${record.n} begins before the records in front of it`, () => [record]);
				segmentAt = record.at;
				counted = newCount();
				break;
			}
			case "op": {
				const { start, end, due } = record;
				if (end !== void 0 && end < start) violations.add(`Operation ${record.id} ends before it starts`, () => [record]);
				if (due > start + earlyUs) violations.add(`Operation ${record.id} starts before it is due`, () => [record]);
				if (segmentAt !== void 0 && start < segmentAt) violations.add(`Operation ${record.id} starts before its segment`, () => [record]);
				lastAt = Math.max(lastAt, end ?? start);
				count(record, counted);
				break;
			}
			case "mark":
				if (record.at < (segmentAt ?? 0)) violations.add("A mark lies before its segment", () => [record]);
				lastAt = Math.max(lastAt, record.at);
				if (record.event !== "workload-end") break;
				if (record.operations === void 0) untold++;
				else checkCount(record, record.operations, counted, violations);
		}
		if (segmentAt === void 0) {
			violations.add("The history does not begin with a segment", () => [record]);
			segmentAt = 0;
		}
	};
	const timesCompare = () => new Set(ledger.segments.map((segment) => segment.boot)).size <= 1;
	const verdict = () => {
		checkIds(ledger, violations);
		for (const record of ledger.repeatedValues) violations.add(`Value ${record.val} of operation ${record.id} was written before`, () => [record]);
		if (violations.count > 0) return failed(assumptionsName, records, violations, "history-invalid");
		if (records === 0) return unsure(assumptionsName, 0, "history-incomplete", "The history is empty.");
		if (!timesCompare()) return unsure(assumptionsName, records, "client-gap", "The machine was rebooted in between, so times before and after do not compare.");
		if (untold > 0) return unsure(assumptionsName, records, "history-incomplete", "The end of the workload does not say how many operations there were, so some may be missing.");
		const lost = torn > 0 ? `, ${amount(torn, "line")} cut off by a crash` : "";
		return passed(assumptionsName, records, `${amount(records, "record")} in ${amount(ledger.segments.length, "segment")}${lost}.`);
	};
	return {
		name: assumptionsName,
		observe: (record) => {
			ledger.observe(record);
			records++;
			check(record);
		},
		verdict,
		timesCompare
	};
}
const newCount = () => ({
	all: 0,
	planned: 0,
	highest: -1
});
function count({ id }, counted) {
	counted.all++;
	const number = id % idsPerSegment;
	if (number >= 999999e3) return;
	counted.planned++;
	counted.highest = Math.max(counted.highest, number);
}
function checkCount(end, operations, counted, violations) {
	const planned = counted.highest + 1;
	if (counted.all !== operations) violations.add(`There are ${amount(counted.all, "record")} of ${amount(operations, "operation")}`, () => [end]);
	else if (counted.planned !== planned) violations.add(`There are ${amount(counted.planned, "record")} of ${planned} planned operations`, () => [end]);
}
function checkIds(ledger, violations) {
	const ids = Float64Array.from({ length: ledger.length }, (_, row) => ledger.id(row)).sort();
	for (let i = 1; i < ids.length; i++) {
		const id = ids[i];
		if (id !== ids[i - 1]) continue;
		violations.add(`Two operations have the id ${id}`, () => {
			const records = [];
			for (let row = 0; row < ledger.length && records.length < 2; row++) if (ledger.id(row) === id) records.push(ledger.record(row));
			return records;
		});
	}
}

// src/judge/coverage.ts
const name$8 = "coverage";
const requests = [
	"acknowledged write",
	"linearizable read",
	"serializable read"
];
const others = ["lock that was taken and released", "leadership that was taken and released"];
const streams = ["lease renewed or its key seen", "event of a watch"];
const newStretch = (from) => ({
	state: void 0,
	through: {
		"acknowledged write": /* @__PURE__ */ new Set(),
		"linearizable read": /* @__PURE__ */ new Set(),
		"serializable read": /* @__PURE__ */ new Set()
	},
	others: /* @__PURE__ */ new Set(),
	writes: 0,
	led: void 0,
	notGranted: void 0,
	from,
	to: Number.NEGATIVE_INFINITY
});
function createCoverageJudge(expectedMembers) {
	return new Coverage(expectedMembers);
}
var Coverage = class {
	name = name$8;
	#expected;
	#members = /* @__PURE__ */ new Set();
	#due = /* @__PURE__ */ new Set();
	#states = /* @__PURE__ */ new Map();
	#holding = /* @__PURE__ */ new Set();
	#stretch = newStretch(Number.NEGATIVE_INFINITY);
	#stretches = [this.#stretch];
	#isObserving = false;
	#seen = 0;
	#abandonedAt;
	#longestWithout = 0;
	constructor(expectedMembers) {
		this.#expected = expectedMembers;
	}
	observe(record) {
		switch (record.k) {
			case "segment":
				this.#abandonedAt = void 0;
				this.#holding.clear();
				this.#change(record.at);
				return;
			case "mark":
				this.#mark(record);
				return;
			case "op":
				this.#operation(record);
				return;
			case "watch":
				if (record.event === "put" || record.event === "delete") this.#at(record.at).others.add("event of a watch");
				return;
			case "lease":
				if (record.event === "grant-failed") this.#at(record.at).notGranted = record;
				else if (record.event === "granted") this.#at(record.at).notGranted = void 0;
				if (record.event === "abandoned") this.#abandoned(record.at);
				else if (record.event === "renewed" || record.event === "key-seen") this.#at(record.at).others.add("lease renewed or its key seen");
				return;
			case "hold": {
				const hold = `${record.kind} ${record.name} ${record.holder}`;
				if (record.event === "acquired") this.#holding.add(hold);
				else if (this.#holding.delete(hold) && record.event === "released") this.#at(record.at).others.add(record.kind === "lock" ? "lock that was taken and released" : "leadership that was taken and released");
				return;
			}
		}
	}
	verdict() {
		const members = this.#expected ?? [...this.#members].sort();
		const missing = new Violations();
		for (const stretch of this.#states.values()) this.#judge(stretch, members, missing);
		if (this.#longestWithout > 3e7) missing.add(`No lease was left to expire for ${duration(this.#longestWithout)}`, () => []);
		if (this.#states.size === 0) return unsure(name$8, this.#seen, "too-few-operations", "No state was observed.");
		if (missing.count > 0) return unsure(name$8, this.#seen, "too-few-operations", `${missing.headline()}.`, missing);
		const states = amount(this.#states.size, "observed state");
		return passed(name$8, this.#seen, `${states}, each with clients at work through ${members.join(", ")}.`);
	}
	#judge({ state, through, others: seen, writes, led, notGranted, to }, members, missing) {
		const where = `In the state ${state?.state} (step ${state?.step})`;
		const evidence = () => state === void 0 ? [] : [state];
		for (const request of requests) {
			if (!this.#due.has(request)) continue;
			const without = members.filter((member) => !through[request].has(member));
			if (without.length > 0) missing.add(`${where} there was no ${request} through ${without.join(", ")}`, evidence);
		}
		for (const other of [...others, ...streams]) if (!seen.has(other)) missing.add(`${where} there was no ${other}`, evidence);
		if (state?.writes !== void 0 && writes < state.writes) missing.add(`${where} there were ${writes} acknowledged writes of ${state.writes}`, evidence);
		if (state?.leads !== void 0 && led !== state.leads) missing.add(`${where} ${led ?? "nobody that was seen"} led at the end, and not ${state.leads}`, evidence);
		if (notGranted !== void 0 && notGranted.at < to - 2e6) missing.add(`${where} a lease was refused and none granted since (${notGranted.error})`, () => [...evidence(), notGranted]);
	}
	#mark(record) {
		switch (record.event) {
			case "step-start":
				if (record.state === void 0 || record.step === void 0) return;
				if (this.#stretch.state !== void 0) this.#change(record.at);
				this.#isObserving = true;
				this.#stretch.state = record;
				this.#states.set(record.step, this.#stretch);
				return;
			case "led":
				this.#stretch.led = record.leads;
				return;
			case "step-end":
				this.#isObserving = false;
				return;
			case "leader-moved":
				if (this.#isObserving) this.#beginAgain(record.at);
				return;
			case "switch-start":
			case "switch-end":
				this.#change(record.at);
				return;
			case "workload-end":
				if (this.#abandonedAt !== void 0) this.#abandoned(record.at);
				this.#abandonedAt = void 0;
				this.#change(record.at);
				return;
			case "workload-start":
				this.#abandoned(record.at);
				return;
		}
	}
	#operation(record) {
		const request = record.op === "get-serializable" ? "serializable read" : record.op === "get" || record.op === "range" ? "linearizable read" : "acknowledged write";
		this.#due.add(request);
		if (record.outcome !== "ok" || record.via === void 0 || record.end === void 0) return;
		this.#seen++;
		this.#members.add(record.via);
		const stretch = this.#at(record.end);
		if (record.start < stretch.from) return;
		stretch.through[request].add(record.via);
		if (request === "acknowledged write") stretch.writes++;
	}
	#beginAgain(at) {
		const { state } = this.#stretch;
		this.#change(at);
		this.#stretch.state = state;
		if (state?.step !== void 0) this.#states.set(state.step, this.#stretch);
	}
	#change(at) {
		this.#stretch.to = at;
		this.#stretch = newStretch(at);
		this.#stretches.push(this.#stretch);
	}
	#at(time) {
		return this.#stretches.findLast(({ from }) => from <= time) ?? this.#stretch;
	}
	#abandoned(at) {
		if (this.#abandonedAt !== void 0) this.#longestWithout = Math.max(this.#longestWithout, at - this.#abandonedAt);
		this.#abandonedAt = at;
	}
};

// src/judge/value-names.ts
const largestGap = 1 << 20;
const none$1 = -1;
var ValueNames = class {
	#bySegment = [];
	#segment = int32();
	#within = int32();
	#texts = new Names();
	#textNumber = [];
	get size() {
		return this.#segment.length;
	}
	number(text) {
		const dot = patternDot(text);
		if (dot > 0) {
			const segment = digits(text, 1, dot);
			const within = digits(text, dot + 1, text.length);
			const known = this.#table(segment, within);
			if (known !== void 0) {
				const number = known[within];
				if (number !== none$1) return number;
				known[within] = this.#add(segment, within);
				return known[within];
			}
		}
		const place = this.#texts.number(text);
		this.#textNumber[place] ??= this.#add(none$1, place);
		return this.#textNumber[place];
	}
	name(number) {
		const segment = this.#segment.get(number);
		const within = this.#within.get(number);
		return segment === none$1 ? this.#texts.name(within) : `v${segment}.${within}`;
	}
	#add(segment, within) {
		this.#segment.push(segment);
		this.#within.push(within);
		return this.#segment.length - 1;
	}
	#table(segment, within) {
		if (segment > 1e3) return void 0;
		const table = this.#bySegment[segment] ?? /* @__PURE__ */ new Int32Array(0);
		if (within < table.length) return table;
		if (within > table.length + largestGap) return void 0;
		const grown = new Int32Array(Math.max(1024, within + 1, Math.min(table.length * 2, table.length + largestGap))).fill(none$1);
		grown.set(table);
		while (this.#bySegment.length < segment) this.#bySegment.push(/* @__PURE__ */ new Int32Array(0));
		this.#bySegment[segment] = grown;
		return grown;
	}
};
function patternDot(text) {
	if (text.charCodeAt(0) !== 118 || text.length > 20) return 0;
	const dot = text.indexOf(".");
	return dot > 1 && canonical(text, 1, dot) && canonical(text, dot + 1, text.length) ? dot : 0;
}
function canonical(text, from, to) {
	if (to <= from || to - from > 9 || text.charCodeAt(from) === 48 && to - from > 1) return false;
	for (let i = from; i < to; i++) {
		const code = text.charCodeAt(i);
		if (code < 48 || code > 57) return false;
	}
	return true;
}
function digits(text, from, to) {
	let value = 0;
	for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
	return value;
}

// src/judge/ledger.ts
const kinds = [
	"put",
	"delete",
	"get",
	"get-serializable",
	"range",
	"cas"
];
const outcomes = [
	"ok",
	"failed",
	"unknown"
];
const kindNumbers = new Map(kinds.map((kind, number) => [kind, number]));
const outcomeNumbers = new Map(outcomes.map((outcome, number) => [outcome, number]));
const absent = -1;
const notAsked = -2;
const none = -1;
const notSaid = 0;
const no = 1;
const yes = 2;
var Ledger = class {
	keys = new Names();
	values = new ValueNames();
	members = new Names();
	segments = [];
	crashedSegments = /* @__PURE__ */ new Map();
	marks = [];
	repeatedValues = [];
	deletionKey = int32();
	deletionRev = float64();
	deletionAt = float64();
	#clients = new Names();
	#id = float64();
	#due = float64();
	#start = float64();
	#end = float64();
	#rev = float64();
	#expect = float64();
	#gotMod = float64();
	#kind = uint8();
	#outcome = uint8();
	#effect = uint8();
	#key = int32();
	#client = int32();
	#val = int32();
	#gotVal = int32();
	#via = int32();
	#entryStart = /* @__PURE__ */ new Map();
	#entryKey = int32();
	#entryVal = int32();
	#entryMod = float64();
	#writer = int32();
	#readMod = float64();
	#seenMod = float64();
	#seenKey = int32();
	#errors = /* @__PURE__ */ new Map();
	#last;
	#lastAt = 0;
	#running = false;
	get length() {
		return this.#id.length;
	}
	observe(record) {
		if (record === this.#last) return;
		this.#last = record;
		switch (record.k) {
			case "op":
				this.#running = true;
				this.#lastAt = Math.max(this.#lastAt, record.end ?? record.start);
				this.#operation(record);
				break;
			case "segment":
				this.#segment(record);
				break;
			case "mark":
				if (record.event === "workload-start") this.#running = true;
				if (record.event === "workload-end") this.#running = false;
				this.marks.push(record);
				if (isClients(record)) this.#lastAt = Math.max(this.#lastAt, record.at);
				break;
			case "watch":
				if (record.rev === void 0 || record.key === void 0) break;
				if (record.event === "put" && record.val !== void 0) this.#note(this.#seenMod, this.value(record.val), Number(record.rev), this.keys.number(record.key));
				else if (record.event === "delete") {
					this.deletionKey.push(this.keys.number(record.key));
					this.deletionRev.push(Number(record.rev));
					this.deletionAt.push(record.at);
				}
				break;
			case "final": for (const [key, val, mod] of record.kvs) this.#note(this.#readMod, this.value(val), Number(mod), this.keys.number(key));
		}
	}
	value(text) {
		const number = this.values.number(text);
		while (this.#writer.length <= number) {
			this.#writer.push(none);
			this.#readMod.push(0);
			this.#seenMod.push(0);
			this.#seenKey.push(none);
		}
		return number;
	}
	writerOf(value) {
		const row = value < this.#writer.length ? this.#writer.get(value) : none;
		return row === none ? void 0 : row;
	}
	*unwritten() {
		for (let val = 0; val < this.#writer.length; val++) {
			const key = this.#seenKey.get(val);
			if (this.#writer.get(val) === none && key !== none) yield {
				val,
				key
			};
		}
	}
	modOf(value) {
		return this.#readMod.get(value) || this.#seenMod.get(value) || void 0;
	}
	kind(row) {
		return kinds[this.#kind.get(row)];
	}
	outcome(row) {
		return outcomes[this.#outcome.get(row)];
	}
	start(row) {
		return this.#start.get(row);
	}
	end(row) {
		return this.#end.get(row);
	}
	id(row) {
		return this.#id.get(row);
	}
	due(row) {
		return this.#due.get(row);
	}
	rev(row) {
		return this.#rev.get(row);
	}
	key(row) {
		return this.#key.get(row);
	}
	val(row) {
		return this.#val.get(row);
	}
	expect(row) {
		return this.#expect.get(row);
	}
	gotVal(row) {
		return this.#gotVal.get(row);
	}
	gotMod(row) {
		return this.#gotMod.get(row);
	}
	asked(row) {
		return this.#gotVal.get(row) !== notAsked;
	}
	member(row) {
		const via = this.#via.get(row);
		return via === none ? void 0 : via;
	}
	wrote(row) {
		if (this.outcome(row) !== "ok") return false;
		return this.kind(row) === "put" || this.#effect.get(row) === yes;
	}
	didNothing(row) {
		return this.#effect.get(row) === no;
	}
	eachEntry(row, entry) {
		const span = this.#entryStart.get(row);
		if (span === void 0) return;
		for (let i = span.from; i < span.to; i++) entry(this.#entryKey.get(i), this.#entryVal.get(i), this.#entryMod.get(i));
	}
	record(row) {
		const kind = this.kind(row);
		const rev = this.rev(row);
		const val = this.val(row);
		const end = this.end(row);
		const effect = this.#effect.get(row);
		const via = this.member(row);
		const error = this.#errors.get(row);
		const kvs = [];
		this.eachEntry(row, (key, value, mod) => kvs.push([
			this.keys.name(key),
			this.values.name(value),
			String(mod)
		]));
		const gotVal = this.#gotVal.get(row);
		const got = gotVal === -1 ? null : {
			val: gotVal >= 0 ? this.values.name(gotVal) : "",
			mod: String(this.gotMod(row))
		};
		return {
			k: "op",
			id: this.id(row),
			client: this.#clients.name(this.#client.get(row)),
			op: kind,
			key: this.keys.name(this.key(row)),
			...val !== none && { val: this.values.name(val) },
			...kind === "cas" && !Number.isNaN(this.expect(row)) && { expect: String(this.expect(row)) },
			due: this.due(row),
			start: this.start(row),
			...Number.isFinite(end) && { end },
			outcome: this.outcome(row),
			...rev > 0 && { rev: String(rev) },
			...gotVal !== notAsked && { got },
			...kind === "cas" && effect !== notSaid && { swapped: effect === yes },
			...kind === "delete" && effect !== notSaid && { deleted: effect === yes },
			...kind === "range" && this.outcome(row) === "ok" && { kvs },
			...present({
				via: via === void 0 ? void 0 : this.members.name(via),
				error
			})
		};
	}
	#operation(record) {
		const row = this.#id.length;
		this.#id.push(record.id);
		this.#due.push(record.due);
		this.#start.push(record.start);
		this.#end.push(record.end ?? Number.POSITIVE_INFINITY);
		this.#rev.push(record.rev === void 0 ? 0 : Number(record.rev));
		this.#expect.push(record.expect === void 0 ? NaN : Number(record.expect));
		this.#kind.push(kindNumbers.get(record.op) ?? 0);
		this.#outcome.push(outcomeNumbers.get(record.outcome) ?? 0);
		const effect = record.op === "cas" ? record.swapped : record.op === "delete" ? record.deleted : void 0;
		this.#effect.push(effect === void 0 ? notSaid : effect ? yes : no);
		this.#key.push(this.keys.number(record.key));
		this.#client.push(this.#clients.number(record.client));
		this.#via.push(record.via === void 0 ? none : this.members.number(record.via));
		if (record.error !== void 0) this.#errors.set(row, record.error);
		if (record.val === void 0) this.#val.push(none);
		else {
			const value = this.value(record.val);
			this.#val.push(value);
			if (this.#writer.get(value) === none) this.#writer.set(value, row);
			else if (this.repeatedValues.length < 10) this.repeatedValues.push(record);
		}
		const strict = record.op !== "get-serializable" && record.outcome === "ok";
		if (record.got === void 0) {
			this.#gotVal.push(notAsked);
			this.#gotMod.push(0);
		} else if (record.got === null) {
			this.#gotVal.push(-1);
			this.#gotMod.push(0);
		} else {
			const value = this.value(record.got.val);
			const mod = Number(record.got.mod);
			this.#gotVal.push(value);
			this.#gotMod.push(mod);
			this.#note(strict ? this.#readMod : this.#seenMod, value, mod, this.#key.get(row));
		}
		if (record.kvs === void 0 || record.outcome !== "ok") return;
		const from = this.#entryKey.length;
		for (const [key, val, mod] of record.kvs) {
			const value = this.value(val);
			const number = this.keys.number(key);
			this.#entryKey.push(number);
			this.#entryVal.push(value);
			this.#entryMod.push(Number(mod));
			this.#note(this.#readMod, value, Number(mod), number);
		}
		this.#entryStart.set(row, {
			from,
			to: this.#entryKey.length
		});
	}
	#note(column, value, mod, key) {
		if (column.get(value) !== 0) return;
		column.set(value, mod);
		if (this.#seenKey.get(value) === none) this.#seenKey.set(value, key);
	}
	#segment(record) {
		const previous = this.segments.at(-1);
		if (previous !== void 0 && this.#running) this.crashedSegments.set(previous.n, {
			lastAt: this.#lastAt,
			nextAt: record.at
		});
		this.#running = true;
		this.#lastAt = record.at;
		this.segments.push(record);
	}
};
function isClients({ event }) {
	return event === "workload-start" || event === "workload-end" || event === "stalled";
}

// src/judge/range-sightings.ts
function spreadRanges(ledger) {
	const ranges = [];
	for (let row = 0; row < ledger.length; row++) if (ledger.kind(row) === "range" && ledger.outcome(row) === "ok") ranges.push(row);
	const under = keysUnderPrefixes(ledger, ranges);
	const first = new Int32Array(ledger.keys.size + 1);
	for (const row of ranges) for (const key of under(row)) first[key + 1]++;
	for (let key = 1; key < first.length; key++) first[key] += first[key - 1];
	const count = first.at(-1) ?? 0;
	const sightings = {
		first,
		row: new Int32Array(count),
		val: new Int32Array(count),
		mod: new Float64Array(count)
	};
	const next = first.slice();
	const val = new Int32Array(ledger.keys.size).fill(-1);
	const mod = new Float64Array(ledger.keys.size);
	for (const row of ranges) {
		ledger.eachEntry(row, (key, value, revision) => {
			val[key] = value;
			mod[key] = revision;
		});
		for (const key of under(row)) {
			const at = next[key];
			next[key] = at + 1;
			sightings.row[at] = row;
			sightings.val[at] = val[key];
			sightings.mod[at] = mod[key];
			val[key] = -1;
			mod[key] = 0;
		}
	}
	return sightings;
}
function keysUnderPrefixes(ledger, ranges) {
	const real = new Uint8Array(ledger.keys.size);
	for (let row = 0; row < ledger.length; row++) if (ledger.kind(row) !== "range") real[ledger.key(row)] = 1;
	for (const row of ranges) ledger.eachEntry(row, (key) => {
		real[key] = 1;
	});
	const byPrefix = /* @__PURE__ */ new Map();
	for (const row of ranges) {
		const prefix = ledger.key(row);
		if (byPrefix.has(prefix)) continue;
		const text = ledger.keys.name(prefix);
		const keys = [];
		for (let key = 0; key < real.length; key++) if (real[key] === 1 && ledger.keys.name(key).startsWith(text)) keys.push(key);
		byPrefix.set(prefix, keys);
	}
	return (row) => byPrefix.get(ledger.key(row)) ?? [];
}

// src/judge/durability.ts
const name$7 = "durability";
function createDurabilityJudge(ledger, versions, timeline, expectedMembers) {
	const finals = /* @__PURE__ */ new Map();
	return {
		name: name$7,
		observe: (record) => {
			ledger.observe(record);
			timeline.observe(record);
			if (record.k === "segment") finals.clear();
			if (record.k !== "final") return;
			const previous = finals.get(record.member);
			if (previous === void 0 || previous.at(-1)?.complete === true) finals.set(record.member, [record]);
			else previous.push(record);
		},
		verdict: () => judge$3(ledger, versions(), timeline, finals, expectedMembers)
	};
}
function judge$3(ledger, versions, timeline, finals, expectedMembers) {
	const violations = new Violations(timeline);
	let writes = 0;
	let newest = -1;
	for (let row = 0; row < ledger.length; row++) {
		if (!ledger.wrote(row)) continue;
		writes++;
		if (newest < 0 || ledger.rev(row) > ledger.rev(newest)) newest = row;
	}
	for (const [member, records] of finals) judgeListing(ledger, versions, member, records, newest, violations);
	judgeReads(ledger, versions, violations);
	if (violations.count > 0) return failed(name$7, writes, violations, "durability-violated");
	const complete = [...finals].filter(([, records]) => records.at(-1)?.complete === true).map(([member]) => member);
	const missing = (expectedMembers ?? [...finals.keys()]).filter((member) => !complete.includes(member));
	if (missing.length > 0 || complete.length === 0) {
		const who = missing.length > 0 ? missing.join(", ") : "any member";
		return unsure(name$7, writes, "history-incomplete", `The final listing through ${who} is missing or not complete.`);
	}
	if (writes < 50) return unsure(name$7, writes, "too-few-operations", `Only ${amount(writes, "write")} had an effect; ${50} are needed.`);
	return passed(name$7, writes, `${amount(writes, "acknowledged write")}, none lost on ${complete.join(", ")}.`);
}
function judgeListing(ledger, versions, member, records, newest, violations) {
	const seen = /* @__PURE__ */ new Set();
	let earliest = Number.POSITIVE_INFINITY;
	let at = 0;
	for (const record of records) {
		const rev = Number(record.rev);
		earliest = Math.min(earliest, rev);
		at = Math.max(at, record.at);
		for (const [keyName, val, mod, create, version] of record.kvs) {
			const key = ledger.keys.number(keyName);
			seen.add(key);
			const sighting = {
				key,
				val: ledger.value(val),
				mod: Number(mod),
				rev,
				end: record.at
			};
			const where = "At the end";
			report$1(where, sighting, versions, violations, ledger, [only(record, keyName)]);
			if (create === void 0 || version === void 0) continue;
			judgeLife(where, sighting, {
				create: Number(create),
				version: Number(version)
			}, versions, violations, ledger, record);
		}
		if (newest >= 0 && rev < ledger.rev(newest)) violations.add(`At the end, ${member} is at revision ${rev}, although revision ${ledger.rev(newest)} was acknowledged`, () => [ledger.record(newest), {
			...record,
			kvs: []
		}]);
	}
	if (records.at(-1)?.complete !== true) return;
	for (let key = 0; key < ledger.keys.size; key++) {
		if (seen.has(key)) continue;
		report$1("At the end", {
			key,
			val: -1,
			mod: 0,
			rev: earliest,
			end: at
		}, versions, violations, ledger, records.slice(-1).map((record) => ({
			...record,
			kvs: []
		})));
	}
}
function judgeLife(where, { key, mod, end }, { create, version }, versions, violations, ledger, record) {
	const name = ledger.keys.name(key);
	const rows = [];
	let known = 0;
	for (const write of versions.of(key)) {
		if (write.rev < create || write.rev > mod) continue;
		if (write.row !== void 0) rows.push(write.row);
		if (write.val !== -1) known++;
		else violations.add(`${where}: ${name} lives since revision ${create}, although revision ${write.rev} deleted it`, () => [...rows.slice(-1).map((row) => ledger.record(row)), only(record, name)]);
	}
	const most = known + versions.unseenWrites(key);
	if (version < known || version > most) {
		const may = version < known ? `${known} were acknowledged or seen` : `at most ${most} can have been`;
		violations.add(`${where}: ${name} was written ${version} times since revision ${create}, but ${may}`, () => [...rows.slice(-5).map((row) => ledger.record(row)), only(record, name)]);
	}
	const before = {
		key,
		val: -1,
		mod: 0,
		rev: create - 1,
		end
	};
	report$1(`${where}, created at ${create}`, before, versions, violations, ledger, [only(record, name)]);
}
function judgeReads(ledger, versions, violations) {
	const look = (row, key, val, mod) => {
		const sighting = {
			key,
			val,
			mod,
			rev: ledger.rev(row),
			end: ledger.end(row)
		};
		const wrong = versions.contradiction(sighting);
		const { lost } = wrong ?? {};
		if (wrong === void 0 || lost === void 0) return;
		violations.add(`Read by operation ${ledger.id(row)}: ${wrong.message}`, () => [ledger.record(lost), ledger.record(row)]);
	};
	for (let row = 0; row < ledger.length; row++) if (ledger.kind(row) === "get" && ledger.outcome(row) === "ok") look(row, ledger.key(row), ledger.gotVal(row), ledger.gotMod(row));
	const { first, row, val, mod } = spreadRanges(ledger);
	for (let key = 0; key + 1 < first.length; key++) for (let i = first[key]; i < first[key + 1]; i++) look(row[i], key, val[i], mod[i]);
}
function report$1(where, sighting, versions, violations, ledger, records) {
	const wrong = versions.contradiction(sighting);
	if (wrong === void 0 || wrong.misanswered !== void 0) return;
	violations.add(`${where}: ${wrong.message}`, () => [...wrong.rows.map((row) => ledger.record(row)), ...records]);
}
function only(record, key) {
	return {
		...record,
		kvs: record.kvs.filter(([name]) => name === key)
	};
}

// src/judge/hash.ts
const name$6 = "hash";
function createHashJudge(timeline, expectedMembers) {
	const violations = new Violations(timeline);
	let comparisons = 0;
	let last;
	const observe = (record) => {
		timeline.observe(record);
		if (record.k !== "hash") return;
		last = record;
		if (Object.entries(record.hashes).length < 2 && expectedMembers?.length !== 1) return;
		comparisons++;
		const dissent = dissentIn(record.hashes);
		if (dissent === null) return;
		violations.add(`At revision ${record.rev} ${dissentInWords(dissent, record.releases)}`, () => [record]);
	};
	const verdict = () => {
		if (violations.count > 0) return failed(name$6, comparisons, violations, "hash-mismatch");
		if (comparisons === 0) return unsure(name$6, 0, "too-few-operations", "Hashes of members were never compared.");
		const missing = (expectedMembers ?? []).filter((member) => last?.hashes[member] === void 0);
		if (missing.length > 0) return unsure(name$6, comparisons, "history-incomplete", `The last comparison of hashes lacks ${missing.join(", ")}.`);
		return passed(name$6, comparisons, `${amount(comparisons, "comparison")}, all equal.`);
	};
	return {
		name: name$6,
		observe,
		verdict
	};
}

// src/judge/lease.ts
const name$5 = "lease";
const longestBetweenLooksUs = 5e6;
function createLeaseJudge(timeline) {
	const leases = /* @__PURE__ */ new Map();
	const own = [];
	const switches = [];
	const unknown = new Violations(timeline);
	return {
		name: name$5,
		observe: (record) => {
			timeline.observe(record);
			if (record.k === "lease" && record.event === "grant-failed") return;
			if (record.k === "lease") take$2(record, leases, unknown);
			else if (record.k === "mark" && (record.event.startsWith("leader-") || record.event.startsWith("switch-"))) {
				own.push({
					from: record.at,
					to: record.at
				});
				if (record.event === "switch-start") switches.push({
					from: record.at,
					to: Number.POSITIVE_INFINITY
				});
				const open = switches.at(-1);
				if (record.event === "switch-end" && open !== void 0) open.to = Math.min(open.to, record.at);
			}
		},
		verdict: () => judge$2([...leases.values()], [...own, ...timeline.elections], switches, timeline, unknown)
	};
}
function take$2(record, leases, unknown) {
	let lease = leases.get(record.lease);
	if (record.event === "granted") {
		lease ??= {
			id: record.lease,
			renewals: [],
			sightings: [],
			losses: [],
			revoked: void 0
		};
		leases.set(record.lease, lease);
	}
	if (lease === void 0) {
		unknown.add(`Lease ${record.lease} has a record "${record.event}" before it was granted`, () => [record]);
		return;
	}
	switch (record.event) {
		case "granted":
		case "renewed": {
			const ttlUs = record.ttlMs === void 0 ? lease.renewals.at(-1)?.ttlUs ?? 0 : record.ttlMs * 1e3;
			const aliveUntil = (record.start ?? record.at) + ttlUs;
			lease.renewals.push({
				record,
				aliveUntil,
				goneBy: record.at + ttlUs,
				ttlUs
			});
			return;
		}
		case "key-seen":
		case "key-gone":
			lease.sightings.push(record);
			return;
		case "revoked":
			lease.revoked ??= record;
			return;
		case "lost":
			lease.losses.push(record);
			return;
	}
}
function judge$2(leases, leaders, switches, timeline, violations) {
	const changes = leaders.toSorted((a, b) => a.from - b.from);
	const dated = changes.filter(({ from, to }) => to - from <= longestBetweenLooksUs || switches.some((each) => each.from < to && from < each.to));
	const undated = new Violations(timeline);
	let renewals = 0;
	let sightings = 0;
	let expiries = 0;
	for (const lease of leases) {
		renewals += lease.renewals.length - 1;
		sightings += lease.sightings.filter(({ event }) => event === "key-seen").length;
		const latest = latestEnd(lease, changes);
		judgeEarly(lease, violations);
		judgeLate(lease, latest, violations);
		judgeLate(lease, latestEnd(lease, dated), undated);
		const last = lease.sightings.at(-1);
		if (lease.revoked === void 0 && last !== void 0 && (last.event === "key-gone" || sentAt(last) > latest)) expiries++;
	}
	const judged = renewals + leases.reduce((sum, lease) => sum + lease.sightings.length, 0);
	if (violations.count > 0) return failed(name$5, judged, violations, "lease-violated");
	const lapsed = lapsedLeases(leases, timeline);
	if (lapsed.count > 0) return unsure(name$5, judged, "history-incomplete", `${lapsed.headline()}.`, lapsed);
	if (undated.count > 0) return unsure(name$5, judged, "history-incomplete", `${undated.headline()}; only an election would excuse that, of which nobody saw when it was.`, undated);
	const figures = `${amount(leases.length, "lease")} with ${amount(renewals, "renewal")}, ${amount(sightings, "look")} at living keys, ${amount(expiries, "expired key")}`;
	if (renewals < 3 || sightings < 3 || expiries < 1) return unsure(name$5, judged, "too-few-operations", `Only ${figures}; ${3}, ${3} and ${1} are needed.`);
	return passed(name$5, judged, `${figures}: none ended early, none lived too long.`);
}
function judgeEarly(lease, violations) {
	for (const gone of lease.sightings) {
		if (gone.event !== "key-gone" || lease.revoked !== void 0 && lease.revoked.at <= gone.at) continue;
		const holding = lease.renewals.findLast(({ aliveUntil }) => gone.at < aliveUntil);
		if (holding === void 0) continue;
		violations.add(`Key ${gone.key} of lease ${lease.id} was gone ${duration(holding.aliveUntil - gone.at)} before the lease could end`, () => [holding.record, gone], () => ({ during: {
			from: holding.record.at,
			to: gone.at
		} }));
	}
	for (const lost of lease.losses) {
		if (lease.revoked !== void 0 && lease.revoked.at <= lost.at) continue;
		const holding = lease.renewals.findLast(({ record, aliveUntil }) => record.at <= lost.at && lost.at < aliveUntil);
		if (holding === void 0) continue;
		violations.add(`Lease ${lease.id} was lost ${duration(holding.aliveUntil - lost.at)} before it could end, although its renewal was acknowledged`, () => [holding.record, lost], () => ({ during: {
			from: holding.record.at,
			to: lost.at
		} }));
	}
}
function lapsedLeases(leases, timeline) {
	const lapsed = new Violations(timeline);
	for (const { id, losses, revoked, renewals } of leases) {
		const lost = losses.find(({ at }) => revoked === void 0 || at < revoked.at);
		if (lost === void 0) continue;
		const renewed = renewals.findLast(({ record }) => record.at <= lost.at)?.record.at ?? lost.at;
		lapsed.add(`Lease ${id} was lost while its client kept it alive (${lost.error ?? "no reason is known"})`, () => [lost], () => ({ during: {
			from: renewed,
			to: lost.at
		} }));
	}
	return lapsed;
}
function judgeLate(lease, latest, violations) {
	const gone = /* @__PURE__ */ new Map();
	for (const sighting of lease.sightings) {
		const key = sighting.key ?? "";
		if (sighting.event === "key-gone") {
			if (!gone.has(key)) gone.set(key, sighting);
			continue;
		}
		const before = gone.get(key);
		if (before !== void 0 && sentAt(sighting) > before.at) violations.add(`Key ${key} of lease ${lease.id} came back after it was gone`, () => [before, sighting]);
		else if (sentAt(sighting) > latest + 5e6) {
			const late = sentAt(sighting) - latest;
			violations.add(`Key ${key} of lease ${lease.id} was still there ${duration(late)} after the lease had to end`, () => [...lease.renewals.slice(-1).map(({ record }) => record), sighting], () => ({ during: {
				from: lease.renewals.at(-1)?.record.at ?? latest,
				to: sighting.at
			} }));
		}
	}
}
function latestEnd(lease, changes) {
	let latest = 0;
	let ttlUs = 0;
	for (const renewal of lease.renewals) {
		latest = Math.max(latest, renewal.goneBy);
		ttlUs = Math.max(ttlUs, renewal.ttlUs);
	}
	for (const { from, to } of changes) if (from <= latest + 5e6) latest = Math.max(latest, to + ttlUs);
	return latest;
}
function sentAt(record) {
	return record.start ?? record.at;
}

// src/judge/versions.ts
const swallowedUs = 52e5;
const lateUs = 5e6;
const latestUs = 3e7;
const unrecorded = -1;
var Versions = class {
	#ledger;
	#rev;
	#val;
	#row;
	#first;
	#order;
	#orderKey;
	#orderRev;
	#used;
	#runEnd;
	#freeDeletions = /* @__PURE__ */ new Map();
	#swallowedDeletions = [];
	collisions = [];
	settled = /* @__PURE__ */ new Map();
	#idleDeletions = /* @__PURE__ */ new Map();
	#unseen = /* @__PURE__ */ new Map();
	constructor(ledger) {
		this.#ledger = ledger;
		const key = int32();
		const rev = float64();
		const val = int32();
		const row = int32();
		const add = (k, r, v, op) => {
			key.push(k);
			rev.push(r);
			val.push(v);
			row.push(op);
		};
		const unknownDeletions = [];
		for (let op = 0; op < ledger.length; op++) {
			const kind = ledger.kind(op);
			if (kind !== "put" && kind !== "cas" && kind !== "delete") continue;
			if (kind === "delete" && ledger.didNothing(op)) {
				const idle = this.#idleDeletions.get(ledger.key(op));
				if (idle) idle.push(op);
				else this.#idleDeletions.set(ledger.key(op), [op]);
			}
			if (ledger.wrote(op)) add(ledger.key(op), ledger.rev(op), kind === "delete" ? -1 : ledger.val(op), op);
			else if (ledger.outcome(op) === "unknown") {
				if (kind === "delete") {
					unknownDeletions.push(op);
					continue;
				}
				const mod = ledger.writerOf(ledger.val(op)) === op ? ledger.modOf(ledger.val(op)) : void 0;
				if (mod === void 0) {
					this.#unseen.set(ledger.key(op), this.unseenWrites(ledger.key(op)) + 1);
					continue;
				}
				this.settled.set(op, mod);
				add(ledger.key(op), mod, ledger.val(op), op);
			}
		}
		this.#settleDeletions(unknownDeletions, add, {
			key,
			rev
		});
		const count = key.length;
		const order = sortedRows(Int32Array.from({ length: count }, (_, i) => i), (i) => rev.get(i));
		this.#order = order;
		this.#orderKey = (index) => key.get(index);
		this.#orderRev = (index) => rev.get(index);
		this.#used = new Float64Array(count);
		let used = 0;
		let previous = -1;
		for (const i of order) {
			if (previous >= 0 && rev.get(previous) === rev.get(i)) this.collisions.push({
				first: row.get(previous),
				second: row.get(i),
				rev: rev.get(i)
			});
			else this.#used[used++] = rev.get(i);
			previous = i;
		}
		this.#used = this.#used.subarray(0, used);
		this.#runEnd = new Float64Array(used);
		for (let i = used - 1; i >= 0; i--) {
			const own = this.#used[i];
			this.#runEnd[i] = this.#used[i + 1] === own + 1 ? this.#runEnd[i + 1] : own;
		}
		this.#first = new Int32Array(ledger.keys.size + 1);
		for (const i of order) this.#first[key.get(i) + 1]++;
		for (let k = 1; k < this.#first.length; k++) this.#first[k] += this.#first[k - 1];
		const next = this.#first.slice();
		this.#rev = new Float64Array(count);
		this.#val = new Int32Array(count);
		this.#row = new Int32Array(count);
		for (const i of order) {
			const k = key.get(i);
			const at = next[k];
			next[k] = at + 1;
			this.#rev[at] = rev.get(i);
			this.#val[at] = val.get(i);
			this.#row[at] = row.get(i);
		}
	}
	#mayHaveDeleted(key, after, upTo, end) {
		const free = this.nextFree(after);
		const fits = ({ start, below }) => start <= end && free <= upTo && free < below;
		return (this.#freeDeletions.get(key) ?? []).some(fits) || this.#swallowedDeletions.some(fits);
	}
	mayBeSwallowed(rev, at) {
		return this.#swallowedDeletions.some(({ start, below }) => start <= at && rev < below);
	}
	unseenWrites(key) {
		if (this.#ledger.crashedSegments.size > 0) return Number.POSITIVE_INFINITY;
		return this.#unseen.get(key) ?? 0;
	}
	*of(key) {
		for (let i = this.#first[key] ?? 0; i < (this.#first[key + 1] ?? 0); i++) yield this.#version(i);
	}
	eachByRevision(write) {
		for (const index of this.#order) write(this.#orderRev(index), this.#orderKey(index));
	}
	at(key, rev) {
		let low = this.#first[key] ?? 0;
		const start = low;
		let high = this.#first[key + 1] ?? 0;
		while (low < high) {
			const middle = low + high >>> 1;
			if (this.#rev[middle] <= rev) low = middle + 1;
			else high = middle;
		}
		return low === start ? void 0 : this.#version(low - 1);
	}
	nextFree(rev) {
		let low = 0;
		let high = this.#used.length;
		while (low < high) {
			const middle = low + high >>> 1;
			if (this.#used[middle] <= rev) low = middle + 1;
			else high = middle;
		}
		return this.#used[low] === rev + 1 ? this.#runEnd[low] + 1 : rev + 1;
	}
	isKnown(rev) {
		return this.nextFree(rev - 1) !== rev;
	}
	swallowed(val) {
		const segment = /^v(\d+)\./.exec(this.#ledger.values.name(val))?.[1];
		return segment !== void 0 && this.#ledger.crashedSegments.has(Number(segment));
	}
	contradiction(seen) {
		const version = this.at(seen.key, seen.rev);
		return seen.val === -1 ? this.#missing(seen, version) : this.#wrongValue(seen, version);
	}
	#missing(seen, version) {
		const ledger = this.#ledger;
		if (version === void 0 || version.val === -1) return void 0;
		if (this.#mayHaveDeleted(seen.key, version.rev, seen.rev, seen.end)) return void 0;
		const wrote = `revision ${version.rev} wrote ${ledger.values.name(version.val)}`;
		const missing = `${ledger.keys.name(seen.key)} is missing at revision ${seen.rev}, although ${wrote}`;
		const idle = this.#misanswered(version, seen);
		if (idle !== void 0) return {
			message: `${missing}; either operation ${ledger.id(idle)} deleted it at revision ${ledger.rev(idle)} and answered deleted = 0, or that write was lost before`,
			rows: [...this.#lost(version).rows, idle],
			misanswered: idle
		};
		return {
			message: `${missing} and nothing deleted it`,
			...this.#lost(version)
		};
	}
	#misanswered(version, { key, rev, end }) {
		const ledger = this.#ledger;
		return (this.#idleDeletions.get(key) ?? []).filter((row) => {
			const own = ledger.rev(row);
			if (own <= version.rev || own > rev || ledger.start(row) > end) return false;
			return !this.isKnown(own) && !this.#mayHaveDeleted(key, version.rev, own, ledger.end(row));
		}).sort((a, b) => ledger.rev(a) - ledger.rev(b))[0];
	}
	*idleDeletions() {
		for (const rows of this.#idleDeletions.values()) yield* rows;
	}
	#wrongValue(seen, version) {
		const ledger = this.#ledger;
		const writer = ledger.writerOf(seen.val);
		const origin = writer === void 0 ? void 0 : this.#wrongOrigin(writer, seen);
		const newer = version !== void 0 && version.rev > seen.mod;
		const orphan = writer === void 0 && !this.swallowed(seen.val);
		if (!orphan && origin === void 0 && seen.mod <= seen.rev && !newer) return void 0;
		const what = `${ledger.keys.name(seen.key)} holds ${ledger.values.name(seen.val)} (mod revision ${seen.mod}) at revision ${seen.rev}`;
		const { rows, ...lost } = this.#lost(version);
		if (orphan) return {
			message: `${what}, which nobody wrote`,
			rows,
			...lost
		};
		const proof = writer === void 0 ? rows : [writer, ...rows.filter((row) => row !== writer)];
		if (origin !== void 0) return {
			message: `${what}, ${origin}`,
			rows: proof
		};
		if (version === void 0 || !newer) return {
			message: `${what}, a revision of the future`,
			rows: proof
		};
		const did = version.val === -1 ? "had deleted it" : `had written ${ledger.values.name(version.val)}`;
		return {
			message: `${what}, although revision ${version.rev} ${did}`,
			rows: proof,
			...lost
		};
	}
	#lost(version) {
		if (version?.row === void 0) return { rows: [] };
		const acknowledged = this.#ledger.outcome(version.row) === "ok";
		return {
			rows: [version.row],
			...acknowledged && { lost: version.row }
		};
	}
	#wrongOrigin(writer, seen) {
		const ledger = this.#ledger;
		if (ledger.key(writer) !== seen.key) return `which was written to ${ledger.keys.name(ledger.key(writer))}`;
		if (ledger.outcome(writer) === "failed") return "which a write that failed would have written";
		if (ledger.start(writer) > seen.end) return "whose write had not begun yet";
		if (ledger.outcome(writer) === "ok") {
			if (!ledger.wrote(writer)) return "which a cas would have written whose comparison did not hold";
			if (ledger.rev(writer) !== seen.mod) return `but its write was acknowledged at revision ${ledger.rev(writer)}`;
			return;
		}
		const settled = this.settled.get(writer);
		return settled === seen.mod ? void 0 : `but others saw it with mod revision ${settled ?? "none"}`;
	}
	#version(index) {
		const row = this.#row[index];
		return {
			rev: this.#rev[index],
			val: this.#val[index],
			row: row === unrecorded ? void 0 : row
		};
	}
	#settleDeletions(unknown, add, known) {
		const ledger = this.#ledger;
		const byKey = /* @__PURE__ */ new Map();
		for (const row of unknown) {
			const rows = byKey.get(ledger.key(row));
			if (rows) rows.push(row);
			else byKey.set(ledger.key(row), [row]);
		}
		for (const rows of byKey.values()) rows.sort((a, b) => ledger.start(a) - ledger.start(b));
		const firstAfter = byKey.size + ledger.crashedSegments.size > 0 ? revisionsByTime(ledger) : () => 0;
		if (byKey.size > 0) {
			const explained = /* @__PURE__ */ new Set();
			for (let i = 0; i < known.key.length; i++) if (byKey.has(known.key.get(i))) explained.add(known.rev.get(i));
			const order = sortedRows(Int32Array.from({ length: ledger.deletionKey.length }, (_, i) => i), (i) => ledger.deletionRev.get(i));
			for (const i of order) {
				const rev = ledger.deletionRev.get(i);
				const key = ledger.deletionKey.get(i);
				const rows = byKey.get(key);
				if (rows === void 0 || explained.has(rev)) continue;
				const chosen = rows.findIndex((row) => ledger.start(row) <= ledger.deletionAt.get(i));
				if (chosen < 0) continue;
				const [row] = rows.splice(chosen, 1);
				if (row === void 0) continue;
				explained.add(rev);
				this.settled.set(row, rev);
				add(key, rev, -1, row);
			}
			for (const [key, rows] of byKey) if (rows.length > 0) this.#freeDeletions.set(key, rows.map((row) => ({
				start: ledger.start(row),
				below: firstAfter(ledger.start(row) + latestUs)
			})));
		}
		this.#addSwallowed(add, firstAfter);
	}
	#addSwallowed(add, firstAfter) {
		const ledger = this.#ledger;
		if (ledger.crashedSegments.size === 0) return;
		for (const { val, key } of ledger.unwritten()) {
			const mod = ledger.modOf(val);
			if (mod !== void 0 && this.swallowed(val)) add(key, mod, val, unrecorded);
		}
		for (const { lastAt, nextAt } of ledger.crashedSegments.values()) this.#swallowedDeletions.push({
			start: lastAt - swallowedUs,
			below: firstAfter(nextAt + lateUs)
		});
	}
};
const bucketUs = 1e5;
function revisionsByTime(ledger) {
	const bucketOf = (time) => Math.floor(time / bucketUs);
	const written = rowsWhere(ledger.length, (row) => ledger.wrote(row));
	const smallest = /* @__PURE__ */ new Map();
	for (const row of written) {
		const bucket = bucketOf(ledger.start(row));
		smallest.set(bucket, Math.min(smallest.get(bucket) ?? Number.POSITIVE_INFINITY, ledger.rev(row)));
	}
	const buckets = [...smallest.keys()].sort((a, b) => a - b);
	const from = new Float64Array(buckets.length + 1).fill(Number.POSITIVE_INFINITY);
	for (let i = buckets.length - 1; i >= 0; i--) from[i] = Math.min(from[i + 1], smallest.get(buckets[i]));
	return (time) => {
		const next = buckets.findIndex((bucket) => bucket > bucketOf(time));
		return next < 0 ? Number.POSITIVE_INFINITY : from[next];
	};
}

// src/judge/wgl.ts
const longestChain = 3;
function searchLinearization(required, unknown, revisions, limits) {
	return new Search(required, unknown, revisions, limits).run();
}
var Search = class {
	#required;
	#unknown;
	#revisions;
	#maxTries;
	#done;
	#used;
	#laterOrder;
	#readValues = /* @__PURE__ */ new Set();
	#low = 0;
	#state = {
		val: -1,
		mod: 0,
		floor: 0
	};
	#trail = [];
	#branches = [];
	#visited = /* @__PURE__ */ new Set();
	#tries = 0;
	#furthest = -1;
	#stuck;
	constructor(required, unknown, revisions, limits) {
		this.#required = [...required].sort((a, b) => a.start - b.start);
		this.#unknown = [...unknown].sort((a, b) => a.start - b.start);
		this.#revisions = revisions;
		this.#maxTries = limits.maxTries;
		this.#done = new Uint8Array(required.length);
		this.#used = new Uint8Array(unknown.length);
		this.#laterOrder = new Float64Array(required.length + 1).fill(Number.POSITIVE_INFINITY);
		for (let i = required.length - 1; i >= 0; i--) {
			const operation = this.#required[i];
			this.#laterOrder[i] = Math.min(this.#laterOrder[i + 1], orderOf(operation));
			if (operation.kind === "get") this.#readValues.add(operation.val);
			if (operation.found !== void 0) this.#readValues.add(operation.found.val);
		}
	}
	run() {
		for (;;) {
			while (this.#low < this.#required.length && this.#done[this.#low] === 1) this.#low++;
			if (this.#low === this.#required.length) return { linearizable: true };
			if (++this.#tries > this.#maxTries) return {
				linearizable: false,
				stuck: this.#stuck,
				bounded: true
			};
			const choices = this.#choices();
			const [only] = choices;
			if (choices.length > 1 && !this.#seenBefore()) {
				const state = this.#state;
				this.#branches.push({
					choices,
					next: 1,
					trailLength: this.#trail.length,
					low: this.#low,
					state
				});
				this.#apply(only);
			} else if (choices.length === 1) this.#apply(only);
			else if (!this.#backtrack()) return {
				linearizable: false,
				stuck: this.#stuck,
				bounded: false
			};
		}
	}
	#choices() {
		const candidates = [];
		let firstEnd = Number.POSITIVE_INFINITY;
		let i = this.#low;
		for (; i < this.#required.length; i++) {
			const operation = this.#required[i];
			if (operation.start > firstEnd) break;
			if (this.#done[i] === 1) continue;
			candidates.push(i);
			firstEnd = Math.min(firstEnd, operation.end);
		}
		let order = this.#laterOrder[i];
		for (const index of candidates) order = Math.min(order, orderOf(this.#required[index]));
		const direct = [];
		const blocked = [];
		for (const index of candidates) {
			const operation = this.#required[index];
			if (operation.start > firstEnd || operation.rev !== void 0 && orderOf(operation) > order) continue;
			const state = this.#after(this.#state, operation);
			if (state === void 0) blocked.push(index);
			else if (pins(operation)) return [{
				before: [],
				operation: index,
				state
			}];
			else direct.push({
				before: [],
				operation: index,
				state
			});
		}
		if (direct.length === 0 && this.#trail.length > this.#furthest) {
			this.#furthest = this.#trail.length;
			const [first] = blocked.length > 0 ? blocked : candidates;
			this.#stuck = first === void 0 ? void 0 : this.#required[first];
		}
		const vague = direct.map(({ operation }) => operation).filter((index) => !changes(this.#required[index]));
		for (const index of [...blocked, ...vague]) this.#explain(index, firstEnd, this.#state, [], direct);
		return direct;
	}
	#explain(index, firstEnd, state, before, into) {
		const operation = this.#required[index];
		const tried = /* @__PURE__ */ new Set();
		for (let u = 0; u < this.#unknown.length; u++) {
			const write = this.#unknown[u];
			if (write.start > firstEnd) break;
			if (this.#used[u] === 1 || before.includes(u)) continue;
			if (before.length > 0 && write.kind !== "cas") continue;
			const alike = this.#class(write);
			if (tried.has(alike)) continue;
			tried.add(alike);
			const next = this.#afterUnknown(state, write);
			if (next === void 0) continue;
			const chain = [...before, u];
			const after = this.#after(next, operation);
			if (after !== void 0) into.push({
				before: chain,
				operation: index,
				state: after
			});
			else if (chain.length < longestChain) this.#explain(index, firstEnd, next, chain, into);
		}
	}
	#class(write) {
		if (write.kind === "delete") return "delete";
		const value = this.#readValues.has(write.val) ? write.val : "unseen";
		return write.kind === "cas" ? `cas ${write.expect} ${value}` : `put ${value}`;
	}
	#after(state, operation) {
		const { rev } = operation;
		const makes = changes(operation);
		if (rev !== void 0 && (makes ? rev <= state.floor : rev < state.floor)) return void 0;
		const floor = rev ?? state.floor;
		switch (operation.kind) {
			case "get": return shows(state, operation.val, operation.mod) ? {
				val: state.val,
				mod: state.mod,
				floor
			} : void 0;
			case "put": return {
				val: operation.val,
				mod: rev ?? NaN,
				floor
			};
			case "cas":
				if (operation.effective === false) {
					const { found } = operation;
					if (state.mod === operation.expect) return void 0;
					if (found !== void 0 && !shows(state, found.val, found.mod)) return void 0;
					return {
						val: state.val,
						mod: state.mod,
						floor
					};
				}
				return this.#holds(state, operation.expect ?? 0) ? {
					val: operation.val,
					mod: rev ?? NaN,
					floor
				} : void 0;
			case "delete":
				if (operation.effective !== void 0 && operation.effective !== (state.val !== -1)) return void 0;
				return {
					val: -1,
					mod: 0,
					floor
				};
		}
	}
	#afterUnknown(state, write) {
		if (write.kind === "delete" && state.val === -1) return void 0;
		if (write.kind === "cas" && !this.#holds(state, write.expect ?? 0)) return void 0;
		const floor = this.#revisions.nextFree(state.floor);
		return write.kind === "delete" ? {
			val: -1,
			mod: 0,
			floor
		} : {
			val: write.val,
			mod: NaN,
			floor
		};
	}
	#holds(state, expect) {
		return Number.isNaN(state.mod) ? expect > 0 && !this.#revisions.isKnown(expect) : state.mod === expect;
	}
	#apply(choice) {
		for (const u of choice.before) {
			this.#used[u] = 1;
			this.#trail.push(-1 - u);
		}
		this.#done[choice.operation] = 1;
		this.#trail.push(choice.operation);
		this.#state = choice.state;
	}
	#backtrack() {
		for (;;) {
			const branch = this.#branches.at(-1);
			if (branch === void 0) return false;
			while (this.#trail.length > branch.trailLength) {
				const applied = this.#trail.pop();
				if (applied < 0) this.#used[-1 - applied] = 0;
				else this.#done[applied] = 0;
			}
			this.#low = branch.low;
			this.#state = branch.state;
			const choice = branch.choices[branch.next++];
			if (choice !== void 0) {
				this.#apply(choice);
				return true;
			}
			this.#branches.pop();
		}
	}
	#seenBefore() {
		const { val, mod, floor } = this.#state;
		let key = `${this.#low}/${val}/${mod}/${floor}/`;
		const open = this.#required[this.#low];
		for (let i = this.#low + 1; i < this.#required.length; i++) {
			if (this.#required[i].start > open.end) break;
			if (this.#done[i] === 1) key += `${i},`;
		}
		key += "/";
		for (let u = 0; u < this.#used.length; u++) if (this.#used[u] === 1) key += `${u},`;
		if (this.#visited.has(key)) return true;
		this.#visited.add(key);
		return false;
	}
};
function changes(operation) {
	return operation.kind === "put" || operation.kind !== "get" && operation.effective !== false;
}
function pins(operation) {
	return !changes(operation) && (operation.kind !== "cas" || operation.found !== void 0);
}
function shows(state, val, mod) {
	if (state.val !== val) return false;
	return val === -1 || mod === void 0 || Number.isNaN(state.mod) || state.mod === mod;
}
function orderOf(operation) {
	if (operation.rev === void 0) return Number.POSITIVE_INFINITY;
	return operation.rev * 2 + (changes(operation) ? 0 : 1);
}

// src/judge/linearizability.ts
const name$4 = "linearizability";
const triesPerOperation = 20;
const leastTries = 2e5;
const nobodysValue = -3;
const verbs = {
	put: "put",
	cas: "cas",
	delete: "delete",
	get: "read"
};
function createLinearizabilityJudge(ledger, versions, timeline) {
	return {
		name: name$4,
		observe: (record) => {
			ledger.observe(record);
			timeline.observe(record);
		},
		verdict: () => new Linearizability(ledger, versions(), timeline).verdict()
	};
}
var Linearizability = class {
	#ledger;
	#versions;
	#violations;
	#misanswered = /* @__PURE__ */ new Set();
	#unfinished = 0;
	constructor(ledger, versions, timeline) {
		this.#ledger = ledger;
		this.#versions = versions;
		this.#violations = new Violations(timeline);
	}
	verdict() {
		const ledger = this.#ledger;
		let writes = 0;
		let reads = 0;
		for (let row = 0; row < ledger.length; row++) {
			if (ledger.outcome(row) !== "ok") continue;
			const kind = ledger.kind(row);
			if (kind === "get" || kind === "range") reads++;
			else if (kind !== "get-serializable") writes++;
		}
		for (const { first, second, rev } of this.#versions.collisions) this.#violations.add(`Two writes claim revision ${rev}`, () => [first, second].filter((row) => row >= 0).map((row) => ledger.record(row)));
		this.#judgeDeletions();
		this.#judgeRealTime();
		const keys = this.#judgeKeys();
		const judged = writes + reads;
		const figures = `${amount(writes, "write")} and ${amount(reads, "read")} on ${amount(keys, "key")}`;
		if (this.#violations.count > 0) return failed(name$4, judged, this.#violations, "linearizability-violated");
		if (this.#unfinished > 0) return unsure(name$4, judged, "judge-timeout", `The search for an order was given up on ${amount(this.#unfinished, "key")}.`);
		if (writes < 50 || reads < 50) return unsure(name$4, judged, "too-few-operations", `Only ${figures} were acknowledged; ${50} writes and ${50} reads are needed.`);
		return passed(name$4, judged, `${figures} fit one order.`);
	}
	#judgeDeletions() {
		const ledger = this.#ledger;
		for (const row of this.#versions.idleDeletions()) {
			const key = ledger.key(row);
			const sighting = {
				key,
				val: -1,
				mod: 0,
				rev: ledger.rev(row),
				end: ledger.end(row)
			};
			const wrong = this.#versions.contradiction(sighting);
			if (wrong?.misanswered !== row) continue;
			this.#misanswered.add(key);
			this.#violations.add(`Operation ${ledger.id(row)} (delete) answered what cannot be: ${wrong.message}`, () => wrong.rows.map((each) => ledger.record(each)));
		}
	}
	#judgeRealTime() {
		const ledger = this.#ledger;
		const { settled } = this.#versions;
		const answered = (row) => ledger.outcome(row) === "ok" && ledger.kind(row) !== "get-serializable";
		const byStart = sortedRows(rowsWhere(ledger.length, (row) => answered(row) || settled.has(row)), (row) => ledger.start(row));
		const byEnd = sortedRows(rowsWhere(ledger.length, answered), (row) => ledger.end(row));
		let ended = 0;
		let newest = -1;
		let newestRev = 0;
		for (const row of byStart) {
			while (ended < byEnd.length && ledger.end(byEnd[ended]) < ledger.start(row)) {
				const earlier = byEnd[ended++];
				if (ledger.rev(earlier) > newestRev) {
					newestRev = ledger.rev(earlier);
					newest = earlier;
				}
			}
			const rev = settled.get(row) ?? ledger.rev(row);
			const writes = ledger.wrote(row) || settled.has(row);
			if (rev > newestRev || rev === newestRev && !writes) continue;
			const before = newest;
			this.#violations.add(`Operation ${ledger.id(row)} (${ledger.kind(row)} ${ledger.keys.name(ledger.key(row))}) ${writes ? "made" : "saw"} revision ${rev} after operation ${ledger.id(before)} had already answered with revision ${newestRev}`, () => [ledger.record(before), ledger.record(row)]);
		}
	}
	#judgeKeys() {
		const rowsOf = this.#rowsByKey();
		const sightings = spreadRanges(this.#ledger);
		let keys = 0;
		for (let key = 0; key < this.#ledger.keys.size; key++) {
			const required = [];
			const unknown = [];
			for (const row of rowsOf(key)) this.#add(row, required, unknown);
			for (let i = sightings.first[key] ?? 0; i < (sightings.first[key + 1] ?? 0); i++) {
				const row = sightings.row[i];
				required.push(this.#read(row, sightings.val[i], sightings.mod[i]));
			}
			if (required.length === 0) continue;
			this.#addSwallowed(key, required, unknown);
			keys++;
			this.#judgeKey(key, required, unknown);
		}
		return keys;
	}
	#judgeKey(key, required, unknown) {
		const ledger = this.#ledger;
		const maxTries = Math.max(leastTries, required.length * triesPerOperation);
		const result = searchLinearization(required, unknown, this.#versions, { maxTries });
		if (result.linearizable) return;
		let contradicted = 0;
		for (const operation of required) {
			const { kind, rev, end, found } = operation;
			if (kind !== "get" && found === void 0 || rev === void 0) continue;
			const { val, mod = 0 } = found ?? operation;
			const wrong = this.#versions.contradiction({
				key,
				val,
				mod,
				rev,
				end
			});
			if (wrong === void 0) continue;
			contradicted++;
			if (wrong.misanswered !== void 0) continue;
			this.#violations.add(`Operation ${ledger.id(operation.row)} (${verbs[kind]}) answered what cannot be: ${wrong.message}`, () => [operation.row, ...wrong.rows].map((row) => ledger.record(row)), () => ({ record: ledger.record(operation.row) }));
		}
		if (contradicted > 0 || this.#misanswered.has(key)) return;
		if (result.bounded) {
			this.#unfinished++;
			return;
		}
		const { stuck } = result;
		const what = stuck === void 0 ? "its operations" : `operation ${ledger.id(stuck.row)} (${verbs[stuck.kind]})`;
		this.#violations.add(`No order of the operations on ${ledger.keys.name(key)} explains ${what}`, () => {
			if (stuck === void 0) return [];
			const before = stuck.rev === void 0 ? void 0 : this.#versions.at(key, stuck.rev - 1);
			return (before?.row === void 0 ? [stuck.row] : [before.row, stuck.row]).filter((row) => row >= 0).map((row) => ledger.record(row));
		});
	}
	#add(row, required, unknown) {
		const ledger = this.#ledger;
		const recorded = ledger.kind(row);
		const kind = recorded === "cas" && Number.isNaN(ledger.expect(row)) ? "put" : recorded;
		const outcome = ledger.outcome(row);
		if (outcome === "failed" || kind === "range" || kind === "get-serializable") return;
		const start = ledger.start(row);
		if (kind === "get") {
			if (outcome !== "ok") return;
			required.push(this.#read(row, ledger.gotVal(row), ledger.gotMod(row)));
			return;
		}
		const val = kind === "delete" ? -1 : ledger.val(row);
		const expect = kind === "cas" ? { expect: ledger.expect(row) } : {};
		if (outcome === "ok") {
			const effective = kind === "put" ? {} : { effective: ledger.wrote(row) };
			const found = kind === "cas" && ledger.didNothing(row) && ledger.asked(row) ? { found: {
				val: ledger.gotVal(row),
				mod: ledger.gotMod(row)
			} } : {};
			const rev = ledger.rev(row);
			required.push({
				kind,
				start,
				end: ledger.end(row),
				rev,
				val,
				row,
				...expect,
				...effective,
				...found
			});
			return;
		}
		const rev = this.#versions.settled.get(row);
		const end = Number.POSITIVE_INFINITY;
		if (rev === void 0) unknown.push({
			kind,
			start,
			end,
			val,
			row,
			...expect
		});
		else required.push({
			kind,
			start,
			end,
			rev,
			val,
			row,
			...expect,
			...kind !== "put" && { effective: true }
		});
	}
	#read(row, val, mod) {
		const ledger = this.#ledger;
		return {
			kind: "get",
			start: ledger.start(row),
			end: ledger.end(row),
			rev: ledger.rev(row),
			val,
			mod,
			row
		};
	}
	#addSwallowed(key, required, unknown) {
		if (this.#ledger.crashedSegments.size === 0) return;
		const never = {
			start: 0,
			end: Number.POSITIVE_INFINITY,
			row: -1
		};
		for (const { rev, val, row } of this.#versions.of(key)) if (row === void 0) required.push({
			kind: "put",
			rev,
			val,
			...never
		});
		for (const { lastAt } of this.#ledger.crashedSegments.values()) {
			unknown.push({
				kind: "delete",
				val: -1,
				...never,
				start: lastAt - swallowedUs
			});
			unknown.push({
				kind: "put",
				val: nobodysValue,
				...never,
				start: lastAt - swallowedUs
			});
		}
	}
	#rowsByKey() {
		const ledger = this.#ledger;
		const first = new Int32Array(ledger.keys.size + 1);
		for (let row = 0; row < ledger.length; row++) first[ledger.key(row) + 1]++;
		for (let key = 1; key < first.length; key++) first[key] += first[key - 1];
		const rows = new Int32Array(ledger.length);
		const next = first.slice();
		for (let row = 0; row < ledger.length; row++) {
			const key = ledger.key(row);
			const at = next[key];
			next[key] = at + 1;
			rows[at] = row;
		}
		return (key) => rows.subarray(first[key] ?? 0, first[key + 1] ?? 0);
	}
};

// src/judge/mutual-exclusion.ts
const name$3 = "mutual-exclusion";
function createMutualExclusionJudge(timeline) {
	const contests = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Map();
	const doubts = new Violations(timeline);
	return {
		name: name$3,
		observe: (record) => {
			timeline.observe(record);
			if (record.k === "segment") {
				for (const hold of open.values()) end(hold, record.at, record);
				open.clear();
			} else if (record.k === "hold") {
				doubt(record, doubts);
				take$1(record, contests, open);
			}
		},
		verdict: () => judge$1(contests, timeline, doubts)
	};
}
function take$1(record, contests, open) {
	const contest = `${record.kind} ${record.name}`;
	const holder = `${contest} ${record.holder}`;
	if (record.event === "acquired") {
		const hold = {
			acquired: record,
			until: Number.POSITIVE_INFINITY,
			ended: void 0
		};
		const holds = contests.get(contest);
		if (holds) holds.push(hold);
		else contests.set(contest, [hold]);
		open.set(holder, hold);
	} else if (record.event === "released" || record.event === "lost") {
		const hold = open.get(holder);
		if (hold === void 0) return;
		end(hold, record.start ?? record.at, record);
		open.delete(holder);
	}
}
const waitedInVain = /^not (acquired|elected) within/;
function doubt(record, doubts) {
	const what = `${record.kind} ${record.name}: ${record.holder}`;
	if (record.event === "failed" && waitedInVain.test(record.error ?? "")) doubts.add(`${what} waited in vain (${record.error})`, () => [record]);
	else if (record.event === "lost" && !(record.at >= (record.validUntil ?? NaN) - 5e5)) {
		const { validUntil } = record;
		const early = validUntil === void 0 ? "at nobody knows what time" : `${duration(validUntil - record.at)} early`;
		doubts.add(`${what} lost it ${early} (${record.error ?? "no reason is known"})`, () => [record]);
	}
}
function end(hold, at, record) {
	hold.until = at;
	hold.ended = record;
}
function judge$1(contests, timeline, doubts) {
	const violations = new Violations(timeline);
	let count = 0;
	const holders = /* @__PURE__ */ new Set();
	for (const [contest, holds] of contests) {
		count += holds.length;
		const inTime = [...holds].sort((a, b) => a.acquired.at - b.acquired.at);
		let longest;
		let highest;
		for (const hold of inTime) {
			holders.add(hold.acquired.holder);
			if (longest !== void 0 && hold.acquired.at < longest.until) report(contest, longest, hold, violations);
			if (highest !== void 0 && token(hold) <= token(highest)) {
				const before = highest;
				violations.add(`${contest}: ${hold.acquired.holder} got fencing revision ${token(hold)} after ${before.acquired.holder} had got ${token(before)}`, () => [before.acquired, hold.acquired], () => ({ during: {
					from: before.acquired.at,
					to: hold.acquired.at
				} }));
			}
			if (longest === void 0 || hold.until > longest.until) longest = hold;
			if (highest === void 0 || token(hold) > token(highest)) highest = hold;
		}
	}
	if (violations.count > 0) return failed(name$3, count, violations, "mutual-exclusion-violated");
	if (doubts.count > 0) return unsure(name$3, count, "history-incomplete", `${doubts.headline()}.`, doubts);
	const figures = `${amount(count, "hold")} by ${amount(holders.size, "holder")}`;
	if (count < 5 || holders.size < 2) return unsure(name$3, count, "too-few-operations", `Only ${figures}; ${5} by 2 are needed.`);
	return passed(name$3, count, `${figures} of ${contests.size} locks and leaderships, never two at once.`);
}
function report(contest, first, second, violations) {
	const until = Math.min(first.until, second.until);
	const long = Number.isFinite(until) ? `for ${duration(until - second.acquired.at)}` : "to the end";
	violations.add(`${contest}: ${first.acquired.holder} and ${second.acquired.holder} both held it ${long}`, () => {
		const records = [first.acquired, second.acquired];
		for (const { ended } of [first, second]) if (ended !== void 0) records.push(ended);
		return records;
	}, () => ({
		record: second.acquired,
		during: {
			from: first.acquired.at,
			to: second.acquired.at
		}
	}));
}
function token(hold) {
	return BigInt(hold.acquired.token ?? 0);
}

// src/judge/processes.ts
const name$2 = "processes";
function createProcessesJudge(timeline, watched = []) {
	const changes = [];
	const seen = /* @__PURE__ */ new Set();
	const observe = (record) => {
		timeline.observe(record);
		if (record.k !== "mark" || record.member === void 0) return;
		if (record.event === "process-unchanged") seen.add(record.member);
		const isTold = changes.some(({ member, message }) => member === record.member && message === record.message);
		if (record.event === "member-changed" && !isTold) changes.push(record);
	};
	const verdict = () => {
		const violations = new Violations(timeline);
		const grave = changes.filter(({ code }) => isVerdict(code));
		for (const change of [...grave, ...changes.filter((each) => !grave.includes(each))]) violations.add(change.message ?? `${change.member} changed`, () => [change]);
		const [worst] = grave;
		if (worst !== void 0) return failed(name$2, seen.size, violations, codeOf(worst.code));
		const [other] = changes;
		if (other !== void 0) return unsure(name$2, seen.size, codeOf(other.code), `${violations.headline()}.`, violations);
		if (seen.size === 0) return unsure(name$2, 0, "too-few-operations", "No process of a member was watched to the end.");
		const unseen = watched.filter((member) => !seen.has(member));
		if (unseen.length > 0) return unsure(name$2, seen.size, "history-incomplete", `Nobody watched the process of ${unseen.join(", ")} to the end.`);
		return passed(name$2, seen.size, `${amount(seen.size, "process")} watched, none changed by itself or by another hand.`);
	};
	return {
		name: name$2,
		observe,
		verdict
	};
}
function codeOf(code) {
	return code !== void 0 && Object.hasOwn(failures, code) ? code : "member-ended";
}
const isVerdict = (code) => failures[codeOf(code)].kind === "verdict";

// src/judge/serializable-reads.ts
const name$1 = "serializable-reads";
function createSerializableReadsJudge(ledger, versions, timeline) {
	return {
		name: name$1,
		observe: (record) => {
			ledger.observe(record);
			timeline.observe(record);
		},
		verdict: () => judge(ledger, versions(), timeline)
	};
}
function judge(ledger, versions, timeline) {
	const violations = new Violations(timeline);
	const reads = rowsWhere(ledger.length, (row) => ledger.kind(row) === "get-serializable" && ledger.outcome(row) === "ok");
	for (const row of reads) {
		const [key, val, mod] = [
			ledger.key(row),
			ledger.gotVal(row),
			ledger.gotMod(row)
		];
		const wrong = versions.contradiction({
			key,
			val,
			mod,
			rev: ledger.rev(row),
			end: ledger.end(row)
		});
		if (wrong === void 0 || wrong.misanswered !== void 0) continue;
		violations.add(`Serializable read ${ledger.id(row)}: ${wrong.message}`, () => [...wrong.rows, row].map((each) => ledger.record(each)));
	}
	judgeFuture(ledger, reads, violations);
	for (let member = 0; member < ledger.members.size; member++) judgeMember(ledger, member, violations);
	if (violations.count > 0) return failed(name$1, reads.length, violations, "linearizability-violated");
	if (reads.length < 50) return unsure(name$1, reads.length, "too-few-operations", `Only ${amount(reads.length, "serializable read")} answered; ${50} are needed.`);
	return passed(name$1, reads.length, `${amount(reads.length, "serializable read")}: real versions, never backwards through one member.`);
}
function judgeFuture(ledger, reads, violations) {
	const byStart = sortedRows(rowsWhere(ledger.length, (row) => ledger.wrote(row)), (row) => -ledger.start(row));
	const byEnd = sortedRows(reads.slice(), (row) => -ledger.end(row));
	let next = 0;
	let smallest = -1;
	for (const row of byEnd) {
		while (next < byStart.length && ledger.start(byStart[next]) > ledger.end(row)) {
			const write = byStart[next++];
			if (smallest < 0 || ledger.rev(write) < ledger.rev(smallest)) smallest = write;
		}
		if (smallest < 0 || ledger.rev(row) < ledger.rev(smallest)) continue;
		const later = smallest;
		violations.add(`Serializable read ${ledger.id(row)} answered for revision ${ledger.rev(row)} before the write of revision ${ledger.rev(later)} had begun`, () => [ledger.record(later), ledger.record(row)]);
	}
}
function judgeMember(ledger, member, violations) {
	const restarts = restartsOf(ledger, ledger.members.name(member));
	const alive = (row) => ledger.member(row) === member && ledger.outcome(row) === "ok" && !restarts.some((span) => overlaps(ledger, row, span));
	const rows = rowsWhere(ledger.length, alive);
	const byEnd = sortedRows(rows.slice(), (row) => ledger.end(row));
	const byStart = sortedRows(rows, (row) => ledger.start(row));
	let ended = 0;
	let newest = -1;
	let life = 0;
	for (const row of byStart) {
		while (life < restarts.length && (restarts[life]?.to ?? 0) <= ledger.start(row)) {
			while (ended < byEnd.length && ledger.end(byEnd[ended]) <= (restarts[life]?.to ?? 0)) ended++;
			newest = -1;
			life++;
		}
		while (ended < byEnd.length && ledger.end(byEnd[ended]) < ledger.start(row)) {
			const earlier = byEnd[ended++];
			if (newest < 0 || ledger.rev(earlier) > ledger.rev(newest)) newest = earlier;
		}
		if (ledger.kind(row) !== "get-serializable" || newest < 0 || ledger.rev(row) >= ledger.rev(newest)) continue;
		const before = newest;
		violations.add(`Serializable read ${ledger.id(row)} went back to revision ${ledger.rev(row)} after revision ${ledger.rev(before)} through the same member`, () => [ledger.record(before), ledger.record(row)]);
	}
}
function restartsOf(ledger, member) {
	const spans = [];
	let from;
	for (const mark of ledger.marks) {
		if (mark.member !== member) continue;
		if (mark.event === "switch-start") from = mark.at;
		else if (mark.event === "switch-end" && from !== void 0) {
			spans.push({
				from,
				to: mark.at
			});
			from = void 0;
		}
	}
	if (from !== void 0) spans.push({
		from,
		to: Number.POSITIVE_INFINITY
	});
	return spans;
}
function overlaps(ledger, row, span) {
	return ledger.start(row) <= span.to && ledger.end(row) >= span.from;
}

// src/judge/timeline.ts
const unseenUs = 3e6;
var Timeline = class {
	#looks = /* @__PURE__ */ new Map();
	#switches = /* @__PURE__ */ new Map();
	#moves = [];
	#changes = [];
	#steps = [];
	#elections = [];
	#term;
	#unseenFrom = 0;
	#lastAt = 0;
	#last;
	observe(record) {
		if (record === this.#last) return;
		this.#last = record;
		if (record.k === "seen") this.#seen(record);
		else if (record.k === "segment") {
			this.#unseenFrom = Math.max(0, this.#lastAt - unseenUs);
			this.#closeStep(record.at);
		} else if (record.k === "mark") this.#mark(record);
		if ("at" in record) this.#lastAt = record.at;
	}
	get elections() {
		return this.#elections;
	}
	placeOf(record) {
		switch (record.k) {
			case "op": return this.#placeAt(record.end ?? record.start, record.via);
			case "watch":
			case "lease": return this.#placeAt(record.at, record.via);
			case "final": return this.#placeAt(record.at, record.member);
			case "hold":
			case "hash":
			case "mark": return this.#placeAt(record.at, void 0);
			default: return null;
		}
	}
	troubleIn(span) {
		const said = [];
		for (const member of this.#members()) {
			const switches = (this.#switches.get(member) ?? []).filter((each) => overlap(each, span) > 0);
			if (switches.length > 0) {
				const [release] = switches.map((each) => each.release);
				said.push(`${member} was being switched${release === void 0 ? "" : ` to ${release}`}`);
			} else {
				const silent = this.#lasted(member, span, ({ release }) => release === void 0);
				if (silent > 0) said.push(`${member} did not answer for ${seconds(silent)}`);
			}
			const alone = this.#lasted(member, span, ({ release, leader }) => release !== void 0 && leader === void 0);
			if (alone > 0) said.push(`${member} knew no leader for ${seconds(alone)}`);
		}
		const terms = this.#elections.reduce((sum, each) => overlap(each, span) > 0 ? sum + each.terms : sum, 0);
		const moved = this.#moves.filter(({ at }) => span.from <= at && at <= span.to).length;
		if (terms > 0) said.push(`${terms === 1 ? "an election" : `${terms} elections`} began, ${moved === 0 ? "none" : moved} of them by this run`);
		for (const { at, message } of this.#changes) if (message !== void 0 && span.from <= at && at <= span.to) said.push(message);
		return said;
	}
	#placeAt(at, member) {
		return present({
			member,
			release: member === void 0 ? void 0 : this.#releaseAt(member, at),
			step: this.#steps.findLast(({ from, to }) => from <= at && at < to)?.id,
			state: this.#stateAt(at),
			led: this.#leadersAt(at)
		});
	}
	#members() {
		return [.../* @__PURE__ */ new Set([...this.#looks.keys(), ...this.#switches.keys()])].sort();
	}
	#releaseAt(member, at) {
		const under = (this.#switches.get(member) ?? []).find(({ from, to }) => from <= at && at <= to);
		const before = this.#settledAt(member, under === void 0 ? at : under.from);
		if (under?.release === void 0 || under.release === before) return before;
		return before === void 0 ? under.release : `${before} → ${under.release}`;
	}
	#settledAt(member, at) {
		const look = this.#looks.get(member)?.findLast((each) => each.at <= at && each.release !== void 0);
		const made = this.#switches.get(member)?.findLast(({ to, release, isDone }) => to <= at && isDone && release !== void 0);
		return made !== void 0 && made.to > (look?.at ?? 0) ? made.release : look?.release;
	}
	#stateAt(at) {
		return releasesInWords(this.#members().map((member) => this.#settledAt(member, at)));
	}
	#leadersAt(at) {
		const names = [this.#leaderBy(at)];
		for (const each of this.#elections) if (each.from < at && at < each.to) names.push(this.#leaderBy(each.to));
		const known = [...new Set(names.filter((each) => each !== void 0))];
		if (known.length === 0) return void 0;
		return known.map((name) => memberInWords(name, this.#releaseAt(name, at))).join(" or ");
	}
	#leaderBy(at) {
		let best;
		for (const looks of this.#looks.values()) {
			const look = looks.findLast((each) => each.at <= at);
			if (look?.leader === void 0) continue;
			const term = BigInt(look.term ?? 0);
			if (best === void 0 || term > best.term || term === best.term && look.at > best.at) best = {
				term,
				at: look.at,
				leader: look.leader
			};
		}
		const moved = this.#moves.findLast((each) => each.at <= at);
		return moved?.member !== void 0 && moved.at > (best?.at ?? 0) ? moved.member : best?.leader;
	}
	#lasted(member, span, like) {
		const looks = this.#looks.get(member) ?? [];
		let [sum, until] = [0, span.from];
		looks.forEach((look, index) => {
			if (!like(look)) return;
			const to = Math.min(span.to, looks[index + 1]?.at ?? Number.POSITIVE_INFINITY);
			sum += Math.max(0, to - Math.max(until, look.since ?? look.at));
			until = Math.max(until, to);
		});
		return sum;
	}
	#seen(record) {
		const looks = this.#looks.get(record.member);
		if (looks) looks.push(record);
		else this.#looks.set(record.member, [record]);
		if (record.term === void 0) return;
		const term = BigInt(record.term);
		const before = this.#term;
		if (before !== void 0 && term <= before) return;
		if (record.leader === void 0) return;
		if (before !== void 0) {
			const from = record.termSince ?? this.#unseenFrom;
			this.#elections.push({
				from,
				to: record.at,
				terms: Number(term - before)
			});
		}
		this.#term = term;
	}
	#mark(record) {
		const { at, event, member, step } = record;
		switch (event) {
			case "step-start":
				this.#closeStep(at);
				if (step !== void 0) this.#steps.push({
					id: step,
					from: at,
					to: Number.POSITIVE_INFINITY
				});
				return;
			case "step-end":
				this.#closeStep(at);
				return;
			case "switch-start": {
				if (member === void 0) return;
				this.#closeSwitches(at);
				const begun = {
					from: at,
					to: Number.POSITIVE_INFINITY,
					release: record.release,
					isDone: false
				};
				const switches = this.#switches.get(member);
				if (switches) switches.push(begun);
				else this.#switches.set(member, [begun]);
				return;
			}
			case "switch-end":
				this.#closeSwitches(at, true);
				return;
			case "leader-moved":
				this.#moves.push(record);
				return;
			case "member-changed":
				this.#changes.push(record);
				return;
		}
	}
	#closeStep(at) {
		this.#closeSwitches(at);
		const last = this.#steps.at(-1);
		if (last !== void 0 && last.to > at) last.to = at;
	}
	#closeSwitches(at, isDone = false) {
		for (const switches of this.#switches.values()) {
			const last = switches.at(-1);
			if (last === void 0 || last.to <= at) continue;
			last.to = at;
			last.isDone = isDone;
		}
	}
};
function overlap(a, b) {
	return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}
function seconds(us) {
	return `${(us / 1e6).toFixed(1)} s`;
}

// src/judge/watch.ts
const name = "watch";
function createWatchJudge(ledger, versions, timeline) {
	const watchers = /* @__PURE__ */ new Map();
	const orphans = [];
	return {
		name,
		observe: (record) => {
			ledger.observe(record);
			timeline.observe(record);
			if (record.k === "watch") take(record, ledger, watchers, orphans);
		},
		verdict: () => new WatchJudgement({
			ledger,
			versions: versions(),
			timeline
		}, [...watchers.values()], orphans).verdict()
	};
}
function take(record, ledger, watchers, orphans) {
	const watcher = watchers.get(record.watcher);
	if (record.event === "opened") {
		if (watcher === void 0) watchers.set(record.watcher, begin(record, ledger.segments.length));
		else watcher.closed = void 0;
		return;
	}
	if (watcher === void 0) {
		if (record.event !== "lost" && record.event !== "closed" && record.event !== "rechecked") orphans.push(record);
		return;
	}
	switch (record.event) {
		case "put":
		case "delete":
			if (record.rev === void 0 || record.key === void 0) return;
			watcher.rev.push(Number(record.rev));
			watcher.at.push(record.at);
			watcher.key.push(ledger.keys.number(record.key));
			watcher.val.push(record.event === "delete" || record.val === void 0 ? -1 : ledger.value(record.val));
			watcher.via.push(record.via === void 0 ? -1 : ledger.members.number(record.via));
			watcher.position = Math.max(watcher.position, Number(record.rev));
			return;
		case "closed":
			watcher.closed = record;
			return;
		case "rechecked":
			if (record.seen === void 0 || record.rev === void 0 || record.upTo === void 0) return;
			watcher.rechecks.push({
				record,
				from: Number(record.rev),
				upTo: Number(record.upTo),
				seen: record.seen.map(Number)
			});
			return;
	}
}
function begin(record, segment) {
	const from = Number(record.rev ?? 0);
	return {
		name: record.watcher,
		opened: record,
		from,
		position: from - 1,
		closed: void 0,
		segment,
		rev: float64(),
		at: float64(),
		key: int32(),
		val: int32(),
		via: int32(),
		rechecks: []
	};
}
var WatchJudgement = class {
	#ledger;
	#versions;
	#watchers;
	#proven;
	#clearedByRaw;
	#unwatched;
	#written;
	constructor({ ledger, versions, timeline }, watchers, orphans) {
		this.#proven = new Violations(timeline);
		this.#clearedByRaw = new Violations(timeline);
		this.#unwatched = new Violations(timeline);
		this.#ledger = ledger;
		this.#versions = versions;
		this.#watchers = watchers;
		for (const record of orphans) this.#proven.add(`Watcher ${record.watcher} got an event before it was opened`, () => [record]);
		this.#written = new Uint8Array(ledger.keys.size);
		for (let row = 0; row < ledger.length; row++) this.#written[ledger.key(row)] = 1;
	}
	verdict() {
		let events = 0;
		let open = 0;
		for (const watcher of this.#watchers) {
			events += watcher.rev.length;
			const crashed = watcher.segment < this.#ledger.segments.length;
			if (watcher.closed === void 0 && !crashed) open++;
			this.#judgeOrder(watcher);
			this.#judgeContent(watcher);
			this.#judgeCompleteness(watcher);
			this.#judgeRechecks(watcher);
			this.#judgeCancellation(watcher);
		}
		const watchers = amount(this.#watchers.length, "watcher");
		if (this.#proven.count > 0) return failed(name, events, this.#proven, "watch-violated");
		if (this.#clearedByRaw.count > 0) return unsure(name, events, "client-library-anomaly", `${this.#clearedByRaw.headline()}; a raw watch of the same stretch was right, so etcd holds the events, and the client library or the live stream delivered them wrongly.`, this.#clearedByRaw);
		if (this.#unwatched.count > 0) return unsure(name, events, "history-incomplete", `${this.#unwatched.headline()}.`, this.#unwatched);
		if (open > 0) return unsure(name, events, "history-incomplete", `${amount(open, "watcher")} of ${watchers} never came to an end in the history.`);
		if (events < 50) return unsure(name, events, "too-few-operations", `Only ${amount(events, "event")} reached ${watchers}; ${50} are needed.`);
		return passed(name, events, `${amount(events, "event")} to ${watchers}: each once, in order, none missing.`);
	}
	#judgeOrder(watcher) {
		const { rev, key } = watcher;
		let position = watcher.from - 1;
		let keysHere = /* @__PURE__ */ new Set();
		for (let i = 0; i < rev.length; i++) {
			const here = rev.get(i);
			if (here < watcher.from) this.#report(watcher, here, `got revision ${here}, older than the ${watcher.from} it asked for`, i);
			else if (here < position) this.#report(watcher, here, `got revision ${here} after revision ${position}`, i);
			else if (here === position && keysHere.has(key.get(i))) this.#report(watcher, here, `got revision ${here} twice`, i);
			if (here > position) {
				position = here;
				keysHere = /* @__PURE__ */ new Set();
			}
			if (here === position) keysHere.add(key.get(i));
		}
	}
	#judgeContent(watcher) {
		for (let i = 0; i < watcher.rev.length; i++) {
			const key = watcher.key.get(i);
			if (this.#written[key] !== 1) continue;
			const rev = watcher.rev.get(i);
			const val = watcher.val.get(i);
			if (val === -1) {
				const version = this.#versions.at(key, rev);
				if (version?.rev === rev && version.val === -1) continue;
				if (this.#versions.mayBeSwallowed(rev, watcher.at.get(i))) continue;
				this.#proven.add(`Watcher ${watcher.name} saw ${this.#ledger.keys.name(key)} deleted at revision ${rev}, where nobody deleted it`, () => this.#evidence(watcher, i));
				continue;
			}
			const wrong = this.#versions.contradiction({
				key,
				val,
				mod: rev,
				rev,
				end: watcher.at.get(i)
			});
			if (wrong === void 0) continue;
			this.#proven.add(`Watcher ${watcher.name}: ${wrong.message}`, () => [...wrong.rows.map((row) => this.#ledger.record(row)), ...this.#evidence(watcher, i)]);
		}
	}
	#judgeCompleteness(watcher) {
		const prefix = watcher.opened.prefix ?? "";
		const watched = this.#keysUnder(prefix);
		const delivered = Float64Array.from({ length: watcher.rev.length }, (_, i) => watcher.rev.get(i)).sort();
		const until = (watcher.closed?.at ?? Number.NEGATIVE_INFINITY) - watchSlackUs;
		let next = 0;
		this.#versions.eachByRevision((rev, key) => {
			if (rev < watcher.from || watched[key] !== 1) return;
			while (next < delivered.length && delivered[next] < rev) next++;
			if (delivered[next] === rev) return;
			const row = this.#versions.at(key, rev)?.row;
			if (rev > watcher.position) {
				if (row === void 0 || this.#ledger.outcome(row) !== "ok" || this.#ledger.end(row) > until) return;
			}
			this.#report(watcher, rev, `never got revision ${rev} (${this.#ledger.keys.name(key)})`, void 0, row);
		});
	}
	#judgeRechecks(watcher) {
		const watched = this.#keysUnder(watcher.opened.prefix ?? "");
		for (const recheck of watcher.rechecks) {
			const { from, upTo, seen, record } = recheck;
			for (let i = 1; i < seen.length; i++) {
				if (seen[i] >= seen[i - 1]) continue;
				this.#proven.add(`A raw watch of ${watcher.opened.prefix} got revision ${seen[i]} after ${seen[i - 1]}`, () => [record]);
			}
			const present = new Set(seen);
			this.#versions.eachByRevision((rev, key) => {
				if (rev < from || rev > upTo || watched[key] !== 1 || present.has(rev)) return;
				const row = this.#versions.at(key, rev)?.row;
				this.#proven.add(`A raw watch of ${watcher.opened.prefix} from ${from} to ${upTo} lacks revision ${rev}`, () => [...row === void 0 ? [] : [this.#ledger.record(row)], record]);
			});
		}
	}
	#judgeCancellation(watcher) {
		const { closed, position, opened } = watcher;
		if (closed?.error === void 0) return;
		const later = this.#watchers.filter((each) => each.opened.prefix === opened.prefix && each.opened.at >= closed.at);
		const next = later.reduce((from, each) => Math.min(from, each.from), Number.POSITIVE_INFINITY);
		const watched = this.#keysUnder(opened.prefix ?? "");
		let missed = 0;
		this.#versions.eachByRevision((rev, key) => {
			if (rev > position && rev < next && watched[key] === 1) missed++;
		});
		if (missed === 0) return;
		this.#unwatched.add(`Watcher ${watcher.name} was ended by etcd (${closed.error}) after revision ${position}, and nobody watched ${amount(missed, "write")} that came then`, () => [closed, ...later.slice(0, 1).map((each) => each.opened)]);
	}
	#report(watcher, rev, what, event, row) {
		const recheck = watcher.rechecks.find(({ from, upTo }) => from <= rev && rev <= upTo);
		const into = recheck !== void 0 && recheck.seen.filter((seen) => seen === rev).length === 1 ? this.#clearedByRaw : this.#proven;
		const place = () => {
			const next = event ?? this.#firstAfter(watcher, rev);
			if (next !== void 0) return this.#evidence(watcher, next).at(-1) ?? null;
			return row === void 0 ? watcher.opened : this.#ledger.record(row);
		};
		into.add(`Watcher ${watcher.name} ${what}`, () => [
			...row === void 0 ? [] : [this.#ledger.record(row)],
			...event === void 0 ? [watcher.opened] : this.#evidence(watcher, event),
			...recheck === void 0 ? [] : [{
				...recheck.record,
				seen: recheck.seen.filter((seen) => Math.abs(seen - rev) < 5).map(String)
			}]
		], () => ({ record: place() }));
	}
	#firstAfter({ rev }, revision) {
		for (let i = 0; i < rev.length; i++) if (rev.get(i) > revision) return i;
	}
	#evidence(watcher, index) {
		const records = [];
		for (let i = Math.max(0, index - 1); i <= index; i++) {
			const val = watcher.val.get(i);
			records.push({
				k: "watch",
				watcher: watcher.name,
				at: watcher.at.get(i),
				event: val === -1 ? "delete" : "put",
				rev: String(watcher.rev.get(i)),
				key: this.#ledger.keys.name(watcher.key.get(i)),
				...val !== -1 && { val: this.#ledger.values.name(val) },
				...present({ via: watcher.via.get(i) < 0 ? void 0 : this.#ledger.members.name(watcher.via.get(i)) })
			});
		}
		return records;
	}
	#keysUnder(prefix) {
		const { keys } = this.#ledger;
		return Uint8Array.from({ length: keys.size }, (_, key) => keys.name(key).startsWith(prefix) ? 1 : 0);
	}
};

// src/judge/index.ts
function createJudges({ thresholds, expectedMembers, watchedMembers }) {
	const ledger = new Ledger();
	const timeline = new Timeline();
	let known;
	const versions = () => {
		if (known?.length !== ledger.length) known = {
			length: ledger.length,
			versions: new Versions(ledger)
		};
		return known.versions;
	};
	return [
		createAssumptionsJudge(ledger),
		createDurabilityJudge(ledger, versions, timeline, expectedMembers),
		createLinearizabilityJudge(ledger, versions, timeline),
		createSerializableReadsJudge(ledger, versions, timeline),
		createWatchJudge(ledger, versions, timeline),
		createLeaseJudge(timeline),
		createMutualExclusionJudge(timeline),
		createHashJudge(timeline, expectedMembers),
		createProcessesJudge(timeline, watchedMembers),
		createAvailabilityJudge(timeline, thresholds),
		createCoverageJudge(expectedMembers)
	];
}

// src/judge/run.ts
const judgesOfTime = /* @__PURE__ */ new Set([
	"linearizability",
	"serializable-reads",
	"watch",
	"lease",
	"mutual-exclusion",
	"availability"
]);
async function judgeHistory(records, judges) {
	if (Symbol.asyncIterator in records) for await (const record of records) for (const judge of judges) judge.observe(record);
	else for (const record of records) for (const judge of judges) judge.observe(record);
	const verdicts = [];
	for (const judge of judges) {
		await new Promise((resolve) => setImmediate(resolve));
		verdicts.push(judge.verdict());
	}
	const assumptions = verdicts.find(({ judge }) => judge === assumptionsName);
	return assumptions === void 0 ? verdicts : verdicts.map((verdict) => afterAssumptions(verdict, assumptions));
}
function afterAssumptions(verdict, assumptions) {
	if (verdict === assumptions || assumptions.verdict === "pass") return verdict;
	const { failureReason } = assumptions;
	if (failureReason === void 0) return verdict;
	if (assumptions.verdict === "inconclusive" && !judgesOfTime.has(verdict.judge)) return verdict;
	const said = verdict.verdict === "pass" ? "" : ` It would have said ${verdict.verdict}: ${verdict.summary}`;
	const summary = `May not judge: ${assumptions.summary}${said}`;
	return {
		...verdict,
		verdict: "inconclusive",
		summary,
		failureReason
	};
}

// src/app/rehearse/judging.ts
async function judgeRun(run, memberNames) {
	const judges = createJudges({
		thresholds: run.context.manifest.rehearsal.thresholds,
		expectedMembers: memberNames,
		watchedMembers: memberNames
	});
	const lines = createInterface({
		input: createReadStream(run.directory.history),
		crlfDelay: Number.POSITIVE_INFINITY
	});
	const verdicts = await judgeHistory(readHistory(lines), judges);
	const { totals, steps } = availabilityReport(judges);
	return {
		verdicts,
		expectedJudges: judges.map((judge) => judge.name),
		availability: totals,
		clients: steps
	};
}

// src/app/rehearse/rehearsal.ts
const WRITES_LOOK_MS = 200;
const COMPACT_EVERY_MS = 3e3;
async function rehearse(run, tools) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { clock, log, progress, clients } = tools;
		const { manifest } = run.context;
		const limit = AbortSignal.timeout(manifest.rehearsal.timeLimits.totalMs);
		const signal = AbortSignal.any([tools.signal, limit]);
		const members = await run.cluster.driver.inventory(signal);
		const access = _usingCtx$1.a(run.cluster.connect());
		const recorder = await openRecorder(run.directory.history, clock);
		const keepStreams = manifest.rehearsal.depth !== "quick";
		const events = createEngineEvents({
			recorder,
			progress,
			publishers: run.publishers,
			clock,
			plan: run.plan
		});
		const halt = new AbortController();
		const whileHeard = AbortSignal.any([signal, halt.signal]);
		setMaxListeners(0, signal, whileHeard);
		const session = {
			plan: run.plan,
			completed: run.completed,
			...present({ acceptFound: run.acceptFound }),
			digests: digestsOf(run.context.releases),
			access,
			journal: run.journal,
			events,
			clock,
			log,
			signal: whileHeard
		};
		if (run.mode !== "preflight") {
			progress.now("looking after members without a process");
			await bringUp({
				...session,
				cluster: run.cluster
			});
		}
		const timeline = _usingCtx$1.a(watchTimeline({
			view: access,
			members,
			bounds: {
				clock,
				signal: tools.signal
			},
			log,
			tell: seenBy(recorder)
		}));
		progress.now("starting clients");
		const starting = clients.start({
			endpoints: members.map((member) => ({
				member: member.name,
				url: member.clientUrl
			})),
			credentials: run.cluster.credentials,
			settings: manifest.rehearsal.workload,
			random: createRandom(manifest.rehearsal.seed).fork(`workload/${run.completed.size}`),
			recorder,
			clock,
			log,
			streams: keepStreams,
			runOf: run.directory.path,
			...keepStreams ? { compactEveryMs: COMPACT_EVERY_MS } : {}
		});
		const workload = await orInterrupted(starting, tools.signal, clock);
		const streamTrouble = [];
		const driver = keepStreams ? run.cluster.driver : pausingStreams(run.cluster.driver, workload, (error) => streamTrouble.push(error));
		const engine = conduct({
			...session,
			wanted: run.mode === "rollback" ? "rolled-back" : "reached-target",
			isCarriedOut: run.isCarriedOut,
			cluster: { driver },
			observer: observerFor(run, tools, events, {
				segment: recorder.segment,
				writes: async () => (await workload.totals()).writes
			})
		});
		const outcome = await Promise.race([engine, workload.running.then(() => engine)]).catch(async (error) => {
			halt.abort(error);
			await engine.catch(() => void 0);
			await letGo(workload, recorder, log);
			throw error;
		});
		if (tools.signal.aborted) return await breakOff(outcome);
		if (outcome.outcome === "interrupted") {
			await letGo(workload, recorder, log);
			throw new EtcdMigrateError("time-limit", `The rehearsal did not end within rehearsal.timeLimits.totalMs (${manifest.rehearsal.timeLimits.totalMs} ms). ${outcome.clusterState}`);
		}
		const [trouble] = streamTrouble;
		if (trouble !== void 0 && outcome.outcome === "reached-target") {
			await letGo(workload, recorder, log);
			throw new EtcdMigrateError("tool-failed", `The clients' watches and leases could not be opened again after a switch, so nothing was judged: ${String(trouble)}`, {
				cause: trouble,
				hint: "Look at the members' logs in the output directory; run it again at depth standard."
			});
		}
		const concluded = await untilInterrupted(conclude(), tools.signal, clock);
		return concluded === interruptedFirst ? await breakOff(outcome) : concluded;
		async function conclude() {
			progress.now("stopping clients and reading every key back through every member");
			await workload.stop();
			await timeline[Symbol.asyncDispose]();
			const unread = await workload.readBack(members.map(({ name, clientUrl }) => ({
				member: name,
				url: clientUrl
			})));
			const { journal } = run;
			const changed = await lookAfterwards({
				driver,
				journal,
				events,
				clock,
				log,
				signal: tools.signal
			}, members);
			await workload[Symbol.asyncDispose]();
			await recorder.close();
			const silent = unread.filter(({ member }) => !changed.includes(member));
			progress.now("judging the history");
			const judged = await judgeRun(run, members.map((member) => member.name));
			const evidence = silent.map(({ member, why }) => `${member} did not let the clients' data be read back: ${why}`);
			const seen = {
				...outcome,
				evidence: [...outcome.evidence, ...evidence]
			};
			return {
				report: await rehearsalReport({
					run,
					outcome: seen,
					judged,
					clock
				}),
				outcome: seen
			};
		}
		async function breakOff(ended) {
			await recorder.close();
			const broken = interruptedOutcome(ended, tools.signal);
			return {
				report: await rehearsalReport({
					run,
					outcome: broken,
					judged: void 0,
					clock
				}),
				outcome: broken
			};
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function interruptedOutcome(outcome, signal) {
	if (outcome.outcome === "interrupted") return outcome;
	const reason = asKnownError(signal.reason);
	const had = `The engine had ended (${outcome.outcome}): ${outcome.message}`;
	const message = `${reason.message} ${had} What the clients saw is not judged yet: resume goes on with that.`;
	return {
		...outcome,
		outcome: "interrupted",
		code: reason.code,
		message
	};
}
async function letGo(workload, recorder, log) {
	for (const close of [() => workload.abort(), () => recorder.close()]) try {
		await close();
	} catch (error) {
		log.debug(`closing after a failure: ${String(error)}`);
	}
}
function seenBy(recorder) {
	return ({ at, since, termSince, member, answer, error }) => {
		const said = answer && {
			release: answer.release,
			term: answer.term.toString(),
			leader: answer.leader ?? void 0
		};
		recorder.record({
			k: "seen",
			at,
			member,
			...present({
				since,
				termSince,
				error,
				...said
			})
		});
	};
}
function observerFor(run, tools, events, { segment, writes: written }) {
	const kept = createJsonLines(run.directory.checks, checksFileName);
	let looks = 0;
	return { observe: async ({ state, dwellMs, writes }, members, signal) => {
		const label = stateInWords(state);
		const before = await written();
		looks += 1;
		tools.progress.now(`${label}: compatibility checks through every member`);
		const began = tools.clock.monotonicUs();
		const facts = await Promise.all(members.map(async (member) => ({
			member,
			host: await run.cluster.driver.inspect(member, signal)
		})));
		const results = await tools.clients.check({
			members: facts.map(({ member, host }) => ({
				name: member.name,
				clientUrl: member.clientUrl,
				release: releaseOn(host)
			})),
			state: label,
			expectationOf: (check, release, member) => expectationOf(check, lineOf(release), settingsOf(run.plan.channels, member)),
			credentials: run.cluster.credentials,
			clock: tools.clock,
			random: createRandom(run.context.manifest.rehearsal.seed).fork(`checks/${events.currentStep()}/${segment}/${looks}`),
			...signal ? { signal } : {}
		});
		await kept.append({
			step: events.currentStep(),
			results
		});
		const wrong = results.filter((result) => !result.ok).length;
		const again = results.filter((result) => result.disturbed !== void 0).length;
		tools.progress.line(`    ${label}: ${results.length} checks, ${wrong === 0 ? "all as expected" : `${wrong} NOT as expected`}${again === 0 ? "" : `, ${again} of them made again, as another leader was elected or this machine stood still`}`);
		const spentMs = (tools.clock.monotonicUs() - began) / 1e3;
		await tools.clock.sleep(Math.max(0, dwellMs - spentMs), signal);
		for (let done = await written() - before; done < writes; done = await written() - before) {
			tools.progress.now(`${label}: ${done} of ${writes} acknowledged writes`);
			await tools.clock.sleep(WRITES_LOOK_MS, signal);
		}
	} };
}
function releaseOn({ running }) {
	if (running === null || isFound(running)) return "not seen";
	return running === "nothing" ? "not running" : running.release;
}
function pausingStreams(driver, workload, onTrouble) {
	const reopen = () => workload.resumeStreams().catch(onTrouble);
	return {
		capabilities: driver.capabilities,
		inventory: (signal) => driver.inventory(signal),
		inspect: (member, signal) => driver.inspect(member, signal),
		stage: (member, release, signal) => driver.stage(member, release, signal),
		digestOf: (member, release, signal) => driver.digestOf(member, release, signal),
		adopt: (member, process, deployment, signal) => driver.adopt(member, process, deployment, signal),
		killAndRestart: (member, options) => driver.killAndRestart(member, options),
		logs: (member, sinceWallMs) => driver.logs(member, sinceWallMs),
		switchTo: async (member, deployment, options) => {
			await workload.pauseStreams();
			const result = await driver.switchTo(member, deployment, options).catch(async (error) => {
				await reopen();
				throw error;
			});
			await reopen();
			return result;
		},
		[Symbol.asyncDispose]: () => driver[Symbol.asyncDispose]()
	};
}

export { sideInWords as a, describeCluster as i, finishRun as n, wayBackOf as o, requireCapable as r, rehearse as t };