import { setTimeout } from "node:timers/promises";

// src/platform/clock.ts
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

export { systemClock as t };