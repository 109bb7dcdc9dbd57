import { t as EtcdMigrateError } from "./errors.js";
import { _ as string, b as unknown, c as discriminatedUnion, d as looseObject, f as number, h as record, i as _enum, o as array, p as object, u as literal } from "./npm/zod.js";
import { t as _usingCtx } from "./usingCtx.js";
import { S as syncDirectory } from "./own-places.js";
import { t as sha256OfFile } from "./digest.js";
import { t as createRandom } from "./random.js";
import { i as planSchema, r as deploymentSchema, s as digestOfJson } from "./plan-schema.js";
import { dirname } from "node:path";
import { constants } from "node:fs";
import { open, readFile } from "node:fs/promises";

// src/app/rehearse/verified-binaries.ts
function verifiedBinaries(obtained) {
	return async (version) => {
		const path = obtained.binaries[version];
		const verified = obtained.releases.find((release) => release.version === version)?.sha256["etcd"];
		if (path === void 0 || verified === void 0) throw new EtcdMigrateError("internal-error", `No binary of etcd ${version} was obtained.`);
		await requireAsVerified(path, version, verified);
		return path;
	};
}
function digestsOf(releases) {
	return Object.fromEntries(releases.flatMap(({ version, sha256 }) => sha256["etcd"] === void 0 ? [] : [[version, sha256["etcd"]]]));
}
async function requireAsVerified(path, version, verified) {
	const found = await sha256OfFile(path).catch((cause) => {
		const why = cause.message;
		throw new EtcdMigrateError("binary-invalid", `etcd ${version} was verified, but cannot be read now: ${why}.`, { cause });
	});
	if (found !== verified) throw new EtcdMigrateError("checksum-mismatch", `${path} (etcd ${version}) was replaced after it was verified: its sha256 is ${found}, it was ${verified}. It was not run.`, { hint: "Leave the binaries alone while a rehearsal runs, and start it again." });
}

// src/app/rehearse/provisioning.ts
const nothingObtained = {
	binaries: {},
	releases: []
};
function chooseDriver(drivers, capability) {
	const driver = drivers.find(({ capabilities }) => capabilities.has(capability));
	if (driver !== void 0) return driver;
	throw new EtcdMigrateError("capability-missing", `This needs a driver with the capability ${capability}; ${namesOf(drivers)} ${drivers.length === 1 ? "lacks" : "lack"} it. Nothing was started.`);
}
function driverNamed(drivers, name) {
	const driver = drivers.find((each) => each.name === name);
	if (driver !== void 0) return driver;
	throw new EtcdMigrateError("driver-unknown", `The run was begun with the driver "${name}", which this etcd-migrate does not have (it has ${namesOf(drivers)}). Its cluster was not touched.`);
}
function namesOf(drivers) {
	return drivers.map(({ name }) => name).join(", ") || "none";
}
function openSource(driver, directory, context, tools) {
	return driver.source({
		stateDir: directory.path,
		logs: directory.logs,
		binaries: verifiedBinaries(context),
		clock: tools.clock,
		log: tools.log,
		random: createRandom(process.pid)
	});
}

// src/platform/json-lines.ts
function createJsonLines(file, what, follows = () => true) {
	let repair = "a+";
	let size = 0;
	return { append: (record) => explained(file, what, async () => {
		try {
			var _usingCtx$1 = _usingCtx();
			if (repair !== null) {
				const end = await cutTornTail(file, repair);
				if (!follows(record, end.last)) throw written(file, what);
				({size} = end);
			}
			repair = constants.O_RDWR | constants.O_APPEND;
			const handle = _usingCtx$1.a(await open(file, constants.O_WRONLY | constants.O_APPEND));
			if ((await handle.stat()).size !== size) throw written(file, what);
			const line = Buffer.from(`${JSON.stringify(record)}\n`);
			await handle.appendFile(line);
			await handle.sync();
			size += line.length;
			if ((await handle.stat()).size !== size) throw written(file, what);
			repair = null;
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}) };
}
function written(file, what) {
	return new EtcdMigrateError("run-in-progress", `${what} ${file} was written by another process as well: somebody else works on this run.`);
}
async function readJsonLines(file, what) {
	let text;
	try {
		text = await readFile(file, "utf8");
	} catch (error) {
		if (!isErrno(error)) throw error;
		if (error.code === "ENOENT") return [];
		const code = error.code === "EACCES" || error.code === "EPERM" ? "no-permission" : "journal-damaged";
		throw new EtcdMigrateError(code, `${what} ${file} cannot be read: ${error.message}.`, { cause: error });
	}
	const lines = text.slice(0, text.lastIndexOf("\n") + 1).split("\n");
	lines.pop();
	return lines.map((line, index) => {
		try {
			return JSON.parse(line);
		} catch (error) {
			throw new EtcdMigrateError("journal-damaged", `Line ${index + 1} of ${file} is not JSON; nothing was changed.`, { cause: error });
		}
	});
}
async function cutTornTail(file, flags) {
	try {
		var _usingCtx3 = _usingCtx();
		const handle = _usingCtx3.a(await open(file, flags, 384));
		const bytes = await handle.readFile();
		const complete = bytes.lastIndexOf(10) + 1;
		if (complete < bytes.length) await handle.truncate(complete);
		await syncDirectory(dirname(file));
		const begin = bytes.lastIndexOf(10, complete - 2) + 1;
		return {
			size: complete,
			last: parsed(bytes.toString("utf8", begin, Math.max(begin, complete)))
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
function parsed(line) {
	try {
		return JSON.parse(line);
	} catch {
		return;
	}
}
async function explained(file, what, work) {
	try {
		return await work();
	} catch (error) {
		if (!isErrno(error)) throw error;
		const code = error.code === "ENOSPC" || error.code === "EDQUOT" ? "no-space" : "no-permission";
		throw new EtcdMigrateError(code, `${what} ${file} cannot be written: ${error.message}.`, { cause: error });
	}
}
function isErrno(error) {
	return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

// src/engine/journal.ts
const journalFormat = 2;
function runStarted(begun) {
	return {
		type: "run-started",
		format: journalFormat,
		...begun,
		content: contentDigest(begun)
	};
}
function contentDigest({ plan, context }) {
	return digestOfJson({
		plan,
		context
	});
}
const owner = object({
	pid: number(),
	bootId: string(),
	startTime: string()
});
const common = {
	seq: number().int().positive(),
	at: string()
};
const recordSchema = discriminatedUnion("type", [
	object({
		...common,
		type: literal("run-started"),
		format: literal(journalFormat),
		runId: string(),
		toolVersion: string(),
		mode: string(),
		plan: planSchema,
		owner,
		context: unknown(),
		content: string()
	}),
	object({
		...common,
		type: literal("run-resumed"),
		purpose: _enum(["resume", "rollback"]),
		owner
	}),
	object({
		...common,
		type: literal("step-started"),
		step: string(),
		facts: record(string(), string()).exactOptional()
	}),
	object({
		...common,
		type: literal("switch-intended"),
		step: string(),
		member: string(),
		from: deploymentSchema.nullable(),
		to: deploymentSchema
	}),
	object({
		...common,
		type: literal("switch-ended"),
		step: string(),
		member: string(),
		outcome: _enum([
			"running",
			"exited",
			"unknown",
			"refused"
		])
	}),
	object({
		...common,
		type: literal("step-finished"),
		step: string(),
		durationMs: number()
	}),
	object({
		...common,
		type: literal("step-failed"),
		step: string(),
		code: string(),
		message: string()
	}),
	object({
		...common,
		type: literal("member-restored"),
		step: string(),
		member: string(),
		to: deploymentSchema
	}),
	object({
		...common,
		type: literal("process-known"),
		step: string().nullable(),
		member: string(),
		identity: string(),
		deployment: deploymentSchema
	}),
	object({
		...common,
		type: literal("process-changed"),
		step: string().nullable(),
		member: string(),
		code: string(),
		what: string()
	}),
	object({
		...common,
		type: literal("process-adopted"),
		member: string(),
		identity: string(),
		deployment: deploymentSchema,
		what: string()
	}),
	object({
		...common,
		type: literal("way-back-broken"),
		step: string(),
		hop: string(),
		member: string(),
		why: string()
	}),
	object({
		...common,
		type: literal("run-interrupted"),
		step: string().nullable(),
		reason: string()
	}),
	object({
		...common,
		type: literal("run-finished"),
		outcome: _enum([
			"reached-target",
			"rolled-back",
			"held",
			"failed"
		]),
		message: string().exactOptional(),
		code: string().exactOptional(),
		step: string().exactOptional(),
		evidence: array(string()).exactOptional()
	}),
	object({
		...common,
		type: literal("run-reported"),
		verdict: string()
	})
]);
function validateRecords(raw) {
	requireOurFormat(raw[0]);
	return raw.map((value, index) => {
		const parsed = recordSchema.safeParse(value);
		if (!parsed.success) {
			const issue = parsed.error.issues[0];
			throw new EtcdMigrateError("journal-damaged", `Record ${index + 1} of the journal is not a journal record: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}. Nothing was changed.`);
		}
		if (parsed.data.seq !== index + 1) throw new EtcdMigrateError("journal-damaged", `Record ${index + 1} of the journal has number ${parsed.data.seq}: records are missing or doubled. Nothing was changed.`);
		return parsed.data;
	});
}
const opening = looseObject({
	type: literal("run-started"),
	format: unknown().optional(),
	toolVersion: unknown().optional()
});
function requireOurFormat(first) {
	const begun = opening.safeParse(first);
	if (!begun.success || begun.data.format === journalFormat) return;
	const { format, toolVersion } = begun.data;
	const name = typeof format === "number" ? `of format ${format}` : "without a format number";
	const [writer, advice] = typeof toolVersion === "string" && /^[0-9A-Za-z.+-]{1,40}$/.test(toolVersion) ? [`etcd-migrate ${toolVersion}`, `etcd-migrate ${toolVersion}`] : ["an unknown version of etcd-migrate", "the version that wrote it"];
	throw new EtcdMigrateError("journal-format", `The journal is ${name}, written by ${writer}; this version reads format ${journalFormat}. Nothing was changed: go on with ${advice}.`);
}
async function openJournal(store, clock) {
	const records = [...validateRecords(await store.read())];
	let tail = Promise.resolve();
	return {
		records,
		append: (entry) => {
			const write = async () => {
				const at = new Date(clock.wallMs()).toISOString();
				const record = {
					seq: records.length + 1,
					at,
					...entry
				};
				await store.append(record);
				records.push(record);
			};
			tail = tail.then(write);
			const result = tail;
			result.catch(() => void 0);
			return result;
		}
	};
}

// src/plan/weave.ts
function executableSteps(plan) {
	const legsAfter = /* @__PURE__ */ new Map();
	for (const leg of plan.legs) legsAfter.set(leg.after, [...legsAfter.get(leg.after) ?? [], leg]);
	return plan.upgrade.hops.flatMap((hop) => hop.steps.flatMap((planned) => [{
		planned,
		hop,
		part: "upgrade",
		depth: 1
	}, ...(legsAfter.get(planned.id) ?? []).flatMap((leg) => leg.steps.map((step) => ({
		planned: step,
		hop,
		part: "leg",
		leg,
		depth: 2
	})))]));
}

// src/engine/undoing.ts
const prefix = "rollback";
function rollBackStepId(hop, attempt, number) {
	return `${prefix}.${hop.id}.${attempt}.${number}`;
}
function undoneBy(record, plan) {
	if (!isUndoing(record)) return [];
	const [, hopId] = record.step.split(".");
	const steps = executableSteps(plan).filter(({ hop }) => hop.id === hopId);
	const first = steps.findIndex(({ planned: { step } }) => step.kind === "switch-member" || step.kind === "renew-raft-snapshots");
	return first < 0 ? [] : steps.slice(first).map(({ planned }) => planned.id);
}
function recordsAbout(step, records) {
	return (isRollBackStep(step) ? records : records.slice(records.findLastIndex(isUndoing) + 1)).filter((record) => "step" in record && record.step === step);
}
function isUndoing(record) {
	return record.type === "switch-intended" && isRollBackStep(record.step);
}
function isRollBackStep(step) {
	return step.startsWith(`${prefix}.`);
}

export { requireAsVerified as _, executableSteps as a, runStarted as c, readJsonLines as d, chooseDriver as f, digestsOf as g, openSource as h, undoneBy as i, validateRecords as l, nothingObtained as m, recordsAbout as n, contentDigest as o, driverNamed as p, rollBackStepId as r, openJournal as s, isRollBackStep as t, createJsonLines as u };