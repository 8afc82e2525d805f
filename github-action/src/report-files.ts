import { lstat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the runner leaves in its report folder, as far as the action tells later steps or the job's page of it. */
const NAMES = [
  'report.json',
  'report.md',
  'report.html',
  'report.sarif',
  'annotations.txt',
  'rotation-check.md',
] as const;

/** Which file stood at each name; another one there, or the same one written to, is told from it. */
export type FilesBefore = ReadonlyMap<string, string>;

/** To be asked before the runner starts: what lies there then is a checkout's or an earlier run's. */
export async function reportFiles(folder: string): Promise<FilesBefore> {
  // None where the folder isn't the one that was made: it lies where others worked meanwhile.
  if (!(await isFolder(folder))) return new Map();
  const found = await Promise.all(
    NAMES.map(async (name) => {
      const stat = await lstat(join(folder, name), { bigint: true }).catch(() => undefined);
      // The moment of the last change is the system's own: no checkout, copy or archive brings it along.
      return stat && ([name, [stat.dev, stat.ino, stat.size, stat.ctimeNs].join(' ')] as const);
    }),
  );
  return new Map(found.filter((entry) => entry !== undefined));
}

/** Names of the files that were written since. */
export async function filesOfThisRun(folder: string, before: FilesBefore): Promise<ReadonlySet<string>> {
  const now = await reportFiles(folder);
  return new Set([...now].filter(([name, state]) => before.get(name) !== state).map(([name]) => name));
}

async function isFolder(folder: string): Promise<boolean> {
  return lstat(folder).then(
    (stat) => stat.isDirectory(),
    () => false,
  );
}
