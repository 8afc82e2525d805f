import { constants } from 'node:fs';
import { access, cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { variable, type Environment } from './environment.ts';

export const RUNNER_TOOL = 'codex-runner';
export const CODEX_TOOL = 'codex-runner-codex';

/** Longer than anybody fills an entry for. */
const ABANDONED_MS = 60 * 60_000;

/**
 * GitHub's tool cache, as @actions/tool-cache lays it out: TOOL/VERSION/ARCH, and ARCH.complete besides it. Many jobs of a
 * machine may share it: an entry appears whole or not at all, and one that is complete is never touched again.
 */
export class ToolCache {
  private readonly root: string | undefined;
  private readonly job: string;

  /** @param job marks what is unfinished, so that the post step finds it: {@link unfinishedEntries} */
  constructor(env: Environment, job: string) {
    this.root = rootOf(env);
    this.job = job;
  }

  async find(tool: string, version: string): Promise<string | undefined> {
    const place = this.place(tool, version);
    if (place === undefined) return undefined;
    const complete = (await exists(`${place}.complete`)) && (await exists(place));
    return complete ? place : undefined;
  }

  /** Where it lies from now on: in the cache, or where it was if the cache can't take it. */
  async keep(folder: string, tool: string, version: string): Promise<string> {
    const place = this.place(tool, version);
    if (place === undefined) return folder;
    const sibling = `${place}.${this.job}`;
    try {
      await mkdir(dirname(place), { recursive: true });
      await cp(folder, sibling, {
        recursive: true,
        verbatimSymlinks: true,
        mode: constants.COPYFILE_FICLONE,
      });
      // Another job may have been faster meanwhile, and use its own already.
      const faster = await this.find(tool, version);
      if (faster !== undefined) return faster;
      await removeAbandoned(place, `${sibling}-old`);
      await rename(sibling, place);
      await writeFile(`${place}.complete`, '');
      return place;
    } catch {
      // Full, not ours to write to, or another job is just between its last two steps.
      return (await this.find(tool, version)) ?? folder;
    } finally {
      await rm(sibling, { recursive: true, force: true });
    }
  }

  private place(tool: string, version: string): string | undefined {
    return this.root === undefined ? undefined : join(this.root, tool, version, process.arch);
  }
}

/** A job that was killed left it without its mark. Renamed first: nobody meets it half removed. */
async function removeAbandoned(place: string, aside: string): Promise<void> {
  const age = await stat(place).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age < ABANDONED_MS) return;
  await rename(place, aside);
  await rm(aside, { recursive: true, force: true });
}

/** What a job that was ended while it filled the cache left there; nobody else would ever take it away. */
export async function unfinishedEntries(env: Environment, job: string): Promise<readonly string[]> {
  const root = rootOf(env);
  if (root === undefined) return [];
  const versions = await Promise.all([RUNNER_TOOL, CODEX_TOOL].map((tool) => entriesOf(join(root, tool))));
  const entries = await Promise.all(versions.flat().map(entriesOf));
  const sibling = `${process.arch}.${job}`;
  return entries.flat().filter((entry) => [sibling, `${sibling}-old`].includes(basename(entry)));
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}

function rootOf(env: Environment): string | undefined {
  return variable(env, 'RUNNER_TOOL_CACHE');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
