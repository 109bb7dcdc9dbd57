// Owns Debian's own packages of etcd: fetched by apt with private state, so without root and without changing the
// machine. apt verifies the archive's signatures with the machine's own Debian keys. Must not install anything.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256OfFile } from '../../platform/digest.ts';
import type { HttpClient } from '../../platform/download.ts';
import { fileError } from '../../platform/files.ts';
import { type Platform, toolFile } from '../platform.ts';
import { type Fetcher, isRefusal, type Refusal } from '../source.ts';
import { type DebianMirror, findDebianMirror } from './apt-sources.ts';
import { attempt, missingPrograms, ordinaryVariables, outputOf, pick } from './command.ts';
import { packageVersionOf } from './madison.ts';

const programs = ['apt-get', 'apt-cache', 'apt-config', 'dpkg-deb', 'dpkg'] as const;
/** etcdutl is in etcd-server from 3.5 on. */
const packages = ['etcd-server', 'etcd-client'] as const;
const architectures: Readonly<Record<Platform['arch'], string>> = {
  amd64: 'amd64',
  arm64: 'arm64',
  ppc64le: 'ppc64el',
  s390x: 's390x',
};
const LISTS_LIMIT_MS = 120_000;
const QUESTION_LIMIT_MS = 10_000;
const DOWNLOAD_LIMIT_MS = 300_000;

export interface DebianSourceOptions {
  readonly platform: Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The machine's `/etc`. */
  readonly etc: string;
  readonly http: HttpClient;
}

export function createDebianSource({ platform, environment, etc, http }: DebianSourceOptions): Fetcher {
  const env = { ...pick(environment, ordinaryVariables), LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };

  /** Finds this machine's mirror, or tells what the machine lacks to use Debian packages. */
  const findMirror = async (): Promise<DebianMirror | Refusal> => {
    if (platform.os !== 'linux') return { refused: 'Debian packages are for Linux' };
    const missing = await missingPrograms(programs, environment.PATH);
    if (missing.length > 0) return { refused: `not on PATH: ${missing.join(', ')}` };
    const release = (await readIfThere(join(etc, 'os-release'))) ?? '';
    const codename = /^VERSION_CODENAME="?([a-z]+)"?$/m.exec(release)?.[1];
    if (!/^ID="?debian"?$/m.test(release) || codename === undefined) return { refused: 'this machine is not Debian' };
    const mirror = findDebianMirror(await readSources(join(etc, 'apt')), codename);
    return mirror ?? { refused: `apt's sources of this machine name no mirror of Debian ${codename}` };
  };

  /** apt itself takes twice its limit to give up an address that is silent, so the mirror is asked for here first. */
  const findMirrorTrouble = async (
    { uri }: DebianMirror,
    suite: string,
    signal: AbortSignal,
  ): Promise<Refusal | undefined> => {
    if (!/^https?:/.test(uri)) return undefined;
    const answer = await http.exists(`${uri.replace(/\/+$/, '')}/dists/${suite}/InRelease`, signal);
    if (answer.outcome !== 'unreachable') return undefined;
    const dump = ['dump', '--no-empty', '--format', '%f=%v%n', 'Acquire'];
    const settings = await outputOf({ program: 'apt-config', args: dump, env, timeoutMs: QUESTION_LIMIT_MS, signal });
    // Where apt has a proxy of its own, only apt can tell.
    if (typeof settings === 'string' && /::Proxy(-Auto-Detect)?(::\S+)?=/i.test(settings)) return undefined;
    return { refused: `the mirror ${uri} cannot be reached (${answer.reason})` };
  };

  return {
    name: 'debian',

    probe: async (wanted) => {
      const mirror = await findMirror();
      if (isRefusal(mirror)) return { offered: new Set(), refused: mirror.refused };
      return { offered: new Set(wanted.filter(({ known }) => known?.debian).map(({ version }) => version)) };
    },

    fetch: async (wanted, { directory, tell, signal }) => {
      const entry = wanted.known?.debian;
      if (entry === undefined) return { refused: `no Debian package of ${wanted.version} is known` };
      const mirror = await findMirror();
      if (isRefusal(mirror)) return mirror;
      const silent = await findMirrorTrouble(mirror, entry.suite, signal);
      if (silent) return silent;
      const root = join(directory, 'apt');
      const config = await writeAptState(root, mirror, entry.suite, platform);
      const apt = { env, cwd: root, signal, onLine: (line: string) => tell('downloading', line) };

      tell('downloading', `package lists of Debian ${entry.suite}`);
      const update = ['-c', config, 'update'];
      const updated = await attempt({ ...apt, program: 'apt-get', args: update, timeoutMs: LISTS_LIMIT_MS });
      if (isRefusal(updated)) return updated;
      const provenance: Record<string, string> = { mirror: mirror.uri, suite: entry.suite };
      for (const name of packages) {
        const args = ['-c', config, 'madison', name];
        const madison = await outputOf({ ...apt, program: 'apt-cache', args, timeoutMs: QUESTION_LIMIT_MS });
        if (typeof madison !== 'string') return madison;
        const version = packageVersionOf(madison, wanted);
        if (version === undefined)
          return { refused: `Debian ${entry.suite} has no ${name} ${wanted.version} (any more)` };
        const download = ['-c', config, 'download', `${name}=${version}`];
        const done = await attempt({ ...apt, program: 'apt-get', args: download, timeoutMs: DOWNLOAD_LIMIT_MS });
        if (isRefusal(done)) return done;
        provenance[name] = version;
      }
      tell('unpacking', packages.join(' and '));
      const unpacked = join(root, 'unpacked');
      for (const file of (await readdir(root)).filter((each) => each.endsWith('.deb'))) {
        provenance[`${file} sha256`] = await sha256OfFile(join(root, file), signal);
        const extract = ['-x', join(root, file), unpacked];
        const done = await attempt({ ...apt, program: 'dpkg-deb', args: extract, timeoutMs: LISTS_LIMIT_MS });
        if (isRefusal(done)) return done;
      }
      const paths = wanted.tools.map((tool) => [tool, join(unpacked, 'usr/bin', toolFile(tool, platform))] as const);
      return { tools: Object.fromEntries(paths), provenance };
    },
  };
}

async function writeAptState(root: string, mirror: DebianMirror, suite: string, platform: Platform): Promise<string> {
  const config = join(root, 'apt.conf');
  const options = [
    `arch=${architectures[platform.arch]}`,
    ...(mirror.signedBy === undefined ? [] : [`signed-by=${mirror.signedBy}`]),
  ];
  try {
    await mkdir(join(root, 'state/lists/partial'), { recursive: true });
    await mkdir(join(root, 'cache/archives/partial'), { recursive: true });
    await writeFile(join(root, 'sources.list'), `deb [${options.join(' ')}] ${mirror.uri} ${suite} main\n`);
    await writeFile(config, aptConfig(root));
  } catch (error) {
    throw fileError(error, 'Writing', root);
  }
  return config;
}

/** The file is read after the machine's own settings, whose proxies stay and whose hooks must not run. */
const aptConfig = (root: string): string => `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets::deb::DEP-11;
#clear Acquire::IndexTargets::deb::CNF;
Dir::Etc::sourcelist "${root}/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State "${root}/state";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "${root}/cache";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::AllowDowngradeToInsecureRepositories "false";
Acquire::AllowWeakRepositories "false";
Acquire::Languages "none";
Acquire::PDiffs "false";
Acquire::Retries "0";
Acquire::http::Timeout "5";
Acquire::https::Timeout "5";
`;

async function readSources(apt: string): Promise<{ name: string; text: string }[]> {
  const parts = join(apt, 'sources.list.d');
  const names = await readdir(parts).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw fileError(error, 'Reading', parts);
  });
  const paths = [join(apt, 'sources.list'), ...names.sort().map((name) => join(parts, name))];
  const texts = await Promise.all(paths.map(async (name) => ({ name, text: await readIfThere(name) })));
  return texts.flatMap(({ name, text }) =>
    text !== undefined && /\.(list|sources)$/.test(name) ? [{ name, text }] : [],
  );
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fileError(error, 'Reading', path);
  }
}
