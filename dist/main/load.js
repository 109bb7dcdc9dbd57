import { t as EtcdMigrateError } from "./errors.js";
import { _ as string, g as strictObject, h as record, i as _enum, l as int, m as partialRecord, o as array, t as date } from "./npm/zod.js";

// src/catalog/checks.json
var checks_default = { checks: [
	{
		"check": "put",
		"title": "Put a key",
		"expected": { "*": "revision grows by one" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "get",
		"title": "Get a key",
		"expected": { "*": "the value that was put" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "delete",
		"title": "Delete a key",
		"expected": { "*": "one key deleted" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "not-found",
		"title": "Get a key that does not exist",
		"expected": { "*": "no key, count 0" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "range-options",
		"title": "Range with limit, order, keys only, count only and an old revision",
		"expected": { "*": "limit, order, keys-only, count-only and revision honoured" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "transaction",
		"title": "Transaction with both branches",
		"expected": { "*": "the comparison picks the branch" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "lease-expiry",
		"title": "A key ends with its lease",
		"expected": { "*": "key gone after its lease" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "lease-keepalive",
		"title": "A renewal gives a lease its whole time again",
		"expected": { "*": "renewed to its full TTL" },
		"source": "run through members of 3.4.31, 3.5.33, 3.6.14 and 3.7.1",
		"verified": "measured"
	},
	{
		"check": "watch-now",
		"title": "Watch from now",
		"expected": { "*": "events in order" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "watch-past",
		"title": "Watch from a past revision",
		"expected": { "*": "events in order" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "watch-compacted",
		"title": "Watch from a compacted revision",
		"expected": { "*": "cancelled as compacted" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "lock",
		"title": "Lock by two clients",
		"expected": { "*": "second holder waits for the first" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "election",
		"title": "Election by two candidates",
		"expected": { "*": "second leader waits for the first" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "login",
		"title": "A call without a login",
		"expected": { "*": "asked for exactly where authentication is on" },
		"source": "own runs on real binaries, 3.4.31 to 3.7.1, with authentication on and off",
		"verified": "measured"
	},
	{
		"check": "maintenance-status",
		"title": "Maintenance.Status",
		"expected": { "*": "version, leader and revision" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "maintenance-hashkv",
		"title": "Maintenance.HashKV",
		"expected": { "*": "a hash at the asked revision" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "maintenance-alarms",
		"title": "Maintenance.Alarm",
		"expected": { "*": "no alarm" },
		"source": "api/etcdserverpb/rpc.proto at tags v3.3.25 to v3.7.1",
		"verified": "read"
	},
	{
		"check": "maintenance-snapshot",
		"title": "Maintenance.Snapshot",
		"expected": { "*": "stream ends with its sha256" },
		"source": "own runs on real binaries, 3.3.25 to 3.5.30",
		"verified": "measured"
	},
	{
		"check": "http-gateway",
		"title": "HTTP gateway",
		"expected": {
			"3.3": "/v3beta answers",
			"*": "/v3 answers",
			"3.4+config-file": "/v3 is off"
		},
		"source": "own runs on real binaries, 3.3.25 to 3.7.1; with a configuration file 3.4 turns the gateway off (K11)",
		"verified": "measured"
	},
	{
		"check": "http-version",
		"title": "GET /version",
		"expected": {
			"3.3": "etcdserver, etcdcluster",
			"3.4": "etcdserver, etcdcluster",
			"3.5": "etcdserver, etcdcluster",
			"*": "etcdserver, etcdcluster, storage"
		},
		"source": "own runs on real binaries, 3.3.25 to 3.7.1",
		"verified": "measured"
	},
	{
		"check": "http-metrics",
		"title": "GET /metrics",
		"expected": { "*": "etcd_server_has_leader 1" },
		"source": "own runs on real binaries, 3.3.25 to 3.7.1",
		"verified": "measured"
	}
] };

// src/catalog/flags.json
var flags_default = {
	lists: [
		{
			"release": "3.3.0",
			"source": "flag registrations in etcdmain/config.go and embed/config.go at tag v3.3.0",
			"verified": "read"
		},
		{
			"release": "3.3.25",
			"source": "every known flag tried on the real binary (`--X=__bad__ --version`)",
			"verified": "measured"
		},
		{
			"release": "3.3.27",
			"source": "flag registrations in etcdmain/config.go and embed/config.go at tag v3.3.27",
			"verified": "read"
		},
		{
			"release": "3.4.0",
			"source": "flag registrations in etcdmain/config.go and embed/config.go at tag v3.4.0",
			"verified": "read"
		},
		{
			"release": "3.4.23",
			"source": "every known flag tried on the real binary (`--X=__bad__ --version`)",
			"verified": "measured"
		},
		{
			"release": "3.4.45",
			"source": "every known flag tried on the real binary (`--X=__bad__ --version`)",
			"verified": "measured"
		},
		{
			"release": "3.5.0",
			"source": "flag registrations in etcdmain/config.go and embed/config.go at tag v3.5.0",
			"verified": "read"
		},
		{
			"release": "3.5.16",
			"source": "every known flag tried on the real binary (`--X=__bad__ --version`)",
			"verified": "measured"
		},
		{
			"release": "3.5.33",
			"source": "every known flag tried on the real binary (`--X=__bad__ --version`)",
			"verified": "measured"
		},
		{
			"release": "3.6.0",
			"source": "flag registrations in etcdmain/config.go and embed/config.go at tag v3.6.0",
			"verified": "read"
		},
		{
			"release": "3.6.14",
			"source": "every known flag tried on the real binary (`--X=__bad__ --version`)",
			"verified": "measured"
		},
		{
			"release": "3.7.0",
			"source": "flag registrations in etcdmain/config.go and embed/config.go at tag v3.7.0",
			"verified": "read"
		},
		{
			"release": "3.7.1",
			"source": "every known flag tried on the real binary (`--X=__bad__ --version`)",
			"verified": "measured"
		}
	],
	owners: {
		"identity": { "why": "members are named by `members`" },
		"file": { "why": "name the file with `etcd.configFile`" },
		"directory": { "why": "every member gets a data directory of its own" },
		"address": { "why": "addresses and ports belong to each member; a rehearsal takes free ones on 127.0.0.1" },
		"formation": { "why": "the cluster is formed from `members`" },
		"certificates": { "why": "certificates are made for the run; use `rehearsal.tls`" },
		"old-certificates": { "why": "certificates are made for the run; use `rehearsal.tls`. etcd 3.4 and later do not know it: as a variable or in a file it is lost without a word, and clients need no certificate any more (K9); production needs trusted-ca-file before the upgrade" },
		"logging": { "why": "members' logs are kept with the run" },
		"proxy": { "why": "only voting members are rehearsed, no proxies" },
		"exits": { "why": "etcd would print it and exit" }
	},
	groups: [
		{
			"key": "client-transport-security",
			"owner": "certificates",
			"source": "embed/config.go at tags v3.4.31 to v3.7.1",
			"verified": "read"
		},
		{
			"key": "peer-transport-security",
			"owner": "certificates",
			"source": "embed/config.go at tags v3.4.31 to v3.7.1",
			"verified": "read"
		},
		{
			"key": "discovery-config",
			"owner": "formation",
			"source": "embed/config.go at tags v3.6.14 and v3.7.1",
			"verified": "read"
		}
	],
	refusals: [{
		"flag": "v2-deprecation",
		"value": "not-yet",
		"since": "3.6.0",
		"knownAs": "K18",
		"instead": "remove it: the default of each line is what you want",
		"source": "own runs on real binaries, 3.6.14 and 3.7.1: exit 2 as a flag, exit 1 as a variable, ignored in a configuration file",
		"verified": "measured"
	}],
	flags: [
		{
			"flag": "advertise-client-urls",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "address"
		},
		{
			"flag": "auth-token",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user",
			"ownParts": ["pub-key", "priv-key"]
		},
		{
			"flag": "auth-token-ttl",
			"known": [{
				"first": "3.3.25",
				"last": "3.3.27"
			}, {
				"first": "3.4.23",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "auto-compaction-mode",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "auto-compaction-retention",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "auto-tls",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "certificates",
			"fileKey": "client-transport-security.auto-tls"
		},
		{
			"flag": "backend-batch-interval",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "backend-batch-limit",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "backend-bbolt-freelist-type",
			"known": [{
				"first": "3.5.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "bcrypt-cost",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "bootstrap-defrag-threshold-megabytes",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "ca-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.3.27"
			}],
			"value": "text",
			"owner": "old-certificates",
			"fileKey": "client-transport-security.ca-file"
		},
		{
			"flag": "cert-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "client-transport-security.cert-file"
		},
		{
			"flag": "cipher-suites",
			"known": [{
				"first": "3.3.25",
				"last": "3.7.1"
			}],
			"value": "list",
			"owner": "user"
		},
		{
			"flag": "client-cert-allowed-hostname",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "client-transport-security.allowed-hostname"
		},
		{
			"flag": "client-cert-auth",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "certificates",
			"fileKey": "client-transport-security.client-cert-auth"
		},
		{
			"flag": "client-cert-file",
			"known": [{
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "client-transport-security.client-cert-file"
		},
		{
			"flag": "client-crl-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": null
		},
		{
			"flag": "client-key-file",
			"known": [{
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "client-transport-security.client-key-file"
		},
		{
			"flag": "compact-hash-check-time",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "compaction-batch-limit",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "compaction-sleep-interval",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "config-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "file",
			"fileKey": null,
			"source": "etcdmain/config.go at tags v3.3.0 to v3.7.1",
			"verified": "measured"
		},
		{
			"flag": "corrupt-check-time",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "cors",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "set",
			"owner": "user"
		},
		{
			"flag": "data-dir",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "directory"
		},
		{
			"flag": "debug",
			"known": [{
				"first": "3.3.0",
				"last": "3.4.45"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "discovery",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.0"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-cacert",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-cert",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-dial-timeout",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "formation"
		},
		{
			"flag": "discovery-endpoints",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-fallback",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-insecure-skip-tls-verify",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "formation"
		},
		{
			"flag": "discovery-insecure-transport",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "formation"
		},
		{
			"flag": "discovery-keepalive-time",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "formation"
		},
		{
			"flag": "discovery-keepalive-timeout",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "formation"
		},
		{
			"flag": "discovery-key",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-password",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-proxy",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.0"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-request-timeout",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "formation"
		},
		{
			"flag": "discovery-srv",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-srv-name",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-token",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "discovery-user",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "distributed-tracing-address",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user",
			"names": "host"
		},
		{
			"flag": "distributed-tracing-instance-id",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user",
			"names": "host"
		},
		{
			"flag": "distributed-tracing-sampling-rate",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "distributed-tracing-service-name",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "downgrade-check-time",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "election-timeout",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "enable-distributed-tracing",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "enable-grpc-gateway",
			"known": [{
				"first": "3.4.23",
				"last": "3.4.45"
			}, {
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "enable-log-rotation",
			"known": [{
				"first": "3.5.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "logging"
		},
		{
			"flag": "enable-pprof",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "enable-v2",
			"known": [{
				"first": "3.3.0",
				"last": "3.5.33"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-backend-bbolt-freelist-type",
			"known": [{
				"first": "3.4.0",
				"last": "3.4.45"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "experimental-bootstrap-defrag-threshold-megabytes",
			"known": [{
				"first": "3.5.0",
				"last": "3.6.14"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "experimental-compact-hash-check-enabled",
			"known": [{
				"first": "3.5.16",
				"last": "3.6.14"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-compact-hash-check-time",
			"known": [{
				"first": "3.5.16",
				"last": "3.6.14"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "experimental-compaction-batch-limit",
			"known": [{
				"first": "3.4.0",
				"last": "3.6.14"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "experimental-compaction-sleep-interval",
			"known": [{
				"first": "3.5.16",
				"last": "3.6.14"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "experimental-corrupt-check-time",
			"known": [{
				"first": "3.3.0",
				"last": "3.6.14"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "experimental-distributed-tracing-address",
			"known": [{
				"first": "3.5.0",
				"last": "3.6.14"
			}],
			"value": "text",
			"owner": "user",
			"names": "host"
		},
		{
			"flag": "experimental-distributed-tracing-instance-id",
			"known": [{
				"first": "3.5.0",
				"last": "3.6.14"
			}],
			"value": "text",
			"owner": "user",
			"names": "host"
		},
		{
			"flag": "experimental-distributed-tracing-sampling-rate",
			"known": [{
				"first": "3.5.16",
				"last": "3.6.14"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "experimental-distributed-tracing-service-name",
			"known": [{
				"first": "3.5.0",
				"last": "3.6.14"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "experimental-downgrade-check-time",
			"known": [{
				"first": "3.5.16",
				"last": "3.6.14"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "experimental-enable-distributed-tracing",
			"known": [{
				"first": "3.5.0",
				"last": "3.6.14"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-enable-lease-checkpoint",
			"known": [{
				"first": "3.4.0",
				"last": "3.6.14"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-enable-lease-checkpoint-persist",
			"known": [{
				"first": "3.4.23",
				"last": "3.4.45"
			}, {
				"first": "3.5.16",
				"last": "3.6.14"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-enable-v2v3",
			"known": [{
				"first": "3.3.0",
				"last": "3.5.33"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "experimental-initial-corrupt-check",
			"known": [{
				"first": "3.3.0",
				"last": "3.6.14"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-memory-mlock",
			"known": [{
				"first": "3.5.16",
				"last": "3.6.14"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-peer-skip-client-san-verification",
			"known": [{
				"first": "3.3.25",
				"last": "3.6.14"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-snapshot-catch-up-entries",
			"known": [{
				"first": "3.6.0",
				"last": "3.6.0"
			}],
			"value": "text",
			"owner": "user",
			"fileKey": null
		},
		{
			"flag": "experimental-snapshot-catchup-entries",
			"known": [{
				"first": "3.5.16",
				"last": "3.6.14"
			}],
			"value": "number",
			"owner": "user",
			"fileKey": "experimental-snapshot-catch-up-entries"
		},
		{
			"flag": "experimental-stop-grpc-service-on-defrag",
			"known": [{
				"first": "3.5.16",
				"last": "3.6.14"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-txn-mode-write-with-shared-buffer",
			"known": [{
				"first": "3.5.0",
				"last": "3.6.14"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "experimental-warning-apply-duration",
			"known": [{
				"first": "3.4.23",
				"last": "3.6.14"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "experimental-warning-unary-request-duration",
			"known": [{
				"first": "3.6.0",
				"last": "3.6.14"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "experimental-watch-progress-notify-interval",
			"known": [{
				"first": "3.4.23",
				"last": "3.6.14"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "feature-gates",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "set",
			"owner": "user"
		},
		{
			"flag": "force-new-cluster",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "formation"
		},
		{
			"flag": "grpc-keepalive-interval",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "grpc-keepalive-min-time",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "grpc-keepalive-timeout",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "h",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "exits",
			"fileKey": null,
			"source": "Go's package flag, which every etcd reads its flags with",
			"verified": "measured"
		},
		{
			"flag": "heartbeat-interval",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "help",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "exits",
			"fileKey": null,
			"source": "Go's package flag, which every etcd reads its flags with",
			"verified": "measured"
		},
		{
			"flag": "host-whitelist",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "set",
			"owner": "user",
			"names": "host"
		},
		{
			"flag": "initial-advertise-peer-urls",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "address"
		},
		{
			"flag": "initial-cluster",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "initial-cluster-state",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "initial-cluster-token",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "formation"
		},
		{
			"flag": "initial-election-tick-advance",
			"known": [{
				"first": "3.3.25",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "key-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "client-transport-security.key-file"
		},
		{
			"flag": "listen-client-http-urls",
			"known": [{
				"first": "3.4.45",
				"last": "3.4.45"
			}, {
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "address"
		},
		{
			"flag": "listen-client-urls",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "address"
		},
		{
			"flag": "listen-metrics-urls",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "address"
		},
		{
			"flag": "listen-peer-urls",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "address"
		},
		{
			"flag": "log-format",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "log-level",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "log-output",
			"known": [{
				"first": "3.3.0",
				"last": "3.3.27"
			}, {
				"first": "3.4.23",
				"last": "3.4.45"
			}],
			"value": "list",
			"owner": "logging"
		},
		{
			"flag": "log-outputs",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "list",
			"owner": "logging"
		},
		{
			"flag": "log-package-levels",
			"known": [{
				"first": "3.3.0",
				"last": "3.4.45"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "log-rotation-config-json",
			"known": [{
				"first": "3.5.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "logging"
		},
		{
			"flag": "logger",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "max-concurrent-streams",
			"known": [{
				"first": "3.4.23",
				"last": "3.4.45"
			}, {
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "max-learners",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "max-request-bytes",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "max-snapshots",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "max-txn-ops",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "max-wals",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "memory-mlock",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "metrics",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "name",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "identity"
		},
		{
			"flag": "next-cluster-version-compatible",
			"known": [{
				"first": "3.4.45",
				"last": "3.4.45"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "peer-auto-tls",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "certificates",
			"fileKey": "peer-transport-security.auto-tls"
		},
		{
			"flag": "peer-ca-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.3.27"
			}],
			"value": "text",
			"owner": "old-certificates",
			"fileKey": "peer-transport-security.ca-file"
		},
		{
			"flag": "peer-cert-allowed-cn",
			"known": [{
				"first": "3.3.25",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "peer-transport-security.allowed-cn"
		},
		{
			"flag": "peer-cert-allowed-hostname",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "peer-transport-security.allowed-hostname"
		},
		{
			"flag": "peer-cert-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "peer-transport-security.cert-file"
		},
		{
			"flag": "peer-client-cert-auth",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "certificates",
			"fileKey": "peer-transport-security.client-cert-auth"
		},
		{
			"flag": "peer-client-cert-file",
			"known": [{
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "peer-transport-security.client-cert-file"
		},
		{
			"flag": "peer-client-key-file",
			"known": [{
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "peer-transport-security.client-key-file"
		},
		{
			"flag": "peer-crl-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": null
		},
		{
			"flag": "peer-key-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "peer-transport-security.key-file"
		},
		{
			"flag": "peer-skip-client-san-verification",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user",
			"fileKey": "peer-transport-security.skip-client-san-verification"
		},
		{
			"flag": "peer-trusted-ca-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "peer-transport-security.trusted-ca-file"
		},
		{
			"flag": "pre-vote",
			"known": [{
				"first": "3.4.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "proxy",
			"known": [{
				"first": "3.3.0",
				"last": "3.5.33"
			}],
			"value": "text",
			"owner": "proxy"
		},
		{
			"flag": "proxy-dial-timeout",
			"known": [{
				"first": "3.3.0",
				"last": "3.5.33"
			}],
			"value": "number",
			"owner": "proxy"
		},
		{
			"flag": "proxy-failure-wait",
			"known": [{
				"first": "3.3.0",
				"last": "3.5.33"
			}],
			"value": "number",
			"owner": "proxy"
		},
		{
			"flag": "proxy-read-timeout",
			"known": [{
				"first": "3.3.0",
				"last": "3.5.33"
			}],
			"value": "number",
			"owner": "proxy"
		},
		{
			"flag": "proxy-refresh-interval",
			"known": [{
				"first": "3.3.0",
				"last": "3.5.33"
			}],
			"value": "number",
			"owner": "proxy"
		},
		{
			"flag": "proxy-write-timeout",
			"known": [{
				"first": "3.3.0",
				"last": "3.5.33"
			}],
			"value": "number",
			"owner": "proxy"
		},
		{
			"flag": "quota-backend-bytes",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "raft-read-timeout",
			"known": [{
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user",
			"fileKey": null
		},
		{
			"flag": "raft-write-timeout",
			"known": [{
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user",
			"fileKey": null
		},
		{
			"flag": "self-signed-cert-validity",
			"known": [{
				"first": "3.5.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "snapshot-catchup-entries",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "snapshot-count",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "number",
			"owner": "user"
		},
		{
			"flag": "socket-reuse-address",
			"known": [{
				"first": "3.5.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user",
			"fileKey": "socket-options.reuse-address"
		},
		{
			"flag": "socket-reuse-port",
			"known": [{
				"first": "3.5.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user",
			"fileKey": "socket-options.reuse-port"
		},
		{
			"flag": "strict-reconfig-check",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "tls-max-version",
			"known": [{
				"first": "3.4.45",
				"last": "3.4.45"
			}, {
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "tls-min-version",
			"known": [{
				"first": "3.4.45",
				"last": "3.4.45"
			}, {
				"first": "3.5.16",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "trusted-ca-file",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "certificates",
			"fileKey": "client-transport-security.trusted-ca-file"
		},
		{
			"flag": "unsafe-no-fsync",
			"known": [{
				"first": "3.4.23",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "user"
		},
		{
			"flag": "v2-deprecation",
			"known": [{
				"first": "3.5.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "user"
		},
		{
			"flag": "version",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "boolean",
			"owner": "exits",
			"fileKey": null,
			"source": "etcdmain/config.go at tags v3.3.0 to v3.7.1",
			"verified": "measured"
		},
		{
			"flag": "wal-dir",
			"known": [{
				"first": "3.3.0",
				"last": "3.7.1"
			}],
			"value": "text",
			"owner": "directory"
		},
		{
			"flag": "warning-apply-duration",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "warning-unary-request-duration",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		},
		{
			"flag": "watch-progress-notify-interval",
			"known": [{
				"first": "3.6.0",
				"last": "3.7.1"
			}],
			"value": "duration",
			"owner": "user"
		}
	]
};

// src/catalog/hops.json
var hops_default = { hops: [
	{
		"from": "3.3",
		"to": "3.4",
		"floor": {
			"release": "3.3.25",
			"official": null,
			"since": "2020-08-24",
			"reason": "3.3.14, 3.3.16 and 3.3.21 are bad releases, and the fixes up to 3.3.25 cover authentication data, WAL checksums and the data directory mode",
			"source": "etcd changelog 3.3.14 to 3.3.25; the official guide names no floor (etcd.io/docs/v3.4/upgrades/upgrade_3_4)",
			"verified": "published"
		},
		"preparations": [],
		"freezes": [{
			"what": "add a learner or change membership",
			"why": "a member of 3.3 panics on the entry: \"ConfChange type should be either AddNode, RemoveNode or UpdateNode\"",
			"knownAs": "K2",
			"source": "own runs on real binaries, 3.3.25 + 3.4.23",
			"verified": "measured"
		}, {
			"what": "turn on lease checkpoints (experimental-enable-lease-checkpoint)",
			"why": "the first checkpoint, five minutes in, panics every 3.3 member with \"not implemented\"; no short rehearsal sees it",
			"knownAs": "K3",
			"settings": ["experimental-enable-lease-checkpoint"],
			"source": "own runs on real binaries, 3.3.25 + 3.4.23; lease/lessor.go at tag v3.4.45",
			"verified": "measured"
		}],
		"authBlocks": null
	},
	{
		"from": "3.4",
		"to": "3.5",
		"floor": {
			"release": "3.4.31",
			"official": null,
			"since": "2024-03-20",
			"reason": "below 3.4.31 one AuthStatus call through a 3.5 member kills every 3.4 member, and leases can be revoked by an old leader",
			"source": "own runs on real binaries (3.4.23, 3.4.31 and 3.4.45 with 3.5.33); etcd changelog 3.4.31; the official guide names no floor",
			"verified": "measured"
		},
		"preparations": [{
			"id": "members-write",
			"reason": "3.5.33 marks live members as removed when it replays the log of a member that has applied no v3 write since its members were added, and 3.6 believes it",
			"knownAs": "K29",
			"source": "own runs on real binaries, 3.4.31 to 3.5.33 to 3.6.14; server/etcdserver/server.go at tag v3.5.33",
			"verified": "measured"
		}],
		"freezes": [{
			"what": "call AuthStatus (etcdctl auth status, /v3/auth/status)",
			"why": "members before 3.4.31 panic on the entry and stay in a crash loop",
			"knownAs": "K1",
			"source": "own runs on real binaries, 3.4.23 + 3.5.33",
			"verified": "measured"
		}, {
			"what": "add users or change passwords",
			"why": "3.4 members store the EMPTY password for a user changed through a 3.5 member, and no hash comparison sees it",
			"knownAs": "K4",
			"source": "own runs on real binaries, 3.4.45 + 3.5.33",
			"verified": "measured"
		}],
		"authBlocks": {
			"reason": "the log entries for users changed in 3.5: with authentication enabled this hop is documented as not supported, and a password set during it becomes empty on the 3.4 members (K4)",
			"source": "etcd.io/docs/v3.5/upgrades/upgrade_3_5; own runs on real binaries, 3.4.45 + 3.5.33",
			"verified": "measured"
		}
	},
	{
		"from": "3.5",
		"to": "3.6",
		"floor": {
			"release": "3.5.33",
			"official": "3.5.32",
			"since": "2026-07-23",
			"reason": "3.5.33 repairs stored learner flags (3.5.20, 3.5.24) and zombie members (3.5.26), checks v2 data in the WAL too (3.5.32) and has the security fixes of July 2026",
			"source": "etcd.io/docs/v3.6/upgrades/upgrade_3_6; etcd changelog 3.5.20 to 3.5.33",
			"verified": "published"
		},
		"preparations": [
			{
				"id": "restart-with-low-snapshot-count",
				"reason": "a second rolling restart on the source clears learner flags that the first one left (K6), and with a low snapshot count the next preparation needs few entries",
				"knownAs": "K6",
				"snapshotCount": 1e3,
				"source": "own runs on real binaries, 3.5.16 to 3.5.33; etcd-io/etcd issues 19557 and 20793",
				"verified": "measured"
			},
			{
				"id": "renew-raft-snapshots",
				"reason": "v2 requests that health probes of 3.4, or of 3.5 with enable-v2, left in the WAL make 3.6 panic at start",
				"knownAs": "K22",
				"source": "own runs on real binaries, 3.4.23 to 3.5.33 to 3.6.14",
				"verified": "measured"
			},
			{
				"id": "members-bucket-clean",
				"reason": "3.6 takes the member list from the v3 store, so stale learner flags and zombie members become real",
				"knownAs": "K6",
				"source": "etcd.io/blog/2025/zombie_members_upgrade; own runs on real binaries, 3.5.16 to 3.6.14",
				"verified": "measured"
			}
		],
		"freezes": [{
			"what": "enable a downgrade (Maintenance.Downgrade ENABLE)",
			"why": "on 3.5 the call times out but is applied, and from then on a restarted 3.5 member refuses to start",
			"knownAs": "K5",
			"source": "own runs on real binaries, 3.5.16, 3.5.30 and 3.5.33",
			"verified": "measured"
		}, {
			"what": "run a member with enable-v2",
			"why": "every v2 write and every GET /health through that member writes an entry that panics all 3.6 members",
			"knownAs": "K19",
			"settings": ["enable-v2"],
			"source": "own runs on real binaries, 3.5.33 + 3.6.14; etcd-io/etcd issue 17009",
			"verified": "measured"
		}],
		"authBlocks": null
	},
	{
		"from": "3.6",
		"to": "3.7",
		"floor": {
			"release": "3.6.14",
			"official": "3.6.11",
			"since": "2026-07-23",
			"reason": "the official guide requires 3.6.11; 3.6.14 adds the security fixes of July 2026",
			"source": "etcd.io/docs/v3.7/upgrades/upgrade_3_7; etcd changelog 3.6.11 to 3.6.14",
			"verified": "published"
		},
		"preparations": [{
			"id": "restart-with-low-snapshot-count",
			"reason": "with a very high snapshot count the next preparation would need as many entries",
			"knownAs": "K21",
			"snapshotCount": 1e4,
			"onlyAbove": 2e5,
			"source": "own runs on real binaries: 10,400 entries took 8.8 s",
			"verified": "measured"
		}, {
			"id": "renew-raft-snapshots",
			"reason": "3.7 cannot replay the v2 request that every start of a 3.5 member leaves in the WAL",
			"knownAs": "K21",
			"source": "own runs on real binaries, 3.5.33 to 3.6.14 to 3.7.1; server/etcdserver/apply/apply.go at tag v3.7.1",
			"verified": "measured"
		}],
		"freezes": [],
		"authBlocks": null
	}
] };

// src/catalog/known-bad.json
var known_bad_default = { ranges: [
	{
		"id": "B01",
		"affected": [{
			"first": "3.3.14",
			"last": "3.3.14"
		}],
		"fixedIn": ["3.3.15"],
		"problem": "Module-mode release, reverted",
		"bites": "landing",
		"severity": "block",
		"source": "etcd changelog 3.3.14/15",
		"verified": "published"
	},
	{
		"id": "B02",
		"affected": [{
			"first": "3.3.16",
			"last": "3.3.16"
		}],
		"fixedIn": ["3.3.17"],
		"problem": "Declared bad release",
		"bites": "landing",
		"severity": "block",
		"source": "etcd changelog 3.3.16; etcd-io/etcd issue 11241",
		"verified": "published"
	},
	{
		"id": "B03",
		"affected": [{
			"first": "3.3.0",
			"last": "3.3.17"
		}, {
			"first": "3.4.0",
			"last": "3.4.3"
		}],
		"fixedIn": ["3.3.18", "3.4.4"],
		"problem": "WAL purge during shutdown can delete a needed file → wal: file not found at next start",
		"bites": "every planned restart",
		"severity": "block",
		"source": "etcd changelog 3.3.18, 3.4.4",
		"verified": "published"
	},
	{
		"id": "B04",
		"affected": [{
			"first": "3.3.0",
			"last": "3.3.18"
		}, {
			"first": "3.4.0",
			"last": "3.4.3"
		}],
		"fixedIn": ["3.3.19", "3.4.4"],
		"problem": "Defragment can corrupt",
		"bites": "defrag before upgrade",
		"severity": "block",
		"onlyWith": "defragment",
		"source": "etcd changelog 3.3.19, 3.4.4",
		"verified": "published"
	},
	{
		"id": "B05",
		"affected": [{
			"first": "3.3.0",
			"last": "3.3.20"
		}, {
			"first": "3.4.0",
			"last": "3.4.7"
		}],
		"fixedIn": ["3.3.21", "3.4.8"],
		"problem": "Auth revision / consistent index corruption: members diverge silently with auth enabled",
		"bites": "rolling restart with auth",
		"severity": "block",
		"onlyWith": "auth",
		"source": "etcd-io/etcd issue 11651; etcd changelog 3.3.21, 3.4.8",
		"verified": "published"
	},
	{
		"id": "B06",
		"affected": [{
			"first": "3.3.21",
			"last": "3.3.21"
		}, {
			"first": "3.4.8",
			"last": "3.4.8"
		}],
		"fixedIn": ["3.3.22", "3.4.9"],
		"problem": "Restart fails walpb: crc mismatch",
		"bites": "any restart",
		"severity": "block",
		"source": "etcd-io/etcd issue 11918; etcd changelog 3.3.22, 3.4.9",
		"verified": "published"
	},
	{
		"id": "B07",
		"affected": [{
			"first": "3.3.23",
			"last": "3.3.24"
		}, {
			"first": "3.4.10",
			"last": "3.4.12"
		}],
		"fixedIn": ["3.3.25", "3.4.13"],
		"problem": "Refuses to start if data dir mode ≠0700",
		"bites": "landing",
		"severity": "block",
		"onlyWith": "data-dir-mode",
		"source": "etcd changelog 3.3.25, 3.4.13; etcd source",
		"verified": "read"
	},
	{
		"id": "B08",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.9"
		}],
		"fixedIn": ["3.4.10"],
		"problem": "--auth-token-ttl (from 3.3.23+) missing → exit 2",
		"bites": "3.3.23+→3.4.0-9",
		"severity": "block",
		"onlyWith": "flag",
		"flags": ["auth-token-ttl"],
		"source": "etcd source flag diff",
		"verified": "read"
	},
	{
		"id": "B09",
		"affected": [{
			"first": "3.4.11",
			"last": "3.4.11"
		}],
		"fixedIn": ["3.4.12"],
		"problem": "Panic on slow write log path",
		"bites": "landing",
		"severity": "block",
		"source": "etcd changelog 3.4.12",
		"verified": "published"
	},
	{
		"id": "B10",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.20"
		}, {
			"first": "3.5.0",
			"last": "3.5.4"
		}],
		"fixedIn": ["3.4.21", "3.5.5"],
		"problem": "Single-node: acknowledged write may be lost on crash",
		"bites": "single-node upgrades",
		"severity": "block",
		"onlyWith": "single-member",
		"source": "etcd-io/etcd issue 14370; etcd changelog 3.4.21, 3.5.5",
		"verified": "published"
	},
	{
		"id": "B11",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.21"
		}, {
			"first": "3.5.0",
			"last": "3.5.5"
		}],
		"fixedIn": ["3.4.22", "3.5.6"],
		"problem": "Auth store wrong after recovery from snapshot → inconsistency",
		"bites": "adding/replacing members with auth",
		"severity": "block",
		"onlyWith": "auth",
		"source": "etcd-io/etcd issue 14571; etcd changelog 3.4.22, 3.5.6",
		"verified": "published"
	},
	{
		"id": "B12",
		"affected": [{
			"first": "3.4.20",
			"last": "3.4.20"
		}],
		"fixedIn": ["3.4.21"],
		"problem": "Nil log object panic; real report: 3.4.16→3.4.20 roll crashed pods",
		"bites": "landing",
		"severity": "block",
		"source": "etcd-io/etcd issue 14256; etcd changelog 3.4.21",
		"verified": "published"
	},
	{
		"id": "B13",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.2"
		}],
		"fixedIn": ["3.5.3"],
		"problem": "Data inconsistency when killed under load",
		"bites": "any restart",
		"severity": "block",
		"source": "etcd-io/etcd issue 13766; etcd@HEAD:Documentation/postmortems/v3.5-data-inconsistency.md",
		"verified": "published"
	},
	{
		"id": "B14",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.0"
		}],
		"fixedIn": ["3.5.1"],
		"problem": "Removed members come back",
		"bites": "3.4→3.5",
		"severity": "block",
		"source": "etcd-io/etcd issue 13196; k3s-io/k3s#4870",
		"verified": "published"
	},
	{
		"id": "B15",
		"affected": [{
			"first": "3.5.3",
			"last": "3.5.3"
		}],
		"fixedIn": ["3.5.4"],
		"problem": "Panic at start with auth; SRV trailing-dot change",
		"bites": "landing",
		"severity": "block",
		"onlyWith": "auth",
		"source": "etcd-io/etcd issue 13937; etcd changelog 3.5.4",
		"verified": "published"
	},
	{
		"id": "B16",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.5"
		}],
		"fixedIn": ["3.5.6"],
		"problem": "Crash during defrag → revision differs between members",
		"bites": "defrag",
		"severity": "block",
		"onlyWith": "defragment",
		"source": "etcd changelog 3.5.6; etcd-io/etcd issue 14685",
		"verified": "published"
	},
	{
		"id": "B17",
		"affected": [{
			"first": "3.4.22",
			"last": "3.4.24"
		}, {
			"first": "3.5.6",
			"last": "3.5.6"
		}],
		"fixedIn": ["3.4.25", "3.5.7"],
		"problem": "Auth watch fix that had to be reverted",
		"bites": "auth + watches",
		"severity": "warn",
		"onlyWith": "auth",
		"source": "etcd changelog 3.4.25, 3.5.7",
		"verified": "published"
	},
	{
		"id": "B18",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.24"
		}, {
			"first": "3.5.0",
			"last": "3.5.7"
		}],
		"fixedIn": ["3.4.25", "3.5.8"],
		"problem": "Watch goes back in time when a member installs a snapshot; duplicated events; progress not synchronised",
		"bites": "controllers during roll",
		"severity": "warn",
		"source": "etcd-io/etcd issue 15220/15271; etcd changelog 3.4.25, 3.5.8",
		"verified": "published"
	},
	{
		"id": "B19",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.27"
		}, {
			"first": "3.5.0",
			"last": "3.5.9"
		}],
		"fixedIn": ["3.4.28", "3.5.10"],
		"problem": "(behaviour change at the fix) gRPC 1.58 rejects requests with a Connection header",
		"bites": "proxies/LBs in front",
		"severity": "warn",
		"source": "etcd changelog 3.5.10, 3.4.28",
		"verified": "published"
	},
	{
		"id": "B20",
		"affected": [{
			"first": "3.4.29",
			"last": "3.4.29"
		}],
		"fixedIn": ["3.4.30"],
		"problem": "Nil pointer when capnslog logger is used (non-root, lease checkpoint)",
		"bites": "landing",
		"severity": "block",
		"onlyWith": "default-logger",
		"source": "etcd-io/etcd issue 17265; own runs on real binaries (3.4.23 + lease checkpoint + capnslog = SIGSEGV)",
		"verified": "measured"
	},
	{
		"id": "B21",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.30"
		}, {
			"first": "3.5.0",
			"last": "3.5.12"
		}],
		"fixedIn": ["3.4.31", "3.5.13"],
		"problem": "Leases wrongly revoked by old leader; watch events lost after compaction",
		"bites": "leader moves during roll",
		"severity": "block",
		"source": "etcd-io/etcd issue 17529; etcd changelog 3.4.31, 3.5.13",
		"verified": "published"
	},
	{
		"id": "B22",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.31"
		}, {
			"first": "3.5.0",
			"last": "3.5.13"
		}],
		"fixedIn": ["3.4.32", "3.5.14"],
		"problem": "Revision can go down after panic during compaction",
		"bites": "roll during compaction",
		"severity": "warn",
		"source": "etcd-io/etcd issue 17780; etcd changelog 3.4.32, 3.5.14",
		"verified": "published"
	},
	{
		"id": "B23",
		"affected": [{
			"first": "3.4.31",
			"last": "3.4.33"
		}, {
			"first": "3.5.13",
			"last": "3.5.15"
		}],
		"fixedIn": ["3.4.34", "3.5.16"],
		"problem": "Lease renew performance regression",
		"bites": "landing with many leases",
		"severity": "warn",
		"source": "etcd changelog 3.4.34, 3.5.16",
		"verified": "published"
	},
	{
		"id": "B24",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.16"
		}],
		"fixedIn": ["3.5.17"],
		"problem": "Part of a write txn may be applied",
		"bites": "any time",
		"severity": "warn",
		"source": "etcd changelog 3.5.17",
		"verified": "published"
	},
	{
		"id": "B25",
		"affected": [{
			"first": "3.5.16",
			"last": "3.5.18"
		}],
		"fixedIn": ["3.5.19"],
		"problem": "Compaction sleep performance regression",
		"bites": "landing",
		"severity": "warn",
		"source": "etcd changelog 3.5.19",
		"verified": "published"
	},
	{
		"id": "B26",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.35"
		}, {
			"first": "3.5.0",
			"last": "3.5.17"
		}],
		"fixedIn": ["3.4.36", "3.5.18"],
		"problem": "Missing delete event when a watch opens at the revision being compacted",
		"bites": "any time",
		"severity": "warn",
		"source": "etcd-io/etcd issue 18089; etcd changelog 3.4.36, 3.5.18",
		"verified": "published"
	},
	{
		"id": "B27",
		"affected": [{
			"first": "3.5.1",
			"last": "3.5.19"
		}],
		"fixedIn": ["3.5.20"],
		"problem": "Learner promotion not persisted to v3 store",
		"bites": "3.5→3.6: membership: too many learner members in cluster",
		"severity": "block",
		"onlyWith": "hop-3.6",
		"source": "etcd-io/etcd issue 19557",
		"verified": "published"
	},
	{
		"id": "B28",
		"affected": [{
			"first": "3.5.20",
			"last": "3.5.23"
		}],
		"fixedIn": ["3.5.24"],
		"problem": "Same data propagated through rolling upgrade",
		"bites": "3.5→3.6: membership: too many learner members in cluster",
		"severity": "block",
		"onlyWith": "hop-3.6",
		"source": "etcd-io/etcd issue 20793",
		"verified": "published"
	},
	{
		"id": "B29",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.25"
		}],
		"fixedIn": ["3.5.26"],
		"problem": "Zombie members in v3 store",
		"bites": "3.6 promotes them to real members",
		"severity": "block",
		"onlyWith": "hop-3.6",
		"source": "etcd-io/etcd issue 20967; etcd.io/blog/2025/zombie_members_upgrade.md",
		"verified": "published"
	},
	{
		"id": "B30",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.31"
		}],
		"fixedIn": ["3.5.32"],
		"problem": "V2 check ignores WAL; no skip option",
		"bites": "3.6 panic loop",
		"severity": "block",
		"onlyWith": "hop-3.6",
		"source": "etcd-io/etcd issue 21849; etcd changelog 3.5.32",
		"verified": "published"
	},
	{
		"id": "B31",
		"affected": [{
			"first": "3.5.18",
			"last": "3.5.21"
		}, {
			"first": "3.6.0",
			"last": "3.6.2"
		}],
		"fixedIn": ["3.5.22", "3.6.3"],
		"problem": "V2 store check false positive (refuses clean data with auth path)",
		"bites": "3.5→3.6",
		"severity": "block",
		"onlyWith": "hop-3.6",
		"source": "etcd-io/etcd PR 20357/20370; etcd-io/etcd issue 20351",
		"verified": "published"
	},
	{
		"id": "B32",
		"affected": [
			{
				"first": "3.4.0",
				"last": "3.4.37"
			},
			{
				"first": "3.5.0",
				"last": "3.5.21"
			},
			{
				"first": "3.6.0",
				"last": "3.6.1"
			}
		],
		"fixedIn": [
			"3.4.38",
			"3.5.22",
			"3.6.2"
		],
		"problem": "Watch on a future revision delivers old events",
		"bites": "any time",
		"severity": "warn",
		"source": "etcd-io/etcd issue 20221; etcd changelog 3.4.38, 3.5.22, 3.6.2",
		"verified": "published"
	},
	{
		"id": "B33",
		"affected": [
			{
				"first": "3.4.0",
				"last": "3.4.37"
			},
			{
				"first": "3.5.0",
				"last": "3.5.22"
			},
			{
				"first": "3.6.0",
				"last": "3.6.4"
			}
		],
		"fixedIn": [
			"3.4.38",
			"3.5.23",
			"3.6.5"
		],
		"problem": "Corruption when snapshot apply and defrag run together; lease renew may answer success for a revoked lease",
		"bites": "defrag during roll/member replace",
		"severity": "block",
		"onlyWith": "defragment",
		"source": "etcd-io/etcd PR 20650/20653/20659; etcd changelog 3.4.38, 3.5.23, 3.6.5",
		"verified": "published"
	},
	{
		"id": "B34",
		"affected": [{
			"first": "3.6.0",
			"last": "3.6.0"
		}],
		"fixedIn": ["3.6.1"],
		"problem": "PromoteMember panic; --force-new-cluster leaves members; etcdctl endpoint health dies when options come from env",
		"bites": "landing; health scripts",
		"severity": "block",
		"source": "etcd changelog 3.6.1; etcd-io/etcd issue 20118",
		"verified": "published"
	},
	{
		"id": "B35",
		"affected": [{
			"first": "3.6.0",
			"last": "3.6.3"
		}],
		"fixedIn": ["3.6.4"],
		"problem": "Bootstrap fails when replaying a learner promotion",
		"bites": "3.5→3.6 restart",
		"severity": "block",
		"source": "etcd-io/etcd issue 20340; etcd-io/etcd PR 20387",
		"verified": "published"
	},
	{
		"id": "B36",
		"affected": [{
			"first": "3.6.0",
			"last": "3.6.4"
		}],
		"fixedIn": ["3.6.5"],
		"problem": "Log flood cannot detect storage schema version: missing confstate information",
		"bites": "landing",
		"severity": "warn",
		"source": "etcd changelog 3.6.5",
		"verified": "published"
	},
	{
		"id": "B37",
		"affected": [{
			"first": "3.6.0",
			"last": "3.6.5"
		}],
		"fixedIn": ["3.6.6"],
		"problem": "Status.dbSizeQuota wrong; --force-new-cluster leaves learners (also ≤3.5.24)",
		"bites": "quota gates, disaster restore",
		"severity": "warn",
		"source": "etcd changelog 3.6.6, 3.5.25",
		"verified": "published"
	},
	{
		"id": "B38",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.27"
		}, {
			"first": "3.6.0",
			"last": "3.6.5"
		}],
		"fixedIn": ["3.5.28", "3.6.6"],
		"problem": "Promote via follower fails with auth",
		"bites": "member replace with auth",
		"severity": "warn",
		"onlyWith": "auth",
		"source": "etcd changelog 3.5.28, 3.6.6",
		"verified": "published"
	},
	{
		"id": "B39",
		"affected": [{
			"first": "3.6.0",
			"last": "3.6.8"
		}],
		"fixedIn": ["3.6.9"],
		"problem": "Watch event reuse between sync loops (reverted)",
		"bites": "any time",
		"severity": "block",
		"source": "etcd changelog 3.6.9",
		"verified": "published"
	},
	{
		"id": "B40",
		"affected": [
			{
				"first": "3.4.20",
				"last": "3.4.41"
			},
			{
				"first": "3.5.0",
				"last": "3.5.27"
			},
			{
				"first": "3.6.0",
				"last": "3.6.8"
			}
		],
		"fixedIn": [
			"3.4.42",
			"3.5.28",
			"3.6.9"
		],
		"problem": "Stale linearizable read after process pause / race with leader change",
		"bites": "SIGSTOP, VM freeze, leader moves",
		"severity": "warn",
		"source": "etcd changelog 3.5.28/3.6.9; etcd-io/etcd issue 20418",
		"verified": "published"
	},
	{
		"id": "B41",
		"affected": [
			{
				"first": "3.4.42",
				"last": "3.4.42"
			},
			{
				"first": "3.5.28",
				"last": "3.5.28"
			},
			{
				"first": "3.6.9",
				"last": "3.6.9"
			}
		],
		"fixedIn": [
			"3.4.43",
			"3.5.29",
			"3.6.10"
		],
		"problem": "Non-admin MemberList/alarm list denied; etcdctl endpoint … --cluster broken with auth",
		"bites": "monitoring, our own probes",
		"severity": "warn",
		"onlyWith": "auth",
		"source": "etcd changelog 3.4.43, 3.5.29, 3.6.10",
		"verified": "published"
	},
	{
		"id": "B42",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.29"
		}, {
			"first": "3.6.0",
			"last": "3.6.10"
		}],
		"fixedIn": ["3.5.30", "3.6.11"],
		"problem": "Cannot add a member while one member is down though quorum holds",
		"bites": "replace-style upgrades",
		"severity": "warn",
		"source": "etcd changelog 3.5.30, 3.6.11",
		"verified": "published"
	},
	{
		"id": "B43",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.30"
		}, {
			"first": "3.6.0",
			"last": "3.6.11"
		}],
		"fixedIn": ["3.5.31", "3.6.12"],
		"problem": "MemberUpdate silently turns a learner into \"not learner\" in the list",
		"bites": "peer URL change during roll",
		"severity": "warn",
		"source": "etcd-io/etcd issue 21694; etcd changelog 3.5.31, 3.6.12",
		"verified": "published"
	},
	{
		"id": "B44",
		"affected": [
			{
				"first": "3.3.0",
				"last": "3.3.27"
			},
			{
				"first": "3.4.0",
				"last": "3.4.45"
			},
			{
				"first": "3.5.0",
				"last": "3.5.33"
			},
			{
				"first": "3.6.0",
				"last": "3.6.14"
			}
		],
		"fixedIn": ["3.7.0"],
		"problem": "Data inconsistency when a txn contains a range at a fixed revision",
		"bites": "apps doing this; members may diverge",
		"severity": "warn",
		"source": "etcd-io/etcd issue 18667; etcd-io/etcd PR 21432",
		"verified": "published"
	},
	{
		"id": "B45",
		"affected": [{
			"first": "3.7.0",
			"last": "3.7.0"
		}, {
			"first": "3.7.1",
			"last": "3.7.1"
		}],
		"fixedIn": ["3.7.2"],
		"problem": "Downgrade version check still reads the v2 snapshot",
		"bites": "3.7→3.6",
		"severity": "warn",
		"source": "etcd changelog 3.7.2; etcd-io/etcd PR 22171",
		"verified": "published"
	},
	{
		"id": "B46",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.30"
		}],
		"fixedIn": ["3.4.31"],
		"problem": "AuthStatus panic (K1)",
		"bites": "mixed window",
		"severity": "block",
		"onlyWith": "hop-3.5",
		"source": "own runs on real binaries",
		"verified": "measured"
	},
	{
		"id": "B47",
		"affected": [{
			"first": "3.4.0",
			"last": "3.4.3"
		}],
		"fixedIn": ["3.4.4"],
		"problem": "SIGSEGV on login of users created by 3.3",
		"bites": "3.3→3.4 with auth",
		"severity": "block",
		"onlyWith": "auth",
		"source": "etcd-io/etcd issue 11405; etcd source auth/store.go",
		"verified": "read"
	},
	{
		"id": "B48",
		"affected": [{
			"first": "3.5.0",
			"last": "3.5.9"
		}],
		"fixedIn": ["3.5.10"],
		"problem": "False corruption alarm when a compaction resumes after restart",
		"bites": "rolling restart",
		"severity": "warn",
		"onlyWith": "flag",
		"flags": ["experimental-compact-hash-check-enabled"],
		"source": "etcd-io/etcd issue 15919; commit 6ac9d94d6 (first tag v3.5.10)",
		"verified": "read"
	}
] };

// src/catalog/known-issues.json
var known_issues_default = { issues: [
	{
		"id": "K1",
		"concerns": "3.4 below 3.4.31, with 3.5",
		"problem": "One AuthStatus call that a 3.5 member answers (`etcdctl auth status`) stops every 3.4 member with `panic: not implemented`, also with authentication disabled; they stop again at every start, because the entry is in their write-ahead log.",
		"advice": "Start from 3.4.31 or later, and let nothing call AuthStatus while both lines run. Dead members start again on the 3.5 binary.",
		"source": "own runs on real binaries, 3.4.23, 3.4.31 and 3.4.45 with 3.5.33; etcd commit 83f97c1f4",
		"verified": "measured"
	},
	{
		"id": "K2",
		"concerns": "3.3 with 3.4",
		"problem": "Adding a learner through a 3.4 member stops the 3.3 members: `ConfChange type should be either AddNode, RemoveNode or UpdateNode`.",
		"advice": "Change no membership while both lines run. Dead members start again on the 3.4 binary.",
		"source": "own runs on real binaries, 3.3.25 + 3.4.23",
		"verified": "measured"
	},
	{
		"id": "K3",
		"concerns": "3.3 with 3.4",
		"problem": "With lease checkpoints turned on, the first checkpoint of a 3.4 leader, five minutes in, stops every 3.3 member and with them the quorum. No short rehearsal sees it.",
		"advice": "Turn `experimental-enable-lease-checkpoint` off until every member runs 3.4.",
		"source": "own runs on real binaries, 3.3.25 + 3.4.23; lease/lessor.go at tag v3.4.45",
		"verified": "measured"
	},
	{
		"id": "K4",
		"concerns": "3.4 with 3.5, with authentication",
		"problem": "A password that is set through a 3.5 member is empty on every 3.4 member, also after the upgrade: a login without a password succeeds there. The hashes of the data are equal, so no corruption check sees it.",
		"advice": "Write no users, roles or passwords while both lines run; afterwards log in as every user through every member.",
		"source": "own runs on real binaries, 3.4.23 and 3.4.45 with 3.5.33; api/etcdserverpb/rpc.proto at tag v3.5.33",
		"verified": "measured"
	},
	{
		"id": "K5",
		"concerns": "3.5",
		"problem": "`downgrade enable` answers with a time-out and is applied all the same. From then on a 3.5 member that restarts ends with `server version is not allowed to join when downgrade is enabled`.",
		"advice": "Never enable a downgrade on 3.5. Cancel it while every member is up: one that is down keeps the flag in its own store and cannot start again.",
		"source": "own runs on real binaries, 3.5.16, 3.5.30 and 3.5.33",
		"verified": "measured"
	},
	{
		"id": "K6",
		"concerns": "3.5.1 to 3.5.19, on the way to 3.6",
		"problem": "Promoted learners stay marked as learners in a member's store. One rolling restart on a release with the fix leaves some of the marks; 3.6 ends with `too many learner members in cluster` where there are two.",
		"advice": "Restart every member a second time on 3.5.20 or later, and compare the stored members of each with the member list.",
		"source": "own runs on real binaries, 3.5.16 to 3.5.33 and to 3.6.14; etcd-io/etcd issues 19557 and 20793",
		"verified": "measured"
	},
	{
		"id": "K7",
		"concerns": "clusters once restored with a tool of 3.4, on the way to 3.6",
		"problem": "`etcdctl snapshot restore` of 3.4 leaves the members of the old cluster in the store; 3.6 takes them for members.",
		"advice": "Stop over on 3.5.26 or later, which removes them, and compare the stored members of each with the member list.",
		"source": "own runs on real binaries, 3.4.23 to 3.5.16 to 3.6.14; etcd-io/etcd issue 20967",
		"verified": "measured"
	},
	{
		"id": "K8",
		"concerns": "clusters with v2 data, on the way to 3.6",
		"problem": "`etcdutl check v2store` before 3.5.32 looks at the last snapshot alone and calls v2 data in the write-ahead log clean; 3.6 then refuses to start on it.",
		"advice": "Check with `etcdutl` 3.5.32 or later on the data of every stopped member, and migrate or delete the v2 keys on 3.5.",
		"source": "own runs on real binaries, 3.5.30, 3.5.33 and 3.6.14; etcd-io/etcd issues 20809 and 21849",
		"verified": "measured"
	},
	{
		"id": "K9",
		"concerns": "every line",
		"problem": "A setting that a release has removed fails in three ways: as a flag the process ends with exit code 2; as an environment variable one line warns, and it is lost; as a key of the configuration file it is lost without a word.",
		"advice": "Ask each release of the plan what it takes, as etcd-migrate does, before the first member is touched.",
		"source": "own runs on real binaries, 3.3.25 to 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K10",
		"concerns": "3.4 and later",
		"problem": "The same setting as a flag and as an environment variable ends the process with exit code 1, even when the values are equal or the variable is empty.",
		"advice": "Keep one of the two.",
		"source": "own runs on real binaries, 3.3.25 to 3.7.1; etcd-io/etcd issues 8380 and 11111",
		"verified": "measured"
	},
	{
		"id": "K11",
		"concerns": "3.4",
		"problem": "With a configuration file the gRPC gateway is off, unless the file says `enable-grpc-gateway: true`; every other line has it on.",
		"advice": "Write the key where clients use HTTP.",
		"source": "own runs on real binaries, 3.4.23, 3.4.45 and 3.5.33 to 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K12",
		"concerns": "3.5",
		"problem": "The documentation says that `/v3beta` is gone; every release up to 3.7.1 still serves it.",
		"advice": "Do not rely on either.",
		"source": "own runs on real binaries, 3.5.16 to 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K13",
		"concerns": "every hop",
		"problem": "HashKV is equal on members of different lines only at one revision, above every compact revision. It does not cover users and roles, and 3.4 refuses the compact revision itself.",
		"advice": "Compare at one pinned revision, as etcd-migrate does; an error is no equality.",
		"source": "own runs on real binaries, 3.3.25 to 3.7.1, in every mixed state",
		"verified": "measured"
	},
	{
		"id": "K14",
		"concerns": "every line",
		"problem": "A snapshot of one line can be restored and started on another, back and forth, but for one pair: a snapshot of 3.7 does not start on 3.6 (K23).",
		"advice": "Prove the way back in a rehearsal.",
		"source": "own runs on real binaries, 3.3.25 to 3.7.1, 48 combinations",
		"verified": "measured"
	},
	{
		"id": "K15",
		"concerns": "every hop",
		"problem": "etcd does not refuse a skipped minor. From 3.4 to 3.6 or 3.7 the first new member stops every old one with `panic: not implemented`, and the quorum is lost.",
		"advice": "Go one minor at a time; the planner does.",
		"source": "own runs on real binaries, 3.3 to 3.5, 3.4.23 and 3.4.45 to 3.6.14, 3.5.33 to 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K16",
		"concerns": "every hop",
		"problem": "The cluster version moves 0.5 to 4 seconds after the last old member is replaced. After that the old release refuses to start.",
		"advice": "Hold and look before the last old member is replaced: this is the point of no return.",
		"source": "own runs on real binaries, 3.3.25 to 3.7.1; server/etcdserver/server.go at tag v3.5.33",
		"verified": "measured"
	},
	{
		"id": "K17",
		"concerns": "3.6 to 3.7",
		"problem": "The 23 flags that begin with `experimental-` are gone in 3.7: as flags the process ends with exit code 2. Manifests of kubeadm up to 1.33 carry two of them, and 3.6 does not warn of every one.",
		"advice": "Replace them on 3.6 by their new names, or by feature gates.",
		"source": "own runs on real binaries, 3.6.14 and 3.7.1; kubernetes/kubernetes PR 132838",
		"verified": "measured"
	},
	{
		"id": "K18",
		"concerns": "3.5 to 3.6",
		"problem": "`v2-deprecation=not-yet`, the default of 3.5, and `discovery-fallback=proxy` are refused by 3.6: as flag or variable the process ends, in a configuration file they are ignored.",
		"advice": "Remove them before the hop.",
		"source": "own runs on real binaries, 3.6.14 and 3.7.1; server/etcdmain/config.go at tag v3.6.14",
		"verified": "measured"
	},
	{
		"id": "K19",
		"concerns": "3.5 with 3.6",
		"problem": "While a 3.5 member has `enable-v2`, each GET `/health` through it, by any probe or load balancer, writes an entry that stops all 3.6 members; they stop again at every start.",
		"advice": "Turn `enable-v2` off on every member before the hop. Dead members start again on 3.5.",
		"source": "own runs on real binaries, 3.5.33 + 3.6.14; etcd-io/etcd issue 17009",
		"verified": "measured"
	},
	{
		"id": "K20",
		"concerns": "3.5 to 3.6, 3.6 to 3.7",
		"problem": "The floors that etcd's own guides name have moved several times: 3.5.20, .24, .26, .32 for 3.6; 3.6.11 for 3.7.",
		"advice": "Use a recent etcd-migrate, whose catalog has them as data.",
		"source": "etcd.io/docs/v3.6/upgrades/upgrade_3_6.md and v3.7/upgrades/upgrade_3_7.md",
		"verified": "published"
	},
	{
		"id": "K21",
		"concerns": "3.6 to 3.7, soon after 3.5 to 3.6",
		"problem": "3.7 cannot replay a v2 request that a 3.5 member left in the write-ahead log, and every start of a 3.5 member writes one: each 3.7 member ends with `unmarshal should never fail`. The official guide does not say so.",
		"advice": "Renew the raft snapshot of every member on 3.6 first, as the plan does; a member goes back to 3.6 otherwise.",
		"source": "own runs on real binaries, 3.5.33 to 3.6.14 to 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K22",
		"concerns": "3.5 to 3.6",
		"problem": "v2 requests in the write-ahead log stop 3.6 with `detected disallowed v2 WAL`, though nobody ever stored v2 data: GET `/health` of 3.4, and of 3.5 with `enable-v2`, writes one at each probe.",
		"advice": "Renew the raft snapshot of every member on 3.5 first: the plan restarts each with a low `--snapshot-count`.",
		"source": "own runs on real binaries, 3.4.23, 3.5.30, 3.5.33 and 3.6.14",
		"verified": "measured"
	},
	{
		"id": "K23",
		"concerns": "3.7 back to 3.6",
		"problem": "A snapshot of 3.7 does not start on 3.6, whichever tool restores it, nor after `etcdutl migrate`.",
		"advice": "Keep a snapshot from before the upgrade, or take one while `downgrade enable 3.6` is active.",
		"source": "own runs on real binaries, 3.5.33, 3.6.14 and 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K24",
		"concerns": "3.6 and 3.7",
		"problem": "`etcdutl migrate` says `updated storage version` and ends with exit code 0, and the old release does not start on the data all the same.",
		"advice": "Go back by the downgrade protocol only, and look at the state, not at the exit code.",
		"source": "own runs on real binaries, 3.5.33, 3.6.14 and 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K25",
		"concerns": "3.6 and later",
		"problem": "`downgrade cancel` says success where no job exists.",
		"advice": "Look at the status of every member, not at the exit code.",
		"source": "own runs on real binaries, 3.6.14 and 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K26",
		"concerns": "3.6 and later",
		"problem": "After `downgrade enable` the versions move only while every member answers; a member that was stopped too early is refused on the old release.",
		"advice": "Stop nothing before every member has the lower storage version.",
		"source": "own runs on real binaries, 3.6.14 to 3.5.33 and 3.7.1 to 3.6.14",
		"verified": "measured"
	},
	{
		"id": "K27",
		"concerns": "3.5 back to 3.4",
		"problem": "With `--next-cluster-version-compatible` 3.4 takes the place of 3.5, but a restart without the flag is refused: the write-ahead log holds the entry of 3.5.",
		"advice": "Keep the flag until every member has taken a raft snapshot.",
		"source": "own runs on real binaries, 3.4.45 + 3.5.33",
		"verified": "measured"
	},
	{
		"id": "K28",
		"concerns": "3.5 to 3.6, 3.6 to 3.7",
		"problem": "What tools print has changed: tables of `etcdctl` 3.7 are drawn with other characters, errors of the gateway have lost the key `error` in 3.6, and `ETCDCTL_API` brings a warning from 3.6 on.",
		"advice": "Let scripts read JSON, and the key `message`.",
		"source": "own runs on real binaries, 3.5.33, 3.6.14 and 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K29",
		"concerns": "3.4 to 3.5, seen at 3.6",
		"problem": "A member that has applied no v3 write since its members were added marks live members as removed when 3.5 replays its log. 3.6 believes that, and the quorum is lost.",
		"advice": "Before 3.4 to 3.5 write a key through every member; before 3.6 compare the stored members, and the removed ones, of each with the member list. The plan does both.",
		"source": "own runs on real binaries, 3.4.31 to 3.5.33 to 3.6.14; server/etcdserver/server.go at tag v3.5.33",
		"verified": "measured"
	},
	{
		"id": "K30",
		"concerns": "every line",
		"problem": "At the compact revision itself, live members answer HashKV from what they computed before the compaction, and a restored one computes it anew: the hashes differ though the data do not.",
		"advice": "Compare above the compact revision only.",
		"source": "own runs on real binaries, 3.4.31, 3.5.33, 3.6.14 and 3.7.1",
		"verified": "measured"
	},
	{
		"id": "K31",
		"concerns": "every line, at a restore",
		"problem": "With a write-ahead log in a directory of its own, a restore that does not name it is undone at the start: the old log is replayed over it, and the member is healthy. Members that restore one snapshot each differ for ever.",
		"advice": "Name `--wal-dir` at the restore, and restore every member from the same snapshot.",
		"source": "own runs on real binaries, 3.5.33 and 3.6.14",
		"verified": "measured"
	},
	{
		"id": "K32",
		"concerns": "3.5 and later",
		"problem": "Whether a downgrade is enabled (K5) cannot be asked from everywhere: on clusters with TLS the peer port answers only addresses that stand in a certificate.",
		"advice": "Ask on a member's own host, or from 3.6 on by its status.",
		"source": "own runs on real binaries, 3.5.33 and 3.6.14",
		"verified": "measured"
	},
	{
		"id": "K33",
		"concerns": "every line",
		"problem": "etcd first makes `<wal-dir>.tmp` beside a new directory of the write-ahead log: without the right to write there it ends with `failed to create WAL`.",
		"advice": "Give etcd's user the right to write in the parent directory.",
		"source": "own runs on real binaries, 3.6.14",
		"verified": "measured"
	}
] };

// src/catalog/releases.json
var releases_default = {
	catalogVersion: "2026-11-30.1",
	lines: [
		{
			"line": "3.3",
			"firstRelease": "2018-02-01",
			"support": "ended",
			"supportNote": "No release since 3.3.27 of 2021-10-15.",
			"snapshotCount": 1e5,
			"tools": ["etcd", "etcdctl"],
			"source": "CHANGELOG-3.3.md; snapshot-count: server/etcdserver at tag v3.3.25",
			"verified": "read"
		},
		{
			"line": "3.4",
			"firstRelease": "2019-08-30",
			"support": "ended",
			"supportNote": "Extended support ended with 3.4.45 of 2026-06-01; the security fixes of July 2026 were not brought to this line.",
			"snapshotCount": 1e5,
			"tools": ["etcd", "etcdctl"],
			"source": "CHANGELOG-3.4.md, section 3.4.45; etcd.io/blog/2026/june-patch-release",
			"verified": "published"
		},
		{
			"line": "3.5",
			"firstRelease": "2021-06-15",
			"support": "maintained",
			"supportNote": "Maintained until one year after 3.7.0, that is about July 2027.",
			"snapshotCount": 1e5,
			"tools": [
				"etcd",
				"etcdctl",
				"etcdutl"
			],
			"source": "etcd.io/blog/2026/etcd-370-beta; snapshot-count: CHANGELOG-3.6.md, section 3.6.0",
			"verified": "published"
		},
		{
			"line": "3.6",
			"firstRelease": "2025-05-15",
			"support": "maintained",
			"supportNote": "Maintained.",
			"snapshotCount": 1e4,
			"tools": [
				"etcd",
				"etcdctl",
				"etcdutl"
			],
			"source": "etcd.io/docs/v3.6/op-guide/versioning; snapshot-count: CHANGELOG-3.6.md, section 3.6.0",
			"verified": "published"
		},
		{
			"line": "3.7",
			"firstRelease": "2026-07-08",
			"support": "maintained",
			"supportNote": "Maintained.",
			"snapshotCount": 1e4,
			"tools": [
				"etcd",
				"etcdctl",
				"etcdutl"
			],
			"source": "etcd.io/docs/v3.7/op-guide/versioning; snapshot-count: server/embed at tag v3.7.1",
			"verified": "read"
		}
	],
	releases: [
		{
			"version": "3.3.0",
			"date": "2018-02-01",
			"source": "git tag v3.3.0 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.1",
			"date": "2018-02-12",
			"source": "git tag v3.3.1 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.2",
			"date": "2018-03-08",
			"source": "git tag v3.3.2 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.3",
			"date": "2018-03-28",
			"source": "git tag v3.3.3 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.4",
			"date": "2018-04-24",
			"source": "git tag v3.3.4 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.5",
			"date": "2018-05-09",
			"source": "git tag v3.3.5 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.6",
			"date": "2018-05-31",
			"source": "git tag v3.3.6 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.7",
			"date": "2018-06-06",
			"source": "git tag v3.3.7 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.8",
			"date": "2018-06-15",
			"source": "git tag v3.3.8 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.9",
			"date": "2018-07-24",
			"source": "git tag v3.3.9 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.10",
			"date": "2018-10-10",
			"source": "git tag v3.3.10 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.11",
			"date": "2019-01-11",
			"source": "git tag v3.3.11 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.12",
			"date": "2019-02-07",
			"source": "git tag v3.3.12 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.13",
			"date": "2019-05-02",
			"source": "git tag v3.3.13 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.14",
			"date": "2019-08-16",
			"source": "git tag v3.3.14 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.15",
			"date": "2019-08-19",
			"source": "git tag v3.3.15 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.16",
			"date": "2019-10-10",
			"source": "git tag v3.3.16 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.17",
			"date": "2019-10-11",
			"source": "git tag v3.3.17 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.18",
			"date": "2019-11-26",
			"source": "git tag v3.3.18 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.19",
			"date": "2020-03-18",
			"source": "git tag v3.3.19 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.20",
			"date": "2020-04-01",
			"source": "git tag v3.3.20 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.21",
			"date": "2020-05-18",
			"source": "git tag v3.3.21 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.22",
			"date": "2020-05-21",
			"source": "git tag v3.3.22 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.23",
			"date": "2020-07-16",
			"source": "git tag v3.3.23 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.24",
			"date": "2020-08-18",
			"source": "git tag v3.3.24 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.25",
			"date": "2020-08-24",
			"debian": {
				"suite": "bullseye",
				"packageVersion": "3.3.25+dfsg-6+b6"
			},
			"source": "git tag v3.3.25 of github.com/etcd-io/etcd",
			"verified": "measured"
		},
		{
			"version": "3.3.26",
			"date": "2021-10-03",
			"source": "git tag v3.3.26 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.3.27",
			"date": "2021-10-15",
			"source": "git tag v3.3.27 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.0",
			"date": "2019-08-30",
			"source": "git tag v3.4.0 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.1",
			"date": "2019-09-17",
			"source": "git tag v3.4.1 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.2",
			"date": "2019-10-09",
			"source": "git tag v3.4.2 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.3",
			"date": "2019-10-23",
			"source": "git tag v3.4.3 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.4",
			"date": "2020-02-24",
			"source": "git tag v3.4.4 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.5",
			"date": "2020-03-18",
			"source": "git tag v3.4.5 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.6",
			"date": "2020-03-29",
			"source": "git tag v3.4.6 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.7",
			"date": "2020-04-01",
			"source": "git tag v3.4.7 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.8",
			"date": "2020-05-18",
			"source": "git tag v3.4.8 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.9",
			"date": "2020-05-21",
			"source": "git tag v3.4.9 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.10",
			"date": "2020-07-16",
			"source": "git tag v3.4.10 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.11",
			"date": "2020-08-18",
			"source": "git tag v3.4.11 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.12",
			"date": "2020-08-19",
			"source": "git tag v3.4.12 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.13",
			"date": "2020-08-24",
			"source": "git tag v3.4.13 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.14",
			"date": "2020-11-25",
			"source": "git tag v3.4.14 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.15",
			"date": "2021-02-26",
			"source": "git tag v3.4.15 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.16",
			"date": "2021-05-12",
			"source": "git tag v3.4.16 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.17",
			"date": "2021-10-03",
			"source": "git tag v3.4.17 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.18",
			"date": "2021-10-15",
			"source": "git tag v3.4.18 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.19",
			"date": "2022-07-12",
			"source": "git tag v3.4.19 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.20",
			"date": "2022-08-06",
			"source": "git tag v3.4.20 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.21",
			"date": "2022-09-15",
			"source": "git tag v3.4.21 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.22",
			"date": "2022-11-02",
			"source": "git tag v3.4.22 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.23",
			"date": "2022-12-21",
			"debian": {
				"suite": "bookworm",
				"packageVersion": "3.4.23-4+b4"
			},
			"source": "git tag v3.4.23 of github.com/etcd-io/etcd",
			"verified": "measured"
		},
		{
			"version": "3.4.24",
			"date": "2023-02-16",
			"source": "git tag v3.4.24 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.25",
			"date": "2023-04-14",
			"source": "git tag v3.4.25 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.26",
			"date": "2023-05-12",
			"source": "git tag v3.4.26 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.27",
			"date": "2023-07-11",
			"source": "git tag v3.4.27 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.28",
			"date": "2023-11-23",
			"source": "git tag v3.4.28 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.29",
			"date": "2024-01-09",
			"source": "git tag v3.4.29 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.30",
			"date": "2024-01-31",
			"source": "git tag v3.4.30 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.31",
			"date": "2024-03-20",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd",
				"etcdctl": "go.etcd.io/etcd/etcdctl"
			} },
			"source": "git tag v3.4.31 of github.com/etcd-io/etcd",
			"verified": "measured"
		},
		{
			"version": "3.4.32",
			"date": "2024-04-25",
			"source": "git tag v3.4.32 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.33",
			"date": "2024-06-13",
			"source": "git tag v3.4.33 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.34",
			"date": "2024-09-11",
			"source": "git tag v3.4.34 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.35",
			"date": "2024-11-12",
			"source": "git tag v3.4.35 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.36",
			"date": "2025-02-25",
			"source": "git tag v3.4.36 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.37",
			"date": "2025-04-16",
			"source": "git tag v3.4.37 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.38",
			"date": "2025-10-21",
			"source": "git tag v3.4.38 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.39",
			"date": "2025-11-11",
			"source": "git tag v3.4.39 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.40",
			"date": "2025-12-18",
			"source": "git tag v3.4.40 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.41",
			"date": "2026-02-13",
			"source": "git tag v3.4.41 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.42",
			"date": "2026-03-20",
			"source": "git tag v3.4.42 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.43",
			"date": "2026-04-01",
			"source": "git tag v3.4.43 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.44",
			"date": "2026-05-01",
			"source": "git tag v3.4.44 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.4.45",
			"date": "2026-06-01",
			"source": "git tag v3.4.45 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.0",
			"date": "2021-06-15",
			"source": "git tag v3.5.0 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.1",
			"date": "2021-10-15",
			"source": "git tag v3.5.1 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.2",
			"date": "2022-02-01",
			"source": "git tag v3.5.2 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.3",
			"date": "2022-04-13",
			"source": "git tag v3.5.3 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.4",
			"date": "2022-04-24",
			"source": "git tag v3.5.4 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.5",
			"date": "2022-09-15",
			"source": "git tag v3.5.5 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.6",
			"date": "2022-11-21",
			"source": "git tag v3.5.6 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.7",
			"date": "2023-01-20",
			"source": "git tag v3.5.7 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.8",
			"date": "2023-04-13",
			"source": "git tag v3.5.8 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.9",
			"date": "2023-05-11",
			"source": "git tag v3.5.9 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.10",
			"date": "2023-10-27",
			"source": "git tag v3.5.10 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.11",
			"date": "2023-12-07",
			"source": "git tag v3.5.11 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.12",
			"date": "2024-01-31",
			"source": "git tag v3.5.12 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.13",
			"date": "2024-03-30",
			"source": "git tag v3.5.13 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.14",
			"date": "2024-05-30",
			"source": "git tag v3.5.14 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.15",
			"date": "2024-07-19",
			"source": "git tag v3.5.15 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.16",
			"date": "2024-09-10",
			"debian": {
				"suite": "trixie",
				"packageVersion": "3.5.16-4"
			},
			"source": "git tag v3.5.16 of github.com/etcd-io/etcd",
			"verified": "measured"
		},
		{
			"version": "3.5.17",
			"date": "2024-11-12",
			"source": "git tag v3.5.17 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.18",
			"date": "2025-01-25",
			"source": "git tag v3.5.18 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.19",
			"date": "2025-03-05",
			"source": "git tag v3.5.19 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.20",
			"date": "2025-03-21",
			"source": "git tag v3.5.20 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.21",
			"date": "2025-03-27",
			"source": "git tag v3.5.21 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.22",
			"date": "2025-07-23",
			"source": "git tag v3.5.22 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.23",
			"date": "2025-09-19",
			"source": "git tag v3.5.23 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.24",
			"date": "2025-10-21",
			"source": "git tag v3.5.24 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.25",
			"date": "2025-11-12",
			"source": "git tag v3.5.25 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.26",
			"date": "2025-12-18",
			"source": "git tag v3.5.26 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.27",
			"date": "2026-02-13",
			"source": "git tag v3.5.27 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.28",
			"date": "2026-03-20",
			"source": "git tag v3.5.28 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.29",
			"date": "2026-04-01",
			"source": "git tag v3.5.29 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.30",
			"date": "2026-05-01",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"debian": {
				"suite": "forky",
				"packageVersion": "3.5.30-2"
			},
			"source": "git tag v3.5.30 of github.com/etcd-io/etcd",
			"verified": "measured"
		},
		{
			"version": "3.5.31",
			"date": "2026-06-01",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.5.31 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.32",
			"date": "2026-07-01",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.5.32 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.5.33",
			"date": "2026-07-23",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.5.33 of github.com/etcd-io/etcd",
			"verified": "measured"
		},
		{
			"version": "3.6.0",
			"date": "2025-05-15",
			"source": "git tag v3.6.0 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.1",
			"date": "2025-06-06",
			"source": "git tag v3.6.1 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.2",
			"date": "2025-07-10",
			"source": "git tag v3.6.2 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.3",
			"date": "2025-07-23",
			"source": "git tag v3.6.3 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.4",
			"date": "2025-07-25",
			"source": "git tag v3.6.4 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.5",
			"date": "2025-09-19",
			"source": "git tag v3.6.5 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.6",
			"date": "2025-11-12",
			"source": "git tag v3.6.6 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.7",
			"date": "2025-12-18",
			"source": "git tag v3.6.7 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.8",
			"date": "2026-02-13",
			"source": "git tag v3.6.8 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.9",
			"date": "2026-03-20",
			"source": "git tag v3.6.9 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.10",
			"date": "2026-04-01",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.6.10 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.11",
			"date": "2026-05-01",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.6.11 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.12",
			"date": "2026-06-01",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.6.12 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.13",
			"date": "2026-07-01",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.6.13 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.6.14",
			"date": "2026-07-23",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.6.14 of github.com/etcd-io/etcd",
			"verified": "measured"
		},
		{
			"version": "3.7.0",
			"date": "2026-07-08",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.7.0 of github.com/etcd-io/etcd",
			"verified": "published"
		},
		{
			"version": "3.7.1",
			"date": "2026-07-23",
			"go": { "packages": {
				"etcd": "go.etcd.io/etcd/server/v3",
				"etcdctl": "go.etcd.io/etcd/etcdctl/v3",
				"etcdutl": "go.etcd.io/etcd/etcdutl/v3"
			} },
			"source": "git tag v3.7.1 of github.com/etcd-io/etcd",
			"verified": "measured"
		}
	]
};

// src/catalog/restores.json
var restores_default = {
	watchSafe: [
		{
			"line": "3.4",
			"since": "3.4.27",
			"source": "CHANGELOG-3.4.md, section 3.4.27 (etcdctl snapshot restore --bump-revision --mark-compacted)",
			"verified": "measured"
		},
		{
			"line": "3.5",
			"since": "3.5.10",
			"source": "CHANGELOG-3.5.md, section 3.5.10 (etcdutl snapshot restore --bump-revision --mark-compacted)",
			"verified": "measured"
		},
		{
			"line": "3.6",
			"since": "3.6.0",
			"source": "CHANGELOG-3.6.md, section 3.6.0 (etcdutl)",
			"verified": "measured"
		},
		{
			"line": "3.7",
			"since": "3.7.0",
			"source": "etcdutl/snapshot/v3_snapshot.go at tag v3.7.1",
			"verified": "measured"
		}
	],
	refused: [{
		"made": "3.7",
		"with": "3.6",
		"knownAs": "K23",
		"pattern": "3\\.7\\.0.{1,4} is not supported",
		"remedy": "The way back from 3.7 to 3.6 is a snapshot taken before the upgrade, or one taken while `downgrade enable 3.6` was active.",
		"source": "run on 3.7.1 and 3.6.14: the member ends with exit code 1, bootstrap failed",
		"verified": "measured"
	}]
};

// src/catalog/schema.ts
const Verified = _enum([
	"measured",
	"read",
	"published"
]);
const Fact = {
	source: string().min(3),
	verified: Verified
};
const ExactVersion = string().regex(/^\d+\.\d+\.\d+$/, "an exact version such as \"3.5.33\"");
const LineName = string().regex(/^\d+\.\d+$/, "a line such as \"3.5\"");
const Release = strictObject({
	version: ExactVersion,
	date: date().optional(),
	go: strictObject({ packages: partialRecord(_enum([
		"etcd",
		"etcdctl",
		"etcdutl"
	]), string()) }).optional(),
	debian: strictObject({
		suite: string(),
		packageVersion: string()
	}).optional(),
	...Fact
});
const Line = strictObject({
	line: LineName,
	firstRelease: date(),
	support: _enum(["maintained", "ended"]),
	supportNote: string(),
	snapshotCount: int().positive(),
	tools: array(_enum([
		"etcd",
		"etcdctl",
		"etcdutl"
	])),
	...Fact
});
const ReleasesFile = strictObject({
	catalogVersion: string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/),
	lines: array(Line),
	releases: array(Release)
});
const Preparation = strictObject({
	id: _enum([
		"members-write",
		"restart-with-low-snapshot-count",
		"renew-raft-snapshots",
		"members-bucket-clean"
	]),
	reason: string(),
	knownAs: string().regex(/^K\d+$/),
	snapshotCount: int().positive().optional(),
	onlyAbove: int().positive().optional(),
	...Fact
});
const HopRule = strictObject({
	from: LineName,
	to: LineName,
	floor: strictObject({
		release: ExactVersion,
		official: ExactVersion.nullable(),
		since: date(),
		reason: string(),
		...Fact
	}),
	preparations: array(Preparation),
	freezes: array(strictObject({
		what: string(),
		why: string(),
		knownAs: string(),
		settings: array(string()).optional(),
		...Fact
	})),
	authBlocks: strictObject({
		reason: string(),
		...Fact
	}).nullable()
});
const HopsFile = strictObject({ hops: array(HopRule) });
const KnownBad = strictObject({
	id: string().regex(/^B\d+$/),
	affected: array(strictObject({
		first: ExactVersion,
		last: ExactVersion
	})),
	fixedIn: array(ExactVersion),
	problem: string(),
	bites: string(),
	severity: _enum(["block", "warn"]),
	onlyWith: _enum([
		"auth",
		"single-member",
		"learners",
		"defragment",
		"data-dir-mode",
		"default-logger",
		"flag",
		"hop-3.5",
		"hop-3.6"
	]).optional(),
	flags: array(string()).optional(),
	...Fact
});
const KnownBadFile = strictObject({ ranges: array(KnownBad) });
const KnownIssue = strictObject({
	id: string().regex(/^K\d+$/),
	concerns: string(),
	problem: string(),
	advice: string(),
	...Fact
});
const KnownIssuesFile = strictObject({ issues: array(KnownIssue) });
const Symptom = strictObject({
	knownAs: string(),
	pattern: string(),
	explanation: string(),
	remedy: string(),
	...Fact
});
const SymptomsFile = strictObject({ symptoms: array(Symptom) });
const CheckExpectation = strictObject({
	check: string(),
	title: string(),
	expected: record(string(), string()),
	...Fact
});
const ChecksFile = strictObject({ checks: array(CheckExpectation) });
const RestoresFile = strictObject({
	watchSafe: array(strictObject({
		line: LineName,
		since: ExactVersion,
		...Fact
	})),
	refused: array(strictObject({
		made: LineName,
		with: LineName,
		knownAs: string(),
		pattern: string(),
		remedy: string(),
		...Fact
	}))
});
const ValueForm = _enum([
	"text",
	"number",
	"boolean",
	"duration",
	"list",
	"set"
]);
const Flag = strictObject({
	flag: string().regex(/^[a-z][a-z0-9-]*$/, "a flag without dashes in front"),
	known: array(strictObject({
		first: ExactVersion,
		last: ExactVersion
	})).min(1),
	value: ValueForm,
	owner: string(),
	fileKey: string().nullable().optional(),
	names: _enum(["host", "path"]).optional(),
	ownParts: array(string()).optional(),
	source: Fact.source.optional(),
	verified: Verified.optional()
});
const FlagsFile = strictObject({
	lists: array(strictObject({
		release: ExactVersion,
		...Fact
	})),
	owners: record(string(), strictObject({ why: string() })),
	groups: array(strictObject({
		key: string(),
		owner: string(),
		...Fact
	})),
	refusals: array(strictObject({
		flag: string(),
		value: string(),
		since: ExactVersion,
		knownAs: string(),
		instead: string(),
		...Fact
	})),
	flags: array(Flag)
});
const StorageFile = strictObject({ walSegment: strictObject({
	bytes: int().positive(),
	...Fact
}) });

// src/catalog/storage.json
var storage_default = { walSegment: {
	"bytes": 64e6,
	"source": "SegmentSizeBytes in wal/wal.go, 3.3 to 3.7: every start preallocates the next segment as N.tmp, a stop removes it; seen on 3.4.31 and 3.7.1, whose members on a full disk are left with an N.tmp of 0 bytes",
	"verified": "measured"
} };

// src/catalog/symptoms.json
var symptoms_default = { symptoms: [
	{
		"knownAs": "K21",
		"pattern": "unmarshal should never fail \\(proto:\\s*cannot parse",
		"explanation": "3.7 cannot replay a v2 request that a 3.5 member left in this member's WAL",
		"remedy": "On the previous release make every member take a raft snapshot newer than the end of the 3.5 to 3.6 roll, then try again.",
		"source": "own runs on real binaries, 3.5.33 to 3.6.14 to 3.7.1",
		"verified": "measured"
	},
	{
		"knownAs": "K22",
		"pattern": "detected disallowed v2 WAL for stage",
		"explanation": "3.6 refuses v2 requests in this member's WAL; health probes of 3.4, or of 3.5 with enable-v2, write them",
		"remedy": "Back on 3.5: turn enable-v2 off everywhere, restart with a low --snapshot-count until a raft snapshot is taken, then try again.",
		"source": "own runs on real binaries, 3.4.23 to 3.5.33 to 3.6.14",
		"verified": "measured"
	},
	{
		"knownAs": "K8",
		"pattern": "detected disallowed custom content in v2store",
		"explanation": "3.6 refuses keys that clients wrote with the v2 API",
		"remedy": "Back on 3.5: migrate or delete the v2 keys; `etcdutl check v2store` of 3.5.32 or later must come out clean.",
		"source": "own runs on real binaries, 3.5.33 to 3.6.14",
		"verified": "measured"
	},
	{
		"knownAs": "K6",
		"pattern": "too many learner members in cluster",
		"explanation": "the v3 store of this member still marks promoted members as learners",
		"remedy": "Back on the newest 3.5: restart every member once more, compare the stored members on each, then try again.",
		"source": "own runs on real binaries, 3.5.16 to 3.6.14; etcd-io/etcd issue 19557",
		"verified": "measured"
	},
	{
		"knownAs": "K2",
		"pattern": "ConfChange type should be either AddNode, RemoveNode or UpdateNode",
		"explanation": "a learner was added while members of 3.3 still ran; 3.3 cannot apply that",
		"remedy": "Start the dead members with the 3.4 binary.",
		"source": "own runs on real binaries, 3.3.25 + 3.4.23",
		"verified": "measured"
	},
	{
		"knownAs": "K1",
		"pattern": "panic: not implemented",
		"explanation": "an older member had to apply a log entry of a newer release that it does not know (K1: AuthStatus, K3: lease checkpoint, K15: a skipped minor)",
		"remedy": "Start the dead members with the newer binary: the entry stays in their WAL, so the old binary dies again.",
		"source": "own runs on real binaries, 3.3.25 + 3.4.23, 3.4.23 + 3.5.33, 3.4.45 + 3.6.14",
		"verified": "measured"
	},
	{
		"knownAs": "K5",
		"pattern": "server version is not allowed to join when downgrade is enabled",
		"explanation": "a downgrade job is enabled in the cluster; 3.5 members refuse to start while it is",
		"remedy": "Send Downgrade CANCEL while every member is up; a member that was down keeps the flag in its own store.",
		"source": "own runs on real binaries, 3.5.16, 3.5.30, 3.5.33",
		"verified": "measured"
	},
	{
		"knownAs": "K16",
		"pattern": "server version is lower than determined cluster version|cluster cannot be downgraded",
		"explanation": "the cluster version has already moved past this release: the point of no return is behind",
		"remedy": "Start the newer release again; go back only by the downgrade protocol (3.6 and later) or from a backup.",
		"source": "own runs on real binaries, 3.3.25 to 3.7.1",
		"verified": "measured"
	},
	{
		"knownAs": "K23",
		"pattern": "version \"3\\.\\d+\\.0\" is not supported",
		"explanation": "the data directory carries the storage version of a newer release",
		"remedy": "Start the newer release again; use `etcdctl downgrade enable` before going back.",
		"source": "own runs on real binaries, 3.7.1 to 3.6.14",
		"verified": "measured"
	},
	{
		"knownAs": "cluster-version",
		"pattern": "cluster version of remote member is not compatible|incompatible with current running cluster",
		"explanation": "this release may not join a cluster of that cluster version",
		"remedy": "Use a release of the cluster's own line or of the next one.",
		"source": "server/etcdserver/cluster_util.go at tag v3.6.14",
		"verified": "read"
	},
	{
		"knownAs": "K9",
		"pattern": "flag provided but not defined",
		"explanation": "the release does not know a flag that the settings contain",
		"remedy": "Remove the flag or use its replacement; the changelog of the release names it.",
		"source": "own runs on real binaries, 3.3.25 to 3.7.1",
		"verified": "measured"
	},
	{
		"knownAs": "K10",
		"pattern": "is shadowed by corresponding command-line flag",
		"explanation": "the same setting is given as a flag and as an environment variable; from 3.4 on that is fatal",
		"remedy": "Keep only one of the two, even when the values are equal.",
		"source": "own runs on real binaries, 3.4.23 to 3.7.1; etcd-io/etcd issue 8380",
		"verified": "measured"
	},
	{
		"knownAs": "bad-value",
		"pattern": "invalid value \".*\" for (flag|ETCD_|environment)|invalid value .* for ETCD_",
		"explanation": "a setting has a value that this release does not accept",
		"remedy": "Correct the value.",
		"source": "own runs on real binaries, 3.3.25 to 3.7.1",
		"verified": "measured"
	},
	{
		"knownAs": "logger",
		"pattern": "logger=capnslog is removed",
		"explanation": "3.5 and later know only the zap logger",
		"remedy": "Set --logger=zap or remove the flag.",
		"source": "own runs on real binaries, 3.4.45 to 3.5.33",
		"verified": "measured"
	},
	{
		"knownAs": "feature-gate",
		"pattern": "unrecognized feature gate",
		"explanation": "the release does not know a feature gate that the settings contain",
		"remedy": "Remove the gate.",
		"source": "own runs on real binaries, 3.6.14, 3.7.1",
		"verified": "measured"
	},
	{
		"knownAs": "two-names",
		"pattern": "cannot set --\\S+ and --\\S+ at the same time|cannot specify both flags",
		"explanation": "a setting is given under its old and its new name",
		"remedy": "Keep the new name.",
		"source": "own runs on real binaries, 3.6.14",
		"verified": "measured"
	},
	{
		"knownAs": "bad-type",
		"pattern": "cannot unmarshal \\w+ into Go struct field",
		"explanation": "a key of the configuration file has the wrong type; durations must be whole nanoseconds",
		"remedy": "Correct the value in the configuration file.",
		"source": "own runs on real binaries, 3.6.14, 3.7.1",
		"verified": "measured"
	},
	{
		"knownAs": "B06",
		"pattern": "walpb: crc mismatch",
		"explanation": "the write-ahead log is damaged; 3.3.21 and 3.4.8 do this themselves at a restart",
		"remedy": "Use 3.3.22, 3.4.9 or later; restore this member's data if the disk is at fault.",
		"source": "etcd-io/etcd issue 11918; etcd changelog 3.3.22, 3.4.9",
		"verified": "published"
	},
	{
		"knownAs": "B03",
		"pattern": "wal: file not found",
		"explanation": "a WAL file that is needed is missing; before 3.3.18 and 3.4.4 etcd could delete it while stopping",
		"remedy": "Rebuild this member from the others, on a release with the fix.",
		"source": "etcd changelog 3.3.18, 3.4.4",
		"verified": "published"
	},
	{
		"knownAs": "data-directory",
		"pattern": "cannot access data directory|directory .* permission|data-dir.*permission denied|expected \"drwx------\"",
		"explanation": "etcd cannot use its data directory, or its mode is not 0700",
		"remedy": "Give the directory mode 0700 and etcd's own user.",
		"source": "own runs on real binaries, 3.3.25 and later; etcd changelog 3.3.23, 3.4.10",
		"verified": "measured"
	},
	{
		"knownAs": "common-name",
		"pattern": "certificate relies on legacy Common Name field",
		"explanation": "the certificate has no subject alternative names; releases built with Go 1.15 or later refuse it",
		"remedy": "Issue certificates with SANs.",
		"source": "own runs on real binaries, 3.3.25 to 3.5.16",
		"verified": "measured"
	},
	{
		"knownAs": "K29",
		"pattern": "the member has been permanently removed from the cluster",
		"explanation": "another member takes this one for removed: its stored list of removed members names it. 3.5.33, started on data of a 3.4 member that had applied no v3 write since its members were added, writes such entries while it replays the log, and 3.6 believes them",
		"remedy": "Put every member back on 3.5; compare the stored `members_removed` of each with the member list, and rebuild the wrong members from the others. Before 3.4 to 3.5, write a key so that every member's consistent index is above its membership entries.",
		"source": "own runs on real binaries, 3.4.31 to 3.5.33 to 3.6.14 without any write before the first hop; server/etcdserver/server.go at tag v3.5.33",
		"verified": "measured"
	},
	{
		"knownAs": "port-taken",
		"pattern": "bind: address already in use",
		"explanation": "another process holds a port of this member",
		"remedy": "Stop the other process or choose another port.",
		"source": "own runs on real binaries, 3.3.25 to 3.7.1",
		"verified": "measured"
	},
	{
		"knownAs": "listen-address",
		"pattern": "bind: cannot assign requested address",
		"explanation": "the listen address is not one of this machine",
		"remedy": "Correct the listen URLs.",
		"source": "Go standard library, package net",
		"verified": "read"
	},
	{
		"knownAs": "disk-full",
		"pattern": "no space left on device",
		"explanation": "the disk is full",
		"remedy": "Free space for the data directory.",
		"source": "Linux errno ENOSPC",
		"verified": "read"
	},
	{
		"knownAs": "quota",
		"pattern": "mvcc: database space exceeded",
		"explanation": "the database has reached its quota",
		"remedy": "Compact, defragment outside the upgrade and disarm the alarm.",
		"source": "server/etcdserver/api/v3rpc/rpctypes/error.go at tag v3.6.14",
		"verified": "read"
	}
] };

// src/catalog/load.ts
let loaded;
function loadCatalog() {
	if (loaded !== void 0) return loaded;
	try {
		const { catalogVersion, lines, releases } = ReleasesFile.parse(releases_default);
		loaded = {
			catalogVersion,
			lines,
			releases,
			hops: HopsFile.parse(hops_default).hops,
			knownBad: KnownBadFile.parse(known_bad_default).ranges,
			knownIssues: KnownIssuesFile.parse(known_issues_default).issues,
			symptoms: SymptomsFile.parse(symptoms_default).symptoms,
			checks: ChecksFile.parse(checks_default).checks,
			restores: RestoresFile.parse(restores_default),
			flags: FlagsFile.parse(flags_default),
			storage: StorageFile.parse(storage_default)
		};
	} catch (cause) {
		throw new EtcdMigrateError("internal-error", "The catalog of this build does not match its schema; nothing was run.", { cause });
	}
	return loaded;
}

export { loadCatalog as t };