import { t as markdownTable } from "./npm/markdown-table.js";
import { a as sideInWords, i as describeCluster, o as wayBackOf } from "./rehearsal.js";
import { t as EtcdMigrateError } from "./errors.js";
import { c as waysOn, u as titleOf } from "./needs.js";
import { a as executableSteps, h as openSource, p as driverNamed } from "./undoing.js";
import { n as systemClock } from "./clock.js";
import { a as parseRunContext, at as ownerInWords, it as lookAtLock, o as recoverRun } from "./output-directory.js";
import { t as present } from "./present.js";
import { n as sayJson, t as done } from "./envelope.js";
import { n as runDirectory, r as openTools } from "./run-directory.js";
import { r as requireRun, t as begunByAnother } from "./interrupted-run.js";
import { t as _usingCtx } from "./usingCtx.js";

// src/app/run/status.ts
async function status(settings, surroundings) {
	try {
		var _usingCtx$1 = _usingCtx();
		const tools = _usingCtx$1.u(openTools(settings, surroundings, systemClock));
		const directory = runDirectory(settings.outputDir);
		await requireRun(directory);
		const recovery = await recoverRun(directory);
		const lock = await lookAtLock(directory.path);
		const running = lock.is === "held";
		const begunBy = begunByAnother(recovery);
		const steps = executableSteps(recovery.plan);
		const next = steps.find(({ planned: { id } }) => !recovery.completed.has(id))?.planned;
		const { finished, reported } = recovery;
		const state = reported === void 0 ? lock.is === "free" ? "interrupted" : running ? "running" : "not-seen" : finished ?? "ended";
		const unjudged = reported === void 0 ? finished : void 0;
		const { hop } = recovery.about;
		const cluster = reported === void 0 ? await look() : void 0;
		const isMade = reported !== void 0 || cluster !== void 0;
		const remains = reported === void 0 ? void 0 : await hasRemains();
		const side = cluster?.side ?? recovery.side;
		const wayBack = cluster?.wayBack ?? wayBackOf({
			...recovery.about,
			side,
			members: []
		});
		const isIdle = state === "interrupted" || state === "not-seen";
		const commands = (remains === true || isIdle && !isMade ? ["cleanup"] : isIdle ? waysOn(wayBack.is) : []).map((way) => state === "not-seen" ? `${way} --take-over ${recovery.runId}` : way);
		if (settings.format === "json") {
			const status = {
				runId: recovery.runId,
				begunBy: recovery.toolVersion,
				state,
				stepsDone: recovery.completed.size,
				steps: steps.length,
				nextStep: next?.id ?? null,
				inFlight: recovery.inFlight ? { ...recovery.inFlight } : null,
				side,
				wayBack: wayBack.is,
				...present({
					unjudged,
					verdict: reported,
					remains
				}),
				isMade,
				commands,
				...cluster ? { cluster: plainJson(cluster) } : {}
			};
			const { hops } = recovery.plan.upgrade;
			sayJson({
				...done,
				mode: "status",
				verdict: "inconclusive",
				reason: `Run ${recovery.runId}: ${state}, ${recovery.completed.size} of ${steps.length} steps done. This is no verdict of it.`,
				...cluster ? { clusterState: cluster.sentence } : {},
				nextSteps: commands.map((command) => `etcd-migrate ${command} --output ${directory.path}`),
				planDigest: recovery.plan.digest,
				from: hops[0]?.from ?? "",
				to: hops.at(-1)?.to ?? "",
				status
			}, settings, surroundings);
			return 0;
		}
		const table = cluster ? markdownTable([[
			"member",
			"health",
			"runs",
			"cluster version",
			"leader",
			"revision",
			"applied index"
		], ...cluster.members.map((member) => [
			member.name,
			member.health,
			member.running?.release ?? "-",
			member.clusterVersion ?? "-",
			member.isLeader ? "yes" : "",
			String(member.revision ?? "-"),
			String(member.raftAppliedIndex ?? "-")
		])]) : "";
		const lines = [
			`run ${recovery.runId}: ${state}, ${recovery.completed.size} of ${steps.length} steps done`,
			...begunBy === void 0 ? [] : [`warning: ${begunBy}`],
			...lock.is === "not-seen" && reported === void 0 ? [`warning: whether ${ownerInWords(lock.owner)}, still works on it cannot be seen from here`] : [],
			...isMade ? [] : [running ? "making the cluster" : "it ended while its cluster was being made, which nobody can take over"],
			...remains === true ? ["warning: members of it, or what belongs to them, are still there"] : [],
			...reported === void 0 ? [] : [`verdict: ${reported}`],
			...recovery.untold === null ? [] : [`thrown away, which its journal could not take any more: ${recovery.untold}`],
			...unjudged === void 0 ? [] : [recovery.isAnswered ? `carried out (${unjudged}), but not judged yet: resume goes on with that` : `ended (${unjudged}), and not judged: resume tries again from there`],
			...next && finished === void 0 && reported === void 0 ? [`next step: ${next.id} ${titleOf(next.step)}`] : [],
			...recovery.inFlight ? [`in flight: ${recovery.inFlight.member} was being switched to ${recovery.inFlight.to.release} in step ${recovery.inFlight.step}`] : [],
			...cluster ? [
				`cluster: ${cluster.sentence}`,
				sideInWords(hop, side, wayBack),
				"",
				table
			] : [],
			...commands.length > 0 ? ["", `next: etcd-migrate ${commands.join(" | ")} --output ${directory.path}`] : []
		];
		surroundings.writeOut(`${lines.join("\n")}\n`);
		return 0;
		async function sourceOf() {
			const context = parseRunContext(recovery.context);
			return await openSource(driverNamed(surroundings.drivers, context.driver), directory, context, tools);
		}
		async function hasRemains() {
			try {
				return (await (await sourceOf()).remains()).runs.includes(recovery.runId);
			} catch (error) {
				if (error instanceof EtcdMigrateError) return void 0;
				throw error;
			}
		}
		async function look() {
			const adopted = await (await sourceOf()).adopt(recovery.runId, surroundings.signal).catch((error) => {
				if (error instanceof EtcdMigrateError && error.code === "cluster-not-made") return void 0;
				throw error;
			});
			if (adopted === void 0) return void 0;
			try {
				try {
					var _usingCtx3 = _usingCtx();
					const access = _usingCtx3.a(adopted.connect());
					return await describeCluster(adopted.driver, access, recovery.about, {
						clock: systemClock,
						signal: surroundings.signal
					});
				} catch (_) {
					_usingCtx3.e = _;
				} finally {
					await _usingCtx3.d();
				}
			} finally {
				await adopted.end("leave");
			}
		}
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
function plainJson({ members, sentence }) {
	const text = (_, each) => typeof each === "bigint" ? each.toString() : each;
	return JSON.parse(JSON.stringify({
		members,
		sentence
	}, text));
}

export { status };