// Owns how simulated releases differ: what they refuse at start, with etcd's own words, and how often they snapshot.
// Must not know who starts them.
import { compareLines, lineOf } from '../../../src/catalog/version.ts';
import type { Deployment, EtcdSettings } from '../../../src/plan/steps.ts';
import type { Refusal, SimulatedMember } from './member.ts';
import type { World } from './world.ts';

/** Why this release does not start on this member's data now, or null. */
export function refusalOf(world: World, member: SimulatedMember, deployment: Deployment): Refusal | null {
  const line = lineOf(deployment.release);
  const unknown = Object.keys(deployment.overrides).find((flag) => flag !== 'snapshot-count');
  if (unknown !== undefined) return { code: 2, lines: [`flag provided but not defined: -${unknown}`] };
  if (member.freeBytes <= 0) {
    const lines = ['{"level":"fatal","msg":"failed to create WAL","error":"no space left on device"}'];
    return { code: 1, lines, hostTrouble: 'no-space' };
  }
  if (compareLines(line, world.clusterLine) < 0) {
    const said = 'invalid downgrade; server version is lower than determined cluster version';
    return { code: 1, lines: [`{"level":"fatal","msg":"${said}","current-server-version":"${deployment.release}"}`] };
  }
  if (world.downgradeEnabled && line === '3.5') {
    const said = 'invalid downgrade; server version is not allowed to join when downgrade is enabled';
    return { code: 1, lines: [`{"level":"fatal","msg":"${said}"}`] };
  }
  const snapshot = Number(member.snapshots.at(-1)?.index ?? 0n);
  const replays = (index: number): boolean => index > snapshot && index <= member.logIndex;
  if (compareLines(line, '3.6') >= 0 && replays(world.lastV2ReadIndex)) {
    return { code: 2, lines: ['panic: detected disallowed v2 WAL for stage --v2-deprecation=write-only'] };
  }
  if (compareLines(line, '3.7') >= 0 && replays(world.lastV2Index)) {
    return {
      code: 2,
      lines: [
        'panic: unmarshal should never fail (proto:\u00a0cannot parse invalid wire-format data)',
        'goroutine 151 [running]:',
      ],
    };
  }
  return null;
}

/** `--snapshot-count`: laid over, set, or the line's default (100000 up to 3.5, 10000 from 3.6). */
export function snapshotCountOf(deployment: Deployment, settings: EtcdSettings): number {
  const set = deployment.overrides['snapshot-count'] ?? settings.flags['snapshot-count'];
  if (set !== undefined) return Number(set);
  return compareLines(lineOf(deployment.release), '3.5') <= 0 ? 100_000 : 10_000;
}
