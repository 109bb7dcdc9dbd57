// src/workload/history-writer.ts
const flushEveryMs = 100;
function bufferHistory({ segment, clock, write, bufferBytes }) {
	let lines = [];
	let bytes = 0;
	let takenCount = 0;
	let handedOver = 0;
	let failure;
	let writing;
	let ended = false;
	const take = (text) => {
		if (failure !== void 0 || ended) return;
		lines.push(text);
		bytes += text.length;
		takenCount += 1;
	};
	const record = (entry) => take(`${JSON.stringify(entry)}\n`);
	const writeBatch = async () => {
		const [batch, batchBytes, upTo] = [
			lines.join(""),
			bytes,
			takenCount
		];
		lines = [];
		try {
			await write(batch);
			handedOver = upTo;
		} catch (error) {
			failure = { error };
		}
		bytes -= batchBytes;
	};
	const flush = async () => {
		const upTo = takenCount;
		while (handedOver < upTo && failure === void 0) {
			writing ??= writeBatch().finally(() => {
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
			ended = true;
			await flush();
		}
	};
}

// src/judge/history.ts
const idsPerSegment = 1e9;
const lastWrites = 999999e3;

export { lastWrites as n, bufferHistory as r, idsPerSegment as t };