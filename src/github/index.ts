// Owns the one door to GitHub for app/ and entry/.
// Must not hold logic.
export {
  assertTrustedEvent,
  type EventContext,
  readEventContext,
  type Trust,
  trustOf,
} from './context.ts';
export { type ActionInputs, type ActionMode, maskSecrets, readActionInputs } from './inputs.ts';
export { type FailureOptions, type OutputPaths, reportFailure, setOutputs } from './outputs.ts';
export { createGitHubPublisher, type GitHubPublisherOptions } from './publisher.ts';
export { closeAbandonedCheckRun, savedOutputDirectory, saveOutputDirectory } from './state.ts';
