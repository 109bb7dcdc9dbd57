import { o as __toESM } from "./rolldown-runtime.js";
import { p as getFromMember, t as createMemberAccess } from "./member-access.js";
import { t as loadCatalog } from "./load.js";
import { t as EtcdMigrateError } from "./errors.js";
import { C as memberPaths, D as runPaths, E as requireSafeName, O as writeRunState, S as makeRunDirectory, T as readRunState, _ as transactionNumbers, a as listForeign, b as holderOf, c as abandon, d as phaseOf, f as readProgress, g as transactionName, h as listTransactions, i as destroyRun, j as enableAuthentication, k as writingFailed, l as isAtWork, m as createTransaction, n as launchScript, o as listRuns, p as configFileIn, r as shellFunctions, s as removeRun, t as runTool, u as mayStillChange, v as localFiles, w as membersOf, x as makePrivateDirectory, y as localHost } from "./tool.js";
import { i as settingsOf, n as memberNamesOf } from "./channels.js";
import { a as isAlive, c as sameProcess, i as identityLine, o as parseIdentityLine, t as identifySelf } from "./self.js";
import { C as syncFile, S as syncDirectory, b as pathError, r as capabilities, w as writeFileAtomic } from "./own-places.js";
import { t as present } from "./present.js";
import { n as sameDeployment, t as nameDeployment } from "./deployment.js";
import { a as typedForFile, c as fileKeyOf, f as variableOf, l as flagOfFileKey, o as findFlag, s as whyOwned, u as flagOfVariable } from "./effective-settings.js";
import { t as sha256OfFile } from "./digest.js";
import { t as require_dist } from "./npm/yaml.js";
import { t as _usingCtx } from "./usingCtx.js";
import { dirname, isAbsolute, join } from "node:path";
import { createServer } from "node:net";
import { randomBytes, webcrypto } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, chmod, constants as constants$1, copyFile, open, readFile, readdir as readdir$1, readlink, rename, rm, rmdir, stat, statfs } from "node:fs/promises";
import { constants as constants$2 } from "node:os";
import { createInterface } from "node:readline";

// src/drivers/process/certificates.ts
const HOUR_MS = 36e5;
const VALID_MS = 720 * HOUR_MS;
const ALGORITHM = {
	name: "ECDSA",
	namedCurve: "P-256",
	hash: "SHA-256"
};
async function makeCertificates(directory, clock, user) {
	await import("./npm/reflect-metadata.js").then((n) => /* @__PURE__ */ __toESM(n.t(), 1));
	const x509 = await import("./npm/peculiar-x509.js").then((n) => /* @__PURE__ */ __toESM(n.t(), 1));
	x509.cryptoProvider.set(webcrypto);
	const { subtle } = webcrypto;
	const now = clock.wallMs();
	const validity = {
		notBefore: /* @__PURE__ */ new Date(now - HOUR_MS),
		notAfter: new Date(now + VALID_MS)
	};
	const newKeys = () => subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
	const keyPem = async (keys) => `${x509.PemConverter.encode(await subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY")}\n`;
	const caKeys = await newKeys();
	const ca = await x509.X509CertificateGenerator.createSelfSigned({
		serialNumber: "01",
		name: "O=etcd-migrate rehearsal, CN=authority",
		...validity,
		signingAlgorithm: ALGORITHM,
		keys: caKeys,
		extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true)]
	});
	const issue = async (serialNumber, unit, commonName = "") => {
		const keys = await newKeys();
		return {
			certPem: `${(await x509.X509CertificateGenerator.create({
				serialNumber,
				subject: `O=etcd-migrate rehearsal, OU=${unit}${commonName}`,
				issuer: ca.subject,
				...validity,
				signingAlgorithm: ALGORITHM,
				publicKey: keys.publicKey,
				signingKey: caKeys.privateKey,
				extensions: [
					new x509.BasicConstraintsExtension(false, void 0, true),
					new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
					new x509.ExtendedKeyUsageExtension(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]),
					new x509.SubjectAlternativeNameExtension([{
						type: "ip",
						value: "127.0.0.1"
					}, {
						type: "dns",
						value: "localhost"
					}])
				]
			})).toString("pem")}\n`,
			keyPem: await keyPem(keys)
		};
	};
	const server = await issue("02", "member");
	const client = await issue("03", "administrator", user === void 0 ? "" : `, CN=${user}`);
	const caPem = `${ca.toString("pem")}\n`;
	await writeFileAtomic(join(directory, "ca.pem"), caPem, 384);
	await writeFileAtomic(join(directory, "server.pem"), server.certPem, 384);
	await writeFileAtomic(join(directory, "server.key"), server.keyPem, 384);
	return {
		administrator: {
			caPem,
			...client
		},
		anonymous: user === void 0 ? {
			caPem,
			...client
		} : {
			caPem,
			...await issue("04", "client")
		}
	};
}

// src/drivers/host/making.ts
const BEGIN_LIMIT_MS = 15e3;
async function makeTransaction({ host, places, limits, command }, after, { action, deployment, expected, mayBeGone }, marks = {}) {
	const creator = await identifySelf();
	const { bootId, seconds } = await host.now();
	const notAfter = {
		bootId,
		seconds: Math.ceil(seconds + BEGIN_LIMIT_MS / 1e3)
	};
	return createTransaction(host.files, places, after, limits, (directory) => {
		const { argv, environment, configFile } = command(deployment, configFileIn(directory));
		return {
			request: {
				schemaVersion: 1,
				action,
				deployment: {
					release: deployment.release,
					overrides: { ...deployment.overrides }
				},
				argv: [...argv],
				environment: { ...environment },
				expected,
				mayBeGone,
				notAfter,
				creator
			},
			...present({ configFile })
		};
	}, marks);
}

// src/drivers/host/adopting.ts
async function adopt(member, identity, deployment) {
	const { host, places, service, name } = member;
	const refused = (why) => new EtcdMigrateError("switch-refused", `What runs on ${name} was not taken over as ${nameDeployment(deployment)}: ${why}. Nothing was changed there.`);
	const transactions = await listTransactions(host.files, places);
	const newest = transactions.at(-1);
	if (newest !== void 0 && await mayStillChange(host, places, newest)) throw refused("a switch is under way");
	const current = await service.identity();
	if (current === null || identityLine(current.process) !== identity) throw refused("another process runs there by now");
	const own = transactions.find(({ number }) => number === current.transaction)?.request;
	if (own !== void 0 && sameDeployment(own.deployment, deployment)) return;
	if (current.transaction !== null) throw refused("it was started as something else");
	const { seconds } = await host.now();
	const order = {
		action: "adopt",
		deployment,
		expected: current.process,
		mayBeGone: false
	};
	const marks = {
		begun: `${seconds}\n`,
		process: `${identity}\n`,
		started: `${seconds}\n`
	};
	if (await makeTransaction(member, newest?.number ?? 0, order, marks) === null) throw refused("a switch was begun");
}

// src/drivers/host/exit.ts
function exitOf(exit) {
	if (exit === null || exit <= 128) return {
		code: exit,
		signal: null
	};
	const signal = Object.entries(constants$2.signals).find(([, number]) => number === exit - 128)?.[0];
	return signal === void 0 ? {
		code: exit,
		signal: null
	} : {
		code: null,
		signal
	};
}
const POLL_MS$2 = 20;
async function awaitExit(host, places, number, { clock, limitMs }) {
	const begun = clock.monotonicUs();
	while ((clock.monotonicUs() - begun) / 1e3 < limitMs) {
		const { exit, claim } = await readProgress(host.files, places, { number });
		if (exit !== null) return exit;
		if (claim === null || !await isAtWork(host, claim)) break;
		await clock.sleep(POLL_MS$2);
	}
	return (await readProgress(host.files, places, { number })).exit;
}

// src/drivers/host/host-script.ts
function hostScript(verbs) {
	return `#!/bin/sh
# One transaction on one member. Written and started by etcd-migrate; finishes even when etcd-migrate is gone.
member=$1 number=$2 closing=$3 log=$4
shift 4
tx=$member/transactions/$number
{ read -r signal; read -r stop_ms; read -r grace_ms; read -r late_boot late; read -r expected; read -r presence; } < "$tx/order" || exit 1

${shellFunctions}
put() { # NAME TEXT
  printf '%s\\n' "$2" > "$tx/$1.$$" && sync "$tx/$1.$$" && mv "$tx/$1.$$" "$tx/$1" && sync "$tx"
}

fail() { # REASON
  put failed "$1"
  exit 1
}

# Sets $now to seconds since boot, or since 1970 where /proc is missing: only differences are used.
clock() {
  if [ -r /proc/uptime ]; then read -r now rest < /proc/uptime; else now=$(date +%s); fi
}

in_time() {
  clock
  [ "$late_boot" = "$boot" ] && [ "\${now%.*}" -lt "$late" ]
}

# held CLAIM: whether its owner may still be at work.
held() {
  [ -e "$1.released" ] && return 1
  read -r held_by owner < "$1"
  alive $owner
}

# Takes the next claim on this member; fails when the time is up before it is free.
claim() {
  draft=$member/claims/draft.$$
  printf '%s\\n' "$number $me" > "$draft" && sync "$draft" || return 1
  while :; do
    last=
    for each in "$member"/claims/[0-9][0-9][0-9][0-9]; do [ -e "$each" ] && last=\${each##*/}; done
    if [ -n "$last" ] && held "$member/claims/$last"; then
      # Another run of this same transaction is at it, and needs no help.
      [ "$held_by" = "$number" ] && exit 0
      in_time || { rm -f "$draft"; return 1; }
      pause
      continue
    fi
    # The 1 in front keeps the shell from reading 0008 as an octal number.
    mine=$((1\${last:-0000} + 1))
    mine=$member/claims/\${mine#1}
    ln "$draft" "$mine" 2>/dev/null && break
    [ -e "$mine" ] || { rm -f "$draft"; return 1; }
  done
  rm -f "$draft"
  sync "$member/claims"
}

release() { : > "$mine.released"; }

is_newest() {
  for each in "$member"/transactions/[0-9][0-9][0-9][0-9]; do :; done
  [ "\${each##*/}" = "$number" ]
}

await_stop() {
  waited=0
  while service_identity; [ -n "$seen" ]; do
    [ "$waited" -lt "$stop_ms" ] || return 1
    pause
  done
}

# For a service that restarts what ends: what does not survive its start would be tried for ever, and "it has ended"
# would never be true for longer than a moment. Not when a newer transaction has taken over.
give_up() {
  claim || return 0
  if is_newest; then
    service_stop TERM
    await_stop
  fi
  release
}

${verbs}
look $$
me="$$ $boot $start"
waited=0
claim || exit 1
[ -e "$tx/process" ] || [ -e "$tx/failed" ] && exit 0
is_newest || fail superseded

if [ ! -e "$tx/begun" ]; then
  in_time || fail late
  service_identity
  if [ -n "$seen" ] || [ "$presence" = must-run ]; then
    [ "\${seen:-nothing}" = "$expected" ] || fail "changed \${seen:-nothing}"
  fi
  put begun "$now" || exit 1
elif [ ! -e "$tx/stopped" ]; then
  # An earlier run of this script has begun the stop. What has been started since is not what was to be stopped.
  service_identity
  [ -z "$seen" ] || [ "$seen" = "$expected" ] || fail "changed $seen"
fi

if [ ! -e "$tx/stopped" ]; then
  service_stop "$signal"
  await_stop || fail stop
  clock
  put stopped "$now $(wc -c 2>/dev/null < "$log" || echo 0)" || exit 1
fi
[ -e "$closing" ] && fail closing

service_identity
if [ -n "$seen" ]; then
  # Started by an earlier run of this script, or by somebody else: then ours does not join it.
  [ "$seen_from" = "$number" ] || fail "changed $seen"
  process=$seen
else
  service_start "$@" || fail start
fi
[ -e "$tx/process" ] || put process "$process" || exit 1
clock
put started "$now"
release

service_last_exit
[ -z "$exit" ] || put exit "$exit"
`;
}

// src/drivers/host/launching.ts
async function launch(member, { number, request }) {
	const { host, service, places, script } = member;
	for (const [path, text] of Object.entries({
		...service.programs,
		[script]: hostScript(service.verbs)
	})) if (await host.files.read(path) !== text) await host.files.write(path, text);
	await host.launch({
		argv: [...[
			"/bin/sh",
			script,
			places.directory,
			transactionName(number),
			member.closing,
			places.log
		], ...service.startArguments(request)],
		directory: places.directory,
		environment: request.environment,
		log: places.hostLog
	});
}

// src/drivers/host/switch-failure.ts
function isRefusal(reason) {
	return reason === "late" || reason === "changed" || reason === "superseded";
}
function switchFailed(member, transaction, progress, reason, seen) {
	const { name } = member;
	const to = nameDeployment(transaction.request.deployment);
	const untouched = progress.begun === null ? "Nothing was changed there." : `${stateOf(progress)}.`;
	switch (reason) {
		case "late": return new EtcdMigrateError("switch-refused", `The host of ${name} came to the switch to ${to} after its time was up, and refused it. ${untouched}`);
		case "changed": return new EtcdMigrateError("switch-refused", `The host of ${name} refused the switch to ${to}: ${expectation(transaction)}, but ${sight(seen)}. ${untouched}`, { details: {
			member: name,
			expected: transaction.request.expected,
			seen
		} });
		case "superseded": return new EtcdMigrateError("switch-refused", `The switch of ${name} to ${to} was overtaken by a later one, and was not carried out. ${untouched}`);
		case "closing": return new EtcdMigrateError("member-lost", `${name} was not started: its run is being removed.`);
		case "stop": return new EtcdMigrateError("member-stop-failed", `${name} did not end within ${member.limits.stopMs / 1e3} s after SIGTERM. It was not killed and nothing new was started; it may still end by itself.`);
		case "unknown": return new EtcdMigrateError("journal-damaged", `The host of ${name} gave a reason for not switching to ${to} that this version does not know: "${seen}". Last seen: ${stateOf(progress)}.`);
		case "start": return new EtcdMigrateError("member-lost", `${name} has ended, and its host could not start ${to}; see ${member.places.hostLog}. The member is down.`);
	}
}
function notAsDecided({ name }, wanted, finds, found) {
	const seen = found === null ? "nothing" : identityLine(found);
	const ran = finds === null ? "nothing ran there" : `process ${finds.split(" ")[0]} ran there`;
	return new EtcdMigrateError("switch-refused", `${name} was to be switched to ${nameDeployment(wanted)} when ${ran}, but ${sight(seen)} by now. Nothing was changed there.`, { details: {
		member: name,
		expected: finds,
		seen
	} });
}
function isNotOurs({ name }, wanted, found) {
	return new EtcdMigrateError("switch-refused", `${name} was not switched to ${nameDeployment(wanted)}: process ${found.pid} works on its data, which this run has not started. Nothing was changed there.`, { details: {
		member: name,
		seen: identityLine(found)
	} });
}
async function diskTrouble({ name, host, places }) {
	try {
		await host.files.write(join(places.directory, "probe"), "x".repeat(8192));
	} catch (error) {
		return error;
	}
	const full = (await host.files.read(places.hostLog) ?? "").trimEnd().split("\n").slice(-5).findLast((line) => /No space left on device|Disk quota exceeded/.test(line));
	if (full === void 0) return void 0;
	return new EtcdMigrateError("no-space", `The disk of ${name} was full when ${places.directory} was written: ${full}`);
}
function scriptVanished({ name, places }, transaction, progress) {
	return new EtcdMigrateError("member-lost", `The script that switches ${name} to ${nameDeployment(transaction.request.deployment)} ended without a result; see ${places.hostLog}. Last seen: ${stateOf(progress)}.`);
}
function stateOf(progress) {
	if (progress.process !== null) return `process ${progress.process.pid} was started but does not answer`;
	if (progress.stopped !== null) return "the old process has ended, the new one is not started";
	return progress.begun === null ? "nothing has begun" : "the old process was told to end and had not ended";
}
function expectation({ request: { expected } }) {
	return expected === null ? "nothing was to run there" : `process ${expected.pid} was to run there`;
}
function sight(seen) {
	if (seen === "nothing") return "nothing runs";
	const process = parseIdentityLine(seen);
	return process === null ? `it found "${seen}"` : `process ${process.pid} does (${identityLine(process)})`;
}

// src/drivers/host/switching.ts
const POLL_MS$1 = 40;
const WATCH_SLACK_MS = 15e3;
const EXIT_RECORD_LIMIT_MS$1 = 2e3;
async function bringAbout(member, wanted, signal) {
	const { host, places } = member;
	for (;;) {
		signal?.throwIfAborted();
		const newest = (await listTransactions(host.files, places)).at(-1);
		const progress = newest && await readProgress(host.files, places, newest);
		const current = await member.service.identity();
		if (newest !== void 0 && progress !== void 0) {
			const phase = await phaseOf(host, newest, progress);
			const isWanted = sameDeployment(newest.request.deployment, wanted.deployment) && (wanted.action === "switch" || newest.request.action === "kill");
			const runs = phase === "ended" && isWanted && wanted.action === "switch" && current?.transaction === newest.number;
			if (runs && await hasSettled(member, progress, current.process, signal)) return {
				outcome: "running",
				stopMs: 0,
				startMs: 0
			};
			if (phase === "not-begun") {
				if (!await abandon(host, places, newest)) await watch(member, newest, { isOurs: false }, signal);
				continue;
			}
			if (phase === "under-way" || runs || phase === "broken-off" && isWanted) {
				if (phase === "broken-off") await launch(member, newest);
				const result = await watch(member, newest, {
					isOurs: false,
					staleClaim: phase === "broken-off" ? progress.claim?.number : void 0
				}, signal);
				if (isWanted && result !== null) return result;
				continue;
			}
		}
		if (current !== null && current.transaction === null) throw isNotOurs(member, wanted.deployment, current.process);
		const isStopping = progress !== void 0 && progress.begun !== null && progress.process === null;
		const process = current?.process ?? null;
		if (isOtherThan(wanted.finds, process) && !(isStopping && process === null)) throw notAsDecided(member, wanted.deployment, wanted.finds ?? null, process);
		const found = {
			expected: process,
			mayBeGone: isStopping
		};
		const made = await makeTransaction(member, newest?.number ?? 0, {
			...wanted,
			...found
		});
		if (made === null) continue;
		await launch(member, made);
		const result = await watch(member, made, { isOurs: true }, signal);
		if (result !== null) return result;
	}
}
function isOtherThan(finds, process) {
	return finds !== void 0 && finds !== (process && identityLine(process));
}
async function hasSettled(member, progress, process, signal) {
	if (progress.process === null || !sameProcess(progress.process, process)) return true;
	return await sinceStartMs(member, progress) > member.limits.startGraceMs || member.answers(process, signal);
}
async function watch(member, transaction, { isOurs, staleClaim }, signal) {
	const { clock, limits, host, places } = member;
	const begun = clock.monotonicUs();
	const waitedMs = () => (clock.monotonicUs() - begun) / 1e3;
	const limitMs = limits.stopMs + limits.startGraceMs + WATCH_SLACK_MS;
	const progressNow = () => readProgress(host.files, places, transaction);
	const isClaimed = ({ claim }) => claim !== null && claim.number !== staleClaim;
	for (;;) {
		const progress = await progressNow();
		const { failed, claim } = progress;
		if (failed !== null) {
			const { reason, seen } = failed;
			if (reason === "abandoned" || isRefusal(reason) && !isOurs) return null;
			throw reason === "start" && await diskTrouble(member) || switchFailed(member, transaction, progress, reason, seen);
		}
		if (progress.process !== null) {
			const result = await look(member, transaction, progress, progress.process, signal);
			if (result !== null) return result;
		} else if (isClaimed(progress) && claim !== null && !await isAtWork(host, claim)) {
			const again = await progressNow();
			if (again.process === null && again.failed === null && again.claim?.number === claim.number) throw await diskTrouble(member) ?? scriptVanished(member, transaction, again);
		} else if (!isClaimed(progress) && waitedMs() > 15e3) {
			if (await abandon(host, places, transaction)) return null;
		}
		if (waitedMs() > limitMs) throw new EtcdMigrateError("member-lost", `The switch of ${member.name} to ${nameDeployment(transaction.request.deployment)} has not ended after ${Math.round(waitedMs() / 1e3)} s; last seen: ${stateOf(progress)}. It may still finish by itself.`);
		await clock.sleep(POLL_MS$1, signal);
	}
}
async function look(member, transaction, progress, process, signal) {
	const { host } = member;
	const stopMs = millisecondsBetween(progress.begun, progress.stopped?.at ?? null);
	if (progress.exit === null && await host.isAlive(process)) {
		const startMs = () => sinceStartMs(member, progress);
		if (await member.answers(process, signal) && await host.isAlive(process)) return {
			outcome: "running",
			stopMs,
			startMs: await startMs()
		};
		const waitedMs = await startMs();
		return waitedMs > member.limits.startGraceMs ? {
			outcome: "running",
			stopMs,
			startMs: waitedMs
		} : null;
	}
	const limitMs = member.limits.stopMs + EXIT_RECORD_LIMIT_MS$1;
	const exit = await awaitExit(host, member.places, transaction.number, {
		clock: member.clock,
		limitMs
	});
	const { lines, hostTrouble } = await member.lastWords(progress.stopped?.logBytes ?? 0);
	return {
		outcome: "exited",
		...exitOf(exit),
		lastLines: lines,
		stopMs,
		...present({ hostTrouble })
	};
}
async function sinceStartMs({ host }, progress) {
	return millisecondsBetween(progress.started ?? progress.stopped?.at ?? null, (await host.now()).seconds);
}
function millisecondsBetween(from, to) {
	return from === null || to === null ? 0 : Math.max(0, Math.round((to - from) * 1e3));
}

// src/drivers/process/etcd-command.ts
function hostOwnedSettings(settings) {
	return [
		...Object.keys(settings.flags).filter(isOwned),
		...Object.keys(settings.environment).filter(isOwnedVariable),
		...Object.keys(settings.configFile ?? {}).filter(isOwnedKey)
	];
}
function etcdCommand(facts) {
	const { settings, deployment } = facts;
	const flags = without(settings.flags, isOwned);
	const environment = without(settings.environment, isOwnedVariable);
	const own = baseSettings(facts);
	if (settings.configFile !== void 0) {
		const config = {
			...without(settings.configFile, isOwnedKey),
			...own,
			...tlsSections(facts.tlsDirectory)
		};
		for (const [flag, value] of Object.entries(deployment.overrides)) putIntoFile(config, flag, value);
		return {
			argv: [
				facts.binary,
				...render(flags),
				`--config-file=${facts.configFilePath}`
			],
			environment,
			configFile: `${JSON.stringify(config, null, 2)}\n`
		};
	}
	const laidOver = { ...flags };
	for (const [flag, value] of Object.entries(deployment.overrides)) if (Object.hasOwn(environment, variableOf(flag)) && !Object.hasOwn(flags, flag)) environment[variableOf(flag)] = value;
	else laidOver[flag] = value;
	return {
		argv: [facts.binary, ...render({
			...own,
			...tlsFlags(facts.tlsDirectory),
			...laidOver
		})],
		environment
	};
}
function baseSettings({ member, members, dataDirectory, clusterToken }) {
	return {
		name: member.name,
		"data-dir": dataDirectory,
		"listen-client-urls": member.clientUrl,
		"advertise-client-urls": member.clientUrl,
		"listen-peer-urls": member.peerUrl,
		"initial-advertise-peer-urls": member.peerUrl,
		"initial-cluster": members.map(({ name, peerUrl }) => `${name}=${peerUrl}`).join(","),
		"initial-cluster-token": clusterToken,
		"initial-cluster-state": "new"
	};
}
function tlsFlags(directory) {
	if (directory === void 0) return {};
	const files = {
		cert: join(directory, "server.pem"),
		key: join(directory, "server.key"),
		ca: join(directory, "ca.pem")
	};
	return {
		"cert-file": files.cert,
		"key-file": files.key,
		"trusted-ca-file": files.ca,
		"client-cert-auth": "true",
		"peer-cert-file": files.cert,
		"peer-key-file": files.key,
		"peer-trusted-ca-file": files.ca,
		"peer-client-cert-auth": "true"
	};
}
function tlsSections(directory) {
	if (directory === void 0) return {};
	const section = {
		"cert-file": join(directory, "server.pem"),
		"key-file": join(directory, "server.key"),
		"trusted-ca-file": join(directory, "ca.pem"),
		"client-cert-auth": true
	};
	return {
		"client-transport-security": section,
		"peer-transport-security": section
	};
}
function render(flags) {
	return Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
}
function putIntoFile(config, flag, text) {
	const [key, inner] = fileKeyOf(flag) ?? [];
	if (key === void 0) throw new EtcdMigrateError("internal-error", `etcd takes ${flag} from no configuration file, which this member has.`);
	const value = typedForFile(findFlag(flag)?.value ?? "text", text);
	config[key] = inner === void 0 ? value : {
		...config[key],
		[inner]: value
	};
}
const isOwned = (flag) => whyOwned(flag) !== void 0;
const isOwnedVariable = (variable) => isOwned(flagOfVariable(variable));
const isOwnedKey = (key) => isOwned(flagOfFileKey([key]));
function without(record, dropped) {
	return Object.fromEntries(Object.entries(record).filter(([key]) => !dropped(key)));
}

// src/drivers/process/running-settings.ts
var import_dist = require_dist();
async function runningSettings(process) {
	const [argv, variables, children] = await Promise.all([
		nulSeparated(`/proc/${process.pid}/cmdline`),
		nulSeparated(`/proc/${process.pid}/environ`),
		nulSeparated(`/proc/${process.pid}/task/${process.pid}/children`)
	]);
	if (children !== null && children.length > 0) return null;
	if (argv === null || argv.length === 0 || variables === null || !await isAlive(process)) return null;
	return settingsIn(argv, variables, `/proc/${process.pid}/cwd`);
}
async function settingsIn([, ...args], variables, directory) {
	const flags = flagsOf(args);
	const environment = Object.fromEntries(variables.filter((variable) => variable.startsWith("ETCD_")).map((variable) => splitAt(variable, "=")));
	const path = flags["config-file"] ?? environment["ETCD_CONFIG_FILE"];
	if (path === void 0) return {
		flags,
		environment
	};
	const configFile = await readFile(isAbsolute(path) ? path : join(directory, path), "utf8").then((text) => (0, import_dist.parse)(text)).catch(() => null);
	return isMapping(configFile) ? {
		flags,
		environment,
		configFile
	} : null;
}
function flagsOf(args) {
	const flags = {};
	for (const [index, arg] of args.entries()) {
		const [, name, value] = /^--?([a-z][a-z0-9-]*)(?:=([\s\S]*))?$/.exec(arg) ?? [];
		if (name === void 0) continue;
		const next = args[index + 1];
		flags[name] = value ?? (next === void 0 || next.startsWith("-") ? "true" : next);
	}
	return flags;
}
async function nulSeparated(path) {
	try {
		return (await readFile(path, "utf8")).split("\0").filter((part) => part !== "");
	} catch (error) {
		if ([
			"ENOENT",
			"ENOTDIR",
			"EACCES",
			"EPERM",
			"ESRCH"
		].includes(error.code ?? "")) return null;
		throw error;
	}
}
function splitAt(text, separator) {
	const at = text.indexOf(separator);
	return [text.slice(0, at), text.slice(at + 1)];
}
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/drivers/process/inspection.ts
async function inspectMember(host, service, paths) {
	const newest = (await listTransactions(host.files, paths)).at(-1);
	const changing = newest !== void 0 && await mayStillChange(host, paths, newest);
	const current = await service.identity();
	const transactions = await listTransactions(host.files, paths);
	const started = transactions.find(({ number }) => number === current?.transaction)?.request;
	const given = started ?? transactions.at(-1)?.request;
	return {
		running: current === null ? "nothing" : started?.deployment ?? await foundProcess(current),
		process: current && {
			pid: current.process.pid,
			identity: identityLine(current.process)
		},
		settings: current === null ? null : await runningSettings(current.process),
		given: given === void 0 ? null : await givenSettings(given, paths.directory),
		changing,
		lastExit: await service.lastExit() ?? "none",
		raftSnapshots: await raftSnapshotsIn(host.files, join(paths.data, "member", "snap")),
		databaseBytes: (await host.files.stat(paths.database))?.sizeBytes ?? 0,
		freeBytes: await host.files.freeBytes(paths.directory),
		walRoomBytes: await walRoomIn(host.files, join(paths.data, "member", "wal"), paths.data)
	};
}
async function foundProcess({ process }) {
	try {
		return { executable: await sha256OfFile(`/proc/${process.pid}/exe`) };
	} catch {
		return { executable: null };
	}
}
function givenSettings({ argv, environment }, directory) {
	const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
	return settingsIn(argv, variables, directory);
}
async function walRoomIn(files, wal, data) {
	const reserved = (await files.list(wal)).filter((name) => name.endsWith(".tmp"));
	const sizes = await Promise.all(reserved.map((name) => files.stat(join(wal, name))));
	const there = await files.stat(wal) === null ? data : wal;
	return await files.freeBytes(there) + sizes.reduce((sum, stat) => sum + (stat?.sizeBytes ?? 0), 0);
}
async function raftSnapshotsIn(files, directory) {
	return (await files.list(directory)).map((name) => /^([0-9a-f]{16})-([0-9a-f]{16})\.snap$/.exec(name)).filter((match) => match !== null).map(([, term, index]) => ({
		term: BigInt(`0x${term}`),
		index: BigInt(`0x${index}`)
	})).sort((a, b) => a.index === b.index ? 0 : a.index < b.index ? -1 : 1);
}

// src/drivers/process/listening.ts
const LISTEN = "0A";
async function holdsPort(pid, port) {
	const wanted = await listeningInodes(port);
	if (wanted === null) return null;
	const links = wanted.map((inode) => `socket:[${inode}]`);
	for (const candidate of await withDescendants(pid)) for (const descriptor of await namesIn(`/proc/${candidate}/fd`)) {
		const target = await readlink(`/proc/${candidate}/fd/${descriptor}`).catch(() => "");
		if (links.includes(target)) return true;
	}
	return false;
}
async function listeningInodes(port) {
	const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
	const tables = await Promise.all(["/proc/net/tcp", "/proc/net/tcp6"].map((path) => readFile(path, "utf8").catch(() => null)));
	if (tables[0] === null) return null;
	return tables.flatMap((table) => table?.split("\n").slice(1) ?? []).map((line) => line.trim().split(/\s+/)).filter(([, local, , state]) => local?.endsWith(suffix) && state === LISTEN).map((fields) => fields[9] ?? "");
}
async function withDescendants(pid) {
	const found = [pid];
	for (const parent of found) {
		const children = await readFile(`/proc/${parent}/task/${parent}/children`, "utf8").catch(() => "");
		found.push(...children.split(" ").filter(Boolean).map(Number));
	}
	return found;
}
async function namesIn(directory) {
	return readdir$1(directory).catch(() => []);
}

// src/drivers/process/log-lines.ts
function wallMsOf(line) {
	const zap = /"ts":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d):?(\d\d)"|"ts":"([^"]+Z)"/.exec(line);
	const text = zap?.[4] ?? (zap ? `${zap[1]}${zap[2]}:${zap[3]}` : null) ?? /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d+) [A-Z] \|/.exec(line)?.slice(1, 3).join("T").concat("Z");
	const time = text === void 0 ? NaN : Date.parse(text);
	return Number.isNaN(time) ? null : time;
}
function readableLine(line) {
	if (!line.startsWith("{")) return line;
	let entry;
	try {
		entry = JSON.parse(line);
	} catch {
		return line;
	}
	const { level, msg } = entry;
	if (typeof level !== "string" || typeof msg !== "string") return line;
	const told = [
		"error",
		"reason",
		"type",
		"method",
		"cluster-version",
		"server-version",
		"stage"
	].filter((field) => entry[field] !== void 0).map((field) => `${field}: ${typeof entry[field] === "string" ? entry[field] : JSON.stringify(entry[field])}`);
	return [`${level}: ${msg}`, ...told].join("; ");
}
const REASONS = [
	/^panic: /,
	/^fatal error: /,
	/"level":"(panic|fatal)"/,
	/flag provided but not defined/,
	/error verifying flags/,
	/invalid value .* for flag/,
	/conflicting environment variable/,
	/couldn't load|error setting up|listen tcp .*: bind/
];
const AFTER_REASON = 6;
function lastWords(text, limit = 20) {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
	const reason = lines.findIndex((line) => REASONS.some((pattern) => pattern.test(line)));
	if (reason < 0) return lines.slice(-limit).map(readableLine);
	const panic = lines.findIndex((line, index) => index >= reason && /^(panic|fatal error): /.test(line));
	const end = Math.min(lines.length, Math.max(reason, panic) + 1 + AFTER_REASON);
	return lines.slice(Math.max(0, end - limit), end).map(readableLine);
}

// src/drivers/process/member-log.ts
const HEAD_BYTES = 65536;
const TAIL_BYTES = 262144;
async function readLastWords(path, from) {
	try {
		try {
			var _usingCtx$2 = _usingCtx();
			const file = _usingCtx$2.a(await open(path, "r"));
			const { size } = await file.stat();
			const text = async (start, end) => {
				const buffer = Buffer.alloc(Math.max(0, end - start));
				const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
				return buffer.subarray(0, bytesRead).toString();
			};
			if (size - from <= 327680) return lastWords(await text(from, size));
			return lastWords(`${await text(from, from + HEAD_BYTES)}\n${await text(size - TAIL_BYTES, size)}`);
		} catch (_) {
			_usingCtx$2.e = _;
		} finally {
			await _usingCtx$2.d();
		}
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
}
async function* readLogSince(path, sinceWallMs) {
	const stream = createReadStream(path);
	const lines = createInterface({
		input: stream,
		crlfDelay: Number.POSITIVE_INFINITY
	});
	let reached = false;
	try {
		for await (const line of lines) {
			reached ||= (wallMsOf(line) ?? Number.NEGATIVE_INFINITY) >= sinceWallMs;
			if (reached) yield line;
		}
	} catch (error) {
		if (error.code !== "ENOENT") throw error;
	} finally {
		lines.close();
		stream.destroy();
	}
}

// src/drivers/process/staging.ts
function stagedBinary(run, release) {
	return join(run.releases, requireSafeName(release, "release"), "etcd");
}
async function isStaged(run, release) {
	try {
		await access(stagedBinary(run, release), constants$1.X_OK);
		return true;
	} catch {
		return false;
	}
}
async function digestOfStaged(run, release, signal) {
	try {
		return await sha256OfFile(stagedBinary(run, release), signal);
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(error.code ?? "")) return null;
		throw error;
	}
}
async function stageBinary(run, release, source) {
	if (await isStaged(run, release)) return;
	try {
		await access(source, constants$1.X_OK);
	} catch (error) {
		throw new EtcdMigrateError("binary-invalid", `${source} (etcd ${release}) cannot be executed.`, { cause: error });
	}
	const target = stagedBinary(run, release);
	const draft = `${target}.${process.pid}.${randomBytes(4).toString("hex")}`;
	await makePrivateDirectory(join(run.releases, release));
	try {
		await copyFile(source, draft, constants$1.COPYFILE_FICLONE);
		await chmod(draft, 493);
		await syncFile(draft);
		await rename(draft, target);
		await syncDirectory(dirname(target));
	} catch (error) {
		await rm(draft, { force: true });
		throw writingFailed(target, error);
	}
}

// src/drivers/process/start-failure.ts
const patterns = [
	[/address already in use/i, "port-taken"],
	[/no space left on device|disk quota exceeded|&\{write \S+ (28|122)\}/i, "no-space"],
	[/permission denied|read-only file system|cannot access data directory|operation not permitted/i, "no-permission"]
];
function hostTroubleIn(lines) {
	for (const line of lines) {
		if (line.includes("etcdserver: permission denied")) continue;
		for (const [pattern, trouble] of patterns) if (pattern.test(line)) return trouble;
	}
}
const segmentBytes = () => loadCatalog().storage.walSegment.bytes;
const pageBytes = 4096;
async function hostTroubleOf(lines, directory, neededBytes = lines.length === 0 ? segmentBytes() : pageBytes) {
	const said = hostTroubleIn(lines);
	if (said !== void 0) return said;
	const { bavail, bsize } = await statfs(directory);
	return bavail * bsize < neededBytes ? "no-space" : void 0;
}
async function blameNewMember(result, directory) {
	const trouble = result.hostTrouble ?? await hostTroubleOf(result.lastLines, directory, segmentBytes());
	return trouble === void 0 ? result : {
		...result,
		hostTrouble: trouble
	};
}
function startFailed(member, directory, release, result) {
	const end = result.signal === null ? `exit code ${result.code ?? "unknown"}` : result.signal;
	const words = result.lastLines.length === 0 ? "It printed nothing." : `Its last lines:\n${result.lastLines.join("\n")}`;
	const disk = result.hostTrouble === "no-space" ? `The disk that holds ${directory} is full. ` : "";
	return new EtcdMigrateError(result.hostTrouble ?? "member-start-failed", `${member.name} (etcd ${release}, ${member.clientUrl}) ended with ${end} while the cluster was being made; all members were stopped and removed. ${disk}${words}`, {
		details: {
			member: member.name,
			release,
			code: result.code,
			signal: result.signal,
			lastLines: result.lastLines
		},
		...result.hostTrouble === void 0 ? { hint: "Correct what etcd's own last lines name, and run again." } : {}
	});
}

// src/drivers/process/driver.ts
const ANSWER_LIMIT_MS = 1e3;
function createProcessDriver(options) {
	const { paths, state, clock } = options;
	const host = localHost(clock);
	const hostOf = (named) => {
		const member = state.members.find(({ name }) => name === named.name);
		if (member === void 0) throw new EtcdMigrateError("internal-error", `Run ${state.runId} has no member ${named.name}.`);
		const own = memberPaths(paths, member.name);
		return {
			name: member.name,
			host,
			service: options.serviceOf(host, own, paths, clock),
			places: own,
			script: paths.hostScript,
			closing: paths.closing,
			clock,
			limits: options.limits,
			answers: async ({ pid }, signal) => {
				return await answers(member, state.credentials, signal) && await holdsPort(pid, Number(new URL(member.clientUrl).port)) !== false;
			},
			lastWords: async (fromByte) => {
				const lines = await readLastWords(own.log, fromByte);
				const hostTrouble = await hostTroubleOf(lines, own.directory);
				return {
					lines,
					...present({ hostTrouble })
				};
			},
			command: (deployment, configFilePath) => {
				const command = etcdCommand({
					member,
					members: state.members,
					dataDirectory: own.data,
					clusterToken: state.runId,
					settings: settingsOf(state.settings, member.name),
					deployment,
					binary: stagedBinary(paths, deployment.release),
					configFilePath,
					...present({ tlsDirectory: state.credentials.tls === void 0 ? void 0 : paths.tls })
				});
				const environment = {
					...command.environment,
					PATH: options.searchPath,
					TZ: "UTC",
					HOME: own.directory
				};
				return {
					...command,
					environment
				};
			}
		};
	};
	const stage = async (release, signal) => {
		signal?.throwIfAborted();
		if (await isStaged(paths, release)) return;
		await stageBinary(paths, release, await options.binaries(release));
	};
	const signalMember = async (named, signal) => {
		const current = await hostOf(named).service.identity();
		if (current === null) throw new EtcdMigrateError("member-lost", `${named.name} has no live process.`);
		process.kill(current.process.pid, signal);
	};
	return {
		runId: state.runId,
		directory: paths.directory,
		capabilities,
		inventory: async () => {
			const members = membersOf(state);
			if (members !== null) return members;
			throw new EtcdMigrateError("internal-error", `Run ${state.runId} has no ids of its members yet.`);
		},
		inspect: async (member) => {
			const { service, places } = hostOf(member);
			return inspectMember(host, service, places);
		},
		stage: async (member, release, signal) => {
			hostOf(member);
			await stage(release, signal);
		},
		digestOf: async (member, release, signal) => {
			hostOf(member);
			return digestOfStaged(paths, release, signal);
		},
		switchTo: async (member, deployment, { signal, ...decided } = {}) => {
			const own = hostOf(member);
			await stage(deployment.release, signal);
			return bringAbout(own, {
				action: "switch",
				deployment,
				...decided
			}, signal);
		},
		adopt: async (member, { identity }, deployment) => adopt(hostOf(member), identity, deployment),
		killAndRestart: async (member, { signal, ...decided } = {}) => {
			const own = hostOf(member);
			return bringAbout(own, {
				action: "kill",
				deployment: await lastDeployment(own),
				...decided
			}, signal);
		},
		logs: (member, sinceWallMs) => readLogSince(hostOf(member).places.log, sinceWallMs),
		pause: (member) => signalMember(member, "SIGSTOP"),
		unpause: (member) => signalMember(member, "SIGCONT"),
		destroy: (removal = {}) => destroyRun(paths, {
			clock,
			...removal
		}),
		[Symbol.asyncDispose]: async () => {}
	};
}
async function lastDeployment({ host, places, service, name }) {
	const transactions = await listTransactions(host.files, places);
	const current = await service.identity();
	const last = transactions.find(({ number }) => number === current?.transaction) ?? transactions.at(-1);
	if (last === void 0) throw new EtcdMigrateError("member-lost", `${name} has never been started.`);
	return last.request.deployment;
}
async function answers(member, credentials, signal) {
	try {
		const { status } = await getFromMember(member.clientUrl, "/version", credentials, ANSWER_LIMIT_MS, signal);
		return status === 200;
	} catch (error) {
		signal?.throwIfAborted();
		if (error instanceof EtcdMigrateError) return false;
		throw error;
	}
}

// src/drivers/process/free-ports.ts
const LOWEST_PORT = 2e4;
const HIGHEST_PORT = 32e3;
const PORT_BLOCK = 32;
const TRIES = 200;
async function choosePorts(count, random, signal) {
	const blocks = Math.floor(12e3 / PORT_BLOCK);
	for (let attempt = 0; attempt < TRIES; attempt++) {
		signal?.throwIfAborted();
		const ports = portsFrom(LOWEST_PORT + random.int(blocks) * PORT_BLOCK, count);
		if (await firstTaken(ports) === null) return ports;
	}
	throw new EtcdMigrateError("port-taken", `No ${count} free ports on 127.0.0.1 between ${LOWEST_PORT} and ${HIGHEST_PORT} after ${TRIES} tries.`);
}
async function requireFree(ports) {
	const taken = await firstTaken(ports);
	if (taken !== null) throw new EtcdMigrateError("port-taken", `Port ${taken} on 127.0.0.1 is already in use by another process; no member was started.`, { details: { port: taken } });
}
function portsFrom(first, count) {
	return Array.from({ length: count }, (_, index) => first + index);
}
async function firstTaken(ports) {
	for (const port of ports) if (!await canBind(port)) return port;
	return null;
}
function canBind(port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", () => resolve(false));
		server.listen({
			port,
			host: "127.0.0.1",
			exclusive: true
		}, () => server.close(() => resolve(true)));
	});
}

// src/drivers/process/readiness.ts
const POLL_MS = 100;
async function waitUntilReady(options) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { members, clock, release, limitMs, signal } = options;
		const access = _usingCtx$1.a(createMemberAccess(options.credentials));
		const begun = clock.monotonicUs();
		for (;;) {
			const observed = await Promise.all(members.map((member) => observe(access, member, signal)));
			await requireAlive(options);
			const missing = observed.flatMap(({ missing }) => missing === null ? [] : [missing]);
			if (missing.length === 0) return Object.fromEntries(observed.map(({ name, id }) => [name, id]));
			const waitedMs = (clock.monotonicUs() - begun) / 1e3;
			if (waitedMs > limitMs) throw new EtcdMigrateError("member-start-failed", `The cluster of ${members.length} members on etcd ${release} is not ready after ${Math.round(waitedMs / 1e3)} s; all members were stopped and removed. Last seen: ${missing.join("; ")}.`, { hint: "See the members' logs in the output directory." });
			await clock.sleep(POLL_MS, signal);
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function observe(view, member, signal) {
	const { name } = member;
	try {
		const { leaderId, memberId } = await view.status(member, signal);
		const id = memberId.toString(16);
		if (leaderId === 0n) return {
			name,
			id,
			missing: `${name} knows no leader`
		};
		const { cluster } = await view.versions(member, signal);
		return {
			name,
			id,
			missing: /^\d+\.\d+/.test(cluster) ? null : `${name} reports the cluster version "${cluster}"`
		};
	} catch (error) {
		signal?.throwIfAborted();
		if (error instanceof EtcdMigrateError) return {
			name,
			id: "",
			missing: `${name}: ${error.message}`
		};
		throw error;
	}
}
async function requireAlive({ paths, driver, members, release }) {
	const ended = [];
	for (const member of members) {
		const own = memberPaths(paths, member.name);
		const { running, lastExit } = await driver.inspect(member);
		if (running !== "nothing") continue;
		const lastLines = await readLastWords(own.log, 0);
		const exit = {
			...lastExit === "none" || lastExit === null ? {
				code: null,
				signal: null
			} : lastExit,
			lastLines,
			stopMs: 0
		};
		ended.push({
			member,
			result: await blameNewMember({
				outcome: "exited",
				...exit
			}, own.directory)
		});
	}
	const telling = ended.find(({ result }) => result.hostTrouble !== void 0) ?? ended[0];
	if (telling !== void 0) throw startFailed(telling.member, paths.directory, release, telling.result);
}

// src/drivers/process/restore.ts
const RESTORE_LIMIT_MS = 36e5;
const LAST_LINES = 20;
async function restoreMembers(paths, members, clusterToken, restore, signal) {
	await requireRoom$1(paths, members.length, restore);
	for (const member of members) {
		const { data, tool } = memberPaths(paths, member.name);
		await rmdir(data);
		const lines = [];
		const args = argumentsFor(member, members, data, clusterToken, restore);
		const { exitCode } = await runTool(paths, tool, [restore.tool, ...args], {
			env: { ETCDCTL_API: "3" },
			timeoutMs: RESTORE_LIMIT_MS,
			...present({ signal }),
			onLine: (line) => {
				lines.push(line);
				if (lines.length > LAST_LINES) lines.shift();
			}
		});
		if (exitCode === 0) continue;
		const trouble = await hostTroubleOf(lines, paths.directory);
		const words = lines.length === 0 ? "It printed nothing." : `Its last lines:\n${lines.join("\n")}`;
		throw new EtcdMigrateError(trouble ?? "restore-failed", `${restore.tool} ended with exit code ${exitCode} while it restored ${restore.snapshot} for ${member.name}; what it had made was removed. ${words}`, { details: {
			exitCode,
			lastLines: lines
		} });
	}
}
function argumentsFor(member, members, dataDirectory, clusterToken, { snapshot, skipHashCheck, bumpRevision }) {
	return [
		...[
			"snapshot",
			"restore",
			snapshot,
			"--data-dir",
			dataDirectory,
			"--name",
			member.name
		],
		...["--initial-cluster", members.map(({ name, peerUrl }) => `${name}=${peerUrl}`).join(",")],
		...[
			"--initial-cluster-token",
			clusterToken,
			"--initial-advertise-peer-urls",
			member.peerUrl
		],
		...skipHashCheck ? ["--skip-hash-check"] : [],
		...bumpRevision === void 0 ? [] : [
			"--bump-revision",
			String(bumpRevision),
			"--mark-compacted"
		]
	];
}
async function requireRoom$1(paths, members, { snapshot, atOnce }) {
	let bytes;
	try {
		bytes = (await stat(snapshot)).size;
	} catch (error) {
		throw pathError(error, "Reading", snapshot);
	}
	const needed = atOnce * members * (bytes + 2 * segmentBytes());
	const { bavail, bsize } = await statfs(paths.directory);
	const free = bavail * bsize;
	if (free >= needed) return;
	const each = members === 1 ? "one member" : `${members} members`;
	const count = atOnce === 1 ? each : `${each}, ${atOnce} times at once,`;
	throw new EtcdMigrateError("no-space", `Restoring ${snapshot} for ${count} needs ${needed} bytes in ${paths.directory}, where ${free} are free; it was not begun.`, { details: {
		needed,
		free
	} });
}

// src/drivers/process/spawned-service.ts
const verbs = `launcher=$1 database=$2
shift 2

service_identity() {
  seen= seen_from=
  recorded
  [ -n "$seen" ] && return 0
  holder
  # A transaction may have started it since its record was looked for.
  [ -z "$seen" ] || recorded
}

# Sets $seen and $seen_from to the newest process that a transaction has started and that lives; else leaves them.
recorded() {
  for each in "$member"/transactions/[0-9][0-9][0-9][0-9]/process; do
    [ -e "$each" ] || continue
    read -r line < "$each"
    alive $line || continue
    seen=$line
    seen_from=\${each%/process}
    seen_from=\${seen_from##*/}
  done
}

# Sets $seen to who has locked the database without having been started by a transaction.
holder() {
  [ -r /proc/locks ] && [ -e "$database" ] || return 0
  set -- $(ls -di "$database")
  while read -r lock kind mode access pid place rest; do
    [ "$kind $access \${place##*:}" = "FLOCK WRITE $1" ] || continue
    for each in "/proc/$pid/fd"/*; do
      [ "$each" -ef "$database" ] || continue
      look "$pid"
      [ -z "$start" ] || seen="$pid $boot $start"
    done
  done < /proc/locks
}

service_stop() {
  service_identity
  [ -n "$seen" ] || return 0
  kill "-$1" "\${seen%% *}" 2>/dev/null
  # A paused process would not see it.
  kill -CONT "\${seen%% *}" 2>/dev/null
}

service_start() {
  /bin/sh "$launcher" "$tx" "$closing" "$log" "$@" &
  child=$!
  while [ ! -e "$tx/process" ]; do
    look "$child"
    [ -n "$start" ] || [ -e "$tx/process" ] || return 1
    sleep 0.01 2>/dev/null || sleep 1
  done
  read -r process < "$tx/process"
}

service_last_exit() {
  exit=
  # A process that an earlier run of this script has started is no child of this one.
  [ "\${process%% *}" = "\${child:-none}" ] || return 0
  wait "$child"
  exit=$?
}
`;
const EXIT_RECORD_LIMIT_MS = 2e3;
function spawnedService(host, places, { launcher, database }, clock) {
	const { files } = host;
	const newestFirst = async () => (await transactionNumbers(files, places)).toReversed();
	const identity = async () => {
		for (const number of await newestFirst()) {
			const { process } = await readProgress(files, places, { number });
			if (process !== null && await host.isAlive(process)) return {
				process,
				transaction: number
			};
		}
		const holder = await holderOf(database);
		if (holder === null) return null;
		for (const number of await newestFirst()) {
			const { process } = await readProgress(files, places, { number });
			if (process === null || !sameProcess(process, holder)) continue;
			return await host.isAlive(process) ? {
				process,
				transaction: number
			} : null;
		}
		return {
			process: holder,
			transaction: null
		};
	};
	return {
		verbs,
		programs: { [launcher]: launchScript },
		startArguments: ({ argv }) => [
			launcher,
			database,
			...argv
		],
		identity,
		lastExit: async () => {
			const current = await identity();
			for (const number of await newestFirst()) {
				if (number === current?.transaction) continue;
				const { process } = await readProgress(files, places, { number });
				if (process === null) continue;
				return exitOf(await awaitExit(host, places, number, {
					clock,
					limitMs: EXIT_RECORD_LIMIT_MS
				}));
			}
			return null;
		}
	};
}

// src/drivers/process/provisioner.ts
const PORT_ATTEMPTS = 5;
const spawned = (host, member, { launchScript: launcher }, clock) => spawnedService(host, member, {
	launcher,
	database: member.database
}, clock);
const DEFAULT_SEARCH_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function createProcessProvisioner(options) {
	const { clock, log } = options;
	const readyLimitMs = options.readyLimitMs ?? 6e4;
	const open = (paths, state) => ({
		driver: createProcessDriver({
			paths,
			state,
			clock,
			binaries: options.binaries,
			limits: {
				stopMs: options.stopLimitMs ?? 3e4,
				startGraceMs: options.startGraceMs ?? 1e4
			},
			searchPath: options.searchPath ?? DEFAULT_SEARCH_PATH,
			serviceOf: options.serviceOf ?? spawned
		}),
		credentials: state.credentials
	});
	return {
		provision: async (spec, signal) => {
			signal?.throwIfAborted();
			const paths = runPaths(options.stateDir, spec.runId);
			await requireNew(paths, spec.runId);
			const { shared, own } = spec.settings;
			const dropped = [...new Set([shared, ...Object.values(own)].flatMap(hostOwnedSettings))];
			if (dropped.length > 0) log.warn(`A rehearsal sets these itself, yours are left out: ${dropped.join(", ")}`);
			const random = options.random.fork(`ports/${spec.runId}/${process.pid}`);
			for (let attempt = 1;; attempt++) try {
				const prepared = await prepare(paths, spec, await portsFor(spec, options.firstPort, random, signal), clock);
				const { anonymous } = prepared;
				let { state } = prepared;
				const beginUs = clock.monotonicUs();
				if (spec.restore) await restoreMembers(paths, state.members, spec.runId, spec.restore, signal);
				const restoreMs = spec.restore ? (clock.monotonicUs() - beginUs) / 1e3 : 0;
				const { driver } = open(paths, state);
				await startAll(driver, paths, state.members, spec.release, signal);
				const ready = {
					paths,
					driver,
					members: state.members,
					release: spec.release,
					clock,
					signal,
					limitMs: readyLimitMs
				};
				let memberIds = await waitUntilReady({
					...ready,
					credentials: state.credentials
				});
				if (spec.auth) {
					state = await turnOnAuthentication(state, signal);
					memberIds = await waitUntilReady({
						...ready,
						credentials: state.credentials
					});
				}
				state = {
					...state,
					memberIds
				};
				await writeRunState(paths, state);
				return {
					...open(paths, state),
					anonymous,
					restoreMs
				};
			} catch (error) {
				const again = error instanceof EtcdMigrateError && error.code === "port-taken" && options.firstPort === void 0 && attempt < PORT_ATTEMPTS;
				await destroyRun(paths, {
					clock,
					...again || options.failureLogsIn === void 0 ? {} : { keepLogsIn: options.failureLogsIn }
				});
				if (!again) throw error;
				log.debug("Somebody took a port in the same moment; trying others", { attempt });
			}
		},
		adopt: async (runId, signal) => {
			signal?.throwIfAborted();
			const paths = runPaths(options.stateDir, runId);
			const state = await readRunState(paths);
			if (state === null || state.memberIds === null) throw new EtcdMigrateError("cluster-not-made", `${paths.directory} holds no whole cluster: run ${runId} ended while its members were being made.`);
			return open(paths, state);
		}
	};
}
async function requireNew(paths, runId) {
	try {
		await stat(paths.directory);
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(error.code ?? "")) return;
		throw error;
	}
	throw new EtcdMigrateError("run-in-progress", `Run ${runId} already exists in ${paths.directory}.`);
}
async function portsFor(spec, firstPort, random, signal) {
	if (firstPort === void 0) return choosePorts(spec.voters * 2, random, signal);
	const ports = portsFrom(firstPort, spec.voters * 2);
	await requireFree(ports);
	return ports;
}
async function prepare(paths, spec, ports, clock) {
	const owner = await identifySelf();
	const url = (index) => `${spec.tls ? "https" : "http"}://127.0.0.1:${ports[index]}`;
	const members = memberNamesOf(spec.voters, spec.memberNames).map((name, index) => ({
		name: requireSafeName(name, "member"),
		clientUrl: url(index * 2),
		peerUrl: url(index * 2 + 1)
	}));
	await makeRunDirectory(paths);
	const tls = spec.tls ? await makeCertificates(paths.tls, clock, spec.restore?.asUser) : void 0;
	const credentialsOf = (pair) => pair === void 0 ? {} : { tls: {
		...pair,
		serverName: "localhost"
	} };
	const state = {
		schemaVersion: 3,
		runId: spec.runId,
		createdAt: new Date(clock.wallMs()).toISOString(),
		owner,
		members,
		settings: spec.settings,
		credentials: credentialsOf(tls?.administrator),
		memberIds: null
	};
	await writeRunState(paths, state);
	for (const { name } of members) {
		const { data, transactions, claims } = memberPaths(paths, name);
		for (const directory of [
			data,
			transactions,
			claims
		]) await makePrivateDirectory(directory);
	}
	return {
		state,
		anonymous: credentialsOf(tls?.anonymous)
	};
}
async function requireRoom({ directory }, voters) {
	const { bytes } = loadCatalog().storage.walSegment;
	const free = await localFiles.freeBytes(directory);
	if (free >= voters * bytes) return;
	throw new EtcdMigrateError("no-space", `${directory} has ${free} bytes free, and no space for the WAL of ${voters} members: each preallocates ${bytes}.`);
}
async function startAll(driver, paths, members, release, signal) {
	for (const member of members) await driver.stage(member, release, signal);
	await requireRoom(paths, members.length);
	const stop = new AbortController();
	const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
	const failures = [];
	const start = async (member) => {
		try {
			const result = await driver.switchTo(member, {
				release,
				overrides: {}
			}, { signal: both });
			if (result.outcome === "exited") throw startFailed(member, driver.directory, release, await blameNewMember(result, driver.directory));
		} catch (error) {
			failures.push(error);
			stop.abort();
		}
	};
	await Promise.all(members.map(start));
	signal?.throwIfAborted();
	if (failures.length > 0) throw failures[0];
}
async function turnOnAuthentication(state, signal) {
	const [via] = state.members;
	if (via === void 0) throw new EtcdMigrateError("internal-error", "A cluster without members was asked for.");
	const user = {
		name: "root",
		password: randomBytes(24).toString("base64url")
	};
	await enableAuthentication(via, state.credentials, user, signal);
	return {
		...state,
		credentials: {
			...state.credentials,
			user
		}
	};
}

// src/drivers/process/source.ts
function openProcessSource({ stateDir, logs, ...tools }) {
	const provisioner = createProcessProvisioner({
		stateDir,
		failureLogsIn: logs,
		...tools
	});
	const remove = (runId) => removeRun(stateDir, runId, { keepLogsIn: logs });
	const clusterOf = ({ driver, credentials }, removeIt) => ({
		driver,
		credentials,
		connect: () => createMemberAccess(credentials),
		end: async (how) => await (how === "remove" ? removeIt() : driver[Symbol.asyncDispose]())
	});
	return {
		open: async (spec, signal) => {
			const made = await provisioner.provision(spec, signal);
			const { anonymous, restoreMs, driver } = made;
			const removeIt = spec.restore ? () => driver.destroy() : () => remove(spec.runId);
			return {
				...clusterOf(made, removeIt),
				anonymous,
				restoreMs
			};
		},
		adopt: async (runId, signal) => clusterOf(await provisioner.adopt(runId, signal), () => remove(runId)),
		remains: async () => ({
			runs: await listRuns(stateDir),
			foreign: await listForeign(stateDir)
		}),
		remove
	};
}

export { openProcessSource };