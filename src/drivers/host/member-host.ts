// Owns what the protocol must be told of one member: its host, its service, its places there, and how to look at it.
// Must not do anything.
import type { Clock, HostTrouble } from '../../engine/ports.ts';
import type { Deployment } from '../../plan/steps.ts';
import type { ProcessIdentity } from '../../platform/process-identity.ts';
import type { Host, Service } from './ports.ts';
import type { MemberPlaces, SwitchLimits } from './transactions.ts';

export interface MemberHost {
  readonly name: string;
  readonly host: Host;
  readonly service: Service;
  readonly places: MemberPlaces;
  /** Path of the host script. */
  readonly script: string;
  /** While it exists no transaction starts a process. */
  readonly closing: string;
  readonly clock: Clock;
  readonly limits: SwitchLimits;
  /** Whether that process answers clients; false too where a stranger answers in its place. */
  answers(process: ProcessIdentity, signal?: AbortSignal): Promise<boolean>;
  /** What the start that began at this byte of the log printed last, and whether it blames the host. */
  lastWords(fromByte: number): Promise<{ readonly lines: readonly string[]; readonly hostTrouble?: HostTrouble }>;
  command(
    deployment: Deployment,
    configFilePath: string,
  ): {
    readonly argv: readonly string[];
    readonly environment: Readonly<Record<string, string>>;
    readonly configFile?: string;
  };
}
