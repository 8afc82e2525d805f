import type { ParsedConfig } from './config-text.ts';
import type { Environment } from './environment.ts';
import { inputNames, specOf, type InputName } from './input-catalogue.ts';
import { commandOf, type Inputs } from './inputs.ts';
import { runName } from './input-forms.ts';
import { givenTwice, isInForce, settingInForce, type SettingSources } from './settings-in-force.ts';
import { vaultProblems } from './vault-inputs.ts';

/** All that is wrong with the inputs, one sentence each, so that a workflow is corrected once and not line by line. */
export function inputProblems(inputs: Inputs, config: ParsedConfig, env: Environment): readonly string[] {
  const values = config.kind === 'read' ? config.values : new Map<string, readonly string[]>();
  const sources: SettingSources = { inputs, env, config: values };
  return [
    ...malformed(inputs),
    ...(config.kind === 'broken' ? [config.problem] : []),
    ...givenTwice(inputs, values).map(([name, setting]) => `${name} stands also in config (as ${setting})`),
    ...ofAnotherCommand(inputs),
    ...promptProblems(sources),
    ...runNameProblems(sources),
    ...programProblems(inputs),
    ...vaultProblems(sources),
  ];
}

/** Without the value: it may be a secret that went into the wrong line. */
function malformed(inputs: Inputs): readonly string[] {
  return [...inputs]
    .filter(([name, value]) => !specOf(name).form.accepts(value))
    .map(([name]) => `${name} must be ${specOf(name).form.expects}`);
}

function ofAnotherCommand(inputs: Inputs): readonly string[] {
  const command = commandOf(inputs);
  return inputNames
    .filter((name) => inputs.has(name))
    .flatMap((name) => {
      const only = specOf(name).only;
      return only === undefined || only === command ? [] : [`${name} is for command ${only}, not ${command}`];
    });
}

function promptProblems(sources: SettingSources): readonly string[] {
  if (commandOf(sources.inputs) !== 'exec') return [];
  const prompt = sources.inputs.has('prompt');
  const file = isInForce(sources, 'prompt-file');
  if (prompt && file) return ['prompt and prompt-file are both given: one of them says what is to be done'];
  return prompt || file ? [] : ['prompt or prompt-file must say what is to be done'];
}

/** From wherever it comes: the runner would refuse it too, but only once an identity token had been asked for. */
function runNameProblems(sources: SettingSources): readonly string[] {
  const [given = ''] = settingInForce(sources, 'run-name');
  const isElsewhere = !sources.inputs.has('run-name') && given !== '';
  return isElsewhere && !runName.accepts(given) ? [`run-name must be ${runName.expects}`] : [];
}

interface Combination {
  readonly input: InputName;
  readonly with: InputName;
  readonly problem: 'excludes' | 'needs';
}

const PROGRAMS: readonly Combination[] = [
  { input: 'runner-jar', with: 'runner-version', problem: 'excludes' },
  { input: 'runner-jar', with: 'runner-url', problem: 'excludes' },
  { input: 'runner-url', with: 'runner-version', problem: 'needs' },
  { input: 'codex-path', with: 'codex-registry', problem: 'excludes' },
];

function programProblems(inputs: Inputs): readonly string[] {
  const combined = PROGRAMS.filter(
    ({ input, with: other, problem }) => inputs.has(input) && inputs.has(other) === (problem === 'excludes'),
  ).map(({ input, with: other, problem }) =>
    problem === 'excludes'
      ? `${input} and ${other} are both given: one is enough`
      : `${input} needs ${other}`,
  );
  const none = !inputs.has('runner-jar') && !inputs.has('runner-version');
  return none
    ? [
        ...combined,
        'runner-jar must say where codex-runner.jar lies on the machine (or runner-version which one is to be fetched)',
      ]
    : combined;
}
