import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { pullRequestFrom } from './jobs.ts';
import { runStep } from './judged-step.ts';
import { scene, type Scene } from './scene.ts';
import { usualInputs } from './step.ts';

/** A command that the agent's text asks for, in any of the words that the hostile scenario has. */
const SPOOF = 'spoof';

describe('the action alone', () => {
  let here: Scene;
  before(async () => {
    here = await scene();
  });

  it('a success has its answer in the outputs and its timeline in the summary', async () => {
    const { exitCode, outputs, raw } = await runStep(here, {
      name: 'success',
      inputs: { ...usualInputs(here), prompt: 'Add a file. [scenario:work]', sandbox: 'workspace-write' },
    });
    assert.equal(exitCode, 0, raw);
    assert.equal(outputs['verdict'], 'success');
    assert.equal(outputs['changed-files'], '["new.txt"]');
  });

  it('a failed turn fails the step with the exit code of the CLI', async () => {
    const { exitCode, outputs, raw } = await runStep(here, {
      name: 'failed-turn',
      inputs: { ...usualInputs(here), prompt: 'Think. [scenario:context_window]' },
    });
    assert.equal(exitCode, 7, raw);
    assert.equal(outputs['kind'], 'turn_failed');
    assert.equal(outputs['final-message'], '');
  });

  it('a bad token is told from a failed turn', async () => {
    const good = { data: { access_token: here.backend.token } };
    // Without its history, so that it is version 1 again, whichever tests run.
    const put = async (value: unknown): Promise<void> => {
      await here.vault.request('DELETE', 'secret/metadata/ci/codex', here.vault.rootToken);
      await here.vault.request('POST', 'secret/data/ci/codex', here.vault.rootToken, value);
    };
    await put({
      data: { access_token: readFileSync(`${here.backend.folder}/token-expired`, 'utf8').trim() },
    });
    try {
      const { exitCode, outputs, raw } = await runStep(here, {
        name: 'bad-token',
        inputs: { ...usualInputs(here), prompt: 'Say hello.' },
      });
      assert.equal(exitCode, 4, raw);
      assert.equal(outputs['kind'], 'credential');
    } finally {
      await put(good);
    }
  });

  it('an untrusted trigger is refused before GitHub or Vault is asked for anything', async () => {
    const asked = here.github.requests.length;
    const { exitCode, outputs, raw } = await runStep(here, {
      name: 'untrusted-trigger',
      ...pullRequestFrom('stranger/shop', { eventName: 'pull_request_target', actor: 'stranger' }),
      inputs: { ...usualInputs(here, 'codex-shop-review'), prompt: 'Say hello.' },
    });
    assert.equal(exitCode, 12, raw);
    assert.equal(outputs['code'], 'trigger-untrusted');
    assert.match(outputs['reason'] ?? '', /stranger\/shop/);
    assert.deepEqual(here.github.requests.slice(asked), []);
  });

  it('text of the agent becomes no command, no output and no markup', async () => {
    const start = {
      name: 'hostile-text',
      inputs: { ...usualInputs(here), prompt: 'Be hostile.', sandbox: 'workspace-write' },
      env: { ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1' },
    };
    // Its command sleeps first: codex has no event for one that ends within milliseconds, and so no place for it (docs/events.md).
    const { exitCode, outputs, summary, log, raw } = await runStep(here, start);
    assert.equal(exitCode, 0, raw);
    assert.deepEqual(
      log.obeyed.filter(({ name, data }) => name !== 'add-mask' && `${name} ${data}`.includes(SPOOF)),
      [],
    );
    assert.ok(
      log.ignored.some(({ data }) => data.includes(SPOOF)) || log.text.includes(SPOOF),
      'the hostile text never came to the log, so that nothing was tried',
    );
    assert.equal(outputs['verdict'], 'success');
    assert.match(outputs['final-message'] ?? '', /^::error::spoof/);
    assert.deepEqual(
      Object.keys(outputs).filter((name) => name.includes(SPOOF)),
      [],
    );
    assert.ok(
      !/<script|<img/i.test(summary.replace(/```[\s\S]*?```/g, '')),
      'markup of the agent stands in the summary',
    );
  });
});
