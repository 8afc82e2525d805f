import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ActionFailure } from './failure.ts';
import { sha256Of } from './file-digest.ts';
import type { PinnedCodex } from './pinned.ts';

/** codex' own folder in its npm package, and what it must have. */
export interface CodexFiles {
  /** Of all npm packages together. */
  readonly installed: string;
  readonly digests: PinnedCodex;
}

/** Where codex itself lies. Named to the runner, which else looks for it as node does, by folders that nobody checked. */
export function programOf({ installed, digests }: CodexFiles): string {
  return join(installed, digests.folder, 'bin', 'codex');
}

/**
 * Asked right before the start: jobs may share the tool cache. codex puts a folder of its own first on its PATH, so that
 * what is added there runs in place of the system's programs, outside of the sandbox and with the access token: nothing
 * may be there that isn't listed. Of codex itself the runner checks the digest.
 */
export async function requireCodexFiles(files: CodexFiles): Promise<void> {
  const { folder, others } = files.digests;
  const root = await folderWithoutLinks(files.installed, folder);
  const found = await filesBelow(root);
  const unlisted = found.find((name) => name !== PROGRAM && !Object.hasOwn(others, name));
  if (unlisted !== undefined) throw new ActionFailure('codex-files-added', join(root, unlisted));
  for (const [name, digest] of Object.entries(others)) {
    const file = join(root, name);
    const has = await sha256Of(file).catch(() => 'none, as it can not be read');
    if (has !== digest) throw new ActionFailure('codex-files-differ', file, has, digest);
  }
}

const PROGRAM = 'bin/codex';

/** A link on the way would let the rest be another folder at the next look. */
async function folderWithoutLinks(installed: string, folder: string): Promise<string> {
  let reached = installed;
  for (const part of folder.split('/')) {
    reached = join(reached, part);
    const isFolder = await lstat(reached).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) throw new ActionFailure('codex-files-differ', reached, 'none, as it is no folder', 'one');
  }
  return reached;
}

/** Everything but folders: links and pipes, too. */
async function filesBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
