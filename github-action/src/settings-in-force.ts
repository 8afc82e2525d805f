import type { ConfigValues } from './config-text.ts';
import { variable, type Environment } from './environment.ts';
import { inputNames, specOf, type InputName } from './input-catalogue.ts';
import { entries } from './input-forms.ts';
import type { Inputs } from './inputs.ts';

/** The three places that a setting of the runner can stand in, in the order in which the runner asks them. */
export interface SettingSources {
  readonly inputs: Inputs;
  readonly env: Environment;
  readonly config: ConfigValues;
}

/** What the runner will read for a setting, where the action has to know it beforehand; empty where nobody gave it. */
export function settingInForce(sources: SettingSources, setting: string): readonly string[] {
  const input = inputNames.find((name) => specOf(name).setting === setting);
  // A path may have a comma in it.
  const isList = input !== undefined && specOf(input).form.kind === 'list';
  const values = (text: string): readonly string[] => (isList ? entries(text) : [text]);
  const given = input === undefined ? undefined : sources.inputs.get(input);
  if (given !== undefined) return values(given);
  const ofVariable = variable(sources.env, variableOfSetting(setting));
  return ofVariable === undefined
    ? (sources.config.get(setting) ?? []).filter((text) => text.trim() !== '').flatMap(values)
    : values(ofVariable);
}

export function isInForce(sources: SettingSources, setting: string): boolean {
  return settingInForce(sources, setting).length > 0;
}

export function variableOfSetting(setting: string): string {
  return `CODEX_RUNNER_${setting.toUpperCase().replaceAll('-', '_')}`;
}

/** Inputs whose setting stands in `config` as well: one of the two is a mistake, and nobody knows which. */
export function givenTwice(inputs: Inputs, config: ConfigValues): readonly (readonly [InputName, string])[] {
  return inputNames.flatMap((name) => {
    const setting = specOf(name).setting;
    return setting !== undefined && inputs.has(name) && config.has(setting) ? [[name, setting] as const] : [];
  });
}
