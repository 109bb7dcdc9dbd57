import { t as EtcdMigrateError } from "./errors.js";
import { _ as string, f as number, p as object } from "./npm/zod.js";
import { c as run } from "./plan-schema.js";
import { readFile } from "node:fs/promises";

// src/platform/process-identity.ts
const processIdentity = object({
	pid: number().int().positive(),
	bootId: string().min(1),
	startTime: string()
});
async function startTimeOf(pid) {
	if (process.platform === "linux") try {
		const stat = await readFile(`/proc/${pid}/stat`, "utf8");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return fields[0] === "Z" || fields[0] === "X" ? null : fields[19] ?? null;
	} catch (error) {
		const code = error.code;
		if (code === "ENOENT" || code === "ESRCH") return null;
		throw error;
	}
	const { exitCode, stdout } = await run("ps", [
		"-o",
		"lstart=",
		"-p",
		String(pid)
	], { timeoutMs: 5e3 });
	return exitCode === 0 && stdout.trim() !== "" ? stdout.trim().replaceAll(/\s+/g, " ") : null;
}
let thisBoot;
function bootId() {
	thisBoot ??= readBootId();
	return thisBoot;
}
async function readBootId() {
	if (process.platform === "linux") return (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
	for (const name of ["kern.bootsessionuuid", "kern.boot_id"]) {
		const { exitCode, stdout } = await run("sysctl", ["-n", name], { timeoutMs: 5e3 });
		if (exitCode === 0 && stdout.trim() !== "") return stdout.trim();
	}
	throw new EtcdMigrateError("internal-error", "This system does not tell one boot from the next.");
}
async function identify(pid) {
	const startTime = await startTimeOf(pid);
	return startTime === null ? null : {
		pid,
		bootId: await bootId(),
		startTime
	};
}
async function isAlive(process) {
	if (process.bootId !== await bootId()) return false;
	return await startTimeOf(process.pid) === process.startTime;
}
function sameProcess(left, right) {
	return left.pid === right.pid && left.bootId === right.bootId && left.startTime === right.startTime;
}
function identityLine({ pid, bootId, startTime }) {
	return `${pid} ${bootId} ${startTime}`;
}
function parseIdentityLine(text) {
	const match = /^(\d+) (\S+)(?: (.*))?$/.exec(text.trim());
	const parsed = processIdentity.safeParse({
		pid: Number(match?.[1]),
		bootId: match?.[2],
		startTime: match?.[3] ?? ""
	});
	return parsed.success ? parsed.data : null;
}

// src/platform/self.ts
async function identifySelf() {
	const self = await identify(process.pid);
	if (self === null) throw new EtcdMigrateError("internal-error", "This process cannot find its own start time.");
	return self;
}

export { isAlive as a, sameProcess as c, identityLine as i, bootId as n, parseIdentityLine as o, identify as r, processIdentity as s, identifySelf as t };