import { r as failures, t as EtcdMigrateError } from "./errors.js";
import { t as present } from "./present.js";
import { _ as string, d as looseObject, f as number, g as strictObject, h as record, i as _enum, l as int, n as datetime, o as array, p as object, s as boolean, v as tuple } from "./npm/zod.js";
import { c as ReportRelease } from "./envelope.js";
import { t as _usingCtx } from "./usingCtx.js";
import { S as syncDirectory, b as pathError, w as writeFileAtomic } from "./own-places.js";
import { o as lineOf, t as compareLines, u as depths } from "./version.js";
import { n as contradictionIn } from "./plan-schema.js";
import { a as isAlive, n as bootId, s as processIdentity, t as identifySelf } from "./self.js";
import { d as readJsonLines, i as undoneBy, l as validateRecords, n as recordsAbout, o as contentDigest, t as isRollBackStep, u as createJsonLines } from "./undoing.js";
import { basename, dirname, join } from "node:path";
import { connect, createServer } from "node:net";
import { randomBytes } from "node:crypto";
import { link, lstat, mkdir, open, readFile, readdir, readlink, rm } from "node:fs/promises";
import { hostname } from "node:os";

// src/platform/lock-socket.ts
async function openLockSocket(directory, name) {
	const place = await reach(directory);
	const server = createServer((socket) => socket.destroy());
	server.unref();
	try {
		await new Promise((resolve, reject) => {
			server.once("error", reject);
			server.listen(join(place.path, name), resolve);
		});
	} catch (error) {
		await place[Symbol.asyncDispose]();
		if ([
			"EPERM",
			"ENOTSUP",
			"EOPNOTSUPP",
			"ENOSYS"
		].includes(error.code ?? "")) return null;
		throw error;
	}
	return {
		name,
		[Symbol.asyncDispose]: async () => {
			await new Promise((resolve) => server.close(resolve));
			await place[Symbol.asyncDispose]();
		}
	};
}
async function isListening(directory, name) {
	try {
		var _usingCtx$2 = _usingCtx();
		const place = _usingCtx$2.a(await reach(directory));
		return await new Promise((resolve, reject) => {
			const socket = connect(join(place.path, name));
			socket.once("connect", () => {
				socket.destroy();
				resolve(true);
			});
			socket.once("error", (error) => {
				if (error.code === "ECONNREFUSED" || error.code === "ENOENT") resolve(false);
				else if (error.code === "EAGAIN") resolve(true);
				else reject(error);
			});
		});
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
async function reach(directory) {
	if (process.platform !== "linux") return {
		path: directory,
		[Symbol.asyncDispose]: async () => void 0
	};
	const handle = await open(directory, "r");
	return {
		path: `/proc/self/fd/${handle.fd}`,
		[Symbol.asyncDispose]: () => handle.close()
	};
}

// src/platform/run-lock.ts
const LOCK_DIRECTORY = "run.lock";
const ATTEMPTS = 20;
const ownerSchema = object({
	...processIdentity.shape,
	purpose: string(),
	host: string(),
	socket: string().nullable(),
	pidNamespace: string().nullable()
});
async function lockDirectory(directory, purpose, { prove } = {}) {
	const place = join(directory, LOCK_DIRECTORY);
	await mkdir(place, { recursive: true }).catch((error) => {
		throw pathError(error, "Making", place);
	});
	const token = randomBytes(6).toString("hex");
	const socket = await openLockSocket(place, `${token}.sock`);
	const draft = join(place, `${token}.draft`);
	try {
		const self = {
			...await identifySelf(),
			purpose,
			host: hostname(),
			socket: socket?.name ?? null,
			pidNamespace: await pidNamespace()
		};
		await writeFileAtomic(draft, JSON.stringify(self));
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			const newest = await newestClaim(place);
			const state = await stateOf(place, newest);
			if (state.is === "held" || state.is === "not-seen" && prove === void 0) throw inProgress(directory, state);
			if (state.is === "not-seen") await prove?.();
			const own = join(place, nameOf(newest + 1));
			if (!await claim(draft, own)) continue;
			if (await newestClaim(place) > newest + 1) {
				await rm(own, { force: true });
				continue;
			}
			await syncDirectory(place);
			await removeBelow(place, newest + 1);
			return { [Symbol.asyncDispose]: async () => {
				await writeFileAtomic(`${own}.released`, "").catch(() => {});
				await socket?.[Symbol.asyncDispose]();
			} };
		}
		throw new EtcdMigrateError("run-in-progress", `${directory} belongs to runs that begin again and again.`);
	} catch (error) {
		await socket?.[Symbol.asyncDispose]();
		throw error;
	} finally {
		await rm(draft, { force: true });
	}
}
async function lookAtLock(directory) {
	const place = join(directory, LOCK_DIRECTORY);
	return await stateOf(place, await newestClaim(place));
}
async function stateOf(place, number) {
	const owner = number === 0 ? null : await readOwner(join(place, nameOf(number)));
	if (owner === null || await isReleased(place, number)) return { is: "free" };
	if (owner.bootId !== await bootId()) return {
		is: "not-seen",
		owner
	};
	if (owner.socket !== null) return await isListening(place, owner.socket) ? {
		is: "held",
		owner
	} : { is: "free" };
	if (owner.pidNamespace !== await pidNamespace()) return {
		is: "not-seen",
		owner
	};
	return await isAlive(owner) ? {
		is: "held",
		owner
	} : { is: "free" };
}
function ownerInWords({ purpose, pid, host }) {
	return `${purpose}, process ${pid} on ${host}`;
}
function inProgress(directory, { is, owner }) {
	const who = ownerInWords(owner);
	if (is === "held") return new EtcdMigrateError("run-in-progress", `${directory} belongs to a run that is still going on: ${who}.`);
	return new EtcdMigrateError("run-in-progress", `${directory} belongs to ${who}, of another host or from before a reboot: whether it still works cannot be seen from here.`, { hint: "If you know that it has ended, say so: `etcd-migrate resume` (or `rollback`, `cleanup`) with `--take-over RUN`; `etcd-migrate status` prints the run." });
}
const nameOf = (number) => String(number).padStart(4, "0");
async function newestClaim(place) {
	const numbers = (await namesIn(place)).filter((name) => /^\d{4,}$/.test(name)).map(Number);
	return Math.max(0, ...numbers);
}
async function namesIn(place) {
	try {
		return await readdir(place);
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw pathError(error, "Reading", place);
	}
}
async function isReleased(place, number) {
	return (await namesIn(place)).includes(`${nameOf(number)}.released`);
}
async function claim(draft, path) {
	try {
		await link(draft, path);
		return true;
	} catch (error) {
		if (error.code === "EEXIST") return false;
		throw pathError(error, "Writing", path);
	}
}
async function removeBelow(place, number) {
	for (const name of await readdir(place)) {
		const [digits] = /^\d{4,}/.exec(name) ?? [];
		if (digits === void 0 || Number(digits) >= number) continue;
		const owner = /^\d+$/.test(name) ? await readOwner(join(place, name)) : null;
		if (owner?.socket) await rm(join(place, owner.socket), { force: true });
		await rm(join(place, name), { force: true });
	}
}
async function pidNamespace() {
	return await readlink("/proc/self/ns/pid").catch(() => null);
}
async function readOwner(path) {
	let text;
	try {
		text = await readFile(path, "utf8");
	} catch (error) {
		if (error.code === "ENOENT") return null;
		throw pathError(error, "Reading", path);
	}
	const parsed = ownerSchema.safeParse(fromJson(text));
	if (parsed.success) return parsed.data;
	throw new EtcdMigrateError("run-in-progress", `${path} is a lock that this version of etcd-migrate cannot read, so whether its owner still works here is not known.`, { hint: `Make sure that no run is going on in this directory, then remove ${path}.` });
}
function fromJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// src/platform/journal-file.ts
const what = "The journal";
function createJournalFile(file) {
	const lines = createJsonLines(file, what, (record, last) => numberOf(record) === numberOf(last) + 1);
	return {
		append: (record) => lines.append(record),
		read: () => readJsonLines(file, what)
	};
}
function numberOf(record) {
	const seq = typeof record === "object" && record !== null && "seq" in record ? record.seq : 0;
	return typeof seq === "number" ? seq : 0;
}

// src/engine/bounded.ts
const over = new EtcdMigrateError("member-lost", "The caller does not wait for this any more.");
function interruption(signal) {
	const { reason } = signal;
	if (reason instanceof EtcdMigrateError && (reason.kind === "interrupted" || isUnasked(reason))) return reason;
	return new EtcdMigrateError("interrupted", "The run was interrupted.");
}
function throwIfInterrupted(signal) {
	if (signal.aborted) throw interruption(signal);
}
function isInterruption(error) {
	return error instanceof EtcdMigrateError && (error.kind === "interrupted" || isUnasked(error));
}
function isUnasked(error) {
	return error.details["unasked"] === true;
}
const pieceMs = 500;
const longestTimes = 4;
async function sleepAwake(clock, ms, signal) {
	const end = clock.monotonicUs() + longestTimes * ms * 1e3;
	for (let left = ms; left > 0 && clock.monotonicUs() < end;) {
		const piece = Math.min(left, pieceMs);
		const begun = clock.monotonicUs();
		await clock.sleep(piece, signal);
		const { ms, stoodStill } = awake(clock, begun, piece);
		left = stoodStill ? Math.max(left - ms, pieceMs) : left - ms;
	}
}
function awake(clock, begunUs, askedMs) {
	const passedMs = (clock.monotonicUs() - begunUs) / 1e3;
	const stoodStill = passedMs > askedMs + pieceMs;
	return {
		ms: stoodStill ? askedMs : passedMs,
		stoodStill
	};
}
async function bounded({ clock, signal }, what, limitMs, call) {
	throwIfInterrupted(signal);
	const inner = new AbortController();
	const timer = new AbortController();
	let interrupt;
	try {
		return await Promise.race([
			call(inner.signal),
			new Promise((_, reject) => {
				interrupt = () => reject(interruption(signal));
				signal.addEventListener("abort", interrupt, { once: true });
			}),
			sleepAwake(clock, limitMs, timer.signal).then(() => {
				throw new EtcdMigrateError("member-lost", `${what} has not answered for ${seconds(limitMs)}.`);
			})
		]);
	} finally {
		if (interrupt) signal.removeEventListener("abort", interrupt);
		timer.abort(over);
		inner.abort(over);
	}
}
function waitingTime(clock, limitMs) {
	let [waitedMs, last] = [0, clock.monotonicUs()];
	return () => {
		const now = clock.monotonicUs();
		waitedMs += Math.min((now - last) / 1e3, limitMs / 2);
		last = now;
		return Math.round(waitedMs);
	};
}
function seconds(ms) {
	return ms < 1e4 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms / 1e3)} s`;
}
function elapsedMs(clock, sinceUs) {
	return Math.max(0, Math.round((clock.monotonicUs() - sinceUs) / 1e3));
}
function inOneLine(error) {
	return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").trim();
}

// src/engine/limits.ts
const readLimitMs = 8e3;
const storedMembersLimitMs = 7e4;
const inspectLimitMs = 1e4;
const lookLimitMs = 2 * readLimitMs;
const stageLimitMs = 3e5;
const switchLimitMs = 18e4;
const settleLimitMs = 45e3;
const recoverLimitMs = 2e4;
const contactLimitMs = 3e4;
const leaderMoveLimitMs = 15e3;
const successorLimitMs = 5e3;
const observeLimitMs = 9e5;
const interruptGraceMs = 3e3;
const lastLookMs = 1200;
const restoredGateMs = 6e4;
const raftLagLimit = 1000n;
const sentinelPauseMs = 1e3;
const timelinePauseMs = 1e3;
const timelineLookMs = 2e3;

// src/engine/host.ts
async function lookAtHost(driver, bounds, member, limitMs = inspectLimitMs) {
	try {
		return await bounded(bounds, `The host of ${member.name}`, limitMs, (signal) => driver.inspect(member, signal));
	} catch (error) {
		if (!(error instanceof EtcdMigrateError) || error.code !== "member-lost") throw error;
		const { message, hint } = error;
		throw new EtcdMigrateError("member-lost", message, {
			hint,
			details: {
				...error.details,
				host: member.name
			}
		});
	}
}
function isHostSilent(error) {
	return error instanceof EtcdMigrateError && error.code === "member-lost" && error.details["host"] !== void 0;
}

// src/engine/survey.ts
function seenRunning({ host }) {
	const running = host?.running;
	return !running || running === "nothing" || isFound(running) ? void 0 : running;
}
function runningOn(survey, { name }) {
	const host = survey.members.find(({ member }) => member.name === name)?.host ?? null;
	const deployment = seenRunning({ host });
	return deployment === void 0 ? null : {
		deployment,
		process: host?.process ?? null
	};
}
function isFound(running) {
	return typeof running === "object" && running !== null && "executable" in running;
}
function isSilent({ host, status }) {
	return status === null && host?.running !== "nothing";
}
async function surveyCluster(sight, bounds, members) {
	return assemble(await Promise.all(members.map(async (member) => {
		const [host, status] = await Promise.all([attempt(() => lookAtHost(sight.driver, bounds, member)), readStatus(sight.view, bounds, member)]);
		return surveyOf(member, host, status);
	})));
}
async function surveyStatus(view, bounds, members) {
	const unseen = {
		value: null,
		error: "not looked at"
	};
	return assemble(await Promise.all(members.map(async (member) => surveyOf(member, unseen, await readStatus(view, bounds, member)))));
}
async function asked({ members }, view, bounds, again) {
	return assemble(await Promise.all(members.map(async (each) => {
		if (!again(each.member)) return each;
		const { host, hostError } = each;
		return surveyOf(each.member, {
			value: host,
			error: hostError
		}, await readStatus(view, bounds, each.member));
	})));
}
function quorumOf(voters) {
	return Math.floor(voters / 2) + 1;
}
function highest(numbers, floor) {
	let best = floor;
	for (const number of numbers) if (number > best) best = number;
	return best;
}
async function attempt(call) {
	try {
		return {
			value: await call(),
			error: null
		};
	} catch (error) {
		if (isInterruption(error)) throw error;
		return {
			value: null,
			error: inOneLine(error)
		};
	}
}
function readStatus(view, bounds, member) {
	return attempt(() => bounded(bounds, `Status of ${member.name}`, readLimitMs, (s) => view.status(member, s)));
}
function surveyOf(member, host, status) {
	return {
		member,
		host: host.value,
		hostError: host.error,
		status: status.value,
		statusError: status.error,
		up: status.value !== null && status.value.leaderId !== 0n
	};
}
function assemble(members) {
	return {
		members,
		leader: members.find((candidate) => {
			const id = candidate.status?.memberId;
			if (id === void 0) return false;
			return members.filter((other) => other.status?.leaderId === id).length >= quorumOf(members.length);
		}) ?? null
	};
}

// src/engine/side.ts
function aboutHop(hop, records) {
	return {
		hop,
		lastSwitchIntended: lastSwitchIntended(hop, records),
		brokenBack: brokenBack(hop, records)
	};
}
function sideOf({ hop, members, lastSwitchIntended }) {
	if (hop === void 0) return "unknown";
	if (hop.kind !== "minor") return "before";
	const isNew = (version) => compareLines(lineOf(version), lineOf(hop.to)) >= 0;
	const seen = members.map(({ runs, clusterVersion, isCurrent }) => {
		const reports = clusterVersion === null ? "nothing" : isNew(clusterVersion) ? "new" : "old";
		return {
			line: typeof runs === "string" ? runs : isNew(runs.release) ? "new" : "old",
			reports,
			isCurrent
		};
	});
	if (seen.some(({ reports }) => reports === "new")) return "after";
	if (seen.length > 0 && seen.every(({ line }) => line === "new")) return "after";
	if (seen.some(({ line, reports }) => line === "old" && reports === "old")) return "before";
	const cannotMove = seen.some(({ line }) => line === "old" || line === "nothing");
	const hasNotMoved = seen.some(({ reports, isCurrent }) => reports === "old" && isCurrent);
	if (cannotMove && hasNotMoved) return "before";
	return lastSwitchIntended ? "after" : "unknown";
}
function lastSwitchIntended(hop, records) {
	const last = hop?.steps.findLast(({ step }) => step.kind === "switch-member" && step.purpose === "upgrade");
	if (hop === void 0 || last === void 0) return false;
	let intended = false;
	let before = false;
	for (const record of recordsAbout(last.id, records)) {
		if (record.type === "step-finished") intended = true;
		if (record.type === "member-restored") intended = false;
		if (record.type === "switch-intended") {
			before = intended;
			if (record.to.release === hop.to) intended = true;
		}
		if (record.type === "switch-ended" && record.outcome === "refused") intended = before;
	}
	return intended;
}
function brokenBack(hop, records) {
	const last = records.findLast((record) => record.type === "way-back-broken" && record.hop === hop?.id);
	return last?.type === "way-back-broken" ? last.why : null;
}
async function lookAtSide(sight, bounds, members, about, limitMs = readLimitMs) {
	const [survey, answers, downgrades] = await Promise.all([
		surveyCluster(sight, bounds, members),
		Promise.all(members.map((member) => askVersions(sight.view, bounds, member, limitMs))),
		Promise.all(members.map((member) => askDowngrade(sight.view, bounds, member, limitMs)))
	]);
	const evidence = survey.members.map(({ member, host }, index) => {
		const answer = answers[index] ?? null;
		return {
			name: member.name,
			runs: answer === null ? onHost(host) : { release: answer.server },
			clusterVersion: answer?.cluster ?? null,
			isCurrent: answer?.isCurrent ?? false,
			downgrade: downgradeOf(downgrades[index], answer)
		};
	});
	return {
		side: sideOf({
			...about,
			members: evidence
		}),
		survey,
		members: evidence
	};
}
function onHost(host) {
	if (host === null || host.running === null) return "not-seen";
	if (host.changing !== false) return "changing";
	if (isFound(host.running)) return "not-seen";
	return host.running === "nothing" ? "nothing" : { release: host.running.release };
}
function evidenceInWords(members) {
	if (members.length === 0) return "no member could be looked at";
	return members.map(({ name, runs, clusterVersion, isCurrent }) => {
		if (runs === "not-seen") return `neither the host of ${name} nor etcd on it answered`;
		if (runs === "changing") return `${name} is being switched`;
		if (runs === "nothing") return `${name} has no running process`;
		const what = `${name} runs ${runs.release}`;
		if (clusterVersion === null) return `${what} and reports no cluster version`;
		return `${what} and reports cluster version ${clusterVersion}${isCurrent ? "" : ", which may be out of date"}`;
	}).join("; ");
}
async function askDowngrade(view, bounds, member, limitMs) {
	try {
		return await bounded(bounds, `The downgrade state of ${member.name}`, limitMs, (signal) => view.downgradeEnabled(member, signal));
	} catch (error) {
		if (isInterruption(error)) throw error;
		return;
	}
}
function downgradeOf(enabled, answer) {
	if (enabled === true) return "active";
	if (enabled === false) return "none";
	const isOld = answer !== null && compareLines(lineOf(answer.server), "3.5") < 0;
	return enabled === null && isOld ? "unheard-of" : "not-seen";
}
async function askVersions(view, bounds, member, limitMs) {
	const ask = async (isCurrent) => {
		try {
			const { server, cluster } = await bounded(bounds, `/version of ${member.name}`, limitMs, async (signal) => {
				if (isCurrent) await view.read(member, "linearizable", signal);
				return await view.versions(member, signal);
			});
			const isVersion = (text) => /^\d+\.\d+/.test(text);
			return isVersion(server) ? {
				server,
				cluster: isVersion(cluster) ? cluster : null,
				isCurrent
			} : null;
		} catch (error) {
			if (isInterruption(error)) throw error;
			return null;
		}
	};
	const [current, plain] = await Promise.all([ask(true), ask(false)]);
	return current ?? plain;
}

// src/engine/recover.ts
function recover(raw) {
	const records = validateRecords(raw);
	const [first] = records;
	if (first?.type !== "run-started") throw new EtcdMigrateError("nothing-to-resume", "The journal has no beginning of a run; no cluster was touched.");
	const isWhole = contentDigest(first) === first.content;
	const contradiction = contradictionIn(first.plan) ?? (isWhole ? void 0 : "it, or what its verdict rests on, is not what was journaled");
	if (contradiction !== void 0) throw new EtcdMigrateError("journal-damaged", `The plan in the journal is not the one that the run began with: ${contradiction}. Nothing was changed.`);
	const completed = /* @__PURE__ */ new Set();
	let inFlight;
	let finished;
	let reported;
	for (const record of records) {
		if (record.type === "step-finished" && !isRollBackStep(record.step)) completed.add(record.step);
		for (const id of undoneBy(record, first.plan)) completed.delete(id);
		if (record.type === "switch-intended") inFlight = {
			step: record.step,
			member: record.member,
			to: record.to
		};
		if (record.type === "switch-ended" && record.outcome !== "unknown") inFlight = void 0;
		if (record.type === "run-finished") finished = record;
		if (record.type === "step-started") finished = void 0;
		if (record.type === "run-reported") reported = record.verdict;
	}
	const hop = currentHop(first.plan, completed);
	const about = aboutHop(hop, records);
	return {
		runId: first.runId,
		toolVersion: first.toolVersion,
		mode: first.mode,
		plan: first.plan,
		context: first.context,
		completed,
		...inFlight ? { inFlight } : {},
		side: sideOf({
			...about,
			members: []
		}),
		about,
		...present({ finished: finished?.outcome }),
		isAnswered: finished !== void 0 && isAnswer(finished),
		...present({ reported })
	};
}
function isAnswer({ outcome, code }) {
	if (outcome === "reached-target" || outcome === "rolled-back") return true;
	if (code === void 0 || !Object.hasOwn(failures, code)) return true;
	return code !== "gate-failed" && failures[code].kind === "verdict";
}
function currentHop(plan, completed) {
	const { hops } = plan.upgrade;
	return hops.find((hop) => hop.steps.some(({ id }) => !completed.has(id))) ?? hops.at(-1);
}

// src/platform/last-word.ts
const bytes = 4096;
async function reserveLastWord(file) {
	await overwrite(file, "w", "");
}
async function writeLastWord(file, word) {
	const text = JSON.stringify(word);
	if (Buffer.byteLength(text) > bytes) throw new RangeError(`a last word has at most ${bytes} bytes`);
	await overwrite(file, "r+", text);
}
async function readLastWord(file) {
	try {
		return JSON.parse(await readFile(file, "utf8"));
	} catch {
		return null;
	}
}
async function removeLastWord(file) {
	await rm(file, { force: true });
}
async function overwrite(file, flags, text) {
	try {
		try {
			var _usingCtx$1 = _usingCtx();
			const handle = _usingCtx$1.a(await open(file, flags, 384));
			await handle.write(Buffer.from(text.padEnd(bytes)), 0, bytes, 0);
			await handle.sync();
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		throw pathError(error, "Writing", file);
	}
}

// src/app/run/recovery.ts
const lastWord = strictObject({
	runId: string(),
	verdict: string(),
	why: string()
});
async function recoverRun(directory) {
	const recovery = recover(await createJournalFile(directory.journal).read());
	const word = lastWord.safeParse(await readLastWord(directory.lastWord));
	if (recovery.reported !== void 0 || !word.success || word.data.runId !== recovery.runId) return {
		...recovery,
		untold: null
	};
	return {
		...recovery,
		reported: word.data.verdict,
		untold: word.data.why
	};
}
async function tellUntold(directory, runId, verdict, why) {
	await writeLastWord(directory.lastWord, {
		runId,
		verdict,
		why: why.slice(0, 1e3)
	});
}

// src/app/run/run-context-schema.ts
const amount = number().nonnegative();
const rehearsal = strictObject({
	depth: _enum(depths),
	seed: int(),
	tls: boolean().exactOptional(),
	auth: boolean().exactOptional(),
	workload: strictObject({
		clients: int().positive(),
		rate: number().positive(),
		keys: int().positive(),
		valueBytes: tuple([int().positive(), int().positive()]),
		mix: strictObject({
			put: amount,
			get: amount,
			getSerializable: amount,
			range: amount,
			cas: amount,
			delete: amount
		})
	}),
	thresholds: strictObject({
		longestWriteGapMs: amount,
		longestReadGapMs: amount,
		failedOperations: amount,
		unknownOperations: amount,
		p99Ms: amount.exactOptional()
	}),
	timeLimits: strictObject({
		gateMs: amount,
		soakMs: amount,
		dwellMs: amount,
		totalMs: amount
	})
});
const finding = strictObject({
	id: string(),
	severity: _enum([
		"error",
		"warning",
		"note"
	]),
	message: string(),
	where: strictObject({
		file: string(),
		line: int().exactOptional(),
		column: int().exactOptional()
	}).exactOptional(),
	evidence: string().exactOptional(),
	fix: string().exactOptional(),
	learnMore: string().exactOptional()
});
const runContextSchema = strictObject({
	driver: string(),
	manifest: strictObject({
		name: string(),
		rehearsal
	}),
	assumed: array(string()),
	atBest: _enum([
		"pass",
		"fail",
		"inconclusive"
	]),
	findings: array(finding),
	releases: array(ReportRelease),
	binaries: record(string(), string()),
	tree: array(string()),
	startedAt: datetime(),
	startedAtUs: number()
});
function parseRunContext(value) {
	const parsed = runContextSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new EtcdMigrateError("journal-damaged", `What the journal keeps of the manifest and the releases is damaged: context.${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}. Nothing was changed.`);
}
function driverOf(context) {
	return looseObject({ driver: string() }).safeParse(context).data?.driver;
}

// src/app/shell/output-directory.ts
const SIGNATURE = "Signature: etcd-migrate output directory";
const MARKER_TEXT = `${SIGNATURE}
# etcd-migrate replaces and removes the reports, histories and runs in this directory.
# Without this file it leaves the directory alone.
`;
async function ownOutputDirectory(directory) {
	try {
		await mkdir(directory.path, { recursive: true });
	} catch (error) {
		throw unusable(error, "Making", directory.path);
	}
	await refuseForeignDirectory(directory);
	if (!await isOutputDirectory(directory)) await writeFileAtomic(directory.marker, MARKER_TEXT);
}
async function refuseForeignDirectory(directory) {
	const taken = await namesTaken(directory);
	if (taken.length === 0 || await isOutputDirectory(directory)) return;
	throw new EtcdMigrateError("usage", `${directory.path} has ${taken.join(", ")}, but was not made by etcd-migrate: a run would replace or remove what is not its own.`, { hint: "Name a new or empty directory with --output." });
}
async function isOutputDirectory(directory) {
	try {
		if (!(await lstat(directory.marker)).isFile()) return false;
		return (await readFile(directory.marker, "utf8")).startsWith(SIGNATURE);
	} catch (error) {
		if (error.code === "ENOENT") return false;
		throw unusable(error, "Reading", directory.path);
	}
}
async function namesTaken({ path: _, marker: __, ...files }) {
	return (await Promise.all(Object.values(files).map(async (file) => await exists(file) ? [file] : []))).flat().map((file) => basename(file));
}
async function exists(path) {
	try {
		await lstat(path);
		return true;
	} catch (error) {
		if (error.code === "ENOENT") return false;
		throw unusable(error, "Looking at", dirname(path));
	}
}
function unusable(error, doing, path) {
	if (!["ENOTDIR", "EEXIST"].includes(error.code ?? "")) return pathError(error, doing, path);
	return new EtcdMigrateError("usage", `${path} cannot be the output directory: a file is in its place or above it.`, {
		hint: "Name a directory with --output.",
		cause: error
	});
}

export { seconds as $, leaderMoveLimitMs as A, storedMembersLimitMs as B, surveyStatus as C, inspectLimitMs as D, contactLimitMs as E, recoverLimitMs as F, awake as G, switchLimitMs as H, restoredGateMs as I, inOneLine as J, bounded as K, sentinelPauseMs as L, observeLimitMs as M, raftLagLimit as N, interruptGraceMs as O, readLimitMs as P, over as Q, settleLimitMs as R, surveyCluster as S, lookAtHost as T, timelineLookMs as U, successorLimitMs as V, timelinePauseMs as W, isInterruption as X, interruption as Y, isUnasked as Z, isFound as _, parseRunContext as a, ownerInWords as at, runningOn as b, removeLastWord as c, aboutHop as d, throwIfInterrupted as et, evidenceInWords as f, highest as g, asked as h, driverOf as i, lookAtLock as it, lookLimitMs as j, lastLookMs as k, reserveLastWord as l, sideOf as m, ownOutputDirectory as n, createJournalFile as nt, recoverRun as o, lookAtSide as p, elapsedMs as q, refuseForeignDirectory as r, lockDirectory as rt, tellUntold as s, isOutputDirectory as t, waitingTime as tt, currentHop as u, isSilent as v, isHostSilent as w, seenRunning as x, quorumOf as y, stageLimitMs as z };