import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { variable, type Environment } from './environment.ts';
import { isInside, requireOutside } from './outside-workspace.ts';

/**
 * The first program of that name on PATH that lies outside the workspace; `undefined` where there is none anywhere.
 * Entries that are relative or empty mean the folder that the process happens to be in, and are passed over.
 *
 * @throws ActionFailure where the only ones lie in the workspace
 */
export async function programOnPath(
  name: string,
  env: Environment,
  workspace: string,
  remedy: string,
): Promise<string | undefined> {
  const candidates = foldersOf(env).map((folder) => join(folder, name));
  const programs: string[] = [];
  for (const candidate of candidates) {
    if (!(await isProgram(candidate))) continue;
    if (!(await isInside(candidate, workspace))) return candidate;
    programs.push(candidate);
  }
  const [first] = programs;
  if (first !== undefined) await requireOutside(`PATH (${name})`, first, workspace, remedy);
  return undefined;
}

/** PATH for a program that looks for others in its turn. */
export async function pathOutside(env: Environment, workspace: string): Promise<string> {
  const folders: string[] = [];
  for (const folder of foldersOf(env)) if (!(await isInside(folder, workspace))) folders.push(folder);
  return folders.join(delimiter);
}

function foldersOf(env: Environment): readonly string[] {
  return (variable(env, 'PATH') ?? '').split(delimiter).filter(isAbsolute);
}

export async function isProgram(path: string): Promise<boolean> {
  return Promise.all([access(path, constants.X_OK), stat(path)]).then(
    ([, found]) => found.isFile(),
    () => false,
  );
}
