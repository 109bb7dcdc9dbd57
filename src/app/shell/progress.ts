// Owns what a person sees while a run is under way: finished lines, and one live line (terminal) or a heartbeat (CI).
// Must not know what is being done; never writes to standard output.
import { createLogUpdate } from 'log-update';
import pc from 'picocolors';
import type { Clock } from '../../platform/ports.ts';
import type { Surroundings } from './surroundings.ts';

/** A silent tool looks dead: something is written at least this often. */
const HEARTBEAT_MS = 1_500;
const LIVE_REFRESH_MS = 200;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

export interface Progress extends Disposable {
  /** Writes a line that stays. */
  line(text: string): void;
  /** Shows what is going on now, in place of what went on before. */
  now(text: string): void;
  /** Begins a foldable part of the log (a plain heading outside GitHub Actions). */
  group(title: string): void;
  endGroup(): void;
}

export function startProgress(surroundings: Surroundings, clock: Clock, color: boolean): Progress {
  const stream = surroundings.errorStream;
  const colors = pc.createColors(color);
  const begun = clock.monotonicUs();
  const elapsed = (): string => `${((clock.monotonicUs() - begun) / 1_000_000).toFixed(0).padStart(4)} s`;
  const live =
    stream.isTTY === true && !surroundings.insideActions
      ? // The cursor stays: hidden, it would have to be given back on every way out, a SIGKILL included.
        createLogUpdate(stream as NodeJS.WriteStream, { showCursor: true })
      : undefined;
  let current = '';
  let frame = 0;
  let lastWrittenUs = begun;
  let inGroup = false;

  const write = (text: string): void => {
    live?.clear();
    stream.write(`${text}\n`);
    lastWrittenUs = clock.monotonicUs();
  };
  const refresh = (): void => {
    if (current === '') return;
    if (live) {
      frame = (frame + 1) % FRAMES.length;
      const width = (stream.columns ?? 80) - 1;
      live(`${FRAMES[frame]} ${elapsed()}  ${current}`.slice(0, width));
    } else if (clock.monotonicUs() - lastWrittenUs >= HEARTBEAT_MS * 1000) {
      write(`${elapsed()}  … ${current}`);
    }
  };
  const timer = setInterval(refresh, live ? LIVE_REFRESH_MS : HEARTBEAT_MS / 3);
  timer.unref();
  const endGroup = (): void => {
    if (inGroup && surroundings.insideActions) write('::endgroup::');
    inGroup = false;
  };
  return {
    line: (text) => write(`${colors.dim(elapsed())}  ${text}`),
    now: (text) => {
      current = text;
      refresh();
    },
    group: (title) => {
      endGroup();
      write(surroundings.insideActions ? `::group::${title}` : `${colors.dim(elapsed())}  ${colors.bold(title)}`);
      inGroup = true;
    },
    endGroup,
    [Symbol.dispose]: () => {
      clearInterval(timer);
      live?.clear();
      endGroup();
    },
  };
}
