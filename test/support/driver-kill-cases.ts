// Owns what must hold of every driver whose transactions run on a host: the host script was killed in the middle.
// Must not know any driver. Three cases and no matrix: before the stop, between stop and start, after the start.
import { expect, it } from 'vitest';
import type { Member } from '../../src/engine/ports.ts';
import type { ConformanceSubject, Setup } from './driver-conformance.ts';
import { type Death, deaths } from './mortal-service.ts';

export interface KillCaseSubject extends ConformanceSubject {
  /** The member's next host script ends there with SIGKILL. */
  letScriptDie(member: Member, death: Death): Promise<void>;
  /** How many etcd processes use the member's data. */
  liveProcesses(member: Member): Promise<number>;
}

export function driverKillCases(setup: () => Setup<KillCaseSubject>): void {
  it.each(deaths)('goes on when it is asked again after the host script was killed %s, and back', async (death) => {
    const { subject, driver, access, member, facts, from, to } = setup();
    await driver.stage(member, to.release);
    const before = await facts();
    await subject.letScriptDie(member, death);
    // What was started may answer before anybody misses the script.
    const first = await driver.switchTo(member, to).catch((error: unknown) => error);
    if (death !== 'after-start') expect(first).toMatchObject({ code: 'member-lost' });
    const after = await facts();
    expect(after.changing).toBe(false);
    expect(after.running).toEqual({ 'before-stop': from, 'before-start': 'nothing', 'after-start': to }[death]);
    if (death === 'before-stop') expect(after.process).toEqual(before.process);
    expect(await subject.liveProcesses(member)).toBe(death === 'before-start' ? 0 : 1);

    const { driver: successor } = await subject.provisioner.adopt(subject.spec.runId);
    expect(await successor.switchTo(member, to)).toMatchObject({ outcome: 'running' });
    const resumed = await facts();
    expect(resumed.running).toEqual(to);
    // What an earlier run of the script has started is joined, and nothing is started beside it.
    if (death === 'after-start') expect(resumed.process).toEqual(after.process);
    expect(await subject.liveProcesses(member)).toBe(1);
    expect((await access.status(member)).version).toBe(to.release);

    await subject.letScriptDie(member, death);
    await successor.switchTo(member, { ...to, overrides: { 'snapshot-count': '1000' } }).catch(() => undefined);
    expect(await successor.switchTo(member, from)).toMatchObject({ outcome: 'running' });
    expect(await facts()).toMatchObject({ running: from, changing: false });
    expect(await subject.liveProcesses(member)).toBe(1);
    expect((await access.status(member)).version).toBe(from.release);
    await successor[Symbol.asyncDispose]();
  });
}
