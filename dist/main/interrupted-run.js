import { h as openSource, p as driverNamed, s as openJournal } from "./undoing.js";
import { t as EtcdMigrateError } from "./errors.js";
import { n as systemClock } from "./clock.js";
import { a as parseRunContext, nt as createJournalFile, o as recoverRun, rt as lockDirectory, t as isOutputDirectory } from "./output-directory.js";
import { t as identifySelf } from "./self.js";
import { n as finishRun, r as requireCapable, t as rehearse } from "./rehearsal.js";
import { r as tool } from "./envelope.js";
import { n as runDirectory, r as openTools } from "./run-directory.js";
import { t as takenOver } from "./take-over.js";
import { t as _usingCtx } from "./usingCtx.js";
import { stat } from "node:fs/promises";

// src/app/run/interrupted-run.ts
async function continueRun(mode, settings, surroundings, { acceptFound = {}, takeOver, publishers = [] } = {}) {
	try {
		var _usingCtx$1 = _usingCtx();
		const clock = systemClock;
		const tools = _usingCtx$1.u(openTools(settings, surroundings, clock));
		const directory = runDirectory(settings.outputDir);
		await requireRun(directory);
		_usingCtx$1.a(await lockDirectory(directory.path, mode, takenOver(directory, takeOver, surroundings, tools)));
		const journal = createJournalFile(directory.journal);
		const recovery = await recoverRun(directory);
		const { finished, reported } = recovery;
		if (reported !== void 0) {
			const ending = finished === void 0 ? "" : `${finished}, `;
			throw new EtcdMigrateError("nothing-to-resume", `Run ${recovery.runId} in ${directory.path} has ended: ${ending}verdict ${reported}.`);
		}
		const isCarriedOut = mode === "resume" && recovery.isAnswered;
		const reportMode = isCarriedOut && finished === "rolled-back" ? "rollback" : mode;
		const context = parseRunContext(recovery.context);
		const driver = driverNamed(surroundings.drivers, context.driver);
		const begunBy = begunByAnother(recovery);
		if (begunBy !== void 0) tools.progress.line(`warning: ${begunBy}`);
		const owner = await identifySelf();
		tools.progress.line(isCarriedOut ? `${mode} of run ${recovery.runId}: it was carried out (${finished}) and is now judged` : `${mode} of run ${recovery.runId}: ${recovery.completed.size} steps are behind it`);
		const frame = {
			mode: reportMode,
			plan: recovery.plan,
			context,
			directory,
			publishers,
			settings,
			surroundings,
			clock,
			progress: tools.progress
		};
		const assignment = {
			plan: recovery.plan,
			wanted: reportMode === "rollback" ? "rolled-back" : "reached-target",
			completed: recovery.completed,
			isCarriedOut
		};
		let cluster;
		return await finishRun(frame, async () => {
			cluster = await (await openSource(driver, directory, context, tools)).adopt(recovery.runId, surroundings.signal);
			requireCapable(assignment, cluster.driver.capabilities);
			const accepted = Object.keys(acceptFound);
			if (accepted.length > 0) requireMembers(accepted, await cluster.driver.inventory(surroundings.signal));
			await (await openJournal(journal, clock)).append({
				type: "run-resumed",
				purpose: mode,
				owner
			});
			const { report } = await rehearse({
				mode: reportMode,
				plan: recovery.plan,
				context,
				cluster,
				directory,
				journal,
				completed: recovery.completed,
				isCarriedOut,
				acceptFound,
				publishers
			}, {
				...tools,
				clients: surroundings.clients,
				signal: surroundings.signal
			});
			return report;
		}, async (how) => await cluster?.end(how));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function requireMembers(named, members) {
	const names = members.map(({ name }) => name);
	const unknown = named.find((name) => !names.includes(name));
	if (unknown === void 0) return;
	throw new EtcdMigrateError("usage", `--accept-found names ${unknown}, which is no member of this run (${names.join(", ")}). Nothing was changed.`);
}
function begunByAnother({ runId, toolVersion }) {
	if (toolVersion === tool.version) return void 0;
	return `run ${runId} was begun by etcd-migrate ${toolVersion}; this is ${tool.version}, which reads the same journal`;
}
async function requireRun(directory) {
	if (!await isOutputDirectory(directory)) throw new EtcdMigrateError("nothing-to-resume", `${directory.path} is not an output directory of etcd-migrate.`);
	try {
		await stat(directory.journal);
	} catch (cause) {
		throw new EtcdMigrateError("nothing-to-resume", `There is no run in ${directory.path}.`, { cause });
	}
}

export { continueRun as n, requireRun as r, begunByAnother as t };