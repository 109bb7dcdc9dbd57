// Owns the shape of one compatibility check's result: what the catalog expects against what was seen.
// Must not know how a check is run (checks/).

export interface CheckResult {
  /** Check id, e.g. "watch-compacted". */
  readonly check: string;
  /** Printable state, e.g. "3.5.33→3.6.14 mixed 1/3". */
  readonly state: string;
  readonly member: string;
  /** Release of the member the check went through. */
  readonly release: string;
  readonly expected: string;
  readonly seen: string;
  readonly ok: boolean;
  readonly durationMs: number;
  readonly error?: string;
}
