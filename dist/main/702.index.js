export const id = 702;
export const ids = [702];
export const modules = {

/***/ 97702:
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
// EXTERNAL MODULE: ./lib/src/catalog/load.js + 6 modules
var load = __webpack_require__(86583);
// EXTERNAL MODULE: ./lib/src/catalog/version.js
var version = __webpack_require__(66182);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/manifest/defaults.js
var defaults = __webpack_require__(37662);
// EXTERNAL MODULE: ./lib/src/manifest/schema.js
var schema = __webpack_require__(78947);
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
    const { depth, seed, auth, workload, thresholds, timeLimits } = defaults/* defaults */.N.rehearsal;
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

${connectionBlock(facts.endpoints)}
rehearsal:
  # quick: the upgrade alone; standard: and its roll-backs; deep: roll-backs everywhere and crashes.
  depth: ${depth}
  # seed: ${seed}
  # Rehearse with TLS and with users, when production has them.
  # tls: false
  # auth: ${auth}
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

# Where etcd binaries may come from, tried in this order.
# releases:
#   sources: [${defaults/* sources */.T.join(', ')}]

# Risks taken knowingly, each with a reason. The verdict is then inconclusive at best.
# accept:
#   - risk: below-floor
#     reason: why that is acceptable here
`;
}
function connectionBlock(endpoints) {
    const comment = endpoints === undefined ? '# ' : '';
    const urls = endpoints ?? ['https://etcd-1.example:2379'];
    const lines = ['connection:', '  endpoints:', ...urls.map((url) => `    - ${JSON.stringify(url)}`)];
    return `# The live cluster, so that the plan fits it. It is only read from.
${lines.map((line) => comment + line).join('\n')}
# Credentials come from files or environment variables, never from the manifest:
#   tls: { caFile: ca.pem, certEnv: ETCD_CERT, keyEnv: ETCD_KEY }
#   auth: { username: root, passwordEnv: ETCD_PASSWORD }
`;
}
/** "3.7" and "3.7.1" → "3.6". */
function lineBefore(version) {
    const read = (0,versions/* readVersion */.$4)(version);
    return read === undefined ? version : `${read.major}.${Math.max(0, read.minor - 1)}`;
}

// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/app/live-cluster.js
var live_cluster = __webpack_require__(60017);
;// CONCATENATED MODULE: ./lib/src/app/init.js
// Owns `init`: writes a commented manifest and asks nothing it can find out itself.








/** etcd's own name for a cluster that a person can reach from here (etcdctl reads it too). */
const ENDPOINTS_VARIABLE = 'ETCDCTL_ENDPOINTS';
async function init(settings, surroundings, options) {
    const shown = (0,external_node_path_.relative)(surroundings.workingDirectory, settings.manifestFile) || settings.manifestFile;
    if (!options.force && (await exists(settings.manifestFile))) {
        throw new errors/* EtcdMigrateError */.A8('usage', `${shown} exists already; nothing was changed.`, {
            hint: 'Use --force to replace it, or --manifest to write another file.',
        });
    }
    const lines = (0,load/* loadCatalog */.a)()
        .lines.map((line) => line.line)
        .sort(version/* compareLines */.lZ);
    const newest = lines.at(-1) ?? '';
    const facts = await liveFacts(surroundings);
    // Without a cluster to look at, the line before the newest is where most people start from.
    const from = facts?.from ?? lines.at(-2) ?? newest;
    await (0,files/* writeFileAtomic */.Zf)(settings.manifestFile, renderTemplate({
        from,
        to: newest,
        ...(facts === undefined ? {} : { members: facts.voters, endpoints: facts.endpoints }),
    }));
    surroundings.errorStream.write(`${shown} written${facts === undefined ? '' : ` from what ${facts.endpoints.join(', ')} say`}.\nNext: etcd-migrate plan ${shown}\n`);
    if (settings.format === 'json')
        surroundings.writeOut(`${JSON.stringify({ manifest: settings.manifestFile })}\n`);
    return 0;
}
async function liveFacts(surroundings) {
    const named = surroundings.environment[ENDPOINTS_VARIABLE];
    if (named === undefined || named === '')
        return undefined;
    const endpoints = named.split(',').map((endpoint) => (endpoint.includes('://') ? endpoint : `http://${endpoint}`));
    const live = await (0,live_cluster/* readLiveCluster */.h)({ endpoints }, surroundings, surroundings.workingDirectory);
    const [release] = live.releases;
    if (release === undefined)
        return undefined;
    return { from: release, voters: live.voters, endpoints };
}
async function exists(path) {
    try {
        await (0,promises_.access)(path);
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
