import { n as systemClock } from "./clock.js";
import { rt as lockDirectory, t as isOutputDirectory } from "./output-directory.js";
import { n as sayJson, t as done } from "./envelope.js";
import { n as runDirectory, r as openTools } from "./run-directory.js";
import { n as removeDeadRuns } from "./dead-runs.js";
import { t as takenOver } from "./take-over.js";
import { t as _usingCtx } from "./usingCtx.js";

// src/app/run/cleanup.ts
async function cleanup(settings, surroundings, { takeOver } = {}) {
	try {
		var _usingCtx$1 = _usingCtx();
		const tools = _usingCtx$1.u(openTools(settings, surroundings, systemClock));
		const directory = runDirectory(settings.outputDir);
		const ours = await isOutputDirectory(directory);
		const { removed, leftAlone } = ours ? await removeLocked() : {
			removed: [],
			leftAlone: []
		};
		const why = ours ? "" : ", which is not an output directory of etcd-migrate";
		const said = removed.length === 0 ? `nothing to remove in ${directory.path}${why}` : `${removed.length} removed`;
		tools.progress.line(said);
		const cleanup = {
			removed: [...removed],
			leftAlone: [...leftAlone]
		};
		sayJson({
			...done,
			mode: "cleanup",
			verdict: "pass",
			reason: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
			nextSteps: [],
			cleanup
		}, settings, surroundings);
		return 0;
		async function removeLocked() {
			try {
				var _usingCtx3 = _usingCtx();
				_usingCtx3.a(await lockDirectory(directory.path, "cleanup", takenOver(directory, takeOver, surroundings, tools)));
				return await removeDeadRuns(directory, surroundings, tools);
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}

export { cleanup };