import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { runAsGolden } from './golden.ts';
import { pullRequestFrom, scheduledIn } from './jobs.ts';
import { assertNoLeak } from './leaks.ts';
import { assertNothingLeft, processesOf } from './leftovers.ts';
import { understand, type UnderstoodLog } from './runner-log.ts';
import { scene, type Scene } from './scene.ts';
import { fileCommand, prepare, runLocally, runPlainly, usualInputs, type Ended, type StepStart } from './step.ts';

const scheduled = scheduledIn('nightly-docs-check.yml');

interface Judged {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: UnderstoodLog;
  readonly raw: string;
  readonly post: string;
}

/** A command that the agent's text asks for, in any of the words that the hostile scenario has. */
const SPOOF = /spoof/;

describe('the action alone', () => {
  let here: Scene;
  before(async () => {
    here = await scene();
  });

  type Start = Omit<StepStart, 'job'> & Partial<Pick<StepStart, 'job'>>;
  type Way = 'local-action' | 'node';

  const run = async (
    start: Start,
    way: Way = 'local-action',
    watch?: Parameters<typeof runPlainly>[1],
  ): Promise<Judged> => {
    const step = prepare(here, { ...scheduled, ...start });
    const issuedBefore = here.github.issuer.issued.length;
    const ended: Ended & { post?: Ended } =
      way === 'node' ? await runPlainly(step, watch) : await runLocally(here, step, watch);
    const issued = here.github.issuer.issued.slice(issuedBefore);
    const log = understand(ended.log);
    const hidden = log.obeyed.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
    for (const token of issued) assert.ok(hidden.includes(token), 'an identity token is not masked');
    const summary = readFileSync(join(step.folder, 'commands/summary'), 'utf8');
    const visible = ended.log
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n');
    const searched = ['workspace', 'runner-temp', 'tool-cache', 'tmp', 'commands'].map((name) => join(step.folder, name));
    assertNoLeak(
      {
        'the access token': [here.backend.token],
        'an identity token': issued,
        'the request token': [step.credentials.requestToken],
        'the GitHub token': [step.credentials.githubToken],
      },
      { 'the log': visible, 'the summary': summary },
      [...searched, join(here.work, 'home')],
    );
    await assertNothingLeft(here, step);
    const outputs = fileCommand(join(step.folder, 'commands/output'));
    runAsGolden(start.name, { exitCode: ended.exitCode, outputs, annotations: log.annotations, summary }, here);
    return { exitCode: ended.exitCode, outputs, summary, log, raw: ended.log, post: ended.post?.log ?? '' };
  };

  it('a success has its answer in the outputs and its timeline in the summary', async () => {
    const { exitCode, outputs, raw } = await run({
      name: 'success',
      inputs: { ...usualInputs(here), prompt: 'Add a file. [scenario:work]', sandbox: 'workspace-write' },
    });
    assert.equal(exitCode, 0, raw);
    assert.equal(outputs['verdict'], 'success');
    assert.equal(outputs['changed-files'], '["new.txt"]');
  });

  it('a failed turn fails the step with the exit code of the CLI', async () => {
    const { exitCode, outputs, raw } = await run({
      name: 'failed-turn',
      inputs: { ...usualInputs(here), prompt: 'Think. [scenario:context_window]' },
    });
    assert.equal(exitCode, 7, raw);
    assert.equal(outputs['kind'], 'turn_failed');
    assert.equal(outputs['final-message'], '');
  });

  it('a bad token is told from a failed turn', async () => {
    const good = { data: { access_token: here.backend.token } };
    const put = async (value: unknown): Promise<void> => {
      await here.vault.request('POST', 'secret/data/ci/codex', here.vault.rootToken, value);
    };
    await put({ data: { access_token: readFileSync(`${here.backend.folder}/token-expired`, 'utf8').trim() } });
    try {
      const { exitCode, outputs, raw } = await run({
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
    const { exitCode, outputs, raw } = await run({
      name: 'untrusted-trigger',
      ...pullRequestFrom('stranger/shop', { eventName: 'pull_request_target', actor: 'stranger' }),
      inputs: { ...usualInputs(here, 'codex-review'), prompt: 'Say hello.' },
    });
    assert.equal(exitCode, 12, raw);
    assert.equal(outputs['code'], 'trigger-untrusted');
    assert.match(outputs['reason'] ?? '', /stranger\/shop/);
    assert.deepEqual(here.github.requests.slice(asked), []);
  });

  it('a run that takes too long is ended, and codex with it', async () => {
    const { exitCode, outputs, raw } = await run({
      name: 'timeout',
      inputs: { ...usualInputs(here), prompt: 'Wait. [scenario:long_command]', timeout: '20s' },
    });
    assert.equal(exitCode, 11, raw);
    assert.equal(outputs['kind'], 'timeout');
  });

  it('a cancelled job ends by the signal that GitHub sends, and leaves nothing', async () => {
    let seen = 0;
    const { exitCode, outputs, raw } = await run(
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
    );
    assert.ok(seen >= 3, 'codex was not yet at work');
    assert.equal(exitCode, 130, raw);
    assert.equal(outputs['kind'], 'cancelled');
  });

  it('a step that is killed is cleaned up by the post step', async () => {
    let seen = 0;
    const { post } = await run(
      { name: 'killed', inputs: { ...usualInputs(here), prompt: 'Wait. [scenario:long_command]' } },
      'node',
      (log, child) => {
        if (seen === 0 && log.includes('sleep 600')) {
          seen = processesOf(here).length;
          child.kill('SIGKILL');
        }
      },
    );
    assert.ok(seen >= 3, 'codex was not yet at work');
    assert.match(post, /still alive; ended/);
  });

  it('text of the agent becomes no command, no output and no markup', async () => {
    const { exitCode, outputs, summary, log, raw } = await run({
      name: 'hostile-text',
      inputs: { ...usualInputs(here), prompt: 'Be hostile.', sandbox: 'workspace-write' },
      env: { ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1' },
    });
    assert.equal(exitCode, 0, raw);
    assert.deepEqual(
      log.obeyed.filter(({ name, data }) => name !== 'add-mask' && SPOOF.test(`${name} ${data}`)),
      [],
    );
    assert.ok(
      log.ignored.some(({ data }) => SPOOF.test(data)) || /spoof/.test(log.text),
      'the hostile text never came to the log, so that nothing was tried',
    );
    assert.equal(outputs['verdict'], 'success');
    assert.match(outputs['final-message'] ?? '', /^::error::spoof/);
    assert.deepEqual(Object.keys(outputs).filter((name) => SPOOF.test(name)), []);
    assert.ok(!/<script|<img/i.test(summary.replace(/```[\s\S]*?```/g, '')), 'markup of the agent stands in the summary');
  });
});
