import { t as EtcdMigrateError } from "./errors.js";

// src/workload/messages.ts
function toldFailure(error) {
	if (!(error instanceof EtcdMigrateError)) return { message: String(error instanceof Error ? error.stack : error) };
	const { message, code, hint, details } = error;
	return {
		message,
		known: {
			code,
			hint,
			details
		}
	};
}
function failureTold({ message, known }) {
	if (known === void 0) return new Error(message);
	return new EtcdMigrateError(known.code, message, {
		hint: known.hint,
		details: known.details
	});
}

export { toldFailure as n, failureTold as t };