import { resolve } from 'node:path';
import { childEnvironment, proxyVariables } from './child-environment.ts';
import type { CodexProgram } from './codex-program.ts';
import type { Environment } from './environment.ts';
import { inputNames, specOf, type InputName } from './input-catalogue.ts';
import { entries } from './input-forms.ts';
import { commandOf, type Inputs } from './inputs.ts';

/** What is decided and prepared before the runner starts. */
export interface Preparation {
  readonly workspace: string;
  readonly reportFolder: string;
  /** The `config` input, as a file. */
  readonly configFile: string | undefined;
  /** Files in place of `ca-bundle`: its paths, or the file that its PEM text was written to. */
  readonly caFiles: readonly string[];
  /** Where the action itself brought codex. */
  readonly codex: CodexProgram | undefined;
  readonly identityToken: string | undefined;
  /** By which the post step finds the runner again. */
  readonly mark: string;
}

/** The command line, the environment and what goes to standard input; no secret is in the first. */
export interface Invocation {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
}

/** `CODEXRUNNER_` and not `CODEX_RUNNER_`: that would be a setting, and an unknown one. */
export const MARK_VARIABLE = 'CODEXRUNNER_ACTION_ID';

/** Written `--flag=value`, so that no value is ever taken for a flag. Pure. */
export function invocation(inputs: Inputs, env: Environment, prepared: Preparation): Invocation {
  const isExec = commandOf(inputs) === 'exec';
  const proxies = proxyVariables(inputs.get('proxy'), inputs.get('no-proxy'));
  const added = { ...proxies.added, ...secrets(inputs, prepared), [MARK_VARIABLE]: prepared.mark };
  return {
    args: [
      ...(isExec ? ['exec'] : ['rotation', 'check', '--json']),
      ...(prepared.configFile === undefined ? [] : [`--config=${prepared.configFile}`]),
      ...inputNames.filter((name) => inputs.has(name)).flatMap((name) => flags(name, inputs, prepared)),
      ...prepared.caFiles.map((file) => `--ca-bundle=${file}`),
      ...(isExec ? execFlags(inputs, prepared) : checkFlags(prepared)),
    ],
    env: childEnvironment(env, added, proxies.removed),
    stdin: inputs.get('prompt') ?? '',
  };
}

/** Inputs that are a setting's value as they stand. The others are named in {@link SPECIAL}. */
function flags(name: InputName, inputs: Inputs, prepared: Preparation): readonly string[] {
  const { setting, form, flagOf } = specOf(name);
  const value = inputs.get(name) ?? '';
  if (setting === undefined || (flagOf ?? commandOf(inputs)) !== commandOf(inputs)) return [];
  const special = SPECIAL[name];
  if (special !== undefined) return special(value);
  const texts = form.kind === 'list' ? entries(value) : [value];
  return texts.map((one) => `--${setting}=${form.kind === 'path' ? resolve(prepared.workspace, one) : one}`);
}

const SPECIAL: Partial<Record<InputName, (value: string) => readonly string[]>> = {
  // Written below, as files and where the report goes.
  'ca-bundle': () => [],
  'report-dir': () => [],
  effort: (value) => [`--codex-config=model_reasoning_effort=${JSON.stringify(value)}`],
};

function execFlags(inputs: Inputs, { reportFolder, codex }: Preparation): readonly string[] {
  return [
    `--report-dir=${reportFolder}`,
    ...(codex === undefined ? [] : [`--codex-path=${codex.path}`]),
    ...(codex === undefined || inputs.has('codex-version') ? [] : [`--codex-version=${codex.version}`]),
    ...(codex?.sha256 === undefined || inputs.has('codex-sha256') ? [] : [`--codex-sha256=${codex.sha256}`]),
    ...(inputs.has('prompt') ? ['-'] : []),
  ];
}

function checkFlags({ reportFolder }: Preparation): readonly string[] {
  return [
    `--summary-file=${resolve(reportFolder, 'rotation-check.md')}`,
    `--junit-file=${resolve(reportFolder, 'junit.xml')}`,
  ];
}

function secrets(inputs: Inputs, { identityToken }: Preparation): Readonly<Record<string, string>> {
  const given: readonly (readonly [string, string | undefined])[] = [
    ['CODEX_RUNNER_VAULT_JWT', identityToken],
    ['CODEX_RUNNER_VAULT_SECRET_ID', inputs.get('vault-secret-id')],
    ['CODEX_RUNNER_VAULT_PASSWORD', inputs.get('vault-password')],
    ['CODEX_RUNNER_VAULT_TOKEN', inputs.get('vault-token')],
  ];
  return Object.fromEntries(
    given.filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );
}
