import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { runStep } from './judged-step.ts';
import { processesOf } from './leftovers.ts';
import { scene, type Scene } from './scene.ts';
import { usualInputs } from './step.ts';

/** How far each comes before its end is the machine's affair, so that no golden file can say it. */
describe('a run that is ended from outside', () => {
  let here: Scene;
  before(async () => {
    here = await scene();
  });

  it('a run that takes too long is ended, and codex with it', async () => {
    const { exitCode, outputs, raw } = await runStep(
      here,
      {
        name: 'timeout',
        inputs: { ...usualInputs(here), prompt: 'Wait. [scenario:long_command]', timeout: '10s' },
      },
      'local-action',
      undefined,
      'nothing',
    );
    assert.equal(exitCode, 11, raw);
    assert.equal(outputs['kind'], 'timeout');
    assert.equal(outputs['code'], 'overall-timeout');
  });

  it('a cancelled job ends by the signal that GitHub sends, and leaves nothing', async () => {
    let seen = 0;
    const { exitCode, outputs, summary, raw } = await runStep(
      here,
      {
        name: 'cancelled',
        inputs: { ...usualInputs(here), prompt: 'Wait. [scenario:long_command]' },
      },
      'node',
      (log, child) => {
        if (seen === 0 && log.includes('sleep 600')) {
          seen = processesOf(here).length;
          child.kill('SIGINT');
        }
      },
      'nothing',
    );
    assert.ok(seen >= 3, 'codex was not yet at work');
    assert.equal(exitCode, 130, raw);
    assert.equal(outputs['kind'], 'cancelled');
    assert.equal(outputs['changed-files'], '', 'what a cancelled run changed is not known to be nothing');
    assert.match(summary, /cancelled by signal 2/);
  });

  it('a step that is killed is cleaned up by the post step', async () => {
    let seen = 0;
    const { post } = await runStep(
      here,
      { name: 'killed', inputs: { ...usualInputs(here), prompt: 'Wait. [scenario:long_command]' } },
      'node',
      (log, child) => {
        if (seen === 0 && log.includes('sleep 600')) {
          seen = processesOf(here).length;
          child.kill('SIGKILL');
        }
      },
      'nothing',
    );
    assert.ok(seen >= 3, 'codex was not yet at work');
    assert.match(post, /still alive; ended/);
  });
});
