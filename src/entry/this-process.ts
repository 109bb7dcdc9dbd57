// Owns what every entry hands to the app of its process: environment, streams, signals.
// Must not decide anything.
import type { ProcessSurroundings } from '../app/shell/surroundings.ts';
import { abortOnSignals } from './signals.ts';
import { standardOutput } from './standard-output.ts';

export function ofThisProcess(): ProcessSurroundings {
  return {
    environment: process.env,
    workingDirectory: process.cwd(),
    writeOut: standardOutput(),
    outIsTTY: process.stdout.isTTY === true,
    errorStream: process.stderr,
    signal: abortOnSignals(),
    insideActions: process.env.GITHUB_ACTIONS === 'true',
  };
}
