import { eventTrust } from './allowed-events.ts';
import { variable, type Environment } from './environment.ts';
import { ActionFailure } from './failure.ts';
import { reaches, type PermissionLevel } from './permission-level.ts';
import { objectAt, type EventPayload } from './trigger.ts';

export interface Actor {
  readonly name: string;
  readonly isBot: boolean;
}

export interface ActorRules {
  readonly permission: PermissionLevel | 'nobody';
  readonly users: readonly string[];
  readonly bots: readonly string[];
}

/** What GitHub's API says of somebody's permission; throws where it says nothing. */
export type PermissionLookup = (user: string) => Promise<PermissionLevel | undefined>;

/**
 * Who is behind a run: whoever caused the event, and whoever started it again, who may be another one. Nobody is behind
 * what GitHub itself starts, unless a person starts that again.
 */
export function actorsOf(env: Environment, event: EventPayload | undefined): readonly Actor[] {
  const caused = variable(env, 'GITHUB_ACTOR');
  const started = variable(env, 'GITHUB_TRIGGERING_ACTOR');
  const nobodys = eventTrust(eventName(env)).causedBy === 'nobody';
  const isAgain = (variable(env, 'GITHUB_RUN_ATTEMPT') ?? '1') !== '1';
  const sender = objectAt(event, 'sender');
  // Of a run that somebody started again it has to be known who that was.
  const found = nobodys ? (isAgain ? [started ?? ''] : []) : [caused ?? '', started ?? caused ?? ''];
  return [...new Set(found)].map((name) => ({
    name,
    isBot:
      name.toLowerCase().endsWith('[bot]') ||
      (sender?.['type'] === 'Bot' && sameName(String(sender['login']), name)),
  }));
}

/** Refusals, one for each actor that may not start the run; none asks the API that needn't. */
export async function actorRefusals(
  actors: readonly Actor[],
  rules: ActorRules,
  env: Environment,
  lookUp: PermissionLookup,
): Promise<readonly ActionFailure[]> {
  const refusals = await Promise.all(actors.map((actor) => refusal(actor, rules, env, lookUp)));
  return refusals.filter((failure) => failure !== undefined);
}

async function refusal(
  actor: Actor,
  rules: ActorRules,
  env: Environment,
  lookUp: PermissionLookup,
): Promise<ActionFailure | undefined> {
  if (actor.isBot)
    return named(rules.bots, actor)
      ? undefined
      : new ActionFailure('bot-not-allowed', actor.name, [...rules.bots, actor.name].join(', '));
  if (named(rules.users, actor)) return undefined;
  const needed = rules.permission;
  if (needed === 'nobody') {
    return new ActionFailure(
      'actor-not-allowed',
      called(actor),
      'Only those in allow-users may, since allow-permission is nobody.',
    );
  }
  if (isWriterByEvent(env) && reaches('write', needed)) return undefined;
  if (actor.name === '') return new ActionFailure('actor-unknown', called(actor), 'GITHUB_ACTOR is not set');
  try {
    const has = await lookUp(actor.name);
    return reaches(has, needed)
      ? undefined
      : new ActionFailure(
          'actor-not-allowed',
          called(actor),
          `The permission for this repository is ${has ?? 'none'}; ${needed} is needed.`,
        );
  } catch (unanswered) {
    return new ActionFailure(
      'actor-unknown',
      called(actor),
      unanswered instanceof Error ? unanswered.message : 'no answer',
    );
  }
}

function called({ name }: Actor): string {
  return name === '' ? 'an actor without a name' : name;
}

function isWriterByEvent(env: Environment): boolean {
  return eventTrust(eventName(env)).causedBy === 'writer';
}

function named(list: readonly string[], { name }: Actor): boolean {
  return list.some((entry) => sameName(entry, name));
}

/** GitHub's names are the same in any case. */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function eventName(env: Environment): string {
  return (variable(env, 'GITHUB_EVENT_NAME') ?? '').toLowerCase();
}
