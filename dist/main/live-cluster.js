import { o as lineOf, t as compareLines } from "./version.js";
import { t as EtcdMigrateError } from "./errors.js";
import { t as createMemberAccess } from "./member-access.js";
import { t as present } from "./present.js";
import { t as _usingCtx } from "./usingCtx.js";
import { resolve } from "node:path";
import { readFile } from "node:fs/promises";

// src/app/plan/endpoint-members.ts
function membersAt(endpoints) {
	return endpoints.map((url) => ({
		name: url,
		clientUrl: url,
		peerUrl: url
	}));
}
function peersListedBy(via, listed) {
	return listed.flatMap(({ name, peerUrls: [peerUrl] }) => peerUrl === void 0 ? [] : [{
		name,
		clientUrl: via.clientUrl,
		peerUrl
	}]);
}

// src/app/plan/every-voter.ts
function requireEveryVoter(listed, seen) {
	const voters = listed.filter(({ isLearner }) => !isLearner);
	const unseen = voters.filter(({ id }) => !seen.includes(id));
	if (unseen.length === 0) return;
	const names = unseen.map(({ id, name }) => name || id.toString(16)).join(", ");
	throw new EtcdMigrateError("connection-failed", `\`connection.endpoints\` reach ${voters.length - unseen.length} of the live cluster's ${voters.length} voting members: what ${names} run${unseen.length === 1 ? "s" : ""} is unknown.`, { hint: "Name an endpoint of each member in `connection.endpoints`." });
}
function downgradeJobBy(answers, members) {
	const said = answers.map((answer) => answer.status === "fulfilled" ? answer.value : null);
	if (said.includes(true)) return true;
	return said.length === members && said.every((each) => each === false) ? false : void 0;
}

// src/app/plan/login.ts
async function asksForLogin({ user, tls }, read) {
	if (user !== void 0) return true;
	if (tls?.certPem !== void 0) return void 0;
	try {
		await read();
		return false;
	} catch (error) {
		if (!(error instanceof EtcdMigrateError) || error.kind === "bug") throw error;
		return error.code === "connection-failed" ? true : void 0;
	}
}

// src/app/plan/live-cluster.ts
async function readLiveCluster(connection, surroundings, baseDir) {
	try {
		var _usingCtx$1 = _usingCtx();
		const credentials = await readCredentials(connection, surroundings, baseDir);
		const access = _usingCtx$1.a(createMemberAccess(credentials));
		const members = membersAt(connection.endpoints);
		const answers = await Promise.allSettled(members.map((member) => access.status(member, surroundings.signal)));
		surroundings.signal.throwIfAborted();
		const failed = answers.flatMap((answer, index) => answer.status === "rejected" ? [`${members[index]?.name}: ${answer.reason.message}`] : []);
		const [first] = members;
		if (failed.length > 0 || first === void 0) throw new EtcdMigrateError("connection-failed", `Not every endpoint of the live cluster answers:\n${failed.join("\n")}`);
		const releases = answers.flatMap((answer) => answer.status === "fulfilled" ? [answer.value.version] : []);
		const listed = await access.memberList(first, surroundings.signal);
		const seen = answers.flatMap((answer) => answer.status === "fulfilled" ? [answer.value.memberId] : []);
		requireEveryVoter(listed, seen);
		const supportsDowngrade = releases.some((release) => compareLines(lineOf(release), "3.5") >= 0);
		const peers = peersListedBy(first, listed);
		const jobs = supportsDowngrade ? await Promise.allSettled(peers.map((member) => access.downgradeEnabled(member, surroundings.signal))) : void 0;
		const downgradeJob = jobs === void 0 ? false : downgradeJobBy(jobs, listed.length);
		const auth = await asksForLogin(credentials, () => access.read(first, "serializable", surroundings.signal));
		surroundings.signal.throwIfAborted();
		return {
			releases,
			voters: listed.filter((member) => !member.isLearner).length,
			learners: listed.filter((member) => member.isLearner).length,
			...present({
				auth,
				downgradeJob
			}),
			tls: first.clientUrl.startsWith("https:")
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function readCredentials(connection, surroundings, baseDir) {
	const { tls, auth } = connection;
	const read = async (what, file, variable) => {
		if (file !== void 0) try {
			return await readFile(resolve(baseDir, file), "utf8");
		} catch (cause) {
			throw new EtcdMigrateError("connection-failed", `The ${what} cannot be read from ${file}.`, { cause });
		}
		if (variable === void 0) return void 0;
		const value = surroundings.environment[variable];
		if (value === void 0 || value === "") throw new EtcdMigrateError("connection-failed", `The ${what} should be in the environment variable ${variable}, which is empty.`);
		return value;
	};
	const caPem = await read("certificate authority", tls?.caFile, tls?.caEnv);
	const certPem = await read("client certificate", tls?.certFile, tls?.certEnv);
	const keyPem = await read("client key", tls?.keyFile, tls?.keyEnv);
	if (tls !== void 0 && caPem === void 0) throw new EtcdMigrateError("connection-failed", "connection.tls names no certificate authority (caFile or caEnv).");
	const password = await read("password", auth?.passwordFile, auth?.passwordEnv);
	for (const secret of [keyPem, password]) if (secret !== void 0) surroundings.redactor.add(secret);
	return {
		...present({ tls: caPem === void 0 ? void 0 : {
			caPem,
			...present({
				certPem,
				keyPem,
				serverName: tls?.serverName
			})
		} }),
		...auth === void 0 || password === void 0 ? {} : { user: {
			name: auth.username,
			password: password.replace(/\r?\n$/, "")
		} }
	};
}

export { readLiveCluster as n, membersAt as r, readCredentials as t };