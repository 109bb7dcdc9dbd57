import { l as renderTree, r as planOnly } from "./needs.js";
import { n as systemClock } from "./clock.js";
import { n as sayJson } from "./envelope.js";
import { r as openTools } from "./run-directory.js";
import { t as makePlan } from "./plan-making.js";
import { t as _usingCtx } from "./usingCtx.js";

// src/app/plan/plan.ts
async function plan(settings, surroundings) {
	try {
		var _usingCtx$1 = _usingCtx();
		const tools = _usingCtx$1.u(openTools(settings, surroundings, systemClock));
		const made = await makePlan(settings, surroundings, tools);
		tools.progress.now("");
		if (settings.format === "json") {
			sayJson(planOnly(made), settings, surroundings);
			return 0;
		}
		const tree = renderTree(made.plan);
		const assumed = made.assumed.map((line) => `assumed: ${line}`);
		const findings = made.findings.map((finding) => `${finding.severity}: ${finding.message}`);
		const best = made.atBest === "pass" ? [] : [`verdict of its rehearsal: ${made.atBest} at best`];
		const notes = [
			...assumed,
			...findings,
			...best
		];
		const body = settings.format === "markdown" ? `\`\`\`text\n${tree}\n\`\`\`` : tree;
		surroundings.writeOut([
			...notes,
			...notes.length > 0 ? [""] : [],
			body,
			""
		].join("\n"));
		return 0;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}

export { plan };