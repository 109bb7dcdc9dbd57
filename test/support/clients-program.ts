// Owns the process of a rehearsal's clients where a test runs the tool from its sources.
import { clients } from '../../src/entry/clients.ts';

await clients();
