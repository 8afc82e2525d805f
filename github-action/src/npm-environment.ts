import type { Environment } from './environment.ts';

/**
 * What npm needs to reach its registry, and nothing else of the job's: no input, no token of GitHub's, none of Vault's.
 * Of npm's own settings only those that say where from and by what means; none that makes it start a program.
 */
const PASSED: readonly RegExp[] = [
  /^(?:HOME|USER|LANG|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR))$/,
  /^(?:(?:HTTPS?|ALL|NO)_PROXY|(?:https?|all|no)_proxy)$/,
  // The names that actions/setup-node and npm's own documentation put into .npmrc as ${NAME}.
  /^(?:NODE_AUTH_TOKEN|NPM_TOKEN)$/,
  /^npm_config_(?:(?:user|global)config|registry|cache|ca|cafile|cert|key|proxy|https?[_-]proxy|no_?proxy|strict[_-]ssl|fetch[_-].*|maxsockets|_auth.*|always[_-]auth|(?:prefer[_-])?offline|\/\/.*|@.*)$/i,
];

/** Pure. A registry goes by a variable and not as an argument, which every user of the machine could read. */
export function npmEnvironment(
  env: Environment,
  path: string,
  registry: string | undefined,
  added: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      PASSED.some((pattern) => pattern.test(entry[0])) &&
      !(registry !== undefined && /^npm_config_registry$/i.test(entry[0])),
  );
  return {
    ...Object.fromEntries(kept),
    ...added,
    ...(registry === undefined ? {} : { npm_config_registry: registry }),
    PATH: path,
  };
}
