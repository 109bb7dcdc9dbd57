// Owns which modes can take an interrupted run from here.
// Must not know how they are offered.
import type { Side } from '../../engine/side.ts';

/** Going back is offered only where the way back is known to be open. */
export function waysOn(side: Side): readonly ('resume' | 'rollback' | 'cleanup')[] {
  return side === 'before' ? ['resume', 'rollback', 'cleanup'] : ['resume', 'cleanup'];
}
