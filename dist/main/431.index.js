export const id = 431;
export const ids = [431];
export const modules = {

/***/ 88667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./lib/src/catalog/lookups.js
var lookups = __webpack_require__(68645);
// EXTERNAL MODULE: ./lib/src/catalog/version.js
var catalog_version = __webpack_require__(66182);
// EXTERNAL MODULE: ./lib/src/checks/run.js
var checks_run = __webpack_require__(61591);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/engine/bounded.js
var bounded = __webpack_require__(37812);
// EXTERNAL MODULE: ./lib/src/engine/describe.js
var describe = __webpack_require__(6804);
// EXTERNAL MODULE: ./lib/src/engine/journal.js
var engine_journal = __webpack_require__(802);
// EXTERNAL MODULE: ./lib/src/engine/limits.js
var limits = __webpack_require__(93085);
// EXTERNAL MODULE: ./lib/src/engine/recover.js
var recover = __webpack_require__(51229);
// EXTERNAL MODULE: ./lib/src/engine/undoing.js
var undoing = __webpack_require__(92003);
;// CONCATENATED MODULE: ./lib/src/engine/run-state.js

/** Listeners never influence the run. */
function emit(run, event) {
    try {
        run.options.events.emit(event);
    }
    catch (error) {
        run.options.log.warn('A listener of the engine failed; the run goes on', {
            event: event.type,
            error: String(error),
        });
    }
}
/** The switch of this step that was intended last, as long as the journal does not say that it was dealt with. */
function unfinishedSwitch(run) {
    let open;
    for (const record of (0,undoing/* recordsAbout */.ql)(run.step.planned.id, run.journal.records)) {
        if (record.type === 'switch-intended') {
            // The way back of a failed switch is an intent too; what ran before the whole step is in the first one.
            open = { member: record.member, from: open?.member === record.member ? open.from : record.from };
        }
        else if (record.type === 'member-restored' || record.type === 'step-finished')
            open = undefined;
    }
    return open;
}

// EXTERNAL MODULE: ./lib/src/plan/deployment.js
var plan_deployment = __webpack_require__(58413);
;// CONCATENATED MODULE: ./lib/src/engine/stop.js
// Owns how a step says that the run ends here: failed (the cluster is settled) or held (nobody may go on by himself).
// Must not know what stopped it.

/** These never lead to an automatic roll-back: nobody knows which side is right, or whether quorum would survive. */
const heldCodes = new Set(['hash-mismatch', 'downgrade-in-progress', 'member-lost']);
/** An error that ends the run at this step. */
function stop(code, message, details = {}) {
    return new errors/* EtcdMigrateError */.A8(code, message, {
        ...(details.cause === undefined ? {} : { cause: details.cause }),
        details: { hold: details.hold ?? heldCodes.has(code), evidence: details.evidence ?? [] },
    });
}
/** Whether the cluster has to be left exactly as it is. */
function isHold(error) {
    if (!(error instanceof errors/* EtcdMigrateError */.A8))
        return false;
    const { hold } = error.details;
    return hold === true || heldCodes.has(error.code);
}
function evidenceOf(error) {
    if (!(error instanceof errors/* EtcdMigrateError */.A8))
        return [];
    const { evidence } = error.details;
    return Array.isArray(evidence) ? evidence.filter((line) => typeof line === 'string') : [];
}

;// CONCATENATED MODULE: ./lib/src/engine/settle.js
// Owns the wait until nothing is changing any more on a host whose last switch has no known end.
// Must not start or repeat a switch.





/**
 * What the host says once it runs `to`, or once its driver knows that nothing is under way, or after `limitMs`.
 * Throws `member-lost` (a hold) when the host stays silent for `contactLimitMs`.
 */
async function settleHost(options, bounds, member, to, { limitMs, why }) {
    const { clock, signal } = bounds;
    const begin = clock.monotonicUs();
    let lastContact = begin;
    for (;;) {
        let facts = null;
        let missing = '';
        try {
            facts = await (0,bounded/* bounded */.Mm)(bounds, `The host of ${member.name}`, limits/* inspectLimitMs */.Gn, (s) => options.driver.inspect(member, s));
            lastContact = clock.monotonicUs();
        }
        catch (lost) {
            if ((0,bounded/* isInterruption */.si)(lost))
                throw lost;
            missing = (0,bounded/* inOneLine */.UX)(lost);
        }
        if (facts && facts.changing !== true && (facts.changing === false || isOn(facts, to)))
            return facts;
        if (facts && facts.changing !== true && (0,bounded/* elapsedMs */.d5)(clock, begin) >= limitMs)
            return facts;
        if (facts && (0,bounded/* elapsedMs */.d5)(clock, begin) >= Math.max(limitMs, limits/* settleLimitMs */.N)) {
            throw stop('member-lost', `The switch of ${member.name} to ${(0,plan_deployment/* nameDeployment */.N)(to)} is still under way on its host after ${(0,bounded/* seconds */.YA)(limits/* settleLimitMs */.N)} (${why}).`);
        }
        if (!facts && (0,bounded/* elapsedMs */.d5)(clock, lastContact) >= limits/* contactLimitMs */.uP) {
            throw stop('member-lost', `How the switch of ${member.name} to ${(0,plan_deployment/* nameDeployment */.N)(to)} ended is unknown (${why}), and its host has been silent for ${(0,bounded/* seconds */.YA)(limits/* contactLimitMs */.uP)} (${missing}).`);
        }
        const seen = facts ? `runs ${(0,plan_deployment/* nameDeployment */.N)(facts.running)}` : `does not answer (${missing})`;
        emit({ options }, { type: 'progress', message: `the switch of ${member.name} is unclear; its host ${seen}` });
        (0,bounded/* throwIfInterrupted */.sK)(signal);
        await clock.sleep(limits/* pollMaximumMs */.aZ, signal).catch((error) => {
            (0,bounded/* throwIfInterrupted */.sK)(signal);
            throw error;
        });
    }
}
function isOn(facts, to) {
    return facts.running !== null && (0,plan_deployment/* sameDeployment */.q)(facts.running, to);
}
/**
 * Before anything else after a crash: a switch that the dead process had begun may still go on, and its member may look
 * untouched while it is being stopped. Without this a second member could be taken down.
 */
async function settleInFlight(options, bounds, members, journal) {
    const intended = journal.records.findLast((record) => record.type === 'switch-intended');
    if (intended?.type !== 'switch-intended')
        return;
    const ended = journal.records
        .slice(intended.seq)
        .some((r) => r.type === 'switch-ended' && r.member === intended.member && r.outcome !== 'unknown');
    const member = members.find(({ name }) => name === intended.member);
    if (ended || !member)
        return;
    // Wall time only shortens the wait; a clock that jumped back must not lengthen it.
    const ageMs = Math.max(0, options.clock.wallMs() - Date.parse(intended.at));
    await settleHost(options, bounds, member, intended.to, {
        limitMs: Math.max(0, limits/* settleLimitMs */.N - ageMs),
        why: 'the run before ended in the middle of it',
    });
}

;// CONCATENATED MODULE: ./lib/src/plan/gates.js
// Owns the closed list of gates: named conditions of a cluster that must hold before the engine goes on.
// Must not know how a gate is measured (engine/gates.ts).
/** What each gate asks; printed in plans and errors. `scope` says whether it looks at one member or at all of them. */
const gates = {
    'members-healthy': {
        scope: 'cluster',
        asks: 'every member answers Status, a serializable and a linearizable read, and none lags',
    },
    'quorum-margin': { scope: 'cluster', asks: 'the cluster keeps its quorum with one more member down' },
    'versions-uniform': {
        scope: 'cluster',
        asks: 'every member runs the source release; after the last switch of a hop, the target',
    },
    'no-alarm': { scope: 'cluster', asks: 'no member has an alarm' },
    'no-downgrade-job': { scope: 'cluster', asks: 'no member has a downgrade job enabled (K5)' },
    'hash-equal': { scope: 'cluster', asks: 'HashKV is equal on all members at one pinned revision' },
    'members-bucket-clean': {
        scope: 'cluster',
        asks: 'every member stores exactly the listed members, none as learner, none as removed (K6, K7, K29)',
    },
    'members-write': { scope: 'cluster', asks: 'a write through every member, which has then applied one (K29)' },
    'disk-space': { scope: 'cluster', asks: 'every member has room for a second copy of its database' },
    'no-learner': { scope: 'cluster', asks: 'the cluster has no learner' },
    'member-running': { scope: 'member', asks: 'the member answers Status on its own endpoint with the wanted release' },
    'raft-caught-up': {
        scope: 'member',
        asks: 'the member has applied what the leader had committed when the gate began',
    },
    'member-reads': { scope: 'member', asks: 'a serializable and a linearizable read through the member' },
    'member-writes': { scope: 'member', asks: 'a write through the member' },
};

;// CONCATENATED MODULE: ./lib/src/engine/gates/cluster-facts.js
// Owns the gates that compare single facts over all members: releases, alarms, downgrade job, room on disk, learners.
// Must not wait or change anything.




/** Before a hop's first switch that is its source, after its last one its target. */
function versionsUniform(run) {
    const wanted = expectedRelease(run);
    return async () => {
        const seen = await fromEach(run, 'Status', async (member, signal) => {
            const { version } = await run.options.view.status(member, signal);
            return { member: member.name, version };
        });
        const wrong = seen.filter(({ version }) => version !== wanted);
        if (wrong.length === 0)
            return { open: true, observation: `all members run ${wanted}` };
        const names = wrong.map(({ member, version }) => `${member} runs ${version}`);
        return { open: false, observation: `${names.join(', ')}, wanted ${wanted}` };
    };
}
function expectedRelease(run) {
    const { hop, part, leg, planned } = run.step;
    const at = part === 'leg' ? leg?.after : planned.id;
    const position = hop.steps.findIndex(({ id }) => id === at);
    const isLastSwitchBefore = hop.steps
        .slice(position + 1)
        .every(({ step }) => step.kind !== 'switch-member' || step.purpose !== 'upgrade');
    const anySwitch = hop.steps.some(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade');
    return position >= 0 && anySwitch && isLastSwitchBefore ? hop.to : hop.from;
}
function noAlarm(run) {
    return async () => {
        const raised = await fromEach(run, 'Alarms', (member, signal) => run.options.view.alarms(member, signal));
        const names = new Set(raised.flat().map(({ memberId, alarm }) => `${alarm} on ${memberId.toString(16)}`));
        return names.size === 0
            ? { open: true, observation: 'no alarm' }
            : { open: false, observation: `alarm ${[...names].join(', ')}` };
    };
}
/** K5: from then on a restarted 3.5 member dies. Nothing that waiting could cure, so the run is held at once. */
function noDowngradeJob(run) {
    return async () => {
        const seen = await fromEach(run, 'The downgrade state', async (member, signal) => {
            // Only what the engine asks is known to exist: before 3.5 there is no such endpoint, and the view answers null.
            const enabled = await run.options.view.downgradeEnabled(member, signal);
            if (enabled !== null)
                return { member: member.name, enabled, answered: true };
            const { version } = await run.options.view.status(member, signal);
            return { member: member.name, enabled: false, answered: (0,catalog_version/* compareLines */.lZ)((0,catalog_version/* lineOf */.cA)(version), '3.5') < 0 };
        });
        const active = seen.filter(({ enabled }) => enabled).map(({ member }) => member);
        if (active.length > 0) {
            throw stop('downgrade-in-progress', `A downgrade job is active on ${active.join(', ')}: a restarted member would not start again (K5).`);
        }
        const silent = seen.filter(({ answered }) => !answered).map(({ member }) => member);
        if (silent.length > 0)
            return { open: false, observation: `${silent.join(', ')} did not say whether a downgrade job is active` };
        return { open: true, observation: 'no downgrade job on any member' };
    };
}
function diskSpace(run) {
    return async () => {
        const hosts = await Promise.all(run.members.map(async (member) => ({
            member: member.name,
            facts: await (0,bounded/* bounded */.Mm)(run.bounds, `The host of ${member.name}`, limits/* inspectLimitMs */.Gn, (s) => run.options.driver.inspect(member, s)),
        })));
        const full = hosts.filter(({ facts }) => facts.freeBytes < facts.databaseBytes);
        if (full.length === 0)
            return { open: true, observation: 'every member has room for a second copy of its database' };
        const names = full.map(({ member, facts }) => `${member} has ${facts.freeBytes} bytes free for a database of ${facts.databaseBytes}`);
        return { open: false, observation: names.join(', '), code: 'no-space' };
    };
}
function noLearner(run) {
    return async () => {
        const lists = await fromEach(run, 'The member list', (member, signal) => run.options.view.memberList(member, signal));
        const learners = new Set(lists.flat().flatMap((m) => (m.isLearner ? [m.name || m.id.toString(16)] : [])));
        return learners.size === 0
            ? { open: true, observation: 'no learner' }
            : { open: false, observation: `learner: ${[...learners].join(', ')}` };
    };
}
function fromEach(run, what, call) {
    return Promise.all(run.members.map((member) => (0,bounded/* bounded */.Mm)(run.bounds, `${what} of ${member.name}`, limits/* readLimitMs */.cX, (signal) => call(member, signal))));
}

// EXTERNAL MODULE: ./lib/src/engine/survey.js
var engine_survey = __webpack_require__(39399);
;// CONCATENATED MODULE: ./lib/src/engine/gates/hash-equal.js
// Owns the comparison of HashKV over all members at one pinned revision.
// Must not compare anything else: revision 0 or the newest compares members at different moments (false alarms).





/**
 * The pin is the highest revision any member reports, and counts once every member has applied it; it must still be
 * above every compact revision when the answers are in; a compaction that overtook it asks for a new pin. Unequal
 * hashes are read once more at the same pin before they are believed.
 */
function hashEqual(run) {
    let pin = null;
    const repin = (observation, code) => {
        pin = null;
        return { open: false, observation, ...(code ? { code } : {}) };
    };
    return async () => {
        const revisions = await Promise.all(run.members.map(async (member) => {
            const status = await (0,bounded/* bounded */.Mm)(run.bounds, `Status of ${member.name}`, limits/* readLimitMs */.cX, (s) => run.options.view.status(member, s));
            return { member: member.name, revision: status.revision };
        }));
        pin ??= (0,engine_survey/* highest */.BR)(revisions.map(({ revision }) => revision), 0n);
        const wanted = pin;
        const behind = revisions.filter(({ revision }) => revision < wanted);
        if (behind.length > 0) {
            const names = behind.map(({ member, revision }) => `${member} at ${revision}`);
            return { open: false, observation: `waiting for revision ${wanted}: ${names.join(', ')}` };
        }
        let first;
        try {
            first = await hashAll(run, wanted);
        }
        catch (error) {
            pin = null; // compacted meanwhile, or a member is away: the next look pins anew
            throw error;
        }
        if (overtaken(first, wanted))
            return repin(`a compaction overtook revision ${wanted}`);
        if (equal(first))
            return opened(run, first, wanted);
        const second = await hashAll(run, wanted);
        if (overtaken(second, wanted))
            return repin(`a compaction overtook revision ${wanted}`);
        if (equal(second))
            return opened(run, second, wanted);
        const seen = second.map(({ member, hash }) => `${member} ${hash}`).join(', ');
        if (new Set(second.map(({ compactRevision }) => compactRevision)).size > 1) {
            // Members in the middle of a compaction: not proof of a difference, and not a pass either.
            return repin(`HashKV differs at revision ${wanted} while a compaction runs: ${seen}`, 'hash-mismatch');
        }
        tell(run, second, wanted);
        throw stop('hash-mismatch', `HashKV differs at revision ${wanted}, read twice: ${seen}.`);
    };
}
function hashAll(run, revision) {
    return Promise.all(run.members.map(async (member) => ({
        member: member.name,
        ...(await (0,bounded/* bounded */.Mm)(run.bounds, `HashKV of ${member.name}`, limits/* readLimitMs */.cX, (s) => run.options.view.hashKv(member, revision, s))),
    })));
}
/** K13: 3.5 and later accept the compact revision itself and then answer -1, as they do when nothing was ever compacted. */
function overtaken(answers, pin) {
    return answers.some(({ compactRevision }) => compactRevision >= pin);
}
function equal(answers) {
    return new Set(answers.map(({ hash }) => hash)).size === 1;
}
function opened(run, answers, pin) {
    tell(run, answers, pin);
    return { open: true, observation: `HashKV is equal on ${answers.length} members at revision ${pin}` };
}
function tell(run, answers, revision) {
    const hashes = Object.fromEntries(answers.map(({ member, hash }) => [member, hash]));
    emit(run, { type: 'hash-compared', revision, hashes });
}

;// CONCATENATED MODULE: ./lib/src/engine/gates/health.js
// Owns the gates about the whole cluster's health: every member answers and agrees; one more may fail.
// Must not use GET /health (K19, K22): health is Status, a serializable and a linearizable read.



function membersHealthy(run) {
    return async () => {
        const health = await Promise.all(run.members.map((member) => healthOf(run, member)));
        const complaints = health.flatMap((h) => (h.complaint === null ? [] : [`${h.member.name}: ${h.complaint}`]));
        if (complaints.length > 0)
            return { open: false, observation: complaints.join('; ') };
        const statuses = health.flatMap((h) => (h.status ? [h.status] : []));
        const leaders = new Set(statuses.map((status) => status.leaderId));
        if (leaders.size !== 1)
            return { open: false, observation: 'the members do not agree on the leader' };
        const committed = (0,engine_survey/* highest */.BR)(statuses.map((status) => status.raftIndex), 0n);
        const lagging = health.filter((h) => h.status && committed - h.status.raftAppliedIndex > limits/* raftLagLimit */.r9);
        if (lagging.length > 0) {
            const names = lagging.map((h) => `${h.member.name} at ${h.status?.raftAppliedIndex ?? '?'}`);
            return { open: false, observation: `behind raft index ${committed}: ${names.join(', ')}` };
        }
        return { open: true, observation: `all ${health.length} members answer and agree on the leader` };
    };
}
/** Fewer than three members have no margin by nature; their plans do not ask for it. */
function quorumMargin(run) {
    return async () => {
        const { members } = await (0,engine_survey/* surveyStatus */.DH)(run.options.view, run.bounds, run.members);
        const up = members.filter((m) => m.up);
        const names = members.filter((m) => !m.up).map((m) => `${m.member.name} (${m.statusError ?? 'knows no leader'})`);
        const observation = `${up.length} of ${members.length} members up${names.length > 0 ? `; not ${names.join(', ')}` : ''}`;
        const open = up.length - 1 >= (0,engine_survey/* quorumOf */.NI)(members.length);
        return { open, observation, hold: true };
    };
}
async function healthOf(run, member) {
    const { view } = run.options;
    let status = null;
    try {
        status = await (0,bounded/* bounded */.Mm)(run.bounds, `Status of ${member.name}`, limits/* readLimitMs */.cX, (s) => view.status(member, s));
        if (status.leaderId === 0n)
            return { member, status, complaint: 'knows no leader' };
        if (status.errors.length > 0)
            return { member, status, complaint: `reports ${status.errors.join(', ')}` };
        await (0,bounded/* bounded */.Mm)(run.bounds, `A serializable read of ${member.name}`, limits/* readLimitMs */.cX, (s) => view.read(member, 'serializable', s));
        await (0,bounded/* bounded */.Mm)(run.bounds, `A linearizable read of ${member.name}`, limits/* readLimitMs */.cX, (s) => view.read(member, 'linearizable', s));
        return { member, status, complaint: null };
    }
    catch (error) {
        if ((0,bounded/* isInterruption */.si)(error))
            throw error;
        return { member, status, complaint: (0,bounded/* inOneLine */.UX)(error) };
    }
}

;// CONCATENATED MODULE: ./lib/src/engine/gates/member.js
// Owns the gates that ask a member itself: runs the wanted release, has caught up, reads and writes.
// Must not look at any other member, except the leader for the index to reach.





function memberRunning(run, subject) {
    const member = memberOf(subject);
    return async () => {
        const status = await (0,bounded/* bounded */.Mm)(run.bounds, `Status of ${member.name}`, limits/* readLimitMs */.cX, (s) => run.options.view.status(member, s));
        const wanted = subject.wanted?.release;
        if (wanted !== undefined && status.version !== wanted) {
            return { open: false, observation: `${member.name} still reports ${status.version}, wanted ${wanted}` };
        }
        return { open: true, observation: `${member.name} reports ${status.version}` };
    };
}
/** The goal is what the leader had committed when the gate began: a moving goal could never be reached under load. */
function raftCaughtUp(run, subject) {
    const member = memberOf(subject);
    let goal = null;
    return async () => {
        if (goal === null) {
            const survey = await (0,engine_survey/* surveyStatus */.DH)(run.options.view, run.bounds, run.members);
            if (!survey.leader?.status) {
                return { open: false, observation: 'a majority does not agree on a leader, so the index to reach is unknown' };
            }
            goal = survey.leader.status.raftIndex;
        }
        const status = await (0,bounded/* bounded */.Mm)(run.bounds, `Status of ${member.name}`, limits/* readLimitMs */.cX, (s) => run.options.view.status(member, s));
        const observation = `${member.name} has applied ${status.raftAppliedIndex} of ${goal}`;
        return { open: status.raftAppliedIndex >= goal && status.leaderId !== 0n, observation };
    };
}
function memberReads(run, subject) {
    const member = memberOf(subject);
    return async () => {
        const { view } = run.options;
        const serializable = await (0,bounded/* bounded */.Mm)(run.bounds, `A serializable read of ${member.name}`, limits/* readLimitMs */.cX, (s) => view.read(member, 'serializable', s));
        const linearizable = await (0,bounded/* bounded */.Mm)(run.bounds, `A linearizable read of ${member.name}`, limits/* readLimitMs */.cX, (s) => view.read(member, 'linearizable', s));
        if (linearizable.revision < serializable.revision) {
            return {
                open: false,
                observation: `${member.name} read linearizably at ${linearizable.revision} after ${serializable.revision}`,
            };
        }
        return { open: true, observation: `${member.name} reads at revision ${linearizable.revision}` };
    };
}
function memberWrites(run, subject) {
    const member = memberOf(subject);
    return async () => ({ open: true, observation: `${member.name} wrote at revision ${await write(run, member)}` });
}
/** A member answers a write only when it has applied it: afterwards no member's consistent index is 0 (K29). */
function membersWrite(run) {
    const written = new Map();
    return async () => {
        for (const member of run.members)
            if (!written.has(member))
                written.set(member, await write(run, member));
        const revisions = [...written].map(([member, revision]) => `${member.name} at revision ${revision}`);
        return { open: true, observation: `written through ${revisions.join(', ')}` };
    };
}
async function write(run, member) {
    const { revision } = await (0,bounded/* bounded */.Mm)(run.bounds, `A write through ${member.name}`, limits/* readLimitMs */.cX, (s) => run.options.control.probeWrite(member, s));
    return revision;
}
function memberOf(subject) {
    if (!subject.member) {
        throw stop('internal-error', `A member gate was asked without a member (wanted ${(0,plan_deployment/* nameDeployment */.N)(subject.wanted ?? null)}).`);
    }
    return subject.member;
}

;// CONCATENATED MODULE: ./lib/src/engine/gates/members-bucket.js
// Owns the comparison of each member's stored member list with the list the cluster serves (K6, K7, K29).
// Must not repair anything.


function membersBucketClean(run) {
    return async () => {
        // One after the other: each costs the member a snapshot of its database.
        for (const member of run.members) {
            const complaint = await complaintAbout(run, member);
            if (complaint !== null) {
                return { open: false, observation: `${member.name} ${complaint}`, code: 'members-bucket-stale' };
            }
        }
        return { open: true, observation: `every member stores exactly the ${run.members.length} listed members` };
    };
}
async function complaintAbout(run, member) {
    const listed = await (0,bounded/* bounded */.Mm)(run.bounds, `The member list of ${member.name}`, limits/* readLimitMs */.cX, (s) => run.options.view.memberList(member, s));
    const { members: stored, removedIds } = await (0,bounded/* bounded */.Mm)(run.bounds, `The stored members of ${member.name}`, limits/* storedMembersLimitMs */.Uz, (s) => run.options.view.storedMembers(member, s));
    // An empty answer has nothing to complain about, and proves nothing.
    if (listed.length !== run.members.length)
        return `lists ${listed.length} members of ${run.members.length}`;
    const hex = (id) => id.toString(16);
    const listedIds = new Set(listed.map(({ id }) => id));
    const storedIds = new Set(stored.map(({ id }) => id));
    const removed = new Set(removedIds);
    const buried = listed.filter(({ id }) => removed.has(id));
    if (buried.length > 0)
        return `stores live members as removed: ${buried.map((m) => m.name || hex(m.id)).join(', ')}`;
    const zombies = stored.filter(({ id }) => !listedIds.has(id));
    if (zombies.length > 0)
        return `stores members that the cluster no longer lists: ${zombies.map((m) => hex(m.id)).join(', ')}`;
    const missing = listed.filter(({ id }) => !storedIds.has(id));
    if (missing.length > 0)
        return `does not store the members ${missing.map((m) => m.name || hex(m.id)).join(', ')}`;
    const learners = stored.filter((m) => m.isLearner && !listed.some((l) => l.id === m.id && l.isLearner));
    if (learners.length > 0)
        return `still stores as learner: ${learners.map((m) => hex(m.id)).join(', ')}`;
    return null;
}

;// CONCATENATED MODULE: ./lib/src/engine/gates/index.js





const table = {
    'members-healthy': membersHealthy,
    'quorum-margin': quorumMargin,
    'versions-uniform': versionsUniform,
    'no-alarm': noAlarm,
    'no-downgrade-job': noDowngradeJob,
    'hash-equal': hashEqual,
    'members-bucket-clean': membersBucketClean,
    'members-write': membersWrite,
    'disk-space': diskSpace,
    'no-learner': noLearner,
    'member-running': memberRunning,
    'raft-caught-up': raftCaughtUp,
    'member-reads': memberReads,
    'member-writes': memberWrites,
};
/** Starts looking; facts that count from the gate's beginning (a raft index, a pinned revision) are kept inside. */
function beginCondition(name, run, subject) {
    return table[name](run, subject);
}

;// CONCATENATED MODULE: ./lib/src/engine/gates.js
// Owns how a gate is waited for: look, tell, pause, look again, until it opens or its time is over.
// Must not know what any gate looks at (gates/).







/** Member gates for that member first, then the cluster's. Throws on the first that stays shut. */
async function passGates(run, specs, subject = {}) {
    const ofMember = specs.filter((spec) => gates[spec.name].scope === 'member');
    const ofCluster = specs.filter((spec) => gates[spec.name].scope === 'cluster');
    for (const spec of ofMember) {
        const members = subject.member ? [subject.member] : run.members;
        for (const member of members)
            await passGate(run, spec, { ...subject, member });
    }
    for (const spec of ofCluster)
        await passGate(run, spec, subject.wanted ? { wanted: subject.wanted } : {});
}
async function passGate(run, spec, subject) {
    const condition = beginCondition(spec.name, run, subject);
    await waitUntil(run, { name: spec.name, timeoutMs: spec.timeoutMs, ...(subject.member ? { member: subject.member.name } : {}) }, condition);
}
/** Waits for a named condition; tells of it at least each second. Returns what was seen when it opened. */
async function waitUntil(run, spec, condition) {
    const { clock, signal } = run.bounds;
    const begin = clock.monotonicUs();
    const about = {
        step: run.step.planned,
        gate: spec.name,
        ...(spec.member === undefined ? {} : { member: spec.member }),
    };
    let last = { open: false, observation: 'nothing seen yet' };
    let pauseMs = limits/* pollMinimumMs */.SI;
    const tell = () => emit(run, { type: 'gate-waiting', ...about, observation: last.observation, elapsedMs: (0,bounded/* elapsedMs */.d5)(clock, begin) });
    const heartbeat = new AbortController();
    const beats = beat(run, heartbeat.signal, tell);
    try {
        for (;;) {
            (0,bounded/* throwIfInterrupted */.sK)(signal);
            last = await look(condition, last);
            const waitedMs = (0,bounded/* elapsedMs */.d5)(clock, begin);
            if (last.open) {
                emit(run, { type: 'gate-opened', ...about, observation: last.observation, elapsedMs: waitedMs });
                return last.observation;
            }
            if (waitedMs >= spec.timeoutMs) {
                const where = spec.member === undefined ? '' : ` for ${spec.member}`;
                throw stop(last.code ?? 'gate-failed', `Gate ${spec.name}${where} did not open within ${(0,bounded/* seconds */.YA)(spec.timeoutMs)}: ${last.observation}`, last.hold === undefined ? {} : { hold: last.hold });
            }
            await pause(run, Math.min(pauseMs, spec.timeoutMs - waitedMs));
            pauseMs = Math.min(pauseMs * 1.5, limits/* pollMaximumMs */.aZ);
        }
    }
    finally {
        heartbeat.abort(bounded/* over */.Zh);
        await beats;
    }
}
/** Sleeps; an interrupt ends it with the interruption. */
async function pause(run, ms) {
    const { clock, signal } = run.bounds;
    (0,bounded/* throwIfInterrupted */.sK)(signal);
    try {
        await clock.sleep(ms, signal);
    }
    catch (error) {
        (0,bounded/* throwIfInterrupted */.sK)(signal);
        throw error;
    }
}
async function look(condition, before) {
    try {
        return await condition();
    }
    catch (error) {
        if ((0,bounded/* isInterruption */.si)(error) || isFinal(error))
            throw error;
        if (!(error instanceof errors/* EtcdMigrateError */.A8))
            throw error;
        const seen = before.observation.replace(/;? ?last error: .*$/, '');
        return {
            open: false,
            observation: seen === '' || seen === 'nothing seen yet'
                ? `last error: ${(0,bounded/* inOneLine */.UX)(error)}`
                : `${seen}; last error: ${(0,bounded/* inOneLine */.UX)(error)}`,
        };
    }
}
/** Findings that more waiting cannot change. */
function isFinal(error) {
    return (error instanceof errors/* EtcdMigrateError */.A8 && (error.code === 'hash-mismatch' || error.code === 'downgrade-in-progress'));
}
async function beat(run, signal, tell) {
    while (!signal.aborted) {
        try {
            await run.bounds.clock.sleep(limits/* heartbeatMs */.fO, signal);
        }
        catch {
            return; // the wait is over
        }
        tell();
    }
}

;// CONCATENATED MODULE: ./lib/src/engine/steps/hold.js




async function hold(run, step) {
    emit(run, { type: 'point-of-no-return', side: 'before' });
    const begin = run.bounds.clock.monotonicUs();
    for (let left = step.soakMs; left > 0; left = step.soakMs - (0,bounded/* elapsedMs */.d5)(run.bounds.clock, begin)) {
        await pause(run, Math.min(left, limits/* heartbeatMs */.fO));
        emit(run, {
            type: 'progress',
            message: `holding before the point of no return, ${(0,bounded/* seconds */.YA)(Math.max(0, left))} left`,
        });
    }
    await passGates(run, step.gates);
    return `held for ${(0,bounded/* seconds */.YA)(step.soakMs)}, all gates open`;
}

;// CONCATENATED MODULE: ./lib/src/engine/selection.js
// Owns the choice of the member that is touched next, from live state, and whether it may be touched at all.
// Must not change anything.








function onDeployment(survey, wanted) {
    return survey.members.filter(({ host }) => host?.running != null && (0,plan_deployment/* sameDeployment */.q)(host.running, wanted));
}
/** Looks until every host answers, at most `contactLimitMs`; then the run is held, because nobody knows what runs there. */
async function surveyWithContact(run) {
    const begin = run.bounds.clock.monotonicUs();
    for (;;) {
        const survey = await (0,engine_survey/* surveyCluster */.vy)(run.options, run.bounds, run.members);
        const lost = survey.members.filter(({ host }) => host === null);
        if (lost.length === 0)
            return survey;
        if ((0,bounded/* elapsedMs */.d5)(run.bounds.clock, begin) >= limits/* contactLimitMs */.uP) {
            const names = lost.map(({ member, hostError }) => `${member.name} (${hostError ?? 'no answer'})`);
            throw stop('member-lost', `Contact with the host of ${names.join(', ')} was lost for ${(0,bounded/* seconds */.YA)(limits/* contactLimitMs */.uP)}.`);
        }
        emit(run, {
            type: 'progress',
            message: `waiting for the host of ${lost.map(({ member }) => member.name).join(', ')}`,
        });
        await pause(run, limits/* pollMaximumMs */.aZ);
    }
}
/**
 * Why the member must not be stopped now, or null when it may: every other member is up, and they are a quorum without
 * it. A member that is down already takes nothing away from the others, so only they count. Fewer than three members
 * can spare none: there every stop is an outage, and the plan says so by asking for no margin.
 */
function obstacleTo(survey, name) {
    const others = survey.members.filter(({ member }) => member.name !== name);
    const down = others.filter(({ up }) => !up);
    if (down.length > 0) {
        return `${down.map(({ member, statusError }) => `${member.name} is down (${statusError ?? 'it knows no leader'})`).join(' and ')}, so no other member may be stopped`;
    }
    if (survey.members.length >= 3 && others.length < (0,engine_survey/* quorumOf */.NI)(survey.members.length)) {
        return `${others.length} of ${survey.members.length} members are no quorum`;
    }
    return null;
}
/**
 * The next member that does not run `to`: one that is down first, then the oldest release, followers before the
 * leader. Gives a cluster that is not whole `recoverLimitMs` to become so by itself. Throws a hold where no member may
 * be touched. Null when all members run `to`.
 */
async function chooseMember(run, to) {
    const begin = run.bounds.clock.monotonicUs();
    for (;;) {
        const survey = await surveyWithContact(run);
        const done = new Set(onDeployment(survey, to).map(({ member }) => member.name));
        const candidates = survey.members.filter(({ member }) => !done.has(member.name)).sort(byUrgency(survey));
        const [first] = candidates;
        if (!first)
            return null;
        const whole = survey.members.every(({ up }) => up) && survey.leader !== null;
        const overdue = (0,bounded/* elapsedMs */.d5)(run.bounds.clock, begin) >= limits/* recoverLimitMs */.at;
        const obstacle = obstacleTo(survey, first.member.name);
        // A process that ended will not come back by waiting; one that runs may only be slow.
        const isEnded = first.host?.running === null;
        if (obstacle === null && (whole || overdue || isEnded))
            return { chosen: first, survey };
        if (overdue) {
            const reason = obstacle ?? 'the members do not agree on a leader';
            throw stop('gate-failed', `No member can be switched safely: after ${(0,bounded/* seconds */.YA)(limits/* recoverLimitMs */.at)} ${reason}.`, {
                hold: true,
            });
        }
        emit(run, {
            type: 'progress',
            message: `waiting for all members to be up: ${obstacle ?? 'no agreement on a leader'}`,
        });
        await pause(run, limits/* pollMaximumMs */.aZ);
    }
}
function byUrgency(survey) {
    const isLeader = (m) => (survey.leader?.member.name === m.member.name ? 1 : 0);
    const isUp = (m) => (m.up ? 1 : 0);
    const release = (m) => m.host?.running?.release ?? '0.0.0';
    return (left, right) => isUp(left) - isUp(right) || isLeader(left) - isLeader(right) || (0,catalog_version/* compareVersions */.Zy)(release(left), release(right));
}

// EXTERNAL MODULE: ./lib/src/engine/side.js
var side = __webpack_require__(47142);
;// CONCATENATED MODULE: ./lib/src/engine/switching.js
// Owns one change of a member's process: journal first, then the driver, then, when that is unclear, what really runs.
// Must not judge whether etcd is healthy (gates) nor undo anything (restoring.ts).







/**
 * Puts `to` on the member. Throws `member-lost` (a hold) when nobody can say what runs there now, the interruption
 * when the run is stopped and the switch has not ended within `interruptGraceMs` (journaled as unknown).
 * With `kill` the process with that pid is killed and the same deployment started again.
 */
async function changeMember(run, member, from, to, kill) {
    const { driver, clock } = run.options;
    const step = run.step.planned.id;
    await run.journal.append({ type: 'switch-intended', step, member: member.name, from, to });
    const sinceWallMs = clock.wallMs();
    emit(run, { type: 'member-switching', member: member.name, to });
    run.memory.lastSwitched = member.name;
    const mutation = kill ? driver.killAndRestart(member) : driver.switchTo(member, to);
    const ended = await outcomeOf(run, member, mutation);
    if (ended instanceof Ended) {
        const { result } = ended;
        run.memory.stopMs += result.stopMs;
        if (result.outcome === 'running')
            run.memory.startMs += result.startMs;
        await run.journal.append({ type: 'switch-ended', step, member: member.name, outcome: result.outcome });
        if (result.outcome === 'running') {
            emit(run, { type: 'member-switched', member: member.name, to, stopMs: result.stopMs, startMs: result.startMs });
            return { outcome: 'running' };
        }
        const by = result.signal === null ? `with code ${result.code ?? 'unknown'}` : `by signal ${result.signal}`;
        const code = result.hostTrouble ?? 'member-start-failed';
        const message = `the process of ${(0,plan_deployment/* nameDeployment */.N)(to)} ended ${by}${blame(code)}`;
        return { outcome: 'exited', code, message, lastLines: result.lastLines };
    }
    // Unknown: the transaction may still finish on the host by itself.
    let facts;
    try {
        facts = await settledHost(run, member, to, ended.error);
    }
    catch (error) {
        await run.journal.append({ type: 'switch-ended', step, member: member.name, outcome: 'unknown' });
        throw error;
    }
    // After a kill the same deployment runs as before: only another process proves that it happened.
    const isDone = kill === undefined || facts.pid !== kill.pid;
    if (facts.running && (0,plan_deployment/* sameDeployment */.q)(facts.running, to) && isDone) {
        await run.journal.append({ type: 'switch-ended', step, member: member.name, outcome: 'running' });
        emit(run, { type: 'member-switched', member: member.name, to, stopMs: 0, startMs: 0 });
        return { outcome: 'running' };
    }
    if (facts.running === null) {
        await run.journal.append({ type: 'switch-ended', step, member: member.name, outcome: 'exited' });
        const lastLines = await lastLinesOf(run, member, sinceWallMs);
        const code = hostTroubleOf(ended.error) ?? 'member-start-failed';
        const message = `no process runs there (${(0,bounded/* inOneLine */.UX)(ended.error)})${blame(code)}`;
        return { outcome: 'exited', code, message, lastLines };
    }
    await run.journal.append({ type: 'switch-ended', step, member: member.name, outcome: 'unknown' });
    return { outcome: 'unchanged', error: ended.error };
}
const hostTroubles = {
    'port-taken': 'another process holds one of its ports',
    'no-space': 'its disk is full',
    'no-permission': 'it may not use its files',
};
function hostTroubleOf(error) {
    const code = error instanceof errors/* EtcdMigrateError */.A8 ? error.code : '';
    return Object.keys(hostTroubles).find((trouble) => trouble === code);
}
/** Said wherever the host is at fault, so that nobody takes it for a verdict on the release. */
function blame(code) {
    return code === 'member-start-failed' ? '' : `: ${hostTroubles[code]}, which says nothing about the release`;
}
class Ended {
    result;
    constructor(result) {
        this.result = result;
    }
}
/** The driver's answer, or the error that leaves it unknown. An interrupt gives the switch a last few seconds. */
async function outcomeOf(run, member, mutation) {
    const { clock, signal } = run.bounds;
    const answered = mutation.then((result) => new Ended(result), (error) => ({ error }));
    const timer = new AbortController();
    let onInterrupt;
    try {
        const grace = new Promise((resolve) => {
            onInterrupt = () => {
                clock.sleep(limits/* interruptGraceMs */.u8, timer.signal).then(() => resolve(null), () => undefined);
            };
            if (signal.aborted)
                onInterrupt();
            else
                signal.addEventListener('abort', onInterrupt, { once: true });
        });
        const limit = clock.sleep(limits/* switchLimitMs */.It, timer.signal).then(() => ({
            error: stop('member-lost', `The switch of ${member.name} has not ended within ${(0,bounded/* seconds */.YA)(limits/* switchLimitMs */.It)}.`),
        }));
        const first = await Promise.race([answered, limit, grace]);
        if (first !== null)
            return first;
    }
    finally {
        if (onInterrupt)
            signal.removeEventListener('abort', onInterrupt);
        timer.abort(bounded/* over */.Zh);
    }
    await run.journal.append({
        type: 'switch-ended',
        step: run.step.planned.id,
        member: member.name,
        outcome: 'unknown',
    });
    throw (0,bounded/* interruption */.YW)(signal);
}
/** What runs on the host after a switch whose answer was lost. Held when the host does not answer. */
function settledHost(run, member, to, error) {
    return settleHost(run.options, run.bounds, member, to, {
        limitMs: isAnswer(error) ? 0 : limits/* settleLimitMs */.N,
        why: (0,bounded/* inOneLine */.UX)(error),
    });
}
/** The driver's own "no": its transaction has ended, so there is nothing left to settle. */
function isAnswer(error) {
    return error instanceof errors/* EtcdMigrateError */.A8 && error.code !== 'member-lost' && error.code !== 'tool-failed';
}
/** etcd's own last lines since the switch began; empty when they cannot be had. */
async function lastLinesOf(run, member, sinceWallMs) {
    const lines = [];
    try {
        await (0,bounded/* bounded */.Mm)(run.bounds, `The log of ${member.name}`, limits/* inspectLimitMs */.Gn, async (signal) => {
            for await (const line of run.options.driver.logs(member, sinceWallMs)) {
                if (signal.aborted)
                    return;
                lines.push(line);
                if (lines.length > 20)
                    lines.shift();
            }
        });
    }
    catch (error) {
        if ((0,bounded/* isInterruption */.si)(error))
            throw error;
        run.options.log.warn(`The log of ${member.name} cannot be read`, { error: (0,bounded/* inOneLine */.UX)(error) });
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/src/engine/restoring.js









const gatesAfterRestoring = ['member-running', 'raft-caught-up', 'members-healthy'].map((name) => ({ name, timeoutMs: limits/* restoredGateMs */.Ih }));
/** Gives the member its old deployment back where that is safe, and ends the run either way with what stands now. */
async function restoreAndStop(run, member, old, tried, failure) {
    const said = `${describeFailure(run, failure)}.`;
    const { hop } = run.step;
    const survey = await surveyWithContact(run);
    const obstacle = obstacleTo(survey, member.name);
    const host = survey.members.find((each) => each.member.name === member.name)?.host;
    // Where nothing runs there is nothing to lose, but somebody may have started it again meanwhile.
    const hasEnded = failure.ended && host?.running === null;
    if (obstacle !== null && !hasEnded) {
        throw end(failure, `${said} ${member.name} keeps ${(0,plan_deployment/* nameDeployment */.N)(tried)}: ${obstacle}.`, true);
    }
    if (old.release !== hop.to && (await (0,side/* hasFlipped */.x)(run.options.view, run.bounds, run.members, hop))) {
        throw end(failure, `${said} ${member.name} cannot go back to ${old.release}: the cluster version is ${hop.to} already. The other members keep quorum; repair ${member.name} and resume.`, true);
    }
    const back = await changeMember(run, member, hasEnded ? null : tried, old);
    if (back.outcome === 'unchanged') {
        throw end(failure, `${said} ${member.name} could not be put back on ${(0,plan_deployment/* nameDeployment */.N)(old)} (${(0,bounded/* inOneLine */.UX)(back.error)}) and still runs ${(0,plan_deployment/* nameDeployment */.N)(tried)}.`, true);
    }
    if (back.outcome === 'exited') {
        if (!hasEnded)
            await goForwardAgain(run, member, tried, said, failure);
        throw end({ ...failure, evidence: [...failure.evidence, ...back.lastLines] }, `${said} Putting ${(0,plan_deployment/* nameDeployment */.N)(old)} back failed as well: ${back.message}. ${member.name} is down; its data is untouched. ${await quorumSentence(run)}`, true);
    }
    await run.journal.append({ type: 'member-restored', step: run.step.planned.id, member: member.name, to: old });
    try {
        await passGates(run, gatesAfterRestoring, { member, wanted: old });
    }
    catch (error) {
        if ((0,bounded/* isInterruption */.si)(error) || !(error instanceof errors/* EtcdMigrateError */.A8))
            throw error;
        throw end(failure, `${said} ${member.name} runs ${(0,plan_deployment/* nameDeployment */.N)(old)} again, but: ${(0,bounded/* inOneLine */.UX)(error)}`, isHold(error));
    }
    const still = onDeployment(await surveyWithContact(run), tried).map((m) => m.member.name);
    const where = still.length === 0
        ? `so no member runs ${(0,plan_deployment/* nameDeployment */.N)(tried)} any more`
        : `and ${still.join(', ')} still run${still.length === 1 ? 's' : ''} ${(0,plan_deployment/* nameDeployment */.N)(tried)}: go on with resume when the cause is gone, or back with rollback`;
    throw end(failure, `${said} ${member.name} is back on ${(0,plan_deployment/* nameDeployment */.N)(old)} and healthy, ${where}.`, false);
}
/**
 * What a member without a process ran before, other than `to`: by the journal, and the hop's source where it says
 * nothing. A release that the member never ran is no way back.
 */
function deploymentBefore(run, member, to) {
    const { hop } = run.step;
    const ran = [];
    let intended;
    for (const record of run.journal.records) {
        if (record.type === 'switch-intended' && record.member === member.name) {
            if (record.from)
                ran.push(record.from);
            intended = record.to;
        }
        else if (record.type === 'switch-ended' && record.member === member.name) {
            if (record.outcome === 'running' && intended)
                ran.push(intended);
        }
    }
    const ofThisHop = ran.filter(({ release }) => release === hop.from || release === hop.to);
    return ofThisHop.findLast((deployment) => !(0,plan_deployment/* sameDeployment */.q)(deployment, to)) ?? { release: hop.from, overrides: {} };
}
/** The failure in etcd's and our words; a known symptom is named with its cure. */
function describeFailure(run, failure) {
    const symptom = run.options.symptomOf(failure.evidence);
    const message = failure.message.replace(/\.$/, '');
    if (!symptom)
        return message;
    const plain = (text) => text.replace(/\.$/, '');
    // etcd's own words name the flag, the entry or the version that our explanation can only speak of.
    const line = failure.evidence.find((each) => run.options.symptomOf([each]) !== undefined);
    const quoted = line === undefined ? '' : `: "${line.trim().slice(0, 300)}"`;
    return `${message}${quoted}. This is ${symptom.knownAs}: ${plain(symptom.explanation)}. ${plain(symptom.remedy)}`;
}
function end(failure, message, hold) {
    return stop(failure.code, message, { hold, evidence: failure.evidence });
}
/** The flip came between our look and the old binary's start: the process that ran before us is put back. */
async function goForwardAgain(run, member, tried, said, failure) {
    const { hop } = run.step;
    if (!(await (0,side/* hasFlipped */.x)(run.options.view, run.bounds, run.members, hop)))
        return;
    const forward = await changeMember(run, member, null, tried);
    if (forward.outcome !== 'running')
        return;
    throw end(failure, `${said} The cluster version became ${hop.to} meanwhile, so the old release does not start any more; ${member.name} runs ${(0,plan_deployment/* nameDeployment */.N)(tried)} again.`, true);
}
async function quorumSentence(run) {
    const survey = await surveyWithContact(run);
    const up = survey.members.filter((m) => m.up).length;
    return survey.leader
        ? `${up} of ${survey.members.length} members are up and have quorum, with no margin left.`
        : `${up} of ${survey.members.length} members are up and see no leader.`;
}

;// CONCATENATED MODULE: ./lib/src/engine/steps/kill-member.js
// Owns the rehearsal's step that kills a member without warning and sees it come back as it was.
// Must not kill where another member is down already.








async function killMember(run, step) {
    const { member, running, kill } = await victimOf(run, step);
    const first = kill === null
        ? await changeMember(run, member, null, running)
        : await changeMember(run, member, running, running, kill);
    // Whatever the cause, the member is brought back: starting what ran before is the same as ever.
    const end = first.outcome === 'exited' ? await changeMember(run, member, null, running) : first;
    if (end.outcome === 'exited') {
        const message = `${member.name} did not come back on ${(0,plan_deployment/* nameDeployment */.N)(running)} after it was killed: ${end.message}`;
        throw stop(end.code, `${describeFailure(run, { message, evidence: end.lastLines })}. ${member.name} is down; its data is untouched.`, { hold: true, evidence: end.lastLines });
    }
    if (end.outcome === 'unchanged') {
        const { error } = end;
        if (!(error instanceof errors/* EtcdMigrateError */.A8))
            throw error;
        throw stop(error.code, `${member.name} was not killed and still runs: ${error.message}`, { cause: error });
    }
    await passGates(run, step.gates, { member, wanted: running });
    // Nobody starts a member twice after a crash: that the first start ended by itself is what the kill was to find out.
    if (first.outcome === 'exited' && first.code === 'member-start-failed') {
        const message = `${member.name} did not come back on ${(0,plan_deployment/* nameDeployment */.N)(running)} after it was killed: ${first.message}`;
        throw stop(first.code, `${describeFailure(run, { message, evidence: first.lastLines })}. Started once more it came up, and runs ${(0,plan_deployment/* nameDeployment */.N)(running)}.`, { evidence: first.lastLines });
    }
    return `${member.name} was killed and came back on ${(0,plan_deployment/* nameDeployment */.N)(running)}`;
}
/** A resumed step first brings back the member that it had begun with, if that is down; otherwise it kills (again). */
async function victimOf(run, step) {
    const survey = await surveyWithContact(run);
    const open = unfinishedSwitch(run);
    const begun = open && survey.members.find(({ member }) => member.name === open.member);
    if (begun && begun.host?.running == null) {
        const running = open.from ?? { release: run.step.hop.from, overrides: {} };
        return { member: begun.member, running, kill: null };
    }
    const { leader } = survey;
    if (!leader)
        throw stop('gate-failed', 'The members do not agree on a leader, so none was killed.', { hold: true });
    const choice = step.select === 'leader' || survey.members.length === 1
        ? leader
        : survey.members.find((m) => m.member.name !== leader.member.name);
    if (!choice?.host?.running)
        throw stop('gate-failed', `No ${step.select} runs that could be killed.`, { hold: true });
    const obstacle = obstacleTo(survey, choice.member.name);
    if (obstacle !== null)
        throw stop('gate-failed', `No member was killed: ${obstacle}.`, { hold: true });
    return { member: choice.member, running: choice.host.running, kill: { pid: choice.host.pid } };
}

;// CONCATENATED MODULE: ./lib/src/engine/steps/observe.js



async function observe(run, step) {
    const { observer } = run.options;
    if (!observer)
        throw stop('internal-error', `Step ${run.step.planned.id} observes, but this run has no observer.`);
    await (0,bounded/* bounded */.Mm)(run.bounds, `The observation of the ${step.state.phase} state`, step.dwellMs + limits/* observeLimitMs */.sg, (signal) => observer.observe(step.state, step.dwellMs, run.members, signal));
    return `observed the ${step.state.phase} state, ${step.state.upgraded} of ${step.state.voters} on ${step.state.to}`;
}

;// CONCATENATED MODULE: ./lib/src/engine/steps/renew-raft-snapshots.js






/** At most so many entries per member's snapshot interval: enough for the slowest file, bounded for the cluster. */
const budgetFactor = 3;
const chunkMaximum = 2_000;
/** The highest applied index of any member: a snapshot at or above it covers everything the members had applied. */
async function renewalGoal(run) {
    const { members } = await (0,engine_survey/* surveyStatus */.DH)(run.options.view, run.bounds, run.members);
    const silent = members.filter(({ status }) => status === null);
    if (silent.length > 0) {
        const names = silent.map(({ member, statusError }) => `${member.name} (${statusError ?? 'no answer'})`);
        throw stop('gate-failed', `The raft index to cover is unknown: ${names.join(', ')} did not answer. Nothing was changed.`);
    }
    const goal = (0,engine_survey/* highest */.BR)(members.flatMap(({ status }) => (status ? [status.raftAppliedIndex] : [])), 0n);
    return { goal: goal.toString() };
}
async function renewRaftSnapshots(run, step) {
    const { clock } = run.bounds;
    const goal = BigInt(run.facts.goal ?? '-1');
    if (goal < 0n)
        throw stop('internal-error', `Step ${run.step.planned.id} was journaled without its goal.`);
    const begin = clock.monotonicUs();
    const budget = step.snapshotCount * budgetFactor + 1_000;
    const chunk = Math.min(chunkMaximum, Math.max(100, Math.ceil(step.snapshotCount / 4)));
    let sent = 0;
    let attempt = 0;
    let lastError = '';
    for (;;) {
        const stale = await staleMembers(run, goal);
        if (stale.length === 0) {
            run.memory.preparationMs += (0,bounded/* elapsedMs */.d5)(clock, begin);
            return `every member has a raft snapshot at or above index ${goal} (${sent} entries sent)`;
        }
        const spentMs = (0,bounded/* elapsedMs */.d5)(clock, begin);
        emit(run, { type: 'progress', message: `${step.reason}: ${sent} raft entries sent; ${stale.join('; ')}` });
        if (spentMs >= step.timeoutMs) {
            const error = lastError === '' ? '' : `; last error: ${lastError}`;
            throw stop('raft-snapshot-stale', `After ${sent} raft entries not every member has a raft snapshot at or above index ${goal}: ${stale.join('; ')}${error}.`);
        }
        if (sent >= budget) {
            await pause(run, limits/* pollMaximumMs */.aZ); // the files may still appear
            continue;
        }
        try {
            // Counted before the answer: a time-out means unknown, and the budget bounds what the cluster may have to bear.
            sent += chunk;
            await churn(run, attempt, chunk, step.timeoutMs - spentMs);
        }
        catch (error) {
            if ((0,bounded/* isInterruption */.si)(error))
                throw error;
            lastError = (0,bounded/* inOneLine */.UX)(error);
            attempt += 1;
            await pause(run, limits/* pollMaximumMs */.aZ);
        }
    }
}
async function churn(run, attempt, entries, limitMs) {
    const { members, leader } = await (0,engine_survey/* surveyStatus */.DH)(run.options.view, run.bounds, run.members);
    const healthy = [...(leader ? [leader] : []), ...members.filter((m) => m.up && m !== leader)];
    const via = healthy[attempt % Math.max(1, healthy.length)];
    if (!via)
        throw stop('gate-failed', 'no member is up');
    await (0,bounded/* bounded */.Mm)(run.bounds, `Lease grants through ${via.member.name}`, Math.max(1, limitMs), (signal) => run.options.control.churnLeases(via.member, entries, signal));
}
/** Members without the proof, with what they have; a host that cannot be looked at proves nothing. */
async function staleMembers(run, goal) {
    const seen = await Promise.all(run.members.map(async (member) => {
        try {
            const facts = await (0,bounded/* bounded */.Mm)(run.bounds, `The host of ${member.name}`, limits/* inspectLimitMs */.Gn, (s) => run.options.driver.inspect(member, s));
            const newest = (0,engine_survey/* highest */.BR)(facts.raftSnapshots.map(({ index }) => index), -1n);
            if (newest >= goal)
                return null;
            return `${member.name}: newest snapshot ${newest < 0n ? 'none' : `at ${newest}`}`;
        }
        catch (error) {
            if ((0,bounded/* isInterruption */.si)(error))
                throw error;
            return `${member.name}: ${(0,bounded/* inOneLine */.UX)(error)}`;
        }
    }));
    return seen.filter((complaint) => complaint !== null);
}

;// CONCATENATED MODULE: ./lib/src/engine/steps/stage.js


async function stage(run, step) {
    await stageOnAll(run, step.release);
    return `${step.release} is in place on ${run.members.length} members`;
}
async function stageOnAll(run, release) {
    for (const member of run.members) {
        await (0,bounded/* bounded */.Mm)(run.bounds, `Staging ${release} on ${member.name}`, limits/* stageLimitMs */._6, (signal) => run.options.driver.stage(member, release, signal));
    }
}

;// CONCATENATED MODULE: ./lib/src/engine/held.js
// Owns the rule that the last old member of a minor hop is replaced right after a hold, whatever came in between.
// Must not hold (steps/hold.ts): it says whether one is due.

/**
 * The hop's hold when it has to be done (again) before `next`, the last old member, is replaced by the step under way:
 * it never ended, or a member was changed since, by a roll-back or because somebody else had put members back. Legs do
 * not count, they leave the cluster as they found it; nor does an earlier try to replace `next`.
 */
function holdDueBefore(run, next, to) {
    const { hop, part } = run.step;
    if (hop.kind !== 'minor' || part !== 'upgrade')
        return undefined;
    const hold = hop.steps.find((planned) => planned.step.kind === 'hold');
    if (hold === undefined)
        return undefined;
    const { records } = run.journal;
    const legs = new Set(run.options.plan.legs.flatMap((leg) => leg.steps.map(({ id }) => id)));
    const held = records.findLast((r) => r.type === 'step-finished' && r.step === hold.id);
    const changed = records.findLast((r) => r.type === 'switch-intended' && !legs.has(r.step) && !(r.member === next && (0,plan_deployment/* sameDeployment */.q)(r.to, to)));
    return held === undefined || (changed !== undefined && changed.seq > held.seq) ? hold : undefined;
}

;// CONCATENATED MODULE: ./lib/src/engine/leadership.js
// Owns moving leadership away from a member before it is stopped, and proving that it moved.
// Must not stop anything.






const attempts = 4;
/**
 * After this a majority of Status answers agrees on a leader that is not `member`. The receiver is caught up and, if
 * there is a choice, not the member that was restarted last. An error of the call means unknown: the answers decide.
 */
async function moveLeadershipAway(run, member) {
    if (run.members.length === 1)
        return;
    let lastError = 'no attempt was possible';
    for (let attempt = 0; attempt < attempts; attempt++) {
        const leader = await agreedLeader(run);
        if (leader.member.name !== member.name)
            return;
        const receiver = await caughtUpReceiver(run, leader, attempt);
        try {
            await (0,bounded/* bounded */.Mm)(run.bounds, `MoveLeader of ${member.name}`, limits/* readLimitMs */.cX, (s) => run.options.control.moveLeader(member, { id: receiver.memberId }, s));
        }
        catch (error) {
            if ((0,bounded/* isInterruption */.si)(error))
                throw error;
            lastError = (0,bounded/* inOneLine */.UX)(error);
        }
        const successor = await successorOf(run, member);
        if (successor !== null) {
            emit(run, { type: 'leader-moved', from: member.name, to: successor });
            return;
        }
    }
    throw stop('gate-failed', `Leadership could not be moved away from ${member.name} in ${attempts} attempts (${lastError}); it was not stopped.`);
}
/** The members learn of a new leader one by one; null when a majority still calls `member` leader after the limit. */
async function successorOf(run, member) {
    const { clock } = run.bounds;
    const begin = clock.monotonicUs();
    for (;;) {
        const { leader } = await (0,engine_survey/* surveyStatus */.DH)(run.options.view, run.bounds, run.members);
        if (leader && leader.member.name !== member.name)
            return leader.member.name;
        if ((0,bounded/* elapsedMs */.d5)(clock, begin) >= limits/* successorLimitMs */.E7)
            return null;
        await pause(run, limits/* pollMinimumMs */.SI);
    }
}
async function agreedLeader(run) {
    let leader = null;
    await waitUntil(run, { name: 'leader-agreed', timeoutMs: limits/* leaderMoveLimitMs */.ct }, async () => {
        const survey = await (0,engine_survey/* surveyStatus */.DH)(run.options.view, run.bounds, run.members);
        leader = survey.leader;
        const seen = survey.members.map((m) => `${m.member.name}: ${m.status ? m.status.leaderId.toString(16) : m.statusError}`);
        return leader === null
            ? {
                open: false,
                observation: `no majority of ${(0,engine_survey/* quorumOf */.NI)(run.members.length)} agrees on a leader (${seen.join(', ')})`,
            }
            : { open: true, observation: `${leader.member.name} leads` };
    });
    if (leader === null)
        throw stop('internal-error', 'The gate leader-agreed opened without a leader.');
    return leader;
}
/** Waits until a follower has applied what the leader had committed at the beginning; prefers not the last restarted. */
async function caughtUpReceiver(run, leader, attempt) {
    const goal = leader.status?.raftIndex ?? 0n;
    let receiver = null;
    await waitUntil(run, { name: 'leadership-receiver', timeoutMs: limits/* leaderMoveLimitMs */.ct }, async () => {
        const survey = await (0,engine_survey/* surveyStatus */.DH)(run.options.view, run.bounds, run.members);
        const caughtUp = survey.members.filter(({ member, status, up }) => up && status && member.name !== leader.member.name && !status.isLearner && status.raftAppliedIndex >= goal);
        const rested = caughtUp.filter(({ member }) => member.name !== run.memory.lastSwitched);
        const pool = rested.length > 0 ? rested : caughtUp;
        receiver = pool[attempt % Math.max(1, pool.length)]?.status ?? null;
        const seen = survey.members.map((m) => `${m.member.name} at ${m.status?.raftAppliedIndex ?? m.statusError}`);
        return receiver === null
            ? { open: false, observation: `no follower has applied ${goal}: ${seen.join(', ')}` }
            : { open: true, observation: `a follower has applied ${goal}` };
    });
    if (receiver === null)
        throw stop('internal-error', 'The gate leadership-receiver opened without a receiver.');
    return receiver;
}

;// CONCATENATED MODULE: ./lib/src/engine/steps/switch-member.js
// Owns the step that puts a deployment on the next member: choose, move leadership, switch, gates, or the way back.
// Must not know how a driver does it.















/** How often the choice may be overtaken by events (a leader that comes back, a member that goes away) before we stop. */
const rounds = 6;
/**
 * After this step at least `ordinal` members run `to`. Normally that is one member more; a resumed step may find it
 * done already (then only the gates are passed again) or has more than one member to do. One at a time in any case.
 */
async function switchMember(run, step) {
    for (let round = 0; round < rounds; round++) {
        const done = await switchUpTo(run, step);
        if (done !== null)
            return done;
    }
    throw notStill('to say which members are left', 'what was changed is in the journal');
}
/** Null when the members that were left came to run `to` by another hand meanwhile: they have to be looked at anew. */
async function switchUpTo(run, step) {
    const open = unfinishedSwitch(run);
    const before = await surveyWithContact(run);
    const there = onDeployment(before, step.to);
    if (there.length >= step.ordinal) {
        for (const { member } of there) {
            const isOurs = open?.member === member.name;
            await verify(run, step, member, isOurs ? (open.from ?? deploymentBefore(run, member, step.to)) : null);
        }
        await tellSide(run);
        return `${there.length} members run ${(0,plan_deployment/* nameDeployment */.N)(step.to)} already`;
    }
    const switched = [];
    for (;;) {
        const survey = await surveyWithContact(run);
        if (onDeployment(survey, step.to).length >= step.ordinal)
            break;
        await holdWhereDue(run, step, survey);
        const done = await switchOne(run, step);
        if (done === null)
            return null;
        switched.push(done);
    }
    await tellSide(run);
    return `${switched.join(', ')} → ${(0,plan_deployment/* nameDeployment */.N)(step.to)}`;
}
/** Journaled as what it is, the hop's hold in the middle of this step: a run killed after it need not hold once more. */
async function holdWhereDue(run, step, survey) {
    const done = onDeployment(survey, step.to);
    const [last, ...others] = survey.members.filter((member) => !done.includes(member));
    // One that is down is not held for: no gate of a hold would open, and what counts then is that it comes up again.
    if (step.purpose !== 'upgrade' || !last?.host?.running || others.length > 0)
        return;
    const due = holdDueBefore(run, last.member.name, step.to);
    if (!due)
        return;
    const begin = run.bounds.clock.monotonicUs();
    await run.journal.append({ type: 'step-started', step: due.id });
    await hold(run, due.step);
    const durationMs = (0,bounded/* elapsedMs */.d5)(run.bounds.clock, begin);
    await run.journal.append({ type: 'step-finished', step: due.id, durationMs });
    await run.journal.append({ type: 'step-started', step: run.step.planned.id });
}
/** The member's name; null when none is left. */
async function switchOne(run, step) {
    const ready = await readyMember(run, step);
    if (ready === null)
        return null;
    const { member, from } = ready;
    const old = from ?? deploymentBefore(run, member, step.to);
    const end = await changeMember(run, member, from, step.to);
    switch (end.outcome) {
        case 'running':
            await verify(run, step, member, old);
            return member.name;
        case 'exited':
            return await restoreAndStop(run, member, old, step.to, {
                code: end.code,
                message: `${member.name} did not start on ${(0,plan_deployment/* nameDeployment */.N)(step.to)}: ${end.message}`,
                evidence: end.lastLines,
                ended: true,
            });
        case 'unchanged': {
            const { error } = end;
            if (!(error instanceof errors/* EtcdMigrateError */.A8))
                throw error;
            throw stop(error.code, `${member.name} was not switched and still runs ${(0,plan_deployment/* nameDeployment */.N)(from)}: ${error.message}`, { evidence: evidenceOf(error), cause: error });
        }
    }
}
/**
 * The member to touch, checked again in the last moment: all others up, and it does not lead. Each answer is live; what
 * changed meanwhile starts the choice anew. Null when every member runs `to`.
 */
async function readyMember(run, step) {
    for (let round = 0; round < rounds; round++) {
        const choice = await chooseMember(run, step.to);
        if (!choice)
            return null;
        const { chosen, survey } = choice;
        if (step.purpose === 'roll-back')
            await refuseAfterTheFlip(run, step.to, survey);
        if (chosen.up)
            await moveLeadershipAway(run, chosen.member);
        const now = await (0,engine_survey/* surveyStatus */.DH)(run.options.view, run.bounds, run.members);
        const leads = run.members.length > 1 && now.leader?.member.name === chosen.member.name;
        const known = now.leader !== null || !chosen.up || run.members.length === 1;
        if (!leads && known && obstacleTo(now, chosen.member.name) === null) {
            return { member: chosen.member, from: chosen.host?.running ?? null };
        }
    }
    throw notStill('to choose a member', 'nothing was changed');
}
function notStill(what, sofar) {
    const message = `The cluster was not still for long enough ${what} in ${rounds} attempts; ${sofar}.`;
    return stop('gate-failed', message, { hold: true });
}
/** The old release would be refused (K16): going back is over, whatever the plan says. */
async function refuseAfterTheFlip(run, to, survey) {
    const { hop } = run.step;
    if ((0,catalog_version/* lineOf */.cA)(to.release) === (0,catalog_version/* lineOf */.cA)(hop.to))
        return;
    const flipped = await (0,side/* hasFlipped */.x)(run.options.view, run.bounds, run.members, hop);
    if ((0,side/* sideOf */.J)(hop, survey, flipped) === 'after') {
        throw stop('past-point-of-no-return', `Hop ${hop.from} → ${hop.to} is past the point of no return: no member was switched back to ${to.release}.`);
    }
}
/** The step's gates. Where they stay shut, the member gets `old` back, unless nobody may go on or back by himself. */
async function verify(run, step, member, old) {
    const sinceWallMs = run.bounds.clock.wallMs();
    try {
        await passGates(run, step.gates, { member, wanted: step.to });
    }
    catch (error) {
        if ((0,bounded/* isInterruption */.si)(error) || !(error instanceof errors/* EtcdMigrateError */.A8) || error.kind === 'bug')
            throw error;
        const lines = await lastLinesOf(run, member, sinceWallMs);
        const message = `${member.name} on ${(0,plan_deployment/* nameDeployment */.N)(step.to)}: ${error.message}`;
        if (old === null || isHold(error)) {
            throw stop(error.code, `${describeFailure(run, { message, evidence: lines })}. Nothing was undone.`, {
                hold: isHold(error),
                evidence: lines,
                cause: error,
            });
        }
        const host = (await surveyWithContact(run)).members.find((m) => m.member.name === member.name)?.host;
        const ended = host?.running === null;
        await restoreAndStop(run, member, old, step.to, {
            code: ended ? 'member-start-failed' : error.code,
            message,
            evidence: lines,
            ended,
        });
    }
}
async function tellSide(run) {
    const { hop } = run.step;
    if (hop.kind !== 'minor')
        return;
    const survey = await surveyWithContact(run);
    if ((0,side/* sideOf */.J)(hop, survey, false) === 'after')
        emit(run, { type: 'point-of-no-return', side: 'after' });
}

;// CONCATENATED MODULE: ./lib/src/engine/steps/verify.js

async function verify_verify(run, step) {
    await passGates(run, step.gates);
    return `${step.gates.length} gate${step.gates.length === 1 ? '' : 's'} open`;
}

;// CONCATENATED MODULE: ./lib/src/engine/steps/wait-cluster-version.js
// Owns the wait for the cluster version to flip on every member (0.5–4 s after the last one, K16).
// Must not change anything.




async function waitClusterVersion(run, step) {
    const begin = run.bounds.clock.monotonicUs();
    const spec = { name: `cluster-version-${step.line}`, timeoutMs: step.timeoutMs };
    const seen = await waitUntil(run, spec, async () => {
        const versions = await Promise.all(run.members.map(async (member) => ({
            name: member.name,
            ...(await (0,bounded/* bounded */.Mm)(run.bounds, `/version of ${member.name}`, limits/* readLimitMs */.cX, (s) => run.options.view.versions(member, s))),
        })));
        const late = versions.filter(({ cluster, storage }) => (0,catalog_version/* lineOf */.cA)(cluster) !== step.line || (storage !== undefined && storage !== '' && (0,catalog_version/* lineOf */.cA)(storage) !== step.line));
        if (late.length === 0)
            return { open: true, observation: `every member reports cluster version ${step.line}` };
        const names = late.map(({ name, cluster, storage }) => `${name} reports cluster ${cluster}${storage === undefined ? '' : `, storage ${storage}`}`);
        return { open: false, observation: names.join('; ') };
    });
    run.memory.flipWaitMs += (0,bounded/* elapsedMs */.d5)(run.bounds.clock, begin);
    return seen;
}

;// CONCATENATED MODULE: ./lib/src/engine/steps/index.js








/** Facts that count from the step's first beginning; journaled before anything is changed, so that a resume keeps them. */
async function factsOf(run) {
    return run.step.planned.step.kind === 'renew-raft-snapshots' ? await renewalGoal(run) : {};
}
/** Carries out one step and says in a few words what it did. Throws what ends the run. */
async function carryOut(run) {
    const { step } = run.step.planned;
    switch (step.kind) {
        case 'verify':
            return await verify_verify(run, step);
        case 'stage':
            return await stage(run, step);
        case 'switch-member':
            return await switchMember(run, step);
        case 'renew-raft-snapshots':
            return await renewRaftSnapshots(run, step);
        case 'hold':
            return await hold(run, step);
        case 'wait-cluster-version':
            return await waitClusterVersion(run, step);
        case 'observe':
            return await observe(run, step);
        case 'kill-member':
            return await killMember(run, step);
    }
}

;// CONCATENATED MODULE: ./lib/src/engine/run.js
// Owns the loop over the steps: the same for a rehearsal and for production, which differ by plan and ports only.
// Must not know what a step does (steps/) nor what a gate looks at (gates/).










/**
 * Carries out the steps that are not in `completed`, in order. Never throws for what the cluster or a port does: that
 * is in the outcome, with the state of the cluster. Throws `journal-damaged` before anything is touched.
 */
async function runPlan(options) {
    const journal = await (0,engine_journal/* openJournal */._0)(options.journal, options.clock);
    return await runSteps(options, journal, 'reached-target');
}
/** The loop itself; `goal` is what reaching the end of the steps means. */
async function runSteps(options, journal, goal) {
    const { clock, steps, signal } = options;
    const bounds = { clock, signal };
    const completed = options.completed ?? new Set();
    const memory = memoryOf(journal);
    const outcomes = new Map();
    for (const id of completed)
        outcomes.set(id, finishedBefore(journal, id));
    let members = [];
    let current;
    const finish = async (ending) => {
        const standing = await lastLook(options, members, current?.hop);
        const { error, ...rest } = ending;
        const step = error === undefined ? undefined : current?.planned.id;
        const outcome = {
            ...rest,
            ...(step === undefined ? {} : { step }),
            evidence: evidenceOf(error),
            clusterState: standing.sentence,
            pointOfNoReturn: standing.side,
            steps: steps.map(({ planned }) => outcomes.get(planned.id) ?? { id: planned.id, status: 'not-run' }),
            timings: {
                stopMs: memory.stopMs,
                startMs: memory.startMs,
                flipWaitMs: memory.flipWaitMs,
                preparationMs: memory.preparationMs,
            },
        };
        try {
            await journal.append(ending.outcome === 'interrupted'
                ? { type: 'run-interrupted', step: step ?? null, reason: ending.message }
                : {
                    ...{ type: 'run-finished', outcome: ending.outcome, message: ending.message, evidence: outcome.evidence },
                    ...(ending.error === undefined ? {} : { code: ending.code }),
                    ...(step === undefined ? {} : { step }),
                });
        }
        catch (failure) {
            options.log.error('The end of the run could not be journaled', { error: (0,bounded/* inOneLine */.UX)(failure) });
        }
        return outcome;
    };
    try {
        (0,bounded/* throwIfInterrupted */.sK)(signal);
        members = await inventoryOf(options);
        await settleInFlight(options, bounds, members, journal);
        for (const [index, step] of steps.entries()) {
            current = step;
            const { planned } = step;
            if (completed.has(planned.id))
                continue;
            (0,bounded/* throwIfInterrupted */.sK)(signal);
            const begin = clock.monotonicUs();
            emit({ options }, { type: 'step-started', step: planned, number: index + 1, total: steps.length });
            try {
                const detail = await runStep({ options, bounds, members, journal, step, facts: {}, memory });
                const durationMs = (0,bounded/* elapsedMs */.d5)(clock, begin);
                await journal.append({ type: 'step-finished', step: planned.id, durationMs });
                outcomes.set(planned.id, { id: planned.id, status: 'ok', durationMs, detail });
                emit({ options }, { type: 'step-finished', step: planned, durationMs });
            }
            catch (error) {
                const durationMs = (0,bounded/* elapsedMs */.d5)(clock, begin);
                outcomes.set(planned.id, { id: planned.id, status: 'failed', durationMs, detail: (0,bounded/* inOneLine */.UX)(error) });
                throw error;
            }
        }
        const text = goal === 'reached-target' ? 'The plan was carried out to its end.' : 'The roll-back was carried out to its end.';
        return await finish({ outcome: goal, message: text });
    }
    catch (error) {
        const ending = endingOf(error);
        if (current && ending.outcome !== 'interrupted') {
            const { code, message } = ending;
            try {
                await journal.append({ type: 'step-failed', step: current.planned.id, code, message });
            }
            catch (failure) {
                options.log.error('The failure of the step could not be journaled', { error: (0,bounded/* inOneLine */.UX)(failure) });
            }
            emit({ options }, { type: 'step-failed', step: current.planned, code, message });
        }
        return await finish(ending);
    }
}
function endingOf(error) {
    if (!(error instanceof errors/* EtcdMigrateError */.A8)) {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return {
            outcome: 'failed',
            code: 'internal-error',
            message: `A bug in etcd-migrate stopped the run: ${message}`,
            error,
        };
    }
    const { code, message } = error;
    const outcome = (0,bounded/* isInterruption */.si)(error) ? 'interrupted' : isHold(error) ? 'held' : 'failed';
    return { outcome, code, message, error };
}
/** Facts first, then `step-started` with them, then the step: nothing is changed before the journal knows of it. */
async function runStep(run) {
    const id = run.step.planned.id;
    const earlier = (0,undoing/* recordsAbout */.ql)(id, run.journal.records).find((r) => r.type === 'step-started' && r.facts !== undefined);
    const facts = earlier?.type === 'step-started' && earlier.facts ? earlier.facts : await factsOf(run);
    const entry = Object.keys(facts).length === 0 ? {} : { facts };
    await run.journal.append({ type: 'step-started', step: id, ...entry });
    return await carryOut({ ...run, facts });
}
/** The members, bounded. Throws `member-lost` at the limit, `internal-error` when the plan is for another number. */
async function inventoryOf(options) {
    const { clock, signal, driver, plan } = options;
    const timer = new AbortController();
    try {
        const members = await Promise.race([
            driver.inventory(signal),
            clock.sleep(limits/* inspectLimitMs */.Gn, timer.signal).then(() => {
                throw new errors/* EtcdMigrateError */.A8('member-lost', 'The inventory of the cluster has not answered for 10 s; nothing was changed.');
            }),
        ]);
        if (members.length !== plan.upgrade.voters) {
            throw new errors/* EtcdMigrateError */.A8('internal-error', `The plan is for ${plan.upgrade.voters} members, the cluster has ${members.length}; nothing was changed.`);
        }
        return members;
    }
    finally {
        timer.abort(bounded/* over */.Zh);
    }
}
async function lastLook(options, members, hop) {
    const about = hop ?? options.plan.upgrade.hops[0];
    try {
        if (!about)
            return { sentence: 'The plan has no hop; nothing was changed.', side: 'before' };
        // Only somebody who interrupted waits for us to be gone; otherwise a busy machine may take its time to answer.
        const limitMs = options.signal.aborted ? limits/* lastLookMs */.gC : limits/* inspectLimitMs */.Gn;
        return await (0,describe/* standingOf */.YP)(options, members.length > 0 ? members : await lateInventory(options), about, limitMs);
    }
    catch (error) {
        return (0,describe/* unknownStanding */.Lf)(error);
    }
}
/** For a run that ended before it read its inventory. */
function lateInventory({ clock, driver }) {
    const signal = new AbortController().signal; // the run's own may be what ended it
    return (0,bounded/* bounded */.Mm)({ clock, signal }, 'The inventory of the cluster', limits/* lastLookMs */.gC, (s) => driver.inventory(s));
}
function memoryOf(journal) {
    const last = journal.records.findLast((record) => record.type === 'switch-intended');
    return {
        lastSwitched: last?.type === 'switch-intended' ? last.member : null,
        stopMs: 0,
        startMs: 0,
        flipWaitMs: 0,
        preparationMs: 0,
    };
}
/** What the journal says of a step that need not be done again. */
function finishedBefore(journal, id) {
    const record = journal.records.findLast((r) => r.type === 'step-finished' && r.step === id);
    return { id, status: 'ok', ...(record?.type === 'step-finished' ? { durationMs: record.durationMs } : {}) };
}

;// CONCATENATED MODULE: ./lib/src/engine/recall.js
// Owns the outcome of an engine that had ended before its process was killed: from its journal and a look at the cluster.
// Must not change anything, nor carry out a step again: what failed stays failed.







/** Throws `nothing-to-resume` where the journal has no end of an engine's run. */
async function recallOutcome(options) {
    const { clock, signal } = options;
    const journal = await (0,engine_journal/* openJournal */._0)(options.journal, clock);
    const end = journal.records.findLast((record) => record.type === 'run-finished');
    if (end?.type !== 'run-finished') {
        throw new errors/* EtcdMigrateError */.A8('nothing-to-resume', 'The journal has no end of the run that could be judged.');
    }
    const completed = options.completed ?? new Set();
    const failed = journal.records.findLast((record) => record.type === 'step-failed');
    const hop = (0,recover/* currentHop */.B)(options.plan, completed);
    const standing = await inventoryOf(options)
        .then((members) => {
        if (!hop)
            return (0,describe/* unknownStanding */.Lf)('the plan has no hop');
        // Nobody waits for this process to be gone, and its clients have just begun to load the machine.
        const look = () => (0,describe/* standingOf */.YP)(options, members, hop, limits/* inspectLimitMs */.Gn);
        return (0,bounded/* bounded */.Mm)({ clock, signal }, 'The look at the cluster', 3 * limits/* inspectLimitMs */.Gn, look);
    })
        .catch(describe/* unknownStanding */.Lf);
    return {
        outcome: end.outcome,
        ...(end.code === undefined ? {} : { code: codeOf(end.code) }),
        ...(end.step === undefined ? {} : { step: end.step }),
        message: end.message ?? `The run had ended before its process did: ${end.outcome}.`,
        evidence: end.evidence ?? [],
        clusterState: standing.sentence,
        pointOfNoReturn: standing.side,
        steps: options.steps.map(({ planned: { id } }) => {
            if (completed.has(id))
                return finishedBefore(journal, id);
            if (id !== end.step || failed?.type !== 'step-failed')
                return { id, status: 'not-run' };
            return { id, status: 'failed', detail: failed.message };
        }),
        timings: { stopMs: 0, startMs: 0, flipWaitMs: 0, preparationMs: 0 },
    };
}
/** A journal of another version of this tool may know codes that we do not. */
function codeOf(code) {
    return code in errors/* failures */.e9 ? code : 'internal-error';
}

;// CONCATENATED MODULE: ./lib/src/engine/roll-back.js
// Owns the way back before the point of no return: the same loop, steps and gates, with the old deployment.
// Must not trust the journal over the live cluster: the cluster version is the truth about the way back (K16).










/**
 * Puts every member back on the release from which the current hop started, one by one, with the hop's own gates.
 * Hops that are done are not undone. Throws `past-point-of-no-return` before anything is touched when no old member is
 * left or any member reports the new cluster version; `member-lost` when nothing can be said about the cluster. An
 * interrupt is an outcome, also before the first step.
 */
async function rollBack(options) {
    const { plan, driver, view, clock, signal } = options;
    const bounds = { clock, signal };
    const journal = await (0,engine_journal/* openJournal */._0)(options.journal, clock);
    const hop = (0,recover/* currentHop */.B)(plan, options.completed ?? new Set());
    if (!hop)
        throw new errors/* EtcdMigrateError */.A8('nothing-to-resume', 'The plan has no hop, so there is nothing to roll back.');
    try {
        (0,bounded/* throwIfInterrupted */.sK)(signal);
        const members = await inventoryOf(options);
        await settleInFlight(options, bounds, members, journal);
        const survey = await (0,engine_survey/* surveyCluster */.vy)({ driver, view }, bounds, members);
        const flipped = await (0,side/* hasFlipped */.x)(view, bounds, members, hop);
        if ((0,side/* sideOf */.J)(hop, survey, flipped) === 'after') {
            throw new errors/* EtcdMigrateError */.A8('past-point-of-no-return', `Hop ${hop.from} → ${hop.to} is past the point of no return (${flipped ? `the cluster version is ${(0,catalog_version/* lineOf */.cA)(hop.to)}` : 'no member runs the old release any more'}): ${hop.from} would not start. Nothing was changed.`);
        }
    }
    catch (error) {
        // The loop below begins with a look at the signal and makes the outcome of it.
        if (!(0,bounded/* isInterruption */.si)(error) || !signal.aborted)
            throw error;
    }
    const attempt = journal.records.filter((r) => r.type === 'run-resumed' && r.purpose === 'rollback').length;
    const steps = rollBackSteps(hop, plan.upgrade.voters, attempt);
    const outcome = await runSteps({ ...options, steps, completed: new Set() }, journal, 'rolled-back');
    const done = plan.upgrade.hops.slice(0, plan.upgrade.hops.indexOf(hop));
    const kept = done.map(({ from, to }) => `${from} → ${to}`).join(', ');
    const message = outcome.outcome === 'rolled-back'
        ? `Every member runs ${hop.from}: hop ${hop.from} → ${hop.to} is undone.${kept === '' ? '' : ` Not undone, because finished: ${kept}.`}`
        : outcome.message;
    return { ...outcome, message };
}
/** The same step kinds and gates as going forward; only the deployment differs. */
function rollBackSteps(hop, voters, attempt) {
    const forward = hop.steps.find(({ step }) => step.kind === 'switch-member')?.step;
    const gates = forward?.kind === 'switch-member' ? forward.gates : [];
    const steps = [
        { kind: 'stage', release: hop.from },
        {
            kind: 'switch-member',
            purpose: 'roll-back',
            ordinal: voters,
            to: { release: hop.from, overrides: {} },
            gates,
        },
        {
            kind: 'verify',
            title: 'after the roll-back',
            gates: gates.filter(({ name }) => !name.startsWith('member-') && name !== 'raft-caught-up'),
        },
    ];
    return steps.map((step, index) => ({
        planned: { id: (0,undoing/* rollBackStepId */.Oj)(hop, attempt, index + 1), step },
        hop,
        part: 'upgrade',
        depth: 1,
    }));
}

// EXTERNAL MODULE: ./lib/src/etcd/member-access.js + 2 modules
var member_access = __webpack_require__(10646);
// EXTERNAL MODULE: ./lib/src/plan/weave.js
var weave = __webpack_require__(43970);
// EXTERNAL MODULE: ./lib/src/platform/json-lines.js
var json_lines = __webpack_require__(7270);
// EXTERNAL MODULE: ./lib/src/platform/random.js
var random = __webpack_require__(11665);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/src/workload/boot.js
// Owns the name of this boot of the machine: monotonic times compare only within one.
// Must not know what is timed.


/** Where the kernel does not tell, every process is a boot of its own: times are then never taken for comparable. */
async function bootId() {
    try {
        return (await (0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    }
    catch {
        return `unknown-${(0,external_node_crypto_.randomUUID)()}`;
    }
}

;// CONCATENATED MODULE: ./lib/src/workload/recorder.js
// Owns writing `history.jsonl`: segments, buffering, back-pressure, and repair after a crash.
// Must not know what the records mean.



const flushEveryMs = 100;
/** Above this `ready` makes its callers wait. Operations in flight are bounded, so the excess over it is too. */
const bufferBytes = 4 * 1024 * 1024;
function writeFailure(file, error) {
    const code = error.code;
    const kind = code === 'ENOSPC' || code === 'EDQUOT' ? 'no-space' : 'no-permission';
    return new errors/* EtcdMigrateError */.A8(kind, `Cannot write the history of the clients to ${file}: ${error.message}`, {
        cause: error,
        details: { file },
    });
}
/** Cuts a line that a crash left unfinished and returns the number of the last segment, 0 for a new file. */
async function repair(handle) {
    // A pipe or device has no past, and may be endless to read.
    if (!(await handle.stat()).isFile())
        return 0;
    const chunk = Buffer.alloc(1024 * 1024);
    let position = 0;
    let lastNewline = -1;
    let lastSegment = 0;
    let rest = '';
    for (;;) {
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, position);
        if (bytesRead === 0)
            break;
        const newline = chunk.subarray(0, bytesRead).lastIndexOf(10);
        if (newline >= 0)
            lastNewline = position + newline;
        // latin1: every byte is one character, so a character that is cut at a chunk's end does no harm here.
        const lines = (rest + chunk.toString('latin1', 0, bytesRead)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
            if (line.startsWith('{"k":"segment"'))
                lastSegment = Number(JSON.parse(line).n);
        }
        position += bytesRead;
    }
    await handle.truncate(lastNewline + 1);
    return lastSegment;
}
/** Opens the history for appending, as a new segment of whatever earlier processes left there. */
async function openRecorder(file, clock) {
    const handle = await (0,promises_.open)(file, 'a+').catch((error) => {
        throw writeFailure(file, error);
    });
    let segment;
    try {
        segment = (await repair(handle)) + 1;
    }
    catch (error) {
        await handle.close();
        throw writeFailure(file, error);
    }
    let lines = [];
    let bytes = 0;
    let failure;
    let writing;
    let closed = false;
    const record = (entry) => {
        if (failure !== undefined || closed)
            return;
        const line = `${JSON.stringify(entry)}\n`;
        lines.push(line);
        bytes += line.length;
    };
    const writeAll = async () => {
        while (lines.length > 0 && failure === undefined) {
            const batch = lines.join('');
            const batchBytes = bytes;
            lines = [];
            try {
                await handle.appendFile(batch);
            }
            catch (error) {
                failure = writeFailure(file, error);
            }
            bytes -= batchBytes;
        }
    };
    const flush = async () => {
        while (lines.length > 0 && failure === undefined) {
            writing ??= writeAll().finally(() => {
                writing = undefined;
            });
            await writing;
        }
        if (failure !== undefined)
            throw failure;
    };
    const timer = setInterval(() => void flush().catch(() => undefined), flushEveryMs);
    timer.unref();
    record({
        k: 'segment',
        n: segment,
        at: clock.monotonicUs(),
        wall: new Date(clock.wallMs()).toISOString(),
        boot: await bootId(),
    });
    const close = async () => {
        if (closed)
            return;
        clearInterval(timer);
        try {
            await flush();
            await handle.sync();
        }
        finally {
            closed = true;
            await handle.close();
        }
    };
    return {
        segment,
        record,
        mark: (event, facts = {}) => {
            record({ k: 'mark', at: clock.monotonicUs(), event, ...facts });
            return flush();
        },
        ready: async () => {
            if (failure !== undefined)
                throw failure;
            while (bytes > bufferBytes)
                await flush();
        },
        flush,
        get bufferedBytes() {
            return bytes;
        },
        close,
        [Symbol.asyncDispose]: close,
    };
}

// EXTERNAL MODULE: ./lib/src/etcd/application-client.js
var application_client = __webpack_require__(72283);
;// CONCATENATED MODULE: ./lib/src/judge/history.js
// Owns the records of `history.jsonl`: what clients did and saw, one JSON object a line.
// Must not know who wrote them; judges fold over them and nothing else.
const idsPerSegment = 1_000_000_000;
const lastWrites = 999_999_000;

;// CONCATENATED MODULE: ./lib/src/workload/values.js
// Owns the values that clients write: unique in the whole history, of a wanted size, and provably undamaged.
// Must not know keys, operations or etcd.

function valueId(segment, number) {
    return `v${segment}.${number}`;
}
/** The text of a value: its id and size, then padding that follows from them. At least as long as those need. */
function valueText(id, sizeBytes) {
    const unit = `${id}:${sizeBytes}|`;
    return sizeBytes <= unit.length ? unit : unit.repeat(Math.ceil(sizeBytes / unit.length)).slice(0, sizeBytes);
}
/** The id of a value that was read. Anything that is not exactly a value of ours, and whole, is `damaged:<digest>`. */
function identifyValue(text) {
    const [unit, id = '', size = ''] = /^(v\d+\.\d+):(\d+)\|/.exec(text) ?? [];
    const whole = unit !== undefined && text.length === Math.max(Number(size), unit.length);
    if (whole && text === valueText(id, Number(size)))
        return id;
    return `damaged:${(0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16)}`;
}

;// CONCATENATED MODULE: ./lib/src/workload/operations.js
// Owns how each kind of operation is asked of one member and what of the answer goes into the history.
// Must not know retries, time or pacing.


function keyValueOf(kv) {
    return [kv.key.toString(), identifyValue(kv.value.toString()), kv.mod_revision];
}
function firstOf(kvs) {
    const [first] = kvs;
    if (first === undefined)
        return null;
    const [, val, mod] = keyValueOf(first);
    return { val, mod };
}
/** Sends one request to exactly this member and waits for its answer, at most `timeoutMs`. Throws the library's errors. */
async function perform(operation, expect, { client }, timeoutMs = application_client/* callDeadlineMs */.L) {
    const options = { deadline: Date.now() + timeoutMs };
    const { key, value } = operation;
    const text = value === undefined ? '' : valueText(value.id, value.sizeBytes);
    switch (operation.op) {
        case 'put': {
            const { header } = await client.put(key).value(text).options(options).exec();
            return { rev: header.revision };
        }
        case 'delete': {
            const { header, deleted } = await client.delete().key(key).options(options).exec();
            return { rev: header.revision, deleted: deleted !== '0' };
        }
        case 'get':
        case 'get-serializable': {
            const serializable = operation.op === 'get-serializable';
            const { header, kvs } = await client.get(key).serializable(serializable).options(options).exec();
            return { rev: header.revision, got: firstOf(kvs) };
        }
        case 'range': {
            const { header, kvs } = await client.getAll().prefix(key).options(options).exec();
            return { rev: header.revision, kvs: kvs.map(keyValueOf) };
        }
        case 'cas': {
            const { header, succeeded, responses } = await client
                .if(key, 'Mod', '==', expect ?? '0')
                .then(client.put(key).value(text))
                .else(client.get(key))
                .options(options)
                .commit();
            if (succeeded)
                return { rev: header.revision, swapped: true };
            return { rev: header.revision, swapped: false, got: firstOf(responses[0]?.response_range.kvs ?? []) };
        }
    }
}

;// CONCATENATED MODULE: ./lib/src/workload/outcome.js
// Owns the table that says what an error proves about a request: refused, never sent, or in doubt.
// Must not know who asked or how often it is tried again.
/**
 * Whatever no row names is in doubt. In particular these stay in doubt, although they sound final: "request timed
 * out" (etcd stops waiting; the entry may commit later), "server stopped" and "leader changed" (proposed before),
 * "database space exceeded" (the write that crosses the quota is applied, and only then answered so), CANCELLED,
 * "Connection dropped" and any reset or deadline after a connection existed.
 */
const rows = [
    // Words of grpc-js 1.14 for calls that never got a stream on a connection.
    { says: /No connection established/, certainty: 'not-applied', why: 'no connection to the endpoint' },
    { says: /Name resolution failed/, certainty: 'not-applied', why: 'the name has no address' },
    {
        says: /waiting for name resolution/,
        certainty: 'not-applied',
        why: 'the deadline passed before anything was tried',
    },
    { says: /Waiting for LB pick/, certainty: 'not-applied', why: 'the deadline passed before a connection was there' },
    { says: /Channel closed before call started/, certainty: 'not-applied', why: 'the channel was closed first' },
    { says: /client was already closed/, certainty: 'not-applied', why: 'the client was closed first' },
    // HTTP/2 REFUSED_STREAM: the server promises that it did not process the request (RFC 9113, 8.7).
    { says: /Stream refused by server/, certainty: 'not-applied', why: 'the server refused the stream' },
    // Words of etcd (api/v3rpc/rpctypes/error.go) said before anything is proposed.
    { says: /raft proposal dropped/, certainty: 'not-applied', why: 'raft took no proposal: no leader, or it moves' },
    { says: /etcdserver: too many requests/, certainty: 'not-applied', why: 'shed before it was proposed' },
    { says: /etcdserver: rpc not supported for learner/, certainty: 'not-applied', why: 'a learner takes no request' },
    { says: /etcdserver: invalid auth token/, certainty: 'not-applied', why: 'rejected before it was proposed' },
    // Checked again when applied: every member then skips the entry.
    { says: /etcdserver: revision of auth store is old/, certainty: 'not-applied', why: 'skipped for its old token' },
    // Final answers.
    { says: /etcdserver: request is too large/, certainty: 'refused', why: 'too large' },
    { says: /grpc: received message larger than max/, certainty: 'refused', why: 'not even read by the server' },
    { says: /etcdserver: too many operations in txn/, certainty: 'refused', why: 'too many operations' },
    { says: /etcdserver: duplicate key given in txn/, certainty: 'refused', why: 'invalid transaction' },
    { says: /etcdserver: key is not provided/, certainty: 'refused', why: 'invalid request' },
    { says: /mvcc: required revision/, certainty: 'refused', why: 'the revision is compacted or in the future' },
    { says: /requested lease not found/, certainty: 'refused', why: 'the lease is gone' },
    { says: /etcdserver: permission denied/, certainty: 'refused', why: 'not allowed' },
    { says: /etcdserver: authentication failed/, certainty: 'refused', why: 'wrong credentials' },
    { says: /etcdserver: user name is empty/, certainty: 'refused', why: 'no credentials' },
    // Last: a login with wrong credentials is refused by a row above.
    { says: /^No login: /, certainty: 'not-applied', why: 'the login before the call failed' },
];
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** What `error`, thrown by a call of the client library, proves about its request. */
function certaintyOf(error) {
    const message = messageOf(error);
    return rows.find(({ says }) => says.test(message))?.certainty ?? 'doubtful';
}

;// CONCATENATED MODULE: ./lib/src/workload/client.js
// Owns one application client: its order of endpoints, its retries, and the one record that each operation leaves.
// Must not know when operations are due nor what other clients do.



/** From the first attempt to the last answer, retries included. */
const operationDeadlineMs = 5000;
/** A read that hangs is asked elsewhere; a write that hangs may have happened and must not be sent again. */
const readAttemptMs = 1500;
/** A last attempt gets at least this, else its deadline would put in doubt what was never sent. */
const shortestAttemptMs = 500;
/** How long a member that refused or hung is asked last. */
const avoidRefusingMs = 100;
const avoidHangingMs = 2000;
const reads = new Set(['get', 'get-serializable', 'range']);
function learn(known, operation, answer) {
    const note = (key, mod) => {
        if (BigInt(mod) > BigInt(known.get(key) ?? '0'))
            known.set(key, mod);
    };
    const { op, key } = operation;
    if (answer.rev !== undefined && (op === 'put' || answer.swapped === true))
        note(key, answer.rev);
    if (op === 'delete' || (op === 'get' && answer.got === null))
        known.delete(key);
    if (op !== 'get-serializable' && answer.got)
        note(key, answer.got.mod);
    for (const [name, , mod] of answer.kvs ?? [])
        note(name, mod);
}
function outdate(revision) {
    return String(BigInt(revision) > 1n ? BigInt(revision) - 1n : 1n);
}
function createWorkloadClient(name, application, preferred, known, clock) {
    const { members } = application;
    const avoidUntilUs = new Map();
    const order = (first = preferred) => {
        const rotated = members.map((_, index) => members[(index + first) % members.length]);
        const now = clock.monotonicUs();
        const avoided = ({ member }) => (avoidUntilUs.get(member) ?? 0) > now;
        return [...rotated.filter((each) => !avoided(each)), ...rotated.filter(avoided)];
    };
    const run = async (operation) => {
        const isRead = reads.has(operation.op);
        const current = known.get(operation.key) ?? '0';
        const expect = operation.op !== 'cas' ? undefined : operation.outdated ? outdate(current) : current;
        const base = {
            k: 'op',
            id: operation.id,
            client: name,
            op: operation.op,
            key: operation.key,
            ...(operation.value && { val: operation.value.id }),
            ...(expect !== undefined && { expect }),
            due: operation.dueUs,
        };
        const giveUpUs = clock.monotonicUs() + operationDeadlineMs * 1000;
        let tried = new Set();
        for (let tries = 1;; tries += 1) {
            let member = order(operation.turn).find((each) => !tried.has(each));
            if (member === undefined) {
                // A whole round without luck: a moment's pause, then from the front again.
                tried = new Set();
                await clock.sleep(Math.min(20 * tries, 100));
                member = order(operation.turn)[0];
            }
            tried.add(member);
            const start = clock.monotonicUs();
            const leftMs = Math.max((giveUpUs - start) / 1000, shortestAttemptMs);
            try {
                const answer = await perform(operation, expect, member, Math.min(leftMs, isRead ? readAttemptMs : application_client/* callDeadlineMs */.L));
                const end = clock.monotonicUs();
                learn(known, operation, answer);
                return { ...base, start, end, outcome: 'ok', ...answer, via: member.member, ...(tries > 1 && { tries }) };
            }
            catch (error) {
                const end = clock.monotonicUs();
                const certainty = certaintyOf(error);
                const tail = { via: member.member, ...(tries > 1 && { tries }), error: messageOf(error) };
                const avoidMs = /deadline exceeded/i.test(tail.error) ? avoidHangingMs : avoidRefusingMs;
                if (certainty !== 'refused')
                    avoidUntilUs.set(member.member, end + avoidMs * 1000);
                // No `end`: it may take effect at any time from `start` on.
                if (certainty === 'doubtful' && !isRead)
                    return { ...base, start, outcome: 'unknown', ...tail };
                if (certainty === 'refused' || end >= giveUpUs)
                    return { ...base, start, end, outcome: 'failed', ...tail };
            }
        }
    };
    return { name, application, run, order };
}

;// CONCATENATED MODULE: ./lib/src/workload/session.js
/** Sleeps until `ms` have passed or the session is to end, whichever is first; never rejects. */
async function rest(session, ms) {
    await session.clock.sleep(ms, session.signal).catch(() => undefined);
}
/** Asks the client's members in turn until one answers; the last error otherwise. For reads and idempotent calls only. */
async function askAny(client, ask) {
    let last;
    for (const member of client.order()) {
        try {
            return await ask(member);
        }
        catch (error) {
            last = error;
        }
    }
    throw last;
}
/** `promise`, or a rejection that says what was waited for. The promise itself goes on. */
async function within(promise, ms, what) {
    let timer;
    const timeout = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what}: no answer within ${ms} ms`)), ms);
    });
    try {
        return await Promise.race([promise, timeout]);
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./lib/src/workload/compaction.js


/** Compacts every `everyMs` to what was the revision one round before, at most up to `lowestNeeded`. */
async function runCompaction(session, everyMs, lowestNeeded) {
    const [client] = session.clients;
    let before = 0n;
    let compacted = 0n;
    while (!session.signal.aborted) {
        await rest(session, everyMs);
        if (session.signal.aborted)
            return;
        try {
            const { header } = await askAny(client, (member) => member.client.get('app/compaction').exec());
            const needed = lowestNeeded();
            const target = needed !== undefined && needed - 1n < before ? needed - 1n : before;
            before = BigInt(header.revision);
            if (target <= compacted)
                continue;
            await client.application.pool.kv.compact({ revision: String(target) });
            compacted = target;
        }
        catch (error) {
            session.log.debug('a compaction was not answered', { error: messageOf(error) });
        }
    }
}

;// CONCATENATED MODULE: ./lib/src/workload/heartbeat.js
const everyMs = 100;
/** Garbage collection and a busy moment make a timer late by tens of milliseconds. */
const lateMs = 500;
/** Records a stall whenever its own timer comes far too late. Ends with the signal; never rejects. */
async function runHeartbeat(clock, recorder, signal) {
    while (!signal.aborted) {
        const due = clock.monotonicUs() + everyMs * 1000;
        await clock.sleep(everyMs, signal).catch(() => undefined);
        const at = clock.monotonicUs();
        if (at - due > lateMs * 1000)
            recorder.record({ k: 'mark', at, event: 'stalled', from: due });
    }
}

;// CONCATENATED MODULE: ./lib/src/workload/keys.js
// Owns where the workload keeps its keys: one prefix per purpose, so that judges and other users tell them apart.
// Must not know what is stored there.
const keyValuePrefix = 'app/kv/';
const leasePrefix = 'app/lease/';
const lockPrefix = 'app/lock/';
const electionPrefix = 'app/election/';
/** Keys of one group share a prefix, so that a prefix read is one atomic look at several keys. */
const keysPerGroup = 8;
function groupCount(keys) {
    return Math.ceil(keys / keysPerGroup);
}
function groupPrefix(group) {
    return `${keyValuePrefix}${String(group).padStart(5, '0')}/`;
}
/** Key number `index`, from 0. */
function keyName(index) {
    return `${groupPrefix(Math.floor(index / keysPerGroup))}${index % keysPerGroup}`;
}

;// CONCATENATED MODULE: ./lib/src/workload/lease-session.js

const revokeWithinMs = 5000;
const revokeAgainAfterMs = 50;
/**
 * Ending a lease is idempotent. An application that gives up when a member drops its connection leaves a lock taken for a
 * whole TTL: measured 6 s without a leader after a member was killed.
 */
async function revokeAgain({ pool }, id, first, clock) {
    const untilUs = clock.monotonicUs() + revokeWithinMs * 1000;
    for (let last = first;;) {
        if (/lease not found/.test(messageOf(last)))
            return;
        if (clock.monotonicUs() >= untilUs)
            throw last;
        await clock.sleep(revokeAgainAfterMs);
        try {
            await pool.leaseClient.leaseRevoke({ ID: id });
            return;
        }
        catch (error) {
            last = error;
        }
    }
}
/** Throws the library's error when the lease is not granted. */
async function openLease(application, ttlSeconds, clock) {
    const grantStartUs = clock.monotonicUs();
    const lease = application.pool.lease(ttlSeconds);
    let validUntilUs = grantStartUs + ttlSeconds * 1_000_000;
    let oldestUnansweredUs;
    const renewed = new Set();
    const failed = new Set();
    const ended = new AbortController();
    let lose = () => undefined;
    const lost = new Promise((resolve) => {
        lose = (reason) => {
            if (!ended.signal.aborted)
                resolve(reason);
            ended.abort();
        };
    });
    lease.on('lost', (error) => lose(messageOf(error)));
    lease.on('keepaliveFired', () => {
        oldestUnansweredUs ??= clock.monotonicUs();
    });
    lease.on('keepaliveSucceeded', ({ TTL }) => {
        const atUs = clock.monotonicUs();
        const startUs = oldestUnansweredUs ?? atUs;
        oldestUnansweredUs = undefined;
        const ttlMs = Number(TTL) * 1000;
        // An answer that comes after the client gave up changes nothing: it no longer trusts the lease.
        if (!ended.signal.aborted)
            validUntilUs = Math.max(validUntilUs, startUs + ttlMs * 1000);
        for (const listener of renewed)
            listener({ startUs, atUs, ttlMs });
    });
    lease.on('keepaliveFailed', (error) => {
        oldestUnansweredUs = undefined;
        for (const listener of failed)
            listener(messageOf(error));
    });
    const id = await lease.grant();
    const grant = { startUs: grantStartUs, atUs: clock.monotonicUs() };
    const watchExpiry = async () => {
        while (!ended.signal.aborted) {
            const leftMs = (validUntilUs - clock.monotonicUs()) / 1000;
            if (leftMs <= 0) {
                lose('no renewal was answered within the TTL');
                return;
            }
            await clock.sleep(leftMs, ended.signal).catch(() => undefined);
        }
    };
    void watchExpiry();
    return {
        id,
        grant,
        lease,
        validUntilUs: () => validUntilUs,
        lost,
        onRenewed: (listener) => void renewed.add(listener),
        onRenewalFailed: (listener) => void failed.add(listener),
        abandon: () => {
            ended.abort();
            lease.release();
        },
        revoke: async () => {
            ended.abort();
            await lease.revoke().catch((error) => revokeAgain(application, id, error, clock));
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/workload/holds.js




const ttlSeconds = 5;
const callMs = 6000;
const acquireWithinMs = 20_000;
function assertAlive(lease, session) {
    if (session.clock.monotonicUs() >= lease.validUntilUs())
        throw new Error('the lease ended while waiting');
}
/**
 * etcd3's own lock(): create the key if nobody has, else come back later. Written out here because lock() gives
 * neither the revision (the fencing token) nor word of a lost lease.
 */
const lockRecipe = async (session, { pool }, lease, name) => {
    const untilUs = session.clock.monotonicUs() + acquireWithinMs * 1000;
    while (!session.signal.aborted && session.clock.monotonicUs() < untilUs) {
        const { header, succeeded } = await pool
            .if(name, 'Create', '==', 0)
            .then(pool.put(name).value(lease.id).lease(lease.id))
            .commit();
        assertAlive(lease, session);
        if (succeeded)
            return header.revision;
        await rest(session, 50 + session.random.int(50));
    }
    if (session.signal.aborted)
        return undefined;
    throw new Error(`not acquired within ${acquireWithinMs} ms`);
};
/** Waits by a watch until the key is deleted, and looks again after a second in any case: a watch may miss it. */
async function waitForDelete(session, { pool }, key, fromRevision) {
    const watcher = pool.watch().key(key).startRevision(fromRevision).only('delete').watcher();
    const deleted = new Promise((resolve) => {
        watcher.on('delete', () => resolve());
        watcher.on('error', () => resolve());
    });
    await Promise.race([deleted, rest(session, 1000)]);
    await within(watcher.cancel(), 1000, 'cancelling a watch').catch(() => undefined);
}
/** etcd's official election: a key per candidate, the oldest leads, each waits for the one before. */
const electionRecipe = async (session, application, lease, name) => {
    const { pool } = application;
    const key = `${name}/${lease.id}`;
    const { header } = await pool
        .if(key, 'Create', '==', 0)
        .then(pool.put(key).value(session.label).lease(lease.id))
        .commit();
    const untilUs = session.clock.monotonicUs() + acquireWithinMs * 1000;
    while (!session.signal.aborted && session.clock.monotonicUs() < untilUs) {
        const before = await pool
            .getAll()
            .prefix(`${name}/`)
            .maxCreateRevision(String(BigInt(header.revision) - 1n))
            .sort('Create', 'Descend')
            .limit(1)
            .exec();
        assertAlive(lease, session);
        const [previous] = before.kvs;
        if (previous === undefined)
            return header.revision;
        await waitForDelete(session, application, previous.key, String(BigInt(before.header.revision) + 1n));
    }
    if (session.signal.aborted)
        return undefined;
    throw new Error(`not elected within ${acquireWithinMs} ms`);
};
async function holdOnce(session, client, kind, name, recipe) {
    const { clock } = session;
    const note = (event, facts = {}) => session.recorder.record({ k: 'hold', kind, name, holder: client.name, at: clock.monotonicUs(), event, ...facts });
    note('requested');
    let lease;
    try {
        lease = await within(openLease(client.application, ttlSeconds, clock), callMs, 'lease');
        const token = await recipe(session, client.application, lease, name);
        if (token === undefined) {
            note('failed', { error: 'the workload pauses' });
            return;
        }
        note('acquired', { token });
        const work = session.clock.sleep(50 + session.random.int(300), session.signal).catch(() => undefined);
        const lost = await Promise.race([work.then(() => undefined), lease.lost]);
        // A client that was not scheduled in time knows so by its clock, and stopped then.
        const untilUs = lease.validUntilUs();
        if (lost !== undefined || clock.monotonicUs() >= untilUs) {
            note('lost', {
                ...{ token, at: Math.min(clock.monotonicUs(), untilUs), validUntil: untilUs },
                error: lost ?? 'the lease ended',
            });
        }
        else {
            // Before the request is sent: from here on the client no longer acts as holder.
            note('released', { token });
        }
    }
    catch (error) {
        note('failed', { error: messageOf(error) });
    }
    finally {
        if (lease !== undefined)
            await within(lease.revoke(), callMs, 'revoking a lease').catch(() => undefined);
    }
}
/** Two locks and two elections, three contenders each where there are so many clients. Runs until the session ends. */
async function runHolds(session) {
    const contests = [
        { kind: 'lock', name: `${lockPrefix}0`, recipe: lockRecipe },
        { kind: 'lock', name: `${lockPrefix}1`, recipe: lockRecipe },
        { kind: 'election', name: `${electionPrefix}0`, recipe: electionRecipe },
        { kind: 'election', name: `${electionPrefix}1`, recipe: electionRecipe },
    ];
    const contender = async (contest, client) => {
        const named = { ...client, name: `${client.name}/${contest.name}` };
        while (!session.signal.aborted) {
            await holdOnce(session, named, contest.kind, contest.name, contest.recipe);
            await rest(session, 20 + session.random.int(200));
        }
    };
    await Promise.all(contests.flatMap((contest, index) => Array.from({ length: 3 }, (_, place) => {
        const client = session.clients[(index * 3 + place) % session.clients.length];
        return contender(contest, { ...client, name: `${client.name}.${place}` });
    })));
}

;// CONCATENATED MODULE: ./lib/src/workload/leases.js




/** Long enough to outlive the restart of a member, streams and all. */
const keptTtlSeconds = 10;
/** etcd raises anything below one and a half election timeouts (1.5 s) to that. */
const abandonedTtlSeconds = 2;
const lookEveryMs = 500;
const abandonEveryMs = 4000;
const startOverAfterMs = 200;
/** etcd looks for expired leases every 500 ms; a change of leader starts the TTL anew, once per change. */
const goneWithinMs = 30_000;
const leases_callMs = 6000;
/** One linearizable look at a key; nothing is recorded when nobody answered. Returns whether the key is there. */
async function leases_look(session, client, key, note) {
    const { clock } = session;
    let start = 0;
    try {
        const { kvs } = await askAny(client, (member) => {
            start = clock.monotonicUs();
            return member.client
                .get(key)
                .options({ deadline: Date.now() + 1500 })
                .exec();
        });
        const seen = kvs.length > 0;
        note(seen ? 'key-seen' : 'key-gone', { key, start, at: clock.monotonicUs() });
        return seen;
    }
    catch (error) {
        session.log.debug('looking at a leased key failed', { key, error: messageOf(error) });
        return undefined;
    }
}
async function lookUntilGone(session, client, key, note) {
    const untilUs = session.clock.monotonicUs() + goneWithinMs * 1000;
    while (session.clock.monotonicUs() < untilUs) {
        if ((await leases_look(session, client, key, note)) === false)
            return;
        await session.clock.sleep(lookEveryMs / 2);
    }
}
function noteFor(session, client, lease) {
    return (event, facts = {}) => session.recorder.record({
        ...{ k: 'lease', lease, client: client.name, at: session.clock.monotonicUs(), event },
        ...facts,
    });
}
/** A grant that fails leaves a record, too: else leases that nobody gets any more would look like leases nobody wanted. */
async function grantedOrNoted(session, client, grant) {
    try {
        return await grant();
    }
    catch (error) {
        noteFor(session, client, '')('grant-failed', { error: messageOf(error) });
        throw error;
    }
}
async function keepOne(session, client, key) {
    const lease = await grantedOrNoted(session, client, () => within(openLease(client.application, keptTtlSeconds, session.clock), leases_callMs, 'lease'));
    const note = noteFor(session, client, lease.id);
    let lost;
    void lease.lost.then((reason) => {
        lost = reason;
        note('lost', { error: reason });
    });
    lease.onRenewed(({ startUs, atUs, ttlMs }) => note('renewed', { start: startUs, at: atUs, ttlMs }));
    lease.onRenewalFailed((error) => note('renewal-failed', { error }));
    note('granted', { start: lease.grant.startUs, at: lease.grant.atUs, ttlMs: keptTtlSeconds * 1000, key });
    try {
        await lease.lease.put(key).value(lease.id).exec();
        while (!session.signal.aborted && lost === undefined) {
            await leases_look(session, client, key, note);
            await rest(session, lookEveryMs);
        }
    }
    finally {
        if (lost === undefined) {
            note('revoked', { start: session.clock.monotonicUs() });
            await within(lease.revoke(), leases_callMs, 'revoking a lease').catch(() => undefined);
        }
    }
    await lookUntilGone(session, client, key, note);
}
/** Grants a lease, puts a key, never renews, and looks until the key is gone. */
async function abandonOne(session, client, key) {
    const { clock } = session;
    const { pool } = client.application;
    const start = clock.monotonicUs();
    const { ID, TTL } = await grantedOrNoted(session, client, () => pool.leaseClient.leaseGrant({ TTL: abandonedTtlSeconds }));
    const note = noteFor(session, client, ID);
    note('granted', { start, at: clock.monotonicUs(), ttlMs: Number(TTL) * 1000, key });
    note('abandoned', { key });
    await pool.put(key).value(ID).lease(ID).exec();
    await lookUntilGone(session, client, key, note);
}
/** Whether it went well. */
async function tolerate(session, work) {
    try {
        await work();
        return true;
    }
    catch (error) {
        session.log.debug('a lease client starts over', { error: messageOf(error) });
        return false;
    }
}
/** Three clients keep one lease each for as long as the session lasts, by streams; then they revoke it. */
async function runKeptLeases(session) {
    const keepers = session.clients.slice(0, 3).map(async (client, index) => {
        for (let round = 0; !session.signal.aborted; round += 1) {
            const key = `${leasePrefix}${session.label}/kept-${index}-${round}`;
            await tolerate(session, () => keepOne(session, client, key));
            await rest(session, startOverAfterMs);
        }
    });
    await Promise.all(keepers);
}
/** One short lease after another is let go, without any stream. Ends with one that is let go after the session ended. */
async function runAbandonedLeases(session) {
    for (let round = 0;; round += 1) {
        const last = session.signal.aborted;
        const client = session.clients[round % session.clients.length];
        const key = `${leasePrefix}${session.label}/abandoned-${round}`;
        const went = await tolerate(session, () => abandonOne(session, client, key));
        if (last)
            return;
        await rest(session, went ? abandonEveryMs : startOverAfterMs);
    }
}

;// CONCATENATED MODULE: ./lib/src/workload/pacer.js
/** An operation that could not even be sent for so long has failed its user. */
const longestQueueMs = 5000;
function startPacer(options) {
    const { operations, maxInFlight, clock, run, clientName, record, ready } = options;
    const waiting = [];
    /** Sent and not yet recorded, with the time it was handed over. */
    const inFlight = new Map();
    let due = 0;
    let next = operations.next().value;
    const stopping = new AbortController();
    let slotFreed;
    const unsent = (operation, why) => {
        const now = clock.monotonicUs();
        return {
            ...{ k: 'op', id: operation.id, client: clientName(operation.client), op: operation.op, key: operation.key },
            ...(operation.value && { val: operation.value.id }),
            ...{ due: operation.dueUs, start: now, end: now, outcome: 'failed', tries: 0, error: why },
        };
    };
    const launch = (operation) => {
        inFlight.set(operation, clock.monotonicUs());
        void run(operation).then((result) => {
            // Already recorded as it stood: its late end changes nothing that may be claimed.
            if (!inFlight.delete(operation))
                return;
            record(result);
            slotFreed?.();
        });
    };
    const startWhatIsDue = () => {
        const now = clock.monotonicUs();
        while (next.dueUs <= now && !stopping.signal.aborted) {
            waiting.push(next);
            due += 1;
            next = operations.next().value;
        }
        for (let head = waiting[0]; head !== undefined; head = waiting[0]) {
            if (now - head.dueUs > longestQueueMs * 1000) {
                record(unsent(head, `not sent within ${longestQueueMs} ms: ${maxInFlight} operations were in flight`));
            }
            else if (inFlight.size < maxInFlight) {
                launch(head);
            }
            else {
                return;
            }
            waiting.shift();
        }
    };
    const pauseMs = () => (waiting.length > 0 ? 20 : Math.max((next.dueUs - clock.monotonicUs()) / 1000, 0));
    const loop = async () => {
        while (!stopping.signal.aborted) {
            await ready();
            startWhatIsDue();
            const freed = new Promise((resolve) => {
                slotFreed = resolve;
            });
            const slept = clock.sleep(pauseMs(), stopping.signal).catch(() => undefined);
            await (waiting.length > 0 ? Promise.race([slept, freed]) : slept);
        }
    };
    const running = loop();
    running.catch(() => undefined);
    const stop = async (drainMs) => {
        stopping.abort();
        const failure = await running.then(() => undefined, (error) => ({ error }));
        const untilUs = clock.monotonicUs() + drainMs * 1000;
        while ((waiting.length > 0 || inFlight.size > 0) && clock.monotonicUs() < untilUs) {
            startWhatIsDue();
            await clock.sleep(5);
        }
        for (const operation of waiting.splice(0))
            record(unsent(operation, 'not sent before the workload ended'));
        for (const [operation, start] of inFlight) {
            const given = { ...unsent(operation, `no answer ${drainMs} ms after the workload ended`), start, tries: 1 };
            const { end: _unseen, ...open } = given;
            // A write may still take effect; a read has none.
            record(operation.value || operation.op === 'delete' ? { ...open, outcome: 'unknown' } : given);
        }
        inFlight.clear();
        if (failure !== undefined)
            throw failure.error;
    };
    const abandon = () => {
        stopping.abort();
        waiting.length = 0;
        inFlight.clear();
    };
    return { due: () => due, stop, abandon, running };
}

;// CONCATENATED MODULE: ./lib/src/workload/read-back.js
// Owns reading every key back, linearizably and through each member, after the work is done.
// Must not know what should be there (judge/).




const tryForMs = 15_000;
const pageBytes = 8 * 1024 * 1024;
const prefixEnd = `${keyValuePrefix.slice(0, -1)}0`;
function entryOf(kv) {
    return [...keyValueOf(kv), kv.create_revision, kv.version];
}
async function readPages(member, pageKeys, clock) {
    const records = [];
    let start = keyValuePrefix;
    let revision;
    for (;;) {
        let request = member.client.getAll().inRange({ start, end: prefixEnd }).limit(pageKeys);
        // The first page fixes the revision; the others belong to the same moment.
        if (revision !== undefined)
            request = request.revision(revision);
        const { header, kvs, more } = await request.exec();
        revision ??= header.revision;
        records.push({
            ...{ k: 'final', member: member.member, rev: revision, at: clock.monotonicUs(), kvs: kvs.map(entryOf) },
            ...(!more && { complete: true }),
        });
        const last = kvs.at(-1);
        if (!more || last === undefined)
            return records;
        start = `${last.key.toString()}\0`;
    }
}
/** Records all or nothing of a member. Throws `member-lost` when a member does not answer for 15 s. */
async function readBackThrough(members, largestValueBytes, recorder, clock) {
    const pageKeys = Math.max(1, Math.min(500, Math.floor(pageBytes / Math.max(largestValueBytes, 1))));
    for (const member of members) {
        const untilUs = clock.monotonicUs() + tryForMs * 1000;
        for (;;) {
            try {
                for (const record of await readPages(member, pageKeys, clock))
                    recorder.record(record);
                await recorder.ready();
                break;
            }
            catch (error) {
                if (error instanceof errors/* EtcdMigrateError */.A8)
                    throw error;
                if (clock.monotonicUs() > untilUs) {
                    throw new errors/* EtcdMigrateError */.A8('member-lost', `The clients' data could not be read back through ${member.member} (${member.url}) within ${tryForMs} ms; ` +
                        `last error: ${messageOf(error)}. The cluster was left as it is.`, { cause: error, details: { member: member.member } });
                }
                await clock.sleep(250);
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/src/workload/schedule.js
// Owns the open-loop schedule: what each client does and when it is due, decided before anything is sent.
// Must not know time, etcd, nor how long anything takes: a slow cluster must not thin out its own load.



const kinds = {
    put: 'put',
    get: 'get',
    getSerializable: 'get-serializable',
    range: 'range',
    cas: 'cas',
    delete: 'delete',
};
function weighted(mix) {
    return Object.keys(kinds).flatMap((name) => Array.from({ length: mix[name] }, () => kinds[name]));
}
/** An endless, strictly ordered sequence: one operation in each interval of 1/rate, at a random moment of it. */
function* planOperations(settings, random, segment, startUs) {
    const choices = weighted(settings.mix);
    const intervalUs = 1_000_000 / settings.rate;
    const [smallest, largest] = settings.valueBytes;
    const turns = new Map();
    for (let number = 0;; number += 1) {
        const op = random.pick(choices);
        const turn = turns.get(op) ?? 0;
        turns.set(op, turn + 1);
        const writes = op === 'put' || op === 'cas';
        yield {
            id: segment * idsPerSegment + number,
            dueUs: Math.floor(startUs + (number + random.next()) * intervalUs),
            client: random.int(settings.clients),
            turn,
            op,
            key: op === 'range' ? groupPrefix(random.int(groupCount(settings.keys))) : keyName(random.int(settings.keys)),
            ...(writes && {
                value: { id: valueId(segment, number), sizeBytes: smallest + random.int(largest - smallest + 1) },
            }),
            ...(op === 'cas' && random.next() < 0.1 && { outdated: true }),
        };
    }
}

;// CONCATENATED MODULE: ./lib/src/workload/raw-watch.js
function rangeEnd(prefix) {
    const end = Buffer.from(prefix);
    const last = end.length - 1;
    end[last] = end[last] + 1;
    return end;
}
/** Mod revision of the key that was put last under the prefix; 0 when there is none. Linearizable. */
async function youngestRevision(client, prefix) {
    const { kvs } = await client.getAll().prefix(prefix).sort('Mod', 'Descend').limit(1).exec();
    return BigInt(kvs[0]?.mod_revision ?? 0);
}
/**
 * Mod revisions of all events of the prefix from `from` through `upTo`, in the order in which they came. `upTo` must
 * be the revision of an event of the prefix: its arrival is the end. Throws when the stretch is compacted, the
 * connection fails, or `withinMs` pass first.
 */
async function rawWatch(client, prefix, from, upTo, withinMs) {
    const stream = await client.watchClient.watch();
    const seen = [];
    let timer;
    try {
        await new Promise((resolve, reject) => {
            timer = setTimeout(() => reject(new Error(`a raw watch from ${from} did not reach ${upTo} within ${withinMs} ms`)), withinMs);
            stream.on('error', reject);
            stream.on('end', () => reject(new Error(`a raw watch from ${from} ended before ${upTo}`)));
            stream.on('data', (response) => {
                if (response.canceled) {
                    reject(new Error(`a raw watch from ${from} was cancelled: ${response.cancel_reason || 'compacted'}`));
                }
                for (const { kv } of response.events) {
                    if (BigInt(kv.mod_revision) <= upTo)
                        seen.push(kv.mod_revision);
                    if (BigInt(kv.mod_revision) >= upTo)
                        resolve();
                }
            });
            stream.write({
                create_request: { key: Buffer.from(prefix), range_end: rangeEnd(prefix), start_revision: String(from) },
            });
        });
        return seen;
    }
    finally {
        clearTimeout(timer);
        // Makes the stream report an error, which the listener above then drops.
        stream.cancel();
    }
}

;// CONCATENATED MODULE: ./lib/src/workload/watchers.js





const connectWithinMs = 10_000;
/** A restarted member has forgotten every login, which a watch learns only by being cancelled: then it is asked again. */
const openWithinMs = 15_000;
const openAgainAfterMs = 200;
const recheckAfterMs = 1000;
const recheckWithinMs = 10_000;
/** One watch of one client, from its creation until it is closed or etcd cancels it. */
function openWatch(session, client, name, prefix, from) {
    const { clock, recorder } = session;
    const note = (event, facts = {}) => recorder.record({ k: 'watch', watcher: name, at: clock.monotonicUs(), event, ...facts });
    const watcher = client.application.pool.watch().prefix(prefix).startRevision(String(from)).watcher();
    const state = { watcher, lastSeen: from - 1n, ended: false };
    let askedFor = String(from);
    let connected = false;
    const opened = new Promise((resolve, reject) => {
        watcher.on('connecting', (request) => {
            askedFor = String(request.start_revision ?? '0');
        });
        watcher.on('connected', () => {
            if (state.ended)
                return;
            connected = true;
            note('opened', { prefix, rev: askedFor });
            resolve();
        });
        watcher.on('disconnected', (error) => {
            // The library says it twice when a stream both fails and ends.
            if (!connected || state.ended)
                return;
            connected = false;
            state.recheckFrom ??= state.lastSeen + 1n;
            note('lost', { error: messageOf(error) });
        });
        watcher.on('error', (error) => {
            if (state.ended)
                return;
            state.ended = true;
            state.recheckFrom ??= state.lastSeen + 1n;
            // Without a reason it was compaction, too: then all there is to do is to list and watch from now on.
            if (/auth|permission|user name/.test(messageOf(error)))
                state.resumeFrom = state.lastSeen + 1n;
            note('closed', { error: messageOf(error) });
            reject(error);
        });
    });
    opened.catch(() => undefined);
    watcher.on('data', ({ events }) => {
        if (state.ended)
            return;
        if (events.length === 0)
            note('progress');
        for (const { type, kv } of events) {
            const deleted = String(type).toLowerCase() === 'delete';
            const rev = kv.mod_revision;
            note(deleted ? 'delete' : 'put', {
                ...{ key: kv.key.toString(), rev },
                ...(!deleted && { val: identifyValue(kv.value.toString()) }),
            });
            if (BigInt(rev) > state.lastSeen)
                state.lastSeen = BigInt(rev);
        }
    });
    return { state, opened, note };
}
/** What a raw watch saw of the stretch in which the library reconnected, put beside what the library delivered. */
async function recheck(client, prefix, watch) {
    const { state, note } = watch;
    const from = state.recheckFrom;
    if (from === undefined)
        return;
    try {
        const upTo = await askAny(client, ({ client: member }) => youngestRevision(member, prefix));
        if (upTo < from)
            return;
        const seen = await askAny(client, ({ client: member }) => rawWatch(member, prefix, from, upTo, recheckWithinMs));
        delete state.recheckFrom;
        note('rechecked', { prefix, rev: String(from), upTo: String(upTo), seen });
    }
    catch (error) {
        note('rechecked', { prefix, rev: String(from), error: messageOf(error) });
    }
}
/**
 * Three watchers: one of everything, two of one group each, where groups are few enough to be written to often.
 * @param beginAt first revision of each watcher, from `close` of those before them; from now on when left out
 */
async function openWatchers(session, groups, beginAt = []) {
    const prefixes = [
        keyValuePrefix,
        ...[0, groups - 1].map((group) => (groups > 32 ? keyValuePrefix : groupPrefix(group))),
    ];
    const watches = new Map();
    const ending = new AbortController();
    const rounds = prefixes.map(() => 0);
    const begin = async (place, resumeFrom) => {
        const client = session.clients[place % session.clients.length];
        const prefix = prefixes[place];
        const { header } = await askAny(client, (member) => member.client.get(prefix).exec());
        const round = rounds[place] ?? 0;
        rounds[place] = round + 1;
        const name = `${client.name}.w${place}/${session.label}.${round}`;
        const open = openWatch(session, client, name, prefix, resumeFrom ?? BigInt(header.revision) + 1n);
        watches.set(place, { client, prefix, open });
        try {
            await within(open.opened, connectWithinMs, 'opening a watch');
        }
        catch (error) {
            // Given up: should it open after all, it must not stay behind unseen.
            if (!open.state.ended) {
                open.state.ended = true;
                open.note('closed', { error: messageOf(error) });
                void open.state.watcher.cancel().catch(() => undefined);
            }
            throw error;
        }
    };
    const beginFirst = async (place) => {
        const untilUs = session.clock.monotonicUs() + openWithinMs * 1000;
        for (;;) {
            try {
                return await begin(place, beginAt[place]);
            }
            catch (error) {
                if (session.signal.aborted || session.clock.monotonicUs() >= untilUs)
                    throw error;
                session.log.debug('a watch cannot be opened yet', { error: messageOf(error) });
                await rest(session, openAgainAfterMs);
            }
        }
    };
    /** Rechecks after each reconnect; starts anew, as an application does, when etcd has cancelled the watch. */
    const tend = async (place) => {
        while (!ending.signal.aborted) {
            await session.clock.sleep(recheckAfterMs, ending.signal).catch(() => undefined);
            const watch = watches.get(place);
            if (watch === undefined || ending.signal.aborted)
                return;
            if (watch.open.state.recheckFrom !== undefined)
                await recheck(watch.client, watch.prefix, watch.open);
            if (!watch.open.state.ended)
                continue;
            try {
                await begin(place, watch.open.state.resumeFrom);
            }
            catch (error) {
                session.log.debug('a watch cannot be opened again yet', { error: messageOf(error) });
            }
        }
    };
    const closeOne = async ({ client, prefix, open }, untilUs) => {
        const { state, note } = open;
        const wanted = await askAny(client, (member) => youngestRevision(member.client, prefix)).catch(() => 0n);
        while (!state.ended && state.lastSeen < wanted && session.clock.monotonicUs() < untilUs)
            await session.clock.sleep(20);
        // Behind at the end: whether etcd or the library owes the events, a raw watch tells.
        if (state.lastSeen < wanted)
            state.recheckFrom ??= state.lastSeen + 1n;
        await recheck(client, prefix, open);
        if (!state.ended) {
            state.ended = true;
            note('closed', { rev: String(state.lastSeen) });
            await within(state.watcher.cancel(), 2000, 'cancelling a watch').catch(() => undefined);
        }
        return state.lastSeen + 1n;
    };
    try {
        for (const place of prefixes.keys())
            await beginFirst(place);
    }
    catch (error) {
        await Promise.all([...watches.values()].map((watch) => closeOne(watch, session.clock.monotonicUs())));
        throw error;
    }
    const tending = [...prefixes.keys()].map(tend);
    return {
        lowestNeeded: () => {
            const needed = [...watches.values()].map(({ open: { state } }) => state.recheckFrom ?? state.lastSeen + 1n);
            return needed.sort((a, b) => (a < b ? -1 : 1))[0];
        },
        close: async (withinMs) => {
            ending.abort();
            await Promise.all(tending);
            const untilUs = session.clock.monotonicUs() + withinMs * 1000;
            return await Promise.all([...watches].sort(([a], [b]) => a - b).map(([, watch]) => closeOne(watch, untilUs)));
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/workload/workload.js
// Owns the whole workload: its clients, their operations, streams, leases and contests, from start to read-back.
// Must not know steps, releases or verdicts.















/** More than a client's deadline: what has no answer by then will not get one. */
const drainMs = 8000;
const watchersCatchUpMs = 10_000;
const maxInFlight = 256;
/** Dozens of clients wait for one end; Node would take so many listeners for a leak and say so on standard error. */
function newEnding() {
    const ending = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, ending.signal);
    return ending;
}
/** Resolves once the watchers are connected and the first operations are due. */
async function startWorkload(options) {
    const { endpoints, credentials, settings, random, recorder, clock, log } = options;
    const known = new Map();
    const applications = [];
    const clients = Array.from({ length: settings.clients }, (_, index) => {
        const name = `c${index}`;
        const application = (0,application_client/* createApplicationClient */.U)(endpoints, credentials, name);
        applications.push(application);
        return createWorkloadClient(name, application, index, known, clock);
    });
    const tally = { ok: 0, failed: 0, unknown: 0 };
    const record = (result) => {
        tally[result.outcome] += 1;
        recorder.record(result);
    };
    let pauses = 0;
    /** First revision that each watcher had not seen when the streams were paused. */
    let unwatchedFrom = [];
    let extra = 0;
    const sessionOf = (label, signal) => ({
        ...{ clients, recorder, clock, log, label, signal },
        random: random.fork(`session ${label}`),
    });
    const openStreams = async () => {
        const ending = newEnding();
        const session = sessionOf(`${recorder.segment}.${pauses}`, ending.signal);
        pauses += 1;
        const watchers = await openWatchers(session, groupCount(settings.keys), unwatchedFrom);
        return { ending, watchers, parts: Promise.all([runKeptLeases(session), runHolds(session)]) };
    };
    const closeStreams = async ({ ending, watchers, parts }) => {
        ending.abort();
        [unwatchedFrom] = await Promise.all([watchers.close(watchersCatchUpMs), parts]);
    };
    let streams;
    try {
        // Connections and logins (80 ms of password hashing each) are made before anything is timed.
        const connections = applications.flatMap(({ members }) => members.map(({ client }) => client));
        await Promise.allSettled(connections.map((client) => client.get('app/connect').exec()));
        streams = await openStreams();
    }
    catch (error) {
        for (const application of applications)
            application.close();
        throw error;
    }
    const ending = newEnding();
    const session = sessionOf(`${recorder.segment}`, ending.signal);
    const background = Promise.all([
        runHeartbeat(clock, recorder, ending.signal),
        runAbandonedLeases(session),
        ...(options.compactEveryMs === undefined
            ? []
            : [runCompaction(session, options.compactEveryMs, () => streams?.watchers.lowestNeeded())]),
    ]);
    const startUs = clock.monotonicUs();
    const pacer = startPacer({
        operations: planOperations(settings, random.fork(`operations ${recorder.segment}`), recorder.segment, startUs),
        ...{ maxInFlight, clock },
        run: (operation) => clients[operation.client].run(operation),
        clientName: (index) => clients[index].name,
        record,
        ready: () => recorder.ready(),
    });
    await recorder.mark('workload-start');
    /** Two last writes, so that the youngest event of every watched prefix is a put that watchers can wait for. */
    const writeLast = async () => {
        for (const [index, key] of [keyName(0), keyName(settings.keys - 1)].entries()) {
            const number = lastWrites + index;
            const value = { id: valueId(recorder.segment, number), sizeBytes: settings.valueBytes[0] };
            const id = recorder.segment * idsPerSegment + number;
            extra += 1;
            record(await clients[0].run({ id, dueUs: clock.monotonicUs(), client: 0, op: 'put', key, value }));
        }
    };
    let stopped;
    const stopOnce = async () => {
        // The operations first: what the watchers must catch up with is then settled.
        const drained = await pacer.stop(drainMs).then(() => undefined, (error) => ({ error }));
        await writeLast();
        const open = streams;
        streams = undefined;
        ending.abort();
        await Promise.all([background, open && closeStreams(open)]).catch((error) => log.warn('a part of the workload did not end in good order', { error: messageOf(error) }));
        if (drained !== undefined)
            throw drained.error;
        await recorder.mark('workload-end', { operations: pacer.due() + extra });
    };
    const stop = () => {
        stopped ??= stopOnce();
        return stopped;
    };
    return {
        running: pacer.running,
        totals: () => ({ due: pacer.due() + extra, ...tally }),
        pauseStreams: async () => {
            const open = streams;
            if (options.streams || open === undefined)
                return;
            streams = undefined;
            await closeStreams(open);
        },
        resumeStreams: async () => {
            if (options.streams || streams !== undefined || stopped !== undefined)
                return;
            streams = await openStreams();
        },
        stop,
        abort: async () => {
            streams?.ending.abort();
            ending.abort();
            if (stopped === undefined)
                pacer.abandon();
            stopped ??= Promise.resolve();
            for (const application of applications)
                application.close();
        },
        readBack: async (members) => {
            const own = (0,application_client/* createApplicationClient */.U)(members, credentials, 'read-back');
            try {
                await readBackThrough(own.members, settings.valueBytes[1], recorder, clock);
                await recorder.flush();
            }
            finally {
                own.close();
            }
        },
        [Symbol.asyncDispose]: async () => {
            try {
                await stop();
            }
            finally {
                for (const application of applications)
                    application.close();
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/src/app/shell/interruptible.js
var interruptible = __webpack_require__(69556);
// EXTERNAL MODULE: ./lib/src/app/shell/report-error.js
var report_error = __webpack_require__(65610);
// EXTERNAL MODULE: ./lib/src/plan/tree.js
var tree = __webpack_require__(94026);
;// CONCATENATED MODULE: ./lib/src/app/rehearse/engine-events.js

/** A state as checks, marks and judges name it. */
function stateInWords({ from, to, phase, upgraded, voters }) {
    return `${from} → ${to} ${phase} ${upgraded}/${voters}`;
}
/** Remembers the step under way, for records that only make sense with it. */
function createEngineEvents(options) {
    const { recorder, progress, publishers, clock } = options;
    const begun = clock.monotonicUs();
    let current = '';
    let heading = '';
    // A history that cannot be written is reported when the recorder is closed; here it must not stop the engine.
    const mark = (event, facts) => {
        recorder.mark(event, facts).catch(() => undefined);
    };
    const hopTitle = (id) => {
        const hop = options.plan.upgrade.hops.find((each) => each.id === id);
        return hop ? `${hop.from} → ${hop.to}` : id;
    };
    const hopFinished = (done, of) => {
        const elapsedMs = (clock.monotonicUs() - begun) / 1000;
        // A publisher's promise never rejects (report/publisher.ts).
        for (const publisher of publishers)
            void publisher.hopFinished({ hop: hopTitle(heading), done, of, elapsedMs });
    };
    const emit = (event) => {
        switch (event.type) {
            case 'step-started': {
                const { id, step } = event.step;
                current = id;
                mark('step-start', { step: id, ...(step.kind === 'observe' && { state: stateInWords(step.state) }) });
                const hop = id.split('.')[0] ?? id;
                if (hop !== heading) {
                    if (heading !== '')
                        hopFinished(event.number - 1, event.total);
                    heading = hop;
                    progress.group(`hop ${hop}: ${hopTitle(hop)}`);
                }
                progress.now(`step ${event.number} of ${event.total}: ${id} ${(0,tree/* titleOf */.Gg)(step)}`);
                return;
            }
            case 'step-finished':
                mark('step-end', { step: event.step.id });
                progress.line(`✓ ${event.step.id} ${(0,tree/* titleOf */.Gg)(event.step.step)} (${(event.durationMs / 1000).toFixed(1)} s)`);
                return;
            case 'step-failed':
                mark('step-end', { step: event.step.id });
                progress.line(`✗ ${event.step.id} ${(0,tree/* titleOf */.Gg)(event.step.step)}: ${event.message}`);
                return;
            case 'gate-waiting':
                progress.now(`${event.step.id} gate ${event.gate}${event.member ? ` of ${event.member}` : ''}: ${event.observation}`);
                return;
            case 'gate-opened':
                return;
            case 'member-switching':
                mark('switch-start', { step: current, member: event.member });
                progress.line(`    ${current} ${event.member}: stopping, then starting ${event.to.release}`);
                progress.now(`${current} ${event.member}: stopping, then starting ${event.to.release}`);
                return;
            case 'member-switched':
                mark('switch-end', { step: current, member: event.member });
                progress.line(`    ${event.member} runs ${event.to.release} (stop ${(event.stopMs / 1000).toFixed(1)} s, start ${(event.startMs / 1000).toFixed(1)} s)`);
                return;
            case 'leader-moved':
                mark('leader-moved', { step: current, member: event.to });
                progress.line(`    leadership moved from ${event.from} to ${event.to}`);
                return;
            case 'hash-compared':
                recorder.record({
                    k: 'hash',
                    at: clock.monotonicUs(),
                    step: current,
                    rev: event.revision.toString(),
                    hashes: event.hashes,
                });
                return;
            case 'progress':
                progress.now(`${current} ${event.message}`);
                return;
            case 'point-of-no-return':
                progress.line(event.side === 'before'
                    ? '    before the point of no return: the old release still starts'
                    : '    past the point of no return: the old release no longer starts on this hop');
                return;
        }
    };
    return { emit, currentStep: () => current };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/src/judge/column.js
// Owns growable typed columns and name tables: a million records in tens of megabytes.
// Must not know what a column means.
/** Rows of one chunk. Chunks never move, so growing neither copies nor leaves holes in memory. */
const chunkBits = 15;
const chunkMask = (1 << chunkBits) - 1;
/** An append-only list of numbers that costs its cell size each. Reading past the end is a bug and throws. */
class Column {
    length = 0;
    #chunks = [];
    #make;
    constructor(make) {
        this.#make = make;
    }
    push(value) {
        const row = this.length++;
        let chunk = this.#chunks[row >> chunkBits];
        if (chunk === undefined) {
            chunk = new this.#make(chunkMask + 1);
            this.#chunks.push(chunk);
        }
        chunk[row & chunkMask] = value;
    }
    get(index) {
        const value = index < this.length ? this.#chunks[index >> chunkBits]?.[index & chunkMask] : undefined;
        if (value === undefined)
            throw new RangeError(`column has no row ${index}`);
        return value;
    }
    set(index, value) {
        const chunk = index < this.length ? this.#chunks[index >> chunkBits] : undefined;
        if (chunk === undefined)
            throw new RangeError(`column has no row ${index}`);
        chunk[index & chunkMask] = value;
    }
}
const float64 = () => new Column(Float64Array);
const int32 = () => new Column(Int32Array);
const uint8 = () => new Column(Uint8Array);
/** Numbers names from 0 in order of appearance. */
class Names {
    #numbers = new Map();
    #names = [];
    get size() {
        return this.#names.length;
    }
    number(name) {
        const known = this.#numbers.get(name);
        if (known !== undefined)
            return known;
        const number = this.#names.length;
        this.#names.push(name);
        this.#numbers.set(name, number);
        return number;
    }
    find(name) {
        return this.#numbers.get(name);
    }
    name(number) {
        const name = this.#names[number];
        if (name === undefined)
            throw new RangeError(`no name has the number ${number}`);
        return name;
    }
}
/** The row numbers below `count` that `keep` wants, ascending. */
function rowsWhere(count, keep) {
    let rows = new Int32Array(Math.max(16, count >> 2));
    let length = 0;
    for (let row = 0; row < count; row++) {
        if (!keep(row))
            continue;
        if (length === rows.length) {
            const grown = new Int32Array(length * 2);
            grown.set(rows);
            rows = grown;
        }
        rows[length++] = row;
    }
    return rows.subarray(0, length);
}
/** Row numbers in ascending order of `key`; equal keys keep their order. */
function sortedRows(rows, key) {
    let sorted = true;
    for (let i = 1; i < rows.length && sorted; i++)
        sorted = key(rows[i - 1]) <= key(rows[i]);
    return sorted ? rows : rows.sort((a, b) => key(a) - key(b) || a - b);
}

;// CONCATENATED MODULE: ./lib/src/judge/gaps.js
// Owns the longest time without an answer within the windows in which clients were at work.
// Must not know what counts as a read or a write.

/** Answers of one kind in one window. The window runs from its first due operation to its last one. */
class Answers {
    #times = float64();
    add(at) {
        this.#times.push(at);
    }
    get count() {
        return this.#times.length;
    }
    /** Every stretch between two answers, the edges of the window included. */
    eachGap(from, to, gap) {
        const times = Float64Array.from({ length: this.#times.length }, (_, i) => this.#times.get(i)).sort();
        let last = from;
        for (const time of times) {
            if (time > last)
                gap(last, time);
            last = Math.max(last, time);
        }
        // Operations are due all the time; none is after the window, so a later answer ends no gap.
        if (to > last)
            gap(last, to);
    }
}
function longer(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    return b.to - b.from > a.to - a.from ? b : a;
}

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
;// CONCATENATED MODULE: ./lib/src/judge/latency.js
// Owns counts and latencies of the operations of one stretch of time.
// Must not know which stretch.

/** Latency counts from when the operation was due, so a stall is felt by all that had to wait for it. */
class Latencies {
    operations = 0;
    ok = 0;
    failed = 0;
    unknown = 0;
    retried = 0;
    /** Three significant digits; microseconds. */
    #histogram = (0,external_node_perf_hooks_.createHistogram)();
    add(record) {
        this.operations++;
        this[record.outcome]++;
        if ((record.tries ?? 1) > 1)
            this.retried++;
        // A failed operation may be quick: it must not make the others look better.
        if (record.outcome === 'failed' || record.end === undefined)
            return;
        this.#histogram.record(Math.max(1, Math.round(record.end - record.due)));
    }
    percentiles() {
        const at = (percentile) => this.#histogram.count === 0 ? null : this.#histogram.percentile(percentile) / 1000;
        return { p50Ms: at(50), p95Ms: at(95), p99Ms: at(99), p999Ms: at(99.9) };
    }
}

;// CONCATENATED MODULE: ./lib/src/judge/minimums.js
// Owns how much a judge must have seen before it may say "pass"; below that it says `too-few-operations`.
// Must not know how much a workload produces.
/** Acknowledged writes, for every judge of keys. Two seconds of the default workload write more. */
const minimumWrites = 50;
/** Acknowledged linearizable reads (get, range), or serializable reads for their own judge. */
const minimumReads = 50;
/** Events delivered to watchers. */
const minimumWatchEvents = 50;
/** Acknowledged renewals, of all leases together. */
const minimumRenewals = 3;
/** Keys of leases seen alive while the lease was kept alive. */
const minimumLeaseSightings = 3;
/** Leases left to die whose key was then looked for after its time. */
const minimumExpiries = 1;
/** Acquired locks and leaderships, by at least two holders in all. */
const minimumHolds = 5;
/**
 * Longest time in which no lease was left to expire. Clients leave one about every 8 s and look at each until it is gone;
 * what keeps them from it for so long is known to nobody.
 */
const longestWithoutAbandonedUs = 30_000_000;
/** A grant that failed so shortly before a state's end need not have been tried again in it. */
const grantAgainWithinUs = 2_000_000;
/** A hold that was lost so long before its lease could end was not lost to time. */
const lostEarlyUs = 500_000;
/** How long etcd may take past a lease's end: expiry is scanned every 500 ms, and a new leader adds an election time. */
const leaseSlackUs = 5_000_000;
/** How long an event may take to an idle watcher before it counts as missing at the watcher's end. */
const watchSlackUs = 5_000_000;

;// CONCATENATED MODULE: ./lib/src/judge/stalls.js
// Owns when our own process stood still, and what that touches: nobody was there then to see an answer.
// Must not decide what follows for a verdict.

/** Longest that a client works on an operation whose end nobody saw, microseconds. */
const unendedUs = 5_000_000;
/** When each of some operations was under way. */
class Spans {
    from = float64();
    to = float64();
    add({ due, start, end = start + unendedUs }) {
        this.from.push(due);
        this.to.push(end);
    }
}
class Stalls {
    #stalls = [];
    /** @param mark `stalled`, stamped at its end */
    add(mark) {
        this.#stalls.push(mark);
    }
    /** Microseconds of the gap in which we stood still. */
    within({ from, to }) {
        return this.#stalls.reduce((sum, stall) => {
            const began = Math.max(from, stall.from ?? stall.at);
            return sum + Math.max(0, Math.min(to, stall.at) - began);
        }, 0);
    }
    /** How many of them lie in a stall or touch one. */
    touched({ from, to }) {
        let count = 0;
        for (let i = 0; this.#stalls.length > 0 && i < from.length; i++) {
            const [begin, end] = [from.get(i), to.get(i)];
            if (this.#stalls.some((stall) => (stall.from ?? stall.at) <= end && begin <= stall.at))
                count++;
        }
        return count;
    }
    /** Those that ended at `from` or later. */
    since(from) {
        return this.#stalls.filter(({ at }) => from <= at);
    }
}

;// CONCATENATED MODULE: ./lib/src/judge/violations.js
const kept = 10;
const recordsKept = 6;
class Violations {
    count = 0;
    first = [];
    /** `records` is only called for violations that are kept: rebuilding records costs. */
    add(message, records) {
        this.count++;
        if (this.first.length < kept)
            this.first.push({ message, records: records().slice(0, recordsKept) });
    }
    /** First message, and how many more there are: for summaries. */
    headline() {
        const [first] = this.first;
        if (!first)
            return 'no violation';
        return this.count > 1 ? `${first.message} (and ${this.count - 1} more)` : first.message;
    }
}
function passed(judge, judged, summary) {
    return { judge, verdict: 'pass', summary, judged, violations: [], violationCount: 0 };
}
function failed(judge, judged, violations, reason) {
    return {
        judge,
        verdict: 'fail',
        summary: violations.headline(),
        judged,
        violations: violations.first,
        violationCount: violations.count,
        failureReason: reason,
    };
}
/** What was seen is kept even where it proves nothing: a doubt with evidence is of more use than one without. */
function unsure(judge, judged, reason, summary, seen = new Violations()) {
    return {
        judge,
        verdict: 'inconclusive',
        summary,
        judged,
        violations: seen.first,
        violationCount: seen.count,
        failureReason: reason,
    };
}
const count = new Intl.NumberFormat('en-US');
/** "1,234 writes". */
const amount = (n, unit) => `${count.format(n)} ${unit}${n === 1 ? '' : 's'}`;
/** Microseconds for people. */
const duration = (us) => us < 10_000
    ? `${(us / 1000).toFixed(1)} ms`
    : us < 10_000_000
        ? `${Math.round(us / 1000)} ms`
        : `${(us / 1e6).toFixed(1)} s`;

;// CONCATENATED MODULE: ./lib/src/judge/availability.js





const availabilityName = 'availability';
const noGap = { longest: undefined, felt: undefined, stalled: undefined };
const availability_kept = 6;
function createAvailabilityJudge(thresholds) {
    return new Availability(thresholds);
}
/** Totals and per-step statistics of the availability judge among `judges`. */
function availabilityReport(judges) {
    const judge = judges.find((each) => each instanceof Availability);
    if (judge === undefined)
        throw new RangeError('no availability judge is among these judges');
    return judge.report();
}
class Availability {
    name = availabilityName;
    #thresholds;
    #all = new Latencies();
    #windows = [];
    #steps = [];
    #statistics = new Map();
    #failures = [];
    #unknowns = [];
    /** When each operation was under way that failed, or whose outcome is unknown. */
    #failedSpans = new Spans();
    #unknownSpans = new Spans();
    #stalls = new Stalls();
    #window;
    #segments = 0;
    #ended = false;
    #strictReadsDue = 0;
    #readsDue = 0;
    #writesDue = 0;
    #gaps;
    constructor(thresholds) {
        this.#thresholds = thresholds;
    }
    observe(record) {
        if (record.k === 'op')
            this.#operation(record);
        else if (record.k === 'segment') {
            this.#segments++;
            this.#window = undefined;
            this.#ended = false;
            this.#closeSteps(record.at);
        }
        else if (record.k === 'mark')
            this.#mark(record);
    }
    verdict() {
        const { operations } = this.#all;
        const gaps = this.#longest();
        const violations = this.#violations(gaps);
        if (violations.count > 0)
            return failed(availabilityName, operations, violations, 'availability-violated');
        const stalled = this.#stalled(gaps);
        if (stalled.count > 0) {
            return unsure(availabilityName, operations, 'machine-overloaded', `${stalled.headline()}.`, stalled);
        }
        const [write, read] = [gaps.write.longest, gaps.read.longest];
        if (this.#segments > 1 || this.#windows.length > 1) {
            const pieces = Math.max(this.#segments, this.#windows.length);
            return unsure(availabilityName, operations, 'client-gap', `Clients worked in ${pieces} pieces; nobody looked in between.`);
        }
        const [writes, reads] = [this.#answers('write'), this.#answers('read')];
        if (writes < minimumWrites || reads < minimumReads) {
            return unsure(availabilityName, operations, 'too-few-operations', `Only ${amount(writes, 'write')} and ${amount(reads, 'read')} were acknowledged; ${minimumWrites} and ${minimumReads} are needed.`);
        }
        if (!this.#ended) {
            return unsure(availabilityName, operations, 'history-incomplete', 'The history ends before the clients did.');
        }
        const { failed: errors, unknown } = this.#all;
        return passed(availabilityName, operations, `Longest gap ${lengthOf(write)} in writes, ${lengthOf(read)} in reads; ${errors} failed, ${unknown} unknown of ${amount(operations, 'operation')}.`);
    }
    report() {
        const gaps = this.#longest();
        const [write, read] = [gaps.write.longest, gaps.read.longest];
        const { operations, ok, failed: errors, unknown, retried } = this.#all;
        const steps = new Map();
        for (const [id, { latencies, write: writeGap, read: readGap }] of this.#statistics) {
            steps.set(id, {
                ...{ operations: latencies.operations, failed: latencies.failed, unknown: latencies.unknown },
                ...{ longestWriteGapMs: milliseconds(writeGap), longestReadGapMs: milliseconds(readGap) },
                ...latencies.percentiles(),
            });
        }
        return {
            totals: {
                ...{ longestWriteGapMs: milliseconds(write), longestReadGapMs: milliseconds(read) },
                longestWriteGapStep: write === undefined ? null : (this.#stepAt(write.from)?.id ?? null),
                ...{ operations, ok, failed: errors, unknown, retried },
            },
            steps,
        };
    }
    #operation(record) {
        this.#gaps = undefined;
        this.#all.add(record);
        const step = this.#stepAt(record.due);
        if (step !== undefined)
            this.#statistics.get(step.id)?.latencies.add(record);
        if (record.outcome === 'failed')
            this.#failedSpans.add(record);
        if (record.outcome === 'unknown')
            this.#unknownSpans.add(record);
        if (record.outcome === 'failed' && this.#failures.length < availability_kept)
            this.#failures.push(record);
        if (record.outcome === 'unknown' && this.#unknowns.length < availability_kept)
            this.#unknowns.push(record);
        if (this.#window === undefined) {
            this.#window = {
                ...{ firstDue: record.due, lastDue: record.due },
                ...{ writes: new Answers(), reads: new Answers(), staleReads: new Answers() },
            };
            this.#windows.push(this.#window);
        }
        const window = this.#window;
        window.firstDue = Math.min(window.firstDue, record.due);
        window.lastDue = Math.max(window.lastDue, record.due);
        const strict = record.op === 'get' || record.op === 'range';
        const stale = record.op === 'get-serializable';
        if (strict)
            this.#strictReadsDue++;
        if (strict || stale)
            this.#readsDue++;
        else
            this.#writesDue++;
        if (record.outcome !== 'ok' || record.end === undefined)
            return;
        (strict ? window.reads : stale ? window.staleReads : window.writes).add(record.end);
    }
    #mark(record) {
        this.#gaps = undefined;
        switch (record.event) {
            case 'workload-start':
                // Operations may be due a moment before the mark: only a mark after an end begins another window.
                if (this.#ended)
                    this.#window = undefined;
                this.#ended = false;
                return;
            case 'workload-end':
                this.#ended = true;
                return;
            case 'step-start':
                this.#closeSteps(record.at);
                if (record.step === undefined)
                    return;
                this.#steps.push({ id: record.step, from: record.at, to: Number.POSITIVE_INFINITY });
                if (!this.#statistics.has(record.step))
                    this.#statistics.set(record.step, { latencies: new Latencies() });
                return;
            case 'step-end':
                this.#closeSteps(record.at);
                return;
            case 'stalled':
                this.#stalls.add(record);
                return;
        }
    }
    #closeSteps(at) {
        const last = this.#steps.at(-1);
        if (last !== undefined && last.to > at)
            last.to = at;
    }
    #stepAt(time) {
        for (let i = this.#steps.length - 1; i >= 0; i--) {
            const step = this.#steps[i];
            if (step.from <= time)
                return time < step.to ? step : undefined;
        }
        return undefined;
    }
    /** Stale reads are answered without a quorum and would hide a gap; they count only where clients make no others. */
    #answersIn(window, kind) {
        if (kind === 'write')
            return window.writes;
        return this.#strictReadsDue > 0 ? window.reads : window.staleReads;
    }
    #answers(kind) {
        return this.#windows.reduce((sum, window) => sum + this.#answersIn(window, kind).count, 0);
    }
    #longest() {
        this.#gaps ??= { write: this.#longestOf('write'), read: this.#longestOf('read') };
        return this.#gaps;
    }
    /** Also notes each step's longest gap: a gap belongs to the step in which it began. */
    #longestOf(kind) {
        if ((kind === 'write' ? this.#writesDue : this.#readsDue) === 0)
            return noGap;
        const { longestWriteGapMs, longestReadGapMs } = this.#thresholds;
        const limitUs = (kind === 'write' ? longestWriteGapMs : longestReadGapMs) * 1000;
        for (const statistics of this.#statistics.values())
            delete statistics[kind];
        let longest;
        let felt;
        let stalled;
        for (const window of this.#windows) {
            let step = 0;
            this.#answersIn(window, kind).eachGap(window.firstDue, window.lastDue, (from, to) => {
                const gap = { from, to };
                longest = longer(longest, gap);
                if (to - from > limitUs) {
                    if (to - from - this.#stalls.within(gap) > limitUs)
                        felt = longer(felt, gap);
                    else
                        stalled = longer(stalled, gap);
                }
                while (step < this.#steps.length && this.#steps[step].to <= from)
                    step++;
                const here = this.#steps[step];
                if (here === undefined || here.from > from)
                    return;
                const statistics = this.#statistics.get(here.id);
                if (statistics === undefined)
                    return;
                const own = longer(statistics[kind], gap);
                if (own !== undefined)
                    statistics[kind] = own;
            });
        }
        return { longest, felt, stalled };
    }
    /** Gaps that are too long only because nobody here was there to see an answer: neither right nor wrong. */
    #stalled({ write, read }) {
        const doubts = new Violations();
        for (const [what, { stalled }] of [['write', write], ['read', read]]) {
            if (stalled === undefined)
                continue;
            const stoodStill = duration(this.#stalls.within(stalled));
            doubts.add(`No ${what} was acknowledged for ${lengthOf(stalled)}, but this machine stood still for ${stoodStill}`, () => this.#stalls.since(stalled.from));
        }
        const { failed: errors, unknown } = this.#all;
        if (errors > this.#thresholds.failedOperations) {
            doubts.add(`${amount(errors, 'operation')} failed, but this machine stood still meanwhile`, () => this.#failures);
        }
        if (unknown > this.#thresholds.unknownOperations) {
            doubts.add(`The outcome of ${amount(unknown, 'operation')} is unknown, but this machine stood still meanwhile`, () => this.#unknowns);
        }
        return doubts;
    }
    #violations({ write, read }) {
        const violations = new Violations();
        const limits = this.#thresholds;
        const gaps = [
            { what: 'write', gap: write.felt, limitMs: limits.longestWriteGapMs },
            { what: 'read', gap: read.felt, limitMs: limits.longestReadGapMs },
        ];
        for (const { what, gap, limitMs } of gaps) {
            if (gap === undefined)
                continue;
            const step = this.#stepAt(gap.from);
            const where = step === undefined ? '' : `, beginning in step ${step.id}`;
            violations.add(`No ${what} was acknowledged for ${lengthOf(gap)}${where}; ${limitMs} ms are allowed`, () => [...this.#failures, ...this.#unknowns].filter(({ start }) => gap.from <= start && start <= gap.to));
        }
        const { failed: errors, unknown } = this.#all;
        if (errors - this.#stalls.touched(this.#failedSpans) > limits.failedOperations) {
            violations.add(`${amount(errors, 'operation')} failed; ${limits.failedOperations} may`, () => this.#failures);
        }
        if (unknown - this.#stalls.touched(this.#unknownSpans) > limits.unknownOperations) {
            violations.add(`The outcome of ${amount(unknown, 'operation')} is unknown; that of ${limits.unknownOperations} may be`, () => this.#unknowns);
        }
        const { p99Ms: limit } = limits;
        if (limit === undefined)
            return violations;
        for (const [id, { latencies }] of this.#statistics) {
            const { p99Ms } = latencies.percentiles();
            if (p99Ms !== null && p99Ms > limit) {
                violations.add(`p99 in step ${id} was ${p99Ms.toFixed(1)} ms; ${limit} ms are allowed`, () => []);
            }
        }
        return violations;
    }
}
function milliseconds(gap) {
    return gap === undefined ? null : (gap.to - gap.from) / 1000;
}
function lengthOf(gap) {
    return gap === undefined ? 'none' : duration(gap.to - gap.from);
}

;// CONCATENATED MODULE: ./lib/src/judge/assumptions.js
// Owns the judgement whether the history is one that the other judges may judge at all.
// Must not judge etcd: whatever fails here is our own recording, not the cluster.


const assumptionsName = 'assumptions';
/** Due times are met by timers that may fire a moment early. */
const earlyUs = 5_000;
function createAssumptionsJudge(ledger) {
    const violations = new Violations();
    let records = 0;
    let torn = 0;
    let lastAt = 0;
    let segmentAt;
    let counted = newCount();
    let untold = 0;
    const check = (record) => {
        switch (record.k) {
            case 'unreadable':
                if (record.torn)
                    torn++;
                else
                    violations.add(`Line ${record.line} is no record: ${record.reason}`, () => [record]);
                return;
            case 'segment': {
                const previous = ledger.segments.at(-2);
                const expected = (previous?.n ?? 0) + 1;
                if (record.n !== expected)
                    violations.add(`Segment ${record.n} follows where ${expected} should`, () => [record]);
                if (previous?.boot === record.boot && record.at < lastAt) {
                    violations.add(`Segment ${record.n} begins before the records in front of it`, () => [record]);
                }
                segmentAt = record.at;
                counted = newCount();
                break;
            }
            case 'op': {
                const { start, end, due } = record;
                if (end !== undefined && end < start)
                    violations.add(`Operation ${record.id} ends before it starts`, () => [record]);
                if (due > start + earlyUs)
                    violations.add(`Operation ${record.id} starts before it is due`, () => [record]);
                if (segmentAt !== undefined && start < segmentAt) {
                    violations.add(`Operation ${record.id} starts before its segment`, () => [record]);
                }
                lastAt = Math.max(lastAt, end ?? start);
                assumptions_count(record, counted);
                break;
            }
            case 'mark':
                if (record.at < (segmentAt ?? 0))
                    violations.add('A mark lies before its segment', () => [record]);
                lastAt = Math.max(lastAt, record.at);
                if (record.event !== 'workload-end')
                    break;
                if (record.operations === undefined)
                    untold++;
                else
                    checkCount(record, record.operations, counted, violations);
                break;
        }
        if (segmentAt === undefined) {
            violations.add('The history does not begin with a segment', () => [record]);
            segmentAt = 0;
        }
    };
    const timesCompare = () => new Set(ledger.segments.map((segment) => segment.boot)).size <= 1;
    const verdict = () => {
        checkIds(ledger, violations);
        for (const record of ledger.repeatedValues) {
            violations.add(`Value ${record.val} of operation ${record.id} was written before`, () => [record]);
        }
        if (violations.count > 0)
            return failed(assumptionsName, records, violations, 'history-invalid');
        if (records === 0)
            return unsure(assumptionsName, 0, 'history-incomplete', 'The history is empty.');
        if (!timesCompare()) {
            return unsure(assumptionsName, records, 'client-gap', 'The machine was rebooted in between, so times before and after do not compare.');
        }
        if (untold > 0) {
            return unsure(assumptionsName, records, 'history-incomplete', 'The end of the workload does not say how many operations there were, so some may be missing.');
        }
        const lost = torn > 0 ? `, ${amount(torn, 'line')} cut off by a crash` : '';
        return passed(assumptionsName, records, `${amount(records, 'record')} in ${amount(ledger.segments.length, 'segment')}${lost}.`);
    };
    return {
        name: assumptionsName,
        observe: (record) => {
            ledger.observe(record);
            records++;
            check(record);
        },
        verdict,
        timesCompare,
    };
}
const newCount = () => ({ all: 0, planned: 0, highest: -1 });
function assumptions_count({ id }, counted) {
    counted.all++;
    const number = id % idsPerSegment;
    if (number >= lastWrites)
        return;
    counted.planned++;
    counted.highest = Math.max(counted.highest, number);
}
/** Where the workload ended in good order each operation has its record; an id may not be twice, so counting is enough. */
function checkCount(end, operations, counted, violations) {
    const planned = counted.highest + 1;
    if (counted.all !== operations) {
        violations.add(`There are ${amount(counted.all, 'record')} of ${amount(operations, 'operation')}`, () => [end]);
    }
    else if (counted.planned !== planned) {
        violations.add(`There are ${amount(counted.planned, 'record')} of ${planned} planned operations`, () => [end]);
    }
}
function checkIds(ledger, violations) {
    const ids = Float64Array.from({ length: ledger.length }, (_, row) => ledger.id(row)).sort();
    for (let i = 1; i < ids.length; i++) {
        const id = ids[i];
        if (id !== ids[i - 1])
            continue;
        violations.add(`Two operations have the id ${id}`, () => {
            const records = [];
            for (let row = 0; row < ledger.length && records.length < 2; row++) {
                if (ledger.id(row) === id)
                    records.push(ledger.record(row));
            }
            return records;
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/judge/coverage.js


const coverage_name = 'coverage';
const requests = ['acknowledged write', 'linearizable read', 'serializable read'];
/** What a state must have seen besides requests through each member. */
const others = ['lock that was taken and released', 'leadership that was taken and released'];
const streams = ['lease renewed or its key seen', 'event of a watch'];
const newStretch = () => ({
    state: undefined,
    through: { 'acknowledged write': new Set(), 'linearizable read': new Set(), 'serializable read': new Set() },
    others: new Set(),
    notGranted: undefined,
    to: Number.NEGATIVE_INFINITY,
});
/**
 * A state lasts from one change of the cluster (or the state before) to the next: the observation and the rest around
 * it, in which nothing but clients is at work and every member is up. Requests take the members in turn, so even a few
 * hundred milliseconds of the default workload reach each of five members with each kind.
 *
 * @param expectedMembers without it, members that answered anywhere
 */
function createCoverageJudge(expectedMembers) {
    return new Coverage(expectedMembers);
}
class Coverage {
    name = coverage_name;
    #expected;
    #members = new Set();
    /** Kinds of request that came due at all: a mix may leave some out, which the judges of their answers doubt. */
    #due = new Set();
    /** By step id: a state that a resumed run observed again counts as it was seen last. */
    #states = new Map();
    #holding = new Set();
    #stretch = newStretch();
    #seen = 0;
    #abandonedAt;
    #longestWithout = 0;
    constructor(expectedMembers) {
        this.#expected = expectedMembers;
    }
    observe(record) {
        switch (record.k) {
            case 'segment':
                this.#abandonedAt = undefined;
                this.#holding.clear();
                this.#change(record.at);
                return;
            case 'mark':
                this.#mark(record);
                return;
            case 'op':
                this.#operation(record);
                return;
            case 'watch':
                if (record.event === 'put' || record.event === 'delete')
                    this.#stretch.others.add('event of a watch');
                return;
            case 'lease':
                if (record.event === 'grant-failed')
                    this.#stretch.notGranted = record;
                else if (record.event === 'granted')
                    this.#stretch.notGranted = undefined;
                if (record.event === 'abandoned')
                    this.#abandoned(record.at);
                else if (record.event === 'renewed' || record.event === 'key-seen') {
                    this.#stretch.others.add('lease renewed or its key seen');
                }
                return;
            case 'hold': {
                const hold = `${record.kind} ${record.name} ${record.holder}`;
                if (record.event === 'acquired')
                    this.#holding.add(hold);
                else if (this.#holding.delete(hold) && record.event === 'released') {
                    this.#stretch.others.add(record.kind === 'lock' ? 'lock that was taken and released' : 'leadership that was taken and released');
                }
                return;
            }
        }
    }
    verdict() {
        const members = this.#expected ?? [...this.#members].sort();
        const missing = new Violations();
        for (const stretch of this.#states.values())
            this.#judge(stretch, members, missing);
        if (this.#longestWithout > longestWithoutAbandonedUs) {
            missing.add(`No lease was left to expire for ${duration(this.#longestWithout)}`, () => []);
        }
        if (this.#states.size === 0)
            return unsure(coverage_name, this.#seen, 'too-few-operations', 'No state was observed.');
        if (missing.count > 0) {
            return unsure(coverage_name, this.#seen, 'too-few-operations', `${missing.headline()}.`, missing);
        }
        const states = amount(this.#states.size, 'observed state');
        return passed(coverage_name, this.#seen, `${states}, each with clients at work through ${members.join(', ')}.`);
    }
    #judge({ state, through, others: seen, notGranted, to }, members, missing) {
        const where = `In the state ${state?.state} (step ${state?.step})`;
        const evidence = () => (state === undefined ? [] : [state]);
        for (const request of requests) {
            if (!this.#due.has(request))
                continue;
            const without = members.filter((member) => !through[request].has(member));
            if (without.length > 0)
                missing.add(`${where} there was no ${request} through ${without.join(', ')}`, evidence);
        }
        for (const other of [...others, ...streams]) {
            if (!seen.has(other))
                missing.add(`${where} there was no ${other}`, evidence);
        }
        if (notGranted !== undefined && notGranted.at < to - grantAgainWithinUs) {
            missing.add(`${where} a lease was refused and none granted since (${notGranted.error})`, () => [
                ...evidence(),
                notGranted,
            ]);
        }
    }
    #mark(record) {
        switch (record.event) {
            case 'step-start':
                if (record.state === undefined || record.step === undefined)
                    return;
                if (this.#stretch.state !== undefined)
                    this.#change(record.at);
                this.#stretch.state = record;
                this.#states.set(record.step, this.#stretch);
                return;
            case 'switch-start':
            case 'switch-end':
                this.#change(record.at);
                return;
            case 'workload-end':
                // One more is let go after the operations have ended.
                if (this.#abandonedAt !== undefined)
                    this.#abandoned(record.at);
                this.#abandonedAt = undefined;
                this.#change(record.at);
                return;
            case 'workload-start':
                this.#abandoned(record.at);
                return;
        }
    }
    #operation(record) {
        const request = record.op === 'get-serializable'
            ? 'serializable read'
            : record.op === 'get' || record.op === 'range'
                ? 'linearizable read'
                : 'acknowledged write';
        this.#due.add(request);
        if (record.outcome !== 'ok' || record.via === undefined)
            return;
        this.#seen++;
        this.#members.add(record.via);
        this.#stretch.through[request].add(record.via);
    }
    #change(at) {
        this.#stretch.to = at;
        this.#stretch = newStretch();
    }
    #abandoned(at) {
        if (this.#abandonedAt !== undefined)
            this.#longestWithout = Math.max(this.#longestWithout, at - this.#abandonedAt);
        this.#abandonedAt = at;
    }
}

;// CONCATENATED MODULE: ./lib/src/judge/value-names.js
// Owns numbering the values of a history without keeping a text for each: `v<segment>.<number>` is stored as numbers.
// Must not know who wrote a value.

/** Numbers of values that follow the recorder's pattern grow without large gaps; whatever does not is kept as text. */
const largestGap = 1 << 20;
const none = -1;
class ValueNames {
    /** By segment: number within the segment → number here. */
    #bySegment = [];
    #segment = int32();
    #within = int32();
    /** Values of any other form; their numbers here, by their number there. */
    #texts = new Names();
    #textNumber = [];
    get size() {
        return this.#segment.length;
    }
    number(text) {
        const dot = patternDot(text);
        if (dot > 0) {
            const segment = digits(text, 1, dot);
            const within = digits(text, dot + 1, text.length);
            const known = this.#table(segment, within);
            if (known !== undefined) {
                const number = known[within];
                if (number !== none)
                    return number;
                known[within] = this.#add(segment, within);
                return known[within];
            }
        }
        const place = this.#texts.number(text);
        this.#textNumber[place] ??= this.#add(none, place);
        return this.#textNumber[place];
    }
    name(number) {
        const segment = this.#segment.get(number);
        const within = this.#within.get(number);
        return segment === none ? this.#texts.name(within) : `v${segment}.${within}`;
    }
    #add(segment, within) {
        this.#segment.push(segment);
        this.#within.push(within);
        return this.#segment.length - 1;
    }
    /** The segment's table with room for this number, unless that would waste memory. */
    #table(segment, within) {
        if (segment > 1000)
            return undefined;
        const table = this.#bySegment[segment] ?? new Int32Array(0);
        if (within < table.length)
            return table;
        if (within > table.length + largestGap)
            return undefined;
        const grown = new Int32Array(Math.max(1024, within + 1, Math.min(table.length * 2, table.length + largestGap))).fill(none);
        grown.set(table);
        // An array with holes would be slow.
        while (this.#bySegment.length < segment)
            this.#bySegment.push(new Int32Array(0));
        this.#bySegment[segment] = grown;
        return grown;
    }
}
/** Place of the dot in a canonical `v1.234`; 0 for anything else, such as a number with a leading zero. */
function patternDot(text) {
    if (text.charCodeAt(0) !== 118 || text.length > 20)
        return 0;
    const dot = text.indexOf('.');
    return dot > 1 && canonical(text, 1, dot) && canonical(text, dot + 1, text.length) ? dot : 0;
}
function canonical(text, from, to) {
    if (to <= from || to - from > 9 || (text.charCodeAt(from) === 48 && to - from > 1))
        return false;
    for (let i = from; i < to; i++) {
        const code = text.charCodeAt(i);
        if (code < 48 || code > 57)
            return false;
    }
    return true;
}
function digits(text, from, to) {
    let value = 0;
    for (let i = from; i < to; i++)
        value = value * 10 + text.charCodeAt(i) - 48;
    return value;
}

;// CONCATENATED MODULE: ./lib/src/judge/ledger.js
// Owns the compact copy of all operations of a history that several judges share: columns instead of objects.
// Must not know what is right or wrong: see versions.ts and the judges.


const ledger_kinds = ['put', 'delete', 'get', 'get-serializable', 'range', 'cas'];
const outcomes = ['ok', 'failed', 'unknown'];
const kindNumbers = new Map(ledger_kinds.map((kind, number) => [kind, number]));
const outcomeNumbers = new Map(outcomes.map((outcome, number) => [outcome, number]));
/** `got` columns: no such key, and not asked. */
const absent = -1;
const notAsked = -2;
const ledger_none = -1;
/** Effects as answered: of a cas whether it swapped, of a delete whether there was a key. */
const notSaid = 0;
const no = 1;
const yes = 2;
/** Fed with every record by each judge that reads it; the same record twice in a row counts once. */
class Ledger {
    keys = new Names();
    /** Values by their text, written or only seen. */
    values = new ValueNames();
    members = new Names();
    segments = [];
    /** Numbers `n` of segments that ended without `workload-end`: their last records and requests in flight are lost. */
    crashedSegments = new Map();
    marks = [];
    /** Values that more than one operation wrote. */
    repeatedValues = [];
    /** Deletions seen by watchers: key, revision, time. */
    deletionKey = int32();
    deletionRev = float64();
    deletionAt = float64();
    #clients = new Names();
    #id = float64();
    #due = float64();
    #start = float64();
    #end = float64();
    #rev = float64();
    #expect = float64();
    #gotMod = float64();
    #kind = uint8();
    #outcome = uint8();
    #effect = uint8();
    #key = int32();
    #client = int32();
    #val = int32();
    #gotVal = int32();
    #via = int32();
    /** Ranges: first entry of each, by operation row; entries follow one another. */
    #entryStart = new Map();
    #entryKey = int32();
    #entryVal = int32();
    #entryMod = float64();
    /** By value number: row of its writer, and the mod revision it was first seen under (strictly read; otherwise seen). */
    #writer = int32();
    #readMod = float64();
    #seenMod = float64();
    #seenKey = int32();
    #errors = new Map();
    #last;
    #lastAt = 0;
    #running = false;
    get length() {
        return this.#id.length;
    }
    observe(record) {
        if (record === this.#last)
            return;
        this.#last = record;
        switch (record.k) {
            case 'op':
                this.#running = true;
                this.#lastAt = record.end ?? record.start;
                this.#operation(record);
                break;
            case 'segment':
                this.#segment(record);
                break;
            case 'mark':
                if (record.event === 'workload-start')
                    this.#running = true;
                if (record.event === 'workload-end')
                    this.#running = false;
                this.marks.push(record);
                this.#lastAt = record.at;
                break;
            case 'watch':
                if (record.rev === undefined || record.key === undefined)
                    break;
                if (record.event === 'put' && record.val !== undefined) {
                    this.#note(this.#seenMod, this.value(record.val), Number(record.rev), this.keys.number(record.key));
                }
                else if (record.event === 'delete') {
                    this.deletionKey.push(this.keys.number(record.key));
                    this.deletionRev.push(Number(record.rev));
                    this.deletionAt.push(record.at);
                }
                break;
            case 'final':
                for (const [key, val, mod] of record.kvs) {
                    this.#note(this.#readMod, this.value(val), Number(mod), this.keys.number(key));
                }
                break;
        }
    }
    /** Number of a value's text; makes room for what is known of it. */
    value(text) {
        const number = this.values.number(text);
        while (this.#writer.length <= number) {
            this.#writer.push(ledger_none);
            this.#readMod.push(0);
            this.#seenMod.push(0);
            this.#seenKey.push(ledger_none);
        }
        return number;
    }
    /** Row of the operation that wrote a value; undefined when none did. */
    writerOf(value) {
        const row = value < this.#writer.length ? this.#writer.get(value) : ledger_none;
        return row === ledger_none ? undefined : row;
    }
    /** Values that were seen although no record says who wrote them, with the key they were first seen under. */
    *unwritten() {
        for (let val = 0; val < this.#writer.length; val++) {
            const key = this.#seenKey.get(val);
            if (this.#writer.get(val) === ledger_none && key !== ledger_none)
                yield { val, key };
        }
    }
    /** Mod revision under which a value was seen first; strict reads have precedence over watches and stale reads. */
    modOf(value) {
        return this.#readMod.get(value) || this.#seenMod.get(value) || undefined;
    }
    kind(row) {
        return ledger_kinds[this.#kind.get(row)];
    }
    outcome(row) {
        return outcomes[this.#outcome.get(row)];
    }
    start(row) {
        return this.#start.get(row);
    }
    /** Infinity while the end was never seen. */
    end(row) {
        return this.#end.get(row);
    }
    id(row) {
        return this.#id.get(row);
    }
    due(row) {
        return this.#due.get(row);
    }
    rev(row) {
        return this.#rev.get(row);
    }
    /** Key, for a range its prefix. */
    key(row) {
        return this.#key.get(row);
    }
    /** Value written; -1 for none. */
    val(row) {
        return this.#val.get(row);
    }
    /** Revision that a cas compared with; NaN where nobody said. */
    expect(row) {
        return this.#expect.get(row);
    }
    gotVal(row) {
        return this.#gotVal.get(row);
    }
    gotMod(row) {
        return this.#gotMod.get(row);
    }
    asked(row) {
        return this.#gotVal.get(row) !== notAsked;
    }
    member(row) {
        const via = this.#via.get(row);
        return via === ledger_none ? undefined : via;
    }
    /** An acknowledged operation that made a revision. */
    wrote(row) {
        if (this.outcome(row) !== 'ok')
            return false;
        const kind = this.kind(row);
        return kind === 'put' || this.#effect.get(row) === yes;
    }
    /** An acknowledged cas or delete that found nothing to do. */
    didNothing(row) {
        return this.#effect.get(row) === no;
    }
    /** Calls back with every entry of a range. */
    eachEntry(row, entry) {
        const span = this.#entryStart.get(row);
        if (span === undefined)
            return;
        for (let i = span.from; i < span.to; i++) {
            entry(this.#entryKey.get(i), this.#entryVal.get(i), this.#entryMod.get(i));
        }
    }
    /** The operation as it was recorded, as far as judges look at it: for evidence. */
    record(row) {
        const kind = this.kind(row);
        const rev = this.rev(row);
        const val = this.val(row);
        const end = this.end(row);
        const effect = this.#effect.get(row);
        const via = this.member(row);
        const error = this.#errors.get(row);
        const kvs = [];
        this.eachEntry(row, (key, value, mod) => kvs.push([this.keys.name(key), this.values.name(value), String(mod)]));
        const gotVal = this.#gotVal.get(row);
        const got = gotVal === absent ? null : { val: gotVal >= 0 ? this.values.name(gotVal) : '', mod: String(this.gotMod(row)) };
        return {
            k: 'op',
            id: this.id(row),
            client: this.#clients.name(this.#client.get(row)),
            op: kind,
            key: this.keys.name(this.key(row)),
            ...(val !== ledger_none && { val: this.values.name(val) }),
            ...(kind === 'cas' && !Number.isNaN(this.expect(row)) && { expect: String(this.expect(row)) }),
            due: this.due(row),
            start: this.start(row),
            ...(Number.isFinite(end) && { end }),
            outcome: this.outcome(row),
            ...(rev > 0 && { rev: String(rev) }),
            ...(gotVal !== notAsked && { got }),
            ...(kind === 'cas' && effect !== notSaid && { swapped: effect === yes }),
            ...(kind === 'delete' && effect !== notSaid && { deleted: effect === yes }),
            ...(kind === 'range' && this.outcome(row) === 'ok' && { kvs }),
            ...(via !== undefined && { via: this.members.name(via) }),
            ...(error !== undefined && { error }),
        };
    }
    #operation(record) {
        const row = this.#id.length;
        this.#id.push(record.id);
        this.#due.push(record.due);
        this.#start.push(record.start);
        this.#end.push(record.end ?? Number.POSITIVE_INFINITY);
        this.#rev.push(record.rev === undefined ? 0 : Number(record.rev));
        this.#expect.push(record.expect === undefined ? Number.NaN : Number(record.expect));
        this.#kind.push(kindNumbers.get(record.op) ?? 0);
        this.#outcome.push(outcomeNumbers.get(record.outcome) ?? 0);
        const effect = record.op === 'cas' ? record.swapped : record.op === 'delete' ? record.deleted : undefined;
        this.#effect.push(effect === undefined ? notSaid : effect ? yes : no);
        this.#key.push(this.keys.number(record.key));
        this.#client.push(this.#clients.number(record.client));
        this.#via.push(record.via === undefined ? ledger_none : this.members.number(record.via));
        if (record.error !== undefined)
            this.#errors.set(row, record.error);
        if (record.val === undefined)
            this.#val.push(ledger_none);
        else {
            const value = this.value(record.val);
            this.#val.push(value);
            if (this.#writer.get(value) === ledger_none)
                this.#writer.set(value, row);
            else if (this.repeatedValues.length < 10)
                this.repeatedValues.push(record);
        }
        const strict = record.op !== 'get-serializable' && record.outcome === 'ok';
        if (record.got === undefined) {
            this.#gotVal.push(notAsked);
            this.#gotMod.push(0);
        }
        else if (record.got === null) {
            this.#gotVal.push(absent);
            this.#gotMod.push(0);
        }
        else {
            const value = this.value(record.got.val);
            const mod = Number(record.got.mod);
            this.#gotVal.push(value);
            this.#gotMod.push(mod);
            this.#note(strict ? this.#readMod : this.#seenMod, value, mod, this.#key.get(row));
        }
        if (record.kvs === undefined || record.outcome !== 'ok')
            return;
        const from = this.#entryKey.length;
        for (const [key, val, mod] of record.kvs) {
            const value = this.value(val);
            const number = this.keys.number(key);
            this.#entryKey.push(number);
            this.#entryVal.push(value);
            this.#entryMod.push(Number(mod));
            this.#note(this.#readMod, value, Number(mod), number);
        }
        this.#entryStart.set(row, { from, to: this.#entryKey.length });
    }
    #note(column, value, mod, key) {
        if (column.get(value) !== 0)
            return;
        column.set(value, mod);
        if (this.#seenKey.get(value) === ledger_none)
            this.#seenKey.set(value, key);
    }
    #segment(record) {
        const previous = this.segments.at(-1);
        if (previous !== undefined && this.#running) {
            this.crashedSegments.set(previous.n, { lastAt: this.#lastAt, nextAt: record.at });
        }
        this.#running = false;
        this.segments.push(record);
    }
}

;// CONCATENATED MODULE: ./lib/src/judge/range-sightings.js
// Owns spreading the answers of range reads over single keys: what each key under the prefix looked like, or that it was missing.
// Must not know what is right or wrong.

function spreadRanges(ledger) {
    const ranges = [];
    for (let row = 0; row < ledger.length; row++) {
        if (ledger.kind(row) === 'range' && ledger.outcome(row) === 'ok')
            ranges.push(row);
    }
    const under = keysUnderPrefixes(ledger, ranges);
    const first = new Int32Array(ledger.keys.size + 1);
    for (const row of ranges)
        for (const key of under(row))
            first[key + 1]++;
    for (let key = 1; key < first.length; key++)
        first[key] += first[key - 1];
    const count = first.at(-1) ?? 0;
    const sightings = { first, row: new Int32Array(count), val: new Int32Array(count), mod: new Float64Array(count) };
    const next = first.slice();
    const val = new Int32Array(ledger.keys.size).fill(absent);
    const mod = new Float64Array(ledger.keys.size);
    for (const row of ranges) {
        ledger.eachEntry(row, (key, value, revision) => {
            val[key] = value;
            mod[key] = revision;
        });
        for (const key of under(row)) {
            const at = next[key];
            next[key] = at + 1;
            sightings.row[at] = row;
            sightings.val[at] = val[key];
            sightings.mod[at] = mod[key];
            val[key] = absent;
            mod[key] = 0;
        }
    }
    return sightings;
}
/** Only keys that somebody wrote or saw; a prefix alone is none. An entry outside its prefix counts as seen under it. */
function keysUnderPrefixes(ledger, ranges) {
    const real = new Uint8Array(ledger.keys.size);
    for (let row = 0; row < ledger.length; row++)
        if (ledger.kind(row) !== 'range')
            real[ledger.key(row)] = 1;
    for (const row of ranges) {
        ledger.eachEntry(row, (key) => {
            real[key] = 1;
        });
    }
    const byPrefix = new Map();
    for (const row of ranges) {
        const prefix = ledger.key(row);
        if (byPrefix.has(prefix))
            continue;
        const text = ledger.keys.name(prefix);
        const keys = [];
        for (let key = 0; key < real.length; key++)
            if (real[key] === 1 && ledger.keys.name(key).startsWith(text))
                keys.push(key);
        byPrefix.set(prefix, keys);
    }
    return (row) => byPrefix.get(ledger.key(row)) ?? [];
}

;// CONCATENATED MODULE: ./lib/src/judge/durability.js




const durability_name = 'durability';
/** @param expectedMembers members whose final listing must be there; without it, at least one member's */
function createDurabilityJudge(ledger, versions, expectedMembers) {
    const finals = new Map();
    return {
        name: durability_name,
        observe: (record) => {
            ledger.observe(record);
            // A listing of before a crash may be cut short, and more was written since: the members are listed again.
            if (record.k === 'segment')
                finals.clear();
            if (record.k !== 'final')
                return;
            const previous = finals.get(record.member);
            if (previous === undefined || previous.at(-1)?.complete === true)
                finals.set(record.member, [record]);
            else
                previous.push(record);
        },
        verdict: () => judge(ledger, versions(), finals, expectedMembers),
    };
}
function judge(ledger, versions, finals, expectedMembers) {
    const violations = new Violations();
    let writes = 0;
    let newest = -1;
    for (let row = 0; row < ledger.length; row++) {
        if (!ledger.wrote(row))
            continue;
        writes++;
        if (newest < 0 || ledger.rev(row) > ledger.rev(newest))
            newest = row;
    }
    for (const [member, records] of finals)
        judgeListing(ledger, versions, member, records, newest, violations);
    judgeReads(ledger, versions, violations);
    if (violations.count > 0)
        return failed(durability_name, writes, violations, 'durability-violated');
    const complete = [...finals].filter(([, records]) => records.at(-1)?.complete === true).map(([member]) => member);
    const missing = (expectedMembers ?? [...finals.keys()]).filter((member) => !complete.includes(member));
    if (missing.length > 0 || complete.length === 0) {
        const who = missing.length > 0 ? missing.join(', ') : 'any member';
        return unsure(durability_name, writes, 'history-incomplete', `The final listing through ${who} is missing or not complete.`);
    }
    if (writes < minimumWrites) {
        return unsure(durability_name, writes, 'too-few-operations', `Only ${amount(writes, 'write')} had an effect; ${minimumWrites} are needed.`);
    }
    return passed(durability_name, writes, `${amount(writes, 'acknowledged write')}, none lost on ${complete.join(', ')}.`);
}
function judgeListing(ledger, versions, member, records, newest, violations) {
    const seen = new Set();
    let earliest = Number.POSITIVE_INFINITY;
    let at = 0;
    for (const record of records) {
        const rev = Number(record.rev);
        earliest = Math.min(earliest, rev);
        at = Math.max(at, record.at);
        for (const [keyName, val, mod, create, version] of record.kvs) {
            const key = ledger.keys.number(keyName);
            seen.add(key);
            const sighting = { key, val: ledger.value(val), mod: Number(mod), rev, end: record.at };
            const where = `At the end, through ${member}`;
            report(where, sighting, versions, violations, ledger, [only(record, keyName)]);
            if (create === undefined || version === undefined)
                continue;
            const life = { create: Number(create), version: Number(version) };
            judgeLife(where, sighting, life, versions, violations, ledger, record);
        }
        if (newest >= 0 && rev < ledger.rev(newest)) {
            violations.add(`At the end, ${member} is at revision ${rev}, although revision ${ledger.rev(newest)} was acknowledged`, () => [ledger.record(newest), { ...record, kvs: [] }]);
        }
    }
    if (records.at(-1)?.complete !== true)
        return;
    for (let key = 0; key < ledger.keys.size; key++) {
        if (seen.has(key))
            continue;
        const sighting = { key, val: absent, mod: 0, rev: earliest, end: at };
        report(`At the end, through ${member}`, sighting, versions, violations, ledger, []);
    }
}
/**
 * etcd counts the writes of a key since it was created. A write that was acknowledged and is not in that count was lost,
 * even where another has overwritten what it would have left.
 */
function judgeLife(where, { key, mod, end }, { create, version }, versions, violations, ledger, record) {
    const name = ledger.keys.name(key);
    const rows = [];
    let known = 0;
    for (const write of versions.of(key)) {
        if (write.rev < create || write.rev > mod)
            continue;
        if (write.row !== undefined)
            rows.push(write.row);
        if (write.val !== absent)
            known++;
        else {
            violations.add(`${where}: ${name} lives since revision ${create}, although revision ${write.rev} deleted it`, () => [...rows.slice(-1).map((row) => ledger.record(row)), only(record, name)]);
        }
    }
    const most = known + versions.unseenWrites(key);
    if (version < known || version > most) {
        const may = version < known ? `${known} were acknowledged or seen` : `at most ${most} can have been`;
        violations.add(`${where}: ${name} was written ${version} times since revision ${create}, but ${may}`, () => [
            only(record, name),
            ...rows.slice(-5).map((row) => ledger.record(row)),
        ]);
    }
    // It was created anew, so it was not there just before.
    const before = { key, val: absent, mod: 0, rev: create - 1, end };
    report(`${where}, created at ${create}`, before, versions, violations, ledger, [only(record, name)]);
}
/** Reads in between: a strict read that misses an acknowledged write of an older revision shows it lost, if only for then. */
function judgeReads(ledger, versions, violations) {
    const look = (row, key, val, mod) => {
        const sighting = { key, val, mod, rev: ledger.rev(row), end: ledger.end(row) };
        const wrong = versions.contradiction(sighting);
        const { lost } = wrong ?? {};
        if (wrong === undefined || lost === undefined)
            return;
        violations.add(`Read by operation ${ledger.id(row)}: ${wrong.message}`, () => [
            ledger.record(lost),
            ledger.record(row),
        ]);
    };
    for (let row = 0; row < ledger.length; row++) {
        if (ledger.kind(row) === 'get' && ledger.outcome(row) === 'ok') {
            look(row, ledger.key(row), ledger.gotVal(row), ledger.gotMod(row));
        }
    }
    const { first, row, val, mod } = spreadRanges(ledger);
    for (let key = 0; key + 1 < first.length; key++) {
        for (let i = first[key]; i < first[key + 1]; i++) {
            look(row[i], key, val[i], mod[i]);
        }
    }
}
function report(where, sighting, versions, violations, ledger, records) {
    const wrong = versions.contradiction(sighting);
    if (wrong === undefined)
        return;
    violations.add(`${where}: ${wrong.message}`, () => [...wrong.rows.map((row) => ledger.record(row)), ...records]);
}
/** A final record with the one entry that matters. */
function only(record, key) {
    return { ...record, kvs: record.kvs.filter(([name]) => name === key) };
}

;// CONCATENATED MODULE: ./lib/src/judge/hash.js

const hash_name = 'hash';
/** @param expectedMembers members that the last comparison must contain; without it, at least two */
function createHashJudge(expectedMembers) {
    const violations = new Violations();
    let comparisons = 0;
    let last;
    const observe = (record) => {
        if (record.k !== 'hash')
            return;
        last = record;
        const hashes = Object.entries(record.hashes);
        if (hashes.length < 2 && expectedMembers?.length !== 1)
            return;
        comparisons++;
        const [first] = hashes;
        const different = hashes.filter(([, hash]) => hash !== first?.[1]);
        if (different.length === 0)
            return;
        const step = record.step === undefined ? '' : ` in step ${record.step}`;
        violations.add(`At revision ${record.rev}${step}, ${different.map(([member]) => member).join(' and ')} differ from ${first?.[0]}`, () => [record]);
    };
    const verdict = () => {
        if (violations.count > 0)
            return failed(hash_name, comparisons, violations, 'hash-mismatch');
        if (comparisons === 0)
            return unsure(hash_name, 0, 'too-few-operations', 'Hashes of members were never compared.');
        const missing = (expectedMembers ?? []).filter((member) => last?.hashes[member] === undefined);
        if (missing.length > 0) {
            return unsure(hash_name, comparisons, 'history-incomplete', `The last comparison of hashes lacks ${missing.join(', ')}.`);
        }
        return passed(hash_name, comparisons, `${amount(comparisons, 'comparison')}, all equal.`);
    };
    return { name: hash_name, observe, verdict };
}

;// CONCATENATED MODULE: ./lib/src/judge/lease.js


const lease_name = 'lease';
function createLeaseJudge() {
    const leases = new Map();
    /** Moments at which a leader may have changed: each starts every lease's time to live anew. */
    const restarts = [];
    const unknown = new Violations();
    return {
        name: lease_name,
        observe: (record) => {
            // Which lease it would have been nobody knows; that none was granted is for coverage.ts.
            if (record.k === 'lease' && record.event === 'grant-failed')
                return;
            if (record.k === 'lease')
                take(record, leases, unknown);
            else if (record.k === 'mark' && (record.event === 'leader-moved' || record.event.startsWith('switch-'))) {
                restarts.push(record);
            }
        },
        verdict: () => lease_judge([...leases.values()], restarts, unknown),
    };
}
function take(record, leases, unknown) {
    let lease = leases.get(record.lease);
    if (record.event === 'granted') {
        lease ??= { id: record.lease, renewals: [], sightings: [], losses: [], revoked: undefined };
        leases.set(record.lease, lease);
    }
    if (lease === undefined) {
        unknown.add(`Lease ${record.lease} has a record "${record.event}" before it was granted`, () => [record]);
        return;
    }
    switch (record.event) {
        case 'granted':
        case 'renewed': {
            const ttlUs = record.ttlMs === undefined ? (lease.renewals.at(-1)?.ttlUs ?? 0) : record.ttlMs * 1000;
            const aliveUntil = (record.start ?? record.at) + ttlUs;
            lease.renewals.push({ record, aliveUntil, goneBy: record.at + ttlUs, ttlUs });
            return;
        }
        case 'key-seen':
        case 'key-gone':
            lease.sightings.push(record);
            return;
        case 'revoked':
            lease.revoked ??= record;
            return;
        case 'lost':
            lease.losses.push(record);
            return;
    }
}
function lease_judge(leases, marks, violations) {
    const changes = marks.map(({ at }) => at).sort((a, b) => a - b);
    let renewals = 0;
    let sightings = 0;
    let expiries = 0;
    for (const lease of leases) {
        renewals += lease.renewals.length - 1;
        sightings += lease.sightings.filter(({ event }) => event === 'key-seen').length;
        const latest = latestEnd(lease, changes);
        judgeEarly(lease, violations);
        judgeLate(lease, latest, violations);
        const last = lease.sightings.at(-1);
        if (lease.revoked === undefined && last !== undefined && (last.event === 'key-gone' || sentAt(last) > latest))
            expiries++;
    }
    const judged = renewals + leases.reduce((sum, lease) => sum + lease.sightings.length, 0);
    if (violations.count > 0)
        return failed(lease_name, judged, violations, 'lease-violated');
    const lapsed = lapsedLeases(leases);
    if (lapsed.count > 0)
        return unsure(lease_name, judged, 'history-incomplete', `${lapsed.headline()}.`, lapsed);
    const figures = `${amount(leases.length, 'lease')} with ${amount(renewals, 'renewal')}, ${amount(sightings, 'look')} at living keys, ${amount(expiries, 'expired key')}`;
    if (renewals < minimumRenewals || sightings < minimumLeaseSightings || expiries < minimumExpiries) {
        return unsure(lease_name, judged, 'too-few-operations', `Only ${figures}; ${minimumRenewals}, ${minimumLeaseSightings} and ${minimumExpiries} are needed.`);
    }
    return passed(lease_name, judged, `${figures}: none ended early, none lived too long.`);
}
/** A key was gone, or its client was told so, while an acknowledged renewal still held. */
function judgeEarly(lease, violations) {
    for (const gone of lease.sightings) {
        if (gone.event !== 'key-gone' || (lease.revoked !== undefined && lease.revoked.at <= gone.at))
            continue;
        const holding = lease.renewals.findLast(({ aliveUntil }) => gone.at < aliveUntil);
        if (holding === undefined)
            continue;
        violations.add(`Key ${gone.key} of lease ${lease.id} was gone ${duration(holding.aliveUntil - gone.at)} before the lease could end`, () => [holding.record, gone]);
    }
    for (const lost of lease.losses) {
        if (lease.revoked !== undefined && lease.revoked.at <= lost.at)
            continue;
        // A renewal that is answered after the client gave up does not make the giving up wrong.
        const holding = lease.renewals.findLast(({ record, aliveUntil }) => record.at <= lost.at && lost.at < aliveUntil);
        if (holding === undefined)
            continue;
        violations.add(`Lease ${lease.id} was lost ${duration(holding.aliveUntil - lost.at)} before it could end, although its renewal was acknowledged`, () => [holding.record, lost]);
    }
}
/**
 * Leases that clients kept alive in vain. Their end was in time, so it violates nothing; but whether etcd still renews
 * leases, or only our own process came too late, nobody can say then.
 */
function lapsedLeases(leases) {
    const lapsed = new Violations();
    for (const { id, losses, revoked } of leases) {
        const lost = losses.find(({ at }) => revoked === undefined || at < revoked.at);
        if (lost === undefined)
            continue;
        lapsed.add(`Lease ${id} was lost while its client kept it alive (${lost.error ?? 'no reason is known'})`, () => [
            lost,
        ]);
    }
    return lapsed;
}
/** A key was there after its lease had to be over, or came back. */
function judgeLate(lease, latest, violations) {
    const gone = new Map();
    for (const sighting of lease.sightings) {
        const key = sighting.key ?? '';
        if (sighting.event === 'key-gone') {
            if (!gone.has(key))
                gone.set(key, sighting);
            continue;
        }
        const before = gone.get(key);
        if (before !== undefined && sentAt(sighting) > before.at) {
            violations.add(`Key ${key} of lease ${lease.id} came back after it was gone`, () => [before, sighting]);
        }
        else if (sentAt(sighting) > latest + leaseSlackUs) {
            const late = sentAt(sighting) - latest;
            violations.add(`Key ${key} of lease ${lease.id} was still there ${duration(late)} after the lease had to end`, () => [...lease.renewals.slice(-1).map(({ record }) => record), sighting]);
        }
    }
}
/** When the lease must be over: its last renewal plus TTL, started anew by each change of leader that may have happened. */
function latestEnd(lease, changes) {
    let latest = 0;
    let ttlUs = 0;
    for (const renewal of lease.renewals) {
        latest = Math.max(latest, renewal.goneBy);
        ttlUs = Math.max(ttlUs, renewal.ttlUs);
    }
    for (const at of changes)
        if (at <= latest + leaseSlackUs)
            latest = Math.max(latest, at + ttlUs);
    return latest;
}
function sentAt(record) {
    return record.start ?? record.at;
}

;// CONCATENATED MODULE: ./lib/src/judge/versions.js
// Owns what the history proves about each key's versions: which write made which revision, and what a read may see.
// Must not know real time beyond "that write had not begun yet"; the order in real time is linearizability.ts.


/** Records that a killed process loses reach back 200 ms (history.ts); requests among them had begun up to 5 s before. */
const swallowedUs = 5_200_000;
/** How long after its process died a request may still take effect: the clients' own deadline for an operation. */
const lateUs = 5_000_000;
/**
 * How long after it was sent a deletion without an answer may still take effect. etcd gives up a proposal after 7 s; the
 * rest is for messages held up between members.
 */
const latestUs = 30_000_000;
/** Row of a version whose operation record a crash swallowed. */
const unrecorded = -1;
/**
 * Every write whose revision is known: acknowledged ones by their answer, unknown ones by a read, watch or final
 * listing that showed their value, unknown deletions by a watch. Built once, after the last record.
 */
class Versions {
    #ledger;
    /** Versions in order of key, then revision. */
    #rev;
    #val;
    #row;
    /** First version of each key; one more at the end. */
    #first;
    /** Indices of the columns below by revision, over all keys. */
    #order;
    #orderKey;
    #orderRev;
    /** Revisions that known writes made, ascending, each once. */
    #used;
    /** Last revision of the unbroken run that starts at the same index of #used. */
    #runEnd;
    /** By key: unknown deletions whose revision nobody saw, in order of their start. */
    #freeDeletions = new Map();
    /** One per crash, for every key: a deletion that went down with its record. */
    #swallowedDeletions = [];
    /** Pairs of acknowledged writes that claim one revision. */
    collisions = [];
    /** By operation row: revision of an unknown write that is known to have taken effect. */
    settled = new Map();
    /** By key: unknown puts and cas whose value nobody ever saw. */
    #unseen = new Map();
    constructor(ledger) {
        this.#ledger = ledger;
        const key = int32();
        const rev = float64();
        const val = int32();
        const row = int32();
        const add = (k, r, v, op) => {
            key.push(k);
            rev.push(r);
            val.push(v);
            row.push(op);
        };
        const unknownDeletions = [];
        for (let op = 0; op < ledger.length; op++) {
            const kind = ledger.kind(op);
            if (kind !== 'put' && kind !== 'cas' && kind !== 'delete')
                continue;
            if (ledger.wrote(op)) {
                add(ledger.key(op), ledger.rev(op), kind === 'delete' ? absent : ledger.val(op), op);
            }
            else if (ledger.outcome(op) === 'unknown') {
                if (kind === 'delete') {
                    unknownDeletions.push(op);
                    continue;
                }
                const mod = ledger.writerOf(ledger.val(op)) === op ? ledger.modOf(ledger.val(op)) : undefined;
                if (mod === undefined) {
                    this.#unseen.set(ledger.key(op), this.unseenWrites(ledger.key(op)) + 1);
                    continue;
                }
                this.settled.set(op, mod);
                add(ledger.key(op), mod, ledger.val(op), op);
            }
        }
        this.#settleDeletions(unknownDeletions, add, { key, rev });
        const count = key.length;
        const order = sortedRows(Int32Array.from({ length: count }, (_, i) => i), (i) => rev.get(i));
        this.#order = order;
        this.#orderKey = (index) => key.get(index);
        this.#orderRev = (index) => rev.get(index);
        this.#used = new Float64Array(count);
        let used = 0;
        let previous = -1;
        for (const i of order) {
            if (previous >= 0 && rev.get(previous) === rev.get(i)) {
                this.collisions.push({ first: row.get(previous), second: row.get(i), rev: rev.get(i) });
            }
            else
                this.#used[used++] = rev.get(i);
            previous = i;
        }
        this.#used = this.#used.subarray(0, used);
        this.#runEnd = new Float64Array(used);
        for (let i = used - 1; i >= 0; i--) {
            const own = this.#used[i];
            this.#runEnd[i] = this.#used[i + 1] === own + 1 ? this.#runEnd[i + 1] : own;
        }
        // Counting sort by key keeps the order of revisions.
        this.#first = new Int32Array(ledger.keys.size + 1);
        for (const i of order)
            this.#first[key.get(i) + 1]++;
        for (let k = 1; k < this.#first.length; k++)
            this.#first[k] += this.#first[k - 1];
        const next = this.#first.slice();
        this.#rev = new Float64Array(count);
        this.#val = new Int32Array(count);
        this.#row = new Int32Array(count);
        for (const i of order) {
            const k = key.get(i);
            const at = next[k];
            next[k] = at + 1;
            this.#rev[at] = rev.get(i);
            this.#val[at] = val.get(i);
            this.#row[at] = row.get(i);
        }
    }
    /** Deletions of a key that may have made a revision between `after` and `upTo`, none before, by the time `end`. */
    #mayHaveDeleted(key, after, upTo, end) {
        const free = this.nextFree(after);
        const fits = ({ start, below }) => start <= end && free <= upTo && free < below;
        return (this.#freeDeletions.get(key) ?? []).some(fits) || this.#swallowedDeletions.some(fits);
    }
    /** Whether a deletion that went down with a killed process may have made a revision that a watcher saw at that time. */
    mayBeSwallowed(rev, at) {
        return this.#swallowedDeletions.some(({ start, below }) => start <= at && rev < below);
    }
    /** How many writes of a key there may have been that nobody knows of; a crash swallows any number. */
    unseenWrites(key) {
        if (this.#ledger.crashedSegments.size > 0)
            return Number.POSITIVE_INFINITY;
        return this.#unseen.get(key) ?? 0;
    }
    /** All versions of a key, oldest first. */
    *of(key) {
        for (let i = this.#first[key] ?? 0; i < (this.#first[key + 1] ?? 0); i++)
            yield this.#version(i);
    }
    /** All known writes of the history, in order of revision. */
    eachByRevision(write) {
        for (const index of this.#order)
            write(this.#orderRev(index), this.#orderKey(index));
    }
    /** The newest known version of a key at a revision. */
    at(key, rev) {
        let low = this.#first[key] ?? 0;
        const start = low;
        let high = this.#first[key + 1] ?? 0;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (this.#rev[middle] <= rev)
                low = middle + 1;
            else
                high = middle;
        }
        return low === start ? undefined : this.#version(low - 1);
    }
    /** The smallest revision above `rev` that no known write made: room for an unknown one. */
    nextFree(rev) {
        let low = 0;
        let high = this.#used.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (this.#used[middle] <= rev)
                low = middle + 1;
            else
                high = middle;
        }
        return this.#used[low] === rev + 1 ? this.#runEnd[low] + 1 : rev + 1;
    }
    isKnown(rev) {
        return this.nextFree(rev - 1) !== rev;
    }
    /** Whether a value may come from a process that was killed before it recorded the write. */
    swallowed(val) {
        const segment = /^v(\d+)\./.exec(this.#ledger.values.name(val))?.[1];
        return segment !== undefined && this.#ledger.crashedSegments.has(Number(segment));
    }
    /** Why a key can't have looked like this at that revision; nothing when it can. */
    contradiction(seen) {
        const version = this.at(seen.key, seen.rev);
        return seen.val === absent ? this.#missing(seen, version) : this.#wrongValue(seen, version);
    }
    #missing(seen, version) {
        const ledger = this.#ledger;
        if (version === undefined || version.val === absent)
            return undefined;
        if (this.#mayHaveDeleted(seen.key, version.rev, seen.rev, seen.end))
            return undefined;
        const wrote = `revision ${version.rev} wrote ${ledger.values.name(version.val)}`;
        return {
            message: `${ledger.keys.name(seen.key)} is missing at revision ${seen.rev}, although ${wrote} and nothing deleted it`,
            ...this.#lost(version),
        };
    }
    #wrongValue(seen, version) {
        const ledger = this.#ledger;
        const writer = ledger.writerOf(seen.val);
        const origin = writer === undefined ? undefined : this.#wrongOrigin(writer, seen);
        const newer = version !== undefined && version.rev > seen.mod;
        const orphan = writer === undefined && !this.swallowed(seen.val);
        if (!orphan && origin === undefined && seen.mod <= seen.rev && !newer)
            return undefined;
        const what = `${ledger.keys.name(seen.key)} holds ${ledger.values.name(seen.val)} (mod revision ${seen.mod}) at revision ${seen.rev}`;
        const { rows, ...lost } = this.#lost(version);
        if (orphan)
            return { message: `${what}, which nobody wrote`, rows, ...lost };
        const proof = writer === undefined ? rows : [writer, ...rows.filter((row) => row !== writer)];
        if (origin !== undefined)
            return { message: `${what}, ${origin}`, rows: proof };
        if (version === undefined || !newer)
            return { message: `${what}, a revision of the future`, rows: proof };
        const did = version.val === absent ? 'had deleted it' : `had written ${ledger.values.name(version.val)}`;
        return { message: `${what}, although revision ${version.rev} ${did}`, rows: proof, ...lost };
    }
    /** The version that should have been seen; it is lost if it was acknowledged. */
    #lost(version) {
        if (version?.row === undefined)
            return { rows: [] };
        const acknowledged = this.#ledger.outcome(version.row) === 'ok';
        return { rows: [version.row], ...(acknowledged && { lost: version.row }) };
    }
    #wrongOrigin(writer, seen) {
        const ledger = this.#ledger;
        if (ledger.key(writer) !== seen.key)
            return `which was written to ${ledger.keys.name(ledger.key(writer))}`;
        if (ledger.outcome(writer) === 'failed')
            return 'which a write that failed would have written';
        if (ledger.start(writer) > seen.end)
            return 'whose write had not begun yet';
        if (ledger.outcome(writer) === 'ok') {
            if (!ledger.wrote(writer))
                return 'which a cas would have written whose comparison did not hold';
            if (ledger.rev(writer) !== seen.mod)
                return `but its write was acknowledged at revision ${ledger.rev(writer)}`;
            return undefined;
        }
        const settled = this.settled.get(writer);
        return settled === seen.mod ? undefined : `but others saw it with mod revision ${settled ?? 'none'}`;
    }
    #version(index) {
        const row = this.#row[index];
        return {
            rev: this.#rev[index],
            val: this.#val[index],
            row: row === unrecorded ? undefined : row,
        };
    }
    /** Gives deletions that watchers saw and no answer explains to unknown deletions of that key, and adds crash victims. */
    #settleDeletions(unknown, add, known) {
        const ledger = this.#ledger;
        const byKey = new Map();
        for (const row of unknown) {
            const rows = byKey.get(ledger.key(row));
            if (rows)
                rows.push(row);
            else
                byKey.set(ledger.key(row), [row]);
        }
        for (const rows of byKey.values())
            rows.sort((a, b) => ledger.start(a) - ledger.start(b));
        const firstAfter = byKey.size + ledger.crashedSegments.size > 0 ? revisionsByTime(ledger) : () => 0;
        if (byKey.size > 0) {
            const explained = new Set();
            for (let i = 0; i < known.key.length; i++)
                if (byKey.has(known.key.get(i)))
                    explained.add(known.rev.get(i));
            const order = sortedRows(Int32Array.from({ length: ledger.deletionKey.length }, (_, i) => i), (i) => ledger.deletionRev.get(i));
            for (const i of order) {
                const rev = ledger.deletionRev.get(i);
                const key = ledger.deletionKey.get(i);
                const rows = byKey.get(key);
                if (rows === undefined || explained.has(rev))
                    continue;
                const chosen = rows.findIndex((row) => ledger.start(row) <= ledger.deletionAt.get(i));
                if (chosen < 0)
                    continue;
                const [row] = rows.splice(chosen, 1);
                if (row === undefined)
                    continue;
                explained.add(rev);
                this.settled.set(row, rev);
                add(key, rev, absent, row);
            }
            for (const [key, rows] of byKey) {
                if (rows.length > 0)
                    this.#freeDeletions.set(key, rows.map((row) => ({ start: ledger.start(row), below: firstAfter(ledger.start(row) + latestUs) })));
            }
        }
        this.#addSwallowed(add, firstAfter);
    }
    /** A killed process loses the records of its last moments: values that were seen all the same, and maybe a deletion. */
    #addSwallowed(add, firstAfter) {
        const ledger = this.#ledger;
        if (ledger.crashedSegments.size === 0)
            return;
        for (const { val, key } of ledger.unwritten()) {
            const mod = ledger.modOf(val);
            if (mod !== undefined && this.swallowed(val))
                add(key, mod, val, unrecorded);
        }
        for (const { lastAt, nextAt } of ledger.crashedSegments.values()) {
            const until = Math.min(nextAt, lastAt + swallowedUs) + lateUs;
            this.#swallowedDeletions.push({ start: lastAt - swallowedUs, below: firstAfter(until) });
        }
    }
}
const bucketUs = 100_000;
/**
 * Revisions are in the order in which writes took effect: says of any time from which revision on all were made after it.
 * To the next tenth of a second, which spares sorting a million writes.
 */
function revisionsByTime(ledger) {
    const bucketOf = (time) => Math.floor(time / bucketUs);
    const written = rowsWhere(ledger.length, (row) => ledger.wrote(row));
    const smallest = new Map();
    for (const row of written) {
        const bucket = bucketOf(ledger.start(row));
        smallest.set(bucket, Math.min(smallest.get(bucket) ?? Number.POSITIVE_INFINITY, ledger.rev(row)));
    }
    const buckets = [...smallest.keys()].sort((a, b) => a - b);
    /** Smallest revision of the bucket at the same place and all later ones. */
    const from = new Float64Array(buckets.length + 1).fill(Number.POSITIVE_INFINITY);
    for (let i = buckets.length - 1; i >= 0; i--) {
        from[i] = Math.min(from[i + 1], smallest.get(buckets[i]));
    }
    return (time) => {
        const next = buckets.findIndex((bucket) => bucket > bucketOf(time));
        return next < 0 ? Number.POSITIVE_INFINITY : from[next];
    };
}

;// CONCATENATED MODULE: ./lib/src/judge/wgl.js
// Owns the search for a linearization of one key's operations: Wing and Gong's, with Lowe's memory of visited states.
// Must not know histories or how operations were recorded.
/** How many unknown writes in a row may be needed to explain one answer: only unknown cas can build on one another. */
const longestChain = 3;
/**
 * @param required operations that took effect: acknowledged ones, and unknown ones whose revision was seen (end: never)
 * @param unknown writes that may have taken effect once, at any time after their start, or never
 *
 * An unknown write is only tried where the next operation can't be explained without it: one that explains nothing
 * need not have happened, and moving it later harms nobody, except where it would leave the gap in the revisions that
 * it needs. Only a cas that did not hold and does not say what it found fits both before and after such a write.
 */
function searchLinearization(required, unknown, revisions, limits) {
    return new Search(required, unknown, revisions, limits).run();
}
class Search {
    #required;
    #unknown;
    #revisions;
    #maxTries;
    #done;
    #used;
    /** Smallest order of any operation from here on, in order of start. */
    #laterOrder;
    #readValues = new Set();
    #low = 0;
    #state = { val: -1, mod: 0, floor: 0 };
    /** What was applied, to take it back: required as index, unknown as -1 - index. */
    #trail = [];
    #branches = [];
    #visited = new Set();
    #tries = 0;
    #furthest = -1;
    #stuck;
    constructor(required, unknown, revisions, limits) {
        this.#required = [...required].sort((a, b) => a.start - b.start);
        this.#unknown = [...unknown].sort((a, b) => a.start - b.start);
        this.#revisions = revisions;
        this.#maxTries = limits.maxTries;
        this.#done = new Uint8Array(required.length);
        this.#used = new Uint8Array(unknown.length);
        this.#laterOrder = new Float64Array(required.length + 1).fill(Number.POSITIVE_INFINITY);
        for (let i = required.length - 1; i >= 0; i--) {
            const operation = this.#required[i];
            this.#laterOrder[i] = Math.min(this.#laterOrder[i + 1], orderOf(operation));
            if (operation.kind === 'get')
                this.#readValues.add(operation.val);
            if (operation.found !== undefined)
                this.#readValues.add(operation.found.val);
        }
    }
    run() {
        for (;;) {
            while (this.#low < this.#required.length && this.#done[this.#low] === 1)
                this.#low++;
            if (this.#low === this.#required.length)
                return { linearizable: true };
            if (++this.#tries > this.#maxTries)
                return { linearizable: false, stuck: this.#stuck, bounded: true };
            const choices = this.#choices();
            const [only] = choices;
            if (choices.length > 1 && !this.#seenBefore()) {
                const state = this.#state;
                this.#branches.push({ choices, next: 1, trailLength: this.#trail.length, low: this.#low, state });
                this.#apply(only);
            }
            else if (choices.length === 1)
                this.#apply(only);
            else if (!this.#backtrack())
                return { linearizable: false, stuck: this.#stuck, bounded: false };
        }
    }
    /** Ways to go on. One only when the others can't lead further. */
    #choices() {
        const candidates = [];
        let firstEnd = Number.POSITIVE_INFINITY;
        let i = this.#low;
        for (; i < this.#required.length; i++) {
            const operation = this.#required[i];
            if (operation.start > firstEnd)
                break;
            if (this.#done[i] === 1)
                continue;
            candidates.push(i);
            firstEnd = Math.min(firstEnd, operation.end);
        }
        // Whoever has a revision may only go when no other with a smaller one is left.
        let order = this.#laterOrder[i];
        for (const index of candidates)
            order = Math.min(order, orderOf(this.#required[index]));
        const direct = [];
        const blocked = [];
        for (const index of candidates) {
            const operation = this.#required[index];
            if (operation.start > firstEnd || (operation.rev !== undefined && orderOf(operation) > order))
                continue;
            const state = this.#after(this.#state, operation);
            if (state === undefined)
                blocked.push(index);
            // Something that changes nothing and fits now can't be placed better later.
            else if (pins(operation))
                return [{ before: [], operation: index, state }];
            else
                direct.push({ before: [], operation: index, state });
        }
        if (direct.length === 0 && this.#trail.length > this.#furthest) {
            this.#furthest = this.#trail.length;
            const [first] = blocked.length > 0 ? blocked : candidates;
            this.#stuck = first === undefined ? undefined : this.#required[first];
        }
        const vague = direct
            .map(({ operation }) => operation)
            .filter((index) => !changes(this.#required[index]));
        for (const index of [...blocked, ...vague])
            this.#explain(index, firstEnd, this.#state, [], direct);
        return direct;
    }
    /** Adds the ways in which unknown writes make a blocked operation possible. */
    #explain(index, firstEnd, state, before, into) {
        const operation = this.#required[index];
        const tried = new Set();
        for (let u = 0; u < this.#unknown.length; u++) {
            const write = this.#unknown[u];
            if (write.start > firstEnd)
                break;
            if (this.#used[u] === 1 || before.includes(u))
                continue;
            // A later link of a chain must be a cas that needs the link before it.
            if (before.length > 0 && write.kind !== 'cas')
                continue;
            const alike = this.#class(write);
            if (tried.has(alike))
                continue;
            tried.add(alike);
            const next = this.#afterUnknown(state, write);
            if (next === undefined)
                continue;
            const chain = [...before, u];
            const after = this.#after(next, operation);
            if (after !== undefined)
                into.push({ before: chain, operation: index, state: after });
            else if (chain.length < longestChain)
                this.#explain(index, firstEnd, next, chain, into);
        }
    }
    /** Unknown writes of one class have the same effect, and the earliest is as good as any. */
    #class(write) {
        if (write.kind === 'delete')
            return 'delete';
        const value = this.#readValues.has(write.val) ? write.val : 'unseen';
        return write.kind === 'cas' ? `cas ${write.expect} ${value}` : `put ${value}`;
    }
    #after(state, operation) {
        const { rev } = operation;
        const makes = changes(operation);
        if (rev !== undefined && (makes ? rev <= state.floor : rev < state.floor))
            return undefined;
        const floor = rev ?? state.floor;
        switch (operation.kind) {
            case 'get':
                return shows(state, operation.val, operation.mod) ? { val: state.val, mod: state.mod, floor } : undefined;
            case 'put':
                return { val: operation.val, mod: rev ?? Number.NaN, floor };
            case 'cas': {
                if (operation.effective === false) {
                    const { found } = operation;
                    if (state.mod === operation.expect)
                        return undefined;
                    if (found !== undefined && !shows(state, found.val, found.mod))
                        return undefined;
                    return { val: state.val, mod: state.mod, floor };
                }
                return this.#holds(state, operation.expect ?? 0)
                    ? { val: operation.val, mod: rev ?? Number.NaN, floor }
                    : undefined;
            }
            case 'delete': {
                if (operation.effective !== undefined && operation.effective !== (state.val !== -1))
                    return undefined;
                return { val: -1, mod: 0, floor };
            }
        }
    }
    /** The state after an unknown write that took effect; undefined when it can't have, or changed nothing. */
    #afterUnknown(state, write) {
        if (write.kind === 'delete' && state.val === -1)
            return undefined;
        if (write.kind === 'cas' && !this.#holds(state, write.expect ?? 0))
            return undefined;
        const floor = this.#revisions.nextFree(state.floor);
        return write.kind === 'delete' ? { val: -1, mod: 0, floor } : { val: write.val, mod: Number.NaN, floor };
    }
    /** A version of unknown revision may have any revision that no known write made. */
    #holds(state, expect) {
        return Number.isNaN(state.mod) ? expect > 0 && !this.#revisions.isKnown(expect) : state.mod === expect;
    }
    #apply(choice) {
        for (const u of choice.before) {
            this.#used[u] = 1;
            this.#trail.push(-1 - u);
        }
        this.#done[choice.operation] = 1;
        this.#trail.push(choice.operation);
        this.#state = choice.state;
    }
    #backtrack() {
        for (;;) {
            const branch = this.#branches.at(-1);
            if (branch === undefined)
                return false;
            while (this.#trail.length > branch.trailLength) {
                const applied = this.#trail.pop();
                if (applied < 0)
                    this.#used[-1 - applied] = 0;
                else
                    this.#done[applied] = 0;
            }
            this.#low = branch.low;
            this.#state = branch.state;
            const choice = branch.choices[branch.next++];
            if (choice !== undefined) {
                this.#apply(choice);
                return true;
            }
            this.#branches.pop();
        }
    }
    /** Whether this very situation was left without success before. Only asked where ways part. */
    #seenBefore() {
        const { val, mod, floor } = this.#state;
        let key = `${this.#low}/${val}/${mod}/${floor}/`;
        // Whatever was placed beyond the first open operation overlaps it.
        const open = this.#required[this.#low];
        for (let i = this.#low + 1; i < this.#required.length; i++) {
            if (this.#required[i].start > open.end)
                break;
            if (this.#done[i] === 1)
                key += `${i},`;
        }
        key += '/';
        for (let u = 0; u < this.#used.length; u++)
            if (this.#used[u] === 1)
                key += `${u},`;
        if (this.#visited.has(key))
            return true;
        this.#visited.add(key);
        return false;
    }
}
function changes(operation) {
    return operation.kind === 'put' || (operation.kind !== 'get' && operation.effective !== false);
}
/** Fits exactly one state of the key and leaves it as it is. */
function pins(operation) {
    return !changes(operation) && (operation.kind !== 'cas' || operation.found !== undefined);
}
function shows(state, val, mod) {
    if (state.val !== val)
        return false;
    return val === -1 || mod === undefined || Number.isNaN(state.mod) || state.mod === mod;
}
/** Writes come before everything else that shows their revision. Without revision: free. */
function orderOf(operation) {
    if (operation.rev === undefined)
        return Number.POSITIVE_INFINITY;
    return operation.rev * 2 + (changes(operation) ? 0 : 1);
}

;// CONCATENATED MODULE: ./lib/src/judge/linearizability.js
// Owns the judgement that clients saw one store: each key linearizable, and revisions in the order of real time.
// Must not judge serializable reads, watches or the final listing (their own judges do).







const linearizability_name = 'linearizability';
/** Tries of the search per operation of a key, and at least so many: a right history needs about one per operation. */
const triesPerOperation = 20;
const leastTries = 200_000;
/** A value that no read can show. */
const nobodysValue = -3;
/** Explains one answer of one operation in words; used where the search is stuck. */
const verbs = { put: 'put', cas: 'cas', delete: 'delete', get: 'read' };
function createLinearizabilityJudge(ledger, versions) {
    return {
        name: linearizability_name,
        observe: (record) => ledger.observe(record),
        verdict: () => new Linearizability(ledger, versions()).verdict(),
    };
}
class Linearizability {
    #ledger;
    #versions;
    #violations = new Violations();
    #unfinished = 0;
    constructor(ledger, versions) {
        this.#ledger = ledger;
        this.#versions = versions;
    }
    verdict() {
        const ledger = this.#ledger;
        let writes = 0;
        let reads = 0;
        for (let row = 0; row < ledger.length; row++) {
            if (ledger.outcome(row) !== 'ok')
                continue;
            const kind = ledger.kind(row);
            if (kind === 'get' || kind === 'range')
                reads++;
            else if (kind !== 'get-serializable')
                writes++;
        }
        for (const { first, second, rev } of this.#versions.collisions) {
            this.#violations.add(`Two writes claim revision ${rev}`, () => [first, second].filter((row) => row >= 0).map((row) => ledger.record(row)));
        }
        this.#judgeRealTime();
        const keys = this.#judgeKeys();
        const judged = writes + reads;
        const figures = `${amount(writes, 'write')} and ${amount(reads, 'read')} on ${amount(keys, 'key')}`;
        if (this.#violations.count > 0)
            return failed(linearizability_name, judged, this.#violations, 'linearizability-violated');
        if (this.#unfinished > 0) {
            return unsure(linearizability_name, judged, 'judge-timeout', `The search for an order was given up on ${amount(this.#unfinished, 'key')}.`);
        }
        if (writes < minimumWrites || reads < minimumReads) {
            return unsure(linearizability_name, judged, 'too-few-operations', `Only ${figures} were acknowledged; ${minimumWrites} writes and ${minimumReads} reads are needed.`);
        }
        return passed(linearizability_name, judged, `${figures} fit one order.`);
    }
    /** Whoever began after another had its answer must see no older revision; a write must make a newer one. */
    #judgeRealTime() {
        const ledger = this.#ledger;
        const { settled } = this.#versions;
        const answered = (row) => ledger.outcome(row) === 'ok' && ledger.kind(row) !== 'get-serializable';
        const byStart = sortedRows(rowsWhere(ledger.length, (row) => answered(row) || settled.has(row)), (row) => ledger.start(row));
        const byEnd = sortedRows(rowsWhere(ledger.length, answered), (row) => ledger.end(row));
        let ended = 0;
        let newest = -1;
        let newestRev = 0;
        for (const row of byStart) {
            while (ended < byEnd.length && ledger.end(byEnd[ended]) < ledger.start(row)) {
                const earlier = byEnd[ended++];
                if (ledger.rev(earlier) > newestRev) {
                    newestRev = ledger.rev(earlier);
                    newest = earlier;
                }
            }
            const rev = settled.get(row) ?? ledger.rev(row);
            const writes = ledger.wrote(row) || settled.has(row);
            if (rev > newestRev || (rev === newestRev && !writes))
                continue;
            const before = newest;
            this.#violations.add(`Operation ${ledger.id(row)} (${ledger.kind(row)} ${ledger.keys.name(ledger.key(row))}) ${writes ? 'made' : 'saw'} revision ${rev} after operation ${ledger.id(before)} had already answered with revision ${newestRev}`, () => [ledger.record(before), ledger.record(row)]);
        }
    }
    #judgeKeys() {
        const rowsOf = this.#rowsByKey();
        const sightings = spreadRanges(this.#ledger);
        let keys = 0;
        for (let key = 0; key < this.#ledger.keys.size; key++) {
            const required = [];
            const unknown = [];
            for (const row of rowsOf(key))
                this.#add(row, required, unknown);
            for (let i = sightings.first[key] ?? 0; i < (sightings.first[key + 1] ?? 0); i++) {
                const row = sightings.row[i];
                required.push(this.#read(row, sightings.val[i], sightings.mod[i]));
            }
            if (required.length === 0)
                continue;
            this.#addSwallowed(key, required, unknown);
            keys++;
            this.#judgeKey(key, required, unknown);
        }
        return keys;
    }
    #judgeKey(key, required, unknown) {
        const ledger = this.#ledger;
        const maxTries = Math.max(leastTries, required.length * triesPerOperation);
        const result = searchLinearization(required, unknown, this.#versions, { maxTries });
        if (result.linearizable)
            return;
        // A read that contradicts known revisions is wrong whatever the unknown writes did: no search is needed to say so.
        let contradicted = 0;
        for (const operation of required) {
            const { kind, rev, end, found } = operation;
            if ((kind !== 'get' && found === undefined) || rev === undefined)
                continue;
            const { val, mod = 0 } = found ?? operation;
            const wrong = this.#versions.contradiction({ key, val, mod, rev, end });
            if (wrong === undefined)
                continue;
            contradicted++;
            this.#violations.add(`Operation ${ledger.id(operation.row)} read what cannot be: ${wrong.message}`, () => [operation.row, ...wrong.rows].map((row) => ledger.record(row)));
        }
        if (contradicted > 0)
            return;
        if (result.bounded) {
            this.#unfinished++;
            return;
        }
        const { stuck } = result;
        const what = stuck === undefined ? 'its operations' : `operation ${ledger.id(stuck.row)} (${verbs[stuck.kind]})`;
        this.#violations.add(`No order of the operations on ${ledger.keys.name(key)} explains ${what}`, () => {
            if (stuck === undefined)
                return [];
            const before = stuck.rev === undefined ? undefined : this.#versions.at(key, stuck.rev - 1);
            const rows = before?.row === undefined ? [stuck.row] : [before.row, stuck.row];
            return rows.filter((row) => row >= 0).map((row) => ledger.record(row));
        });
    }
    #add(row, required, unknown) {
        const ledger = this.#ledger;
        const recorded = ledger.kind(row);
        // Compared with nobody knows what, it may have written whatever was there, as a put does.
        const kind = recorded === 'cas' && Number.isNaN(ledger.expect(row)) ? 'put' : recorded;
        const outcome = ledger.outcome(row);
        if (outcome === 'failed' || kind === 'range' || kind === 'get-serializable')
            return;
        const start = ledger.start(row);
        if (kind === 'get') {
            if (outcome !== 'ok')
                return;
            required.push(this.#read(row, ledger.gotVal(row), ledger.gotMod(row)));
            return;
        }
        const val = kind === 'delete' ? absent : ledger.val(row);
        const expect = kind === 'cas' ? { expect: ledger.expect(row) } : {};
        if (outcome === 'ok') {
            const effective = kind === 'put' ? {} : { effective: ledger.wrote(row) };
            const says = kind === 'cas' && ledger.didNothing(row) && ledger.asked(row);
            const found = says ? { found: { val: ledger.gotVal(row), mod: ledger.gotMod(row) } } : {};
            const rev = ledger.rev(row);
            required.push({ kind, start, end: ledger.end(row), rev, val, row, ...expect, ...effective, ...found });
            return;
        }
        const rev = this.#versions.settled.get(row);
        const end = Number.POSITIVE_INFINITY;
        if (rev === undefined)
            unknown.push({ kind, start, end, val, row, ...expect });
        else
            required.push({ kind, start, end, rev, val, row, ...expect, ...(kind !== 'put' && { effective: true }) });
    }
    #read(row, val, mod) {
        const ledger = this.#ledger;
        return { kind: 'get', start: ledger.start(row), end: ledger.end(row), rev: ledger.rev(row), val, mod, row };
    }
    /** Writes whose records went down with a killed process. */
    #addSwallowed(key, required, unknown) {
        if (this.#ledger.crashedSegments.size === 0)
            return;
        const never = { start: 0, end: Number.POSITIVE_INFINITY, row: -1 };
        for (const { rev, val, row } of this.#versions.of(key)) {
            if (row === undefined)
                required.push({ kind: 'put', rev, val, ...never });
        }
        for (const { lastAt } of this.#ledger.crashedSegments.values()) {
            unknown.push({ kind: 'delete', val: absent, ...never, start: lastAt - swallowedUs });
            unknown.push({ kind: 'put', val: nobodysValue, ...never, start: lastAt - swallowedUs });
        }
    }
    /** Operations by key; ranges stand under their prefix. */
    #rowsByKey() {
        const ledger = this.#ledger;
        const first = new Int32Array(ledger.keys.size + 1);
        for (let row = 0; row < ledger.length; row++)
            first[ledger.key(row) + 1]++;
        for (let key = 1; key < first.length; key++)
            first[key] += first[key - 1];
        const rows = new Int32Array(ledger.length);
        const next = first.slice();
        for (let row = 0; row < ledger.length; row++) {
            const key = ledger.key(row);
            const at = next[key];
            next[key] = at + 1;
            rows[at] = row;
        }
        return (key) => rows.subarray(first[key] ?? 0, first[key + 1] ?? 0);
    }
}

;// CONCATENATED MODULE: ./lib/src/judge/mutual-exclusion.js


const mutual_exclusion_name = 'mutual-exclusion';
function createMutualExclusionJudge() {
    /** By kind and name of what is held. */
    const contests = new Map();
    const open = new Map();
    const doubts = new Violations();
    return {
        name: mutual_exclusion_name,
        observe: (record) => {
            if (record.k === 'segment') {
                // The process that held is dead: nobody acts as holder any more.
                for (const hold of open.values())
                    mutual_exclusion_end(hold, record.at, record);
                open.clear();
            }
            else if (record.k === 'hold') {
                doubt(record, doubts);
                mutual_exclusion_take(record, contests, open);
            }
        },
        verdict: () => mutual_exclusion_judge(contests, doubts),
    };
}
function mutual_exclusion_take(record, contests, open) {
    const contest = `${record.kind} ${record.name}`;
    const holder = `${contest} ${record.holder}`;
    if (record.event === 'acquired') {
        const hold = { acquired: record, until: Number.POSITIVE_INFINITY, ended: undefined };
        const holds = contests.get(contest);
        if (holds)
            holds.push(hold);
        else
            contests.set(contest, [hold]);
        open.set(holder, hold);
    }
    else if (record.event === 'released' || record.event === 'lost') {
        const hold = open.get(holder);
        if (hold === undefined)
            return;
        mutual_exclusion_end(hold, record.start ?? record.at, record);
        open.delete(holder);
    }
}
/** How long a contender may wait is the workload's own limit, which it names in its error. */
const waitedInVain = /^not (acquired|elected) within/;
/** What violates nothing and yet leaves open whether locks still work as they should. */
function doubt(record, doubts) {
    const what = `${record.kind} ${record.name}: ${record.holder}`;
    if (record.event === 'failed' && waitedInVain.test(record.error ?? '')) {
        doubts.add(`${what} waited in vain (${record.error})`, () => [record]);
    }
    else if (record.event === 'lost' && !(record.at >= (record.validUntil ?? Number.NaN) - lostEarlyUs)) {
        const { validUntil } = record;
        const early = validUntil === undefined ? 'at nobody knows what time' : `${duration(validUntil - record.at)} early`;
        doubts.add(`${what} lost it ${early} (${record.error ?? 'no reason is known'})`, () => [record]);
    }
}
function mutual_exclusion_end(hold, at, record) {
    hold.until = at;
    hold.ended = record;
}
function mutual_exclusion_judge(contests, doubts) {
    const violations = new Violations();
    let count = 0;
    const holders = new Set();
    for (const [contest, holds] of contests) {
        count += holds.length;
        const inTime = [...holds].sort((a, b) => a.acquired.at - b.acquired.at);
        let longest;
        let highest;
        for (const hold of inTime) {
            holders.add(hold.acquired.holder);
            if (longest !== undefined && hold.acquired.at < longest.until)
                mutual_exclusion_report(contest, longest, hold, violations);
            if (highest !== undefined && token(hold) <= token(highest)) {
                const before = highest;
                violations.add(`${contest}: ${hold.acquired.holder} got fencing revision ${token(hold)} after ${before.acquired.holder} had got ${token(before)}`, () => [before.acquired, hold.acquired]);
            }
            if (longest === undefined || hold.until > longest.until)
                longest = hold;
            if (highest === undefined || token(hold) > token(highest))
                highest = hold;
        }
    }
    if (violations.count > 0)
        return failed(mutual_exclusion_name, count, violations, 'mutual-exclusion-violated');
    if (doubts.count > 0)
        return unsure(mutual_exclusion_name, count, 'history-incomplete', `${doubts.headline()}.`, doubts);
    const figures = `${amount(count, 'hold')} by ${amount(holders.size, 'holder')}`;
    if (count < minimumHolds || holders.size < 2) {
        return unsure(mutual_exclusion_name, count, 'too-few-operations', `Only ${figures}; ${minimumHolds} by 2 are needed.`);
    }
    return passed(mutual_exclusion_name, count, `${figures} of ${contests.size} locks and leaderships, never two at once.`);
}
function mutual_exclusion_report(contest, first, second, violations) {
    const until = Math.min(first.until, second.until);
    const long = Number.isFinite(until) ? `for ${duration(until - second.acquired.at)}` : 'to the end';
    violations.add(`${contest}: ${first.acquired.holder} and ${second.acquired.holder} both held it ${long}`, () => {
        const records = [first.acquired, second.acquired];
        for (const { ended } of [first, second])
            if (ended !== undefined)
                records.push(ended);
        return records;
    });
}
function token(hold) {
    return BigInt(hold.acquired.token ?? 0);
}

;// CONCATENATED MODULE: ./lib/src/judge/serializable-reads.js
// Owns the judgement of serializable reads: old is allowed, but only real versions, never the future, never backwards.
// Must not demand freshness: a serializable read promises none.



const serializable_reads_name = 'serializable-reads';
function createSerializableReadsJudge(ledger, versions) {
    return {
        name: serializable_reads_name,
        observe: (record) => ledger.observe(record),
        verdict: () => serializable_reads_judge(ledger, versions()),
    };
}
function serializable_reads_judge(ledger, versions) {
    const violations = new Violations();
    const reads = rowsWhere(ledger.length, (row) => ledger.kind(row) === 'get-serializable' && ledger.outcome(row) === 'ok');
    for (const row of reads) {
        const [key, val, mod] = [ledger.key(row), ledger.gotVal(row), ledger.gotMod(row)];
        const wrong = versions.contradiction({ key, val, mod, rev: ledger.rev(row), end: ledger.end(row) });
        if (wrong === undefined)
            continue;
        violations.add(`Serializable read ${ledger.id(row)} through ${serializable_reads_memberOf(ledger, row)}: ${wrong.message}`, () => [...wrong.rows, row].map((each) => ledger.record(each)));
    }
    judgeFuture(ledger, reads, violations);
    for (let member = 0; member < ledger.members.size; member++)
        judgeMember(ledger, member, violations);
    if (violations.count > 0)
        return failed(serializable_reads_name, reads.length, violations, 'linearizability-violated');
    if (reads.length < minimumReads) {
        return unsure(serializable_reads_name, reads.length, 'too-few-operations', `Only ${amount(reads.length, 'serializable read')} answered; ${minimumReads} are needed.`);
    }
    return passed(serializable_reads_name, reads.length, `${amount(reads.length, 'serializable read')}: real versions, never backwards through one member.`);
}
/** A store revision is of the future when a write that began after the answer is known to have made it or an older one. */
function judgeFuture(ledger, reads, violations) {
    const byStart = sortedRows(rowsWhere(ledger.length, (row) => ledger.wrote(row)), (row) => -ledger.start(row));
    const byEnd = sortedRows(reads.slice(), (row) => -ledger.end(row));
    // From the end of time backwards: the smallest revision among writes that had not begun when a read was answered.
    let next = 0;
    let smallest = -1;
    for (const row of byEnd) {
        while (next < byStart.length && ledger.start(byStart[next]) > ledger.end(row)) {
            const write = byStart[next++];
            if (smallest < 0 || ledger.rev(write) < ledger.rev(smallest))
                smallest = write;
        }
        if (smallest < 0 || ledger.rev(row) < ledger.rev(smallest))
            continue;
        const later = smallest;
        violations.add(`Serializable read ${ledger.id(row)} answered for revision ${ledger.rev(row)} before the write of revision ${ledger.rev(later)} had begun`, () => [ledger.record(row), ledger.record(later)]);
    }
}
/**
 * Revisions through one member never go back while its process lives. A restart sets the mark to nothing: after SIGKILL
 * a member may know fewer commits than before, which etcd permits a serializable read to show.
 */
function judgeMember(ledger, member, violations) {
    const restarts = restartsOf(ledger, ledger.members.name(member));
    const alive = (row) => ledger.member(row) === member &&
        ledger.outcome(row) === 'ok' &&
        !restarts.some((span) => overlaps(ledger, row, span));
    const rows = rowsWhere(ledger.length, alive);
    const byEnd = sortedRows(rows.slice(), (row) => ledger.end(row));
    const byStart = sortedRows(rows, (row) => ledger.start(row));
    let ended = 0;
    let newest = -1;
    let life = 0;
    for (const row of byStart) {
        while (life < restarts.length && (restarts[life]?.to ?? 0) <= ledger.start(row)) {
            // Whatever ended before the restart no longer counts.
            while (ended < byEnd.length && ledger.end(byEnd[ended]) <= (restarts[life]?.to ?? 0))
                ended++;
            newest = -1;
            life++;
        }
        while (ended < byEnd.length && ledger.end(byEnd[ended]) < ledger.start(row)) {
            const earlier = byEnd[ended++];
            if (newest < 0 || ledger.rev(earlier) > ledger.rev(newest))
                newest = earlier;
        }
        if (ledger.kind(row) !== 'get-serializable' || newest < 0 || ledger.rev(row) >= ledger.rev(newest))
            continue;
        const before = newest;
        violations.add(`Through ${serializable_reads_memberOf(ledger, row)} serializable read ${ledger.id(row)} went back to revision ${ledger.rev(row)} after revision ${ledger.rev(before)}`, () => [ledger.record(before), ledger.record(row)]);
    }
}
function restartsOf(ledger, member) {
    const spans = [];
    let from;
    for (const mark of ledger.marks) {
        if (mark.member !== member)
            continue;
        if (mark.event === 'switch-start')
            from = mark.at;
        else if (mark.event === 'switch-end' && from !== undefined) {
            spans.push({ from, to: mark.at });
            from = undefined;
        }
    }
    if (from !== undefined)
        spans.push({ from, to: Number.POSITIVE_INFINITY });
    return spans;
}
function overlaps(ledger, row, span) {
    return ledger.start(row) <= span.to && ledger.end(row) >= span.from;
}
function serializable_reads_memberOf(ledger, row) {
    const member = ledger.member(row);
    return member === undefined ? 'an unnamed member' : ledger.members.name(member);
}

;// CONCATENATED MODULE: ./lib/src/judge/watch.js
// Owns the judgement of watches: every event once, in the order of revisions, with the right content, none missing.
// Must not decide who is to blame beyond what a raw watch proves.




const watch_name = 'watch';
function createWatchJudge(ledger, versions) {
    const watchers = new Map();
    const orphans = [];
    return {
        name: watch_name,
        observe: (record) => {
            ledger.observe(record);
            if (record.k === 'watch')
                watch_take(record, ledger, watchers, orphans);
        },
        verdict: () => new WatchJudgement(ledger, versions(), [...watchers.values()], orphans).verdict(),
    };
}
function watch_take(record, ledger, watchers, orphans) {
    const watcher = watchers.get(record.watcher);
    if (record.event === 'opened') {
        // Opening again is a resume: what lies between is owed all the same.
        if (watcher === undefined)
            watchers.set(record.watcher, begin(record, ledger.segments.length));
        else
            watcher.closed = undefined;
        return;
    }
    if (watcher === undefined) {
        if (record.event !== 'lost' && record.event !== 'closed' && record.event !== 'rechecked')
            orphans.push(record);
        return;
    }
    switch (record.event) {
        case 'put':
        case 'delete': {
            if (record.rev === undefined || record.key === undefined)
                return;
            watcher.rev.push(Number(record.rev));
            watcher.at.push(record.at);
            watcher.key.push(ledger.keys.number(record.key));
            watcher.val.push(record.event === 'delete' || record.val === undefined ? absent : ledger.value(record.val));
            watcher.position = Math.max(watcher.position, Number(record.rev));
            return;
        }
        case 'closed':
            watcher.closed = record;
            return;
        case 'rechecked':
            if (record.seen === undefined || record.rev === undefined || record.upTo === undefined)
                return;
            watcher.rechecks.push({
                record,
                from: Number(record.rev),
                upTo: Number(record.upTo),
                seen: record.seen.map(Number),
            });
            return;
    }
}
function begin(record, segment) {
    const from = Number(record.rev ?? 0);
    return {
        ...{ name: record.watcher, opened: record, from, position: from - 1, closed: undefined, segment },
        ...{ rev: float64(), at: float64(), key: int32(), val: int32(), rechecks: [] },
    };
}
class WatchJudgement {
    #ledger;
    #versions;
    #watchers;
    #proven = new Violations();
    /** Wrong in the application's watch, right in a raw one. */
    #clearedByRaw = new Violations();
    /** Between the end that etcd put to a watch and the next one's beginning nobody watched. */
    #unwatched = new Violations();
    #written;
    constructor(ledger, versions, watchers, orphans) {
        this.#ledger = ledger;
        this.#versions = versions;
        this.#watchers = watchers;
        for (const record of orphans) {
            this.#proven.add(`Watcher ${record.watcher} got an event before it was opened`, () => [record]);
        }
        this.#written = new Uint8Array(ledger.keys.size);
        for (let row = 0; row < ledger.length; row++)
            this.#written[ledger.key(row)] = 1;
    }
    verdict() {
        let events = 0;
        let open = 0;
        for (const watcher of this.#watchers) {
            events += watcher.rev.length;
            const crashed = watcher.segment < this.#ledger.segments.length;
            if (watcher.closed === undefined && !crashed)
                open++;
            this.#judgeOrder(watcher);
            this.#judgeContent(watcher);
            this.#judgeCompleteness(watcher);
            this.#judgeRechecks(watcher);
            this.#judgeCancellation(watcher);
        }
        const watchers = amount(this.#watchers.length, 'watcher');
        if (this.#proven.count > 0)
            return failed(watch_name, events, this.#proven, 'watch-violated');
        if (this.#clearedByRaw.count > 0) {
            return unsure(watch_name, events, 'client-library-anomaly', `${this.#clearedByRaw.headline()}; a raw watch of the same stretch was right, so etcd holds the events, and the client library or the live stream delivered them wrongly.`, this.#clearedByRaw);
        }
        if (this.#unwatched.count > 0) {
            return unsure(watch_name, events, 'history-incomplete', `${this.#unwatched.headline()}.`, this.#unwatched);
        }
        if (open > 0) {
            return unsure(watch_name, events, 'history-incomplete', `${amount(open, 'watcher')} of ${watchers} never came to an end in the history.`);
        }
        if (events < minimumWatchEvents) {
            return unsure(watch_name, events, 'too-few-operations', `Only ${amount(events, 'event')} reached ${watchers}; ${minimumWatchEvents} are needed.`);
        }
        return passed(watch_name, events, `${amount(events, 'event')} to ${watchers}: each once, in order, none missing.`);
    }
    #judgeOrder(watcher) {
        const { rev, key } = watcher;
        let position = watcher.from - 1;
        /** Keys that had an event at `position`: one transaction may touch several, each once. */
        let keysHere = new Set();
        for (let i = 0; i < rev.length; i++) {
            const here = rev.get(i);
            if (here < watcher.from) {
                this.#report(watcher, here, `got revision ${here}, older than the ${watcher.from} it asked for`, i);
            }
            else if (here < position) {
                this.#report(watcher, here, `got revision ${here} after revision ${position}`, i);
            }
            else if (here === position && keysHere.has(key.get(i))) {
                this.#report(watcher, here, `got revision ${here} twice`, i);
            }
            if (here > position) {
                position = here;
                keysHere = new Set();
            }
            if (here === position)
                keysHere.add(key.get(i));
        }
    }
    #judgeContent(watcher) {
        for (let i = 0; i < watcher.rev.length; i++) {
            const key = watcher.key.get(i);
            // Keys that no operation names belong to somebody else: only their order can be judged.
            if (this.#written[key] !== 1)
                continue;
            const rev = watcher.rev.get(i);
            const val = watcher.val.get(i);
            if (val === absent) {
                const version = this.#versions.at(key, rev);
                if (version?.rev === rev && version.val === absent)
                    continue;
                if (this.#versions.mayBeSwallowed(rev, watcher.at.get(i)))
                    continue;
                this.#proven.add(`Watcher ${watcher.name} saw ${this.#ledger.keys.name(key)} deleted at revision ${rev}, where nobody deleted it`, () => this.#evidence(watcher, i));
                continue;
            }
            const wrong = this.#versions.contradiction({ key, val, mod: rev, rev, end: watcher.at.get(i) });
            if (wrong === undefined)
                continue;
            this.#proven.add(`Watcher ${watcher.name}: ${wrong.message}`, () => [
                ...wrong.rows.map((row) => this.#ledger.record(row)),
                ...this.#evidence(watcher, i),
            ]);
        }
    }
    #judgeCompleteness(watcher) {
        const prefix = watcher.opened.prefix ?? '';
        const watched = this.#keysUnder(prefix);
        const delivered = Float64Array.from({ length: watcher.rev.length }, (_, i) => watcher.rev.get(i)).sort();
        const until = (watcher.closed?.at ?? Number.NEGATIVE_INFINITY) - watchSlackUs;
        let next = 0;
        this.#versions.eachByRevision((rev, key) => {
            if (rev < watcher.from || watched[key] !== 1)
                return;
            while (next < delivered.length && delivered[next] < rev)
                next++;
            if (delivered[next] === rev)
                return;
            const row = this.#versions.at(key, rev)?.row;
            if (rev > watcher.position) {
                // Past the last delivered event only what was acknowledged well before the end is owed.
                if (row === undefined || this.#ledger.outcome(row) !== 'ok' || this.#ledger.end(row) > until)
                    return;
            }
            this.#report(watcher, rev, `never got revision ${rev} (${this.#ledger.keys.name(key)})`, undefined, row);
        });
    }
    /** A raw watch is evidence of its own: what it lacks, etcd lacks. */
    #judgeRechecks(watcher) {
        const watched = this.#keysUnder(watcher.opened.prefix ?? '');
        for (const recheck of watcher.rechecks) {
            const { from, upTo, seen, record } = recheck;
            for (let i = 1; i < seen.length; i++) {
                if (seen[i] >= seen[i - 1])
                    continue;
                this.#proven.add(`A raw watch of ${watcher.opened.prefix} got revision ${seen[i]} after ${seen[i - 1]}`, () => [
                    record,
                ]);
            }
            const present = new Set(seen);
            this.#versions.eachByRevision((rev, key) => {
                if (rev < from || rev > upTo || watched[key] !== 1 || present.has(rev))
                    return;
                const row = this.#versions.at(key, rev)?.row;
                this.#proven.add(`A raw watch of ${watcher.opened.prefix} from ${from} to ${upTo} lacks revision ${rev}`, () => [...(row === undefined ? [] : [this.#ledger.record(row)]), record]);
            });
        }
    }
    /**
     * A watch that etcd ended owes nothing from then on, and the application lists and watches anew. Whether etcd was right
     * to end it is not in the history, so what was written until the next watch of the prefix began is a doubt.
     */
    #judgeCancellation(watcher) {
        const { closed, position, opened } = watcher;
        if (closed?.error === undefined)
            return;
        const later = this.#watchers.filter((each) => each.opened.prefix === opened.prefix && each.opened.at >= closed.at);
        const next = later.reduce((from, each) => Math.min(from, each.from), Number.POSITIVE_INFINITY);
        const watched = this.#keysUnder(opened.prefix ?? '');
        let missed = 0;
        this.#versions.eachByRevision((rev, key) => {
            if (rev > position && rev < next && watched[key] === 1)
                missed++;
        });
        if (missed === 0)
            return;
        this.#unwatched.add(`Watcher ${watcher.name} was ended by etcd (${closed.error}) after revision ${position}, and nobody watched ${amount(missed, 'write')} that came then`, () => [closed, ...later.slice(0, 1).map((each) => each.opened)]);
    }
    /** Proven against etcd, unless a raw watch of the same stretch had the revision exactly once and in order. */
    #report(watcher, rev, what, event, row) {
        const recheck = watcher.rechecks.find(({ from, upTo }) => from <= rev && rev <= upTo);
        const inRaw = recheck !== undefined && recheck.seen.filter((seen) => seen === rev).length === 1;
        const into = inRaw ? this.#clearedByRaw : this.#proven;
        into.add(`Watcher ${watcher.name} ${what}`, () => [
            ...(row === undefined ? [] : [this.#ledger.record(row)]),
            ...(event === undefined ? [watcher.opened] : this.#evidence(watcher, event)),
            ...(recheck === undefined
                ? []
                : [{ ...recheck.record, seen: recheck.seen.filter((seen) => Math.abs(seen - rev) < 5).map(String) }]),
        ]);
    }
    /** The event itself and the one before it. */
    #evidence(watcher, index) {
        const records = [];
        for (let i = Math.max(0, index - 1); i <= index; i++) {
            const val = watcher.val.get(i);
            records.push({
                ...{ k: 'watch', watcher: watcher.name, at: watcher.at.get(i), event: val === absent ? 'delete' : 'put' },
                ...{ rev: String(watcher.rev.get(i)), key: this.#ledger.keys.name(watcher.key.get(i)) },
                ...(val !== absent && { val: this.#ledger.values.name(val) }),
            });
        }
        return records;
    }
    #keysUnder(prefix) {
        const { keys } = this.#ledger;
        return Uint8Array.from({ length: keys.size }, (_, key) => (keys.name(key).startsWith(prefix) ? 1 : 0));
    }
}

;// CONCATENATED MODULE: ./lib/src/judge/index.js












/** New judges for one history, assumptions first. They share one copy of the operations, so feed them together. */
function createJudges({ thresholds, expectedMembers }) {
    const ledger = new Ledger();
    let known;
    const versions = () => {
        if (known?.length !== ledger.length)
            known = { length: ledger.length, versions: new Versions(ledger) };
        return known.versions;
    };
    return [
        createAssumptionsJudge(ledger),
        createDurabilityJudge(ledger, versions, expectedMembers),
        createLinearizabilityJudge(ledger, versions),
        createSerializableReadsJudge(ledger, versions),
        createWatchJudge(ledger, versions),
        createLeaseJudge(),
        createMutualExclusionJudge(),
        createHashJudge(expectedMembers),
        createAvailabilityJudge(thresholds),
        createCoverageJudge(expectedMembers),
    ];
}

;// CONCATENATED MODULE: ./lib/src/judge/read-history.js
/**
 * Yields every line's record, and an `unreadable` record for each line that is none. A line cut off in the middle that
 * is the last one, or is followed by a new segment, is what a killed process leaves behind: `torn`.
 */
async function* readHistory(lines) {
    let line = 0;
    let broken;
    for await (const text of lines) {
        line++;
        if (text === '')
            continue;
        const record = parseLine(text, line);
        if (broken !== undefined) {
            yield record.k === 'segment' ? broken : { ...broken, torn: false };
            broken = undefined;
        }
        if (record.k === 'unreadable' && record.torn)
            broken = record;
        else
            yield record;
    }
    if (broken !== undefined)
        yield broken;
}
/** One line's record. `torn` means only that the line is not whole JSON: whether that is expected depends on the next. */
function parseLine(text, line) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        return { k: 'unreadable', line, reason: error.message, torn: true };
    }
    const reason = mistakeIn(value);
    return reason === undefined ? value : { k: 'unreadable', line, reason, torn: false };
}
const operations = new Set(['put', 'delete', 'get', 'get-serializable', 'range', 'cas']);
const read_history_outcomes = new Set(['ok', 'failed', 'unknown']);
const events = {
    mark: new Set([
        'step-start',
        'step-end',
        'switch-start',
        'switch-end',
        'leader-moved',
        'workload-start',
        'workload-end',
        'stalled',
    ]),
    watch: new Set(['opened', 'put', 'delete', 'progress', 'lost', 'closed', 'rechecked']),
    lease: new Set([
        'granted',
        'grant-failed',
        'renewed',
        'renewal-failed',
        'abandoned',
        'revoked',
        'key-seen',
        'key-gone',
        'lost',
    ]),
    hold: new Set(['requested', 'acquired', 'released', 'lost', 'failed']),
};
/** Says what is wrong with a record, or nothing. Written by hand: a million records must take a second, not ten. */
function mistakeIn(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return 'not an object';
    const record = value;
    switch (record.k) {
        case 'op':
            return mistakeInOperation(record);
        case 'segment':
            return need(record, ['n', 'at'], ['wall', 'boot']);
        case 'mark':
            return unknownEvent(record, 'mark') ?? need(record, record.event === 'stalled' ? ['at', 'from'] : ['at'], []);
        case 'watch':
            return unknownEvent(record, 'watch') ?? need(record, ['at'], ['watcher']) ?? mistakeInWatch(record);
        case 'lease':
            return unknownEvent(record, 'lease') ?? need(record, ['at'], ['lease', 'client']) ?? mistakeInLease(record);
        case 'hold':
            return unknownEvent(record, 'hold') ?? need(record, ['at'], ['name', 'holder', 'kind']) ?? mistakeInHold(record);
        case 'hash':
            return need(record, ['at'], []) ?? needRevision(record, 'rev') ?? mistakeInHashes(record.hashes);
        case 'final':
            return need(record, ['at'], ['member']) ?? needRevision(record, 'rev') ?? mistakeInEntries(record.kvs);
        default:
            return `unknown kind of record ${JSON.stringify(record.k)}`;
    }
}
function mistakeInOperation(record) {
    const { op, outcome } = record;
    if (!operations.has(op))
        return `unknown operation ${JSON.stringify(op)}`;
    if (!read_history_outcomes.has(outcome))
        return `unknown outcome ${JSON.stringify(outcome)}`;
    const common = need(record, ['id', 'due', 'start'], ['client', 'key']);
    if (common !== undefined)
        return common;
    const writes = op === 'put' || op === 'cas';
    if (writes && typeof record.val !== 'string')
        return `${op} without val`;
    // Left out of what was given up before the client said what it compares with: it then may do anything, or nothing.
    if (op === 'cas' && (outcome === 'ok' || record.expect !== undefined)) {
        const wrong = needRevision(record, 'expect');
        if (wrong !== undefined)
            return wrong;
    }
    if (record.end !== undefined && !isTime(record.end))
        return 'end is not a time';
    const { got } = record;
    if (got !== undefined && got !== null) {
        if (typeof got !== 'object')
            return 'got is not an object';
        const { val, mod } = got;
        if (typeof val !== 'string' || !isRevision(mod))
            return 'got without val or mod';
    }
    if (record.kvs !== undefined) {
        const wrong = mistakeInEntries(record.kvs);
        if (wrong !== undefined)
            return wrong;
    }
    if (outcome !== 'ok')
        return undefined;
    if (!isTime(record.end))
        return 'ok without end';
    if (!isRevision(record.rev))
        return 'ok without rev';
    if (op === 'cas' && typeof record.swapped !== 'boolean')
        return 'ok cas without swapped';
    if (op === 'delete' && typeof record.deleted !== 'boolean')
        return 'ok delete without deleted';
    if ((op === 'get' || op === 'get-serializable') && got === undefined)
        return `ok ${op} without got`;
    if (op === 'range' && record.kvs === undefined)
        return 'ok range without kvs';
    return undefined;
}
function mistakeInWatch(record) {
    switch (record.event) {
        case 'opened':
            return need(record, [], ['prefix']) ?? needRevision(record, 'rev');
        case 'put':
            return need(record, [], ['key', 'val']) ?? needRevision(record, 'rev');
        case 'delete':
            return need(record, [], ['key']) ?? needRevision(record, 'rev');
        case 'rechecked': {
            const { seen, error } = record;
            if (typeof error === 'string')
                return undefined;
            if (!Array.isArray(seen) || !seen.every(isRevision))
                return 'rechecked without seen';
            return needRevision(record, 'rev') ?? needRevision(record, 'upTo');
        }
        default:
            return undefined;
    }
}
function mistakeInLease(record) {
    const { event, key } = record;
    if (event === 'granted' && !isTime(record.ttlMs))
        return 'granted without ttlMs';
    if ((event === 'key-seen' || event === 'key-gone') && typeof key !== 'string')
        return `${String(event)} without key`;
    return undefined;
}
function mistakeInHold(record) {
    if (record.kind !== 'lock' && record.kind !== 'election')
        return 'kind is neither lock nor election';
    return record.event === 'acquired' ? needRevision(record, 'token') : undefined;
}
function mistakeInHashes(hashes) {
    if (typeof hashes !== 'object' || hashes === null)
        return 'hash without hashes';
    return Object.values(hashes).every((hash) => typeof hash === 'number') ? undefined : 'a hash is not a number';
}
function mistakeInEntries(entries) {
    if (!Array.isArray(entries))
        return 'kvs is not a list';
    for (const entry of entries) {
        if (!Array.isArray(entry) ||
            typeof entry[0] !== 'string' ||
            typeof entry[1] !== 'string' ||
            !isRevision(entry[2]) ||
            !entry.slice(3).every(isRevision)) {
            return 'an entry of kvs is not [key, val, mod]';
        }
    }
    return undefined;
}
function unknownEvent(record, kind) {
    return events[kind]?.has(record.event) ? undefined : `unknown event ${JSON.stringify(record.event)} of ${kind}`;
}
function need(record, times, texts) {
    for (const name of times)
        if (!isTime(record[name]))
            return `${name} is not a number of at least 0`;
    for (const name of texts)
        if (typeof record[name] !== 'string')
            return `${name} is not a text`;
    return undefined;
}
function needRevision(record, name) {
    return isRevision(record[name]) ? undefined : `${name} is not a revision`;
}
function isTime(value) {
    return typeof value === 'number' && value >= 0 && Number.isFinite(value);
}
/** Judges calculate with revisions as numbers, which is exact up to 2^53; etcd counts from 1, so nothing real is larger. */
function isRevision(value) {
    if (typeof value !== 'string' || value.length === 0 || value.length > 16)
        return false;
    for (let i = 0; i < value.length; i++) {
        const code = value.charCodeAt(i);
        if (code < 48 || code > 57)
            return false;
    }
    return value.length < 16 || Number(value) <= Number.MAX_SAFE_INTEGER;
}

;// CONCATENATED MODULE: ./lib/src/judge/run.js
// Owns feeding a history to the judges, and what a broken assumption does to their verdicts.
// Must not know what any judge looks for, nor files.

/** Judges that compare times; after a reboot in between they may not judge. */
const judgesOfTime = new Set([
    'linearizability',
    'serializable-reads',
    'watch',
    'lease',
    'mutual-exclusion',
    'availability',
]);
/** Feeds every record to every judge, in file order, and collects the verdicts in the order of the judges. */
async function judgeHistory(records, judges) {
    if (Symbol.asyncIterator in records) {
        for await (const record of records)
            for (const judge of judges)
                judge.observe(record);
    }
    else {
        for (const record of records)
            for (const judge of judges)
                judge.observe(record);
    }
    const verdicts = [];
    for (const judge of judges) {
        // A verdict over a long history takes a while; whoever shows progress gets a turn in between.
        await new Promise((resolve) => setImmediate(resolve));
        verdicts.push(judge.verdict());
    }
    const assumptions = verdicts.find(({ judge }) => judge === assumptionsName);
    return assumptions === undefined ? verdicts : verdicts.map((verdict) => afterAssumptions(verdict, assumptions));
}
/** On a history that contradicts itself nobody's verdict stands; what was seen is kept as evidence. */
function afterAssumptions(verdict, assumptions) {
    if (verdict === assumptions || assumptions.verdict === 'pass')
        return verdict;
    const { failureReason } = assumptions;
    if (failureReason === undefined)
        return verdict;
    if (assumptions.verdict === 'inconclusive' && !judgesOfTime.has(verdict.judge))
        return verdict;
    const said = verdict.verdict === 'pass' ? '' : ` It would have said ${verdict.verdict}: ${verdict.summary}`;
    const summary = `May not judge: ${assumptions.summary}${said}`;
    return { ...verdict, verdict: 'inconclusive', summary, failureReason };
}

;// CONCATENATED MODULE: ./lib/src/app/rehearse/judging.js
// Owns feeding the recorded history to the judges.
// Must not judge (judge/).






async function judgeRun(run, memberNames) {
    const judges = createJudges({
        thresholds: run.context.manifest.rehearsal.thresholds,
        expectedMembers: memberNames,
    });
    const lines = (0,external_node_readline_.createInterface)({
        input: (0,external_node_fs_.createReadStream)(run.directory.history),
        crlfDelay: Number.POSITIVE_INFINITY,
    });
    const verdicts = await judgeHistory(readHistory(lines), judges);
    const { totals, steps } = availabilityReport(judges);
    return { verdicts, expectedJudges: judges.map((judge) => judge.name), availability: totals, clients: steps };
}

// EXTERNAL MODULE: ./lib/src/app/rehearse/report-making.js + 1 modules
var report_making = __webpack_require__(78000);
;// CONCATENATED MODULE: ./lib/src/app/rehearse/rehearsal.js
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
// Owns one rehearsal from a running cluster to a report: clients, engine, checks and judges wired together.
// Must not know how the cluster came to be, nor who reads the report.



















const COMPACT_EVERY_MS = 3_000;
/**
 * Runs the engine under live clients, reads everything back, judges, and makes the report. An interrupted run is
 * reported without judging: its journal, history and members stay for `resume` and `rollback`.
 */
async function rehearse(run, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, log, progress } = tools;
        const { manifest } = run.context;
        const limit = AbortSignal.timeout(manifest.rehearsal.timeLimits.totalMs);
        const signal = AbortSignal.any([tools.signal, limit]);
        (0,external_node_events_.setMaxListeners)(0, signal);
        const members = await run.cluster.driver.inventory(signal);
        const access = __addDisposableResource(env_1, (0,member_access/* createMemberAccess */.J)(run.cluster.credentials), true);
        const recorder = await openRecorder(run.directory.history, clock);
        const keepStreams = manifest.rehearsal.depth !== 'quick';
        progress.now('starting clients');
        const starting = startWorkload({
            endpoints: members.map((member) => ({ member: member.name, url: member.clientUrl })),
            credentials: run.cluster.credentials,
            settings: manifest.rehearsal.workload,
            random: (0,random/* createRandom */.s)(manifest.rehearsal.seed).fork(`workload/${run.completed.size}`),
            recorder,
            clock,
            log,
            streams: keepStreams,
            // As Kubernetes does all the time; watches and hash comparisons then meet compacted revisions.
            ...(keepStreams ? { compactEveryMs: COMPACT_EVERY_MS } : {}),
        });
        const workload = await (0,interruptible/* orInterrupted */.Kv)(starting, tools.signal, clock);
        const streamTrouble = [];
        const driver = keepStreams
            ? run.cluster.driver
            : pausingStreams(run.cluster.driver, workload, (error) => streamTrouble.push(error));
        const events = createEngineEvents({ recorder, progress, publishers: run.publishers, clock, plan: run.plan });
        const options = {
            plan: run.plan,
            steps: (0,weave/* executableSteps */.s)(run.plan),
            driver,
            view: access,
            control: access,
            observer: observerFor(run, tools, events),
            journal: run.journal,
            events,
            clock,
            log,
            signal,
            symptomOf: (lines) => (0,lookups/* symptomOf */.L5)(lines),
            completed: run.completed,
        };
        const engine = rehearsal_carryOut(run, options);
        // A history that can no longer be written ends the run as much as the engine's own trouble.
        const outcome = await Promise.race([engine, workload.running.then(() => engine)]).catch(async (error) => {
            await letGo(workload, recorder, log);
            throw error;
        });
        if (tools.signal.aborted)
            return await breakOff(outcome);
        if (outcome.outcome === 'interrupted') {
            await letGo(workload, recorder, log);
            throw new errors/* EtcdMigrateError */.A8('time-limit', `The rehearsal did not end within rehearsal.timeLimits.totalMs (${manifest.rehearsal.timeLimits.totalMs} ms). ${outcome.clusterState}`);
        }
        const [trouble] = streamTrouble;
        if (trouble !== undefined && outcome.outcome === 'reached-target') {
            await letGo(workload, recorder, log);
            throw new errors/* EtcdMigrateError */.A8('tool-failed', `The clients' watches and leases could not be opened again after a switch, so nothing was judged: ${String(trouble)}`, { cause: trouble, hint: "Look at the members' logs in the output directory; run it again at depth standard." });
        }
        const concluded = await (0,interruptible/* untilInterrupted */.tv)(conclude(), tools.signal, clock);
        return concluded === interruptible/* interruptedFirst */.xe ? await breakOff(outcome) : concluded;
        async function conclude() {
            progress.now('stopping clients and reading every key back through every member');
            await workload.stop();
            await workload.readBack(members.map((member) => ({ member: member.name, url: member.clientUrl })));
            await workload[Symbol.asyncDispose]();
            await recorder.close();
            progress.now('judging the history');
            const judged = await judgeRun(run, members.map((member) => member.name));
            return { report: await (0,report_making/* rehearsalReport */.IS)({ run, outcome, judged, clock }), outcome };
        }
        /** Seconds count, and the process ends anyway: the clients are not waited for, and nothing is judged. */
        async function breakOff(ended) {
            await recorder.close();
            const broken = interruptedOutcome(ended, tools.signal);
            return { report: await (0,report_making/* rehearsalReport */.IS)({ run, outcome: broken, judged: undefined, clock }), outcome: broken };
        }
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
function rehearsal_carryOut(run, options) {
    if (run.isCarriedOut)
        return recallOutcome(options);
    return run.mode === 'rollback' ? rollBack(options) : runPlan(options);
}
/** What the engine had come to is in the journal, where `resume` finds and judges it; here it is only told. */
function interruptedOutcome(outcome, signal) {
    if (outcome.outcome === 'interrupted')
        return outcome;
    const reason = (0,report_error/* asKnownError */.c)(signal.reason);
    const had = `The engine had ended (${outcome.outcome}): ${outcome.message}`;
    const message = `${reason.message} ${had} What the clients saw is not judged yet: resume goes on with that.`;
    return { ...outcome, outcome: 'interrupted', code: reason.code, message };
}
/** Closes everything on the way out of a failure, which must not be hidden by trouble on the way. Nothing is judged then. */
async function letGo(workload, recorder, log) {
    for (const close of [() => workload.abort(), () => recorder.close()]) {
        try {
            await close();
        }
        catch (error) {
            log.debug(`closing after a failure: ${String(error)}`);
        }
    }
}
/** Runs the checks through every member, lets clients work, and keeps the results where a resumed run finds them. */
function observerFor(run, tools, events) {
    // A crash may have torn its last line, which must not be glued to ours.
    const kept = (0,json_lines/* createJsonLines */.I)(run.directory.checks, "The checks' results");
    return {
        observe: async (state, dwellMs, members, signal) => {
            const label = stateInWords(state);
            tools.progress.now(`${label}: compatibility checks through every member`);
            const began = tools.clock.monotonicUs();
            const facts = await Promise.all(members.map(async (member) => ({ member, host: await run.cluster.driver.inspect(member, signal) })));
            const results = await (0,checks_run/* runChecks */.J)({
                members: facts.map(({ member, host }) => ({
                    name: member.name,
                    clientUrl: member.clientUrl,
                    release: host.running?.release ?? 'not running',
                })),
                state: label,
                expectationOf: (check, release) => (0,lookups/* expectationOf */.EV)(check, (0,catalog_version/* lineOf */.cA)(release), run.plan.upgrade.settings),
                credentials: run.cluster.credentials,
                clock: tools.clock,
                random: (0,random/* createRandom */.s)(run.context.manifest.rehearsal.seed).fork(`checks/${events.currentStep()}`),
                ...(signal ? { signal } : {}),
            });
            await kept.append({ step: events.currentStep(), results });
            const wrong = results.filter((result) => !result.ok).length;
            tools.progress.line(`    ${label}: ${results.length} checks, ${wrong === 0 ? 'all as expected' : `${wrong} NOT as expected`}`);
            const spentMs = (tools.clock.monotonicUs() - began) / 1000;
            await tools.clock.sleep(Math.max(0, dwellMs - spentMs), signal);
        },
    };
}
/** `quick` lets go of the clients' streams before a member stops, which saves etcd's own 7 s of waiting for them. */
function pausingStreams(driver, workload, onTrouble) {
    // Streams that do not come back are our clients' trouble; what became of the member is another matter.
    const reopen = () => workload.resumeStreams().catch(onTrouble);
    return {
        capabilities: driver.capabilities,
        inventory: (signal) => driver.inventory(signal),
        inspect: (member, signal) => driver.inspect(member, signal),
        stage: (member, release, signal) => driver.stage(member, release, signal),
        killAndRestart: (member, signal) => driver.killAndRestart(member, signal),
        logs: (member, sinceWallMs) => driver.logs(member, sinceWallMs),
        switchTo: async (member, deployment, signal) => {
            await workload.pauseStreams();
            const result = await driver.switchTo(member, deployment, signal).catch(async (error) => {
                await reopen();
                throw error;
            });
            await reopen();
            return result;
        },
        [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
    };
}


/***/ }),

/***/ 78000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ev: () => (/* binding */ planOnly),
  zv: () => (/* binding */ recordOf),
  IS: () => (/* binding */ rehearsalReport)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/src/catalog/load.js + 7 modules
var load = __webpack_require__(52339);
// EXTERNAL MODULE: ./lib/src/engine/undoing.js
var undoing = __webpack_require__(92003);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
;// CONCATENATED MODULE: ./lib/src/judge/check.js
/**
 * Whether a state was observed as planned: each of these checks through each voter, and as many of them on the new
 * release as the state says. Anything less is not an observation of that state.
 */
function isWholeObservation({ to, upgraded, voters }, checks, results) {
    // A step that was observed again counts as it was seen last.
    const releases = new Map(results.map(({ member, release }) => [member, release]));
    const seen = new Set(results.map(({ member, check }) => `${check} through ${member}`));
    return (releases.size === voters &&
        [...releases.values()].filter((release) => release === to).length === upgraded &&
        [...releases.keys()].every((member) => checks.every((check) => seen.has(`${check} through ${member}`))));
}

// EXTERNAL MODULE: ./lib/src/judge/overall.js
var judge_overall = __webpack_require__(23967);
// EXTERNAL MODULE: ./lib/src/plan/tree.js
var tree = __webpack_require__(94026);
// EXTERNAL MODULE: ./lib/src/plan/weave.js
var weave = __webpack_require__(43970);
// EXTERNAL MODULE: ./lib/src/app/shell/envelope.js
var envelope = __webpack_require__(38235);
;// CONCATENATED MODULE: ./lib/src/app/rehearse/report-making.js
// Owns turning what happened into the one report, and the rehearsal record beside it.
// Must not decide the verdict (judge/overall.ts) nor render (report/).









/** The envelope of `plan`: nothing was run. */
function planOnly(made) {
    const { plan, manifest, assumed, atBest } = made;
    const best = atBest === 'pass' ? '' : ` It takes a risk that the manifest accepts: its rehearsal is ${atBest} at best.`;
    return (0,envelope/* envelope */.RE)('plan', {
        cluster: manifest.name,
        reason: `The plan was made; nothing was run.${best}`,
        pointOfNoReturn: pointOfNoReturnOf(plan),
        nextSteps: ['Run `etcd-migrate preflight` to rehearse this plan.'],
        planDigest: plan.digest,
        ...endsOf(plan),
        seed: manifest.rehearsal.seed,
        depth: manifest.rehearsal.depth,
        steps: stepsOf(plan),
        findings: [...made.findings],
        plan: {
            schemaVersion: plan.schemaVersion,
            upgrade: { ...plan.upgrade },
            legs: plan.legs.map((leg) => ({ ...leg })),
            digest: plan.digest,
            assumed: [...assumed],
            atBest,
        },
    });
}
async function rehearsalReport(end) {
    const { run, outcome, judged } = end;
    const { plan, context } = run;
    const records = await run.journal.read();
    const durations = new Map();
    for (const record of records) {
        if (record.type === 'step-finished')
            durations.set(record.step, record.durationMs);
        // A roll-back's own report tells what it undid; to a run that went on after it those steps are yet to be done.
        if (run.mode !== 'rollback')
            for (const id of (0,undoing/* undoneBy */.xN)(record, plan))
                durations.delete(id);
    }
    const checks = await readChecks(run.directory.checks);
    const checkIds = (0,load/* loadCatalog */.a)().checks.map(({ check }) => check);
    const planned = (0,weave/* executableSteps */.s)(plan).flatMap(({ planned: { id, step } }) => step.kind === 'observe' ? [{ id, state: step.state }] : []);
    const overall = judged
        ? (0,judge_overall/* overallVerdict */.B)({
            engine: {
                outcome: outcome.outcome,
                wanted: run.mode === 'rollback' ? 'rolled-back' : 'reached-target',
                message: outcome.message,
                ...(outcome.code ? { code: outcome.code } : {}),
            },
            checks: [...checks.values()].flat(),
            plannedObservations: run.mode === 'rollback' ? 0 : planned.length,
            seenObservations: planned.filter(({ id, state }) => isWholeObservation(state, checkIds, checks.get(id) ?? []))
                .length,
            expectedJudges: judged.expectedJudges,
            judges: judged.verdicts,
            findings: context.findings,
            atBest: context.atBest,
        })
        : undefined;
    const interruption = outcome.code ?? 'interrupted';
    const finishedAt = new Date(end.clock.wallMs()).toISOString();
    return {
        schemaVersion: 1,
        tool: envelope/* tool */.z6,
        mode: run.mode,
        cluster: context.manifest.name,
        verdict: overall?.verdict ?? 'error',
        failureReason: overall ? overall.failureReason : interruption,
        reason: overall?.reason ?? outcome.message,
        ...(outcome.evidence.length > 0 ? { evidence: [...outcome.evidence] } : {}),
        clusterState: `${judged ? 'The throw-away cluster at its end' : 'The throw-away cluster now'}: ${outcome.clusterState}`,
        pointOfNoReturn: pointOfNoReturnOf(plan),
        nextSteps: nextStepsOf(overall, run),
        planDigest: plan.digest,
        ...endsOf(plan),
        startedAt: context.startedAt,
        finishedAt,
        // Not the difference of the wall times: that clock may have jumped.
        durationMs: (end.clock.monotonicUs() - context.startedAtUs) / 1000,
        seed: context.manifest.rehearsal.seed,
        depth: context.manifest.rehearsal.depth,
        releases: [...context.releases],
        timings: { ...outcome.timings },
        steps: stepsOf(plan, outcome, durations, judged),
        checks: [...checks.values()].flat(),
        ...(judged
            ? {
                judges: judged.verdicts.map((verdict) => ({
                    ...verdict,
                    violations: verdict.violations.map(({ message, records: proof }) => ({ message, records: [...proof] })),
                })),
                availability: judged.availability,
            }
            : {}),
        findings: [...context.findings],
    };
}
function recordOf(report, run, clock) {
    return {
        schemaVersion: 1,
        planDigest: run.plan.digest,
        verdict: report.verdict,
        failureReason: report.failureReason,
        binaries: Object.fromEntries(run.context.releases.map((release) => [release.version, { ...release.sha256 }])),
        platform: run.context.releases[0]?.platform ?? `${process.platform}-${process.arch}`,
        toolVersion: envelope/* tool */.z6.version,
        finishedAt: report.finishedAt ?? new Date(clock.wallMs()).toISOString(),
        assumed: [...run.context.assumed],
    };
}
function endsOf(plan) {
    const { hops } = plan.upgrade;
    return { from: hops[0]?.from ?? '', to: hops.at(-1)?.to ?? '' };
}
/** The step that replaces the last old member of each minor hop. */
function pointOfNoReturnOf(plan) {
    return plan.upgrade.hops
        .filter((hop) => hop.kind === 'minor')
        .map((hop) => {
        const last = hop.steps.filter(({ step }) => step.kind === 'switch-member' && step.purpose === 'upgrade').at(-1);
        return `step ${last?.id ?? '?'} (${hop.from} → ${hop.to})`;
    })
        .join(', ');
}
function stepsOf(plan, outcome, durations, judged) {
    const ended = new Map(outcome?.steps.map((step) => [step.id, step]));
    const steps = (0,tree/* treeLines */.Ww)(plan).map(({ id, title, depth, part }) => {
        const durationMs = durations?.get(id) ?? ended.get(id)?.durationMs;
        const detail = ended.get(id)?.detail;
        const clients = judged?.clients.get(id);
        return {
            id,
            title,
            depth,
            part,
            status: durations?.has(id) ? 'ok' : (ended.get(id)?.status ?? 'not-run'),
            ...(durationMs === undefined ? {} : { durationMs }),
            ...(detail === undefined ? {} : { detail }),
            ...(clients === undefined ? {} : { clients }),
        };
    });
    return steps.map((line) => (line.part === 'hop' ? { ...line, ...summedUp(line.id, steps) } : line));
}
/** A hop is as well as its steps are, and took as long as they did. */
function summedUp(hop, steps) {
    const own = steps.filter((step) => step.id.startsWith(`${hop}.`));
    const spent = own.flatMap((step) => (step.durationMs === undefined ? [] : [step.durationMs]));
    const status = own.some((step) => step.status === 'failed')
        ? 'failed'
        : own.every((step) => step.status === 'ok')
            ? 'ok'
            : 'not-run';
    return { status, ...(spent.length === 0 ? {} : { durationMs: spent.reduce((sum, ms) => sum + ms, 0) }) };
}
function nextStepsOf(overall, run) {
    if (overall === undefined) {
        return [
            `etcd-migrate status --output ${run.directory.path}`,
            'then resume, rollback or cleanup, with the same --output',
        ];
    }
    if (run.mode === 'rollback' && overall.verdict === 'pass') {
        return ['Nothing is proven about the way forward: run `etcd-migrate preflight` again, to its end.'];
    }
    if (overall.verdict === 'pass') {
        return [
            'Keep rehearsal.json: it proves this plan with these binaries.',
            'Take a backup, then upgrade by this plan.',
        ];
    }
    if (overall.failureReason === null)
        return [];
    return [errors/* failures */.e9[overall.failureReason].hint];
}
/** Results by step id. A step that was repeated after an interruption counts with its last results and all its failures. */
async function readChecks(file) {
    const bySteps = new Map();
    let text;
    try {
        text = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return bySteps;
        throw error;
    }
    // The last piece is empty, or a line that a crash tore.
    for (const line of text.split('\n').slice(0, -1)) {
        const { step, results } = JSON.parse(line);
        const failedBefore = (bySteps.get(step) ?? []).filter((result) => !result.ok);
        bySteps.set(step, [...failedBefore, ...results]);
    }
    return bySteps;
}


/***/ }),

/***/ 4909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ finishRun)
/* harmony export */ });
/* harmony import */ var _engine_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(802);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
/* harmony import */ var _judge_overall_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23967);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54891);
/* harmony import */ var _platform_journal_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71622);
/* harmony import */ var _rehearse_report_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26543);
/* harmony import */ var _rehearse_report_making_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78000);
/* harmony import */ var _shell_interruptible_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69556);
/* harmony import */ var _shell_report_error_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(65610);
// Owns the end of every rehearsal, good or bad: files written, cluster removed, publishers told, exit code decided.
// Must not decide the verdict. Only an interrupted run keeps its members, for `resume` and `rollback`.









/** After an interrupt: the tool must be gone within 5 s, whatever GitHub or a member that will not stop takes. */
const publishGraceMs = 2_000;
const removalGraceMs = 3_000;
/**
 * Does the work, then whatever its end, writes `report.json`, `report.md`, `report.html`, `junit.xml` and `rehearsal.json`, journals
 * that the run is over, removes the throw-away cluster then, and returns the exit code. Killed before the report is
 * written, a run can be resumed. An interrupt that comes later changes nothing of the verdict, but ends the process.
 */
async function finishRun(frame, work, removeCluster) {
    const { progress, surroundings, directory } = frame;
    let report;
    let ended = true;
    try {
        report = await work();
    }
    catch (error) {
        report = withoutVerdict(frame, error);
        // A fresh rehearsal that cannot be carried out is over. An older one that could not be taken up again, or whose
        // roll-back was refused, is what it was before: the next `resume` may do better.
        ended = frame.mode === 'preflight';
    }
    report = surroundings.redactor.report(report);
    const isOver = ended && !isInterrupted(report);
    let removed = false;
    const remove = async () => {
        removed = true;
        progress.now('removing the throw-away cluster');
        const removal = await (0,_shell_interruptible_js__WEBPACK_IMPORTED_MODULE_7__/* .untilInterrupted */ .tv)(removeCluster(), surroundings.signal, frame.clock, removalGraceMs).catch((error) => (0,_shell_report_error_js__WEBPACK_IMPORTED_MODULE_8__/* .asKnownError */ .c)(error).message);
        // The verdict stands; what could not be removed is named, and `cleanup` tries again.
        const why = removal === _shell_interruptible_js__WEBPACK_IMPORTED_MODULE_7__/* .interruptedFirst */ .xe ? 'interrupted' : removal;
        if (why !== undefined)
            progress.line(`warning: the throw-away cluster could not be removed: ${why}`);
    };
    try {
        await writeAll(report, frame);
    }
    catch (error) {
        // On a full disk it is the members that take the room.
        if (!isOver || (0,_shell_report_error_js__WEBPACK_IMPORTED_MODULE_8__/* .asKnownError */ .c)(error).code !== 'no-space')
            throw error;
        await remove();
        await writeAll(report, frame);
    }
    if (isOver)
        await journalEnd(frame, { type: 'run-reported', verdict: report.verdict });
    progress.now('');
    progress.endGroup();
    await Promise.all([isOver && !removed ? remove() : undefined, publish(report, frame)]);
    progress.now('');
    (0,_rehearse_report_files_js__WEBPACK_IMPORTED_MODULE_5__/* .sayReport */ .e)(report, frame.settings, surroundings);
    progress.line(`reports: ${directory.path}`);
    const { aborted, reason } = surroundings.signal;
    if (aborted && reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodeOf */ .FO)(reason.code);
    return (0,_judge_overall_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodeOfVerdict */ .o)(report.verdict, report.failureReason);
}
/** Whether the run was broken off with its members in place; then there is more to do for `resume`. */
function isInterrupted({ failureReason, clusterState }) {
    return clusterState !== undefined && (failureReason === 'interrupted' || failureReason === 'terminated');
}
/** A run that never got as far as its journal has none to end. */
async function journalEnd(frame, entry) {
    try {
        const journal = await (0,_engine_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .openJournal */ ._0)((0,_platform_journal_file_js__WEBPACK_IMPORTED_MODULE_4__/* .createJournalFile */ .W)(frame.directory.journal), frame.clock);
        if (journal.records.length > 0)
            await journal.append(entry);
    }
    catch (error) {
        frame.progress.line(`warning: the end of the run could not be journaled: ${(0,_shell_report_error_js__WEBPACK_IMPORTED_MODULE_8__/* .asKnownError */ .c)(error).message}`);
    }
}
async function publish(report, { publishers, surroundings, clock, progress }) {
    const published = Promise.all(publishers.map((publisher) => publisher.finished(report)));
    const ended = await (0,_shell_interruptible_js__WEBPACK_IMPORTED_MODULE_7__/* .untilInterrupted */ .tv)(published, surroundings.signal, clock, publishGraceMs);
    if (ended === _shell_interruptible_js__WEBPACK_IMPORTED_MODULE_7__/* .interruptedFirst */ .xe) {
        progress.line(`warning: interrupted, so publishing was broken off after ${publishGraceMs / 1000} s`);
    }
}
function withoutVerdict(frame, error) {
    const interruption = frame.surroundings.signal.aborted ? frame.surroundings.signal.reason : undefined;
    const known = (0,_shell_report_error_js__WEBPACK_IMPORTED_MODULE_8__/* .asKnownError */ .c)(interruption instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EtcdMigrateError */ .A8 ? interruption : error);
    const { plan, context } = frame;
    return {
        ...(0,_shell_report_error_js__WEBPACK_IMPORTED_MODULE_8__/* .errorReport */ .Z)(known, frame.mode),
        cluster: context.manifest.name,
        planDigest: plan.digest,
        from: plan.upgrade.hops[0]?.from ?? '',
        to: plan.upgrade.hops.at(-1)?.to ?? '',
        startedAt: context.startedAt,
        finishedAt: new Date(frame.clock.wallMs()).toISOString(),
        releases: [...context.releases],
    };
}
async function writeAll(report, frame) {
    const { directory } = frame;
    await (0,_rehearse_report_files_js__WEBPACK_IMPORTED_MODULE_5__/* .writeReports */ .L)(report, directory);
    // The record proves the plan's way forward. A roll-back, however well it went, proves nothing of it.
    if (frame.mode === 'rollback')
        return;
    await (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_3__/* .writeFileAtomic */ .Zf)(directory.record, `${JSON.stringify((0,_rehearse_report_making_js__WEBPACK_IMPORTED_MODULE_6__/* .recordOf */ .zv)(report, frame, frame.clock), null, 2)}\n`);
}


/***/ }),

/***/ 69556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kv: () => (/* binding */ orInterrupted),
/* harmony export */   tv: () => (/* binding */ untilInterrupted),
/* harmony export */   xe: () => (/* binding */ interruptedFirst)
/* harmony export */ });
/** What `untilInterrupted` answers when the interrupt came first. */
const interruptedFirst = Symbol('interrupted first');
/**
 * The work's end, or `interruptedFirst` once the signal has been aborted for `graceMs` while the work still goes on.
 * Nobody waits for the work any more then; how it ends is dropped.
 */
async function untilInterrupted(work, signal, clock, graceMs = 0) {
    const done = new AbortController();
    const asked = new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => resolve(), { once: true, signal: done.signal });
    });
    const given = asked.then(async () => {
        if (graceMs > 0)
            await clock.sleep(graceMs, done.signal).catch(() => undefined);
        return interruptedFirst;
    });
    try {
        return await Promise.race([work, given]);
    }
    finally {
        done.abort();
        work.catch(() => undefined);
    }
}
/** The work's end; rejects with the signal's reason when the interrupt comes first. */
async function orInterrupted(work, signal, clock) {
    const ended = await untilInterrupted(work, signal, clock);
    if (ended === interruptedFirst)
        throw signal.reason;
    return ended;
}


/***/ }),

/***/ 37812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   UX: () => (/* binding */ inOneLine),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   YW: () => (/* binding */ interruption),
/* harmony export */   Zh: () => (/* binding */ over),
/* harmony export */   d5: () => (/* binding */ elapsedMs),
/* harmony export */   sK: () => (/* binding */ throwIfInterrupted),
/* harmony export */   si: () => (/* binding */ isInterruption)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
// Owns time limits around port calls: a port that never answers must not hang the engine.
// Must not retry: the gate or step that calls decides that.

/** One reason for all: without one, each abort makes a DOMException with its stack, half of a simulated run's time. */
const over = new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('member-lost', 'The caller does not wait for this any more.');
/** The error a run ends with after its signal aborted; keeps `terminated` apart from `interrupted`. */
function interruption(signal) {
    const { reason } = signal;
    if (reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8 && (reason.code === 'terminated' || reason.code === 'interrupted')) {
        return reason;
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('interrupted', 'The run was interrupted.');
}
function throwIfInterrupted(signal) {
    if (signal.aborted)
        throw interruption(signal);
}
function isInterruption(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8 && error.kind === 'interrupted';
}
/**
 * Calls a port and waits at most `limitMs`. The call's own signal aborts at the limit or at the run's interrupt.
 * Throws `member-lost` ("… has not answered for N s") at the limit, the interruption at once when interrupted.
 */
async function bounded({ clock, signal }, what, limitMs, call) {
    throwIfInterrupted(signal);
    const inner = new AbortController();
    const timer = new AbortController();
    let interrupt;
    try {
        return await Promise.race([
            call(inner.signal),
            new Promise((_, reject) => {
                interrupt = () => reject(interruption(signal));
                signal.addEventListener('abort', interrupt, { once: true });
            }),
            clock.sleep(limitMs, timer.signal).then(() => {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EtcdMigrateError */ .A8('member-lost', `${what} has not answered for ${seconds(limitMs)}.`);
            }),
        ]);
    }
    finally {
        if (interrupt)
            signal.removeEventListener('abort', interrupt);
        timer.abort(over);
        inner.abort(over);
    }
}
function seconds(ms) {
    return ms < 10_000 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms / 1000)} s`;
}
function elapsedMs(clock, sinceUs) {
    return Math.max(0, Math.round((clock.monotonicUs() - sinceUs) / 1000));
}
/** What an error says in one line, for observations and messages. */
function inOneLine(error) {
    const text = error instanceof Error ? error.message : String(error);
    return text.replace(/\s+/g, ' ').trim();
}


/***/ }),

/***/ 6804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ describeCluster),
/* harmony export */   Lf: () => (/* binding */ unknownStanding),
/* harmony export */   Mz: () => (/* binding */ liveSide),
/* harmony export */   YP: () => (/* binding */ standingOf)
/* harmony export */ });
/* harmony import */ var _catalog_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66182);
/* harmony import */ var _plan_deployment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58413);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37812);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93085);
/* harmony import */ var _side_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47142);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39399);
// Owns the description of a cluster as it stands: one row per member, one sentence for people.
// Must not change, wait for or decide anything.






/** Looks at every member at once; takes at most about three times `limitMs` whatever answers. Throws only when the inventory fails. */
async function describeCluster(driver, view, options = {}) {
    const { clock, signal } = options;
    const members = await driver.inventory(signal);
    const limited = clock ? limitSight({ driver, view }, clock, options.limitMs ?? _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .lastLookMs */ .gC) : { driver, view };
    const bounds = { clock: clock ?? unlimitedClock, signal: signal ?? new AbortController().signal };
    const survey = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_3__/* .surveyCluster */ .vy)(limited, bounds, members);
    const rows = await Promise.all(survey.members.map(async ({ member, host, hostError, status, statusError, up }) => {
        const versions = status ? await limited.view.versions(member, bounds.signal).catch(() => null) : null;
        const errors = [hostError, statusError].filter((error) => error !== null);
        return {
            name: member.name,
            clientUrl: member.clientUrl,
            health: up ? 'healthy' : status ? 'no-leader' : host ? (host.running ? 'silent' : 'stopped') : 'unreachable',
            running: host?.running ?? null,
            version: status?.version ?? null,
            clusterVersion: versions?.cluster ?? null,
            storageVersion: versions?.storage ?? null,
            isLeader: survey.leader?.member.name === member.name,
            raftIndex: status?.raftIndex ?? null,
            raftAppliedIndex: status?.raftAppliedIndex ?? null,
            revision: status?.revision ?? null,
            databaseBytes: host?.databaseBytes ?? status?.databaseBytes ?? null,
            freeBytes: host?.freeBytes ?? null,
            error: errors.length > 0 ? errors.join('; ') : null,
        };
    }));
    return { members: rows, sentence: sentenceOf(survey) };
}
/**
 * The side of a hop's point of no return by what was seen of its members; null when not all hosts could be seen, unless
 * the cluster version says it. As `sideOf`: a member without a process counts as old.
 */
function liveSide({ members }, hop) {
    if (hop?.kind !== 'minor')
        return 'before';
    const isNew = (version) => (0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareLines */ .lZ)((0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(version), (0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(hop.to)) >= 0;
    if (members.some(({ clusterVersion }) => clusterVersion !== null && isNew(clusterVersion)))
        return 'after';
    if (members.some(({ running }) => running !== null && !isNew(running.release)))
        return 'before';
    if (members.some(({ health }) => health === 'stopped'))
        return 'before';
    return members.every(({ running }) => running !== null) ? 'after' : null;
}
/** The last words of a run about the cluster: what runs where, and on which side of the hop's point of no return. */
async function standingOf(options, members, hop, limitMs = _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .lastLookMs */ .gC) {
    // Not the run's signal: an interrupted run has to say this as well, and quickly.
    const bounds = { clock: options.clock, signal: new AbortController().signal };
    const limited = limitSight(options, options.clock, limitMs);
    const [survey, flipped] = await Promise.all([
        (0,_survey_js__WEBPACK_IMPORTED_MODULE_3__/* .surveyCluster */ .vy)(limited, bounds, members),
        (0,_side_js__WEBPACK_IMPORTED_MODULE_2__/* .hasFlipped */ .x)(limited.view, bounds, members, hop),
    ]);
    const side = (0,_side_js__WEBPACK_IMPORTED_MODULE_2__/* .sideOf */ .J)(hop, survey, flipped);
    return { sentence: `${sentenceOf(survey).replace(/\.$/, '')}; ${sideInWords(hop, side)}.`, side };
}
function sideInWords(hop, side) {
    const name = `${hop.from} → ${hop.to}`;
    if (hop.kind !== 'minor')
        return `the patch hop ${name} has no point of no return`;
    return side === 'before'
        ? `before the point of no return of ${name}: the way back to ${hop.from} is open`
        : `past the point of no return of ${name}: only forward`;
}
function sentenceOf(survey) {
    const groups = new Map();
    for (const { member, host, status } of survey.members) {
        // Where the host could not be looked at, etcd itself may have said what it is.
        const unseen = status?.version ?? 'cannot be reached';
        const what = host === null ? unseen : host.running ? (0,_plan_deployment_js__WEBPACK_IMPORTED_MODULE_5__/* .nameDeployment */ .N)(host.running) : 'has no running process';
        groups.set(what, [...(groups.get(what) ?? []), member.name]);
    }
    const parts = [...groups].map(([what, names]) => {
        const list = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
        if (/^\d/.test(what))
            return `${list} ${names.length > 1 ? 'run' : 'runs'} ${what}`;
        return `${list} ${names.length > 1 ? what.replace(/^has/, 'have') : what}`;
    });
    const up = survey.members.filter((m) => m.up).length;
    const total = survey.members.length;
    const health = `${up} of ${total} members up${up < (0,_survey_js__WEBPACK_IMPORTED_MODULE_3__/* .quorumOf */ .NI)(total) ? ', without quorum' : ''}`;
    const leader = survey.leader ? `${survey.leader.member.name} leads` : 'no agreed leader';
    return `${parts.join(', ')}; ${leader}; ${health}.`;
}
/** The same looks, each with its own short limit. */
function limitSight({ driver, view }, clock, limitMs) {
    const limit = (what, signal, call) => (0,_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .bounded */ .Mm)({ clock, signal: signal ?? new AbortController().signal }, what, limitMs, call);
    return {
        driver: {
            inspect: (member, signal) => limit(`The host of ${member.name}`, signal, (s) => driver.inspect(member, s)),
        },
        view: {
            status: (member, signal) => limit(`Status of ${member.name}`, signal, (s) => view.status(member, s)),
            versions: (member, signal) => limit(`/version of ${member.name}`, signal, (s) => view.versions(member, s)),
        },
    };
}
/** Where no clock is given, the ports' own deadlines are the limits. */
const unlimitedClock = {
    wallMs: () => 0,
    monotonicUs: () => 0,
    sleep: (_ms, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true })),
};
/** For a run whose cluster cannot even be looked at. */
function unknownStanding(error) {
    return { sentence: `The cluster could not be looked at: ${(0,_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .inOneLine */ .UX)(error)}`, side: 'before' };
}


/***/ }),

/***/ 93085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E7: () => (/* binding */ successorLimitMs),
/* harmony export */   Gn: () => (/* binding */ inspectLimitMs),
/* harmony export */   Ih: () => (/* binding */ restoredGateMs),
/* harmony export */   It: () => (/* binding */ switchLimitMs),
/* harmony export */   N: () => (/* binding */ settleLimitMs),
/* harmony export */   SI: () => (/* binding */ pollMinimumMs),
/* harmony export */   Uz: () => (/* binding */ storedMembersLimitMs),
/* harmony export */   _6: () => (/* binding */ stageLimitMs),
/* harmony export */   aZ: () => (/* binding */ pollMaximumMs),
/* harmony export */   at: () => (/* binding */ recoverLimitMs),
/* harmony export */   cX: () => (/* binding */ readLimitMs),
/* harmony export */   ct: () => (/* binding */ leaderMoveLimitMs),
/* harmony export */   fO: () => (/* binding */ heartbeatMs),
/* harmony export */   gC: () => (/* binding */ lastLookMs),
/* harmony export */   r9: () => (/* binding */ raftLagLimit),
/* harmony export */   sg: () => (/* binding */ observeLimitMs),
/* harmony export */   u8: () => (/* binding */ interruptGraceMs),
/* harmony export */   uP: () => (/* binding */ contactLimitMs)
/* harmony export */ });
// Owns the engine's own time limits and thresholds, each with its reason.
// Must not know which step uses them.
/** One read of a member (ClusterView promises 5 s of its own; this is the belt to its braces). */
const readLimitMs = 8_000;
/** A streamed snapshot of the members bucket (ClusterView: 60 s). */
const storedMembersLimitMs = 70_000;
/** `inspect` looks at /proc and a directory. */
const inspectLimitMs = 10_000;
/** Copying a release into place. */
const stageLimitMs = 300_000;
/** 20 s and more to stop (etcd itself takes 8 s with open streams), then a start that may replay a long WAL. */
const switchLimitMs = 180_000;
/** How long an unclear switch may still finish on the host by itself before its state counts as settled. */
const settleLimitMs = 45_000;
/** How long a member that is down or a cluster without leader may recover by itself before the engine decides. */
const recoverLimitMs = 20_000;
/** Contact with a host may come back within this. */
const contactLimitMs = 30_000;
/** Leadership moves within an election time-out (1 s) or not at all. */
const leaderMoveLimitMs = 15_000;
/** All members know a new leader within a few heartbeats (100 ms each); after this the move counts as not happened. */
const successorLimitMs = 5_000;
/** `observe` steps: beyond their dwell time, all checks through all members. */
const observeLimitMs = 900_000;
/** A switch under way gets this long to finish after an interrupt; the tool must be gone within 5 s. */
const interruptGraceMs = 3_000;
/** Reading the cluster for the last message of an interrupted run. */
const lastLookMs = 1_200;
/** Gates of a member that got its old release back. */
const restoredGateMs = 60_000;
/** More raft entries than this behind the leader is not caught up, whatever the load. */
const raftLagLimit = 1000n;
/** First pause between two looks at a condition; grows to `pollMaximumMs`. */
const pollMinimumMs = 100;
const pollMaximumMs = 500;
/** Waiting is told at least this often. */
const heartbeatMs = 900;


/***/ }),

/***/ 47142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ sideOf),
/* harmony export */   x: () => (/* binding */ hasFlipped)
/* harmony export */ });
/* harmony import */ var _catalog_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66182);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37812);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93085);
// Owns the answer to "on which side of the point of no return is this hop?".
// Must not wait or change anything.



/** Whether any member says that the cluster version has reached the hop's target: the truth about the way back (K16). */
async function hasFlipped(view, bounds, members, hop) {
    if (hop.kind !== 'minor')
        return false;
    const clusterVersions = await Promise.all(members.map(async (member) => {
        try {
            const { cluster } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .bounded */ .Mm)(bounds, `/version of ${member.name}`, _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .readLimitMs */ .cX, (s) => view.versions(member, s));
            return cluster;
        }
        catch (error) {
            if ((0,_bounded_js__WEBPACK_IMPORTED_MODULE_1__/* .isInterruption */ .si)(error))
                throw error;
            return null; // a member that is down says nothing; the others do
        }
    }));
    return clusterVersions.some((cluster) => cluster !== null && (0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareLines */ .lZ)((0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(cluster), (0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(hop.to)) >= 0);
}
/**
 * A minor hop is past it as soon as no member runs the old line any more, or the cluster version has moved. A member
 * whose process has ended counts as old: nobody can say that it is not needed to go back.
 */
function sideOf(hop, survey, flipped) {
    if (hop.kind !== 'minor')
        return 'before';
    if (flipped)
        return 'after';
    const onNew = survey.members.every(({ host }) => {
        const release = host?.running?.release;
        return release !== undefined && (0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareLines */ .lZ)((0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(release), (0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(hop.to)) >= 0;
    });
    return onNew ? 'after' : 'before';
}


/***/ }),

/***/ 39399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BR: () => (/* binding */ highest),
/* harmony export */   DH: () => (/* binding */ surveyStatus),
/* harmony export */   NI: () => (/* binding */ quorumOf),
/* harmony export */   vy: () => (/* binding */ surveyCluster)
/* harmony export */ });
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37812);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93085);


/** Looks at hosts and at etcd. Never throws for a member's sake; only an interrupt ends it. */
async function surveyCluster(sight, bounds, members) {
    return assemble(await Promise.all(members.map(async (member) => {
        const [host, status] = await Promise.all([
            attempt(() => (0,_bounded_js__WEBPACK_IMPORTED_MODULE_0__/* .bounded */ .Mm)(bounds, `The host of ${member.name}`, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .inspectLimitMs */ .Gn, (s) => sight.driver.inspect(member, s))),
            readStatus(sight.view, bounds, member),
        ]);
        return surveyOf(member, host, status);
    })));
}
/** Looks at etcd only: cheap enough for the last moment before a mutation. */
async function surveyStatus(view, bounds, members) {
    const unseen = { value: null, error: 'not looked at' };
    return assemble(await Promise.all(members.map(async (member) => surveyOf(member, unseen, await readStatus(view, bounds, member)))));
}
function quorumOf(voters) {
    return Math.floor(voters / 2) + 1;
}
/** The greatest of the numbers, or `floor` when there is none greater. */
function highest(numbers, floor) {
    let best = floor;
    for (const number of numbers)
        if (number > best)
            best = number;
    return best;
}
async function attempt(call) {
    try {
        return { value: await call(), error: null };
    }
    catch (error) {
        if ((0,_bounded_js__WEBPACK_IMPORTED_MODULE_0__/* .isInterruption */ .si)(error))
            throw error;
        return { value: null, error: (0,_bounded_js__WEBPACK_IMPORTED_MODULE_0__/* .inOneLine */ .UX)(error) };
    }
}
function readStatus(view, bounds, member) {
    return attempt(() => (0,_bounded_js__WEBPACK_IMPORTED_MODULE_0__/* .bounded */ .Mm)(bounds, `Status of ${member.name}`, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .readLimitMs */ .cX, (s) => view.status(member, s)));
}
function surveyOf(member, host, status) {
    return {
        member,
        host: host.value,
        hostError: host.error,
        status: status.value,
        statusError: status.error,
        up: status.value !== null && status.value.leaderId !== 0n,
    };
}
function assemble(members) {
    const leader = members.find((candidate) => {
        const id = candidate.status?.memberId;
        if (id === undefined)
            return false;
        return members.filter((other) => other.status?.leaderId === id).length >= quorumOf(members.length);
    });
    return { members, leader: leader ?? null };
}


/***/ }),

/***/ 94026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B6: () => (/* binding */ renderTree),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Ww: () => (/* binding */ treeLines)
/* harmony export */ });
/* unused harmony export stateWords */
/* harmony import */ var _catalog_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66182);
/* harmony import */ var _weave_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43970);
// Owns the words of a plan: one title a step and the numbered tree, the same in terminal, journal, report and tests.
// Must not know colours, widths or what happened when the plan ran.


function deploymentWords({ release, overrides }) {
    const extra = Object.entries(overrides).map(([flag, value]) => `${flag} ${value}`);
    return extra.length === 0 ? release : `${release} with ${extra.join(', ')}`;
}
/** E.g. "3.5.33→3.6.14 mixed 1/3"; the `state` of check results has the same words. */
function stateWords({ phase, from, to, upgraded, voters }) {
    return phase === 'mixed' || phase === 'hold'
        ? `${from}→${to} ${phase} ${upgraded}/${voters}`
        : `${from}→${to} ${phase}`;
}
/** One gate by its name, more by their number: their names stand in the plan's JSON and in every gate's own lines. */
function gateWords(gates) {
    const [first] = gates;
    return gates.length === 1 && first !== undefined ? first.name : `${gates.length} gates`;
}
/** What a step does, in one line without its number. */
function titleOf(step) {
    switch (step.kind) {
        case 'verify':
            return `verify ${step.title}: ${gateWords(step.gates)}`;
        case 'stage':
            return `stage ${step.release} on every member`;
        case 'switch-member': {
            const to = deploymentWords(step.to);
            switch (step.purpose) {
                case 'upgrade':
                    return `switch member ${step.ordinal} to ${to}`;
                case 'prepare':
                    return `prepare member ${step.ordinal}: restart on ${to}`;
                case 'roll-back':
                    return `roll a member back to ${to}`;
                case 'disturb':
                    return `restart a member on ${to}`;
            }
            break;
        }
        case 'renew-raft-snapshots':
            return `renew the raft snapshot of every member (${step.reason}; one every ${step.snapshotCount} entries)`;
        case 'hold':
            return `hold before the point of no return: soak ${step.soakMs / 1000} s, then ${gateWords(step.gates)}`;
        case 'wait-cluster-version':
            return `wait until the cluster version is ${step.line}`;
        case 'observe':
            return `observe ${stateWords(step.state)}`;
        case 'kill-member':
            return step.select === 'leader' ? 'kill the leader and let it come back' : 'kill a follower and let it come back';
    }
}
function hopTitle(hop) {
    return hop.kind === 'minor'
        ? `upgrade ${(0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(hop.from)} → ${(0,_catalog_version_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(hop.to)}: ${hop.from} → ${hop.to}`
        : `patch ${hop.from} → ${hop.to}: ${hop.reason}`;
}
/** Hops, steps and steps of legs in execution order. */
function treeLines(plan) {
    const steps = (0,_weave_js__WEBPACK_IMPORTED_MODULE_1__/* .executableSteps */ .s)(plan);
    return plan.upgrade.hops.flatMap((hop) => [
        { id: hop.id, title: hopTitle(hop), depth: 0, part: 'hop' },
        ...steps
            .filter((step) => step.hop === hop)
            .map(({ planned, part, depth }) => ({ id: planned.id, title: titleOf(planned.step), depth, part })),
    ]);
}
/** The tree as text, one line a step; `annotate` adds words behind a line. No trailing newline. */
function renderTree(plan, annotate) {
    return treeLines(plan)
        .map(({ id, title, depth }) => {
        const note = annotate?.(id);
        return `${'  '.repeat(depth)}${id} ${title}${note === undefined || note === '' ? '' : `  ${note}`}`;
    })
        .join('\n');
}


/***/ })

};
