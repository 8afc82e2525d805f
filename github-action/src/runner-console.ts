import { harmless, harmlessLine } from './harmless.ts';
import type { ActionFailure } from './failure.ts';

/** What the action itself prints. Values from outside are in these texts, so that all of it is made harmless. */
export interface RunnerConsole {
  line(text: string): void;
  warning(text: string): void;
  failure(failure: ActionFailure): void;
  /** Has the runner mask a text from now on; the runner takes it off the log before anybody sees it. */
  mask(text: string): void;
  /** What was to be masked until now, the longest first. */
  masked(): readonly string[];
  /** A workflow command that is whole and escaped already. */
  command(command: string): void;
}

export function runnerConsole(write: (text: string) => void): RunnerConsole {
  const command = (text: string): void => {
    write(`${text}\n`);
  };
  const masked = new Set<string>();
  return {
    command,
    mask: (text) => {
      masked.add(text);
      command(`::add-mask::${escapedData(text)}`);
    },
    masked: () => [...masked].sort((one, other) => other.length - one.length),
    line: (text) => {
      write(`${harmless(text)}\n`);
    },
    warning: (text) => {
      command(annotation('warning', 'codex-runner', text));
    },
    failure: (failure) => {
      write(`${failureText(failure)}\n`);
      command(
        annotation('error', `codex-runner: ${failure.kind}`, `${failure.what}\nWhat to do: ${failure.fix}`),
      );
    },
  };
}

/** As the runner prints its own: what happened may be a list, one entry a line. */
function failureText({ what, why, fix, code, page }: ActionFailure): string {
  const lines = what.split('\n').map(harmlessLine).join('\n  ');
  return `error: ${lines}\n  why: ${harmlessLine(why)}\n  fix: ${harmlessLine(fix)} [${code}, ${page}]`;
}

/** GitHub's own escaping, so that the text can't end the command or begin another one. */
export function annotation(level: 'error' | 'warning' | 'notice', title: string, message: string): string {
  return `::${level} title=${escapedProperty(harmlessLine(title))}::${escapedData(harmless(message))}`;
}

export function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
