import { t as createRandom } from "./random.js";
import { t as present } from "./present.js";
import { n as lastWrites, r as bufferHistory, t as idsPerSegment } from "./history2.js";
import { n as toldFailure } from "./messages.js";
import { n as callDeadlineMs, r as createApplicationClient, t as watchStalls } from "./stalls.js";
import { i as etcdCallError } from "./errors2.js";
import { t as EtcdMigrateError } from "./errors.js";
import { setMaxListeners } from "node:events";
import { createHash } from "node:crypto";

// src/workload/values.ts
function valueId(segment, number) {
	return `v${segment}.${number}`;
}
function valueText(id, sizeBytes) {
	const unit = `${id}:${sizeBytes}|`;
	return sizeBytes <= unit.length ? unit : unit.repeat(Math.ceil(sizeBytes / unit.length)).slice(0, sizeBytes);
}
function identifyValue(text) {
	const [unit, id = "", size = ""] = /^(v\d+\.\d+):(\d+)\|/.exec(text) ?? [];
	if (unit !== void 0 && text.length === Math.max(Number(size), unit.length) && text === valueText(id, Number(size))) return id;
	return `damaged:${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

// src/workload/operations.ts
function keyValueOf(kv) {
	return [
		kv.key.toString(),
		identifyValue(kv.value.toString()),
		kv.mod_revision
	];
}
function firstOf(kvs) {
	const [first] = kvs;
	if (first === void 0) return null;
	const [, val, mod] = keyValueOf(first);
	return {
		val,
		mod
	};
}
async function perform(operation, expect, { client }, timeoutMs = callDeadlineMs) {
	const options = { deadline: Date.now() + timeoutMs };
	const { key, value } = operation;
	const text = value === void 0 ? "" : valueText(value.id, value.sizeBytes);
	switch (operation.op) {
		case "put": {
			const { header } = await client.put(key).value(text).options(options).exec();
			return { rev: header.revision };
		}
		case "delete": {
			const { header, deleted } = await client.delete().key(key).options(options).exec();
			return {
				rev: header.revision,
				deleted: deleted !== "0"
			};
		}
		case "get":
		case "get-serializable": {
			const serializable = operation.op === "get-serializable";
			const { header, kvs } = await client.get(key).serializable(serializable).options(options).exec();
			return {
				rev: header.revision,
				got: firstOf(kvs)
			};
		}
		case "range": {
			const { header, kvs } = await client.getAll().prefix(key).options(options).exec();
			return {
				rev: header.revision,
				kvs: kvs.map(keyValueOf)
			};
		}
		case "cas": {
			const { header, succeeded, responses } = await client.if(key, "Mod", "==", expect ?? "0").then(client.put(key).value(text)).else(client.get(key)).options(options).commit();
			if (succeeded) return {
				rev: header.revision,
				swapped: true
			};
			return {
				rev: header.revision,
				swapped: false,
				got: firstOf(responses[0]?.response_range.kvs ?? [])
			};
		}
	}
}

// src/workload/outcome.ts
const rows = [
	{
		says: /No connection established/,
		certainty: "not-applied",
		why: "no connection to the endpoint"
	},
	{
		says: /Name resolution failed/,
		certainty: "not-applied",
		why: "the name has no address"
	},
	{
		says: /waiting for name resolution/,
		certainty: "not-applied",
		why: "the deadline passed before anything was tried"
	},
	{
		says: /Waiting for LB pick/,
		certainty: "not-applied",
		why: "the deadline passed before a connection was there"
	},
	{
		says: /Channel closed before call started/,
		certainty: "not-applied",
		why: "the channel was closed first"
	},
	{
		says: /client was already closed/,
		certainty: "not-applied",
		why: "the client was closed first"
	},
	{
		says: /Stream refused by server/,
		certainty: "not-applied",
		why: "the server refused the stream"
	},
	{
		says: /raft proposal dropped/,
		certainty: "not-applied",
		why: "raft took no proposal: no leader, or it moves"
	},
	{
		says: /etcdserver: too many requests/,
		certainty: "not-applied",
		why: "shed before it was proposed"
	},
	{
		says: /etcdserver: rpc not supported for learner/,
		certainty: "not-applied",
		why: "a learner takes no request"
	},
	{
		says: /etcdserver: invalid auth token/,
		certainty: "not-applied",
		why: "rejected before it was proposed"
	},
	{
		says: /etcdserver: revision of auth store is old/,
		certainty: "not-applied",
		why: "skipped for its old token"
	},
	{
		says: /etcdserver: request is too large/,
		certainty: "refused",
		why: "too large"
	},
	{
		says: /grpc: received message larger than max/,
		certainty: "refused",
		why: "not even read by the server"
	},
	{
		says: /etcdserver: too many operations in txn/,
		certainty: "refused",
		why: "too many operations"
	},
	{
		says: /etcdserver: duplicate key given in txn/,
		certainty: "refused",
		why: "invalid transaction"
	},
	{
		says: /etcdserver: key is not provided/,
		certainty: "refused",
		why: "invalid request"
	},
	{
		says: /mvcc: required revision/,
		certainty: "refused",
		why: "the revision is compacted or in the future"
	},
	{
		says: /requested lease not found/,
		certainty: "refused",
		why: "the lease is gone"
	},
	{
		says: /etcdserver: permission denied/,
		certainty: "refused",
		why: "not allowed"
	},
	{
		says: /etcdserver: authentication failed/,
		certainty: "refused",
		why: "wrong credentials"
	},
	{
		says: /etcdserver: user name is empty/,
		certainty: "refused",
		why: "no credentials"
	},
	{
		says: /^No login: /,
		certainty: "not-applied",
		why: "the login before the call failed"
	}
];
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
function certaintyOf(error) {
	const message = messageOf(error);
	return rows.find(({ says }) => says.test(message))?.certainty ?? "doubtful";
}

// src/workload/client.ts
const operationDeadlineMs = 5e3;
const readAttemptMs = 1500;
const shortestAttemptMs = 500;
const avoidRefusingMs = 100;
const avoidHangingMs = 2e3;
const reads = /* @__PURE__ */ new Set([
	"get",
	"get-serializable",
	"range"
]);
function learn(known, operation, answer) {
	const note = (key, mod) => {
		if (BigInt(mod) > BigInt(known.get(key) ?? "0")) known.set(key, mod);
	};
	const { op, key } = operation;
	if (answer.rev !== void 0 && (op === "put" || answer.swapped === true)) note(key, answer.rev);
	if (op === "delete" || op === "get" && answer.got === null) known.delete(key);
	if (op !== "get-serializable" && answer.got) note(key, answer.got.mod);
	for (const [name, , mod] of answer.kvs ?? []) note(name, mod);
}
function outdate(revision) {
	return String(BigInt(revision) > 1n ? BigInt(revision) - 1n : 1n);
}
function createWorkloadClient(name, application, preferred, known, clock) {
	const { members } = application;
	const avoidUntilUs = /* @__PURE__ */ new Map();
	const order = (first = preferred) => {
		const rotated = members.map((_, index) => members[(index + first) % members.length]);
		const now = clock.monotonicUs();
		const avoided = ({ member }) => (avoidUntilUs.get(member) ?? 0) > now;
		return [...rotated.filter((each) => !avoided(each)), ...rotated.filter(avoided)];
	};
	const run = async (operation) => {
		const isRead = reads.has(operation.op);
		const current = known.get(operation.key) ?? "0";
		const expect = operation.op !== "cas" ? void 0 : operation.outdated ? outdate(current) : current;
		const base = {
			k: "op",
			id: operation.id,
			client: name,
			op: operation.op,
			key: operation.key,
			...operation.value && { val: operation.value.id },
			...present({ expect }),
			due: operation.dueUs
		};
		const giveUpUs = clock.monotonicUs() + operationDeadlineMs * 1e3;
		let tried = /* @__PURE__ */ new Set();
		for (let tries = 1;; tries += 1) {
			let member = order(operation.turn).find((each) => !tried.has(each));
			if (member === void 0) {
				tried = /* @__PURE__ */ new Set();
				await clock.sleep(Math.min(20 * tries, 100));
				member = order(operation.turn)[0];
			}
			tried.add(member);
			const start = clock.monotonicUs();
			const leftMs = Math.max((giveUpUs - start) / 1e3, shortestAttemptMs);
			try {
				const answer = await perform(operation, expect, member, Math.min(leftMs, isRead ? readAttemptMs : callDeadlineMs));
				const end = clock.monotonicUs();
				learn(known, operation, answer);
				return {
					...base,
					start,
					end,
					outcome: "ok",
					...answer,
					via: member.member,
					...tries > 1 && { tries }
				};
			} catch (error) {
				const end = clock.monotonicUs();
				const certainty = certaintyOf(error);
				const tail = {
					via: member.member,
					...tries > 1 && { tries },
					error: messageOf(error)
				};
				const avoidMs = /deadline exceeded/i.test(tail.error) ? avoidHangingMs : avoidRefusingMs;
				if (certainty !== "refused") avoidUntilUs.set(member.member, end + avoidMs * 1e3);
				if (certainty === "doubtful" && !isRead) return {
					...base,
					start,
					outcome: "unknown",
					...tail
				};
				if (certainty === "refused" || end >= giveUpUs) return {
					...base,
					start,
					end,
					outcome: "failed",
					...tail
				};
			}
		}
	};
	return {
		name,
		application,
		run,
		order
	};
}

// src/workload/session.ts
async function rest(session, ms) {
	await session.clock.sleep(ms, session.signal).catch(() => void 0);
}
function untilEnded({ signal }) {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener("abort", () => resolve(), { once: true });
	});
}
async function askAny(client, ask) {
	let last;
	for (const member of client.order()) try {
		return await ask(member);
	} catch (error) {
		last = error;
	}
	throw last;
}
async function within(promise, ms, what) {
	let timer;
	const timeout = new Promise((_, reject) => {
		timer = setTimeout(() => reject(/* @__PURE__ */ new Error(`${what}: no answer within ${ms} ms`)), ms);
	});
	try {
		return await Promise.race([promise, timeout]);
	} finally {
		clearTimeout(timer);
	}
}

// src/workload/compaction.ts
async function runCompaction(session, everyMs, lowestNeeded) {
	const [client] = session.clients;
	let before = 0n;
	let compacted = 0n;
	while (!session.signal.aborted) {
		await rest(session, everyMs);
		if (session.signal.aborted) return;
		try {
			const { header } = await askAny(client, (member) => member.client.get("app/compaction").exec());
			const needed = lowestNeeded();
			const target = needed !== void 0 && needed - 1n < before ? needed - 1n : before;
			before = BigInt(header.revision);
			if (target <= compacted) continue;
			await client.application.pool.kv.compact({ revision: String(target) });
			compacted = target;
		} catch (error) {
			session.log.debug("a compaction was not answered", { error: messageOf(error) });
		}
	}
}

// src/workload/heartbeat.ts
async function runHeartbeat(clock, recorder, signal) {
	await watchStalls(clock, signal, ({ from, to }) => recorder.record({
		k: "mark",
		at: to,
		event: "stalled",
		from
	}));
}

// src/workload/keys.ts
const keyValuePrefix = "app/kv/";
const leasePrefix = "app/lease/";
const lockPrefix = "app/lock/";
const electionPrefix = "app/election/";
const keysPerGroup = 8;
function groupCount(keys) {
	return Math.ceil(keys / keysPerGroup);
}
function groupPrefix(group) {
	return `${keyValuePrefix}${String(group).padStart(5, "0")}/`;
}
function keyName(index) {
	return `${groupPrefix(Math.floor(index / keysPerGroup))}${index % keysPerGroup}`;
}

// src/workload/lease-session.ts
const revokeWithinMs = 5e3;
const revokeAgainAfterMs = 50;
async function revokeAgain({ pool }, id, first, clock) {
	const untilUs = clock.monotonicUs() + revokeWithinMs * 1e3;
	for (let last = first;;) {
		if (/lease not found/.test(messageOf(last))) return;
		if (clock.monotonicUs() >= untilUs) throw last;
		await clock.sleep(revokeAgainAfterMs);
		try {
			await pool.leaseClient.leaseRevoke({ ID: id });
			return;
		} catch (error) {
			last = error;
		}
	}
}
async function openLease(application, ttlSeconds, clock) {
	const grantStartUs = clock.monotonicUs();
	const lease = application.pool.lease(ttlSeconds);
	let validUntilUs = grantStartUs + ttlSeconds * 1e6;
	let oldestUnansweredUs;
	const renewed = /* @__PURE__ */ new Set();
	const failed = /* @__PURE__ */ new Set();
	const ended = new AbortController();
	let lose = () => void 0;
	const lost = new Promise((resolve) => {
		lose = (reason) => {
			if (!ended.signal.aborted) resolve(reason);
			ended.abort();
		};
	});
	lease.on("lost", (error) => lose(messageOf(error)));
	lease.on("keepaliveFired", () => {
		oldestUnansweredUs ??= clock.monotonicUs();
	});
	lease.on("keepaliveSucceeded", ({ TTL, header }) => {
		const atUs = clock.monotonicUs();
		const startUs = oldestUnansweredUs ?? atUs;
		oldestUnansweredUs = void 0;
		const ttlMs = Number(TTL) * 1e3;
		if (!ended.signal.aborted) validUntilUs = Math.max(validUntilUs, startUs + ttlMs * 1e3);
		for (const listener of renewed) listener({
			startUs,
			atUs,
			ttlMs,
			header
		});
	});
	lease.on("keepaliveFailed", (error) => {
		oldestUnansweredUs = void 0;
		for (const listener of failed) listener(messageOf(error));
	});
	const id = await lease.grant();
	const grant = {
		startUs: grantStartUs,
		atUs: clock.monotonicUs()
	};
	const watchExpiry = async () => {
		while (!ended.signal.aborted) {
			const leftMs = (validUntilUs - clock.monotonicUs()) / 1e3;
			if (leftMs <= 0) {
				lose("no renewal was answered within the TTL");
				return;
			}
			await clock.sleep(leftMs, ended.signal).catch(() => void 0);
		}
	};
	watchExpiry();
	return {
		id,
		grant,
		lease,
		validUntilUs: () => validUntilUs,
		lost,
		onRenewed: (listener) => void renewed.add(listener),
		onRenewalFailed: (listener) => void failed.add(listener),
		abandon: () => {
			ended.abort();
			lease.release();
		},
		revoke: async () => {
			ended.abort();
			await lease.revoke().catch((error) => revokeAgain(application, id, error, clock));
		}
	};
}

// src/workload/holds.ts
const ttlSeconds = 5;
const callMs$1 = 6e3;
const acquireWithinMs = 2e4;
function assertAlive(lease, session) {
	if (session.clock.monotonicUs() >= lease.validUntilUs()) throw new Error("the lease ended while waiting");
}
const lockRecipe = async (session, { pool }, lease, name) => {
	const untilUs = session.clock.monotonicUs() + acquireWithinMs * 1e3;
	while (!session.signal.aborted && session.clock.monotonicUs() < untilUs) {
		const { header, succeeded } = await pool.if(name, "Create", "==", 0).then(pool.put(name).value(lease.id).lease(lease.id)).commit();
		assertAlive(lease, session);
		if (succeeded) return header.revision;
		await rest(session, 50 + session.random.int(50));
	}
	if (session.signal.aborted) return void 0;
	throw new Error(`not acquired within ${acquireWithinMs} ms`);
};
async function waitForDelete(session, { pool }, key, fromRevision) {
	const watcher = pool.watch().key(key).startRevision(fromRevision).only("delete").watcher();
	const deleted = new Promise((resolve) => {
		watcher.on("delete", () => resolve());
		watcher.on("error", () => resolve());
	});
	await Promise.race([deleted, rest(session, 1e3)]);
	await within(watcher.cancel(), 1e3, "cancelling a watch").catch(() => void 0);
}
const electionRecipe = async (session, application, lease, name) => {
	const { pool } = application;
	const key = `${name}/${lease.id}`;
	const { header } = await pool.if(key, "Create", "==", 0).then(pool.put(key).value(session.label).lease(lease.id)).commit();
	const untilUs = session.clock.monotonicUs() + acquireWithinMs * 1e3;
	while (!session.signal.aborted && session.clock.monotonicUs() < untilUs) {
		const before = await pool.getAll().prefix(`${name}/`).maxCreateRevision(String(BigInt(header.revision) - 1n)).sort("Create", "Descend").limit(1).exec();
		assertAlive(lease, session);
		const [previous] = before.kvs;
		if (previous === void 0) return header.revision;
		await waitForDelete(session, application, previous.key, String(BigInt(before.header.revision) + 1n));
	}
	if (session.signal.aborted) return void 0;
	throw new Error(`not elected within ${acquireWithinMs} ms`);
};
async function holdOnce(session, client, kind, name, recipe) {
	const { clock } = session;
	const note = (event, facts = {}) => session.recorder.record({
		k: "hold",
		kind,
		name,
		holder: client.name,
		at: clock.monotonicUs(),
		event,
		...facts
	});
	note("requested");
	let lease;
	try {
		lease = await within(openLease(client.application, ttlSeconds, clock), callMs$1, "lease");
		const token = await recipe(session, client.application, lease, name);
		if (token === void 0) {
			note("failed", { error: "the workload pauses" });
			return;
		}
		note("acquired", { token });
		const work = session.clock.sleep(50 + session.random.int(300), session.signal).catch(() => void 0);
		const lost = await Promise.race([work.then(() => void 0), lease.lost]);
		const untilUs = lease.validUntilUs();
		if (lost !== void 0 || clock.monotonicUs() >= untilUs) note("lost", {
			token,
			at: Math.min(clock.monotonicUs(), untilUs),
			validUntil: untilUs,
			error: lost ?? "the lease ended"
		});
		else note("released", { token });
	} catch (error) {
		note("failed", { error: messageOf(error) });
	} finally {
		if (lease !== void 0) await within(lease.revoke(), callMs$1, "revoking a lease").catch(() => void 0);
	}
}
async function runHolds(session) {
	const contests = [
		{
			kind: "lock",
			name: `${lockPrefix}0`,
			recipe: lockRecipe
		},
		{
			kind: "lock",
			name: `${lockPrefix}1`,
			recipe: lockRecipe
		},
		{
			kind: "election",
			name: `${electionPrefix}0`,
			recipe: electionRecipe
		},
		{
			kind: "election",
			name: `${electionPrefix}1`,
			recipe: electionRecipe
		}
	];
	const contender = async (contest, client) => {
		const named = {
			...client,
			name: `${client.name}/${contest.name}`
		};
		while (!session.signal.aborted) {
			await holdOnce(session, named, contest.kind, contest.name, contest.recipe);
			await rest(session, 20 + session.random.int(200));
		}
	};
	await Promise.all(contests.flatMap((contest, index) => Array.from({ length: 3 }, (_, place) => {
		const client = session.clients[(index * 3 + place) % session.clients.length];
		return contender(contest, {
			...client,
			name: `${client.name}.${place}`
		});
	})));
}

// src/workload/leases.ts
const keptTtlSeconds = 10;
const abandonedTtlSeconds = 2;
const lookEveryMs = 500;
const abandonEveryMs = 4e3;
const startOverAfterMs = 200;
const goneWithinMs = 3e4;
const callMs = 6e3;
async function look(session, client, key, note) {
	const { clock } = session;
	let start = 0;
	try {
		const { kvs, header } = await askAny(client, (member) => {
			start = clock.monotonicUs();
			return member.client.get(key).options({ deadline: Date.now() + 1500 }).exec();
		});
		const seen = kvs.length > 0;
		const via = present({ via: session.memberOf(header) });
		note(seen ? "key-seen" : "key-gone", {
			key,
			start,
			at: clock.monotonicUs(),
			...via
		});
		return seen;
	} catch (error) {
		session.log.debug("looking at a leased key failed", {
			key,
			error: messageOf(error)
		});
		return;
	}
}
async function lookUntilGone(session, client, key, note) {
	const untilUs = session.clock.monotonicUs() + goneWithinMs * 1e3;
	while (session.clock.monotonicUs() < untilUs) {
		if (await look(session, client, key, note) === false) return;
		await session.clock.sleep(lookEveryMs / 2);
	}
}
function noteFor(session, client, lease) {
	return (event, facts = {}) => session.recorder.record({
		k: "lease",
		lease,
		client: client.name,
		at: session.clock.monotonicUs(),
		event,
		...facts
	});
}
async function grantedOrNoted(session, client, grant) {
	try {
		return await grant();
	} catch (error) {
		noteFor(session, client, "")("grant-failed", { error: messageOf(error) });
		throw error;
	}
}
async function keepOne(session, client, key) {
	const lease = await grantedOrNoted(session, client, () => within(openLease(client.application, keptTtlSeconds, session.clock), callMs, "lease"));
	const note = noteFor(session, client, lease.id);
	let lost;
	lease.lost.then((reason) => {
		lost = reason;
		note("lost", { error: reason });
	});
	lease.onRenewed(({ startUs, atUs, ttlMs, header }) => note("renewed", {
		start: startUs,
		at: atUs,
		ttlMs,
		...present({ via: session.memberOf(header) })
	}));
	lease.onRenewalFailed((error) => note("renewal-failed", { error }));
	note("granted", {
		start: lease.grant.startUs,
		at: lease.grant.atUs,
		ttlMs: keptTtlSeconds * 1e3,
		key
	});
	try {
		await lease.lease.put(key).value(lease.id).exec();
		while (!session.signal.aborted && lost === void 0) {
			await look(session, client, key, note);
			await rest(session, lookEveryMs);
		}
	} finally {
		if (lost === void 0) {
			note("revoked", { start: session.clock.monotonicUs() });
			await within(lease.revoke(), callMs, "revoking a lease").catch(() => void 0);
		}
	}
	await lookUntilGone(session, client, key, note);
}
async function abandonOne(session, client, key) {
	const { clock } = session;
	const { pool } = client.application;
	const start = clock.monotonicUs();
	const { ID, TTL } = await grantedOrNoted(session, client, () => pool.leaseClient.leaseGrant({ TTL: abandonedTtlSeconds }));
	const note = noteFor(session, client, ID);
	note("granted", {
		start,
		at: clock.monotonicUs(),
		ttlMs: Number(TTL) * 1e3,
		key
	});
	note("abandoned", { key });
	await pool.put(key).value(ID).lease(ID).exec();
	await lookUntilGone(session, client, key, note);
}
async function tolerate(session, work) {
	try {
		await work();
		return true;
	} catch (error) {
		session.log.debug("a lease client starts over", { error: messageOf(error) });
		return false;
	}
}
async function runKeptLeases(session) {
	const keepers = session.clients.slice(0, 3).map(async (client, index) => {
		for (let round = 0; !session.signal.aborted; round += 1) {
			const key = `${leasePrefix}${session.label}/kept-${index}-${round}`;
			await tolerate(session, () => keepOne(session, client, key));
			await rest(session, startOverAfterMs);
		}
	});
	await Promise.all(keepers);
}
async function runAbandonedLeases(session) {
	const letGo = (name, round) => {
		const client = session.clients[round % session.clients.length];
		const key = `${leasePrefix}${session.label}/abandoned-${name}`;
		return tolerate(session, () => abandonOne(session, client, key));
	};
	const oneAfterAnother = async () => {
		for (let round = 0; !session.signal.aborted; round += 1) {
			const went = await letGo(String(round), round);
			await rest(session, went ? abandonEveryMs : startOverAfterMs);
		}
	};
	const last = untilEnded(session).then(() => letGo("last", 0));
	await Promise.all([oneAfterAnother(), last]);
}

// src/workload/pacer.ts
const longestQueueMs = 5e3;
function startPacer(options) {
	const { operations, maxInFlight, clock, run, clientName, record, ready } = options;
	const waiting = [];
	const inFlight = /* @__PURE__ */ new Map();
	let due = 0;
	let next = operations.next().value;
	const stopping = new AbortController();
	let slotFreed;
	const unsent = (operation, why) => {
		const now = clock.monotonicUs();
		return {
			k: "op",
			id: operation.id,
			client: clientName(operation.client),
			op: operation.op,
			key: operation.key,
			...operation.value && { val: operation.value.id },
			due: operation.dueUs,
			start: now,
			end: now,
			outcome: "failed",
			tries: 0,
			error: why
		};
	};
	const launch = (operation) => {
		inFlight.set(operation, clock.monotonicUs());
		run(operation).then((result) => {
			if (!inFlight.delete(operation)) return;
			record(result);
			slotFreed?.();
		});
	};
	const startWhatIsDue = () => {
		const now = clock.monotonicUs();
		while (next.dueUs <= now && !stopping.signal.aborted) {
			waiting.push(next);
			due += 1;
			next = operations.next().value;
		}
		for (let head = waiting[0]; head !== void 0; head = waiting[0]) {
			if (now - head.dueUs > longestQueueMs * 1e3) record(unsent(head, `not sent within ${longestQueueMs} ms: ${maxInFlight} operations were in flight`));
			else if (inFlight.size < maxInFlight) launch(head);
			else return;
			waiting.shift();
		}
	};
	const pauseMs = () => waiting.length > 0 ? 20 : Math.max((next.dueUs - clock.monotonicUs()) / 1e3, 0);
	const loop = async () => {
		while (!stopping.signal.aborted) {
			await ready();
			startWhatIsDue();
			const freed = new Promise((resolve) => {
				slotFreed = resolve;
			});
			const slept = clock.sleep(pauseMs(), stopping.signal).catch(() => void 0);
			await (waiting.length > 0 ? Promise.race([slept, freed]) : slept);
		}
	};
	const running = loop();
	running.catch(() => void 0);
	const stop = async (drainMs) => {
		stopping.abort();
		const failure = await running.then(() => void 0, (error) => ({ error }));
		const untilUs = clock.monotonicUs() + drainMs * 1e3;
		while ((waiting.length > 0 || inFlight.size > 0) && clock.monotonicUs() < untilUs) {
			startWhatIsDue();
			await clock.sleep(5);
		}
		for (const operation of waiting.splice(0)) record(unsent(operation, "not sent before the workload ended"));
		for (const [operation, start] of inFlight) {
			const given = {
				...unsent(operation, `no answer ${drainMs} ms after the workload ended`),
				start,
				tries: 1
			};
			const { end: _unseen, ...open } = given;
			record(operation.value || operation.op === "delete" ? {
				...open,
				outcome: "unknown"
			} : given);
		}
		inFlight.clear();
		if (failure !== void 0) throw failure.error;
	};
	const abandon = () => {
		stopping.abort();
		waiting.length = 0;
		inFlight.clear();
	};
	return {
		due: () => due,
		stop,
		abandon,
		running
	};
}

// src/workload/read-back.ts
const tryForMs = 15e3;
const pageBytes = 8388608;
const prefixEnd = `${keyValuePrefix.slice(0, -1)}0`;
function entryOf(kv) {
	return [
		...keyValueOf(kv),
		kv.create_revision,
		kv.version
	];
}
async function readPages(member, pageKeys, clock) {
	const records = [];
	let start = keyValuePrefix;
	let revision;
	for (;;) {
		let request = member.client.getAll().inRange({
			start,
			end: prefixEnd
		}).limit(pageKeys);
		if (revision !== void 0) request = request.revision(revision);
		const { header, kvs, more } = await request.exec();
		revision ??= header.revision;
		records.push({
			k: "final",
			member: member.member,
			rev: revision,
			at: clock.monotonicUs(),
			kvs: kvs.map(entryOf),
			...!more && { complete: true }
		});
		const last = kvs.at(-1);
		if (!more || last === void 0) return records;
		start = `${last.key.toString()}\0`;
	}
}
async function readBackThrough(members, largestValueBytes, recorder, clock) {
	const pageKeys = Math.max(1, Math.min(500, Math.floor(pageBytes / Math.max(largestValueBytes, 1))));
	const untilUs = clock.monotonicUs() + tryForMs * 1e3;
	const read = async (member) => {
		for (;;) try {
			for (const record of await readPages(member, pageKeys, clock)) recorder.record(record);
			await recorder.ready();
			return null;
		} catch (error) {
			if (error instanceof EtcdMigrateError) throw error;
			if (clock.monotonicUs() > untilUs) return {
				member: member.member,
				why: messageOf(error)
			};
			await clock.sleep(250);
		}
	};
	return (await Promise.all(members.map(read))).filter((unread) => unread !== null);
}

// src/workload/schedule.ts
const kinds = {
	put: "put",
	get: "get",
	getSerializable: "get-serializable",
	range: "range",
	cas: "cas",
	delete: "delete"
};
function weighted(mix) {
	return Object.keys(kinds).flatMap((name) => Array.from({ length: mix[name] }, () => kinds[name]));
}
function* planOperations(settings, random, segment, startUs) {
	const choices = weighted(settings.mix);
	const intervalUs = 1e6 / settings.rate;
	const [smallest, largest] = settings.valueBytes;
	const turns = /* @__PURE__ */ new Map();
	for (let number = 0;; number += 1) {
		const op = random.pick(choices);
		const turn = turns.get(op) ?? 0;
		turns.set(op, turn + 1);
		const writes = op === "put" || op === "cas";
		yield {
			id: segment * idsPerSegment + number,
			dueUs: Math.floor(startUs + (number + random.next()) * intervalUs),
			client: random.int(settings.clients),
			turn,
			op,
			key: op === "range" ? groupPrefix(random.int(groupCount(settings.keys))) : keyName(random.int(settings.keys)),
			...writes && { value: {
				id: valueId(segment, number),
				sizeBytes: smallest + random.int(largest - smallest + 1)
			} },
			...op === "cas" && random.next() < .1 && { outdated: true }
		};
	}
}

// src/workload/raw-watch.ts
function rangeEnd(prefix) {
	const end = Buffer.from(prefix);
	const last = end.length - 1;
	end[last] = end[last] + 1;
	return end;
}
async function youngestRevision(client, prefix) {
	const { kvs } = await client.getAll().prefix(prefix).sort("Mod", "Descend").limit(1).exec();
	return BigInt(kvs[0]?.mod_revision ?? 0);
}
async function rawWatch(client, prefix, from, upTo, withinMs) {
	const stream = await client.watchClient.watch();
	const seen = [];
	let timer;
	try {
		await new Promise((resolve, reject) => {
			timer = setTimeout(() => reject(/* @__PURE__ */ new Error(`a raw watch from ${from} did not reach ${upTo} within ${withinMs} ms`)), withinMs);
			stream.on("error", reject);
			stream.on("end", () => reject(/* @__PURE__ */ new Error(`a raw watch from ${from} ended before ${upTo}`)));
			stream.on("data", (response) => {
				if (response.canceled) reject(/* @__PURE__ */ new Error(`a raw watch from ${from} was cancelled: ${response.cancel_reason || "compacted"}`));
				for (const { kv } of response.events) {
					if (BigInt(kv.mod_revision) <= upTo) seen.push(kv.mod_revision);
					if (BigInt(kv.mod_revision) >= upTo) resolve();
				}
			});
			stream.write({ create_request: {
				key: Buffer.from(prefix),
				range_end: rangeEnd(prefix),
				start_revision: String(from)
			} });
		});
		return seen;
	} finally {
		clearTimeout(timer);
		stream.cancel();
	}
}

// src/workload/watchers.ts
const connectWithinMs = 1e4;
const openWithinMs = 15e3;
const openAgainAfterMs = 200;
const recheckAfterMs = 1e3;
const recheckWithinMs = 1e4;
function openWatch(session, client, name, prefix, from) {
	const { clock, recorder } = session;
	const note = (event, facts = {}) => recorder.record({
		k: "watch",
		watcher: name,
		at: clock.monotonicUs(),
		event,
		...facts
	});
	const watcher = client.application.pool.watch().prefix(prefix).startRevision(String(from)).watcher();
	const state = {
		watcher,
		lastSeen: from - 1n,
		ended: false
	};
	let askedFor = String(from);
	let connected = false;
	const opened = new Promise((resolve, reject) => {
		watcher.on("connecting", (request) => {
			askedFor = String(request.start_revision ?? "0");
		});
		watcher.on("connected", () => {
			if (state.ended) return;
			connected = true;
			note("opened", {
				prefix,
				rev: askedFor
			});
			resolve();
		});
		watcher.on("disconnected", (error) => {
			if (!connected || state.ended) return;
			connected = false;
			state.recheckFrom ??= state.lastSeen + 1n;
			note("lost", { error: messageOf(error) });
		});
		watcher.on("error", (error) => {
			if (state.ended) return;
			state.ended = true;
			state.recheckFrom ??= state.lastSeen + 1n;
			if (/auth|permission|user name/.test(messageOf(error))) state.resumeFrom = state.lastSeen + 1n;
			note("closed", { error: messageOf(error) });
			reject(error);
		});
	});
	opened.catch(() => void 0);
	watcher.on("data", ({ header, events }) => {
		if (state.ended) return;
		const via = present({ via: session.memberOf(header) });
		if (events.length === 0) note("progress", via);
		for (const { type, kv } of events) {
			const deleted = String(type).toLowerCase() === "delete";
			const rev = kv.mod_revision;
			note(deleted ? "delete" : "put", {
				key: kv.key.toString(),
				rev,
				...via,
				...!deleted && { val: identifyValue(kv.value.toString()) }
			});
			if (BigInt(rev) > state.lastSeen) state.lastSeen = BigInt(rev);
		}
	});
	return {
		state,
		opened,
		note
	};
}
async function recheck(client, prefix, watch) {
	const { state, note } = watch;
	const from = state.recheckFrom;
	if (from === void 0) return;
	try {
		const upTo = await askAny(client, ({ client: member }) => youngestRevision(member, prefix));
		if (upTo < from) return;
		const seen = await askAny(client, ({ client: member }) => rawWatch(member, prefix, from, upTo, recheckWithinMs));
		delete state.recheckFrom;
		note("rechecked", {
			prefix,
			rev: String(from),
			upTo: String(upTo),
			seen
		});
	} catch (error) {
		note("rechecked", {
			prefix,
			rev: String(from),
			error: messageOf(error)
		});
	}
}
async function openWatchers(session, groups, beginAt = []) {
	const prefixes = [keyValuePrefix, ...[0, groups - 1].map((group) => groups > 32 ? keyValuePrefix : groupPrefix(group))];
	const watches = /* @__PURE__ */ new Map();
	const ending = new AbortController();
	const rounds = prefixes.map(() => 0);
	const begin = async (place, resumeFrom) => {
		const client = session.clients[place % session.clients.length];
		const prefix = prefixes[place];
		const { header } = await askAny(client, (member) => member.client.get(prefix).exec());
		const round = rounds[place] ?? 0;
		rounds[place] = round + 1;
		const open = openWatch(session, client, `${client.name}.w${place}/${session.label}.${round}`, prefix, resumeFrom ?? BigInt(header.revision) + 1n);
		watches.set(place, {
			client,
			prefix,
			open
		});
		try {
			await within(open.opened, connectWithinMs, "opening a watch");
		} catch (error) {
			if (!open.state.ended) {
				open.state.ended = true;
				open.note("closed", { error: messageOf(error) });
				open.state.watcher.cancel().catch(() => void 0);
			}
			throw error;
		}
	};
	const beginFirst = async (place) => {
		const untilUs = session.clock.monotonicUs() + openWithinMs * 1e3;
		for (;;) try {
			return await begin(place, beginAt[place]);
		} catch (error) {
			if (session.signal.aborted || session.clock.monotonicUs() >= untilUs) throw error;
			session.log.debug("a watch cannot be opened yet", { error: messageOf(error) });
			await rest(session, openAgainAfterMs);
		}
	};
	const tend = async (place) => {
		while (!ending.signal.aborted) {
			await session.clock.sleep(recheckAfterMs, ending.signal).catch(() => void 0);
			const watch = watches.get(place);
			if (watch === void 0 || ending.signal.aborted) return;
			if (watch.open.state.recheckFrom !== void 0) await recheck(watch.client, watch.prefix, watch.open);
			if (!watch.open.state.ended) continue;
			try {
				await begin(place, watch.open.state.resumeFrom);
			} catch (error) {
				session.log.debug("a watch cannot be opened again yet", { error: messageOf(error) });
			}
		}
	};
	const closeOne = async ({ client, prefix, open }, untilUs) => {
		const { state, note } = open;
		const wanted = await askAny(client, (member) => youngestRevision(member.client, prefix)).catch(() => 0n);
		while (!state.ended && state.lastSeen < wanted && session.clock.monotonicUs() < untilUs) await session.clock.sleep(20);
		if (state.lastSeen < wanted) state.recheckFrom ??= state.lastSeen + 1n;
		await recheck(client, prefix, open);
		if (!state.ended) {
			state.ended = true;
			note("closed", { rev: String(state.lastSeen) });
			await within(state.watcher.cancel(), 2e3, "cancelling a watch").catch(() => void 0);
		}
		return state.lastSeen + 1n;
	};
	try {
		for (const place of prefixes.keys()) await beginFirst(place);
	} catch (error) {
		await Promise.all([...watches.values()].map((watch) => closeOne(watch, session.clock.monotonicUs())));
		throw error;
	}
	const tending = [...prefixes.keys()].map(tend);
	return {
		lowestNeeded: () => {
			return [...watches.values()].map(({ open: { state } }) => state.recheckFrom ?? state.lastSeen + 1n).sort((a, b) => a < b ? -1 : 1)[0];
		},
		close: async (withinMs) => {
			ending.abort();
			await Promise.all(tending);
			const untilUs = session.clock.monotonicUs() + withinMs * 1e3;
			return await Promise.all([...watches].sort(([a], [b]) => a - b).map(([, watch]) => closeOne(watch, untilUs)));
		}
	};
}

// src/workload/workload.ts
const drainMs = 8e3;
const watchersCatchUpMs = 1e4;
const maxInFlight = 256;
function newEnding() {
	const ending = new AbortController();
	setMaxListeners(0, ending.signal);
	return ending;
}
async function readyInTime(recorder, clock) {
	const from = clock.monotonicUs();
	await recorder.ready();
	const at = clock.monotonicUs();
	if (at - from > 500 * 1e3) recorder.record({
		k: "mark",
		at,
		event: "stalled",
		from
	});
}
async function startWorkload(options) {
	const { endpoints, credentials, settings, random, recorder, clock, log } = options;
	const known = /* @__PURE__ */ new Map();
	const applications = [];
	const clients = Array.from({ length: settings.clients }, (_, index) => {
		const name = `c${index}`;
		const application = createApplicationClient(endpoints, credentials, name);
		applications.push(application);
		return createWorkloadClient(name, application, index, known, clock);
	});
	const tally = {
		ok: 0,
		failed: 0,
		unknown: 0,
		writes: 0
	};
	const record = (result) => {
		tally[result.outcome] += 1;
		const isRead = result.op === "get" || result.op === "get-serializable" || result.op === "range";
		if (result.outcome === "ok" && !isRead) tally.writes += 1;
		recorder.record(result);
	};
	const names = /* @__PURE__ */ new Map();
	let pauses = 0;
	let unwatchedFrom = [];
	let extra = 0;
	const sessionOf = (label, signal) => ({
		clients,
		recorder,
		clock,
		log,
		label,
		signal,
		memberOf: (header) => names.get(header.member_id),
		random: random.fork(`session ${label}`)
	});
	const openStreams = async () => {
		const ending = newEnding();
		const session = sessionOf(`${recorder.segment}.${pauses}`, ending.signal);
		pauses += 1;
		return {
			ending,
			watchers: await openWatchers(session, groupCount(settings.keys), unwatchedFrom),
			parts: Promise.all([runKeptLeases(session), runHolds(session)])
		};
	};
	const closeStreams = async ({ ending, watchers, parts }) => {
		ending.abort();
		[unwatchedFrom] = await Promise.all([watchers.close(watchersCatchUpMs), parts]);
	};
	let streams;
	try {
		const connections = applications.flatMap(({ members }) => members);
		await Promise.allSettled(connections.map(async ({ client, member }) => {
			const { header } = await client.get("app/connect").exec();
			names.set(header.member_id, member);
		}));
		streams = await openStreams();
	} catch (error) {
		for (const application of applications) application.close();
		const named = options.endpoints.map(({ member }) => member).join(", ");
		throw etcdCallError(`The clients could not begin to work, as none of ${named} let them open their watches`, error);
	}
	const ending = newEnding();
	const session = sessionOf(`${recorder.segment}`, ending.signal);
	const background = Promise.all([
		runHeartbeat(clock, recorder, ending.signal),
		runAbandonedLeases(session),
		...options.compactEveryMs === void 0 ? [] : [runCompaction(session, options.compactEveryMs, () => streams?.watchers.lowestNeeded())]
	]);
	const startUs = clock.monotonicUs();
	const pacer = startPacer({
		operations: planOperations(settings, random.fork(`operations ${recorder.segment}`), recorder.segment, startUs),
		maxInFlight,
		clock,
		run: (operation) => clients[operation.client].run(operation),
		clientName: (index) => clients[index].name,
		record,
		ready: () => readyInTime(recorder, clock)
	});
	await recorder.mark("workload-start");
	const writeLast = async () => {
		for (const [index, key] of [keyName(0), keyName(settings.keys - 1)].entries()) {
			const number = lastWrites + index;
			const value = {
				id: valueId(recorder.segment, number),
				sizeBytes: settings.valueBytes[0]
			};
			const id = recorder.segment * idsPerSegment + number;
			extra += 1;
			record(await clients[0].run({
				id,
				dueUs: clock.monotonicUs(),
				client: 0,
				op: "put",
				key,
				value
			}));
		}
	};
	let stopped;
	const stopOnce = async () => {
		const drained = await pacer.stop(drainMs).then(() => void 0, (error) => ({ error }));
		await writeLast();
		const open = streams;
		streams = void 0;
		ending.abort();
		await Promise.all([background, open && closeStreams(open)]).catch((error) => log.warn("a part of the workload did not end in good order", { error: messageOf(error) }));
		if (drained !== void 0) throw drained.error;
		await recorder.mark("workload-end", { operations: pacer.due() + extra });
	};
	const stop = () => {
		stopped ??= stopOnce();
		return stopped;
	};
	return {
		running: pacer.running,
		totals: async () => {
			const totals = {
				due: pacer.due() + extra,
				...tally
			};
			await recorder.flush();
			return totals;
		},
		pauseStreams: async () => {
			const open = streams;
			if (options.streams || open === void 0) return;
			streams = void 0;
			await closeStreams(open);
		},
		resumeStreams: async () => {
			if (options.streams || streams !== void 0 || stopped !== void 0) return;
			streams = await openStreams();
		},
		stop,
		abort: async () => {
			streams?.ending.abort();
			ending.abort();
			if (stopped === void 0) pacer.abandon();
			stopped ??= Promise.resolve();
			for (const application of applications) application.close();
		},
		readBack: async (members) => {
			const own = createApplicationClient(members, credentials, "read-back");
			try {
				const unread = await readBackThrough(own.members, settings.valueBytes[1], recorder, clock);
				await recorder.flush();
				return unread;
			} finally {
				own.close();
			}
		},
		[Symbol.asyncDispose]: async () => {
			try {
				await stop();
			} finally {
				for (const application of applications) application.close();
			}
		}
	};
}

// src/workload/serving.ts
const bufferBytes = 67108864;
function serveWorkload(channel, clock) {
	let workload;
	let taken;
	const start = ({ endpoints, credentials, settings, seed, segment, streams, compactEveryMs }) => {
		const recorder = bufferHistory({
			segment,
			clock,
			bufferBytes,
			write: (lines) => new Promise((resolve) => {
				taken = resolve;
				channel.send({
					kind: "records",
					lines
				});
			})
		});
		const random = createRandom(seed);
		const log = logTo(channel);
		return startWorkload({
			endpoints,
			credentials,
			settings,
			random,
			recorder,
			clock,
			log,
			streams,
			...present({ compactEveryMs })
		});
	};
	const answer = async (request) => {
		if (request.what === "start") {
			workload ??= start(request);
			await workload;
			return {};
		}
		const running = await workload;
		if (running === void 0) throw new RangeError("these clients were not started");
		switch (request.what) {
			case "totals": return { totals: await running.totals() };
			case "pause-streams":
				await running.pauseStreams();
				return {};
			case "resume-streams":
				await running.resumeStreams();
				return {};
			case "stop":
				await running.stop();
				return {};
			case "read-back": return { unread: await running.readBack(request.members) };
		}
	};
	channel.receive((message) => {
		if (message.kind === "taken") {
			taken?.();
			return;
		}
		const { number, request } = message;
		answer(request).then((result) => channel.send({
			kind: "done",
			number,
			result
		}), (error) => channel.send({
			kind: "failed",
			number,
			failure: toldFailure(error)
		}));
	});
}
function logTo(channel) {
	const at = (level) => (message, fields = {}) => channel.send({
		kind: "log",
		level,
		message,
		fields
	});
	return {
		debug: at("debug"),
		info: at("info"),
		warn: at("warn"),
		error: at("error")
	};
}

export { serveWorkload };