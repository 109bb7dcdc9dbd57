import { r as failures, t as EtcdMigrateError } from "./errors.js";
import { t as present } from "./present.js";
import { _ as string, g as strictObject, o as array } from "./npm/zod.js";
import { o as ReportCheck, r as tool, t as done } from "./envelope.js";
import { n as overallVerdict } from "./overall.js";
import { o as lineOf } from "./version.js";
import { t as loadCatalog } from "./load.js";
import { a as executableSteps, d as readJsonLines, i as undoneBy, l as validateRecords } from "./undoing.js";

// src/plan/tree.ts
function deploymentWords({ release, overrides }) {
	const extra = Object.entries(overrides).map(([flag, value]) => `${flag} ${value}`);
	return extra.length === 0 ? release : `${release} with ${extra.join(", ")}`;
}
function stateWords({ phase, from, to, upgraded, voters, leads }) {
	const who = leads === void 0 ? "" : `, ${leads} leads`;
	return phase === "mixed" || phase === "hold" ? `${from}→${to} ${phase} ${upgraded}/${voters}${who}` : `${from}→${to} ${phase}${who}`;
}
function gateWords(gates) {
	const [first] = gates;
	return gates.length === 1 && first !== void 0 ? first.name : `${gates.length} gates`;
}
function titleOf(step) {
	switch (step.kind) {
		case "verify": return `verify ${step.title}: ${gateWords(step.gates)}`;
		case "stage": return `stage ${step.release} on every member`;
		case "switch-member": {
			const to = deploymentWords(step.to);
			switch (step.purpose) {
				case "upgrade": return `switch member ${step.ordinal} to ${to}`;
				case "prepare": return `prepare member ${step.ordinal}: restart on ${to}`;
				case "roll-back": return `roll a member back to ${to}`;
				case "disturb": return `restart a member on ${to}`;
			}
			break;
		}
		case "renew-raft-snapshots": return `renew the raft snapshot of every member (${step.reason}; one every ${step.snapshotCount} entries)`;
		case "hold": return `hold before the point of no return: soak ${step.soakMs / 1e3} s, then ${gateWords(step.gates)}`;
		case "wait-cluster-version": return `wait until the cluster version is ${step.line}`;
		case "observe": return `observe ${stateWords(step.state)}${step.writes === void 0 ? "" : `: ${step.dwellMs / 1e3} s and ${step.writes} writes at least`}`;
		case "lead": return `let a member on ${step.release} lead`;
		case "kill-member": return step.select === "leader" ? "kill the leader and let it come back" : "kill a follower and let it come back";
	}
}
function hopTitle(hop) {
	return hop.kind === "minor" ? `upgrade ${lineOf(hop.from)} → ${lineOf(hop.to)}: ${hop.from} → ${hop.to}` : `patch ${hop.from} → ${hop.to}: ${hop.reason}`;
}
function treeLines(plan) {
	const steps = executableSteps(plan);
	return plan.upgrade.hops.flatMap((hop) => [{
		id: hop.id,
		title: hopTitle(hop),
		depth: 0,
		part: "hop"
	}, ...steps.filter((step) => step.hop === hop).map(({ planned, part, depth }) => ({
		id: planned.id,
		title: titleOf(planned.step),
		depth,
		part
	}))]);
}
function renderTree(plan, annotate) {
	return treeLines(plan).map(({ id, title, depth }) => {
		const note = annotate?.(id);
		return `${"  ".repeat(depth)}${id} ${title}${note === void 0 || note === "" ? "" : `  ${note}`}`;
	}).join("\n");
}

// src/judge/check.ts
function lackOfObservation({ to, upgraded, voters }, checks, results) {
	if (results.length === 0) return "no check";
	const releases = new Map(results.map(({ member, release }) => [member, release]));
	if (releases.size !== voters) return `checks through ${releases.size} members of ${voters}`;
	const onNew = [...releases.values()].filter((release) => release === to).length;
	if (onNew !== upgraded) return `${onNew} members on ${to} instead of ${upgraded}`;
	const seen = new Set(results.map(({ member, check }) => `${check} through ${member}`));
	const missing = [...releases.keys()].flatMap((member) => checks.map((check) => `${check} through ${member}`)).filter((each) => !seen.has(each));
	const [first] = missing;
	if (first === void 0) return null;
	return `no undisturbed answer to the check ${first}${missing.length > 1 ? ` (and ${missing.length - 1} more)` : ""}`;
}

// src/app/run/ways-on.ts
function waysOn(wayBack) {
	return wayBack === "open" ? [
		"resume",
		"rollback",
		"cleanup"
	] : ["resume", "cleanup"];
}

// src/app/rehearse/engine-events.ts
function stateInWords({ from, to, phase, upgraded, voters, leads }) {
	return `${from} → ${to} ${phase} ${upgraded}/${voters}${leads === void 0 ? "" : `, ${leads} leads`}`;
}
function observedBy({ state, writes }) {
	return {
		state: stateInWords(state),
		...present({
			leads: state.leads,
			writes
		})
	};
}
const sideTold = {
	before: "before the point of no return: the old release still starts",
	after: "past the point of no return: the old release no longer starts on this hop",
	unknown: "it is not known on which side of the point of no return the cluster is: do not start the old release"
};
function createEngineEvents(options) {
	const { recorder, progress, publishers, clock } = options;
	const begun = clock.monotonicUs();
	let current = "";
	let heading = "";
	const told = /* @__PURE__ */ new Set();
	const mark = (event, facts) => {
		recorder.mark(event, facts).catch(() => void 0);
	};
	const hopTitle = (id) => {
		const hop = options.plan.upgrade.hops.find((each) => each.id === id);
		return hop ? `${hop.from} → ${hop.to}` : id;
	};
	const hopFinished = (done, of) => {
		const elapsedMs = (clock.monotonicUs() - begun) / 1e3;
		for (const publisher of publishers) publisher.hopFinished({
			hop: hopTitle(heading),
			done,
			of,
			elapsedMs
		});
	};
	const emit = (event) => {
		switch (event.type) {
			case "step-started": {
				const { id, step } = event.step;
				current = id;
				mark("step-start", {
					step: id,
					...step.kind === "observe" && observedBy(step)
				});
				const hop = id.split(".")[0] ?? id;
				if (hop !== heading) {
					if (heading !== "") hopFinished(event.number - 1, event.total);
					heading = hop;
					progress.group(`hop ${hop}: ${hopTitle(hop)}`);
				}
				progress.now(`step ${event.number} of ${event.total}: ${id} ${titleOf(step)}`);
				return;
			}
			case "step-finished":
				mark("step-end", { step: event.step.id });
				progress.line(`✓ ${event.step.id} ${titleOf(event.step.step)} (${(event.durationMs / 1e3).toFixed(1)} s)`);
				return;
			case "step-failed":
				mark("step-end", { step: event.step.id });
				progress.line(`✗ ${event.step.id} ${titleOf(event.step.step)}: ${event.message}`);
				return;
			case "gate-waiting":
				progress.now(`${event.step.id} gate ${event.gate}${event.member ? ` of ${event.member}` : ""}: ${event.observation}`);
				return;
			case "gate-opened": return;
			case "member-switching":
				mark("switch-start", {
					step: current,
					member: event.member,
					release: event.to.release
				});
				progress.line(`    ${current} ${event.member}: stopping, then starting ${event.to.release}`);
				progress.now(`${current} ${event.member}: stopping, then starting ${event.to.release}`);
				return;
			case "member-switched":
				mark("switch-end", {
					step: current,
					member: event.member
				});
				progress.line(`    ${event.member} runs ${event.to.release} (stop ${(event.stopMs / 1e3).toFixed(1)} s, start ${(event.startMs / 1e3).toFixed(1)} s)`);
				return;
			case "process-unchanged":
				mark("process-unchanged", { member: event.member });
				return;
			case "member-changed":
				if (told.has(event.message)) return;
				told.add(event.message);
				mark("member-changed", {
					step: current,
					member: event.member,
					code: event.code,
					message: event.message
				});
				progress.line(`    ${event.message}`);
				return;
			case "member-adopted":
				progress.line(`    ${event.message}`);
				return;
			case "led":
				mark("led", {
					step: current,
					leads: event.release
				});
				return;
			case "leader-moved":
				mark("leader-moved", {
					step: current,
					member: event.to
				});
				progress.line(`    leadership moved from ${event.from} to ${event.to}`);
				return;
			case "hash-compared":
				recorder.record({
					k: "hash",
					at: clock.monotonicUs(),
					step: current,
					rev: event.revision.toString(),
					hashes: event.hashes,
					releases: event.releases
				});
				return;
			case "progress":
				progress.now(`${current} ${event.message}`);
				return;
			case "point-of-no-return":
				progress.line(`    ${sideTold[event.side]}`);
				return;
		}
	};
	return {
		emit,
		currentStep: () => current
	};
}

// src/app/rehearse/report-making.ts
function planOnly(made) {
	const { plan, manifest, assumed, atBest } = made;
	const best = atBest === "pass" ? "" : ` Its rehearsal is ${atBest} at best, as the findings say.`;
	return {
		...done,
		mode: "plan",
		verdict: "pass",
		cluster: manifest.name,
		reason: `The plan was made; nothing was run.${best}`,
		pointOfNoReturn: pointOfNoReturnOf(plan),
		nextSteps: ["Run `etcd-migrate preflight` to rehearse this plan."],
		planDigest: plan.digest,
		...endsOf(plan),
		seed: manifest.rehearsal.seed,
		depth: manifest.rehearsal.depth,
		steps: stepsOf(plan),
		findings: [...made.findings],
		plan: {
			schemaVersion: plan.schemaVersion,
			upgrade: { ...plan.upgrade },
			channels: { ...plan.channels },
			legs: plan.legs.map((leg) => ({ ...leg })),
			digest: plan.digest,
			assumed: [...assumed],
			atBest
		}
	};
}
async function rehearsalReport(end) {
	const { run, outcome, judged } = end;
	const { plan, context } = run;
	const records = validateRecords(await run.journal.read());
	const durations = /* @__PURE__ */ new Map();
	for (const record of records) {
		if (record.type === "step-finished") durations.set(record.step, record.durationMs);
		if (run.mode !== "rollback") for (const id of undoneBy(record, plan)) durations.delete(id);
	}
	const checks = await readChecks(run.directory.checks);
	const checkIds = loadCatalog().checks.map(({ check }) => check);
	const planned = executableSteps(plan).flatMap(({ planned: { id, step } }) => step.kind === "observe" ? [{
		id,
		state: step.state
	}] : []);
	const overall = judged ? overallVerdict({
		engine: {
			outcome: outcome.outcome,
			wanted: run.mode === "rollback" ? "rolled-back" : "reached-target",
			message: outcome.message,
			...outcome.code ? { code: outcome.code } : {}
		},
		checks: [...checks.values()].flat(),
		unobserved: (run.mode === "rollback" ? [] : planned).flatMap(({ id, state }) => {
			const lack = lackOfObservation(state, checkIds, checks.get(id) ?? []);
			return lack === null ? [] : [`${stateInWords(state)} (step ${id}) has ${lack}`];
		}),
		expectedJudges: judged.expectedJudges,
		judges: judged.verdicts,
		findings: context.findings,
		atBest: context.atBest
	}) : void 0;
	const interruption = outcome.code ?? "interrupted";
	const finishedAt = new Date(end.clock.wallMs()).toISOString();
	return {
		schemaVersion: 1,
		tool,
		mode: run.mode,
		cluster: context.manifest.name,
		verdict: overall?.verdict ?? "error",
		failureReason: overall ? overall.failureReason : interruption,
		reason: overall?.reason ?? outcome.message,
		...outcome.evidence.length > 0 ? { evidence: [...outcome.evidence] } : {},
		clusterState: `${judged ? "The throw-away cluster at its end" : "The throw-away cluster now"}: ${outcome.clusterState}`,
		pointOfNoReturn: pointOfNoReturnOf(plan),
		side: outcome.pointOfNoReturn,
		nextSteps: nextStepsOf(overall, run, outcome),
		planDigest: plan.digest,
		...endsOf(plan),
		startedAt: context.startedAt,
		finishedAt,
		durationMs: (end.clock.monotonicUs() - context.startedAtUs) / 1e3,
		seed: context.manifest.rehearsal.seed,
		depth: context.manifest.rehearsal.depth,
		releases: [...context.releases],
		timings: { ...outcome.timings },
		steps: stepsOf(plan, outcome, durations, judged),
		checks: [...checks.values()].flat(),
		...judged ? {
			judges: judged.verdicts.map((verdict) => ({
				...verdict,
				violations: verdict.violations.map(({ message, records: proof }) => ({
					message,
					records: [...proof]
				}))
			})),
			availability: judged.availability
		} : {},
		findings: [...context.findings]
	};
}
function recordOf(report, run, clock) {
	return {
		schemaVersion: 1,
		planDigest: run.plan.digest,
		verdict: report.verdict,
		failureReason: report.failureReason,
		binaries: Object.fromEntries(run.context.releases.map((release) => [release.version, { ...release.sha256 }])),
		platform: run.context.releases[0]?.platform ?? `${process.platform}-${process.arch}`,
		toolVersion: tool.version,
		finishedAt: report.finishedAt ?? new Date(clock.wallMs()).toISOString(),
		assumed: [...run.context.assumed]
	};
}
function endsOf(plan) {
	const { hops } = plan.upgrade;
	return {
		from: hops[0]?.from ?? "",
		to: hops.at(-1)?.to ?? ""
	};
}
function pointOfNoReturnOf(plan) {
	return plan.upgrade.hops.filter((hop) => hop.kind === "minor").map((hop) => {
		return `step ${hop.steps.filter(({ step }) => step.kind === "switch-member" && step.purpose === "upgrade").at(-1)?.id ?? "?"} (${hop.from} → ${hop.to})`;
	}).join(", ");
}
function stepsOf(plan, outcome, durations, judged) {
	const ended = new Map(outcome?.steps.map((step) => [step.id, step]));
	const steps = treeLines(plan).map(({ id, title, depth, part }) => {
		const durationMs = durations?.get(id) ?? ended.get(id)?.durationMs;
		const detail = ended.get(id)?.detail;
		const clients = judged?.clients.get(id);
		return {
			id,
			title,
			depth,
			part,
			status: durations?.has(id) ? "ok" : ended.get(id)?.status ?? "not-run",
			...present({
				durationMs,
				detail,
				clients
			})
		};
	});
	return steps.map((line) => line.part === "hop" ? {
		...line,
		...summedUp(line.id, steps)
	} : line);
}
function summedUp(hop, steps) {
	const own = steps.filter((step) => step.id.startsWith(`${hop}.`));
	const spent = own.flatMap((step) => step.durationMs === void 0 ? [] : [step.durationMs]);
	return {
		status: own.some((step) => step.status === "failed") ? "failed" : own.every((step) => step.status === "ok") ? "ok" : "not-run",
		...spent.length === 0 ? {} : { durationMs: spent.reduce((sum, ms) => sum + ms, 0) }
	};
}
function nextStepsOf(overall, run, outcome) {
	if (overall === void 0) {
		const ways = waysOn(outcome.wayBack);
		return [`etcd-migrate status --output ${run.directory.path}`, `then ${ways.slice(0, -1).join(", ")} or ${ways.at(-1)}, with the same --output`];
	}
	if (run.mode === "rollback" && overall.verdict === "pass") return ["Nothing is proven about the way forward: run `etcd-migrate preflight` again, to its end."];
	if (overall.verdict === "pass") return ["Keep rehearsal.json: it proves this plan with these binaries.", "Take a backup, then upgrade by this plan."];
	if (overall.failureReason === null) return [];
	return [failures[overall.failureReason].hint];
}
const checksFileName = "The checks' results";
async function readChecks(file) {
	const bySteps = /* @__PURE__ */ new Map();
	for (const [index, line] of (await readJsonLines(file, checksFileName)).entries()) {
		const parsed = checksOfStep.safeParse(line);
		if (!parsed.success) {
			const [issue] = parsed.error.issues;
			throw new EtcdMigrateError("journal-damaged", `Line ${index + 1} of ${file} is no result of checks: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}.`);
		}
		const { step, results } = parsed.data;
		const failedBefore = (bySteps.get(step) ?? []).filter((result) => !result.ok);
		bySteps.set(step, [...failedBefore, ...results]);
	}
	return bySteps;
}
const checksOfStep = strictObject({
	step: string(),
	results: array(ReportCheck.extend({
		error: string().exactOptional(),
		disturbed: array(string()).readonly().exactOptional()
	}))
});

// src/plan/needs.ts
const needs = {
	verify: null,
	stage: null,
	"switch-member": "stop-start",
	"renew-raft-snapshots": null,
	hold: null,
	"wait-cluster-version": null,
	observe: null,
	lead: null,
	"kill-member": "kill"
};
function unmetNeeds(steps, capabilities) {
	return steps.flatMap((planned) => {
		const capability = needs[planned.step.kind];
		return capability === null || capabilities.has(capability) ? [] : [{
			planned,
			capability
		}];
	});
}

export { rehearsalReport as a, waysOn as c, recordOf as i, renderTree as l, checksFileName as n, createEngineEvents as o, planOnly as r, stateInWords as s, unmetNeeds as t, titleOf as u };