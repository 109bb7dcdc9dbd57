import { o as __toESM } from "./rolldown-runtime.js";
import { t as present } from "./present.js";
import { _ as string, f as number, g as strictObject, h as record, i as _enum, l as int, o as array, r as ZodRecord, s as boolean, u as literal, v as tuple, x as url, y as union } from "./npm/zod.js";
import { _ as lineOrRelease, h as exactRelease } from "./own-places.js";
import { t as require_semver } from "./npm/semver.js";

// src/manifest/defaults.ts
const sources = [
	"local",
	"cache",
	"github",
	"mirror",
	"go",
	"debian",
	"image"
];
const defaults = {
	version: 1,
	name: "etcd",
	members: 3,
	rehearsal: {
		depth: "standard",
		seed: 1,
		workload: {
			clients: 8,
			rate: 100,
			keys: 64,
			valueSize: 64,
			mix: {
				put: 40,
				get: 20,
				getSerializable: 15,
				range: 5,
				cas: 15,
				delete: 5
			}
		},
		thresholds: {
			longestWriteGapMs: 5e3,
			longestReadGapMs: 5e3,
			failedOperations: 0,
			unknownOperations: 20
		},
		timeLimits: {
			gateMs: 6e4,
			soakMs: 1e3,
			dwellMs: 2e3,
			totalMs: 27e5
		}
	},
	backups: {
		choose: "newest",
		sampleSize: 3,
		members: 1
	},
	releases: { sources }
};

// src/manifest/powers.ts
const powers = {
	"names-binary": {
		means: "names a binary, or where one comes from",
		untrusted: "ignored",
		rule: "untrusted-binary-source",
		refused: "name binaries"
	},
	"is-sent-credentials": {
		means: "says which host is sent credentials, or which credentials",
		untrusted: "ignored",
		rule: "untrusted-connection",
		refused: "choose where credentials are sent"
	},
	writes: {
		means: "says where files are written or removed",
		untrusted: "ignored",
		rule: "untrusted-path",
		refused: "choose where files are written"
	},
	"runs-command": {
		means: "is a command that is run",
		untrusted: "ignored",
		rule: "untrusted-command",
		refused: "run a command"
	},
	"reads-path": {
		means: "names a file that is read",
		untrusted: "confined",
		rule: "untrusted-path",
		refused: "read outside of the workspace"
	}
};
function powersOf(declared) {
	if (declared === "harmless") return [];
	return typeof declared === "string" ? [declared] : declared;
}
function restrictionOf(had, isMapping) {
	if (had.length === 0) return void 0;
	if (had.some((power) => powers[power].untrusted === "ignored")) return "Ignored for untrusted refs.";
	return isMapping ? "For untrusted refs: no value that may name a file." : "For untrusted refs: inside the workspace only.";
}

// src/manifest/keys.ts
function showDefault(value) {
	if (Array.isArray(value)) return value.join(", ");
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	return Object.entries(value).map(([key, weight]) => `${key} ${weight}`).join(", ");
}
function required(schema, text, { power, examples }) {
	const had = powersOf(power);
	return schema.meta({
		description: described(text, restrictionOf(had, isMapping(schema))),
		powers: had,
		examples: [...examples]
	});
}
function optional(schema, text, notes) {
	const { default: value, otherwise, examples, power, fallsWith } = notes;
	const shown = value === void 0 ? otherwise : showDefault(value);
	const had = powersOf(power);
	return schema.optional().meta({
		description: described(text, restrictionOf(had, isMapping(schema)), shown),
		powers: had,
		...present({
			fallsWith,
			default: value
		}),
		examples: [...examples]
	});
}
function group(schema, text) {
	return schema.optional().meta({ description: text });
}
function groups(schema, text, { otherwise, examples }) {
	return schema.optional().meta({
		description: described(text, void 0, otherwise),
		examples: [...examples]
	});
}
function described(text, restriction, otherwise) {
	return [
		text,
		restriction,
		otherwise === void 0 ? void 0 : `Default: ${otherwise}.`
	].filter((part) => part !== void 0).join(" ");
}
function isMapping(schema) {
	return schema instanceof ZodRecord;
}
function shaped(pattern, expected) {
	return string().regex(pattern, expected).meta({ patternErrorMessage: expected });
}
const Text = string().min(1);
const Whole = (min, max) => max === void 0 ? int().min(min) : int().min(min).max(max);
const Url = url({ protocol: /^https?$/ });

// src/manifest/backups-schema.ts
const backupChoices = [
	"newest",
	"all",
	"sample"
];
const Backups = strictObject({
	fetch: optional(array(Text).min(1), "Command with its arguments, run without a shell, that brings backups and their sidecars into the directory that it runs in; `files` then name what it brought.", {
		power: "runs-command",
		otherwise: "none, the files are there already",
		examples: [[
			"aws",
			"s3",
			"cp",
			"--recursive",
			"s3://backups/etcd/2026-11-28/",
			"."
		]]
	}),
	take: group(strictObject({
		directory: required(Text, "Directory of the backups, relative to the manifest; the name of the file says when it was taken. In a workflow: one that outlasts the job.", {
			power: ["is-sent-credentials", "writes"],
			examples: ["backups"]
		}),
		keep: optional(Whole(1, 1e5), "How many backups of this cluster stay there, with the one just taken.", {
			power: "writes",
			otherwise: "all",
			examples: [14]
		})
	}), "Takes a backup from `connection` first, from a follower, and proves it. Older ones go only behind its pass."),
	files: optional(array(Text).min(1), "Backup files: paths, and patterns such as `backups/**/*.db`, relative to the manifest, or to what `fetch` brought. May be left out beside `take`, whose backup is proven in any case; with `choose: newest` it is often the same.", {
		power: "reads-path",
		otherwise: "only what `take` takes",
		examples: [["backups/*.db"]]
	}),
	choose: optional(_enum(backupChoices), "Which of them to prove, by when they were taken: the newest, all, or a sample, which is the newest and others at random.", {
		power: "harmless",
		default: defaults.backups.choose,
		examples: ["all"]
	}),
	sampleSize: optional(Whole(2, 1e3), "How many make a sample, the newest among them.", {
		power: "harmless",
		default: defaults.backups.sampleSize,
		examples: [5]
	}),
	clusterId: optional(shaped(/^[0-9a-f]{1,16}$/, "a cluster id as etcd prints it: at most 16 hexadecimal digits, in lower case"), "Cluster that every backup must be of, as its sidecar says; without a sidecar nobody can tell.", {
		power: "harmless",
		otherwise: "any, or that of `connection`",
		examples: ["cdf818194e3a8c32"]
	}),
	sha256: optional(record(Text, shaped(/^[0-9a-fA-F]{64}$/, "a SHA-256: 64 hexadecimal digits")), "Name of a file, without directories → SHA-256 that it must have; beside what a sidecar or `FILE.sha256` says. With it, every file that is proven must be named.", {
		power: "harmless",
		examples: [{ "2026-11-28.db": "12d2890bc50644dbe5bc3cd7342487e6a811eb68d15e3dd7cd50a6df04aa67e9" }]
	}),
	members: optional(Whole(1, 9), "Members of the throw-away cluster that a backup is restored into.", {
		power: "harmless",
		default: defaults.backups.members,
		examples: [3]
	}),
	policy: group(strictObject({
		rpoMinutes: optional(Whole(1), "Oldest data that are acceptable (recovery point objective), minutes.", {
			power: "harmless",
			otherwise: "not judged",
			examples: [1440]
		}),
		rpoRevisions: optional(Whole(0), "By how many revisions the live cluster of `connection` may be ahead of a backup.", {
			power: "harmless",
			otherwise: "not judged",
			examples: [1e5]
		}),
		rtoMinutes: optional(Whole(1), "Longest recovery that is acceptable (recovery time objective), minutes.", {
			power: "harmless",
			otherwise: "not judged",
			examples: [15]
		}),
		provenWithinHours: optional(Whole(1), "Oldest proof that is acceptable, hours: beyond it `plan`, `preflight` and `backup` warn. Proofs are found in `history`.", {
			power: "harmless",
			fallsWith: ["backups", "history"],
			otherwise: "not judged",
			examples: [48]
		})
	}), "What a backup must keep to, beyond being whole."),
	releases: optional(array(shaped(exactRelease, "an exact release such as 3.5.33")).min(1), "Exact releases that must be able to restore every backup too, such as the one before and the target of an upgrade. What etcd cannot do there is expected and said.", {
		power: "harmless",
		otherwise: "none but the one that wrote it",
		examples: [["3.5.33", "3.6.14"]]
	}),
	expect: groups(array(strictObject({
		prefix: optional(Text, "Keys that begin so. It is shown in reports.", {
			power: "harmless",
			otherwise: "none; `key` names one",
			examples: ["/registry/pods/"]
		}),
		atLeast: optional(Whole(0), "Fewest keys.", {
			power: "harmless",
			otherwise: "none",
			examples: [10]
		}),
		atMost: optional(Whole(0), "Most keys.", {
			power: "harmless",
			otherwise: "any number",
			examples: [5e3]
		}),
		key: optional(Text, "One key, which must be there. It is shown in reports; its value never is.", {
			power: "harmless",
			otherwise: "none; `prefix` names many",
			examples: ["/registry/namespaces/kube-system"]
		}),
		matches: optional(Text, "Regular expression (JavaScript) that the value of `key`, as UTF-8, must match.", {
			power: "harmless",
			otherwise: "any value",
			examples: ["^v1"]
		})
	})).min(1), "Keys that every backup must hold.", {
		otherwise: "nothing",
		examples: [[{
			prefix: "/registry/pods/",
			atLeast: 10
		}]]
	}),
	test: optional(array(Text).min(1), "Command with its arguments, run without a shell in the manifest's directory, against the restored cluster: `ETCDCTL_ENDPOINTS` and, with authentication, `ETCDCTL_CACERT`, `ETCDCTL_CERT` and `ETCDCTL_KEY` name it. A backup passes only if it ends with exit code 0, within an hour. What it prints goes to the log of the run.", {
		power: "runs-command",
		otherwise: "none",
		examples: [["./check-restored.sh"]]
	}),
	notify: optional(array(Text).min(1), "Command with its arguments, run without a shell in the manifest's directory, when a run that has begun ends without a pass and was not interrupted: `ETCD_MIGRATE_VERDICT`, `ETCD_MIGRATE_FAILURE_REASON`, `ETCD_MIGRATE_REASON` and `ETCD_MIGRATE_REPORT` (a file, or empty) say why.", {
		power: "runs-command",
		otherwise: "none",
		examples: [["./page-somebody.sh"]]
	}),
	history: optional(Text, "JSON file, relative to the manifest, that keeps what every run proved: for trends, and for `policy.provenWithinHours`. Keep it between runs, in an artifact, a branch or a cache.", {
		power: "writes",
		otherwise: "`proofs.json` in the output directory",
		examples: ["backups/proofs.json"]
	})
});

// src/manifest/schema.ts
const acceptable = [
	"below-floor",
	"auth-during-hop",
	"known-bad"
];
const depths = [
	"quick",
	"standard",
	"deep"
];
const WantedVersion = shaped(lineOrRelease, "a quoted line such as \"3.5\", an exact release such as \"3.5.33\", or \"latest\"");
const VariableName = shaped(/^[A-Za-z_][A-Za-z0-9_]*$/, "the name of an environment variable (letters, digits and underscores)");
const MemberName = shaped(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, "a name of letters, digits, dots, dashes and underscores");
const Channels = strictObject({
	flags: optional(record(shaped(/^[a-z][a-z0-9-]*$/, "a flag name without leading dashes, such as snapshot-count"), union([
		string(),
		boolean(),
		number()
	])), "etcd command-line flags, without dashes. Flags for names, addresses, directories and certificates are set by etcd-migrate.", {
		power: "reads-path",
		examples: [{
			"quota-backend-bytes": 8589934592,
			"auto-compaction-retention": "1h"
		}]
	}),
	environment: optional(record(shaped(/^ETCD_[A-Z0-9_]+$/, "a variable name such as ETCD_QUOTA_BACKEND_BYTES"), string()), "etcd environment variables. A setting belongs either here or in `flags`, never in both.", {
		power: "reads-path",
		examples: [{ ETCD_HEARTBEAT_INTERVAL: "100" }]
	}),
	configFile: optional(Text, "An etcd YAML configuration file, relative to the manifest. etcd then ignores flags and environment.", {
		power: "reads-path",
		examples: ["etcd.conf.yaml"]
	})
});
const Etcd = Channels.extend({ members: groups(record(MemberName, Channels), "Members that have the same settings elsewhere: by their name (`m1`, `m2`, … when `members` is a number) the flags, environment or configFile that each has in place of those above.", { examples: [{ "etcd-3": { environment: { ETCD_QUOTA_BACKEND_BYTES: "8589934592" } } }] }) });
const Connection = strictObject({
	endpoints: required(array(Url).min(1), "Client URLs of the live cluster: one of every member. Only read from.", {
		power: "is-sent-credentials",
		examples: [["https://etcd-1.example:2379", "https://etcd-2.example:2379"]]
	}),
	tls: group(strictObject({
		caFile: optional(Text, "PEM file of the certificate authority.", {
			power: ["is-sent-credentials", "reads-path"],
			examples: ["/etc/etcd/ca.pem"]
		}),
		certFile: optional(Text, "PEM file of the client certificate.", {
			power: ["is-sent-credentials", "reads-path"],
			examples: ["/etc/etcd/client.pem"]
		}),
		keyFile: optional(Text, "PEM file of the client key.", {
			power: ["is-sent-credentials", "reads-path"],
			examples: ["/etc/etcd/client-key.pem"]
		}),
		caEnv: optional(VariableName, "Environment variable that holds the CA as PEM.", {
			power: "is-sent-credentials",
			examples: ["ETCD_CA"]
		}),
		certEnv: optional(VariableName, "Environment variable that holds the client certificate as PEM.", {
			power: "is-sent-credentials",
			examples: ["ETCD_CERT"]
		}),
		keyEnv: optional(VariableName, "Environment variable that holds the client key as PEM.", {
			power: "is-sent-credentials",
			examples: ["ETCD_KEY"]
		}),
		serverName: optional(Text, "Name to verify the server certificate against.", {
			power: "is-sent-credentials",
			otherwise: "the host of the endpoint",
			examples: ["etcd.example"]
		})
	}), "Certificates for the live cluster, by file or by environment variable."),
	auth: group(strictObject({
		username: required(Text, "User to read the live cluster as.", {
			power: "is-sent-credentials",
			examples: ["root"]
		}),
		passwordEnv: optional(VariableName, "Environment variable that holds the password.", {
			power: "is-sent-credentials",
			examples: ["ETCD_PASSWORD"]
		}),
		passwordFile: optional(Text, "File that holds the password.", {
			power: ["is-sent-credentials", "reads-path"],
			examples: ["/run/secrets/etcd-password"]
		})
	}), "User and password of the live cluster; the password by file or by environment variable, never in the manifest.")
});
const weight = (what, value) => optional(Whole(0, 100), what, {
	power: "harmless",
	default: value,
	examples: [value]
});
const { workload, thresholds, timeLimits } = defaults.rehearsal;
const Workload = strictObject({
	clients: optional(Whole(1, 64), "Concurrent clients.", {
		power: "harmless",
		default: workload.clients,
		examples: [16]
	}),
	rate: optional(Whole(1, 5e3), "Operations per second in all, open loop.", {
		power: "harmless",
		default: workload.rate,
		examples: [200]
	}),
	keys: optional(Whole(1, 1e5), "Keys the clients work on.", {
		power: "harmless",
		default: workload.keys,
		examples: [256]
	}),
	valueSize: optional(union([Whole(1, 1e6), tuple([Whole(1, 1e6), Whole(1, 1e6)])]), "Bytes of a value, or [smallest, largest].", {
		power: "harmless",
		default: workload.valueSize,
		examples: [256, [64, 4096]]
	}),
	mix: group(strictObject({
		put: weight("Writes of one key.", workload.mix.put),
		get: weight("Linearizable reads of one key.", workload.mix.get),
		getSerializable: weight("Serializable reads of one key.", workload.mix.getSerializable),
		range: weight("Reads of all keys under a prefix.", workload.mix.range),
		cas: weight("Compare-and-swap transactions.", workload.mix.cas),
		delete: weight("Deletions of one key.", workload.mix.delete)
	}), "Weights of the operations. One left out keeps its default weight; 0 turns it off.")
});
const Thresholds = strictObject({
	longestWriteGapMs: optional(Whole(1, 6e5), "Longest time without an acknowledged write, milliseconds.", {
		power: "harmless",
		default: thresholds.longestWriteGapMs,
		examples: [2e3]
	}),
	longestReadGapMs: optional(Whole(1, 6e5), "Longest time without an acknowledged read, milliseconds.", {
		power: "harmless",
		default: thresholds.longestReadGapMs,
		examples: [2e3]
	}),
	failedOperations: optional(Whole(0), "Operations that may fail in the whole rehearsal.", {
		power: "harmless",
		default: thresholds.failedOperations,
		examples: [0]
	}),
	unknownOperations: optional(Whole(0), "Operations whose outcome may stay unknown.", {
		power: "harmless",
		default: thresholds.unknownOperations,
		examples: [20]
	}),
	p99Ms: optional(Whole(1, 6e5), "p99 of any step, milliseconds.", {
		power: "harmless",
		otherwise: "not judged",
		examples: [500]
	})
});
const TimeLimits = strictObject({
	gateMs: optional(Whole(1e3, 36e5), "How long a gate may take, milliseconds.", {
		power: "harmless",
		default: timeLimits.gateMs,
		examples: [12e4]
	}),
	soakMs: optional(Whole(0, 36e5), "How long to hold before the last old member, milliseconds.", {
		power: "harmless",
		default: timeLimits.soakMs,
		examples: [6e4]
	}),
	dwellMs: optional(Whole(0, 36e5), "How long clients work in each state, milliseconds.", {
		power: "harmless",
		default: timeLimits.dwellMs,
		examples: [1e4]
	}),
	totalMs: optional(Whole(1e4, 864e5), "The whole rehearsal, milliseconds.", {
		power: "harmless",
		default: timeLimits.totalMs,
		examples: [36e5]
	})
});
const Rehearsal = strictObject({
	depth: optional(_enum(depths), "quick: the upgrade alone; standard: and its roll-backs; deep: roll-backs everywhere and crashes.", {
		power: "harmless",
		default: defaults.rehearsal.depth,
		examples: ["quick"]
	}),
	seed: optional(Whole(0, 2 ** 31 - 1), "Seed of workload and disturbances.", {
		power: "harmless",
		default: defaults.rehearsal.seed,
		examples: [42]
	}),
	tls: optional(boolean(), "Rehearse with TLS.", {
		power: "harmless",
		otherwise: "as the live cluster, or false",
		examples: [true]
	}),
	auth: optional(boolean(), "Rehearse with authentication enabled.", {
		power: "harmless",
		otherwise: "as the live cluster, or false",
		examples: [true]
	}),
	workload: group(Workload, "What the clients do while members are replaced."),
	thresholds: group(Thresholds, "What clients may feel before the verdict is \"fail\"."),
	timeLimits: group(TimeLimits, "How long things may take.")
});
const Releases = strictObject({
	sources: optional(array(_enum(sources)).min(1), "Where etcd binaries may come from, in this order.", {
		power: "harmless",
		default: sources,
		examples: [["cache", "github"]]
	}),
	local: optional(record(shaped(exactRelease, "an exact release such as 3.5.33"), Text), "Exact release → directory with its binaries.", {
		power: "names-binary",
		examples: [{ "3.5.33": "/opt/etcd-3.5.33" }]
	}),
	mirror: optional(Url, "Base URL with the layout of etcd's GitHub releases.", {
		power: "names-binary",
		examples: ["https://mirror.example/etcd/releases/download"]
	}),
	image: optional(Text, "Container image without tag.", {
		power: "names-binary",
		examples: ["registry.example/etcd"]
	})
});
const Manifest = strictObject({
	version: optional(literal(1), "Version of this format.", {
		power: "harmless",
		default: defaults.version,
		examples: [1]
	}),
	name: optional(shaped(/^[a-z0-9][a-z0-9-]{0,62}$/, "lower-case letters, digits and dashes, at most 63"), "Names the cluster in reports.", {
		power: "harmless",
		default: defaults.name,
		examples: ["payments"]
	}),
	from: required(WantedVersion, "What the cluster runs now: a line, an exact release, or \"latest\". A manifest for backups alone has neither this nor `to`.", {
		power: "harmless",
		examples: ["3.5", "3.5.33"]
	}),
	to: required(WantedVersion, "What it shall run: a line, an exact release, or \"latest\".", {
		power: "harmless",
		examples: ["3.7", "3.7.1"]
	}),
	hops: optional(array(WantedVersion).min(1), "Stop-overs in order, one for each minor, when the planner shall not choose them. `from` and `to` may be left out.", {
		power: "harmless",
		otherwise: "chosen by the planner",
		examples: [["3.6.14"]]
	}),
	members: optional(union([Whole(1, 9), array(MemberName).min(1).max(9)]), "Number of voting members, or their names.", {
		power: "harmless",
		default: defaults.members,
		examples: [5, [
			"etcd-1",
			"etcd-2",
			"etcd-3"
		]]
	}),
	etcd: group(Etcd, "Settings of the members, as in production."),
	connection: group(Connection, "How to read the live cluster. Credentials come from the environment or from files."),
	rehearsal: group(Rehearsal, "How thoroughly to rehearse, with which clients, and what they may feel."),
	backups: group(Backups, "Which backups `verify-backup` proves, and what they must keep to."),
	releases: group(Releases, "How to obtain etcd."),
	accept: groups(array(strictObject({
		risk: required(_enum(acceptable), "The risk.", {
			power: "harmless",
			examples: ["below-floor"]
		}),
		reason: required(shaped(/\S[\s\S]{8,}\S/, "a text of at least 10 characters"), "Why it is acceptable here, at least 10 characters.", {
			power: "harmless",
			examples: ["Say here why it is acceptable."]
		})
	})), "Risks taken knowingly. The verdict is then inconclusive at best.", { examples: [[{
		risk: "below-floor",
		reason: "The floor release is not in our mirror."
	}]] })
});
const ManifestOfBackups = Manifest.partial({
	from: true,
	to: true
});

// src/catalog/version.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
function lineOf(version) {
	return version.split(".").slice(0, 2).join(".");
}
function compareVersions(a, b) {
	return import_semver.default.compare(a, b);
}
function compareLines(a, b) {
	return import_semver.default.compare(`${a}.0`, `${b}.0`);
}
function lineAfter(line) {
	const [major, minor] = line.split(".");
	return `${major}.${Number(minor) + 1}`;
}
function minorsBetween(from, to) {
	const [fromMajor, fromMinor] = from.split(".");
	const [toMajor, toMinor] = to.split(".");
	return fromMajor === toMajor ? Number(toMinor) - Number(fromMinor) : NaN;
}
function isVersion(text) {
	return import_semver.default.valid(text) !== null;
}
function highestOf(versions) {
	return [...versions].sort(compareVersions).at(-1);
}

export { lineAfter as a, Manifest as c, powers as d, defaults as f, isVersion as i, ManifestOfBackups as l, compareVersions as n, lineOf as o, sources as p, highestOf as r, minorsBetween as s, compareLines as t, depths as u };