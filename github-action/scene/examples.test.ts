import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { lastWords } from './act-log.ts';
import { runWorkflow, type WorkflowRun } from './act.ts';
import { runAsGolden } from './golden.ts';
import { assertNoLeak } from './leaks.ts';
import { assertNothingLeft } from './leftovers.ts';
import { scheduledIn, openedIssue, pullRequest } from './jobs.ts';
import { scene, type Scene } from './scene.ts';

describe('the example workflows, by act on this machine', () => {
  let here: Scene;
  before(async () => {
    here = await scene();
  });

  /** What holds for every run, whatever came of it. */
  const judge = async (name: string, run: WorkflowRun, step: string): Promise<void> => {
    for (const token of run.identityTokens)
      assert.ok(run.masks.includes(token), 'an identity token is not masked');
    const secrets = {
      'the access token': [here.backend.token],
      'an identity token': run.identityTokens,
      'the request token': [run.requestToken],
      'the GitHub token': [run.githubToken],
    };
    assertNoLeak(secrets, { 'the log': run.log, 'the summary': run.summary }, [
      run.folder,
      join(here.work, 'home'),
    ]);
    await assertNothingLeft(here, run);
    runAsGolden(
      name,
      {
        exitCode: run.exitCode,
        steps: run.steps,
        annotations: run.annotations,
        outputs: run.outputs(step),
        summary: run.summary,
      },
      here,
    );
  };

  it('review-pull-request.yml, called by review-caller.yml, shows findings on their lines and uploads them', async () => {
    const run = await runWorkflow({ workflow: 'review-caller.yml', ...pullRequest });
    assert.equal(run.exitCode, 0, lastWords(run));
    assert.deepEqual(readdirSync(run.uploads).sort(), ['codex-review', 'uploaded.sarif']);
    await judge('review-pull-request', run, 'review');
  });

  it('nightly-docs-check.yml fails where a statement is wrong', async () => {
    const run = await runWorkflow({
      workflow: 'nightly-docs-check.yml',
      ...scheduledIn('nightly-docs-check.yml'),
    });
    assert.equal(run.exitCode, 1, lastWords(run));
    assert.equal(run.steps['Compare'], 'success');
    assert.equal(run.steps['Fail where something is wrong'], 'failure');
    await judge('nightly-docs-check', run, 'compare');
  });

  it('issue-triage.yml labels by what it knows, and nothing of the text becomes a command', async () => {
    const run = await runWorkflow({ workflow: 'issue-triage.yml', ...openedIssue('MEMBER') });
    assert.equal(run.exitCode, 0, lastWords(run));
    assert.deepEqual(here.github.labels.at(-1), { issue: '12', labels: ['bug', 'urgent'] });
    await judge('issue-triage', run, 'triage');
  });

  it('rotation-check.yml says that the token works, and how old it is', async () => {
    const run = await runWorkflow({ workflow: 'rotation-check.yml', ...scheduledIn('rotation-check.yml') });
    assert.equal(run.exitCode, 0, lastWords(run));
    await judge('rotation-check', run, 'check');
  });

  it('matrix-over-repositories.yml asks each repository', async () => {
    const run = await runWorkflow({
      workflow: 'matrix-over-repositories.yml',
      ...scheduledIn('matrix-over-repositories.yml', { environment: 'codex-over-repositories' }),
      secrets: { REPOSITORIES_TOKEN: 'github_pat_standing_in' },
    });
    assert.equal(run.exitCode, 0, lastWords(run));
    assert.deepEqual(readdirSync(run.uploads).sort(), ['codex-report-billing', 'codex-report-shop']);
    await judge('matrix-over-repositories', run, 'look');
  });
});
