// Owns the list of the drivers that there are. Nothing else outside of a driver's own folder names one.
// Must not load a driver before it is used: `--help` is to stay quick.
import type { ThrowAwayDriver } from './cluster-source.ts';
import { capabilities as processCapabilities } from './process/capabilities.ts';

/** The drivers that there are, in the order in which they are preferred. */
export const drivers: readonly ThrowAwayDriver[] = [
  {
    name: 'process',
    capabilities: processCapabilities,
    source: async (place) => (await import('./process/source.ts')).openProcessSource(place),
  },
];
