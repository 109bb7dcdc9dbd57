// Owns what every entry hands to the app of its process: environment, streams, signals.
// Must not decide anything.
import { join } from 'node:path';
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
    // In dist/, where the launchers lie beside the one bundle (scripts/build.ts).
    clientsProgram: join(import.meta.dirname, '../clients/index.js'),
  };
}
