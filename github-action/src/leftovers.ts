import { lstat, realpath, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { variable, type Environment } from './environment.ts';
import { MARK_VARIABLE } from './invocation.ts';
import { processesWith } from './marked-processes.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { RUN_VARIABLE } from './run-id.ts';
import { folderOf } from './run-folders.ts';
import type { SavedState } from './saved-state.ts';
import { unfinishedEntries } from './tool-cache.ts';

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
  const { runId } = state;
  if (!(await isOurs(state, env))) return ['The saved state is not of a step of this job: nothing is done.'];
  const marks = [
    `${MARK_VARIABLE}=${state.mark}`,
    ...(runId === undefined ? [] : [`${RUN_VARIABLE}=${runId}`, `${RUN_VARIABLE}=${runId}-aside`]),
  ];
  const left = (): Promise<readonly ProcessIdentity[]> => processesWith(marks);
  const found = (await left()).length;
  const killed = found === 0 ? 0 : await end(left, bounds);
  const folders = [
    state.privateFolder,
    ...(runId === undefined ? [] : foldersOf(runId, env)),
    ...(await unfinishedEntries(env, state.mark)),
  ];
  const removed = await removeExisting(folders);
  return [
    ...(found === 0
      ? []
      : [`${found} processes of the run were still alive; ended, ${killed} of them by KILL.`]),
    ...removed.map((folder) => `Removed ${folder}`),
  ];
}

/**
 * A state that somebody else wrote must lead to no folder and no process but a step's own. The mark is the name of that
 * step's folder, which stays as long as the job: what another job's mark names lies below another RUNNER_TEMP.
 */
async function isOurs({ mark, privateFolder }: SavedState, env: Environment): Promise<boolean> {
  const temporary = variable(env, 'RUNNER_TEMP');
  if (temporary === undefined) return false;
  const folder = folderOf(temporary, mark);
  if (privateFolder !== join(folder, 'private')) return false;
  // The runner's own folder may be reached by a link; nothing below it may.
  const [root = '', real = ''] = await Promise.all(
    [temporary, folder].map((one) => realpath(one).catch(() => '')),
  );
  return real !== '' && real === folderOf(root, mark);
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
