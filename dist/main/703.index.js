export const id = 703;
export const ids = [703];
export const modules = {

/***/ 38235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RE: () => (/* binding */ envelope),
/* harmony export */   mx: () => (/* binding */ sayJson),
/* harmony export */   z6: () => (/* binding */ tool)
/* harmony export */ });
/* harmony import */ var _package_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36594);
/* harmony import */ var _report_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69695);
// Owns the envelope of the modes that run no rehearsal, and how it reaches standard output.
// Must not know what any mode does.


const tool = { name: 'etcd-migrate', version: _package_json__WEBPACK_IMPORTED_MODULE_0__/* .version */ .rE };
/** Without a failure: `init`, `plan`, `cleanup` and `backup` did what they are for; `status` judges nothing. */
function envelope(mode, own) {
    const verdict = mode === 'status' ? 'inconclusive' : 'pass';
    return { schemaVersion: 1, tool, mode, verdict, failureReason: null, ...own };
}
/** Says the envelope where JSON was asked for; other formats are the mode's own. */
function sayJson(report, settings, surroundings) {
    if (settings.format !== 'json')
        return;
    surroundings.writeOut((0,_report_json_js__WEBPACK_IMPORTED_MODULE_1__/* .renderJson */ .h)(surroundings.redactor.report(report)));
}


/***/ }),

/***/ 52339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ loadCatalog)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
;// CONCATENATED MODULE: ./lib/src/catalog/checks.json
const checks_namespaceObject = /*#__PURE__*/JSON.parse('{"checks":[{"check":"put","title":"Put a key","expected":{"*":"revision grows by one"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"get","title":"Get a key","expected":{"*":"the value that was put"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"delete","title":"Delete a key","expected":{"*":"one key deleted"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"not-found","title":"Get a key that does not exist","expected":{"*":"no key, count 0"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"range-options","title":"Range with limit, order, keys only, count only and an old revision","expected":{"*":"limit, order, keys-only, count-only and revision honoured"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"transaction","title":"Transaction with both branches","expected":{"*":"the comparison picks the branch"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"lease-expiry","title":"A key ends with its lease","expected":{"*":"key gone after its lease"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"lease-keepalive","title":"A renewal gives a lease its whole time again","expected":{"*":"renewed to its full TTL"},"source":"run through members of 3.4.31, 3.5.33, 3.6.14 and 3.7.1","verified":"measured"},{"check":"watch-now","title":"Watch from now","expected":{"*":"events in order"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"watch-past","title":"Watch from a past revision","expected":{"*":"events in order"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"watch-compacted","title":"Watch from a compacted revision","expected":{"*":"cancelled as compacted"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"lock","title":"Lock by two clients","expected":{"*":"second holder waits for the first"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"election","title":"Election by two candidates","expected":{"*":"second leader waits for the first"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"login","title":"A call without a login","expected":{"*":"asked for exactly where authentication is on"},"source":"own runs on real binaries, 3.4.31 to 3.7.1, with authentication on and off","verified":"measured"},{"check":"maintenance-status","title":"Maintenance.Status","expected":{"*":"version, leader and revision"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"maintenance-hashkv","title":"Maintenance.HashKV","expected":{"*":"a hash at the asked revision"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"maintenance-alarms","title":"Maintenance.Alarm","expected":{"*":"no alarm"},"source":"api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1","verified":"read"},{"check":"maintenance-snapshot","title":"Maintenance.Snapshot","expected":{"*":"stream ends with its sha256"},"source":"own runs on real binaries, 3.3.25 to 3.5.30","verified":"measured"},{"check":"http-gateway","title":"HTTP gateway","expected":{"3.3":"/v3beta answers","*":"/v3 answers","3.4+config-file":"/v3 is off"},"source":"own runs on real binaries, 3.3.25 to 3.7.1; with a configuration file 3.4 turns the gateway off (K11)","verified":"measured"},{"check":"http-version","title":"GET /version","expected":{"3.3":"etcdserver, etcdcluster","3.4":"etcdserver, etcdcluster","3.5":"etcdserver, etcdcluster","*":"etcdserver, etcdcluster, storage"},"source":"own runs on real binaries, 3.3.25 to 3.7.1","verified":"measured"},{"check":"http-metrics","title":"GET /metrics","expected":{"*":"etcd_server_has_leader 1"},"source":"own runs on real binaries, 3.3.25 to 3.7.1","verified":"measured"}]}');
;// CONCATENATED MODULE: ./lib/src/catalog/hops.json
const hops_namespaceObject = /*#__PURE__*/JSON.parse('{"hops":[{"from":"3.3","to":"3.4","floor":{"release":"3.3.25","official":null,"since":"2020-08-24","reason":"3.3.14, 3.3.16 and 3.3.21 are bad releases, and the fixes up to 3.3.25 cover authentication data, WAL checksums and the data directory mode","source":"etcd changelog 3.3.14 to 3.3.25; the official guide names no floor (etcd.io/docs/v3.4/upgrades/upgrade_3_4)","verified":"published"},"preparations":[],"freezes":[{"what":"add a learner or change membership","why":"a member of 3.3 panics on the entry: \\"ConfChange type should be either AddNode, RemoveNode or UpdateNode\\"","knownAs":"K2","source":"own runs on real binaries, 3.3.25 + 3.4.23","verified":"measured"},{"what":"turn on lease checkpoints (experimental-enable-lease-checkpoint)","why":"the first checkpoint, five minutes in, panics every 3.3 member with \\"not implemented\\"; no short rehearsal sees it","knownAs":"K3","settings":["experimental-enable-lease-checkpoint"],"source":"own runs on real binaries, 3.3.25 + 3.4.23; lease/lessor.go at tag v3.4.45","verified":"measured"}],"authBlocks":null},{"from":"3.4","to":"3.5","floor":{"release":"3.4.31","official":null,"since":"2024-03-20","reason":"below 3.4.31 one AuthStatus call through a 3.5 member kills every 3.4 member, and leases can be revoked by an old leader","source":"own runs on real binaries (3.4.23, 3.4.31 and 3.4.45 with 3.5.33); etcd changelog 3.4.31; the official guide names no floor","verified":"measured"},"preparations":[{"id":"members-write","reason":"3.5.33 marks live members as removed when it replays the log of a member that has applied no v3 write since its members were added, and 3.6 believes it","knownAs":"K29","source":"own runs on real binaries, 3.4.31 to 3.5.33 to 3.6.14; server/etcdserver/server.go at tag v3.5.33","verified":"measured"}],"freezes":[{"what":"call AuthStatus (etcdctl auth status, /v3/auth/status)","why":"members before 3.4.31 panic on the entry and stay in a crash loop","knownAs":"K1","source":"own runs on real binaries, 3.4.23 + 3.5.33","verified":"measured"},{"what":"add users or change passwords","why":"3.4 members store the EMPTY password for a user changed through a 3.5 member, and no hash comparison sees it","knownAs":"K4","source":"own runs on real binaries, 3.4.45 + 3.5.33","verified":"measured"}],"authBlocks":{"reason":"the log entries for users changed in 3.5: with authentication enabled this hop is documented as not supported, and a password set during it becomes empty on the 3.4 members (K4)","source":"etcd.io/docs/v3.5/upgrades/upgrade_3_5; own runs on real binaries, 3.4.45 + 3.5.33","verified":"measured"}},{"from":"3.5","to":"3.6","floor":{"release":"3.5.33","official":"3.5.32","since":"2026-07-23","reason":"3.5.33 repairs stored learner flags (3.5.20, 3.5.24) and zombie members (3.5.26), checks v2 data in the WAL too (3.5.32) and has the security fixes of July 2026","source":"etcd.io/docs/v3.6/upgrades/upgrade_3_6; etcd changelog 3.5.20 to 3.5.33","verified":"published"},"preparations":[{"id":"restart-with-low-snapshot-count","reason":"a second rolling restart on the source clears learner flags that the first one left (K6), and with a low snapshot count the next preparation needs few entries","knownAs":"K6","snapshotCount":1000,"source":"own runs on real binaries, 3.5.16 to 3.5.33; etcd-io/etcd issues 19557 and 20793","verified":"measured"},{"id":"renew-raft-snapshots","reason":"v2 requests that health probes of 3.4, or of 3.5 with enable-v2, left in the WAL make 3.6 panic at start","knownAs":"K22","source":"own runs on real binaries, 3.4.23 to 3.5.33 to 3.6.14","verified":"measured"},{"id":"members-bucket-clean","reason":"3.6 takes the member list from the v3 store, so stale learner flags and zombie members become real","knownAs":"K6","source":"etcd.io/blog/2025/zombie_members_upgrade; own runs on real binaries, 3.5.16 to 3.6.14","verified":"measured"}],"freezes":[{"what":"enable a downgrade (Maintenance.Downgrade ENABLE)","why":"on 3.5 the call times out but is applied, and from then on a restarted 3.5 member refuses to start","knownAs":"K5","source":"own runs on real binaries, 3.5.16, 3.5.30 and 3.5.33","verified":"measured"},{"what":"run a member with enable-v2","why":"every v2 write and every GET /health through that member writes an entry that panics all 3.6 members","knownAs":"K19","settings":["enable-v2"],"source":"own runs on real binaries, 3.5.33 + 3.6.14; etcd-io/etcd issue 17009","verified":"measured"}],"authBlocks":null},{"from":"3.6","to":"3.7","floor":{"release":"3.6.14","official":"3.6.11","since":"2026-07-23","reason":"the official guide requires 3.6.11; 3.6.14 adds the security fixes of July 2026","source":"etcd.io/docs/v3.7/upgrades/upgrade_3_7; etcd changelog 3.6.11 to 3.6.14","verified":"published"},"preparations":[{"id":"restart-with-low-snapshot-count","reason":"with a very high snapshot count the next preparation would need as many entries","knownAs":"K21","snapshotCount":10000,"onlyAbove":200000,"source":"own runs on real binaries: 10,400 entries took 8.8 s","verified":"measured"},{"id":"renew-raft-snapshots","reason":"3.7 cannot replay the v2 request that every start of a 3.5 member leaves in the WAL","knownAs":"K21","source":"own runs on real binaries, 3.5.33 to 3.6.14 to 3.7.1; server/etcdserver/apply/apply.go at tag v3.7.1","verified":"measured"}],"freezes":[],"authBlocks":null}]}');
;// CONCATENATED MODULE: ./lib/src/catalog/known-bad.json
const known_bad_namespaceObject = /*#__PURE__*/JSON.parse('{"ranges":[{"id":"B01","affected":[{"first":"3.3.14","last":"3.3.14"}],"fixedIn":["3.3.15"],"problem":"Module-mode release, reverted","bites":"landing","severity":"block","source":"etcd changelog 3.3.14/15","verified":"published"},{"id":"B02","affected":[{"first":"3.3.16","last":"3.3.16"}],"fixedIn":["3.3.17"],"problem":"Declared bad release","bites":"landing","severity":"block","source":"etcd changelog 3.3.16; etcd-io/etcd issue 11241","verified":"published"},{"id":"B03","affected":[{"first":"3.3.0","last":"3.3.17"},{"first":"3.4.0","last":"3.4.3"}],"fixedIn":["3.3.18","3.4.4"],"problem":"WAL purge during shutdown can delete a needed file → wal: file not found at next start","bites":"every planned restart","severity":"block","source":"etcd changelog 3.3.18, 3.4.4","verified":"published"},{"id":"B04","affected":[{"first":"3.3.0","last":"3.3.18"},{"first":"3.4.0","last":"3.4.3"}],"fixedIn":["3.3.19","3.4.4"],"problem":"Defragment can corrupt","bites":"defrag before upgrade","severity":"block","onlyWith":"defragment","source":"etcd changelog 3.3.19, 3.4.4","verified":"published"},{"id":"B05","affected":[{"first":"3.3.0","last":"3.3.20"},{"first":"3.4.0","last":"3.4.7"}],"fixedIn":["3.3.21","3.4.8"],"problem":"Auth revision / consistent index corruption: members diverge silently with auth enabled","bites":"rolling restart with auth","severity":"block","onlyWith":"auth","source":"etcd-io/etcd issue 11651; etcd changelog 3.3.21, 3.4.8","verified":"published"},{"id":"B06","affected":[{"first":"3.3.21","last":"3.3.21"},{"first":"3.4.8","last":"3.4.8"}],"fixedIn":["3.3.22","3.4.9"],"problem":"Restart fails walpb: crc mismatch","bites":"any restart","severity":"block","source":"etcd-io/etcd issue 11918; etcd changelog 3.3.22, 3.4.9","verified":"published"},{"id":"B07","affected":[{"first":"3.3.23","last":"3.3.24"},{"first":"3.4.10","last":"3.4.12"}],"fixedIn":["3.3.25","3.4.13"],"problem":"Refuses to start if data dir mode ≠0700","bites":"landing","severity":"block","onlyWith":"data-dir-mode","source":"etcd changelog 3.3.25, 3.4.13; etcd source","verified":"read"},{"id":"B08","affected":[{"first":"3.4.0","last":"3.4.9"}],"fixedIn":["3.4.10"],"problem":"--auth-token-ttl (from 3.3.23+) missing → exit 2","bites":"3.3.23+→3.4.0-9","severity":"block","onlyWith":"flag","flags":["auth-token-ttl"],"source":"etcd source flag diff","verified":"read"},{"id":"B09","affected":[{"first":"3.4.11","last":"3.4.11"}],"fixedIn":["3.4.12"],"problem":"Panic on slow write log path","bites":"landing","severity":"block","source":"etcd changelog 3.4.12","verified":"published"},{"id":"B10","affected":[{"first":"3.4.0","last":"3.4.20"},{"first":"3.5.0","last":"3.5.4"}],"fixedIn":["3.4.21","3.5.5"],"problem":"Single-node: acknowledged write may be lost on crash","bites":"single-node upgrades","severity":"block","onlyWith":"single-member","source":"etcd-io/etcd issue 14370; etcd changelog 3.4.21, 3.5.5","verified":"published"},{"id":"B11","affected":[{"first":"3.4.0","last":"3.4.21"},{"first":"3.5.0","last":"3.5.5"}],"fixedIn":["3.4.22","3.5.6"],"problem":"Auth store wrong after recovery from snapshot → inconsistency","bites":"adding/replacing members with auth","severity":"block","onlyWith":"auth","source":"etcd-io/etcd issue 14571; etcd changelog 3.4.22, 3.5.6","verified":"published"},{"id":"B12","affected":[{"first":"3.4.20","last":"3.4.20"}],"fixedIn":["3.4.21"],"problem":"Nil log object panic; real report: 3.4.16→3.4.20 roll crashed pods","bites":"landing","severity":"block","source":"etcd-io/etcd issue 14256; etcd changelog 3.4.21","verified":"published"},{"id":"B13","affected":[{"first":"3.5.0","last":"3.5.2"}],"fixedIn":["3.5.3"],"problem":"Data inconsistency when killed under load","bites":"any restart","severity":"block","source":"etcd-io/etcd issue 13766; etcd@HEAD:Documentation/postmortems/v3.5-data-inconsistency.md","verified":"published"},{"id":"B14","affected":[{"first":"3.5.0","last":"3.5.0"}],"fixedIn":["3.5.1"],"problem":"Removed members come back","bites":"3.4→3.5","severity":"block","source":"etcd-io/etcd issue 13196; k3s-io/k3s#4870","verified":"published"},{"id":"B15","affected":[{"first":"3.5.3","last":"3.5.3"}],"fixedIn":["3.5.4"],"problem":"Panic at start with auth; SRV trailing-dot change","bites":"landing","severity":"block","onlyWith":"auth","source":"etcd-io/etcd issue 13937; etcd changelog 3.5.4","verified":"published"},{"id":"B16","affected":[{"first":"3.5.0","last":"3.5.5"}],"fixedIn":["3.5.6"],"problem":"Crash during defrag → revision differs between members","bites":"defrag","severity":"block","onlyWith":"defragment","source":"etcd changelog 3.5.6; etcd-io/etcd issue 14685","verified":"published"},{"id":"B17","affected":[{"first":"3.4.22","last":"3.4.24"},{"first":"3.5.6","last":"3.5.6"}],"fixedIn":["3.4.25","3.5.7"],"problem":"Auth watch fix that had to be reverted","bites":"auth + watches","severity":"warn","onlyWith":"auth","source":"etcd changelog 3.4.25, 3.5.7","verified":"published"},{"id":"B18","affected":[{"first":"3.4.0","last":"3.4.24"},{"first":"3.5.0","last":"3.5.7"}],"fixedIn":["3.4.25","3.5.8"],"problem":"Watch goes back in time when a member installs a snapshot; duplicated events; progress not synchronised","bites":"controllers during roll","severity":"warn","source":"etcd-io/etcd issue 15220/15271; etcd changelog 3.4.25, 3.5.8","verified":"published"},{"id":"B19","affected":[{"first":"3.4.0","last":"3.4.27"},{"first":"3.5.0","last":"3.5.9"}],"fixedIn":["3.4.28","3.5.10"],"problem":"(behaviour change at the fix) gRPC 1.58 rejects requests with a Connection header","bites":"proxies/LBs in front","severity":"warn","source":"etcd changelog 3.5.10, 3.4.28","verified":"published"},{"id":"B20","affected":[{"first":"3.4.29","last":"3.4.29"}],"fixedIn":["3.4.30"],"problem":"Nil pointer when capnslog logger is used (non-root, lease checkpoint)","bites":"landing","severity":"block","onlyWith":"default-logger","source":"etcd-io/etcd issue 17265; own runs on real binaries (3.4.23 + lease checkpoint + capnslog = SIGSEGV)","verified":"measured"},{"id":"B21","affected":[{"first":"3.4.0","last":"3.4.30"},{"first":"3.5.0","last":"3.5.12"}],"fixedIn":["3.4.31","3.5.13"],"problem":"Leases wrongly revoked by old leader; watch events lost after compaction","bites":"leader moves during roll","severity":"block","source":"etcd-io/etcd issue 17529; etcd changelog 3.4.31, 3.5.13","verified":"published"},{"id":"B22","affected":[{"first":"3.4.0","last":"3.4.31"},{"first":"3.5.0","last":"3.5.13"}],"fixedIn":["3.4.32","3.5.14"],"problem":"Revision can go down after panic during compaction","bites":"roll during compaction","severity":"warn","source":"etcd-io/etcd issue 17780; etcd changelog 3.4.32, 3.5.14","verified":"published"},{"id":"B23","affected":[{"first":"3.4.31","last":"3.4.33"},{"first":"3.5.13","last":"3.5.15"}],"fixedIn":["3.4.34","3.5.16"],"problem":"Lease renew performance regression","bites":"landing with many leases","severity":"warn","source":"etcd changelog 3.4.34, 3.5.16","verified":"published"},{"id":"B24","affected":[{"first":"3.5.0","last":"3.5.16"}],"fixedIn":["3.5.17"],"problem":"Part of a write txn may be applied","bites":"any time","severity":"warn","source":"etcd changelog 3.5.17","verified":"published"},{"id":"B25","affected":[{"first":"3.5.16","last":"3.5.18"}],"fixedIn":["3.5.19"],"problem":"Compaction sleep performance regression","bites":"landing","severity":"warn","source":"etcd changelog 3.5.19","verified":"published"},{"id":"B26","affected":[{"first":"3.4.0","last":"3.4.35"},{"first":"3.5.0","last":"3.5.17"}],"fixedIn":["3.4.36","3.5.18"],"problem":"Missing delete event when a watch opens at the revision being compacted","bites":"any time","severity":"warn","source":"etcd-io/etcd issue 18089; etcd changelog 3.4.36, 3.5.18","verified":"published"},{"id":"B27","affected":[{"first":"3.5.1","last":"3.5.19"}],"fixedIn":["3.5.20"],"problem":"Learner promotion not persisted to v3 store","bites":"3.5→3.6: membership: too many learner members in cluster","severity":"block","onlyWith":"hop-3.6","source":"etcd-io/etcd issue 19557","verified":"published"},{"id":"B28","affected":[{"first":"3.5.20","last":"3.5.23"}],"fixedIn":["3.5.24"],"problem":"Same data propagated through rolling upgrade","bites":"3.5→3.6: membership: too many learner members in cluster","severity":"block","onlyWith":"hop-3.6","source":"etcd-io/etcd issue 20793","verified":"published"},{"id":"B29","affected":[{"first":"3.5.0","last":"3.5.25"}],"fixedIn":["3.5.26"],"problem":"Zombie members in v3 store","bites":"3.6 promotes them to real members","severity":"block","onlyWith":"hop-3.6","source":"etcd-io/etcd issue 20967; etcd.io/blog/2025/zombie_members_upgrade.md","verified":"published"},{"id":"B30","affected":[{"first":"3.5.0","last":"3.5.31"}],"fixedIn":["3.5.32"],"problem":"V2 check ignores WAL; no skip option","bites":"3.6 panic loop","severity":"block","onlyWith":"hop-3.6","source":"etcd-io/etcd issue 21849; etcd changelog 3.5.32","verified":"published"},{"id":"B31","affected":[{"first":"3.5.18","last":"3.5.21"},{"first":"3.6.0","last":"3.6.2"}],"fixedIn":["3.5.22","3.6.3"],"problem":"V2 store check false positive (refuses clean data with auth path)","bites":"3.5→3.6","severity":"block","onlyWith":"hop-3.6","source":"etcd-io/etcd PR 20357/20370; etcd-io/etcd issue 20351","verified":"published"},{"id":"B32","affected":[{"first":"3.4.0","last":"3.4.37"},{"first":"3.5.0","last":"3.5.21"},{"first":"3.6.0","last":"3.6.1"}],"fixedIn":["3.4.38","3.5.22","3.6.2"],"problem":"Watch on a future revision delivers old events","bites":"any time","severity":"warn","source":"etcd-io/etcd issue 20221; etcd changelog 3.4.38, 3.5.22, 3.6.2","verified":"published"},{"id":"B33","affected":[{"first":"3.4.0","last":"3.4.37"},{"first":"3.5.0","last":"3.5.22"},{"first":"3.6.0","last":"3.6.4"}],"fixedIn":["3.4.38","3.5.23","3.6.5"],"problem":"Corruption when snapshot apply and defrag run together; lease renew may answer success for a revoked lease","bites":"defrag during roll/member replace","severity":"block","onlyWith":"defragment","source":"etcd-io/etcd PR 20650/20653/20659; etcd changelog 3.4.38, 3.5.23, 3.6.5","verified":"published"},{"id":"B34","affected":[{"first":"3.6.0","last":"3.6.0"}],"fixedIn":["3.6.1"],"problem":"PromoteMember panic; --force-new-cluster leaves members; etcdctl endpoint health dies when options come from env","bites":"landing; health scripts","severity":"block","source":"etcd changelog 3.6.1; etcd-io/etcd issue 20118","verified":"published"},{"id":"B35","affected":[{"first":"3.6.0","last":"3.6.3"}],"fixedIn":["3.6.4"],"problem":"Bootstrap fails when replaying a learner promotion","bites":"3.5→3.6 restart","severity":"block","source":"etcd-io/etcd issue 20340; etcd-io/etcd PR 20387","verified":"published"},{"id":"B36","affected":[{"first":"3.6.0","last":"3.6.4"}],"fixedIn":["3.6.5"],"problem":"Log flood cannot detect storage schema version: missing confstate information","bites":"landing","severity":"warn","source":"etcd changelog 3.6.5","verified":"published"},{"id":"B37","affected":[{"first":"3.6.0","last":"3.6.5"}],"fixedIn":["3.6.6"],"problem":"Status.dbSizeQuota wrong; --force-new-cluster leaves learners (also ≤3.5.24)","bites":"quota gates, disaster restore","severity":"warn","source":"etcd changelog 3.6.6, 3.5.25","verified":"published"},{"id":"B38","affected":[{"first":"3.5.0","last":"3.5.27"},{"first":"3.6.0","last":"3.6.5"}],"fixedIn":["3.5.28","3.6.6"],"problem":"Promote via follower fails with auth","bites":"member replace with auth","severity":"warn","onlyWith":"auth","source":"etcd changelog 3.5.28, 3.6.6","verified":"published"},{"id":"B39","affected":[{"first":"3.6.0","last":"3.6.8"}],"fixedIn":["3.6.9"],"problem":"Watch event reuse between sync loops (reverted)","bites":"any time","severity":"block","source":"etcd changelog 3.6.9","verified":"published"},{"id":"B40","affected":[{"first":"3.4.20","last":"3.4.41"},{"first":"3.5.0","last":"3.5.27"},{"first":"3.6.0","last":"3.6.8"}],"fixedIn":["3.4.42","3.5.28","3.6.9"],"problem":"Stale linearizable read after process pause / race with leader change","bites":"SIGSTOP, VM freeze, leader moves","severity":"warn","source":"etcd changelog 3.5.28/3.6.9; etcd-io/etcd issue 20418","verified":"published"},{"id":"B41","affected":[{"first":"3.4.42","last":"3.4.42"},{"first":"3.5.28","last":"3.5.28"},{"first":"3.6.9","last":"3.6.9"}],"fixedIn":["3.4.43","3.5.29","3.6.10"],"problem":"Non-admin MemberList/alarm list denied; etcdctl endpoint … --cluster broken with auth","bites":"monitoring, our own probes","severity":"warn","onlyWith":"auth","source":"etcd changelog 3.4.43, 3.5.29, 3.6.10","verified":"published"},{"id":"B42","affected":[{"first":"3.5.0","last":"3.5.29"},{"first":"3.6.0","last":"3.6.10"}],"fixedIn":["3.5.30","3.6.11"],"problem":"Cannot add a member while one member is down though quorum holds","bites":"replace-style upgrades","severity":"warn","source":"etcd changelog 3.5.30, 3.6.11","verified":"published"},{"id":"B43","affected":[{"first":"3.5.0","last":"3.5.30"},{"first":"3.6.0","last":"3.6.11"}],"fixedIn":["3.5.31","3.6.12"],"problem":"MemberUpdate silently turns a learner into \\"not learner\\" in the list","bites":"peer URL change during roll","severity":"warn","source":"etcd-io/etcd issue 21694; etcd changelog 3.5.31, 3.6.12","verified":"published"},{"id":"B44","affected":[{"first":"3.3.0","last":"3.3.27"},{"first":"3.4.0","last":"3.4.45"},{"first":"3.5.0","last":"3.5.33"},{"first":"3.6.0","last":"3.6.14"}],"fixedIn":["3.7.0"],"problem":"Data inconsistency when a txn contains a range at a fixed revision","bites":"apps doing this; members may diverge","severity":"warn","source":"etcd-io/etcd issue 18667; etcd-io/etcd PR 21432","verified":"published"},{"id":"B45","affected":[{"first":"3.7.0","last":"3.7.0"},{"first":"3.7.1","last":"3.7.1"}],"fixedIn":["3.7.2"],"problem":"Downgrade version check still reads the v2 snapshot","bites":"3.7→3.6","severity":"warn","source":"etcd changelog 3.7.2; etcd-io/etcd PR 22171","verified":"published"},{"id":"B46","affected":[{"first":"3.4.0","last":"3.4.30"}],"fixedIn":["3.4.31"],"problem":"AuthStatus panic (K1)","bites":"mixed window","severity":"block","onlyWith":"hop-3.5","source":"own runs on real binaries","verified":"measured"},{"id":"B47","affected":[{"first":"3.4.0","last":"3.4.3"}],"fixedIn":["3.4.4"],"problem":"SIGSEGV on login of users created by 3.3","bites":"3.3→3.4 with auth","severity":"block","onlyWith":"auth","source":"etcd-io/etcd issue 11405; etcd source auth/store.go","verified":"read"},{"id":"B48","affected":[{"first":"3.5.0","last":"3.5.9"}],"fixedIn":["3.5.10"],"problem":"False corruption alarm when a compaction resumes after restart","bites":"rolling restart","severity":"warn","onlyWith":"flag","flags":["experimental-compact-hash-check-enabled"],"source":"etcd-io/etcd issue 15919; commit 6ac9d94d6 (first tag v3.5.10)","verified":"read"}]}');
;// CONCATENATED MODULE: ./lib/src/catalog/releases.json
const releases_namespaceObject = /*#__PURE__*/JSON.parse('{"catalogVersion":"2026-11-23.3","lines":[{"line":"3.3","firstRelease":"2018-02-01","support":"ended","supportNote":"No release since 3.3.27 of 2021-10-15.","snapshotCount":100000,"tools":["etcd","etcdctl"],"source":"CHANGELOG-3.3.md; snapshot-count: server/etcdserver at tag v3.3.25","verified":"read"},{"line":"3.4","firstRelease":"2019-08-30","support":"ended","supportNote":"Extended support ended with 3.4.45 of 2026-06-01; the security fixes of July 2026 were not brought to this line.","snapshotCount":100000,"tools":["etcd","etcdctl"],"source":"CHANGELOG-3.4.md, section 3.4.45; etcd.io/blog/2026/june-patch-release","verified":"published"},{"line":"3.5","firstRelease":"2021-06-15","support":"maintained","supportNote":"Maintained until one year after 3.7.0, that is about July 2027.","snapshotCount":100000,"tools":["etcd","etcdctl","etcdutl"],"source":"etcd.io/blog/2026/etcd-370-beta; snapshot-count: CHANGELOG-3.6.md, section 3.6.0","verified":"published"},{"line":"3.6","firstRelease":"2025-05-15","support":"maintained","supportNote":"Maintained.","snapshotCount":10000,"tools":["etcd","etcdctl","etcdutl"],"source":"etcd.io/docs/v3.6/op-guide/versioning; snapshot-count: CHANGELOG-3.6.md, section 3.6.0","verified":"published"},{"line":"3.7","firstRelease":"2026-07-08","support":"maintained","supportNote":"Maintained.","snapshotCount":10000,"tools":["etcd","etcdctl","etcdutl"],"source":"etcd.io/docs/v3.7/op-guide/versioning; snapshot-count: server/embed at tag v3.7.1","verified":"read"}],"releases":[{"version":"3.3.0","date":"2018-02-01","source":"git tag v3.3.0 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.1","date":"2018-02-12","source":"git tag v3.3.1 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.2","date":"2018-03-08","source":"git tag v3.3.2 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.3","date":"2018-03-28","source":"git tag v3.3.3 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.4","date":"2018-04-24","source":"git tag v3.3.4 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.5","date":"2018-05-09","source":"git tag v3.3.5 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.6","date":"2018-05-31","source":"git tag v3.3.6 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.7","date":"2018-06-06","source":"git tag v3.3.7 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.8","date":"2018-06-15","source":"git tag v3.3.8 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.9","date":"2018-07-24","source":"git tag v3.3.9 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.10","date":"2018-10-10","source":"git tag v3.3.10 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.11","date":"2019-01-11","source":"git tag v3.3.11 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.12","date":"2019-02-07","source":"git tag v3.3.12 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.13","date":"2019-05-02","source":"git tag v3.3.13 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.14","date":"2019-08-16","source":"git tag v3.3.14 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.15","date":"2019-08-19","source":"git tag v3.3.15 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.16","date":"2019-10-10","source":"git tag v3.3.16 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.17","date":"2019-10-11","source":"git tag v3.3.17 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.18","date":"2019-11-26","source":"git tag v3.3.18 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.19","date":"2020-03-18","source":"git tag v3.3.19 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.20","date":"2020-04-01","source":"git tag v3.3.20 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.21","date":"2020-05-18","source":"git tag v3.3.21 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.22","date":"2020-05-21","source":"git tag v3.3.22 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.23","date":"2020-07-16","source":"git tag v3.3.23 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.24","date":"2020-08-18","source":"git tag v3.3.24 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.25","date":"2020-08-24","debian":{"suite":"bullseye","packageVersion":"3.3.25+dfsg-6+b6"},"source":"git tag v3.3.25 of github.com/etcd-io/etcd","verified":"measured"},{"version":"3.3.26","date":"2021-10-03","source":"git tag v3.3.26 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.3.27","date":"2021-10-15","source":"git tag v3.3.27 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.0","date":"2019-08-30","source":"git tag v3.4.0 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.1","date":"2019-09-17","source":"git tag v3.4.1 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.2","date":"2019-10-09","source":"git tag v3.4.2 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.3","date":"2019-10-23","source":"git tag v3.4.3 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.4","date":"2020-02-24","source":"git tag v3.4.4 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.5","date":"2020-03-18","source":"git tag v3.4.5 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.6","date":"2020-03-29","source":"git tag v3.4.6 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.7","date":"2020-04-01","source":"git tag v3.4.7 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.8","date":"2020-05-18","source":"git tag v3.4.8 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.9","date":"2020-05-21","source":"git tag v3.4.9 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.10","date":"2020-07-16","source":"git tag v3.4.10 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.11","date":"2020-08-18","source":"git tag v3.4.11 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.12","date":"2020-08-19","source":"git tag v3.4.12 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.13","date":"2020-08-24","source":"git tag v3.4.13 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.14","date":"2020-11-25","source":"git tag v3.4.14 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.15","date":"2021-02-26","source":"git tag v3.4.15 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.16","date":"2021-05-12","source":"git tag v3.4.16 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.17","date":"2021-10-03","source":"git tag v3.4.17 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.18","date":"2021-10-15","source":"git tag v3.4.18 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.19","date":"2022-07-12","source":"git tag v3.4.19 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.20","date":"2022-08-06","source":"git tag v3.4.20 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.21","date":"2022-09-15","source":"git tag v3.4.21 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.22","date":"2022-11-02","source":"git tag v3.4.22 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.23","date":"2022-12-21","debian":{"suite":"bookworm","packageVersion":"3.4.23-4+b4"},"source":"git tag v3.4.23 of github.com/etcd-io/etcd","verified":"measured"},{"version":"3.4.24","date":"2023-02-16","source":"git tag v3.4.24 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.25","date":"2023-04-14","source":"git tag v3.4.25 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.26","date":"2023-05-12","source":"git tag v3.4.26 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.27","date":"2023-07-11","source":"git tag v3.4.27 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.28","date":"2023-11-23","source":"git tag v3.4.28 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.29","date":"2024-01-09","source":"git tag v3.4.29 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.30","date":"2024-01-31","source":"git tag v3.4.30 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.31","date":"2024-03-20","go":{"packages":{"etcd":"go.etcd.io/etcd","etcdctl":"go.etcd.io/etcd/etcdctl"}},"source":"git tag v3.4.31 of github.com/etcd-io/etcd","verified":"measured"},{"version":"3.4.32","date":"2024-04-25","source":"git tag v3.4.32 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.33","date":"2024-06-13","source":"git tag v3.4.33 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.34","date":"2024-09-11","source":"git tag v3.4.34 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.35","date":"2024-11-12","source":"git tag v3.4.35 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.36","date":"2025-02-25","source":"git tag v3.4.36 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.37","date":"2025-04-16","source":"git tag v3.4.37 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.38","date":"2025-10-21","source":"git tag v3.4.38 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.39","date":"2025-11-11","source":"git tag v3.4.39 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.40","date":"2025-12-18","source":"git tag v3.4.40 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.41","date":"2026-02-13","source":"git tag v3.4.41 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.42","date":"2026-03-20","source":"git tag v3.4.42 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.43","date":"2026-04-01","source":"git tag v3.4.43 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.44","date":"2026-05-01","source":"git tag v3.4.44 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.4.45","date":"2026-06-01","source":"git tag v3.4.45 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.0","date":"2021-06-15","source":"git tag v3.5.0 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.1","date":"2021-10-15","source":"git tag v3.5.1 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.2","date":"2022-02-01","source":"git tag v3.5.2 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.3","date":"2022-04-13","source":"git tag v3.5.3 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.4","date":"2022-04-24","source":"git tag v3.5.4 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.5","date":"2022-09-15","source":"git tag v3.5.5 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.6","date":"2022-11-21","source":"git tag v3.5.6 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.7","date":"2023-01-20","source":"git tag v3.5.7 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.8","date":"2023-04-13","source":"git tag v3.5.8 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.9","date":"2023-05-11","source":"git tag v3.5.9 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.10","date":"2023-10-27","source":"git tag v3.5.10 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.11","date":"2023-12-07","source":"git tag v3.5.11 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.12","date":"2024-01-31","source":"git tag v3.5.12 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.13","date":"2024-03-30","source":"git tag v3.5.13 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.14","date":"2024-05-30","source":"git tag v3.5.14 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.15","date":"2024-07-19","source":"git tag v3.5.15 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.16","date":"2024-09-10","debian":{"suite":"trixie","packageVersion":"3.5.16-4"},"source":"git tag v3.5.16 of github.com/etcd-io/etcd","verified":"measured"},{"version":"3.5.17","date":"2024-11-12","source":"git tag v3.5.17 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.18","date":"2025-01-25","source":"git tag v3.5.18 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.19","date":"2025-03-05","source":"git tag v3.5.19 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.20","date":"2025-03-21","source":"git tag v3.5.20 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.21","date":"2025-03-27","source":"git tag v3.5.21 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.22","date":"2025-07-23","source":"git tag v3.5.22 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.23","date":"2025-09-19","source":"git tag v3.5.23 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.24","date":"2025-10-21","source":"git tag v3.5.24 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.25","date":"2025-11-12","source":"git tag v3.5.25 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.26","date":"2025-12-18","source":"git tag v3.5.26 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.27","date":"2026-02-13","source":"git tag v3.5.27 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.28","date":"2026-03-20","source":"git tag v3.5.28 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.29","date":"2026-04-01","source":"git tag v3.5.29 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.30","date":"2026-05-01","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"debian":{"suite":"forky","packageVersion":"3.5.30-2"},"source":"git tag v3.5.30 of github.com/etcd-io/etcd","verified":"measured"},{"version":"3.5.31","date":"2026-06-01","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.5.31 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.32","date":"2026-07-01","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.5.32 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.5.33","date":"2026-07-23","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.5.33 of github.com/etcd-io/etcd","verified":"measured"},{"version":"3.6.0","date":"2025-05-15","source":"git tag v3.6.0 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.1","date":"2025-06-06","source":"git tag v3.6.1 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.2","date":"2025-07-10","source":"git tag v3.6.2 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.3","date":"2025-07-23","source":"git tag v3.6.3 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.4","date":"2025-07-25","source":"git tag v3.6.4 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.5","date":"2025-09-19","source":"git tag v3.6.5 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.6","date":"2025-11-12","source":"git tag v3.6.6 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.7","date":"2025-12-18","source":"git tag v3.6.7 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.8","date":"2026-02-13","source":"git tag v3.6.8 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.9","date":"2026-03-20","source":"git tag v3.6.9 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.10","date":"2026-04-01","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.6.10 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.11","date":"2026-05-01","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.6.11 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.12","date":"2026-06-01","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.6.12 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.13","date":"2026-07-01","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.6.13 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.6.14","date":"2026-07-23","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.6.14 of github.com/etcd-io/etcd","verified":"measured"},{"version":"3.7.0","date":"2026-07-08","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.7.0 of github.com/etcd-io/etcd","verified":"published"},{"version":"3.7.1","date":"2026-07-23","go":{"packages":{"etcd":"go.etcd.io/etcd/server/v3","etcdctl":"go.etcd.io/etcd/etcdctl/v3","etcdutl":"go.etcd.io/etcd/etcdutl/v3"}},"source":"git tag v3.7.1 of github.com/etcd-io/etcd","verified":"measured"}]}');
;// CONCATENATED MODULE: ./lib/src/catalog/restores.json
const restores_namespaceObject = /*#__PURE__*/JSON.parse('{"watchSafe":[{"line":"3.4","since":"3.4.27","source":"CHANGELOG-3.4.md, section 3.4.27 (etcdctl snapshot restore --bump-revision --mark-compacted)","verified":"measured"},{"line":"3.5","since":"3.5.10","source":"CHANGELOG-3.5.md, section 3.5.10 (etcdutl snapshot restore --bump-revision --mark-compacted)","verified":"measured"},{"line":"3.6","since":"3.6.0","source":"CHANGELOG-3.6.md, section 3.6.0 (etcdutl)","verified":"measured"},{"line":"3.7","since":"3.7.0","source":"etcdutl/snapshot/v3_snapshot.go at tag v3.7.1","verified":"measured"}],"refused":[{"made":"3.7","with":"3.6","knownAs":"K23","pattern":"3\\\\.7\\\\.0.{1,4} is not supported","remedy":"The way back from 3.7 to 3.6 is a snapshot taken before the upgrade, or one taken while `downgrade enable 3.6` was active.","source":"run on 3.7.1 and 3.6.14: the member ends with exit code 1, bootstrap failed","verified":"measured"}]}');
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./lib/src/catalog/schema.js
// Owns the shape of the catalog's JSON files: facts about etcd, each with its source and how it was verified.
// Must not know how a fact is used.

/** `measured`: run on real binaries; `read`: read in etcd's source; `published`: docs or changelog only. */
const Verified = schemas/* enum */.k5n(['measured', 'read', 'published']);
const Fact = { source: schemas/* string */.YjP().min(3), verified: Verified };
const ExactVersion = schemas/* string */.YjP().regex(/^\d+\.\d+\.\d+$/, 'an exact version such as "3.5.33"');
const LineName = schemas/* string */.YjP().regex(/^\d+\.\d+$/, 'a line such as "3.5"');
const Release = schemas/* strictObject */.rej({
    version: ExactVersion,
    /** Publication date of the tag, where known. */
    date: iso/* date */.p6().optional(),
    /** Pinned Go build: directory `go-modules/<version>/` holds go.mod and the complete go.sum. */
    go: schemas/* strictObject */.rej({ packages: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['etcd', 'etcdctl', 'etcdutl']), schemas/* string */.YjP()) }).optional(),
    /** Debian packages that carry exactly this release. */
    debian: schemas/* strictObject */.rej({ suite: schemas/* string */.YjP(), packageVersion: schemas/* string */.YjP() }).optional(),
    ...Fact,
});
const Line = schemas/* strictObject */.rej({
    line: LineName,
    firstRelease: iso/* date */.p6(),
    support: schemas/* enum */.k5n(['maintained', 'ended']),
    supportNote: schemas/* string */.YjP(),
    /** etcd's own default for --snapshot-count. */
    snapshotCount: schemas/* int */.Whr().positive(),
    /** Tools that a release of this line ships. */
    tools: schemas/* array */.YOg(schemas/* enum */.k5n(['etcd', 'etcdctl', 'etcdutl'])),
    ...Fact,
});
const ReleasesFile = schemas/* strictObject */.rej({
    /** Raised with every change of any catalog file that plans are made of; part of the plan digest. */
    catalogVersion: schemas/* string */.YjP().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/),
    lines: schemas/* array */.YOg(Line),
    releases: schemas/* array */.YOg(Release),
});
const Preparation = schemas/* strictObject */.rej({
    id: schemas/* enum */.k5n(['members-write', 'restart-with-low-snapshot-count', 'renew-raft-snapshots', 'members-bucket-clean']),
    reason: schemas/* string */.YjP(),
    knownAs: schemas/* string */.YjP().regex(/^K\d+$/),
    /** What `restart-with-low-snapshot-count` lowers --snapshot-count to. */
    snapshotCount: schemas/* int */.Whr().positive().optional(),
    /** The preparation is needed only where the members' --snapshot-count is higher than this. */
    onlyAbove: schemas/* int */.Whr().positive().optional(),
    ...Fact,
});
const HopRule = schemas/* strictObject */.rej({
    from: LineName,
    to: LineName,
    /** Source releases below this one get a patch hop first. */
    floor: schemas/* strictObject */.rej({
        release: ExactVersion,
        official: ExactVersion.nullable(),
        since: iso/* date */.p6(),
        reason: schemas/* string */.YjP(),
        ...Fact,
    }),
    preparations: schemas/* array */.YOg(Preparation),
    /** What nobody may do while members of both lines run. */
    freezes: schemas/* array */.YOg(schemas/* strictObject */.rej({
        what: schemas/* string */.YjP(),
        why: schemas/* string */.YjP(),
        knownAs: schemas/* string */.YjP(),
        /** etcd settings (flag names) that break the freeze by themselves. */
        settings: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        ...Fact,
    })),
    /** A rolling upgrade with authentication enabled is not safe on this hop; null when it is. */
    authBlocks: schemas/* strictObject */.rej({ reason: schemas/* string */.YjP(), ...Fact }).nullable(),
});
const HopsFile = schemas/* strictObject */.rej({ hops: schemas/* array */.YOg(HopRule) });
const KnownBad = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP().regex(/^B\d+$/),
    /** Closed ranges, both ends exact. */
    affected: schemas/* array */.YOg(schemas/* strictObject */.rej({ first: ExactVersion, last: ExactVersion })),
    fixedIn: schemas/* array */.YOg(ExactVersion),
    problem: schemas/* string */.YjP(),
    bites: schemas/* string */.YjP(),
    severity: schemas/* enum */.k5n(['block', 'warn']),
    /** Absent: always. */
    onlyWith: schemas/* enum */.k5n([
        'auth',
        'single-member',
        'learners',
        'defragment',
        'data-dir-mode',
        'default-logger',
        'flag',
        'hop-3.5',
        'hop-3.6',
    ])
        .optional(),
    /** With `onlyWith: flag`: the flags that make it bite. */
    flags: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    ...Fact,
});
const KnownBadFile = schemas/* strictObject */.rej({ ranges: schemas/* array */.YOg(KnownBad) });
/** Words of etcd that name a known trouble, looked for in the last lines of a member that died. */
const Symptom = schemas/* strictObject */.rej({
    knownAs: schemas/* string */.YjP(),
    pattern: schemas/* string */.YjP(),
    explanation: schemas/* string */.YjP(),
    remedy: schemas/* string */.YjP(),
    ...Fact,
});
const SymptomsFile = schemas/* strictObject */.rej({ symptoms: schemas/* array */.YOg(Symptom) });
/**
 * What a compatibility check shows on members of a line, where lines differ; `*` holds for all others, and
 * `3.4+config-file` for members of a line that are configured by a file.
 */
const CheckExpectation = schemas/* strictObject */.rej({
    check: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    expected: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    ...Fact,
});
const ChecksFile = schemas/* strictObject */.rej({ checks: schemas/* array */.YOg(CheckExpectation) });
/** What restoring a backup with another release, or for clients that watch, can and cannot do. */
const RestoresFile = schemas/* strictObject */.rej({
    /** First release of a line whose restore can raise the revision and mark what is before as compacted. */
    watchSafe: schemas/* array */.YOg(schemas/* strictObject */.rej({ line: LineName, since: ExactVersion, ...Fact })),
    /** Snapshots of one line that members of another must refuse. */
    refused: schemas/* array */.YOg(schemas/* strictObject */.rej({
        made: LineName,
        with: LineName,
        knownAs: schemas/* string */.YjP(),
        pattern: schemas/* string */.YjP(),
        remedy: schemas/* string */.YjP(),
        ...Fact,
    })),
});

;// CONCATENATED MODULE: ./lib/src/catalog/symptoms.json
const symptoms_namespaceObject = /*#__PURE__*/JSON.parse('{"symptoms":[{"knownAs":"K21","pattern":"unmarshal should never fail \\\\(proto:\\\\s*cannot parse","explanation":"3.7 cannot replay a v2 request that a 3.5 member left in this member\'s WAL","remedy":"On the previous release make every member take a raft snapshot newer than the end of the 3.5 to 3.6 roll, then try again.","source":"own runs on real binaries, 3.5.33 to 3.6.14 to 3.7.1","verified":"measured"},{"knownAs":"K22","pattern":"detected disallowed v2 WAL for stage","explanation":"3.6 refuses v2 requests in this member\'s WAL; health probes of 3.4, or of 3.5 with enable-v2, write them","remedy":"Back on 3.5: turn enable-v2 off everywhere, restart with a low --snapshot-count until a raft snapshot is taken, then try again.","source":"own runs on real binaries, 3.4.23 to 3.5.33 to 3.6.14","verified":"measured"},{"knownAs":"K8","pattern":"detected disallowed custom content in v2store","explanation":"3.6 refuses keys that clients wrote with the v2 API","remedy":"Back on 3.5: migrate or delete the v2 keys; `etcdutl check v2store` of 3.5.32 or later must come out clean.","source":"own runs on real binaries, 3.5.33 to 3.6.14","verified":"measured"},{"knownAs":"K6","pattern":"too many learner members in cluster","explanation":"the v3 store of this member still marks promoted members as learners","remedy":"Back on the newest 3.5: restart every member once more, compare the stored members on each, then try again.","source":"own runs on real binaries, 3.5.16 to 3.6.14; etcd-io/etcd issue 19557","verified":"measured"},{"knownAs":"K2","pattern":"ConfChange type should be either AddNode, RemoveNode or UpdateNode","explanation":"a learner was added while members of 3.3 still ran; 3.3 cannot apply that","remedy":"Start the dead members with the 3.4 binary.","source":"own runs on real binaries, 3.3.25 + 3.4.23","verified":"measured"},{"knownAs":"K1","pattern":"panic: not implemented","explanation":"an older member had to apply a log entry of a newer release that it does not know (K1: AuthStatus, K3: lease checkpoint, K15: a skipped minor)","remedy":"Start the dead members with the newer binary: the entry stays in their WAL, so the old binary dies again.","source":"own runs on real binaries, 3.3.25 + 3.4.23, 3.4.23 + 3.5.33, 3.4.45 + 3.6.14","verified":"measured"},{"knownAs":"K5","pattern":"server version is not allowed to join when downgrade is enabled","explanation":"a downgrade job is enabled in the cluster; 3.5 members refuse to start while it is","remedy":"Send Downgrade CANCEL while every member is up; a member that was down keeps the flag in its own store.","source":"own runs on real binaries, 3.5.16, 3.5.30, 3.5.33","verified":"measured"},{"knownAs":"K16","pattern":"server version is lower than determined cluster version|cluster cannot be downgraded","explanation":"the cluster version has already moved past this release: the point of no return is behind","remedy":"Start the newer release again; go back only by the downgrade protocol (3.6 and later) or from a backup.","source":"own runs on real binaries, 3.3.25 to 3.7.1","verified":"measured"},{"knownAs":"K23","pattern":"version \\"3\\\\.\\\\d+\\\\.0\\" is not supported","explanation":"the data directory carries the storage version of a newer release","remedy":"Start the newer release again; use `etcdctl downgrade enable` before going back.","source":"own runs on real binaries, 3.7.1 to 3.6.14","verified":"measured"},{"knownAs":"cluster-version","pattern":"cluster version of remote member is not compatible|incompatible with current running cluster","explanation":"this release may not join a cluster of that cluster version","remedy":"Use a release of the cluster\'s own line or of the next one.","source":"server/etcdserver/cluster_util.go at tag v3.6.14","verified":"read"},{"knownAs":"K9","pattern":"flag provided but not defined","explanation":"the release does not know a flag that the settings contain","remedy":"Remove the flag or use its replacement; the changelog of the release names it.","source":"own runs on real binaries, 3.3.25 to 3.7.1","verified":"measured"},{"knownAs":"K10","pattern":"is shadowed by corresponding command-line flag","explanation":"the same setting is given as a flag and as an environment variable; from 3.4 on that is fatal","remedy":"Keep only one of the two, even when the values are equal.","source":"own runs on real binaries, 3.4.23 to 3.7.1; etcd-io/etcd issue 8380","verified":"measured"},{"knownAs":"bad-value","pattern":"invalid value \\".*\\" for (flag|ETCD_|environment)|invalid value .* for ETCD_","explanation":"a setting has a value that this release does not accept","remedy":"Correct the value.","source":"own runs on real binaries, 3.3.25 to 3.7.1","verified":"measured"},{"knownAs":"logger","pattern":"logger=capnslog is removed","explanation":"3.5 and later know only the zap logger","remedy":"Set --logger=zap or remove the flag.","source":"own runs on real binaries, 3.4.45 to 3.5.33","verified":"measured"},{"knownAs":"feature-gate","pattern":"unrecognized feature gate","explanation":"the release does not know a feature gate that the settings contain","remedy":"Remove the gate.","source":"own runs on real binaries, 3.6.14, 3.7.1","verified":"measured"},{"knownAs":"two-names","pattern":"cannot set --\\\\S+ and --\\\\S+ at the same time|cannot specify both flags","explanation":"a setting is given under its old and its new name","remedy":"Keep the new name.","source":"own runs on real binaries, 3.6.14","verified":"measured"},{"knownAs":"bad-type","pattern":"cannot unmarshal \\\\w+ into Go struct field","explanation":"a key of the configuration file has the wrong type; durations must be whole nanoseconds","remedy":"Correct the value in the configuration file.","source":"own runs on real binaries, 3.6.14, 3.7.1","verified":"measured"},{"knownAs":"B06","pattern":"walpb: crc mismatch","explanation":"the write-ahead log is damaged; 3.3.21 and 3.4.8 do this themselves at a restart","remedy":"Use 3.3.22, 3.4.9 or later; restore this member\'s data if the disk is at fault.","source":"etcd-io/etcd issue 11918; etcd changelog 3.3.22, 3.4.9","verified":"published"},{"knownAs":"B03","pattern":"wal: file not found","explanation":"a WAL file that is needed is missing; before 3.3.18 and 3.4.4 etcd could delete it while stopping","remedy":"Rebuild this member from the others, on a release with the fix.","source":"etcd changelog 3.3.18, 3.4.4","verified":"published"},{"knownAs":"data-directory","pattern":"cannot access data directory|directory .* permission|data-dir.*permission denied|expected \\"drwx------\\"","explanation":"etcd cannot use its data directory, or its mode is not 0700","remedy":"Give the directory mode 0700 and etcd\'s own user.","source":"own runs on real binaries, 3.3.25 and later; etcd changelog 3.3.23, 3.4.10","verified":"measured"},{"knownAs":"common-name","pattern":"certificate relies on legacy Common Name field","explanation":"the certificate has no subject alternative names; releases built with Go 1.15 or later refuse it","remedy":"Issue certificates with SANs.","source":"own runs on real binaries, 3.3.25 to 3.5.16","verified":"measured"},{"knownAs":"K29","pattern":"the member has been permanently removed from the cluster","explanation":"another member takes this one for removed: its stored list of removed members names it. 3.5.33, started on data of a 3.4 member that had applied no v3 write since its members were added, writes such entries while it replays the log, and 3.6 believes them","remedy":"Put every member back on 3.5; compare the stored `members_removed` of each with the member list, and rebuild the wrong members from the others. Before 3.4 to 3.5, write a key so that every member\'s consistent index is above its membership entries.","source":"own runs on real binaries, 3.4.31 to 3.5.33 to 3.6.14 without any write before the first hop; server/etcdserver/server.go at tag v3.5.33","verified":"measured"},{"knownAs":"port-taken","pattern":"bind: address already in use","explanation":"another process holds a port of this member","remedy":"Stop the other process or choose another port.","source":"own runs on real binaries, 3.3.25 to 3.7.1","verified":"measured"},{"knownAs":"listen-address","pattern":"bind: cannot assign requested address","explanation":"the listen address is not one of this machine","remedy":"Correct the listen URLs.","source":"Go standard library, package net","verified":"read"},{"knownAs":"disk-full","pattern":"no space left on device","explanation":"the disk is full","remedy":"Free space for the data directory.","source":"Linux errno ENOSPC","verified":"read"},{"knownAs":"quota","pattern":"mvcc: database space exceeded","explanation":"the database has reached its quota","remedy":"Compact, defragment outside the upgrade and disarm the alarm.","source":"server/etcdserver/api/v3rpc/rpctypes/error.go at tag v3.6.14","verified":"read"}]}');
;// CONCATENATED MODULE: ./lib/src/catalog/load.js
// Owns the validated catalog: facts about etcd that ship with this version of the program.
// Must not know how a fact is used (lookups.ts, plan/) nor read files at run time.








let loaded;
/** The catalog, validated once per process. A mistake in it is a bug of ours: `internal-error`. */
function loadCatalog() {
    if (loaded !== undefined)
        return loaded;
    try {
        const { catalogVersion, lines, releases } = ReleasesFile.parse(releases_namespaceObject);
        loaded = {
            catalogVersion,
            lines,
            releases,
            hops: HopsFile.parse(hops_namespaceObject).hops,
            knownBad: KnownBadFile.parse(known_bad_namespaceObject).ranges,
            symptoms: SymptomsFile.parse(symptoms_namespaceObject).symptoms,
            checks: ChecksFile.parse(checks_namespaceObject).checks,
            restores: RestoresFile.parse(restores_namespaceObject),
        };
    }
    catch (cause) {
        throw new errors/* EtcdMigrateError */.A8('internal-error', 'The catalog of this build does not match its schema; nothing was run.', {
            cause,
        });
    }
    return loaded;
}


/***/ }),

/***/ 66182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V6: () => (/* binding */ minorsBetween),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   gG: () => (/* binding */ highestOf),
/* harmony export */   lZ: () => (/* binding */ compareLines),
/* harmony export */   pD: () => (/* binding */ lineAfter)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
// Owns the arithmetic of exact versions and lines.
// Must not know which of them exist (the catalog does).

/** "3.5" of "3.5.33". */
function lineOf(version) {
    return version.split('.').slice(0, 2).join('.');
}
/** Negative, zero or positive, as `a` is below, equal to or above `b`. Exact versions only. */
function compareVersions(a, b) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.compare(a, b);
}
/** As compareVersions, for lines such as "3.10" and "3.9". */
function compareLines(a, b) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.compare(`${a}.0`, `${b}.0`);
}
/** The line one minor above. */
function lineAfter(line) {
    const [major, minor] = line.split('.');
    return `${major}.${Number(minor) + 1}`;
}
/** Minors from one line up to another; negative when it goes down, NaN across majors. */
function minorsBetween(from, to) {
    const [fromMajor, fromMinor] = from.split('.');
    const [toMajor, toMinor] = to.split('.');
    return fromMajor === toMajor ? Number(toMinor) - Number(fromMinor) : Number.NaN;
}
function highestOf(versions) {
    return [...versions].sort(compareVersions).at(-1);
}


/***/ }),

/***/ 25500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ damageIn),
/* harmony export */   q: () => (/* binding */ damaged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns the one error for a file that is not a whole bbolt database.

function damaged(how) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('etcd-refused', `The database snapshot cannot be read: ${how}.`, {
        details: { class: 'corrupt', how },
    });
}
/** What is damaged, in a few words; undefined for any other error. */
function damageIn(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8) || error.details['class'] !== 'corrupt')
        return undefined;
    return String(error.details['how'] ?? error.message);
}


/***/ }),

/***/ 14426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ lengthOf),
  q: () => (/* binding */ openDatabase)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/src/etcd/bbolt/damaged.js
var damaged = __webpack_require__(25500);
;// CONCATENATED MODULE: ./lib/src/etcd/bbolt/meta.js
// Owns bbolt's two meta pages: which are whole, and which is the newest.
// Must not know pages of any other kind.


// Layout: go.etcd.io/bbolt internal/common (page.go, meta.go); the same since 2013. Little endian.
const MAGIC = 0xed0cdaed;
const VERSION = 2;
const FLAG_META = 0x04;
const META_BYTES = 64;
const NO_FREELIST = 0xffffffffffffffffn;
const pageHeaderBytes = 16;
/** Throws `etcd-refused` of class `corrupt` when neither meta page is whole. `size` in bytes. */
function readMetas(fd, size) {
    const first = metaAt(fd, 0, size);
    // The second meta page starts at the page size, which a broken first page cannot tell: try every power of two.
    const sizes = first ? [first.pageSize] : Array.from({ length: 8 }, (_, power) => 512 << power);
    const second = sizes
        .map((pageSize) => ({ pageSize, meta: metaAt(fd, pageSize, size) }))
        .find(({ meta, pageSize }) => meta?.pageSize === pageSize)?.meta;
    const [newest] = [first, second]
        .filter((meta) => meta !== undefined && meta !== null)
        .sort((a, b) => (a.transaction < b.transaction ? 1 : -1));
    if (newest === undefined)
        throw (0,damaged/* damaged */.q)('no valid meta page; is it a bbolt file at all?');
    return { newest, damagedPages: [first, second].flatMap((meta, page) => (meta ? [] : [page])) };
}
function metaAt(fd, position, size) {
    const length = pageHeaderBytes + META_BYTES;
    if (position + length > size)
        return null;
    const page = Buffer.alloc(length);
    if ((0,external_node_fs_.readSync)(fd, page, 0, length, position) !== length)
        return null;
    return parseMeta(page);
}
function parseMeta(page) {
    if ((page.readUInt16LE(8) & FLAG_META) === 0)
        return null;
    const meta = page.subarray(pageHeaderBytes);
    if (meta.readUInt32LE(0) !== MAGIC || meta.readUInt32LE(4) !== VERSION)
        return null;
    if (meta.readBigUInt64LE(56) !== fnv64a(meta.subarray(0, 56)))
        return null;
    const pageSize = meta.readUInt32LE(8);
    if (pageSize < 512 || pageSize > 0x10000 || (pageSize & (pageSize - 1)) !== 0)
        return null;
    const freelist = meta.readBigUInt64LE(32);
    return {
        pageSize,
        root: meta.readBigUInt64LE(16),
        freelist: freelist === NO_FREELIST ? null : freelist,
        highWater: meta.readBigUInt64LE(40),
        transaction: meta.readBigUInt64LE(48),
    };
}
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK_64 = 0xffffffffffffffffn;
/** FNV-1a, 64 bits: bbolt's checksum of a meta page. */
function fnv64a(bytes) {
    let hash = FNV_OFFSET;
    for (const byte of bytes)
        hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK_64;
    return hash;
}

;// CONCATENATED MODULE: ./lib/src/etcd/bbolt/pages.js
// Owns reading one page with its overflow and the elements on it; every offset is checked.
// Must not know how pages hang together (tree.ts).



// Layout: go.etcd.io/bbolt internal/common (page.go); the same since 2013. Little endian.
const FLAG_BRANCH = 0x01;
const FLAG_LEAF = 0x02;
const FLAG_FREELIST = 0x10;
const ELEMENT_BYTES = 16;
const LEAF_IS_BUCKET = 0x01;
/** A count of 65535 says that the real one stands in the first eight bytes of the list. */
const COUNT_ELSEWHERE = 0xffff;
/** Reads pages of one file, and remembers which it has read: no page hangs in the tree twice. */
class PageReader {
    #fd;
    #size;
    #meta;
    #seen;
    constructor(fd, size, meta) {
        this.#fd = fd;
        this.#size = size;
        this.#meta = meta;
        this.#seen = new Uint8Array(Math.ceil(Number(meta.highWater) / 8));
    }
    hasSeen(id) {
        return ((this.#seen[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
    }
    /** Into `buffer` where that is large enough; the answer holds until the next page is read into it. */
    tree(id, buffer) {
        return parsePage(id, this.#raw(id, buffer));
    }
    /** Numbers of the free pages, where a list of them is stored. */
    freelist() {
        const { freelist } = this.#meta;
        if (freelist === null)
            return null;
        const page = this.#raw(freelist, Buffer.alloc(this.#meta.pageSize));
        if (page.readUInt16LE(8) !== FLAG_FREELIST)
            throw (0,damaged/* damaged */.q)(`page ${freelist} is not the list of free pages`);
        const short = page.readUInt16LE(10);
        const long = short === COUNT_ELSEWHERE;
        const from = pageHeaderBytes + (long ? 8 : 0);
        if (from > page.length)
            throw (0,damaged/* damaged */.q)(`the list of free pages has no room for its length`);
        const count = long ? Number(page.readBigUInt64LE(pageHeaderBytes)) : short;
        if (from + count * 8 > page.length)
            throw (0,damaged/* damaged */.q)(`the list of free pages claims ${count} pages`);
        return Array.from({ length: count }, (_, index) => page.readBigUInt64LE(from + index * 8));
    }
    #raw(id, buffer) {
        const { pageSize, highWater } = this.#meta;
        if (id < 2n || id >= highWater)
            throw (0,damaged/* damaged */.q)(`page ${id} is outside the database of ${highWater} pages`);
        const first = this.#bytes(id, pageSize, buffer);
        if (first.readBigUInt64LE(0) !== id)
            throw (0,damaged/* damaged */.q)(`page ${id} calls itself page ${first.readBigUInt64LE(0)}`);
        const overflow = first.readUInt32LE(12);
        if (id + BigInt(overflow) >= highWater)
            throw (0,damaged/* damaged */.q)(`page ${id} has no end`);
        for (let page = Number(id); page <= Number(id) + overflow; page++) {
            if (this.hasSeen(page))
                throw (0,damaged/* damaged */.q)(`page ${page} hangs in the tree twice`);
            this.#seen[page >> 3] |= 1 << (page & 7);
        }
        return overflow === 0 ? first : this.#bytes(id, (overflow + 1) * pageSize, buffer);
    }
    #bytes(id, length, buffer) {
        const position = Number(id) * this.#meta.pageSize;
        if (position + length > this.#size)
            throw (0,damaged/* damaged */.q)(`page ${id} is behind the end of the file of ${this.#size} bytes`);
        const target = length <= buffer.length ? buffer.subarray(0, length) : Buffer.allocUnsafe(length);
        if ((0,external_node_fs_.readSync)(this.#fd, target, 0, length, position) !== length) {
            throw (0,damaged/* damaged */.q)(`the file ends within ${length} bytes at ${position}`);
        }
        return target;
    }
}
function parsePage(id, bytes) {
    if (bytes.length < pageHeaderBytes)
        throw (0,damaged/* damaged */.q)(`a page has only ${bytes.length} bytes`);
    const flags = bytes.readUInt16LE(8);
    const count = bytes.readUInt16LE(10);
    if (flags !== FLAG_BRANCH && flags !== FLAG_LEAF) {
        throw (0,damaged/* damaged */.q)(`page ${id} is of kind ${flags} where the tree goes on`);
    }
    if (pageHeaderBytes + count * ELEMENT_BYTES > bytes.length)
        throw (0,damaged/* damaged */.q)(`page ${id} claims ${count} elements`);
    return { id, bytes, kind: flags === FLAG_BRANCH ? 'branch' : 'leaf', count };
}
function branchAt({ bytes, id }, index) {
    const at = pageHeaderBytes + index * ELEMENT_BYTES;
    const from = at + bytes.readUInt32LE(at);
    const to = from + bytes.readUInt32LE(at + 4);
    if (to > bytes.length)
        throw (0,damaged/* damaged */.q)(`element ${index} of page ${id} ends behind its page`);
    return { key: bytes.subarray(from, to), child: bytes.readBigUInt64LE(at + 8) };
}
function leafAt({ bytes, id }, index) {
    const at = pageHeaderBytes + index * ELEMENT_BYTES;
    const from = at + bytes.readUInt32LE(at + 4);
    const middle = from + bytes.readUInt32LE(at + 8);
    const to = middle + bytes.readUInt32LE(at + 12);
    if (to > bytes.length)
        throw (0,damaged/* damaged */.q)(`element ${index} of page ${id} ends behind its page`);
    return {
        key: bytes.subarray(from, middle),
        value: bytes.subarray(middle, to),
        isBucket: (bytes.readUInt32LE(at) & LEAF_IS_BUCKET) !== 0,
    };
}

;// CONCATENATED MODULE: ./lib/src/etcd/bbolt/database.js
// Owns reading a bbolt database file: its buckets, the entries of each, and whether all of it hangs together.
// Must not know etcd's buckets. A damaged or foreign file gives an error, never a wrong answer. Read-only.




/** The file stays the caller's: open for reading as long as the database is read, and closed by whoever opened it. */
function openDatabase(fd) {
    const sizeBytes = (0,external_node_fs_.fstatSync)(fd).size;
    const { newest: meta, damagedPages } = readMetas(fd, sizeBytes);
    if (Number(meta.highWater) * meta.pageSize > sizeBytes) {
        throw (0,damaged/* damaged */.q)(`${meta.highWater} pages of ${meta.pageSize} bytes do not fit into its ${sizeBytes} bytes`);
    }
    const pages = new PageReader(fd, sizeBytes, meta);
    const roots = new Map();
    const top = pages.tree(meta.root, Buffer.alloc(meta.pageSize));
    for (const { key, value, isBucket } of leaves(top, pages, meta)) {
        const name = key.toString('latin1');
        if (!isBucket)
            throw (0,damaged/* damaged */.q)(`"${name}" stands beside the buckets`);
        if (value.length < 16)
            throw (0,damaged/* damaged */.q)(`bucket ${name} has a header of ${value.length} bytes`);
        roots.set(name, Buffer.from(value));
    }
    return {
        meta,
        sizeBytes,
        damagedMetas: damagedPages,
        buckets: [...roots.keys()],
        *entries(bucket) {
            const header = roots.get(bucket);
            if (header === undefined)
                return;
            const root = header.readBigUInt64LE(0);
            // Root 0: the bucket is so small that its only page stands inline, right behind the header.
            const page = root === 0n ? parsePage(0n, header.subarray(16)) : pages.tree(root, Buffer.alloc(meta.pageSize));
            for (const { key, value, isBucket } of leaves(page, pages, meta)) {
                if (isBucket)
                    throw (0,damaged/* damaged */.q)(`bucket ${bucket} holds another bucket`);
                yield { key, value };
            }
        },
        requireEveryPage: () => requireEveryPage(pages, meta),
    };
}
/** Depth first, in order of keys; each page's keys ascend and keep to what its parent says. */
function* leaves(root, pages, meta) {
    const way = [];
    /** One for each depth: what lies above stays readable while pages below come and go. */
    const buffers = [];
    const enter = (page, lower, upper) => {
        requireOrder(page, lower, upper);
        if (page.kind === 'branch' && page.count === 0)
            throw (0,damaged/* damaged */.q)(`page ${page.id} leads nowhere`);
        way.push({ page, upper, index: 0 });
    };
    enter(root, undefined, undefined);
    for (let frame = way.at(-1); frame !== undefined; frame = way.at(-1)) {
        const { page, upper, index } = frame;
        if (index === page.count) {
            way.pop();
            continue;
        }
        frame.index++;
        if (page.kind === 'leaf') {
            yield leafAt(page, index);
            continue;
        }
        const { key, child } = branchAt(page, index);
        const next = index + 1 < page.count ? branchAt(page, index + 1).key : upper;
        const depth = way.length;
        buffers[depth] ??= Buffer.alloc(meta.pageSize);
        enter(pages.tree(child, buffers[depth]), key, next);
    }
}
function requireOrder(page, lower, upper) {
    const keyAt = (index) => (page.kind === 'leaf' ? leafAt(page, index) : branchAt(page, index)).key;
    let before;
    for (let index = 0; index < page.count; index++) {
        const key = keyAt(index);
        if (before === undefined) {
            if (lower !== undefined && Buffer.compare(lower, key) > 0) {
                throw (0,damaged/* damaged */.q)(`page ${page.id} begins before its place in the tree`);
            }
        }
        else if (Buffer.compare(before, key) >= 0)
            throw (0,damaged/* damaged */.q)(`the keys of page ${page.id} do not ascend`);
        before = key;
    }
    if (before !== undefined && upper !== undefined && Buffer.compare(before, upper) >= 0) {
        throw (0,damaged/* damaged */.q)(`page ${page.id} ends behind its place in the tree`);
    }
}
function requireEveryPage(pages, meta) {
    const free = pages.freelist();
    // Without a list every page outside the tree is free, whatever is on it.
    if (free === null)
        return;
    const isFree = new Set(free.map(Number));
    if (isFree.size !== free.length)
        throw (0,damaged/* damaged */.q)('a page is free twice');
    for (let id = 2; id < Number(meta.highWater); id++) {
        const inTree = pages.hasSeen(id);
        if (inTree === isFree.has(id))
            throw (0,damaged/* damaged */.q)(`page ${id} is ${inTree ? 'in use and free' : 'neither in use nor free'}`);
    }
}
/** Bytes that the database takes by its own account: what a snapshot of it has, before its hash. */
function lengthOf({ highWater, pageSize }) {
    return Number(highWater) * pageSize;
}


/***/ }),

/***/ 49626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   VS: () => (/* binding */ classifyEtcdError),
/* harmony export */   oy: () => (/* binding */ answerTo),
/* harmony export */   zO: () => (/* binding */ etcdCallError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns the table from gRPC and etcd errors to the few classes that callers branch on, and to our own errors.
// Must not decide whether a call is repeated: the gate or step that calls does.

/** Words of etcd (api/v3rpc/rpctypes/error.go, equal from 3.3 to 3.7), more telling than the gRPC code they ride on. */
const byMessage = [
    [/invalid auth token|revision of auth store is old/, 'token-expired'],
    [/authentication is not enabled/, 'auth-disabled'],
    [/authentication failed|permission denied|user name is empty|invalid auth management/, 'denied'],
    [/required revision has been compacted/, 'compacted'],
    [/required revision is a future revision/, 'future-revision'],
    [/database space exceeded/, 'no-space'],
    [/corrupt cluster|data inconsistency/, 'corrupt'],
    [/etcdserver: leader changed/, 'leader-changed'],
    [/etcdserver: no leader/, 'no-leader'],
    [/etcdserver: not leader/, 'not-leader'],
    [/etcdserver: not capable/, 'not-capable'],
    [/etcdserver: too many requests/, 'overloaded'],
    [/etcdserver: request timed out|timed out, waiting for the applied index/, 'timeout'],
    [/requested lease not found|(user|role) name not found|member not found/, 'not-found'],
    [/(user|role) name already exists|lease already exists/, 'already-exists'],
    // grpc-js reports a handshake that fails as a dropped connection; these words are OpenSSL's and Node's.
    [/self-signed certificate|unable to verify|certificate has expired|Hostname\/IP does not match|ERR_TLS/, 'denied'],
    [/bad certificate|certificate required|unknown ca|handshake failure/i, 'denied'],
    [/server stopped|connect ECONN|ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|Connection dropped/, 'unreachable'],
];
/** grpc status codes, https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const byCode = {
    1: 'cancelled',
    4: 'timeout',
    5: 'not-found',
    6: 'already-exists',
    7: 'denied',
    8: 'overloaded',
    12: 'not-implemented',
    14: 'unreachable',
    16: 'denied',
};
/** Class of an error that grpc-js or etcd3 threw. The message decides before the code does. */
function classifyEtcdError(error) {
    const message = wordsOf(error);
    for (const [pattern, found] of byMessage)
        if (pattern.test(message))
            return found;
    // etcd3 drops the numeric code but keeps it in front of the message: "14 UNAVAILABLE: …".
    const code = error.code ?? Number(/(?:^|: )(\d{1,2}) [A-Z_]+: /.exec(message)?.[1]);
    return (typeof code === 'number' ? byCode[code] : undefined) ?? 'refused';
}
/** Failure code of each class: silence is `member-lost`, wrong credentials are the user's, the rest is etcd's "no". */
const failureCodes = {
    unreachable: 'member-lost',
    timeout: 'member-lost',
    cancelled: 'member-lost',
    'no-leader': 'member-lost',
    'leader-changed': 'member-lost',
    overloaded: 'member-lost',
    denied: 'connection-failed',
    'token-expired': 'connection-failed',
    'auth-disabled': 'connection-failed',
};
/** Our error for a call that failed: `what` names the call and the member ("Status of m2 at http://…"). */
function etcdCallError(what, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8)
        return error;
    const found = classifyEtcdError(error);
    const words = wordsOf(error);
    const hint = hints[found];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8(failureCodes[found] ?? 'etcd-refused', `${what}: ${words}`, {
        cause: error,
        details: { class: found },
        ...(hint === undefined ? {} : { hint }),
    });
}
/** A member's own "no" to a question. */
class Refusal {
    words;
    class;
    constructor(words, found) {
        this.words = words;
        this.class = found;
    }
}
/**
 * What a member answers, or its "no": that is an answer too, where the question is what it holds. Throws where nobody
 * answered.
 */
async function answerTo(question) {
    try {
        return await question;
    }
    catch (error) {
        const found = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8 ? error.details['class'] : undefined;
        const { message } = error;
        if (found === undefined || failureCodes[found] === failureCodes.unreachable)
            throw error;
        // Of a broken stream nobody knows more; etcd's own words say who speaks.
        if (found === 'refused' && !message.includes('etcdserver:'))
            throw error;
        return new Refusal(message, found);
    }
}
const hints = {
    'auth-disabled': 'A user is configured but the cluster has authentication turned off: remove the user, or turn authentication on.',
};
/** One line. grpc-js ends its words with an empty "Resolution note". */
function wordsOf(error) {
    const { details, message } = error;
    const words = typeof details === 'string' && details !== '' ? details : message;
    return (typeof words === 'string' ? words : String(error))
        .replace(/ *Resolution note: *$/, '')
        .replace(/\s+/g, ' ')
        .trim();
}


/***/ }),

/***/ 35918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ PROBE_KEY),
/* harmony export */   LA: () => (/* binding */ readMemberList),
/* harmony export */   Md: () => (/* binding */ readHashKv),
/* harmony export */   TZ: () => (/* binding */ readDowngradeEnabled),
/* harmony export */   f1: () => (/* binding */ readProbe),
/* harmony export */   mI: () => (/* binding */ readClusterId),
/* harmony export */   q2: () => (/* binding */ readVersions),
/* harmony export */   rk: () => (/* binding */ readStatus),
/* harmony export */   tv: () => (/* binding */ readAlarms)
/* harmony export */ });
/* unused harmony export READ_DEADLINE_MS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49626);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98673);



/** Promise of ClusterView: longer silence is `member-lost`. */
const READ_DEADLINE_MS = 5_000;
/** The one key that the engine itself reads and writes. */
const PROBE_KEY = 'etcd-migrate/probe';
/** Maintenance.Status. Releases before 3.4 send no applied index: there it equals the committed one. */
async function readStatus(client, member, signal) {
    const answer = await call(client, member, 'Status', 'Maintenance', 'status', {}, signal);
    const raftIndex = BigInt(answer.raftIndex);
    const applied = BigInt(answer.raftAppliedIndex);
    return {
        memberId: BigInt(answer.header.member_id),
        version: answer.version,
        leaderId: BigInt(answer.leader),
        raftTerm: BigInt(answer.raftTerm),
        raftIndex,
        raftAppliedIndex: applied === 0n ? raftIndex : applied,
        revision: BigInt(answer.header.revision),
        databaseBytes: Number(answer.dbSize),
        isLearner: answer.isLearner,
        errors: answer.errors,
    };
}
/** Hexadecimal, as etcd prints it. */
async function readClusterId(client, member, signal) {
    const { header } = await call(client, member, 'Status', 'Maintenance', 'status', {}, signal);
    return BigInt.asUintN(64, BigInt(header.cluster_id)).toString(16);
}
/** Cluster.MemberList as this member knows it; linearizable from 3.5 on (the field is unknown before). */
async function readMemberList(client, via, signal) {
    const answer = await call(client, via, 'MemberList', 'Cluster', 'memberList', { linearizable: true }, signal);
    return answer.members.map((listed) => ({
        id: BigInt(listed.ID),
        name: listed.name,
        peerUrls: listed.peerURLs,
        isLearner: listed.isLearner,
    }));
}
async function readAlarms(client, via, signal) {
    const answer = await call(client, via, 'Alarm list', 'Maintenance', 'alarm', { action: 'GET' }, signal);
    return answer.alarms.map(({ memberID, alarm }) => ({ memberId: BigInt(memberID), alarm: alarm.toUpperCase() }));
}
/**
 * Maintenance.HashKV at one revision; `compactRevision` is 0n where nothing was compacted before it.
 * The raw method, because etcd3's wrapper calls a name that does not exist.
 */
async function readHashKv(client, member, revision, signal) {
    if (revision < 1n) {
        // 0 would mean "your own latest": members under load would then be compared at different revisions.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('internal-error', `HashKV needs a pinned revision, not ${revision}.`);
    }
    const answer = await call(client, member, `HashKV at revision ${revision}`, 'Maintenance', 'hashKv', { revision: revision.toString() }, signal);
    // -1 while nothing was compacted.
    const compactRevision = BigInt(answer.compact_revision);
    return { hash: answer.hash, compactRevision: compactRevision < 0n ? 0n : compactRevision };
}
/** A range over the probe key: it proves the path, whether or not the key exists. */
async function readProbe(client, member, mode, signal) {
    const answer = await call(client, member, `A ${mode} read`, 'KV', 'range', { key: Buffer.from(PROBE_KEY), serializable: mode === 'serializable' }, signal);
    return { revision: BigInt(answer.header.revision) };
}
/** GET /version on the client URL. `storage` is there from 3.6 on. */
async function readVersions(member, credentials, signal) {
    const { status, body } = await (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .getFromMember */ .D)(member.clientUrl, '/version', credentials, READ_DEADLINE_MS, signal);
    const parsed = status === 200 ? parseObject(body) : null;
    const { etcdserver, etcdcluster, storage } = parsed ?? {};
    if (typeof etcdserver !== 'string' || typeof etcdcluster !== 'string') {
        throw unexpected(`GET /version of ${member.name} at ${member.clientUrl}`, status, body);
    }
    return {
        server: etcdserver,
        cluster: etcdcluster,
        ...(typeof storage === 'string' && storage !== '' ? { storage } : {}),
    };
}
/** GET peer /downgrade/enabled: true or false from 3.5 on, null (404) before. */
async function readDowngradeEnabled(member, credentials, signal) {
    const { status, body } = await (0,_http_js__WEBPACK_IMPORTED_MODULE_2__/* .getFromMember */ .D)(member.peerUrl, '/downgrade/enabled', credentials, READ_DEADLINE_MS, signal);
    if (status === 404)
        return null;
    const word = body.trim();
    if (status === 200 && (word === 'true' || word === 'false'))
        return word === 'true';
    throw unexpected(`GET /downgrade/enabled of ${member.name} at ${member.peerUrl}`, status, body);
}
async function call(client, member, name, service, method, request, signal) {
    try {
        return await client.unary(service, method, request, { deadlineMs: READ_DEADLINE_MS, signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .etcdCallError */ .zO)(`${name} of ${member.name} at ${member.clientUrl}`, error);
    }
}
function parseObject(body) {
    try {
        const parsed = JSON.parse(body);
        return typeof parsed === 'object' && parsed !== null ? parsed : null;
    }
    catch {
        return null;
    }
}
function unexpected(what, status, body) {
    const words = body.replace(/\s+/g, ' ').trim().slice(0, 200);
    // 5xx: the member lives but cannot answer now (no leader, shutting down), which is the same as silence.
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8(status >= 500 ? 'member-lost' : 'etcd-refused', `${what}: HTTP ${status} "${words}"`, {
        details: { status },
    });
}


/***/ }),

/***/ 98673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ getFromMember)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49626);
// Owns the two plain HTTP reads of a member that gRPC does not offer: /version and peer /downgrade/enabled.
// Must not read anything else: GET /health writes to the raft log of members below 3.6 and later kills 3.6 (K19, K22).




const BODY_LIMIT_BYTES = 64 * 1024;
/** One GET on a new connection. Throws `member-lost` without an answer within `deadlineMs`, the reason on abort. */
async function getFromMember(base, path, credentials, deadlineMs, signal) {
    const url = new URL(path, base);
    const what = `GET ${url.href}`;
    signal?.throwIfAborted();
    const timeout = new AbortController();
    const timer = setTimeout(() => {
        timeout.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EtcdMigrateError */ .A8('member-lost', `${what}: no answer within ${deadlineMs / 1000} s.`));
    }, deadlineMs);
    const both = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
    try {
        return await new Promise((resolve, reject) => {
            const send = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
            const request = send(url, { agent: false, signal: both, ...tlsOptions(url, credentials) }, (response) => {
                const chunks = [];
                let bytes = 0;
                response.on('data', (chunk) => {
                    bytes += chunk.length;
                    if (bytes > BODY_LIMIT_BYTES)
                        response.destroy(new Error(`the answer is longer than ${BODY_LIMIT_BYTES} bytes`));
                    else
                        chunks.push(chunk);
                });
                response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
                response.on('error', reject);
            });
            request.on('error', reject);
            request.end();
        });
    }
    catch (error) {
        both.throwIfAborted();
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .etcdCallError */ .zO)(what, error);
    }
    finally {
        clearTimeout(timer);
    }
}
function tlsOptions(url, { tls }) {
    if (tls === undefined || url.protocol !== 'https:')
        return {};
    return {
        ca: tls.caPem,
        ...(tls.certPem === undefined ? {} : { cert: tls.certPem }),
        ...(tls.keyPem === undefined ? {} : { key: tls.keyPem }),
        // Without one, Node verifies the certificate against the host of the URL.
        ...(tls.serverName === undefined ? {} : { servername: tls.serverName }),
    };
}


/***/ }),

/***/ 10646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ createMemberAccess)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/etcd/errors.js
var etcd_errors = __webpack_require__(49626);
// EXTERNAL MODULE: ./lib/src/etcd/facts.js
var facts = __webpack_require__(35918);
;// CONCATENATED MODULE: ./lib/src/etcd/control.js



const WRITE_DEADLINE_MS = 7_000;
/** etcd waits up to an election time-out per try for the new leader. */
const MOVE_DEADLINE_MS = 10_000;
/** Grant + revoke pairs in flight; 128 made 10,400 entries in 8.8 s (rulebook K21) and is far below etcd's own limit. */
const CHURN_CONCURRENCY = 128;
/** A lease that is granted but not revoked (we died in between) goes away by itself after this. */
const CHURN_TTL_SECONDS = 60;
/** Sent to the leader, the only member that accepts it. Returns once the target leads or etcd gave up. */
async function moveLeader(client, leader, to, signal) {
    try {
        await client.unary('Maintenance', 'moveLeader', { targetID: to.id.toString() }, { deadlineMs: MOVE_DEADLINE_MS, signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,etcd_errors/* etcdCallError */.zO)(`MoveLeader of ${leader.name} at ${leader.clientUrl} to member ${to.id.toString(16)}`, error);
    }
}
/** Writes the member's name under the probe key. Returns the revision of that write. */
async function writeProbe(client, member, signal) {
    try {
        const answer = await client.unary('KV', 'put', { key: Buffer.from(facts/* PROBE_KEY */.B8), value: Buffer.from(member.name) }, { deadlineMs: WRITE_DEADLINE_MS, signal });
        return { revision: BigInt(answer.header.revision) };
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,etcd_errors/* etcdCallError */.zO)(`The probe write through ${member.name} at ${member.clientUrl}`, error);
    }
}
/**
 * At least `entries` raft entries, two per pair. Stops at the first call that fails and says how far it came; whoever
 * resumes looks at the raft snapshots and asks for what is still missing.
 */
async function churnLeases(client, member, entries, signal) {
    const pairs = Math.ceil(entries / 2);
    let begun = 0;
    let done = 0;
    const failures = [];
    const options = { deadlineMs: WRITE_DEADLINE_MS, signal };
    const work = async () => {
        while (begun < pairs && failures.length === 0) {
            begun++;
            try {
                const lease = await client.unary('Lease', 'leaseGrant', { TTL: String(CHURN_TTL_SECONDS), ID: '0' }, options);
                await client.unary('Lease', 'leaseRevoke', { ID: lease.ID }, options);
                done++;
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(CHURN_CONCURRENCY, pairs) }, work));
    signal?.throwIfAborted();
    if (failures.length > 0) {
        const cause = (0,etcd_errors/* etcdCallError */.zO)(`Lease grant and revoke through ${member.name} at ${member.clientUrl}`, failures[0]);
        throw new errors/* EtcdMigrateError */.A8(cause.code, `${cause.message} (after ${done * 2} of ${entries} raft entries)`, {
            cause,
            hint: cause.hint,
            details: { ...cause.details, entriesDone: done * 2 },
        });
    }
}

// EXTERNAL MODULE: ./lib/src/etcd/member-client.js
var member_client = __webpack_require__(75135);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/platform/files.js
var files = __webpack_require__(54891);
// EXTERNAL MODULE: ./lib/src/etcd/bbolt/database.js + 2 modules
var bbolt_database = __webpack_require__(14426);
;// CONCATENATED MODULE: ./lib/src/etcd/stored-members.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
// Owns reading one member's v3 buckets of members: stream a snapshot to a temporary file, check it, read the buckets.
// Must not compare it with anything: that is a gate's work (K6, K7, K29).








const SNAPSHOT_DEADLINE_MS = 60_000;
const SHA256_BYTES = 32;
/** Each sorted by id. An empty bucket is an empty list; a database without a bucket throws `etcd-refused`. */
async function readStoredMembers(client, member, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const what = `The stored members of ${member.name} at ${member.clientUrl}`;
        const file = __addDisposableResource(env_1, await openNameless(), true);
        await downloadSnapshot(client, what, file, signal);
        const database = (0,bbolt_database/* openDatabase */.q)(file.fd);
        const read = (bucket, parse) => {
            if (!database.buckets.includes(bucket)) {
                throw new errors/* EtcdMigrateError */.A8('etcd-refused', `${what}: its database has no bucket ${bucket}.`);
            }
            return Array.from(database.entries(bucket), ({ key, value }) => parse(key, value));
        };
        return {
            members: read('members', (key, value) => parseStoredMember(what, key, value)),
            removedIds: read('members_removed', (key) => parseId(what, key)),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/**
 * A temporary file without a name, which POSIX keeps as long as it is open: whatever kills us, no copy of the database,
 * which holds users' secrets, is left behind.
 */
async function openNameless() {
    const path = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `etcd-migrate-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}.db`);
    let file;
    try {
        file = await (0,promises_.open)(path, 'wx+', 0o600);
        await (0,promises_.unlink)(path);
        return file;
    }
    catch (error) {
        await file?.close();
        throw (0,files/* fileError */.zS)(error, 'Writing', path);
    }
}
/** The stream ends with the SHA-256 of all that came before: without it the snapshot is cut off. */
async function downloadSnapshot(client, what, file, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let tail = Buffer.alloc(0);
    let bytes = 0;
    try {
        const messages = client.stream('Maintenance', 'snapshot', {}, { deadlineMs: SNAPSHOT_DEADLINE_MS, signal });
        for await (const { blob } of messages) {
            await file.write(blob);
            bytes += blob.length;
            const seen = Buffer.concat([tail, blob]);
            const hashed = Math.max(0, seen.length - SHA256_BYTES);
            hash.update(seen.subarray(0, hashed));
            tail = seen.subarray(hashed);
        }
    }
    catch (error) {
        signal?.throwIfAborted();
        throw (0,etcd_errors/* etcdCallError */.zO)(what, (0,files/* fileError */.zS)(error, 'Writing', 'a temporary snapshot'));
    }
    if (tail.length < SHA256_BYTES || !hash.digest().equals(tail)) {
        throw new errors/* EtcdMigrateError */.A8('member-lost', `${what}: the snapshot broke off after ${bytes} bytes.`);
    }
    await file.truncate(bytes - SHA256_BYTES);
}
/** Value: JSON; its own id is beyond 2^53, so only the key is exact. */
function parseStoredMember(what, key, value) {
    const id = parseId(what, key);
    try {
        const parsed = JSON.parse(value.toString());
        return { id, isLearner: parsed.isLearner === true };
    }
    catch {
        throw notMember(what, key); // a value that is not JSON is not etcd's
    }
}
/** Keys of both buckets are ids in hexadecimal. */
function parseId(what, key) {
    const name = key.toString('latin1');
    if (!/^[0-9a-f]{1,16}$/.test(name))
        throw notMember(what, key);
    return BigInt(`0x${name}`);
}
function notMember(what, key) {
    const name = key.toString('latin1').slice(0, 40);
    return new errors/* EtcdMigrateError */.A8('etcd-refused', `${what}: the entry "${name}" is not a member.`);
}

;// CONCATENATED MODULE: ./lib/src/etcd/member-access.js




/** Everything the engine asks of etcd itself. Dispose it to close the connections. */
function createMemberAccess(credentials) {
    const clients = new Map();
    const to = (member) => {
        let client = clients.get(member.clientUrl);
        if (client === undefined) {
            (0,member_client/* requireMemberUrl */.L)(member.clientUrl);
            client = (0,member_client/* connectMember */.R)(member.clientUrl, credentials);
            clients.set(member.clientUrl, client);
        }
        return client;
    };
    return {
        status: async (member, signal) => (0,facts/* readStatus */.rk)(to(member), member, signal),
        versions: async (member, signal) => (0,facts/* readVersions */.q2)(member, credentials, signal),
        memberList: async (via, signal) => (0,facts/* readMemberList */.LA)(to(via), via, signal),
        alarms: async (via, signal) => (0,facts/* readAlarms */.tv)(to(via), via, signal),
        hashKv: async (member, revision, signal) => (0,facts/* readHashKv */.Md)(to(member), member, revision, signal),
        read: async (member, mode, signal) => (0,facts/* readProbe */.f1)(to(member), member, mode, signal),
        downgradeEnabled: async (member, signal) => (0,facts/* readDowngradeEnabled */.TZ)(member, credentials, signal),
        storedMembers: async (member, signal) => readStoredMembers(to(member), member, signal),
        moveLeader: async (leader, target, signal) => moveLeader(to(leader), leader, target, signal),
        probeWrite: async (member, signal) => writeProbe(to(member), member, signal),
        churnLeases: async (member, entries, signal) => churnLeases(to(member), member, entries, signal),
        [Symbol.asyncDispose]: async () => {
            for (const client of clients.values())
                client.close();
            clients.clear();
        },
    };
}


/***/ }),

/***/ 75135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requireMemberUrl),
/* harmony export */   R: () => (/* binding */ connectMember)
/* harmony export */ });
/* harmony import */ var cockatiel__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66090);
/* harmony import */ var etcd3__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24415);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
/* harmony import */ var _platform_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35498);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49626);
// Owns the connection to one member: TLS, login, deadlines, and raw unary and streaming calls to that member alone.
// Must not know what the calls mean (facts.ts, control.ts) nor repeat an operation.





/**
 * Connects lazily. No circuit breaker and no retry (etcd3's default breaker turns a 150 ms restart into 5 s), and a
 * short reconnect back-off for the same reason. The receive limit is lifted: 4 MiB is less than one large range.
 */
function connectMember(url, credentials) {
    const { tls, user } = credentials;
    const client = new etcd3__WEBPACK_IMPORTED_MODULE_0__.Etcd3({
        hosts: url,
        faultHandling: { host: () => cockatiel__WEBPACK_IMPORTED_MODULE_4__.noop, global: cockatiel__WEBPACK_IMPORTED_MODULE_4__.noop },
        grpcOptions: {
            'grpc.max_receive_message_length': -1,
            'grpc.initial_reconnect_backoff_ms': 50,
            'grpc.min_reconnect_backoff_ms': 50,
            'grpc.max_reconnect_backoff_ms': 500,
            'grpc.use_local_subchannel_pool': 1,
            ...(tls?.serverName === undefined ? {} : { 'grpc.ssl_target_name_override': tls.serverName }),
        },
        ...(tls === undefined
            ? {}
            : {
                credentials: {
                    rootCertificate: Buffer.from(tls.caPem),
                    ...(tls.keyPem === undefined ? {} : { privateKey: Buffer.from(tls.keyPem) }),
                    ...(tls.certPem === undefined ? {} : { certChain: Buffer.from(tls.certPem) }),
                },
            }),
    });
    const pool = client.maintenance.client;
    let token = null;
    const callOnce = async (service, method, request, options, loginToken) => {
        options.signal?.throwIfAborted();
        // The error travels as a value: thrown, etcd3 would close the channel and retype the error without its code.
        const outcome = await pool.withConnection(service, ({ client: grpc, metadata }) => {
            if (loginToken !== null)
                metadata.set('token', loginToken);
            return new Promise((resolve) => {
                const call = grpc[method].call(grpc, request, metadata, { deadline: _platform_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.wallMs() + options.deadlineMs }, (error, response) => {
                    options.signal?.removeEventListener('abort', cancel);
                    resolve({ error, response });
                });
                const cancel = () => call.cancel();
                options.signal?.addEventListener('abort', cancel, { once: true });
            });
        });
        if (outcome.error === null)
            return outcome.response;
        options.signal?.throwIfAborted();
        throw outcome.error;
    };
    const login = (options) => {
        if (user === undefined)
            return null;
        if (token === null) {
            // Shared by all calls that wait for it, so no single caller's abort may end it.
            const attempt = callOnce('Auth', 'authenticate', { name: user.name, password: user.password }, { deadlineMs: options.deadlineMs }, null).then((answer) => answer.token, (error) => {
                if (token === attempt)
                    token = null;
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .etcdCallError */ .zO)(`Login of user ${user.name} at ${url}`, error);
            });
            token = attempt;
            attempt.catch(() => { });
        }
        return token;
    };
    /** A restarted member has forgotten its simple tokens, so one new login is part of the login, not a retry. */
    const withLogin = async (options, call) => {
        const used = login(options);
        try {
            return await call(await used);
        }
        catch (error) {
            if (used === null || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .classifyEtcdError */ .VS)(error) !== 'token-expired')
                throw error;
            if (token === used)
                token = null;
            return await call(await login(options));
        }
    };
    return {
        url,
        unary: (service, method, request, options) => withLogin(options, (loginToken) => callOnce(service, method, request, options, loginToken)),
        async *stream(service, method, request, options) {
            const open = (loginToken) => pool.withConnection(service, ({ client: grpc, metadata }) => {
                if (loginToken !== null)
                    metadata.set('token', loginToken);
                const deadline = _platform_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.wallMs() + options.deadlineMs;
                return grpc[method].call(grpc, request, metadata, { deadline });
            });
            options.signal?.throwIfAborted();
            // The first message proves the login; only until then may a forgotten token be renewed.
            const begin = async (loginToken) => {
                const call = await open(loginToken);
                const cancel = () => call.cancel();
                options.signal?.addEventListener('abort', cancel, { once: true });
                const messages = call[Symbol.asyncIterator]();
                try {
                    return { call, cancel, messages, first: await messages.next() };
                }
                catch (error) {
                    options.signal?.removeEventListener('abort', cancel);
                    throw error;
                }
            };
            try {
                const { call, cancel, messages, first } = await withLogin(options, begin);
                try {
                    for (let next = first; !next.done; next = await messages.next())
                        yield next.value;
                }
                finally {
                    options.signal?.removeEventListener('abort', cancel);
                    call.cancel();
                }
            }
            catch (error) {
                options.signal?.throwIfAborted();
                throw error;
            }
        },
        close: () => client.close(),
    };
}
/** Refuses what cannot be a member's URL before anything connects. */
function requireMemberUrl(url) {
    try {
        const parsed = new URL(url);
        if (parsed.protocol === 'http:' || parsed.protocol === 'https:')
            return parsed;
    }
    catch {
        // Falls through to the one message for both mistakes.
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8('connection-failed', `"${url}" is not an http or https URL of an etcd member.`);
}


/***/ }),

/***/ 35498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
// Owns the real clock.
// Must not know what is being timed.

const systemClock = {
    wallMs: () => Date.now(),
    // CLOCK_MONOTONIC: the same origin for all processes of one boot, so history segments of a resumed run compare.
    monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
    sleep: async (ms, signal) => {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal ? { signal } : {});
        }
        catch (error) {
            throw signal?.aborted ? signal.reason : error;
        }
    },
};


/***/ }),

/***/ 54891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y1: () => (/* binding */ readFileBounded),
/* harmony export */   Zf: () => (/* binding */ writeFileAtomic),
/* harmony export */   g$: () => (/* binding */ pathError),
/* harmony export */   zS: () => (/* binding */ fileError)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65071);
// Owns writing files so that a crash leaves the old or the new content, and turning file errors into ours.
// Must not know what the files mean.




const codes = {
    ENOSPC: 'no-space',
    EDQUOT: 'no-space',
    EACCES: 'no-permission',
    EPERM: 'no-permission',
    EROFS: 'no-permission',
};
/** Maps an error of node:fs to ours where the table knows it; returns others unchanged. */
function fileError(error, doing, path) {
    const code = codes[error.code ?? ''];
    if (code === undefined)
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8(code, `${doing} ${path} failed: ${error.message}`, { cause: error });
}
const unusable = new Set([
    'EISDIR',
    'ERR_FS_EISDIR',
    'ENOTDIR',
    'EEXIST',
    'ENOENT',
    'ENOTEMPTY',
    'ELOOP',
    'ENAMETOOLONG',
]);
/** As `fileError`, for a path that a person chose: one that cannot be used at all is told too, as `no-permission`. */
function pathError(error, doing, path) {
    if (!unusable.has(error.code ?? ''))
        return fileError(error, doing, path);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .EtcdMigrateError */ .A8('no-permission', `${doing} ${path} failed: ${error.message}`, {
        hint: hintFor(doing),
        cause: error,
    });
}
function hintFor(doing) {
    return doing === 'Reading'
        ? 'Give the user that runs etcd-migrate access to the path named above, or name another.'
        : 'Choose another path, or move away what is in its place.';
}
/** Replaces a file's content in one step: temporary file beside it, fsync, rename. Creates its directory. */
async function writeFileAtomic(path, content, mode = 0o644) {
    const temporary = `${path}.${process.pid}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.tmp`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, 'wx', mode);
        try {
            await handle.writeFile(content);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (error) {
        // Where the directory itself is unusable there is nothing to remove, and that error would cover the real one.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true }).catch(() => { });
        throw pathError(error, 'Writing', path);
    }
}
/** Reads a file of at most `maxBytes`; a larger one, or a directory, throws a plain Error before it is read. */
async function readFileBounded(path, maxBytes) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
    if (!facts.isFile())
        throw new Error('it is not a regular file');
    if (facts.size > maxBytes)
        throw new Error(`it has ${facts.size} bytes, more than ${maxBytes}`);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path);
}


/***/ }),

/***/ 69695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30360);
// Owns the report for machines: the envelope that scripts rely on.
// Must not know any other output.

/** Validates on the way out: a report that breaks its own schema is a bug that must not reach a script. */
function renderJson(report) {
    return `${JSON.stringify(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .RunReport */ .ek.parse(report), null, 2)}\n`;
}


/***/ }),

/***/ 30360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pw: () => (/* binding */ ReportLink),
/* harmony export */   Tn: () => (/* binding */ Attestation),
/* harmony export */   ek: () => (/* binding */ RunReport)
/* harmony export */ });
/* unused harmony exports ReportFinding, ReportRelease, ReportStep, ReportCheck, ReportJudge, ReportAvailability, PlanPart, InitPart, StatusPart, CleanupPart, ReportBackup, ReportProof, BackupPart, RehearsalRecord */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
// Owns the one model that every output is made of: the envelope of every mode's JSON.
// Must not know how it is rendered nor who publishes it.

const Where = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional(), column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional() });
const ReportFinding = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'note']),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    where: Where.optional(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    fix: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    learnMore: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const ReportRelease = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Where the binaries came from, e.g. "go", "cache (go)", "github".'),
    /** Tool name → sha256 of the binary. */
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional().describe('True when a floating `from` was resolved to this release.'),
});
/** One line of the plan tree, with what happened. Legs of a rehearsal are nested under the step they follow. */
const ReportStep = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    depth: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    part: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['hop', 'upgrade', 'leg']),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['not-run', 'ok', 'failed']),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    detail: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    /** Client operations during the step. */
    clients: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        operations: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        failed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        unknown: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
        longestWriteGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        longestReadGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p50Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p95Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p99Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
        p999Ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    })
        .optional(),
});
const ReportCheck = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    check: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    member: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    release: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    expected: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    seen: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    error: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const ReportJudge = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    judge: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive']),
    summary: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    judged: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    violations: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), records: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()) })),
    violationCount: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const ReportAvailability = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    longestWriteGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    longestReadGapMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    /** Step in which the longest write gap began. */
    longestWriteGapStep: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    operations: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    failed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    unknown: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    retried: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
});
/** What only `plan` says: the whole plan as data, and what it rests on. */
const PlanPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    upgrade: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).describe('What production runs too; the digest covers this part alone.'),
    legs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J())),
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('What the plan takes for granted, e.g. "from 3.5 is taken as 3.5.33".'),
    atBest: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive'])
        .describe('The best verdict that a rehearsal of this plan can reach.'),
});
/** What only `init` says. */
const InitPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    manifest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Path of the file that was written.'),
    readFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Endpoints of the live cluster whose facts it holds.'),
    notFoundOut: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .nullable()
        .describe('Why the live cluster could not be read; null when it was, or none is known.'),
});
/** What only `status` says. */
const StatusPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    runId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['running', 'interrupted', 'reached-target', 'rolled-back', 'held', 'failed', 'ended']),
    stepsDone: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    nextStep: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    inFlight: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J())
        .nullable()
        .describe('A switch that was begun and of which no end is known.'),
    side: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['before', 'after']).describe('Of the point of no return of the hop under way.'),
    unjudged: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .optional()
        .describe('How the engine ended, where the run broke off before it was judged and reported.'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe('The verdict of a run that has ended.'),
    commands: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Modes that can take it from here.'),
    cluster: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).optional().describe('Absent once the run has ended.'),
});
/** What only `cleanup` says. */
const CleanupPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    removed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Ids of the runs that were removed.'),
    leftAlone: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Paths among the runs that are none of ours.'),
});
/** One link of the chain that proves a backup. */
const ReportLink = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['file', 'restore', 'content', 'use', 'time']),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive']),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('What was seen; the first line says why the link is no pass.'),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
});
/** What was proven about which bytes by which binaries: whoever relies on the backup compares digest and age. */
const Attestation = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('etcd-migrate/backup'),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Of the whole file.'),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    hash: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe("etcd's HashKV at that revision."),
    keys: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    memberIds: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Ids of the members of the cluster that the backup is of, hexadecimal.'),
    clusterId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('As its sidecar says; null without one.'),
    proven: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['file', 'restore', 'content', 'use', 'time'])),
    expectations: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe("How many of the manifest's `backups.expect` it met."),
    ownTest: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().describe("Whether the manifest's `backups.test` was made on it."),
    expectedSha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('Of what `backups.expect` and `backups.test` were: SHA-256 of their canonical JSON.'),
    members: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe('How many it was restored for.'),
    otherReleases: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))
        .describe('Releases of `backups.releases`, which restored it too or refused it as they must: tool → sha256.'),
    recoveryMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().describe('What bringing it, restoring it and starting its members took.'),
    release: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('That restored and served it.'),
    binaries: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Tool → sha256.'),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    takenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().nullable().describe('Null where nobody recorded it.'),
    provenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
});
const ReportBackup = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    release: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe('That restored and served it.'),
    revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    keys: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    links: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportLink),
    rpo: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        ageMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        by: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['recorded', 'file-time']).describe('file-time: a copy renews it, so the data may be older.'),
        limitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    })
        .nullable(),
    rto: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        fetchMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable().describe('What `backups.fetch` took, for all that it brought; null without it.'),
        restoreMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        startMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        totalMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        limitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    })
        .nullable(),
    attestation: Attestation.nullable().describe('Only of a backup whose every link holds.'),
});
/** One proof of the past, or of this run. */
const ReportProof = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    provenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nullable(),
    ageMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    recoveryMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
});
/** What only `backup` says: the file, its sidecar, and what the sidecar holds. */
const BackupPart = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sidecar: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Path of the JSON beside it, with the facts below.'),
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    hash: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().describe("etcd's HashKV at that revision."),
    hashBy: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['member', 'file']).describe('file: the cluster had compacted since, so the member cannot say.'),
    clusterId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    members: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    etcd: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    takenFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    takenAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    removed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('Older backups of this cluster that went.'),
});
const RunReport = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('etcd-migrate'), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The manifest's `name`. */
    cluster: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .nullable()
        .describe('A failure code (docs/failure-codes.md), or null for a pass and for `status`, which judges nothing.'),
    /** Why, in one sentence. */
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** etcd's own last lines or the last observation, when something failed. */
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    /** Where the cluster stands now and on which side of the point of no return. */
    clusterState: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    pointOfNoReturn: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe('After which step the old release no longer starts.'),
    nextSteps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    planDigest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    from: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    to: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().optional(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().optional(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional(),
    seed: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().optional(),
    depth: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    releases: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportRelease).optional(),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportStep).optional(),
    checks: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportCheck).optional(),
    judges: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportJudge).optional(),
    availability: ReportAvailability.optional(),
    /** Where the time went, sums in milliseconds: what etcd itself needs, whoever does the upgrade. */
    timings: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ stopMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), startMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), flipWaitMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), preparationMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() })
        .optional(),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportFinding).optional(),
    plan: PlanPart.optional(),
    init: InitPart.optional(),
    status: StatusPart.optional(),
    cleanup: CleanupPart.optional(),
    backup: BackupPart.optional(),
    backups: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportBackup).optional().describe('What only `verify-backup` says.'),
    trend: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ReportProof)
        .optional()
        .describe("Proofs of this cluster's backups by this run and those before, oldest first."),
});
/** `rehearsal.json`: only this record with verdict "pass" proves a rehearsal; a digest alone proves a plan. */
const RehearsalRecord = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    planDigest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive', 'error']),
    failureReason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    /** Release → tool → sha256. */
    binaries: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    toolVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    /** What the rehearsal took for granted, e.g. "from 3.5 is 3.5.33". */
    assumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});


/***/ })

};
