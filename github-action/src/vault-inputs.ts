import { variable, type Environment } from './environment.ts';
import { inputNames, type InputName } from './input-catalogue.ts';
import { isInForce, settingInForce, variableOfSetting, type SettingSources } from './settings-in-force.ts';

/** What a login method needs: each entry is one thing, and the settings or secrets by any of which it can be given. */
interface LoginMethod {
  readonly needs: readonly (readonly string[])[];
  readonly inputs: readonly InputName[];
}

const METHODS: Readonly<Record<string, LoginMethod>> = {
  jwt: { needs: [['vault-role']], inputs: ['vault-role', 'vault-audience'] },
  approle: {
    needs: [['vault-role-id'], ['vault-secret-id', 'vault-secret-id-file']],
    inputs: ['vault-role-id', 'vault-secret-id'],
  },
  kubernetes: { needs: [['vault-role']], inputs: ['vault-role'] },
  cert: {
    needs: [['vault-client-cert'], ['vault-client-key']],
    inputs: ['vault-role', 'vault-client-cert', 'vault-client-key'],
  },
  ...Object.fromEntries(
    ['userpass', 'ldap'].map((method) => [
      method,
      {
        needs: [['vault-username'], ['vault-password', 'vault-password-file']],
        inputs: ['vault-username', 'vault-password'],
      } satisfies LoginMethod,
    ]),
  ),
  token: { needs: [['vault-token', 'vault-token-file']], inputs: ['vault-token'] },
};

/** A client certificate is also for mutual TLS below any other login. */
const OF_ANY_METHOD: ReadonlySet<InputName> = new Set(['vault-client-cert', 'vault-client-key']);

export function vaultProblems(sources: SettingSources): readonly string[] {
  const method = settingInForce(sources, 'vault-auth')[0] ?? (hasVault(sources) ? 'token' : undefined);
  const login = method === undefined ? undefined : METHODS[method];
  return [
    ...withoutVault(sources),
    ...ofOtherMethods(sources, method, login),
    ...missing(sources, method, login),
  ];
}

function hasVault({ env, ...rest }: SettingSources): boolean {
  return (
    isInForce({ env, ...rest }, 'vault-addr') ||
    ['BAO_ADDR', 'VAULT_ADDR'].some((name) => variable(env, name) !== undefined)
  );
}

function withoutVault(sources: SettingSources): readonly string[] {
  const given = inputNames.filter((name) => name.startsWith('vault-') && sources.inputs.has(name));
  return given.length > 0 && !hasVault(sources) ? [`${given.join(', ')} need vault-url`] : [];
}

function ofOtherMethods(
  { inputs }: SettingSources,
  method: string | undefined,
  login: LoginMethod | undefined,
): readonly string[] {
  if (login === undefined) return [];
  return Object.values(METHODS)
    .flatMap((other) => other.inputs)
    .filter((name, index, all) => all.indexOf(name) === index)
    .filter((name) => inputs.has(name) && !login.inputs.includes(name) && !OF_ANY_METHOD.has(name))
    .map((name) => `${name} is not for vault-auth ${method ?? ''}`);
}

function missing(
  sources: SettingSources,
  method: string | undefined,
  login: LoginMethod | undefined,
): readonly string[] {
  return (login?.needs ?? [])
    .filter((ways) => !ways.some((way) => isGiven(sources, way)))
    .map((ways) => `vault-auth ${method ?? ''} needs ${ways[0] ?? ''}`);
}

/** Secrets are inputs of the action or variables of the runner, and have no key in the file. */
function isGiven(sources: SettingSources, way: string): boolean {
  return (
    isInForce(sources, way) ||
    sources.inputs.has(way as InputName) ||
    variable(sources.env, variableOfSetting(way)) !== undefined ||
    (way === 'vault-token' &&
      ['BAO_TOKEN', 'VAULT_TOKEN'].some((name) => variable(sources.env, name) !== undefined))
  );
}

/** What the job lacks for it is no input: it is told by a failure of its own. */
export function lacksIdentityToken(sources: SettingSources): boolean {
  return needsIdentityToken(sources) && !mayAskForIdentityToken(sources.env);
}

/** Whether the login is by a JWT that nobody gave: then GitHub is asked for its own. */
export function needsIdentityToken(sources: SettingSources): boolean {
  return (
    settingInForce(sources, 'vault-auth')[0] === 'jwt' &&
    !isInForce(sources, 'vault-jwt-file') &&
    variable(sources.env, 'CODEX_RUNNER_VAULT_JWT') === undefined
  );
}

function mayAskForIdentityToken(env: Environment): boolean {
  return ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'].every(
    (name) => variable(env, name) !== undefined,
  );
}
