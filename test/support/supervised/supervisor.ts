// Owns a small supervisor, as systemd is one with Restart=always: it keeps one unit's process up, and starts again what
// ends by itself.
// Must not know etcd, nor transactions: a definition's label is a word to it.
import { shellFunctions } from '../../../src/drivers/host/shell-functions.ts';

/**
 *     start UNIT UNTIL LABEL LOG ARGV…   a new definition, and up; prints the pid once it has been started
 *     stop UNIT SIGNAL                   down, and stays down; the process is told, not waited for
 *     status UNIT                        prints "LABEL PID" of what runs, or nothing
 *     ended UNIT LABEL PID               prints how that process has ended, as a shell has it, or nothing
 *     run UNIT UNTIL                     the daemon, started by the first `start`; ends when the file UNTIL exists
 *
 * Files of a unit: `wanted` ("up DEFINITION LABEL" or "down"), `started` ("DEFINITION PID"), `state` ("stopped",
 * "starting", "restarting" or "running LABEL" with the identity line), `ended` ("LABEL PID CODE" a line), `daemon`.
 */
export const supervisorScript = `#!/bin/sh
command=$1 unit=$2
shift 2
${shellFunctions}
put() { printf '%s\\n' "$2" > "$unit/$1.$$" && mv "$unit/$1.$$" "$unit/$1"; }

# Sets $state, $label, $pid.
state() {
  state= label= pid=
  [ -e "$unit/state" ] && read -r state label pid rest < "$unit/state"
}

daemon_lives() {
  [ -e "$unit/daemon" ] && read -r daemon < "$unit/daemon" && alive $daemon
}

case $command in
start)
  until_path=$1 label=$2
  shift 2
  definition=$unit/definition.$label.$$
  mkdir -p "$definition"
  word=1000
  for each in "$@"; do
    word=$((word + 1))
    printf %s "$each" > "$definition/$word"
  done
  put wanted "up $definition $label"
  daemon_lives || (/bin/sh "$0" run "$unit" "$until_path" < /dev/null > /dev/null 2>&1 &)
  while started=; [ -e "$unit/started" ] && read -r started pid < "$unit/started"; [ "$started" != "$definition" ]; do
    [ -e "$until_path" ] && exit 1
    sleep 0.01
  done
  echo "$pid"
  ;;
stop)
  put wanted down
  while state; [ "$state" = starting ] || [ "$state" = restarting ]; do
    daemon_lives || exit 0
    sleep 0.01
  done
  [ "$state" = running ] && kill "-$1" "$pid" 2>/dev/null && kill -CONT "$pid" 2>/dev/null
  exit 0
  ;;
status)
  state
  [ "$state" = running ] && echo "$label $pid"
  exit 0
  ;;
ended)
  [ -e "$unit/ended" ] || exit 0
  while read -r label pid code; do
    [ "$label" = "$1" ] && [ "$pid" = "$2" ] && echo "$code"
  done < "$unit/ended"
  exit 0
  ;;
run)
  until_path=$1 child=
  trap '[ -z "$child" ] || kill -KILL "$child"; exit 0' TERM
  look $$
  put daemon "$$ $boot $start"
  while [ -d "$unit" ] && [ ! -e "$until_path" ]; do
    # Said before the last look at what is wanted: of a stop in the same moment, one side sees the other.
    put state starting
    read -r wanted definition label < "$unit/wanted"
    if [ "$wanted" = down ]; then
      put state stopped
      while [ "$wanted" = down ] && [ ! -e "$until_path" ]; do
        sleep 0.02
        read -r wanted definition label < "$unit/wanted" || exit 0
      done
      continue
    fi
    set --
    for each in "$definition"/*; do
      value=$(cat "$each"; echo x)
      set -- "$@" "\${value%x}"
    done
    log=$1
    shift
    "$@" < /dev/null >> "$log" 2>&1 &
    child=$!
    look "$child"
    put state "running $label $child $boot $start"
    put started "$definition $child"
    wait "$child"
    code=$?
    put state restarting
    printf '%s\\n' "$label $child $code" >> "$unit/ended"
    child=
    sleep 0.1
  done
  ;;
esac
`;
