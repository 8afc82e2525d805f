/**
 * All that talks to somebody else, in a bundle of its own that is loaded only when it is used: its HTTP client alone takes
 * as long to load as all the rest.
 */
import { getIDToken } from '@actions/core';
import { getOctokit } from '@actions/github';
import { cacheDir, cacheFile, downloadTool, find } from '@actions/tool-cache';
import { within } from './within.ts';
import { permissionIn, type PermissionLevel } from './permission-level.ts';

export interface Network {
  readonly identityToken: (audience: string | undefined) => Promise<string>;
  readonly permissionOf: (query: PermissionQuery) => Promise<PermissionLevel | undefined>;
  readonly fetchFile: (url: string) => Promise<string>;
  readonly cachedTool: (tool: string, version: string) => string | undefined;
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
  identityToken: (audience) => within(ANSWER_MS, getIDToken(audience)),
  permissionOf: async ({ token, repository, user }) => {
    const [owner = '', repo = ''] = repository.split('/');
    // The address is GITHUB_API_URL's, so that a GitHub Enterprise Server is asked itself.
    const { data } = await getOctokit(token).rest.repos.getCollaboratorPermissionLevel({
      owner,
      repo,
      username: user,
      request: { signal: AbortSignal.timeout(ANSWER_MS) },
    });
    return permissionIn({
      permission: data.permission,
      user: data.user === null ? null : { permissions: { ...data.user.permissions } },
    });
  },
  fetchFile: (url) => within(DOWNLOAD_MS, downloadTool(url)),
  cachedTool: (tool, version) => {
    const found = find(tool, version);
    return found === '' ? undefined : found;
  },
  keepTool: cacheFile,
  keepFolder: cacheDir,
};
