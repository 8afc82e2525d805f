import { ActionFailure, PassingFailure } from './failure.ts';

/** Waits between the tries. The token service is known to answer 5xx or nothing for seconds, and then to work again. */
const WAITS_MS = [1_000, 3_000, 9_000] as const;

/** What asks once; throws where it got none. */
export type IdentityTokenRequest = () => Promise<unknown>;

/** GitHub's identity token for the login to Vault. Asked for late: it lives five minutes. */
export async function requestIdentityToken(
  ask: IdentityTokenRequest,
  pause: (milliseconds: number) => Promise<void>,
): Promise<string> {
  for (const wait of WAITS_MS) {
    const answer = await attempt(ask);
    if (answer.kind === 'token') return answer.token;
    if (!answer.mayPass) throw refused(answer);
    await pause(wait);
  }
  const last = await attempt(ask);
  if (last.kind === 'token') return last.token;
  throw refused(last);
}

/** One word of plain characters: it goes on in an environment. */
const TOKEN = /^[!-~]+$/;

interface NoToken {
  readonly kind: 'none';
  readonly reason: string;
  readonly mayPass: boolean;
}

type Answer = { readonly kind: 'token'; readonly token: string } | NoToken;

async function attempt(ask: IdentityTokenRequest): Promise<Answer> {
  try {
    const answer = await ask();
    return typeof answer === 'string' && TOKEN.test(answer)
      ? { kind: 'token', token: answer }
      : { kind: 'none', reason: 'the answer of the token service holds no token', mayPass: false };
  } catch (failed) {
    const reason = (failed instanceof Error ? failed.message : String(failed)).replace(/\s+/g, ' ').trim();
    return { kind: 'none', reason, mayPass: !REFUSED_FOR_GOOD.test(reason) };
  }
}

/** What is wrong stays wrong: no permission, no such audience, an unknown authority, a proxy that says no. */
const REFUSED_FOR_GOOD =
  /Error Code : 4(?:00|01|03|04)\b|Unable to get ACTIONS_ID_TOKEN|certificate|statusCode=40[37]\b/;

function refused({ reason, mayPass }: NoToken): ActionFailure {
  const Failure = mayPass ? PassingFailure : ActionFailure;
  return new Failure('identity-token-refused', reason.slice(0, 300));
}
