import { isObject } from './trigger.ts';

/** What a role of Vault's is bound to. None of it is secret: with the signature left out nobody gets in by it. */
const SHOWN = [
  'iss',
  'aud',
  'sub',
  'repository',
  'repository_id',
  'ref',
  'event_name',
  'job_workflow_ref',
  'runner_environment',
] as const;

/** The claims of a JWT by which Vault decides, one a line; empty where it holds none that can be read. Pure. */
export function claimsOf(jwt: string): readonly string[] {
  const content = payloadOf(jwt);
  return isObject(content)
    ? SHOWN.filter((name) => content[name] !== undefined).map((name) => `${name}: ${textOf(content[name])}`)
    : [];
}

function payloadOf(jwt: string): unknown {
  try {
    return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim : JSON.stringify(claim);
}

/** Vault's no to a login, which only its own log explains: the role and what the token says of itself don't fit. */
const REFUSED_LOGIN = /^vault-(?:jwt-|role-unknown$|login-denied$|login-mount-not-found$)/;

export function isRefusedLogin(code: string): boolean {
  return REFUSED_LOGIN.test(code);
}
