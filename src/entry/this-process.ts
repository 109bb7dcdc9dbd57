// Owns what every entry hands to the app of its process: environment, streams, signals.
// Must not decide anything.
import type { Surroundings } from '../app/surroundings.ts';
import { abortOnSignals } from './signals.ts';

export function ofThisProcess(): Omit<Surroundings, 'redactor'> {
  return {
    environment: process.env,
    workingDirectory: process.cwd(),
    writeOut: (text) => process.stdout.write(text),
    outIsTTY: process.stdout.isTTY === true,
    errorStream: process.stderr,
    signal: abortOnSignals(),
    insideActions: process.env.GITHUB_ACTIONS === 'true',
  };
}
