// Measures the README's example without roll-backs, its binaries at hand.
import { runExample } from './example-run.ts';
import { sayRow } from './figure.ts';

const barSeconds = 90;

const { wallMs } = await runExample('quick');
const seconds = wallMs / 1000;
sayRow({
  figure: 'the example at `quick`, binaries at hand',
  bar: `≤ ${barSeconds} s on 2 cores`,
  got: `${seconds.toFixed(1)} s`,
  met: seconds <= barSeconds,
});
