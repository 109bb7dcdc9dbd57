// Owns reading etcd's two log formats (capnslog text up to 3.4, zap JSON from 3.4 on) line by line. Pure.
// Must not know files.

/** Wall time of a line in milliseconds, or null: continuation lines (panics, flag help) carry none. */
export function wallMsOf(line: string): number | null {
  // zap: {"level":"info","ts":"2026-11-22T10:11:12.123Z",…}, with microseconds and an offset from 3.6 on.
  const zap = /"ts":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d):?(\d\d)"|"ts":"([^"]+Z)"/.exec(line);
  const iso = zap?.[4] ?? (zap ? `${zap[1]}${zap[2]}:${zap[3]}` : null);
  // capnslog: "2026-11-22 10:11:12.123456 I | etcdmain: …" in local time; members run with TZ=UTC.
  const text = iso ?? /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d+) [A-Z] \|/.exec(line)?.slice(1, 3).join('T').concat('Z');
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

/**
 * A zap line as a person reads it: level, message, error and the few fields that tell why. Other lines stay as they
 * are.
 */
function readableLine(line: string): string {
  if (!line.startsWith('{')) return line;
  let entry: Record<string, unknown>;
  try {
    entry = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return line;
  }
  const { level, msg } = entry;
  if (typeof level !== 'string' || typeof msg !== 'string') return line;
  const told = ['error', 'reason', 'type', 'method', 'cluster-version', 'server-version', 'stage']
    .filter((field) => entry[field] !== undefined)
    .map((field) => `${field}: ${typeof entry[field] === 'string' ? entry[field] : JSON.stringify(entry[field])}`);
  return [`${level}: ${msg}`, ...told].join('; ');
}

/** Where the real reason begins; what etcd prints after it is a stack or a page of help. */
const REASONS = [
  /^panic: /,
  /^fatal error: /,
  /"level":"(panic|fatal)"/,
  /flag provided but not defined/,
  /error verifying flags/,
  /invalid value .* for flag/,
  /conflicting environment variable/,
  /couldn't load|error setting up|listen tcp .*: bind/,
];
const AFTER_REASON = 6;

/**
 * The lines of one start that say why it ended, oldest first, at most `limit`: what came before the first reason, the
 * reason itself and the first lines after it; without a reason simply the last lines.
 */
export function lastWords(text: string, limit = 20): readonly string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const reason = lines.findIndex((line) => REASONS.some((pattern) => pattern.test(line)));
  if (reason < 0) return lines.slice(-limit).map(readableLine);
  const panic = lines.findIndex((line, index) => index >= reason && /^(panic|fatal error): /.test(line));
  // zap logs a panic and then Go prints it: both are kept, because the second has the type and the goroutine.
  const end = Math.min(lines.length, Math.max(reason, panic) + 1 + AFTER_REASON);
  return lines.slice(Math.max(0, end - limit), end).map(readableLine);
}
