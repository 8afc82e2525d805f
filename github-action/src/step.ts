import { rm } from 'node:fs/promises';
import { actionInputs, type ActionInputs } from './action-inputs.ts';
import { announceMasks } from './announced-masks.ts';
import { Cancelled } from './cancellation.ts';
import { certificatesOf, trusting, unusableBundles } from './ca-bundles.ts';
import { variable, type Environment } from './environment.ts';
import { readEvent } from './event-file.ts';
import { ActionFailure } from './failure.ts';
import { claimsOf } from './identity-claims.ts';
import { prepare } from './preparation.ts';
import { makeRunFolders } from './run-folders.ts';
import { save } from './saved-state.ts';
import { settingInForce } from './settings-in-force.ts';
import { finish, refused, stopped } from './step-results.ts';
import { runSupervised } from './supervised-run.ts';
import type { Surroundings } from './surroundings.ts';
import { refusals } from './trust.ts';
import { lacksIdentityToken } from './vault-inputs.ts';

/** The whole step, from inputs to outputs; returns the exit code. */
export async function runStep(world: Surroundings): Promise<number> {
  return perhapsStarted(world).catch((thrown: unknown) => {
    if (thrown instanceof Cancelled) return stopped(thrown, world);
    throw thrown;
  });
}

async function perhapsStarted(untrusting: Surroundings): Promise<number> {
  const inputs = await actionInputs(untrusting.env);
  const authorities = (): Promise<readonly string[]> =>
    certificatesOf(caBundleOf(inputs), workspaceOf(untrusting.env));
  const world = {
    ...untrusting,
    network: trusting(untrusting.network, authorities, (text) => {
      untrusting.console.warning(text);
    }),
  };
  announceMasks(inputs.secrets, world.console);
  warnOfFullAccess(inputs, world);
  const failures = await world.cancellation.unless(() => objections(inputs, world));
  const [first, ...others] = failures;
  return first === undefined ? perform(inputs, world) : refused(first, others, world);
}

/** Why nothing is to be started; empty where all is well. */
async function objections(inputs: ActionInputs, world: Surroundings): Promise<readonly ActionFailure[]> {
  if (process.platform !== 'linux') return [new ActionFailure('platform-unsupported', process.platform)];
  const { env } = world;
  const noIdentity = lacksIdentityToken(inputs.sources)
    ? [new ActionFailure('identity-token-refused', 'the job has no permission to ask for one')]
    : [];
  const wrong = [...refusedInputs(inputs), ...(await unusableBundles(caBundleOf(inputs), workspaceOf(env)))];
  return [...(wrong.length > 0 ? wrong : await untrusted(inputs, world)), ...noIdentity];
}

function refusedInputs({ problems }: ActionInputs): readonly ActionFailure[] {
  const list = problems.map((problem) => `- ${problem}`).join('\n');
  return problems.length === 0 ? [] : [new ActionFailure('inputs-refused', list)];
}

function caBundleOf({ sources }: ActionInputs): string {
  return settingInForce(sources, 'ca-bundle').join('\n');
}

async function untrusted(inputs: ActionInputs, world: Surroundings): Promise<readonly ActionFailure[]> {
  const { env } = world;
  const accepted = settingInForce(inputs.sources, 'allow-untrusted-trigger');
  return refusals(inputs.given, accepted, env, await readEvent(env), async (user) => {
    const token = inputs.given.get('github-token');
    if (token === undefined) throw new Error('there is no github-token');
    const { permissionOf } = await world.network();
    const api = variable(env, 'GITHUB_API_URL') ?? 'https://api.github.com';
    return permissionOf({ api, token, repository: variable(env, 'GITHUB_REPOSITORY') ?? '', user });
  });
}

async function perform(inputs: ActionInputs, world: Surroundings): Promise<number> {
  const workspace = workspaceOf(world.env);
  const folders = await makeRunFolders(world.env, workspace, inputs.given.get('report-dir'));
  // From here on there is something to clean up, should this process be killed.
  await save(folders, world.fileCommands);
  try {
    const command = await world.cancellation.unless(() => prepare(inputs, workspace, folders, world));
    const end = await runSupervised(command, inputs.command, folders, world);
    const claims = claimsOf(command.env['CODEX_RUNNER_VAULT_JWT'] ?? '');
    return await finish({ ...end, claims }, inputs, folders, world);
  } finally {
    // Where that fails, the post step does it again; the run's own failure is what is to be told.
    await rm(folders.privateFolder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function workspaceOf(env: Environment): string {
  return variable(env, 'GITHUB_WORKSPACE') ?? process.cwd();
}

/** The runner demands that this be switched on by name; what it means for the job's own tokens, only the action knows. */
function warnOfFullAccess({ sources }: ActionInputs, { env, console }: Surroundings): void {
  if (settingInForce(sources, 'sandbox')[0] !== 'danger-full-access') return;
  const held = [
    ...(sources.inputs.has('github-token') ? ['github-token'] : []),
    ...['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_RUNTIME_TOKEN'].filter(
      (name) => variable(env, name) !== undefined,
    ),
  ];
  if (held.length === 0) return;
  const names = held.join(', ');
  console.warning(
    `With danger-full-access the agent can read what this job holds by way of /proc: ${names}. Give the job no permission that the agent must not have.`,
  );
}
