// Owns the service over the small supervisor: what a service must be that restarts what ends.
// Must not know etcd.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exitOf } from '../../../src/drivers/host/exit.ts';
import { localFiles } from '../../../src/drivers/host/local-host.ts';
import type { Host, Service } from '../../../src/drivers/host/ports.ts';
import type { MemberPlaces } from '../../../src/drivers/host/transactions.ts';
import { isAlive, parseIdentityLine } from '../../../src/platform/process-identity.ts';

import { supervisorScript } from './supervisor.ts';

const verbs = `supervisor=$1 unit=$2
shift 2

service_identity() {
  seen= seen_from=
  line=$(/bin/sh "$supervisor" status "$unit")
  [ -n "$line" ] || return 0
  look "\${line#* }"
  # It has just ended, and the supervisor has not seen it yet.
  [ -n "$start" ] || return 0
  seen="\${line#* } $boot $start"
  seen_from=\${line%% *}
}

service_stop() { /bin/sh "$supervisor" stop "$unit" "$1"; }

service_start() {
  pid=$(/bin/sh "$supervisor" start "$unit" "$closing" "$number" "$log" "$@") || return 1
  look "$pid"
  process="$pid $boot $start"
}

service_last_exit() {
  exit= waited=0
  while [ "$waited" -lt "$grace_ms" ]; do
    exit=$(/bin/sh "$supervisor" ended "$unit" "$number" "\${process%% *}")
    [ -z "$exit" ] || { give_up; return 0; }
    pause
  done
}
`;

export function supervisedService(host: Host, places: MemberPlaces, supervisor: string): Service {
  const unit = unitOf(places.directory);
  return {
    verbs,
    programs: { [supervisor]: supervisorScript },
    // A supervisor has an environment of its own.
    startArguments: ({ argv, environment }) => [
      ...[supervisor, unit, '/usr/bin/env', '-i'],
      ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
      ...argv,
    ],
    identity: async () => {
      const [state, label, ...line] = ((await host.files.read(join(unit, 'state'))) ?? '').trim().split(' ');
      const process = state === 'running' ? parseIdentityLine(line.join(' ')) : null;
      if (process === null || !(await host.isAlive(process))) return null;
      return { process, transaction: Number(label) };
    },
    lastExit: async () => {
      const text = (await host.files.read(join(unit, 'ended'))) ?? '';
      const ends = text
        .trim()
        .split('\n')
        .map((line) => line.split(' '));
      const of = ends.filter(([label]) => label === ends.at(-1)?.[0]);
      // What did not survive its start may just have been tried once more when it was stopped for that: how it ends by
      // itself is what tells.
      const [, , code] = of.findLast(([, , each]) => each !== STOPPED) ?? of.at(-1) ?? [];
      return code === undefined ? null : exitOf(Number(code));
    },
  };
}

/** As a shell has the end by SIGTERM. */
const STOPPED = '143';

function unitOf(memberDirectory: string): string {
  return join(memberDirectory, 'unit');
}

/** Ends the supervisors of a run's members, and what they keep up. */
export async function endSupervisors(membersDirectory: string): Promise<void> {
  for (const name of await readdir(membersDirectory).catch(() => [])) {
    const line = await localFiles.read(join(unitOf(join(membersDirectory, name)), 'daemon'));
    const daemon = line === null ? null : parseIdentityLine(line);
    if (daemon === null || !(await isAlive(daemon))) continue;
    process.kill(daemon.pid, 'SIGTERM');
    while (await isAlive(daemon)) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
