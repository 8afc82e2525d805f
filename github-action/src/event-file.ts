import { readBounded } from './bounded-file.ts';
import { variable, type Environment } from './environment.ts';
import { isObject, type EventPayload } from './trigger.ts';

/** As much as GitHub sends, and as the runner reads. */
const LARGEST_BYTES = 25 * 1024 * 1024;

/** What GitHub tells of the event; `undefined` where the file can't be read: then nobody knows who is behind the run. */
export async function readEvent(env: Environment): Promise<EventPayload | undefined> {
  const path = variable(env, 'GITHUB_EVENT_PATH');
  if (path === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(await readBounded(path, LARGEST_BYTES, 'follow-links'));
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
