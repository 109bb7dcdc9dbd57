import { randomBytes } from "node:crypto";

// src/app/run/run-id.ts
function newRunId(clock) {
	return `${new Date(clock.wallMs()).toISOString().replaceAll(/[-:]|\..*/g, "").toLowerCase()}-${randomBytes(3).toString("hex")}`;
}

export { newRunId as t };