// Owns building etcd from Go modules: from the catalog's pinned go.mod and complete go.sum, read-only, static.
// Must not let Go add or change a module: go.sum is what makes the binary etcd's own.
import { existsSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256OfFile } from '../../platform/digest.ts';
import type { HttpClient } from '../../platform/download.ts';
import { fileError } from '../../platform/files.ts';
import { type Platform, toolFile } from '../platform.ts';
import { type Fetcher, isRefusal, type Refusal, type WantedRelease } from '../source.ts';
import { makeDirectory } from '../workspace.ts';
import { attempt } from './command.ts';
import { compilerFlags, findGo, findProxyTrouble, type GoToolchain, isGo } from './go-toolchain.ts';

/** The limit allows for cold caches and a slow machine: 90 s were measured on two busy cores. */
const BUILD_LIMIT_MS = 10 * 60_000;

export interface GoSourceOptions {
  readonly goModulesDir: string;
  readonly platform: Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly http: HttpClient;
}

export function createGoSource({ goModulesDir, platform, environment, http }: GoSourceOptions): Fetcher {
  let toolchain: GoToolchain | undefined;
  /** The toolchain is looked for once; a refusal is not remembered, because it may have been an abort's. */
  const requireGo = async (signal: AbortSignal): Promise<GoToolchain | Refusal> => {
    const found = toolchain ?? (await findGo(environment, signal));
    if (isGo(found)) toolchain = found;
    return found;
  };

  const packagesOf = (wanted: WantedRelease): Readonly<Record<string, string>> | Refusal => {
    const packages: Readonly<Partial<Record<string, string>>> = wanted.known?.go?.packages ?? {};
    const chosen = wanted.tools.flatMap((tool) => (packages[tool] ? [[tool, packages[tool]] as const] : []));
    const pinned = ['go.mod', 'go.sum'].every((file) => existsSync(join(goModulesDir, wanted.version, file)));
    if (!pinned || chosen.length < wanted.tools.length) {
      return { refused: `no pinned Go modules for ${wanted.version} in the catalog` };
    }
    return Object.fromEntries(chosen);
  };

  return {
    name: 'go',

    probe: async (wanted, signal) => {
      const go = await requireGo(signal);
      if (isRefusal(go)) return { offered: new Set(), refused: go.refused };
      return {
        offered: new Set(wanted.filter((each) => !isRefusal(packagesOf(each))).map(({ version }) => version)),
      };
    },

    fetch: async (wanted, { directory, tell, signal }) => {
      const packages = packagesOf(wanted);
      if (isRefusal(packages)) return packages;
      const go = await requireGo(signal);
      if (isRefusal(go)) return go;
      const module = join(directory, 'module');
      const built = join(directory, 'built');
      // Go's own temporary files go here too: a killed build then leaves nothing outside of this directory.
      const temporary = join(directory, 'go-tmp');
      await makeDirectory(temporary);
      await copyModule(join(goModulesDir, wanted.version), module);

      tell('probing', 'the module proxy');
      const trouble = await findProxyTrouble(go, http, signal);
      // Without a proxy the build may still succeed, from the modules that this machine has got already.
      const env = {
        ...go.env,
        GOOS: platform.os,
        GOARCH: platform.arch,
        GOTMPDIR: temporary,
        ...(trouble ? { GOPROXY: 'off' } : {}),
      };

      const tools: Record<string, string> = {};
      for (const [tool, name] of Object.entries(packages)) {
        const out = join(built, toolFile(tool as keyof typeof packages & 'etcd', platform));
        const result = await attempt({
          program: 'go',
          args: [
            'build',
            '-v',
            '-mod=readonly',
            ...compilerFlags,
            '-buildvcs=false',
            '-ldflags',
            '-s -w',
            '-o',
            out,
            name,
          ],
          cwd: module,
          env,
          timeoutMs: BUILD_LIMIT_MS,
          signal,
          onLine: tellBuild(tool, tell),
        });
        if (isRefusal(result)) return trouble ? { refused: `${trouble.refused}, and ${result.refused}` } : result;
        tools[tool] = out;
      }
      return {
        tools,
        provenance: {
          go: go.version,
          modules: await rootModules(module),
          goSumSha256: await sha256OfFile(join(module, 'go.sum')),
        },
      };
    },
  };
}

async function copyModule(from: string, to: string): Promise<void> {
  try {
    await makeDirectory(to);
    for (const file of ['go.mod', 'go.sum']) await copyFile(join(from, file), join(to, file));
  } catch (error) {
    throw fileError(error, 'Copying the pinned Go modules to', to);
  }
}

/** `go build -v` names each package as it compiles it, and modules while they are downloaded. */
function tellBuild(tool: string, tell: Parameters<Fetcher['fetch']>[1]['tell']): (line: string) => void {
  let compiled = 0;
  tell('building', tool);
  return (line) => {
    const download = /^go: downloading (.+)$/.exec(line)?.[1];
    if (download) {
      tell('downloading', `Go module ${download}`);
      return;
    }
    compiled += 1;
    tell('building', `${tool}, ${compiled} packages compiled`);
  };
}

/** Finds etcd's own modules among the pinned ones, "go.etcd.io/etcd/server/v3@v3.5.33 …". */
async function rootModules(module: string): Promise<string> {
  const text = await readFile(join(module, 'go.mod'), 'utf8');
  const found = text.matchAll(/^\s*(?:require )?(go\.etcd\.io\/etcd(?:\/\S+)?) (v\S+)/gm);
  return [...found].map(([, path, version]) => `${path}@${version}`).join(' ');
}
