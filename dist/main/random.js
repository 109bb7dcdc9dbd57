import { createHash } from "node:crypto";

// src/platform/random.ts
function createRandom(seed) {
	let state = seed >>> 0;
	const next = () => {
		state = state + 1831565813 >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ mixed >>> 15, mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
		return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
	};
	const int = (below) => Math.floor(next() * below);
	return {
		seed,
		next,
		int,
		pick: (items) => {
			if (items.length === 0) throw new RangeError("pick from an empty list");
			return items[int(items.length)];
		},
		fork: (label) => createRandom(createHash("sha256").update(`${seed}/${label}`).digest().readUInt32LE(0))
	};
}

export { createRandom as t };