import { t as require_proper_lockfile } from "./npm/proper-lockfile.js";
import { _ as string, f as number, g as strictObject, i as _enum, l as int, n as datetime, o as array, u as literal } from "./npm/zod.js";
import { t as EtcdMigrateError } from "./errors.js";
import { b as pathError, w as writeFileAtomic } from "./own-places.js";
import { l as shapedAs, s as readJsonFile } from "./wishes.js";
import { dirname, resolve } from "node:path";
import { mkdir, readlink, realpath } from "node:fs/promises";

// src/backup/history.ts
var import_proper_lockfile = require_proper_lockfile();
const ProofRecord = strictObject({
	cluster: string().nullable(),
	file: string(),
	sha256: string().nullable(),
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive",
		"error"
	]),
	failureReason: string().nullable(),
	provenAt: datetime(),
	bytes: int().nullable(),
	revision: int().nullable(),
	keys: int().nullable(),
	release: string().nullable(),
	ageMs: number().nullable(),
	recoveryMs: number().nullable()
});
const ProofHistory = strictObject({
	schemaVersion: literal(1),
	kind: literal("etcd-migrate/backup-history"),
	proofs: array(ProofRecord)
});
const mostBytes = 4194304;
async function readHistory(path) {
	const invalid = (why) => new EtcdMigrateError("backup-history-invalid", `${path} ${why}. It was left as it is.`);
	const json = await readJsonFile(path, mostBytes, invalid);
	return json === void 0 ? [] : shapedAs(ProofHistory, json, invalid).proofs;
}
async function addToHistory(named, added) {
	const path = await behindLinks(named);
	const release = await lockFile(path);
	try {
		const all = [...await readHistory(path), ...added];
		const kept = all.slice(-1500);
		const proofs = [...[...new Map(all.filter(({ verdict }) => verdict === "pass").map((proof) => [proof.cluster, proof])).values()].filter((proof) => !kept.includes(proof)), ...kept];
		await writeFileAtomic(path, `${JSON.stringify({
			schemaVersion: 1,
			kind: "etcd-migrate/backup-history",
			proofs
		}, null, 2)}\n`);
		return proofs;
	} finally {
		await release();
	}
}
async function lockFile(path) {
	try {
		await mkdir(dirname(path), { recursive: true });
		return await (0, import_proper_lockfile.lock)(path, {
			realpath: false,
			stale: 1e4,
			retries: {
				retries: 60,
				minTimeout: 50,
				maxTimeout: 250
			},
			onCompromised: () => void 0
		});
	} catch (error) {
		if (error.code !== "ELOCKED") throw pathError(error, "Locking", `${path}.lock`);
		throw new EtcdMigrateError("run-in-progress", `${path} is being written by another run, or ${path}.lock was left.`);
	}
}
const clockToleranceMs = 6e4;
function lastPassMs(history, cluster, nowMs) {
	const times = history.filter((proof) => proof.cluster === cluster && proof.verdict === "pass").map(({ provenAt }) => Date.parse(provenAt)).filter((time) => time <= nowMs + clockToleranceMs);
	return times.length === 0 ? void 0 : Math.max(...times);
}
async function behindLinks(path) {
	try {
		return await realpath(path);
	} catch {
		const target = await readlink(path).catch(() => void 0);
		return target === void 0 ? path : resolve(dirname(path), target);
	}
}

export { lastPassMs as n, readHistory as r, addToHistory as t };