// Owns the one error class and the closed table of failure codes that docs, exit codes and `failure-reason` share.
// Must not know who reports an error or how.

/** What kind of inability a code stands for; it decides the exit code. */
export type FailureKind = 'input' | 'environment' | 'cluster' | 'verdict' | 'inconclusive' | 'interrupted' | 'bug';

export interface FailureDefinition {
  readonly kind: FailureKind;
  /** Process exit code (README, "Exit codes"). */
  readonly exitCode: 1 | 2 | 3 | 4 | 5 | 130 | 143;
  readonly title: string;
  /** What to do next, in one sentence. */
  readonly hint: string;
}

const input = (title: string, hint: string): FailureDefinition => ({ kind: 'input', exitCode: 2, title, hint });
const environment = (title: string, hint: string): FailureDefinition => ({
  kind: 'environment',
  exitCode: 3,
  title,
  hint,
});
const verdict = (title: string, hint: string): FailureDefinition => ({ kind: 'verdict', exitCode: 1, title, hint });
const inconclusive = (title: string, hint: string): FailureDefinition => ({
  kind: 'inconclusive',
  exitCode: 4,
  title,
  hint,
});

/** Every way in which a run can end other than "pass". The table is closed, because scripts branch on these names. */
export const failures = {
  // The manifest or the command line is wrong (exit 2).
  usage: input('The command line is wrong', 'Run `etcd-migrate --help` for the commands and their options.'),
  'manifest-missing': input(
    'The manifest does not exist',
    'Run `etcd-migrate init` to write one, or name it with --manifest.',
  ),
  'manifest-unreadable': input(
    'The manifest cannot be read',
    'The manifest must be a readable UTF-8 text file of at most 1 MiB.',
  ),
  'manifest-invalid': input(
    'The manifest has mistakes',
    'Correct the lines named above; `etcd-migrate init` shows a valid manifest.',
  ),
  'sidecar-invalid': input(
    'What stands beside a backup is no sidecar',
    'Put the right sidecar beside the backup, or remove it: the backup is then judged without it.',
  ),
  'attestation-invalid': input(
    'An attestation of a backup is damaged',
    'Bring it again from where the backup was proven, or prove the backup anew.',
  ),
  'backup-history-invalid': input(
    'What keeps the proofs of earlier runs is damaged',
    'Restore the file that is named above, or remove it: the history then begins anew.',
  ),
  'plan-refused': input('No safe plan exists for this request', 'Change `from`, `to` or `hops` as the findings say.'),
  'untrusted-event': input(
    'The workflow event may not run this manifest',
    'Use `pull_request` instead of `pull_request_target` for manifests that come from a fork.',
  ),
  'nothing-to-resume': input(
    'There is no run to resume here',
    'Name the directory of the interrupted run with --output.',
  ),
  'past-point-of-no-return': input(
    'The run is past the point of no return',
    'The last old member is gone, so the old release no longer starts; go forward with `etcd-migrate resume`.',
  ),

  'cluster-not-made': input(
    'The cluster of the run was not made whole',
    'Run `etcd-migrate cleanup` with the same --output, which removes what is there of it; then begin again.',
  ),

  // The world around us does not allow the run (exit 3).
  'release-unobtainable': environment(
    'An etcd release cannot be obtained',
    'See which sources were tried and why each failed; name a mirror or a local path in `releases`.',
  ),
  'checksum-mismatch': environment(
    'A download does not have its published checksum',
    'Do not run it. Check the mirror; delete nothing by hand: the bad file was not kept.',
  ),
  'binary-invalid': environment(
    'A binary is not a working etcd',
    'Point `releases.local` at a directory with etcd, etcdctl and (3.5 and later) etcdutl.',
  ),
  'binary-version-mismatch': environment(
    'A binary is of another version than it should be',
    'Point `releases.local` at the right release, or remove the entry.',
  ),
  'no-space': environment('A disk is full', 'Free space in the directory named above and run again.'),
  'no-permission': environment(
    'A file or directory cannot be used',
    'Give the user that runs etcd-migrate access to the path named above.',
  ),
  'port-taken': environment(
    'A port is already in use',
    'Stop the process that holds the port named above, or let etcd-migrate choose ports itself.',
  ),
  'run-in-progress': environment(
    'Another run owns this output directory',
    'Wait for it to finish, or choose another --output.',
  ),
  'journal-damaged': environment(
    'The journal of the run is damaged',
    'Keep a copy of the output directory for examination; `etcd-migrate cleanup` then removes the members.',
  ),
  'journal-format': environment(
    'The journal of the run is of another format than this version reads',
    'Go on with the version of etcd-migrate that is named above, or remove the members with `etcd-migrate cleanup`.',
  ),
  'connection-failed': environment(
    'The live cluster cannot be reached',
    'Check `connection` in the manifest: endpoints, certificates and credentials.',
  ),
  'tool-failed': environment(
    'A command that etcd-migrate needs failed',
    'See what it printed, in the message or in the log of the run.',
  ),
  'backup-unreadable': environment(
    'A backup cannot be read',
    'Look at the disk or the network that it is on; copy it elsewhere, and run again.',
  ),
  'backup-changed': environment(
    'A backup changed while it was proven',
    'Wait until whatever writes it is done, and run again.',
  ),
  'etcd-refused': environment(
    'A member refused a call',
    "The message quotes etcd's own words; look at the member named above.",
  ),
  'driver-unknown': environment(
    'The run was begun with a driver that this version does not have',
    'Use the etcd-migrate that began the run for its `resume`, `rollback` or `cleanup`; name another directory for other runs.',
  ),
  'capability-missing': environment(
    'The driver cannot do what the plan needs',
    'See which step needs what; use a driver that can do it, or a plan that does without.',
  ),
  'time-limit': environment(
    'The run took longer than it may',
    'Raise `rehearsal.timeLimits.totalMs`, or choose a smaller depth.',
  ),
  'member-lost': environment(
    'Contact with a member was lost',
    'Look at what the member wrote to its log last, in `logs` of the output directory.',
  ),
  'membership-changed': environment(
    'The cluster has other members than the run was begun with',
    'Take back what was added, or add what was removed, then run `etcd-migrate resume`; nothing was stopped meanwhile.',
  ),
  'binary-replaced': environment(
    'A binary on a host is not the one that was verified',
    'Remove the file that is named above: the next `etcd-migrate resume` puts the verified one there again.',
  ),
  'member-not-ours': environment(
    'Somebody else has started what runs on a member',
    'Put the member right, or look at what runs there and take it over: `etcd-migrate resume --accept-found MEMBER@RELEASE`.',
  ),
  'side-unknown': environment(
    'It is not known on which side of the point of no return the cluster is',
    'Do not start the old release; bring the members named above back within reach, then run `etcd-migrate status`.',
  ),

  'switch-refused': environment(
    "A member's host is not as it was when the switch was decided",
    'See what the host found, in the message, and who else works on it; `etcd-migrate status` shows the cluster.',
  ),

  // The rehearsal or the cluster says no (exit 1).
  'member-start-failed': verdict(
    'A member did not start on the new release',
    "See etcd's own last lines in the report; the member is back on its old release.",
  ),
  'member-crashed': verdict(
    'A member ended by itself',
    "See etcd's own last lines in the report: the release that it ran, or what the other one sent it, is at fault.",
  ),
  'member-stop-failed': verdict('A member did not stop in time', "See the member's log in the output directory."),
  'gate-failed': verdict('A gate did not open in time', 'The report names the gate and what was last observed.'),
  'hash-mismatch': verdict(
    'Members hold different data',
    'Nobody knows which side is right: hold, keep every data directory, and compare backups.',
  ),
  'alarm-raised': verdict(
    'The cluster has an alarm',
    'Remove its cause (NOSPACE: compact, defragment, raise the quota), disarm it, then run `etcd-migrate resume`.',
  ),
  'roll-back-broken': verdict(
    'Going back was tried, and does not work',
    'Do not start the old release on this data; see its last lines in the report. The way forward is `etcd-migrate resume`.',
  ),
  'downgrade-in-progress': verdict(
    'A downgrade job is active in the cluster',
    'Cancel it while every member is up, then run again.',
  ),
  'raft-snapshot-stale': verdict(
    'A member has no fresh raft snapshot',
    'The next release would die on old raft entries; renew the snapshots first.',
  ),
  'members-bucket-stale': verdict(
    "A member's stored member list is wrong",
    'Restart every member once more on a release with the fix, then run again.',
  ),
  'check-failed': verdict(
    'A compatibility check did not behave as the catalog expects',
    'See in the report which check it was, what it expected, and what it saw.',
  ),
  'backup-corrupt': verdict(
    'A backup is damaged',
    'Restore from another backup, and look for what damaged this one before the next is taken.',
  ),
  'restore-failed': verdict(
    'A backup cannot be restored',
    "Read the tool's own last lines; restore from another backup.",
  ),
  'backup-content-differs': verdict(
    'A restored cluster holds something else than its backup',
    'Do not rely on this backup; keep it and the evidence, and report it: restoring must not change data.',
  ),
  'backup-unexpected-keys': verdict(
    'A backup does not hold what the manifest expects',
    'Find out whether the keys were lost before the backup was taken, or correct `backups.expect`.',
  ),
  'backup-not-proven': verdict(
    'No proof of a backup is accepted',
    'Prove it: run `etcd-migrate verify-backup` on it, and bring its attestation.',
  ),
  'backup-test-failed': verdict(
    "The manifest's own test of a restored backup failed",
    'See what it printed in the log of the run; correct the data, or `backups.test`.',
  ),
  'backup-stale': verdict(
    'A backup is older than policy allows',
    'Find out why no newer one was taken, and take one now with `etcd-migrate backup`.',
  ),
  'restore-too-slow': verdict(
    'A recovery takes longer than policy allows',
    'Restore on faster disks, keep the database smaller, or change the policy if a longer outage is acceptable.',
  ),
  'backup-foreign': verdict(
    'A backup is not the one that was meant',
    'Find out which cluster and which moment this file is of, and where the right one is.',
  ),
  'durability-violated': verdict(
    'An acknowledged write was lost',
    'Do not upgrade with these binaries; keep the evidence directory.',
  ),
  'linearizability-violated': verdict(
    'Clients saw an impossible history',
    'Do not upgrade with these binaries; keep the evidence directory.',
  ),
  'watch-violated': verdict(
    'A watch missed, repeated or reordered events',
    'See the watch judge in the report for the first wrong event.',
  ),
  'lease-violated': verdict(
    'A lease ended too early or lived too long',
    'See the lease judge in the report for the first wrong lease.',
  ),
  'mutual-exclusion-violated': verdict(
    'Two clients held one lock or leadership at once',
    'See the mutual-exclusion judge in the report.',
  ),
  'availability-violated': verdict(
    'Clients waited or failed more than the thresholds allow',
    'See the availability table; change the thresholds only if your clients can bear it.',
  ),
  'history-invalid': verdict(
    'The recorded history contradicts itself',
    'No verdict can rest on it; keep `history.jsonl` and report it as a bug of etcd-migrate.',
  ),
  'finding-blocks': verdict('A finding of severity error blocks the upgrade', 'See the findings in the report.'),

  // Not enough is known to say yes (exit 4).
  'too-few-operations': inconclusive('Too few operations to judge', 'Run longer, or raise `rehearsal.workload.rate`.'),
  'history-incomplete': inconclusive(
    'The recorded history ends too early or leaves out something that a judge needs',
    'Run it again in one piece, to the end.',
  ),
  'client-library-anomaly': inconclusive(
    "The application's watch delivered something else than etcd's own history holds",
    'See the watch judge: a raw watch proves what etcd stored; check the client library, then run again.',
  ),
  'no-integrity-hash': inconclusive(
    'Nothing in the backup tells whether its values are unchanged',
    'Take backups with `etcdctl snapshot save` or `etcd-migrate backup`, which put a hash behind the data.',
  ),
  'backup-origin-unknown': inconclusive(
    'Nobody can say which cluster a backup is of',
    'Take backups with `etcd-migrate backup`, whose sidecar records the cluster.',
  ),
  'backup-age-unknown': inconclusive(
    'Nobody can say how old the data of a backup are',
    'Take backups with `etcd-migrate backup`, whose sidecar records the moment.',
  ),
  'client-gap': inconclusive(
    'The clients were not running the whole time',
    'The run was resumed; run it again in one piece for a full verdict.',
  ),
  'accepted-risk': inconclusive(
    'The plan contains a risk that the manifest accepted',
    'Remove the cause and the `accept` entry for a full verdict.',
  ),
  'machine-overloaded': inconclusive(
    'This machine was too busy to say what clients would have felt',
    'Run it again where fewer other processes compete for the processors.',
  ),
  'judge-timeout': inconclusive('A judge ran out of time', 'Lower the workload rate or raise `rehearsal.timeLimits`.'),

  'member-killed': inconclusive(
    'A member was ended by somebody else',
    'Find out who did it (the kernel, for want of memory? a supervisor? a colleague?), then run it again.',
  ),
  'member-ended': inconclusive(
    'A member ended, and nobody saw how',
    'See what it wrote last, in `logs` of the output directory, then run it again.',
  ),

  // Somebody stopped us.
  interrupted: {
    kind: 'interrupted',
    exitCode: 130,
    title: 'Interrupted',
    hint: 'Run `etcd-migrate status` to see the cluster, then `resume`, `rollback` or `cleanup`.',
  },
  terminated: {
    kind: 'interrupted',
    exitCode: 143,
    title: 'Terminated',
    hint: 'Run `etcd-migrate status` to see the cluster, then `resume`, `rollback` or `cleanup`.',
  },

  'internal-error': {
    kind: 'bug',
    exitCode: 3,
    title: 'A bug in etcd-migrate',
    hint: 'Please report it with the journal of the run.',
  },
} as const satisfies Record<string, FailureDefinition>;

export type FailureCode = keyof typeof failures;

export interface EtcdMigrateErrorOptions {
  /** Overrides the table's hint where the place knows better. */
  readonly hint?: string;
  /** Facts for machines; never secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The only error class that leaves a module. `message` says what, where, and what state the cluster is in now. */
export class EtcdMigrateError extends Error {
  readonly code: FailureCode;
  readonly kind: FailureKind;
  readonly hint: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: FailureCode, message: string, options: EtcdMigrateErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EtcdMigrateError';
    this.code = code;
    this.kind = failures[code].kind;
    this.hint = options.hint ?? failures[code].hint;
    this.details = options.details ?? {};
  }
}

/** Exit code of a failure. */
export function exitCodeOf(code: FailureCode): number {
  return failures[code].exitCode;
}
