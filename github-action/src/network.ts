/**
 * All that talks to somebody else, in a bundle of its own that is loaded only when it is used: its HTTP client alone takes
 * as long to load as all the rest. Each service is asked for on its own, for the same reason.
 */
import { within } from './within.ts';
import type * as ToolCache from '@actions/tool-cache';
import { permissionIn, type PermissionLevel } from './permission-level.ts';

export interface Network {
  readonly identityToken: (audience: string | undefined) => Promise<string>;
  readonly permissionOf: (query: PermissionQuery) => Promise<PermissionLevel | undefined>;
  readonly fetchFile: (url: string) => Promise<string>;
  readonly cachedTool: (tool: string, version: string) => Promise<string | undefined>;
  readonly keepTool: (file: string, name: string, tool: string, version: string) => Promise<string>;
  readonly keepFolder: (folder: string, tool: string, version: string) => Promise<string>;
}

export interface PermissionQuery {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly user: string;
}

/** A build that hangs is worse than one that fails: nobody answers later than this. */
const ANSWER_MS = 20_000;
const DOWNLOAD_MS = 5 * 60_000;

export const network: Network = {
  identityToken: async (audience) => {
    const { getIDToken } = await import('@actions/core');
    return within(ANSWER_MS, getIDToken(audience));
  },
  permissionOf: async ({ token, repository, user }) => {
    const { getOctokit } = await import('@actions/github');
    const [owner = '', repo = ''] = repository.split('/');
    // The address is GITHUB_API_URL's, so that a GitHub Enterprise Server is asked itself.
    const { data } = await getOctokit(token).rest.repos.getCollaboratorPermissionLevel({
      owner,
      repo,
      username: user,
      // To nobody else: an answer from elsewhere is not GitHub's, and the token is not for elsewhere.
      request: { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'error' },
    });
    if (data.user?.login.toLowerCase() !== user.toLowerCase())
      throw new Error('the answer is about somebody else');
    return permissionIn({
      permission: data.permission,
      user: { permissions: { ...data.user.permissions } },
    });
  },
  fetchFile: async (url) => {
    const { downloadTool } = await toolCache();
    return within(DOWNLOAD_MS, downloadTool(url));
  },
  cachedTool: async (tool, version) => {
    const { find } = await toolCache();
    const found = find(tool, version);
    return found === '' ? undefined : found;
  },
  keepTool: async (file, name, tool, version) => {
    const { cacheFile } = await toolCache();
    return cacheFile(file, name, tool, version);
  },
  keepFolder: async (folder, tool, version) => {
    const { cacheDir } = await toolCache();
    return cacheDir(folder, tool, version);
  },
};

const toolCache = async (): Promise<
  Pick<typeof ToolCache, 'find' | 'downloadTool' | 'cacheFile' | 'cacheDir'>
> => import('@actions/tool-cache');
