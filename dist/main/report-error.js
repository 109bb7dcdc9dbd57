import { r as __exportAll } from "./rolldown-runtime.js";
import { n as exitCodeOf, t as EtcdMigrateError } from "./errors.js";
import { n as sayJson, r as tool } from "./envelope.js";

// src/app/shell/report-error.ts
var report_error_exports = /* @__PURE__ */ __exportAll({ reportError: () => reportError });
function errorReport(error, mode) {
	const findings = error.details["findings"] ?? [];
	return {
		schemaVersion: 1,
		tool,
		mode,
		verdict: "error",
		failureReason: error.code,
		reason: error.message,
		nextSteps: [error.hint],
		...findings.length === 0 ? {} : { findings: [...findings] }
	};
}
function asKnownError(error) {
	if (error instanceof EtcdMigrateError) return error;
	const text = error instanceof Error ? error.stack ?? error.message : String(error);
	return new EtcdMigrateError("internal-error", `A bug in etcd-migrate: ${text}`, { cause: error });
}
function reportError(error, mode, settings, surroundings) {
	const known = asKnownError(error);
	const { redactor } = surroundings;
	surroundings.errorStream.write(redactor.text(`\netcd-migrate ${mode}: ${known.code}\n${known.message}\n\nNext: ${known.hint}\n`));
	sayJson(errorReport(known, mode), settings, surroundings);
	return exitCodeOf(known.code);
}

export { errorReport as n, report_error_exports as r, asKnownError as t };