import { t as present } from "./present.js";
import { n as continueRun } from "./interrupted-run.js";

// src/app/run/resume.ts
function resume(settings, surroundings, { acceptFound, takeOver }) {
	return continueRun("resume", settings, surroundings, present({
		acceptFound,
		takeOver
	}));
}

export { resume };