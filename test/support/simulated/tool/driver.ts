// Owns the driver that a test brings along: throw-away clusters on simulated hosts, in another process than the tool.
// Must not keep anything of a cluster here: the tool may be killed at any call.
import type { Cluster, ThrowAwayCluster, ThrowAwayDriver } from '../../../../src/drivers/cluster-source.ts';
import type { ClusterDriver } from '../../../../src/engine/ports.ts';
import type { Capability } from '../../../../src/plan/needs.ts';
import { sha256OfFile } from '../../../../src/platform/digest.ts';
import type { Line } from './line.ts';

/** Every method of a port as a call of that name about one run. */
function remote<T extends object>(line: Line, port: string, runId: string, own: Partial<T>): T {
  return new Proxy({} as T, {
    get: (_, key) => {
      if (key in own) return Reflect.get(own, key);
      return (...args: unknown[]) => line.call(`${port}.${String(key)}`, runId, ...args);
    },
  });
}

export function simulatedDriver(line: Line, capabilities: ReadonlySet<Capability>): ThrowAwayDriver {
  return {
    name: 'simulated',
    capabilities,
    source: async ({ stateDir, binaries }) => {
      const clusterOf = (runId: string): ThrowAwayCluster => ({
        driver: remote<ClusterDriver>(line, 'driver', runId, {
          capabilities,
          // What is put in place is what was verified, here as anywhere.
          stage: async (member, release) => {
            await binaries(release);
            await line.call('driver.stage', runId, member, release);
          },
          digestOf: async (_member, release) => await sha256OfFile(await binaries(release)),
          logs: async function* (member, sinceWallMs) {
            yield* await line.call<string[]>('driver.logs', runId, member, sinceWallMs);
          },
          [Symbol.asyncDispose]: async () => undefined,
        }),
        credentials: {},
        connect: () =>
          remote<ReturnType<Cluster['connect']>>(line, 'access', runId, {
            [Symbol.asyncDispose]: async () => undefined,
          }),
        end: async (how) => {
          if (how === 'remove') await line.call('source.remove', runId);
        },
      });
      return {
        open: async (spec) => {
          await binaries(spec.release);
          await line.call('source.open', stateDir, spec);
          return { ...clusterOf(spec.runId), anonymous: {}, restoreMs: 0 };
        },
        adopt: async (runId) => {
          await line.call('source.adopt', runId);
          return clusterOf(runId);
        },
        remains: async () => ({ runs: await line.call<string[]>('source.remains', stateDir), foreign: [] }),
        remove: async (runId) => await line.call('source.remove', runId),
      };
    },
  };
}
