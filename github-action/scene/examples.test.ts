import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runWorkflow } from './act.ts';
import { repositoryId, repositoryName } from './scene.ts';

const inShop = { repository: repositoryName, repositoryId, actor: 'maintainer', runnerEnvironment: 'self-hosted' } as const;

describe('the example workflows, by act', () => {
  it('review-pull-request.yml shows findings on their lines', async () => {
    const run = await runWorkflow({
      workflow: 'review-pull-request.yml',
      job: { ...inShop, eventName: 'pull_request', ref: 'refs/pull/7/merge', workflow: 'review-pull-request.yml' },
      event: ({ baseCommit }) => ({
        action: 'opened',
        number: 7,
        pull_request: {
          number: 7,
          draft: false,
          author_association: 'MEMBER',
          user: { login: 'maintainer', type: 'User' },
          head: { ref: 'change', repo: { full_name: repositoryName, fork: false } },
          base: { ref: 'main', sha: baseCommit, repo: { full_name: repositoryName } },
        },
      }),
    });
    assert.equal(run.exitCode, 0, run.log);
    console.log(run.steps, run.annotations, run.outputs('review'), run.summary);
  });
});
