// Owns what drivers that make throw-away clusters are asked for, and what they give.
// Must not know any driver, nor be known to the engine: production has nothing that makes clusters.
import type { ClusterDriver, Credentials } from '../engine/ports.ts';
import type { ClusterSettings } from '../plan/steps.ts';

/** What a throw-away cluster must look like. */
export interface ClusterSpec {
  /** Names the run; part of directory names and of etcd's cluster token. */
  readonly runId: string;
  readonly voters: number;
  readonly memberNames?: readonly string[];
  readonly settings: ClusterSettings;
  readonly release: string;
  /** Serve clients and peers over TLS with certificates made for this run. */
  readonly tls: boolean;
  /** Enable user/password authentication with a root user made for this run. */
  readonly auth: boolean;
  /** The members begin with what a backup holds, and not empty. Needs the capability 'restore-data'. */
  readonly restore?: RestoreSpec;
}

/** How members' data directories are made from a snapshot, by etcd's own tool. */
export interface RestoreSpec {
  /** Path of the snapshot file; only read. */
  readonly snapshot: string;
  /** Path of the release's etcdutl, or of its etcdctl where it has none. */
  readonly tool: string;
  /** A copied `member/snap/db` has no hash that the tool could check. */
  readonly skipHashCheck: boolean;
  /** So many restores of it will stand at once: there must be room for all before the first. */
  readonly atOnce: number;
  /** Raises every later revision by so much and calls all before it compacted, so that old watches are told. */
  readonly bumpRevision?: bigint;
  /** Authentication is on in the snapshot: the administrator comes with a certificate in this user's name. Needs `tls`. */
  readonly asUser?: string;
}

export interface ProvisionedCluster {
  readonly driver: ClusterDriver;
  readonly credentials: Credentials;
}

/** Makes and takes over throw-away clusters; a rehearsal needs one, production has none. */
export interface Provisioner {
  provision(spec: ClusterSpec, signal?: AbortSignal): Promise<ProvisionedCluster>;
  /** Takes over the members of an interrupted run, dead or alive; never starts or stops any. */
  adopt(runId: string, signal?: AbortSignal): Promise<ProvisionedCluster>;
}
