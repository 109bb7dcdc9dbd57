export const id = 88;
export const ids = [88];
export const modules = {

/***/ 88511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M_: () => (/* binding */ proofHistoryOf),
/* harmony export */   Tt: () => (/* binding */ settleWishes),
/* harmony export */   iN: () => (/* binding */ askedOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
/* harmony import */ var _manifest_defaults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37662);
/* harmony import */ var _manifest_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74456);
/* harmony import */ var _run_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74629);
// Owns what `verify-backup` is asked for: the command line and the manifest's `backups` settled into one answer.
// Must not look for files nor start anything.





/** Files of the command line are all proven; the manifest's are those that it chooses, drawn by `random`. */
async function settleWishes(settings, { workingDirectory }, { files, release, members }, random) {
    const history = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(settings.outputDir, _run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .proofHistoryName */ .g);
    const common = {
        ...(release === undefined ? {} : { release }),
        ...{ files, filesDir: workingDirectory, choice: { of: 'all' }, history },
        voters: members ?? _manifest_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaults */ .N.backups.members,
    };
    if (!settings.manifestGiven) {
        if (files.length === 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('usage', 'No backup was named.', {
                hint: 'Name backup files or patterns, or a manifest.',
            });
        }
        const releases = { sources: _manifest_defaults_js__WEBPACK_IMPORTED_MODULE_2__/* .defaults */ .N.releases.sources, local: {} };
        const baseDir = workingDirectory;
        return { ...common, baseDir, policy: {}, sha256: {}, otherReleases: [], expect: [], findings: [], releases };
    }
    const { manifest, findings } = await (0,_manifest_file_js__WEBPACK_IMPORTED_MODULE_3__/* .loadManifestFile */ .K)(settings.manifestFile, workingDirectory, settings.trusted);
    const { backups, connection } = manifest;
    const baseDir = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(settings.manifestFile);
    const ofManifest = {
        ...{ ...common, baseDir, cluster: manifest.name, releases: manifest.releases, findings },
        ...(connection === undefined ? {} : { connection }),
    };
    if (files.length === 0 && (backups === undefined || (backups.files.length === 0 && backups.take === undefined))) {
        const left = findings.filter(({ id }) => id.startsWith('rule/untrusted-')).map(({ message }) => ` ${message}`);
        const why = `No backup was named: ${settings.manifestFile} has no \`backups\` to prove.${left.join('')}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('usage', why, {
            hint: 'Name backup files or patterns, or write `backups.files` into the manifest.',
            details: { findings },
        });
    }
    if (backups === undefined)
        return { ...ofManifest, policy: {}, sha256: {}, otherReleases: [], expect: [] };
    const { policy, sha256, otherReleases, expect, clusterId, test, notify, take, fetch, choose } = backups;
    return {
        ...{ ...ofManifest, policy, sha256, otherReleases, expect },
        ...(clusterId === undefined ? {} : { clusterId }),
        ...(test === undefined ? {} : { test }),
        ...(notify === undefined ? {} : { notify }),
        voters: members ?? backups.voters,
        history: proofHistoryOf(manifest, baseDir) ?? history,
        ...(files.length > 0
            ? {}
            : {
                remembered: manifest.name,
                ...(take === undefined ? {} : { take }),
                ...(fetch === undefined ? {} : { fetch }),
                ...{ files: backups.files, filesDir: baseDir },
                choice: choose === 'sample' ? { of: choose, size: backups.sampleSize, random } : { of: choose },
            }),
    };
}
/** What an attestation records of them, and what is asked of one. */
function askedOf({ expect, test, voters, otherReleases }) {
    return { expect, test, members: voters, otherReleases };
}
/** The file that the manifest names, if it does. */
function proofHistoryOf({ backups }, baseDir) {
    return backups?.history === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(baseDir, backups.history);
}


/***/ }),

/***/ 74456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ loadManifestFile)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/manifest/mistakes.js
var mistakes = __webpack_require__(70133);
;// CONCATENATED MODULE: ./lib/src/manifest/owned-settings.js
// Owns the list of etcd settings that etcd-migrate itself must choose for each member, and why.
// Must not know how they are chosen (drivers/).
const address = 'addresses and ports belong to each member; a rehearsal takes free ones on 127.0.0.1';
const directory = 'every member gets a data directory of its own';
const formation = 'the cluster is formed from `members`';
const certificates = 'certificates are made for the run; use `rehearsal.tls`';
const logging = "members' logs are kept with the run";
const proxy = 'only voting members are rehearsed, no proxies';
const exits = 'etcd would print it and exit';
/** Flag name → why a manifest cannot set it. Names of etcd 3.3 to 3.7 (`etcd --help` of each). */
const owned = {
    name: 'members are named by `members`',
    'config-file': 'name the file with `etcd.configFile`',
    'data-dir': directory,
    'wal-dir': directory,
    'listen-client-urls': address,
    'listen-client-http-urls': address,
    'listen-peer-urls': address,
    'listen-metrics-urls': address,
    'advertise-client-urls': address,
    'initial-advertise-peer-urls': address,
    'initial-cluster': formation,
    'initial-cluster-state': formation,
    'initial-cluster-token': formation,
    'force-new-cluster': formation,
    'cert-file': certificates,
    'key-file': certificates,
    'client-cert-file': certificates,
    'client-key-file': certificates,
    'trusted-ca-file': certificates,
    'client-cert-auth': certificates,
    'client-crl-file': certificates,
    'client-cert-allowed-hostname': certificates,
    'auto-tls': certificates,
    'peer-cert-file': certificates,
    'peer-key-file': certificates,
    'peer-client-cert-file': certificates,
    'peer-client-key-file': certificates,
    'peer-trusted-ca-file': certificates,
    'peer-client-cert-auth': certificates,
    'peer-crl-file': certificates,
    'peer-cert-allowed-cn': certificates,
    'peer-cert-allowed-hostname': certificates,
    'peer-auto-tls': certificates,
    // Groups of a configuration file.
    'client-transport-security': certificates,
    'peer-transport-security': certificates,
    'log-outputs': logging,
    'log-output': logging,
    'enable-log-rotation': logging,
    'log-rotation-config-json': logging,
    version: exits,
    help: exits,
    h: exits,
};
/** Why the flag is not for the manifest to set; undefined when it is. */
function whyOwned(flag) {
    if (Object.hasOwn(owned, flag))
        return owned[flag];
    if (flag === 'discovery' || flag.startsWith('discovery-'))
        return formation;
    if (flag === 'proxy' || flag.startsWith('proxy-'))
        return proxy;
    return undefined;
}
/** `ETCD_SNAPSHOT_COUNT` → `snapshot-count`: etcd derives variable names from flag names in this way. */
function flagOfVariable(variable) {
    return variable
        .replace(/^ETCD_/, '')
        .toLowerCase()
        .replaceAll('_', '-');
}

;// CONCATENATED MODULE: ./lib/src/manifest/phrase.js
// Owns how values and keys from the user's file are shown in messages: quoted, short, and free of control characters.
// Must not know which mistake is being told.
const MAX_SHOWN = 60;
/** Control and direction characters that JSON leaves alone but that change what a terminal shows. */
const UNSHOWABLE = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function escapeUnshowable(text) {
    return text.replace(UNSHOWABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** A text in double quotes, cut after 60 characters. */
function quote(text) {
    return quoteUpTo(text, MAX_SHOWN);
}
function quoteUpTo(text, max) {
    const cut = text.length > max ? `${text.slice(0, max)}…` : text;
    return escapeUnshowable(JSON.stringify(cut));
}
/** A source text without quotes, cut after 60 characters. */
function bare(text) {
    return bareUpTo(text, MAX_SHOWN);
}
/** As `bare`, for texts that are longer by nature. */
function bareUpTo(text, max) {
    return quoteUpTo(text, max).slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
}
/** A key or path in back quotes: `rehearsal.workload.rate`, `hops[1]`, `etcd.flags["a b"]`. */
function showPath(path) {
    let text = '';
    for (const part of path) {
        if (typeof part === 'number')
            text += `[${part}]`;
        else if (/^[A-Za-z_][A-Za-z0-9_-]{0,59}$/.test(part))
            text += text === '' ? part : `.${part}`;
        else
            text += text === '' && path.length === 1 ? bare(part) : `[${quote(part)}]`;
    }
    return `\`${text}\``;
}
/** "a", "a or b", "a, b or c". */
function join(items, word) {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

;// CONCATENATED MODULE: ./lib/src/manifest/text.js

/** Far above any real manifest, so that a wrong path to a big file is told at once. */
const MAX_FILE_BYTES = 1024 * 1024;
/** UTF-8 with or without a byte order mark. Throws `manifest-unreadable`, located to the line where that is possible. */
function decodeText(bytes, file) {
    if (bytes.length > MAX_FILE_BYTES) {
        const mebibytes = (bytes.length / MAX_FILE_BYTES).toFixed(1);
        throw unreadable(file, 'rule/manifest-too-big', `The file is ${mebibytes} MiB; a manifest is at most 1 MiB.`, 'check the path');
    }
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw unreadable(file, 'rule/manifest-not-utf8', 'The file is UTF-16.', 'save it as UTF-8', { line: 1, column: 1 });
    }
    const zero = bytes.indexOf(0);
    if (zero !== -1) {
        throw unreadable(file, 'rule/manifest-binary', 'The file is not a text file: it has a NUL byte here.', 'check the path', placeOf(bytes, zero));
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw unreadable(file, 'rule/manifest-not-utf8', 'This line is not valid UTF-8.', 'save the file as UTF-8', {
            line: firstUndecodableLine(bytes),
        });
    }
}
function placeOf(bytes, offset) {
    const before = bytes.subarray(0, offset);
    return {
        line: before.reduce((line, byte) => (byte === 0x0a ? line + 1 : line), 1),
        column: offset - before.lastIndexOf(0x0a),
    };
}
/** A line break is never part of another UTF-8 character, so lines can be judged one by one. */
function firstUndecodableLine(bytes) {
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
        const end = bytes.indexOf(0x0a, start);
        const stop = end === -1 ? bytes.length : end;
        try {
            new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, stop));
        }
        catch {
            return line;
        }
        start = stop + 1;
    }
    return line;
}
function unreadable(file, id, message, fix, place = {}) {
    const finding = { id, severity: 'error', message, where: { file, ...place }, fix };
    return (0,mistakes/* mistakesError */.w6)('manifest-unreadable', file, [finding]);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/src/manifest/yaml-reader.js
// Owns the walk over composed YAML nodes: plain data out, the place of each value kept, aliases bounded.
// Must not know how the nodes were made (yaml.ts) nor what the keys mean.


/** Values that aliases may add in all. A "billion laughs" file passes it within milliseconds. */
const MAX_ALIASED_VALUES = 10_000;
/** Name of the document's own place. */
const ROOT = '';
const ALIAS_BOMB = 'rule/manifest-alias-bomb';
function isEmptyScalar(node) {
    return (0,dist/* isScalar */.jn)(node) && node.value === null && (node.source ?? '') === '';
}
/** Walks the composed nodes once, in the order of the file. */
class YamlReader {
    findings = [];
    #file;
    #at;
    #top = new Map();
    #anchors = new Map();
    #open = new Set();
    /** Place of the outermost alias being followed. */
    #alias;
    #aliasedValues = 0;
    /** Set once the aliases expand beyond bounds: nothing more is read then. */
    exhausted = false;
    constructor(file, at) {
        this.#file = file;
        this.#at = at;
    }
    locate(path, what) {
        return this.#find(path).nearest?.[what] ?? { file: this.#file, line: 1, column: 1 };
    }
    sourceOf(path) {
        return this.#find(path).exact?.source;
    }
    /** The place at the path, and the deepest one on the way to it. */
    #find(path) {
        let nearest;
        let exact = this.#top.get(ROOT);
        for (const part of path) {
            if (exact === undefined)
                break;
            nearest = exact;
            exact = exact.children.get(part);
        }
        return { exact, nearest: exact ?? nearest };
    }
    readDocument(contents) {
        return this.#read(contents, [], 0, this.#top, ROOT);
    }
    #read(node, path, keyOffset, siblings, part) {
        const key = this.#at(keyOffset);
        const value = node === null || isEmptyScalar(node) ? key : this.#at(node.range[0]);
        const source = (0,dist/* isScalar */.jn)(node) ? (node.source ?? String(node.value)) : undefined;
        const children = new Map();
        siblings.set(part, { key, value, source, children });
        if (node === null)
            return null;
        if (this.#alias !== undefined)
            this.#aliasedValues += 1;
        if (this.#aliasedValues > MAX_ALIASED_VALUES)
            return this.#stop(this.#alias ?? value);
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#follow(node.source, node.range[0], path, keyOffset, siblings, part);
        if (node.anchor !== undefined)
            this.#anchors.set(node.anchor, node);
        if ((0,dist/* isScalar */.jn)(node))
            return node.value;
        this.#open.add(node);
        const result = (0,dist/* isSeq */.oP)(node)
            ? this.#readList(node.items, path, children)
            : (0,dist/* isMap */.jh)(node)
                ? this.#readMap(node.items, path, children)
                : null;
        this.#open.delete(node);
        return result;
    }
    #readList(items, path, places) {
        const list = [];
        for (const [index, item] of items.entries()) {
            if (this.exhausted)
                break;
            list.push(this.#read(item, [...path, index], item.range[0], places, index));
        }
        return list;
    }
    #readMap(items, path, places) {
        const map = {};
        for (const { key, value } of items) {
            if (this.exhausted)
                break;
            const offset = key.range[0];
            const name = this.#keyName(key);
            if (name === undefined)
                continue;
            if (Object.hasOwn(map, name)) {
                const first = this.locate([...path, name], 'key').line;
                this.#report('rule/manifest-duplicate-key', offset, `${showPath([...path, name])} is set twice; the first is on line ${first}.`, 'keep one of the two');
                continue;
            }
            map[name] = this.#read(value, [...path, name], offset, places, name);
        }
        return map;
    }
    /** Undefined when the key cannot be one; the reason is reported then. */
    #keyName(key) {
        const offset = key.range[0];
        if (!(0,dist/* isScalar */.jn)(key)) {
            this.#report('rule/manifest-key-not-text', offset, 'A key must be a plain text, not a list, mapping or alias.', 'write the key out');
            return undefined;
        }
        if (typeof key.value !== 'string') {
            const source = key.source ?? '';
            const what = key.value === null ? 'empty' : `the ${typeof key.value} ${bare(source)}`;
            this.#report('rule/manifest-key-not-text', offset, `A key must be a text; this one is ${what}.`, key.value === null ? 'name the key' : `quote it: "${bare(source)}"`);
            return undefined;
        }
        if (key.value === '<<') {
            this.#report('rule/manifest-merge-key', offset, 'Merge keys (<<) are not supported.', 'write the keys out where they are needed');
            return undefined;
        }
        if (key.value === '__proto__') {
            this.#report('rule/manifest-unknown-key', offset, 'Unknown key `__proto__`.', 'remove it');
            return undefined;
        }
        return key.value;
    }
    #follow(name, offset, path, keyOffset, siblings, part) {
        const target = this.#anchors.get(name);
        if (target === undefined) {
            this.#report('rule/manifest-alias', offset, `The alias *${bare(name)} has no anchor &${bare(name)} above it.`, 'write the value out, or quote it if the * belongs to it');
            return null;
        }
        if (this.#open.has(target)) {
            this.#report('rule/manifest-alias', offset, `The alias *${bare(name)} stands inside its own anchor.`, 'write the value out');
            return null;
        }
        const outer = this.#alias;
        this.#alias ??= this.#at(offset);
        const value = this.#read(target, path, keyOffset, siblings, part);
        this.#alias = outer;
        return value;
    }
    #stop(where) {
        if (!this.exhausted) {
            this.exhausted = true;
            this.findings.push({
                id: ALIAS_BOMB,
                severity: 'error',
                message: `Aliases expand to more than ${MAX_ALIASED_VALUES} values; reading stopped.`,
                where,
                fix: 'write the values out instead of nesting aliases',
            });
        }
        return null;
    }
    #report(id, offset, message, fix) {
        this.findings.push({ id, severity: 'error', message, where: this.#at(offset), fix });
    }
}

;// CONCATENATED MODULE: ./lib/src/manifest/yaml-syntax.js
// Owns saying what is wrong with a file's YAML syntax, and where people should look for it.
// Must not know what the file means.


function syntaxFinding(error, where) {
    const told = syntaxTexts.find(({ code, said }) => code === error.code && (said?.test(error.message) ?? true));
    return {
        id: 'rule/manifest-syntax',
        severity: 'error',
        message: told?.message ?? `Not valid YAML: ${bareUpTo(error.message, MAX_PARSER_WORDS)}.`,
        where,
        fix: told?.fix ?? 'compare the line with what `etcd-migrate init` writes',
    };
}
/** Enough for every sentence of the parser; it may quote the file. */
const MAX_PARSER_WORDS = 200;
/** The parser's own words are kept for the rare cases; these are the common ones. */
const syntaxTexts = [
    {
        code: 'BAD_INDENT',
        said: /^Flow/,
        message: 'A [ or { that was opened above is not closed before this line.',
        fix: 'add the missing ] or }',
    },
    {
        code: 'BAD_INDENT',
        message: 'The indentation here fits no level above it.',
        fix: 'keys of one group begin in the same column',
    },
    {
        code: 'BLOCK_AS_IMPLICIT_KEY',
        message: 'A second ": " on one line.',
        fix: 'put the inner key on its own indented line, or quote the whole value',
    },
    {
        code: 'MISSING_CHAR',
        said: /quote/,
        message: 'A quoted text is not closed.',
        fix: 'add the missing quotation mark',
    },
    {
        code: 'MISSING_CHAR',
        said: /map keys/,
        message: 'This line has no ": ", so it is not a key with a value.',
        fix: 'write key: value',
    },
    {
        code: 'MULTILINE_IMPLICIT_KEY',
        message: 'The key that begins here goes on over the next line.',
        fix: 'write key: value; this line may lack its ": "',
    },
    { code: 'TAG_RESOLVE_FAILED', message: 'YAML tags such as !foo are not supported.', fix: 'remove the tag' },
    { code: 'BAD_SCALAR_START', message: 'A value cannot begin with this character.', fix: 'quote the value' },
    {
        code: 'BAD_DQ_ESCAPE',
        message: 'Unknown escape sequence in a double-quoted text.',
        fix: 'write \\\\ for a backslash, or use single quotes',
    },
];
/** Where to look for the mistake. */
function syntaxOffset(error, document) {
    return isUnclosedQuote(error) ? quoteBefore(error.pos[0], document) : error.pos[0];
}
function isUnclosedQuote(error) {
    return error.code === 'MISSING_CHAR' && error.message.includes('quote');
}
/** The parser notices an unclosed quote where the file ends; people look for it where it begins. */
function quoteBefore(offset, document) {
    let start = offset;
    (0,dist/* visit */.YR)(document, {
        Scalar(_, { type, range }) {
            if (type?.startsWith('QUOTE') && range && range[0] < offset && range[1] >= offset - 1)
                start = range[0];
        },
    });
    return start;
}

;// CONCATENATED MODULE: ./lib/src/manifest/yaml.js
// Owns turning YAML text into plain data that remembers where each key and value stands, within bounds.
// Must not know what the keys mean: the manifest and an etcd configuration file are both read with it.




/** Far above any real file, far below what exhausts the stack or the memory: the worst input takes 2 s on a busy two-core machine. */
const MAX_TOKENS = 100_000;
const MAX_DEPTH = 64;
/** Reads one YAML document. Never throws: every mistake is a finding with its place. */
function readYaml(text, file) {
    const withTabs = readOnce(text, file);
    if (!withTabs.hasTabs)
        return withTabs.result;
    // One blank for one tab keeps every column, so the rest of the file can still be judged.
    const tabs = tabIndentedLines(text);
    const again = readOnce(replaceTabs(text, tabs), file).result;
    const first = tabs[0] ?? 1;
    const others = tabs.length > 1 ? ` (and on ${tabs.length - 1} more line${tabs.length > 2 ? 's' : ''})` : '';
    const finding = {
        id: 'rule/manifest-tab-indentation',
        severity: 'error',
        message: `This line is indented with a tab${others}; YAML allows only spaces.`,
        where: { file, line: first, column: 1 },
        fix: 'indent with two spaces for each level',
    };
    return { ...again, findings: [finding, ...again.findings] };
}
function tabIndentedLines(text) {
    return text.split('\n').flatMap((line, index) => (/^ *\t\s*\S/.test(line) ? [index + 1] : []));
}
function replaceTabs(text, lines) {
    const wanted = new Set(lines);
    return text
        .split('\n')
        .map((line, index) => wanted.has(index + 1) ? line.replace(/^[ \t]+/, (indent) => ' '.repeat(indent.length)) : line)
        .join('\n');
}
function readOnce(text, file) {
    const lineCounter = new dist/* LineCounter */.HN();
    const at = (offset) => {
        const { line, col } = lineCounter.linePos(Math.max(0, Math.min(offset, text.length)));
        return { file, line: Math.max(1, line), column: Math.max(1, col) };
    };
    const composed = compose(text, lineCounter, at);
    if ('tooBig' in composed)
        return { result: yaml_unreadable(composed.tooBig), hasTabs: false };
    const [document, second] = composed.documents;
    if (document === undefined)
        return { result: { ...yaml_unreadable(), findings: [] }, hasTabs: false };
    const placeOf = (error) => at(syntaxOffset(error, document));
    const findings = [...document.errors, ...document.warnings].map((error) => syntaxFinding(error, placeOf(error)));
    if (second !== undefined) {
        findings.push({
            id: 'rule/manifest-several-documents',
            severity: 'error',
            message: 'A second YAML document begins here; this file must hold one.',
            where: at(second.contents?.range[0] ?? second.range[0]),
            fix: 'keep one document, or one file for each cluster',
        });
    }
    const reader = new YamlReader(file, at);
    const value = document.contents === null ? undefined : reader.readDocument(document.contents);
    const lines = document.errors.map((error) => placeOf(error).line ?? 1);
    const brokenFromLine = reader.exhausted ? 1 : Math.min(Number.POSITIVE_INFINITY, ...lines);
    // Keys and aliases behind a syntax error were read by guess.
    const certain = reader.findings.filter((finding) => finding.id === ALIAS_BOMB || (finding.where?.line ?? 0) < brokenFromLine);
    return {
        result: {
            value: document.contents === null || isEmptyScalar(document.contents) ? undefined : value,
            locate: (path) => reader.locate(path, 'value'),
            locateKey: (path) => reader.locate(path, 'key'),
            sourceOf: (path) => reader.sourceOf(path),
            findings: [...findings, ...certain].sort(mistakes/* byPlace */.hz),
            brokenFromLine,
        },
        hasTabs: document.errors.some((error) => error.code === 'TAB_AS_INDENT'),
    };
}
function yaml_unreadable(finding) {
    const file = finding?.where?.file ?? '';
    return {
        value: undefined,
        locate: () => ({ file, line: 1, column: 1 }),
        locateKey: () => ({ file, line: 1, column: 1 }),
        sourceOf: () => undefined,
        findings: finding === undefined ? [] : [finding],
        brokenFromLine: 1,
    };
}
/**
 * The lexer and parser keep their own stack and stop where we say; only the composer recurses. So depth and size are
 * bounded before it runs: 100,000 nested brackets would otherwise abort the process, not throw.
 */
function compose(text, lineCounter, at) {
    lineCounter.addNewLine(0);
    const lexer = new dist/* Lexer */.JG();
    const parser = new dist/* Parser */.iX(lineCounter.addNewLine);
    const tokens = [];
    let count = 0;
    for (const lexeme of lexer.lex(text)) {
        count += 1;
        for (const token of parser.next(lexeme))
            tokens.push(token);
        // One entry for each open collection.
        if (parser.stack.length > MAX_DEPTH) {
            return {
                tooBig: bound('rule/manifest-too-deep', `Values are nested more than ${MAX_DEPTH} levels deep here.`, at(parser.offset)),
            };
        }
        if (count > MAX_TOKENS) {
            return {
                tooBig: bound('rule/manifest-too-long', `The file has more than ${MAX_TOKENS} YAML tokens; reading stopped here.`, at(parser.offset)),
            };
        }
    }
    for (const token of parser.end())
        tokens.push(token);
    const composer = new dist/* Composer */.Dk({
        version: '1.2',
        schema: 'core',
        merge: false,
        uniqueKeys: false,
        prettyErrors: false,
    });
    return { documents: [...composer.compose(tokens, true, text.length)] };
}
function bound(id, message, where) {
    return { id, severity: 'error', message, where, fix: 'a manifest needs a few dozen lines; see `etcd-migrate init`' };
}

;// CONCATENATED MODULE: ./lib/src/manifest/config-file.js
// Owns reading an etcd configuration file into settings that can be rehearsed.
// Must not know etcd's keys beyond those that etcd-migrate sets itself (owned-settings.ts).






/** What is wrong with the file's bytes, located in it; empty where they are a YAML mapping or nothing at all. */
function configFileMistakes(bytes, file) {
    try {
        return mistakesOf(readYaml(decodeText(bytes, file), file), file);
    }
    catch (error) {
        if (error instanceof errors/* EtcdMigrateError */.A8)
            return (error.details['findings'] ?? []);
        throw error;
    }
}
/** Throws `manifest-invalid` with all mistakes, located in the file. An empty file is a file without settings. */
function readConfigFile(text, file) {
    const yaml = readYaml(text.replace(/^\ufeff/, ''), file);
    const findings = mistakesOf(yaml, file);
    if (findings.length > 0)
        throw (0,mistakes/* mistakesError */.w6)('manifest-invalid', file, findings);
    const entries = Object.entries(yaml.value ?? {});
    const kept = entries.filter(([key]) => whyOwned(key) === undefined);
    return {
        settings: Object.fromEntries(kept),
        places: Object.fromEntries(kept.map(([key]) => [key, yaml.locateKey([key])])),
        notes: entries.flatMap(([key]) => noteFor(key, yaml.locateKey([key]))),
    };
}
function mistakesOf(yaml, file) {
    const value = yaml.value ?? {};
    const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
    const shape = {
        id: 'rule/manifest-config-file',
        severity: 'error',
        message: 'An etcd configuration file must be a mapping (`key: value` lines).',
        where: yaml.value === undefined ? { file, line: 1, column: 1 } : yaml.locate([]),
        fix: 'name the right file in `etcd.configFile`',
    };
    const findings = isMapping ? yaml.findings : [...yaml.findings, shape];
    // What is said of manifests (yaml.ts) does not help here.
    return findings.map((finding) => finding.fix?.includes('etcd-migrate init')
        ? { ...finding, fix: `compare ${file} with etcd's own sample, etcd.conf.yml.sample` }
        : finding);
}
function noteFor(key, where) {
    const why = whyOwned(key);
    if (why === undefined)
        return [];
    return [
        {
            id: 'rule/manifest-owned-setting',
            severity: 'note',
            message: `${showPath([key])} is not taken over into the rehearsal: ${why}.`,
            where,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/manifest/draft.js
class Draft {
    #value;
    yaml;
    constructor(value, yaml) {
        this.#value = value;
        this.yaml = yaml;
    }
    get(path) {
        let current = this.#value;
        for (const part of path) {
            if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part))
                return undefined;
            current = current[part];
        }
        return current;
    }
    has(path) {
        return this.get(path) !== undefined;
    }
    text(path) {
        const value = this.get(path);
        return typeof value === 'string' ? value : undefined;
    }
    number(path) {
        const value = this.get(path);
        return typeof value === 'number' ? value : undefined;
    }
    list(path) {
        const value = this.get(path);
        return Array.isArray(value) ? value : [];
    }
    /** Keys of the mapping at the path; none when it is no mapping. */
    keys(path) {
        const value = this.get(path);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    }
}
function remarkFinding(remark, yaml) {
    return {
        id: `rule/manifest-${remark.rule}`,
        severity: remark.severity ?? 'error',
        message: remark.message,
        where: remark.atKey === true ? yaml.locateKey(remark.path) : yaml.locate(remark.path),
        fix: remark.fix,
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./lib/src/manifest/schema.js + 2 modules
var schema = __webpack_require__(31480);
;// CONCATENATED MODULE: ./lib/src/manifest/expectation.js
// Owns what the schema expects at a path, in words, and which keys it knows: read from the generated JSON schema.
// Must not know what a file holds.



let cached;
/** The manifest's JSON schema, made on first use: only errors and generators need it. */
function manifestJsonSchema() {
    cached ??= json_schema_processors/* toJSONSchema */.bl(schema/* Manifest */._8, { io: 'input', target: 'draft-2020-12' });
    return cached;
}
/** The schema of the value at a path; undefined where the schema knows no such place. */
function schemaAt(path, from = manifestJsonSchema()) {
    const [part, ...rest] = path;
    if (part === undefined)
        return from;
    for (const branch of from.anyOf ?? [from]) {
        const next = child(branch, part);
        const found = next === undefined ? undefined : schemaAt(rest, next);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function child(schema, part) {
    if (typeof part === 'number') {
        return schema.prefixItems?.[part] ?? (schema.items === false ? undefined : schema.items);
    }
    const own = schema.properties;
    if (own !== undefined && Object.hasOwn(own, part))
        return own[part];
    return schema.additionalProperties === false ? undefined : schema.additionalProperties;
}
/** Keys that a mapping at the path may have; empty for free-form mappings. */
function keysAt(path) {
    return Object.keys(schemaAt(path)?.properties ?? {});
}
/** Every path of the schema that ends in the key, e.g. `depth` → [['rehearsal', 'depth']]. */
function pathsOfKey(key, from = manifestJsonSchema(), path = []) {
    return Object.entries(from.properties ?? {}).flatMap(([name, schema]) => [
        ...(name === key ? [[...path, name]] : []),
        ...pathsOfKey(key, schema, [...path, name]),
    ]);
}
/** What a value must be, to be read after "must be". */
function expectation(schema) {
    if (schema.patternErrorMessage !== undefined)
        return schema.patternErrorMessage;
    if (schema.const !== undefined)
        return JSON.stringify(schema.const);
    if (schema.enum !== undefined)
        return join(schema.enum.map((item) => JSON.stringify(item)), 'or');
    if (schema.anyOf !== undefined)
        return schema.anyOf.map(expectation).join(', or ');
    if (Array.isArray(schema.type))
        return join(schema.type.map((type) => simple({ type })), 'or');
    return simple(schema);
}
function simple(schema) {
    switch (schema.type) {
        case 'string':
            return schema.format === 'uri' ? 'a URL that begins with http:// or https://' : expectation_text(schema.minLength ?? 0);
        case 'integer':
            return `a whole number${range(schema)}`;
        case 'number':
            return 'a number';
        case 'boolean':
            return 'true or false';
        case 'array':
            return list(schema);
        default:
            return schema.properties === undefined
                ? 'a mapping (indented `key: value` lines)'
                : `a mapping with any of the keys ${Object.keys(schema.properties).join(', ')}`;
    }
}
function expectation_text(minLength) {
    if (minLength === 0)
        return 'a text';
    return minLength === 1 ? 'a text that is not empty' : `a text of at least ${minLength} characters`;
}
function range({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }) {
    return maximum >= Number.MAX_SAFE_INTEGER ? ` of at least ${minimum}` : ` from ${minimum} to ${maximum}`;
}
function list(schema) {
    if (schema.prefixItems !== undefined)
        return `a list of ${schema.prefixItems.map(expectation).join(' and ')}`;
    const { minItems = 0, maxItems } = schema;
    const size = maxItems === undefined ? (minItems === 0 ? '' : ` of at least ${minItems}`) : ` of ${minItems} to ${maxItems}`;
    const item = schema.items === undefined || schema.items === false ? '' : `, each ${expectation(schema.items)}`;
    return `a list${size}${item}`;
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./lib/src/manifest/nearest.js
// Owns finding the word that somebody most likely meant.
// Must not know what the words are for.

/** Longer words are not slips of the finger, and comparing them costs time. */
const MAX_LENGTH = 40;
/** The nearest candidate, or undefined when none is near: at most a third of the letters may differ. */
function nearest(word, candidates) {
    if (word.length > MAX_LENGTH)
        return undefined;
    const wanted = plain(word);
    let best;
    for (const candidate of candidates) {
        const edits = (0,mod/* distance */.Io)(wanted, plain(candidate));
        const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
        // `to` and `cas` are so short that one edit reaches half of all words; letters swapped (`form`) cost two.
        const near = edits <= allowed || sameLetters(wanted, plain(candidate));
        if (near && wanted.length > 1 && (best === undefined || edits < best.edits))
            best = { candidate, edits };
    }
    return best?.candidate;
}
/** `config-file`, `config_file` and `ConfigFile` all mean `configFile`. */
function plain(word) {
    return word.toLowerCase().replace(/[-_\s.]/g, '');
}
function sameLetters(a, b) {
    return [...a].sort().join('') === [...b].sort().join('');
}

// EXTERNAL MODULE: ./lib/src/manifest/versions.js
var versions = __webpack_require__(22117);
;// CONCATENATED MODULE: ./lib/src/manifest/issues.js




/** Every issue of the schema as a finding with its place. `value` is what was validated. */
function issueFindings(issues, value, yaml) {
    const leaves = issues.flatMap((issue) => flatten(issue, []));
    const unknown = leaves.flatMap(({ issue, path }) => issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ path, key, meant: meantKey(path, key) })) : []);
    const renamed = new Set(unknown.map(({ path, meant }) => JSON.stringify([...path, meant ?? null])));
    return [
        ...unknown.map(({ path, key, meant }) => unknownKey(path, key, meant, yaml)),
        ...leaves
            .filter(({ issue }) => issue.code !== 'unrecognized_keys')
            // A required key that is there under a misspelt name is one mistake, not two.
            .filter(({ path }) => !(valueAt(value, path) === undefined && renamed.has(JSON.stringify(path))))
            .map(({ issue, path }) => issue.code === 'invalid_key' ? wrongKey(path, yaml) : wrongValue(path, valueAt(value, path), yaml)),
    ];
}
/** A union's issues are those of the branch whose type was meant; where no type fits, the union itself is the issue. */
function flatten(issue, base) {
    const path = [...base, ...issue.path.filter((part) => typeof part !== 'symbol')];
    if (issue.code !== 'invalid_union')
        return [{ issue, path }];
    const meant = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'));
    return meant === undefined ? [{ issue, path }] : meant.flatMap((inner) => flatten(inner, path));
}
function valueAt(value, path) {
    let current = value;
    for (const part of path) {
        if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part))
            return undefined;
        current = current[part];
    }
    return current;
}
function meantKey(path, key) {
    return pathsOfKey(key).length > 0 ? undefined : nearest(key, keysAt(path));
}
function unknownKey(path, key, meant, yaml) {
    const elsewhere = pathsOfKey(key).map((place) => place.slice(0, -1));
    const group = path.length === 0 ? '' : ` in ${showPath(path)}`;
    const fix = key === 'password'
        ? 'the password itself never stands in the manifest: name a variable with `passwordEnv` or a file with `passwordFile`'
        : meant !== undefined
            ? `did you mean \`${meant}\`?`
            : elsewhere.length > 0
                ? `\`${key}\` belongs ${join(elsewhere.map(placeName), 'or')}`
                : `valid keys here: ${keysAt(path).join(', ')}`;
    return {
        id: 'rule/manifest-unknown-key',
        severity: 'error',
        message: `Unknown key ${showPath([key])}${group}.`,
        where: yaml.locateKey([...path, key]),
        fix,
    };
}
function placeName(path) {
    return path.length === 0 ? 'to the top level' : `under ${showPath(path)}`;
}
function wrongKey(path, yaml) {
    const group = path.slice(0, -1);
    const key = String(path.at(-1));
    const names = schemaAt(group)?.propertyNames;
    const dashes = /^--?([a-z][a-z0-9-]*)$/.exec(key)?.[1];
    return {
        id: 'rule/manifest-wrong-key',
        severity: 'error',
        message: `A key of ${showPath(group)} must be ${names === undefined ? 'another' : expectation(names)}, not ${quote(key)}.`,
        where: yaml.locateKey(path),
        ...(dashes === undefined ? {} : { fix: `write ${dashes}` }),
    };
}
function wrongValue(path, value, yaml) {
    const schema = schemaAt(path) ?? {};
    const name = path.length === 0 ? 'The manifest' : showPath(path);
    const source = yaml.sourceOf(path);
    if (value === undefined)
        return missingKey(path, schema, yaml);
    if (value === null) {
        return {
            id: 'rule/manifest-missing-value',
            severity: 'error',
            message: `${name} has no value; it must be ${expectation(schema)}.`,
            where: yaml.locate(path),
            fix: 'give it a value, or remove the key',
        };
    }
    if (isVersion(schema) && typeof value === 'number')
        return unquotedVersion(path, value, source, yaml);
    const found = isSecret(path) ? 'what stands here (not shown, it may be a secret)' : describe(value, source);
    const fix = isSecret(path)
        ? undefined
        : typeof value === 'string'
            ? suggestion(schema, value, String(path.at(-1)).endsWith('Ms'))
            : quotation(schema, value, source);
    return {
        id: 'rule/manifest-wrong-value',
        severity: 'error',
        message: `${name} must be ${expectation(schema)}, not ${found}.`,
        where: yaml.locate(path),
        ...(fix === undefined ? {} : { fix }),
    };
}
function missingKey(path, schema, yaml) {
    const group = path.slice(0, -1);
    const example = schema.examples?.[0];
    return {
        id: 'rule/manifest-missing-key',
        severity: 'error',
        message: `${showPath(path)} is missing; it must be ${expectation(schema)}.`,
        where: group.length === 0 ? yaml.locate([]) : yaml.locateKey(group),
        ...(example === undefined ? {} : { fix: `add ${String(path.at(-1))}: ${JSON.stringify(example)}` }),
    };
}
/** `3.10` is 3.1 to YAML: the classic that makes a tool upgrade to the wrong release. */
function unquotedVersion(path, value, source, yaml) {
    const written = bare(source ?? String(value));
    const key = path.at(-1);
    const misread = written === String(value) ? 'YAML would read 3.10 as 3.1' : `YAML reads it as ${value}`;
    return {
        id: 'rule/manifest-version-not-quoted',
        severity: 'error',
        message: `${showPath(path)} is the number ${written}, not a version: ${misread}.`,
        where: yaml.locate(path),
        fix: `quote it: ${typeof key === 'string' ? `${key}: ` : ''}"${written}"`,
    };
}
function isVersion(schema) {
    return schema.pattern?.includes('latest') ?? false;
}
/** Somebody may have put the secret itself where its variable or file should be named. */
function isSecret(path) {
    return path[0] === 'connection' && (path[1] === 'auth' || path[1] === 'tls') && path.length > 2;
}
function describe(value, source) {
    if (typeof value === 'string')
        return value === '' ? 'an empty text' : `the text ${quote(withoutUserInfo(value))}`;
    if (typeof value === 'number') {
        const written = bare(source ?? String(value));
        return `the number ${written}${written === String(value) ? '' : ` (which YAML reads as ${value})`}`;
    }
    if (Array.isArray(value))
        return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
    if (typeof value === 'object')
        return 'a mapping';
    return String(value);
}
/** By index, not by pattern: a text of 1 MiB must not take quadratic time. */
function withoutUserInfo(text) {
    const at = text.lastIndexOf('@');
    if (at === -1)
        return text;
    const authority = text.indexOf('://') + 3;
    return `${authority > 2 && authority <= at ? text.slice(0, authority) : ''}…@${text.slice(at + 1)}`;
}
/** A longer text is no slip of the finger, and patterns that search in it would take quadratic time. */
const MAX_MEANT = 100;
const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** What was most likely meant. */
function suggestion(schema, value, isDuration) {
    if (value.length > MAX_MEANT)
        return undefined;
    const choices = schema.enum ?? [];
    const meant = nearest(value, choices);
    if (meant !== undefined)
        return `did you mean ${JSON.stringify(meant)}?`;
    if (isVersion(schema))
        return versionSuggestion(value);
    const types = (schema.anyOf ?? [schema]).map(({ type }) => type);
    if (types.includes('boolean') && /^(true|yes|on|y)$/i.test(value))
        return 'write true, without quotes';
    if (types.includes('boolean') && /^(false|no|off|n)$/i.test(value))
        return 'write false, without quotes';
    const duration = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
    const unit = UNITS[duration?.[2] ?? ''];
    if (isDuration && unit !== undefined)
        return `write ${Number(duration?.[1]) * unit} (milliseconds)`;
    if ((types.includes('integer') || schema.const !== undefined) && /^\d{1,9}$/.test(value))
        return `write ${value}, without quotes`;
    if (schema.format === 'uri' && /^[\w.-]+(:\d+)?$/.test(value))
        return `write https://${value} or http://${value}`;
    if (types.includes('array'))
        return `write a list: [${quote(value)}]`;
    return undefined;
}
/** A number or boolean where its very text would do. */
function quotation(schema, value, source) {
    const isPlain = schema.type === 'string' && schema.enum === undefined && schema.format === undefined;
    if (!isPlain || (typeof value !== 'number' && typeof value !== 'boolean'))
        return undefined;
    const written = source ?? String(value);
    const fits = schema.pattern === undefined || new RegExp(schema.pattern).test(written);
    return fits ? `quote it: "${bare(written)}"` : undefined;
}
function versionSuggestion(value) {
    const found = (/\d+\.\d+\.\d+/.exec(value) ?? /\d+\.\d+/.exec(value))?.[0];
    const written = found?.replace(/\b0+(?=\d)/g, '');
    if (written === undefined || !versions/* lineOrRelease */.lp.test(written))
        return undefined;
    return versions/* exactRelease */.jd.test(written) ? `write "${written}"` : `write "${written}" for the newest release of that line`;
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/backups.js

function someBackups(draft) {
    if (draft.keys(['backups']).length === 0 || draft.has(['backups', 'files']) || draft.has(['backups', 'take']))
        return [];
    return [
        {
            rule: 'no-backups',
            path: ['backups'],
            atKey: true,
            message: '`backups` says neither which files to prove nor that one shall be taken.',
            fix: 'add `files: ["backups/*.db"]`, or `take: {directory: backups}`',
        },
    ];
}
function takenFromCluster(draft) {
    if (!draft.has(['backups', 'take']) || draft.has(['connection']))
        return [];
    return [
        {
            rule: 'take-without-connection',
            path: ['backups', 'take'],
            atKey: true,
            message: '`backups.take` takes a backup from the live cluster, but the manifest has no `connection`.',
            fix: 'add `connection: {endpoints: [...]}`, or remove `take`',
        },
    ];
}
function revisionsOfCluster(draft) {
    const path = ['backups', 'policy', 'rpoRevisions'];
    if (!draft.has(path) || draft.has(['connection']))
        return [];
    return [
        {
            rule: 'revisions-without-connection',
            path,
            atKey: true,
            message: '`rpoRevisions` counts from the live cluster, but the manifest has no `connection`.',
            fix: 'add `connection: {endpoints: [...]}`, or use `rpoMinutes`',
        },
    ];
}
function sampledBackups(draft) {
    if (!draft.has(['backups', 'sampleSize']) || draft.text(['backups', 'choose']) === 'sample')
        return [];
    return [
        {
            rule: 'sample-not-chosen',
            path: ['backups', 'sampleSize'],
            atKey: true,
            message: '`sampleSize` does nothing: `choose` is not `sample`.',
            fix: 'write `choose: sample`, or remove `sampleSize`',
        },
    ];
}
function expectedKeys(draft) {
    return draft.list(['backups', 'expect']).flatMap((_, index) => {
        const path = ['backups', 'expect', index];
        const [byKey, byPrefix] = [draft.has([...path, 'key']), draft.has([...path, 'prefix'])];
        if (byKey !== byPrefix)
            return byKey ? oneKey(draft, path) : manyKeys(draft, path);
        return [
            {
                rule: 'expects-nothing',
                path,
                message: byKey ? 'One expectation cannot have both `key` and `prefix`.' : 'It names no keys.',
                fix: byKey ? 'make two of it' : 'add `prefix`, with `atLeast` or `atMost`, or `key`',
            },
        ];
    });
}
function oneKey(draft, path) {
    const counts = ['atLeast', 'atMost'].filter((name) => draft.has([...path, name]));
    const [count] = counts;
    if (count !== undefined) {
        return [
            {
                rule: 'expects-impossible',
                path: [...path, count],
                message: `\`${count}\` counts keys below a \`prefix\`; \`key\` names one.`,
                fix: 'remove it, or write `prefix` in place of `key`',
            },
        ];
    }
    const pattern = draft.text([...path, 'matches']);
    try {
        new RegExp(pattern ?? '', 'u');
        return [];
    }
    catch (error) {
        return [
            {
                rule: 'invalid-pattern',
                path: [...path, 'matches'],
                message: `${quote(pattern ?? '')} is no regular expression: ${error.message}.`,
                fix: 'correct it; it is a regular expression as JavaScript has them',
            },
        ];
    }
}
function manyKeys(draft, path) {
    const prefix = draft.text([...path, 'prefix']);
    const [least, most] = [draft.number([...path, 'atLeast']), draft.number([...path, 'atMost'])];
    if (prefix === undefined)
        return [];
    if (draft.has([...path, 'matches'])) {
        return [
            {
                rule: 'expects-impossible',
                path: [...path, 'matches'],
                message: '`matches` is about the value of one `key`; `prefix` names many.',
                fix: 'remove it, or write `key` in place of `prefix`',
            },
        ];
    }
    if (!draft.has([...path, 'atLeast']) && !draft.has([...path, 'atMost'])) {
        return [
            {
                rule: 'expects-nothing',
                path,
                message: `Any number of keys below ${quote(prefix)} would do.`,
                fix: 'say how many there must be: `atLeast`, `atMost` or both',
            },
        ];
    }
    if (least === undefined || most === undefined || least <= most)
        return [];
    return [
        {
            rule: 'expects-impossible',
            path: [...path, 'atMost'],
            message: `No backup has at least ${least} and at most ${most} keys below ${quote(prefix)}.`,
            fix: 'correct one of the two',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/connection.js
const tls = ['connection', 'tls'];
const auth = ['connection', 'auth'];
/** Null for what the schema refuses. (`URL.parse` is not in Node 20.) */
function readUrl(text) {
    return /^https?:/.test(text) && URL.canParse(text) ? new URL(text) : null;
}
function endpoints(draft) {
    const urls = draft.list(['connection', 'endpoints']).map((text) => (typeof text === 'string' ? readUrl(text) : null));
    const secure = urls.find((url) => url?.protocol === 'https:') !== undefined;
    const hasTls = draft.keys(tls).length > 0;
    return urls.flatMap((url, index) => {
        if (url === null)
            return [];
        const path = ['connection', 'endpoints', index];
        const remarks = [];
        if (url.username !== '' || url.password !== '') {
            remarks.push({
                rule: 'credentials-in-url',
                path,
                message: 'An endpoint must not carry a user or password: reports show endpoints.',
                fix: 'use `connection.auth` with `passwordEnv` or `passwordFile`',
            });
        }
        if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
            remarks.push({
                rule: 'endpoint-path',
                path,
                message: 'An endpoint is a scheme, a host and a port; this one has more.',
                fix: `write ${url.protocol}//${url.host}`,
            });
        }
        if (url.protocol === 'http:' && (secure || hasTls)) {
            remarks.push({
                rule: 'mixed-endpoints',
                path,
                message: secure
                    ? 'Endpoints mix http:// and https://; all members of a cluster serve the same one.'
                    : 'This endpoint is http://, so `connection.tls` would not be used and the traffic not be encrypted.',
                fix: secure ? 'use https:// for all' : 'use https://, or remove `connection.tls`',
            });
        }
        return remarks;
    });
}
function mirrorCredentials(draft) {
    const url = readUrl(draft.text(['releases', 'mirror']) ?? '');
    if (url === null || (url.username === '' && url.password === ''))
        return [];
    return [
        {
            rule: 'credentials-in-url',
            path: ['releases', 'mirror'],
            message: 'A mirror URL must not carry a user or password: reports show where binaries came from.',
            fix: 'use a mirror that needs none, or `releases.local`',
        },
    ];
}
function fileOrVariable(draft) {
    return ['ca', 'cert', 'key'].flatMap((what) => {
        if (!draft.has([...tls, `${what}File`]) || !draft.has([...tls, `${what}Env`]))
            return [];
        return [
            {
                rule: 'file-and-variable',
                path: [...tls, `${what}Env`],
                atKey: true,
                message: `\`connection.tls\` has both \`${what}File\` and \`${what}Env\`; only one can be used.`,
                fix: 'keep one of the two',
            },
        ];
    });
}
function certificateWithKey(draft) {
    const has = (what) => draft.has([...tls, `${what}File`]) || draft.has([...tls, `${what}Env`]);
    const cert = has('cert');
    if (cert === has('key'))
        return [];
    const [present, absent] = cert ? ['certificate', 'key'] : ['key', 'certificate'];
    const name = cert ? 'key' : 'cert';
    return [
        {
            rule: 'certificate-without-key',
            path: tls,
            atKey: true,
            message: `\`connection.tls\` has a client ${present} but no ${absent}.`,
            fix: `add \`${name}File\` or \`${name}Env\``,
        },
    ];
}
function onePassword(draft) {
    if (typeof draft.get(auth) !== 'object' || draft.get(auth) === null)
        return [];
    const byVariable = draft.has([...auth, 'passwordEnv']);
    const byFile = draft.has([...auth, 'passwordFile']);
    if (byVariable !== byFile)
        return [];
    return [
        {
            rule: byFile ? 'file-and-variable' : 'missing-password',
            path: byFile ? [...auth, 'passwordEnv'] : auth,
            atKey: true,
            message: byFile
                ? '`connection.auth` has both `passwordFile` and `passwordEnv`; only one can be used.'
                : '`connection.auth` does not say where the password is.',
            fix: byFile ? 'keep one of the two' : 'add `passwordEnv: NAME_OF_A_VARIABLE` or `passwordFile: path/to/file`',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/etcd-settings.js


function ownedSettings(draft) {
    const flags = draft.keys(['etcd', 'flags']).map((key) => ({ key, group: 'flags', flag: key }));
    const variables = draft
        .keys(['etcd', 'environment'])
        .map((key) => ({ key, group: 'environment', flag: flagOfVariable(key) }));
    return [...flags, ...variables].flatMap(({ key, group, flag }) => {
        const why = whyOwned(flag);
        if (why === undefined)
            return [];
        const path = ['etcd', group, key];
        return [
            {
                rule: 'owned-setting',
                path,
                atKey: true,
                message: `${showPath(path)} cannot be set in the manifest: ${why}.`,
                fix: 'remove the line',
            },
        ];
    });
}
/** etcd reads a configuration file instead of flags and environment, not in addition to them. */
function configFileAlone(draft) {
    if (!draft.has(['etcd', 'configFile']))
        return [];
    const beside = ['flags', 'environment'].filter((group) => draft.keys(['etcd', group]).length > 0);
    if (beside.length === 0)
        return [];
    return [
        {
            rule: 'config-file-alone',
            path: ['etcd', 'configFile'],
            atKey: true,
            message: `With \`etcd.configFile\`, etcd ignores ${join(beside.map((group) => `\`etcd.${group}\``), 'and')}.`,
            fix: 'move those settings into the file, or remove `configFile`',
        },
    ];
}
/** Measured on 3.4.31, 3.5.33, 3.6.14 and 3.7.1: "conflicting environment variable is shadowed …", exit 1. */
function flagAndVariable(draft) {
    const flags = draft.keys(['etcd', 'flags']);
    return draft.keys(['etcd', 'environment']).flatMap((variable) => {
        const flag = flagOfVariable(variable);
        if (!flags.includes(flag))
            return [];
        return [
            {
                rule: 'flag-and-variable',
                path: ['etcd', 'environment', variable],
                atKey: true,
                message: `${variable} is also set as the flag \`${flag}\`: etcd refuses to start with both.`,
                fix: 'keep one of the two',
            },
        ];
    });
}
/** A flag reaches etcd as text. A number that YAML reads differently from how it is written would arrive changed. */
function numbersAsWritten(draft) {
    return draft.keys(['etcd', 'flags']).flatMap((flag) => {
        const path = ['etcd', 'flags', flag];
        const value = draft.number(path);
        const source = draft.yaml.sourceOf(path);
        if (value === undefined || source === undefined || String(value) === source)
            return [];
        return [
            {
                rule: 'number-changed',
                path,
                message: `${showPath(path)} is written ${bare(source)} but YAML reads it as ${value}.`,
                fix: `quote it: "${bare(source)}"`,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/members.js

/** As in the schema; etcd's own advice is 7 at most. */
const MAX_MEMBERS = 9;
function duplicateNames(draft) {
    const names = draft.list(['members']);
    return names.flatMap((name, index) => {
        const first = names.indexOf(name);
        if (first === index || typeof name !== 'string')
            return [];
        return [
            {
                rule: 'duplicate-member',
                path: ['members', index],
                message: `The member name ${quote(name)} is listed twice.`,
                fix: 'give every member its own name',
            },
        ];
    });
}
function voterCount(draft) {
    const count = draft.number(['members']) ?? draft.list(['members']).length;
    if (count === 1) {
        return [
            {
                rule: 'single-member',
                path: ['members'],
                severity: 'warning',
                message: 'With one member every switch stops the whole cluster: clients will wait each time.',
                fix: 'use 3 members, or expect gaps and set rehearsal.thresholds accordingly',
            },
        ];
    }
    // Above the most that are allowed the schema speaks.
    if (!Number.isInteger(count) || count < 2 || count > MAX_MEMBERS || count % 2 === 1)
        return [];
    return [
        {
            rule: 'even-members',
            path: ['members'],
            severity: 'warning',
            message: `${count} members bear no more failures than ${count - 1} do, and need one more vote for every write.`,
            fix: `use ${count - 1} or ${count + 1} members, unless production really has ${count}`,
        },
    ];
}

// EXTERNAL MODULE: ./lib/src/manifest/defaults.js
var defaults = __webpack_require__(37662);
;// CONCATENATED MODULE: ./lib/src/manifest/rules/rehearsal.js
// Owns the rules on `rehearsal`: settings that contradict each other or leave nothing to judge.
// Must not know how the workload runs.

const mixPath = ['rehearsal', 'workload', 'mix'];
function valueSizeOrder(draft) {
    const path = ['rehearsal', 'workload', 'valueSize'];
    const smallest = draft.number([...path, 0]);
    const largest = draft.number([...path, 1]);
    if (smallest === undefined || largest === undefined || smallest <= largest)
        return [];
    return [
        {
            rule: 'value-size-order',
            path,
            message: `\`rehearsal.workload.valueSize\` is [smallest, largest], but ${smallest} is more than ${largest}.`,
            fix: `write [${largest}, ${smallest}]`,
        },
    ];
}
function usableMix(draft) {
    if (draft.keys(mixPath).length === 0)
        return [];
    const weight = (name) => draft.number([...mixPath, name]) ?? defaults/* defaults */.N.rehearsal.workload.mix[name];
    const writes = weight('put') + weight('cas') + weight('delete');
    const reads = weight('get') + weight('getSerializable') + weight('range');
    if (writes + reads === 0) {
        return [
            {
                rule: 'empty-mix',
                path: mixPath,
                atKey: true,
                message: 'All weights of `rehearsal.workload.mix` are 0: the clients would do nothing.',
                fix: 'give at least one operation a weight, or remove `mix`',
            },
        ];
    }
    if (writes > 0 && reads > 0)
        return [];
    const [absent, judged] = writes === 0 ? ['writes', 'durability'] : ['reads', 'linearizability'];
    return [
        {
            rule: 'one-sided-mix',
            path: mixPath,
            atKey: true,
            severity: 'warning',
            message: `\`rehearsal.workload.mix\` has no ${absent}: ${judged} cannot be judged, so the verdict is inconclusive at best.`,
            fix: `give one of the ${absent} a weight`,
        },
    ];
}
function limitsFit(draft) {
    const path = (name) => ['rehearsal', 'timeLimits', name];
    const total = draft.number(path('totalMs')) ?? defaults/* defaults */.N.rehearsal.timeLimits.totalMs;
    return ['gateMs', 'soakMs', 'dwellMs'].flatMap((name) => {
        const part = draft.number(path(name));
        if (part === undefined || part < total)
            return [];
        return [
            {
                rule: 'limit-over-total',
                path: path(name),
                message: `\`${name}\` is ${part}, which leaves nothing of the whole rehearsal's ${total} ms (\`totalMs\`).`,
                fix: 'lower it, or raise `totalMs`',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/releases.js
// Owns the rules on `releases` and `accept`: lists without repetition, and settings that take effect.
// Must not know how releases are obtained.


function duplicateSources(draft) {
    const listed = draft.list(['releases', 'sources']);
    return listed.flatMap((source, index) => {
        if (typeof source !== 'string' || listed.indexOf(source) === index)
            return [];
        return [
            {
                rule: 'duplicate-source',
                path: ['releases', 'sources', index],
                message: `The source ${quote(source)} is listed twice.`,
                fix: 'list each source once, in the order in which to try them',
            },
        ];
    });
}
/** A place that is named but whose source is not listed is never used; so is a listed source without a place. */
function usedSources(draft) {
    const listed = draft.list(['releases', 'sources']);
    // The whole list is the default written out: nobody meant to name a mirror by it.
    if (listed.length === 0 || defaults/* sources */.T.every((source) => listed.includes(source)))
        return [];
    return ['local', 'mirror'].flatMap((source) => {
        const index = listed.indexOf(source);
        const isSet = draft.has(['releases', source]);
        if (index !== -1 && !isSet) {
            return [
                {
                    rule: 'source-without-place',
                    path: ['releases', 'sources', index],
                    message: `The source ${quote(source)} is listed, but \`releases.${source}\` does not say where it is.`,
                    fix: `add \`releases.${source}\`, or remove it from the list`,
                },
            ];
        }
        if (index !== -1 || !isSet)
            return [];
        return [
            {
                rule: 'unused-source',
                path: ['releases', source],
                atKey: true,
                severity: 'warning',
                message: `\`releases.${source}\` is never used: \`releases.sources\` does not list ${quote(source)}.`,
                fix: `add ${quote(source)} to \`releases.sources\``,
            },
        ];
    });
}
function duplicateRisks(draft) {
    const risks = draft.list(['accept']).map((_, index) => draft.text(['accept', index, 'risk']));
    return risks.flatMap((risk, index) => {
        if (risk === undefined || risks.indexOf(risk) === index)
            return [];
        return [
            {
                rule: 'duplicate-risk',
                path: ['accept', index, 'risk'],
                message: `The risk ${quote(risk)} is accepted twice.`,
                fix: 'keep one entry, with the whole reason',
            },
        ];
    });
}

// EXTERNAL MODULE: ./lib/src/catalog/load.js + 7 modules
var load = __webpack_require__(52339);
// EXTERNAL MODULE: ./lib/src/catalog/lookups.js
var lookups = __webpack_require__(68645);
;// CONCATENATED MODULE: ./lib/src/manifest/rules/versions.js
// Owns the rules on `from`, `to` and `hops`: one way, upwards, one minor at a time.
// Must not know which releases exist, only which lines: between two that are unknown there is nothing to add.




function downgrade(draft) {
    const from = draft.text(['from']);
    const to = draft.text(['to']);
    if (from === undefined || to === undefined)
        return [];
    if (from === to && (0,versions/* readVersion */.$4)(from) !== undefined) {
        return [
            {
                rule: 'nothing-to-do',
                path: ['to'],
                message: `\`to\` is ${quote(to)}, the same as \`from\`: there is nothing to upgrade.`,
                fix: 'name the release that the cluster shall run',
            },
        ];
    }
    const older = (0,versions/* readVersion */.$4)(from);
    const newer = (0,versions/* readVersion */.$4)(to);
    if (older === undefined || newer === undefined || (0,versions/* compareWritten */.Lw)(newer, older) >= 0)
        return [];
    return [
        {
            rule: 'downgrade',
            path: ['to'],
            message: `\`to\` is ${quote(to)}, older than \`from\`, ${quote(from)}: etcd-migrate plans upgrades only.`,
            fix: 'exchange the two; a rehearsal tries the way back by itself (rehearsal.depth: standard)',
        },
    ];
}
/** `hops` lists every minor between `from` and `to`; the two ends may be repeated there or left out. */
function hops(draft) {
    const stops = draft.list(['hops']).map((_, index) => stopAt(draft, ['hops', index]));
    const first = stopAt(draft, ['from']);
    const last = stopAt(draft, ['to']);
    if (stops.length === 0 || stops.includes(undefined))
        return [];
    // A mistake in the ends themselves is told by `downgrade`.
    if (first !== undefined && last !== undefined && (0,versions/* compareWritten */.Lw)(last.version, first.version) < 0)
        return [];
    const path = [first, ...stops, last].filter((stop) => stop !== undefined);
    const pairs = path.slice(1).flatMap((stop, index) => {
        const before = path[index];
        return before === undefined ? [] : [{ before, stop }];
    });
    const disorder = pairs.flatMap(({ before, stop }) => disordered(before, stop));
    // What a list in the wrong order skips says nothing.
    return disorder.length > 0 ? disorder : pairs.flatMap(({ before, stop }) => skipping(before, stop));
}
function stopAt(draft, path) {
    const written = draft.text(path);
    const version = written === undefined ? undefined : (0,versions/* readVersion */.$4)(written);
    return written === undefined || version === undefined ? undefined : { written, version, path };
}
/** A fault before `to` is a fault of the list, so it is shown at the last hop. */
function versions_placeOf(before, stop) {
    return stop.path[0] === 'to' ? before.path : stop.path;
}
function disordered(before, stop) {
    const order = (0,versions/* compareWritten */.Lw)(stop.version, before.version);
    const isRepeated = stop.written === before.written && before.path[0] === 'hops' && stop.path[0] === 'hops';
    if (order > 0 || (order === 0 && !isRepeated))
        return [];
    const message = isRepeated
        ? `\`hops\` lists ${quote(stop.written)} twice.`
        : before.path[0] === 'from'
            ? `${quote(stop.written)} in \`hops\` is older than \`from\`, ${quote(before.written)}.`
            : stop.path[0] === 'to'
                ? `${quote(before.written)} in \`hops\` is newer than \`to\`, ${quote(stop.written)}.`
                : `${quote(stop.written)} in \`hops\` comes after ${quote(before.written)}, but is older.`;
    return [
        {
            rule: 'hops-order',
            path: versions_placeOf(before, stop),
            message,
            fix: 'list the stop-overs from old to new, each once, between `from` and `to`',
        },
    ];
}
function skipping(before, stop) {
    const { major, minor } = before.version;
    const line = (0,versions/* lineOf */.cA)(stop.version);
    if ((0,lookups/* findLine */.KE)(line) === undefined) {
        return [
            {
                rule: 'unknown-line',
                path: stop.path,
                message: `${quote(stop.written)} is of the line ${line}, which this etcd-migrate does not know.`,
                fix: `known lines are ${join((0,load/* loadCatalog */.a)().lines.map((known) => known.line), 'and')}; correct it, or use a newer etcd-migrate`,
            },
        ];
    }
    const skipped = stop.version.major !== major ? [] : missingLines(major, minor, stop.version.minor);
    if (skipped.length === 0)
        return [];
    return [
        {
            rule: 'hops-skip-minor',
            path: versions_placeOf(before, stop),
            message: `\`hops\` goes from ${(0,versions/* lineOf */.cA)(before.version)} to ${(0,versions/* lineOf */.cA)(stop.version)} and skips ${join(skipped, 'and')}: etcd must be upgraded one minor at a time.`,
            fix: `add ${skipped.map(quote).join(', ')}, or remove \`hops\` and let the planner choose`,
        },
    ];
}
/** Lines strictly between two minors; at most a few are named. */
function missingLines(major, from, to) {
    const count = Math.min(Math.max(0, to - from - 1), 5);
    return Array.from({ length: count }, (_, index) => `${major}.${from + index + 1}`);
}

;// CONCATENATED MODULE: ./lib/src/manifest/rules/index.js







const rules = [
    downgrade,
    hops,
    duplicateNames,
    voterCount,
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
    duplicateRisks,
];

;// CONCATENATED MODULE: ./lib/src/manifest/parse.js







/**
 * Parses a manifest that names no other file. `file` is only shown. Throws `manifest-unreadable` (not a text file, too
 * big) or `manifest-invalid`; both carry all findings in `details.findings`, in the order of the file.
 */
function parseManifest(bytes, file) {
    return judgeManifest(draftManifest(bytes, file));
}
/** Throws `manifest-unreadable`. */
function draftManifest(bytes, file) {
    const yaml = readYaml(decodeText(bytes, file), file);
    const draft = new Draft(yaml.value, yaml);
    const path = ['etcd', 'configFile'];
    const name = draft.text(path);
    return { file, draft, ...(name ? { configFile: { name, where: yaml.locate(path) } } : {}) };
}
/** Throws `manifest-invalid` with every mistake, `beside` among them: those of the files that the manifest names. */
function judgeManifest({ file, draft }, beside = []) {
    const { yaml } = draft;
    if (yaml.value === undefined) {
        throw (0,mistakes/* mistakesError */.w6)('manifest-invalid', file, yaml.findings.length > 0 ? yaml.findings : [emptyFile(file)]);
    }
    const checked = (isForBackupsAlone(draft) ? schema/* ManifestOfBackups */.oT : schema/* Manifest */._8).safeParse(yaml.value);
    const meaning = [
        ...(checked.success ? [] : issueFindings(checked.error.issues, yaml.value, yaml)),
        ...rules.flatMap((rule) => rule(draft)).map((remark) => remarkFinding(remark, yaml)),
    ];
    const told = new Set(yaml.findings.map(placeKey));
    const certain = meaning.filter((finding) => {
        // A value that could not be read is one mistake, not two.
        if (told.has(placeKey(finding)))
            return false;
        // Behind a syntax error the text is read by guess: only what stands before it is certain to be a mistake.
        if (yaml.brokenFromLine === Number.POSITIVE_INFINITY)
            return true;
        return (finding.where?.line ?? 0) < yaml.brokenFromLine && finding.id !== 'rule/manifest-missing-key';
    });
    const here = [...yaml.findings, ...certain, ...beside.filter(({ where }) => where?.file === file)].sort(mistakes/* byPlace */.hz);
    const findings = [...here, ...beside.filter(({ where }) => where?.file !== file)];
    const errors = findings.filter((finding) => finding.severity === 'error');
    if (errors.length > 0 || !checked.success)
        throw (0,mistakes/* mistakesError */.w6)('manifest-invalid', file, findings);
    return { manifest: checked.data, file, locate: yaml.locate, warnings: findings };
}
function isForBackupsAlone(draft) {
    return draft.has(['backups']) && !['from', 'to', 'hops'].some((key) => draft.has([key]));
}
function placeKey({ where }) {
    return `${where?.line}:${where?.column}`;
}
function emptyFile(file) {
    return {
        id: 'rule/manifest-empty',
        severity: 'error',
        message: 'The manifest is empty (or has comments only); `from` and `to` are needed.',
        where: { file, line: 1, column: 1 },
        fix: 'write from: "3.5" and to: "3.7", or run `etcd-migrate init`',
    };
}

;// CONCATENATED MODULE: ./lib/src/manifest/resolve.js
// Owns the resolved manifest: every default filled in, ready for the planner and the app.
// Must not know releases (the planner resolves versions) nor read files or the environment.



/**
 * Fills in every default. `files.configFile` is the text of the file that `etcd.configFile` names, read by the caller;
 * `files.shownAs` is how messages name it, for it is the manifest's directory that its name starts from.
 * Throws `manifest-invalid`, located in that file, when it is not a YAML mapping.
 */
function resolveManifest(parsed, files) {
    const { manifest } = parsed;
    const { rehearsal = {}, releases = {}, members = defaults/* defaults */.N.members } = manifest;
    const config = configFileOf(parsed, files);
    const hops = stopOvers(manifest);
    return {
        name: manifest.name ?? defaults/* defaults */.N.name,
        ...present({ from: manifest.from, to: manifest.to }),
        ...(hops === undefined ? {} : { hops }),
        voters: typeof members === 'number' ? members : members.length,
        ...(typeof members === 'number' ? {} : { memberNames: members }),
        settings: {
            flags: mapValues(manifest.etcd?.flags ?? {}, String),
            environment: manifest.etcd?.environment ?? {},
            ...(config === undefined ? {} : { configFile: config.settings }),
        },
        settingPlaces: {
            ...placesOf(Object.keys(manifest.etcd?.environment ?? {}), (name) => parsed.locate(['etcd', 'environment', name])),
            ...config?.places,
        },
        ...(manifest.connection === undefined ? {} : { connection: manifest.connection }),
        rehearsal: resolveRehearsal(rehearsal),
        releases: {
            sources: releases.sources ?? defaults/* defaults */.N.releases.sources,
            local: releases.local ?? {},
            ...(releases.mirror === undefined ? {} : { mirror: releases.mirror }),
            ...(releases.image === undefined ? {} : { image: releases.image }),
        },
        ...(manifest.backups === undefined ? {} : { backups: resolveBackups(manifest.backups) }),
        accept: manifest.accept ?? [],
        ...(config === undefined || config.notes.length === 0 ? {} : { notes: config.notes }),
    };
}
function resolveRehearsal(rehearsal) {
    const standard = defaults/* defaults */.N.rehearsal;
    const { valueSize = standard.workload.valueSize, mix, ...workload } = present(rehearsal.workload);
    const { mix: standardMix, valueSize: _, ...standardWorkload } = standard.workload;
    return {
        depth: rehearsal.depth ?? standard.depth,
        seed: rehearsal.seed ?? standard.seed,
        ...(rehearsal.tls === undefined ? {} : { tls: rehearsal.tls }),
        ...(rehearsal.auth === undefined ? {} : { auth: rehearsal.auth }),
        workload: {
            ...standardWorkload,
            ...workload,
            valueBytes: typeof valueSize === 'number' ? [valueSize, valueSize] : valueSize,
            mix: { ...standardMix, ...present(mix) },
        },
        thresholds: { ...standard.thresholds, ...present(rehearsal.thresholds) },
        timeLimits: { ...standard.timeLimits, ...present(rehearsal.timeLimits) },
    };
}
const minuteMs = 60_000;
function resolveBackups(backups) {
    const { rpoMinutes, rpoRevisions, rtoMinutes, provenWithinHours } = backups.policy ?? {};
    const { fetch, take, test, notify, history, clusterId } = backups;
    return {
        ...present({ fetch, test, notify, history, clusterId }),
        ...(take === undefined ? {} : { take: { directory: take.directory, ...present({ keep: take.keep }) } }),
        files: backups.files ?? [],
        choose: backups.choose ?? defaults/* defaults */.N.backups.choose,
        sampleSize: backups.sampleSize ?? defaults/* defaults */.N.backups.sampleSize,
        sha256: mapValues(backups.sha256 ?? {}, (digest) => digest.toLowerCase()),
        voters: backups.members ?? defaults/* defaults */.N.backups.members,
        policy: {
            ...(rpoMinutes === undefined ? {} : { rpoMs: rpoMinutes * minuteMs }),
            ...present({ rpoRevisions }),
            ...(rtoMinutes === undefined ? {} : { rtoMs: rtoMinutes * minuteMs }),
        },
        ...(provenWithinHours === undefined ? {} : { provenWithinMs: provenWithinHours * 60 * minuteMs }),
        otherReleases: backups.releases ?? [],
        expect: (backups.expect ?? []).map(({ prefix = '', atLeast = 0, atMost = Number.MAX_SAFE_INTEGER, key, matches }) => key === undefined ? { prefix, atLeast, atMost } : { key, ...present({ matches }) }),
    };
}
function placesOf(names, locate) {
    return Object.fromEntries(names.map((name) => [name, locate(name)]));
}
/** Keys with a value: an undefined one must not cover a default. */
function present(group) {
    const entries = Object.entries(group ?? {}).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries);
}
function mapValues(record, change) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
/** People name the whole way or only what lies between; both mean the same. */
function stopOvers({ hops, from, to }) {
    if (hops === undefined)
        return undefined;
    const start = hops[0] === from ? 1 : 0;
    const end = hops.length > start && hops.at(-1) === to ? hops.length - 1 : hops.length;
    return hops.slice(start, end);
}
function configFileOf(parsed, { configFile: text, shownAs }) {
    const file = parsed.manifest.etcd?.configFile;
    if (file === undefined)
        return undefined;
    if (text === undefined) {
        throw new errors/* EtcdMigrateError */.A8('internal-error', `${parsed.file} names ${file}, but its text was not handed over.`);
    }
    return readConfigFile(text, shownAs ?? file);
}

// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
;// CONCATENATED MODULE: ./lib/src/app/manifest-file.js
// Owns reading the manifest and the files it names from disk, and what an untrusted manifest may not say.
// Must not know what the manifest means (manifest/).







const MAX_MANIFEST_BYTES = 1024 * 1024;
/** Reads, parses and resolves. Throws the `manifest-*` errors, with every mistake in `details.findings`. */
async function loadManifestFile(file, workingDirectory, trusted) {
    const shown = (0,external_node_path_.relative)(workingDirectory, file) || file;
    const draft = draftManifest(await readText(file, shown), shown);
    const config = await manifest_file_readConfigFile(draft, (0,external_node_path_.dirname)(file), workingDirectory);
    const parsed = judgeManifest(draft, config.mistakes);
    const manifest = resolveManifest(parsed, config.files);
    const restricted = trusted ? { manifest, findings: [] } : withoutPowers(manifest, parsed.locate);
    return {
        manifest: restricted.manifest,
        findings: [...parsed.warnings, ...(manifest.notes ?? []), ...restricted.findings],
        locate: parsed.locate,
    };
}
/** The file that `etcd.configFile` names. One that cannot be had is a mistake of the manifest like any other. */
async function manifest_file_readConfigFile({ configFile }, baseDir, workingDirectory) {
    if (configFile === undefined)
        return { files: {}, mistakes: [] };
    const path = (0,external_node_path_.resolve)(baseDir, configFile.name);
    const shownAs = (0,external_node_path_.relative)(workingDirectory, path) || path;
    try {
        const bytes = await (0,files/* readFileBounded */.Y1)(path, MAX_MANIFEST_BYTES);
        const configText = Buffer.from(bytes).toString('utf8');
        return { files: { configFile: configText, shownAs }, mistakes: configFileMistakes(bytes, shownAs) };
    }
    catch (error) {
        const { code, message } = error;
        const why = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${message}`;
        const mistake = {
            id: 'rule/manifest-config-file',
            severity: 'error',
            message: `\`etcd.configFile\` names ${quote(configFile.name)}, but ${shownAs} ${why}.`,
            where: configFile.where,
            fix: 'name an etcd YAML configuration file; the path starts in the directory of the manifest',
        };
        return { files: {}, mistakes: [mistake] };
    }
}
async function readText(file, shown) {
    try {
        return await (0,files/* readFileBounded */.Y1)(file, MAX_MANIFEST_BYTES);
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT')
            throw new errors/* EtcdMigrateError */.A8('manifest-missing', `${shown} does not exist.`, { cause: error });
        const why = error instanceof Error ? error.message : String(error);
        // Only what is ours to say (not a file, too big) is about its form; the system's errors are about the path.
        const hint = code === undefined ? {} : { hint: 'Check the path, and that the user that runs etcd-migrate may read it.' };
        throw new errors/* EtcdMigrateError */.A8('manifest-unreadable', `${shown} cannot be read: ${why}.`, { cause: error, ...hint });
    }
}
/**
 * A pull request may change the manifest, so it must not choose which binaries and commands run here, nor to which host
 * the credentials of `connection` are sent.
 */
function withoutPowers(manifest, locate) {
    const { local, mirror, image, sources } = manifest.releases;
    const named = [
        ...(Object.keys(local).length > 0 ? ['local'] : []),
        ...(mirror === undefined ? [] : ['mirror']),
        ...(image === undefined ? [] : ['image']),
    ];
    const { connection, backups, ...rest } = manifest;
    const { fetch, take, test, notify, history, provenWithinMs, ...ownBackups } = backups ?? {};
    // Nobody knows then where proofs are remembered.
    const known = history !== undefined || provenWithinMs === undefined ? {} : { provenWithinMs };
    const commands = Object.entries({ fetch, test, notify }).filter(([, command]) => command !== undefined);
    const fix = 'Run from the default branch, dispatch by hand, or list the ref in the action input trusted-refs.';
    return {
        manifest: {
            ...rest,
            releases: { sources, local: {} },
            ...(backups === undefined ? {} : { backups: { ...ownBackups, ...known } }),
        },
        findings: [
            ...named.map((key) => ({
                id: 'rule/untrusted-binary-source',
                severity: 'warning',
                message: `releases.${key} is ignored: this ref is not trusted to name binaries.`,
                where: locate(['releases', key]),
                fix,
            })),
            ...(connection === undefined
                ? []
                : [
                    {
                        id: 'rule/untrusted-connection',
                        severity: 'warning',
                        message: 'connection is ignored: this ref is not trusted to choose where credentials are sent.',
                        where: locate(['connection']),
                        fix,
                    },
                ]),
            ...(take === undefined
                ? []
                : [
                    {
                        id: 'rule/untrusted-connection',
                        severity: 'warning',
                        message: 'backups.take is ignored: this ref is not trusted to choose where credentials are sent.',
                        where: locate(['backups', 'take']),
                        fix,
                    },
                ]),
            ...(history === undefined
                ? []
                : [
                    {
                        id: 'rule/untrusted-path',
                        severity: 'warning',
                        message: 'backups.history is ignored: this ref is not trusted to choose where files are written.',
                        where: locate(['backups', 'history']),
                        fix,
                    },
                ]),
            ...commands.map(([key]) => ({
                id: 'rule/untrusted-command',
                severity: 'warning',
                message: `backups.${key} is ignored: this ref is not trusted to run a command.`,
                where: locate(['backups', key]),
                fix,
            })),
        ],
    };
}


/***/ }),

/***/ 88686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ shapedAs),
/* harmony export */   EW: () => (/* binding */ readSmallFile),
/* harmony export */   JE: () => (/* binding */ readJsonFile)
/* harmony export */ });
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54891);

/** Undefined where there is none. Throws `invalid` for what is no file or too large. */
async function readSmallFile(path, mostBytes, invalid) {
    try {
        return Buffer.from(await (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readFileBounded */ .Y1)(path, mostBytes)).toString();
    }
    catch (error) {
        const { code, message } = error;
        if (code === 'ENOENT')
            return undefined;
        if (code === undefined)
            throw invalid(`is none: ${message}`);
        throw (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_0__/* .pathError */ .g$)(error, 'Reading', path);
    }
}
/** As `readSmallFile`; throws `invalid` for what is no JSON, too. */
async function readJsonFile(path, mostBytes, invalid) {
    const text = await readSmallFile(path, mostBytes, invalid);
    if (text === undefined)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        throw invalid('is no JSON');
    }
}
/** Throws `invalid` with the first place that is not as the shape wants it. */
function shapedAs(shape, json, invalid) {
    const parsed = shape.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    throw invalid(`is damaged: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
}


/***/ }),

/***/ 70133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hz: () => (/* binding */ byPlace),
/* harmony export */   w6: () => (/* binding */ mistakesError)
/* harmony export */ });
/* unused harmony export renderFinding */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns how mistakes in a manifest are said: one error that lists them all, each with its place and what to do.
// Must not know how mistakes are found.

/** Details hold every finding; the text stays readable. */
const MAX_LISTED = 50;
/** `file:line:column: what is wrong` and, below it, what to do. */
function renderFinding(finding) {
    const where = finding.where;
    const place = where === undefined
        ? ''
        : `${[where.file, where.line, where.column].filter((part) => part !== undefined).join(':')}: `;
    const level = finding.severity === 'error' ? '' : `${finding.severity}: `;
    const fix = finding.fix === undefined ? '' : `\n    fix: ${finding.fix}`;
    return `${place}${level}${finding.message}${fix}`;
}
/** One error for all mistakes of a file. */
function mistakesError(code, file, findings) {
    const count = findings.filter((finding) => finding.severity === 'error').length;
    const head = code === 'manifest-unreadable'
        ? `${file} cannot be read as a manifest:`
        : `${file} has ${count} mistake${count === 1 ? '' : 's'}:`;
    const listed = findings.slice(0, MAX_LISTED).map(renderFinding);
    const left = findings.length - listed.length;
    const more = left > 0 ? [`… and ${left} more`] : [];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8(code, [head, ...listed, ...more].join('\n'), { details: { findings } });
}
/** In the order of the file. */
function byPlace(a, b) {
    return (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0);
}


/***/ })

};
