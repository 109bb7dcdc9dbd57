import { r as __exportAll } from "./rolldown-runtime.js";
import { setTimeout } from "node:timers/promises";

// src/platform/clock.ts
var clock_exports = /* @__PURE__ */ __exportAll({ systemClock: () => systemClock });
const systemClock = {
	wallMs: () => Date.now(),
	monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
	sleep: async (ms, signal) => {
		try {
			await setTimeout(ms, void 0, signal ? { signal } : {});
		} catch (error) {
			throw signal?.aborted ? signal.reason : error;
		}
	}
};

export { systemClock as n, clock_exports as t };