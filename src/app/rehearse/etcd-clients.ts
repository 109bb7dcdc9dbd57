// Owns the real clients of a rehearsal: applications that use etcd3, and the compatibility checks. One module, loaded late.
// Must not hold either's logic.
export { runChecks } from '../../checks/run.ts';
export { startWorkloadApart } from '../../workload/own-process.ts';
