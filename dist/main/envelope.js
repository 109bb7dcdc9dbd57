import { _ as string, a as _null, b as unknown, c as discriminatedUnion, f as number, g as strictObject, h as record, i as _enum, l as int, n as datetime, o as array, s as boolean, u as literal } from "./npm/zod.js";
import { f as version } from "./own-places.js";

// src/report/parts.ts
const Where = strictObject({
	file: string(),
	line: int().optional(),
	column: int().optional()
});
const ReportFinding = strictObject({
	id: string(),
	severity: _enum([
		"error",
		"warning",
		"note"
	]),
	message: string(),
	where: Where.optional(),
	evidence: string().optional(),
	fix: string().optional(),
	learnMore: string().optional()
}).meta({ id: "finding" });
const ReportRelease = strictObject({
	version: string(),
	source: string().describe("Where the binaries came from, e.g. \"go\", \"cache (go)\", \"github\"."),
	sha256: record(string(), string()),
	platform: string(),
	assumed: boolean().optional().describe("True when a floating `from` was resolved to this release.")
}).meta({ id: "release" });
const ReportStep = strictObject({
	id: string(),
	title: string(),
	depth: int(),
	part: _enum([
		"hop",
		"upgrade",
		"leg"
	]),
	status: _enum([
		"not-run",
		"ok",
		"failed"
	]),
	durationMs: number().optional(),
	detail: string().optional(),
	clients: strictObject({
		operations: int(),
		failed: int(),
		unknown: int(),
		longestWriteGapMs: number().nullable(),
		longestReadGapMs: number().nullable(),
		p50Ms: number().nullable(),
		p95Ms: number().nullable(),
		p99Ms: number().nullable(),
		p999Ms: number().nullable()
	}).optional()
}).meta({ id: "step" });
const ReportCheck = strictObject({
	check: string(),
	state: string(),
	member: string(),
	release: string(),
	expected: string(),
	seen: string(),
	ok: boolean(),
	durationMs: number(),
	error: string().optional(),
	disturbed: array(string()).readonly().optional().describe("What earlier tries saw, which met another leader or a time in which the machine stood still.")
});
const ReportJudge = strictObject({
	judge: string(),
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive"
	]),
	summary: string(),
	judged: int(),
	violations: array(strictObject({
		message: string(),
		records: array(unknown())
	})),
	violationCount: int(),
	failureReason: string().optional()
});
const ReportAvailability = strictObject({
	longestWriteGapMs: number().nullable(),
	longestReadGapMs: number().nullable(),
	longestWriteGapStep: string().nullable(),
	operations: int(),
	ok: int(),
	failed: int(),
	unknown: int(),
	retried: int()
});
const PlanPart = strictObject({
	schemaVersion: literal(2),
	upgrade: record(string(), unknown()).describe("What production runs too; the digest covers this part alone, but for its times, titles and reasons."),
	channels: record(string(), unknown()).describe("Where members have their settings from: flags, environment or configuration file, `shared` or a member's `own`."),
	legs: array(record(string(), unknown())),
	digest: string(),
	assumed: array(string()).describe("What the plan takes for granted, e.g. \"from 3.5 is taken as 3.5.33\"."),
	atBest: _enum([
		"pass",
		"fail",
		"inconclusive"
	]).describe("The best verdict that a rehearsal of this plan can reach.")
});
const InitPart = strictObject({
	manifest: string().describe("Path of the file that was written."),
	readFrom: array(string()).describe("Endpoints of the live cluster whose facts it holds."),
	notFoundOut: string().nullable().describe("Why the live cluster could not be read; null when it was, or none is known.")
});
const Side = _enum([
	"before",
	"after",
	"unknown"
]);
const unknownSide = "unknown: nothing proves either, so the old release must not be started.";
const StatusPart = strictObject({
	runId: string(),
	begunBy: string().describe("Version of etcd-migrate that began the run; any version that reads its journal may go on with it."),
	state: _enum([
		"running",
		"interrupted",
		"not-seen",
		"reached-target",
		"rolled-back",
		"held",
		"failed",
		"ended"
	]),
	stepsDone: int(),
	steps: int(),
	nextStep: string().nullable(),
	inFlight: record(string(), unknown()).nullable().describe("A switch that was begun and of which no end is known."),
	side: Side.describe(`Of the point of no return of the hop under way; ${unknownSide}`),
	isMade: boolean().describe("False while its cluster is being made, and where the run ended in the middle of that."),
	remains: boolean().optional().describe("Whether members of an ended run, or what belongs to them, are still there; absent where that cannot be seen."),
	wayBack: _enum([
		"open",
		"shut",
		"unknown"
	]).describe("Whether the hop under way could be undone now; only open is a proof."),
	unjudged: string().optional().describe("How the engine ended, where the run broke off before it was judged and reported."),
	verdict: string().optional().describe("The verdict of a run that has ended."),
	commands: array(string()).describe("Modes that can take it from here."),
	cluster: record(string(), unknown()).optional().describe("Absent once the run has ended.")
});
const CleanupPart = strictObject({
	removed: array(string()).describe("Ids of the runs that were removed."),
	leftAlone: array(string()).describe("Paths among the runs that are none of ours.")
});
const ReportLink = strictObject({
	name: _enum([
		"file",
		"restore",
		"content",
		"use",
		"time"
	]),
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive"
	]),
	evidence: array(string()).describe("What was seen; the first line says why the link is no pass."),
	failureReason: string().nullable(),
	durationMs: number()
});
const Attestation = strictObject({
	schemaVersion: literal(1),
	kind: literal("etcd-migrate/backup"),
	sha256: string().describe("Of the whole file."),
	bytes: int(),
	revision: int(),
	hash: int().describe("etcd's HashKV at that revision."),
	keys: int(),
	memberIds: array(string()).describe("Ids of the members of the cluster that the backup is of, hexadecimal."),
	clusterId: string().nullable().describe("As its sidecar says; null without one."),
	proven: array(_enum([
		"file",
		"restore",
		"content",
		"use",
		"time"
	])),
	expectations: int().describe("How many of the manifest's `backups.expect` it met."),
	ownTest: boolean().describe("Whether the manifest's `backups.test` was made on it."),
	expectedSha256: string().describe("Of what `backups.expect` and `backups.test` were: SHA-256 of their canonical JSON."),
	members: int().describe("How many it was restored for."),
	otherReleases: record(string(), record(string(), string())).describe("Releases of `backups.releases`, which restored it too or refused it as they must: tool → sha256."),
	recoveryMs: number().describe("What bringing it, restoring it and starting its members took."),
	release: string().describe("That restored and served it."),
	binaries: record(string(), string()).describe("Tool → sha256."),
	platform: string(),
	toolVersion: string(),
	takenAt: datetime().nullable().describe("Null where nobody recorded it."),
	provenAt: datetime()
});
const ReportBackup = strictObject({
	file: string(),
	bytes: int().nullable(),
	sha256: string().nullable(),
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive",
		"error"
	]),
	failureReason: string().nullable(),
	reason: string(),
	release: string().nullable().describe("That restored and served it."),
	revision: int().nullable(),
	keys: int().nullable(),
	links: array(ReportLink),
	rpo: strictObject({
		ageMs: number(),
		by: _enum(["recorded", "file-time"]).describe("file-time: a copy renews it, so the data may be older."),
		limitMs: number().nullable()
	}).nullable(),
	rto: strictObject({
		fetchMs: number().nullable().describe("What `backups.fetch` took, for all that it brought; null without it."),
		restoreMs: number(),
		startMs: number(),
		totalMs: number(),
		limitMs: number().nullable()
	}).nullable(),
	attestation: Attestation.nullable().describe("Only of a backup whose every link holds.")
});
const ReportProof = strictObject({
	file: string(),
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive",
		"error"
	]),
	provenAt: datetime(),
	bytes: int().nullable(),
	ageMs: number().nullable(),
	recoveryMs: number().nullable()
});
const BackupPart = strictObject({
	file: string(),
	sidecar: string().describe("Path of the JSON beside it, with the facts below."),
	schemaVersion: literal(1),
	kind: string(),
	sha256: string(),
	bytes: int(),
	revision: int(),
	hash: int().describe("etcd's HashKV at that revision."),
	hashBy: _enum(["member", "file"]).describe("file: the cluster had compacted since, so the member cannot say."),
	clusterId: string(),
	members: array(strictObject({
		id: string(),
		name: string()
	})),
	etcd: string(),
	takenFrom: string(),
	takenAt: datetime(),
	toolVersion: string(),
	removed: array(string()).describe("Older backups of this cluster that went.")
});

// src/report/model.ts
const opening = {
	schemaVersion: literal(1),
	tool: strictObject({
		name: literal("etcd-migrate"),
		version: string()
	})
};
const cluster = string().describe("The manifest's `name`.");
const judgement = {
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive",
		"error"
	]),
	failureReason: string().nullable().describe("A failure code (docs/failure-codes.md), or null for a pass."),
	reason: string().describe("Why, in one sentence.")
};
const done$1 = {
	verdict: literal("pass"),
	failureReason: _null(),
	reason: string()
};
const pointOfNoReturn = string().describe("After which step the old release no longer starts.");
const nextSteps = array(string());
const times = {
	startedAt: datetime().optional(),
	finishedAt: datetime().optional(),
	durationMs: number().optional()
};
const findings = array(ReportFinding).optional();
const RehearsalReport = strictObject({
	...opening,
	mode: _enum([
		"preflight",
		"resume",
		"rollback"
	]),
	cluster: cluster.optional(),
	...judgement,
	evidence: array(string()).optional().describe("etcd's own last lines or the last observation, when something failed."),
	clusterState: string().optional().describe("Where the cluster stands now and on which side of the point of no return."),
	pointOfNoReturn: pointOfNoReturn.optional(),
	side: Side.optional().describe(`On which side of it the cluster was at the end of the run; ${unknownSide}`),
	nextSteps,
	planDigest: string().optional(),
	from: string().optional(),
	to: string().optional(),
	...times,
	seed: int().optional(),
	depth: string().optional(),
	releases: array(ReportRelease).optional(),
	steps: array(ReportStep).optional(),
	checks: array(ReportCheck).optional(),
	judges: array(ReportJudge).optional(),
	availability: ReportAvailability.optional(),
	timings: strictObject({
		stopMs: number(),
		startMs: number(),
		flipWaitMs: number(),
		preparationMs: number()
	}).optional().describe("Where the time went, sums in milliseconds: what etcd itself needs, whoever does the upgrade."),
	findings
});
const ProofReport = strictObject({
	...opening,
	mode: literal("verify-backup"),
	cluster: cluster.optional(),
	...judgement,
	nextSteps,
	...times,
	releases: array(ReportRelease).optional(),
	findings,
	backups: array(ReportBackup).optional().describe("Absent where none was found, or none could be looked at."),
	trend: array(ReportProof).optional().describe("Proofs of this cluster's backups by this run and those before, oldest first.")
});
const PlanReport = strictObject({
	...opening,
	mode: literal("plan"),
	cluster,
	...done$1,
	pointOfNoReturn,
	nextSteps,
	planDigest: string(),
	from: string(),
	to: string(),
	seed: int(),
	depth: string(),
	steps: array(ReportStep),
	findings,
	plan: PlanPart
});
const InitReport = strictObject({
	...opening,
	mode: literal("init"),
	...done$1,
	nextSteps,
	from: string(),
	to: string(),
	init: InitPart
});
const StatusReport = strictObject({
	...opening,
	mode: literal("status"),
	...done$1,
	verdict: literal("inconclusive"),
	clusterState: string().optional(),
	nextSteps,
	planDigest: string(),
	from: string(),
	to: string(),
	status: StatusPart
});
const CleanupReport = strictObject({
	...opening,
	mode: literal("cleanup"),
	...done$1,
	nextSteps,
	cleanup: CleanupPart
});
const BackupReport = strictObject({
	...opening,
	mode: literal("backup"),
	...done$1,
	nextSteps,
	backup: BackupPart
});
const failed = (mode) => strictObject({
	...opening,
	mode: literal(mode),
	...judgement,
	verdict: literal("error"),
	failureReason: string().describe("A failure code (docs/failure-codes.md)."),
	nextSteps,
	findings
});
const RunReport = discriminatedUnion("mode", [
	RehearsalReport,
	ProofReport,
	discriminatedUnion("verdict", [PlanReport, failed("plan")]),
	discriminatedUnion("verdict", [InitReport, failed("init")]),
	discriminatedUnion("verdict", [StatusReport, failed("status")]),
	discriminatedUnion("verdict", [CleanupReport, failed("cleanup")]),
	discriminatedUnion("verdict", [BackupReport, failed("backup")])
]);
const RehearsalRecord = strictObject({
	schemaVersion: literal(1),
	planDigest: string(),
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive",
		"error"
	]),
	failureReason: string().nullable(),
	binaries: record(string(), record(string(), string())),
	platform: string(),
	toolVersion: string(),
	finishedAt: datetime(),
	assumed: array(string())
});

// src/report/json.ts
function renderJson(report) {
	return `${JSON.stringify(RunReport.parse(report), null, 2)}\n`;
}

// src/app/shell/envelope.ts
const tool = {
	name: "etcd-migrate",
	version
};
const done = {
	schemaVersion: 1,
	tool,
	failureReason: null
};
function sayJson(report, settings, surroundings) {
	if (settings.format !== "json") return;
	surroundings.writeOut(renderJson(surroundings.redactor.report(report)));
}

export { Attestation as a, ReportRelease as c, renderJson as i, sayJson as n, ReportCheck as o, tool as r, ReportLink as s, done as t };