import { n as compareVersions, o as lineOf } from "./version.js";
import { t as loadCatalog } from "./load.js";

// src/report/format.ts
function duration(ms) {
	if (ms < 999.5) return `${Math.round(ms)} ms`;
	if (ms < 59950) return `${(ms / 1e3).toFixed(1)} s`;
	const seconds = Math.round(ms / 1e3);
	if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
	const minutes = Math.round(seconds / 60);
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
function measured(ms) {
	return ms === null || ms === void 0 ? "–" : duration(ms);
}
function count(n) {
	return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
function counted(n, noun) {
	return `${count(n)} ${noun}${n === 1 ? "" : "s"}`;
}
const words = {
	pass: {
		icon: "✅",
		mark: "✔",
		answer: "Safe"
	},
	fail: {
		icon: "❌",
		mark: "✘",
		answer: "Not safe"
	},
	inconclusive: {
		icon: "⚠️",
		mark: "?",
		answer: "Not proven"
	},
	error: {
		icon: "💥",
		mark: "!",
		answer: "Could not tell"
	}
};
function verdictWords(verdict) {
	return words[verdict];
}
const backupAnswers = {
	pass: "Proven to restore",
	fail: "Not to be relied on",
	inconclusive: "Not proven",
	error: "Could not tell"
};
function answerOf({ mode, verdict }) {
	switch (mode) {
		case "preflight":
		case "resume": return words[verdict].answer;
		case "rollback": return verdict === "pass" ? "Done" : words[verdict].answer;
		case "verify-backup": return backupAnswers[verdict];
	}
}

// src/findings.ts
const definer = (severity) => (title, help, knownAs = []) => ({
	severity,
	title,
	help,
	knownAs
});
const error = definer("error");
const warning = definer("warning");
const note = definer("note");
const findingTable = {
	"rule/manifest-too-big": error("The manifest is too big", "A manifest is at most 1 MiB: check the path."),
	"rule/manifest-not-utf8": error("The manifest is no UTF-8 text", "Save the file as UTF-8."),
	"rule/manifest-binary": error("The manifest is no text file", "Check the path."),
	"rule/manifest-empty": error("The manifest is empty", "Write `from` and `to`, or run `etcd-migrate init`."),
	"rule/manifest-syntax": error("The file is no valid YAML", "Correct the line that is named; what stands below it was read by guess."),
	"rule/manifest-tab-indentation": error("A line is indented with a tab", "Indent with two spaces for each level."),
	"rule/manifest-several-documents": error("The file holds more than one YAML document", "Keep one document, or one file for each cluster."),
	"rule/manifest-too-deep": error("Values are nested too deep", "A manifest needs a few levels; compare it with what `etcd-migrate init` writes."),
	"rule/manifest-too-long": error("The file has too many values", "A manifest needs a few dozen lines; compare it with what `etcd-migrate init` writes."),
	"rule/manifest-alias-bomb": error("Aliases multiply the values of the file beyond reason", "Write the values out."),
	"rule/manifest-alias": error("An alias names no value", "Write the value out, or quote it if the `*` belongs to it."),
	"rule/manifest-merge-key": error("Merge keys are not supported", "Write the keys out where they are needed."),
	"rule/manifest-duplicate-key": error("A key is set twice", "Keep one of the two."),
	"rule/manifest-key-not-text": error("A key is no plain text", "Write the key out, in quotes where it looks like a number."),
	"rule/manifest-unknown-key": error("The manifest has no such key", "Correct its name, or remove it; docs/manifest.md lists every key."),
	"rule/manifest-wrong-key": error("A name is not allowed here", "Write it as the message says."),
	"rule/manifest-missing-key": error("A required key is missing", "Add it."),
	"rule/manifest-missing-value": error("A key has no value", "Give it a value, or remove the key."),
	"rule/manifest-wrong-value": error("A value is of the wrong kind", "Write what the message says; docs/manifest.md has an example of every key."),
	"rule/manifest-version-not-quoted": error("A version is written as a number", "Quote it: YAML reads 3.10 as 3.1."),
	"rule/manifest-downgrade": error("`to` is older than `from`", "Exchange the two: a rehearsal tries the way back by itself."),
	"rule/manifest-nothing-to-do": error("`from` and `to` are the same", "Name the release that the cluster shall run."),
	"rule/manifest-hops-order": error("`hops` are not in order", "List the stop-overs from old to new, each once, between `from` and `to`."),
	"rule/manifest-hops-skip-minor": error("`hops` skip a minor", "Add the lines between, or remove `hops` and let the planner choose.", ["K15"]),
	"rule/manifest-unknown-line": error("A line of etcd is unknown", "Correct it, or use a newer etcd-migrate."),
	"rule/manifest-duplicate-member": error("A member is listed twice", "Give every member its own name."),
	"rule/manifest-single-member": warning("A single member has no rolling upgrade", "Use three members, or expect gaps and set `rehearsal.thresholds` accordingly."),
	"rule/manifest-even-members": warning("An even number of members", "Use an odd number, unless production really has this many."),
	"rule/manifest-owned-setting": error("A setting belongs to etcd-migrate or to one member", "Remove it: a rehearsal sets it itself."),
	"rule/manifest-config-file": error("The etcd configuration file cannot be used", "Name an etcd YAML configuration file; the path begins in the directory of the manifest."),
	"rule/manifest-config-file-alone": error("etcd ignores other settings beside a configuration file", "Move them into the file, or remove `etcd.configFile`."),
	"rule/manifest-flag-and-variable": error("A setting is both a flag and a variable", "Keep one of the two: etcd refuses to start with both.", ["K10"]),
	"rule/manifest-settings-differ": error("The members have different settings", "Give every member the same value, each in the channel that it has."),
	"rule/manifest-number-changed": error("YAML reads a number differently from how it is written", "Quote it."),
	"rule/manifest-credentials-in-url": error("A URL carries a user or password", "Reports show URLs: name credentials in `connection.auth`, or use a place that needs none."),
	"rule/manifest-endpoint-path": error("An endpoint is more than a scheme, a host and a port", "Write it without path and query."),
	"rule/manifest-mixed-endpoints": error("Endpoints mix http and https", "All members of a cluster serve the same one."),
	"rule/manifest-file-and-variable": error("A credential is named twice", "Keep the file or the variable."),
	"rule/manifest-missing-password": error("Nothing says where the password is", "Add `passwordEnv` or `passwordFile`."),
	"rule/manifest-certificate-without-key": error("A client certificate without its key, or the other way round", "Add what is missing."),
	"rule/manifest-value-size-order": error("The smallest value is larger than the largest", "Exchange the two."),
	"rule/manifest-empty-mix": error("The workload has no operation at all", "Give one operation a weight above 0."),
	"rule/manifest-one-sided-mix": warning("The workload leaves something unjudged", "Give the operations that are named a weight above 0."),
	"rule/manifest-limit-over-total": error("A part may take longer than the whole", "Lower it, or raise `rehearsal.timeLimits.totalMs`."),
	"rule/manifest-duplicate-source": error("A source of releases is listed twice", "List each source once, in the order in which to try them."),
	"rule/manifest-source-without-place": error("A source of releases has no place", "Say where it is, or remove it from the list."),
	"rule/manifest-unused-source": warning("A place of releases is never used", "Add its source to `releases.sources`."),
	"rule/manifest-duplicate-risk": error("A risk is accepted twice", "Keep one entry, with the whole reason."),
	"rule/manifest-no-backups": error("`backups` asks for nothing", "Add `files` or `take`."),
	"rule/manifest-take-without-connection": error("There is no cluster to take a backup of", "Add `connection`, or remove `backups.take`."),
	"rule/manifest-revisions-without-connection": error("There is no cluster to count revisions from", "Add `connection`, or use `rpoMinutes`."),
	"rule/manifest-sample-not-chosen": error("`sampleSize` does nothing", "Write `choose: sample`, or remove it."),
	"rule/manifest-expects-nothing": error("An expectation is met by any backup", "Say which keys there must be, and how many."),
	"rule/manifest-expects-impossible": error("An expectation is met by no backup", "Correct what contradicts itself."),
	"rule/manifest-invalid-pattern": error("A pattern is no regular expression", "Correct it; it is one as JavaScript has them."),
	"rule/untrusted-binary-source": warning("A place of binaries is ignored: the ref is not trusted", "Run from the default branch, dispatch by hand, or list the ref in the input `trusted-refs`."),
	"rule/untrusted-connection": warning("A live cluster is ignored: the ref is not trusted", "Run from the default branch, dispatch by hand, or list the ref in the input `trusted-refs`."),
	"rule/untrusted-path": warning("A path to write to is ignored: the ref is not trusted", "Run from the default branch, dispatch by hand, or list the ref in the input `trusted-refs`."),
	"rule/untrusted-command": warning("A command is ignored: the ref is not trusted", "Run from the default branch, dispatch by hand, or list the ref in the input `trusted-refs`."),
	"rule/from": error("The start is none that an upgrade can be planned from", "Correct `from`, or use a newer etcd-migrate."),
	"rule/to": error("The target is none that an upgrade can be planned to", "Correct `to`, or use a newer etcd-migrate."),
	"rule/hops": error("The stop-overs lead nowhere", "Correct `hops`, or remove it and let the planner choose.", ["K15"]),
	"rule/release-unobtainable": error("A release of the plan cannot be had here", "Name a local directory or a mirror in `releases`, or allow more sources."),
	"rule/live-cluster": error("The live cluster is not what the manifest says, or not fit to begin", "Bring the manifest and the cluster together; a note says what could not be read.", [
		"K2",
		"K5",
		"K6"
	]),
	"rule/live-security": error("The rehearsal would not have what production has", "Write `rehearsal.tls` and `rehearsal.auth` as production has them."),
	"rule/members": warning("Too few members for a rolling upgrade", "Expect clients to wait at every restart; three members would not make them."),
	"rule/below-floor": error("The start is below the floor of the next line", "Make a release at or above the floor obtainable; the plan then goes there first.", [
		"K6",
		"K20",
		"K22",
		"K29"
	]),
	"rule/known-bad": error("A release of the plan is known to be bad", "Choose a release with the fix, or accept the risk knowingly with `accept`."),
	"rule/auth-during-hop": error("With authentication this hop cannot be rolled", "Disable authentication for the time of the hop, or accept the risk knowingly with `accept`.", ["K4"]),
	"rule/line-support": warning("The target line is out of support", "Plan on to a line that still gets fixes."),
	"rule/freeze": note("Something must not be done while both lines run", "Tell everybody who works on the cluster; nothing has to be changed.", [
		"K1",
		"K2",
		"K3",
		"K4",
		"K5",
		"K19"
	]),
	"rule/freeze-broken": error("A setting does what must not be done while both lines run", "Turn it off on every member first.", ["K3", "K19"]),
	"rule/catalog-age": note("A release is newer than what this etcd-migrate knows", "Use a newer etcd-migrate where there is one: what is known to be bad may be out of date."),
	"rule/not-rehearsed": warning("A part of the plan is not rehearsed", "Rehearse with a driver that has what it needs, or at a depth that does not ask for it."),
	"rule/accept-unused": note("A risk is accepted that the plan does not take", "Remove the entry from `accept`."),
	"rule/setting-ignored": warning("No etcd of the plan knows a setting", "Correct its name, or remove it.", ["K9"]),
	"rule/settings-differ": error("The members have different settings", "Give every member the same value, each in the channel that it has."),
	"rule/setting-refused": error("An etcd of the plan refuses a setting, so its member would not start", "Replace it by what that etcd takes, or remove it, before the upgrade.", ["K18"]),
	"rule/setting-lost": error("A setting is silently lost on the way", "Replace it by what the newer etcd calls it, or remove it, before the upgrade; then rehearse again.", ["K9"]),
	"rule/setting-takes-effect": warning("A setting begins to work during the upgrade", "Make sure that it is wanted from then on.", ["K9"]),
	"rule/backup-proof-stale": warning("No backup was proven lately", "Run `etcd-migrate verify-backup`, and find out why its schedule did not."),
	"rule/backup-history-not-kept": warning("The proofs of this run could not be remembered", "See why the file cannot be written; the verdict of this run is not changed by it.")
};
function byPlace(a, b) {
	return (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0);
}
function explained({ id, severity, fix }) {
	const known = Object.hasOwn(findingTable, id) ? findingTable[id] : void 0;
	return {
		title: known?.title ?? id,
		fix: fix ?? (severity === "note" ? void 0 : known?.help)
	};
}

// src/catalog/lookups.ts
function findLine(line, catalog = loadCatalog()) {
	return catalog.lines.find((candidate) => candidate.line === line);
}
function hopRuleOf(from, to, catalog = loadCatalog()) {
	return catalog.hops.find((hop) => hop.from === from && hop.to === to);
}
function snapshotCountOf(line, catalog = loadCatalog()) {
	return findLine(line, catalog)?.snapshotCount;
}
function bites(range, context) {
	switch (range.onlyWith) {
		case void 0: return true;
		case "auth": return context.auth;
		case "single-member": return context.voters === 1;
		case "learners": return context.learners;
		case "defragment":
		case "data-dir-mode": return false;
		case "default-logger": return context.settings["logger"] !== "zap";
		case "flag": return (range.flags ?? []).some((flag) => context.settings[flag] !== void 0);
		case "hop-3.5": return context.entering.includes("3.5");
		case "hop-3.6": return context.entering.includes("3.6");
	}
}
function knownBadFor(version, context, catalog = loadCatalog()) {
	const affected = (range) => range.affected.some(({ first, last }) => compareVersions(first, version) <= 0 && compareVersions(version, last) <= 0);
	return catalog.knownBad.filter((range) => affected(range) && bites(range, context)).sort((a, b) => Number(b.severity === "block") - Number(a.severity === "block"));
}
function symptomOf(lines, catalog = loadCatalog()) {
	return catalog.symptoms.find((symptom) => {
		const pattern = new RegExp(symptom.pattern, "i");
		return lines.some((line) => pattern.test(line) || pattern.test(line.replaceAll("\\\"", "\"")));
	});
}
function expectationOf(check, line, settings, catalog = loadCatalog()) {
	const expectation = catalog.checks.find((candidate) => candidate.check === check);
	if (expectation === void 0) return void 0;
	const byFile = settings?.configFile !== void 0 && settings.configFile["enable-grpc-gateway"] !== true;
	const { expected } = expectation;
	return (byFile ? expected[`${line}+config-file`] : void 0) ?? expected[line] ?? expected["*"];
}
function restoresWatchSafe(release, catalog = loadCatalog()) {
	const since = catalog.restores.watchSafe.find(({ line }) => line === lineOf(release))?.since;
	return since !== void 0 && compareVersions(release, since) >= 0;
}
function refusedRestoreOf(made, release, catalog = loadCatalog()) {
	return catalog.restores.refused.find((each) => each.made === made && each.with === lineOf(release));
}

export { verdictWords as _, refusedRestoreOf as a, symptomOf as c, findingTable as d, answerOf as f, measured as g, duration as h, knownBadFor as i, byPlace as l, counted as m, findLine as n, restoresWatchSafe as o, count as p, hopRuleOf as r, snapshotCountOf as s, expectationOf as t, explained as u };