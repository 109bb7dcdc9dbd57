import { n as exitCodeOf, r as failures, t as EtcdMigrateError } from "./errors.js";
import { join } from "node:path";
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
		insideActions: process.env.GITHUB_ACTIONS === "true",
		clientsProgram: join(import.meta.dirname, "../clients/index.js")
	};
}

// src/entry/unfinished.ts
const code = "internal-error";
function failUntilDone() {
	process.exitCode = exitCodeOf(code);
	const unfinished = () => {
		process.stderr.write(`\netcd-migrate: ${code}\nThe process has nothing left to wait for, and its work is not done.\nNext: ${failures[code].hint}\n`);
		process.exit(exitCodeOf(code));
	};
	process.once("beforeExit", unfinished);
	return (exitCode) => {
		process.off("beforeExit", unfinished);
		process.exitCode = exitCode;
	};
}

// src/entry/action.ts
const LINGER_MS$1 = 2e3;
async function action() {
	const done = failUntilDone();
	const { runAction } = await import("./action.js");
	const surroundings = ofThisProcess();
	done(await runAction(surroundings));
	if (surroundings.signal.aborted) process.exit();
	setTimeout(() => process.exit(), LINGER_MS$1).unref();
}

// src/entry/cli.ts
const LINGER_MS = 2e3;
async function cli() {
	const done = failUntilDone();
	const { runCommandLine } = await import("./command-line.js");
	const surroundings = ofThisProcess();
	done(await runCommandLine(process.argv.slice(2), surroundings));
	if (surroundings.signal.aborted) process.exit();
	setTimeout(() => process.exit(), LINGER_MS).unref();
}

// src/entry/clients.ts
async function clients() {
	if (process.send === void 0) {
		process.stderr.write("This program is started by etcd-migrate, for the clients of a rehearsal; see README.md.\n");
		process.exitCode = exitCodeOf("usage");
		return;
	}
	for (const signal of [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) process.on(signal, () => void 0);
	process.on("disconnect", () => process.exit());
	const early = [];
	let take = (message) => void early.push(message);
	process.on("message", (message) => take(message));
	const [{ serveWorkload }, { systemClock }] = await Promise.all([import("./serving.js"), import("./clock.js").then((n) => n.t)]);
	serveWorkload({
		send: (message) => void process.send?.(message, void 0, void 0, () => void 0),
		receive: (receiver) => {
			take = receiver;
			for (const message of early.splice(0)) take(message);
		}
	}, systemClock);
}

// src/entry/post.ts
async function post() {
	const done = failUntilDone();
	const { runPost } = await import("./action.js");
	done(await runPost(ofThisProcess()));
}

export { action, cli, clients, post };