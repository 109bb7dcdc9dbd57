// Owns the tool's end of the channel to its simulated hosts: one call, one answer.
// Must not know what any call does.
import { type Answer, errorOf } from './calls.ts';

export interface Line {
  /** Throws what the hosts threw. Signals are not handed on: the hosts finish what they have begun. */
  call<T>(name: string, ...args: readonly unknown[]): Promise<T>;
}

export function openLine(channel: NodeJS.Process = process): Line {
  const waiting = new Map<number, (answer: Answer) => void>();
  let calls = 0;
  channel.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return {
    call: <T>(name: string, ...args: readonly unknown[]) =>
      new Promise<T>((resolve, reject) => {
        calls += 1;
        const id = calls;
        waiting.set(id, (answer) => {
          if ('failure' in answer) reject(errorOf(answer.failure));
          else resolve(answer.value as T);
        });
        channel.send?.({ id, name, args: args.filter((arg) => !(arg instanceof AbortSignal)) });
      }),
  };
}
