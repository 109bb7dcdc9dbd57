import { t as EtcdMigrateError } from "./errors.js";
import { h as openSource, p as driverNamed } from "./undoing.js";
import { a as parseRunContext, o as recoverRun } from "./output-directory.js";
import { stat } from "node:fs/promises";

// src/app/run/take-over.ts
const STILL_MS = 1e4;
function takenOver(directory, named, { drivers, signal }, tools) {
	if (named === void 0) return {};
	return { prove: () => proveStill(directory, named, {
		...tools,
		drivers,
		signal
	}) };
}
async function proveStill(directory, named, looking) {
	const { clock, progress, signal } = looking;
	const recovery = await recoverRun(directory);
	if (recovery.runId !== named) throw new EtcdMigrateError("usage", `--take-over names run ${named}, and ${directory.path} holds run ${recovery.runId}. Nothing was changed.`);
	progress.now(`watching for ${STILL_MS / 1e3} s whether somebody still works on run ${named}`);
	const cluster = await (await openSource(driverNamed(looking.drivers, parseRunContext(recovery.context).driver), directory, parseRunContext(recovery.context), looking)).adopt(named, signal).catch((error) => {
		if (error instanceof EtcdMigrateError && error.code === "cluster-not-made") return null;
		throw error;
	});
	try {
		const look = async () => [...await filesOf(directory), ...cluster === null ? [] : await membersOf(cluster.driver, signal)];
		const before = await look();
		await clock.sleep(STILL_MS, signal);
		const after = await look();
		const moved = before.filter(({ what, state }, index) => state === null || after[index]?.state !== state || after[index]?.what !== what);
		if (moved.length === 0) return;
		throw new EtcdMigrateError("run-in-progress", `Run ${named} was not taken over: ${moved.map(({ what }) => what).join(", ")} changed within ${STILL_MS / 1e3} s, so somebody still works on it. Nothing was changed.`);
	} finally {
		await cluster?.end("leave");
	}
}
async function filesOf({ journal, history, checks }) {
	return await Promise.all(Object.entries({
		journal,
		history,
		checks
	}).map(async ([name, path]) => ({
		what: `the ${name}`,
		state: await stat(path).then(({ size, mtimeMs }) => `${size} ${mtimeMs}`, () => "none")
	})));
}
async function membersOf(driver, signal) {
	return await Promise.all((await driver.inventory(signal)).map(async (member) => {
		const { process, running, changing } = await driver.inspect(member, signal);
		const state = changing === true ? null : JSON.stringify([process?.identity ?? null, running]);
		return {
			what: `the process of ${member.name}`,
			state
		};
	}));
}

export { takenOver as t };