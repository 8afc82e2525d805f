import { constants } from 'node:fs';
import { open, rm } from 'node:fs/promises';

const SMALLEST_CHUNK = 4 * 1024;
const LARGEST_CHUNK = 1024 * 1024;

export type Links = 'no-links' | 'follow-links';

/**
 * The text of a regular file of at most so many bytes. A link at its place is refused unless it may be followed: what the
 * agent planted could lead anywhere. Nothing waits on a named pipe.
 */
export async function readBounded(path: string, largest: number, links: Links): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of chunksOf(path, largest, links)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Its bytes, as {@link readBounded} has its text. */
export async function* chunksOf(path: string, largest: number, links: Links): AsyncGenerator<Buffer> {
  const noFollow = links === 'no-links' ? constants.O_NOFOLLOW : 0;
  // A device that is a terminal must not become ours.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY | noFollow);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new Error('it is no regular file');
    let size = 0;
    // What the stat says may be outdated: only what is read counts.
    for (;;) {
      const room = Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, stat.size - size + 1));
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(room), 0, room, size);
      if (bytesRead === 0) return;
      size += bytesRead;
      if (size > largest) throw new Error(`it has more than ${largest} bytes`);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/**
 * A copy of a regular file of at most so many bytes. A new file: it goes nowhere through a link.
 *
 * @throws Error where it is another thing than that
 */
export async function copyBounded(from: string, to: string, largest: number): Promise<void> {
  await rm(to, { force: true });
  const copy = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of chunksOf(from, largest, 'follow-links')) await copy.writeFile(chunk);
  } finally {
    await copy.close();
  }
}

/** The system's reason in a few words, without a path twice. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown reason';
  const code = (thrown as NodeJS.ErrnoException).code;
  return (code === undefined ? undefined : REASONS[code]) ?? thrown.message;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ELOOP: 'it is a link',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder',
};
