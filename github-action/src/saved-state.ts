import { getState, saveState } from '@actions/core';
import type { RunFolders } from './run-folders.ts';
import { isObject } from './trigger.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** What the post step must know to clean up after a step that was killed. No secret. */
export interface SavedState {
  /** Marks the runner's processes. */
  readonly mark: string;
  readonly privateFolder: string;
  readonly reportFolder: string;
  readonly runner?: ProcessIdentity;
}

const NAME = 'codex-runner';

export function save({ id, privateFolder, reportFolder }: RunFolders, runner?: ProcessIdentity): void {
  saveState(NAME, { mark: id, privateFolder, reportFolder, runner });
}

/** `undefined` where the main step never got as far. */
export function savedState(): SavedState | undefined {
  const text = getState(NAME);
  return text === '' ? undefined : stateIn(text);
}

export function stateIn(text: string): SavedState | undefined {
  const state: unknown = JSON.parse(text);
  if (!isObject(state)) return undefined;
  const { mark, privateFolder, reportFolder, runner } = state;
  if (typeof mark !== 'string' || typeof privateFolder !== 'string' || typeof reportFolder !== 'string')
    return undefined;
  const known = { mark, privateFolder, reportFolder };
  return isObject(runner) && typeof runner['pid'] === 'number' && typeof runner['startTime'] === 'string'
    ? { ...known, runner: { pid: runner['pid'], startTime: runner['startTime'] } }
    : known;
}
