import { t as EtcdMigrateError } from "./errors.js";
import { b as pathError } from "./own-places.js";
import { d as sidecarPathOf, u as readSidecar } from "./live.js";
import { dirname, join } from "node:path";
import { readdir, rm } from "node:fs/promises";

// src/backup/retention.ts
async function removeOldBackups(taken, clusterId, keep) {
	const directory = dirname(taken);
	const names = await readdir(directory).catch((error) => {
		throw pathError(error, "Reading", directory);
	});
	const found = [];
	for (const name of names) {
		const path = join(directory, name);
		if (path === taken || !names.includes(`${name}.json`)) continue;
		const sidecar = await sidecarOf(path);
		if (sidecar?.clusterId === clusterId) found.push({
			path,
			sidecar
		});
	}
	found.sort((a, b) => Date.parse(a.sidecar.takenAt) - Date.parse(b.sidecar.takenAt));
	const old = found.slice(0, Math.max(0, found.length + 1 - keep));
	const removed = [];
	const stayed = [];
	for (const { path } of old) try {
		await rm(path, { force: true });
		await rm(sidecarPathOf(path), { force: true });
		removed.push(path);
	} catch (error) {
		const known = pathError(error, "Removing", path);
		if (!(known instanceof EtcdMigrateError)) throw known;
		stayed.push(known);
	}
	return {
		removed,
		stayed
	};
}
async function sidecarOf(path) {
	try {
		return await readSidecar(path);
	} catch (error) {
		if (error instanceof EtcdMigrateError && error.code === "sidecar-invalid") return void 0;
		throw error;
	}
}

// src/app/backups/older.ts
async function removeOlderBackups(taken, clusterId, keep, { progress, log }) {
	try {
		const { removed, stayed } = await removeOldBackups(taken, clusterId, keep);
		for (const path of removed) progress.line(`removed ${path}`);
		for (const { message } of stayed) log.warn(`warning: an older backup stays: ${message}`);
		return removed;
	} catch (error) {
		if (!(error instanceof EtcdMigrateError) || error.kind === "bug") throw error;
		log.warn(`warning: older backups could not be removed: ${error.message}`);
		return [];
	}
}

export { removeOlderBackups as t };