import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { actionInputs, type ActionInputs } from './action-inputs.ts';
import { caBundles, trustAuthorities } from './ca-bundles.ts';
import { childEnvironment } from './child-environment.ts';
import { installCodex, type CodexProgram } from './codex-program.ts';
import { variable, type Environment } from './environment.ts';
import { readEvent } from './event-file.ts';
import { ActionFailure } from './failure.ts';
import { requestIdentityToken } from './identity-token.ts';
import { invocation, MARK_VARIABLE, type Preparation } from './invocation.ts';
import { findJava } from './java.ts';
import { masksOf, maskCommand, type Secret } from './masking.ts';
import type { Network } from './network.ts';
import { requireOutside } from './outside-workspace.ts';
import { CODEX_VERSION } from './pinned.ts';
import { finish, refused } from './step-results.ts';
import { makeRunFolders, writePrivate, type RunFolders } from './run-folders.ts';
import { findRunnerJar } from './runner-jar.ts';
import type { RunnerConsole } from './runner-console.ts';
import type { SignalSource } from './runner-process.ts';
import { save } from './saved-state.ts';
import { isInForce, settingInForce } from './settings-in-force.ts';
import { refusals } from './trust.ts';
import { needsIdentityToken } from './vault-inputs.ts';
import { runSupervised, type RunnerEnd } from './supervised-run.ts';
import { jvmOptions } from './generated/jvm-options.ts';

/** All that a step touches outside of its own memory. */
export interface Surroundings {
  readonly env: Environment;
  readonly console: RunnerConsole;
  readonly write: (text: string) => void;
  readonly signals: SignalSource;
  readonly network: () => Promise<Network>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** The action's own folder. */
  readonly actionFolder: string;
}

/** The whole step, from inputs to outputs; returns the exit code. */
export async function runStep(world: Surroundings): Promise<number> {
  const inputs = actionInputs(world.env);
  mask(inputs.secrets, world.console);
  const failures = await objections(inputs, world);
  if (failures.length > 0) return refused(failures, world);
  return perform(inputs, world);
}

function mask(secrets: readonly Secret[], console: RunnerConsole): void {
  const { texts, tooShort } = masksOf(secrets);
  texts.forEach((text) => {
    console.command(maskCommand(text));
  });
  tooShort.forEach((name) => {
    console.warning(`A line of ${name} has fewer than 4 characters and can not be masked in the log.`);
  });
}

/** Why nothing is to be started; empty where all is well. */
async function objections(inputs: ActionInputs, world: Surroundings): Promise<readonly ActionFailure[]> {
  if (process.platform !== 'linux') return [new ActionFailure('platform-unsupported', process.platform)];
  if (inputs.problems.length > 0)
    return [new ActionFailure('inputs-refused', `${inputs.problems.join('; ')}.`)];
  const { env } = world;
  const event = await readEvent(env);
  const accepted = settingInForce(inputs.sources, 'allow-untrusted-trigger');
  return refusals(inputs.given, accepted, env, event, async (user) => {
    const token = inputs.given.get('github-token');
    if (token === undefined) throw new Error('there is no github-token');
    const { permissionOf } = await world.network();
    return permissionOf({ token, repository: variable(env, 'GITHUB_REPOSITORY') ?? '', user });
  });
}

async function perform(inputs: ActionInputs, world: Surroundings): Promise<number> {
  const workspace = variable(world.env, 'GITHUB_WORKSPACE') ?? process.cwd();
  const folders = await makeRunFolders(world.env, workspace, inputs.given.get('report-dir'));
  save(folders);
  const end = await launched(inputs, workspace, folders, world).finally(() =>
    // Where that fails, the post step does it again; the run's own failure is what is to be told.
    rm(folders.privateFolder, { recursive: true, force: true }).catch(() => undefined),
  );
  return finish(end, inputs, folders, world);
}

async function launched(
  inputs: ActionInputs,
  workspace: string,
  folders: RunFolders,
  world: Surroundings,
): Promise<RunnerEnd> {
  const { env } = world;
  const caFiles = await caBundles(inputs.given.get('ca-bundle'), workspace, folders.privateFolder);
  await trustAuthorities(caFiles);
  // One after the other: of two failures at once, one would be lost, and its task would go on unseen.
  const java = await findJava(inputs.given.get('java-home'), env, workspace);
  const jar = await findRunnerJar(
    inputs.given,
    env,
    { workspace, privateFolder: folders.privateFolder },
    world.network,
  );
  const codex = await codexProgram(inputs, workspace, folders, world);
  const config = inputs.given.get('config');
  const prepared: Preparation = {
    workspace,
    reportFolder: folders.reportFolder,
    configFile: config && (await writePrivate(join(folders.privateFolder, 'config.yaml'), `${config}\n`)),
    caFiles,
    codex,
    // Asked for last: it lives five minutes.
    identityToken: await identityTokenFor(inputs, world),
    mark: folders.id,
  };
  const { args, env: childEnv, stdin } = invocation(inputs.given, env, prepared);
  const command = {
    program: java,
    args: [...jvmOptions, '-jar', jar, ...args],
    env: childEnv,
    folder: workspace,
    stdin,
  };
  return runSupervised(command, inputs.command, folders, world);
}

/** `undefined` where the workflow or the machine has its own. */
async function codexProgram(
  inputs: ActionInputs,
  workspace: string,
  folders: RunFolders,
  world: Surroundings,
): Promise<CodexProgram | undefined> {
  if (inputs.command !== 'exec') return undefined;
  const [given] = settingInForce(inputs.sources, 'codex-path');
  if (given !== undefined) {
    const isPinned = isInForce(inputs.sources, 'codex-sha256');
    if (!isPinned) await requireOutside('codex-path', resolve(workspace, given), workspace, CODEX_REMEDY);
    return undefined;
  }
  const wanted = {
    version: settingInForce(inputs.sources, 'codex-version')[0] ?? CODEX_VERSION,
    registry: inputs.given.get('codex-registry'),
    temporaryFolder: folders.privateFolder,
    lockFolder: join(world.actionFolder, 'codex'),
  };
  return installCodex(wanted, childEnvironment(world.env, { [MARK_VARIABLE]: folders.id }), world.network);
}

const CODEX_REMEDY =
  'Install codex elsewhere on the machine, or name the digest of its native program: codex-sha256.';

async function identityTokenFor(inputs: ActionInputs, world: Surroundings): Promise<string | undefined> {
  if (!needsIdentityToken(inputs.sources)) return undefined;
  const { identityToken } = await world.network();
  const token = await requestIdentityToken(
    () => identityToken(inputs.given.get('vault-audience')),
    world.pause,
  );
  mask([{ name: 'the identity token', value: token }], world.console);
  return token;
}
