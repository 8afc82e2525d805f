/** What is known of an event that can start a workflow. */
interface EventTrust {
  /** Whether it starts the action without being named in allow-events. */
  readonly byDefault: boolean;
  /**
   * Whose doing it is. `nobody`: GitHub's own, by what the default branch says. `writer`: GitHub lets only those cause it
   * who may write to the repository. `anybody`: it has to be asked who did it.
   */
  readonly causedBy: 'nobody' | 'writer' | 'anybody';
  readonly reason: string;
}

const STRANGERS_TEXT = 'Everybody who can read the repository can cause it and chooses its text.';

/** README's table of events is made from this one. */
export const knownEvents: Readonly<Record<string, EventTrust>> = {
  push: { byDefault: true, causedBy: 'writer', reason: 'Whoever pushes may write to the repository.' },
  workflow_dispatch: {
    byDefault: true,
    causedBy: 'writer',
    reason: 'Started by hand, by somebody who may write.',
  },
  schedule: {
    byDefault: true,
    causedBy: 'nobody',
    reason: 'Started by GitHub, with what the default branch holds.',
  },
  merge_group: { byDefault: true, causedBy: 'nobody', reason: 'What is in the queue was approved before.' },
  release: { byDefault: true, causedBy: 'writer', reason: 'Only those who may write publish a release.' },
  pull_request: {
    byDefault: true,
    causedBy: 'anybody',
    reason: 'Of a branch of the same repository; one of a fork is the risk `fork`, refused by its own name.',
  },
  pull_request_review: { byDefault: false, causedBy: 'anybody', reason: STRANGERS_TEXT },
  pull_request_review_comment: { byDefault: false, causedBy: 'anybody', reason: STRANGERS_TEXT },
  pull_request_target: {
    byDefault: false,
    causedBy: 'anybody',
    reason:
      "A stranger's pull request starts it with the rights of the base; also the risk `pull-request-target`.",
  },
  workflow_run: {
    byDefault: false,
    causedBy: 'anybody',
    reason: 'It has full rights, and follows a run that a fork may have begun.',
  },
  issues: { byDefault: false, causedBy: 'anybody', reason: STRANGERS_TEXT },
  issue_comment: { byDefault: false, causedBy: 'anybody', reason: STRANGERS_TEXT },
  discussion: { byDefault: false, causedBy: 'anybody', reason: STRANGERS_TEXT },
  discussion_comment: { byDefault: false, causedBy: 'anybody', reason: STRANGERS_TEXT },
  commit_comment: { byDefault: false, causedBy: 'anybody', reason: STRANGERS_TEXT },
  repository_dispatch: {
    byDefault: false,
    causedBy: 'writer',
    reason: 'Another system sends it, mostly with text that was written elsewhere.',
  },
};

const UNKNOWN: EventTrust = {
  byDefault: false,
  causedBy: 'anybody',
  reason: 'It is none of those that only people who may write to the repository cause.',
};

export function eventTrust(event: string): EventTrust {
  return Object.hasOwn(knownEvents, event) ? (knownEvents[event] ?? UNKNOWN) : UNKNOWN;
}

/** A list that admits this event besides those that start the action now; it stands for itself in the workflow. */
export function listWith(event: string, allowEvents: readonly string[]): string {
  const now =
    allowEvents.length > 0 ? allowEvents : Object.keys(knownEvents).filter((name) => mayStart(name, []));
  return [...new Set([...now, event])].filter((name) => name !== '').join(', ');
}

/** The list, where one is given, stands for itself: it takes default events away as well. */
export function mayStart(event: string, allowEvents: readonly string[]): boolean {
  return allowEvents.length > 0 ? allowEvents.includes(event) : eventTrust(event).byDefault;
}
