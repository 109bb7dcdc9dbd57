// Owns the names of operating systems and processors as etcd's releases spell them.
// Must not know where binaries come from.
import { EtcdMigrateError } from '../errors.ts';

export type ToolName = 'etcd' | 'etcdctl' | 'etcdutl';

/** The names are Go's, which etcd's release files use too. */
export interface Platform {
  readonly os: 'linux' | 'darwin' | 'windows';
  readonly arch: 'amd64' | 'arm64' | 'ppc64le' | 's390x';
}

const systems: Readonly<Record<string, Platform['os']>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const processors: Readonly<Record<string, Platform['arch']>> = {
  x64: 'amd64',
  arm64: 'arm64',
  ppc64: 'ppc64le',
  s390x: 's390x',
};

/**
 * The platform of a Node process, this one by default. Throws `release-unobtainable` where etcd has no release for it.
 */
export function thisPlatform(node: Pick<NodeJS.Process, 'platform' | 'arch'> = process): Platform {
  const [os, arch] = [systems[node.platform], processors[node.arch]];
  if (os === undefined || arch === undefined) {
    throw new EtcdMigrateError(
      'release-unobtainable',
      `etcd has no releases for ${node.platform} on ${node.arch}; nothing was run.`,
      { hint: 'Run etcd-migrate on Linux, macOS or Windows on a processor that etcd is published for.' },
    );
  }
  return { os, arch };
}

/** Names a platform as in "linux-amd64". */
export const platformName = (platform: Platform): string => `${platform.os}-${platform.arch}`;

/** Gives the file name of a tool's binary. */
export const toolFile = (tool: ToolName, platform: Platform): string =>
  platform.os === 'windows' ? `${tool}.exe` : tool;
