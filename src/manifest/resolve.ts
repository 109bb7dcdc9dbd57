// Owns the resolved manifest: every default filled in, ready for the planner and the app.
// Must not know releases (the planner resolves versions) nor read files or the environment.

import type { Finding } from '../findings.ts';
import { memberNamesOf } from '../plan/channels.ts';
import type { ClusterSettings } from '../plan/steps.ts';
import { present } from '../present.ts';
import type { backupChoices } from './backups-schema.ts';
import { defaults } from './defaults.ts';
import type { ParsedManifest } from './parse.ts';
import { type ConfigFileTexts, resolveSettings, type SettingPlaces } from './resolve-settings.ts';
import type { acceptable, depths, Manifest, sources } from './schema.ts';

export type Depth = (typeof depths)[number];
export type Source = (typeof sources)[number];
export type AcceptableRisk = (typeof acceptable)[number];

/** What its owner says must be in every backup; shown in reports. */
export type KeyExpectation =
  | { readonly prefix: string; readonly atLeast: number; readonly atMost: number }
  /** A key that must be there, and a JavaScript regular expression that its value must match. */
  | { readonly key: string; readonly matches?: string };

export interface BackupPolicy {
  /** Data older than this are too old (recovery point objective), milliseconds. */
  readonly rpoMs?: number;
  /** Revisions that the live cluster may be ahead. */
  readonly rpoRevisions?: number;
  /** A recovery that takes longer is too slow (recovery time objective), milliseconds. */
  readonly rtoMs?: number;
}

export interface BackupSettings {
  /** A command and its arguments that bring the files first. */
  readonly fetch?: readonly string[];
  /** A backup is taken first: into which directory, and how many stay there. */
  readonly take?: { readonly directory: string; readonly keep?: number };
  /** Paths and patterns, relative to the manifest. */
  readonly files: readonly string[];
  readonly choose: (typeof backupChoices)[number];
  readonly sampleSize: number;
  /** The id of the cluster that the backup must be of, hexadecimal. */
  readonly clusterId?: string;
  /** Name of a file → its SHA-256, in lower case. */
  readonly sha256: Readonly<Record<string, string>>;
  /** Members of the throw-away cluster. */
  readonly voters: number;
  /** What a backup is held to; what is absent is not judged. */
  readonly policy: BackupPolicy;
  /** Age of the newest proof from which on other modes warn, milliseconds. */
  readonly provenWithinMs?: number;
  /** Exact releases that must be able to restore it, beside the one that wrote it. */
  readonly otherReleases: readonly string[];
  readonly expect: readonly KeyExpectation[];
  /** Commands with their arguments. */
  readonly test?: readonly string[];
  readonly notify?: readonly string[];
  /** Path, relative to the manifest. */
  readonly history?: string;
}

export interface WorkloadSettings {
  readonly clients: number;
  /** Operations per second in all. */
  readonly rate: number;
  readonly keys: number;
  /** Smallest and largest value, bytes. */
  readonly valueBytes: readonly [number, number];
  /** Weights, not percentages. */
  readonly mix: Readonly<Record<'put' | 'get' | 'getSerializable' | 'range' | 'cas' | 'delete', number>>;
}

export interface Thresholds {
  readonly longestWriteGapMs: number;
  readonly longestReadGapMs: number;
  readonly failedOperations: number;
  readonly unknownOperations: number;
  /** The most that the 99th percentile of operations may take, which is not judged when it is absent. */
  readonly p99Ms?: number;
}

export interface ResolvedManifest {
  readonly name: string;
  /**
   * Versions as written: a line, an exact release, or "latest". Both are there or, in a manifest for backups alone,
   * none.
   */
  readonly from?: string;
  readonly to?: string;
  /** Stop-overs between `from` and `to`, without these two. Absent: the planner chooses. */
  readonly hops?: readonly string[];
  readonly voters: number;
  /** The names as listed, else `m1`, `m2`, … */
  readonly memberNames: readonly string[];
  /** The members' settings, which come to the same for every member, each in the channels that it has. */
  readonly settings: ClusterSettings;
  readonly settingPlaces: SettingPlaces;
  readonly connection?: Manifest['connection'];
  readonly rehearsal: {
    readonly depth: Depth;
    readonly seed: number;
    /** TLS and authentication; undefined: as the live cluster, or without. */
    readonly tls?: boolean;
    readonly auth?: boolean;
    readonly workload: WorkloadSettings;
    readonly thresholds: Thresholds;
    readonly timeLimits: {
      readonly gateMs: number;
      readonly soakMs: number;
      readonly dwellMs: number;
      readonly totalMs: number;
    };
  };
  readonly releases: {
    readonly sources: readonly Source[];
    readonly local: Readonly<Record<string, string>>;
    readonly mirror?: string;
    readonly image?: string;
  };
  readonly backups?: BackupSettings;
  readonly accept: readonly { readonly risk: AcceptableRisk; readonly reason: string }[];
  /** What was left out of the etcd configuration file, and why. */
  readonly notes?: readonly Finding[];
}

/**
 * Fills in every default. Throws `manifest-invalid`: located in a configuration file that is not a YAML mapping, or
 * where a member's settings come to something else than the others'.
 */
export function resolveManifest(parsed: ParsedManifest, files: ConfigFileTexts): ResolvedManifest {
  const { manifest } = parsed;
  const { rehearsal = {}, releases = {}, members = defaults.members } = manifest;
  const voters = typeof members === 'number' ? members : members.length;
  const memberNames = memberNamesOf(voters, typeof members === 'number' ? undefined : members);
  const { settings, places, notes } = resolveSettings(parsed, files, memberNames);
  const hops = stopOvers(manifest);
  return {
    name: manifest.name ?? defaults.name,
    ...present({ from: manifest.from, to: manifest.to, hops }),
    voters,
    memberNames,
    settings,
    settingPlaces: places,
    ...present({ connection: manifest.connection }),
    rehearsal: resolveRehearsal(rehearsal),
    releases: {
      sources: releases.sources ?? defaults.releases.sources,
      local: releases.local ?? {},
      ...present({ mirror: releases.mirror, image: releases.image }),
    },
    ...present({ backups: manifest.backups === undefined ? undefined : resolveBackups(manifest.backups) }),
    accept: manifest.accept ?? [],
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function resolveRehearsal(rehearsal: NonNullable<Manifest['rehearsal']>): ResolvedManifest['rehearsal'] {
  const standard = defaults.rehearsal;
  const { valueSize = standard.workload.valueSize, mix, ...workload } = present(rehearsal.workload);
  const { mix: standardMix, valueSize: _, ...standardWorkload } = standard.workload;
  return {
    depth: rehearsal.depth ?? standard.depth,
    seed: rehearsal.seed ?? standard.seed,
    ...present({ tls: rehearsal.tls, auth: rehearsal.auth }),
    workload: {
      ...standardWorkload,
      ...workload,
      valueBytes: typeof valueSize === 'number' ? [valueSize, valueSize] : valueSize,
      mix: { ...standardMix, ...present(mix) },
    },
    thresholds: { ...standard.thresholds, ...present(rehearsal.thresholds) },
    timeLimits: { ...standard.timeLimits, ...present(rehearsal.timeLimits) },
  };
}

const minuteMs = 60_000;

function resolveBackups(backups: NonNullable<Manifest['backups']>): BackupSettings {
  const { rpoMinutes, rpoRevisions, rtoMinutes, provenWithinHours } = backups.policy ?? {};
  const { fetch, take, test, notify, history, clusterId } = backups;
  return {
    ...present({ fetch, test, notify, history, clusterId }),
    ...present({
      take: take === undefined ? undefined : { directory: take.directory, ...present({ keep: take.keep }) },
    }),
    files: backups.files ?? [],
    choose: backups.choose ?? defaults.backups.choose,
    sampleSize: backups.sampleSize ?? defaults.backups.sampleSize,
    sha256: mapValues(backups.sha256 ?? {}, (digest) => digest.toLowerCase()),
    voters: backups.members ?? defaults.backups.members,
    policy: {
      ...present({
        rpoMs: rpoMinutes === undefined ? undefined : rpoMinutes * minuteMs,
        rpoRevisions,
        rtoMs: rtoMinutes === undefined ? undefined : rtoMinutes * minuteMs,
      }),
    },
    ...present({ provenWithinMs: provenWithinHours === undefined ? undefined : provenWithinHours * 60 * minuteMs }),
    otherReleases: backups.releases ?? [],
    expect: (backups.expect ?? []).map(
      ({ prefix = '', atLeast = 0, atMost = Number.MAX_SAFE_INTEGER, key, matches }) =>
        key === undefined ? { prefix, atLeast, atMost } : { key, ...present({ matches }) },
    ),
  };
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** People name the whole way or only what lies between; both mean the same. */
function stopOvers({ hops, from, to }: Manifest): readonly string[] | undefined {
  if (hops === undefined) return undefined;
  const start = hops[0] === from ? 1 : 0;
  const end = hops.length > start && hops.at(-1) === to ? hops.length - 1 : hops.length;
  return hops.slice(start, end);
}
