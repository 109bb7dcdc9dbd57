// Owns what `backup` says for people: what the new file holds, what it is recognised by, and what comes next.
// Must not know how it was taken.
import { markdownCode, markdownProse, markdownText, plainLine } from './escape.ts';
import { verdictWords } from './format.ts';
import type { BackupReport } from './model.ts';

export function renderTakenText({ reason, nextSteps, backup }: BackupReport): string {
  const lines = [
    reason,
    `sha256 ${backup.sha256}`,
    `HashKV ${backup.hash} (${hashedBy(backup)})`,
    '',
    ...nextSteps.map((step) => `Next: ${step}`),
  ];
  return `${lines.map(plainLine).join('\n')}\n`;
}

export function renderTakenMarkdown({ verdict, reason, nextSteps, backup }: BackupReport): string {
  const lines = [
    `## ${verdictWords(verdict).icon} Backup taken`,
    '',
    `- ${markdownProse(reason)}`,
    `- **SHA-256:** ${markdownCode(backup.sha256)}`,
    `- **HashKV:** ${markdownText(`${backup.hash} (${hashedBy(backup)})`)}`,
    ...backup.removed.map((path) => `- **Removed:** ${markdownCode(path)}`),
    '',
    '**Next**',
    '',
    ...nextSteps.map((step, index) => `${index + 1}. ${markdownProse(step)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function hashedBy({ hashBy }: BackupReport['backup']): string {
  return hashBy === 'member' ? 'as the member itself says' : 'by the file alone: the member has compacted since';
}
