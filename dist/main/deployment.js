// src/plan/deployment.ts
function sameDeployment(left, right) {
	if (left.release !== right.release) return false;
	const keys = Object.keys(left.overrides);
	return keys.length === Object.keys(right.overrides).length && keys.every((key) => left.overrides[key] === right.overrides[key]);
}
function nameDeployment(deployment) {
	if (deployment === null) return "nothing";
	const overrides = Object.entries(deployment.overrides).map(([flag, value]) => `--${flag}=${value}`);
	return [deployment.release, ...overrides].join(" ");
}

export { sameDeployment as n, nameDeployment as t };