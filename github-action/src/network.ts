/** All that talks to somebody else, in a bundle of its own that is loaded only when it is used. */
import { fileFrom, StatusFailure, textFrom } from './bounded-request.ts';
import { permissionIn, type PermissionLevel } from './permission-level.ts';
import { isObject, objectAt } from './trigger.ts';

export interface Network {
  readonly identityToken: (request: TokenRequest) => Promise<string>;
  readonly permissionOf: (query: PermissionQuery) => Promise<PermissionLevel | undefined>;
  /** @param largest the most bytes that the file may have */
  readonly fetchFile: (url: string, file: string, largest: number) => Promise<void>;
}

/** As GitHub's runner names its token service to a job that may ask it. */
export interface TokenRequest {
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly audience: string | undefined;
}

export interface PermissionQuery {
  /** GITHUB_API_URL's, so that a GitHub Enterprise Server is asked itself. */
  readonly api: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly user: string;
}

/** A build that hangs is worse than one that fails: nobody answers later than this. */
const ANSWER_MS = 20_000;
const DOWNLOAD_MS = 5 * 60_000;

export const network: Network = {
  identityToken: async ({ url, token, audience }) => {
    if (url === undefined || token === undefined)
      throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    const { status, text } = await textFrom({
      url: audience === undefined ? url : `${url}&audience=${encodeURIComponent(audience)}`,
      authorization: `Bearer ${token}`,
      milliseconds: ANSWER_MS,
      redirects: 'refuse',
    });
    if (status !== 200) throw new Error(`Error Code : ${status}`);
    return tokenIn(text);
  },
  // By the client that everything else goes by: the API's own library takes longer to load than all of a step.
  permissionOf: async ({ api, token, repository, user }) => {
    const { status, text } = await textFrom({
      url: [api, 'repos', ...[...repository.split('/'), 'collaborators', user, 'permission'].map(encodeURIComponent)].join('/'), // prettier-ignore
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      milliseconds: ANSWER_MS,
      // To nobody else: an answer from elsewhere is not GitHub's, and the token is not for elsewhere.
      redirects: 'refuse',
    });
    if (status !== 200) throw new StatusFailure(status);
    const answer = jsonIn(text);
    const about = isObject(answer) ? objectAt(answer, 'user') : undefined;
    if (!isObject(answer) || String(about?.['login']).toLowerCase() !== user.toLowerCase())
      throw new Error('the answer is about somebody else');
    return permissionIn({ permission: answer['permission'], flags: objectAt(about, 'permissions') });
  },
  fetchFile: async (address, file, largest) => {
    const url = new URL(address);
    const user = [url.username, url.password].map(decodeURIComponent).join(':');
    const basic = user === ':' ? undefined : `Basic ${Buffer.from(user).toString('base64')}`;
    url.username = url.password = '';
    await fileFrom(
      {
        url: url.href,
        ...(basic === undefined ? {} : { authorization: basic }),
        milliseconds: DOWNLOAD_MS,
        redirects: 'follow',
      },
      file,
      largest,
    );
  },
};

/** Nothing of the answer goes into a message: it may be a token in another place. */
function tokenIn(text: string): string {
  const value: unknown = jsonIn(text);
  const token = isObject(value) ? value['value'] : undefined;
  if (typeof token !== 'string' || token === '') throw new Error('the answer has no token in it');
  return token;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
