import { literal } from './markdown-text.ts';
import type { Outcome } from './outcome.ts';

/** GitHub takes 1 MiB of each step; report.md has at most 60,000 characters. */
const LARGEST_BYTES = 1000 * 1024;

/** What goes on the job's page: the runner's own page for people, else a few lines on why there is none. */
export function summaryOf(outcome: Outcome, reportMd: string | undefined): string {
  const page = reportMd ?? refusal(outcome);
  return Buffer.byteLength(page) <= LARGEST_BYTES ? page : refusal(outcome);
}

function refusal({ kind, exitCode, reason, fix, code }: Outcome): string {
  const mark = exitCode === 0 ? '✅' : '❌';
  const lines = [
    `## ${mark} codex-runner: ${kind}`,
    literal(reason),
    ...(fix === '' ? [] : [`**Fix:** ${literal(fix)}`]),
    `exit code ${exitCode} · \`${code}\``,
  ];
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}
