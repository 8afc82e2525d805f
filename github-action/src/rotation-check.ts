import { compactSource } from './json-source.ts';
import { inWorkflowWords } from './runner-words.ts';
import type { SaidFailure } from './said-failure.ts';
import { isObject, type EventPayload } from './trigger.ts';

/** What `rotation check --json` printed, for a later step and for the log. */
export interface CheckResult {
  readonly json: string;
  readonly exitCode: number;
  readonly lines: readonly string[];
  /** Of the path that gave the check its exit code; `undefined` where all is well. */
  readonly failure: SaidFailure | undefined;
  /** What of a check that ended well says otherwise. */
  readonly contradiction: string | undefined;
}

/**
 * @param asked the path that the check was to look at; `undefined` for those of a file
 * @returns `undefined` where it is none: the check ended before it had looked at anything, or looked at something else
 */
export function checkResult(stdout: string, asked: string | undefined): CheckResult | undefined {
  const document = parsed(stdout);
  if (!isObject(document) || document['schemaVersion'] !== 1) return undefined;
  const exitCode = document['exitCode'];
  if (typeof exitCode !== 'number' || !Array.isArray(document['paths'])) return undefined;
  const paths = document['paths'].filter(isObject);
  // It looks at one path at least.
  if (paths.length === 0) return undefined;
  if (asked !== undefined && paths.some((path) => word(path['path']) !== secretPath(asked))) return undefined;
  const decisive = paths.find((path) => path['exitCode'] === exitCode && exitCode !== 0);
  return {
    exitCode,
    // As it stands there: written anew, a large number would lose digits.
    json: compactSource(stdout),
    lines: paths.flatMap((path) => [
      `${word(path['path'])}: ${word(path['grade'])}`,
      ...findingsOf(path).map(
        (found) => `  ${word(found['aspect'])}: ${word(found['grade'])}, ${word(found['detail'])}`,
      ),
    ]),
    failure: decisive && failureOf(decisive),
    contradiction: exitCode === 0 ? contradictionIn(paths) : String(exitCode),
  };
}

/** Only warned of is still well. */
const WELL = new Set(['ok', 'warn']);

function contradictionIn(paths: readonly EventPayload[]): string | undefined {
  const ill = [...paths, ...paths.flatMap(findingsOf)].find(({ grade }) => !WELL.has(word(grade)));
  if (ill !== undefined) return `${word(ill['path'] ?? ill['aspect'])} is ${word(ill['grade'])}`;
  const path = paths.find((one) => one['exitCode'] !== 0);
  return path && `${word(path['path'])} has an exit code of its own`;
}

/** As the runner writes the path of a secret: with its field, and no slash at its ends (VaultPath.java). */
function secretPath(given: string): string {
  const [, path = '', field = 'access_token'] = /^([^#]*)(?:#(.*))?$/.exec(given.trim()) ?? [];
  return `${path.replace(/^\/+|\/+$/g, '')}#${field}`;
}

function failureOf(path: EventPayload): SaidFailure | undefined {
  const found = findingsOf(path).find((finding) => finding['grade'] === path['grade']);
  return (
    found && {
      what: `${word(path['path'])}: ${inWorkflowWords(word(found['reason']))}`,
      why: '',
      fix: inWorkflowWords(word(found['fix'])),
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
