// Releases that start, answer and lie: real etcd 3.7.1 with one defect each. None may ever pass. All of them in the
// soak, a sample elsewhere: each is a whole rehearsal.
import { beforeAll, describe, expect, it } from 'vitest';
import { brokenEtcd, type Defect } from '../support/broken-etcd.ts';
import { describeWithEtcd } from '../support/etcd-binaries.ts';
import { expectMachineKeptUp } from '../support/overloaded.ts';
import { openWorkplace, smallSnapshots, type Workplace } from '../support/rehearsal.ts';
import { sampleOf } from '../support/sample.ts';
import { expectTrouble, judgeIn, standIn } from '../support/trouble.ts';

const FROM = '3.6.14';
const TO = '3.7.1';

const manifest = (members: number, rehearsal: string): string => `from: "${FROM}"
to: "${TO}"
members: ${members}
${smallSnapshots}rehearsal:
  depth: quick
${rehearsal}`;

/** Some thousands of revisions on the broken release, at a rate that a busy machine can bear. */
const busy = `  timeLimits: { dwellMs: 14000, soakMs: 0 }
  workload: { rate: 200, keys: 20000, mix: { put: 70, cas: 10, get: 15, getSerializable: 0, range: 5, delete: 0 } }`;

const brief = `  timeLimits: { dwellMs: 6000, soakMs: 0 }
  workload: { rate: 200, mix: { put: 40, cas: 10, get: 40, getSerializable: 5, range: 5, delete: 0 } }`;

type Members = 1 | 3;
type BrokenBuild = `${Defect}, ${Members}`;
const alone: readonly BrokenBuild[] = ['lost-write, 1', 'silent-write, 1', 'dropped-event, 1', 'short-lease, 1'];
const amongOthers: readonly BrokenBuild[] = ['lost-write, 3', 'stale-read, 3'];
const tried = [
  ...sampleOf('broken builds, alone', alone, 1),
  ...sampleOf('broken builds, among others', amongOthers, 1),
];

/** A test of this defect in so many members, where it is among those that are tried. */
function itCatches(defect: Defect, members: Members, what: string, test: () => Promise<void>): void {
  if (tried.includes(`${defect}, ${members}`)) it(`${defect}: ${what}`, test);
}

describeWithEtcd([FROM, TO], 'a target release that is broken', (releases) => {
  const target = releases.get(TO);
  if (target === undefined) throw new Error(`no ${TO}`);

  async function rehearseBroken(place: Workplace, defect: Defect, members: number, rehearsal: string) {
    const directory = standIn(place, await brokenEtcd(defect), target as NonNullable<typeof target>);
    await place.manifest(manifest(members, rehearsal), [FROM, TO], { [TO]: directory });
    const result = await place.run(['preflight', '--format', 'json']);
    expectMachineKeptUp(place.report());
    return result;
  }

  beforeAll(async () => {
    for (const each of tried) await brokenEtcd(each.split(',')[0] as Defect);
  });

  describe('alone, where no other member can disagree', () => {
    const missesWrite = async (defect: Defect) => {
      using place = openWorkplace();
      const result = await rehearseBroken(place, defect, 1, busy);
      const report = expectTrouble(place, result, 'fail', 'durability-violated');
      expect(report.steps?.filter(({ status }) => status !== 'ok')).toEqual([]);
      // The key still shows what was there before, or another write has overwritten the lost one.
      expect(report.reason).toMatch(
        /although revision \d*000 (had written|wrote)|was written \d+ times since revision \d+, but \d+ were acknowledged/,
      );
      expect(judgeIn(report, 'durability').verdict).toBe('fail');
      // Whether a reader met one of the few lost keys before the end is chance; the read-back of all keys is not.
      const watch = judgeIn(report, 'watch');
      if (defect === 'silent-write' || watch.verdict === 'fail') {
        // A watcher that lags or comes back is served from the store, which lacks what was lost: chance as well.
        expect(watch).toMatchObject({ verdict: 'fail', summary: expect.stringMatching(/never got revision \d*000 /) });
      } else expect(watch.verdict).toBe('pass');
    };
    for (const defect of ['lost-write', 'silent-write'] as const) {
      itCatches(defect, 1, 'an acknowledged write is missed', () => missesWrite(defect));
    }

    itCatches('dropped-event', 1, 'the watch judge misses it', async () => {
      using place = openWorkplace();
      const result = await rehearseBroken(place, 'dropped-event', 1, brief);
      const report = expectTrouble(place, result, 'fail', 'watch-violated');
      expect(judgeIn(report, 'durability').verdict).toBe('pass');
      expect(report.reason).toMatch(/\d*00/);
    });

    itCatches('short-lease', 1, 'the lease judge sees keys expire too early', async () => {
      using place = openWorkplace();
      const result = await rehearseBroken(place, 'short-lease', 1, brief);
      const report = expectTrouble(place, result, 'fail', 'lease-violated');
      expect(judgeIn(report, 'durability').verdict).toBe('pass');
    });
  });

  describe('among members that are well', () => {
    itCatches('lost-write', 3, 'members hold different data, so the run is held', async () => {
      using place = openWorkplace();
      const result = await rehearseBroken(place, 'lost-write', 3, busy);
      const report = expectTrouble(place, result, 'fail', 'durability-violated');
      expect(judgeIn(report, 'hash').verdict).toBe('fail');
      expect(report.steps?.filter(({ status, part }) => status === 'failed' && part === 'upgrade')).toHaveLength(1);
      // One member or two, as the first lost write comes before or after the second switch; never the last.
      expect(report.clusterState).toMatch(/runs? 3\.7\.1\b/);
      expect(report.clusterState).toMatch(/runs? 3\.6\.14\b/);
      expect(report.clusterState).toMatch(/3 of 3 members up; before the point of no return/);
    });

    itCatches('stale-read', 3, 'a linearizable read answers with the past', async () => {
      using place = openWorkplace();
      const result = await rehearseBroken(place, 'stale-read', 3, brief);
      const report = expectTrouble(place, result, 'fail', 'linearizability-violated');
      expect(report.steps?.filter(({ status }) => status !== 'ok')).toEqual([]);
      expect(judgeIn(report, 'durability').verdict).toBe('pass');
    });
  });
});
