import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifiedBinaries } from '../../../../src/app/rehearse/verified-binaries.ts';
import type { RunContext } from '../../../../src/app/run/run-context.ts';
import { sha256OfFile } from '../../../../src/platform/digest.ts';

test('a binary that is replaced after it was verified is not run', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'etcd-migrate-binaries-'));
  try {
    const path = join(directory, 'etcd');
    writeFileSync(path, 'verified');
    chmodSync(path, 0o755);
    const context = {
      binaries: { '3.6.14': path },
      releases: [{ version: '3.6.14', source: 'local', sha256: { etcd: await sha256OfFile(path) }, platform: 'linux' }],
    } as unknown as RunContext;
    const binaries = verifiedBinaries(context);
    await expect(binaries('3.6.14')).resolves.toBe(path);
    writeFileSync(path, 'something else');
    await expect(binaries('3.6.14')).rejects.toMatchObject({ code: 'checksum-mismatch' });
    rmSync(path);
    await expect(binaries('3.6.14')).rejects.toMatchObject({ code: 'binary-invalid' });
  } finally {
    rmSync(directory, { recursive: true });
  }
});
