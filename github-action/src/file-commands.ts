import { randomUUID } from 'node:crypto';
import { open, rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import { readBounded } from './bounded-file.ts';
import { variable, type Environment } from './environment.ts';

/** The files by which a step speaks to the runner; each step has its own. */
const NAMES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;
type FileCommand = (typeof NAMES)[number];

/** Never through a link, never waiting for a reader. */
const APPENDING =
  constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

/** More than GitHub takes of all of them together. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/**
 * The file commands and what we wrote to them. The agent is told no path of theirs, and its sandbox lets it write none as
 * long as RUNNER_TEMP lies outside of its folders: this is for where it doesn't.
 */
export class FileCommands {
  private readonly paths = new Map<FileCommand, string>();
  private readonly first = new Map<FileCommand, string>();
  private readonly expected = new Map<FileCommand, string>();

  static async open(env: Environment): Promise<FileCommands> {
    const files = new FileCommands();
    for (const name of NAMES) {
      const path = variable(env, name);
      const text = path === undefined ? undefined : await textOf(path);
      // Not every GitHub Enterprise Server has all of them.
      if (path === undefined || text === undefined) continue;
      files.paths.set(name, path);
      files.first.set(name, text);
      files.expected.set(name, text);
    }
    return files;
  }

  /** Names and values as GitHub reads them, whatever is in a value; of two with one name the later counts. */
  async set(name: 'GITHUB_OUTPUT' | 'GITHUB_STATE', values: Readonly<Record<string, string>>): Promise<void> {
    const blocks = Object.entries(values).map(([key, value]) => {
      const end = `end_${randomUUID()}`;
      return `${key}<<${end}\n${value}\n${end}\n`;
    });
    await this.append(name, blocks.join(''));
  }

  async append(name: FileCommand, text: string): Promise<void> {
    const path = this.paths.get(name);
    if (path === undefined) return;
    this.expected.set(name, (this.expected.get(name) ?? '') + text);
    // Somebody may have put a link there, or a pipe: what is expected and isn't there is found and mended later.
    const file = await open(path, APPENDING).catch(() => undefined);
    try {
      if ((await file?.stat())?.isFile() === true) await file?.appendFile(text);
    } finally {
      await file?.close();
    }
  }

  /** Takes back what we wrote ourselves; on the disk by {@link restoreTampered}. */
  forget(...names: readonly FileCommand[]): void {
    for (const name of names) this.expected.set(name, this.first.get(name) ?? '');
  }

  /** Names of those in which anything else stands than what we wrote; there it stands alone again. */
  async restoreTampered(): Promise<readonly string[]> {
    const tampered: string[] = [];
    for (const [name, path] of this.paths) {
      const expected = this.expected.get(name) ?? '';
      if ((await textOf(path)) === expected) continue;
      tampered.push(name);
      // A new file: through a link, or to a writer that holds the old one open, nothing is to go.
      await rm(path, { recursive: true, force: true });
      await writeFile(path, expected, { flag: 'wx' });
    }
    return tampered;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  return readBounded(path, LARGEST_BYTES, 'no-links').catch(() => undefined);
}
