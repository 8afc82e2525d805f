import { createHash } from 'node:crypto';
import { chunksOf } from './bounded-file.ts';

/** More than any program has; codex has 300 MB. */
const LARGEST_BYTES = 2 * 1024 * 1024 * 1024;

/** @throws Error where it is no regular file, or a link */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(file, LARGEST_BYTES, 'no-links')) hash.update(chunk);
  return hash.digest('hex');
}
