// Measures what it costs to ask the standing conditions once more before a stop: on three members, with a small and with a
// large database. Usage: node bench/standing.ts [TIMES]

import { lookBeforeStop } from '../src/engine/before-stop.ts';
import type { Run } from '../src/engine/run-state.ts';
import { createApplicationClient } from '../src/etcd/application-client.ts';
import { sameForAll } from '../src/plan/channels.ts';
import { systemClock as clock } from '../src/platform/clock.ts';
import { startTestCluster, type TestCluster } from '../test/support/cluster.ts';
import { digestsOf } from '../test/support/etcd-binaries.ts';
import { silentLog as log } from '../test/support/silent-log.ts';
import { median, say, sayRow, spread } from './figure.ts';

const barMs = 300;
const times = Number(process.argv[2] ?? 7);
const [from, to] = ['3.6.14', '3.7.1'] as const;
const valueBytes = 500_000;
const sizes = [10, 1_000] as const;

async function fill({ members, credentials }: TestCluster, megabytes: number): Promise<void> {
  const endpoints = members.map(({ name, clientUrl }) => ({ member: name, url: clientUrl }));
  await using client = createApplicationClient(endpoints, credentials, 'bench');
  const value = Buffer.alloc(valueBytes, 'v');
  const count = Math.ceil((megabytes * 1e6) / valueBytes);
  for (let key = 0; key < count; key++) {
    await client.pool.put(`bench/${key}`).value(value).exec();
    if (key % 200 === 0) say(`  ${key} of ${count} values`);
  }
}

async function measure(megabytes: number): Promise<void> {
  const flags = { 'quota-backend-bytes': String(8 * 2 ** 30) };
  await using cluster = await startTestCluster({
    release: from,
    settings: sameForAll({ flags, environment: {} }),
  });
  const { driver, access, members } = cluster;
  const [member] = members;
  if (member === undefined) throw new Error('no member');
  await fill(cluster, megabytes);
  for (const each of members) await driver.stage(each, to);
  const { databaseBytes } = await access.status(member);
  const { signal } = new AbortController();
  const digests = await digestsOf([from, to]);
  const options = { driver, view: access, log, clock, digests };
  // What the conditions are asked with; a whole run has more.
  const run = { options, bounds: { clock, signal }, members } as unknown as Run;
  const spent: number[] = [];
  for (let time = 0; time < times; time++) {
    const begun = clock.monotonicUs();
    const { objections } = await lookBeforeStop(run, member, [to, from]);
    spent.push((clock.monotonicUs() - begun) / 1000);
    if (objections.length > 0) throw new Error(objections.map(({ message }) => message).join('; '));
  }
  sayRow({
    figure: `asking the standing conditions before a stop, 3 members with ${(databaseBytes / 1e6).toFixed(0)} MB each`,
    bar: `≤ ${barMs} ms`,
    got: `${median(spent).toFixed(0)} ms (median of ${times}; ${spread(spent)})`,
    met: median(spent) <= barMs,
  });
}

for (const megabytes of sizes) {
  say(`${megabytes} MB`);
  await measure(megabytes);
}
