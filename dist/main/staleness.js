import { n as lastPassMs, r as readHistory } from "./history.js";
import { t as EtcdMigrateError } from "./errors.js";
import { h as duration } from "./lookups.js";
import { t as proofHistoryName } from "./run-directory.js";
import { o as backupOutput } from "./own-places.js";
import { n as proofHistoryOf } from "./wishes.js";
import { dirname, join, relative } from "node:path";

// src/app/backups/staleness.ts
async function staleProofFindings({ manifest, locate }, { manifestFile }, { workingDirectory }, clock) {
	const limitMs = manifest.backups?.provenWithinMs;
	if (limitMs === void 0) return [];
	const path = proofHistoryOf(manifest, dirname(manifestFile)) ?? join(workingDirectory, backupOutput, "proofs.json");
	const shown = relative(workingDirectory, path) || path;
	const stale = (message) => [{
		id: "rule/backup-proof-stale",
		severity: "warning",
		message,
		where: locate([
			"backups",
			"policy",
			"provenWithinHours"
		]),
		fix: "Run `etcd-migrate verify-backup`, and find out why its schedule did not, or where its history is kept."
	}];
	let history;
	try {
		history = await readHistory(path);
	} catch (error) {
		if (!(error instanceof EtcdMigrateError) || error.kind === "bug") throw error;
		return stale(`Nobody knows when a backup of ${manifest.name} was proven: ${error.message}`);
	}
	const provenMs = lastPassMs(history, manifest.name, clock.wallMs());
	const ageMs = provenMs === void 0 ? void 0 : clock.wallMs() - provenMs;
	if (ageMs !== void 0 && ageMs <= limitMs) return [];
	return stale(`${ageMs === void 0 ? `No proof of a backup of ${manifest.name} is known: ${shown} has none` : `The last backup of ${manifest.name} that was proven was so ${duration(ageMs)} ago`}; policy allows ${duration(limitMs)}.`);
}

export { staleProofFindings as t };