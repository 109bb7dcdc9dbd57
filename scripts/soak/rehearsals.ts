// Owns the soak of whole rehearsals: long ways, every disturbance, TLS with a login, five members. Each must pass.
// Must not know how a rehearsal works.
import assert from 'node:assert/strict';
import { type Case, inWorkplace, type Part } from './part.ts';

interface Rehearsal {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly depth: 'standard' | 'deep';
  /** Further lines of the manifest, at its top and below `rehearsal`. */
  readonly top?: string;
  readonly rehearsal?: string;
}

const line = ['3.4.31', '3.5.33', '3.6.14', '3.7.1'];
const rehearsals: readonly Rehearsal[] = [
  { name: 'three minors', from: '3.4.31', to: '3.7.1', depth: 'standard' },
  { name: 'every disturbance', from: '3.5.33', to: '3.7.1', depth: 'deep' },
  { name: 'TLS and a login', from: '3.5.33', to: '3.7.1', depth: 'standard', rehearsal: '  tls: true\n  auth: true' },
  { name: 'five members', from: '3.5.33', to: '3.7.1', depth: 'standard', top: 'members: 5' },
];

export const rehearsalMatrix: Part = {
  // Their clients' waiting times are judged, so nothing else may load the machine.
  lanes: 1,
  cases: (size) =>
    rehearsals.map((rehearsal): Case => {
      const small = size === 'tiny';
      const depth = small ? 'quick' : rehearsal.depth;
      const from = small ? '3.6.14' : rehearsal.from;
      return {
        name: `${rehearsal.name}: ${from} → ${rehearsal.to}, ${depth}`,
        run: () =>
          inWorkplace(async (place) => {
            const lines = [
              `from: "${from}"`,
              `to: "${rehearsal.to}"`,
              rehearsal.top,
              'rehearsal:',
              `  depth: ${depth}`,
            ];
            const text = [...lines, rehearsal.rehearsal].filter((each) => each !== undefined).join('\n');
            await place.manifest(text, line.slice(line.indexOf(from)));
            const { exitCode, stdout, stderr } = await place.run(['preflight']);
            assert.equal(exitCode, 0, `${stdout}\n${stderr.slice(-3000)}`);
            const report = place.report();
            assert.equal(report.verdict, 'pass');
            assert.deepEqual(
              report.steps?.filter((step) => step.status !== 'ok'),
              [],
            );
            assert.equal(report.availability?.failed, 0, 'failed operations of clients');
            assert.deepEqual(place.processes(), []);
          }),
      };
    }),
};
