import { variable, type Environment } from './environment.ts';

/** As GitHub has them; nothing else goes into a link. */
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;
const REF = /^[\w.+/-]+$/;
const PAGE = /^[\w./-]+\.md#[\w-]+$/;

/**
 * Where a page can be read: in the repository that the action itself comes from, as it was at the version in use. Pure.
 *
 * @returns `undefined` where GitHub's runner doesn't tell, as with an action from the job's own checkout
 */
export function documentationAddress(page: string, env: Environment): string | undefined {
  const server = variable(env, 'GITHUB_SERVER_URL') ?? 'https://github.com';
  const repository = variable(env, 'GITHUB_ACTION_REPOSITORY') ?? '';
  const ref = variable(env, 'GITHUB_ACTION_REF') ?? '';
  const isKnown = REPOSITORY.test(repository) && REF.test(ref) && PAGE.test(page);
  return isKnown ? `${server}/${repository}/blob/${ref}/${page}` : undefined;
}
