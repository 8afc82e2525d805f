import { constants } from 'node:os';

export type RunnerSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** Where signals to ourselves come from. */
export interface SignalSource {
  on(signal: RunnerSignal, react: () => void): unknown;
}

const SIGNALS: readonly RunnerSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The job was cancelled before the runner was started; from then on the runner's own exit code tells of it. */
export class Cancelled extends Error {
  readonly exitCode: number;

  constructor(signal: RunnerSignal) {
    super('The job was cancelled before codex-runner was started.');
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * What is known of signals, from the first moment to the last: none of them ends the process by itself, and none that
 * came is forgotten until the runner has started, which is told of all that come then.
 */
export class Cancellation {
  private first: RunnerSignal | undefined;
  private readonly reactions = new Set<(signal: RunnerSignal) => void>();

  constructor(source: SignalSource) {
    for (const signal of SIGNALS) {
      source.on(signal, () => {
        this.first ??= signal;
        for (const react of this.reactions) react(signal);
      });
    }
  }

  /** From now on, for good. */
  onSignal(react: (signal: RunnerSignal) => void): void {
    this.reactions.add(react);
  }

  /** @throws Cancelled where a signal has come */
  requireNone(): void {
    if (this.first !== undefined) throw new Cancelled(this.first);
  }

  /** The task's result, unless a signal came or comes first. What was asked goes on, and the process ends without it. */
  async unless<Result>(task: () => Promise<Result>): Promise<Result> {
    this.requireNone();
    const { promise: cancelled, reject } = Promise.withResolvers<never>();
    const react = (signal: RunnerSignal): void => {
      reject(new Cancelled(signal));
    };
    this.reactions.add(react);
    try {
      return await Promise.race([task(), cancelled]);
    } finally {
      this.reactions.delete(react);
    }
  }
}
