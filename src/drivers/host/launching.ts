// Owns having a transaction's script run on the host; of any number of its runs one works.
// Must not watch it.
import { hostScript } from './host-script.ts';
import type { MemberHost } from './member-host.ts';
import { type Transaction, transactionName } from './transactions.ts';

export async function launch(member: MemberHost, { number, request }: Transaction): Promise<void> {
  const { host, service, places, script } = member;
  // Another version of the tool may have left its own script and programs there, which ours replace.
  for (const [path, text] of Object.entries({ ...service.programs, [script]: hostScript(service.verbs) })) {
    if ((await host.files.read(path)) !== text) await host.files.write(path, text);
  }
  await host.launch({
    argv: [
      ...(['/bin/sh', script, places.directory, transactionName(number), member.closing, places.log] as const),
      ...service.startArguments(request),
    ],
    directory: places.directory,
    environment: request.environment,
    log: places.hostLog,
  });
}
