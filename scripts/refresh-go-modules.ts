// Owns making the pinned Go modules: for each release of the catalog that Go can build, a go.mod and the complete go.sum
// that a read-only build of all its tools needs on every platform etcd is released for.
// Must not be run by the program itself: these files decide what may be built, so a person reviews their changes.
//
//   node scripts/refresh-go-modules.ts [VERSION…]     without versions: every release that has no files yet
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The oldest Go that builds every pinned release; also what README asks for. */
const GO_LINE = '1.26.0';
const platforms = [
  'linux/amd64',
  'linux/arm64',
  'linux/ppc64le',
  'linux/s390x',
  'darwin/amd64',
  'darwin/arm64',
  'windows/amd64',
];
/** etcd 3.4 is no module of that name: tag v3.4.31 is known to Go by this pseudo-version only. */
const pseudoVersions: Readonly<Record<string, string>> = { '3.4.31': 'v0.5.0-alpha.5.0.20240320135013-950cd5fbe6ca' };

const root = join(import.meta.dirname, '..');
const directory = join(root, 'src/catalog/go-modules');

interface PinnedRelease {
  readonly version: string;
  readonly go?: { readonly packages: Readonly<Record<string, string>> };
}

const { releases } = JSON.parse(readFileSync(join(root, 'src/catalog/releases.json'), 'utf8')) as {
  releases: readonly PinnedRelease[];
};

function go(cwd: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  return execFileSync('go', [...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GOFLAGS: '-mod=mod', CGO_ENABLED: '0', ...environment },
  });
}

function pin({ version, go: build }: PinnedRelease): void {
  if (build === undefined) throw new Error(`the catalog has no Go packages for ${version}`);
  const packages = Object.values(build.packages);
  const wanted = pseudoVersions[version] ?? `v${version}`;
  const modules = pseudoVersions[version] ? ['go.etcd.io/etcd'] : packages;
  const work = mkdtempSync(join(tmpdir(), 'etcd-migrate-pin-'));
  try {
    writeFileSync(join(work, 'go.mod'), `module etcd-migrate.local/etcd-build\n\ngo ${GO_LINE}\n`);
    go(work, ['get', ...modules.map((module) => `${module}@${wanted}`)]);
    for (const platform of platforms) {
      const [GOOS = '', GOARCH = ''] = platform.split('/');
      go(work, ['list', '-deps', ...packages], { GOOS, GOARCH });
    }
    const line = /^go (.+)$/m.exec(readFileSync(join(work, 'go.mod'), 'utf8'))?.[1];
    if (line !== GO_LINE)
      throw new Error(`${version} needs go ${line}, newer than the ${GO_LINE} that README promises`);
    // This proves that nothing is missing: the same listing, forbidden to add anything.
    for (const platform of platforms) {
      const [GOOS = '', GOARCH = ''] = platform.split('/');
      go(work, ['list', '-deps', ...packages], { GOOS, GOARCH, GOFLAGS: '-mod=readonly' });
    }
    mkdirSync(join(directory, version), { recursive: true });
    for (const file of ['go.mod', 'go.sum']) copyFileSync(join(work, file), join(directory, version, file));
    console.log(`${version}: pinned`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((version) => !releases.some((release) => release.version === version));
if (unknown.length > 0) throw new Error(`not in the catalog: ${unknown.join(', ')}`);
const missing = releases.filter(({ version, go: build }) => build && !existsSync(join(directory, version, 'go.sum')));
const todo = asked.length > 0 ? releases.filter(({ version }) => asked.includes(version)) : missing;
const failed: string[] = [];
for (const release of todo) {
  try {
    pin(release);
  } catch (error) {
    failed.push(release.version);
    console.error(`${release.version}: ${(error as Error).message}`);
  }
}
if (failed.length > 0) process.exitCode = 1;
