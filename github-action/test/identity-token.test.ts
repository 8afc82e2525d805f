import { describe, expect, it, vi } from 'vitest';
import { requestIdentityToken } from '../src/identity-token.ts';

function service(...answers: readonly unknown[]): () => Promise<unknown> {
  const left = [...answers];
  return () => {
    const answer = left.shift() ?? new Error('asked too often');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
}

const STUMBLES = new Error('Error message: Failed to get ID Token. \n \n Error Code : 502');

describe('a request for the identity token', () => {
  it('is made again after ever longer waits, four times in all', async () => {
    const pause = vi.fn(() => Promise.resolve());
    expect(await requestIdentityToken(service(STUMBLES, STUMBLES, STUMBLES, 'token'), pause)).toBe('token');
    expect(pause.mock.calls).toEqual([[1_000], [3_000], [9_000]]);
  });

  it('ends with the last reason', async () => {
    const asked = requestIdentityToken(service(STUMBLES, STUMBLES, STUMBLES, new Error('no answer')), () => Promise.resolve());
    await expect(asked).rejects.toMatchObject({ code: 'identity-token-refused', retryable: true, exitCode: 3, message: expect.stringContaining('(no answer)') as string });
  }); // prettier-ignore

  it.each([400, 401, 403, 404])('is not made again after a %i', async (status) => {
    const pause = vi.fn(() => Promise.resolve());
    const refusal = new Error(`Failed to get ID Token. \n \n        Error Code : ${String(status)}\n`);
    await expect(requestIdentityToken(service(refusal), pause)).rejects.toMatchObject({ retryable: false });
    expect(pause).not.toHaveBeenCalled();
  });

  it.each([{ token: 'x' }, 7, 'a\0b', 'a\nb', ''])('is refused where the answer is %j', async (answer) => {
    const asked = requestIdentityToken(service(answer), () => Promise.resolve());
    await expect(asked).rejects.toMatchObject({ code: 'identity-token-refused' });
  });
});
