import * as form from './input-forms.ts';
import { permissionLevels } from './permission-level.ts';
import { triggerRisks } from './trigger.ts';

export interface InputSpec {
  readonly form: form.Form;
  /** The runner's setting that it becomes a flag for; its name is also the key in `config`. */
  readonly setting?: string;
  /** The setting takes more than this input: its flag isn't the input under another name. */
  readonly isPartOfSetting?: boolean;
  /** The only command that has a use for it. */
  readonly only?: Command;
  /** The only command that has such a flag, where the action itself uses the input with the other one, too. */
  readonly flagOf?: Command;
}

export type Command = 'exec' | 'rotation-check';

/**
 * Every input, as action.yml names it. Those with a setting become flags of the runner by this table alone; the others
 * are the action's own business. A test compares the names with action.yml, and the settings with the runner's.
 */
export const inputCatalogue = {
  command: { form: form.choice('exec', 'rotation-check') },

  prompt: { form: form.text, only: 'exec' },
  'prompt-file': { form: form.path, setting: 'prompt-file', only: 'exec' },
  'output-schema': { form: form.path, setting: 'output-schema', only: 'exec' },
  'working-directory': { form: form.path, setting: 'cd', only: 'exec' },
  sandbox: {
    form: form.choice('read-only', 'workspace-write', 'danger-full-access'),
    setting: 'sandbox',
    only: 'exec',
  },
  model: { form: form.name, setting: 'model', only: 'exec' },
  effort: { form: form.name, setting: 'codex-config', isPartOfSetting: true, only: 'exec' },

  'vault-url': { form: form.url, setting: 'vault-addr' },
  'vault-namespace': { form: form.name, setting: 'vault-namespace' },
  'vault-auth': {
    form: form.choice('jwt', 'approle', 'kubernetes', 'cert', 'userpass', 'ldap', 'token'),
    setting: 'vault-auth',
  },
  'vault-auth-mount': { form: form.name, setting: 'vault-auth-mount' },
  'vault-role': { form: form.text, setting: 'vault-role' },
  'vault-audience': { form: form.name },
  'vault-role-id': { form: form.name, setting: 'vault-role-id' },
  'vault-secret-id': { form: form.secret },
  'vault-username': { form: form.text, setting: 'vault-username' },
  'vault-password': { form: form.secret },
  'vault-token': { form: form.secret },
  'vault-client-cert': { form: form.path, setting: 'vault-client-cert' },
  'vault-client-key': { form: form.path, setting: 'vault-client-key' },
  'vault-path': { form: form.text, setting: 'vault-path' },
  'vault-secret-version': { form: form.count, setting: 'vault-secret-version', only: 'exec' },

  'ca-bundle': { form: form.text, setting: 'ca-bundle' },
  proxy: { form: form.url },
  'no-proxy': { form: form.text },

  timeout: { form: form.duration, setting: 'timeout' },
  'idle-timeout': { form: form.duration, setting: 'idle-timeout', only: 'exec' },
  'max-tokens': { form: form.count, setting: 'max-tokens', only: 'exec' },
  retries: { form: form.fewTimes, setting: 'retries', only: 'exec' },
  'fail-on': {
    form: form.choices('patch-failed', 'declined', 'event-gap', 'command-failed'),
    setting: 'fail-on',
    only: 'exec',
  },

  'allow-events': { form: form.names },
  'allow-permission': { form: form.choice(...permissionLevels, 'nobody') },
  'allow-users': { form: form.names },
  'allow-bots': { form: form.names },
  'allow-untrusted-trigger': {
    form: form.choices(...triggerRisks),
    setting: 'allow-untrusted-trigger',
    flagOf: 'exec',
  },

  'report-dir': { form: form.path, setting: 'report-dir', only: 'exec' },
  'run-name': { form: form.runName, setting: 'run-name', only: 'exec' },
  summary: { form: form.toggle },
  config: { form: form.text },

  'runner-jar': { form: form.path },
  'runner-version': { form: form.version },
  'runner-sha256': { form: form.digest },
  'runner-url': { form: form.url },
  'codex-path': { form: form.path, setting: 'codex-path', only: 'exec' },
  'codex-version': { form: form.version, setting: 'codex-version', only: 'exec' },
  'codex-sha256': { form: form.digest, setting: 'codex-sha256', only: 'exec' },
  'codex-registry': { form: form.url, only: 'exec' },
  'java-home': { form: form.path },
  'github-token': { form: form.secret },
} as const satisfies Record<string, InputSpec>;

export type InputName = keyof typeof inputCatalogue;

export const inputNames = Object.keys(inputCatalogue) as readonly InputName[];

export function specOf(name: InputName): InputSpec {
  return inputCatalogue[name];
}
