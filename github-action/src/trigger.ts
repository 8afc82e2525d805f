import { variable, type Environment } from './environment.ts';

export const triggerRisks = [
  'fork',
  'pull-request-target',
  'comment',
  'public-repository',
  'hosted-runner',
] as const;
export type TriggerRisk = (typeof triggerRisks)[number];

export interface TriggerFinding {
  readonly risk: TriggerRisk;
  /** What it was told by, as a clause. */
  readonly evidence: string;
}

/** An event file as GitHub writes it; what can't be read as an object is `undefined`. */
export type EventPayload = Readonly<Record<string, unknown>>;

const PULL_REQUESTS = new Set([
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
]);
const TEXTS = new Set([
  'issues',
  'issue_comment',
  'commit_comment',
  'discussion',
  'discussion_comment',
  'pull_request_review',
  'pull_request_review_comment',
]);
const INSIDERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
/** A comment's author counts, not that of the issue below it. */
const TEXTS_OF_AN_EVENT = ['comment', 'review', 'discussion', 'issue'] as const;

/**
 * What is to be said against a trigger: the same words as the runner's own (GitHubTrigger.java), by one table of cases,
 * contract/golden/triggers/github.json, that both are tested with. Here it refuses before anything is fetched. Pure.
 */
export function triggerFindings(
  env: Environment,
  event: EventPayload | undefined,
): readonly TriggerFinding[] {
  const name = (env['GITHUB_EVENT_NAME'] ?? '').toLowerCase();
  const findings: (TriggerFinding | false)[] = [
    name === 'pull_request_target' && {
      risk: 'pull-request-target',
      evidence: 'GITHUB_EVENT_NAME is pull_request_target',
    },
    finding('fork', PULL_REQUESTS.has(name) && forkOfPullRequest(name, event)),
    finding('fork', name === 'workflow_run' && forkOfWorkflowRun(event)),
    finding('comment', TEXTS.has(name) && stranger(name, event)),
    finding('public-repository', inPublic(event)),
    finding(
      'hosted-runner',
      variable(env, 'RUNNER_ENVIRONMENT') === 'github-hosted' && 'RUNNER_ENVIRONMENT is github-hosted',
    ),
  ];
  return findings.filter((found) => found !== false);
}

function finding(risk: TriggerRisk, evidence: string | false): TriggerFinding | false {
  return evidence === false ? false : { risk, evidence };
}

function forkOfPullRequest(name: string, event: EventPayload | undefined): string | false {
  const request = objectAt(event, 'pull_request');
  if (request === undefined) return `the event is ${name}, and its file does not tell where it comes from`;
  const head = repositoryName(objectAt(objectAt(request, 'head'), 'repo'));
  const base = repositoryName(objectAt(objectAt(request, 'base'), 'repo'));
  return differ(head, base) && `the pull request comes from ${head ?? DELETED}`;
}

function forkOfWorkflowRun(event: EventPayload | undefined): string | false {
  const run = objectAt(event, 'workflow_run');
  if (run === undefined)
    return 'the event is workflow_run, and its file does not tell which repository began it';
  const head = repositoryName(objectAt(run, 'head_repository'));
  return (
    differ(head, repositoryName(objectAt(event, 'repository'))) &&
    `the workflow_run was begun by ${head ?? DELETED}`
  );
}

const DELETED = 'a repository that was deleted';

/** Also where one of them is missing: a deleted fork was a fork. */
function differ(head: string | undefined, base: string | undefined): boolean {
  return head?.toLowerCase() !== base?.toLowerCase() || head === undefined;
}

function stranger(name: string, event: EventPayload | undefined): string | false {
  const association = TEXTS_OF_AN_EVENT.map((text) => objectAt(event, text)?.['author_association']).find(
    (word) => typeof word === 'string',
  );
  return (
    !(association !== undefined && INSIDERS.has(association)) &&
    `the event is ${name}, and its author is ${association ?? 'not known'}`
  );
}

/** GitHub tells it in every event; where it does not, the file was lost or is no event of GitHub's. */
function inPublic(event: EventPayload | undefined): string | false {
  const open = isPublic(objectAt(event, 'repository'));
  return open === undefined
    ? "the event's file does not tell whether the repository is public"
    : open && 'the repository is public';
}

/** Whether each lets everybody in; another word is one that nobody here knows. */
const VISIBILITIES = new Map([
  ['public', true],
  ['internal', false],
  ['private', false],
]);

function isPublic(repository: EventPayload | undefined): boolean | undefined {
  const visibility = repository?.['visibility'];
  if (typeof visibility === 'string') return VISIBILITIES.get(visibility.toLowerCase());
  const hidden = repository?.['private'];
  return typeof hidden === 'boolean' ? !hidden : undefined;
}

function repositoryName(repository: EventPayload | undefined): string | undefined {
  const name = repository?.['full_name'];
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

export function objectAt(parent: EventPayload | undefined, key: string): EventPayload | undefined {
  const child = parent?.[key];
  return isObject(child) ? child : undefined;
}

export function isObject(value: unknown): value is EventPayload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
