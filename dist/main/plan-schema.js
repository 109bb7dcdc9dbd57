import { t as EtcdMigrateError } from "./errors.js";
import { t as canonicalize } from "./npm/canonicalize.js";
import { t as present } from "./present.js";
import { _ as string, b as unknown, c as discriminatedUnion, f as number, g as strictObject, h as record, i as _enum, l as int, o as array, u as literal } from "./npm/zod.js";
import { r as effectiveSettings } from "./effective-settings.js";
import { t as loadCatalog } from "./load.js";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { execFileSync } from "node:child_process";

// src/platform/process-tree.ts
function descendantsOf(pid) {
	const pairs = process.platform === "linux" ? fromProc() : fromPs();
	const family = [pid];
	for (const member of family) for (const [child, parent] of pairs) if (parent === member && !family.includes(child)) family.push(child);
	return family.slice(1);
}
function fromProc() {
	return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
		try {
			const stat = readFileSync(`/proc/${name}/stat`, "utf8");
			return [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])]];
		} catch {
			return [];
		}
	});
}
function fromPs() {
	return execFileSync("ps", [
		"-A",
		"-o",
		"pid=,ppid="
	], {
		encoding: "utf8",
		timeout: 2e3
	}).split("\n").flatMap((line) => {
		const [pid, parent] = line.trim().split(/\s+/).map(Number);
		return pid !== void 0 && parent !== void 0 ? [[pid, parent]] : [];
	});
}

// src/platform/kill-tree.ts
function killTree(pid) {
	const family = /* @__PURE__ */ new Set([pid]);
	try {
		for (const member of family) {
			signalIfAlive(member, "SIGSTOP");
			for (const each of descendantsOf(member)) family.add(each);
		}
	} catch {}
	for (const member of family) signalIfAlive(member, "SIGKILL");
}
function signalIfAlive(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch (error) {
		if (!["ESRCH", "EPERM"].includes(error.code ?? "")) throw error;
	}
}

// src/platform/exec.ts
const SHELL = "/bin/sh";
const SAY_PID_THEN_BECOME = "if command -v \"$1\" >/dev/null; then echo \"$$ found\"; else echo \"$$ missing\"; fi; shift; exec \"$@\" </dev/null";
const MOST_OUTPUT_MIB = {
	stream: 256,
	line: 16
};
async function run(command, args, options) {
	const { getExecOutput } = await import("./npm/actions-core.js").then((n) => n.p);
	options.signal?.throwIfAborted();
	let pid = 0;
	let found = false;
	const stop = new AbortController();
	const timer = setTimeout(() => {
		stop.abort(new EtcdMigrateError("tool-failed", `${command} did not end within ${options.timeoutMs / 1e3} s and was killed`));
	}, options.timeoutMs);
	const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
	const kill = () => {
		if (pid > 0) killTree(pid);
	};
	signal.addEventListener("abort", kill, { once: true });
	const bounded = () => {
		const printed = {
			stream: 0,
			line: 0
		};
		return (data) => {
			printed.stream += data.length;
			printed.line = data.includes(10) ? 0 : printed.line + data.length;
			for (const what of ["stream", "line"]) {
				const most = MOST_OUTPUT_MIB[what];
				if (printed[what] < most * 2 ** 20) continue;
				stop.abort(new EtcdMigrateError("tool-failed", `${command} printed ${most} MiB in one ${what} and was killed`));
			}
		};
	};
	try {
		const output = await getExecOutput(SHELL, [
			"-c",
			SAY_PID_THEN_BECOME,
			"sh",
			command,
			...options.by ?? [],
			command,
			...args
		], {
			...present({ cwd: options.cwd }),
			...present({ env: options.env === void 0 ? void 0 : { ...options.env } }),
			silent: true,
			ignoreReturnCode: true,
			listeners: {
				stdline: (line) => {
					if (pid > 0) {
						options.onLine?.(line);
						return;
					}
					const [number, state] = line.split(" ");
					pid = Number(number);
					found = state === "found";
					if (signal.aborted) kill();
				},
				errline: (line) => options.onLine?.(line),
				stdout: bounded(),
				stderr: bounded()
			}
		});
		signal.throwIfAborted();
		const stdout = output.stdout.slice(output.stdout.indexOf("\n") + 1);
		if ((output.exitCode === 127 || output.exitCode === 126) && !(options.anyExitCode && found)) throw new EtcdMigrateError("tool-failed", `${command} could not be run: ${output.stderr.trim() || "not found"}`);
		return {
			exitCode: output.exitCode,
			stdout,
			stderr: output.stderr
		};
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof EtcdMigrateError) throw error;
		throw new EtcdMigrateError("tool-failed", `${command} could not be run: ${error.message}`, { cause: error });
	} finally {
		clearTimeout(timer);
		signal.removeEventListener("abort", kill);
	}
}

// src/plan/digest.ts
function digestOf(upgrade) {
	return digestOfJson(metBy(upgrade));
}
function digestOfJson(value) {
	const canonical = canonicalize(JSON.parse(JSON.stringify(value)));
	if (canonical === void 0) throw new TypeError("what is digested is always representable as JSON");
	return `sha256:${createHash("sha256").update(canonical).digest("hex")}`;
}
function metBy(upgrade) {
	const { catalogVersion, voters, settings, hops, ...left } = upgrade;
	nothing(left);
	return {
		catalogVersion,
		voters,
		settings,
		hops: hops.map(metByHop)
	};
}
function metByHop(hop) {
	const { id, kind, from, to, reason: _words, steps, ...left } = hop;
	nothing(left);
	return {
		id,
		kind,
		from,
		to,
		steps: steps.map(metByPlanned)
	};
}
function metByPlanned(planned) {
	const { id, step, ...left } = planned;
	nothing(left);
	return {
		id,
		...metByStep(step)
	};
}
function metByStep(step) {
	switch (step.kind) {
		case "verify": {
			const { kind, title: _words, gates, ...left } = step;
			nothing(left);
			return {
				kind,
				gates: gates.map(gateName)
			};
		}
		case "stage": {
			const { kind, release, ...left } = step;
			nothing(left);
			return {
				kind,
				release
			};
		}
		case "switch-member": {
			const { kind, purpose, ordinal, to, gates, ...left } = step;
			nothing(left);
			return {
				kind,
				purpose,
				ordinal,
				to: metByDeployment(to),
				gates: gates.map(gateName)
			};
		}
		case "renew-raft-snapshots": {
			const { kind, reason: _words, snapshotCount, timeoutMs: _pace, ...left } = step;
			nothing(left);
			return {
				kind,
				snapshotCount
			};
		}
		case "hold": {
			const { kind, soakMs: _pace, gates, ...left } = step;
			nothing(left);
			return {
				kind,
				gates: gates.map(gateName)
			};
		}
		case "wait-cluster-version": {
			const { kind, line, timeoutMs: _pace, ...left } = step;
			nothing(left);
			return {
				kind,
				line
			};
		}
		case "observe": {
			const { kind, state, dwellMs: _pace, writes = null, ...left } = step;
			nothing(left);
			const { phase, from, to, upgraded, voters, leads = null, ...leftOfState } = state;
			nothing(leftOfState);
			return {
				kind,
				state: {
					phase,
					from,
					to,
					upgraded,
					voters,
					leads
				},
				writes
			};
		}
		case "lead": {
			const { kind, release, timeoutMs: _pace, ...left } = step;
			nothing(left);
			return {
				kind,
				release
			};
		}
		case "kill-member": {
			const { kind, select, gates, ...left } = step;
			nothing(left);
			return {
				kind,
				select,
				gates: gates.map(gateName)
			};
		}
	}
}
function metByDeployment(deployment) {
	const { release, overrides, ...left } = deployment;
	nothing(left);
	return {
		release,
		overrides
	};
}
function gateName(gate) {
	const { name, timeoutMs: _pace, ...left } = gate;
	nothing(left);
	return name;
}
function nothing(_left) {}

// src/plan/gates.ts
const gates = {
	"members-healthy": {
		scope: "cluster",
		asks: "every member answers Status, a serializable and a linearizable read, and none lags"
	},
	"quorum-margin": {
		scope: "cluster",
		asks: "the cluster keeps its quorum with one more member down"
	},
	"versions-uniform": {
		scope: "cluster",
		asks: "every member runs the source release; after the last switch of a hop, the target"
	},
	"settings-as-planned": {
		scope: "cluster",
		asks: "every member runs with the settings of the plan, and no others"
	},
	"no-alarm": {
		scope: "cluster",
		asks: "no member has an alarm"
	},
	"no-downgrade-job": {
		scope: "cluster",
		asks: "no member has a downgrade job enabled (K5)"
	},
	"hash-equal": {
		scope: "cluster",
		asks: "HashKV is equal on all members at one pinned revision"
	},
	"members-bucket-clean": {
		scope: "cluster",
		asks: "every member stores exactly the listed members, none as learner, none as removed (K6, K7, K29)"
	},
	"members-write": {
		scope: "cluster",
		asks: "a write through every member, which has then applied one (K29)"
	},
	"disk-space": {
		scope: "cluster",
		asks: "every member has room for a second copy of its database and for its next WAL segment"
	},
	"no-learner": {
		scope: "cluster",
		asks: "the cluster has no learner"
	},
	"member-running": {
		scope: "member",
		asks: "the member answers Status on its own endpoint with the wanted release, and runs with the settings of the plan and of the step, and no others"
	},
	"raft-caught-up": {
		scope: "member",
		asks: "the member has applied what the leader had committed when the gate began"
	},
	"member-reads": {
		scope: "member",
		asks: "a serializable and a linearizable read through the member"
	},
	"member-writes": {
		scope: "member",
		asks: "a write through the member"
	}
};

// src/plan/plan-schema.ts
const id = string().min(1);
const line = string().regex(/^\d+\.\d+$/, "no line such as 3.5");
const release = string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, "no exact release such as 3.5.33");
const whole = int().nonnegative();
const counted = int().positive();
const ms = number().nonnegative();
const etcdSettingsSchema = strictObject({
	flags: record(string(), string()),
	environment: record(string(), string()),
	configFile: record(string(), unknown()).exactOptional()
});
const clusterSettingsSchema = strictObject({
	shared: etcdSettingsSchema,
	own: record(string(), etcdSettingsSchema)
});
const deploymentSchema = strictObject({
	release,
	overrides: record(string(), string())
});
const gateList = array(strictObject({
	name: _enum(Object.keys(gates)),
	timeoutMs: ms
}));
const clusterState = strictObject({
	phase: _enum([
		"source",
		"mixed",
		"hold",
		"target"
	]),
	from: release,
	to: release,
	upgraded: whole,
	voters: counted,
	leads: release.exactOptional()
});
const stepSchema = discriminatedUnion("kind", [
	strictObject({
		kind: literal("verify"),
		title: string(),
		gates: gateList
	}),
	strictObject({
		kind: literal("stage"),
		release
	}),
	strictObject({
		kind: literal("switch-member"),
		purpose: _enum([
			"upgrade",
			"prepare",
			"roll-back",
			"disturb"
		]),
		ordinal: counted,
		to: deploymentSchema,
		gates: gateList
	}),
	strictObject({
		kind: literal("renew-raft-snapshots"),
		reason: _enum(["K21", "K22"]),
		snapshotCount: counted,
		timeoutMs: ms
	}),
	strictObject({
		kind: literal("hold"),
		soakMs: ms,
		gates: gateList
	}),
	strictObject({
		kind: literal("wait-cluster-version"),
		line,
		timeoutMs: ms
	}),
	strictObject({
		kind: literal("observe"),
		state: clusterState,
		dwellMs: ms,
		writes: counted.exactOptional()
	}),
	strictObject({
		kind: literal("lead"),
		release,
		timeoutMs: ms
	}),
	strictObject({
		kind: literal("kill-member"),
		select: _enum(["leader", "follower"]),
		gates: gateList
	})
]);
const steps = array(strictObject({
	id,
	step: stepSchema
})).min(1);
const planSchema = strictObject({
	schemaVersion: literal(2),
	upgrade: strictObject({
		catalogVersion: string(),
		voters: counted,
		settings: record(string(), string()),
		hops: array(strictObject({
			id,
			kind: _enum(["minor", "patch"]),
			from: release,
			to: release,
			reason: string(),
			steps
		})).min(1)
	}),
	channels: clusterSettingsSchema,
	legs: array(strictObject({
		id,
		title: string(),
		after: id,
		steps
	})),
	digest: string()
});
function contradictionIn(plan) {
	const found = digestOf(plan.upgrade);
	if (found !== plan.digest) return `it is labelled ${plan.digest}, but its content gives ${found}`;
	const different = differentChannels(plan);
	if (different !== void 0) return different;
	const upgradeIds = plan.upgrade.hops.flatMap((hop) => hop.steps.map((planned) => planned.id));
	const ids = [...upgradeIds, ...plan.legs.flatMap((leg) => leg.steps.map((planned) => planned.id))];
	const twice = ids.find((each, index) => ids.indexOf(each) !== index);
	if (twice !== void 0) return `it has two steps ${twice}`;
	const lost = plan.legs.find(({ after }) => !upgradeIds.includes(after));
	if (lost !== void 0) return `its leg ${lost.id} follows step ${lost.after}, which it does not have`;
}
function differentChannels({ upgrade, channels }) {
	const catalog = loadCatalog();
	if (upgrade.catalogVersion !== catalog.catalogVersion) return void 0;
	return [channels.shared, ...Object.values(channels.own)].some((settings) => canonicalize(effectiveSettings(settings, catalog)) !== canonicalize(upgrade.settings)) ? "its members are given other settings than it says" : void 0;
}

export { gates as a, run as c, planSchema as i, killTree as l, contradictionIn as n, digestOf as o, deploymentSchema as r, digestOfJson as s, clusterSettingsSchema as t };