import { t as EtcdMigrateError } from "./errors.js";
import { t as present } from "./present.js";
import { d as findingTable, l as byPlace, n as findLine } from "./lookups.js";
import { S as toJSONSchema } from "./npm/zod.js";
import { _ as lineOrRelease, b as pathError, g as lineOf, h as exactRelease, m as compareWritten, p as staysInside, v as readVersion, x as readFileBounded } from "./own-places.js";
import { t as proofHistoryName } from "./run-directory.js";
import { _ as showPath, c as fileKeyOf, d as isFileKey, f as variableOf, g as quote, h as join$1, l as flagOfFileKey, m as bareUpTo, n as differencesBetween, p as bare, s as whyOwned, t as differenceWords, u as flagOfVariable } from "./effective-settings.js";
import { c as Manifest, d as powers, f as defaults, l as ManifestOfBackups, p as sources } from "./version.js";
import { t as loadCatalog } from "./load.js";
import { t as require_dist } from "./npm/yaml.js";
import { t as require_fastest_levenshtein } from "./npm/fastest-levenshtein.js";
import { n as memberNamesOf, t as holdersOf } from "./channels.js";
import { dirname, join, relative, resolve } from "node:path";

// src/backup/json-file.ts
async function readSmallFile(path, mostBytes, invalid) {
	try {
		return Buffer.from(await readFileBounded(path, mostBytes)).toString();
	} catch (error) {
		const { code, message } = error;
		if (code === "ENOENT") return void 0;
		if (code === void 0) throw invalid(`is none: ${message}`);
		throw pathError(error, "Reading", path);
	}
}
async function readJsonFile(path, mostBytes, invalid) {
	const text = await readSmallFile(path, mostBytes, invalid);
	if (text === void 0) return void 0;
	try {
		return JSON.parse(text);
	} catch {
		throw invalid("is no JSON");
	}
}
function shapedAs(shape, json, invalid) {
	const parsed = shape.safeParse(json);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw invalid(`is damaged: ${issue?.path.join(".") || "the whole"}: ${issue?.message}`);
}

// src/manifest/expectation.ts
let cached;
function manifestJsonSchema() {
	cached ??= toJSONSchema(Manifest, {
		io: "input",
		target: "draft-2020-12"
	});
	return cached;
}
function schemaAt(path, from = manifestJsonSchema()) {
	const [part, ...rest] = path;
	if (part === void 0) return from;
	for (const branch of from.anyOf ?? [from]) {
		const next = child(branch, part);
		const found = next === void 0 ? void 0 : schemaAt(rest, next);
		if (found !== void 0) return found;
	}
}
function child(schema, part) {
	if (typeof part === "number") return schema.prefixItems?.[part] ?? (schema.items === false ? void 0 : schema.items);
	const own = schema.properties;
	if (own !== void 0 && Object.hasOwn(own, part)) return own[part];
	return schema.additionalProperties === false ? void 0 : schema.additionalProperties;
}
function keysAt(path) {
	return Object.keys(schemaAt(path)?.properties ?? {});
}
function pathsOfKey(key, from = manifestJsonSchema(), path = []) {
	return Object.entries(from.properties ?? {}).flatMap(([name, schema]) => [...name === key ? [[...path, name]] : [], ...pathsOfKey(key, schema, [...path, name])]);
}
function expectation(schema) {
	if (schema.patternErrorMessage !== void 0) return schema.patternErrorMessage;
	if (schema.const !== void 0) return JSON.stringify(schema.const);
	if (schema.enum !== void 0) return join$1(schema.enum.map((item) => JSON.stringify(item)), "or");
	if (schema.anyOf !== void 0) return schema.anyOf.map(expectation).join(", or ");
	if (Array.isArray(schema.type)) return join$1(schema.type.map((type) => simple({ type })), "or");
	return simple(schema);
}
function simple(schema) {
	switch (schema.type) {
		case "string": return schema.format === "uri" ? "a URL that begins with http:// or https://" : text(schema.minLength ?? 0);
		case "integer": return `a whole number${range(schema)}`;
		case "number": return "a number";
		case "boolean": return "true or false";
		case "array": return list(schema);
		default: return schema.properties === void 0 ? "a mapping (indented `key: value` lines)" : `a mapping with any of the keys ${Object.keys(schema.properties).join(", ")}`;
	}
}
function text(minLength) {
	if (minLength === 0) return "a text";
	return minLength === 1 ? "a text that is not empty" : `a text of at least ${minLength} characters`;
}
function range({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }) {
	return maximum >= Number.MAX_SAFE_INTEGER ? ` of at least ${minimum}` : ` from ${minimum} to ${maximum}`;
}
function list(schema) {
	if (schema.prefixItems !== void 0) return `a list of ${schema.prefixItems.map(expectation).join(" and ")}`;
	const { minItems = 0, maxItems } = schema;
	return `a list${maxItems === void 0 ? minItems === 0 ? "" : ` of at least ${minItems}` : ` of ${minItems} to ${maxItems}`}${schema.items === void 0 || schema.items === false ? "" : `, each ${expectation(schema.items)}`}`;
}

// src/manifest/power-walk.ts
function leaves(schema, path = []) {
	const inner = innerOf(schema);
	if (inner.length === 0) return [{
		path,
		schema
	}];
	return inner.flatMap(([key, child]) => leaves(child, [...path, key]));
}
function innerOf(schema) {
	const own = Object.entries(schema.properties ?? {});
	const { items, additionalProperties } = schema;
	if (items && innerOf(items).length > 0) own.push(["[]", items]);
	if (additionalProperties && innerOf(additionalProperties).length > 0) own.push(["*", additionalProperties]);
	return own;
}
function weigh(schema, value, path = []) {
	if (innerOf(schema).length === 0) return weighLeaf(schema, value, path);
	const nothing = {
		kept: value,
		ignored: [],
		named: [],
		settings: []
	};
	if (typeof value !== "object" || value === null) return nothing;
	const inner = (Array.isArray(value) ? value.map((item, index) => [
		index,
		schema.items || void 0,
		item
	]) : Object.entries(value).map(([key, item]) => [
		key,
		schemaOfKey(schema, key),
		item
	])).map(([part, child, item]) => ({
		part,
		...child === void 0 ? {
			...nothing,
			kept: item
		} : weigh(child, item, [...path, part])
	}));
	const [first, ...others] = unique(inner.filter(({ part, kept }) => kept === void 0 && schema.required?.includes(String(part))).flatMap(({ ignored }) => ignored.flatMap((each) => each.powers)));
	if (first !== void 0) return {
		...nothing,
		kept: void 0,
		ignored: [{
			path,
			powers: [first, ...others]
		}]
	};
	const left = inner.filter(({ kept }) => kept !== void 0);
	return {
		kept: Array.isArray(value) ? left.map(({ kept }) => kept) : Object.fromEntries(left.map(({ part, kept }) => [part, kept])),
		ignored: inner.flatMap(({ ignored }) => ignored),
		named: inner.flatMap(({ named }) => named),
		settings: inner.flatMap(({ settings }) => settings)
	};
}
function schemaOfKey({ properties = {}, additionalProperties }, key) {
	return Object.hasOwn(properties, key) ? properties[key] : additionalProperties || void 0;
}
function weighLeaf({ powers: declared }, value, path) {
	if (declared === void 0) throw new EtcdMigrateError("internal-error", `The key ${showPath(path)} of the manifest declares no power.`);
	const nothing = {
		ignored: [],
		named: [],
		settings: []
	};
	const [first, ...others] = declared.filter((power) => powers[power].untrusted === "ignored");
	if (first !== void 0) return {
		...nothing,
		kept: void 0,
		ignored: [{
			path,
			powers: [first, ...others]
		}]
	};
	if (declared.length === 0) return {
		...nothing,
		kept: value
	};
	return {
		...nothing,
		kept: value,
		named: texts(value, path),
		settings: settingsOf(value, path)
	};
}
function texts(value, path) {
	if (typeof value === "string") return [{
		path,
		name: value
	}];
	if (!Array.isArray(value)) return [];
	return value.flatMap((name, index) => typeof name === "string" ? [{
		path: [...path, index],
		name
	}] : []);
}
function settingsOf(value, path) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
	return Object.entries(value).map(([key, setting]) => ({
		path: [...path, key],
		value: setting
	}));
}
function unique(found) {
	return Object.keys(powers).filter((power) => found.includes(power));
}

// src/manifest/untrusted.ts
const howToBeTrusted = "Run from the default branch, dispatch by hand, or list the ref in the action input trusted-refs.";
function withoutPowers(manifest, locate) {
	const schema = manifestJsonSchema();
	const { kept, ignored } = weigh(schema, manifest);
	const companions = leaves(schema).filter(({ path }) => holds(manifest, path));
	const fallenWith = (path) => companions.filter((each) => each.schema.fallsWith?.join(".") === path.join(".")).map((each) => each.path);
	const order = Object.keys(powers);
	const told = [...ignored].sort((a, b) => order.indexOf(a.powers[0]) - order.indexOf(b.powers[0]));
	return {
		manifest: ignored.flatMap(({ path }) => fallenWith(path)).reduce(without, kept),
		findings: told.map((each) => warning(each, fallenWith(each.path), locate(each.path)))
	};
}
function warning({ path, powers: had }, companions, where) {
	const beside = companions.map((companion) => `, and with it ${companion.join(".")}`).join("");
	const refused = had.map((power) => powers[power].refused).join(", nor to ");
	return {
		id: `rule/${powers[had[0]].rule}`,
		severity: "warning",
		message: `${path.join(".")} is ignored${beside}: this ref is not trusted to ${refused}.`,
		where,
		fix: howToBeTrusted
	};
}
function holds(value, path) {
	const [part, ...rest] = path;
	if (part === void 0) return value !== void 0;
	return typeof value === "object" && value !== null && holds(value[part], rest);
}
function without(value, path) {
	const [part = "", ...rest] = path;
	if (typeof value !== "object" || value === null) return value;
	const { [part]: inner, ...others } = value;
	return rest.length === 0 ? others : {
		...others,
		[part]: without(inner, rest)
	};
}

// src/manifest/mistakes.ts
const MAX_LISTED = 50;
function renderFinding(finding) {
	const where = finding.where;
	const place = where === void 0 ? "" : `${[
		where.file,
		where.line,
		where.column
	].filter((part) => part !== void 0).join(":")}: `;
	const level = finding.severity === "error" ? "" : `${finding.severity}: `;
	const fix = finding.fix === void 0 ? "" : `\n    fix: ${finding.fix}`;
	return `${place}${level}${finding.message}${fix}`;
}
function mistakesError(code, file, findings) {
	const count = findings.filter((finding) => finding.severity === "error").length;
	const head = code === "manifest-unreadable" ? `${file} cannot be read as a manifest:` : `${file} has ${count} mistake${count === 1 ? "" : "s"}:`;
	const listed = findings.slice(0, MAX_LISTED).map(renderFinding);
	const left = findings.length - listed.length;
	const more = left > 0 ? [`… and ${left} more`] : [];
	return new EtcdMigrateError(code, [
		head,
		...listed,
		...more
	].join("\n"), { details: { findings } });
}

// src/yaml/source.ts
var import_dist = require_dist();
function mistake(source, kind, where, message, fix) {
	return {
		id: source.idOf(kind),
		severity: "error",
		message,
		where,
		fix
	};
}

// src/yaml/syntax.ts
function syntaxFinding(error, where, source) {
	const told = syntaxTexts.find(({ code, said }) => code === error.code && (said?.test(error.message) ?? true));
	const words = source.mayQuote ? `Not valid YAML: ${bareUpTo(error.message, MAX_PARSER_WORDS)}.` : "Not valid YAML.";
	return mistake(source, "syntax", where, told?.message ?? words, told?.fix ?? source.fix.forSyntax);
}
const MAX_PARSER_WORDS = 200;
const syntaxTexts = [
	{
		code: "BAD_INDENT",
		said: /^Flow/,
		message: "A [ or { that was opened above is not closed before this line.",
		fix: "add the missing ] or }"
	},
	{
		code: "BAD_INDENT",
		message: "The indentation here fits no level above it.",
		fix: "keys of one group begin in the same column"
	},
	{
		code: "BLOCK_AS_IMPLICIT_KEY",
		message: "A second \": \" on one line.",
		fix: "put the inner key on its own indented line, or quote the whole value"
	},
	{
		code: "MISSING_CHAR",
		said: /quote/,
		message: "A quoted text is not closed.",
		fix: "add the missing quotation mark"
	},
	{
		code: "MISSING_CHAR",
		said: /map keys/,
		message: "This line has no \": \", so it is not a key with a value.",
		fix: "write key: value"
	},
	{
		code: "MULTILINE_IMPLICIT_KEY",
		message: "The key that begins here goes on over the next line.",
		fix: "write key: value; this line may lack its \": \""
	},
	{
		code: "TAG_RESOLVE_FAILED",
		message: "YAML tags such as !foo are not supported.",
		fix: "remove the tag"
	},
	{
		code: "BAD_SCALAR_START",
		message: "A value cannot begin with this character.",
		fix: "quote the value"
	},
	{
		code: "BAD_DQ_ESCAPE",
		message: "Unknown escape sequence in a double-quoted text.",
		fix: "write \\\\ for a backslash, or use single quotes"
	}
];
function syntaxOffset(error, document) {
	return isUnclosedQuote(error) ? quoteBefore(error.pos[0], document) : error.pos[0];
}
function isUnclosedQuote(error) {
	return error.code === "MISSING_CHAR" && error.message.includes("quote");
}
function quoteBefore(offset, document) {
	let start = offset;
	(0, import_dist.visit)(document, { Scalar(_, { type, range }) {
		if (type?.startsWith("QUOTE") && range && range[0] < offset && range[1] >= offset - 1) start = range[0];
	} });
	return start;
}

// src/yaml/walk.ts
const MAX_ALIASED_VALUES = 1e4;
const ROOT = "";
function isEmptyScalar(node) {
	return (0, import_dist.isScalar)(node) && node.value === null && (node.source ?? "") === "";
}
var YamlWalk = class {
	findings = [];
	#source;
	#at;
	#top = /* @__PURE__ */ new Map();
	#anchors = /* @__PURE__ */ new Map();
	#open = /* @__PURE__ */ new Set();
	#alias;
	#aliasedValues = 0;
	bomb;
	constructor(source, at) {
		this.#source = source;
		this.#at = at;
	}
	locate(path, what) {
		return this.#find(path).nearest?.[what] ?? {
			file: this.#source.file,
			line: 1,
			column: 1
		};
	}
	sourceOf(path) {
		return this.#find(path).exact?.source;
	}
	#find(path) {
		let nearest;
		let exact = this.#top.get(ROOT);
		for (const part of path) {
			if (exact === void 0) break;
			nearest = exact;
			exact = exact.children.get(part);
		}
		return {
			exact,
			nearest: exact ?? nearest
		};
	}
	readDocument(contents) {
		return this.#read(contents, [], 0, this.#top, ROOT);
	}
	#read(node, path, keyOffset, siblings, part) {
		const key = this.#at(keyOffset);
		const value = node === null || isEmptyScalar(node) ? key : this.#at(node.range[0]);
		const source = (0, import_dist.isScalar)(node) ? node.source ?? String(node.value) : void 0;
		const children = /* @__PURE__ */ new Map();
		siblings.set(part, {
			key,
			value,
			source,
			children
		});
		if (node === null) return null;
		if (this.#alias !== void 0) this.#aliasedValues += 1;
		if (this.#aliasedValues > MAX_ALIASED_VALUES) return this.#stop(this.#alias ?? value);
		if ((0, import_dist.isAlias)(node)) return this.#follow(node.source, node.range[0], path, keyOffset, siblings, part);
		if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
		if ((0, import_dist.isScalar)(node)) return node.value;
		this.#open.add(node);
		const result = (0, import_dist.isSeq)(node) ? this.#readList(node.items, path, children) : (0, import_dist.isMap)(node) ? this.#readMap(node.items, path, children) : null;
		this.#open.delete(node);
		return result;
	}
	#readList(items, path, places) {
		const list = [];
		for (const [index, item] of items.entries()) {
			if (this.bomb !== void 0) break;
			list.push(this.#read(item, [...path, index], item.range[0], places, index));
		}
		return list;
	}
	#readMap(items, path, places) {
		const map = {};
		for (const { key, value } of items) {
			if (this.bomb !== void 0) break;
			const offset = key.range[0];
			const name = this.#keyName(key);
			if (name === void 0) continue;
			if (Object.hasOwn(map, name)) {
				const first = this.locate([...path, name], "key").line;
				this.#report("duplicate-key", offset, `${this.#quoted(showPath([...path, name]), "This key")} is set twice; the first is on line ${first}.`, "keep one of the two");
				continue;
			}
			map[name] = this.#read(value, [...path, name], offset, places, name);
		}
		return map;
	}
	#keyName(key) {
		const offset = key.range[0];
		if (!(0, import_dist.isScalar)(key)) {
			this.#report("key-not-text", offset, "A key must be a plain text, not a list, mapping or alias.", "write the key out");
			return;
		}
		if (typeof key.value !== "string") {
			const source = bare(key.source ?? "");
			const what = key.value === null ? "empty" : this.#quoted(`the ${typeof key.value} ${source}`, `a ${typeof key.value}`);
			this.#report("key-not-text", offset, `A key must be a text; this one is ${what}.`, key.value === null ? "name the key" : this.#quoted(`quote it: "${source}"`, "quote it"));
			return;
		}
		if (key.value === "<<") {
			this.#report("merge-key", offset, "Merge keys (<<) are not supported.", "write the keys out where they are needed");
			return;
		}
		if (key.value === "__proto__") {
			this.#report("unknown-key", offset, "Unknown key `__proto__`.", "remove it");
			return;
		}
		return key.value;
	}
	#follow(name, offset, path, keyOffset, siblings, part) {
		const target = this.#anchors.get(name);
		if (target === void 0) {
			this.#report("alias", offset, this.#quoted(`The alias *${bare(name)} has no anchor &${bare(name)} above it.`, "This alias has no anchor above it."), "write the value out, or quote it if the * belongs to it");
			return null;
		}
		if (this.#open.has(target)) {
			this.#report("alias", offset, `${this.#quoted(`The alias *${bare(name)}`, "This alias")} stands inside its own anchor.`, "write the value out");
			return null;
		}
		const outer = this.#alias;
		this.#alias ??= this.#at(offset);
		const value = this.#read(target, path, keyOffset, siblings, part);
		this.#alias = outer;
		return value;
	}
	#stop(where) {
		this.bomb ??= mistake(this.#source, "alias-bomb", where, `Aliases expand to more than ${MAX_ALIASED_VALUES} values; reading stopped.`, "write the values out instead of nesting aliases");
		return null;
	}
	#report(kind, offset, message, fix) {
		this.findings.push(mistake(this.#source, kind, this.#at(offset), message, fix));
	}
	#quoted(piece, otherwise) {
		return this.#source.mayQuote ? piece : otherwise;
	}
};

// src/yaml/read.ts
const MAX_TOKENS = 1e5;
const MAX_DEPTH = 64;
function readYaml(text, source) {
	const read = readOnce(text, source);
	if (read.tabsIn === void 0) return read.documents;
	const tabs = tabIndentedLines(text);
	const first = tabs[0] ?? 1;
	const others = tabs.length > 1 ? ` (and on ${tabs.length - 1} more line${tabs.length > 2 ? "s" : ""})` : "";
	const finding = mistake(source, "tab-indentation", {
		file: source.file,
		line: first,
		column: 1
	}, `This line is indented with a tab${others}; YAML allows only spaces.`, "indent with two spaces for each level");
	const [one, ...more] = readOnce(replaceTabs(text, tabs), source).documents;
	const told = (document, index) => index === read.tabsIn ? {
		...document,
		findings: [finding, ...document.findings]
	} : document;
	return [told(one, 0), ...more.map((document, index) => told(document, index + 1))];
}
function tabIndentedLines(text) {
	return text.split("\n").flatMap((line, index) => /^ *\t\s*\S/.test(line) ? [index + 1] : []);
}
function replaceTabs(text, lines) {
	const wanted = new Set(lines);
	return text.split("\n").map((line, index) => wanted.has(index + 1) ? line.replace(/^[ \t]+/, (indent) => " ".repeat(indent.length)) : line).join("\n");
}
function readOnce(text, source) {
	const { file } = source;
	const lineCounter = new import_dist.LineCounter();
	const at = (offset) => {
		const { line, col } = lineCounter.linePos(Math.max(0, Math.min(offset, text.length)));
		return {
			file,
			line: Math.max(1, line),
			column: Math.max(1, col)
		};
	};
	const composed = compose(text, lineCounter, at, source);
	if ("tooBig" in composed) return {
		documents: [unreadable$1(composed.tooBig)],
		tabsIn: void 0
	};
	const tabsIn = composed.documents.findIndex(({ errors }) => errors.some(({ code }) => code === "TAB_AS_INDENT"));
	const [first, ...others] = composed.documents.map((document) => readDocument(document, at, source));
	if (first === void 0) throw new Error("the composer makes a document of any text");
	return {
		documents: [first, ...others],
		tabsIn: tabsIn === -1 ? void 0 : tabsIn
	};
}
function readDocument(document, at, source) {
	const { contents, errors, warnings, range } = document;
	const placeOf = (error) => at(syntaxOffset(error, document));
	const walk = new YamlWalk(source, at);
	const value = contents === null ? void 0 : walk.readDocument(contents);
	const lines = errors.map((error) => placeOf(error).line ?? 1);
	const bombs = walk.bomb === void 0 ? [] : [walk.bomb];
	const brokenFromLine = bombs.length > 0 ? 1 : Math.min(Number.POSITIVE_INFINITY, ...lines);
	const certain = walk.findings.filter(({ where }) => (where.line ?? 0) < brokenFromLine);
	const syntax = [...errors, ...warnings].map((error) => syntaxFinding(error, placeOf(error), source));
	return {
		value: contents === null || isEmptyScalar(contents) ? void 0 : value,
		begin: at(contents?.range[0] ?? range[0]),
		locate: (path) => walk.locate(path, "value"),
		locateKey: (path) => walk.locate(path, "key"),
		sourceOf: (path) => walk.sourceOf(path),
		findings: [
			...syntax,
			...bombs,
			...certain
		].sort(byPlace),
		brokenFromLine
	};
}
function unreadable$1(finding) {
	const begin = {
		file: finding.where.file,
		line: 1,
		column: 1
	};
	return {
		value: void 0,
		begin,
		locate: () => begin,
		locateKey: () => begin,
		sourceOf: () => void 0,
		findings: [finding],
		brokenFromLine: 1
	};
}
function compose(text, lineCounter, at, source) {
	lineCounter.addNewLine(0);
	const lexer = new import_dist.Lexer();
	const parser = new import_dist.Parser(lineCounter.addNewLine);
	const tokens = [];
	let count = 0;
	for (const lexeme of lexer.lex(text)) {
		count += 1;
		for (const token of parser.next(lexeme)) tokens.push(token);
		if (parser.stack.length > MAX_DEPTH) return { tooBig: mistake(source, "too-deep", at(parser.offset), `Values are nested more than ${MAX_DEPTH} levels deep here.`, source.fix.forSize) };
		if (count > MAX_TOKENS) return { tooBig: mistake(source, "too-long", at(parser.offset), `The file has more than ${MAX_TOKENS} YAML tokens; reading stopped here.`, source.fix.forSize) };
	}
	for (const token of parser.end()) tokens.push(token);
	return { documents: [...new import_dist.Composer({
		version: "1.2",
		schema: "core",
		merge: false,
		uniqueKeys: false,
		prettyErrors: false
	}).compose(tokens, true, text.length)] };
}

// src/yaml/text.ts
const MAX_FILE_BYTES = 1048576;
function decodeText(bytes, source) {
	if (bytes.length > MAX_FILE_BYTES) return unreadable(source, "too-big", `The file is ${(bytes.length / MAX_FILE_BYTES).toFixed(1)} MiB; at most 1 MiB is read.`, "check the path");
	if (bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255) return unreadable(source, "not-utf8", "The file is UTF-16.", "save it as UTF-8", {
		line: 1,
		column: 1
	});
	const zero = bytes.indexOf(0);
	if (zero !== -1) return unreadable(source, "binary", "The file is not a text file: it has a NUL byte here.", "check the path", placeOf$2(bytes, zero));
	try {
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch {
		return unreadable(source, "not-utf8", "This line is not valid UTF-8.", "save the file as UTF-8", { line: firstUndecodableLine(bytes) });
	}
}
function placeOf$2(bytes, offset) {
	const before = bytes.subarray(0, offset);
	return {
		line: before.reduce((line, byte) => byte === 10 ? line + 1 : line, 1),
		column: offset - before.lastIndexOf(10)
	};
}
function firstUndecodableLine(bytes) {
	let line = 1;
	for (let start = 0; start < bytes.length; line += 1) {
		const end = bytes.indexOf(10, start);
		const stop = end === -1 ? bytes.length : end;
		try {
			new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, stop));
		} catch {
			return line;
		}
		start = stop + 1;
	}
	return line;
}
function unreadable({ file, idOf }, mistake, message, fix, place = {}) {
	return {
		id: idOf(mistake),
		severity: "error",
		message,
		where: {
			file,
			...place
		},
		fix
	};
}

// src/manifest/yaml-files.ts
const idOf = (mistake) => `rule/manifest-${mistake}`;
function readManifestYaml(bytes, file) {
	const decoded = decodeText(bytes, {
		file,
		idOf
	});
	if (!("text" in decoded)) throw mistakesError("manifest-unreadable", file, [decoded]);
	return readOneDocument(decoded.text, {
		file,
		idOf,
		mayQuote: true,
		fix: {
			forSyntax: "compare the line with what `etcd-migrate init` writes",
			forSize: "a manifest needs a few dozen lines; see `etcd-migrate init`"
		}
	});
}
function readConfigYaml(bytes, file) {
	const decoded = decodeText(bytes, {
		file,
		idOf
	});
	return "text" in decoded ? readConfigText(decoded.text, file) : decoded;
}
function readConfigText(text, file) {
	const fix = `compare ${file} with etcd's own sample, etcd.conf.yml.sample`;
	return readOneDocument(text, {
		file,
		idOf,
		mayQuote: false,
		fix: {
			forSyntax: fix,
			forSize: fix
		}
	});
}
function readOneDocument(text, source) {
	const [document, second] = readYaml(text, source);
	if (second === void 0) return document;
	const several = {
		id: idOf("several-documents"),
		severity: "error",
		message: "A second YAML document begins here; this file must hold one.",
		where: second.begin,
		fix: "keep one document, or one file for each cluster"
	};
	return {
		...document,
		findings: [...document.findings, several].sort(byPlace)
	};
}

// src/manifest/config-file.ts
function configFileMistakes(bytes, file) {
	const read = readConfigYaml(bytes, file);
	return "findings" in read ? mistakesOf(read, file) : [read];
}
function readConfigFile$1(text, file) {
	const yaml = readConfigText(text.replace(/^\ufeff/, ""), file);
	const findings = mistakesOf(yaml, file);
	if (findings.length > 0) throw mistakesError("manifest-invalid", file, findings);
	const entries = Object.entries(yaml.value ?? {});
	const kept = entries.filter(([key]) => whyOwned(flagOfFileKey([key])) === void 0);
	return {
		settings: withKeysAsEtcdReads(Object.fromEntries(kept)),
		places: Object.fromEntries(kept.map(([key]) => [key.toLowerCase(), yaml.locateKey([key])])),
		notes: entries.flatMap(([key]) => noteFor(key, yaml.locateKey([key])))
	};
}
function mistakesOf(yaml, file) {
	const value = yaml.value ?? {};
	const isMapping = typeof value === "object" && value !== null && !Array.isArray(value);
	const shape = {
		id: "rule/manifest-config-file",
		severity: "error",
		message: "An etcd configuration file must be a mapping (`key: value` lines).",
		where: yaml.value === void 0 ? {
			file,
			line: 1,
			column: 1
		} : yaml.locate([]),
		fix: "name the right file in `etcd.configFile`"
	};
	if (!isMapping) return [...yaml.findings, shape];
	const twice = keysTwice(value, []).map((path) => ({
		id: "rule/manifest-duplicate-key",
		severity: "error",
		message: "This key is here twice: etcd reads the keys of its file without regard to case.",
		where: yaml.locateKey(path),
		fix: "keep one of the two"
	}));
	return [...yaml.findings, ...twice].sort(byPlace);
}
function withKeysAsEtcdReads(group) {
	return Object.fromEntries(Object.entries(group).map(([key, value]) => [key.toLowerCase(), isGroup(value) ? withKeysAsEtcdReads(value) : value]));
}
function keysTwice(group, path) {
	const seen = /* @__PURE__ */ new Set();
	return Object.entries(group).flatMap(([key, value]) => {
		const here = [...path, key];
		const again = seen.has(key.toLowerCase()) ? [here] : [];
		seen.add(key.toLowerCase());
		return [...again, ...isGroup(value) ? keysTwice(value, here) : []];
	});
}
function isGroup(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function noteFor(key, where) {
	const why = whyOwned(flagOfFileKey([key]));
	if (why === void 0) return [];
	return [{
		id: "rule/manifest-owned-setting",
		severity: "note",
		message: `${showPath([key])} is not taken over into the rehearsal: ${why}.`,
		where
	}];
}

// src/manifest/draft.ts
var Draft = class {
	#value;
	yaml;
	constructor(value, yaml) {
		this.#value = value;
		this.yaml = yaml;
	}
	get(path) {
		let current = this.#value;
		for (const part of path) {
			if (typeof current !== "object" || current === null || !Object.hasOwn(current, part)) return void 0;
			current = current[part];
		}
		return current;
	}
	has(path) {
		return this.get(path) !== void 0;
	}
	text(path) {
		const value = this.get(path);
		return typeof value === "string" ? value : void 0;
	}
	number(path) {
		const value = this.get(path);
		return typeof value === "number" ? value : void 0;
	}
	list(path) {
		const value = this.get(path);
		return Array.isArray(value) ? value : [];
	}
	keys(path) {
		const value = this.get(path);
		return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
	}
};
function remarkFinding(remark, yaml) {
	const id = `rule/manifest-${remark.rule}`;
	return {
		id,
		severity: findingTable[id].severity,
		message: remark.message,
		where: remark.atKey === true ? yaml.locateKey(remark.path) : yaml.locate(remark.path),
		fix: remark.fix
	};
}

// src/manifest/nearest.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
const MAX_LENGTH = 40;
function nearest(word, candidates) {
	if (word.length > MAX_LENGTH) return void 0;
	const wanted = plain(word);
	let best;
	for (const candidate of candidates) {
		const edits = (0, import_fastest_levenshtein.distance)(wanted, plain(candidate));
		if ((edits <= Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3)) || sameLetters(wanted, plain(candidate))) && wanted.length > 1 && (best === void 0 || edits < best.edits)) best = {
			candidate,
			edits
		};
	}
	return best?.candidate;
}
function plain(word) {
	return word.toLowerCase().replace(/[-_\s.]/g, "");
}
function sameLetters(a, b) {
	return [...a].sort().join("") === [...b].sort().join("");
}

// src/manifest/issues.ts
function issueFindings(issues, value, yaml) {
	const leaves = issues.flatMap((issue) => flatten(issue, []));
	const unknown = leaves.flatMap(({ issue, path }) => issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({
		path,
		key,
		meant: meantKey(path, key)
	})) : []);
	const renamed = new Set(unknown.map(({ path, meant }) => JSON.stringify([...path, meant ?? null])));
	return [...unknown.map(({ path, key, meant }) => unknownKey(path, key, meant, yaml)), ...leaves.filter(({ issue }) => issue.code !== "unrecognized_keys").filter(({ path }) => !(valueAt(value, path) === void 0 && renamed.has(JSON.stringify(path)))).map(({ issue, path }) => issue.code === "invalid_key" ? wrongKey(path, yaml) : wrongValue(path, valueAt(value, path), yaml))];
}
function flatten(issue, base) {
	const path = [...base, ...issue.path.filter((part) => typeof part !== "symbol")];
	if (issue.code !== "invalid_union") return [{
		issue,
		path
	}];
	const meant = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || inner.code !== "invalid_type"));
	return meant === void 0 ? [{
		issue,
		path
	}] : meant.flatMap((inner) => flatten(inner, path));
}
function valueAt(value, path) {
	let current = value;
	for (const part of path) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, part)) return void 0;
		current = current[part];
	}
	return current;
}
function meantKey(path, key) {
	return pathsOfKey(key).length > 0 ? void 0 : nearest(key, keysAt(path));
}
function unknownKey(path, key, meant, yaml) {
	const elsewhere = pathsOfKey(key).map((place) => place.slice(0, -1));
	const group = path.length === 0 ? "" : ` in ${showPath(path)}`;
	const fix = key === "password" ? "the password itself never stands in the manifest: name a variable with `passwordEnv` or a file with `passwordFile`" : meant !== void 0 ? `did you mean \`${meant}\`?` : elsewhere.length > 0 ? `\`${key}\` belongs ${join$1(elsewhere.map(placeName), "or")}` : `valid keys here: ${keysAt(path).join(", ")}`;
	return {
		id: "rule/manifest-unknown-key",
		severity: "error",
		message: `Unknown key ${showPath([key])}${group}.`,
		where: yaml.locateKey([...path, key]),
		fix
	};
}
function placeName(path) {
	return path.length === 0 ? "to the top level" : `under ${showPath(path)}`;
}
function wrongKey(path, yaml) {
	const group = path.slice(0, -1);
	const key = String(path.at(-1));
	const names = schemaAt(group)?.propertyNames;
	const dashes = /^--?([a-z][a-z0-9-]*)$/.exec(key)?.[1];
	return {
		id: "rule/manifest-wrong-key",
		severity: "error",
		message: `A key of ${showPath(group)} must be ${names === void 0 ? "another" : expectation(names)}, not ${quote(key)}.`,
		where: yaml.locateKey(path),
		...present({ fix: dashes === void 0 ? void 0 : `write ${dashes}` })
	};
}
function wrongValue(path, value, yaml) {
	const schema = schemaAt(path) ?? {};
	const name = path.length === 0 ? "The manifest" : showPath(path);
	const source = yaml.sourceOf(path);
	if (value === void 0) return missingKey(path, schema, yaml);
	if (value === null) return {
		id: "rule/manifest-missing-value",
		severity: "error",
		message: `${name} has no value; it must be ${expectation(schema)}.`,
		where: yaml.locate(path),
		fix: "give it a value, or remove the key"
	};
	if (isVersion(schema) && typeof value === "number") return unquotedVersion(path, value, source, yaml);
	const found = isSecret(path) ? "what stands here (not shown, it may be a secret)" : describe(value, source);
	const fix = isSecret(path) ? void 0 : typeof value === "string" ? suggestion(schema, value, String(path.at(-1)).endsWith("Ms")) : quotation(schema, value, source);
	return {
		id: "rule/manifest-wrong-value",
		severity: "error",
		message: `${name} must be ${expectation(schema)}, not ${found}.`,
		where: yaml.locate(path),
		...present({ fix })
	};
}
function missingKey(path, schema, yaml) {
	const group = path.slice(0, -1);
	const example = schema.examples?.[0];
	return {
		id: "rule/manifest-missing-key",
		severity: "error",
		message: `${showPath(path)} is missing; it must be ${expectation(schema)}.`,
		where: group.length === 0 ? yaml.locate([]) : yaml.locateKey(group),
		...present({ fix: example === void 0 ? void 0 : `add ${String(path.at(-1))}: ${JSON.stringify(example)}` })
	};
}
function unquotedVersion(path, value, source, yaml) {
	const written = bare(source ?? String(value));
	const key = path.at(-1);
	const misread = written === String(value) ? "YAML would read 3.10 as 3.1" : `YAML reads it as ${value}`;
	return {
		id: "rule/manifest-version-not-quoted",
		severity: "error",
		message: `${showPath(path)} is the number ${written}, not a version: ${misread}.`,
		where: yaml.locate(path),
		fix: `quote it: ${typeof key === "string" ? `${key}: ` : ""}"${written}"`
	};
}
function isVersion(schema) {
	return schema.pattern?.includes("latest") ?? false;
}
function isSecret(path) {
	return path[0] === "connection" && (path[1] === "auth" || path[1] === "tls") && path.length > 2;
}
function describe(value, source) {
	if (typeof value === "string") return value === "" ? "an empty text" : `the text ${quote(withoutUserInfo(value))}`;
	if (typeof value === "number") {
		const written = bare(source ?? String(value));
		return `the number ${written}${written === String(value) ? "" : ` (which YAML reads as ${value})`}`;
	}
	if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
	if (typeof value === "object") return "a mapping";
	return String(value);
}
function withoutUserInfo(text) {
	const at = text.lastIndexOf("@");
	if (at === -1) return text;
	const authority = text.indexOf("://") + 3;
	return `${authority > 2 && authority <= at ? text.slice(0, authority) : ""}…@${text.slice(at + 1)}`;
}
const MAX_MEANT = 100;
const UNITS = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
function suggestion(schema, value, isDuration) {
	if (value.length > MAX_MEANT) return void 0;
	const choices = schema.enum ?? [];
	const meant = nearest(value, choices);
	if (meant !== void 0) return `did you mean ${JSON.stringify(meant)}?`;
	if (isVersion(schema)) return versionSuggestion(value);
	const types = (schema.anyOf ?? [schema]).map(({ type }) => type);
	if (types.includes("boolean") && /^(true|yes|on|y)$/i.test(value)) return "write true, without quotes";
	if (types.includes("boolean") && /^(false|no|off|n)$/i.test(value)) return "write false, without quotes";
	const duration = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
	const unit = UNITS[duration?.[2] ?? ""];
	if (isDuration && unit !== void 0) return `write ${Number(duration?.[1]) * unit} (milliseconds)`;
	if ((types.includes("integer") || schema.const !== void 0) && /^\d{1,9}$/.test(value)) return `write ${value}, without quotes`;
	if (schema.format === "uri" && /^[\w.-]+(:\d+)?$/.test(value)) return `write https://${value} or http://${value}`;
	if (types.includes("array")) return `write a list: [${quote(value)}]`;
}
function quotation(schema, value, source) {
	if (!(schema.type === "string" && schema.enum === void 0 && schema.format === void 0) || typeof value !== "number" && typeof value !== "boolean") return void 0;
	const written = source ?? String(value);
	return schema.pattern === void 0 || new RegExp(schema.pattern).test(written) ? `quote it: "${bare(written)}"` : void 0;
}
function versionSuggestion(value) {
	const written = ((/\d+\.\d+\.\d+/.exec(value) ?? /\d+\.\d+/.exec(value))?.[0])?.replace(/\b0+(?=\d)/g, "");
	if (written === void 0 || !lineOrRelease.test(written)) return void 0;
	return exactRelease.test(written) ? `write "${written}"` : `write "${written}" for the newest release of that line`;
}

// src/manifest/rules/members.ts
const MAX_MEMBERS = 9;
function duplicateNames(draft) {
	const names = draft.list(["members"]);
	return names.flatMap((name, index) => {
		if (names.indexOf(name) === index || typeof name !== "string") return [];
		return [{
			rule: "duplicate-member",
			path: ["members", index],
			message: `The member name ${quote(name)} is listed twice.`,
			fix: "give every member its own name"
		}];
	});
}
function voterCount(draft) {
	const count = draft.number(["members"]) ?? draft.list(["members"]).length;
	if (count === 1) return [{
		rule: "single-member",
		path: ["members"],
		message: "With one member every switch stops the whole cluster: clients will wait each time.",
		fix: "use 3 members, or expect gaps and set rehearsal.thresholds accordingly"
	}];
	if (!Number.isInteger(count) || count < 2 || count > 9 || count % 2 === 1) return [];
	return [{
		rule: "even-members",
		path: ["members"],
		message: `${count} members bear no more failures than ${count - 1} do, and need one more vote for every write.`,
		fix: `use ${count - 1} or ${count + 1} members, unless production really has ${count}`
	}];
}

// src/manifest/rules/etcd-settings.ts
function holdersIn(draft) {
	const members = ["etcd", "members"];
	return [{ path: ["etcd"] }, ...draft.keys(members).map((member) => ({
		member,
		path: [...members, member]
	}))];
}
function everywhere(draft, rule) {
	return holdersIn(draft).flatMap(({ path }) => rule(path));
}
function knownHolders(draft) {
	const count = draft.number(["members"]) ?? (draft.has(["members"]) ? void 0 : defaults.members);
	const listed = draft.list(["members"]).filter((name) => typeof name === "string");
	const names = count === void 0 ? listed : memberNamesOf(Math.min(count, 9));
	if (names.length === 0) return [];
	return draft.keys(["etcd", "members"]).flatMap((member) => {
		if (names.includes(member)) return [];
		return [{
			rule: "unknown-key",
			path: [
				"etcd",
				"members",
				member
			],
			atKey: true,
			message: `\`etcd.members\` names ${quote(member)}, which is no member.`,
			fix: `use one of ${join$1(names.map(bare), "or")}`
		}];
	});
}
function ownedSettings(draft) {
	return everywhere(draft, (holder) => {
		const flags = draft.keys([...holder, "flags"]).map((key) => ({
			key,
			group: "flags",
			flag: key
		}));
		const variables = draft.keys([...holder, "environment"]).map((key) => ({
			key,
			group: "environment",
			flag: flagOfVariable(key)
		}));
		return [...flags, ...variables].flatMap(({ key, group, flag }) => {
			const why = whyOwned(flag);
			if (why === void 0) return [];
			const path = [
				...holder,
				group,
				key
			];
			return [{
				rule: "owned-setting",
				path,
				atKey: true,
				message: `${showPath(path)} cannot be set in the manifest: ${why}.`,
				fix: "remove the line"
			}];
		});
	});
}
function configFileAlone(draft) {
	return everywhere(draft, (holder) => {
		const path = [...holder, "configFile"];
		if (!draft.has(path)) return [];
		const ignored = ["flags", "environment"].map((group) => [...holder, group]).filter((group) => draft.keys(group).length > 0);
		if (ignored.length === 0) return [];
		return [{
			rule: "config-file-alone",
			path,
			atKey: true,
			message: `With ${showPath(path)}, etcd ignores ${join$1(ignored.map(showPath), "and")}.`,
			fix: "move those settings into the file, or remove `configFile`"
		}];
	});
}
function flagAndVariable(draft) {
	return everywhere(draft, (holder) => {
		const flags = draft.keys([...holder, "flags"]);
		return draft.keys([...holder, "environment"]).flatMap((variable) => {
			const flag = flagOfVariable(variable);
			if (!flags.includes(flag)) return [];
			return [{
				rule: "flag-and-variable",
				path: [
					...holder,
					"environment",
					variable
				],
				atKey: true,
				message: `${variable} is also set as the flag \`${flag}\`: etcd refuses to start with both.`,
				fix: "keep one of the two"
			}];
		});
	});
}
function numbersAsWritten(draft) {
	return everywhere(draft, (holder) => draft.keys([...holder, "flags"]).flatMap((flag) => {
		const path = [
			...holder,
			"flags",
			flag
		];
		const value = draft.number(path);
		const source = draft.yaml.sourceOf(path);
		if (value === void 0 || source === void 0 || String(value) === source) return [];
		return [{
			rule: "number-changed",
			path,
			message: `${showPath(path)} is written ${bare(source)} but YAML reads it as ${value}.`,
			fix: `quote it: "${bare(source)}"`
		}];
	}));
}

// src/manifest/rules/backups.ts
function someBackups(draft) {
	if (draft.keys(["backups"]).length === 0 || draft.has(["backups", "files"]) || draft.has(["backups", "take"])) return [];
	return [{
		rule: "no-backups",
		path: ["backups"],
		atKey: true,
		message: "`backups` says neither which files to prove nor that one shall be taken.",
		fix: "add `files: [\"backups/*.db\"]`, or `take: {directory: backups}`"
	}];
}
function takenFromCluster(draft) {
	if (!draft.has(["backups", "take"]) || draft.has(["connection"])) return [];
	return [{
		rule: "take-without-connection",
		path: ["backups", "take"],
		atKey: true,
		message: "`backups.take` takes a backup from the live cluster, but the manifest has no `connection`.",
		fix: "add `connection: {endpoints: [...]}`, or remove `take`"
	}];
}
function revisionsOfCluster(draft) {
	const path = [
		"backups",
		"policy",
		"rpoRevisions"
	];
	if (!draft.has(path) || draft.has(["connection"])) return [];
	return [{
		rule: "revisions-without-connection",
		path,
		atKey: true,
		message: "`rpoRevisions` counts from the live cluster, but the manifest has no `connection`.",
		fix: "add `connection: {endpoints: [...]}`, or use `rpoMinutes`"
	}];
}
function sampledBackups(draft) {
	if (!draft.has(["backups", "sampleSize"]) || draft.text(["backups", "choose"]) === "sample") return [];
	return [{
		rule: "sample-not-chosen",
		path: ["backups", "sampleSize"],
		atKey: true,
		message: "`sampleSize` does nothing: `choose` is not `sample`.",
		fix: "write `choose: sample`, or remove `sampleSize`"
	}];
}
function expectedKeys(draft) {
	return draft.list(["backups", "expect"]).flatMap((_, index) => {
		const path = [
			"backups",
			"expect",
			index
		];
		const [byKey, byPrefix] = [draft.has([...path, "key"]), draft.has([...path, "prefix"])];
		if (byKey !== byPrefix) return byKey ? oneKey(draft, path) : manyKeys(draft, path);
		return [{
			rule: "expects-nothing",
			path,
			message: byKey ? "One expectation cannot have both `key` and `prefix`." : "It names no keys.",
			fix: byKey ? "make two of it" : "add `prefix`, with `atLeast` or `atMost`, or `key`"
		}];
	});
}
function oneKey(draft, path) {
	const [count] = ["atLeast", "atMost"].filter((name) => draft.has([...path, name]));
	if (count !== void 0) return [{
		rule: "expects-impossible",
		path: [...path, count],
		message: `\`${count}\` counts keys below a \`prefix\`; \`key\` names one.`,
		fix: "remove it, or write `prefix` in place of `key`"
	}];
	const pattern = draft.text([...path, "matches"]);
	try {
		new RegExp(pattern ?? "", "u");
		return [];
	} catch (error) {
		return [{
			rule: "invalid-pattern",
			path: [...path, "matches"],
			message: `${quote(pattern ?? "")} is no regular expression: ${error.message}.`,
			fix: "correct it; it is a regular expression as JavaScript has them"
		}];
	}
}
function manyKeys(draft, path) {
	const prefix = draft.text([...path, "prefix"]);
	const [least, most] = [draft.number([...path, "atLeast"]), draft.number([...path, "atMost"])];
	if (prefix === void 0) return [];
	if (draft.has([...path, "matches"])) return [{
		rule: "expects-impossible",
		path: [...path, "matches"],
		message: "`matches` is about the value of one `key`; `prefix` names many.",
		fix: "remove it, or write `key` in place of `prefix`"
	}];
	if (!draft.has([...path, "atLeast"]) && !draft.has([...path, "atMost"])) return [{
		rule: "expects-nothing",
		path,
		message: `Any number of keys below ${quote(prefix)} would do.`,
		fix: "say how many there must be: `atLeast`, `atMost` or both"
	}];
	if (least === void 0 || most === void 0 || least <= most) return [];
	return [{
		rule: "expects-impossible",
		path: [...path, "atMost"],
		message: `No backup has at least ${least} and at most ${most} keys below ${quote(prefix)}.`,
		fix: "correct one of the two"
	}];
}

// src/manifest/rules/connection.ts
const tls = ["connection", "tls"];
const auth = ["connection", "auth"];
function readUrl(text) {
	return /^https?:/.test(text) && URL.canParse(text) ? new URL(text) : null;
}
function endpoints(draft) {
	const urls = draft.list(["connection", "endpoints"]).map((text) => typeof text === "string" ? readUrl(text) : null);
	const secure = urls.find((url) => url?.protocol === "https:") !== void 0;
	const hasTls = draft.keys(tls).length > 0;
	return urls.flatMap((url, index) => {
		if (url === null) return [];
		const path = [
			"connection",
			"endpoints",
			index
		];
		const remarks = [];
		if (url.username !== "" || url.password !== "") remarks.push({
			rule: "credentials-in-url",
			path,
			message: "An endpoint must not carry a user or password: reports show endpoints.",
			fix: "use `connection.auth` with `passwordEnv` or `passwordFile`"
		});
		if (url.pathname !== "/" || url.search !== "" || url.hash !== "") remarks.push({
			rule: "endpoint-path",
			path,
			message: "An endpoint is a scheme, a host and a port; this one has more.",
			fix: `write ${url.protocol}//${url.host}`
		});
		if (url.protocol === "http:" && (secure || hasTls)) remarks.push({
			rule: "mixed-endpoints",
			path,
			message: secure ? "Endpoints mix http:// and https://; all members of a cluster serve the same one." : "This endpoint is http://, so `connection.tls` would not be used and the traffic not be encrypted.",
			fix: secure ? "use https:// for all" : "use https://, or remove `connection.tls`"
		});
		return remarks;
	});
}
function mirrorCredentials(draft) {
	const url = readUrl(draft.text(["releases", "mirror"]) ?? "");
	if (url === null || url.username === "" && url.password === "") return [];
	return [{
		rule: "credentials-in-url",
		path: ["releases", "mirror"],
		message: "A mirror URL must not carry a user or password: reports show where binaries came from.",
		fix: "use a mirror that needs none, or `releases.local`"
	}];
}
function fileOrVariable(draft) {
	return [
		"ca",
		"cert",
		"key"
	].flatMap((what) => {
		if (!draft.has([...tls, `${what}File`]) || !draft.has([...tls, `${what}Env`])) return [];
		return [{
			rule: "file-and-variable",
			path: [...tls, `${what}Env`],
			atKey: true,
			message: `\`connection.tls\` has both \`${what}File\` and \`${what}Env\`; only one can be used.`,
			fix: "keep one of the two"
		}];
	});
}
function certificateWithKey(draft) {
	const has = (what) => draft.has([...tls, `${what}File`]) || draft.has([...tls, `${what}Env`]);
	const cert = has("cert");
	if (cert === has("key")) return [];
	const [present, absent] = cert ? ["certificate", "key"] : ["key", "certificate"];
	const name = cert ? "key" : "cert";
	return [{
		rule: "certificate-without-key",
		path: tls,
		atKey: true,
		message: `\`connection.tls\` has a client ${present} but no ${absent}.`,
		fix: `add \`${name}File\` or \`${name}Env\``
	}];
}
function onePassword(draft) {
	if (typeof draft.get(auth) !== "object" || draft.get(auth) === null) return [];
	const byVariable = draft.has([...auth, "passwordEnv"]);
	const byFile = draft.has([...auth, "passwordFile"]);
	if (byVariable !== byFile) return [];
	return [{
		rule: byFile ? "file-and-variable" : "missing-password",
		path: byFile ? [...auth, "passwordEnv"] : auth,
		atKey: true,
		message: byFile ? "`connection.auth` has both `passwordFile` and `passwordEnv`; only one can be used." : "`connection.auth` does not say where the password is.",
		fix: byFile ? "keep one of the two" : "add `passwordEnv: NAME_OF_A_VARIABLE` or `passwordFile: path/to/file`"
	}];
}

// src/manifest/rules/rehearsal.ts
const mixPath = [
	"rehearsal",
	"workload",
	"mix"
];
function valueSizeOrder(draft) {
	const path = [
		"rehearsal",
		"workload",
		"valueSize"
	];
	const smallest = draft.number([...path, 0]);
	const largest = draft.number([...path, 1]);
	if (smallest === void 0 || largest === void 0 || smallest <= largest) return [];
	return [{
		rule: "value-size-order",
		path,
		message: `\`rehearsal.workload.valueSize\` is [smallest, largest], but ${smallest} is more than ${largest}.`,
		fix: `write [${largest}, ${smallest}]`
	}];
}
function usableMix(draft) {
	if (draft.keys(mixPath).length === 0) return [];
	const weight = (name) => draft.number([...mixPath, name]) ?? defaults.rehearsal.workload.mix[name];
	const writes = weight("put") + weight("cas") + weight("delete");
	const reads = weight("get") + weight("getSerializable") + weight("range");
	if (writes + reads === 0) return [{
		rule: "empty-mix",
		path: mixPath,
		atKey: true,
		message: "All weights of `rehearsal.workload.mix` are 0: the clients would do nothing.",
		fix: "give at least one operation a weight, or remove `mix`"
	}];
	if (writes > 0 && reads > 0) return [];
	const [absent, judged] = writes === 0 ? ["writes", "durability"] : ["reads", "linearizability"];
	return [{
		rule: "one-sided-mix",
		path: mixPath,
		atKey: true,
		message: `\`rehearsal.workload.mix\` has no ${absent}: ${judged} cannot be judged, so the verdict is inconclusive at best.`,
		fix: `give one of the ${absent} a weight`
	}];
}
function limitsFit(draft) {
	const path = (name) => [
		"rehearsal",
		"timeLimits",
		name
	];
	const total = draft.number(path("totalMs")) ?? defaults.rehearsal.timeLimits.totalMs;
	return [
		"gateMs",
		"soakMs",
		"dwellMs"
	].flatMap((name) => {
		const part = draft.number(path(name));
		if (part === void 0 || part < total) return [];
		return [{
			rule: "limit-over-total",
			path: path(name),
			message: `\`${name}\` is ${part}, which leaves nothing of the whole rehearsal's ${total} ms (\`totalMs\`).`,
			fix: "lower it, or raise `totalMs`"
		}];
	});
}

// src/manifest/rules/releases.ts
function duplicateSources(draft) {
	const listed = draft.list(["releases", "sources"]);
	return listed.flatMap((source, index) => {
		if (typeof source !== "string" || listed.indexOf(source) === index) return [];
		return [{
			rule: "duplicate-source",
			path: [
				"releases",
				"sources",
				index
			],
			message: `The source ${quote(source)} is listed twice.`,
			fix: "list each source once, in the order in which to try them"
		}];
	});
}
function usedSources(draft) {
	const listed = draft.list(["releases", "sources"]);
	if (listed.length === 0 || sources.every((source) => listed.includes(source))) return [];
	return ["local", "mirror"].flatMap((source) => {
		const index = listed.indexOf(source);
		const isSet = draft.has(["releases", source]);
		if (index !== -1 && !isSet) return [{
			rule: "source-without-place",
			path: [
				"releases",
				"sources",
				index
			],
			message: `The source ${quote(source)} is listed, but \`releases.${source}\` does not say where it is.`,
			fix: `add \`releases.${source}\`, or remove it from the list`
		}];
		if (index !== -1 || !isSet) return [];
		return [{
			rule: "unused-source",
			path: ["releases", source],
			atKey: true,
			message: `\`releases.${source}\` is never used: \`releases.sources\` does not list ${quote(source)}.`,
			fix: `add ${quote(source)} to \`releases.sources\``
		}];
	});
}
function duplicateRisks(draft) {
	const risks = draft.list(["accept"]).map((_, index) => draft.text([
		"accept",
		index,
		"risk"
	]));
	return risks.flatMap((risk, index) => {
		if (risk === void 0 || risks.indexOf(risk) === index) return [];
		return [{
			rule: "duplicate-risk",
			path: [
				"accept",
				index,
				"risk"
			],
			message: `The risk ${quote(risk)} is accepted twice.`,
			fix: "keep one entry, with the whole reason"
		}];
	});
}

// src/manifest/rules/versions.ts
function downgrade(draft) {
	const from = draft.text(["from"]);
	const to = draft.text(["to"]);
	if (from === void 0 || to === void 0) return [];
	if (from === to && readVersion(from) !== void 0) return [{
		rule: "nothing-to-do",
		path: ["to"],
		message: `\`to\` is ${quote(to)}, the same as \`from\`: there is nothing to upgrade.`,
		fix: "name the release that the cluster shall run"
	}];
	const older = readVersion(from);
	const newer = readVersion(to);
	if (older === void 0 || newer === void 0 || compareWritten(newer, older) >= 0) return [];
	return [{
		rule: "downgrade",
		path: ["to"],
		message: `\`to\` is ${quote(to)}, older than \`from\`, ${quote(from)}: etcd-migrate plans upgrades only.`,
		fix: "exchange the two; a rehearsal tries the way back by itself (rehearsal.depth: standard)"
	}];
}
function hops(draft) {
	const stops = draft.list(["hops"]).map((_, index) => stopAt(draft, ["hops", index]));
	const first = stopAt(draft, ["from"]);
	const last = stopAt(draft, ["to"]);
	if (stops.length === 0 || stops.includes(void 0)) return [];
	if (first !== void 0 && last !== void 0 && compareWritten(last.version, first.version) < 0) return [];
	const path = [
		first,
		...stops,
		last
	].filter((stop) => stop !== void 0);
	const pairs = path.slice(1).flatMap((stop, index) => {
		const before = path[index];
		return before === void 0 ? [] : [{
			before,
			stop
		}];
	});
	const disorder = pairs.flatMap(({ before, stop }) => disordered(before, stop));
	return disorder.length > 0 ? disorder : pairs.flatMap(({ before, stop }) => skipping(before, stop));
}
function stopAt(draft, path) {
	const written = draft.text(path);
	const version = written === void 0 ? void 0 : readVersion(written);
	return written === void 0 || version === void 0 ? void 0 : {
		written,
		version,
		path
	};
}
function placeOf$1(before, stop) {
	return stop.path[0] === "to" ? before.path : stop.path;
}
function disordered(before, stop) {
	const order = compareWritten(stop.version, before.version);
	const isRepeated = stop.written === before.written && before.path[0] === "hops" && stop.path[0] === "hops";
	if (order > 0 || order === 0 && !isRepeated) return [];
	const message = isRepeated ? `\`hops\` lists ${quote(stop.written)} twice.` : before.path[0] === "from" ? `${quote(stop.written)} in \`hops\` is older than \`from\`, ${quote(before.written)}.` : stop.path[0] === "to" ? `${quote(before.written)} in \`hops\` is newer than \`to\`, ${quote(stop.written)}.` : `${quote(stop.written)} in \`hops\` comes after ${quote(before.written)}, but is older.`;
	return [{
		rule: "hops-order",
		path: placeOf$1(before, stop),
		message,
		fix: "list the stop-overs from old to new, each once, between `from` and `to`"
	}];
}
function skipping(before, stop) {
	const { major, minor } = before.version;
	const line = lineOf(stop.version);
	if (findLine(line) === void 0) return [{
		rule: "unknown-line",
		path: stop.path,
		message: `${quote(stop.written)} is of the line ${line}, which this etcd-migrate does not know.`,
		fix: `known lines are ${join$1(loadCatalog().lines.map((known) => known.line), "and")}; correct it, or use a newer etcd-migrate`
	}];
	const skipped = stop.version.major !== major ? [] : missingLines(major, minor, stop.version.minor);
	if (skipped.length === 0) return [];
	return [{
		rule: "hops-skip-minor",
		path: placeOf$1(before, stop),
		message: `\`hops\` goes from ${lineOf(before.version)} to ${lineOf(stop.version)} and skips ${join$1(skipped, "and")}: etcd must be upgraded one minor at a time.`,
		fix: `add ${skipped.map(quote).join(", ")}, or remove \`hops\` and let the planner choose`
	}];
}
function missingLines(major, from, to) {
	const count = Math.min(Math.max(0, to - from - 1), 5);
	return Array.from({ length: count }, (_, index) => `${major}.${from + index + 1}`);
}

// src/manifest/rules/index.ts
const rules = [
	downgrade,
	hops,
	duplicateNames,
	voterCount,
	knownHolders,
	ownedSettings,
	configFileAlone,
	flagAndVariable,
	numbersAsWritten,
	endpoints,
	mirrorCredentials,
	fileOrVariable,
	certificateWithKey,
	onePassword,
	valueSizeOrder,
	usableMix,
	limitsFit,
	someBackups,
	takenFromCluster,
	revisionsOfCluster,
	sampledBackups,
	expectedKeys,
	duplicateSources,
	usedSources,
	duplicateRisks
];

// src/manifest/parse.ts
function draftManifest(bytes, file) {
	const yaml = readManifestYaml(bytes, file);
	const draft = new Draft(yaml.value, yaml);
	return {
		file,
		draft,
		configFiles: holdersIn(draft).flatMap(({ member, path }) => {
			const key = [...path, "configFile"];
			const name = draft.text(key);
			if (!name) return [];
			const named = {
				key,
				name,
				where: yaml.locate(key)
			};
			return [member === void 0 ? named : {
				...named,
				member
			}];
		})
	};
}
function judgeManifest({ file, draft }, beside = []) {
	const { yaml } = draft;
	if (yaml.value === void 0) throw mistakesError("manifest-invalid", file, yaml.findings.length > 0 ? yaml.findings : [emptyFile(file)]);
	const checked = (isForBackupsAlone(draft) ? ManifestOfBackups : Manifest).safeParse(yaml.value);
	const meaning = [...checked.success ? [] : issueFindings(checked.error.issues, yaml.value, yaml), ...rules.flatMap((rule) => rule(draft)).map((remark) => remarkFinding(remark, yaml))];
	const told = new Set(yaml.findings.map(placeKey));
	const certain = meaning.filter((finding) => {
		if (told.has(placeKey(finding))) return false;
		if (yaml.brokenFromLine === Number.POSITIVE_INFINITY) return true;
		return (finding.where?.line ?? 0) < yaml.brokenFromLine && finding.id !== "rule/manifest-missing-key";
	});
	const findings = [...[
		...yaml.findings,
		...certain,
		...beside.filter(({ where }) => where?.file === file)
	].sort(byPlace), ...beside.filter(({ where }) => where?.file !== file)];
	if (findings.filter((finding) => finding.severity === "error").length > 0 || !checked.success) throw mistakesError("manifest-invalid", file, findings);
	return {
		manifest: checked.data,
		file,
		locate: yaml.locate,
		warnings: findings
	};
}
function isForBackupsAlone(draft) {
	return draft.has(["backups"]) && ![
		"from",
		"to",
		"hops"
	].some((key) => draft.has([key]));
}
function placeKey({ where }) {
	return `${where?.line}:${where?.column}`;
}
function emptyFile(file) {
	return {
		id: "rule/manifest-empty",
		severity: "error",
		message: "The manifest is empty (or has comments only); `from` and `to` are needed.",
		where: {
			file,
			line: 1,
			column: 1
		},
		fix: "write from: \"3.5\" and to: \"3.7\", or run `etcd-migrate init`"
	};
}

// src/manifest/resolve-settings.ts
function resolveSettings(parsed, files, memberNames) {
	const { members = {}, ...etcd } = parsed.manifest.etcd ?? {};
	const shared = channelsOf(parsed, ["etcd"], etcd, files);
	const own = Object.entries(members).map(([name, channels]) => [name, channelsOf(parsed, [
		"etcd",
		"members",
		name
	], channels, files.members?.[name] ?? {})]);
	const pick = (part) => Object.fromEntries(own.map(([name, channels]) => [name, part(channels)]));
	const settings = {
		shared: shared.settings,
		own: pick((channels) => channels.settings)
	};
	const places = {
		shared: shared.places,
		own: pick((channels) => channels.places)
	};
	requireSame(settings, places, memberNames, parsed);
	return {
		settings,
		places,
		notes: [shared, ...own.map(([, channels]) => channels)].flatMap(({ notes }) => notes)
	};
}
function channelsOf(parsed, path, channels, text) {
	const { flags = {}, environment = {} } = channels;
	const config = configFileOf(parsed, [...path, "configFile"], channels.configFile, text);
	const placesIn = (group, names) => names.map((name) => [name, parsed.locate([
		...path,
		group,
		name
	])]);
	const settings = {
		flags: Object.fromEntries(Object.entries(flags).map(([flag, value]) => [flag, String(value)])),
		environment
	};
	return {
		settings: config === void 0 ? settings : {
			...settings,
			configFile: config.settings
		},
		places: {
			...Object.fromEntries([...placesIn("flags", Object.keys(flags)), ...placesIn("environment", Object.keys(environment))]),
			...config?.places
		},
		notes: config?.notes ?? []
	};
}
function configFileOf(parsed, key, file, { configFile: text, shownAs }) {
	if (file === void 0) return void 0;
	if (text === void 0) {
		const named = `${parsed.file} names ${file} in ${showPath(key)}`;
		throw new EtcdMigrateError("internal-error", `${named}, but its text was not handed over.`);
	}
	return readConfigFile$1(text, shownAs ?? file);
}
function requireSame(settings, places, memberNames, parsed) {
	const differences = differencesBetween(holdersOf(settings, memberNames), loadCatalog());
	if (differences.length === 0) return;
	throw mistakesError("manifest-invalid", parsed.file, differences.map((difference) => ({
		id: "rule/manifest-settings-differ",
		severity: "error",
		message: `The members have different settings: ${differenceWords(difference)}.`,
		where: placeOf(difference, places, parsed),
		fix: "one plan is for members that do the same: give every member the same value, each in the channel that it has"
	})));
}
function placeOf({ flag, values }, places, parsed) {
	const names = [
		flag,
		variableOf(flag),
		fileKeyOf(flag)?.[0] ?? flag
	];
	const alone = values.toReversed().flatMap((group) => group.members).filter((member) => Object.hasOwn(places.own, member));
	return alone.flatMap((member) => names.flatMap((name) => places.own[member]?.[name] ?? []))[0] ?? parsed.locate([
		"etcd",
		"members",
		...alone.slice(0, 1)
	]);
}

// src/manifest/resolve.ts
function resolveManifest(parsed, files) {
	const { manifest } = parsed;
	const { rehearsal = {}, releases = {}, members = defaults.members } = manifest;
	const voters = typeof members === "number" ? members : members.length;
	const memberNames = memberNamesOf(voters, typeof members === "number" ? void 0 : members);
	const { settings, places, notes } = resolveSettings(parsed, files, memberNames);
	const hops = stopOvers(manifest);
	return {
		name: manifest.name ?? defaults.name,
		...present({
			from: manifest.from,
			to: manifest.to,
			hops
		}),
		voters,
		memberNames,
		settings,
		settingPlaces: places,
		...present({ connection: manifest.connection }),
		rehearsal: resolveRehearsal(rehearsal),
		releases: {
			sources: releases.sources ?? defaults.releases.sources,
			local: releases.local ?? {},
			...present({
				mirror: releases.mirror,
				image: releases.image
			})
		},
		...present({ backups: manifest.backups === void 0 ? void 0 : resolveBackups(manifest.backups) }),
		accept: manifest.accept ?? [],
		...notes.length === 0 ? {} : { notes }
	};
}
function resolveRehearsal(rehearsal) {
	const standard = defaults.rehearsal;
	const { valueSize = standard.workload.valueSize, mix, ...workload } = present(rehearsal.workload);
	const { mix: standardMix, valueSize: _, ...standardWorkload } = standard.workload;
	return {
		depth: rehearsal.depth ?? standard.depth,
		seed: rehearsal.seed ?? standard.seed,
		...present({
			tls: rehearsal.tls,
			auth: rehearsal.auth
		}),
		workload: {
			...standardWorkload,
			...workload,
			valueBytes: typeof valueSize === "number" ? [valueSize, valueSize] : valueSize,
			mix: {
				...standardMix,
				...present(mix)
			}
		},
		thresholds: {
			...standard.thresholds,
			...present(rehearsal.thresholds)
		},
		timeLimits: {
			...standard.timeLimits,
			...present(rehearsal.timeLimits)
		}
	};
}
const minuteMs = 6e4;
function resolveBackups(backups) {
	const { rpoMinutes, rpoRevisions, rtoMinutes, provenWithinHours } = backups.policy ?? {};
	const { fetch, take, test, notify, history, clusterId } = backups;
	return {
		...present({
			fetch,
			test,
			notify,
			history,
			clusterId
		}),
		...present({ take: take === void 0 ? void 0 : {
			directory: take.directory,
			...present({ keep: take.keep })
		} }),
		files: backups.files ?? [],
		choose: backups.choose ?? defaults.backups.choose,
		sampleSize: backups.sampleSize ?? defaults.backups.sampleSize,
		sha256: mapValues(backups.sha256 ?? {}, (digest) => digest.toLowerCase()),
		voters: backups.members ?? defaults.backups.members,
		policy: { ...present({
			rpoMs: rpoMinutes === void 0 ? void 0 : rpoMinutes * minuteMs,
			rpoRevisions,
			rtoMs: rtoMinutes === void 0 ? void 0 : rtoMinutes * minuteMs
		}) },
		...present({ provenWithinMs: provenWithinHours === void 0 ? void 0 : provenWithinHours * 60 * minuteMs }),
		otherReleases: backups.releases ?? [],
		expect: (backups.expect ?? []).map(({ prefix = "", atLeast = 0, atMost = Number.MAX_SAFE_INTEGER, key, matches }) => key === void 0 ? {
			prefix,
			atLeast,
			atMost
		} : {
			key,
			...present({ matches })
		})
	};
}
function mapValues(record, change) {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
function stopOvers({ hops, from, to }) {
	if (hops === void 0) return void 0;
	const start = hops[0] === from ? 1 : 0;
	const end = hops.length > start && hops.at(-1) === to ? hops.length - 1 : hops.length;
	return hops.slice(start, end);
}

// src/manifest/untrusted-paths.ts
const { rule, refused } = powers["reads-path"];
function namedPaths(value) {
	return weigh(manifestJsonSchema(), value).named;
}
function outsideFinding(what, where) {
	return {
		id: `rule/${rule}`,
		severity: "error",
		message: `${what} leads outside of the workspace, or through a link that leads nowhere: this ref is not trusted to ${refused}.`,
		where,
		fix: `name a file of the workspace. ${howToBeTrusted}`
	};
}
function settingFindings(value, locate) {
	return weigh(manifestJsonSchema(), value).settings.filter((setting) => mayNameFile(setting.value)).map(({ path }) => settingFinding(showPath(path), locate(path)));
}
function configFindings({ settings, places }) {
	return Object.entries(places).flatMap(([name, where]) => {
		const value = settings[name];
		if (!areFileKeys({ [name]: value })) return [foreignFinding(where)];
		return mayNameFile(value) ? [settingFinding("This setting", where)] : [];
	});
}
function areFileKeys(group, path = []) {
	return Object.entries(group).every(([key, value]) => {
		const here = [...path, key];
		if (!isFileKey(here)) return false;
		if (Array.isArray(value)) return value.every((item) => typeof item !== "object");
		return typeof value !== "object" || value === null || areFileKeys(value, here);
	});
}
function foreignFinding(where) {
	return {
		id: "rule/manifest-config-file",
		severity: "error",
		message: "This key is, or holds, none that a configuration file of etcd 3.3 to 3.7 has: on a ref that is not trusted no other file may pass for one.",
		where,
		fix: `name the right file in \`etcd.configFile\`, or remove the key. ${howToBeTrusted}`
	};
}
function settingFinding(name, where) {
	return {
		id: `rule/${rule}`,
		severity: "error",
		message: `${name} may name a file, which etcd would read: this ref is not trusted to ${refused}.`,
		where,
		fix: `leave the setting out. ${howToBeTrusted}`
	};
}
function mayNameFile(value) {
	if (typeof value === "string") return /[/\\]/.test(value.replaceAll(/\bhttps?:\/\/[^\s,"']*/g, ""));
	return typeof value === "object" && value !== null && Object.values(value).some(mayNameFile);
}

// src/app/plan/manifest-file.ts
const MAX_MANIFEST_BYTES = 1048576;
async function loadManifestFile(file, workingDirectory, confinedTo) {
	const shown = relative(workingDirectory, file) || file;
	const draft = draftManifest(await readText(file, shown, confinedTo), shown);
	const refused = confinedTo === null ? [] : await refusedPaths(draft, dirname(file), confinedTo);
	const config = await readConfigFiles(draft.configFiles, dirname(file), workingDirectory, confinedTo);
	const parsed = judgeManifest(draft, [...refused, ...config.mistakes]);
	const { manifest, findings } = confinedTo === null ? {
		...parsed,
		findings: []
	} : withoutPowers(parsed.manifest, parsed.locate);
	const resolved = resolveManifest({
		...parsed,
		manifest
	}, config.files);
	return {
		manifest: resolved,
		findings: [
			...parsed.warnings,
			...resolved.notes ?? [],
			...findings
		],
		locate: parsed.locate
	};
}
async function refusedPaths({ draft: { yaml } }, baseDir, confinedTo) {
	return [...(await Promise.all(namedPaths(yaml.value).map(async ({ path, name }) => ({
		finding: outsideFinding(quote(name), yaml.locate(path)),
		stays: await staysInside(confinedTo, resolve(baseDir, name))
	})))).flatMap(({ finding, stays }) => stays ? [] : [finding]), ...settingFindings(yaml.value, yaml.locate)];
}
async function readConfigFiles(named, baseDir, workingDirectory, confinedTo) {
	const read = await Promise.all(named.map((each) => readConfigFile(each, baseDir, workingDirectory, confinedTo)));
	const own = named.flatMap(({ member }, index) => member === void 0 ? [] : [[member, read[index]?.files ?? {}]]);
	return {
		files: {
			...read[named.findIndex(({ member }) => member === void 0)]?.files,
			members: Object.fromEntries(own)
		},
		mistakes: read.flatMap(({ mistakes }) => mistakes)
	};
}
async function readConfigFile(configFile, baseDir, workingDirectory, confinedTo) {
	const path = resolve(baseDir, configFile.name);
	const shownAs = relative(workingDirectory, path) || path;
	if (confinedTo !== null && !await staysInside(confinedTo, path)) return {
		files: {},
		mistakes: []
	};
	try {
		const bytes = await readFileBounded(path, MAX_MANIFEST_BYTES);
		const configText = Buffer.from(bytes).toString("utf8");
		const mistakes = configFileMistakes(bytes, shownAs);
		const foreign = confinedTo === null || mistakes.length > 0 ? [] : configFindings(readConfigFile$1(configText, shownAs));
		return {
			files: {
				configFile: configText,
				shownAs
			},
			mistakes: [...mistakes, ...foreign]
		};
	} catch (error) {
		if (error instanceof EtcdMigrateError) throw error;
		const { code, message } = error;
		const why = code === "ENOENT" ? "does not exist" : `cannot be read: ${message}`;
		return {
			files: {},
			mistakes: [{
				id: "rule/manifest-config-file",
				severity: "error",
				message: `${showPath(configFile.key)} names ${quote(configFile.name)}, but ${shownAs} ${why}.`,
				where: configFile.where,
				fix: "name an etcd YAML configuration file; the path starts in the directory of the manifest"
			}]
		};
	}
}
async function readText(file, shown, confinedTo) {
	if (confinedTo !== null && !await staysInside(confinedTo, file)) throw new EtcdMigrateError("manifest-unreadable", `${shown} leads outside of the workspace, or through a link that leads nowhere: this ref is not trusted to read there.`, { hint: `Keep the manifest in the workspace. ${howToBeTrusted}` });
	try {
		return await readFileBounded(file, MAX_MANIFEST_BYTES);
	} catch (error) {
		const code = error.code;
		if (code === "ENOENT") throw new EtcdMigrateError("manifest-missing", `${shown} does not exist.`, { cause: error });
		const why = error instanceof Error ? error.message : String(error);
		const hint = code === void 0 ? {} : { hint: "Check the path, and that the user that runs etcd-migrate may read it." };
		throw new EtcdMigrateError("manifest-unreadable", `${shown} cannot be read: ${why}.`, {
			cause: error,
			...hint
		});
	}
}

// src/app/backups/wishes.ts
async function settleWishes(settings, { workingDirectory }, { files, release, members }, random) {
	const history = join(settings.outputDir, proofHistoryName);
	const common = {
		...present({ release }),
		files,
		filesDir: workingDirectory,
		choice: { of: "all" },
		history,
		confinedTo: null,
		voters: members ?? defaults.backups.members
	};
	if (!settings.manifestGiven) {
		if (files.length === 0) throw new EtcdMigrateError("usage", "No backup was named.", { hint: "Name backup files or patterns, or a manifest." });
		const releases = {
			sources: defaults.releases.sources,
			local: {}
		};
		const baseDir = workingDirectory;
		return {
			...common,
			baseDir,
			policy: {},
			sha256: {},
			otherReleases: [],
			expect: [],
			findings: [],
			releases
		};
	}
	const { manifest, findings } = await loadManifestFile(settings.manifestFile, workingDirectory, settings.confinedTo);
	const { backups, connection } = manifest;
	const baseDir = dirname(settings.manifestFile);
	const ofManifest = {
		...common,
		baseDir,
		cluster: manifest.name,
		releases: manifest.releases,
		findings,
		...present({ connection })
	};
	if (files.length === 0 && (backups === void 0 || backups.files.length === 0 && backups.take === void 0)) {
		const left = findings.filter(({ id }) => id.startsWith("rule/untrusted-")).map(({ message }) => ` ${message}`);
		const why = `No backup was named: ${settings.manifestFile} has no \`backups\` to prove.${left.join("")}`;
		throw new EtcdMigrateError("usage", why, {
			hint: "Name backup files or patterns, or write `backups.files` into the manifest.",
			details: { findings }
		});
	}
	if (backups === void 0) return {
		...ofManifest,
		policy: {},
		sha256: {},
		otherReleases: [],
		expect: []
	};
	const { policy, sha256, otherReleases, expect, clusterId, test, notify, take, fetch, choose } = backups;
	return {
		...ofManifest,
		policy,
		sha256,
		otherReleases,
		expect,
		...present({
			clusterId,
			test,
			notify
		}),
		voters: members ?? backups.voters,
		history: proofHistoryOf(manifest, baseDir) ?? history,
		...files.length > 0 ? {} : {
			remembered: manifest.name,
			...present({
				take,
				fetch
			}),
			files: backups.files,
			filesDir: baseDir,
			confinedTo: settings.confinedTo,
			choice: choose === "sample" ? {
				of: choose,
				size: backups.sampleSize,
				random
			} : { of: choose }
		}
	};
}
function askedOf({ expect, test, voters, otherReleases }) {
	return {
		expect,
		test,
		members: voters,
		otherReleases
	};
}
function proofHistoryOf({ backups }, baseDir) {
	return backups?.history === void 0 ? void 0 : resolve(baseDir, backups.history);
}

export { mistakesError as a, readSmallFile as c, loadManifestFile as i, shapedAs as l, proofHistoryOf as n, howToBeTrusted as o, settleWishes as r, readJsonFile as s, askedOf as t };