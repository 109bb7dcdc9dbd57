// Owns cutting one member off from the others: its peer traffic is dropped on loopback, its clients' is not.
// Must not know what becomes of the cluster. The rules are in a chain of their own, which is gone afterwards.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const command = process.getuid?.() === 0 ? [] : ['sudo', '-n'];

function iptables(...args: readonly string[]): void {
  const [program = '', ...rest] = [...command, 'iptables', '-w', '10', ...args];
  execFileSync(program, rest, { stdio: 'pipe' });
}

/** Why it cannot be done here; null where it can. With CI=true that is an error instead. */
export function cannotCutOff(): string | null {
  try {
    iptables('-S', 'INPUT');
    return null;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return `iptables cannot be used here: ${String(error).split('\n')[0]}`;
  }
}

/** Local ports of the connections that this process has made to these ports. */
function connectionsTo(pid: number, ports: readonly number[]): readonly number[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? ''];
      } catch {
        return []; // it is closed by now
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, local = '', remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/);
        const portOf = (address: string): number => Number.parseInt(address.split(':').at(-1) ?? '', 16);
        return inodes.has(inode) && ports.includes(portOf(remote)) ? [portOf(local)] : [];
      }),
  );
}

/**
 * Nothing reaches the member at its peer port, nothing comes from it on what it has connected to the others, and nobody
 * makes a new connection between members until it is disposed of.
 */
export function cutOff(pid: number, peerPort: number, others: readonly number[]): Disposable {
  const chain = `CUT-${randomBytes(4).toString('hex')}`;
  const drop = (...match: readonly (string | number)[]): void =>
    iptables('-A', chain, '-p', 'tcp', ...match.map(String), '-j', 'DROP');
  iptables('-N', chain);
  const undo = (): void => {
    iptables('-D', 'INPUT', '-i', 'lo', '-j', chain);
    iptables('-F', chain);
    iptables('-X', chain);
  };
  drop('--dport', peerPort);
  drop('--sport', peerPort);
  for (const port of others) drop('--syn', '--dport', port);
  iptables('-I', 'INPUT', '-i', 'lo', '-j', chain);
  try {
    for (const port of connectionsTo(pid, others)) {
      drop('--sport', port);
      drop('--dport', port);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return { [Symbol.dispose]: undo };
}
