import { t as EtcdMigrateError } from "./errors.js";
import { t as present } from "./present.js";

// src/etcd/errors.ts
const byMessage = [
	[/invalid auth token|revision of auth store is old/, "token-expired"],
	[/authentication is not enabled/, "auth-disabled"],
	[/authentication failed|permission denied|user name is empty|invalid auth management/, "denied"],
	[/required revision has been compacted/, "compacted"],
	[/required revision is a future revision/, "future-revision"],
	[/database space exceeded/, "no-space"],
	[/corrupt cluster|data inconsistency/, "corrupt"],
	[/etcdserver: leader changed/, "leader-changed"],
	[/etcdserver: no leader/, "no-leader"],
	[/etcdserver: not leader/, "not-leader"],
	[/etcdserver: not capable/, "not-capable"],
	[/etcdserver: too many requests/, "overloaded"],
	[/etcdserver: request timed out|timed out, waiting for the applied index/, "timeout"],
	[/requested lease not found|(user|role) name not found|member not found/, "not-found"],
	[/(user|role) name already exists|lease already exists/, "already-exists"],
	[/self-signed certificate|unable to verify|certificate has expired|Hostname\/IP does not match|ERR_TLS/, "denied"],
	[/bad certificate|certificate required|unknown ca|handshake failure/i, "denied"],
	[/server stopped|connect ECONN|ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Connection dropped/, "unreachable"]
];
const byCode = {
	1: "cancelled",
	4: "timeout",
	5: "not-found",
	6: "already-exists",
	7: "denied",
	8: "overloaded",
	12: "not-implemented",
	14: "unreachable",
	16: "denied"
};
function classifyEtcdError(error) {
	const message = wordsOf(error);
	for (const [pattern, found] of byMessage) if (pattern.test(message)) return found;
	const code = error.code ?? Number(/(?:^|: )(\d{1,2}) [A-Z_]+: /.exec(message)?.[1]);
	return (typeof code === "number" ? byCode[code] : void 0) ?? "refused";
}
const failureCodes = {
	unreachable: "member-lost",
	timeout: "member-lost",
	cancelled: "member-lost",
	"no-leader": "member-lost",
	"leader-changed": "member-lost",
	overloaded: "member-lost",
	denied: "connection-failed",
	"token-expired": "connection-failed",
	"auth-disabled": "connection-failed"
};
function etcdCallError(what, error) {
	if (error instanceof EtcdMigrateError) return error;
	const found = classifyEtcdError(error);
	const words = wordsOf(error);
	const hint = hints[found];
	return new EtcdMigrateError(failureCodes[found] ?? "etcd-refused", `${what}: ${words}`, {
		cause: error,
		details: { class: found },
		...present({ hint })
	});
}
var Refusal = class {
	words;
	class;
	constructor(words, found) {
		this.words = words;
		this.class = found;
	}
};
async function answerTo(question) {
	try {
		return await question;
	} catch (error) {
		const found = error instanceof EtcdMigrateError ? error.details["class"] : void 0;
		const { message } = error;
		if (found === void 0 || failureCodes[found] === failureCodes.unreachable) throw error;
		if (found === "refused" && !message.includes("etcdserver:")) throw error;
		return new Refusal(message, found);
	}
}
const hints = { "auth-disabled": "A user is configured but the cluster has authentication turned off: remove the user, or turn authentication on." };
function wordsOf(error) {
	const { details, message } = error;
	const words = typeof details === "string" && details !== "" ? details : message;
	return (typeof words === "string" ? words : String(error)).replace(/ *Resolution note: *$/, "").replace(/\s+/g, " ").trim();
}

export { etcdCallError as i, answerTo as n, classifyEtcdError as r, Refusal as t };