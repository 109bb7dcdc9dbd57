// Owns the POSIX shell script that carries out one transaction on a member's host and then stays as etcd's parent.
// Must not know etcd: it stops one process, starts another, and writes down what happened.

/** Shell function `look PID`, shared by the scripts that write down which process they are or have started. */
const shellLook = `# Sets $start to the start time of process $1, or to nothing when it has ended (a zombie has).
look() {
  start=
  if [ -r /proc/self/stat ]; then
    read -r stat 2>/dev/null < "/proc/$1/stat" || return 0
    stat=\${stat##*) }
    case $stat in Z*|X*) return 0 ;; esac
    set -- $stat
    shift 19
    start=$1
  else
    start=$(ps -o lstart= -p "$1" 2>/dev/null | sed 's/^ *//; s/ *$//')
  fi
}
`;

/**
 * The script runs in a session of its own, so neither our death nor a Ctrl-C reaches it or etcd. It finishes what it
 * began and tells through files in its transaction directory, each put in place by a rename:
 *
 *     claim/    made first: a transaction runs at most once, or is abandoned
 *     host      "<pid> <start time>" of the script
 *     begun     seconds since boot
 *     failed    "<reason>": nothing was started (`stop`: the old process did not end in time; `closing`; `abandoned`)
 *     stopped   "<seconds since boot> <size of etcd.log>"
 *     process   "<pid> <start time>" of the new process
 *     started   seconds since boot
 *     exit      exit code as the shell has it: 128 + n for signal n
 *
 * Never SIGKILL on its own account: a member that does not stop is reported, not shot.
 */
export const hostScript = `#!/bin/sh
# One transaction on one member. Written and started by etcd-migrate; finishes even when etcd-migrate is gone.
tx=$1 closing=$2 log=$3 signal=$4 limit_ms=$5 old_pid=$6 old_start=$7
shift 7

put() { printf '%s\\n' "$2" > "$tx/$1.tmp" && mv "$tx/$1.tmp" "$tx/$1"; }

${shellLook}
# Sets $now to seconds since boot, or since 1970 where /proc is missing: only differences are used.
clock() {
  if [ -r /proc/uptime ]; then read -r now rest < /proc/uptime; else now=$(date +%s); fi
}

mkdir "$tx/claim" 2>/dev/null || exit 0
look $$
put host "$$ $start" || exit 1
clock
put begun "$now" || exit 1

if [ "$old_pid" != 0 ]; then
  look "$old_pid"
  if [ -n "$start" ] && [ "$start" = "$old_start" ]; then
    kill "-$signal" "$old_pid" 2>/dev/null
    kill -CONT "$old_pid" 2>/dev/null
    waited=0
    while look "$old_pid"; [ -n "$start" ] && [ "$start" = "$old_start" ]; do
      if [ "$waited" -ge "$limit_ms" ]; then
        put failed stop
        exit 1
      fi
      # Some sleeps take whole seconds only.
      if sleep 0.05 2>/dev/null; then waited=$((waited + 50)); else sleep 1; waited=$((waited + 1000)); fi
    done
  fi
fi

clock
put stopped "$now $(wc -c 2>/dev/null < "$log" || echo 0)" || exit 1
if [ -e "$closing" ]; then
  put failed closing
  exit 0
fi

"$@" < /dev/null >> "$log" 2>&1 &
pid=$!
look "$pid"
# A process that cannot be written down could never be stopped again.
put process "$pid $start" || { kill -KILL "$pid"; exit 1; }
clock
put started "$now"
wait "$pid"
put exit "$?"
`;

/**
 * Becomes a tool that works for a run, after it has written "<pid> <start time>" to a file: whoever removes the run
 * ends it then, also when we died meanwhile. It looks for `closing` after that, and the remover for the file after he
 * made `closing`, so one of them sees the other.
 */
export const toolScript = `#!/bin/sh
# Runs one tool that belongs to a run. Written and started by etcd-migrate.
${shellLook}
# In a subshell: a variable that the tool's environment has under the same name would be changed for it.
(
  look $$
  printf '%s\\n' "$$ $start" > "$1.tmp" && mv "$1.tmp" "$1"
) || exit 1
[ -e "$2" ] && exit 1
shift 2
exec "$@"
`;
