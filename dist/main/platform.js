import { t as EtcdMigrateError } from "./errors.js";

// src/releases/platform.ts
const systems = {
	linux: "linux",
	darwin: "darwin",
	win32: "windows"
};
const processors = {
	x64: "amd64",
	arm64: "arm64",
	ppc64: "ppc64le",
	s390x: "s390x"
};
function thisPlatform(node = process) {
	const [os, arch] = [systems[node.platform], processors[node.arch]];
	if (os === void 0 || arch === void 0) throw new EtcdMigrateError("release-unobtainable", `etcd has no releases for ${node.platform} on ${node.arch}; nothing was run.`, { hint: "Run etcd-migrate on Linux, macOS or Windows on a processor that etcd is published for." });
	return {
		os,
		arch
	};
}
const platformName = (platform) => `${platform.os}-${platform.arch}`;
const toolFile = (tool, platform) => platform.os === "windows" ? `${tool}.exe` : tool;

export { thisPlatform as n, toolFile as r, platformName as t };