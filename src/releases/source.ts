// Owns what a source of etcd binaries is: the interfaces that local, cache, GitHub, mirror, Go, Debian and image share.
// Must not know any of them, nor the order in which they are asked.
import type { Release } from '../catalog/schema.ts';
import type { Source } from '../manifest/resolve.ts';
import type { ToolName } from './platform.ts';

/** What is asked of a source: a release with all of these tools. */
export interface WantedRelease {
  readonly version: string;
  readonly tools: readonly ToolName[];
  /** The catalog's entry; undefined for a release that the catalog does not know. */
  readonly known: Release | undefined;
}

/** Binaries that may be run: hashed, and each has said that it is what it should be. */
export interface ObtainedRelease {
  readonly version: string;
  readonly directory: string;
  /** Name of the source, such as "local", "github" or "go"; "cache (go)" for a binary that an earlier run built. */
  readonly source: string;
  readonly tools: Readonly<Record<string, { readonly path: string; readonly sha256: string }>>;
  /** What proves where they came from: URLs, archive digest, package version, Go version, image digest. */
  readonly provenance: Readonly<Record<string, string>>;
}

/** Why a source cannot give a release: a phrase without a full stop, for people. */
export interface Refusal {
  readonly refused: string;
  /** True when the source has the release, but not as it was put there. */
  readonly damaged?: boolean;
}

export const isRefusal = (answer: object): answer is Refusal => 'refused' in answer;

/** What a source could give; `refused` says why it can give nothing at all. */
export interface Probed {
  readonly offered: ReadonlySet<string>;
  readonly refused?: string;
}

export type Activity = 'probing' | 'waiting' | 'downloading' | 'building' | 'unpacking' | 'verifying';

/** Something for a terminal; at least one a second while a release is being obtained. */
export interface ReleaseProgress {
  /** Null while sources are probed. */
  readonly release: string | null;
  readonly source: Source | null;
  readonly activity: Activity;
  /** What is being done exactly, e.g. a file name or "etcd, 212 packages compiled". */
  readonly detail: string;
  readonly elapsedMs: number;
  /** Bytes so far and in all, while downloading and where known. */
  readonly bytes?: number;
  readonly totalBytes?: number;
}

/** Tells what is being done now. A call is cheap: progress.ts paces what reaches the terminal. */
export type Tell = (
  activity: Activity,
  detail: string,
  bytes?: { readonly done: number; readonly total: number | undefined },
) => void;

export interface Context {
  readonly tell: Tell;
  readonly signal: AbortSignal;
}

/** Tells which of these releases the source could give, judged in at most about 5 s and without fetching any. */
type Probe = (wanted: readonly WantedRelease[], signal: AbortSignal) => Promise<Probed>;

/**
 * One place to get etcd from. A source that has not got a release *refuses* with a reason and the next one is asked.
 * It *throws* only what must stop the search: a checksum that does not fit, a full disk, an abort.
 */
export interface ReleaseSource {
  readonly name: Source;
  /** True when obtaining puts an entry into the cache, so that the entry's lock must be held. */
  readonly fillsCache: boolean;
  readonly probe: Probe;
  obtain(wanted: WantedRelease, context: Context): Promise<ObtainedRelease | Refusal>;
}

/** Binaries as they were fetched; nothing of them has run yet. */
export interface Fetched {
  /** Absolute path per tool, inside the context's directory. */
  readonly tools: Readonly<Partial<Record<ToolName, string>>>;
  readonly provenance: Readonly<Record<string, string>>;
}

export interface FetchContext extends Context {
  /** An empty directory of our own, on the cache's file system; removed afterwards whatever happens. */
  readonly directory: string;
}

/** A source of the outside world: GitHub, a mirror, Go, Debian, an image. cached.ts makes a `ReleaseSource` of it. */
export interface Fetcher {
  readonly name: Source;
  readonly probe: Probe;
  /** Verifies what its source publishes (checksums, signatures) and runs none of the binaries. */
  fetch(wanted: WantedRelease, context: FetchContext): Promise<Fetched | Refusal>;
}
