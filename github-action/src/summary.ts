import { documentationAddress } from './documentation.ts';
import type { Environment } from './environment.ts';
import { literal } from './markdown-text.ts';
import type { Outcome } from './outcome.ts';

/** GitHub takes 1 MiB of each step; report.md has at most 60,000 characters. */
const LARGEST_BYTES = 1000 * 1024;

/** What goes on the job's page: the runner's own page for people, else a few lines on why there is none. */
export function summaryOf(outcome: Outcome, reportMd: string | undefined, env: Environment): string {
  const page = reportMd ?? refusal(outcome, env);
  return Buffer.byteLength(page) <= LARGEST_BYTES ? page : refusal(outcome, env);
}

function refusal(outcome: Outcome, env: Environment): string {
  const { kind, exitCode, code, reasons = [outcome] } = outcome;
  const lines = [
    `## ${exitCode === 0 ? '✅' : '❌'} codex-runner: ${kind}`,
    ...reasons.flatMap((reason) => explained(reason, env)),
    `exit code ${exitCode} · \`${code}\``,
  ];
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}

function explained({ reason, fix, page }: Outcome, env: Environment): readonly string[] {
  return [
    literal(reason),
    ...(fix === '' ? [] : [`**What to do:** ${literal(fix)}`]),
    ...(page === undefined ? [] : [`More on it: ${link(page, env)}`]),
  ];
}

function link(page: string, env: Environment): string {
  const address = documentationAddress(page, env);
  return address === undefined ? `\`${page}\`` : `[${page}](${address})`;
}
