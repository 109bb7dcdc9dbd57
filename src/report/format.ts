// Owns how figures read: durations, counts, the words of a verdict.
// Must not know where they are printed.
import type { JudgedReport, Verdict } from './model.ts';

/** "850 ms", "1.2 s", "3 min 34 s". */
export function duration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A duration that may not have been measurable. */
export function measured(ms: number | null | undefined): string {
  return ms === null || ms === undefined ? '–' : duration(ms);
}

/** 48213 → "48,213": grouped by hand, so that every machine prints the same. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "1 check", "9 checks". */
export function counted(n: number, noun: string): string {
  return `${count(n)} ${noun}${n === 1 ? '' : 's'}`;
}

export interface VerdictWords {
  readonly icon: string;
  readonly mark: string;
  /** Answers "is it safe?" in the title. */
  readonly answer: string;
}

const words: Record<Verdict, VerdictWords> = {
  pass: { icon: '✅', mark: '✔', answer: 'Safe' },
  fail: { icon: '❌', mark: '✘', answer: 'Not safe' },
  inconclusive: { icon: '⚠️', mark: '?', answer: 'Not proven' },
  error: { icon: '💥', mark: '!', answer: 'Could not tell' },
};

export function verdictWords(verdict: Verdict): VerdictWords {
  return words[verdict];
}

/** Answers "can we rely on it?". */
const backupAnswers: Record<Verdict, string> = {
  pass: 'Proven to restore',
  fail: 'Not to be relied on',
  inconclusive: 'Not proven',
  error: 'Could not tell',
};

/**
 * The answer in a report's title. Only a rehearsal may say "Safe": a run that was rolled back as wished is a success
 * and proves nothing about the upgrade.
 */
export function answerOf({ mode, verdict }: Pick<JudgedReport, 'mode' | 'verdict'>): string {
  switch (mode) {
    case 'preflight':
    case 'resume':
      return words[verdict].answer;
    case 'rollback':
      return verdict === 'pass' ? 'Done' : words[verdict].answer;
    case 'verify-backup':
      return backupAnswers[verdict];
  }
}
