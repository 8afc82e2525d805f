import { constants } from 'node:os';
import type { RunnerSignal, SignalSource } from './runner-process.ts';

/** The job was cancelled before the runner was started; from then on the runner's own exit code tells of it. */
export class Cancelled extends Error {
  readonly exitCode: number;

  constructor(signal: RunnerSignal) {
    super('The job was cancelled before codex-runner was started.');
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** The task's result, unless a signal comes first. What was asked goes on, and the process ends without it. */
export async function unlessCancelled<Result>(
  signals: SignalSource,
  task: () => Promise<Result>,
): Promise<Result> {
  const cancelled = new Promise<never>((_, fail) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      signals.on(signal, () => {
        fail(new Cancelled(signal));
      });
    }
  });
  return Promise.race([task(), cancelled]);
}
