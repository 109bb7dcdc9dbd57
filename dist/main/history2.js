// src/workload/history-writer.ts
const flushEveryMs = 100;
function bufferHistory({ segment, clock, write, bufferBytes }) {
	let lines = [];
	let bytes = 0;
	let failure;
	let writing;
	let ended = false;
	const take = (text) => {
		if (failure !== void 0 || ended) return;
		lines.push(text);
		bytes += text.length;
	};
	const record = (entry) => take(`${JSON.stringify(entry)}\n`);
	const writeAll = async () => {
		while (lines.length > 0 && failure === void 0) {
			const batch = lines.join("");
			const batchBytes = bytes;
			lines = [];
			try {
				await write(batch);
			} catch (error) {
				failure = { error };
			}
			bytes -= batchBytes;
		}
	};
	const flush = async () => {
		while ((lines.length > 0 || writing !== void 0) && failure === void 0) {
			writing ??= writeAll().finally(() => {
				writing = void 0;
			});
			await writing;
		}
		if (failure !== void 0) throw failure.error;
	};
	const timer = setInterval(() => void flush().catch(() => void 0), flushEveryMs);
	timer.unref();
	return {
		segment,
		record,
		take,
		mark: (event, facts = {}) => {
			record({
				k: "mark",
				at: clock.monotonicUs(),
				event,
				...facts
			});
			return flush();
		},
		ready: async () => {
			if (failure !== void 0) throw failure.error;
			while (bytes > bufferBytes) await flush();
		},
		flush,
		get bufferedBytes() {
			return bytes;
		},
		end: async () => {
			clearInterval(timer);
			try {
				await flush();
			} finally {
				ended = true;
			}
		}
	};
}

// src/judge/history.ts
const idsPerSegment = 1e9;
const lastWrites = 999999e3;

export { lastWrites as n, bufferHistory as r, idsPerSegment as t };