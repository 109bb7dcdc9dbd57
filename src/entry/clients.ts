// Owns the process of a rehearsal's clients: it has one parent, listens to it alone, and ends with it.
// Must not hold any logic: workload/serving.ts does.
import { exitCodeOf } from '../errors.ts';
import type { ToClients } from '../workload/messages.ts';

export async function clients(): Promise<void> {
  if (process.send === undefined) {
    process.stderr.write('This program is started by etcd-migrate, for the clients of a rehearsal; see README.md.\n');
    process.exitCode = exitCodeOf('usage');
    return;
  }
  // Sent to a whole tree of processes they are for the tool, which then has its clients end in good order, or ends them.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  // Whoever asked is gone, however he went: nobody would take what else is seen.
  process.on('disconnect', () => process.exit());
  const early: ToClients[] = [];
  let take = (message: ToClients): void => void early.push(message);
  process.on('message', (message) => take(message as ToClients));
  const [{ serveWorkload }, { systemClock }] = await Promise.all([
    import('../workload/serving.ts'),
    import('../platform/clock.ts'),
  ]);
  serveWorkload(
    {
      // What cannot be sent is for nobody: the channel has closed, and `disconnect` is on its way.
      send: (message) => void process.send?.(message, undefined, undefined, () => undefined),
      receive: (receiver) => {
        take = receiver;
        for (const message of early.splice(0)) take(message);
      },
    },
    systemClock,
  );
}
