// Owns the last step before a binary may be used: every tool is there, is hashed, and says that it is what it should be.
// Must not know sources; whatever they publish was verified before.
import type { Source } from '../manifest/resolve.ts';
import { sha256OfFile } from '../platform/digest.ts';
import { checkBinary } from './binary-check.ts';
import type { ToolName } from './platform.ts';
import type { Context, ObtainedRelease, WantedRelease } from './source.ts';

/** Throws `binary-invalid` or `binary-version-mismatch`. `searchPath` is PATH for the tools' own version commands. */
export async function verifyTools(
  wanted: WantedRelease,
  paths: Readonly<Partial<Record<ToolName, string>>>,
  source: Source,
  searchPath: string | undefined,
  { tell, signal }: Context,
): Promise<ObtainedRelease['tools']> {
  const tools: Record<string, { path: string; sha256: string }> = {};
  for (const tool of wanted.tools) {
    const path = paths[tool];
    if (path === undefined) throw new Error(`source ${source} gave etcd ${wanted.version} without ${tool}`);
    tell('verifying', tool);
    // The file is hashed first: what is recorded is what was there before it ran.
    const sha256 = await sha256OfFile(path, signal);
    await checkBinary({ tool, path, version: wanted.version, source }, searchPath, signal);
    tools[tool] = { path, sha256 };
  }
  return tools;
}
