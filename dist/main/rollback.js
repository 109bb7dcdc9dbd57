import { t as present } from "./present.js";
import { n as continueRun } from "./interrupted-run.js";

// src/app/run/rollback.ts
function rollback(settings, surroundings, { acceptFound, takeOver }) {
	return continueRun("rollback", settings, surroundings, present({
		acceptFound,
		takeOver
	}));
}

export { rollback };