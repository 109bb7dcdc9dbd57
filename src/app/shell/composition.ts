// Owns what the app is put together from where more than one part would fit: the drivers, and the clients of a rehearsal.
// Must not choose among them: a mode does.
import type { ThrowAwayDriver } from '../../drivers/cluster-source.ts';
import { drivers } from '../../drivers/index.ts';
import { type Clients, etcdClients } from '../rehearse/clients.ts';
import type { ProcessSurroundings } from './surroundings.ts';

export interface Composition {
  readonly drivers: readonly ThrowAwayDriver[];
  readonly clients: Clients;
}

/** The product is made of these; a test brings its own. */
export function composition({ clientsProgram }: Pick<ProcessSurroundings, 'clientsProgram'>): Composition {
  return { drivers, clients: etcdClients(clientsProgram) };
}
