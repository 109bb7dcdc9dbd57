import { n as continueRun } from "./interrupted-run.js";

// src/app/run/resume.ts
function resume(settings, surroundings) {
	return continueRun("resume", settings, surroundings);
}

export { resume };