import { o as __toESM } from "./rolldown-runtime.js";
import { t as present } from "./present.js";
import { t as EtcdMigrateError } from "./errors.js";
import { _ as string, g as strictObject, h as record, i as _enum, m as partialRecord, n as datetime, o as array, p as object, u as literal, v as tuple } from "./npm/zod.js";
import { n as thisPlatform, r as toolFile, t as platformName } from "./platform.js";
import { p as sources } from "./version.js";
import { t as sha256OfFile } from "./digest.js";
import { w as writeFileAtomic, y as fileError } from "./own-places.js";
import { t as require_proper_lockfile } from "./npm/proper-lockfile.js";
import { c as run } from "./plan-schema.js";
import { t as _usingCtx } from "./usingCtx.js";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { constants, createWriteStream, existsSync } from "node:fs";
import { access, chmod, constants as constants$1, copyFile, mkdir, open, readFile, readdir as readdir$1, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { pipeline } from "node:stream/promises";

// src/releases/go-modules.ts
const candidates = ["../catalog/go-modules", "./catalog/go-modules"];
function goModulesDirectory(module = import.meta.url) {
	const paths = candidates.map((candidate) => fileURLToPath(new URL(candidate, module)));
	const found = paths.find((path) => existsSync(path));
	if (found === void 0) throw new EtcdMigrateError("internal-error", `The pinned Go modules are missing: neither ${paths.join(" nor ")} exists.`);
	return found;
}

// src/releases/source.ts
const isRefusal = (answer) => "refused" in answer;

// src/releases/cache.ts
const EntryManifest = strictObject({
	schemaVersion: literal(1),
	version: string(),
	platform: string(),
	source: _enum(sources),
	sha256: partialRecord(_enum([
		"etcd",
		"etcdctl",
		"etcdutl"
	]), string().regex(/^[0-9a-f]{64}$/)),
	provenance: record(string(), string()),
	obtainedAt: datetime()
});
function createReleaseCache(cacheDir, platform) {
	const entryDirectory = (version) => join(cacheDir, version, platformName(platform));
	const entryOf = (directory, manifest) => ({
		directory,
		manifest,
		tools: Object.fromEntries(Object.entries(manifest.sha256).map(([tool, sha256]) => [tool, {
			path: join(directory, toolFile(tool, platform)),
			sha256
		}]))
	});
	const peek = async (wanted, allowed) => {
		const directory = entryDirectory(wanted.version);
		const manifest = await readManifest(directory);
		if (isRefusal(manifest)) return manifest;
		if (manifest.version !== wanted.version || manifest.platform !== platformName(platform)) return damaged(`${directory} says that it is ${manifest.version} for ${manifest.platform}`);
		if (!allowed(manifest.source)) return { refused: `${directory} came from ${manifest.source}, which \`releases.sources\` does not allow` };
		const absent = wanted.tools.find((tool) => manifest.sha256[tool] === void 0);
		if (absent !== void 0) return { refused: `${directory} has no ${absent}` };
		const entry = entryOf(directory, manifest);
		for (const { path } of Object.values(entry.tools)) if (!await exists(path)) return damaged(`${path} is missing`);
		return entry;
	};
	return {
		entryDirectory,
		peek,
		read: async (wanted, allowed, signal) => {
			const entry = await peek(wanted, allowed);
			if (isRefusal(entry)) return entry;
			for (const { path, sha256 } of Object.values(entry.tools)) {
				const found = await digestOf(path, signal);
				if (found !== sha256) return damaged(`${path} has sha256 ${found}, but ${sha256} was recorded`);
			}
			return entry;
		},
		install: async (directory, facts) => {
			const target = entryDirectory(facts.version);
			const manifest = {
				schemaVersion: 1,
				platform: platformName(platform),
				...facts
			};
			try {
				await writeFileAtomic(join(directory, "manifest.json"), `${JSON.stringify(manifest, void 0, 2)}\n`);
				await mkdir(dirname(target), { recursive: true });
				await renameIfThere(target, `${directory}.before`);
				await rename(directory, target);
			} catch (error) {
				throw fileError(error, "Writing the cache entry", target);
			}
			return entryOf(target, manifest);
		},
		setAside: async (version) => {
			const directory = entryDirectory(version);
			const aside = `${directory}.damaged`;
			try {
				await rm(aside, {
					recursive: true,
					force: true
				});
				await renameIfThere(directory, aside);
			} catch (error) {
				throw fileError(error, "Setting aside", directory);
			}
			return aside;
		}
	};
}
const damaged = (what) => ({
	refused: `damaged: ${what}`,
	damaged: true
});
async function readManifest(directory) {
	const path = join(directory, "manifest.json");
	let text;
	try {
		text = await readFile(path, "utf8");
	} catch (error) {
		const code = error.code;
		if (code === "ENOENT" || code === "ENOTDIR") return { refused: `nothing in ${directory}` };
		if (code === "EISDIR") return damaged(`${path} is not a file`);
		throw fileError(error, "Reading", path);
	}
	let content;
	try {
		content = JSON.parse(text);
	} catch (error) {
		return damaged(`${path} is not JSON (${error.message})`);
	}
	const parsed = EntryManifest.safeParse(content);
	if (parsed.success) return parsed.data;
	const [first] = parsed.error.issues;
	return damaged(`${path} is not a cache manifest (${first?.path.join(".") ?? ""}: ${first?.message ?? ""})`);
}
async function exists(path) {
	try {
		await access(path);
		return true;
	} catch (error) {
		if (error.code === "ENOENT") return false;
		throw fileError(error, "Reading", path);
	}
}
async function digestOf(path, signal) {
	try {
		return await sha256OfFile(path, signal);
	} catch (error) {
		throw fileError(error, "Reading", path);
	}
}
async function renameIfThere(from, to) {
	try {
		await rename(from, to);
	} catch (error) {
		if (error.code !== "ENOENT") throw error;
	}
}

// src/releases/workspace.ts
var import_proper_lockfile = require_proper_lockfile();
const OLDEST_MS = 864e5;
const NAME = /^(?<host>.+)\.(?<pid>\d+)\.[0-9a-f]{8}$/;
async function createWorkspace(parent) {
	const directory = join(parent, `${hostname()}.${process.pid}.${randomBytes(4).toString("hex")}`);
	await makeDirectory(directory);
	return {
		directory,
		[Symbol.asyncDispose]: () => removeTree(directory)
	};
}
async function makeDirectory(directory) {
	try {
		await mkdir(directory, { recursive: true });
	} catch (error) {
		const { code } = error;
		if (code === "ENOTDIR" || code === "EEXIST") throw new EtcdMigrateError("no-permission", `${directory} cannot be made: a file is in its place or above it.`, {
			hint: "Choose another directory with --cache, or move the file away.",
			cause: error
		});
		throw fileError(error, "Making the directory", directory);
	}
}
async function sweepWorkspaces(parent, clock) {
	let names;
	try {
		names = await readdir$1(parent);
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT" || code === "ENOTDIR") return [];
		throw fileError(error, "Reading the directory", parent);
	}
	const removed = [];
	for (const name of names) {
		const owner = NAME.exec(name)?.groups;
		if (owner === void 0) continue;
		const directory = join(parent, name);
		if (owner["host"] === hostname() && !isAlive(Number(owner["pid"])) || await isOld(directory, clock)) {
			await removeTree(directory);
			removed.push(directory);
		}
	}
	return removed;
}
async function isOld(directory, clock) {
	try {
		return clock.wallMs() - (await stat(directory)).mtimeMs > OLDEST_MS;
	} catch (error) {
		if (error.code === "ENOENT") return false;
		throw fileError(error, "Looking at", directory);
	}
}
async function removeTree(directory) {
	try {
		await rm(directory, {
			recursive: true,
			force: true,
			maxRetries: 5,
			retryDelay: 100
		});
	} catch (error) {
		throw fileError(error, "Removing", directory);
	}
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}

// src/releases/cache-lock.ts
const STALE_MS = 1e4;
const RETRY_MS = 250;
const LONGEST_WAIT_MS = 12e5;
async function lockEntry({ path, clock, signal, onWait }) {
	const begunUs = clock.monotonicUs();
	await makeDirectory(dirname(path));
	for (;;) {
		signal.throwIfAborted();
		try {
			let lost = false;
			const release = await (0, import_proper_lockfile.lock)(path, {
				realpath: false,
				stale: STALE_MS,
				update: STALE_MS / 5,
				onCompromised: () => {
					lost = true;
				}
			});
			return { [Symbol.asyncDispose]: async () => lost ? void 0 : await release() };
		} catch (error) {
			if (error.code !== "ELOCKED") throw fileError(error, "Locking", `${path}.lock`);
		}
		if (clock.monotonicUs() - begunUs > LONGEST_WAIT_MS * 1e3) throw new EtcdMigrateError("release-unobtainable", `Another process has held ${path}.lock for ${LONGEST_WAIT_MS / 6e4} minutes; nothing was changed.`);
		onWait();
		await clock.sleep(RETRY_MS, signal);
	}
}

// src/releases/progress.ts
const SHORTEST_US = 2e5;
const HEARTBEAT_MS = 1e3;
async function withProgress({ clock, onProgress, release }, signal, work) {
	const begunUs = clock.monotonicUs();
	let last;
	let shownUs = Number.NEGATIVE_INFINITY;
	const show = () => {
		if (last === void 0) return;
		shownUs = clock.monotonicUs();
		onProgress({
			...last,
			elapsedMs: Math.round((shownUs - begunUs) / 1e3)
		});
	};
	const tellFor = (source) => (activity, detail, bytes) => {
		const changed = last?.activity !== activity || last.source !== source;
		last = {
			release,
			source,
			activity,
			detail,
			...present({
				bytes: bytes === void 0 ? void 0 : bytes.done,
				totalBytes: bytes?.total
			})
		};
		if (changed || clock.monotonicUs() - shownUs >= SHORTEST_US) show();
	};
	const done = new AbortController();
	const heartbeat = beat(clock, AbortSignal.any([signal, done.signal]), () => {
		if (clock.monotonicUs() - shownUs >= 9e5) show();
	});
	try {
		return await work(tellFor);
	} finally {
		done.abort();
		await heartbeat;
	}
}
async function beat(clock, signal, each) {
	while (!signal.aborted) {
		try {
			await clock.sleep(HEARTBEAT_MS, signal);
		} catch (error) {
			if (signal.aborted) return;
			throw error;
		}
		each();
	}
}

// src/platform/download.ts
const ANSWER_LIMIT_MS = 5e3;
const STALL_LIMIT_MS = 15e3;
const MOST_REDIRECTS = 5;
function createHttpClient(environment) {
	let shared;
	const proxy = (name) => environment[name.toLowerCase()] ?? environment[name] ?? "";
	const ask = async (method, url, signal, follow) => {
		const { Agent, EnvHttpProxyAgent, request } = await import("./npm/actions-core.js").then((n) => /* @__PURE__ */ __toESM(n.d(), 1));
		const [httpProxy, httpsProxy] = [proxy("HTTP_PROXY"), proxy("HTTPS_PROXY")];
		shared ??= httpProxy || httpsProxy ? new EnvHttpProxyAgent({
			httpProxy,
			httpsProxy,
			noProxy: proxy("NO_PROXY"),
			bodyTimeout: STALL_LIMIT_MS
		}) : new Agent({ bodyTimeout: STALL_LIMIT_MS });
		let current = new URL(url);
		for (let redirects = 0;; redirects += 1) {
			const response = await request(current, {
				method,
				signal,
				dispatcher: shared,
				headers: {
					"accept-encoding": "identity",
					"user-agent": "etcd-migrate"
				}
			});
			response.body.on("error", () => {});
			const location = response.headers.location;
			if (!follow || response.statusCode < 300 || response.statusCode > 399 || typeof location !== "string") return response;
			await response.body.dump();
			if (redirects === MOST_REDIRECTS) throw new Error(`more than ${MOST_REDIRECTS} redirects`);
			const next = new URL(location, current);
			if (current.protocol === "https:" && next.protocol !== "https:") throw new Error(`redirected from https to ${next.protocol}//${next.host}`);
			current = next;
		}
	};
	const answer = async (method, url, signal, follow) => {
		signal.throwIfAborted();
		const late = new AbortController();
		const timer = setTimeout(() => late.abort(/* @__PURE__ */ new Error(`no answer within ${ANSWER_LIMIT_MS / 1e3} s`)), ANSWER_LIMIT_MS);
		try {
			return await ask(method, url, AbortSignal.any([signal, late.signal]), follow);
		} catch (error) {
			signal.throwIfAborted();
			return {
				outcome: "unreachable",
				reason: reasonOf(error)
			};
		} finally {
			clearTimeout(timer);
		}
	};
	const discard = (response) => response.body.dump().then(() => {}, () => {});
	return {
		exists: async (url, signal) => {
			const response = await answer("HEAD", url, signal, false);
			if ("outcome" in response) return response;
			await discard(response);
			return response.statusCode < 400 ? { outcome: "present" } : {
				outcome: "absent",
				status: response.statusCode
			};
		},
		readText: async (url, maxBytes, signal) => {
			const response = await answer("GET", url, signal, true);
			if ("outcome" in response) return response;
			if (response.statusCode !== 200) {
				await discard(response);
				return {
					outcome: "absent",
					status: response.statusCode
				};
			}
			const chunks = [];
			let bytes = 0;
			try {
				for await (const chunk of response.body) {
					bytes += chunk.length;
					if (bytes > maxBytes) return {
						outcome: "broken",
						reason: `more than ${maxBytes} bytes`
					};
					chunks.push(chunk);
				}
			} catch (error) {
				signal.throwIfAborted();
				return {
					outcome: "broken",
					reason: reasonOf(error)
				};
			}
			return {
				outcome: "text",
				text: Buffer.concat(chunks).toString("utf8")
			};
		},
		save: async (url, file, signal, onBytes) => {
			const response = await answer("GET", url, signal, true);
			if ("outcome" in response) return response;
			if (response.statusCode !== 200) {
				await discard(response);
				return {
					outcome: "absent",
					status: response.statusCode
				};
			}
			const length = Number(response.headers["content-length"]);
			return writeBody(response, Number.isFinite(length) ? length : void 0, file, signal, onBytes);
		}
	};
}
async function writeBody(response, total, file, signal, onBytes) {
	const hash = createHash("sha256");
	let bytes = 0;
	try {
		const handle = await open(file, "wx");
		try {
			for await (const chunk of response.body) {
				hash.update(chunk);
				await handle.writeFile(chunk);
				bytes += chunk.length;
				onBytes(bytes, total);
			}
		} finally {
			await handle.close();
		}
	} catch (error) {
		signal.throwIfAborted();
		const translated = fileError(error, "Writing", file);
		if (translated instanceof EtcdMigrateError) throw translated;
		const of = total === void 0 ? "" : ` of ${total}`;
		return {
			outcome: "broken",
			reason: `${reasonOf(error)} after ${bytes}${of} bytes`
		};
	}
	return {
		outcome: "saved",
		sha256: hash.digest("hex"),
		bytes
	};
}
function reasonOf(error) {
	if (!(error instanceof Error)) return String(error);
	if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(reasonOf).join(", ");
	if (error.cause instanceof Error) return reasonOf(error.cause);
	return error.message || error.name;
}

// src/releases/sources/cache.ts
function createCacheSource(cache, allowed) {
	return {
		name: "cache",
		fillsCache: false,
		probe: async (wanted) => {
			const offered = /* @__PURE__ */ new Set();
			for (const each of wanted) if (!isRefusal(await cache.peek(each, allowed))) offered.add(each.version);
			return { offered };
		},
		obtain: async (wanted, { tell, signal }) => {
			tell("verifying", "the digests of the cached binaries");
			const entry = await cache.read(wanted, allowed, signal);
			if (isRefusal(entry)) return entry;
			const { version, source, provenance } = entry.manifest;
			return {
				version,
				directory: entry.directory,
				source: `cache (${source})`,
				tools: entry.tools,
				provenance: {
					...provenance,
					obtainedAt: entry.manifest.obtainedAt
				}
			};
		}
	};
}

// src/releases/binary-check.ts
const VERSION_LIMIT_MS = 1e4;
const commands = {
	etcd: {
		args: ["--version"],
		prints: /^etcd Version: (\S+)/m
	},
	etcdctl: {
		args: ["version"],
		prints: /^etcdctl version: (\S+)/m
	},
	etcdutl: {
		args: ["version"],
		prints: /^etcdutl version: (\S+)/m
	}
};
async function checkBinary(binary, path, signal) {
	const { tool, version } = binary;
	const where = `${binary.path} (${tool} ${version} from ${binary.source})`;
	const { args, prints } = commands[tool];
	const command = `${tool} ${args.join(" ")}`;
	let output;
	try {
		output = await run(binary.path, args, {
			env: {
				...present({ PATH: path }),
				ETCDCTL_API: "3"
			},
			timeoutMs: VERSION_LIMIT_MS,
			signal
		});
	} catch (error) {
		signal.throwIfAborted();
		throw new EtcdMigrateError("binary-invalid", `${where} is not a working ${tool}: ${error.message}`, { cause: error });
	}
	const said = prints.exec(output.stdout)?.[1];
	if (output.exitCode !== 0 || said === void 0) {
		const words = firstWords(`${output.stdout}\n${output.stderr}`);
		throw new EtcdMigrateError("binary-invalid", `${where} is not a working ${tool}: "${command}" ended with exit code ${output.exitCode} and ${words}.`);
	}
	if (said !== version) throw new EtcdMigrateError("binary-version-mismatch", `${where} says that it is ${said}, not ${version}.`, { details: {
		tool,
		expected: version,
		said
	} });
}
function firstWords(output) {
	const line = output.split("\n").map((each) => each.trim()).find((each) => each !== "");
	return line === void 0 ? "printed nothing" : `printed "${line.slice(0, 160)}"`;
}

// src/releases/verify.ts
async function verifyTools(wanted, paths, source, searchPath, { tell, signal }) {
	const tools = {};
	for (const tool of wanted.tools) {
		const path = paths[tool];
		if (path === void 0) throw new Error(`source ${source} gave etcd ${wanted.version} without ${tool}`);
		tell("verifying", tool);
		const sha256 = await sha256OfFile(path, signal);
		await checkBinary({
			tool,
			path,
			version: wanted.version,
			source
		}, searchPath, signal);
		tools[tool] = {
			path,
			sha256
		};
	}
	return tools;
}

// src/releases/sources/cached.ts
function createCachedSource(fetcher, options) {
	const { cache, platform, clock } = options;
	const collect = async (workspace, wanted, fetched) => {
		const entry = join(workspace, "entry");
		try {
			await mkdir(entry);
			for (const tool of wanted.tools) await rename(fetched.tools[tool] ?? "", join(entry, toolFile(tool, platform)));
		} catch (error) {
			throw fileError(error, "Writing", entry);
		}
		return entry;
	};
	return {
		name: fetcher.name,
		fillsCache: true,
		probe: fetcher.probe,
		obtain: async (wanted, context) => {
			try {
				var _usingCtx$2 = _usingCtx();
				const workspace = _usingCtx$2.a(await createWorkspace(options.workspaces));
				const fetched = await fetcher.fetch(wanted, {
					...context,
					directory: workspace.directory
				});
				if (isRefusal(fetched)) return fetched;
				const verified = await verifyTools(wanted, fetched.tools, fetcher.name, options.searchPath, context);
				const installed = await cache.install(await collect(workspace.directory, wanted, fetched), {
					version: wanted.version,
					source: fetcher.name,
					sha256: Object.fromEntries(Object.entries(verified).map(([tool, { sha256 }]) => [tool, sha256])),
					provenance: fetched.provenance,
					obtainedAt: new Date(clock.wallMs()).toISOString()
				});
				return {
					version: wanted.version,
					directory: installed.directory,
					source: fetcher.name,
					tools: installed.tools,
					provenance: fetched.provenance
				};
			} catch (_) {
				_usingCtx$2.e = _;
			} finally {
				await _usingCtx$2.d();
			}
		}
	};
}

// src/releases/sources/apt-sources.ts
function findDebianMirror(files, codename) {
	const entry = files.flatMap(({ name, text }) => name.endsWith(".sources") ? readDeb822(text) : readOneLine(text)).find(({ suites, components }) => suites.includes(codename) && components.includes("main"));
	const [uri] = entry?.uris ?? [];
	return uri === void 0 ? void 0 : {
		uri,
		signedBy: entry?.signedBy
	};
}
function readDeb822(text) {
	return text.split("\n").filter((line) => !line.startsWith("#")).join("\n").split(/\n\s*\n/).flatMap((stanza) => {
		const fields = /* @__PURE__ */ new Map();
		let last = "";
		for (const line of stanza.split("\n")) {
			const [, name, value] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
			if (name !== void 0) {
				last = name.toLowerCase();
				fields.set(last, value ?? "");
			} else if (/^\s/.test(line)) fields.set(last, `${fields.get(last)} ${line.trim()}`);
		}
		const words = (name) => (fields.get(name) ?? "").split(/\s+/).filter((word) => word !== "");
		if (!words("types").includes("deb") || fields.get("enabled")?.toLowerCase() === "no") return [];
		const signedBy = fields.get("signed-by")?.trim();
		return [{
			uris: words("uris"),
			suites: words("suites"),
			components: words("components"),
			signedBy: signedBy?.startsWith("/") ? signedBy : void 0
		}];
	});
}
function readOneLine(text) {
	return text.split("\n").flatMap((line) => {
		const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
		if (match === null) return [];
		const [, options = "", uri = "", suite = "", components = ""] = match;
		const signedBy = /(?:^|\s)signed-by=(\/\S+)/.exec(options)?.[1];
		return [{
			uris: [uri],
			suites: [suite],
			components: components.trim().split(/\s+/),
			signedBy
		}];
	});
}

// src/releases/sources/command.ts
async function attempt(command) {
	const { program, args, signal, ...options } = command;
	const name = `${program} ${args.find((arg) => /^[a-z]/.test(arg)) ?? ""}`.trim();
	let result;
	try {
		result = await run(program, args, {
			...options,
			signal
		});
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof EtcdMigrateError && error.code === "tool-failed") return { refused: error.message };
		throw error;
	}
	if (result.exitCode === 0) return result;
	const words = `${result.stderr}\n${result.stdout}`;
	const full = linesFrom(words, /no space left on device|disk quota exceeded/i);
	if (full) throw new EtcdMigrateError("no-space", `${name} ran out of disk space${inDirectory(command)}: ${full}`);
	const wrong = linesFrom(words, /checksum mismatch|SECURITY ERROR|Hash Sum mismatch/i);
	if (wrong) throw new EtcdMigrateError("checksum-mismatch", `${name} refused what it fetched: ${wrong}`);
	return { refused: `${name} failed with exit code ${result.exitCode}: ${lastLines(words)}` };
}
async function outputOf(command) {
	const result = await attempt(command);
	return isRefusal(result) ? result : result.stdout.trim();
}
async function missingPrograms(programs, searchPath) {
	const directories = (searchPath ?? "").split(delimiter).filter((directory) => directory !== "");
	const missing = [];
	for (const program of programs) if (!(await Promise.all(directories.map((directory) => isExecutable(join(directory, program))))).includes(true)) missing.push(program);
	return missing;
}
async function isExecutable(path) {
	try {
		await access(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
function pick(environment, names) {
	const entries = names.map((name) => [name, environment[name]]);
	return Object.fromEntries(entries.filter((entry) => entry[1] !== void 0));
}
const ordinaryVariables = [
	"PATH",
	"HOME",
	"USERPROFILE",
	"LOCALAPPDATA",
	"SystemRoot",
	"TMPDIR",
	"TMP",
	"TEMP",
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"NO_PROXY",
	"http_proxy",
	"https_proxy",
	"no_proxy",
	"SSL_CERT_FILE",
	"SSL_CERT_DIR"
];
const inDirectory = ({ cwd }) => cwd === void 0 ? "" : ` in ${cwd}`;
const LINES_SHOWN = 3;
function linesOf(words) {
	return words.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
const lastLines = (words) => linesOf(words).slice(-3).join(" | ").slice(-600) || "no output";
function linesFrom(words, pattern) {
	const lines = linesOf(words);
	const at = lines.findIndex((line) => pattern.test(line));
	return at < 0 ? void 0 : lines.slice(at, at + LINES_SHOWN).join(" | ").slice(0, 600);
}

// src/releases/sources/madison.ts
function packageVersionOf(madison, { version }) {
	return madison.split("\n").map((line) => line.split("|")[1]?.trim() ?? "").find((each) => each.startsWith(version) && /^([-+~].*)?$/.test(each.slice(version.length)));
}

// src/releases/sources/debian.ts
const programs = [
	"apt-get",
	"apt-cache",
	"apt-config",
	"dpkg-deb",
	"dpkg"
];
const packages = ["etcd-server", "etcd-client"];
const architectures = {
	amd64: "amd64",
	arm64: "arm64",
	ppc64le: "ppc64el",
	s390x: "s390x"
};
const LISTS_LIMIT_MS = 12e4;
const QUESTION_LIMIT_MS$1 = 1e4;
const DOWNLOAD_LIMIT_MS = 3e5;
function createDebianSource({ platform, environment, etc, http }) {
	const env = {
		...pick(environment, ordinaryVariables),
		LC_ALL: "C",
		DEBIAN_FRONTEND: "noninteractive"
	};
	const findMirror = async () => {
		if (platform.os !== "linux") return { refused: "Debian packages are for Linux" };
		const missing = await missingPrograms(programs, environment.PATH);
		if (missing.length > 0) return { refused: `not on PATH: ${missing.join(", ")}` };
		const release = await readIfThere(join(etc, "os-release")) ?? "";
		const codename = /^VERSION_CODENAME="?([a-z]+)"?$/m.exec(release)?.[1];
		if (!/^ID="?debian"?$/m.test(release) || codename === void 0) return { refused: "this machine is not Debian" };
		return findDebianMirror(await readSources(join(etc, "apt")), codename) ?? { refused: `apt's sources of this machine name no mirror of Debian ${codename}` };
	};
	const findMirrorTrouble = async ({ uri }, suite, signal) => {
		if (!/^https?:/.test(uri)) return void 0;
		const answer = await http.exists(`${uri.replace(/\/+$/, "")}/dists/${suite}/InRelease`, signal);
		if (answer.outcome !== "unreachable") return void 0;
		const settings = await outputOf({
			program: "apt-config",
			args: [
				"dump",
				"--no-empty",
				"--format",
				"%f=%v%n",
				"Acquire"
			],
			env,
			timeoutMs: QUESTION_LIMIT_MS$1,
			signal
		});
		if (typeof settings === "string" && /::Proxy(-Auto-Detect)?(::\S+)?=/i.test(settings)) return void 0;
		return { refused: `the mirror ${uri} cannot be reached (${answer.reason})` };
	};
	return {
		name: "debian",
		probe: async (wanted) => {
			const mirror = await findMirror();
			if (isRefusal(mirror)) return {
				offered: /* @__PURE__ */ new Set(),
				refused: mirror.refused
			};
			return { offered: new Set(wanted.filter(({ known }) => known?.debian).map(({ version }) => version)) };
		},
		fetch: async (wanted, { directory, tell, signal }) => {
			const entry = wanted.known?.debian;
			if (entry === void 0) return { refused: `no Debian package of ${wanted.version} is known` };
			const mirror = await findMirror();
			if (isRefusal(mirror)) return mirror;
			const silent = await findMirrorTrouble(mirror, entry.suite, signal);
			if (silent) return silent;
			const root = join(directory, "apt");
			const config = await writeAptState(root, mirror, entry.suite, platform);
			const apt = {
				env,
				cwd: root,
				signal,
				onLine: (line) => tell("downloading", line)
			};
			tell("downloading", `package lists of Debian ${entry.suite}`);
			const update = [
				"-c",
				config,
				"update"
			];
			const updated = await attempt({
				...apt,
				program: "apt-get",
				args: update,
				timeoutMs: LISTS_LIMIT_MS
			});
			if (isRefusal(updated)) return updated;
			const provenance = {
				mirror: mirror.uri,
				suite: entry.suite
			};
			for (const name of packages) {
				const args = [
					"-c",
					config,
					"madison",
					name
				];
				const madison = await outputOf({
					...apt,
					program: "apt-cache",
					args,
					timeoutMs: QUESTION_LIMIT_MS$1
				});
				if (typeof madison !== "string") return madison;
				const version = packageVersionOf(madison, wanted);
				if (version === void 0) return { refused: `Debian ${entry.suite} has no ${name} ${wanted.version} (any more)` };
				const download = [
					"-c",
					config,
					"download",
					`${name}=${version}`
				];
				const done = await attempt({
					...apt,
					program: "apt-get",
					args: download,
					timeoutMs: DOWNLOAD_LIMIT_MS
				});
				if (isRefusal(done)) return done;
				provenance[name] = version;
			}
			tell("unpacking", packages.join(" and "));
			const unpacked = join(root, "unpacked");
			for (const file of (await readdir$1(root)).filter((each) => each.endsWith(".deb"))) {
				provenance[`${file} sha256`] = await sha256OfFile(join(root, file), signal);
				const extract = [
					"-x",
					join(root, file),
					unpacked
				];
				const done = await attempt({
					...apt,
					program: "dpkg-deb",
					args: extract,
					timeoutMs: LISTS_LIMIT_MS
				});
				if (isRefusal(done)) return done;
			}
			const paths = wanted.tools.map((tool) => [tool, join(unpacked, "usr/bin", toolFile(tool, platform))]);
			return {
				tools: Object.fromEntries(paths),
				provenance
			};
		}
	};
}
async function writeAptState(root, mirror, suite, platform) {
	const config = join(root, "apt.conf");
	const options = [`arch=${architectures[platform.arch]}`, ...mirror.signedBy === void 0 ? [] : [`signed-by=${mirror.signedBy}`]];
	try {
		await mkdir(join(root, "state/lists/partial"), { recursive: true });
		await mkdir(join(root, "cache/archives/partial"), { recursive: true });
		await writeFile(join(root, "sources.list"), `deb [${options.join(" ")}] ${mirror.uri} ${suite} main\n`);
		await writeFile(config, aptConfig(root));
	} catch (error) {
		throw fileError(error, "Writing", root);
	}
	return config;
}
const aptConfig = (root) => `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets::deb::DEP-11;
#clear Acquire::IndexTargets::deb::CNF;
Dir::Etc::sourcelist "${root}/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State "${root}/state";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "${root}/cache";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::AllowDowngradeToInsecureRepositories "false";
Acquire::AllowWeakRepositories "false";
Acquire::Languages "none";
Acquire::PDiffs "false";
Acquire::Retries "0";
Acquire::http::Timeout "5";
Acquire::https::Timeout "5";
`;
async function readSources(apt) {
	const parts = join(apt, "sources.list.d");
	const names = await readdir$1(parts).catch((error) => {
		if (error.code === "ENOENT") return [];
		throw fileError(error, "Reading", parts);
	});
	const paths = [join(apt, "sources.list"), ...names.sort().map((name) => join(parts, name))];
	return (await Promise.all(paths.map(async (name) => ({
		name,
		text: await readIfThere(name)
	})))).flatMap(({ name, text }) => text !== void 0 && /\.(list|sources)$/.test(name) ? [{
		name,
		text
	}] : []);
}
async function readIfThere(path) {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		if (error.code === "ENOENT") return void 0;
		throw fileError(error, "Reading", path);
	}
}

// src/releases/sources/go-toolchain.ts
const OLDEST = [1, 26];
const QUESTION_LIMIT_MS = 5e3;
const compilerFlags = ["-trimpath", "-gcflags=all=-dwarf=false"];
const kept = [
	"GOPROXY",
	"GONOPROXY",
	"GOSUMDB",
	"GONOSUMDB",
	"GOPRIVATE",
	"GOINSECURE",
	"GOMODCACHE",
	"GOCACHE",
	"GOPATH",
	"GOTOOLCHAIN"
];
const variables = [
	...ordinaryVariables,
	...kept,
	"GOENV",
	"GOROOT",
	"XDG_CACHE_HOME",
	"XDG_CONFIG_HOME"
];
async function findGo(environment, signal) {
	const output = await outputOf({
		program: "go",
		args: [
			"env",
			"-json",
			"GOVERSION",
			...kept
		],
		env: pick(environment, variables),
		timeoutMs: QUESTION_LIMIT_MS,
		signal
	});
	if (typeof output !== "string") return { refused: `no usable Go (${output.refused})` };
	const settings = JSON.parse(output);
	const version = settings.GOVERSION ?? "";
	const [, major, minor] = /^go(\d+)\.(\d+)/.exec(version) ?? [];
	if (Number(major) !== OLDEST[0] || Number(minor) < OLDEST[1]) return { refused: `Go ${OLDEST.join(".")} or newer is needed, and PATH has ${version || "none"}` };
	return {
		version,
		env: {
			...pick(environment, ordinaryVariables),
			...pick(settings, kept),
			GOENV: "off",
			GOFLAGS: "-mod=readonly",
			GOWORK: "off",
			GO111MODULE: "on",
			CGO_ENABLED: "0"
		},
		proxies: (settings.GOPROXY ?? "").split(/[,|]/).filter((each) => /^https?:/.test(each))
	};
}
async function findProxyTrouble({ proxies }, http, signal) {
	const answers = await Promise.all(proxies.map((proxy) => http.exists(`${proxy.replace(/\/+$/, "")}/`, signal)));
	const reasons = answers.flatMap((answer) => answer.outcome === "unreachable" ? [answer.reason] : []);
	if (answers.length === 0 || reasons.length < answers.length) return void 0;
	return { refused: `the module proxy ${proxies.join(", ")} cannot be reached (${reasons.join(", ")})` };
}
const isGo = (answer) => !isRefusal(answer);

// src/releases/sources/go.ts
const BUILD_LIMIT_MS = 6e5;
function createGoSource({ goModulesDir, platform, environment, http }) {
	let toolchain;
	const requireGo = async (signal) => {
		const found = toolchain ?? await findGo(environment, signal);
		if (isGo(found)) toolchain = found;
		return found;
	};
	const packagesOf = (wanted) => {
		const packages = wanted.known?.go?.packages ?? {};
		const chosen = wanted.tools.flatMap((tool) => packages[tool] ? [[tool, packages[tool]]] : []);
		if (!["go.mod", "go.sum"].every((file) => existsSync(join(goModulesDir, wanted.version, file))) || chosen.length < wanted.tools.length) return { refused: `no pinned Go modules for ${wanted.version} in the catalog` };
		return Object.fromEntries(chosen);
	};
	return {
		name: "go",
		probe: async (wanted, signal) => {
			const go = await requireGo(signal);
			if (isRefusal(go)) return {
				offered: /* @__PURE__ */ new Set(),
				refused: go.refused
			};
			return { offered: new Set(wanted.filter((each) => !isRefusal(packagesOf(each))).map(({ version }) => version)) };
		},
		fetch: async (wanted, { directory, tell, signal }) => {
			const packages = packagesOf(wanted);
			if (isRefusal(packages)) return packages;
			const go = await requireGo(signal);
			if (isRefusal(go)) return go;
			const module = join(directory, "module");
			const built = join(directory, "built");
			const temporary = join(directory, "go-tmp");
			await makeDirectory(temporary);
			await copyModule(join(goModulesDir, wanted.version), module);
			tell("probing", "the module proxy");
			const trouble = await findProxyTrouble(go, http, signal);
			const env = {
				...go.env,
				GOOS: platform.os,
				GOARCH: platform.arch,
				GOTMPDIR: temporary,
				...trouble ? { GOPROXY: "off" } : {}
			};
			const tools = {};
			for (const [tool, name] of Object.entries(packages)) {
				const out = join(built, toolFile(tool, platform));
				const result = await attempt({
					program: "go",
					args: [
						"build",
						"-v",
						"-mod=readonly",
						...compilerFlags,
						"-buildvcs=false",
						"-ldflags",
						"-s -w",
						"-o",
						out,
						name
					],
					cwd: module,
					env,
					timeoutMs: BUILD_LIMIT_MS,
					signal,
					onLine: tellBuild(tool, tell)
				});
				if (isRefusal(result)) return trouble ? { refused: `${trouble.refused}, and ${result.refused}` } : result;
				tools[tool] = out;
			}
			return {
				tools,
				provenance: {
					go: go.version,
					modules: await rootModules(module),
					goSumSha256: await sha256OfFile(join(module, "go.sum"))
				}
			};
		}
	};
}
async function copyModule(from, to) {
	try {
		await makeDirectory(to);
		for (const file of ["go.mod", "go.sum"]) await copyFile(join(from, file), join(to, file));
	} catch (error) {
		throw fileError(error, "Copying the pinned Go modules to", to);
	}
}
function tellBuild(tool, tell) {
	let compiled = 0;
	tell("building", tool);
	return (line) => {
		const download = /^go: downloading (.+)$/.exec(line)?.[1];
		if (download) {
			tell("downloading", `Go module ${download}`);
			return;
		}
		compiled += 1;
		tell("building", `${tool}, ${compiled} packages compiled`);
	};
}
async function rootModules(module) {
	return [...(await readFile(join(module, "go.mod"), "utf8")).matchAll(/^\s*(?:require )?(go\.etcd\.io\/etcd(?:\/\S+)?) (v\S+)/gm)].map(([, path, version]) => `${path}@${version}`).join(" ");
}

// src/releases/sources/image.ts
const ENGINE_LIMIT_MS = 5e3;
const PULL_LIMIT_MS = 3e5;
const COPY_LIMIT_MS = 6e4;
const folders = ["/usr/local/bin", "/usr/bin"];
const Inspected = tuple([object({
	Id: string().min(1),
	RepoDigests: array(string()).nullish()
})]);
function createImageSource({ image, platform, environment }) {
	const env = pick(environment, [
		...ordinaryVariables,
		"DOCKER_HOST",
		"DOCKER_CONFIG",
		"DOCKER_CERT_PATH",
		"DOCKER_TLS_VERIFY",
		"DOCKER_CONTEXT",
		"XDG_RUNTIME_DIR"
	]);
	const docker = (args, timeoutMs, signal, onLine) => ({
		program: "docker",
		args,
		env,
		timeoutMs,
		signal,
		...onLine ? { onLine } : {}
	});
	const findTrouble = async (signal) => {
		if (platform.os !== "linux") return { refused: "images hold Linux binaries" };
		const answer = await outputOf(docker([
			"version",
			"--format",
			"{{.Server.Version}}"
		], ENGINE_LIMIT_MS, signal));
		return typeof answer === "string" ? void 0 : { refused: `no container engine answers (${answer.refused})` };
	};
	return {
		name: "image",
		probe: async (wanted, signal) => {
			const trouble = await findTrouble(signal);
			if (trouble) return {
				offered: /* @__PURE__ */ new Set(),
				refused: trouble.refused
			};
			return { offered: new Set(wanted.map(({ version }) => version)) };
		},
		fetch: async ({ version, tools }, { directory, tell, signal }) => {
			const trouble = await findTrouble(signal);
			if (trouble) return trouble;
			const tagged = `${image}:v${version}`;
			const inspect = [
				"image",
				"inspect",
				tagged
			];
			let inspected = await outputOf(docker(inspect, COPY_LIMIT_MS, signal));
			if (typeof inspected !== "string") {
				tell("downloading", tagged);
				const pull = [
					"pull",
					"--platform",
					`${platform.os}/${platform.arch}`,
					tagged
				];
				const pulled = await attempt(docker(pull, PULL_LIMIT_MS, signal, (line) => tell("downloading", line)));
				if (isRefusal(pulled)) return pulled;
				inspected = await outputOf(docker(inspect, COPY_LIMIT_MS, signal));
				if (typeof inspected !== "string") return inspected;
			}
			const parsed = Inspected.safeParse(readJson(inspected));
			if (!parsed.success) return { refused: `docker image inspect ${tagged} gave no image id` };
			const [{ Id: id, RepoDigests: digests }] = parsed.data;
			const [digest] = digests ?? [];
			tell("unpacking", tagged);
			const container = await outputOf(docker([
				"create",
				id,
				"etcd"
			], COPY_LIMIT_MS, signal));
			if (typeof container !== "string") return container;
			try {
				const out = join(directory, "image");
				await mkdir(out).catch((error) => {
					throw fileError(error, "Making the directory", out);
				});
				const found = {};
				for (const tool of tools) {
					const path = join(out, toolFile(tool, platform));
					const reasons = [];
					for (const folder of folders) {
						if (found[tool]) break;
						const copy = [
							"cp",
							"--follow-link",
							`${container}:${folder}/${tool}`,
							path
						];
						const copied = await attempt(docker(copy, COPY_LIMIT_MS, signal));
						if (isRefusal(copied)) reasons.push(copied.refused);
						else found[tool] = path;
					}
					if (!found[tool]) return { refused: `${tagged} holds no ${tool} (${reasons.join(", ")})` };
				}
				return {
					tools: found,
					provenance: {
						image: tagged,
						imageId: id,
						...present({ digest })
					}
				};
			} finally {
				await attempt(docker([
					"rm",
					"--force",
					container
				], COPY_LIMIT_MS, new AbortController().signal));
			}
		}
	};
}
function readJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// src/releases/sources/local.ts
function createLocalSource({ local, platform, searchPath }) {
	return {
		name: "local",
		fillsCache: false,
		probe: async (wanted) => ({ offered: new Set(wanted.map(({ version }) => version).filter((version) => local[version] !== void 0)) }),
		obtain: async (wanted, context) => {
			const named = local[wanted.version];
			if (named === void 0) return { refused: "no entry in `releases.local`" };
			const directory = resolve(named);
			const paths = Object.fromEntries(wanted.tools.map((tool) => [tool, join(directory, toolFile(tool, platform))]));
			for (const path of Object.values(paths)) await requireExecutable(path, directory, wanted.version);
			return {
				version: wanted.version,
				directory,
				source: "local",
				tools: await verifyTools(wanted, paths, "local", searchPath, context),
				provenance: { directory }
			};
		}
	};
}
async function requireExecutable(path, directory, version) {
	try {
		await access(path, constants$1.R_OK | constants$1.X_OK);
	} catch (error) {
		const reason = error.code === "ENOENT" ? "does not exist" : "cannot be read and run";
		throw new EtcdMigrateError("binary-invalid", `\`releases.local\` names ${directory} for etcd ${version}, but ${path} ${reason}.`, { cause: error });
	}
}

// src/releases/archive.ts
const hint = "Whoever published the archive published a broken one: correct the mirror, or name another source in `releases`.";
async function unpack({ archive, directory, wanted, origin = basename(archive) }) {
	const found = /* @__PURE__ */ new Set();
	try {
		await mkdir(directory, { recursive: true });
		const visit = (name, isFile) => {
			if (/^([/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes("..")) throw new EtcdMigrateError("binary-invalid", `${origin} holds "${name}", which leads outside of it.`, { hint });
			if (!isFile || !wanted.includes(name)) return false;
			found.add(name);
			return true;
		};
		if (archive.endsWith(".zip")) await unpackZip(archive, directory, visit);
		else await unpackTar(archive, directory, visit);
	} catch (error) {
		const translated = fileError(error, "Unpacking into", directory);
		if (translated instanceof EtcdMigrateError) throw translated;
		throw new EtcdMigrateError("binary-invalid", `${origin} cannot be unpacked although its checksum is right: ${error.message}. Nothing of it was kept.`, {
			hint,
			cause: error
		});
	}
	const missing = wanted.filter((name) => !found.has(name));
	if (missing.length > 0) throw new EtcdMigrateError("binary-invalid", `${origin} does not hold ${missing.join(", ")}.`, { hint });
}
async function unpackTar(archive, directory, visit) {
	const { extract } = await import("./npm/tar.js").then((n) => n.t);
	let refused;
	await extract({
		file: archive,
		cwd: directory,
		strip: 1,
		strict: true,
		preserveOwner: false,
		filter: (name, entry) => {
			try {
				return visit(name, "type" in entry && (entry.type === "File" || entry.type === "OldFile"));
			} catch (error) {
				refused ??= error;
				return false;
			}
		}
	});
	if (refused !== void 0) throw refused;
}
async function unpackZip(archive, directory, visit) {
	const { openPromise } = await import("./npm/yauzl.js").then((n) => /* @__PURE__ */ __toESM(n.t(), 1));
	const zip = await openPromise(archive);
	try {
		for await (const entry of zip.eachEntry()) {
			if (!visit(entry.fileName, !entry.fileName.endsWith("/"))) continue;
			const path = join(directory, basename(entry.fileName));
			await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { flags: "wx" }));
			await chmod(path, 493);
		}
	} finally {
		zip.close();
	}
}

// src/releases/checksums.ts
const LINE = /^([0-9a-fA-F]{64})[ \t]+[ *]?(\S+)$/;
function findChecksum(list, file) {
	const entries = list.split(/\r?\n/).filter((line) => line.trim() !== "").flatMap((line) => {
		const match = LINE.exec(line.trim());
		return match?.[1] && match[2] ? [{
			sha256: match[1].toLowerCase(),
			name: match[2].replace(/^\.\//, "")
		}] : [];
	});
	if (entries.length === 0) return { refused: "SHA256SUMS is not a list of checksums" };
	const sums = new Set(entries.filter(({ name }) => name === file).map(({ sha256 }) => sha256));
	const [sum] = sums;
	if (sum === void 0) return { refused: `SHA256SUMS has no line for ${file}` };
	if (sums.size > 1) return { refused: `SHA256SUMS has ${sums.size} different sums for ${file}` };
	return sum;
}

// src/releases/sources/published.ts
const LARGEST_LIST_BYTES = 1e6;
const PROBE_LIMIT_MS = 5e3;
const PROBES_AT_ONCE = 8;
function createPublishedSource(options) {
	const { name, platform, http } = options;
	const base = options.baseUrl.replace(/\/+$/, "");
	const urlOf = (version, file) => `${base}/v${version}/${file}`;
	let unreachable;
	const refuse = (url, failed) => {
		if (failed.outcome === "absent") return { refused: `${url} answered ${failed.status}` };
		if (failed.outcome === "broken") return { refused: `${url} broke off: ${failed.reason}` };
		unreachable = `${base} cannot be reached (${failed.reason})`;
		return { refused: unreachable };
	};
	const probe = async (wanted, signal) => {
		if (unreachable) return {
			offered: /* @__PURE__ */ new Set(),
			refused: unreachable
		};
		const ofCatalog = options.complete ? wanted.filter(({ known }) => known) : [];
		const others = wanted.filter((each) => !ofCatalog.includes(each));
		const offered = /* @__PURE__ */ new Set();
		let answered = false;
		const questions = [...ofCatalog.slice(-1), ...others];
		const limit = new AbortController();
		const timer = setTimeout(() => limit.abort(/* @__PURE__ */ new Error("limit")), PROBE_LIMIT_MS);
		const askNext = async () => {
			for (let next = questions.shift(); next && !unreachable; next = questions.shift()) {
				const url = urlOf(next.version, "SHA256SUMS");
				const answer = await http.exists(url, AbortSignal.any([signal, limit.signal]));
				if (answer.outcome === "unreachable") refuse(url, answer);
				else answered = true;
				if (answer.outcome !== "present") continue;
				if (ofCatalog.includes(next)) for (const { version } of ofCatalog) offered.add(version);
				else offered.add(next.version);
			}
		};
		try {
			await Promise.all(Array.from({ length: PROBES_AT_ONCE }, askNext));
		} catch (error) {
			if (!limit.signal.aborted || signal.aborted) throw error;
			if (!answered) unreachable ??= `${base} cannot be reached (no answer within ${PROBE_LIMIT_MS / 1e3} s)`;
		} finally {
			clearTimeout(timer);
		}
		return {
			offered,
			...present({ refused: unreachable })
		};
	};
	return {
		name,
		probe,
		fetch: async ({ version, tools }, { directory, tell, signal }) => {
			if (unreachable) return { refused: unreachable };
			const folder = `etcd-v${version}-${platformName(platform)}`;
			const file = `${folder}.${platform.os === "linux" ? "tar.gz" : "zip"}`;
			const listUrl = urlOf(version, "SHA256SUMS");
			tell("downloading", "SHA256SUMS");
			const list = await http.readText(listUrl, LARGEST_LIST_BYTES, signal);
			if (list.outcome !== "text") return refuse(listUrl, list);
			const published = findChecksum(list.text, file);
			if (typeof published !== "string") return { refused: `${published.refused} (${listUrl})` };
			const url = urlOf(version, file);
			const archive = join(directory, file);
			const saved = await http.save(url, archive, signal, (done, total) => tell("downloading", file, {
				done,
				total
			}));
			if (saved.outcome !== "saved") return refuse(url, saved);
			if (saved.sha256 !== published) throw new EtcdMigrateError("checksum-mismatch", `${url} has sha256 ${saved.sha256}, but ${listUrl} says ${published}. It was not unpacked and not kept.`, { details: {
				url,
				published,
				found: saved.sha256,
				bytes: saved.bytes
			} });
			tell("unpacking", file);
			const files = tools.map((tool) => toolFile(tool, platform));
			const unpacked = join(directory, "unpacked");
			await unpack({
				archive,
				origin: url,
				directory: unpacked,
				wanted: files.map((each) => `${folder}/${each}`)
			});
			return {
				tools: Object.fromEntries(tools.map((tool) => [tool, join(unpacked, toolFile(tool, platform))])),
				provenance: {
					url,
					sha256: published,
					checksums: listUrl
				}
			};
		}
	};
}

// src/releases/sources/index.ts
const GITHUB = "https://github.com/etcd-io/etcd/releases/download";
const IMAGE = "gcr.io/etcd-development/etcd";
function createSources(options, cache, workspaces) {
	const { platform, local, environment, clock, mirror } = options;
	const searchPath = environment.PATH;
	const http = createHttpClient(environment);
	const cached = (fetcher) => createCachedSource(fetcher, {
		cache,
		workspaces,
		platform,
		clock,
		searchPath
	});
	const github = options.githubBaseUrl ?? GITHUB;
	const make = {
		local: () => createLocalSource({
			local,
			platform,
			searchPath
		}),
		cache: () => createCacheSource(cache, originAllowed(options.sources)),
		github: () => cached(createPublishedSource({
			name: "github",
			baseUrl: github,
			complete: true,
			platform,
			http
		})),
		mirror: () => mirror === void 0 ? void 0 : cached(createPublishedSource({
			name: "mirror",
			baseUrl: mirror,
			complete: false,
			platform,
			http
		})),
		go: () => cached(createGoSource({
			goModulesDir: options.goModulesDir ?? goModulesDirectory(),
			platform,
			environment,
			http
		})),
		debian: () => cached(createDebianSource({
			platform,
			environment,
			etc: "/etc",
			http
		})),
		image: () => cached(createImageSource({
			image: options.image ?? IMAGE,
			platform,
			environment
		}))
	};
	return options.sources.flatMap((name) => make[name]() ?? []);
}
function originAllowed(sources) {
	const outside = sources.filter((name) => name !== "local" && name !== "cache");
	return (origin) => outside.length === 0 || outside.includes(origin);
}

// src/releases/store.ts
function createReleaseStore(options) {
	const { platform, clock, log } = options;
	const onProgress = options.onProgress ?? (() => {});
	const cache = createReleaseCache(options.cacheDir, platform);
	const workspaces = join(options.cacheDir, "tmp");
	const sources = createSources(options, cache, workspaces).filter(({ name }) => !options.offline || name === "local" || name === "cache");
	const underWay = /* @__PURE__ */ new Map();
	let sweeping;
	const describe = (version) => ({
		version,
		tools: options.catalog.lines.find(({ line }) => version.startsWith(`${line}.`))?.tools ?? allTools,
		known: options.catalog.releases.find((each) => each.version === version)
	});
	const sweepOnce = () => {
		sweeping ??= sweepWorkspaces(workspaces, clock).then((removed) => {
			for (const directory of removed) log.info(`Removed ${directory}, left behind by an interrupted run.`);
		});
		return sweeping;
	};
	const ask = async (source, wanted, tried, context) => {
		context.signal.throwIfAborted();
		const answer = await source.obtain(wanted, {
			tell: context.tellFor(source.name),
			signal: context.signal
		});
		if (!isRefusal(answer)) return answer;
		tried.push({
			source: source.name,
			reason: answer.refused
		});
		log.debug(`etcd ${wanted.version}: ${source.name}: ${answer.refused}`);
	};
	const lock = (version, tellFor, signal) => lockEntry({
		path: cache.entryDirectory(version),
		clock,
		signal,
		onWait: () => tellFor("cache")("waiting", `another process is obtaining etcd ${version}`)
	});
	const askCacheAgain = async (wanted, context) => {
		const answer = await sources.find(({ name }) => name === "cache")?.obtain(wanted, {
			tell: context.tellFor("cache"),
			signal: context.signal
		});
		if (answer === void 0 || !isRefusal(answer)) return answer;
		if (answer.damaged) {
			const aside = await cache.setAside(wanted.version);
			log.warn(`The cached etcd ${wanted.version} is ${answer.refused}. Moved to ${aside}; the release is obtained anew.`);
		}
	};
	const obtainNow = async (wanted, tellFor, signal) => {
		try {
			var _usingCtx$1 = _usingCtx();
			const tried = [];
			const context = {
				tellFor,
				signal
			};
			const firstWriter = sources.findIndex(({ fillsCache }) => fillsCache);
			const readers = firstWriter < 0 ? sources : sources.slice(0, firstWriter);
			for (const source of readers) {
				const obtained = await ask(source, wanted, tried, context);
				if (obtained) return obtained;
			}
			if (firstWriter < 0) throw unobtainable(wanted.version, tried, options);
			await sweepOnce();
			_usingCtx$1.a(await lock(wanted.version, tellFor, signal));
			if (readers.some(({ name }) => name === "cache")) {
				const appeared = await askCacheAgain(wanted, context);
				if (appeared) return appeared;
			}
			for (const source of sources.slice(firstWriter)) {
				const obtained = await ask(source, wanted, tried, context);
				if (obtained) return obtained;
			}
			throw unobtainable(wanted.version, tried, options);
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	};
	return {
		probe: (versions, signal) => withProgress({
			clock,
			onProgress,
			release: null
		}, signal, async (tellFor) => {
			const names = sources.map(({ name }) => name).join(", ");
			tellFor(null)("probing", `which of ${versions.length} releases can be had from ${names}`);
			const wanted = versions.map(describe);
			const answers = await Promise.all(sources.map((source) => source.probe(wanted, signal)));
			const first = /* @__PURE__ */ new Map();
			for (const [index, { name }] of sources.entries()) {
				const answer = answers[index];
				if (answer?.refused) log.debug(`No releases from ${name}: ${answer.refused}`);
				for (const version of answer?.offered ?? []) if (!first.has(version)) first.set(version, name);
			}
			return first;
		}),
		obtain: async (version, signal) => {
			const before = underWay.get(version);
			const obtain = async () => {
				await before?.catch(() => {});
				return withProgress({
					clock,
					onProgress,
					release: version
				}, signal, (tellFor) => obtainNow(describe(version), tellFor, signal));
			};
			const mine = obtain();
			underWay.set(version, mine);
			try {
				return await mine;
			} finally {
				if (underWay.get(version) === mine) underWay.delete(version);
			}
		}
	};
}
const allTools = [
	"etcd",
	"etcdctl",
	"etcdutl"
];
function unobtainable(version, tried, options) {
	const platform = platformName(options.platform);
	const limits = options.offline ? " offline, where only local and cache are asked" : "";
	const why = tried.map(({ source, reason }) => `${source}: ${reason}`).join("; ");
	return new EtcdMigrateError("release-unobtainable", `etcd ${version} for ${platform} cannot be obtained${limits}. Tried ${why || "no source, for none is allowed"}.`, { details: {
		release: version,
		platform,
		tried
	} });
}

// src/app/plan/release-supply.ts
function openReleaseStore({ releases }, settings, surroundings, catalog, tools) {
	const { sources, local, mirror, image } = releases;
	return createReleaseStore({
		cacheDir: settings.cacheDir,
		sources,
		local,
		...present({
			mirror,
			image
		}),
		goModulesDir: goModulesDirectory(),
		offline: settings.offline,
		catalog,
		platform: thisPlatform(),
		clock: tools.clock,
		log: tools.log,
		environment: surroundings.environment,
		onProgress: (progress) => tools.progress.now(describe(progress))
	});
}
function describe(progress) {
	if (progress.release === null) return `asking ${progress.source ?? "all sources"}: ${progress.detail}`;
	const bytes = progress.bytes === void 0 ? "" : ` ${megabytes(progress.bytes)}${progress.totalBytes === void 0 ? "" : ` of ${megabytes(progress.totalBytes)}`}`;
	return `etcd ${progress.release} from ${progress.source ?? "?"}: ${progress.activity} ${progress.detail}${bytes}`;
}
function megabytes(bytes) {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
function releasesOf(plan) {
	return [...new Set(plan.upgrade.hops.flatMap((hop) => [hop.from, hop.to]))];
}
async function obtainReleases(plan, store, tools, signal) {
	const obtained = [];
	const wanted = releasesOf(plan);
	for (const [index, version] of wanted.entries()) {
		tools.progress.now(`etcd ${version} (${index + 1} of ${wanted.length})`);
		const release = await store.obtain(version, signal);
		tools.progress.line(`etcd ${version} from ${release.source}, verified`);
		obtained.push(release);
	}
	return obtained;
}
function reportRelease({ version, source, tools }) {
	return {
		version,
		source,
		sha256: Object.fromEntries(Object.entries(tools).map(([name, file]) => [name, file.sha256])),
		platform: platformName(thisPlatform())
	};
}

export { openReleaseStore as n, reportRelease as r, obtainReleases as t };