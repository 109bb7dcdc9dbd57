import { t as loadCatalog } from "./load.js";
import { a as lineAfter, n as compareVersions, o as lineOf, r as highestOf, s as minorsBetween, t as compareLines } from "./version.js";
import { t as EtcdMigrateError } from "./errors.js";
import { a as mistakesError, i as loadManifestFile } from "./wishes.js";
import { t as present } from "./present.js";
import { i as knownBadFor, n as findLine, r as hopRuleOf, s as snapshotCountOf } from "./lookups.js";
import { c as fileKeyOf, f as variableOf, n as differencesBetween, r as effectiveSettings, t as differenceWords } from "./effective-settings.js";
import { n as memberNamesOf, t as holdersOf } from "./channels.js";
import { o as digestOf } from "./plan-schema.js";
import { t as unmetNeeds } from "./needs.js";
import { t as staleProofFindings } from "./staleness.js";
import { f as chooseDriver } from "./undoing.js";
import { n as readLiveCluster } from "./live-cluster.js";
import { n as openReleaseStore } from "./release-supply.js";
import { dirname } from "node:path";
import { createHash } from "node:crypto";

// src/plan/objections.ts
const planFindings = {
	"rule/from": "from",
	"rule/to": "to",
	"rule/hops": "hops",
	"rule/release-unobtainable": "to",
	"rule/live-cluster": "from",
	"rule/live-security": "rehearsal",
	"rule/members": "members",
	"rule/below-floor": "from",
	"rule/known-bad": "to",
	"rule/auth-during-hop": "rehearsal",
	"rule/line-support": "to",
	"rule/freeze": "to",
	"rule/freeze-broken": "etcd",
	"rule/settings-differ": "etcd",
	"rule/setting-refused": "etcd",
	"rule/catalog-age": "to",
	"rule/accept-unused": "accept",
	"rule/not-rehearsed": "rehearsal"
};
function manifestKeyOf(id) {
	return planFindings[id];
}
function collectObjections(accept) {
	const findings = [];
	const taken = /* @__PURE__ */ new Set();
	const add = (severity, id, message, fix) => {
		if (!findings.some((finding) => finding.id === id && finding.message === message)) findings.push({
			id,
			severity,
			message,
			...present({ fix })
		});
	};
	return {
		findings,
		taken,
		get refused() {
			return findings.some((finding) => finding.severity === "error");
		},
		add,
		risk(risk, id, message, fix) {
			if (!accept.includes(risk)) {
				add("error", id, message, `${fix} Or accept it knowingly: \`accept: [{risk: ${risk}, reason: …}]\`.`);
				return false;
			}
			taken.add(risk);
			add("warning", id, `${message} Accepted by the manifest: the verdict is inconclusive at best.`, fix);
			return true;
		}
	};
}

// src/plan/channel-rules.ts
function judgeDifferences(holders, catalog, objections) {
	for (const difference of differencesBetween(holders, catalog)) objections.add("error", "rule/settings-differ", `The members have different settings: ${differenceWords(difference)}.`, "Give every member the same value first, each in the channel that it has.");
}
function judgeFreezes(rule, holders, objections) {
	const { from, to } = rule;
	for (const freeze of rule.freezes) {
		const broken = (freeze.settings ?? []).flatMap((flag) => holders.filter(({ settings }) => isSilentlyOn(settings, flag)).map(({ members }) => ({
			flag,
			where: wordsFor(members, holders)
		})));
		for (const { flag, where } of broken) objections.add("error", "rule/freeze-broken", `The settings${where} turn ${flag} on, which ${from} → ${to} cannot bear: ${freeze.why} (${freeze.knownAs}).`, `Turn ${flag} off on every member first.`);
		if (broken.length > 0) continue;
		objections.add("note", "rule/freeze", `While members of ${from} and ${to} run together, do not ${freeze.what}: ${freeze.why} (${freeze.knownAs}).`);
	}
}
function judgeRefusals(releases, holders, catalog, objections) {
	for (const { flag, value, since, knownAs, instead } of catalog.flags.refusals) {
		const refusing = releases.find((release) => compareVersions(release, since) >= 0);
		if (refusing === void 0) continue;
		for (const { members, settings } of holders) {
			if (effectiveSettings(settings, catalog)[flag] !== value) continue;
			const where = wordsFor(members, holders);
			if (settings.configFile !== void 0) {
				objections.add("warning", "rule/setting-refused", `etcd ${refusing} takes ${flag}: ${value}${where} in a configuration file and ignores it, silently (${knownAs}).`, `Now ${instead}.`);
				continue;
			}
			const name = Object.hasOwn(settings.flags, flag) ? `--${flag}=${value}` : `${variableOf(flag)}=${value}`;
			objections.add("error", "rule/setting-refused", `etcd ${refusing} does not start with ${name}${where} (${knownAs}).`, `Before the upgrade to ${lineOf(refusing)}, ${instead}.`);
		}
	}
}
function isSilentlyOn({ environment, configFile }, flag) {
	const key = fileKeyOf(flag)?.join(".") ?? flag;
	const value = configFile === void 0 ? environment[variableOf(flag)] : configFile[key];
	return /^(1|t|true)$/i.test(String(value));
}
function wordsFor(members, holders) {
	return holders.length === 1 ? "" : ` on ${members.join(" and ")}`;
}

// src/plan/snapshot-count.ts
function effectiveSnapshotCount(settings, release, catalog) {
	const set = settings["snapshot-count"];
	const count = set !== void 0 && /^\d+$/.test(set) ? Number(set) : 0;
	return count > 0 ? count : snapshotCountOf(lineOf(release), catalog) ?? 1e5;
}

// src/plan/hop-steps.ts
const SLOWEST_ENTRIES_PER_MS = .118;
function gateSpecs(names, { voters, gateMs }) {
	return names.filter((name) => name !== "quorum-margin" || voters >= 3).map((name) => ({
		name,
		timeoutMs: gateMs
	}));
}
function memberGates(facts) {
	return gateSpecs([
		"member-running",
		"raft-caught-up",
		"member-reads",
		"member-writes",
		"no-alarm",
		"hash-equal",
		"members-healthy"
	], facts);
}
function recoveryGates(facts) {
	return gateSpecs([
		"members-healthy",
		"quorum-margin",
		"no-alarm",
		"hash-equal"
	], facts);
}
const entryGates = [
	"members-healthy",
	"quorum-margin",
	"versions-uniform",
	"settings-as-planned",
	"no-alarm",
	"no-learner",
	"no-downgrade-job",
	"disk-space",
	"hash-equal"
];
const holdGates = [
	"members-healthy",
	"quorum-margin",
	"no-alarm",
	"no-downgrade-job",
	"hash-equal"
];
const exitGates = [
	"members-healthy",
	"quorum-margin",
	"versions-uniform",
	"settings-as-planned",
	"no-alarm",
	"no-learner",
	"no-downgrade-job",
	"hash-equal"
];
function entryGatesOf(stage, catalog) {
	if (!(hopRuleOf(lineOf(stage.from), lineOf(stage.to), catalog)?.preparations ?? []).some(({ id }) => id === "members-write")) return entryGates;
	return entryGates.flatMap((name) => name === "hash-equal" ? ["members-write", name] : [name]);
}
function switches(purpose, to, ordinals, facts) {
	return ordinals.map((ordinal) => ({
		kind: "switch-member",
		purpose,
		ordinal,
		to,
		gates: memberGates(facts)
	}));
}
function upTo(count) {
	return Array.from({ length: count }, (_, index) => index + 1);
}
function preparationSteps(stage, facts, catalog) {
	const steps = [];
	let snapshotCount = effectiveSnapshotCount(facts.settings, stage.from, catalog);
	for (const preparation of hopRuleOf(lineOf(stage.from), lineOf(stage.to), catalog)?.preparations ?? []) {
		if (preparation.onlyAbove !== void 0 && snapshotCount <= preparation.onlyAbove) continue;
		switch (preparation.id) {
			case "members-write": break;
			case "restart-with-low-snapshot-count":
				snapshotCount = Math.min(snapshotCount, preparation.snapshotCount ?? snapshotCount);
				steps.push(...switches("prepare", {
					release: stage.from,
					overrides: { "snapshot-count": String(snapshotCount) }
				}, upTo(facts.voters), facts));
				break;
			case "renew-raft-snapshots":
				steps.push({
					kind: "renew-raft-snapshots",
					reason: preparation.knownAs === "K22" ? "K22" : "K21",
					snapshotCount,
					timeoutMs: facts.gateMs + Math.ceil(snapshotCount / SLOWEST_ENTRIES_PER_MS)
				});
				break;
			case "members-bucket-clean": steps.push({
				kind: "verify",
				title: "every member's stored member list",
				gates: gateSpecs(["members-bucket-clean"], facts)
			});
		}
	}
	return steps;
}
function sourceDeployment(hop) {
	const prepared = hop.steps.findLast(({ step }) => step.kind === "switch-member" && step.purpose === "prepare");
	return prepared?.step.kind === "switch-member" ? prepared.step.to : {
		release: hop.from,
		overrides: {}
	};
}
function hopOf(id, stage, facts, catalog) {
	const { voters, gateMs, soakMs } = facts;
	const minor = stage.kind === "minor";
	const target = {
		release: stage.to,
		overrides: {}
	};
	const steps = [
		{
			kind: "verify",
			title: "before the hop",
			gates: gateSpecs(minor ? entryGatesOf(stage, catalog) : entryGates, facts)
		},
		{
			kind: "stage",
			release: stage.to
		},
		...minor ? preparationSteps(stage, facts, catalog) : [],
		...switches("upgrade", target, upTo(voters - 1), facts),
		...minor ? [{
			kind: "hold",
			soakMs,
			gates: gateSpecs(holdGates, facts)
		}] : [],
		...switches("upgrade", target, [voters], facts),
		...minor ? [{
			kind: "wait-cluster-version",
			line: lineOf(stage.to),
			timeoutMs: gateMs
		}] : [],
		{
			kind: "verify",
			title: "after the hop",
			gates: gateSpecs(exitGates, facts)
		}
	];
	return {
		id,
		kind: stage.kind,
		from: stage.from,
		to: stage.to,
		reason: stage.reason,
		steps: steps.map((step, index) => ({
			id: `${id}.${index + 1}`,
			step
		}))
	};
}

// src/plan/mutators.ts
function killsAt(seed, places, voters) {
	const kills = /* @__PURE__ */ new Map();
	if (voters < 3) return kills;
	for (const place of places) {
		const draw = drawFor(seed, place) % 3;
		if (draw !== 0) kills.set(place, draw === 1 ? "leader" : "follower");
	}
	const [first] = places;
	if (kills.size === 0 && first !== void 0) kills.set(first, drawFor(seed, "first") % 2 === 0 ? "leader" : "follower");
	return kills;
}
function drawFor(seed, place) {
	return createHash("sha256").update(`${seed}/kill/${place}`).digest().readUInt32LE(0);
}

// src/plan/legs.ts
function legsOf(hop, facts, { isFirst, isLast }) {
	const { voters, depth, seed, dwellMs } = facts;
	const places = placesOf(hop, voters).filter(({ state }) => isFirst || state.phase !== "source");
	const minor = hop.kind === "minor";
	const kills = minor && depth === "deep" ? killsAt(seed, places.map((place) => place.after), voters) : /* @__PURE__ */ new Map();
	return places.flatMap((place) => {
		const observe = {
			kind: "observe",
			state: place.state,
			...stayAt(place.state, isLast, facts)
		};
		const verify = {
			kind: "verify",
			title: "after all of it",
			gates: recoveryGates(facts)
		};
		const legs = [{
			title: "clients and checks",
			steps: isLast && place.state.phase === "target" ? [observe, verify] : [observe]
		}];
		if (minor && newMayLeadAt(place.state, depth)) {
			const lead = (release) => ({
				kind: "lead",
				release,
				timeoutMs: facts.gateMs
			});
			legs.push({
				title: `${hop.to} leads, while members of ${hop.from} run`,
				steps: [
					lead(hop.to),
					{
						kind: "observe",
						state: {
							...place.state,
							leads: hop.to
						},
						dwellMs
					},
					lead(hop.from)
				]
			});
		}
		const select = kills.get(place.after);
		if (select !== void 0) legs.push({
			title: `kill the ${select}`,
			steps: [{
				kind: "kill-member",
				select,
				gates: recoveryGates(facts)
			}]
		});
		if (minor && rollsBackAt(place.state, depth)) legs.push({
			title: `roll back ${place.state.upgraded} of ${voters} and forward again`,
			steps: roundTrip(hop, place.state.upgraded, facts)
		});
		return legs.map(({ title, steps }, index) => legOf(place.after, index, title, steps));
	});
}
function legOf(after, index, title, steps) {
	const id = `${after}.${String.fromCharCode("a".charCodeAt(0) + index)}`;
	return {
		id,
		title,
		after,
		steps: steps.map((step, at) => ({
			id: `${id}${at + 1}`,
			step
		}))
	};
}
function placesOf(hop, voters) {
	const { from, to } = hop;
	const state = (phase, upgraded) => ({
		phase,
		from,
		to,
		upgraded,
		voters
	});
	const last = hop.steps.length - 1;
	let upgraded = 0;
	return hop.steps.flatMap(({ id, step }, index) => {
		if (index === 0) return [{
			after: id,
			state: state("source", 0)
		}];
		if (index === last) return [{
			after: id,
			state: state("target", voters)
		}];
		if (step.kind === "switch-member" && step.purpose === "upgrade") {
			upgraded = step.ordinal;
			const isHeldNext = hop.steps[index + 1]?.step.kind === "hold";
			return upgraded < voters && !isHeldNext ? [{
				after: id,
				state: state("mixed", upgraded)
			}] : [];
		}
		if (step.kind === "hold" && upgraded > 0) return [{
			after: id,
			state: state("hold", upgraded)
		}];
		return [];
	});
}
const lastStay = {
	dwellMs: 15e3,
	writes: 1e3
};
function stayAt({ phase }, isLast, { depth, dwellMs }) {
	if (!isLast || phase !== "target" || depth === "quick") return { dwellMs };
	return {
		dwellMs: Math.max(dwellMs, lastStay.dwellMs),
		writes: lastStay.writes
	};
}
function newMayLeadAt({ phase }, depth) {
	return depth !== "quick" && (phase === "mixed" || phase === "hold");
}
function rollsBackAt({ phase, upgraded }, depth) {
	if (depth === "quick") return false;
	return phase === "hold" || phase === "mixed" && (depth === "deep" || upgraded === 1);
}
function roundTrip(hop, upgraded, facts) {
	const { voters, dwellMs } = facts;
	const gates = memberGates(facts);
	const source = sourceDeployment(hop);
	const target = {
		release: hop.to,
		overrides: {}
	};
	const counts = Array.from({ length: upgraded }, (_, index) => index + 1);
	return [
		...counts.map((count) => ({
			kind: "switch-member",
			purpose: "roll-back",
			ordinal: voters - upgraded + count,
			to: source,
			gates
		})),
		{
			kind: "observe",
			state: {
				phase: "source",
				from: hop.from,
				to: hop.to,
				upgraded: 0,
				voters
			},
			dwellMs
		},
		...counts.map((count) => ({
			kind: "switch-member",
			purpose: "upgrade",
			ordinal: count,
			to: target,
			gates
		}))
	];
}

// src/plan/rehearsable.ts
function rehearsableLegs(legs, capabilities, objections) {
	const leftOut = /* @__PURE__ */ new Map();
	const kept = legs.filter(({ id, title, steps }) => {
		const [unmet] = unmetNeeds(steps, capabilities);
		if (unmet === void 0) return true;
		leftOut.set(unmet.capability, [...leftOut.get(unmet.capability) ?? [], `${id} ${title}`]);
		return false;
	});
	for (const [capability, titles] of leftOut) objections.add("warning", "rule/not-rehearsed", `The driver does not have the capability ${capability}, so this is not rehearsed: ${titles.join("; ")}. The verdict is inconclusive at best.`, "Rehearse with a driver that has it, or at a depth that does not ask for it.");
	return kept;
}
function seesSettings(capabilities, objections) {
	if (capabilities.has("see-settings")) return true;
	objections.add("warning", "rule/not-rehearsed", "The driver does not have the capability see-settings, so nothing proves that members run with the settings of the plan and no others. The verdict is inconclusive at best.", "Rehearse on Linux, where the settings of a running process can be seen.");
	return false;
}

// src/plan/request.ts
function rehearsedSecurity({ tls, auth, live }) {
	return {
		tls: tls ?? live?.tls ?? false,
		auth: auth ?? live?.auth ?? false
	};
}

// src/plan/wanted.ts
function isExact(wanted) {
	return /^\d+\.\d+\.\d+$/.test(wanted);
}
function lineOfWanted(wanted) {
	return isExact(wanted) ? lineOf(wanted) : wanted;
}
function latestLine(obtainable, catalog) {
	const lines = new Set([...obtainable].map(lineOf));
	return catalog.lines.map(({ line }) => line).filter((line) => lines.has(line)).sort(compareLines).at(-1);
}
function knownLine(line, key, catalog, objections) {
	if (findLine(line, catalog) !== void 0) return true;
	const id = {
		from: "rule/from",
		to: "rule/to",
		hops: "rule/hops"
	}[key];
	const lines = catalog.lines.map((known) => known.line);
	const [oldest, newest] = [lines.at(0) ?? "", lines.at(-1) ?? ""];
	if (compareLines(line, oldest) < 0) objections.add("error", id, `\`${key}\` names ${line}, which is not supported: etcd-migrate knows ${oldest} to ${newest}.`, `Upgrade to ${oldest} first, as its own guide says.`);
	else objections.add("error", id, `\`${key}\` names ${line}, a line that this catalog does not know; it knows ${lines.join(", ")}.`, "Correct the version, or use a newer etcd-migrate.");
	return false;
}

// src/plan/start.ts
function resolveStart(request, catalog, objections, assumed, choose) {
	const { from, obtainable } = request;
	const wanted = from === "latest" ? latestLine(obtainable, catalog) : from;
	if (wanted === void 0) {
		objections.add("error", "rule/release-unobtainable", "No etcd release at all can be had here.");
		return;
	}
	if (!knownLine(lineOfWanted(wanted), "from", catalog, objections)) return void 0;
	const live = request.live === void 0 ? void 0 : liveRelease(request.live.releases, from, catalog, objections);
	if (request.live !== void 0 && live === void 0) return void 0;
	const start = live ?? (isExact(wanted) ? wanted : choose(wanted));
	if (start === void 0 || !obtainable.has(start)) {
		objections.add("error", "rule/release-unobtainable", start === void 0 ? `No etcd release of the line ${wanted}, from which the upgrade starts, can be had from any release source here.` : `etcd ${start}, from which the upgrade starts, cannot be had from any release source here.`, "Name a local directory or a mirror in `releases`, or allow more sources.");
		return;
	}
	if (live === void 0 && !isExact(from)) assumed.push(`from ${from} is taken as ${start}`);
	return start;
}
function liveRelease(releases, from, catalog, objections) {
	const distinct = [...new Set(releases)];
	const [release] = distinct;
	if (release === void 0 || distinct.length > 1) {
		objections.add("error", "rule/live-cluster", distinct.length === 0 ? "No member of the live cluster told its release." : `The members of the live cluster run different releases: ${distinct.join(", ")}.`, "Bring every member to one release first.");
		return;
	}
	if (!(from === "latest" || release === from || lineOf(release) === from)) {
		objections.add("error", "rule/live-cluster", `\`from\` says ${from}, but the live cluster runs ${release}.`, `Write \`from: "${release}"\`.`);
		return;
	}
	return knownLine(lineOf(release), "from", catalog, objections) ? release : void 0;
}

// src/plan/route.ts
function findRoute(request, settings, catalog, objections) {
	const walk = createWalk(request, settings, catalog, objections);
	const assumed = [];
	const target = targetLine(request, catalog, objections);
	const start = resolveStart(request, catalog, objections, assumed, (line) => walk.choose(line, target !== void 0 && compareLines(target, line) > 0 ? [lineAfter(line)] : []));
	if (target === void 0 || start === void 0) return void 0;
	const waypoints = waypointsOf(request, start, target, objections);
	if (waypoints === void 0) return void 0;
	const stages = walk.through(start, waypoints);
	return stages === void 0 ? void 0 : {
		stages,
		assumed
	};
}
function targetLine(request, catalog, objections) {
	if (request.to !== "latest") {
		const line = lineOfWanted(request.to);
		return knownLine(line, "to", catalog, objections) ? line : void 0;
	}
	const line = latestLine(request.obtainable, catalog);
	if (line === void 0) objections.add("error", "rule/release-unobtainable", "No etcd release at all can be had here.");
	return line;
}
function waypointsOf(request, start, target, objections) {
	const to = request.to === "latest" ? target : request.to;
	const from = lineOf(start);
	const minors = minorsBetween(from, target);
	if (minors < 0 || minors === 0 && isExact(to) && compareVersions(to, start) < 0) {
		objections.add("error", "rule/to", `From ${start} to ${to} is a downgrade; etcd-migrate only goes up.`, "Swap `from` and `to`, or use the downgrade protocol of etcd 3.6 and later.");
		return;
	}
	if (request.hops === void 0) {
		const between = [];
		for (let line = lineAfter(from); compareLines(line, target) < 0; line = lineAfter(line)) between.push(line);
		return [...between, to];
	}
	return explicitWaypoints(request.hops, request.from, start, to, target, objections);
}
function explicitWaypoints(hops, from, start, to, target, objections) {
	const stops = hops.map((hop) => hop === "latest" ? target : hop);
	if (stops[0] === start || stops[0] === from) stops.shift();
	if (stops.at(-1) === to) stops.pop();
	const waypoints = [...stops, to];
	let sound = true;
	let before = start;
	for (const waypoint of waypoints) {
		const [fromLine, toLine] = [lineOfWanted(before), lineOfWanted(waypoint)];
		const minors = minorsBetween(fromLine, toLine);
		if (minors < 0 || minors === 0 && isExact(before) && isExact(waypoint) && compareVersions(waypoint, before) < 0) {
			objections.add("error", "rule/hops", `\`hops\` goes down from ${before} to ${waypoint}.`, "List the stop-overs in ascending order.");
			sound = false;
		} else if (minors === 0 && (before === waypoint || !isExact(waypoint))) {
			objections.add("error", "rule/hops", `\`hops\` visits ${toLine} twice: ${before}, then ${waypoint}.`, "Name each stop-over once.");
			sound = false;
		} else if (minors !== 0 && minors !== 1) {
			objections.add("error", "rule/hops", `\`hops\` skips from ${fromLine} to ${toLine}: etcd supports one minor at a time. It does not refuse a skip itself: from 3.4 to 3.6 the first new member kills every old one (K15).`, `Add a stop-over on ${lineAfter(fromLine)}, or leave \`hops\` out.`);
			sound = false;
		}
		before = waypoint;
	}
	return sound ? waypoints : void 0;
}
function createWalk(request, settings, catalog, objections) {
	const { obtainable, voters } = request;
	const { auth } = rehearsedSecurity(request);
	const blocksOf = (version, entering) => knownBadFor(version, {
		auth,
		voters,
		learners: false,
		settings,
		entering
	}, catalog).filter((range) => range.severity === "block");
	const obtainableOn = (line) => [...obtainable].filter((version) => lineOf(version) === line);
	const soundOf = (versions, entering) => versions.filter((version) => blocksOf(version, entering).length === 0);
	const choose = (line, entering) => highestOf(soundOf(obtainableOn(line), entering)) ?? highestOf(obtainableOn(line));
	const land = (waypoint, entering) => {
		const release = isExact(waypoint) ? waypoint : choose(waypoint, entering);
		if (release === void 0 || !obtainable.has(release)) {
			const faults = release === void 0 ? [] : blocksOf(release, entering);
			if (!(release === void 0 || faults.length === 0 || objections.risk("known-bad", "rule/known-bad", `etcd ${release} is known-bad and may not be landed on: ${describe(faults)}. It cannot be had here either.`, `Choose a release with the fix: ${fixesOf(faults, lineOf(release))}.`))) return void 0;
			objections.add("error", "rule/release-unobtainable", isExact(waypoint) ? `etcd ${waypoint} cannot be had from any release source here.` : `No etcd release of the line ${waypoint} can be had from any release source here.`, "Name a local directory or a mirror in `releases`, or allow more sources.");
			return;
		}
		const bad = blocksOf(release, entering);
		if (bad.length === 0) return release;
		return objections.risk("known-bad", "rule/known-bad", `etcd ${release} is known-bad and may not be landed on: ${describe(bad)}.`, `Choose a release with the fix: ${fixesOf(bad, lineOf(release))}.`) ? release : void 0;
	};
	const leave = (current, next, stages) => {
		const line = lineOf(current);
		const rule = hopRuleOf(line, next, catalog);
		if (rule === void 0) throw new TypeError(`the catalog has no hop ${line} → ${next}`);
		const { floor } = rule;
		const below = compareVersions(current, floor.release) < 0;
		const bad = blocksOf(current, below ? [] : [next]);
		if (!below && bad.length === 0) return current;
		const higher = obtainableOn(line).filter((version) => compareVersions(version, current) > 0);
		const fit = soundOf(higher, [next]).filter((version) => compareVersions(version, floor.release) >= 0);
		const patch = fit.includes(floor.release) ? floor.release : highestOf(fit);
		const why = below ? `${current} is below the floor ${floor.release} for ${next}` : `${current} is known-bad`;
		const because = below ? floor.reason : describe(bad);
		if (patch !== void 0) {
			stages.push({
				kind: "patch",
				from: current,
				to: patch,
				reason: why
			});
			objections.add("note", below ? "rule/below-floor" : "rule/known-bad", `${why}, so ${patch} comes first: ${because}.`);
			return patch;
		}
		const missing = `Neither ${floor.release} nor a later sound release of ${line} can be had here.`;
		if (below && !objections.risk("below-floor", "rule/below-floor", `${why}: ${because}. ${missing}`, `Make ${floor.release} obtainable (\`releases\`).`)) return;
		if (bad.length === 0) return current;
		const better = highestOf(soundOf(higher, []));
		if (better !== void 0) {
			stages.push({
				kind: "patch",
				from: current,
				to: better,
				reason: `${current} is known-bad`
			});
			return better;
		}
		return objections.risk("known-bad", "rule/known-bad", `etcd ${current} is known-bad and no upgrade may start from it: ${describe(bad)}. ${missing}`, `Make a release with the fix obtainable: ${fixesOf(bad, line)}.`) ? current : void 0;
	};
	const through = (start, waypoints) => {
		const stages = [];
		let current = start;
		for (const [index, waypoint] of waypoints.entries()) {
			const line = lineOfWanted(waypoint);
			const after = waypoints.at(index + 1);
			const nextLine = after === void 0 ? void 0 : lineOfWanted(after);
			const entering = [...line === lineOf(start) ? [] : [line], ...nextLine === void 0 || nextLine === line || isExact(waypoint) ? [] : [nextLine]];
			const minor = line !== lineOf(current);
			const ready = minor ? leave(current, line, stages) : current;
			if (ready === void 0) return void 0;
			const release = land(waypoint, entering);
			if (release === void 0) return void 0;
			if (!minor && compareVersions(release, ready) <= 0) {
				objections.add("error", index === waypoints.length - 1 ? "rule/to" : "rule/hops", release === ready ? `There is nothing to upgrade: the way is already at ${ready} when \`${waypoint}\` is due.` : `The highest ${line} release that can be had here is ${release}, which is below ${ready}.`, "Name the exact release that the cluster runs in `from` and a higher one in `to`.");
				return;
			}
			stages.push({
				kind: minor ? "minor" : "patch",
				from: ready,
				to: release,
				reason: minor ? "" : "the manifest asks for it"
			});
			current = release;
		}
		const first = stages[0];
		const bad = blocksOf(start, []);
		if (first?.kind === "patch" && bad.length > 0) objections.add("warning", "rule/known-bad", `The start ${start} is known-bad itself: ${describe(bad)}. The plan leaves it first, by a patch to ${first.to}.`);
		return stages;
	};
	return {
		choose,
		through
	};
}
function describe(ranges) {
	return ranges.map(({ id, problem }) => `${problem} (${id})`).join("; ");
}
function fixesOf(ranges, line) {
	const fixes = ranges.flatMap((range) => range.fixedIn.filter((version) => lineOf(version) === line));
	return highestOf(fixes) ?? `none on ${line}; use a newer line`;
}

// src/plan/planner.ts
function planUpgrade(request, catalog) {
	const objections = collectObjections(request.accept);
	judgeCluster(request, objections);
	const holders = holdersOf(request.settings, memberNamesOf(request.voters, request.memberNames));
	judgeDifferences(holders, catalog, objections);
	const shared = holders[0]?.settings ?? request.settings.shared;
	const settings = effectiveSettings(shared, catalog);
	const route = findRoute(request, settings, catalog, objections);
	if (route !== void 0) {
		for (const stage of route.stages) judgeStage(stage, request, holders, catalog, objections);
		judgeRefusals(route.stages.flatMap((stage) => [stage.from, stage.to]), holders, catalog, objections);
		judgeTarget(route.stages, request, settings, catalog, objections);
	}
	if (route === void 0 || objections.refused) return {
		ok: false,
		findings: objections.findings
	};
	for (const risk of new Set(request.accept)) if (!objections.taken.has(risk)) objections.add("note", "rule/accept-unused", `\`accept\` names ${risk}, but this plan does not take that risk.`, "Remove the entry.");
	const { gateMs, soakMs, dwellMs } = request.timeLimits;
	const { voters, depth, seed } = request;
	const facts = {
		voters,
		settings,
		gateMs,
		soakMs,
		dwellMs,
		depth,
		seed
	};
	const hops = route.stages.map((stage, index) => hopOf(String(index + 1), stage, facts, catalog));
	const upgrade = {
		catalogVersion: catalog.catalogVersion,
		voters,
		settings,
		hops
	};
	const wanted = hops.flatMap((hop, index) => legsOf(hop, facts, {
		isFirst: index === 0,
		isLast: index === hops.length - 1
	}));
	const legs = rehearsableLegs(wanted, request.capabilities, objections);
	const isWhole = seesSettings(request.capabilities, objections) && legs.length === wanted.length;
	return {
		ok: true,
		plan: {
			schemaVersion: 2,
			upgrade,
			channels: {
				shared,
				own: request.settings.own
			},
			legs,
			digest: digestOf(upgrade)
		},
		findings: objections.findings,
		assumed: route.assumed,
		atBest: objections.taken.size > 0 || !isWhole ? "inconclusive" : "pass"
	};
}
function judgeCluster(request, objections) {
	const { voters, live } = request;
	if (voters === 1) objections.add("warning", "rule/members", "A single member has no rolling upgrade: clients wait at every restart, and there is no mixed state to go back from.");
	else if (voters === 2) objections.add("warning", "rule/members", "Two members lose their quorum whenever one restarts: clients wait each time. Three members would not.");
	if (live === void 0) return;
	if (live.voters !== voters) objections.add("error", "rule/live-cluster", `The manifest has ${voters} members, but the live cluster has ${live.voters} voting members.`, `Write \`members: ${live.voters}\`.`);
	if (live.learners > 0) objections.add("error", "rule/live-cluster", `The live cluster has ${live.learners} learner${live.learners === 1 ? "" : "s"}; membership must not be under change during an upgrade (K2, K6).`, "Promote or remove them first.");
	if (live.downgradeJob === true) objections.add("error", "rule/live-cluster", "The live cluster has a downgrade job enabled; a 3.5 member that restarts now refuses to start (K5).", "Cancel it while every member is up, and see that it is gone on each.");
	if (live.downgradeJob === void 0) objections.add("note", "rule/live-cluster", "Whether the live cluster has a downgrade job enabled (K5) could not be read: its peer ports did not answer from here.");
	judgeSecurity(request, live, objections);
}
function judgeSecurity({ tls, auth }, live, objections) {
	for (const [name, said, is] of [[
		"tls",
		tls,
		live.tls
	], [
		"auth",
		auth,
		live.auth
	]]) {
		if (said !== false || is !== true) continue;
		objections.add("error", "rule/live-security", `The live cluster has ${name === "tls" ? "TLS" : "authentication"}, but \`rehearsal.${name}\` turns it off for the rehearsal.`, `Remove the line, or write \`${name}: true\`.`);
	}
	if (live.auth === void 0 && auth === void 0) objections.add("warning", "rule/live-security", "Whether the live cluster has authentication enabled cannot be told: a client certificate may be its login, or the read that would tell failed. The rehearsed cluster has none.", "Write `rehearsal: {auth: true}` or `{auth: false}`, as production has it.");
}
function judgeStage(stage, request, holders, catalog, objections) {
	if (stage.kind === "patch") return;
	const [from, to] = [lineOf(stage.from), lineOf(stage.to)];
	const rule = hopRuleOf(from, to, catalog);
	if (rule === void 0) throw new TypeError(`the catalog has no hop ${from} → ${to}`);
	if (rule.authBlocks !== null && rehearsedSecurity(request).auth) objections.risk("auth-during-hop", "rule/auth-during-hop", `With authentication enabled ${from} → ${to} cannot be rolled: ${rule.authBlocks.reason}.`, "Disable authentication for the time of this hop.");
	judgeFreezes(rule, holders, objections);
}
function judgeTarget(stages, request, settings, catalog, objections) {
	const target = stages.at(-1)?.to;
	if (target === void 0) return;
	const line = findLine(lineOf(target), catalog);
	if (line?.support === "ended") objections.add("warning", "rule/line-support", `The target line ${line.line} is out of support. ${line.supportNote}`);
	const known = catalog.releases.map((release) => release.version);
	for (const release of new Set(stages.flatMap((stage) => [stage.from, stage.to]))) {
		const newest = highestOf(known.filter((version) => lineOf(version) === lineOf(release)));
		if (newest !== void 0 && compareVersions(release, newest) > 0) objections.add("note", "rule/catalog-age", `etcd ${release} is newer than this catalog (${catalog.catalogVersion}), which knows ${lineOf(release)} up to ${newest}.`);
	}
	const context = {
		auth: rehearsedSecurity(request).auth,
		voters: request.voters,
		learners: false,
		settings,
		entering: []
	};
	for (const range of knownBadFor(target, context, catalog).filter(({ severity }) => severity === "warn")) {
		const fixed = highestOf(range.fixedIn.filter((version) => lineOf(version) === lineOf(target)));
		objections.add("note", "rule/known-bad", `The target ${target} has a known weakness: ${range.problem} (${range.id}${fixed === void 0 ? "" : `, fixed in ${fixed}`}).`);
	}
}

// src/app/plan/plan-making.ts
async function makePlan(settings, surroundings, tools) {
	const read = await loadManifestFile(settings.manifestFile, surroundings.workingDirectory, settings.confinedTo);
	const stale = await staleProofFindings(read, settings, surroundings, tools.clock);
	const loaded = {
		...read,
		findings: [...read.findings, ...stale]
	};
	const { manifest } = loaded;
	const { from, to } = endsOf(loaded);
	for (const finding of loaded.findings) tools.progress.line(`${finding.severity}: ${finding.message}`);
	const catalog = loadCatalog();
	const store = openReleaseStore(manifest, settings, surroundings, catalog, tools);
	tools.progress.now("looking which etcd releases can be had here");
	const wanted = catalog.releases.map((release) => release.version);
	const exact = [
		from,
		to,
		...manifest.hops ?? []
	].filter((version) => version.split(".").length === 3);
	const obtainable = await store.probe([.../* @__PURE__ */ new Set([...wanted, ...exact])], surroundings.signal);
	const live = manifest.connection ? await readLiveCluster(manifest.connection, surroundings, dirname(settings.manifestFile)) : void 0;
	const driver = chooseDriver(surroundings.drivers, "stop-start");
	const request = {
		from,
		to,
		...manifest.hops ? { hops: manifest.hops } : {},
		voters: manifest.voters,
		memberNames: manifest.memberNames,
		settings: manifest.settings,
		accept: manifest.accept.map((entry) => entry.risk),
		depth: manifest.rehearsal.depth,
		seed: manifest.rehearsal.seed,
		capabilities: driver.capabilities,
		timeLimits: manifest.rehearsal.timeLimits,
		obtainable: new Set(obtainable.keys()),
		...present({
			tls: manifest.rehearsal.tls,
			auth: manifest.rehearsal.auth
		}),
		...live ? { live } : {}
	};
	const result = planUpgrade(request, catalog);
	if (!result.ok) {
		await sayWhyUnobtainable(result.findings, catalog, store, [
			from,
			...manifest.hops ?? [],
			to
		], obtainable, surroundings.signal);
		const findings = [...result.findings, ...loaded.findings].map((finding) => located(finding, loaded.locate));
		const errors = findings.filter((finding) => finding.severity === "error");
		throw new EtcdMigrateError("plan-refused", errors.map((finding) => `${placeOf(finding)}${finding.message}${finding.fix ? ` ${finding.fix}` : ""}`).join("\n"), { details: { findings } });
	}
	return {
		manifest,
		plan: result.plan,
		findings: [...loaded.findings, ...result.findings.map((finding) => located(finding, loaded.locate))],
		assumed: result.assumed,
		atBest: result.atBest,
		catalog,
		store,
		driver,
		...rehearsedSecurity(request)
	};
}
function endsOf({ manifest: { from, to }, locate }) {
	if (from !== void 0 && to !== void 0) return {
		from,
		to
	};
	const where = locate([]);
	throw mistakesError("manifest-invalid", where.file, [{
		id: "rule/manifest-missing-key",
		severity: "error",
		message: "`from` and `to` are missing: this manifest is for backups alone.",
		where,
		fix: "add from: \"3.5\" and to: \"3.7\""
	}]);
}
async function sayWhyUnobtainable(findings, catalog, store, wantedReleases, obtainable, signal) {
	if (!findings.filter((finding) => finding.severity === "error").every((finding) => finding.id === "rule/release-unobtainable")) return;
	for (const wanted of wantedReleases) {
		const candidates = wanted.split(".").length === 3 ? [wanted] : catalog.releases.map((release) => release.version).filter((version) => wanted === "latest" || lineOf(version) === wanted);
		const newest = highestOf(candidates);
		if (newest !== void 0 && !candidates.some((version) => obtainable.has(version))) await store.obtain(newest, signal);
	}
}
function located(finding, locate) {
	if (finding.where !== void 0) return finding;
	return {
		...finding,
		where: locate([manifestKeyOf(finding.id) ?? "to"])
	};
}
function placeOf(finding) {
	if (!finding.where) return "";
	return `${finding.where.file}:${finding.where.line ?? 1}:${finding.where.column ?? 1}: `;
}

export { makePlan as t };