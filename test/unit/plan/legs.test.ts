import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load.ts';
import type { Capability } from '../../../src/plan/needs.ts';
import { type PlanRequest, planUpgrade } from '../../../src/plan/planner.ts';
import type { Plan } from '../../../src/plan/steps.ts';
import { executableSteps } from '../../../src/plan/weave.ts';
import { requestOf } from './requests.ts';

function planOf(change: Partial<PlanRequest>): Plan {
  const result = planUpgrade(requestOf({ from: '3.6', ...change }), loadCatalog());
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.plan;
}

/** "mixed 1: observe, kill, back 1", one line for every place of the first hop that has legs. */
function legsOf(plan: Plan): readonly string[] {
  const places = new Map<string, string[]>();
  for (const leg of plan.legs) {
    const words = leg.steps.map(({ step }) => {
      if (step.kind === 'observe') {
        const { phase, upgraded, leads } = step.state;
        return `${phase} ${upgraded}${leads === undefined ? '' : ` under ${leads}`}${step.writes === undefined ? '' : ` long`}`;
      }
      if (step.kind === 'verify') return 'verify';
      if (step.kind === 'lead') return `lead ${step.release}`;
      return step.kind === 'switch-member' ? (step.purpose === 'roll-back' ? 'back' : 'on') : 'kill';
    });
    places.set(leg.after, [...(places.get(leg.after) ?? []), words.join(' ')]);
  }
  return [...places.values()].map((words) => words.join(', ').replace(/kill, /g, ''));
}

/** The new release leads, is observed, and hands back. */
const newLeads = (state: string): string => `lead 3.7.1 ${state} under 3.7.1 lead 3.6.14`;

describe('legs by depth', () => {
  test('quick observes every state and changes nothing', () => {
    const plan = planOf({ depth: 'quick' });
    expect(legsOf(plan)).toEqual(['source 0', 'mixed 1', 'hold 2', 'target 3 verify']);
    expect(
      executableSteps(plan).every(
        ({ part, planned }) => part === 'upgrade' || ['observe', 'verify'].includes(planned.step.kind),
      ),
    ).toBe(true);
  });
  test('standard goes back from the first mixed state and from the hold', () => {
    expect(legsOf(planOf({ depth: 'standard' }))).toEqual([
      'source 0',
      `mixed 1, ${newLeads('mixed 1')}, back source 0 on`,
      `hold 2, ${newLeads('hold 2')}, back back source 0 on on`,
      'target 3 long verify',
    ]);
  });
  test('a state that two hops share is looked at once, as the target of the first', () => {
    const { legs } = planOf({ from: '3.5', to: '3.7', depth: 'quick' });
    const seen = legs.flatMap(({ steps }) =>
      steps.flatMap(({ step }) => (step.kind === 'observe' ? [`${step.state.from} ${step.state.phase}`] : [])),
    );
    expect(seen.filter((state) => state.endsWith('source'))).toEqual([seen[0]]);
    expect(seen.filter((state) => state.endsWith('target')).length).toBeGreaterThan(1);
  });
  test('the last state of the upgrade lasts 15 s and 1,000 writes, unless a user wants it to last longer', () => {
    const lastOf = (plan: Plan) => plan.legs.at(-1)?.steps[0]?.step;
    expect(lastOf(planOf({ depth: 'standard' }))).toMatchObject({ dwellMs: 15_000, writes: 1_000 });
    const patient = { gateMs: 1, soakMs: 1, dwellMs: 60_000 };
    expect(lastOf(planOf({ depth: 'standard', timeLimits: patient }))).toMatchObject({
      dwellMs: 60_000,
      writes: 1_000,
    });
    expect(lastOf(planOf({ depth: 'quick' }))).not.toHaveProperty('writes');
  });
  test('standard with five members does not go back from the states between', () => {
    expect(legsOf(planOf({ depth: 'standard', voters: 5 })).filter((place) => place.includes('back'))).toEqual([
      `mixed 1, ${newLeads('mixed 1')}, back source 0 on`,
      `hold 4, ${newLeads('hold 4')}, back back back back source 0 on on on on`,
    ]);
  });
  test('deep goes back from every mixed count', () => {
    const back = legsOf(planOf({ depth: 'deep', voters: 5 })).filter((place) => place.includes('back'));
    expect(back.map((place) => place.match(/back/g)?.length)).toEqual([1, 2, 3, 4]);
  });
  test('two members have one mixed state, which is the hold, and go back from it', () => {
    expect(legsOf(planOf({ depth: 'deep', voters: 2 }))).toEqual([
      'source 0',
      `hold 1, ${newLeads('hold 1')}, back source 0 on`,
      'target 2 long verify',
    ]);
  });
  test('a single member is seen before and after', () => {
    expect(legsOf(planOf({ depth: 'deep', voters: 1 }))).toEqual(['source 0', 'target 1 long verify']);
  });
  test('a patch hop is observed only', () => {
    const plan = planOf({ depth: 'deep', from: '3.5.16', to: '3.5.33' });
    expect(legsOf(plan)).toEqual(['source 0', 'mixed 1', 'mixed 2', 'target 3 long verify']);
  });
});

describe('what the driver cannot do', () => {
  const madeWith = (...capabilities: Capability[]) => {
    const request = requestOf({ from: '3.6', depth: 'deep', capabilities: new Set(capabilities) });
    const result = planUpgrade(request, loadCatalog());
    if (!result.ok) throw new Error(JSON.stringify(result.findings));
    return result;
  };
  const kinds = ({ legs }: Plan) => new Set(legs.flatMap(({ steps }) => steps.map(({ step }) => step.kind)));
  const whole = madeWith('stop-start', 'kill', 'see-settings');

  test('a kill is not planned for a driver that cannot kill, and the plan says what is not rehearsed and why', () => {
    const { plan, findings, atBest } = madeWith('stop-start', 'see-settings');
    expect(kinds(whole.plan)).toContain('kill-member');
    expect(kinds(plan)).not.toContain('kill-member');
    expect(kinds(plan)).toContain('switch-member');
    const killed = whole.plan.legs.filter(({ title }) => title.startsWith('kill'));
    expect(findings).toContainEqual(
      expect.objectContaining({ id: 'rule/not-rehearsed', message: expect.stringContaining('capability kill') }),
    );
    for (const { id, title } of killed) {
      expect(findings.map(({ message }) => message).join()).toContain(`${id} ${title}`);
    }
    expect([whole.atBest, atBest]).toEqual(['pass', 'inconclusive']);
  });
  test('the other legs keep their ids, and the upgrade its digest', () => {
    const { plan } = madeWith('stop-start', 'see-settings');
    const kept = whole.plan.legs.filter(({ title }) => !title.startsWith('kill'));
    expect(plan.legs).toEqual(kept);
    expect(plan.digest).toBe(whole.plan.digest);
  });
  test('where nobody sees what members run with, nothing is left out, but the plan says so and proves nothing', () => {
    const { plan, findings, atBest } = madeWith('stop-start', 'kill');
    expect(plan).toEqual(whole.plan);
    expect(findings).toContainEqual(
      expect.objectContaining({
        id: 'rule/not-rehearsed',
        severity: 'warning',
        message: expect.stringContaining('capability see-settings'),
      }),
    );
    expect(atBest).toBe('inconclusive');
  });
  test('a roll-back is not rehearsed where members cannot be stopped; no step of the upgrade is left out for it', () => {
    const { plan, findings } = madeWith('kill', 'see-settings');
    expect(kinds(plan)).not.toContain('switch-member');
    expect(plan.upgrade).toEqual(whole.plan.upgrade);
    expect(findings.map(({ message }) => message).join()).toMatch(/capability stop-start.* roll back 1 of 3/);
  });
});

test('the upgrade is the same at every depth', () => {
  const [quick, standard, deep] = (['quick', 'standard', 'deep'] as const).map((depth) => planOf({ depth }));
  expect(standard?.upgrade).toEqual(quick?.upgrade);
  expect(deep?.upgrade).toEqual(quick?.upgrade);
});

test('legs run right after the step they hang on', () => {
  const ids = executableSteps(planOf({ depth: 'standard' })).map(({ planned }) => planned.id);
  const at = ids.indexOf('1.4');
  expect(ids.slice(at, at + 9)).toEqual([
    '1.4',
    '1.4.a1',
    '1.4.b1',
    '1.4.b2',
    '1.4.b3',
    '1.4.c1',
    '1.4.c2',
    '1.4.c3',
    '1.5',
  ]);
});
