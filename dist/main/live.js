import { o as __toESM } from "./rolldown-runtime.js";
import { t as EtcdMigrateError } from "./errors.js";
import { a as connectMember, c as readClusterId, d as readProbe, i as damageIn, l as readHashKv, n as lengthOf, o as requireMemberUrl, r as openDatabase, t as createMemberAccess, u as readMemberList } from "./member-access.js";
import { _ as string, g as strictObject, i as _enum, l as int, n as datetime, o as array, u as literal } from "./npm/zod.js";
import { i as etcdCallError } from "./errors2.js";
import { S as syncDirectory, b as pathError, w as writeFileAtomic } from "./own-places.js";
import { t as present } from "./present.js";
import { t as require_crc32c } from "./npm/crc-32.js";
import { t as createRandom } from "./random.js";
import { t as require_minimal } from "./npm/protobufjs.js";
import { t as _usingCtx } from "./usingCtx.js";
import { c as readSmallFile, l as shapedAs, s as readJsonFile } from "./wishes.js";
import { r as membersAt, t as readCredentials } from "./live-cluster.js";
import { r as tool } from "./envelope.js";
import { basename, dirname, join } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { link, lstat, mkdir, open, readdir as readdir$1, rm, stat, statfs } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { hostname } from "node:os";

// src/backup/live-cluster.ts
function compareWithLive({ keySpace, members }, live, { clusterId, rpoRevisions }) {
	if (typeof live === "string") {
		const unasked = `the live cluster could not be asked: ${live}`;
		if (rpoRevisions === void 0) return { seen: [unasked] };
		return {
			broken: {
				verdict: "inconclusive",
				reason: "backup-age-unknown",
				why: `Nobody can say how many revisions it is behind: ${unasked}`
			},
			seen: []
		};
	}
	if (!(clusterId === void 0 ? members.some(({ id }) => live.memberIds.includes(id)) : clusterId === live.clusterId)) return failing("backup-foreign", `It is of ${clusterId === void 0 ? `members ${members.map(({ id }) => id).join(", ")}` : `cluster ${clusterId}`}; the live cluster is ${clusterId === void 0 ? `members ${live.memberIds.join(", ")}` : `cluster ${live.clusterId}`}`);
	const behind = live.revision - BigInt(keySpace.revision);
	if (behind < 0n) return failing("backup-foreign", `It is of revision ${keySpace.revision}, but the live cluster only at ${live.revision}: that has lost data, or was restored from an older backup`);
	if (rpoRevisions !== void 0 && behind > BigInt(rpoRevisions)) return failing("backup-stale", `The live cluster is ${behind} revisions ahead of it; policy allows ${rpoRevisions}`);
	return { seen: [`the live cluster is ${behind} revisions ahead of it`] };
}
function failing(reason, why) {
	return {
		broken: {
			verdict: "fail",
			reason,
			why
		},
		seen: []
	};
}

// src/backup/file-identity.ts
async function openForReading(path) {
	let file;
	try {
		file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
	} catch (error) {
		const { code, message } = error;
		if (code !== "ENOENT" && code !== "ENXIO") throw pathError(error, "Reading", path);
		throw new EtcdMigrateError("backup-unreadable", `${path} cannot be read: ${message}.`, { cause: error });
	}
	if ((await file.stat()).isFile()) return file;
	await file.close();
	throw new EtcdMigrateError("backup-unreadable", `${path} is not a regular file.`, { hint: "Name a snapshot file." });
}
async function requireUnchanged(path, before) {
	const now = await stat(path).catch(() => void 0);
	const same = now !== void 0 && now.ino === before.ino && now.dev === before.dev;
	if (same && now.size === before.size && now.mtimeMs === before.mtimeMs && now.ctimeMs === before.ctimeMs) return;
	throw new EtcdMigrateError("backup-changed", `${path} ${now === void 0 ? "vanished" : same ? "changed" : "was replaced"} while it was read; nothing was proven of it.`);
}

// src/backup/partials.ts
const host = hostname().replace(/[^A-Za-z0-9]/g, "");
const ours = /\.partial-([A-Za-z0-9]*)-(\d+)-[0-9a-f]{8}$/;
function partialPathOf(path) {
	const name = `${basename(path)}.partial-${host}-${process.pid}-${randomBytes(4).toString("hex")}`;
	return join(dirname(path), name);
}
function isPartial(name) {
	return ours.test(name);
}
async function removeDeadPartials(directory) {
	const dead = (await readdir$1(directory)).filter((name) => {
		const [, of, pid] = ours.exec(name) ?? [];
		return of === host && !isAlive(Number(pid));
	});
	for (const name of dead) await rm(join(directory, name), { force: true });
	return dead;
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code !== "ESRCH";
	}
}

// src/backup/sidecar.ts
const mostBytes$1 = 1048576;
const sha256 = string().regex(/^[0-9a-f]{64}$/);
const Sidecar = strictObject({
	schemaVersion: literal(1),
	kind: literal("etcd-migrate/backup-sidecar"),
	sha256,
	bytes: int(),
	revision: int(),
	hash: int(),
	hashBy: _enum(["member", "file"]),
	clusterId: string(),
	members: array(strictObject({
		id: string(),
		name: string()
	})),
	etcd: string(),
	takenFrom: string(),
	takenAt: datetime(),
	toolVersion: string()
});
function sidecarPathOf(backup) {
	return `${backup}.json`;
}
async function readSidecar(backup) {
	const path = sidecarPathOf(backup);
	const invalid = invalidAt(path);
	const json = await readJsonFile(path, mostBytes$1, invalid);
	return json === void 0 || !looksLikeOurs(json) ? void 0 : shapedAs(Sidecar, json, invalid);
}
function invalidAt(path) {
	return (why) => new EtcdMigrateError("sidecar-invalid", `${path} ${why}.`);
}
function looksLikeOurs(json) {
	if (typeof json !== "object" || json === null) return false;
	return "kind" in json && json.kind === Sidecar.shape.kind.value || "sha256" in json && "takenAt" in json && "hashBy" in json;
}
function checksumPathOf(backup) {
	return `${backup}.sha256`;
}
async function readChecksum(backup) {
	const path = checksumPathOf(backup);
	const text = await readSmallFile(path, mostBytes$1, invalidAt(path));
	if (text === void 0) return void 0;
	const own = text.split("\n").map((line) => /^\\?([0-9a-fA-F]{64})(?:\s+\*?(.+?))?\s*$/.exec(line)).find((line) => line !== null && (line[2] === void 0 || basename(line[2]) === basename(backup)));
	if (own?.[1] !== void 0) return {
		source: basename(path),
		sha256: own[1].toLowerCase()
	};
	throw invalidAt(path)(`has no SHA-256 of ${basename(backup)}`);
}
function expectedBy(sidecar, checksums, backup) {
	const source = basename(sidecarPathOf(backup));
	const digests = [...sidecar === void 0 ? [] : [{
		source,
		sha256: sidecar.sha256
	}], ...checksums];
	const [first] = digests;
	if (first === void 0) return {};
	const other = digests.find(({ sha256 }) => sha256 !== first.sha256);
	if (other !== void 0) {
		const two = `${first.source} names ${first.sha256}, ${other.source} names ${other.sha256}`;
		throw new EtcdMigrateError("sidecar-invalid", `Of ${basename(backup)} there are two digests: ${two}.`);
	}
	if (sidecar === void 0) return { expected: first };
	const { sha256: digest, revision, hash, clusterId, members } = sidecar;
	return {
		expected: {
			source,
			sha256: digest,
			revision,
			hash,
			clusterId,
			memberIds: members.map(({ id }) => id)
		},
		takenAt: {
			wallMs: Date.parse(sidecar.takenAt),
			by: "recorded"
		},
		madeBy: sidecar.etcd
	};
}

// src/backup/source-member.ts
const pollMs = 200;
const caughtUpMs = 3e4;
async function chooseSource(members, view, clock, signal) {
	const asked = await Promise.allSettled(members.map(async (member) => ({
		member,
		status: await view.status(member, signal)
	})));
	signal?.throwIfAborted();
	const voters = asked.flatMap((each) => each.status === "fulfilled" ? [each.value] : []).filter(({ status }) => !status.isLearner).sort((a, b) => descending(a.status.raftTerm, b.status.raftTerm) || descending(a.status.raftAppliedIndex, b.status.raftAppliedIndex));
	const leader = voters.find(({ status }) => status.memberId === status.leaderId);
	const followers = voters.filter(({ status }) => status.memberId !== status.leaderId && status.leaderId !== 0n);
	const [chosen] = leader === void 0 ? followers : [...followers, leader];
	if (chosen === void 0) {
		const why = asked.map((each, index) => {
			const name = members[index]?.clientUrl;
			if (each.status === "rejected") return each.reason.message;
			return each.value.status.isLearner ? `${name} is a learner` : `${name} knows no leader`;
		});
		throw new EtcdMigrateError("connection-failed", `No member can give a backup:\n${why.join("\n")}`, { hint: "Name endpoints of voting members of a cluster that has a leader." });
	}
	const { member, status } = chosen;
	await view.read(member, "linearizable", signal);
	const wanted = leader?.status.raftAppliedIndex ?? status.raftIndex;
	const begunUs = clock.monotonicUs();
	for (;;) {
		const { raftAppliedIndex } = await view.status(member, signal);
		if (raftAppliedIndex >= wanted) break;
		if ((clock.monotonicUs() - begunUs) / 1e3 > caughtUpMs) throw new EtcdMigrateError("gate-failed", `${member.clientUrl} has applied ${raftAppliedIndex} of ${wanted} after ${caughtUpMs / 1e3} s; no backup was taken.`, { hint: "Look why this member lags behind its leader, or name another endpoint." });
		await clock.sleep(pollMs, signal);
	}
	return {
		member,
		version: status.version,
		role: chosen === leader ? "leader" : "follower"
	};
}
function descending(a, b) {
	return a === b ? 0 : a < b ? 1 : -1;
}

// src/etcd/snapshot-stream.ts
const deadlineMs = 216e5;
async function* streamSnapshot(client, member, signal) {
	try {
		const parts = client.stream("Maintenance", "snapshot", {}, {
			deadlineMs,
			signal
		});
		for await (const { blob, remaining_bytes } of parts) yield {
			bytes: blob,
			remainingBytes: Number(remaining_bytes)
		};
	} catch (error) {
		signal?.throwIfAborted();
		throw etcdCallError(`The snapshot of ${member.name} at ${member.clientUrl}`, error);
	}
}

// src/backup/file-digest.ts
const hashBytes = 32;
const chunkBytes = 1 << 20;
async function digestFile(file, { bytes, databaseBytes }, progress, signal) {
	const hash = createHash("sha256");
	const chunk = Buffer.allocUnsafe(chunkBytes);
	let read = 0;
	const digestUpTo = async (end) => {
		while (read < end) {
			signal?.throwIfAborted();
			const { bytesRead } = await file.read(chunk, 0, Math.min(chunkBytes, end - read), read);
			if (bytesRead === 0) return;
			hash.update(chunk.subarray(0, bytesRead));
			read += bytesRead;
			progress(read, bytes);
		}
	};
	await digestUpTo(databaseBytes);
	const expected = hash.copy().digest();
	const behind = Buffer.alloc(Math.min(hashBytes, bytes - databaseBytes));
	await file.read(behind, 0, behind.length, databaseBytes);
	await digestUpTo(bytes);
	const integrity = integrityOf(bytes - databaseBytes, behind.equals(expected));
	return {
		bytes: read,
		sha256: hash.digest("hex"),
		integrity
	};
}
const smallestPage = 512;
function integrityOf(more, fits) {
	if (more === hashBytes) return fits ? "matches" : "differs";
	if (fits) return "followed-by-more";
	return more % smallestPage === 0 ? "absent" : "impossible-size";
}

// src/backup/foreign-formats.ts
const packed = (name) => ({
	name,
	advice: "unpack it first"
});
const encrypted = (name) => ({
	name,
	advice: "decrypt it first"
});
const signatures = [
	["1f8b", packed("gzip data")],
	["28b52ffd", packed("Zstandard data")],
	["504b0304", packed("a ZIP archive")],
	["425a68", packed("bzip2 data")],
	["fd377a585a", packed("XZ data")],
	["6167652d656e6372797074696f6e2e6f7267", encrypted("a file encrypted with age")],
	["85", encrypted("a file encrypted with PGP")]
];
const texts = [
	[/^-----BEGIN PGP/, encrypted("a file encrypted with PGP")],
	[/^[^<]{257}ustar/, packed("a tar archive")],
	[/^\s*<(!doctype html|html|\?xml)/i, {
		name: "an HTML or XML page",
		advice: "see why the store answered with a page instead of the file"
	}],
	[/^\s*[{[]/, {
		name: "JSON",
		advice: "see whether the store answered with an error instead of the file"
	}]
];
function tellFormat(head) {
	const hex = head.toString("hex");
	const text = head.toString("latin1");
	return signatures.find(([signature]) => hex.startsWith(signature))?.[1] ?? texts.find(([pattern]) => pattern.test(text))?.[1];
}

// src/backup/key-value.ts
var import_crc32c = /* @__PURE__ */ __toESM(require_crc32c(), 1);
var import_minimal = /* @__PURE__ */ __toESM(require_minimal(), 1);
const revisionBytes = 17;
const separator = 95;
const tombstone = 116;
function parseRevision(key) {
	const isTombstone = key.length === 18 && key[revisionBytes] === tombstone;
	if (key.length !== revisionBytes && !isTombstone || key[8] !== separator) throw corrupt$3(`an entry of the key space has the key ${key.subarray(0, 24).toString("hex")}, which is no revision`);
	return {
		main: wholeNumber(key, 0),
		sub: wholeNumber(key, 9),
		isTombstone
	};
}
function wholeNumber(bytes, at) {
	const high = bytes.readUInt32BE(at);
	if (high > 2097151) throw corrupt$3(`revision ${bytes.readBigUInt64BE(at)} is beyond all that can be`);
	return high * 4294967296 + bytes.readUInt32BE(at + 4);
}
const nothing$1 = /* @__PURE__ */ new Uint8Array(0);
function parseKeyValue(bytes) {
	let [key, value] = [nothing$1, nothing$1];
	let [createRevision, modRevision, version] = [
		0,
		0,
		0
	];
	let lease;
	try {
		const reader = import_minimal.default.Reader.create(bytes);
		while (reader.pos < reader.len) {
			const tag = reader.uint32();
			switch (tag) {
				case 10:
					key = reader.bytes();
					break;
				case 16:
					createRevision = Number(reader.int64());
					break;
				case 24:
					modRevision = Number(reader.int64());
					break;
				case 32:
					version = Number(reader.int64());
					break;
				case 42:
					value = reader.bytes();
					break;
				case 48:
					lease = wholeVarint(bytes, reader);
					break;
				default: throw new RangeError(`field ${tag >>> 3} of wire type ${tag & 7}`);
			}
		}
	} catch (error) {
		throw corrupt$3(`a value of the key space is no key-value pair (${error.message})`);
	}
	return {
		key,
		createRevision,
		modRevision,
		version,
		value,
		lease
	};
}
function wholeVarint(bytes, reader) {
	const from = reader.pos;
	reader.skip();
	let id = 0n;
	for (let at = reader.pos - 1; at >= from; at--) id = id << 7n | BigInt(bytes[at] & 127);
	return id === 0n ? void 0 : BigInt.asUintN(64, id).toString(16);
}
function corrupt$3(how) {
	return new EtcdMigrateError("backup-corrupt", `The snapshot is damaged: ${how}.`, { details: { how } });
}

// src/backup/live-keys.ts
const mostSlots = 2 ** 20;
const fullest = .7;
const dead = 0;
var LiveKeys = class {
	#shares;
	#share;
	#mostSlots;
	#high = /* @__PURE__ */ new Uint32Array(1024);
	#low = /* @__PURE__ */ new Uint32Array(1024);
	#group = /* @__PURE__ */ new Uint32Array(1024);
	#entry = /* @__PURE__ */ new Uint32Array(1024);
	#used = 0;
	constructor({ shares = 1, share = 0, slots = mostSlots } = {}) {
		this.#shares = shares;
		this.#share = share;
		this.#mostSlots = slots;
	}
	get shares() {
		return this.#shares;
	}
	get share() {
		return this.#share;
	}
	put(key, group, entry) {
		this.#set(key, group + 1, entry);
	}
	delete(key) {
		this.#set(key, dead, 0);
	}
	each(tell) {
		for (const [slot, group] of this.#group.entries()) if (group !== dead) tell(group - 1, this.#entry[slot]);
	}
	#set(key, value, entry) {
		const [high, low] = hash(key);
		if (high % this.#shares !== this.#share) return;
		const slot = this.#slotOf(high, low);
		if (this.#low[slot] === 0 && this.#high[slot] === 0) {
			this.#high[slot] = high;
			this.#low[slot] = low;
			this.#used++;
		}
		this.#group[slot] = value;
		this.#entry[slot] = entry;
		if (this.#used > this.#low.length * fullest) this.#makeRoom();
	}
	#slotOf(high, low) {
		const mask = this.#low.length - 1;
		let slot = low & mask;
		while ((this.#low[slot] !== 0 || this.#high[slot] !== 0) && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = slot + 1 & mask;
		return slot;
	}
	#makeRoom() {
		const before = {
			high: this.#high,
			low: this.#low,
			group: this.#group,
			entry: this.#entry
		};
		const cut = this.#share === 0 && this.#low.length >= this.#mostSlots;
		if (cut) this.#shares *= 2;
		const slots = cut ? this.#low.length : this.#low.length * 2;
		this.#high = new Uint32Array(slots);
		this.#low = new Uint32Array(slots);
		this.#group = new Uint32Array(slots);
		this.#entry = new Uint32Array(slots);
		this.#used = 0;
		for (let old = 0; old < before.low.length; old++) {
			const high = before.high[old];
			const low = before.low[old];
			if (low === 0 && high === 0 || high % this.#shares !== this.#share) continue;
			const slot = this.#slotOf(high, low);
			this.#high[slot] = high;
			this.#low[slot] = low;
			this.#group[slot] = before.group[old];
			this.#entry[slot] = before.entry[old];
			this.#used++;
		}
	}
};
function hash(key) {
	let high = 2654435769 ^ key.length;
	let low = 2246822507;
	for (let at = 0; at < key.length; at++) {
		const byte = key[at];
		high = Math.imul(high ^ byte, 2654435761);
		low = Math.imul((low ^ byte) + high, 1597334677);
	}
	high = mix(high ^ low >>> 15);
	low = mix(low ^ high >>> 13);
	return [high, low === 0 && high === 0 ? 1 : low];
}
function mix(word) {
	let mixed = word ^ word >>> 16;
	mixed = Math.imul(mixed, 2246822507);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 3266489909);
	return (mixed ^ mixed >>> 16) >>> 0;
}

// src/backup/prefix-digests.ts
const mostBytes = 32 * 2 ** 20;
const mostKeys = 5e4;
const pageBytes = 2 ** 20;
const pageKeys = 1e3;
const mostRanges = 100;
function chooseRanges(sizes) {
	const all = sizes.reduce(sum, {
		prefix: "",
		...nothing
	});
	if (all.bytes <= mostBytes && all.keys <= mostKeys) return all.keys === 0 ? [] : [rangeOf(all)];
	const ranges = withNested(sizes).filter(({ prefix, keys }) => keys > 0 && prefix !== "" && !prefix.includes("�")).sort((a, b) => b.keys - a.keys).slice(0, mostRanges).sort((a, b) => a.bytes - b.bytes);
	let left = {
		bytes: mostBytes,
		keys: mostKeys
	};
	const fits = ({ bytes, keys }) => {
		const then = {
			bytes: left.bytes - bytes,
			keys: left.keys - keys
		};
		if (then.bytes < 0 || then.keys < 0) return false;
		left = then;
		return true;
	};
	return ranges.filter(fits).map(rangeOf);
}
const nothing = {
	entries: 0,
	bytes: 0,
	keys: 0
};
function sum(into, of) {
	const { prefix } = into;
	return {
		prefix,
		entries: into.entries + of.entries,
		bytes: into.bytes + of.bytes,
		keys: into.keys + of.keys
	};
}
function rangeOf({ prefix, entries, bytes }) {
	return {
		prefix,
		pageKeys: Math.max(1, Math.min(pageKeys, Math.floor(pageBytes * entries / bytes)))
	};
}
function withNested(sizes) {
	const all = new Map(sizes.map((size) => [size.prefix, size]));
	for (const size of sizes) for (let end = size.prefix.indexOf("/") + 1; end > 0 && end < size.prefix.length;) {
		const outer = all.get(size.prefix.slice(0, end));
		if (outer !== void 0) all.set(outer.prefix, sum(outer, size));
		end = size.prefix.indexOf("/", end) + 1;
	}
	return [...all.values()];
}
function within(ranges) {
	const known = /* @__PURE__ */ new Map();
	return (prefix) => {
		let answer = known.get(prefix);
		if (answer === void 0) {
			answer = ranges.some((range) => prefix.startsWith(range.prefix));
			known.set(prefix, answer);
		}
		return answer;
	};
}
var PrefixDigests = class {
	#sums = /* @__PURE__ */ new Map();
	get prefixes() {
		return this.#sums.keys();
	}
	add(prefix, pair) {
		this.#sums.set(prefix, BigInt.asUintN(64, (this.#sums.get(prefix) ?? 0n) + hashOf(pair)));
	}
	of(prefix) {
		return this.#sums.get(prefix);
	}
};
function hashOf({ key, value, createRevision, modRevision, version, lease }) {
	const numbers = [
		key.length,
		value.length,
		createRevision,
		modRevision,
		version,
		lease ?? ""
	].join(" ");
	return createHash("sha256").update(`${numbers}\n`).update(key).update(value).digest().readBigUInt64BE();
}

// src/backup/key-group.ts
const slash = 47;
function groupOf(key) {
	const segments = key[0] === slash ? 3 : 1;
	let end = -1;
	for (let found = 0; found < segments; found++) {
		const next = key.indexOf(slash, end + 1);
		if (next < 0) break;
		end = next;
	}
	return Buffer.from(key.buffer, key.byteOffset, end + 1).toString();
}

// src/backup/prefixes.ts
const mostPrefixes = 2e4;
var Prefixes = class {
	#most;
	#known = /* @__PURE__ */ new Set();
	constructor(most = mostPrefixes) {
		this.#most = most;
	}
	add(key) {
		const prefix = groupOf(key);
		if (this.#known.size < this.#most) this.#known.add(prefix);
		return this.#nearest(prefix);
	}
	of(key) {
		return this.#nearest(groupOf(key));
	}
	#nearest(prefix) {
		let nearest = prefix;
		while (nearest !== "" && !this.#known.has(nearest)) nearest = nearest.slice(0, nearest.slice(0, -1).lastIndexOf("/") + 1);
		return nearest;
	}
};

// src/backup/key-space.ts
const sampleSize = 64;
const mostGroups = 5e4;
const entriesBetweenBreaths = 4096;
async function readKeySpace(entries, compactRevision, breathe) {
	const each = async (take) => {
		let number = 0;
		for (const entry of entries()) {
			take(entry, number);
			if (++number % entriesBetweenBreaths === 0) await breathe(number);
		}
		return number;
	};
	const groups = /* @__PURE__ */ new Map();
	const prefixes = new Prefixes();
	let newestEntry = 0;
	const first = new LiveKeys();
	const count = await each((entry, number) => {
		newestEntry = Math.max(newestEntry, tell$1(entry, number, first, groups, prefixes));
	});
	const counts = [];
	const newest = new Uint8Array(Math.ceil(count / 8));
	const settle = (group, number) => {
		counts[group] = (counts[group] ?? 0) + 1;
		newest[number >> 3] |= 1 << (number & 7);
	};
	first.each(settle);
	for (let share = 1; share < first.shares; share++) {
		const keys = new LiveKeys({
			shares: first.shares,
			share
		});
		await each((entry, number) => void tell$1(entry, number, keys, groups, prefixes));
		keys.each(settle);
	}
	const living = [...groups.values()].filter(({ number }) => (counts[number] ?? 0) > 0);
	const leases = new Set(living.flatMap(({ lease }) => lease === void 0 ? [] : [lease]));
	const byPrefix = /* @__PURE__ */ new Map();
	for (const { prefix, number } of living) byPrefix.set(prefix, (byPrefix.get(prefix) ?? 0) + (counts[number] ?? 0));
	const keysByPrefix = [...byPrefix].sort((a, b) => b[1] - a[1]);
	const revision = Math.max(1, compactRevision, newestEntry);
	const keys = keysByPrefix.reduce((sum, [, each]) => sum + each, 0);
	const digested = chooseRanges(sizesOf([...groups.values()], byPrefix));
	const isDigested = within(digested);
	const digests = new PrefixDigests();
	const sample = new Sample(createRandom(revision % 2 ** 31));
	const lives = (entry) => {
		sample.offer(entry);
		if (digested.length === 0) return;
		const pair = parseKeyValue(entry.value);
		const prefix = prefixes.of(pair.key);
		if (isDigested(prefix)) digests.add(prefix, pair);
	};
	const isNewest = (number) => (newest[number >> 3] & 1 << (number & 7)) !== 0;
	return {
		revision,
		newestEntry,
		entries: count,
		keys,
		leases,
		prefixes,
		keysByPrefix,
		digested,
		digests,
		hash: await hashKv(each, {
			compactRevision,
			isNewest,
			anyLives: keys > 0
		}, lives),
		sample: sample.keys
	};
}
async function hashKv(each, by, live) {
	let hash = import_crc32c.default.str("key");
	await each((entry, number) => {
		const { key, value } = entry;
		const { main, isTombstone } = parseRevision(key);
		if (by.isNewest(number)) live(entry);
		if (main <= by.compactRevision && by.anyLives && !by.isNewest(number)) return;
		if (main === by.compactRevision && isTombstone) return;
		hash = import_crc32c.default.buf(value, import_crc32c.default.buf(key, hash));
	});
	return hash >>> 0;
}
var Sample = class {
	keys = [];
	#random;
	#offered = 0;
	constructor(random) {
		this.#random = random;
	}
	offer({ value }) {
		this.#offered++;
		const place = this.#offered <= sampleSize ? this.#offered - 1 : this.#random.int(this.#offered);
		if (place >= sampleSize) return;
		const pair = parseKeyValue(value);
		this.keys[place] = {
			key: Buffer.from(pair.key),
			modRevision: pair.modRevision,
			valueSha256: createHash("sha256").update(pair.value).digest("hex")
		};
	}
};
function tell$1({ key, value }, number, keys, groups, prefixes) {
	const { main, isTombstone } = parseRevision(key);
	const pair = parseKeyValue(value);
	if (pair.key.length === 0) throw corrupt$2(`revision ${main} names no key`);
	if (isTombstone) {
		keys.delete(pair.key);
		return main;
	}
	const { createRevision, modRevision, version, lease } = pair;
	if (modRevision !== main || createRevision > main || createRevision < 1 || version < 1) throw corrupt$2(`revision ${main} calls itself ${modRevision}, created at ${createRevision} and written ${version} times`);
	const prefix = prefixes.add(pair.key);
	const told = groups.size < mostGroups ? lease : void 0;
	const name = `${told ?? ""} ${prefix}`;
	let group = groups.get(name);
	if (group === void 0) {
		group = {
			number: groups.size,
			prefix,
			lease: told,
			entries: 0,
			bytes: 0
		};
		groups.set(name, group);
	}
	if (keys.share === 0) {
		group.entries++;
		group.bytes += value.length;
	}
	keys.put(pair.key, group.number, number);
	return main;
}
function sizesOf(groups, keys) {
	const sizes = /* @__PURE__ */ new Map();
	for (const { prefix, entries, bytes } of groups) {
		const before = sizes.get(prefix) ?? {
			entries: 0,
			bytes: 0
		};
		const total = {
			entries: before.entries + entries,
			bytes: before.bytes + bytes
		};
		sizes.set(prefix, {
			prefix,
			...total,
			keys: keys.get(prefix) ?? 0
		});
	}
	return [...sizes.values()];
}
function corrupt$2(how) {
	return new EtcdMigrateError("backup-corrupt", `The snapshot is damaged: ${how}.`, { details: { how } });
}

// src/backup/stored-fields.ts
function readFields(what, value, field) {
	try {
		const reader = import_minimal.default.Reader.create(value);
		while (reader.pos < reader.len) {
			const tag = reader.uint32();
			if (!field(tag, reader)) reader.skipType(tag & 7);
		}
	} catch (error) {
		const how = `the record of a ${what} is none (${error.message})`;
		throw new EtcdMigrateError("backup-corrupt", `The snapshot is damaged: ${how}.`, { details: { how } });
	}
}

// src/backup/stored-auth.ts
function userOf({ key, value }) {
	const roles = [];
	readFields("user", value, (tag, reader) => {
		if (tag !== 26) return false;
		roles.push(reader.string());
		return true;
	});
	return {
		name: key.toString(),
		roles
	};
}
function roleOf({ key, value }) {
	const grants = [];
	readFields("role", value, (tag, reader) => {
		if (tag !== 18) return false;
		grants.push(grantOf(Buffer.from(reader.bytes())));
		return true;
	});
	return {
		name: key.toString(),
		grants
	};
}
const permissions = [
	"READ",
	"WRITE",
	"READWRITE"
];
function grantOf(value) {
	let [permission, key, rangeEnd] = [
		"READ",
		Buffer.alloc(0),
		Buffer.alloc(0)
	];
	readFields("role", value, (tag, reader) => {
		if (tag === 8) permission = permissions[reader.int32()] ?? "unknown";
		else if (tag === 18) key = Buffer.from(reader.bytes());
		else if (tag === 26) rangeEnd = Buffer.from(reader.bytes());
		else return false;
		return true;
	});
	return {
		permission,
		key,
		rangeEnd
	};
}
function digestOfUsers(users) {
	return digest(users.map(({ name, roles }) => [name, [...roles].sort()]));
}
function digestOfRoles(roles) {
	return digest(roles.map(({ name, grants }) => [name, name === "root" ? [] : grants.map(({ permission, key, rangeEnd }) => [
		permission,
		key.toString("hex"),
		rangeEnd.toString("hex")
	].join()).sort()]));
}
function digest(rows) {
	const sorted = rows.map((row) => JSON.stringify(row)).sort();
	return createHash("sha256").update(sorted.join("\n")).digest("hex");
}

// src/backup/snapshot.ts
function readEarlyFacts(fd) {
	const database = openWhole(fd);
	return factsOf(database, all(database, "meta"));
}
const required = [
	"auth",
	"authRoles",
	"authUsers",
	"cluster",
	"key",
	"lease",
	"members",
	"meta"
];
const read = /* @__PURE__ */ new Set([...required, "alarm"]);
async function readSnapshot(fd, breathe) {
	const database = openWhole(fd);
	const meta = all(database, "meta");
	const compaction = compactionOf(meta);
	let isFirst = true;
	const entries = () => {
		const each = (isFirst ? database : openDatabase(fd)).entries("key");
		isFirst = false;
		return each;
	};
	const keySpace = await readKeySpace(entries, compaction.compactRevision, breathe);
	const facts = {
		...factsOf(database, meta),
		...compaction,
		keySpace
	};
	const known = new Set(facts.leases.map(({ id }) => id));
	const strange = [...keySpace.leases].filter((id) => !known.has(id)).length;
	if (strange > 0) throw corrupt$1(`its keys hang on ${strange} leases that it does not have`);
	for (const name of database.buckets) if (!read.has(name)) countOf(database, name);
	database.requireEveryPage();
	return facts;
}
function openWhole(fd) {
	const database = openDatabase(fd);
	const missing = required.filter((name) => !database.buckets.includes(name));
	if (missing.length > 0) throw corrupt$1(`it has no bucket ${missing.join(", ")}, so it is no etcd database`);
	return database;
}
function compactionOf(meta) {
	const revisionOf = (key) => {
		const value = meta.get(key);
		return value === void 0 ? 0 : parseRevision(value).main;
	};
	const [scheduled, finished] = [revisionOf("scheduledCompactRev"), revisionOf("finishedCompactRev")];
	return {
		compactRevision: Math.max(scheduled, finished),
		compactionDone: scheduled <= finished
	};
}
function factsOf(database, meta) {
	const auth = all(database, "auth");
	return {
		databaseBytes: lengthOf(database.meta),
		pageSize: database.meta.pageSize,
		damagedMetas: database.damagedMetas,
		storageVersion: meta.get("storageVersion")?.toString("latin1") ?? null,
		clusterVersion: all(database, "cluster").get("clusterVersion")?.toString("latin1") ?? null,
		members: [...all(database, "members")].map(([id, value]) => memberOf(id, value)),
		leases: Array.from(database.entries("lease"), leaseOf),
		auth: {
			enabled: auth.get("authEnabled")?.[0] === 1,
			users: Array.from(database.entries("authUsers"), userOf),
			roles: Array.from(database.entries("authRoles"), roleOf)
		},
		alarms: countOf(database, "alarm")
	};
}
function memberOf(id, value) {
	try {
		const { name, peerURLs, isLearner } = JSON.parse(value.toString());
		const peerUrls = Array.isArray(peerURLs) ? peerURLs.map(String) : [];
		return {
			id,
			name: typeof name === "string" ? name : "",
			peerUrls,
			isLearner: isLearner === true
		};
	} catch {
		throw corrupt$1(`the record of member ${id} is no JSON`);
	}
}
function leaseOf({ key, value }) {
	const id = key.toString("hex").replace(/^0+(?=.)/, "");
	let [ttl, remaining] = [0, 0];
	readFields(`lease ${id}`, value, (tag, reader) => {
		if (tag === 16) ttl = Number(reader.int64());
		else if (tag === 24) remaining = Number(reader.int64());
		else return false;
		return true;
	});
	return {
		id,
		ttlSeconds: remaining > 0 ? remaining : ttl
	};
}
function all(database, bucket) {
	return new Map(Array.from(database.entries(bucket), ({ key, value }) => [key.toString("latin1"), Buffer.from(value)]));
}
function countOf(database, bucket) {
	let entries = 0;
	for (const _ of database.entries(bucket)) entries++;
	return entries;
}
function corrupt$1(how) {
	return new EtcdMigrateError("backup-corrupt", `The snapshot is damaged: ${how}.`, { details: { how } });
}

// src/backup/file-link.ts
async function proveFile(path, options) {
	try {
		var _usingCtx$3 = _usingCtx();
		const startUs = options.clock.monotonicUs();
		const file = _usingCtx$3.a(await openForReading(path));
		const before = await file.stat();
		const bytes = before.size;
		let seen;
		try {
			seen = await look(file, bytes, options);
		} catch (cause) {
			const { code, message } = cause;
			if (cause instanceof EtcdMigrateError || typeof code !== "string" || !/^E[A-Z0-9]+$/.test(code)) throw cause;
			throw new EtcdMigrateError("backup-unreadable", `${path} cannot be read: ${message}.`, { cause });
		}
		await requireUnchanged(path, before);
		const own = brokenBy(seen, options.expected);
		const beside = await besideLive(seen, options);
		const all = [
			own,
			own?.verdict === "fail" ? void 0 : originOf(options),
			beside.broken
		].filter((each) => each !== void 0);
		const broken = all.find(({ verdict }) => verdict === "fail") ?? all[0];
		return {
			bytes,
			identity: before,
			modifiedMs: before.mtimeMs,
			integrity: seen.digest?.integrity ?? null,
			sha256: seen.digest?.sha256 ?? null,
			facts: seen.facts ?? null,
			link: {
				name: "file",
				verdict: broken?.verdict ?? "pass",
				evidence: [
					...broken ? [broken.why] : [],
					...tell(bytes, seen.digest, seen.facts),
					...toldBy(options.expected, own),
					...beside.seen
				],
				failureReason: broken?.reason ?? null,
				durationMs: (options.clock.monotonicUs() - startUs) / 1e3
			}
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
function brokenBy({ broken, digest, facts }, expected) {
	if (broken !== void 0) return broken;
	if (digest === void 0 || facts === void 0) return void 0;
	const strange = unexpected(digest, facts, expected);
	if (strange !== void 0 || digest.integrity !== "absent") return strange;
	if (expected?.hash !== void 0 && expected.revision !== void 0) return void 0;
	return {
		verdict: "inconclusive",
		reason: "no-integrity-hash",
		why: "No hash stands behind the database, as in a copied member/snap/db: its structure is whole, but nothing in the file tells a changed value, nor does a digest that was made of the copy"
	};
}
function originOf({ clusterId, expected }) {
	if (clusterId === void 0 || clusterId === expected?.clusterId) return void 0;
	if (expected?.clusterId === void 0) return {
		verdict: "inconclusive",
		reason: "backup-origin-unknown",
		why: `Nothing beside it says of which cluster it is; it must be of ${clusterId}`
	};
	return {
		verdict: "fail",
		reason: "backup-foreign",
		why: `It is of cluster ${expected.clusterId}, by what ${expected.source} says; it must be of ${clusterId}`
	};
}
async function besideLive({ broken, facts }, { live, expected, rpoRevisions }) {
	if (broken !== void 0 || facts === void 0) return { seen: [] };
	if (live === void 0 && rpoRevisions === void 0) return { seen: [] };
	const { clusterId } = expected ?? {};
	return compareWithLive(facts, await live?.() ?? "no `connection` names it", { ...present({
		clusterId,
		rpoRevisions
	}) });
}
function toldBy(expected, broken) {
	if (broken !== void 0) return [];
	if (expected !== void 0) return [`all of it as ${expected.source} says`];
	return ["it has no sidecar and no checksum: nothing says whether it is the file, of the cluster and the moment, that is meant"];
}
async function look(file, bytes, options) {
	if (bytes === 0) return { broken: corrupt("The file is empty") };
	let databaseBytes;
	try {
		databaseBytes = lengthOf(openDatabase(file.fd).meta);
	} catch (error) {
		const damage = damageOf(error);
		const format = tellFormat((await file.read(Buffer.alloc(Math.min(512, bytes)), 0, void 0, 0)).buffer);
		return { broken: corrupt((format && `The file is ${format.name}, not a database: ${format.advice}`) ?? `The file is no whole database: ${damage}`) };
	}
	const digest = await digestFile(file, {
		bytes,
		databaseBytes
	}, (read) => options.progress(`reading ${percent(read, bytes)} of ${bytes} bytes`), options.signal);
	const torn = tornBy(digest, databaseBytes);
	if (torn !== void 0) return {
		digest,
		broken: torn
	};
	let facts;
	try {
		if (digest.integrity === "matches") options.hashFits?.(readEarlyFacts(file.fd));
		facts = await readSnapshot(file.fd, async (entries) => {
			options.signal?.throwIfAborted();
			options.progress(`${entries} revisions read`);
			await setImmediate();
		});
	} catch (error) {
		return {
			digest,
			broken: corrupt(`The database is damaged: ${damageOf(error)}`)
		};
	}
	const [page] = facts.damagedMetas;
	if (page !== void 0) return {
		digest,
		facts,
		broken: corrupt(`Page ${page}, one of the two that say where everything is, is damaged`)
	};
	return {
		digest,
		facts
	};
}
function tornBy({ integrity, bytes }, databaseBytes) {
	const more = bytes - databaseBytes;
	switch (integrity) {
		case "differs": return corrupt("The hash behind the database is not that of the database");
		case "followed-by-more": return corrupt(`${more - 32} bytes follow the snapshot, which was whole without them`);
		case "impossible-size": return corrupt(`${more} bytes follow the database, which are neither its hash (32) nor room that it has to grow`);
		default: return;
	}
}
function unexpected(digest, facts, expected) {
	if (expected === void 0) return void 0;
	const { source, sha256, revision, hash, memberIds } = expected;
	const foreign = (why) => ({
		verdict: "fail",
		reason: "backup-foreign",
		why
	});
	const ids = facts.members.map(({ id }) => id).sort();
	if (memberIds !== void 0 && ids.join() !== [...memberIds].sort().join()) return foreign(`It is of the cluster of members ${ids.join(", ")}; ${source} says ${memberIds.join(", ")}`);
	if (sha256 !== void 0 && sha256.toLowerCase() !== digest.sha256) return foreign(`Its SHA-256 is ${digest.sha256}; ${source} says ${sha256}`);
	if (revision !== void 0 && revision !== facts.keySpace.revision) return foreign(`It is of revision ${facts.keySpace.revision}; ${source} says ${revision}`);
	if (hash !== void 0 && hash !== facts.keySpace.hash) return foreign(`The hash of its keys is ${facts.keySpace.hash}; ${source} says ${hash}`);
}
function tell(bytes, digest, facts) {
	const lines = [digest === void 0 ? `${bytes} bytes` : `${bytes} bytes, sha256 ${digest.sha256}`];
	if (digest?.integrity === "matches") lines.push("etcd's own hash behind the database fits");
	if (digest?.integrity === "absent") lines.push("no hash stands behind the database");
	if (facts === void 0) return lines;
	const { keySpace, members, leases, auth } = facts;
	const line = facts.storageVersion ?? facts.clusterVersion;
	lines.push(`${line === null ? "a store without a version" : `a store of etcd ${line}`} at revision ${keySpace.revision}, compacted up to ${facts.compactRevision}`, `${keySpace.keys} keys in ${keySpace.entries} revisions, HashKV ${keySpace.hash}`, `${members.length} members, ${leases.length} leases, authentication ${auth.enabled ? "on" : "off"} with ${auth.users.length} users and ${auth.roles.length} roles`);
	if (facts.alarms > 0) lines.push(`${facts.alarms} alarms raised: a restored cluster starts with them`);
	return lines;
}
function damageOf(error) {
	const damage = damageIn(error);
	if (damage !== void 0) return damage;
	if (error instanceof EtcdMigrateError && error.code === "backup-corrupt") return String(error.details["how"]);
	throw error;
}
function corrupt(why) {
	return {
		verdict: "fail",
		reason: "backup-corrupt",
		why
	};
}
function percent(part, whole) {
	return `${Math.floor(part / whole * 100)} %`;
}

// src/backup/take.ts
async function takeBackup(options) {
	const { path, clock, signal, progress, source } = options;
	const { member } = source;
	const temporary = partialPathOf(path);
	const beside = partialPathOf(sidecarPathOf(path));
	const client = connectMember(member.clientUrl, options.credentials);
	try {
		await mkdir(dirname(path), { recursive: true });
		for (const name of await removeDeadPartials(dirname(path))) options.line(`removed ${name}, which a backup that was killed left behind`);
		for (const name of [path, sidecarPathOf(path)]) await requireAbsent(name);
		const clusterId = await readClusterId(client, member, signal);
		const takenAt = new Date(clock.wallMs()).toISOString();
		const { sha256, bytes } = await save(client, member, temporary, options);
		const { link: file, facts } = await proveFile(temporary, {
			clock,
			progress,
			signal
		});
		if (file.verdict !== "pass" || facts === null) throw new EtcdMigrateError("backup-corrupt", `What ${member.clientUrl} sent is no whole snapshot, and was not kept: ${file.evidence[0]}`, { hint: "Take it again, from another member if it happens again." });
		const hashBy = await compareWithMember(client, member, facts, signal);
		const { revision, hash } = facts.keySpace;
		const sidecar = {
			schemaVersion: 1,
			kind: "etcd-migrate/backup-sidecar",
			sha256,
			bytes,
			revision,
			hash,
			hashBy,
			clusterId,
			members: facts.members.map(({ id, name }) => ({
				id,
				name
			})),
			etcd: source.version,
			takenFrom: member.clientUrl,
			takenAt,
			toolVersion: options.toolVersion
		};
		await writeFileAtomic(beside, `${JSON.stringify(sidecar, null, 2)}\n`);
		await putInPlace(beside, sidecarPathOf(path));
		try {
			await putInPlace(temporary, path);
		} catch (error) {
			await rm(sidecarPathOf(path), { force: true });
			throw error;
		}
		return sidecar;
	} catch (error) {
		throw pathError(error, "Writing", path);
	} finally {
		client.close();
		for (const name of [temporary, beside]) await rm(name, { force: true });
	}
}
async function save(client, member, path, { progress, signal }) {
	try {
		var _usingCtx$2 = _usingCtx();
		const hash = createHash("sha256");
		let written = 0;
		const file = _usingCtx$2.a(await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 384));
		for await (const { bytes, remainingBytes } of streamSnapshot(client, member, signal)) {
			if (written === 0) await requireRoom(path, bytes.length + remainingBytes);
			hash.update(bytes);
			await writeAll(file, bytes);
			written += bytes.length;
			progress(`${written} of ${written + remainingBytes} bytes from ${member.clientUrl}`);
		}
		await file.sync();
		return {
			sha256: hash.digest("hex"),
			bytes: written
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
async function writeAll(file, bytes) {
	for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}
async function requireRoom(path, needed) {
	const { bavail, bsize } = await statfs(dirname(path));
	const free = bavail * bsize;
	if (free >= needed) return;
	throw new EtcdMigrateError("no-space", `The backup needs ${needed} bytes in ${dirname(path)}, where ${free} are free; nothing was kept of it.`, { details: {
		needed,
		free
	} });
}
async function compareWithMember(client, member, { keySpace, compactRevision }, signal) {
	let live;
	try {
		live = await readHashKv(client, member, BigInt(keySpace.revision), signal);
	} catch (error) {
		if (error instanceof EtcdMigrateError && error.details["class"] === "compacted") return "file";
		throw error;
	}
	if (live.compactRevision !== BigInt(compactRevision)) return "file";
	if (live.hash === keySpace.hash) return "member";
	throw new EtcdMigrateError("hash-mismatch", `At revision ${keySpace.revision} ${member.clientUrl} holds what hashes to ${live.hash}; the backup that it sent hashes to ${keySpace.hash}, and was not kept.`);
}
async function requireAbsent(path) {
	if (await lstat(path).then(() => true, (error) => error.code !== "ENOENT")) throw existsAlready(path);
}
async function putInPlace(temporary, path) {
	try {
		await link(temporary, path);
	} catch (error) {
		throw error.code === "EEXIST" ? existsAlready(path) : error;
	}
	await syncDirectory(dirname(path));
}
function existsAlready(path) {
	return new EtcdMigrateError("usage", `${path} exists already; no backup was taken.`, { hint: "Name a new file with --out; a backup never replaces another." });
}

// src/app/backups/live.ts
async function takeFromCluster(connection, baseDir, path, surroundings, { clock, progress }) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { signal } = surroundings;
		const credentials = await readCredentials(connection, surroundings, baseDir);
		const access = _usingCtx$1.a(createMemberAccess(credentials));
		progress.now("asking the members");
		try {
			const source = await chooseSource(membersOf(connection), access, clock, signal);
			progress.line(`from ${source.member.clientUrl}, a ${source.role} on etcd ${source.version}`);
			return await takeBackup({
				source,
				credentials,
				path,
				clock,
				signal,
				toolVersion: tool.version,
				progress: (doing) => progress.now(doing),
				line: (text) => progress.line(text)
			});
		} catch (error) {
			if (!(error instanceof EtcdMigrateError) || error.code !== "member-lost") throw error;
			throw new EtcdMigrateError("connection-failed", `${error.message} No backup was taken.`, {
				hint: "Look at the member that is named, and at the network between it and here; then take the backup again.",
				cause: error
			});
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function lookAtLiveCluster(connection, baseDir, surroundings) {
	const { signal } = surroundings;
	let credentials;
	try {
		credentials = await readCredentials(connection, surroundings, baseDir);
	} catch (error) {
		return whyOf(error);
	}
	const answers = await Promise.allSettled(membersOf(connection).map((member) => askMember(member, credentials, signal)));
	signal.throwIfAborted();
	const facts = answers.flatMap((answer) => answer.status === "fulfilled" ? [answer.value] : []);
	const [first, ...others] = facts;
	if (first === void 0) return answers.flatMap((answer) => answer.status === "rejected" ? [whyOf(answer.reason)] : []).join("; ");
	const strange = others.find(({ clusterId }) => clusterId !== first.clusterId);
	if (strange !== void 0) return `the endpoints are of two clusters, ${first.clusterId} and ${strange.clusterId}`;
	return facts.reduce((newest, each) => each.revision > newest.revision ? each : newest);
}
async function askMember(member, credentials, signal) {
	const client = connectMember(member.clientUrl, credentials);
	try {
		const { revision } = await readProbe(client, member, "linearizable", signal);
		return {
			revision,
			clusterId: await readClusterId(client, member, signal),
			memberIds: (await readMemberList(client, member, signal)).map(({ id }) => id.toString(16))
		};
	} finally {
		client.close();
	}
}
function membersOf({ endpoints }) {
	for (const url of endpoints) requireMemberUrl(url);
	return membersAt(endpoints);
}
function whyOf(error) {
	if (error instanceof EtcdMigrateError && error.kind !== "bug") return error.message;
	throw error;
}

export { digestOfUsers as a, expectedBy as c, sidecarPathOf as d, isPartial as f, compareWithLive as h, digestOfRoles as i, readChecksum as l, requireUnchanged as m, takeFromCluster as n, PrefixDigests as o, openForReading as p, proveFile as r, checksumPathOf as s, lookAtLiveCluster as t, readSidecar as u };