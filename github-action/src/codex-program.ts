import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import { ActionFailure } from './failure.ts';
import type { Network } from './network.ts';
import { CODEX_VERSION, codexDigests } from './pinned.ts';
import { outputOf } from './short-command.ts';

const TOOL = 'codex-runner-codex';
const INSTALL_MS = 10 * 60_000;

export interface CodexProgram {
  readonly path: string;
  readonly version: string;
  readonly sha256?: string;
}

interface Wanted {
  readonly version: string;
  readonly registry: string | undefined;
  /** Where npm may work. */
  readonly temporaryFolder: string;
  /** The lock file's folder, part of the action. */
  readonly lockFolder: string;
}

/**
 * codex from npm, kept in the tool cache. The pinned version comes by `npm ci` with the lock file that is part of the
 * action: npm refuses what differs from its digests, from whichever registry it comes. Of any other version nothing is
 * known; the runner demands its digest by codex-sha256 where one was given. Install scripts never run.
 */
export async function installCodex(
  wanted: Wanted,
  env: Environment,
  network: () => Promise<Network>,
): Promise<CodexProgram> {
  const { cachedTool, keepFolder } = await network();
  const kept = await cachedTool(TOOL, wanted.version);
  const folder = kept ?? (await install(wanted, env, keepFolder));
  const digest =
    wanted.version === CODEX_VERSION ? codexDigests[`${process.platform}-${process.arch}`] : undefined;
  return {
    path: join(folder, 'node_modules', '@openai', 'codex'),
    version: wanted.version,
    ...(digest === undefined ? {} : { sha256: digest }),
  };
}

async function install(wanted: Wanted, env: Environment, keep: Network['keepFolder']): Promise<string> {
  await mkdir(wanted.temporaryFolder, { recursive: true });
  const folder = await mkdtemp(join(wanted.temporaryFolder, 'codex-'));
  try {
    await run(wanted, env, folder);
    return await keep(folder, TOOL, wanted.version);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(wanted: Wanted, env: Environment, folder: string): Promise<void> {
  const isPinned = wanted.version === CODEX_VERSION;
  if (isPinned) await cp(wanted.lockFolder, folder, { recursive: true });
  else await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const task = isPinned ? ['ci'] : ['install', '--save-exact', `@openai/codex@${wanted.version}`];
  const registry = wanted.registry === undefined ? [] : [`--registry=${wanted.registry}`];
  const { exitCode, output } = await outputOf(
    'npm',
    [...task, `--prefix=${folder}`, '--ignore-scripts', '--no-audit', '--no-fund', ...registry],
    env,
    INSTALL_MS,
    folder,
  );
  if (exitCode !== 0) throw new ActionFailure('codex-not-installed', wanted.version, lastWords(output));
}

/** npm tells the reason in its first lines that begin with "npm error", and then where its log lies. */
function lastWords(output: string): string {
  const errors = output
    .split('\n')
    .filter((line) => line.startsWith('npm error'))
    .map((line) => line.slice('npm error'.length).trim());
  return errors.slice(0, 3).join(' ').slice(0, 500) || 'npm is not on PATH, or said nothing';
}
