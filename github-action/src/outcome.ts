import { kindOf } from './exit-codes.ts';
import { ActionFailure } from './failure.ts';
import type { Report } from './report.ts';
import type { CheckResult } from './rotation-check.ts';
import { inWorkflowWords } from './runner-words.ts';
import type { SaidFailure } from './said-failure.ts';

/** How the step ended, whoever says it: the runner's report, its bare exit code, or a refusal of the action's own. */
export interface Outcome {
  readonly exitCode: number;
  readonly verdict: 'success' | 'failure';
  readonly kind: string;
  readonly code: string;
  readonly reason: string;
  /** Empty where nothing more is known than the reason. */
  readonly why: string;
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
  if (verdict.exitCode !== exitCode) return { ...ofExitCode(exitCode), report };
  const { reason, fix, code } = verdict;
  const words = isSuccess
    ? { reason, fix }
    : { reason: inWorkflowWords(reason), fix: inWorkflowWords(fix), page: `docs/troubleshooting.md#${code}` };
  return { ...verdict, why: '', ...words, verdict: verdict.status, exitCode, report };
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
  if (exitCode === 0 && check?.contradiction !== undefined)
    return ofFailure(new ActionFailure('report-contradicts', check.contradiction));
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
    why: said?.why ?? '',
    fix: said?.fix ?? (exitCode === 0 ? '' : 'The lines above say what happened and what to do.'),
    retryable: false,
    ...(exitCode === 0 ? {} : { page: said?.page ?? EXIT_CODES_PAGE }),
  };
}

export function ofFailure(failure: ActionFailure): Outcome {
  const { exitCode, kind, code, what, why, fix, retryable, page } = failure;
  return { exitCode, verdict: 'failure', kind, code, reason: what, why, fix, retryable, page };
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
