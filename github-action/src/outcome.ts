import { kindOf } from './exit-codes.ts';
import { ActionFailure } from './failure.ts';
import type { Report } from './report.ts';
import type { CheckResult } from './rotation-check.ts';

/** How the step ended, whoever says it: the runner's report, its bare exit code, or a refusal of the action's own. */
export interface Outcome {
  readonly exitCode: number;
  readonly verdict: 'success' | 'failure';
  readonly kind: string;
  readonly code: string;
  readonly reason: string;
  readonly fix: string;
  readonly retryable: boolean;
  /** Where the documentation has more on it, from the repository's root. */
  readonly page?: string;
  /** Where it is refused for several reasons, each of them. */
  readonly reasons?: readonly Outcome[];
  readonly report?: Report;
}

/** Of an exit code without a word besides. */
export const EXIT_CODES_PAGE = 'github-action/README.md#exit-codes';

/**
 * The process's exit code is the step's. Where the report says another one (the record was lost behind it: 15), the exit
 * code wins: nobody may take a step that failed for a run that succeeded.
 */
export function ofReport(report: Report, exitCode: number): Outcome {
  const { verdict } = report;
  const isSuccess = verdict.status === 'success' && verdict.exitCode === 0;
  if (exitCode === 0 && !isSuccess) {
    return { ...ofFailure(new ActionFailure('report-contradicts', String(verdict.exitCode))), report };
  }
  return verdict.exitCode === exitCode
    ? { ...verdict, verdict: verdict.status, exitCode, report }
    : { ...ofExitCode(exitCode), report };
}

/** Whether the step ends as its report says: only then the report's pages are the step's. */
export function isTheReports({ report, exitCode, verdict }: Outcome): boolean {
  return report?.verdict.exitCode === exitCode && report.verdict.status === verdict;
}

/** Of a rotation check: as with a run, no success unless the exit code and what was printed both say so. */
export function ofCheck(exitCode: number, check: CheckResult | undefined, said?: SaidFailure): Outcome {
  if (exitCode === 0 && check === undefined) {
    const reason = 'its standard output holds no result of a check';
    return ofFailure(new ActionFailure('report-unreadable', '0', reason));
  }
  if (exitCode === 0 && check !== undefined && check.exitCode !== 0)
    return ofFailure(new ActionFailure('report-contradicts', String(check.exitCode)));
  return ofExitCode(exitCode, (check?.exitCode === exitCode ? check.failure : undefined) ?? said);
}

/** Without a report: refused before a run began. The reason stands in the log, and here in the last words of it. */
export function ofExitCode(exitCode: number, said?: SaidFailure): Outcome {
  const kind = kindOf(exitCode);
  return {
    exitCode,
    verdict: exitCode === 0 ? 'success' : 'failure',
    kind,
    code: said?.code ?? kind.replaceAll('_', '-'),
    reason: said?.what ?? (exitCode === 0 ? '' : `codex-runner ended with exit code ${exitCode}.`),
    fix: said?.fix ?? (exitCode === 0 ? '' : 'The lines above say what happened and what to do.'),
    retryable: false,
    ...(exitCode === 0 ? {} : { page: said?.page ?? EXIT_CODES_PAGE }),
  };
}

export function ofFailure(failure: ActionFailure): Outcome {
  const { exitCode, kind, code, what, fix, retryable, page } = failure;
  return { exitCode, verdict: 'failure', kind, code, reason: what, fix, retryable, page };
}

/** Of several at once the first is the gravest; a second try helps only where it helps against each of them. */
export function ofFailures(first: ActionFailure, others: readonly ActionFailure[]): Outcome {
  if (others.length === 0) return ofFailure(first);
  const reasons = [first, ...others].map(ofFailure);
  const list = (texts: readonly string[]): string => texts.map((text) => `\n- ${text}`).join('');
  return {
    ...ofFailure(first),
    reason: `The run is refused for ${reasons.length} reasons:${list(reasons.map(({ reason }) => reason))}`,
    fix: `Against each of them:${list(reasons.map(({ fix }) => fix))}`,
    retryable: reasons.every(({ retryable }) => retryable),
    reasons,
  };
}

/** A failure as the runner prints it where there is no report: `error: WHAT`, `  why: WHY`, `  fix: FIX [CODE, ...]`. */
export interface SaidFailure {
  readonly what: string;
  readonly fix: string;
  readonly code: string;
  readonly page: string;
}

/** The last one that is whole. Line by line: one pattern over all of it would go over a flood again and again. */
export function saidIn(stderr: string): SaidFailure | undefined {
  const lines = stderr.split('\n');
  const end = lines.findLastIndex((line) => FIX.test(line));
  const begin = lines.findLastIndex((line, at) => at < end && line.startsWith(WHAT));
  const { fix = '', code = '', page = '' } = FIX.exec(lines[end] ?? '')?.groups ?? {};
  if (begin < 0) return undefined;
  const words = lines.slice(begin, end);
  const why = words.findIndex((line) => line.startsWith('  why:'));
  const what = words.slice(0, why < 0 ? words.length : why).join('\n');
  return { what: what.slice(WHAT.length), fix, code, page };
}

const WHAT = 'error: ';
const FIX = /^ {2}fix: (?<fix>.*) \[(?<code>[a-z0-9-]+), (?<page>docs\/[a-z-]+\.md#[a-z0-9-]+)\]$/;
