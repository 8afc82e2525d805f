import { join, resolve } from 'node:path';
import type { ActionInputs } from './action-inputs.ts';
import { announceMasks } from './announced-masks.ts';
import { authoritiesForNpm, caBundles } from './ca-bundles.ts';
import { requireCodexFiles } from './codex-files.ts';
import { installCodex, type CodexProgram } from './codex-program.ts';
import { variable } from './environment.ts';
import { jvmOptions } from './generated/jvm-options.ts';
import { requestIdentityToken } from './identity-token.ts';
import { invocation, MARK_VARIABLE } from './invocation.ts';
import { findJava } from './java.ts';
import { requireOutside } from './outside-workspace.ts';
import { CODEX_VERSION, digestsOfCodex } from './pinned.ts';
import { configFileOf, writePrivate, type RunFolders } from './run-folders.ts';
import { findRunnerJar, requireDigest } from './runner-jar.ts';
import type { RunnerCommand } from './runner-process.ts';
import { isInForce, settingInForce } from './settings-in-force.ts';
import type { Surroundings } from './surroundings.ts';
import { ToolCache } from './tool-cache.ts';
import { needsIdentityToken } from './vault-inputs.ts';

/**
 * Finds or fetches what a run needs, and puts its command together. One thing after the other: of two failures at once,
 * one would be lost, and its task would go on unseen.
 */
export async function prepare(
  inputs: ActionInputs,
  workspace: string,
  folders: RunFolders,
  world: Surroundings,
): Promise<RunnerCommand> {
  const { given } = inputs;
  const { privateFolder, reportFolder } = folders;
  const caFiles = await caBundles(given.get('ca-bundle'), workspace, privateFolder);
  const java = await findJava(given.get('java-home'), world.env, workspace);
  const cache = new ToolCache(world.env, folders.id);
  const jar = await findRunnerJar(given, world.env, { workspace, privateFolder, cache }, world.network);
  const codex = await codexProgram(inputs, caFiles, workspace, folders, world, cache);
  const config = given.get('config');
  const { args, env, stdin } = invocation(given, world.env, {
    workspace,
    reportFolder,
    configFile: config && (await writePrivate(configFileOf(folders), `${config}\n`)),
    caFiles,
    codex,
    // Asked for last: it lives five minutes.
    identityToken: await identityTokenFor(inputs, world),
    mark: folders.id,
  });
  // After the identity token, which may have been minutes in coming.
  await requireDigest(jar);
  if (codex?.files !== undefined) await requireCodexFiles(codex.files);
  return { program: java, args: [...jvmOptions, '-jar', jar.path, ...args], env, folder: workspace, stdin };
}

const CODEX_REMEDY =
  'Install codex elsewhere on the machine, or name the digest of its native program: codex-sha256.';

/** `undefined` where the workflow or the machine has its own. */
async function codexProgram(
  { command, given, sources }: ActionInputs,
  caFiles: readonly string[],
  workspace: string,
  folders: RunFolders,
  world: Surroundings,
  cache: ToolCache,
): Promise<CodexProgram | undefined> {
  if (command !== 'exec') return undefined;
  const [path] = settingInForce(sources, 'codex-path');
  if (path !== undefined) {
    const isPinned = isInForce(sources, 'codex-sha256');
    if (!isPinned) await requireOutside('codex-path', resolve(workspace, path), workspace, CODEX_REMEDY);
    return undefined;
  }
  const authorities =
    variable(world.env, 'NODE_EXTRA_CA_CERTS') === undefined
      ? await authoritiesForNpm(caFiles, folders.privateFolder)
      : {};
  const version = settingInForce(sources, 'codex-version')[0] ?? CODEX_VERSION;
  const wanted = {
    version,
    digests: digestsOfCodex(version),
    registry: given.get('codex-registry'),
    workspace,
    temporaryFolder: folders.privateFolder,
    lockFolder: join(world.actionFolder, 'codex'),
    variables: { ...authorities, [MARK_VARIABLE]: folders.id },
  };
  return installCodex(wanted, world.env, cache);
}

async function identityTokenFor(
  { given, sources }: ActionInputs,
  world: Surroundings,
): Promise<string | undefined> {
  if (!needsIdentityToken(sources)) return undefined;
  const { identityToken } = await world.network();
  const request = {
    url: variable(world.env, 'ACTIONS_ID_TOKEN_REQUEST_URL'),
    token: variable(world.env, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'),
    audience: given.get('vault-audience'),
  };
  const value = await requestIdentityToken(() => identityToken(request), world.pause);
  // Its last part by itself, too: it is what makes the rest worth anything, and the rest is seen cut off at times.
  const signature = value.slice(value.lastIndexOf('.') + 1);
  const name = 'the identity token';
  announceMasks(
    [value, signature].map((secret) => ({ name, value: secret })),
    world.console,
  );
  return value;
}
