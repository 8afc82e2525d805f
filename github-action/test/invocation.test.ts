import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childEnvironment } from '../src/child-environment.ts';
import { inputNames, specOf, type InputName } from '../src/input-catalogue.ts';
import { invocation, type Preparation } from '../src/invocation.ts';

const PREPARED: Preparation = {
  workspace: '/work',
  reportFolder: '/temp/report',
  configFile: undefined,
  caFiles: [],
  codex: undefined,
  identityToken: undefined,
  mark: 'id',
};

const args = (
  given: Partial<Record<InputName, string>>,
  prepared: Partial<Preparation> = {},
): readonly string[] =>
  invocation(new Map(Object.entries(given) as [InputName, string][]), {}, { ...PREPARED, ...prepared }).args;

describe('the command line', () => {
  it('has inputs as flags, with paths from the workspace on', () => {
    const given: Partial<Record<InputName, string>> = {
      'prompt-file': 'ci/prompt.md',
      'working-directory': '.',
      sandbox: 'workspace-write',
      effort: 'high',
      'fail-on': 'declined, patch-failed',
      'vault-url': 'https://vault',
      'ca-bundle': 'ignored here',
    };
    expect(args(given, { configFile: '/temp/config.yaml', caFiles: ['/ca/a.pem', '/ca/b.pem'] })).toEqual([
      'exec',
      '--config=/temp/config.yaml',
      '--prompt-file=/work/ci/prompt.md',
      '--cd=/work',
      '--sandbox=workspace-write',
      '--codex-config=model_reasoning_effort="high"',
      '--vault-addr=https://vault',
      '--fail-on=declined',
      '--fail-on=patch-failed',
      '--ca-bundle=/ca/a.pem',
      '--ca-bundle=/ca/b.pem',
      '--report-dir=/temp/report',
    ]);
  });

  it('names the codex that the action brought, its version and its digest', () => {
    const codex = { path: '/tools/codex', version: '0.169.0', sha256: 'abc' };
    expect(args({ prompt: 'x' }, { codex })).toEqual([
      'exec',
      '--report-dir=/temp/report',
      '--codex-path=/tools/codex',
      '--codex-version=0.169.0',
      '--codex-sha256=abc',
      '-',
    ]);
  });

  it('of a rotation check has only flags that it knows', () => {
    const given: Partial<Record<InputName, string>> = {
      command: 'rotation-check',
      'vault-url': 'https://vault',
      'vault-path': 'secret/a#b',
      timeout: '2m',
      'allow-untrusted-trigger': 'hosted-runner',
    };
    expect(args(given)).toEqual([
      'rotation',
      'check',
      '--json',
      '--vault-addr=https://vault',
      '--vault-path=secret/a#b',
      '--timeout=2m',
      '--summary-file=/temp/report/rotation-check.md',
      '--junit-file=/temp/report/junit.xml',
    ]);
  });

  it('never has a secret, and never lets a value be a flag of its own', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        const given = Object.fromEntries(inputNames.map((name) => [name, `--${value}`]));
        const line = args({ ...given, command: 'exec' }, { identityToken: '--jwt' });
        expect(line.filter((arg) => arg.startsWith(`--${value}`) && !/^--[a-z0-9-]+=/.test(arg))).toEqual([]);
        expect(line.filter((arg) => arg.includes('--jwt'))).toEqual([]);
        const secretFlags = inputNames
          .filter((name) => specOf(name).form.kind === 'secret')
          .map((name) => `--${name}=`);
        expect(line.filter((arg) => secretFlags.some((flag) => arg.startsWith(flag)))).toEqual([]);
      }),
    );
  });
});

describe("the runner's environment", () => {
  it('has the secrets that the action holds', () => {
    const inputs = new Map<InputName, string>([
      ['vault-secret-id', 's'],
      ['vault-token', 't'],
      ['github-token', 'never'],
    ]);
    const { env } = invocation(inputs, { A: '1' }, { ...PREPARED, identityToken: 'j' });
    expect(env).toEqual({
      A: '1',
      CODEX_RUNNER_VAULT_JWT: 'j',
      CODEX_RUNNER_VAULT_SECRET_ID: 's',
      CODEX_RUNNER_VAULT_TOKEN: 't',
      CODEXRUNNER_ACTION_ID: 'id',
    });
  });

  it('has one proxy and not two that contradict each other', () => {
    const inputs = new Map<InputName, string>([
      ['proxy', 'http://new:1'],
      ['no-proxy', 'a, b\nc'],
    ]);
    const before = {
      https_proxy: 'http://old',
      HTTP_PROXY: 'http://old',
      all_proxy: 'http://old',
      no_proxy: 'x',
    };
    const { env } = invocation(inputs, before, PREPARED);
    expect(Object.entries(env).filter(([name]) => /proxy/i.test(name))).toEqual([
      ['HTTP_PROXY', 'http://new:1'],
      ['HTTPS_PROXY', 'http://new:1'],
      ['NO_PROXY', 'a,b,c'],
    ]);
  });

  it('keeps everything else', () => {
    const job = {
      PATH: '/bin',
      CODEX_RUNNER_RETRIES: '2',
      GITHUB_SHA: 'abc',
      MY_INPUT_X: '1',
      RUNNER_TRACKING_ID: 'g',
    };
    expect(childEnvironment(job, {})).toEqual(job);
  });
});
