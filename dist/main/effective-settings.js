import { t as loadCatalog } from "./load.js";
import { t as canonicalize } from "./npm/canonicalize.js";

// src/yaml/phrase.ts
const MAX_SHOWN = 60;
const UNSHOWABLE = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function escapeUnshowable(text) {
	return text.replace(UNSHOWABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function quote(text) {
	return quoteUpTo(text, MAX_SHOWN);
}
function quoteUpTo(text, max) {
	const cut = text.length > max ? `${text.slice(0, max)}…` : text;
	return escapeUnshowable(JSON.stringify(cut));
}
function bare(text) {
	return bareUpTo(text, MAX_SHOWN);
}
function bareUpTo(text, max) {
	return quoteUpTo(text, max).slice(1, -1).replaceAll("\\\"", "\"").replaceAll("\\\\", "\\");
}
function showPath(path) {
	let text = "";
	for (const part of path) if (typeof part === "number") text += `[${part}]`;
	else if (/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/.test(part)) text += text === "" ? part : `.${part}`;
	else text += text === "" && path.length === 1 ? bare(part) : `[${quote(part)}]`;
	return `\`${text}\``;
}
function join(items, word) {
	const last = items.at(-1) ?? "";
	return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

// src/catalog/flag-names.ts
function variableOf(flag) {
	return `ETCD_${flag.toUpperCase().replaceAll("-", "_")}`;
}
function flagOfVariable(variable) {
	return variable.replace(/^ETCD_/, "").toLowerCase().replaceAll("_", "-");
}
function fileKeyOf(flag, catalog = loadCatalog()) {
	const key = catalog.flags.flags.find((each) => each.flag === flag)?.fileKey;
	if (key === null) return void 0;
	return (key ?? flag).split(".");
}
function flagOfFileKey(path, catalog = loadCatalog()) {
	const key = path.join(".").toLowerCase();
	return catalog.flags.flags.find((each) => each.fileKey === key)?.flag ?? key;
}
function isFileKey(path, catalog = loadCatalog()) {
	const key = path.join(".").toLowerCase();
	return catalog.flags.flags.map(({ flag }) => fileKeyOf(flag, catalog)?.join(".") ?? "").some((each) => each === key || each.startsWith(`${key}.`));
}

// src/catalog/flags.ts
function findFlag(flag, catalog = loadCatalog()) {
	return catalog.flags.flags.find((each) => each.flag === flag);
}
function whyOwned(name, catalog = loadCatalog()) {
	const owner = findFlag(name, catalog)?.owner ?? catalog.flags.groups.find(({ key }) => key === name)?.owner;
	return owner === void 0 ? void 0 : catalog.flags.owners[owner]?.why;
}

// src/catalog/setting-values.ts
const units = [
	["h", 3600000000000n],
	["m", 60000000000n],
	["s", 1000000000n],
	["ms", 1000000n],
	["us", 1000n],
	["ns", 1n]
];
function normalized(form, text) {
	switch (form) {
		case "number": return numberIn(text)?.toString() ?? text;
		case "boolean": return booleanIn(text)?.toString() ?? text;
		case "duration": {
			const nanoseconds = durationIn(text);
			return nanoseconds === void 0 ? text : durationText(nanoseconds);
		}
		case "list": return itemsOf(text).join(",");
		case "set": return [...new Set(itemsOf(text))].sort().join(",");
		case "text": return text;
	}
}
function normalizedFileValue(form, value) {
	if (form === "duration" && Number.isFinite(value)) return durationText(BigInt(Math.trunc(value)));
	if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return normalized(form, value.join(","));
	return typeof value === "object" ? canonicalize(value) ?? "" : normalized(form, String(value));
}
function typedForFile(form, text) {
	switch (form) {
		case "number": {
			const number = numberIn(text);
			return number === void 0 ? text : Number(number);
		}
		case "boolean": return booleanIn(text) ?? text;
		case "duration": {
			const nanoseconds = durationIn(text);
			return nanoseconds === void 0 ? text : Number(nanoseconds);
		}
		case "list": return itemsOf(text);
		case "set":
		case "text": return text;
	}
}
function itemsOf(text) {
	return text.split(",").map((item) => item.trim()).filter((item) => item !== "");
}
function booleanIn(text) {
	if (/^(1|t|T|true|TRUE|True)$/.test(text)) return true;
	return /^(0|f|F|false|FALSE|False)$/.test(text) ? false : void 0;
}
function numberIn(text) {
	const match = /^([+-]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.exec(text.replaceAll("_", ""));
	if (match === null) return void 0;
	const [, sign, digits = ""] = match;
	const magnitude = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
	return sign === "-" ? -magnitude : magnitude;
}
function durationIn(text) {
	if (text === "0") return 0n;
	if (!/^[+-]?(\d+(\.\d*)?(h|ms|m|s|us|µs|μs|ns))+$/.test(text)) return void 0;
	let sum = 0n;
	for (const [, whole = "", fraction = "", unit = ""] of text.matchAll(/(\d+)(?:\.(\d*))?(h|ms|m|s|us|µs|μs|ns)/g)) {
		const size = units.find(([name]) => name === unit.replace(/[µμ]/, "u"))?.[1] ?? 1n;
		sum += BigInt(whole) * size + BigInt(fraction === "" ? "0" : fraction) * size / 10n ** BigInt(fraction.length);
	}
	return text.startsWith("-") ? -sum : sum;
}
function durationText(nanoseconds) {
	if (nanoseconds === 0n) return "0";
	const [name, size] = units.find(([, each]) => nanoseconds % each === 0n) ?? ["ns", 1n];
	return `${nanoseconds / size}${name}`;
}

// src/plan/effective-settings.ts
function effectiveSettings(settings, catalog) {
	const shared = Object.entries(everySetting(settings, catalog)).filter(([flag]) => !isMembersOwn(flag, catalog));
	return Object.fromEntries(shared.map(([flag, value]) => [flag, withoutOwnParts(flag, value, catalog)]));
}
function ownSettings(settings, catalog) {
	const own = Object.entries(everySetting(settings, catalog)).filter(([flag]) => isMembersOwn(flag, catalog) || findFlag(flag, catalog)?.ownParts !== void 0);
	return Object.fromEntries(own);
}
function isMembersOwn(flag, catalog) {
	const [group = flag] = flag.split(".");
	return whyOwned(flag, catalog) !== void 0 || whyOwned(group, catalog) !== void 0 || findFlag(flag, catalog)?.names !== void 0;
}
function everySetting(settings, catalog) {
	const found = settings.configFile === void 0 ? byFlag(settings, catalog) : byFile(settings.configFile, catalog);
	return Object.fromEntries(found.sort(([a], [b]) => a < b ? -1 : 1));
}
function differencesBetween(holders, catalog) {
	const effective = holders.map(({ members, settings }) => ({
		members,
		has: effectiveSettings(settings, catalog)
	}));
	return [...new Set(effective.flatMap(({ has }) => Object.keys(has)))].sort().flatMap((flag) => {
		const values = /* @__PURE__ */ new Map();
		for (const { members, has } of effective) {
			const value = Object.hasOwn(has, flag) ? has[flag] : void 0;
			values.set(value, [...values.get(value) ?? [], ...members]);
		}
		return values.size === 1 ? [] : [{
			flag,
			values: [...values].map(([value, members]) => ({
				members,
				value
			}))
		}];
	});
}
function differenceWords({ flag, values }) {
	const words = values.map(({ members, value }) => {
		return `${value === void 0 ? "not set" : value === "" ? "empty" : bare(value)} on ${members.join(" and ")}`;
	});
	return `${bare(flag)} is ${words.join(", but ")}`;
}
function byFlag({ flags, environment }, catalog) {
	const set = Object.entries(environment).filter(([, value]) => value !== "");
	return [...new Map([...set.map(([variable, value]) => [flagOfVariable(variable), value]), ...Object.entries(flags)])].map(([flag, value]) => [flag, normalized(findFlag(flag, catalog)?.value ?? "text", value)]);
}
function byFile(file, catalog) {
	return leavesOf(file, []).flatMap(([path, value]) => {
		const flag = flagOfFileKey(path, catalog);
		if (fileKeyOf(flag, catalog)?.join(".") !== path.join(".")) return [];
		return [[flag, normalizedFileValue(findFlag(flag, catalog)?.value ?? "text", value)]];
	});
}
function leavesOf(group, path) {
	return Object.entries(group).flatMap(([key, value]) => {
		if (value === null || value === void 0) return [];
		const here = [...path, key];
		return typeof value === "object" && !Array.isArray(value) ? leavesOf(value, here) : [[here, value]];
	});
}
function withoutOwnParts(flag, value, catalog) {
	const own = findFlag(flag, catalog)?.ownParts;
	if (own === void 0) return value;
	const [kind = "", ...parts] = value.split(",");
	return [kind, ...parts.filter((part) => !own.includes(part.split("=")[0] ?? part)).sort()].join(",");
}

export { showPath as _, typedForFile as a, fileKeyOf as c, isFileKey as d, variableOf as f, quote as g, join as h, ownSettings as i, flagOfFileKey as l, bareUpTo as m, differencesBetween as n, findFlag as o, bare as p, effectiveSettings as r, whyOwned as s, differenceWords as t, flagOfVariable as u };