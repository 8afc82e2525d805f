/** What GitHub knows of a job, and says of it in its OIDC token. */
export interface Job {
  readonly repository: string;
  readonly repositoryId: string;
  readonly eventName: string;
  readonly ref: string;
  readonly workflow: string;
  readonly actor: string;
  readonly runnerEnvironment: 'self-hosted' | 'github-hosted';
  /** `owner/repository/path@ref` of a reusable workflow that the job runs in; its own workflow where there is none. */
  readonly jobWorkflowRef?: string;
  readonly environment?: string;
  readonly visibility?: 'private' | 'internal' | 'public';
}

export const trustedJob: Job = {
  repository: 'your-org/shop',
  repositoryId: '734512098',
  eventName: 'schedule',
  ref: 'refs/heads/main',
  workflow: 'nightly-docs-check.yml',
  actor: 'maintainer',
  runnerEnvironment: 'self-hosted',
};

/** The names and forms of docs.github.com, "OpenID Connect reference". */
export function claimsOf(job: Job): Record<string, string> {
  const owner = job.repository.split('/')[0] ?? '';
  const workflowRef = `${job.repository}/.github/workflows/${job.workflow}@${job.ref}`;
  const pullRequest = isPullRequest(job);
  return {
    sub: `repo:${job.repository}:${subjectOf(job)}`,
    ...(job.environment === undefined ? {} : { environment: job.environment }),
    ref: job.ref,
    ref_type: 'branch',
    ref_protected: job.ref === 'refs/heads/main' ? 'true' : 'false',
    sha: '8f1d3c0b5a7e49d2861f0c3b5a7e49d2861f0c3b',
    repository: job.repository,
    repository_id: job.repositoryId,
    repository_owner: owner,
    repository_owner_id: '90817263',
    repository_visibility: job.visibility ?? 'private',
    run_id: '1',
    run_number: '1',
    run_attempt: '1',
    runner_environment: job.runnerEnvironment,
    actor: job.actor,
    actor_id: '4711',
    workflow: job.workflow,
    workflow_ref: workflowRef,
    workflow_sha: '8f1d3c0b5a7e49d2861f0c3b5a7e49d2861f0c3b',
    job_workflow_ref: job.jobWorkflowRef ?? workflowRef,
    job_workflow_sha: '8f1d3c0b5a7e49d2861f0c3b5a7e49d2861f0c3b',
    head_ref: pullRequest ? 'change' : '',
    base_ref: pullRequest ? 'main' : '',
    event_name: job.eventName,
  };
}

function subjectOf(job: Job): string {
  if (job.environment !== undefined) return `environment:${job.environment}`;
  return isPullRequest(job) ? 'pull_request' : `ref:${job.ref}`;
}

function isPullRequest(job: Job): boolean {
  return job.eventName.startsWith('pull_request');
}
