import { t as _usingCtx } from "./usingCtx.js";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

// src/platform/digest.ts
const chunkBytes = 1 << 20;
async function sha256OfFile(path, signal) {
	try {
		var _usingCtx$1 = _usingCtx();
		const hash = createHash("sha256");
		const chunk = Buffer.allocUnsafe(chunkBytes);
		const file = _usingCtx$1.a(await open(path));
		for (;;) {
			signal?.throwIfAborted();
			const { bytesRead } = await file.read(chunk, 0, chunkBytes);
			if (bytesRead === 0) return hash.digest("hex");
			hash.update(chunk.subarray(0, bytesRead));
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}

export { sha256OfFile as t };