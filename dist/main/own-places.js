import { t as EtcdMigrateError } from "./errors.js";
import { t as present } from "./present.js";
import { t as _usingCtx } from "./usingCtx.js";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { randomBytes } from "node:crypto";
import { lstat, mkdir, open, readFile, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { setFlagsFromString } from "node:v8";

// src/platform/files.ts
const codes = {
	ENOSPC: "no-space",
	EDQUOT: "no-space",
	EACCES: "no-permission",
	EPERM: "no-permission",
	EROFS: "no-permission"
};
function fileError(error, doing, path) {
	const code = codes[error.code ?? ""];
	if (code === void 0) return error;
	return new EtcdMigrateError(code, `${doing} ${path} failed: ${error.message}`, { cause: error });
}
const unusable = /* @__PURE__ */ new Set([
	"EISDIR",
	"ERR_FS_EISDIR",
	"ENOTDIR",
	"EEXIST",
	"ENOENT",
	"ENOTEMPTY",
	"ELOOP",
	"ENAMETOOLONG"
]);
function pathError(error, doing, path) {
	if (!unusable.has(error.code ?? "")) return fileError(error, doing, path);
	return new EtcdMigrateError("no-permission", `${doing} ${path} failed: ${error.message}`, {
		hint: hintFor(doing),
		cause: error
	});
}
function hintFor(doing) {
	return doing === "Reading" ? "Give the user that runs etcd-migrate access to the path named above, or name another." : "Choose another path, or move away what is in its place.";
}
async function writeFileAtomic(path, content, mode = 420) {
	const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
	try {
		await makeDirectory(dirname(path));
		await writeNewFile(temporary, content, mode);
		await rename(temporary, path);
		await syncDirectory(dirname(path));
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => {});
		throw pathError(error, "Writing", path);
	}
}
async function writeNewFile(path, content, mode) {
	try {
		var _usingCtx$1 = _usingCtx();
		const handle = _usingCtx$1.a(await open(path, "wx", mode));
		await handle.writeFile(content);
		await handle.sync();
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function makeDirectory(path) {
	const first = await mkdir(path, { recursive: true });
	if (first === void 0) return;
	const last = dirname(resolve(first));
	for (let made = resolve(path); made !== last; made = dirname(made)) await syncDirectory(dirname(made));
}
async function syncFile(path) {
	try {
		var _usingCtx3 = _usingCtx();
		await _usingCtx3.a(await open(path, "r")).sync();
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function syncDirectory(path) {
	try {
		var _usingCtx4 = _usingCtx();
		await _usingCtx4.a(await open(path, "r")).sync();
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
async function readFileBounded(path, maxBytes) {
	const facts = await stat(path);
	if (!facts.isFile()) throw new Error("it is not a regular file");
	if (facts.size > maxBytes) throw new Error(`it has ${facts.size} bytes, more than ${maxBytes}`);
	return readFile(path);
}

// src/manifest/versions.ts
const lineOrRelease = /^((0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4}))?|latest)$/;
const exactRelease = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;
function readVersion(text) {
	if (text === "latest" || !lineOrRelease.test(text)) return void 0;
	const [major = 0, minor = 0, patch] = text.split(".").map(Number);
	return {
		major,
		minor,
		...present({ patch })
	};
}
function compareWritten(a, b) {
	const byLine = a.major - b.major || a.minor - b.minor;
	if (byLine !== 0 || a.patch === void 0 || b.patch === void 0) return byLine;
	return a.patch - b.patch;
}
function lineOf(version) {
	return `${version.major}.${version.minor}`;
}

// src/platform/confinement.ts
async function isNamedWithin(directory, path) {
	return isWithin(resolve(directory), path) || isWithin(await realpath(directory), path);
}
function isWithin(directory, path) {
	const way = relative(directory, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
async function staysInside(directory, path) {
	if (!await isNamedWithin(directory, path)) return false;
	const root = await realpath(directory);
	for (let at = path;; at = dirname(at)) try {
		return isWithin(root, await realpath(at));
	} catch (error) {
		if (!["ENOENT", "ENOTDIR"].includes(error.code ?? "") || await isLink$1(at) || at === dirname(at)) return false;
	}
}
async function isLink$1(path) {
	try {
		return (await lstat(path)).isSymbolicLink();
	} catch {
		return false;
	}
}

// package.json
var version = "0.1.0";
var description = "Rehearse etcd upgrades and their roll-backs on throw-away real clusters, and say with evidence whether they are safe.";

// src/app/shell/run-settings.ts
const defaultManifest = "etcd-migration.yaml";
const defaultOutput = ".etcd-migrate";
const backupOutput = join(defaultOutput, "backups");
const formats = [
	"text",
	"json",
	"markdown"
];
function settle(options, surroundings) {
	const { environment, workingDirectory } = surroundings;
	const cacheRoot = environment["XDG_CACHE_HOME"] ?? join(environment["HOME"] ?? homedir(), ".cache");
	const colored = (options.color ?? true) && environment["NO_COLOR"] === void 0;
	return {
		manifestGiven: options.manifest !== void 0,
		manifestFile: resolve(workingDirectory, options.manifest ?? "etcd-migration.yaml"),
		outputDir: resolve(workingDirectory, options.output ?? ".etcd-migrate"),
		cacheDir: options.cache === void 0 ? join(cacheRoot, "etcd-migrate") : resolve(workingDirectory, options.cache),
		offline: options.offline ?? false,
		format: options.format ?? "text",
		color: colored && surroundings.outIsTTY === true,
		errorColor: colored && surroundings.errorStream.isTTY === true,
		verbose: options.verbose ?? false,
		confinedTo: options.trusted ?? true ? null : workspaceOf(surroundings)
	};
}
function workspaceOf({ environment, workingDirectory }) {
	return resolve(environment["GITHUB_WORKSPACE"] || workingDirectory);
}

// src/platform/memory.ts
function keepNurserySmall() {
	setFlagsFromString("--semi-space-growth-factor=1");
}

// src/report/redact.ts
const REDACTED = "***";
const SHORTEST_LINE = 8;
const OURS = /* @__PURE__ */ new Set([
	"schemaVersion",
	"tool",
	"mode",
	"verdict",
	"failureReason",
	"planDigest",
	"status",
	"side",
	"wayBack",
	"isMade",
	"remains",
	"state",
	"unjudged",
	"commands",
	"atBest",
	"part",
	"severity",
	"sha256",
	"platform",
	"startedAt",
	"finishedAt",
	"kind",
	"by",
	"hashBy",
	"proven",
	"takenAt",
	"provenAt",
	"binaries"
]);
function createRedactor(secrets = []) {
	const forms = /* @__PURE__ */ new Set();
	let ordered = [];
	const add = (secret) => {
		for (const form of formsOf(secret)) if (form.trim() !== "") forms.add(form);
		ordered = [...forms].sort((a, b) => b.length - a.length);
	};
	for (const secret of secrets) add(secret);
	const text = (value) => ordered.reduce((rest, form) => rest.replaceAll(form, REDACTED), value);
	const deep = (value, ours) => {
		if (typeof value === "string") return text(value);
		if (Array.isArray(value)) return value.map((item) => deep(item, ours));
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [ours ? key : text(key), ours && isClosed(key, item, value) ? item : deep(item, ours && key !== "records")]));
	};
	return {
		add,
		text,
		report: (report) => deep(report, true)
	};
}
function isClosed(key, item, holder) {
	if (key === "status" && typeof item !== "string") return false;
	return OURS.has(key) || key === "name" && isLink(holder);
}
function isLink(value) {
	return "verdict" in value && "evidence" in value && "durationMs" in value;
}
function formsOf(secret) {
	if (secret.trim() === "") return [];
	const whole = [secret, secret.trim()];
	const lines = secret.split(/\r\n|\r|\n/).filter((line) => line.trim().length >= SHORTEST_LINE);
	return [...whole, ...lines].flatMap((form) => [
		form,
		encodeURIComponent(form.replace(/\p{Cs}/gu, "�")),
		JSON.stringify(form).slice(1, -1),
		Buffer.from(form, "utf8").toString("base64")
	]);
}

// src/drivers/process/capabilities.ts
const everywhere = [
	"stop-start",
	"kill",
	"restore-data"
];
const capabilities = new Set(process.platform === "linux" ? [...everywhere, "see-settings"] : everywhere);

// src/drivers/index.ts
const drivers = [{
	name: "process",
	capabilities,
	source: async (place) => (await import("./source.js")).openProcessSource(place)
}];

// src/app/rehearse/clients.ts
const load = () => import("./etcd-clients.js");
function etcdClients(program) {
	return {
		start: async (options) => (await load()).startWorkloadApart(program, options),
		check: async (options) => (await load()).runChecks(options)
	};
}

// src/app/shell/composition.ts
function composition({ clientsProgram }) {
	return {
		drivers,
		clients: etcdClients(clientsProgram)
	};
}

// src/app/shell/own-places.ts
async function requireOwnPlaces({ confinedTo, outputDir, cacheDir }) {
	if (confinedTo === null) return;
	if (await isNamedWithin(confinedTo, cacheDir)) throw new EtcdMigrateError("usage", `The cache ${cacheDir} is inside the workspace, where a ref that is not trusted may have put binaries of its own. Nothing was run.`, { hint: "Name a cache outside of the workspace, or none: the default is one in the home directory." });
	if (!await isNamedWithin(confinedTo, outputDir)) return;
	const link = await staysInside(confinedTo, outputDir) ? await linkIn(outputDir) : outputDir;
	if (link === void 0) return;
	throw new EtcdMigrateError("usage", `${link} is a link, or leads through one: a ref that is not trusted may have made it, to have files written elsewhere. Nothing was written.`, { hint: "Name another output directory, one outside of the workspace, or remove the link." });
}
async function linkIn(directory) {
	try {
		const link = (await readdir(directory, {
			recursive: true,
			withFileTypes: true
		})).find((entry) => entry.isSymbolicLink());
		return link && join(link.parentPath, link.name);
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(error.code ?? "")) return void 0;
		throw pathError(error, "Reading", directory);
	}
}

export { syncFile as C, syncDirectory as S, writeNewFile as T, lineOrRelease as _, keepNurserySmall as a, pathError as b, defaultOutput as c, description as d, version as f, lineOf as g, exactRelease as h, createRedactor as i, formats as l, compareWritten as m, composition as n, backupOutput as o, staysInside as p, capabilities as r, defaultManifest as s, requireOwnPlaces as t, settle as u, readVersion as v, writeFileAtomic as w, readFileBounded as x, fileError as y };