import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Job } from './github/claims.ts';
import { TokenIssuer } from './github/token-issuer.ts';
import { repositoryId, repositoryName, scene, type Scene } from './scene.ts';
import { clientToken } from './vault.ts';

const examples = resolve(import.meta.dirname, '../examples/vault');
const roleFiles = ['roles', 'roles-with-a-risk'].flatMap((folder) =>
  readdirSync(resolve(examples, folder))
    .sort()
    .map((file) => resolve(examples, folder, file)),
);
const scheduled = {
  repository: repositoryName,
  repositoryId,
  ref: 'refs/heads/main',
  eventName: 'schedule',
} as const;
const privately = { actor: 'maintainer', runnerEnvironment: 'self-hosted' } as const;

/** The job that each role is for. */
const jobs: Readonly<Record<string, Job>> = {
  'nightly-docs': { ...scheduled, ...privately, workflow: 'nightly-docs-check.yml' },
  matrix: {
    ...scheduled,
    ...privately,
    workflow: 'matrix-over-repositories.yml',
    environment: 'codex-over-repositories',
  },
  'issue-triage': { ...scheduled, ...privately, eventName: 'issues', workflow: 'issue-triage.yml' },
  'rotation-check': { ...scheduled, ...privately, workflow: 'rotation-check.yml' },
  'review-by-own-file': {
    ...scheduled,
    ...privately,
    eventName: 'pull_request',
    ref: 'refs/pull/7/merge',
    workflow: 'review-pull-request.yml',
  },
  review: {
    ...scheduled,
    ...privately,
    eventName: 'pull_request',
    ref: 'refs/pull/7/merge',
    workflow: 'review-caller.yml',
    jobWorkflowRef: 'your-org/codex-workflows/.github/workflows/review-pull-request.yml@refs/heads/main',
  },
};

/** For each claim, what somebody else's job would say. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  repository_id: ['734512099', ''],
  ref: ['refs/heads/change', 'refs/tags/main', 'refs/heads/refs/pull/7/merge', 'refs/pull/7/head'],
  event_name: ['pull_request_target', 'push', 'issue_comment', 'workflow_run'],
  job_workflow_ref: [
    'your-org/shop/.github/workflows/other.yml@refs/heads/main',
    'your-org/shop/.github/workflows/review-pull-request.yml@refs/heads/change',
    'attacker/shop/.github/workflows/nightly-docs-check.yml@refs/heads/main',
    'attacker/codex-workflows/.github/workflows/review-pull-request.yml@refs/heads/main',
    'your-org/codex-workflows/.github/workflows/review-pull-request.yml@refs/heads/change',
  ],
  runner_environment: ['github-hosted'],
  environment: ['production'],
};

interface Role {
  readonly bound_claims: Record<string, unknown>;
  readonly token_policies: readonly string[];
}

describe('the roles of examples/vault', () => {
  let here: Scene;
  const tokens: string[] = [];
  before(async () => {
    here = await scene();
  });
  after(async () => {
    for (const token of tokens) await here.vault.request('POST', 'auth/token/revoke-self', token);
  });

  const login = async (role: string, job: Job, overrides: Record<string, unknown> = {}) => {
    const reply = await here.vault.login(
      `codex-shop-${role}`,
      here.github.issuer.issue(job, here.vault.address, overrides),
    );
    const token = clientToken(reply);
    if (token !== undefined) tokens.push(token);
    return { ...reply, token };
  };

  for (const file of roleFiles) {
    const name = basename(file, '.json');
    const role = JSON.parse(readFileSync(file, 'utf8')) as Role;
    const policies = role.token_policies.map((policy) => policy.replace('ROLE_PREFIX', 'codex-shop'));
    const job = jobs[name];

    it(`${name} lets its own job in, for ten minutes at most`, async () => {
      assert.ok(job, `no job is known for ${file}`);
      const reply = await login(name, job);
      assert.ok(reply.token, reply.errors);
      const auth = reply.body['auth'] as { lease_duration: number; token_policies: string[] };
      assert.deepEqual(auth.token_policies.sort(), [...policies, 'default'].sort());
      assert.ok(auth.lease_duration <= 600);
    });

    for (const claim of Object.keys(role.bound_claims)) {
      it(`${name} refuses another ${claim}`, async () => {
        assert.ok(job);
        const others = wrong[claim];
        assert.ok(others, `nothing wrong is known for ${claim}`);
        for (const value of others) {
          const reply = await login(name, job, { [claim]: value });
          assert.equal(reply.token, undefined, `${claim} ${value} was let in`);
          assert.match(reply.errors, /claim/);
        }
        const without = await login(name, job, { [claim]: undefined });
        assert.equal(without.token, undefined, `a token without ${claim} was let in`);
      });
    }

    it(`${name} refuses a token for another audience, of another issuer, of another key, and one that has expired`, async () => {
      assert.ok(job);
      const past = Math.floor(Date.now() / 1000) - 3600;
      for (const overrides of [
        { aud: 'https://elsewhere.example.com' },
        { iss: 'https://token.actions.githubusercontent.com' },
        { iat: past - 600, nbf: past - 600, exp: past },
      ]) {
        const reply = await login(name, job, overrides);
        assert.equal(reply.token, undefined, JSON.stringify(overrides));
      }
      const impostor = new TokenIssuer(here.github.issuer.issuer);
      const reply = await here.vault.login(`codex-shop-${name}`, impostor.issue(job, here.vault.address));
      assert.equal(clientToken(reply), undefined);
    });

    it(`${name} refuses the jobs of all other roles`, async () => {
      for (const [other, itsJob] of Object.entries(jobs)) {
        if (other === name) continue;
        const reply = await login(name, itsJob);
        assert.equal(reply.token, undefined, `the job of ${other} was let in`);
      }
    });

    it(`${name} gets the token and nothing else`, async () => {
      assert.ok(job);
      const { token } = await login(name, job);
      assert.ok(token);
      const status = async (method: string, path: string, body?: unknown) =>
        (await here.vault.request(method, path, token, body)).status;
      assert.equal(await status('GET', 'secret/data/ci/codex'), 200);
      assert.equal(await status('POST', 'secret/data/ci/codex', { data: { access_token: 'other' } }), 403);
      assert.equal(await status('DELETE', 'secret/data/ci/codex'), 403);
      assert.equal(await status('GET', 'secret/data/ci/codex/pending'), 403);
      assert.equal(await status('GET', 'secret/data/ci/other'), 403);
      assert.equal(await status('LIST', 'secret/metadata/ci'), 403);
      const checker = policies.includes('codex-shop-checker');
      assert.equal(await status('GET', 'secret/data/ci/codex/rotation'), checker ? 404 : 403);
    });
  }
});
