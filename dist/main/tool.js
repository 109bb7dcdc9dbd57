import { t as EtcdMigrateError } from "./errors.js";
import { _ as string, b as unknown, d as looseObject, f as number, g as strictObject, h as record, i as _enum, o as array, p as object, s as boolean, u as literal, x as url } from "./npm/zod.js";
import { S as syncDirectory, T as writeNewFile, b as pathError, w as writeFileAtomic } from "./own-places.js";
import { n as systemClock } from "./clock.js";
import { i as etcdCallError, r as classifyEtcdError } from "./errors2.js";
import { a as connectMember } from "./member-access.js";
import { c as run, l as killTree, t as clusterSettingsSchema } from "./plan-schema.js";
import { a as isAlive, c as sameProcess, i as identityLine, n as bootId, o as parseIdentityLine, r as identify, s as processIdentity, t as identifySelf } from "./self.js";
import { basename, dirname, join } from "node:path";
import { randomBytes } from "node:crypto";
import { chmod, copyFile, link, lstat, mkdir, mkdtemp, open, readFile, readdir, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";

// src/etcd/auth.ts
const AUTH_DEADLINE_MS = 1e4;
async function enableAuthentication(via, credentials, root, signal) {
	const { user: _unused, ...withoutUser } = credentials;
	await inSteps(via, withoutUser, signal, async (step) => {
		await step("userAdd", {
			name: root.name,
			password: root.password
		});
		await step("roleAdd", { name: "root" });
		await step("userGrantRole", {
			user: root.name,
			role: "root"
		});
		await step("authEnable", {});
	});
}
async function addAdministrator(via, administrator, user, signal) {
	await inSteps(via, administrator, signal, async (step) => {
		await step("userAdd", {
			name: user.name,
			password: user.password
		});
		await step("userGrantRole", {
			user: user.name,
			role: "root"
		});
	});
}
async function inSteps(via, credentials, signal, work) {
	const client = connectMember(via.clientUrl, credentials);
	try {
		await work(async (method, request) => {
			try {
				await client.unary("Auth", method, request, {
					deadlineMs: AUTH_DEADLINE_MS,
					signal
				});
			} catch (error) {
				signal?.throwIfAborted();
				if (classifyEtcdError(error) !== "already-exists") throw etcdCallError(`${method} through ${via.name} at ${via.clientUrl}`, error);
			}
		});
	} finally {
		client.close();
	}
}

// src/drivers/process/run-state.ts
const MARKER_FILE = "etcd-migrate-run.json";
const UNFINISHED = ".new-";
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const memberSchema = strictObject({
	name: string().regex(SAFE_NAME),
	clientUrl: url({ protocol: /^https?$/ }),
	peerUrl: url({ protocol: /^https?$/ })
});
const credentialsSchema = strictObject({
	tls: strictObject({
		caPem: string(),
		certPem: string().exactOptional(),
		keyPem: string().exactOptional(),
		serverName: string().exactOptional()
	}).exactOptional(),
	user: strictObject({
		name: string(),
		password: string()
	}).exactOptional()
});
const versioned = looseObject({ schemaVersion: unknown() });
const runStateSchema = strictObject({
	schemaVersion: literal(3),
	runId: string().regex(SAFE_NAME),
	createdAt: string(),
	owner: processIdentity,
	members: array(memberSchema).min(1),
	settings: clusterSettingsSchema,
	credentials: credentialsSchema,
	memberIds: record(string(), string().regex(/^[0-9a-f]{1,16}$/)).nullable()
});
function membersOf({ runId, members, memberIds }) {
	if (memberIds === null) return null;
	return members.map((member) => {
		const id = Object.hasOwn(memberIds, member.name) ? memberIds[member.name] : void 0;
		if (id !== void 0) return {
			...member,
			id: BigInt(`0x${id}`)
		};
		throw new EtcdMigrateError("journal-damaged", `What is written down of run ${runId} has no id of ${member.name}.`);
	});
}
function requireSafeName(name, what) {
	if (!SAFE_NAME.test(name)) throw new EtcdMigrateError("internal-error", `"${name}" cannot be the name of a ${what}.`);
	return name;
}
function runsDirectory(stateDir) {
	return join(stateDir, "runs");
}
function runPaths(stateDir, runId) {
	const directory = join(runsDirectory(stateDir), requireSafeName(runId, "run"));
	return {
		directory,
		marker: join(directory, MARKER_FILE),
		state: join(directory, "cluster.json"),
		hostScript: join(directory, "host.sh"),
		launchScript: join(directory, "launch.sh"),
		toolScript: join(directory, "tool.sh"),
		tool: join(directory, "tool"),
		closing: join(directory, "closing"),
		releases: join(directory, "releases"),
		tls: join(directory, "tls"),
		members: join(directory, "members")
	};
}
function memberPaths(run, name) {
	const directory = join(run.members, requireSafeName(name, "member"));
	return {
		directory,
		data: join(directory, "data"),
		database: join(directory, "data", "member", "snap", "db"),
		log: join(directory, "etcd.log"),
		hostLog: join(directory, "host.log"),
		transactions: join(directory, "transactions"),
		claims: join(directory, "claims"),
		tool: join(directory, "tool")
	};
}
async function makePrivateDirectory(path) {
	try {
		await mkdir(path, {
			recursive: true,
			mode: 448
		});
		await chmod(path, 448);
	} catch (error) {
		throw writingFailed(path, await realCause(path, error));
	}
}
async function realCause(path, error) {
	if (error.code !== "ENOENT") return error;
	const parent = dirname(path);
	try {
		await mkdir(path, { mode: 448 });
		return error;
	} catch (plain) {
		if (plain.code === "ENOENT" && parent !== path) return realCause(parent, plain);
		return plain;
	}
}
async function makeRunDirectory(paths) {
	const runId = basename(paths.directory);
	const unfinished = unfinishedDirectory(paths);
	await makePrivateDirectory(unfinished);
	try {
		await writeFileAtomic(join(unfinished, MARKER_FILE), `${JSON.stringify({
			madeBy: "etcd-migrate",
			runId
		})}\n`);
		await rename(unfinished, paths.directory);
		await syncDirectory(dirname(paths.directory));
	} catch (error) {
		await rm(unfinished, {
			recursive: true,
			force: true
		});
		throw writingFailed(paths.directory, error);
	}
}
function unfinishedDirectory({ directory }) {
	return join(dirname(directory), `${UNFINISHED}${basename(directory)}`);
}
async function isUnfinished(paths) {
	try {
		const path = unfinishedDirectory(paths);
		if (!(await lstat(path)).isDirectory()) return false;
		return (await readdir(path)).every((name) => name.startsWith(MARKER_FILE));
	} catch (error) {
		if (isAbsence(error)) return false;
		throw error;
	}
}
async function removeUnfinished(paths) {
	if (await isUnfinished(paths)) await rm(unfinishedDirectory(paths), {
		recursive: true,
		force: true
	});
}
async function ownershipOf(paths) {
	try {
		for (const directory of [dirname(paths.directory), paths.directory]) if (!(await lstat(directory)).isDirectory()) return "foreign";
	} catch (error) {
		if (isAbsence(error)) return "absent";
		throw error;
	}
	try {
		if (!(await lstat(paths.marker)).isFile()) return "foreign";
		const marker = JSON.parse(await readFile(paths.marker, "utf8"));
		return marker?.madeBy === "etcd-migrate" && marker.runId === basename(paths.directory) ? "ours" : "foreign";
	} catch (error) {
		if (isAbsence(error) || error instanceof SyntaxError) return "foreign";
		throw error;
	}
}
function isAbsence(error) {
	return ["ENOENT", "ENOTDIR"].includes(error.code ?? "");
}
function writingFailed(path, error) {
	const code = error.code ?? "";
	if (error instanceof EtcdMigrateError) return error;
	if (code === "ENOSPC" || code === "EDQUOT") return new EtcdMigrateError("no-space", `${path} cannot be written: the disk is full.`, { cause: error });
	if ([
		"EACCES",
		"EPERM",
		"EROFS",
		"ENOTDIR",
		"EEXIST"
	].includes(code)) return new EtcdMigrateError("no-permission", `${path} cannot be written: ${error.message}.`, { cause: error });
	return error;
}
async function writeRunState(paths, state) {
	try {
		await writeFileAtomic(paths.state, `${JSON.stringify(state, null, 2)}\n`, 384);
	} catch (error) {
		throw writingFailed(paths.state, error);
	}
}
async function readRunState(paths) {
	let text;
	try {
		text = await readFile(paths.state, "utf8");
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(error.code ?? "")) return null;
		throw error;
	}
	let content;
	try {
		content = JSON.parse(text);
	} catch (error) {
		throw new EtcdMigrateError("journal-damaged", `${paths.state} is not readable JSON.`, { cause: error });
	}
	const version = versioned.safeParse(content);
	if (version.success && version.data.schemaVersion !== runStateSchema.shape.schemaVersion.value) throw new EtcdMigrateError("journal-damaged", `${paths.state} was written by another version of etcd-migrate.`);
	const parsed = runStateSchema.safeParse(content);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const where = issue?.path.join(".") || "the whole";
		throw new EtcdMigrateError("journal-damaged", `${paths.state} is damaged: ${where}: ${issue?.message ?? ""}.`);
	}
	if (parsed.data.runId !== basename(paths.directory)) throw new EtcdMigrateError("journal-damaged", `${paths.state} is of another run: ${parsed.data.runId}.`);
	return parsed.data;
}
async function runsIn(stateDir) {
	const directory = runsDirectory(stateDir);
	try {
		if (!(await lstat(directory)).isDirectory()) return {
			ours: [],
			foreign: []
		};
		const names = (await readdir(directory)).sort();
		const runs = await Promise.all(names.map((name) => runOf(stateDir, name)));
		return {
			ours: [...new Set(runs.filter((run) => run !== null))],
			foreign: names.filter((_, index) => runs[index] === null)
		};
	} catch (error) {
		if (isAbsence(error)) return {
			ours: [],
			foreign: []
		};
		throw error;
	}
}
async function runOf(stateDir, name) {
	const isBegun = name.startsWith(UNFINISHED);
	const runId = isBegun ? name.slice(5) : name;
	if (!SAFE_NAME.test(runId)) return null;
	const paths = runPaths(stateDir, runId);
	return (isBegun ? await isUnfinished(paths) : await ownershipOf(paths) === "ours") ? runId : null;
}

// src/drivers/process/data-holder.ts
async function holderOf(database) {
	const [locks, file] = await Promise.all([readOrNull("/proc/locks"), statOrNull(database)]);
	if (locks === null || file === null) return null;
	const holders = locks.split("\n").map((line) => /^\d+: FLOCK +\S+ +WRITE +(\d+) +[^: ]+:[^: ]+:(\d+) /.exec(line)).filter((match) => match !== null && BigInt(match[2] ?? 0) === file.ino).map((match) => Number(match?.[1]));
	for (const pid of holders) if (await hasOpen(pid, file)) return await identify(pid);
	return null;
}
async function hasOpen(pid, file) {
	const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
	return (await Promise.all(descriptors.map((name) => statOrNull(`/proc/${pid}/fd/${name}`)))).some((each) => each !== null && each.ino === file.ino && each.dev === file.dev);
}
async function readOrNull(path) {
	return await readFile(path, "utf8").catch(() => null);
}
async function statOrNull(path) {
	return await stat(path, { bigint: true }).catch(() => null);
}

// src/drivers/host/local-host.ts
const PRIVATE = 384;
function localHost(clock) {
	return {
		files: localFiles,
		now: async () => {
			const uptime = await localFiles.read("/proc/uptime");
			const seconds = uptime === null ? Math.floor(clock.wallMs() / 1e3) : Number(uptime.split(" ")[0]);
			return {
				bootId: await bootId(),
				seconds
			};
		},
		isAlive,
		launch
	};
}
const localFiles = {
	list: async (directory) => await unlessAbsent(readdir(directory)) ?? [],
	read: (path) => unlessAbsent(readFile(path, "utf8")),
	write: (path, content) => writeFileAtomic(path, content, PRIVATE),
	create: async (path, content) => {
		const draft = draftOf(path);
		try {
			await writeNewFile(draft, content, PRIVATE);
			await link(draft, path);
			await syncDirectory(dirname(path));
			return true;
		} catch (error) {
			if (isOneOf(error, ["EEXIST"])) return false;
			throw pathError(error, "Writing", path);
		} finally {
			await rm(draft, { force: true });
		}
	},
	place: async (directory, files) => {
		let draft;
		try {
			draft = await mkdtemp(join(dirname(directory), ".draft-"));
			for (const [name, content] of Object.entries(files)) await writeNewFile(join(draft, name), content, PRIVATE);
			await syncDirectory(draft);
			await rename(draft, directory);
			await syncDirectory(dirname(directory));
			return true;
		} catch (error) {
			if (draft !== void 0) await rm(draft, {
				recursive: true,
				force: true
			});
			if (isOneOf(error, ["EEXIST", "ENOTEMPTY"])) return false;
			throw pathError(error, "Writing", directory);
		}
	},
	stat: async (path) => {
		const facts = await unlessAbsent(stat(path));
		return facts && { sizeBytes: facts.size };
	},
	freeBytes: async (directory) => {
		const { bavail, bsize } = await statfs(directory);
		return bavail * bsize;
	}
};
async function launch({ argv, directory, environment, log }) {
	const [command, ...args] = argv;
	const output = await open(log, "a", PRIVATE).catch((error) => {
		throw pathError(error, "Writing", log);
	});
	try {
		const child = spawn(command, args, {
			cwd: directory,
			env: { ...environment },
			detached: true,
			stdio: [
				"ignore",
				output.fd,
				output.fd
			]
		});
		await new Promise((resolve, reject) => {
			child.once("spawn", resolve);
			child.once("error", (error) => reject(new EtcdMigrateError("tool-failed", `${command} cannot be started: ${error.message}`, { cause: error })));
		});
		child.unref();
	} finally {
		await output.close();
	}
}
function draftOf(path) {
	return `${path}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
}
async function unlessAbsent(reading) {
	try {
		return await reading;
	} catch (error) {
		if (isOneOf(error, ["ENOENT", "ENOTDIR"])) return null;
		throw error;
	}
}
function isOneOf(error, codes) {
	return codes.includes(error.code ?? "");
}

// src/drivers/host/transactions.ts
const transactionRequest = object({
	schemaVersion: literal(1),
	action: _enum([
		"switch",
		"kill",
		"adopt"
	]),
	deployment: object({
		release: string().min(1),
		overrides: record(string(), string())
	}),
	argv: array(string()).min(1),
	environment: record(string(), string()),
	expected: processIdentity.nullable(),
	mayBeGone: boolean(),
	notAfter: object({
		bootId: string().min(1),
		seconds: number().int()
	}),
	creator: processIdentity
});
const CONFIG_FILE = "etcd.yaml";
async function transactionNumbers(files, places) {
	return (await files.list(places.transactions)).filter((name) => /^\d{4}$/.test(name)).map(Number).sort((a, b) => a - b);
}
async function listTransactions(files, places) {
	const numbers = await transactionNumbers(files, places);
	return Promise.all(numbers.map((number) => readTransaction(files, places, number)));
}
async function readTransaction(files, places, number) {
	const directory = directoryOf(places, number);
	const path = join(directory, "request.json");
	const damaged = (what, cause) => new EtcdMigrateError("journal-damaged", `${path} ${what}. Nobody can say what was started there; nothing was changed.`, { cause });
	const text = await files.read(path);
	if (text === null) throw damaged("is missing");
	let content;
	try {
		content = JSON.parse(text);
	} catch (error) {
		throw damaged("is not JSON", error);
	}
	const parsed = transactionRequest.safeParse(content);
	if (parsed.success) return {
		number,
		directory,
		request: parsed.data
	};
	const [issue] = parsed.error.issues;
	throw damaged(`is no request for a transaction (${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""})`);
}
async function createTransaction(files, places, after, limits, make, marks = {}) {
	const number = after + 1;
	const directory = directoryOf(places, number);
	const { request, configFile } = make(directory);
	return await files.place(directory, {
		"request.json": JSON.stringify(request),
		order: orderFor(request, limits),
		...configFile === void 0 ? {} : { [CONFIG_FILE]: configFile },
		...marks
	}) ? {
		number,
		directory,
		request
	} : null;
}
function orderFor({ action, expected, mayBeGone, notAfter }, limits) {
	return [
		action === "kill" ? "KILL" : "TERM",
		Math.round(limits.stopMs),
		Math.round(limits.startGraceMs),
		`${notAfter.bootId} ${notAfter.seconds}`,
		expected === null ? "nothing" : identityLine(expected),
		mayBeGone ? "may-be-gone" : "must-run",
		""
	].join("\n");
}
function configFileIn(directory) {
	return join(directory, CONFIG_FILE);
}
function transactionName(number) {
	return String(number).padStart(4, "0");
}
function directoryOf(places, number) {
	return join(places.transactions, transactionName(number));
}

// src/drivers/host/progress.ts
const failures = [
	"late",
	"changed",
	"superseded",
	"stop",
	"closing",
	"start",
	"abandoned"
];
async function readProgress(files, places, { number }) {
	const mark = (name) => files.read(join(directoryOf(places, number), name));
	const exit = await mark("exit");
	const started = await mark("started");
	const process = await mark("process");
	const stopped = await mark("stopped");
	const failed = await mark("failed");
	const begun = await mark("begun");
	const claim = await newestClaim(files, places, number);
	const [stoppedAt, logBytes] = stopped?.trim().split(/\s+/) ?? [];
	return {
		claim,
		begun: begun === null ? null : Number(begun),
		failed: failed === null ? null : parseFailure(failed),
		stopped: stoppedAt === void 0 ? null : {
			at: Number(stoppedAt),
			logBytes: Number(logBytes ?? 0)
		},
		process: process === null ? null : parseIdentityLine(process),
		started: started === null ? null : Number(started),
		exit: exit === null ? null : Number(exit)
	};
}
function parseFailure(text) {
	const [word = "", ...seen] = text.trim().split(" ");
	const reason = failures.find((each) => each === word);
	return reason === void 0 ? {
		reason: "unknown",
		seen: text.trim()
	} : {
		reason,
		seen: seen.join(" ")
	};
}
async function phaseOf(host, { request }, progress) {
	if (progress.process !== null || progress.failed !== null) return "ended";
	if (progress.claim !== null) return await isAtWork(host, progress.claim) ? "under-way" : "broken-off";
	return await host.isAlive(request.creator) ? "under-way" : "not-begun";
}
async function isAtWork(host, { owner }) {
	return owner !== null && await host.isAlive(owner);
}
async function mayStillChange(host, places, transaction) {
	const phase = await phaseOf(host, transaction, await readProgress(host.files, places, transaction));
	if (phase !== "not-begun") return phase === "under-way";
	const { notAfter } = transaction.request;
	const now = await host.now();
	return now.bootId === notAfter.bootId && now.seconds < notAfter.seconds;
}
async function abandon(host, places, transaction) {
	const { files } = host;
	const last = await newestClaim(files, places);
	if (last?.released === false && await isAtWork(host, last)) return false;
	const path = join(places.claims, transactionName((last?.number ?? 0) + 1));
	const claim = `${transactionName(transaction.number)} ${identityLine(await identifySelf())}\n`;
	if (!await files.create(path, claim)) return false;
	const progress = await readProgress(files, places, transaction);
	const isOpen = progress.process === null && progress.failed === null;
	if (isOpen) await files.write(join(transaction.directory, "failed"), "abandoned\n");
	await files.write(`${path}.released`, "");
	return isOpen;
}
async function newestClaim(files, places, of) {
	const names = await files.list(places.claims);
	for (const name of names.filter((each) => /^\d{4}$/.test(each)).sort().toReversed()) {
		const text = await files.read(join(places.claims, name)) ?? "";
		const [, transaction, line = ""] = /^(\d+) (.*)$/.exec(text.trim()) ?? [];
		if (of !== void 0 && Number(transaction) !== of) continue;
		const released = names.includes(`${name}.released`);
		return {
			number: Number(name),
			transaction: Number(transaction),
			owner: parseIdentityLine(line),
			released
		};
	}
	return null;
}

// src/drivers/process/recorded-processes.ts
async function liveProcesses(paths) {
	const live = [];
	const addTool = async (name, record) => {
		const tool = await readTool(record);
		if (tool !== null && await isAlive(tool)) live.push({
			name,
			process: tool,
			kind: "tool"
		});
	};
	await addTool("a command", paths.tool);
	for (const member of await directoriesIn(paths.members)) {
		const own = memberPaths(paths, member);
		await addTool(`the tool of ${member}`, own.tool);
		for (const number of await transactionNumbers(localFiles, own)) {
			const { process, failed, claim } = await readProgress(localFiles, own, { number });
			if (process !== null && await isAlive(process)) live.push({
				name: member,
				process,
				kind: "member"
			});
			else if (failed === null && claim?.owner && await isAlive(claim.owner)) live.push({
				name: member,
				process: claim.owner,
				kind: "script"
			});
		}
	}
	return live;
}
async function isRecorded(paths, member, process) {
	const own = memberPaths(paths, member);
	const recorded = [await readTool(own.tool)];
	for (const number of await transactionNumbers(localFiles, own)) recorded.push((await readProgress(localFiles, own, { number })).process);
	return recorded.some((each) => each !== null && sameProcess(each, process));
}
async function readTool(record) {
	const line = await localFiles.read(record);
	return line === null ? null : parseIdentityLine(line);
}
async function directoriesIn(directory) {
	try {
		return (await readdir(directory, { withFileTypes: true })).filter((it) => it.isDirectory()).map((it) => it.name);
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(error.code ?? "")) return [];
		throw error;
	}
}

// src/drivers/process/runs.ts
async function listRuns(stateDir) {
	return (await Promise.all((await runsIn(stateDir)).ours.map(async (runId) => {
		return {
			runId,
			createdAt: (await readRunState(runPaths(stateDir, runId)).catch(() => null))?.createdAt ?? ""
		};
	}))).sort((a, b) => a.createdAt.localeCompare(b.createdAt)).map(({ runId }) => runId);
}
async function listForeign(stateDir) {
	return (await runsIn(stateDir)).foreign.map((name) => join(runsDirectory(stateDir), name));
}
async function removeRun(stateDir, runId, options = {}) {
	const paths = runPaths(stateDir, runId);
	const state = await readRunState(paths).catch(() => null);
	if (state !== null && state.owner.pid !== process.pid && await isAlive(state.owner)) throw new EtcdMigrateError("run-in-progress", `Run ${runId} belongs to process ${state.owner.pid}, which is still running; nothing was removed.`);
	await destroyRun(paths, options);
}
const POLL_MS = 50;
const KILL_LIMIT_MS = 12e3;
const SCRIPT_LIMIT_MS = 7e3;
async function destroyRun(paths, options = {}) {
	await removeUnfinished(paths);
	const ownership = await ownershipOf(paths);
	if (ownership === "absent") return;
	if (ownership === "foreign") throw new EtcdMigrateError("no-permission", `${paths.directory} does not carry the marker of a run of etcd-migrate; it was left alone.`, { hint: "Look at it, and remove it by hand if it is not needed." });
	await requireNoStranger(paths);
	const clock = options.clock ?? systemClock;
	await writeFile(paths.closing, "").catch(() => {});
	await killAll(paths, clock);
	try {
		for (const member of await directoriesIn(paths.members)) await removeAll(memberPaths(paths, member).data);
		if (options.keepLogsIn !== void 0) await keepLogs(paths, options.keepLogsIn);
		for (const name of await readdir(paths.directory)) {
			const path = join(paths.directory, name);
			if (path !== paths.marker) await removeAll(path);
		}
		await removeAll(paths.directory);
	} catch (error) {
		throw error instanceof EtcdMigrateError ? error : writingFailed(paths.directory, error);
	}
}
async function requireNoStranger(paths) {
	for (const name of await directoriesIn(paths.members)) {
		const holder = await holderOf(memberPaths(paths, name).database);
		if (holder === null || await isRecorded(paths, name, holder)) continue;
		throw new EtcdMigrateError("run-in-progress", `Process ${holder.pid} works on the data of ${name}, and this run has not started it; nothing was removed.`, { hint: "End that process, then run `etcd-migrate cleanup`." });
	}
}
async function removeAll(directory) {
	await rm(directory, {
		recursive: true,
		force: true,
		maxRetries: 5,
		retryDelay: 100
	});
}
async function killAll(paths, clock) {
	const begun = clock.monotonicUs();
	const waitedMs = () => (clock.monotonicUs() - begun) / 1e3;
	for (;;) {
		const live = await liveProcesses(paths);
		if (live.length === 0) return;
		for (const { process: found, kind } of live) if (kind === "tool") killTree(found.pid);
		else if (kind !== "script" || waitedMs() > SCRIPT_LIMIT_MS) signalTo(found, "SIGKILL");
		if (waitedMs() > KILL_LIMIT_MS) {
			const left = live.map(({ name, process: found }) => `${name} (process ${found.pid})`).join(", ");
			throw new EtcdMigrateError("member-stop-failed", `These did not end within ${KILL_LIMIT_MS / 1e3} s, SIGKILL or not: ${left}. ${paths.directory} was left in place.`);
		}
		await clock.sleep(POLL_MS);
	}
}
function signalTo({ pid }, signal) {
	try {
		process.kill(pid, signal);
	} catch (error) {
		if (error.code !== "ESRCH") throw error;
	}
}
async function keepLogs(paths, target) {
	try {
		await mkdir(target, { recursive: true });
		for (const member of await directoriesIn(paths.members)) await copyFile(memberPaths(paths, member).log, join(target, `${member}.log`)).catch((error) => {
			if (error.code !== "ENOENT") throw error;
		});
	} catch (error) {
		throw writingFailed(target, error);
	}
}

// src/drivers/host/shell-functions.ts
const shellFunctions = `if [ -r /proc/sys/kernel/random/boot_id ]; then
  read -r boot < /proc/sys/kernel/random/boot_id
else
  boot=$(sysctl -n kern.bootsessionuuid 2>/dev/null || sysctl -n kern.boot_id) || exit 1
fi

look() {
  start=
  if [ -r /proc/self/stat ]; then
    read -r stat 2>/dev/null < "/proc/$1/stat" || return 0
    stat=\${stat##*) }
    case $stat in Z*|X*) return 0 ;; esac
    set -- $stat
    shift 19
    start=$1
  else
    start=$(ps -o lstart= -p "$1" 2>/dev/null | sed 's/^ *//; s/ *$//; s/  */ /g')
  fi
}

alive() {
  [ "$2" = "$boot" ] || return 1
  look "$1"
  shift 2
  [ -n "$start" ] && [ "$start" = "$*" ]
}

pause() {
  # Some sleeps take whole seconds only.
  if sleep 0.05 2>/dev/null; then waited=$((waited + 50)); else sleep 1; waited=$((waited + 1000)); fi
}
`;

// src/drivers/process/become-scripts.ts
const launchScript = `#!/bin/sh
# Becomes one member's process. Written and started by etcd-migrate.
# In a subshell: a variable that the program's environment has under the same name would be changed for it.
(
${shellFunctions}
  look $$
  draft=$1/process.$$
  printf '%s\\n' "$$ $boot $start" > "$draft" && sync "$draft" && ln "$draft" "$1/process" && sync "$1"
  made=$?
  rm -f "$draft"
  [ "$made" = 0 ] || exit 1
  newest=
  for each in "\${1%/*}"/[0-9][0-9][0-9][0-9]/begun; do [ -e "$each" ] && newest=\${each%/begun}; done
  [ "$newest" = "$1" ]
) || exit 1
[ -e "$2" ] && exit 1
# From here on it speaks for the program.
exec < /dev/null >> "$3" 2>&1
shift 3
exec "$@"
`;
const toolScript = `#!/bin/sh
# Runs one tool that belongs to a run. Written and started by etcd-migrate.
# In a subshell: a variable that the tool's environment has under the same name would be changed for it.
(
${shellFunctions}
  look $$
  printf '%s\\n' "$$ $boot $start" > "$1.tmp" && mv "$1.tmp" "$1"
) || exit 1
[ -e "$2" ] && exit 1
shift 2
exec "$@"
`;

// src/drivers/process/tool.ts
async function runTool(paths, record, [command, ...args], options) {
	try {
		await writeFileAtomic(paths.toolScript, toolScript, 448);
	} catch (error) {
		throw writingFailed(paths.toolScript, error);
	}
	const by = [
		"/bin/sh",
		paths.toolScript,
		record,
		paths.closing
	];
	const result = await run(command, args, {
		...options,
		by
	});
	if (result.exitCode === 0 || await readTool(record) !== null) return result;
	throw new EtcdMigrateError("tool-failed", `${command} was not started, as ${record} could not be written: ${result.stderr.trim() || "nobody says why"}`);
}

export { addAdministrator as A, memberPaths as C, runPaths as D, requireSafeName as E, writeRunState as O, makeRunDirectory as S, readRunState as T, transactionNumbers as _, listForeign as a, holderOf as b, abandon as c, phaseOf as d, readProgress as f, transactionName as g, listTransactions as h, destroyRun as i, enableAuthentication as j, writingFailed as k, isAtWork as l, createTransaction as m, launchScript as n, listRuns as o, configFileIn as p, shellFunctions as r, removeRun as s, runTool as t, mayStillChange as u, localFiles as v, membersOf as w, makePrivateDirectory as x, localHost as y };