import type { SaidFailure } from './outcome.ts';
import { isObject, type EventPayload } from './trigger.ts';

/** What `rotation check --json` printed, for a later step and for the log. */
export interface CheckResult {
  readonly json: string;
  readonly exitCode: number;
  readonly lines: readonly string[];
  /** Of the path that gave the check its exit code; `undefined` where all is well. */
  readonly failure: SaidFailure | undefined;
}

/** `undefined` where it is none: the check ended before it had looked at anything. */
export function checkResult(stdout: string): CheckResult | undefined {
  const document = parsed(stdout);
  if (!isObject(document) || document['schemaVersion'] !== 1) return undefined;
  const exitCode = document['exitCode'];
  if (typeof exitCode !== 'number' || !Array.isArray(document['paths'])) return undefined;
  const paths = document['paths'].filter(isObject);
  // It looks at one path at least.
  if (paths.length === 0) return undefined;
  const decisive = paths.find((path) => path['exitCode'] === exitCode && exitCode !== 0);
  return {
    exitCode,
    json: JSON.stringify(document),
    lines: paths.flatMap((path) => [
      `${word(path['path'])}: ${word(path['grade'])}`,
      ...findingsOf(path).map(
        (found) => `  ${word(found['aspect'])}: ${word(found['grade'])}, ${word(found['detail'])}`,
      ),
    ]),
    failure: decisive && failureOf(decisive),
  };
}

function failureOf(path: EventPayload): SaidFailure | undefined {
  const found = findingsOf(path).find((finding) => finding['grade'] === path['grade']);
  return (
    found && {
      what: `${word(path['path'])}: ${word(found['reason'])}`,
      fix: word(found['fix']),
      code: word(found['code']),
      page: `docs/troubleshooting.md#${word(found['code'])}`,
    }
  );
}

function findingsOf(path: EventPayload): readonly EventPayload[] {
  return Array.isArray(path['findings']) ? path['findings'].filter(isObject) : [];
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
