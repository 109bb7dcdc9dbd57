import { d as sidecarPathOf, n as takeFromCluster } from "./live.js";
import { t as EtcdMigrateError } from "./errors.js";
import { n as systemClock } from "./clock.js";
import { t as present } from "./present.js";
import { c as plainLine, i as markdownCode, o as markdownProse, s as markdownText } from "./escape.js";
import { _ as verdictWords } from "./lookups.js";
import { i as loadManifestFile } from "./wishes.js";
import { n as sayJson, t as done } from "./envelope.js";
import { r as openTools } from "./run-directory.js";
import { t as removeOlderBackups } from "./older.js";
import { t as staleProofFindings } from "./staleness.js";
import { t as _usingCtx } from "./usingCtx.js";
import { dirname, relative, resolve } from "node:path";

// src/report/backup-taken.ts
function renderTakenText({ reason, nextSteps, backup }) {
	return `${[
		reason,
		`sha256 ${backup.sha256}`,
		`HashKV ${backup.hash} (${hashedBy(backup)})`,
		"",
		...nextSteps.map((step) => `Next: ${step}`)
	].map(plainLine).join("\n")}\n`;
}
function renderTakenMarkdown({ verdict, reason, nextSteps, backup }) {
	return `${[
		`## ${verdictWords(verdict).icon} Backup taken`,
		"",
		`- ${markdownProse(reason)}`,
		`- **SHA-256:** ${markdownCode(backup.sha256)}`,
		`- **HashKV:** ${markdownText(`${backup.hash} (${hashedBy(backup)})`)}`,
		...backup.removed.map((path) => `- **Removed:** ${markdownCode(path)}`),
		"",
		"**Next**",
		"",
		...nextSteps.map((step, index) => `${index + 1}. ${markdownProse(step)}`)
	].join("\n")}\n`;
}
function hashedBy({ hashBy }) {
	return hashBy === "member" ? "as the member itself says" : "by the file alone: the member has compacted since";
}

// src/app/backups/backup.ts
async function backup(settings, surroundings, options) {
	try {
		var _usingCtx$1 = _usingCtx();
		const tools = _usingCtx$1.u(openTools(settings, surroundings, systemClock));
		const { progress } = tools;
		const { workingDirectory } = surroundings;
		const { connection, baseDir } = await connectionOf(settings, surroundings, options, tools);
		const path = resolve(workingDirectory, options.out);
		const sidecar = await takeFromCluster(connection, baseDir, path, surroundings, tools);
		const { keep } = options;
		const removed = keep === void 0 ? [] : await removeOlderBackups(path, sidecar.clusterId, keep, tools);
		progress.now("");
		const shown = relative(workingDirectory, path) || path;
		const backup = {
			file: path,
			sidecar: sidecarPathOf(path),
			...sidecar,
			removed: [...removed]
		};
		const report = {
			...done,
			mode: "backup",
			verdict: "pass",
			reason: `${shown} holds revision ${sidecar.revision} of cluster ${sidecar.clusterId}, ${sidecar.bytes} bytes.`,
			nextSteps: [`Run \`etcd-migrate verify-backup ${shown}\` to prove that it restores.`],
			backup
		};
		sayJson(report, settings, surroundings);
		if (settings.format !== "json") {
			const render = settings.format === "markdown" ? renderTakenMarkdown : renderTakenText;
			surroundings.writeOut(render(surroundings.redactor.report(report)));
		}
		return 0;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
async function connectionOf(settings, surroundings, options, { clock, log }) {
	const { workingDirectory } = surroundings;
	const { manifestGiven, manifestFile, confinedTo } = settings;
	const named = connectionNamed(options);
	if (named === void 0 && !manifestGiven) throw new EtcdMigrateError("usage", "No cluster was named.", { hint: "Name its members with --endpoints, or a manifest with a `connection`." });
	const loaded = manifestGiven ? await loadManifestFile(manifestFile, workingDirectory, confinedTo) : void 0;
	if (loaded !== void 0) for (const { message } of await staleProofFindings(loaded, settings, surroundings, clock)) log.warn(message);
	if (named !== void 0) return {
		connection: named,
		baseDir: workingDirectory
	};
	const connection = loaded?.manifest.connection;
	if (connection !== void 0) return {
		connection,
		baseDir: dirname(manifestFile)
	};
	throw new EtcdMigrateError("usage", `${manifestFile} has no \`connection\`.`, { hint: "Write one into the manifest, or name the members with --endpoints." });
}
function connectionNamed(options) {
	const { endpoints, cacert, cert, key, servername, user, passwordFile, passwordEnv } = options;
	if (endpoints === void 0) {
		const [strange] = Object.entries({
			cacert,
			cert,
			key,
			servername,
			user,
			passwordFile,
			passwordEnv
		}).find(([, value]) => value !== void 0) ?? [];
		if (strange === void 0) return void 0;
		const option = `--${strange.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
		throw new EtcdMigrateError("usage", `${option} goes with --endpoints, and no member was named.`, { hint: "Name the members with --endpoints too, or write all of it into the `connection` of the manifest." });
	}
	if (cert === void 0 !== (key === void 0)) throw new EtcdMigrateError("usage", "A client certificate needs both --cert and --key.");
	if (user !== void 0 && passwordFile === void 0 && passwordEnv === void 0) throw new EtcdMigrateError("usage", `User ${user} has no password.`, { hint: "Name it by --password-file or --password-env; a command line is no place for it." });
	const tls = { ...present({
		caFile: cacert,
		certFile: cert,
		keyFile: key,
		serverName: servername
	}) };
	return {
		endpoints: [...endpoints],
		...Object.keys(tls).length === 0 ? {} : { tls },
		...present({ auth: user === void 0 ? void 0 : {
			username: user,
			...present({
				passwordFile,
				passwordEnv
			})
		} })
	};
}

export { backup };