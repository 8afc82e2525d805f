import { realpath } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { ActionFailure } from './failure.ts';

/**
 * Whoever wrote the checkout, the author of a pull request for one, wrote what lies in it: a program from there would run
 * with the job's identity token before anything is judged. Links are followed, since a link leads out as well as in.
 */
export async function isInside(path: string, workspace: string): Promise<boolean> {
  const [real, root] = await Promise.all([path, workspace].map((one) => realpath(one).catch(() => one)));
  const way = relative(root ?? workspace, real ?? path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

export async function requireOutside(
  input: string,
  path: string,
  workspace: string,
  remedy: string,
): Promise<void> {
  if (await isInside(path, workspace)) throw new ActionFailure('program-in-workspace', input, path, remedy);
}
