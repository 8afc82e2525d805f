import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ActionScene, type FinishedStep } from './scene/action-scene.ts';
import { commandsIn } from './scene/runner-model.ts';

const PROMPT = { prompt: 'Do it.' };

function run(
  behaviour: string,
  inputs: Readonly<Record<string, string>> = PROMPT,
  env: Readonly<Record<string, string>> = {},
  scene = new ActionScene(),
): Promise<FinishedStep> {
  return scene.run(inputs, { FAKE_RUNNER: behaviour, ...env });
}

const errorsIn = (step: FinishedStep): readonly string[] =>
  commandsIn(step.log)
    .filter(({ name }) => name === 'error')
    .map(({ data }) => data);

describe('a run that succeeds', () => {
  it('has its answer, its figures and its files in the outputs', async () => {
    const { exitCode, outputs, summary } = await run('succeeds');

    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      verdict: 'success',
      'exit-code': '0',
      kind: 'success',
      code: 'success',
      'final-message': 'It is done.',
      'structured-output': '{"score":7}',
      'thread-id': 'thread-1',
      attempts: '2',
      'duration-ms': '1234',
      'input-tokens': '300',
      'cached-input-tokens': '120',
      'output-tokens': '60',
      'reasoning-output-tokens': '15',
      'changed-files': '["Makefile","src/a.ts"]',
      'changed-files-count': '2',
      retryable: 'false',
    });
    expect(readdirSync(outputs['report-path'] ?? '')).toContain('report.json');
    expect(summary).toBe('## ✅ codex-runner: success\n');
  });

  it('leaves no private file behind, only its report', async () => {
    const scene = new ActionScene();
    await run('succeeds', { ...PROMPT, config: 'retries: 0' }, {}, scene);

    const [id = ''] = readdirSync(join(scene.temp, 'codex-runner'));
    expect(readdirSync(join(scene.temp, 'codex-runner', id))).toEqual(['report']);
  });

  it('has its numbers with every digit', async () => {
    const { outputs } = await run('tells exact numbers');
    expect(outputs['structured-output']).toBe('{"id":12345678901234567890,"far":1e999,"price":1.10}');
  });

  it('can go without a summary', async () => {
    expect((await run('succeeds', { ...PROMPT, summary: 'false' })).summary).toBe('');
  });
});

describe('the runner', () => {
  interface Got {
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    readonly stdin: string;
    readonly folder: string;
  }
  const got = ({ outputs }: FinishedStep): Got =>
    JSON.parse(readFileSync(join(outputs['report-path'] ?? '', 'got.json'), 'utf8')) as Got;

  it('gets the prompt by standard input, and no argument of it', async () => {
    const prompt = 'Ignore me; $(rm -rf /)\n--sandbox danger-full-access';
    const step = await run('tells what it got', { prompt });

    expect(got(step).stdin).toBe(prompt);
    expect(got(step).args.at(-1)).toBe('-');
    expect(got(step).args.join('\n')).not.toContain('Ignore me');
  });

  it('gets secrets by its environment only, and nobody sees them in the log', async () => {
    const secrets = { 'vault-secret-id': 'a-secret-id-of-the-job' };
    const vault = { 'vault-url': 'https://vault.example.com', 'vault-auth': 'approle', 'vault-role-id': 'r' };
    const step = await run('tells what it got', { ...PROMPT, ...vault, ...secrets });

    expect(got(step).env['CODEX_RUNNER_VAULT_SECRET_ID']).toBe('a-secret-id-of-the-job');
    expect(got(step).args.join('\n')).not.toContain('a-secret-id');
    const words = step.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(words.join('\n')).not.toContain('a-secret-id');
    const masked = commandsIn(step.log).filter(({ name }) => name === 'add-mask');
    expect(masked.map(({ data }) => data)).toContain('a-secret-id-of-the-job');
    expect(step.log.indexOf('::stop-commands::')).toBeGreaterThan(step.log.lastIndexOf('::add-mask::'));
  });

  it("gets neither inputs, nor tokens of the job's own, nor the files by which a step speaks to later ones", async () => {
    const tokens = {
      ACTIONS_RUNTIME_TOKEN: 't',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
      GITHUB_TOKEN: 't',
      GH_TOKEN: 't',
      NODE_OPTIONS: '--no-warnings',
      JAVA_TOOL_OPTIONS: '-javaagent:x',
    };
    const names = Object.keys(
      got(await run('tells what it got', { ...PROMPT, 'github-token': 't' }, tokens)).env,
    );

    expect(names.filter((name) => /^(?:INPUT_|ACTIONS_|STATE_)/.test(name))).toEqual([]);
    const withheld = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
    expect(names.filter((name) => [...withheld, ...Object.keys(tokens)].includes(name))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['GITHUB_EVENT_PATH', 'RUNNER_ENVIRONMENT', 'PATH', 'HOME']),
    );
  });

  it('gets the config input as a private file', async () => {
    const step = await run('tells what it got', {
      ...PROMPT,
      config: 'max-commands: 7\nallow-changes:\n  - src/**',
    });

    expect(readFileSync(join(step.outputs['report-path'] ?? '', 'config.txt'), 'utf8')).toBe(
      'max-commands: 7\nallow-changes:\n  - src/**\n',
    );
  });
});

describe('a run that fails', () => {
  it('fails the step with its own exit code, and says why', async () => {
    const step = await run('fails with a report');

    expect(step.exitCode).toBe(11);
    expect(step.outputs).toMatchObject({
      verdict: 'failure',
      kind: 'timeout',
      code: 'idle-timeout',
      retryable: 'true',
    });
    expect(errorsIn(step)).toEqual(['Silence.%0AWhat to do: Raise it.']);
  });

  it('has no answer, whatever the agent said last', async () => {
    const { outputs } = await run('fails with a report');
    expect([outputs['final-message'], outputs['structured-output']]).toEqual(['', '']);
  });

  it('is told in the words of the runner where that refused to start', async () => {
    const step = await run('refuses without a report');

    expect(step.exitCode).toBe(2);
    expect(step.outputs).toMatchObject({
      kind: 'config',
      code: 'prompt-empty',
      reason: 'The prompt is empty.',
    });
    expect(errorsIn(step)).toEqual([
      'The prompt is empty.%0AWhy: It holds blanks only.%0AWhat to do: Say what is to be done.',
    ]);
    expect(step.summary).toContain('The prompt is empty');
    expect(step.summary).toContain('`docs/troubleshooting.md#prompt-empty`');
  });

  it.each(['claims success without a report', 'writes a broken report', 'replaces its report by a link'])(
    'is no success where it %s',
    async (behaviour) => {
      const { exitCode, outputs } = await run(behaviour);
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({ verdict: 'failure', code: 'report-unreadable' });
    },
  );

  it('is no success where its record was lost behind a report that says so', async () => {
    const { exitCode, outputs } = await run('loses its record');
    expect(exitCode).toBe(15);
    expect(outputs).toMatchObject({
      verdict: 'failure',
      kind: 'report_io',
      'final-message': '',
      'thread-id': 'thread-1',
    });
  });

  it("is not taken for an earlier step's success in the same report folder", async () => {
    const scene = new ActionScene();
    const inputs = { ...PROMPT, 'report-dir': join(scene.root, 'report') };
    expect((await run('succeeds', inputs, {}, scene)).exitCode).toBe(0);

    const second = await run('claims success without a report', inputs, {}, scene);
    expect(second.outputs).toMatchObject({ verdict: 'failure', 'final-message': '' });
  });
});

describe('full access', () => {
  it("is told to be one to the job's tokens, too", async () => {
    const inputs = { ...PROMPT, sandbox: 'danger-full-access' };
    const step = await run('succeeds', inputs, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-job' });
    expect(step.log).toContain('by way of /proc: ACTIONS_ID_TOKEN_REQUEST_TOKEN.');
  });
});
