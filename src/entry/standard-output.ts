// Owns standard output that nobody reads any more, or that cannot be written.
// Must not know what is written.
import { exitCodeOf } from '../errors.ts';

/**
 * Writes to standard output. A reader that went away (`| head`) wants no more, and the exit code stays that of the
 * work. Anything else, a full disk above all, leaves a script with half an answer: that is said, and the exit code
 * tells it.
 */
export function standardOutput(): (text: string) => void {
  let lost = false;
  const failed = (error: NodeJS.ErrnoException): void => {
    if (lost) return;
    lost = true;
    if (error.code === 'EPIPE') return;
    const code = error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'no-space' : 'no-permission';
    process.stderr.write(`\netcd-migrate: ${code}\nStandard output could not be written: ${error.message}.\n`);
    // The exit code is set last of all, so that no verdict that comes later covers it.
    process.once('exit', () => {
      process.exitCode = exitCodeOf(code);
    });
  };
  process.stdout.on('error', failed);
  // Trouble with standard error can be told to nobody.
  process.stderr.on('error', () => {});
  return (text) => {
    if (lost) return;
    try {
      process.stdout.write(text);
    } catch (error) {
      // Before Node 22 a file's error is thrown where it is written.
      failed(error as NodeJS.ErrnoException);
    }
  };
}
