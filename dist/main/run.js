import { r as createApplicationClient, t as watchStalls } from "./stalls.js";
import { t as present } from "./present.js";
import { t as _usingCtx } from "./usingCtx.js";
import { r as classifyEtcdError } from "./errors2.js";
import { request } from "node:http";
import { createHash } from "node:crypto";
import { request as request$1 } from "node:https";

// src/etcd/compacted-watch.ts
async function watchFromCompacted(client, key, revision) {
	const stream = await client.watchClient.watch();
	try {
		return await new Promise((resolve, reject) => {
			stream.on("error", reject);
			stream.on("data", ({ canceled, compact_revision, events }) => {
				if (events.length > 0) resolve({ told: "events" });
				if (canceled) resolve({
					told: "compacted",
					compactRevision: BigInt(compact_revision)
				});
			});
			stream.write({ create_request: {
				key,
				start_revision: revision.toString()
			} });
		});
	} finally {
		stream.cancel();
	}
}

// src/checks/delete.ts
const deleteKey = {
	id: "delete",
	run: async ({ first: { client }, prefix }) => {
		await client.put(`${prefix}a`).value("1").exec();
		await client.put(`${prefix}b`).value("2").exec();
		const { deleted } = await client.delete().key(`${prefix}a`).exec();
		const left = await client.getAll().prefix(prefix).keys();
		return deleted === "1" && left.length === 1 && left[0] === `${prefix}b` ? "one key deleted" : `${deleted} keys deleted, ${left.length} left`;
	}
};

// src/checks/election.ts
const ttlSeconds$3 = 5;
const lookMs = 200;
const election = {
	id: "election",
	run: async ({ first, second, prefix, clock }) => {
		const candidate = (client, name) => {
			const campaign = client.namespace(prefix).election("leader", ttlSeconds$3).campaign(name);
			return {
				campaign,
				elected: campaign.wait()
			};
		};
		const one = candidate(first.client, "one");
		await one.elected;
		const two = candidate(second.client, "two");
		const early = await Promise.race([two.elected.then(() => true), clock.sleep(lookMs).then(() => false)]);
		const leader = await second.client.namespace(prefix).election("leader", ttlSeconds$3).leader();
		await one.campaign.resign();
		await two.elected;
		await two.campaign.resign();
		if (early) return "two leaders at once";
		return leader === "one" ? "second leader waits for the first" : `leader "${leader}" while "one" leads`;
	}
};

// src/checks/get.ts
const get = {
	id: "get",
	run: async ({ first: { client }, prefix }) => {
		const key = `${prefix}key`;
		const value = Buffer.from([
			0,
			1,
			127,
			128,
			255
		]);
		await client.put(key).value(value).exec();
		const linearizable = await client.get(key).buffer();
		const serializable = await client.get(key).serializable(true).buffer();
		return linearizable?.equals(value) === true && serializable?.equals(value) === true ? "the value that was put" : `${linearizable?.toString("hex")} and ${serializable?.toString("hex")}`;
	}
};

// src/checks/http.ts
const timeoutMs = 5e3;
function callHttp({ base, path, credentials, body, token }) {
	const url = new URL(path, base);
	const { tls } = credentials;
	const send = url.protocol === "https:" ? request$1 : request;
	return new Promise((resolve, reject) => {
		const request = send(url, {
			method: body === void 0 ? "GET" : "POST",
			agent: false,
			signal: AbortSignal.timeout(timeoutMs),
			headers: token === void 0 ? {} : { authorization: token },
			...tls && {
				ca: tls.caPem,
				...present({
					cert: tls.certPem,
					key: tls.keyPem,
					servername: tls.serverName
				})
			}
		}, (response) => {
			const chunks = [];
			response.on("data", (chunk) => chunks.push(chunk));
			response.on("end", () => resolve({
				status: response.statusCode ?? 0,
				body: Buffer.concat(chunks).toString()
			}));
			response.on("error", reject);
		});
		request.on("error", reject);
		request.end(body === void 0 ? void 0 : JSON.stringify(body));
	});
}

// src/checks/http-gateway.ts
async function answers({ first, prefix, credentials }, root) {
	const call = (path, body, token) => callHttp({
		base: first.url,
		path: `${root}/${path}`,
		credentials,
		body,
		...present({ token })
	});
	let token;
	if (credentials.user) {
		const { status, body } = await call("auth/authenticate", credentials.user);
		if (status === 404) return false;
		({token} = JSON.parse(body));
	}
	const key = `${prefix}key`;
	const { status, body } = await call("kv/range", { key: Buffer.from(key).toString("base64") }, token);
	if (status === 404) return false;
	const { kvs } = JSON.parse(body);
	if (status === 200 && kvs?.[0]?.value === Buffer.from("value").toString("base64")) return true;
	throw new Error(`${root}/kv/range answered ${status}: ${body.slice(0, 200)}`);
}
const httpGateway = {
	id: "http-gateway",
	run: async (target) => {
		await target.first.client.put(`${target.prefix}key`).value("value").exec();
		if (await answers(target, "/v3")) return "/v3 answers";
		return await answers(target, "/v3beta") && target.release.startsWith("3.3.") ? "/v3beta answers" : "/v3 is off";
	}
};

// src/checks/http-metrics.ts
const httpMetrics = {
	id: "http-metrics",
	run: async ({ first: { url }, credentials }) => {
		const { status, body } = await callHttp({
			base: url,
			path: "/metrics",
			credentials
		});
		if (status !== 200) return `status ${status}`;
		return /^etcd_server_has_leader .*$/m.exec(body)?.[0] ?? "no etcd_server_has_leader";
	}
};

// src/checks/http-version.ts
const order = [
	"etcdserver",
	"etcdcluster",
	"storage"
];
const httpVersion = {
	id: "http-version",
	run: async ({ first: { url }, release, credentials }) => {
		const { status, body } = await callHttp({
			base: url,
			path: "/version",
			credentials
		});
		if (status !== 200) return `status ${status}`;
		const facts = JSON.parse(body);
		if (facts.etcdserver !== release) return `etcdserver ${facts.etcdserver} instead of ${release}`;
		return Object.keys(facts).sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(", ");
	}
};

// src/checks/lease-expiry.ts
const ttlSeconds$2 = 1;
const lookEveryMs = 100;
const leaseExpiry = {
	id: "lease-expiry",
	run: async ({ first: { client }, prefix, clock }) => {
		const key = `${prefix}key`;
		const sentUs = clock.monotonicUs();
		const { ID, TTL } = await client.leaseClient.leaseGrant({ TTL: ttlSeconds$2 });
		await client.put(key).value("leased").lease(ID).exec();
		const ttlMs = Number(TTL) * 1e3;
		while ((await client.get(key).exec()).kvs.length > 0) await clock.sleep(lookEveryMs);
		const livedMs = (clock.monotonicUs() - sentUs) / 1e3;
		return livedMs >= ttlMs ? "key gone after its lease" : `key gone ${Math.round(livedMs)} ms into ${ttlMs} ms`;
	}
};

// src/checks/lease-keepalive.ts
const ttlSeconds$1 = 5;
const waitMs = 1500;
const leaseKeepalive = {
	id: "lease-keepalive",
	run: async ({ first: { client }, prefix, clock }) => {
		const lease = client.lease(ttlSeconds$1, { autoKeepAlive: false });
		try {
			await lease.put(`${prefix}key`).value("leased").exec();
			const ID = await lease.grant();
			await clock.sleep(waitMs);
			const { TTL } = await lease.keepaliveOnce();
			if (Number(TTL) !== ttlSeconds$1) return `renewed to ${TTL} s of ${ttlSeconds$1} s`;
			const left = await client.leaseClient.leaseTimeToLive({
				ID,
				keys: true
			});
			if (Number(left.TTL) < 4) return `${left.TTL} s left right after a renewal to ${TTL} s`;
			return left.keys.length === 1 ? "renewed to its full TTL" : `${left.keys.length} keys on the lease`;
		} finally {
			await lease.revoke().catch(() => void 0);
		}
	}
};

// src/checks/lock.ts
const ttlSeconds = 5;
const lock = {
	id: "lock",
	run: async ({ first, second, prefix }) => {
		const key = `${prefix}lock`;
		const one = await first.client.lock(key).ttl(ttlSeconds).acquire();
		const refused = await second.client.lock(key).ttl(ttlSeconds).acquire().then(async (other) => {
			await other.release();
			return false;
		}, (error) => {
			if (error.message.includes("Failed to acquire a lock")) return true;
			throw error;
		});
		await one.release();
		await (await second.client.lock(key).ttl(ttlSeconds).acquire()).release();
		return refused ? "second holder waits for the first" : "two holders at once";
	}
};

// src/checks/login.ts
const refusals = /user name is empty|user name not found|invalid auth token|permission denied|authentication failed/;
const login = {
	id: "login",
	run: async ({ first, prefix, credentials }) => {
		try {
			var _usingCtx$2 = _usingCtx();
			const { user, ...withoutUser } = credentials;
			await first.client.put(`${prefix}key`).value("value").exec();
			const answered = await _usingCtx$2.a(createApplicationClient([first], withoutUser, `stranger-${first.member}`)).pool.get(`${prefix}key`).exec().then(() => true, (error) => {
				if (refusals.test(error.message)) return false;
				throw error;
			});
			if (answered === (user === void 0)) return "asked for exactly where authentication is on";
			return answered ? "a call without a login was answered" : "a call without a login was refused";
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			await _usingCtx$2.d();
		}
	}
};

// src/checks/maintenance-alarms.ts
const maintenanceAlarms = {
	id: "maintenance-alarms",
	run: async ({ first: { client } }) => {
		const { alarms } = await client.maintenance.alarm({
			action: "Get",
			memberID: "0",
			alarm: "None"
		});
		return alarms.length === 0 ? "no alarm" : alarms.map(({ alarm }) => `alarm ${alarm}`).join(", ");
	}
};

// src/checks/maintenance-hashkv.ts
const ATTEMPTS = 5;
const maintenanceHashkv = {
	id: "maintenance-hashkv",
	run: async ({ first, prefix }) => {
		for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
			const { header } = await first.client.put(`${prefix}a`).value("1").exec();
			try {
				const at = await first.hashKv(header.revision);
				await first.client.put(`${prefix}a`).value("2").exec();
				const again = await first.hashKv(header.revision);
				if (at.compact_revision !== again.compact_revision) continue;
				return at.hash !== 0 && at.hash === again.hash ? "a hash at the asked revision" : `hashes ${at.hash} and ${again.hash} at one revision, compacted at ${at.compact_revision}`;
			} catch (error) {
				if (classifyEtcdError(error) !== "compacted") throw error;
			}
		}
		return `compacted ${ATTEMPTS} times between two answers`;
	}
};

// src/checks/maintenance-snapshot.ts
const digestBytes = 32;
const maintenanceSnapshot = {
	id: "maintenance-snapshot",
	run: async ({ first }) => {
		const stream = await first.snapshot();
		const hash = createHash("sha256");
		let tail = Buffer.alloc(0);
		let bytes = 0;
		await new Promise((resolve, reject) => {
			stream.on("data", ({ blob }) => {
				bytes += blob.length;
				const all = Buffer.concat([tail, blob]);
				const keep = Math.max(all.length - digestBytes, 0);
				hash.update(all.subarray(0, keep));
				tail = all.subarray(keep);
			});
			stream.on("error", reject);
			stream.on("end", () => resolve());
		});
		return bytes > digestBytes && hash.digest().equals(tail) ? "stream ends with its sha256" : `${bytes} bytes that do not end with their sha256`;
	}
};

// src/checks/maintenance-status.ts
const maintenanceStatus = {
	id: "maintenance-status",
	run: async ({ first: { client }, release }) => {
		const { version, leader, header } = await client.maintenance.status();
		if (version !== release) return `version ${version} instead of ${release}`;
		return leader !== "0" && BigInt(header.revision) > 0n ? "version, leader and revision" : `leader ${leader}, revision ${header.revision}`;
	}
};

// src/checks/not-found.ts
const notFound = {
	id: "not-found",
	run: async ({ first: { client }, prefix }) => {
		const { kvs, count, more } = await client.get(`${prefix}nothing`).exec();
		return kvs.length === 0 && count === "0" && !more ? "no key, count 0" : `${kvs.length} keys, count ${count}`;
	}
};

// src/checks/put.ts
const put = {
	id: "put",
	run: async ({ first: { client }, prefix }) => {
		const key = `${prefix}key`;
		await client.put(key).value("before").exec();
		const { header } = await client.put(key).value("after").exec();
		const at = await client.get(key).revision(header.revision).exec();
		const justBefore = await client.get(key).revision(String(BigInt(header.revision) - 1n)).exec();
		return at.kvs[0]?.mod_revision === header.revision && at.kvs[0].value.toString() === "after" && at.kvs[0].version === "2" && justBefore.kvs[0]?.value.toString() === "before" ? "revision grows by one" : `mod revision ${at.kvs[0]?.mod_revision} after revision ${header.revision}`;
	}
};

// src/checks/range-options.ts
const rangeOptions = {
	id: "range-options",
	run: async ({ first: { client }, prefix }) => {
		let past = "";
		for (const name of [
			"a",
			"b",
			"c",
			"d",
			"e"
		]) {
			const { header } = await client.put(`${prefix}${name}`).value(name).exec();
			if (name === "c") past = header.revision;
		}
		const all = () => client.getAll().prefix(prefix);
		const names = (kvs) => kvs.map(({ key }) => key.toString().slice(prefix.length)).join("");
		const limited = await all().limit(2).exec();
		const descending = await all().sort("Key", "Descend").exec();
		const oldest = await all().sort("Create", "Ascend").limit(1).exec();
		const end = `${prefix.slice(0, -1)}0`;
		const range = {
			key: Buffer.from(prefix),
			range_end: Buffer.from(end)
		};
		const keysOnly = await client.kv.range({
			...range,
			keys_only: true
		});
		const countOnly = await client.kv.range({
			...range,
			count_only: true
		});
		const atPast = await all().revision(past).exec();
		const broken = [
			["limit", names(limited.kvs) === "ab" && limited.more && limited.count === "5"],
			["order", names(descending.kvs) === "edcba" && names(oldest.kvs) === "a"],
			["keys-only", names(keysOnly.kvs) === "abcde" && keysOnly.kvs.every(({ value }) => value.length === 0)],
			["count-only", countOnly.kvs.length === 0 && countOnly.count === "5"],
			["revision", names(atPast.kvs) === "abc"]
		].filter(([, ok]) => !ok).map(([name]) => name);
		return broken.length === 0 ? "limit, order, keys-only, count-only and revision honoured" : `not honoured: ${broken.join(", ")}`;
	}
};

// src/checks/transaction.ts
const transaction = {
	id: "transaction",
	run: async ({ first: { client }, prefix }) => {
		const key = `${prefix}key`;
		const create = () => client.if(key, "Create", "==", 0).then(client.put(key).value("created")).else(client.get(key), client.put(`${prefix}else`).value("taken")).commit();
		const first = await create();
		const elseBefore = await client.get(`${prefix}else`).string();
		const second = await create();
		const byValue = await client.if(key, "Value", "==", "created").then(client.delete().key(key)).commit();
		return first.succeeded && elseBefore === null && !second.succeeded && second.responses[0]?.response_range.kvs[0]?.value.toString() === "created" && await client.get(`${prefix}else`).string() === "taken" && byValue.succeeded && await client.get(key).string() === null ? "the comparison picks the branch" : `first ${first.succeeded}, second ${second.succeeded}, by value ${byValue.succeeded}`;
	}
};

// src/checks/watch-compacted.ts
const compactedRevision = "2";
const watchCompacted = {
	id: "watch-compacted",
	run: async ({ first: { client }, prefix }) => {
		await client.put(`${prefix}a`).value("1").exec();
		await client.put(`${prefix}a`).value("2").exec();
		await client.kv.compact({ revision: compactedRevision }).catch((error) => {
			if (!error.message.includes("required revision has been compacted")) throw error;
		});
		await client.get(`${prefix}a`).exec();
		const answer = await watchFromCompacted(client, Buffer.from(`${prefix}a`), 1n);
		if (answer.told === "events") return "events of a compacted revision";
		return answer.compactRevision >= BigInt(compactedRevision) ? "cancelled as compacted" : `cancelled with compact revision ${answer.compactRevision}`;
	}
};

// src/checks/watching.ts
async function collect({ client }, prefix, from, count, act) {
	const builder = client.watch().prefix(prefix);
	const watcher = (from === void 0 ? builder : builder.startRevision(from)).watcher();
	const events = [];
	try {
		await new Promise((resolve, reject) => {
			watcher.on("error", reject);
			watcher.on("disconnected", reject);
			watcher.on("connected", () => void act().catch(reject));
			watcher.on("data", (response) => {
				for (const { type, kv } of response.events) {
					const deleted = String(type).toLowerCase() === "delete";
					const key = kv.key.toString().slice(prefix.length);
					events.push({
						type: deleted ? "delete" : "put",
						key,
						rev: BigInt(kv.mod_revision)
					});
				}
				if (events.length >= count) resolve();
			});
		});
	} finally {
		watcher.cancel().catch(() => void 0);
	}
	return events;
}
function inOrder(events, wanted) {
	const words = events.map(({ type, key }) => `${type} ${key}`);
	const growing = events.every(({ rev }, index) => index === 0 || rev > (events[index - 1]?.rev ?? 0n));
	const same = words.length === wanted.length && words.every((word, index) => word === wanted[index]);
	return growing && same ? "events in order" : events.map(({ type, key, rev }) => `${type} ${key} at ${rev}`).join(", ");
}

// src/checks/watch-now.ts
const watchNow = {
	id: "watch-now",
	run: async ({ first, second: { client }, prefix }) => {
		await client.put(`${prefix}before`).value("not to be seen").exec();
		await first.client.get(`${prefix}before`).exec();
		const events = await collect(first, prefix, void 0, 3, async () => {
			await client.put(`${prefix}a`).value("1").exec();
			await client.put(`${prefix}b`).value("2").exec();
			await client.delete().key(`${prefix}a`).exec();
		});
		return inOrder(events, [
			"put a",
			"put b",
			"delete a"
		]);
	}
};

// src/checks/watch-past.ts
const watchPast = {
	id: "watch-past",
	run: async ({ first, second: { client }, prefix }) => {
		await client.put(`${prefix}before`).value("not to be seen").exec();
		const { header } = await client.put(`${prefix}a`).value("1").exec();
		await client.put(`${prefix}b`).value("2").exec();
		await client.delete().key(`${prefix}a`).exec();
		const events = await collect(first, prefix, header.revision, 4, async () => {
			await client.put(`${prefix}c`).value("3").exec();
		});
		return inOrder(events, [
			"put a",
			"put b",
			"delete a",
			"put c"
		]);
	}
};

// src/checks/index.ts
const checks = [
	put,
	get,
	deleteKey,
	notFound,
	rangeOptions,
	transaction,
	leaseExpiry,
	leaseKeepalive,
	watchNow,
	watchPast,
	watchCompacted,
	lock,
	election,
	login,
	maintenanceStatus,
	maintenanceHashkv,
	maintenanceAlarms,
	maintenanceSnapshot,
	httpGateway,
	httpVersion,
	httpMetrics
];

// src/checks/run.ts
const checkTimeoutMs = 1e4;
const standardConcurrency = 4;
async function bounded(work, { clock, signal, timeoutMs = checkTimeoutMs }) {
	const timer = new AbortController();
	const ending = signal === void 0 ? timer.signal : AbortSignal.any([timer.signal, signal]);
	const timeout = clock.sleep(timeoutMs, ending).then(() => {
		throw new Error(`no result within ${timeoutMs} ms`);
	});
	timeout.catch(() => void 0);
	try {
		return await Promise.race([work, timeout]);
	} finally {
		timer.abort();
	}
}
const tries = 3;
const noticedWithinMs = 150;
const afterElectionMs = 1e3;
const termDeadlineMs = 1e3;
async function runUndisturbed(check, target, member, options, stalls) {
	const disturbed = [];
	while (disturbed.length < tries) {
		const began = options.clock.monotonicUs();
		const term = await termOf(target);
		const result = await runOne(check, {
			...target,
			prefix: `${target.prefix}${disturbed.length + 1}/`
		}, member, options);
		const told = disturbed.length === 0 ? result : {
			...result,
			disturbed
		};
		if (result.ok) return told;
		await options.clock.sleep(noticedWithinMs, options.signal);
		const after = await termOf(target);
		const hasNewLeader = term !== null && after !== null && term !== after;
		if (!hasNewLeader && !stalls.some(({ to }) => to >= began)) return told;
		disturbed.push(result.error ?? result.seen);
		if (hasNewLeader) await options.clock.sleep(afterElectionMs, options.signal);
	}
	return null;
}
async function termOf({ first, prefix }) {
	try {
		const { header } = await first.client.get(`${prefix}term`).serializable(true).options({ deadline: Date.now() + termDeadlineMs }).exec();
		return header.raft_term;
	} catch {
		return null;
	}
}
async function runOne(check, target, member, options) {
	const { clock, state } = options;
	const began = clock.monotonicUs();
	const expected = options.expectationOf(check.id, target.release, member);
	const base = {
		check: check.id,
		state,
		member,
		release: target.release,
		expected: expected ?? "unknown"
	};
	try {
		const seen = await bounded(check.run(target), options);
		const durationMs = (clock.monotonicUs() - began) / 1e3;
		if (expected !== void 0) return {
			...base,
			seen,
			ok: seen === expected,
			durationMs
		};
		return {
			...base,
			seen,
			ok: false,
			durationMs,
			error: "the catalog has no expectation for this check"
		};
	} catch (error) {
		options.signal?.throwIfAborted();
		const durationMs = (clock.monotonicUs() - began) / 1e3;
		return {
			...base,
			seen: "error",
			ok: false,
			durationMs,
			error: error instanceof Error ? error.message : String(error)
		};
	}
}
async function checkMember(member, run, options, stalls) {
	try {
		var _usingCtx$1 = _usingCtx();
		const endpoint = [{
			member: member.name,
			url: member.clientUrl
		}];
		const one = _usingCtx$1.a(createApplicationClient(endpoint, options.credentials, `check-1-${member.name}`));
		const two = _usingCtx$1.a(createApplicationClient(endpoint, options.credentials, `check-2-${member.name}`));
		const [first] = one.members;
		const [second] = two.members;
		if (first === void 0 || second === void 0) return [];
		const prefix = `app/check/${member.name}/${run}/`;
		const { release } = member;
		const waiting = [...options.checks ?? checks];
		const order = new Map(waiting.map((check, index) => [check.id, index]));
		const results = [];
		const work = async () => {
			for (let check = waiting.shift(); check !== void 0; check = waiting.shift()) {
				const target = {
					release,
					first,
					second,
					prefix: `${prefix}${check.id}/`,
					credentials: options.credentials,
					clock: options.clock
				};
				const result = await runUndisturbed(check, target, member.name, options, stalls);
				if (result !== null) results.push(result);
			}
		};
		waiting.sort((a, b) => Number(b.id === "lease-expiry") - Number(a.id === "lease-expiry"));
		try {
			await Promise.all(Array.from({ length: options.concurrency ?? standardConcurrency }, work));
		} finally {
			await first.client.delete().prefix(prefix).exec().catch(() => void 0);
		}
		return results.sort((a, b) => (order.get(a.check) ?? 0) - (order.get(b.check) ?? 0));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function runChecks(options) {
	options.signal?.throwIfAborted();
	const run = options.random.int(2 ** 31).toString(36);
	const stalls = [];
	const ending = new AbortController();
	const watching = watchStalls(options.clock, ending.signal, (stall) => stalls.push(stall));
	try {
		return (await Promise.all(options.members.map((member) => checkMember(member, run, options, stalls)))).flat();
	} finally {
		ending.abort();
		await watching;
	}
}

export { checks as n, watchFromCompacted as r, runChecks as t };