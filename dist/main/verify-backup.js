import { r as readHistory, t as addToHistory } from "./history.js";
import { t as EtcdMigrateError } from "./errors.js";
import { i as etcdCallError, n as answerTo, t as Refusal } from "./errors2.js";
import { a as connectMember, f as readStatus, l as readHashKv, s as readAlarms } from "./member-access.js";
import { a as trendOf, l as linkOf, n as backupReport, o as findBackupFiles, r as proofRecords, t as saidOf, u as verdictOfChain } from "./said.js";
import { a as digestOfUsers, i as digestOfRoles, m as requireUnchanged, n as takeFromCluster, o as PrefixDigests, r as proveFile, t as lookAtLiveCluster } from "./live.js";
import { o as lineOf, r as highestOf } from "./version.js";
import { a as refusedRestoreOf, h as duration, o as restoresWatchSafe, t as expectationOf } from "./lookups.js";
import { t as _usingCtx } from "./usingCtx.js";
import { A as addAdministrator, D as runPaths, S as makeRunDirectory, s as removeRun, t as runTool } from "./tool.js";
import { r as createApplicationClient } from "./stalls.js";
import { n as checks, r as watchFromCompacted, t as runChecks } from "./run.js";
import { t as exitCodeOfVerdict } from "./overall.js";
import { n as systemClock } from "./clock.js";
import { b as pathError, w as writeFileAtomic } from "./own-places.js";
import { t as createRandom } from "./random.js";
import { n as ownOutputDirectory, rt as lockDirectory, t as isOutputDirectory } from "./output-directory.js";
import { t as present } from "./present.js";
import { _ as requireAsVerified, f as chooseDriver, h as openSource } from "./undoing.js";
import { n as writeReports, t as sayReport } from "./report-files.js";
import { n as removeDeadRuns, t as earlierRun } from "./dead-runs.js";
import { n as runDirectory, r as openTools } from "./run-directory.js";
import { t as newRunId } from "./run-id.js";
import { c as run } from "./plan-schema.js";
import { t as removeOlderBackups } from "./older.js";
import { n as errorReport, t as asKnownError } from "./report-error.js";
import { t as loadCatalog } from "./load.js";
import { n as openReleaseStore, r as reportRelease } from "./release-supply.js";
import { r as sameForAll } from "./channels.js";
import { r as settleWishes, t as askedOf } from "./wishes.js";
import { join, relative, resolve } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";

// src/etcd/contents.ts
const deadlineMs = 6e4;
const everything = Buffer.from([0]);
async function countKeys(client, member, { revision, prefix = Buffer.alloc(0) }, signal) {
	const { count } = await call$1(client, member, "A counting range", "KV", "range", {
		...rangeOf(prefix),
		revision: revision.toString(),
		count_only: true,
		serializable: true
	}, signal);
	return Number(count);
}
async function readKey(client, member, { key, revision }, signal) {
	const { kvs } = await call$1(client, member, "A range", "KV", "range", {
		key,
		revision: revision.toString(),
		serializable: true
	}, signal);
	const [found] = kvs;
	return found && {
		modRevision: BigInt(found.mod_revision),
		value: found.value
	};
}
async function* readRange(client, member, { prefix, revision, pageKeys }, signal) {
	const range = rangeOf(prefix);
	for (let from = range.key;;) {
		const { kvs, more } = await call$1(client, member, "A range", "KV", "range", {
			...range,
			key: from,
			revision: revision.toString(),
			limit: pageKeys,
			serializable: true
		}, signal);
		for (const pair of kvs) yield servedKey(pair);
		const last = kvs.at(-1);
		if (!more) return;
		if (last === void 0 || Buffer.compare(last.key, from) < 0) throw new EtcdMigrateError("etcd-refused", `${member.name} says that more keys follow, and shows none.`, { details: { class: "corrupt" } });
		from = Buffer.concat([last.key, Buffer.of(0)]);
	}
}
function servedKey({ key, value, create_revision, mod_revision, version, lease }) {
	return {
		key,
		value,
		version: BigInt(version),
		lease: lease === "0" ? void 0 : hexadecimal(lease),
		createRevision: BigInt(create_revision),
		modRevision: BigInt(mod_revision)
	};
}
async function listLeases(client, member, signal) {
	const { leases } = await call$1(client, member, "LeaseLeases", "Lease", "leaseLeases", {}, signal);
	return leases.map(({ ID }) => hexadecimal(ID)).sort();
}
function hexadecimal(id) {
	return BigInt.asUintN(64, BigInt(id)).toString(16);
}
async function listUsers(client, member, signal) {
	const ask = (method, request) => call$1(client, member, "Reading users", "Auth", method, request, signal);
	const found = [];
	for (const name of (await ask("userList", {})).users) found.push({
		name,
		roles: (await ask("userGet", { name })).roles
	});
	return found;
}
async function listRoles(client, member, signal) {
	const ask = (method, request) => call$1(client, member, "Reading roles", "Auth", method, request, signal);
	const found = [];
	for (const name of (await ask("roleList", {})).roles) {
		const { perm } = await ask("roleGet", { role: name });
		found.push({
			name,
			grants: perm.map(({ permType, key, range_end }) => ({
				permission: permType.toUpperCase(),
				key,
				rangeEnd: range_end
			}))
		});
	}
	return found;
}
function rangeOf(prefix) {
	return prefix.length === 0 ? {
		key: everything,
		range_end: everything
	} : {
		key: prefix,
		range_end: endOf(prefix)
	};
}
function endOf(prefix) {
	const last = prefix.findLastIndex((byte) => byte !== 255);
	if (last < 0) return everything;
	const end = Buffer.from(prefix.subarray(0, last + 1));
	end[last] = end[last] + 1;
	return end;
}
async function call$1(client, member, name, service, method, request, signal) {
	try {
		return await client.unary(service, method, request, {
			deadlineMs,
			signal
		});
	} catch (error) {
		signal?.throwIfAborted();
		throw etcdCallError(`${name} of ${member.name} at ${member.clientUrl}`, error);
	}
}

// src/backup/expectations.ts
async function meetExpectations({ keySpace }, cluster, { keys, test }, signal) {
	const [member] = cluster.members;
	if (member === void 0) throw new Error("a restored cluster without members");
	const wrong = [];
	const seen = [];
	const revision = BigInt(keySpace.revision);
	const client = connectMember(member.clientUrl, cluster.credentials);
	try {
		for (const expected of keys) {
			if ("key" in expected) {
				const objection = objectionTo(expected, (await readKey(client, member, {
					key: Buffer.from(expected.key),
					revision
				}, signal))?.value);
				if (objection !== void 0) wrong.push(objection);
				else seen.push(`${expected.key} is there${expected.matches === void 0 ? "" : ", with a value as expected"}`);
				continue;
			}
			const { prefix, atLeast, atMost } = expected;
			const there = await countKeys(client, member, {
				revision,
				prefix: Buffer.from(prefix)
			}, signal);
			if (there < atLeast) wrong.push(`${there} keys below ${prefix}; at least ${atLeast} are expected`);
			else if (there > atMost) wrong.push(`${there} keys below ${prefix}; at most ${atMost} are expected`);
			else seen.push(`${there} keys below ${prefix}, as expected`);
		}
	} finally {
		client.close();
	}
	if (wrong.length > 0 || test === void 0) return {
		wrong,
		seen,
		code: "backup-unexpected-keys"
	};
	const { ok, ended } = await test(cluster);
	const code = "backup-test-failed";
	return ok ? {
		wrong,
		seen: [...seen, ended],
		code
	} : {
		wrong: [ended],
		seen,
		code
	};
}
function objectionTo({ key, matches }, value) {
	if (value === void 0) return `${key} is not there`;
	if (matches === void 0) return void 0;
	const found = matchWithin(matches, value.toString());
	if (found === void 0) return `the value of ${key} could not be compared with \`matches\` within ${matchLimitMs} ms`;
	return found ? void 0 : `the value of ${key} is not as its \`matches\` says`;
}
const matchLimitMs = 5e3;
function matchWithin(pattern, text) {
	try {
		return runInNewContext("new RegExp(pattern, \"u\").test(text)", {
			pattern,
			text
		}, { timeout: matchLimitMs });
	} catch (error) {
		if (error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return void 0;
		throw error;
	}
}

// src/backup/content-link.ts
const countedPrefixes = 20;
async function proveContent(facts, cluster, { clock, startedUs, expect, signal }) {
	const beginUs = clock.monotonicUs();
	const wrong = [];
	const seen = [];
	for (const member of cluster.members) {
		const client = connectMember(member.clientUrl, cluster.credentials);
		try {
			const agedSeconds = () => (clock.monotonicUs() - startedUs) / 1e6;
			for (const { what, take } of looksAt(facts, client, member, agedSeconds, signal)) {
				const compared = await answerTo(take());
				if (compared instanceof Refusal) {
					wrong.push(`${member.name} does not serve what the file holds: ${what}: ${compared.words}`);
					continue;
				}
				for (const { what, expected, found } of compared) if (expected === found) seen.push(`${member.name}: ${what} ${found}`);
				else wrong.push(`${member.name}: ${what} is ${found}; the file says ${expected}`);
			}
		} finally {
			client.close();
		}
	}
	const durationMs = () => (clock.monotonicUs() - beginUs) / 1e3;
	if (wrong.length > 0) return linkOf("content", {
		wrong,
		seen,
		code: "backup-content-differs"
	}, durationMs());
	const met = await meetExpectations(facts, cluster, expect, signal);
	return linkOf("content", {
		...met,
		seen: [...seen, ...met.seen]
	}, durationMs());
}
function looksAt(facts, client, member, agedSeconds, signal) {
	const { keySpace, auth, compactRevision } = facts;
	const revision = BigInt(keySpace.revision);
	const one = (what, expected, found) => ({
		what,
		take: async () => [{
			what,
			expected,
			found: await found()
		}]
	});
	return [
		{
			what: "leases",
			take: async () => {
				const there = new Set(await listLeases(client, member, signal));
				const known = new Set(facts.leases.map(({ id }) => id));
				const aged = agedSeconds();
				const strange = [...there].filter((id) => !known.has(id)).length;
				const missing = facts.leases.filter(({ id, ttlSeconds }) => ttlSeconds > aged && !there.has(id)).length;
				return [{
					what: "number of leases that the file has not",
					expected: "0",
					found: String(strange)
				}, {
					what: `number of the file's ${known.size} leases that are missing`,
					expected: "0",
					found: String(missing)
				}];
			}
		},
		{
			what: `HashKV at revision ${revision}`,
			take: async () => {
				const served = await readHashKv(client, member, revision, signal);
				return [{
					what: `HashKV at revision ${revision}`,
					expected: String(keySpace.hash),
					found: String(served.hash)
				}, {
					what: "compact revision",
					expected: String(compactRevision),
					found: String(served.compactRevision)
				}];
			}
		},
		one("number of keys", String(keySpace.keys), async () => String(await countKeys(client, member, { revision }, signal))),
		one("number of the largest prefixes with another count", "0", async () => String(await differingPrefixes(facts, client, member, signal))),
		...digestsOf(facts, client, member, signal),
		one(`number of ${keySpace.sample.length} sampled keys with another value`, "0", async () => String(await differingSamples(facts, client, member, signal))),
		one("number of alarms", String(facts.alarms), async () => String((await readAlarms(client, member, signal)).length)),
		one("users", sameAs(auth.users, "names and roles", true), async () => {
			const served = await listUsers(client, member, signal);
			return sameAs(served, "names and roles", digestOfUsers(served) === digestOfUsers(auth.users));
		}),
		one("roles", sameAs(auth.roles, "names and permissions", true), async () => {
			const served = await listRoles(client, member, signal);
			return sameAs(served, "names and permissions", digestOfRoles(served) === digestOfRoles(auth.roles));
		})
	];
}
function sameAs({ length }, by, same) {
	return `${length}, by ${same ? "the same" : "other"} ${by}`;
}
async function differingPrefixes({ keySpace }, client, member, signal) {
	const groups = keySpace.keysByPrefix;
	const asked = groups.filter(([name]) => name !== "" && !name.includes("�")).slice(0, countedPrefixes);
	let differing = 0;
	for (const [name] of asked) {
		const expected = groups.reduce((sum, [other, keys]) => other.startsWith(name) ? sum + keys : sum, 0);
		const range = {
			revision: BigInt(keySpace.revision),
			prefix: Buffer.from(name)
		};
		if (await countKeys(client, member, range, signal) !== expected) differing++;
	}
	return differing;
}
function digestsOf({ keySpace }, client, member, signal) {
	const { digested, digests: held, keysByPrefix } = keySpace;
	if (digested.length === 0) return [];
	const digestedPrefixes = [...held.prefixes];
	const what = `number of prefixes with another digest of their keys (${`${digestedPrefixes.length} of ${keysByPrefix.length} compared`})`;
	const take = async () => {
		const differing = /* @__PURE__ */ new Set();
		for (const range of digested) {
			const served = new PrefixDigests();
			const asked = {
				...range,
				prefix: Buffer.from(range.prefix),
				revision: BigInt(keySpace.revision)
			};
			for await (const pair of readRange(client, member, asked, signal)) served.add(keySpace.prefixes.of(pair.key), pair);
			const inRange = digestedPrefixes.filter((prefix) => prefix.startsWith(range.prefix));
			for (const prefix of [...inRange, ...served.prefixes]) if (served.of(prefix) !== held.of(prefix)) differing.add(prefix);
		}
		return [{
			what,
			expected: "0",
			found: String(differing.size)
		}];
	};
	return [{
		what,
		take
	}];
}
async function differingSamples({ keySpace }, client, member, signal) {
	let differing = 0;
	for (const { key, modRevision, valueSha256 } of keySpace.sample) {
		const found = await readKey(client, member, {
			key,
			revision: BigInt(keySpace.revision)
		}, signal);
		const digest = found && createHash("sha256").update(found.value).digest("hex");
		if (found?.modRevision !== BigInt(modRevision) || digest !== valueSha256) differing++;
	}
	return differing;
}

// src/backup/restore-link.ts
const ofTheBackup = /* @__PURE__ */ new Set(["restore-failed", "member-start-failed"]);
async function attemptRestore(request, restore, signal) {
	try {
		return await restore(request, signal);
	} catch (error) {
		if (error instanceof EtcdMigrateError && ofTheBackup.has(error.code)) return error;
		throw error;
	}
}
async function proveRestore(request, outcome, options) {
	const { clock, startedUs, refusalOf, progress } = options;
	const linkOf = (verdict, evidence, failureReason) => ({
		name: "restore",
		verdict,
		evidence,
		failureReason,
		durationMs: (clock.monotonicUs() - startedUs) / 1e3
	});
	if (outcome instanceof EtcdMigrateError) {
		const known = refusalOf(request.release);
		return {
			cluster: null,
			link: linkOf("fail", [outcome.message, ...known === void 0 ? [] : [`${known.knownAs}: ${known.remedy}`]], outcome.code)
		};
	}
	const { madeBy } = options;
	const seen = [inWords$1(request, outcome), ...madeBy === void 0 || madeBy === request.release ? [] : [`etcd ${madeBy} had written it`]];
	try {
		for (const release of options.others) {
			progress(`restoring it with etcd ${release}`);
			const other = await tryOther({
				...request,
				release,
				atOnce: 1
			}, options);
			if (other.wrong !== void 0) {
				await outcome[Symbol.asyncDispose]();
				return {
					cluster: null,
					link: linkOf("fail", [other.wrong.why, ...seen], other.wrong.code)
				};
			}
			seen.push(other.seen);
		}
	} catch (error) {
		await outcome[Symbol.asyncDispose]();
		throw error;
	}
	return {
		cluster: outcome,
		link: linkOf("pass", seen, null)
	};
}
async function tryOther(request, { clock, restore, refusalOf, compare, signal }) {
	try {
		var _usingCtx$6 = _usingCtx();
		const startedUs = clock.monotonicUs();
		const outcome = await attemptRestore(request, restore, signal);
		const known = refusalOf(request.release);
		if (outcome instanceof EtcdMigrateError) {
			if (known !== void 0 && new RegExp(known.pattern).test(outcome.message)) return { seen: `etcd ${request.release} refuses it, as expected (${known.knownAs}): ${known.remedy}` };
			return { wrong: {
				why: outcome.message,
				code: outcome.code
			} };
		}
		const cluster = _usingCtx$6.a(outcome);
		const [why] = await compare(cluster, startedUs);
		if (why !== void 0) return { wrong: {
			why: `with etcd ${request.release}: ${why}`,
			code: "backup-content-differs"
		} };
		const surprise = known === void 0 ? "" : `, although ${known.knownAs} says that it cannot`;
		return { seen: `${inWords$1(request, cluster)}, with the same content${surprise}` };
	} catch (_) {
		_usingCtx$6.e = _;
	} finally {
		await _usingCtx$6.d();
	}
}
function inWords$1({ voters, release }, { restoreMs, startMs }) {
	return `restored for ${voters === 1 ? "one member" : `${voters} members`} by the tool of ${release} in ${duration(restoreMs)}, served by etcd ${release} after ${duration(startMs)} more`;
}

// src/backup/restore-ahead.ts
function restoringAhead(request, tools) {
	const stop = new AbortController();
	const signal = tools.signal === void 0 ? stop.signal : AbortSignal.any([stop.signal, tools.signal]);
	let work;
	let taken = false;
	const restore = async (early, skipHashCheck) => {
		const line = lineThatWrote(early);
		const release = request.release ?? await tools.releaseFor(requireLine(line, request.path), request.madeBy, signal);
		const restoring = {
			snapshot: request.path,
			release,
			voters: request.voters,
			skipHashCheck,
			atOnce: request.otherReleases.some((other) => other !== release) ? 2 : 1,
			auth: early.auth.enabled,
			databaseBytes: early.databaseBytes
		};
		return {
			restoring,
			startedUs: tools.clock.monotonicUs(),
			outcome: await attemptRestore(restoring, tools.restore, signal)
		};
	};
	return {
		begin: (early, skipHashCheck) => {
			work ??= restore(early, skipHashCheck);
			work.catch(() => void 0);
		},
		end: async () => {
			if (work === void 0) throw new EtcdMigrateError("internal-error", "A restore was waited for that never began.");
			const done = await work;
			taken = true;
			return done;
		},
		[Symbol.asyncDispose]: async () => {
			if (taken) return;
			stop.abort(new EtcdMigrateError("interrupted", "The restore is not needed any more."));
			const done = await work?.catch(() => void 0);
			if (done !== void 0 && !(done.outcome instanceof EtcdMigrateError)) await done.outcome[Symbol.asyncDispose]();
		}
	};
}
function lineThatWrote({ storageVersion, clusterVersion }) {
	const version = storageVersion ?? clusterVersion;
	return version === null ? void 0 : lineOf(version);
}
function requireLine(line, path) {
	if (line !== void 0) return line;
	throw new EtcdMigrateError("usage", `${path} does not say which etcd wrote it: the store has no version yet.`, { hint: "Name the release with --release." });
}

// src/backup/time-link.ts
function proveTime({ fetchMs = null, restoreMs, startMs }, taken, policy, nowMs) {
	const totalMs = (fetchMs ?? 0) + restoreMs + startMs;
	const rto = {
		fetchMs,
		restoreMs,
		startMs,
		totalMs,
		limitMs: policy.rtoMs ?? null
	};
	const fetched = fetchMs === null ? "" : `${duration(fetchMs)} to bring it here, `;
	const rpo = {
		ageMs: ageAt(nowMs, taken.wallMs),
		by: taken.by,
		limitMs: policy.rpoMs ?? null
	};
	const told = [`recovery takes ${duration(totalMs)}: ${fetched}${duration(restoreMs)} to restore, ${duration(startMs)} to start`, ageOf(rpo)];
	const broken = tooOldOrSlow(rpo, rto);
	return {
		rpo,
		rto,
		link: {
			name: "time",
			verdict: broken?.verdict ?? "pass",
			evidence: [...broken ? [broken.why] : [], ...told],
			failureReason: broken?.reason ?? null,
			durationMs: 0
		}
	};
}
function tooOldOrSlow(rpo, rto) {
	if (rpo.limitMs !== null && rpo.ageMs > rpo.limitMs) return {
		verdict: "fail",
		reason: "backup-stale",
		why: `its data are ${duration(rpo.ageMs)} old; policy allows ${duration(rpo.limitMs)}`
	};
	if (rto.limitMs !== null && rto.totalMs > rto.limitMs) return {
		verdict: "fail",
		reason: "restore-too-slow",
		why: `a recovery takes ${duration(rto.totalMs)}; policy allows ${duration(rto.limitMs)}`
	};
	if (rpo.ageMs < 0 || rpo.limitMs !== null && rpo.by === "file-time") return {
		verdict: "inconclusive",
		reason: "backup-age-unknown",
		why: rpo.ageMs < 0 ? `its time is ${duration(-rpo.ageMs)} in the future, so nobody can say how old its data are` : `only the file's own time says that its data are ${duration(rpo.ageMs)} old, and a copy renews that`
	};
}
function ageAt(nowMs, takenMs) {
	const ageMs = nowMs - takenMs;
	return ageMs < 0 && ageMs > -6e4 ? 0 : ageMs;
}
function ageOf({ ageMs, by }) {
	if (ageMs < 0) return "its time is later than now";
	if (by === "recorded") return `its data are ${duration(ageMs)} old`;
	return `its data are at least ${duration(ageMs)} old, by the time of the file`;
}

// src/backup/watch-safe.ts
const answerMs = 3e4;
async function lookWatchSafe({ keySpace }, cluster, bumpRevision, { clock, signal }) {
	const wrong = [];
	const known = BigInt(keySpace.revision);
	const raised = BigInt(keySpace.newestEntry) + bumpRevision;
	for (const member of cluster.members) try {
		var _usingCtx$5 = _usingCtx();
		const client = connectMember(member.clientUrl, cluster.credentials);
		const application = _usingCtx$5.a(createApplicationClient([{
			member: member.name,
			url: member.clientUrl
		}], cluster.credentials, `watch-safe-${member.name}`));
		try {
			const say = (what) => wrong.push(`${member.name}: ${what}`);
			const { revision } = await readStatus(client, member, signal);
			if (revision < raised) say(`its revision after a watch-safe restore is ${revision}, not ${raised}`);
			const read = await answerTo(countKeys(client, member, { revision: known }, signal));
			if (!(read instanceof Refusal)) say(`a read at the old revision ${known} was answered`);
			else if (read.class !== "compacted") say(`a read at the old revision ${known}: ${read.words}`);
			if (revision >= raised) {
				const watching = watchFromCompacted(application.pool, keySpace.sample[0]?.key ?? Buffer.from([0]), known + 1n);
				const what = `a watch from revision ${known + 1n}`;
				const answer = await answerTo(within(watching, clock, signal).catch((error) => {
					signal?.throwIfAborted();
					throw etcdCallError(`${what} through ${member.name}`, error);
				}));
				if (answer instanceof Refusal) say(answer.words);
				else if (answer === void 0) say(`${what} was not told within ${answerMs} ms that it is gone`);
				else if (answer.told !== "compacted" || answer.compactRevision < known) say(`${what} got ${JSON.stringify(answer, bigintsAsText)}`);
			}
			const keys = await answerTo(countKeys(client, member, { revision: raised }, signal));
			if (keys instanceof Refusal) say(`a new list after a watch-safe restore: ${keys.words}`);
			else if (keys !== keySpace.keys) say(`a new list after a watch-safe restore has ${keys} keys; the file has ${keySpace.keys}`);
		} finally {
			client.close();
		}
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
	return {
		wrong,
		seen: wrong.length > 0 ? [] : [`restored with its revision raised by ${bumpRevision}: a watch and a read at revision ${known} are told "compacted", and a new list has all ${keySpace.keys} keys`]
	};
}
async function within(work, clock, signal) {
	const done = new AbortController();
	const ending = signal === void 0 ? done.signal : AbortSignal.any([done.signal, signal]);
	const late = clock.sleep(answerMs, ending).then(() => void 0);
	late.catch(() => void 0);
	try {
		return await Promise.race([work, late]);
	} finally {
		done.abort();
		work.catch(() => void 0);
	}
}
function bigintsAsText(_key, value) {
	return typeof value === "bigint" ? value.toString() : value;
}

// src/backup/use-link.ts
async function proveUse(facts, request, cluster, options) {
	const { clock } = options;
	const startUs = clock.monotonicUs();
	const wrong = [];
	const seen = [];
	await tryAll(request, cluster, options, wrong, seen);
	if (wrong.length > 0 && facts.alarms > 0) wrong.unshift(`the backup carries ${facts.alarms === 1 ? "an alarm" : `${facts.alarms} alarms`}, so that a restored cluster refuses writes until somebody compacts, defragments and disarms (\`etcdctl alarm disarm\`)`);
	await cluster[Symbol.asyncDispose]();
	if (options.watchSafe) {
		options.progress("restoring it once more, for clients that watch");
		const outcome = await attemptRestore({
			...request,
			atOnce: 1,
			bumpRevision
		}, options.restore, options.signal);
		if (outcome instanceof EtcdMigrateError) wrong.push(`restored once more, for clients that watch: ${outcome.message}`);
		else try {
			var _usingCtx$4 = _usingCtx();
			const second = _usingCtx$4.a(outcome);
			const found = await lookWatchSafe(facts, second, bumpRevision, options);
			wrong.push(...found.wrong);
			seen.push(...found.seen);
		} catch (_) {
			_usingCtx$4.e = _;
		} finally {
			await _usingCtx$4.d();
		}
	} else seen.push(`the tool of ${request.release} cannot raise the revision: restart every client that watches after a restore`);
	return linkOf("use", {
		wrong,
		seen,
		code: "check-failed"
	}, (clock.monotonicUs() - startUs) / 1e3);
}
const bumpRevision = 1000000000n;
async function tryAll({ release, auth, databaseBytes }, cluster, { tryUse, progress, signal }, wrong, seen) {
	const [via] = cluster.members;
	if (via === void 0) throw new Error("a restored cluster without members");
	let { credentials } = cluster;
	if (auth) {
		const user = {
			name: `etcd-migrate-${randomBytes(6).toString("hex")}`,
			password: randomBytes(24).toString("base64url")
		};
		const added = await answerTo(addAdministrator(via, cluster.credentials, user, signal));
		if (added instanceof Refusal) {
			wrong.push(`a user for the checks could not be added: ${added.words}`);
			return;
		}
		credentials = {
			...cluster.anonymous,
			user
		};
	}
	progress("using it as applications do");
	const members = cluster.members.map(({ name, clientUrl }) => ({
		name,
		clientUrl,
		release
	}));
	const results = await tryUse.run({
		members,
		credentials,
		state: `restored by ${release}`,
		databaseBytes
	}, signal);
	for (const { name } of members) {
		const missing = tryUse.checks.filter((id) => !results.some((each) => each.member === name && each.check === id));
		if (missing.length > 0) wrong.push(`${name}: no result of ${missing.join(", ")}`);
	}
	wrong.push(...results.filter(({ ok }) => !ok).map(inWords));
	const ok = results.filter((result) => result.ok).length;
	seen.push(`${ok} of ${results.length} checks of reads, writes, watches, leases, locks and login behave as on ${release}`);
}
function inWords({ check, member, expected, seen, error }) {
	return `${member}: check ${check}: expected ${expected}, saw ${error === void 0 ? seen : `${seen}: ${error}`}`;
}

// src/backup/prove.ts
async function proveBackup(request, tools) {
	try {
		var _usingCtx$3 = _usingCtx();
		const { clock, signal } = tools;
		const ahead = _usingCtx$3.a(restoringAhead(request, tools));
		const file = await proveFile(request.path, {
			clock,
			expected: request.expected,
			progress: tools.progress,
			signal,
			clusterId: request.clusterId,
			live: request.live,
			rpoRevisions: request.policy.rpoRevisions,
			hashFits: (early) => ahead.begin(early, false)
		});
		tools.ended(file.link);
		const chain = {
			links: [file.link],
			release: null,
			rpo: null,
			rto: null
		};
		if (file.link.verdict !== "fail" && file.facts !== null) {
			try {
				await proveFurther(chain, {
					file,
					facts: file.facts
				}, ahead, request, tools);
			} catch (error) {
				signal?.throwIfAborted();
				await requireUnchanged(request.path, file.identity);
				throw error;
			}
			await requireUnchanged(request.path, file.identity);
		}
		const { path, takenAt, expected } = request;
		const { bytes, sha256, facts } = file;
		return {
			path,
			bytes,
			sha256,
			facts,
			clusterId: expected?.clusterId ?? null,
			takenAt: takenAt?.by === "recorded" ? takenAt.wallMs : null,
			...chain,
			...verdictOfChain(chain.links)
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
async function proveFurther(chain, { file, facts }, ahead, request, tools) {
	try {
		var _usingCtx3 = _usingCtx();
		const { clock, signal } = tools;
		const add = (link) => {
			chain.links.push(link);
			tools.ended(link);
			return link.verdict !== "fail";
		};
		ahead.begin(facts, true);
		tools.progress("restoring it");
		const { restoring, startedUs, outcome } = await ahead.end();
		const { release } = restoring;
		chain.release = release;
		const content = (cluster, since, expect) => proveContent(facts, cluster, {
			clock,
			startedUs: since,
			expect,
			signal
		});
		const line = lineThatWrote(facts);
		const restored = await proveRestore(restoring, outcome, {
			...tools,
			startedUs,
			madeBy: request.madeBy,
			others: request.otherReleases.filter((other) => other !== release),
			refusalOf: (by) => line === void 0 ? void 0 : tools.refusalOf(line, by),
			compare: async (cluster, since) => {
				const { verdict, evidence } = await content(cluster, since, { keys: [] });
				return verdict === "pass" ? [] : evidence;
			}
		});
		if (!add(restored.link) || restored.cluster === null) return;
		const cluster = _usingCtx3.a(restored.cluster);
		const { restoreMs, startMs } = cluster;
		tools.progress("comparing what it serves with the file");
		if (!add(await content(cluster, startedUs, request.expect))) return;
		const watchSafe = tools.restoresWatchSafe(release);
		if (!add(await proveUse(facts, restoring, cluster, {
			...tools,
			watchSafe
		}))) return;
		const taken = request.takenAt ?? {
			wallMs: file.modifiedMs,
			by: "file-time"
		};
		const { fetchMs } = request;
		const { link, rpo, rto } = proveTime({
			fetchMs,
			restoreMs,
			startMs
		}, taken, request.policy, clock.wallMs());
		add(link);
		chain.rpo = rpo;
		chain.rto = rto;
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}

// src/drivers/workspace.ts
async function openWorkspace(stateDir, runId) {
	const paths = runPaths(stateDir, runId);
	await makeRunDirectory(paths);
	return {
		directory: paths.directory,
		run: (command, options) => runTool(paths, paths.tool, command, options),
		[Symbol.asyncDispose]: () => removeRun(stateDir, runId)
	};
}

// src/app/backups/own-command.ts
const lastLines = 20;
async function runOwnCommand({ command: [command = "", ...args], cwd, variables = {}, without, timeoutMs, says, workspace }, { environment, signal, redactor }, { progress }) {
	const inherited = Object.entries(environment).filter(([name]) => without === void 0 || !name.startsWith(without));
	const lines = [];
	const options = {
		cwd,
		env: Object.fromEntries([...inherited, ...Object.entries(variables)].filter((entry) => entry[1] !== void 0)),
		timeoutMs,
		signal,
		anyExitCode: true,
		onLine: (line) => {
			const shown = redactor.text(line);
			progress.now(`${says}: ${shown}`);
			lines.push(shown);
			if (lines.length > lastLines) lines.shift();
		}
	};
	const { exitCode } = await (workspace === void 0 ? run(command, args, options) : workspace.run([command, ...args], options));
	const ended = exitCode === null ? "was killed by a signal" : `ended with exit code ${exitCode}`;
	return {
		ok: exitCode === 0,
		ended,
		lines
	};
}

// src/app/backups/fetch.ts
const limitMs$2 = 864e5;
async function fetchBackups([command = "", ...args], directory, surroundings, tools) {
	const workspace = await openWorkspace(directory.path, newRunId(tools.clock));
	const fetched = join(workspace.directory, "fetched");
	const remove = () => workspace[Symbol.asyncDispose]();
	try {
		await mkdir(fetched, { mode: 448 });
		tools.progress.now(`bringing the backups: ${command}`);
		const beginUs = tools.clock.monotonicUs();
		const { ok, ended, lines } = await runOwnCommand({
			command: [command, ...args],
			cwd: fetched,
			timeoutMs: limitMs$2,
			says: "bringing the backups",
			workspace
		}, surroundings, tools);
		const fetchMs = (tools.clock.monotonicUs() - beginUs) / 1e3;
		if (ok) return {
			directory: fetched,
			fetchMs,
			[Symbol.asyncDispose]: remove
		};
		const words = lines.length === 0 ? "It printed nothing." : `Its last lines:\n${lines.join("\n")}`;
		throw new EtcdMigrateError("tool-failed", `${command} of \`backups.fetch\` ${ended}; what it had brought was removed. ${words}`, { hint: "Correct `backups.fetch`, or what it needs in the environment." });
	} catch (error) {
		await remove();
		throw pathError(error, "Making", fetched);
	}
}

// src/app/backups/fresh.ts
async function takeFresh({ take, connection, baseDir, cluster = "etcd" }, surroundings, tools) {
	if (take === void 0) return void 0;
	if (connection === void 0) throw new EtcdMigrateError("internal-error", "A manifest with `backups.take` was let through without `connection`.");
	const at = new Date(tools.clock.wallMs()).toISOString().replace(/[-:.]/g, "");
	const path = join(resolve(baseDir, take.directory), `${cluster}-${at}.db`);
	const { clusterId } = await takeFromCluster(connection, baseDir, path, surroundings, tools);
	return {
		file: {
			path: await realpath(path),
			shown: relative(baseDir, path)
		},
		clusterId
	};
}
async function removeOlder({ file, clusterId }, proven, { take }, tools) {
	const passed = proven.some(({ proof }) => !(proof instanceof EtcdMigrateError) && proof.path === file.path && proof.verdict === "pass");
	if (take?.keep !== void 0 && passed) await removeOlderBackups(file.path, clusterId, take.keep, tools);
}

// src/app/backups/notify.ts
const limitMs$1 = 3e5;
async function notifying(notice, surroundings, tools, work) {
	if (notice === void 0) return work();
	let report;
	try {
		report = await work();
	} catch (error) {
		const known = asKnownError(error);
		if (!surroundings.signal.aborted) await call(surroundings.redactor.report(errorReport(known, "verify-backup")), "", notice, surroundings, tools);
		throw error;
	}
	if (report.verdict !== "pass") await call(report, notice.reportJson, notice, surroundings, tools);
	return report;
}
async function call({ verdict, failureReason, reason }, reportJson, { command, cwd }, surroundings, tools) {
	const variables = {
		ETCD_MIGRATE_VERDICT: verdict,
		ETCD_MIGRATE_FAILURE_REASON: failureReason ?? "",
		ETCD_MIGRATE_REASON: reason,
		ETCD_MIGRATE_REPORT: reportJson
	};
	const warn = (why) => tools.log.warn(`warning: backups.notify ${why}: nobody may know of this run`);
	try {
		const { ok, ended, lines } = await runOwnCommand({
			command,
			cwd,
			variables,
			timeoutMs: limitMs$1,
			says: "backups.notify"
		}, surroundings, tools);
		if (!ok) warn(`${ended} (${lines.at(-1) ?? "it printed nothing"})`);
	} catch (error) {
		if (!(error instanceof EtcdMigrateError) || error.kind === "bug") throw error;
		warn(`failed: ${error.message}`);
	}
}

// src/app/backups/own-test.ts
const limitMs = 36e5;
function ownTest(command, cwd, directory, surroundings, tools) {
	return async ({ members, credentials }) => {
		try {
			var _usingCtx$2 = _usingCtx();
			const workspace = _usingCtx$2.a(await openWorkspace(directory.path, newRunId(tools.clock)));
			const variables = {
				ETCDCTL_API: "3",
				ETCDCTL_ENDPOINTS: members.map(({ clientUrl }) => clientUrl).join(","),
				...await certificates(credentials, workspace.directory)
			};
			const says = "backups.test";
			const { ok, ended, lines } = await runOwnCommand({
				command,
				cwd,
				variables,
				without: "ETCDCTL_",
				timeoutMs: limitMs,
				says,
				workspace
			}, surroundings, tools);
			for (const line of lines) tools.progress.line(`${says}: ${line}`);
			return {
				ok,
				ended: `${command[0]} of \`backups.test\` ${ended}`
			};
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			await _usingCtx$2.d();
		}
	};
}
async function certificates({ tls }, directory) {
	const found = {};
	for (const [name, pem] of Object.entries({
		CACERT: tls?.caPem,
		CERT: tls?.certPem,
		KEY: tls?.keyPem
	})) {
		if (pem === void 0) continue;
		const path = join(directory, `${name.toLowerCase()}.pem`);
		try {
			await writeFile(path, pem, { mode: 384 });
		} catch (error) {
			throw pathError(error, "Writing", path);
		}
		found[`ETCDCTL_${name}`] = path;
	}
	return found;
}

// src/app/backups/restore.ts
function throwAwayRestore(options) {
	const { clock } = options;
	return async (request, signal) => {
		const tools = (await options.releaseOf(request.release, signal)).tools;
		const tool = tools["etcdutl"] ?? tools["etcdctl"];
		if (tool === void 0) throw new EtcdMigrateError("release-unobtainable", `etcd ${request.release} came without etcdutl and etcdctl.`);
		await requireAsVerified(tool.path, request.release, tool.sha256);
		const beginUs = clock.monotonicUs();
		const { driver, credentials, anonymous, restoreMs, end } = await (await options.source()).open({
			runId: options.newRunId(),
			voters: request.voters,
			settings: sameForAll({
				flags: quotaFor(request.databaseBytes),
				environment: {}
			}),
			release: request.release,
			tls: request.auth,
			auth: false,
			restore: {
				snapshot: request.snapshot,
				tool: tool.path,
				skipHashCheck: request.skipHashCheck,
				atOnce: request.atOnce,
				...present({ bumpRevision: request.bumpRevision }),
				...request.auth ? { asUser: "root" } : {}
			}
		}, signal);
		return {
			members: await driver.inventory(),
			credentials,
			anonymous,
			restoreMs,
			startMs: (clock.monotonicUs() - beginUs) / 1e3 - restoreMs,
			[Symbol.asyncDispose]: () => end("remove")
		};
	};
}
const defaultQuotaBytes = 2 * 1024 ** 3;
function quotaFor(databaseBytes) {
	return databaseBytes * 2 <= defaultQuotaBytes ? {} : { "quota-backend-bytes": String(databaseBytes * 2) };
}

// src/app/backups/proof-tools.ts
function openProof({ settings, surroundings, tools, directory, driver, releases }) {
	const { clock, progress } = tools;
	const { signal } = surroundings;
	const catalog = loadCatalog();
	const store = openReleaseStore({ releases }, settings, surroundings, catalog, tools);
	const random = createRandom(clock.wallMs() % 2 ** 31);
	const known = /* @__PURE__ */ new Map();
	const obtained = {
		binaries: {},
		releases: []
	};
	return {
		proofTools: {
			clock,
			restore: throwAwayRestore({
				source: () => openSource(driver, directory, obtained, tools),
				releaseOf: async (version) => {
					const before = known.get(version);
					if (before !== void 0) return before;
					const release = await store.obtain(version, signal);
					known.set(version, release);
					progress.line(`etcd ${version} from ${release.source}, verified`);
					obtained.releases.push(reportRelease(release));
					if (release.tools["etcd"] !== void 0) obtained.binaries[version] = release.tools["etcd"].path;
					return release;
				},
				clock,
				newRunId: () => newRunId(clock)
			}),
			releaseFor: newestOf(store, signal),
			restoresWatchSafe,
			refusalOf: refusedRestoreOf,
			tryUse: {
				checks: triedChecks.map(({ id }) => id),
				run: ({ members, credentials, state, databaseBytes }) => runChecks({
					timeoutMs: 1e4 + databaseBytes / slowestBytesPerMs,
					...databaseBytes > largeBytes ? { concurrency: 1 } : {},
					checks: triedChecks,
					members,
					credentials,
					state,
					clock,
					random,
					signal,
					expectationOf: (check, release) => expectationOf(check, lineOf(release))
				})
			},
			progress: (doing) => progress.now(doing),
			ended: ({ name, verdict, evidence, durationMs }) => {
				const why = verdict === "pass" ? "" : `: ${evidence[0]}`;
				progress.line(`${name}: ${verdict} (${(durationMs / 1e3).toFixed(1)} s)${why}`);
			},
			signal
		},
		obtained: obtained.releases
	};
}
const triedChecks = checks.filter(({ id }) => id !== "maintenance-snapshot");
const largeBytes = 1e8;
const slowestBytesPerMs = 1e4;
function newestOf(store, signal) {
	return async (line, madeBy) => {
		const known = loadCatalog().releases.map(({ version }) => version).filter((version) => lineOf(version) === line);
		const there = await store.probe(known, signal);
		if (madeBy !== void 0 && known.includes(madeBy) && there.has(madeBy)) return madeBy;
		const newest = highestOf(known.filter((version) => there.has(version))) ?? highestOf(known);
		if (newest !== void 0) return newest;
		throw new EtcdMigrateError("release-unobtainable", `No release of etcd ${line} is known to this catalog.`, { hint: "Name the release with --release, or use a newer etcd-migrate." });
	};
}

// src/app/backups/verify-backup.ts
async function verifyBackup(settings, surroundings, options, publishers = []) {
	try {
		var _usingCtx$1 = _usingCtx();
		const tools = _usingCtx$1.u(openTools(settings, surroundings, systemClock));
		const { clock, progress } = tools;
		const directory = runDirectory(settings.outputDir);
		const wishes = await settleWishes(settings, surroundings, options, createRandom(clock.wallMs() % 2 ** 31)).catch((error) => error);
		const report = await notifying(noticeOf(wishes, directory), surroundings, tools, async () => {
			try {
				var _usingCtx3 = _usingCtx();
				await refuseRehearsal(directory, surroundings, tools);
				const early = await isOutputDirectory(directory) ? await lock(directory) : void 0;
				_usingCtx3.a(early);
				if (early !== void 0) await removeEarlierProofs(directory);
				if (wishes instanceof Error) throw wishes;
				const wanted = wishes;
				const driver = chooseDriver(surroundings.drivers, "restore-data");
				for (const { severity, message } of wanted.findings) progress.line(`${severity}: ${message}`);
				if (wanted.fetch === void 0 && wanted.take === void 0) await findBackupFiles(wanted);
				const history = await readHistory(wanted.history);
				await ownOutputDirectory(directory);
				_usingCtx3.a(early === void 0 ? await lock(directory) : void 0);
				await removeDeadRuns(directory, surroundings, tools);
				const proven = await proveAll(wanted, {
					settings,
					surroundings,
					tools,
					directory,
					driver
				}, publishers);
				const made = surroundings.redactor.report(backupReport(proven.run));
				const findings = [...made.findings ?? [], ...await remember(wanted, made)];
				const { remembered } = wanted;
				const trend = trendOf([...history, ...proofRecords(made, remembered)], remembered);
				const report = {
					...made,
					...findings.length === 0 ? {} : { findings },
					...trend.length === 0 ? {} : { trend }
				};
				await writeReports(report, directory);
				await writeAttestations(report, directory);
				await Promise.all(publishers.map((publisher) => publisher.finished(report)));
				if (proven.taken !== void 0) await removeOlder(proven.taken, proven.run.proven, wanted, tools);
				return report;
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		});
		sayReport(report, settings, surroundings);
		progress.line(`reports: ${directory.path}`);
		return exitCodeOfVerdict(report.verdict, report.failureReason);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
function lock({ path }) {
	return lockDirectory(path, "verify-backup");
}
function noticeOf(wishes, { reportJson }) {
	if (wishes instanceof Error || wishes.notify === void 0) return void 0;
	return {
		command: wishes.notify,
		cwd: wishes.baseDir,
		reportJson
	};
}
async function proveAll(wanted, frame, publishers) {
	try {
		var _usingCtx4 = _usingCtx();
		const { surroundings, tools, directory } = frame;
		const { clock, progress } = tools;
		const { cluster, connection, baseDir } = wanted;
		const startedAtUs = clock.monotonicUs();
		const startedAt = new Date(clock.wallMs()).toISOString();
		const taken = await takeFresh(wanted, surroundings, tools);
		const fetched = _usingCtx4.a(wanted.fetch && await fetchBackups(wanted.fetch, directory, surroundings, tools));
		const found = await findBackupFiles(fetched === void 0 ? wanted : {
			...wanted,
			filesDir: fetched.directory
		});
		const files = taken === void 0 ? found : [...found.filter(({ path }) => path !== taken.file.path), taken.file];
		const announcement = {
			title: `Proving ${files.length === 1 ? "one backup" : `${files.length} backups`}`,
			...present({ cluster }),
			tree: files.map(({ shown }) => shown).join("\n")
		};
		await Promise.all(publishers.map((publisher) => publisher.started(announcement)));
		const live = connection && (() => lookAtLiveCluster(connection, baseDir, surroundings));
		const test = wanted.test && ownTest(wanted.test, baseDir, directory, surroundings, tools);
		const { proofTools, obtained } = openProof({
			...frame,
			releases: wanted.releases
		});
		const proven = [];
		for (const file of files) {
			progress.group(file.shown);
			const fetchMs = file === taken?.file ? void 0 : fetched?.fetchMs;
			proven.push(await prove(file, {
				wanted,
				live,
				test,
				fetchMs
			}, proofTools));
			progress.endGroup();
		}
		progress.now("");
		const finishedAt = new Date(clock.wallMs()).toISOString();
		const durationMs = (clock.monotonicUs() - startedAtUs) / 1e3;
		return {
			run: {
				asked: askedOf(wanted),
				proven,
				findings: wanted.findings,
				releases: obtained,
				startedAt,
				finishedAt,
				durationMs,
				...present({ cluster })
			},
			taken
		};
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
async function remember({ history, remembered }, report) {
	try {
		await addToHistory(history, proofRecords(report, remembered));
		return [];
	} catch (error) {
		if (!(error instanceof EtcdMigrateError) || error.kind === "bug") throw error;
		return [{
			id: "rule/backup-history-not-kept",
			severity: "warning",
			message: `This run could not be added to the history of proofs: ${error.message}`,
			where: { file: history }
		}];
	}
}
async function refuseRehearsal(directory, surroundings, tools) {
	const earlier = await earlierRun(directory, surroundings, tools);
	if (earlier.is === "none") return;
	const what = earlier.is === "resumable" ? "that was interrupted and can be resumed" : `that cannot be read (${earlier.why})`;
	throw new EtcdMigrateError("usage", `${directory.path} holds a rehearsal ${what}; nothing in it was changed.`, { hint: "Name another directory with --output." });
}
async function removeEarlierProofs({ reportJson, reportMarkdown, reportHtml, junit, attestations }) {
	for (const path of [
		reportJson,
		reportMarkdown,
		reportHtml,
		junit,
		attestations
	]) try {
		await rm(path, {
			force: true,
			recursive: path === attestations
		});
	} catch (error) {
		throw pathError(error, "Removing", path);
	}
}
async function prove(file, { wanted, live, test, fetchMs }, tools) {
	const { shown, path } = file;
	const links = [];
	const ended = (link) => {
		links.push(link);
		tools.ended(link);
	};
	const { voters, release, policy, otherReleases, clusterId } = wanted;
	try {
		const request = {
			path,
			voters,
			policy,
			otherReleases,
			expect: {
				keys: wanted.expect,
				test
			},
			fetchMs,
			...present({
				release,
				live,
				clusterId
			}),
			...await saidOf(path, wanted)
		};
		return {
			shown,
			proof: await proveBackup(request, {
				...tools,
				ended
			})
		};
	} catch (error) {
		tools.signal?.throwIfAborted();
		if (!(error instanceof EtcdMigrateError) || error.kind === "bug" || error.kind === "interrupted") throw error;
		return {
			shown,
			proof: error,
			links: error.code === "backup-changed" ? [] : links
		};
	}
}
async function writeAttestations({ backups = [] }, { attestations }) {
	for (const { attestation } of backups) {
		if (attestation === null) continue;
		await writeFileAtomic(join(attestations, `${attestation.sha256}.json`), `${JSON.stringify(attestation, null, 2)}\n`);
	}
}

export { verifyBackup };