import { t as EtcdMigrateError } from "./errors.js";
import { b as unknown, d as looseObject } from "./npm/zod.js";
import { b as pathError } from "./own-places.js";
import { i as driverOf, nt as createJournalFile, o as recoverRun } from "./output-directory.js";
import { h as openSource, m as nothingObtained, p as driverNamed } from "./undoing.js";
import { basename } from "node:path";
import { rm } from "node:fs/promises";

// src/app/run/dead-runs.ts
async function removeDeadRuns(directory, surroundings, tools) {
	const { progress } = tools;
	const earlier = await earlierRun(directory, surroundings, tools);
	const driver = earlier.is === "none" ? void 0 : earlier.driver;
	if (driver !== void 0) driverNamed(surroundings.drivers, driver);
	const found = await remainsOf(directory, surroundings, tools);
	const runs = found.flatMap(({ remains }) => remains.runs);
	const leftAlone = [...new Set(found.flatMap(({ remains }) => remains.foreign))].filter((path) => !runs.includes(basename(path)));
	for (const path of leftAlone) progress.line(`left alone: ${path} does not carry the marker of a run of etcd-migrate`);
	if (earlier.is === "unreadable" && runs.length > 0) progress.line(`warning: whether a run could have been resumed here is not known: ${earlier.why}`);
	for (const { source, remains } of found) for (const runId of remains.runs) {
		if (earlier.is === "resumable" && earlier.recovery.runId === runId) progress.line(`removing run ${runId}, which was interrupted after ${earlier.recovery.completed.size} steps and could have been resumed`);
		else progress.line(`removing what run ${runId} left behind`);
		await source.remove(runId);
	}
	return {
		removed: runs,
		leftAlone
	};
}
async function remainsOf(directory, { drivers }, tools) {
	const found = [];
	for (const driver of drivers) {
		const source = await openSource(driver, directory, nothingObtained, tools);
		found.push({
			source,
			remains: await source.remains()
		});
	}
	return found;
}
async function removeEarlierEvidence(directory) {
	const { history, checks, journal, reportJson, reportMarkdown, reportHtml, junit, record, lastWord } = directory;
	for (const path of [
		record,
		reportJson,
		reportMarkdown,
		reportHtml,
		junit,
		history,
		checks,
		journal,
		lastWord
	]) try {
		await rm(path, { force: true });
	} catch (error) {
		throw pathError(error, "Removing", path);
	}
}
async function earlierRun(directory, surroundings, tools) {
	let driver;
	try {
		const raw = await createJournalFile(directory.journal).read();
		driver = driverOf(looseObject({ context: unknown() }).safeParse(raw[0]).data?.context);
		const recovery = await recoverRun(directory);
		return recovery.reported === void 0 ? {
			is: "resumable",
			recovery,
			driver
		} : { is: "none" };
	} catch (error) {
		if (!(error instanceof EtcdMigrateError)) throw error;
		if (error.code === "nothing-to-resume") return { is: "none" };
		if (error.code !== "journal-damaged" && error.code !== "journal-format") throw error;
		const isHere = driver === void 0 || surroundings.drivers.some(({ name }) => name === driver);
		const found = await remainsOf(directory, surroundings, tools);
		return isHere && found.every(({ remains }) => remains.runs.length === 0) ? { is: "none" } : {
			is: "unreadable",
			why: error.message,
			driver
		};
	}
}

export { removeDeadRuns as n, removeEarlierEvidence as r, earlierRun as t };