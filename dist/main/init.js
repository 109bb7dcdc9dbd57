import { t as loadCatalog } from "./load.js";
import { c as Manifest, f as defaults, p as sources, t as compareLines } from "./version.js";
import { t as EtcdMigrateError } from "./errors.js";
import { v as readVersion, w as writeFileAtomic } from "./own-places.js";
import { t as present } from "./present.js";
import { n as sayJson, t as done } from "./envelope.js";
import { n as readLiveCluster } from "./live-cluster.js";
import { relative, resolve } from "node:path";
import { stat } from "node:fs/promises";

// src/manifest/template.ts
const MANIFEST_SCHEMA_URL = "https://raw.githubusercontent.com/etcd-migrate/etcd-migrate/v0/schemas/manifest.schema.json";
const shown = Manifest.shape;
const about = (key) => shown[key].meta()?.description ?? "";
function renderTemplate(facts) {
	const { depth, seed, workload, thresholds, timeLimits } = defaults.rehearsal;
	const members = facts.members ?? defaults.members;
	const knowsMembers = facts.members !== void 0;
	const mix = Object.entries(workload.mix).map(([name, weight]) => `${name}: ${weight}`);
	return `# yaml-language-server: $schema=${MANIFEST_SCHEMA_URL}
#
# What etcd-migrate shall rehearse. Only \`from\` and \`to\` are needed; what is commented out
# below is the default, or an example. Next: \`etcd-migrate plan\`, then \`etcd-migrate preflight\`.

# Versions stand in quotes: YAML reads 3.10 as 3.1. "3.5" is the newest release of that line.
${facts.from === void 0 ? `# ${about("from")}\n` : ""}from: ${JSON.stringify(facts.from ?? lineBefore(facts.to))}
to: ${JSON.stringify(facts.to)}

# ${about("name")}
# name: ${defaults.name}

# Voting members of the rehearsed cluster: how many, or a list of names. As many as production has.
${knowsMembers ? "" : "# "}members: ${JSON.stringify(members)}

# Settings of the members, as in production, so that a removed flag is found here and not there.
# etcd:
#   flags:
#     quota-backend-bytes: 8589934592
#     auto-compaction-retention: 1h

${connectionBlock(facts.connection)}
rehearsal:
  # quick: the upgrade alone; standard: and its roll-backs; deep: roll-backs everywhere and crashes.
  depth: ${depth}
  # seed: ${seed}
  # Rehearse with TLS and with users, when production has them and no live cluster is connected that says so.
  # tls: false
  # auth: false
  # workload:
  #   clients: ${workload.clients}
  #   rate: ${workload.rate}          # operations per second in all
  #   keys: ${workload.keys}
  #   valueSize: ${workload.valueSize}      # bytes, or [smallest, largest]
  #   mix: { ${mix.join(", ")} }
  # What clients may feel before the verdict is "fail".
  # thresholds:
  #   longestWriteGapMs: ${thresholds.longestWriteGapMs}
  #   longestReadGapMs: ${thresholds.longestReadGapMs}
  #   failedOperations: ${thresholds.failedOperations}
  #   unknownOperations: ${thresholds.unknownOperations}
  # timeLimits:
  #   gateMs: ${timeLimits.gateMs}      # one gate
  #   soakMs: ${timeLimits.soakMs}       # hold before the last old member
  #   dwellMs: ${timeLimits.dwellMs}      # clients work in each state
  #   totalMs: ${timeLimits.totalMs}   # the whole rehearsal

# Backups that \`etcd-migrate verify-backup\` proves by restoring them.
# backups:
#   files: ["backups/*.db"]
#   policy: { rpoMinutes: 1440, rtoMinutes: 15 }

# Where etcd binaries may come from, tried in this order.
# releases:
#   sources: [${sources.join(", ")}]

# Risks taken knowingly, each with a reason. The verdict is then inconclusive at best.
# accept:
#   - risk: below-floor
#     reason: why that is acceptable here
`;
}
function connectionBlock(known) {
	const comment = known === void 0 ? "# " : "";
	const lines = [
		"connection:",
		"  endpoints:",
		...(known?.endpoints ?? ["https://etcd-1.example:2379"]).map((url) => `    - ${JSON.stringify(url)}`)
	];
	const credentials = [known?.tls === void 0 ? "#   tls: { caFile: ca.pem, certEnv: ETCD_CERT, keyEnv: ETCD_KEY }" : `  tls: ${flow(known.tls)}`, known?.auth === void 0 ? "#   auth: { username: root, passwordEnv: ETCD_PASSWORD }" : `  auth: ${flow(known.auth)}`];
	return `# The live cluster, so that the plan fits it. It is only read from.
${lines.map((line) => comment + line).join("\n")}
${["# Credentials come from files or environment variables, never from the manifest:", ...credentials].join("\n")}
`;
}
function flow(values) {
	return `{ ${Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(", ")} }`;
}
function lineBefore(version) {
	const read = readVersion(version);
	return read === void 0 ? version : `${read.major}.${Math.max(0, read.minor - 1)}`;
}

// src/app/plan/etcdctl-environment.ts
const PASSWORD_VARIABLE = "ETCDCTL_PASSWORD";
async function askLiveCluster(surroundings) {
	const { environment, workingDirectory, signal } = surroundings;
	const connection = connectionOf(environment, workingDirectory);
	if (connection === void 0) return void 0;
	const wrong = connection.endpoints.find((endpoint) => !/^https?:/.test(endpoint) || !URL.canParse(endpoint));
	if (wrong !== void 0) return { why: `ETCDCTL_ENDPOINTS names ${JSON.stringify(wrong)}, which is no http or https URL.` };
	try {
		const password = environment[PASSWORD_VARIABLE] ?? environment["ETCDCTL_USER"]?.split(":").slice(1).join(":");
		const live = await readLiveCluster(connection, {
			...surroundings,
			environment: {
				...environment,
				[PASSWORD_VARIABLE]: password
			}
		}, workingDirectory);
		const [from, other] = [...new Set(live.releases)];
		if (from === void 0 || other !== void 0) return { why: "Its members do not run one release." };
		return {
			from,
			voters: live.voters,
			connection
		};
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof EtcdMigrateError && error.kind !== "bug") return { why: error.message };
		throw error;
	}
}
function connectionOf(environment, workingDirectory) {
	const value = (name) => environment[`ETCDCTL_${name}`] || void 0;
	const file = (name) => {
		const path = value(name);
		return path === void 0 ? void 0 : resolve(workingDirectory, path);
	};
	const named = value("ENDPOINTS");
	if (named === void 0) return void 0;
	const [caFile, certFile, keyFile] = [
		file("CACERT"),
		file("CERT"),
		file("KEY")
	];
	const scheme = caFile === void 0 && certFile === void 0 ? "http" : "https";
	const username = value("USER")?.split(":")[0];
	const endpoints = named.split(",").map((endpoint) => endpoint.trim()).map((endpoint) => endpoint.includes("://") ? endpoint : `${scheme}://${endpoint}`);
	return {
		endpoints,
		...caFile === void 0 || !endpoints.every((endpoint) => endpoint.startsWith("https:")) ? {} : { tls: {
			caFile,
			...present({
				certFile,
				keyFile
			})
		} },
		...present({ auth: username === void 0 ? void 0 : {
			username,
			passwordEnv: PASSWORD_VARIABLE
		} })
	};
}

// src/app/plan/init.ts
async function init(settings, surroundings, options) {
	const shown = relative(surroundings.workingDirectory, settings.manifestFile) || settings.manifestFile;
	const there = await kindOf(settings.manifestFile);
	if (there === "other") throw new EtcdMigrateError("usage", `${shown} is a directory or no regular file; nothing was changed.`, { hint: "Name a file with --manifest." });
	if (!options.force && there === "file") throw new EtcdMigrateError("usage", `${shown} exists already; nothing was changed.`, { hint: "Use --force to replace it, or --manifest to write another file." });
	const lines = loadCatalog().lines.map((line) => line.line).sort(compareLines);
	const newest = lines.at(-1) ?? "";
	const asked = await askLiveCluster(surroundings);
	const facts = asked !== void 0 && "from" in asked ? asked : void 0;
	const notFoundOut = asked !== void 0 && "why" in asked ? asked.why : null;
	const from = facts?.from ?? lines.at(-2) ?? newest;
	await writeFileAtomic(settings.manifestFile, renderTemplate({
		from,
		to: newest,
		...present({
			members: facts?.voters,
			connection: facts?.connection
		})
	}));
	const said = `${shown} written${facts === void 0 ? "" : ` from what ${facts.connection.endpoints.join(", ")} say`}.`;
	const next = `etcd-migrate plan ${shown}`;
	if (notFoundOut !== null) surroundings.errorStream.write(surroundings.redactor.text(`warning: the live cluster of ETCDCTL_ENDPOINTS could not be read, so \`from\`, \`members\` and \`connection\` are not from it.\n${notFoundOut}\n`));
	surroundings.errorStream.write(`${said}\nNext: ${next}\n`);
	const part = {
		manifest: settings.manifestFile,
		readFrom: [...facts?.connection.endpoints ?? []],
		notFoundOut
	};
	const report = {
		...done,
		mode: "init",
		verdict: "pass",
		reason: said,
		nextSteps: [next],
		from,
		to: newest,
		init: part
	};
	sayJson(report, settings, surroundings);
	return 0;
}
async function kindOf(path) {
	try {
		return (await stat(path)).isFile() ? "file" : "other";
	} catch {
		return "absent";
	}
}

export { init };