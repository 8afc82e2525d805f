import { join } from 'node:path';
import type { Outcome } from './outcome.ts';

/** Of one output: GitHub bounds a job's outputs to 1 MiB in all. */
export const LARGEST_OUTPUT_BYTES = 256 * 1024;

export interface ReportPlaces {
  readonly folder: string;
  /** Names of the files that are there. */
  readonly files: ReadonlySet<string>;
}

export interface Outputs {
  readonly values: Readonly<Record<OutputName, string>>;
  /** What the reader has to know of them. */
  readonly warnings: readonly string[];
}

export const outputNames = [
  'verdict',
  'exit-code',
  'kind',
  'code',
  'reason',
  'retryable',
  'final-message',
  'structured-output',
  'thread-id',
  'attempts',
  'duration-ms',
  'input-tokens',
  'cached-input-tokens',
  'output-tokens',
  'reasoning-output-tokens',
  'changed-files',
  'changed-files-count',
  'report-path',
  'report-html',
  'sarif-path',
] as const;
export type OutputName = (typeof outputNames)[number];

/** All of them, empty where there is nothing to say: a later step that reads one must not meet an older run's. Pure. */
export function outputsOf(outcome: Outcome, places: ReportPlaces | undefined, checkJson?: string): Outputs {
  const { report } = outcome;
  // As on the CLI's standard output: the answer of a run that failed is no answer, though report.json has it.
  const answered = outcome.verdict === 'success' ? report : undefined;
  const structured = bounded('structured-output', checkJson ?? answered?.structuredOutput ?? '');
  const message = answered?.finalMessage ?? '';
  const changed = changedFiles(report?.changedFiles);
  const listed = changed.complete && (report?.changedCount ?? 0) <= (report?.changedFiles?.length ?? 0);
  const file = (name: string): string => (places?.files.has(name) === true ? join(places.folder, name) : '');
  return {
    values: {
      verdict: outcome.verdict,
      'exit-code': String(outcome.exitCode),
      kind: outcome.kind,
      code: outcome.code,
      reason: cut(outcome.reason),
      retryable: String(outcome.retryable),
      'final-message': cut(message),
      'structured-output': structured.value,
      'thread-id': report?.threadId ?? '',
      attempts: orEmpty(report?.attempts),
      'duration-ms': orEmpty(report?.durationMs),
      'input-tokens': orEmpty(report?.usage?.inputTokens),
      'cached-input-tokens': orEmpty(report?.usage?.cachedInputTokens),
      'output-tokens': orEmpty(report?.usage?.outputTokens),
      'reasoning-output-tokens': orEmpty(report?.usage?.reasoningOutputTokens),
      'changed-files': changed.value,
      'changed-files-count': orEmpty(report?.changedCount),
      'report-path': places?.folder ?? '',
      'report-html': file('report.html'),
      'sarif-path': file('report.sarif'),
    },
    warnings: [
      ...structured.warnings,
      ...(message !== cut(message) ? ['The output final-message is cut; report.json has all of it.'] : []),
      ...(listed
        ? []
        : ['The output changed-files has not all of them; changed-files-count says how many there are.']),
    ],
  };
}

function orEmpty(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** JSON that is cut is no JSON any more: rather none. */
function bounded(
  name: OutputName,
  json: string,
): { readonly value: string; readonly warnings: readonly string[] } {
  return Buffer.byteLength(json) <= LARGEST_OUTPUT_BYTES
    ? { value: json, warnings: [] }
    : { value: '', warnings: [`The output ${name} is too large and left empty; report.json has it.`] };
}

/** As many as there is room for, in their order: those that later steps run by their name come first. */
function changedFiles(paths: readonly string[] | undefined): {
  readonly value: string;
  readonly complete: boolean;
} {
  // Not the empty list, which would say that nothing changed.
  if (paths === undefined) return { value: '', complete: true };
  let size = 2;
  const fitting = paths.filter(
    (path) => (size += Buffer.byteLength(JSON.stringify(path)) + 1) <= LARGEST_OUTPUT_BYTES,
  );
  return { value: JSON.stringify(fitting), complete: fitting.length === paths.length };
}

const CUT_NOTE = '\n[cut here: report.json has all of it]';

/** Never in the middle of a character. */
export function cut(text: string): string {
  const content = Buffer.from(text, 'utf8');
  if (content.length <= LARGEST_OUTPUT_BYTES) return text;
  let end = LARGEST_OUTPUT_BYTES - Buffer.byteLength(CUT_NOTE);
  // Bytes that begin with 10 go on with a character that began before.
  while (((content[end] ?? 0) & 0xc0) === 0x80) end--;
  return content.subarray(0, end).toString('utf8') + CUT_NOTE;
}
