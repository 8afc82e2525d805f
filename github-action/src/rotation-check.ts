import { isObject } from './trigger.ts';

/** What `rotation check --json` printed, for a later step and for the log. */
export interface CheckResult {
  readonly json: string;
  readonly lines: readonly string[];
}

/** `undefined` where the check ended before it had looked at anything. */
export function checkResult(stdout: string): CheckResult | undefined {
  const document = parsed(stdout);
  if (!isObject(document) || !Array.isArray(document['paths'])) return undefined;
  return {
    json: JSON.stringify(document),
    lines: document['paths']
      .filter(isObject)
      .flatMap((path) => [
        `${String(path['path'])}: ${String(path['grade'])}`,
        ...(Array.isArray(path['findings']) ? path['findings'] : [])
          .filter(isObject)
          .map(
            (finding) =>
              `  ${String(finding['aspect'])}: ${String(finding['grade'])}, ${String(finding['detail'])}`,
          ),
      ]),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
