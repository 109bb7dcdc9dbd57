// Owns the POSIX shell script that carries out one transaction on a member's host.
// Must not know etcd, nor how a process is stopped and started: the service's shell functions do.
import { shellFunctions } from './shell-functions.ts';

/**
 * The script runs in a session of its own, so neither our death nor a Ctrl-C reaches it. It finishes what it began and
 * tells through marks in its transaction's directory; each is on the disk, with its name, before anything follows from it:
 *
 *     begun     seconds since boot. What the transaction needs was found, the stop begins
 *     stopped   "<seconds since boot> <size of the log>"
 *     process   identity line of the new process
 *     started   seconds since boot
 *     exit      how the new process ended: exit code as the shell has it, 128 + n for signal n
 *     failed    "<reason> [<what was seen>]", one of the reasons in progress.ts; nothing was started
 *
 * Run again after it was killed, or the host has rebooted, it goes on from the marks. At most one that lives works on a
 * member: it holds the newest of the member's numbered claims ("<transaction> <identity line>"), and the next number is
 * free once that one is dead or has released it. So nothing is ever removed that another could have made anew.
 *
 * `sync` with operands forces these alone (coreutils from 8.24, busybox with its fancy sync); where it knows none, it
 * ignores them and forces everything. A mark costs two of them, 10 to 20 ms on an ordinary disk.
 *
 * It never sends SIGKILL on its own account: a member that does not stop is reported, not shot.
 */
export function hostScript(verbs: string): string {
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
