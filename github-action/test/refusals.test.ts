import { readFileSync } from 'node:fs';
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

describe('a step that may not start', () => {
  it('says all that is wrong with its inputs at once, and starts nothing', async () => {
    const step = await run('succeeds', {
      'prompt-file': 'a',
      prompt: 'b',
      sandbox: 'loose',
      timeout: 'soon',
      'vault-secret-id': 'hidden value',
    });

    expect(step.exitCode).toBe(2);
    expect(step.outputs).toMatchObject({ kind: 'config', code: 'inputs-refused' });
    for (const name of ['prompt and prompt-file', 'sandbox must be', 'timeout must be', 'need vault-url']) {
      expect(step.outputs['reason']).toContain(name);
    }
    const list = [...step.log.matchAll(/^ {2}- (?<problem>[a-z-]+) /gm)].map(
      ({ groups }) => groups?.['problem'],
    );
    expect(list).toEqual(['sandbox', 'timeout', 'prompt', 'vault-secret-id']);
    expect(errorsIn(step)[0]).toMatch(/used:%0A- sandbox must be .*%0A- timeout must be /);
    expect(step.summary).toMatch(/used\\:<br>\\- sandbox must be .*<br>\\- timeout must be /);
    expect(step.log).not.toContain('::stop-commands::');
  });

  it('is refused for a stranger, with the risk, the switch and the page', async () => {
    const scene = new ActionScene();
    scene.event = { repository: { full_name: 'corp/app', visibility: 'public' } };
    const step = await run('succeeds', PROMPT, { RUNNER_ENVIRONMENT: 'github-hosted' }, scene);

    expect(step.exitCode).toBe(12);
    expect(step.log).toContain('allow-untrusted-trigger: public-repository, hosted-runner');
    expect(step.log).toContain('docs/triggers.md');
  });

  const refusedTwice = (inputs: Readonly<Record<string, string>>): Promise<FinishedStep> => {
    const from = { GITHUB_ACTION_REPOSITORY: 'sec/codex-runner', GITHUB_ACTION_REF: 'v1', GITHUB_SERVER_URL: 'https://ghes' };
    const env = { RUNNER_ENVIRONMENT: 'github-hosted', GITHUB_EVENT_NAME: 'deployment', ...from };
    return run('succeeds', { ...PROMPT, ...inputs }, env);
  }; // prettier-ignore

  it('says each reason in log, annotations, outputs and summary, with the page on it', async () => {
    const step = await refusedTwice({});

    expect(errorsIn(step)).toHaveLength(2);
    expect(step.outputs).toMatchObject({ code: 'trigger-untrusted', retryable: 'false' });
    expect(step.outputs['reason']).toMatch(/^The run is refused for 2 reasons:\n- What started .*\n- The event deployment may not start/);
    for (const code of ['trigger-untrusted', 'event-not-allowed']) {
      expect(step.log).toContain(`[${code}, github-action/README.md#${code}]`);
      const page = `github-action/README.md#${code}`;
      expect(step.summary).toContain(`[${page}](https://ghes/sec/codex-runner/blob/v1/${page})`);
    }
    expect(step.summary.match(/\*\*What to do:\*\*/g)).toHaveLength(2);
  }); // prettier-ignore

  it('leaves the summary alone where that was said', async () => {
    const step = await refusedTwice({ summary: 'false' });
    expect(step.exitCode).toBe(12);
    expect(step.summary).toBe('');
  });

  it('starts where each risk is accepted by its name, and tells the runner so', async () => {
    const scene = new ActionScene();
    scene.event = { repository: { full_name: 'corp/app', visibility: 'public' } };
    const inputs = { ...PROMPT, 'allow-untrusted-trigger': 'public-repository, hosted-runner' };
    const step = await run('tells what it got', inputs, { RUNNER_ENVIRONMENT: 'github-hosted' }, scene);

    expect(step.exitCode).toBe(0);
    expect(readFileSync(join(step.outputs['report-path'] ?? '', 'got.json'), 'utf8')).toContain(
      '--allow-untrusted-trigger=hosted-runner',
    );
  });
});
