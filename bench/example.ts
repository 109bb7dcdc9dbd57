// Measures what our own work adds to the README's example: its wall time over the time that etcd itself needs in it.
import { runExample } from './example-run.ts';
import { sayRow } from './figure.ts';

const bar = 1.7;
const seconds = (ms: number): string => (ms / 1000).toFixed(1);

const { wallMs, report } = await runExample('standard');
const { timings } = report;
if (timings === undefined) throw new Error('the report has no timings');
// Restarts that belong to a preparation are in stopMs and startMs; preparationMs is the renewal of raft snapshots alone.
const { stopMs, startMs, flipWaitMs, preparationMs } = timings;
const ownMs = stopMs + startMs + flipWaitMs + preparationMs;
const ratio = wallMs / ownMs;
sayRow({
  figure: 'wall time of the example (`standard`) over its own etcd stops, starts, version flips and preparations',
  bar: `≤ ${bar}`,
  got:
    `${ratio.toFixed(2)} (${seconds(wallMs)} s over ${seconds(ownMs)} s: stops ${seconds(stopMs)}, starts ${seconds(startMs)}, ` +
    `flips ${seconds(flipWaitMs)}, preparations ${seconds(preparationMs)})`,
  met: ratio <= bar,
});
