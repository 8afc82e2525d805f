import { lstat, readlink, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { ActionFailure } from './failure.ts';

/** As many as the system itself follows. */
const MOST_LINKS = 40;

/**
 * Whoever wrote the checkout, the author of a pull request for one, wrote what lies in it: a program from there would run
 * with the job's identity token before anything is judged. Links are followed one by one: a path that only comes by the
 * workspace, through a link there, leads wherever that author wants it to.
 */
export async function isInside(path: string, workspace: string): Promise<boolean> {
  const root = await realpath(workspace).catch(() => resolve(workspace));
  if (isBelow(resolve(path), resolve(workspace))) return true;
  let reached = '/';
  let ahead = partsOf(resolve(path));
  for (let links = 0; ahead.length > 0;) {
    const [part = '', ...rest] = ahead;
    const next = join(reached, part);
    if (isBelow(next, root)) return true;
    const target = await targetOf(next);
    // What goes round in circles leads to no program, and is not taken for outside.
    if (target !== undefined && ++links > MOST_LINKS) return true;
    // A link's own way begins where it really lies; a part `..` of it goes up from there, as the system does.
    if (target === undefined) reached = next;
    else if (isAbsolute(target)) reached = '/';
    ahead = target === undefined ? rest : [...partsOf(target), ...rest];
  }
  return isBelow(reached, root);
}

export async function requireOutside(
  input: string,
  path: string,
  workspace: string,
  remedy: string,
): Promise<void> {
  if (await isInside(path, workspace)) throw new ActionFailure('program-in-workspace', input, path, remedy);
}

/** A folder may be named `..jdk`: only `..` itself leads out. */
function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith('../');
}

async function targetOf(path: string): Promise<string | undefined> {
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  return isLink ? readlink(path) : undefined;
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
