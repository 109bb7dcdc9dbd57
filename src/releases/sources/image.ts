// Owns etcd binaries out of a container image, by whatever engine the `docker` command talks to.
// Must not run the image: a container is created, never started, and its files are copied out.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fileError } from '../../platform/files.ts';
import { present } from '../../present.ts';
import { type Platform, toolFile } from '../platform.ts';
import { type Fetcher, isRefusal, type Refusal } from '../source.ts';
import { attempt, ordinaryVariables, outputOf, pick } from './command.ts';

const ENGINE_LIMIT_MS = 5_000;
const PULL_LIMIT_MS = 300_000;
const COPY_LIMIT_MS = 60_000;
/** etcd's own images keep the tools in the first of these, many others in the second. */
const folders = ['/usr/local/bin', '/usr/bin'] as const;

/** What `docker image inspect` says, as far as we read it; an image that was never pushed has no repository digest. */
const Inspected = z.tuple([z.object({ Id: z.string().min(1), RepoDigests: z.array(z.string()).nullish() })]);

export interface ImageSourceOptions {
  /** Name of the image without a tag; releases are tagged `v3.5.33`. */
  readonly image: string;
  readonly platform: Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function createImageSource({ image, platform, environment }: ImageSourceOptions): Fetcher {
  const env = pick(environment, [
    ...ordinaryVariables,
    'DOCKER_HOST',
    'DOCKER_CONFIG',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS_VERIFY',
    'DOCKER_CONTEXT',
    'XDG_RUNTIME_DIR',
  ]);
  const docker = (args: readonly string[], timeoutMs: number, signal: AbortSignal, onLine?: (line: string) => void) =>
    ({ program: 'docker', args, env, timeoutMs, signal, ...(onLine ? { onLine } : {}) }) as const;

  /** The result is undefined when an engine answers. */
  const findTrouble = async (signal: AbortSignal): Promise<Refusal | undefined> => {
    if (platform.os !== 'linux') return { refused: 'images hold Linux binaries' };
    const answer = await outputOf(docker(['version', '--format', '{{.Server.Version}}'], ENGINE_LIMIT_MS, signal));
    return typeof answer === 'string' ? undefined : { refused: `no container engine answers (${answer.refused})` };
  };

  return {
    name: 'image',

    probe: async (wanted, signal) => {
      const trouble = await findTrouble(signal);
      if (trouble) return { offered: new Set(), refused: trouble.refused };
      // Whether a tag exists is known only by pulling it.
      return { offered: new Set(wanted.map(({ version }) => version)) };
    },

    fetch: async ({ version, tools }, { directory, tell, signal }) => {
      const trouble = await findTrouble(signal);
      if (trouble) return trouble;
      const tagged = `${image}:v${version}`;
      const inspect = ['image', 'inspect', tagged];
      let inspected = await outputOf(docker(inspect, COPY_LIMIT_MS, signal));
      if (typeof inspected !== 'string') {
        tell('downloading', tagged);
        const pull = ['pull', '--platform', `${platform.os}/${platform.arch}`, tagged];
        const pulled = await attempt(docker(pull, PULL_LIMIT_MS, signal, (line) => tell('downloading', line)));
        if (isRefusal(pulled)) return pulled;
        inspected = await outputOf(docker(inspect, COPY_LIMIT_MS, signal));
        if (typeof inspected !== 'string') return inspected;
      }
      const parsed = Inspected.safeParse(readJson(inspected));
      if (!parsed.success) return { refused: `docker image inspect ${tagged} gave no image id` };
      const [{ Id: id, RepoDigests: digests }] = parsed.data;
      const [digest] = digests ?? [];
      tell('unpacking', tagged);
      // The image is named by its id, so that a tag that moves meanwhile cannot matter. One without a command needs
      // some word here.
      const container = await outputOf(docker(['create', id, 'etcd'], COPY_LIMIT_MS, signal));
      if (typeof container !== 'string') return container;
      try {
        const out = join(directory, 'image');
        await mkdir(out).catch((error: unknown) => {
          throw fileError(error, 'Making the directory', out);
        });
        const found: Record<string, string> = {};
        for (const tool of tools) {
          const path = join(out, toolFile(tool, platform));
          const reasons: string[] = [];
          for (const folder of folders) {
            if (found[tool]) break;
            const copy = ['cp', '--follow-link', `${container}:${folder}/${tool}`, path];
            const copied = await attempt(docker(copy, COPY_LIMIT_MS, signal));
            if (isRefusal(copied)) reasons.push(copied.refused);
            else found[tool] = path;
          }
          if (!found[tool]) return { refused: `${tagged} holds no ${tool} (${reasons.join(', ')})` };
        }
        return {
          tools: found,
          provenance: { image: tagged, imageId: id, ...present({ digest }) },
        };
      } finally {
        // The signal is not the caller's: the container must go also after an abort.
        await attempt(docker(['rm', '--force', container], COPY_LIMIT_MS, new AbortController().signal));
      }
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is no answer; the caller says so.
    return undefined;
  }
}
