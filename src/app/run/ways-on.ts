// Owns which modes can take an interrupted run from here.
// Must not know how they are offered.
import type { WayBack } from '../../engine/way-back.ts';

/** Going back is offered only where the way back is known to be open. */
export function waysOn(wayBack: WayBack['is']): readonly ('resume' | 'rollback' | 'cleanup')[] {
  return wayBack === 'open' ? ['resume', 'rollback', 'cleanup'] : ['resume', 'cleanup'];
}
