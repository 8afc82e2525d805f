import type { Environment } from './environment.ts';
import { inputNames, specOf } from './input-catalogue.ts';
import { url } from './input-forms.ts';
import type { Inputs } from './inputs.ts';
import type { Secret } from './masking.ts';

/** Shorter values, `v=1` and `page=2`, are no credentials, and as masks they would ruin the log. */
const SHORTEST_VALUE = 8;

/** So are words: `repository=maven-releases`. What signs a request has digits or capitals in it. */
const WORDS = /^[a-z]+(?:[._-][a-z]+)*$/;

const ADDRESSES = inputNames.filter((name) => specOf(name).form === url);
const VARIABLES = /^(?:(?:https?|all)_proxy|npm_config_(?:registry|proxy|https[_-]proxy))$/i;

/** What may be a credential in the addresses that the inputs and the job's environment have. Pure. */
export function addressSecrets(inputs: Inputs, env: Environment): readonly Secret[] {
  const ofInputs = ADDRESSES.map((name) => [name, inputs.get(name)] as const);
  const ofVariables = Object.entries(env).filter(([name]) => VARIABLES.test(name));
  return [...ofInputs, ...ofVariables].flatMap(([name, address]) =>
    address === undefined ? [] : secretsIn(name, address.trim()),
  );
}

/** A user by itself is a token in that place; with a password it is a name, and only both together are masked. */
function secretsIn(name: string, address: string): readonly Secret[] {
  // As curl and others take it, a proxy may be named without its scheme.
  const whole = address.includes('://') ? address : `http://${address}`;
  if (!URL.canParse(whole)) return [];
  const { username, password, search } = new URL(whole);
  const user = decoded(username);
  const pass = decoded(password);
  const users = pass === '' ? [user] : [pass, `${user}:${pass}`, password, `${username}:${password}`];
  const values = search
    .slice(1)
    .split('&')
    .map((pair) => pair.slice(pair.indexOf('=') + 1))
    .flatMap((value) => [value, decoded(value)])
    .filter((value) => value.length >= SHORTEST_VALUE && !WORDS.test(value));
  return [...secrets(`the credentials in ${name}`, users), ...secrets(`the query of ${name}`, values)];
}

function secrets(name: string, values: readonly string[]): readonly Secret[] {
  return [...new Set(values)].filter((value) => value !== '').map((value) => ({ name, value }));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
