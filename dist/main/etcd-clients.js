import { t as runChecks } from "./run.js";
import { t as EtcdMigrateError } from "./errors.js";
import { t as present } from "./present.js";
import { t as failureTold } from "./messages.js";
import { fork } from "node:child_process";

// src/workload/own-process.ts
const answerWithinMs = 3e5;
const tickMs = 1e3;
const exitWithinMs = 5e3;
async function startWorkloadApart(program, options) {
	const { endpoints, credentials, settings, random, recorder, runOf, log, streams, compactEveryMs } = options;
	const child = fork(program, [runOf], {
		serialization: "advanced",
		detached: true,
		execArgv: [],
		stdio: [
			"ignore",
			"ignore",
			"pipe",
			"ipc"
		]
	});
	const calls = /* @__PURE__ */ new Map();
	let lastNumber = 0;
	let trouble;
	let isOver = false;
	let settle;
	const running = new Promise((resolve, reject) => {
		settle = {
			resolve,
			reject
		};
	});
	running.catch(() => void 0);
	const fail = (error) => {
		trouble ??= { error };
		settle.reject(error);
		for (const { reject } of calls.values()) reject(error);
		calls.clear();
	};
	const send = (message) => {
		if (child.connected) child.send(message, () => void 0);
	};
	const take = (message) => {
		switch (message.kind) {
			case "records":
				recorder.take(message.lines);
				recorder.ready().then(() => send({ kind: "taken" }), fail);
				return;
			case "log":
				log[message.level](message.message, message.fields);
				return;
			case "done":
				calls.get(message.number)?.resolve(message.result);
				calls.delete(message.number);
				return;
			case "failed":
				calls.get(message.number)?.reject(failureTold(message.failure));
				calls.delete(message.number);
				return;
		}
	};
	child.on("message", (message) => take(message));
	const ended = watchEnd(child, fail, () => isOver);
	const ask = (request) => {
		if (trouble !== void 0) return Promise.reject(trouble.error);
		lastNumber += 1;
		const number = lastNumber;
		let waitedMs = 0;
		const timer = setInterval(() => {
			waitedMs += tickMs;
			if (waitedMs > answerWithinMs) fail(tooLate(request.what));
		}, tickMs);
		const answer = new Promise((resolve, reject) => calls.set(number, {
			resolve,
			reject
		}));
		send({
			kind: "request",
			number,
			request
		});
		return answer.finally(() => clearInterval(timer));
	};
	const end = async () => {
		isOver = true;
		const timer = setTimeout(() => child.kill("SIGKILL"), exitWithinMs);
		if (child.connected) child.disconnect();
		await ended;
		clearTimeout(timer);
	};
	const abort = async () => {
		isOver = true;
		child.kill("SIGKILL");
		await ended;
	};
	let stopped;
	const stop = () => {
		stopped ??= ask({ what: "stop" }).then(() => settle.resolve());
		return stopped;
	};
	try {
		await ask({
			what: "start",
			endpoints,
			credentials,
			settings,
			streams,
			seed: random.seed,
			segment: recorder.segment,
			...present({ compactEveryMs })
		});
	} catch (error) {
		await abort();
		throw error;
	}
	return {
		totals: async () => {
			const { totals } = await ask({ what: "totals" });
			if (totals === void 0) throw new RangeError("the clients did not say how much they have done");
			return totals;
		},
		running,
		pauseStreams: async () => {
			await ask({ what: "pause-streams" });
		},
		resumeStreams: async () => {
			await ask({ what: "resume-streams" });
		},
		stop,
		abort,
		readBack: async (members) => {
			const { unread } = await ask({
				what: "read-back",
				members
			});
			if (unread === void 0) throw new RangeError("the clients did not say what could not be read back");
			return unread;
		},
		[Symbol.asyncDispose]: async () => {
			try {
				if (!isOver) await stop();
			} finally {
				await end();
			}
		}
	};
}
function watchEnd(child, fail, isAsked) {
	let said = "";
	child.stderr?.setEncoding("utf8").on("data", (text) => {
		said = (said + text).slice(-2e3);
	});
	return new Promise((resolve) => {
		child.on("error", (error) => {
			fail(ownProcessError(`could not be started: ${error.message}`, said));
			resolve();
		});
		child.once("exit", (code, signal) => {
			fail(ownProcessError(`has ended (${signal ?? `exit code ${code}`})${isAsked() ? "" : " without being asked to"}`, said));
			resolve();
		});
	});
}
function ownProcessError(what, said) {
	const last = said.trim() === "" ? "It printed nothing." : `It printed last: ${said.trim()}`;
	return new EtcdMigrateError("tool-failed", `The process of the rehearsal's clients ${what}. ${last}`, { hint: "Find out who or what has ended it (the kernel, for want of memory?), then run it again." });
}
function tooLate(what) {
	return new EtcdMigrateError("tool-failed", `The process of the rehearsal's clients did not answer within ${answerWithinMs / 1e3} s (${what}).`);
}

export { runChecks, startWorkloadApart };