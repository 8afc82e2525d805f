import { describe, expect, it } from 'vitest';
import { actionInputs } from '../src/action-inputs.ts';
import { inputNames, specOf, type InputName } from '../src/input-catalogue.ts';
import { variableOf } from '../src/inputs.ts';
import { settingInForce } from '../src/settings-in-force.ts';

type Given = Partial<Record<InputName, string>>;

const BASE: Given = { prompt: 'x', 'runner-jar': '/opt/codex-runner.jar' };

async function problems(
  given: Given,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const inputs = Object.fromEntries(
    Object.entries({ ...BASE, ...given }).map(([name, value]) => [variableOf(name as InputName), value]),
  );
  return (await actionInputs({ ...inputs, ...env })).problems;
}

const VAULT: Given = { 'vault-url': 'https://vault.example.com' };
const MAY_ASK = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://a', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' };

describe('inputs', () => {
  it('of which the least is given are enough', async () => {
    expect(await problems({})).toEqual([]);
  });

  it('that are blank are not given', async () => {
    expect(await problems({ sandbox: ' ', timeout: '\n', 'vault-url': '' })).toEqual([]);
  });

  it.each<readonly [string, Given]>([
    ['prompt or prompt-file must say what is to be done', { prompt: '' }],
    ['prompt and prompt-file are both given: one of them says what is to be done', { 'prompt-file': 'a.md' }],
    ['runner-jar must say where codex-runner.jar lies on the machine (or runner-version which one is to be fetched)', { 'runner-jar': '' }],
    ['runner-jar and runner-version are both given: one is enough', { 'runner-version': '1.2.3' }],
    ['codex-path and codex-registry are both given: one is enough', { 'codex-path': '/c', 'codex-registry': 'https://r' }],
    ['sandbox must be read-only, workspace-write, danger-full-access', { sandbox: 'none' }],
    ['timeout must be a duration such as 90s, 10m or 1h30m', { timeout: '10' }],
    ['max-tokens must be a whole number of at least 1', { 'max-tokens': '0' }],
    ['retries must be a whole number from 0 to 10', { retries: '11' }],
    ['run-name must be a name of at most 64 letters, digits, dots, hyphens and underscores', { 'run-name': 'corp/app' }],
    ['run-name must be a name of at most 64 letters, digits, dots, hyphens and underscores', { config: 'run-name: corp/app' }],
    ['runner-version must be a whole version such as 1.2.3', { 'runner-jar': '', 'runner-version': '../1' }],
    ['codex-sha256 must be a SHA-256 of 64 hexadecimal digits', { 'codex-sha256': 'abc' }],
    ['fail-on must be patch-failed, declined, event-gap, command-failed', { 'fail-on': 'declined, all' }],
    ['allow-untrusted-trigger must be fork, pull-request-target, comment, public-repository, hosted-runner', { 'allow-untrusted-trigger': 'all' }],
    ['summary must be true or false', { summary: 'yes' }],
    ['vault-role need vault-url', { 'vault-role': 'ci' }],
    ['vault-auth approle needs vault-role-id', { ...VAULT, 'vault-auth': 'approle', 'vault-secret-id': 's' }],
    ['vault-auth approle needs vault-secret-id', { ...VAULT, 'vault-auth': 'approle', 'vault-role-id': 'r' }],
    ['vault-auth kubernetes needs vault-role', { ...VAULT, 'vault-auth': 'kubernetes' }],
    ['vault-auth cert needs vault-client-key', { ...VAULT, 'vault-auth': 'cert', 'vault-client-cert': '/c.pem' }],
    ['vault-auth token needs vault-token', VAULT],
    ['vault-secret-id is not for vault-auth kubernetes', { ...VAULT, 'vault-auth': 'kubernetes', 'vault-role': 'r', 'vault-secret-id': 's' }],
    ['vault-auth userpass needs vault-username', { ...VAULT, 'vault-auth': 'userpass', 'vault-password': 's' }],
    ['vault-auth ldap needs vault-password', { ...VAULT, 'vault-auth': 'ldap', 'vault-username': 'u' }],
    ['vault-password is not for vault-auth kubernetes', { ...VAULT, 'vault-auth': 'kubernetes', 'vault-role': 'r', 'vault-password': 's' }],
    ['timeout stands also in config (as timeout)', { timeout: '1h', config: 'timeout: 2h' }],
    ['effort stands also in config (as codex-config)', { effort: 'high', config: 'codex-config: [a=1]' }],
    ['ca-bundle stands also in config (as ca-bundle)', { 'ca-bundle': '/ca.pem', config: '{"ca-bundle": /other.pem}' }],
    ['config must be lines of "key: value"', { config: '- a' }],
  ])('are refused: %s', async (problem, given) => {
    expect(await problems(given)).toEqual([problem]);
  }); // prettier-ignore

  it('with an alias in config are refused as such', async () => {
    expect(await problems({ config: 'model: &a x\nrun-name: *a' })).toEqual([
      'config must be without aliases (*name)',
    ]);
  });

  it('in broken YAML are refused without an excerpt, which could hold a secret', async () => {
    const [problem, ...more] = await problems({ config: 'token-file: "/secret/place\nretries: 1' });
    expect(more).toEqual([]);
    expect(problem).toMatch(/^config is broken YAML: /);
    expect(problem).not.toContain('/secret/place');
  });

  it('never come back in what is said of them, since a secret may be in the wrong line', async () => {
    const values = Object.fromEntries(inputNames.map((name) => [name, 'hvs.\0 secret']));
    const said = (await problems(values)).join(' ');
    expect(said).toContain('sandbox must be');
    expect(said).not.toContain('hvs.');
  });

  it.each<readonly [Given, Readonly<Record<string, string>>]>([
    [{ ...VAULT, 'vault-auth': 'jwt', 'vault-role': 'r' }, MAY_ASK],
    [{ ...VAULT, 'vault-auth': 'jwt', 'vault-role': 'r', config: 'vault-jwt-file: /run/jwt' }, {}],
    [{ ...VAULT, 'vault-auth': 'jwt', 'vault-role': 'r' }, { CODEX_RUNNER_VAULT_JWT: 'a.b.c' }],
    [{ 'vault-auth': 'kubernetes', 'vault-role': 'r' }, { VAULT_ADDR: 'https://vault' }],
    [
      {
        'vault-auth': 'approle',
        'vault-role-id': 'r',
        config: 'vault-addr: https://v\nvault-secret-id-file: /s',
      },
      {},
    ],
    [VAULT, { VAULT_TOKEN: 'hvs.x' }],
    [{ ...VAULT, 'vault-token': 'hvs.x', 'vault-client-cert': '/c.pem', 'vault-client-key': '/k.pem' }, {}],
    [{ prompt: '', config: 'prompt-file: a.md' }, {}],
    [{ command: 'rotation-check', prompt: '', ...VAULT, 'vault-token': 'x', 'vault-path': 'secret/a#b' }, {}],
  ])('may come together from several places: %j', async (given, env) => {
    expect(await problems(given, env)).toEqual([]);
  });

  it.each<readonly [Given, Readonly<Record<string, string>>]>([
    [{ 'codex-path': '/opt/codex, the newest/codex' }, {}],
    [{}, { CODEX_RUNNER_CODEX_PATH: '/opt/codex, the newest/codex' }],
    [{ config: 'codex-path: /opt/codex, the newest/codex' }, {}],
  ])('that are paths may have a comma in them: %j %j', async (given, env) => {
    const inputs = Object.fromEntries(Object.entries(given).map(([name, value]) => [variableOf(name as InputName), value]));
    const { sources } = await actionInputs({ ...inputs, ...env });
    expect(settingInForce(sources, 'codex-path')).toEqual(['/opt/codex, the newest/codex']);
  }); // prettier-ignore

  it('of a run are refused for a rotation check, one by one', async () => {
    const given = { command: 'rotation-check', prompt: '', sandbox: 'read-only', model: 'm' };
    expect(await problems(given)).toEqual([
      'sandbox is for command exec, not rotation-check',
      'model is for command exec, not rotation-check',
    ]);
  });

  it('that are secret are known as such, wherever they stand', async () => {
    const env = {
      'INPUT_VAULT-SECRET-ID': 'one',
      INPUT_PROXY: 'http://me:t%2Fwo@proxy:3128',
      CODEX_RUNNER_VAULT_PASSWORD: 'three',
    };
    expect((await actionInputs(env)).secrets.map(({ value }) => value)).toEqual([
      'one',
      ...['t/wo', 'me:t/wo', 't%2Fwo', 'me:t%2Fwo'],
      'three',
    ]);
  });

  it('whose names speak of secrets are secret', () => {
    const named = inputNames.filter((name) => /secret-id|token$|password/.test(name));
    expect(named.filter((name) => specOf(name).form.kind !== 'secret')).toEqual([]);
  });
});
