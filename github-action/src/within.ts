import { setTimeout as pause } from 'node:timers/promises';

/** The answer, if it comes in time. What is asked may go on; its answer is then nobody's. */
export async function within<Answer>(milliseconds: number, asked: Promise<Answer>): Promise<Answer> {
  const bound = new AbortController();
  const late = pause(milliseconds, undefined, { signal: bound.signal }).then(() => {
    throw Object.assign(new Error(`no answer within ${milliseconds / 1000} s`), { code: 'ETIMEDOUT' });
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    bound.abort();
    late.catch(() => undefined);
  }
}
