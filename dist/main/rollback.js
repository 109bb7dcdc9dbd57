import { n as continueRun } from "./interrupted-run.js";

// src/app/run/rollback.ts
function rollback(settings, surroundings) {
	return continueRun("rollback", settings, surroundings);
}

export { rollback };