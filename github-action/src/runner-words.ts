import { inputNames, specOf } from './input-catalogue.ts';
import type { SaidFailure } from './said-failure.ts';

/** By the runner's flag: the input that sets it as it stands. */
const INPUT_OF_FLAG = new Map(
  inputNames.flatMap((name) => {
    const { setting, isPartOfSetting = false } = specOf(name);
    return setting === undefined || isPartOfSetting ? [] : [[setting, name] as const];
  }),
);

const FLAG = /(?<![\w-])--(?<flag>[a-z][a-z0-9-]*)/g;
/** Of these every flag is a key of the configuration file, too. */
const KEY = /^(?:allow|vault)-/;

/** What a flag of the runner's is called in a workflow; `undefined` for one that no workflow can give. Pure. */
function nameInWorkflow(flag: string): string | undefined {
  return INPUT_OF_FLAG.get(flag) ?? (KEY.test(flag) ? `config key ${flag}` : undefined);
}

/** The runner's words in those of a workflow: whoever reads them has inputs before him, and no command line. Pure. */
export function inWorkflowWords(text: string): string {
  return text.replace(FLAG, (whole, flag: string) => nameInWorkflow(flag) ?? whole);
}

/** Each flag in a text, with what a workflow calls it. Pure. */
export function flagsIn(text: string): readonly (readonly [string, string])[] {
  const flags = [...new Set([...text.matchAll(FLAG)].map((match) => match[1] ?? ''))];
  return flags.flatMap((flag) => {
    const name = nameInWorkflow(flag);
    return name === undefined ? [] : [[`--${flag}`, name] as const];
  });
}

/** @param configFile where the runner read the input `config`: nobody but the action knows that path */
export function asSaidInWorkflow(said: SaidFailure, configFile: string): SaidFailure {
  const told = (text: string): string => inWorkflowWords(withoutFile(text, configFile));
  return { ...said, what: told(said.what), why: told(said.why), fix: told(said.fix) };
}

function withoutFile(text: string, file: string): string {
  const [first = '', ...others] = text.split(file);
  return first + others.map((rest) => `input config${rest.replace(/^:(\d+):\d+/, ', line $1:')}`).join('');
}
