import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, rm, truncate, writeFile } from 'node:fs/promises';
import { variable, type Environment } from './environment.ts';

/** The files by which a step speaks to the runner; each step has its own. */
const NAMES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;

export interface FileCommandState {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly digest: string;
}

/** How they are before the agent works. */
export async function fileCommands(env: Environment): Promise<readonly FileCommandState[]> {
  const states = await Promise.all(
    NAMES.map(async (name) => {
      const path = variable(env, name);
      if (path === undefined) return undefined;
      const state = await stateOf(path);
      return state && { name, path, ...state };
    }),
  );
  return states.filter((state) => state !== undefined);
}

/**
 * Names of those that somebody wrote to meanwhile; what was added is cut off again. The agent is told no path of theirs,
 * and its sandbox lets it write none as long as RUNNER_TEMP lies outside of its folders: this is for where it doesn't.
 */
export async function restoreTampered(before: readonly FileCommandState[]): Promise<readonly string[]> {
  const tampered: string[] = [];
  for (const { name, path, size, digest } of before) {
    const now = await stateOf(path);
    if (now?.size === size && now.digest === digest) continue;
    tampered.push(name);
    if (now !== undefined && (await digestOf(path, size)) === digest) await truncate(path, size);
    else await emptyAnew(path);
  }
  return tampered;
}

/** Where its beginning was changed too, nothing of it can be believed; where it is a link, nothing goes through it. */
async function emptyAnew(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await writeFile(path, '', { flag: 'wx' });
}

async function stateOf(
  path: string,
): Promise<{ readonly size: number; readonly digest: string } | undefined> {
  const stat = await lstat(path).catch(() => undefined);
  return stat?.isFile() === true ? { size: stat.size, digest: await digestOf(path, stat.size) } : undefined;
}

async function digestOf(path: string, length: number): Promise<string> {
  const hash = createHash('sha256');
  if (length > 0) {
    for await (const chunk of createReadStream(path, { end: length - 1 })) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
