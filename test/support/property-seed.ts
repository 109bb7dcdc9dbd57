// Owns the seed from which fast-check draws: that of the commit, so that a failure can be replayed on any machine.
// Must not know any property.
import fc from 'fast-check';
import { seedOfTests } from './sample.ts';

fc.configureGlobal({ seed: seedOfTests() });
