export const id = 77;
export const ids = [77];
export const modules = {

/***/ 69077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/catalog/load.js + 7 modules
var load = __webpack_require__(52339);
// EXTERNAL MODULE: ./lib/src/catalog/version.js
var version = __webpack_require__(66182);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/manifest/defaults.js
var defaults = __webpack_require__(37662);
// EXTERNAL MODULE: ./lib/src/manifest/schema.js + 2 modules
var schema = __webpack_require__(31480);
// EXTERNAL MODULE: ./lib/src/manifest/versions.js
var versions = __webpack_require__(22117);
;// CONCATENATED MODULE: ./lib/src/manifest/template.js
// Owns the commented manifest that `init` writes.
// Must not know how the facts were found out, nor write files.



/** Where editors find the JSON schema. */
const MANIFEST_SCHEMA_URL = 'https://raw.githubusercontent.com/etcd-migrate/etcd-migrate/v0/schemas/manifest.schema.json';
const shown = schema/* Manifest */._8.shape;
const about = (key) => shown[key].meta()?.description ?? '';
/** A manifest that parses and, beyond the facts, resolves to the defaults. Every line is worth reading. */
function renderTemplate(facts) {
    const { depth, seed, workload, thresholds, timeLimits } = defaults/* defaults */.N.rehearsal;
    const members = facts.members ?? defaults/* defaults */.N.members;
    const knowsMembers = facts.members !== undefined;
    const mix = Object.entries(workload.mix).map(([name, weight]) => `${name}: ${weight}`);
    return `# yaml-language-server: $schema=${MANIFEST_SCHEMA_URL}
#
# What etcd-migrate shall rehearse. Only \`from\` and \`to\` are needed; what is commented out
# below is the default, or an example. Next: \`etcd-migrate plan\`, then \`etcd-migrate preflight\`.

# Versions stand in quotes: YAML reads 3.10 as 3.1. "3.5" is the newest release of that line.
${facts.from === undefined ? `# ${about('from')}\n` : ''}from: ${JSON.stringify(facts.from ?? lineBefore(facts.to))}
to: ${JSON.stringify(facts.to)}

# ${about('name')}
# name: ${defaults/* defaults */.N.name}

# Voting members of the rehearsed cluster: how many, or a list of names. As many as production has.
${knowsMembers ? '' : '# '}members: ${JSON.stringify(members)}

# Settings of the members, as in production, so that a removed flag is found here and not there.
# etcd:
#   flags:
#     quota-backend-bytes: 8589934592
#     auto-compaction-retention: 1h

${connectionBlock(facts.connection)}
rehearsal:
  # quick: the upgrade alone; standard: and its roll-backs; deep: roll-backs everywhere and crashes.
  depth: ${depth}
  # seed: ${seed}
  # Rehearse with TLS and with users, when production has them and no live cluster is connected that says so.
  # tls: false
  # auth: false
  # workload:
  #   clients: ${workload.clients}
  #   rate: ${workload.rate}          # operations per second in all
  #   keys: ${workload.keys}
  #   valueSize: ${workload.valueSize}      # bytes, or [smallest, largest]
  #   mix: { ${mix.join(', ')} }
  # What clients may feel before the verdict is "fail".
  # thresholds:
  #   longestWriteGapMs: ${thresholds.longestWriteGapMs}
  #   longestReadGapMs: ${thresholds.longestReadGapMs}
  #   failedOperations: ${thresholds.failedOperations}
  #   unknownOperations: ${thresholds.unknownOperations}
  # timeLimits:
  #   gateMs: ${timeLimits.gateMs}      # one gate
  #   soakMs: ${timeLimits.soakMs}       # hold before the last old member
  #   dwellMs: ${timeLimits.dwellMs}      # clients work in each state
  #   totalMs: ${timeLimits.totalMs}   # the whole rehearsal

# Backups that \`etcd-migrate verify-backup\` proves by restoring them.
# backups:
#   files: ["backups/*.db"]
#   policy: { rpoMinutes: 1440, rtoMinutes: 15 }

# Where etcd binaries may come from, tried in this order.
# releases:
#   sources: [${defaults/* sources */.T.join(', ')}]

# Risks taken knowingly, each with a reason. The verdict is then inconclusive at best.
# accept:
#   - risk: below-floor
#     reason: why that is acceptable here
`;
}
function connectionBlock(known) {
    const comment = known === undefined ? '# ' : '';
    const urls = known?.endpoints ?? ['https://etcd-1.example:2379'];
    const lines = ['connection:', '  endpoints:', ...urls.map((url) => `    - ${JSON.stringify(url)}`)];
    const credentials = [
        known?.tls === undefined
            ? '#   tls: { caFile: ca.pem, certEnv: ETCD_CERT, keyEnv: ETCD_KEY }'
            : `  tls: ${flow(known.tls)}`,
        known?.auth === undefined
            ? '#   auth: { username: root, passwordEnv: ETCD_PASSWORD }'
            : `  auth: ${flow(known.auth)}`,
    ];
    return `# The live cluster, so that the plan fits it. It is only read from.
${lines.map((line) => comment + line).join('\n')}
${['# Credentials come from files or environment variables, never from the manifest:', ...credentials].join('\n')}
`;
}
function flow(values) {
    const entries = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `{ ${entries.join(', ')} }`;
}
/** "3.7" and "3.7.1" → "3.6". */
function lineBefore(version) {
    const read = (0,versions/* readVersion */.$4)(version);
    return read === undefined ? version : `${read.major}.${Math.max(0, read.minor - 1)}`;
}

// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/app/shell/envelope.js
var envelope = __webpack_require__(38235);
// EXTERNAL MODULE: ./lib/src/app/plan/live-cluster.js
var live_cluster = __webpack_require__(24211);
;// CONCATENATED MODULE: ./lib/src/app/plan/etcdctl-environment.js
// Owns what `init` learns of a live cluster through the variables that etcdctl reads too.
// Must not write anything; a password goes into the reading alone, never into the manifest.



const PASSWORD_VARIABLE = 'ETCDCTL_PASSWORD';
/** Undefined where no cluster is named; `why` where the named one could not be read. */
async function askLiveCluster(surroundings) {
    const { environment, workingDirectory, signal } = surroundings;
    const connection = connectionOf(environment, workingDirectory);
    if (connection === undefined)
        return undefined;
    const wrong = connection.endpoints.find((endpoint) => !/^https?:/.test(endpoint) || !URL.canParse(endpoint));
    if (wrong !== undefined)
        return { why: `ETCDCTL_ENDPOINTS names ${JSON.stringify(wrong)}, which is no http or https URL.` };
    try {
        // etcdctl takes the password behind the name as well.
        const password = environment[PASSWORD_VARIABLE] ?? environment['ETCDCTL_USER']?.split(':').slice(1).join(':');
        const live = await (0,live_cluster/* readLiveCluster */.hr)(connection, { ...surroundings, environment: { ...environment, [PASSWORD_VARIABLE]: password } }, workingDirectory);
        const [from, other] = [...new Set(live.releases)];
        if (from === undefined || other !== undefined)
            return { why: 'Its members do not run one release.' };
        return { from, voters: live.voters, connection };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* EtcdMigrateError */.A8 && error.kind !== 'bug')
            return { why: error.message };
        throw error;
    }
}
function connectionOf(environment, workingDirectory) {
    const value = (name) => environment[`ETCDCTL_${name}`] || undefined;
    const file = (name) => {
        const path = value(name);
        // The manifest may be written elsewhere.
        return path === undefined ? undefined : (0,external_node_path_.resolve)(workingDirectory, path);
    };
    const named = value('ENDPOINTS');
    if (named === undefined)
        return undefined;
    const [caFile, certFile, keyFile] = [file('CACERT'), file('CERT'), file('KEY')];
    const scheme = caFile === undefined && certFile === undefined ? 'http' : 'https';
    const username = value('USER')?.split(':')[0];
    const endpoints = named
        .split(',')
        .map((endpoint) => endpoint.trim())
        .map((endpoint) => (endpoint.includes('://') ? endpoint : `${scheme}://${endpoint}`));
    return {
        endpoints,
        // Certificates beside an http endpoint are not used, and a manifest that names them is refused for it.
        ...(caFile === undefined || !endpoints.every((endpoint) => endpoint.startsWith('https:'))
            ? {}
            : {
                tls: {
                    caFile,
                    ...(certFile === undefined ? {} : { certFile }),
                    ...(keyFile === undefined ? {} : { keyFile }),
                },
            }),
        ...(username === undefined ? {} : { auth: { username, passwordEnv: PASSWORD_VARIABLE } }),
    };
}

;// CONCATENATED MODULE: ./lib/src/app/plan/init.js
// Owns `init`: writes a commented manifest and asks nothing it can find out itself.









async function init(settings, surroundings, options) {
    const shown = (0,external_node_path_.relative)(surroundings.workingDirectory, settings.manifestFile) || settings.manifestFile;
    const present = await kindOf(settings.manifestFile);
    // Replacing works by renaming, which would take a device's place as well.
    if (present === 'other') {
        throw new errors/* EtcdMigrateError */.A8('usage', `${shown} is a directory or no regular file; nothing was changed.`, {
            hint: 'Name a file with --manifest.',
        });
    }
    if (!options.force && present === 'file') {
        throw new errors/* EtcdMigrateError */.A8('usage', `${shown} exists already; nothing was changed.`, {
            hint: 'Use --force to replace it, or --manifest to write another file.',
        });
    }
    const lines = (0,load/* loadCatalog */.a)()
        .lines.map((line) => line.line)
        .sort(version/* compareLines */.lZ);
    const newest = lines.at(-1) ?? '';
    const asked = await askLiveCluster(surroundings);
    const facts = asked !== undefined && 'from' in asked ? asked : undefined;
    const notFoundOut = asked !== undefined && 'why' in asked ? asked.why : null;
    // Without a cluster to look at, the line before the newest is where most people start from.
    const from = facts?.from ?? lines.at(-2) ?? newest;
    await (0,files/* writeFileAtomic */.Zf)(settings.manifestFile, renderTemplate({
        from,
        to: newest,
        ...(facts === undefined ? {} : { members: facts.voters, connection: facts.connection }),
    }));
    const said = `${shown} written${facts === undefined ? '' : ` from what ${facts.connection.endpoints.join(', ')} say`}.`;
    const next = `etcd-migrate plan ${shown}`;
    if (notFoundOut !== null) {
        // A manifest without it is still the better start than none.
        const warning = `warning: the live cluster of ETCDCTL_ENDPOINTS could not be read, so \`from\`, \`members\` and \`connection\` are not from it.`;
        surroundings.errorStream.write(surroundings.redactor.text(`${warning}\n${notFoundOut}\n`));
    }
    surroundings.errorStream.write(`${said}\nNext: ${next}\n`);
    const part = { manifest: settings.manifestFile, readFrom: [...(facts?.connection.endpoints ?? [])], notFoundOut };
    (0,envelope/* sayJson */.mx)((0,envelope/* envelope */.RE)('init', { reason: said, nextSteps: [next], from, to: newest, init: part }), settings, surroundings);
    return 0;
}
/** What cannot be looked at counts as absent: writing it then says why. */
async function kindOf(path) {
    try {
        return (await (0,promises_.stat)(path)).isFile() ? 'file' : 'other';
    }
    catch {
        return 'absent';
    }
}


/***/ })

};
