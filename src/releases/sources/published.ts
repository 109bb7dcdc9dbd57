// Owns etcd's published release files: SHA256SUMS first, then the archive that it vouches for. GitHub's layout, on
// GitHub or on a mirror of it. Must not run what it unpacks.

import { join } from 'node:path';
import { EtcdMigrateError } from '../../errors.ts';
import type { Absent, Broken, HttpClient, Unreachable } from '../../platform/download.ts';
import { present } from '../../present.ts';
import { unpack } from '../archive.ts';
import { findChecksum } from '../checksums.ts';
import { type Platform, platformName, toolFile } from '../platform.ts';
import type { Fetcher, Probed, Refusal, WantedRelease } from '../source.ts';

/** etcd's own lists have less than 4 kB. */
const LARGEST_LIST_BYTES = 1_000_000;
/** All questions of one probe end together. */
const PROBE_LIMIT_MS = 5_000;
const PROBES_AT_ONCE = 8;

export interface PublishedSourceOptions {
  readonly name: 'github' | 'mirror';
  /** URL below which `v3.5.33/SHA256SUMS` is found. */
  readonly baseUrl: string;
  /** Whether every release that the catalog knows is there, so that only the others must be asked for. */
  readonly complete: boolean;
  readonly platform: Platform;
  readonly http: HttpClient;
}

export function createPublishedSource(options: PublishedSourceOptions): Fetcher {
  const { name, platform, http } = options;
  const base = options.baseUrl.replace(/\/+$/, '');
  const urlOf = (version: string, file: string): string => `${base}/v${version}/${file}`;
  /** Why the address does not answer. It is found out once, and the address is not asked again for the next release. */
  let unreachable: string | undefined;

  const refuse = (url: string, failed: Unreachable | Absent | Broken): Refusal => {
    if (failed.outcome === 'absent') return { refused: `${url} answered ${failed.status}` };
    if (failed.outcome === 'broken') return { refused: `${url} broke off: ${failed.reason}` };
    unreachable = `${base} cannot be reached (${failed.reason})`;
    return { refused: unreachable };
  };

  const probe = async (wanted: readonly WantedRelease[], signal: AbortSignal): Promise<Probed> => {
    if (unreachable) return { offered: new Set(), refused: unreachable };
    const ofCatalog = options.complete ? wanted.filter(({ known }) => known) : [];
    const others = wanted.filter((each) => !ofCatalog.includes(each));
    const offered = new Set<string>();
    let answered = false;
    // One of the catalog's releases stands for all of them: what is asked is whether the address answers.
    const questions = [...ofCatalog.slice(-1), ...others];
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new Error('limit')), PROBE_LIMIT_MS);
    const askNext = async (): Promise<void> => {
      for (let next = questions.shift(); next && !unreachable; next = questions.shift()) {
        const url = urlOf(next.version, 'SHA256SUMS');
        const answer = await http.exists(url, AbortSignal.any([signal, limit.signal]));
        if (answer.outcome === 'unreachable') refuse(url, answer);
        else answered = true;
        if (answer.outcome !== 'present') continue;
        if (ofCatalog.includes(next)) for (const { version } of ofCatalog) offered.add(version);
        else offered.add(next.version);
      }
    };
    try {
      await Promise.all(Array.from({ length: PROBES_AT_ONCE }, askNext));
    } catch (error) {
      // Releases that were not asked for in time are not offered; that is no failure.
      if (!limit.signal.aborted || signal.aborted) throw error;
      if (!answered) unreachable ??= `${base} cannot be reached (no answer within ${PROBE_LIMIT_MS / 1000} s)`;
    } finally {
      clearTimeout(timer);
    }
    return { offered, ...present({ refused: unreachable }) };
  };

  return {
    name,
    probe,
    fetch: async ({ version, tools }, { directory, tell, signal }) => {
      if (unreachable) return { refused: unreachable };
      const folder = `etcd-v${version}-${platformName(platform)}`;
      const file = `${folder}.${platform.os === 'linux' ? 'tar.gz' : 'zip'}`;
      const listUrl = urlOf(version, 'SHA256SUMS');
      tell('downloading', 'SHA256SUMS');
      const list = await http.readText(listUrl, LARGEST_LIST_BYTES, signal);
      if (list.outcome !== 'text') return refuse(listUrl, list);
      const published = findChecksum(list.text, file);
      if (typeof published !== 'string') return { refused: `${published.refused} (${listUrl})` };

      const url = urlOf(version, file);
      const archive = join(directory, file);
      const saved = await http.save(url, archive, signal, (done, total) => tell('downloading', file, { done, total }));
      if (saved.outcome !== 'saved') return refuse(url, saved);
      if (saved.sha256 !== published) {
        throw new EtcdMigrateError(
          'checksum-mismatch',
          `${url} has sha256 ${saved.sha256}, but ${listUrl} says ${published}. It was not unpacked and not kept.`,
          { details: { url, published, found: saved.sha256, bytes: saved.bytes } },
        );
      }
      tell('unpacking', file);
      const files = tools.map((tool) => toolFile(tool, platform));
      const unpacked = join(directory, 'unpacked');
      await unpack({ archive, origin: url, directory: unpacked, wanted: files.map((each) => `${folder}/${each}`) });
      return {
        tools: Object.fromEntries(tools.map((tool) => [tool, join(unpacked, toolFile(tool, platform))])),
        provenance: { url, sha256: published, checksums: listUrl },
      };
    },
  };
}
