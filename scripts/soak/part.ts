// Owns what a part of the soak is: cases, made one after the other, each of which passes or throws.
// Must not know which parts there are.
import type { Workplace } from '../../test/support/rehearsal.ts';
import { openWorkplace } from '../../test/support/rehearsal.ts';

/** `tiny` tries that a part works at all; only `full` counts as a soak. */
export type Size = 'full' | 'tiny';

export interface Case {
  readonly name: string;
  /** Throws when it fails. */
  run(): Promise<void>;
  /** Later cases are made of what it finds, so that it runs again when a stopped part goes on. */
  readonly isNeededByOthers?: true;
}

export interface Part {
  /** How many cases may run side by side. */
  readonly lanes: number;
  /** The cases, which are asked for one after the other, while earlier ones still run. */
  cases(size: Size): AsyncIterable<Case> | Iterable<Case>;
}

/** A workplace that leaves no process behind, whatever happens in it. */
export async function inWorkplace(work: (place: Workplace) => Promise<void>): Promise<void> {
  using place = openWorkplace();
  try {
    await work(place);
  } finally {
    if (place.processes().length > 0) await place.run(['cleanup']);
  }
}
