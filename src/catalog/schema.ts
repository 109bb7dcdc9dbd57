// Owns the shape of the catalog's JSON files: facts about etcd, each with its source and how it was verified.
// Must not know how a fact is used.
import { z } from 'zod';

/** `measured`: run on real binaries; `read`: read in etcd's source; `published`: docs or changelog only. */
const Verified = z.enum(['measured', 'read', 'published']);
const Fact = { source: z.string().min(3), verified: Verified };
const ExactVersion = z.string().regex(/^\d+\.\d+\.\d+$/, 'an exact version such as "3.5.33"');
const LineName = z.string().regex(/^\d+\.\d+$/, 'a line such as "3.5"');

export const Release = z.strictObject({
  version: ExactVersion,
  /** Publication date of the tag, where known. */
  date: z.iso.date().optional(),
  /** Pinned Go build: directory `go-modules/<version>/` holds go.mod and the complete go.sum. */
  go: z.strictObject({ packages: z.partialRecord(z.enum(['etcd', 'etcdctl', 'etcdutl']), z.string()) }).optional(),
  /** Debian packages that carry exactly this release. */
  debian: z.strictObject({ suite: z.string(), packageVersion: z.string() }).optional(),
  ...Fact,
});

export const Line = z.strictObject({
  line: LineName,
  firstRelease: z.iso.date(),
  support: z.enum(['maintained', 'ended']),
  supportNote: z.string(),
  /** etcd's own default for --snapshot-count. */
  snapshotCount: z.int().positive(),
  /** Tools that a release of this line ships. */
  tools: z.array(z.enum(['etcd', 'etcdctl', 'etcdutl'])),
  ...Fact,
});

export const ReleasesFile = z.strictObject({
  /** Version that is raised with every change of any catalog file that plans are made of; part of the plan digest. */
  catalogVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/),
  lines: z.array(Line),
  releases: z.array(Release),
});

const Preparation = z.strictObject({
  id: z.enum(['members-write', 'restart-with-low-snapshot-count', 'renew-raft-snapshots', 'members-bucket-clean']),
  reason: z.string(),
  knownAs: z.string().regex(/^K\d+$/),
  /** What `restart-with-low-snapshot-count` lowers --snapshot-count to. */
  snapshotCount: z.int().positive().optional(),
  /** The preparation is needed only where the members' --snapshot-count is higher than this. */
  onlyAbove: z.int().positive().optional(),
  ...Fact,
});

export const HopRule = z.strictObject({
  from: LineName,
  to: LineName,
  /** Source releases below this one get a patch hop first. */
  floor: z.strictObject({
    release: ExactVersion,
    official: ExactVersion.nullable(),
    since: z.iso.date(),
    reason: z.string(),
    ...Fact,
  }),
  preparations: z.array(Preparation),
  /** What nobody may do while members of both lines run. */
  freezes: z.array(
    z.strictObject({
      what: z.string(),
      why: z.string(),
      knownAs: z.string(),
      /** etcd settings (flag names) that break the freeze by themselves. */
      settings: z.array(z.string()).optional(),
      ...Fact,
    }),
  ),
  /** A rolling upgrade with authentication enabled is not safe on this hop; null when it is. */
  authBlocks: z.strictObject({ reason: z.string(), ...Fact }).nullable(),
});

export const HopsFile = z.strictObject({ hops: z.array(HopRule) });

export const KnownBad = z.strictObject({
  id: z.string().regex(/^B\d+$/),
  /** Closed ranges, both ends exact. */
  affected: z.array(z.strictObject({ first: ExactVersion, last: ExactVersion })),
  fixedIn: z.array(ExactVersion),
  problem: z.string(),
  bites: z.string(),
  severity: z.enum(['block', 'warn']),
  /** What must hold for the range to bite; absent: it always bites. */
  onlyWith: z
    .enum([
      'auth',
      'single-member',
      'learners',
      'defragment',
      'data-dir-mode',
      'default-logger',
      'flag',
      'hop-3.5',
      'hop-3.6',
    ])
    .optional(),
  /** Flags that make the range bite, with `onlyWith: flag`. */
  flags: z.array(z.string()).optional(),
  ...Fact,
});

export const KnownBadFile = z.strictObject({ ranges: z.array(KnownBad) });

/** A trap of etcd that has a number in messages, plans and reports; `K…` where it is no range of bad releases. */
const KnownIssue = z.strictObject({
  id: z.string().regex(/^K\d+$/),
  /** Releases or hops that it concerns, in words for people. */
  concerns: z.string(),
  problem: z.string(),
  advice: z.string(),
  ...Fact,
});

export const KnownIssuesFile = z.strictObject({ issues: z.array(KnownIssue) });

/** Words of etcd that name a known trouble, looked for in the last lines of a member that died. */
export const Symptom = z.strictObject({
  knownAs: z.string(),
  pattern: z.string(),
  explanation: z.string(),
  remedy: z.string(),
  ...Fact,
});

export const SymptomsFile = z.strictObject({ symptoms: z.array(Symptom) });

/**
 * What a compatibility check shows on members of a line, where lines differ; `*` holds for all others, and
 * `3.4+config-file` for members of a line that are configured by a file.
 */
export const CheckExpectation = z.strictObject({
  check: z.string(),
  title: z.string(),
  expected: z.record(z.string(), z.string()),
  ...Fact,
});

export const ChecksFile = z.strictObject({ checks: z.array(CheckExpectation) });

/** What restoring a backup with another release, or for clients that watch, can and cannot do. */
export const RestoresFile = z.strictObject({
  /** First release of a line whose restore can raise the revision and mark what is before as compacted. */
  watchSafe: z.array(z.strictObject({ line: LineName, since: ExactVersion, ...Fact })),
  /** Snapshots of one line that members of another must refuse. */
  refused: z.array(
    z.strictObject({
      made: LineName,
      with: LineName,
      knownAs: z.string(),
      pattern: z.string(),
      remedy: z.string(),
      ...Fact,
    }),
  ),
});

/** The form of a setting's value: how it is read, and what makes two of them equal. */
const ValueForm = z.enum(['text', 'number', 'boolean', 'duration', 'list', 'set']);

export const Flag = z.strictObject({
  flag: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a flag without dashes in front'),
  /** Closed ranges over the releases of `lists`: what lies between two of them was not looked at. */
  known: z.array(z.strictObject({ first: ExactVersion, last: ExactVersion })).min(1),
  value: ValueForm,
  /** `user`, or the reason (of `owners`) for which a rehearsal sets it itself. */
  owner: z.string(),
  /**
   * The flag's key in a configuration file, with its group; null where a file has none. Absent: the flag's own name.
   */
  fileKey: z.string().nullable().optional(),
  /** What a user's value names, where that is a host or a path of its own: it says nothing about what etcd does. */
  names: z.enum(['host', 'path']).optional(),
  /** Names of those parts `name=value` of a value of several that `names` would hold for. */
  ownParts: z.array(z.string()).optional(),
  /** Source of the flag; only for flags that no list has. */
  source: Fact.source.optional(),
  verified: Verified.optional(),
});

/** Every flag of etcd 3.3 to 3.7, and the groups of its configuration file. */
export const FlagsFile = z.strictObject({
  /** The releases whose flags were listed, in ascending order, and how. */
  lists: z.array(z.strictObject({ release: ExactVersion, ...Fact })),
  /** Why settings are not for a manifest to set. */
  owners: z.record(z.string(), z.strictObject({ why: z.string() })),
  /** Groups of a configuration file that belong to the rehearsal as a whole. */
  groups: z.array(z.strictObject({ key: z.string(), owner: z.string(), ...Fact })),
  /** Values that releases from `since` on refuse as flag or variable, and ignore in a configuration file. */
  refusals: z.array(
    z.strictObject({
      flag: z.string(),
      value: z.string(),
      since: ExactVersion,
      knownAs: z.string(),
      instead: z.string(),
      ...Fact,
    }),
  ),
  flags: z.array(Flag),
});

/** What etcd takes of a disk. */
export const StorageFile = z.strictObject({
  /** The next segment of the WAL, which every start preallocates. */
  walSegment: z.strictObject({ bytes: z.int().positive(), ...Fact }),
});

export type Release = z.infer<typeof Release>;
export type Line = z.infer<typeof Line>;
export type HopRule = z.infer<typeof HopRule>;
export type Preparation = z.infer<typeof Preparation>;
export type KnownBad = z.infer<typeof KnownBad>;
export type KnownIssue = z.infer<typeof KnownIssue>;
export type Symptom = z.infer<typeof Symptom>;
export type Restores = z.infer<typeof RestoresFile>;
export type Flag = z.infer<typeof Flag>;
export type FlagCatalog = z.infer<typeof FlagsFile>;
export type Storage = z.infer<typeof StorageFile>;
export type CheckExpectation = z.infer<typeof CheckExpectation>;

/** The whole catalog, validated. */
export interface Catalog {
  readonly catalogVersion: string;
  readonly lines: readonly Line[];
  readonly releases: readonly Release[];
  readonly hops: readonly HopRule[];
  readonly knownBad: readonly KnownBad[];
  readonly knownIssues: readonly KnownIssue[];
  readonly symptoms: readonly Symptom[];
  readonly checks: readonly CheckExpectation[];
  readonly restores: Restores;
  readonly flags: FlagCatalog;
  readonly storage: Storage;
}
