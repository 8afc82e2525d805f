import type { Environment } from './environment.ts';
import { inputNames, specOf, type Command, type InputName } from './input-catalogue.ts';
import { entries } from './input-forms.ts';
import type { Secret } from './masking.ts';

/** What the workflow gave: no input that is empty, since GitHub makes no difference between empty and absent. */
export type Inputs = ReadonlyMap<InputName, string>;

/** GitHub hands inputs over as variables, in upper case, with blanks but not dashes replaced. */
export function variableOf(name: InputName): string {
  return `INPUT_${name.toUpperCase()}`;
}

export function readInputs(env: Environment): Inputs {
  const given = new Map<InputName, string>();
  for (const name of inputNames) {
    const value = env[variableOf(name)]?.trim() ?? '';
    if (value !== '') given.set(name, value);
  }
  return given;
}

export function commandOf(inputs: Inputs): Command {
  return inputs.get('command') === 'rotation-check' ? 'rotation-check' : 'exec';
}

export function listOf(inputs: Inputs, name: InputName): readonly string[] {
  return entries(inputs.get(name) ?? '');
}

export function secretInputs(inputs: Inputs): readonly Secret[] {
  return [...inputs]
    .filter(([name]) => specOf(name).form.kind === 'secret')
    .map(([name, value]) => ({ name, value }));
}
