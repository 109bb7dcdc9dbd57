// Owns the service that is none: the host script starts the process as its own child and signals a pid.
// Must not restart anything; what ended stays ended until a transaction starts it.
import type { Clock } from '../../engine/ports.ts';
import { sameProcess } from '../../platform/process-identity.ts';
import { awaitExit, exitOf } from '../host/exit.ts';
import type { Exit, Host, Running, Service } from '../host/ports.ts';
import { readProgress } from '../host/progress.ts';
import { type MemberPlaces, transactionNumbers } from '../host/transactions.ts';
import { launchScript } from './become-scripts.ts';
import { holderOf } from './data-holder.ts';

/**
 * What runs is the newest process that a transaction has written down and that still lives; where none does, who holds
 * the lock of the member's database. The first arguments are the paths of `launchScript` and of that database.
 */
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

/** A script on a busy host writes down within this time how its process has ended. */
const EXIT_RECORD_LIMIT_MS = 2_000;

/** `launcher` is the path where `launchScript` is to lie, `database` that of bbolt's file. */
export function spawnedService(
  host: Host,
  places: MemberPlaces,
  { launcher, database }: { readonly launcher: string; readonly database: string },
  clock: Clock,
): Service {
  const { files } = host;
  const newestFirst = async () => (await transactionNumbers(files, places)).toReversed();
  const identity = async (): Promise<Running | null> => {
    for (const number of await newestFirst()) {
      const { process } = await readProgress(files, places, { number });
      if (process !== null && (await host.isAlive(process))) return { process, transaction: number };
    }
    const holder = await holderOf(database);
    if (holder === null) return null;
    // A transaction may have started it since its record was looked for.
    for (const number of await newestFirst()) {
      const { process } = await readProgress(files, places, { number });
      if (process === null || !sameProcess(process, holder)) continue;
      return (await host.isAlive(process)) ? { process, transaction: number } : null;
    }
    return { process: holder, transaction: null };
  };
  return {
    verbs,
    programs: { [launcher]: launchScript },
    startArguments: ({ argv }) => [launcher, database, ...argv],
    identity,
    lastExit: async (): Promise<Exit | null> => {
      const current = await identity();
      for (const number of await newestFirst()) {
        if (number === current?.transaction) continue;
        const { process } = await readProgress(files, places, { number });
        if (process === null) continue;
        return exitOf(await awaitExit(host, places, number, { clock, limitMs: EXIT_RECORD_LIMIT_MS }));
      }
      return null;
    },
  };
}
