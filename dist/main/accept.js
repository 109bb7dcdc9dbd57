import { c as readAttestation, i as reportOfBackups, o as findBackupFiles, s as judgeAttestation, t as saidOf } from "./said.js";
import { m as requireUnchanged, p as openForReading, t as lookAtLiveCluster } from "./live.js";
import { t as EtcdMigrateError } from "./errors.js";
import { t as exitCodeOfVerdict } from "./overall.js";
import { n as systemClock } from "./clock.js";
import { t as sha256OfFile } from "./digest.js";
import { b as pathError } from "./own-places.js";
import { t as createRandom } from "./random.js";
import { t as present } from "./present.js";
import { t as sayReport } from "./report-files.js";
import { r as openTools } from "./run-directory.js";
import { r as settleWishes, t as askedOf } from "./wishes.js";
import { t as _usingCtx } from "./usingCtx.js";
import { resolve } from "node:path";

// src/app/backups/accept.ts
async function acceptBackups(settings, surroundings, { files, attestations, withinHours }) {
	try {
		var _usingCtx$1 = _usingCtx();
		const tools = _usingCtx$1.u(openTools(settings, surroundings, systemClock));
		const { clock } = tools;
		const startedAt = new Date(clock.wallMs()).toISOString();
		const wanted = await settleWishes(settings, surroundings, { files }, createRandom(clock.wallMs() % 2 ** 31));
		const found = await findBackupFiles(wanted);
		const directory = resolve(surroundings.workingDirectory, attestations);
		if (found.length === 0) throw new EtcdMigrateError("usage", "No backup was named.", { hint: "Name the backups that shall be accepted." });
		const { connection, baseDir } = wanted;
		const demand = {
			withinMs: withinHours * 36e5,
			policy: wanted.policy,
			clusterId: wanted.clusterId,
			asked: askedOf(wanted),
			live: connection && await lookAtLiveCluster(connection, baseDir, surroundings)
		};
		const backups = [];
		for (const file of found) {
			const { expected } = await saidOf(file.path, wanted);
			backups.push(await accept(file, expected, {
				...demand,
				directory
			}, surroundings, tools));
		}
		const finishedAt = new Date(clock.wallMs()).toISOString();
		const durationMs = Date.parse(finishedAt) - Date.parse(startedAt);
		const { cluster, findings } = wanted;
		const report = surroundings.redactor.report(reportOfBackups(backups, {
			findings,
			releases: [],
			startedAt,
			finishedAt,
			durationMs,
			...present({ cluster })
		}));
		tools.progress.now("");
		sayReport(report, settings, surroundings);
		return exitCodeOfVerdict(report.verdict, report.failureReason);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
async function accept({ path, shown }, expected, { directory, ...demand }, { signal }, { clock, progress }) {
	try {
		var _usingCtx3 = _usingCtx();
		progress.now(`reading ${shown}`);
		const identity = await _usingCtx3.a(await openForReading(path)).stat();
		const bytes = identity.size;
		const sha256 = await sha256OfFile(path, signal).catch((error) => {
			throw pathError(error, "Reading", path);
		});
		await requireUnchanged(path, identity);
		const attestation = await readAttestation(directory, sha256);
		const judged = expected?.sha256 === void 0 || expected.sha256 === sha256 ? judgeAttestation(attestation, {
			...demand,
			sha256,
			bytes,
			nowMs: clock.wallMs()
		}) : strange(`Its SHA-256 is ${sha256}; ${expected.source} says ${expected.sha256}.`);
		return {
			file: shown,
			bytes,
			sha256,
			...judged,
			links: [],
			rpo: null,
			rto: null,
			release: attestation?.release ?? null,
			revision: attestation?.revision ?? null,
			keys: attestation?.keys ?? null,
			attestation: judged.verdict === "pass" ? attestation ?? null : null
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
function strange(reason) {
	return {
		verdict: "fail",
		failureReason: "backup-foreign",
		reason
	};
}

export { acceptBackups };