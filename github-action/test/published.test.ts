import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ActionScene, type FinishedStep } from './scene/action-scene.ts';

const PROMPT = { prompt: 'Do it.' };

function run(
  behaviour: string,
  inputs: Readonly<Record<string, string>> = PROMPT,
  env: Readonly<Record<string, string>> = {},
  scene = new ActionScene(),
): Promise<FinishedStep> {
  return scene.run(inputs, { FAKE_RUNNER: behaviour, ...env });
}

describe('what lay in the report folder before', () => {
  const planted = {
    'report.json': '{}',
    'report.md': '# all is well',
    'report.html': '<p>',
    'report.sarif': '{}',
    'annotations.txt': '::notice title=Planted::Yes.',
  };
  const plant = (scene: ActionScene): string => {
    const folder = join(scene.root, 'reports');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(planted)) writeFileSync(join(folder, name), text);
    return folder;
  };

  it.each(['refuses without a report', 'claims success without a report'])(
    "is not this run's, and stays, where that %s",
    async (behaviour) => {
      const scene = new ActionScene();
      const folder = plant(scene);
      const step = await run(behaviour, { ...PROMPT, 'report-dir': folder }, {}, scene);

      expect(step.outputs).toMatchObject({ verdict: 'failure', 'report-html': '', 'sarif-path': '' });
      expect(step.summary).not.toContain('all is well');
      expect(step.log).not.toContain('Planted');
      expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('{}');
    },
  );

  it("is not this run's either where only the report was written anew", async () => {
    const scene = new ActionScene();
    const folder = plant(scene);
    const step = await run('succeeds', { ...PROMPT, 'report-dir': folder }, {}, scene);

    expect(step.outputs).toMatchObject({ verdict: 'success', 'report-html': '', 'sarif-path': '' });
    expect(step.summary).toBe('## ✅ codex-runner: success\n');
    expect(step.log).not.toContain('Planted');
  });
});

describe('a report folder that another job has, too', () => {
  it.each([
    ["leaves another run's report", 1, 'report-unreadable'],
    ["leaves its own run's report", 0, 'success'],
  ])('gives no outcome but of the own run: one that %s', async (behaviour, exitCode, code) => {
    const step = await run(behaviour);

    expect(step.exitCode).toBe(exitCode);
    expect(step.outputs['code']).toBe(code);
    expect(step.outputs['final-message']).toBe(exitCode === 0 ? 'It is done.' : '');
    expect(step.summary.includes('## ✅')).toBe(exitCode === 0);
  });
});

describe('a report folder in the workspace', () => {
  it.each(['reports', 'link/report', 'outside'])(
    'is refused before anything lies there: %s',
    async (name) => {
      const scene = new ActionScene();
      const elsewhere = join(scene.root, 'elsewhere');
      mkdirSync(elsewhere);
      symlinkSync(elsewhere, join(scene.workspace, 'link'));
      // From outside, by a link into the checkout.
      symlinkSync(join(scene.workspace, 'link'), join(scene.root, 'outside'));
      const folder = name === 'outside' ? join(scene.root, 'outside/report') : name;
      const step = await run('succeeds', { ...PROMPT, 'report-dir': folder }, {}, scene);

      expect(step.exitCode).toBe(2);
      expect(step.outputs).toMatchObject({ code: 'report-in-workspace', 'report-path': '' });
      expect(readdirSync(elsewhere)).toEqual([]);
      expect(readdirSync(scene.workspace)).toEqual(['link']);
    },
  );
});

describe("the job's page", () => {
  it('never claims a success that the step is none of', async () => {
    const step = await run('leaves a page without a report');

    expect(step.exitCode).toBe(7);
    expect(step.summary).toContain('❌');
    expect(step.summary).not.toContain('success');
    expect(step.outputs).toMatchObject({ 'report-html': '', 'sarif-path': '' });
    expect(step.log).not.toContain('::notice');
  });

  it("has the step's own outcome where the report says another one", async () => {
    const { summary } = await run('loses its record');
    expect(summary).toContain('codex-runner: report_io');
    expect(summary).not.toContain('success');
  });
});

describe('a rotation check that does not say what it found', () => {
  const inputs = {
    command: 'rotation-check',
    'codex-path': '',
    'vault-url': 'https://vault.example.com',
    'vault-token': 'hvs.token',
    'vault-path': 'secret/a#t',
  };

  it.each([
    ['checks tokens and says nothing', 'report-unreadable'],
    ['checks tokens and prints garbage', 'report-unreadable'],
    ['checks tokens and contradicts itself', 'report-contradicts'],
    ['checks tokens and calls a failed one well', 'report-contradicts'],
    ['checks another token', 'report-unreadable'],
  ])('is no success: %s', async (behaviour, code) => {
    const step = await run(behaviour, inputs);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: 'failure', code, 'structured-output': '' });
    expect(step.summary).toContain('❌');
    expect(step.summary).not.toContain('All is well');
  });
});
