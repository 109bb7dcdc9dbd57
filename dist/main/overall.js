import { r as failures } from "./errors.js";

// src/judge/overall.ts
const gravest = [
	"durability",
	"hash",
	"linearizability",
	"serializable-reads",
	"mutual-exclusion",
	"watch",
	"lease",
	"processes",
	"availability",
	"coverage",
	"assumptions"
];
const notAboutData = /* @__PURE__ */ new Set([
	"availability",
	"assumptions",
	"processes"
]);
function overallVerdict(evidence) {
	const failed = byGravity(evidence.judges.filter((judge) => judge.verdict === "fail"));
	const data = failed.find(({ judge }) => !notAboutData.has(judge));
	if (data) return fail(data.failureReason ?? "internal-error", data.summary);
	if (evidence.engine.outcome !== evidence.engine.wanted) {
		const { code = "internal-error", message } = evidence.engine;
		if (failures[code].kind === "environment") return {
			verdict: "error",
			failureReason: code,
			reason: message
		};
		if (failures[code].kind === "inconclusive") return doubt(code, message);
		return fail(code, message);
	}
	const wrong = evidence.checks.filter((check) => !check.ok);
	const [firstWrong] = wrong;
	if (firstWrong) {
		const more = wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : "";
		return fail("check-failed", `Check ${firstWrong.check} through ${firstWrong.member} in ${firstWrong.state}: expected ${firstWrong.expected}, saw ${sightOf(firstWrong)}${more}.`);
	}
	const [otherFailed] = failed;
	if (otherFailed) return fail(otherFailed.failureReason ?? "internal-error", otherFailed.summary);
	const blocking = evidence.findings.find((finding) => finding.severity === "error");
	if (blocking) return fail("finding-blocks", blocking.message);
	const missing = evidence.expectedJudges.filter((name) => !evidence.judges.some((judge) => judge.judge === name));
	if (missing.length > 0) return doubt("too-few-operations", `No verdict from: ${missing.join(", ")}.`);
	const [unobserved] = evidence.unobserved;
	if (unobserved !== void 0) return doubt("too-few-operations", `Not every planned state was observed: ${unobserved}${evidence.unobserved.length > 1 ? ` (and ${evidence.unobserved.length - 1} more)` : ""}.`);
	const [unsure] = byGravity(evidence.judges.filter((judge) => judge.verdict === "inconclusive"));
	if (unsure) return doubt(unsure.failureReason ?? "too-few-operations", unsure.summary);
	const notRehearsed = evidence.findings.find(({ id }) => id === "rule/not-rehearsed");
	if (notRehearsed) return doubt("capability-missing", notRehearsed.message);
	if (evidence.atBest !== "pass") return doubt("accepted-risk", "The manifest accepted a risk, so this is no proof.");
	return {
		verdict: "pass",
		failureReason: null,
		reason: "Every step, check and judge agrees."
	};
}
function sightOf({ seen, error }) {
	return error === void 0 ? seen : `${seen}: ${error}`;
}
function byGravity(judges) {
	const rank = (judge) => {
		const index = gravest.indexOf(judge.judge);
		return index === -1 ? gravest.length : index;
	};
	return [...judges].sort((a, b) => rank(a) - rank(b));
}
function fail(failureReason, reason) {
	return {
		verdict: "fail",
		failureReason,
		reason
	};
}
function doubt(failureReason, reason) {
	return {
		verdict: "inconclusive",
		failureReason,
		reason
	};
}
function exitCodeOfVerdict(verdict, failureReason) {
	if (verdict === "pass") return 0;
	if (verdict === "fail") return 1;
	if (verdict === "inconclusive") return 4;
	return failures[failureReason ?? "internal-error"].exitCode;
}

export { overallVerdict as n, exitCodeOfVerdict as t };