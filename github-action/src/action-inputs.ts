import { addressSecrets } from './address-secrets.ts';
import { parseConfig } from './config-text.ts';
import { variable, type Environment } from './environment.ts';
import type { Command } from './input-catalogue.ts';
import { inputProblems } from './input-problems.ts';
import { commandOf, readInputs, secretInputs, type Inputs } from './inputs.ts';
import type { Secret } from './masking.ts';
import type { SettingSources } from './settings-in-force.ts';

/** The inputs, understood: what was given, what is wrong with it, and what of it is secret. */
export interface ActionInputs {
  readonly given: Inputs;
  readonly command: Command;
  readonly sources: SettingSources;
  readonly problems: readonly string[];
  readonly secrets: readonly Secret[];
}

/** Variables of the runner that hold secrets, where the workflow sets them itself. */
const SECRET_VARIABLES = [
  'CODEX_ACCESS_TOKEN',
  'CODEX_RUNNER_VAULT_TOKEN',
  'CODEX_RUNNER_VAULT_SECRET_ID',
  'CODEX_RUNNER_VAULT_JWT',
  'CODEX_RUNNER_VAULT_PASSWORD',
  'CODEX_RUNNER_OTEL_HEADERS',
  'VAULT_TOKEN',
  'BAO_TOKEN',
] as const;

export async function actionInputs(env: Environment): Promise<ActionInputs> {
  const given = readInputs(env);
  const config = await parseConfig(given.get('config') ?? '');
  const values = config.kind === 'read' ? config.values : new Map<string, readonly string[]>();
  return {
    given,
    command: commandOf(given),
    sources: { inputs: given, env, config: values },
    problems: inputProblems(given, config, env),
    secrets: [...secretInputs(given), ...addressSecrets(given, env), ...secretVariables(env)],
  };
}

function secretVariables(env: Environment): readonly Secret[] {
  return SECRET_VARIABLES.flatMap((name) => {
    const value = variable(env, name);
    return value === undefined ? [] : [{ name, value }];
  });
}
