import { exitCodeOf } from './exit-codes.ts';
import { failures, type FailureCode } from './failure-texts.ts';
import { mayPass } from './passing-trouble.ts';

/** What ended the action before, or instead of, a verdict of the runner's. Never holds a secret. */
export class ActionFailure extends Error {
  readonly code: FailureCode;
  readonly kind: string;
  readonly exitCode: number;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Whether the same run, started again unchanged, may succeed. */
  readonly retryable: boolean = false;
  /** Where it is explained, from the repository's root. */
  readonly page: string;

  constructor(code: FailureCode, ...details: readonly string[]) {
    const words = failures[code];
    const fill = (template: string): string => filled(template, details);
    super(fill(words.what));
    this.code = code;
    this.kind = words.kind;
    this.exitCode = exitCodeOf(words.kind);
    this.what = this.message;
    this.why = fill(words.why);
    this.fix = fill(words.fix);
    this.page = `github-action/README.md#${code}`;
  }
}

/** Of somebody else's trouble, which may be over by the time of a second try. */
export class PassingFailure extends ActionFailure {
  override readonly retryable = true;
}

/** @param cause what was thrown: it tells whether the failure may pass */
export function failureBy(cause: unknown, code: FailureCode, ...details: readonly string[]): ActionFailure {
  return mayPass(cause) ? new PassingFailure(code, ...details) : new ActionFailure(code, ...details);
}

function filled(template: string, details: readonly string[]): string {
  // A function, not a string: `$&` in a detail would be a pattern of its own.
  return template.replace(/\{(\d)\}/g, (_, index: string) => details[Number(index)] ?? '');
}

/** A bug of ours: where it happened, without its message, which may quote what the code was working on. */
export function asFailure(thrown: unknown): ActionFailure {
  if (thrown instanceof ActionFailure) return thrown;
  const name = thrown instanceof Error ? thrown.constructor.name : typeof thrown;
  const place =
    thrown instanceof Error
      ? /\n\s+at (?<place>[^\n]*)/.exec(thrown.stack ?? '')?.groups?.['place']
      : undefined;
  return new ActionFailure('action-internal-error', name, place ?? 'an unknown place');
}
