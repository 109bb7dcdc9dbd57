// Owns the shell functions that every script of ours on a host shares.
// Must not do anything by itself when it is read by a shell, but find out which boot this is.

/**
 *     $boot            names the time from one boot to the next, as src/platform/process-identity.ts has it
 *     look PID         sets $start to the start time of a process, or to nothing when it has ended (a zombie has)
 *     alive PID BOOT START…   whether exactly that process lives
 *     pause            a twentieth of a second; adds it to $waited, in milliseconds
 */
export const shellFunctions = `if [ -r /proc/sys/kernel/random/boot_id ]; then
  read -r boot < /proc/sys/kernel/random/boot_id
else
  boot=$(sysctl -n kern.bootsessionuuid 2>/dev/null || sysctl -n kern.boot_id) || exit 1
fi

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
    start=$(ps -o lstart= -p "$1" 2>/dev/null | sed 's/^ *//; s/ *$//; s/  */ /g')
  fi
}

alive() {
  [ "$2" = "$boot" ] || return 1
  look "$1"
  shift 2
  [ -n "$start" ] && [ "$start" = "$*" ]
}

pause() {
  # Some sleeps take whole seconds only.
  if sleep 0.05 2>/dev/null; then waited=$((waited + 50)); else sleep 1; waited=$((waited + 1000)); fi
}
`;
