import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { reasonOf } from './bounded-file.ts';
import type { Cancellation } from './cancellation.ts';
import { ActionFailure } from './failure.ts';
import { pump, type ChunkSink } from './pumped-output.ts';

export interface RunnerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly stdin: string;
}

/** What is done with what comes while it runs. */
export interface RunnerSinks {
  readonly started: (pid: number) => void;
  readonly stdout: ChunkSink;
  readonly stderr: ChunkSink;
}

export interface RunnerLimits {
  /** From the first signal to KILL. The runner itself ends within 6.8 s; GitHub kills us 10 s after its first signal. */
  readonly killAfterMs: number;
  /** Of silence after the runner's end: somebody else holds the pipe then. */
  readonly drainMs: number;
}

export const RUNNER_LIMITS: RunnerLimits = { killAfterMs: 7_500, drainMs: 2_000 };

const SIGNAL_BASE = 128;

/** No core file of a process that held a token; the shell gives its place to the program. */
const SHELL_LINE = 'ulimit -c 0 2>/dev/null; exec "$@"';

/**
 * Runs the command to its end and tells its exit code, 128 plus the signal's number where it died of one.
 *
 * @throws Cancelled where a signal has come before: then nothing is started
 */
export async function runToTheEnd(
  command: RunnerCommand,
  sinks: RunnerSinks,
  cancellation: Cancellation,
  limits: RunnerLimits = RUNNER_LIMITS,
): Promise<number> {
  // In one go with the start: no signal comes in between.
  cancellation.requireNone();
  const child = spawn('/bin/sh', ['-c', SHELL_LINE, 'sh', command.program, ...command.args], {
    cwd: command.folder,
    env: { ...command.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const outputs = [pump(child.stdout, sinks.stdout), pump(child.stderr, sinks.stderr)];
  // A runner that refuses its arguments never reads the prompt.
  child.stdin.on('error', () => undefined);
  passSignalsOn(child, cancellation, limits.killAfterMs);
  const ended = endOf(child, command.program);
  if (child.pid !== undefined) sinks.started(child.pid);
  child.stdin.end(command.stdin);
  const exitCode = await ended;
  await Promise.all(outputs.map((output) => output.end(limits.drainMs)));
  return exitCode;
}

function endOf(child: ChildProcess, program: string): Promise<number> {
  return new Promise((settle, fail) => {
    child.once('error', (failed) => {
      fail(new ActionFailure('runner-not-started', program, reasonOf(failed)));
    });
    child.once('exit', (code, signal) => {
      settle(code ?? SIGNAL_BASE + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * The same signal, so that the runner's exit code tells of it; and KILL where that didn't help in time. It stays so after
 * the runner's end: GitHub's second signal must not end us while we write the outputs.
 */
function passSignalsOn(child: ChildProcess, cancellation: Cancellation, killAfterMs: number): void {
  cancellation.onSignal((signal) => {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref();
  });
}
