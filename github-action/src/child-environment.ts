import type { Environment } from './environment.ts';

/**
 * Variables that are the action's own and the runner's none. With the paths of the file commands the agent could set
 * variables and outputs of later steps; with the others it could call GitHub in the job's name.
 */
const WITHHELD: readonly RegExp[] = [
  /^INPUT_/,
  /^STATE_/,
  /^ACTIONS_/,
  /^GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$/,
  /^GH_TOKEN$/,
  /^NODE_OPTIONS$/,
  // They load flags, and with them code, into every JVM. scripts/codex-runner takes them away as well.
  /^(?:JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS)$/,
];

/** The runner's environment: the job's own without what is withheld, and what the invocation adds. Pure. */
export function childEnvironment(
  env: Environment,
  added: Readonly<Record<string, string>>,
  removed: readonly string[] = [],
): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !removed.includes(entry[0]) &&
      !WITHHELD.some((pattern) => pattern.test(entry[0])),
  );
  return { ...Object.fromEntries(kept), ...added };
}

const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'] as const;

/** Both spellings of what an input sets are taken away first: programs differ in which of the two they read. */
export function proxyVariables(
  proxy: string | undefined,
  noProxy: string | undefined,
): { readonly added: Readonly<Record<string, string>>; readonly removed: readonly string[] } {
  const names = [...(proxy === undefined ? [] : PROXIES), ...(noProxy === undefined ? [] : ['NO_PROXY'])];
  return {
    removed: names.flatMap((name) => [name, name.toLowerCase()]),
    added: {
      ...(proxy === undefined ? {} : { HTTP_PROXY: proxy, HTTPS_PROXY: proxy }),
      ...(noProxy === undefined
        ? {}
        : {
            NO_PROXY: noProxy
              .split(/[\s,]+/)
              .filter(Boolean)
              .join(','),
          }),
    },
  };
}
