import { randomUUID } from 'node:crypto';
import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { reasonOf } from './bounded-file.ts';
import { variable, type Environment } from './environment.ts';
import { ActionFailure } from './failure.ts';
import { isInside } from './outside-workspace.ts';
import { reportFiles, type FilesBefore } from './report-files.ts';

export interface RunFolders {
  /** Names the step's folder, and marks its processes. */
  readonly id: string;
  /** Of the action alone; goes with the step. */
  readonly privateFolder: string;
  /** Kept for later steps. */
  readonly reportFolder: string;
  /** What lay in it before this run. Nothing is taken away: whether the folder may be used is the runner's to say. */
  readonly before: FilesBefore;
}

/** Folders of this step under RUNNER_TEMP, which GitHub's runner empties before and after each job. */
export async function makeRunFolders(
  env: Environment,
  workspace: string,
  reportDir: string | undefined,
): Promise<RunFolders> {
  const named = reportDir === undefined ? undefined : resolve(workspace, reportDir);
  // What a checkout brings along, its files and its links, would lie beside the report and go with it to whoever reads that.
  if (named !== undefined && (await isInside(named, workspace)))
    throw new ActionFailure('report-in-workspace', named);
  const id = randomUUID();
  const base = folderOf(variable(env, 'RUNNER_TEMP') ?? '', id);
  if (variable(env, 'RUNNER_TEMP') === undefined)
    throw new ActionFailure('folder-unusable', 'RUNNER_TEMP', 'it is not set');
  const folders = {
    id,
    privateFolder: join(base, 'private'),
    reportFolder: named ?? join(base, 'report'),
  };
  await make(base);
  await make(folders.privateFolder);
  await make(folders.reportFolder);
  return { ...folders, before: await reportFiles(folders.reportFolder) };
}

/** Where the input `config` is written to. */
export function configFileOf({ privateFolder }: RunFolders): string {
  return join(privateFolder, 'config.yaml');
}

/** A step's own folder. */
export function folderOf(temporary: string, id: string): string {
  return join(temporary, 'codex-runner', id);
}

async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await lstat(folder)).isDirectory()) throw new Error('it is a link');
  } catch (failed) {
    throw new ActionFailure('folder-unusable', folder, reasonOf(failed));
  }
}

/** Readable by this user only, and never through a link. */
export async function writePrivate(file: string, text: string): Promise<string> {
  await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  return file;
}
