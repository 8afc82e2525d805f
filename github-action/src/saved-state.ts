import { getState } from '@actions/core';
import type { FileCommands } from './file-commands.ts';
import type { RunFolders } from './run-folders.ts';
import { isObject } from './trigger.ts';

/** What the post step must know to clean up after a step that was killed. No secret. */
export interface SavedState {
  /** Marks the runner's processes, and names the step's folder. */
  readonly mark: string;
  readonly privateFolder: string;
  /** The runner's own id of its run, by which it marks what it starts; `undefined` as long as nobody knew it. */
  readonly runId?: string;
}

const NAME = 'codex-runner';
const MARK = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const RUN_ID = /^[A-Za-z0-9-]{16,64}$/;

export async function save(
  { id, privateFolder }: RunFolders,
  fileCommands: FileCommands,
  runId?: string,
): Promise<void> {
  await fileCommands.set('GITHUB_STATE', { [NAME]: JSON.stringify({ mark: id, privateFolder, runId }) });
}

/** `undefined` where the main step never got as far. */
export function savedState(): SavedState | undefined {
  const text = getState(NAME);
  return text === '' ? undefined : stateIn(text);
}

export function stateIn(text: string): SavedState | undefined {
  const state: unknown = JSON.parse(text);
  if (!isObject(state)) return undefined;
  const { mark, privateFolder, runId } = state;
  if (typeof mark !== 'string' || !MARK.test(mark) || typeof privateFolder !== 'string') return undefined;
  const known = { mark, privateFolder };
  return typeof runId === 'string' && RUN_ID.test(runId) ? { ...known, runId } : known;
}
