import { r as failures, t as EtcdMigrateError } from "./errors.js";
import { t as canonicalize } from "./npm/canonicalize.js";
import { t as present } from "./present.js";
import { h as duration } from "./lookups.js";
import { a as Attestation, r as tool } from "./envelope.js";
import { b as pathError, p as staysInside } from "./own-places.js";
import { l as shapedAs, o as howToBeTrusted, s as readJsonFile } from "./wishes.js";
import { c as expectedBy, d as sidecarPathOf, f as isPartial, h as compareWithLive, l as readChecksum, s as checksumPathOf, u as readSidecar } from "./live.js";
import { n as isDynamicPattern, t as glob } from "./npm/tinyglobby.js";
import { n as thisPlatform, t as platformName } from "./platform.js";
import { basename, join, resolve } from "node:path";
import { createHash } from "node:crypto";
import { readdir } from "node:fs";
import { realpath, stat } from "node:fs/promises";

// src/backup/links.ts
const linkNames = [
	"file",
	"restore",
	"content",
	"use",
	"time"
];
function verdictOfChain(links) {
	const broken = links.find(({ verdict }) => verdict === "fail") ?? links.find(({ verdict }) => verdict === "inconclusive");
	if (!linkNames.every((name, index) => links[index]?.name === name) && broken?.verdict !== "fail") {
		const names = links.map(({ name }) => name).join(", ");
		throw new EtcdMigrateError("internal-error", `The proof of a backup ended after the links ${names}.`);
	}
	if (broken === void 0) return {
		verdict: "pass",
		failureReason: null,
		reason: "Every link of its proof holds."
	};
	const { name, verdict, failureReason, evidence } = broken;
	const why = evidence[0] ?? failures[failureReason ?? "internal-error"].title;
	return {
		verdict,
		failureReason: failureReason ?? "internal-error",
		reason: `The ${name} link: ${why.replace(/\.$/, "")}.`
	};
}
function linkOf(name, found, durationMs) {
	const { wrong, seen, code } = found;
	return {
		name,
		verdict: wrong.length === 0 ? "pass" : "fail",
		evidence: [...wrong, ...seen],
		failureReason: wrong.length === 0 ? null : code,
		durationMs
	};
}

// src/backup/attestation.ts
function digestOfExpected({ expect, test }) {
	const canonical = canonicalize({
		expect,
		test: test ?? null
	});
	if (canonical === void 0) throw new EtcdMigrateError("internal-error", "What is expected has no canonical form.");
	return createHash("sha256").update(canonical).digest("hex");
}
async function readAttestation(directory, sha256) {
	const path = join(directory, `${sha256}.json`);
	const invalid = (why) => new EtcdMigrateError("attestation-invalid", `${path} ${why}.`);
	const json = await readJsonFile(path, 1048576, invalid);
	return json === void 0 ? void 0 : shapedAs(Attestation, json, invalid);
}
function judgeAttestation(attestation, { sha256, bytes, nowMs, withinMs, policy, clusterId, asked, live }) {
	const refused = (reason) => ({
		verdict: "fail",
		failureReason: "backup-not-proven",
		reason
	});
	if (attestation === void 0) return refused(`Nothing attests the backup with SHA-256 ${sha256}.`);
	if (attestation.sha256 !== sha256 || attestation.bytes !== bytes) return refused(`What is named after SHA-256 ${sha256} attests another file, with ${attestation.sha256}.`);
	const missing = linkNames.filter((name) => !attestation.proven.includes(name));
	if (missing.length > 0) return refused(`It attests nothing of ${missing.join(", ")}.`);
	if (clusterId !== void 0 && attestation.clusterId !== clusterId) return refused(`It attests a backup of cluster ${attestation.clusterId ?? "unknown"}, not of ${clusterId}.`);
	const unproven = whatLacks(attestation, asked);
	if (unproven !== void 0) return refused(unproven);
	const ageMs = nowMs - Date.parse(attestation.provenAt);
	if (ageMs < -6e4) return refused(`It was proven at ${attestation.provenAt}, which is later than now.`);
	if (ageMs > withinMs) return refused(`It was proven ${duration(ageMs)} ago; ${duration(withinMs)} are accepted.`);
	const { rpoMs, rtoMs } = policy;
	if (rtoMs !== void 0 && attestation.recoveryMs > rtoMs) return {
		verdict: "fail",
		failureReason: "restore-too-slow",
		reason: `A recovery took ${duration(attestation.recoveryMs)}; policy allows ${duration(rtoMs)}.`
	};
	const beside = besideLive(attestation, policy, live);
	if (beside.broken !== void 0) {
		const { verdict, reason: failureReason, why } = beside.broken;
		return {
			verdict,
			failureReason,
			reason: `${why}.`
		};
	}
	if (rpoMs !== void 0) {
		if (attestation.takenAt === null) return {
			verdict: "inconclusive",
			failureReason: "backup-age-unknown",
			reason: "It was proven, but nobody recorded when it was taken."
		};
		const dataMs = nowMs - Date.parse(attestation.takenAt);
		if (dataMs > rpoMs) return {
			verdict: "fail",
			failureReason: "backup-stale",
			reason: `Its data are ${duration(dataMs)} old; policy allows ${duration(rpoMs)}.`
		};
	}
	return {
		verdict: "pass",
		failureReason: null,
		reason: [`It was proven ${duration(Math.max(0, ageMs))} ago, by etcd ${attestation.release}, and is the same file.`, ...beside.seen.map(inSentence)].join(" ")
	};
}
function whatLacks(attestation, asked) {
	const { expect, test, members, otherReleases } = asked;
	if ((expect.length > 0 || test !== void 0) && attestation.expectedSha256 !== digestOfExpected(asked)) return "What the manifest expects of it, or its own test, was another when it was proven.";
	if (attestation.members < members) return `It was restored for ${attestation.members} members; the manifest asks for ${members}.`;
	const missing = otherReleases.filter((release) => release !== attestation.release && attestation.otherReleases[release] === void 0);
	return missing.length === 0 ? void 0 : `Nothing was proven of it with etcd ${missing.join(", ")}.`;
}
function besideLive({ revision, memberIds, clusterId }, { rpoRevisions }, live) {
	if (live === void 0 && rpoRevisions === void 0) return { seen: [] };
	const facts = {
		keySpace: { revision },
		members: memberIds.map((id) => ({ id }))
	};
	return compareWithLive(facts, live ?? "no `connection` names it", {
		...clusterId === null ? {} : { clusterId },
		...present({ rpoRevisions })
	});
}
function inSentence(seen) {
	return `${seen.charAt(0).toUpperCase()}${seen.slice(1).replace(/\.$/, "")}.`;
}

// src/app/backups/choice.ts
function chosenOf(sorted, choice) {
	const newest = sorted.slice(-1);
	if (choice.of !== "sample") return choice.of === "newest" ? newest : sorted;
	const others = sorted.slice(0, -1);
	const drawn = new Set(newest);
	while (drawn.size < Math.min(choice.size, sorted.length)) drawn.add(choice.random.pick(others));
	return sorted.filter((each) => drawn.has(each));
}

// src/app/backups/files.ts
async function findBackupFiles({ files: wanted, filesDir: baseDir, choice, confinedTo }) {
	const found = /* @__PURE__ */ new Map();
	for (const name of wanted) {
		await requireInside(confinedTo, name, [resolve(baseDir, name)]);
		const there = await modifiedMs(resolve(baseDir, name));
		const names = there === void 0 || there === closed && isDynamicPattern(name) ? await matching(name, baseDir, confinedTo) : [name];
		let any = false;
		for (const shown of names) {
			const named = resolve(baseDir, shown);
			await requireInside(confinedTo, name, [named]);
			const modified = await modifiedMs(named);
			if (modified === void 0) continue;
			any = true;
			const path = await realpath(named).catch(() => named);
			await requireInside(confinedTo, name, [sidecarPathOf(path), checksumPathOf(path)]);
			found.set(path, {
				path,
				shown,
				timeMs: await recordedMs(path) ?? modified
			});
		}
		if (!any) throw new EtcdMigrateError("usage", `${name} matches no file in ${baseDir}.`, { hint: "Name backup files, or patterns that match some." });
	}
	const sorted = [...found.values()].sort((a, b) => a.timeMs - b.timeMs || a.path.localeCompare(b.path));
	return chosenOf(sorted, choice);
}
async function requireInside(confinedTo, name, paths) {
	if (confinedTo === null) return;
	if ((await Promise.all(paths.map((path) => staysInside(confinedTo, path)))).every(Boolean)) return;
	throw new EtcdMigrateError("manifest-invalid", `${name} of \`backups.files\` leads outside of the workspace, or through a link that leads nowhere, itself or with what stands beside a backup: this ref is not trusted to read there. No backup was opened.`, { hint: `Name backups of the workspace. ${howToBeTrusted}` });
}
async function matching(pattern, cwd, confinedTo) {
	let unread;
	let outside;
	const readDirectory = (directory, options, done) => {
		const read = () => readdir(directory, options, (error, entries) => {
			if (error !== null && error.code !== "ENOENT" && error.code !== "ENOTDIR") unread ??= {
				directory: resolve(directory),
				error
			};
			done(error, entries);
		});
		if (confinedTo === null) {
			read();
			return;
		}
		const leave = () => {
			outside ??= resolve(directory);
			done(null, []);
		};
		staysInside(confinedTo, resolve(directory)).then((stays) => stays ? read() : leave(), leave);
	};
	const names = await glob(pattern, {
		cwd,
		fs: { readdir: readDirectory },
		onlyFiles: true,
		expandDirectories: false,
		dot: true
	});
	if (outside !== void 0) await requireInside(confinedTo, pattern, [outside]);
	if (unread !== void 0) throw pathError(unread.error, "Reading", unread.directory);
	const all = new Set(names);
	const isBeside = (name) => {
		const backup = /^(.+)\.(?:json|sha256)$/s.exec(name)?.[1];
		return backup !== void 0 && all.has(backup);
	};
	return names.filter((name) => !isPartial(name) && !isBeside(name));
}
async function recordedMs(path) {
	const sidecar = await readSidecar(path).catch(() => void 0);
	return sidecar && Date.parse(sidecar.takenAt);
}
const closed = 0;
async function modifiedMs(path) {
	try {
		return (await stat(path)).mtimeMs;
	} catch (error) {
		if ([
			"ENOENT",
			"ENOTDIR",
			"ELOOP",
			"ENAMETOOLONG"
		].includes(error.code ?? "")) return void 0;
		if (error.code === "EACCES") return closed;
		throw error;
	}
}

// src/app/backups/report.ts
const gravity = [
	"fail",
	"error",
	"inconclusive",
	"pass"
];
function backupReport(run) {
	return reportOfBackups(run.proven.map((each) => reportBackup(each, run)), run, new Map(run.proven.flatMap(({ proof }) => proof instanceof EtcdMigrateError ? [[proof.code, proof.hint]] : [])));
}
function reportOfBackups(backups, run, hints = /* @__PURE__ */ new Map()) {
	const worst = gravity.map((verdict) => backups.find((each) => each.verdict === verdict)).find((each) => each !== void 0);
	if (worst === void 0) throw new EtcdMigrateError("internal-error", "A report of no backup was asked for.");
	const others = backups.length - 1;
	return {
		schemaVersion: 1,
		tool,
		mode: "verify-backup",
		...present({ cluster: run.cluster }),
		verdict: worst.verdict,
		failureReason: worst.failureReason,
		reason: others === 0 ? worst.reason : `${worst.file}: ${worst.reason}`,
		nextSteps: nextSteps(backups, hints),
		startedAt: run.startedAt,
		finishedAt: run.finishedAt,
		durationMs: run.durationMs,
		releases: [...run.releases],
		...run.findings.length === 0 ? {} : { findings: [...run.findings] },
		backups: [...backups]
	};
}
function nextSteps(backups, hints) {
	const reasons = new Set(backups.flatMap(({ failureReason }) => failureReason === null ? [] : [failureReason]));
	if (reasons.size === 0) return ["Keep the attestation with the backup: it says what was proven about which bytes, and when."];
	return [...reasons].map((reason) => hints.get(reason) ?? failures[reason].hint);
}
function reportBackup({ shown, proof, links: before = [] }, run) {
	if (proof instanceof EtcdMigrateError) return {
		file: shown,
		bytes: null,
		sha256: null,
		verdict: "error",
		failureReason: proof.code,
		reason: proof.message,
		release: null,
		revision: null,
		keys: null,
		links: reportLinks(before),
		rpo: null,
		rto: null,
		attestation: null
	};
	const { bytes, sha256, verdict, failureReason, reason, release, links, rpo, rto } = proof;
	return {
		file: shown,
		bytes,
		sha256,
		verdict,
		failureReason,
		reason,
		release,
		revision: proof.facts?.keySpace.revision ?? null,
		keys: proof.facts?.keySpace.keys ?? null,
		links: reportLinks(links),
		rpo: rpo && { ...rpo },
		rto: rto && { ...rto },
		attestation: attestationOf(proof, run)
	};
}
function reportLinks(links) {
	return links.map((link) => ({
		...link,
		evidence: [...link.evidence]
	}));
}
function attestationOf(proof, { releases, finishedAt, asked }) {
	const { verdict, facts, sha256, bytes, release, takenAt, clusterId, rto } = proof;
	if (verdict !== "pass" || facts === null || sha256 === null || release === null || rto === null) return null;
	const { revision, hash, keys } = facts.keySpace;
	const binariesOf = (which) => {
		const binaries = releases.find(({ version }) => version === which)?.sha256;
		if (binaries === void 0) throw new EtcdMigrateError("internal-error", `No digests of etcd ${which} are known.`);
		return binaries;
	};
	const others = asked.otherReleases.filter((other) => other !== release);
	return {
		schemaVersion: 1,
		kind: "etcd-migrate/backup",
		sha256,
		bytes,
		revision,
		hash,
		keys,
		memberIds: facts.members.map(({ id }) => id),
		clusterId,
		proven: [...linkNames],
		expectations: asked.expect.length,
		ownTest: asked.test !== void 0,
		expectedSha256: digestOfExpected(asked),
		members: asked.members,
		recoveryMs: rto.totalMs,
		otherReleases: Object.fromEntries(others.map((other) => [other, binariesOf(other)])),
		release,
		binaries: binariesOf(release),
		platform: platformName(thisPlatform()),
		toolVersion: tool.version,
		takenAt: takenAt === null ? null : new Date(takenAt).toISOString(),
		provenAt: finishedAt
	};
}
function proofRecords({ backups = [], finishedAt }, cluster) {
	if (finishedAt === void 0) throw new EtcdMigrateError("internal-error", "A run without an end has no record.");
	return backups.map(({ file, sha256, verdict, failureReason, bytes, release, rpo, rto, revision, keys }) => ({
		cluster: cluster ?? null,
		file,
		sha256,
		verdict,
		failureReason,
		provenAt: finishedAt,
		bytes,
		revision,
		keys,
		release,
		ageMs: rpo?.ageMs ?? null,
		recoveryMs: rto?.totalMs ?? null
	}));
}
function trendOf(history, cluster) {
	if (cluster === void 0) return [];
	return history.filter((proof) => proof.cluster === cluster).slice(-100).map(({ file, verdict, provenAt, bytes, ageMs, recoveryMs }) => ({
		file,
		verdict,
		provenAt,
		bytes,
		ageMs,
		recoveryMs
	}));
}

// src/app/backups/said.ts
async function saidOf(path, { sha256 }) {
	const beside = await readChecksum(path);
	const digest = sha256[basename(path)];
	if (digest === void 0 && Object.keys(sha256).length > 0) throw new EtcdMigrateError("sidecar-invalid", `\`backups.sha256\` of the manifest has no digest of ${basename(path)}.`, { hint: "Add the digest of every backup that is to be proven, or leave `backups.sha256` out." });
	return expectedBy(await readSidecar(path), [...beside === void 0 ? [] : [beside], ...digest === void 0 ? [] : [{
		source: "the manifest",
		sha256: digest
	}]], path);
}

export { trendOf as a, readAttestation as c, reportOfBackups as i, linkOf as l, backupReport as n, findBackupFiles as o, proofRecords as r, judgeAttestation as s, saidOf as t, verdictOfChain as u };