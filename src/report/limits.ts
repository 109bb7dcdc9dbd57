// Owns the sizes beyond which GitHub cuts or drops what it is given.
// Must not know what is given to it.

/** $GITHUB_STEP_SUMMARY: above it the whole upload is dropped (actions/runner: AttachmentSizeLimit = 1024 * 1024). */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024;
/** `output.summary` and `output.text` of a check run (GitHub's OpenAPI, maxLength). We count bytes: never less. */
export const CHECK_RUN_TEXT_LIMIT_BYTES = 65_535;
/** Workflow-command annotations of one level and step (actions/runner: _maxCountPerIssueType). */
export const ANNOTATIONS_PER_LEVEL_LIMIT = 10;
/** Message of one workflow-command annotation (actions/runner cuts it there). */
export const ANNOTATION_MESSAGE_LIMIT = 4096;
/** Below this not even the verdict is sure to fit. */
export const SMALLEST_LIMIT_BYTES = 1024;
