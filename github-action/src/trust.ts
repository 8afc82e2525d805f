import { actorRefusals, actorsOf, eventName, type ActorRules, type PermissionLookup } from './actors.ts';
import { eventTrust, listWith, mayStart } from './allowed-events.ts';
import type { Environment } from './environment.ts';
import { ActionFailure } from './failure.ts';
import { listOf, type Inputs } from './inputs.ts';
import { permissionLevels } from './permission-level.ts';
import { triggerFindings, type EventPayload } from './trigger.ts';

/**
 * Everything that is to be said against starting this run, the gravest first. Guard rails: they believe what GitHub's
 * variables and event file say. The boundary is what Vault's role is bound to.
 */
export async function refusals(
  inputs: Inputs,
  acceptedRisks: readonly string[],
  env: Environment,
  event: EventPayload | undefined,
  lookUp: PermissionLookup,
): Promise<readonly ActionFailure[]> {
  const certain = [...untrustedTrigger(acceptedRisks, env, event), ...eventRefusal(inputs, env)];
  // Nobody is looked up for a run that is refused anyway: a stranger's pull request costs no call.
  return certain.length > 0 ? certain : actorRefusals(actorsOf(env, event), actorRules(inputs), env, lookUp);
}

function untrustedTrigger(
  accepted: readonly string[],
  env: Environment,
  event: EventPayload | undefined,
): readonly ActionFailure[] {
  const found = triggerFindings(env, event).filter(({ risk }) => !accepted.includes(risk));
  if (found.length === 0) return [];
  const evidence = found.map((finding) => finding.evidence).join('; ');
  return [
    new ActionFailure(
      'trigger-untrusted',
      evidence,
      [...new Set([...accepted, ...found.map(({ risk }) => risk)])].join(', '),
    ),
  ];
}

function eventRefusal(inputs: Inputs, env: Environment): readonly ActionFailure[] {
  const event = eventName(env);
  const allowed = listOf(inputs, 'allow-events');
  if (mayStart(event, allowed)) return [];
  const reason =
    allowed.length > 0 ? `allow-events names only: ${allowed.join(', ')}.` : eventTrust(event).reason;
  const called = event === '' ? 'without a name' : event;
  return [new ActionFailure('event-not-allowed', called, reason, listWith(event, allowed))];
}

function actorRules(inputs: Inputs): ActorRules {
  const wanted = inputs.get('allow-permission');
  return {
    permission:
      wanted === 'nobody' ? 'nobody' : (permissionLevels.find((level) => level === wanted) ?? 'write'),
    users: listOf(inputs, 'allow-users'),
    bots: listOf(inputs, 'allow-bots'),
  };
}
