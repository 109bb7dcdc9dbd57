// src/report/escape.ts
const UNSAFE = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
const BREAK = "​";
function plainLine(text) {
	return visible(text.replace(/\r\n|[\r\n]/g, " ").replace(/\t/g, " "));
}
function plainLines(text) {
	return text.split(/\r\n|\r|\n/).map((line) => visible(line.replace(/\t/g, "  ")));
}
function visible(text) {
	return text.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
function markdownText(text) {
	return plainLine(text).replace(/@(?=\S)/g, `@${BREAK}`).replace(/(#|GH-)(?=\d)/gi, `$1${BREAK}`).replace(/:(?=\/\/)/g, `:${BREAK}`).replace(/www(?=\.)/gi, `$&${BREAK}`).replace(/(mailto|xmpp)(?=:)/gi, `$&${BREAK}`).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\\/g, "&#92;").replace(/\|/g, "&#124;").replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "&#95;").replace(/[`*[\]~$]/g, "\\$&").replace(/^\s+/, "").replace(/^[#+-]/, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}
function markdownProse(text) {
	const prose = plainLine(text).split(/`([^`]+)`/).map((part, index) => {
		if (index % 2 === 1) return markdownCode(part);
		const shown = markdownText(part);
		return index > 0 && /^\s/.test(part) ? ` ${shown}` : shown;
	}).join("").trim();
	return prose === "" ? "–" : prose;
}
function inertLine(line) {
	return line.replace(/^(\s*)::/, `$1${BREAK}::`).replace(/##(?=\[)/g, `##${BREAK}`);
}
function markdownCode(text) {
	const line = plainLine(text).trim();
	if (line === "") return "–";
	return /[`|\\]/.test(line) ? `<code>${markdownText(line)}</code>` : `\`${line}\``;
}
function markdownBlock(lines, language = "text") {
	const body = lines.flatMap(plainLines);
	const longest = Math.max(2, ...body.map((line) => Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))));
	const fence = "`".repeat(longest + 1);
	return [
		`${fence}${language}`,
		...body,
		fence
	].join("\n");
}
function markdownLink(address) {
	return /^https:\/\/[\w.-]+(?:\/[\w./#?=&%~+-]*)?$/.test(address) ? `<${address}>` : markdownText(address);
}
function xmlText(text) {
	return plainLines(text).join("\n");
}
function cut(text, limit) {
	if (text.length <= limit) return text;
	const end = limit - 1;
	const code = text.charCodeAt(end - 1);
	return `${text.slice(0, code >= 55296 && code <= 56319 ? end - 1 : end)}…`;
}

export { markdownLink as a, plainLine as c, markdownCode as i, plainLines as l, inertLine as n, markdownProse as o, markdownBlock as r, markdownText as s, cut as t, xmlText as u };