import { lstat, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readBounded } from './bounded-file.ts';
import { variable, type Environment } from './environment.ts';
import { MARK_VARIABLE } from './invocation.ts';
import { processesWith } from './marked-processes.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';
import type { SavedState } from './saved-state.ts';
import { isObject } from './trigger.ts';

/** By which the runner marks what it starts (RunId.java); the id is the run's own, in its run.json. */
const RUN_VARIABLE = 'CODEXRUNNER_RUN_ID';
const RUN_ID = /^[A-Za-z0-9-]{16,64}$/;
const LARGEST_MANIFEST_BYTES = 1024 * 1024;

export interface CleanUpBounds {
  /** From TERM to KILL; the runner writes its report and ends codex in this time. */
  readonly graceMs: number;
  /** For what is left after KILL to go away. */
  readonly afterKillMs: number;
}

export const CLEAN_UP_BOUNDS: CleanUpBounds = { graceMs: 7_500, afterKillMs: 3_000 };

const POLL_MS = 50;

/** Ends what a killed step left alive, removes its private files, and says what it did; nothing where nothing was left. */
export async function cleanUp(
  state: SavedState,
  env: Environment,
  bounds: CleanUpBounds = CLEAN_UP_BOUNDS,
): Promise<readonly string[]> {
  const runId = await runIdIn(state.reportFolder);
  const marks = [
    `${MARK_VARIABLE}=${state.mark}`,
    ...(runId === undefined ? [] : [`${RUN_VARIABLE}=${runId}`, `${RUN_VARIABLE}=${runId}-aside`]),
  ];
  const left = (): Promise<readonly ProcessIdentity[]> => leftAlive(state, marks);
  const found = (await left()).length;
  const killed = found === 0 ? 0 : await end(left, bounds);
  const folders = [state.privateFolder, ...(runId === undefined ? [] : foldersOf(runId, env))];
  const removed = await removeExisting(folders);
  return [
    ...(found === 0
      ? []
      : [`${found} processes of the run were still alive; ended, ${killed} of them by KILL.`]),
    ...removed.map((folder) => `Removed ${folder}`),
  ];
}

async function leftAlive(state: SavedState, marks: readonly string[]): Promise<readonly ProcessIdentity[]> {
  const marked = await processesWith(marks);
  const runner = state.runner;
  const isKnown = runner === undefined || marked.some(({ pid }) => pid === runner.pid);
  return isKnown || !(await isAlive(runner)) ? marked : [...marked, runner];
}

/** Says how many needed KILL. */
async function end(left: () => Promise<readonly ProcessIdentity[]>, bounds: CleanUpBounds): Promise<number> {
  signalAll(await left(), 'SIGTERM');
  if (await noneWithin(left, bounds.graceMs)) return 0;
  const stubborn = await left();
  signalAll(stubborn, 'SIGKILL');
  // One that was just being started comes to light now.
  await noneWithin(async () => {
    const again = await left();
    signalAll(again, 'SIGKILL');
    return again;
  }, bounds.afterKillMs);
  return stubborn.length;
}

function signalAll(processes: readonly ProcessIdentity[], signal: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended meanwhile.
    }
  }
}

async function noneWithin(
  left: () => Promise<readonly ProcessIdentity[]>,
  boundMs: number,
): Promise<boolean> {
  const end = performance.now() + boundMs;
  for (;;) {
    if ((await left()).length === 0) return true;
    if (performance.now() >= end) return false;
    await pause(POLL_MS);
  }
}

async function runIdIn(reportFolder: string): Promise<string | undefined> {
  try {
    const manifest: unknown = JSON.parse(
      await readBounded(join(reportFolder, 'run.json'), LARGEST_MANIFEST_BYTES, 'no-links'),
    );
    const id = isObject(manifest) ? manifest['id'] : undefined;
    return typeof id === 'string' && RUN_ID.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Where the runner makes a run's private CODEX_HOME and TMPDIR (StateFolders.java); both carry the run's own id. */
function foldersOf(runId: string, env: Environment): readonly string[] {
  const home = variable(env, 'HOME') ?? homedir();
  const bases = [
    variable(env, 'XDG_STATE_HOME'),
    join(home, '.local', 'state'),
    variable(env, 'XDG_CACHE_HOME'),
    join(home, '.cache'),
  ];
  return bases
    .filter((base) => base !== undefined)
    .filter(isAbsolute)
    .flatMap((base) => [
      join(base, 'codex-runner', 'homes', runId),
      join(base, 'codex-runner', 'tmp', runId.slice(0, 8)),
    ]);
}

async function removeExisting(folders: readonly string[]): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const folder of folders) {
    const stat = await lstat(folder).catch(() => undefined);
    if (stat === undefined) continue;
    // Does not follow links.
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    removed.push(folder);
  }
  return removed;
}
