import { t as EtcdMigrateError } from "./errors.js";
import { i as etcdCallError, r as classifyEtcdError } from "./errors2.js";
import { t as present } from "./present.js";
import { t as require_dist } from "./npm/cockatiel.js";
import { t as require_lib } from "./npm/etcd3.js";
import { n as systemClock } from "./clock.js";
import { y as fileError } from "./own-places.js";
import { t as _usingCtx } from "./usingCtx.js";
import { join } from "node:path";
import { request } from "node:http";
import { createHash, randomBytes } from "node:crypto";
import { fstatSync, readSync } from "node:fs";
import { open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { request as request$1 } from "node:https";

// src/etcd/http.ts
const BODY_LIMIT_BYTES = 65536;
async function getFromMember(base, path, credentials, deadlineMs, signal) {
	const url = new URL(path, base);
	const what = `GET ${url.href}`;
	signal?.throwIfAborted();
	const timeout = new AbortController();
	const timer = setTimeout(() => {
		timeout.abort(new EtcdMigrateError("member-lost", `${what}: no answer within ${deadlineMs / 1e3} s.`));
	}, deadlineMs);
	const both = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
	try {
		return await new Promise((resolve, reject) => {
			const request$2 = (url.protocol === "https:" ? request$1 : request)(url, {
				agent: false,
				signal: both,
				...tlsOptions(url, credentials)
			}, (response) => {
				const chunks = [];
				let bytes = 0;
				response.on("data", (chunk) => {
					bytes += chunk.length;
					if (bytes > BODY_LIMIT_BYTES) response.destroy(/* @__PURE__ */ new Error(`the answer is longer than ${BODY_LIMIT_BYTES} bytes`));
					else chunks.push(chunk);
				});
				response.on("end", () => resolve({
					status: response.statusCode ?? 0,
					body: Buffer.concat(chunks).toString()
				}));
				response.on("error", reject);
			});
			request$2.on("error", reject);
			request$2.end();
		});
	} catch (error) {
		both.throwIfAborted();
		throw etcdCallError(what, error);
	} finally {
		clearTimeout(timer);
	}
}
function tlsOptions(url, { tls }) {
	if (tls === void 0 || url.protocol !== "https:") return {};
	return {
		ca: tls.caPem,
		...present({
			cert: tls.certPem,
			key: tls.keyPem
		}),
		...present({ servername: tls.serverName })
	};
}

// src/etcd/facts.ts
const READ_DEADLINE_MS = 5e3;
const PROBE_KEY = "etcd-migrate/probe";
async function readStatus(client, member, signal) {
	const answer = await call(client, member, "Status", "Maintenance", "status", {}, signal);
	const raftIndex = BigInt(answer.raftIndex);
	const applied = BigInt(answer.raftAppliedIndex);
	return {
		memberId: BigInt(answer.header.member_id),
		version: answer.version,
		leaderId: BigInt(answer.leader),
		raftTerm: BigInt(answer.raftTerm),
		raftIndex,
		raftAppliedIndex: applied === 0n ? raftIndex : applied,
		revision: BigInt(answer.header.revision),
		databaseBytes: Number(answer.dbSize),
		isLearner: answer.isLearner,
		errors: answer.errors
	};
}
async function readClusterId(client, member, signal) {
	const { header } = await call(client, member, "Status", "Maintenance", "status", {}, signal);
	return BigInt.asUintN(64, BigInt(header.cluster_id)).toString(16);
}
async function readMemberList(client, via, signal) {
	return (await call(client, via, "MemberList", "Cluster", "memberList", { linearizable: true }, signal)).members.map((listed) => ({
		id: BigInt(listed.ID),
		name: listed.name,
		peerUrls: listed.peerURLs,
		isLearner: listed.isLearner
	}));
}
async function readAlarms(client, via, signal) {
	return (await call(client, via, "Alarm list", "Maintenance", "alarm", { action: "GET" }, signal)).alarms.map(({ memberID, alarm }) => ({
		memberId: BigInt(memberID),
		alarm: alarm.toUpperCase()
	}));
}
async function readHashKv(client, member, revision, signal) {
	if (revision < 1n) throw new EtcdMigrateError("internal-error", `HashKV needs a pinned revision, not ${revision}.`);
	const answer = await call(client, member, `HashKV at revision ${revision}`, "Maintenance", "hashKv", { revision: revision.toString() }, signal);
	const compactRevision = BigInt(answer.compact_revision);
	return {
		hash: answer.hash,
		compactRevision: compactRevision < 0n ? 0n : compactRevision
	};
}
async function readProbe(client, member, mode, signal) {
	const answer = await call(client, member, `A ${mode} read`, "KV", "range", {
		key: Buffer.from(PROBE_KEY),
		serializable: mode === "serializable"
	}, signal);
	return { revision: BigInt(answer.header.revision) };
}
async function readVersions(member, credentials, signal) {
	const { status, body } = await getFromMember(member.clientUrl, "/version", credentials, READ_DEADLINE_MS, signal);
	const { etcdserver, etcdcluster, storage } = (status === 200 ? parseObject(body) : null) ?? {};
	if (typeof etcdserver !== "string" || typeof etcdcluster !== "string") throw unexpected(`GET /version of ${member.name} at ${member.clientUrl}`, status, body);
	return {
		server: etcdserver,
		cluster: etcdcluster,
		...typeof storage === "string" && storage !== "" ? { storage } : {}
	};
}
async function readDowngradeEnabled(member, credentials, signal) {
	const { status, body } = await getFromMember(member.peerUrl, "/downgrade/enabled", credentials, READ_DEADLINE_MS, signal);
	if (status === 404) return null;
	const word = body.trim();
	if (status === 200 && (word === "true" || word === "false")) return word === "true";
	throw unexpected(`GET /downgrade/enabled of ${member.name} at ${member.peerUrl}`, status, body);
}
async function call(client, member, name, service, method, request, signal) {
	try {
		return await client.unary(service, method, request, {
			deadlineMs: READ_DEADLINE_MS,
			signal
		});
	} catch (error) {
		signal?.throwIfAborted();
		throw etcdCallError(`${name} of ${member.name} at ${member.clientUrl}`, error);
	}
}
function parseObject(body) {
	try {
		const parsed = JSON.parse(body);
		return typeof parsed === "object" && parsed !== null ? parsed : null;
	} catch {
		return null;
	}
}
function unexpected(what, status, body) {
	const words = body.replace(/\s+/g, " ").trim().slice(0, 200);
	return new EtcdMigrateError(status >= 500 ? "member-lost" : "etcd-refused", `${what}: HTTP ${status} "${words}"`, { details: { status } });
}

// src/etcd/member-client.ts
var import_dist = require_dist();
var import_lib = require_lib();
function connectMember(url, credentials) {
	const { tls, user } = credentials;
	const client = new import_lib.Etcd3({
		hosts: url,
		faultHandling: {
			host: () => import_dist.noop,
			global: import_dist.noop
		},
		grpcOptions: {
			"grpc.max_receive_message_length": -1,
			"grpc.initial_reconnect_backoff_ms": 50,
			"grpc.min_reconnect_backoff_ms": 50,
			"grpc.max_reconnect_backoff_ms": 100,
			"grpc.use_local_subchannel_pool": 1,
			...present({ "grpc.ssl_target_name_override": tls?.serverName })
		},
		...present({ credentials: tls === void 0 ? void 0 : {
			rootCertificate: Buffer.from(tls.caPem),
			...present({
				privateKey: tls.keyPem === void 0 ? void 0 : Buffer.from(tls.keyPem),
				certChain: tls.certPem === void 0 ? void 0 : Buffer.from(tls.certPem)
			})
		} })
	});
	const pool = client.maintenance.client;
	let token = null;
	const callOnce = async (service, method, request, options, loginToken) => {
		options.signal?.throwIfAborted();
		const outcome = await pool.withConnection(service, ({ client: grpc, metadata }) => {
			if (loginToken !== null) metadata.set("token", loginToken);
			return new Promise((resolve) => {
				const call = grpc[method].call(grpc, request, metadata, { deadline: systemClock.wallMs() + options.deadlineMs }, (error, response) => {
					options.signal?.removeEventListener("abort", cancel);
					resolve({
						error,
						response
					});
				});
				const cancel = () => call.cancel();
				options.signal?.addEventListener("abort", cancel, { once: true });
			});
		});
		if (outcome.error === null) return outcome.response;
		options.signal?.throwIfAborted();
		throw outcome.error;
	};
	const login = (options) => {
		if (user === void 0) return null;
		if (token === null) {
			const attempt = callOnce("Auth", "authenticate", {
				name: user.name,
				password: user.password
			}, { deadlineMs: options.deadlineMs }, null).then((answer) => answer.token, (error) => {
				if (token === attempt) token = null;
				throw etcdCallError(`Login of user ${user.name} at ${url}`, error);
			});
			token = attempt;
			attempt.catch(() => {});
		}
		return token;
	};
	const withLogin = async (options, call) => {
		const used = login(options);
		try {
			return await call(await used);
		} catch (error) {
			if (used === null || classifyEtcdError(error) !== "token-expired") throw error;
			if (token === used) token = null;
			return await call(await login(options));
		}
	};
	return {
		url,
		unary: (service, method, request, options) => withLogin(options, (loginToken) => callOnce(service, method, request, options, loginToken)),
		async *stream(service, method, request, options) {
			const open = (loginToken) => pool.withConnection(service, ({ client: grpc, metadata }) => {
				if (loginToken !== null) metadata.set("token", loginToken);
				const deadline = systemClock.wallMs() + options.deadlineMs;
				return grpc[method].call(grpc, request, metadata, { deadline });
			});
			options.signal?.throwIfAborted();
			const begin = async (loginToken) => {
				const call = await open(loginToken);
				const cancel = () => call.cancel();
				options.signal?.addEventListener("abort", cancel, { once: true });
				const messages = call[Symbol.asyncIterator]();
				try {
					return {
						call,
						cancel,
						messages,
						first: await messages.next()
					};
				} catch (error) {
					options.signal?.removeEventListener("abort", cancel);
					throw error;
				}
			};
			try {
				const { call, cancel, messages, first } = await withLogin(options, begin);
				try {
					for (let next = first; !next.done; next = await messages.next()) yield next.value;
				} finally {
					options.signal?.removeEventListener("abort", cancel);
					call.cancel();
				}
			} catch (error) {
				options.signal?.throwIfAborted();
				throw error;
			}
		},
		close: () => client.close()
	};
}
function requireMemberUrl(url) {
	try {
		const parsed = new URL(url);
		if (parsed.protocol === "http:" || parsed.protocol === "https:") return parsed;
	} catch {}
	throw new EtcdMigrateError("connection-failed", `"${url}" is not an http or https URL of an etcd member.`);
}

// src/etcd/bbolt/damaged.ts
function damaged(how) {
	return new EtcdMigrateError("etcd-refused", `The database snapshot cannot be read: ${how}.`, { details: {
		class: "corrupt",
		how
	} });
}
function damageIn(error) {
	if (!(error instanceof EtcdMigrateError) || error.details["class"] !== "corrupt") return void 0;
	return String(error.details["how"] ?? error.message);
}

// src/etcd/bbolt/fnv64a.ts
const FNV_OFFSET = 14695981039346656037n;
const FNV_PRIME = 1099511628211n;
const MASK_64 = 18446744073709551615n;
function fnv64a(bytes) {
	let hash = FNV_OFFSET;
	for (const byte of bytes) hash = (hash ^ BigInt(byte)) * FNV_PRIME & MASK_64;
	return hash;
}

// src/etcd/bbolt/meta.ts
const MAGIC = 3977042669;
const VERSION = 2;
const FLAG_META = 4;
const NO_FREELIST = 18446744073709551615n;
const pageHeaderBytes = 16;
function readMetas(fd, size) {
	const first = metaAt(fd, 0, size);
	const second = (first ? [first.pageSize] : Array.from({ length: 8 }, (_, power) => 512 << power)).map((pageSize) => ({
		pageSize,
		meta: metaAt(fd, pageSize, size)
	})).find(({ meta, pageSize }) => meta?.pageSize === pageSize)?.meta;
	const [newest] = [first, second].filter((meta) => meta !== void 0 && meta !== null).sort((a, b) => a.transaction < b.transaction ? 1 : -1);
	if (newest === void 0) throw damaged("no valid meta page; is it a bbolt file at all?");
	return {
		newest,
		damagedPages: [first, second].flatMap((meta, page) => meta ? [] : [page])
	};
}
function metaAt(fd, position, size) {
	const length = 80;
	if (position + length > size) return null;
	const page = Buffer.alloc(length);
	if (readSync(fd, page, 0, length, position) !== length) return null;
	return parseMeta(page);
}
function parseMeta(page) {
	if ((page.readUInt16LE(8) & FLAG_META) === 0) return null;
	const meta = page.subarray(16);
	if (meta.readUInt32LE(0) !== MAGIC || meta.readUInt32LE(4) !== VERSION) return null;
	if (meta.readBigUInt64LE(56) !== fnv64a(meta.subarray(0, 56))) return null;
	const pageSize = meta.readUInt32LE(8);
	if (pageSize < 512 || pageSize > 65536 || (pageSize & pageSize - 1) !== 0) return null;
	const freelist = meta.readBigUInt64LE(32);
	return {
		pageSize,
		root: meta.readBigUInt64LE(16),
		freelist: freelist === NO_FREELIST ? null : freelist,
		highWater: meta.readBigUInt64LE(40),
		transaction: meta.readBigUInt64LE(48)
	};
}

// src/etcd/bbolt/pages.ts
const FLAG_BRANCH = 1;
const FLAG_LEAF = 2;
const FLAG_FREELIST = 16;
const ELEMENT_BYTES = 16;
const LEAF_IS_BUCKET = 1;
const COUNT_ELSEWHERE = 65535;
var PageReader = class {
	#fd;
	#size;
	#meta;
	#seen;
	constructor(fd, size, meta) {
		this.#fd = fd;
		this.#size = size;
		this.#meta = meta;
		this.#seen = new Uint8Array(Math.ceil(Number(meta.highWater) / 8));
	}
	hasSeen(id) {
		return ((this.#seen[id >> 3] ?? 0) & 1 << (id & 7)) !== 0;
	}
	tree(id, buffer) {
		return parsePage(id, this.#raw(id, buffer));
	}
	freelist() {
		const { freelist } = this.#meta;
		if (freelist === null) return null;
		const page = this.#raw(freelist, Buffer.alloc(this.#meta.pageSize));
		if (page.readUInt16LE(8) !== FLAG_FREELIST) throw damaged(`page ${freelist} is not the list of free pages`);
		const short = page.readUInt16LE(10);
		const long = short === COUNT_ELSEWHERE;
		const from = 16 + (long ? 8 : 0);
		if (from > page.length) throw damaged(`the list of free pages has no room for its length`);
		const count = long ? Number(page.readBigUInt64LE(16)) : short;
		if (from + count * 8 > page.length) throw damaged(`the list of free pages claims ${count} pages`);
		return Array.from({ length: count }, (_, index) => page.readBigUInt64LE(from + index * 8));
	}
	#raw(id, buffer) {
		const { pageSize, highWater } = this.#meta;
		if (id < 2n || id >= highWater) throw damaged(`page ${id} is outside the database of ${highWater} pages`);
		const first = this.#bytes(id, pageSize, buffer);
		if (first.readBigUInt64LE(0) !== id) throw damaged(`page ${id} calls itself page ${first.readBigUInt64LE(0)}`);
		const overflow = first.readUInt32LE(12);
		if (id + BigInt(overflow) >= highWater) throw damaged(`page ${id} has no end`);
		for (let page = Number(id); page <= Number(id) + overflow; page++) {
			if (this.hasSeen(page)) throw damaged(`page ${page} hangs in the tree twice`);
			this.#seen[page >> 3] |= 1 << (page & 7);
		}
		return overflow === 0 ? first : this.#bytes(id, (overflow + 1) * pageSize, buffer);
	}
	#bytes(id, length, buffer) {
		const position = Number(id) * this.#meta.pageSize;
		if (position + length > this.#size) throw damaged(`page ${id} is behind the end of the file of ${this.#size} bytes`);
		const target = length <= buffer.length ? buffer.subarray(0, length) : Buffer.allocUnsafe(length);
		if (readSync(this.#fd, target, 0, length, position) !== length) throw damaged(`the file ends within ${length} bytes at ${position}`);
		return target;
	}
};
function parsePage(id, bytes) {
	if (bytes.length < 16) throw damaged(`a page has only ${bytes.length} bytes`);
	const flags = bytes.readUInt16LE(8);
	const count = bytes.readUInt16LE(10);
	if (flags !== FLAG_BRANCH && flags !== FLAG_LEAF) throw damaged(`page ${id} is of kind ${flags} where the tree goes on`);
	if (16 + count * ELEMENT_BYTES > bytes.length) throw damaged(`page ${id} claims ${count} elements`);
	return {
		id,
		bytes,
		kind: flags === FLAG_BRANCH ? "branch" : "leaf",
		count
	};
}
function branchAt({ bytes, id }, index) {
	const at = 16 + index * ELEMENT_BYTES;
	const from = at + bytes.readUInt32LE(at);
	const to = from + bytes.readUInt32LE(at + 4);
	if (to > bytes.length) throw damaged(`element ${index} of page ${id} ends behind its page`);
	return {
		key: bytes.subarray(from, to),
		child: bytes.readBigUInt64LE(at + 8)
	};
}
function leafAt({ bytes, id }, index) {
	const at = 16 + index * ELEMENT_BYTES;
	const from = at + bytes.readUInt32LE(at + 4);
	const middle = from + bytes.readUInt32LE(at + 8);
	const to = middle + bytes.readUInt32LE(at + 12);
	if (to > bytes.length) throw damaged(`element ${index} of page ${id} ends behind its page`);
	return {
		key: bytes.subarray(from, middle),
		value: bytes.subarray(middle, to),
		isBucket: (bytes.readUInt32LE(at) & LEAF_IS_BUCKET) !== 0
	};
}

// src/etcd/bbolt/database.ts
function openDatabase(fd) {
	const sizeBytes = fstatSync(fd).size;
	const { newest: meta, damagedPages } = readMetas(fd, sizeBytes);
	if (Number(meta.highWater) * meta.pageSize > sizeBytes) throw damaged(`${meta.highWater} pages of ${meta.pageSize} bytes do not fit into its ${sizeBytes} bytes`);
	const pages = new PageReader(fd, sizeBytes, meta);
	const roots = /* @__PURE__ */ new Map();
	const top = pages.tree(meta.root, Buffer.alloc(meta.pageSize));
	for (const { key, value, isBucket } of leaves(top, pages, meta)) {
		const name = key.toString("latin1");
		if (!isBucket) throw damaged(`"${name}" stands beside the buckets`);
		if (value.length < 16) throw damaged(`bucket ${name} has a header of ${value.length} bytes`);
		roots.set(name, Buffer.from(value));
	}
	return {
		meta,
		sizeBytes,
		damagedMetas: damagedPages,
		buckets: [...roots.keys()],
		*entries(bucket) {
			const header = roots.get(bucket);
			if (header === void 0) return;
			const root = header.readBigUInt64LE(0);
			const page = root === 0n ? parsePage(0n, header.subarray(16)) : pages.tree(root, Buffer.alloc(meta.pageSize));
			for (const { key, value, isBucket } of leaves(page, pages, meta)) {
				if (isBucket) throw damaged(`bucket ${bucket} holds another bucket`);
				yield {
					key,
					value
				};
			}
		},
		requireEveryPage: () => requireEveryPage(pages, meta)
	};
}
function* leaves(root, pages, meta) {
	const way = [];
	const buffers = [];
	const enter = (page, lower, upper) => {
		requireOrder(page, lower, upper);
		if (page.kind === "branch" && page.count === 0) throw damaged(`page ${page.id} leads nowhere`);
		way.push({
			page,
			upper,
			index: 0
		});
	};
	enter(root, void 0, void 0);
	for (let frame = way.at(-1); frame !== void 0; frame = way.at(-1)) {
		const { page, upper, index } = frame;
		if (index === page.count) {
			way.pop();
			continue;
		}
		frame.index++;
		if (page.kind === "leaf") {
			yield leafAt(page, index);
			continue;
		}
		const { key, child } = branchAt(page, index);
		const next = index + 1 < page.count ? branchAt(page, index + 1).key : upper;
		const depth = way.length;
		buffers[depth] ??= Buffer.alloc(meta.pageSize);
		enter(pages.tree(child, buffers[depth]), key, next);
	}
}
function requireOrder(page, lower, upper) {
	const keyAt = (index) => (page.kind === "leaf" ? leafAt(page, index) : branchAt(page, index)).key;
	let before;
	for (let index = 0; index < page.count; index++) {
		const key = keyAt(index);
		if (before === void 0) {
			if (lower !== void 0 && Buffer.compare(lower, key) > 0) throw damaged(`page ${page.id} begins before its place in the tree`);
		} else if (Buffer.compare(before, key) >= 0) throw damaged(`the keys of page ${page.id} do not ascend`);
		before = key;
	}
	if (before !== void 0 && upper !== void 0 && Buffer.compare(before, upper) >= 0) throw damaged(`page ${page.id} ends behind its place in the tree`);
}
function requireEveryPage(pages, meta) {
	const free = pages.freelist();
	if (free === null) return;
	const isFree = new Set(free.map(Number));
	if (isFree.size !== free.length) throw damaged("a page is free twice");
	for (let id = 2; id < Number(meta.highWater); id++) {
		const inTree = pages.hasSeen(id);
		if (inTree === isFree.has(id)) throw damaged(`page ${id} is ${inTree ? "in use and free" : "neither in use nor free"}`);
	}
}
function lengthOf({ highWater, pageSize }) {
	return Number(highWater) * pageSize;
}

// src/etcd/control.ts
const WRITE_DEADLINE_MS = 7e3;
const MOVE_DEADLINE_MS = 1e4;
const CHURN_CONCURRENCY = 128;
const CHURN_TTL_SECONDS = 60;
async function moveLeader(client, leader, to, signal) {
	try {
		await client.unary("Maintenance", "moveLeader", { targetID: to.id.toString() }, {
			deadlineMs: MOVE_DEADLINE_MS,
			signal
		});
	} catch (error) {
		signal?.throwIfAborted();
		throw etcdCallError(`MoveLeader of ${leader.name} at ${leader.clientUrl} to member ${to.id.toString(16)}`, error);
	}
}
async function writeProbe(client, member, signal) {
	try {
		const answer = await client.unary("KV", "put", {
			key: Buffer.from(PROBE_KEY),
			value: Buffer.from(member.name)
		}, {
			deadlineMs: WRITE_DEADLINE_MS,
			signal
		});
		return { revision: BigInt(answer.header.revision) };
	} catch (error) {
		signal?.throwIfAborted();
		throw etcdCallError(`The probe write through ${member.name} at ${member.clientUrl}`, error);
	}
}
async function churnLeases(client, member, entries, signal) {
	const pairs = Math.ceil(entries / 2);
	let begun = 0;
	let done = 0;
	const failures = [];
	const options = {
		deadlineMs: WRITE_DEADLINE_MS,
		signal
	};
	const work = async () => {
		while (begun < pairs && failures.length === 0) {
			begun++;
			try {
				const lease = await client.unary("Lease", "leaseGrant", {
					TTL: String(CHURN_TTL_SECONDS),
					ID: "0"
				}, options);
				await client.unary("Lease", "leaseRevoke", { ID: lease.ID }, options);
				done++;
			} catch (error) {
				failures.push(error);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(CHURN_CONCURRENCY, pairs) }, work));
	signal?.throwIfAborted();
	if (failures.length > 0) {
		const cause = etcdCallError(`Lease grant and revoke through ${member.name} at ${member.clientUrl}`, failures[0]);
		throw new EtcdMigrateError(cause.code, `${cause.message} (after ${done * 2} of ${entries} raft entries)`, {
			cause,
			hint: cause.hint,
			details: {
				...cause.details,
				entriesDone: done * 2
			}
		});
	}
}

// src/etcd/stored-members.ts
const SNAPSHOT_DEADLINE_MS = 6e4;
const SHA256_BYTES = 32;
async function readStoredMembers(client, member, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const what = `The stored members of ${member.name} at ${member.clientUrl}`;
		const file = _usingCtx$1.a(await openNameless());
		await downloadSnapshot(client, what, file, signal);
		const database = openDatabase(file.fd);
		const read = (bucket, parse) => {
			if (!database.buckets.includes(bucket)) throw new EtcdMigrateError("etcd-refused", `${what}: its database has no bucket ${bucket}.`);
			return Array.from(database.entries(bucket), ({ key, value }) => parse(key, value));
		};
		return {
			members: read("members", (key, value) => parseStoredMember(what, key, value)),
			removedIds: read("members_removed", (key) => parseId(what, key))
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function openNameless() {
	const path = join(tmpdir(), `etcd-migrate-${randomBytes(12).toString("hex")}.db`);
	let file;
	try {
		file = await open(path, "wx+", 384);
		await unlink(path);
		return file;
	} catch (error) {
		await file?.close();
		throw fileError(error, "Writing", path);
	}
}
async function downloadSnapshot(client, what, file, signal) {
	const hash = createHash("sha256");
	let tail = Buffer.alloc(0);
	let bytes = 0;
	try {
		const messages = client.stream("Maintenance", "snapshot", {}, {
			deadlineMs: SNAPSHOT_DEADLINE_MS,
			signal
		});
		for await (const { blob } of messages) {
			await file.write(blob);
			bytes += blob.length;
			const seen = Buffer.concat([tail, blob]);
			const hashed = Math.max(0, seen.length - SHA256_BYTES);
			hash.update(seen.subarray(0, hashed));
			tail = seen.subarray(hashed);
		}
	} catch (error) {
		signal?.throwIfAborted();
		throw etcdCallError(what, fileError(error, "Writing", "a temporary snapshot"));
	}
	if (tail.length < SHA256_BYTES || !hash.digest().equals(tail)) throw new EtcdMigrateError("member-lost", `${what}: the snapshot broke off after ${bytes} bytes.`);
	await file.truncate(bytes - SHA256_BYTES);
}
function parseStoredMember(what, key, value) {
	const id = parseId(what, key);
	try {
		return {
			id,
			isLearner: JSON.parse(value.toString()).isLearner === true
		};
	} catch {
		throw notMember(what, key);
	}
}
function parseId(what, key) {
	const name = key.toString("latin1");
	if (!/^[0-9a-f]{1,16}$/.test(name)) throw notMember(what, key);
	return BigInt(`0x${name}`);
}
function notMember(what, key) {
	const name = key.toString("latin1").slice(0, 40);
	return new EtcdMigrateError("etcd-refused", `${what}: the entry "${name}" is not a member.`);
}

// src/etcd/member-access.ts
function createMemberAccess(credentials) {
	const clients = /* @__PURE__ */ new Map();
	const to = (member) => {
		let client = clients.get(member.clientUrl);
		if (client === void 0) {
			requireMemberUrl(member.clientUrl);
			client = connectMember(member.clientUrl, credentials);
			clients.set(member.clientUrl, client);
		}
		return client;
	};
	return {
		status: async (member, signal) => readStatus(to(member), member, signal),
		versions: async (member, signal) => readVersions(member, credentials, signal),
		memberList: async (via, signal) => readMemberList(to(via), via, signal),
		alarms: async (via, signal) => readAlarms(to(via), via, signal),
		hashKv: async (member, revision, signal) => readHashKv(to(member), member, revision, signal),
		read: async (member, mode, signal) => readProbe(to(member), member, mode, signal),
		downgradeEnabled: async (member, signal) => readDowngradeEnabled(member, credentials, signal),
		storedMembers: async (member, signal) => readStoredMembers(to(member), member, signal),
		moveLeader: async (leader, target, signal) => moveLeader(to(leader), leader, target, signal),
		probeWrite: async (member, signal) => writeProbe(to(member), member, signal),
		churnLeases: async (member, entries, signal) => churnLeases(to(member), member, entries, signal),
		[Symbol.asyncDispose]: async () => {
			for (const client of clients.values()) client.close();
			clients.clear();
		}
	};
}

export { connectMember as a, readClusterId as c, readProbe as d, readStatus as f, damageIn as i, readHashKv as l, lengthOf as n, requireMemberUrl as o, getFromMember as p, openDatabase as r, readAlarms as s, createMemberAccess as t, readMemberList as u };