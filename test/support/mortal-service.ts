// Owns host scripts that kill themselves at a chosen place, once: a service like the one it is given, but for that.
// Must not know any service: it renames the shell functions of any and puts its own in front.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Service } from '../../src/drivers/host/ports.ts';

/** Where the host script ends: with SIGKILL, as when its host goes down. */
export const deaths = ['before-stop', 'before-start', 'after-start'] as const;
export type Death = (typeof deaths)[number];

/** Chosen by a file in the member's directory, so that no other process of the test must know. */
export async function letScriptDie(memberDirectory: string, death: Death): Promise<void> {
  await writeFile(join(memberDirectory, `die-${death}`), '');
}

export function mortal(service: Service): Service {
  return {
    ...service,
    verbs: `${service.verbs.replaceAll('service_', 'real_')}
die() {
  [ -e "$member/die-$1" ] || return 0
  rm "$member/die-$1"
  kill -KILL $$
}
service_identity() { real_identity; }
service_stop() { die before-stop; real_stop "$@"; }
service_start() { die before-start; real_start "$@" && die after-start; }
service_last_exit() { real_last_exit; }
`,
  };
}
