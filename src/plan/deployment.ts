// Owns what may be asked of deployments: whether two are the same, and what one is called.
// Must not know how one is brought about.
import type { Deployment } from './steps.ts';

export function sameDeployment(left: Deployment, right: Deployment): boolean {
  if (left.release !== right.release) return false;
  const keys = Object.keys(left.overrides);
  return (
    keys.length === Object.keys(right.overrides).length &&
    keys.every((key) => left.overrides[key] === right.overrides[key])
  );
}

/** "3.6.14", with the overrides when there are any; "nothing" where nothing runs. */
export function nameDeployment(deployment: Deployment | null): string {
  if (deployment === null) return 'nothing';
  const overrides = Object.entries(deployment.overrides).map(([flag, value]) => `--${flag}=${value}`);
  return [deployment.release, ...overrides].join(' ');
}
