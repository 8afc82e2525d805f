import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { lastWords } from './act-log.ts';
import { runWorkflow, type WorkflowRun } from './act.ts';
import { openedIssue, pullRequest, pullRequestFrom, scheduledIn } from './jobs.ts';
import { assertNoLeak } from './leaks.ts';
import { assertNothingLeft, processesOf } from './leftovers.ts';
import { scene, type Scene } from './scene.ts';

const nightly = 'nightly-docs-check.yml';
const review = 'review-caller.yml';

describe('whole jobs by act, where something is wrong', () => {
  let here: Scene;
  before(async () => {
    here = await scene();
  });

  const judged = async (run: WorkflowRun): Promise<WorkflowRun> => {
    assertNoLeak(
      {
        'the access token': [here.backend.token],
        'an identity token': run.identityTokens,
        'the request token': [run.requestToken],
        'the GitHub token': [run.githubToken],
      },
      { 'the log': run.log, 'the summary': run.summary },
      [run.folder, join(here.work, 'home')],
    );
    await assertNothingLeft(here, run);
    return run;
  };

  it('a fork is refused by the action, though the workflow has lost its own condition', async () => {
    const run = await judged(
      await runWorkflow({
        workflow: review,
        ...pullRequestFrom('stranger/shop', { actor: 'stranger' }),
        edit: (text) => text.replace(/^ {4}if: github\.event\.pull_request.*$/m, ''),
      }),
    );
    assert.equal(run.outputs('review')['code'], 'trigger-untrusted', lastWords(run));
    assert.equal(run.outputs('review')['exit-code'], '12');
    assert.deepEqual(run.identityTokens, []);
  });

  it("a hosted runner is refused, and so is Vault's role, were the action talked out of it", async () => {
    const env = { RUNNER_ENVIRONMENT: 'github-hosted' };
    const trigger = scheduledIn(nightly, { runnerEnvironment: 'github-hosted' });
    const refused = await judged(await runWorkflow({ workflow: nightly, ...trigger, env }));
    assert.equal(refused.outputs('compare')['code'], 'trigger-untrusted', lastWords(refused));
    assert.deepEqual(refused.identityTokens, []);
    const talkedOutOfIt = await judged(await runWorkflow({ workflow: nightly, ...trigger }));
    assert.equal(
      talkedOutOfIt.outputs('compare')['code'],
      'vault-jwt-claims-mismatch',
      lastWords(talkedOutOfIt),
    );
    assert.equal(talkedOutOfIt.outputs('compare')['exit-code'], '3');
  });

  it('somebody who may only read is refused', async () => {
    const run = await judged(
      await runWorkflow({ workflow: review, ...pullRequestFrom('your-org/shop', { actor: 'reader' }) }),
    );
    assert.equal(run.outputs('review')['code'], 'actor-not-allowed', lastWords(run));
    assert.deepEqual(run.identityTokens, []);
  });

  it("a stranger's issue is refused", async () => {
    const run = await judged(await runWorkflow({ workflow: 'issue-triage.yml', ...openedIssue('NONE') }));
    assert.equal(run.outputs('triage')['code'], 'trigger-untrusted', lastWords(run));
    assert.deepEqual(run.identityTokens, []);
  });

  it("a token with a fork's claims gets nothing from Vault", async () => {
    const run = await judged(
      await runWorkflow({ workflow: nightly, ...scheduledIn(nightly, { repositoryId: '99' }) }),
    );
    assert.equal(run.identityTokens.length, 1, lastWords(run));
    assert.equal(run.outputs('compare')['code'], 'vault-jwt-claims-mismatch', lastWords(run));
  });

  it("GitHub's token endpoint fails once and is slow once, and the job goes on", async () => {
    const run = await judged(
      await runWorkflow({ workflow: review, ...pullRequest, faults: [{ status: 500 }, { afterMs: 1500 }] }),
    );
    assert.equal(run.exitCode, 0, lastWords(run));
    assert.equal(run.outputs('review')['verdict'], 'success');
  });

  it('a job that is cancelled leaves nothing behind', async () => {
    let seen = 0;
    const run = await runWorkflow({
      workflow: nightly,
      ...scheduledIn(nightly),
      edit: (text) => text.replace(/prompt: \|\n(?: {12}.*\n)+/, 'prompt: "Wait. [scenario:long_command]"\n'),
      when: {
        log: 'sleep 600',
        then: (act) => {
          seen = processesOf(here).length;
          act.interrupt();
        },
      },
    });
    // act, the node of the step, the JVM, codex and the command of the agent.
    assert.ok(seen >= 4, lastWords(run));
    assert.notEqual(run.exitCode, 0);
    await judged(run);
  });
});
