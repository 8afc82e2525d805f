import type { Command } from './input-catalogue.ts';
import { LineRelay } from './line-relay.ts';
import type { RunFolders } from './run-folders.ts';
import { awaitRunId } from './run-id.ts';
import { runToTheEnd, type RunnerCommand } from './runner-process.ts';
import { save } from './saved-state.ts';
import type { Surroundings } from './surroundings.ts';
import { stoppedCommands } from './stopped-commands.ts';
import { Tail } from './tail.ts';

export interface RunnerEnd {
  readonly exitCode: number;
  /** The last of what it said. */
  readonly stderr: string;
  /** Of a check, its JSON; nothing of a run, whose answer is in its report. */
  readonly stdout: string;
  /** The runner's id of its run; `undefined` where it ended before anybody saw it. */
  readonly runId: string | undefined;
  /** File commands that somebody else wrote to. */
  readonly tampered: readonly string[];
}

/** More than any verdict's words, and than a check's JSON of some thousand paths. */
const LAST_WORDS = 64 * 1024;
const LARGEST_CHECK = 8 * 1024 * 1024;

/** Runs codex-runner with its words relayed live, and with everything ready for the post step should we be killed. */
export async function runSupervised(
  command: RunnerCommand,
  kind: Command,
  folders: RunFolders,
  { write, drained, cancellation, fileCommands, console }: Surroundings,
): Promise<RunnerEnd> {
  const stderr = new Tail(LAST_WORDS);
  const stdout = new Tail(kind === 'exec' ? 0 : LARGEST_CHECK);
  const relay = new LineRelay(write, console.masked());
  const ended = new AbortController();
  let saved: Promise<string | undefined> = Promise.resolve(undefined);
  const sinks = {
    started: (pid: number): void => {
      saved = awaitRunId(pid, ended.signal).then(async (runId) => {
        if (runId !== undefined) await save(folders, fileCommands, runId);
        return runId;
      });
    },
    stdout: (chunk: Buffer): void => {
      stdout.push(chunk);
    },
    stderr: (chunk: Buffer): Promise<void> => {
      stderr.push(chunk);
      relay.push(chunk);
      return drained();
    },
  };
  const exitCode = await stoppedCommands(write, async () => {
    try {
      return await runToTheEnd(command, sinks, cancellation);
    } finally {
      ended.abort();
      relay.end();
    }
  });
  const runId = await saved;
  const tampered = await fileCommands.restoreTampered();
  return { exitCode, stderr: stderr.text(), stdout: stdout.text(), runId, tampered };
}
