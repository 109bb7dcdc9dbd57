import { n as exitCodeOf, t as EtcdMigrateError } from "./errors.js";
import { setMaxListeners } from "node:events";

// src/entry/signals.ts
const signals = {
	SIGINT: "interrupted",
	SIGTERM: "terminated"
};
function abortOnSignals() {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	for (const [signal, code] of Object.entries(signals)) process.on(signal, () => {
		if (controller.signal.aborted) process.exit(exitCodeOf(code));
		controller.abort(new EtcdMigrateError(code, `${signal} received.`));
	});
	return controller.signal;
}

// src/entry/standard-output.ts
function standardOutput() {
	let lost = false;
	const failed = (error) => {
		if (lost) return;
		lost = true;
		if (error.code === "EPIPE") return;
		const code = error.code === "ENOSPC" || error.code === "EDQUOT" ? "no-space" : "no-permission";
		process.stderr.write(`\netcd-migrate: ${code}\nStandard output could not be written: ${error.message}.\n`);
		process.once("exit", () => {
			process.exitCode = exitCodeOf(code);
		});
	};
	process.stdout.on("error", failed);
	process.stderr.on("error", () => {});
	return (text) => {
		if (lost) return;
		try {
			process.stdout.write(text);
		} catch (error) {
			failed(error);
		}
	};
}

// src/entry/this-process.ts
function ofThisProcess() {
	return {
		environment: process.env,
		workingDirectory: process.cwd(),
		writeOut: standardOutput(),
		outIsTTY: process.stdout.isTTY === true,
		errorStream: process.stderr,
		signal: abortOnSignals(),
		insideActions: process.env.GITHUB_ACTIONS === "true"
	};
}

// src/entry/action.ts
const LINGER_MS$1 = 2e3;
async function action() {
	const { runAction } = await import("./action.js");
	const surroundings = ofThisProcess();
	process.exitCode = await runAction(surroundings);
	if (surroundings.signal.aborted) process.exit();
	setTimeout(() => process.exit(), LINGER_MS$1).unref();
}

// src/entry/cli.ts
const LINGER_MS = 2e3;
async function cli() {
	const { runCommandLine } = await import("./command-line.js");
	const surroundings = ofThisProcess();
	process.exitCode = await runCommandLine(process.argv.slice(2), surroundings);
	if (surroundings.signal.aborted) process.exit();
	setTimeout(() => process.exit(), LINGER_MS).unref();
}

// src/entry/post.ts
async function post() {
	const { runPost } = await import("./action.js");
	process.exitCode = await runPost(ofThisProcess());
}

export { action, cli, post };