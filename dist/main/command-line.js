import { i as Option, n as CommanderError, r as InvalidArgumentError, t as Command } from "./npm/commander.js";
import { a as keepNurserySmall, c as defaultOutput, d as description, f as version, h as exactRelease, i as createRedactor, l as formats, n as composition, o as backupOutput, t as requireOwnPlaces, u as settle } from "./own-places.js";
import { r as failures, t as EtcdMigrateError } from "./errors.js";
import { t as present } from "./present.js";
import { t } from "./npm/bomb.sh-tab.js";
import { resolve } from "node:path";
import { readdirSync } from "node:fs";

// src/app/shell/completion.ts
const COMPLETE = "complete";
function addCompletion(program, argv, surroundings) {
	const root = t(program);
	const word = (argv.at(-1) ?? "").replace(/^--[a-z]+=/, "");
	const offer = (directoriesOnly) => (complete) => {
		for (const name of namesFor(word, surroundings.workingDirectory, directoriesOnly)) complete(name, "");
	};
	for (const command of root.commands.values()) {
		for (const [name, directoriesOnly] of [
			["manifest", false],
			["output", true],
			["cache", true]
		]) {
			const known = command.options.get(name);
			if (known !== void 0) command.option(name, known.description, offer(directoriesOnly));
		}
		for (const name of ["MANIFEST", "FILE"]) if (command.arguments.has(name)) command.argument(name, offer(false));
	}
	const [first, shell] = argv;
	if (first !== COMPLETE || argv.length !== 2 || shell !== "bash" && shell !== "zsh") return false;
	const script = printed(() => root.setup(program.name(), program.name(), shell));
	surroundings.writeOut(`${shell === "bash" ? safeBash(script) : safeZsh(script)}\n`);
	return true;
}
function namesFor(word, workingDirectory, directoriesOnly) {
	const folder = word.slice(0, word.lastIndexOf("/") + 1);
	const begun = word.slice(folder.length);
	try {
		return readdirSync(resolve(workingDirectory, folder || "."), { withFileTypes: true }).filter((entry) => entry.name.startsWith(begun) && (begun !== "" || !entry.name.startsWith("."))).filter((entry) => !directoriesOnly || entry.isDirectory()).map((entry) => `${folder}${entry.name}${entry.isDirectory() ? "/" : ""}`);
	} catch {
		return [];
	}
}
function printed(work) {
	const lines = [];
	const log = console.log;
	console.log = (line) => lines.push(line);
	try {
		work();
	} finally {
		console.log = log;
	}
	return lines.join("\n");
}
function safeBash(script) {
	return [
		[/^readonly /gm, ""],
		[/^ {4}requestComp=[\s\S]*?^ {4}out=\$\(eval "\$requestComp" 2>\/dev\/null\)$/m, `    out=$(etcd-migrate complete -- "\${words[@]:1:cword}" 2>/dev/null)`],
		[/^ {4}COMPREPLY=\( \$\(compgen -W "\$\{completions\[\*\]\}" -- "\$cur"\) \)$/m, `    # Matched here: compgen would expand what it is given.
    local each part="$cur"
    [[ "$cur" == -*=* ]] && part="\${cur#*=}"
    COMPREPLY=()
    for each in "\${completions[@]}"; do
        [[ -n "$each" && "$each" == "$part"* ]] && COMPREPLY+=("$each")
    done
    [[ -e "\${COMPREPLY[0]}" ]] && compopt -o filenames 2>/dev/null
    return 0`]
	].reduce((text, [pattern, safe]) => replaced(text, pattern, safe), script);
}
function safeZsh(script) {
	return replaced(script, /flagPrefix="-P \$\{BASH_REMATCH\}"/, `flagPrefix="-P \${(q)BASH_REMATCH}"`);
}
function replaced(script, unsafe, safe) {
	const text = script.replace(unsafe, () => safe);
	if (text === script) throw new EtcdMigrateError("internal-error", "The completion script is not as it was known.");
	return text;
}

// src/app/shell/command-line.ts
const untrusted = new Option("--untrusted", "ignore what only a trusted manifest may say, as the action does for forks");
const acceptFound = new Option("--accept-found <MEMBER@RELEASE,...>", "take over what somebody else has started there, if it is that release").argParser(releasesByMember);
const takeOver = new Option("--take-over <RUN>", "the owner of this run, on another host or from before a reboot, works no more");
const modes = [
	{
		name: "init",
		summary: "write a commented manifest",
		example: "etcd-migrate init --manifest etcd-migration.yaml",
		options: [new Option("--force", "replace an existing manifest")],
		load: async () => (await import("./init.js")).init
	},
	{
		name: "plan",
		summary: "print the plan without running anything",
		example: "etcd-migrate plan --format json | jq -r .planDigest",
		options: [untrusted],
		load: async () => (await import("./plan.js")).plan
	},
	{
		name: "preflight",
		summary: "rehearse the whole upgrade and its roll-backs on throw-away real clusters",
		example: "etcd-migrate preflight examples/three-members/etcd-migration.yaml",
		options: [untrusted],
		load: async () => {
			const { preflight } = await import("./preflight.js");
			return (settings, surroundings) => preflight(settings, surroundings);
		}
	},
	{
		name: "verify-backup",
		summary: "prove that backups restore, by restoring and comparing them",
		example: "etcd-migrate verify-backup 'backups/*.db'",
		takesFiles: true,
		output: backupOutput,
		options: [
			untrusted,
			new Option("--release <VERSION>", "exact etcd release that restores (default: newest of the line that wrote it)").argParser(releaseOf),
			new Option("--members <N>", "members of the throw-away cluster (default: 1)").argParser(memberCount),
			new Option("--attestations <DIR>", "restore nothing: accept backups by what attests them there").conflicts([...["release", "members"]]),
			new Option("--within <HOURS>", "oldest proof that --attestations accepts (default: 24)").argParser(positiveCount)
		],
		load: async () => {
			keepNurserySmall();
			const { verifyBackup } = await import("./verify-backup.js");
			return async (settings, surroundings, { files = [], release, members, attestations, within }) => {
				if (attestations !== void 0) {
					const { acceptBackups } = await import("./accept.js");
					return acceptBackups(settings, surroundings, {
						files,
						attestations,
						withinHours: within ?? 24
					});
				}
				if (within !== void 0) throw new EtcdMigrateError("usage", "--within does nothing without --attestations.");
				return verifyBackup(settings, surroundings, {
					files,
					...present({
						release,
						members
					})
				});
			};
		}
	},
	{
		name: "backup",
		summary: "take a backup from a follower of a live cluster",
		example: "etcd-migrate backup --endpoints https://etcd-1:2379,https://etcd-2:2379 --cacert ca.pem --out backups/today.db",
		options: [
			new Option("--endpoints <URL,...>", "client URLs of the members (default: the manifest's `connection`)").argParser(listOf),
			new Option("--out <FILE>", "where the backup shall stand; its sidecar stands beside it").makeOptionMandatory(),
			new Option("--keep <N>", "backups of this cluster that stay in that directory (default: all)").argParser(positiveCount),
			new Option("--cacert <FILE>", "PEM file of the certificate authority"),
			new Option("--cert <FILE>", "PEM file of the client certificate"),
			new Option("--key <FILE>", "PEM file of the client key"),
			new Option("--servername <NAME>", "name to verify server certificates against"),
			new Option("--user <NAME>", "user to log in as"),
			new Option("--password-file <FILE>", "file that holds the password"),
			new Option("--password-env <NAME>", "environment variable that holds the password")
		],
		load: async () => {
			keepNurserySmall();
			const { backup } = await import("./backup.js");
			return (settings, surroundings, { out = "", ...options }) => backup(settings, surroundings, {
				...options,
				out
			});
		}
	},
	{
		name: "status",
		summary: "say where an interrupted run and its cluster stand",
		example: "etcd-migrate status --output .etcd-migrate",
		load: async () => (await import("./status.js")).status
	},
	{
		name: "resume",
		summary: "go on with an interrupted run",
		example: "etcd-migrate resume --output .etcd-migrate",
		options: [acceptFound, takeOver],
		load: async () => (await import("./resume.js")).resume
	},
	{
		name: "rollback",
		summary: "bring an interrupted run back to the release its hop started from",
		example: "etcd-migrate rollback --output .etcd-migrate",
		options: [acceptFound, takeOver],
		load: async () => (await import("./rollback.js")).rollback
	},
	{
		name: "cleanup",
		summary: "remove what runs whose owner is dead have left behind",
		example: "etcd-migrate cleanup --output .etcd-migrate",
		options: [takeOver],
		load: async () => (await import("./cleanup.js")).cleanup
	}
];
async function runCommandLine(argv, outside, parts = composition(outside)) {
	const surroundings = {
		...outside,
		...parts,
		redactor: createRedactor()
	};
	let exitCode = 0;
	const program = new Command("etcd-migrate").description(description).version(version, "--version", "print the version").exitOverride().showHelpAfterError("(etcd-migrate --help shows the commands and their options)").showSuggestionAfterError().configureOutput({
		writeOut: surroundings.writeOut,
		writeErr: (text) => surroundings.errorStream.write(text)
	}).addHelpText("after", `\nExamples:\n${modes.map((mode) => `  $ ${mode.example}`).join("\n")}\n  $ source <(etcd-migrate complete bash)`);
	for (const mode of modes) {
		const command = program.command(mode.name).summary(mode.summary).description(capitalised(mode.summary));
		if (mode.takesFiles) command.argument("[FILE...]", "backup files, or patterns in quotes").option("--manifest <FILE>", "for its `backups` and `releases` (default: none)");
		else command.argument("[MANIFEST]", "manifest (default: etcd-migration.yaml in the current folder)").option("--manifest <FILE>", "the same as the argument");
		command.option("--output <DIR>", `holds the run's state and its reports (default: ${mode.output ?? ".etcd-migrate"})`).addOption(new Option("--format <FORMAT>", "of standard output").choices(formats).default("text")).option("--cache <DIR>", "where etcd binaries are kept (default: etcd-migrate in the user cache)").option("--offline", "use local paths and the cache only").option("--verbose", "say more on standard error").option("--no-color", "plain text").addHelpText("after", `\nExample:\n  $ ${mode.example}`);
		for (const option of mode.options ?? []) command.addOption(option);
		command.action(async (given, options) => {
			const files = typeof given === "object" ? given : [];
			const argument = typeof given === "object" ? void 0 : given;
			if (argument !== void 0 && options.manifest !== void 0 && argument !== options.manifest) program.error(`error: two manifests given: ${argument} and --manifest ${options.manifest}`);
			for (const [name, value] of [
				["argument MANIFEST", argument],
				...files.map((file) => ["argument FILE", file]),
				["option --manifest", options.manifest],
				["option --output", options.output],
				["option --cache", options.cache]
			]) if (value === "") program.error(`error: the ${name} is empty`);
			const settings = settle({
				...present({ output: mode.output }),
				...options,
				...present({ manifest: argument }),
				trusted: options.untrusted !== true
			}, surroundings);
			try {
				await requireOwnPlaces(settings);
				exitCode = await (await mode.load())(settings, surroundings, {
					...options,
					files
				});
			} catch (error) {
				const { reportError } = await import("./report-error.js").then((n) => n.r);
				exitCode = reportError(interruptionOf(mode.name, surroundings) ?? error, mode.name, settings, surroundings);
			}
		});
	}
	if (addCompletion(program, argv, surroundings)) return 0;
	try {
		await program.parseAsync([...argv], { from: "user" });
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return error.exitCode === 0 ? 0 : failures.usage.exitCode;
	}
	if (argv.length === 0) {
		program.outputHelp({ error: true });
		return failures.usage.exitCode;
	}
	return exitCode;
}
function interruptionOf(mode, { signal }) {
	const reason = signal.aborted ? signal.reason : void 0;
	if (!(reason instanceof EtcdMigrateError)) return void 0;
	const state = {
		init: "Nothing was started yet.",
		plan: "Nothing was started yet.",
		preflight: "Nothing was started yet.",
		backup: "No backup was taken, and nothing was left of it.",
		"verify-backup": "The throw-away cluster was removed; nothing was proven, and the backups are as they were."
	}[mode];
	if (state === void 0) return reason;
	return new EtcdMigrateError(reason.code, `${reason.message} ${state}`, { hint: "Run it again." });
}
function releaseOf(text) {
	if (exactRelease.test(text)) return text;
	throw new InvalidArgumentError("It must be an exact release such as 3.5.33.");
}
function listOf(text) {
	const urls = text.split(",").map((url) => url.trim());
	if (urls.every((url) => url !== "")) return urls;
	throw new InvalidArgumentError("It must be a list with commas between its parts.");
}
function releasesByMember(text) {
	const pairs = listOf(text).map((each) => each.split("@"));
	if (!pairs.every(([member = "", version = "", ...more]) => {
		return member !== "" && exactRelease.test(version) && more.length === 0;
	})) throw new InvalidArgumentError("It must be MEMBER@RELEASE, as m2@3.5.33, with commas between several.");
	return Object.fromEntries(pairs);
}
function positiveCount(text) {
	if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("It must be a whole number, 1 or more.");
}
function memberCount(text) {
	if (/^[1-9]$/.test(text)) return Number(text);
	throw new InvalidArgumentError("It must be a number from 1 to 9.");
}
function capitalised(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export { runCommandLine };